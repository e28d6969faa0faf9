// SPDX-License-Identifier: Apache-2.0
// Verdicts for why and proof: what every measure whose scope holds the line says of it, part by part, and
// the statement and list member that decided. Under the facts of the bill's rows: of a range, the high end.
#include "book/answer.h"

struct group { /* parts of the value of which a measure says the same */
  const struct cell *like;
  struct rat dollars;
  struct buf names;
};

static const char *cell_word(const struct cell *c) {
  static const char *const words[] = {"silent", "none", "applies", "exempt", "yields"};
  if (c->kind == CELL_APPLIES && c->demand->kind == LAW_NOT_ENCODED) return "refused";
  return words[c->kind];
}

static const char *state_word(const struct law_stmt *s) {
  if (s->kind == LAW_VOID) return "void";
  return s->kind == LAW_ENDS ? "ended" : "suspended";
}

static struct imp_where where_of(const struct law *law, struct law_pos pos) {
  return pos.line ? (struct imp_where){law->files[pos.file].path, pos.line}
                  : (struct imp_where){NULL, 0};
}

static void cite_statement(struct answer_job *job, const struct law_stmt *s,
                           struct imp_verdict *v) {
  struct arena *a = job->frame.arena;
  const struct law *law = job->frame.law;
  v->statement = where_of(law, s->pos);
  imp_day known = law_when_known(law, &s->when);
  imp_day from = s->kind == LAW_ENDS ? s->day : s->when.from;
  v->from = from == DAY_FIRST
                ? NULL
                : bill_moment(a, from, s->kind == LAW_ENDS ? s->minute : s->when.from_minute);
  v->until =
      s->when.until == DAY_NEVER ? NULL : bill_moment(a, s->when.until, s->when.until_minute);
  v->known =
      known == DAY_FIRST ? NULL : bill_moment(a, known, law_when_known_minute(law, &s->when));
}

/* The line of text on which the member stands, as written. */
static const char *line_text(struct arena *a, const struct law *law, struct law_pos pos) {
  struct str rest = law->files[pos.file].bytes, line = {0};
  for (uint32_t i = 0; i < pos.line; i++)
    if (!str_split(&rest, '\n', &line)) return NULL;
  return str_dup(a, str_trim(line));
}

static void cite_member(struct answer_job *job, const struct match *g, struct imp_verdict *v) {
  if (!g->member.line) return;
  v->member = where_of(job->frame.law, g->member);
  v->member_text = line_text(job->frame.arena, job->frame.law, g->member);
}

static void cite_heading(struct answer_job *job, const struct law_heading *h,
                         struct imp_verdict *v) {
  v->heading = str_dup(job->frame.arena, h->label);
  v->heading_where = where_of(job->frame.law, h->pos);
}

static const char *why_cell(struct arena *a, const struct law *law, const struct cell *c) {
  const struct law_measure *by = c->by == LAW_NONE ? NULL : &law->measures[c->by];
  switch (c->kind) {
  case CELL_SILENT:
    break;
  case CELL_NONE:
    return "the heading that fits says none";
  case CELL_APPLIES:
    return c->demand->kind == LAW_NOT_ENCODED
               ? text_in(a, "not encoded: %.*s", (int)c->demand->text.n, c->demand->text.p)
               : "the heading fits, no relief and no yield takes it out";
  case CELL_EXEMPT:
    return text_in(a, "taken out by %.*s%s%.*s", (int)by->name.n, by->name.p,
                   c->by_heading ? ", heading " : "",
                   c->by_heading ? (int)c->by_heading->label.n : 0,
                   c->by_heading ? c->by_heading->label.p : "");
  case CELL_YIELDS:
    return text_in(a, "gives way to %.*s", (int)by->name.n, by->name.p);
  }
  return "no heading of it fits this line on this day";
}

static void say_cell(struct answer_job *job, struct eval *e, uint32_t m, const struct cell *c,
                     struct imp_verdict *v) {
  const struct law_heading *h =
      c->heading == LAW_NONE ? NULL : &job->frame.law->measures[m].headings[c->heading];
  const struct law_stmt *s =
      c->kind == CELL_EXEMPT || c->kind == CELL_YIELDS ? c->by_stmt : c->demand;
  struct match g = eval_goods(e, m, h, c->demand);
  v->verdict = cell_word(c);
  v->why = why_cell(job->frame.arena, job->frame.law, c);
  if (h) cite_heading(job, h, v);
  if (s) cite_statement(job, s, v);
  cite_member(job, &g, v);
}

/* A relief makes no demand: what it says is whom it takes out. The lowest heading that does is named. */
static bool say_relief(struct answer_job *job, struct eval *e, uint32_t m, uint32_t c,
                       struct imp_verdict *v) {
  const struct law_measure *measure = &job->frame.law->measures[m];
  for (uint32_t h = measure->heading_count + 1; h-- > 0;) {
    const struct law_heading *heading = h ? &measure->headings[h - 1] : NULL;
    const struct law_stmt *block = heading ? heading->stmts : measure->stmts;
    uint32_t n = heading ? heading->count : measure->count;
    imp_day end;
    struct rat points = RAT_ZERO;
    if (heading && eval_silence(e, block, n, &end, &points)) continue;
    for (uint32_t i = n; i-- > 0;) {
      const struct law_stmt *s = &block[i];
      if (s->kind != LAW_EXEMPTS || !eval_is_current(e, block, n, s)) continue;
      if (eval_fits(e, m, heading, s, c, true) != TRI_YES) continue;
      struct match g = eval_goods(e, m, heading, s);
      v->verdict = "relieves";
      v->why = "a relief that fits: it takes out the measures it names";
      if (heading) cite_heading(job, heading, v);
      cite_statement(job, s, v);
      cite_member(job, &g, v);
      return true;
    }
  }
  return false;
}

/* ---- parts ------------------------------------------------------------------------------------ */

static bool same_verdict(const struct cell *a, const struct cell *b) {
  return a->kind == b->kind && a->heading == b->heading && a->demand == b->demand &&
         a->by == b->by && a->by_stmt == b->by_stmt;
}

static uint32_t group_cells(struct eval *e, uint32_t m, struct group *groups) {
  uint32_t count = 0;
  for (uint32_t c = 0; c < e->line->cell_count; c++) {
    const struct line_cell *part = &e->line->cells[c];
    const struct cell *cell = eval_cell(e, m, c);
    uint32_t g = 0;
    if (e->line->cell_count > 1 && rat_is_zero(part->dollars)) continue; /* nothing is left */
    while (g < count && !same_verdict(groups[g].like, cell)) g++;
    if (g == count) groups[count++] = (struct group){.like = cell, .dollars = RAT_ZERO};
    struct str name = part->fact == LAW_NONE ? STR("rest") : e->law->facts[part->fact].name;
    if (groups[g].names.n) buf_puts(&groups[g].names, ", ");
    buf_put(&groups[g].names, name);
    if (!rat_add(groups[g].dollars, part->dollars, &groups[g].dollars)) break;
  }
  return count;
}

struct verdict_list {
  struct imp_verdict *items;
  uint32_t count;
};

static struct imp_verdict *new_verdict(struct answer_job *job, uint32_t m, uint32_t bill,
                                       struct verdict_list *list) {
  struct imp_verdict *v = &list->items[list->count++];
  const struct law_measure *measure = &job->frame.law->measures[m];
  *v = (struct imp_verdict){.bill = bill, .base = job->line.dollars * 100};
  v->measure = str_dup(job->frame.arena, measure->name);
  v->where = where_of(job->frame.law, measure->pos);
  return v;
}

static void say_parts(struct answer_job *job, struct eval *e, uint32_t m, uint32_t bill,
                      struct verdict_list *list) {
  struct group groups[LINE_CELLS_MAX];
  uint32_t count = group_cells(e, m, groups);
  for (uint32_t g = 0; g < count; g++) {
    struct imp_verdict *v = new_verdict(job, m, bill, list);
    uint32_t c = (uint32_t)(groups[g].like - e->results[m].cells);
    if (count > 1) v->part = str_dup(job->frame.arena, buf_str(&groups[g].names));
    if (!rat_to_cents_half_up(groups[g].dollars, &v->base)) v->base = 0;
    if (groups[g].like->kind != CELL_SILENT || !say_relief(job, e, m, c, v))
      say_cell(job, e, m, groups[g].like, v);
    job->frame.arena->failed = job->frame.arena->failed || groups[g].names.failed;
    buf_free(&groups[g].names);
  }
}

static void verdicts_of(struct answer_job *job, struct eval *e, uint32_t m, uint32_t bill,
                        struct verdict_list *list) {
  const struct measure_result *r = &e->results[m];
  if (r->in_scope && !r->silence) {
    say_parts(job, e, m, bill, list);
    return;
  }
  struct imp_verdict *v = new_verdict(job, m, bill, list);
  cite_member(job, &r->goods, v);
  if (!r->in_scope) {
    v->verdict = "silent";
    v->why = "the condition of its scope does not hold";
    return;
  }
  v->verdict = state_word(r->silence);
  v->why = r->silence_end == DAY_NEVER
               ? "out of force on this day"
               : text_in(job->frame.arena, "out of force until %s",
                         bill_state_end(job->frame.arena, r->silence, r->silence_end));
  cite_statement(job, r->silence, v);
}

/* A name that only carries states and scope for the names under it has no verdict of its own. */
static bool says_something(const struct law_measure *m) {
  bool relieves = false;
  for (uint32_t i = 0; i < m->count; i++) relieves = relieves || m->stmts[i].kind == LAW_EXEMPTS;
  return m->heading_count > 0 || relieves || eval_has_demands(m->stmts, m->count);
}

bool answer_verdicts(struct answer_job *job, const struct assessed *as, struct imp_answer *out) {
  const struct law *law = job->frame.law;
  size_t most = (size_t)law->measure_count * (as->count + 1u) * LINE_CELLS_MAX;
  struct verdict_list list = {arena_array(job->frame.arena, most, sizeof *list.items), 0};
  if (!list.items) return false;
  for (uint32_t i = 0; i < as->count; i++) {
    struct view v;
    struct eval e;
    struct bill scratch;
    if (!answer_view(job, &as->outcomes[i], &v) ||
        !eval_begin(&e, &job->frame, &v, &as->outcomes[i].bill.high_facts.line) ||
        !bill_make(&e, &scratch))
      return false;
    for (uint32_t m = 0; m < law->measure_count; m++)
      if (e.results[m].goods.verdict != MATCH_NO && says_something(&law->measures[m]))
        verdicts_of(job, &e, m, i, &list);
  }
  for (uint32_t i = 0; i < list.count; i++)
    if (!list.items[i].measure || !list.items[i].verdict || !list.items[i].why) return false;
  out->verdicts = list.items;
  out->verdict_count = list.count;
  if (out->status == IMP_LINE_REFUSED && as->count) { /* it has no bill that would say so */
    out->settled = as->outcomes[0].bill.high_facts.facts;
    out->settled_count = as->outcomes[0].bill.high_facts.count;
  }
  return true;
}
