// SPDX-License-Identifier: Apache-2.0
// Lines beside those that a batch answered, and what a writer counted: see writer.h.
#include <string.h>

#include "base/error.h"
#include "report/writer.h"

static enum imp_status write_line(const struct imp_report_writer *w, const struct report_line *line,
                                  const struct imp_answer *a, struct imp_text *text,
                                  struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  struct imp_report *r = (struct imp_report *)(uintptr_t)w->r; /* the form changes nothing in it */
  r->form->line(r, line, a, &b);
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status imp_report_writer_line(struct imp_report_writer *w, const struct imp_line *line,
                                       const struct imp_assessment *a, const char *const *cells,
                                       struct imp_text *text, struct imp_error *err) {
  struct report_line l = {.entry = line->entry,
                          .number = line->number,
                          .cells = cells,
                          .given = line};
  struct arena scratch = {0};
  struct imp_answer answer = *imp_assessment_answer(a);
  enum imp_status status = report_say_day(&scratch, w->r, line, &answer)
                               ? write_line(w, &l, &answer, text, err)
                               : error_no_memory(err);
  arena_free(&scratch);
  return status;
}

enum imp_status imp_report_writer_bad_line(struct imp_report_writer *w,
                                           const struct imp_bad_line *bad, const char *const *cells,
                                           struct imp_text *text, struct imp_error *err) {
  struct report_line l = {.entry = bad->entry, .number = bad->number, .cells = cells};
  struct imp_answer a = {.status = IMP_LINE_REFUSED,
                         .id = bad->id,
                         .reason = bad->reason,
                         .next = bad->next,
                         .code = bad->code,
                         .from = bad->from,
                         .on = bad->on,
                         .known = w->r->stamp.known,
                         .basis = w->r->stamp.basis};
  uint32_t i = 0;
  while (i < w->bad_count && strcmp(w->bad[i].id, bad->id) != 0) i++;
  if (i == REPORT_IDS_MOST) i--;
  if (i == w->bad_count) {
    w->bad[i] = (struct report_refusal){.id = str_dup(&w->arena, str_of(bad->id))};
    if (w->bad[i].id == NULL) return error_no_memory(err);
    w->bad_count++;
  }
  w->bad[i].count++;
  w->sums.lines++;
  w->sums.refused++;
  return write_line(w, &l, &a, text, err);
}

enum imp_status imp_report_writer_cells(const struct imp_report_writer *w, const char *const *cells,
                                        struct imp_text *text, struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  for (uint32_t i = 0; i < w->r->options.column_count; i++) {
    if (i > 0) buf_putc(&b, w->sep);
    report_csv_cell(&b, str_of(cells[i]), w->sep);
  }
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}

/* ---- into the report --------------------------------------------------------------------------- */

static bool take_refusals(struct imp_report *r, struct imp_report_writer *w) {
  struct imp_batch_words said;
  for (size_t i = 0; i < w->refusal_count; i++) {
    if (w->refusals[i] == 0) continue;
    if (imp_batch_words(w->b, (uint32_t)i, &said) != IMP_OK ||
        !report_refusals_add(r, said.id, w->refusals[i]))
      return false;
    w->refusals[i] = 0;
  }
  for (uint32_t i = 0; i < w->bad_count; i++)
    if (w->bad[i].count > 0 && !report_refusals_add(r, w->bad[i].id, w->bad[i].count)) return false;
  w->bad_count = 0;
  return true;
}

enum imp_status imp_report_writer_take(struct imp_report *r, struct imp_report_writer *w,
                                       struct imp_error *err) {
  struct sums s = w->sums;
  w->sums = (struct sums){0};
  if (!take_refusals(r, w)) return error_no_memory(err);
  if (s.any && !totals_add_sum(&r->totals, s.low, s.high, s.void_low, s.void_high))
    return error_no_memory(err);
  r->totals.overflow = r->totals.overflow || s.overflow;
  r->lines += s.lines;
  r->refused += s.refused;
  r->ranges += s.ranges;
  r->entry_refused += s.refused;
  return IMP_OK;
}
