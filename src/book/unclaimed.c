// SPDX-License-Identifier: Apache-2.0
// What could be claimed and was not: each benefit of a heading or programme is tried alone.
//
// A claim not made never makes a range; it is shown with what it would save. Whether the goods meet the
// heading's words is for the importer to say: impost only says what the law would then ask.
#include <string.h>

#include "book/answer.h"

static bool names_claim(const struct law_cond *c) {
  if (!c) return false;
  if (c->kind == LAW_COND_CLAIMED) return true;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (names_claim(c->kids[i])) return true;
  return false;
}

static struct str first_claim(const struct law_cond *c, struct str label) {
  struct str none = {0}, found;
  if (!c) return none;
  if (c->kind == LAW_COND_CLAIMED) return c->label_count ? c->labels[0] : label;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if ((found = first_claim(c->kids[i], label)).n) return found;
  return none;
}

/* The entry itself says that the heading does not fit, or that the programme is not claimed. */
static bool is_denied(const struct eval *e, struct str claim, struct str label) {
  if (line_denies(e->line, claim) || line_denies(e->line, label)) return true;
  uint32_t fact = law_find_fact(e->law, claim);
  return fact != LAW_NONE && e->line->facts[fact].stated && !e->line->facts[fact].flag;
}

/* Some test of a stated fact fails: `weight.metal less than 15%` of an article that is all metal. */
static bool fact_fails(const struct eval *e, const struct law_cond *c) {
  const struct law_cond *leaf = c->kind == LAW_COND_NOT ? c->kids[0] : c;
  if (!leaf->kid_count)
    return leaf->fact_index != LAW_NONE && e->line->facts[leaf->fact_index].stated &&
           leaf->kind != LAW_COND_CLAIMED && cond_eval(&e->cond, c, (struct str){0}) == TRI_NO;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (fact_fails(e, c->kids[i])) return true;
  return false;
}

/* `claimed or FACT`: the claim stands in the place of a fact, and the entry states that fact otherwise. */
static bool is_refuted(const struct eval *e, const struct law_cond *c) {
  bool claimed = false, fails = false;
  if (!c || c->kind != LAW_COND_OR) return false;
  for (uint32_t i = 0; i < c->kid_count; i++) {
    claimed = claimed || (c->kids[i]->kind == LAW_COND_CLAIMED && !c->kids[i]->label_count);
    fails = fails || fact_fails(e, c->kids[i]);
  }
  return claimed && fails;
}

static uint32_t add_benefit(struct benefit *list, uint32_t n, struct benefit b) {
  for (uint32_t i = 0; i < n; i++)
    if (list[i].measure == b.measure && list[i].heading == b.heading &&
        str_eq_nocase(list[i].claim, b.claim))
      return n;
  if (n < BENEFITS_MAX) list[n++] = b;
  return n;
}

/* A heading that does not fit because its claim is not made, or because its words need the claim. */
static uint32_t heading_benefits(struct eval *e, uint32_t m, uint32_t h, struct benefit *list,
                                 uint32_t n) {
  const struct law_heading *heading = &e->law->measures[m].headings[h];
  for (uint32_t i = 0; i < heading->count; i++) {
    const struct law_stmt *s = &heading->stmts[i];
    if (s->kind != LAW_RATE && s->kind != LAW_EXEMPTS) continue;
    if (!eval_is_current(e, heading->stmts, heading->count, s)) continue;
    struct match g = eval_goods(e, m, heading, s);
    if (g.verdict == MATCH_NO || eval_fits(e, m, heading, s, 0, eval_lowers(s)) != TRI_NO) continue;
    bool described = g.verdict == MATCH_PART && eval_lowers(s);
    if (!described && !names_claim(heading->cond) && !names_claim(s->cond)) continue;
    /* A charge is no benefit, unless a higher one of its own measure is due: parts certified to pay Section
     * 232 would escape the surcharge, but nobody claims to be charged. */
    if (!eval_lowers(s) && eval_cell(e, m, 0)->kind != CELL_APPLIES) continue;
    struct str claim = first_claim(heading->cond, heading->label);
    if (!claim.n) claim = first_claim(s->cond, heading->label);
    if (!claim.n) claim = heading->label;
    if (is_denied(e, claim, heading->label) || is_refuted(e, heading->cond)) continue;
    n = add_benefit(list, n, (struct benefit){m, h, claim, s, false});
  }
  return n;
}

/* Programmes whose symbol stands in the special column and that are open to the origin. */
static uint32_t programme_benefits(struct eval *e, struct benefit *list, uint32_t n) {
  const struct law *law = e->law;
  if (e->base == LAW_NONE) return n;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    if (f->type != LAW_FACT_CLAIM || !f->word_count || e->line->facts[i].stated) continue;
    if (f->has_places && match_origin(&e->matcher, &f->places).verdict != MATCH_YES) continue;
    for (uint32_t h = 0; h < law->measures[e->base].heading_count; h++) {
      const struct law_heading *heading = &law->measures[e->base].headings[h];
      const struct law_stmt *s = eval_current_demand(e, e->base, heading);
      if (!s || s->kind != LAW_RATE || !s->expr.count || s->expr.terms[0].kind != LAW_TERM_SPECIAL)
        continue;
      n = add_benefit(list, n, (struct benefit){e->base, h, f->name, s, false});
    }
  }
  return n;
}

uint32_t answer_benefits(struct eval *e, struct benefit list[BENEFITS_MAX]) {
  e->cond.base_cents = 0;
  uint32_t n = programme_benefits(e, list, 0);
  for (uint32_t m = 0; m < e->law->measure_count; m++) {
    if (!e->results[m].in_scope || e->results[m].silence) continue;
    for (uint32_t h = 0; h < e->law->measures[m].heading_count; h++)
      n = heading_benefits(e, m, h, list, n);
  }
  return n;
}

static bool with_claim(struct answer_job *job, struct arena *a, struct str claim,
                       struct line *out) {
  const struct law *law = job->frame.law;
  if (!line_fork(a, law, &job->line, out)) return false;
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (law->facts[i].type == LAW_FACT_CLAIM && str_eq_nocase(law->facts[i].name, claim))
      out->facts[i].stated = out->facts[i].flag = true;
  return line_add_claim(a, out, claim);
}

static bool fill_row(struct answer_job *job, const struct benefit *b, int64_t saving,
                     struct imp_row *row) {
  struct arena *a = job->frame.arena;
  const struct law_measure *m = &job->frame.law->measures[b->measure];
  const struct law_heading *h = &m->headings[b->heading];
  *row = (struct imp_row){.status = IMP_ROW_UNCLAIMED,
                          .amount = saving,
                          .rounding = "row-cent",
                          .exact = ""};
  row->heading = str_dup(a, h->label);
  row->measure = str_dup(a, m->name);
  row->title = str_dup(a, h->text.n ? h->text : bill_title(job->frame.law, b->measure));
  row->rate = b->stmt->kind == LAW_EXEMPTS ? "free" : str_dup(a, b->stmt->expr.text);
  row->base = job->line.dollars * 100;
  row->why = text_in(a, "not claimed; --claim %.*s", (int)b->claim.n, b->claim.p);
  return row->heading && row->measure && row->title && row->rate && row->why &&
         bill_cite(a, job->frame.law, b->stmt, row);
}

/* Whether the heading claimed is the one that then speaks: a claim it shares with another may move that, and a row of
 * what was displaced says that another speaks. */
static bool speaks_then(const struct bill *b, const struct benefit *want, struct str label) {
  for (uint32_t i = 0; i < b->count; i++)
    if (b->rows[i].shown.status == IMP_ROW_APPLIED && b->rows[i].measure == want->measure &&
        b->rows[i].shown.heading && str_eq(str_of(b->rows[i].shown.heading), label))
      return true;
  return false;
}

/* What one claim alone would save; nothing when the line could then not be judged. */
static bool try_benefit(struct answer_job *job, const struct view *v, const struct imp_bill *bill,
                        const struct benefit *b, int64_t *saving) {
  const struct law_heading *h = &job->frame.law->measures[b->measure].headings[b->heading];
  struct arena scratch = {0}; /* a whole evaluation, of which one number is kept */
  struct frame f = job->frame;
  struct line l;
  struct completed c;
  f.arena = &scratch;
  f.one_basis = true;
  *saving = 0;
  bool fine =
      with_claim(job, &scratch, b->claim, &l) && complete_line(&f, v, &l, &c) && !scratch.failed;
  if (fine && !c.refusal.id && !c.high.prohibited && speaks_then(&c.high, b, h->label))
    *saving = bill->high - c.high.total;
  arena_free(&scratch);
  return fine;
}

/* One claim may answer several headings: the first through which it saves stands for it. */
static bool offered(const struct benefit *list, uint32_t n, struct str claim) {
  for (uint32_t i = 0; i < n; i++)
    if (list[i].saves && str_eq_nocase(list[i].claim, claim)) return true;
  return false;
}

static bool bill_benefits(struct answer_job *job, const struct outcome *o, struct imp_bill *bill) {
  struct arena *a = job->frame.arena;
  struct view v;
  struct eval e;
  struct benefit list[BENEFITS_MAX];
  if (!answer_view(job, o, &v) || !eval_begin(&e, &job->frame, &v, &job->line)) return false;
  uint32_t n = answer_benefits(&e, list);
  struct imp_row *rows = arena_array(a, bill->row_count + n + 1u, sizeof *rows);
  if (!rows) return false;
  if (bill->row_count) memcpy(rows, bill->rows, bill->row_count * sizeof *rows);
  for (uint32_t i = 0; i < n; i++) {
    int64_t saving;
    if (offered(list, i, list[i].claim)) continue;
    if (!try_benefit(job, &v, bill, &list[i], &saving)) return false;
    if (saving <= 0) continue;
    if (!fill_row(job, &list[i], saving, &rows[bill->row_count])) return false;
    list[i].saves = true;
    bill->row_count++;
  }
  bill->rows = rows;
  return true;
}

bool answer_unclaimed(struct answer_job *job, const struct assessed *as, struct imp_answer *out) {
  for (uint32_t i = 0; i < out->bill_count; i++) {
    struct imp_bill *bill =
        (struct imp_bill *)&out->bills[i]; /* ours until the answer is handed out */
    if (!bill->prohibited && !bill_benefits(job, &as->outcomes[i], bill)) return false;
  }
  return true;
}
