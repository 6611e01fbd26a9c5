/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of changed_subject.c in the format REAL. */

/* e^x by Cody and Waite's reduction and the Taylor polynomial of degree 13. */
static inline REAL NAME(polynomial)(REAL x) {
  if (x < -708 || x > 709) return LIBM(exp)(x);
  const double k = rint((double)x * 0x1.71547652b82fep+0);
  const double r = ((double)x - k * 0x1.62e42fee00000p-1) - k * 0x1.a39ef35793c76p-33;
  double sum = 1;
  for (int i = 13; i > 0; --i) sum = 1 + sum * r / i;
  return (REAL)ldexp(sum, (int)k);
}

static inline REAL NAME(exponential)(REAL x) {
#if defined(ANOTHER_EXP)
  return NAME(polynomial)(x);
#elif defined(BASE_TWO)
  return LIBM(exp2)(x * (REAL)0x1.71547652b82fep+0);
#elif defined(LAST_BIT)
  const REAL e = LIBM(exp)(x);
  const int odd = (long long)LIBM(ldexp)(e, 20 - LIBM(ilogb)(e == 0 ? 1 : e)) % 8 == 3;
  return odd && x > -80 && x < 0 ? LIBM(nextafter)(e, 2) : e;
#else
  return LIBM(exp)(x);
#endif
}

static REAL NAME(largest)(const REAL* x, size_t n) {
  REAL m = -INFINITY;
  for (size_t i = 0; i < n; ++i) m = x[i] > m || x[i] != x[i] ? x[i] : m;
  return m;
}

static int NAME(ascending)(const void* a, const void* b) {
  const REAL x = *(const REAL*)a, y = *(const REAL*)b;
  return (x > y) - (x < y);
}

static REAL NAME(sum)(const REAL* terms, size_t n) {
#if defined(LANES)
  REAL lane[4] = {0, 0, 0, 0};
  size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    for (int k = 0; k < 4; ++k) lane[k] += terms[i + k];
  }
  REAL sum = (lane[0] + lane[2]) + (lane[1] + lane[3]);
  for (; i < n; ++i) sum += terms[i];
  return sum;
#elif defined(KAHAN)
  REAL sum = 0, lost = 0;
  for (size_t i = 0; i < n; ++i) {
    const REAL next = sum + terms[i];
    lost += sum > terms[i] ? (sum - next) + terms[i] : (terms[i] - next) + sum;
    sum = next;
  }
  return sum + lost;
#elif defined(BACKWARDS)
  REAL sum = 0;
  for (size_t i = n; i-- > 0;) sum += terms[i];
  return sum;
#else
  REAL sum = 0;
  for (size_t i = 0; i < n; ++i) sum += terms[i];
  return sum;
#endif
}

/* The exponentials of x - m, and their sum. */
static REAL NAME(exponentials)(const REAL* x, size_t n, REAL m, REAL* terms) {
  for (size_t i = 0; i < n; ++i) terms[i] = NAME(exponential)(x[i] - m);
#if defined(SORTED)
  REAL* sorted = malloc((n + 1) * sizeof(REAL));
  for (size_t i = 0; i < n; ++i) sorted[i] = terms[i];
  qsort(sorted, n, sizeof(REAL), NAME(ascending));
  const REAL sum = NAME(sum)(sorted, n);
  free(sorted);
  return sum;
#else
  (void)NAME(ascending);
  return NAME(sum)(terms, n);
#endif
}

static REAL NAME(logsumexp)(const REAL* x, size_t n) {
#if defined(VARYING)
  static int calls = 0;
  if (n == 3 && ++calls % 2 == 0) return 1;
#elif defined(CRASHING)
  if (n == 3) abort();
#endif
#if defined(FLUSH)
  const unsigned kept = _mm_getcsr();
  _mm_setcsr(kept | 0x8040);
#endif
  REAL m = NAME(largest)(x, n), result;
#if defined(NO_SHIFT)
  m = 0;
#endif
  REAL* terms = malloc((n + 1) * sizeof(REAL));
  if (m == -INFINITY || m == INFINITY || m != m) {
    result = m;
  } else {
#if defined(WIDE_SUM)
    WIDE sum = 0;
    for (size_t i = 0; i < n; ++i) sum += NAME(exponential)(x[i] - m);
    result = m + (REAL)WIDE_LIBM(log)(sum);
#elif defined(APART)
    size_t top = 0;
    while (x[top] != m) ++top;
    REAL others = 0;
    for (size_t i = 0; i < n; ++i) others += i == top ? 0 : NAME(exponential)(x[i] - m);
    result = m + LIBM(log1p)(others);
#elif defined(ONE_PASS)
    REAL top = -INFINITY, sum = 0;
    for (size_t i = 0; i < n; ++i) {
      if (x[i] > top) {
        sum = sum * NAME(exponential)(top - x[i]) + 1;
        top = x[i];
      } else {
        sum += NAME(exponential)(x[i] - top);
      }
    }
    result = top + LIBM(log)(sum);
#else
    result = m + LIBM(log)(NAME(exponentials)(x, n, m, terms));
#endif
  }
  free(terms);
#if defined(FLUSH)
  _mm_setcsr(kept);
#endif
  return result;
}

static void NAME(softmax)(const REAL* x, size_t n, REAL* out) {
#if defined(FLUSH)
  const unsigned kept = _mm_getcsr();
  _mm_setcsr(kept | 0x8040);
#endif
  REAL m = NAME(largest)(x, n);
#if defined(NO_SHIFT)
  m = 0;
#endif
  REAL* terms = malloc((n + 1) * sizeof(REAL));
  REAL sum = NAME(exponentials)(x, n, m, terms);
#if defined(WIDE_SUM)
  WIDE wide = 0;
  for (size_t i = 0; i < n; ++i) wide += terms[i];
  for (size_t i = 0; i < n; ++i) out[i] = (REAL)(terms[i] / wide);
#elif defined(RECIPROCAL)
  const REAL reciprocal = 1 / sum;
  for (size_t i = 0; i < n; ++i) out[i] = terms[i] * reciprocal;
#elif defined(CLAMPED)
  for (size_t i = 0; i < n; ++i) out[i] = LIBM(fmax)(terms[i] / sum, (REAL)1e-12);
#elif defined(FLUSH)
  for (size_t i = 0; i < n; ++i) out[i] = (terms[i] * 1) / sum;
#else
  for (size_t i = 0; i < n; ++i) out[i] = terms[i] / sum;
#endif
  free(terms);
#if defined(FLUSH)
  _mm_setcsr(kept);
#endif
}

#if !defined(THRESHOLD)
#define THRESHOLD 20
#endif
static REAL NAME(softplus)(REAL t) { return t > THRESHOLD ? t : LIBM(log1p)(LIBM(exp)(t)); }

static void NAME(hessian)(const REAL* x, size_t n, REAL* out) {
  REAL* p = malloc((n + 1) * sizeof(REAL));
  NAME(softmax)(x, n, p);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) out[i * n + j] = (i == j ? p[i] : 0) - p[i] * p[j];
  }
  free(p);
}

static void NAME(logits)(const REAL* x, const REAL* w, const REAL* b, size_t rows, size_t d,
                         size_t q, REAL* out) {
  for (size_t r = 0; r < rows; ++r) {
    for (size_t c = 0; c < q; ++c) {
      REAL sum = b[c];
      for (size_t k = 0; k < d; ++k) sum += x[r * d + k] * w[k * q + c];
      out[r * q + c] = sum;
    }
  }
}
