(* SPDX-License-Identifier: Apache-2.0 *)
(** Inequalities that several families share: Cauchy and Schwarz for covariances, Lipschitz bounds, Pinsker's. *)
From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax.
Import ListNotations.
Open Scope R_scope.

Section Inequalities.
Context {A : Type}.
Implicit Types (I : list A) (x y f g h p q : A -> R).

Lemma covariance_square I x g h : I <> [] -> covariance I x g h ^ 2 <= variance I x g * variance I x h.
Proof.
  intros N. set (c := covariance I x g h). set (a := variance I x g). set (b := variance I x h).
  assert (Q : forall s, 0 <= a - 2 * s * c + s ^ 2 * b).
  { intros s. unfold a, b, c, variance, covariance. rewrite <- !mean_scal, <- mean_minus, <- mean_plus.
    apply mean_nonneg; auto. intros i Hi.
    match goal with |- 0 <= ?e => replace e with (((g i - mean I x g) - s * (h i - mean I x h)) ^ 2) by ring end.
    apply pow2_ge_0. }
  assert (B : 0 <= b) by (apply variance_nonneg; auto).
  destruct B as [B|B].
  - generalize (Q (c / b)). intros H. apply Rmult_le_compat_r with (r := b) in H; [|lra].
    replace ((a - 2 * (c / b) * c + (c / b) ^ 2 * b) * b) with (a * b - c ^ 2) in H by (field; lra). lra.
  - destruct (Req_dec c 0) as [->|D]; [rewrite <- B; lra|].
    generalize (Q ((a + 1) / (2 * c))). rewrite <- B. intros H.
    replace (a - 2 * ((a + 1) / (2 * c)) * c + ((a + 1) / (2 * c)) ^ 2 * 0) with (-1) in H by (field; auto). lra.
Qed.
Lemma covariance_le_spread I x g h : I <> [] -> Rabs (covariance I x g h) <= spread I g * spread I h / 4.
Proof.
  intros N. generalize (covariance_square I x g h N) (variance_le_spread I x g N) (variance_le_spread I x h N).
  generalize (variance_nonneg I x g N) (variance_nonneg I x h N) (spread_nonneg I g N) (spread_nonneg I h N).
  set (c := covariance I x g h). set (a := variance I x g). set (b := variance I x h).
  set (G := spread I g). set (H := spread I h). intros A0 B0 G0 H0 C A1 B1.
  assert (a * b <= (G * H / 4) ^ 2) by (replace ((G * H / 4) ^ 2) with ((G ^ 2 / 4) * (H ^ 2 / 4)) by field; apply Rmult_le_compat; auto).
  apply Rabs_le. assert (0 <= G * H / 4) by (assert (0 <= G * H) by (apply Rmult_le_pos; auto); lra). split; nra.
Qed.
(** The mean of [g] under softmax moves by at most a quarter of the two spreads. *)
Lemma mean_lipschitz I x y g :
  I <> [] -> Rabs (mean I y g - mean I x g) <= spread I g * spread I (fun i => y i - x i) / 4.
Proof.
  intros N. set (h := fun i => y i - x i). set (b := spread I g * spread I h / 4).
  generalize (taylor_1 (fun t => mean I (line x h t) g) _ (- b) b (fun t _ => is_derive_mean I x h g t N)).
  rewrite mean_line_0. replace (mean I (line x h 1) g) with (mean I y g) by (symmetry; apply mean_line_1).
  intros H. apply Rabs_le. apply H. intros t _. apply Rabs_le_between. apply covariance_le_spread; auto.
Qed.

Lemma two_terms_le_sum I f i j :
  (forall k, In k I -> 0 <= f k) -> In i I -> In j I -> i <> j -> f i + f j <= sum I f.
Proof.
  induction I as [|k I IH]; [easy|]. simpl. intros P [->|Hi] [->|Hj] D; try easy.
  - apply Rplus_le_compat_l, term_le_sum; auto.
  - rewrite Rplus_comm. apply Rplus_le_compat_l, term_le_sum; auto.
  - assert (0 <= f k) by auto. assert (f i + f j <= sum I f) by (apply IH; auto). lra.
Qed.
Lemma spread_square I h c : I <> [] -> spread I h ^ 2 <= 2 * sum I (fun i => (h i - c) ^ 2).
Proof.
  intros N. destruct (maximum_in I h N) as [i [Hi Ei]], (minimum_in I h N) as [j [Hj Ej]].
  unfold spread. rewrite <- Ei, <- Ej.
  assert (P : forall k, In k I -> 0 <= (h k - c) ^ 2) by (intros; apply pow2_ge_0).
  destruct (Req_dec (h i) (h j)) as [E|D].
  - rewrite E. generalize (sum_nonneg I _ P). nra.
  - assert (D' : i <> j) by (intros ->; easy). generalize (two_terms_le_sum I _ i j P Hi Hj D').
    generalize (pow2_ge_0 (h i - c + (h j - c))). nra.
Qed.
Lemma variance_le_half I x h c : I <> [] -> variance I x h <= sum I (fun i => (h i - c) ^ 2) / 2.
Proof. intros N. generalize (variance_le_spread I x h N) (spread_square I h c N). lra. Qed.

(** The distance of two softmax vectors, as a difference of means. *)
Lemma distance_as_means I x y :
  let d := fun i => softmax I x i - softmax I y i in
  sum I (fun i => d i ^ 2) = mean I x d - mean I y d.
Proof. intros d. unfold mean, inner. gather. apply sum_ext. intros. unfold d. ring. Qed.

(** A pointwise inequality, from which Pinsker's follows. *)
Lemma log_above_quotient u : 0 < u -> 1 - / u <= ln u.
Proof.
  intros P. generalize (ln_le_sub (/ u) (Rinv_0_lt_compat _ P)). rewrite ln_Rinv by auto. lra.
Qed.
Lemma pinsker_unit u : 0 < u -> 3 * (u - 1) ^ 2 <= (4 + 2 * u) * (u * ln u - u + 1).
Proof.
  intros P. set (g := fun u => (4 + 2 * u) * (u * ln u - u + 1) - 3 * (u - 1) ^ 2).
  set (g' := fun u => 2 * (u * ln u - u + 1) + (4 + 2 * u) * ln u - 6 * (u - 1)).
  set (g'' := fun u => 4 * ln u + 4 / u - 4).
  assert (D : forall t, 0 < t -> is_derive g t (g' t)) by (intros; unfold g, g'; auto_derive; auto; field; lra).
  assert (D' : forall t, 0 < t -> is_derive g' t (g'' t)) by (intros; unfold g', g''; auto_derive; auto; field; lra).
  assert (Q : forall t, 0 < t -> 0 <= g'' t) by (intros t T; generalize (log_above_quotient t T); unfold g'', Rdiv; lra).
  assert (Z : g 1 = 0) by (unfold g; rewrite ln_1; ring). assert (Z' : g' 1 = 0) by (unfold g'; rewrite ln_1; ring).
  cut (0 <= g u); [unfold g; lra|]. destruct (Rle_dec 1 u) as [L|L].
  - rewrite <- Z. apply increasing_of_derive with g'; auto; [intros; apply D; lra|].
    intros t T. rewrite <- Z'. apply increasing_of_derive with g''; [lra | intros; apply D'; lra | intros; apply Q; lra].
  - cut (- g u <= - g 1); [lra|]. apply increasing_of_derive with (f := fun t => - g t) (f' := fun t => - g' t); [lra | |].
    + intros; apply (is_derive_opp g). apply D; lra.
    + intros t T. cut (g' t <= g' 1); [lra|]. apply increasing_of_derive with g''; [lra | intros; apply D'; lra | intros; apply Q; lra].
Qed.
Lemma pinsker_term a b : 0 <= a -> 0 < b -> 3 * (a - b) ^ 2 <= (4 * b + 2 * a) * (a * ln (a / b) - a + b).
Proof.
  intros [P| <-] Q; [|rewrite Rmult_0_l; nra].
  generalize (pinsker_unit (a / b) (Rdiv_lt_0_compat _ _ P Q)). intros H.
  apply Rmult_le_compat_l with (r := b ^ 2) in H; [|apply pow2_ge_0].
  replace (b ^ 2 * (3 * (a / b - 1) ^ 2)) with (3 * (a - b) ^ 2) in H by (field; lra).
  replace (b ^ 2 * ((4 + 2 * (a / b)) * (a / b * ln (a / b) - a / b + 1))) with ((4 * b + 2 * a) * (a * ln (a / b) - a + b)) in H by (field; lra).
  auto.
Qed.
Lemma pinsker I p q :
  distribution I p -> distribution I q -> positive I q -> norm1 I (fun i => p i - q i) ^ 2 / 2 <= kl I p q.
Proof.
  intros [P S] [_ T] Q. set (n := norm1 I (fun i => p i - q i)).
  assert (N : 0 <= n) by (apply sum_nonneg; intros; apply Rabs_pos).
  assert (K : kl I p q = sum I (fun i => p i * ln (p i / q i) - p i + q i)) by (rewrite sum_plus, sum_minus, S, T; unfold kl; ring).
  assert (G : forall s, 0 < s -> n <= s + kl I p q / (2 * s)).
  { intros s Hs. replace (s + kl I p q / (2 * s)) with
      (sum I (fun i => s / 2 * ((4 * q i + 2 * p i) / 3) + (p i * ln (p i / q i) - p i + q i) / (2 * s))).
    - apply sum_le. intros i Hi. specialize (P i Hi). specialize (Q i Hi).
      generalize (pinsker_term (p i) (q i) P Q). set (k := p i * ln (p i / q i) - p i + q i). set (w := (4 * q i + 2 * p i) / 3).
      intros H. assert (W : 0 < w) by (unfold w; lra). replace (4 * q i + 2 * p i) with (3 * w) in H by (unfold w; field).
      set (d := Rabs (p i - q i)). assert (D : d ^ 2 = (p i - q i) ^ 2) by (unfold d; rewrite <- !Rsqr_pow2, <- Rsqr_abs; auto).
      assert (X : d ^ 2 <= w * k) by lra.
      apply Rmult_le_reg_r with (2 * s * w); [apply Rmult_lt_0_compat; lra|].
      replace ((s / 2 * w + k / (2 * s)) * (2 * s * w)) with ((s * w) ^ 2 + w * k) by (field; lra).
      generalize (pow2_ge_0 (s * w - d)). lra.
    - rewrite sum_plus, sum_scal, !sum_div, <- K, sum_plus, !sum_scal, S, T. field. lra. }
  destruct N as [N|N].
  - generalize (G (n / 2) ltac:(lra)). intros H. apply Rmult_le_compat_r with (r := n) in H; [|lra].
    replace ((n / 2 + kl I p q / (2 * (n / 2))) * n) with (n ^ 2 / 2 + kl I p q) in H by (field; lra). lra.
  - rewrite <- N. replace (0 ^ 2 / 2) with 0 by field. rewrite K. apply sum_nonneg. intros i Hi.
    generalize (kl_term _ _ (P i Hi) (Q i Hi)). lra.
Qed.

(** Log-sum-exp moves between the least and the greatest step of an entry. *)
Lemma lse_step I x y :
  I <> [] -> minimum I (fun i => x i - y i) <= lse I x - lse I y <= maximum I (fun i => x i - y i).
Proof.
  intros N. split.
  - generalize (lse_le I (fun i => y i + minimum I (fun i => x i - y i)) x N). rewrite lse_translate by auto. intros H.
    cut (lse I y + minimum I (fun i => x i - y i) <= lse I x); [lra|]. apply H.
    intros i Hi. generalize (minimum_le I (fun i => x i - y i) i Hi). lra.
  - generalize (lse_le I x (fun i => y i + maximum I (fun i => x i - y i)) N). rewrite lse_translate by auto. intros H.
    cut (lse I x <= lse I y + maximum I (fun i => x i - y i)); [lra|]. apply H.
    intros i Hi. generalize (le_maximum I (fun i => x i - y i) i Hi). lra.
Qed.
Lemma norm_max_bounds I h : I <> [] -> - norm_max I h <= minimum I h /\ maximum I h <= norm_max I h.
Proof.
  intros N. assert (L : forall i, In i I -> Rabs (h i) <= norm_max I h) by (intros; apply (le_maximum I (fun i => Rabs (h i))); auto).
  split; [apply le_minimum | apply maximum_le]; auto; intros i Hi; specialize (L i Hi);
    generalize (Rle_abs (h i)) (Rle_abs (- h i)); rewrite Rabs_Ropp; lra.
Qed.
Lemma spread_le_norm I h : I <> [] -> spread I h <= 2 * norm_max I h.
Proof. intros N. generalize (norm_max_bounds I h N). unfold spread. lra. Qed.

(** The least probability. *)
Lemma softmax_ge I x i : In i I -> exp (- spread I x) / count I <= softmax I x i.
Proof.
  intros Hi. assert (N : I <> []) by (intros ->; easy). generalize (count_pos I N) (total_pos I x N). intros C P.
  unfold softmax. apply Rmult_le_reg_r with (count I * sum I (fun j => exp (x j))); [apply Rmult_lt_0_compat; lra|].
  replace (exp (- spread I x) / count I * (count I * sum I (fun j => exp (x j)))) with (exp (- spread I x) * sum I (fun j => exp (x j))) by (field; lra).
  replace (exp (x i) / sum I (fun j => exp (x j)) * (count I * sum I (fun j => exp (x j)))) with (count I * exp (x i)) by (field; lra).
  rewrite <- sum_const, <- sum_scal. apply sum_le. intros j Hj. rewrite <- exp_plus. apply exp_le.
  generalize (difference_le_spread I x j i Hj Hi). lra.
Qed.
End Inequalities.
