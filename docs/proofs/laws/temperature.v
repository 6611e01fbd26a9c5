(* SPDX-License-Identifier: Apache-2.0 *)
(** Softmax at a temperature: cold, hot, and what happens on the way. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.entropy basics.cumulants laws.bounds laws.limits laws.convexity laws.information.
Import ListNotations.
Open Scope R_scope.

Section Temperature.
Context {A : Type}.
Implicit Types (I J : list A) (x p E : A -> R).

(** The entries divided by the temperature, and multiplied by its inverse. *)
Lemma divided I x T : 0 < T -> forall i, x i / T = / T * x i.
Proof. intros. unfold Rdiv. ring. Qed.

(** [temperature.boltzmann] Tags: n ≥ 1, T > 0.  Sharper: none, an equality and an equivalence of orders. *)
Theorem temperature_boltzmann I E T i j :
  I <> [] -> 0 < T ->
  let p := softmax I (fun k => - E k / T) in
  ln (p i) - ln (p j) = (E j - E i) / T /\ (E i < E j -> p j < p i).
Proof.
  intros N P p. assert (L : ln (p i) - ln (p j) = (E j - E i) / T) by (unfold p; rewrite !ln_softmax by auto; field; lra).
  split; auto. intros H. apply ln_lt_inv; try apply softmax_pos; auto.
  assert (0 < (E j - E i) / T) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.

(** [temperature.cold] Tags: n ≥ 1, T > 0, g ≥ 0.  Sharper: refuted below, with the maximum counted once. *)
Theorem temperature_cold I x T g r :
  I <> [] -> 0 < T -> 0 <= g ->
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  let k := times I x (maximum I x) in let p := softmax I (fun i => x i / T) in
  (forall i, In i I -> x i = maximum I x ->
     / (k + (count I - k) * exp (- (g / T))) <= p i <= / (k + (count I - k) * exp (- (r / T)))) /\
  / (k + (count I - k) * exp (- (r / T))) <= / k /\
  sum I (fun i => if Req_EM_T (x i) (maximum I x) then 0 else p i) <= (count I - k) / k * exp (- (g / T)).
Proof.
  intros N P G H k p. set (z := fun i => x i / T). assert (Pi : 0 < / T) by (apply Rinv_0_lt_compat; auto).
  assert (M : maximum I z = maximum I x / T).
  { unfold z. rewrite (maximum_ext I _ (fun i => / T * x i)) by (intros; apply (divided I); auto). rewrite maximum_scale by (auto; lra). unfold Rdiv. ring. }
  assert (K : times I z (maximum I z) = k).
  { unfold k. rewrite <- (times_scale I (/ T) x N Pi). unfold times. rewrite M. apply sum_ext. intros i _. unfold z.
    rewrite maximum_scale by (auto; lra). rewrite (divided I x T P). replace (maximum I x / T) with (/ T * maximum I x) by (unfold Rdiv; ring). reflexivity. }
  assert (K1 := times_pos I x N). assert (K2 := times_le_count I x (maximum I x)). fold k in K1, K2.
  assert (S := partition_largest_share I z (g / T) (r / T) N). cbv zeta in S. rewrite K in S.
  destruct S as [_ [[_ S1] S2]]; [apply Rmult_le_pos; lra | |].
  { intros i Hi. rewrite M. unfold z. destruct (H i Hi) as [->|L]; [auto|right].
    unfold Rdiv. rewrite <- !Rmult_minus_distr_r. split; apply Rmult_le_compat_r; lra. }
  assert (E : forall i, In i I -> x i = maximum I x -> p i = maximum I (softmax I z)).
  { intros i Hi Ei. symmetry. apply maximum_unique with i; auto. intros j Hj. unfold softmax. apply Rmult_le_compat_r.
    - apply Rlt_le, Rinv_0_lt_compat, total_pos; auto.
    - apply exp_le. unfold z. rewrite Ei. apply Rmult_le_compat_r; [lra | apply le_maximum; auto]. }
  assert (X := exp_pos (- (g / T))). assert (X' := exp_pos (- (r / T))). split; [|split].
  - intros i Hi Ei. rewrite (E i Hi Ei). split; auto.
  - apply Rinv_le_contravar; [lra|]. nra.
  - assert (Q : sum I (fun i => if Req_EM_T (x i) (maximum I x) then 0 else p i) = 1 - k * maximum I (softmax I z)).
    { rewrite <- (softmax_sum I z N). unfold k, times. rewrite <- sum_scal_r, <- sum_minus. apply sum_ext. intros i Hi.
      destruct (Req_EM_T (x i) (maximum I x)) as [e|]; [rewrite <- (E i Hi e); unfold p, z; ring | unfold p, z; ring]. }
    rewrite Q. set (e := exp (- (g / T))) in *. set (n := count I) in *. set (m := maximum I (softmax I z)) in *.
    assert (k * / (k + (n - k) * e) <= k * m) by (apply Rmult_le_compat_l; lra).
    assert (D : 0 < k + (n - k) * e) by nra.
    apply Rle_trans with (1 - k * / (k + (n - k) * e)); [lra|].
    replace (1 - k * / (k + (n - k) * e)) with ((n - k) * e * / (k + (n - k) * e)) by (field; lra).
    replace ((n - k) / k * e) with ((n - k) * e * / k) by (field; lra).
    apply Rmult_le_compat_l; [nra|]. apply Rinv_le_contravar; [lra | nra].
Qed.

(** [temperature.hot] Tags: n ≥ 1, T > 0.  Sharper: refuted below, without the term of the spread. *)
Theorem temperature_hot I x T i :
  I <> [] -> 0 < T ->
  (x i - average I x) / T - spread I x ^ 2 / (8 * T ^ 2) <= ln (count I * softmax I (fun j => x j / T) i)
    <= (x i - average I x) / T.
Proof.
  intros N P. generalize (count_pos I N). intros C. rewrite ln_mult, ln_softmax by (try apply softmax_pos; auto; lra).
  assert (Pi : 0 < / T) by (apply Rinv_0_lt_compat; auto).
  generalize (scaled_tangent I x 0 (/ T) N). rewrite lse_zero, mean_zero by auto. rewrite Rminus_0_r.
  rewrite (lse_ext I (fun i => / T * x i) (fun i => x i / T)) by (intros; unfold Rdiv; ring).
  replace (spread I x ^ 2 / (8 * T ^ 2)) with ((/ T) ^ 2 * spread I x ^ 2 / 8) by (field; lra).
  replace ((x i - average I x) / T) with (x i / T - / T * average I x) by (field; lra).
  set (l := lse I (fun i => x i / T)). set (s := (/ T) ^ 2 * spread I x ^ 2 / 8). lra.
Qed.

(** [temperature.hot-linear] Tags: n ≥ 1, T > 0.  Sharper: refuted below, without the bound. *)
Theorem temperature_hot_linear I x T i :
  In i I -> 0 < T ->
  Rabs (softmax I (fun j => x j / T) i - 1 / count I - (x i - average I x) / (count I * T)) <= spread I x ^ 2 / (8 * T ^ 2).
Proof.
  intros Hi P. assert (N : I <> []) by (intros ->; easy). generalize (count_pos I N). intros C.
  assert (Pi : 0 < / T) by (apply Rinv_0_lt_compat; auto). set (h := fun j => / T * x j). set (z := fun _ : A => 0).
  assert (W : spread I h = / T * spread I x) by (apply spread_scale; auto; lra).
  assert (D2 : forall t, is_derive (fun t => hessian_product I (line z h t) h i) t
    (softmax I (line z h t) i * ((h i - mean I (line z h t) h) ^ 2 - variance I (line z h t) h))).
  { intros t. unfold hessian_product. evar_last.
    - apply (is_derive_mult (fun t => softmax I (line z h t) i) (fun t => h i - mean I (line z h t) h));
        [apply softmax_as_derivative; auto | | intros; apply Rmult_comm].
      apply (is_derive_minus (fun _ => h i) (fun t => mean I (line z h t) h)); [apply is_derive_const | apply is_derive_mean; auto].
    - unfold hessian_product, minus, plus, opp, zero, mult; simpl. unfold variance. of_reals. ring. }
  generalize (taylor_2 (fun t => softmax I (line z h t) i) (fun t => hessian_product I (line z h t) h i) _
    (- (spread I h ^ 2 / 4)) (spread I h ^ 2 / 4) (fun t _ => softmax_as_derivative I z h t i N) (fun t _ => D2 t)).
  rewrite softmax_line_0. unfold hessian_product. rewrite softmax_line_0, mean_line_0.
  assert (S0 : softmax I z i = 1 / count I) by (unfold softmax, z; rewrite exp_0, sum_const; field; lra).
  assert (M0 : mean I z h = / T * average I x).
  { unfold z. rewrite mean_const_vector by auto. unfold average, h. rewrite sum_scal. field. lra. }
  rewrite S0, M0. replace (softmax I (line z h 1) i) with (softmax I (fun j => x j / T) i).
  2: { apply softmax_ext; auto. intros; unfold line, z, h, Rdiv. ring. }
  intros B. apply Rabs_le. rewrite W in B.
  replace (spread I x ^ 2 / (8 * T ^ 2)) with ((/ T * spread I x) ^ 2 / 4 / 2) by (field; lra).
  replace ((x i - average I x) / (count I * T)) with (1 / count I * (h i - / T * average I x)) by (unfold h; field; lra).
  destruct B as [L U]; [|lra]. intros t _. rewrite <- W.
  assert (S1 := softmax_pos I (line z h t) i N). assert (S2 := softmax_le_1 I (line z h t) i Hi).
  generalize (variance_nonneg I (line z h t) h N) (variance_le_spread I (line z h t) h N).
  assert (V : softmax I (line z h t) i * (h i - mean I (line z h t) h) ^ 2 <= variance I (line z h t) h).
  { unfold variance, covariance, mean at 2, inner.
    replace ((h i - mean I (line z h t) h) ^ 2) with ((h i - mean I (line z h t) h) * (h i - mean I (line z h t) h)) by ring.
    apply (term_le_sum I (fun j => softmax I (line z h t) j * ((h j - mean I (line z h t) h) * (h j - mean I (line z h t) h)))); auto.
    intros; apply Rmult_le_pos; [apply Rlt_le, softmax_pos; auto | apply Rle_0_sqr]. }
  intros V0 V1. set (p := softmax I (line z h t) i) in *. set (v := variance I (line z h t) h) in *.
  set (c := (h i - mean I (line z h t) h) ^ 2) in *. assert (0 <= c) by apply pow2_ge_0. assert (0 <= p * c) by nra. assert (0 <= p * v <= v) by nra. split; lra.
Qed.

(** [temperature.purity] Tags: n ≥ 1, T > 0, g ≥ 0.  Sharper: refuted below, with a strict sign. *)
Theorem temperature_purity I x T g r :
  I <> [] -> 0 < T -> 0 <= g ->
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  let k := times I x (maximum I x) in let p := softmax I (fun i => x i / T) in
  0 <= sum I (fun i => p i ^ 2) - 1 / count I <= / count I * (exp (spread I x / T) - 1) ^ 2 /\
  k / (k + (count I - k) * exp (- (g / T))) ^ 2 <= sum I (fun i => p i ^ 2) <= 1 / k.
Proof.
  intros N P G H k p. generalize (count_pos I N). intros C. assert (S : sum I p = 1) by (apply softmax_sum; auto).
  assert (Pi : 0 < / T) by (apply Rinv_0_lt_compat; auto). set (n := count I) in *.
  assert (E : sum I (fun i => p i ^ 2) - 1 / n = sum I (fun i => (p i - 1 / n) ^ 2)).
  { rewrite (sum_ext I (fun i => (p i - 1 / n) ^ 2) (fun i => p i ^ 2 - 2 / n * p i + 1 / n ^ 2)) by (intros; field; lra).
    rewrite sum_plus, sum_minus, sum_scal, S, sum_const. fold n. field. lra. }
  assert (K1 := times_pos I x N). assert (K2 := times_le_count I x (maximum I x)). fold k in K1, K2. fold n in K2.
  destruct (temperature_cold I x T g r N P G H) as [Q1 [Q2 _]]. fold k p n in Q1, Q2. split; [split|split].
  - rewrite E. apply sum_nonneg. intros; apply pow2_ge_0.
  - rewrite E. set (w := spread I x / T). assert (W : spread I (fun i => x i / T) = w).
    { rewrite (spread_ext I _ (fun i => / T * x i)) by (intros; unfold Rdiv; ring). rewrite spread_scale by (auto; lra). unfold w, Rdiv. ring. }
    replace (/ n * (exp w - 1) ^ 2) with (sum I (fun _ => (/ n * (exp w - 1)) ^ 2)) by (rewrite sum_const; fold n; field; lra).
    apply sum_le. intros i Hi.
    assert (U : exp (- w) * / n <= p i <= exp w * / n).
    { assert (M : forall j, In j I -> exp (x i / T) * exp (- w) <= exp (x j / T) <= exp (x i / T) * exp w).
      { intros j Hj. rewrite <- !exp_plus. generalize (difference_le_spread I (fun i => x i / T) i j Hi Hj) (difference_le_spread I (fun i => x i / T) j i Hj Hi).
        rewrite W. intros. split; apply exp_le; lra. }
      generalize (total_pos I (fun j => x j / T) N). set (s := sum I (fun j => exp (x j / T))). intros Ps. assert (X := exp_pos (x i / T)).
      assert (Sl : n * (exp (x i / T) * exp (- w)) <= s) by (unfold n; rewrite <- sum_const; apply sum_le; intros; apply M; auto).
      assert (Su : s <= n * (exp (x i / T) * exp w)) by (unfold n; rewrite <- sum_const; apply sum_le; intros; apply M; auto).
      assert (ew : exp (- w) * exp w = 1) by (rewrite <- exp_plus, Rplus_opp_l; apply exp_0). assert (e0 := exp_pos w). assert (e1 := exp_pos (- w)).
      unfold p, softmax. fold s. split.
      - apply Rmult_le_reg_r with (n * s * exp w); [repeat apply Rmult_lt_0_compat; lra|].
        replace (exp (- w) * / n * (n * s * exp w)) with (s * (exp (- w) * exp w)) by (field; lra). rewrite ew.
        replace (exp (x i / T) / s * (n * s * exp w)) with (n * (exp (x i / T) * exp w)) by (field; lra). lra.
      - apply Rmult_le_reg_r with (n * s * exp (- w)); [repeat apply Rmult_lt_0_compat; lra|].
        replace (exp w * / n * (n * s * exp (- w))) with (s * (exp (- w) * exp w)) by (field; lra). rewrite ew.
        replace (exp (x i / T) / s * (n * s * exp (- w))) with (n * (exp (x i / T) * exp (- w))) by (field; lra). lra. }
    assert (ew : exp (- w) * exp w = 1) by (rewrite <- exp_plus, Rplus_opp_l; apply exp_0).
    assert (e0 := exp_pos (- w)). assert (e1 : 1 <= exp w).
    { rewrite <- exp_0. apply exp_le. unfold w. apply Rmult_le_pos; [apply spread_nonneg; auto | lra]. }
    assert (In : 0 < / n) by (apply Rinv_0_lt_compat; lra).
    assert (2 - exp w <= exp (- w)) by nra. assert (- (/ n * (exp w - 1)) <= p i - 1 / n <= / n * (exp w - 1)) by (unfold Rdiv; nra). nra.
  - destruct (maximum_in I x N) as [i [Hi Ei]]. specialize (Q1 i Hi Ei). set (b := k + (n - k) * exp (- (g / T))) in *.
    assert (B : 0 < b) by (unfold b; generalize (exp_pos (- (g / T))); nra).
    replace (k / b ^ 2) with (k * (/ b) ^ 2) by (field; lra). apply Rle_trans with (k * p i ^ 2).
    + apply Rmult_le_compat_l; [lra|]. apply pow_incr. split; [apply Rlt_le, Rinv_0_lt_compat; auto | apply Q1].
    + unfold k, times. rewrite <- sum_scal_r. apply sum_le. intros j Hj. destruct (Req_EM_T (x j) (maximum I x)) as [e|]; [|rewrite Rmult_0_l; apply pow2_ge_0].
      unfold p, softmax. rewrite e, Ei. lra.
  - destruct (maximum_in I x N) as [i [Hi Ei]]. specialize (Q1 i Hi Ei).
    apply Rle_trans with (p i); [|unfold Rdiv; lra].
    replace (p i) with (sum I (fun j => p i * p j)) by (rewrite sum_scal, S; ring). apply sum_le. intros j Hj.
    assert (p j <= p i).
    { unfold p, softmax. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, total_pos; auto|]. apply exp_le, Rmult_le_compat_r; [lra|].
      rewrite Ei. apply le_maximum; auto. }
    assert (0 < p j) by (apply softmax_pos; auto). nra.
Qed.

(** Along the path of scales. *)
Definition scaled x (lambda : R) : A -> R := fun i => lambda * x i.
Lemma scaled_line I x lambda f : mean I (scaled x lambda) f = mean I (line (fun _ => 0) x lambda) f.
Proof.
  unfold mean. apply inner_ext; auto. intros i Hi. apply softmax_ext; auto. intros; unfold scaled, line. ring.
Qed.
Lemma is_derive_scaled_mean I x f lambda :
  I <> [] -> is_derive (fun l => mean I (scaled x l) f) lambda (covariance I (scaled x lambda) f x).
Proof.
  intros N. apply (is_derive_ext (fun l => mean I (line (fun _ => 0) x l) f)); [intros; symmetry; apply scaled_line|].
  rewrite covariance_mean, !scaled_line, <- covariance_mean by auto. apply is_derive_mean; auto.
Qed.
Lemma is_derive_scaled_lse I x lambda : I <> [] -> is_derive (fun l => lse I (scaled x l)) lambda (mean I (scaled x lambda) x).
Proof.
  intros N. apply (is_derive_ext (fun l => lse I (line (fun _ => 0) x l))).
  - intros l. apply lse_ext. intros; unfold scaled, line; ring.
  - rewrite scaled_line. apply is_derive_lse; auto.
Qed.
Lemma is_derive_scaled_softmax I x lambda i :
  In i I -> is_derive (fun l => softmax I (scaled x l) i) lambda (softmax I (scaled x lambda) i * (x i - mean I (scaled x lambda) x)).
Proof.
  intros Hi. assert (N : I <> []) by (intros ->; easy). apply (is_derive_ext (fun l => softmax I (line (fun _ => 0) x l) i)).
  - intros l. apply softmax_ext; auto. intros; unfold scaled, line; ring.
  - rewrite scaled_line. rewrite (softmax_ext I (scaled x lambda) (line (fun _ => 0) x lambda)) by (auto; intros; unfold scaled, line; ring).
    apply (softmax_as_derivative I (fun _ => 0) x lambda i N).
Qed.
Lemma entropy_scaled I x lambda :
  I <> [] -> entropy I (softmax I (scaled x lambda)) = lse I (scaled x lambda) - lambda * mean I (scaled x lambda) x.
Proof. intros N. rewrite entropy_softmax by auto. unfold scaled at 3. rewrite mean_scal. reflexivity. Qed.
Lemma is_derive_scaled_entropy I x lambda :
  I <> [] -> is_derive (fun l => entropy I (softmax I (scaled x l))) lambda (- lambda * variance I (scaled x lambda) x).
Proof.
  intros N. apply (is_derive_ext (fun l => lse I (scaled x l) - l * mean I (scaled x l) x)); [intros; rewrite entropy_scaled; auto|].
  evar_last.
  - apply (is_derive_minus (fun l => lse I (scaled x l)) (fun l => l * mean I (scaled x l) x)); [apply is_derive_scaled_lse; auto|].
    apply (is_derive_mult (fun l => l) (fun l => mean I (scaled x l) x)); [apply is_derive_id | apply is_derive_scaled_mean; auto | intros; apply Rmult_comm].
  - unfold minus, plus, opp, mult; simpl. unfold variance. of_reals. change Hierarchy.one with 1. ring.
Qed.
Lemma is_derive_purity I x lambda :
  I <> [] ->
  is_derive (fun l => sum I (fun i => softmax I (scaled x l) i ^ 2)) lambda
    (2 * covariance I (scaled x lambda) (softmax I (scaled x lambda)) x).
Proof.
  intros N. evar_last.
  - apply (is_derive_sum I (fun i l => softmax I (scaled x l) i ^ 2)
      (fun i l => 2 * (softmax I (scaled x l) i * (x i - mean I (scaled x l) x)) * softmax I (scaled x l) i)).
    intros i Hi. evar_last; [apply (is_derive_pow (fun l => softmax I (scaled x l) i) 2); apply is_derive_scaled_softmax; auto|].
    of_reals. simpl. ring.
  - rewrite covariance_mean by auto. unfold mean at 2 3, inner. of_reals. set (m := mean I (scaled x lambda) x).
    gather. apply sum_ext. intros. ring.
Qed.
(** Softmax and its argument are in the same order, so their covariance is not negative. *)
Lemma covariance_order I y f g :
  I <> [] -> (forall i j, In i I -> In j I -> 0 <= (f i - f j) * (g i - g j)) -> 0 <= covariance I y f g.
Proof.
  intros N H. set (p := softmax I y).
  assert (G : 0 <= sum I (fun i => sum I (fun j => p i * p j * ((f i - f j) * (g i - g j))))).
  { apply sum_nonneg. intros i Hi. apply sum_nonneg. intros j Hj. apply Rmult_le_pos; auto. apply Rmult_le_pos; apply Rlt_le, softmax_pos; auto. }
  rewrite (sum_ext I _ (fun i => p i * (f i * g i) * sum I p - p i * f i * sum I (fun j => p j * g j) - p i * g i * sum I (fun j => p j * f j)
     + p i * sum I (fun j => p j * (f j * g j)))) in G by (intros i Hi; gather; apply sum_ext; intros; ring).
  rewrite sum_plus, !sum_minus, !sum_scal_r in G. assert (S : sum I p = 1) by (apply softmax_sum; auto). rewrite S in G.
  rewrite covariance_mean by auto. unfold mean, inner. fold p.
  lra.
Qed.
Lemma softmax_same_order I x lambda i j :
  0 <= lambda -> I <> [] -> 0 <= (softmax I (scaled x lambda) i - softmax I (scaled x lambda) j) * (x i - x j).
Proof.
  intros P N. assert (Q : 0 < / sum I (fun k => exp (scaled x lambda k))) by (apply Rinv_0_lt_compat, total_pos; auto).
  unfold softmax, Rdiv. rewrite <- Rmult_minus_distr_r. destruct (Rle_dec (x i) (x j)).
  - assert (exp (scaled x lambda i) <= exp (scaled x lambda j)) by (apply exp_le; unfold scaled; nra).
    assert (0 <= (exp (scaled x lambda j) - exp (scaled x lambda i)) * / sum I (fun k => exp (scaled x lambda k))) by (apply Rmult_le_pos; lra). nra.
  - assert (exp (scaled x lambda j) <= exp (scaled x lambda i)) by (apply exp_le; unfold scaled; nra).
    apply Rmult_le_pos; [apply Rmult_le_pos|]; lra.
Qed.

(** [temperature.entropy-slope] Tags: n ≥ 1, λ ≥ 0.  Sharper: refuted below, with strict signs. *)
Theorem temperature_entropy_slope I x lambda :
  I <> [] -> 0 <= lambda ->
  let p l := softmax I (fun i => l * x i) in
  is_derive (fun l => entropy I (p l)) lambda (- lambda * variance I (fun i => lambda * x i) x) /\
  - lambda * variance I (fun i => lambda * x i) x <= 0 /\
  is_derive (fun l => sum I (fun i => p l i ^ 2)) lambda (2 * covariance I (fun i => lambda * x i) (p lambda) x) /\
  0 <= covariance I (fun i => lambda * x i) (p lambda) x /\
  is_derive (fun l => inner I (p l) x) lambda (variance I (fun i => lambda * x i) x) /\
  0 <= variance I (fun i => lambda * x i) x.
Proof.
  intros N P p. assert (V := variance_nonneg I (fun i => lambda * x i) x N).
  split; [apply is_derive_scaled_entropy; auto|]. split; [nra|]. split; [apply is_derive_purity; auto|].
  split; [|split; [apply is_derive_scaled_mean; auto | auto]].
  apply covariance_order; auto. intros. apply softmax_same_order; auto.
Qed.

(** [temperature.entropy-falls] Tags: n ≥ 1, λ > 0.  Sharper: refuted below, with a strict sign. *)
Theorem temperature_entropy_falls I x lambda :
  I <> [] -> 0 < lambda ->
  let fall := entropy I (softmax I x) - entropy I (softmax I (fun i => lambda * x i)) in
  (1 < lambda -> 0 <= fall <= (lambda ^ 2 - 1) / 8 * spread I x ^ 2) /\
  (lambda < 1 -> (lambda ^ 2 - 1) / 8 * spread I x ^ 2 <= fall <= 0).
Proof.
  intros N P fall.
  assert (G : forall a b, 0 < a <= b ->
    0 <= entropy I (softmax I (scaled x a)) - entropy I (softmax I (scaled x b)) <= (b ^ 2 - a ^ 2) / 8 * spread I x ^ 2).
  { intros a b [A0 L]. split.
    - cut (- entropy I (softmax I (scaled x a)) <= - entropy I (softmax I (scaled x b))); [lra|].
      apply (increasing_of_derive (fun l => - entropy I (softmax I (scaled x l))) (fun l => - (- l * variance I (scaled x l) x)) a b L).
      + intros t T. apply (is_derive_opp (fun l => entropy I (softmax I (scaled x l)))), is_derive_scaled_entropy; auto.
      + intros t T. generalize (variance_nonneg I (scaled x t) x N). nra.
    - cut (entropy I (softmax I (scaled x a)) + spread I x ^ 2 / 8 * a ^ 2 <= entropy I (softmax I (scaled x b)) + spread I x ^ 2 / 8 * b ^ 2); [lra|].
      apply (increasing_of_derive (fun l => entropy I (softmax I (scaled x l)) + spread I x ^ 2 / 8 * l ^ 2)
        (fun l => - l * variance I (scaled x l) x + spread I x ^ 2 / 4 * l) a b L).
      + intros t T. apply (is_derive_plus (fun l => entropy I (softmax I (scaled x l))) (fun l => spread I x ^ 2 / 8 * l ^ 2)); [apply is_derive_scaled_entropy; auto|].
        auto_derive; auto. field.
      + intros t T. generalize (variance_le_spread I (scaled x t) x N). nra. }
  assert (E : entropy I (softmax I x) = entropy I (softmax I (scaled x 1))).
  { unfold entropy. f_equal. apply sum_ext. intros i Hi. rewrite (softmax_ext I x (scaled x 1)) by (auto; intros; unfold scaled; ring). auto. }
  unfold fall. rewrite E. fold (scaled x lambda). split; intros L.
  - generalize (G 1 lambda ltac:(lra)). lra.
  - generalize (G lambda 1 ltac:(lra)). lra.
Qed.

(** [temperature.majorisation] Tags: n ≥ 1, T > 0, U > T.  Sharper: refuted below, with a strict sign. *)
Theorem temperature_majorisation I J K x T U :
  0 < T < U -> Permutation I (J ++ K) -> J <> [] -> (forall j k, In j J -> In k K -> x k <= x j) ->
  let p := softmax I (fun i => x i / T) in let q := softmax I (fun i => x i / U) in
  sum J q <= sum J p /\ maximum I q <= maximum I p /\ sum I (fun i => q i ^ 2) <= sum I (fun i => p i ^ 2) /\ inner I q x <= inner I p x.
Proof.
  intros [P L] Pm M H p q.
  assert (N : I <> []) by (intros ->; apply Permutation_nil, app_eq_nil in Pm; destruct Pm; auto).
  assert (I1 : 0 < / U) by (apply Rinv_0_lt_compat; lra). assert (I2 : / U <= / T) by (apply Rinv_le_contravar; lra).
  assert (Top : forall J K, Permutation I (J ++ K) -> (forall j k, In j J -> In k K -> x k <= x j) -> sum J q <= sum J p).
  { clear J K Pm M H. intros J K Pm H. unfold p, q, softmax. rewrite !sum_div. rewrite !(sum_perm I (J ++ K)) by auto. rewrite !sum_app.
    set (a := sum J (fun i => exp (x i / U))). set (b := sum K (fun i => exp (x i / U))). set (c := sum J (fun i => exp (x i / T))). set (d := sum K (fun i => exp (x i / T))).
    assert (X : a * d <= c * b).
    { unfold a, b, c, d. rewrite <- !sum_scal_r. apply sum_le. intros j Hj. rewrite <- !sum_scal. apply sum_le. intros k Hk.
      rewrite <- !exp_plus. apply exp_le. specialize (H j k Hj Hk). unfold Rdiv. nra. }
    assert (Y : forall t, 0 < sum J (fun i => exp (x i / t)) + sum K (fun i => exp (x i / t))).
    { intros t. rewrite <- sum_app. apply sum_pos; [intros E; rewrite E in Pm; apply Permutation_sym, Permutation_nil in Pm; auto | intros; apply exp_pos]. }
    generalize (Y U) (Y T). fold a b c d. intros Y1 Y2.
    apply Rmult_le_reg_r with ((a + b) * (c + d)); [apply Rmult_lt_0_compat; auto|].
    replace (a / (a + b) * ((a + b) * (c + d))) with (a * (c + d)) by (field; lra).
    replace (c / (c + d) * ((a + b) * (c + d))) with (c * (a + b)) by (field; lra). lra. }
  split; [apply (Top J K); auto|]. split; [|split].
  - destruct (maximum_in I x N) as [i [Hi Ei]]. destruct (in_split i I Hi) as [I1' [I2' Es]].
    assert (Pi : Permutation I ([i] ++ (I1' ++ I2'))) by (rewrite Es; simpl; apply Permutation_sym, Permutation_middle).
    assert (Q := Top [i] (I1' ++ I2') Pi). simpl in Q. rewrite !Rplus_0_r in Q.
    apply Rle_trans with (q i).
    + apply maximum_le; auto. intros j Hj. unfold q, softmax. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, total_pos; auto|].
      apply exp_le, Rmult_le_compat_r; [lra|]. rewrite Ei. apply le_maximum; auto.
    + apply Rle_trans with (p i); [|apply le_maximum; auto]. apply Q. intros j k [<-|[]] Hk. rewrite Ei. apply le_maximum.
      rewrite Es. apply in_app_or in Hk. apply in_or_app. simpl. tauto.
  - assert (E : forall t, sum I (fun i => softmax I (fun i => x i / t) i ^ 2) = sum I (fun i => softmax I (scaled x (/ t)) i ^ 2)).
    { intros t. apply sum_ext. intros i Hi. rewrite (softmax_ext I (fun i => x i / t) (scaled x (/ t))) by (auto; intros; unfold scaled, Rdiv; ring). auto. }
    unfold p, q. rewrite !E.
    apply (increasing_of_derive (fun l => sum I (fun i => softmax I (scaled x l) i ^ 2)) _ (/ U) (/ T) I2 (fun t _ => is_derive_purity I x t N)).
    intros t Ht. assert (0 <= covariance I (scaled x t) (softmax I (scaled x t)) x); [|lra].
    apply covariance_order; auto. intros. apply softmax_same_order; auto. lra.
  - assert (E : forall t, inner I (softmax I (fun i => x i / t)) x = mean I (scaled x (/ t)) x).
    { intros t. apply inner_ext; auto. intros i Hi. apply softmax_ext; auto. intros; unfold scaled, Rdiv; ring. }
    unfold p, q. rewrite !E.
    apply (increasing_of_derive (fun l => mean I (scaled x l) x) _ (/ U) (/ T) I2 (fun t _ => is_derive_scaled_mean I x x t N)).
    intros t _. apply (variance_nonneg I (scaled x t) x N).
Qed.

(** A power that is 0 at 0, and the escort distribution. *)
Definition power (a alpha : R) : R := if Rlt_dec 0 a then Rpower a alpha else 0.
Definition escort I (alpha : R) p : A -> R := fun i => power (p i) alpha / sum I (fun j => power (p j) alpha).
Lemma power_nonneg a alpha : 0 <= power a alpha.
Proof. unfold power. destruct (Rlt_dec 0 a); [apply Rlt_le, exp_pos | lra]. Qed.
Lemma escort_total I alpha p : (exists i, In i I /\ 0 < p i) -> 0 < sum I (fun j => power (p j) alpha).
Proof.
  intros [i [Hi P]]. apply Rlt_le_trans with (power (p i) alpha).
  - unfold power. destruct (Rlt_dec 0 (p i)); [apply exp_pos | easy].
  - apply (term_le_sum I (fun j => power (p j) alpha)); auto. intros; apply power_nonneg.
Qed.

(** [temperature.escort] Tags: p ≥ 0, p ≠ 0.  Sharper: none, all are equalities. *)
Theorem temperature_escort I p alpha :
  (forall i, In i I -> 0 <= p i) -> (exists i, In i I /\ 0 < p i) ->
  (forall i j, 0 < p i -> 0 < p j -> ln (escort I alpha p i / escort I alpha p j) = alpha * ln (p i / p j)) /\
  sum I (escort I alpha p) = 1 /\ (forall i, p i = 0 -> escort I alpha p i = 0) /\
  (forall x, (forall i, In i I -> p i = softmax I x i) -> forall i, In i I -> escort I alpha p i = softmax I (fun j => alpha * x j) i).
Proof.
  intros P S. assert (T := escort_total I alpha p S). assert (N : I <> []) by (destruct S as [i [Hi _]]; intros ->; easy).
  split; [|split; [|split]].
  - intros i j Pi Pj. unfold escort. replace (power (p i) alpha / _ / (power (p j) alpha / _)) with (power (p i) alpha / power (p j) alpha).
    + unfold power. destruct (Rlt_dec 0 (p i)), (Rlt_dec 0 (p j)); try easy. unfold Rpower. rewrite <- exp_minus_div, ln_exp, ln_div_pos by auto. ring.
    + field. split; [lra|]. unfold power. destruct (Rlt_dec 0 (p j)); [apply Rgt_not_eq, exp_pos | easy].
  - unfold escort. rewrite sum_div. field. lra.
  - intros i E. unfold escort, power. destruct (Rlt_dec 0 (p i)); [lra | unfold Rdiv; ring].
  - intros x E i Hi. unfold escort. assert (G : forall j, In j I -> power (p j) alpha = exp (alpha * x j) / exp (alpha * lse I x)).
    { intros j Hj. rewrite (E j Hj). unfold power. destruct (Rlt_dec 0 (softmax I x j)) as [|n]; [|exfalso; apply n, softmax_pos; auto].
      unfold Rpower. rewrite ln_softmax, <- exp_minus_div by auto. f_equal. ring. }
    rewrite (G i Hi), (sum_ext I _ _ G), sum_div. unfold softmax. field. split; apply Rgt_not_eq; [apply (total_pos I (fun j => alpha * x j)); auto | apply exp_pos].
Qed.

(** [temperature.semigroup] Tags: p ≥ 0, p ≠ 0.  Sharper: none, all are equalities. *)
Theorem temperature_semigroup I p alpha c i :
  (forall i, In i I -> 0 <= p i) -> (exists i, In i I /\ 0 < p i) -> In i I -> 0 < c ->
  escort I alpha (fun j => p j ^ 2) i = escort I (2 * alpha) p i /\
  escort I alpha (fun j => c * p j) i = escort I alpha p i /\ escort I 1 p i = p i / sum I p.
Proof.
  intros P S Hi C. assert (G : forall a, 0 <= a -> power (a ^ 2) alpha = power a (2 * alpha)).
  { intros a [Q| <-]; unfold power.
    - destruct (Rlt_dec 0 a), (Rlt_dec 0 (a ^ 2)) as [|m]; try easy; [|exfalso; apply m, pow_lt; auto].
      unfold Rpower. f_equal. simpl. rewrite Rmult_1_r, ln_mult by auto. ring.
    - replace (0 ^ 2) with 0 by ring. destruct (Rlt_dec 0 0); lra. }
  assert (F : forall a, 0 <= a -> power (c * a) alpha = Rpower c alpha * power a alpha).
  { intros a [Q| <-]; unfold power.
    - destruct (Rlt_dec 0 a), (Rlt_dec 0 (c * a)) as [|m]; try easy; [|exfalso; apply m, Rmult_lt_0_compat; auto].
      unfold Rpower. rewrite ln_mult, <- exp_plus by auto. f_equal. ring.
    - rewrite Rmult_0_r. destruct (Rlt_dec 0 0); lra. }
  assert (O : forall a, 0 <= a -> power a 1 = a).
  { intros a [Q| <-]; unfold power; [|destruct (Rlt_dec 0 0); lra]. destruct (Rlt_dec 0 a); [apply Rpower_1; auto | easy]. }
  unfold escort. split; [|split].
  - rewrite G by auto. f_equal. apply sum_ext. intros; apply G; auto.
  - rewrite F by auto. rewrite (sum_ext I _ (fun j => Rpower c alpha * power (p j) alpha)) by (intros; apply F; auto). rewrite sum_scal.
    generalize (escort_total I alpha p S) (exp_pos (alpha * ln c)). fold (Rpower c alpha). intros. field. lra.
  - rewrite O by auto. f_equal. apply sum_ext. intros; apply O; auto.
Qed.
End Temperature.

Definition temperature_boltzmann_met := temperature_boltzmann two ramp 1 0%nat 1%nat two_some Rlt_0_1.
Definition temperature_cold_met := temperature_cold two ramp 1 1 1 two_some Rlt_0_1 Rle_0_1 ramp_gap.
Lemma temperature_cold_sharp :
  ~ forall (I : list nat) x T g r, I <> [] -> 0 < T -> 0 <= g ->
    (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
    forall i, In i I -> x i = maximum I x -> / (1 + (count I - 1) * exp (- (g / T))) <= softmax I (fun i => x i / T) i.
Proof.
  intros H. specialize (H two (pair 0 0) 1 1 1 two_some Rlt_0_1 Rle_0_1 (zeros_gap 1 1) 0%nat in_0).
  rewrite maximum_pair, Rmax_left, count_two_2 in H by lra. specialize (H eq_refl).
  rewrite (softmax_ext two _ (pair 0 0)), softmax_zeros in H by (try apply in_0; intros [|] _; simpl; lra).
  assert (E : exp (- (1 / 1)) < 1) by (apply exp_neg_lt_1; lra). generalize (exp_pos (- (1 / 1))). intros P.
  assert (L : / 2 < / (1 + (2 - 1) * exp (- (1 / 1)))) by (apply Rinv_lt_contravar; lra). lra.
Qed.
Lemma softmax_ramp_0 : softmax two ramp 0%nat = / (1 + exp 1).
Proof. unfold softmax, ramp. rewrite sum_pair. simpl. rewrite exp_0. generalize (exp_pos 1). intros. field. lra. Qed.
Lemma ramp_over_1 i : In i two -> softmax two (fun j => ramp j / 1) i = softmax two ramp i.
Proof. intros Hi. apply softmax_ext; auto. intros; field. Qed.
Definition temperature_hot_met := temperature_hot two ramp 1 0%nat two_some Rlt_0_1.
Lemma temperature_hot_sharp :
  ~ forall (I : list nat) x T i, I <> [] -> 0 < T ->
    (x i - average I x) / T <= ln (count I * softmax I (fun j => x j / T) i).
Proof.
  intros H. specialize (H two ramp 1 0%nat two_some Rlt_0_1).
  rewrite average_ramp, count_two_2, ramp_over_1, softmax_ramp_0, ln_mult, ln_Rinv in H
    by (try apply in_0; try apply Rinv_0_lt_compat; generalize (exp_pos 1); lra).
  replace ((ramp 0%nat - 1 / 2) / 1) with (- (1 / 2)) in H by (unfold ramp; simpl; field).
  assert (E : exp (1 / 2) * exp (1 / 2) = exp 1) by (rewrite <- exp_plus; f_equal; field).
  assert (G : 1 < exp (1 / 2)) by (apply exp_gt_1; lra).
  assert (L : ln (2 * exp (1 / 2)) < ln (1 + exp 1)) by (apply ln_increasing; nra).
  rewrite ln_mult, ln_exp in L by (try apply exp_pos; lra). lra.
Qed.
Definition temperature_hot_linear_met := temperature_hot_linear two ramp 1 0%nat in_0 Rlt_0_1.
Lemma temperature_hot_linear_sharp :
  ~ forall (I : list nat) x T i, In i I -> 0 < T ->
    softmax I (fun j => x j / T) i = 1 / count I + (x i - average I x) / (count I * T).
Proof.
  intros H. specialize (H two ramp (1 / 4) 0%nat in_0 ltac:(lra)). rewrite average_ramp, count_two_2 in H.
  generalize (softmax_pos two (fun j => ramp j / (1 / 4)) 0%nat two_some). rewrite H. unfold ramp. simpl. lra.
Qed.
Definition temperature_purity_met := temperature_purity two ramp 1 1 1 two_some Rlt_0_1 Rle_0_1 ramp_gap.
Lemma temperature_purity_sharp :
  ~ forall (I : list nat) x T, I <> [] -> 0 < T -> 1 / count I < sum I (fun i => softmax I (fun i => x i / T) i ^ 2).
Proof.
  intros H. specialize (H one ramp 1 one_some Rlt_0_1). rewrite sum_one, softmax_one, count_one_1 in H. lra.
Qed.
Definition temperature_entropy_slope_met := temperature_entropy_slope two ramp 1 two_some Rle_0_1.
Lemma temperature_entropy_slope_sharp :
  ~ forall (I : list nat) x lambda, I <> [] -> 0 <= lambda -> 0 < variance I (fun i => lambda * x i) x.
Proof.
  intros H. specialize (H one ramp 1 one_some Rle_0_1). unfold variance, covariance, mean, inner in H.
  rewrite !sum_one, softmax_one in H. lra.
Qed.
Definition temperature_entropy_falls_met := temperature_entropy_falls two ramp 2 two_some ltac:(lra).
Lemma temperature_entropy_falls_sharp :
  ~ forall (I : list nat) x lambda, I <> [] -> 1 < lambda ->
    entropy I (softmax I (fun i => lambda * x i)) < entropy I (softmax I x).
Proof.
  intros H. specialize (H one ramp 2 one_some ltac:(lra)). unfold entropy in H. rewrite !sum_one, !softmax_one in H. lra.
Qed.
Lemma ramp_top j k : In j [1%nat] -> In k [0%nat] -> ramp k <= ramp j.
Proof. intros [<-|[]] [<-|[]]. unfold ramp. simpl. lra. Qed.
Definition temperature_majorisation_met :=
  temperature_majorisation two [1%nat] [0%nat] ramp 1 2 (conj Rlt_0_1 (Rlt_plus_1 1)) (perm_swap _ _ _) ltac:(easy) ramp_top.
Lemma temperature_majorisation_sharp :
  ~ forall (I : list nat) x T U, I <> [] -> 0 < T < U -> maximum I (softmax I (fun i => x i / U)) < maximum I (softmax I (fun i => x i / T)).
Proof.
  intros H. specialize (H one ramp 1 2 one_some ltac:(lra)). simpl in H. rewrite !softmax_one in H. lra.
Qed.
Lemma even_some : exists i, In i two /\ 0 < even i. Proof. exists 0%nat. split; [apply in_0 | apply (even_positive _ in_0)]. Qed.
Definition temperature_escort_met := temperature_escort two even 2 (proj1 even_distribution) even_some.
Definition temperature_semigroup_met := temperature_semigroup two even 2 3 0%nat (proj1 even_distribution) even_some in_0 ltac:(lra).
