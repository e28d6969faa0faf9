// SPDX-License-Identifier: Apache-2.0
// Rows and totals. Cells with the same verdict make one row; each row is rounded once. See bill.h.
#include "book/bill_own.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/fees.h"

static const char *const source_words[] = {"official", "copy", "report", "inferred"};

/* Printed beside the arena: days are the most of all texts, and this asks for no memory of its own. */
const char *bill_moment(struct arena *a, imp_day d, int minute) {
  struct buf b = {0};
  moment_print(d, minute, &b);
  return buf_keep(&b, a);
}

const char *bill_state_end(struct arena *a, const struct law_stmt *state, imp_day end) {
  const struct law_when *w = &state->when;
  bool own = end == w->until || (w->until_minute && end == w->until + 1);
  return bill_moment(a, own ? w->until : end, own ? w->until_minute : 0);
}

const char *bill_day(struct arena *a, imp_day d) {
  char text[16];
  int year, month, day;
  if (d == DAY_FIRST || d == DAY_NEVER) return str_dup(a, STR("-"));
  day_split(d, &year, &month, &day);
  snprintf(text, sizeof text, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return str_dup(a, str_of(text));
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
  row->known =
      known == DAY_FIRST ? "" : bill_moment(a, known, law_when_known_minute(law, &s->when));
  row->pending = law_when_speaks(law, &s->when);
  row->mark = mark_of(a, law, &s->when);
  row->source = source_words[LAW_SOURCE_OFFICIAL];
  row->act = row->act_title = row->act_kind = row->cite = "";
  struct str cite = s->when.cite;
  if (s->when.act != LAW_NONE) {
    const struct law_act *act = &law->acts[s->when.act];
    row->act = str_dup(a, act->name);
    row->act_title = str_dup(a, act->title);
    row->act_kind = str_dup(a, act->kind);
    row->source = source_words[act->source];
    if (!cite.n) cite = act->publication.n ? act->publication : act->cite;
  }
  if (cite.n) row->cite = str_dup(a, cite);
  return row->known && row->act && row->act_title && row->act_kind && row->cite;
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

bool bill_add_spoken(struct eval *e, struct bill *b, const struct law_stmt *s) {
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

bool bill_add_note(struct eval *e, struct bill *b, const char *note) {
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

bool bill_amount_of(struct eval *e, uint32_t m, const struct law_stmt *demand,
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
    struct law_term term = {.op = LAW_OP_PLUS, .kind = LAW_TERM_GENERAL};
    struct law_expr column = {.terms = &term, .count = 1};
    if (!rate_amount(&env, &column, RAT_ZERO, g->s, &general)) return false;
    if (!rat_to_cents_half_up(general, &less)) return false;
  }
  *cents = *cents > less ? *cents - less : 0;
  return true;
}

/* ---- one row ---------------------------------------------------------------------------------- */

static const char *rate_words(struct eval *e, const struct law_stmt *s) {
  if (s->kind == LAW_BAN) return "prohibited";
  if (s->kind == LAW_NOT_ENCODED) return "not encoded";
  if (s->expr.count == 1 && s->expr.terms[0].kind >= LAW_TERM_GENERAL) {
    struct rate_env env = env_of(e);
    return str_dup(e->arena, rate_column(&env, s->expr.terms[0].kind));
  }
  return s->expr.count ? rate_text(e->arena, e->law, e->line, &s->expr)
                       : str_dup(e->arena, s->expr.text);
}

struct str bill_heading_label(const struct law *law, uint32_t m, uint32_t h) {
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
      if (law_when_holds(&o->when, e->at.day, e->at.minute > 0 ? e->at.minute : 0) &&
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

struct bill_row *bill_new_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h,
                              const struct law_stmt *s, enum imp_row_status status) {
  struct bill_row *row = add_row(e, b);
  if (!row) return NULL;
  *row = (struct bill_row){.measure = m, .heading = h, .stmt = s, .order = order_of(e, m)};
  row->shown.status = status;
  row->shown.heading = str_dup(e->arena, bill_heading_label(e->law, m, h));
  row->shown.measure = str_dup(e->arena, e->law->measures[m].name);
  row->shown.title = str_dup(e->arena, bill_title(e->law, m));
  row->shown.rate = rate_words(e, s);
  row->shown.is_stated = s->expr.count > 0 && s->expr.terms[0].kind == LAW_TERM_FACT;
  row->shown.rounding = "row-cent";
  row->shown.is_base = m == e->base;
  row->shown.why = "";
  bool whole = row->shown.heading && row->shown.measure && row->shown.title && row->shown.rate;
  return whole && bill_cite(e->arena, e->law, s, &row->shown) && bill_add_spoken(e, b, s) ? row
                                                                                          : NULL;
}

bool bill_set_amount(struct eval *e, struct bill_row *row, const struct group *g, struct rat exact,
                     int64_t cents) {
  struct buf text = {0};
  rat_print(exact, &text);
  row->shown.exact = buf_keep(&text, e->arena);
  row->shown.amount = cents;
  struct rate_env env = env_of(e);
  if (row->stmt && row->stmt->kind == LAW_RATE &&
      !rate_quantity(&env, &row->stmt->expr, g->s, &row->shown.quantity))
    return false;
  return rat_to_cents_half_up(g->s, &row->shown.base) && row->shown.exact;
}

static bool rate_unknown(const struct law_expr *e) {
  for (uint32_t i = 0; i < e->count; i++)
    if (e->terms[i].kind == LAW_TERM_UNKNOWN) return true;
  return false;
}

static bool charge_row(struct eval *e, struct bill *b, uint32_t m, const struct group *g) {
  struct rat exact;
  int64_t cents;
  const struct law_stmt *s = g->like.demand;
  if (s->kind == LAW_NOT_ENCODED) {
    return bill_not_encoded(e, m, g);
  }
  if (s->kind == LAW_LICENCE || s->kind == LAW_PROMISE) return true;
  if (s->kind == LAW_RATE && rate_unknown(&s->expr))
    refuse(e->arena, &e->refusal, "refuse.unknown-rate",
           "the act has not said the rate; a day before this step can be answered",
           "%.*s lays a duty here whose rate is not known", (int)e->law->measures[m].name.n,
           e->law->measures[m].name.p);
  struct bill_row *row = bill_new_row(e, b, m, g->like.heading, s, IMP_ROW_APPLIED);
  if (!row) return false;
  row->mask = g->mask;
  if (s->kind == LAW_BAN) {
    b->prohibited = true;
    return rat_to_cents_half_up(g->s, &row->shown.base);
  }
  if (!bill_amount_of(e, m, s, g, &exact, &cents)) {
    if (e->refusing == LAW_NONE) e->refusing = m;
    return e->refusal.id ? true : no_fit(e);
  }
  b->total += cents;
  return bill_points(e, &row->shown, m, g->like.heading) &&
         bill_set_amount(e, row, g, exact, cents);
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
    return bill_none_rows(e, b, m, g);
  case CELL_APPLIES:
    return charge_row(e, b, m, g);
  case CELL_EXEMPT:
    return bill_exempt_rows(e, b, m, g);
  case CELL_YIELDS:
    return bill_yield_rows(e, b, m, g);
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
  return bill_suspended_rows(e, b, m);
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
    if (!bill_add_note(e, b, note)) return false;
  }
  return true;
}

/* A heading that speaks because it was claimed says of what goods it is: whoever claims it says that these are. */
static bool claim_notes(struct eval *e, struct bill *b) {
  for (uint32_t i = 0; i < b->count; i++) {
    const struct bill_row *row = &b->rows[i];
    if (row->heading == LAW_NONE || row->shown.status != IMP_ROW_APPLIED) continue;
    const struct law_heading *h = &e->law->measures[row->measure].headings[row->heading];
    if (!h->text.n || !bill_asks_claim(h->cond) || !line_claims(e->line, h->label)) continue;
    if (!bill_add_note(e, b,
                       text_in(e->arena, "claimed %s: true only of what the heading holds: %.*s",
                               row->shown.heading, (int)h->text.n, h->text.p)))
      return false;
  }
  return true;
}

/* A line on which the ordinary duty is silent is not free: the law of that day is not known here. */
static void check_base(struct eval *e) {
  for (uint32_t c = 0; c < e->line->cell_count && e->base != LAW_NONE; c++) {
    if (eval_cell(e, e->base, c)->kind != CELL_SILENT) continue;
    refuse(e->arena, &e->refusal, "refuse.horizon", "ask another day, or another known day",
           "no ordinary duty is known for this line on this day");
    if (e->refusing == LAW_NONE) e->refusing = e->base;
  }
}

/* The base measure's rows come first: what they charge is what duties defined against it see. */
static bool base_rows(struct eval *e, struct bill *out) {
  *out = (struct bill){.refusing = LAW_NONE};
  if (e->base != LAW_NONE && e->results[e->base].in_scope && !measure_rows(e, out, e->base))
    return false;
  e->cond.base_cents = out->total;
  return true;
}

bool bill_base(struct eval *e) {
  struct bill scratch;
  struct eval own = *e;
  if (e->base == LAW_NONE || !e->results[e->base].in_scope) return true;
  if (!base_rows(&own, &scratch)) return false;
  e->cond.base_cents = own.cond.base_cents;
  for (uint32_t m = 0; m < e->law->measure_count; m++)
    for (uint32_t c = 0; c < e->line->cell_count; c++) e->results[m].cells[c].done = false;
  return true;
}

bool bill_make(struct eval *e, struct bill *out) {
  if (!base_rows(e, out)) return false;
  check_base(e);
  for (uint32_t m = 0; m < e->law->measure_count; m++)
    if (m != e->base && e->results[m].in_scope && !measure_rows(e, out, m)) return false;
  if (e->circle)
    refuse(e->arena, &e->refusal, "refuse.circle", "run `impost check circle`",
           "the law runs in a circle for this line");
  if (out->count) qsort(out->rows, out->count, sizeof *out->rows, by_order);
  out->number_first = out->notes_count;
  if (!number_notes(e, out)) return false;
  out->number_notes = out->notes_count - out->number_first;
  if (!claim_notes(e, out)) return false;
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
