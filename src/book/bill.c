// SPDX-License-Identifier: Apache-2.0
// Rows and totals. Cells with the same verdict make one row; each row is rounded once. See bill.h.
#include "book/bill.h"

#include <stdlib.h>
#include <string.h>

#include "book/fees.h"

static const char *const source_words[] = {"official", "copy", "report", "inferred"};

const char *bill_day(struct arena *a, imp_day d) {
  struct buf b = {0};
  day_print(d, &b);
  const char *kept = b.failed ? NULL : str_dup(a, buf_str(&b));
  buf_free(&b);
  return kept;
}

struct str bill_title(const struct law *law, uint32_t m) {
  for (; m != LAW_NONE; m = law->measures[m].parent)
    if (law->measures[m].title.n) return law->measures[m].title;
  return (struct str){0};
}

static const char *mark_of(struct arena *a, const struct law *law, const struct law_when *w) {
  if (w->is_unconfirmed) return str_dup(a, w->unconfirmed);
  if (!law_when_speaks(law, w)) return NULL;
  const struct law_act *act = &law->acts[w->act];
  return text_in(a, "said, not law: %.*s of %s", (int)act->kind.n, act->kind.p,
                 bill_day(a, law_act_known(act)));
}

bool bill_cite(struct arena *a, const struct law *law, const struct law_stmt *s,
               struct imp_row *row) {
  row->where = (struct imp_where){law->files[s->pos.file].path, s->pos.line};
  imp_day known = law_when_known(law, &s->when);
  row->known = known == DAY_FIRST ? "" : bill_day(a, known);
  row->pending = law_when_speaks(law, &s->when);
  row->mark = mark_of(a, law, &s->when);
  row->source = source_words[LAW_SOURCE_OFFICIAL];
  row->act = row->act_title = row->cite = "";
  struct str cite = s->when.cite;
  if (s->when.act != LAW_NONE) {
    const struct law_act *act = &law->acts[s->when.act];
    row->act = str_dup(a, act->name);
    row->act_title = str_dup(a, act->title);
    row->source = source_words[act->source];
    if (!cite.n) cite = act->publication.n ? act->publication : act->cite;
  }
  if (cite.n) row->cite = str_dup(a, cite);
  return row->known && row->act && row->act_title && row->cite;
}

/* ---- growing ---------------------------------------------------------------------------------- */

static struct bill_row *add_row(struct eval *e, struct bill *b) {
  if (b->count == b->cap) {
    uint32_t cap = b->cap ? b->cap * 2 : 16;
    struct bill_row *rows = arena_array(e->arena, cap, sizeof *rows);
    if (!rows) return NULL;
    if (b->count) memcpy(rows, b->rows, b->count * sizeof *rows);
    b->rows = rows;
    b->cap = cap;
  }
  return &b->rows[b->count++];
}

static bool add_spoken(struct eval *e, struct bill *b, const struct law_stmt *s) {
  if (!law_when_speaks(e->law, &s->when)) return true;
  for (uint32_t i = 0; i < b->spoken_count; i++)
    if (b->spoken[i] == s) return true;
  if (b->spoken_count == b->spoken_cap) {
    uint32_t cap = b->spoken_cap ? b->spoken_cap * 2 : 8;
    const struct law_stmt **more = arena_array(e->arena, cap, sizeof *more);
    if (!more) return false;
    if (b->spoken_count) memcpy(more, b->spoken, b->spoken_count * sizeof *more);
    b->spoken = more;
    b->spoken_cap = cap;
  }
  b->spoken[b->spoken_count++] = s;
  return true;
}

static bool add_note(struct eval *e, struct bill *b, const char *note) {
  if (!note) return false;
  for (uint32_t i = 0; i < b->notes_count; i++)
    if (!strcmp(b->notes[i], note)) return true;
  if (b->notes_count == b->notes_cap) {
    uint32_t cap = b->notes_cap ? b->notes_cap * 2 : 8;
    const char **more = arena_array(e->arena, cap, sizeof *more);
    if (!more) return false;
    if (b->notes_count) memcpy(more, b->notes, b->notes_count * sizeof *more);
    b->notes = more;
    b->notes_cap = cap;
  }
  b->notes[b->notes_count++] = note;
  return true;
}

/* ---- amounts ---------------------------------------------------------------------------------- */

static struct rate_env env_of(struct eval *e) {
  return (struct rate_env){e->arena, e->law, e->line, &e->cond, &e->refusal};
}

static bool no_fit(struct eval *e) {
  refuse(e->arena, &e->refusal, "refuse.too-large", "split the line",
         "the amounts are too large to be exact");
  return true;
}

/* Cents of the base duty falling on the cells in `mask`, as rounded. */
static bool base_on(struct eval *e, unsigned mask, int64_t *cents) {
  *cents = 0;
  if (e->base == LAW_NONE) return true;
  struct rat s = RAT_ZERO, exact;
  const struct law_stmt *demand = NULL;
  for (uint32_t c = 0; c < e->line->cell_count; c++) {
    if (!(mask >> c & 1u)) continue;
    const struct cell *cell = eval_cell(e, e->base, c);
    if (cell->kind != CELL_APPLIES) continue;
    demand = cell->demand;
    if (!rat_add(s, e->line->cells[c].dollars, &s)) return false;
  }
  if (!demand) return true;
  struct rate_env env = env_of(e);
  return rate_amount(&env, &demand->expr, RAT_ZERO, s, &exact) &&
         rat_to_cents_half_up(exact, cents);
}

struct group { /* cells with one verdict */
  struct cell like;
  unsigned mask;
  struct rat s; /* dollars */
};

/* Exact and rounded amount of a demand on a group. False: refused, or too large. */
static bool amount_of(struct eval *e, uint32_t m, const struct law_stmt *demand,
                      const struct group *g, struct rat *exact, int64_t *cents) {
  struct rate_env env = env_of(e);
  struct rat points = e->results[m].points, general;
  if (g->like.heading != LAW_NONE) {
    imp_day end;
    const struct law_heading *h = &e->law->measures[m].headings[g->like.heading];
    eval_silence(e, h->stmts, h->count, &end, &points);
  }
  if (!rate_amount(&env, &demand->expr, points, g->s, exact)) return false;
  if (!rat_to_cents_half_up(*exact, cents)) return false;
  int64_t less = 0;
  if (demand->expr.less == LAW_LESS_BASE && !base_on(e, g->mask, &less)) return false;
  if (demand->expr.less == LAW_LESS_GENERAL) {
    struct law_term term = {LAW_OP_PLUS, LAW_TERM_GENERAL, RAT_ZERO, {0}};
    struct law_expr column = {.terms = &term, .count = 1};
    if (!rate_amount(&env, &column, RAT_ZERO, g->s, &general)) return false;
    if (!rat_to_cents_half_up(general, &less)) return false;
  }
  *cents = *cents > less ? *cents - less : 0;
  return true;
}

/* ---- one row ---------------------------------------------------------------------------------- */

static struct str rate_words(struct eval *e, const struct law_stmt *s) {
  if (s->kind == LAW_BAN) return STR("prohibited");
  if (s->kind == LAW_NOT_ENCODED) return STR("not encoded");
  if (s->expr.count == 1 && s->expr.terms[0].kind >= LAW_TERM_GENERAL) {
    struct rate_env env = env_of(e);
    return rate_column(&env, s->expr.terms[0].kind);
  }
  return s->expr.text;
}

static struct str heading_label(const struct law *law, uint32_t m, uint32_t h) {
  if (h != LAW_NONE && law->measures[m].headings[h].label.n)
    return law->measures[m].headings[h].label;
  if (h == LAW_NONE && m != LAW_NONE &&
      str_eq(str_sub(law->measures[m].name,
                     law->measures[m].name.n < 5 ? 0 : law->measures[m].name.n - 5,
                     law->measures[m].name.n),
             STR(".base")))
    return STR("general");
  return law->measures[m].name;
}

/* Place of a measure in the order of the day: the longest name in the order line that it stands under. */
static uint32_t order_of(struct eval *e, uint32_t m) {
  const struct law_order *current = NULL;
  for (uint32_t j = 0; j < e->law->jurisdiction_count; j++) {
    const struct law_jurisdiction *jur = &e->law->jurisdictions[j];
    for (uint32_t i = 0; i < jur->order_count && jur->place == e->line->into; i++) {
      const struct law_order *o = &jur->orders[i];
      if (o->when.from <= e->line->on && e->line->on < o->when.until &&
          view_counts(e->view, &o->when, NULL))
        current = o;
    }
  }
  uint32_t best = UINT32_MAX / 2;
  size_t longest = 0;
  for (uint32_t i = 0; current && i < current->count; i++)
    if (current->names[i].n > longest &&
        law_name_under(e->law->measures[m].name, current->names[i]))
      best = i, longest = current->names[i].n;
  return best;
}

static struct bill_row *new_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h,
                                const struct law_stmt *s, enum imp_row_status status) {
  struct bill_row *row = add_row(e, b);
  if (!row) return NULL;
  *row = (struct bill_row){.measure = m, .heading = h, .stmt = s, .order = order_of(e, m)};
  row->shown.status = status;
  row->shown.heading = str_dup(e->arena, heading_label(e->law, m, h));
  row->shown.measure = str_dup(e->arena, e->law->measures[m].name);
  row->shown.title = str_dup(e->arena, bill_title(e->law, m));
  row->shown.rate = str_dup(e->arena, rate_words(e, s));
  row->shown.rounding = "row-cent";
  row->shown.is_base = m == e->base;
  row->shown.why = "";
  bool whole = row->shown.heading && row->shown.measure && row->shown.title && row->shown.rate;
  return whole && bill_cite(e->arena, e->law, s, &row->shown) && add_spoken(e, b, s) ? row : NULL;
}

static bool set_amount(struct eval *e, struct bill_row *row, const struct group *g,
                       struct rat exact, int64_t cents) {
  struct buf text = {0};
  rat_print(exact, &text);
  row->shown.exact = text.failed ? NULL : str_dup(e->arena, buf_str(&text));
  buf_free(&text);
  row->shown.amount = cents;
  return rat_to_cents_half_up(g->s, &row->shown.base) && row->shown.exact;
}

static bool charge_row(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct rat exact;
  int64_t cents;
  const struct law_stmt *s = g->like.demand;
  if (s->kind == LAW_NOT_ENCODED) {
    refuse(e->arena, &e->refusal, "refuse.not-encoded",
           "this part of the law is not encoded yet; `impost measures` lists what is",
           "%.*s is not encoded: %.*s", (int)e->law->measures[m].name.n, e->law->measures[m].name.p,
           (int)s->text.n, s->text.p);
    if (e->refusing == LAW_NONE) e->refusing = m;
    return true;
  }
  if (s->kind == LAW_LICENCE || s->kind == LAW_PROMISE) return true;
  struct bill_row *row = new_row(e, b, m, g->like.heading, s, IMP_ROW_APPLIED);
  if (!row) return false;
  if (s->kind == LAW_BAN) {
    b->prohibited = true;
    return rat_to_cents_half_up(g->s, &row->shown.base);
  }
  if (!amount_of(e, m, s, g, &exact, &cents)) return e->refusal.id ? true : no_fit(e);
  b->total += cents;
  return set_amount(e, row, g, exact, cents);
}

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
  bool fits = amount_of(e, m, s, &like, &exact, &cents);
  e->refusal = kept; /* a displaced duty that cannot be computed refuses nothing */
  if (!fits) return true;
  *out = new_row(e, b, m, h, s, status);
  return *out && set_amount(e, *out, g, exact, cents);
}

/* A heading that costs nothing and must be declared: once for all it displaces. */
static bool zero_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h, struct str label,
                     const struct law_stmt *s, const struct group *g, const char *why) {
  for (uint32_t i = 0; i < b->count; i++)
    if (b->rows[i].shown.status == IMP_ROW_APPLIED &&
        str_eq(str_of(b->rows[i].shown.heading), label))
      return true;
  struct bill_row *row = new_row(e, b, m, h, s, IMP_ROW_APPLIED);
  if (!row) return false;
  row->shown.heading = str_dup(e->arena, label);
  row->shown.rate = "free";
  row->shown.why = why ? why : "";
  row->shown.exact = "0";
  return row->shown.heading && rat_to_cents_half_up(g->s, &row->shown.base);
}

static bool exempt_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
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
  if (!add_spoken(e, b, c->by_stmt)) return false;
  if (!c->by_heading || !c->by_heading->label.n) return true;
  uint32_t h = (uint32_t)(c->by_heading - e->law->measures[c->by].headings);
  return zero_row(e, b, c->by, h, c->by_heading->label, c->by_stmt, g,
                  "declared; takes a duty out");
}

static bool yield_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct bill_row *row;
  const struct cell *c = &g->like;
  struct str by = e->law->measures[c->by].name;
  if (!would_be(e, b, m, c->heading, c->demand, g, IMP_ROW_SUPPRESSED, &row)) return false;
  if (row) {
    row->shown.by = str_dup(e->arena, by);
    row->shown.why = text_in(e->arena, "gives way to %.*s", (int)by.n, by.p);
    if (!row->shown.by || !row->shown.why) return false;
  }
  if (!add_spoken(e, b, c->by_stmt)) return false;
  if (!c->by_stmt->label.n) return true;
  return zero_row(e, b, m, c->heading, c->by_stmt->label, c->by_stmt, g,
                  "declared; another duty applies");
}

static bool none_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct bill_row *row;
  const struct cell *c = &g->like;
  if (!c->under_demand) return true;
  struct str label = heading_label(e->law, m, c->heading);
  if (!would_be(e, b, m, c->under, c->under_demand, g, IMP_ROW_SUPPRESSED, &row)) return false;
  if (row) {
    row->shown.by = str_dup(e->arena, label);
    row->shown.why = text_in(e->arena, "displaced by heading %.*s", (int)label.n, label.p);
    if (!row->shown.by || !row->shown.why) return false;
  }
  return zero_row(e, b, m, c->heading, label, c->demand, g, "declared; outside the duty");
}

/* ---- what is suspended -------------------------------------------------------------------------- */

static bool suspended_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h,
                          const struct law_stmt *s, const struct law_stmt *state, imp_day end) {
  struct bill_row *row;
  struct group whole = {.mask = ~0u, .s = rat_int(e->line->dollars)};
  if (!add_spoken(e, b, state)) return false;
  if (!would_be(e, b, m, h, s, &whole, IMP_ROW_SUSPENDED, &row)) return false;
  if (!row) return true;
  row->shown.until = end == DAY_NEVER ? NULL : bill_day(e->arena, end);
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
static bool suspended_rows(struct eval *e, struct bill *b, uint32_t m) {
  const struct law_measure *measure = &e->law->measures[m];
  const struct measure_result *r = &e->results[m];
  bool all = r->silence != NULL;
  if (all && r->silence->kind != LAW_SUSPENDED) return true;
  for (uint32_t h = measure->heading_count; h-- > 0;) {
    const struct law_heading *heading = &measure->headings[h];
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

/* ---- the bill --------------------------------------------------------------------------------- */

static bool same_verdict(const struct cell *a, const struct cell *b) {
  return a->kind == b->kind && a->heading == b->heading && a->demand == b->demand &&
         a->by == b->by && a->by_stmt == b->by_stmt;
}

static bool group_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  switch (g->like.kind) {
  case CELL_SILENT:
    return true;
  case CELL_NONE:
    return none_rows(e, b, m, g);
  case CELL_APPLIES:
    return charge_row(e, b, m, g);
  case CELL_EXEMPT:
    return exempt_rows(e, b, m, g);
  case CELL_YIELDS:
    return yield_rows(e, b, m, g);
  }
  return true;
}

static bool measure_rows(struct eval *e, struct bill *b, uint32_t m) {
  if (fees_is_fee(&e->law->measures[m])) return true; /* fees are per entry, not per line */
  struct group groups[LINE_CELLS_MAX];
  uint32_t count = 0;
  for (uint32_t c = 0; c < e->line->cell_count; c++) {
    const struct cell *cell = eval_cell(e, m, c);
    if (e->line->cell_count > 1 && rat_is_zero(e->line->cells[c].dollars))
      continue; /* nothing is left */
    uint32_t g = 0;
    while (g < count && !same_verdict(&groups[g].like, cell)) g++;
    if (g == count) groups[count++] = (struct group){*cell, 0, RAT_ZERO};
    groups[g].mask |= 1u << c;
    if (!rat_add(groups[g].s, e->line->cells[c].dollars, &groups[g].s)) return no_fit(e);
  }
  for (uint32_t g = 0; g < count; g++)
    if (!group_rows(e, b, m, &groups[g])) return false;
  return suspended_rows(e, b, m);
}

static int by_order(const void *x, const void *y) {
  const struct bill_row *a = x, *b = y;
  if (a->order != b->order) return a->order < b->order ? -1 : 1;
  if (a->measure != b->measure) return a->measure < b->measure ? -1 : 1;
  return strcmp(a->shown.heading, b->shown.heading);
}

static bool number_notes(struct eval *e, struct bill *b) {
  for (uint32_t i = 0; i < b->count; i++) {
    struct match r =
        eval_goods(e, b->rows[i].measure,
                   b->rows[i].heading == LAW_NONE
                       ? NULL
                       : &e->law->measures[b->rows[i].measure].headings[b->rows[i].heading],
                   b->rows[i].stmt);
    if (!r.through || b->rows[i].shown.status != IMP_ROW_APPLIED) continue;
    const char *note = text_in(e->arena, "%s reaches this number through the renumbering of %s",
                               b->rows[i].shown.heading, line_code_text(e->arena, r.through, 10));
    if (!add_note(e, b, note)) return false;
  }
  return true;
}

bool bill_make(struct eval *e, struct bill *out) {
  *out = (struct bill){.refusing = LAW_NONE};
  if (e->base != LAW_NONE && e->results[e->base].in_scope && !measure_rows(e, out, e->base))
    return false;
  e->cond.base_cents = out->total;
  for (uint32_t m = 0; m < e->law->measure_count; m++)
    if (m != e->base && e->results[m].in_scope && !measure_rows(e, out, m)) return false;
  if (e->circle)
    refuse(e->arena, &e->refusal, "refuse.circle", "run `impost check circle`",
           "the law runs in a circle for this line");
  if (out->count) qsort(out->rows, out->count, sizeof *out->rows, by_order);
  if (!number_notes(e, out)) return false;
  out->refusal = e->refusal;
  out->refusing = e->refusing;
  return true;
}

int64_t bill_sum(const struct law *law, const struct bill *b, struct str in, struct str under,
                 bool *found) {
  int64_t sum = 0;
  *found = false;
  for (uint32_t i = 0; i < b->count; i++) {
    if (b->rows[i].shown.status != IMP_ROW_APPLIED) continue;
    if (in.n && !law_name_under(law->measures[b->rows[i].measure].name, in)) continue;
    sum += b->rows[i].shown.amount;
    if (!under.n || str_eq(str_of(b->rows[i].shown.heading), under)) *found = true;
  }
  return sum;
}
