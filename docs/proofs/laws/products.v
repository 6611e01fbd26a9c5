(* SPDX-License-Identifier: Apache-2.0 *)
(** Entropy of products and groups, what processing does, and units. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.entropy laws.bounds laws.limits laws.convexity laws.information.
Import ListNotations.
Open Scope R_scope.

Section Products.
Context {A B : Type}.

(** [information.outer-sum] Tags: n ≥ 1, p ≥ 1.  Sharper: none, all are equalities. *)
Theorem information_outer_sum (I : list A) (J : list B) x y i j :
  I <> [] -> J <> [] ->
  let z (c : A * B) := x (fst c) + y (snd c) in
  softmax (list_prod I J) z (i, j) = softmax I x i * softmax J y j /\
  lse (list_prod I J) z = lse I x + lse J y /\
  entropy (list_prod I J) (softmax (list_prod I J) z) = entropy I (softmax I x) + entropy J (softmax J y).
Proof.
  intros N M z. assert (S : sum (list_prod I J) (fun c => exp (z c)) = sum I (fun i => exp (x i)) * sum J (fun j => exp (y j))).
  { rewrite sum_prod, <- sum_scal_r. apply sum_ext. intros a _. rewrite <- sum_scal. apply sum_ext. intros b _. unfold z. simpl. apply exp_plus. }
  assert (X := total_pos I x N). assert (Y := total_pos J y M).
  assert (W : forall c, softmax (list_prod I J) z c = softmax I x (fst c) * softmax J y (snd c)).
  { intros c. unfold softmax. rewrite S. unfold z. rewrite exp_plus. field. lra. }
  split; [apply (W (i, j))|]. split; [unfold lse; rewrite S, ln_mult; auto|].
  unfold entropy. rewrite sum_prod.
  rewrite (sum_ext I _ (fun i => softmax I x i * ln (softmax I x i) + softmax I x i * sum J (fun j => softmax J y j * ln (softmax J y j)))).
  - rewrite sum_plus, sum_scal_r, softmax_sum by auto. ring.
  - intros a _. transitivity (softmax I x a * ln (softmax I x a) * sum J (softmax J y) + softmax I x a * sum J (fun j => softmax J y j * ln (softmax J y j))).
    + gather. apply sum_ext. intros b _. rewrite W. simpl. rewrite ln_mult by (apply softmax_pos; auto). ring.
    + rewrite softmax_sum by auto. ring.
Qed.

(** [coding.independent] Tags: p distribution, q distribution.  Sharper: none, it is an equality. *)
Theorem coding_independent (I : list A) (J : list B) p q :
  distribution I p -> distribution J q ->
  entropy (list_prod I J) (fun c => p (fst c) * q (snd c)) = entropy I p + entropy J q.
Proof.
  intros [P S] [Q T]. unfold entropy. rewrite sum_prod.
  rewrite (sum_ext I _ (fun i => p i * ln (p i) + p i * sum J (fun j => q j * ln (q j)))).
  - rewrite sum_plus, sum_scal_r, S. ring.
  - intros i Hi. transitivity (p i * ln (p i) * sum J q + p i * sum J (fun j => q j * ln (q j))); [|rewrite T; ring].
    gather. apply sum_ext. intros j Hj. simpl.
    destruct (P i Hi) as [X| <-]; [|ring]. destruct (Q j Hj) as [Y| <-]; [|ring]. rewrite ln_mult by auto. ring.
Qed.

(** Two distributions as parts of one, with the shares [s] and [1 - s]. *)
Definition parts (s : R) (p : A -> R) (q : B -> R) (c : A + B) : R :=
  match c with inl i => s * p i | inr j => (1 - s) * q j end.

(** [information.grouping] Tags: p distribution, q distribution, 0 ≤ s ≤ 1.  Sharper: none, it is an equality. *)
Theorem information_grouping (I : list A) (J : list B) p q s :
  distribution I p -> distribution J q -> 0 <= s <= 1 ->
  entropy (map inl I ++ map inr J) (parts s p q) = coin_entropy s + s * entropy I p + (1 - s) * entropy J q.
Proof.
  intros [P S] [Q T] H. unfold entropy. rewrite sum_app, !sum_map. simpl.
  assert (G : forall (C : Type) (K : list C) (r : C -> R) a, (forall k, In k K -> 0 <= r k) -> sum K r = 1 -> 0 <= a ->
    sum K (fun k => a * r k * ln (a * r k)) = a * ln a + a * sum K (fun k => r k * ln (r k))).
  { intros C K r a Hr Sr [a0| <-]; [|rewrite sum_zero by (intros; ring); ring].
    transitivity (a * ln a * sum K r + a * sum K (fun k => r k * ln (r k))); [|rewrite Sr; ring].
    gather. apply sum_ext. intros k Hk. destruct (Hr k Hk) as [X| <-]; [rewrite ln_mult by auto; ring | ring]. }
  rewrite !G by (auto; lra). unfold coin_entropy. ring.
Qed.

(** [information.data-processing] Tags: p distribution, q distribution, q > 0, K stochastic.
    Sharper: refuted below, with a strict sign. *)
Theorem information_data_processing (I : list A) (J : list B) p q (K : A -> B -> R) :
  distribution I p -> positive I q -> (forall i, In i I -> distribution J (K i)) ->
  (forall j, In j J -> 0 < sum I (fun i => q i * K i j)) ->
  kl J (fun j => sum I (fun i => p i * K i j)) (fun j => sum I (fun i => q i * K i j)) <= kl I p q.
Proof.
  intros D Q S Z. unfold kl at 1.
  apply Rle_trans with (sum J (fun j => sum I (fun i => p i * K i j * ln (p i * K i j / (q i * K i j))))).
  - apply sum_le. intros j Hj. apply log_sum_general.
    + intros i Hi. apply Rmult_le_pos; [apply D; auto | apply (S i Hi); auto].
    + intros i Hi. apply Rmult_le_pos; [apply Rlt_le, Q; auto | apply (S i Hi); auto].
    + intros i Hi E. apply Rmult_integral in E. destruct E as [E|E]; [generalize (Q i Hi); lra | rewrite E; ring].
  - rewrite sum_swap. unfold kl. apply Req_le, sum_ext. intros i Hi.
    rewrite (sum_ext J _ (fun j => K i j * (p i * ln (p i / q i)))).
    + rewrite sum_scal_r, (proj2 (S i Hi)). ring.
    + intros j Hj. destruct (proj1 (S i Hi) j Hj) as [X| <-]; [|ring]. rewrite (Rmult_comm (p i)), (Rmult_comm (q i)).
      replace (K i j * p i / (K i j * q i)) with (p i / q i) by (field; generalize (Q i Hi); lra). ring.
Qed.
End Products.

(** [coding.grouping] Tags: p distribution.  Sharper: none, it is an equality. *)
Theorem coding_grouping {A} (k i : A) (I : list A) p q :
  distribution (i :: I) p -> q k = p i / 2 -> q i = p i / 2 -> (forall j, In j I -> q j = p j) ->
  entropy (k :: i :: I) q = entropy (i :: I) p + p i * ln 2.
Proof.
  intros [P _] Ek Ei Ej. unfold entropy. simpl. rewrite Ek, Ei. rewrite (sum_ext I (fun i => q i * ln (q i)) (fun i => p i * ln (p i))).
  - destruct (P i (or_introl eq_refl)) as [X|X]; [rewrite ln_div_pos by lra; field | rewrite <- X; unfold Rdiv; ring].
  - intros j Hj. rewrite Ej; auto.
Qed.

(** [information.bit] Tags: k ≥ 0.  Sharper: none, all are equalities. *)
Theorem information_bit k (I : list nat) :
  length I = (2 ^ k)%nat ->
  surprisal ((1 / 2) ^ k) = bits_to_nats (INR k) /\ entropy I (fun _ => / count I) = bits_to_nats (INR k).
Proof.
  intros L. assert (E : ln (2 ^ k) = INR k * ln 2) by (apply ln_pow; lra).
  assert (P : 0 < 2 ^ k) by (apply pow_lt; lra). unfold surprisal, bits_to_nats. split.
  - unfold Rdiv. rewrite Rmult_1_l, pow_inv, ln_Rinv by lra. lra.
  - assert (C : count I = 2 ^ k) by (unfold count; rewrite L, pow_INR; reflexivity).
    unfold entropy. rewrite sum_const, C, ln_Rinv, E by auto. field. lra.
Qed.

(** [coding.entropy-bounds] Tags: p distribution.  Sharper: refuted below, with strict signs. *)
Theorem coding_entropy_bounds {A} (I : list A) p : distribution I p -> 0 <= entropy I p <= ln (count I).
Proof. intros D. split; [apply entropy_nonneg | apply entropy_le]; auto. Qed.

(** [coding.softmax-entropy] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem coding_softmax_entropy {A} (I : list A) x :
  I <> [] -> - inner I (softmax I x) (log_softmax I x) = lse I x - inner I (softmax I x) x.
Proof. intros N. apply entropy_softmax; auto. Qed.

Definition information_outer_sum_met := information_outer_sum two one ramp ramp 0%nat 0%nat two_some one_some.
Definition coding_independent_met := coding_independent two two even uneven even_distribution uneven_distribution.
Definition information_grouping_met := information_grouping two two even uneven (1 / 2) even_distribution uneven_distribution half_half.
Lemma certain : distribution one (fun _ => 1). Proof. split; [intros; lra | simpl; lra]. Qed.
Lemma certain_column (j : nat) : In j one -> 0 < sum two (fun i => uneven i * 1).
Proof. intros _. rewrite sum_pair. unfold uneven, pair. lra. Qed.
Definition information_data_processing_met :=
  information_data_processing two one even uneven (fun _ _ => 1) even_distribution uneven_positive (fun _ _ => certain) certain_column.
Lemma information_data_processing_sharp :
  ~ forall (I J : list nat) p q (K : nat -> nat -> R),
    distribution I p -> positive I q -> (forall i, In i I -> distribution J (K i)) ->
    (forall j, In j J -> 0 < sum I (fun i => q i * K i j)) ->
    kl J (fun j => sum I (fun i => p i * K i j)) (fun j => sum I (fun i => q i * K i j)) < kl I p q.
Proof.
  intros H. specialize (H one one (fun _ => 1) (fun _ => 1) (fun _ _ => 1) certain (fun _ _ => Rlt_0_1) (fun _ _ => certain)).
  assert (X : forall j, In j one -> 0 < sum one (fun _ => 1 * 1)) by (intros; rewrite sum_one; lra). specialize (H X).
  unfold kl in H. rewrite !sum_one in H. rewrite !Rmult_1_r in H. lra.
Qed.
Definition coding_grouping_met :=
  coding_grouping 1%nat 0%nat [] (fun _ => 1) (fun _ => 1 / 2) certain eq_refl eq_refl (fun _ f => match f with end).
Definition information_bit_met := information_bit 1 two eq_refl.
Definition coding_entropy_bounds_met := coding_entropy_bounds two even even_distribution.
Lemma coding_entropy_bounds_sharp : ~ forall (I : list nat) p, distribution I p -> 0 < entropy I p.
Proof. intros H. specialize (H one _ certain). unfold entropy in H. rewrite sum_one, ln_1 in H. lra. Qed.
Definition coding_softmax_entropy_met := coding_softmax_entropy two ramp two_some.
