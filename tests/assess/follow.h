// SPDX-License-Identifier: Apache-2.0
// Small laws with questions, and a line asked under them of imp_duty and of a batch, which agree to the word.
//
// Include after <cmocka.h>, once, in the file that has the group; text_law.h says what the group needs.
#ifndef IMPOST_TESTS_FOLLOW_H
#define IMPOST_TESTS_FOLLOW_H

#include "impost/batch.h"
#include "support/text_law.h"

static const char acts[] = TEXT_LAW_ACTS;

/* ---- asking both ways ---------------------------------------------------------------------------------------------- */

/* Bills as "us.a=yes 3; us.a=no 0": the picks and whole per cents. */
static inline void shown(const struct imp_answer *a, char *out, size_t size) {
  size_t n = 0;
  out[0] = 0;
  if (a->id) snprintf(out, size, "%s: %s", a->id, a->reason);
  for (uint32_t i = 0; i < a->bill_count && n < size; i++) {
    n += (size_t)snprintf(out + n, size - n, "%s", i ? "; " : "");
    for (uint32_t p = 0; p < a->bills[i].pick_count && n < size; p++)
      n += (size_t)snprintf(out + n, size - n, "%s=%s ", a->bills[i].picks[p].question,
                            a->bills[i].picks[p].answer);
    if (n < size) n += (size_t)snprintf(out + n, size - n, "%d", (int)(a->bills[i].high / 10000));
  }
}

static const struct imp_line toys = {
    .number = 1, .code = "9503.00.0073", .from = "CN", .on = "2025-06-01", .value = "10000"};

/* The line asked plainly; the batch says the same, also of a line it has met. */
static inline struct asked ask_both(const struct imp_query *q) {
  char plain[2000], quick[2000];
  struct imp_error err = {0};
  struct imp_batch *b = NULL;
  struct asked a = ask_line(&law, q, &toys);
  shown(a.answer, plain, sizeof plain);
  assert_int_equal(imp_batch_open(&law, q, &b, &err), IMP_OK);
  for (int again = 0; again < 2; again++) {
    struct imp_assessment *fast = NULL;
    assert_int_equal(imp_batch_duty(b, &toys, &fast, &err), IMP_OK);
    shown(imp_assessment_answer(fast), quick, sizeof quick);
    imp_assessment_free(fast);
    if (strcmp(plain, quick)) fail_msg("plain \"%s\", of a batch \"%s\"", plain, quick);
  }
  imp_batch_free(b);
  return a;
}

/* A duty on everything, of so many per cent. */
static inline void measure(struct buf *b, const char *name, int percent, const char *cond) {
  buf_printf(b,
             "measure us.%s\n  title  %s\n  into   US\n  goods  all\n"
             "  rate   %d%%  from 2025-01-01  by us.act  %s\n",
             name, name, percent, cond);
}

#endif
