(* SPDX-License-Identifier: Apache-2.0 *)
(** Kraft's inequality: decodable codes satisfy it, and lengths that satisfy it are those of a prefix code.

    A word is a list of digits below [r], a code a list of words, one for each symbol. *)
From Coq Require Import Reals List Permutation Lra Psatz Lia Arith Sorting.Mergesort Orders.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples.
Import ListNotations.
Open Scope R_scope.

Definition word := list nat.
Definition digits (r : nat) (w : word) : Prop := forall d, In d w -> (d < r)%nat.
Definition begins (v w : word) : Prop := exists rest, w = v ++ rest.
(** The Kraft sum of lengths. *)
Definition kraft (r : nat) (lengths : list nat) : R := sum lengths (fun l => / INR r ^ l).
(** No word is the beginning of another. *)
Definition prefix_free (code : list word) : Prop :=
  ForallOrdPairs (fun v w => ~ begins v w /\ ~ begins w v) code.
(** No string of digits is two different strings of words; [choices] and [others] name the words by their places. *)
Definition decodable (code : list word) : Prop :=
  forall choices others : list nat,
    (forall k, In k (choices ++ others) -> (k < length code)%nat) ->
    concat (map (fun k => nth k code []) choices) = concat (map (fun k => nth k code []) others) -> choices = others.

(** All words of [l] digits, and all strings of [k] words. *)
Fixpoint all_words (r l : nat) : list word :=
  match l with O => [[]] | S m => flat_map (fun d => map (cons d) (all_words r m)) (seq 0 r) end.

Lemma flat_map_length_const {A B} (f : A -> list B) n (I : list A) : (forall i, length (f i) = n) -> length (flat_map f I) = (length I * n)%nat.
Proof. intros H. induction I; simpl; auto. rewrite app_length, H, IHI. lia. Qed.
Lemma all_words_length r l : length (all_words r l) = (r ^ l)%nat.
Proof.
  induction l as [|l IH]; auto. simpl. rewrite (flat_map_length_const _ (r ^ l)); [rewrite seq_length; auto|]. intros. rewrite map_length; auto.
Qed.
Lemma in_all_words r l w : In w (all_words r l) <-> length w = l /\ digits r w.
Proof.
  revert w. induction l as [|l IH]; intros w; simpl.
  - split; [intros [<-|[]]; split; [auto | intros d []] | intros [L _]; destruct w; [auto | easy]].
  - rewrite in_flat_map. split.
    + intros [d [D W]]. apply in_seq in D. apply in_map_iff in W. destruct W as [v [<- V]]. apply IH in V. destruct V as [L V].
      split; [simpl; auto|]. intros e [<-|E]; [lia | auto].
    + intros [L W]. destruct w as [|d v]; [easy|]. exists d. split; [apply in_seq; generalize (W d (or_introl eq_refl)); lia|].
      apply in_map. apply IH. split; [simpl in L; lia|]. intros e E. apply W. simpl; auto.
Qed.

(** A sum over different words of a length below a bound is at most that bound. *)
Lemma sum_incl {A} (I J : list A) (f : A -> R) : NoDup I -> incl I J -> (forall j, 0 <= f j) -> sum I f <= sum J f.
Proof.
  revert J. induction I as [|i I IH]; intros J D H P; simpl; [apply sum_nonneg; auto|].
  inversion_clear D as [|? ? Ni D']. destruct (in_split i J (H i (or_introl eq_refl))) as [J1 [J2 ->]].
  rewrite (sum_perm (J1 ++ i :: J2) (i :: J1 ++ J2)) by (apply Permutation_sym, Permutation_middle). simpl.
  apply Rplus_le_compat_l, IH; auto. intros k Hk. assert (K := H k (or_intror Hk)). apply in_app_iff in K. apply in_app_iff.
  destruct K as [K|[K|K]]; auto. subst; easy.
Qed.
Lemma strings_of_length r l : (1 <= r)%nat -> sum (all_words r l) (fun w => / INR r ^ length w) = 1.
Proof.
  intros R1. rewrite (sum_ext _ _ (fun _ => / INR r ^ l)) by (intros w W; apply in_all_words in W; destruct W as [-> _]; auto).
  rewrite sum_const. unfold count. rewrite all_words_length, pow_INR. apply Rinv_r. apply pow_nonzero. apply Rgt_not_eq, lt_0_INR. lia.
Qed.
Lemma strings_up_to r n (W : list word) :
  (1 <= r)%nat -> NoDup W -> (forall w, In w W -> digits r w /\ (length w <= n)%nat) -> sum W (fun w => / INR r ^ length w) <= INR n + 1.
Proof.
  intros R1 D H. apply Rle_trans with (sum (flat_map (all_words r) (seq 0 (S n))) (fun w => / INR r ^ length w)).
  - apply sum_incl; auto.
    + intros w Hw. destruct (H w Hw) as [Dw L]. apply in_flat_map. exists (length w). split; [apply in_seq; lia | apply in_all_words; auto].
    + intros w. apply Rlt_le, Rinv_0_lt_compat, pow_lt, lt_0_INR. lia.
  - assert (G : forall I, sum (flat_map (all_words r) I) (fun w => / INR r ^ length w) = count I).
    { induction I as [|l I IH]; [reflexivity|]. simpl flat_map. rewrite sum_app, strings_of_length, IH, count_cons by auto. ring. }
    rewrite G. unfold count. rewrite seq_length, S_INR. lra.
Qed.

(** The strings of [k] words. *)
Fixpoint tuples {A} (I : list A) (k : nat) : list (list A) :=
  match k with O => [[]] | S m => flat_map (fun i => map (cons i) (tuples I m)) I end.
Lemma in_tuples {A} (I : list A) k t : In t (tuples I k) <-> length t = k /\ incl t I.
Proof.
  revert t. induction k as [|k IH]; intros t; simpl.
  - split; [intros [<-|[]]; split; [auto | intros e []] | intros [L _]; destruct t; [auto | easy]].
  - rewrite in_flat_map. split.
    + intros [i [Hi T]]. apply in_map_iff in T. destruct T as [v [<- V]]. apply IH in V. destruct V as [L V].
      split; [simpl; auto|]. intros e [<-|E]; auto.
    + intros [L T]. destruct t as [|i v]; [easy|]. exists i. split; [apply T; simpl; auto|].
      apply in_map. apply IH. split; [simpl in L; lia|]. intros e E. apply T. simpl; auto.
Qed.
Lemma tuples_nodup {A} (I : list A) k : NoDup I -> NoDup (tuples I k).
Proof.
  intros D. induction k as [|k IH]; simpl; [constructor; [easy | constructor]|].
  assert (G : forall J, NoDup J -> NoDup (flat_map (fun i => map (cons i) (tuples I k)) J)); [|auto].
  induction J as [|j J IJ]; intros E; simpl; [constructor|]. inversion_clear E as [|? ? Nj E'].
  assert (F : forall L M : list (list A), NoDup L -> NoDup M -> (forall t, In t L -> ~ In t M) -> NoDup (L ++ M)).
  { induction L as [|a L IL]; simpl; intros M X Y Z; auto. inversion_clear X as [|? ? Na X']. constructor.
    - rewrite in_app_iff. intros [U|U]; [easy | apply (Z a); auto].
    - apply IL; auto. }
  apply F; auto.
  - apply FinFun.Injective_map_NoDup; auto. intros u v Q. congruence.
  - intros t T U. apply in_map_iff in T. destruct T as [u [<- _]]. apply in_flat_map in U. destruct U as [i [Hi U]].
    apply in_map_iff in U. destruct U as [v [Q _]]. injection Q as -> _. easy.
Qed.
Lemma sum_flat_map {A B} (g : A -> list B) (I : list A) f : sum (flat_map g I) f = sum I (fun i => sum (g i) f).
Proof. induction I; simpl; auto. rewrite sum_app, IHI. auto. Qed.
Lemma sum_tuples {A} (I : list A) (g : A -> R) k :
  sum (tuples I k) (fun t => fold_right (fun i p => g i * p) 1 t) = sum I g ^ k.
Proof.
  induction k as [|k IH]; simpl; [ring|]. rewrite sum_flat_map, <- IH, <- sum_scal_r. apply sum_ext. intros i _.
  rewrite sum_map. simpl. rewrite sum_scal. auto.
Qed.

Lemma unbounded a : exists k, a < INR k.
Proof.
  exists (Z.to_nat (up (Rmax a 0))). destruct (archimed (Rmax a 0)) as [U _]. generalize (Rmax_l a 0) (Rmax_r a 0). intros.
  rewrite INR_IZR_INZ, Z2Nat.id; [lra|]. apply le_IZR. lra.
Qed.

(** [coding.mcmillan] Tags: r ≥ 2, the code decodable.  Sharper: refuted below, with a strict sign. *)
Theorem coding_mcmillan r (code : list word) :
  (2 <= r)%nat -> (forall w, In w code -> digits r w) -> decodable code -> kraft r (map (@length nat) code) <= 1.
Proof.
  intros R2 Dig Dec. set (word_of := fun k => nth k code []). set (I := seq 0 (length code)).
  set (g := fun k => / INR r ^ length (word_of k)). set (top := list_max (map (@length nat) code)).
  assert (E : kraft r (map (@length nat) code) = sum I g).
  { unfold kraft. rewrite sum_map. unfold g, I, word_of. clear. induction code as [|w c IH] using rev_ind; [reflexivity|].
    rewrite app_length, seq_app, !sum_app, IH. simpl. f_equal.
    - apply sum_ext. intros k K. apply in_seq in K. rewrite app_nth1 by lia. auto.
    - rewrite app_nth2, Nat.sub_diag by lia. auto. }
  rewrite E. set (K := sum I g).
  assert (Hk : forall k, In k I -> digits r (word_of k) /\ (length (word_of k) <= top)%nat).
  { intros k Hk. apply in_seq in Hk. assert (W : In (word_of k) code) by (apply nth_In; lia). split; [auto|].
    assert (F := proj1 (list_max_le (map (@length nat) code) top) (Nat.le_refl top)). rewrite Forall_forall in F. apply F, in_map; auto. }
  assert (Bound : forall k, K ^ k <= INR (k * top) + 1).
  { intros k. unfold K. rewrite <- sum_tuples.
    set (string := fun t => concat (map word_of t)).
    rewrite (sum_ext _ _ (fun t => / INR r ^ length (string t))).
    2:{ intros t _. induction t as [|i t IH]; simpl; [rewrite Rinv_1; auto|]. rewrite IH. unfold g, string. simpl.
        rewrite app_length, pow_add, Rinv_mult. auto. }
    rewrite <- (sum_map string (tuples I k) (fun w => / INR r ^ length w)). apply strings_up_to; [lia| |].
    - assert (G : forall T : list (list nat), NoDup T -> (forall t, In t T -> incl t I) -> NoDup (map string T)).
      { induction T as [|t T IH]; simpl; intros D S; [constructor|]. inversion_clear D as [|? ? N D']. constructor; [|apply IH; auto].
        intros U. apply in_map_iff in U. destruct U as [u [Q U]]. apply N. replace t with u; auto. apply Dec; auto.
        intros k' Hk'. apply in_app_iff in Hk'. destruct Hk' as [X|X]; [apply (S u) in X; auto | apply (S t) in X; auto]; apply in_seq in X; lia. }
      apply G; [apply tuples_nodup, seq_NoDup | intros t T; apply in_tuples in T; apply T].
    - intros w W. apply in_map_iff in W. destruct W as [t [<- T]]. apply in_tuples in T. destruct T as [<- T]. unfold string.
      induction t as [|i t IH]; simpl; [split; [intros d [] | lia]|]. destruct IH as [X Y]; [intros j J; apply T; simpl; auto|].
      destruct (Hk i (T i (or_introl eq_refl))) as [U V]. split.
      + intros d Hd. apply in_app_iff in Hd. destruct Hd; auto.
      + rewrite app_length. lia. }
  destruct (Rle_dec K 1) as [|N]; auto. exfalso. set (d := K - 1). assert (D : 0 < d) by (unfold d; lra).
  (* K^(2k) >= (1 + k d)^2 outgrows the right side *)
  assert (Q : forall k, (1 + INR k * d) ^ 2 <= INR (2 * k * top) + 1).
  { intros k. apply Rle_trans with (2 := Bound (2 * k)%nat). rewrite Nat.mul_comm, pow_mult. apply pow_incr. split.
    - generalize (pos_INR k). nra.
    - replace K with (1 + d) by (unfold d; ring). clear - D. induction k as [|k IH]; [simpl; lra|]. rewrite S_INR. simpl.
      assert (0 <= INR k) by apply pos_INR. assert (0 <= INR k * d * d) by (apply Rmult_le_pos; nra). nra. }
  destruct (unbounded (2 * INR top / d ^ 2 + 1)) as [k Big]. specialize (Q k). rewrite !mult_INR in Q. simpl (INR 2) in Q.
  assert (D2 : 0 < d ^ 2) by (apply pow_lt; auto). assert (T := pos_INR top).
  assert (X : 2 * INR top + d ^ 2 < INR k * d ^ 2).
  { replace (2 * INR top + d ^ 2) with ((2 * INR top / d ^ 2 + 1) * d ^ 2) by (field; lra). apply Rmult_lt_compat_r; auto. }
  assert (P : 0 <= INR k) by apply pos_INR. assert (0 <= INR k * d) by nra.
  assert (INR k * (2 * INR top + d ^ 2) <= INR k * (INR k * d ^ 2)) by (apply Rmult_le_compat_l; lra).
  assert (K1 : 0 < INR k) by (apply Rlt_trans with (2 := Big); assert (0 <= 2 * INR top / d ^ 2) by (apply Rmult_le_pos; [lra | apply Rlt_le, Rinv_0_lt_compat; auto]); lra). nra.
Qed.

(** The converse.  Among the words of [l] digits few begin with a given shorter word, so that one is free. *)
Lemma begins_dec (v w : word) : {begins v w} + {~ begins v w}.
Proof.
  revert w. induction v as [|d v IH]; intros w; [left; exists w; auto|]. destruct w as [|e w]; [right; intros [s H]; easy|].
  destruct (Nat.eq_dec d e) as [->|D]; [|right; intros [s H]; simpl in H; congruence].
  destruct (IH w) as [B|B]; [left | right].
  - destruct B as [s ->]. exists s. auto.
  - intros [s H]. apply B. exists s. simpl in H. congruence.
Defined.
Lemma begins_longer v w : begins w v -> (length v <= length w)%nat -> begins v w.
Proof.
  intros [s ->] L. rewrite app_length in L. destruct s; [|simpl in L; lia]. exists []. rewrite !app_nil_r. auto.
Qed.
Lemma beginnings r l v : (1 <= r)%nat -> (length v <= l)%nat -> digits r v ->
  exists W : list word, count W * / INR r ^ l = / INR r ^ length v /\ forall w, In w (all_words r l) -> begins v w -> In w W.
Proof.
  intros R1 L D. exists (map (app v) (all_words r (l - length v))). split.
  - unfold count. rewrite map_length, all_words_length, pow_INR. assert (Z : forall k, INR r ^ k <> 0) by (intros; apply pow_nonzero, not_0_INR; lia).
    replace l with (length v + (l - length v))%nat at 2 by lia. rewrite pow_add. field. auto.
  - intros w Hw [s ->]. apply in_all_words in Hw. destruct Hw as [E Dw]. apply in_map, in_all_words. rewrite app_length in E. split; [lia|].
    intros d Hd. apply Dw, in_app_iff. auto.
Qed.
Lemma free_word r l (code : list word) :
  (1 <= r)%nat -> (forall v, In v code -> digits r v /\ (length v <= l)%nat) -> kraft r (map (@length nat) code) < 1 ->
  exists w, digits r w /\ length w = l /\ forall v, In v code -> ~ begins v w.
Proof.
  intros R1 H K. assert (P : 0 < INR r ^ l) by (apply pow_lt, lt_0_INR; lia).
  assert (T : exists W : list word, count W * / INR r ^ l = kraft r (map (@length nat) code) /\
    forall w, In w (all_words r l) -> (exists v, In v code /\ begins v w) -> In w W).
  { clear K. induction code as [|v c IH].
    - exists []. split; [unfold count, kraft; simpl; ring|]. intros w _ [v [[] _]].
    - destruct IH as [W [E G]]; [intros; apply H; simpl; auto|]. destruct (H v (or_introl eq_refl)) as [Dv L].
      destruct (beginnings r l v R1 L Dv) as [V [F B]]. exists (V ++ W). split.
      + rewrite count_app, Rmult_plus_distr_r, F, E. reflexivity.
      + intros w Hw [u [[<-|U] X]]; apply in_app_iff; [left; auto | right; apply G; eauto]. }
  destruct T as [W [E G]]. destruct (Forall_dec (fun w => In w W) (fun w => in_dec (list_eq_dec Nat.eq_dec) w W) (all_words r l)) as [F|F].
  - exfalso. rewrite Forall_forall in F. assert (N : NoDup (all_words r l)).
    { clear. induction l as [|l IH]; simpl; [constructor; [easy | constructor]|].
      assert (Q : forall J, NoDup J -> NoDup (flat_map (fun d => map (cons d) (all_words r l)) J)).
      { induction J as [|j J IJ]; intros Z; simpl; [constructor|]. inversion_clear Z as [|? ? Nj Z'].
        assert (X : forall L M : list word, NoDup L -> NoDup M -> (forall t, In t L -> ~ In t M) -> NoDup (L ++ M)).
        { induction L as [|a L IL]; simpl; intros M X Y V; auto. inversion_clear X as [|? ? Na X']. constructor.
          - rewrite in_app_iff. intros [U|U]; [easy | apply (V a); auto].
          - apply IL; auto. }
        apply X; auto.
        - apply FinFun.Injective_map_NoDup; auto. intros u v V. congruence.
        - intros t T U. apply in_map_iff in T. destruct T as [u [<- _]]. apply in_flat_map in U. destruct U as [i [Hi U]].
          apply in_map_iff in U. destruct U as [v [V _]]. injection V as -> _. easy. }
      apply Q, seq_NoDup. }
    assert (L := NoDup_incl_length N F). rewrite all_words_length in L. apply le_INR in L. rewrite pow_INR in L. fold (count W) in L.
    assert (1 <= count W * / INR r ^ l); [|lra]. apply Rmult_le_reg_r with (INR r ^ l); auto. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - apply neg_Forall_Exists_neg in F; [|intros; apply in_dec, list_eq_dec, Nat.eq_dec]. apply Exists_exists in F. destruct F as [w [Hw N]].
    exists w. assert (Hw' := Hw). apply in_all_words in Hw'. destruct Hw' as [L D]. split; auto. split; auto. intros v Hv B. apply N, G; eauto.
Qed.
Lemma kraft_nonneg r ls : (1 <= r)%nat -> 0 <= kraft r ls.
Proof. intros R1. apply sum_nonneg. intros l _. apply Rlt_le, Rinv_0_lt_compat, pow_lt, lt_0_INR. lia. Qed.
Lemma prefix_code_of_sorted r (ls : list nat) :
  (1 <= r)%nat -> ForallOrdPairs (fun a b => (b <= a)%nat) ls -> kraft r ls <= 1 ->
  exists code, map (@length nat) code = ls /\ (forall w, In w code -> digits r w) /\ prefix_free code.
Proof.
  intros R1. induction ls as [|l ls IH]; intros S K; [exists []; repeat split; [easy | constructor]|].
  inversion_clear S as [|? ? Top S']. change (kraft r (l :: ls)) with (/ INR r ^ l + kraft r ls) in K.
  assert (P : 0 < / INR r ^ l) by (apply Rinv_0_lt_compat, pow_lt, lt_0_INR; lia).
  destruct IH as [code [E [D F]]]; [auto | lra|].
  assert (H : forall v, In v code -> digits r v /\ (length v <= l)%nat).
  { intros v Hv. split; auto. rewrite Forall_forall in Top. apply Top. rewrite <- E. apply in_map; auto. }
  destruct (free_word r l code R1 H) as [w [Dw [L N]]]; [rewrite E; lra|].
  exists (w :: code). split; [simpl; congruence|]. split; [intros v [<-|V]; auto|]. constructor; auto.
  apply Forall_forall. intros v Hv. split; [|apply N; auto]. intros B. apply (N v Hv), begins_longer; auto. rewrite L. apply H; auto.
Qed.
Lemma pairs_permutation {A} (P : A -> A -> Prop) I J :
  (forall i j, P i j -> P j i) -> Permutation I J -> ForallOrdPairs P I -> ForallOrdPairs P J.
Proof.
  intros S. induction 1 as [|i I J E IH|i j I|I J K E1 IH1 E2 IH2]; intros F; auto.
  - inversion_clear F as [|? ? T F']. constructor; auto. apply Permutation_Forall with I; auto.
  - inversion_clear F as [|? ? T F']. inversion_clear F' as [|? ? T' F'']. inversion_clear T as [|? ? Q T2]. constructor.
    + constructor; auto.
    + constructor; auto.
Qed.
Lemma descending (ls : list nat) : exists sorted, Permutation ls sorted /\ ForallOrdPairs (fun a b => (b <= a)%nat) sorted.
Proof.
  induction ls as [|l ls [s [P F]]]; [exists []; split; [auto | constructor]|].
  assert (G : forall s, ForallOrdPairs (fun a b => (b <= a)%nat) s ->
    exists t, Permutation (l :: s) t /\ ForallOrdPairs (fun a b => (b <= a)%nat) t).
  { clear. induction s as [|a s IH]; intros F; [exists [l]; split; [auto | repeat constructor]|].
    inversion_clear F as [|? ? T F']. destruct (Nat.leb_spec a l) as [X|X].
    - exists (l :: a :: s). split; auto. constructor; [|constructor; auto]. constructor; auto. rewrite Forall_forall in *. intros b Hb. specialize (T b Hb). lia.
    - destruct (IH F') as [t [P' F'']]. exists (a :: t). split.
      + apply perm_trans with (a :: l :: s); [apply perm_swap | apply perm_skip; auto].
      + constructor; auto. apply Permutation_Forall with (l :: s); auto. constructor; [lia | auto]. }
  destruct (G s F) as [t [Q H]]. exists t. split; auto. apply perm_trans with (l :: s); auto.
Qed.

(** [coding.prefix-free] Tags: r ≥ 2, Σ r⁻ˡ ≤ 1.  Sharper: refuted below, where the sum exceeds 1. *)
Theorem coding_prefix_free r (lengths : list nat) :
  (2 <= r)%nat -> kraft r lengths <= 1 ->
  exists code, map (@length nat) code = lengths /\ (forall w, In w code -> digits r w) /\ prefix_free code.
Proof.
  intros R2 K. destruct (descending lengths) as [s [P F]].
  assert (K' : kraft r s <= 1) by (unfold kraft; rewrite <- (sum_perm lengths s _ P); exact K).
  destruct (prefix_code_of_sorted r s ltac:(lia) F K') as [code [E [D G]]].
  rewrite <- E in P. apply Permutation_map_inv in P. destruct P as [c [-> Q]]. exists c. split; auto. split.
  - intros w W. apply D. apply Permutation_in with c; auto. apply Permutation_sym; auto.
  - unfold prefix_free. apply pairs_permutation with code.
    + intros v w [X Y]. split; auto.
    + exact Q.
    + exact G.
Qed.

(** A prefix code without the empty word is decodable. *)
Lemma prefix_free_at (code : list word) i j :
  prefix_free code -> (i < length code)%nat -> (j < length code)%nat -> begins (nth i code []) (nth j code []) -> i = j.
Proof.
  intros F. revert i j. induction F as [|w c T F IH]; intros i j Hi Hj B; [simpl in Hi; lia|].
  rewrite Forall_forall in T. simpl in Hi, Hj. destruct i as [|m].
  - destruct j as [|l]; [auto|]. exfalso. simpl in B. refine (proj1 (T (nth l c []) _) B). apply nth_In. lia.
  - destruct j as [|l]; simpl in B.
    + exfalso. refine (proj2 (T (nth m c []) _) B). apply nth_In. lia.
    + f_equal. apply IH; auto; lia.
Qed.
Lemma begins_either (v w s t : word) : v ++ s = w ++ t -> begins v w \/ begins w v.
Proof.
  revert w. induction v as [|d v IH]; intros w E; [left; exists w; auto|]. destruct w as [|e w]; [right; exists (d :: v); auto|].
  simpl in E. injection E as -> E. destruct (IH w E) as [[u ->]|[u ->]]; [left | right]; exists u; auto.
Qed.

(** [coding.round-trip] Tags: no word the beginning of another, no word empty.  Sharper: refuted below, with an empty word. *)
Theorem coding_round_trip (code : list word) : prefix_free code -> ~ In [] code -> decodable code.
Proof.
  intros F E choices. induction choices as [|k ks IH]; intros [|m ms] H Q; auto; simpl in Q.
  - exfalso. assert (M : (m < length code)%nat) by (apply H; simpl; auto). assert (Z : nth m code [] = []) by (destruct (nth m code []); [auto | easy]).
    apply E. rewrite <- Z. apply nth_In; auto.
  - exfalso. assert (M : (k < length code)%nat) by (apply H; simpl; auto). assert (Z : nth k code [] = []) by (destruct (nth k code []); [auto | easy]).
    apply E. rewrite <- Z. apply nth_In; auto.
  - assert (M : (k < length code)%nat) by (apply H; simpl; auto). assert (M' : (m < length code)%nat) by (apply H; simpl; right; apply in_app_iff; simpl; auto).
    assert (X : k = m).
    { destruct (begins_either _ _ _ _ Q) as [B|B]; [|symmetry]; apply (prefix_free_at code); auto. }
    subst m. apply app_inv_head in Q. f_equal. apply IH; auto. intros j J. apply H. simpl. right.
    apply in_app_iff in J. apply in_app_iff. destruct J; [left; auto | right; simpl; auto].
Qed.

(** The code 0, 1 of binary digits. *)
Definition bits : list word := [[0%nat]; [1%nat]].
Lemma bits_digits w : In w bits -> digits 2 w.
Proof. intros [<-|[<-|[]]] d [<-|[]]; lia. Qed.
Lemma bits_prefix_free : prefix_free bits.
Proof. repeat constructor; intros [s H]; easy. Qed.
Lemma bits_not_empty : ~ In [] bits.
Proof. intros [H|[H|[]]]; easy. Qed.
Lemma two_digits : (2 <= 2)%nat. Proof. lia. Qed.
Definition coding_round_trip_met := coding_round_trip bits bits_prefix_free bits_not_empty.
Lemma coding_round_trip_sharp : ~ forall code, prefix_free code -> decodable code.
Proof.
  intros H. assert (P : prefix_free [[]]) by (repeat constructor). specialize (H _ P [] [0%nat]). discriminate H; auto.
  intros k [<-|[]]. simpl. lia.
Qed.
Definition coding_mcmillan_met := coding_mcmillan 2 bits two_digits bits_digits coding_round_trip_met.
Lemma bits_kraft : kraft 2 [1%nat; 1%nat] = 1.
Proof. unfold kraft. simpl. lra. Qed.
Lemma coding_mcmillan_sharp :
  ~ forall r code, (2 <= r)%nat -> (forall w, In w code -> digits r w) -> decodable code -> kraft r (map (@length nat) code) < 1.
Proof. intros H. specialize (H 2%nat bits two_digits bits_digits coding_round_trip_met). simpl map in H. rewrite bits_kraft in H. lra. Qed.
Lemma kraft_met : kraft 2 [1%nat; 1%nat] <= 1. Proof. rewrite bits_kraft. lra. Qed.
Definition coding_prefix_free_met := coding_prefix_free 2 [1%nat; 1%nat] two_digits kraft_met.
Lemma coding_prefix_free_sharp :
  ~ forall r lengths, (2 <= r)%nat -> kraft r lengths <= 3 / 2 ->
    exists code, map (@length nat) code = lengths /\ (forall w, In w code -> digits r w) /\ prefix_free code.
Proof.
  intros H. destruct (H 2%nat [1; 1; 1]%nat two_digits) as [code [E [D F]]]; [unfold kraft; simpl; lra|].
  destruct code as [|[|a [|? ?]] [|[|b [|? ?]] [|[|c [|? ?]] [|? ?]]]]; try discriminate E.
  assert (A := D [a] (or_introl eq_refl) a (or_introl eq_refl)).
  assert (B := D [b] (or_intror (or_introl eq_refl)) b (or_introl eq_refl)).
  assert (C := D [c] (or_intror (or_intror (or_introl eq_refl))) c (or_introl eq_refl)).
  inversion_clear F as [|? ? T F']. inversion_clear F' as [|? ? T' _]. inversion_clear T as [|? ? [X _] T2]. inversion_clear T2 as [|? ? [Y _] _]. inversion_clear T' as [|? ? [Z _] _].
  assert (a <> b) by (intros ->; apply X; exists []; auto). assert (a <> c) by (intros ->; apply Y; exists []; auto).
  assert (b <> c) by (intros ->; apply Z; exists []; auto). lia.
Qed.
