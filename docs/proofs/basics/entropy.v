(* SPDX-License-Identifier: Apache-2.0 *)
(** First facts of entropy, cross-entropy and relative entropy. *)
From Coq Require Import Reals List Lra Psatz.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax.
Import ListNotations.
Open Scope R_scope.

Section Entropy.
Context {A : Type}.
Implicit Types (I : list A) (x p q : A -> R).

Lemma entropy_term a : 0 <= a <= 1 -> a * ln a <= 0.
Proof.
  intros [[P| <-] L]; [|rewrite Rmult_0_l; lra].
  generalize (ln_nonpos a P L). nra.
Qed.
Lemma entropy_nonneg I p : distribution I p -> 0 <= entropy I p.
Proof.
  intros D. unfold entropy. rewrite <- sum_opp. apply sum_nonneg. intros i Hi.
  assert (0 <= p i <= 1) by (split; [apply D; auto | apply distribution_le_1 with I; auto]).
  generalize (entropy_term (p i) H). lra.
Qed.
Lemma cross_entropy_kl I p q :
  (forall i, In i I -> 0 <= p i) -> positive I q -> cross_entropy I p q = entropy I p + kl I p q.
Proof.
  intros P Q. unfold cross_entropy, entropy, kl. gather. apply sum_ext. intros i Hi.
  destruct (P i Hi) as [H| <-]; [rewrite ln_div_pos by auto; ring | ring].
Qed.
Lemma cross_entropy_const I p c : distribution I p -> cross_entropy I p (fun _ => c) = - ln c.
Proof. intros [_ S]. unfold cross_entropy. rewrite sum_scal_r, S. ring. Qed.
Lemma uniform_distribution I : I <> [] -> distribution I (fun _ => / count I) /\ positive I (fun _ : A => / count I).
Proof.
  intros N. generalize (count_pos I N). intros C. assert (0 < / count I) by (apply Rinv_0_lt_compat; lra).
  split; [split|intros i _; auto]; [intros; lra|]. rewrite sum_const. field. lra.
Qed.
Lemma entropy_kl_uniform I p : distribution I p -> kl I p (fun _ => / count I) = ln (count I) - entropy I p.
Proof.
  intros D. assert (N := distribution_nonempty I p D). destruct (uniform_distribution I N) as [_ U].
  generalize (cross_entropy_kl I p _ (proj1 D) U). rewrite cross_entropy_const by auto.
  generalize (count_pos I N). intros C. rewrite ln_Rinv by lra. lra.
Qed.
Lemma entropy_le I p : distribution I p -> entropy I p <= ln (count I).
Proof.
  intros D. assert (N := distribution_nonempty I p D). destruct (uniform_distribution I N) as [[_ S] U].
  generalize (kl_nonneg I p _ D U). rewrite entropy_kl_uniform by auto. intros H. specialize (H ltac:(lra)). lra.
Qed.
Lemma softmax_ln I p i : distribution I p -> positive I p -> In i I -> softmax I (fun j => ln (p j)) i = p i.
Proof.
  intros [_ S] P Hi. unfold softmax. rewrite (sum_ext I _ p), S, exp_ln by (intros; try apply exp_ln; auto). field.
Qed.
Lemma softmax_ln_translate I p c i :
  distribution I p -> positive I p -> In i I -> softmax I (fun j => ln (p j) + c) i = p i.
Proof.
  intros D P Hi. assert (N := distribution_nonempty I p D).
  rewrite softmax_exp, lse_translate by auto. replace (ln (p i) + c - (lse I (fun j => ln (p j)) + c)) with (ln (p i) - lse I (fun j => ln (p j))) by ring.
  rewrite <- (softmax_exp I (fun j => ln (p j))) by auto. apply softmax_ln; auto.
Qed.
End Entropy.
