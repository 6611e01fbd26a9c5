(* SPDX-License-Identifier: Apache-2.0 *)
(** The Hessian of log-sum-exp, and the first derivative of softmax. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples basics.inequalities.
From softlaw Require Import laws.softmax laws.loss.
Import ListNotations.
Open Scope R_scope.

Section Hessian.
Context {A : Type}.
Variable same : forall i j : A, {i = j} + {i <> j}.
Implicit Types (I : list A) (x v h : A -> R).

Lemma sum_unit I (f : A -> R) i : NoDup I -> In i I -> sum I (fun j => unit_vector same i j * f j) = f i.
Proof.
  intros D Hi. rewrite (sum_single I _ i D Hi); unfold unit_vector.
  - destruct (same i i); [ring | easy].
  - intros j _ H. destruct (same i j); [congruence | ring].
Qed.
Lemma unit_sym (i j : A) : unit_vector same i j = unit_vector same j i.
Proof. unfold unit_vector. destruct (same i j), (same j i); congruence. Qed.

Lemma hessian_product_matrix I x v i :
  NoDup I -> In i I ->
  hessian_product I x v i = sum I (fun j => hessian same I x i j * v j) /\ sum I (hessian_product I x v) = 0.
Proof.
  intros D Hi. assert (N : I <> []) by (intros ->; easy). split.
  - symmetry. unfold hessian_product, hessian, mean, inner.
    rewrite (sum_ext I _ (fun j => unit_vector same i j * (softmax I x i * v j) - softmax I x i * (softmax I x j * v j))) by (intros; ring).
    rewrite sum_minus, sum_scal, sum_unit by auto. ring.
  - unfold hessian_product. rewrite (sum_ext I _ (fun j => softmax I x j * v j - softmax I x j * mean I x v)) by (intros; ring).
    rewrite sum_minus, sum_scal_r, softmax_sum by auto. unfold mean, inner. ring.
Qed.

(** [hessian.rows] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem hessian_rows I x i j :
  NoDup I -> In i I -> hessian same I x i j = hessian same I x j i /\ sum I (fun k => hessian same I x i k) = 0.
Proof.
  intros D Hi. assert (N : I <> []) by (intros ->; easy). split.
  - unfold hessian. rewrite (unit_sym i j). unfold unit_vector. destruct (same j i) as [->|]; ring.
  - rewrite (sum_ext I _ (fun k => hessian same I x i k * 1)) by (intros; ring). rewrite <- (proj1 (hessian_product_matrix I x (fun _ => 1) i D Hi)).
    unfold hessian_product. rewrite mean_const by auto. ring.
Qed.

(** [hessian.semidefinite] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem hessian_semidefinite I x i j :
  NoDup I -> In i I -> In j I -> i <> j ->
  0 <= hessian same I x i i /\ hessian same I x i j <= 0 /\
  hessian same I x i j ^ 2 <= hessian same I x i i * hessian same I x j j.
Proof.
  intros D Hi Hj E. assert (N : I <> []) by (intros ->; easy).
  assert (P := softmax_pos I x i N). assert (Q := softmax_pos I x j N).
  assert (S : softmax I x i + softmax I x j <= 1).
  { rewrite <- (softmax_sum I x N). apply two_terms_le_sum; auto. intros; apply Rlt_le, softmax_pos; auto. }
  unfold hessian, unit_vector. destruct (same i i), (same j j), (same i j); try easy.
  set (p := softmax I x i) in *. set (q := softmax I x j) in *. split; [nra|]. split; [nra|].
  replace ((p * 0 - p * q) ^ 2) with (p * q * (p * q)) by ring. replace ((p * 1 - p * p) * (q * 1 - q * q)) with (p * q * ((1 - p) * (1 - q))) by ring.
  apply Rmult_le_compat_l; nra.
Qed.

Lemma quadratic_form I x v : I <> [] -> inner I v (hessian_product I x v) = variance I x v.
Proof.
  intros N. rewrite variance_mean by auto. unfold inner, hessian_product.
  rewrite (sum_ext I _ (fun i => softmax I x i * (v i * v i) - softmax I x i * v i * mean I x v)) by (intros; ring).
  rewrite sum_minus, sum_scal_r. reflexivity.
Qed.

(** [hessian.variance] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/4. *)
Theorem hessian_variance I x v :
  I <> [] ->
  let mu := inner I (softmax I x) v in
  inner I v (hessian_product I x v) = sum I (fun i => softmax I x i * (v i - mu) ^ 2) /\
  0 <= inner I v (hessian_product I x v) <= spread I v ^ 2 / 4 /\ spread I v ^ 2 / 4 <= norm2 I v ^ 2 / 2.
Proof.
  intros N mu. rewrite quadratic_form by auto. split; [|split; [split|]].
  - unfold variance, covariance, mean at 1, inner. fold (inner I (softmax I x) v). apply sum_ext. intros. unfold mu, mean. ring.
  - apply variance_nonneg; auto.
  - apply variance_le_spread; auto.
  - unfold norm2. rewrite pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0).
    generalize (spread_square I v 0 N). rewrite (sum_ext I (fun i => (v i - 0) ^ 2) (fun i => v i ^ 2)) by (intros; ring). lra.
Qed.

(** [hessian.spectrum] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/2. *)
Theorem hessian_spectrum I x v eigenvalue i :
  NoDup I -> In i I ->
  ((exists j, In j I /\ v j <> 0) -> (forall j, In j I -> hessian_product I x v j = eigenvalue * v j) -> 0 <= eigenvalue <= 1 / 2) /\
  sum I (fun j => Rabs (hessian same I x i j)) <= 1 / 2 /\
  sum I (fun j => hessian same I x j j) = 1 - norm2 I (softmax I x) ^ 2.
Proof.
  intros D Hi. assert (N : I <> []) by (intros ->; easy). split; [|split].
  - intros [k [Hk Z]] H. assert (E : inner I v (hessian_product I x v) = eigenvalue * sum I (fun j => v j ^ 2)).
    { unfold inner. rewrite <- sum_scal. apply sum_ext. intros j Hj. rewrite H by auto. ring. }
    rewrite quadratic_form in E by auto. assert (V := variance_nonneg I x v N). assert (W := variance_le_half I x v 0 N).
    rewrite (sum_ext I (fun i => (v i - 0) ^ 2) (fun i => v i ^ 2)) in W by (intros; ring).
    assert (P : 0 < sum I (fun j => v j ^ 2)).
    { apply Rlt_le_trans with (v k ^ 2); [|apply (term_le_sum I (fun j => v j ^ 2)); auto; intros; apply pow2_ge_0].
      destruct (pow2_ge_0 (v k)) as [|O]; auto. exfalso. apply Z. nra. }
    rewrite E in V, W. set (q := sum I (fun j => v j ^ 2)) in *. split; apply Rmult_le_reg_r with q; lra.
  - assert (S := softmax_sum I x N). assert (P := softmax_pos I x i N). assert (L := softmax_le_1 I x i Hi).
    rewrite (sum_ext I _ (fun j => unit_vector same i j * (softmax I x i - 2 * (softmax I x i * softmax I x j)) + softmax I x i * softmax I x j)).
    + rewrite sum_plus, sum_unit, sum_scal, S by auto. generalize (pow2_ge_0 (2 * softmax I x i - 1)). lra.
    + intros j Hj. assert (Q := softmax_pos I x j N). assert (M := softmax_le_1 I x j Hj). unfold hessian, unit_vector. destruct (same i j) as [<-|].
      * rewrite Rabs_right; [ring | nra].
      * rewrite Rabs_left1; [ring | nra].
  - unfold norm2. rewrite pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0).
    rewrite (sum_ext I _ (fun j => softmax I x j - softmax I x j ^ 2)).
    + rewrite sum_minus, softmax_sum by auto. ring.
    + intros j _. unfold hessian, unit_vector. destruct (same j j); [ring | easy].
Qed.

(** [hessian.fisher] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem hessian_fisher I o j k :
  NoDup I -> In j I -> In k I ->
  let score c j := unit_vector same c j - softmax I o j in
  sum I (fun c => softmax I o c * score c j) = 0 /\
  sum I (fun c => softmax I o c * (score c j * score c k)) = hessian same I o j k.
Proof.
  intros D Hj Hk score. destruct (loss_fisher same I o j k D Hj Hk) as [E F]. rewrite <- F. split.
  - rewrite (sum_ext I _ (fun c => - (softmax I o c * (softmax I o j - unit_vector same c j)))) by (intros; unfold score; ring).
    rewrite sum_opp, E. ring.
  - apply sum_ext. intros. unfold score. ring.
Qed.

(** [derivatives.columns] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem derivatives_columns I x i j :
  NoDup I -> In i I -> In j I ->
  is_derive (fun t => softmax I (line x (unit_vector same j) t) i) 0 (hessian same I x i j).
Proof.
  intros D Hi Hj. assert (N : I <> []) by (intros ->; easy).
  assert (E : hessian same I x i j = hessian_product I (line x (unit_vector same j) 0) (unit_vector same j) i).
  { unfold hessian_product. rewrite softmax_line_0, mean_line_0. unfold mean, inner.
    rewrite (sum_ext I _ (fun k => unit_vector same j k * softmax I x k)) by (intros; ring). rewrite sum_unit by auto.
    unfold hessian. rewrite (unit_sym i j). ring. }
  rewrite E. apply softmax_as_derivative; auto.
Qed.

(** [derivatives.quotient] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem derivatives_quotient I x h i :
  I <> [] ->
  let E j := exp (x j) in let s := sum I E in
  is_derive (fun t => exp (line x h t i)) 0 (E i * h i) /\ softmax I x i = E i / s /\
  is_derive (fun t => softmax I (line x h t) i) 0 ((s * (E i * h i) - sum I (fun j => E j * h j) * E i) / s ^ 2) /\
  (s * (E i * h i) - sum I (fun j => E j * h j) * E i) / s ^ 2 = softmax I x i * h i - inner I (softmax I x) h * softmax I x i.
Proof.
  intros N E s. assert (P : 0 < s) by (apply total_pos; auto).
  assert (F : (s * (E i * h i) - sum I (fun j => E j * h j) * E i) / s ^ 2 = softmax I x i * h i - inner I (softmax I x) h * softmax I x i).
  { fold (mean I x h). rewrite mean_quotient. unfold softmax. change (sum I (fun j => exp (x j))) with s.
    change (sum I (fun j => exp (x j) * h j)) with (sum I (fun j => E j * h j)). change (exp (x i)) with (E i). field. lra. }
  split; [|split; [reflexivity | split; auto]].
  - unfold line. auto_derive; auto. unfold E. rewrite Rmult_0_l, Rplus_0_r. ring.
  - rewrite F. replace (softmax I x i * h i - inner I (softmax I x) h * softmax I x i) with (hessian_product I (line x h 0) h i).
    + apply softmax_as_derivative; auto.
    + unfold hessian_product. rewrite softmax_line_0, mean_line_0. unfold mean. ring.
Qed.
End Hessian.

Notation nat_same := PeanoNat.Nat.eq_dec.
Lemma zero_not_one : 0%nat <> 1%nat. Proof. easy. Qed.
Definition hessian_rows_met := hessian_rows nat_same two ramp 0%nat 1%nat two_distinct in_0.
Definition hessian_semidefinite_met := hessian_semidefinite nat_same two ramp 0%nat 1%nat two_distinct in_0 in_1 zero_not_one.
Lemma hessian_semidefinite_sharp : ~ forall (I : list nat) x i, NoDup I -> In i I -> 0 < hessian nat_same I x i i.
Proof.
  intros H. specialize (H one ramp 0%nat one_distinct in_one). unfold hessian, unit_vector in H. rewrite softmax_one in H. simpl in H. lra.
Qed.
Definition hessian_variance_met := hessian_variance two ramp ramp two_some.
Lemma hessian_variance_sharp c :
  c < 1 / 4 -> ~ forall (I : list nat) x v, I <> [] -> inner I v (hessian_product I x v) <= c * spread I v ^ 2.
Proof.
  intros C H. specialize (H two (pair 0 0) ramp two_some). unfold inner, hessian_product in H.
  rewrite mean_zeros, sum_pair, !softmax_zeros in H. unfold ramp in H. rewrite spread_pair in H. rewrite Rabs_left in H by lra. simpl in H. lra.
Qed.
Definition hessian_spectrum_met := hessian_spectrum nat_same two ramp ramp 0 0%nat two_distinct in_0.
Lemma hessian_spectrum_sharp c :
  c < 1 / 2 -> ~ forall (I : list nat) x i, NoDup I -> In i I -> sum I (fun j => Rabs (hessian nat_same I x i j)) <= c.
Proof.
  intros C H. specialize (H two (pair 0 0) 0%nat two_distinct in_0). unfold hessian, unit_vector in H.
  rewrite sum_pair, !softmax_zeros in H. simpl in H. rewrite Rabs_right, Rabs_left in H by lra. lra.
Qed.
Definition hessian_fisher_met := hessian_fisher nat_same two ramp 0%nat 1%nat two_distinct in_0 in_1.
Definition derivatives_columns_met := derivatives_columns nat_same two ramp 0%nat 1%nat two_distinct in_0 in_1.
Definition derivatives_quotient_met := derivatives_quotient two ramp ramp 0%nat two_some.

(** [hessian.product] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem hessian_product {A} (same : forall i j : A, {i = j} + {i <> j}) (I : list A) x v i :
  NoDup I -> In i I ->
  definitions.hessian_product I x v i = sum I (fun j => hessian same I x i j * v j) /\
  sum I (definitions.hessian_product I x v) = 0.
Proof. apply hessian_product_matrix. Qed.
Definition hessian_product_met := hessian_product nat_same two ramp ramp 0%nat two_distinct in_0.
