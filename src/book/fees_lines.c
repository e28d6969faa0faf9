// SPDX-License-Identifier: Apache-2.0
// The lines of an entry, read one at a time for its fees, and the evaluation of each. See book/fees_own.h.

#include <string.h>

#include "book/fees_own.h"

static bool read_one(struct fee_job *job, const struct frame *f, uint32_t i, struct line *out,
                     bool *counts) {
  struct refusal no = {0};
  *counts = true;
  if (job->one) {
    *out = *job->one;
    return true;
  }
  *counts = !job->answers || job->answers[i]->answer.status != IMP_LINE_REFUSED;
  if (!*counts) return true;
  if (!line_read(f->arena, f->law, f->names, &job->lines[i], job->on, out, &no)) return false;
  *counts = !no.id;
  if (*counts) out->tariff = names_line_on(f->names, (uint32_t)(out->code / 100u), out->on);
  return true;
}

/* Few lines are kept as they were read. */
static bool read_line(struct fee_job *job, const struct frame *f, uint32_t i, struct line *out,
                      bool *counts) {
  if (job->one || job->count > LINES_READ) return read_one(job, f, i, out, counts);
  if (!job->read) job->read = arena_array(job->frame.arena, job->count, sizeof *job->read);
  if (!job->read) return false;
  struct line_read_once *r = &job->read[i];
  if (!r->known && !read_one(job, &job->frame, i, &r->line, &r->counts)) return false;
  r->known = true;
  *out = r->line;
  *counts = r->counts;
  return true;
}

bool fees_each_line(struct fee_job *job, fee_each *each, void *user) {
  bool fine = true;
  for (uint32_t i = 0; fine && i < job->count; i++) {
    struct arena scratch = {0};
    struct frame f = job->frame;
    struct line line;
    bool counts;
    job->at = i;
    f.arena = &scratch;
    fine = read_line(job, &f, i, &line, &counts) && (!counts || each(job, &f, &line, user)) &&
           !scratch.failed;
    arena_free(&scratch);
  }
  return fine;
}

bool fees_add_dollars(struct fee_job *job, const struct frame *f, const struct line *line,
                      void *user) {
  (void)f;
  (void)user;
  job->days = job->days || (job->seen && line->on != job->day);
  job->day = line->on;
  job->seen = true;
  job->entry_dollars += line->dollars;
  return true;
}

/* The lists that mention a code are looked up once for the first codes of an entry, which are mostly all. */
static bool find_mentions(struct fee_job *job, const struct frame *f, uint64_t code,
                          struct mentions *out) {
  *out = (struct mentions){.code = code, .lists = job->no_lists};
  if (!job->any_code) return true;
  for (uint32_t i = 0; i < job->met_count; i++)
    if (job->met[i].code == code) {
      *out = job->met[i];
      return true;
    }
  bool keep = job->met_count < CODES_MET;
  if (!mentions_of(keep ? job->frame.arena : f->arena, f->law, f->names, code, out)) return false;
  if (keep) job->met[job->met_count++] = *out;
  return true;
}

static bool exempts_fee(const struct law *law, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t t = 0; s[i].kind == LAW_EXEMPTS && t < s[i].target_count; t++)
      if (fees_is_fee(&law->measures[s[i].targets[t]])) return true;
  return false;
}

bool fees_bears(const struct law *law, const struct law_measure *m) {
  if (fees_is_fee(m)) return true;
  for (uint32_t h = 0; m->relieves && h < m->heading_count; h++)
    if (exempts_fee(law, m->headings[h].stmts, m->headings[h].count)) return true;
  return m->relieves && exempts_fee(law, m->stmts, m->count);
}

static bool asks_general(const struct law_cond *c) {
  if (!c) return false;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (asks_general(c->kids[i])) return true;
  return c->kind == LAW_COND_COMPARE && c->subject == LAW_SUBJ_GENERAL;
}

bool fees_name_codes(const struct law_set *set) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].kind != LAW_ITEM_ALL) return true;
  return false;
}

static void see_block(struct fee_job *job, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    job->any_code = job->any_code ||
                    ((s[i].kind == LAW_GOODS || s[i].has_goods) && fees_name_codes(&s[i].goods));
    if (asks_general(s[i].cond)) job->awake.no_general = false;
  }
}

/* Whether what is awake asks for the code of a line, or for its general column: both cost time to look up. */
static void see_measure(struct fee_job *job, uint32_t m) {
  const struct law_measure *own = &job->frame.law->measures[m];
  for (uint32_t h = 0; h < own->heading_count; h++) {
    const struct law_heading *heading = &own->headings[h];
    job->any_code = job->any_code || (heading->has_goods && fees_name_codes(&heading->goods));
    if (asks_general(heading->cond)) job->awake.no_general = false;
    see_block(job, heading->stmts, heading->count);
  }
  for (; m != LAW_NONE; m = job->frame.law->measures[m].parent)
    see_block(job, job->frame.law->measures[m].stmts, job->frame.law->measures[m].count);
}

/* All headings of what is awake share one row of yeses. */
bool fees_wake(struct fee_job *job) {
  const struct law *law = job->frame.law;
  struct arena *a = job->frame.arena;
  uint32_t most = 0;
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (law->measures[m].heading_count > most) most = law->measures[m].heading_count;
  bool *measures = arena_array(a, law->measure_count + 1u, sizeof *measures);
  bool *headings = arena_array(a, most + 1u, sizeof *headings);
  uint32_t *first = arena_array(a, law->measure_count + 1u, sizeof *first);
  job->no_lists = arena_array(a, law->list_count + 1u, sizeof *job->no_lists);
  if (!measures || !headings || !first || !job->no_lists) return false;
  job->awake = (struct awake){measures, headings, first, true};
  for (uint32_t m = 0; m < law->measure_count; m++) {
    measures[m] = fees_bears(law, &law->measures[m]);
    if (measures[m]) see_measure(job, m);
  }
  memset(headings, true, most);
  return true;
}

/* Memory for an evaluation that lasts as long as the job: few measures are awake, all have a place in it. */
static bool find_room(struct fee_job *job, const struct frame *f, struct reading *r,
                      const struct line *line) {
  if (job->kept.parts >= line->cell_count && job->kept.parts) return true;
  r->frame.arena = job->frame.arena;
  bool fine = eval_begin(&job->kept, &r->frame, job->view, line);
  r->frame.arena = f->arena;
  return fine;
}

bool fees_begin(struct fee_job *job, const struct frame *f, const struct line *line,
                struct reading *r) {
  r->frame = *f;
  r->frame.mentions = &r->mentions;
  r->frame.awake = &job->awake;
  r->whole = *line;
  r->whole.dollars = job->entry_dollars;
  if (!find_mentions(job, f, line->code, &r->mentions) || !find_room(job, f, r, line)) return false;
  r->eval = job->kept;
  eval_again(&r->eval, &r->frame, line);
  r->eval.cond.line = &r->whole;
  return true;
}
