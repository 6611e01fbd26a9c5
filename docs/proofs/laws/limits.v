(* SPDX-License-Identifier: Apache-2.0 *)
(** The scaled log-sum-exp between the mean and the maximum, and exponential means. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.cumulants laws.bounds laws.symmetry.
Import ListNotations.
Open Scope R_scope.

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

(** [limits.maximum] Tags: n >= 1, lambda > 0, g >= 0.  Sharper: refuted below, with the maximum counted once. *)
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
      apply is_lim_Rinv_p. 
Qed.
End Limits.
