// SPDX-License-Identifier: Apache-2.0
// Scope and states: which measures look at the line at all, and which of them are out of force that day.
//
// `into`, `of` and `goods` come from the nearest name above that states them; `if` and states of every name
// above hold too. See eval.h.
#include <string.h>

#include "book/eval.h"

static struct clock_view clock_of(const struct eval *e) {
  return (struct clock_view){e->view->known, e->view->legal};
}

static bool is_state(const struct law_stmt *s) {
  return s->kind >= LAW_SUSPENDED && s->kind <= LAW_ENDS;
}

/* A state that has begun: what begins and returns later silences nothing today. */
static bool states_anything(const struct law_stmt *s, uint32_t n, imp_day on) {
  enum { STATES = 1u << LAW_SUSPENDED | 1u << LAW_VOID | 1u << LAW_ENDS };
  for (uint32_t i = 0; i < n && s[i].kinds & STATES; i++)
    if (is_state(&s[i]) && s[i].kind != LAW_RESUMES &&
        (s[i].kind == LAW_ENDS ? s[i].day <= on : view_window(&s[i], on)))
      return true;
  return false;
}

/* Clock rows of a block: states as states, everything else as nothing. */
static void fill_rows(struct eval *e, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (is_state(&s[i]))
      e->rows[i] = view_clock(e->view, &s[i], e->at);
    else
      e->rows[i] = (struct clock_stmt){.kind = CLOCK_PAINT};
  }
}

const struct law_stmt *eval_silence(struct eval *e, const struct law_stmt *s, uint32_t n,
                                    imp_day *end, struct rat *points) {
  if (!states_anything(s, n, e->line->on)) return NULL;
  fill_rows(e, s, n);
  for (uint32_t i = 0; i < n; i++) {
    if (s[i].kind != LAW_SUSPENDED || !s[i].has_points) continue;
    if (clock_state_holds(e->rows, n, i, clock_of(e), e->line->on) &&
        !rat_add(*points, s[i].points, points))
      return NULL;
    e->rows[i].counts = false; /* points lower a rate, they do not silence */
  }
  uint32_t i = clock_silence(e->rows, n, clock_of(e), e->line->on);
  if (i == CLOCK_NOTHING) return NULL;
  *end = clock_state_end(e->rows, n, i, clock_of(e));
  return &s[i];
}

uint32_t eval_points(struct eval *e, const struct law_stmt *s, uint32_t n, struct eval_held *out,
                     uint32_t cap) {
  uint32_t found = 0;
  if (!states_anything(s, n, e->line->on)) return 0;
  fill_rows(e, s, n);
  for (uint32_t i = 0; i < n && found < cap; i++)
    if (s[i].kind == LAW_SUSPENDED && s[i].has_points &&
        clock_state_holds(e->rows, n, i, clock_of(e), e->line->on))
      out[found++] = (struct eval_held){&s[i], clock_state_end(e->rows, n, i, clock_of(e))};
  return found;
}

static bool current_of_kind(struct eval *e, const struct law_stmt *s, uint32_t n,
                            enum law_stmt_kind kind, const struct law_stmt **out) {
  bool stated = false;
  *out = NULL;
  if (!law_block_has(s, n, 1u << kind)) return false;
  for (uint32_t i = n; i-- > 0 && !*out;) {
    if (s[i].kind != kind) continue;
    stated = true;
    if (!view_window(&s[i], e->line->on)) continue;
    struct clock_stmt row = view_clock(e->view, &s[i], e->at);
    if (clock_current(&row, 1, clock_of(e), e->line->on) != CLOCK_NOTHING) *out = &s[i];
  }
  return stated;
}

/* The scope line of a kind that governs measure m; NULL with *stated when one is written but none holds. */
static const struct law_stmt *scope_line(struct eval *e, uint32_t m, enum law_stmt_kind kind,
                                         bool *stated) {
  const struct law_stmt *s = NULL;
  for (*stated = false; m != LAW_NONE && !*stated; m = e->law->measures[m].parent)
    *stated = current_of_kind(e, e->law->measures[m].stmts, e->law->measures[m].count, kind, &s);
  return s;
}

bool eval_enters(struct eval *e, uint32_t m) {
  bool stated = false, leaves = false;
  const struct law_stmt *s = NULL;
  for (uint32_t k = m; k != LAW_NONE && !stated && !leaves; k = e->law->measures[k].parent) {
    const struct law_measure *x = &e->law->measures[k];
    leaves = current_of_kind(e, x->stmts, x->count, LAW_OUT_OF, &s);
    if (!leaves) stated = current_of_kind(e, x->stmts, x->count, LAW_INTO, &s);
  }
  if (leaves) return false; /* on goods that leave, not on an entry */
  if (stated) return s && s->place == e->line->into;
  for (uint32_t j = 0; j < e->law->jurisdiction_count; j++)
    if (str_eq(e->law->jurisdictions[j].name, e->law->measures[m].jurisdiction))
      return e->law->jurisdictions[j].place == e->line->into;
  return false;
}

static bool scope_of(struct eval *e, uint32_t m) {
  bool stated;
  const struct law_stmt *s = scope_line(e, m, LAW_OF, &stated);
  return !stated || (s && match_origin(&e->matcher, &s->of).verdict == MATCH_YES);
}

static struct match scope_goods(struct eval *e, uint32_t m) {
  bool stated;
  const struct law_stmt *s = scope_line(e, m, LAW_GOODS, &stated);
  if (!stated) return (struct match){.verdict = MATCH_YES};
  return s ? match_goods(&e->matcher, &s->goods) : (struct match){.verdict = MATCH_NO};
}

/* Every `if` of the measure and of the names above it, as one verdict. */
static enum tri scope_if(struct eval *e, uint32_t m) {
  enum tri t = TRI_YES;
  for (; m != LAW_NONE; m = e->law->measures[m].parent) {
    const struct law_stmt *s;
    current_of_kind(e, e->law->measures[m].stmts, e->law->measures[m].count, LAW_IF, &s);
    if (s) t = tri_and(t, cond_eval(&e->cond, s->cond, (struct str){0}));
  }
  return t;
}

static void find_silence(struct eval *e, uint32_t m, struct measure_result *r) {
  r->points = RAT_ZERO;
  for (uint32_t k = m; k != LAW_NONE; k = e->law->measures[k].parent) {
    imp_day end = DAY_FIRST;
    const struct law_stmt *s =
        eval_silence(e, e->law->measures[k].stmts, e->law->measures[k].count, &end, &r->points);
    if (s && (!r->silence || end > r->silence_end)) r->silence = s, r->silence_end = end;
  }
}

static uint32_t find_base(const struct law *law, uint16_t into) {
  for (uint32_t j = 0; j < law->jurisdiction_count; j++) {
    if (law->jurisdictions[j].place != into) continue;
    char name[80];
    struct str n = law->jurisdictions[j].name;
    if (n.n + 6 > sizeof name) return LAW_NONE;
    memcpy(name, n.p, n.n);
    memcpy(name + n.n, ".base", 5);
    return law_find_measure(law, (struct str){name, n.n + 5});
  }
  return LAW_NONE;
}

/* What a line is asked under, apart from memory. */
static void set_line(struct eval *e, const struct frame *f, const struct line *line) {
  e->arena = f->arena;
  e->line = line;
  e->refusing = LAW_NONE;
  e->matcher = (struct matcher){e->view, f->mentions, line->on, line->origin, line->minute};
  e->at = (struct moment){line->on, line->minute};
  e->cond = (struct cond_env){
      f->law, line, &e->matcher, true, -1, {0, 0}, !cond_claims_any(f->law, line)};
  if (!f->awake || !f->awake->no_general) e->cond.general = rate_general(f->arena, f->law, line);
  e->base = find_base(f->law, line->into);
}

static void look_at(struct eval *e, uint32_t m) {
  struct measure_result *r = &e->results[m];
  if (!eval_enters(e, m) || !scope_of(e, m)) return;
  r->goods = scope_goods(e, m);
  if (r->goods.verdict == MATCH_NO) return;
  enum tri t = scope_if(e, m);
  r->in_scope = t != TRI_NO;
  r->scope_if_unknown = t == TRI_UNKNOWN;
  if (r->in_scope) find_silence(e, m, r);
  if (e->law->measures[m].relieves && r->in_scope && !r->silence) e->reliefs[e->relief_count++] = m;
}

bool eval_begin(struct eval *e, const struct frame *f, const struct view *view,
                const struct line *line) {
  struct arena *a = f->arena;
  const struct law *law = f->law;
  *e = (struct eval){.law = law, .view = view, .awake = f->awake};
  e->rows = arena_array(a, law->longest_block + 1u, sizeof *e->rows);
  e->results = arena_array(a, law->measure_count + 1u, sizeof *e->results);
  e->parts = line->cell_count ? line->cell_count : 1;
  struct cell *cells = arena_array(a, (size_t)e->parts * (law->measure_count + 1u), sizeof *cells);
  e->reliefs = arena_array(a, law->measure_count + 1u, sizeof *e->reliefs);
  if (!e->rows || !e->results || !cells || !e->reliefs) return false;
  set_line(e, f, line);
  for (uint32_t m = 0; m < law->measure_count; m++) {
    e->results[m].cells = &cells[(size_t)m * e->parts];
    if (f->awake ? f->awake->measures[m] : f->mentions->measures[m]) look_at(e, m);
  }
  return true;
}

void eval_again(struct eval *e, const struct frame *f, const struct line *line) {
  const bool *awake = f->awake->measures;
  e->relief_count = 0;
  e->refusal = (struct refusal){0};
  e->circle = false;
  set_line(e, f, line);
  for (uint32_t m = 0; m < e->law->measure_count; m++) {
    if (!awake[m]) continue;
    struct cell *cells = e->results[m].cells;
    memset(cells, 0, e->parts * sizeof *cells);
    e->results[m] = (struct measure_result){.cells = cells};
    look_at(e, m);
  }
}
