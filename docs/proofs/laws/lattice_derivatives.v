(* SPDX-License-Identifier: Apache-2.0 *)
(** The soft-min over the points of a lattice, with a fixed number of points: its derivatives, and how few points count.

    The energies are squares, so that the sum has no geometric closed form; what is geometric are the bounds. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.cumulants basics.examples.
From softlaw Require Import laws.lattice.
Import ListNotations.
Open Scope R_scope.

Section Lattice.
Variables (N : nat) (d alpha : R).
Hypothesis positive_alpha : 0 < alpha.
Notation I := (points N).

(** Minus α times the energies, the weights' logarithms but for a constant; means and deviations under the weights. *)
Definition exponent (n : R) (k : nat) : R := - (alpha * energy n d 0 k).
Definition slope (n : R) : R := 2 * mean I (exponent n) (deviation n d).
Definition curvature (n : R) : R := 2 - 4 * alpha * variance I (exponent n) (deviation n d).
Definition third (n : R) : R := 8 * alpha ^ 2 * cumulant_3 I (exponent n) (deviation n d).
Definition fourth (n : R) : R := - 16 * alpha ^ 3 * cumulant_4 I (exponent n) (deviation n d).
Let h (n : R) (k : nat) : R := - 2 * alpha * deviation n d k.

Lemma some : I <> []. Proof. apply points_some. Qed.
Lemma exponent_line n t k : exponent (n + t) k = line (exponent n) (h n) t k + - (alpha * t ^ 2).
Proof. unfold exponent, line, h, energy, deviation. ring. Qed.
Lemma mean_translate {A} (J : list A) x c f : J <> [] -> mean J (fun i => x i + c) f = mean J x f.
Proof.
  intros M. apply inner_ext; auto. intros i Hi. rewrite !softmax_exp, lse_translate by auto. f_equal. ring.
Qed.
Lemma mean_moved n t f : mean I (exponent (n + t)) f = mean I (line (exponent n) (h n) t) f.
Proof.
  rewrite <- (mean_translate I (line (exponent n) (h n) t) (- (alpha * t ^ 2)) f some).
  apply inner_ext; auto. intros i Hi. apply softmax_ext; auto. intros; apply exponent_line.
Qed.
Lemma softmin_line n t eps :
  lattice_softmin N (n + t) d alpha eps = t ^ 2 - / alpha * lse I (line (exponent n) (h n) t) + eps.
Proof.
  rewrite (proj1 (lattice_epsilon N (n + t) d alpha eps 0 positive_alpha)). f_equal.
  change (- / alpha * lse I (exponent (n + t)) = t ^ 2 - / alpha * lse I (line (exponent n) (h n) t)). rewrite (lse_ext I (exponent (n + t)) (fun k => line (exponent n) (h n) t k + - (alpha * t ^ 2))) by (intros; apply exponent_line).
  rewrite lse_translate by apply some. field. lra.
Qed.
(** The moved deviations are those before plus t, and [h] is -2 α times them. *)
Lemma mean_h n t : mean I (line (exponent n) (h n) t) (h n) = - 2 * alpha * mean I (line (exponent n) (h n) t) (deviation n d).
Proof. unfold h at 2. apply mean_scal. Qed.
Lemma deviation_moved n t k : deviation (n + t) d k = deviation n d k + t.
Proof. unfold deviation. ring. Qed.
Lemma centred_moved n t k :
  deviation (n + t) d k - mean I (exponent (n + t)) (deviation (n + t) d)
  = (h n k - mean I (line (exponent n) (h n) t) (h n)) / (- 2 * alpha).
Proof.
  rewrite mean_moved, mean_h. rewrite (mean_ext I _ (deviation (n + t) d) (fun k => deviation n d k + t)) by (intros; apply deviation_moved).
  rewrite mean_plus, mean_const, deviation_moved by apply some. unfold h. field. lra.
Qed.
Lemma moment_moved n t m :
  moment I (exponent (n + t)) (deviation (n + t) d) m = moment I (line (exponent n) (h n) t) (h n) m / (- 2 * alpha) ^ m.
Proof.
  assert (Z : (- 2 * alpha) ^ m <> 0) by (apply pow_nonzero; lra). unfold moment. rewrite mean_moved.
  rewrite (mean_ext I _ _ (fun k => / (- 2 * alpha) ^ m * (h n k - mean I (line (exponent n) (h n) t) (h n)) ^ m)).
  - rewrite mean_scal. field. auto.
  - intros k _. rewrite centred_moved. unfold Rdiv. rewrite Rpow_mult_distr, pow_inv. ring.
Qed.
Lemma slope_moved n t : slope (n + t) = 2 * t - / alpha * mean I (line (exponent n) (h n) t) (h n).
Proof.
  unfold slope. rewrite mean_moved, mean_h. rewrite (mean_ext I _ (deviation (n + t) d) (fun k => deviation n d k + t)) by (intros; apply deviation_moved).
  rewrite mean_plus, mean_const by apply some. field. lra.
Qed.
Lemma curvature_moved n t : curvature (n + t) = 2 - / alpha * variance I (line (exponent n) (h n) t) (h n).
Proof. unfold curvature. rewrite !variance_moment, moment_moved. field. lra. Qed.
Lemma third_moved n t : third (n + t) = - / alpha * cumulant_3 I (line (exponent n) (h n) t) (h n).
Proof. unfold third, cumulant_3. rewrite moment_moved. field. lra. Qed.
Lemma fourth_moved n t : fourth (n + t) = - / alpha * cumulant_4 I (line (exponent n) (h n) t) (h n).
Proof. unfold fourth, cumulant_4. rewrite !variance_moment, !moment_moved. field. lra. Qed.
Lemma moved_0 (f : R -> R) (n l : R) : is_derive (fun t => f (n + t)) 0 l -> is_derive f n l.
Proof.
  intros D. apply (is_derive_ext (fun s => f (n + (s - n)))); [intros s; apply f_equal; of_reals; ring|]. evar_last.
  - apply (is_derive_comp (fun t => f (n + t)) (fun s => s - n) n); [replace (n - n) with 0 by ring; apply D | auto_derive; auto].
  - unfold scal; simpl; unfold mult; simpl. of_reals. ring.
Qed.

(** [lattice.cumulants] Tags: α > 0, N fixed, m ≤ 4.  Sharper: none, all are equalities. *)
Theorem lattice_cumulants (n eps : R) :
  is_derive (fun n => lattice_softmin N n d alpha eps) n (slope n) /\ is_derive slope n (curvature n) /\
  is_derive curvature n (third n) /\ is_derive third n (fourth n).
Proof.
  assert (S := some). assert (Zero : forall g : R -> R, g n = g (n + 0)) by (intros; f_equal; ring). split; [|split; [|split]]; apply moved_0.
  - apply (is_derive_ext (fun t => t ^ 2 - / alpha * lse I (line (exponent n) (h n) t) + eps)); [intros; symmetry; apply softmin_line|].
    rewrite (Zero slope), slope_moved. evar_last.
    + apply (is_derive_plus (fun t => t ^ 2 - / alpha * lse I (line (exponent n) (h n) t)) (fun _ => eps)); [|apply is_derive_const].
      apply (is_derive_minus (fun t => t ^ 2) (fun t => / alpha * lse I (line (exponent n) (h n) t))); [auto_derive; auto|].
      apply (is_derive_scal (fun t => lse I (line (exponent n) (h n) t))), is_derive_lse; auto.
    + unfold minus, plus, opp, zero; simpl. of_reals. ring.
  - apply (is_derive_ext (fun t => 2 * t - / alpha * mean I (line (exponent n) (h n) t) (h n))); [intros; symmetry; apply slope_moved|].
    rewrite (Zero curvature), curvature_moved. evar_last.
    + apply (is_derive_minus (fun t => 2 * t) (fun t => / alpha * mean I (line (exponent n) (h n) t) (h n))); [auto_derive; auto|].
      apply (is_derive_scal (fun t => mean I (line (exponent n) (h n) t) (h n))), is_derive_mean; auto.
    + unfold minus, plus, opp; simpl. of_reals. unfold variance. ring.
  - apply (is_derive_ext (fun t => 2 - / alpha * variance I (line (exponent n) (h n) t) (h n))); [intros; symmetry; apply curvature_moved|].
    rewrite (Zero third), third_moved. evar_last.
    + apply (is_derive_minus (fun _ => 2) (fun t => / alpha * variance I (line (exponent n) (h n) t) (h n))); [apply is_derive_const|].
      apply (is_derive_scal (fun t => variance I (line (exponent n) (h n) t) (h n))), is_derive_variance; auto.
    + unfold minus, plus, opp, zero; simpl. of_reals. ring.
  - apply (is_derive_ext (fun t => - / alpha * cumulant_3 I (line (exponent n) (h n) t) (h n))); [intros; symmetry; apply third_moved|].
    rewrite (Zero fourth), fourth_moved.
    apply (is_derive_scal (fun t => cumulant_3 I (line (exponent n) (h n) t) (h n))), is_derive_cumulant_3; auto.
Qed.

(** [lattice.mixed] Tags: α > 0, N fixed.  Sharper: none, it is an equality. *)
Theorem lattice_mixed (n : R) :
  is_derive (fun a => 2 * mean I (fun k => - (a * energy n d 0 k)) (deviation n d)) alpha
    (- 2 * covariance I (exponent n) (deviation n d) (fun k => deviation n d k ^ 2)).
Proof.
  set (g := fun k => - energy n d 0 k).
  apply (is_derive_ext (fun a => 2 * mean I (line (fun _ => 0) g a) (deviation n d))).
  { intros a. f_equal. apply inner_ext; auto. intros i Hi. apply softmax_ext; auto. intros k _. unfold line, g. ring. }
  evar_last.
  - apply (is_derive_scal (fun a => mean I (line (fun _ => 0) g a) (deviation n d))), is_derive_mean, some.
  - of_reals. assert (E : forall f, mean I (line (fun _ => 0) g alpha) f = mean I (exponent n) f).
    { intros f. apply inner_ext; auto. intros i Hi. apply softmax_ext; auto. intros k _. unfold line, g, exponent. ring. }
    rewrite !covariance_mean, !E by apply some. rewrite (mean_ext I _ g (fun k => -1 * deviation n d k ^ 2)) by (intros; unfold g, energy; ring).
    rewrite (mean_ext I _ (fun i => deviation n d i * g i) (fun k => -1 * (deviation n d k * deviation n d k ^ 2))) by (intros; unfold g, energy; ring).
    rewrite !mean_scal. ring.
Qed.

(** The range of the deviations. *)
Lemma deviation_between n k : 0 <= d -> In k I -> deviation n d N <= deviation n d k <= deviation n d 0.
Proof.
  intros P Hk. apply in_seq in Hk. unfold deviation. simpl INR. assert (INR k <= INR N) by (apply le_INR; lia). generalize (pos_INR k). nra.
Qed.
Lemma deviation_spread n : 0 <= d -> spread I (deviation n d) <= INR N * d.
Proof.
  intros P. assert (M := some). unfold spread. destruct (minimum_in I (deviation n d) M) as [i [Hi <-]]. destruct (maximum_in I (deviation n d) M) as [j [Hj <-]].
  generalize (deviation_between n i P Hi) (deviation_between n j P Hj). unfold deviation. simpl INR. lra.
Qed.

(** [lattice.ranges] Tags: α > 0, d ≥ 0, N fixed.  Sharper: refuted below, with a strict sign at a single point. *)
Theorem lattice_ranges n :
  0 <= d ->
  let rho := INR N * d in
  2 * deviation n d N <= slope n <= 2 * deviation n d 0 /\ 2 - alpha * rho ^ 2 <= curvature n <= 2 /\
  Rabs (third n) <= 8 * alpha ^ 2 * rho ^ 3 / (6 * sqrt 3) /\
  - (2 / 3) * alpha ^ 3 * rho ^ 4 <= fourth n <= 2 * alpha ^ 3 * rho ^ 4.
Proof.
  intros P rho. assert (S := some). assert (W := deviation_spread n P). fold rho in W. assert (W0 := spread_nonneg I (deviation n d) S).
  set (w := spread I (deviation n d)) in *. assert (A1 : 0 < alpha ^ 2) by (apply pow_lt; auto). assert (A2 : 0 < alpha ^ 3) by (apply pow_lt; auto).
  assert (w2 : w ^ 2 <= rho ^ 2) by (apply pow_incr; lra). assert (w3 : 0 <= w ^ 3 <= rho ^ 3) by (split; [apply pow_le | apply pow_incr]; lra).
  assert (w4 : 0 <= w ^ 4 <= rho ^ 4) by (split; [apply pow_le | apply pow_incr]; lra). split; [|split; [|split]].
  - unfold slope. generalize (mean_between I (exponent n) (deviation n d) _ _ S (fun k Hk => deviation_between n k P Hk)). lra.
  - unfold curvature. generalize (variance_nonneg I (exponent n) (deviation n d) S) (variance_le_spread I (exponent n) (deviation n d) S). fold w. intros X Y. split; nra.
  - unfold third. assert (K := cumulant_3_bound I (exponent n) (deviation n d) S). fold w in K.
    assert (R : sqrt 3 <> 0) by (apply Rgt_not_eq, sqrt_lt_R0; lra). replace (8 * alpha ^ 2 * rho ^ 3 / (6 * sqrt 3)) with (8 * alpha ^ 2 * (rho ^ 3 * third_root / 6)) by (unfold third_root; field; auto).
    rewrite Rabs_mult, (Rabs_right (8 * alpha ^ 2)) by lra. apply Rmult_le_compat_l; [lra|].
    apply Rle_trans with (w ^ 3 * third_root / 6); [apply Rabs_le; lra|]. destruct third_root_spec as [T _]. nra.
  - unfold fourth. generalize (cumulant_4_bound I (exponent n) (deviation n d) S). fold w. intros K. split; nra.
Qed.

(** [lattice.descent] Tags: α > 0, N fixed.  Sharper: refuted below, with a strict sign at a single point. *)
Theorem lattice_descent n eps s t :
  let f n := lattice_softmin N n d alpha eps in
  f (n + s) <= f n + s * slope n + s ^ 2 /\ (0 <= t <= 1 -> f (n - t * slope n) <= f n - t * (1 - t) * slope n ^ 2).
Proof.
  intros f. assert (G : forall s, f (n + s) <= f n + s * slope n + s ^ 2).
  { intros r. unfold f. replace n with (n + 0) at 2 3 by ring. rewrite slope_moved, !softmin_line.
    assert (T := proj1 (lse_tangent I (line (exponent n) (h n) 0) (line (exponent n) (h n) r) some)).
    rewrite (mean_ext I _ (fun i => line (exponent n) (h n) r i - line (exponent n) (h n) 0 i) (fun i => r * h n i)) in T by (intros; unfold line; ring).
    rewrite mean_scal in T. assert (P : 0 < / alpha) by (apply Rinv_0_lt_compat; auto).
    assert (0 <= / alpha * (lse I (line (exponent n) (h n) r) - lse I (line (exponent n) (h n) 0) - r * mean I (line (exponent n) (h n) 0) (h n))) by (apply Rmult_le_pos; lra).
    lra. }
  split; auto. intros _. replace (n - t * slope n) with (n + - (t * slope n)) by ring. generalize (G (- (t * slope n))). lra.
Qed.

(** [lattice.reflection] Tags: α > 0, N fixed.  Sharper: none, both are equalities. *)
Theorem lattice_reflection n eps :
  let c := d ^ 2 + INR N * d / 2 in
  lattice_softmin N (2 * c - n) d alpha eps = lattice_softmin N n d alpha eps /\ slope (2 * c - n) = - slope n.
Proof.
  intros c. set (r := fun k => (N - k)%nat). assert (P : Permutation I (map r I)).
  { apply NoDup_Permutation; [apply seq_NoDup| |].
    - assert (G : forall J, NoDup J -> (forall k, In k J -> (k <= N)%nat) -> NoDup (map r J)).
      { induction J as [|k J IH]; simpl; intros D H; [constructor|]. inversion_clear D as [|? ? Nk D']. constructor; [|apply IH; auto].
        intros U. apply in_map_iff in U. destruct U as [m [E M]]. apply Nk. replace k with m; auto. generalize (H k (or_introl eq_refl)) (H m (or_intror M)). unfold r in E. lia. }
      apply G; [apply seq_NoDup | intros k K; apply in_seq in K; lia].
    - intros k. unfold points. rewrite in_map_iff. split.
      + intros K. apply in_seq in K. exists (N - k)%nat. split; [unfold r; lia | apply in_seq; lia].
      + intros [m [<- M]]. apply in_seq in M. apply in_seq. unfold r. lia. }
  assert (E : forall k, In k I -> deviation (2 * c - n) d (r k) = - deviation n d k).
  { intros k K. apply in_seq in K. unfold deviation, r, c. rewrite minus_INR by lia. field. }
  assert (X : forall k, In k I -> exponent (2 * c - n) (r k) = exponent n k).
  { intros k K. unfold exponent, energy. rewrite E by auto. ring. }
  assert (T : forall g, sum I (fun k => g k) = sum I (fun k => g (r k))) by (intros g; rewrite <- (sum_map r I g); apply sum_perm; auto).
  split.
  - unfold lattice_softmin. rewrite (T (fun k => exp (- (alpha * energy (2 * c - n) d eps k)))). f_equal. f_equal. apply sum_ext.
    intros k K. f_equal. unfold energy. rewrite E by auto. ring.
  - unfold slope. rewrite !mean_quotient. rewrite (T (fun k => exp (exponent (2 * c - n) k) * deviation (2 * c - n) d k)), (T (fun k => exp (exponent (2 * c - n) k))).
    rewrite (sum_ext I (fun k => exp (exponent (2 * c - n) (r k)) * deviation (2 * c - n) d (r k)) (fun k => - (exp (exponent n k) * deviation n d k))) by (intros k K; rewrite E, X by auto; ring).
    rewrite (sum_ext I (fun k => exp (exponent (2 * c - n) (r k))) (fun k => exp (exponent n k))) by (intros k K; rewrite X by auto; auto).
    rewrite sum_opp. generalize (total_pos I (exponent n) some). intros. field. lra.
Qed.

(** The distance between two indices, and the nearest index. *)
Definition apart (k m : nat) : R := Rabs (INR k - INR m).
Definition nearest (n : R) (m : nat) : Prop := In m I /\ forall k, In k I -> Rabs (deviation n d m) <= Rabs (deviation n d k).
Lemma square_le_abs a b : Rabs a <= Rabs b -> a ^ 2 <= b ^ 2.
Proof. intros H. rewrite <- (pow2_abs a), <- (pow2_abs b). apply pow_incr. split; [apply Rabs_pos | auto]. Qed.
Lemma energy_gap n m k :
  0 <= d -> nearest n m -> In k I -> d ^ 2 * (apart k m * (apart k m - 1)) <= deviation n d k ^ 2 - deviation n d m ^ 2.
Proof.
  intros P [Hm L] Hk. apply in_seq in Hm. assert (K := Hk). apply in_seq in K. destruct (lt_eq_lt_dec k m) as [[C|C]|C].
  - assert (Q : 1 <= INR m - INR k) by (apply lt_INR in C; assert (INR (S k) <= INR m) by (apply le_INR, INR_lt; auto); rewrite S_INR in *; lra).
    assert (B := square_le_abs _ _ (L (m - 1)%nat ltac:(apply in_seq; lia))). unfold deviation in *. rewrite minus_INR in B by lia. simpl INR in B.
    unfold apart. rewrite Rabs_left by lra. nra.
  - subst. unfold apart. rewrite Rminus_eq_0, Rabs_R0. nra.
  - assert (Q : 1 <= INR k - INR m) by (apply lt_INR in C; assert (INR (S m) <= INR k) by (apply le_INR, INR_lt; auto); rewrite S_INR in *; lra).
    assert (B := square_le_abs _ _ (L (S m) ltac:(apply in_seq; lia))). unfold deviation in *. rewrite S_INR in B.
    unfold apart. rewrite Rabs_right by lra. nra.
Qed.

(** [lattice.weights] Tags: α > 0, d ≥ 0, N fixed.  Sharper: refuted below, with a strict sign between neighbours. *)
Theorem lattice_weights n m k :
  0 <= d -> nearest n m -> In k I ->
  0 < weight N n d alpha 0 k /\ sum I (weight N n d alpha 0) = 1 /\
  weight N n d alpha 0 k <= exp (- (alpha * d ^ 2 * (apart k m * (apart k m - 1)))) * weight N n d alpha 0 m.
Proof.
  intros P M K. assert (G := energy_gap n m k P M K). unfold weight. split; [apply softmax_pos, some|]. split; [apply softmax_sum, some|].
  rewrite !softmax_exp by apply some. rewrite <- exp_plus. apply exp_le. unfold energy.
  assert (alpha * (d ^ 2 * (apart k m * (apart k m - 1))) <= alpha * (deviation n d k ^ 2 - deviation n d m ^ 2)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma lse_shifted' x c : lse I x = c + ln (sum I (fun k => exp (x k - c))).
Proof.
  rewrite (lse_ext I x (fun k => (x k - c) + c)) by (intros; ring). rewrite lse_translate by apply some. unfold lse. ring.
Qed.
(** The sum over the distances, by a geometric series: 1 + 2 (1 + q² + q⁶ + q¹² …). *)
Lemma fourth_power q : 0 <= q < 1 -> 0 <= q ^ 4 < 1.
Proof.
  intros Q. split; [apply pow_le; lra|]. replace (q ^ 4) with (q * q ^ 3) by ring. assert (0 <= q ^ 3 <= 1).
  { split; [apply pow_le; lra | rewrite <- (pow1 3); apply pow_incr; lra]. }
  nra.
Qed.
Lemma powers_sum q k : 0 <= q < 1 -> sum (seq 0 k) (fun j => q ^ (4 * j)) <= / (1 - q ^ 4).
Proof.
  intros Q. assert (Q4 := fourth_power q Q).
  assert (E : (1 - q ^ 4) * sum (seq 0 k) (fun j => q ^ (4 * j)) = 1 - q ^ (4 * k)).
  { induction k as [|k IH]; [simpl; ring|]. rewrite seq_S, sum_app.
    replace (sum [(0 + k)%nat] (fun j => q ^ (4 * j))) with (q ^ (4 * k)) by (simpl; ring). rewrite Rmult_plus_distr_l, IH.
    replace (4 * S k)%nat with (4 + 4 * k)%nat by lia. rewrite pow_add. ring. }
  apply Rmult_le_reg_l with (1 - q ^ 4); [lra|]. rewrite E, Rinv_r by lra. generalize (pow_le q (4 * k) (proj1 Q)). lra.
Qed.
Definition steep (q : R) (j : nat) : R := q ^ (j * (j - 1)).
Lemma steep_sum q k : 0 <= q < 1 -> sum (seq 1 k) (steep q) <= 1 + q ^ 2 / (1 - q ^ 4).
Proof.
  intros Q. assert (P : 0 < 1 - q ^ 4) by (generalize (fourth_power q Q); lra).
  assert (P2 : 0 <= q ^ 2 / (1 - q ^ 4)) by (apply Rmult_le_pos; [apply pow_le; lra | apply Rlt_le, Rinv_0_lt_compat; auto]).
  destruct k as [|k]; [change (0 <= 1 + q ^ 2 / (1 - q ^ 4)); lra|]. replace (S k) with (1 + k)%nat by lia. rewrite seq_app, sum_app. simpl (1 + 1)%nat.
  assert (E : sum (seq 1 1) (steep q) = 1) by (unfold steep; simpl; ring). rewrite E. apply Rplus_le_compat_l.
  apply Rle_trans with (sum (seq 2 k) (fun j => q ^ 2 * q ^ (4 * (j - 2)))).
  - apply sum_le. intros j Hj. apply in_seq in Hj. unfold steep. rewrite <- pow_add. destruct (Req_dec q 0) as [->|Nz].
    + destruct (Nat.eq_dec j 2) as [->|J]; [simpl; lra|]. rewrite !pow_i by nia. lra.
    + replace (j * (j - 1))%nat with (2 + 4 * (j - 2) + (j * (j - 1) - (2 + 4 * (j - 2))))%nat by nia. rewrite (pow_add q (2 + 4 * (j - 2))).
      rewrite <- Rmult_1_r. apply Rmult_le_compat_l; [apply pow_le; lra|]. rewrite <- (pow1 (j * (j - 1) - (2 + 4 * (j - 2)))). apply pow_incr. lra.
  - rewrite sum_scal. unfold Rdiv. apply Rmult_le_compat_l; [apply pow_le; lra|]. apply Rle_trans with (2 := powers_sum q k Q).
    apply Req_le. assert (G : forall s, sum (seq (2 + s) k) (fun j => q ^ (4 * (j - 2))) = sum (seq s k) (fun j => q ^ (4 * j))); [|apply (G 0%nat)].
    clear. induction k as [|k IH]; intros s; [reflexivity|]. simpl seq. simpl sum. replace (s - 0)%nat with s by lia. f_equal. apply (IH (S s)).
Qed.
Lemma sum_reversed (f : nat -> R) m : sum (seq 0 m) (fun k => f (m - k)%nat) = sum (seq 1 m) f.
Proof.
  induction m as [|m IH]; [reflexivity|]. rewrite (seq_S m 1), sum_app, <- IH.
  change (seq 0 (S m)) with (0%nat :: seq 1 m). rewrite <- seq_shift. change (f (S m - 0)%nat + sum (map S (seq 0 m)) (fun k => f (S m - k)%nat) =
    sum (seq 0 m) (fun k => f (m - k)%nat) + (f (S m) + 0)).
  rewrite sum_map. simpl. ring.
Qed.
Lemma distances_sum q m : 0 <= q < 1 -> In m I ->
  sum I (fun k => steep q (if le_lt_dec k m then m - k else k - m)) <= 3 + 2 * q ^ 2 / (1 - q ^ 4).
Proof.
  intros Q Hm. apply in_seq in Hm. unfold points. replace (S N) with (m + (1 + (N - m)))%nat by lia. rewrite !seq_app, !sum_app. simpl (0 + m)%nat.
  assert (E1 : sum (seq 0 m) (fun k => steep q (if le_lt_dec k m then m - k else k - m)) = sum (seq 1 m) (steep q)).
  { rewrite <- (sum_reversed (steep q) m). apply sum_ext. intros k K. apply in_seq in K. destruct (le_lt_dec k m); [auto | lia]. }
  assert (E2 : sum (seq m 1) (fun k => steep q (if le_lt_dec k m then m - k else k - m)) = 1).
  { simpl. destruct (le_lt_dec m m); [|lia]. rewrite Nat.sub_diag. unfold steep. simpl. ring. }
  assert (E3 : sum (seq (m + 1) (N - m)) (fun k => steep q (if le_lt_dec k m then m - k else k - m)) = sum (seq 1 (N - m)) (steep q)).
  { assert (G : forall l s, (1 <= s)%nat -> sum (seq (m + s) l) (fun k => steep q (if le_lt_dec k m then m - k else k - m)) = sum (seq s l) (steep q)).
    { induction l as [|l IH]; intros s H; [reflexivity|]. simpl. f_equal.
      - destruct (le_lt_dec (m + s) m); [lia|]. f_equal. lia.
      - replace (S (m + s)) with (m + S s)%nat by lia. apply IH. lia. }
    apply G. lia. }
  rewrite E1, E2, E3. generalize (steep_sum q m Q) (steep_sum q (N - m) Q). unfold Rdiv. lra.
Qed.

(** [lattice.sandwich] Tags: α > 0, d > 0, N fixed.  Sharper: refuted below, with a strict sign at a single point. *)
Theorem lattice_sandwich n m :
  0 < d -> nearest n m ->
  let q := exp (- (alpha * d ^ 2)) in let gap := deviation n d m ^ 2 - lattice_softmin N n d alpha 0 in
  0 <= gap <= / alpha * ln (3 + 2 * q ^ 2 / (1 - q ^ 4)) /\ gap <= ln (INR N + 1) / alpha.
Proof.
  intros P M q gap. assert (Ia : 0 < / alpha) by (apply Rinv_0_lt_compat; auto). destruct M as [Hm L].
  assert (Q : 0 <= q < 1). { split; [apply Rlt_le, exp_pos | apply exp_neg_lt_1]. assert (0 < alpha * d ^ 2) by (apply Rmult_lt_0_compat; auto; apply pow_lt; auto). lra. }
  set (T := sum I (fun k => exp (- (alpha * (deviation n d k ^ 2 - deviation n d m ^ 2))))).
  assert (T1 : 1 <= T).
  { replace 1 with (exp (- (alpha * (deviation n d m ^ 2 - deviation n d m ^ 2)))) by (rewrite <- exp_0; f_equal; ring).
    apply (term_le_sum I (fun k => exp (- (alpha * (deviation n d k ^ 2 - deviation n d m ^ 2))))); auto. intros; apply Rlt_le, exp_pos. }
  assert (G : gap = / alpha * ln T).
  { unfold gap, lattice_softmin. fold (lse I (exponent n)). change (- / alpha * ln (sum I (fun k => exp (- (alpha * energy n d 0 k))))) with (- / alpha * lse I (exponent n)).
    assert (E : lse I (exponent n) = - (alpha * deviation n d m ^ 2) + ln T).
    { rewrite (lse_shifted' (exponent n) (- (alpha * deviation n d m ^ 2))). f_equal. f_equal. unfold T. apply sum_ext. intros. f_equal. unfold exponent, energy. ring. }
    rewrite E. field. lra. }
  assert (T2 : T <= 3 + 2 * q ^ 2 / (1 - q ^ 4)).
  { apply Rle_trans with (2 := distances_sum q m Q Hm). apply sum_le. intros k K. assert (E := energy_gap n m k (Rlt_le _ _ P) (conj Hm L) K).
    assert (X : exp (- (alpha * d ^ 2 * (apart k m * (apart k m - 1)))) = steep q (if le_lt_dec k m then m - k else k - m)).
    { unfold steep, q. rewrite <- exp_mult_nat. f_equal. rewrite mult_INR. assert (A : apart k m = INR (if le_lt_dec k m then m - k else k - m)).
      { unfold apart. destruct (le_lt_dec k m) as [C|C]; rewrite minus_INR by lia.
        - apply le_INR in C. rewrite Rabs_left1; lra.
        - apply lt_INR in C. rewrite Rabs_right; lra. }
      rewrite A. set (j := if le_lt_dec k m then (m - k)%nat else (k - m)%nat). destruct j as [|j]; [simpl; ring|]. rewrite minus_INR by lia. simpl (INR 1). ring. }
    rewrite <- X. apply exp_le. assert (alpha * (d ^ 2 * (apart k m * (apart k m - 1))) <= alpha * (deviation n d k ^ 2 - deviation n d m ^ 2)) by (apply Rmult_le_compat_l; lra). lra. }
  assert (T3 : T <= INR N + 1).
  { rewrite <- points_count. apply Rle_trans with (count I * 1); [|lra]. rewrite <- sum_const. apply sum_le. intros k K. rewrite <- exp_0. apply exp_le.
    assert (B := square_le_abs _ _ (L k K)). assert (0 <= alpha * (deviation n d k ^ 2 - deviation n d m ^ 2)) by (apply Rmult_le_pos; lra). lra. }
  rewrite G. split; [split|].
  - apply Rmult_le_pos; [lra | apply ln_nonneg; auto].
  - apply Rmult_le_compat_l; [lra | apply ln_le_ln; lra].
  - unfold Rdiv. rewrite Rmult_comm. apply Rmult_le_compat_r; [lra | apply ln_le_ln; lra].
Qed.

(** [lattice.first-point] Tags: α > 0, d > 0, N fixed.  Sharper: refuted below, with a strict sign at a single point. *)
Theorem lattice_first_point :
  0 < d ->
  let q := exp (- (alpha * d ^ 2)) in let n := d ^ 2 in let w := weight N n d alpha 0 in
  let f := lattice_softmin N n d alpha 0 in
  (forall k, w k = q ^ (k * k) / sum I (fun i => q ^ (i * i))) /\ f = - / alpha * ln (sum I (fun k => q ^ (k * k))) /\
  slope n = - 2 * d * inner I w INR /\ slope n <= 0 /\ curvature n = 2 - 4 * alpha * d ^ 2 * variance I (exponent n) INR /\
  - / alpha * ln (/ (1 - q)) <= f <= 0.
Proof.
  intros P q n w f. assert (Ia : 0 < / alpha) by (apply Rinv_0_lt_compat; auto).
  assert (Q : 0 < q < 1). { split; [apply exp_pos | apply exp_neg_lt_1]. assert (0 < alpha * d ^ 2) by (apply Rmult_lt_0_compat; auto; apply pow_lt; auto). lra. }
  assert (E : forall k, exp (exponent n k) = q ^ (k * k)).
  { intros k. unfold q. rewrite <- exp_mult_nat, mult_INR. f_equal. unfold exponent, energy, deviation, n. ring. }
  assert (F : f = - / alpha * ln (sum I (fun k => q ^ (k * k)))).
  { unfold f, lattice_softmin. f_equal. f_equal. apply sum_ext. intros k _. apply E. }
  assert (W : forall k, w k = q ^ (k * k) / sum I (fun i => q ^ (i * i))).
  { intros k. unfold w, weight. change (softmax I (exponent n) k = q ^ (k * k) / sum I (fun i => q ^ (i * i))). unfold softmax.
    rewrite E, (sum_ext I (fun j => exp (exponent n j)) (fun i => q ^ (i * i))) by (intros; apply E). reflexivity. }
  assert (D : forall k, deviation n d k = - d * INR k) by (intros; unfold deviation, n; ring).
  assert (M : slope n = - 2 * d * inner I w INR).
  { unfold slope. rewrite (mean_ext I _ (deviation n d) (fun k => - d * INR k)) by (intros; apply D). rewrite mean_scal. unfold mean, w, weight. fold (exponent n). ring. }
  split; auto. split; auto. split; auto. split; [|split].
  - rewrite M. assert (0 <= inner I w INR).
    { apply sum_nonneg. intros k _. apply Rmult_le_pos; [apply Rlt_le, softmax_pos, some | apply pos_INR]. }
    assert (0 <= d * inner I w INR) by (apply Rmult_le_pos; lra). lra.
  - unfold curvature. rewrite !variance_mean by apply some. rewrite (mean_ext I _ (deviation n d) (fun k => - d * INR k)) by (intros; apply D).
    rewrite (mean_ext I _ (fun i => deviation n d i * deviation n d i) (fun k => d ^ 2 * (INR k * INR k))) by (intros; rewrite D; ring). rewrite !mean_scal. ring.
  - assert (S1 : 1 <= sum I (fun k => q ^ (k * k))).
    { replace 1 with (q ^ (0 * 0)) by (simpl; ring). apply (term_le_sum I (fun k => q ^ (k * k))); [intros; apply pow_le; lra | apply in_seq; lia]. }
    assert (S2 : sum I (fun k => q ^ (k * k)) <= / (1 - q)).
    { apply Rle_trans with (sum I (fun k => q ^ k)).
      - apply sum_le. intros k _. destruct k as [|k]; [simpl; lra|]. replace (S k * S k)%nat with (S k + S k * k)%nat by lia. rewrite pow_add.
        rewrite <- (Rmult_1_r (q ^ S k)) at 2. apply Rmult_le_compat_l; [apply pow_le; lra|]. rewrite <- (pow1 (S k * k)). apply pow_incr. lra.
      - assert (G : forall k, (1 - q) * sum (seq 0 k) (fun j => q ^ j) = 1 - q ^ k).
        { induction k as [|k IH]; [simpl; ring|]. rewrite seq_S, sum_app.
          replace (sum [(0 + k)%nat] (fun j => q ^ j)) with (q ^ k) by (simpl; ring). rewrite Rmult_plus_distr_l, IH. simpl. ring. }
        apply Rmult_le_reg_l with (1 - q); [lra|]. unfold points. rewrite G, Rinv_r by lra. generalize (pow_le q (S N)). lra. }
    rewrite F. assert (L0 := ln_nonneg _ S1). assert (L1 : ln (sum I (fun k => q ^ (k * k))) <= ln (/ (1 - q))) by (apply ln_le_ln; lra).
    split; [|assert (0 <= / alpha * ln (sum I (fun k => q ^ (k * k)))) by (apply Rmult_le_pos; lra); lra].
    assert (/ alpha * ln (sum I (fun k => q ^ (k * k))) <= / alpha * ln (/ (1 - q))) by (apply Rmult_le_compat_l; lra). lra.
Qed.
End Lattice.

(** [lattice.jump] Tags: α > 0, m ≥ 1.  Sharper: refuted below, without a jump. *)
Theorem lattice_jump m d alpha :
  0 < alpha -> (1 <= m)%nat ->
  let n := INR m * d in let jump := lattice_softmin m n d alpha 0 - lattice_softmin (m - 1) n d alpha 0 in
  let others := sum (seq 1 m) (fun j => exp (- (alpha * d ^ 2 * (INR j - d) ^ 2))) in
  jump = / alpha * ln (1 - weight m n d alpha 0 m) /\
  jump = - / alpha * ln (1 + exp (- (alpha * d ^ 4)) / others) /\ jump < 0 /\
  ((exists k, (1 <= k <= m)%nat /\ d = INR k) -> - (exp (- (alpha * d ^ 4)) / alpha) <= jump).
Proof.
  intros P H n jump others. assert (Ia : 0 < / alpha) by (apply Rinv_0_lt_compat; auto). set (g := fun k => exp (- (alpha * energy n d 0 k))).
  assert (O : sum (points (m - 1)) g = others).
  { unfold others, points. replace (S (m - 1)) with m by lia. set (r := fun k => (m - k)%nat).
    assert (Pm : Permutation (seq 0 m) (map r (seq 1 m))).
    { apply NoDup_Permutation; [apply seq_NoDup| |].
      - assert (G : forall J, NoDup J -> (forall k, In k J -> (k <= m)%nat) -> NoDup (map r J)).
        { induction J as [|k J IH]; simpl; intros D K; [constructor|]. inversion_clear D as [|? ? Nk D']. constructor; [|apply IH; auto].
          intros U. apply in_map_iff in U. destruct U as [l [E M]]. apply Nk. replace k with l; auto. generalize (K k (or_introl eq_refl)) (K l (or_intror M)). unfold r in E. lia. }
        apply G; [apply seq_NoDup | intros k K; apply in_seq in K; lia].
      - intros k. rewrite in_map_iff. split.
        + intros K. apply in_seq in K. exists (m - k)%nat. split; [unfold r; lia | apply in_seq; lia].
        + intros [l [<- L]]. apply in_seq in L. apply in_seq. unfold r. lia. }
    rewrite (sum_perm _ _ g Pm), sum_map. apply sum_ext. intros j J. apply in_seq in J. unfold g, r. f_equal. unfold energy, deviation, n. rewrite minus_INR by lia. ring. }
  assert (L : g m = exp (- (alpha * d ^ 4))) by (unfold g, energy, deviation, n; f_equal; ring).
  assert (T : sum (points m) g = others + g m).
  { rewrite <- O. unfold points. replace (S (m - 1)) with m by lia. rewrite seq_S, sum_app. simpl. ring. }
  assert (O0 : 0 < others) by (rewrite <- O; apply (total_pos (points (m - 1)) (fun k => - (alpha * energy n d 0 k))); easy).
  assert (G0 : 0 < g m) by apply exp_pos.
  assert (J : jump = - / alpha * (ln (others + g m) - ln others)).
  { unfold jump, lattice_softmin. fold g. rewrite T, O. ring. }
  assert (R : 0 < g m / others) by (apply Rdiv_lt_0_compat; auto).
  assert (J2 : jump = - / alpha * ln (1 + g m / others)).
  { rewrite J. f_equal. rewrite <- ln_div_pos by lra. f_equal. field. lra. }
  rewrite <- L. split; [|split; [auto|split]].
  - assert (W : weight m n d alpha 0 m = g m / (others + g m)) by (rewrite <- T; reflexivity). rewrite W, J.
    replace (1 - g m / (others + g m)) with (others / (others + g m)) by (field; lra). rewrite ln_div_pos by lra. ring.
  - rewrite J2. assert (0 < / alpha * ln (1 + g m / others)) by (apply Rmult_lt_0_compat; [auto | apply ln_pos; lra]). lra.
  - intros [k [K E]]. rewrite J2. assert (O1 : 1 <= others).
    { replace 1 with (exp (- (alpha * d ^ 2 * (INR k - d) ^ 2))) by (rewrite <- exp_0; f_equal; rewrite E; ring).
      apply (term_le_sum (seq 1 m) (fun j => exp (- (alpha * d ^ 2 * (INR j - d) ^ 2)))); [intros; apply Rlt_le, exp_pos | apply in_seq; lia]. }
    assert (Lg : ln (1 + g m / others) <= g m).
    { apply Rle_trans with (g m / others); [generalize (ln_le_sub (1 + g m / others)); lra|]. apply Rmult_le_reg_r with others; auto.
      unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra. }
    assert (/ alpha * ln (1 + g m / others) <= / alpha * g m) by (apply Rmult_le_compat_l; lra). unfold Rdiv. lra.
Qed.

Definition lattice_cumulants_met := lattice_cumulants 1 1 1 Rlt_0_1 1 0.
Definition lattice_mixed_met := lattice_mixed 1 1 1 1.
Lemma one_nonneg : 0 <= 1. Proof. lra. Qed.
Definition lattice_ranges_met := lattice_ranges 1 1 1 Rlt_0_1 1 one_nonneg.
Lemma slope_single n d alpha : slope 0 d alpha n = 2 * (n - d ^ 2).
Proof.
  unfold slope, mean, inner, points. simpl seq. change [0%nat] with one. rewrite sum_one, softmax_one. unfold deviation. simpl. ring.
Qed.
Lemma lattice_ranges_sharp : ~ forall N d alpha n, 0 < alpha -> 0 <= d -> slope N d alpha n < 2 * deviation n d 0.
Proof. intros H. specialize (H 0%nat 1 1 1 Rlt_0_1 one_nonneg). rewrite slope_single in H. unfold deviation in H. simpl in H. lra. Qed.
Definition lattice_descent_met := lattice_descent 1 1 1 Rlt_0_1 1 0 1 (1 / 2).
Lemma lattice_descent_sharp :
  ~ forall N d alpha n s, 0 < alpha -> lattice_softmin N (n + s) d alpha 0 < lattice_softmin N n d alpha 0 + s * slope N d alpha n + s ^ 2.
Proof. intros H. specialize (H 0%nat 1 1 1 1 Rlt_0_1). rewrite !lattice_single, slope_single in H by lra. lra. Qed.
Definition lattice_reflection_met := lattice_reflection 1 1 1 1 0.
(** The index set 0, 1 with d = 1: at n = 3/2 both points are as near. *)
Lemma nearest_0 : nearest 1 1 (3 / 2) 0.
Proof.
  split; [simpl; auto|]. intros k [<-|[<-|[]]]; [lra|]. unfold deviation. simpl INR. unfold Rabs. destruct (Rcase_abs _), (Rcase_abs _); lra.
Qed.
Lemma in_points_1 : In 1%nat (points 1). Proof. simpl; auto. Qed.
Definition lattice_weights_met := lattice_weights 1 1 1 Rlt_0_1 (3 / 2) 0 1 one_nonneg nearest_0 in_points_1.
Lemma lattice_weights_sharp :
  ~ forall N d alpha n m k, 0 < alpha -> 0 <= d -> nearest N d n m -> In k (points N) -> k <> m ->
    weight N n d alpha 0 k < exp (- (alpha * d ^ 2 * (apart k m * (apart k m - 1)))) * weight N n d alpha 0 m.
Proof.
  intros H. specialize (H 1%nat 1 1 (3 / 2) 0%nat 1%nat Rlt_0_1 one_nonneg nearest_0 in_points_1 ltac:(lia)). unfold apart, weight, softmax in H. simpl INR in H.
  rewrite Rminus_0_r, Rabs_R1 in H. replace (- (1 * 1 ^ 2 * (1 * (1 - 1)))) with 0 in H by ring. rewrite exp_0 in H.
  replace (- (1 * energy (3 / 2) 1 0 1)) with (- (1 * energy (3 / 2) 1 0 0)) in H by (unfold energy, deviation; simpl; field). lra.
Qed.
Definition lattice_sandwich_met := lattice_sandwich 1 1 1 Rlt_0_1 (3 / 2) 0 Rlt_0_1 nearest_0.
Lemma lattice_sandwich_sharp :
  ~ forall N d alpha n m, 0 < alpha -> 0 < d -> nearest N d n m -> 0 < deviation n d m ^ 2 - lattice_softmin N n d alpha 0.
Proof.
  intros H. assert (M : nearest 0 1 1 0) by (split; [simpl; auto | intros k [<-|[]]; lra]). specialize (H 0%nat 1 1 1 0%nat Rlt_0_1 Rlt_0_1 M).
  rewrite lattice_single in H by lra. unfold deviation in H. simpl in H. lra.
Qed.
Definition lattice_first_point_met := lattice_first_point 1 1 1 Rlt_0_1 Rlt_0_1.
Lemma lattice_first_point_sharp : ~ forall N d alpha, 0 < alpha -> 0 < d -> lattice_softmin N (d ^ 2) d alpha 0 < 0.
Proof. intros H. specialize (H 0%nat 1 1 Rlt_0_1 Rlt_0_1). rewrite lattice_single in H by lra. lra. Qed.
Lemma one_le_one : (1 <= 1)%nat. Proof. lia. Qed.
Definition lattice_jump_met := lattice_jump 1 1 1 Rlt_0_1 one_le_one.
Lemma lattice_jump_sharp :
  ~ forall m d alpha, 0 < alpha -> (1 <= m)%nat -> (exists k, (1 <= k <= m)%nat /\ d = INR k) ->
    0 <= lattice_softmin m (INR m * d) d alpha 0 - lattice_softmin (m - 1) (INR m * d) d alpha 0.
Proof.
  intros H. specialize (H 1%nat 1 1 Rlt_0_1 one_le_one). destruct lattice_jump_met as [_ [_ [J _]]]. cbv zeta in J.
  assert (E : exists k, (1 <= k <= 1)%nat /\ 1 = INR k) by (exists 1%nat; split; [lia | reflexivity]). specialize (H E). lra.
Qed.
