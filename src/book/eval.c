// SPDX-License-Identifier: Apache-2.0
// Own headings, then reliefs, then yields, for one part of the value. See eval.h.
#include "book/eval.h"

bool eval_is_charge(const struct law_stmt *s) {
  if (s->kind != LAW_RATE && s->kind != LAW_FEE)
    return true; /* a ban or a gap in the law stands for one */
  return !(s->expr.count == 1 && s->expr.terms[0].kind == LAW_TERM_NONE);
}

bool eval_lowers(const struct law_stmt *s) {
  if (s->kind == LAW_EXEMPTS) return true;
  if (s->kind != LAW_RATE && s->kind != LAW_FEE) return false;
  return s->expr.count == 1 &&
         (s->expr.terms[0].kind == LAW_TERM_NONE || s->expr.terms[0].kind == LAW_TERM_FREE);
}

bool eval_is_demand(const struct law_stmt *s) {
  switch (s->kind) {
  case LAW_RATE:
  case LAW_FEE:
  case LAW_BAN:
  case LAW_LICENCE:
  case LAW_PROMISE:
  case LAW_NOT_ENCODED:
    return true;
  default:
    return false;
  }
}

enum {
  DEMANDS = 1u << LAW_RATE | 1u << LAW_FEE | 1u << LAW_BAN | 1u << LAW_LICENCE | 1u << LAW_PROMISE |
            1u << LAW_NOT_ENCODED
};

bool eval_has_demands(const struct law_stmt *s, uint32_t n) {
  return law_block_has(s, n, DEMANDS);
}

static struct clock_view clock_of(const struct eval *e) {
  return (struct clock_view){e->view->known, e->view->legal};
}

static bool same_names(const struct str *a, uint32_t na, const struct str *b, uint32_t nb) {
  if (na != nb) return false;
  for (uint32_t i = 0; i < na; i++)
    if (!str_eq(a[i], b[i])) return false;
  return true;
}

static bool same_sort(const struct law_stmt *a, const struct law_stmt *b) {
  if (eval_is_demand(a) || eval_is_demand(b)) return eval_is_demand(a) && eval_is_demand(b);
  if (a->kind != b->kind) return false;
  if (a->kind != LAW_EXEMPTS && a->kind != LAW_YIELDS) return true;
  return same_names(a->names, a->name_count, b->names, b->name_count) &&
         same_names(a->but_names, a->but_count, b->but_names, b->but_count);
}

static const struct law_stmt *current(struct eval *e, const struct law_stmt *block, uint32_t n,
                                      const struct law_stmt *like) {
  uint32_t sort = eval_is_demand(like) ? (uint32_t)DEMANDS : 1u << like->kind;
  for (uint32_t i = n; i-- > 0 && law_block_has(block, n, sort);) {
    if (!same_sort(&block[i], like) || !view_window(&block[i], e->line->on)) continue;
    struct clock_stmt row = view_clock(e->view, &block[i], e->at);
    if (clock_current(&row, 1, clock_of(e), e->line->on) != CLOCK_NOTHING) return &block[i];
  }
  return NULL;
}

bool eval_is_current(struct eval *e, const struct law_stmt *block, uint32_t n,
                     const struct law_stmt *s) {
  return current(e, block, n, s) == s;
}

const struct law_stmt *eval_current_demand(struct eval *e, uint32_t m,
                                           const struct law_heading *h) {
  static const struct law_stmt any_demand = {.kind = LAW_RATE};
  const struct law_measure *measure = &e->law->measures[m];
  if (h && eval_has_demands(h->stmts, h->count)) return current(e, h->stmts, h->count, &any_demand);
  return current(e, measure->stmts, measure->count, &any_demand);
}

/* `on`: whether the part of the value lies in the parts a line bears on. An unstated part of `… else value`
 * is presumed to be the whole; one without a presumption leaves *unknown set. */
bool eval_holds_part(struct eval *e, const struct law_parts *on, uint32_t c, enum tri *unknown) {
  if (!on->stated) return true;
  uint32_t fact = e->line->cells[c].fact;
  bool named = false, missing = false;
  for (uint32_t i = 0; i < on->count; i++) {
    named = named || line_in_part(e->law, fact, on->facts[i]);
    if (!e->line->facts[on->facts[i]].stated && !cond_part_nil(e->law, e->line, on->facts[i]))
      missing = true;
  }
  if (missing && on->else_value) return true;
  if (missing && unknown) *unknown = TRI_UNKNOWN;
  return on->value_less ? !named : named;
}

static struct match narrower(struct match a, struct match b) {
  if (a.verdict == MATCH_NO || b.verdict == MATCH_NO) return (struct match){.verdict = MATCH_NO};
  if (b.verdict == MATCH_PART) return b;
  if (a.verdict == MATCH_PART) return a;
  return b.member.line ? b : a;
}

struct match eval_goods(struct eval *e, uint32_t m, const struct law_heading *h,
                        const struct law_stmt *s) {
  struct match r = e->results[m].goods;
  if (h && h->has_goods) r = narrower(r, match_goods(&e->matcher, &h->goods));
  if (s && s->has_goods) r = narrower(r, match_goods(&e->matcher, &s->goods));
  return r;
}

static enum tri fits_goods(struct eval *e, uint32_t m, const struct law_heading *h,
                           const struct law_stmt *s, bool lowers) {
  struct match r = eval_goods(e, m, h, s);
  if (r.verdict != MATCH_PART) return r.verdict == MATCH_YES ? TRI_YES : TRI_NO;
  struct str label = h ? h->label : e->law->measures[m].name;
  if (line_claims(e->line, label)) return TRI_YES;
  if (line_denies(e->line, label) || lowers) return TRI_NO;
  return TRI_UNKNOWN;
}

static bool of_heading(struct eval *e, const struct law_heading *h) {
  return !h || !h->has_of || match_origin(&e->matcher, &h->of).verdict == MATCH_YES;
}

bool eval_heading_wakes(struct eval *e, uint32_t m, const struct law_heading *h) {
  if (!h) return true;
  if (e->awake && e->awake->headings)
    return e->awake
        ->headings[e->awake->first_heading[m] + (uint32_t)(h - e->law->measures[m].headings)];
  return of_heading(e, h);
}

static bool fits_origin(struct eval *e, const struct law_heading *h, const struct law_stmt *s) {
  if (!of_heading(e, h)) return false;
  return !(s && s->has_of) || match_origin(&e->matcher, &s->of).verdict == MATCH_YES;
}

/* A rate that stands in the special column speaks only when a claimed programme has an entry there, one taken
 * from a fact only when the entry states it. */
static bool fits_column(struct eval *e, const struct law_stmt *s) {
  if (!s || s->kind != LAW_RATE || !s->expr.count) return true;
  if (s->expr.terms[0].kind != LAW_TERM_SPECIAL) return rate_stated(e->line, &s->expr);
  struct rate_env env = {e->arena, e->law, e->line, &e->cond, &e->refusal};
  return rate_column(&env, LAW_TERM_SPECIAL).n > 0;
}

/* A heading with a quota speaks while the quota is not over. */
static enum tri fits_quota(struct eval *e, const struct law_heading *h) {
  static const struct law_stmt any_quota = {.kind = LAW_QUOTA};
  if (!h || !current(e, h->stmts, h->count, &any_quota)) return TRI_YES;
  uint32_t fact = law_find_fact(e->law, STR("quota"));
  if (fact == LAW_NONE || !e->line->facts[fact].stated) return TRI_UNKNOWN;
  return str_eq_nocase(e->line->facts[fact].word, STR("over")) ? TRI_NO : TRI_YES;
}

enum tri eval_fits(struct eval *e, uint32_t m, const struct law_heading *h,
                   const struct law_stmt *s, uint32_t c, bool lowers) {
  enum tri unknown = TRI_YES;
  if (!fits_origin(e, h, s) || !fits_column(e, s)) return TRI_NO;
  if (s && !eval_holds_part(e, &s->on, c, &unknown)) {
    if (unknown != TRI_UNKNOWN) return TRI_NO;
  }
  struct str label = h ? h->label : (struct str){0};
  enum tri t = tri_and(unknown, fits_goods(e, m, h, s, lowers));
  if (h) t = tri_and(t, cond_eval(&e->cond, h->cond, label));
  if (s) t = tri_and(t, cond_eval(&e->cond, s->cond, label));
  if (e->results[m].scope_if_unknown) t = tri_and(t, TRI_UNKNOWN);
  return tri_and(t, fits_quota(e, h));
}

static bool heading_silent(struct eval *e, const struct law_heading *h) {
  imp_day end;
  struct rat points = RAT_ZERO;
  return eval_silence(e, h->stmts, h->count, &end, &points) != NULL;
}

/* The demand that heading h makes on cell c, NULL when it does not speak. */
static const struct law_stmt *speaks(struct eval *e, uint32_t m, const struct law_heading *h,
                                     uint32_t c) {
  const struct law_stmt *s = eval_current_demand(e, m, h);
  if (!s || (h && heading_silent(e, h))) return NULL;
  return eval_fits(e, m, h, s, c, eval_lowers(s)) == TRI_YES ? s : NULL;
}

/* Demand lines of the measure itself serve headings that have none; if every heading has its own (or there
 * are none) they are a nameless first heading. */
static bool has_nameless(const struct law_measure *m) {
  for (uint32_t h = 0; h < m->heading_count; h++)
    if (!eval_has_demands(m->headings[h].stmts, m->headings[h].count)) return false;
  return eval_has_demands(m->stmts, m->count);
}

static void own_headings(struct eval *e, uint32_t m, uint32_t c, struct cell *out) {
  const struct law_measure *measure = &e->law->measures[m];
  for (uint32_t h = measure->heading_count + 1; h-- > 0;) {
    const struct law_heading *heading = h ? &measure->headings[h - 1] : NULL;
    if (!heading && !has_nameless(measure)) break;
    if (!eval_heading_wakes(e, m, heading)) continue;
    const struct law_stmt *s = speaks(e, m, heading, c);
    if (!s) continue;
    uint32_t index = h ? h - 1 : LAW_NONE;
    if (out->kind == CELL_NONE) { /* what the `none` below it displaced */
      if (eval_is_charge(s)) {
        out->under = index, out->under_demand = s;
        return;
      }
      continue;
    }
    out->heading = index;
    out->demand = s;
    out->kind = eval_is_charge(s) ? CELL_APPLIES : CELL_NONE;
    if (out->kind == CELL_APPLIES) return;
  }
}

static bool targets(const struct law_stmt *s, uint32_t m) {
  uint32_t lo = 0, hi = s->target_count;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (s->targets[mid] < m)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < s->target_count && s->targets[lo] == m;
}

/* Whether the block takes cell c out of measure m, or (`want` TRI_UNKNOWN) may. */
static bool relieves(struct eval *e, uint32_t r, const struct law_heading *h,
                     const struct law_stmt *block, uint32_t n, uint32_t m, uint32_t c,
                     enum tri want, struct cell *out) {
  for (uint32_t i = n; i-- > 0;) {
    const struct law_stmt *s = &block[i];
    if (s->kind != LAW_EXEMPTS || !targets(s, m) || !eval_is_current(e, block, n, s)) continue;
    if (eval_fits(e, r, h, s, c, true) != want) continue;
    out->kind = CELL_EXEMPT;
    out->by = r;
    out->by_heading = h;
    out->by_stmt = s;
    return true;
  }
  return false;
}

static bool may_relieve(const struct law_stmt *block, uint32_t n, uint32_t m) {
  if (!law_block_has(block, n, 1u << LAW_EXEMPTS)) return false;
  for (uint32_t i = 0; i < n; i++)
    if (block[i].kind == LAW_EXEMPTS && targets(&block[i], m)) return true;
  return false;
}

/* A relief neither yields nor is relieved; whatever silences it silences what it would take out. */
static void reliefs(struct eval *e, uint32_t m, uint32_t c, enum tri want, struct cell *out) {
  for (uint32_t i = 0; i < e->relief_count; i++) {
    uint32_t r = e->reliefs[i];
    const struct law_measure *relief = &e->law->measures[r];
    for (uint32_t h = relief->heading_count; h-- > 0;) {
      const struct law_heading *heading = &relief->headings[h];
      if (!may_relieve(heading->stmts, heading->count, m) || !eval_heading_wakes(e, r, heading) ||
          heading_silent(e, heading))
        continue;
      if (relieves(e, r, heading, heading->stmts, heading->count, m, c, want, out)) return;
    }
    if (relieves(e, r, NULL, relief->stmts, relief->count, m, c, want, out)) return;
  }
}

bool eval_relieved(struct eval *e, uint32_t m, uint32_t c) {
  struct cell scratch = {.kind = CELL_APPLIES};
  reliefs(e, m, c, TRI_YES, &scratch);
  return scratch.kind == CELL_EXEMPT;
}

uint32_t eval_relief_hangs_on(struct eval *e, uint32_t m, uint32_t c) {
  struct cell scratch = {.kind = CELL_APPLIES};
  reliefs(e, m, c, TRI_UNKNOWN, &scratch);
  const struct law_parts *on = scratch.kind == CELL_EXEMPT ? &scratch.by_stmt->on : NULL;
  for (uint32_t i = 0; on && i < on->count; i++)
    if (!e->line->facts[on->facts[i]].stated) return on->facts[i];
  return LAW_NONE;
}

/* A yield is handed down to the names under the measure that states it, but not one to a name under that
 * measure: brothers would wait for each other. `stated_by` is the measure whose block it is. */
static bool is_bound(struct eval *e, uint32_t m, uint32_t stated_by, uint32_t target) {
  if (target == m || !e->results[target].in_scope) return false;
  return m == stated_by ||
         !law_name_under(e->law->measures[target].name, e->law->measures[stated_by].name);
}

static bool yields_in(struct eval *e, uint32_t m, uint32_t stated_by, const struct law_heading *h,
                      const struct law_stmt *block, uint32_t n, uint32_t c, struct cell *out) {
  for (uint32_t i = 0; i < n && law_block_has(&block[i], 1, 1u << LAW_YIELDS); i++) {
    const struct law_stmt *s = &block[i];
    if (s->kind != LAW_YIELDS || !eval_is_current(e, block, n, s)) continue;
    if (eval_fits(e, m, h, s, c, true) != TRI_YES) continue;
    for (uint32_t t = 0; t < s->target_count; t++) {
      if (!is_bound(e, m, stated_by, s->targets[t])) continue;
      if (eval_cell(e, s->targets[t], c)->kind != CELL_APPLIES) continue;
      out->kind = CELL_YIELDS;
      out->by = s->targets[t];
      out->by_stmt = s;
      return true;
    }
  }
  return false;
}

/* Yields of the speaking heading, of the measure, and of every name above it. */
static void yields(struct eval *e, uint32_t m, uint32_t c, struct cell *out) {
  const struct law_measure *measure = &e->law->measures[m];
  if (out->heading != LAW_NONE) {
    const struct law_heading *h = &measure->headings[out->heading];
    if (yields_in(e, m, m, h, h->stmts, h->count, c, out)) return;
  }
  for (uint32_t k = m; k != LAW_NONE; k = e->law->measures[k].parent)
    if (yields_in(e, m, k, NULL, e->law->measures[k].stmts, e->law->measures[k].count, c, out))
      return;
}

const struct cell *eval_cell(struct eval *e, uint32_t m, uint32_t c) {
  struct measure_result *r = &e->results[m];
  struct cell *out = &r->cells[c];
  if (out->done) return out;
  if (out->busy) {
    e->circle = true;
    return out;
  }
  *out = (struct cell){.kind = CELL_SILENT, .heading = LAW_NONE, .by = LAW_NONE, .under = LAW_NONE};
  out->busy = true;
  if (r->in_scope && !r->silence) {
    own_headings(e, m, c, out);
    if (out->kind == CELL_APPLIES) reliefs(e, m, c, TRI_YES, out);
    if (out->kind == CELL_APPLIES) yields(e, m, c, out);
  }
  out->busy = false;
  out->done = true;
  return out;
}
