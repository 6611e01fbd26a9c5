(* SPDX-License-Identifier: Apache-2.0 *)
(** Softmax: a distribution, the gradient of log-sum-exp, and how far it moves; the laws of two numbers. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities laws.bounds.
Import ListNotations.
Open Scope R_scope.

Section Softmax.
Context {A : Type}.
Implicit Types (I : list A) (x y : A -> R).

(** [softmax.sums-to-one] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem softmax_sums_to_one I x : I <> [] -> sum I (softmax I x) = 1.
Proof. apply softmax_sum. Qed.

(** [softmax.range] Tags: n ≥ 1.  Sharper: refuted below, with less than 1 for one entry. *)
Theorem softmax_range I x i :
  In i I -> 0 < softmax I x i <= 1 /\ ((2 <= length I)%nat -> softmax I x i < 1).
Proof.
  intros Hi. assert (N : I <> []) by (intros ->; easy).
  split; [split; [apply softmax_pos; auto | apply softmax_le_1; auto]|].
  intros L. unfold softmax. generalize (total_pos I x N). intros P.
  apply Rmult_lt_reg_r with (sum I (fun j => exp (x j))); auto. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r, Rmult_1_l by lra.
  destruct (in_split i I Hi) as [J [K ->]]. rewrite sum_app. simpl.
  assert (J0 : 0 <= sum J (fun j => exp (x j))) by (apply sum_nonneg; intros; apply Rlt_le, exp_pos).
  assert (K0 : 0 <= sum K (fun j => exp (x j))) by (apply sum_nonneg; intros; apply Rlt_le, exp_pos).
  destruct J as [|j J]; [destruct K as [|k K]; [simpl in L; lia|]|].
  - assert (0 < sum (k :: K) (fun j => exp (x j))) by (apply sum_pos; [easy | intros; apply exp_pos]). lra.
  - assert (0 < sum (j :: J) (fun j => exp (x j))) by (apply sum_pos; [easy | intros; apply exp_pos]). lra.
Qed.

(** [softmax.order] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem softmax_order I x i j :
  I <> [] -> (x i <= x j -> softmax I x i <= softmax I x j) /\ (x i = x j -> softmax I x i = softmax I x j) /\
  (x j = maximum I x -> forall k, In k I -> softmax I x k <= softmax I x j).
Proof.
  intros N. generalize (total_pos I x N). intros P.
  assert (H : forall i j, x i <= x j -> softmax I x i <= softmax I x j).
  { intros a b L. unfold softmax. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; auto | apply exp_le; auto]. }
  split; auto. split; [intros E; unfold softmax; rewrite E; auto|].
  intros E k Hk. apply H. rewrite E. apply le_maximum; auto.
Qed.

(** [softmax.extremes] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem softmax_extremes I x k l :
  In k I -> In l I -> x k = maximum I x -> x l = minimum I x ->
  softmax I x l <= / count I <= softmax I x k.
Proof.
  intros Hk Hl Ek El. assert (N : I <> []) by (intros ->; easy). generalize (count_pos I N). intros C.
  assert (H : forall c, count I * c = sum I (fun _ => c)) by (intros; rewrite sum_const; auto).
  split.
  - apply Rmult_le_reg_l with (count I); [lra|]. rewrite Rinv_r, H, <- (softmax_sum I x N) by lra.
    apply sum_le; intros i Hi. apply (proj1 (softmax_order I x l i N)). rewrite El. apply minimum_le; auto.
  - apply Rmult_le_reg_l with (count I); [lra|]. rewrite Rinv_r, H, <- (softmax_sum I x N) at 1 by lra.
    apply sum_le; intros i Hi. apply (proj1 (softmax_order I x i k N)). rewrite Ek. apply le_maximum; auto.
Qed.

(** [softmax.log-odds] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem softmax_log_odds I x i j : I <> [] -> ln (softmax I x i / softmax I x j) = x i - x j.
Proof.
  intros N. rewrite ln_div_pos by (apply softmax_pos; auto). rewrite !ln_softmax by auto. ring.
Qed.

(** [softmax.logarithm] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem softmax_logarithm I x i : I <> [] -> exp (log_softmax I x i) = softmax I x i.
Proof. intros N. apply exp_ln, softmax_pos; auto. Qed.

(** [softmax.log-difference] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem softmax_log_difference I x i : I <> [] -> log_softmax I x i = x i - lse I x.
Proof. apply log_softmax_lse. Qed.

(** [softmax.log-range] Tags: n ≥ 1.  Sharper: refuted below, with a negative logarithm for one entry. *)
Theorem softmax_log_range I x :
  I <> [] -> (forall i, In i I -> log_softmax I x i <= 0) /\ - ln (count I) <= maximum I (log_softmax I x).
Proof.
  intros N. split.
  - intros i Hi. rewrite log_softmax_lse by auto. generalize (lse_ge I x i Hi). lra.
  - destruct (maximum_in I x N) as [k [Hk Ek]], (minimum_in I x N) as [l [Hl El]].
    apply Rle_trans with (log_softmax I x k); [|apply le_maximum; auto].
    generalize (count_pos I N). intros C. unfold log_softmax. rewrite <- ln_Rinv by lra.
    apply ln_le_ln; [apply Rinv_0_lt_compat; lra|]. apply (softmax_extremes I x k l); auto.
Qed.

(** [softmax.gradient] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem softmax_gradient (same : forall i j : A, {i = j} + {i <> j}) I x i t :
  NoDup I -> In i I ->
  let y := fun j => x j + t * unit_vector same i j in
  t * softmax I x i <= lse I y - lse I x <= t * softmax I y i /\
  is_derive (fun s => lse I (fun j => x j + s * unit_vector same i j)) 0 (softmax I x i).
Proof.
  intros D Hi y. assert (N : I <> []) by (intros ->; easy).
  assert (M : forall z, mean I z (unit_vector same i) = softmax I z i).
  { intros z. unfold mean, inner. rewrite (sum_single I _ i D Hi).
    - unfold unit_vector. destruct (same i i); [ring | easy].
    - intros j _ H. unfold unit_vector. destruct (same i j); [congruence | ring]. }
  split; [split|].
  - generalize (proj1 (lse_tangent I x y N)). rewrite (mean_ext I x _ (fun j => t * unit_vector same i j)) by (intros; unfold y; ring).
    rewrite mean_scal, M. lra.
  - generalize (proj1 (lse_tangent I y x N)). rewrite (mean_ext I y _ (fun j => (- t) * unit_vector same i j)) by (intros; unfold y; ring).
    rewrite mean_scal, M. lra.
  - rewrite <- (M x), <- (mean_line_0 I x (unit_vector same i)). apply (is_derive_lse I x (unit_vector same i) 0 N).
Qed.

(** [softmax.lipschitz] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/2. *)
Theorem softmax_lipschitz (same : forall i j : A, {i = j} + {i <> j}) I x y :
  I <> [] ->
  norm1 I (fun i => softmax I x i - softmax I y i) <= spread I (fun i => x i - y i) / 2 /\
  (NoDup I -> forall i, In i I -> Rabs (softmax I x i - softmax I y i) <= spread I (fun i => x i - y i) / 4).
Proof.
  intros N. set (w := spread I (fun i => x i - y i)). assert (W : 0 <= w) by (apply spread_nonneg; auto).
  assert (L : forall g, spread I g <= 2 -> Rabs (mean I x g - mean I y g) <= w / 2).
  { intros g G. apply Rle_trans with (1 := mean_lipschitz I y x g N). fold w. nra. }
  split.
  - set (s := fun i => if Rle_dec 0 (softmax I x i - softmax I y i) then 1 else -1).
    replace (norm1 I _) with (mean I x s - mean I y s).
    + apply Rle_trans with (1 := Rle_abs _), L. unfold spread.
      assert (B : forall i, -1 <= s i <= 1) by (intros i; unfold s; destruct (Rle_dec 0 (softmax I x i - softmax I y i)); lra).
      assert (maximum I s <= 1) by (apply maximum_le; auto; intros; apply B).
      assert (-1 <= minimum I s) by (apply le_minimum; auto; intros; apply B). lra.
    + unfold mean, inner, norm1. gather. apply sum_ext. intros i _. unfold s.
      destruct (Rle_dec 0 (softmax I x i - softmax I y i)); [rewrite Rabs_right | rewrite Rabs_left]; lra.
  - intros D i Hi. set (s := unit_vector same i).
    assert (M : forall z, mean I z s = softmax I z i).
    { intros z. unfold mean, inner. rewrite (sum_single I _ i D Hi); unfold s, unit_vector.
      - destruct (same i i); [ring | easy].
      - intros j _ H. destruct (same i j); [congruence | ring]. }
    rewrite <- !M. apply Rle_trans with (1 := mean_lipschitz I y x s N). fold w.
    assert (B : forall j, 0 <= s j <= 1) by (intros j; unfold s, unit_vector; destruct (same i j); lra).
    assert (spread I s <= 1); [|nra]. unfold spread.
    assert (maximum I s <= 1) by (apply maximum_le; auto; intros; apply B).
    assert (0 <= minimum I s) by (apply le_minimum; auto; intros; apply B). lra.
Qed.

(** [softmax.stability] Tags: n ≥ 1.  Sharper: refuted below, with half the spread. *)
Theorem softmax_stability I x y i :
  In i I ->
  let w := spread I (fun j => x j - y j) in exp (- w) <= softmax I x i / softmax I y i <= exp w.
Proof.
  intros Hi w. assert (N : I <> []) by (intros ->; easy). rewrite !softmax_exp, <- exp_minus_div by auto.
  generalize (lse_step I x y N) (between I (fun j => x j - y j) i Hi). intros. split; apply exp_le; unfold w, spread; lra.
Qed.

(** [softmax.one-against-rest] Tags: n ≥ 2.  Sharper: none, it is an equality. *)
Theorem softmax_one_against_rest I x i : I <> [] -> softmax (i :: I) x i = logistic (x i - lse I x).
Proof.
  intros N. unfold logistic. rewrite Ropp_minus_distr, exp_minus_div, exp_lse by auto. unfold softmax. simpl.
  generalize (total_pos I x N) (exp_pos (x i)). intros. field. lra.
Qed.

(** [stability.logsumexp] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1. *)
Theorem stability_logsumexp I x y :
  I <> [] ->
  minimum I (fun i => x i - y i) <= lse I x - lse I y <= maximum I (fun i => x i - y i) /\
  Rabs (lse I x - lse I y) <= norm_max I (fun i => x i - y i) /\
  (forall c, (forall i, In i I -> x i - y i = c) -> lse I x - lse I y = c).
Proof.
  intros N. split; [apply lse_step; auto|]. split.
  - apply Rabs_le. generalize (lse_step I x y N) (norm_max_bounds I (fun i => x i - y i) N). lra.
  - intros c H. rewrite (lse_ext I x (fun i => y i + c)) by (intros i Hi; specialize (H i Hi); lra).
    rewrite lse_translate by auto. ring.
Qed.

(** [stability.monotone] Tags: n ≥ 1, x ≤ y, x ≠ y.  Sharper: refuted below, without a difference. *)
Theorem stability_monotone I x y :
  (forall i, In i I -> x i <= y i) -> (exists i, In i I /\ x i <> y i) ->
  lse I x < lse I y /\ softmin I x < softmin I y.
Proof.
  intros H [k [Hk D]]. assert (N : I <> []) by (intros ->; easy).
  assert (G : forall a b : A -> R, (forall i, In i I -> a i <= b i) -> a k < b k -> lse I a < lse I b).
  { intros a b L S. apply ln_increasing; [apply total_pos; auto|]. apply sum_lt.
    - intros; apply exp_le; auto.
    - exists k. split; auto. apply exp_increasing; auto. }
  assert (x k < y k) by (specialize (H k Hk); lra). split; [apply G; auto|]. unfold softmin.
  cut (lse I (fun i => - y i) < lse I (fun i => - x i)); [lra|]. apply G; [|lra]. intros i Hi. specialize (H i Hi). lra.
Qed.

(** [stability.euclidean] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/2. *)
Theorem stability_euclidean I x y :
  I <> [] ->
  let h := fun i => x i - y i in
  norm2 I (fun i => softmax I x i - softmax I y i) <= norm2 I (fun i => h i - average I h) / 2 /\
  norm2 I (fun i => h i - average I h) <= norm2 I h.
Proof.
  intros N h. unfold norm2. set (d := fun i => softmax I x i - softmax I y i).
  set (D := sum I (fun i => d i ^ 2)). set (H := sum I (fun i => (h i - average I h) ^ 2)).
  change (sqrt D <= sqrt H / 2 /\ sqrt H <= sqrt (sum I (fun i => h i ^ 2))).
  assert (D0 : 0 <= D) by (apply sum_nonneg; intros; apply pow2_ge_0).
  assert (H0 : 0 <= H) by (apply sum_nonneg; intros; apply pow2_ge_0).
  assert (E : sqrt D ^ 2 = D) by (apply pow2_sqrt; auto). assert (F : sqrt H ^ 2 = H) by (apply pow2_sqrt; auto).
  assert (P := sqrt_pos D). assert (Q := sqrt_pos H).
  assert (B : D <= sqrt D * sqrt H / 2).
  { unfold D at 1. unfold d at 1. rewrite (distance_as_means I x y). fold d.
    generalize (taylor_1 (fun t => mean I (line y h t) d) _ (- (sqrt D * sqrt H / 2)) (sqrt D * sqrt H / 2)
      (fun t _ => is_derive_mean I y h d t N)).
    rewrite mean_line_0. replace (mean I (line y h 1) d) with (mean I x d) by (symmetry; apply mean_line_1).
    intros T. apply T. intros t _. apply Rabs_le_between. set (z := line y h t).
    assert (V := variance_le_half I z d 0 N). assert (W := variance_le_half I z h (average I h) N). fold H in W.
    rewrite (sum_ext I _ (fun i => d i ^ 2)) in V by (intros; ring). fold D in V.
    generalize (covariance_square I z d h N) (variance_nonneg I z d N) (variance_nonneg I z h N). intros C V0 W0.
    assert (variance I z d * variance I z h <= D / 2 * (H / 2)) by (apply Rmult_le_compat; auto).
    rewrite <- E, <- F in H1. apply Rabs_le. set (c := covariance I z d h) in *.
    assert (K : 0 <= sqrt D * sqrt H / 2) by (assert (0 <= sqrt D * sqrt H) by (apply Rmult_le_pos; auto); lra).
    split; nra. }
  split.
  - destruct P as [P|P]; [|rewrite <- P; lra]. apply Rmult_le_reg_l with (sqrt D); auto.
    replace (sqrt D * sqrt D) with (sqrt D ^ 2) by ring. rewrite E. lra.
  - apply sqrt_le_1_alt. unfold H. set (m := average I h).
    replace (sum I (fun i => (h i - m) ^ 2)) with (sum I (fun i => h i ^ 2) - count I * m ^ 2).
    + generalize (pow2_ge_0 m) (count_nonneg I). nra.
    + rewrite <- (sum_const (m ^ 2) I). replace (sum I (fun i => (h i - m) ^ 2)) with
        (sum I (fun i => h i ^ 2) - 2 * m * sum I h + sum I (fun _ => m ^ 2)) by (gather; apply sum_ext; intros; ring).
      rewrite sum_const. replace (sum I h) with (count I * m); [ring|]. unfold m, average. field. generalize (count_pos I N). lra.
Qed.

(** [stability.log-softmax] Tags: n ≥ 1.  Sharper: refuted below, with half the spread. *)
Theorem stability_log_softmax I x y i :
  In i I ->
  let h := fun j => x j - y j in
  h i - maximum I h <= log_softmax I x i - log_softmax I y i <= h i - minimum I h /\
  Rabs (log_softmax I x i - log_softmax I y i) <= spread I h <= 2 * norm_max I h.
Proof.
  intros Hi h. assert (N : I <> []) by (intros ->; easy). rewrite !log_softmax_lse by auto.
  generalize (lse_step I x y N) (between I h i Hi). fold h. intros S B.
  assert (E : h i = x i - y i) by reflexivity. split; [lra|]. split; [|apply spread_le_norm; auto].
  unfold spread. apply Rabs_le. lra.
Qed.
End Softmax.

(** [softmax.logistic] Tags: none.  Sharper: none, both are equalities. *)
Theorem softmax_logistic a b :
  softmax two (pair a b) 0%nat = logistic (a - b) /\ logistic (a - b) + logistic (- (a - b)) = 1.
Proof.
  unfold softmax, logistic. rewrite sum_pair. simpl. rewrite Ropp_involutive, Ropp_minus_distr, !exp_minus_div.
  generalize (exp_pos a) (exp_pos b). intros. split; field; lra.
Qed.

(** [softmax.softplus] Tags: none.  Sharper: none, all are equalities. *)
Theorem softmax_softplus a b :
  let t := a - b in
  lse two (pair a b) = b + softplus t /\ lse two (pair a b) = Rmax a b + softplus (- Rabs t) /\
  softplus t - softplus (- t) = t /\ excess two (pair a b) = softplus (- Rabs t).
Proof.
  intros t.
  assert (P : forall u, softplus u - softplus (- u) = u).
  { intros u. unfold softplus. generalize (exp_pos u) (exp_pos (- u)). intros.
    rewrite <- ln_div_pos by lra. rewrite exp_Ropp. replace ((1 + exp u) / (1 + / exp u)) with (exp u) by (field; lra). apply ln_exp. }
  assert (E : lse two (pair a b) = b + softplus t).
  { rewrite lse_pair. unfold softplus, t. rewrite exp_minus_div. rewrite <- (ln_exp b) at 2. generalize (exp_pos a) (exp_pos b). intros.
    assert (0 < exp a / exp b) by (apply Rdiv_lt_0_compat; auto). rewrite <- ln_mult by lra. f_equal. field. lra. }
  assert (F : lse two (pair a b) = Rmax a b + softplus (- Rabs t)).
  { rewrite E. generalize (P t). unfold Rmax, Rabs. destruct (Rle_dec a b), (Rcase_abs t); unfold t in *; rewrite ?Ropp_involutive; try lra.
    all: assert (a = b) by lra; subst; rewrite ?Rminus_eq_0, ?Ropp_0 in *; lra. }
  split; auto. split; auto. split; auto. unfold excess. rewrite maximum_pair, F. ring.
Qed.

(** [pair.hyperbolic] Tags: none.  Sharper: none, all are equalities. *)
Theorem pair_hyperbolic a b t :
  lse two (pair a b) = (a + b) / 2 + ln (2 * cosh ((a - b) / 2)) /\
  softmax two (pair a b) 0%nat = (1 + tanh ((a - b) / 2)) / 2 /\ logistic t = (1 + tanh (t / 2)) / 2.
Proof.
  assert (L : logistic t = (1 + tanh (t / 2)) / 2 /\ forall s, logistic s = (1 + tanh (s / 2)) / 2).
  { assert (G : forall s, logistic s = (1 + tanh (s / 2)) / 2).
    { intros s. unfold logistic, tanh, sinh, cosh. replace (- s) with (- (s / 2) + - (s / 2)) by field. rewrite exp_plus, !exp_Ropp.
      generalize (exp_pos (s / 2)). intros. field. assert (0 < exp (s / 2) * exp (s / 2)) by (apply Rmult_lt_0_compat; auto). lra. }
    auto. }
  split; [|split; [rewrite (proj1 (softmax_logistic a b)); apply L | apply L]].
  rewrite lse_pair. rewrite <- (ln_exp ((a + b) / 2)). generalize (exp_pos ((a - b) / 2)) (exp_pos (- ((a - b) / 2))). intros.
  unfold cosh. rewrite <- ln_mult by (try apply exp_pos; lra). f_equal.
  replace (2 * ((exp ((a - b) / 2) + exp (- ((a - b) / 2))) / 2)) with (exp ((a - b) / 2) + exp (- ((a - b) / 2))) by field.
  rewrite Rmult_plus_distr_l, <- !exp_plus. f_equal; f_equal; field.
Qed.

Lemma logistic_pos t : 0 < logistic t < 1.
Proof.
  unfold logistic. generalize (exp_pos (- t)). intros. split; [apply Rdiv_lt_0_compat; lra|].
  apply Rmult_lt_reg_r with (1 + exp (- t)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
Qed.
Lemma logistic_increasing a b : a <= b -> logistic a <= logistic b.
Proof.
  intros L. unfold logistic, Rdiv. rewrite !Rmult_1_l. apply Rinv_le_contravar.
  - generalize (exp_pos (- b)). lra.
  - apply Rplus_le_compat_l, exp_le. lra.
Qed.
Lemma is_derive_softplus t : is_derive softplus t (logistic t).
Proof.
  unfold softplus, logistic. generalize (exp_pos t). intros. auto_derive; [lra|]. rewrite exp_Ropp. field. lra.
Qed.
Lemma is_derive_logistic t : is_derive logistic t (logistic t * (1 - logistic t)).
Proof. unfold logistic. generalize (exp_pos (- t)). intros. auto_derive; [lra|]. field. lra. Qed.
Lemma logistic_slope t : 0 < logistic t * (1 - logistic t) <= 1 / 4.
Proof.
  generalize (logistic_pos t). intros. split; [apply Rmult_lt_0_compat; lra|]. generalize (pow2_ge_0 (2 * logistic t - 1)). lra.
Qed.

(** [pair.slope] Tags: none.  Sharper: refuted below, with a constant less than 1/4. *)
Theorem pair_slope a b :
  b <= a ->
  (a - b) * logistic b <= softplus a - softplus b <= (a - b) * logistic a /\
  0 <= logistic a - logistic b <= (a - b) / 4 /\
  (forall t, is_derive softplus t (logistic t)) /\ forall t, 0 < Derive logistic t <= 1 / 4.
Proof.
  intros L. assert (I1 := increasing_of_derive). split; [split|split; [split|split]].
  - cut (softplus b - logistic b * b <= softplus a - logistic b * a); [lra|].
    apply (increasing_of_derive (fun t => softplus t - logistic b * t) (fun t => logistic t - logistic b) b a L).
    + intros t T. apply (is_derive_minus softplus (fun t => logistic b * t)); [apply is_derive_softplus|]. auto_derive; auto. ring.
    + intros t T. generalize (logistic_increasing b t ltac:(lra)). lra.
  - cut (logistic a * b - softplus b <= logistic a * a - softplus a); [lra|].
    apply (increasing_of_derive (fun t => logistic a * t - softplus t) (fun t => logistic a - logistic t) b a L).
    + intros t T. apply (is_derive_minus (fun t => logistic a * t) softplus); [|apply is_derive_softplus]. auto_derive; auto. ring.
    + intros t T. generalize (logistic_increasing t a ltac:(lra)). lra.
  - generalize (logistic_increasing b a L). lra.
  - cut (1 / 4 * b - logistic b <= 1 / 4 * a - logistic a); [lra|].
    apply (increasing_of_derive (fun t => 1 / 4 * t - logistic t) (fun t => 1 / 4 - logistic t * (1 - logistic t)) b a L).
    + intros t T. apply (is_derive_minus (fun t => 1 / 4 * t) logistic); [|apply is_derive_logistic]. auto_derive; auto. ring.
    + intros t T. generalize (logistic_slope t). lra.
  - apply is_derive_softplus.
  - intros t. rewrite (is_derive_unique _ _ _ (is_derive_logistic t)). apply logistic_slope.
Qed.

(** [pair.difference] Tags: none.  Sharper: none, all are equalities. *)
Theorem pair_difference a b t :
  logistic a - logistic b = logistic a * logistic (- b) * (1 - exp (b - a)) /\
  ln (logistic t) = - softplus (- t) /\ ln (logistic t) - ln (logistic (- t)) = t.
Proof.
  assert (E : forall t, ln (logistic t) = - softplus (- t)).
  { intros s. unfold logistic, softplus. generalize (exp_pos (- s)). intros. rewrite ln_div_pos, ln_1 by lra. ring. }
  split; [|split; auto].
  - unfold logistic. rewrite Ropp_involutive, exp_minus_div, !exp_Ropp. generalize (exp_pos a) (exp_pos b). intros. field. repeat split; lra.
  - rewrite !E, Ropp_involutive. generalize (softmax_softplus t 0). cbv zeta. rewrite Rminus_0_r. lra.
Qed.

Definition softmax_sums_to_one_met := softmax_sums_to_one two ramp two_some.
Definition softmax_range_met := softmax_range two ramp 0%nat in_0.
Lemma softmax_range_sharp : ~ forall (I : list nat) x i, In i I -> softmax I x i < 1.
Proof. intros H. specialize (H one ramp 0%nat in_one). rewrite softmax_one in H. lra. Qed.
Definition softmax_order_met := softmax_order two ramp 0%nat 1%nat two_some.
Lemma softmax_order_sharp : ~ forall (I : list nat) x i j, I <> [] -> x i <= x j -> softmax I x i < softmax I x j.
Proof. intros H. specialize (H two (pair 0 0) 0%nat 1%nat two_some (Rle_refl 0)). rewrite !softmax_zeros in H. lra. Qed.
Definition softmax_extremes_met :=
  softmax_extremes two ramp 1%nat 0%nat in_1 in_0 ltac:(rewrite maximum_ramp; reflexivity)
    ltac:(unfold ramp; rewrite minimum_pair, Rmin_left; [reflexivity | lra]).
Lemma softmax_extremes_sharp :
  ~ forall (I : list nat) x k, In k I -> x k = maximum I x -> / count I < softmax I x k.
Proof.
  intros H. specialize (H two (pair 0 0) 0%nat in_0). rewrite maximum_pair, Rmax_left, count_two_2, softmax_zeros in H by lra.
  specialize (H eq_refl). lra.
Qed.
Definition softmax_log_odds_met := softmax_log_odds two ramp 0%nat 1%nat two_some.
Definition softmax_logarithm_met := softmax_logarithm two ramp 0%nat two_some.
Definition softmax_log_difference_met := softmax_log_difference two ramp 0%nat two_some.
Definition softmax_log_range_met := softmax_log_range two ramp two_some.
Lemma softmax_log_range_sharp : ~ forall (I : list nat) x i, In i I -> log_softmax I x i < 0.
Proof. intros H. specialize (H one ramp 0%nat in_one). unfold log_softmax in H. rewrite softmax_one, ln_1 in H. lra. Qed.
Definition softmax_gradient_met := softmax_gradient PeanoNat.Nat.eq_dec two ramp 0%nat 1 two_distinct in_0.
Lemma softmax_gradient_sharp :
  ~ forall (I : list nat) x i t, NoDup I -> In i I -> t <> 0 ->
    t * softmax I x i < lse I (fun j => x j + t * unit_vector PeanoNat.Nat.eq_dec i j) - lse I x.
Proof.
  intros H. specialize (H one ramp 0%nat 1 one_distinct in_one ltac:(lra)).
  rewrite softmax_one, !lse_one in H. unfold unit_vector in H. simpl in H. lra.
Qed.
Definition softmax_lipschitz_met := softmax_lipschitz PeanoNat.Nat.eq_dec two ramp (pair 0 0) two_some.
Definition softmax_stability_met := softmax_stability two ramp (pair 0 0) 0%nat in_0.
Definition softmax_one_against_rest_met := softmax_one_against_rest one ramp 1%nat one_some.
Definition stability_logsumexp_met := stability_logsumexp two ramp (pair 0 0) two_some.
Lemma stability_logsumexp_sharp c :
  c < 1 -> ~ forall (I : list nat) x y, I <> [] -> Rabs (lse I x - lse I y) <= c * norm_max I (fun i => x i - y i).
Proof.
  intros C H. specialize (H one (fun _ => 1) (fun _ => 0) one_some). rewrite !lse_one in H. unfold norm_max in H. simpl in H.
  rewrite Rminus_0_r, Rabs_R1 in H. lra.
Qed.
Definition stability_monotone_met :=
  stability_monotone two (pair 0 0) (pair 0 1) ltac:(intros [|] _; simpl; lra) (ex_intro _ 1%nat (conj in_1 (Rlt_not_eq 0 1 Rlt_0_1))).
Lemma stability_monotone_sharp : ~ forall (I : list nat) x y, (forall i, In i I -> x i <= y i) -> lse I x < lse I y.
Proof. intros H. specialize (H two ramp ramp ltac:(intros; lra)). lra. Qed.
Definition stability_euclidean_met := stability_euclidean two ramp (pair 0 0) two_some.
Definition stability_log_softmax_met := stability_log_softmax two ramp (pair 0 0) 0%nat in_0.
Definition softmax_logistic_met := softmax_logistic 0 1.
Definition softmax_softplus_met := softmax_softplus 0 1.
Definition pair_hyperbolic_met := pair_hyperbolic 0 1 1.
Definition pair_slope_met := pair_slope 1 0 Rle_0_1.
Definition pair_difference_met := pair_difference 0 1 1.

(** Near (0, 0) softmax moves as steeply as it may: along (1, -1) its first entry has the slope 1/2. *)
Lemma logistic_0 : logistic 0 = 1 / 2.
Proof. unfold logistic. rewrite Ropp_0, exp_0. field. Qed.
Lemma steep c : c < 1 / 4 -> exists t, 0 < t /\ c * t < logistic t - logistic 0.
Proof.
  intros C. set (e := 1 / 4 - c). assert (P : 0 < e) by (unfold e; lra).
  assert (D := is_derive_logistic 0). rewrite logistic_0 in D. apply is_derive_Reals in D.
  destruct (D e P) as [d H]. set (t := d / 2). assert (T : 0 < t) by (unfold t; generalize (cond_pos d); lra).
  exists t. split; auto. specialize (H t ltac:(lra)). rewrite Rabs_right in H by lra. specialize (H ltac:(unfold t in *; lra)).
  rewrite Rplus_0_l in H. apply Rabs_def2 in H. destruct H as [_ H].
  assert (c < (logistic t - logistic 0) / t) by (unfold e in H; lra).
  apply Rmult_lt_compat_r with (r := t) in H0; auto. unfold Rdiv in H0. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in H0 by lra. auto.
Qed.
Lemma pair_slope_sharp c : c < 1 / 4 -> ~ forall a b, b <= a -> 0 <= logistic a - logistic b <= (a - b) * c.
Proof. intros C H. destruct (steep c C) as [t [T S]]. specialize (H t 0 ltac:(lra)). lra. Qed.
Lemma softmax_pair_difference t :
  softmax two (pair t 0) 0%nat - softmax two (pair 0 0) 0%nat = logistic t - logistic 0 /\
  softmax two (pair t 0) 1%nat - softmax two (pair 0 0) 1%nat = - (logistic t - logistic 0).
Proof.
  rewrite !softmax_zeros, logistic_0. unfold softmax, logistic. rewrite sum_pair. simpl. rewrite exp_0, exp_Ropp.
  generalize (exp_pos t). intros. split; field; lra.
Qed.
Lemma spread_pair_difference t : 0 <= t -> spread two (fun i => pair t 0 i - pair 0 0 i) = t.
Proof.
  intros T. rewrite (spread_ext _ _ (pair t 0)) by (intros [|]; simpl; intros; lra). rewrite spread_pair, Rabs_right; lra.
Qed.
Lemma softmax_lipschitz_sharp c :
  c < 1 / 2 ->
  ~ forall (I : list nat) x y, I <> [] ->
    norm1 I (fun i => softmax I x i - softmax I y i) <= spread I (fun i => x i - y i) * c.
Proof.
  intros C H. destruct (steep (c / 2) ltac:(lra)) as [t [T S]]. specialize (H two (pair t 0) (pair 0 0) two_some).
  unfold norm1 in H. rewrite sum_pair, spread_pair_difference, (proj1 (softmax_pair_difference t)), (proj2 (softmax_pair_difference t)), Rabs_Ropp in H by lra.
  generalize (Rle_abs (logistic t - logistic 0)). nra.
Qed.
Lemma stability_euclidean_sharp c :
  0 < c < 1 / 2 ->
  ~ forall (I : list nat) x y, I <> [] ->
    let h := fun i => x i - y i in
    norm2 I (fun i => softmax I x i - softmax I y i) <= norm2 I (fun i => h i - average I h) * c.
Proof.
  intros C H. destruct (steep (c / 2) ltac:(lra)) as [t [T S]]. specialize (H two (pair t 0) (pair 0 0) two_some).
  cbv zeta in H. unfold norm2, average in H. rewrite !sum_pair, (proj1 (softmax_pair_difference t)), (proj2 (softmax_pair_difference t)), count_two_2 in H.
  set (d := logistic t - logistic 0) in *. simpl in H.
  assert (G := pow_incr _ _ 2 (conj (sqrt_pos _) H)). rewrite Rpow_mult_distr, !pow2_sqrt in G by nra.
  assert (0 < c / 2 * t) by nra. nra.
Qed.
Lemma steep_ratio : softmax two (pair 0 0) 0%nat / softmax two (pair (-2) 0) 0%nat = (1 + exp 2) / 2.
Proof.
  rewrite softmax_zeros. unfold softmax. rewrite sum_pair. simpl.
  replace (exp (-2)) with (/ exp 2) by (rewrite <- exp_Ropp; f_equal; lra). rewrite exp_0. generalize (exp_pos 2). intros. field. lra.
Qed.
Lemma steep_square : exp 1 < (1 + exp 2) / 2.
Proof.
  replace 2 with (1 + 1) at 1 by ring. rewrite exp_plus. generalize exp_1_gt_2. nra.
Qed.
Lemma softmax_stability_sharp :
  ~ forall (I : list nat) x y i, In i I -> softmax I x i / softmax I y i <= exp (spread I (fun j => x j - y j) / 2).
Proof.
  intros H. specialize (H two (pair 0 0) (pair (-2) 0) 0%nat in_0). rewrite steep_ratio in H.
  rewrite (spread_ext _ _ (pair 2 0)), spread_pair, Rabs_right in H by (try intros [|]; simpl; intros; lra).
  replace ((2 - 0) / 2) with 1 in H by field. generalize steep_square. lra.
Qed.
Lemma stability_log_softmax_sharp :
  ~ forall (I : list nat) x y i, In i I ->
    Rabs (log_softmax I x i - log_softmax I y i) <= spread I (fun j => x j - y j) / 2.
Proof.
  intros H. specialize (H two (pair 0 0) (pair (-2) 0) 0%nat in_0).
  rewrite (spread_ext _ _ (pair 2 0)), spread_pair, (Rabs_right (2 - 0)) in H by (try intros [|]; simpl; intros; lra).
  unfold log_softmax in H. rewrite <- ln_div_pos, steep_ratio in H by (apply softmax_pos; easy).
  assert (E : 1 < ln ((1 + exp 2) / 2)).
  { rewrite <- (ln_exp 1) at 1. apply ln_increasing; [apply exp_pos | apply steep_square]. }
  generalize (Rle_abs (ln ((1 + exp 2) / 2))). lra.
Qed.
