(* SPDX-License-Identifier: Apache-2.0 *)
(** Surprisal, entropy, cross-entropy and relative entropy. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.entropy laws.bounds laws.limits laws.convexity.
Import ListNotations.
Open Scope R_scope.

(** [information.surprisal-adds] Tags: p > 0, q > 0.  Sharper: none, it is an equality. *)
Theorem information_surprisal_adds p q : 0 < p -> 0 < q -> surprisal (p * q) = surprisal p + surprisal q.
Proof. intros P Q. unfold surprisal. rewrite ln_mult by auto. ring. Qed.

(** [information.surprisal-falls] Tags: 0 < p < q ≤ 1.  Sharper: refuted below, with a positive surprisal of 1. *)
Theorem information_surprisal_falls p q : 0 < p < q -> q <= 1 -> 0 <= surprisal q < surprisal p.
Proof.
  intros [P L] Q. unfold surprisal. generalize (ln_increasing p q P L) (ln_nonpos q ltac:(lra) Q). lra.
Qed.

Definition nats_to_bits (x : R) : R := x / ln 2.
Definition bits_to_nats (x : R) : R := x * ln 2.
(** [information.units] Tags: none.  Sharper: none, both are equalities. *)
Theorem information_units x :
  nats_to_bits x * ln 2 = x /\ bits_to_nats x = x * ln 2 /\ bits_to_nats (nats_to_bits x) = x.
Proof. generalize ln_2_pos. intros. unfold bits_to_nats, nats_to_bits. repeat split; field; lra. Qed.

Section Information.
Context {A : Type}.
Implicit Types (I : list A) (x p q r s : A -> R).

(** [information.expected-surprisal] Tags: p distribution.  Sharper: none, both are equalities. *)
Theorem information_expected_surprisal I p q :
  entropy I p = inner I p (fun i => surprisal (p i)) /\ cross_entropy I p q = inner I p (fun i => surprisal (q i)).
Proof. unfold entropy, cross_entropy, inner, surprisal. split; gather; apply sum_ext; intros; ring. Qed.

(** [information.certainty] Tags: q > 0.  Sharper: none, all are equalities. *)
Theorem information_certainty (same : forall i j : A, {i = j} + {i <> j}) I q k :
  NoDup I -> In k I -> 0 < q k ->
  let e := unit_vector same k in
  entropy I e = 0 /\ cross_entropy I e q = surprisal (q k) /\ kl I e q = surprisal (q k).
Proof.
  intros D Hk Q e. assert (E : e k = 1) by (unfold e, unit_vector; destruct (same k k); easy).
  assert (Z : forall i, i <> k -> e i = 0) by (intros i H; unfold e, unit_vector; destruct (same k i); [congruence | easy]).
  unfold entropy, cross_entropy, kl, surprisal.
  rewrite !(sum_single I _ k D Hk) by (intros i _ H; rewrite Z by auto; ring). rewrite E, ln_1, ln_div_pos, ln_1 by lra.
  repeat split; ring.
Qed.

(** [information.decomposition] Tags: p distribution, q > 0.  Sharper: none, both are equalities. *)
Theorem information_decomposition I p q :
  distribution I p -> positive I q ->
  cross_entropy I p q = entropy I p + kl I p q /\ cross_entropy I p p = entropy I p /\ kl I p p = 0.
Proof.
  intros D Q. split; [apply cross_entropy_kl; [apply D | auto]|]. split; auto. unfold kl. apply sum_zero. intros i Hi.
  destruct (proj1 D i Hi) as [P| <-]; [|ring]. replace (p i / p i) with 1 by (field; lra). rewrite ln_1. ring.
Qed.

(** [information.softmax-entropy] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem information_softmax_entropy I x :
  I <> [] ->
  let p := softmax I x in let m := maximum I x in
  entropy I p = (lse I x - m) + inner I p (fun i => m - x i) /\
  0 <= lse I x - m <= entropy I p /\ entropy I p <= ln (count I).
Proof.
  intros N p m. assert (E : entropy I p = (lse I x - m) + inner I p (fun i => m - x i)).
  { unfold p. rewrite entropy_softmax by auto. fold (mean I x (fun i => m - x i)). rewrite mean_minus, mean_const by auto. ring. }
  split; auto. split; [|apply entropy_le, softmax_distribution; auto]. split.
  - destruct (maximum_in I x N) as [i [Hi Ei]]. unfold m. rewrite <- Ei. generalize (lse_ge I x i Hi). lra.
  - rewrite E. assert (0 <= inner I p (fun i => m - x i)); [|lra]. apply mean_nonneg; auto.
    intros i Hi. unfold m. generalize (le_maximum I x i Hi). lra.
Qed.

(** [information.gibbs] Tags: p distribution, q distribution, q > 0.  Sharper: refuted below, with a strict sign. *)
Theorem information_gibbs I p q :
  distribution I p -> distribution I q -> positive I q ->
  0 <= kl I p q /\ (kl I p q = 0 <-> forall i, In i I -> p i = q i) /\ entropy I p <= cross_entropy I p q /\
  (cross_entropy I p q = entropy I p <-> forall i, In i I -> p i = q i).
Proof.
  intros D [Q1 S] Q. assert (K : 0 <= kl I p q) by (apply kl_nonneg; auto; lra).
  assert (Z : kl I p q = 0 <-> forall i, In i I -> p i = q i).
  { split; [apply kl_zero; auto; lra|]. intros H. unfold kl. apply sum_zero. intros i Hi. rewrite H by auto.
    replace (q i / q i) with 1 by (field; apply Rgt_not_eq, Q; auto). rewrite ln_1. ring. }
  assert (C := cross_entropy_kl I p q (proj1 D) Q). split; auto. split; auto. split; [lra|]. rewrite <- Z. split; lra.
Qed.

Lemma log_sum_general I (a b : A -> R) :
  (forall i, In i I -> 0 <= a i) -> (forall i, In i I -> 0 <= b i) -> (forall i, In i I -> b i = 0 -> a i = 0) ->
  sum I a * ln (sum I a / sum I b) <= sum I (fun i => a i * ln (a i / b i)).
Proof.
  intros P Q Z. assert (A0 := sum_nonneg I a P). assert (B0 := sum_nonneg I b Q).
  destruct A0 as [A0|A0].
  - assert (B1 : 0 < sum I b).
    { destruct B0 as [|B0]; auto. exfalso. assert (H := sum_nonneg_zero I b Q (eq_sym B0)).
      rewrite (sum_zero I a) in A0; [lra|]. intros i Hi. auto. }
    set (c := sum I a / sum I b). assert (C : 0 < c) by (apply Rdiv_lt_0_compat; auto).
    apply Rle_trans with (sum I (fun i => a i * ln c + (a i - c * b i))).
    + rewrite sum_plus, sum_minus, sum_scal_r, sum_scal. replace (c * sum I b) with (sum I a) by (unfold c; field; lra). lra.
    + apply sum_le. intros i Hi. destruct (Q i Hi) as [B|B].
      * generalize (kl_term (a i) (c * b i) (P i Hi) ltac:(apply Rmult_lt_0_compat; auto)).
        destruct (P i Hi) as [X|X]; [|rewrite <- X; lra].
        rewrite !ln_div_pos, ln_mult by (auto; apply Rmult_lt_0_compat; auto). lra.
      * rewrite (Z i Hi (eq_sym B)), <- B. lra.
  - assert (H := sum_nonneg_zero I a P (eq_sym A0)). rewrite <- A0, Rmult_0_l. rewrite sum_zero; [lra|]. intros i Hi. rewrite H by auto. ring.
Qed.

(** [information.log-sum] Tags: n ≥ 1, a > 0, b > 0.  Sharper: refuted below, with a strict sign. *)
Theorem information_log_sum I (a b : A -> R) :
  positive I a -> positive I b -> sum I a * ln (sum I a / sum I b) <= sum I (fun i => a i * ln (a i / b i)).
Proof.
  intros P Q. apply log_sum_general; intros i Hi; try (apply Rlt_le; auto).
  intros H. generalize (Q i Hi). lra.
Qed.

(** [information.pinsker] Tags: p distribution, q distribution, q > 0.  Sharper: refuted below, with a strict sign. *)
Theorem information_pinsker I p q :
  distribution I p -> distribution I q -> positive I q ->
  let T := norm1 I (fun i => p i - q i) / 2 in let chi := sum I (fun i => (p i - q i) ^ 2 / q i) in
  2 * T ^ 2 <= kl I p q <= ln (1 + chi) /\ ln (1 + chi) <= chi.
Proof.
  intros D E Q T chi. assert (X : 0 <= chi).
  { apply sum_nonneg. intros i Hi. apply Rmult_le_pos; [apply pow2_ge_0 | apply Rlt_le, Rinv_0_lt_compat, Q; auto]. }
  split; [split|generalize (ln_le_sub (1 + chi)); lra].
  - generalize (pinsker I p q D E Q). unfold T. lra.
  - assert (C : 1 + chi = sum I (fun i => p i * (p i / q i))).
    { transitivity (2 * sum I p - sum I q + chi); [rewrite (proj2 D), (proj2 E); ring|]. unfold chi. gather. apply sum_ext.
      intros i Hi. field. apply Rgt_not_eq, Q; auto. }
    set (c := 1 + chi) in *. assert (P : 0 < c) by (unfold c; lra).
    cut (kl I p q - ln c * sum I p <= 0); [rewrite (proj2 D); lra|].
    apply Rle_trans with (sum I (fun i => / c * (p i * (p i / q i)) - p i)).
    + unfold kl. rewrite <- sum_scal, <- sum_minus. apply sum_le. intros i Hi. specialize (Q i Hi).
      destruct (proj1 D i Hi) as [Y| <-]; [|lra]. generalize (ln_le_sub (p i / q i / c)). intros L.
      assert (0 < p i / q i) by (apply Rdiv_lt_0_compat; auto). rewrite (ln_div_pos (p i / q i) c) in L by auto.
      assert (0 < p i / q i / c) by (apply Rdiv_lt_0_compat; auto). specialize (L H0).
      apply Rmult_le_compat_l with (r := p i) in L; [|lra]. unfold Rdiv in *. lra.
    + rewrite sum_minus, sum_scal, <- C, (proj2 D), Rinv_l by lra. lra.
Qed.

End Information.

Section More.
Context {A : Type}.
Implicit Types (I : list A) (x p q r s : A -> R).

(** [information.mixtures] Tags: p distribution, q distribution, 0 ≤ θ ≤ 1.  Sharper: refuted below, with strict signs. *)
Theorem information_mixtures I p q r s theta :
  distribution I p -> distribution I q -> positive I r -> positive I s -> 0 <= theta <= 1 ->
  (1 - theta) * entropy I p + theta * entropy I q <= entropy I (mix theta p q) /\
  kl I (mix theta p q) (mix theta r s) <= (1 - theta) * kl I p r + theta * kl I q s.
Proof.
  intros P Q Pr Ps T.
  assert (G : forall a b c d, 0 <= a -> 0 <= b -> 0 < c -> 0 < d ->
    ((1 - theta) * a + theta * b) * ln (((1 - theta) * a + theta * b) / ((1 - theta) * c + theta * d))
      <= (1 - theta) * (a * ln (a / c)) + theta * (b * ln (b / d))).
  { intros a b c d a0 b0 c0 d0.
    generalize (log_sum_general two (pair ((1 - theta) * a) (theta * b)) (pair ((1 - theta) * c) (theta * d))).
    rewrite !sum_pair. simpl. intros H.
    destruct (Req_dec theta 0) as [->|T0]; [rewrite !Rmult_0_l, !Rminus_0_r, !Rmult_1_l, !Rplus_0_r; lra|].
    destruct (Req_dec theta 1) as [->|T1]; [rewrite Rminus_eq_0, !Rmult_0_l, !Rplus_0_l, !Rmult_1_l; lra|].
    assert (E : forall u v w, u <> 0 -> v <> 0 -> u * w / (u * v) = w / v) by (intros; field; auto).
    rewrite !E in H by lra. rewrite <- !Rmult_assoc. apply H; intros [|] _; simpl; try (apply Rmult_le_pos; lra).
    - intros Z. apply Rmult_integral in Z. lra.
    - intros Z. apply Rmult_integral in Z. lra. }
  split.
  - unfold entropy, mix. gather. apply sum_le. intros i Hi.
    generalize (G (p i) (q i) 1 1 (proj1 P i Hi) (proj1 Q i Hi) Rlt_0_1 Rlt_0_1). unfold Rdiv.
    replace ((1 - theta) * 1 + theta * 1) with 1 by ring. rewrite Rinv_1, !Rmult_1_r. lra.
  - unfold kl, mix. gather. apply sum_le. intros i Hi. apply G; auto; [apply P | apply Q]; auto.
Qed.

(** [information.variance] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem information_variance (same : forall i j : A, {i = j} + {i <> j}) I x :
  NoDup I -> I <> [] ->
  let p := softmax I x in let n := count I in
  sum I (fun i => p i ^ 2) - 1 / n = sum I (fun i => (p i - 1 / n) ^ 2) /\
  sum I (fun i => (p i - 1 / n) ^ 2) = n * average I (fun i => (p i - average I p) ^ 2) /\
  sum I (fun i => (p i - 1 / n) ^ 2) = 1 - 1 / n - sum I (fun i => hessian same I x i i).
Proof.
  intros D N p n. assert (C : 1 <= n) by (apply count_pos; auto). assert (S : sum I p = 1) by (apply softmax_sum; auto).
  assert (E : sum I (fun i => (p i - 1 / n) ^ 2) = sum I (fun i => p i ^ 2) - 1 / n).
  { rewrite (sum_ext I _ (fun i => p i ^ 2 - 2 / n * p i + 1 / n ^ 2)) by (intros; field; lra).
    rewrite sum_plus, sum_minus, sum_scal, S, sum_const. fold n. field. lra. }
  split; auto. split.
  - assert (M : average I p = 1 / n) by (unfold average; rewrite S; auto). rewrite M. unfold average. fold n. field. lra.
  - rewrite E, (sum_ext I (fun i => hessian same I x i i) (fun i => p i - p i ^ 2)).
    + rewrite sum_minus, S. ring.
    + intros i _. unfold hessian, unit_vector. fold p. destruct (same i i); [ring | easy].
Qed.

(** [information.renyi] Tags: p distribution.  Sharper: refuted below, with a strict sign. *)
Theorem information_renyi I p :
  distribution I p ->
  let H_max := - ln (maximum I p) in let H_2 := - ln (sum I (fun i => p i ^ 2)) in
  let support := sum I (fun i => if Rlt_dec 0 (p i) then 1 else 0) in
  0 <= H_max <= H_2 /\ H_2 <= entropy I p <= ln support /\ ln support <= ln (count I) /\ H_2 <= 2 * H_max.
Proof.
  intros D H_max H_2 support. assert (N := distribution_nonempty I p D). destruct D as [P S]. assert (D : distribution I p) by (split; auto).
  destruct (maximum_in I p N) as [k [Hk Ek]]. generalize (count_pos I N). intros C.
  assert (M : 0 < maximum I p).
  { destruct (P k Hk) as [X|X]; [lra|]. exfalso. rewrite (sum_zero I p) in S; [lra|]. intros i Hi. generalize (P i Hi) (le_maximum I p i Hi). lra. }
  assert (Q1 : sum I (fun i => p i ^ 2) <= maximum I p).
  { replace (maximum I p) with (sum I (fun i => maximum I p * p i)) by (rewrite sum_scal, S; ring). apply sum_le. intros i Hi.
    generalize (P i Hi) (le_maximum I p i Hi). nra. }
  assert (Q2 : maximum I p ^ 2 <= sum I (fun i => p i ^ 2)).
  { rewrite <- Ek. apply (term_le_sum I (fun i => p i ^ 2)); auto. intros; apply pow2_ge_0. }
  assert (Q3 : 0 < sum I (fun i => p i ^ 2)) by nra.
  assert (L : maximum I p <= 1) by (rewrite <- Ek; apply distribution_le_1 with I; auto).
  assert (U : 0 < support).
  { apply Rlt_le_trans with ((fun i => if Rlt_dec 0 (p i) then 1 else 0) k).
    - cbv beta. destruct (Rlt_dec 0 (p k)); lra.
    - apply (term_le_sum I (fun i => if Rlt_dec 0 (p i) then 1 else 0)); auto. intros i _. destruct (Rlt_dec 0 (p i)); lra. }
  repeat split.
  - unfold H_max. generalize (ln_nonpos (maximum I p) M L). lra.
  - unfold H_max, H_2. generalize (ln_le_ln _ _ Q3 Q1). lra.
  - set (c := sum I (fun i => p i ^ 2)) in *. unfold H_2, entropy. cut (sum I (fun i => p i * ln (p i)) - ln c * sum I p <= 0); [rewrite S; lra|].
    apply Rle_trans with (sum I (fun i => / c * p i ^ 2 - p i)).
    + rewrite <- sum_scal, <- sum_minus. apply sum_le. intros i Hi. destruct (P i Hi) as [X| <-]; [|lra].
      generalize (ln_le_sub (p i / c) (Rdiv_lt_0_compat _ _ X Q3)). rewrite ln_div_pos by auto. unfold Rdiv. nra.
    + rewrite sum_minus, sum_scal, S. fold c. rewrite Rinv_l; lra.
  - unfold entropy. cut (0 <= sum I (fun i => p i * ln (p i)) + ln support * sum I p); [rewrite S; lra|].
    apply Rle_trans with (sum I (fun i => p i - / support * (if Rlt_dec 0 (p i) then 1 else 0))).
    + rewrite sum_minus, sum_scal, S. fold support. rewrite Rinv_l; lra.
    + rewrite <- sum_scal, <- sum_plus. apply sum_le. intros i Hi. destruct (Rlt_dec 0 (p i)) as [X|X].
      * generalize (kl_term (p i) (/ support) ltac:(lra) (Rinv_0_lt_compat _ U)). unfold Rdiv. rewrite Rinv_inv, ln_mult by auto. lra.
      * assert (p i = 0) by (generalize (P i Hi); lra). rewrite H. lra.
  - apply ln_le_ln; auto. replace (count I) with (sum I (fun _ => 1)) by (rewrite sum_const; ring). apply sum_le. intros i _. destruct (Rlt_dec 0 (p i)); lra.
  - unfold H_2, H_max. assert (E : ln (maximum I p ^ 2) = 2 * ln (maximum I p)) by (simpl; rewrite Rmult_1_r, ln_mult by auto; ring).
    generalize (ln_le_ln (maximum I p ^ 2) _ ltac:(nra) Q2). lra.
Qed.

(** [information.maximum-entropy] Tags: p distribution.  Sharper: refuted below, with a strict sign. *)
Theorem information_maximum_entropy I x p lambda :
  let q := softmax I (fun i => lambda * x i) in
  distribution I p -> inner I p x = inner I q x -> entropy I q - entropy I p = kl I p q /\ 0 <= kl I p q.
Proof.
  intros q D E. assert (N := distribution_nonempty I p D).
  assert (Q : distribution I q) by (apply softmax_distribution; auto).
  assert (G : forall r, inner I r (fun i => lambda * x i) = lambda * inner I r x).
  { intros r. unfold inner. rewrite <- sum_scal. apply sum_ext. intros; ring. }
  split.
  - generalize (gap_is_kl I (fun i => lambda * x i) p D) (duality_legendre I (fun i => lambda * x i) N). fold q. rewrite !G, E. lra.
  - apply kl_nonneg; auto; [intros i _; apply softmax_pos; auto | rewrite (proj2 Q); lra].
Qed.

(** Rényi's entropy of softmax. *)
Definition renyi I (a : R) x : R :=
  if Req_EM_T a 1 then entropy I (softmax I x) else (lse I (fun i => a * x i) - a * lse I x) / (1 - a).

(** [information.renyi-order] Tags: n ≥ 1, 0 < a < b.  Sharper: refuted below, with a strict sign. *)
Theorem information_renyi_order I x a b :
  I <> [] -> 0 < a < b ->
  (a <> 1 -> renyi I a x = ln (sum I (fun i => Rpower (softmax I x i) a)) / (1 - a)) /\ renyi I b x <= renyi I a x.
Proof.
  intros N [P L]. split.
  - intros Z. unfold renyi. destruct (Req_EM_T a 1); [easy|]. f_equal.
    rewrite (sum_ext I _ (fun i => exp (a * x i) / exp (a * lse I x))).
    + rewrite sum_div, ln_div_pos, ln_exp; [reflexivity | apply total_pos; auto | apply exp_pos].
    + intros i Hi. unfold Rpower. rewrite ln_softmax, <- exp_minus_div by auto. f_equal. ring.
  - set (K := fun u => lse I (fun i => u * x i) - u * lse I x). set (d := fun u => mean I (fun i => u * x i) x - lse I x).
    assert (T : forall u v, K u + (v - u) * d u <= K v) by (intros u v; generalize (proj1 (scaled_tangent I x u v N)); unfold K, d; lra).
    assert (K1 : K 1 = 0) by (unfold K; rewrite (lse_ext I _ x) by (intros; ring); ring).
    assert (d1 : entropy I (softmax I x) = - d 1).
    { rewrite entropy_softmax by auto. unfold d. rewrite (lse_ext I x (fun i => 1 * x i)) at 1 by (intros; ring).
      unfold mean. rewrite (inner_ext I (softmax I (fun i => 1 * x i)) (softmax I x) x x); auto; [|intros; apply softmax_ext; auto; intros; ring].
      rewrite (lse_ext I (fun i => 1 * x i) x) by (intros; ring). ring. }
    assert (R : forall u, u <> 1 -> renyi I u x * (1 - u) = K u).
    { intros u U. unfold renyi. destruct (Req_EM_T u 1); [easy|]. unfold K. field. lra. }
    assert (R1 : renyi I 1 x = - d 1) by (unfold renyi; destruct (Req_EM_T 1 1); [auto | easy]).
    assert (X := T a b). assert (X1 := T a 1). assert (Y := T b a). assert (Y1 := T b 1). assert (Z1 := T 1 a). assert (Z2 := T 1 b). rewrite K1 in *.
    destruct (Rtotal_order a 1) as [A1|[A1|A1]], (Rtotal_order b 1) as [B1|[B1|B1]]; try lra.
    + assert (Ra := R a ltac:(lra)). assert (Rb := R b ltac:(lra)). set (ra := renyi I a x) in *. set (rb := renyi I b x) in *.
      assert (rb <= - d b) by (apply Rmult_le_reg_r with (1 - b); lra).
      assert (ra * (1 - a) >= rb * (1 - b) + (b - a) * - d b) by lra.
      assert (0 <= (b - a) * (- d b - rb)) by (apply Rmult_le_pos; lra). apply Rmult_le_reg_r with (1 - a); lra.
    + subst b. assert (Ra := R a ltac:(lra)). rewrite R1. apply Rmult_le_reg_r with (1 - a); lra.
    + assert (Ra := R a ltac:(lra)). assert (Rb := R b ltac:(lra)).
      apply Rle_trans with (- d 1); [apply Rmult_le_reg_r with (b - 1); lra | apply Rmult_le_reg_r with (1 - a); lra].
    + subst a. assert (Rb := R b ltac:(lra)). rewrite R1. apply Rmult_le_reg_r with (b - 1); lra.
    + assert (Ra := R a ltac:(lra)). assert (Rb := R b ltac:(lra)). set (ra := renyi I a x) in *. set (rb := renyi I b x) in *.
      assert (- d a <= ra) by (apply Rmult_le_reg_r with (a - 1); lra).
      assert (rb * (b - 1) <= ra * (a - 1) + (b - a) * - d a) by lra.
      assert (0 <= (b - a) * (ra - - d a)) by (apply Rmult_le_pos; lra). apply Rmult_le_reg_r with (b - 1); lra.
Qed.

End More.

(** [information.fano] Tags: n ≥ 2.  Sharper: refuted below, without the logarithm. *)
Theorem information_fano {A} (same : forall i j : A, {i = j} + {i <> j}) (I : list A) (joint : A * A -> R) :
  NoDup I -> (2 <= length I)%nat -> distribution (list_prod I I) joint ->
  let second y := sum I (fun x => joint (x, y)) in
  let wrong := sum (list_prod I I) (fun c => if same (fst c) (snd c) then 0 else joint c) in
  entropy (list_prod I I) joint - entropy I second <= coin_entropy wrong + wrong * ln (count I - 1).
Proof.
  intros D L J second wrong. assert (N := two_nonempty I L). assert (C := count_two I L).
  assert (P : forall x y, In x I -> In y I -> 0 <= joint (x, y)) by (intros; apply J, in_prod; auto).
  assert (W0 : 0 <= wrong) by (apply sum_nonneg; intros c Hc; destruct (same _ _); [lra | apply J; auto]).
  assert (W1 : wrong <= 1).
  { rewrite <- (proj2 J). apply sum_le. intros c Hc. destruct (same _ _); [apply J; auto | lra]. }
  set (q := fun c : A * A => if same (fst c) (snd c) then 1 - wrong else wrong / (count I - 1)).
  assert (Q0 : forall c, 0 <= q c).
  { intros c. unfold q. destruct (same _ _); [lra|]. apply Rmult_le_pos; [auto | apply Rlt_le, Rinv_0_lt_compat; lra]. }
  assert (right : sum (list_prod I I) (fun c => if same (fst c) (snd c) then joint c else 0) = 1 - wrong).
  { rewrite <- (proj2 J). unfold wrong. gather. apply sum_ext. intros c _. destruct (same _ _); ring. }
  assert (Z : forall c, In c (list_prod I I) -> q c = 0 -> joint c = 0).
  { intros c Hc. unfold q. destruct (same (fst c) (snd c)) as [e|n]; intros H.
    - assert (F : forall c, In c (list_prod I I) -> 0 <= if same (fst c) (snd c) then joint c else 0).
      { intros b Hb. destruct (same (fst b) (snd b)); [apply J; auto | lra]. }
      generalize (sum_nonneg_zero (list_prod I I) _ F ltac:(lra) c Hc). destruct (same (fst c) (snd c)); [auto | easy].
    - assert (W : wrong = 0). { apply Rmult_eq_reg_r with (/ (count I - 1)); [rewrite Rmult_0_l; auto|]. apply Rgt_not_eq, Rinv_0_lt_compat; lra. }
      assert (F : forall c, In c (list_prod I I) -> 0 <= if same (fst c) (snd c) then 0 else joint c).
      { intros b Hb. destruct (same (fst b) (snd b)); [lra | apply J; auto]. }
      generalize (sum_nonneg_zero (list_prod I I) _ F W c Hc). destruct (same (fst c) (snd c)); [easy | auto]. }
  assert (S2 : forall y, In y I -> 0 <= second y) by (intros; apply sum_nonneg; auto).
  assert (K : 0 <= sum (list_prod I I) (fun c => joint c * ln (joint c) - joint c * ln (second (snd c)) - joint c * ln (q c))).
  { apply Rle_trans with (sum (list_prod I I) (fun c => joint c - second (snd c) * q c)).
    - rewrite sum_minus, (proj2 J), sum_prod, sum_swap.
      rewrite (sum_ext I _ (fun y => second y * 1)).
      + rewrite sum_scal_r. unfold second. rewrite <- sum_swap, <- sum_prod, (proj2 J). lra.
      + intros y Hy. simpl. rewrite sum_scal. f_equal. unfold q. simpl.
        rewrite (sum_ext I _ (fun x => (if same x y then 1 else 0) * (1 - wrong - wrong / (count I - 1)) + wrong / (count I - 1))).
        * rewrite sum_plus, sum_const, sum_scal_r, (sum_single I _ y D Hy).
          -- destruct (same y y); [field; lra | easy].
          -- intros x _ H. destruct (same x y); [easy | auto].
        * intros x _. destruct (same x y); ring.
    - apply sum_le. intros [x y] H. assert (H' := H). apply in_prod_iff in H'. destruct H' as [Hx Hy]. simpl.
      destruct (P x y Hx Hy) as [G|G].
      + assert (0 < second y) by (apply Rlt_le_trans with (1 := G), (term_le_sum I (fun x => joint (x, y))); auto).
        assert (0 < q (x, y)). { destruct (Q0 (x, y)) as [|E]; auto. rewrite (Z (x, y) H (eq_sym E)) in G. lra. }
        generalize (kl_term (joint (x, y)) (second y * q (x, y)) ltac:(lra) ltac:(apply Rmult_lt_0_compat; auto)).
        rewrite ln_div_pos, ln_mult by (auto; apply Rmult_lt_0_compat; auto). lra.
      + rewrite <- G. assert (0 <= second y * q (x, y)) by (apply Rmult_le_pos; auto). lra. }
  rewrite !sum_minus in K.
  assert (E1 : sum (list_prod I I) (fun c => joint c * ln (second (snd c))) = sum I (fun y => second y * ln (second y))).
  { rewrite sum_prod, sum_swap. apply sum_ext. intros y Hy. simpl. rewrite sum_scal_r. reflexivity. }
  assert (E2 : sum (list_prod I I) (fun c => joint c * ln (q c)) = (1 - wrong) * ln (1 - wrong) + wrong * ln (wrong / (count I - 1))).
  { transitivity (sum (list_prod I I) (fun c => (if same (fst c) (snd c) then joint c else 0) * ln (1 - wrong))
      + sum (list_prod I I) (fun c => (if same (fst c) (snd c) then 0 else joint c) * ln (wrong / (count I - 1)))).
    - gather. apply sum_ext. intros c _. unfold q. destruct (same (fst c) (snd c)); ring.
    - rewrite !sum_scal_r, right. reflexivity. }
  rewrite E1, E2 in K. unfold entropy, coin_entropy.
  assert (E3 : wrong * ln (wrong / (count I - 1)) = wrong * ln wrong - wrong * ln (count I - 1)).
  { destruct W0 as [W| <-]; [rewrite ln_div_pos by lra; ring | ring]. }
  lra.
Qed.

Lemma half_half : 0 <= 1 / 2 <= 1. Proof. lra. Qed.
Lemma kl_same {A} (I : list A) p : positive I p -> kl I p p = 0.
Proof.
  intros P. apply sum_zero. intros i Hi. specialize (P i Hi). replace (p i / p i) with 1 by (field; lra). rewrite ln_1. ring.
Qed.
Definition information_surprisal_adds_met := information_surprisal_adds 1 1 Rlt_0_1 Rlt_0_1.
Definition information_surprisal_falls_met := information_surprisal_falls (1 / 2) 1 ltac:(lra) ltac:(lra).
Lemma information_surprisal_falls_sharp : ~ forall p q, 0 < p < q -> q <= 1 -> 0 < surprisal q.
Proof. intros H. specialize (H (1 / 2) 1 ltac:(lra) ltac:(lra)). unfold surprisal in H. rewrite ln_1 in H. lra. Qed.
Definition information_units_met := information_units 1.
Definition information_expected_surprisal_met := information_expected_surprisal two even uneven.
Definition information_certainty_met :=
  information_certainty PeanoNat.Nat.eq_dec two even 0%nat two_distinct in_0 (even_positive _ in_0).
Definition information_decomposition_met := information_decomposition two even uneven even_distribution uneven_positive.
Definition information_softmax_entropy_met := information_softmax_entropy two ramp two_some.
Lemma information_softmax_entropy_sharp :
  ~ forall (I : list nat) x, I <> [] -> lse I x - maximum I x < entropy I (softmax I x).
Proof.
  intros H. specialize (H one ramp one_some). rewrite entropy_softmax, lse_one in H by easy. unfold mean, inner in H.
  rewrite sum_one, softmax_one in H. simpl in H. lra.
Qed.
Definition information_gibbs_met := information_gibbs two even uneven even_distribution uneven_distribution uneven_positive.
Lemma information_gibbs_sharp :
  ~ forall (I : list nat) p q, distribution I p -> distribution I q -> positive I q -> 0 < kl I p q.
Proof. intros H. specialize (H two even even even_distribution even_distribution even_positive). rewrite kl_same in H; [lra | apply even_positive]. Qed.
Definition information_log_sum_met := information_log_sum two even uneven even_positive uneven_positive.
Lemma information_log_sum_sharp :
  ~ forall (I : list nat) a b, positive I a -> positive I b -> sum I a * ln (sum I a / sum I b) < sum I (fun i => a i * ln (a i / b i)).
Proof.
  intros H. specialize (H one (fun _ => 1) (fun _ => 1) (fun _ _ => Rlt_0_1) (fun _ _ => Rlt_0_1)). rewrite !sum_one in H. lra.
Qed.
Definition information_pinsker_met := information_pinsker two even uneven even_distribution uneven_distribution uneven_positive.
Lemma information_pinsker_sharp :
  ~ forall (I : list nat) p q, distribution I p -> distribution I q -> positive I q ->
    2 * (norm1 I (fun i => p i - q i) / 2) ^ 2 < kl I p q.
Proof.
  intros H. apply information_gibbs_sharp. intros I p q P Q D. specialize (H I p q P Q D).
  generalize (pow2_ge_0 (norm1 I (fun i => p i - q i) / 2)). lra.
Qed.
Definition information_mixtures_met :=
  information_mixtures two even uneven even uneven (1 / 2) even_distribution uneven_distribution even_positive uneven_positive half_half.
Lemma information_mixtures_sharp :
  ~ forall (I : list nat) p q theta, distribution I p -> distribution I q -> 0 <= theta <= 1 ->
    (1 - theta) * entropy I p + theta * entropy I q < entropy I (mix theta p q).
Proof.
  intros H. specialize (H two even even 0 even_distribution even_distribution ltac:(lra)).
  replace (entropy two (mix 0 even even)) with (entropy two even) in H; [lra|].
  unfold entropy. f_equal. apply sum_ext. intros. unfold mix. replace ((1 - 0) * even i + 0 * even i) with (even i) by ring. auto.
Qed.
Definition information_variance_met := information_variance PeanoNat.Nat.eq_dec two ramp two_distinct two_some.
Definition information_renyi_met := information_renyi two even even_distribution.
Lemma information_renyi_sharp :
  ~ forall (I : list nat) p, distribution I p -> - ln (maximum I p) < - ln (sum I (fun i => p i ^ 2)).
Proof.
  intros H. specialize (H two even even_distribution). rewrite sum_pair in H. unfold even in H. rewrite maximum_pair, Rmax_left in H by lra.
  simpl in H. replace (1 / 2 * (1 / 2 * 1) + 1 / 2 * (1 / 2 * 1)) with (1 / 2) in H by field. lra.
Qed.
Definition information_maximum_entropy_met :=
  information_maximum_entropy two ramp (softmax two (fun i => 1 * ramp i)) 1 (softmax_distribution _ _ two_some) eq_refl.
Lemma information_maximum_entropy_sharp :
  ~ forall (I : list nat) x p lambda, let q := softmax I (fun i => lambda * x i) in
    distribution I p -> inner I p x = inner I q x -> entropy I p < entropy I q.
Proof. intros H. specialize (H two ramp (softmax two (fun i => 1 * ramp i)) 1 (softmax_distribution _ _ two_some) eq_refl). lra. Qed.
Definition information_renyi_order_met := information_renyi_order two ramp 1 2 two_some (conj Rlt_0_1 (Rlt_plus_1 1)).
Lemma information_renyi_order_sharp : ~ forall (I : list nat) x a b, I <> [] -> 0 < a < b -> renyi I b x < renyi I a x.
Proof.
  intros H. specialize (H one ramp 2 3 one_some ltac:(lra)). unfold renyi in H.
  destruct (Req_EM_T 2 1), (Req_EM_T 3 1); try lra. rewrite !lse_one in H. unfold ramp, pair in H. lra.
Qed.

(** Three indices, and two that are independent and uniform. *)
Definition three : list nat := [0%nat; 1%nat; 2%nat].
Lemma ninth : distribution (list_prod three three) (fun _ => 1 / 9).
Proof. split; [intros; lra|]. rewrite sum_const. unfold count. simpl. lra. Qed.
Lemma three_distinct : NoDup three. Proof. repeat constructor; simpl; intuition easy. Qed.
Lemma three_long : (2 <= length three)%nat. Proof. simpl; lia. Qed.
Definition information_fano_met :=
  information_fano PeanoNat.Nat.eq_dec three (fun _ => 1 / 9) three_distinct three_long ninth.
Lemma information_fano_sharp :
  ~ forall (I : list nat) joint, NoDup I -> (2 <= length I)%nat -> distribution (list_prod I I) joint ->
    let second y := sum I (fun x => joint (x, y)) in
    let wrong := sum (list_prod I I) (fun c => if PeanoNat.Nat.eq_dec (fst c) (snd c) then 0 else joint c) in
    entropy (list_prod I I) joint - entropy I second <= coin_entropy wrong.
Proof.
  intros H. specialize (H three (fun _ => 1 / 9) three_distinct three_long ninth). cbv zeta in H.
  unfold entropy, coin_entropy in H. rewrite sum_const in H. unfold count in H. simpl in H.
  replace (1 / 9 + (1 / 9 + (1 / 9 + 0))) with (1 / 3) in H by field.
  match type of H with context [ln (1 - ?w)] => replace w with (2 / 3) in H by field end.
  replace (1 - 2 / 3) with (1 / 3) in H by field.
  rewrite !ln_div_pos, ln_1 in H by lra. replace (ln 9) with (2 * ln 3) in H by (replace 9 with (3 * 3) by ring; rewrite ln_mult by lra; ring).
  generalize ln_2_pos. lra.
Qed.
