/* SPDX-License-Identifier: Apache-2.0 */
/* A subject that misbehaves as the variable AWKWARD says, mostly while it is loaded. */
#include <softlaw_subject.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char* mood(void) {
  const char* text = getenv("AWKWARD");
  return text ? text : "";
}

static void hang_if(const char* when) {
  for (volatile int again = strcmp(mood(), when) == 0; again;) {
  }
}

static void speak(void) {
  if (strcmp(mood(), "speak") == 0) puts("spoken");
}

static double logsumexp(const double* x, size_t n) {
  hang_if("hang-later");
  speak();
  return n == 1 ? x[0] : 0;
}

static const softlaw_binary64 functions = {
    .size = sizeof(softlaw_binary64),
    .logsumexp = logsumexp,
};

static const softlaw_subject subject = {
    .version = SOFTLAW_SUBJECT_VERSION,
    .size = sizeof(softlaw_subject),
    .name = "awkward",
    .contract = "4ulp",
    .binary64 = &functions,
};

const softlaw_subject* softlaw_subject_get(void) {
  if (strcmp(mood(), "abort") == 0) abort();
  if (strcmp(mood(), "exit") == 0) exit(0);
  hang_if("hang");
  atexit(speak);
  speak();
  return &subject;
}
