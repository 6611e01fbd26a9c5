(* SPDX-License-Identifier: Apache-2.0 *)
(** Statements of the sources on entropy, variance and codes that are false as printed. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.entropy laws.bounds laws.information.
Import ListNotations.
Open Scope R_scope.

(** [erratum.cross-entropy-minimum] Sharper: none, the distributions (1, 0) and (7/8, 1/8) are the counterexample. *)
Theorem erratum_cross_entropy_minimum :
  ~ forall (I : list nat) p q, distribution I p -> distribution I q -> positive I q -> cross_entropy I q q <= cross_entropy I p q.
Proof.
  intros H. specialize (H two (pair 1 0) (pair (7 / 8) (1 / 8))).
  assert (L : cross_entropy two (pair (7 / 8) (1 / 8)) (pair (7 / 8) (1 / 8)) <= cross_entropy two (pair 1 0) (pair (7 / 8) (1 / 8))).
  { apply H; repeat split; try (intros [|] _; simpl; lra); rewrite sum_pair; simpl; lra. }
  unfold cross_entropy in L. rewrite !sum_pair in L. simpl in L. rewrite !ln_div_pos, ln_1 in L by lra.
  assert (0 < ln 7) by (apply ln_pos; lra). lra.
Qed.

(** [erratum.loss-in-bits] Sharper: none, an even coin is the counterexample. *)
Theorem erratum_loss_in_bits :
  ~ forall (I : list nat) y, distribution I y -> positive I y -> cross_entropy I y y = nats_to_bits (entropy I y).
Proof.
  intros H. specialize (H two even even_distribution even_positive). unfold cross_entropy, nats_to_bits, entropy in H.
  rewrite sum_pair in H. unfold even in H. simpl in H. rewrite ln_div_pos, ln_1 in H by lra.
  generalize ln_2_pos ln_2_lt_1. intros. replace (- (1 / 2 * (0 - ln 2) + 1 / 2 * (0 - ln 2))) with (ln 2) in H by field.
  unfold Rdiv in H. rewrite Rinv_r in H by lra. lra.
Qed.

(** [erratum.variance-formula] Sharper: none, (0, 1) is the counterexample. *)
Theorem erratum_variance_formula :
  ~ forall (I : list nat) x, NoDup I -> I <> [] ->
      let p := softmax I x in average I (fun i => (p i - average I p) ^ 2) = sum I (fun i => p i ^ 2) - 1 / count I.
Proof.
  intros H. specialize (H two ramp two_distinct two_some). cbv zeta in H.
  destruct (information_variance PeanoNat.Nat.eq_dec two ramp two_distinct two_some) as [E [F _]].
  rewrite E, F, count_two_2 in H. set (v := average two _) in H. assert (V : v = 0) by lra.
  rewrite count_two_2, sum_pair in F. fold v in F. rewrite V in F.
  assert (X : 1 < exp 1) by (apply exp_gt_1; lra).
  assert (S0 : softmax two ramp 0%nat < 1 / 2).
  { unfold softmax, ramp. rewrite sum_pair. simpl. rewrite exp_0. apply Rmult_lt_reg_r with (1 + exp 1); [lra|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  generalize (pow2_ge_0 (softmax two ramp 1%nat - 1 / 2)). nra.
Qed.

(** [erratum.variance-hessian] Sharper: none, (0, 0) is the counterexample. *)
Theorem erratum_variance_hessian :
  ~ forall (I : list nat) x, NoDup I -> I <> [] ->
      let p := softmax I x in average I (fun i => (p i - average I p) ^ 2) = sum I (fun i => hessian PeanoNat.Nat.eq_dec I x i i).
Proof.
  intros H. specialize (H two (pair 0 0) two_distinct two_some). cbv zeta in H. unfold average, hessian, unit_vector in H.
  rewrite !sum_pair, !softmax_zeros, count_two_2 in H. simpl in H. lra.
Qed.

(** [erratum.variance-entropy] Sharper: none, (11/16, 5/32, 5/32) and (31/64, 31/64, 1/32) are the counterexample. *)
Theorem erratum_variance_entropy :
  ~ forall (I : list nat) p q, distribution I p -> distribution I q ->
      sum I (fun i => q i ^ 2) < sum I (fun i => p i ^ 2) -> entropy I p < entropy I q.
Proof.
  intros H. set (p := fun i : nat => match i with 0%nat => 11 / 16 | _ => 5 / 32 end).
  set (q := fun i : nat => match i with 2%nat => 1 / 32 | _ => 31 / 64 end).
  assert (L : entropy three p < entropy three q).
  { apply H; try split; unfold three; simpl; try lra.
    - intros i [<-|[<-|[<-|[]]]]; unfold p; lra.
    - intros i [<-|[<-|[<-|[]]]]; unfold q; lra. }
  unfold entropy, three, p, q in L. simpl in L.
  (* What is left says that 31^62 is at most 2^106 11^44 5^20. *)
  assert (E : 2 ^ 106 * 11 ^ 44 * 5 ^ 20 < 31 ^ 62) by (rewrite !pow_IZR, <- !mult_IZR; apply IZR_lt; reflexivity).
  assert (X : 0 < 2 ^ 106) by (apply pow_lt; lra). assert (Y : 0 < 11 ^ 44) by (apply pow_lt; lra).
  assert (Z : 0 < 5 ^ 20) by (apply pow_lt; lra). assert (XY := Rmult_lt_0_compat _ _ X Y).
  apply ln_increasing in E; [|exact (Rmult_lt_0_compat _ _ XY Z)].
  rewrite (ln_mult _ _ XY Z), (ln_mult _ _ X Y), !ln_pow, !INR_IZR_INZ in E by lra. simpl Z.of_nat in E.
  rewrite !ln_div_pos, ln_1 in L by lra.
  replace (ln 16) with (4 * ln 2) in L by (replace 16 with (2 ^ 4) by ring; rewrite ln_pow by lra; simpl; ring).
  replace (ln 32) with (5 * ln 2) in L by (replace 32 with (2 ^ 5) by ring; rewrite ln_pow by lra; simpl; ring).
  replace (ln 64) with (6 * ln 2) in L by (replace 64 with (2 ^ 6) by ring; rewrite ln_pow by lra; simpl; ring). lra.
Qed.

(** [erratum.at-least-entropy] Sharper: none, the words (), 0, 1 for (1/2, 1/4, 1/4) are the counterexample. *)
Theorem erratum_at_least_entropy :
  ~ forall (I : list nat) p (word : nat -> list bool), distribution I p ->
      (forall i j, In i I -> In j I -> word i = word j -> i = j) ->
      entropy I p / ln 2 <= sum I (fun i => p i * INR (length (word i))).
Proof.
  intros H. set (p := fun i : nat => match i with 0%nat => 1 / 2 | _ => 1 / 4 end).
  set (w := fun i : nat => match i with 0%nat => [] | 1%nat => [false] | _ => [true] end).
  assert (L : entropy three p / ln 2 <= sum three (fun i => p i * INR (length (w i)))).
  { apply H.
    - split; [intros i [<-|[<-|[<-|[]]]]; unfold p; lra | unfold three; simpl; lra].
    - intros i j [<-|[<-|[<-|[]]]] [<-|[<-|[<-|[]]]]; simpl; congruence. }
  unfold entropy, three, p, w in L. simpl in L. rewrite !ln_div_pos, ln_1 in L by lra.
  replace (ln 4) with (2 * ln 2) in L by (replace 4 with (2 * 2) by ring; rewrite ln_mult by lra; ring).
  generalize ln_2_pos. intros. match type of L with ?a / _ <= _ => replace a with (3 / 2 * ln 2) in L by field end.
  unfold Rdiv in L at 1. rewrite Rmult_assoc, Rinv_r in L by lra. lra.
Qed.

(** [erratum.three-classes] Sharper: none, there is no such code at all. *)
Theorem erratum_three_classes :
  ~ exists a b c : nat, / 2 ^ a + / 2 ^ b + / 2 ^ c <= 1 /\ (INR a + INR b + INR c) / 3 <= 3 / 2.
Proof.
  intros [a [b [c [K M]]]]. assert (S : (a + b + c <= 4)%nat).
  { apply INR_le. rewrite !plus_INR. simpl. destruct (le_lt_dec (a + b + c) 4) as [L|L].
    - apply le_INR in L. rewrite !plus_INR in L. simpl in L. lra.
    - apply le_INR in L. rewrite !plus_INR in L. simpl in L. lra. }
  destruct a as [|[|[|[|[|a]]]]]; try lia; destruct b as [|[|[|[|[|b]]]]]; try lia; destruct c as [|[|[|[|[|c]]]]]; try lia; simpl in K; lra.
Qed.

(** [erratum.ternary-fewer] Sharper: none, four states are the counterexample. *)
Theorem erratum_ternary_fewer :
  ~ forall states binary ternary : nat,
      ((forall m, states <= 2 ^ m <-> binary <= m) -> (forall m, states <= 3 ^ m <-> ternary <= m) -> ternary < binary)%nat.
Proof.
  intros H. specialize (H 4%nat 2%nat 2%nat). assert (2 < 2)%nat; [|lia]. apply H; intros m; split; intros L.
  - destruct m as [|[|m]]; simpl in L; lia.
  - apply (PeanoNat.Nat.pow_le_mono_r 2) in L; [exact L | lia].
  - destruct m as [|[|m]]; simpl in L; lia.
  - apply (PeanoNat.Nat.pow_le_mono_r 3) in L; [simpl in L; lia | lia].
Qed.

(** [erratum.closer-levels] Sharper: none, every swing is a counterexample. *)
Theorem erratum_closer_levels : ~ exists V, 0 < V /\ Rabs (0 - - V) < Rabs (V - 0).
Proof. intros [V [P H]]. rewrite !Rabs_right in H by lra. lra. Qed.

(** [erratum.compressed-layer] Sharper: none, d = q = 8 and n = 4 are the counterexample. *)
Theorem erratum_compressed_layer :
  ~ forall d q n : nat, (2 <= n -> Nat.divide n d -> Nat.divide n q -> 0 < d -> 0 < q -> n ^ 3 + d * q / n < d * q)%nat.
Proof.
  intros H. specialize (H 8 8 4)%nat. assert (4 ^ 3 + 8 * 8 / 4 < 8 * 8)%nat; [|vm_compute in H0; lia].
  apply H; try lia; exists 2%nat; reflexivity.
Qed.
