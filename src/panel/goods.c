// SPDX-License-Identifier: Apache-2.0
// The axes of a panel: numbers with their windows and columns, days, and groups of numbers asked alike.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/law.h"
#include "panel/panel_own.h"

enum { NUMBERS_MOST = 200 };

/* ---- columns of the schedule ------------------------------------------------------------------------- */

bool read_column(struct str text, struct column_text *out) {
  struct arena a = {0};
  struct law_expr e = {0};
  struct rat sum = RAT_ZERO, whole = rat_int(IMP_SHARE_WHOLE);
  *out = (struct column_text){.text = text, .share = NO_SHARE};
  bool share = text.n && text.p[0] != '?' && law_expr_parse(&a, text, &e);
  for (uint32_t i = 0; i < e.count && !a.failed; i++) {
    const struct law_term *t = &e.terms[i];
    out->by_unit = out->by_unit || t->kind == LAW_TERM_PER_UNIT;
    if (t->kind == LAW_TERM_SHARE)
      share = share && t->op == LAW_OP_PLUS && rat_add(sum, t->value, &sum);
    else
      share = share && t->kind == LAW_TERM_FREE;
  }
  bool failed = a.failed;
  arena_free(&a);
  if (share && rat_mul(sum, whole, &sum))
    out->share = (int64_t)((2 * sum.num + sum.den) / (2 * sum.den));
  return !failed;
}

static uint32_t column_of(struct imp_panel *p, struct str text) {
  uint32_t id = set_add(&p->column_ids, text.p, text.n);
  if (id == UINT32_MAX || id < p->column_count) return id;
  if (!mem_grow((void **)&p->columns, &p->column_cap, id + 1u, sizeof *p->columns) ||
      !read_column(text, &p->columns[id]))
    return UINT32_MAX;
  char *kept = str_dup(&p->arena, text); /* readers want it to end in NUL */
  if (!kept) return UINT32_MAX;
  p->columns[id].text = (struct str){kept, text.n};
  p->column_count = id + 1u;
  return id;
}

/* ---- numbers ------------------------------------------------------------------------------------------- */

static imp_day later(imp_day a, imp_day b) {
  return a > b ? a : b;
}

static imp_day earlier(imp_day a, imp_day b) {
  return a < b ? a : b;
}

/* A number within one row of the schedule. */
static bool add_code(struct imp_panel *p, const struct names_number *n,
                     const struct names_line *line) {
  struct code_row c = {.code = n->code,
                       .from = later(later(n->from, line->from), p->from),
                       .until = earlier(earlier(n->until, line->until), p->until)};
  if (c.from >= c.until) return true;
  c.general = column_of(p, line->general);
  c.column2 = column_of(p, line->column2);
  c.special = p->claim_count ? column_of(p, line->special) : 0;
  if (c.general == UINT32_MAX || c.column2 == UINT32_MAX || c.special == UINT32_MAX ||
      !mem_grow((void **)&p->codes, &p->code_cap, p->code_count + 1, sizeof *p->codes))
    return false;
  p->codes[p->code_count++] = c;
  return true;
}

static bool begins_with(uint64_t code, struct str prefix) {
  char text[24];
  int n = snprintf(text, sizeof text, "%010llu", (unsigned long long)code);
  return n == 10 && prefix.n <= 10 && !memcmp(text, prefix.p ? prefix.p : "", prefix.n);
}

static int by_code(const void *x, const void *y) {
  const struct code_row *a = x, *b = y;
  if (a->code != b->code) return a->code < b->code ? -1 : 1;
  return a->from < b->from ? -1 : a->from > b->from;
}

/* Rows of one number that meet and say the same are one. */
static void join_codes(struct imp_panel *p) {
  size_t kept = 0;
  for (size_t i = 0; i < p->code_count; i++) {
    struct code_row *last = kept ? &p->codes[kept - 1] : NULL, *c = &p->codes[i];
    if (last && last->code == c->code && last->until == c->from && last->general == c->general &&
        last->column2 == c->column2 && last->special == c->special)
      last->until = c->until;
    else
      p->codes[kept++] = *c;
  }
  p->code_count = kept;
}

bool goods_list(struct imp_panel *p, struct str prefix) {
  struct names_number numbers[NUMBERS_MOST];
  uint32_t count;
  const struct names_line *lines = names_lines(p->law->names, 0, 99999999, &count);
  for (uint32_t i = 0; lines && i < count; i++) {
    uint32_t n = names_numbers(p->law->names, lines[i].code8, numbers, NUMBERS_MOST);
    for (uint32_t k = 0; k < n && k < NUMBERS_MOST; k++)
      if (begins_with(numbers[k].code, prefix) && !add_code(p, &numbers[k], &lines[i]))
        return false;
  }
  if (p->code_count) qsort(p->codes, p->code_count, sizeof *p->codes, by_code);
  join_codes(p);
  return true;
}

/* ---- groups -------------------------------------------------------------------------------------------- */

struct key { /* what numbers must have in common to be asked alike */
  uint32_t index_class, general, column2, special;
  imp_day from, until;
};

bool goods_group(struct imp_panel *p, struct index *x) {
  for (size_t i = 0; i < p->code_count; i++) {
    struct code_row *c = &p->codes[i];
    struct key k = {
        index_code_class(x, c->code), c->general, c->column2, c->special, c->from, c->until};
    if (k.index_class == UINT32_MAX) return false;
    uint32_t id = c->class = set_add(&p->group_ids, &k, sizeof k);
    if (id == UINT32_MAX) return false;
    if (id < p->group_count) continue;
    if (!mem_grow((void **)&p->groups, &p->group_cap, id + 1u, sizeof *p->groups)) return false;
    p->groups[id] =
        (struct group){c->code, c->from, c->until, k.index_class, c->general, c->column2};
    p->group_count = id + 1u;
  }
  return true;
}

/* ---- days -------------------------------------------------------------------------------------------------- */

static int by_day(const void *x, const void *y) {
  imp_day a = *(const imp_day *)x, b = *(const imp_day *)y;
  return a < b ? -1 : a > b;
}

static bool add_day(struct imp_panel *p, imp_day day) {
  if (day < p->from || day >= p->until) return true;
  if (!mem_grow((void **)&p->days, &p->day_cap, p->day_count + 1, sizeof *p->days)) return false;
  p->days[p->day_count++] = day;
  return true;
}

/* The first day, and every day on which a window of the law or of a number opens or closes. */
bool days_list(struct imp_panel *p, const struct index *x) {
  imp_day last = DAY_FIRST;
  bool fine = add_day(p, p->from);
  for (uint32_t s = 1; s < index_segment_count(x) && fine; s++)
    fine = add_day(p, index_segment_day(x, s));
  for (size_t i = 0; i < p->code_count && fine; i++)
    fine = (!p->days || p->codes[i].from == p->from || add_day(p, p->codes[i].from)) &&
           (p->codes[i].until == p->until || add_day(p, p->codes[i].until));
  if (!fine) return false;
  qsort(p->days, p->day_count, sizeof *p->days, by_day);
  size_t kept = 0;
  for (size_t i = 0; i < p->day_count; i++) {
    if (kept && p->days[i] == last) continue;
    last = p->days[i];
    p->days[kept++] = last;
  }
  p->day_count = kept;
  return true;
}
