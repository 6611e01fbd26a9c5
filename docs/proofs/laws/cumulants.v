(* SPDX-License-Identifier: Apache-2.0 *)
(** Cumulants of numbers under softmax, and Taylor polynomials of log-sum-exp. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.cumulants laws.bounds laws.limits laws.softmax laws.temperature.
Import ListNotations.
Open Scope R_scope.

Section Cumulants.
Context {A : Type}.
Implicit Types (I : list A) (x h : A -> R).

(** [cumulants.third-bound] Tags: n ≥ 1.  Sharper: refuted below, with half the constant. *)
Theorem cumulants_third_bound I x h :
  I <> [] ->
  let a := mean I x h - minimum I h in let b := maximum I h - mean I x h in let w := spread I h in
  w = a + b /\ variance I x h <= a * b <= w ^ 2 / 4 /\
  Rabs (moment I x h 3) <= Rmax a b * variance I x h <= w * variance I x h /\
  Rabs (moment I x h 3) <= w ^ 3 / (6 * sqrt 3).
Proof.
  intros N a b w. generalize (mean_range I x h N). intros R.
  assert (P : 0 <= a) by (unfold a; lra). assert (Q : 0 <= b) by (unfold b; lra).
  assert (W : w = a + b) by (unfold w, spread, a, b; ring). assert (V0 := variance_nonneg I x h N).
  split; auto. split; [split; [apply variance_le_product; auto; intros; apply between; auto|]|split; [split|]].
  - rewrite W. generalize (pow2_ge_0 (a - b)). lra.
  - assert (H : forall i, In i I -> mean I x h - a <= h i <= mean I x h + b).
    { intros i Hi. unfold a, b. generalize (between I h i Hi). lra. }
    generalize (third_moment_simple I x h a b N H). unfold cumulant_3. intros B.
    assert (a * variance I x h <= Rmax a b * variance I x h) by (apply Rmult_le_compat_r; [auto | apply Rmax_l]).
    assert (b * variance I x h <= Rmax a b * variance I x h) by (apply Rmult_le_compat_r; [auto | apply Rmax_r]).
    apply Rabs_le. lra.
  - apply Rmult_le_compat_r; auto. apply Rmax_lub; lra.
  - assert (S : 0 < sqrt 3) by (apply sqrt_lt_R0; lra). replace (w ^ 3 / (6 * sqrt 3)) with (w ^ 3 * third_root / 6) by (unfold third_root; field; lra).
    apply Rabs_le. apply cumulant_3_bound; auto.
Qed.

(** [cumulants.fourth-bound] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/8. *)
Theorem cumulants_fourth_bound I x h :
  I <> [] ->
  let w := spread I h in let k4 := moment I x h 4 - 3 * variance I x h ^ 2 in - (w ^ 4 / 8) <= k4 <= w ^ 4 / 24.
Proof. intros N w k4. apply cumulant_4_bound; auto. Qed.

(** [cumulants.taylor] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem cumulants_taylor I x h :
  I <> [] ->
  let w := spread I h in let rise := lse I (fun i => x i + h i) - lse I x in
  let k1 := mean I x h in let k2 := variance I x h in let k3 := moment I x h 3 in
  0 <= rise - k1 <= w ^ 2 / 8 /\ Rabs (rise - k1 - k2 / 2) <= w ^ 3 / (36 * sqrt 3) /\
  - (w ^ 4 / 192) <= rise - k1 - k2 / 2 - k3 / 6 <= w ^ 4 / 576.
Proof.
  intros N w rise k1 k2 k3.
  assert (E1 : lse I (line x h 1) = lse I (fun i => x i + h i)) by (apply lse_ext; intros; unfold line; ring).
  assert (V : covariance I (line x h 0) h h = k2) by (unfold k2, variance, covariance; rewrite !mean_line_0; auto).
  assert (K : cumulant_3 I (line x h 0) h = k3) by (unfold cumulant_3, moment; rewrite !mean_line_0; auto).
  assert (D1 := fun t (_ : 0 <= t <= 1) => is_derive_lse I x h t N). assert (D2 := fun t (_ : 0 <= t <= 1) => is_derive_mean I x h h t N).
  assert (D3 := fun t (_ : 0 <= t <= 1) => is_derive_variance I x h t N). assert (D4 := fun t (_ : 0 <= t <= 1) => is_derive_cumulant_3 I x h t N).
  assert (T2 := taylor_2 _ _ _ 0 (w ^ 2 / 4) D1 D2 (fun t _ => conj (variance_nonneg I _ h N) (variance_le_spread I _ h N))).
  assert (T3 := taylor_3 _ _ _ _ _ _ D1 D2 D3 (fun t _ => cumulant_3_bound I _ h N)).
  assert (T4 := taylor_4 _ _ _ _ _ _ _ D1 D2 D3 D4 (fun t _ => cumulant_4_bound I _ h N)).
  cbv beta in T2, T3, T4. rewrite lse_line_0, mean_line_0, E1 in T2, T3, T4. rewrite V in T3, T4. rewrite K in T4.
  fold w k1 in T2, T3, T4.
  assert (S : 0 < sqrt 3) by (apply sqrt_lt_R0; lra). unfold rise. split; [lra|]. split; [|unfold rise; lra].
  replace (w ^ 3 / (36 * sqrt 3)) with (w ^ 3 * third_root / 6 / 6) by (unfold third_root; field; lra). apply Rabs_le. lra.
Qed.

(** [cumulants.temperature] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign for one entry. *)
Theorem cumulants_temperature I x lambda i :
  In i I ->
  let mean_at l := mean I (fun j => l * x j) x in
  is_derive (fun l => softmax I (fun j => l * x j) i) lambda (softmax I (fun j => lambda * x j) i * (x i - mean_at lambda)) /\
  is_derive (fun l => lse I (fun j => l * x j)) lambda (mean_at lambda) /\
  is_derive mean_at lambda (variance I (fun j => lambda * x j) x) /\ 0 <= variance I (fun j => lambda * x j) x /\
  (forall T, 0 < T -> is_derive (fun T => mean I (fun j => - (- x j) / T) (fun j => - x j)) T (variance I (fun j => x j / T) x / T ^ 2)) /\
  (0 < lambda -> mean_at (2 * lambda) - mean_at lambda <= lambda * spread I x ^ 2 / 4).
Proof.
  intros Hi mean_at. assert (N : I <> []) by (intros ->; easy).
  split; [apply is_derive_scaled_softmax; auto|]. split; [apply is_derive_scaled_lse; auto|].
  assert (D : forall l, is_derive mean_at l (variance I (fun j => l * x j) x)) by (intros; apply is_derive_scaled_mean; auto).
  split; auto. split; [apply variance_nonneg; auto|]. split.
  - intros T P. apply (is_derive_ext (fun T => - mean_at (/ T))).
    { intros t. unfold mean_at. rewrite (mean_ext I _ (fun j => - x j) (fun j => -1 * x j)) by (intros; ring). rewrite mean_scal.
      replace (mean I (fun j => / t * x j) x) with (mean I (fun j => - - x j / t) x); [of_reals; ring|].
      apply inner_ext; auto. intros j Hj. apply softmax_ext; auto. intros; unfold Rdiv; ring. }
    assert (Inv : is_derive (fun s => / s) T (- / T ^ 2)) by (auto_derive; [lra | field; lra]).
    evar_last; [apply (is_derive_opp (fun t => mean_at (/ t))), (is_derive_comp mean_at (fun s => / s)); [apply D | apply Inv]|].
    unfold opp, scal; simpl. unfold mult; simpl. of_reals.
    replace (variance I (fun j => / T * x j) x) with (variance I (fun j => x j / T) x); [field; lra|].
    unfold variance. rewrite !covariance_mean by auto.
    assert (E : forall f, mean I (fun j => x j / T) f = mean I (fun j => / T * x j) f).
    { intros f. apply inner_ext; auto. intros j Hj. apply softmax_ext; auto. intros; unfold Rdiv; ring. }
    rewrite !E. reflexivity.
  - intros P. cut (spread I x ^ 2 / 4 * lambda - mean_at lambda <= spread I x ^ 2 / 4 * (2 * lambda) - mean_at (2 * lambda)); [lra|].
    apply (increasing_of_derive (fun l => spread I x ^ 2 / 4 * l - mean_at l) (fun l => spread I x ^ 2 / 4 - variance I (fun j => l * x j) x)); [lra | |].
    + intros t _. apply (is_derive_minus (fun l => spread I x ^ 2 / 4 * l) mean_at); [auto_derive; auto; field | apply D].
    + intros t _. generalize (variance_le_spread I (fun j => t * x j) x N). lra.
Qed.

(** [cumulants.variance] Tags: n ≥ 1.  Sharper: refuted below, with a strict sign. *)
Theorem cumulants_variance I x h :
  I <> [] ->
  variance I x h = sum I (fun i => sum I (fun j => softmax I x i * softmax I x j * (h i - h j) ^ 2)) / 2 /\
  0 <= variance I x h /\ (variance I x h = 0 <-> exists c, forall i, In i I -> h i = c).
Proof.
  intros N. set (p := softmax I x). assert (S : sum I p = 1) by (apply softmax_sum; auto).
  split; [|split; [apply variance_nonneg; auto|split]].
  - rewrite variance_mean by auto.
    rewrite (sum_ext I _ (fun i => p i * (h i * h i) * sum I p - 2 * (p i * h i) * sum I (fun j => p j * h j) + p i * sum I (fun j => p j * (h j * h j))))
      by (intros i _; rewrite <- !sum_scal, <- sum_minus, <- sum_plus; apply sum_ext; intros; ring).
    rewrite sum_plus, sum_minus, !sum_scal_r, sum_scal, S. unfold mean, inner. fold p. field.
  - intros Z. destruct (maximum_in I h N) as [i [Hi Ei]]. exists (maximum I h). intros j Hj.
    destruct (Req_dec (h j) (h i)) as [E|D]; [rewrite E; auto|]. generalize (variance_pos I x h j i Hj Hi D). lra.
  - intros [c H]. rewrite variance_mean by auto. rewrite (mean_ext I x h (fun _ => c)), (mean_ext I x (fun i => h i * h i) (fun _ => c * c)) by (intros; rewrite ?H; auto).
    rewrite !mean_const by auto. ring.
Qed.

(** The cumulants by their recursion from the moments, to the sixth. *)
Definition kappa (m : nat -> R) (k : nat) : R :=
  let k1 := m 1%nat in
  let k2 := m 2%nat - k1 * m 1%nat in
  let k3 := m 3%nat - (k1 * m 2%nat + 2 * k2 * m 1%nat) in
  let k4 := m 4%nat - (k1 * m 3%nat + 3 * k2 * m 2%nat + 3 * k3 * m 1%nat) in
  let k5 := m 5%nat - (k1 * m 4%nat + 4 * k2 * m 3%nat + 6 * k3 * m 2%nat + 4 * k4 * m 1%nat) in
  let k6 := m 6%nat - (k1 * m 5%nat + 5 * k2 * m 4%nat + 10 * k3 * m 3%nat + 10 * k4 * m 2%nat + 5 * k5 * m 1%nat) in
  match k with 1%nat => k1 | 2%nat => k2 | 3%nat => k3 | 4%nat => k4 | 5%nat => k5 | _ => k6 end.

Lemma is_derive_kappa (m : nat -> R -> R) t :
  (forall k, is_derive (m k) t (m (S k) t - m k t * m 1%nat t)) ->
  forall k, (1 <= k <= 5)%nat -> is_derive (fun t => kappa (fun j => m j t) k) t (kappa (fun j => m j t) (S k)).
Proof.
  intros D. assert (X : forall k, ex_derive (m k) t) by (intros k; eexists; apply D).
  assert (Y : forall k, Derive (m k) t = m (S k) t - m k t * m 1%nat t) by (intros; apply is_derive_unique, D).
  assert (Y' : forall k, Derive (fun u => m k u) t = m (S k) t - m k t * m 1%nat t) by exact Y.
  intros k [K L]. destruct k as [|[|[|[|[|[|k]]]]]]; try lia; unfold kappa; auto_derive; try (repeat (apply conj; [apply X|]); try apply X; exact Logic.I);
    rewrite ?Y'; ring.
Qed.

(** [cumulants.moments] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem cumulants_moments I x h :
  I <> [] ->
  let m t k := mean I (line x h t) (fun i => h i ^ k) in
  (forall t, is_derive (fun t => lse I (line x h t)) t (kappa (m t) 1)) /\
  (forall k t, (1 <= k <= 5)%nat -> is_derive (fun t => kappa (m t) k) t (kappa (m t) (S k))) /\
  kappa (m 0) 2 = variance I x h /\ kappa (m 0) 3 = moment I x h 3 /\
  kappa (m 0) 4 = moment I x h 4 - 3 * variance I x h ^ 2.
Proof.
  intros N m. assert (D : forall k t, is_derive (fun t => m t k) t (m t (S k) - m t k * m t 1%nat)) by (intros; apply (is_derive_raw I x h k t N)).
  assert (M : forall k, m 0 k = raw I x h k) by (intros; apply mean_line_0).
  split; [|split; [|split; [|split]]].
  - intros t. replace (kappa (m t) 1) with (mean I (line x h t) h); [apply is_derive_lse; auto|]. simpl. apply mean_ext. intros; ring.
  - intros k t K. apply (is_derive_kappa (fun k t => m t k) t (fun k => D k t) k K).
  - unfold kappa. rewrite !M, variance_raw by auto. ring.
  - unfold kappa. rewrite !M, moment_3_raw by auto. ring.
  - unfold kappa. rewrite !M, moment_4_raw, variance_raw by auto. ring.
Qed.
End Cumulants.

Definition cumulants_third_bound_met := cumulants_third_bound two ramp ramp two_some.
Lemma moments_of_ramp (t : R) (h := ramp) :
  let p := logistic t in
  mean two (pair 0 t) h = p /\ variance two (pair 0 t) h = p * (1 - p) /\ moment two (pair 0 t) h 3 = p * (1 - p) * (1 - 2 * p) /\
  moment two (pair 0 t) h 4 = p * (1 - p) * (1 - 3 * p + 3 * p ^ 2).
Proof.
  intros p. assert (P : softmax two (pair 0 t) 1%nat = p /\ softmax two (pair 0 t) 0%nat = 1 - p).
  { unfold softmax, p, logistic. rewrite sum_pair. simpl. rewrite exp_0, exp_Ropp. generalize (exp_pos t). intros. split; field; lra. }
  destruct P as [P Q].
  assert (M : forall f, mean two (pair 0 t) f = (1 - p) * f 0%nat + p * f 1%nat).
  { intros f. unfold mean, inner. rewrite sum_pair, P, Q. ring. }
  unfold variance, covariance, moment. rewrite !M. unfold h, ramp. simpl. repeat split; ring.
Qed.
Lemma spread_ramp : spread two ramp = 1.
Proof. unfold ramp. rewrite spread_pair, Rabs_left; lra. Qed.
Lemma logistic_onto p : 0 < p < 1 -> logistic (ln (p / (1 - p))) = p.
Proof.
  intros H. unfold logistic. rewrite exp_Ropp, exp_ln by (apply Rdiv_lt_0_compat; lra). field. repeat split; lra.
Qed.
Lemma cumulants_third_bound_sharp :
  ~ forall (I : list nat) x h, I <> [] -> Rabs (moment I x h 3) <= spread I h ^ 3 / (12 * sqrt 3).
Proof.
  intros H. specialize (H two (pair 0 (ln (1 / 4 / (1 - 1 / 4)))) ramp two_some).
  rewrite (proj1 (proj2 (proj2 (moments_of_ramp _)))), spread_ramp, logistic_onto in H by lra.
  rewrite Rabs_right in H by lra. assert (S : 1 < sqrt 3) by (rewrite <- sqrt_1 at 1; apply sqrt_lt_1; lra).
  assert (L : 1 ^ 3 / (12 * sqrt 3) < 1 / 12); [|lra].
  apply Rmult_lt_reg_r with (12 * sqrt 3); [lra|]. unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.
Definition cumulants_fourth_bound_met := cumulants_fourth_bound two ramp ramp two_some.
Lemma cumulants_fourth_bound_sharp c :
  c < 1 / 8 -> ~ forall (I : list nat) x h, I <> [] -> - (c * spread I h ^ 4) <= moment I x h 4 - 3 * variance I x h ^ 2.
Proof.
  intros C H. specialize (H two (pair 0 0) ramp two_some). destruct (moments_of_ramp 0) as [_ [V [_ M]]].
  rewrite V, M, spread_ramp, logistic_0 in H. lra.
Qed.
Definition cumulants_taylor_met := cumulants_taylor two ramp ramp two_some.
Lemma cumulants_taylor_sharp :
  ~ forall (I : list nat) x h, I <> [] -> 0 < lse I (fun i => x i + h i) - lse I x - mean I x h.
Proof. intros H. specialize (H one ramp ramp one_some). unfold mean, inner in H. rewrite sum_one, softmax_one, !lse_one in H. lra. Qed.
Definition cumulants_temperature_met := cumulants_temperature two ramp 1 0%nat in_0.
Lemma cumulants_temperature_sharp :
  ~ forall (I : list nat) x lambda, I <> [] -> 0 < variance I (fun j => lambda * x j) x.
Proof.
  intros H. specialize (H one ramp 1 one_some). unfold variance, covariance, mean, inner in H. rewrite !sum_one, softmax_one in H. lra.
Qed.
Definition cumulants_variance_met := cumulants_variance two ramp ramp two_some.
Lemma cumulants_variance_sharp : ~ forall (I : list nat) x h, I <> [] -> 0 < variance I x h.
Proof.
  intros H. apply cumulants_temperature_sharp. intros. auto.
Qed.
Definition cumulants_moments_met := cumulants_moments two ramp ramp two_some.
