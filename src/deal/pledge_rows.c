// SPDX-License-Identifier: Apache-2.0
// Rows of a pledge's table as numbers, and their sum over a window.
#include <stdlib.h>

#include "deal/pledge.h"

static struct str cell(const struct deal_table *t, const struct deal_row *r, const char *column) {
  for (uint32_t i = 0; i < t->column_count; i++)
    if (str_eq(t->columns[i], str_of(column))) return r->cells[i];
  return STR("");
}

/* Known since its voice spoke; a row without one is known when its days are over. */
static imp_day row_known(const struct pledge *p, struct str by, imp_day until) {
  uint32_t act = law_find_act(p->b->law, by);
  return act == LAW_NONE ? until : law_act_known(&p->b->law->acts[act]);
}

static bool of_count(const struct pledge *p, const struct count_row *row) {
  uint16_t seller = p->p->seller;
  return str_eq(row->what, p->p->counted) && row->origin.n == 2 &&
         LAW_PLACE(row->origin.p[0], row->origin.p[1]) == seller;
}

static bool read_row(const struct pledge *p, const struct deal_table *t, const struct deal_row *r,
                     struct count_row *out) {
  out->what = cell(t, r, "what");
  out->origin = cell(t, r, "origin");
  out->by = cell(t, r, "by");
  imp_day last;
  if (!day_parse(cell(t, r, "from"), &out->from) || !day_parse(cell(t, r, "through"), &last))
    return false;
  out->until = last + 1;
  if (!rat_parse(cell(t, r, "low"), &out->low) || !rat_parse(cell(t, r, "high"), &out->high))
    return false;
  out->counts = of_count(p, out);
  return row_known(p, out->by, out->until) <= p->b->query.view.known;
}

bool pledge_rows(struct pledge *p) {
  const struct deal_table *t = p->p->table == LAW_NONE ? NULL : &p->b->deal->tables[p->p->table];
  p->unit = t ? t->unit : STR("");
  p->rows = arena_array(p->b->arena, t ? t->row_count + 1u : 1u, sizeof *p->rows);
  if (!p->rows) return false;
  for (uint32_t i = 0; t && i < t->row_count; i++)
    if (read_row(p, t, &t->rows[i], &p->rows[p->row_count])) p->row_count++;
  return true;
}

/* The longest row that begins first at or after `at` within the window. */
static const struct count_row *next_row(const struct pledge *p, imp_day at, imp_day until) {
  const struct count_row *best = NULL;
  for (uint32_t i = 0; i < p->row_count; i++) {
    const struct count_row *r = &p->rows[i];
    if (!r->counts || r->from < at || r->until > until) continue;
    if (!best || r->from < best->from || (r->from == best->from && r->until >= best->until))
      best = r;
  }
  return best;
}

struct tally pledge_tally(const struct pledge *p, imp_day from, imp_day until) {
  struct tally t = {.until = from, .low = RAT_ZERO, .high = RAT_ZERO, .whole = true};
  for (const struct count_row *r; (r = next_row(p, t.until, until)) != NULL;) {
    if (r->from > t.until) t.whole = false;
    if (!rat_add(t.low, r->low, &t.low) || !rat_add(t.high, r->high, &t.high)) break;
    t.until = r->until;
    t.any = true;
  }
  return t;
}
