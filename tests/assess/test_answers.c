// SPDX-License-Identifier: Apache-2.0
// Lines as text, asked of imp_duty and of a batch (imp_batch_duty): the same answers, word for word. IMPOST_LINES is
// the number of lines per question (default 2000).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "book/answer.h"
#include "support/ask.h"

static uint32_t lines_each(void) {
  const char *set = getenv("IMPOST_LINES");
  return set ? (uint32_t)strtoul(set, NULL, 10) : 2000;
}

static bool same_text(const char *a, const char *b) {
  return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_texts(const char *const *a, uint32_t n, const char *const *b, uint32_t m) {
  for (uint32_t i = 0; i < n && n == m; i++)
    if (!same_text(a[i], b[i])) return false;
  return n == m;
}

static const char *row_differs(const struct imp_row *a, const struct imp_row *b) {
  if (!same_text(a->heading, b->heading) || !same_text(a->measure, b->measure)) return "a row";
  if (!same_text(a->title, b->title)) return "a title";
  if (!same_text(a->rate, b->rate)) return "a rate";
  if (a->amount != b->amount) return "an amount";
  if (!same_text(a->act, b->act) || !same_text(a->act_title, b->act_title) ||
      !same_text(a->cite, b->cite) || !same_text(a->source, b->source) ||
      !same_text(a->known, b->known))
    return "an act";
  if (!same_text(a->where.file, b->where.file) || a->where.line != b->where.line)
    return "a place in the law";
  if (!same_text(a->mark, b->mark) || a->is_void != b->is_void || a->pending != b->pending ||
      a->is_base != b->is_base || a->is_stated != b->is_stated)
    return "a mark";
  return NULL;
}

static const struct imp_row *next_row(const struct imp_bill *b, uint32_t *i) {
  while (*i < b->row_count)
    if (b->rows[(*i)++].status == IMP_ROW_APPLIED) return &b->rows[*i - 1];
  return NULL;
}

static const char *bill_differs(const struct imp_bill *a, const struct imp_bill *b) {
  uint32_t i = 0, k = 0;
  if (a->pick_count != b->pick_count) return "picks";
  for (uint32_t p = 0; p < a->pick_count; p++)
    if (!same_text(a->picks[p].question, b->picks[p].question) ||
        !same_text(a->picks[p].answer, b->picks[p].answer))
      return "a pick";
  if (a->low != b->low || a->high != b->high || a->prohibited != b->prohibited) return "the duty";
  if (a->void_low != b->void_low || a->void_high != b->void_high) return "the void part";
  if (a->legal_low != b->legal_low || a->legal_high != b->legal_high) return "the legal duty";
  if (!same_texts(a->assumed, a->assumed_count, b->assumed, b->assumed_count)) return "assumed";
  if (!same_texts(a->needs, a->needs_count, b->needs, b->needs_count)) return "needs";
  if (!same_texts(a->notes, a->notes_count, b->notes, b->notes_count)) return "notes";
  for (;;) {
    const struct imp_row *x = next_row(a, &i), *y = next_row(b, &k);
    if (!x || !y) return x == y ? NULL : "the number of rows";
    const char *what = row_differs(x, y);
    if (what) return what;
  }
}

static const char *answer_differs(const struct imp_answer *a, const struct imp_answer *b) {
  if (a->status != b->status) return "the status";
  if (!same_text(a->id, b->id) || !same_text(a->reason, b->reason) || !same_text(a->next, b->next))
    return "the refusal";
  if (!same_text(a->code, b->code)) return "the code";
  if (!same_text(a->from, b->from) || !same_text(a->place_name, b->place_name)) return "the place";
  if (!same_text(a->on, b->on) || !same_text(a->known, b->known) || a->basis != b->basis)
    return "a day";
  if (a->value != b->value || !same_text(a->value_note, b->value_note)) return "the value";
  if (!same_texts(a->caveats, a->caveat_count, b->caveats, b->caveat_count)) return "caveats";
  if (a->bill_count != b->bill_count) return "the number of bills";
  for (uint32_t i = 0; i < a->bill_count; i++) {
    const char *what = bill_differs(&a->bills[i], &b->bills[i]);
    if (what) return what;
  }
  return NULL;
}

/* Values with cents, without a day of their own, in words that are no number. */
static void make_odd(struct agree *g, struct agree_line *l) {
  uint32_t kind = agree_random(g, 40);
  if (kind == 0)
    snprintf(l->value, sizeof l->value, "%u.%02u", (unsigned)agree_random(g, 9000),
             (unsigned)agree_random(g, 100));
  if (kind == 1)
    snprintf(l->value, sizeof l->value, "$%u,000.00", 1u + (unsigned)agree_random(g, 900));
  if (kind == 2) snprintf(l->value, sizeof l->value, "n/a");
  if (kind == 3) l->on[0] = '\0';
  if (kind == 4) snprintf(l->quantity, sizeof l->quantity, "%u kg", (unsigned)agree_random(g, 500));
}

static uint32_t ask_lines(struct agree *g, struct imp_batch *b, const struct imp_query *q,
                          uint32_t lines) {
  struct imp_error err = {0};
  uint32_t differences = 0;
  for (uint32_t i = 0; i < lines; i++) {
    struct agree_line l;
    agree_make(g, &l);
    make_odd(g, &l);
    struct agree_asked a = agree_pairs(&l);
    struct imp_line line = {.number = 1,
                            .code = l.code,
                            .from = l.from,
                            .on = l.on,
                            .value = l.value,
                            .quantity = l.quantity,
                            .facts = a.facts,
                            .fact_count = l.fact_count,
                            .claims = a.claims,
                            .claim_count = l.claim_count};
    struct imp_assessment *plain = NULL, *quick = NULL;
    assert_int_equal(imp_duty(g->law, q, &line, &plain, &err), IMP_OK);
    for (int again = 0; again < 2;
         again++) { /* the first teaches, the second is from what was learnt */
      assert_int_equal(imp_batch_duty(b, &line, &quick, &err), IMP_OK);
      const char *what = answer_differs(imp_assessment_answer(plain), imp_assessment_answer(quick));
      if (what) agree_say(q, &l, what);
      differences += what != NULL;
      imp_assessment_free(quick);
    }
    const struct imp_answer *answer = imp_assessment_answer(plain);
    g->status[answer->status]++;
    g->several += answer->bill_count > 1;
    imp_assessment_free(plain);
  }
  return differences;
}

static void ask_since(imp_day since, const char *known, const char *on, enum imp_basis basis,
                      uint64_t seed) {
  struct imp_law *law = ask_open();
  struct imp_query q = {.known = known, .on = on, .basis = basis, .brief = true};
  struct imp_batch *b = NULL;
  struct imp_error err = {0};
  struct agree g;
  agree_begin(&g, law, seed);
  g.since = since;
  assert_int_equal(imp_batch_open(law, &q, &b, &err), IMP_OK);
  uint32_t differences = ask_lines(&g, b, &q, lines_each());
  g.narrow = 40; /* few codes: most lines meet what others have taught */
  differences += ask_lines(&g, b, &q, lines_each());
  imp_batch_free(b);
  printf("known %s: ok %llu range %llu refused %llu prohibited %llu several %llu\n",
         known ? known : "newest", (unsigned long long)g.status[0], (unsigned long long)g.status[1],
         (unsigned long long)g.status[2], (unsigned long long)g.status[3],
         (unsigned long long)g.several);
  assert_int_equal(differences, 0);
  assert_true(g.status[IMP_LINE_OK] > 0 && g.status[IMP_LINE_REFUSED] > 0);
  agree_end(&g);
  imp_law_free(law);
}

static void ask(const char *known, const char *on, enum imp_basis basis, uint64_t seed) {
  ask_since(0, known, on, basis, seed);
}

static void test_newest(void **state) {
  (void)state;
  ask(NULL, NULL, IMP_COLLECTED, 31);
  ask(NULL, "2026-01-15", IMP_LEGAL, 32);
}

static void test_before_the_judgment(void **state) {
  (void)state;
  ask("2026-02-19", NULL, IMP_COLLECTED, 33);
}

static void test_open_questions(void **state) {
  (void)state;
  ask("2025-10-26", NULL, IMP_COLLECTED, 34);
  ask("2025-11-05", "2025-11-12", IMP_COLLECTED, 35);
}

/* Files in a folder `doubtful` are named on lines they might reach. */
static void test_doubtful(void **state) {
  (void)state;
  struct imp_law *law = ask_open();
  imp_day since = doubtful_since(law);
  imp_law_free(law);
  assert_true(since < DAY_NEVER);
  ask_since(since, NULL, NULL, IMP_COLLECTED, 36);
  ask_since(since, "2026-09-01", NULL, IMP_LEGAL, 37);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_newest),
      cmocka_unit_test(test_before_the_judgment),
      cmocka_unit_test(test_open_questions),
      cmocka_unit_test(test_doubtful),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
