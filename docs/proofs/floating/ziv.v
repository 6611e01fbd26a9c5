(* SPDX-License-Identifier: Apache-2.0 *)
(** Ziv's loop: a value is enclosed more and more closely until both ends of the enclosure round to one float.

    The loop ends unless the value is a breakpoint, the midpoint of two neighbouring floats.  Breakpoints are rational; that
    log-sum-exp and softmax of floats are not is where the number theory comes in, the theorem of Lindemann (1882) and
    Weierstrass (1885).  Coq's libraries do not prove it.  It is not an axiom here, but a hypothesis that the theorems name,
    [lindemann_weierstrass], stated for rational exponents and coefficients. *)
From Coq Require Import Reals ZArith List Lra Lia.
From Flocq Require Import Core.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples laws.bounds.
Import ListNotations.
Open Scope R_scope.

Definition rational (a : R) : Prop := exists p q : Z, q <> 0%Z /\ a = IZR p / IZR q.

(** A sum Σ c(a) exp(a) over different rational exponents, with rational coefficients, is 0 only if all coefficients are. *)
Definition lindemann_weierstrass : Prop :=
  forall (exponents : list R) (c : R -> R),
    NoDup exponents -> (forall a, In a exponents -> rational a /\ rational (c a)) ->
    sum exponents (fun a => c a * exp a) = 0 -> forall a, In a exponents -> c a = 0.

Lemma rational_IZR z : rational (IZR z).
Proof. exists z, 1%Z. split; [easy | field]. Qed.
Lemma rational_plus a b : rational a -> rational b -> rational (a + b).
Proof.
  intros [p [q [Q ->]]] [r [s [S ->]]]. exists (p * s + r * q)%Z, (q * s)%Z. split; [lia|].
  rewrite plus_IZR, !mult_IZR. field. split; apply not_0_IZR; auto.
Qed.
Lemma rational_mult a b : rational a -> rational b -> rational (a * b).
Proof.
  intros [p [q [Q ->]]] [r [s [S ->]]]. exists (p * r)%Z, (q * s)%Z. split; [lia|].
  rewrite !mult_IZR. field. split; apply not_0_IZR; auto.
Qed.
Lemma rational_opp a : rational a -> rational (- a).
Proof. intros [p [q [Q ->]]]. exists (- p)%Z, q. split; auto. rewrite opp_IZR. field. apply not_0_IZR; auto. Qed.
Lemma rational_minus a b : rational a -> rational b -> rational (a - b).
Proof. intros P Q. apply rational_plus; auto. apply rational_opp; auto. Qed.
Lemma rational_bpow e : rational (bpow radix2 e).
Proof.
  destruct (Z.le_ge_cases 0 e) as [P|P].
  - rewrite <- (IZR_Zpower radix2 e P). apply rational_IZR.
  - exists 1%Z, (2 ^ (- e))%Z. split; [apply Z.pow_nonzero; lia|].
    replace e with (- - e)%Z at 1 by lia. rewrite bpow_opp, <- (IZR_Zpower radix2 (- e)) by lia. change (Zpower radix2 (- e)) with (2 ^ (- e))%Z.
    field. apply not_0_IZR, Z.pow_nonzero; lia.
Qed.
Lemma rational_sum {A} (I : list A) f : (forall i, In i I -> rational (f i)) -> rational (sum I f).
Proof. induction I as [|i I IH]; simpl; intros H; [apply rational_IZR | apply rational_plus; auto]. Qed.

(** The sum of exponentials by their different exponents. *)
Lemma sum_by_value {A} (I : list A) x (V : list R) (g : R -> R) :
  NoDup V -> (forall i, In i I -> In (x i) V) -> sum V (fun a => times I x a * g a) = sum I (fun i => g (x i)).
Proof.
  intros D H. unfold times. rewrite (sum_ext V _ (fun a => sum I (fun i => (if Req_EM_T (x i) a then 1 else 0) * g a))).
  - rewrite sum_swap. apply sum_ext. intros i Hi. rewrite (sum_single V _ (x i) D (H i Hi)).
    + destruct (Req_EM_T (x i) (x i)); [ring | easy].
    + intros a _ N. destruct (Req_EM_T (x i) a); [congruence | ring].
  - intros a _. rewrite sum_scal_r. auto.
Qed.
Lemma times_rational {A} (I : list A) x a : rational (times I x a).
Proof. apply rational_sum. intros i _. destruct (Req_EM_T (x i) a); [apply (rational_IZR 1) | apply (rational_IZR 0)]. Qed.
Lemma times_pos {A} (I : list A) x i : In i I -> 1 <= times I x (x i).
Proof.
  intros Hi. unfold times. replace 1 with (if Req_EM_T (x i) (x i) then 1 else 0) at 1 by (destruct (Req_EM_T (x i) (x i)); easy).
  apply (term_le_sum I (fun j => if Req_EM_T (x j) (x i) then 1 else 0)); auto. intros j _. destruct (Req_EM_T (x j) (x i)); lra.
Qed.
Definition values {A} (I : list A) (x : A -> R) : list R := nodup Req_EM_T (map x I).

(** [theorem.irrational-logsumexp] Sharper: refuted below, for one entry. *)
Theorem theorem_irrational_logsumexp {A} (I : list A) x :
  lindemann_weierstrass -> (2 <= length I)%nat -> (forall i, In i I -> rational (x i)) -> ~ rational (lse I x).
Proof.
  intros LW L H Q. assert (N := two_nonempty I L). set (y := lse I x) in *.
  assert (Above : forall i, In i I -> x i <> y).
  { intros i Hi E. generalize (proj1 (bounds_above_max I x L)) (le_maximum I x i Hi). fold y. lra. }
  assert (Y : ~ In y (values I x)).
  { intros Hy. apply nodup_In, in_map_iff in Hy. destruct Hy as [i [E Hi]]. apply (Above i); auto. }
  destruct (maximum_in I x N) as [i [Hi _]].
  assert (Hx : In (x i) (values I x)) by (apply nodup_In, in_map; auto).
  set (c := fun a => if Req_EM_T a y then -1 else times I x a).
  assert (Z : c (x i) = 0).
  { apply (LW (y :: values I x) c).
    - constructor; [auto | apply NoDup_nodup].
    - assert (C : forall a, rational (c a)).
      { intros a. unfold c. destruct (Req_EM_T a y); [apply (rational_IZR (-1)) | apply times_rational]. }
      intros a [<-|Ha]; split; auto. apply nodup_In, in_map_iff in Ha. destruct Ha as [j [<- Hj]]. auto.
    - simpl. rewrite (sum_ext (values I x) _ (fun a => times I x a * exp a)).
      + rewrite sum_by_value; [| apply NoDup_nodup | intros; apply nodup_In, in_map; auto].
        unfold c. destruct (Req_EM_T y y); [|easy]. unfold y. rewrite exp_lse by auto. ring.
      + intros a Ha. unfold c. destruct (Req_EM_T a y) as [E|]; [subst; easy | auto].
    - right; auto. }
  unfold c in Z. destruct (Req_EM_T (x i) y) as [E|]; [apply (Above i); auto|]. generalize (times_pos I x i Hi). lra.
Qed.

(** [theorem.irrational-softmax] Sharper: refuted below, for equal entries. *)
Theorem theorem_irrational_softmax {A} (I : list A) x i :
  lindemann_weierstrass -> In i I -> (forall j, In j I -> rational (x j)) -> rational (softmax I x i) ->
  forall j, In j I -> x j = x i.
Proof.
  intros LW Hi H Q j Hj. assert (N : I <> []) by (intros ->; easy). destruct (Req_EM_T (x j) (x i)) as [|D]; auto. exfalso.
  set (q := softmax I x i) in *. set (c := fun a => q * times I x a - (if Req_EM_T a (x i) then 1 else 0)).
  assert (Z : c (x j) = 0).
  { apply (LW (values I x) c).
    - apply NoDup_nodup.
    - intros a Ha. split; [apply nodup_In, in_map_iff in Ha; destruct Ha as [k [<- Hk]]; auto|].
      apply rational_minus; [apply rational_mult; [auto | apply times_rational]|].
      destruct (Req_EM_T a (x i)); [apply (rational_IZR 1) | apply (rational_IZR 0)].
    - rewrite (sum_ext _ _ (fun a => q * (times I x a * exp a) - (if Req_EM_T a (x i) then 1 else 0) * exp a)) by (intros; unfold c; ring).
      rewrite sum_minus, sum_scal, sum_by_value; [| apply NoDup_nodup | intros; apply nodup_In, in_map; auto].
      rewrite (sum_single (values I x) _ (x i)); [| apply NoDup_nodup | apply nodup_In, in_map; auto|].
      + destruct (Req_EM_T (x i) (x i)); [|easy]. unfold q, softmax. generalize (total_pos I x N). intros. field. lra.
      + intros a _ E. destruct (Req_EM_T a (x i)); [easy | ring].
    - apply nodup_In, in_map; auto. }
  unfold c in Z. destruct (Req_EM_T (x j) (x i)); [easy|]. generalize (softmax_pos I x i N) (times_pos I x j Hj). fold q. nra.
Qed.

Section Loop.
Variables (p emin : Z) (ties : Z -> bool).
Hypothesis bits : (0 < p)%Z.
Notation format := (generic_format radix2 (FLT_exp emin p)).
Notation next := (succ radix2 (FLT_exp emin p)).
Notation rnd := (round radix2 (FLT_exp emin p) (Znearest ties)).
#[local] Instance prec_p : Prec_gt_0 p. Proof. exact bits. Qed.
#[local] Instance valid : Valid_exp (FLT_exp emin p). Proof. apply FLT_exp_valid. exact prec_p. Qed.

Definition breakpoint (y : R) : Prop := exists f, format f /\ y = (f + next f) / 2.
(** Step [k] of the loop encloses [y] by [low k] and [high k], as closely as one likes from some step on. *)
Definition encloses (low high : nat -> R) (y : R) : Prop :=
  (forall k, low k <= y <= high k) /\ forall e, 0 < e -> exists k, high k - low k < e.

Lemma format_rational y : format y -> rational y.
Proof. intros ->. unfold F2R. apply rational_mult; [apply rational_IZR | apply rational_bpow]. Qed.
Lemma breakpoint_rational y : breakpoint y -> rational y.
Proof.
  intros [f [F ->]]. apply rational_mult; [|exists 1%Z, 2%Z; split; [easy | lra]].
  apply rational_plus; apply format_rational; auto. apply generic_format_succ; auto. exact valid.
Qed.
Lemma next_above f : f < next f.
Proof.
  destruct (Req_dec f 0) as [->|N]; [|apply succ_gt_id; auto]. rewrite succ_0, ulp_FLT_0 by exact prec_p. apply bpow_gt_0.
Qed.
Lemma pred_below f : pred radix2 (FLT_exp emin p) f < f.
Proof.
  destruct (Req_dec f 0) as [->|N]; [|apply pred_lt_id; auto]. rewrite pred_0, ulp_FLT_0 by exact prec_p. generalize (bpow_gt_0 radix2 emin). lra.
Qed.
(** Around a number that is not a breakpoint rounding is constant. *)
Lemma constant_around y : ~ breakpoint y -> exists e, 0 < e /\ forall z, Rabs (z - y) < e -> rnd z = rnd y.
Proof.
  intros B. assert (One : forall f, format f -> (f + pred radix2 (FLT_exp emin p) f) / 2 < y < (f + next f) / 2 -> exists e, 0 < e /\ forall z, Rabs (z - y) < e -> rnd z = rnd y).
  { intros f F [L U]. assert (R : forall z, (f + pred radix2 (FLT_exp emin p) f) / 2 < z < (f + next f) / 2 -> rnd z = f).
    { intros z [Lz Uz]. apply Rle_antisym; [apply round_N_le_midp; auto using valid | apply round_N_ge_midp; auto using valid]. }
    exists (Rmin (y - (f + pred radix2 (FLT_exp emin p) f) / 2) ((f + next f) / 2 - y)). split; [apply Rmin_glb_lt; lra|].
    intros z Hz. rewrite !R; auto. apply Rabs_def2 in Hz.
    assert (M1 := Rmin_l (y - (f + pred radix2 (FLT_exp emin p) f) / 2) ((f + next f) / 2 - y)).
    assert (M2 := Rmin_r (y - (f + pred radix2 (FLT_exp emin p) f) / 2) ((f + next f) / 2 - y)). lra. }
  destruct (generic_format_EM radix2 (FLT_exp emin p) y) as [F|F].
  - apply (One y F). generalize (next_above y) (pred_below y). lra.
  - set (d := round radix2 (FLT_exp emin p) Zfloor y). assert (Fd : format d) by (apply generic_format_round; [exact valid | apply valid_rnd_DN]).
    set (u := round radix2 (FLT_exp emin p) Zceil y). assert (Fu : format u) by (apply generic_format_round; [exact valid | apply valid_rnd_UP]).
    assert (S : next d = u) by (apply succ_DN_eq_UP; auto; exact valid). assert (P : pred radix2 (FLT_exp emin p) u = d) by (apply pred_UP_eq_DN; auto; exact valid).
    destruct (round_DN_UP_lt radix2 (FLT_exp emin p) y F) as [D U]. fold d in D. fold u in U.
    destruct (Rtotal_order y ((d + u) / 2)) as [C|[C|C]].
    + apply (One d Fd). rewrite S. generalize (pred_below d). lra.
    + exfalso. apply B. exists d. rewrite S. auto.
    + apply (One u Fu). rewrite P. generalize (next_above u). lra.
Qed.

(** [theorem.ziv] Sharper: refuted below, for a breakpoint. *)
Theorem theorem_ziv y low high :
  ~ breakpoint y -> encloses low high y ->
  (exists k, rnd (low k) = rnd (high k)) /\ forall k, rnd (low k) = rnd (high k) -> rnd (low k) = rnd y.
Proof.
  intros B [E S]. split.
  - destruct (constant_around y B) as [e [P C]]. destruct (S e P) as [k K]. exists k. specialize (E k).
    rewrite (C (low k)), (C (high k)) by (apply Rabs_def1; lra). auto.
  - intros k Q. specialize (E k). apply Rle_antisym; [|rewrite Q]; apply round_le; try apply E; try exact valid; apply valid_rnd_N.
Qed.

(** [theorem.ziv-logsumexp] Sharper: none refuted, for it includes one entry, and needs no condition on the entries but that they are floats. *)
Theorem theorem_ziv_logsumexp {A} (I : list A) x low high :
  lindemann_weierstrass -> I <> [] -> (forall i, In i I -> format (x i)) -> encloses low high (lse I x) ->
  (exists k, rnd (low k) = rnd (high k)) /\ forall k, rnd (low k) = rnd (high k) -> rnd (low k) = rnd (lse I x).
Proof.
  intros LW N F. apply theorem_ziv. destruct I as [|i [|j J]]; [easy| |].
  - assert (E : lse [i] x = x i) by (unfold lse; simpl; rewrite Rplus_0_r; apply ln_exp). rewrite E. intros [f [Ff Q]].
    assert (Fi : format (x i)) by (apply F; simpl; auto). assert (f < x i < next f) by (generalize (next_above f); lra).
    assert (next f <= x i) by (apply succ_le_lt; try exact valid; auto; lra). lra.
  - intros B. apply breakpoint_rational in B. apply (theorem_irrational_logsumexp (i :: j :: J) x LW); [simpl; lia | intros; apply format_rational; auto | auto].
Qed.

(** [theorem.ziv-softmax] Sharper: refuted below, in that equal entries have the rational softmax 1/n; it is exact and needs no loop. *)
Theorem theorem_ziv_softmax {A} (I : list A) x i low high :
  lindemann_weierstrass -> In i I -> (exists j, In j I /\ x j <> x i) -> (forall j, In j I -> format (x j)) ->
  encloses low high (softmax I x i) ->
  (exists k, rnd (low k) = rnd (high k)) /\ forall k, rnd (low k) = rnd (high k) -> rnd (low k) = rnd (softmax I x i).
Proof.
  intros LW Hi [j [Hj D]] F. apply theorem_ziv. intros B. apply breakpoint_rational in B. apply D.
  apply (theorem_irrational_softmax I x i LW); auto. intros; apply format_rational; auto.
Qed.
End Loop.

Lemma ramp_rational i : In i two -> rational (ramp i).
Proof. intros [<-|[<-|[]]]; [apply (rational_IZR 0) | apply (rational_IZR 1)]. Qed.
Definition theorem_irrational_logsumexp_met := fun LW => theorem_irrational_logsumexp two ramp LW two_long ramp_rational.
Lemma theorem_irrational_logsumexp_sharp : ~ forall (I : list nat) x, I <> [] -> (forall i, In i I -> rational (x i)) -> ~ rational (lse I x).
Proof.
  intros H. apply (H one (fun _ => 0) one_some); [intros; apply (rational_IZR 0) | rewrite lse_one; apply (rational_IZR 0)].
Qed.
Lemma zeros_rational i : In i two -> rational (pair 0 0 i).
Proof. intros [<-|[<-|[]]]; apply (rational_IZR 0). Qed.
Lemma half_rational : rational (softmax two (pair 0 0) 0%nat).
Proof. rewrite softmax_zeros. exists 1%Z, 2%Z. split; [easy | reflexivity]. Qed.
Definition theorem_irrational_softmax_met := fun LW => theorem_irrational_softmax two (pair 0 0) 0%nat LW in_0 zeros_rational half_rational.
Lemma theorem_irrational_softmax_sharp :
  ~ forall (I : list nat) x i, (2 <= length I)%nat -> In i I -> (forall j, In j I -> rational (x j)) -> ~ rational (softmax I x i).
Proof. intros H. exact (H two (pair 0 0) 0%nat two_long in_0 zeros_rational half_rational). Qed.

(** Enclosures that halve, and a breakpoint of binary64. *)
Definition below (y : R) (k : nat) : R := y - / 2 ^ k.
Definition above (y : R) (k : nat) : R := y + / 2 ^ k.
Lemma halving y : encloses (below y) (above y) y.
Proof.
  unfold below, above. assert (P : forall k, 0 < / 2 ^ k) by (intros; apply Rinv_0_lt_compat, pow_lt; lra). split; [intros k; generalize (P k); lra|].
  intros e E. destruct (pow_lt_1_zero (/ 2) ltac:(rewrite Rabs_right; lra) (e / 2) ltac:(lra)) as [k K]. exists k.
  specialize (K k (Nat.le_refl k)). rewrite pow_inv, Rabs_right in K by (apply Rle_ge, Rlt_le, P). lra.
Qed.
Lemma bits_53 : (0 < 53)%Z. Proof. lia. Qed.
Notation even := (fun z => negb (Z.even z)).
Lemma one_64 : generic_format radix2 (FLT_exp (-1074) 53) 1.
Proof. apply (generic_format_bpow radix2 (FLT_exp (-1074) 53) 0). unfold FLT_exp. simpl. lia. Qed.
Lemma zero_64 : generic_format radix2 (FLT_exp (-1074) 53) 0.
Proof. apply generic_format_0. Qed.
Lemma next_1 : succ radix2 (FLT_exp (-1074) 53) 1 = 1 + / 2 ^ 52.
Proof. rewrite succ_eq_pos by lra. change 1 with (bpow radix2 0) at 2. rewrite ulp_bpow. simpl. lra. Qed.
Lemma one_no_breakpoint : ~ breakpoint 53 (-1074) 1.
Proof.
  intros [f [F Q]]. assert (f < 1 < succ radix2 (FLT_exp (-1074) 53) f) by (generalize (next_above 53 (-1074) bits_53 f); lra).
  assert (succ radix2 (FLT_exp (-1074) 53) f <= 1); [|lra]. apply succ_le_lt; [apply FLT_exp_valid; exact bits_53 | auto | apply one_64 | lra].
Qed.
Definition theorem_ziv_met := theorem_ziv 53 (-1074) even bits_53 1 (below 1) (above 1) one_no_breakpoint (halving 1).
Lemma theorem_ziv_sharp :
  ~ forall y low high, encloses low high y ->
    exists k, round radix2 (FLT_exp (-1074) 53) (Znearest even) (low k) = round radix2 (FLT_exp (-1074) 53) (Znearest even) (high k).
Proof.
  intros H. set (m := 1 + / 2 ^ 53). destruct (H m (below m) (above m) (halving m)) as [k K].
  assert (V : Valid_exp (FLT_exp (-1074) 53)) by (apply FLT_exp_valid; exact bits_53).
  assert (P : 0 < / 2 ^ k) by (apply Rinv_0_lt_compat, pow_lt; lra). set (s := succ radix2 (FLT_exp (-1074) 53) 1) in *.
  assert (S : s = 1 + / 2 ^ 52) by apply next_1. assert (F : generic_format radix2 (FLT_exp (-1074) 53) s) by (apply generic_format_succ; auto; apply one_64).
  assert (L : round radix2 (FLT_exp (-1074) 53) (Znearest even) (below m k) <= 1).
  { apply round_N_le_midp; auto; [apply one_64|]. fold s. rewrite S. unfold below, m. simpl in *. lra. }
  assert (U : s <= round radix2 (FLT_exp (-1074) 53) (Znearest even) (above m k)).
  { apply round_N_ge_midp; auto. unfold s at 2. rewrite pred_succ by (auto; apply one_64). rewrite S. unfold above, m. simpl in *. lra. }
  rewrite K in L. assert (0 < / 2 ^ 52) by (apply Rinv_0_lt_compat, pow_lt; lra). lra.
Qed.
Lemma ramp_64 i : In i two -> generic_format radix2 (FLT_exp (-1074) 53) (ramp i).
Proof. intros [<-|[<-|[]]]; [apply zero_64 | apply one_64]. Qed.
Definition theorem_ziv_logsumexp_met := fun LW =>
  theorem_ziv_logsumexp 53 (-1074) even bits_53 two ramp _ _ LW two_some ramp_64 (halving (lse two ramp)).
Lemma ramp_differs : exists j, In j two /\ ramp j <> ramp 0%nat.
Proof. exists 1%nat. split; [apply in_1 | unfold ramp; simpl; lra]. Qed.
Definition theorem_ziv_softmax_met := fun LW =>
  theorem_ziv_softmax 53 (-1074) even bits_53 two ramp 0%nat _ _ LW in_0 ramp_differs ramp_64 (halving (softmax two ramp 0%nat)).
Definition theorem_ziv_softmax_sharp := theorem_irrational_softmax_sharp.
