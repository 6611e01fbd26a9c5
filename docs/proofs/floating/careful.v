(* SPDX-License-Identifier: Apache-2.0 *)
(** The algorithm without a shift, and the careful one, which keeps the largest term apart and takes log1p of the others. *)
From Coq Require Import Reals ZArith List Permutation Lra Lia Psatz.
From Flocq Require Import Core Relative.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples floating.shifted.
Import ListNotations.
Open Scope R_scope.

Section Machine.
Variables (p emin : Z) (ties : Z -> bool).
Hypothesis bits : (24 <= p)%Z.
Hypothesis range : (-1200 <= emin <= - (2 * p))%Z.
Variables (c a most : R).
Hypothesis c_range : 0 <= c <= 16.
Hypothesis a_range : 0 <= a <= 16.
Hypothesis room : u p * (1000 + c + 2 * most) <= 1 / 4096.
Notation u := (u p).
Notation eta := (least emin).
Notation format := (float p emin).
Notation rnd := (nearest p emin ties).

Lemma u_small : 0 < u <= / 2 ^ 24.
Proof. exact (u_range p bits). Qed.

(** [rounding.unshifted] Tags: 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff, no term subnormal.
    Sharper: refuted below, without |y|. *)
Theorem rounding_unshifted {A} (machine_exp machine_ln : R -> R) (I : list A) x s :
  I <> [] -> count I <= most ->
  (forall i, In i I -> format (machine_exp (x i)) /\ Rabs (machine_exp (x i) - exp (x i)) <= c * u * exp (x i)) ->
  (forall r, format r -> 0 < r -> Rabs (machine_ln r - ln r) <= c * u * Rabs (ln r)) ->
  summed p emin ties (fun i => machine_exp (x i)) I s ->
  Rabs (machine_ln s - lse I x) <= u * (c * Rabs (lse I x) + c + (count I - 1)) * (1 + / 2 ^ 8).
Proof.
  intros N F E L H. destruct u_small as [U0 U1]. simpl in U1. assert (C := count_pos I N). set (k := count I - 1).
  assert (cu : 0 <= c * u <= / 2 ^ 20) by (simpl; nra).
  assert (Ti : forall i, In i I -> format (machine_exp (x i)) /\ 0 <= machine_exp (x i)).
  { intros i Hi. destruct (E i Hi) as [G D]. split; auto. apply Rabs_le_inv in D. generalize (exp_pos (x i)). simpl in cu. nra. }
  destruct (summed_bounds p emin ties bits _ I s H Ti) as [Len [Fs [S0 [Lo Up]]]].
  set (T := sum I (fun i => exp (x i))). assert (T0 : 0 < T) by (apply total_pos; auto). set (w := u * (c + k)).
  assert (Lk : INR (length I - 1) = k) by (unfold k, count; rewrite minus_INR by auto; simpl; lra).
  assert (k0 : 0 <= k) by (unfold k; lra).
  assert (W : 0 <= w <= 1 / 4096).
  { split; [apply Rmult_le_pos; lra|]. apply Rle_trans with (2 := room). apply Rmult_le_compat_l; unfold k; lra. }
  assert (ku : 0 <= k * u) by (apply Rmult_le_pos; lra). assert (wk : w = c * u + k * u) by (unfold w; ring).
  assert (Tl : (1 - c * u) * T <= sum I (fun i => machine_exp (x i)) <= (1 + c * u) * T).
  { unfold T. rewrite <- !sum_scal. split; apply sum_le; intros i Hi; destruct (E i Hi) as [_ D]; apply Rabs_le_inv in D; lra. }
  assert (Pl := power_lower u (length I - 1) ltac:(lra)). assert (Pu := power_upper u (length I - 1) ltac:(lra)). rewrite Lk in Pl, Pu.
  assert (B : T * (1 - w) <= s <= T * (1 + w * (1 + 1 / 1024))).
  { split.
    - apply Rle_trans with (2 := Lo). apply Rle_trans with ((1 - k * u) * ((1 - c * u) * T)).
      + assert (0 <= T * (k * u * (c * u))) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra]). rewrite wk. lra.
      + apply Rmult_le_compat; try lra. apply Rmult_le_pos; simpl in cu; lra.
    - apply Rle_trans with (1 := Up). apply Rle_trans with (exp (k * u) * (exp (c * u) * T)).
      + apply Rmult_le_compat; auto; [apply pow_le; lra | apply sum_nonneg; intros; apply Ti; auto|].
        apply Rle_trans with (1 := proj2 Tl). apply Rmult_le_compat_r; [lra|]. generalize (exp_ineq1_le (c * u)). lra.
      + rewrite <- Rmult_assoc, <- exp_plus. rewrite Rmult_comm. apply Rmult_le_compat_l; [lra|].
        replace (k * u + c * u) with w by lra. apply exp_upper. lra. }
  assert (s0 : 0 < s) by (apply Rlt_le_trans with (2 := proj1 B); apply Rmult_lt_0_compat; lra).
  assert (D := L s Fs s0). change (lse I x) with (ln T). set (v := w * (1 + 1 / 1024)).
  assert (Q : - v <= ln s - ln T <= v).
  { rewrite <- ln_div_pos by auto. split.
    - apply Rle_trans with (ln (1 - w)); [apply ln_lower; lra|]. apply ln_le_ln; [lra|].
      apply Rmult_le_reg_r with T; auto. unfold Rdiv. rewrite (Rmult_assoc s), Rinv_l by lra. lra.
    - apply Rle_trans with (ln (1 + v)); [|generalize (ln_le_sub (1 + v)); unfold v; lra]. apply ln_le_ln; [apply Rdiv_lt_0_compat; auto|].
      apply Rmult_le_reg_r with T; auto. unfold Rdiv. rewrite (Rmult_assoc s), Rinv_l by lra. unfold v. lra. }
  assert (A0 := Rabs_pos (ln T)). assert (Rs : Rabs (ln s) <= Rabs (ln T) + v).
  { replace (ln s) with (ln T + (ln s - ln T)) by ring. apply Rle_trans with (1 := Rabs_triang _ _). apply Rplus_le_compat_l, Rabs_le; auto. }
  assert (c * u * Rabs (ln s) <= c * u * (Rabs (ln T) + v)) by (apply Rmult_le_compat_l; lra).
  replace (machine_ln s - ln T) with ((machine_ln s - ln s) + (ln s - ln T)) by ring. apply Rle_trans with (1 := Rabs_triang _ _).
  apply Rle_trans with (c * u * (Rabs (ln T) + v) + v); [apply Rplus_le_compat; [lra | apply Rabs_le; auto]|].
  fold k. replace (u * (c * Rabs (ln T) + c + k)) with (c * u * Rabs (ln T) + w) by (unfold w; ring).
  assert (0 <= c * u * Rabs (ln T)) by (apply Rmult_le_pos; lra). assert (c * u * v <= / 2 ^ 20 * v) by (apply Rmult_le_compat_r; unfold v; lra).
  unfold v in *. simpl in *. lra.
Qed.

Section Careful.
Context {A : Type}.
Variables (machine_exp machine_log1p : R -> R) (k : A) (J : list A) (x : A -> R).
Let I := k :: J.
Hypothesis good_exp : exp_accurate p emin c a machine_exp.
Hypothesis good_log1p : forall r, format r -> 0 <= r <= 2 * most ->
  format (machine_log1p r) /\ Rabs (machine_log1p r - ln (1 + r)) <= c * u * ln (1 + r).
Hypothesis few : count I <= most.
Hypothesis floats : forall i, In i I -> format (x i).
Hypothesis largest : x k = maximum I x.
Notation t := (term p emin ties machine_exp I x).
Let e (i : A) : R := exp (x i - maximum I x).
Let S : R := shifted_sum I x.
Let n : R := count I - 2.
Let some : I <> [] := fun E => match E with eq_refl => Logic.I end.
(** What the exponentials that are subnormal add. *)
Let h : R := (2 * a + 1) * count I * eta.

Lemma rest : S = 1 + sum J e.
Proof. change S with (exp (x k - maximum I x) + sum J e). rewrite largest, Rminus_eq_0, exp_0. reflexivity. Qed.
Lemma careful_sum r :
  summed p emin ties t J r ->
  let v := u * (depth I x + (c + n) * (1 - / S)) in
  0 <= v <= 1 / 4096 /\ 0 <= h <= 1 / 4096 /\ format r /\ 0 <= r /\ S * (1 - v) - h <= 1 + r <= S * (1 + v * (1 + 1 / 1024)) + h.
Proof.
  intros H v. destruct u_small as [U0 U1]. simpl in U1. assert (Sr := S_range I x some). fold S in Sr.
  destruct (eta_range p emin bits range) as [T0 T1].
  assert (Tm := fun i Hi => term_bounds p emin ties bits range c a machine_exp c_range a_range good_exp I x some floats i Hi).
  assert (Jn : forall i, In i J -> In i I) by (intros; simpl; auto).
  assert (Tj : forall i, In i J -> format (t i) /\ 0 <= t i) by (intros i Hi; destruct (Tm i (Jn i Hi)) as [F [P _]]; auto).
  destruct (summed_bounds p emin ties bits t J r H Tj) as [Len [Fr [R0 [Lo Up]]]].
  assert (Cj : count I = 1 + count J) by apply count_cons. assert (J1 : 1 <= count J) by (apply (le_INR 1) in Len; unfold count; simpl in *; lra).
  assert (Ln : INR (length J - 1) = n) by (unfold n; rewrite Cj; unfold count; rewrite minus_INR by auto; simpl; lra).
  assert (n0 : 0 <= n) by (unfold n; lra). assert (De := depth_range I x some).
  assert (s1 : 0 <= 1 - / S <= 1).
  { split; [|generalize (Rinv_0_lt_compat S); lra]. assert (/ S <= / 1) by (apply Rinv_le_contravar; lra). lra. }
  assert (V : 0 <= v <= 1 / 4096).
  { split; [apply Rmult_le_pos; [lra|]; apply Rplus_le_le_0_compat; [lra | apply Rmult_le_pos; lra]|].
    apply Rle_trans with (2 := room). apply Rmult_le_compat_l; [lra|]. assert ((c + n) * (1 - / S) <= (c + n) * 1) by (apply Rmult_le_compat_l; lra). unfold n in *. lra. }
  assert (Hh : 0 <= h <= 1 / 4096).
  { split; [unfold h; apply Rmult_le_pos; [apply Rmult_le_pos|]; lra|]. unfold h.
    apply Rle_trans with (33 * most * (u / 2 ^ 24)).
    - apply Rmult_le_compat; try lra; [apply Rmult_le_pos; lra | apply Rmult_le_compat; lra].
    - assert (u * most <= 1 / 4096) by (apply Rle_trans with (2 := room); apply Rmult_le_compat_l; lra). simpl. lra. }
  split; auto. split; auto. split; auto. split; auto.
  (* the mean of the depths, without the largest entry *)
  assert (Q : S * v = u * sum J (fun i => e i * (maximum I x - x i + c + n))).
  { transitivity (u * (S * depth I x + (c + n) * (S - 1))); [unfold v; field; lra|]. f_equal.
    assert (Sd : S * depth I x = sum J (fun i => e i * (maximum I x - x i))).
    { unfold depth, mean, inner. rewrite <- sum_scal. change (sum I (fun i => S * (softmax I x i * (maximum I x - x i)))) with
        (S * (softmax I x k * (maximum I x - x k)) + sum J (fun i => S * (softmax I x i * (maximum I x - x i)))).
      rewrite largest, Rminus_eq_0, !Rmult_0_r, Rplus_0_l. apply sum_ext. intros i Hi. rewrite (share I x some i). unfold e, S. fold S. field. apply Rgt_not_eq. apply Rlt_le_trans with (1 := Rlt_0_1). exact (proj1 Sr). }
    rewrite Sd, rest. replace (1 + sum J e - 1) with (sum J e) by ring. rewrite <- sum_scal, <- sum_plus. apply sum_ext. intros; ring. }
  assert (Be := below I x). set (m := maximum I x) in *.
  assert (pl := power_lower u (length J - 1) ltac:(lra)). assert (pu := power_upper u (length J - 1) ltac:(lra)). rewrite Ln in pl, pu.
  assert (nu : 0 <= n * u <= 1 / 4096).
  { split; [apply Rmult_le_pos; lra|]. apply Rle_trans with (2 := room). rewrite Rmult_comm. apply Rmult_le_compat_l; unfold n; lra. }
  assert (ex : exp (n * u) <= 2) by (generalize (exp_upper (n * u) nu); lra). assert (ex0 := exp_pos (n * u)).
  assert (one : forall i, (if Req_EM_T (x i) m then 0 else a * eta) <= a * eta) by (intros; destruct (Req_EM_T (x i) m); nra).
  assert (one0 : forall i, 0 <= (if Req_EM_T (x i) m then 0 else a * eta)) by (intros; destruct (Req_EM_T (x i) m); nra).
  assert (hJ : sum J (fun _ => (2 * a + 1) * eta) <= h).
  { rewrite sum_const. unfold h. rewrite Cj. assert (0 <= (2 * a + 1) * eta) by (apply Rmult_le_pos; lra). lra. }
  split.
  - apply Rle_trans with (1 + (1 - u) ^ (length J - 1) * sum J t); [|lra]. apply Rle_trans with (S - S * v - sum J (fun _ => (2 * a + 1) * eta)); [lra|].
    rewrite Q, rest. assert (sum J e - u * sum J (fun i => e i * (m - x i + c + n)) - sum J (fun _ => (2 * a + 1) * eta) <= (1 - u) ^ (length J - 1) * sum J t); [|lra].
    rewrite <- !sum_scal, <- !sum_minus. apply sum_le. intros i Hi. destruct (Tm i (Jn i Hi)) as [_ [P [L _]]]. fold m in L. fold (e i) in L.
    assert (D := Be i (Jn i Hi)). assert (E0 : 0 < e i) by apply exp_pos. assert (uD : 0 <= u * (m - x i + c)) by (apply Rmult_le_pos; lra).
    assert (E1 : 0 <= e i * (u * (m - x i + c))) by (apply Rmult_le_pos; lra). assert (O := one i). assert (O0 := one0 i).
    set (y := e i * (1 - u * (m - x i + c)) - (if Req_EM_T (x i) m then 0 else a * eta)) in *.
    replace (e i - u * (e i * (m - x i + c + n)) - (2 * a + 1) * eta) with (e i * (1 - u * (m - x i + c)) - n * u * e i - (2 * a + 1) * eta) by ring.
    assert (0 <= n * u * e i) by (apply Rmult_le_pos; lra). assert (0 <= a * eta) by (apply Rmult_le_pos; lra).
    destruct (Rle_dec y 0) as [Y|Y].
    + apply Rle_trans with 0; [unfold y in Y; lra | apply Rmult_le_pos; auto; apply pow_le; lra].
    + apply Rle_trans with ((1 - n * u) * t i); [|apply Rmult_le_compat_r; auto]. apply Rle_trans with ((1 - n * u) * y); [|apply Rmult_le_compat_l; lra].
      assert (n * u * y <= n * u * e i) by (apply Rmult_le_compat_l; unfold y; lra). unfold y in *. lra.
  - apply Rle_trans with (1 + (1 + u) ^ (length J - 1) * sum J t); [lra|]. apply Rle_trans with (S + S * v * (1 + 1 / 1024) + sum J (fun _ => (2 * a + 1) * eta)); [|lra].
    rewrite Q, rest. assert ((1 + u) ^ (length J - 1) * sum J t <= sum J e + u * sum J (fun i => e i * (m - x i + c + n)) * (1 + 1 / 1024) + sum J (fun _ => (2 * a + 1) * eta)); [|lra].
    rewrite <- !sum_scal, <- sum_scal_r, <- !sum_plus. apply sum_le. intros i Hi. destruct (Tm i (Jn i Hi)) as [_ [P [_ Uu]]]. fold m in Uu. fold (e i) in Uu.
    assert (D := Be i (Jn i Hi)). assert (E0 : 0 < e i) by apply exp_pos. assert (O := one i). assert (O0 := one0 i).
    assert (0 <= a * eta) by (apply Rmult_le_pos; lra).
    apply Rle_trans with (exp (n * u) * (e i * exp (u * (m - x i + c)) + (if Req_EM_T (x i) m then 0 else a * eta))); [apply Rmult_le_compat; auto; apply pow_le; lra|].
    rewrite Rmult_plus_distr_l. replace (exp (n * u) * (e i * exp (u * (m - x i + c)))) with (e i * exp (u * (m - x i + c + n))) by (rewrite !Rmult_plus_distr_l, !exp_plus, (Rmult_comm n u); ring).
    assert (G : e i * exp (u * (m - x i + c + n)) <= e i * (1 + u * (m - x i + c + n) * (1 + 1 / 1024)) + (if Req_EM_T (x i) m then 0 else eta / 1024)).
    { apply (grown p emin bits range c a most c_range a_range room I x some few i); auto; [apply Rmult_le_pos; lra|].
      apply Rmult_le_compat_l; [lra|]. fold m. generalize few. unfold n. lra. }
    assert (G2 : (if Req_EM_T (x i) m then 0 else eta / 1024) <= eta) by (destruct (Req_EM_T (x i) m); lra).
    assert (exp (n * u) * (if Req_EM_T (x i) m then 0 else a * eta) <= 2 * (a * eta)) by (apply Rmult_le_compat; lra). lra.
Qed.

(** [theorem.careful] Sharper: refuted below, without the error of log1p.
    The error of the excess is small beside the excess itself: each term of the bound is. *)
Theorem theorem_careful r :
  summed p emin ties t J r ->
  let bound := u * (depth I x + (c + (count I - 2)) * (1 - / shifted_sum I x) + c * excess I x) in
  let tiny := 2 * ((2 * a + 1) * count I * least emin) in
  Rabs (machine_log1p r - excess I x) <= bound * (1 + / 2 ^ 8) + tiny /\
  Rabs (rnd (maximum I x + machine_log1p r) - lse I x) <= (u * Rabs (lse I x) + bound) * (1 + / 2 ^ 8) + 2 * tiny.
Proof.
  intros H bound tiny. destruct u_small as [U0 U1]. simpl in U1. destruct (careful_sum r H) as [V [Hh [Fr [R0 B]]]]. assert (Sr := S_range I x some). fold S in Sr. fold S in V, B.
  set (v := u * (depth I x + (c + n) * (1 - / S))) in *. assert (cu : 0 <= c * u <= / 2 ^ 20) by (simpl; nra).
  assert (Y : lse I x = maximum I x + ln S) by apply (lse_S I x some). assert (X : excess I x = ln S) by (unfold excess; rewrite Y; ring).
  assert (L0 : 0 <= ln S) by (apply ln_nonneg; lra). assert (C : count I <= most) by exact few.
  assert (r2 : 0 <= r <= 2 * most).
  { split; auto. assert (S * (v * (1 + 1 / 1024)) <= most * (1 / 2000)) by (apply Rmult_le_compat; lra). assert (1 <= count I) by (apply count_pos, some). lra. }
  destruct (good_log1p r Fr r2) as [Fl E]. set (l := machine_log1p r) in *.
  assert (Q : - ((v + h) * (1 + 1 / 1024)) <= ln (1 + r) - ln S <= (v + h) * (1 + 1 / 1024)).
  { rewrite <- ln_div_pos by lra. assert (hS : h / S <= h) by (apply Rmult_le_reg_r with S; [lra|]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; nra).
    assert (hS0 : 0 <= h / S) by (apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat; lra]).
    assert (D1 : 1 - (v + h) <= (1 + r) / S).
    { apply Rmult_le_reg_r with S; [lra|]. unfold Rdiv. rewrite (Rmult_assoc (1 + r)), Rinv_l by lra. nra. }
    assert (D2 : (1 + r) / S <= 1 + (v + h) * (1 + 1 / 1024)).
    { apply Rmult_le_reg_r with S; [lra|]. unfold Rdiv. rewrite (Rmult_assoc (1 + r)), Rinv_l by lra. nra. }
    split.
    - apply Rle_trans with (ln (1 - (v + h))); [apply ln_lower; lra | apply ln_le_ln; lra].
    - apply Rle_trans with ((1 + r) / S - 1); [apply ln_le_sub, Rdiv_lt_0_compat; lra | lra]. }
  set (d := (v + h) * (1 + 1 / 1024)) in *. assert (l1 : 0 <= ln (1 + r) <= ln S + d) by (split; [apply ln_nonneg; lra | lra]).
  assert (El : c * u * ln (1 + r) <= c * u * (ln S + d)) by (apply Rmult_le_compat_l; lra). apply Rabs_le_inv in E.
  assert (cd : c * u * d <= / 2 ^ 20 * d) by (apply Rmult_le_compat_r; unfold d; lra).
  assert (Bd : bound = v + c * u * ln S) by (unfold bound, v, n; rewrite X; change (shifted_sum I x) with S; ring).
  assert (cl : 0 <= c * u * ln S) by (apply Rmult_le_pos; lra).
  assert (First : Rabs (l - ln S) <= bound * (1 + / 2 ^ 9) + tiny * (1 - / 2 ^ 9)).
  { rewrite Bd. change tiny with (2 * h). unfold d in *. simpl in *. apply Rabs_le. lra. }
  assert (B0 : 0 <= bound) by (rewrite Bd; lra). assert (T0 : 0 <= tiny) by (change tiny with (2 * h); lra).
  split; [rewrite X; simpl in *; lra|].
  assert (Fm : format (maximum I x)) by (rewrite <- largest; apply floats; simpl; auto).
  destruct (rnd_plus p emin ties bits _ _ Fm Fl) as [f [Df Ef]]. rewrite Ef, Y. set (m := maximum I x) in *.
  replace ((m + l) * (1 + f) - (m + ln S)) with (f * (m + ln S) + (1 + f) * (l - ln S)) by ring.
  apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult.
  assert (F1 : Rabs (1 + f) <= 1 + u) by (apply Rabs_le_inv in Df; apply Rabs_le; lra).
  assert (P1 : Rabs f * Rabs (m + ln S) <= u * Rabs (m + ln S)) by (apply Rmult_le_compat_r; [apply Rabs_pos | auto]).
  assert (P2 : Rabs (1 + f) * Rabs (l - ln S) <= (1 + u) * Rabs (l - ln S)) by (apply Rmult_le_compat_r; [apply Rabs_pos | auto]).
  assert (P3 : (1 + u) * Rabs (l - ln S) <= (1 + / 2 ^ 24) * Rabs (l - ln S)) by (apply Rmult_le_compat_r; [apply Rabs_pos | simpl; lra]).
  assert (P4 : 0 <= u * Rabs (m + ln S)) by (apply Rmult_le_pos; [lra | apply Rabs_pos]). simpl in *. lra.
Qed.
End Careful.
End Machine.

(** Functions of binary64 that meet the premises. *)
Lemma rounded_relatively y : bpow radix2 (-1022) <= Rabs y -> Rabs (rnd_64 y - y) <= 1 * u 53 * Rabs y.
Proof. intros H. rewrite Rmult_1_l. apply (relative_error_N_FLT radix2 (-1074) 53 eq_refl). exact H. Qed.
Lemma above_1 y : 1 <= y -> bpow radix2 (-1022) <= Rabs y.
Proof. intros H. rewrite Rabs_right by lra. apply Rle_trans with (2 := H). change 1 with (bpow radix2 0). apply bpow_le. lia. Qed.
Lemma exp_64_above_0 y : 0 <= y -> float 53 (-1074) (exp_64 y) /\ Rabs (exp_64 y - exp y) <= 1 * u 53 * exp y.
Proof.
  intros H. assert (1 <= exp y) by (rewrite <- exp_0; apply exp_le; auto). split; [apply (rnd_format 53 (-1074) even_ties bits_53)|].
  rewrite <- (Rabs_right (exp y)) at 3 by lra. apply rounded_relatively, above_1. auto.
Qed.
Lemma ln_64_any r : float 53 (-1074) r -> 0 < r -> Rabs (ln_64 r - ln r) <= 1 * u 53 * Rabs (ln r).
Proof.
  intros F P. destruct (Req_dec r 1) as [->|N].
  - rewrite ln_1, (rnd_64_exact 0) by apply format_0. rewrite Rminus_0_r, Rabs_R0. lra.
  - apply rounded_relatively. apply (ln_normal 53 (-1074) bits_53 range_64); auto.
Qed.
Lemma ramp_exp i : In i two -> float 53 (-1074) (exp_64 (ramp i)) /\ Rabs (exp_64 (ramp i) - exp (ramp i)) <= 1 * u 53 * exp (ramp i).
Proof. intros Hi. apply exp_64_above_0. destruct Hi as [<-|[<-|[]]]; unfold ramp; simpl; lra. Qed.
Definition rounding_unshifted_met :=
  rounding_unshifted 53 (-1074) even_ties bits_53 1 (2 ^ 39) c_1 (room_64 1 c_1) exp_64 ln_64 two ramp _
    two_some few_64 ramp_exp ln_64_any (in_order 53 (-1074) _ 0%nat 1%nat).
(** One entry of 8, and a logarithm that is too large by one unit of roundoff. *)
Lemma rounding_unshifted_sharp :
  ~ forall machine_exp machine_ln (I : list nat) x s,
    I <> [] -> count I <= 2 ^ 39 ->
    (forall i, In i I -> float 53 (-1074) (machine_exp (x i)) /\ Rabs (machine_exp (x i) - exp (x i)) <= 1 * u 53 * exp (x i)) ->
    (forall r, float 53 (-1074) r -> 0 < r -> Rabs (machine_ln r - ln r) <= 1 * u 53 * Rabs (ln r)) ->
    summed 53 (-1074) even_ties (fun i => machine_exp (x i)) I s ->
    Rabs (machine_ln s - lse I x) <= u 53 * (1 + (count I - 1)) * (1 + / 2 ^ 8).
Proof.
  intros H. specialize (H exp_64 (fun r => ln r * (1 + u 53)) one (fun _ => 8) (exp_64 8) one_some).
  assert (U : u 53 = / 2 ^ 53) by apply u_53. assert (E := proj2 (exp_64_above_0 8 ltac:(lra))). set (s := exp_64 8) in *.
  assert (P := exp_pos 8). assert (u0 : 0 < u 53 <= / 2 ^ 20) by (rewrite U; simpl; lra). apply Rabs_le_inv in E.
  assert (B : exp 8 * (1 - u 53) <= s <= exp 8 * (1 + u 53)) by lra. assert (s0 : 0 < s) by (apply Rlt_le_trans with (2 := proj1 B); apply Rmult_lt_0_compat; simpl in u0; lra).
  assert (L : 8 - 2 * u 53 <= ln s).
  { apply Rle_trans with (ln (exp 8 * (1 - u 53))); [|apply ln_le_ln; [apply Rmult_lt_0_compat; simpl in u0; lra | lra]].
    rewrite ln_mult, ln_exp by (simpl in u0; lra). assert (M := ln_lower (u 53) ltac:(simpl in u0; lra)). lra. }
  assert (Hs : Rabs (ln s * (1 + u 53) - lse one (fun _ => 8)) <= u 53 * (1 + (count one - 1)) * (1 + / 2 ^ 8)).
  { apply H.
    - rewrite count_one_1. simpl. lra.
    - intros i _. apply exp_64_above_0. lra.
    - intros r _ R. replace (ln r * (1 + u 53) - ln r) with (u 53 * ln r) by ring. rewrite Rabs_mult, (Rabs_right (u 53)) by lra. lra.
    - apply (summed_one 53 (-1074) even_ties (fun _ => exp_64 8) 0%nat). }
  rewrite lse_one, count_one_1 in Hs. apply (Rle_trans _ _ _ (Rle_abs _)) in Hs. assert (8 * u 53 - 2 * u 53 * u 53 <= ln s * u 53) by nra.
  assert (u 53 * u 53 <= u 53 * / 2 ^ 20) by (apply Rmult_le_compat_l; lra). simpl in *. lra.
Qed.

(** log1p: [v] at 1; small numbers themselves; the others rounded. *)
Definition log1p_64 (v r : R) : R := if Req_EM_T r 1 then v else if Rlt_dec r (/ 2 ^ 60) then r else rnd_64 (ln (1 + r)).
Lemma log1p_good v :
  float 53 (-1074) v -> Rabs (v - ln 2) <= 16 * u 53 * ln 2 ->
  forall r, float 53 (-1074) r -> 0 <= r <= 2 * 2 ^ 39 ->
    float 53 (-1074) (log1p_64 v r) /\ Rabs (log1p_64 v r - ln (1 + r)) <= 16 * u 53 * ln (1 + r).
Proof.
  intros Fv Ev r Fr [R0 _]. assert (U : u 53 = / 2 ^ 53) by apply u_53. unfold log1p_64. destruct (Req_EM_T r 1) as [->|N]; [replace (1 + 1) with 2 by ring; auto|].
  assert (Lo : r / (1 + r) <= ln (1 + r)).
  { assert (K := ln_le_sub (/ (1 + r)) (Rinv_0_lt_compat (1 + r) ltac:(lra))). rewrite ln_Rinv in K by lra.
    replace (r / (1 + r)) with (1 - / (1 + r)) by (field; lra). lra. }
  destruct (Rlt_dec r (/ 2 ^ 60)) as [S|S].
  - split; auto. assert (Up := ln_le_sub (1 + r) ltac:(lra)). assert (r1 : r <= 1) by (simpl in S; lra).
    assert (Q : r - r * r <= r / (1 + r)).
    { apply Rmult_le_reg_r with (1 + r); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. assert (0 <= r * r * r) by (repeat apply Rmult_le_pos; auto). lra. }
    assert (r * r <= r * / 2 ^ 60) by (apply Rmult_le_compat_l; lra). rewrite Rabs_right by lra. rewrite U. simpl in *. lra.
  - assert (N' : / 2 ^ 60 <= r) by lra. split; [apply (rnd_format 53 (-1074) even_ties bits_53)|].
    assert (Big : bpow radix2 (-1022) <= ln (1 + r)).
    { apply Rle_trans with (/ 2 ^ 61); [apply Rle_trans with (bpow radix2 (-61)); [apply bpow_le; lia | simpl; lra]|]. apply Rle_trans with (2 := Lo).
      destruct (Rle_dec r 1) as [L|L].
      - apply Rle_trans with (r / 2); [simpl in *; lra|]. unfold Rdiv. apply Rmult_le_compat_l; auto. apply Rinv_le_contravar; lra.
      - apply Rle_trans with (1 / 2); [simpl; lra|]. apply Rmult_le_reg_r with (1 + r); [lra|]. unfold Rdiv at 2. rewrite Rmult_assoc, Rinv_l by lra. lra. }
    assert (L0 : 0 < ln (1 + r)) by (apply Rlt_le_trans with (2 := Big); apply bpow_gt_0).
    assert (K := rounded_relatively (ln (1 + r))). rewrite (Rabs_right (ln (1 + r))) in K by lra. specialize (K Big). rewrite U in *. simpl in *. lra.
Qed.
Lemma c_16 : 0 <= 16 <= 16. Proof. lra. Qed.
Lemma zeros_floats i : In i two -> float 53 (-1074) (pair 0 0 i).
Proof. intros _. destruct i; apply format_0. Qed.
Lemma exp_64_good : exp_accurate 53 (-1074) 16 1 exp_64.
Proof.
  destruct (exp_rounded 53 (-1074) even_ties bits_53 range_64) as [A B]. assert (U : 0 < u 53) by (rewrite u_53; apply Rinv_0_lt_compat, pow_lt; lra). split.
  - intros d F N. destruct (A d F N) as [G [P E]]. split; auto. split; auto. apply Rle_trans with (1 := E).
    assert (0 <= u 53 * exp d) by (apply Rmult_le_pos; [lra | apply Rlt_le, exp_pos]). lra.
  - lra.
Qed.
Lemma ln_2_log1p : Rabs (ln_64 2 - ln 2) <= 16 * u 53 * ln 2.
Proof.
  assert (L := ln_2_range). assert (K := ln_64_any 2 (whole 2 ltac:(lia)) ltac:(lra)). rewrite (Rabs_right (ln 2)) in K by lra. rewrite u_53 in *. simpl in *. lra.
Qed.
Lemma zeros_largest : pair 0 0 0%nat = maximum two (pair 0 0). Proof. rewrite maximum_pair, Rmax_left by lra. reflexivity. Qed.
Definition theorem_careful_met :=
  theorem_careful 53 (-1074) even_ties bits_53 range_64 16 1 (2 ^ 39) c_16 c_1 (room_64 16 c_16) exp_64 (log1p_64 (ln_64 2)) 0%nat [1%nat] (pair 0 0)
    exp_64_good (log1p_good _ (rnd_format 53 (-1074) even_ties bits_53 (ln 2)) ln_2_log1p) few_64 zeros_floats zeros_largest _ (summed_one 53 (-1074) even_ties _ 1%nat).
Lemma ln_2_above : 6 / 10 < ln 2.
Proof.
  rewrite <- (ln_exp (6 / 10)). apply ln_increasing; [apply exp_pos|].
  replace (6 / 10) with (- (INR 6 * (- (1 / 10)))) by (simpl; field). rewrite exp_Ropp, exp_mult_nat.
  assert (9 / 10 <= exp (- (1 / 10))) by (generalize (exp_ineq1_le (- (1 / 10))); lra).
  assert ((9 / 10) ^ 6 <= exp (- (1 / 10)) ^ 6) by (apply pow_incr; lra).
  apply Rle_lt_trans with (/ (9 / 10) ^ 6); [apply Rinv_le_contravar; simpl in *; lra | simpl; lra].
Qed.
(** Two entries of 0, and a log1p that is too small by 15 units of roundoff at 1. *)
Lemma theorem_careful_sharp :
  ~ forall machine_log1p (k : nat) J x r,
    (forall r, float 53 (-1074) r -> 0 <= r <= 2 * 2 ^ 39 ->
      float 53 (-1074) (machine_log1p r) /\ Rabs (machine_log1p r - ln (1 + r)) <= 16 * u 53 * ln (1 + r)) ->
    (forall i, In i (k :: J) -> float 53 (-1074) (x i)) -> x k = maximum (k :: J) x ->
    summed 53 (-1074) even_ties (term 53 (-1074) even_ties exp_64 (k :: J) x) J r ->
    Rabs (machine_log1p r - excess (k :: J) x)
      <= u 53 * (depth (k :: J) x + (16 + (count (k :: J) - 2)) * (1 - / shifted_sum (k :: J) x)) * (1 + / 2 ^ 8)
         + 2 * ((2 * 1 + 1) * count (k :: J) * least (-1074)).
Proof.
  intros H. assert (U : u 53 = / 2 ^ 53) by apply u_53. assert (L := ln_2_range). set (z := ln 2 * (1 - 15 * u 53)). set (v := rnd_64 z).
  assert (u0 : 0 < u 53 <= / 2 ^ 20) by (rewrite U; simpl; lra).
  assert (Z : 1 / 4 <= z <= ln 2) by (unfold z; simpl in u0; split; nra).
  assert (K : Rabs (v - z) <= 1 * u 53 * z).
  { rewrite <- (Rabs_right z) at 2 by lra. apply rounded_relatively. rewrite Rabs_right by lra. apply Rle_trans with (bpow radix2 (-2)); [apply bpow_le; lia | simpl; lra]. }
  apply Rabs_le_inv in K. assert (uz : u 53 * z <= u 53 * ln 2) by (apply Rmult_le_compat_l; lra).
  assert (Ev : Rabs (v - ln 2) <= 16 * u 53 * ln 2) by (apply Rabs_le; unfold z in *; lra).
  specialize (H (log1p_64 v) 0%nat [1%nat] (pair 0 0) _ (log1p_good v (rnd_format 53 (-1074) even_ties bits_53 z) Ev) zeros_floats zeros_largest
    (summed_one 53 (-1074) even_ties _ 1%nat)). change [0%nat; 1%nat] with two in H.
  assert (T : term 53 (-1074) even_ties exp_64 two (pair 0 0) 1%nat = 1).
  { unfold term. rewrite <- zeros_largest. change (pair 0 0 1%nat) with 0. change (pair 0 0 0%nat) with 0. rewrite Rminus_0_r, (rnd_64_exact 0), exp_0 by apply format_0.
    apply rnd_64_exact, (format_1 _ _ bits_53 range_64). }
  assert (V : log1p_64 v 1 = v) by (unfold log1p_64; destruct (Req_EM_T 1 1); [auto | easy]). rewrite T, V, count_two_2 in H.
  assert (S : shifted_sum two (pair 0 0) = 2).
  { unfold shifted_sum. rewrite sum_pair, <- zeros_largest. change (pair 0 0 1%nat) with 0. change (pair 0 0 0%nat) with 0. rewrite Rminus_0_r, exp_0. ring. }
  assert (D : depth two (pair 0 0) = 0).
  { unfold depth. rewrite mean_zeros, <- zeros_largest. change (pair 0 0 1%nat) with 0. change (pair 0 0 0%nat) with 0. field. }
  assert (X : excess two (pair 0 0) = ln 2) by (unfold excess; rewrite lse_zeros, <- zeros_largest; change (pair 0 0 0%nat) with 0; ring).
  rewrite S, D, X in H. destruct (eta_range 53 (-1074) bits_53 range_64) as [T0 T1].
  assert (G : ln 2 - v <= u 53 * (0 + (16 + (2 - 2)) * (1 - / 2)) * (1 + / 2 ^ 8) + 2 * ((2 * 1 + 1) * 2 * least (-1074))).
  { apply Rle_trans with (2 := H). rewrite Rabs_minus_sym. apply Rle_abs. }
  assert (15 * (u 53 * ln 2) - u 53 * ln 2 <= ln 2 - v) by (unfold z in *; lra).
  assert (6 / 10 * u 53 <= u 53 * ln 2) by (generalize ln_2_above; intros; rewrite Rmult_comm; apply Rmult_le_compat_l; lra).
  simpl in *. lra.
Qed.
