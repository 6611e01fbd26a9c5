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
 * works with a newer gate.  Set `size` to `sizeof` of the table you fill.  Leave out what you do
 * not have: a null pointer makes the laws that need it "not applicable".
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
 *   softmax_derivative       d^k softmax(x) . (h_1, ..., h_k), k = order from 1 to 3
 *   entropy                  -sum p_i log p_i in nats
 *   huffman_lengths          lengths of an optimal prefix code over `radix` digits
 */
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
  } NAME

SOFTLAW_DEFINE_FUNCTIONS(softlaw_binary64, double);
SOFTLAW_DEFINE_FUNCTIONS(softlaw_binary32, float);

/*
 * Prefix codes: no floating point.  Digits are 0 ... radix - 1, one a uint32_t.
 *
 *   kraft_sum      sum radix^-lengths[i], exactly: the integer part is returned, the digits of the
 *                  fraction go to `fraction`, most significant first, one for each of 1 ... max length
 *   prefix_encode  writes the words of `symbols` one after the other and returns how many digits
 *                  that took
 *   prefix_decode  reads `count` symbols back from exactly `digit_count` digits and returns
 *                  digit_count; on digits that are not the words of so many symbols, SIZE_MAX
 */
typedef struct softlaw_coding {
  size_t size;
  uint64_t (*kraft_sum)(const uint32_t* lengths, size_t n, uint32_t radix, uint32_t* fraction);
  size_t (*prefix_encode)(const uint32_t* lengths, size_t n, uint32_t radix,
                          const uint32_t* symbols, size_t count, uint32_t* digits);
  size_t (*prefix_decode)(const uint32_t* lengths, size_t n, uint32_t radix,
                          const uint32_t* digits, size_t digit_count, uint32_t* symbols,
                          size_t count);
} softlaw_coding;

/** A subject: its name, what it promises, what it can do. */
typedef struct softlaw_subject {
  uint32_t version; /**< SOFTLAW_SUBJECT_VERSION */
  uint32_t size;    /**< sizeof(softlaw_subject) */
  const char* name;
  /** `"Kulp"` or `"Kulp+Ccond"`: each output is within K ulp of the exact value, plus C times the
   *  forward error that rounding the inputs of the shifted algorithm causes.  See the page on
   *  contracts.  Correct rounding is `"0.5ulp"`. */
  const char* contract;
  const softlaw_binary64* binary64; /**< or null */
  const softlaw_binary32* binary32; /**< or null */
  const softlaw_coding* coding;     /**< or null */
} softlaw_subject;

/** What a shared object must export. */
const softlaw_subject* softlaw_subject_get(void);

#ifdef __cplusplus
}
#endif

#endif /* SOFTLAW_SUBJECT_H */
