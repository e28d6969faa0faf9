// SPDX-License-Identifier: Apache-2.0
// Sums over trade by key, and the rows of an average.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "panel/average_own.h"

/* ---- sums ---------------------------------------------------------------------------------------------------- */

struct sum *average_sum(struct making *m, struct str key) {
  size_t old = m->sum_cap;
  uint32_t id = set_add(&m->keys, key.p, key.n);
  if (id == UINT32_MAX || !mem_grow((void **)&m->sums, &m->sum_cap, id + 1u, sizeof *m->sums))
    return NULL;
  if (m->sum_cap > old) memset(m->sums + old, 0, (m->sum_cap - old) * sizeof *m->sums);
  return &m->sums[id];
}

struct str average_key(const struct making *m, const struct trade_item *t, char room[24]) {
  char code[24];
  snprintf(code, sizeof code, "%010llu", (unsigned long long)t->code);
  if (m->o->by == IMP_AVERAGE_BY_PLACE)
    snprintf(room, 24, "%c%c", (char)(t->place >> 8), (char)(t->place & 0xff));
  else
    snprintf(room, 24, "%.*s", m->o->by == IMP_AVERAGE_BY_HS6 ? 6 : 2, code);
  return str_of(room);
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

static int64_t average(i128 sum, int64_t trade) {
  return trade ? (int64_t)((2 * sum + trade) / (2 * (i128)trade)) : 0;
}

static void fill_row(const struct sum *s, int64_t rated, int64_t used_rated,
                     struct imp_average_row *r) {
  r->trade = s->trade;
  r->statutory = (struct imp_mean){rated, average(s->low, rated), average(s->high, rated)};
  r->used = (struct imp_mean){used_rated, average(s->used_low, used_rated),
                              average(s->used_high, used_rated)};
  r->by_quantity = s->by_quantity;
  r->by_unit = s->by_unit;
  r->refused = s->refused;
  r->prohibited = s->prohibited;
  r->unlisted = s->unlisted;
}

static const char *day_text(struct arena *a, imp_day day) {
  struct buf b = {0};
  day_print(day, &b);
  return buf_keep(&b, a);
}

static int by_key(const void *x, const void *y) {
  return strcmp(((const struct imp_average_row *)x)->key, ((const struct imp_average_row *)y)->key);
}

static bool name_row(const struct making *m, struct imp_average *out, uint32_t i,
                     struct imp_average_row *r) {
  struct str key;
  key.p = set_at(&m->keys, i, &key.n);
  if (m->o->by != IMP_AVERAGE_BY_DAY) return (r->key = str_dup(&out->arena, key)) != NULL;
  size_t d = i;
  imp_day until = d + 1 < m->day_count ? m->days[d + 1] : m->sides[0].p->until;
  r->key = day_text(&out->arena, m->days[d]);
  r->until = day_text(&out->arena, until);
  return r->key && r->until;
}

bool average_rows(const struct making *m, struct imp_average *out) {
  out->rows = arena_array(&out->arena, m->keys.count + 1, sizeof *out->rows);
  if (!out->rows) return false;
  for (uint32_t i = 0; i < m->keys.count; i++) {
    struct imp_average_row *r = &out->rows[out->count++];
    struct sum s = m->sums[i];
    bool parts = m->o->by == IMP_AVERAGE_BY_PROGRAMME;
    if (parts) {
      s.low = s.high;
      s.used_low = s.used_high;
    }
    fill_row(&s, parts ? m->total.rated : s.rated, parts ? m->total.used_rated : s.used_rated, r);
    if (!name_row(m, out, i, r)) return false;
  }
  if (out->count) qsort(out->rows, out->count, sizeof *out->rows, by_key);
  fill_row(&m->total, m->total.rated, m->total.used_rated, &out->total);
  return true;
}

void average_tell(const struct making *m, const struct trade_item *t, const struct sum *cell) {
  struct imp_average_row row = {0};
  char number[24], place[3] = {(char)(t->place >> 8), (char)(t->place & 0xff), 0};
  snprintf(number, sizeof number, "%010llu", (unsigned long long)t->code);
  row.key = number;
  fill_row(cell, cell->rated, cell->used_rated, &row);
  m->o->cell(m->o->user, place, &row);
}
