(* SPDX-License-Identifier: Apache-2.0 *)
(** Sums and maxima over lists of indices. *)
From Coq Require Import Reals List Permutation Lra Lia.
From softlaw Require Import basics.definitions.
Import ListNotations.
Open Scope R_scope.

Section Sums.
Context {A : Type}.
Implicit Types (I J : list A) (x y f g p q : A -> R).

Lemma sum_ext I f g : (forall i, In i I -> f i = g i) -> sum I f = sum I g.
Proof.
  induction I as [|i I IH]; simpl; intros H; auto.
  rewrite H, IH; auto.
Qed.

Lemma sum_plus I f g : sum I (fun i => f i + g i) = sum I f + sum I g.
Proof. induction I; simpl; [lra | rewrite IHI; lra]. Qed.
Lemma sum_minus I f g : sum I (fun i => f i - g i) = sum I f - sum I g.
Proof. induction I; simpl; [lra | rewrite IHI; lra]. Qed.
Lemma sum_opp I f : sum I (fun i => - f i) = - sum I f.
Proof. induction I; simpl; [lra | rewrite IHI; lra]. Qed.
Lemma sum_scal c I f : sum I (fun i => c * f i) = c * sum I f.
Proof. induction I; simpl; [lra | rewrite IHI; lra]. Qed.
Lemma sum_scal_r c I f : sum I (fun i => f i * c) = sum I f * c.
Proof. induction I; simpl; [lra | rewrite IHI; lra]. Qed.
Lemma sum_div c I f : sum I (fun i => f i / c) = sum I f / c.
Proof. apply sum_scal_r. Qed.
Lemma count_cons i I : count (i :: I) = 1 + count I.
Proof. unfold count; simpl length; rewrite S_INR; lra. Qed.
Lemma sum_const c I : sum I (fun _ => c) = count I * c.
Proof. induction I; [unfold count; simpl; lra | simpl; rewrite IHI, count_cons; lra]. Qed.
Lemma sum_zero I f : (forall i, In i I -> f i = 0) -> sum I f = 0.
Proof. intros H; rewrite (sum_ext _ _ (fun _ => 0) H), sum_const; lra. Qed.
Lemma sum_app I J f : sum (I ++ J) f = sum I f + sum J f.
Proof. induction I; simpl; [lra | rewrite IHI; lra]. Qed.
Lemma sum_perm I J f : Permutation I J -> sum I f = sum J f.
Proof. induction 1; simpl; lra. Qed.

Lemma sum_le I f g : (forall i, In i I -> f i <= g i) -> sum I f <= sum I g.
Proof.
  induction I as [|i I IH]; simpl; intros H; [lra|].
  apply Rplus_le_compat; [apply H; auto | apply IH; intros; apply H; auto].
Qed.
Lemma sum_lt I f g :
  (forall i, In i I -> f i <= g i) -> (exists i, In i I /\ f i < g i) -> sum I f < sum I g.
Proof.
  induction I as [|i I IH]; simpl; intros H [k [Hk L]]; [easy|].
  destruct Hk as [->|Hk].
  - apply Rplus_lt_le_compat; auto. apply sum_le; auto.
  - apply Rplus_le_lt_compat; auto. apply IH; auto. exists k; auto.
Qed.
Lemma sum_nonneg I f : (forall i, In i I -> 0 <= f i) -> 0 <= sum I f.
Proof. intros H; rewrite <- (sum_zero I (fun _ => 0)) by auto; apply sum_le; auto. Qed.
Lemma sum_pos I f : I <> [] -> (forall i, In i I -> 0 < f i) -> 0 < sum I f.
Proof.
  intros N H; rewrite <- (sum_zero I (fun _ => 0)) by auto; apply sum_lt.
  - intros; apply Rlt_le; auto.
  - destruct I as [|i I]; [easy|]. exists i. split; [|apply H]; simpl; auto.
Qed.
Lemma sum_nonneg_zero I f :
  (forall i, In i I -> 0 <= f i) -> sum I f = 0 -> forall i, In i I -> f i = 0.
Proof.
  intros H S i Hi. destruct (Req_dec (f i) 0) as [|N]; auto. exfalso.
  assert (sum I (fun _ => 0) < sum I f).
  { apply sum_lt; auto. exists i; split; auto. specialize (H i Hi); lra. }
  rewrite sum_const in *; lra.
Qed.
Lemma term_le_sum I f i : (forall i, In i I -> 0 <= f i) -> In i I -> f i <= sum I f.
Proof.
  induction I as [|j I IH]; [easy|]. simpl; intros H [->|Hi].
  - assert (0 <= sum I f) by (apply sum_nonneg; auto). lra.
  - specialize (IH (fun k hk => H k (or_intror hk)) Hi). specialize (H j (or_introl eq_refl)). lra.
Qed.
Lemma sum_abs I f : Rabs (sum I f) <= sum I (fun i => Rabs (f i)).
Proof.
  induction I; simpl; [rewrite Rabs_R0; lra|].
  eapply Rle_trans; [apply Rabs_triang | lra].
Qed.

Lemma count_pos I : I <> [] -> 1 <= count I.
Proof.
  destruct I; [easy|]. intros _. rewrite count_cons. unfold count. generalize (pos_INR (length I)). lra.
Qed.
Lemma count_nonneg I : 0 <= count I.
Proof. apply pos_INR. Qed.
Lemma count_two I : (2 <= length I)%nat -> 2 <= count I.
Proof. intros H. apply (le_INR 2) in H. simpl in H. unfold count. lra. Qed.
Lemma two_nonempty I : (2 <= length I)%nat -> I <> [].
Proof. destruct I; simpl; [lia | easy]. Qed.
Lemma count_app I J : count (I ++ J) = count I + count J.
Proof. unfold count. rewrite app_length, plus_INR; auto. Qed.
Lemma count_perm I J : Permutation I J -> count I = count J.
Proof. intros H; unfold count; rewrite (Permutation_length H); auto. Qed.

(** The maximum is an entry, and none is above it. *)
Lemma maximum_cons i I x : I <> [] -> maximum (i :: I) x = Rmax (x i) (maximum I x).
Proof. destruct I; easy. Qed.
Lemma le_maximum I x i : In i I -> x i <= maximum I x.
Proof.
  induction I as [|j I IH]; [easy|]. destruct I as [|k I].
  - intros [->|[]]; simpl; lra.
  - rewrite maximum_cons by easy. intros [->|H]; [apply Rmax_l|].
    eapply Rle_trans; [apply IH; auto | apply Rmax_r].
Qed.
Lemma maximum_in I x : I <> [] -> exists i, In i I /\ x i = maximum I x.
Proof.
  induction I as [|j I IH]; [easy|]. intros _. destruct I as [|k I].
  - exists j; simpl; auto.
  - rewrite maximum_cons by easy. destruct IH as [i [Hi E]]; [easy|].
    destruct (Rle_dec (maximum (k :: I) x) (x j)).
    + exists j. rewrite Rmax_left by auto. split; simpl; auto.
    + exists i. rewrite Rmax_right by lra. split; auto. right; auto.
Qed.
Lemma maximum_unique I x i m : In i I -> x i = m -> (forall j, In j I -> x j <= m) -> maximum I x = m.
Proof.
  intros Hi <- H. apply Rle_antisym; [|apply le_maximum; auto].
  destruct (maximum_in I x) as [k [Hk <-]]; auto. intros ->; easy.
Qed.
Lemma maximum_le I x m : I <> [] -> (forall j, In j I -> x j <= m) -> maximum I x <= m.
Proof. intros N H. destruct (maximum_in I x N) as [k [Hk <-]]; auto. Qed.
Lemma minimum_le I x i : In i I -> minimum I x <= x i.
Proof. intros H. unfold minimum. generalize (le_maximum I (fun i => - x i) i H). lra. Qed.
Lemma minimum_in I x : I <> [] -> exists i, In i I /\ x i = minimum I x.
Proof.
  intros N. destruct (maximum_in I (fun i => - x i) N) as [i [H E]]. exists i. unfold minimum. split; auto. lra.
Qed.
Lemma le_minimum I x m : I <> [] -> (forall j, In j I -> m <= x j) -> m <= minimum I x.
Proof. intros N H. destruct (minimum_in I x N) as [k [Hk <-]]; auto. Qed.
Lemma maximum_ext I x y : (forall i, In i I -> x i = y i) -> maximum I x = maximum I y.
Proof.
  intros H. destruct I as [|i I]; auto. destruct (maximum_in (i :: I) y) as [k [Hk E]]; [easy|].
  rewrite <- E. apply maximum_unique with k; auto. intros j Hj. rewrite H, E by auto. apply le_maximum; auto.
Qed.
Lemma minimum_ext I x y : (forall i, In i I -> x i = y i) -> minimum I x = minimum I y.
Proof. intros H; unfold minimum; f_equal; apply maximum_ext; intros; rewrite H; auto. Qed.
Lemma maximum_translate I x c : I <> [] -> maximum I (fun i => x i + c) = maximum I x + c.
Proof.
  intros N. destruct (maximum_in I x N) as [k [Hk E]]. apply maximum_unique with k; auto; [lra|].
  intros j Hj. generalize (le_maximum I x j Hj); lra.
Qed.
Lemma maximum_scale I x c : I <> [] -> 0 <= c -> maximum I (fun i => c * x i) = c * maximum I x.
Proof.
  intros N C. destruct (maximum_in I x N) as [k [Hk E]]. apply maximum_unique with k; auto; [rewrite E; auto|].
  intros j Hj. apply Rmult_le_compat_l; auto. apply le_maximum; auto.
Qed.
Lemma maximum_perm I J x : Permutation I J -> maximum I x = maximum J x.
Proof.
  intros P. destruct I as [|i I]; [apply Permutation_nil in P; subst; auto|].
  destruct (maximum_in J x) as [k [Hk E]].
  { intros ->. apply Permutation_sym, Permutation_nil in P. easy. }
  apply maximum_unique with k; auto.
  - apply Permutation_in with J; auto. apply Permutation_sym; auto.
  - intros j Hj. apply le_maximum. apply Permutation_in with (i :: I); auto.
Qed.
Lemma minimum_scale I x c : I <> [] -> 0 <= c -> minimum I (fun i => c * x i) = c * minimum I x.
Proof.
  intros N C. unfold minimum. rewrite (maximum_ext I _ (fun i => c * - x i)) by (intros; ring).
  rewrite maximum_scale by auto. ring.
Qed.
Lemma spread_scale I x c : I <> [] -> 0 <= c -> spread I (fun i => c * x i) = c * spread I x.
Proof. intros N C. unfold spread. rewrite maximum_scale, minimum_scale by auto. ring. Qed.
Lemma minimum_translate I x c : I <> [] -> minimum I (fun i => x i + c) = minimum I x + c.
Proof.
  intros N. unfold minimum. rewrite (maximum_ext I _ (fun i => - x i + - c)) by (intros; ring).
  rewrite maximum_translate by auto. ring.
Qed.
Lemma spread_nonneg I x : I <> [] -> 0 <= spread I x.
Proof.
  intros N. unfold spread. destruct (maximum_in I x N) as [i [H E]]. generalize (minimum_le I x i H). lra.
Qed.
Lemma spread_opp I x : spread I (fun i => - x i) = spread I x.
Proof. unfold spread, minimum. rewrite (maximum_ext I (fun i => - - x i) x) by (intros; ring). ring. Qed.
Lemma spread_ext I x y : (forall i, In i I -> x i = y i) -> spread I x = spread I y.
Proof. intros H. unfold spread. rewrite (maximum_ext I x y), (minimum_ext I x y); auto. Qed.
Lemma between I x i : In i I -> minimum I x <= x i <= maximum I x.
Proof. split; [apply minimum_le | apply le_maximum]; auto. Qed.
Lemma difference_le_spread I x i j : In i I -> In j I -> x i - x j <= spread I x.
Proof. intros Hi Hj. unfold spread. generalize (le_maximum I x i Hi) (minimum_le I x j Hj). lra. Qed.

(** Means lie between the extremes. *)
Lemma inner_const I p c : inner I p (fun _ => c) = c * sum I p.
Proof. unfold inner. rewrite sum_scal_r. ring. Qed.
Lemma inner_ext I p q x y :
  (forall i, In i I -> p i = q i) -> (forall i, In i I -> x i = y i) -> inner I p x = inner I q y.
Proof. intros H G. apply sum_ext. intros i Hi. rewrite H, G; auto. Qed.
Lemma inner_le I p x y :
  (forall i, In i I -> 0 <= p i) -> (forall i, In i I -> x i <= y i) -> inner I p x <= inner I p y.
Proof. intros P H. apply sum_le. intros i Hi. apply Rmult_le_compat_l; auto. Qed.
Lemma inner_between I p x a b :
  distribution I p -> (forall i, In i I -> a <= x i <= b) -> a <= inner I p x <= b.
Proof.
  intros [P S] H. split.
  - replace a with (inner I p (fun _ => a)) by (rewrite inner_const, S; ring). apply inner_le; auto. apply H.
  - replace b with (inner I p (fun _ => b)) by (rewrite inner_const, S; ring). apply inner_le; auto. apply H.
Qed.
Lemma distribution_nonempty I p : distribution I p -> I <> [].
Proof. intros [_ S] ->. simpl in S. lra. Qed.
Lemma distribution_le_1 I p i : distribution I p -> In i I -> p i <= 1.
Proof. intros [P S] H. rewrite <- S. apply term_le_sum; auto. Qed.

(** A sum with one term that may differ from zero. *)
Lemma sum_single I f k : NoDup I -> In k I -> (forall i, In i I -> i <> k -> f i = 0) -> sum I f = f k.
Proof.
  induction I as [|i I IH]; [easy|]. intros D Hk H. inversion_clear D as [|? ? N D'].
  simpl. destruct Hk as [->|Hk].
  - rewrite sum_zero; [ring|]. intros j Hj. apply H; simpl; auto. intros ->; easy.
  - rewrite IH; auto; [|simpl in H; auto]. rewrite H; [ring | simpl; auto | intros ->; easy].
Qed.
End Sums.

Lemma sum_map {A B} (g : A -> B) (I : list A) f : sum (map g I) f = sum I (fun i => f (g i)).
Proof. induction I; simpl; auto. rewrite IHI; auto. Qed.
Lemma sum_prod {A B} (I : list A) (J : list B) f :
  sum (list_prod I J) f = sum I (fun i => sum J (fun j => f (i, j))).
Proof. induction I; simpl; auto. rewrite sum_app, sum_map, IHI. auto. Qed.
Lemma sum_swap {A B} (I : list A) (J : list B) f :
  sum I (fun i => sum J (fun j => f i j)) = sum J (fun j => sum I (fun i => f i j)).
Proof.
  induction I; simpl.
  - rewrite sum_const; ring.
  - rewrite IHI, <- sum_plus. auto.
Qed.
Lemma count_prod {A B} (I : list A) (J : list B) : count (list_prod I J) = count I * count J.
Proof. unfold count. rewrite prod_length, mult_INR. auto. Qed.
Lemma count_map {A B} (g : A -> B) (I : list A) : count (map g I) = count I.
Proof. unfold count. rewrite map_length. auto. Qed.

(** Puts one sum in place of a linear combination of sums over the same list. *)
Ltac gather :=
  repeat first [rewrite <- sum_scal | rewrite <- sum_scal_r | rewrite <- sum_div | rewrite <- sum_plus
               | rewrite <- sum_minus | rewrite <- sum_opp].
