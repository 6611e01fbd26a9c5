(* SPDX-License-Identifier: Apache-2.0 *)
(** Convexity of log-sum-exp: chords, tangents, divergences, duality, condition, perspective. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.entropy laws.bounds laws.softmax.
Import ListNotations.
Open Scope R_scope.

Section Convexity.
Context {A : Type}.
Implicit Types (I : list A) (x y h p d : A -> R).

Definition mix (theta : R) x y : A -> R := fun i => (1 - theta) * x i + theta * y i.

(** [convexity.chord] Tags: n ≥ 1, 0 ≤ θ ≤ 1.  Sharper: refuted below, with a strict sign. *)
Theorem convexity_chord I x y theta :
  I <> [] -> 0 <= theta <= 1 ->
  0 <= (1 - theta) * lse I x + theta * lse I y - lse I (mix theta x y)
    <= theta * (1 - theta) * spread I (fun i => y i - x i) ^ 2 / 8.
Proof.
  intros N [P Q]. set (z := mix theta x y). set (w := spread I (fun i => y i - x i)).
  generalize (lse_tangent I z x N) (lse_tangent I z y N).
  rewrite (mean_ext I z (fun i => x i - z i) (fun i => (- theta) * (y i - x i))) by (intros; unfold z, mix; ring).
  rewrite (mean_ext I z (fun i => y i - z i) (fun i => (1 - theta) * (y i - x i))) by (intros; unfold z, mix; ring).
  rewrite !mean_scal. set (m := mean I z (fun i => y i - x i)).
  rewrite (spread_ext I (fun i => x i - z i) (fun i => - (theta * (y i - x i)))) by (intros; unfold z, mix; ring).
  rewrite (spread_ext I (fun i => y i - z i) (fun i => (1 - theta) * (y i - x i))) by (intros; unfold z, mix; ring).
  rewrite spread_opp, !spread_scale by (auto; lra). fold w. intros [L U] [L' U']. split.
  - assert (0 <= (1 - theta) * (lse I x - lse I z - - theta * m)) by (apply Rmult_le_pos; lra).
    assert (0 <= theta * (lse I y - lse I z - (1 - theta) * m)) by (apply Rmult_le_pos; lra). lra.
  - apply Rmult_le_compat_l with (r := 1 - theta) in U; [|lra]. apply Rmult_le_compat_l with (r := theta) in U'; [|lra]. nra.
Qed.

(** The curvature along the segment from [x] to [y] is at least this. *)
Lemma variance_ge I x h r :
  I <> [] -> spread I x <= r -> exp (- r) / count I * sum I (fun i => (h i - average I h) ^ 2) <= variance I x h.
Proof.
  intros N S. generalize (count_pos I N). intros C. set (m := mean I x h).
  assert (K : sum I (fun i => (h i - average I h) ^ 2) <= sum I (fun i => (h i - m) ^ 2)).
  { set (a := average I h). replace (sum I (fun i => (h i - m) ^ 2)) with
      (sum I (fun i => (h i - a) ^ 2) + (2 * (a - m) * (sum I h - count I * a) + count I * (a - m) ^ 2)).
    - replace (count I * a) with (sum I h) by (unfold a, average; field; lra). generalize (pow2_ge_0 (a - m)). nra.
    - rewrite <- (sum_const a I), <- (sum_const ((a - m) ^ 2) I). gather. apply sum_ext. intros; ring. }
  apply Rle_trans with (exp (- r) / count I * sum I (fun i => (h i - m) ^ 2)).
  - apply Rmult_le_compat_l; auto. apply Rlt_le, Rdiv_lt_0_compat; [apply exp_pos | lra].
  - unfold variance, covariance, mean, inner. fold m. rewrite <- sum_scal. apply sum_le. intros i Hi. fold (inner I (softmax I x) h). fold (mean I x h). fold m.
    replace ((h i - m) * (h i - m)) with ((h i - m) ^ 2) by ring. apply Rmult_le_compat_r; [apply pow2_ge_0|].
    apply Rle_trans with (2 := softmax_ge I x i Hi). apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|]. apply exp_le. lra.
Qed.
Lemma spread_mix I x y t r :
  I <> [] -> 0 <= t <= 1 -> spread I x <= r -> spread I y <= r -> spread I (mix t x y) <= r.
Proof.
  intros N T X Y. destruct (maximum_in I (mix t x y) N) as [i [Hi Ei]], (minimum_in I (mix t x y) N) as [j [Hj Ej]].
  unfold spread at 1. rewrite <- Ei, <- Ej. unfold mix.
  generalize (difference_le_spread I x i j Hi Hj) (difference_le_spread I y i j Hi Hj). nra.
Qed.
Lemma lse_tangent_strict I x y r :
  I <> [] -> spread I x <= r -> spread I y <= r ->
  let h := fun i => y i - x i in
  exp (- r) / (2 * count I) * sum I (fun i => (h i - average I h) ^ 2) <= lse I y - lse I x - mean I x h.
Proof.
  intros N X Y h. set (S := sum I (fun i => (h i - average I h) ^ 2)). generalize (count_pos I N). intros C.
  generalize (taylor_2 (fun t => lse I (line x h t)) (fun t => mean I (line x h t) h)
    (fun t => variance I (line x h t) h) (exp (- r) / count I * S) (spread I h ^ 2 / 4)
    (fun t _ => is_derive_lse I x h t N) (fun t _ => is_derive_mean I x h h t N)).
  rewrite lse_line_0, mean_line_0. replace (lse I (line x h 1)) with (lse I y) by (symmetry; apply lse_line_1). intros H.
  replace (exp (- r) / (2 * count I) * S) with (exp (- r) / count I * S / 2) by (field; lra). apply H.
  intros t T. split; [|apply variance_le_spread; auto]. apply variance_ge; auto.
  rewrite (spread_ext I _ (mix t x y)) by (intros; unfold line, mix, h; ring). apply spread_mix; auto.
Qed.

(** [convexity.strict] Tags: n ≥ 1, 0 ≤ θ ≤ 1.  Sharper: refuted below, without the exponential of the spread. *)
Theorem convexity_strict I x y theta :
  I <> [] -> 0 <= theta <= 1 ->
  let h := fun i => y i - x i in let r := Rmax (spread I x) (spread I y) in
  theta * (1 - theta) * (exp (- r) / (2 * count I)) * sum I (fun i => (h i - average I h) ^ 2)
    <= (1 - theta) * lse I x + theta * lse I y - lse I (mix theta x y) /\
  (0 < theta < 1 -> ((1 - theta) * lse I x + theta * lse I y = lse I (mix theta x y) <->
     exists c, forall i, In i I -> y i - x i = c)).
Proof.
  intros N T h r. set (z := mix theta x y). set (S := sum I (fun i => (h i - average I h) ^ 2)). generalize (count_pos I N). intros C.
  assert (B : theta * (1 - theta) * (exp (- r) / (2 * count I)) * S <= (1 - theta) * lse I x + theta * lse I y - lse I z).
  { assert (X : spread I x <= r) by apply Rmax_l. assert (Y : spread I y <= r) by apply Rmax_r.
    assert (Z : spread I z <= r) by (apply spread_mix; auto).
    generalize (lse_tangent_strict I z x r N Z X) (lse_tangent_strict I z y r N Z Y). cbv zeta.
    rewrite (mean_ext I z (fun i => x i - z i) (fun i => (- theta) * h i)) by (intros; unfold z, mix, h; ring).
    rewrite (mean_ext I z (fun i => y i - z i) (fun i => (1 - theta) * h i)) by (intros; unfold z, mix, h; ring).
    rewrite !mean_scal. set (m := mean I z h).
    assert (G : forall (k : A -> R) c, (forall i, k i = c * h i) -> sum I (fun i => (k i - average I k) ^ 2) = c ^ 2 * S).
    { intros k c H. assert (average I k = c * average I h).
      { unfold average. rewrite (sum_ext I k (fun i => c * h i)) by auto. rewrite sum_scal. field. lra. }
      rewrite H0. unfold S. rewrite <- sum_scal. apply sum_ext. intros. rewrite H. ring. }
    rewrite (G (fun i => x i - z i) (- theta)) by (intros; unfold z, mix, h; ring).
    rewrite (G (fun i => y i - z i) (1 - theta)) by (intros; unfold z, mix, h; ring).
    set (e := exp (- r) / (2 * count I)). intros U V.
    apply Rmult_le_compat_l with (r := 1 - theta) in U; [|lra]. apply Rmult_le_compat_l with (r := theta) in V; [|lra].
    replace (theta * (1 - theta) * e * S) with ((1 - theta) * (e * ((- theta) ^ 2 * S)) + theta * (e * ((1 - theta) ^ 2 * S))) by ring. lra. }
  split; auto. intros T'. split.
  - intros E. rewrite E, Rminus_eq_0 in B. assert (P : 0 < theta * (1 - theta) * (exp (- r) / (2 * count I))).
    { apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; lra | apply Rdiv_lt_0_compat; [apply exp_pos | lra]]. }
    assert (S0 : 0 <= S) by (apply sum_nonneg; intros; apply pow2_ge_0). assert (Z : S = 0) by nra.
    exists (average I h). intros i Hi.
    assert (Q := sum_nonneg_zero I (fun i => (h i - average I h) ^ 2) (fun j _ => pow2_ge_0 _) Z i Hi). cbv beta in Q.
    change (h i = average I h). nra.
  - intros [c H]. rewrite (lse_ext I z (fun i => x i + theta * c)).
    + rewrite (lse_ext I y (fun i => x i + c)) by (intros i Hi; specialize (H i Hi); lra). rewrite !lse_translate by auto. ring.
    + intros i Hi. specialize (H i Hi). unfold z, mix. rewrite <- H. ring.
Qed.

Lemma lse_smooth I x d : I <> [] -> lse I (fun i => x i + d i) <= lse I x + mean I x d + sum I (fun i => d i ^ 2) / 4.
Proof.
  intros N. generalize (taylor_2 (fun t => lse I (line x d t)) (fun t => mean I (line x d t) d)
    (fun t => variance I (line x d t) d) 0 (sum I (fun i => d i ^ 2) / 2)
    (fun t _ => is_derive_lse I x d t N) (fun t _ => is_derive_mean I x d d t N)).
  rewrite lse_line_0, mean_line_0. rewrite (lse_ext I (line x d 1) (fun i => x i + d i)) by (intros; unfold line; ring). intros H.
  destruct H as [_ H]; [|lra]. intros t _. split; [apply variance_nonneg; auto|].
  generalize (variance_le_half I (line x d t) d 0 N). rewrite (sum_ext I (fun i => (d i - 0) ^ 2) (fun i => d i ^ 2)) by (intros; ring). auto.
Qed.
Lemma cocoercive I x y :
  I <> [] -> sum I (fun i => (softmax I y i - softmax I x i) ^ 2) <= lse I y - lse I x - mean I x (fun i => y i - x i).
Proof.
  intros N. set (d := fun i => softmax I y i - softmax I x i).
  generalize (lse_smooth I y (fun i => -2 * d i) N) (proj1 (lse_tangent I x (fun i => y i + -2 * d i) N)).
  rewrite (mean_ext I x (fun i => y i + -2 * d i - x i) (fun i => (y i - x i) + -2 * d i)) by (intros; ring).
  rewrite mean_plus, !mean_scal. rewrite (sum_ext I (fun i => (-2 * d i) ^ 2) (fun i => 4 * d i ^ 2)) by (intros; ring).
  rewrite sum_scal. generalize (distance_as_means I y x). cbv zeta. fold d. intros E U L.
  change (sum I (fun i => d i ^ 2) <= lse I y - lse I x - mean I x (fun i => y i - x i)).
  change (sum I (fun i => d i ^ 2) = mean I y d - mean I x d) in E. lra.
Qed.

(** [convexity.tangent] Tags: n ≥ 1.  Sharper: refuted below, with twice the square. *)
Theorem convexity_tangent I x y :
  I <> [] ->
  let h := fun i => y i - x i in
  norm2 I (fun i => softmax I y i - softmax I x i) ^ 2 <= lse I y - lse I x - inner I (softmax I x) h <= spread I h ^ 2 / 8.
Proof.
  intros N h. split; [|apply (lse_tangent I x y N)]. unfold norm2. rewrite pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0).
  apply cocoercive; auto.
Qed.

(** [convexity.monotone] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem convexity_monotone I x y :
  I <> [] ->
  let d := fun i => softmax I x i - softmax I y i in
  0 <= 2 * norm2 I d ^ 2 <= inner I d (fun i => x i - y i) /\
  inner I d (fun i => x i - y i) <= spread I (fun i => x i - y i) ^ 2 / 4.
Proof.
  intros N d. unfold norm2. rewrite pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0).
  assert (E : inner I d (fun i => x i - y i) = mean I x (fun i => x i - y i) - mean I y (fun i => x i - y i)).
  { unfold mean, inner. gather. apply sum_ext. intros; unfold d; ring. }
  split; [split|].
  - assert (0 <= sum I (fun i => d i ^ 2)) by (apply sum_nonneg; intros; apply pow2_ge_0). lra.
  - generalize (cocoercive I x y N) (cocoercive I y x N). rewrite E.
    rewrite (mean_ext I x (fun i => y i - x i) (fun i => -1 * (x i - y i))) by (intros; ring). rewrite mean_scal.
    rewrite (sum_ext I (fun i => (softmax I y i - softmax I x i) ^ 2) (fun i => d i ^ 2)) by (intros; unfold d; ring).
    change (fun i => (softmax I x i - softmax I y i) ^ 2) with (fun i => d i ^ 2). lra.
  - rewrite E. generalize (mean_lipschitz I y x (fun i => x i - y i) N) (Rle_abs (mean I x (fun i => x i - y i) - mean I y (fun i => x i - y i))). nra.
Qed.

(** [divergence.bregman] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem divergence_bregman I x y :
  I <> [] -> lse I x - lse I y - inner I (softmax I y) (fun i => x i - y i) = kl I (softmax I y) (softmax I x).
Proof. intros N. rewrite kl_softmax by auto. reflexivity. Qed.

(** [divergence.symmetrised] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem divergence_symmetrised I x y :
  I <> [] ->
  inner I (fun i => softmax I x i - softmax I y i) (fun i => x i - y i)
    = kl I (softmax I x) (softmax I y) + kl I (softmax I y) (softmax I x) /\
  0 <= inner I (fun i => softmax I x i - softmax I y i) (fun i => x i - y i).
Proof.
  intros N. split; [|generalize (convexity_monotone I x y N); cbv zeta; lra].
  rewrite !kl_softmax by auto. unfold mean, inner.
  replace (lse I y - lse I x - sum I (fun i => softmax I x i * (y i - x i)) + (lse I x - lse I y - sum I (fun i => softmax I y i * (x i - y i))))
    with (- sum I (fun i => softmax I x i * (y i - x i)) - sum I (fun i => softmax I y i * (x i - y i))) by ring.
  gather. apply sum_ext. intros; ring.
Qed.

(** [divergence.three-points] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem divergence_three_points I x y w :
  I <> [] ->
  let D x y := kl I (softmax I y) (softmax I x) in
  D x w - D x y - D y w = inner I (fun i => softmax I y i - softmax I w i) (fun i => x i - y i).
Proof.
  intros N D. unfold D. rewrite !kl_softmax by auto. unfold mean, inner.
  match goal with |- ?e = _ => replace e with (sum I (fun i => softmax I y i * (x i - y i)) - sum I (fun i => softmax I w i * (x i - w i))
    + sum I (fun i => softmax I w i * (y i - w i))) by ring end.
  gather. apply sum_ext. intros; ring.
Qed.

(** [divergence.bounds] Tags: n ≥ 1.  Sharper: refuted below, with strict signs. *)
Theorem divergence_bounds I x y :
  I <> [] ->
  norm1 I (fun i => softmax I x i - softmax I y i) ^ 2 / 2 <= kl I (softmax I x) (softmax I y)
    <= spread I (fun i => x i - y i) ^ 2 / 8.
Proof.
  intros N. split.
  - apply pinsker; try apply softmax_distribution; auto. intros i _. apply softmax_pos; auto.
  - rewrite kl_softmax by auto. rewrite (spread_ext I (fun i => x i - y i) (fun i => - (y i - x i))) by (intros; ring).
    rewrite spread_opp. apply lse_tangent; auto.
Qed.

Lemma gap_is_kl I x p :
  distribution I p -> lse I x - inner I p x - entropy I p = kl I p (softmax I x).
Proof.
  intros D. assert (N := distribution_nonempty I p D).
  assert (E : cross_entropy I p (softmax I x) = lse I x - inner I p x).
  { unfold cross_entropy. rewrite (sum_ext I _ (fun i => p i * x i - p i * lse I x)) by (intros; rewrite ln_softmax by auto; ring).
    rewrite sum_minus, sum_scal_r, (proj2 D). unfold inner. ring. }
  rewrite <- E, (cross_entropy_kl I p); [ring | apply D | intros i _; apply softmax_pos; auto].
Qed.

(** [duality.gibbs] Tags: p distribution.  Sharper: refuted below, with a strict sign. *)
Theorem duality_gibbs I x p :
  distribution I p ->
  lse I x - inner I p x - entropy I p = kl I p (softmax I x) /\
  0 <= norm1 I (fun i => p i - softmax I x i) ^ 2 / 2 <= kl I p (softmax I x) /\
  inner I p x + entropy I p <= lse I x /\
  (inner I p x + entropy I p = lse I x <-> forall i, In i I -> p i = softmax I x i).
Proof.
  intros D. assert (N := distribution_nonempty I p D). assert (E := gap_is_kl I x p D).
  assert (Q : positive I (softmax I x)) by (intros i _; apply softmax_pos; auto).
  assert (S := softmax_distribution I x N).
  split; auto. split; [split; [|apply pinsker; auto]|split].
  - generalize (pow2_ge_0 (norm1 I (fun i => p i - softmax I x i))). lra.
  - generalize (kl_nonneg I p _ D Q ltac:(rewrite (proj2 S); lra)). lra.
  - split.
    + intros H. apply kl_zero; auto; [rewrite (proj2 S); lra | lra].
    + intros H. assert (K : kl I p (softmax I x) = 0); [|lra]. unfold kl. apply sum_zero. intros i Hi. rewrite (H i Hi).
      replace (softmax I x i / softmax I x i) with 1; [rewrite ln_1; ring|]. field. apply Rgt_not_eq, Q; auto.
Qed.

(** [duality.legendre] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem duality_legendre I x : I <> [] -> inner I (softmax I x) x + entropy I (softmax I x) = lse I x.
Proof. intros N. rewrite entropy_softmax by auto. unfold mean. ring. Qed.

(** [duality.off-the-simplex] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem duality_off_the_simplex (same : forall i j : A, {i = j} + {i <> j}) I x p t i :
  NoDup I -> In i I ->
  let phi x := inner I p x - lse I x in
  phi (fun j => x j + t) - phi x = t * (sum I p - 1) /\
  - Rabs t * p i <= phi (fun j => x j - Rabs t * unit_vector same i j) - phi x /\
  (sum I p <> 1 -> forall M, exists y, M < phi y) /\
  (p i < 0 -> forall M, exists y, M < phi y) /\
  (distribution I p -> is_lub (fun v => exists y, v = phi y) (sum I (fun j => p j * ln (p j)))).
Proof.
  intros D Hi phi. assert (N : I <> []) by (intros ->; easy).
  assert (F : forall t x, phi (fun j => x j + t) - phi x = t * (sum I p - 1)).
  { intros s z. unfold phi. rewrite lse_translate by auto. unfold inner.
    rewrite (sum_ext I (fun j => p j * (z j + s)) (fun j => p j * z j + p j * s)) by (intros; ring).
    rewrite sum_plus, sum_scal_r. ring. }
  assert (G : forall s, 0 <= s -> - s * p i <= phi (fun j => x j - s * unit_vector same i j) - phi x).
  { intros s P. unfold phi.
    assert (L : lse I (fun j => x j - s * unit_vector same i j) <= lse I x).
    { apply lse_le; auto. intros j _. unfold unit_vector. destruct (same i j); nra. }
    assert (E : inner I p (fun j => x j - s * unit_vector same i j) = inner I p x - s * p i).
    { unfold inner. rewrite (sum_ext I _ (fun j => p j * x j - s * (p j * unit_vector same i j))) by (intros; ring).
      rewrite sum_minus, sum_scal. f_equal. f_equal. rewrite (sum_single I _ i D Hi).
      - unfold unit_vector. destruct (same i i); [ring | easy].
      - intros j _ H. unfold unit_vector. destruct (same i j); [congruence | ring]. }
    rewrite E. lra. }
  split; [apply F|]. split; [apply G, Rabs_pos|]. split; [|split].
  - intros H M. exists (fun j => x j + (M - phi x + 1) / (sum I p - 1)).
    generalize (F ((M - phi x + 1) / (sum I p - 1)) x). replace ((M - phi x + 1) / (sum I p - 1) * (sum I p - 1)) with (M - phi x + 1) by (field; lra). lra.
  - intros H M. set (s := (Rabs (M - phi x) + 1) / - p i). assert (P : 0 <= s).
    { apply Rlt_le, Rdiv_lt_0_compat; [generalize (Rabs_pos (M - phi x)); lra | lra]. }
    exists (fun j => x j - s * unit_vector same i j). generalize (G s P) (Rle_abs (M - phi x)).
    replace (- s * p i) with (Rabs (M - phi x) + 1) by (unfold s; field; lra). lra.
  - intros P. split.
    + intros v [y ->]. generalize (proj1 (proj2 (proj2 (duality_gibbs I y p P)))). unfold phi, entropy. lra.
    + intros b H. apply le_epsilon. intros e Pe. generalize (count_pos I N). intros C. set (s := e / count I).
      assert (S : 0 < s) by (apply Rdiv_lt_0_compat; lra). specialize (H (phi (fun j => ln (p j + s))) (ex_intro _ _ eq_refl)).
      assert (Q : forall j, In j I -> 0 < p j + s) by (intros j Hj; generalize (proj1 P j Hj); lra).
      assert (T : lse I (fun j => ln (p j + s)) <= e).
      { unfold lse. rewrite (sum_ext I _ (fun j => p j + s)) by (intros; apply exp_ln; auto). rewrite sum_plus, (proj2 P), sum_const.
        replace (count I * s) with e by (unfold s; field; lra). generalize (ln_le_sub (1 + e)). lra. }
      assert (U : sum I (fun j => p j * ln (p j)) <= inner I p (fun j => ln (p j + s))).
      { apply sum_le. intros j Hj. destruct (proj1 P j Hj) as [X| <-]; [|lra]. apply Rmult_le_compat_l; [lra|]. apply ln_le_ln; lra. }
      unfold phi in H. lra.
Qed.

(** [duality.inverse] Tags: p distribution, p > 0.  Sharper: refuted below, with half the spread. *)
Theorem duality_inverse I x p i :
  distribution I p -> positive I p -> In i I ->
  let w := spread I (fun j => x j - ln (p j)) in
  exp (- w) <= softmax I x i / p i <= exp w /\
  (forall c, softmax I (fun j => ln (p j) + c) i = p i) /\
  (forall y z, (forall j, In j I -> softmax I y j = softmax I z j) -> sum I y = 0 -> sum I z = 0 -> y i = z i) /\
  (let m := average I (fun j => ln (p j)) in
   sum I (fun j => ln (p j) + - m) = 0 /\ softmax I (fun j => ln (p j) + - m) i = p i).
Proof.
  intros D P Hi w. assert (N := distribution_nonempty I p D). generalize (count_pos I N). intros C. split; [|split; [|split]].
  - generalize (softmax_stability I x (fun j => ln (p j)) i Hi). cbv zeta. rewrite softmax_ln by auto. auto.
  - intros c. apply softmax_ln_translate; auto.
  - intros y z E Y Z. assert (L : forall j, In j I -> y j = z j + (lse I y - lse I z)).
    { intros j Hj. generalize (f_equal ln (E j Hj)). rewrite !ln_softmax by auto. lra. }
    assert (lse I y - lse I z = 0).
    { rewrite (sum_ext I y _ L), sum_plus, Z, sum_const in Y. nra. }
    rewrite (L i Hi). lra.
  - intros m. split; [|apply softmax_ln_translate; auto]. rewrite sum_plus, sum_const. unfold m, average. field. lra.
Qed.
End Convexity.

Definition convexity_chord_met := convexity_chord two ramp (pair 0 0) (1 / 2) two_some ltac:(lra).
Lemma convexity_chord_sharp :
  ~ forall (I : list nat) x y theta, I <> [] -> 0 <= theta <= 1 ->
    0 < (1 - theta) * lse I x + theta * lse I y - lse I (mix theta x y).
Proof. intros H. specialize (H one ramp ramp 0 one_some ltac:(lra)). rewrite !lse_one in H. unfold mix in H. lra. Qed.
Definition convexity_strict_met := convexity_strict two ramp (pair 0 0) (1 / 2) two_some ltac:(lra).
Lemma convexity_strict_sharp :
  ~ forall (I : list nat) x y theta, I <> [] -> 0 <= theta <= 1 ->
    let h := fun i => y i - x i in
    theta * (1 - theta) * (1 / (2 * count I)) * sum I (fun i => (h i - average I h) ^ 2)
      <= (1 - theta) * lse I x + theta * lse I y - lse I (mix theta x y).
Proof.
  intros H. specialize (H two (pair 0 0) (pair 8 0) (1 / 2) two_some ltac:(lra)). cbv zeta in H.
  rewrite lse_zeros in H. unfold average in H. rewrite !sum_pair, count_two_2 in H. simpl in H.
  assert (U : lse two (pair 8 0) <= 8 + ln 2).
  { rewrite <- count_two_2, <- (lse_const two 8 two_some). apply lse_le; [easy|]. intros [|] _; simpl; lra. }
  assert (L : 4 <= lse two (mix (1 / 2) (pair 0 0) (pair 8 0))).
  { replace 4 with (mix (1 / 2) (pair 0 0) (pair 8 0) 0%nat) by (unfold mix; simpl; field). apply lse_ge, in_0. }
  generalize ln_2_lt_1. lra.
Qed.
Definition convexity_tangent_met := convexity_tangent two ramp (pair 0 0) two_some.
Lemma convexity_tangent_sharp :
  ~ forall (I : list nat) x y, I <> [] ->
    2 * norm2 I (fun i => softmax I y i - softmax I x i) ^ 2 <= lse I y - lse I x - inner I (softmax I x) (fun i => y i - x i).
Proof.
  intros H. destruct (steep (1 / 5) ltac:(lra)) as [t [T S]]. specialize (H two (pair 0 0) (pair t 0) two_some).
  generalize (lse_tangent two (pair 0 0) (pair t 0) two_some). rewrite spread_pair_difference by lra. unfold mean. intros B.
  unfold norm2 in H. rewrite sum_pair, (proj1 (softmax_pair_difference t)), (proj2 (softmax_pair_difference t)), pow2_sqrt in H by nra. nra.
Qed.
Definition convexity_monotone_met := convexity_monotone two ramp (pair 0 0) two_some.
Lemma convexity_monotone_sharp :
  ~ forall (I : list nat) x y, I <> [] -> 0 < inner I (fun i => softmax I x i - softmax I y i) (fun i => x i - y i).
Proof. intros H. specialize (H two ramp ramp two_some). unfold inner in H. rewrite sum_zero in H by (intros; ring). lra. Qed.
Definition divergence_bregman_met := divergence_bregman two ramp (pair 0 0) two_some.
Definition divergence_symmetrised_met := divergence_symmetrised two ramp (pair 0 0) two_some.
Lemma divergence_symmetrised_sharp :
  ~ forall (I : list nat) x y, I <> [] -> 0 < kl I (softmax I x) (softmax I y) + kl I (softmax I y) (softmax I x).
Proof.
  intros H. apply convexity_monotone_sharp. intros I x y N. rewrite (proj1 (divergence_symmetrised I x y N)). auto.
Qed.
Definition divergence_three_points_met := divergence_three_points two ramp (pair 0 0) (pair 1 0) two_some.
Definition divergence_bounds_met := divergence_bounds two ramp (pair 0 0) two_some.
Lemma divergence_bounds_sharp :
  ~ forall (I : list nat) x y, I <> [] ->
    norm1 I (fun i => softmax I x i - softmax I y i) ^ 2 / 2 < kl I (softmax I x) (softmax I y).
Proof.
  intros H. apply divergence_symmetrised_sharp. intros I x y N.
  generalize (H I x y N) (H I y x N) (pow2_ge_0 (norm1 I (fun i => softmax I x i - softmax I y i)))
    (pow2_ge_0 (norm1 I (fun i => softmax I y i - softmax I x i))). lra.
Qed.
Definition duality_gibbs_met := duality_gibbs two ramp even even_distribution.
Lemma duality_gibbs_sharp : ~ forall (I : list nat) x p, distribution I p -> inner I p x + entropy I p < lse I x.
Proof.
  intros H. specialize (H two ramp (softmax two ramp) (softmax_distribution two ramp two_some)).
  generalize (duality_legendre two ramp two_some). lra.
Qed.
Definition duality_legendre_met := duality_legendre two ramp two_some.
Definition duality_off_the_simplex_met := duality_off_the_simplex PeanoNat.Nat.eq_dec two ramp ramp 1 0%nat two_distinct in_0.
Lemma duality_off_the_simplex_sharp :
  ~ forall (I : list nat) x p t i, NoDup I -> In i I ->
    let phi x := inner I p x - lse I x in
    - Rabs t * p i < phi (fun j => x j - Rabs t * unit_vector PeanoNat.Nat.eq_dec i j) - phi x.
Proof.
  intros H. specialize (H one ramp ramp 0 0%nat one_distinct in_one). cbv zeta in H. unfold inner in H.
  rewrite !sum_one, !lse_one, Rabs_R0 in H. lra.
Qed.
Definition duality_inverse_met := duality_inverse two ramp even 0%nat even_distribution even_positive in_0.
Lemma duality_inverse_sharp :
  ~ forall (I : list nat) x p i, distribution I p -> positive I p -> In i I ->
    softmax I x i / p i <= exp (spread I (fun j => x j - ln (p j)) / 2).
Proof.
  intros H. specialize (H two (pair 0 0) (softmax two (pair (-2) 0)) 0%nat (softmax_distribution two _ two_some)
    (fun i _ => softmax_pos two _ i two_some) in_0). rewrite steep_ratio in H.
  rewrite (spread_ext _ _ (fun i => pair 2 0 i + lse two (pair (-2) 0))) in H
    by (intros i _; rewrite ln_softmax by easy; destruct i; simpl; lra).
  unfold spread in H. rewrite maximum_translate, minimum_translate, maximum_pair, minimum_pair, Rmax_left, Rmin_right in H by (easy || lra).
  replace ((2 + lse two (pair (-2) 0) - (0 + lse two (pair (-2) 0))) / 2) with 1 in H by field. generalize steep_square. lra.
Qed.
