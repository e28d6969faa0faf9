// SPDX-License-Identifier: Apache-2.0
// Fees of entries of random lines, asked of imp_entry_fees and of a batch: the same fees, word for word, and the same parts of them.
// IMPOST_ENTRIES is the number of entries per question (default 400).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "impost/duty.h"
#include "support/ask.h"

enum { MOST = 9 };

struct drawn { /* an entry */
  struct agree_line lines[MOST];
  struct agree_asked pairs[MOST];
  struct imp_line line[MOST];
  uint32_t count;
};

static uint64_t fees, amounts, ranges, unknown;

static uint32_t entries_each(void) {
  const char *set = getenv("IMPOST_ENTRIES");
  return set ? (uint32_t)strtoul(set, NULL, 10) : 400;
}

static bool same_text(const char *a, const char *b) {
  return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_fee(const struct imp_fee *a, const struct imp_fee *b) {
  return same_text(a->name, b->name) && same_text(a->measure, b->measure) &&
         same_text(a->rate, b->rate) && a->base == b->base && a->low == b->low &&
         a->high == b->high && same_text(a->act, b->act) && same_text(a->cite, b->cite) &&
         same_text(a->where.file, b->where.file) && a->where.line == b->where.line &&
         a->unknown == b->unknown && same_text(a->why, b->why);
}

static bool same_fees(const struct imp_fees *a, const struct imp_fees *b, uint32_t lines) {
  if (imp_fees_count(a) != imp_fees_count(b)) return false;
  for (uint32_t i = 0; i < imp_fees_count(a); i++) {
    if (!same_fee(imp_fees_at(a, i), imp_fees_at(b, i))) return false;
    for (uint32_t k = 0; k < lines; k++)
      if (imp_fees_base(a, i, k) != imp_fees_base(b, i, k)) return false;
  }
  return true;
}

/* What fees ask for stands on more lines than chance would put it. */
static void state_more(struct agree *g, struct agree_line *l) {
  static const char *const stated[][2] = {{"mode", "ocean"},        {"mode", "air"},
                                          {"entry-type", "formal"}, {"entry-type", "informal"},
                                          {"us-components", "40%"}, {"us-components", "10000"},
                                          {"processing", "900"},    {"usmca", "yes"}};
  static const char *const claims[] = {"9802.00.80", "9802.00.50", "usmca", "korus", "321"};
  uint32_t kind = agree_random(g, 12);
  if (kind < 8 && l->fact_count == 0) {
    snprintf(l->names[0], AGREE_TEXT, "%s", stated[kind][0]);
    snprintf(l->values[0], AGREE_TEXT, "%s", stated[kind][1]);
    l->fact_count = 1;
  }
  if (agree_random(g, 4) == 0 && l->claim_count == 0) {
    snprintf(l->claims[0], AGREE_TEXT, "%s", claims[agree_random(g, 5)]);
    l->claim_count = 1;
  }
}

static bool is_answered(struct imp_batch *b, const struct imp_line *line) {
  struct imp_assessment *as = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_batch_duty(b, line, &as, &err), IMP_OK);
  bool answered = imp_assessment_answer(as)->status != IMP_LINE_REFUSED;
  imp_assessment_free(as);
  return answered;
}

/* Lines that are answered, mostly of one day. */
static void draw_entry(struct agree *g, struct imp_batch *b, struct drawn *e) {
  static const char *const values[] = {"10000", "20000", "2500", "2501", "800", "1250", "0"};
  char day[AGREE_TEXT];
  uint32_t wanted = 1 + agree_random(g, MOST);
  memset(e, 0, sizeof *e);
  agree_text_day(agree_any_day(g), day);
  for (uint32_t tries = 0; e->count < wanted && tries < 60; tries++) {
    struct agree_line *l = &e->lines[e->count];
    agree_make(g, l);
    if (agree_random(g, 3)) snprintf(l->value, sizeof l->value, "%s", values[agree_random(g, 7)]);
    if (agree_random(g, 20)) snprintf(l->on, sizeof l->on, "%s", day);
    state_more(g, l);
    e->pairs[e->count] = agree_pairs(l);
    e->line[e->count] = (struct imp_line){.number = e->count + 1,
                                          .code = l->code,
                                          .from = l->from,
                                          .on = l->on,
                                          .value = l->value,
                                          .quantity = l->quantity,
                                          .facts = e->pairs[e->count].facts,
                                          .fact_count = l->fact_count,
                                          .claims = e->pairs[e->count].claims,
                                          .claim_count = l->claim_count};
    e->count += is_answered(b, &e->line[e->count]);
  }
}

/* The same lines as ids; they are put back into words on the way. */
static struct imp_fees *of_columns(struct imp_batch *b, const struct drawn *e) {
  uint32_t code[MOST + 1], place[MOST + 1], fact_line[MOST + 1], fact_set[MOST + 1];
  int32_t day[MOST + 1];
  int64_t value[MOST + 1];
  struct imp_columns c = {.count = e->count + 1,
                          .code = code,
                          .place = place,
                          .day = day,
                          .value = value,
                          .fact_line = fact_line,
                          .fact_set = fact_set};
  struct imp_fees *out = NULL;
  struct imp_error err = {0};
  code[0] = imp_batch_code(b, ""), place[0] = IMP_NO_PLACE, day[0] = 0,
  value[0] = 5; /* of another */
  for (uint32_t i = 0; i < e->count; i++) {
    const struct imp_line *l = &e->line[i];
    struct imp_line_words room;
    struct imp_line words;
    code[i + 1] = imp_batch_code(b, l->code);
    place[i + 1] = imp_batch_place(b, l->from);
    day[i + 1] = imp_batch_day(l->on);
    value[i + 1] = imp_batch_value(l->value);
    uint32_t set = imp_batch_facts(b, l->facts, l->fact_count, l->claims, l->claim_count);
    if (set != IMP_NO_FACTS) {
      fact_line[c.fact_count] = i + 1;
      fact_set[c.fact_count++] = set;
    }
    assert_int_equal(imp_batch_line(b, &c, i + 1, &room, &words), IMP_OK);
    assert_string_equal(words.from, l->from);
    assert_string_equal(words.on, l->on);
    assert_int_equal(imp_batch_value(words.value), value[i + 1]);
    assert_int_equal(words.fact_count, l->fact_count);
    assert_int_equal(words.claim_count, l->claim_count);
    assert_int_equal(imp_batch_code(b, words.code), code[i + 1]);
  }
  assert_int_equal(imp_batch_fees(b, &c, 1, e->count, &out, &err), IMP_OK);
  return out;
}

static void count_fees(const struct imp_fees *f) {
  for (uint32_t i = 0; i < imp_fees_count(f); i++) {
    const struct imp_fee *fee = imp_fees_at(f, i);
    fees++;
    unknown += fee->unknown != 0;
    amounts += fee->high > 0;
    ranges += fee->low != fee->high;
  }
}

static void say(const struct imp_query *q, const struct drawn *e, const char *what) {
  fprintf(stderr, "an entry of %u lines:\n", (unsigned)e->count);
  for (uint32_t i = 0; i < e->count; i++) agree_say(q, &e->lines[i], what);
}

static void ask(const char *known, uint64_t seed) {
  struct imp_law *law = ask_open();
  struct imp_query q = {.known = known, .brief = true};
  struct imp_batch *b = NULL;
  struct imp_error err = {0};
  struct agree g;
  uint32_t differences = 0;
  fees = amounts = ranges = unknown = 0;
  agree_begin(&g, law, seed);
  g.narrow = 400;
  assert_int_equal(imp_batch_open(law, &q, &b, &err), IMP_OK);
  for (uint32_t i = 0; i < entries_each(); i++) {
    struct drawn e;
    struct imp_fees *plain = NULL, *words = NULL;
    draw_entry(&g, b, &e);
    assert_int_equal(imp_entry_fees(law, &q, e.line, NULL, e.count, &plain, &err), IMP_OK);
    assert_int_equal(imp_batch_entry_fees(b, e.line, e.count, &words, &err), IMP_OK);
    struct imp_fees *columns = of_columns(b, &e);
    const char *what = !same_fees(plain, words, e.count)     ? "fees of lines in words"
                       : !same_fees(plain, columns, e.count) ? "fees of columns"
                                                             : NULL;
    if (what) say(&q, &e, what);
    differences += what != NULL;
    count_fees(plain);
    imp_fees_free(plain);
    imp_fees_free(words);
    imp_fees_free(columns);
  }
  imp_batch_free(b);
  printf("known %s: fees %llu, with an amount %llu, ranges %llu, unknown %llu\n",
         known ? known : "newest", (unsigned long long)fees, (unsigned long long)amounts,
         (unsigned long long)ranges, (unsigned long long)unknown);
  assert_int_equal(differences, 0);
  assert_true(amounts > 0 && ranges > 0 && unknown > 0);
  agree_end(&g);
  imp_law_free(law);
}

static void test_newest(void **state) {
  (void)state;
  ask(NULL, 71);
}

static void test_earlier(void **state) {
  (void)state;
  ask("2025-10-26", 72);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_newest), cmocka_unit_test(test_earlier)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
