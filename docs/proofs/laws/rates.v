(* SPDX-License-Identifier: Apache-2.0 *)
(** Mean lengths of optimal codes, and numbers of digits. *)
From Coq Require Import Reals ZArith List Lra Psatz Lia.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples basics.entropy.
From softlaw Require Import laws.choice laws.codes.
Import ListNotations.
Open Scope R_scope.

Section Rates.
Context {A : Type}.
Implicit Types (I : list A) (p : A -> R) (l m : A -> nat).

(** The lengths of a code satisfy Kraft's inequality, and by [coding_prefix_free] all lengths that do are those of a code;
    Huffman's are optimal: none are shorter in the mean. *)
Definition admissible (r : nat) I l : Prop := kraft r (map l I) <= 1.
Definition mean_length I p l : R := inner I p (fun i => INR (l i)).
Definition optimal (r : nat) I p l : Prop := admissible r I l /\ forall m, admissible r I m -> mean_length I p l <= mean_length I p m.

Lemma kraft_exp r I l : (1 <= r)%nat -> kraft r (map l I) = sum I (fun i => exp (- (INR (l i) * ln (INR r)))).
Proof.
  intros R1. unfold kraft. rewrite sum_map. apply sum_ext. intros i _. rewrite exp_Ropp, exp_mult_nat, exp_ln; auto. apply lt_0_INR. lia.
Qed.
Lemma above_1 r : (2 <= r)%nat -> 1 < INR r.
Proof. intros H. apply (lt_INR 1). lia. Qed.
Lemma ceiling_nat y : 0 <= y -> exists n : nat, INR n = ceiling y.
Proof.
  intros P. exists (Z.to_nat (1 - up (- y))). destruct (ceiling_spec y) as [L _]. unfold ceiling in *.
  rewrite INR_IZR_INZ, Z2Nat.id; auto. apply le_IZR. lra.
Qed.

(** [coding.rate] Tags: p distribution, p > 0, r ≥ 2, optimal lengths.  Sharper: refuted below, with a strict sign. *)
Theorem coding_rate r I p l :
  distribution I p -> positive I p -> (2 <= r)%nat -> optimal r I p l ->
  entropy I p / ln (INR r) <= mean_length I p l < entropy I p / ln (INR r) + 1.
Proof.
  intros D P R2 [K Opt]. assert (R1 := above_1 r R2). assert (L : 0 < ln (INR r)) by (apply ln_pos; auto). split.
  - apply coding_noiseless; auto. rewrite <- kraft_exp by lia. exact K.
  - destruct (coding_shannon I p (INR r) D P R1) as [Ks [_ U]].
    assert (C : exists m, forall i, In i I -> INR (m i) = ceiling (- ln (p i) / ln (INR r))).
    { exists (fun i => Z.to_nat (1 - up (- (- ln (p i) / ln (INR r))))). intros i Hi.
      assert (Q : 0 <= - ln (p i) / ln (INR r)).
      { apply Rmult_le_pos; [|apply Rlt_le, Rinv_0_lt_compat; auto]. generalize (ln_nonpos (p i) (P i Hi) (distribution_le_1 I p i D Hi)). lra. }
      destruct (ceiling_spec (- ln (p i) / ln (INR r))) as [Lo _]. unfold ceiling in *. rewrite INR_IZR_INZ, Z2Nat.id; auto. apply le_IZR. lra. }
    destruct C as [m E]. apply Rle_lt_trans with (2 := U). apply Rle_trans with (mean_length I p m).
    + apply Opt. unfold admissible. rewrite kraft_exp by lia. rewrite (sum_ext I _ (fun i => exp (- (ceiling (- ln (p i) / ln (INR r)) * ln (INR r))))) by (intros; rewrite E; auto). auto.
    + apply Req_le. apply inner_ext; auto.
Qed.

(** [coding.redundancy] Tags: p distribution, Σ 2⁻ˡ ≤ 1.  Sharper: refuted below, with a strict sign. *)
Theorem coding_redundancy I p l :
  distribution I p -> admissible 2 I l ->
  let q i := / 2 ^ l i in
  ln 2 * mean_length I p l - entropy I p = kl I p q /\ 0 <= kl I p q /\ (kl I p q = 0 <-> forall i, In i I -> p i = q i).
Proof.
  intros D K q. assert (Q : positive I q) by (intros i _; apply Rinv_0_lt_compat, pow_lt; lra).
  assert (S : sum I q <= 1). { unfold admissible, kraft in K. rewrite sum_map in K. simpl INR in K. replace (1 + 1) with 2 in K by ring. exact K. }
  assert (E : ln 2 * mean_length I p l = cross_entropy I p q).
  { unfold mean_length, cross_entropy, inner. rewrite <- sum_scal, <- sum_opp. apply sum_ext. intros i _. unfold q. rewrite ln_Rinv, ln_pow by (try apply pow_lt; lra). ring. }
  split; [|split].
  - rewrite E. rewrite (cross_entropy_kl I p q (proj1 D) Q). ring.
  - apply kl_nonneg; auto.
  - split; [apply kl_zero; auto|]. intros H. unfold kl. apply sum_zero. intros i Hi. rewrite H by auto. unfold Rdiv. rewrite Rinv_r, ln_1 by (generalize (Q i Hi); lra). ring.
Qed.

(** [coding.dyadic] Tags: Σ 2⁻ˡ = 1, p = 2⁻ˡ.  Sharper: none, all are equalities. *)
Theorem coding_dyadic I p l :
  sum I (fun i => / 2 ^ l i) = 1 -> (forall i, In i I -> p i = / 2 ^ l i) ->
  entropy I p = ln 2 * mean_length I p l /\ forall m, optimal 2 I p m -> mean_length I p m = mean_length I p l.
Proof.
  intros S E. assert (D : distribution I p).
  { split; [intros i Hi; rewrite E by auto; apply Rlt_le, Rinv_0_lt_compat, pow_lt; lra | rewrite <- S; apply sum_ext; auto]. }
  assert (K : admissible 2 I l). { unfold admissible, kraft. rewrite sum_map. simpl INR. replace (1 + 1) with 2 by ring. lra. }
  destruct (coding_redundancy I p l D K) as [R [_ [_ Z]]]. assert (H : entropy I p = ln 2 * mean_length I p l) by (specialize (Z E); lra).
  split; auto. intros m [Km Opt]. apply Rle_antisym; [apply Opt; auto|].
  destruct (coding_redundancy I p m D Km) as [Rm [P _]]. assert (L := ln_2_pos). apply Rmult_le_reg_l with (ln 2); lra.
Qed.
End Rates.

(** The number of digits of [r] signs that [N] states need: the least [m] with N ≤ r^m. *)
Definition digits_for (r N m : nat) : Prop := (N <= r ^ m)%nat /\ forall k, (N <= r ^ k)%nat -> (m <= k)%nat.
Lemma digits_exist r N : (2 <= r)%nat -> exists m, digits_for r N m.
Proof.
  intros R2. assert (G : exists m, (N <= r ^ m)%nat) by (exists N; apply Nat.lt_le_incl, Nat.pow_gt_lin_r; lia).
  destruct G as [M G]. revert G. induction M as [|M IH]; intros G; [exists 0%nat; split; [auto | lia]|].
  destruct (le_lt_dec N (r ^ M)) as [L|L]; [auto|]. exists (S M). split; auto. intros k K. destruct (le_lt_dec (S M) k) as [|Q]; auto.
  assert (r ^ k <= r ^ M)%nat by (apply Nat.pow_le_mono_r; lia). lia.
Qed.

(** [coding.digits] Tags: N ≥ 1, r ≥ 2.  Sharper: refuted below, with a strict sign. *)
Theorem coding_digits r N m :
  (2 <= r)%nat -> (1 <= N)%nat -> digits_for r N m ->
  INR m = ceiling (ln (INR N) / ln (INR r)) /\ (N <= r ^ m)%nat /\ ((1 <= m)%nat -> (r ^ (m - 1) < N)%nat) /\ (m = 0%nat <-> N = 1%nat).
Proof.
  intros R2 N1 [H Least]. assert (R1 := above_1 r R2). assert (L : 0 < ln (INR r)) by (apply ln_pos; auto).
  assert (Low : (1 <= m)%nat -> (r ^ (m - 1) < N)%nat).
  { intros M. destruct (le_lt_dec N (r ^ (m - 1))) as [Q|]; auto. specialize (Least _ Q). lia. }
  assert (N0 : 0 < INR N) by (apply lt_0_INR; lia). split; [|split; [auto|split; [auto|]]].
  - assert (U : ln (INR N) <= INR m * ln (INR r)).
    { rewrite <- ln_pow by lra. apply ln_le_ln; auto. rewrite <- pow_INR. apply le_INR; auto. }
    assert (U' : ln (INR N) / ln (INR r) <= INR m) by (apply Rmult_le_reg_r with (ln (INR r)); auto; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra).
    assert (B : INR m - 1 < ln (INR N) / ln (INR r)).
    { destruct m as [|m].
      - simpl. assert (0 <= ln (INR N)) by (apply ln_nonneg, (le_INR 1); auto). assert (0 <= ln (INR N) / ln (INR r)) by (apply Rmult_le_pos; auto; apply Rlt_le, Rinv_0_lt_compat; auto). lra.
      - specialize (Low ltac:(lia)). simpl in Low. rewrite Nat.sub_0_r in Low. apply Rmult_lt_reg_r with (ln (INR r)); auto.
        unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. rewrite S_INR. replace ((INR m + 1 - 1) * ln (INR r)) with (INR m * ln (INR r)) by ring.
        rewrite <- ln_pow by lra. apply ln_increasing; [apply pow_lt; lra|]. rewrite <- pow_INR. apply lt_INR; auto. }
    set (y := ln (INR N) / ln (INR r)) in *. destruct (ceiling_spec y) as [C1 C2]. unfold ceiling in *. rewrite (INR_IZR_INZ m) in *. apply Rle_antisym; apply IZR_le.
    + assert (Z.of_nat m < 1 - up (- y) + 1)%Z; [|lia]. apply lt_IZR. rewrite (plus_IZR (1 - up (- y))). lra.
    + assert (1 - up (- y) < Z.of_nat m + 1)%Z; [|lia]. apply lt_IZR. rewrite (plus_IZR (Z.of_nat m)). lra.
  - split; intros E; subst; [simpl in H; lia|]. assert (Q := Least 0%nat). simpl in Q. lia.
Qed.

(** [coding.block-length] Tags: q ≥ 1, n ≥ 1, r ≥ 2.  Sharper: refuted below, with a strict sign. *)
Theorem coding_block_length r q n m :
  (2 <= r)%nat -> (1 <= q)%nat -> (1 <= n)%nat -> digits_for r (q ^ n) m ->
  (q ^ n <= r ^ m)%nat /\ ((1 <= m)%nat -> (r ^ (m - 1) < q ^ n)%nat) /\
  ln (INR q) / ln (INR r) <= INR m / INR n < ln (INR q) / ln (INR r) + / INR n /\
  (INR m / INR n = ln (INR q) / ln (INR r) <-> (q ^ n = r ^ m)%nat).
Proof.
  intros R2 Q1 N1 D. assert (R1 := above_1 r R2). assert (L : 0 < ln (INR r)) by (apply ln_pos; auto).
  assert (Qn : (1 <= q ^ n)%nat) by (apply Nat.neq_0_lt_0, Nat.pow_nonzero; lia). destruct (coding_digits r (q ^ n) m R2 Qn D) as [E [H [Low _]]].
  assert (q0 : 0 < INR q) by (apply lt_0_INR; lia). assert (n0 : 0 < INR n) by (apply lt_0_INR; lia).
  assert (X : ln (INR (q ^ n)) = INR n * ln (INR q)) by (rewrite pow_INR; apply ln_pow; auto). rewrite X in E.
  split; auto. split; auto. destruct (ceiling_spec (INR n * ln (INR q) / ln (INR r))) as [C1 C2]. rewrite <- E in C1, C2. split; [split|split].
  - apply Rmult_le_reg_r with (INR n); auto. replace (INR m / INR n * INR n) with (INR m) by (field; lra). replace (ln (INR q) / ln (INR r) * INR n) with (INR n * ln (INR q) / ln (INR r)) by (field; lra). auto.
  - apply Rmult_lt_reg_r with (INR n); auto. replace (INR m / INR n * INR n) with (INR m) by (field; lra).
    replace ((ln (INR q) / ln (INR r) + / INR n) * INR n) with (INR n * ln (INR q) / ln (INR r) + 1) by (field; lra). auto.
  - intros Eq. assert (Y : INR n * ln (INR q) = INR m * ln (INR r)).
    { replace (INR m) with (INR m / INR n * INR n) by (field; lra). rewrite Eq. field. lra. }
    apply INR_eq. rewrite !pow_INR. apply ln_inv; try (apply pow_lt; lra). rewrite !ln_pow by lra. auto.
  - intros Eq. assert (Y : INR n * ln (INR q) = INR m * ln (INR r)) by (rewrite <- !ln_pow, <- !pow_INR, Eq by lra; auto).
    replace (INR m) with (INR n * ln (INR q) / ln (INR r)) by (rewrite Y; field; lra). field. lra.
Qed.

(** [coding.levels] Tags: N ≥ 1, r ≥ 2.  Sharper: refuted below, with fewer ternary digits for four states. *)
Theorem coding_levels r N m m' two_level three :
  (2 <= r)%nat -> (1 <= N)%nat -> digits_for r N m -> digits_for (r + 1) N m' -> digits_for 2 N two_level -> digits_for 3 N three ->
  (m' <= m)%nat /\ (N <> 1 -> N <> 2 -> N <> 4 -> three < two_level)%nat /\ (two_level <= (r - 1) * m)%nat.
Proof.
  intros R2 N1 [H L] [H' L'] [H2 L2] [H3 L3]. split; [|split].
  - apply L'. apply Nat.le_trans with (1 := H). apply Nat.pow_le_mono_l. lia.
  - intros A B C. destruct two_level as [|[|[|k]]]; [simpl in H2; lia | simpl in H2; lia | |].
    + assert (N = 3)%nat by (simpl in H2; lia). subst. assert (three <= 1)%nat by (apply L3; simpl; lia). lia.
    + assert (three <= S (S k))%nat; [|lia]. apply L3. apply Nat.le_trans with (1 := H2). clear. induction k as [|k IH]; [simpl; lia|].
      change (2 ^ S (S (S (S k))))%nat with (2 * 2 ^ S (S (S k)))%nat. change (3 ^ S (S (S k)))%nat with (3 * 3 ^ S (S k))%nat. lia.
  - apply L2. apply Nat.le_trans with (1 := H). rewrite Nat.pow_mul_r. apply Nat.pow_le_mono_l.
    clear - R2. induction r as [|r IH]; [lia|]. destruct r as [|r]; [lia|]. destruct r as [|r]; [simpl; lia|].
    replace (S (S (S r)) - 1)%nat with (S (S (S r) - 1)) by lia. rewrite Nat.pow_succ_r'. specialize (IH ltac:(lia)). lia.
Qed.

Definition one_digit (i : nat) : nat := 1.
Lemma one_digit_admissible : admissible 2 two one_digit. Proof. unfold admissible. change (map one_digit two) with [1%nat; 1%nat]. rewrite bits_kraft. lra. Qed.
Lemma one_digit_mean : mean_length two even one_digit = 1.
Proof. unfold mean_length, inner. rewrite sum_pair. unfold even. simpl. lra. Qed.
Lemma one_digit_optimal : optimal 2 two even one_digit.
Proof.
  split; [apply one_digit_admissible|]. intros m K. rewrite one_digit_mean.
  assert (H := coding_noiseless two even (fun i => INR (m i)) 2 even_distribution two_above_one).
  rewrite entropy_even in H. replace (ln 2 / ln 2) with 1 in H by (field; generalize ln_2_pos; lra). apply H.
  unfold admissible in K. rewrite kraft_exp in K by lia. simpl (INR 2) in K. replace (1 + 1) with 2 in K by ring. exact K.
Qed.
Definition coding_rate_met := coding_rate 2 two even one_digit even_distribution even_positive two_digits one_digit_optimal.
Lemma coding_rate_sharp :
  ~ forall r (I : list nat) p l, distribution I p -> positive I p -> (2 <= r)%nat -> optimal r I p l -> entropy I p / ln (INR r) < mean_length I p l.
Proof.
  intros H. specialize (H 2%nat two even one_digit even_distribution even_positive two_digits one_digit_optimal). rewrite entropy_even, one_digit_mean in H. simpl INR in H.
  replace (1 + 1) with 2 in H by ring. replace (ln 2 / ln 2) with 1 in H by (field; generalize ln_2_pos; lra). lra.
Qed.
Definition coding_redundancy_met := coding_redundancy two even one_digit even_distribution one_digit_admissible.
Lemma coding_redundancy_sharp :
  ~ forall (I : list nat) p l, distribution I p -> admissible 2 I l -> 0 < kl I p (fun i => / 2 ^ l i).
Proof.
  intros H. specialize (H two even one_digit even_distribution one_digit_admissible). unfold kl in H. rewrite sum_pair in H. unfold even, one_digit in H. simpl in H.
  replace (1 / 2 / / (2 * 1)) with 1 in H by field. rewrite ln_1 in H. lra.
Qed.
Lemma one_digit_sum : sum two (fun i => / 2 ^ one_digit i) = 1. Proof. rewrite sum_pair. unfold one_digit. simpl. lra. Qed.
Lemma even_dyadic i : In i two -> even i = / 2 ^ one_digit i. Proof. intros _. unfold even, pair, one_digit. destruct i; simpl; lra. Qed.
Definition coding_dyadic_met := coding_dyadic two even one_digit one_digit_sum even_dyadic.
Lemma digits_2 : digits_for 2 2 1. Proof. split; [simpl; lia|]. intros [|k] H; [simpl in H; lia | lia]. Qed.
Lemma digits_2_pow : digits_for 2 (2 ^ 1) 1. Proof. exact digits_2. Qed.
Lemma digits_3 : digits_for 3 2 1. Proof. split; [simpl; lia|]. intros [|k] H; [simpl in H; lia | lia]. Qed.
Lemma one_to_two : (1 <= 2)%nat. Proof. lia. Qed.
Lemma one_to_one : (1 <= 1)%nat. Proof. lia. Qed.
Definition coding_digits_met := coding_digits 2 2 1 two_digits one_to_two digits_2.
Lemma coding_digits_sharp : ~ forall r N m, (2 <= r)%nat -> (1 <= N)%nat -> digits_for r N m -> (N < r ^ m)%nat.
Proof. intros H. specialize (H 2%nat 2%nat 1%nat two_digits one_to_two digits_2). simpl in H. lia. Qed.
Definition coding_block_length_met := coding_block_length 2 2 1 1 two_digits one_to_two one_to_one digits_2_pow.
Lemma coding_block_length_sharp :
  ~ forall r q n m, (2 <= r)%nat -> (1 <= q)%nat -> (1 <= n)%nat -> digits_for r (q ^ n) m -> ln (INR q) / ln (INR r) < INR m / INR n.
Proof.
  intros H. specialize (H 2%nat 2%nat 1%nat 1%nat two_digits one_to_two one_to_one digits_2_pow). simpl in H. replace (1 + 1) with 2 in H by ring.
  replace (ln 2 / ln 2) with 1 in H by (field; generalize ln_2_pos; lra). lra.
Qed.
Definition coding_levels_met := coding_levels 2 2 1 1 1 1 two_digits one_to_two digits_2 digits_3 digits_2 digits_3.
Lemma coding_levels_sharp : ~ forall N m2 m3, (1 <= N)%nat -> digits_for 2 N m2 -> digits_for 3 N m3 -> N <> 1%nat -> N <> 2%nat -> (m3 < m2)%nat.
Proof.
  intros H. specialize (H 4%nat 2%nat 2%nat). assert (D : digits_for 2 4 2) by (split; [simpl; lia|]; intros [|[|k]] K; simpl in K; lia).
  assert (T : digits_for 3 4 2) by (split; [simpl; lia|]; intros [|[|k]] K; simpl in K; lia). specialize (H ltac:(lia) D T ltac:(lia) ltac:(lia)). lia.
Qed.
