// SPDX-License-Identifier: Apache-2.0
// Rows of duties that are not charged: displaced by a relief, a yield or a lower heading, or suspended.
//
// A displaced duty is shown with what it would have been; the heading that displaced it is a row at zero,
// because it must be declared. None of it is in the total.
#include "book/bill_own.h"

static bool would_be(struct eval *e, struct bill *b, uint32_t m, uint32_t h,
                     const struct law_stmt *s, const struct group *g, enum imp_row_status status,
                     struct bill_row **out) {
  struct rat exact;
  int64_t cents;
  *out = NULL;
  if (s->kind != LAW_RATE) return true; /* a gap or a ban has no amount to show */
  struct refusal kept = e->refusal;
  struct group like = *g;
  like.like.heading = h;
  bool fits = bill_amount_of(e, m, s, &like, &exact, &cents);
  e->refusal = kept; /* a displaced duty that cannot be computed refuses nothing */
  if (!fits) return true;
  *out = bill_new_row(e, b, m, h, s, status);
  return *out && bill_set_amount(e, *out, g, exact, cents);
}

/* A heading that costs nothing and must be declared: once for all it displaces. */
static bool zero_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h, struct str label,
                     const struct law_stmt *s, const struct group *g, const char *why) {
  for (uint32_t i = 0; i < b->count; i++)
    if (b->rows[i].shown.status == IMP_ROW_APPLIED &&
        str_eq(str_of(b->rows[i].shown.heading), label))
      return true;
  struct bill_row *row = bill_new_row(e, b, m, h, s, IMP_ROW_APPLIED);
  if (!row) return false;
  row->shown.heading = str_dup(e->arena, label);
  if (s->kind == LAW_EXEMPTS || s->kind == LAW_YIELDS) row->shown.rate = "free";
  row->shown.why = why ? why : "";
  row->shown.exact = "0";
  return row->shown.heading && rat_to_cents_half_up(g->s, &row->shown.base);
}

bool bill_exempt_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct bill_row *row;
  const struct cell *c = &g->like;
  struct str relief =
      c->by_heading && c->by_heading->label.n ? c->by_heading->label : e->law->measures[c->by].name;
  if (!would_be(e, b, m, c->heading, c->demand, g, IMP_ROW_SUPPRESSED, &row)) return false;
  if (row) {
    row->shown.by = str_dup(e->arena, relief);
    row->shown.why = text_in(e->arena, "taken out by %.*s, %.*s", (int)relief.n, relief.p,
                             (int)bill_title(e->law, c->by).n, bill_title(e->law, c->by).p);
    if (!row->shown.by || !row->shown.why) return false;
  }
  if (!bill_add_spoken(e, b, c->by_stmt)) return false;
  if (!c->by_heading || !c->by_heading->label.n) return true;
  uint32_t h = (uint32_t)(c->by_heading - e->law->measures[c->by].headings);
  return zero_row(e, b, c->by, h, c->by_heading->label, c->by_stmt, g,
                  "to be declared; takes a duty out");
}

bool bill_yield_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct bill_row *row;
  const struct cell *c = &g->like;
  struct str by = e->law->measures[c->by].name;
  if (!would_be(e, b, m, c->heading, c->demand, g, IMP_ROW_SUPPRESSED, &row)) return false;
  if (row) {
    row->shown.by = str_dup(e->arena, by);
    row->shown.why = text_in(e->arena, "gives way to %.*s", (int)by.n, by.p);
    if (!row->shown.by || !row->shown.why) return false;
  }
  if (!bill_add_spoken(e, b, c->by_stmt)) return false;
  if (!c->by_stmt->label.n) return true;
  return zero_row(e, b, m, c->heading, c->by_stmt->label, c->by_stmt, g,
                  "to be declared; another duty applies");
}

/* Nothing is due by a line that is not confirmed: that is said, or it would be a silent zero. */
static bool unconfirmed_none(struct eval *e, struct bill *b, uint32_t m, const struct law_stmt *s) {
  struct str name = e->law->measures[m].name;
  return bill_add_note(e, b,
                       text_in(e->arena,
                               "nothing is due under %.*s by a line that is not confirmed: %.*s",
                               (int)name.n, name.p, (int)s->when.unconfirmed.n,
                               s->when.unconfirmed.p ? s->when.unconfirmed.p : ""));
}

bool bill_none_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct bill_row *row;
  const struct cell *c = &g->like;
  if (c->demand->when.is_unconfirmed && !unconfirmed_none(e, b, m, c->demand)) return false;
  if (!c->under_demand) return true;
  struct str label = bill_heading_label(e->law, m, c->heading);
  if (!would_be(e, b, m, c->under, c->under_demand, g, IMP_ROW_SUPPRESSED, &row)) return false;
  if (row) {
    row->shown.by = str_dup(e->arena, label);
    row->shown.why = text_in(e->arena, "displaced by heading %.*s", (int)label.n, label.p);
    if (!row->shown.by || !row->shown.why) return false;
  }
  return zero_row(e, b, m, c->heading, label, c->demand, g, "to be declared; outside the duty");
}

/* ---- what is suspended -------------------------------------------------------------------------- */

static bool suspended_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h,
                          const struct law_stmt *s, const struct law_stmt *state, imp_day end) {
  struct bill_row *row;
  struct group whole = {.mask = ~0u, .s = rat_int(e->line->dollars)};
  if (!bill_add_spoken(e, b, state)) return false;
  if (!would_be(e, b, m, h, s, &whole, IMP_ROW_SUSPENDED, &row)) return false;
  if (!row) return true;
  row->shown.until = end == DAY_NEVER ? NULL : bill_state_end(e->arena, state, end);
  struct imp_row cite = {0};
  if (!bill_cite(e->arena, e->law, state, &cite)) return false;
  row->shown.by = cite.act;
  row->shown.pending = cite.pending;
  row->shown.mark = cite.mark;
  row->shown.why = row->shown.until
                       ? text_in(e->arena, "suspended until %s by %s", row->shown.until, cite.act)
                       : text_in(e->arena, "suspended without end by %s", cite.act);
  return row->shown.why != NULL;
}

/* Headings below the one that speaks that would speak were they not suspended. */
bool bill_suspended_rows(struct eval *e, struct bill *b, uint32_t m) {
  const struct law_measure *measure = &e->law->measures[m];
  const struct measure_result *r = &e->results[m];
  bool all = r->silence != NULL;
  if (all && r->silence->kind != LAW_SUSPENDED) return true;
  for (uint32_t h = measure->heading_count; h-- > 0;) {
    const struct law_heading *heading = &measure->headings[h];
    if (!eval_heading_wakes(e, m, heading)) continue;
    imp_day end = r->silence_end;
    struct rat points = RAT_ZERO;
    const struct law_stmt *state =
        all ? r->silence : eval_silence(e, heading->stmts, heading->count, &end, &points);
    if (!all && e->results[m].cells[0].heading == h) return true;
    if (!state || state->kind != LAW_SUSPENDED) continue;
    const struct law_stmt *s = eval_current_demand(e, m, heading);
    if (!s || !eval_is_charge(s) || eval_fits(e, m, heading, s, 0, false) != TRI_YES) continue;
    return suspended_row(e, b, m, h, s, state, end);
  }
  if (!all || measure->heading_count) return true;
  const struct law_stmt *s = eval_current_demand(e, m, NULL);
  return !s || !eval_is_charge(s) ||
         suspended_row(e, b, m, LAW_NONE, s, r->silence, r->silence_end);
}
