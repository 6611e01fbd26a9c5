(* SPDX-License-Identifier: Apache-2.0 *)
(** The shifted log-sum-exp, softmax and log-softmax in binary floats of 24 bits or more: their errors.

    [p] bits of significand, [emin] the exponent of the least positive number η = 2^emin, rounding to nearest with any rule for
    ties; u = 2^-p is the unit of roundoff.  Overflow plays no part.  The terms are added in any order.

    What exactly is assumed about exp and log of the machine?  [exp_accurate] and [ln_accurate], and nothing else: they return floats,
    [exp_accurate] floats that are not negative; exp errs by at most c u relatively and a η absolutely, at 0 by c u; log errs by at
    most c u relatively between 1/2 and twice the greatest n.  [exp_of_ulps] and [ln_of_ulps] derive both, with c = 2 k and a = k, for
    functions that err by at most k ulp; [exp_rounded] and [ln_rounded], with c = a = 1, for those that round correctly.

    Is n = 1 included?  Yes: [I <> []] is all that the theorems ask of the length, besides the bound [most]. *)
From Coq Require Import Reals ZArith List Permutation Lra Lia Psatz.
From Flocq Require Import Core Plus_error Relative.
From softlaw Require Import basics.definitions basics.sums basics.calculus basics.softmax basics.examples basics.entropy laws.bounds.
Import ListNotations.
Open Scope R_scope.

(** Floats of [p] bits, rounding, the unit of roundoff and the least positive float. *)
Definition float (p emin : Z) (x : R) : Prop := generic_format radix2 (FLT_exp emin p) x.
Definition nearest (p emin : Z) (ties : Z -> bool) (x : R) : R := round radix2 (FLT_exp emin p) (Znearest ties) x.
Definition u (p : Z) : R := / 2 * bpow radix2 (- p + 1).
Definition least (emin : Z) : R := bpow radix2 emin.
Definition ulp_at (p emin : Z) (x : R) : R := ulp radix2 (FLT_exp emin p) x.

Definition exp_accurate (p emin : Z) (c a : R) (machine_exp : R -> R) : Prop :=
  (forall d, float p emin d -> d <= 0 ->
    float p emin (machine_exp d) /\ 0 <= machine_exp d /\ Rabs (machine_exp d - exp d) <= c * u p * exp d + a * least emin) /\
  Rabs (machine_exp 0 - 1) <= c * u p.
Definition ln_accurate (p emin : Z) (c most : R) (machine_ln : R -> R) : Prop :=
  forall s, float p emin s -> 1 / 2 <= s <= 2 * most ->
    float p emin (machine_ln s) /\ Rabs (machine_ln s - ln s) <= c * u p * Rabs (ln s).

(** The same in ulps of the exact value. *)
Definition exp_within_ulps (p emin : Z) (k : R) (machine_exp : R -> R) : Prop :=
  forall d, float p emin d -> d <= 0 ->
    float p emin (machine_exp d) /\ 0 <= machine_exp d /\ Rabs (machine_exp d - exp d) <= k * ulp_at p emin (exp d).
Definition ln_within_ulps (p emin : Z) (k : R) (machine_ln : R -> R) : Prop :=
  machine_ln 1 = 0 /\ forall s, float p emin s -> 0 < s ->
    float p emin (machine_ln s) /\ Rabs (machine_ln s - ln s) <= k * ulp_at p emin (ln s).

(** The terms [t i] for [i] in [J] have been added two sums at a time, in some order, and [s] came out: [summed t J s]. *)
Inductive summed (p emin : Z) (ties : Z -> bool) {A : Type} (t : A -> R) : list A -> R -> Prop :=
| summed_one i : summed p emin ties t [i] (t i)
| summed_two J K r s : summed p emin ties t J r -> summed p emin ties t K s -> summed p emin ties t (J ++ K) (nearest p emin ties (r + s))
| summed_order J K s : Permutation J K -> summed p emin ties t J s -> summed p emin ties t K s.

(** The algorithm: shift, exponentials, their sum in some order, its logarithm, and the shift back. *)
Section Algorithm.
Variables (p emin : Z) (ties : Z -> bool) (machine_exp machine_ln : R -> R).
Context {A : Type}.
Variables (I : list A) (x : A -> R).
Notation rnd := (nearest p emin ties).
Notation m := (maximum I x).
Definition term (i : A) : R := machine_exp (rnd (x i - m)).
Definition machine_lse (s : R) : R := rnd (m + machine_ln s).
Definition machine_softmax (s : R) (i : A) : R := rnd (term i / s).
Definition machine_log_softmax (s : R) (i : A) : R := rnd (rnd (x i - m) - machine_ln s).
End Algorithm.

(** The shifted sum, and the mean depth of the entries below the maximum; it is the entropy of softmax less log S. *)
Definition shifted_sum {A} (I : list A) (x : A -> R) : R := sum I (fun i => exp (x i - maximum I x)).
Definition depth {A} (I : list A) (x : A -> R) : R := mean I x (fun i => maximum I x - x i).

Lemma exp_upper z : 0 <= z <= 1 / 4096 -> exp z <= 1 + z * (1 + 1 / 1024).
Proof.
  intros H. assert (E : exp z * exp (- z) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  generalize (exp_ineq1_le (- z)) (exp_pos z). intros.
  assert (exp z * (1 - z) <= 1) by (rewrite <- E; apply Rmult_le_compat_l; lra).
  apply Rmult_le_reg_r with (1 - z); [lra|]. apply Rle_trans with (1 := H2). nra.
Qed.
Lemma ln_lower w : 0 <= w <= 1 / 2048 -> - (w * (1 + 1 / 1024)) <= ln (1 - w).
Proof.
  intros H. assert (E : ln (1 - w) = - ln (/ (1 - w))) by (rewrite ln_Rinv by lra; ring). rewrite E.
  generalize (ln_le_sub (/ (1 - w)) (Rinv_0_lt_compat (1 - w) ltac:(lra))). intros L.
  assert (/ (1 - w) - 1 <= w * (1 + 1 / 1024)); [|lra].
  replace (/ (1 - w) - 1) with (w * / (1 - w)) by (field; lra). apply Rmult_le_compat_l; [lra|].
  apply Rmult_le_reg_l with (1 - w); [lra|]. rewrite Rinv_r by lra. nra.
Qed.
Lemma pow_le_1 a k : 0 <= a <= 1 -> a ^ k <= 1.
Proof. intros H. apply Rle_trans with (1 ^ k); [apply pow_incr; auto | rewrite pow1; lra]. Qed.
Lemma power_lower u k : 0 <= u <= 1 -> 1 - INR k * u <= (1 - u) ^ k.
Proof.
  intros H. induction k as [|k IH]; [simpl; lra|]. rewrite S_INR. simpl. assert (0 <= (1 - u) ^ k <= 1).
  { split; [apply pow_le; lra | apply pow_le_1; lra]. }
  nra.
Qed.
Lemma power_upper u k : 0 <= u -> (1 + u) ^ k <= exp (INR k * u).
Proof. intros H. rewrite exp_mult_nat. apply pow_incr. generalize (exp_ineq1_le u). lra. Qed.
(** (5/4)^4 < e, so that exp(-998) is less than every float that matters. *)
Lemma exp_998 emin : (-1200 <= emin)%Z -> exp (-998) <= least emin / 1024.
Proof.
  intros H. apply Rle_trans with (bpow radix2 (-1210)).
  - replace (-998) with (- (INR 3992 * (1 / 4))) by (rewrite INR_IZR_INZ; simpl; field). rewrite exp_Ropp, exp_mult_nat.
    change (bpow radix2 (-1210)) with (/ IZR (2 ^ 1210)). apply Rinv_le_contravar; [apply IZR_lt; reflexivity|].
    apply Rle_trans with ((5 / 4) ^ 3992); [|apply pow_incr; generalize (exp_ineq1_le (1 / 4)); lra].
    unfold Rdiv. rewrite Rpow_mult_distr, pow_inv. apply Rmult_le_reg_r with (4 ^ 3992); [apply pow_lt; lra|].
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r by (apply pow_nonzero; lra). rewrite !pow_IZR, <- mult_IZR. apply IZR_le.
    apply Z.leb_le. vm_compute. reflexivity.
  - apply Rle_trans with (bpow radix2 (emin - 10)); [apply bpow_le; lia|]. unfold least, Z.sub. rewrite bpow_plus. simpl. lra.
Qed.

Section Machine.
Variables (p emin : Z) (ties : Z -> bool).
Hypothesis bits : (24 <= p)%Z.
Hypothesis range : (-1200 <= emin <= - (2 * p))%Z.
Notation format := (float p emin).
Notation rnd := (nearest p emin ties).
Notation u := (u p).
Notation eta := (least emin).

#[local] Instance prec_p : Prec_gt_0 p. Proof. unfold Prec_gt_0. lia. Qed.
#[local] Instance valid : Valid_exp (FLT_exp emin p). Proof. apply FLT_exp_valid, prec_p. Qed.

Lemma u_bpow : u = bpow radix2 (- p).
Proof. unfold shifted.u. rewrite bpow_plus. change (bpow radix2 1) with 2. field. Qed.
Lemma u_range : 0 < u <= / 2 ^ 24.
Proof. rewrite u_bpow. split; [apply bpow_gt_0|]. apply Rle_trans with (bpow radix2 (-24)); [apply bpow_le; lia | simpl; lra]. Qed.
Lemma eta_range : 0 < eta <= u / 2 ^ 24.
Proof.
  split; [apply bpow_gt_0|]. rewrite u_bpow. apply Rle_trans with (bpow radix2 (- p + -24)); [apply bpow_le; lia|].
  rewrite bpow_plus. simpl. generalize (bpow_gt_0 radix2 (- p)). lra.
Qed.
Lemma rnd_plus a b : format a -> format b -> exists e, Rabs e <= u /\ rnd (a + b) = (a + b) * (1 + e).
Proof.
  intros A B. destruct (@FLT_plus_error_N_ex radix2 emin p prec_p ties a b A B) as [e [E F]]. exists e. split; auto.
  apply Rle_trans with (1 := E). generalize u_range. unfold u_ro. fold (shifted.u p). intros [U _].
  apply Rmult_le_reg_r with (1 + u); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.
Lemma rnd_any x : exists e f, Rabs e <= u /\ Rabs f <= eta / 2 /\ rnd x = x * (1 + e) + f.
Proof.
  destruct (relative_error_N_FLT'_ex radix2 emin p ltac:(lia) ties x) as [e [f [E [F [_ G]]]]]. exists e, f. split; [|split; [|exact G]].
  - apply Rle_trans with (1 := E). generalize u_range. unfold u_ro. fold (shifted.u p). intros [U _].
    apply Rmult_le_reg_r with (1 + u); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
  - unfold least. lra.
Qed.
Lemma rnd_format x : format (rnd x).
Proof. apply generic_format_round; [exact valid | apply valid_rnd_N]. Qed.
Lemma rnd_le x y : x <= y -> rnd x <= rnd y.
Proof. apply round_le; [exact valid | apply valid_rnd_N]. Qed.
Lemma rnd_exact x : format x -> rnd x = x.
Proof. intros F. apply round_generic; [apply valid_rnd_N | exact F]. Qed.
Lemma format_0 : format 0. Proof. apply generic_format_0. Qed.
Lemma format_1 : format 1.
Proof. apply (generic_format_bpow radix2 (FLT_exp emin p) 0). unfold FLT_exp. lia. Qed.

Lemma summed_bounds {A} (t : A -> R) J s :
  summed p emin ties t J s -> (forall i, In i J -> format (t i) /\ 0 <= t i) ->
  (1 <= length J)%nat /\ format s /\ 0 <= s /\
  (1 - u) ^ (length J - 1) * sum J t <= s <= (1 + u) ^ (length J - 1) * sum J t.
Proof.
  destruct u_range as [U0 U1]. simpl in U1. intros H. induction H as [i|J K r s HJ IJ HK IK|J K s P HJ IJ]; intros In'.
  - destruct (In' i (or_introl eq_refl)) as [F T]. simpl. split; auto. split; auto. split; auto. lra.
  - destruct IJ as [LJ [FJ [PJ [BJ CJ]]]]; [intros; apply In', in_app_iff; auto|].
    destruct IK as [LK [FK [PK [BK CK]]]]; [intros; apply In', in_app_iff; auto|].
    rewrite app_length, sum_app. split; [lia|]. split; [apply rnd_format|]. split.
    { rewrite <- (rnd_exact 0) by apply format_0. apply rnd_le. lra. }
    assert (TJ : 0 <= sum J t) by (apply sum_nonneg; intros; apply In', in_app_iff; auto).
    assert (TK : 0 <= sum K t) by (apply sum_nonneg; intros; apply In', in_app_iff; auto).
    destruct (rnd_plus r s FJ FK) as [d [D E]]. apply Rabs_le_inv in D. rewrite E.
    replace (length J + length K - 1)%nat with (Datatypes.S ((length J - 1) + (length K - 1))) by lia.
    set (j := (length J - 1)%nat) in *. set (l := (length K - 1)%nat) in *. simpl. rewrite !pow_add.
    assert (X : forall n, 0 <= (1 - u) ^ n <= 1) by (intros; split; [apply pow_le; lra | apply pow_le_1; lra]).
    assert (Y : forall n, 1 <= (1 + u) ^ n) by (intros; apply pow_R1_Rle; lra).
    assert (Xj := X j). assert (Xl := X l). assert (Yj := Y j). assert (Yl := Y l). split.
    + apply Rle_trans with ((r + s) * (1 - u)); [|apply Rmult_le_compat_l; lra].
      assert ((1 - u) ^ j * (1 - u) ^ l * sum J t <= r) by (apply Rle_trans with (2 := BJ); apply Rmult_le_compat_r; auto; nra).
      assert ((1 - u) ^ j * (1 - u) ^ l * sum K t <= s) by (apply Rle_trans with (2 := BK); apply Rmult_le_compat_r; auto; nra).
      replace ((1 - u) * ((1 - u) ^ j * (1 - u) ^ l) * (sum J t + sum K t))
        with (((1 - u) ^ j * (1 - u) ^ l * sum J t + (1 - u) ^ j * (1 - u) ^ l * sum K t) * (1 - u)) by ring.
      apply Rmult_le_compat_r; lra.
    + apply Rle_trans with ((r + s) * (1 + u)); [apply Rmult_le_compat_l; lra|].
      assert (r <= (1 + u) ^ j * (1 + u) ^ l * sum J t) by (apply Rle_trans with (1 := CJ); apply Rmult_le_compat_r; auto; nra).
      assert (s <= (1 + u) ^ j * (1 + u) ^ l * sum K t) by (apply Rle_trans with (1 := CK); apply Rmult_le_compat_r; auto; nra).
      replace ((1 + u) * ((1 + u) ^ j * (1 + u) ^ l) * (sum J t + sum K t))
        with (((1 + u) ^ j * (1 + u) ^ l * sum J t + (1 + u) ^ j * (1 + u) ^ l * sum K t) * (1 + u)) by ring.
      apply Rmult_le_compat_r; lra.
  - destruct IJ as [L [F [N Bd]]]; [intros i Hi; apply In', Permutation_in with J; auto|].
    rewrite <- (Permutation_length P), <- (sum_perm J K t P). auto.
Qed.

(** From ulps to units of roundoff. *)
Lemma ulp_le x : ulp_at p emin x <= 2 * u * Rabs x + eta.
Proof.
  unfold ulp_at. destruct (Rle_or_lt (bpow radix2 (emin + p - 1)) (Rabs x)) as [N|S].
  - generalize (ulp_FLT_le radix2 emin p x N) (bpow_gt_0 radix2 emin). unfold shifted.u, least. replace (1 - p)%Z with (- p + 1)%Z by ring. lra.
  - rewrite (ulp_FLT_small radix2 emin p) by (apply Rlt_le_trans with (1 := S); apply bpow_le; lia). generalize u_range (Rabs_pos x). unfold least. nra.
Qed.
Lemma ulp_normal x : bpow radix2 (emin + p - 1) <= Rabs x -> ulp_at p emin x <= 2 * u * Rabs x.
Proof. intros N. generalize (ulp_FLT_le radix2 emin p x N). unfold ulp_at, shifted.u. replace (1 - p)%Z with (- p + 1)%Z by ring. lra. Qed.
Lemma exp_of_ulps k machine_exp : 0 <= k -> exp_within_ulps p emin k machine_exp -> exp_accurate p emin (2 * k) k machine_exp.
Proof.
  intros K H. split.
  - intros d F N. destruct (H d F N) as [G [P E]]. split; [auto | split; auto]. apply Rle_trans with (1 := E).
    apply Rle_trans with (k * (2 * u * Rabs (exp d) + eta)); [apply Rmult_le_compat_l; auto; apply ulp_le|].
    rewrite Rabs_right by (apply Rle_ge, Rlt_le, exp_pos). lra.
  - destruct (H 0 format_0 (Rle_refl 0)) as [_ [_ E]]. rewrite exp_0 in E. apply Rle_trans with (1 := E).
    apply Rle_trans with (k * (2 * u * Rabs 1)); [|rewrite Rabs_R1; lra]. apply Rmult_le_compat_l; auto. apply ulp_normal.
    rewrite Rabs_R1. change 1 with (bpow radix2 0). apply bpow_le. lia.
Qed.
(** The logarithm of a float other than 1 is not small. *)
Lemma ln_normal s : format s -> 0 < s -> s <> 1 -> bpow radix2 (emin + p - 1) <= Rabs (ln s).
Proof.
  intros F P N. apply Rle_trans with (u / 2); [rewrite u_bpow; apply Rle_trans with (bpow radix2 (- p + -1)); [apply bpow_le; lia | rewrite bpow_plus; simpl; lra]|].
  destruct u_range as [U0 U1]. simpl in U1. assert (one := format_1). destruct (Rdichotomy _ _ N) as [L|L].
  - assert (Q := pred_ge_gt radix2 (FLT_exp emin p) s 1 F one L). change 1 with (bpow radix2 0) in Q. rewrite pred_bpow in Q.
    assert (X : bpow radix2 (FLT_exp emin p 0) = u) by (rewrite u_bpow; unfold FLT_exp; f_equal; lia). rewrite X in Q. simpl in Q.
    rewrite Rabs_left by (apply ln_neg; lra). generalize (ln_le_sub s P). lra.
  - assert (Q := succ_le_lt radix2 (FLT_exp emin p) 1 s one F L). rewrite succ_eq_pos in Q by lra. change 1 with (bpow radix2 0) in Q at 2. rewrite ulp_bpow in Q.
    assert (X : bpow radix2 (FLT_exp emin p (0 + 1)) = 2 * u) by (unfold shifted.u, FLT_exp; replace (Z.max (0 + 1 - p) emin) with (- p + 1)%Z by lia; field). rewrite X in Q.
    assert (0 < ln s) by (apply ln_pos; lra). rewrite Rabs_right by lra.
    generalize (ln_le_sub (/ s) (Rinv_0_lt_compat s P)). rewrite ln_Rinv by auto. intros Y.
    assert (Z : / s <= / (1 + 2 * u)) by (apply Rinv_le_contravar; lra).
    assert (W : / (1 + 2 * u) <= 1 - u); [|lra]. apply Rmult_le_reg_l with (1 + 2 * u); [lra|]. rewrite Rinv_r by lra. nra.
Qed.
Lemma ln_of_ulps k most machine_ln : 0 <= k -> ln_within_ulps p emin k machine_ln -> ln_accurate p emin (2 * k) most machine_ln.
Proof.
  intros K [O H] s F R. destruct (H s F ltac:(lra)) as [G E]. split; auto. destruct (Req_dec s 1) as [->|N].
  - rewrite O, ln_1, Rminus_0_r, Rabs_R0. lra.
  - apply Rle_trans with (1 := E). apply Rle_trans with (k * (2 * u * Rabs (ln s))); [|lra]. apply Rmult_le_compat_l; auto.
    apply ulp_normal, ln_normal; auto. lra.
Qed.
(** Functions that round correctly. *)
Lemma exp_rounded : exp_accurate p emin 1 1 (fun d => rnd (exp d)).
Proof.
  split.
  - intros d _ _. split; [apply rnd_format|]. split; [rewrite <- (rnd_exact 0) by apply format_0; apply rnd_le, Rlt_le, exp_pos|].
    destruct (rnd_any (exp d)) as [e [f [E [F ->]]]]. replace (exp d * (1 + e) + f - exp d) with (e * exp d + f) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult, (Rabs_right (exp d)) by (apply Rle_ge, Rlt_le, exp_pos).
    generalize (exp_pos d) (proj1 eta_range). nra.
  - rewrite exp_0, rnd_exact by apply format_1. rewrite Rminus_eq_0, Rabs_R0. generalize u_range. lra.
Qed.
Lemma ln_rounded most : ln_accurate p emin 1 most (fun s => rnd (ln s)).
Proof.
  intros s F R. split; [apply rnd_format|]. destruct (Req_dec s 1) as [->|N].
  - rewrite ln_1, rnd_exact by apply format_0. rewrite Rminus_0_r, Rabs_R0. lra.
  - rewrite Rmult_1_l. apply (relative_error_N_FLT radix2 emin p ltac:(lia)). apply ln_normal; auto. lra.
Qed.

Variables (c a most : R) (machine_exp machine_ln : R -> R).
Hypothesis c_range : 0 <= c <= 16.
Hypothesis a_range : 0 <= a <= 16.
Hypothesis room : u * (1000 + c + 2 * most) <= 1 / 4096.
Hypothesis good_exp : exp_accurate p emin c a machine_exp.
Hypothesis good_ln : ln_accurate p emin c most machine_ln.

Section Vector.
Context {A : Type}.
Variables (I : list A) (x : A -> R).
Hypothesis some : I <> [].
Hypothesis few : count I <= most.
Hypothesis floats : forall i, In i I -> format (x i).
Let m := maximum I x.
Notation term := (term p emin ties machine_exp I x).
Notation summed := (summed p emin ties term).
Let e (i : A) : R := exp (x i - m).
Let S : R := shifted_sum I x.
Let k : R := count I - 1.
Let B : R := depth I x + c + k.
(** What a term that may be subnormal is off by, besides. *)
Let extra (i : A) : R := if Req_EM_T (x i) m then 0 else a * eta.

Lemma m_format : format m.
Proof. destruct (maximum_in I x some) as [i [Hi E]]. unfold m. rewrite <- E. auto. Qed.
Lemma below i : In i I -> 0 <= m - x i.
Proof. intros H. generalize (le_maximum I x i H). unfold m. lra. Qed.
Lemma extra_nonneg i : 0 <= extra i.
Proof. unfold extra. generalize eta_range. intros. destruct (Req_EM_T (x i) m); [lra|]. apply Rmult_le_pos; lra. Qed.
Lemma term_bounds i :
  In i I ->
  format (term i) /\ 0 <= term i /\
  e i * (1 - u * (m - x i + c)) - extra i <= term i <= e i * exp (u * (m - x i + c)) + extra i.
Proof.
  intros Hi. destruct u_range as [U0 U1]. simpl in U1. assert (D := below i Hi). destruct good_exp as [Good Zero].
  destruct (rnd_plus (x i) (- m) (floats i Hi) (generic_format_opp _ _ _ m_format)) as [d [Hd E]].
  change (x i + - m) with (x i - m) in E. apply Rabs_le_inv in Hd.
  assert (L1 : - (m - x i) * (1 + u) <= rnd (x i - m) <= - (m - x i) * (1 - u)) by (rewrite E; nra).
  assert (L2 : rnd (x i - m) <= 0) by nra. destruct (Good _ (rnd_format (x i - m)) L2) as [F [P G]]. fold m in F, P, G.
  change (machine_exp (rnd (x i - m))) with (term i) in F, P, G. split; auto. split; auto.
  assert (E0 : 0 < e i) by apply exp_pos. assert (X0 := extra_nonneg i). assert (cu : 0 <= c * u <= 1 / 4) by nra.
  assert (N : Rabs (term i - exp (rnd (x i - m))) <= c * u * exp (rnd (x i - m)) + extra i).
  { unfold extra. destruct (Req_EM_T (x i) m) as [Q|_]; auto. assert (T : rnd (x i - m) = 0) by (rewrite Q, Rminus_eq_0; apply rnd_exact, format_0).
    unfold shifted.term. fold m. rewrite T, exp_0. lra. }
  apply Rabs_le_inv in N. assert (Q0 := exp_pos (rnd (x i - m))).
  assert (Q1 : e i * exp (- (u * (m - x i))) <= exp (rnd (x i - m))) by (unfold e; rewrite <- exp_plus; apply exp_le; lra).
  assert (Q2 : exp (rnd (x i - m)) <= e i * exp (u * (m - x i))) by (unfold e; rewrite <- exp_plus; apply exp_le; lra). split.
  - destruct (Rle_dec 1 (u * (m - x i + c))) as [far|near]; [nra|].
    apply Rle_trans with ((1 - c * u) * (e i * exp (- (u * (m - x i)))) - extra i); [|nra]. apply Rplus_le_compat_r.
    generalize (exp_ineq1_le (- (u * (m - x i)))). intros X. assert (uD : 0 <= u * (m - x i)) by nra.
    assert (0 <= c * u * (u * (m - x i))) by (apply Rmult_le_pos; lra).
    replace ((1 - c * u) * (e i * exp (- (u * (m - x i))))) with (e i * ((1 - c * u) * exp (- (u * (m - x i))))) by ring.
    apply Rmult_le_compat_l; [lra|]. apply Rle_trans with ((1 - c * u) * (1 + - (u * (m - x i)))); [lra | apply Rmult_le_compat_l; lra].
  - apply Rle_trans with ((1 + c * u) * (e i * exp (u * (m - x i))) + extra i); [nra|]. apply Rplus_le_compat_r.
    rewrite Rmult_plus_distr_l, exp_plus. generalize (exp_ineq1_le (u * c)) (exp_pos (u * (m - x i))). intros X Y.
    replace ((1 + c * u) * (e i * exp (u * (m - x i)))) with (e i * exp (u * (m - x i)) * (1 + u * c)) by ring.
    rewrite <- Rmult_assoc. apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra].
Qed.
Lemma sum_bounds J s :
  summed J s -> (forall i, In i J -> In i I) ->
  (1 <= length J)%nat /\ format s /\ 0 <= s /\
  (1 - u) ^ (length J - 1) * sum J term <= s <= (1 + u) ^ (length J - 1) * sum J term.
Proof. intros H In'. apply (summed_bounds term J s H). intros i Hi. destruct (term_bounds i (In' i Hi)) as [F [T _]]. auto. Qed.

Lemma most_large : 1 <= most. Proof. generalize (count_pos I some). lra. Qed.
Lemma k_range : 0 <= k <= most - 1.
Proof. unfold k. generalize (count_pos I some). lra. Qed.
Lemma length_k : INR (length I - 1) = k.
Proof.
  assert (L : (1 <= length I)%nat) by (apply INR_le; generalize (count_pos I some); unfold count; simpl; lra).
  unfold k, count. rewrite minus_INR by auto. simpl. lra.
Qed.
Lemma S_range : 1 <= S <= count I.
Proof.
  split.
  - destruct (maximum_in I x some) as [i [Hi E]]. replace 1 with (e i) by (unfold e, m; rewrite E, Rminus_eq_0; apply exp_0).
    apply (term_le_sum I e); auto. intros; apply Rlt_le, exp_pos.
  - apply Rle_trans with (count I * 1); [|lra]. rewrite <- sum_const. apply sum_le.
    intros i Hi. rewrite <- exp_0. apply exp_le. generalize (below i Hi). unfold m. lra.
Qed.
Lemma S_total : S = sum I (fun i => exp (x i)) / exp m.
Proof. unfold S, shifted_sum. apply bounds.shifted_sum. Qed.
Lemma lse_S : lse I x = m + ln S.
Proof. apply (lse_shifted I x m some). Qed.
Lemma share i : softmax I x i = e i / S.
Proof.
  rewrite S_total. unfold softmax, e. rewrite exp_minus_div. field. split; apply Rgt_not_eq; [apply exp_pos | apply total_pos; auto].
Qed.
Lemma B_sum : S * B = sum I (fun i => e i * (m - x i + c + k)).
Proof.
  unfold B, depth, mean, inner. fold m. assert (S0 := S_range).
  rewrite (sum_ext I (fun i => e i * (m - x i + c + k)) (fun i => S * (softmax I x i * (m - x i)) + (c + k) * e i)).
  - rewrite sum_plus, !sum_scal. change (sum I e) with S. ring.
  - intros i _. rewrite share. field. lra.
Qed.
(** The depth is at most log n, whatever the entries. *)
Lemma depth_range : 0 <= depth I x <= k.
Proof.
  split; [apply mean_nonneg; auto; intros i Hi; apply below; auto|].
  assert (H := entropy_le I _ (softmax_distribution I x some)). rewrite entropy_softmax, lse_S in H by auto.
  unfold depth. rewrite mean_minus, mean_const by auto. fold m. assert (0 <= ln S) by (apply ln_nonneg; apply S_range).
  assert (C := count_pos I some). generalize (ln_le_sub (count I)). unfold k. lra.
Qed.
Lemma uB_range : 0 <= u * B <= 1 / 4096.
Proof.
  destruct u_range as [U0 _]. assert (D := depth_range). assert (K := k_range). split; [apply Rmult_le_pos; unfold B; lra|].
  apply Rle_trans with (2 := room). apply Rmult_le_compat_l; unfold B; lra.
Qed.
(** All that is off besides is nothing against u k. *)
Lemma extras_small r : 0 <= r <= 64 -> sum I (fun i => if Req_EM_T (x i) m then 0 else r * eta) <= u * B / 2 ^ 16.
Proof.
  intros R. destruct eta_range as [E0 E1]. destruct u_range as [U0 _]. assert (K := k_range). assert (D := depth_range).
  apply Rle_trans with (r * eta * k).
  - destruct (maximum_in I x some) as [i [Hi Q]].
    assert (T := term_le_sum I (fun j => r * eta - (if Req_EM_T (x j) m then 0 else r * eta)) i). cbv beta in T.
    rewrite sum_minus, sum_const in T. destruct (Req_EM_T (x i) m) as [_|N]; [|unfold m in N; lra].
    assert (0 <= r * eta) by (apply Rmult_le_pos; lra). unfold k.
    assert (r * eta - 0 <= count I * (r * eta) - sum I (fun i0 => if Req_EM_T (x i0) m then 0 else r * eta)); [|lra].
    apply T; auto. intros j _. destruct (Req_EM_T (x j) m); lra.
  - apply Rle_trans with (64 * (u / 2 ^ 24) * k).
    + apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat; lra.
    + assert (u * k <= u * B) by (apply Rmult_le_compat_l; unfold B; lra). assert (0 <= u * k) by (apply Rmult_le_pos; lra). simpl. lra.
Qed.
(** The exponential of a small part of the depth. *)
Lemma grown i z :
  In i I -> 0 <= z -> z <= u * (m - x i + c + most) ->
  e i * exp z <= e i * (1 + z * (1 + 1 / 1024)) + (if Req_EM_T (x i) m then 0 else eta / 1024).
Proof.
  intros Hi Z0 Z1. assert (D := below i Hi). assert (E0 : 0 < e i) by apply exp_pos. destruct u_range as [U0 U1]. simpl in U1.
  assert (M := most_large). destruct eta_range as [T0 _]. destruct (Rle_dec (m - x i) 1000) as [N|N].
  - assert (z <= 1 / 4096). { apply Rle_trans with (1 := Z1). apply Rle_trans with (2 := room). apply Rmult_le_compat_l; lra. }
    assert (X := exp_upper z (conj Z0 H)). assert (e i * exp z <= e i * (1 + z * (1 + 1 / 1024))) by (apply Rmult_le_compat_l; lra).
    destruct (Req_EM_T (x i) m); lra.
  - destruct (Req_EM_T (x i) m) as [Q|_]; [lra|].
    assert (e i * exp z <= eta / 1024).
    { unfold e. rewrite <- exp_plus. apply Rle_trans with (exp (-998)); [|apply exp_998; lia]. apply exp_le.
      assert (u * (c + most) <= 1) by (apply Rle_trans with (1 / 4096); [|lra]; apply Rle_trans with (2 := room); apply Rmult_le_compat_l; lra). nra. }
    assert (0 <= e i * (1 + z * (1 + 1 / 1024))) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma machine_sum_near s : summed I s -> S * (1 - u * B * (1 + 1 / 4096)) <= s <= S * (1 + u * B * (1 + 1 / 512)).
Proof.
  intros Hs. destruct (sum_bounds I s Hs (fun i H => H)) as [_ [_ [_ [L U]]]]. destruct u_range as [U0 U1]. simpl in U1. assert (K := k_range). assert (Sr := S_range).
  assert (W := uB_range). assert (M := most_large). destruct eta_range as [T0 _]. split.
  - apply Rle_trans with (2 := L). apply Rle_trans with (S - u * (S * B) - u * B / 2 ^ 16); [simpl; nra|].
    assert (Xs := extras_small a ltac:(lra)). fold extra in Xs. apply Rle_trans with (S - u * (S * B) - sum I extra); [lra|].
    rewrite B_sum. change S with (sum I e). rewrite <- sum_scal, <- !sum_minus, <- sum_scal. apply sum_le. intros i Hi.
    destruct (term_bounds i Hi) as [_ [T [Tl _]]].
    assert (P := power_lower u (length I - 1) ltac:(lra)). rewrite length_k in P. assert (D := below i Hi). assert (E0 : 0 < e i) by apply exp_pos.
    assert (X0 := extra_nonneg i). assert (ku : 0 <= k * u) by (apply Rmult_le_pos; lra). assert (uD : 0 <= u * (m - x i + c)) by (apply Rmult_le_pos; lra).
    assert (Q : 0 <= (1 - u) ^ (length I - 1)) by (apply pow_le; lra).
    replace (e i - u * (e i * (m - x i + c + k)) - extra i) with (e i * (1 - u * (m - x i + c)) - extra i - k * u * e i) by ring.
    destruct (Rle_dec (e i * (1 - u * (m - x i + c)) - extra i) 0) as [N|N].
    + apply Rle_trans with 0; [|apply Rmult_le_pos; auto]. assert (0 <= k * u * e i) by (apply Rmult_le_pos; lra). lra.
    + apply Rle_trans with ((1 - k * u) * term i); [|apply Rmult_le_compat_r; auto].
      destruct (Rle_dec (k * u) 1) as [O|O].
      * apply Rle_trans with ((1 - k * u) * (e i * (1 - u * (m - x i + c)) - extra i)); [|apply Rmult_le_compat_l; lra].
        assert (0 <= e i * (u * (m - x i + c))) by (apply Rmult_le_pos; lra).
        assert (k * u * (e i * (1 - u * (m - x i + c)) - extra i) <= k * u * e i) by (apply Rmult_le_compat_l; lra). lra.
      * exfalso. apply O. apply Rle_trans with (1 / 4096); [|lra]. apply Rle_trans with (2 := room). rewrite Rmult_comm. apply Rmult_le_compat_l; lra.
  - apply Rle_trans with (1 := U). apply Rle_trans with (S + u * (1 + 1 / 1024) * (S * B) + u * B / 2 ^ 16); [|simpl; nra].
    assert (Xs := extras_small (2 * a + 1) ltac:(lra)).
    apply Rle_trans with (S + u * (1 + 1 / 1024) * (S * B) + sum I (fun i => if Req_EM_T (x i) m then 0 else (2 * a + 1) * eta)); [|lra].
    rewrite B_sum. change S with (sum I e). rewrite <- !sum_scal, <- !sum_plus. apply sum_le. intros i Hi. destruct (term_bounds i Hi) as [_ [T [_ Tu]]].
    assert (P := power_upper u (length I - 1) ltac:(lra)). rewrite length_k in P. assert (D := below i Hi). assert (E0 : 0 < e i) by apply exp_pos.
    assert (X0 := extra_nonneg i). assert (ku : 0 <= k * u <= 1 / 4096).
    { split; [apply Rmult_le_pos; lra|]. apply Rle_trans with (2 := room). rewrite Rmult_comm. apply Rmult_le_compat_l; lra. }
    assert (E2 : exp (k * u) <= 2) by (generalize (exp_upper (k * u) ku); lra). assert (Ek := exp_pos (k * u)).
    apply Rle_trans with (exp (k * u) * (e i * exp (u * (m - x i + c)) + extra i)).
    + apply Rmult_le_compat; auto. apply pow_le. lra.
    + assert (G := grown i (u * (m - x i + c + k)) Hi). rewrite Rmult_plus_distr_l.
      replace (exp (k * u) * (e i * exp (u * (m - x i + c)))) with (e i * exp (u * (m - x i + c + k))) by (rewrite !Rmult_plus_distr_l, !exp_plus, (Rmult_comm k u); ring).
      assert (Q : exp (k * u) * extra i <= 2 * extra i) by (apply Rmult_le_compat_r; auto).
      assert (G' : e i * exp (u * (m - x i + c + k)) <= e i * (1 + u * (m - x i + c + k) * (1 + 1 / 1024)) + (if Req_EM_T (x i) m then 0 else eta / 1024)).
      { apply G; [apply Rmult_le_pos; lra | apply Rmult_le_compat_l; lra]. }
      unfold extra in Q. fold (extra i) in Q. unfold extra in *. destruct (Req_EM_T (x i) m); lra.
Qed.

(** The logarithm of the machine's sum. *)
Lemma machine_ln_near s :
  summed I s ->
  format (machine_ln s) /\ 0 <= ln S /\
  Rabs (machine_ln s - ln S) <= u * (B + c * ln S) * (1 + 1 / 300).
Proof.
  intros Hs. destruct u_range as [U0 U1]. simpl in U1. assert (Sr := S_range). assert (W := uB_range). assert (M := machine_sum_near s Hs).
  assert (L0 : 0 <= ln S) by (apply ln_nonneg; lra). destruct (sum_bounds I s Hs (fun i H => H)) as [_ [F _]].
  assert (Ml := most_large). assert (s0 : 1 / 2 <= s <= 2 * most) by nra. destruct (good_ln s F s0) as [G H]. split; auto. split; auto.
  set (t := u * B * (1 + 1 / 512)) in *. assert (t0 : 0 <= t) by (unfold t; nra).
  assert (N : - t <= ln s - ln S <= t).
  { rewrite <- ln_div_pos by lra. split.
    - apply Rle_trans with (ln (1 - u * B * (1 + 1 / 4096))).
      + apply Rle_trans with (- (u * B * (1 + 1 / 4096) * (1 + 1 / 1024))); [unfold t; nra | apply ln_lower; lra].
      + apply ln_le_ln; [lra|]. apply Rmult_le_reg_r with S; [lra|]. unfold Rdiv. rewrite (Rmult_assoc s), Rinv_l by lra. lra.
    - apply Rle_trans with (ln (1 + t)); [|generalize (ln_le_sub (1 + t)); lra]. apply ln_le_ln; [apply Rdiv_lt_0_compat; lra|].
      apply Rmult_le_reg_r with S; [lra|]. unfold Rdiv. rewrite (Rmult_assoc s), Rinv_l by lra. lra. }
  assert (Ns : Rabs (ln s) <= ln S + t) by (apply Rabs_le; lra). apply Rabs_le_inv in H. set (l := machine_ln s) in *.
  assert (cu : 0 <= c * u <= / 2 ^ 20) by (simpl; nra).
  assert (Dl : Rabs (l - ln S) <= t + c * u * (ln S + t)).
  { assert (c * u * Rabs (ln s) <= c * u * (ln S + t)) by (apply Rmult_le_compat_l; lra). apply Rabs_le. lra. }
  apply Rle_trans with (1 := Dl). assert (Z : 0 <= c * u * ln S) by (apply Rmult_le_pos; lra).
  replace (u * (B + c * ln S) * (1 + 1 / 300)) with (u * B * (1 + 1 / 300) + c * u * ln S * (1 + 1 / 300)) by ring.
  assert (X : t * (1 + c * u) <= u * B * (1 + 1 / 300)) by (unfold t; simpl in cu; nra). lra.
Qed.

(** [rounding.shifted] Tags: 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff.
    Sharper: refuted below, with half of |y|. *)
Theorem rounding_shifted s :
  summed I s ->
  Rabs (machine_lse p emin ties machine_ln I x s - lse I x)
    <= u * (Rabs (lse I x) + depth I x + c + (count I - 1) + c * ln (shifted_sum I x)) * (1 + / 2 ^ 8).
Proof.
  intros Hs. destruct u_range as [U0 U1]. simpl in U1. destruct (machine_ln_near s Hs) as [G [L0 Dl]]. rewrite lse_S. fold S.
  set (l := machine_ln s) in *. destruct (rnd_plus m l m_format G) as [d [D E]]. unfold machine_lse. fold m l. rewrite E.
  assert (T : Rabs ((m + l) * (1 + d) - (m + ln S)) <= u * Rabs (m + ln S) + (1 + u) * Rabs (l - ln S)).
  { replace ((m + l) * (1 + d) - (m + ln S)) with (d * (m + ln S) + (1 + d) * (l - ln S)) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult. apply Rplus_le_compat.
    - apply Rmult_le_compat_r; [apply Rabs_pos | auto].
    - apply Rmult_le_compat_r; [apply Rabs_pos|]. apply Rabs_le_inv in D. apply Rabs_le. lra. }
  apply Rle_trans with (1 := T). assert (A0 := Rabs_pos (m + ln S)). assert (W := uB_range). assert (A1 := Rabs_pos (l - ln S)).
  assert (Z : 0 <= u * (c * ln S)) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra]). assert (Z' : 0 <= u * Rabs (m + ln S)) by (apply Rmult_le_pos; lra).
  change (u * Rabs (m + ln S) + (1 + u) * Rabs (l - ln S) <= u * (Rabs (m + ln S) + depth I x + c + k + c * ln S) * (1 + / 2 ^ 8)).
  replace (u * (Rabs (m + ln S) + depth I x + c + k + c * ln S)) with (u * Rabs (m + ln S) + u * (B + c * ln S)) by (unfold B; ring).
  simpl. nra.
Qed.

(** [rounding.log-softmax] Tags: 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff.
    Sharper: refuted below, with half of |l|. *)
Theorem rounding_log_softmax s i :
  summed I s -> In i I ->
  Rabs (machine_log_softmax p emin ties machine_ln I x s i - log_softmax I x i)
    <= u * (maximum I x - x i + Rabs (log_softmax I x i) + depth I x + c + (count I - 1) + c * ln (shifted_sum I x)) * (1 + / 2 ^ 8).
Proof.
  intros Hs Hi. destruct u_range as [U0 U1]. simpl in U1. destruct (machine_ln_near s Hs) as [G [L0 Dl]]. rewrite log_softmax_lse, lse_S by auto. fold S m.
  set (l := machine_ln s) in *. destruct (rnd_plus (x i) (- m) (floats i Hi) (generic_format_opp _ _ _ m_format)) as [d [D E]].
  change (x i + - m) with (x i - m) in E. unfold machine_log_softmax. fold m l. assert (F := rnd_format (x i - m)).
  destruct (rnd_plus _ (- l) F (generic_format_opp _ _ _ G)) as [f [Df Ef]].
  change (rnd (x i - m) + - l) with (rnd (x i - m) - l) in Ef. rewrite Ef, E. assert (Dp := below i Hi).
  set (y := x i - (m + ln S)). apply Rabs_le_inv in D, Df.
  assert (T : Rabs (((x i - m) * (1 + d) - l) * (1 + f) - y) <= u * Rabs y + (1 + u) * (u * (m - x i) + Rabs (l - ln S))).
  { replace (((x i - m) * (1 + d) - l) * (1 + f) - y) with (f * y + (1 + f) * ((x i - m) * d - (l - ln S))) by (unfold y; ring).
    apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult. apply Rplus_le_compat.
    - apply Rmult_le_compat_r; [apply Rabs_pos | apply Rabs_le; lra].
    - apply Rmult_le_compat; [apply Rabs_pos | apply Rabs_pos | apply Rabs_le; lra|]. unfold Rminus at 1.
      apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_Ropp. apply Rplus_le_compat_r. apply Rabs_le. nra. }
  apply Rle_trans with (1 := T). assert (A0 := Rabs_pos y). assert (W := uB_range). assert (A1 := Rabs_pos (l - ln S)).
  assert (Z : 0 <= u * (c * ln S)) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra]). assert (Z' : 0 <= u * Rabs y) by (apply Rmult_le_pos; lra).
  assert (Z'' : 0 <= u * (m - x i)) by (apply Rmult_le_pos; lra). fold k.
  replace (u * (m - x i + Rabs y + depth I x + c + k + c * ln S)) with (u * (m - x i) + u * Rabs y + u * (B + c * ln S)) by (unfold B; ring).
  simpl. nra.
Qed.

Lemma softmax_near s i :
  summed I s -> In i I ->
  Rabs (machine_softmax p emin ties machine_exp I x s i - softmax I x i)
    <= u * softmax I x i * (m - x i + depth I x + 2 * c + count I) * (1 + / 2 ^ 8) + (a + 1) * eta.
Proof.
  intros Hs Hi. destruct u_range as [U0 U1]. simpl in U1. assert (Sr := S_range). assert (W := uB_range). assert (M := machine_sum_near s Hs).
  assert (T0 := proj1 eta_range). destruct (term_bounds i Hi) as [_ [Tp [L U]]]. assert (D := below i Hi). assert (E0 : 0 < e i) by apply exp_pos.
  destruct (rnd_any (term i / s)) as [d [f [Hd [Hf E]]]]. unfold machine_softmax. rewrite E. apply Rabs_le_inv in Hd, Hf.
  rewrite share. set (g := u * (m - x i + c)) in *. set (b := u * B) in *. set (q := e i / S).
  assert (g0 : 0 <= g) by (apply Rmult_le_pos; lra). assert (s0 : 1 - 1 / 2000 <= s) by nra. assert (q0 : 0 < q) by (apply Rdiv_lt_0_compat; lra).
  assert (X0 : 0 <= extra i <= a * eta) by (split; [apply extra_nonneg|]; unfold extra; destruct (Req_EM_T (x i) m); nra).
  assert (Up' : term i <= e i * (1 + g * (1 + 1 / 1024)) + (a + / 1024) * eta).
  { assert (Gr := grown i g Hi g0). fold g in Gr. assert (Ml := most_large).
    assert (e i * exp g <= e i * (1 + g * (1 + 1 / 1024)) + (if Req_EM_T (x i) m then 0 else eta / 1024)) by (apply Gr; apply Rmult_le_compat_l; lra).
    destruct (Req_EM_T (x i) m); lra. }
  assert (s1 : 0 < / s <= 1 + 1 / 1000).
  { split; [apply Rinv_0_lt_compat; lra|]. apply Rmult_le_reg_l with s; [lra|]. rewrite Rinv_r by lra. nra. }
  set (r := term i / s) in *. assert (r0 : 0 <= r) by (apply Rmult_le_pos; [auto | lra]).
  assert (Lo : q * (1 - g - b * (1 + 1 / 512)) - (1 + 1 / 1000) * (a * eta) <= r).
  { destruct (Rle_dec (1 - g) 0) as [far|near].
    - apply Rle_trans with 0; auto. assert (0 <= a * eta) by lra. assert (q * (1 - g - b * (1 + 1 / 512)) <= 0) by nra. lra.
    - assert (Q : (e i * (1 - g) - extra i) / s <= r) by (apply Rmult_le_compat_r; lra). apply Rle_trans with (2 := Q).
      assert (Q1 : extra i / s <= (1 + 1 / 1000) * (a * eta)) by (unfold Rdiv; rewrite Rmult_comm; apply Rmult_le_compat; lra).
      assert (Q2 : q * (1 - g - b * (1 + 1 / 512)) <= e i * (1 - g) / s).
      { apply Rmult_le_reg_r with s; [lra|]. unfold Rdiv at 1. unfold Rdiv. rewrite (Rmult_assoc (e i * (1 - g))), Rinv_l, Rmult_1_r by lra.
        destruct (Rle_dec (1 - g - b * (1 + 1 / 512)) 0) as [V|V].
        - apply Rle_trans with 0; [|apply Rmult_le_pos; lra]. assert (q * (1 - g - b * (1 + / 512)) <= 0); [|nra]. nra.
        - apply Rle_trans with (q * (1 - g - b * (1 + 1 / 512)) * (S * (1 + b * (1 + 1 / 512)))).
          + apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | lra].
          + replace (q * (1 - g - b * (1 + 1 / 512)) * (S * (1 + b * (1 + 1 / 512)))) with (e i * ((1 - g - b * (1 + 1 / 512)) * (1 + b * (1 + 1 / 512)))) by (unfold q; field; lra).
            apply Rmult_le_compat_l; [lra|]. nra. }
      unfold Rdiv in *. rewrite Rmult_minus_distr_r. lra. }
  assert (Up : r <= q * (1 + (g + b) * (1 + 1 / 400)) + (1 + 1 / 1000) * ((a + / 1024) * eta)).
  { assert (Q : r <= (e i * (1 + g * (1 + 1 / 1024)) + (a + / 1024) * eta) / s) by (apply Rmult_le_compat_r; lra). apply Rle_trans with (1 := Q).
    unfold Rdiv. rewrite Rmult_plus_distr_r. apply Rplus_le_compat.
    - apply Rmult_le_reg_r with s; [lra|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      apply Rle_trans with (q * (1 + (g + b) * (1 + 1 / 400)) * (S * (1 - b * (1 + 1 / 4096)))).
      + replace (q * (1 + (g + b) * (1 + 1 / 400)) * (S * (1 - b * (1 + 1 / 4096)))) with (e i * ((1 + (g + b) * (1 + 1 / 400)) * (1 - b * (1 + 1 / 4096)))) by (unfold q; field; lra).
        apply Rmult_le_compat_l; [lra|]. assert (0 <= b * (1 + 1 / 4096) <= 1 / 4000) by lra.
        assert ((g + b) * (1 + 1 / 400) * (1 - 1 / 4000) <= (g + b) * (1 + 1 / 400) * (1 - b * (1 + 1 / 4096))) by (apply Rmult_le_compat_l; nra). nra.
      + apply Rmult_le_compat_l; [apply Rmult_le_pos; nra | lra].
    - rewrite Rmult_comm. apply Rmult_le_compat_r; [apply Rmult_le_pos; lra | lra]. }
  replace (u * q * (m - x i + depth I x + 2 * c + count I) * (1 + / 2 ^ 8)) with (q * ((g + b + u) * (1 + / 2 ^ 8))) by (unfold g, b, B, k; ring).
  simpl. apply Rabs_le. split.
  - assert (r * (1 - u) <= r * (1 + d)) by (apply Rmult_le_compat_l; lra).
    assert (q * (1 - g - b * (1 + 1 / 512) - u) - (1 + 1 / 1000) * (a * eta) <= r * (1 - u)).
    { destruct (Rle_dec (1 - g - b * (1 + 1 / 512)) 0) as [V|V].
      - apply Rle_trans with 0; [|apply Rmult_le_pos; lra]. assert (0 <= q * (u - (1 - g - b * (1 + 1 / 512)))) by (apply Rmult_le_pos; lra). assert (0 <= a * eta) by lra. lra.
      - apply Rle_trans with ((q * (1 - g - b * (1 + 1 / 512)) - (1 + 1 / 1000) * (a * eta)) * (1 - u)); [|apply Rmult_le_compat_r; lra].
        assert (0 <= u * ((1 + 1 / 1000) * (a * eta))) by (apply Rmult_le_pos; lra). assert (0 <= q * (g + b * (1 + 1 / 512))) by (apply Rmult_le_pos; lra).
        assert (q * (1 - g - b * (1 + 1 / 512)) * u <= q * u) by (apply Rmult_le_compat_r; lra). lra. }
    assert (a * eta <= 16 * eta) by (apply Rmult_le_compat_r; lra).
    assert (q * (g + b * (1 + 1 / 512) + u) <= q * ((g + b + u) * (1 + / (2 * (2 * (2 * (2 * (2 * (2 * (2 * (2 * 1)))))))))) ) by (apply Rmult_le_compat_l; lra).
    lra.
  - assert (r * (1 + d) <= (q * (1 + (g + b) * (1 + 1 / 400)) + (1 + 1 / 1000) * ((a + / 1024) * eta)) * (1 + u)).
    { apply Rle_trans with (r * (1 + u)); [apply Rmult_le_compat_l; lra | apply Rmult_le_compat_r; lra]. }
    assert (q * (1 + (g + b) * (1 + 1 / 400)) * (1 + u) <= q * (1 + (g + b + u) * (1 + / (2 * (2 * (2 * (2 * (2 * (2 * (2 * (2 * 1)))))))))) ).
    { rewrite (Rmult_assoc q). apply Rmult_le_compat_l; [lra|]. assert (0 <= (g + b) * u <= (g + b) * / 2 ^ 20) by (simpl; split; [apply Rmult_le_pos; lra | apply Rmult_le_compat_l; lra]). simpl in *. lra. }
    assert ((1 + 1 / 1000) * ((a + / 1024) * eta) * (1 + u) + eta / 2 <= (a + 1) * eta).
    { assert ((1 + 1 / 1000) * (1 + u) <= 1 + 1 / 900) by lra. assert (0 <= (a + / 1024) * eta) by (apply Rmult_le_pos; lra).
      assert ((1 + 1 / 1000) * (1 + u) * ((a + / 1024) * eta) <= (1 + 1 / 900) * ((a + / 1024) * eta)) by (apply Rmult_le_compat_r; lra).
      assert (a * eta <= 16 * eta) by (apply Rmult_le_compat_r; lra). lra. }
    lra.
Qed.

Lemma softmax_total s :
  summed I s -> Rabs (sum I (machine_softmax p emin ties machine_exp I x s) - 1) <= count I * u * (1 + / 2 ^ 8) + count I * eta.
Proof.
  intros Hs. destruct u_range as [U0 U1]. simpl in U1. destruct (sum_bounds I s Hs (fun i H => H)) as [_ [_ [_ [L U]]]]. assert (K := k_range). assert (M := machine_sum_near s Hs).
  assert (W := uB_range). assert (Sr := S_range). assert (T0 := proj1 eta_range). assert (s0 : 0 < s) by nra. set (T := sum I term) in *.
  assert (R : Rabs (sum I (machine_softmax p emin ties machine_exp I x s) - T / s) <= u * (T / s) + count I * eta / 2).
  { unfold T. rewrite <- sum_div, <- sum_minus. apply Rle_trans with (1 := sum_abs _ _).
    replace (count I * eta / 2) with (count I * (eta / 2)) by field. rewrite <- sum_const, <- sum_scal, <- sum_plus. apply sum_le. intros i Hi.
    destruct (rnd_any (term i / s)) as [d [f [Hd [Hf E]]]]. unfold machine_softmax. rewrite E.
    replace (term i / s * (1 + d) + f - term i / s) with (d * (term i / s) + f) by ring. apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_mult.
    assert (0 <= term i / s) by (apply Rmult_le_pos; [apply term_bounds; auto | apply Rlt_le, Rinv_0_lt_compat; auto]).
    rewrite (Rabs_right (term i / s)) by lra. apply Rplus_le_compat; auto. apply Rmult_le_compat_r; auto. }
  set (n := (length I - 1)%nat) in *. assert (P := power_lower u n ltac:(lra)). assert (Q := power_upper u n ltac:(lra)). unfold n in P, Q. rewrite length_k in P, Q. fold n in P, Q.
  assert (ku : 0 <= k * u <= 1 / 4096).
  { assert (Ml := most_large). split; [apply Rmult_le_pos; lra|]. apply Rle_trans with (2 := room). rewrite Rmult_comm. apply Rmult_le_compat_l; lra. }
  assert (X := exp_upper (k * u) ku). set (t := T / s) in *.
  assert (t0 : 0 <= t) by (apply Rmult_le_pos; [apply sum_nonneg; intros; apply term_bounds; auto | apply Rlt_le, Rinv_0_lt_compat; auto]).
  assert (t1 : (1 - u) ^ n * t <= 1).
  { unfold t, Rdiv. rewrite <- Rmult_assoc. apply Rmult_le_reg_r with s; auto. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (t2 : 1 <= (1 + u) ^ n * t).
  { unfold t, Rdiv. rewrite <- Rmult_assoc. apply Rmult_le_reg_r with s; auto. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (t3 : t <= 1 + k * u * (1 + 1 / 1000)).
  { assert ((1 - k * u) * t <= 1) by (apply Rle_trans with (2 := t1); apply Rmult_le_compat_r; auto).
    assert (k * u * (k * u) <= k * u * (1 / 4096)) by (apply Rmult_le_compat_l; lra). apply Rmult_le_reg_l with (1 - k * u); lra. }
  assert (t4 : 1 - k * u * (1 + 1 / 1000) <= t).
  { assert (1 <= (1 + k * u * (1 + 1 / 1024)) * t) by (apply Rle_trans with (1 := t2); apply Rmult_le_compat_r; lra).
    assert (0 <= k * u * (k * u)) by (apply Rmult_le_pos; lra). apply Rmult_le_reg_l with (1 + k * u * (1 + 1 / 1024)); lra. }
  apply Rabs_le_inv in R. assert (C : count I = k + 1) by (unfold k; ring). rewrite C in *.
  assert (ut : u * t <= u * (1 + 1 / 2000)) by (apply Rmult_le_compat_l; lra). assert (0 <= (k + 1) * eta) by (apply Rmult_le_pos; lra).
  replace ((k + 1) * u * (1 + / 2 ^ 8)) with (k * u * (1 + / 2 ^ 8) + u * (1 + / 2 ^ 8)) by ring. simpl. apply Rabs_le. lra.
Qed.

(** [rounding.softmax] Tags: 1 ≤ n ≤ 2³⁹ (1024 in binary32), exp and log within c ≤ 16 units of roundoff.
    Sharper: refuted below, without the distance to the maximum. *)
Theorem rounding_softmax s :
  summed I s ->
  (forall i, In i I ->
     Rabs (machine_softmax p emin ties machine_exp I x s i - softmax I x i)
       <= u * softmax I x i * (maximum I x - x i + depth I x + 2 * c + count I) * (1 + / 2 ^ 8) + (a + 1) * eta) /\
  Rabs (sum I (machine_softmax p emin ties machine_exp I x s) - 1) <= count I * u * (1 + / 2 ^ 8) + count I * eta.
Proof. intros Hs. split; [intros i Hi; apply softmax_near; auto | apply softmax_total; auto]. Qed.
End Vector.
End Machine.

(** The premises can be met: in binary64 for n up to 2³⁹ and in binary32 for n up to 1024, whatever c up to 16, with functions
    that round correctly (c = 1), or that err by at most k ≤ 8 ulp (c = 2 k). *)
Definition even_ties (z : Z) : bool := negb (Z.even z).
Lemma bits_53 : (24 <= 53)%Z. Proof. lia. Qed.
Lemma bits_24 : (24 <= 24)%Z. Proof. lia. Qed.
Lemma range_64 : (-1200 <= -1074 <= - (2 * 53))%Z. Proof. lia. Qed.
Lemma range_32 : (-1200 <= -149 <= - (2 * 24))%Z. Proof. lia. Qed.
Lemma u_53 : u 53 = / 2 ^ 53. Proof. unfold u. simpl. lra. Qed.
Lemma u_24 : u 24 = / 2 ^ 24. Proof. unfold u. simpl. lra. Qed.
Lemma room_64 c : 0 <= c <= 16 -> u 53 * (1000 + c + 2 * 2 ^ 39) <= 1 / 4096.
Proof. intros H. rewrite u_53. simpl. lra. Qed.
Lemma room_32 c : 0 <= c <= 16 -> u 24 * (1000 + c + 2 * 1024) <= 1 / 4096.
Proof. intros H. rewrite u_24. simpl. lra. Qed.
Lemma c_1 : 0 <= 1 <= 16. Proof. lra. Qed.
Lemma few_64 : count two <= 2 ^ 39. Proof. rewrite count_two_2. simpl. lra. Qed.
Lemma few_32 : count two <= 1024. Proof. rewrite count_two_2. lra. Qed.
Lemma ramp_floats p emin : (24 <= p)%Z -> (-1200 <= emin <= - (2 * p))%Z -> forall i, In i two -> float p emin (ramp i).
Proof. intros P Q i [<-|[<-|[]]]; unfold ramp; simpl; [apply format_0 | apply (format_1 p emin P Q)]. Qed.

Notation exp_64 := (fun d => nearest 53 (-1074) even_ties (exp d)).
Notation ln_64 := (fun s => nearest 53 (-1074) even_ties (ln s)).
Notation exp_32 := (fun d => nearest 24 (-149) even_ties (exp d)).
Notation ln_32 := (fun s => nearest 24 (-149) even_ties (ln s)).
Definition in_order {A} p emin (t : A -> R) i j :=
  summed_two p emin even_ties t [i] [j] _ _ (summed_one p emin even_ties t i) (summed_one p emin even_ties t j).
Definition rounding_shifted_met :=
  rounding_shifted 53 (-1074) even_ties bits_53 range_64 1 1 (2 ^ 39) exp_64 ln_64 c_1 c_1 (room_64 1 c_1)
    (exp_rounded 53 (-1074) even_ties bits_53 range_64) (ln_rounded 53 (-1074) even_ties bits_53 range_64 (2 ^ 39))
    two ramp two_some few_64 (ramp_floats 53 (-1074) bits_53 range_64) _ (in_order 53 (-1074) _ 0%nat 1%nat).
Definition rounding_shifted_met_32 :=
  rounding_shifted 24 (-149) even_ties bits_24 range_32 1 1 1024 exp_32 ln_32 c_1 c_1 (room_32 1 c_1)
    (exp_rounded 24 (-149) even_ties bits_24 range_32) (ln_rounded 24 (-149) even_ties bits_24 range_32 1024)
    two ramp two_some few_32 (ramp_floats 24 (-149) bits_24 range_32) _ (in_order 24 (-149) _ 0%nat 1%nat).
Definition rounding_log_softmax_met :=
  rounding_log_softmax 53 (-1074) even_ties bits_53 range_64 1 1 (2 ^ 39) exp_64 ln_64 c_1 c_1 (room_64 1 c_1)
    (exp_rounded 53 (-1074) even_ties bits_53 range_64) (ln_rounded 53 (-1074) even_ties bits_53 range_64 (2 ^ 39))
    two ramp two_some few_64 (ramp_floats 53 (-1074) bits_53 range_64) _ 0%nat (in_order 53 (-1074) _ 0%nat 1%nat) in_0.
Definition rounding_softmax_met :=
  rounding_softmax 53 (-1074) even_ties bits_53 range_64 1 1 (2 ^ 39) exp_64 c_1 c_1 (room_64 1 c_1)
    (exp_rounded 53 (-1074) even_ties bits_53 range_64)
    two ramp two_some few_64 (ramp_floats 53 (-1074) bits_53 range_64) _ (in_order 53 (-1074) _ 0%nat 1%nat).
Definition rounding_softmax_met_32 :=
  rounding_softmax 24 (-149) even_ties bits_24 range_32 1 1 1024 exp_32 c_1 c_1 (room_32 1 c_1)
    (exp_rounded 24 (-149) even_ties bits_24 range_32)
    two ramp two_some few_32 (ramp_floats 24 (-149) bits_24 range_32) _ (in_order 24 (-149) _ 0%nat 1%nat).

(** [theorem.ulps] Sharper: none refuted, for it is [rounding_shifted] with c = 2 k and [rounding_softmax] with c = 2 k, a = k.
    What exp and log within k ulp give: in binary64 (p = 53, emin = -1074, most = 2³⁹) and binary32 (24, -149, 1024). *)
Theorem theorem_ulps p emin ties k most machine_exp machine_ln :
  (24 <= p)%Z -> (-1200 <= emin <= - (2 * p))%Z -> 0 <= k <= 8 -> u p * (1000 + 2 * k + 2 * most) <= 1 / 4096 ->
  exp_within_ulps p emin k machine_exp -> ln_within_ulps p emin k machine_ln ->
  forall (A : Type) (I : list A) x s,
    I <> [] -> count I <= most -> (forall i, In i I -> float p emin (x i)) -> summed p emin ties (term p emin ties machine_exp I x) I s ->
    Rabs (machine_lse p emin ties machine_ln I x s - lse I x)
      <= u p * (Rabs (lse I x) + depth I x + 2 * k + (count I - 1) + 2 * k * ln (shifted_sum I x)) * (1 + / 2 ^ 8) /\
    forall i, In i I ->
      Rabs (machine_softmax p emin ties machine_exp I x s i - softmax I x i)
        <= u p * softmax I x i * (maximum I x - x i + depth I x + 2 * (2 * k) + count I) * (1 + / 2 ^ 8) + (k + 1) * least emin.
Proof.
  intros P Q K R E L A I x s N F X S. assert (E' := exp_of_ulps p emin P Q k machine_exp (proj1 K) E).
  assert (L' := ln_of_ulps p emin P Q k most machine_ln (proj1 K) L). split.
  - apply (rounding_shifted p emin ties P Q (2 * k) k most machine_exp machine_ln); auto; lra.
  - apply (rounding_softmax p emin ties P Q (2 * k) k most machine_exp); auto; lra.
Qed.
Lemma rounding_half_ulp p emin x : (24 <= p)%Z -> Rabs (nearest p emin even_ties x - x) <= 1 * ulp_at p emin x.
Proof.
  intros P. assert (V : Prec_gt_0 p) by (unfold Prec_gt_0; lia). assert (W := error_le_half_ulp radix2 (FLT_exp emin p) even_ties x).
  apply Rle_trans with (1 := W). fold (ulp_at p emin x). assert (0 <= ulp_at p emin x) by apply ulp_ge_0. lra.
Qed.
Lemma exp_one_ulp : exp_within_ulps 53 (-1074) 1 exp_64.
Proof.
  intros d F N. destruct (proj1 (exp_rounded 53 (-1074) even_ties bits_53 range_64) d F N) as [G [H _]].
  split; [exact G | split; [exact H | apply rounding_half_ulp, bits_53]].
Qed.
Lemma ln_one_ulp : ln_within_ulps 53 (-1074) 1 ln_64.
Proof.
  split.
  - rewrite ln_1. apply (rnd_exact 53 (-1074) even_ties), format_0.
  - intros s F P. split; [apply (rnd_format 53 (-1074) even_ties bits_53) | apply rounding_half_ulp, bits_53].
Qed.
Lemma k_1 : 0 <= 1 <= 8. Proof. lra. Qed.
Lemma room_ulps : u 53 * (1000 + 2 * 1 + 2 * 2 ^ 39) <= 1 / 4096. Proof. apply room_64. lra. Qed.
Definition theorem_ulps_met :=
  theorem_ulps 53 (-1074) even_ties 1 (2 ^ 39) exp_64 ln_64 bits_53 range_64 k_1 room_ulps exp_one_ulp ln_one_ulp
    nat two ramp _ two_some few_64 (ramp_floats 53 (-1074) bits_53 range_64) (in_order 53 (-1074) _ 0%nat 1%nat).

(** Inputs that come close to the bounds. *)
Lemma ln_2_range : 51 / 100 < ln 2 <= 9 / 10.
Proof.
  split.
  - assert (E : exp (51 / 100) < 2); [|rewrite <- (ln_exp (51 / 100)); apply ln_increasing; [apply exp_pos | auto]].
    replace (51 / 100) with (- (INR 3 * (- (17 / 100)))) by (simpl; field). rewrite exp_Ropp, exp_mult_nat.
    assert (83 / 100 <= exp (- (17 / 100))) by (generalize (exp_ineq1_le (- (17 / 100))); lra).
    assert ((83 / 100) ^ 3 <= exp (- (17 / 100)) ^ 3) by (apply pow_incr; lra). apply Rle_lt_trans with (/ (83 / 100) ^ 3); [apply Rinv_le_contravar; simpl in *; lra | simpl; lra].
  - apply ln_le_exp; [lra|]. replace (9 / 10) with (INR 3 * (3 / 10)) by (simpl; field). rewrite exp_mult_nat.
    apply Rle_trans with ((13 / 10) ^ 3); [simpl; lra|]. apply pow_incr. generalize (exp_ineq1_le (3 / 10)). lra.
Qed.
Lemma whole k : (Z.abs k <= 2 ^ 53)%Z -> float 53 (-1074) (IZR k).
Proof.
  intros K. destruct (Z.eq_dec (Z.abs k) (2 ^ 53)) as [E|N].
  - assert (F : float 53 (-1074) (bpow radix2 53)) by (apply generic_format_bpow; unfold FLT_exp; lia).
    destruct (Z.abs_eq_or_opp k) as [A|A]; rewrite A in E.
    + rewrite E. exact F.
    + replace k with (- 2 ^ 53)%Z by lia. rewrite opp_IZR. apply generic_format_opp. exact F.
  - apply generic_format_FLT. exists (Float radix2 k 0); [unfold F2R; simpl; ring | simpl; lia | simpl; lia].
Qed.
Notation rnd_64 := (nearest 53 (-1074) even_ties).
Lemma rnd_64_exact x : float 53 (-1074) x -> rnd_64 x = x. Proof. apply rnd_exact. Qed.
Lemma big_absorbs l : 0 <= l < 1 -> rnd_64 (2 ^ 53 + l) = 2 ^ 53.
Proof.
  intros [P Q]. assert (V : Valid_exp (FLT_exp (-1074) 53)) by (apply FLT_exp_valid; reflexivity).
  assert (F : float 53 (-1074) (2 ^ 53)) by (replace (2 ^ 53) with (IZR (2 ^ 53)) by (simpl; lra); apply whole; lia). apply Rle_antisym.
  - apply round_N_le_midp; [exact V | exact F|]. rewrite succ_eq_pos by (simpl; lra).
    assert (E : ulp radix2 (FLT_exp (-1074) 53) (2 ^ 53) = 2).
    { replace (2 ^ 53) with (bpow radix2 53) by (simpl; lra). rewrite ulp_bpow. simpl. lra. }
    rewrite E. lra.
  - rewrite <- (rnd_64_exact _ F) at 1. apply rnd_le; [apply bits_53 | lra].
Qed.
Lemma big_absorbs_below l : 0 <= l < 1 -> rnd_64 (- 2 ^ 53 - l) = - 2 ^ 53.
Proof.
  intros [P Q]. assert (V : Valid_exp (FLT_exp (-1074) 53)) by (apply FLT_exp_valid; reflexivity).
  assert (F : float 53 (-1074) (- 2 ^ 53)) by (replace (- 2 ^ 53) with (IZR (- 2 ^ 53)) by (simpl; lra); apply whole; lia). apply Rle_antisym.
  - rewrite <- (rnd_64_exact _ F) at 2. apply rnd_le; [apply bits_53 | lra].
  - apply round_N_ge_midp; [exact V | exact F|].
    assert (E : ulp radix2 (FLT_exp (-1074) 53) (2 ^ 53) = 2).
    { replace (2 ^ 53) with (bpow radix2 53) by (simpl; lra). rewrite ulp_bpow. simpl. lra. }
    unfold pred. rewrite Ropp_involutive, succ_eq_pos, E by (simpl; lra). lra.
Qed.
(** Two entries of 2⁵³: log 2 is lost altogether. *)
Definition big_pair : nat -> R := pair (2 ^ 53) (2 ^ 53).
Lemma rounded_ln_2 : 0 <= ln_64 2 < 1.
Proof.
  generalize ln_2_range. intros R. split.
  - rewrite <- (rnd_64_exact 0) by apply format_0. apply rnd_le; [apply bits_53 | lra].
  - destruct (ln_rounded 53 (-1074) even_ties bits_53 range_64 2 2) as [_ E].
    + apply (whole 2). lia.
    + lra.
    + rewrite u_53, (Rabs_right (ln 2)) in E by lra. apply Rabs_le_inv in E. simpl in E. lra.
Qed.
Lemma big_pair_term i : In i two -> term 53 (-1074) even_ties exp_64 two big_pair i = 1.
Proof.
  intros Hi. unfold term. replace (big_pair i - maximum two big_pair) with 0.
  - rewrite (rnd_64_exact 0) by apply format_0. rewrite exp_0. apply rnd_64_exact, (format_1 _ _ bits_53 range_64).
  - unfold big_pair. rewrite maximum_pair, Rmax_left by lra. destruct Hi as [<-|[<-|[]]]; simpl; ring.
Qed.
Lemma big_pair_summed : summed 53 (-1074) even_ties (term 53 (-1074) even_ties exp_64 two big_pair) two 2.
Proof.
  generalize (in_order 53 (-1074) (term 53 (-1074) even_ties exp_64 two big_pair) 0%nat 1%nat). rewrite !big_pair_term by (simpl; auto).
  replace (1 + 1) with (IZR 2) by (simpl; ring). rewrite rnd_64_exact by (apply whole; lia). auto.
Qed.
Lemma big_pair_floats i : In i two -> float 53 (-1074) (big_pair i).
Proof.
  intros _. replace (big_pair i) with (IZR (2 ^ 53)) by (destruct i; simpl; lra). apply whole. lia.
Qed.
Lemma big_pair_lse : lse two big_pair = 2 ^ 53 + ln 2.
Proof.
  unfold big_pair. rewrite lse_pair. replace (exp (2 ^ 53) + exp (2 ^ 53)) with (2 * exp (2 ^ 53)) by ring.
  rewrite ln_mult, ln_exp by (try lra; apply exp_pos). ring.
Qed.
Lemma big_pair_depth : depth two big_pair = 0 /\ shifted_sum two big_pair = 2.
Proof.
  assert (E : forall i, In i two -> maximum two big_pair - big_pair i = 0).
  { intros i Hi. unfold big_pair. rewrite maximum_pair, Rmax_left by lra. destruct Hi as [<-|[<-|[]]]; simpl; ring. }
  unfold depth, shifted_sum. split.
  - rewrite (mean_ext two big_pair _ (fun _ => 0)) by auto. apply mean_const, two_some.
  - rewrite (sum_ext two _ (fun _ => 1)); [rewrite sum_const, count_two_2; ring|]. intros i Hi. rewrite <- exp_0. f_equal. generalize (E i Hi). lra.
Qed.
Lemma rounding_shifted_sharp :
  ~ forall (I : list nat) x s,
    I <> [] -> (forall i, In i I -> float 53 (-1074) (x i)) -> summed 53 (-1074) even_ties (term 53 (-1074) even_ties exp_64 I x) I s ->
    Rabs (machine_lse 53 (-1074) even_ties ln_64 I x s - lse I x)
      <= u 53 * (/ 2 * Rabs (lse I x) + depth I x + 1 + (count I - 1) + 1 * ln (shifted_sum I x)) * (1 + / 2 ^ 8).
Proof.
  intros H. specialize (H two big_pair 2 two_some big_pair_floats big_pair_summed). destruct big_pair_depth as [D S]. assert (L := ln_2_range).
  unfold machine_lse in H. replace (maximum two big_pair) with (2 ^ 53) in H by (unfold big_pair; rewrite maximum_pair, Rmax_left; lra).
  rewrite (big_absorbs _ rounded_ln_2), big_pair_lse, D, S, count_two_2, u_53 in H. rewrite Rabs_left, Rabs_right in H by (simpl; lra). simpl in H. lra.
Qed.

(** Two entries of 0 and one of -2⁵³, whose exponential is lost. *)
Definition abyss (i : nat) : R := match i with 2%nat => - 2 ^ 53 | _ => 0 end.
Definition three : list nat := [0; 1; 2]%nat.
Lemma three_some : three <> []. Proof. easy. Qed.
Lemma abyss_maximum : maximum three abyss = 0.
Proof. apply maximum_unique with 0%nat; [simpl; auto | auto|]. intros j _. unfold abyss. destruct j as [|[|[|j]]]; simpl; lra. Qed.
Lemma abyss_floats i : In i three -> float 53 (-1074) (abyss i).
Proof.
  intros _. unfold abyss. destruct i as [|[|[|i]]]; try apply format_0.
  replace (- 2 ^ 53) with (IZR (- 2 ^ 53)) by (simpl; lra). apply whole. lia.
Qed.
Lemma exp_abyss : 0 < exp (- 2 ^ 53) < bpow radix2 (-1076).
Proof.
  split; [apply exp_pos|]. apply Rle_lt_trans with (exp (-998)); [apply exp_le; simpl; lra|].
  apply Rle_lt_trans with (1 := exp_998 (-1074) ltac:(lia)). unfold least. change (-1076)%Z with (-1074 + -2)%Z. rewrite bpow_plus.
  assert (P := bpow_gt_0 radix2 (-1074)). change (bpow radix2 (-2)) with (/ 4). lra.
Qed.
Lemma abyss_term i : In i three -> term 53 (-1074) even_ties exp_64 three abyss i = match i with 2%nat => 0 | _ => 1 end.
Proof.
  intros Hi. unfold term. rewrite abyss_maximum, Rminus_0_r, (rnd_64_exact (abyss i)) by (apply abyss_floats; auto).
  destruct Hi as [<-|[<-|[<-|[]]]]; unfold abyss; [rewrite exp_0; apply rnd_64_exact, (format_1 _ _ bits_53 range_64) .. |].
  assert (V : Valid_exp (FLT_exp (-1074) 53)) by (apply FLT_exp_valid; reflexivity). assert (E := exp_abyss). apply Rle_antisym.
  - apply round_N_le_midp; [exact V | apply generic_format_0|]. rewrite succ_0, ulp_FLT_0 by reflexivity.
    change (-1076)%Z with (-1074 + -2)%Z in E. rewrite bpow_plus in E. change (bpow radix2 (-2)) with (/ 4) in E. lra.
  - rewrite <- (rnd_64_exact 0) at 1 by apply format_0. apply rnd_le; [apply bits_53 | lra].
Qed.
Lemma abyss_summed : summed 53 (-1074) even_ties (term 53 (-1074) even_ties exp_64 three abyss) three 2.
Proof.
  set (t := term 53 (-1074) even_ties exp_64 three abyss).
  generalize (summed_two 53 (-1074) even_ties t [0%nat; 1%nat] [2%nat] _ _ (in_order 53 (-1074) t 0%nat 1%nat) (summed_one 53 (-1074) even_ties t 2%nat)).
  unfold t at 3 4 5. rewrite !abyss_term by (simpl; auto). replace (1 + 1) with (IZR 2) by (simpl; ring).
  rewrite (rnd_64_exact (IZR 2)), Rplus_0_r, (rnd_64_exact (IZR 2)) by (apply whole; lia). auto.
Qed.
Lemma abyss_sum : shifted_sum three abyss = 2 + exp (- 2 ^ 53).
Proof.
  unfold shifted_sum. rewrite abyss_maximum.
  change (exp (0 - 0) + (exp (0 - 0) + (exp (- 2 ^ 53 - 0) + 0)) = 2 + exp (- 2 ^ 53)). rewrite !Rminus_0_r, exp_0. lra.
Qed.
Lemma rounding_log_softmax_sharp :
  ~ forall (I : list nat) x s i,
    I <> [] -> (forall i, In i I -> float 53 (-1074) (x i)) -> summed 53 (-1074) even_ties (term 53 (-1074) even_ties exp_64 I x) I s -> In i I ->
    Rabs (machine_log_softmax 53 (-1074) even_ties ln_64 I x s i - log_softmax I x i)
      <= u 53 * (/ 4 * (maximum I x - x i + Rabs (log_softmax I x i)) + depth I x + 1 + (count I - 1) + 1 * ln (shifted_sum I x)) * (1 + / 2 ^ 8).
Proof.
  intros H. assert (I2 : In 2%nat three) by (simpl; auto). specialize (H three abyss 2 2%nat three_some abyss_floats abyss_summed I2).
  assert (L := ln_2_range). assert (E := exp_abyss). assert (small : bpow radix2 (-1076) <= / 100) by (apply Rle_trans with (bpow radix2 (-10)); [apply bpow_le; lia | simpl; lra]).
  assert (Y : lse three abyss = ln (2 + exp (- 2 ^ 53))) by (rewrite (lse_shifted three abyss 0 three_some), <- abyss_sum; unfold shifted_sum; rewrite abyss_maximum; ring).
  assert (B : ln 2 <= ln (2 + exp (- 2 ^ 53)) <= ln 2 + / 100).
  { split; [apply ln_le_ln; lra|]. replace (2 + exp (- 2 ^ 53)) with (2 * (1 + exp (- 2 ^ 53) / 2)) by field. rewrite ln_mult by lra.
    generalize (ln_le_sub (1 + exp (- 2 ^ 53) / 2)). lra. }
  assert (D : 0 <= depth three abyss <= 2).
  { generalize (depth_range three abyss three_some). assert (C : count three = 3) by (unfold count; simpl; lra). rewrite C. lra. }
  assert (Q : log_softmax three abyss 2%nat = - 2 ^ 53 - lse three abyss) by (rewrite log_softmax_lse by apply three_some; reflexivity).
  assert (M : machine_log_softmax 53 (-1074) even_ties ln_64 three abyss 2 2%nat = - 2 ^ 53).
  { unfold machine_log_softmax. rewrite abyss_maximum, Rminus_0_r, (rnd_64_exact (abyss 2%nat)) by (apply abyss_floats; auto). unfold abyss.
    apply big_absorbs_below, rounded_ln_2. }
  rewrite M, Q, Y, abyss_maximum, abyss_sum, u_53 in H. set (y := ln (2 + exp (- 2 ^ 53))) in *.
  replace (- 2 ^ 53 - (- 2 ^ 53 - y)) with y in H by ring. replace (0 - abyss 2%nat) with (2 ^ 53) in H by (unfold abyss; ring).
  rewrite (Rabs_right y), Rabs_left in H by (simpl; lra). assert (C : count three = 3) by (unfold count; simpl; lra). rewrite C in H.
  set (d := depth three abyss) in *. simpl in H. lra.
Qed.

(** The entries 512 and -2⁻⁴⁵: the difference is rounded by 2⁻⁴⁵, 256 units of roundoff. *)
Definition slanted : nat -> R := pair 512 (- / 2 ^ 45).
Lemma slanted_floats i : In i two -> float 53 (-1074) (slanted i).
Proof.
  intros [<-|[<-|[]]].
  - apply (whole 512). lia.
  - change (slanted 1%nat) with (- / 2 ^ 45). apply generic_format_opp. replace (/ 2 ^ 45) with (bpow radix2 (-45)) by (simpl; lra). apply generic_format_bpow. unfold FLT_exp. lia.
Qed.
Lemma slanted_maximum : maximum two slanted = 512.
Proof. unfold slanted. rewrite maximum_pair. apply Rmax_left. assert (0 < / 2 ^ 45) by (apply Rinv_0_lt_compat, pow_lt; lra). lra. Qed.
Lemma slanted_difference : rnd_64 (slanted 1%nat - 512) = - 512.
Proof.
  assert (V : Valid_exp (FLT_exp (-1074) 53)) by (apply FLT_exp_valid; reflexivity). assert (F : float 53 (-1074) (-512)) by (apply (whole (-512)); lia).
  change (slanted 1%nat) with (- / 2 ^ 45). apply Rle_antisym.
  - rewrite <- (rnd_64_exact _ F). apply rnd_le; [apply bits_53|]. assert (0 < / 2 ^ 45) by (apply Rinv_0_lt_compat, pow_lt; lra). lra.
  - apply round_N_ge_midp; [exact V | exact F|]. unfold pred. replace (- (-512)) with 512 by lra. rewrite succ_eq_pos by lra.
    assert (E : ulp radix2 (FLT_exp (-1074) 53) 512 = / 2 ^ 43).
    { replace 512 with (bpow radix2 9) by (simpl; lra). rewrite ulp_bpow. simpl. lra. }
    rewrite E. simpl. lra.
Qed.
Lemma rounding_softmax_sharp :
  ~ forall (I : list nat) x s i,
    I <> [] -> (forall i, In i I -> float 53 (-1074) (x i)) -> summed 53 (-1074) even_ties (term 53 (-1074) even_ties exp_64 I x) I s -> In i I ->
    Rabs (machine_softmax 53 (-1074) even_ties exp_64 I x s i - softmax I x i)
      <= u 53 * softmax I x i * (depth I x + 2 * 1 + count I) * (1 + / 2 ^ 8) + 2 * least (-1074).
Proof.
  intros H. specialize (H two slanted _ 1%nat two_some slanted_floats (in_order 53 (-1074) _ 0%nat 1%nat) in_1).
  set (t := term 53 (-1074) even_ties exp_64 two slanted) in *.
  assert (U : u 53 = / 2 ^ 53) by apply u_53. assert (E0 := exp_pos (-512)). set (g := exp (-512)) in *.
  destruct (eta_range 53 (-1074) bits_53 range_64) as [T0 T1].
  (* exp(-512) is far above the least float *)
  assert (Big : 2 ^ 20 * least (-1074) <= u 53 * g).
  { unfold g. replace (-512) with (- (512)) by lra. rewrite exp_Ropp. replace 512 with (INR 512 * 1) by (rewrite INR_IZR_INZ; simpl; ring). rewrite exp_mult_nat.
    assert (E3 : exp 1 ^ 512 <= 3 ^ 512) by (apply pow_incr; split; [apply Rlt_le, exp_pos | apply exp_le_3]).
    apply Rle_trans with (u 53 * / 3 ^ 512); [|rewrite U; apply Rmult_le_compat_l; [simpl; lra | apply Rinv_le_contravar; [apply pow_lt, exp_pos | auto]]].
    apply Rmult_le_reg_r with (3 ^ 512); [apply pow_lt; lra|]. rewrite (Rmult_assoc (u 53)), Rinv_l, Rmult_1_r by (apply pow_nonzero; lra).
    rewrite U. unfold least. change (bpow radix2 (-1074)) with (/ IZR (2 ^ 1074)). apply Rmult_le_reg_r with (IZR (2 ^ 1074)); [apply IZR_lt; reflexivity|].
    replace (2 ^ 20 * / IZR (2 ^ 1074) * 3 ^ 512 * IZR (2 ^ 1074)) with (2 ^ 20 * 3 ^ 512) by (field; apply IZR_neq; discriminate).
    apply Rmult_le_reg_l with (2 ^ 53); [apply pow_lt; lra|]. rewrite <- (Rmult_assoc (2 ^ 53) (/ 2 ^ 53)), Rinv_r, Rmult_1_l by (apply pow_nonzero; lra).
    rewrite !pow_IZR, <- !mult_IZR. apply IZR_le, Z.leb_le. vm_compute. reflexivity. }
  assert (t0 : t 0%nat = 1).
  { unfold t, term. rewrite slanted_maximum. replace (slanted 0%nat - 512) with 0 by (unfold slanted; simpl; ring).
    rewrite (rnd_64_exact 0) by apply format_0. rewrite exp_0. apply rnd_64_exact, (format_1 _ _ bits_53 range_64). }
  assert (t1 : t 1%nat = rnd_64 g) by (unfold t, term; rewrite slanted_maximum, slanted_difference; reflexivity).
  destruct (rnd_any 53 (-1074) even_ties bits_53 g) as [d [f [Hd [Hf Ef]]]]. rewrite <- t1 in Ef. apply Rabs_le_inv in Hd, Hf.
  assert (gs : g <= / 2 ^ 60).
  { unfold g. replace (-512) with (- (512)) by lra. rewrite exp_Ropp. apply Rinv_le_contravar; [apply pow_lt; lra|]. replace 512 with (INR 512 * 1) by (rewrite INR_IZR_INZ; simpl; ring). rewrite exp_mult_nat.
    apply Rle_trans with (2 ^ 512); [apply Rle_pow; [lra | lia] | apply pow_incr; generalize exp_1_gt_2; lra]. }
  assert (Tg : g * (1 - 2 * u 53) <= t 1%nat <= 2 * g).
  { rewrite Ef, U in *. simpl in *. split; nra. }
  destruct (rnd_any 53 (-1074) even_ties bits_53 (t 0%nat + t 1%nat)) as [d2 [f2 [Hd2 [Hf2 Es]]]]. apply Rabs_le_inv in Hd2, Hf2.
  set (s := rnd_64 (t 0%nat + t 1%nat)) in *.
  assert (Sb : 1 / 2 <= s <= 1 + 3 * u 53) by (rewrite Es, t0, U in *; simpl in *; split; nra).
  set (r := t 1%nat / s). destruct (rnd_any 53 (-1074) even_ties bits_53 r) as [d3 [f3 [Hd3 [Hf3 Er]]]]. apply Rabs_le_inv in Hd3, Hf3.
  assert (Rb : g * (1 - 6 * u 53) <= r).
  { apply Rmult_le_reg_r with s; [lra|]. unfold r, Rdiv. rewrite (Rmult_assoc (t 1%nat)), Rinv_l, Rmult_1_r by lra. apply Rle_trans with (2 := proj1 Tg).
    rewrite Rmult_assoc. apply Rmult_le_compat_l; [lra|]. rewrite U in *. simpl in *. nra. }
  assert (Pb : g * (1 - 8 * u 53) - least (-1074) <= machine_softmax 53 (-1074) even_ties exp_64 two slanted s 1%nat).
  { unfold machine_softmax. fold t r. rewrite Er. assert (0 <= r) by (apply Rle_trans with (2 := Rb); rewrite U; simpl; apply Rmult_le_pos; lra).
    assert (r * (1 - u 53) <= r * (1 + d3)) by (apply Rmult_le_compat_l; lra).
    assert (g * (1 - 6 * u 53) * (1 - u 53) <= r * (1 - u 53)) by (apply Rmult_le_compat_r; [rewrite U; simpl; lra | auto]). rewrite U in *. simpl in *. nra. }
  set (delta := / 2 ^ 45) in *.
  assert (Ps : softmax two slanted 1%nat <= g * (1 - delta / 2)).
  { apply Rle_trans with (exp (slanted 1%nat - 512)).
    - rewrite exp_minus_div. unfold softmax, Rdiv. apply Rmult_le_compat_l; [apply Rlt_le, exp_pos|]. apply Rinv_le_contravar; [apply exp_pos|].
      rewrite sum_pair. change (slanted 0%nat) with 512. generalize (exp_pos (slanted 1%nat)). lra.
    - replace (slanted 1%nat - 512) with (- 512 + - delta) by (change (slanted 1%nat) with (- delta); ring). rewrite exp_plus. fold g. apply Rmult_le_compat_l; [lra|].
      assert (Dl : 0 < delta <= 1 / 2) by (unfold delta; simpl; lra). rewrite exp_Ropp. apply Rle_trans with (/ (1 + delta)).
      + apply Rinv_le_contravar; [lra|]. generalize (exp_ineq1_le delta). lra.
      + apply Rmult_le_reg_l with (1 + delta); [lra|]. rewrite Rinv_r by lra. nra. }
  assert (P0 := softmax_pos two slanted 1%nat two_some).
  assert (D : 0 <= depth two slanted <= 1).
  { generalize (depth_range two slanted two_some). rewrite count_two_2. lra. }
  rewrite count_two_2 in H. set (q := softmax two slanted 1%nat) in *. set (h := machine_softmax 53 (-1074) even_ties exp_64 two slanted s 1%nat) in *.
  set (dep := depth two slanted) in *. set (eta := least (-1074)) in *.
  assert (X : h - q <= u 53 * q * (dep + 2 * 1 + 2) * (1 + / 2 ^ 8) + 2 * eta) by (apply Rle_trans with (2 := H), Rle_abs).
  assert (Y : u 53 * q * (dep + 2 * 1 + 2) <= u 53 * g * 5).
  { apply Rmult_le_compat; [rewrite U; apply Rmult_le_pos; simpl; lra | lra | apply Rmult_le_compat_l; [rewrite U; simpl; lra | assert (0 <= g * (delta / 2)) by (apply Rmult_le_pos; unfold delta; simpl; lra); lra] | lra]. }
  assert (Z : delta = 256 * u 53) by (rewrite U; unfold delta; simpl; lra). assert (W : 0 <= u 53 * g) by (rewrite U; apply Rmult_le_pos; simpl; lra).
  rewrite Z in Ps. simpl in X, Big. lra.
Qed.
