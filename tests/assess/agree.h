// SPDX-License-Identifier: Apache-2.0
// Random lines asked both ways: by imp_duty one by one, and as columns of a batch.
//
// Include after <cmocka.h>. Every difference names the line so that `impost duty` can be asked about it.
#ifndef IMPOST_TESTS_AGREE_H
#define IMPOST_TESTS_AGREE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/open.h"
#include "impost/batch.h"

enum { AGREE_FACTS = 4, AGREE_CLAIMS = 2, AGREE_TEXT = 48, AGREE_CODES = 24000, AGREE_DAYS = 512 };

struct agree_line {
  char code[AGREE_TEXT], from[AGREE_TEXT], on[AGREE_TEXT], value[AGREE_TEXT], quantity[AGREE_TEXT];
  char quantity2[AGREE_TEXT];
  const char *unit, *unit2;
  int64_t dollars, thousandths, thousandths2;
  char names[AGREE_FACTS][AGREE_TEXT], values[AGREE_FACTS][AGREE_TEXT],
      claims[AGREE_CLAIMS][AGREE_TEXT];
  uint32_t fact_count, claim_count;
};

struct agree {
  const struct imp_law *law;
  uint64_t seed;
  uint64_t *codes; /* ten-digit numbers of the schedule */
  uint32_t code_count;
  imp_day days[AGREE_DAYS]; /* on which something begins or ends */
  uint32_t day_count;
  uint32_t narrow;    /* only so many codes, so that lines meet what others have taught */
  const char *mostly; /* where most lines are from; NULL: anywhere */
  imp_day since;      /* most lines are entered around it or later; 0: on any day */
  bool several_units; /* quantities with units */
  uint64_t status[4], with_facts, several, named, differences;
};

static inline uint32_t agree_random(struct agree *g, uint32_t below) {
  g->seed ^= g->seed << 13;
  g->seed ^= g->seed >> 7;
  g->seed ^= g->seed << 17;
  return (uint32_t)((g->seed >> 20) % below);
}

static inline void agree_codes(struct agree *g) {
  struct names_text tables[NAMES_TEXTS];
  struct names_number numbers[200];
  names_texts(g->law->names, tables);
  g->codes = calloc(AGREE_CODES, sizeof *g->codes);
  assert_non_null(g->codes);
  for (int t = 0; t < NAMES_TEXTS; t++) {
    struct str rest = tables[t].bytes, line, cell;
    uint64_t lo, hi, last = 0;
    uint8_t digits;
    if (!strstr(tables[t].path, "schedule")) continue;
    while (str_split(&rest, '\n', &line)) {
      if (!line.n || line.p[0] == '#' || !str_split(&line, '\t', &cell)) continue;
      if (!law_code_parse(cell, &lo, &hi, &digits) || lo == last) continue;
      last = lo;
      uint32_t n = names_numbers(g->law->names, (uint32_t)(lo / 100u), numbers, 200);
      for (uint32_t i = 0; i < n && g->code_count < AGREE_CODES; i++)
        g->codes[g->code_count++] = numbers[i].code;
    }
  }
}

static inline void agree_day(struct agree *g, imp_day day) {
  if (day == DAY_FIRST || day == DAY_NEVER || g->day_count == AGREE_DAYS) return;
  g->days[g->day_count++] = day;
}

static inline void agree_days(struct agree *g) {
  const struct law *law = g->law->law;
  for (uint32_t m = 0; m < law->measure_count; m++) {
    const struct law_measure *x = &law->measures[m];
    for (uint32_t i = 0; i < x->count; i++)
      agree_day(g, x->stmts[i].kind == LAW_ENDS ? x->stmts[i].day : x->stmts[i].when.from);
    for (uint32_t h = 0; h < x->heading_count; h++)
      for (uint32_t i = 0; i < x->headings[h].count; i++) {
        agree_day(g, x->headings[h].stmts[i].when.from);
        agree_day(g, x->headings[h].stmts[i].when.until);
      }
  }
}

/* From now on codes whose general rate is per several units, and lines that mostly state them. */
static inline void agree_several_units(struct agree *g) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < g->code_count; i++) {
    const struct names_line *t =
        names_line_on(g->law->names, (uint32_t)(g->codes[i] / 100u), day_of(2025, 6, 1));
    uint32_t slashes = 0;
    for (size_t k = 0; t && k < t->general.n; k++) slashes += t->general.p[k] == '/';
    if (slashes > 1) g->codes[kept++] = g->codes[i];
  }
  g->code_count = kept;
  g->several_units = true;
}

static inline void agree_begin(struct agree *g, const struct imp_law *law, uint64_t seed) {
  memset(g, 0, sizeof *g);
  g->law = law;
  g->seed = seed * 2654435761u + 88172645463325252u;
  agree_codes(g);
  agree_days(g);
}

static inline void agree_end(struct agree *g) {
  free(g->codes);
}

/* ---- one line by chance ---------------------------------------------------------------------------- */

static inline void agree_code(struct agree *g, struct agree_line *l) {
  static const char *const odd[] = {"",           "abc",         "8507",          "850760",
                                    "9903.88.03", "9801.00.10",  "0101.29.99.99", "12345678",
                                    "9999999999", "8507.60.0020"};
  uint64_t code = g->codes[g->narrow ? agree_random(g, g->narrow) * (g->code_count / g->narrow)
                                     : agree_random(g, g->code_count)];
  uint32_t kind = agree_random(g, 100);
  if (kind < 4)
    snprintf(l->code, sizeof l->code, "%s", odd[agree_random(g, 10)]);
  else if (kind < 24)
    snprintf(l->code, sizeof l->code, "%08llu", (unsigned long long)(code / 100));
  else
    snprintf(l->code, sizeof l->code, "%010llu", (unsigned long long)code);
}

static inline void agree_place(struct agree *g, struct agree_line *l) {
  static const char *const usual[] = {"CN", "MX", "CA", "DE", "JP", "KR", "GB", "VN",
                                      "IN", "BR", "RU", "HK", "MO", "CH", "TW", "IT",
                                      "BY", "CU", "AU", "LS", "US", "EU", "",   "Narnia"};
  uint32_t kind = agree_random(g, 100);
  if (g->mostly && agree_random(g, 10)) {
    snprintf(l->from, sizeof l->from, "%s", g->mostly);
    return;
  }
  if (kind < 70) {
    snprintf(l->from, sizeof l->from, "%s", usual[agree_random(g, kind < 66 ? 20 : 24)]);
    return;
  }
  uint16_t p =
      names_place_at(g->law->names, agree_random(g, names_place_count(g->law->names)))->iso2;
  snprintf(l->from, sizeof l->from, "%c%c", p >> 8, p & 0xff);
}

static inline void agree_text_day(imp_day day, char out[AGREE_TEXT]) {
  int y, m, d;
  day_split(day, &y, &m, &d);
  snprintf(out, AGREE_TEXT, "%04d-%02d-%02d", y, m, d);
}

static inline imp_day agree_any_day(struct agree *g) {
  uint32_t kind = agree_random(g, 100);
  if (g->since && kind < 80) return g->since - 5 + (imp_day)agree_random(g, 120);
  if (kind < 50 && g->day_count)
    return g->days[agree_random(g, g->day_count)] + (imp_day)agree_random(g, 3) - 1;
  if (kind < 60) return day_of(2018, 1, 1) + (imp_day)agree_random(g, 3400);
  return day_of(2025, 1, 1) + (imp_day)agree_random(g, 800);
}

static inline void agree_value(struct agree *g, struct agree_line *l) {
  static const int64_t odd[] = {0, 1, 2, 3, 7, 13, 100, 799, 800, 801, 2499, 2500, 2501, 999999999};
  uint32_t kind = agree_random(g, 100);
  l->dollars = (int64_t)agree_random(g, 100000);
  if (kind < 25) l->dollars = odd[agree_random(g, 14)];
  if (kind == 99) l->dollars = (int64_t)agree_random(g, 4000000) * 2500000;
  if (kind == 98) l->dollars = 10000000000001;
  snprintf(l->value, sizeof l->value, "%lld", (long long)l->dollars);
  if (kind == 97) l->dollars = IMP_NO_VALUE, l->value[0] = 0;
  l->thousandths = IMP_NO_VALUE;
  if (agree_random(g, 4)) {
    l->thousandths = (int64_t)agree_random(g, 5000000);
    snprintf(l->quantity, sizeof l->quantity, "%lld.%03d", (long long)(l->thousandths / 1000),
             (int)(l->thousandths % 1000));
  }
}

static inline const char *agree_any_unit(struct agree *g) {
  static const char *const units[] = {"kg", "g",   "t",     "liters", "pf.liters", "no",
                                      "No", "doz", "jewel", "jewels", "pf liters", "m2"};
  return units[agree_random(g, 12)];
}

/* Its thousandths. */
static inline int64_t agree_quantity(struct agree *g, char out[AGREE_TEXT]) {
  uint32_t whole = agree_random(g, 500000), part = agree_random(g, 3) ? agree_random(g, 1000) : 0;
  if (part)
    snprintf(out, AGREE_TEXT, "%u.%03u", (unsigned)whole, (unsigned)part);
  else
    snprintf(out, AGREE_TEXT, "%u", (unsigned)whole);
  return (int64_t)whole * 1000 + part;
}

/* One quantity or two, most of them in a unit; seldom a number alone. */
static inline void agree_quantities(struct agree *g, struct agree_line *l) {
  l->thousandths = IMP_NO_VALUE;
  l->quantity[0] = 0;
  if (agree_random(g, 12) == 0) return;
  l->thousandths = agree_quantity(g, l->quantity);
  if (agree_random(g, 15)) l->unit = agree_any_unit(g);
  if (agree_random(g, 5) == 0) return;
  l->thousandths2 = agree_quantity(g, l->quantity2);
  if (agree_random(g, 15)) l->unit2 = agree_any_unit(g);
}

static inline void agree_any_heading(struct agree *g, char out[AGREE_TEXT]) {
  const struct law *law = g->law->law;
  for (int i = 0; i < 50; i++) {
    const struct law_measure *m = &law->measures[agree_random(g, law->measure_count)];
    if (!m->heading_count) continue;
    struct str l = m->headings[agree_random(g, m->heading_count)].label;
    if (!l.n || l.n >= AGREE_TEXT) continue;
    snprintf(out, AGREE_TEXT, "%.*s", (int)l.n, l.p);
    return;
  }
}

/* A share, dollars, dollars and cents, nothing, all of it, or too much. */
static inline void agree_part(struct agree *g, struct agree_line *l, char value[AGREE_TEXT]) {
  uint32_t kind = agree_random(g, 10);
  int64_t all = l->dollars > 0 ? l->dollars : 1;
  uint32_t some = agree_random(g, (uint32_t)(all < 1000000 ? all : 1000000) + 1);
  if (kind < 4) snprintf(value, AGREE_TEXT, "%u%%", (unsigned)agree_random(g, 60));
  if (kind >= 4 && kind < 7) snprintf(value, AGREE_TEXT, "%u", (unsigned)some);
  if (kind == 7)
    snprintf(value, AGREE_TEXT, "%u.%02u", (unsigned)some, (unsigned)agree_random(g, 100));
  if (kind == 8) snprintf(value, AGREE_TEXT, "%s", agree_random(g, 2) ? "0" : "100%");
  if (kind == 9) snprintf(value, AGREE_TEXT, "%lld", (long long)all + (int64_t)agree_random(g, 2));
}

static inline void agree_fact(struct agree *g, struct agree_line *l, bool parts) {
  static const char *const yes_no[] = {"yes", "no"};
  const struct law *law = g->law->law;
  const struct law_fact *f = &law->facts[agree_random(g, law->fact_count)];
  for (int i = 0; parts && f->type != LAW_FACT_PART && i < 3; i++)
    f = &law->facts[agree_random(g, law->fact_count)];
  char *name = l->names[l->fact_count], *value = l->values[l->fact_count];
  snprintf(name, AGREE_TEXT, "%.*s", (int)f->name.n, f->name.p);
  switch (f->type) {
  case LAW_FACT_DATE:
    agree_text_day(agree_any_day(g), value);
    break;
  case LAW_FACT_WORD: {
    struct str w = f->words[agree_random(g, f->word_count)];
    snprintf(value, AGREE_TEXT, "%.*s", (int)w.n, w.p);
    break;
  }
  case LAW_FACT_PLACES:
    snprintf(value, AGREE_TEXT, "%s", agree_random(g, 2) ? "RU" : "CA");
    break;
  case LAW_FACT_PART:
    if (!parts) return;
    agree_part(g, l, value);
    break;
  case LAW_FACT_SHARE:
    snprintf(value, AGREE_TEXT, "%u%%", (unsigned)agree_random(g, 101));
    break;
  case LAW_FACT_FLAG:
  case LAW_FACT_CLAIM:
    snprintf(value, AGREE_TEXT, "%s", yes_no[agree_random(g, 2)]);
    break;
  default:
    snprintf(value, AGREE_TEXT, "%u", (unsigned)agree_random(g, 3000));
    break;
  }
  l->fact_count++;
}

static inline void agree_facts(struct agree *g, struct agree_line *l) {
  uint32_t kind = agree_random(g, 100);
  if (kind < 50) return;
  if (kind < 80)
    for (uint32_t n = 1 + agree_random(g, 3); n-- > 0;) agree_fact(g, l, kind < 65);
  if (kind == 80) {
    snprintf(l->names[0], AGREE_TEXT, "loaded");
    snprintf(l->values[0], AGREE_TEXT, "yesterday");
    l->fact_count = 1;
  }
  if (kind == 81) {
    agree_any_heading(g, l->names[0]);
    snprintf(l->values[0], AGREE_TEXT, "%s", agree_random(g, 2) ? "no" : "yes");
    l->fact_count = 1;
  }
  if (kind < 75) return;
  const struct law *law = g->law->law;
  for (uint32_t n = 1 + agree_random(g, 2); n-- > 0;) {
    char *claim = l->claims[l->claim_count++];
    const struct law_fact *f = &law->facts[agree_random(g, law->fact_count)];
    snprintf(claim, AGREE_TEXT, "agoa");
    if (agree_random(g, 3) == 0)
      agree_any_heading(g, claim);
    else if (f->type == LAW_FACT_CLAIM && f->word_count)
      snprintf(claim, AGREE_TEXT, "%.*s", (int)f->words[0].n, f->words[0].p);
  }
}

static inline void agree_make(struct agree *g, struct agree_line *l) {
  memset(l, 0, sizeof *l);
  agree_code(g, l);
  agree_place(g, l);
  agree_text_day(agree_any_day(g), l->on);
  if (!agree_random(g, 200)) snprintf(l->on, sizeof l->on, "soon");
  agree_value(g, l);
  if (g->several_units) agree_quantities(g, l);
  agree_facts(g, l);
}

/* ---- both ways ---------------------------------------------------------------------------------------- */

struct agree_asked {
  struct imp_pair facts[AGREE_FACTS];
  const char *claims[AGREE_CLAIMS];
};

static inline struct agree_asked agree_pairs(const struct agree_line *l) {
  struct agree_asked a = {0};
  for (uint32_t i = 0; i < l->fact_count; i++)
    a.facts[i] = (struct imp_pair){l->names[i], l->values[i]};
  for (uint32_t i = 0; i < l->claim_count; i++) a.claims[i] = l->claims[i];
  return a;
}

struct agree_parts {
  uint32_t line[4000], part[4000];
  int64_t value[4000];
};

/* Parts of the value out of the facts and into columns. */
static inline void agree_to_columns(struct imp_batch *b, struct agree_asked *a, uint32_t *n,
                                    int64_t dollars, uint32_t line, struct agree_parts *out,
                                    uint32_t *count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < *n; i++) {
    uint32_t part = imp_batch_part(b, a->facts[i].name);
    if (part == IMP_BATCH_NONE || dollars < 0) {
      a->facts[kept++] = a->facts[i];
      continue;
    }
    out->line[*count] = line;
    out->part[*count] = part;
    out->value[(*count)++] = imp_batch_part_value(a->facts[i].value, dollars);
  }
  *n = kept;
}

static inline void agree_say(const struct imp_query *q, const struct agree_line *l,
                             const char *what) {
  fprintf(
      stderr,
      "differs in %s: duty %s %s %s --on %s --known %s --quantity \"%s %s\" --quantity \"%s %s\"%s",
      what, l->code, l->from, l->value, l->on, q->known ? q->known : "-", l->quantity,
      l->unit ? l->unit : "", l->quantity2, l->unit2 ? l->unit2 : "",
      q->basis == IMP_LEGAL ? " --basis legal" : "");
  for (uint32_t i = 0; i < l->fact_count; i++)
    fprintf(stderr, " --fact %s=%s", l->names[i], l->values[i]);
  for (uint32_t i = 0; i < l->claim_count; i++) fprintf(stderr, " --claim %s", l->claims[i]);
  fprintf(stderr, "\n");
}

/* What differs between a bill and its fast counterpart, or NULL. */
static inline const char *agree_bill(struct imp_batch *b, const struct imp_bill *x,
                                     const struct imp_batch_bill *y) {
  struct imp_shape s;
  uint32_t n = 0;
  if (x->low != y->low || x->high != y->high) return "the duty";
  if (x->void_low != y->void_low || x->void_high != y->void_high) return "the void part";
  if (x->prohibited != y->prohibited) return "prohibited";
  if (x->pick_count != y->pick_count) return "picks";
  for (uint32_t i = 0; i < x->pick_count; i++)
    if (strcmp(x->picks[i].question, y->picks[i].question) != 0 ||
        strcmp(x->picks[i].answer, y->picks[i].answer) != 0)
      return "a pick";
  if (imp_batch_shape(b, y->shape, &s) != IMP_OK) return "the shape";
  for (uint32_t i = 0; i < x->row_count; i++) {
    const struct imp_row *r = &x->rows[i];
    if (r->status != IMP_ROW_APPLIED) continue;
    if (n == s.row_count) return "the number of rows";
    if (strcmp(r->heading, s.rows[n].heading) != 0 || strcmp(r->measure, s.rows[n].measure) != 0 ||
        strcmp(r->act, s.rows[n].act) != 0)
      return "a row";
    if (s.rows[n].rate && strcmp(s.rows[n].rate, r->rate) != 0) return "a rate";
    if (r->is_base != s.rows[n].is_base || r->is_void != s.rows[n].is_void) return "a mark";
    if (r->amount != y->amounts[n++]) return "an amount";
  }
  return n == s.row_count ? NULL : "the number of rows";
}

static inline const char *agree_answer(struct imp_batch *b, const struct imp_columns *c, uint32_t i,
                                       const struct imp_results *r, const struct imp_answer *a) {
  static struct imp_batch_bill bills[16];
  uint32_t count = 0;
  struct imp_shape s;
  if (r->status[i] != a->status) return "status";
  if (imp_batch_shape(b, r->shape[i], &s) != IMP_OK) return "the shape";
  if ((s.refusal != NULL) != (a->id != NULL) || (a->id && strcmp(a->id, s.refusal) != 0))
    return "the refusal";
  if (imp_batch_bills(b, c, i, bills, 16, &count, NULL) != IMP_OK) return "bills";
  if (count != a->bill_count) return "the number of bills";
  for (uint32_t k = 0; k < count; k++) {
    const char *what = agree_bill(b, &a->bills[k], &bills[k]);
    if (what) return what;
  }
  if (!count) return r->first[i + 1] == r->first[i] ? NULL : "rows of a refusal";
  if (r->low[i] != a->bills[0].low || r->high[i] != a->bills[0].high) return "the first duty";
  if (s.bill_count != count || r->first[i + 1] - r->first[i] != s.row_count) return "the shape";
  return memcmp(r->amounts + r->first[i], bills[0].amounts, s.row_count * sizeof(int64_t)) == 0
             ? NULL
             : "the amounts";
}

enum { AGREE_CHUNK = 1000 };

/* The same lines once more, when everything about them is known: the same answers. */
static inline void agree_again(struct imp_batch *b, const struct imp_columns *c,
                               const struct imp_results *r) {
  static uint32_t shape[AGREE_CHUNK], first[AGREE_CHUNK + 1];
  static int64_t low[AGREE_CHUNK], high[AGREE_CHUNK], amounts[AGREE_CHUNK * IMP_BATCH_ROWS];
  static uint8_t status[AGREE_CHUNK];
  struct imp_results again = {
      status, shape, low, high, first, amounts, AGREE_CHUNK * IMP_BATCH_ROWS};
  struct imp_error err = {0};
  uint32_t done = 0;
  assert_int_equal(imp_batch_run(b, c, &again, &done, &err), IMP_OK);
  assert_int_equal(done, c->count);
  assert_memory_equal(status, r->status, sizeof status);
  assert_memory_equal(shape, r->shape, sizeof shape);
  assert_memory_equal(low, r->low, sizeof low);
  assert_memory_equal(high, r->high, sizeof high);
  assert_memory_equal(first, r->first, sizeof first);
  assert_memory_equal(amounts, r->amounts, r->first[done] * sizeof *amounts);
}

struct agree_seconds {
  uint32_t line[AGREE_CHUNK], count;
  int64_t second[AGREE_CHUNK];
};

/* Quantities with units into columns; a line that only imp_duty can answer states none instead. */
static inline void agree_second(struct imp_batch *b, struct agree_line *l, uint32_t line,
                                uint32_t code, int32_t day, struct agree_seconds *out,
                                int64_t *quantity) {
  const char *texts[] = {l->quantity, l->quantity2}, *units[] = {l->unit, l->unit2};
  const int64_t stated[] = {l->thousandths, l->thousandths2};
  int64_t given[2], columns[IMP_BATCH_UNITS];
  uint32_t of[2], count = 0;
  for (int i = 0; i < 2; i++) {
    if (!texts[i][0]) continue;
    of[count] = units[i] ? imp_batch_unit(b, units[i]) : 0;
    given[count++] = stated[i];
  }
  int taken = imp_batch_quantities(b, code, day, l->claim_count > 0, count, of, given, columns);
  *quantity = columns[0];
  if (taken == 2) {
    out->line[out->count] = line;
    out->second[out->count++] = columns[1];
  }
  if (taken > 0) return;
  l->quantity[0] = l->quantity2[0] = 0;
  *quantity = IMP_NO_VALUE;
}

static inline void agree_chunk(struct agree *g, struct imp_batch *b, const struct imp_query *q) {
  static struct agree_line lines[AGREE_CHUNK];
  static uint32_t code[AGREE_CHUNK], place[AGREE_CHUNK], fact_line[AGREE_CHUNK],
      fact_set[AGREE_CHUNK], shape[AGREE_CHUNK], first[AGREE_CHUNK + 1];
  static int32_t day[AGREE_CHUNK];
  static int64_t value[AGREE_CHUNK], quantity[AGREE_CHUNK], low[AGREE_CHUNK], high[AGREE_CHUNK],
      amounts[AGREE_CHUNK * IMP_BATCH_ROWS];
  static uint8_t status[AGREE_CHUNK];
  static struct agree_parts parts;
  static struct agree_seconds seconds;
  struct imp_columns c = {.count = AGREE_CHUNK,
                          .code = code,
                          .place = place,
                          .day = day,
                          .value = value,
                          .quantity = quantity,
                          .fact_line = fact_line,
                          .fact_set = fact_set,
                          .part_line = parts.line,
                          .part = parts.part,
                          .part_value = parts.value,
                          .second_line = seconds.line,
                          .second = seconds.second};
  struct imp_results r = {status, shape, low, high, first, amounts, AGREE_CHUNK * IMP_BATCH_ROWS};
  struct imp_error err = {0};
  uint32_t done = 0;
  seconds.count = 0;
  for (uint32_t i = 0; i < AGREE_CHUNK; i++) {
    struct agree_line *l = &lines[i];
    agree_make(g, l);
    struct agree_asked a = agree_pairs(l);
    code[i] = imp_batch_code(b, l->code);
    place[i] = imp_batch_place(b, l->from);
    day[i] = imp_batch_day(l->on);
    value[i] = l->dollars;
    quantity[i] = l->thousandths;
    if (g->several_units) agree_second(b, l, i, code[i], day[i], &seconds, &quantity[i]);
    uint32_t n = l->fact_count;
    if (agree_random(g, 2)) agree_to_columns(b, &a, &n, l->dollars, i, &parts, &c.part_count);
    uint32_t set = imp_batch_facts(b, a.facts, n, a.claims, l->claim_count);
    if (set == IMP_NO_FACTS) continue;
    g->with_facts++;
    fact_line[c.fact_count] = i;
    fact_set[c.fact_count++] = set;
  }
  c.second_count = seconds.count;
  g->named += seconds.count;
  assert_int_equal(imp_batch_run(b, &c, &r, &done, &err), IMP_OK);
  assert_int_equal(done, AGREE_CHUNK);
  agree_again(b, &c, &r);
  for (uint32_t i = 0; i < AGREE_CHUNK; i++) {
    struct agree_asked a = agree_pairs(&lines[i]);
    struct imp_line line = {.code = lines[i].code,
                            .from = lines[i].from,
                            .on = lines[i].on,
                            .value = lines[i].value,
                            .quantity = lines[i].quantity,
                            .unit = lines[i].unit,
                            .quantity2 = lines[i].quantity2,
                            .unit2 = lines[i].unit2,
                            .facts = a.facts,
                            .fact_count = lines[i].fact_count,
                            .claims = a.claims,
                            .claim_count = lines[i].claim_count};
    struct imp_assessment *as = NULL;
    assert_int_equal(imp_duty(g->law, q, &line, &as, &err), IMP_OK);
    const struct imp_answer *answer = imp_assessment_answer(as);
    g->status[answer->status]++;
    g->several += answer->bill_count > 1;
    const char *what = agree_answer(b, &c, i, &r, answer);
    if (what) agree_say(q, &lines[i], what);
    g->differences += what != NULL;
    imp_assessment_free(as);
  }
}

/* Lines asked both ways under one question; the batch is given more than one run. */
static inline void agree_lines(struct agree *g, const struct imp_query *query, uint32_t lines) {
  struct imp_query q = *query;
  struct imp_batch *b = NULL;
  struct imp_error err = {0};
  q.brief = true;
  if (imp_batch_open(g->law, &q, &b, &err) != IMP_OK) fail_msg("%s", err.message);
  for (uint32_t done = 0; done < lines; done += AGREE_CHUNK) agree_chunk(g, b, &q);
  struct imp_batch_counts n = imp_batch_count(b);
  printf("known %s basis %d: %llu lines, plain %llu, masks %u, programs %u, differences %llu\n",
         q.known ? q.known : "newest", (int)q.basis, (unsigned long long)n.lines,
         (unsigned long long)n.plain, (unsigned)n.masks, (unsigned)n.programs,
         (unsigned long long)g->differences);
  imp_batch_free(b);
}

#endif
