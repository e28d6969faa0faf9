// SPDX-License-Identifier: Apache-2.0
// Verdicts for why and proof: what every measure whose scope holds the line says of it, and the statement
// and list member that decided.
#include "book/answer.h"

static const char *cell_word(enum cell_kind k) {
  static const char *const words[] = {"silent", "none", "applies", "exempt", "yields"};
  return words[k];
}

static const char *state_word(const struct law_stmt *s) {
  if (s->kind == LAW_VOID) return "void";
  return s->kind == LAW_ENDS ? "ended" : "suspended";
}

static bool cite_statement(struct answer_job *job, const struct law_stmt *s,
                           struct imp_verdict *v) {
  struct arena *a = job->frame.arena;
  const struct law *law = job->frame.law;
  v->statement = (struct imp_where){law->files[s->pos.file].path, s->pos.line};
  imp_day known = law_when_known(law, &s->when);
  imp_day from = s->kind == LAW_ENDS ? s->day : s->when.from;
  v->from = from == DAY_FIRST ? NULL : bill_day(a, from);
  v->until = s->when.until == DAY_NEVER ? NULL : bill_day(a, s->when.until);
  v->known = known == DAY_FIRST ? NULL : bill_day(a, known);
  return true;
}

static bool say_cell(struct answer_job *job, struct eval *e, uint32_t m, const struct cell *c,
                     struct imp_verdict *v) {
  struct arena *a = job->frame.arena;
  const struct law *law = job->frame.law;
  const struct law_measure *measure = &law->measures[m];
  v->verdict = cell_word(c->kind);
  if (c->heading != LAW_NONE) {
    const struct law_heading *h = &measure->headings[c->heading];
    v->heading = str_dup(a, h->label);
    v->heading_where = (struct imp_where){law->files[h->pos.file].path, h->pos.line};
  }
  const struct law_stmt *s =
      c->kind == CELL_EXEMPT || c->kind == CELL_YIELDS ? c->by_stmt : c->demand;
  if (s && !cite_statement(job, s, v)) return false;
  struct match g =
      eval_goods(e, m, c->heading == LAW_NONE ? NULL : &measure->headings[c->heading], c->demand);
  if (g.member.line) v->member = (struct imp_where){law->files[g.member.file].path, g.member.line};
  switch (c->kind) {
  case CELL_SILENT:
    v->why = "no heading of it fits this line on this day";
    break;
  case CELL_NONE:
    v->why = "the heading that fits says none";
    break;
  case CELL_APPLIES:
    v->why = "the heading fits, no relief and no yield takes it out";
    break;
  case CELL_EXEMPT:
    v->why = text_in(a, "taken out by %.*s%s%.*s", (int)law->measures[c->by].name.n,
                     law->measures[c->by].name.p, c->by_heading ? ", heading " : "",
                     c->by_heading ? (int)c->by_heading->label.n : 0,
                     c->by_heading ? c->by_heading->label.p : "");
    break;
  case CELL_YIELDS:
    v->why = text_in(a, "gives way to %.*s", (int)law->measures[c->by].name.n,
                     law->measures[c->by].name.p);
    break;
  }
  return v->why != NULL;
}

/* The verdict shown for a measure: of the part it applies to, else of the first part. */
static const struct cell *shown_cell(struct eval *e, uint32_t m) {
  for (uint32_t c = 0; c < e->line->cell_count; c++)
    if (eval_cell(e, m, c)->kind == CELL_APPLIES) return eval_cell(e, m, c);
  return eval_cell(e, m, 0);
}

static bool verdict_of(struct answer_job *job, struct eval *e, uint32_t m, uint32_t bill,
                       struct imp_verdict *v) {
  const struct law *law = job->frame.law;
  const struct law_measure *measure = &law->measures[m];
  const struct measure_result *r = &e->results[m];
  *v = (struct imp_verdict){.bill = bill, .measure = str_dup(job->frame.arena, measure->name)};
  v->where = (struct imp_where){law->files[measure->pos.file].path, measure->pos.line};
  if (r->goods.member.line)
    v->member = (struct imp_where){law->files[r->goods.member.file].path, r->goods.member.line};
  if (!v->measure) return false;
  if (!r->silence) return say_cell(job, e, m, shown_cell(e, m), v);
  v->verdict = state_word(r->silence);
  v->why = r->silence_end == DAY_NEVER ? "out of force on this day"
                                       : text_in(job->frame.arena, "out of force until %s",
                                                 bill_day(job->frame.arena, r->silence_end));
  return v->why && cite_statement(job, r->silence, v);
}

/* A name that only carries states and scope for the names under it has no verdict of its own. */
static bool says_something(const struct law_measure *m) {
  return m->heading_count > 0 || eval_has_demands(m->stmts, m->count);
}

bool answer_verdicts(struct answer_job *job, const struct assessed *as, struct imp_answer *out) {
  struct imp_verdict *list =
      arena_array(job->frame.arena, (size_t)job->frame.law->measure_count * (as->count + 1u) + 1u,
                  sizeof *list);
  if (!list) return false;
  for (uint32_t i = 0; i < as->count; i++) {
    struct view v;
    struct eval e;
    struct bill scratch;
    if (!answer_view(job, &as->outcomes[i], &v) || !eval_begin(&e, &job->frame, &v, &job->line) ||
        !bill_make(&e, &scratch))
      return false;
    for (uint32_t m = 0; m < job->frame.law->measure_count; m++)
      if (e.results[m].in_scope && says_something(&job->frame.law->measures[m]) &&
          !verdict_of(job, &e, m, i, &list[out->verdict_count++]))
        return false;
  }
  out->verdicts = list;
  return true;
}
