// SPDX-License-Identifier: Apache-2.0
// Entries across blocks: see stream.h. A worker cuts its block into runs of lines of one entry and keeps what fees
// need of them. The fees of runs that are whole entries it works out itself; those at the edges of a block are
// put together, in the order of the file, where blocks are written.
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
}

void runs_free(struct block *k) {
  runs_forget(k);
  mem_free(k->runs);
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
  *r = (struct entry_run){0};
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

bool runs_keep(struct block *k, const struct imp_line *line, bool sums) {
  return kept_add(&k->runs[k->run_count - 1].kept, line, sums);
}

/* Begins after another entry and is followed by one in the same block. */
static bool is_whole(const struct block *k, size_t i) {
  return i > 0 && k->runs[i - 1].name != NULL && i + 1 < k->run_count;
}

enum imp_status runs_fees(const struct batch *b, struct block *k, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (size_t i = 0; i < k->run_count && status == IMP_OK; i++) {
    struct entry_run *r = &k->runs[i];
    if (!is_whole(k, i)) continue;
    status = imp_entry_fees(b->cli->law, &b->cli->query, r->kept.lines, NULL,
                            (uint32_t)r->kept.count, &r->fees, err);
    kept_free(&r->kept);
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
