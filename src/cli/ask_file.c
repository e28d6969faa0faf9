// SPDX-License-Identifier: Apache-2.0
// ask of a file: lines stand in chunks, are asked about side by side, and are added up in the order of the file, so that
// the answer is the same for any number of threads.
#include "cli/ask_file.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "cli/lines.h"

enum { CHUNK = 256, JOBS_MOST = 64 };

struct asked { /* a line of the chunk */
  struct arena arena;
  struct imp_line line; /* in the arena */
  bool readable;        /* and has a day, which is never guessed */
  struct imp_ask *ask;
  enum imp_status status;
  struct imp_error err;
};

struct asking {
  struct cli *cli;
  struct imp_ask_sum *sum;
  struct asked *chunk;
  struct imp_batch *batches[JOBS_MOST]; /* of each thread, once it is asked; none with --plain */
  bool plain;
  uint32_t count, jobs, unread, lines;
  atomic_uint next, threads;
  bool says;
};

/* ---- a line of its own ----------------------------------------------------------------------------- */

static bool copy_text(struct arena *a, const char **text) {
  if (*text != NULL) *text = str_dup(a, str_of(*text));
  return !a->failed;
}

static bool copy_line(struct arena *a, const struct imp_line *from, struct imp_line *to) {
  *to = *from;
  const char **texts[] = {&to->entry, &to->code,     &to->from, &to->into,      &to->on,
                          &to->value, &to->quantity, &to->unit, &to->quantity2, &to->unit2};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (*texts[i] != NULL && !copy_text(a, texts[i])) return false;
  struct imp_pair *facts = arena_array(a, from->fact_count + 1u, sizeof *facts);
  const char **claims = arena_array(a, from->claim_count + 1u, sizeof *claims);
  if (facts == NULL || claims == NULL) return false;
  for (uint32_t i = 0; i < from->fact_count; i++) {
    facts[i] = from->facts[i];
    if (!copy_text(a, &facts[i].name) || !copy_text(a, &facts[i].value)) return false;
  }
  for (uint32_t i = 0; i < from->claim_count; i++) {
    claims[i] = from->claims[i];
    if (!copy_text(a, &claims[i])) return false;
  }
  to->facts = facts;
  to->claims = claims;
  return true;
}

/* ---- a chunk ----------------------------------------------------------------------------------------- */

/* What a batch remembers grows with what is new in a file: past this it is begun again. */
static bool is_large(const struct imp_batch *b) {
  enum { SETS = 100000, PROGRAMS = 400000 };
  struct imp_batch_counts n = imp_batch_count(b);
  return n.fact_sets > SETS || n.programs > PROGRAMS;
}

static enum imp_status ask_line(struct asking *a, struct imp_batch **batch, struct asked *q) {
  const struct imp_law *law = a->cli->law;
  enum imp_status status = IMP_OK;
  if (a->plain) return imp_ask(law, &a->cli->query, &q->line, &q->ask, &q->err);
  if (*batch != NULL && is_large(*batch)) {
    imp_batch_free(*batch);
    *batch = NULL;
  }
  if (*batch == NULL) status = imp_batch_open(law, &a->cli->query, batch, &q->err);
  return status == IMP_OK ? imp_batch_ask(*batch, &q->line, &q->ask, &q->err) : status;
}

static void *worker(void *user) {
  struct asking *a = user;
  struct imp_batch **batch = &a->batches[atomic_fetch_add(&a->threads, 1)];
  for (;;) {
    unsigned i = atomic_fetch_add(&a->next, 1);
    if (i >= a->count) return NULL;
    struct asked *q = &a->chunk[i];
    if (q->readable) q->status = ask_line(a, batch, q);
    if (q->status != IMP_OK) return NULL; /* a batch that has failed is asked nothing more */
  }
}

/* This thread works too; one that cannot be started is done without. */
static void ask_all(struct asking *a) {
  pthread_t threads[JOBS_MOST];
  uint32_t started = 0;
  atomic_store(&a->next, 0);
  atomic_store(&a->threads, 0);
  while (started + 1 < a->jobs && started + 1 < a->count &&
         pthread_create(&threads[started], NULL, worker, a) == 0)
    started++;
  worker(a);
  for (uint32_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

static void say_progress(const struct asking *a) {
  if (a->says) fprintf(stderr, "\r  %u lines", (unsigned)a->lines);
}

static enum imp_status flush(struct asking *a, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  ask_all(a);
  for (uint32_t i = 0; i < a->count; i++) {
    struct asked *q = &a->chunk[i];
    if (status == IMP_OK && q->status != IMP_OK) {
      status = q->status;
      if (err != NULL) *err = q->err;
    }
    if (status == IMP_OK) status = imp_ask_sum_add(a->sum, &q->line, q->ask, err);
    imp_ask_free(q->ask);
    arena_free(&q->arena);
  }
  a->lines += a->count;
  a->count = 0;
  say_progress(a);
  return status;
}

static enum imp_status take_line(void *user, const struct imp_line *line, uint64_t at,
                                 const char *wrong, struct imp_error *err) {
  struct asking *a = user;
  struct asked *q = &a->chunk[a->count++];
  (void)at;
  *q = (struct asked){.readable = wrong == NULL && (line->on != NULL || a->cli->query.on != NULL)};
  a->unread += !q->readable;
  if (!copy_line(&q->arena, line, &q->line)) return error_no_memory(err);
  return a->count == CHUNK ? flush(a, err) : IMP_OK;
}

/* ---- the file ------------------------------------------------------------------------------------------ */

static void forget(struct asking *a) {
  for (uint32_t i = 0; i < a->count; i++) arena_free(&a->chunk[i].arena);
  for (uint32_t i = 0; i < JOBS_MOST; i++) imp_batch_free(a->batches[i]);
  mem_free(a->chunk);
}

enum imp_status ask_file(struct cli *cli, const char *file, struct imp_ask_sum *sum,
                         uint32_t *unread, struct imp_error *err) {
  struct asking a = {.cli = cli, .sum = sum, .plain = cli_has(cli->args, OPTION_PLAIN)};
  enum imp_status status = cli_jobs(cli, &a.jobs, err);
  if (status != IMP_OK) return status;
  a.says = isatty(STDERR_FILENO) != 0;
  a.chunk = mem_alloc(CHUNK * sizeof *a.chunk);
  if (a.chunk == NULL) return error_no_memory(err);
  status = lines_read(file, take_line, &a, err);
  if (status == IMP_OK) status = flush(&a, err);
  if (a.says) fprintf(stderr, "\r%20s\r", "");
  *unread = a.unread;
  forget(&a);
  return status;
}
