(* SPDX-License-Identifier: Apache-2.0 *)
(** The cross-entropy loss of softmax, its gradient and its second derivative. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
From softlaw Require Import basics.inequalities basics.entropy basics.cumulants laws.bounds laws.softmax laws.convexity laws.symmetry laws.information.
Import ListNotations.
Open Scope R_scope.

Section Loss.
Context {A : Type}.
Implicit Types (I : list A) (o h y p l : A -> R).

Definition loss I y o : R := - inner I y (log_softmax I o).
Definition residual I y o : A -> R := fun j => sum I y * softmax I o j - y j.

Lemma loss_lse I y o : I <> [] -> loss I y o = sum I y * lse I o - inner I y o.
Proof.
  intros N. unfold loss, inner. rewrite (sum_ext I _ (fun j => y j * o j - y j * lse I o)).
  - rewrite sum_minus, sum_scal_r. ring.
  - intros j _. rewrite log_softmax_lse by auto. ring.
Qed.

(** [loss.logsumexp-form] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem loss_logsumexp_form I y o :
  I <> [] -> - sum I (fun j => y j * log_softmax I o j) = sum I y * lse I o - inner I y o.
Proof. apply loss_lse. Qed.

Lemma gradient_inner I y o h : inner I (residual I y o) h = sum I y * mean I o h - inner I y h.
Proof. unfold residual, mean, inner. gather. apply sum_ext. intros; ring. Qed.

(** [loss.gradient] Tags: n ≥ 1.  Sharper: none, for the derivative and the sum are equalities. *)
Theorem loss_gradient I y o h :
  I <> [] ->
  is_derive (fun t => loss I y (line o h t)) 0 (inner I (residual I y o) h) /\
  sum I (residual I y o) = 0 /\
  (sum I y = 1 -> forall j, residual I y o j = softmax I o j - y j).
Proof.
  intros N. split; [|split].
  - apply (is_derive_ext (fun t => sum I y * lse I (line o h t) - (inner I y o + t * inner I y h))).
    { intros t. rewrite loss_lse by auto. f_equal. unfold line, inner. gather. apply sum_ext. intros; ring. }
    rewrite gradient_inner. evar_last.
    + apply (is_derive_minus (fun t => sum I y * lse I (line o h t)) (fun t => inner I y o + t * inner I y h)).
      * apply (is_derive_scal (fun t => lse I (line o h t))). apply is_derive_lse; auto.
      * instantiate (1 := inner I y h). auto_derive; auto. ring.
    + rewrite mean_line_0. unfold minus, plus, opp, zero, scal; simpl. unfold mult; simpl. of_reals. ring.
  - unfold residual. rewrite sum_minus, sum_scal, softmax_sum by auto. ring.
  - intros S j. unfold residual. rewrite S. ring.
Qed.

(** [loss.expectation] Tags: n ≥ 1.  Sharper: none, it is an equality. *)
Theorem loss_expectation (same : forall i j : A, {i = j} + {i <> j}) I y o :
  NoDup I -> loss I y o = sum I (fun c => y c * loss I (unit_vector same c) o).
Proof.
  intros D. unfold loss at 1, inner. rewrite <- sum_opp. apply sum_ext. intros c Hc. unfold loss, inner.
  rewrite (sum_single I _ c D Hc); unfold unit_vector.
  - destruct (same c c); [ring | easy].
  - intros j _ H. destruct (same c j); [congruence | ring].
Qed.

(** [loss.hard-label] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem loss_hard_label (same : forall i j : A, {i = j} + {i <> j}) I o c :
  NoDup I -> In c I ->
  loss I (unit_vector same c) o = - log_softmax I o c /\ - log_softmax I o c = lse I o - o c.
Proof.
  intros D Hc. assert (N : I <> []) by (intros ->; easy). split; [|rewrite log_softmax_lse by auto; ring].
  unfold loss, inner. rewrite (sum_single I _ c D Hc); unfold unit_vector.
  - destruct (same c c); [ring | easy].
  - intros j _ H. destruct (same c j); [congruence | ring].
Qed.

(** [loss.hard-gradient] Tags: n ≥ 1.  Sharper: refuted below, with a smaller constant. *)
Theorem loss_hard_gradient (c : A) I o :
  let p := softmax (c :: I) o in let g1 := fun j => p j in let gc := p c - 1 in
  gc = - sum I p /\ gc + sum I g1 = 0 /\
  Rabs gc + norm1 I g1 = 2 * (1 - p c) /\ 2 * (1 - p c) <= 2 /\ gc ^ 2 + sum I (fun j => g1 j ^ 2) <= 2 * (1 - p c) ^ 2.
Proof.
  intros p g1 gc. assert (N : c :: I <> []) by easy. assert (S : p c + sum I p = 1) by apply (softmax_sum (c :: I) o N).
  assert (P : forall j, 0 < p j) by (intros; apply softmax_pos; easy).
  assert (Q : norm1 I g1 = sum I p) by (apply sum_ext; intros j _; apply Rabs_right, Rle_ge, Rlt_le, P).
  assert (X : 0 <= sum I p) by (apply sum_nonneg; intros; apply Rlt_le, P).
  split; [unfold gc; lra|]. split; [unfold gc, g1; change (p c - 1 + sum I p = 0); lra|].
  split; [rewrite Q; unfold gc; rewrite Rabs_left1; lra|]. split; [generalize (P c); lra|].
  assert (sum I (fun j => g1 j ^ 2) <= sum I p ^ 2); [|unfold gc; nra].
  apply Rle_trans with (sum I (fun j => sum I p * p j)); [|rewrite sum_scal; lra].
  apply sum_le. intros j Hj. unfold g1. assert (p j <= sum I p) by (apply term_le_sum; auto; intros; apply Rlt_le, P). generalize (P j). nra.
Qed.

(** [loss.gibbs] Tags: y distribution.  Sharper: refuted below, with a strict sign. *)
Theorem loss_gibbs I y o : distribution I y -> 0 <= entropy I y <= loss I y o.
Proof.
  intros D. assert (N := distribution_nonempty I y D). split; [apply entropy_nonneg; auto|].
  rewrite loss_lse, (proj2 D) by auto. generalize (proj1 (proj2 (proj2 (duality_gibbs I o y D)))). lra.
Qed.

(** [loss.tangent] Tags: n ≥ 1, y ≥ 0.  Sharper: refuted below, with a strict sign. *)
Theorem loss_tangent I y o h :
  I <> [] -> 0 <= sum I y ->
  0 <= loss I y (fun i => o i + h i) - loss I y o - inner I (residual I y o) h <= sum I y * spread I h ^ 2 / 8.
Proof.
  intros N S. rewrite !loss_lse, gradient_inner by auto.
  generalize (lse_tangent I o (fun i => o i + h i) N).
  rewrite (mean_ext I o (fun i => o i + h i - o i) h), (spread_ext I (fun i => o i + h i - o i) h) by (intros; ring).
  replace (inner I y (fun i => o i + h i)) with (inner I y o + inner I y h) by (unfold inner; gather; apply sum_ext; intros; ring).
  set (a := lse I (fun i => o i + h i)). set (s := sum I y) in *. intros [L U].
  assert (0 <= s * (a - lse I o - mean I o h)) by (apply Rmult_le_pos; lra).
  assert (s * (a - lse I o - mean I o h) <= s * (spread I h ^ 2 / 8)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(** [loss.second-order] Tags: n ≥ 1, y ≥ 0.  Sharper: refuted below, without the term of third order. *)
Theorem loss_second_order I y o h :
  I <> [] -> 0 <= sum I y ->
  Rabs (loss I y (fun i => o i + h i) - loss I y o - inner I (residual I y o) h
        - sum I y * inner I h (hessian_product I o h) / 2) <= sum I y * spread I h ^ 3 / (36 * sqrt 3) /\
  inner I h (hessian_product I o h) = variance I o h.
Proof.
  intros N S. assert (V : inner I h (hessian_product I o h) = variance I o h).
  { rewrite variance_mean by auto. unfold inner, hessian_product. rewrite (sum_ext I _ (fun i => softmax I o i * (h i * h i) - softmax I o i * h i * mean I o h)) by (intros; ring).
    rewrite sum_minus, sum_scal_r. reflexivity. }
  split; auto. rewrite V, !loss_lse, gradient_inner by auto.
  generalize (taylor_3 (fun t => lse I (line o h t)) (fun t => mean I (line o h t) h) (fun t => variance I (line o h t) h)
    (fun t => cumulant_3 I (line o h t) h) _ _ (fun t _ => is_derive_lse I _ h t N) (fun t _ => is_derive_mean I _ h h t N)
    (fun t _ => is_derive_variance I _ h t N) (fun t _ => cumulant_3_bound I _ h N)).
  rewrite lse_line_0, mean_line_0. rewrite (lse_ext I (line o h 1) (fun i => o i + h i)) by (intros; unfold line; ring).
  replace (variance I (line o h 0) h) with (variance I o h) by (unfold variance, covariance; rewrite !mean_line_0; auto).
  replace (inner I y (fun i => o i + h i)) with (inner I y o + inner I y h) by (unfold inner; gather; apply sum_ext; intros; ring).
  set (a := lse I (fun i => o i + h i)). set (s := sum I y) in *. set (v := variance I o h). intros B.
  assert (Q : 0 < sqrt 3) by (apply sqrt_lt_R0; lra).
  replace (s * spread I h ^ 3 / (36 * sqrt 3)) with (s * (spread I h ^ 3 * third_root / 6 / 6)) by (unfold third_root; field; lra).
  match goal with |- Rabs ?e <= _ => replace e with (s * (a - lse I o - mean I o h - v / 2)) by field end.
  rewrite Rabs_mult, (Rabs_right s) by lra. apply Rmult_le_compat_l; auto. apply Rabs_le. lra.
Qed.

(** [loss.margin] Tags: n ≥ 2.  Sharper: refuted below, with one other class. *)
Theorem loss_margin (c : A) I o t :
  I <> [] -> 0 < t ->
  let g := o c - maximum I o in
  0 < ln (1 + exp (- g)) <= - log_softmax (c :: I) o c /\
  - log_softmax (c :: I) o c <= ln (1 + count I * exp (- g)) /\
  0 < ln (1 + exp (- (t * g))) <= - log_softmax (c :: I) (fun j => t * o j) c /\
  - log_softmax (c :: I) (fun j => t * o j) c <= ln (1 + count I * exp (- (t * g))).
Proof.
  intros N T g.
  assert (G : forall z, let g := z c - maximum I z in
    0 < ln (1 + exp (- g)) <= - log_softmax (c :: I) z c /\ - log_softmax (c :: I) z c <= ln (1 + count I * exp (- g))).
  { intros z m. assert (E : - log_softmax (c :: I) z c = ln (1 + sum I (fun j => exp (z j - z c)))).
    { rewrite log_softmax_lse by easy. rewrite (lse_shifted (c :: I) z (z c)) by easy. simpl. rewrite Rminus_eq_0, exp_0. ring. }
    rewrite E. assert (X := exp_pos (- m)). split; [split|].
    - apply ln_pos. lra.
    - apply ln_le_ln; [lra|]. apply Rplus_le_compat_l. destruct (maximum_in I z N) as [k [Hk Ek]].
      replace (- m) with (z k - z c) by (unfold m; rewrite Ek; ring). apply (term_le_sum I (fun j => exp (z j - z c))); auto. intros; apply Rlt_le, exp_pos.
    - assert (0 <= sum I (fun j => exp (z j - z c))) by (apply sum_nonneg; intros; apply Rlt_le, exp_pos).
      apply ln_le_ln; [lra|]. apply Rplus_le_compat_l. rewrite <- sum_const. apply sum_le. intros j Hj. apply exp_le.
      generalize (le_maximum I z j Hj). unfold m. lra. }
  assert (H := G o). cbv zeta in H. fold g in H. assert (K := G (fun j => t * o j)). cbv zeta beta in K.
  rewrite maximum_scale in K by (auto; lra). replace (t * o c - t * maximum I o) with (t * g) in K by (unfold g; ring). tauto.
Qed.

(** [loss.certainty] Tags: n ≥ 2.  Sharper: refuted below, with one other class. *)
Theorem loss_certainty (c : A) I o :
  I <> [] ->
  let g := o c - maximum I o in
  / (1 + exp g) <= 1 - softmax (c :: I) o c <= / (1 + exp g / count I).
Proof.
  intros N g. generalize (count_pos I N). intros C. assert (X := exp_pos g). assert (Y := exp_pos (- g)).
  assert (E : exp (- g) * exp g = 1) by (rewrite <- exp_plus, Rplus_opp_l; apply exp_0).
  destruct (loss_margin c I o 1 N Rlt_0_1) as [[_ L] [U _]]. fold g in L, U. unfold log_softmax in L, U.
  assert (P : 0 < softmax (c :: I) o c) by (apply softmax_pos; easy). set (s := softmax (c :: I) o c) in *.
  assert (L' : (1 + exp (- g)) * s <= 1).
  { apply Rmult_le_reg_r with (/ s); [apply Rinv_0_lt_compat; auto|]. rewrite Rmult_assoc, Rinv_r, Rmult_1_r, Rmult_1_l by lra.
    rewrite <- (exp_ln (1 + exp (- g))), <- (exp_ln (/ s)) by (try apply Rinv_0_lt_compat; lra). apply exp_le. rewrite ln_Rinv; auto. }
  assert (U' : 1 <= (1 + count I * exp (- g)) * s).
  { apply Rmult_le_reg_r with (/ s); [apply Rinv_0_lt_compat; auto|]. rewrite Rmult_assoc, Rinv_r, Rmult_1_r, Rmult_1_l by lra.
    rewrite <- (exp_ln (1 + count I * exp (- g))), <- (exp_ln (/ s)) by (try apply Rinv_0_lt_compat; nra). apply exp_le. rewrite ln_Rinv; auto. }
  assert (D : 0 < exp g / count I) by (apply Rdiv_lt_0_compat; lra). split.
  - apply Rmult_le_reg_l with (1 + exp g); [lra|]. rewrite Rinv_r by lra. nra.
  - apply Rmult_le_reg_l with (1 + exp g / count I); [lra|]. rewrite Rinv_r by lra.
    assert (exp g / count I * (1 - s) <= s); [|lra].
    apply Rmult_le_reg_l with (count I * exp (- g)); [apply Rmult_lt_0_compat; lra|].
    replace (count I * exp (- g) * (exp g / count I * (1 - s))) with (exp (- g) * exp g * (1 - s)) by (field; lra). rewrite E. lra.
Qed.

(** [loss.minimum] Tags: y distribution.  Sharper: refuted below, with a strict sign. *)
Theorem loss_minimum I y o :
  distribution I y ->
  let g := fun j => softmax I o j - y j in
  norm1 I g ^ 2 / 2 <= loss I y o - entropy I y <= sum I (fun j => g j ^ 2 / softmax I o j) /\
  (loss I y o = entropy I y <-> forall j, In j I -> softmax I o j = y j) /\
  (positive I y -> forall c, loss I y (fun j => ln (y j) + c) = entropy I y).
Proof.
  intros D g. assert (N := distribution_nonempty I y D). assert (S := softmax_distribution I o N).
  assert (Q : positive I (softmax I o)) by (intros j _; apply softmax_pos; auto).
  assert (E : loss I y o - entropy I y = kl I y (softmax I o)) by (rewrite loss_lse, (proj2 D), Rmult_1_l by auto; apply gap_is_kl; auto).
  generalize (information_pinsker I y (softmax I o) D S Q) (information_gibbs I y (softmax I o) D S Q). cbv zeta. rewrite <- E.
  intros [[P1 P2] P3] [_ [Z _]]. split; [split|split].
  - replace (norm1 I g) with (norm1 I (fun j => y j - softmax I o j)); [lra|].
    apply sum_ext. intros j _. unfold g. rewrite <- Rabs_Ropp. f_equal. ring.
  - rewrite (sum_ext I (fun j => g j ^ 2 / softmax I o j) (fun j => (y j - softmax I o j) ^ 2 / softmax I o j)) by (intros; unfold g, Rdiv; ring). lra.
  - split; intros H; [intros j Hj; symmetry; apply Z; auto; lra|]. cut (loss I y o - entropy I y = 0); [lra|]. apply Z. intros; symmetry; auto.
  - intros P c. unfold loss, inner, entropy. f_equal. apply sum_ext. intros j Hj. unfold log_softmax. rewrite softmax_ln_translate; auto.
Qed.

(** [loss.inverse] Tags: p distribution, p > 0.  Sharper: refuted below, with half the distance. *)
Theorem loss_inverse I o p j :
  distribution I p -> positive I p -> In j I ->
  let d := fun i => o i - ln (p i) in
  p j * exp (d j - maximum I d) <= softmax I o j <= p j * exp (d j - minimum I d) /\
  forall c, softmax I (fun i => ln (p i) + c) j = p j.
Proof.
  intros D P Hj d. assert (N := distribution_nonempty I p D). split; [|intros; apply softmax_ln_translate; auto].
  generalize (lse_step I o (fun i => ln (p i)) N). fold d. intros L.
  assert (Z : lse I (fun i => ln (p i)) = 0).
  { unfold lse. rewrite (sum_ext I _ p), (proj2 D) by (intros; apply exp_ln; auto). apply ln_1. }
  rewrite Z in L. rewrite softmax_exp by auto.
  assert (X : forall u, p j * exp u = exp (ln (p j) + u)) by (intros; rewrite exp_plus, exp_ln; auto). rewrite !X.
  assert (E : d j = o j - ln (p j)) by reflexivity. split; apply exp_le; lra.
Qed.

(** [loss.bayes] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem loss_bayes I o l j :
  I <> [] ->
  let p := softmax I o in
  softmax I (fun i => o i + l i) j = p j * exp (l j) / sum I (fun k => p k * exp (l k)) /\
  lse I (fun i => o i + l i) - lse I o = ln (sum I (fun k => p k * exp (l k))).
Proof.
  intros N p. split.
  - unfold softmax at 1. rewrite sum_exp_plus by auto. unfold p. unfold softmax at 1. rewrite exp_plus. unfold mean, inner.
    generalize (total_pos I o N) (mean_exp_pos I o l N). unfold mean, inner. intros. field. lra.
  - rewrite (proj1 (translation_by_a_vector I o l N)). unfold mean, inner, p. ring.
Qed.

(** [loss.fisher] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem loss_fisher (same : forall i j : A, {i = j} + {i <> j}) I o j k :
  NoDup I -> In j I -> In k I ->
  let p := softmax I o in let g c j := p j - unit_vector same c j in
  sum I (fun c => p c * g c j) = 0 /\ sum I (fun c => p c * (g c j * g c k)) = hessian same I o j k.
Proof.
  intros D Hj Hk p g. assert (N : I <> []) by (intros ->; easy). assert (S : sum I p = 1) by (apply softmax_sum; auto).
  assert (U : forall f i, In i I -> sum I (fun c => f c * unit_vector same c i) = f i).
  { intros f i Hi. rewrite (sum_single I _ i D Hi); unfold unit_vector.
    - destruct (same i i); [ring | easy].
    - intros c _ H. destruct (same c i); [easy | ring]. }
  split.
  - unfold g. rewrite (sum_ext I _ (fun c => p c * p j - p c * unit_vector same c j)) by (intros; ring).
    rewrite sum_minus, sum_scal_r, S, U by auto. ring.
  - unfold g. rewrite (sum_ext I _ (fun c => p c * (p j * p k) - p c * unit_vector same c k * p j - p c * unit_vector same c j * p k
      + p c * unit_vector same c k * unit_vector same c j)) by (intros; ring).
    rewrite sum_plus, !sum_minus, !sum_scal_r, S, !U by auto.
    unfold hessian. fold p. ring.
Qed.
End Loss.

Lemma ones_sum : 0 <= sum two (fun _ => 1). Proof. rewrite sum_pair. lra. Qed.
Definition loss_logsumexp_form_met := loss_logsumexp_form two even ramp two_some.
Definition loss_gradient_met := loss_gradient two even ramp ramp two_some.
Definition loss_expectation_met := loss_expectation PeanoNat.Nat.eq_dec two even ramp two_distinct.
Definition loss_hard_label_met := loss_hard_label PeanoNat.Nat.eq_dec two ramp 0%nat two_distinct in_0.
Definition loss_hard_gradient_met := loss_hard_gradient 0%nat [1%nat] ramp.
Lemma loss_hard_gradient_sharp k :
  k < 2 -> ~ forall (c : nat) I o, let p := softmax (c :: I) o in
    (p c - 1) ^ 2 + sum I (fun j => p j ^ 2) <= k * (1 - p c) ^ 2.
Proof.
  intros K H. specialize (H 0%nat [1%nat] (pair 0 0)). change (0 :: [1])%nat with two in H. cbv zeta in H. simpl sum in H.
  rewrite !softmax_zeros in H. lra.
Qed.
Definition loss_gibbs_met := loss_gibbs two even ramp even_distribution.
Lemma loss_gibbs_sharp : ~ forall (I : list nat) y o, distribution I y -> entropy I y < loss I y o.
Proof.
  intros H. specialize (H two (softmax two ramp) ramp (softmax_distribution two ramp two_some)).
  rewrite loss_lse, softmax_sum, entropy_softmax in H by easy. unfold mean in H. lra.
Qed.
Definition loss_tangent_met := loss_tangent two even ramp ramp two_some ltac:(rewrite (proj2 even_distribution); lra).
Lemma loss_tangent_sharp :
  ~ forall (I : list nat) y o h, I <> [] -> 0 <= sum I y -> 0 < loss I y (fun i => o i + h i) - loss I y o - inner I (residual I y o) h.
Proof.
  intros H. specialize (H one (fun _ => 1) ramp (fun _ => 0) one_some ltac:(rewrite sum_one; lra)).
  unfold inner in H. rewrite !loss_lse, !lse_one in H by easy. unfold inner in H. rewrite !sum_one in H. lra.
Qed.
Definition loss_second_order_met := loss_second_order two even ramp ramp two_some ltac:(rewrite (proj2 even_distribution); lra).
Lemma loss_second_order_sharp :
  ~ forall (I : list nat) y o h, I <> [] -> 0 <= sum I y ->
    loss I y (fun i => o i + h i) - loss I y o - inner I (residual I y o) h = sum I y * inner I h (hessian_product I o h) / 2.
Proof.
  intros H. specialize (H two even (pair 0 0) (pair 8 0) two_some ltac:(rewrite (proj2 even_distribution); lra)).
  rewrite !loss_lse in H by easy. unfold inner, residual, hessian_product in H. rewrite mean_zeros, !sum_pair, !softmax_zeros, lse_zeros in H.
  unfold even in H. simpl in H.
  assert (U : lse two (fun i => pair 0 0 i + pair 8 0 i) <= 8 + ln 2).
  { rewrite <- count_two_2, <- (lse_const two 8 two_some). apply lse_le; [easy|]. intros [|] _; simpl; lra. }
  generalize ln_2_pos ln_2_lt_1. lra.
Qed.
Definition loss_margin_met := loss_margin 1%nat one ramp 1 one_some Rlt_0_1.
Lemma two_zeros_and_one : lse [0%nat; 1%nat; 2%nat] (fun _ => 0) = ln 3.
Proof. rewrite lse_const by easy. unfold count. simpl. rewrite Rplus_0_l. f_equal. ring. Qed.
Lemma loss_margin_sharp :
  ~ forall (c : nat) I o, I <> [] -> - log_softmax (c :: I) o c <= ln (1 + exp (- (o c - maximum I o))).
Proof.
  intros H. specialize (H 0%nat [1%nat; 2%nat] (fun _ => 0) ltac:(easy)). rewrite log_softmax_lse, two_zeros_and_one in H by easy.
  simpl in H. rewrite Rmax_left in H by lra. replace (- (0 - 0)) with 0 in H by ring. rewrite exp_0 in H.
  assert (ln (1 + 1) < ln 3) by (apply ln_increasing; lra). lra.
Qed.
Definition loss_certainty_met := loss_certainty 1%nat one ramp one_some.
Lemma loss_certainty_sharp :
  ~ forall (c : nat) I o, I <> [] -> 1 - softmax (c :: I) o c <= / (1 + exp (o c - maximum I o)).
Proof.
  intros H. specialize (H 0%nat [1%nat; 2%nat] (fun _ => 0) ltac:(easy)). unfold softmax in H. simpl in H.
  rewrite Rmax_left, Rminus_0_r, exp_0 in H by lra. lra.
Qed.
Definition loss_minimum_met := loss_minimum two even ramp even_distribution.
Lemma loss_minimum_sharp :
  ~ forall (I : list nat) y o, distribution I y -> norm1 I (fun j => softmax I o j - y j) ^ 2 / 2 < loss I y o - entropy I y.
Proof.
  intros H. apply loss_gibbs_sharp. intros I y o D. specialize (H I y o D). generalize (pow2_ge_0 (norm1 I (fun j => softmax I o j - y j))). lra.
Qed.
Definition loss_inverse_met := loss_inverse two ramp even 0%nat even_distribution even_positive in_0.
Lemma loss_inverse_sharp :
  ~ forall (I : list nat) o p j, distribution I p -> positive I p -> In j I ->
    let d := fun i => o i - ln (p i) in softmax I o j <= p j * exp ((d j - minimum I d) / 2).
Proof.
  intros H. apply duality_inverse_sharp. intros I x p i D P Hi. specialize (H I x p i D P Hi). cbv zeta in H.
  specialize (P i Hi). apply Rmult_le_reg_r with (p i); auto. unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply Rle_trans with (1 := H). rewrite Rmult_comm. apply Rmult_le_compat_r; [lra|]. apply exp_le.
  generalize (le_maximum I (fun j => x j - ln (p j)) i Hi). unfold spread. lra.
Qed.
Definition loss_bayes_met := loss_bayes two ramp ramp 0%nat two_some.
Definition loss_fisher_met := loss_fisher PeanoNat.Nat.eq_dec two ramp 0%nat 1%nat two_distinct in_0 in_1.
