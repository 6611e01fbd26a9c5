/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An implementation of one's own, put before the gate: log-sum-exp and softmax in C.
 *
 *   cc -O2 -shared -fPIC -I ../../properties/include subject.c -o subject.so -lm
 *   ../../softlaw verify --subject ./subject.so
 *
 * It promises 4 ulp.  Laws about functions that it leaves out are not applicable.  The gate finds
 * where the promise is broken: near cancellation, at all -inf, and at +inf.
 */
#include <math.h>
#include <softlaw_subject.h>

static double largest(const double* x, size_t n) {
  double m = -INFINITY;
  for (size_t i = 0; i < n; ++i) m = fmax(m, x[i]);
  return m;
}

static double logsumexp(const double* x, size_t n) {
  const double m = largest(x, n);
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += exp(x[i] - m);
  return m + log(sum);
}

static void softmax(const double* x, size_t n, double* out) {
  const double m = largest(x, n);
  double sum = 0;
  for (size_t i = 0; i < n; ++i) sum += out[i] = exp(x[i] - m);
  for (size_t i = 0; i < n; ++i) out[i] /= sum;
}

static const softlaw_binary64 functions = {
    .size = sizeof(softlaw_binary64),
    .logsumexp = logsumexp,
    .softmax = softmax,
};

static const softlaw_subject subject = {
    .version = SOFTLAW_SUBJECT_VERSION,
    .size = sizeof(softlaw_subject),
    .name = "textbook in C",
    .contract = "4ulp",
    .binary64 = &functions,
};

const softlaw_subject* softlaw_subject_get(void) { return &subject; }
