(* SPDX-License-Identifier: Apache-2.0 *)
(** The soft-min over the points of a lattice, with a fixed number of points. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples basics.entropy.
From softlaw Require Import laws.bounds laws.limits laws.perspective.
Import ListNotations.
Open Scope R_scope.

(** The points, their distances from [n], energies and weights. *)
Definition points (N : nat) : list nat := seq 0 (S N).
Definition deviation (n d : R) (k : nat) : R := n - d ^ 2 - INR k * d.
Definition energy (n d eps : R) (k : nat) : R := deviation n d k ^ 2 + eps.
Definition lattice_softmin (N : nat) (n d alpha eps : R) : R :=
  - / alpha * ln (sum (points N) (fun k => exp (- (alpha * energy n d eps k)))).
Definition weight (N : nat) (n d alpha eps : R) : nat -> R := softmax (points N) (fun k => - (alpha * energy n d eps k)).

Lemma points_some N : points N <> []. Proof. easy. Qed.
Lemma points_count N : count (points N) = INR N + 1. Proof. unfold count, points. rewrite seq_length. apply S_INR. Qed.

(** [lattice.definition] Tags: α > 0.  Sharper: none, it is an equality. *)
Theorem lattice_definition N n d alpha eps :
  lattice_softmin N n d alpha eps = - / alpha * lse (points N) (fun k => - alpha * energy n d eps k).
Proof. unfold lattice_softmin, lse. f_equal. f_equal. apply sum_ext. intros. f_equal. ring. Qed.

(** [lattice.epsilon] Tags: α > 0.  Sharper: none, both are equalities. *)
Theorem lattice_epsilon N n d alpha eps k :
  0 < alpha ->
  lattice_softmin N n d alpha eps = lattice_softmin N n d alpha 0 + eps /\
  weight N n d alpha eps k = weight N n d alpha 0 k.
Proof.
  intros P. assert (E : forall j, - (alpha * energy n d eps j) = - (alpha * energy n d 0 j) + - (alpha * eps)) by (intros; unfold energy; ring).
  split.
  - unfold lattice_softmin. fold (lse (points N) (fun k => - (alpha * energy n d eps k))). fold (lse (points N) (fun k => - (alpha * energy n d 0 k))).
    rewrite (lse_ext _ _ (fun j => - (alpha * energy n d 0 j) + - (alpha * eps))) by (intros; apply E). rewrite lse_translate by apply points_some. field. lra.
  - unfold weight. rewrite !softmax_exp by apply points_some.
    rewrite (lse_ext _ _ (fun j => - (alpha * energy n d 0 j) + - (alpha * eps))) by (intros; apply E). rewrite lse_translate, E by apply points_some. f_equal. ring.
Qed.

(** Minus the energies, at the temperature 1/α. *)
Lemma lattice_perspective N n d alpha eps :
  0 < alpha -> lattice_softmin N n d alpha eps = - perspective (points N) (/ alpha) (fun k => - energy n d eps k).
Proof.
  intros P. rewrite lattice_definition. unfold perspective.
  rewrite (lse_ext _ (fun k => - alpha * energy n d eps k) (fun k => - energy n d eps k / / alpha)) by (intros; field; lra). ring.
Qed.
Lemma lattice_scaled N n d alpha eps :
  lattice_softmin N n d alpha eps = - lse_scaled (points N) alpha (fun k => - energy n d eps k).
Proof.
  rewrite lattice_definition. unfold lse_scaled. rewrite (lse_ext _ (fun k => - alpha * energy n d eps k) (fun k => alpha * - energy n d eps k)) by (intros; ring). ring.
Qed.
Lemma weight_perspective N n d alpha eps k :
  0 < alpha -> In k (points N) -> weight N n d alpha eps k = softmax (points N) (fun k => - energy n d eps k / / alpha) k.
Proof. intros P Hk. apply softmax_ext; auto. intros. field. lra. Qed.
Lemma weight_entropy N n d alpha eps :
  0 < alpha -> entropy (points N) (weight N n d alpha eps) = entropy (points N) (softmax (points N) (fun k => - energy n d eps k / / alpha)).
Proof. intros P. unfold entropy. f_equal. apply sum_ext. intros. rewrite weight_perspective; auto. Qed.

Lemma is_derive_lattice N n d alpha eps :
  0 < alpha -> is_derive (fun a => lattice_softmin N n d a eps) alpha (entropy (points N) (weight N n d alpha eps) / alpha ^ 2).
Proof.
  intros P. apply (is_derive_ext_loc (fun a => - perspective (points N) (/ a) (fun k => - energy n d eps k))).
  { exists (mkposreal alpha P). intros a Ha. symmetry. apply lattice_perspective. change (Rabs (a - alpha) < alpha) in Ha. apply Rabs_def2 in Ha. lra. }
  assert (Inv : is_derive (fun s => / s) alpha (- / alpha ^ 2)) by (auto_derive; [lra | field; lra]).
  assert (Q : 0 < / alpha) by (apply Rinv_0_lt_compat; auto).
  evar_last.
  - apply (is_derive_opp (fun a => perspective (points N) (/ a) (fun k => - energy n d eps k))).
    apply (is_derive_comp (fun t => perspective (points N) t (fun k => - energy n d eps k)) (fun s => / s)); [apply is_derive_perspective; auto using points_some | apply Inv].
  - rewrite weight_entropy by auto. unfold opp, scal; simpl. unfold mult; simpl. of_reals. field. lra.
Qed.

(** [lattice.free-energy] Tags: α > 0.  Sharper: refuted below, with more than one effective term at a single point. *)
Theorem lattice_free_energy N n d alpha :
  0 < alpha ->
  let w := weight N n d alpha 0 in let H := entropy (points N) w in
  lattice_softmin N n d alpha 0 = inner (points N) w (fun k => deviation n d k ^ 2) - H / alpha /\
  is_derive (fun a => lattice_softmin N n d a 0) alpha (H / alpha ^ 2) /\ 1 <= exp H <= INR N + 1.
Proof.
  intros P w H. assert (D : distribution (points N) w) by (apply softmax_distribution, points_some). split; [|split].
  - unfold H, w, weight. rewrite entropy_softmax by apply points_some. rewrite lattice_definition.
    rewrite (lse_ext _ (fun k => - alpha * energy n d 0 k) (fun k => - (alpha * energy n d 0 k))) by (intros; ring).
    unfold mean. set (x := fun k => - (alpha * energy n d 0 k)).
    assert (E : inner (points N) (softmax (points N) x) x = - alpha * inner (points N) (softmax (points N) x) (fun k => deviation n d k ^ 2)).
    { unfold inner. rewrite <- sum_scal. apply sum_ext. intros. unfold x at 2, energy. ring. }
    rewrite E. field. lra.
  - apply is_derive_lattice; auto.
  - generalize (entropy_nonneg _ _ D) (entropy_le _ _ D). fold H. rewrite points_count. intros L U. split.
    + rewrite <- exp_0. apply exp_le. auto.
    + rewrite <- (exp_ln (INR N + 1)); [apply exp_le; auto|]. generalize (pos_INR N). lra.
Qed.

(** [lattice.alpha] Tags: α > 0.  Sharper: refuted below, with a strict sign at a single point. *)
Theorem lattice_alpha N n d alpha :
  0 < alpha ->
  lattice_softmin N n d alpha 0 <= lattice_softmin N n d (2 * alpha) 0
    <= lattice_softmin N n d alpha 0 + alpha / 2 * Derive (fun a => lattice_softmin N n d a 0) alpha.
Proof.
  intros P. replace (Derive (fun a => lattice_softmin N n d a 0) alpha) with (entropy (points N) (weight N n d alpha 0) / alpha ^ 2)
    by (symmetry; apply is_derive_unique, is_derive_lattice; auto).
  split.
  - rewrite !lattice_scaled. generalize (proj1 (proj2 (proj2 (limits_decreasing (points N) (fun k => - energy n d 0 k) alpha (2 * alpha) (points_some N) ltac:(lra))))). lra.
  - rewrite weight_entropy, !lattice_perspective by lra.
    assert (Q : 0 < / (2 * alpha) < / alpha) by (split; [apply Rinv_0_lt_compat; lra | apply Rinv_lt_contravar; nra]).
    generalize (proj1 (proj1 (proj2 (perspective_slope (points N) (fun k => - energy n d 0 k) (/ (2 * alpha)) (/ alpha) (points_some N) Q)))).
    cbv zeta. set (H := entropy (points N) (softmax (points N) (fun k => - energy n d 0 k / / alpha))).
    replace ((/ alpha - / (2 * alpha)) * H) with (alpha / 2 * (H / alpha ^ 2)) by (field; lra). lra.
Qed.

(** [lattice.small-alpha] Tags: α > 0.  Sharper: refuted below, without the term of the range. *)
Theorem lattice_small_alpha N n d alpha :
  0 < alpha ->
  let E := fun k => deviation n d k ^ 2 in let I := points N in
  let f := lattice_softmin N n d alpha 0 in let V := average I (fun k => (E k - average I E) ^ 2) in
  average I E - ln (INR N + 1) / alpha - alpha * spread I E ^ 2 / 8 <= f <= average I E - ln (INR N + 1) / alpha /\
  Rabs (f - (average I E - ln (INR N + 1) / alpha - alpha / 2 * V)) <= alpha ^ 2 * spread I E ^ 3 / (36 * sqrt 3).
Proof.
  intros P E I f V. assert (N0 := points_some N). assert (C := count_pos I N0).
  assert (A : average I (fun k => - energy n d 0 k) = - average I E).
  { unfold average. rewrite (sum_ext I _ (fun k => - E k)) by (intros; unfold energy, E; ring). rewrite sum_opp. field. lra. }
  assert (W : spread I (fun k => - energy n d 0 k) = spread I E).
  { rewrite <- (spread_opp I E). apply spread_ext. intros. unfold energy, E. ring. }
  assert (Q : average I (fun k => (- energy n d 0 k - average I (fun k => - energy n d 0 k)) ^ 2) = V).
  { rewrite A. unfold V. set (a := average I E). unfold average. f_equal. apply sum_ext. intros. unfold energy, E. ring. }
  generalize (proj1 (limits_mean I (fun k => - energy n d 0 k) alpha N0 P)) (means_expansion I (fun k => - energy n d 0 k) alpha N0 P). cbv zeta.
  rewrite Q, A, W. unfold exponential_mean. assert (F : lse_scaled I alpha (fun k => - energy n d 0 k) = - f) by (unfold f; rewrite lattice_scaled; unfold I; ring).
  rewrite F. assert (Cn : count I = INR N + 1) by apply points_count. rewrite Cn. intros B X. split; [lra|]. rewrite <- Rabs_Ropp.
  match type of X with Rabs ?u <= _ => match goal with |- Rabs ?v <= _ => replace v with u by ring end end. auto.
Qed.

(** [lattice.recurrence] Tags: α > 0.  Sharper: refuted below, with a strict sign the other way. *)
Theorem lattice_recurrence N n d alpha :
  0 < alpha ->
  let f := lattice_softmin N n d alpha 0 in let g := lattice_softmin (S N) (n + d) d alpha 0 in
  exp (- (alpha * g)) = exp (- (alpha * f)) + exp (- (alpha * (n + d - d ^ 2) ^ 2)) /\
  f - g = / alpha * ln (1 + exp (- (alpha * ((n + d - d ^ 2) ^ 2 - f)))) /\
  0 <= f - g <= / alpha * exp (- (alpha * ((n + d - d ^ 2) ^ 2 - f))).
Proof.
  intros P f g. assert (Z : forall M m, exp (- (alpha * lattice_softmin M m d alpha 0)) = sum (points M) (fun k => exp (- (alpha * energy m d 0 k)))).
  { intros M m. unfold lattice_softmin. replace (- (alpha * (- / alpha * ln (sum (points M) (fun k => exp (- (alpha * energy m d 0 k))))))) with
      (ln (sum (points M) (fun k => exp (- (alpha * energy m d 0 k))))) by (field; lra). apply exp_ln, (total_pos (points M) (fun k => - (alpha * energy m d 0 k))). easy. }
  assert (R : exp (- (alpha * g)) = exp (- (alpha * f)) + exp (- (alpha * (n + d - d ^ 2) ^ 2))).
  { unfold f, g. rewrite !Z. unfold points. change (seq 0 (S (S N))) with (0%nat :: seq 1 (S N)). rewrite <- seq_shift.
    change (sum (0%nat :: map S (seq 0 (S N))) (fun k => exp (- (alpha * energy (n + d) d 0 k)))) with
      (exp (- (alpha * energy (n + d) d 0 0)) + sum (map S (seq 0 (S N))) (fun k => exp (- (alpha * energy (n + d) d 0 k)))).
    rewrite sum_map, Rplus_comm. f_equal.
    - apply sum_ext. intros k _. f_equal. unfold energy, deviation. rewrite S_INR. ring.
    - f_equal. unfold energy, deviation. simpl. ring. }
  assert (X := exp_pos (- (alpha * ((n + d - d ^ 2) ^ 2 - f)))). assert (Q : 0 < / alpha) by (apply Rinv_0_lt_compat; auto).
  assert (F : f - g = / alpha * ln (1 + exp (- (alpha * ((n + d - d ^ 2) ^ 2 - f))))).
  { apply Rmult_eq_reg_l with alpha; [|lra]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
    rewrite <- (ln_exp (alpha * (f - g))). f_equal. replace (alpha * (f - g)) with (- (alpha * g) + alpha * f) by ring. rewrite exp_plus, R, Rmult_plus_distr_r, <- !exp_plus.
    f_equal; [rewrite <- exp_0; f_equal; ring | f_equal; ring]. }
  split; auto. split; auto. rewrite F. split.
  - apply Rmult_le_pos; [lra|]. apply ln_nonneg. lra.
  - apply Rmult_le_compat_l; [lra|]. generalize (ln_le_sub (1 + exp (- (alpha * ((n + d - d ^ 2) ^ 2 - f))))). lra.
Qed.

Definition lattice_definition_met := lattice_definition 1 1 1 1 1.
Definition lattice_epsilon_met := lattice_epsilon 1 1 1 1 1 0 Rlt_0_1.
Definition lattice_free_energy_met := lattice_free_energy 1 1 1 1 Rlt_0_1.
Lemma lattice_single n d alpha : 0 < alpha -> lattice_softmin 0 n d alpha 0 = (n - d ^ 2) ^ 2.
Proof.
  intros P. unfold lattice_softmin, points. simpl sum. rewrite Rplus_0_r, ln_exp. unfold energy, deviation. simpl. field. lra.
Qed.
Lemma lattice_free_energy_sharp :
  ~ forall N n d alpha, 0 < alpha -> 1 < exp (entropy (points N) (weight N n d alpha 0)).
Proof.
  intros H. specialize (H 0%nat 1 1 1 Rlt_0_1). unfold entropy, weight, points in H. simpl seq in H. change [0%nat] with one in H.
  rewrite sum_one, softmax_one, ln_1 in H. replace (- (1 * 0)) with 0 in H by ring. rewrite exp_0 in H. lra.
Qed.
Definition lattice_alpha_met := lattice_alpha 1 1 1 1 Rlt_0_1.
Lemma lattice_alpha_sharp : ~ forall N n d alpha, 0 < alpha -> lattice_softmin N n d alpha 0 < lattice_softmin N n d (2 * alpha) 0.
Proof. intros H. specialize (H 0%nat 1 1 1 Rlt_0_1). rewrite !lattice_single in H by lra. lra. Qed.
Definition lattice_small_alpha_met := lattice_small_alpha 1 1 1 1 Rlt_0_1.
Lemma lattice_small_alpha_sharp :
  ~ forall N n d alpha, 0 < alpha ->
    average (points N) (fun k => deviation n d k ^ 2) - ln (INR N + 1) / alpha <= lattice_softmin N n d alpha 0.
Proof.
  intros H. specialize (H 1%nat 1 1 1 Rlt_0_1). unfold lattice_softmin, average in H. change (points 1) with two in H.
  rewrite !sum_pair, count_two_2 in H.
  replace (- (1 * energy 1 1 0 0)) with 0 in H by (unfold energy, deviation; simpl; ring).
  replace (- (1 * energy 1 1 0 1)) with (- (1)) in H by (unfold energy, deviation; simpl; ring). rewrite exp_0 in H.
  unfold deviation in H. simpl in H.
  assert (E : exp (1 / 2) * exp (- (1)) = exp (- (1 / 2))) by (rewrite <- exp_plus; f_equal; field).
  assert (E' : exp (1 / 2) * exp (- (1 / 2)) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  assert (G : 1 < exp (1 / 2)) by (apply exp_gt_1; lra). assert (G' := exp_pos (- (1 / 2))). assert (G'' := exp_pos (- (1))).
  assert (K : 2 < exp (1 / 2) * (1 + exp (- (1)))) by (rewrite Rmult_plus_distr_l, E; nra).
  apply ln_increasing in K; [|lra]. rewrite ln_mult, ln_exp in K by lra. replace (1 + 1) with 2 in H by ring. lra.
Qed.
Definition lattice_recurrence_met := lattice_recurrence 1 1 1 1 Rlt_0_1.
Lemma lattice_recurrence_sharp :
  ~ forall N n d alpha, 0 < alpha -> lattice_softmin N n d alpha 0 <= lattice_softmin (S N) (n + d) d alpha 0.
Proof.
  intros H. specialize (H 0%nat 1 1 1 Rlt_0_1). destruct (lattice_recurrence 0 1 1 1 Rlt_0_1) as [_ [F _]].
  assert (X := exp_pos (- (1 * ((1 + 1 - 1 ^ 2) ^ 2 - lattice_softmin 0 1 1 1 0)))).
  assert (0 < ln (1 + exp (- (1 * ((1 + 1 - 1 ^ 2) ^ 2 - lattice_softmin 0 1 1 1 0))))) by (apply ln_pos; lra). rewrite Rinv_1, Rmult_1_l in F. lra.
Qed.
