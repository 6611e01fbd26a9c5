(* SPDX-License-Identifier: Apache-2.0 *)
(** What the theorems speak of.

    A vector is a list [I] of indices, of any type, and a function [x] from indices to the real numbers: its entries
    are [x i] for [i] in [I].  Its length is [length I], which is at least 1 where a theorem says [I <> []].  A vector
    of ℝⁿ is [seq 0 n] with [x : nat -> R].  Concatenation of vectors is [I ++ J], a permutation is one of [I].

    [exp] and [ln] are those of Coq's standard library, [exp] the sum of its power series and [ln] the inverse of
    it.  [ln 0] is 0 there, so that [p * ln p] follows the convention 0 log 0 = 0.

    Questions of a reader.

    What exactly is assumed about exp?  Nothing about this one: what is used of it is proved from its series.  About the exp
    and log of a machine the theorems of floating/ assume [exp_accurate] and [ln_accurate] (floating/shifted.v), which are
    proved there for functions that round correctly, and for functions that err by at most k ulp.

    Is n = 1 included?  Yes, wherever a theorem says [I <> []].  A theorem that needs two entries says
    [(2 <= length I)%nat], or puts an index before a list that is not empty.  [bounds_single] is the case of one entry. *)
From Coq Require Import Reals List.
Import ListNotations.
Open Scope R_scope.

Section Vectors.
Context {A : Type}.
Implicit Types (I : list A) (x y h p q : A -> R).

Fixpoint sum I x : R :=
  match I with
  | [] => 0
  | i :: J => x i + sum J x
  end.

Definition count I : R := INR (length I).

Fixpoint maximum I x : R :=
  match I with
  | [] => 0
  | [i] => x i
  | i :: J => Rmax (x i) (maximum J x)
  end.

Definition minimum I x : R := - maximum I (fun i => - x i).
Definition spread I x : R := maximum I x - minimum I x.
Definition inner I p x : R := sum I (fun i => p i * x i).
Definition average I x : R := sum I x / count I.
Definition norm1 I x : R := sum I (fun i => Rabs (x i)).
Definition norm2 I x : R := sqrt (sum I (fun i => x i ^ 2)).
Definition norm_max I x : R := maximum I (fun i => Rabs (x i)).

(** How many entries are [a]. *)
Definition times I x (a : R) : R := sum I (fun i => if Req_EM_T (x i) a then 1 else 0).

(** Log-sum-exp, soft-min, and what they are when scaled. *)
Definition lse I x : R := ln (sum I (fun i => exp (x i))).
Definition softmin I x : R := - lse I (fun i => - x i).
Definition lse_scaled I (lambda : R) x : R := / lambda * lse I (fun i => lambda * x i).
Definition softmin_scaled I (lambda : R) x : R := / lambda * softmin I (fun i => lambda * x i).
Definition excess I x : R := lse I x - maximum I x.

Definition softmax I x : A -> R := fun i => exp (x i) / sum I (fun j => exp (x j)).
Definition log_softmax I x : A -> R := fun i => ln (softmax I x i).

(** The mean and the variance of the numbers [h] under [softmax x], and the third and fourth central moments. *)
Definition mean I x h : R := inner I (softmax I x) h.
Definition covariance I x g h : R :=
  mean I x (fun i => (g i - mean I x g) * (h i - mean I x h)).
Definition variance I x h : R := covariance I x h h.
Definition moment I x h (k : nat) : R := mean I x (fun i => (h i - mean I x h) ^ k).

(** A probability distribution, and one without zeros. *)
Definition distribution I p : Prop := (forall i, In i I -> 0 <= p i) /\ sum I p = 1.
Definition positive I p : Prop := forall i, In i I -> 0 < p i.

(** Information, in nats.  Where [q i] is 0 and [p i] is not, the true value is infinite: the theorems ask for
    [positive I q]. *)
Definition surprisal (a : R) : R := - ln a.
Definition entropy I p : R := - sum I (fun i => p i * ln (p i)).
Definition cross_entropy I p q : R := - sum I (fun i => p i * ln (q i)).
Definition kl I p q : R := sum I (fun i => p i * ln (p i / q i)).

(** The Hessian of log-sum-exp: as a matrix, where the indices can be told apart, and applied to a vector. *)
Variable same : forall i j : A, {i = j} + {i <> j}.
Definition unit_vector (i : A) : A -> R := fun j => if same i j then 1 else 0.
Definition hessian I x (i j : A) : R :=
  softmax I x i * unit_vector i j - softmax I x i * softmax I x j.
Definition hessian_product I x h (i : A) : R := softmax I x i * (h i - mean I x h).
End Vectors.

(** Functions of one number and of two. *)
Definition softplus (t : R) : R := ln (1 + exp t).
Definition logistic (t : R) : R := 1 / (1 + exp (- t)).
Definition logaddexp (a b : R) : R := ln (exp a + exp b).
Definition preference (a b : R) : R := exp a / (exp a + exp b).

(** The entropy of a coin: of [s] and [1 - s]. *)
Definition coin_entropy (s : R) : R := - (s * ln s) - (1 - s) * ln (1 - s).
