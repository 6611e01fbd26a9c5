(* SPDX-License-Identifier: Apache-2.0 *)
(** The shifted log-sum-exp and softmax in a binary format of 24 bits or more: their errors.

    [p] bits of significand, [emin] the exponent of the least positive number, rounding to nearest with any rule for ties;
    u = 2^-p is the unit of roundoff.  No entry lies more than [far] below the maximum.  The exponential and the logarithm of the machine are any functions to floats that err
    by at most [c] units of roundoff, relatively, on [-far - 1, 0] and [1/2, 2048], where they are called.  Nothing else is assumed of them. *)
From Coq Require Import Reals ZArith List Lra Lia Psatz.
From Flocq Require Import Core Plus_error Relative.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples laws.bounds.
Import ListNotations.
Open Scope R_scope.

Lemma exp_upper z : 0 <= z <= 1 / 4096 -> exp z <= 1 + z * (1 + 1 / 1024).
Proof.
  intros H. assert (E : exp z * exp (- z) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  generalize (exp_ineq1_le (- z)) (exp_pos z). intros.
  assert (exp z * (1 - z) <= 1) by (rewrite <- E; apply Rmult_le_compat_l; lra).
  apply Rmult_le_reg_r with (1 - z); [lra|]. apply Rle_trans with (1 := H2). nra.
Qed.
Lemma ln_lower w : 0 <= w <= 1 / 2048 -> - (w * (1 + 1 / 1024)) <= ln (1 - w).
Proof.
  intros H. assert (E : ln (1 - w) = - ln (/ (1 - w))) by (rewrite ln_Rinv by lra; ring). rewrite E.
  generalize (ln_le_sub (/ (1 - w)) (Rinv_0_lt_compat (1 - w) ltac:(lra))). intros L.
  assert (/ (1 - w) - 1 <= w * (1 + 1 / 1024)); [|lra].
  replace (/ (1 - w) - 1) with (w * / (1 - w)) by (field; lra). apply Rmult_le_compat_l; [lra|].
  apply Rmult_le_reg_l with (1 - w); [lra|]. rewrite Rinv_r by lra. nra.
Qed.
Lemma pow_le_1 a k : 0 <= a <= 1 -> a ^ k <= 1.
Proof. intros H. apply Rle_trans with (1 ^ k); [apply pow_incr; auto | rewrite pow1; lra]. Qed.
Lemma power_lower u k : 0 <= u <= 1 -> 1 - INR k * u <= (1 - u) ^ k.
Proof.
  intros H. induction k as [|k IH]; [simpl; lra|]. rewrite S_INR. simpl. assert (0 <= (1 - u) ^ k <= 1).
  { split; [apply pow_le; lra | apply pow_le_1; lra]. }
  nra.
Qed.
Lemma power_upper u k : 0 <= u -> (1 + u) ^ k <= exp (INR k * u).
Proof. intros H. rewrite exp_mult_nat. apply pow_incr. generalize (exp_ineq1_le u). lra. Qed.

Section Machine.
Variables (p emin : Z) (ties : Z -> bool).
Hypothesis bits : (24 <= p)%Z.
Notation format := (generic_format radix2 (FLT_exp emin p)).
Notation rnd := (round radix2 (FLT_exp emin p) (Znearest ties)).
Definition u : R := / 2 * bpow radix2 (- p + 1).

#[local] Instance prec_p : Prec_gt_0 p. Proof. unfold Prec_gt_0. lia. Qed.

Lemma u_range : 0 < u <= / 2 ^ 24.
Proof.
  unfold u. split; [apply Rmult_lt_0_compat; [lra | apply bpow_gt_0]|].
  apply Rle_trans with (/ 2 * bpow radix2 (-23)).
  - apply Rmult_le_compat_l; [lra|]. apply bpow_le. lia.
  - simpl. lra.
Qed.
Lemma rnd_plus a b : format a -> format b -> exists e, Rabs e <= u /\ rnd (a + b) = (a + b) * (1 + e).
Proof.
  intros A B. destruct (@FLT_plus_error_N_ex radix2 emin p prec_p ties a b A B) as [e [E F]]. exists e. split; auto.
  apply Rle_trans with (1 := E). generalize u_range. unfold u_ro. fold u. intros [U _].
  apply Rmult_le_reg_r with (1 + u); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.
Lemma rnd_any x : exists e eta, Rabs e <= u /\ Rabs eta <= / 2 * bpow radix2 emin /\ rnd x = x * (1 + e) + eta.
Proof.
  destruct (relative_error_N_FLT'_ex radix2 emin p ltac:(lia) ties x) as [e [eta [E [F [_ G]]]]]. exists e, eta. split; auto.
  apply Rle_trans with (1 := E). generalize u_range. unfold u_ro. fold u. intros [U _].
  apply Rmult_le_reg_r with (1 + u); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.
Lemma rnd_format x : format (rnd x).
Proof. apply generic_format_round; [apply FLT_exp_valid, prec_p | apply valid_rnd_N]. Qed.

Variables (c : R) (machine_exp machine_ln : R -> R).
Variable far : R.
Hypothesis c_range : 0 <= c <= 4.
Hypothesis far_range : 0 <= far <= 708.
(** What is assumed about exp and log of the machine. *)
Hypothesis exp_accurate : forall d, format d -> d <= 0 -> - (far + 1) <= d ->
  format (machine_exp d) /\ Rabs (machine_exp d - exp d) <= c * u * exp d.
Hypothesis ln_accurate : forall s, format s -> 1 / 2 <= s <= 2048 ->
  format (machine_ln s) /\ Rabs (machine_ln s - ln s) <= c * u * Rabs (ln s).

Section Vector.
Context {A : Type}.
Variables (I : list A) (x : A -> R).
Hypothesis some : I <> [].
Hypothesis few : (length I <= 1024)%nat.
Hypothesis floats : forall i, In i I -> format (x i).
Let m := maximum I x.
Hypothesis near : forall i, In i I -> m - x i <= far.

(** The algorithm: shift, exponentials, their sum, its logarithm, and the shift back. *)
Definition term (i : A) : R := machine_exp (rnd (x i - m)).
Fixpoint machine_sum (J : list A) : R :=
  match J with [] => 0 | [i] => term i | i :: K => rnd (term i + machine_sum K) end.
Definition machine_lse : R := rnd (m + machine_ln (machine_sum I)).
Definition machine_softmax (i : A) : R := rnd (term i / machine_sum I).

Let e (i : A) : R := exp (x i - m).
Let S : R := sum I e.
Let k : R := count I - 1.
(** The mean depth of the entries below the maximum; it is the entropy of softmax less log S. *)
Definition depth : R := mean I x (fun i => m - x i).
Let B : R := depth + c + k.

Lemma m_format : format m.
Proof. destruct (maximum_in I x some) as [i [Hi E]]. unfold m. rewrite <- E. auto. Qed.
Lemma below i : In i I -> 0 <= m - x i.
Proof. intros H. generalize (le_maximum I x i H). unfold m. lra. Qed.
Lemma term_bounds i :
  In i I ->
  format (term i) /\ e i * (1 - u * (m - x i + c)) <= term i <= e i * exp (u * (m - x i + c)).
Proof.
  intros Hi. destruct u_range as [U0 U1]. simpl in U1. assert (D := below i Hi). assert (N := Rle_trans _ _ _ (near i Hi) (proj2 far_range)).
  destruct (rnd_plus (x i) (- m) (floats i Hi) (generic_format_opp _ _ _ m_format)) as [d [Hd E]].
  change (x i + - m) with (x i - m) in E. apply Rabs_le_inv in Hd.
  assert (L1 : - (m - x i) * (1 + u) <= rnd (x i - m) <= - (m - x i) * (1 - u)) by (rewrite E; nra).
  assert (L2 : rnd (x i - m) <= 0) by nra. assert (L3 : - (far + 1) <= rnd (x i - m)).
  { apply Rle_trans with (2 := proj1 L1). assert ((m - x i) * u <= 708 * (1 / 1000)) by (apply Rmult_le_compat; lra).
    assert (N' := near i Hi). lra. }
  destruct (exp_accurate _ (rnd_format (x i - m)) L2 L3) as [F G]. fold (term i) in F, G. split; auto.
  apply Rabs_le_inv in G. assert (P := exp_pos (rnd (x i - m))).
  assert (Q1 : e i * exp (- (u * (m - x i))) <= exp (rnd (x i - m))) by (unfold e; rewrite <- exp_plus; apply exp_le; lra).
  assert (Q2 : exp (rnd (x i - m)) <= e i * exp (u * (m - x i))) by (unfold e; rewrite <- exp_plus; apply exp_le; lra).
  assert (E0 : 0 < e i) by apply exp_pos. assert (cu : 0 <= c * u <= 1 / 4) by nra. split.
  - apply Rle_trans with ((1 - c * u) * (e i * exp (- (u * (m - x i))))); [|nra].
    generalize (exp_ineq1_le (- (u * (m - x i)))). intros X. assert (uD : 0 <= u * (m - x i) <= 1 / 4) by nra.
    assert (0 <= c * u * (u * (m - x i))) by (apply Rmult_le_pos; lra).
    replace ((1 - c * u) * (e i * exp (- (u * (m - x i))))) with (e i * ((1 - c * u) * exp (- (u * (m - x i))))) by ring.
    apply Rmult_le_compat_l; [lra|]. apply Rle_trans with ((1 - c * u) * (1 + - (u * (m - x i)))); [lra | apply Rmult_le_compat_l; lra].
  - apply Rle_trans with ((1 + c * u) * (e i * exp (u * (m - x i)))); [nra|].
    rewrite Rmult_plus_distr_l, exp_plus. generalize (exp_ineq1_le (u * c)) (exp_pos (u * (m - x i))). intros X Y.
    replace ((1 + c * u) * (e i * exp (u * (m - x i)))) with (e i * exp (u * (m - x i)) * (1 + u * c)) by ring.
    rewrite <- Rmult_assoc. apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra].
Qed.
Lemma term_pos i : In i I -> 0 <= term i.
Proof.
  intros Hi. destruct (term_bounds i Hi) as [_ [L _]]. apply Rle_trans with (2 := L). apply Rmult_le_pos; [apply Rlt_le, exp_pos|].
  destruct u_range as [U0 U1]. simpl in U1. assert (D := below i Hi). assert (N := Rle_trans _ _ _ (near i Hi) (proj2 far_range)). nra.
Qed.
Lemma sum_bounds J :
  (forall i, In i J -> In i I) -> J <> [] ->
  format (machine_sum J) /\
  (1 - u) ^ (length J - 1) * sum J term <= machine_sum J <= (1 + u) ^ (length J - 1) * sum J term.
Proof.
  destruct u_range as [U0 U1]. simpl in U1. induction J as [|i J IH]; [easy|]. intros H _.
  assert (Hi : In i I) by (apply H; simpl; auto). destruct (term_bounds i Hi) as [F _]. assert (T := term_pos i Hi).
  destruct J as [|j J]; [simpl; split; [auto | lra]|].
  destruct IH as [G [L M]]; [intros; apply H; simpl in *; auto | easy |].
  assert (T' : 0 <= sum (j :: J) term) by (apply sum_nonneg; intros; apply term_pos, H; simpl in *; auto).
  change (machine_sum (i :: j :: J)) with (rnd (term i + machine_sum (j :: J))). change (sum (i :: j :: J) term) with (term i + sum (j :: J) term).
  set (a := term i) in *. set (b := sum (j :: J) term) in *. set (s := machine_sum (j :: J)) in *.
  split; [apply rnd_format|]. destruct (rnd_plus a s F G) as [d [D E]]. apply Rabs_le_inv in D. rewrite E.
  replace (length (i :: j :: J) - 1)%nat with (Datatypes.S (length (j :: J) - 1)) by (simpl; lia). set (n := (length (j :: J) - 1)%nat) in *.
  assert (X : 0 <= (1 - u) ^ n <= 1) by (split; [apply pow_le; lra | apply pow_le_1; lra]).
  assert (Y : 1 <= (1 + u) ^ n) by (apply pow_R1_Rle; lra).
  assert (s0 : 0 <= s) by (apply Rle_trans with (2 := L); apply Rmult_le_pos; lra).
  split; simpl.
  - apply Rle_trans with ((a + s) * (1 - u)); [|apply Rmult_le_compat_l; lra].
    assert ((1 - u) ^ n * a <= a) by nra. replace ((1 - u) * (1 - u) ^ n * (a + b)) with (((1 - u) ^ n * a + (1 - u) ^ n * b) * (1 - u)) by ring.
    apply Rmult_le_compat_r; lra.
  - apply Rle_trans with ((a + s) * (1 + u)); [apply Rmult_le_compat_l; lra|].
    assert (a <= (1 + u) ^ n * a) by nra. replace ((1 + u) * (1 + u) ^ n * (a + b)) with (((1 + u) ^ n * a + (1 + u) ^ n * b) * (1 + u)) by ring.
    apply Rmult_le_compat_r; lra.
Qed.

Lemma k_range : 0 <= k <= 1023.
Proof.
  unfold k. split; [generalize (count_pos I some); lra|]. unfold count. apply le_INR in few. replace (INR 1024) with 1024 in few by (rewrite INR_IZR_INZ; reflexivity). lra.
Qed.
Lemma length_k : INR (length I - 1) = k.
Proof.
  assert (L : (1 <= length I)%nat) by (apply INR_le; generalize (count_pos I some); unfold count; simpl; lra).
  unfold k, count. rewrite minus_INR by auto. simpl. lra.
Qed.
Lemma S_range : 1 <= S <= 1024.
Proof.
  split.
  - destruct (maximum_in I x some) as [i [Hi E]]. replace 1 with (e i) by (unfold e, m; rewrite E, Rminus_eq_0; apply exp_0).
    apply (term_le_sum I e); auto. intros; apply Rlt_le, exp_pos.
  - apply Rle_trans with (count I * 1); [|generalize k_range; unfold k; lra]. rewrite <- sum_const. apply sum_le.
    intros i Hi. unfold e. rewrite <- exp_0. apply exp_le. generalize (below i Hi). lra.
Qed.
Lemma S_total : S = sum I (fun i => exp (x i)) / exp m.
Proof. unfold S, e. apply shifted_sum. Qed.
Lemma share i : softmax I x i = e i / S.
Proof.
  rewrite S_total. unfold softmax, e. rewrite exp_minus_div. field. split; apply Rgt_not_eq; [apply exp_pos | apply total_pos; auto].
Qed.
Lemma B_sum : S * B = sum I (fun i => e i * (m - x i + c + k)).
Proof.
  unfold B, depth, mean, inner. assert (S0 := S_range).
  rewrite (sum_ext I (fun i => e i * (m - x i + c + k)) (fun i => S * (softmax I x i * (m - x i)) + (c + k) * e i)).
  - rewrite sum_plus, !sum_scal. fold S. ring.
  - intros i _. rewrite share. field. lra.
Qed.
Lemma depth_range : 0 <= depth <= 708.
Proof. apply mean_between; auto. intros i Hi. split; [apply below; auto | apply Rle_trans with (1 := near i Hi); lra]. Qed.
Lemma uB_range : 0 <= u * B <= 1 / 4096.
Proof. destruct u_range as [U0 U1]. simpl in U1. generalize depth_range k_range. intros. unfold B. nra. Qed.

Lemma machine_sum_near : S * (1 - u * B) <= machine_sum I <= S * (1 + u * B * (1 + 1 / 1024)).
Proof.
  destruct (sum_bounds I (fun i H => H) some) as [_ [L U]]. destruct u_range as [U0 U1]. simpl in U1. assert (K := k_range). split.
  - apply Rle_trans with (2 := L). replace (S * (1 - u * B)) with (S - u * (S * B)) by ring. rewrite B_sum. unfold S.
    rewrite <- sum_scal, <- sum_minus, <- sum_scal. apply sum_le. intros i Hi. destruct (term_bounds i Hi) as [_ [T _]].
    assert (P := power_lower u (length I - 1) ltac:(lra)). rewrite length_k in P. assert (D := below i Hi). assert (N := Rle_trans _ _ _ (near i Hi) (proj2 far_range)). assert (E0 : 0 < e i) by apply exp_pos.
    apply Rle_trans with ((1 - k * u) * (e i * (1 - u * (m - x i + c)))).
    + assert (ku : 0 <= k * u) by (apply Rmult_le_pos; lra). assert (ua : 0 <= u * (m - x i + c)) by (apply Rmult_le_pos; lra).
      assert (0 <= e i * (k * u * (u * (m - x i + c)))) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; auto]).
      replace ((1 - k * u) * (e i * (1 - u * (m - x i + c)))) with
        (e i - u * (e i * (m - x i + c + k)) + e i * (k * u * (u * (m - x i + c)))) by ring. lra.
    + apply Rmult_le_compat; auto; [nra|]. apply Rmult_le_pos; [lra|]. nra.
  - apply Rle_trans with (1 := U). replace (S * (1 + u * B * (1 + 1 / 1024))) with (S + u * (1 + 1 / 1024) * (S * B)) by ring. rewrite B_sum. unfold S.
    rewrite <- !sum_scal, <- sum_plus. apply sum_le. intros i Hi. destruct (term_bounds i Hi) as [_ [_ T]]. assert (T0 := term_pos i Hi).
    assert (P := power_upper u (length I - 1) ltac:(lra)). rewrite length_k in P. assert (D := below i Hi). assert (N := Rle_trans _ _ _ (near i Hi) (proj2 far_range)). assert (E0 : 0 < e i) by apply exp_pos.
    apply Rle_trans with (exp (k * u) * (e i * exp (u * (m - x i + c)))).
    + apply Rmult_le_compat; auto. apply pow_le. lra.
    + replace (exp (k * u) * (e i * exp (u * (m - x i + c)))) with (e i * exp (u * (m - x i + c + k))) by (rewrite !Rmult_plus_distr_l, !exp_plus, (Rmult_comm k u); ring).
      generalize (exp_upper (u * (m - x i + c + k)) ltac:(nra)). intros. nra.
Qed.

(** [rounding.shifted] Tags: 1 ≤ n ≤ 1024, m − x ≤ 700 (80 in binary32), exp and log within c ≤ 4 units of roundoff.
    Sharper: none refuted, for no input that attains the bound is known. *)
Theorem rounding_shifted :
  Rabs (machine_lse - lse I x) <= u * (Rabs (lse I x) + depth + c + k + c * ln S) * (1 + / 2 ^ 8).
Proof.
  destruct u_range as [U0 U1]. simpl in U1. assert (Sr := S_range). assert (W := uB_range). assert (M := machine_sum_near).
  assert (Y : lse I x = m + ln S) by apply (lse_shifted I x m some). assert (L0 : 0 <= ln S) by (apply ln_nonneg; lra).
  destruct (sum_bounds I (fun i H => H) some) as [F _]. set (s := machine_sum I) in *.
  assert (s0 : 1 / 2 <= s <= 2048) by nra. destruct (ln_accurate s F s0) as [G H].
  set (t := u * B * (1 + 1 / 1024)) in *. assert (t0 : 0 <= t) by (unfold t; nra).
  assert (N : - t <= ln s - ln S <= t).
  { rewrite <- ln_div_pos by lra. split.
    - apply Rle_trans with (ln (1 - u * B)); [apply ln_lower; lra|]. apply ln_le_ln; [lra|].
      apply Rmult_le_reg_r with S; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
    - apply Rle_trans with (ln (1 + t)); [|generalize (ln_le_sub (1 + t)); lra]. apply ln_le_ln; [apply Rdiv_lt_0_compat; lra|].
      apply Rmult_le_reg_r with S; [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (Ns : Rabs (ln s) <= ln S + t) by (apply Rabs_le; lra). apply Rabs_le_inv in H. set (l := machine_ln s) in *.
  assert (cu : 0 <= c * u <= / 2 ^ 22) by (simpl; nra).
  assert (Dl : Rabs (l - ln S) <= t + c * u * (ln S + t)).
  { assert (c * u * Rabs (ln s) <= c * u * (ln S + t)) by (apply Rmult_le_compat_l; lra). apply Rabs_le. lra. }
  destruct (rnd_plus m l m_format G) as [d [D E]]. unfold machine_lse. fold s l. rewrite E, Y.
  assert (T : Rabs ((m + l) * (1 + d) - (m + ln S)) <= u * Rabs (m + ln S) + (1 + u) * Rabs (l - ln S)).
  { replace ((m + l) * (1 + d) - (m + ln S)) with (d * (m + ln S) + (1 + d) * (l - ln S)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult. apply Rplus_le_compat.
    - apply Rmult_le_compat_r; [apply Rabs_pos | auto].
    - apply Rmult_le_compat_r; [apply Rabs_pos|]. apply Rabs_le_inv in D. apply Rabs_le. lra. }
  apply Rle_trans with (1 := T). assert (A0 := Rabs_pos (m + ln S)).
  assert (Q : (1 + u) * Rabs (l - ln S) <= (1 + u) * (t + c * u * (ln S + t))) by (apply Rmult_le_compat_l; lra).
  apply Rle_trans with (u * Rabs (m + ln S) + (1 + u) * (t + c * u * (ln S + t))); [lra|].
  replace (u * (Rabs (m + ln S) + depth + c + k + c * ln S) * (1 + / 2 ^ 8))
    with (u * Rabs (m + ln S) * (1 + / 2 ^ 8) + (u * B) * (1 + / 2 ^ 8) + c * u * ln S * (1 + / 2 ^ 8)) by (unfold B; ring).
  assert (Z : 0 <= c * u * ln S) by (apply Rmult_le_pos; lra). assert (Z' : 0 <= u * Rabs (m + ln S)) by (apply Rmult_le_pos; lra).
  unfold t. set (b := u * B) in *. set (cl := c * u * ln S) in *. set (v := c * u) in *. simpl in *.
  replace ((1 + u) * (b * (1 + 1 / 1024) + v * (ln S + b * (1 + 1 / 1024)))) with ((1 + u) * (b * (1 + 1 / 1024) * (1 + v)) + (1 + u) * cl) by (unfold cl; ring).
  assert (X1 : (1 + u) * (b * (1 + 1 / 1024) * (1 + v)) <= b * (1 + 1 / 256)).
  { replace ((1 + u) * (b * (1 + 1 / 1024) * (1 + v))) with (b * ((1 + 1 / 1024) * ((1 + u) * (1 + v)))) by ring. apply Rmult_le_compat_l; nra. }
  assert (X2 : (1 + u) * cl <= cl * (1 + 1 / 256)) by nra. lra.
Qed.

(** [rounding.softmax] Tags: 1 ≤ n ≤ 1024, m − x ≤ 700 (80 in binary32), exp and log within c ≤ 4 units of roundoff.
    Sharper: none refuted, for no input that attains the bound is known. *)
Theorem rounding_softmax i :
  In i I ->
  Rabs (machine_softmax i - softmax I x i)
    <= u * softmax I x i * (m - x i + depth + 2 * c + count I) * (1 + / 2 ^ 8) + 2 * bpow radix2 emin.
Proof.
  intros Hi. destruct u_range as [U0 U1]. simpl in U1. assert (Sr := S_range). assert (W := uB_range). assert (M := machine_sum_near).
  destruct (term_bounds i Hi) as [_ [L U]]. assert (T0 := term_pos i Hi). assert (D := below i Hi). assert (N := Rle_trans _ _ _ (near i Hi) (proj2 far_range)). assert (E0 : 0 < e i) by apply exp_pos.
  destruct (rnd_any (term i / machine_sum I)) as [d [eta [Hd [Heta E]]]]. unfold machine_softmax. rewrite E. apply Rabs_le_inv in Hd.
  rewrite share. set (s := machine_sum I) in *. set (a := u * (m - x i + c)) in *. set (b := u * B) in *. set (q := e i / S).
  assert (a0 : 0 <= a <= 1 / 4096) by (unfold a; nra). assert (s0 : 0 < s) by nra. assert (q0 : 0 < q) by (apply Rdiv_lt_0_compat; lra).
  assert (X := exp_upper a a0).
  assert (Lo : q * (1 - a - b * (1 + 1 / 1024)) <= term i / s).
  { apply Rmult_le_reg_r with s; auto. unfold Rdiv. rewrite (Rmult_assoc (term i)), Rinv_l, Rmult_1_r by lra. apply Rle_trans with (2 := L).
    assert (b' : 0 <= 1 - a - b * (1 + 1 / 1024)) by lra.
    apply Rle_trans with (q * (1 - a - b * (1 + 1 / 1024)) * (S * (1 + b * (1 + 1 / 1024)))).
    - apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra].
    - replace (q * (1 - a - b * (1 + 1 / 1024)) * (S * (1 + b * (1 + 1 / 1024)))) with (e i * ((1 - a - b * (1 + 1 / 1024)) * (1 + b * (1 + 1 / 1024)))) by (unfold q; field; lra).
      apply Rmult_le_compat_l; [lra|]. nra. }
  assert (Up : term i / s <= q * (1 + (a + b) * (1 + 1 / 512))).
  { apply Rmult_le_reg_r with s; auto. unfold Rdiv. rewrite (Rmult_assoc (term i)), Rinv_l, Rmult_1_r by lra. apply Rle_trans with (1 := U).
    apply Rle_trans with (q * (1 + (a + b) * (1 + 1 / 512)) * (S * (1 - b))).
    - replace (q * (1 + (a + b) * (1 + 1 / 512)) * (S * (1 - b))) with (e i * ((1 + (a + b) * (1 + 1 / 512)) * (1 - b))) by (unfold q; field; lra).
      apply Rmult_le_compat_l; [lra|]. apply Rle_trans with (1 := X). nra.
    - apply Rmult_le_compat_l; [apply Rmult_le_pos; nra | lra]. }
  set (r := term i / s) in *. assert (h := bpow_gt_0 radix2 emin).
  replace (r * (1 + d) + eta - q) with ((r * (1 + d) - q) + eta) by ring. apply Rle_trans with (1 := Rabs_triang _ _). apply Rplus_le_compat; [|lra].
  replace (u * q * (m - x i + depth + 2 * c + count I) * (1 + / 2 ^ 8)) with (q * ((a + b + u) * (1 + / 2 ^ 8))) by (unfold a, b, B, k; ring).
  assert (r0 : 0 <= r) by (apply Rle_trans with (2 := Lo); apply Rmult_le_pos; lra).
  simpl in *. apply Rabs_le. split.
  - assert (q * (1 - a - b * (1 + 1 / 1024)) * (1 - u) <= r * (1 + d)).
    { apply Rle_trans with (r * (1 - u)); [apply Rmult_le_compat_r; lra | apply Rmult_le_compat_l; lra]. }
    assert (q * (1 - a - b * (1 + 1 / 1024) - u) <= q * (1 - a - b * (1 + 1 / 1024)) * (1 - u)).
    { rewrite (Rmult_assoc q). apply Rmult_le_compat_l; nra. }
    assert (q * ((a + b * (1 + 1 / 1024) + u)) <= q * ((a + b + u) * (1 + 1 / 256))) by (apply Rmult_le_compat_l; lra). lra.
  - assert (r * (1 + d) <= q * (1 + (a + b) * (1 + 1 / 512)) * (1 + u)).
    { apply Rle_trans with (r * (1 + u)); [apply Rmult_le_compat_l; lra | apply Rmult_le_compat_r; lra]. }
    assert (q * (1 + (a + b) * (1 + 1 / 512)) * (1 + u) <= q * (1 + (a + b + u) * (1 + 1 / 256))).
    { rewrite (Rmult_assoc q). apply Rmult_le_compat_l; nra. }
    lra.
Qed.
End Vector.
End Machine.

(** That the premises can be met in binary64, with correctly rounded functions and [far] = 700. *)
Section Binary64.
Notation format := (generic_format radix2 (FLT_exp (-1074) 53)).
Notation rnd := (round radix2 (FLT_exp (-1074) 53) (Znearest (fun z => negb (Z.even z)))).
#[local] Instance prec_53 : Prec_gt_0 53. Proof. reflexivity. Qed.
Lemma u_53 : u 53 = / 2 ^ 53. Proof. unfold u. simpl. lra. Qed.
Lemma rounded x : bpow radix2 (-1022) <= Rabs x -> Rabs (rnd x - x) <= 1 * u 53 * Rabs x.
Proof.
  intros H. rewrite Rmult_1_l. unfold u. apply (relative_error_N_FLT radix2 (-1074) 53 eq_refl). exact H.
Qed.
Lemma exp_1_upper : exp 1 <= 274 / 100.
Proof.
  replace 1 with (INR 100 * (1 / 100)) by (rewrite INR_IZR_INZ; simpl; field). rewrite exp_mult_nat.
  assert (E : exp (1 / 100) <= 100 / 99).
  { generalize (exp_ineq1_le (- (1 / 100))). rewrite exp_Ropp. intros H. assert (X := exp_pos (1 / 100)).
    apply Rmult_le_reg_l with (/ exp (1 / 100)); [apply Rinv_0_lt_compat; auto|]. rewrite Rinv_l by lra. lra. }
  apply Rle_trans with ((100 / 99) ^ 100); [apply pow_incr; split; [apply Rlt_le, exp_pos | auto]|].
  unfold Rdiv at 1. rewrite Rpow_mult_distr, pow_inv. apply Rmult_le_reg_r with (99 ^ 100 * 100); [apply Rmult_lt_0_compat; [apply pow_lt|]; lra|].
  replace (100 ^ 100 * / 99 ^ 100 * (99 ^ 100 * 100)) with (100 ^ 100 * 100) by (field; apply pow_nonzero; lra).
  replace (274 / 100 * (99 ^ 100 * 100)) with (274 * 99 ^ 100) by field.
  rewrite !pow_IZR, <- !mult_IZR. apply IZR_le. apply Z.leb_le. vm_compute. reflexivity.
Qed.
Lemma exp_64 d : format d -> d <= 0 -> - (700 + 1) <= d -> format (rnd (exp d)) /\ Rabs (rnd (exp d) - exp d) <= 1 * u 53 * exp d.
Proof.
  intros _ _ L. split; [apply generic_format_round; [apply FLT_exp_valid, prec_53 | apply valid_rnd_N]|].
  rewrite <- (Rabs_right (exp d)) at 3 by (apply Rle_ge, Rlt_le, exp_pos). apply rounded.
  rewrite Rabs_right by (apply Rle_ge, Rlt_le, exp_pos). apply Rle_trans with (exp (- (701))); [|apply exp_le; lra].
    assert (E : exp 1 <= 274 / 100) by apply exp_1_upper.
  rewrite exp_Ropp. change (bpow radix2 (-1022)) with (/ IZR (2 ^ 1022)). apply Rinv_le_contravar; [apply exp_pos|].
  replace 701 with (INR 701 * 1) by (rewrite INR_IZR_INZ; simpl; ring). rewrite exp_mult_nat.
  apply Rle_trans with ((274 / 100) ^ 701); [apply pow_incr; split; [apply Rlt_le, exp_pos | auto]|].
  unfold Rdiv. rewrite Rpow_mult_distr, pow_inv. apply Rmult_le_reg_r with (100 ^ 701); [apply pow_lt; lra|].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by (apply pow_nonzero; lra). rewrite !pow_IZR, <- mult_IZR. apply IZR_le. apply Z.leb_le. vm_compute. reflexivity.
Qed.
Lemma ln_64 s : format s -> 1 / 2 <= s <= 2048 -> format (rnd (ln s)) /\ Rabs (rnd (ln s) - ln s) <= 1 * u 53 * Rabs (ln s).
Proof.
  intros F R. split; [apply generic_format_round; [apply FLT_exp_valid, prec_53 | apply valid_rnd_N]|].
  destruct (Req_dec s 1) as [->|N].
  { rewrite ln_1, round_0 by apply valid_rnd_N. rewrite Rminus_0_r, Rabs_R0. lra. }
  apply rounded. apply Rle_trans with (/ 2 ^ 54); [apply Rle_trans with (bpow radix2 (-54)); [apply bpow_le; lia | simpl; lra]|].
  assert (one : format 1) by (apply (generic_format_bpow radix2 (FLT_exp (-1074) 53) 0); unfold FLT_exp; simpl; lia).
  destruct (Rdichotomy _ _ N) as [L|L].
  - assert (P := pred_ge_gt radix2 (FLT_exp (-1074) 53) s 1 F one L). change 1 with (bpow radix2 0) in P. rewrite pred_bpow in P. simpl in P.
    rewrite Rabs_left by (apply ln_neg; lra). generalize (ln_le_sub s). simpl in *. lra.
  - assert (P := succ_le_lt radix2 (FLT_exp (-1074) 53) 1 s one F L). rewrite succ_eq_pos in P by lra. change 1 with (bpow radix2 0) in P at 2. rewrite ulp_bpow in P. simpl in P.
    assert (X : 0 < ln s) by (apply ln_pos; lra). rewrite Rabs_right by lra.
    generalize (ln_le_sub (/ s) (Rinv_0_lt_compat s ltac:(lra))). rewrite ln_Rinv by lra. intros Y.
    assert (Z : / s <= / (1 + / 2 ^ 52)) by (apply Rinv_le_contravar; simpl in *; lra).
    assert (W : / (1 + / 2 ^ 52) <= 1 - / 2 ^ 53) by (simpl; lra). simpl in *. lra.
Qed.
Lemma floats_64 i : In i two -> format (ramp i).
Proof.
  intros [<-|[<-|[]]]; unfold ramp; simpl; [apply generic_format_0|].
  apply (generic_format_bpow radix2 (FLT_exp (-1074) 53) 0); unfold FLT_exp; simpl; lia.
Qed.
Lemma near_64 i : In i two -> maximum two ramp - ramp i <= 700.
Proof. rewrite maximum_ramp. intros [<-|[<-|[]]]; unfold ramp; simpl; lra. Qed.
Lemma bits_53 : (24 <= 53)%Z. Proof. lia. Qed.
Lemma c_1 : 0 <= 1 <= 4. Proof. lra. Qed.
Lemma far_700 : 0 <= 700 <= 708. Proof. lra. Qed.
Lemma few_two : (length two <= 1024)%nat. Proof. simpl. lia. Qed.
Definition rounding_shifted_met :=
  rounding_shifted 53 (-1074) (fun z => negb (Z.even z)) bits_53 1 (fun d => rnd (exp d)) (fun s => rnd (ln s)) 700
    c_1 far_700 exp_64 ln_64 two ramp two_some few_two floats_64 near_64.
Definition rounding_softmax_met :=
  rounding_softmax 53 (-1074) (fun z => negb (Z.even z)) bits_53 1 (fun d => rnd (exp d)) 700
    c_1 far_700 exp_64 two ramp two_some few_two floats_64 near_64 0%nat in_0.
End Binary64.
