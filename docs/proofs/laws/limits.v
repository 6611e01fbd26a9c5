(* SPDX-License-Identifier: Apache-2.0 *)
(** The scaled log-sum-exp between the mean and the maximum, and exponential means. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.cumulants laws.bounds laws.symmetry.
Import ListNotations.
Open Scope R_scope.

Lemma right_limit (f : R -> R) (a b : R) :
  (forall l, 0 < l <= 1 -> Rabs (f l - a) <= b * l) -> filterlim f (at_right 0) (locally a).
Proof.
  intros H P [e HP]. assert (Q : 0 < Rmin 1 (e / (Rabs b + 1))).
  { apply Rmin_pos; [lra|]. apply Rdiv_lt_0_compat; [apply cond_pos|]. generalize (Rabs_pos b). lra. }
  exists (mkposreal _ Q). intros y Y Y0. apply HP. change (Rabs (f y - a) < e). change (Rabs (y - 0) < Rmin 1 (e / (Rabs b + 1))) in Y.
  rewrite Rminus_0_r, Rabs_right in Y by lra. assert (Y1 := Rlt_le_trans _ _ _ Y (Rmin_l _ _)). assert (Y2 := Rlt_le_trans _ _ _ Y (Rmin_r _ _)).
  apply Rle_lt_trans with (b * y); [apply H; lra|]. generalize (Rabs_pos b) (Rle_abs b). intros.
  apply Rle_lt_trans with ((Rabs b + 1) * y); [nra|]. replace (pos e) with ((Rabs b + 1) * (e / (Rabs b + 1))) by (field; lra).
  apply Rmult_lt_compat_l; lra.
Qed.

Section Limits.
Context {A : Type}.
Implicit Types (I : list A) (x y : A -> R).

Lemma lse_scaled_excess I lambda x :
  I <> [] -> 0 < lambda -> lse_scaled I lambda x - maximum I x = / lambda * excess I (fun i => lambda * x i).
Proof. intros N P. unfold excess, lse_scaled. rewrite maximum_scale by (auto; lra). field. lra. Qed.
Lemma times_scale I lambda x :
  I <> [] -> 0 < lambda ->
  times I (fun i => lambda * x i) (maximum I (fun i => lambda * x i)) = times I x (maximum I x).
Proof.
  intros N P. rewrite maximum_scale by (auto; lra). apply sum_ext. intros i _.
  destruct (Req_EM_T (lambda * x i) (lambda * maximum I x)), (Req_EM_T (x i) (maximum I x)); auto; exfalso.
  - apply n. apply Rmult_eq_reg_l with lambda; lra.
  - apply n. rewrite e. auto.
Qed.

(** [limits.maximum] Tags: n ≥ 1, λ > 0, g ≥ 0.  Sharper: refuted below, with the maximum counted once. *)
Theorem limits_maximum I x g r lambda :
  I <> [] -> 0 < lambda -> 0 <= g ->
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  let k := times I x (maximum I x) in
  ln k / lambda <= ln (k + (count I - k) * exp (- (lambda * r))) / lambda <= lse_scaled I lambda x - maximum I x /\
  lse_scaled I lambda x - maximum I x <= ln (k + (count I - k) * exp (- (lambda * g))) / lambda <= ln (count I) / lambda /\
  is_lim (fun l => lse_scaled I l x) p_infty (maximum I x).
Proof.
  intros N P G H k. rewrite lse_scaled_excess by auto.
  assert (Q : 0 < / lambda) by (apply Rinv_0_lt_compat; auto).
  assert (B := excess_bounds I (fun i => lambda * x i) (lambda * g) (lambda * r) N). cbv zeta in B.
  rewrite times_scale in B by auto. fold k in B. rewrite maximum_scale in B by (auto; lra).
  assert (K := times_pos I x N). assert (K' := times_le_count I x (maximum I x)). fold k in K, K'.
  assert (E := exp_pos (- (lambda * r))). assert (E' := exp_pos (- (lambda * g))).
  destruct B as [B1 B2].
  { intros i Hi. destruct (H i Hi) as [->|L]; [auto|]. right. nra. }
  unfold Rdiv. rewrite !(Rmult_comm _ (/ lambda)). repeat split.
  - apply Rmult_le_compat_l; [lra|]. apply ln_le_ln; [lra|]. nra.
  - apply Rmult_le_compat_l; lra.
  - apply Rmult_le_compat_l; lra.
  - apply Rmult_le_compat_l; [lra|]. apply ln_le_ln; [nra|].
    assert (exp (- (lambda * g)) <= 1) by (rewrite <- exp_0; apply exp_le; nra). nra.
  - apply (is_lim_le_le_loc (fun _ => maximum I x) (fun l => maximum I x + ln (count I) * / l)).
    + exists 0. intros l L. assert (0 < / l) by (apply Rinv_0_lt_compat; auto).
      assert (lse_scaled I l x - maximum I x = / l * excess I (fun i => l * x i)) by (apply lse_scaled_excess; auto).
      assert (0 <= excess I (fun i => l * x i) <= ln (count I)).
      { unfold excess. split.
        - destruct (maximum_in I (fun i => l * x i) N) as [i [Hi <-]]. generalize (lse_ge I (fun i => l * x i) i Hi). lra.
        - rewrite (lse_shifted I (fun i => l * x i) (maximum I (fun i => l * x i)) N).
          cut (ln (sum I (fun i => exp (l * x i - maximum I (fun i => l * x i)))) <= ln (count I)); [lra|].
          apply ln_le_ln; [apply sum_pos; auto; intros; apply exp_pos|].
          replace (count I) with (sum I (fun _ => 1)) by (rewrite sum_const; ring). apply sum_le. intros i Hi.
          rewrite <- exp_0. apply exp_le. generalize (le_maximum I (fun i => l * x i) i Hi). lra. }
      nra.
    + apply is_lim_const.
    + replace (Finite (maximum I x)) with (Finite (maximum I x + ln (count I) * 0)) by (f_equal; ring).
      apply is_lim_plus'; [apply is_lim_const|]. apply (is_lim_scal_l (fun l => / l) (ln (count I)) p_infty 0).
      apply (is_lim_inv (fun l => l) p_infty p_infty); [apply is_lim_id | easy].
Qed.

(** [limits.minimum] Tags: n ≥ 1, λ > 0, g ≥ 0.  Sharper: refuted below, with the minimum counted once. *)
Theorem limits_minimum I x g r lambda :
  I <> [] -> 0 < lambda -> 0 <= g ->
  (forall i, In i I -> x i = minimum I x \/ minimum I x + g <= x i <= minimum I x + r) ->
  let k := times I x (minimum I x) in
  ln (k + (count I - k) * exp (- (lambda * r))) / lambda <= minimum I x - softmin_scaled I lambda x
    <= ln (k + (count I - k) * exp (- (lambda * g))) / lambda.
Proof.
  intros N P G H k. assert (E : minimum I x - softmin_scaled I lambda x =
    lse_scaled I lambda (fun i => - x i) - maximum I (fun i => - x i)).
  { rewrite (proj2 (symmetry_mirror I x lambda)). unfold minimum. ring. }
  assert (K : times I (fun i => - x i) (maximum I (fun i => - x i)) = k).
  { unfold k, minimum. apply sum_ext. intros i _.
    destruct (Req_EM_T (- x i) (maximum I (fun j => - x j))), (Req_EM_T (x i) (- maximum I (fun j => - x j))); auto; exfalso; lra. }
  rewrite E. generalize (limits_maximum I (fun i => - x i) g r lambda N P G). cbv zeta. rewrite K. intros L.
  destruct L as [L1 [L2 _]]; [|split; [apply L1 | apply L2]].
  intros i Hi. unfold minimum in H. destruct (H i Hi); [left | right]; lra.
Qed.

(** The mean under equal probabilities is the average. *)
Lemma mean_const_vector I c h : I <> [] -> mean I (fun _ => c) h = average I h.
Proof.
  intros N. generalize (count_pos I N) (exp_pos c). intros P Q. rewrite mean_quotient, sum_scal, sum_const.
  unfold average. field. split; lra.
Qed.
Lemma scaled_tangent I x lambda mu :
  I <> [] ->
  0 <= lse I (fun i => mu * x i) - lse I (fun i => lambda * x i) - (mu - lambda) * mean I (fun i => lambda * x i) x
    <= (mu - lambda) ^ 2 * spread I x ^ 2 / 8.
Proof.
  intros N. generalize (lse_tangent I (fun i => lambda * x i) (fun i => mu * x i) N).
  rewrite (mean_ext I _ (fun i => mu * x i - lambda * x i) (fun i => (mu - lambda) * x i)) by (intros; ring).
  rewrite mean_scal. rewrite (spread_ext I (fun i => mu * x i - lambda * x i) (fun i => (mu - lambda) * x i)) by (intros; ring).
  replace ((mu - lambda) ^ 2 * spread I x ^ 2) with (spread I (fun i => (mu - lambda) * x i) ^ 2); [lra|].
  destruct (Rle_dec 0 (mu - lambda)).
  - rewrite spread_scale by auto. ring.
  - rewrite (spread_ext I _ (fun i => - ((lambda - mu) * x i))) by (intros; ring).
    rewrite spread_opp, spread_scale by (auto; lra). ring.
Qed.
Lemma lse_zero I x : I <> [] -> lse I (fun i => 0 * x i) = ln (count I).
Proof. intros N. rewrite (lse_ext I _ (fun _ => 0)) by (intros; ring). rewrite lse_const by auto. ring. Qed.
Lemma mean_zero I x h : I <> [] -> mean I (fun i => 0 * x i) h = average I h.
Proof.
  intros N. rewrite <- (mean_const_vector I 0 h N). unfold mean. apply inner_ext; auto.
  intros i Hi. apply softmax_ext; auto. intros; ring.
Qed.

Lemma mean_bounds I x lambda :
  I <> [] -> 0 < lambda ->
  average I x <= lse_scaled I lambda x - ln (count I) / lambda <= average I x + lambda * spread I x ^ 2 / 8.
Proof.
  intros N P. generalize (scaled_tangent I x 0 lambda N). rewrite lse_zero, mean_zero by auto.
  rewrite Rminus_0_r. intros [L U]. unfold lse_scaled, Rdiv. assert (0 < / lambda) by (apply Rinv_0_lt_compat; auto).
  set (s := lse I (fun i => lambda * x i)) in *. split.
  - replace (average I x) with (/ lambda * (lambda * average I x)) by (field; lra). nra.
  - replace (average I x + lambda * spread I x ^ 2 * / 8) with (/ lambda * (lambda * average I x + lambda ^ 2 * spread I x ^ 2 / 8)) by (field; lra). nra.
Qed.

(** [limits.mean] Tags: n ≥ 1, λ > 0.  Sharper: refuted below, without the term of the spread. *)
Theorem limits_mean I x lambda :
  I <> [] -> 0 < lambda ->
  average I x <= lse_scaled I lambda x - ln (count I) / lambda <= average I x + lambda * spread I x ^ 2 / 8 /\
  filterlim (fun l => lse_scaled I l x - ln (count I) / l) (at_right 0) (locally (average I x)) /\
  filterlim (fun l => l * lse_scaled I l x) (at_right 0) (locally (ln (count I))).
Proof.
  intros N P. split; [apply mean_bounds; auto|]. split.
  - apply right_limit with (spread I x ^ 2 / 8). intros l Hl. apply Rabs_le.
    generalize (mean_bounds I x l N (proj1 Hl)) (Rmult_le_pos _ _ (Rlt_le _ _ (proj1 Hl)) (pow2_ge_0 (spread I x))). lra.
  - apply right_limit with (Rabs (average I x) + spread I x ^ 2 / 8). intros l Hl.
    generalize (mean_bounds I x l N (proj1 Hl)). intros B.
    replace (l * lse_scaled I l x - ln (count I)) with (l * (lse_scaled I l x - ln (count I) / l)) by (field; lra).
    rewrite Rabs_mult, (Rabs_right l), Rmult_comm by lra. apply Rmult_le_compat_r; [lra|].
    generalize (pow2_ge_0 (spread I x)) (Rle_abs (average I x)) (Rle_abs (- average I x)). rewrite Rabs_Ropp. intros.
    apply Rabs_le. split; [|nra]. generalize (Rabs_pos (average I x)). lra.
Qed.

(** [limits.decreasing] Tags: n ≥ 1, λ > 0, μ > λ.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem limits_decreasing I x lambda mu :
  I <> [] -> 0 < lambda < mu ->
  mu * (lse_scaled I mu x - maximum I x) <= lambda * (lse_scaled I lambda x - maximum I x) /\
  (mu * (lse_scaled I mu x - maximum I x) = lambda * (lse_scaled I lambda x - maximum I x) ->
   forall i, In i I -> x i = maximum I x) /\
  lse_scaled I mu x <= lse_scaled I lambda x /\
  ((2 <= length I)%nat -> lse_scaled I mu x < lse_scaled I lambda x).
Proof.
  intros N [P L]. set (m := maximum I x).
  assert (E : forall l, 0 < l -> l * (lse_scaled I l x - m) = ln (sum I (fun i => exp (l * (x i - m))))).
  { intros l Hl. unfold m. rewrite lse_scaled_excess, excess_shifted, maximum_scale by (auto; lra).
    rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. f_equal. apply sum_ext. intros. f_equal. ring. }
  assert (Z : forall l, 0 < sum I (fun i => exp (l * (x i - m)))) by (intros; apply sum_pos; auto; intros; apply exp_pos).
  assert (T : forall i, In i I -> exp (mu * (x i - m)) <= exp (lambda * (x i - m))).
  { intros i Hi. apply exp_le. generalize (le_maximum I x i Hi). fold m. nra. }
  assert (D : mu * (lse_scaled I mu x - m) <= lambda * (lse_scaled I lambda x - m)).
  { rewrite !E by lra. apply ln_le_ln; auto. apply sum_le; auto. }
  assert (X : forall l, 0 < l -> 0 <= lse_scaled I l x - m).
  { intros l Hl. destruct (maximum_in I x N) as [i [Hi Ei]]. fold m in Ei. unfold lse_scaled. rewrite <- Ei.
    generalize (lse_ge I (fun j => l * x j) i Hi). intros. assert (0 < / l) by (apply Rinv_0_lt_compat; auto).
    replace (x i) with (/ l * (l * x i)) by (field; lra). nra. }
  split; auto. split; [|split].
  - intros Q i Hi. rewrite !E in Q by lra. apply ln_inv in Q; auto.
    destruct (Rtotal_order (x i) m) as [H|[H|H]]; auto; exfalso.
    + assert (sum I (fun i => exp (mu * (x i - m))) < sum I (fun i => exp (lambda * (x i - m)))); [|lra].
      apply sum_lt; auto. exists i. split; auto. apply exp_increasing. nra.
    + generalize (le_maximum I x i Hi). fold m. lra.
  - generalize (X mu ltac:(lra)) (X lambda P). nra.
  - intros LL. generalize (bounds_scaled I mu x LL ltac:(lra)) (X lambda P). fold m. nra.
Qed.

(** The exponential mean: the logarithm of the average of [exp (lambda x)], scaled back. *)
Definition exponential_mean I (lambda : R) x : R := lse_scaled I lambda x - ln (count I) / lambda.
Lemma exponential_mean_lse I lambda x :
  lambda <> 0 -> lambda * exponential_mean I lambda x = lse I (fun i => lambda * x i) - ln (count I).
Proof. intros. unfold exponential_mean, lse_scaled. field. auto. Qed.
Lemma exponential_mean_range I x lambda :
  I <> [] -> lambda <> 0 -> minimum I x <= exponential_mean I lambda x <= maximum I x.
Proof.
  intros N Z.
  assert (B : forall b, (forall i, In i I -> lambda * x i <= lambda * b) -> lambda * exponential_mean I lambda x <= lambda * b).
  { intros b H. rewrite exponential_mean_lse by auto. generalize (lse_le I _ (fun _ => lambda * b) N H). rewrite lse_const by auto. lra. }
  assert (C : forall b, (forall i, In i I -> lambda * b <= lambda * x i) -> lambda * b <= lambda * exponential_mean I lambda x).
  { intros b H. rewrite exponential_mean_lse by auto. generalize (lse_le I (fun _ => lambda * b) _ N H). rewrite lse_const by auto. lra. }
  destruct (Rdichotomy _ _ Z) as [P|P].
  - split.
    + apply Rmult_le_reg_l with (- lambda); [lra|]. generalize (B (minimum I x)). intros H.
      cut (lambda * exponential_mean I lambda x <= lambda * minimum I x); [lra|]. apply H.
      intros i Hi. generalize (minimum_le I x i Hi). nra.
    + apply Rmult_le_reg_l with (- lambda); [lra|]. generalize (C (maximum I x)). intros H.
      cut (lambda * maximum I x <= lambda * exponential_mean I lambda x); [lra|]. apply H.
      intros i Hi. generalize (le_maximum I x i Hi). nra.
  - split; apply Rmult_le_reg_l with lambda; auto.
    + apply C. intros i Hi. generalize (minimum_le I x i Hi). nra.
    + apply B. intros i Hi. generalize (le_maximum I x i Hi). nra.
Qed.

(** [means.chain] Tags: n ≥ 1, λ ≠ 0, μ > λ.  Sharper: refuted below, with strict signs. *)
Theorem means_chain I x lambda mu :
  I <> [] -> lambda < mu -> lambda <> 0 -> mu <> 0 ->
  minimum I x <= exponential_mean I lambda x <= exponential_mean I mu x /\
  exponential_mean I mu x <= maximum I x /\
  (lambda < 0 < mu -> exponential_mean I lambda x <= average I x <= exponential_mean I mu x).
Proof.
  intros N L Z Z'.
  assert (U : lambda < 0 < mu -> exponential_mean I lambda x <= average I x <= exponential_mean I mu x).
  { intros [P Q]. assert (S := fun l => proj1 (scaled_tangent I x 0 l N)). rewrite lse_zero, mean_zero in S by auto.
    assert (T := S lambda). assert (T' := S mu). generalize (exponential_mean_lse I lambda x Z) (exponential_mean_lse I mu x Z'). nra. }
  split; [|split; auto; apply exponential_mean_range; auto]. split; [apply exponential_mean_range; auto|].
  destruct (Rdichotomy _ _ Z) as [P|P], (Rdichotomy _ _ Z') as [Q|Q]; try lra.
  - generalize (proj1 (scaled_tangent I x mu lambda N)) (proj1 (scaled_tangent I x mu 0 N)). rewrite lse_zero by auto.
    generalize (exponential_mean_lse I lambda x Z) (exponential_mean_lse I mu x Z'). set (d := mean I (fun i => mu * x i) x).
    set (a := exponential_mean I lambda x). set (b := exponential_mean I mu x). intros E E' T T'.
    assert (mu * b <= mu * d) by lra.
    assert (lambda * a - mu * b >= (lambda - mu) * d) by lra.
    assert (d <= b) by (apply Rmult_le_reg_l with (- mu); lra).
    assert (0 <= (mu - lambda) * (b - d)) by (apply Rmult_le_pos; lra). apply Rmult_le_reg_l with (- lambda); lra.
  - generalize (proj1 (scaled_tangent I x lambda mu N)) (proj1 (scaled_tangent I x lambda 0 N)). rewrite lse_zero by auto.
    generalize (exponential_mean_lse I lambda x Z) (exponential_mean_lse I mu x Z'). set (d := mean I (fun i => lambda * x i) x).
    set (a := exponential_mean I lambda x). set (b := exponential_mean I mu x). intros E E' T T'.
    assert (lambda * a <= lambda * d) by lra.
    assert (mu * b - lambda * a >= (mu - lambda) * d) by lra.
    assert (a <= d) by (apply Rmult_le_reg_l with lambda; lra).
    assert (0 <= (mu - lambda) * (d - a)) by (apply Rmult_le_pos; lra). apply Rmult_le_reg_l with mu; lra.
Qed.

(** [means.expansion] Tags: n ≥ 1, λ > 0.  Sharper: refuted below, without the term of third order. *)
Theorem means_expansion I x lambda :
  I <> [] -> 0 < lambda ->
  let v := average I (fun i => (x i - average I x) ^ 2) in
  Rabs (exponential_mean I lambda x - average I x - lambda / 2 * v) <= lambda ^ 2 * spread I x ^ 3 / (36 * sqrt 3).
Proof.
  intros N P v. set (h := fun i => lambda * x i).
  generalize (taylor_3 (fun t => lse I (line (fun _ => 0) h t)) (fun t => mean I (line (fun _ => 0) h t) h)
    (fun t => variance I (line (fun _ => 0) h t) h) (fun t => cumulant_3 I (line (fun _ => 0) h t) h)
    _ _ (fun t _ => is_derive_lse I _ h t N) (fun t _ => is_derive_mean I _ h h t N)
    (fun t _ => is_derive_variance I _ h t N) (fun t _ => cumulant_3_bound I _ h N)).
  rewrite lse_line_0, mean_line_0, mean_const_vector, lse_const by auto.
  replace (lse I (line (fun _ => 0) h 1)) with (lse I h) by (apply lse_ext; intros; unfold line; ring).
  assert (M : average I h = lambda * average I x).
  { unfold average, h. rewrite sum_scal. field. generalize (count_pos I N). lra. }
  assert (V : variance I (line (fun _ => 0) h 0) h = lambda ^ 2 * v).
  { unfold variance, covariance. rewrite !mean_line_0, !mean_const_vector, M by auto. unfold v. set (m := average I x).
    unfold average, Rdiv. gather. apply sum_ext. intros. unfold h. field. generalize (count_pos I N). lra. }
  rewrite V, M. unfold h. rewrite spread_scale by (auto; lra). fold h. intros [B C].
  destruct third_root_spec as [S T]. assert (Q : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  replace (lambda ^ 2 * spread I x ^ 3 / (36 * sqrt 3)) with (/ lambda * ((lambda * spread I x) ^ 3 * third_root / 6 / 6))
    by (unfold third_root; field; lra).
  replace (exponential_mean I lambda x - average I x - lambda / 2 * v) with
    (/ lambda * (lse I h - (0 + ln (count I)) - lambda * average I x - lambda ^ 2 * v / 2))
    by (unfold exponential_mean, lse_scaled; fold h; field; lra).
  assert (W : 0 < / lambda) by (apply Rinv_0_lt_compat; auto).
  rewrite Rabs_mult, (Rabs_right (/ lambda)) by lra. apply Rmult_le_compat_l; [lra|]. apply Rabs_le. lra.
Qed.

(** [means.product] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem means_product I x y :
  I <> [] ->
  lse I (fun i => x i + y i) = lse I x + lse I y + ln (inner I (softmax I x) (softmax I y)) /\
  lse I (fun i => x i + y i) <= lse I x + lse I y.
Proof.
  intros N. assert (E : mean I x (fun i => exp (y i)) = exp (lse I y) * inner I (softmax I x) (softmax I y)).
  { unfold mean, inner. rewrite <- sum_scal. apply sum_ext. intros i Hi. rewrite (softmax_exp I y) by auto.
    rewrite exp_minus_div. field. apply Rgt_not_eq, exp_pos. }
  assert (Q : 0 < inner I (softmax I x) (softmax I y)).
  { apply sum_pos; auto. intros; apply Rmult_lt_0_compat; apply softmax_pos; auto. }
  assert (F : lse I (fun i => x i + y i) = lse I x + lse I y + ln (inner I (softmax I x) (softmax I y))).
  { rewrite (proj1 (translation_by_a_vector I x y N)), E, ln_mult, ln_exp by (auto; apply exp_pos). ring. }
  split; auto. rewrite F. cut (ln (inner I (softmax I x) (softmax I y)) <= 0); [lra|]. apply ln_nonpos; auto.
  apply (mean_between I x (softmax I y) 0 1); auto.
  intros i Hi. split; [apply Rlt_le, softmax_pos; auto | apply softmax_le_1; auto].
Qed.

Lemma chebyshev_sum I x y (f g : R -> R) (s : R) :
  (forall i j, In i I -> In j I -> 0 <= s * ((f (x i) - f (x j)) * (g (y i) - g (y j)))) ->
  0 <= s * (count I * sum I (fun i => f (x i) * g (y i)) - sum I (fun i => f (x i)) * sum I (fun i => g (y i))).
Proof.
  intros H.
  assert (G : 0 <= sum I (fun i => sum I (fun j => s * ((f (x i) - f (x j)) * (g (y i) - g (y j)))))).
  { apply sum_nonneg. intros i Hi. apply sum_nonneg. intros j Hj. auto. }
  rewrite (sum_ext I _ (fun i => s * (count I * (f (x i) * g (y i)) - f (x i) * sum I (fun j => g (y j))
     - g (y i) * sum I (fun j => f (x j)) + sum I (fun j => f (x j) * g (y j))))) in G.
  - rewrite sum_scal, sum_plus, !sum_minus, !sum_scal, !sum_scal_r, sum_const in G. lra.
  - intros i Hi. rewrite sum_scal. f_equal. rewrite <- (sum_const (f (x i) * g (y i))). gather.
    apply sum_ext. intros j Hj. ring.
Qed.

(** [means.chebyshev] Tags: n ≥ 1, x and y in the same order.  Sharper: refuted below, without the logarithm. *)
Theorem means_chebyshev I x y :
  I <> [] ->
  ((forall i j, In i I -> In j I -> 0 <= (x i - x j) * (y i - y j)) ->
   lse I x + lse I y - ln (count I) <= lse I (fun i => x i + y i)) /\
  ((forall i j, In i I -> In j I -> (x i - x j) * (y i - y j) <= 0) ->
   lse I (fun i => x i + y i) <= lse I x + lse I y - ln (count I)).
Proof.
  intros N. generalize (count_pos I N). intros C.
  assert (E : sum I (fun i => exp (x i + y i)) = sum I (fun i => exp (x i) * exp (y i))) by (apply sum_ext; intros; apply exp_plus).
  assert (M : forall a b, (a <= b /\ exp a <= exp b) \/ (b <= a /\ exp b <= exp a)).
  { intros a b. destruct (Rle_dec a b); [left|right]; split; auto; try apply exp_le; lra. }
  unfold lse. rewrite <- ln_mult by (apply total_pos; auto).
  rewrite <- (ln_div_pos (_ * _)) by (try apply Rmult_lt_0_compat; try apply total_pos; auto; lra). rewrite E.
  split; intros H.
  - generalize (chebyshev_sum I x y exp exp 1). intros K. apply ln_le_ln.
    + apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; apply total_pos; auto | lra].
    + apply Rmult_le_reg_r with (count I); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      cut (0 <= 1 * (count I * sum I (fun i => exp (x i) * exp (y i)) - sum I (fun i => exp (x i)) * sum I (fun i => exp (y i)))); [lra|].
      apply K. intros i j Hi Hj. specialize (H i j Hi Hj). rewrite Rmult_1_l.
      destruct (Req_dec (x i) (x j)) as [->|]; [rewrite Rminus_eq_0; lra|]. destruct (Req_dec (y i) (y j)) as [->|]; [rewrite !Rminus_eq_0; lra|].
      destruct (M (x i) (x j)) as [[]|[]], (M (y i) (y j)) as [[]|[]]; nra.
  - generalize (chebyshev_sum I x y exp exp (-1)). intros K. apply ln_le_ln.
    + apply sum_pos; auto. intros; apply Rmult_lt_0_compat; apply exp_pos.
    + apply Rmult_le_reg_r with (count I); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      cut (0 <= -1 * (count I * sum I (fun i => exp (x i) * exp (y i)) - sum I (fun i => exp (x i)) * sum I (fun i => exp (y i)))); [lra|].
      apply K. intros i j Hi Hj. specialize (H i j Hi Hj).
      destruct (Req_dec (x i) (x j)) as [->|]; [rewrite Rminus_eq_0; lra|]. destruct (Req_dec (y i) (y j)) as [->|]; [rewrite !Rminus_eq_0; lra|].
      destruct (M (x i) (x j)) as [[]|[]], (M (y i) (y j)) as [[]|[]]; nra.
Qed.
End Limits.

(** [means.norm] Tags: n ≥ 1, k ≥ 1.  Sharper: refuted below, without the power of n. *)
Theorem means_norm {A} (I : list A) x k :
  I <> [] -> (1 <= k)%nat ->
  let norm k := Rpower (sum I (fun i => exp (x i) ^ k)) (/ INR k) in
  lse_scaled I (INR k) x = ln (norm k) /\
  norm (S k) <= norm k <= Rpower (count I) (/ INR k - / INR (S k)) * norm (S k).
Proof.
  intros N K norm.
  assert (E : forall k, (1 <= k)%nat -> norm k = exp (lse_scaled I (INR k) x)).
  { intros j J. unfold norm, Rpower, lse_scaled, lse. f_equal. f_equal. f_equal. apply sum_ext. intros i Hi.
    symmetry. apply exp_mult_nat. }
  assert (P : 0 < INR k) by (apply lt_0_INR; lia).
  assert (Q : INR k < INR (S k)) by (rewrite S_INR; lra).
  rewrite (E (S k)) by lia. rewrite !E by lia. split; [rewrite ln_exp; auto|]. split.
  - apply exp_le. apply (limits_decreasing I x (INR k) (INR (S k)) N (conj P Q)).
  - unfold Rpower. rewrite <- exp_plus. apply exp_le.
    generalize (means_chain I x (INR k) (INR (S k)) N Q ltac:(lra) ltac:(lra)). unfold exponential_mean, Rdiv. lra.
Qed.

Definition limits_maximum_met := limits_maximum two ramp 1 1 1 two_some Rlt_0_1 Rle_0_1 ramp_gap.
Lemma limits_maximum_sharp :
  ~ forall (I : list nat) x g r lambda, I <> [] -> 0 < lambda -> 0 <= g ->
    (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
    lse_scaled I lambda x - maximum I x <= ln (1 + (count I - 1) * exp (- (lambda * g))) / lambda.
Proof.
  intros H. specialize (H two (pair 0 0) 1 1 1 two_some Rlt_0_1 Rle_0_1 (zeros_gap 1 1)). unfold lse_scaled in H.
  rewrite (lse_ext _ _ (pair 0 0)), lse_zeros, maximum_pair, Rmax_left, count_two_2 in H by (try intros [|]; simpl; lra).
  assert (E : exp (- (1 * 1)) < 1) by (apply exp_neg_lt_1; lra). generalize (exp_pos (- (1 * 1))). intros.
  assert (ln (1 + (2 - 1) * exp (- (1 * 1))) < ln 2) by (apply ln_increasing; lra). lra.
Qed.
Lemma ramp_gap_below i : In i two -> ramp i = minimum two ramp \/ minimum two ramp + 1 <= ramp i <= minimum two ramp + 1.
Proof.
  unfold ramp. rewrite minimum_pair, Rmin_left by lra. intros [<-|[<-|[]]]; simpl; [left|right]; lra.
Qed.
Definition limits_minimum_met := limits_minimum two ramp 1 1 1 two_some Rlt_0_1 Rle_0_1 ramp_gap_below.
Lemma limits_minimum_sharp :
  ~ forall (I : list nat) x g r lambda, I <> [] -> 0 < lambda -> 0 <= g ->
    (forall i, In i I -> x i = minimum I x \/ minimum I x + g <= x i <= minimum I x + r) ->
    minimum I x - softmin_scaled I lambda x <= ln (1 + (count I - 1) * exp (- (lambda * g))) / lambda.
Proof.
  intros H. specialize (H two (pair 0 0) 1 1 1 two_some Rlt_0_1 Rle_0_1). unfold softmin_scaled, softmin in H.
  rewrite (lse_ext _ _ (pair 0 0)), lse_zeros, minimum_pair, Rmin_left, count_two_2 in H by (try intros [|]; simpl; lra).
  assert (E : exp (- (1 * 1)) < 1) by (apply exp_neg_lt_1; lra). generalize (exp_pos (- (1 * 1))). intros.
  assert (ln (1 + (2 - 1) * exp (- (1 * 1))) < ln 2) by (apply ln_increasing; lra).
  assert (0 - / 1 * - ln 2 <= ln (1 + (2 - 1) * exp (- (1 * 1))) / 1); [|lra]. apply H. left. destruct i; auto.
Qed.
Lemma average_ramp : average two ramp = 1 / 2.
Proof. unfold average. rewrite sum_pair, count_two_2. unfold ramp, pair. lra. Qed.
Definition limits_mean_met := limits_mean two ramp 1 two_some Rlt_0_1.
Lemma limits_mean_sharp :
  ~ forall (I : list nat) x lambda, I <> [] -> 0 < lambda ->
    average I x <= lse_scaled I lambda x - ln (count I) / lambda <= average I x.
Proof.
  intros H. specialize (H two ramp 1 two_some Rlt_0_1). rewrite average_ramp, count_two_2 in H. unfold lse_scaled in H.
  rewrite (lse_ext _ _ (pair 0 1)), lse_pair, exp_0 in H by (intros [|]; unfold ramp, pair; lra).
  assert (E : exp (1 / 2) * exp (1 / 2) = exp 1) by (rewrite <- exp_plus; f_equal; field).
  assert (G : 1 < exp (1 / 2)) by (apply exp_gt_1; lra).
  assert (L : ln (2 * exp (1 / 2)) < ln (1 + exp 1)) by (apply ln_increasing; nra).
  rewrite ln_mult, ln_exp in L by (try apply exp_pos; lra). lra.
Qed.
Definition limits_decreasing_met := limits_decreasing two ramp 1 2 two_some (conj Rlt_0_1 (Rlt_plus_1 1)).
Lemma lse_scaled_one lambda x : lambda <> 0 -> lse_scaled one lambda x = x 0%nat.
Proof. intros. unfold lse_scaled. rewrite lse_one. field. auto. Qed.
Lemma limits_decreasing_sharp :
  ~ forall (I : list nat) x lambda mu, I <> [] -> 0 < lambda < mu -> lse_scaled I mu x < lse_scaled I lambda x.
Proof. intros H. specialize (H one ramp 1 2 one_some ltac:(lra)). rewrite !lse_scaled_one in H by lra. lra. Qed.
Definition means_chain_met := means_chain two ramp (-1) 1 two_some ltac:(lra) ltac:(lra) ltac:(lra).
Lemma means_chain_sharp :
  ~ forall (I : list nat) x lambda mu, I <> [] -> lambda < mu -> lambda <> 0 -> mu <> 0 ->
    exponential_mean I lambda x < exponential_mean I mu x.
Proof.
  intros H. specialize (H one ramp 1 2 one_some ltac:(lra) ltac:(lra) ltac:(lra)). unfold exponential_mean in H.
  rewrite !lse_scaled_one, count_one_1, ln_1 in H by lra. lra.
Qed.
Definition means_expansion_met := means_expansion two ramp 1 two_some Rlt_0_1.
Lemma means_expansion_sharp :
  ~ forall (I : list nat) x lambda, I <> [] -> 0 < lambda ->
    exponential_mean I lambda x = average I x + lambda / 2 * average I (fun i => (x i - average I x) ^ 2).
Proof.
  intros H. specialize (H two ramp 5 two_some ltac:(lra)).
  generalize (exponential_mean_range two ramp 5 two_some ltac:(lra)). rewrite maximum_ramp, H, average_ramp. unfold average. rewrite sum_pair, count_two_2. unfold ramp, pair. lra.
Qed.
Definition means_product_met := means_product two ramp ramp two_some.
Lemma means_product_sharp :
  ~ forall (I : list nat) x y, I <> [] -> lse I (fun i => x i + y i) < lse I x + lse I y.
Proof. intros H. specialize (H one ramp ramp one_some). rewrite !lse_one in H. lra. Qed.
Definition means_chebyshev_met := means_chebyshev two ramp ramp two_some.
Lemma means_chebyshev_sharp :
  ~ forall (I : list nat) x y, I <> [] -> (forall i j, In i I -> In j I -> 0 <= (x i - x j) * (y i - y j)) ->
    lse I x + lse I y <= lse I (fun i => x i + y i).
Proof.
  intros H. specialize (H two (pair 0 0) (pair 0 0) two_some). rewrite lse_zeros in H.
  rewrite (lse_ext _ _ (pair 0 0)), lse_zeros in H by (intros [|]; simpl; lra). generalize ln_2_pos. intros.
  assert (ln 2 + ln 2 <= ln 2); [|lra]. apply H. intros [|] [|]; simpl; lra.
Qed.
Definition means_norm_met := means_norm two ramp 1 two_some (le_n 1).
Lemma means_norm_sharp :
  ~ forall (I : list nat) x k, I <> [] -> (1 <= k)%nat ->
    let norm k := Rpower (sum I (fun i => exp (x i) ^ k)) (/ INR k) in norm k <= norm (S k).
Proof.
  intros H. specialize (H two (pair 0 0) 1%nat two_some (le_n 1)). cbv beta zeta in H. rewrite !sum_pair in H. simpl in H.
  rewrite exp_0 in H. unfold Rpower in H. apply exp_le_inv' in H. replace (1 * 1 + 1 * 1) with 2 in H by ring.
  replace (1 * (1 * 1) + 1 * (1 * 1)) with 2 in H by ring. generalize ln_2_pos. intros. lra.
Qed.
