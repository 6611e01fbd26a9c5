(* SPDX-License-Identifier: Apache-2.0 *)
(** Condition numbers, log-sum-exp in entries and temperature together, and the concavity of log-softmax. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.entropy laws.bounds laws.softmax laws.convexity.
Import ListNotations.
Open Scope R_scope.

Section Perspective.
Context {A : Type}.
Implicit Types (I : list A) (x y h p d : A -> R).

(** [condition.logsumexp] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1. *)
Theorem condition_logsumexp I x d :
  I <> [] ->
  let y := fun i => x i + d i in
  Rabs (lse I y - lse I x) <= norm_max I d /\
  (forall c, (forall i, In i I -> d i = c) -> Rabs (lse I y - lse I x) = Rabs c) /\
  inner I (softmax I x) d <= lse I y - lse I x <= inner I (softmax I y) d /\
  ((forall i, In i I -> 0 <= x i) -> (exists i, In i I /\ x i <> 0) ->
   norm_max I x / Rabs (lse I x) <= 1 /\ inner I (softmax I x) (fun i => Rabs (x i)) / Rabs (lse I x) <= 1).
Proof.
  intros N y. assert (E : forall i, y i - x i = d i) by (intros; unfold y; ring).
  split; [|split; [|split; [split|]]].
  - generalize (proj1 (proj2 (stability_logsumexp I y x N))). unfold norm_max.
    rewrite (maximum_ext I (fun i => Rabs (y i - x i)) (fun i => Rabs (d i))) by (intros; rewrite E; auto). auto.
  - intros c H. f_equal. apply (stability_logsumexp I y x N). intros i Hi. rewrite E. auto.
  - generalize (proj1 (lse_tangent I x y N)). rewrite (mean_ext I x _ d) by (intros; apply E). unfold mean. lra.
  - generalize (proj1 (lse_tangent I y x N)). rewrite (mean_ext I y _ (fun i => -1 * d i)) by (intros; unfold y; ring).
    rewrite mean_scal. unfold mean. lra.
  - intros P [k [Hk D]]. assert (L : forall i, In i I -> x i <= lse I x) by (intros; apply lse_ge; auto).
    assert (Q : 0 < lse I x). { specialize (P k Hk). specialize (L k Hk). lra. }
    rewrite (Rabs_right (lse I x)) by lra. split; apply Rmult_le_reg_r with (lse I x); auto; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra.
    + rewrite Rmult_1_r, Rmult_1_l. apply maximum_le; auto. intros j Hj. rewrite Rabs_right; [auto | apply Rle_ge; auto].
    + rewrite Rmult_1_r, Rmult_1_l. apply (mean_between I x (fun i => Rabs (x i)) 0 (lse I x)); auto.
      intros i Hi. rewrite Rabs_right by (apply Rle_ge; auto). split; auto.
Qed.

(** The log-odds of the entry that is put before the others. *)
Definition log_odds (i : A) I x : R := ln (softmax (i :: I) x i / (1 - softmax (i :: I) x i)).
Lemma log_odds_lse i I x : I <> [] -> log_odds i I x = x i - lse I x.
Proof.
  intros N. unfold log_odds, softmax. simpl. generalize (total_pos I x N) (exp_pos (x i)). intros P Q.
  replace (exp (x i) / (exp (x i) + sum I (fun j => exp (x j))) / (1 - exp (x i) / (exp (x i) + sum I (fun j => exp (x j)))))
    with (exp (x i) / sum I (fun j => exp (x j))) by (field; lra).
  rewrite ln_div_pos, ln_exp by auto. reflexivity.
Qed.

(** [condition.softmax] Tags: n ≥ 2.  Sharper: refuted below, with a constant less than 2. *)
Theorem condition_softmax (i : A) I x d :
  I <> [] ->
  let y := fun j => x j + d j in
  Rabs (log_odds i I y - log_odds i I x) <= spread (i :: I) d <= 2 * norm_max (i :: I) d /\
  (forall c, d i = c -> (forall j, In j I -> d j = - c) -> log_odds i I y - log_odds i I x = 2 * c).
Proof.
  intros N y. rewrite !log_odds_lse by auto. split; [split; [|apply spread_le_norm; easy]|].
  - generalize (lse_step I y x N). intros [L U].
    assert (Lo : minimum (i :: I) d <= minimum I (fun j => y j - x j)).
    { apply le_minimum; auto. intros j Hj. replace (y j - x j) with (d j) by (unfold y; ring). apply minimum_le; simpl; auto. }
    assert (Hi : maximum I (fun j => y j - x j) <= maximum (i :: I) d).
    { apply maximum_le; auto. intros j Hj. replace (y j - x j) with (d j) by (unfold y; ring). apply le_maximum; simpl; auto. }
    generalize (between (i :: I) d i (or_introl eq_refl)). intros B. unfold y at 1. unfold spread. apply Rabs_le. lra.
  - intros c Ei Ej. rewrite (lse_ext I y (fun j => x j + - c)) by (intros j Hj; unfold y; rewrite Ej; auto).
    rewrite lse_translate by auto. unfold y. rewrite Ei. ring.
Qed.

(** [partition.log-concave] Tags: n ≥ 1, 0 ≤ θ ≤ 1.  Sharper: refuted below, with a strict sign. *)
Theorem partition_log_concave I x y theta i :
  In i I -> 0 <= theta <= 1 ->
  (1 - theta) * log_softmax I x i + theta * log_softmax I y i <= log_softmax I (mix theta x y) i.
Proof.
  intros Hi T. assert (N : I <> []) by (intros ->; easy). rewrite !log_softmax_lse by auto.
  generalize (proj1 (convexity_chord I x y theta N T)). unfold mix at 2. lra.
Qed.

(** [partition.bernoulli] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/4. *)
Theorem partition_bernoulli (same : forall i j : A, {i = j} + {i <> j}) i I x :
  hessian same (i :: I) x i i = softmax (i :: I) x i * (1 - softmax (i :: I) x i) /\
  softmax (i :: I) x i * (1 - softmax (i :: I) x i) = softmax (i :: I) x i * sum I (softmax (i :: I) x) /\
  softmax (i :: I) x i * (1 - softmax (i :: I) x i) <= 1 / 4.
Proof.
  split; [|split].
  - unfold hessian, unit_vector. destruct (same i i); [ring | easy].
  - f_equal. assert (N : i :: I <> []) by easy. generalize (softmax_sum (i :: I) x N). simpl. lra.
  - generalize (pow2_ge_0 (2 * softmax (i :: I) x i - 1)). lra.
Qed.

(** [information.chernoff] Tags: n ≥ 1, 0 ≤ θ ≤ 1.  Sharper: refuted below, with a strict sign. *)
Theorem information_chernoff I x y theta :
  I <> [] -> 0 <= theta <= 1 ->
  lse I (mix theta x y) - (1 - theta) * lse I x - theta * lse I y
    = ln (sum I (fun i => Rpower (softmax I x i) (1 - theta) * Rpower (softmax I y i) theta)) /\
  lse I (mix theta x y) - (1 - theta) * lse I x - theta * lse I y <= 0.
Proof.
  intros N T. split; [|generalize (proj1 (convexity_chord I x y theta N T)); lra].
  rewrite (sum_ext I _ (fun i => exp (mix theta x y i) / exp ((1 - theta) * lse I x + theta * lse I y))).
  - rewrite sum_div, ln_div_pos, ln_exp; [unfold lse; ring | apply total_pos; auto | apply exp_pos].
  - intros i Hi. unfold Rpower. rewrite !ln_softmax by auto. rewrite <- exp_plus, <- exp_minus_div. f_equal. unfold mix. ring.
Qed.

(** Log-sum-exp at a temperature. *)
Definition perspective I (t : R) x : R := t * lse I (fun i => x i / t).

(** [perspective.homogeneous] Tags: c > 0, λ > 0.  Sharper: none, both are equalities. *)
Theorem perspective_homogeneous I x c t lambda :
  0 < c -> 0 < lambda ->
  perspective I (c * t) (fun i => c * x i) = c * perspective I t x /\
  lse_scaled I (lambda / c) (fun i => c * x i) = c * lse_scaled I lambda x.
Proof.
  intros C L. unfold perspective, lse_scaled. split.
  - destruct (Req_dec t 0) as [->|T]; [ring|]. rewrite (lse_ext I _ (fun i => x i / t)) by (intros; field; lra). ring.
  - rewrite (lse_ext I _ (fun i => lambda * x i)) by (intros; field; lra). field. lra.
Qed.

(** [perspective.convex] Tags: n ≥ 1, s > 0, t > 0.  Sharper: refuted below, with a strict sign. *)
Theorem perspective_convex I x y s t :
  I <> [] -> 0 < s -> 0 < t ->
  perspective I ((s + t) / 2) (fun i => (x i + y i) / 2) <= (perspective I s x + perspective I t y) / 2.
Proof.
  intros N S T. unfold perspective. set (a := t / (s + t)).
  assert (Ia : 0 <= a <= 1).
  { unfold a. split; [apply Rlt_le, Rdiv_lt_0_compat; lra|]. apply Rmult_le_reg_r with (s + t); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  generalize (proj1 (convexity_chord I (fun i => x i / s) (fun i => y i / t) a N Ia)).
  rewrite (lse_ext I (mix a _ _) (fun i => (x i + y i) / 2 / ((s + t) / 2))) by (intros; unfold mix, a; field; lra).
  set (z := lse I (fun i => (x i + y i) / 2 / ((s + t) / 2))). set (u := lse I (fun i => x i / s)). set (v := lse I (fun i => y i / t)).
  intros H. apply Rmult_le_compat_l with (r := (s + t) / 2) in H; [|lra].
  replace ((s + t) / 2 * ((1 - a) * u + a * v - z)) with ((s * u + t * v) / 2 - (s + t) / 2 * z) in H by (unfold a; field; lra). lra.
Qed.

Lemma perspective_tangent I x s t :
  I <> [] -> 0 < s -> 0 < t -> (t - s) * entropy I (softmax I (fun i => x i / s)) <= perspective I t x - perspective I s x.
Proof.
  intros N S T. unfold perspective. rewrite entropy_softmax by auto.
  generalize (proj1 (lse_tangent I (fun i => x i / s) (fun i => x i / t) N)).
  rewrite (mean_ext I _ (fun i => x i / t - x i / s) (fun i => (s / t - 1) * (x i / s))) by (intros; field; lra).
  rewrite mean_scal. set (u := lse I (fun i => x i / s)). set (v := lse I (fun i => x i / t)). set (m := mean I _ _).
  intros H. apply Rmult_le_compat_l with (r := t) in H; [|lra]. rewrite Rmult_0_r in H.
  replace (t * (v - u - (s / t - 1) * m)) with (t * v - t * u - (s - t) * m) in H by (field; lra). lra.
Qed.
Lemma is_derive_perspective I x t :
  I <> [] -> 0 < t -> is_derive (fun t => perspective I t x) t (entropy I (softmax I (fun i => x i / t))).
Proof.
  intros N T. set (z := fun _ : A => 0). apply (is_derive_ext (fun s => s * lse I (line z x (/ s)))).
  { intros s. unfold perspective. f_equal. apply lse_ext. intros. unfold line, z, Rdiv. ring. }
  assert (Inv : is_derive (fun s => / s) t (- / t ^ 2)) by (auto_derive; [lra | field; lra]).
  rewrite entropy_softmax by auto. evar_last.
  - apply (is_derive_mult (fun s => s) (fun s => lse I (line z x (/ s)))); [apply is_derive_id | | intros; apply Rmult_comm].
    apply (is_derive_comp (fun u => lse I (line z x u)) (fun s => / s)); [apply is_derive_lse; auto|].
    apply Inv.
  - unfold plus, mult, one, scal; simpl. unfold mult; simpl.
    rewrite (lse_ext I (line z x (/ t)) (fun i => x i / t)) by (intros; unfold line, z, Rdiv; ring).
    replace (mean I (line z x (/ t)) x) with (t * mean I (fun i => x i / t) (fun i => x i / t)).
    + of_reals. change Hierarchy.one with 1. field. lra.
    + rewrite <- mean_scal. rewrite (mean_ext I _ (fun i => t * (x i / t)) x) by (intros; field; lra).
      unfold mean. apply inner_ext; auto. intros i Hi. apply softmax_ext; auto. intros; unfold line, z, Rdiv; ring.
Qed.

(** [perspective.slope] Tags: n ≥ 1, 0 < S, S < T.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem perspective_slope I x S T :
  I <> [] -> 0 < S < T ->
  let H t := entropy I (softmax I (fun i => x i / t)) in
  0 <= (T - S) * H S <= perspective I T x - perspective I S x /\
  perspective I T x - perspective I S x <= (T - S) * H T <= (T - S) * ln (count I) /\
  is_derive (fun t => perspective I t x) S (H S) /\ H S <= H T.
Proof.
  intros N [P L] H. assert (D : forall t, distribution I (softmax I (fun i => x i / t))) by (intros; apply softmax_distribution; auto).
  generalize (perspective_tangent I x S T N P ltac:(lra)) (perspective_tangent I x T S N ltac:(lra) P). fold (H S) (H T). intros U V.
  generalize (entropy_nonneg I _ (D S)) (entropy_le I _ (D T)). fold (H S) (H T). intros X Y.
  split; [split; [apply Rmult_le_pos; lra | lra]|]. split; [split; [lra | apply Rmult_le_compat_l; lra]|].
  split; [apply is_derive_perspective; auto|]. apply Rmult_le_reg_l with (T - S); lra.
Qed.
End Perspective.

Definition condition_logsumexp_met := condition_logsumexp two ramp ramp two_some.
Lemma condition_logsumexp_sharp c :
  c < 1 -> ~ forall (I : list nat) x d, I <> [] -> Rabs (lse I (fun i => x i + d i) - lse I x) <= c * norm_max I d.
Proof.
  intros C H. specialize (H one (fun _ => 0) (fun _ => 1) one_some). rewrite !lse_one in H. unfold norm_max in H. simpl in H.
  rewrite Rplus_0_l, Rminus_0_r, Rabs_R1 in H. lra.
Qed.
Definition condition_softmax_met := condition_softmax 1%nat one ramp ramp one_some.
Lemma condition_softmax_sharp c :
  c < 2 -> ~ forall (i : nat) I x d, I <> [] -> Rabs (log_odds i I (fun j => x j + d j) - log_odds i I x) <= c * norm_max (i :: I) d.
Proof.
  intros C H. specialize (H 1%nat one (fun _ => 0) (pair (-1) 1) one_some). rewrite !log_odds_lse, !lse_one in H by easy.
  unfold norm_max in H. simpl in H. rewrite (Rabs_left (-1)), Rabs_R1, Rmax_left, Rabs_right in H by lra. lra.
Qed.
Definition partition_log_concave_met := partition_log_concave two ramp (pair 0 0) (1 / 2) 0%nat in_0 ltac:(lra).
Lemma partition_log_concave_sharp :
  ~ forall (I : list nat) x y theta i, In i I -> 0 <= theta <= 1 ->
    (1 - theta) * log_softmax I x i + theta * log_softmax I y i < log_softmax I (mix theta x y) i.
Proof.
  intros H. specialize (H one ramp ramp 0 0%nat in_one ltac:(lra)). rewrite !log_softmax_lse, !lse_one in H by easy. lra.
Qed.
Definition partition_bernoulli_met := partition_bernoulli PeanoNat.Nat.eq_dec 0%nat [1%nat] ramp.
Lemma partition_bernoulli_sharp c :
  c < 1 / 4 -> ~ forall (i : nat) I x, softmax (i :: I) x i * (1 - softmax (i :: I) x i) <= c.
Proof. intros C H. specialize (H 0%nat [1%nat] (pair 0 0)). change (0 :: [1])%nat with two in H. rewrite softmax_zeros in H. lra. Qed.
Definition information_chernoff_met := information_chernoff two ramp (pair 0 0) (1 / 2) two_some ltac:(lra).
Lemma information_chernoff_sharp :
  ~ forall (I : list nat) x y theta, I <> [] -> 0 <= theta <= 1 ->
    lse I (mix theta x y) - (1 - theta) * lse I x - theta * lse I y < 0.
Proof. intros H. apply convexity_chord_sharp. intros I x y theta N T. specialize (H I x y theta N T). lra. Qed.
Definition perspective_homogeneous_met := perspective_homogeneous two ramp 2 1 1 ltac:(lra) Rlt_0_1.
Definition perspective_convex_met := perspective_convex two ramp (pair 0 0) 1 2 two_some Rlt_0_1 ltac:(lra).
Lemma perspective_convex_sharp :
  ~ forall (I : list nat) x y s t, I <> [] -> 0 < s -> 0 < t ->
    perspective I ((s + t) / 2) (fun i => (x i + y i) / 2) < (perspective I s x + perspective I t y) / 2.
Proof. intros H. specialize (H one ramp ramp 1 1 one_some Rlt_0_1 Rlt_0_1). unfold perspective in H. rewrite !lse_one in H. simpl in H. lra. Qed.
Definition perspective_slope_met := perspective_slope two ramp 1 2 two_some ltac:(lra).
Lemma perspective_slope_sharp :
  ~ forall (I : list nat) x S T, I <> [] -> 0 < S < T -> 0 < perspective I T x - perspective I S x.
Proof. intros H. specialize (H one ramp 1 2 one_some ltac:(lra)). unfold perspective in H. rewrite !lse_one in H. simpl in H. lra. Qed.
