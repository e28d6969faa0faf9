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

/* Adds the units that a rate asks for to those of the tariff line; *count goes on behind the last that is kept. False: out
 * of memory. */
static bool add_units(struct imp_batch *b, struct str rate, struct tariff *t, uint8_t *count) {
  struct arena a = {0};
  struct law_expr e = {0};
  bool fine = true;
  if (rate.n && rate.p[0] != '?' && law_expr_parse(&a, rate, &e))
    for (uint32_t i = 0; i < e.count && fine; i++) {
      if (e.terms[i].kind != LAW_TERM_PER_UNIT) continue;
      uint32_t own = term_unit(b, e.terms[i].unit), k = 0;
      fine = own != NOTHING;
      while (k < *count && k < UNITS_MAX && t->units[k] != own) k++;
      if (k < *count && k < UNITS_MAX) continue;
      if (k < UNITS_MAX) t->units[k] = own;
      *count = (uint8_t)(k + 1);
    }
  fine = fine && !a.failed;
  arena_free(&a);
  return fine;
}

/* The rates of the special column, each before the symbols of its programmes: "Free A,AU;1.3c/liters JO". */
static bool add_special(struct imp_batch *b, struct str special, struct tariff *t) {
  struct str entry;
  bool fine = true;
  while (fine && str_split(&special, ';', &entry)) {
    entry = str_trim(entry);
    size_t n = entry.n;
    while (n && entry.p[n - 1] != ' ') n--;
    fine = add_units(b, str_trim(str_sub(entry, 0, n)), t, &t->claimed_unit_count);
  }
  return fine;
}

struct units tariff_units(const struct imp_batch *b, const struct tariff *t) {
  struct units u = {0};
  while (u.count < t->claimed_unit_count && u.count < UNITS_MAX) {
    u.name[u.count] = b->unit_ids.keys[t->units[u.count] - 1];
    u.count++;
  }
  return u;
}

/* A text of a tariff line beside its units. NOTHING: out of memory. */
uint32_t tariff_text(const struct imp_batch *b, struct keyed *ids, const struct tariff *t,
                     struct str text) {
  struct units units = tariff_units(b, t);
  struct buf key = {0};
  bool added;
  for (uint32_t i = 0; i < units.count; i++) {
    buf_put(&key, units.name[i]);
    buf_putc(&key, '\x1f');
  }
  buf_putc(&key, '\x1f');
  buf_put(&key, text);
  uint32_t id = key.failed ? NOTHING : keyed_id(ids, buf_str(&key), &added);
  buf_free(&key);
  return id;
}

bool tariff_read(struct imp_batch *b, const struct names_line *line, struct tariff *out) {
  *out = (struct tariff){.line = line};
  if (!add_units(b, line->general, out, &out->unit_count) ||
      !add_units(b, line->column2, out, &out->unit_count))
    return false;
  out->claimed_unit_count = out->unit_count;
  if (!add_special(b, line->special, out)) return false;
  struct units units = tariff_units(b, out);
  out->special = tariff_text(b, &b->special_ids, out, line->special);
  return out->special != NOTHING && column_read(line->general, &units, &out->general) &&
         column_read(line->column2, &units, &out->column2);
}

/* The columns of the code that day; NULL: refused, or with *failed no memory. */
static const struct tariff *tariff_on(struct imp_batch *b, uint32_t code, int32_t day,
                                      bool *failed) {
  *failed = false;
  if (b->codes[code].unreadable || day == IMP_NO_DAY) return NULL;
  const struct head *h = head_at(&b->quick, code, day);
  if (head_holds(h, day) && h->state == HEAD_FINE) return &b->tariffs[h->tariff];
  const struct variant *v = batch_variant(b, code, day);
  *failed = !v;
  return !v || v->kind == CODE_REFUSED ? NULL : &b->tariffs[v->tariff];
}

uint32_t batch_units_asked(struct imp_batch *b, uint32_t code, int32_t day, bool claims,
                           uint32_t units[UNITS_MAX]) {
  bool failed;
  const struct tariff *t = tariff_on(b, code, day, &failed);
  uint32_t count = !t ? 0 : claims ? t->claimed_unit_count : t->unit_count;
  for (uint32_t i = 0; i < count && i < UNITS_MAX; i++) units[i] = t->units[i];
  return failed || count > UNITS_MAX ? IMP_BATCH_FAILED : count;
}

uint32_t imp_batch_asked_unit(struct imp_batch *b, uint32_t code, int32_t day, bool claims) {
  uint32_t units[UNITS_MAX], count = batch_units_asked(b, code, day, claims, units);
  return count == 0 ? 0 : count == 1 ? units[0] : IMP_BATCH_FAILED;
}

void imp_batch_asked_units(struct imp_batch *b, uint32_t count, const uint32_t *code,
                           const int32_t *day, uint32_t *asked) {
  enum { AHEAD = 16 };
  for (uint32_t i = 0; i < count; i++) {
    if (i + AHEAD < count) __builtin_prefetch(&b->quick.heads[code[i + AHEAD]]);
    const struct head *h = head_at(&b->quick, code[i], day[i]);
    bool none = head_holds(h, day[i]) && !h->asks;
    asked[i] = none ? 0 : imp_batch_asked_unit(b, code[i], day[i], false);
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

/* Each of the units asked for gets the first quantity that can be had in it, as the rates look for it. False: one of them
 * does not come out even. */
static bool fit_all(const struct imp_batch *b, uint32_t count, const uint32_t *units,
                    const int64_t *stated, uint32_t asked_count, const uint32_t *asked,
                    int64_t *out) {
  for (uint32_t k = 0; k < asked_count; k++)
    for (uint32_t i = 0; i < count && out[k] == IMP_NO_VALUE; i++) {
      int64_t amount = stated[i];
      int fits = units[i] ? imp_batch_convert(b, units[i], asked[k], &amount) : 1;
      if (fits < 0) return false;
      if (fits) out[k] = amount;
    }
  return true;
}

int imp_batch_quantities(struct imp_batch *b, uint32_t code, int32_t day, bool claims,
                         uint32_t count, const uint32_t *units, const int64_t *stated,
                         int64_t out[IMP_BATCH_UNITS]) {
  uint32_t asked[UNITS_MAX], bare = 0, n = batch_units_asked(b, code, day, claims, asked);
  for (uint32_t i = 0; i < UNITS_MAX; i++) out[i] = IMP_NO_VALUE;
  for (uint32_t i = 0; i < count; i++) bare += !units[i];
  if (n == IMP_BATCH_FAILED) return 0;
  if (n < 2) return fit_all(b, count, units, stated, n, asked, out);
  if (bare && count > 1) return 0;
  if (bare) out[0] = stated[0];
  return bare ? 1 : fit_all(b, count, units, stated, n, asked, out) ? 2 : 0;
}
