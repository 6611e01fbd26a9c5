(* SPDX-License-Identifier: Apache-2.0 *)
(** Exponentials and logarithms, and functions of one number with known derivatives. *)
From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums.
Import ListNotations.
Open Scope R_scope.

Lemma exp_le a b : a <= b -> exp a <= exp b.
Proof. intros [H| ->]; [apply Rlt_le, exp_increasing; auto | apply Rle_refl]. Qed.
Lemma ln_le_ln a b : 0 < a -> a <= b -> ln a <= ln b.
Proof. intros H [L| ->]; [apply Rlt_le, ln_increasing; auto | apply Rle_refl]. Qed.
Lemma ln_le_sub s : 0 < s -> ln s <= s - 1.
Proof. intros H. generalize (exp_ineq1_le (ln s)). rewrite exp_ln by auto. lra. Qed.
Lemma ln_lt_sub s : 0 < s -> s <> 1 -> ln s < s - 1.
Proof.
  intros H N. assert (ln s <> 0).
  { intros E. apply N. rewrite <- (exp_ln s H), E, exp_0. auto. }
  generalize (exp_ineq1 (ln s) H0). rewrite exp_ln by auto. lra.
Qed.
Lemma ln_nonneg s : 1 <= s -> 0 <= ln s.
Proof. intros H. rewrite <- ln_1. apply ln_le_ln; lra. Qed.
Lemma ln_nonpos s : 0 < s -> s <= 1 -> ln s <= 0.
Proof. intros P H. rewrite <- ln_1. apply ln_le_ln; lra. Qed.
Lemma ln_pos s : 1 < s -> 0 < ln s.
Proof. intros H. rewrite <- ln_1. apply ln_increasing; lra. Qed.
Lemma ln_neg s : 0 < s -> s < 1 -> ln s < 0.
Proof. intros P H. rewrite <- ln_1. apply ln_increasing; lra. Qed.
Lemma ln_div_pos a b : 0 < a -> 0 < b -> ln (a / b) = ln a - ln b.
Proof. intros. unfold Rdiv. rewrite ln_mult, ln_Rinv; auto. apply Rinv_0_lt_compat; auto. Qed.
Lemma exp_minus_div a b : exp (a - b) = exp a / exp b.
Proof. unfold Rminus, Rdiv. rewrite exp_plus, exp_Ropp. auto. Qed.
Lemma exp_le_inv' a b : exp a <= exp b -> a <= b.
Proof. intros H. destruct (Rle_dec a b); auto. assert (exp b < exp a) by (apply exp_increasing; lra). lra. Qed.
Lemma ln_le_exp a b : 0 < a -> a <= exp b -> ln a <= b.
Proof. intros H L. rewrite <- (ln_exp b). apply ln_le_ln; auto. Qed.
Lemma exp_le_ln a b : exp a <= b -> a <= ln b.
Proof. intros L. rewrite <- (ln_exp a). apply ln_le_ln; auto. apply exp_pos. Qed.

Lemma exp_mult_nat k a : exp (INR k * a) = exp a ^ k.
Proof.
  induction k as [|k IH]; [simpl; rewrite Rmult_0_l; apply exp_0|].
  rewrite S_INR, Rmult_plus_distr_r, exp_plus, IH, Rmult_1_l. simpl. ring.
Qed.

(** A function whose derivative is not negative increases. *)
Lemma increasing_of_derive (f f' : R -> R) a b :
  a <= b -> (forall t, a <= t <= b -> is_derive f t (f' t)) -> (forall t, a <= t <= b -> 0 <= f' t) -> f a <= f b.
Proof.
  intros L D P. destruct (MVT_gen f a b f') as [c [C E]].
  - intros t T. rewrite Rmin_left, Rmax_right in T by auto. apply D; lra.
  - intros t T. rewrite Rmin_left, Rmax_right in T by auto.
    apply continuity_pt_filterlim, (ex_derive_continuous f). exists (f' t). apply D; lra.
  - rewrite Rmin_left, Rmax_right in C by auto. specialize (P c C). nra.
Qed.

(** Taylor's formula with bounds of the last derivative, on [0, 1]. *)
Lemma taylor_1 (f f' : R -> R) a b :
  (forall t, 0 <= t <= 1 -> is_derive f t (f' t)) -> (forall t, 0 <= t <= 1 -> a <= f' t <= b) ->
  a <= f 1 - f 0 <= b.
Proof.
  intros D B. split.
  - generalize (increasing_of_derive (fun t => f t - a * t) (fun t => f' t - a) 0 1 ltac:(lra)). intros G.
    cut (f 0 - a * 0 <= f 1 - a * 1); [lra|]. apply G.
    + intros t T. apply (is_derive_minus f (fun t => a * t)); [auto|]. auto_derive; auto. ring.
    + intros t T. specialize (B t T). lra.
  - generalize (increasing_of_derive (fun t => b * t - f t) (fun t => b - f' t) 0 1 ltac:(lra)). intros G.
    cut (b * 0 - f 0 <= b * 1 - f 1); [lra|]. apply G.
    + intros t T. apply (is_derive_minus (fun t => b * t) f); [|auto]. auto_derive; auto. ring.
    + intros t T. specialize (B t T). lra.
Qed.
Lemma scaled_derive (g g' : R -> R) s :
  0 <= s <= 1 -> (forall t, 0 <= t <= 1 -> is_derive g t (g' t)) ->
  forall t, 0 <= t <= 1 -> is_derive (fun t => g (s * t)) t (s * g' (s * t)).
Proof.
  intros S D t T. apply (is_derive_comp g (fun t => s * t) t (g' (s * t)) s).
  - apply D. nra.
  - auto_derive; auto. ring.
Qed.
Lemma taylor_1_at (g g' : R -> R) a b s :
  (forall t, 0 <= t <= 1 -> is_derive g t (g' t)) -> (forall t, 0 <= t <= 1 -> a <= g' t <= b) ->
  0 <= s <= 1 -> a * s <= g s - g 0 <= b * s.
Proof.
  intros D B S. generalize (taylor_1 (fun t => g (s * t)) (fun t => s * g' (s * t)) (a * s) (b * s)
    (scaled_derive g g' s S D)). rewrite Rmult_1_r, Rmult_0_r. intros H. apply H.
  intros t T. assert (0 <= s * t <= 1) by nra. specialize (B _ H0). nra.
Qed.
Lemma taylor_2 (f f' f'' : R -> R) a b :
  (forall t, 0 <= t <= 1 -> is_derive f t (f' t)) -> (forall t, 0 <= t <= 1 -> is_derive f' t (f'' t)) ->
  (forall t, 0 <= t <= 1 -> a <= f'' t <= b) -> a / 2 <= f 1 - f 0 - f' 0 <= b / 2.
Proof.
  intros D D' B. assert (AB : a <= b) by (specialize (B 0 ltac:(lra)); lra).
  assert (L : forall c s, 0 <= s <= 1 -> is_derive (fun t => f t - f' 0 * t - c * t ^ 2 / 2) s (f' s - f' 0 - c * s)).
  { intros c s S. apply (is_derive_minus (fun t => f t - f' 0 * t) (fun t => c * t ^ 2 / 2)).
    - apply (is_derive_minus f (fun t => f' 0 * t)); auto. auto_derive; auto. ring.
    - auto_derive; auto. field. }
  assert (T := fun s => taylor_1_at f' f'' a b s D' B).
  assert (U := increasing_of_derive _ _ 0 1 ltac:(lra) (L a)).
  assert (V := taylor_1 _ _ (- (b - a)) 0 (L b)). cbv beta in U, V. split.
  - cut (f 0 - f' 0 * 0 - a * 0 ^ 2 / 2 <= f 1 - f' 0 * 1 - a * 1 ^ 2 / 2); [lra|]. apply U.
    intros s S. specialize (T s S). lra.
  - destruct V as [_ V]; [|lra]. intros s S. specialize (T s S). nra.
Qed.
Lemma taylor_2_at (f f' f'' : R -> R) a b s :
  (forall t, 0 <= t <= 1 -> is_derive f t (f' t)) -> (forall t, 0 <= t <= 1 -> is_derive f' t (f'' t)) ->
  (forall t, 0 <= t <= 1 -> a <= f'' t <= b) -> 0 <= s <= 1 ->
  a / 2 * s ^ 2 <= f s - f 0 - f' 0 * s <= b / 2 * s ^ 2.
Proof.
  intros D D' B S.
  generalize (taylor_2 (fun t => f (s * t)) (fun t => s * f' (s * t)) (fun t => s * (s * f'' (s * t)))
    (a * s ^ 2) (b * s ^ 2) (scaled_derive f f' s S D)).
  rewrite Rmult_1_r, Rmult_0_r. intros H. cut (a * s ^ 2 / 2 <= f s - f 0 - s * f' 0 <= b * s ^ 2 / 2); [lra|].
  apply H.
  - intros t T. apply (is_derive_scal (fun t => f' (s * t))). apply (scaled_derive f' f''); auto.
  - intros t T. assert (0 <= s * t <= 1) by nra. specialize (B _ H0). nra.
Qed.
Lemma taylor_3 (f f' f'' f''' : R -> R) a b :
  (forall t, 0 <= t <= 1 -> is_derive f t (f' t)) -> (forall t, 0 <= t <= 1 -> is_derive f' t (f'' t)) ->
  (forall t, 0 <= t <= 1 -> is_derive f'' t (f''' t)) ->
  (forall t, 0 <= t <= 1 -> a <= f''' t <= b) -> a / 6 <= f 1 - f 0 - f' 0 - f'' 0 / 2 <= b / 6.
Proof.
  intros D D' D'' B. assert (AB : a <= b) by (specialize (B 0 ltac:(lra)); lra).
  assert (L : forall c s, 0 <= s <= 1 ->
    is_derive (fun t => f t - f' 0 * t - f'' 0 * t ^ 2 / 2 - c * t ^ 3 / 6) s
              (f' s - f' 0 - f'' 0 * s - c / 2 * s ^ 2)).
  { intros c s S. apply (is_derive_minus (fun t => f t - f' 0 * t - f'' 0 * t ^ 2 / 2) (fun t => c * t ^ 3 / 6)).
    - apply (is_derive_minus (fun t => f t - f' 0 * t) (fun t => f'' 0 * t ^ 2 / 2)).
      + apply (is_derive_minus f (fun t => f' 0 * t)); auto. auto_derive; auto. ring.
      + auto_derive; auto. field.
    - auto_derive; auto. field. }
  assert (T := fun s => taylor_2_at f' f'' f''' a b s D' D'' B).
  assert (U := taylor_1 _ _ 0 ((b - a)) (L a)). assert (V := taylor_1 _ _ (- (b - a)) 0 (L b)).
  cbv beta in U, V. split.
  - destruct U as [U _]; [|lra]. intros s S. specialize (T s S). assert (0 <= s ^ 2 <= 1) by nra. nra.
  - destruct V as [_ V]; [|lra]. intros s S. specialize (T s S). assert (0 <= s ^ 2 <= 1) by nra. nra.
Qed.
Lemma taylor_4 (f f' f'' f''' f4 : R -> R) a b :
  (forall t, 0 <= t <= 1 -> is_derive f t (f' t)) -> (forall t, 0 <= t <= 1 -> is_derive f' t (f'' t)) ->
  (forall t, 0 <= t <= 1 -> is_derive f'' t (f''' t)) -> (forall t, 0 <= t <= 1 -> is_derive f''' t (f4 t)) ->
  (forall t, 0 <= t <= 1 -> a <= f4 t <= b) -> a / 24 <= f 1 - f 0 - f' 0 - f'' 0 / 2 - f''' 0 / 6 <= b / 24.
Proof.
  intros D D' D'' D3 B. assert (AB : a <= b) by (specialize (B 0 ltac:(lra)); lra).
  assert (T : forall s, 0 <= s <= 1 -> a / 6 * s ^ 3 <= f' s - f' 0 - f'' 0 * s - f''' 0 / 2 * s ^ 2 <= b / 6 * s ^ 3).
  { intros s S.
    generalize (taylor_3 (fun t => f' (s * t)) (fun t => s * f'' (s * t)) (fun t => s * (s * f''' (s * t)))
      (fun t => s * (s * (s * f4 (s * t)))) (a * s ^ 3) (b * s ^ 3) (scaled_derive f' f'' s S D')).
    rewrite Rmult_1_r, Rmult_0_r. intros H.
    cut (a * s ^ 3 / 6 <= f' s - f' 0 - s * f'' 0 - s * (s * f''' 0) / 2 <= b * s ^ 3 / 6); [lra|].
    apply H.
    - intros t U. apply (is_derive_scal (fun t => f'' (s * t))). apply (scaled_derive f'' f'''); auto.
    - intros t U. apply (is_derive_scal (fun t => s * f''' (s * t))), (is_derive_scal (fun t => f''' (s * t))).
      apply (scaled_derive f''' f4); auto.
    - intros t U. assert (0 <= s * t <= 1) by nra. specialize (B _ H0). assert (0 <= s ^ 3) by (apply pow_le; lra).
      replace (s * (s * (s * f4 (s * t)))) with (f4 (s * t) * s ^ 3) by ring. nra. }
  assert (L : forall c s, 0 <= s <= 1 ->
    is_derive (fun t => f t - f' 0 * t - f'' 0 * t ^ 2 / 2 - f''' 0 * t ^ 3 / 6 - c * t ^ 4 / 24) s
              (f' s - f' 0 - f'' 0 * s - f''' 0 / 2 * s ^ 2 - c / 6 * s ^ 3)).
  { intros c s S.
    apply (is_derive_minus (fun t => f t - f' 0 * t - f'' 0 * t ^ 2 / 2 - f''' 0 * t ^ 3 / 6) (fun t => c * t ^ 4 / 24)).
    - apply (is_derive_minus (fun t => f t - f' 0 * t - f'' 0 * t ^ 2 / 2) (fun t => f''' 0 * t ^ 3 / 6)).
      + apply (is_derive_minus (fun t => f t - f' 0 * t) (fun t => f'' 0 * t ^ 2 / 2)).
        * apply (is_derive_minus f (fun t => f' 0 * t)); auto. auto_derive; auto. ring.
        * auto_derive; auto. field.
      + auto_derive; auto. field.
    - auto_derive; auto. field. }
  assert (U := taylor_1 _ _ 0 ((b - a)) (L a)). assert (V := taylor_1 _ _ (- (b - a)) 0 (L b)).
  cbv beta in U, V. split.
  - destruct U as [U _]; [|lra]. intros s S. specialize (T s S).
    assert (0 <= s ^ 3 <= 1) by (split; [apply pow_le; lra | rewrite <- (pow1 3); apply pow_incr; lra]). nra.
  - destruct V as [_ V]; [|lra]. intros s S. specialize (T s S).
    assert (0 <= s ^ 3 <= 1) by (split; [apply pow_le; lra | rewrite <- (pow1 3); apply pow_incr; lra]). nra.
Qed.

(** A sum of derivable functions. *)
Lemma is_derive_sum {A} (I : list A) (f f' : A -> R -> R) t :
  (forall i, In i I -> is_derive (f i) t (f' i t)) ->
  is_derive (fun t => sum I (fun i => f i t)) t (sum I (fun i => f' i t)).
Proof.
  induction I as [|i I IH]; simpl; intros H.
  - apply (is_derive_const 0).
  - apply (is_derive_plus (f i) (fun t => sum I (fun i => f i t))); auto.
Qed.

(** An equation between elements of a normed module that are real numbers. *)
Ltac of_reals := match goal with |- ?a = ?b => change (@eq R a b) end.
