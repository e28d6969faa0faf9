// SPDX-License-Identifier: Apache-2.0
// Claims that were made and facts that were told and change nothing: said, or a broker believes they were heard.
// Parts of the value are said as they were read: 60 is sixty dollars, 60% is not.
#include "book/answer.h"

#include "book/fees.h"

/* The line as if one claim had not been made. */
static bool without_claim(struct answer_job *job, struct arena *a, uint32_t claim,
                          struct line *out) {
  const struct law *law = job->frame.law;
  struct str word = job->line.claims[claim];
  if (!line_fork(a, law, &job->line, out)) return false;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    bool named = f->type == LAW_FACT_CLAIM && str_eq_nocase(f->name, word);
    for (uint32_t w = 0; f->type == LAW_FACT_CLAIM && w < f->word_count && !named; w++)
      named = str_eq_nocase(f->words[w], word);
    if (named) out->facts[i].stated = false;
  }
  struct str *kept = arena_array(a, out->claim_count + 1u, sizeof *kept);
  uint32_t n = 0;
  for (uint32_t i = 0; kept && i < out->claim_count; i++)
    if (i != claim) kept[n++] = out->claims[i];
  out->claims = kept;
  out->claim_count = n;
  return kept != NULL;
}

/* The line as if one fact had not been told. */
static bool without_fact(struct answer_job *job, struct arena *a, uint32_t fact, struct line *out) {
  struct refusal no = {0};
  if (!line_fork(a, job->frame.law, &job->line, out)) return false;
  out->facts[fact].stated = false;
  if (job->frame.law->facts[fact].type == LAW_FACT_PART) line_cut(a, job->frame.law, out, &no);
  return true;
}

/* `claim` or `fact` is the one that is left out, the other LAW_NONE. */
static bool is_idle(struct answer_job *job, const struct assessed *with, uint32_t claim,
                    uint32_t fact, bool *idle) {
  struct arena scratch = {0}; /* a whole evaluation, of which one word is kept */
  struct frame f = job->frame;
  struct line l;
  f.arena = &scratch;
  f.one_basis = true;
  struct assessed *without = arena_alloc(&scratch, sizeof *without);
  bool left_out = without && (claim != LAW_NONE ? without_claim(job, &scratch, claim, &l)
                                                : without_fact(job, &scratch, fact, &l));
  bool fine = left_out && assess_line(&f, job->view, job->fixed, &l, without) && !scratch.failed;
  *idle = fine && assessed_equal(without, with);
  arena_free(&scratch);
  return fine;
}

bool answer_idle_claims(struct answer_job *job, const struct assessed *with,
                        struct text_list *list) {
  for (uint32_t i = 0; i < job->line.claim_count; i++) {
    struct str word = job->line.claims[i];
    bool idle;
    if (!is_idle(job, with, i, LAW_NONE, &idle)) return false;
    if (idle &&
        !text_list_add(job->frame.arena, list,
                       text_in(job->frame.arena, "claimed %.*s: it changes nothing on this line",
                               (int)word.n, word.p)))
      return false;
  }
  return true;
}

/* ---- facts ------------------------------------------------------------------------------------ */

static bool cond_names(const struct law_cond *c, uint32_t fact) {
  if (!c) return false;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (cond_names(c->kids[i], fact)) return true;
  return c->kind != LAW_COND_CLAIMED && c->fact.n && c->fact_index == fact;
}

static bool block_names(const struct law_stmt *s, uint32_t n, uint32_t fact) {
  for (uint32_t i = 0; i < n; i++)
    if (cond_names(s[i].cond, fact)) return true;
  return false;
}

/* A fee asks for it: what it changes there is none of the line's duty. */
static bool asked_by_fees(const struct law *law, uint32_t fact) {
  for (uint32_t m = 0; m < law->measure_count; m++) {
    const struct law_measure *own = &law->measures[m];
    if (!fees_is_fee(own)) continue;
    if (block_names(own->stmts, own->count, fact)) return true;
    for (uint32_t h = 0; h < own->heading_count; h++)
      if (cond_names(own->headings[h].cond, fact) ||
          block_names(own->headings[h].stmts, own->headings[h].count, fact))
        return true;
  }
  return false;
}

/* "content.steel: 60.00 of 10,000.00 (0.6%)" */
static bool say_part(struct answer_job *job, uint32_t fact, struct text_list *list) {
  struct buf b = {0};
  int64_t cents = 0, value = job->line.dollars * 100;
  struct str name = job->frame.law->facts[fact].name;
  if (!rat_to_cents_half_up(job->line.facts[fact].amount, &cents)) return true;
  buf_printf(&b, "told %.*s: ", (int)name.n, name.p);
  money_print(cents, true, &b);
  buf_puts(&b, " of ");
  money_print(value, true, &b);
  long long tenths = value > 0 ? (long long)(((i128)cents * 2000 + value) / ((i128)value * 2)) : 0;
  if (value > 0) buf_printf(&b, " (%lld.%lld%%)", tenths / 10, tenths % 10);
  return text_list_add(job->frame.arena, list, buf_keep(&b, job->frame.arena));
}

/* ---- what a word told could claim ---------------------------------------------------------------- */

/* `post-specific` is named after the word `post` of a fact: it is of lines that tell this word. */
static bool is_of_word(struct str label, struct str word) {
  return word.n && label.n > word.n && str_starts(label, word) && label.p[word.n] == '-';
}

/* The claim a test asks for: one it names, or that of the heading it stands in. */
static struct str claim_of(const struct law_cond *c, struct str label) {
  struct str none = {0}, found = {0};
  if (!c) return none;
  if (c->kind == LAW_COND_CLAIMED) return c->label_count ? c->labels[0] : label;
  for (uint32_t i = 0; i < c->kid_count && !found.n; i++) found = claim_of(c->kids[i], label);
  return found;
}

static bool stands(struct eval *e, const struct law_heading *h) {
  imp_day end;
  struct rat points = RAT_ZERO;
  if (eval_silence(e, h->stmts, h->count, &end, &points)) return false;
  for (uint32_t i = 0; i < h->count; i++)
    if (eval_is_current(e, h->stmts, h->count, &h->stmts[i])) return true;
  return false;
}

static void say_headings(struct eval *e, uint32_t m, struct str word, struct buf *out) {
  const struct law_measure *own = &e->law->measures[m];
  for (uint32_t h = 0; h < own->heading_count; h++) {
    const struct law_heading *at = &own->headings[h];
    struct str claim = claim_of(at->cond, at->label);
    if (!is_of_word(at->label, word) || !is_of_word(claim, word) || !stands(e, at)) continue;
    if (at->has_of && match_origin(&e->matcher, &at->of).verdict != MATCH_YES) continue;
    buf_printf(out, "%s--claim %.*s", out->n ? ", " : "", (int)claim.n, claim.p);
    if (at->text.n) buf_printf(out, " (%.*s)", (int)at->text.n, at->text.p);
  }
}

/* Whoever tells `mode=post` and claims no rate of the post is told that there are some. */
static bool say_word(struct answer_job *job, uint32_t fact, struct text_list *list) {
  const struct law_fact *f = &job->frame.law->facts[fact];
  struct str word = job->line.facts[fact].word;
  struct eval e;
  struct buf b = {0};
  for (uint32_t i = 0; i < job->line.claim_count; i++)
    if (is_of_word(job->line.claims[i], word)) return true;
  if (!eval_begin(&e, &job->frame, job->view, &job->line)) return false;
  for (uint32_t m = 0; m < job->frame.law->measure_count; m++)
    if (e.results[m].in_scope && !e.results[m].silence) say_headings(&e, m, word, &b);
  const char *found = b.n ? buf_keep(&b, job->frame.arena) : NULL;
  buf_free(&b);
  return !found || text_list_add(job->frame.arena, list,
                                 text_in(job->frame.arena,
                                         "told %.*s=%.*s: it has rates of its own, by claim, and "
                                         "none is claimed: %s",
                                         (int)f->name.n, f->name.p, (int)word.n, word.p, found));
}

bool answer_told(struct answer_job *job, const struct assessed *with, struct text_list *list) {
  const struct law *law = job->frame.law;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    bool idle = false;
    if (!job->line.facts[i].stated || law->facts[i].type == LAW_FACT_CLAIM) continue;
    if (law->facts[i].type == LAW_FACT_PART && !say_part(job, i, list)) return false;
    if (law->facts[i].type == LAW_FACT_WORD && !say_word(job, i, list)) return false;
    if (asked_by_fees(law, i)) continue;
    if (!is_idle(job, with, LAW_NONE, i, &idle)) return false;
    if (idle &&
        !text_list_add(job->frame.arena, list,
                       text_in(job->frame.arena, "told %.*s: it changes nothing on this line",
                               (int)law->facts[i].name.n, law->facts[i].name.p)))
      return false;
  }
  return true;
}
