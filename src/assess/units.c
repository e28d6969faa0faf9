// SPDX-License-Identifier: Apache-2.0
// Units of quantity as ids, and which one the columns of a tariff line ask for.
#include <string.h>

#include "assess/quick.h"

uint32_t imp_batch_unit(struct imp_batch *b, const char *text) {
  struct str canonical, s = str_trim(str_of(text));
  bool added;
  if (!s.n || !names_unit(s, &canonical)) return 0;
  uint32_t id = keyed_id(&b->unit_ids, canonical, &added);
  return id == NOTHING ? IMP_BATCH_FAILED : id + 1;
}

/* As the rates look for it: a unit nobody knows is kept as it is written. NOTHING: out of memory. */
static uint32_t term_unit(struct imp_batch *b, struct str text) {
  bool added;
  names_unit(text, &text);
  uint32_t id = keyed_id(&b->unit_ids, text, &added);
  return id == NOTHING ? NOTHING : id + 1;
}

/* *unit IMP_BATCH_FAILED: several. False: out of memory. */
static bool add_units(struct imp_batch *b, struct str column, uint32_t *unit) {
  struct arena a = {0};
  struct law_expr e = {0};
  bool fine = true;
  if (column.n && column.p[0] != '?' && law_expr_parse(&a, column, &e))
    for (uint32_t i = 0; i < e.count && fine; i++) {
      if (e.terms[i].kind != LAW_TERM_PER_UNIT) continue;
      uint32_t own = term_unit(b, e.terms[i].unit);
      fine = own != NOTHING;
      *unit = *unit == 0 || *unit == own ? own : IMP_BATCH_FAILED;
    }
  fine = fine && !a.failed;
  arena_free(&a);
  return fine;
}

bool tariff_unit(struct imp_batch *b, const struct names_line *line, uint32_t *unit) {
  *unit = 0;
  return add_units(b, line->general, unit) && add_units(b, line->column2, unit);
}

/* The special column is many rates: when one of them may be per unit, the claim decides. */
static uint32_t unit_of(const struct tariff *t, bool claims) {
  return claims && str_find(t->line->special, '/') >= 0 ? IMP_BATCH_FAILED : t->unit;
}

uint32_t imp_batch_asked_unit(struct imp_batch *b, uint32_t code, int32_t day, bool claims) {
  if (b->codes[code].refusal || day == IMP_NO_DAY) return 0;
  const struct head *h = head_at(&b->quick, code, day);
  if (head_holds(h, day) && h->state == HEAD_FINE) return unit_of(&b->tariffs[h->tariff], claims);
  const struct variant *v = batch_variant(b, code, day);
  if (!v) return IMP_BATCH_FAILED;
  return v->kind == CODE_REFUSED ? 0 : unit_of(&b->tariffs[v->tariff], claims);
}

void imp_batch_asked_units(struct imp_batch *b, uint32_t count, const uint32_t *code,
                           const int32_t *day, uint32_t *asked) {
  enum { AHEAD = 16 };
  for (uint32_t i = 0; i < count; i++) {
    if (i + AHEAD < count) __builtin_prefetch(&b->quick.heads[code[i + AHEAD]]);
    asked[i] = imp_batch_asked_unit(b, code[i], day[i], false);
  }
}

int imp_batch_convert(const struct imp_batch *b, uint32_t from, uint32_t to, int64_t *thousandths) {
  int64_t num, den, product;
  if (from == to) return 1;
  if (!names_unit_convert(b->unit_ids.keys[from - 1], b->unit_ids.keys[to - 1], &num, &den))
    return 0;
  if (__builtin_mul_overflow(*thousandths, num, &product) || product % den) return -1;
  *thousandths = product / den;
  return 1;
}
