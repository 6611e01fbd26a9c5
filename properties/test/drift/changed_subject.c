/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A textbook subject with one change at a time, chosen by a macro: what drift is tested on.
 * changed_functions.h has the functions, once for each format.
 */
#include <math.h>
#include <softlaw_subject.h>
#include <stdlib.h>
#if defined(FLUSH)
#include <xmmintrin.h>
#endif

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)

#define REAL double
#define WIDE long double
#define NAME(name) PASTE(name, _64)
#define LIBM(name) name
#define WIDE_LIBM(name) PASTE(name, l)
#include "changed_functions.h"
#undef REAL
#undef WIDE
#undef NAME
#undef LIBM
#undef WIDE_LIBM

#define REAL float
#define WIDE double
#define NAME(name) PASTE(name, _32)
#define LIBM(name) PASTE(name, f)
#define WIDE_LIBM(name) name
#include "changed_functions.h"

#define TABLE(suffix, type)                                                                  \
  {                                                                                          \
    .size = sizeof(type), .logsumexp = PASTE(logsumexp, suffix),                             \
    .softmax = PASTE(softmax, suffix), .softplus = PASTE(softplus, suffix),                  \
    .logsumexp_hessian = PASTE(hessian, suffix), .regression_logits = PASTE(logits, suffix), \
  }
static const softlaw_binary64 binary64 = TABLE(_64, softlaw_binary64);
static const softlaw_binary32 binary32 = TABLE(_32, softlaw_binary32);

static const softlaw_subject subject = {
    .version = SOFTLAW_SUBJECT_VERSION,
    .size = sizeof(softlaw_subject),
    .name = "changed",
    .contract = "64ulp",
    .binary64 = &binary64,
    .binary32 = &binary32,
};

const softlaw_subject* softlaw_subject_get(void) { return &subject; }
