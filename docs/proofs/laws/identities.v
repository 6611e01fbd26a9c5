(* SPDX-License-Identifier: Apache-2.0 *)
(** Identities of functions of one number and of two, of cumulants and of powers of distributions. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.cumulants basics.examples laws.temperature.
Import ListNotations.
Open Scope R_scope.

(** [pair.log1mexp-doubling] Tags: x < 0.  Sharper: none, it is an equality. *)
Theorem pair_log1mexp_doubling x : x < 0 -> ln (1 - exp (2 * x)) = ln (1 - exp x) + ln (1 + exp x).
Proof.
  intros H. assert (E := exp_neg_lt_1 x H). assert (P := exp_pos x). rewrite <- ln_mult by lra. f_equal.
  replace (2 * x) with (x + x) by ring. rewrite exp_plus. ring.
Qed.

Lemma logistic_of_exp t : logistic t = exp t / (1 + exp t).
Proof. unfold logistic. rewrite exp_Ropp. generalize (exp_pos t). intros. field. lra. Qed.
(** [pair.log-logistic] Tags: none.  Sharper: none, all are equalities. *)
Theorem pair_log_logistic t :
  ln (logistic t) - ln (logistic (- t)) = t /\ ln (logistic t) = - softplus (- t) /\ exp (ln (logistic t)) = logistic t.
Proof.
  assert (L : forall s, ln (logistic s) = - softplus (- s)).
  { intros s. unfold logistic, softplus, Rdiv. rewrite Rmult_1_l, ln_Rinv; auto. generalize (exp_pos (- s)). lra. }
  assert (S : softplus t - softplus (- t) = t).
  { unfold softplus. generalize (exp_pos t) (exp_pos (- t)). intros. rewrite <- ln_div_pos by lra.
    replace ((1 + exp t) / (1 + exp (- t))) with (exp t); [apply ln_exp|]. rewrite exp_Ropp. field. lra. }
  rewrite !L, Ropp_involutive. split; [lra|]. split; auto. rewrite <- L. apply exp_ln. rewrite logistic_of_exp.
  generalize (exp_pos t). intros. apply Rdiv_lt_0_compat; lra.
Qed.

Definition logit (p : R) : R := ln (p / (1 - p)).
(** [pair.logit-symmetry] Tags: 0 < p < 1.  Sharper: none, both are equalities. *)
Theorem pair_logit_symmetry p : 0 < p < 1 -> logit (1 - p) = - logit p /\ logit p = surprisal (1 - p) - surprisal p.
Proof.
  intros H. unfold logit, surprisal. replace (1 - (1 - p)) with p by ring. rewrite !ln_div_pos by lra. split; ring.
Qed.

(** [pair.logsubexp] Tags: a > b.  Sharper: none, both are equalities. *)
Theorem pair_logsubexp a b :
  b < a -> let l := ln (exp a - exp b) in l = a + ln (1 - exp (b - a)) /\ ln (exp l + exp b) = a.
Proof.
  intros H l. assert (E : exp b < exp a) by (apply exp_increasing; auto). assert (P := exp_pos a). assert (Q : exp (b - a) < 1) by (apply exp_neg_lt_1; lra). split.
  - unfold l. replace (exp a - exp b) with (exp a * (1 - exp (b - a))) by (rewrite exp_minus_div; field; lra).
    rewrite ln_mult, ln_exp by lra. auto.
  - unfold l. rewrite exp_ln by lra. replace (exp a - exp b + exp b) with (exp a) by ring. apply ln_exp.
Qed.

Definition softplus_inverse (y : R) : R := ln (exp y - 1).
(** [pair.softplus-inverse] Tags: y > 0.  Sharper: none, all are equalities. *)
Theorem pair_softplus_inverse y :
  0 < y -> let s := softplus_inverse y in s = y + ln (1 - exp (- y)) /\ exp (s - y) + exp (- y) = 1 /\ softplus s = y.
Proof.
  intros H s. assert (E := exp_gt_1 y H). assert (Q : exp (- y) < 1) by (apply exp_neg_lt_1; lra).
  assert (F : exp s = exp y - 1) by (apply exp_ln; lra). split; [|split].
  - unfold s, softplus_inverse. replace (exp y - 1) with (exp y * (1 - exp (- y))) by (rewrite exp_Ropp; field; lra). rewrite ln_mult, ln_exp by lra. auto.
  - rewrite exp_minus_div, F, exp_Ropp. field. lra.
  - unfold softplus. rewrite F. replace (1 + (exp y - 1)) with (exp y) by ring. apply ln_exp.
Qed.

Section Vectors.
Context {A : Type}.
Implicit Types (I : list A) (x h p : A -> R).

(** [excess.zeros] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem excess_zeros I x : I <> [] -> exp (lse I x) - 1 = sum I (fun i => exp (x i)) - 1.
Proof. intros N. rewrite exp_lse; auto. Qed.

(** [cumulants.shift] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem cumulants_shift I x h c :
  I <> [] ->
  let g i := h i + c in
  mean I x g = mean I x h + c /\ variance I x g = variance I x h /\ cumulant_3 I x g = cumulant_3 I x h /\ cumulant_4 I x g = cumulant_4 I x h.
Proof.
  intros N g. assert (M : mean I x g = mean I x h + c) by (unfold g; rewrite mean_plus, mean_const; auto).
  assert (K : forall k, moment I x g k = moment I x h k).
  { intros k. unfold moment. apply mean_ext. intros i _. f_equal. rewrite M. unfold g. ring. }
  unfold cumulant_3, cumulant_4. rewrite !variance_moment, !K. auto.
Qed.

(** [temperature.cold-escort] Tags: p ≥ 0, p ≠ 0, α > 0.  Sharper: refuted below, with a strict sign where all are modes. *)
Theorem temperature_cold_escort I p alpha r :
  I <> [] -> (forall i, In i I -> 0 <= p i) -> 0 < maximum I p -> 0 < alpha -> 0 < r ->
  (forall i, In i I -> p i < maximum I p -> p i <= r * maximum I p) ->
  let m := maximum I p in let q := escort I alpha p in
  let modes := times I p m in let others := sum I (fun i => if Rlt_dec (p i) m then if Rlt_dec 0 (p i) then 1 else 0 else 0) in
  (forall i j, p i = m -> p j = m -> q i = q j) /\
  sum I (fun i => if Rlt_dec (p i) m then q i else 0) <= others / modes * exp (alpha * ln r).
Proof.
  intros N P M Al R H m q modes others. split; [intros i j Ei Ej; unfold q, escort; rewrite Ei, Ej; auto|].
  assert (Pm : forall a, 0 < a -> power a alpha = exp (alpha * ln a)).
  { intros a Ha. unfold power. destruct (Rlt_dec 0 a); [reflexivity | lra]. }
  assert (P0 : forall i, In i I -> 0 <= power (p i) alpha) by (intros; apply power_nonneg).
  set (T := sum I (fun j => power (p j) alpha)). set (e := exp (alpha * ln m)). assert (E0 : 0 < e) by apply exp_pos.
  assert (K : 1 <= modes).
  { destruct (maximum_in I p N) as [i [Hi Ei]]. unfold modes, times.
    apply Rle_trans with (if Req_EM_T (p i) m then 1 else 0); [destruct (Req_EM_T (p i) m); [lra | unfold m in *; congruence]|].
    apply (term_le_sum I (fun j => if Req_EM_T (p j) m then 1 else 0)); auto. intros j _. destruct (Req_EM_T (p j) m); lra. }
  assert (Tl : modes * e <= T).
  { unfold modes, times, T. rewrite <- sum_scal_r. apply sum_le. intros i Hi. destruct (Req_EM_T (p i) m) as [Q|_]; [|rewrite Rmult_0_l; auto].
    rewrite Q, Pm by auto. unfold e. lra. }
  assert (Ul : sum I (fun i => if Rlt_dec (p i) m then power (p i) alpha else 0) <= others * (e * exp (alpha * ln r))).
  { unfold others. rewrite <- sum_scal_r. apply sum_le. intros i Hi. destruct (Rlt_dec (p i) m) as [L|_]; [|lra]. destruct (Rlt_dec 0 (p i)) as [Q|Q].
    - rewrite Pm by auto. unfold e. rewrite <- exp_plus, Rmult_1_l. apply exp_le. rewrite <- Rmult_plus_distr_l. apply Rmult_le_compat_l; [lra|].
      rewrite <- ln_mult by auto. apply ln_le_ln; auto. rewrite Rmult_comm. apply H; auto.
    - assert (Z : p i = 0) by (specialize (P i Hi); lra). unfold power. destruct (Rlt_dec 0 (p i)); lra. }
  assert (T0 : 0 < T) by nra. assert (O0 : 0 <= others).
  { apply sum_nonneg. intros i _. destruct (Rlt_dec (p i) m); [destruct (Rlt_dec 0 (p i)); lra | lra]. }
  rewrite (sum_ext I _ (fun i => (if Rlt_dec (p i) m then power (p i) alpha else 0) * / T)).
  2:{ intros i _. unfold q, escort. fold T. destruct (Rlt_dec (p i) m); unfold Rdiv; ring. }
  rewrite sum_scal_r. apply Rle_trans with (others * (e * exp (alpha * ln r)) * / T).
  - apply Rmult_le_compat_r; auto. apply Rlt_le, Rinv_0_lt_compat; auto.
  - replace (others / modes * exp (alpha * ln r)) with (others * (e * exp (alpha * ln r)) * / (modes * e)) by (field; lra).
    apply Rmult_le_compat_l; [apply Rmult_le_pos; auto; apply Rmult_le_pos; [lra | apply Rlt_le, exp_pos]|]. apply Rinv_le_contravar; [apply Rmult_lt_0_compat; lra | auto].
Qed.

(** [temperature.hot-escort] Tags: p ≥ 0, p ≠ 0, α > 0.  Sharper: refuted below, with a strict sign where all are equal. *)
Theorem temperature_hot_escort I p alpha :
  (forall i, In i I -> 0 <= p i) -> (exists i, In i I /\ 0 < p i) -> 0 < alpha ->
  let J := filter (fun i => if Rlt_dec 0 (p i) then true else false) I in let l i := ln (p i) in let q := escort I alpha p in
  (forall i, In i J ->
     alpha * (l i - average J l) - alpha ^ 2 * spread J l ^ 2 / 8 <= ln (count J * q i) <= alpha * (l i - average J l)) /\
  forall i, p i = 0 -> q i = 0.
Proof.
  intros P [a [Ha Pa]] Al J l q. split.
  - assert (N : J <> []).
    { intros E. assert (K : In a J) by (apply filter_In; split; auto; destruct (Rlt_dec 0 (p a)); auto). rewrite E in K. easy. }
    assert (T : sum I (fun j => power (p j) alpha) = sum J (fun j => exp (alpha * l j))).
    { unfold J. clear - P. induction I as [|i I IH]; [reflexivity|]. simpl. rewrite IH by (intros; apply P; simpl; auto).
      destruct (Rlt_dec 0 (p i)) as [L|L]; simpl.
      - f_equal. unfold power. destruct (Rlt_dec 0 (p i)); [reflexivity | lra].
      - assert (Z : p i = 0) by (generalize (P i (or_introl eq_refl)); lra). unfold power. destruct (Rlt_dec 0 (p i)); [lra | ring]. }
    intros i Hi. assert (Pi : 0 < p i) by (apply filter_In in Hi; destruct Hi as [_ Hi]; destruct (Rlt_dec 0 (p i)); [auto | easy]).
    assert (Ia : 0 < / alpha) by (apply Rinv_0_lt_compat; auto). assert (H := temperature_hot J l (/ alpha) i N Ia).
    assert (E : softmax J (fun j => l j / / alpha) i = q i).
    { unfold q, escort. rewrite T. unfold softmax. rewrite (sum_ext J (fun j => exp (l j / / alpha)) (fun j => exp (alpha * l j))) by (intros; f_equal; field; lra).
      f_equal. unfold power. destruct (Rlt_dec 0 (p i)); [|lra]. unfold Rpower. f_equal. unfold l. field. lra. }
    rewrite E in H. replace ((l i - average J l) / / alpha) with (alpha * (l i - average J l)) in H by (field; lra).
    replace (spread J l ^ 2 / (8 * (/ alpha) ^ 2)) with (alpha ^ 2 * spread J l ^ 2 / 8) in H by (field; lra). auto.
  - intros i Z. unfold q, escort, power. destruct (Rlt_dec 0 (p i)); [lra | unfold Rdiv; ring].
Qed.
End Vectors.

Lemma minus_one_neg : -1 < 0. Proof. lra. Qed.
Definition pair_log1mexp_doubling_met := pair_log1mexp_doubling (-1) minus_one_neg.
Definition pair_log_logistic_met := pair_log_logistic 1.
Lemma half_inside : 0 < 1 / 2 < 1. Proof. lra. Qed.
Definition pair_logit_symmetry_met := pair_logit_symmetry (1 / 2) half_inside.
Definition pair_logsubexp_met := pair_logsubexp 1 0 Rlt_0_1.
Definition pair_softplus_inverse_met := pair_softplus_inverse 1 Rlt_0_1.
Definition excess_zeros_met := excess_zeros two ramp two_some.
Definition cumulants_shift_met := cumulants_shift two ramp ramp 1 two_some.
Lemma even_nonneg i : In i two -> 0 <= even i. Proof. intros _. unfold even, pair. destruct i; lra. Qed.
Lemma even_some : exists i, In i two /\ 0 < even i. Proof. exists 0%nat. split; [apply in_0 | unfold even, pair; lra]. Qed.
Lemma even_maximum : maximum two even = 1 / 2.
Proof. unfold even. rewrite maximum_pair, Rmax_left; lra. Qed.
Lemma even_maximum_pos : 0 < maximum two even. Proof. rewrite even_maximum. lra. Qed.
Lemma even_no_other i : In i two -> even i < maximum two even -> even i <= 1 / 2 * maximum two even.
Proof. rewrite even_maximum. intros _ H. unfold even, pair in *. destruct i; lra. Qed.
Lemma half_pos : 0 < 1 / 2. Proof. lra. Qed.
Definition temperature_cold_escort_met := temperature_cold_escort two even 1 (1 / 2) two_some even_nonneg even_maximum_pos Rlt_0_1 half_pos even_no_other.
Lemma temperature_cold_escort_sharp :
  ~ forall (I : list nat) p alpha, I <> [] -> (forall i, In i I -> 0 <= p i) -> 0 < maximum I p -> 0 < alpha ->
    0 < sum I (fun i => if Rlt_dec (p i) (maximum I p) then escort I alpha p i else 0).
Proof.
  intros H. specialize (H two even 1 two_some even_nonneg even_maximum_pos Rlt_0_1). rewrite even_maximum, sum_pair in H. unfold even in H. simpl in H.
  destruct (Rlt_dec (1 / 2) (1 / 2)); lra.
Qed.
Definition temperature_hot_escort_met := temperature_hot_escort two even 1 even_nonneg even_some Rlt_0_1.
Lemma temperature_hot_escort_sharp :
  ~ forall (I : list nat) p alpha, (forall i, In i I -> 0 <= p i) -> (exists i, In i I /\ 0 < p i) -> 0 < alpha ->
    let J := filter (fun i => if Rlt_dec 0 (p i) then true else false) I in
    forall i, In i J -> ln (count J * escort I alpha p i) < alpha * (ln (p i) - average J (fun i => ln (p i))).
Proof.
  intros H. assert (P : forall i, In i one -> 0 <= 1) by (intros; lra). assert (S : exists i, In i one /\ 0 < 1) by (exists 0%nat; split; [apply in_one | lra]).
  specialize (H one (fun _ => 1) 1 P S Rlt_0_1). cbv zeta in H. simpl filter in H. destruct (Rlt_dec 0 1) as [_|N]; [|lra]. change [0%nat] with one in H.
  specialize (H 0%nat in_one). unfold average, escort, power in H. rewrite count_one_1, !sum_one in H. destruct (Rlt_dec 0 1); [|lra].
  unfold Rpower in H. rewrite ln_1, Rmult_0_r, exp_0 in H. replace (1 * (1 / 1)) with 1 in H by field. rewrite ?ln_1 in H. lra.
Qed.
