(* SPDX-License-Identifier: Apache-2.0 *)
(** The soft-min over the points of a lattice, next to a point. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import laws.lattice laws.lattice_derivatives.
Import ListNotations.
Open Scope R_scope.

(** Series of powers, with the distances and their squares as factors. *)
Lemma series_0 r n : 0 <= r < 1 -> sum (seq 1 n) (fun j => r ^ (j - 1)) <= / (1 - r).
Proof.
  intros H. assert (E : (1 - r) * sum (seq 1 n) (fun j => r ^ (j - 1)) = 1 - r ^ n).
  { induction n as [|n IH]; [simpl; ring|]. rewrite seq_S, sum_app, Rmult_plus_distr_l, IH.
    replace (sum [(1 + n)%nat] (fun j => r ^ (j - 1))) with (r ^ n) by (simpl; rewrite Nat.sub_0_r; ring). simpl. ring. }
  apply Rmult_le_reg_l with (1 - r); [lra|]. rewrite E, Rinv_r by lra. generalize (pow_le r n (proj1 H)). lra.
Qed.
Lemma series_1 r n : 0 <= r < 1 -> sum (seq 1 n) (fun j => INR j * r ^ (j - 1)) <= / (1 - r) ^ 2.
Proof.
  intros H. assert (E : (1 - r) ^ 2 * sum (seq 1 n) (fun j => INR j * r ^ (j - 1)) = 1 - (INR n + 1) * r ^ n + INR n * r ^ (S n)).
  { induction n as [|n IH]; [simpl; ring|]. rewrite seq_S, sum_app, Rmult_plus_distr_l, IH.
    replace (sum [(1 + n)%nat] (fun j => INR j * r ^ (j - 1))) with ((INR n + 1) * r ^ n)
      by (change ((INR n + 1) * r ^ n = INR (S n) * r ^ (S n - 1) + 0); rewrite S_INR, Nat.sub_succ, Nat.sub_0_r; ring).
    rewrite S_INR. simpl. ring. }
  assert (P : 0 < (1 - r) ^ 2) by (apply pow_lt; lra). apply Rmult_le_reg_l with ((1 - r) ^ 2); auto. rewrite E, Rinv_r by lra.
  assert (Q := pow_le r n (proj1 H)). assert (I0 := pos_INR n). simpl. assert (0 <= r ^ n * (INR n * (1 - r) + 1)) by (apply Rmult_le_pos; auto; nra). lra.
Qed.
Lemma series_2 r n : 0 <= r < 1 -> sum (seq 1 n) (fun j => INR j ^ 2 * r ^ (j - 1)) <= (1 + r) / (1 - r) ^ 3.
Proof.
  intros H. assert (E : (1 - r) ^ 3 * sum (seq 1 n) (fun j => INR j ^ 2 * r ^ (j - 1)) = 1 + r - r ^ n * ((INR n + 1 - INR n * r) ^ 2 + r)).
  { induction n as [|n IH]; [simpl; ring|]. rewrite seq_S, sum_app, Rmult_plus_distr_l, IH.
    replace (sum [(1 + n)%nat] (fun j => INR j ^ 2 * r ^ (j - 1))) with ((INR n + 1) ^ 2 * r ^ n)
      by (change ((INR n + 1) ^ 2 * r ^ n = INR (S n) ^ 2 * r ^ (S n - 1) + 0); rewrite S_INR, Nat.sub_succ, Nat.sub_0_r; ring).
    rewrite S_INR. simpl. ring. }
  assert (P : 0 < (1 - r) ^ 3) by (apply pow_lt; lra). apply Rmult_le_reg_l with ((1 - r) ^ 3); auto. rewrite E.
  replace ((1 - r) ^ 3 * ((1 + r) / (1 - r) ^ 3)) with (1 + r) by (field; lra).
  assert (0 <= r ^ n * ((INR n + 1 - INR n * r) ^ 2 + r)) by (apply Rmult_le_pos; [apply pow_le; lra | generalize (pow2_ge_0 (INR n + 1 - INR n * r)); lra]). lra.
Qed.

(** A sum over the points by their distances from the point [m]. *)
Definition steps (k m : nat) : nat := if le_lt_dec k m then m - k else k - m.
Lemma sum_by_steps N m (f : nat -> R) b :
  In m (points N) -> f 0%nat = 0 -> (forall n, sum (seq 1 n) f <= b) -> sum (points N) (fun k => f (steps k m)) <= 2 * b.
Proof.
  intros Hm Z B. apply in_seq in Hm. unfold points. replace (S N) with (m + (1 + (N - m)))%nat by lia. rewrite !seq_app, !sum_app. simpl (0 + m)%nat.
  assert (E1 : sum (seq 0 m) (fun k => f (steps k m)) = sum (seq 1 m) f).
  { rewrite <- (sum_reversed f m). apply sum_ext. intros k K. apply in_seq in K. unfold steps. destruct (le_lt_dec k m); [auto | lia]. }
  assert (E2 : sum (seq m 1) (fun k => f (steps k m)) = 0).
  { simpl. unfold steps. destruct (le_lt_dec m m); [|lia]. rewrite Nat.sub_diag, Z. ring. }
  assert (E3 : sum (seq (m + 1) (N - m)) (fun k => f (steps k m)) = sum (seq 1 (N - m)) f).
  { assert (G : forall l s, (1 <= s)%nat -> sum (seq (m + s) l) (fun k => f (steps k m)) = sum (seq s l) f).
    { induction l as [|l IH]; intros s H; [reflexivity|]. simpl. f_equal.
      - unfold steps. destruct (le_lt_dec (m + s) m); [lia|]. f_equal. lia.
      - replace (S (m + s)) with (m + S s)%nat by lia. apply IH. lia. }
    apply G. lia. }
  rewrite E1, E2, E3. generalize (B m) (B (N - m)%nat). lra.
Qed.

(** [lattice.near-a-point] Tags: α > 0, d > 0, 0 ≤ θ < 1/2, N fixed.  Sharper: refuted below, with a strict sign at a single point. *)
Theorem lattice_near_a_point N d alpha theta n m :
  0 < alpha -> 0 < d -> 0 <= theta < 1 / 2 -> In m (points N) -> Rabs (deviation n d m) <= theta * d ->
  let q := exp (- (alpha * d ^ 2)) in let Q := Rpower q (1 - 2 * theta) in let r := Rpower q (3 - 2 * theta) in
  0 <= deviation n d m ^ 2 - lattice_softmin N n d alpha 0 <= 2 * Q / (alpha * (1 - r)) /\
  Rabs (slope N d alpha n - 2 * deviation n d m) <= 4 * d * Q / (1 - r) ^ 2 /\
  0 <= 2 - curvature N d alpha n <= 8 * alpha * d ^ 2 * Q * ((1 + r) / (1 - r) ^ 3).
Proof.
  intros Al D Th Hm Near q Q r. assert (some := points_some N). assert (ad : 0 < alpha * d ^ 2) by (apply Rmult_lt_0_compat; auto; apply pow_lt; auto).
  assert (Lq : ln q = - (alpha * d ^ 2)) by apply ln_exp.
  assert (r1 : 0 <= r < 1). { unfold r, Rpower. rewrite Lq. split; [apply Rlt_le, exp_pos | apply exp_neg_lt_1; nra]. }
  assert (Q0 : 0 < Q) by apply exp_pos. apply Rabs_le_between in Near. set (dm := deviation n d m) in *.
  set (e := fun k => exp (- (alpha * (deviation n d k ^ 2 - dm ^ 2)))).
  (* the deviation of a point is that of the nearest less its signed steps *)
  assert (Dev : forall k, deviation n d k = dm - (INR k - INR m) * d) by (intros; unfold dm, deviation; ring).
  assert (St : forall k, INR (steps k m) = Rabs (INR k - INR m)).
  { intros k. unfold steps. destruct (le_lt_dec k m) as [C|C]; rewrite minus_INR by lia.
    - apply le_INR in C. rewrite Rabs_left1; lra.
    - apply lt_INR in C. rewrite Rabs_right; lra. }
  assert (Small : forall k, (1 <= steps k m)%nat -> e k <= Q * r ^ (steps k m - 1)).
  { intros k S. set (j := steps k m) in *. assert (J1 : 1 <= INR j) by (apply (le_INR 1); auto).
    replace (r ^ (j - 1)) with (exp ((3 - 2 * theta) * ln q * (INR j - 1))).
    - unfold Q, Rpower, e. rewrite <- exp_plus. apply exp_le. rewrite Lq, Dev. assert (Sk := St k). fold j in Sk.
      set (z := INR k - INR m) in *. assert (Zj : z ^ 2 = INR j ^ 2) by (rewrite Sk, pow2_abs; auto).
      assert (Zd : z * dm <= INR j * (theta * d)).
      { rewrite Sk. unfold Rabs. destruct (Rcase_abs z); nra. }
      assert (J2 : 0 <= (INR j - 1) * (INR j - 2)).
      { destruct (Nat.eq_dec j 1) as [->|]; [simpl; lra|]. assert (2 <= INR j) by (apply (le_INR 2); lia). nra. }
      assert (d ^ 2 * (INR j ^ 2 - 2 * theta * INR j) <= (dm - z * d) ^ 2 - dm ^ 2).
      { replace ((dm - z * d) ^ 2 - dm ^ 2) with (z ^ 2 * d ^ 2 - 2 * d * (z * dm)) by ring. rewrite Zj.
        assert (2 * d * (z * dm) <= 2 * d * (INR j * (theta * d))) by (apply Rmult_le_compat_l; lra). lra. }
      assert (alpha * (d ^ 2 * (INR j ^ 2 - 2 * theta * INR j)) <= alpha * ((dm - z * d) ^ 2 - dm ^ 2)) by (apply Rmult_le_compat_l; lra).
      assert (0 <= alpha * d ^ 2 * ((INR j - 1) * (INR j - 2))) by (apply Rmult_le_pos; lra). lra.
    - unfold r, Rpower. rewrite <- exp_mult_nat, minus_INR by auto. f_equal. simpl. ring. }
  (* the sums of the terms, of their steps and of the squares of these, without the nearest *)
  set (f0 := fun j => match j with O => 0 | S i => Q * r ^ i end).
  assert (Ef : forall k, steps k m <> 0%nat -> e k <= f0 (steps k m)).
  { intros k K. destruct (steps k m) as [|i] eqn:Ek; [easy|]. assert (X := Small k ltac:(lia)). rewrite Ek in X. simpl in X. rewrite Nat.sub_0_r in X. exact X. }
  assert (At : forall k, steps k m = 0%nat -> k = m) by (intros k; unfold steps; destruct (le_lt_dec k m); lia).
  assert (Series : forall (g : nat -> R) b, (forall n, sum (seq 1 n) (fun j => g j * r ^ (j - 1)) <= b) -> forall n, sum (seq 1 n) (fun j => g j * f0 j) <= Q * b).
  { intros g b G l. apply Rle_trans with (Q * sum (seq 1 l) (fun j => g j * r ^ (j - 1))); [|apply Rmult_le_compat_l; [lra | auto]].
    rewrite <- sum_scal. apply Req_le, sum_ext. intros j J. apply in_seq in J. destruct j as [|i]; [lia|]. simpl. rewrite Nat.sub_0_r. ring. }
  set (T := sum (points N) e).
  assert (em : e m = 1) by (unfold e; fold dm; rewrite <- exp_0; f_equal; ring).
  assert (T1 : 1 <= T) by (rewrite <- em; apply (term_le_sum (points N) e); auto; intros; apply Rlt_le, exp_pos).
  assert (W : forall k, softmax (points N) (exponent d alpha n) k = e k / T).
  { intros k. unfold softmax, T. rewrite (sum_ext (points N) (fun j => exp (exponent d alpha n j)) (fun j => exp (- (alpha * dm ^ 2)) * e j)).
    - rewrite sum_scal. replace (exp (exponent d alpha n k)) with (exp (- (alpha * dm ^ 2)) * e k).
      + fold T. field. split; [lra | apply Rgt_not_eq, exp_pos].
      + unfold e. rewrite <- exp_plus. f_equal. unfold exponent, energy. ring.
    - intros j _. unfold e. rewrite <- exp_plus. f_equal. unfold exponent, energy. ring. }
  assert (We : forall k, softmax (points N) (exponent d alpha n) k <= e k).
  { intros k. rewrite W. assert (0 < e k) by apply exp_pos. apply Rmult_le_reg_r with T; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra. }
  assert (Wp := fun k => softmax_pos (points N) (exponent d alpha n) k some).
  assert (Mean : forall (g : nat -> R) b, g 0%nat = 0 -> (forall j, 0 <= g j) -> (forall n, sum (seq 1 n) (fun j => g j * r ^ (j - 1)) <= b) ->
    mean (points N) (exponent d alpha n) (fun k => g (steps k m)) <= 2 * (Q * b)).
  { intros g b G0 Gp G. apply Rle_trans with (sum (points N) (fun k => g (steps k m) * f0 (steps k m))).
    - unfold mean, inner. apply sum_le. intros k _. destruct (Nat.eq_dec (steps k m) 0) as [Z|Z]; [rewrite Z, G0; lra|].
      rewrite Rmult_comm. apply Rmult_le_compat_l; auto. apply Rle_trans with (1 := We k). auto.
    - apply (sum_by_steps N m (fun j => g j * f0 j)); [auto | rewrite G0; ring | apply (Series g b); auto]. }
  split; [|split].
  - assert (E : dm ^ 2 - lattice_softmin N n d alpha 0 = / alpha * ln T).
    { unfold lattice_softmin. rewrite (sum_ext (points N) (fun k => exp (- (alpha * energy n d 0 k))) (fun k => exp (- (alpha * dm ^ 2)) * e k)).
      - rewrite sum_scal. fold T. rewrite ln_mult, ln_exp by (try apply exp_pos; lra). field. lra.
      - intros k _. unfold e. rewrite <- exp_plus. f_equal. unfold energy. ring. }
    assert (Ia : 0 < / alpha) by (apply Rinv_0_lt_compat; auto). rewrite E. split; [apply Rmult_le_pos; [lra | apply ln_nonneg; auto]|].
    replace (2 * Q / (alpha * (1 - r))) with (/ alpha * (2 * (Q * / (1 - r)))) by (field; lra). apply Rmult_le_compat_l; [lra|].
    apply Rle_trans with (T - 1); [generalize (ln_le_sub T); lra|].
    assert (X := sum_by_steps N m f0 (Q * / (1 - r)) Hm eq_refl). apply Rle_trans with (sum (points N) (fun k => f0 (steps k m))).
    + assert (Y : sum (points N) (fun k => if Nat.eq_dec k m then 1 else 0) = 1).
      { rewrite (sum_single (points N) _ m); [destruct (Nat.eq_dec m m); [auto | easy] | apply seq_NoDup | auto |]. intros k _ K. destruct (Nat.eq_dec k m); [easy | auto]. }
      assert (T - sum (points N) (fun k => if Nat.eq_dec k m then 1 else 0) <= sum (points N) (fun k => f0 (steps k m))); [|lra].
      unfold T. rewrite <- sum_minus. apply sum_le. intros k _. destruct (Nat.eq_dec k m) as [->|K].
      * rewrite em. unfold steps. destruct (le_lt_dec m m); [|lia]. rewrite Nat.sub_diag. simpl. lra.
      * rewrite Rminus_0_r. apply Ef. intros Z. apply K, At, Z.
    + apply X. intros l. apply Rle_trans with (sum (seq 1 l) (fun j => 1 * f0 j)); [apply Req_le, sum_ext; intros; ring|].
      apply (Series (fun _ => 1)). intros l'. rewrite (sum_ext _ _ (fun j => r ^ (j - 1))) by (intros; ring). apply series_0; auto.
  - assert (E : slope N d alpha n - 2 * dm = - 2 * d * mean (points N) (exponent d alpha n) (fun k => INR k - INR m)).
    { unfold slope. rewrite (mean_ext (points N) _ (deviation n d) (fun k => dm - d * (INR k - INR m))) by (intros; rewrite Dev; ring).
      rewrite mean_minus, mean_scal, mean_const by auto. ring. }
    rewrite E, Rabs_mult. replace (Rabs (- 2 * d)) with (2 * d) by (rewrite Rabs_left; lra).
    replace (4 * d * Q / (1 - r) ^ 2) with (2 * d * (2 * (Q * / (1 - r) ^ 2))) by (field; lra). apply Rmult_le_compat_l; [lra|].
    apply Rle_trans with (mean (points N) (exponent d alpha n) (fun k => INR (steps k m))).
    + unfold mean, inner. apply Rle_trans with (1 := sum_abs _ _). apply Req_le, sum_ext. intros k _. rewrite Rabs_mult, (Rabs_right (softmax _ _ k)) by (apply Rle_ge, Rlt_le; auto). rewrite St. auto.
    + apply (Mean INR); [reflexivity | apply pos_INR | intros; apply series_1; auto].
  - unfold curvature. assert (V := variance_nonneg (points N) (exponent d alpha n) (deviation n d) some).
    assert (B : variance (points N) (exponent d alpha n) (deviation n d) <= d ^ 2 * (2 * (Q * ((1 + r) / (1 - r) ^ 3)))).
    { apply Rle_trans with (d ^ 2 * mean (points N) (exponent d alpha n) (fun k => INR (steps k m) ^ 2)).
      - rewrite variance_mean by auto. rewrite (mean_ext (points N) _ (deviation n d) (fun k => dm - d * (INR k - INR m))) by (intros; rewrite Dev; ring).
        rewrite (mean_ext (points N) _ (fun k => deviation n d k * deviation n d k) (fun k => dm ^ 2 - 2 * dm * d * (INR k - INR m) + d ^ 2 * INR (steps k m) ^ 2)).
        + rewrite mean_plus, !mean_minus, !mean_scal, !mean_const by auto. set (mu := mean (points N) (exponent d alpha n) (fun k => INR k)).
          assert (0 <= d ^ 2 * (mu - INR m) ^ 2) by (apply Rmult_le_pos; apply pow2_ge_0).
          rewrite (mean_minus (points N) (exponent d alpha n) (fun k => INR k) (fun _ => INR m)), mean_const by auto. fold mu. lra.
        + intros k _. rewrite Dev, St, pow2_abs. ring.
      - apply Rmult_le_compat_l; [apply pow2_ge_0|]. apply (Mean (fun j => INR j ^ 2)); [simpl; ring | intros; apply pow2_ge_0 | intros; apply series_2; auto]. }
    split; [assert (0 <= 4 * alpha * variance (points N) (exponent d alpha n) (deviation n d)) by (apply Rmult_le_pos; lra); lra|].
    assert (4 * alpha * variance (points N) (exponent d alpha n) (deviation n d) <= 4 * alpha * (d ^ 2 * (2 * (Q * ((1 + r) / (1 - r) ^ 3))))) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma theta_0 : 0 <= 0 < 1 / 2. Proof. lra. Qed.
Lemma at_the_point : Rabs (deviation 1 1 0) <= 0 * 1.
Proof. unfold deviation. simpl. replace (1 - 1 * (1 * 1) - 0 * 1) with 0 by ring. rewrite Rabs_R0. lra. Qed.
Lemma first_of_two : In 0%nat (points 1). Proof. simpl; auto. Qed.
Definition lattice_near_a_point_met := lattice_near_a_point 1 1 1 0 1 0 Rlt_0_1 Rlt_0_1 theta_0 first_of_two at_the_point.
Lemma lattice_near_a_point_sharp :
  ~ forall N d alpha n m, 0 < alpha -> 0 < d -> In m (points N) -> deviation n d m = 0 -> 0 < deviation n d m ^ 2 - lattice_softmin N n d alpha 0.
Proof.
  intros H. assert (E : deviation 1 1 0 = 0) by (unfold deviation; simpl; ring). specialize (H 0%nat 1 1 1 0%nat Rlt_0_1 Rlt_0_1 ltac:(simpl; auto) E).
  rewrite lattice_single, E in H by lra. lra.
Qed.
