// SPDX-License-Identifier: Apache-2.0
// Entries across blocks: see stream.h. A worker cuts its block into runs of lines of one entry and keeps what fees
// need of them. The fees of runs that are whole entries it works out itself, of the columns its batch answered; those
// at the edges of a block are put into words, for another worker's ids are others, and together, in the order of the
// file, where blocks are written.
#include <string.h>

#include "cli/stream.h"

/* ---- runs of a block ------------------------------------------------------------------------------- */

static void run_free(struct entry_run *r) {
  kept_free(&r->kept);
  imp_fees_free(r->fees);
  mem_free(r->name);
  *r = (struct entry_run){0};
}

void runs_forget(struct block *k) {
  for (size_t i = 0; i < k->run_count; i++) run_free(&k->runs[i]);
  k->run_count = 0;
  k->columns.count = k->columns.fact_count = 0;
}

void runs_free(struct block *k) {
  runs_forget(k);
  mem_free(k->runs);
  struct run_columns *c = &k->columns;
  void *arrays[] = {c->code, c->place, c->fact_line, c->fact_set, c->day, c->value};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) mem_free(arrays[i]);
  *c = (struct run_columns){0};
  k->runs = NULL;
  k->run_cap = 0;
}

static bool same_name(const char *a, struct str b) {
  size_t n = strlen(a);
  return n == b.n && (n == 0 || memcmp(a, b.p, n) == 0);
}

static bool new_run(struct block *k, const struct str *name) {
  if (!mem_grow((void **)&k->runs, &k->run_cap, k->run_count + 1, sizeof *k->runs)) return false;
  struct entry_run *r = &k->runs[k->run_count++];
  *r = (struct entry_run){.first = k->columns.count};
  if (name == NULL) return true;
  r->name = mem_alloc(name->n + 1);
  if (r->name == NULL) return false;
  if (name->n > 0) memcpy(r->name, name->p, name->n);
  r->name[name->n] = '\0';
  return true;
}

bool runs_line(struct block *k, const struct str *name) {
  if (k->run_count == 0) return new_run(k, name);
  const struct entry_run *last = &k->runs[k->run_count - 1];
  if (name == NULL || (last->name != NULL && same_name(last->name, *name))) return true;
  return new_run(k, name);
}

/* ---- lines of a run -------------------------------------------------------------------------------- */

static struct imp_columns columns_of(const struct block *k) {
  const struct run_columns *c = &k->columns;
  return (struct imp_columns){.count = c->count,
                              .code = c->code,
                              .place = c->place,
                              .day = c->day,
                              .value = c->value,
                              .fact_line = c->fact_line,
                              .fact_set = c->fact_set,
                              .fact_count = c->fact_count};
}

static bool keep_facts(struct run_columns *c, uint32_t set) {
  size_t n = c->fact_count + 1u;
  if (!mem_grow((void **)&c->fact_line, &c->fact_line_cap, n, sizeof *c->fact_line) ||
      !mem_grow((void **)&c->fact_set, &c->fact_set_cap, n, sizeof *c->fact_set))
    return false;
  c->fact_line[c->fact_count] = c->count;
  c->fact_set[c->fact_count++] = set;
  return true;
}

static bool keep_columns(struct run_columns *c, const struct imp_columns *in, uint32_t i,
                         uint32_t set) {
  size_t n = c->count + 1u;
  if (!mem_grow((void **)&c->code, &c->code_cap, n, sizeof *c->code) ||
      !mem_grow((void **)&c->place, &c->place_cap, n, sizeof *c->place) ||
      !mem_grow((void **)&c->day, &c->day_cap, n, sizeof *c->day) ||
      !mem_grow((void **)&c->value, &c->value_cap, n, sizeof *c->value) ||
      (set != IMP_NO_FACTS && !keep_facts(c, set)))
    return false;
  c->code[c->count] = in->code[i];
  c->place[c->count] = in->place[i];
  c->day[c->count] = in->day[i];
  c->value[c->count++] = in->value[i];
  return true;
}

static bool keep_in_words(const struct worker *w, struct entry_run *r, const struct imp_columns *in,
                          uint32_t i) {
  struct imp_line_words room;
  struct imp_line line;
  return imp_batch_line(w->encoder.batch, in, i, &room, &line) == IMP_OK &&
         kept_add(&r->kept, &line, w->run->fees_sum);
}

/* What stands in columns, to words. */
static bool put_in_words(const struct worker *w, const struct block *k, struct entry_run *r) {
  struct imp_columns in = columns_of(k);
  bool fine = true;
  for (uint32_t i = 0; fine && i < r->count; i++) fine = keep_in_words(w, r, &in, r->first + i);
  r->count = 0;
  r->in_words = true;
  return fine;
}

bool runs_keep(const struct worker *w, struct block *k, const struct imp_columns *in, uint32_t i,
               uint32_t set) {
  struct entry_run *r = &k->runs[k->run_count - 1];
  if (r->in_words) return keep_in_words(w, r, in, i);
  r->count++;
  return keep_columns(&k->columns, in, i, set);
}

bool runs_keep_words(const struct worker *w, struct block *k, const struct imp_line *line) {
  struct entry_run *r = &k->runs[k->run_count - 1];
  return (r->in_words || put_in_words(w, k, r)) && kept_add(&r->kept, line, w->run->fees_sum);
}

/* Begins after another entry and is followed by one in the same block. */
static bool is_whole(const struct block *k, size_t i) {
  return i > 0 && k->runs[i - 1].name != NULL && i + 1 < k->run_count;
}

static enum imp_status whole_fees(const struct worker *w, const struct block *k,
                                  struct entry_run *r, struct imp_error *err) {
  struct imp_columns in = columns_of(k);
  if (!r->in_words) return imp_batch_fees(w->encoder.batch, &in, r->first, r->count, &r->fees, err);
  enum imp_status status =
      imp_batch_entry_fees(w->encoder.batch, r->kept.lines, (uint32_t)r->kept.count, &r->fees, err);
  kept_free(&r->kept);
  return status;
}

enum imp_status runs_fees(const struct worker *w, struct block *k, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (size_t i = 0; i < k->run_count && status == IMP_OK; i++) {
    struct entry_run *r = &k->runs[i];
    if (is_whole(k, i))
      status = whole_fees(w, k, r, err);
    else if (!r->in_words && !put_in_words(w, k, r))
      status = error_no_memory(err);
  }
  return status;
}

/* ---- the entry at hand ------------------------------------------------------------------------------ */

void hand_free(struct entry_hand *h) {
  kept_free(&h->kept);
  mem_free(h->name);
  *h = (struct entry_hand){0};
}

/* Takes over what the run kept. */
static bool hand_take(struct entry_hand *h, const struct entry_run *r, bool sums) {
  for (size_t i = 0; i < r->kept.count && !h->kept.too_many; i++) {
    if (!kept_add(&h->kept, &r->kept.lines[i], sums)) return false;
    if (h->kept.count <= BATCH_ENTRY_LINES) continue;
    kept_free(&h->kept);
    h->kept.too_many = true;
  }
  return true;
}

enum imp_status hand_close(struct batch *b, struct entry_hand *h, struct imp_text *text,
                           struct imp_error *err) {
  enum imp_status status = IMP_OK;
  if (h->name == NULL) return IMP_OK;
  if (!h->kept.too_many && h->fees == NULL)
    status = imp_entry_fees(b->cli->law, &b->cli->query, h->kept.lines, NULL,
                            (uint32_t)h->kept.count, &h->fees, err);
  if (status == IMP_OK) status = imp_report_entry(b->report, h->name, h->fees, text, err);
  imp_fees_free(h->fees);
  h->fees = NULL;
  kept_free(&h->kept);
  mem_free(h->name);
  h->name = NULL;
  return status;
}

/* The run's entry is the one at hand from now on. */
static bool hand_open(struct entry_hand *h, struct entry_run *r) {
  if (r->name == NULL) {
    h->name = mem_alloc(1);
    if (h->name != NULL) h->name[0] = '\0';
  } else {
    h->name = r->name;
    r->name = NULL;
  }
  h->fees = r->fees;
  r->fees = NULL;
  return h->name != NULL;
}

enum imp_status hand_runs(struct batch *b, struct entry_hand *h, struct block *k,
                          struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (size_t i = 0; i < k->run_count && status == IMP_OK; i++) {
    struct entry_run *r = &k->runs[i];
    bool same = h->name != NULL && (r->name == NULL || strcmp(r->name, h->name) == 0);
    if (!same) status = hand_close(b, h, &k->out, err);
    if (status == IMP_OK && !same && !hand_open(h, r)) status = error_no_memory(err);
    if (status == IMP_OK && h->fees == NULL && !hand_take(h, r, b->fees_sum))
      status = error_no_memory(err);
  }
  runs_forget(k);
  return status;
}
