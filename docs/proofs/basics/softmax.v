(* SPDX-License-Identifier: Apache-2.0 *)
(** First facts of log-sum-exp and softmax, and their derivatives along a line. *)
From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus.
Import ListNotations.
Open Scope R_scope.

Section Softmax.
Context {A : Type}.
Implicit Types (I J : list A) (x y f g h p q : A -> R).

Lemma total_pos I x : I <> [] -> 0 < sum I (fun i => exp (x i)).
Proof. intros N. apply sum_pos; auto. intros; apply exp_pos. Qed.
Lemma exp_lse I x : I <> [] -> exp (lse I x) = sum I (fun i => exp (x i)).
Proof. intros N. apply exp_ln, total_pos; auto. Qed.
Lemma softmax_pos I x i : I <> [] -> 0 < softmax I x i.
Proof. intros N. apply Rdiv_lt_0_compat; [apply exp_pos | apply total_pos; auto]. Qed.
Lemma softmax_sum I x : I <> [] -> sum I (softmax I x) = 1.
Proof.
  intros N. unfold softmax. rewrite sum_div. generalize (total_pos I x N). intros P. field. lra.
Qed.
Lemma softmax_distribution I x : I <> [] -> distribution I (softmax I x).
Proof. intros N. split; [intros; apply Rlt_le, softmax_pos; auto | apply softmax_sum; auto]. Qed.
Lemma softmax_exp I x i : I <> [] -> softmax I x i = exp (x i - lse I x).
Proof. intros N. rewrite exp_minus_div, exp_lse; auto. Qed.
Lemma log_softmax_lse I x i : I <> [] -> log_softmax I x i = x i - lse I x.
Proof. intros N. unfold log_softmax. rewrite softmax_exp, ln_exp; auto. Qed.
Lemma softmax_le_1 I x i : In i I -> softmax I x i <= 1.
Proof. intros H. assert (I <> []) by (intros ->; easy). apply distribution_le_1 with I; auto. apply softmax_distribution; auto. Qed.

Lemma lse_ext I x y : (forall i, In i I -> x i = y i) -> lse I x = lse I y.
Proof. intros H. unfold lse. f_equal. apply sum_ext. intros; rewrite H; auto. Qed.
Lemma softmax_ext I x y i : (forall j, In j I -> x j = y j) -> In i I -> softmax I x i = softmax I y i.
Proof. intros H Hi. unfold softmax. rewrite (H i Hi). f_equal. apply sum_ext. intros; rewrite H; auto. Qed.
Lemma lse_le I x y : I <> [] -> (forall i, In i I -> x i <= y i) -> lse I x <= lse I y.
Proof. intros N H. apply ln_le_ln; [apply total_pos; auto|]. apply sum_le. intros; apply exp_le; auto. Qed.
Lemma lse_translate I x c : I <> [] -> lse I (fun i => x i + c) = lse I x + c.
Proof.
  intros N. unfold lse. rewrite (sum_ext I _ (fun i => exp (x i) * exp c)) by (intros; apply exp_plus).
  rewrite sum_scal_r, ln_mult, ln_exp; auto; [apply total_pos; auto | apply exp_pos].
Qed.
Lemma lse_ge I x i : In i I -> x i <= lse I x.
Proof.
  intros H. rewrite <- (ln_exp (x i)). apply ln_le_ln; [apply exp_pos|].
  apply (term_le_sum I (fun i => exp (x i))); auto. intros; apply Rlt_le, exp_pos.
Qed.
Lemma lse_const I c : I <> [] -> lse I (fun _ => c) = c + ln (count I).
Proof.
  intros N. unfold lse. rewrite sum_const, ln_mult, ln_exp; [ring | | apply exp_pos].
  generalize (count_pos I N). lra.
Qed.

(** Means under softmax. *)
Lemma mean_ext I x f g : (forall i, In i I -> f i = g i) -> mean I x f = mean I x g.
Proof. intros H. apply inner_ext; auto. Qed.
Lemma mean_plus I x f g : mean I x (fun i => f i + g i) = mean I x f + mean I x g.
Proof. unfold mean, inner. rewrite <- sum_plus. apply sum_ext. intros; ring. Qed.
Lemma mean_minus I x f g : mean I x (fun i => f i - g i) = mean I x f - mean I x g.
Proof. unfold mean, inner. rewrite <- sum_minus. apply sum_ext. intros; ring. Qed.
Lemma mean_scal I x c f : mean I x (fun i => c * f i) = c * mean I x f.
Proof. unfold mean, inner. rewrite <- sum_scal. apply sum_ext. intros; ring. Qed.
Lemma mean_const I x c : I <> [] -> mean I x (fun _ => c) = c.
Proof. intros N. unfold mean. rewrite inner_const, softmax_sum by auto. ring. Qed.
Lemma mean_between I x f a b : I <> [] -> (forall i, In i I -> a <= f i <= b) -> a <= mean I x f <= b.
Proof. intros N. apply inner_between, softmax_distribution; auto. Qed.
Lemma mean_le I x f g : I <> [] -> (forall i, In i I -> f i <= g i) -> mean I x f <= mean I x g.
Proof. intros N. apply inner_le. intros; apply Rlt_le, softmax_pos; auto. Qed.
Lemma mean_nonneg I x f : I <> [] -> (forall i, In i I -> 0 <= f i) -> 0 <= mean I x f.
Proof. intros N H. rewrite <- (mean_const I x 0 N). apply mean_le; auto. Qed.
Lemma mean_range I x h : I <> [] -> minimum I h <= mean I x h <= maximum I h.
Proof. intros N. apply mean_between; auto. intros; apply between; auto. Qed.

Lemma covariance_mean I x g h :
  I <> [] -> covariance I x g h = mean I x (fun i => g i * h i) - mean I x g * mean I x h.
Proof.
  intros N. unfold covariance. set (a := mean I x g). set (b := mean I x h).
  rewrite (mean_ext I x _ (fun i => (g i * h i - b * g i) - (a * h i - a * b))) by (intros; ring).
  rewrite !mean_minus, !mean_scal, mean_const by auto. fold a b. ring.
Qed.
Lemma variance_mean I x h :
  I <> [] -> variance I x h = mean I x (fun i => h i * h i) - mean I x h * mean I x h.
Proof. intros N. apply covariance_mean; auto. Qed.
Lemma variance_nonneg I x h : I <> [] -> 0 <= variance I x h.
Proof. intros N. apply mean_nonneg; auto. intros; apply Rle_0_sqr. Qed.
Lemma variance_pos I x h i j : In i I -> In j I -> h i <> h j -> 0 < variance I x h.
Proof.
  intros Hi Hj D. assert (N : I <> []) by (intros ->; easy).
  destruct (variance_nonneg I x h N) as [|Z]; auto. exfalso. apply D.
  assert (P : forall k, In k I -> 0 <= softmax I x k * ((h k - mean I x h) * (h k - mean I x h))).
  { intros. apply Rmult_le_pos; [apply Rlt_le, softmax_pos; auto | apply Rle_0_sqr]. }
  assert (H := fun k => sum_nonneg_zero I _ P (eq_sym Z) k).
  assert (forall k, In k I -> h k = mean I x h).
  { intros k Hk. specialize (H k Hk). cbv beta in H. generalize (softmax_pos I x k N). intros S.
    apply Rmult_integral in H. destruct H as [H|H]; [lra|]. nra. }
  rewrite (H0 i Hi), (H0 j Hj). auto.
Qed.

(** The variance is at most the product of the distances to the extremes, and so a quarter of the spread squared. *)
Lemma variance_le_product I x h a b :
  I <> [] -> (forall i, In i I -> a <= h i <= b) -> variance I x h <= (mean I x h - a) * (b - mean I x h).
Proof.
  intros N H. rewrite variance_mean by auto.
  assert (0 <= mean I x (fun i => ((a + b) * h i - a * b) - h i * h i)).
  { apply mean_nonneg; auto. intros i Hi. specialize (H i Hi). nra. }
  rewrite !mean_minus, mean_scal, mean_const in H0 by auto. lra.
Qed.
Lemma variance_le_spread I x h : I <> [] -> variance I x h <= spread I h ^ 2 / 4.
Proof.
  intros N. generalize (variance_le_product I x h _ _ N (between I h)). unfold spread.
  set (m := mean I x h). intros. apply Rle_trans with (1 := H).
  generalize (pow2_ge_0 (maximum I h + minimum I h - 2 * m)). lra.
Qed.

(** The derivatives along the line [x + t h]. *)
Definition line x h (t : R) : A -> R := fun i => x i + t * h i.

Lemma is_derive_total I x h g t :
  is_derive (fun t => sum I (fun i => exp (line x h t i) * g i)) t
            (sum I (fun i => exp (line x h t i) * (g i * h i))).
Proof.
  apply (is_derive_sum I (fun i t => exp (line x h t i) * g i) (fun i t => exp (line x h t i) * (g i * h i))). intros i _. unfold line.
  auto_derive; auto. ring.
Qed.
Lemma mean_quotient I x f :
  mean I x f = sum I (fun i => exp (x i) * f i) / sum I (fun i => exp (x i)).
Proof.
  unfold mean, inner, softmax. rewrite <- sum_div. apply sum_ext. intros. unfold Rdiv. ring.
Qed.
Lemma is_derive_exps I x h t :
  is_derive (fun t => sum I (fun i => exp (line x h t i))) t (sum I (fun i => exp (line x h t i) * h i)).
Proof.
  apply (is_derive_ext (fun t => sum I (fun i => exp (line x h t i) * 1))).
  - intros s. apply sum_ext. intros; ring.
  - rewrite (sum_ext I _ (fun i => exp (line x h t i) * (1 * h i))) by (intros; ring). apply is_derive_total.
Qed.
Lemma is_derive_lse I x h t :
  I <> [] -> is_derive (fun t => lse I (line x h t)) t (mean I (line x h t) h).
Proof.
  intros N. rewrite mean_quotient. unfold lse.
  evar_last.
  - apply (is_derive_comp ln (fun t => sum I (fun i => exp (line x h t i)))).
    + apply is_derive_ln. apply total_pos; auto.
    + apply is_derive_exps.
  - unfold scal; simpl; unfold mult; simpl. reflexivity.
Qed.
Lemma is_derive_mean I x h f t :
  I <> [] -> is_derive (fun t => mean I (line x h t) f) t (covariance I (line x h t) f h).
Proof.
  intros N. rewrite covariance_mean by auto. rewrite !mean_quotient.
  apply (is_derive_ext (fun t => sum I (fun i => exp (line x h t i) * f i) / sum I (fun i => exp (line x h t i)))).
  { intros s. rewrite mean_quotient. auto. }
  generalize (total_pos I (line x h t) N). intros P.
  evar_last.
  - apply (is_derive_div (fun t => sum I (fun i => exp (line x h t i) * f i)) (fun t => sum I (fun i => exp (line x h t i)))).
    + apply is_derive_total.
    + apply is_derive_exps.
    + lra.
  - field. lra.
Qed.
Lemma softmax_as_derivative I x h t i :
  I <> [] -> is_derive (fun t => softmax I (line x h t) i) t (hessian_product I (line x h t) h i).
Proof.
  intros N. unfold hessian_product. rewrite mean_quotient. unfold softmax.
  generalize (total_pos I (line x h t) N). intros P.
  evar_last.
  - apply (is_derive_div (fun t => exp (line x h t i)) (fun t => sum I (fun i => exp (line x h t i)))).
    + apply (is_derive_comp exp (fun t => line x h t i)); [apply is_derive_exp|].
      unfold line. auto_derive; auto. 
    + apply is_derive_exps.
    + lra.
  - unfold scal; simpl; unfold mult; simpl. field. lra.
Qed.
Lemma line_0 x h i : line x h 0 i = x i.
Proof. unfold line. ring. Qed.
Lemma lse_line_0 I x h : lse I (line x h 0) = lse I x.
Proof. apply lse_ext. intros; apply line_0. Qed.
Lemma softmax_line_0 I x h i : softmax I (line x h 0) i = softmax I x i.
Proof. unfold softmax. rewrite line_0. f_equal. apply sum_ext. intros; rewrite line_0; auto. Qed.
Lemma mean_line_0 I x h f : mean I (line x h 0) f = mean I x f.
Proof. unfold mean, inner. apply sum_ext. intros. rewrite softmax_line_0. auto. Qed.
Lemma lse_line_1 I x y : lse I (line x (fun i => y i - x i) 1) = lse I y.
Proof. apply lse_ext. intros. unfold line. ring. Qed.
Lemma softmax_line_1 I x y i : softmax I (line x (fun i => y i - x i) 1) i = softmax I y i.
Proof. unfold softmax. replace (line x _ 1 i) with (y i) by (unfold line; ring). f_equal. apply sum_ext. intros. f_equal. unfold line; ring. Qed.
Lemma mean_line_1 I x y f : mean I (line x (fun i => y i - x i) 1) f = mean I y f.
Proof. unfold mean, inner. apply sum_ext. intros. rewrite softmax_line_1. auto. Qed.

(** Log-sum-exp lies above its tangents, and not far. *)
Lemma lse_tangent I x y :
  I <> [] ->
  0 <= lse I y - lse I x - mean I x (fun i => y i - x i) <= spread I (fun i => y i - x i) ^ 2 / 8.
Proof.
  intros N. set (h := fun i => y i - x i).
  generalize (taylor_2 (fun t => lse I (line x h t)) (fun t => mean I (line x h t) h)
    (fun t => variance I (line x h t) h) 0 (spread I h ^ 2 / 4)
    (fun t _ => is_derive_lse I x h t N) (fun t _ => is_derive_mean I x h h t N)).
  rewrite lse_line_0, mean_line_0. replace (lse I (line x h 1)) with (lse I y) by (symmetry; apply lse_line_1). intros H.
  cut (0 / 2 <= lse I y - lse I x - mean I x h <= spread I h ^ 2 / 4 / 2); [lra|].
  apply H. intros t _. split; [apply variance_nonneg; auto | apply variance_le_spread; auto].
Qed.

(** Entropy, cross-entropy and relative entropy of softmax. *)
Lemma ln_softmax I x i : I <> [] -> ln (softmax I x i) = x i - lse I x.
Proof. apply log_softmax_lse. Qed.
Lemma kl_softmax I x y :
  I <> [] -> kl I (softmax I x) (softmax I y) = lse I y - lse I x - mean I x (fun i => y i - x i).
Proof.
  intros N. unfold kl. rewrite (sum_ext I _ (fun i => softmax I x i * ((lse I y - lse I x) - (y i - x i)))).
  - change (inner I (softmax I x) (fun i => (lse I y - lse I x) - (y i - x i)) =
            lse I y - lse I x - mean I x (fun i => y i - x i)).
    fold (mean I x (fun i => (lse I y - lse I x) - (y i - x i))).
    rewrite mean_minus, mean_const; auto.
  - intros i Hi. rewrite ln_div_pos by (apply softmax_pos; auto). rewrite !ln_softmax by auto. ring.
Qed.
Lemma entropy_softmax I x : I <> [] -> entropy I (softmax I x) = lse I x - mean I x x.
Proof.
  intros N. unfold entropy. rewrite (sum_ext I _ (fun i => softmax I x i * (x i - lse I x))).
  - change (- mean I x (fun i => x i - lse I x) = lse I x - mean I x x).
    rewrite mean_minus, mean_const by auto. ring.
  - intros i Hi. rewrite ln_softmax; auto.
Qed.

(** Relative entropy is not negative, and 0 only where the distributions agree. *)
Lemma kl_term a b : 0 <= a -> 0 < b -> a - b <= a * ln (a / b).
Proof.
  intros [P| <-] Q; [|rewrite Rmult_0_l; lra].
  generalize (ln_le_sub (b / a) (Rdiv_lt_0_compat _ _ Q P)). intros H.
  replace (ln (a / b)) with (- ln (b / a)) by (rewrite !ln_div_pos by auto; ring).
  assert (a * (b / a - 1) = b - a) by (field; lra). nra.
Qed.
Lemma kl_term_eq a b : 0 <= a -> 0 < b -> a * ln (a / b) = a - b -> a = b.
Proof.
  intros [P| <-] Q H; [|rewrite Rmult_0_l in H; lra].
  destruct (Req_dec a b) as [|D]; auto. exfalso.
  assert (D' : b / a <> 1). { intros E. apply D. replace b with (b / a * a) by (field; lra). rewrite E. ring. }
  generalize (ln_lt_sub (b / a) (Rdiv_lt_0_compat _ _ Q P) D'). intros L.
  replace (ln (a / b)) with (- ln (b / a)) in H by (rewrite !ln_div_pos by auto; ring).
  assert (a * (b / a - 1) = b - a) by (field; lra). nra.
Qed.
Lemma kl_nonneg I p q : distribution I p -> positive I q -> sum I q <= 1 -> 0 <= kl I p q.
Proof.
  intros [P S] Q T. apply Rle_trans with (sum I (fun i => p i - q i)).
  - rewrite sum_minus, S. lra.
  - apply sum_le. intros i Hi. apply kl_term; auto.
Qed.
Lemma kl_zero I p q :
  distribution I p -> positive I q -> sum I q <= 1 -> kl I p q = 0 -> forall i, In i I -> p i = q i.
Proof.
  intros [P S] Q T Z i Hi. apply kl_term_eq; auto.
  assert (H : forall j, In j I -> 0 <= p j * ln (p j / q j) - (p j - q j)).
  { intros j Hj. generalize (kl_term _ _ (P j Hj) (Q j Hj)). lra. }
  assert (K := sum_nonneg_zero I _ H).
  assert (Z' : sum I (fun j => p j * ln (p j / q j) - (p j - q j)) = 0).
  { assert (G := sum_nonneg I _ H). rewrite !sum_minus in *. unfold kl in Z. lra. }
  specialize (K Z' i Hi). cbv beta in K. lra.
Qed.
End Softmax.
