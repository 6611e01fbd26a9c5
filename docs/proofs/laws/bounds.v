(* SPDX-License-Identifier: Apache-2.0 *)
(** Log-sum-exp against the maximum, soft-min against the minimum. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
Import ListNotations.
Open Scope R_scope.

Section Lemmas.
Context {A : Type}.
Implicit Types (I : list A) (x : A -> R).

Lemma times_pos I x : I <> [] -> 1 <= times I x (maximum I x).
Proof.
  intros N. destruct (maximum_in I x N) as [i [Hi E]].
  apply Rle_trans with ((fun j => if Req_EM_T (x j) (maximum I x) then 1 else 0) i).
  - destruct (Req_EM_T (x i) (maximum I x)); [lra | easy].
  - apply (term_le_sum I (fun j => if Req_EM_T (x j) (maximum I x) then 1 else 0)); auto.
    intros j _. destruct (Req_EM_T (x j) (maximum I x)); lra.
Qed.
Lemma times_split I x m a :
  sum I (fun i => if Req_EM_T (x i) m then 1 else a) = times I x m + (count I - times I x m) * a.
Proof.
  unfold times.
  replace (count I - _) with (sum I (fun i => if Req_EM_T (x i) m then 0 else 1)).
  - gather. apply sum_ext. intros i _. destruct (Req_EM_T (x i) m); ring.
  - replace (count I) with (sum I (fun _ => 1)) by (rewrite sum_const; ring). gather.
    apply sum_ext. intros i _. destruct (Req_EM_T (x i) m); ring.
Qed.
Lemma times_le_count I x m : times I x m <= count I.
Proof.
  replace (count I) with (sum I (fun _ => 1)) by (rewrite sum_const; ring).
  apply sum_le. intros i _. destruct (Req_EM_T (x i) m); lra.
Qed.
Lemma shifted_sum I x c : sum I (fun i => exp (x i - c)) = sum I (fun i => exp (x i)) / exp c.
Proof. rewrite <- sum_div. apply sum_ext. intros. apply exp_minus_div. Qed.
Lemma lse_shifted I x c : I <> [] -> lse I x = c + ln (sum I (fun i => exp (x i - c))).
Proof.
  intros N. rewrite shifted_sum, ln_div_pos, ln_exp; [unfold lse; ring | apply total_pos; auto | apply exp_pos].
Qed.
Lemma excess_shifted I x : I <> [] -> excess I x = ln (sum I (fun i => exp (x i - maximum I x))).
Proof. intros N. unfold excess. rewrite (lse_shifted I x (maximum I x)) by auto. ring. Qed.

(** The shifted sum, where every entry that is not the maximum lies at least [g] and at most [r] below it. *)
Lemma shifted_sum_bounds I x g r :
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  times I x (maximum I x) + (count I - times I x (maximum I x)) * exp (- r)
    <= sum I (fun i => exp (x i - maximum I x))
    <= times I x (maximum I x) + (count I - times I x (maximum I x)) * exp (- g).
Proof.
  intros H. rewrite <- !times_split.
  split; apply sum_le; intros i Hi; specialize (H i Hi); destruct (Req_EM_T (x i) (maximum I x)).
  - rewrite e, Rminus_eq_0, exp_0; lra.
  - apply exp_le. destruct H; [easy | lra].
  - rewrite e, Rminus_eq_0, exp_0; lra.
  - apply exp_le. destruct H; [easy | lra].
Qed.
Lemma ties_positive I x a : I <> [] -> 0 < a -> 0 < times I x (maximum I x) + (count I - times I x (maximum I x)) * a.
Proof.
  intros N P. generalize (times_pos I x N) (times_le_count I x (maximum I x)). nra.
Qed.
End Lemmas.

Section Laws.
Context {A : Type}.
Implicit Types (I : list A) (x : A -> R).

(** [bounds.above-max] Tags: n ≥ 2.  Sharper: refuted below, with a constant less than log n. *)
Theorem bounds_above_max I x :
  (2 <= length I)%nat -> maximum I x < lse I x <= maximum I x + ln (count I).
Proof.
  intros L. assert (N := two_nonempty I L). rewrite (lse_shifted I x (maximum I x) N).
  destruct (maximum_in I x N) as [i [Hi E]]. split.
  - apply Rplus_lt_reg_l with (- maximum I x).
    replace (- maximum I x + maximum I x) with 0 by ring. rewrite <- Rplus_assoc, Rplus_opp_l, Rplus_0_l.
    apply ln_pos. destruct I as [|a [|b J]]; simpl in L; try lia.
    assert (G : forall k K, In k K -> x k = maximum (a :: b :: J) x -> 1 <= sum K (fun j => exp (x j - maximum (a :: b :: J) x))).
    { intros k K Hk Ek. rewrite <- exp_0. replace 0 with (x k - maximum (a :: b :: J) x) by (rewrite Ek; ring).
      apply (term_le_sum K (fun j => exp (x j - maximum (a :: b :: J) x))); auto. intros; apply Rlt_le, exp_pos. }
    change (1 < exp (x a - maximum (a :: b :: J) x) + sum (b :: J) (fun j => exp (x j - maximum (a :: b :: J) x))).
    destruct Hi as [<-|Hi].
    + rewrite E, Rminus_eq_0, exp_0. assert (0 < sum (b :: J) (fun j => exp (x j - maximum (a :: b :: J) x))); [|lra].
      apply sum_pos; [easy|]. intros; apply exp_pos.
    + generalize (G i (b :: J) Hi E) (exp_pos (x a - maximum (a :: b :: J) x)). lra.
  - apply Rplus_le_compat_l, ln_le_ln.
    + apply sum_pos; auto. intros; apply exp_pos.
    + replace (count I) with (sum I (fun _ => 1)) by (rewrite sum_const; ring). apply sum_le.
      intros j Hj. rewrite <- exp_0. apply exp_le. generalize (le_maximum I x j Hj). lra.
Qed.

(** [bounds.single] Tags: n = 1.  Sharper: none, for all are equalities. *)
Theorem bounds_single (i : A) x :
  lse [i] x = x i /\ softmin [i] x = x i /\ excess [i] x = 0 /\ softmax [i] x i = 1 /\ log_softmax [i] x i = 0.
Proof.
  assert (H : forall y : A -> R, lse [i] y = y i).
  { intros y. unfold lse. simpl. rewrite Rplus_0_r. apply ln_exp. }
  assert (S : softmax [i] x i = 1).
  { unfold softmax. simpl. rewrite Rplus_0_r. field. apply Rgt_not_eq, exp_pos. }
  unfold excess, softmin, log_softmax. rewrite !H, S, ln_1. simpl. repeat split; ring.
Qed.

(** [bounds.refined] Tags: n ≥ 1.  Sharper: refuted below, with the maximum counted once where it is tied. *)
Theorem bounds_refined I x g r :
  I <> [] ->
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  let k := times I x (maximum I x) in
  maximum I x + ln (k + (count I - k) * exp (- r)) <= lse I x <= maximum I x + ln (k + (count I - k) * exp (- g)).
Proof.
  intros N H k. rewrite (lse_shifted I x (maximum I x) N). generalize (shifted_sum_bounds I x g r H). intros B.
  split; apply Rplus_le_compat_l, ln_le_ln; try apply B.
  - apply ties_positive; auto. apply exp_pos.
  - apply sum_pos; auto. intros; apply exp_pos.
Qed.

(** [bounds.softmin] Tags: n ≥ 2.  Sharper: refuted below, with a constant less than log n. *)
Theorem bounds_softmin I x :
  (2 <= length I)%nat -> minimum I x - ln (count I) <= softmin I x < minimum I x.
Proof.
  intros L. unfold softmin, minimum. generalize (bounds_above_max I (fun i => - x i) L). lra.
Qed.

(** [bounds.scaled] Tags: n ≥ 2, λ > 0.  Sharper: refuted below, with a constant less than log n. *)
Theorem bounds_scaled I lambda x :
  (2 <= length I)%nat -> 0 < lambda ->
  maximum I x < lse_scaled I lambda x <= maximum I x + / lambda * ln (count I).
Proof.
  intros L P. unfold lse_scaled. generalize (bounds_above_max I (fun i => lambda * x i) L).
  rewrite maximum_scale by (try apply two_nonempty; auto; lra). intros [H K].
  assert (0 < / lambda) by (apply Rinv_0_lt_compat; auto).
  replace (maximum I x) with (/ lambda * (lambda * maximum I x)) by (field; lra). split.
  - apply Rmult_lt_compat_l; auto.
  - rewrite <- Rmult_plus_distr_l. apply Rmult_le_compat_l; lra.
Qed.

(** [excess.bounds] Tags: n ≥ 1.  Sharper: refuted below, with the maximum counted once where it is tied. *)
Theorem excess_bounds I x g r :
  I <> [] ->
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  let k := times I x (maximum I x) in
  ln (k + (count I - k) * exp (- r)) <= excess I x <= ln (k + (count I - k) * exp (- g)).
Proof.
  intros N H k. generalize (bounds_refined I x g r N H). cbv zeta. fold k. unfold excess. lra.
Qed.

(** [excess.sum] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem excess_sum I x : lse I x = maximum I x + excess I x.
Proof. unfold excess. ring. Qed.

(** [excess.largest] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem excess_largest I x :
  I <> [] ->
  maximum I (log_softmax I x) = - excess I x /\
  forall i, In i I -> x i = maximum I x -> log_softmax I x i = - excess I x.
Proof.
  intros N. assert (G : forall i, In i I -> x i = maximum I x -> log_softmax I x i = - excess I x).
  { intros i Hi E. rewrite log_softmax_lse by auto. unfold excess. rewrite E. ring. }
  split; auto. destruct (maximum_in I x N) as [i [Hi E]].
  apply maximum_unique with i; auto. intros j Hj. rewrite log_softmax_lse by auto.
  generalize (le_maximum I x j Hj). unfold excess. lra.
Qed.

(** [excess.translation] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem excess_translation I x c : I <> [] -> excess I (fun i => x i + c) = excess I x.
Proof. intros N. unfold excess. rewrite lse_translate, maximum_translate by auto. ring. Qed.

(** [partition.largest-share] Tags: n ≥ 1.  Sharper: refuted below, with the maximum counted once. *)
Theorem partition_largest_share I x g r :
  I <> [] -> 0 <= g ->
  (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
  let k := times I x (maximum I x) in
  maximum I (softmax I x) = exp (- excess I x) /\
  / count I <= / (k + (count I - k) * exp (- g)) <= maximum I (softmax I x) /\
  maximum I (softmax I x) <= / (k + (count I - k) * exp (- r)).
Proof.
  intros N G H k. generalize (shifted_sum_bounds I x g r H). intros B.
  assert (P : 0 < sum I (fun i => exp (x i - maximum I x))) by (apply sum_pos; auto; intros; apply exp_pos).
  assert (E : maximum I (softmax I x) = exp (- excess I x)).
  { destruct (maximum_in I x N) as [i [Hi E]]. apply maximum_unique with i; auto.
    - rewrite softmax_exp by auto. unfold excess. f_equal. rewrite E. ring.
    - intros j Hj. rewrite softmax_exp by auto. apply exp_le. unfold excess. generalize (le_maximum I x j Hj). lra. }
  assert (E' : exp (- excess I x) = / sum I (fun i => exp (x i - maximum I x))).
  { rewrite excess_shifted, exp_Ropp, exp_ln; auto. }
  rewrite E, E'. repeat split; try apply Rinv_le_contravar; try apply B; auto.
  - apply ties_positive; auto. apply exp_pos.
  - generalize (times_pos I x N) (times_le_count I x (maximum I x)). fold k. intros.
    assert (exp (- g) <= 1) by (rewrite <- exp_0; apply exp_le; lra). nra.
  - apply ties_positive; auto. apply exp_pos.
Qed.
End Laws.

(** [excess.softplus] Tags: none.  Sharper: none, both are equalities. *)
Theorem excess_softplus t :
  excess two (pair 0 (- Rabs t)) = ln (1 + exp (- Rabs t)) /\
  excess two (pair 0 (- Rabs t)) = softplus (- Rabs t).
Proof.
  unfold excess, softplus. rewrite lse_pair, maximum_pair, exp_0, Rmax_left; [lra|].
  generalize (Rabs_pos t). lra.
Qed.

(** [partition.log-odds] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem partition_log_odds {A} (I : list A) x i j :
  I <> [] -> log_softmax I x i - log_softmax I x j = x i - x j.
Proof. intros N. rewrite !log_softmax_lse by auto. ring. Qed.

Definition bounds_above_max_met := bounds_above_max two ramp two_long.
Lemma bounds_above_max_sharp c :
  c < 1 ->
  ~ forall (I : list nat) x, (2 <= length I)%nat -> maximum I x < lse I x <= maximum I x + c * ln (count I).
Proof.
  intros C H. specialize (H two (pair 0 0) two_long). rewrite lse_zeros, maximum_pair, Rmax_left, count_two_2 in H by lra.
  generalize ln_2_pos. nra.
Qed.
Definition bounds_single_met := bounds_single 0%nat ramp.
Lemma ramp_gap i : In i two -> ramp i = maximum two ramp \/ maximum two ramp - 1 <= ramp i <= maximum two ramp - 1.
Proof.
  unfold ramp. rewrite maximum_pair, Rmax_right by lra. intros [<-|[<-|[]]]; simpl; [right|left]; lra.
Qed.
Lemma zeros_gap g r i : In i two ->
  pair 0 0 i = maximum two (pair 0 0) \/ maximum two (pair 0 0) - r <= pair 0 0 i <= maximum two (pair 0 0) - g.
Proof. rewrite maximum_pair, Rmax_left by lra. left. destruct i; auto. Qed.
Definition bounds_refined_met := bounds_refined two ramp 1 1 two_some ramp_gap.
Lemma bounds_refined_sharp :
  ~ forall (I : list nat) x g r, I <> [] ->
    (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
    lse I x <= maximum I x + ln (1 + (count I - 1) * exp (- g)).
Proof.
  intros H. specialize (H two (pair 0 0) 1 1 two_some (zeros_gap 1 1)).
  rewrite lse_zeros, maximum_pair, Rmax_left, count_two_2, Rplus_0_l in H by lra.
  assert (E : exp (- (1)) < 1) by (apply exp_neg_lt_1; lra).
  assert (1 + (2 - 1) * exp (- (1)) < 2) by lra. generalize (exp_pos (- (1))). intros.
  apply ln_increasing in H0; lra.
Qed.
Definition bounds_softmin_met := bounds_softmin two ramp two_long.
Lemma bounds_softmin_sharp c :
  c < 1 ->
  ~ forall (I : list nat) x, (2 <= length I)%nat -> minimum I x - c * ln (count I) <= softmin I x < minimum I x.
Proof.
  intros C H. specialize (H two (pair 0 0) two_long). unfold softmin in H.
  rewrite (lse_ext _ _ (pair 0 0)), lse_zeros, minimum_pair, Rmin_left, count_two_2 in H by (try intros [|]; simpl; lra).
  generalize ln_2_pos. nra.
Qed.
Definition bounds_scaled_met := bounds_scaled two 1 ramp two_long Rlt_0_1.
Lemma bounds_scaled_sharp c :
  c < 1 ->
  ~ forall (I : list nat) lambda x, (2 <= length I)%nat -> 0 < lambda ->
    maximum I x < lse_scaled I lambda x <= maximum I x + / lambda * (c * ln (count I)).
Proof.
  intros C H. specialize (H two 1 (pair 0 0) two_long Rlt_0_1). unfold lse_scaled in H.
  rewrite (lse_ext _ _ (pair 0 0)), lse_zeros, maximum_pair, Rmax_left, count_two_2, Rinv_1 in H by (try intros [|]; simpl; lra).
  generalize ln_2_pos. nra.
Qed.
Definition excess_bounds_met := excess_bounds two ramp 1 1 two_some ramp_gap.
Lemma excess_bounds_sharp :
  ~ forall (I : list nat) x g r, I <> [] ->
    (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
    excess I x <= ln (1 + (count I - 1) * exp (- g)).
Proof.
  intros H. apply bounds_refined_sharp. intros I x g r N G. specialize (H I x g r N G). unfold excess in H. lra.
Qed.
Definition excess_sum_met := excess_sum two ramp.
Definition excess_largest_met := excess_largest two ramp two_some.
Definition excess_translation_met := excess_translation two ramp 1 two_some.
Definition partition_largest_share_met := partition_largest_share two ramp 1 1 two_some Rle_0_1 ramp_gap.
Lemma partition_largest_share_sharp :
  ~ forall (I : list nat) x g r, I <> [] -> 0 <= g ->
    (forall i, In i I -> x i = maximum I x \/ maximum I x - r <= x i <= maximum I x - g) ->
    / (1 + (count I - 1) * exp (- g)) <= maximum I (softmax I x).
Proof.
  intros H. specialize (H two (pair 0 0) 1 1 two_some Rle_0_1 (zeros_gap 1 1)).
  rewrite (maximum_ext _ _ (fun _ => 1 / 2)), count_two_2 in H by (intros; apply softmax_zeros). simpl in H.
  rewrite Rmax_left in H by lra.
  assert (E : exp (- (1)) < 1) by (apply exp_neg_lt_1; lra). generalize (exp_pos (- (1))). intros P.
  assert (L : / 2 < / (1 + (2 - 1) * exp (- (1)))) by (apply Rinv_lt_contravar; lra). lra.
Qed.
Definition excess_softplus_met := excess_softplus 1.
Definition partition_log_odds_met := partition_log_odds two ramp 0%nat 1%nat two_some.
