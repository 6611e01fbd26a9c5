(* SPDX-License-Identifier: Apache-2.0 *)
(** What moves, permutes, splits and joins vectors, and what that does to log-sum-exp and softmax. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
Import ListNotations.
Open Scope R_scope.

Section Symmetry.
Context {A : Type}.
Implicit Types (I J : list A) (x y b : A -> R).

(** [symmetry.order] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem symmetry_order I J x :
  Permutation I J -> lse J x = lse I x /\ softmin J x = softmin I x /\ excess J x = excess I x.
Proof.
  intros P. assert (H : forall y : A -> R, lse J y = lse I y).
  { intros y. unfold lse. f_equal. apply sum_perm, Permutation_sym; auto. }
  unfold softmin, excess. rewrite !H, (maximum_perm I J) by auto. auto.
Qed.

(** [symmetry.places] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem symmetry_places I J x i :
  Permutation I J -> softmax J x i = softmax I x i /\ log_softmax J x i = log_softmax I x i.
Proof.
  intros P. assert (H : softmax J x i = softmax I x i).
  { unfold softmax. f_equal. apply sum_perm, Permutation_sym; auto. }
  unfold log_softmax. rewrite H. auto.
Qed.

(** [symmetry.equals] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem symmetry_equals I x i j : x i = x j -> softmax I x i = softmax I x j.
Proof. intros E. unfold softmax. rewrite E. auto. Qed.

(** [symmetry.mirror] Tags: n ≥ 1, λ > 0.  Sharper: none, both are equalities. *)
Theorem symmetry_mirror I x lambda :
  softmin I x = - lse I (fun i => - x i) /\
  softmin_scaled I lambda x = - lse_scaled I lambda (fun i => - x i).
Proof.
  split; auto. unfold softmin_scaled, softmin, lse_scaled.
  rewrite (lse_ext I _ (fun i => lambda * - x i)) by (intros; ring). ring.
Qed.

(** [translation.logsumexp] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem translation_logsumexp I x c : I <> [] -> lse I (fun i => x i + c) = lse I x + c.
Proof. apply lse_translate. Qed.

(** [translation.softmin] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem translation_softmin I x c : I <> [] -> softmin I (fun i => x i + c) = softmin I x + c.
Proof.
  intros N. unfold softmin. rewrite (lse_ext I _ (fun i => - x i + - c)) by (intros; ring).
  rewrite lse_translate by auto. ring.
Qed.

(** [translation.softmax] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem translation_softmax I x c i : I <> [] -> softmax I (fun j => x j + c) i = softmax I x i.
Proof. intros N. rewrite !softmax_exp, lse_translate by auto. f_equal. ring. Qed.

(** [translation.log-softmax] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem translation_log_softmax I x c i : I <> [] -> log_softmax I (fun j => x j + c) i = log_softmax I x i.
Proof. intros N. unfold log_softmax. rewrite translation_softmax; auto. Qed.

Lemma mean_exp_pos I x b : I <> [] -> 0 < mean I x (fun i => exp (b i)).
Proof.
  intros N. apply sum_pos; auto. intros. apply Rmult_lt_0_compat; [apply softmax_pos; auto | apply exp_pos].
Qed.
Lemma sum_exp_plus I x b :
  I <> [] -> sum I (fun i => exp (x i + b i)) = sum I (fun i => exp (x i)) * mean I x (fun i => exp (b i)).
Proof.
  intros N. unfold mean, inner. gather. apply sum_ext. intros. unfold softmax. rewrite exp_plus.
  field. apply Rgt_not_eq, total_pos; auto.
Qed.

(** [translation.by-a-vector] Tags: n ≥ 1.  Sharper: none, for it is an equality and an equivalence. *)
Theorem translation_by_a_vector I x b :
  I <> [] ->
  lse I (fun i => x i + b i) = lse I x + ln (mean I x (fun i => exp (b i))) /\
  (lse I (fun i => x i + b i) = lse I x <-> mean I x (fun i => exp (b i)) = 1).
Proof.
  intros N. assert (E : lse I (fun i => x i + b i) = lse I x + ln (mean I x (fun i => exp (b i)))).
  { unfold lse. rewrite sum_exp_plus, ln_mult; auto; [apply total_pos; auto | apply mean_exp_pos; auto]. }
  split; auto. rewrite E. split; intros H.
  - assert (L : ln (mean I x (fun i => exp (b i))) = 0) by lra.
    rewrite <- (exp_ln _ (mean_exp_pos I x b N)), L. apply exp_0.
  - rewrite H, ln_1. ring.
Qed.

(** [grouping.concatenation] Tags: n ≥ 1, p ≥ 1.  Sharper: none, both are equalities. *)
Theorem grouping_concatenation I J x :
  I <> [] -> J <> [] ->
  lse (I ++ J) x = ln (exp (lse I x) + exp (lse J x)) /\ lse (I ++ J) x = logaddexp (lse I x) (lse J x).
Proof.
  intros N M. unfold logaddexp. rewrite !exp_lse by auto. unfold lse. rewrite sum_app. auto.
Qed.

(** [grouping.softmax] Tags: n ≥ 1, p ≥ 1.  Sharper: none, both are equalities. *)
Theorem grouping_softmax I J x i :
  I <> [] ->
  softmax (I ++ J) x i = softmax I x i * exp (lse I x - lse (I ++ J) x) /\
  log_softmax (I ++ J) x i = log_softmax I x i + lse I x - lse (I ++ J) x.
Proof.
  intros N. assert (M : I ++ J <> []) by (destruct I; easy).
  rewrite !log_softmax_lse, !softmax_exp by auto. rewrite <- exp_plus. split; [f_equal|]; ring.
Qed.

(** [streaming.update] Tags: n ≥ 1.  Sharper: refuted below, with a softplus of half the distance. *)
Theorem streaming_update I x z :
  I <> [] ->
  lse (z :: I) x = lse I x + softplus (x z - lse I x) /\
  lse I x < lse (z :: I) x /\
  (forall i, softmax (z :: I) x i = softmax I x i * (1 - softmax (z :: I) x z)) /\
  1 - softmax (z :: I) x z = exp (lse I x - lse (z :: I) x).
Proof.
  intros N. assert (M : z :: I <> []) by easy.
  assert (E : lse (z :: I) x = lse I x + softplus (x z - lse I x)).
  { unfold softplus. rewrite exp_minus_div, exp_lse by auto. unfold lse. simpl.
    generalize (total_pos I x N) (exp_pos (x z)). intros P Q.
    rewrite <- ln_mult; auto; [f_equal; field; lra|].
    apply Rplus_lt_0_compat; [lra | apply Rdiv_lt_0_compat; auto]. }
  assert (F : 1 - softmax (z :: I) x z = exp (lse I x - lse (z :: I) x)).
  { rewrite exp_minus_div, !exp_lse by auto. unfold softmax. simpl.
    generalize (total_pos I x N) (exp_pos (x z)). intros P Q. field. lra. }
  split; auto. split; [|split]; auto.
  - rewrite E. assert (0 < softplus (x z - lse I x)); [|lra].
    apply ln_pos. generalize (exp_pos (x z - lse I x)). lra.
  - intros i. rewrite F, !softmax_exp, <- exp_plus by auto. f_equal. ring.
Qed.
End Symmetry.

(** [grouping.copies] Tags: n ≥ 1, c ≥ 1.  Sharper: none, all are equalities. *)
Theorem grouping_copies {A} (I : list A) x c i :
  I <> [] -> (1 <= c)%nat ->
  let copies := concat (repeat I c) in
  lse copies x = lse I x + ln (INR c) /\ softmin copies x = softmin I x - ln (INR c) /\
  softmax copies x i = softmax I x i / INR c.
Proof.
  intros N C copies.
  assert (S : forall f, sum copies f = INR c * sum I f).
  { intros f. unfold copies. clear C copies. induction c as [|c IH]; [simpl; ring|].
    change (concat (repeat I (S c))) with (I ++ concat (repeat I c)). rewrite sum_app, IH, S_INR. ring. }
  assert (P : 0 < INR c) by (apply lt_0_INR; lia).
  assert (L : forall y, lse copies y = lse I y + ln (INR c)).
  { intros y. unfold lse. rewrite S, ln_mult; auto; [ring | apply total_pos; auto]. }
  unfold softmin. rewrite !L. repeat split; [ring|].
  unfold softmax. rewrite S. field. split; apply Rgt_not_eq; auto. apply total_pos; auto.
Qed.

(** [grouping.pair] Tags: none.  Sharper: none, both are equalities. *)
Theorem grouping_pair a b : logaddexp a b = logaddexp b a /\ logaddexp a b = lse two (pair a b).
Proof. unfold logaddexp. rewrite lse_pair. split; auto. f_equal. ring. Qed.

(** A block is kept as its maximum and the sum of the shifted exponentials. *)
Definition kept {A} (I : list A) (x : A -> R) : R * R :=
  (maximum I x, sum I (fun i => exp (x i - maximum I x))).
Definition merge (a b : R * R) : R * R :=
  let M := Rmax (fst a) (fst b) in (M, snd a * exp (fst a - M) + snd b * exp (fst b - M)).

Lemma maximum_app {A} (I J : list A) x :
  I <> [] -> J <> [] -> maximum (I ++ J) x = Rmax (maximum I x) (maximum J x).
Proof.
  intros N M. destruct (maximum_in I x N) as [i [Hi Ei]], (maximum_in J x M) as [j [Hj Ej]].
  assert (K : forall k, In k (I ++ J) -> x k <= Rmax (maximum I x) (maximum J x)).
  { intros k Hk. apply in_app_or in Hk. destruct Hk as [Hk|Hk]; apply le_maximum with (x := x) in Hk.
    - apply Rle_trans with (1 := Hk), Rmax_l.
    - apply Rle_trans with (1 := Hk), Rmax_r. }
  destruct (Rle_dec (maximum I x) (maximum J x)).
  - apply maximum_unique with j; auto; [apply in_or_app; auto | rewrite Ej, Rmax_right; auto].
  - apply maximum_unique with i; auto; [apply in_or_app; auto | rewrite Ei, Rmax_left; lra].
Qed.

(** [streaming.merge] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem streaming_merge {A} (I J : list A) x (a b c : R * R) :
  I <> [] -> J <> [] ->
  merge a b = merge b a /\ merge (merge a b) c = merge a (merge b c) /\
  snd (kept I x) = exp (excess I x) /\ kept (I ++ J) x = merge (kept I x) (kept J x).
Proof.
  intros N M. repeat split.
  - unfold merge. rewrite (Rmax_comm (fst b)). f_equal. ring.
  - unfold merge; simpl. rewrite Rmax_assoc. f_equal. rewrite !Rmult_plus_distr_r, !Rmult_assoc, <- !exp_plus.
    rewrite Rplus_assoc. f_equal; [|f_equal]; f_equal; f_equal; ring.
  - unfold kept, excess; simpl. rewrite exp_minus_div, exp_lse by auto. rewrite <- sum_div.
    apply sum_ext. intros. apply exp_minus_div.
  - unfold kept, merge; simpl. rewrite maximum_app by auto. f_equal.
    rewrite sum_app. gather. f_equal; apply sum_ext; intros; rewrite <- exp_plus; f_equal; ring.
Qed.

Lemma swap : Permutation two [1%nat; 0%nat]. Proof. apply perm_swap. Qed.
Definition symmetry_order_met := symmetry_order two _ ramp swap.
Definition symmetry_places_met := symmetry_places two _ ramp 0%nat swap.
Definition symmetry_equals_met := symmetry_equals two (pair 0 0) 0%nat 1%nat eq_refl.
Definition symmetry_mirror_met := symmetry_mirror two ramp 1.
Definition translation_logsumexp_met := translation_logsumexp two ramp 1 two_some.
Definition translation_softmin_met := translation_softmin two ramp 1 two_some.
Definition translation_softmax_met := translation_softmax two ramp 1 0%nat two_some.
Definition translation_log_softmax_met := translation_log_softmax two ramp 1 0%nat two_some.
Definition translation_by_a_vector_met := translation_by_a_vector two ramp ramp two_some.
Definition grouping_concatenation_met := grouping_concatenation two one ramp two_some one_some.
Definition grouping_softmax_met := grouping_softmax two one ramp 0%nat two_some.
Definition grouping_copies_met := grouping_copies two ramp 3 0%nat two_some (le_n_S 0 2 (Nat.le_0_l 2)).
Definition grouping_pair_met := grouping_pair 0 1.
Definition streaming_merge_met := streaming_merge two one ramp (0, 1) (1, 2) (2, 3) two_some one_some.
Definition streaming_update_met := streaming_update one (pair 0 0) 1%nat one_some.
Lemma streaming_update_sharp :
  ~ forall (I : list nat) x z, I <> [] -> lse (z :: I) x = lse I x + softplus ((x z - lse I x) / 2).
Proof.
  intros H. specialize (H one (pair 1 0) 1%nat one_some). rewrite lse_one in H.
  unfold softplus, lse in H. simpl in H.
  assert (E : exp 0 + (exp 1 + 0) = exp 1 * (1 + exp ((0 - 1) / 2))).
  { rewrite <- (exp_ln (exp 0 + (exp 1 + 0))).
    - rewrite H, exp_plus, exp_ln; auto. generalize (exp_pos ((0 - 1) / 2)). lra.
    - generalize (exp_pos 0) (exp_pos 1). lra. }
  rewrite Rmult_plus_distr_l, <- exp_plus in E. replace (1 + (0 - 1) / 2) with (1 / 2) in E by field.
  assert (exp 0 < exp (1 / 2)) by (apply exp_increasing; lra). lra.
Qed.
