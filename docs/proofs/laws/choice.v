(* SPDX-License-Identifier: Apache-2.0 *)
(** Choices between two options and among many, and what codes cost. *)
From Coq Require Import Reals ZArith List Lra Psatz Lia.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples basics.entropy.
From softlaw Require Import laws.softmax.
Import ListNotations.
Open Scope R_scope.

(** [choice.logistic] Tags: none.  Sharper: none, all are equalities. *)
Theorem choice_logistic a b :
  preference a b = 1 / (1 + exp (b - a)) /\ preference a b = logistic (a - b) /\
  preference a b = softmax two (pair a b) 0%nat /\ preference a b + preference b a = 1.
Proof.
  rewrite (proj1 (softmax_logistic a b)). unfold preference, logistic. rewrite Ropp_minus_distr, exp_minus_div.
  generalize (exp_pos a) (exp_pos b). intros. repeat split; field; lra.
Qed.

(** [choice.odds] Tags: a > 0, b > 0.  Sharper: none, both are equalities. *)
Theorem choice_odds a b :
  0 < a -> 0 < b -> a / (a + b) / (1 - a / (a + b)) = a / b /\ a / (a + b) + b / (b + a) = 1.
Proof. intros P Q. split; field; lra. Qed.

(** [choice.half] Tags: none.  Sharper: none, it is an equivalence. *)
Theorem choice_half a b : (1 / 2 < preference a b <-> b < a) /\ (a = b -> preference a b = 1 / 2).
Proof.
  unfold preference. assert (P := exp_pos a). assert (Q := exp_pos b). split; [split|].
  - intros H. apply exp_lt_inv. apply Rmult_lt_compat_r with (r := exp a + exp b) in H; [|lra].
    unfold Rdiv at 2 in H. rewrite Rmult_assoc, Rinv_l in H by lra. lra.
  - intros H. apply exp_increasing in H. apply Rmult_lt_reg_r with (exp a + exp b); [lra|].
    unfold Rdiv at 2. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - intros ->. field. lra.
Qed.

Section Many.
Context {A : Type}.
Implicit Types (I : list A) (o : A -> R).

(** [choice.rise] Tags: n ≥ 1, h > 0.  Sharper: refuted below, for one option alone. *)
Theorem choice_rise (k : A) I o o' h :
  I <> [] -> 0 < h -> o' k = o k + h -> (forall j, In j I -> o' j = o j) ->
  let p := softmax (k :: I) o in let p' := softmax (k :: I) o' in let r := 1 + p k * (exp h - 1) in
  p' k = p k * exp h / r /\ p k < p' k /\ forall j, In j I -> p' j = p j / r /\ p' j < p j.
Proof.
  intros N H Ek Ej p p' r. set (s := sum I (fun j => exp (o j))). assert (S : 0 < s) by (apply total_pos; auto). assert (X := exp_pos (o k)).
  assert (G : 1 < exp h) by (apply exp_gt_1; auto).
  assert (P : p k = exp (o k) / (exp (o k) + s)) by reflexivity.
  assert (P' : p' k = exp (o k) * exp h / (exp (o k) * exp h + s)).
  { unfold p', softmax. simpl. rewrite Ek, exp_plus. rewrite (sum_ext I _ (fun j => exp (o j))) by (intros; rewrite Ej; auto). reflexivity. }
  assert (R : r = (exp (o k) * exp h + s) / (exp (o k) + s)) by (unfold r; rewrite P; field; lra).
  assert (Y : 0 < exp (o k) * exp h) by (apply Rmult_lt_0_compat; lra).
  assert (r1 : 1 < r). { unfold r. assert (0 < p k) by (apply softmax_pos; easy). nra. }
  split; [rewrite P', R, P; field; lra|]. split.
  - rewrite P, P'. apply Rmult_lt_reg_r with ((exp (o k) + s) * (exp (o k) * exp h + s)); [apply Rmult_lt_0_compat; lra|].
    replace (exp (o k) / (exp (o k) + s) * ((exp (o k) + s) * (exp (o k) * exp h + s))) with (exp (o k) * (exp (o k) * exp h + s)) by (field; lra).
    replace (exp (o k) * exp h / (exp (o k) * exp h + s) * ((exp (o k) + s) * (exp (o k) * exp h + s))) with (exp (o k) * exp h * (exp (o k) + s)) by (field; lra).
    assert (0 < exp (o k) * s) by (apply Rmult_lt_0_compat; lra). nra.
  - intros j Hj. assert (E : p' j = p j / r).
    { rewrite R. unfold p', p, softmax. simpl. rewrite Ek, exp_plus, (Ej j Hj).
      rewrite (sum_ext I (fun j => exp (o' j)) (fun j => exp (o j))) by (intros; rewrite Ej; auto). fold s. field. lra. }
    split; auto. rewrite E. assert (0 < p j) by (apply softmax_pos; easy). apply Rmult_lt_reg_r with r; [lra|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

(** [choice.most-likely] Tags: n ≥ 1.  Sharper: none, it is an equivalence. *)
Theorem choice_most_likely I o i j :
  I <> [] -> (softmax I o i <= softmax I o j <-> o i <= o j) /\ (o j = maximum I o -> forall k, In k I -> softmax I o k <= softmax I o j).
Proof.
  intros N. split; [split|apply (softmax_order I o i j N)].
  - intros H. apply exp_le_inv'. assert (P := total_pos I o N). unfold softmax in H. apply Rmult_le_compat_r with (r := sum I (fun j => exp (o j))) in H; [|lra].
    unfold Rdiv in H. rewrite !Rmult_assoc, Rinv_l, !Rmult_1_r in H by lra. auto.
  - apply (softmax_order I o i j N).
Qed.

(** [choice.independence] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem choice_independence I o i j :
  I <> [] ->
  softmax I o i / softmax I o j = exp (o i - o j) /\ softmax I o i / (softmax I o i + softmax I o j) = preference (o i) (o j).
Proof.
  intros N. assert (P := total_pos I o N). assert (X := exp_pos (o i)). assert (Y := exp_pos (o j)).
  unfold softmax, preference. rewrite exp_minus_div. split; field; repeat split; lra.
Qed.

(** [choice.default] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem choice_default (none : A) I o :
  I <> [] ->
  let p := softmax (none :: I) o in
  p none = logistic (o none - lse I o) /\ (forall i, p i = softmax I o i * (1 - p none)) /\ p none + sum I p = 1.
Proof.
  intros N p. split; [apply softmax_one_against_rest; auto|]. split; [|apply (softmax_sum (none :: I) o); easy].
  intros i. unfold p, softmax. simpl. assert (P := total_pos I o N). assert (X := exp_pos (o none)). field. lra.
Qed.

(** [coding.noiseless] Tags: p distribution, r > 1.  Sharper: refuted below, with a strict sign. *)
Theorem coding_noiseless I p (length_of : A -> R) r :
  distribution I p -> 1 < r -> sum I (fun i => exp (- (length_of i * ln r))) <= 1 -> entropy I p / ln r <= inner I p length_of.
Proof.
  intros D P K. assert (L : 0 < ln r) by (apply ln_pos; auto). set (q := fun i => exp (- (length_of i * ln r))).
  assert (Q : positive I q) by (intros i _; apply exp_pos). assert (G := kl_nonneg I p q D Q K).
  assert (C := cross_entropy_kl I p q (proj1 D) Q).
  assert (E : cross_entropy I p q = inner I p length_of * ln r).
  { unfold cross_entropy, inner, q. rewrite <- sum_opp, <- sum_scal_r. apply sum_ext. intros. rewrite ln_exp. ring. }
  apply Rmult_le_reg_r with (ln r); auto. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(** The least whole number that is not below [y]. *)
Definition ceiling (y : R) : R := IZR (1 - up (- y)).
Lemma ceiling_spec y : y <= ceiling y < y + 1.
Proof. unfold ceiling. rewrite minus_IZR. destruct (archimed (- y)). lra. Qed.

(** [coding.wrong-code] Tags: p distribution, q distribution, q > 0.  Sharper: refuted below, with a strict sign. *)
Theorem coding_wrong_code I p q :
  distribution I p -> distribution I q -> positive I q ->
  let l i := ceiling (- ln (q i) / ln 2) in
  cross_entropy I p q <= ln 2 * inner I p l < cross_entropy I p q + ln 2.
Proof.
  intros D _ Q l. assert (L := ln_2_pos). assert (G : forall i, - ln (q i) <= l i * ln 2 < - ln (q i) + ln 2).
  { intros i. generalize (ceiling_spec (- ln (q i) / ln 2)). fold (l i). intros [X Y]. apply Rmult_le_compat_r with (r := ln 2) in X; [|lra].
    apply Rmult_lt_compat_r with (r := ln 2) in Y; auto. unfold Rdiv in X, Y. rewrite Rmult_plus_distr_r, Rmult_assoc, Rinv_l in Y by lra. rewrite Rmult_assoc, Rinv_l in X by lra. lra. }
  unfold cross_entropy, inner. rewrite <- sum_opp, <- sum_scal. split.
  - apply sum_le. intros i Hi. generalize (G i) (proj1 D i Hi). nra.
  - assert (E2 : sum I (fun i => ln 2 * p i) = ln 2) by (rewrite sum_scal, (proj2 D); ring).
    apply Rlt_le_trans with (sum I (fun i => - (p i * ln (q i))) + sum I (fun i => ln 2 * p i)); [|lra]. rewrite <- sum_plus. apply sum_lt.
    + intros i Hi. generalize (G i) (proj1 D i Hi). nra.
    + destruct D as [D S]. assert (X : exists i, In i I /\ 0 < p i).
      { destruct (maximum_in I p) as [i [Hi E]]; [intros ->; simpl in S; lra|]. exists i. split; auto. destruct (D i Hi) as [|Z]; auto. exfalso.
        rewrite sum_zero in S; [lra|]. intros j Hj. generalize (D j Hj) (le_maximum I p j Hj). lra. }
      destruct X as [i [Hi X]]. exists i. split; auto. generalize (G i). nra.
Qed.

(** [coding.shannon] Tags: p distribution, p > 0, r > 1.  Sharper: refuted below, with a strict sign. *)
Theorem coding_shannon I p r :
  distribution I p -> positive I p -> 1 < r ->
  let l i := ceiling (- ln (p i) / ln r) in
  sum I (fun i => exp (- (l i * ln r))) <= 1 /\ entropy I p / ln r <= inner I p l < entropy I p / ln r + 1.
Proof.
  intros D P R1 l. assert (L : 0 < ln r) by (apply ln_pos; auto).
  assert (K : sum I (fun i => exp (- (l i * ln r))) <= 1).
  { rewrite <- (proj2 D). apply sum_le. intros i Hi. rewrite <- (exp_ln (p i)) by auto. apply exp_le.
    generalize (ceiling_spec (- ln (p i) / ln r)). fold (l i). intros [X _]. apply Rmult_le_compat_r with (r := ln r) in X; [|lra].
    unfold Rdiv in X. rewrite Rmult_assoc, Rinv_l in X by lra. lra. }
  split; auto. split; [apply coding_noiseless; auto|].
  assert (E : entropy I p / ln r = inner I p (fun i => - ln (p i) / ln r)).
  { unfold entropy, inner, Rdiv. rewrite <- sum_opp, <- sum_scal_r. apply sum_ext. intros; ring. }
  rewrite E. replace 1 with (sum I p) by apply D. unfold inner. rewrite <- sum_plus. apply sum_lt.
  - intros i Hi. generalize (proj2 (ceiling_spec (- ln (p i) / ln r))) (P i Hi). fold (l i). nra.
  - assert (N := distribution_nonempty I p D). destruct I as [|i J]; [easy|]. exists i. split; [simpl; auto|].
    generalize (proj2 (ceiling_spec (- ln (p i) / ln r))) (P i (or_introl eq_refl)). fold (l i). nra.
Qed.
End Many.

Definition choice_logistic_met := choice_logistic 0 1.
Definition choice_odds_met := choice_odds 1 1 Rlt_0_1 Rlt_0_1.
Definition choice_half_met := choice_half 0 1.
Lemma same_one j : In j [1%nat] -> pair 1 0 j = pair 0 0 j. Proof. intros [<-|[]]. reflexivity. Qed.
Definition choice_rise_met := choice_rise 0%nat [1%nat] (pair 0 0) (pair 1 0) 1 (fun E => match E with eq_refl => Logic.I end) Rlt_0_1 (eq_sym (Rplus_0_l 1)) same_one.
Lemma choice_rise_sharp :
  ~ forall (k : nat) I o o' h, 0 < h -> o' k = o k + h -> (forall j, In j I -> o' j = o j) -> softmax (k :: I) o k < softmax (k :: I) o' k.
Proof.
  intros H. specialize (H 0%nat [] (fun _ => 0) (fun _ => 1) 1 Rlt_0_1 (eq_sym (Rplus_0_l 1)) (fun j F => match F with end)). change [0%nat] with one in H. rewrite !softmax_one in H. lra.
Qed.
Definition choice_most_likely_met := choice_most_likely two ramp 0%nat 1%nat two_some.
Definition choice_independence_met := choice_independence two ramp 0%nat 1%nat two_some.
Definition choice_default_met := choice_default 1%nat one ramp one_some.
Lemma one_bit_each : sum two (fun i => exp (- (1 * ln 2))) <= 1.
Proof. rewrite sum_pair, Rmult_1_l, exp_Ropp, exp_ln by lra. lra. Qed.
Lemma two_above_one : 1 < 2. Proof. lra. Qed.
Definition coding_noiseless_met := coding_noiseless two even (fun _ => 1) 2 even_distribution two_above_one one_bit_each.
Lemma entropy_even : entropy two even = ln 2.
Proof. unfold entropy. rewrite sum_pair. unfold even. simpl. rewrite ln_div_pos, ln_1 by lra. field. Qed.
Lemma coding_noiseless_sharp :
  ~ forall (I : list nat) p l r, distribution I p -> 1 < r -> sum I (fun i => exp (- (l i * ln r))) <= 1 -> entropy I p / ln r < inner I p l.
Proof.
  intros H. specialize (H two even (fun _ => 1) 2 even_distribution two_above_one one_bit_each). generalize ln_2_pos. intros.
  rewrite entropy_even in H. unfold inner in H. rewrite sum_pair in H. unfold even in H. simpl in H. unfold Rdiv at 1 in H. rewrite Rinv_r in H; lra.
Qed.
Lemma ceiling_1 : ceiling 1 = 1.
Proof.
  destruct (ceiling_spec 1) as [L U]. unfold ceiling in *. apply Rle_antisym; auto. apply IZR_le.
  replace (1 + 1) with 2 in U by ring. apply lt_IZR in U. lia.
Qed.
Lemma even_bits i : ceiling (- ln (even i) / ln 2) = 1.
Proof.
  replace (- ln (even i) / ln 2) with 1; [apply ceiling_1|]. generalize ln_2_pos. intros.
  replace (even i) with (1 / 2) by (destruct i; reflexivity). rewrite ln_div_pos, ln_1 by lra. field. lra.
Qed.
Definition coding_wrong_code_met := coding_wrong_code two even even even_distribution even_distribution even_positive.
Lemma coding_wrong_code_sharp :
  ~ forall (I : list nat) p q, distribution I p -> distribution I q -> positive I q ->
    cross_entropy I p q < ln 2 * inner I p (fun i => ceiling (- ln (q i) / ln 2)).
Proof.
  intros H. specialize (H two even even even_distribution even_distribution even_positive). change (cross_entropy two even even) with (entropy two even) in H.
  rewrite entropy_even in H. unfold inner in H. rewrite sum_pair, !even_bits in H. unfold even in H. simpl in H. lra.
Qed.
Definition coding_shannon_met := coding_shannon two even 2 even_distribution even_positive two_above_one.
Lemma coding_shannon_sharp :
  ~ forall (I : list nat) p r, distribution I p -> positive I p -> 1 < r ->
    entropy I p / ln r < inner I p (fun i => ceiling (- ln (p i) / ln r)).
Proof.
  intros H. specialize (H two even 2 even_distribution even_positive two_above_one). generalize ln_2_pos. intros.
  rewrite entropy_even in H. unfold inner in H. rewrite sum_pair, !even_bits in H. unfold even in H. simpl in H. unfold Rdiv at 1 in H. rewrite Rinv_r in H; lra.
Qed.
