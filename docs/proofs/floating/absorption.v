(* SPDX-License-Identifier: Apache-2.0 *)
(** Entries far below the maximum, in binary64: what a running sum does with them, and that the order matters. *)
From Coq Require Import Reals ZArith List Lra Lia.
From Flocq Require Import Core.
From softlaw Require Import basics.definitions basics.calculus basics.examples.
Import ListNotations.
Open Scope R_scope.

(** binary64 and its rounding to nearest, ties to even; its overflow plays no part here. *)
Definition binary64 : Z -> Z := FLT_exp (-1074) 53.
Definition float64 (x : R) : Prop := generic_format radix2 binary64 x.
Definition nearest64 (x : R) : R := round radix2 binary64 (Znearest (fun z => negb (Z.even z))) x.
Definition running_sum (terms : list R) (start : R) : R := fold_left (fun s e => nearest64 (s + e)) terms start.

#[local] Instance prec_53 : Prec_gt_0 53. Proof. reflexivity. Qed.
#[local] Instance valid_64 : Valid_exp binary64. Proof. apply FLT_exp_valid. exact prec_53. Qed.

Lemma ulp_from_1 s : 1 <= s -> / 2 ^ 52 <= ulp radix2 binary64 s.
Proof.
  intros H. apply Rle_trans with (ulp radix2 binary64 (bpow radix2 0)).
  - rewrite ulp_bpow. simpl. lra.
  - apply ulp_le_pos; simpl; try lra; [apply valid_64 | apply FLT_exp_monotone].
Qed.
Lemma absorbed s e : float64 s -> 1 <= s -> 0 <= e < / 2 ^ 53 -> nearest64 (s + e) = s.
Proof.
  intros F L [P Q]. apply Rle_antisym.
  - apply round_N_le_midp; [apply valid_64 | auto|]. rewrite succ_eq_pos by lra. generalize (ulp_from_1 s L). simpl in *. lra.
  - rewrite <- (round_generic radix2 binary64 (Znearest (fun z => negb (Z.even z))) s F) at 1. unfold nearest64.
    apply round_le; [apply valid_64 | apply valid_rnd_N | lra].
Qed.

(** [theorem.absorption] Sharper: refuted below, where the terms are added to each other first.
    53 log 2 is 36.7368… *)
Theorem theorem_absorption s (below : list R) :
  float64 s -> 1 <= s -> (forall t, In t below -> t < - (53 * ln 2)) ->
  running_sum (map exp below) s = s.
Proof.
  intros F L. induction below as [|t below IH]; auto. intros H. simpl. rewrite absorbed; auto.
  - apply IH. intros u U. apply H. simpl; auto.
  - split; [apply Rlt_le, exp_pos|]. rewrite <- (exp_ln (/ 2 ^ 53)).
    + apply exp_increasing. rewrite ln_Rinv by (apply pow_lt; lra). rewrite ln_pow by lra.
      replace (INR 53) with 53 by (simpl; ring). apply H. simpl; auto.
    + apply Rinv_0_lt_compat, pow_lt. lra.
Qed.

Lemma one_is_float : float64 1.
Proof. apply (generic_format_bpow radix2 binary64 0). unfold binary64, FLT_exp. simpl. lia. Qed.
Lemma far_below t : In t [-100] -> t < - (53 * ln 2).
Proof. intros [<-|[]]. generalize ln_2_lt_1. lra. Qed.
Definition theorem_absorption_met := theorem_absorption 1 [-100] one_is_float (Rle_refl 1) far_below.

Lemma small_multiple k : (0 <= k <= 4)%Z -> float64 (IZR k / 2 ^ 54).
Proof.
  intros K. apply generic_format_FLT. exists (Float radix2 k (-54)).
  - unfold F2R. simpl. lra.
  - simpl. apply Z.le_lt_trans with 4%Z; [rewrite Z.abs_eq; lia | reflexivity].
  - simpl. lia.
Qed.
Lemma exact x : float64 x -> nearest64 x = x.
Proof. intros F. apply round_generic; auto. apply valid_rnd_N. Qed.
Lemma next_is_float : float64 (1 + 4 / 2 ^ 54).
Proof.
  apply generic_format_FLT. exists (Float radix2 (2 ^ 52 + 1) (-52)).
  - unfold F2R. simpl. lra.
  - simpl. lia.
  - simpl. lia.
Qed.
(** Four entries 54 log 2 below the maximum: their exponentials, 2^-54 each, reach the next float when they are added to each
    other first. *)
Lemma theorem_absorption_sharp :
  ~ forall s below, float64 s -> 1 <= s -> (forall t, In t below -> t < - (53 * ln 2)) ->
    nearest64 (running_sum (map exp below) 0 + s) = s.
Proof.
  intros H. set (t := - (54 * ln 2)). assert (E : exp t = 1 / 2 ^ 54).
  { unfold t. replace 54 with (INR 54) by (simpl; ring). rewrite <- ln_pow, exp_Ropp, exp_ln by (try apply pow_lt; lra). simpl. lra. }
  specialize (H 1 [t; t; t; t] one_is_float (Rle_refl 1)).
  assert (R : running_sum (map exp [t; t; t; t]) 0 = 4 / 2 ^ 54).
  { simpl map. rewrite E. unfold running_sum. cbn [fold_left].
    replace (0 + 1 / 2 ^ 54) with (1 / 2 ^ 54) by ring. rewrite (exact (1 / 2 ^ 54)) by (apply (small_multiple 1); lia).
    replace (1 / 2 ^ 54 + 1 / 2 ^ 54) with (2 / 2 ^ 54) by field. rewrite (exact (2 / 2 ^ 54)) by (apply (small_multiple 2); lia).
    replace (2 / 2 ^ 54 + 1 / 2 ^ 54) with (3 / 2 ^ 54) by field. rewrite (exact (3 / 2 ^ 54)) by (apply (small_multiple 3); lia).
    replace (3 / 2 ^ 54 + 1 / 2 ^ 54) with (4 / 2 ^ 54) by field. apply exact, (small_multiple 4). lia. }
  rewrite R in H. rewrite Rplus_comm, (exact _ next_is_float) in H.
  assert (P : 0 < 2 ^ 54) by (apply pow_lt; lra). assert (0 < 4 / 2 ^ 54) by (apply Rdiv_lt_0_compat; lra).
  assert (1 + 4 / 2 ^ 54 = 1); [|lra]. apply H. intros r X. assert (r = t) by (simpl in X; intuition congruence). subst r. unfold t.
  generalize ln_2_pos. lra.
Qed.
