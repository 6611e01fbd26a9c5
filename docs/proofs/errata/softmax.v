(* SPDX-License-Identifier: Apache-2.0 *)
(** Statements of the sources on softmax and log-sum-exp that are false as printed. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.entropy laws.bounds laws.softmax laws.loss laws.temperature.
Import ListNotations.
Open Scope R_scope.

(** [erratum.one-entry] Sharper: none, one entry is the counterexample. *)
Theorem erratum_one_entry :
  ~ forall (I : list nat) lambda x, I <> [] -> 0 < lambda -> maximum I x < lse_scaled I lambda x.
Proof.
  intros H. specialize (H one 1 (fun _ => 3) one_some Rlt_0_1). unfold lse_scaled in H. rewrite lse_one in H. simpl in H. lra.
Qed.

(** [erratum.translation-misprint] Sharper: none, (0, 0) and 1 are the counterexample. *)
Theorem erratum_translation_misprint : ~ forall (I : list nat) x b, I <> [] -> lse I (fun i => x i + b) = lse I x.
Proof. intros H. specialize (H two (pair 0 0) 1 two_some). rewrite lse_translate in H by easy. lra. Qed.

(** [erratum.rsm-just] Sharper: none, 0 is the counterexample. *)
Theorem erratum_rsm_just : ~ forall u, 0 <= u -> 0 < ln (1 + u).
Proof. intros H. specialize (H 0 (Rle_refl 0)). rewrite Rplus_0_r, ln_1 in H. lra. Qed.

Lemma excess_pair_gap a b : b <= a -> excess two (pair a b) = ln (1 + exp (b - a)).
Proof.
  intros L. rewrite excess_shifted by easy. rewrite maximum_pair, Rmax_left, sum_pair by auto. simpl.
  rewrite Rminus_eq_0, exp_0. reflexivity.
Qed.
(** [erratum.gap-extremes] Sharper: none, (1, 0) is the counterexample. *)
Theorem erratum_gap_extremes : ~ forall a b, excess two (pair 0 0) <= excess two (pair a b).
Proof.
  intros H. specialize (H 1 0). rewrite !excess_pair_gap, Rminus_eq_0, exp_0 in H by lra.
  assert (exp (0 - 1) < 1) by (apply exp_neg_lt_1; lra). generalize (exp_pos (0 - 1)). intros.
  assert (ln (1 + exp (0 - 1)) < ln (1 + 1)) by (apply ln_increasing; lra). lra.
Qed.

(** [erratum.large-maximum] Sharper: none, (a, a) for a large a is the counterexample. *)
Theorem erratum_large_maximum :
  ~ forall eps, 0 < eps -> exists M, forall a b, M <= Rmax a b -> excess two (pair a b) < eps.
Proof.
  intros H. destruct (H (ln 2) ln_2_pos) as [M B]. specialize (B M M). rewrite Rmax_left, excess_pair_gap, Rminus_eq_0, exp_0 in B by lra.
  specialize (B (Rle_refl M)). replace (1 + 1) with 2 in B by ring. lra.
Qed.

(** [erratum.largest-dominates] Sharper: none, two equal entries of any size are the counterexample. *)
Theorem erratum_largest_dominates :
  ~ exists M, forall (I : list nat) x i, In i I -> x i = maximum I x -> M <= x i -> 1 / 2 < softmax I x i.
Proof.
  intros [M H]. specialize (H two (fun _ => M) 0%nat in_0). simpl in H. rewrite Rmax_left in H by lra.
  specialize (H eq_refl (Rle_refl M)). unfold softmax in H. rewrite sum_pair in H. generalize (exp_pos M). intros.
  replace (exp M / (exp M + exp M)) with (1 / 2) in H by (field; lra). lra.
Qed.

(** [erratum.softmax-of-one-number] Sharper: none, (0, 0) is the counterexample. *)
Theorem erratum_softmax_of_one_number : ~ forall (x : nat -> R), softmax [0%nat] x 0%nat = softmax two x 0%nat.
Proof. intros H. specialize (H (pair 0 0)). change [0%nat] with one in H. rewrite softmax_one, softmax_zeros in H. lra. Qed.

(** [erratum.half-of-three] Sharper: none, (1, 0, 9/10) is the counterexample. *)
Theorem erratum_half_of_three :
  ~ forall (I : list nat) x i, In i I -> (forall j, In j I -> j <> i -> x j < x i) -> 1 / 2 < softmax I x i.
Proof.
  intros H. set (x := fun i : nat => match i with 0%nat => 1 | 1%nat => 0 | _ => 9 / 10 end).
  specialize (H [0%nat; 1%nat; 2%nat] x 0%nat (or_introl eq_refl)).
  assert (L : 1 / 2 < softmax [0%nat; 1%nat; 2%nat] x 0%nat).
  { apply H. intros j [<-|[<-|[<-|[]]]] N; unfold x; try easy; lra. }
  unfold softmax in L. simpl in L. rewrite exp_0 in L.
  assert (E : exp (9 / 10) = exp 1 * exp (- (1 / 10))) by (rewrite <- exp_plus; f_equal; field).
  generalize (exp_ineq1_le (- (1 / 10))) exp_le_3 exp_1_gt_2. intros G T U. assert (B : exp 1 - 1 < exp (9 / 10)) by (rewrite E; nra).
  set (t := exp 1 + (1 + (exp (9 / 10) + 0))) in *. assert (P : 0 < t) by (unfold t; lra).
  apply Rmult_lt_compat_r with (r := t) in L; auto. unfold Rdiv at 2 in L. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in L by lra. unfold t in L. lra.
Qed.

(** [erratum.ratio-for-share] Sharper: none, the strengths 2 and 1 are the counterexample. *)
Theorem erratum_ratio_for_share : ~ forall s t, 0 < s -> 0 < t -> s / t = s / (s + t).
Proof. intros H. specialize (H 2 1 ltac:(lra) ltac:(lra)). lra. Qed.

(** [erratum.cold-limit] Sharper: none, two equal entries are the counterexample. *)
Theorem erratum_cold_limit :
  ~ forall (I : list nat) x i, In i I -> x i = maximum I x -> is_lim (fun l => softmax I (fun j => l * x j) i) p_infty 1.
Proof.
  intros H. specialize (H two (pair 0 0) 0%nat in_0). rewrite maximum_pair, Rmax_left in H by lra. specialize (H eq_refl).
  assert (K : is_lim (fun l => softmax two (fun j => l * pair 0 0 j) 0%nat) p_infty (1 / 2)).
  { apply (is_lim_ext (fun _ => 1 / 2)); [|apply is_lim_const]. intros l.
    rewrite (softmax_ext two _ (pair 0 0)), softmax_zeros; auto using in_0. intros [|] _; simpl; ring. }
  generalize (is_lim_unique _ _ _ H). rewrite (is_lim_unique _ _ _ K). intros E. injection E. lra.
Qed.

(** [erratum.temperature-favours] Sharper: none, every temperature is a counterexample. *)
Theorem erratum_temperature_favours :
  ~ exists (I : list nat) E T i j, I <> [] /\ 0 < T /\ E i < E j /\ softmax I (fun k => - E k / T) i < softmax I (fun k => - E k / T) j.
Proof.
  intros [I [E [T [i [j [N [P [L H]]]]]]]]. generalize (proj2 (temperature_boltzmann I E T i j N P) L). lra.
Qed.

(** [erratum.infinite-logit] Sharper: none, a sequence that alternates between (0, -n) and (n, 0) is the counterexample. *)
Theorem erratum_infinite_logit :
  ~ forall a b : nat -> R,
      is_lim_seq (fun n => softmax two (pair (a n) (b n)) 0%nat) 1 -> is_lim_seq a p_infty \/ is_lim_seq b m_infty.
Proof.
  intros H. specialize (H (fun n => if Nat.even n then 0 else INR n) (fun n => if Nat.even n then - INR n else 0)).
  assert (G : forall n, Nat.even (2 * n) = true) by (intros; rewrite Nat.even_mul; auto).
  assert (G' : forall n, Nat.even (2 * n + 1) = false) by (intros n; rewrite Nat.even_add, G; auto).
  destruct H as [H|H].
  - apply (is_lim_seq_ext (fun n => / (1 + exp (- INR n)))).
    + intros n. rewrite (proj1 (softmax_logistic _ _)). unfold logistic, Rdiv. rewrite Rmult_1_l. destruct (Nat.even n); do 3 f_equal; ring.
    + replace (Finite 1) with (Rbar_inv (1 + 0)) by (simpl; f_equal; field). apply is_lim_seq_inv; [|simpl; intros E; injection E; lra].
      apply is_lim_seq_plus'; [apply is_lim_seq_const|]. apply (is_lim_comp_seq exp (fun n => - INR n) m_infty 0); [apply is_lim_exp_m | exists 0%nat; easy |].
      apply (is_lim_seq_opp INR p_infty), is_lim_seq_INR.
  - destruct (proj2 (is_lim_seq_spec _ _) H 1) as [N B]. specialize (B (2 * N)%nat ltac:(lia)). cbv beta in B. rewrite G in B. lra.
  - destruct (proj2 (is_lim_seq_spec _ _) H (-1)) as [N B]. specialize (B (2 * N + 1)%nat ltac:(lia)). cbv beta in B. rewrite G' in B. lra.
Qed.

(** [erratum.taylor-inner-product] Sharper: none, a constant direction is the counterexample. *)
Theorem erratum_taylor_inner_product :
  ~ forall (I : list nat) x h i, In i I ->
      is_derive (fun t => softmax I (line x h t) i) 0 (inner I (softmax I x) h - inner I (softmax I x) h * softmax I x i).
Proof.
  intros H. specialize (H two (pair 0 0) (fun _ => 1) 0%nat in_0).
  assert (K := softmax_as_derivative two (pair 0 0) (fun _ => 1) 0 0%nat two_some).
  apply is_derive_unique in H. apply is_derive_unique in K. rewrite K in H. unfold hessian_product in H.
  rewrite mean_const, inner_const, softmax_sum, softmax_line_0, softmax_zeros in H by easy. lra.
Qed.

(** [erratum.loss-without-sum] Sharper: none, the labels (1, 1) are the counterexample. *)
Theorem erratum_loss_without_sum : ~ forall (I : list nat) y o, I <> [] -> loss I y o = lse I o - inner I y o.
Proof.
  intros H. specialize (H two (fun _ => 1) (pair 0 0) two_some). rewrite loss_lse, lse_zeros in H by easy.
  unfold inner in H. rewrite !sum_pair in H. simpl in H. generalize ln_2_pos. lra.
Qed.

(** [erratum.hessian-of-any-labels] Sharper: none, the labels (1, 1) are the counterexample. *)
Theorem erratum_hessian_of_any_labels :
  ~ forall (I : list nat) y o h, I <> [] -> is_derive (fun t => inner I (residual I y (line o h t)) h) 0 (variance I o h).
Proof.
  intros H. specialize (H two (fun _ => 1) (pair 0 0) ramp two_some).
  assert (K : is_derive (fun t => inner two (residual two (fun _ => 1) (line (pair 0 0) ramp t)) ramp) 0 (2 * variance two (pair 0 0) ramp)).
  { apply (is_derive_ext (fun t => 2 * mean two (line (pair 0 0) ramp t) ramp - inner two (fun _ => 1) ramp)).
    - intros t. rewrite gradient_inner, sum_pair. of_reals. ring.
    - evar_last.
      + apply (is_derive_minus (fun t => 2 * mean two (line (pair 0 0) ramp t) ramp) (fun _ => inner two (fun _ => 1) ramp)); [|apply is_derive_const].
        apply (is_derive_scal (fun t => mean two (line (pair 0 0) ramp t) ramp)). apply is_derive_mean. easy.
      + unfold minus, plus, opp, zero; simpl. unfold variance, covariance. rewrite !mean_line_0. of_reals. ring. }
  apply is_derive_unique in H. apply is_derive_unique in K. rewrite K in H.
  assert (P : 0 < variance two (pair 0 0) ramp) by (apply (variance_pos two (pair 0 0) ramp 0%nat 1%nat in_0 in_1); unfold ramp; simpl; lra). lra.
Qed.

(** [erratum.sign-of-the-score] Sharper: none, (0, 0) is the counterexample. *)
Theorem erratum_sign_of_the_score :
  ~ forall (I : list nat) o c, NoDup I -> In c I ->
      is_derive (fun t => log_softmax I (line o (unit_vector PeanoNat.Nat.eq_dec c) t) c) 0 (softmax I o c - 1).
Proof.
  intros H. specialize (H two (pair 0 0) 0%nat two_distinct in_0). set (e := unit_vector PeanoNat.Nat.eq_dec 0%nat) in *.
  assert (K : is_derive (fun t => log_softmax two (line (pair 0 0) e t) 0%nat) 0 (1 - mean two (pair 0 0) e)).
  { apply (is_derive_ext (fun t => t - lse two (line (pair 0 0) e t))).
    - intros t. rewrite log_softmax_lse by easy. assert (E : line (pair 0 0) e t 0%nat = t) by (unfold line, e, unit_vector; simpl; ring).
      rewrite E. reflexivity.
    - replace (mean two (pair 0 0) e) with (mean two (line (pair 0 0) e 0) e) by apply mean_line_0. apply (is_derive_minus (fun t => t) (fun t => lse two (line (pair 0 0) e t))); [auto_derive; auto|].
      apply is_derive_lse. easy. }
  apply is_derive_unique in H. apply is_derive_unique in K. rewrite K, mean_zeros, softmax_zeros in H. unfold e, unit_vector in H. simpl in H. lra.
Qed.

(** [erratum.variance-of-the-class] Sharper: none, three equal logits are the counterexample. *)
Theorem erratum_variance_of_the_class :
  ~ forall o, variance [0%nat; 1%nat; 2%nat] o (fun c => INR c + 1)
            = softmax [0%nat; 1%nat; 2%nat] o 0%nat * (1 - softmax [0%nat; 1%nat; 2%nat] o 0%nat).
Proof.
  intros H. specialize (H (fun _ => 0)). unfold variance, covariance, mean, inner, softmax in H. simpl in H. rewrite exp_0 in H. lra.
Qed.

(** [erratum.hessian-iff-convex] Sharper: none, the inverse square away from 0 is the counterexample. *)
Theorem erratum_hessian_iff_convex :
  ~ forall (phi phi' phi'' : R -> R) (domain : R -> Prop),
      (forall t, domain t -> is_derive phi t (phi' t) /\ is_derive phi' t (phi'' t) /\ 0 <= phi'' t) ->
      forall a b, domain a -> domain b -> domain ((a + b) / 2) -> phi ((a + b) / 2) <= (phi a + phi b) / 2.
Proof.
  intros H. specialize (H (fun t => / t ^ 2) (fun t => -2 / t ^ 3) (fun t => 6 / t ^ 4) (fun t => t <> 0)).
  assert (K : / ((-1 + 2) / 2) ^ 2 <= (/ (-1) ^ 2 + / 2 ^ 2) / 2).
  { apply H; try lra. intros t N. split; [|split].
    - auto_derive; [apply Rmult_integral_contrapositive; split; lra | field; auto].
    - auto_derive; [repeat apply Rmult_integral_contrapositive_currified; lra | field; auto].
    - apply Rmult_le_pos; [lra|]. apply Rlt_le, Rinv_0_lt_compat. replace (t ^ 4) with ((t * t) ^ 2) by ring.
      apply pow_lt. destruct (Rdichotomy _ _ N); nra. }
  lra.
Qed.
