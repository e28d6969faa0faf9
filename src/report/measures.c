// SPDX-License-Identifier: Apache-2.0
// The list of measures: name, title, state, headings, where it is written.

#include <string.h>

#include "base/error.h"
#include "report/assumed.h"
#include "report/json_out.h"
#include "report/report.h"
#include "report/stamp.h"

static void put_where(const struct imp_where *w, struct buf *out) {
  if (w->file != NULL && w->line > 0) buf_printf(out, "%s:%u", w->file, (unsigned)w->line);
}

static void text_measure(struct page *p, const struct imp_measure_info *m) {
  struct buf where = {0};
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, m->name);
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, m->title);
  page_item(p, "state", 10, m->state);
  if (m->headings != NULL && m->headings[0] != '\0') page_item(p, "headings", 10, m->headings);
  if (m->act != NULL && m->act[0] != '\0') page_item(p, "act", 10, m->act);
  put_where(&m->where, &where);
  page_item(p, "written", 10, where.n > 0 ? where.p : "");
  page_line(p);
  page_done(p, &where);
}

static void json_measure(struct json_out *j, const struct imp_measure_info *m) {
  struct buf where = {0};
  json_open(j, NULL, '{');
  json_text(j, "name", m->name);
  json_text(j, "title", m->title);
  json_text(j, "state", m->state);
  json_text(j, "headings", m->headings);
  json_text(j, "act", m->act);
  json_text(j, "file", m->where.file);
  json_number(j, "line", m->where.line);
  json_close(j, '}');
  if (where.failed) j->out->failed = true;
  buf_free(&where);
}

static void quoted(struct buf *out, const char *text, char sep, bool last) {
  buf_putc(out, '"');
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
    if (*c == '"') buf_putc(out, '"');
    buf_putc(out, *c);
  }
  buf_putc(out, '"');
  buf_putc(out, last ? '\n' : sep);
}

static void csv_measure(struct buf *out, const struct imp_measure_info *m, char sep) {
  struct buf where = {0};
  put_where(&m->where, &where);
  quoted(out, m->name, sep, false);
  quoted(out, m->title, sep, false);
  quoted(out, m->state, sep, false);
  quoted(out, m->headings, sep, false);
  quoted(out, m->act, sep, false);
  quoted(out, where.n > 0 ? where.p : "", sep, true);
  if (where.failed) out->failed = true;
  buf_free(&where);
}

static void write_text(const struct imp_law *law, const struct imp_query *q,
                       const struct imp_measures *ms, const struct imp_report_options *o,
                       struct buf *out) {
  struct stamp stamp = stamp_of(law, q, o->into);
  struct page p = {.out = out,
                   .width = o->width > 0 ? o->width : 96,
                   .ascii = o->ascii != 0,
                   .color = o->color != 0};
  if (p.width < 40) p.width = 40;
  page_line(&p);
  if (o->description != NULL) {
    page_described(&p, 2, o->description);
    page_line(&p);
  }
  for (uint32_t i = 0; i < imp_measures_count(ms); i++) text_measure(&p, imp_measures_at(ms, i));
  buf_printf(out, "  %u measure%s\n", (unsigned)imp_measures_count(ms),
             imp_measures_count(ms) == 1 ? "" : "s");
  page_line(&p);
  stamp_put(&p, "", &stamp);
}

static void write_csv(const struct imp_measures *ms, char sep, struct buf *out) {
  buf_printf(out, "name%ctitle%cstate%cheadings%cact%cwritten\n", sep, sep, sep, sep, sep);
  for (uint32_t i = 0; i < imp_measures_count(ms); i++)
    csv_measure(out, imp_measures_at(ms, i), sep);
}

static void write_json(const struct imp_law *law, const struct imp_query *q,
                       const struct imp_measures *ms, const struct imp_report_options *o,
                       struct buf *out) {
  struct json_out j = {.out = out, .flat = 3};
  json_open(&j, NULL, '{');
  json_text(&j, "schema", "impost.measures/1");
  json_text(&j, "law", imp_law_digest(law));
  json_text(&j, "read_through", imp_law_read_of(law, o->into));
  json_text(&j, "known", q->known != NULL ? q->known : imp_law_newest_known(law));
  json_text(&j, "basis", report_basis_word(q->basis));
  assumed_json(&j, law, q);
  json_maybe(&j, "description", o->description);
  json_open(&j, "measures", '[');
  for (uint32_t i = 0; i < imp_measures_count(ms); i++) json_measure(&j, imp_measures_at(ms, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

enum imp_status imp_report_measures(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_measures *measures,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  struct json_out j = {.out = &b};
  switch (options->format) {
  case IMP_TEXT:
    write_text(law, query, measures, options, &b);
    break;
  case IMP_JSON:
    write_json(law, query, measures, options, &b);
    break;
  case IMP_JSONL:
    for (uint32_t i = 0; i < imp_measures_count(measures); i++) {
      j.started = false;
      json_measure(&j, imp_measures_at(measures, i));
      buf_putc(&b, '\n');
    }
    break;
  case IMP_CSV:
  case IMP_TSV:
    write_csv(measures, options->format == IMP_TSV ? '\t' : ',', &b);
    break;
  }
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}
