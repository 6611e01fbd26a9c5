(* SPDX-License-Identifier: Apache-2.0 *)
(** Choices of the largest score under Gumbel noise, as integrals over the whole line.

    The noise has the distribution function exp(-exp(-t)), and so the density exp(-t) exp(-exp(-t)). *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples laws.softmax.
Import ListNotations.
Open Scope R_scope.

Definition gumbel (t : R) : R := exp (- exp (- t)).
Definition gumbel_density (t : R) : R := exp (- t) * exp (- exp (- t)).
(** The integral of [f] from minus infinity to infinity is [v]. *)
Definition integral_on_line (f : R -> R) (v : R) : Prop := is_RInt_gen f (Rbar_locally m_infty) (Rbar_locally p_infty) v.

Lemma is_derive_gumbel t : is_derive gumbel t (gumbel_density t).
Proof. unfold gumbel, gumbel_density. auto_derive; auto. ring. Qed.

(** exp(-s exp(-z)) tends to 0 on the left and to 1 on the right. *)
Lemma gumbel_left s : 0 < s -> filterlim (fun z => exp (- (s * exp (- z)))) (Rbar_locally m_infty) (locally 0).
Proof.
  intros S. apply filterlim_locally. intros e. assert (E := cond_pos e). exists (- (/ (e * s) + 1)). intros z Hz.
  assert (Y := exp_ineq1_le (- z)). assert (X := exp_pos (- (s * exp (- z)))). assert (G : / e < s * exp (- z)).
  { assert (P : 0 < / (e * s)) by (apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra).
    apply Rlt_le_trans with (s * (/ (e * s) + 1)); [|apply Rmult_le_compat_l; lra].
    replace (s * (/ (e * s) + 1)) with (/ e + s) by (field; lra). lra. }
  change (Rabs (exp (- (s * exp (- z))) - 0) < e). rewrite Rminus_0_r, Rabs_right, exp_Ropp by lra.
  assert (Q := exp_ineq1_le (s * exp (- z))). assert (0 < / e) by (apply Rinv_0_lt_compat; auto).
  rewrite <- (Rinv_inv e) at 1. apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; [auto | apply exp_pos] | lra].
Qed.
Lemma gumbel_right s : 0 < s -> filterlim (fun z => exp (- (s * exp (- z)))) (Rbar_locally p_infty) (locally 1).
Proof.
  intros S. apply filterlim_locally. intros e. assert (E := cond_pos e). exists (s / e). intros z Hz.
  assert (P : 0 < s / e) by (apply Rdiv_lt_0_compat; lra). assert (G : s * exp (- z) < e).
  { rewrite exp_Ropp. apply Rmult_lt_reg_r with (exp z); [apply exp_pos|]. rewrite Rmult_assoc, Rinv_l by (apply Rgt_not_eq, exp_pos).
    assert (Y := exp_ineq1_le z). apply Rmult_lt_compat_r with (r := e) in Hz; auto. unfold Rdiv in Hz. rewrite Rmult_assoc, Rinv_l in Hz by lra. nra. }
  assert (X := exp_pos (- z)). assert (Q := exp_ineq1_le (- (s * exp (- z)))).
  assert (U : exp (- (s * exp (- z))) < 1) by (apply exp_neg_lt_1; nra).
  change (Rabs (exp (- (s * exp (- z))) - 1) < e). rewrite Rabs_left by lra. lra.
Qed.

(** An integral by its antiderivative. *)
Lemma integral_by_limits (f F : R -> R) a b :
  (forall t, is_derive F t (f t)) -> (forall t, continuous f t) ->
  filterlim F (Rbar_locally m_infty) (locally a) -> filterlim F (Rbar_locally p_infty) (locally b) -> integral_on_line f (b - a).
Proof.
  intros D C La Lb. unfold integral_on_line. assert (E : forall t, Derive F t = f t) by (intros; apply is_derive_unique; auto).
  apply (is_RInt_gen_ext (Derive F)); [apply filter_forall; intros p t _; apply E|].
  apply (is_RInt_gen_Derive F a b); auto; apply filter_forall; intros p t _; [eexists; apply D|].
  apply (continuous_ext f); auto.
Qed.

Section Noise.
Context {A : Type}.

(** [choice.gumbel-max] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem choice_gumbel_max (I : list A) x k :
  I <> [] ->
  integral_on_line (fun z => exp (- (z - x k)) * exp (- sum I (fun j => exp (- (z - x j))))) (softmax I x k).
Proof.
  intros N. set (s := sum I (fun j => exp (x j))). assert (S : 0 < s) by (apply total_pos; auto).
  assert (E : forall z, sum I (fun j => exp (- (z - x j))) = s * exp (- z)).
  { intros z. unfold s. rewrite <- sum_scal_r. apply sum_ext. intros j _. rewrite <- exp_plus. f_equal. ring. }
  replace (softmax I x k) with (softmax I x k * 1 - softmax I x k * 0) by ring.
  apply (integral_by_limits _ (fun z => softmax I x k * exp (- (s * exp (- z))))).
  - intros z. rewrite E. evar_last.
    + apply (is_derive_scal (fun z => exp (- (s * exp (- z)))) z (softmax I x k)). auto_derive; auto.
    + of_reals. unfold softmax. fold s. replace (- (z - x k)) with (x k + - z) by ring. rewrite exp_plus. field. lra.
  - intros z. apply (ex_derive_continuous (V := R_NormedModule)). apply (ex_derive_ext (fun z => exp (- (z - x k)) * exp (- (s * exp (- z))))).
    + intros t. rewrite E. auto.
    + auto_derive. auto.
  - apply (filterlim_comp _ _ _ (fun z => exp (- (s * exp (- z)))) (fun t => softmax I x k * t) _ (locally 0)); [apply gumbel_left; auto|].
    apply (continuous_scal_r (softmax I x k) (fun t : R => t) 0). apply continuous_id.
  - apply (filterlim_comp _ _ _ (fun z => exp (- (s * exp (- z)))) (fun t => softmax I x k * t) _ (locally 1)); [apply gumbel_right; auto|].
    apply (continuous_scal_r (softmax I x k) (fun t : R => t) 1). apply continuous_id.
Qed.
End Noise.

(** [theorem.bradley-terry] Sharper: none, both are equalities.
    Of two scores [a] and [b] under independent Gumbel noise the first is the larger with the chance of Bradley and Terry:
    at the value [t] of the first noise, the second is below a + t - b with the chance gumbel (t + a - b).  The antiderivative
    is elementary. *)
Theorem theorem_bradley_terry a b :
  (forall t, is_derive (fun t => preference a b * exp (- ((1 + exp (b - a)) * exp (- t)))) t (gumbel_density t * gumbel (t + a - b))) /\
  integral_on_line (fun t => gumbel_density t * gumbel (t + a - b)) (preference a b).
Proof.
  assert (P : forall c d, preference c d = 1 / (1 + exp (d - c))).
  { intros c d. unfold preference. rewrite exp_minus_div. generalize (exp_pos c) (exp_pos d). intros. field. lra. }
  set (s := 1 + exp (b - a)). assert (S : 0 < s) by (unfold s; generalize (exp_pos (b - a)); lra).
  assert (G : forall t, gumbel_density t * gumbel (t + a - b) = exp (- t) * exp (- (s * exp (- t)))).
  { intros t. unfold gumbel_density, gumbel. rewrite Rmult_assoc, <- exp_plus. f_equal. f_equal.
    replace (- (t + a - b)) with (b - a + - t) by ring. rewrite exp_plus. unfold s. ring. }
  assert (D : forall t, is_derive (fun t => preference a b * exp (- (s * exp (- t)))) t (gumbel_density t * gumbel (t + a - b))).
  { intros t. rewrite G, P. fold s. auto_derive; auto. field. lra. }
  split; auto.
  replace (preference a b) with (preference a b * 1 - preference a b * 0) by ring.
  apply (integral_by_limits _ (fun t => preference a b * exp (- (s * exp (- t))))); auto.
  - intros t. apply (ex_derive_continuous (V := R_NormedModule)). apply (ex_derive_ext (fun t => exp (- t) * exp (- (s * exp (- t))))).
    + intros z. rewrite G. auto.
    + auto_derive. auto.
  - apply (filterlim_comp _ _ _ (fun z => exp (- (s * exp (- z)))) (fun t => preference a b * t) _ (locally 0)); [apply gumbel_left; auto|].
    apply (continuous_scal_r (preference a b) (fun t : R => t) 0). apply continuous_id.
  - apply (filterlim_comp _ _ _ (fun z => exp (- (s * exp (- z)))) (fun t => preference a b * t) _ (locally 1)); [apply gumbel_right; auto|].
    apply (continuous_scal_r (preference a b) (fun t : R => t) 1). apply continuous_id.
Qed.

Definition choice_gumbel_max_met := choice_gumbel_max two ramp 0%nat two_some.
Definition theorem_bradley_terry_met := theorem_bradley_terry 0 1.
