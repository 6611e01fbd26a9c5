(* SPDX-License-Identifier: Apache-2.0 *)
(** The total derivatives of softmax up to the fourth: their formulas, symmetry, linearity, bounds and Taylor polynomials.

    [derivative_k I x h1 … hk i] is entry [i] of dᵏσ(x)·(h1, …, hk), written as the sum over set partitions in deviations from
    the mean and joint cumulants. *)
From Coq Require Import Reals List Lra Psatz Lia FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.cumulants basics.examples.
From softlaw Require Import basics.inequalities.
Import ListNotations.
Open Scope R_scope.

Lemma abs_le_inv r m : Rabs r <= m -> - m <= r <= m.
Proof. apply Rabs_le_between. Qed.

Section Derivatives.
Context {A : Type}.
Implicit Types (I : list A) (x a b c d h u v : A -> R).

Definition deviation I x h (i : A) : R := h i - mean I x h.
Definition joint_3 I x a b c : R := mean I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i).
Definition joint_4 I x a b c d : R :=
  mean I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i * deviation I x d i)
  - covariance I x a b * covariance I x c d - covariance I x a c * covariance I x b d - covariance I x a d * covariance I x b c.

Definition derivative_1 I x a (i : A) : R := softmax I x i * deviation I x a i.
Definition derivative_2 I x a b (i : A) : R :=
  softmax I x i * (deviation I x a i * deviation I x b i - covariance I x a b).
Definition derivative_3 I x a b c (i : A) : R :=
  let da := deviation I x a i in let db := deviation I x b i in let dc := deviation I x c i in
  softmax I x i *
  (da * db * dc - da * covariance I x b c - db * covariance I x a c - dc * covariance I x a b - joint_3 I x a b c).
Definition derivative_4 I x a b c d (i : A) : R :=
  let da := deviation I x a i in let db := deviation I x b i in let dc := deviation I x c i in let dd := deviation I x d i in
  let k := covariance I x in
  softmax I x i *
  (da * db * dc * dd
   - (da * db * k c d + da * dc * k b d + da * dd * k b c + db * dc * k a d + db * dd * k a c + dc * dd * k a b)
   + (k a b * k c d + k a c * k b d + k a d * k b c)
   - (da * joint_3 I x b c d + db * joint_3 I x a c d + dc * joint_3 I x a b d + dd * joint_3 I x a b c)
   - joint_4 I x a b c d).

(** In terms of means of products. *)
Ltac spread_means := repeat first [rewrite mean_plus | rewrite mean_minus | rewrite mean_scal].
Lemma joint_3_raw I x a b c :
  I <> [] ->
  joint_3 I x a b c =
  mean I x (fun i => a i * b i * c i) - mean I x a * mean I x (fun i => b i * c i) - mean I x b * mean I x (fun i => a i * c i)
  - mean I x c * mean I x (fun i => a i * b i) + 2 * (mean I x a * mean I x b * mean I x c).
Proof.
  intros N. unfold joint_3, deviation. set (ma := mean I x a). set (mb := mean I x b). set (mc := mean I x c).
  rewrite (mean_ext I x _ (fun i => a i * b i * c i - ma * (b i * c i) - (mb * (a i * c i) + mc * (a i * b i))
                                    + (ma * mb * c i + (ma * mc * b i + (mb * mc * a i - ma * mb * mc))))) by (intros; ring).
  spread_means. rewrite mean_const by auto. fold ma mb mc. ring.
Qed.
Lemma joint_4_raw I x a b c d :
  I <> [] ->
  let M := mean I x in
  joint_4 I x a b c d =
  M (fun i => a i * b i * c i * d i)
  - M a * M (fun i => b i * c i * d i) - M b * M (fun i => a i * c i * d i) - M c * M (fun i => a i * b i * d i) - M d * M (fun i => a i * b i * c i)
  - M (fun i => a i * b i) * M (fun i => c i * d i) - M (fun i => a i * c i) * M (fun i => b i * d i) - M (fun i => a i * d i) * M (fun i => b i * c i)
  + 2 * (M a * M b * M (fun i => c i * d i) + M a * M c * M (fun i => b i * d i) + M a * M d * M (fun i => b i * c i)
         + M b * M c * M (fun i => a i * d i) + M b * M d * M (fun i => a i * c i) + M c * M d * M (fun i => a i * b i))
  - 6 * (M a * M b * M c * M d).
Proof.
  intros N. cbv zeta. unfold joint_4, deviation. rewrite !covariance_mean by auto.
  set (ma := mean I x a). set (mb := mean I x b). set (mc := mean I x c). set (md := mean I x d).
  rewrite (mean_ext I x _ (fun i =>
    a i * b i * c i * d i - ma * (b i * c i * d i) - mb * (a i * c i * d i) - mc * (a i * b i * d i) - md * (a i * b i * c i)
    + (ma * mb * (c i * d i) + (ma * mc * (b i * d i) + (ma * md * (b i * c i)
       + (mb * mc * (a i * d i) + (mb * md * (a i * c i) + mc * md * (a i * b i))))))
    - (ma * mb * mc * d i + (ma * mb * md * c i + (ma * mc * md * b i + (mb * mc * md * a i - ma * mb * mc * md))))))
    by (intros; ring).
  spread_means. rewrite mean_const by auto. fold ma mb mc md. ring.
Qed.

(** Each is the derivative of the one before. *)
Lemma is_derive_deviation I x k h i t :
  I <> [] -> is_derive (fun t => deviation I (line x k t) h i) t (- covariance I (line x k t) h k).
Proof.
  intros N. unfold deviation. evar_last.
  - apply (is_derive_minus (fun _ => h i) (fun t => mean I (line x k t) h)); [apply is_derive_const | apply is_derive_mean; auto].
  - unfold minus, plus, opp, zero; simpl. of_reals. ring.
Qed.
Lemma derivative_1_product I x h i : derivative_1 I x h i = hessian_product I x h i.
Proof. reflexivity. Qed.
Lemma is_derive_softmax I x k i t :
  I <> [] -> is_derive (fun t => softmax I (line x k t) i) t (derivative_1 I (line x k t) k i).
Proof. intros N. apply softmax_as_derivative; auto. Qed.
Lemma is_derive_covariance I x k a b t :
  I <> [] -> is_derive (fun t => covariance I (line x k t) a b) t (joint_3 I (line x k t) a b k).
Proof.
  intros N. apply (is_derive_ext (fun t => mean I (line x k t) (fun i => a i * b i) - mean I (line x k t) a * mean I (line x k t) b)).
  { intros; rewrite covariance_mean; auto. }
  evar_last.
  - apply (is_derive_minus (fun t => mean I (line x k t) (fun i => a i * b i)) (fun t => mean I (line x k t) a * mean I (line x k t) b)).
    + apply is_derive_mean; auto.
    + apply (is_derive_mult (fun t => mean I (line x k t) a) (fun t => mean I (line x k t) b));
        [apply is_derive_mean; auto | apply is_derive_mean; auto | intros; apply Rmult_comm].
  - rewrite joint_3_raw, !covariance_mean by auto. unfold minus, plus, opp, mult; simpl. of_reals. ring.
Qed.
Lemma is_derive_joint_3 I x k a b c t :
  I <> [] -> is_derive (fun t => joint_3 I (line x k t) a b c) t (joint_4 I (line x k t) a b c k).
Proof.
  intros N. set (M := fun f t => mean I (line x k t) f).
  apply (is_derive_ext (fun t =>
    M (fun i => a i * b i * c i) t - M a t * M (fun i => b i * c i) t - M b t * M (fun i => a i * c i) t
    - M c t * M (fun i => a i * b i) t + 2 * (M a t * M b t * M c t))).
  { intros; rewrite joint_3_raw; auto. }
  assert (D : forall f, is_derive (M f) t (covariance I (line x k t) f k)) by (intros; apply is_derive_mean; auto).
  assert (E : forall f, ex_derive (M f) t) by (intros; eexists; apply D).
  assert (V : forall f, Derive (M f) t = covariance I (line x k t) f k) by (intros; apply is_derive_unique, D).
  rewrite joint_4_raw by auto.
  generalize (D (fun i => a i * b i * c i)) (D a) (D b) (D c) (D (fun i => b i * c i)) (D (fun i => a i * c i)) (D (fun i => a i * b i)).
  rewrite !covariance_mean by auto. cbv zeta. intros D1 D2 D3 D4 D5 D6 D7.
  auto_derive.
  { repeat split; auto. }
  rewrite !V, !covariance_mean by auto. unfold M. ring.
Qed.
Lemma is_derive_derivative_1 I x k a i t :
  I <> [] -> is_derive (fun t => derivative_1 I (line x k t) a i) t (derivative_2 I (line x k t) a k i).
Proof.
  intros N. unfold derivative_1. evar_last.
  - apply (is_derive_mult (fun t => softmax I (line x k t) i) (fun t => deviation I (line x k t) a i));
      [apply is_derive_softmax; auto | apply is_derive_deviation; auto | intros; apply Rmult_comm].
  - unfold derivative_2, derivative_1, plus, mult; simpl. of_reals. ring.
Qed.
Lemma is_derive_derivative_2 I x k a b i t :
  I <> [] -> is_derive (fun t => derivative_2 I (line x k t) a b i) t (derivative_3 I (line x k t) a b k i).
Proof.
  intros N. set (p := fun t => softmax I (line x k t) i). set (da := fun t => deviation I (line x k t) a i).
  set (db := fun t => deviation I (line x k t) b i). set (v := fun t => covariance I (line x k t) a b).
  assert (Ep : is_derive p t (derivative_1 I (line x k t) k i)) by (apply is_derive_softmax; auto).
  assert (Ea : is_derive da t (- covariance I (line x k t) a k)) by (apply is_derive_deviation; auto).
  assert (Eb : is_derive db t (- covariance I (line x k t) b k)) by (apply is_derive_deviation; auto).
  assert (Ev : is_derive v t (joint_3 I (line x k t) a b k)) by (apply is_derive_covariance; auto).
  change (is_derive (fun t => p t * (da t * db t - v t)) t (derivative_3 I (line x k t) a b k i)).
  auto_derive; [repeat split; eexists; eauto|].
  assert (Up : Derive (fun t => p t) t = derivative_1 I (line x k t) k i) by exact (is_derive_unique _ _ _ Ep).
  assert (Ua : Derive (fun t => da t) t = - covariance I (line x k t) a k) by exact (is_derive_unique _ _ _ Ea).
  assert (Ub : Derive (fun t => db t) t = - covariance I (line x k t) b k) by exact (is_derive_unique _ _ _ Eb).
  assert (Uv : Derive (fun t => v t) t = joint_3 I (line x k t) a b k) by exact (is_derive_unique _ _ _ Ev).
  rewrite Up, Ua, Ub, Uv.
  unfold derivative_1, derivative_3, p, da, db, v. ring.
Qed.
Lemma is_derive_derivative_3 I x k a b c i t :
  I <> [] -> is_derive (fun t => derivative_3 I (line x k t) a b c i) t (derivative_4 I (line x k t) a b c k i).
Proof.
  intros N. set (p := fun t => softmax I (line x k t) i). set (d := fun h t => deviation I (line x k t) h i).
  set (v := fun g h t => covariance I (line x k t) g h). set (j := fun t => joint_3 I (line x k t) a b c).
  assert (Ep : is_derive p t (derivative_1 I (line x k t) k i)) by (apply is_derive_softmax; auto).
  assert (Ed : forall h, is_derive (d h) t (- covariance I (line x k t) h k)) by (intros; apply is_derive_deviation; auto).
  assert (Ev : forall g h, is_derive (v g h) t (joint_3 I (line x k t) g h k)) by (intros; apply is_derive_covariance; auto).
  assert (Ej : is_derive j t (joint_4 I (line x k t) a b c k)) by (apply is_derive_joint_3; auto).
  change (is_derive (fun t => p t * (d a t * d b t * d c t - d a t * v b c t - d b t * v a c t - d c t * v a b t - j t)) t
    (derivative_4 I (line x k t) a b c k i)).
  auto_derive; [repeat split; eexists; eauto|].
  assert (Up : Derive (fun t => p t) t = derivative_1 I (line x k t) k i) by exact (is_derive_unique _ _ _ Ep).
  assert (Ud : forall h, Derive (fun t => d h t) t = - covariance I (line x k t) h k) by (intros h; exact (is_derive_unique _ _ _ (Ed h))).
  assert (Uv : forall g h, Derive (fun t => v g h t) t = joint_3 I (line x k t) g h k) by (intros g h; exact (is_derive_unique _ _ _ (Ev g h))).
  assert (Uj : Derive (fun t => j t) t = joint_4 I (line x k t) a b c k) by exact (is_derive_unique _ _ _ Ej).
  rewrite Up, !Ud, !Uv, Uj.
  unfold derivative_1, derivative_4, p, d, v, j. ring.
Qed.

(** [derivatives.series] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem derivatives_series I x a b c d i :
  I <> [] ->
  is_derive (fun t => softmax I (line x a t) i) 0 (derivative_1 I x a i) /\
  is_derive (fun t => derivative_1 I (line x b t) a i) 0 (derivative_2 I x a b i) /\
  is_derive (fun t => derivative_2 I (line x c t) a b i) 0 (derivative_3 I x a b c i) /\
  is_derive (fun t => derivative_3 I (line x d t) a b c i) 0 (derivative_4 I x a b c d i).
Proof.
  intros N. assert (Z : forall h, x = line x h 0) by (intros h; apply functional_extensionality; intros j; rewrite line_0; auto).
  split; [|split; [|split]].
  - generalize (is_derive_softmax I x a i 0 N). rewrite <- (Z a). auto.
  - generalize (is_derive_derivative_1 I x b a i 0 N). rewrite <- (Z b). auto.
  - generalize (is_derive_derivative_2 I x c a b i 0 N). rewrite <- (Z c). auto.
  - generalize (is_derive_derivative_3 I x d a b c i 0 N). rewrite <- (Z d). auto.
Qed.

(** Symmetry. *)
Lemma covariance_sym I x a b : covariance I x a b = covariance I x b a.
Proof. apply mean_ext. intros; ring. Qed.
Lemma joint_3_swap I x a b c : joint_3 I x a b c = joint_3 I x b a c.
Proof. apply mean_ext. intros; ring. Qed.
Lemma joint_3_turn I x a b c : joint_3 I x a b c = joint_3 I x b c a.
Proof. apply mean_ext. intros; ring. Qed.
Lemma joint_4_swap I x a b c d : joint_4 I x a b c d = joint_4 I x b a c d.
Proof.
  unfold joint_4. rewrite (mean_ext I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i * deviation I x d i)
    (fun i => deviation I x b i * deviation I x a i * deviation I x c i * deviation I x d i)) by (intros; ring).
  rewrite (covariance_sym I x a b). ring.
Qed.
Lemma joint_4_turn I x a b c d : joint_4 I x a b c d = joint_4 I x b c d a.
Proof.
  unfold joint_4. rewrite (mean_ext I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i * deviation I x d i)
    (fun i => deviation I x b i * deviation I x c i * deviation I x d i * deviation I x a i)) by (intros; ring).
  rewrite (covariance_sym I x a b), (covariance_sym I x a c), (covariance_sym I x a d). ring.
Qed.

(** [derivatives.symmetric] Tags: none.  Sharper: none, all are equalities; exchanges of the first two directions and turns of
    all generate every permutation. *)
Theorem derivatives_symmetric I x a b c d i :
  derivative_2 I x a b i = derivative_2 I x b a i /\
  derivative_3 I x a b c i = derivative_3 I x b a c i /\ derivative_3 I x a b c i = derivative_3 I x b c a i /\
  derivative_4 I x a b c d i = derivative_4 I x b a c d i /\ derivative_4 I x a b c d i = derivative_4 I x b c d a i.
Proof.
  unfold derivative_2, derivative_3, derivative_4. cbv zeta.
  rewrite ?(covariance_sym I x b a), ?(covariance_sym I x c a), ?(covariance_sym I x d a), ?(covariance_sym I x c b), ?(covariance_sym I x d b), ?(covariance_sym I x d c).
  rewrite (joint_3_swap I x b a c), (joint_3_swap I x b a d), <- (joint_3_turn I x a b c), <- (joint_4_turn I x a b c d), (joint_4_swap I x b a c d).
  rewrite <- (joint_3_turn I x a c d), <- (joint_3_turn I x a b d).
  repeat split; ring.
Qed.

(** Linearity in the first direction; in the others by symmetry. *)
Lemma deviation_linear I x r s u v i :
  deviation I x (fun j => r * u j + s * v j) i = r * deviation I x u i + s * deviation I x v i.
Proof. unfold deviation. rewrite mean_plus, !mean_scal. ring. Qed.
Lemma covariance_linear I x r s u v b :
  covariance I x (fun j => r * u j + s * v j) b = r * covariance I x u b + s * covariance I x v b.
Proof.
  change (mean I x (fun i => deviation I x (fun j => r * u j + s * v j) i * deviation I x b i) =
    r * mean I x (fun i => deviation I x u i * deviation I x b i) + s * mean I x (fun i => deviation I x v i * deviation I x b i)).
  rewrite <- !mean_scal, <- mean_plus. apply mean_ext. intros. rewrite deviation_linear. ring.
Qed.
Lemma joint_3_linear I x r s u v b c :
  joint_3 I x (fun j => r * u j + s * v j) b c = r * joint_3 I x u b c + s * joint_3 I x v b c.
Proof. unfold joint_3. rewrite <- !mean_scal, <- mean_plus. apply mean_ext. intros. rewrite deviation_linear. ring. Qed.
Lemma joint_4_linear I x r s u v b c d :
  joint_4 I x (fun j => r * u j + s * v j) b c d = r * joint_4 I x u b c d + s * joint_4 I x v b c d.
Proof.
  unfold joint_4. rewrite !covariance_linear.
  rewrite (mean_ext I x _ (fun i => r * (deviation I x u i * deviation I x b i * deviation I x c i * deviation I x d i)
    + s * (deviation I x v i * deviation I x b i * deviation I x c i * deviation I x d i))) by (intros; rewrite deviation_linear; ring).
  rewrite mean_plus, !mean_scal. ring.
Qed.
Lemma derivative_2_linear I x r s u v b i :
  derivative_2 I x (fun j => r * u j + s * v j) b i = r * derivative_2 I x u b i + s * derivative_2 I x v b i.
Proof. unfold derivative_2. rewrite deviation_linear, covariance_linear. ring. Qed.
Lemma derivative_3_linear I x r s u v b c i :
  derivative_3 I x (fun j => r * u j + s * v j) b c i = r * derivative_3 I x u b c i + s * derivative_3 I x v b c i.
Proof. unfold derivative_3. cbv zeta. rewrite deviation_linear, !covariance_linear, joint_3_linear. ring. Qed.
Lemma derivative_4_linear I x r s u v b c d i :
  derivative_4 I x (fun j => r * u j + s * v j) b c d i = r * derivative_4 I x u b c d i + s * derivative_4 I x v b c d i.
Proof. unfold derivative_4. cbv zeta. rewrite deviation_linear, !covariance_linear, !joint_3_linear, joint_4_linear. ring. Qed.

(** [derivatives.linear] Tags: none.  Sharper: none, all are equalities. *)
Theorem derivatives_linear I x r s u v a b c i :
  let w j := r * u j + s * v j in
  let linear (f : (A -> R) -> R) := f w = r * f u + s * f v in
  linear (fun h => derivative_1 I x h i) /\
  (linear (fun h => derivative_2 I x h a i) /\ linear (fun h => derivative_2 I x a h i)) /\
  (linear (fun h => derivative_3 I x h a b i) /\ linear (fun h => derivative_3 I x a h b i) /\
   linear (fun h => derivative_3 I x a b h i)) /\
  (linear (fun h => derivative_4 I x h a b c i) /\ linear (fun h => derivative_4 I x a h b c i) /\
   linear (fun h => derivative_4 I x a b h c i) /\ linear (fun h => derivative_4 I x a b c h i)).
Proof.
  intros w linear. assert (S := fun p q y z => derivatives_symmetric I x p q y z i). unfold linear, w.
  split; [unfold derivative_1; rewrite deviation_linear; ring|].
  split; [split|split; [split; [|split]|split; [|split; [|split]]]].
  - apply derivative_2_linear.
  - rewrite !(proj1 (S a _ a a)). apply derivative_2_linear.
  - apply derivative_3_linear.
  - rewrite !(proj1 (proj2 (S a _ b b))). apply derivative_3_linear.
  - rewrite <- !(proj1 (proj2 (proj2 (S _ a b b)))). apply derivative_3_linear.
  - apply derivative_4_linear.
  - rewrite !(proj1 (proj2 (proj2 (proj2 (S a _ b c))))). apply derivative_4_linear.
  - rewrite !(proj2 (proj2 (proj2 (proj2 (S a b _ c))))), !(proj1 (proj2 (proj2 (proj2 (S b _ c a))))). apply derivative_4_linear.
  - rewrite <- !(proj2 (proj2 (proj2 (proj2 (S _ a b c))))). apply derivative_4_linear.
Qed.

(** [derivatives.constants] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem derivatives_constants I x r a b c i :
  I <> [] ->
  derivative_1 I x (fun _ => r) i = 0 /\ derivative_2 I x (fun _ => r) a i = 0 /\
  derivative_3 I x (fun _ => r) a b i = 0 /\ derivative_4 I x (fun _ => r) a b c i = 0.
Proof.
  intros N. assert (D : forall j, deviation I x (fun _ => r) j = 0) by (intros; unfold deviation; rewrite mean_const by auto; ring).
  assert (Z : forall f, (forall j, f j = 0) -> mean I x f = 0).
  { intros f F. rewrite (mean_ext I x f (fun _ => 0)) by (intros; apply F). apply mean_const; auto. }
  assert (V : forall h, covariance I x (fun _ => r) h = 0) by (intros; apply Z; intros; fold (deviation I x (fun _ => r) j); rewrite D; ring).
  assert (J : forall g h, joint_3 I x (fun _ => r) g h = 0) by (intros; apply Z; intros; rewrite D; ring).
  assert (K : joint_4 I x (fun _ => r) a b c = 0) by (unfold joint_4; rewrite Z by (intros; rewrite D; ring); rewrite !V; ring).
  unfold derivative_1, derivative_2, derivative_3, derivative_4. cbv zeta. rewrite D, !V, !J, K. repeat split; ring.
Qed.

(** [derivatives.sum-to-zero] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem derivatives_sum_to_zero I x a b c d :
  I <> [] ->
  sum I (derivative_1 I x a) = 0 /\ sum I (derivative_2 I x a b) = 0 /\
  sum I (derivative_3 I x a b c) = 0 /\ sum I (derivative_4 I x a b c d) = 0.
Proof.
  intros N. assert (D : forall h, mean I x (deviation I x h) = 0) by (intros; apply (mean_centred I x h N)).
  assert (V : forall g h, mean I x (fun i => deviation I x g i * deviation I x h i) = covariance I x g h) by reflexivity.
  repeat split.
  - apply (D a).
  - change (mean I x (fun i => deviation I x a i * deviation I x b i - covariance I x a b) = 0).
    rewrite mean_minus, mean_const, V by auto. ring.
  - change (mean I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i - deviation I x a i * covariance I x b c
      - deviation I x b i * covariance I x a c - deviation I x c i * covariance I x a b - joint_3 I x a b c) = 0).
    rewrite (mean_ext I x _ (fun i => deviation I x a i * deviation I x b i * deviation I x c i - covariance I x b c * deviation I x a i
      - covariance I x a c * deviation I x b i - covariance I x a b * deviation I x c i - joint_3 I x a b c)) by (intros; ring).
    spread_means. rewrite mean_const, !D by auto. fold (joint_3 I x a b c). ring.
  - unfold derivative_4. set (k := covariance I x). set (q := fun g h i => deviation I x g i * deviation I x h i).
    transitivity (mean I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i * deviation I x d i
      - k c d * q a b i - k b d * q a c i - k b c * q a d i - k a d * q b c i - k a c * q b d i - k a b * q c d i
      + (k a b * k c d + k a c * k b d + k a d * k b c)
      - joint_3 I x b c d * deviation I x a i - joint_3 I x a c d * deviation I x b i - joint_3 I x a b d * deviation I x c i
      - joint_3 I x a b c * deviation I x d i - joint_4 I x a b c d)).
    { unfold mean at 1, inner. apply sum_ext. intros i _. unfold q. ring. }
    assert (Q : forall g h, mean I x (q g h) = k g h) by reflexivity.
    repeat first [rewrite mean_plus | rewrite mean_minus | rewrite mean_scal]. rewrite !mean_const, !D, !Q by auto. unfold joint_4. fold k. ring.
Qed.

(** [derivatives.expanded-2] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem derivatives_expanded_2 I x a b i :
  I <> [] ->
  let s := softmax I x in let E := inner I s in let d := derivative_1 I x b in
  derivative_2 I x a b i = d i * a i - inner I d a * s i - E a * d i /\
  d i * a i = s i * a i * b i - E b * (s i * a i) /\
  - (inner I d a * s i) = - (E (fun j => a j * b j) * s i) + E a * E b * s i /\
  - (E a * d i) = - (E a * (s i * b i)) + E a * E b * s i /\
  derivative_2 I x a a i =
    s i * a i ^ 2 - 2 * E a * (s i * a i) - E (fun j => a j ^ 2) * s i + 2 * E a ^ 2 * s i.
Proof.
  intros N s E d. assert (P : forall j, d j = s j * b j - E b * s j) by (intros; unfold d, derivative_1, deviation, E, s, mean; ring).
  assert (Q : inner I d a = E (fun j => a j * b j) - E b * E a).
  { unfold inner at 1, E at 1 3. unfold inner. rewrite <- sum_scal, <- sum_minus. apply sum_ext. intros. rewrite P. ring. }
  assert (V : forall h, covariance I x a h = E (fun j => a j * h j) - E a * E h) by (intros; apply covariance_mean; auto).
  assert (W : E (fun j => a j ^ 2) = E (fun j => a j * a j)) by (apply inner_ext; intros; ring).
  rewrite W, Q, P. unfold derivative_2. rewrite !V. unfold deviation, mean. fold s E. repeat split; ring.
Qed.

(** [derivatives.expanded-3] Tags: n ≥ 1.  Sharper: none, all are equalities. *)
Theorem derivatives_expanded_3 I x a b c i :
  I <> [] ->
  let s := softmax I x in let E := inner I s in let d := derivative_1 I x c in let D := inner I d in
  let ab j := a j * b j in let bc j := b j * c j in let ac j := a j * c j in let abc j := a j * b j * c j in
  (derivative_3 I x a b c i =
     d i * ab i - D b * (s i * a i) - E b * (d i * a i) - D a * (s i * b i) - E a * (d i * b i)
     - D ab * s i - E ab * d i + 2 * (D a * E b * s i) + 2 * (E a * D b * s i) + 2 * (E a * E b * d i)) /\
  (d i * ab i = s i * abc i - E c * (s i * ab i) /\
   D b * (s i * a i) = E bc * (s i * a i) - E b * E c * (s i * a i) /\
   E b * (d i * a i) = E b * (s i * ac i) - E b * E c * (s i * a i) /\
   D a * (s i * b i) = E ac * (s i * b i) - E a * E c * (s i * b i) /\
   E a * (d i * b i) = E a * (s i * bc i) - E a * E c * (s i * b i) /\
   D ab * s i = E abc * s i - E ab * E c * s i /\
   E ab * d i = E ab * (s i * c i) - E ab * E c * s i /\
   D a * E b * s i = E ac * E b * s i - E a * E b * E c * s i /\
   E a * D b * s i = E a * E bc * s i - E a * E b * E c * s i /\
   E a * E b * d i = E a * E b * (s i * c i) - E a * E b * E c * s i) /\
  (derivative_3 I x a b c i =
     s i * abc i - E c * (s i * ab i) - E b * (s i * ac i) - E a * (s i * bc i)
     - E bc * (s i * a i) - E ac * (s i * b i) - E ab * (s i * c i)
     + 2 * (E b * E c) * (s i * a i) + 2 * (E a * E c) * (s i * b i) + 2 * (E a * E b) * (s i * c i)
     - E abc * s i + 2 * (E ab * E c) * s i + 2 * (E ac * E b) * s i + 2 * (E a * E bc) * s i - 6 * (E a * E b * E c) * s i) /\
  (let E2 := E (fun j => a j ^ 2) in let E3 := E (fun j => a j ^ 3) in
   derivative_3 I x a a a i =
     s i * a i ^ 3 + 6 * E a ^ 2 * (s i * a i) - 3 * E a * (s i * a i ^ 2) - 3 * E2 * (s i * a i)
     - E3 * s i + 6 * (E2 * E a) * s i - 6 * E a ^ 3 * s i).
Proof.
  intros N s E d D ab bc ac abc.
  assert (P : d i = s i * c i - E c * s i) by (unfold d, derivative_1, deviation, E, s, mean; ring).
  assert (Q : forall f, D f = E (fun j => f j * c j) - E c * E f).
  { intros f. unfold D, E. unfold inner at 1 2 4. rewrite <- sum_scal, <- sum_minus. apply sum_ext. intros. unfold d, derivative_1, deviation, s, mean. ring. }
  assert (V : forall g h, covariance I x g h = E (fun j => g j * h j) - E g * E h) by (intros; apply covariance_mean; auto).
  assert (J := fun f g h => joint_3_raw I x f g h N). unfold mean in J. fold s E in J.
  assert (W2 : E (fun j => a j ^ 2) = E (fun j => a j * a j)) by (apply inner_ext; intros; ring).
  assert (W3 : E (fun j => a j ^ 3) = E (fun j => a j * a j * a j)) by (apply inner_ext; intros; ring).
  split; [|split; [|split]].
  - rewrite !Q, P. unfold derivative_3, deviation, mean. cbv zeta. rewrite !V, J. fold s E. unfold ab. ring.
  - rewrite !Q, P. fold ac bc. change (fun j => ab j * c j) with abc. unfold ab, ac, bc, abc. repeat split; ring.
  - unfold derivative_3, deviation, mean. cbv zeta. rewrite !V, J. fold s E. unfold ab, ac, bc, abc. ring.
  - cbv zeta. unfold derivative_3, deviation, mean. cbv zeta. rewrite W2, W3, !V, J. fold s E. ring.
Qed.

(** Bounds.  The deviations lie in [-low, high], and low + high is the range. *)
Lemma norm1_mean I x f : I <> [] -> norm1 I (fun i => softmax I x i * f i) = mean I x (fun i => Rabs (f i)).
Proof.
  intros N. unfold norm1, mean, inner. apply sum_ext. intros i Hi. rewrite Rabs_mult, (Rabs_right (softmax I x i)); auto.
  apply Rle_ge, Rlt_le, softmax_pos; auto.
Qed.
Lemma deviation_range I x h :
  I <> [] -> exists low high, 0 <= low /\ 0 <= high /\ low + high = spread I h /\
    forall i, In i I -> - low <= deviation I x h i <= high.
Proof.
  intros N. assert (R := mean_range I x h N). exists (mean I x h - minimum I h), (maximum I h - mean I x h).
  split; [lra|]. split; [lra|]. split; [unfold spread; ring|]. intros i Hi. unfold deviation. generalize (between I h i Hi). lra.
Qed.
Lemma deviation_le_spread I x h i : In i I -> Rabs (deviation I x h i) <= spread I h.
Proof.
  intros Hi. assert (N : I <> []) by (intros ->; easy). destruct (deviation_range I x h N) as [l [u [L [U [E D]]]]].
  specialize (D i Hi). apply Rabs_le. lra.
Qed.
Lemma mean_chord I x h (f : R -> R) (r s m : R) :
  I <> [] -> 0 < spread I h -> (forall i, In i I -> spread I h * f (deviation I x h i) <= r + s * deviation I x h i) ->
  r <= spread I h * m -> mean I x (fun i => f (deviation I x h i)) <= m.
Proof.
  intros N W H L. apply Rmult_le_reg_l with (spread I h); auto. apply Rle_trans with (2 := L). rewrite <- mean_scal.
  apply Rle_trans with (mean I x (fun i => r + s * deviation I x h i)); [apply mean_le; auto|].
  rewrite mean_plus, mean_scal, mean_const by auto. unfold deviation at 1. rewrite mean_centred by auto. lra.
Qed.
Lemma absolute_moments I x h :
  I <> [] ->
  mean I x (fun i => Rabs (deviation I x h i)) <= spread I h / 2 /\
  mean I x (fun i => Rabs (deviation I x h i ^ 3)) <= spread I h ^ 3 / 8 /\
  mean I x (fun i => deviation I x h i ^ 4) <= spread I h ^ 4 / 12.
Proof.
  intros N. destruct (spread_nonneg I h N) as [W|W].
  - destruct (deviation_range I x h N) as [l [u [L [U [E D]]]]]. set (w := spread I h) in *. split; [|split].
    + apply (mean_chord I x h Rabs (2 * (l * u)) (u - l)); auto; fold w.
      * intros i Hi. specialize (D i Hi). rewrite <- E. set (c := deviation I x h i) in *. unfold Rabs. destruct (Rcase_abs c); nra.
      * rewrite <- E. generalize (pow2_ge_0 (u - l)). lra.
    + apply (mean_chord I x h (fun e : R => Rabs (e ^ 3)) (l * u * (l ^ 2 + u ^ 2)) (u ^ 3 - l ^ 3)); auto; fold w.
      * intros i Hi. specialize (D i Hi). rewrite <- E. set (c := deviation I x h i) in *. destruct (Rle_dec 0 c) as [P|P].
        { rewrite Rabs_right by (apply Rle_ge, pow_le; auto).
          assert (0 <= l * (u ^ 3 - c ^ 3)) by (apply Rmult_le_pos; auto; generalize (pow_incr c u 3); lra).
          assert (0 <= u * c * (u ^ 2 - c ^ 2)) by (apply Rmult_le_pos; [apply Rmult_le_pos; auto | generalize (pow_incr c u 2); lra]).
          assert (0 <= l ^ 3 * (u - c)) by (apply Rmult_le_pos; [apply pow_le; auto | lra]). lra. }
        { replace (Rabs (c ^ 3)) with ((- c) ^ 3) by (rewrite <- Rabs_Ropp, Rabs_right; [ring | apply Rle_ge; replace (- c ^ 3) with ((- c) ^ 3) by ring; apply pow_le; lra]).
          set (b := - c). assert (0 <= b) by (unfold b; lra). replace c with (- b) by (unfold b; ring).
          assert (0 <= u * (l ^ 3 - b ^ 3)) by (apply Rmult_le_pos; auto; generalize (pow_incr b l 3); unfold b; lra).
          assert (0 <= l * b * (l ^ 2 - b ^ 2)) by (apply Rmult_le_pos; [apply Rmult_le_pos; auto | generalize (pow_incr b l 2); unfold b; lra]).
          assert (0 <= u ^ 3 * (l - b)) by (apply Rmult_le_pos; [apply pow_le; auto | unfold b; lra]). lra. }
      * rewrite <- E. generalize (pow2_ge_0 ((u + l) ^ 2 - 4 * (l * u))). lra.
    + apply (mean_chord I x h (fun e : R => e ^ 4) (l * u * (l ^ 3 + u ^ 3)) (u ^ 4 - l ^ 4)); auto; fold w.
      * intros i Hi. specialize (D i Hi). rewrite <- E. set (c := deviation I x h i) in *. destruct (Rle_dec 0 c) as [P|P].
        { assert (0 <= l * (u ^ 4 - c ^ 4)) by (apply Rmult_le_pos; auto; generalize (pow_incr c u 4); lra).
          assert (0 <= u * c * (u ^ 3 - c ^ 3)) by (apply Rmult_le_pos; [apply Rmult_le_pos; auto | generalize (pow_incr c u 3); lra]).
          assert (0 <= l ^ 4 * (u - c)) by (apply Rmult_le_pos; [apply pow_le; auto | lra]). lra. }
        { set (b := - c). assert (0 <= b) by (unfold b; lra). replace c with (- b) by (unfold b; ring).
          assert (0 <= u * (l ^ 4 - b ^ 4)) by (apply Rmult_le_pos; auto; generalize (pow_incr b l 4); unfold b; lra).
          assert (0 <= l * b * (l ^ 3 - b ^ 3)) by (apply Rmult_le_pos; [apply Rmult_le_pos; auto | generalize (pow_incr b l 3); unfold b; lra]).
          assert (0 <= u ^ 4 * (l - b)) by (apply Rmult_le_pos; [apply pow_le; auto | unfold b; lra]). lra. }
      * rewrite <- E. assert (0 <= (u + l) * ((u + l) ^ 2 - 6 * (l * u)) ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]). lra.
  - assert (Z : forall i, In i I -> deviation I x h i = 0).
    { intros i Hi. generalize (deviation_le_spread I x h i Hi). rewrite <- W. intros H. apply abs_le_inv in H. lra. }
    rewrite <- W. assert (Y : forall f, (forall i, In i I -> f i = 0) -> mean I x f = 0).
    { intros f F. rewrite (mean_ext I x f (fun _ => 0) F). apply mean_const; auto. }
    rewrite !Y by (intros i Hi; rewrite (Z i Hi), ?pow_i, ?Rabs_R0 by lia; auto). lra.
Qed.
Lemma joint_3_moment I x h : joint_3 I x h h h = cumulant_3 I x h.
Proof. unfold joint_3, cumulant_3, moment. apply mean_ext. intros. unfold deviation. ring. Qed.
Lemma joint_4_moment I x h : joint_4 I x h h h h = cumulant_4 I x h.
Proof.
  unfold joint_4, cumulant_4, moment, variance. rewrite (mean_ext I x _ (fun i => (h i - mean I x h) ^ 4)) by (intros; unfold deviation; ring). ring.
Qed.
Lemma Rabs_triang_minus r s : Rabs (r - s) <= Rabs r + Rabs s.
Proof. unfold Rminus. rewrite <- (Rabs_Ropp s). apply Rabs_triang. Qed.

(** [derivatives.bounds] Tags: n ≥ 1.  Sharper: refuted below, with a constant less than 1/2. *)
Theorem derivatives_bounds I x h :
  I <> [] ->
  norm1 I (derivative_1 I x h) <= spread I h / 2 /\
  norm1 I (derivative_2 I x h h) <= spread I h ^ 2 / 2 /\
  norm1 I (derivative_3 I x h h h) <= (1 / 2 + / (6 * sqrt 3)) * spread I h ^ 3 /\
  norm1 I (derivative_4 I x h h h h) <= (37 / 48 + / (3 * sqrt 3)) * spread I h ^ 4.
Proof.
  intros N. destruct (absolute_moments I x h N) as [M1 [M3 M4]]. set (c := deviation I x h) in *. set (w := spread I h) in *.
  set (v := variance I x h). assert (V : 0 <= v <= w ^ 2 / 4) by (split; [apply variance_nonneg | apply variance_le_spread]; auto).
  assert (M2 : mean I x (fun i => c i ^ 2) = v).
  { unfold v, variance, covariance. apply mean_ext. intros. unfold c, deviation. ring. }
  assert (W : 0 <= w) by (apply spread_nonneg; auto).
  assert (R : sqrt 3 <> 0) by (apply Rgt_not_eq, sqrt_lt_R0; lra).
  replace (/ (6 * sqrt 3)) with (third_root / 6) by (unfold third_root; field; auto).
  replace (/ (3 * sqrt 3)) with (third_root / 3) by (unfold third_root; field; auto). set (q := third_root).
  set (k3 := cumulant_3 I x h). set (k4 := cumulant_4 I x h).
  assert (K3 : Rabs k3 <= w ^ 3 * q / 6) by (apply Rabs_le, cumulant_3_bound; auto).
  assert (K4 : Rabs k4 <= w ^ 4 / 8).
  { assert (H := cumulant_4_bound I x h N). fold w k4 in H. assert (0 <= w ^ 4) by (apply pow_le; auto). apply Rabs_le. lra. }
  split; [|split; [|split]]; unfold derivative_1, derivative_2, derivative_3, derivative_4; cbv zeta; rewrite norm1_mean by auto; fold c.
  - auto.
  - apply Rle_trans with (mean I x (fun i => c i ^ 2 + v)).
    + apply mean_le; auto. intros i Hi. fold (variance I x h). fold v. replace (c i * c i) with (c i ^ 2) by ring.
      apply Rle_trans with (1 := Rabs_triang_minus _ _). rewrite !Rabs_right; [lra | lra | apply Rle_ge, pow2_ge_0].
    + rewrite mean_plus, mean_const, M2 by auto. lra.
  - fold (variance I x h). fold v. rewrite joint_3_moment. fold k3.
    apply Rle_trans with (mean I x (fun i => Rabs (c i ^ 3) + 3 * v * Rabs (c i) + Rabs k3)).
    + apply mean_le; auto. intros i Hi. replace (c i * c i * c i - c i * v - c i * v - c i * v - k3) with (c i ^ 3 - 3 * v * c i - k3) by ring.
      apply Rle_trans with (1 := Rabs_triang_minus _ _). apply Rplus_le_compat_r. apply Rle_trans with (1 := Rabs_triang_minus _ _).
      rewrite (Rabs_mult (3 * v)), (Rabs_right (3 * v)) by lra. lra.
    + rewrite !mean_plus, mean_scal, mean_const by auto. assert (3 * v * mean I x (fun i => Rabs (c i)) <= 3 * (w ^ 2 / 4) * (w / 2)).
      { apply Rmult_le_compat; try lra. apply mean_nonneg; auto. intros; apply Rabs_pos. }
      simpl in *. lra.
  - fold (variance I x h). fold v. rewrite joint_3_moment, joint_4_moment. fold k3 k4.
    apply Rle_trans with (mean I x (fun i => c i ^ 4 + 6 * v * c i ^ 2 + 3 * v ^ 2 + 4 * Rabs k3 * Rabs (c i) + Rabs k4)).
    + apply mean_le; auto. intros i Hi.
      match goal with |- Rabs ?e <= _ => replace e with (c i ^ 4 - 6 * v * c i ^ 2 + 3 * v ^ 2 - 4 * k3 * c i - k4) by ring end.
      assert (P4 : 0 <= c i ^ 4) by (replace (c i ^ 4) with ((c i ^ 2) ^ 2) by ring; apply pow2_ge_0).
      assert (P2 : 0 <= v * c i ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]). assert (0 <= v ^ 2) by apply pow2_ge_0.
      assert (G : Rabs (4 * k3 * c i) = 4 * Rabs k3 * Rabs (c i)) by (rewrite !Rabs_mult, (Rabs_right 4) by lra; ring).
      apply Rle_trans with (1 := Rabs_triang_minus _ _). apply Rplus_le_compat_r. apply Rle_trans with (1 := Rabs_triang_minus _ _).
      rewrite G. apply Rplus_le_compat_r. apply Rabs_le. lra.
    + rewrite !mean_plus, !mean_scal, !mean_const, M2 by auto. assert (v ^ 2 <= (w ^ 2 / 4) ^ 2) by (apply pow_incr; lra).
      assert (4 * Rabs k3 * mean I x (fun i => Rabs (c i)) <= 4 * (w ^ 3 * q / 6) * (w / 2)).
      { apply Rmult_le_compat; try lra; [generalize (Rabs_pos k3); lra|]. apply mean_nonneg; auto. intros; apply Rabs_pos. }
      simpl in *. lra.
Qed.

(** Along a line, a sum with signs. *)
Definition sign (r : R) : R := if Rle_dec 0 r then 1 else -1.
Lemma sign_abs r : sign r * r = Rabs r.
Proof. unfold sign. destruct (Rle_dec 0 r); [rewrite Rabs_right; lra | rewrite Rabs_left; lra]. Qed.
Lemma signed_le I (s f : A -> R) : (forall i, s i = 1 \/ s i = -1) -> - norm1 I f <= sum I (fun i => s i * f i) <= norm1 I f.
Proof.
  intros S. apply abs_le_inv. apply Rle_trans with (1 := sum_abs _ _). apply Req_le, sum_ext. intros i _.
  rewrite Rabs_mult. destruct (S i) as [-> | ->]; [rewrite Rabs_R1 | rewrite Rabs_left by lra]; ring.
Qed.
Lemma sign_one r : sign r = 1 \/ sign r = -1.
Proof. unfold sign. destruct (Rle_dec 0 r); auto. Qed.
Lemma is_derive_signed I (s : A -> R) (f f' : R -> A -> R) t :
  (forall i, is_derive (fun t => f t i) t (f' t i)) -> is_derive (fun t => sum I (fun i => s i * f t i)) t (sum I (fun i => s i * f' t i)).
Proof. intros D. apply (is_derive_sum I (fun i t => s i * f t i) (fun i t => s i * f' t i)). intros i _. apply (is_derive_scal (fun t => f t i)). auto. Qed.

(** [derivatives.taylor] Tags: n ≥ 1.  Sharper: refuted below, without an error. *)
Theorem derivatives_taylor I x y :
  I <> [] ->
  let h i := y i - x i in
  norm1 I (fun i => softmax I y i - softmax I x i - derivative_1 I x h i) <= spread I h ^ 2 / 4 /\
  norm1 I (fun i => softmax I y i - softmax I x i - derivative_1 I x h i - derivative_2 I x h h i / 2) <= spread I h ^ 3 / 10.
Proof.
  intros N h. assert (L0 : line x h 0 = x) by (apply functional_extensionality; intros j; apply line_0).
  assert (L1 : line x h 1 = y) by (apply functional_extensionality; intros j; unfold line, h; ring).
  assert (D0 := fun s t => is_derive_signed I s (fun t => softmax I (line x h t)) (fun t => derivative_1 I (line x h t) h) t
    (fun i => is_derive_softmax I x h i t N)).
  assert (D1 := fun s t => is_derive_signed I s (fun t => derivative_1 I (line x h t) h) (fun t => derivative_2 I (line x h t) h h) t
    (fun i => is_derive_derivative_1 I x h h i t N)).
  assert (D2 := fun s t => is_derive_signed I s (fun t => derivative_2 I (line x h t) h h) (fun t => derivative_3 I (line x h t) h h h) t
    (fun i => is_derive_derivative_2 I x h h h i t N)).
  assert (W : 0 <= spread I h) by (apply spread_nonneg; auto). split.
  - set (r := fun i => softmax I y i - softmax I x i - derivative_1 I x h i). set (s := fun i => sign (r i)).
    assert (E : norm1 I r = sum I (fun i => s i * softmax I y i) - sum I (fun i => s i * softmax I x i) - sum I (fun i => s i * derivative_1 I x h i)).
    { rewrite <- !sum_minus. apply sum_ext. intros i _. rewrite <- sign_abs. fold (s i). unfold r. ring. }
    generalize (taylor_2 _ _ _ (- (spread I h ^ 2 / 2)) (spread I h ^ 2 / 2) (fun t _ => D0 s t) (fun t _ => D1 s t)). cbv beta.
    rewrite L0, L1. intros T. rewrite E. cut (sum I (fun i => s i * softmax I y i) - sum I (fun i => s i * softmax I x i) - sum I (fun i => s i * derivative_1 I x h i)
      <= spread I h ^ 2 / 2 / 2); [lra|]. apply T. intros t _.
    generalize (signed_le I s (derivative_2 I (line x h t) h h) (fun i => sign_one _)) (proj1 (proj2 (derivatives_bounds I (line x h t) h N))). lra.
  - set (r := fun i => softmax I y i - softmax I x i - derivative_1 I x h i - derivative_2 I x h h i / 2). set (s := fun i => sign (r i)).
    assert (E : norm1 I r = sum I (fun i => s i * softmax I y i) - sum I (fun i => s i * softmax I x i) - sum I (fun i => s i * derivative_1 I x h i)
      - sum I (fun i => s i * derivative_2 I x h h i) / 2).
    { rewrite <- sum_div, <- !sum_minus. apply sum_ext. intros i _. rewrite <- sign_abs. fold (s i). unfold r. field. }
    set (b := 6 / 10 * spread I h ^ 3).
    generalize (taylor_3 _ _ _ _ (- b) b (fun t _ => D0 s t) (fun t _ => D1 s t) (fun t _ => D2 s t)). cbv beta.
    rewrite L0, L1. intros T. rewrite E. apply Rle_trans with (b / 6); [|unfold b; lra]. apply T. intros t _.
    generalize (signed_le I s (derivative_3 I (line x h t) h h h) (fun i => sign_one _)) (proj1 (proj2 (proj2 (derivatives_bounds I (line x h t) h N)))).
    assert (R : sqrt 3 <> 0) by (apply Rgt_not_eq, sqrt_lt_R0; lra).
    replace (/ (6 * sqrt 3)) with (third_root / 6) by (unfold third_root; field; auto).
    destruct third_root_spec as [P Q]. assert (third_root <= 6 / 10) by nra. assert (0 <= spread I h ^ 3) by (apply pow_le; auto).
    assert ((1 / 2 + third_root / 6) * spread I h ^ 3 <= b) by (unfold b; nra). lra.
Qed.

(** Entries of the derivatives are bounded by the ranges of the directions. *)
Lemma abs_mult_le r s p q : Rabs r <= p -> Rabs s <= q -> Rabs (r * s) <= p * q.
Proof. intros P Q. rewrite Rabs_mult. apply Rmult_le_compat; auto; apply Rabs_pos. Qed.
Lemma mean_abs_le I x f m : I <> [] -> (forall i, In i I -> Rabs (f i) <= m) -> Rabs (mean I x f) <= m.
Proof. intros N H. apply Rabs_le, mean_between; auto. intros i Hi. apply abs_le_inv, H; auto. Qed.
Lemma joint_bounds I x a b c d :
  I <> [] ->
  Rabs (covariance I x a b) <= spread I a * spread I b /\
  Rabs (joint_3 I x a b c) <= spread I a * spread I b * spread I c /\
  Rabs (joint_4 I x a b c d) <= 4 * (spread I a * spread I b * spread I c * spread I d).
Proof.
  intros N. assert (V : forall g h, Rabs (covariance I x g h) <= spread I g * spread I h).
  { intros g h. apply mean_abs_le; auto. intros i Hi. apply abs_mult_le; apply deviation_le_spread; auto. }
  split; [auto|]. split.
  - apply mean_abs_le; auto. intros i Hi. repeat apply abs_mult_le; apply deviation_le_spread; auto.
  - assert (M : Rabs (mean I x (fun i => deviation I x a i * deviation I x b i * deviation I x c i * deviation I x d i))
      <= spread I a * spread I b * spread I c * spread I d).
    { apply mean_abs_le; auto. intros i Hi. repeat apply abs_mult_le; apply deviation_le_spread; auto. }
    generalize (abs_mult_le _ _ _ _ (V a b) (V c d)) (abs_mult_le _ _ _ _ (V a c) (V b d)) (abs_mult_le _ _ _ _ (V a d) (V b c)).
    unfold joint_4. intros X Y Z. apply abs_le_inv in M, X, Y, Z. apply Rabs_le. lra.
Qed.
Lemma derivative_entries I x a b c d i :
  In i I ->
  Rabs (derivative_2 I x a b i) <= 2 * (spread I a * spread I b) /\
  Rabs (derivative_3 I x a b c i) <= 5 * (spread I a * spread I b * spread I c) /\
  Rabs (derivative_4 I x a b c d i) <= 18 * (spread I a * spread I b * spread I c * spread I d).
Proof.
  intros Hi. assert (N : I <> []) by (intros ->; easy). assert (P := softmax_pos I x i N). assert (Q := softmax_le_1 I x i Hi).
  assert (V := fun g h => proj1 (joint_bounds I x g h a a N)). assert (J := fun f g h => proj1 (proj2 (joint_bounds I x f g h a N))).
  assert (K := proj2 (proj2 (joint_bounds I x a b c d N))). assert (D := fun h => deviation_le_spread I x h i Hi).
  assert (S : forall r m, Rabs r <= m -> Rabs (softmax I x i * r) <= m).
  { intros r m H. rewrite Rabs_mult, (Rabs_right (softmax I x i)) by lra. generalize (Rabs_pos r). nra. }
  set (da := deviation I x a i) in *. set (db := deviation I x b i) in *. set (dc := deviation I x c i) in *. set (dd := deviation I x d i) in *.
  assert (Da := D a : Rabs da <= _). assert (Db := D b : Rabs db <= _). assert (Dc := D c : Rabs dc <= _). assert (Dd := D d : Rabs dd <= _).
  unfold derivative_2, derivative_3, derivative_4. cbv zeta. fold da db dc dd. split; [|split]; apply S.
  - generalize (abs_mult_le _ _ _ _ Da Db) (V a b). intros X Y. apply abs_le_inv in X, Y. apply Rabs_le. lra.
  - generalize (abs_mult_le _ _ _ _ (abs_mult_le _ _ _ _ Da Db) Dc) (abs_mult_le _ _ _ _ Da (V b c)) (abs_mult_le _ _ _ _ Db (V a c))
      (abs_mult_le _ _ _ _ Dc (V a b)) (J a b c). intros X1 X2 X3 X4 X5. apply abs_le_inv in X1, X2, X3, X4, X5. apply Rabs_le. lra.
  - set (m := spread I a * spread I b * spread I c * spread I d) in *.
    assert (pairs : forall r s g h p q, Rabs r <= p -> Rabs s <= q -> p * q * (spread I g * spread I h) = m -> - m <= r * s * covariance I x g h <= m).
    { intros r s g h p q R' S' E. apply abs_le_inv. rewrite <- E. repeat apply abs_mult_le; auto. }
    assert (twos : forall e f g h, spread I e * spread I f * (spread I g * spread I h) = m -> - m <= covariance I x e f * covariance I x g h <= m).
    { intros e f g h E. apply abs_le_inv. rewrite <- E. apply abs_mult_le; auto. }
    assert (ones : forall r p f g h, Rabs r <= p -> p * (spread I f * spread I g * spread I h) = m -> - m <= r * joint_3 I x f g h <= m).
    { intros r p f g h R' E. apply abs_le_inv. rewrite <- E. apply abs_mult_le; auto. }
    assert (all : - m <= da * db * dc * dd <= m) by (apply abs_le_inv; unfold m; repeat apply abs_mult_le; auto).
    generalize (pairs da db c d _ _ Da Db ltac:(unfold m; ring)) (pairs da dc b d _ _ Da Dc ltac:(unfold m; ring)) (pairs da dd b c _ _ Da Dd ltac:(unfold m; ring))
      (pairs db dc a d _ _ Db Dc ltac:(unfold m; ring)) (pairs db dd a c _ _ Db Dd ltac:(unfold m; ring)) (pairs dc dd a b _ _ Dc Dd ltac:(unfold m; ring))
      (twos a b c d ltac:(unfold m; ring)) (twos a c b d ltac:(unfold m; ring)) (twos a d b c ltac:(unfold m; ring))
      (ones da _ b c d Da ltac:(unfold m; ring)) (ones db _ a c d Db ltac:(unfold m; ring)) (ones dc _ a b d Dc ltac:(unfold m; ring)) (ones dd _ a b c Dd ltac:(unfold m; ring)).
    apply abs_le_inv in K. intros. apply Rabs_le. lra.
Qed.

(** [theorem.total-derivatives] Sharper: refuted below, without an error.
    The formulas are total derivatives: linear in the last direction [k] by [derivatives_linear], and off by at most a
    multiple of the square of its range, at every point and along all directions at once. *)
Theorem theorem_total_derivatives I x a b k i :
  In i I ->
  let y j := x j + k j in let w := spread I in
  Rabs (softmax I y i - softmax I x i - derivative_1 I x k i) <= w k ^ 2 /\
  Rabs (derivative_1 I y a i - derivative_1 I x a i - derivative_2 I x a k i) <= 5 / 2 * (w a * w k ^ 2) /\
  Rabs (derivative_2 I y a b i - derivative_2 I x a b i - derivative_3 I x a b k i) <= 9 * (w a * w b * w k ^ 2).
Proof.
  intros Hi y w. assert (N : I <> []) by (intros ->; easy). assert (L0 : line x k 0 = x) by (apply functional_extensionality; intros j; apply line_0).
  assert (L1 : line x k 1 = y) by (apply functional_extensionality; intros j; unfold line, y; ring).
  assert (T : forall (f f' f'' : (A -> R) -> R) m, (forall t, is_derive (fun t => f (line x k t)) t (f' (line x k t))) ->
    (forall t, is_derive (fun t => f' (line x k t)) t (f'' (line x k t))) -> (forall z, Rabs (f'' z) <= m) -> Rabs (f y - f x - f' x) <= m / 2).
  { intros f f' f'' m D D' B. generalize (taylor_2 _ _ _ (- m) m (fun t _ => D t) (fun t _ => D' t) (fun t _ => abs_le_inv _ _ (B (line x k t)))).
    rewrite L0, L1. intros. apply Rabs_le. lra. }
  assert (B := fun z p q r s => derivative_entries I z p q r s i Hi). split; [|split].
  - apply Rle_trans with (2 * (w k * w k) / 2); [|simpl; lra].
    apply (T (fun z => softmax I z i) (fun z => derivative_1 I z k i) (fun z => derivative_2 I z k k i)).
    + intros. apply is_derive_softmax; auto.
    + intros. apply is_derive_derivative_1; auto.
    + intros z. apply (B z k k k k).
  - apply Rle_trans with (5 * (w a * w k * w k) / 2); [|simpl; lra].
    apply (T (fun z => derivative_1 I z a i) (fun z => derivative_2 I z a k i) (fun z => derivative_3 I z a k k i)).
    + intros. apply is_derive_derivative_1; auto.
    + intros. apply is_derive_derivative_2; auto.
    + intros z. apply (B z a k k k).
  - apply Rle_trans with (18 * (w a * w b * w k * w k) / 2); [|simpl; lra].
    apply (T (fun z => derivative_2 I z a b i) (fun z => derivative_3 I z a b k i) (fun z => derivative_4 I z a b k k i)).
    + intros. apply is_derive_derivative_2; auto.
    + intros. apply is_derive_derivative_3; auto.
    + intros z. apply (B z a b k k).
Qed.
End Derivatives.

Definition derivatives_series_met := derivatives_series two ramp ramp ramp ramp ramp 0%nat two_some.
Definition derivatives_symmetric_met := derivatives_symmetric two ramp ramp (pair 1 0) (pair 1 1) (pair 0 0) 0%nat.
Definition derivatives_linear_met := derivatives_linear two ramp 2 3 ramp (pair 1 0) (pair 1 1) (pair 0 0) ramp 0%nat.
Definition derivatives_constants_met := derivatives_constants two ramp 2 ramp ramp ramp 0%nat two_some.
Definition derivatives_sum_to_zero_met := derivatives_sum_to_zero two ramp ramp ramp ramp ramp two_some.
Definition derivatives_expanded_2_met := derivatives_expanded_2 two ramp ramp ramp 0%nat two_some.
Definition derivatives_expanded_3_met := derivatives_expanded_3 two ramp ramp ramp ramp 0%nat two_some.
Definition derivatives_bounds_met := derivatives_bounds two ramp ramp two_some.
Lemma derivatives_bounds_sharp c : c < 1 / 2 -> ~ forall (I : list nat) x h, I <> [] -> norm1 I (derivative_1 I x h) <= c * spread I h.
Proof.
  intros C H. specialize (H two (pair 0 0) ramp two_some). unfold norm1, derivative_1, deviation, ramp in H.
  rewrite sum_pair, mean_zeros, !softmax_zeros, spread_pair in H. simpl in H.
  rewrite (Rabs_left (1 / 2 * (0 - (0 + 1) / 2))), (Rabs_right (1 / 2 * (1 - (0 + 1) / 2))), Rabs_left in H by lra. lra.
Qed.
(** At (0, 0) the tangent along (0, 4) leaves [0, 1]. *)
Lemma tangent_too_high : softmax two (pair 0 4) 1%nat - softmax two (pair 0 0) 1%nat - derivative_1 two (pair 0 0) (pair 0 4) 1%nat < 0.
Proof.
  unfold derivative_1, deviation. rewrite mean_zeros, softmax_zeros. simpl. generalize (softmax_le_1 two (pair 0 4) 1%nat in_1). lra.
Qed.
Definition derivatives_taylor_met := derivatives_taylor two (pair 0 0) ramp two_some.
Lemma derivatives_taylor_sharp :
  ~ forall (I : list nat) x y, I <> [] -> norm1 I (fun i => softmax I y i - softmax I x i - derivative_1 I x (fun i => y i - x i) i) <= 0.
Proof.
  intros H. specialize (H two (pair 0 0) (pair 0 4) two_some). generalize tangent_too_high.
  replace (pair 0 4) with (fun i => pair 0 4 i - pair 0 0 i) at 2 by (apply functional_extensionality; intros [|i]; simpl; ring).
  intros T. unfold norm1 in H. rewrite sum_pair in H. set (r := fun i => softmax two (pair 0 4) i - softmax two (pair 0 0) i - derivative_1 two (pair 0 0) (fun i => pair 0 4 i - pair 0 0 i) i) in *.
  change (r 1%nat < 0) in T. change (Rabs (r 0%nat) + Rabs (r 1%nat) <= 0) in H. generalize (Rabs_pos (r 0%nat)). rewrite (Rabs_left (r 1%nat)) in H by auto. lra.
Qed.
Definition theorem_total_derivatives_met := theorem_total_derivatives two ramp ramp ramp ramp 0%nat in_0.
Lemma theorem_total_derivatives_sharp :
  ~ forall (I : list nat) x k i, In i I -> softmax I (fun j => x j + k j) i - softmax I x i - derivative_1 I x k i = 0.
Proof.
  intros H. specialize (H two (pair 0 0) (pair 0 4) 1%nat in_1). generalize tangent_too_high.
  replace (fun j => pair 0 0 j + pair 0 4 j) with (pair 0 4) in H by (apply functional_extensionality; intros [|i]; simpl; ring). lra.
Qed.
