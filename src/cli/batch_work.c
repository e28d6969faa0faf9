// SPDX-License-Identifier: Apache-2.0
// A chunk of steps: lines answered side by side by threads, then the fees of entries that end in it, then
// everything reported in order by the one thread that reads. Threads share the law and nothing else; each
// step is one thread's own while it works.

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/quick.h"

void batch_item_free(struct item *i) {
  arena_free(&i->arena);
  *i = (struct item){0};
}

static void free_step(struct step *s) {
  batch_item_free(&s->item);
  imp_assessment_free(s->answer);
  imp_fees_free(s->fees);
  kept_free(&s->kept);
  mem_free(s->entry);
  *s = (struct step){0};
}

/* ---- threads ----------------------------------------------------------------------------------- */

struct crew {
  struct batch *batch;
  enum step_kind kind;
  atomic_uint next, hands; /* hands: threads that have begun */
};

bool batch_is_bad(const struct item *i) {
  return i->sheet_wrong != NULL || i->record->wrong != NULL;
}

/* What a table of lines shows is asked of a batch, one of each thread; whole bills of the plain evaluator. */
static bool is_table(const struct batch *b) {
  const struct cli *cli = b->cli;
  bool json = cli->report.format == IMP_JSON || cli->report.format == IMP_JSONL;
  bool lines = json && cli->report.by == 0;
  return !lines && cli->report.detail == 0 && b->summary == NULL &&
         !cli_has(cli->args, OPTION_PLAIN);
}

static enum imp_status answer_line(struct batch *b, uint32_t hand, struct step *s) {
  const struct cli *cli = b->cli;
  const struct imp_line *line = &s->item.record->line;
  if (!is_table(b)) return imp_duty(cli->law, &cli->query, line, &s->answer, &s->err);
  return quick_duty(&b->quick[hand], QUICK_TABLE, cli->law, &cli->query, line, &s->answer, &s->err);
}

/* They are not worked out where nothing shows them. */
static bool wants_fees(const struct batch *b) {
  return b->only == 0 && batch_wants_fees(b);
}

static enum imp_status find_fees(struct batch *b, uint32_t hand, struct step *s) {
  const struct cli *cli = b->cli;
  uint32_t count = (uint32_t)s->kept.count;
  if (cli_has(cli->args, OPTION_PLAIN))
    return imp_entry_fees(cli->law, &cli->query, s->kept.lines, NULL, count, &s->fees, &s->err);
  return quick_fees(&b->quick[hand], cli->law, &cli->query, s->kept.lines, count, &s->fees,
                    &s->err);
}

static void work_on(struct batch *b, uint32_t hand, struct step *s) {
  if (s->kind == STEP_LINE && !batch_is_bad(&s->item)) s->status = answer_line(b, hand, s);
  if (s->kind == STEP_CLOSE && wants_fees(b) && !s->kept.too_many)
    s->status = find_fees(b, hand, s);
}

static void *worker(void *user) {
  struct crew *c = user;
  uint32_t hand = atomic_fetch_add(&c->hands, 1);
  for (;;) {
    unsigned i = atomic_fetch_add(&c->next, 1);
    if (i >= c->batch->step_count) return NULL;
    struct step *s = &c->batch->steps[i];
    if (s->kind == c->kind) work_on(c->batch, hand, s);
    if (s->status != IMP_OK) return NULL; /* a batch that has failed is asked nothing more */
  }
}

/* This thread works too; one that cannot be started is done without. */
static void work_all(struct batch *b, enum step_kind kind) {
  struct crew c = {.batch = b, .kind = kind};
  pthread_t threads[BATCH_JOBS_MOST];
  uint32_t started = 0;
  atomic_init(&c.next, 0);
  atomic_init(&c.hands, 0);
  uint32_t wanted = b->step_count > 1 && b->jobs > 1 ? b->jobs - 1 : 0;
  while (started < wanted && pthread_create(&threads[started], NULL, worker, &c) == 0) started++;
  worker(&c);
  for (uint32_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

/* ---- what fees need ---------------------------------------------------------------------------- */

static bool keep_answered(struct batch *b, const struct step *s) {
  if (s->answer == NULL || !wants_fees(b) ||
      imp_assessment_answer(s->answer)->status == IMP_LINE_REFUSED)
    return true;
  if (b->kept.too_many) return true;
  if (!kept_add(&b->kept, &s->item.record->line, b->fees_sum)) return false;
  if (b->kept.count > BATCH_ENTRY_LINES) {
    kept_free(&b->kept);
    b->kept.too_many = true;
  }
  return true;
}

/* Lines to the entry at hand; an entry that ends takes them over. */
static enum imp_status gather(struct batch *b, struct imp_error *err) {
  for (uint32_t i = 0; i < b->step_count; i++) {
    struct step *s = &b->steps[i];
    if (s->status != IMP_OK) {
      if (err != NULL) *err = s->err;
      return s->status;
    }
    if (s->kind == STEP_LINE && !keep_answered(b, s)) return error_no_memory(err);
    if (s->kind != STEP_CLOSE) continue;
    s->kept = b->kept;
    b->kept = (struct kept){0};
  }
  return IMP_OK;
}

/* ---- reporting --------------------------------------------------------------------------------- */

enum imp_status batch_put(struct batch *b, struct imp_error *err) {
  if (b->book != NULL) return xlsx_out_rows(b->book, &b->text, err);
  return output_put(&b->cli->output, &b->text, err);
}

/* Where the report of lines goes: with summaries it only counts. */
static struct imp_text *text_of(struct batch *b) {
  b->dropped.n = 0;
  return b->summary != NULL ? &b->dropped : &b->text;
}

enum imp_status batch_bad_line(const struct batch *b, const struct item *i, struct buf *reason,
                               struct imp_bad_line *out, struct imp_error *err) {
  const struct record *r = i->record;
  const char *wrong = i->sheet_wrong != NULL ? i->sheet_wrong : r->wrong;
  buf_printf(reason, "%s:%llu: %s", b->file, (unsigned long long)i->file_line, wrong);
  *out = (struct imp_bad_line){.entry = r->line.entry,
                               .number = r->line.number,
                               .code = r->line.code,
                               .from = r->line.from,
                               .on = r->line.on,
                               .id = i->sheet_wrong != NULL ? "input.line" : r->id,
                               .reason = reason->n > 0 ? reason->p : wrong,
                               .next = i->sheet_wrong != NULL
                                           ? "mend this line of the file; the others are answered"
                                           : r->next};
  return reason->failed ? error_no_memory(err) : IMP_OK;
}

static enum imp_status report_bad(struct batch *b, const struct item *i, struct imp_error *err) {
  struct buf reason = {0};
  struct imp_bad_line bad;
  enum imp_status status = batch_bad_line(b, i, &reason, &bad, err);
  if (status == IMP_OK) status = imp_report_bad_line(b->report, &bad, i->cells, text_of(b), err);
  if (status == IMP_OK && b->summary != NULL)
    status = imp_entry_summary_line(b->summary, &i->record->line, NULL, bad.reason, err);
  buf_free(&reason);
  return status;
}

/* One line of a file says as much as one that was typed: what its code is called, too. */
static enum imp_status describe(struct batch *b, const struct item *i, struct imp_error *err) {
  struct cli *cli = b->cli;
  if (b->only == 0 || i->record->line.code == NULL) return IMP_OK;
  enum imp_status status = cli_describe(cli, i->record->line.code, err);
  imp_report_describe(b->report, cli->report.description);
  return status;
}

static enum imp_status report_step(struct batch *b, const struct step *s, struct imp_error *err) {
  enum imp_status status = s->status;
  if (status != IMP_OK) {
    if (err != NULL) *err = s->err;
    return status;
  }
  if (s->kind == STEP_PASSED || (s->kind == STEP_CLOSE && !wants_fees(b))) return IMP_OK;
  if (s->kind == STEP_CLOSE) {
    status = imp_report_entry(b->report, s->entry, s->fees, text_of(b), err);
    if (status == IMP_OK && b->summary != NULL)
      status = imp_entry_summary_close(b->summary, s->entry, s->fees, &b->text, err);
  } else {
    imp_report_filed(b->report, s->item.record->filed);
    status = describe(b, &s->item, err);
    if (status != IMP_OK) return status;
    status = batch_is_bad(&s->item) ? report_bad(b, &s->item, err)
                                    : imp_report_line(b->report, &s->item.record->line, s->answer,
                                                      s->item.cells, text_of(b), err);
    if (status == IMP_OK && b->summary != NULL && s->answer != NULL)
      status = imp_entry_summary_line(b->summary, &s->item.record->line, s->answer, NULL, err);
    if (status == IMP_OK && b->book != NULL && s->answer != NULL)
      status = xlsx_out_note(b->book, imp_assessment_answer(s->answer), err);
  }
  return status == IMP_OK ? batch_put(b, err) : status;
}

enum imp_status batch_flush(struct batch *b, struct imp_error *err) {
  work_all(b, STEP_LINE);
  enum imp_status status = gather(b, err);
  if (status == IMP_OK) work_all(b, STEP_CLOSE);
  for (uint32_t i = 0; i < b->step_count && status == IMP_OK; i++)
    status = report_step(b, &b->steps[i], err);
  for (uint32_t i = 0; i < b->step_count; i++) free_step(&b->steps[i]);
  b->step_count = 0;
  for (uint32_t i = 0; i < BATCH_JOBS_MOST; i++) quick_refresh(&b->quick[i]);
  return status;
}

enum imp_status batch_step(struct batch *b, const struct step *step, struct imp_error *err) {
  struct step own = *step;
  if (b->steps == NULL) b->steps = mem_alloc(BATCH_CHUNK * sizeof *b->steps);
  if (b->steps == NULL) {
    free_step(&own);
    return error_no_memory(err);
  }
  b->steps[b->step_count++] = own;
  return b->step_count >= b->chunk ? batch_flush(b, err) : IMP_OK;
}

void batch_work_free(struct batch *b) {
  for (uint32_t i = 0; i < b->step_count; i++) free_step(&b->steps[i]);
  for (uint32_t i = 0; i < BATCH_JOBS_MOST; i++) imp_batch_free(b->quick[i]);
  mem_free(b->steps);
  kept_free(&b->kept);
}
