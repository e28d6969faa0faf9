// SPDX-License-Identifier: Apache-2.0
// Fees of entries of many lines, of which each is like others but for its value: see fees_form.h. What a line adds to the
// sums of fees.c is kept as shares of its value, and an entry is the sum of such parts.
#include <string.h>

#include "base/error.h"
#include "book/fees_own.h"

struct
    part_sum { /* what a line adds to the sum of a fee; an option bears on all of the value or on nothing */
  const struct law_stmt *stmt[OPTIONS_MAX];
  bool sure[OPTIONS_MAX], open[OPTIONS_MAX];
  uint32_t count;
  bool dollars, nothing, fits;
  struct str open_fact;
};

struct part_answers { /* of a fee, with a word nobody stated: what the line adds for each answer */
  uint32_t fact;
  struct part_sum *sums;
  struct part_answers *next;
};

struct fee_part { /* of lines alike */
  struct part_sum sums[FEE_FORM_FEES];
  struct part_answers *answers[FEE_FORM_FEES];
};

struct entry_job {
  struct fee_forms *forms;
  const struct fee_entry *entry;
  struct imp_fees *fees;
  bool fits;
};

void fee_parts_free(struct fee_forms *f) {
  mem_free(f->parts);
}

/* ---- parts ----------------------------------------------------------------------------------------------------- */

static bool share_of(int64_t dollars, int64_t value, bool *out) {
  *out = dollars != 0;
  return dollars == 0 || dollars == value;
}

/* A sum of one line, without its value. What filled the list may have found more than it holds. */
static void keep_sum(const struct fee_sum *sum, int64_t value, struct part_sum *out) {
  *out =
      (struct part_sum){.count = sum->count, .nothing = sum->nothing, .open_fact = sum->open_fact};
  out->fits = share_of(sum->dollars, value, &out->dollars) && sum->count < OPTIONS_MAX;
  for (uint32_t i = 0; i < sum->count; i++) {
    out->stmt[i] = sum->options[i].stmt;
    out->fits = share_of(sum->options[i].sure, value, &out->sure[i]) &&
                share_of(sum->options[i].open, value, &out->open[i]) && out->fits;
  }
}

/* As fees_add_to adds the line itself. */
static void add_sum(struct fee_sum *to, const struct part_sum *from, int64_t dollars) {
  for (uint32_t i = 0; i < from->count; i++)
    fees_add_option(to, from->stmt[i], from->sure[i] ? dollars : 0, from->open[i] ? dollars : 0);
  if (from->dollars) to->dollars += dollars;
  to->nothing = to->nothing || from->nothing;
  if (!to->open_fact.n) to->open_fact = from->open_fact;
}

/* The line, ready to be evaluated alone; *fits false: it cannot be kept. */
static bool take_line(struct entry_job *j, uint32_t i, struct line *line, bool *fits) {
  struct fee_forms *f = j->forms;
  if (!j->entry->read(j->entry->user, i, &f->run, line, fits)) return false;
  *fits = *fits && line->cell_count <= 1;
  f->job.one = line;
  return true;
}

static bool make_part(struct entry_job *j, uint32_t i, struct fee_part *out) {
  struct fee_forms *f = j->forms;
  struct fee_item items[FEE_FORM_FEES] = {{0}};
  struct fee_list list = {items, f->count};
  struct line line;
  bool fits = false;
  for (uint32_t k = 0; k < f->count; k++) items[k].measure = f->measures[k];
  bool fine =
      take_line(j, i, &line, &fits) && (!fits || fees_each_line(&f->job, fees_add_all, &list));
  for (uint32_t k = 0; fine && k < f->count; k++) {
    keep_sum(&items[k].sum, line.dollars, &out->sums[k]);
    out->sums[k].fits = out->sums[k].fits && fits;
  }
  arena_reset(&f->run);
  return fine;
}

static const struct fee_part *part_of(struct entry_job *j, uint32_t i) {
  struct fee_forms *f = j->forms;
  uint32_t alike = j->entry->alike[i];
  size_t had = f->part_cap;
  if (!mem_grow((void **)&f->parts, &f->part_cap, alike + 1u, sizeof *f->parts)) return NULL;
  if (f->part_cap > had) memset(f->parts + had, 0, (f->part_cap - had) * sizeof *f->parts);
  if (f->parts[alike]) return f->parts[alike];
  struct fee_part *p = arena_alloc(&f->arena, sizeof *p);
  if (!p || !make_part(j, i, p)) return NULL;
  f->parts[alike] = p;
  return p;
}

/* ---- a word nobody stated, each answer tried ------------------------------------------------------------------- */

static bool make_answers(struct entry_job *j, uint32_t i, uint32_t fee, struct part_answers *out) {
  struct fee_forms *f = j->forms;
  const struct law_fact *fact = &f->job.frame.law->facts[out->fact];
  struct fee_answers o = {f->measures[fee], out->fact, fact, NULL};
  struct line line;
  bool fits = false;
  o.sums = arena_array(&f->run, fact->word_count + 1u, sizeof *o.sums);
  out->sums = arena_array(&f->arena, fact->word_count + 1u, sizeof *out->sums);
  bool fine = o.sums && out->sums && take_line(j, i, &line, &fits) &&
              (!fits || fees_each_line(&f->job, fees_add_answered, &o));
  for (uint32_t w = 0; fine && w < fact->word_count; w++) {
    keep_sum(&o.sums[w], line.dollars, &out->sums[w]);
    out->sums[w].fits = out->sums[w].fits && fits;
  }
  arena_reset(&f->run);
  return fine;
}

static const struct part_answers *answers_of(struct entry_job *j, uint32_t i, uint32_t fee,
                                             uint32_t fact) {
  struct fee_part *p = j->forms->parts[j->entry->alike[i]];
  for (const struct part_answers *a = p->answers[fee]; a; a = a->next)
    if (a->fact == fact) return a;
  struct part_answers *made = arena_alloc(&j->forms->arena, sizeof *made);
  if (!made) return NULL;
  *made = (struct part_answers){.fact = fact, .next = p->answers[fee]};
  if (!make_answers(j, i, fee, made)) return NULL;
  p->answers[fee] = made;
  return made;
}

/* As fees_spread. */
static bool spread(struct entry_job *j, struct fee_job *job, uint32_t fee,
                   const struct fee_sum *sum, struct imp_fee *out) {
  uint32_t fact;
  const struct law_fact *word = fees_open_word(job->frame.law, sum, &fact);
  if (!word) return fees_amounts(job, sum, &out->low, &out->high);
  struct fee_sum *sums = arena_array(job->frame.arena, word->word_count + 1u, sizeof *sums);
  for (uint32_t i = 0; sums && i < j->entry->count; i++) {
    const struct part_answers *a = answers_of(j, i, fee, fact);
    if (!a) return false;
    for (uint32_t w = 0; w < word->word_count; w++) {
      j->fits = j->fits && a->sums[w].fits;
      add_sum(&sums[w], &a->sums[w], j->entry->dollars[i]);
    }
  }
  return sums && fees_ends(job, sums, word->word_count, &out->low, &out->high);
}

/* ---- the entry --------------------------------------------------------------------------------------------------- */

static bool add_fee(struct entry_job *j, struct fee_job *job, uint32_t fee) {
  struct fee_sum sum = {0};
  struct imp_fees *out = j->fees;
  int64_t *bases = arena_array(&out->arena, j->entry->count + 1u, sizeof *bases);
  if (!bases) return false;
  for (uint32_t i = 0; i < j->entry->count; i++) {
    const struct fee_part *p = part_of(j, i);
    if (!p) return false;
    j->fits = j->fits && p->sums[fee].fits;
    add_sum(&sum, &p->sums[fee], j->entry->dollars[i]);
    bases[i] = p->sums[fee].dollars ? j->entry->dollars[i] : 0;
  }
  if (!sum.count || !j->fits) return true;
  struct imp_fee *made = &out->items[out->count];
  out->bases[out->count++] = bases;
  return fees_fill(job, j->forms->measures[fee], &sum, made) &&
         (made->unknown || spread(j, job, fee, &sum, made));
}

static bool add_fees(struct entry_job *j) {
  struct fee_forms *f = j->forms;
  struct imp_fees *out = j->fees;
  struct fee_job job = {.frame = {&out->arena, f->job.frame.law, f->job.frame.names, NULL, NULL,
                                  false},
                        .view = f->job.view,
                        .days = j->entry->days};
  out->items = arena_array(&out->arena, f->count + 1u, sizeof *out->items);
  out->bases = arena_array(&out->arena, f->count + 1u, sizeof *out->bases);
  out->lines = j->entry->count;
  f->job.entry_dollars = 0;
  for (uint32_t i = 0; i < j->entry->count; i++) f->job.entry_dollars += j->entry->dollars[i];
  bool fine = out->items && out->bases;
  for (uint32_t i = 0; fine && j->fits && i < f->count; i++) fine = add_fee(j, &job, i);
  return fine && !out->arena.failed;
}

bool fee_entry(struct fee_forms *f, const struct fee_entry *entry, struct imp_fees **out) {
  struct entry_job j = {f, entry, mem_alloc(sizeof *j.fees), true};
  *out = NULL;
  bool fine = j.fees && add_fees(&j);
  if (fine && j.fits)
    *out = j.fees;
  else
    imp_fees_free(j.fees);
  return fine;
}
