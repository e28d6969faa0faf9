// SPDX-License-Identifier: Apache-2.0
// Blocks through threads, in order: see stream.h. With one thread there is none beside this one.
#include <pthread.h>
#include <string.h>

#include "cli/marks.h"
#include "cli/quick.h"
#include "cli/stream.h"

enum { SLOTS_OF_A_JOB = 2 };
enum slot_state { SLOT_EMPTY, SLOT_READY, SLOT_DONE };

struct slot {
  struct block block;
  enum slot_state state;
};

struct stream {
  struct batch *b;
  struct slot *slots;
  uint32_t slot_count;
  uint64_t filled, taken, written; /* blocks so far */
  pthread_mutex_t lock;
  pthread_cond_t changed;
  pthread_mutex_t report; /* held by who adds to the report */
  bool ended;             /* no more blocks come */
  struct entry_hand hand;
};

/* ---- reading ------------------------------------------------------------------------------------- */

/* A record that has no end within what is held: it is taken by itself, and told to be wrong. */
static enum imp_status take_broken(struct stream *s, struct block *k, struct imp_error *err) {
  struct sheet_record row;
  uint64_t line = s->b->sheet.line;
  enum sheet_status t = sheet_next(&s->b->sheet, &row, err);
  if (t == SHEET_FAILED) return err != NULL && err->status != IMP_OK ? err->status : IMP_IO;
  k->line = line;
  k->has_broken = t == SHEET_RECORD;
  if (!k->has_broken) return IMP_OK;
  k->broken = (struct item){.file_line = row.line};
  return batch_read_item(s->b, &row, 0, &k->broken, err);
}

/* Whole records into the block; none, and nothing broken, at the end of the file. */
static enum imp_status fill_block(struct stream *s, struct block *k, struct imp_error *err) {
  struct sheet_reader *t = &s->b->sheet;
  size_t whole = sheet_held(t) >= STREAM_BLOCK ? sheet_whole(t) : 0;
  k->size = 0;
  k->has_broken = false;
  while (whole == 0 && !t->ended && sheet_held(t) <= 2 * SHEET_RECORD_MOST) {
    if (!sheet_more(t, STREAM_BLOCK, err)) return IMP_IO;
    whole = sheet_whole(t);
  }
  if (t->ended) whole = sheet_held(t);
  if (whole == 0) return t->ended ? IMP_OK : take_broken(s, k, err);
  k->line = t->line;
  if (!sheet_take(t, whole, &k->held, &k->bytes)) return error_no_memory(err);
  k->size = whole;
  t->line += marks_lines(k->bytes, whole);
  return IMP_OK;
}

static bool is_end(const struct block *k) {
  return k->size == 0 && !k->has_broken;
}

/* ---- writing ------------------------------------------------------------------------------------- */

static void forget_answers(struct block *k) {
  for (size_t i = 0; i < k->plain_count; i++) imp_assessment_free(k->plain[i]);
  k->plain_count = 0;
}

static enum imp_status write_block(struct stream *s, struct block *k, struct imp_error *err) {
  struct batch *b = s->b;
  enum imp_status status = k->status;
  if (status != IMP_OK && err != NULL) *err = k->err;
  for (size_t i = 0; i < k->plain_count && status == IMP_OK; i++)
    status = imp_report_count_answer(b->report, k->plain[i], err);
  forget_answers(k);
  if (status == IMP_OK) status = hand_runs(b, &s->hand, k, err);
  b->number += k->lines;
  k->lines = 0;
  if (status != IMP_OK) return status;
  status = output_put(&b->cli->output, &k->out, err);
  batch_progress(b);
  return status;
}

static void free_block(struct block *k) {
  forget_answers(k);
  runs_free(k);
  mem_free(k->plain);
  buf_free(&k->held);
  imp_text_free(&k->out);
  batch_item_free(&k->broken);
}

/* ---- one thread ---------------------------------------------------------------------------------- */

/* A worker whose tables are full begins anew; what it counted is kept. */
static enum imp_status refresh(struct stream *s, struct worker *w, struct imp_error *err) {
  if (!quick_is_full(w->encoder.batch, QUICK_STREAM_CODES)) return IMP_OK;
  const struct batch *run = w->run;
  pthread_mutex_lock(&s->report);
  enum imp_status status = worker_take(s->b->report, w, err);
  pthread_mutex_unlock(&s->report);
  if (status != IMP_OK) return status;
  worker_free(w);
  return worker_open(w, run, err);
}

static enum imp_status run_alone(struct stream *s, struct imp_error *err) {
  struct worker w;
  struct block k = {0};
  enum imp_status status = worker_open(&w, s->b, err);
  while (status == IMP_OK) {
    status = fill_block(s, &k, err);
    if (status != IMP_OK || is_end(&k)) break;
    k.status = worker_block(&w, &k, &k.err);
    status = write_block(s, &k, err);
    if (status == IMP_OK) status = refresh(s, &w, err);
  }
  if (status == IMP_OK) status = worker_take(s->b->report, &w, err);
  free_block(&k);
  worker_free(&w);
  return status;
}

/* ---- several ------------------------------------------------------------------------------------- */

struct job {
  struct stream *s;
  struct worker worker;
  pthread_t thread;
  bool started;
  enum imp_status status;
  struct imp_error err;
};

/* The next block that is ready; NULL: there will be none. */
static struct block *take_ready(struct stream *s) {
  struct block *k = NULL;
  pthread_mutex_lock(&s->lock);
  while (s->taken == s->filled && !s->ended) pthread_cond_wait(&s->changed, &s->lock);
  if (s->taken < s->filled) k = &s->slots[s->taken++ % s->slot_count].block;
  pthread_mutex_unlock(&s->lock);
  return k;
}

static void mark_done(struct stream *s, struct block *k) {
  struct slot *slot = (struct slot *)(void *)k; /* the block is its first member */
  pthread_mutex_lock(&s->lock);
  slot->state = SLOT_DONE;
  pthread_cond_broadcast(&s->changed);
  pthread_mutex_unlock(&s->lock);
}

static void *work(void *user) {
  struct job *j = user;
  struct block *k;
  while ((k = take_ready(j->s)) != NULL) {
    k->status = worker_block(&j->worker, k, &k->err);
    if (k->status == IMP_OK) k->status = refresh(j->s, &j->worker, &k->err);
    mark_done(j->s, k);
  }
  return NULL;
}

/* Waits for the oldest block and writes it. */
static enum imp_status write_oldest(struct stream *s, struct imp_error *err) {
  struct slot *slot = &s->slots[s->written % s->slot_count];
  pthread_mutex_lock(&s->lock);
  while (slot->state != SLOT_DONE) pthread_cond_wait(&s->changed, &s->lock);
  slot->state = SLOT_EMPTY; /* no thread but this one looks at it until it is handed out again */
  pthread_mutex_unlock(&s->lock);
  s->written++;
  pthread_mutex_lock(&s->report);
  enum imp_status status = write_block(s, &slot->block, err);
  pthread_mutex_unlock(&s->report);
  return status;
}

static bool oldest_is_done(struct stream *s) {
  pthread_mutex_lock(&s->lock);
  bool done = s->written < s->filled && s->slots[s->written % s->slot_count].state == SLOT_DONE;
  pthread_mutex_unlock(&s->lock);
  return done;
}

static void hand_out(struct stream *s, struct slot *slot) {
  pthread_mutex_lock(&s->lock);
  slot->state = SLOT_READY;
  s->filled++;
  pthread_cond_broadcast(&s->changed);
  pthread_mutex_unlock(&s->lock);
}

static enum imp_status feed(struct stream *s, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  while (status == IMP_OK) {
    while (status == IMP_OK && (oldest_is_done(s) || s->filled - s->written == s->slot_count))
      status = write_oldest(s, err);
    struct slot *slot = &s->slots[s->filled % s->slot_count];
    if (status == IMP_OK) status = fill_block(s, &slot->block, err);
    if (status != IMP_OK || is_end(&slot->block)) break;
    hand_out(s, slot);
  }
  while (status == IMP_OK && s->written < s->filled) status = write_oldest(s, err);
  return status;
}

static void stop(struct stream *s) {
  pthread_mutex_lock(&s->lock);
  s->ended = true;
  s->taken = s->filled; /* what is not begun is not wanted any more */
  pthread_cond_broadcast(&s->changed);
  pthread_mutex_unlock(&s->lock);
}

static enum imp_status open_jobs(struct stream *s, struct job *jobs, uint32_t *count,
                                 struct imp_error *err) {
  uint32_t started = 0;
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; i < s->b->jobs && status == IMP_OK; i++) {
    jobs[i].s = s;
    status = worker_open(&jobs[i].worker, s->b, err);
    *count = i + 1;
    if (status == IMP_OK)
      jobs[i].started = pthread_create(&jobs[i].thread, NULL, work, &jobs[i]) == 0;
    started += jobs[i].started;
  }
  if (status == IMP_OK && started == 0)
    return error_set(err, IMP_IO, "io.thread", "try --jobs 1", "no thread can be started");
  return status;
}

static enum imp_status run_threads(struct stream *s, struct imp_error *err) {
  uint32_t count = 0;
  struct job *jobs = mem_alloc(s->b->jobs * sizeof *jobs);
  s->slot_count = s->b->jobs * SLOTS_OF_A_JOB;
  s->slots = mem_alloc(s->slot_count * sizeof *s->slots);
  enum imp_status status =
      jobs != NULL && s->slots != NULL ? open_jobs(s, jobs, &count, err) : error_no_memory(err);
  if (status == IMP_OK) status = feed(s, err);
  stop(s);
  for (uint32_t i = 0; i < count; i++) {
    if (jobs[i].started) pthread_join(jobs[i].thread, NULL);
    if (status == IMP_OK) status = worker_take(s->b->report, &jobs[i].worker, err);
    worker_free(&jobs[i].worker);
  }
  for (uint32_t i = 0; s->slots != NULL && i < s->slot_count; i++) free_block(&s->slots[i].block);
  mem_free(s->slots);
  mem_free(jobs);
  return status;
}

/* ---- the run --------------------------------------------------------------------------------------- */

bool stream_fits(const struct batch *b) {
  const struct cli *cli = b->cli;
  bool table = cli->report.format == IMP_CSV || cli->report.format == IMP_TSV;
  char separator = cli->report.format == IMP_TSV ? '\t' : ',';
  return table && !b->json && !b->sheet.is_book && b->only == 0 && b->book == NULL &&
         b->summary == NULL && cli->report.by == 0 && b->expect == NULL &&
         b->sheet.separator == separator && b->columns.at[FIELD_ORDINAL] == UINT32_MAX &&
         b->columns.count <= STREAM_CELLS_MOST && !cli_has(cli->args, OPTION_PLAIN);
}

/* What cannot be asked is known before anything is written: of no line at all the call fails the same way. */
static enum imp_status query_holds(const struct batch *b, struct imp_error *err) {
  static const struct imp_line nothing = {.number = 1, .code = "", .from = "", .value = ""};
  struct imp_assessment *a = NULL;
  enum imp_status status = imp_duty(b->cli->law, &b->cli->query, &nothing, &a, err);
  imp_assessment_free(a);
  return status;
}

enum imp_status stream_run(struct batch *b, struct imp_error *err) {
  struct stream s = {.b = b};
  enum imp_status status = query_holds(b, err);
  if (status != IMP_OK) return status;
  pthread_mutex_init(&s.lock, NULL);
  pthread_cond_init(&s.changed, NULL);
  pthread_mutex_init(&s.report, NULL);
  status = batch_put(b, err); /* the heading line */
  if (status == IMP_OK) status = b->jobs > 1 ? run_threads(&s, err) : run_alone(&s, err);
  if (status == IMP_OK) status = hand_close(b, &s.hand, &b->text, err);
  if (status == IMP_OK) status = batch_put(b, err);
  hand_free(&s.hand);
  pthread_cond_destroy(&s.changed);
  pthread_mutex_destroy(&s.report);
  pthread_mutex_destroy(&s.lock);
  return status;
}
