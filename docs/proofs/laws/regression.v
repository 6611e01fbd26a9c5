(* SPDX-License-Identifier: Apache-2.0 *)
(** Softmax regression: logits that are linear in the features, and cross-entropy of their softmax.

    [D] is the list of features, [C] of classes, [rows] of observations; [x] a row of features, [X] all rows, [Y] their labels.
    [theta k j] is the weight of feature [k] for class [j].  A bias is the weight of a feature that is 1 in every row. *)
From Coq Require Import Reals List Lra Psatz Lia.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples basics.inequalities.
Import ListNotations.
Open Scope R_scope.

Section Regression.
Context {F A O : Type}.
Variables (D : list F) (C : list A) (rows : list O).
Implicit Types (theta U : F -> A -> R) (z y u : A -> R).

Definition logits theta (x : F -> R) (j : A) : R := sum D (fun k => x k * theta k j).
Definition row_loss z y : R := - inner C y (log_softmax C z).
Definition loss (X : O -> F -> R) (Y : O -> A -> R) theta : R := average rows (fun i => row_loss (logits theta (X i)) (Y i)).
Definition moved theta U (t : R) (k : F) (j : A) : R := theta k j + t * U k j.

(** The gradient by the logits of a row, and by the weights. *)
Definition residual z y (j : A) : R := sum C y * softmax C z j - y j.
Definition gradient (X : O -> F -> R) (Y : O -> A -> R) theta (k : F) (j : A) : R :=
  average rows (fun i => X i k * residual (logits theta (X i)) (Y i) j).
Definition pairing theta U : R := sum D (fun k => sum C (fun j => theta k j * U k j)).

Lemma row_loss_lse z y : C <> [] -> row_loss z y = sum C y * lse C z - inner C y z.
Proof.
  intros N. unfold row_loss, inner. rewrite <- sum_scal_r, <- sum_minus, <- sum_opp. apply sum_ext. intros j _.
  rewrite log_softmax_lse by auto. ring.
Qed.
Lemma row_loss_ext z z' y : (forall j, In j C -> z j = z' j) -> row_loss z y = row_loss z' y.
Proof.
  intros E. unfold row_loss. f_equal. apply inner_ext; auto. intros j Hj. unfold log_softmax. f_equal. apply softmax_ext; auto.
Qed.
Lemma logits_moved theta U t x j : logits (moved theta U t) x j = line (logits theta x) (logits U x) t j.
Proof. unfold logits, line, moved. rewrite <- sum_scal, <- sum_plus. apply sum_ext. intros; ring. Qed.
Lemma average_plus (f g : O -> R) : average rows (fun i => f i + g i) = average rows f + average rows g.
Proof. unfold average. rewrite sum_plus. unfold Rdiv. ring. Qed.
Lemma average_minus (f g : O -> R) : average rows (fun i => f i - g i) = average rows f - average rows g.
Proof. unfold average. rewrite sum_minus. unfold Rdiv. ring. Qed.
Lemma average_scal a (f : O -> R) : average rows (fun i => a * f i) = a * average rows f.
Proof. unfold average. rewrite sum_scal. unfold Rdiv. ring. Qed.
Lemma average_ext (f g : O -> R) : (forall i, In i rows -> f i = g i) -> average rows f = average rows g.
Proof. intros E. unfold average. f_equal. apply sum_ext; auto. Qed.
Lemma average_le (f g : O -> R) : rows <> [] -> (forall i, In i rows -> f i <= g i) -> average rows f <= average rows g.
Proof.
  intros N H. unfold average, Rdiv. apply Rmult_le_compat_r; [|apply sum_le; auto].
  apply Rlt_le, Rinv_0_lt_compat. generalize (count_pos rows N). lra.
Qed.
Lemma average_nonneg (f : O -> R) : rows <> [] -> (forall i, In i rows -> 0 <= f i) -> 0 <= average rows f.
Proof.
  intros N H. replace 0 with (average rows (fun _ => 0)); [apply average_le; auto|]. unfold average. rewrite sum_const. unfold Rdiv. ring.
Qed.

(** [regression.unit-features] Tags: none.  Sharper: none, both are equalities. *)
Theorem regression_unit_features (same : forall i j : F, {i = j} + {i <> j}) W (b : A -> R) x k j :
  NoDup D -> In k D ->
  let o x j := logits W x j + b j in
  o (fun _ => 0) j = b j /\ o (unit_vector same k) j - o (fun _ => 0) j = W k j /\
  is_derive (fun t => o (line x (unit_vector same k) t) j) 0 (W k j).
Proof.
  intros N K o. assert (Z : logits W (fun _ => 0) j = 0) by (apply sum_zero; intros; ring).
  assert (E : logits W (unit_vector same k) j = W k j).
  { unfold logits. rewrite (sum_single D _ k N K); unfold unit_vector.
    - destruct (same k k); [ring | easy].
    - intros i _ H. destruct (same k i); [congruence | ring]. }
  split; [unfold o; rewrite Z; ring|]. split; [unfold o; rewrite Z, E; ring|].
  apply (is_derive_ext (fun t => logits W x j + t * W k j + b j)).
  - intros t. unfold o. rewrite <- E. f_equal. unfold logits, line. rewrite <- sum_scal, <- sum_plus. apply sum_ext. intros; ring.
  - auto_derive; auto. ring.
Qed.

(** [regression.likelihood] Tags: one-hot labels.  Sharper: none, it is an equality and an equivalence. *)
Theorem regression_likelihood (same : forall i j : A, {i = j} + {i <> j}) (X : O -> F -> R) (c : O -> A) theta theta' :
  NoDup C -> rows <> [] -> (forall i, In i rows -> In (c i) C) ->
  let Y i := unit_vector same (c i) in
  let likelihood t := fold_right (fun i p => softmax C (logits t (X i)) (c i) * p) 1 rows in
  exp (- (count rows * loss X Y theta)) = likelihood theta /\
  (loss X Y theta <= loss X Y theta' <-> likelihood theta' <= likelihood theta).
Proof.
  intros N M H Y likelihood. assert (P : 0 < count rows) by (generalize (count_pos rows M); lra).
  assert (E : forall t, exp (- (count rows * loss X Y t)) = likelihood t).
  { intros t. replace (- (count rows * loss X Y t)) with (sum rows (fun i => ln (softmax C (logits t (X i)) (c i)))).
    - unfold likelihood. clear - H N. induction rows as [|i J IH]; simpl; [apply exp_0|]. rewrite exp_plus, IH by (intros; apply H; simpl; auto).
      rewrite exp_ln; auto. apply softmax_pos. intros ->. apply (H i). simpl; auto.
    - unfold loss, average. replace (- (count rows * (sum rows (fun i => row_loss (logits t (X i)) (Y i)) / count rows))) with (- sum rows (fun i => row_loss (logits t (X i)) (Y i))) by (field; lra).
      rewrite <- sum_opp. apply sum_ext. intros i Hi. unfold row_loss, inner. rewrite Ropp_involutive. rewrite (sum_single C _ (c i) N (H i Hi)); unfold Y, unit_vector.
      + destruct (same (c i) (c i)); [unfold log_softmax; ring | easy].
      + intros j _ J. destruct (same (c i) j); [congruence | ring]. }
  split; auto. rewrite <- !E. split; intros L.
  - apply exp_le. assert (count rows * loss X Y theta <= count rows * loss X Y theta') by (apply Rmult_le_compat_l; lra). lra.
  - apply exp_le_inv' in L. apply Rmult_le_reg_l with (count rows); lra.
Qed.

Lemma gradient_pairing X Y theta U :
  pairing (gradient X Y theta) U = average rows (fun i => inner C (residual (logits theta (X i)) (Y i)) (logits U (X i))).
Proof.
  unfold pairing, gradient, average, inner, logits, Rdiv. rewrite <- sum_scal_r.
  rewrite (sum_ext D _ (fun k => sum C (fun j => sum rows (fun i => X i k * residual (logits theta (X i)) (Y i) j * / count rows * U k j)))).
  2:{ intros k _. apply sum_ext. intros j _. fold (logits theta). rewrite <- sum_scal_r, <- sum_scal_r. auto. }
  rewrite (sum_ext D _ (fun k => sum rows (fun i => sum C (fun j => X i k * residual (logits theta (X i)) (Y i) j * / count rows * U k j)))) by (intros; apply sum_swap).
  rewrite sum_swap. apply sum_ext. intros i _. rewrite sum_swap, <- sum_scal_r. apply sum_ext. intros j _.
  fold (logits theta (X i)). rewrite <- sum_scal, <- sum_scal_r. apply sum_ext. intros k _. ring.
Qed.
Lemma residual_sum z y : C <> [] -> sum C (residual z y) = 0.
Proof. intros N. unfold residual. rewrite sum_minus, sum_scal, softmax_sum by auto. ring. Qed.

(** [regression.chain-rule] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem regression_chain_rule X Y theta U k :
  C <> [] ->
  is_derive (fun t => loss X Y (moved theta U t)) 0 (pairing (gradient X Y theta) U) /\ sum C (gradient X Y theta k) = 0.
Proof.
  intros N. split.
  - rewrite gradient_pairing. unfold loss, average, Rdiv.
    apply (is_derive_ext (fun t => / count rows * sum rows (fun i => sum C (Y i) * lse C (line (logits theta (X i)) (logits U (X i)) t) - inner C (Y i) (line (logits theta (X i)) (logits U (X i)) t)))).
    { intros t. of_reals. rewrite Rmult_comm. f_equal. apply sum_ext. intros i _. rewrite row_loss_lse by auto. f_equal.
      - f_equal. apply lse_ext. intros; symmetry; apply logits_moved.
      - apply inner_ext; auto. intros; symmetry; apply logits_moved. }
    rewrite Rmult_comm. apply (is_derive_scal (fun t => sum rows (fun i => sum C (Y i) * lse C (line (logits theta (X i)) (logits U (X i)) t) - inner C (Y i) (line (logits theta (X i)) (logits U (X i)) t)))).
    apply (is_derive_sum rows (fun i t => sum C (Y i) * lse C (line (logits theta (X i)) (logits U (X i)) t) - inner C (Y i) (line (logits theta (X i)) (logits U (X i)) t))
      (fun i _ => inner C (residual (logits theta (X i)) (Y i)) (logits U (X i)))).
    intros i _. set (z := logits theta (X i)). set (u := logits U (X i)).
    assert (R : inner C (residual z (Y i)) u = sum C (Y i) * mean C z u - inner C (Y i) u).
    { unfold inner, residual, mean, inner. rewrite <- sum_scal, <- sum_minus. apply sum_ext. intros; ring. }
    rewrite R. apply (is_derive_minus (fun t => sum C (Y i) * lse C (line z u t)) (fun t => inner C (Y i) (line z u t))).
    + apply (is_derive_scal (fun t => lse C (line z u t))). rewrite <- (mean_line_0 C z u u). apply is_derive_lse; auto.
    + apply (is_derive_ext (fun t => inner C (Y i) z + t * inner C (Y i) u)).
      * intros t. unfold inner, line. rewrite <- sum_scal, <- sum_plus. apply sum_ext. intros; ring.
      * auto_derive; auto. ring.
  - unfold gradient, average, Rdiv. rewrite sum_scal_r, sum_swap. rewrite sum_zero; [ring|]. intros i _. rewrite sum_scal, residual_sum by auto. ring.
Qed.

(** [regression.gauge] Tags: n ≥ 1.  Sharper: none, both are equalities. *)
Theorem regression_gauge X Y theta (c : F -> R) k j :
  C <> [] -> In j C ->
  let theta' k j := theta k j + c k in loss X Y theta' = loss X Y theta /\ gradient X Y theta' k j = gradient X Y theta k j.
Proof.
  intros N Hj theta'. assert (E : forall x i, logits theta' x i = logits theta x i + sum D (fun k => x k * c k)).
  { intros x i. unfold logits, theta'. rewrite <- sum_plus. apply sum_ext. intros; ring. }
  assert (S : forall x i, In i C -> softmax C (logits theta' x) i = softmax C (logits theta x) i).
  { intros x i Hi. rewrite (softmax_ext C (logits theta' x) (fun i => logits theta x i + sum D (fun k => x k * c k))) by (intros; auto).
    rewrite !softmax_exp, lse_translate by auto. f_equal. ring. }
  split.
  - unfold loss. apply average_ext. intros i _. unfold row_loss. f_equal. apply inner_ext; auto. intros l Hl. unfold log_softmax. rewrite S; auto.
  - unfold gradient. apply average_ext. intros i _. unfold residual. rewrite S; auto.
Qed.

(** What a step adds to the loss beyond its tangent. *)
Lemma loss_moved X Y theta U t :
  C <> [] ->
  loss X Y (moved theta U t) = average rows (fun i => sum C (Y i) * lse C (line (logits theta (X i)) (logits U (X i)) t) - inner C (Y i) (line (logits theta (X i)) (logits U (X i)) t)).
Proof.
  intros N. unfold loss. apply average_ext. intros i _. rewrite row_loss_lse by auto. f_equal.
  - f_equal. apply lse_ext. intros; apply logits_moved.
  - apply inner_ext; auto. intros; apply logits_moved.
Qed.
Lemma inner_line y z u t : inner C y (line z u t) = inner C y z + t * inner C y u.
Proof. unfold inner, line. rewrite <- sum_scal, <- sum_plus. apply sum_ext. intros; ring. Qed.
Lemma lse_step z u s t : C <> [] ->
  0 <= lse C (line z u t) - lse C (line z u s) - (t - s) * mean C (line z u s) u <= (t - s) ^ 2 * spread C u ^ 2 / 8.
Proof.
  intros N. assert (T := lse_tangent C (line z u s) (line z u t) N).
  rewrite (mean_ext C _ (fun i => line z u t i - line z u s i) (fun i => (t - s) * u i)) in T by (intros; unfold line; ring). rewrite mean_scal in T.
  assert (W : spread C (fun i => line z u t i - line z u s i) ^ 2 = (t - s) ^ 2 * spread C u ^ 2).
  { rewrite (spread_ext C _ (fun i => (t - s) * u i)) by (intros; unfold line; ring). destruct (Rle_dec 0 (t - s)) as [P|P].
    - rewrite spread_scale by auto. ring.
    - rewrite (spread_ext C _ (fun i => - ((s - t) * u i))) by (intros; ring). rewrite spread_opp, spread_scale by (auto; lra). ring. }
  rewrite W in T. lra.
Qed.

(** [regression.convex] Tags: n ≥ 1, labels ≥ 0.  Sharper: refuted below, with a strict sign. *)
Theorem regression_convex X Y theta U :
  C <> [] -> rows <> [] -> (forall i j, In i rows -> In j C -> 0 <= Y i j) ->
  0 <= loss X Y theta + loss X Y (moved theta U 2) - 2 * loss X Y (moved theta U 1)
    <= average rows (fun i => sum C (Y i) * (spread C (logits U (X i)) ^ 2 / 4)).
Proof.
  intros N M P. assert (Z : loss X Y theta = loss X Y (moved theta U 0)).
  { unfold loss. apply average_ext. intros i _. apply row_loss_ext. intros j _. rewrite logits_moved, line_0. auto. }
  rewrite Z, !loss_moved by auto. rewrite <- average_scal, <- average_plus, <- average_minus.
  assert (Q : forall i, In i rows -> 0 <= sum C (Y i)) by (intros i Hi; apply sum_nonneg; auto).
  assert (G : forall i, let z := logits theta (X i) in let u := logits U (X i) in
    sum C (Y i) * lse C (line z u 0) - inner C (Y i) (line z u 0) + (sum C (Y i) * lse C (line z u 2) - inner C (Y i) (line z u 2))
      - 2 * (sum C (Y i) * lse C (line z u 1) - inner C (Y i) (line z u 1))
    = sum C (Y i) * (lse C (line z u 0) + lse C (line z u 2) - 2 * lse C (line z u 1))) by (intros; rewrite !inner_line; ring).
  split; [apply average_nonneg; auto | apply average_le; auto]; intros i Hi; rewrite G; cbv zeta; set (z := logits theta (X i)); set (u := logits U (X i));
    generalize (lse_step z u 1 0 N) (lse_step z u 1 2 N) (Q i Hi); set (w := spread C u ^ 2); intros S0 S2 Qi.
  - apply Rmult_le_pos; lra.
  - apply Rmult_le_compat_l; auto. simpl in S0, S2. lra.
Qed.

(** [regression.descent] Tags: n ≥ 1, labels ≥ 0.  Sharper: refuted below, with a strict sign. *)
Theorem regression_descent X Y theta U L :
  C <> [] -> rows <> [] -> (forall i j, In i rows -> In j C -> 0 <= Y i j) -> 0 < L ->
  (forall V, average rows (fun i => sum C (Y i) * norm2 C (logits V (X i)) ^ 2) <= 2 * L * pairing V V) ->
  0 <= loss X Y (moved theta U 1) - loss X Y theta - pairing (gradient X Y theta) U
    <= / 4 * average rows (fun i => sum C (Y i) * norm2 C (logits U (X i)) ^ 2) /\
  / 4 * average rows (fun i => sum C (Y i) * norm2 C (logits U (X i)) ^ 2) <= L / 2 * pairing U U /\
  loss X Y (moved theta (gradient X Y theta) (- / L)) <= loss X Y theta - pairing (gradient X Y theta) (gradient X Y theta) / (2 * L).
Proof.
  intros N M P L0 Lip. assert (Q : forall i, In i rows -> 0 <= sum C (Y i)) by (intros i Hi; apply sum_nonneg; auto).
  assert (Z : loss X Y theta = loss X Y (moved theta U 0)).
  { unfold loss. apply average_ext. intros i _. apply row_loss_ext. intros j _. rewrite logits_moved, line_0. auto. }
  assert (B : forall V t, 0 <= loss X Y (moved theta V t) - loss X Y theta - t * pairing (gradient X Y theta) V
    <= t ^ 2 * (/ 4 * average rows (fun i => sum C (Y i) * norm2 C (logits V (X i)) ^ 2))).
  { intros V t. assert (Zv : loss X Y theta = loss X Y (moved theta V 0)).
    { unfold loss. apply average_ext. intros i _. apply row_loss_ext. intros j _. rewrite logits_moved, line_0. auto. }
    rewrite Zv, !loss_moved, gradient_pairing by auto. rewrite <- !average_scal, <- !average_minus.
    assert (G : forall i, let z := logits theta (X i) in let u := logits V (X i) in
      sum C (Y i) * lse C (line z u t) - inner C (Y i) (line z u t) - (sum C (Y i) * lse C (line z u 0) - inner C (Y i) (line z u 0))
        - t * inner C (residual z (Y i)) u
      = sum C (Y i) * (lse C (line z u t) - lse C (line z u 0) - (t - 0) * mean C (line z u 0) u)).
    { intros i z u. rewrite !inner_line, mean_line_0. assert (R : inner C (residual z (Y i)) u = sum C (Y i) * mean C z u - inner C (Y i) u).
      { unfold inner, residual, mean, inner. rewrite <- sum_scal, <- sum_minus. apply sum_ext. intros; ring. }
      rewrite R. ring. }
    split; [apply average_nonneg; auto | apply average_le; auto]; intros i Hi; rewrite G; cbv zeta; set (z := logits theta (X i)); set (u := logits V (X i));
      generalize (lse_step z u 0 t N) (Q i Hi); intros S Qi.
    - apply Rmult_le_pos; lra.
    - assert (Nu : spread C u ^ 2 <= 2 * norm2 C u ^ 2).
      { unfold norm2. rewrite pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0). generalize (spread_square C u 0 N).
        rewrite (sum_ext C (fun i => (u i - 0) ^ 2) (fun i => u i ^ 2)) by (intros; ring). auto. }
      replace (t ^ 2 * (/ 4 * (sum C (Y i) * norm2 C u ^ 2))) with (sum C (Y i) * (t ^ 2 * (2 * norm2 C u ^ 2) / 8)) by field.
      apply Rmult_le_compat_l; auto. apply Rle_trans with (1 := proj2 S). rewrite Rminus_0_r. assert (0 <= t ^ 2) by apply pow2_ge_0. nra. }
  split; [|split].
  - generalize (B U 1). rewrite Rmult_1_l, pow1, Rmult_1_l. auto.
  - generalize (Lip U). lra.
  - set (g := gradient X Y theta). assert (H := proj2 (B g (- / L))). fold g in H. assert (K := Lip g).
    replace ((- / L) ^ 2) with (/ L * / L) in H by (field; lra). assert (I0 : 0 < / L) by (apply Rinv_0_lt_compat; auto).
    assert (/ L * / L * (/ 4 * average rows (fun i => sum C (Y i) * norm2 C (logits g (X i)) ^ 2)) <= / L * / L * (/ 4 * (2 * L * pairing g g))).
    { apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra]. }
    replace (/ L * / L * (/ 4 * (2 * L * pairing g g))) with (pairing g g / (2 * L)) in H0 by (field; lra).
    replace (- / L * pairing g g) with (- (pairing g g / (2 * L)) - pairing g g / (2 * L)) in H by (field; lra). lra.
Qed.
End Regression.

(** [regression.unbounded] Tags: w ≠ 0.  Sharper: refuted below, with 3 for 2. *)
Theorem regression_unbounded w b x y :
  w <> 0 -> (Rabs b + 2) / Rabs w <= Rabs x -> 0 <= y <= 1 ->
  (2 <= w * x + b \/ w * x + b <= -2) /\ (2 <= w * x + b <-> 0 < w * x) /\
  (Rabs w * Rabs x - Rabs b - 1) ^ 2 <= (w * x + b - y) ^ 2 /\ 1 <= (Rabs w * Rabs x - Rabs b - 1) ^ 2.
Proof.
  intros W H Yr. assert (P : 0 < Rabs w) by (apply Rabs_pos_lt; auto). assert (B : Rabs b + 2 <= Rabs (w * x)).
  { rewrite Rabs_mult. apply Rmult_le_reg_r with (/ Rabs w); [apply Rinv_0_lt_compat; auto|]. replace (Rabs w * Rabs x * / Rabs w) with (Rabs x) by (field; lra). exact H. }
  rewrite <- Rabs_mult. revert B. generalize (w * x). intros v B. unfold Rabs in *. destruct (Rcase_abs b), (Rcase_abs v); repeat split; try lra; nra.
Qed.

(** [regression.parameters] Tags: n ≥ 2 divides d and q.  Sharper: none, they are an equality and an equivalence.
    A parameter is a pair of a feature and a class, or a class, for its bias. *)
Theorem regression_parameters {F A} (D : list F) (C : list A) n e f :
  (2 <= n)%nat ->
  let d := (n * e)%nat in let q := (n * f)%nat in
  length (map inl (list_prod D C) ++ map inr C : list (F * A + A)) = (length D * length C + length C)%nat /\
  (n * (n * n) + n * (e * f) < d * q <-> n ^ 4 < (n - 1) * (d * q))%nat.
Proof.
  intros H d q. split; [rewrite app_length, !map_length, prod_length; auto|]. unfold d, q. destruct n as [|n]; [lia|].
  replace (S n - 1)%nat with n by lia. replace (S n ^ 4)%nat with (S n * (S n * (S n * S n)))%nat by (simpl; ring). set (m := S n) in *. set (p := (e * f)%nat).
  replace (m * e * (m * f))%nat with (m * (m * p))%nat by (unfold p; ring). replace (n * (m * (m * p)))%nat with (m * (m * (n * p)))%nat by ring.
  assert (E : (m * p = n * p + p)%nat) by (unfold m; simpl; ring). split; intros L.
  - apply Nat.mul_lt_mono_pos_l; [lia|]. apply Nat.mul_lt_mono_pos_l with m; [lia|]. 
    assert (m * (m * m) + m * p < m * (n * p + p))%nat by (rewrite <- E; auto). nia.
  - apply Nat.mul_lt_mono_pos_l in L; [|lia]. rewrite E. nia.
Qed.

(** The affine map of least squared error. *)
Section LeastSquares.
Context {A B : Type}.
Variables (I : list A) (x : A -> R).
Definition det : R := count I * sum I (fun i => x i ^ 2) - sum I x ^ 2.
Definition fit_weight (y : A -> R) : R := (count I * sum I (fun i => x i * y i) - sum I y * sum I x) / det.
Definition fit_bias (y : A -> R) : R := (sum I y * sum I (fun i => x i ^ 2) - sum I x * sum I (fun i => x i * y i)) / det.

(** [regression.least-squares] Tags: the x not all alike, labels that sum to 1.  Sharper: refuted below, with a strict sign. *)
Theorem regression_least_squares (C : list B) (Y : A -> B -> R) z w b j :
  det <> 0 -> (forall i, In i I -> sum C (Y i) = 1) ->
  let y i := Y i j in
  sum I (fun i => (fit_weight y * x i + fit_bias y - y i) ^ 2) <= sum I (fun i => (w * x i + b - y i) ^ 2) /\
  sum C (fun j => fit_weight (fun i => Y i j) * z + fit_bias (fun i => Y i j)) = 1.
Proof.
  intros N One y. split.
  - set (fw := fit_weight y). set (fb := fit_bias y). set (r := fun i => fw * x i + fb - y i).
    set (sx := sum I x). set (sxx := sum I (fun i => x i ^ 2)). set (sy := sum I y). set (sxy := sum I (fun i => x i * y i)).
    assert (R0 : sum I r = 0).
    { unfold r. rewrite sum_minus, sum_plus, sum_scal, sum_const. fold sx sy. unfold fw, fb, fit_weight, fit_bias. fold sx sxx sy sxy. unfold det in *. fold sx sxx in N |- *. field. auto. }
    assert (R1 : sum I (fun i => x i * r i) = 0).
    { unfold r. rewrite (sum_ext I _ (fun i => fw * x i ^ 2 + fb * x i - x i * y i)) by (intros; ring). rewrite sum_minus, sum_plus, !sum_scal. fold sx sxx sxy.
      unfold fw, fb, fit_weight, fit_bias. fold sx sxx sy sxy. unfold det in *. fold sx sxx in N |- *. field. auto. }
    rewrite (sum_ext I (fun i => (w * x i + b - y i) ^ 2) (fun i => r i ^ 2 + ((w - fw) * x i + (b - fb)) ^ 2 + (2 * (w - fw) * (x i * r i) + 2 * (b - fb) * r i))) by (intros; unfold r; ring).
    rewrite !sum_plus, !sum_scal, R0, R1. assert (0 <= sum I (fun i => ((w - fw) * x i + (b - fb)) ^ 2)) by (apply sum_nonneg; intros; apply pow2_ge_0). unfold r. lra.
  - assert (T : forall g : A -> R, sum C (fun j => sum I (fun i => g i * Y i j)) = sum I g).
    { intros g. rewrite sum_swap. apply sum_ext. intros i Hi. rewrite sum_scal, One by auto. ring. }
    assert (T1 : sum C (fun j => sum I (fun i => Y i j)) = count I).
    { rewrite <- (Rmult_1_r (count I)), <- sum_const, <- (T (fun _ => 1)). apply sum_ext. intros k _. apply sum_ext. intros; ring. }
    set (sx := sum I x). set (sxx := sum I (fun i => x i ^ 2)).
    rewrite (sum_ext C _ (fun k => (count I * z / det - sx / det) * sum I (fun i => x i * Y i k) + (sxx / det - sx * z / det) * sum I (fun i => Y i k))).
    + rewrite sum_plus, !sum_scal, T, T1. fold sx. unfold det in *. fold sx sxx in N |- *. field. auto.
    + intros k _. unfold fit_weight, fit_bias. fold sx sxx. field. auto.
Qed.
End LeastSquares.

(** One row of one feature that is 1, two classes. *)
Definition ones (i k : nat) : R := 1.
Definition halves (i j : nat) : R := 1 / 2.
Definition weights (k j : nat) : R := INR j.
Lemma halves_nonneg i j : In i one -> In j two -> 0 <= halves i j. Proof. unfold halves. lra. Qed.
Lemma one_row i : In i one -> In ((fun _ => 0%nat) i) two. Proof. simpl. auto. Qed.
Definition regression_unit_features_met := regression_unit_features one PeanoNat.Nat.eq_dec weights ramp ramp 0%nat 0%nat one_distinct in_one.
Definition regression_likelihood_met :=
  regression_likelihood one two one PeanoNat.Nat.eq_dec ones (fun _ => 0%nat) weights weights two_distinct one_some one_row.
Definition regression_chain_rule_met := regression_chain_rule one two one ones halves weights weights 0%nat two_some.
Definition regression_gauge_met := regression_gauge one two one ones halves weights ramp 0%nat 0%nat two_some in_0.
Definition regression_convex_met := regression_convex one two one ones halves weights weights two_some one_some halves_nonneg.
Lemma still_logits j : logits one (fun _ _ : nat => 0) (ones 0) j = 0.
Proof. unfold logits. rewrite sum_one. unfold ones. ring. Qed.
Lemma still t : loss one two one ones halves (moved weights (fun _ _ => 0) t) = loss one two one ones halves weights.
Proof.
  unfold loss. apply average_ext. intros i _. apply row_loss_ext. intros j _. rewrite logits_moved. unfold line, logits. rewrite !sum_one. unfold ones. ring.
Qed.
Lemma regression_convex_sharp :
  ~ forall (D C rows : list nat) X Y theta U, C <> [] -> rows <> [] -> (forall i j, In i rows -> In j C -> 0 <= Y i j) ->
    0 < loss D C rows X Y theta + loss D C rows X Y (moved theta U 2) - 2 * loss D C rows X Y (moved theta U 1).
Proof. intros H. specialize (H one two one ones halves weights (fun _ _ => 0) two_some one_some halves_nonneg). rewrite !still in H. lra. Qed.
Lemma steep_enough V : average one (fun i => sum two (halves i) * norm2 two (logits one V (ones i)) ^ 2) <= 2 * 1 * pairing one two V V.
Proof.
  unfold average. rewrite count_one_1, sum_one. unfold norm2. rewrite pow2_sqrt by (apply sum_nonneg; intros; apply pow2_ge_0).
  unfold pairing, logits. rewrite !sum_pair, !sum_one, sum_pair. unfold ones, halves. generalize (pow2_ge_0 (V 0%nat 0%nat)) (pow2_ge_0 (V 0%nat 1%nat)). simpl. lra.
Qed.
Definition regression_descent_met :=
  regression_descent one two one ones halves weights weights 1 two_some one_some halves_nonneg Rlt_0_1 steep_enough.
Lemma regression_descent_sharp :
  ~ forall (D C rows : list nat) X Y theta U, C <> [] -> rows <> [] -> (forall i j, In i rows -> In j C -> 0 <= Y i j) ->
    0 < loss D C rows X Y (moved theta U 1) - loss D C rows X Y theta - pairing D C (gradient D C rows X Y theta) U.
Proof.
  intros H. specialize (H one two one ones halves weights (fun _ _ => 0) two_some one_some halves_nonneg). rewrite still in H.
  unfold pairing in H. rewrite sum_one, sum_pair in H. lra.
Qed.
Lemma two_is_far : (Rabs 0 + 2) / Rabs 1 <= Rabs 2. Proof. rewrite Rabs_R0, Rabs_R1, Rabs_right; lra. Qed.
Lemma half_between : 0 <= 1 / 2 <= 1. Proof. lra. Qed.
Definition regression_unbounded_met := regression_unbounded 1 0 2 (1 / 2) R1_neq_R0 two_is_far half_between.
Lemma regression_unbounded_sharp : ~ forall w b x, w <> 0 -> (Rabs b + 2) / Rabs w <= Rabs x -> 3 <= w * x + b \/ w * x + b <= -3.
Proof. intros H. destruct (H 1 0 2 R1_neq_R0 two_is_far); lra. Qed.
Lemma two_at_least : (2 <= 2)%nat. Proof. lia. Qed.
Definition regression_parameters_met := regression_parameters two two 2 1 1 two_at_least.
Lemma det_ramp : det two ramp <> 0.
Proof. unfold det. rewrite !sum_pair, count_two_2. unfold ramp. simpl. lra. Qed.
Lemma halves_one i : In i two -> sum two (halves i) = 1. Proof. intros _. rewrite sum_pair. unfold halves. lra. Qed.
Definition regression_least_squares_met := regression_least_squares two ramp two halves 5 1 1 0%nat det_ramp halves_one.
Lemma regression_least_squares_sharp :
  ~ forall (I : list nat) x (y : nat -> R) w b, det I x <> 0 ->
    sum I (fun i => (fit_weight I x y * x i + fit_bias I x y - y i) ^ 2) < sum I (fun i => (w * x i + b - y i) ^ 2).
Proof. intros H. specialize (H two ramp ramp (fit_weight two ramp ramp) (fit_bias two ramp ramp) det_ramp). lra. Qed.
