// SPDX-License-Identifier: Apache-2.0
// See complete.h.
#include "book/complete.h"

#include <string.h>

#include "book/unknown.h"

enum {
  CELLS_MAX = 512
}; /* completions tried; beyond that the line is refused and the facts are named */

bool text_list_add(struct arena *a, struct text_list *l, const char *text) {
  if (!text) return false;
  for (uint32_t i = 0; i < l->count; i++)
    if (!strcmp(l->items[i], text)) return true;
  if (l->count == l->cap) {
    uint32_t cap = l->cap ? l->cap * 2 : 4;
    const char **more = arena_array(a, cap, sizeof *more);
    if (!more) return false;
    if (l->count) memcpy(more, l->items, l->count * sizeof *more);
    l->items = more;
    l->cap = cap;
  }
  l->items[l->count++] = text;
  return true;
}

bool line_fork(struct arena *a, const struct law *law, const struct line *from, struct line *to) {
  *to = *from;
  to->facts = arena_copy(a, from->facts, (law->fact_count + 1u) * sizeof *from->facts);
  return to->facts != NULL;
}

static bool add_label(struct arena *a, struct str **items, uint32_t *count, struct str label) {
  struct str *more = arena_array(a, *count + 1u, sizeof *more);
  if (!more) return false;
  if (*count) memcpy(more, *items, *count * sizeof *more);
  more[(*count)++] = label;
  *items = more;
  return true;
}

bool line_add_claim(struct arena *a, struct line *l, struct str label) {
  return add_label(a, &l->claims, &l->claim_count, label);
}

/* ---- one completion ---------------------------------------------------------------------------- */

static bool settle(const struct frame *f, struct line *l, const struct unknown *u,
                   const struct choice *c, struct refusal *no) {
  if (u->fact == LAW_NONE)
    return c->yes ? line_add_claim(f->arena, l, u->label)
                  : add_label(f->arena, &l->denied, &l->denied_count, u->label);
  l->facts[u->fact] = c->value;
  if (f->law->facts[u->fact].type == LAW_FACT_PART) line_cut(f->arena, f->law, l, no);
  return true;
}

static bool silenced_as_void(struct eval *legal, const struct bill_row *row) {
  const struct measure_result *r = &legal->results[row->measure];
  if (r->silence) return r->silence->kind == LAW_VOID;
  if (row->heading == LAW_NONE) return false;
  const struct law_heading *h = &legal->law->measures[row->measure].headings[row->heading];
  imp_day end;
  struct rat points = RAT_ZERO;
  const struct law_stmt *s = eval_silence(legal, h->stmts, h->count, &end, &points);
  return s && s->kind == LAW_VOID;
}

struct computed {
  struct bill bill;
  int64_t legal, void_part;
};

static bool block_voids(const struct law_stmt *s, uint32_t n, imp_day on) {
  for (uint32_t i = 0; law_block_has(s, n, 1u << LAW_VOID) && i < n; i++)
    if (s[i].kind == LAW_VOID && view_window(&s[i], on)) return true;
  return false;
}

/* Somewhere over the line a `void` is written that holds the day: only then can the two bases differ. */
static bool may_be_void(const struct eval *e) {
  const struct law *law = e->law;
  imp_day on = e->line->on;
  for (uint32_t m = 0; m < law->measure_count; m++) {
    if (!e->results[m].in_scope) continue;
    for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
      if (block_voids(law->measures[k].stmts, law->measures[k].count, on)) return true;
    for (uint32_t h = 0; h < law->measures[m].heading_count; h++)
      if (block_voids(law->measures[m].headings[h].stmts, law->measures[m].headings[h].count, on))
        return true;
  }
  return false;
}

/* `begun` is an evaluation of the line that has no bill yet. */
static bool compute(const struct frame *f, struct eval *begun, struct computed *out) {
  struct eval legal;
  struct view legal_view = *begun->view;
  struct bill other;
  legal_view.legal = true;
  if (!bill_make(begun, &out->bill)) return false;
  out->legal = out->bill.total;
  out->void_part = 0;
  if (f->one_basis || begun->view->legal || out->bill.refusal.id || !may_be_void(begun))
    return true;
  if (!eval_begin(&legal, f, &legal_view, begun->line) || !bill_make(&legal, &other)) return false;
  out->legal = other.total;
  for (uint32_t i = 0; i < out->bill.count; i++) {
    struct bill_row *row = &out->bill.rows[i];
    if (row->shown.status != IMP_ROW_APPLIED || !silenced_as_void(&legal, row)) continue;
    row->shown.is_void = true;
    out->void_part += row->shown.amount;
  }
  return true;
}

/* ---- what was settled, in words that --fact understands ------------------------------------------ */

static const char *value_words(struct arena *a, const struct law_fact *f, const struct choice *c) {
  const struct fact_value *v = &c->value;
  if (f->type == LAW_FACT_DATE) return bill_day(a, v->day);
  if (f->type == LAW_FACT_WORD) return str_dup(a, v->word);
  if (f->type == LAW_FACT_PLACES)
    return v->places[0] ? text_in(a, "%c%c", v->places[0] >> 8, v->places[0] & 0xff) : "elsewhere";
  if (f->type == LAW_FACT_FLAG || f->type == LAW_FACT_CLAIM) return v->flag ? "yes" : "no";
  struct buf b = {0};
  rat_print(v->amount, &b);
  return buf_keep(&b, a);
}

static bool keep_facts(const struct frame *f, const struct unknowns *u, const uint32_t *pick,
                       const struct line *l, struct settled *out) {
  out->line = *l;
  out->count = u->count;
  out->facts = arena_array(f->arena, u->count + 1u, sizeof *out->facts);
  for (uint32_t i = 0; out->facts && i < u->count; i++) {
    const struct unknown *n = &u->items[i];
    const struct choice *c = &n->choices[pick[i]];
    bool heading = n->fact == LAW_NONE;
    out->facts[i].name = str_dup(f->arena, heading ? n->label : f->law->facts[n->fact].name);
    out->facts[i].value =
        heading ? (c->yes ? "yes" : "no") : value_words(f->arena, &f->law->facts[n->fact], c);
    if (!out->facts[i].name || !out->facts[i].value) return false;
  }
  return out->facts != NULL;
}

/* A refused completion still gives rows: a check of one measure asks for them. The refusal rules the answer. */
static void keep(struct completed *out, const struct computed *c, bool first) {
  if (c->bill.refusal.id && !out->refusal.id) {
    out->refusal = c->bill.refusal;
    out->refusing = c->bill.refusing;
  }
  if (first || c->bill.total < out->low.total) out->low = c->bill;
  if (first || c->bill.total > out->high.total) out->high = c->bill;
  if (first || c->legal < out->legal_low) out->legal_low = c->legal;
  if (first || c->legal > out->legal_high) out->legal_high = c->legal;
  if (first || c->void_part < out->void_low) out->void_low = c->void_part;
  if (first || c->void_part > out->void_high) out->void_high = c->void_part;
}

/* ---- all completions ------------------------------------------------------------------------------ */

struct spread {
  int64_t low[CHOICES_MAX], high[CHOICES_MAX];
  bool seen[CHOICES_MAX];
};

static void note_spread(struct spread *s, uint32_t choice, int64_t total) {
  if (!s->seen[choice] || total < s->low[choice]) s->low[choice] = total;
  if (!s->seen[choice] || total > s->high[choice]) s->high[choice] = total;
  s->seen[choice] = true;
}

static bool decides(const struct unknown *u, const struct spread *s) {
  uint32_t first = 0; /* the first that can be */
  while (first < u->choice_count && !s->seen[first]) first++;
  for (uint32_t i = first + 1; i < u->choice_count; i++)
    if (s->seen[i] && (s->low[i] != s->low[first] || s->high[i] != s->high[first])) return true;
  return false;
}

/* "9903.91.14, ship-to-shore gantry cranes: no 0.00; yes 10000.00" */
static bool say_need(const struct frame *f, struct completed *out, const struct unknown *u,
                     const struct spread *s) {
  struct buf b = {0};
  struct str name = u->fact == LAW_NONE ? u->label : f->law->facts[u->fact].name;
  buf_put(&b, name);
  if (u->words.n && !str_eq(u->words, name)) buf_printf(&b, " (%.*s)", (int)u->words.n, u->words.p);
  const char *mark = ":";
  for (uint32_t i = 0; i < u->choice_count; i++) {
    if (!s->seen[i]) continue;
    buf_printf(&b, "%s %s gives ", mark, u->choices[i].text);
    mark = ";";
    money_print(s->low[i], false, &b);
    if (s->high[i] != s->low[i]) buf_puts(&b, " to "), money_print(s->high[i], false, &b);
  }
  bool fine = !b.failed && text_list_add(f->arena, &out->needs, str_dup(f->arena, buf_str(&b)));
  buf_free(&b);
  return fine;
}

static void refuse_many(const struct frame *f, const struct unknowns *u, struct completed *out) {
  struct buf b = {0};
  for (uint32_t i = 0; i < u->count; i++) {
    struct str n =
        u->items[i].fact == LAW_NONE ? u->items[i].label : f->law->facts[u->items[i].fact].name;
    buf_printf(&b, "%s%.*s", i ? ", " : "", (int)n.n, n.p);
  }
  const char *names = buf_keep(&b, f->arena);
  refuse(f->arena, &out->refusal, "refuse.too-open", "state some of them with --fact NAME=VALUE",
         "too many facts are open to give a range: %s", names ? names : "");
}

/* A line of the block holds the day, whatever else it asks. */
static bool any_that_day(const struct law_stmt *s, uint32_t n, imp_day day) {
  for (uint32_t i = 0; i < n; i++)
    if (s[i].when.from <= day && day <= s[i].when.until) return true;
  return false;
}

/* What no fact can bring to bear on the line: the completions pass it over. */
static bool find_awake(const struct frame *f, struct eval *e, struct awake *out) {
  const struct law *law = f->law;
  uint32_t *first = arena_array(f->arena, law->measure_count + 1u, sizeof *first), count = 0;
  bool *measures = arena_array(f->arena, law->measure_count + 1u, sizeof *measures);
  for (uint32_t m = 0; first && m < law->measure_count; m++) {
    first[m] = count;
    count += law->measures[m].heading_count;
  }
  bool *headings = arena_array(f->arena, count + 1u, sizeof *headings);
  if (!first || !measures || !headings) return false;
  for (uint32_t m = 0; m < law->measure_count; m++) {
    measures[m] = e->results[m].goods.verdict != MATCH_NO;
    for (uint32_t h = 0; measures[m] && h < law->measures[m].heading_count; h++) {
      const struct law_heading *heading = &law->measures[m].headings[h];
      bool dead = eval_has_demands(heading->stmts, heading->count) &&
                  !any_that_day(heading->stmts, heading->count, e->line->on);
      headings[first[m] + h] = !dead && eval_heading_wakes(e, m, heading);
    }
  }
  *out = (struct awake){measures, headings, first, false};
  return true;
}

static bool try_all(const struct frame *f, const struct view *view, const struct line *line,
                    const struct unknowns *u, uint32_t cells, struct completed *out) {
  struct spread *spreads = arena_array(f->arena, u->count + 1u, sizeof *spreads);
  if (!spreads) return false;
  bool first = true;
  for (uint32_t cell = 0; cell < cells; cell++) {
    struct line l;
    struct refusal no = {0};
    uint32_t digits = cell, pick[UNKNOWN_MAX];
    if (!line_fork(f->arena, f->law, line, &l)) return false;
    for (uint32_t i = 0; i < u->count; i++) {
      pick[i] = digits % u->items[i].choice_count;
      digits /= u->items[i].choice_count;
      if (!settle(f, &l, &u->items[i], &u->items[i].choices[pick[i]], &no)) return false;
    }
    if (no.id && l.uncut && !out->refusal.id) out->refusal = no;
    if (no.id) continue; /* parts above the value: no such goods */
    struct computed c;
    struct eval e;
    if (!eval_begin(&e, f, view, &l) || !compute(f, &e, &c)) return false;
    bool low = first || c.bill.total < out->low.total,
         high = first || c.bill.total > out->high.total, refused = out->refusal.id != NULL;
    keep(out, &c, first);
    if (low && !keep_facts(f, u, pick, &l, &out->low_facts)) return false;
    if (!refused && (high || out->refusal.id) && !keep_facts(f, u, pick, &l, &out->high_facts))
      return false; /* of a refused line, the facts that first refuse it */
    first = false;
    if (c.bill.refusal.id) continue;
    for (uint32_t i = 0; i < u->count; i++) note_spread(&spreads[i], pick[i], c.bill.total);
  }
  for (uint32_t i = 0; i < u->count; i++)
    if (decides(&u->items[i], &spreads[i]) && !say_need(f, out, &u->items[i], &spreads[i]))
      return false;
  return true;
}

/* Nothing is open: the one completion is the line itself, already begun. */
static bool try_it(const struct frame *f, struct eval *begun, struct completed *out) {
  struct computed c;
  if (!compute(f, begun, &c)) return false;
  keep(out, &c, true);
  return true;
}

bool complete_begun(const struct frame *f, const struct view *view, const struct line *line,
                    struct eval *e, struct completed *out) {
  struct unknowns u;
  struct awake awake;
  struct frame narrow = *f;
  uint64_t cells = 1;
  *out = (struct completed){.low_facts.line = *line, .high_facts.line = *line};
  if (!f->awake) {
    if (!find_awake(f, e, &awake)) return false;
    e->awake = narrow.awake = &awake;
  }
  /* tests on the base duty need it first */
  if (!bill_base(e) || !unknowns_find(e, &u)) return false;
  e->cond.base_cents = -1;
  out->assumed = u.assumed;
  for (uint32_t i = 0; i < u.count; i++)
    if (cells <= CELLS_MAX && u.items[i].choice_count) cells *= u.items[i].choice_count;
  uint32_t kept = 0; /* a fact without cells decides nothing */
  for (uint32_t i = 0; i < u.count; i++)
    if (u.items[i].choice_count) u.items[kept++] = u.items[i];
  u.count = kept;
  if (u.too_many || cells > CELLS_MAX) {
    refuse_many(f, &u, out);
    return true;
  }
  return u.count ? try_all(&narrow, view, line, &u, (uint32_t)cells, out) : try_it(&narrow, e, out);
}

bool complete_moment(const struct frame *f, const struct view *view, const struct line *line,
                     struct completed *out) {
  struct eval e;
  return eval_begin(&e, f, view, line) && complete_begun(f, view, line, &e, out);
}
