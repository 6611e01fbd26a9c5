(* SPDX-License-Identifier: Apache-2.0 *)
(** The second, third and fourth cumulants of numbers under softmax, their derivatives and their bounds. *)
From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax.
Import ListNotations.
Open Scope R_scope.

Section Cumulants.
Context {A : Type}.
Implicit Types (I : list A) (x h : A -> R).

Definition raw I x h (k : nat) : R := mean I x (fun i => h i ^ k).
Definition cumulant_3 I x h : R := moment I x h 3.
Definition cumulant_4 I x h : R := moment I x h 4 - 3 * variance I x h ^ 2.

Lemma raw_0 I x h : I <> [] -> raw I x h 0 = 1.
Proof. intros N. apply (mean_const I x 1 N). Qed.
Lemma raw_1 I x h : raw I x h 1 = mean I x h.
Proof. apply mean_ext. intros; ring. Qed.
Lemma variance_raw I x h : I <> [] -> variance I x h = raw I x h 2 - raw I x h 1 ^ 2.
Proof.
  intros N. rewrite variance_mean, raw_1 by auto. unfold raw.
  rewrite (mean_ext I x (fun i => h i ^ 2) (fun i => h i * h i)) by (intros; ring). ring.
Qed.
Lemma variance_moment I x h : variance I x h = moment I x h 2.
Proof. unfold variance, covariance, moment. apply mean_ext. intros; ring. Qed.
Lemma moment_3_raw I x h :
  I <> [] -> moment I x h 3 = raw I x h 3 - 3 * raw I x h 1 * raw I x h 2 + 2 * raw I x h 1 ^ 3.
Proof.
  intros N. unfold moment. rewrite <- (raw_1 I x h). set (m := raw I x h 1).
  rewrite (mean_ext I x _ (fun i => h i ^ 3 - (3 * m) * h i ^ 2 + (3 * m ^ 2 * h i ^ 1 - m ^ 3))) by (intros; ring).
  rewrite mean_plus, !mean_minus, !mean_scal, mean_const by auto.
  fold (raw I x h 3) (raw I x h 2) (raw I x h 1). fold m. ring.
Qed.
Lemma moment_4_raw I x h :
  I <> [] ->
  moment I x h 4 = raw I x h 4 - 4 * raw I x h 1 * raw I x h 3 + 6 * raw I x h 1 ^ 2 * raw I x h 2 - 3 * raw I x h 1 ^ 4.
Proof.
  intros N. unfold moment. rewrite <- (raw_1 I x h). set (m := raw I x h 1).
  rewrite (mean_ext I x _ (fun i => h i ^ 4 - (4 * m) * h i ^ 3 + (6 * m ^ 2 * h i ^ 2 - (4 * m ^ 3 * h i ^ 1 - m ^ 4))))
    by (intros; ring).
  rewrite mean_plus, !mean_minus, !mean_scal, mean_const by auto.
  fold (raw I x h 4) (raw I x h 3) (raw I x h 2) (raw I x h 1). fold m. ring.
Qed.
Lemma is_derive_raw I x h k t :
  I <> [] ->
  is_derive (fun t => raw I (line x h t) h k) t
            (raw I (line x h t) h (S k) - raw I (line x h t) h k * raw I (line x h t) h 1).
Proof.
  intros N. unfold raw at 1. evar_last; [apply is_derive_mean; auto|].
  rewrite covariance_mean, raw_1 by auto. f_equal. apply mean_ext. intros; simpl; ring.
Qed.

(** Each is the derivative of the one before. *)
Lemma is_derive_variance I x h t :
  I <> [] -> is_derive (fun t => variance I (line x h t) h) t (cumulant_3 I (line x h t) h).
Proof.
  intros N. apply (is_derive_ext (fun t => raw I (line x h t) h 2 - raw I (line x h t) h 1 ^ 2)).
  { intros; rewrite variance_raw; auto. }
  unfold cumulant_3. rewrite moment_3_raw by auto. evar_last.
  - apply (is_derive_minus (fun t => raw I (line x h t) h 2) (fun t => raw I (line x h t) h 1 ^ 2)).
    + apply is_derive_raw; auto.
    + apply (is_derive_pow (fun t => raw I (line x h t) h 1)). apply is_derive_raw; auto.
  - unfold minus, plus, opp; simpl. of_reals. ring.
Qed.
Lemma is_derive_cumulant_3 I x h t :
  I <> [] -> is_derive (fun t => cumulant_3 I (line x h t) h) t (cumulant_4 I (line x h t) h).
Proof.
  intros N.
  apply (is_derive_ext (fun t => raw I (line x h t) h 3 - 3 * (raw I (line x h t) h 1 * raw I (line x h t) h 2)
                                 + 2 * raw I (line x h t) h 1 ^ 3)).
  { intros; unfold cumulant_3; rewrite moment_3_raw by auto. of_reals. ring. }
  unfold cumulant_4. rewrite moment_4_raw, variance_raw by auto. evar_last.
  - apply (is_derive_plus (fun t => raw I (line x h t) h 3 - 3 * (raw I (line x h t) h 1 * raw I (line x h t) h 2))
                          (fun t => 2 * raw I (line x h t) h 1 ^ 3)).
    + apply (is_derive_minus (fun t => raw I (line x h t) h 3) (fun t => 3 * (raw I (line x h t) h 1 * raw I (line x h t) h 2))).
      * apply is_derive_raw; auto.
      * apply (is_derive_scal (fun t => raw I (line x h t) h 1 * raw I (line x h t) h 2)).
        apply (is_derive_mult (fun t => raw I (line x h t) h 1) (fun t => raw I (line x h t) h 2));
          [apply is_derive_raw; auto | apply is_derive_raw; auto | intros; apply Rmult_comm].
    + apply (is_derive_scal (fun t => raw I (line x h t) h 1 ^ 3)).
      apply (is_derive_pow (fun t => raw I (line x h t) h 1)). apply is_derive_raw; auto.
  - unfold minus, plus, opp, mult; simpl. of_reals. ring.
Qed.

(** The third cumulant lies between -a v and b v, for numbers at most [a] below and [b] above their mean. *)
Lemma moment_mean I x h k : moment I x h k = mean I x (fun i => (h i - mean I x h) ^ k).
Proof. reflexivity. Qed.
Lemma mean_centred I x h : I <> [] -> mean I x (fun i => h i - mean I x h) = 0.
Proof. intros N. rewrite mean_minus, mean_const by auto. ring. Qed.

(** A polynomial that is not negative on the range gives an inequality between the moments. *)
Lemma moments_of_polynomial I x h (c0 c1 c2 c3 c4 : R) :
  I <> [] ->
  (forall i, In i I -> let c := h i - mean I x h in 0 <= c0 + c1 * c + c2 * c ^ 2 + c3 * c ^ 3 + c4 * c ^ 4) ->
  0 <= c0 + c2 * variance I x h + c3 * moment I x h 3 + c4 * moment I x h 4.
Proof.
  intros N H. generalize (mean_nonneg I x _ N H). cbv zeta. rewrite !mean_plus, !mean_scal, mean_const, mean_centred by auto.
  rewrite variance_moment. unfold moment. lra.
Qed.
Lemma third_moment_simple I x h a b :
  I <> [] -> (forall i, In i I -> mean I x h - a <= h i <= mean I x h + b) ->
  - a * variance I x h <= cumulant_3 I x h <= b * variance I x h.
Proof.
  intros N H. unfold cumulant_3. split.
  - generalize (moments_of_polynomial I x h 0 0 a 1 0 N). intros K. cut (0 <= 0 + a * variance I x h + 1 * moment I x h 3 + 0 * moment I x h 4); [lra|].
    apply K. intros i Hi c. specialize (H i Hi). assert (0 <= c + a) by (unfold c; lra).
    replace (0 + 0 * c + a * c ^ 2 + 1 * c ^ 3 + 0 * c ^ 4) with ((c + a) * c ^ 2) by ring.
    apply Rmult_le_pos; auto. apply pow2_ge_0.
  - generalize (moments_of_polynomial I x h 0 0 b (-1) 0 N). intros K. cut (0 <= 0 + b * variance I x h + -1 * moment I x h 3 + 0 * moment I x h 4); [lra|].
    apply K. intros i Hi c. specialize (H i Hi). assert (0 <= b - c) by (unfold c; lra).
    replace (0 + 0 * c + b * c ^ 2 + -1 * c ^ 3 + 0 * c ^ 4) with ((b - c) * c ^ 2) by ring.
    apply Rmult_le_pos; auto. apply pow2_ge_0.
Qed.
Lemma third_moment_square I x h b s :
  I <> [] -> (forall i, In i I -> h i <= mean I x h + b) ->
  moment I x h 3 <= (b + 2 * s) * variance I x h + b * s ^ 2.
Proof.
  intros N H. generalize (moments_of_polynomial I x h (b * s ^ 2) (- 2 * b * s - s ^ 2) (b + 2 * s) (-1) 0 N). intros K.
  cut (0 <= b * s ^ 2 + (b + 2 * s) * variance I x h + -1 * moment I x h 3 + 0 * moment I x h 4); [lra|].
  apply K. intros i Hi c. specialize (H i Hi). assert (0 <= b - c) by (unfold c; lra).
  match goal with |- 0 <= ?e => replace e with ((b - c) * (c - s) ^ 2) by ring end.
  apply Rmult_le_pos; auto. apply pow2_ge_0.
Qed.

(** The number 1/√3. *)
Definition third_root : R := / sqrt 3.
Lemma third_root_spec : 0 < third_root /\ 3 * third_root ^ 2 = 1.
Proof.
  unfold third_root. assert (0 < sqrt 3) by (apply sqrt_lt_R0; lra). split; [apply Rinv_0_lt_compat; auto|].
  assert (sqrt 3 * sqrt 3 = 3) by (apply sqrt_sqrt; lra). replace ((/ sqrt 3) ^ 2) with (/ (sqrt 3 * sqrt 3)) by (field; lra). rewrite H0. field.
Qed.
Lemma cubic_bound a b : 0 <= a -> 0 <= b -> a <= b -> a * b * (b - a) <= third_root * (a + b) ^ 3 / 6.
Proof.
  intros P Q L. destruct third_root_spec as [S T]. set (s := third_root) in *.
  assert (0 <= (b - a - s * (a + b)) ^ 2 * (b - a + 2 * s * (a + b))).
  { apply Rmult_le_pos; [apply pow2_ge_0|]. assert (0 <= s * (a + b)) by (apply Rmult_le_pos; lra). lra. }
  assert (E : (b - a - s * (a + b)) ^ 2 * (b - a + 2 * s * (a + b)) =
          (b - a) ^ 3 - 3 * s ^ 2 * (a + b) ^ 2 * (b - a) + 2 * s * s ^ 2 * (a + b) ^ 3) by ring.
  rewrite E in H. replace (3 * s ^ 2) with 1 in H. replace (s ^ 2) with (1 / 3) in H by lra.
  replace ((b - a) ^ 3 - 1 * (a + b) ^ 2 * (b - a) + 2 * s * (1 / 3) * (a + b) ^ 3)
    with (4 * (s * (a + b) ^ 3 / 6 - a * b * (b - a))) in H by field. lra.
Qed.
Lemma cumulant_3_upper I x h : I <> [] -> cumulant_3 I x h <= spread I h ^ 3 * third_root / 6.
Proof.
  intros N. unfold cumulant_3. generalize (mean_range I x h N). intros R.
  set (a := mean I x h - minimum I h). set (b := maximum I h - mean I x h).
  assert (P : 0 <= a) by (unfold a; lra). assert (Q : 0 <= b) by (unfold b; lra).
  assert (W : spread I h = a + b) by (unfold spread, a, b; ring). rewrite W.
  assert (U : forall i, In i I -> h i <= mean I x h + b).
  { intros i Hi. unfold b. generalize (le_maximum I h i Hi). lra. }
  assert (V : variance I x h <= a * b) by (apply variance_le_product; auto; intros; apply between; auto).
  generalize (variance_nonneg I x h N). intros V0. destruct third_root_spec as [S T].
  destruct (Rle_dec (2 * a) b).
  - generalize (third_moment_square I x h b (- a) N U) (cubic_bound a b P Q ltac:(lra)). intros H K.
    assert ((b + 2 * - a) * variance I x h <= (b - 2 * a) * (a * b)) by (apply Rmult_le_compat; lra). nra.
  - generalize (third_moment_square I x h b (- (b / 2)) N U). intros H.
    assert (B : b ^ 3 <= (2 / 3 * (a + b)) ^ 3) by (apply pow_incr; lra).
    assert (G : 1 / 2 <= third_root) by nra. assert (0 <= (a + b) ^ 3) by (apply pow_le; lra). nra.
Qed.
Lemma cumulant_3_opp I x h : cumulant_3 I x (fun i => - h i) = - cumulant_3 I x h.
Proof.
  unfold cumulant_3, moment. assert (E : mean I x (fun i => - h i) = - mean I x h).
  { rewrite (mean_ext I x _ (fun i => -1 * h i)) by (intros; ring). rewrite mean_scal. ring. }
  rewrite E. rewrite (mean_ext I x _ (fun i => -1 * (h i - mean I x h) ^ 3)) by (intros; ring). rewrite mean_scal. ring.
Qed.
Lemma cumulant_3_bound I x h :
  I <> [] -> - (spread I h ^ 3 * third_root / 6) <= cumulant_3 I x h <= spread I h ^ 3 * third_root / 6.
Proof.
  intros N. split; [|apply cumulant_3_upper; auto].
  generalize (cumulant_3_upper I x (fun i => - h i) N). rewrite cumulant_3_opp, spread_opp. lra.
Qed.
Lemma cumulant_4_lower I x h : I <> [] -> - (spread I h ^ 4 / 8) <= cumulant_4 I x h.
Proof.
  intros N. unfold cumulant_4. set (v := variance I x h).
  generalize (moments_of_polynomial I x h (v ^ 2) 0 (-2 * v) 0 1 N). fold v. intros H.
  assert (K : 0 <= v ^ 2 + -2 * v * v + 0 * moment I x h 3 + 1 * moment I x h 4).
  { apply H. intros i Hi c. match goal with |- 0 <= ?e => replace e with ((c ^ 2 - v) ^ 2) by ring end. apply pow2_ge_0. }
  assert (0 <= v <= spread I h ^ 2 / 4) by (split; [apply variance_nonneg | apply variance_le_spread]; auto). nra.
Qed.
Lemma quartic_bound a b v :
  0 <= a -> a <= b -> 0 <= v <= a * b ->
  a * b * v + (b - a) * ((b - 2 * a) * v + a ^ 2 * b) - 3 * v ^ 2 <= (a + b) ^ 4 / 24.
Proof.
  intros P L V. destruct (Rle_dec (a + b) 0) as [Z|Z].
  { assert (a = 0) by lra. assert (b = 0) by lra. subst. nra. }
  set (w := a + b). assert (W : 0 < w) by (unfold w; lra).
  set (s := a / w). set (u := v / w ^ 2).
  assert (Ea : a = s * w) by (unfold s; field; lra). assert (Eb : b = (1 - s) * w) by (unfold s, w; field; unfold w in W; lra).
  assert (Ev : v = u * w ^ 2) by (unfold u; field; lra).
  assert (S : 0 <= s <= 1 / 2).
  { split; unfold s; [apply Rdiv_le_0_compat; lra|]. apply Rmult_le_reg_r with w; auto. replace (a / w * w) with a by (field; lra). unfold w. lra. }
  assert (U : 0 <= u <= s * (1 - s)).
  { assert (0 < w ^ 2) by (apply pow_lt; auto). split; [apply Rdiv_le_0_compat; lra|].
    apply Rmult_le_reg_r with (w ^ 2); auto. rewrite <- Ev. replace (s * (1 - s) * w ^ 2) with (a * b); [lra|]. rewrite Ea, Eb. ring. }
  rewrite Ev. replace (a * b * (u * w ^ 2) + (b - a) * ((b - 2 * a) * (u * w ^ 2) + a ^ 2 * b) - 3 * (u * w ^ 2) ^ 2)
    with (((5 * s ^ 2 - 4 * s + 1) * u + (1 - 2 * s) * s ^ 2 * (1 - s) - 3 * u ^ 2) * w ^ 4) by (rewrite Ea, Eb; ring).
  assert (0 < w ^ 4) by (apply pow_lt; auto). cut ((5 * s ^ 2 - 4 * s + 1) * u + (1 - 2 * s) * s ^ 2 * (1 - s) - 3 * u ^ 2 <= 1 / 24); [nra|].
  destruct (Rle_dec (6 * (s * (1 - s))) (5 * s ^ 2 - 4 * s + 1)) as [G|G].
  - assert (Q : (5 * s ^ 2 - 4 * s + 1) * u - 3 * u ^ 2 <= (5 * s ^ 2 - 4 * s + 1) * (s * (1 - s)) - 3 * (s * (1 - s)) ^ 2) by nra.
    assert (D : s * (1 - s) * (1 - 6 * (s * (1 - s))) <= 1 / 24) by (generalize (pow2_ge_0 (1 - 12 * (s * (1 - s)))); lra). nra.
  - assert (Q : (5 * s ^ 2 - 4 * s + 1) * u - 3 * u ^ 2 <= (5 * s ^ 2 - 4 * s + 1) ^ 2 / 12) by (generalize (pow2_ge_0 (5 * s ^ 2 - 4 * s + 1 - 6 * u)); lra).
    assert (S' : 11 / 100 <= s) by nra.
    assert (D : (5 * s ^ 2 - 4 * s + 1) ^ 2 / 12 + (1 - 2 * s) * s ^ 2 * (1 - s) <= 1 / 24).
    { assert (B : forall j k, 0 <= (s - 11 / 100) ^ j * (1 / 2 - s) ^ k) by (intros; apply Rmult_le_pos; apply pow_le; lra).
      generalize (B 4%nat 0%nat) (B 3%nat 1%nat) (B 2%nat 2%nat) (B 1%nat 3%nat) (B 0%nat 4%nat). lra. }
    lra.
Qed.
Lemma cumulant_4_upper_half I x h :
  I <> [] -> mean I x h - minimum I h <= maximum I h - mean I x h -> cumulant_4 I x h <= spread I h ^ 4 / 24.
Proof.
  intros N L. unfold cumulant_4. generalize (mean_range I x h N). intros R.
  set (a := mean I x h - minimum I h) in *. set (b := maximum I h - mean I x h) in *.
  assert (P : 0 <= a) by (unfold a; lra). assert (W : spread I h = a + b) by (unfold spread, a, b; ring). rewrite W.
  assert (Y : forall i, In i I -> - a <= h i - mean I x h <= b).
  { intros i Hi. unfold a, b. generalize (between I h i Hi). lra. }
  assert (U : forall i, In i I -> h i <= mean I x h + b) by (intros i Hi; specialize (Y i Hi); lra).
  assert (V : variance I x h <= a * b) by (apply variance_le_product; auto; intros; apply between; auto).
  generalize (variance_nonneg I x h N). intros V0. set (v := variance I x h) in *.
  generalize (third_moment_square I x h b (- a) N U). fold v. intros H3.
  generalize (moments_of_polynomial I x h 0 0 (a * b) (b - a) (-1) N). fold v. intros H4.
  assert (K : 0 <= 0 + a * b * v + (b - a) * moment I x h 3 + -1 * moment I x h 4).
  { apply H4. intros i Hi c. specialize (Y i Hi). fold c in Y.
    match goal with |- 0 <= ?e => replace e with (c ^ 2 * ((c + a) * (b - c))) by ring end.
    apply Rmult_le_pos; [apply pow2_ge_0 | apply Rmult_le_pos; lra]. }
  generalize (quartic_bound a b v P L (conj V0 V)). intros Q.
  assert ((b - a) * moment I x h 3 <= (b - a) * ((b + 2 * - a) * v + b * (- a) ^ 2)) by (apply Rmult_le_compat_l; lra). nra.
Qed.
Lemma cumulant_4_opp I x h : cumulant_4 I x (fun i => - h i) = cumulant_4 I x h.
Proof.
  unfold cumulant_4. rewrite !variance_moment. unfold moment. assert (E : mean I x (fun i => - h i) = - mean I x h).
  { rewrite (mean_ext I x _ (fun i => -1 * h i)) by (intros; ring). rewrite mean_scal. ring. }
  rewrite E. rewrite (mean_ext I x (fun i => (- h i - - mean I x h) ^ 4) (fun i => (h i - mean I x h) ^ 4)) by (intros; ring).
  rewrite (mean_ext I x (fun i => (- h i - - mean I x h) ^ 2) (fun i => (h i - mean I x h) ^ 2)) by (intros; ring). auto.
Qed.
Lemma cumulant_4_bound I x h :
  I <> [] -> - (spread I h ^ 4 / 8) <= cumulant_4 I x h <= spread I h ^ 4 / 24.
Proof.
  intros N. split; [apply cumulant_4_lower; auto|].
  destruct (Rle_dec (mean I x h - minimum I h) (maximum I h - mean I x h)); [apply cumulant_4_upper_half; auto|].
  rewrite <- cumulant_4_opp, <- spread_opp. apply cumulant_4_upper_half; auto.
  assert (E : mean I x (fun i => - h i) = - mean I x h).
  { rewrite (mean_ext I x _ (fun i => -1 * h i)) by (intros; ring). rewrite mean_scal. ring. }
  rewrite E. unfold minimum in *. rewrite (maximum_ext I (fun i => - - h i) h) by (intros; ring). lra.
Qed.
End Cumulants.
