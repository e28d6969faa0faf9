// SPDX-License-Identifier: Apache-2.0
// Claims that were made and change nothing: said, or a broker believes they were heard.
#include "book/answer.h"

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

static bool is_idle(struct answer_job *job, const struct assessed *with, uint32_t claim,
                    bool *idle) {
  struct arena scratch = {0}; /* a whole evaluation, of which one word is kept */
  struct frame f = job->frame;
  struct line l;
  f.arena = &scratch;
  f.one_basis = true;
  struct assessed *without = arena_alloc(&scratch, sizeof *without);
  bool fine = without && without_claim(job, &scratch, claim, &l) &&
              assess_line(&f, job->view, job->fixed, &l, without) && !scratch.failed;
  *idle = fine && assessed_equal(without, with);
  arena_free(&scratch);
  return fine;
}

bool answer_idle_claims(struct answer_job *job, const struct assessed *with,
                        struct text_list *list) {
  for (uint32_t i = 0; i < job->line.claim_count; i++) {
    struct str word = job->line.claims[i];
    bool idle;
    if (!is_idle(job, with, i, &idle)) return false;
    if (idle &&
        !text_list_add(job->frame.arena, list,
                       text_in(job->frame.arena, "claimed %.*s: it changes nothing on this line",
                               (int)word.n, word.p)))
      return false;
  }
  return true;
}
