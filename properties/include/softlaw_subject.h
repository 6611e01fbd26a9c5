/* SPDX-License-Identifier: Apache-2.0 */
/**
 * \file softlaw_subject.h
 * \brief The table of functions through which every implementation is judged.
 *
 * A subject is a shared object that exports
 * \code
 * const softlaw_subject* softlaw_subject_get(void);
 * \endcode
 * The tables are versioned and sized: fields are only ever added at their end, so an old object
 * works with a newer gate.  Set `size` to `sizeof` of the table you fill.  Leave out functions
 * that you lack: a null pointer makes the laws that need it "not applicable".
 *
 * Every function must be pure (one input, one output, no state) and may be called with any input
 * at all: empty, infinite, NaN.  Outputs never alias inputs unless a law says so.
 */
#ifndef SOFTLAW_SUBJECT_H
#define SOFTLAW_SUBJECT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of these tables; a gate refuses a subject of another version. */
#define SOFTLAW_SUBJECT_VERSION 1u

/*
 * The functions of one floating-point format.  n is the length of x; `out` has room for the result.
 *
 *   logsumexp                log sum exp(x_i);  -inf for n = 0
 *   logsumexp_scaled         1/lambda * logsumexp(lambda * x), lambda non-zero
 *   logaddexp                logsumexp of two numbers
 *   softmin                  -logsumexp(-x)
 *   softmin_scaled           1/lambda * softmin(lambda * x)
 *   excess                   logsumexp(x) - max(x)
 *   softmax, log_softmax     n results
 *   ..._temperature          of x / temperature
 *   ..._rows                 each of `rows` rows of `columns` entries, `ldx` and `ldout` apart
 *   softplus, logistic       log(1 + exp t),  1 / (1 + exp -t)
 *   logsumexp_hessian        diag(p) - p p^T, n x n, row by row
 *   logsumexp_hessian_vector the same times v
 *   softmax_derivative       d^k softmax(x) . (h_1, ..., h_k), k = order, at least 1
 *   entropy                  -sum p_i log p_i in nats
 *   huffman_lengths          lengths of an optimal prefix code over `radix` digits
 *
 *   softmax_jet              the coefficients of t^0 ... t^order in softmax(x + t h), n of each
 *   softmax_taylor           their sum: the Taylor polynomial at x + h
 *   logsumexp_cumulants      the cumulants 1 ... order of h under softmax(x)
 *   logsumexp_derivative     d^k logsumexp(x) . (h_1, ..., h_k): the joint cumulant
 *
 *   cross_entropy            -sum p_i log q_i
 *   kl_divergence            sum p_i log(p_i / q_i)
 *   surprisal                -log p
 *   nats_to_bits and back    nats / log 2, bits * log 2
 *   softmax_entropy          the entropy of softmax(x)
 *   escort                   p_i^alpha over their sum, on the support; alpha > 0
 *
 *   cross_entropy_logits     -sum y_j log softmax(o)_j for any labels y >= 0
 *   ..._gradient             sum(y) softmax(o) - y
 *   cross_entropy_label      logsumexp(o) - o_label, and its gradient softmax(o) - e_label
 *   regression_logits        X W + b: X is rows x d, W is d x q, b has q entries, all dense
 *   regression_loss          the mean over the rows of cross_entropy_logits(X W + b, Y)
 *   regression_gradient      its gradient with respect to W (d x q) and b (q)
 *   preference               1 / (1 + exp(b - a)): that a is chosen, of two with these log scores
 *   bradley_terry            a / (a + b): the same for scores that are positive
 *   choice                   softmax of o and the default option: n + 1 results, the default last
 *
 * The lattice soft-min f(n) = -1/alpha log sum_k exp(-alpha ((n - k d - d^2)^2 + epsilon)),
 * k = 0 ... floor(n / d), for d > 0 and alpha > 0:
 *
 *   lattice_softmin          f(n); +inf for n < 0
 *   ..._derivative           its derivative of that order with respect to n, from the right
 *   ..._alpha, ..._mixed     its derivatives with respect to alpha; n and alpha
 *   lattice_effective_terms  the exponential of the entropy of its weights
 *   lattice_weights          the weights first ... first + count - 1; 0 beyond the last
 *   lattice_jump             f(m d) less its limit from the left, m >= 1
 *   lattice_last             floor(n / d) of the exact quotient, at most 2^64 - 1
 *   lattice_nearest          the index k of the nearest point k d + d^2; the lower of two. Where there
 *                            is no point, for n < 0 or n not finite, both are 2^64 - 1
 *
 *   logit                    log(p / (1 - p));  NaN outside [0, 1]
 *   log_logistic             -log(1 + exp -t)
 *   log1mexp                 log(1 - exp x);  NaN for x > 0
 *   logsubexp                log(exp a - exp b);  NaN for a < b
 *   softplus_inverse         log(exp y - 1);  NaN for y < 0
 */
/* clang-format off */
#define SOFTLAW_DEFINE_FUNCTIONS(NAME, REAL)                                                      \
  typedef struct NAME {                                                                           \
    size_t size;                                                                                  \
    REAL (*logsumexp)(const REAL* x, size_t n);                                                   \
    REAL (*logsumexp_scaled)(const REAL* x, size_t n, REAL lambda);                               \
    REAL (*logaddexp)(REAL a, REAL b);                                                            \
    REAL (*softmin)(const REAL* x, size_t n);                                                     \
    REAL (*softmin_scaled)(const REAL* x, size_t n, REAL lambda);                                 \
    REAL (*excess)(const REAL* x, size_t n);                                                      \
    void (*softmax)(const REAL* x, size_t n, REAL* out);                                          \
    void (*softmax_temperature)(const REAL* x, size_t n, REAL temperature, REAL* out);            \
    void (*log_softmax)(const REAL* x, size_t n, REAL* out);                                      \
    void (*log_softmax_temperature)(const REAL* x, size_t n, REAL temperature, REAL* out);        \
    void (*softmax_rows)(const REAL* x, size_t rows, size_t columns, size_t ldx,                  \
                         REAL temperature, REAL* out, size_t ldout);                              \
    void (*log_softmax_rows)(const REAL* x, size_t rows, size_t columns, size_t ldx,              \
                             REAL temperature, REAL* out, size_t ldout);                          \
    REAL (*softplus)(REAL t);                                                                     \
    REAL (*logistic)(REAL t);                                                                     \
    void (*logsumexp_hessian)(const REAL* x, size_t n, REAL* out);                                \
    void (*logsumexp_hessian_vector)(const REAL* x, const REAL* v, size_t n, REAL* out);          \
    void (*softmax_derivative)(const REAL* x, size_t n, const REAL* const* directions,            \
                               size_t order, REAL* out);                                          \
    REAL (*entropy)(const REAL* p, size_t n);                                                     \
    void (*huffman_lengths)(const REAL* weights, size_t n, uint32_t radix, uint32_t* lengths);    \
    void (*softmax_jet)(const REAL* x, const REAL* h, size_t n, size_t order, REAL* out);         \
    void (*softmax_taylor)(const REAL* x, const REAL* h, size_t n, size_t order, REAL* out);      \
    void (*logsumexp_cumulants)(const REAL* x, const REAL* h, size_t n, size_t order, REAL* out); \
    REAL (*logsumexp_derivative)(const REAL* x, size_t n, const REAL* const* directions,          \
                                 size_t order);                                                   \
    REAL (*cross_entropy)(const REAL* p, const REAL* q, size_t n);                                \
    REAL (*kl_divergence)(const REAL* p, const REAL* q, size_t n);                                \
    REAL (*surprisal)(REAL p);                                                                    \
    REAL (*nats_to_bits)(REAL nats);                                                              \
    REAL (*bits_to_nats)(REAL bits);                                                              \
    REAL (*softmax_entropy)(const REAL* x, size_t n);                                             \
    void (*escort)(const REAL* p, size_t n, REAL alpha, REAL* out);                               \
    REAL (*cross_entropy_logits)(const REAL* o, const REAL* y, size_t n);                         \
    void (*cross_entropy_logits_gradient)(const REAL* o, const REAL* y, size_t n, REAL* out);     \
    REAL (*cross_entropy_label)(const REAL* o, size_t n, size_t label);                           \
    void (*cross_entropy_label_gradient)(const REAL* o, size_t n, size_t label, REAL* out);       \
    void (*regression_logits)(const REAL* x, const REAL* w, const REAL* b, size_t rows, size_t d, \
                              size_t q, REAL* out);                                               \
    REAL (*regression_loss)(const REAL* x, const REAL* w, const REAL* b, const REAL* y,           \
                            size_t rows, size_t d, size_t q);                                     \
    void (*regression_gradient)(const REAL* x, const REAL* w, const REAL* b, const REAL* y,       \
                                size_t rows, size_t d, size_t q, REAL* dw, REAL* db);             \
    REAL (*preference)(REAL a, REAL b);                                                           \
    REAL (*bradley_terry)(REAL a, REAL b);                                                        \
    void (*choice)(const REAL* o, size_t n, REAL none, REAL* out);                                \
    REAL (*lattice_softmin)(REAL n, REAL d, REAL alpha, REAL epsilon);                            \
    REAL (*lattice_softmin_derivative)(REAL n, REAL d, REAL alpha, size_t order);                 \
    REAL (*lattice_softmin_alpha)(REAL n, REAL d, REAL alpha);                                    \
    REAL (*lattice_softmin_mixed)(REAL n, REAL d, REAL alpha);                                    \
    REAL (*lattice_effective_terms)(REAL n, REAL d, REAL alpha);                                  \
    void (*lattice_weights)(REAL n, REAL d, REAL alpha, uint64_t first, size_t count, REAL* out); \
    REAL (*lattice_jump)(uint64_t m, REAL d, REAL alpha);                                         \
    uint64_t (*lattice_last)(REAL n, REAL d);                                                     \
    uint64_t (*lattice_nearest)(REAL n, REAL d);                                                  \
    REAL (*logit)(REAL p);                                                                        \
    REAL (*log_logistic)(REAL t);                                                                 \
    REAL (*log1mexp)(REAL x);                                                                     \
    REAL (*logsubexp)(REAL a, REAL b);                                                            \
    REAL (*softplus_inverse)(REAL y);                                                             \
  } NAME
/* clang-format on */

SOFTLAW_DEFINE_FUNCTIONS(softlaw_binary64, double);
SOFTLAW_DEFINE_FUNCTIONS(softlaw_binary32, float);

/*
 * Codes and counts: no floating point.  Digits are 0 ... radix - 1, one a uint32_t.
 *
 *   kraft_sum      sum radix^-lengths[i], exactly: the integer part is returned, the digits of the
 *                  fraction go to `fraction`, most significant first, one for each of 1 ... max length
 *   prefix_encode  writes the words of `symbols` one after the other and returns the number of
 *                  digits written
 *   prefix_decode  reads `count` symbols back from exactly `digit_count` digits and returns
 *                  digit_count; on digits that are not the words of so many symbols, SIZE_MAX.
 *                  Both use the canonical code of `lengths`: words in order of length, words of
 *                  equal length in order of symbols, each the lowest that is still free
 *   digit_count    the least m with radix^m >= states
 *   block_length   the least m with radix^m >= alphabet^n
 *   block_encode   the n symbols as one number in base `alphabet`, first symbol leading, written in
 *                  block_length digits, first digit leading; returns their number
 *   block_decode   the inverse; returns digit_count, or SIZE_MAX on digits that encode no block
 *   regression_parameters  d q + q
 */
typedef struct softlaw_coding {
  size_t size;
  uint64_t (*kraft_sum)(const uint32_t* lengths, size_t n, uint32_t radix, uint32_t* fraction);
  size_t (*prefix_encode)(const uint32_t* lengths, size_t n, uint32_t radix,
                          const uint32_t* symbols, size_t count, uint32_t* digits);
  size_t (*prefix_decode)(const uint32_t* lengths, size_t n, uint32_t radix, const uint32_t* digits,
                          size_t digit_count, uint32_t* symbols, size_t count);
  uint32_t (*digit_count)(uint64_t states, uint32_t radix);
  size_t (*block_length)(uint32_t alphabet, size_t n, uint32_t radix);
  size_t (*block_encode)(uint32_t alphabet, const uint32_t* symbols, size_t n, uint32_t radix,
                         uint32_t* digits);
  size_t (*block_decode)(uint32_t alphabet, const uint32_t* digits, size_t digit_count,
                         uint32_t radix, uint32_t* symbols, size_t n);
  uint64_t (*regression_parameters)(uint64_t d, uint64_t q);
} softlaw_coding;

/** A subject: its name, its contract and its functions. */
typedef struct softlaw_subject {
  uint32_t version; /**< SOFTLAW_SUBJECT_VERSION */
  uint32_t size;    /**< sizeof(softlaw_subject) */
  const char* name;
  /** What each output promises: `"textbook"`, `"careful"` or another profile; `"Kulp+Ccond"`, within K ulp
   *  of the exact value, plus C times the forward error that rounding the inputs of the shifted algorithm
   *  causes; `"correctly-rounded"`, the float nearest to it; by function and with facts, `"4ulp with
   *  in-range; softmax: 2ulp"`.  See the page on contracts. */
  const char* contract;
  const softlaw_binary64* binary64; /**< or null */
  const softlaw_binary32* binary32; /**< or null */
  const softlaw_coding* coding;     /**< or null */
} softlaw_subject;

/** The function that a shared object must export. */
const softlaw_subject* softlaw_subject_get(void);

#ifdef __cplusplus
}
#endif

#endif /* SOFTLAW_SUBJECT_H */
