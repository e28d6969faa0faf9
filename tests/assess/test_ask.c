// SPDX-License-Identifier: Apache-2.0
// What to find out first of random lines, asked of imp_ask and through a batch: the same items, word for word.
// IMPOST_LINES is the number of lines per question (default 150).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "impost/ask.h"
#include "support/ask.h"

static uint64_t items, claims;

static uint32_t lines_each(void) {
  const char *set = getenv("IMPOST_LINES");
  return set ? (uint32_t)strtoul(set, NULL, 10) : 150;
}

static bool same_text(const char *a, const char *b) {
  return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_answer(const struct imp_ask_answer *a, const struct imp_ask_answer *b) {
  return same_text(a->option, b->option) && same_text(a->also, b->also) && a->low == b->low &&
         a->high == b->high && a->fee_low == b->fee_low && a->fee_high == b->fee_high &&
         same_text(a->refused, b->refused) && a->prohibited == b->prohibited;
}

static const char *item_differs(const struct imp_ask_item *a, const struct imp_ask_item *b) {
  if (a->kind != b->kind || !same_text(a->name, b->name)) return "which item";
  if (!same_text(a->question, b->question)) return "a question";
  if (!same_text(a->presumed, b->presumed)) return "a presumption";
  if (a->moves != b->moves) return "what it moves";
  if (a->answer_count != b->answer_count) return "the number of answers";
  for (uint32_t i = 0; i < a->answer_count; i++)
    if (!same_answer(&a->answers[i], &b->answers[i])) return "an answer";
  return NULL;
}

static const char *differs(struct agree *g, const struct imp_ask *a, const struct imp_ask *b) {
  enum imp_line_status status = imp_ask_line(a)->status;
  g->status[status]++;
  if (status != imp_ask_line(b)->status) return "the status";
  if (status == IMP_LINE_REFUSED) return NULL;
  items += imp_ask_count(a);
  for (uint32_t i = 0; i < imp_ask_count(a) && i < imp_ask_count(b); i++) {
    const char *what = item_differs(imp_ask_at(a, i), imp_ask_at(b, i));
    claims += imp_ask_at(a, i)->kind == IMP_ASK_CLAIM;
    if (what) return what;
  }
  return imp_ask_count(a) == imp_ask_count(b) ? NULL : "the number of items";
}

static uint32_t ask_one(struct agree *g, struct imp_batch *b, const struct imp_query *q,
                        const struct agree_line *l) {
  struct imp_error err = {0};
  struct agree_asked a = agree_pairs(l);
  struct imp_line line = {.number = 1,
                          .code = l->code,
                          .from = l->from,
                          .on = l->on,
                          .value = l->value,
                          .quantity = l->quantity,
                          .quantity2 = l->quantity2,
                          .unit = l->unit,
                          .unit2 = l->unit2,
                          .facts = a.facts,
                          .fact_count = l->fact_count,
                          .claims = a.claims,
                          .claim_count = l->claim_count};
  struct imp_ask *plain = NULL, *quick = NULL;
  uint32_t differences = 0;
  assert_int_equal(imp_ask(g->law, q, &line, &plain, &err), IMP_OK);
  for (int again = 0; again < 2;
       again++) { /* the first teaches, the second is from what was learnt */
    assert_int_equal(imp_batch_ask(b, &line, &quick, &err), IMP_OK);
    const char *what = differs(g, plain, quick);
    if (what) agree_say(q, l, what);
    differences += what != NULL;
    imp_ask_free(quick);
  }
  imp_ask_free(plain);
  return differences;
}

/* Values about the limits of fees and of informal entries too. */
static void make_value(struct agree *g, struct agree_line *l) {
  static const char *const some[] = {"1", "7", "800", "801", "2500", "2501", "9443", "250000"};
  uint32_t kind = agree_random(g, 24);
  if (kind < sizeof some / sizeof *some) snprintf(l->value, sizeof l->value, "%s", some[kind]);
}

static void ask(const char *known, enum imp_basis basis, uint64_t seed) {
  struct imp_law *law = ask_open();
  struct imp_query q = {.known = known, .basis = basis};
  struct imp_batch *b = NULL;
  struct imp_error err = {0};
  struct agree g;
  uint32_t differences = 0;
  agree_begin(&g, law, seed);
  assert_int_equal(imp_batch_open(law, &q, &b, &err), IMP_OK);
  for (uint32_t i = 0; i < lines_each(); i++) {
    struct agree_line l;
    if (i == lines_each() / 2) g.narrow = 20; /* most lines meet what others have taught */
    if (i == lines_each() / 4) g.several_units = true;
    agree_make(&g, &l);
    make_value(&g, &l);
    differences += ask_one(&g, b, &q, &l);
  }
  imp_batch_free(b);
  printf("known %s: ok %llu range %llu refused %llu prohibited %llu items %llu claims %llu\n",
         known ? known : "newest", (unsigned long long)g.status[0], (unsigned long long)g.status[1],
         (unsigned long long)g.status[2], (unsigned long long)g.status[3],
         (unsigned long long)items, (unsigned long long)claims);
  assert_int_equal(differences, 0);
  assert_true(g.status[IMP_LINE_OK] > 0 && items > 0);
  agree_end(&g);
  imp_law_free(law);
}

static void test_newest(void **state) {
  (void)state;
  ask(NULL, IMP_COLLECTED, 61);
  assert_true(claims > 0);
}

static void test_legal(void **state) {
  (void)state;
  ask(NULL, IMP_LEGAL, 62);
}

static void test_open_questions(void **state) {
  (void)state;
  ask("2025-10-26", IMP_COLLECTED, 63);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_newest),
      cmocka_unit_test(test_legal),
      cmocka_unit_test(test_open_questions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
