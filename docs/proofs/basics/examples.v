(* SPDX-License-Identifier: Apache-2.0 *)
(** Small vectors, with which the premises of theorems are met and sharper statements refuted. *)
From Coq Require Import Reals List Permutation Lra Lia.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax.
Import ListNotations.
Open Scope R_scope.

(** One index, and two. *)
Definition one : list nat := [0%nat].
Definition two : list nat := [0%nat; 1%nat].
(** The vectors (a, b) and (0, 1), the even coin, and a coin with the chances 1/4 and 3/4. *)
Definition pair (a b : R) (i : nat) : R := match i with O => a | _ => b end.
Definition ramp : nat -> R := pair 0 1.
Definition even : nat -> R := pair (1 / 2) (1 / 2).
Definition uneven : nat -> R := pair (1 / 4) (3 / 4).

Lemma one_some : one <> []. Proof. easy. Qed.
Lemma two_some : two <> []. Proof. easy. Qed.
Lemma two_long : (2 <= length two)%nat. Proof. simpl; lia. Qed.
Lemma two_distinct : NoDup two.
Proof. repeat constructor; simpl; intuition easy. Qed.
Lemma one_distinct : NoDup one.
Proof. repeat constructor; simpl; intuition easy. Qed.
Lemma in_0 : In 0%nat two. Proof. simpl; auto. Qed.
Lemma in_1 : In 1%nat two. Proof. simpl; auto. Qed.
Lemma in_one : In 0%nat one. Proof. simpl; auto. Qed.
Lemma even_distribution : distribution two even.
Proof. split; [intros [|i] _; unfold even, pair; lra | simpl; unfold even, pair; lra]. Qed.
Lemma uneven_distribution : distribution two uneven.
Proof. split; [intros [|i] _; unfold uneven, pair; lra | simpl; unfold uneven, pair; lra]. Qed.
Lemma even_positive : positive two even.
Proof. intros [|i] _; unfold even, pair; lra. Qed.
Lemma uneven_positive : positive two uneven.
Proof. intros [|i] _; unfold uneven, pair; lra. Qed.
Lemma count_two_2 : count two = 2. Proof. unfold count; simpl; lra. Qed.
Lemma count_one_1 : count one = 1. Proof. unfold count; simpl; lra. Qed.

Lemma maximum_pair a b : maximum two (pair a b) = Rmax a b. Proof. reflexivity. Qed.
Lemma maximum_ramp : maximum two ramp = 1.
Proof. unfold ramp. simpl. apply Rmax_right; lra. Qed.
Lemma minimum_pair a b : minimum two (pair a b) = Rmin a b.
Proof.
  unfold minimum. simpl. unfold Rmax, Rmin. destruct (Rle_dec (- a) (- b)), (Rle_dec a b); lra.
Qed.
Lemma spread_pair a b : spread two (pair a b) = Rabs (a - b).
Proof.
  unfold spread. rewrite maximum_pair, minimum_pair. unfold Rmax, Rmin, Rabs.
  destruct (Rle_dec a b), (Rcase_abs (a - b)); lra.
Qed.
Lemma sum_pair f : sum two f = f 0%nat + f 1%nat. Proof. simpl; lra. Qed.
Lemma sum_one f : sum one f = f 0%nat. Proof. simpl; lra. Qed.
Lemma lse_pair a b : lse two (pair a b) = ln (exp a + exp b).
Proof. unfold lse. rewrite sum_pair. reflexivity. Qed.
Lemma lse_one x : lse one x = x 0%nat.
Proof. unfold lse. rewrite sum_one. apply ln_exp. Qed.
Lemma lse_zeros : lse two (pair 0 0) = ln 2.
Proof. rewrite lse_pair, exp_0. f_equal; lra. Qed.
Lemma softmax_zeros i : softmax two (pair 0 0) i = 1 / 2.
Proof. unfold softmax. rewrite sum_pair. destruct i; simpl; rewrite exp_0; lra. Qed.
Lemma softmax_one x : softmax one x 0%nat = 1.
Proof. unfold softmax. rewrite sum_one. field. apply Rgt_not_eq, exp_pos. Qed.
Lemma mean_zeros h : mean two (pair 0 0) h = (h 0%nat + h 1%nat) / 2.
Proof. unfold mean, inner. rewrite sum_pair, !softmax_zeros. lra. Qed.
Lemma ln_2_pos : 0 < ln 2. Proof. apply ln_pos; lra. Qed.
Lemma ln_2_lt_1 : ln 2 < 1. Proof. generalize (ln_lt_sub 2); lra. Qed.
Lemma exp_neg_lt_1 t : t < 0 -> exp t < 1.
Proof. intros H. replace 1 with (exp 0) by apply exp_0. apply exp_increasing; auto. Qed.
Lemma exp_gt_1 t : 0 < t -> 1 < exp t.
Proof. intros H. generalize (exp_ineq1_le t). lra. Qed.
Lemma exp_1_gt_2 : 2 < exp 1. Proof. generalize (exp_ineq1 1); lra. Qed.
