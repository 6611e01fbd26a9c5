(* SPDX-License-Identifier: Apache-2.0 *)
(** Softmax integrated along a path, and sums that approximate the integral. *)
From Coq Require Import Reals List Lra Psatz Lia FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.cumulants basics.examples.
Import ListNotations.
Open Scope R_scope.

(** The trapezoidal rule on one step. *)
Lemma trapezoid (F f f' f'' : R -> R) M a w :
  0 <= w -> (forall t, is_derive F t (f t)) -> (forall t, is_derive f t (f' t)) -> (forall t, is_derive f' t (f'' t)) ->
  (forall t, - M <= f'' t <= M) -> - (M * w ^ 3 / 12) <= F (a + w) - F a - w * (f a + f (a + w)) / 2 <= M * w ^ 3 / 12.
Proof.
  intros W DF Df Df' B.
  assert (Shift : forall (g g' : R -> R), (forall t, is_derive g t (g' t)) -> forall s, is_derive (fun s => g (a + s)) s (g' (a + s))).
  { intros g g' D s. evar_last; [apply (is_derive_comp g (fun s => a + s)); [apply D | auto_derive; auto]|].
    unfold scal; simpl; unfold mult; simpl. of_reals. ring. }
  assert (R : forall s, 0 <= s -> - (M * s ^ 2 / 2) <= f a - f (a + s) + s * f' (a + s) <= M * s ^ 2 / 2).
  { intros s P. assert (Back : forall (g g' : R -> R), (forall t, is_derive g t (g' t)) -> forall t, is_derive (fun t => g (a + s - t * s)) t (- s * g' (a + s - t * s))).
    { intros g g' D t. evar_last; [apply (is_derive_comp g (fun t => a + s - t * s)); [apply D | auto_derive; auto]|].
      unfold scal; simpl; unfold mult; simpl. of_reals. ring. }
    generalize (taylor_2 (fun t => f (a + s - t * s)) (fun t => - s * f' (a + s - t * s)) (fun t => - s * (- s * f'' (a + s - t * s))) (- (M * s ^ 2)) (M * s ^ 2)
      (fun t _ => Back f f' Df t) (fun t _ => is_derive_scal _ _ _ _ (Back f' f'' Df' t))).
    replace (a + s - 1 * s) with a by ring. replace (a + s - 0 * s) with (a + s) by ring. intros T.
    cut (- (M * s ^ 2) / 2 <= f a - f (a + s) - - s * f' (a + s) <= M * s ^ 2 / 2); [lra|]. apply T.
    intros t _. specialize (B (a + s - t * s)). assert (0 <= s ^ 2) by apply pow2_ge_0. split; nra. }
  set (phi := fun s => F (a + s) - F a - s * (f a + f (a + s)) / 2).
  assert (D : forall s, is_derive phi s ((f (a + s) - f a - s * f' (a + s)) / 2)).
  { intros s. unfold phi. assert (D1 := Shift F f DF s). assert (D2 := Shift f f' Df s). evar_last.
    - apply (is_derive_minus (fun s => F (a + s) - F a) (fun s => s * (f a + f (a + s)) / 2)).
      + apply (is_derive_minus (fun s => F (a + s)) (fun _ => F a)); [apply D1 | apply is_derive_const].
      + apply (is_derive_ext (fun s => / 2 * (s * (f a + f (a + s))))); [intros t; of_reals; field|].
        apply (is_derive_scal (fun s => s * (f a + f (a + s)))). apply (is_derive_mult (fun s => s) (fun s => f a + f (a + s))).
        * apply is_derive_id.
        * apply (is_derive_plus (fun _ => f a) (fun s => f (a + s))); [apply is_derive_const | apply D2].
        * intros; apply Rmult_comm.
    - unfold minus, plus, opp, mult, Hierarchy.one, zero; simpl. of_reals. field. }
  assert (P0 : phi 0 = 0) by (unfold phi; rewrite Rplus_0_r; field).
  assert (C : forall s, is_derive (fun s => M * s ^ 3 / 12) s (M * s ^ 2 / 4)) by (intros s; auto_derive; auto; field).
  change (- (M * w ^ 3 / 12) <= phi w <= M * w ^ 3 / 12). split.
  - assert (H := increasing_of_derive (fun s => phi s + M * s ^ 3 / 12) (fun s => (f (a + s) - f a - s * f' (a + s)) / 2 + M * s ^ 2 / 4) 0 w W).
    cut (phi 0 + M * 0 ^ 3 / 12 <= phi w + M * w ^ 3 / 12); [rewrite P0; lra|]. apply H.
    + intros t _. apply (is_derive_plus phi (fun s => M * s ^ 3 / 12)); auto.
    + intros t T. generalize (R t (proj1 T)). lra.
  - assert (H := increasing_of_derive (fun s => M * s ^ 3 / 12 - phi s) (fun s => M * s ^ 2 / 4 - (f (a + s) - f a - s * f' (a + s)) / 2) 0 w W).
    cut (M * 0 ^ 3 / 12 - phi 0 <= M * w ^ 3 / 12 - phi w); [rewrite P0; lra|]. apply H.
    + intros t _. apply (is_derive_minus (fun s => M * s ^ 3 / 12) phi); auto.
    + intros t T. generalize (R t (proj1 T)). lra.
Qed.
Lemma telescope (g : nat -> R) n : sum (seq 0 n) (fun k => g (S k) - g k) = g n - g 0%nat.
Proof. induction n as [|n IH]; [simpl; ring|]. rewrite seq_S, sum_app, IH. simpl. ring. Qed.
Lemma sum_shifted (g : nat -> R) n : sum (seq 1 n) g = sum (seq 0 n) (fun k => g (S k)).
Proof. rewrite <- seq_shift, sum_map. auto. Qed.

(** [divergence.path] Tags: n ≥ 1, N ≥ 1.  Sharper: refuted below, with a strict sign where h is constant. *)
Theorem divergence_path {A} (I : list A) x h N :
  I <> [] -> (1 <= N)%nat ->
  let g t := mean I (line x h t) h in let at_step k := g (INR k / INR N) in
  let rise := lse I (fun i => x i + h i) - lse I x in
  let left := sum (seq 0 N) at_step / INR N in let right := sum (seq 1 N) at_step / INR N in
  is_RInt g 0 1 rise /\ left <= rise <= right /\
  Rabs (rise - (left + right) / 2) <= spread I h ^ 3 / (72 * sqrt 3 * INR N ^ 2).
Proof.
  intros Ni N1 g at_step rise left right. set (F := fun t => lse I (line x h t)). assert (Np : 0 < INR N) by (apply lt_0_INR; lia).
  assert (E1 : line x h 1 = fun i => x i + h i) by (apply functional_extensionality; intros i; unfold line; ring).
  assert (Rise : rise = F 1 - F 0) by (unfold F; rewrite E1, lse_line_0; reflexivity).
  assert (DF : forall t, is_derive F t (g t)) by (intros; apply is_derive_lse; auto).
  assert (Dg : forall t, is_derive g t (variance I (line x h t) h)) by (intros; apply is_derive_mean; auto).
  assert (Dv : forall t, is_derive (fun t => variance I (line x h t) h) t (cumulant_3 I (line x h t) h)) by (intros; apply is_derive_variance; auto).
  set (M := spread I h ^ 3 * third_root / 6). assert (B : forall t, - M <= cumulant_3 I (line x h t) h <= M) by (intros; apply cumulant_3_bound; auto).
  assert (T : rise = sum (seq 0 N) (fun k => F (INR (S k) / INR N) - F (INR k / INR N))).
  { rewrite (telescope (fun k => F (INR k / INR N))), Rise. simpl (INR 0). f_equal; f_equal; [field; lra | unfold Rdiv; ring]. }
  assert (Step : forall k, INR (S k) / INR N = INR k / INR N + / INR N) by (intros; rewrite S_INR; field; lra).
  assert (Ip : 0 < / INR N) by (apply Rinv_0_lt_compat; auto).
  assert (Tan : forall s t, (t - s) * g s <= F t - F s).
  { intros s t. assert (L := proj1 (lse_tangent I (line x h s) (line x h t) Ni)).
    rewrite (mean_ext I _ (fun i => line x h t i - line x h s i) (fun i => (t - s) * h i)) in L by (intros; unfold line; ring). rewrite mean_scal in L. unfold F, g. lra. }
  split; [|split].
  - rewrite Rise. apply (is_RInt_derive F g); intros t _; [apply DF|].
    apply (ex_derive_continuous g). eexists. apply Dg.
  - rewrite T. unfold left, right. rewrite <- !sum_div, sum_shifted. split; apply sum_le; intros k _; rewrite Step; unfold at_step.
    + generalize (Tan (INR k / INR N) (INR k / INR N + / INR N)). unfold Rdiv. lra.
    + rewrite Step. generalize (Tan (INR k / INR N + / INR N) (INR k / INR N)). unfold Rdiv. lra.
  - assert (Rt : sqrt 3 <> 0) by (apply Rgt_not_eq, sqrt_lt_R0; lra).
    replace (spread I h ^ 3 / (72 * sqrt 3 * INR N ^ 2)) with (INR N * (M * (/ INR N) ^ 3 / 12)) by (unfold M, third_root; field; split; [lra | auto]).
    replace (rise - (left + right) / 2) with (sum (seq 0 N) (fun k => F (INR (S k) / INR N) - F (INR k / INR N) - / INR N * (at_step k + at_step (S k)) / 2)).
    2:{ rewrite T. unfold left, right. rewrite sum_shifted. rewrite (sum_ext (seq 0 N) _ (fun k => (F (INR (S k) / INR N) - F (INR k / INR N)) - (/ INR N / 2 * at_step k + / INR N / 2 * at_step (S k)))) by (intros; field; lra).
        rewrite sum_minus, sum_plus, !sum_scal. field. lra. }
    apply Rle_trans with (1 := sum_abs _ _). replace (INR N) with (count (seq 0 N)) at 9 by (unfold count; rewrite seq_length; auto).
    apply Rle_trans with (sum (seq 0 N) (fun _ => M * (/ INR N) ^ 3 / 12)).
    + apply sum_le. intros k _. apply Rabs_le. rewrite Step. unfold at_step. rewrite Step.
      apply (trapezoid F g (fun t => variance I (line x h t) h) (fun t => cumulant_3 I (line x h t) h)); auto. lra.
    + rewrite sum_const. unfold count. rewrite seq_length. lra.
Qed.

Lemma four_steps : (1 <= 4)%nat. Proof. lia. Qed.
Definition divergence_path_met := divergence_path two ramp ramp 4 two_some four_steps.
Lemma divergence_path_sharp :
  ~ forall (I : list nat) x h N, I <> [] -> (1 <= N)%nat ->
    sum (seq 0 N) (fun k => mean I (line x h (INR k / INR N)) h) / INR N < lse I (fun i => x i + h i) - lse I x.
Proof.
  intros H. specialize (H one (fun _ => 0) (fun _ => 0) 1%nat one_some (Nat.le_refl 1)). rewrite !lse_one in H.
  rewrite (sum_ext _ _ (fun _ => 0)) in H by (intros; apply mean_const, one_some). rewrite sum_const in H. simpl in H. lra.
Qed.
