// SPDX-License-Identifier: Apache-2.0
// A line and what it rests on, as text or JSON.
#include "impost/licence.h"
#include "report/json_out.h"
#include "report/study.h"

enum { LINE_COLUMNS = 10, CODE_COLUMNS = 16, FROM_COLUMNS = 5, VALUE_COLUMNS = 14, INDENT = 8 };

static void put_text(struct page *p, const struct imp_line *line, const struct imp_exposed *x) {
  const struct page_marks *m = page_marks(p);
  struct buf b = {0};
  if (!x->controlled && !x->row_count) return;
  if (line->entry != NULL && line->entry[0] != '\0') buf_printf(&b, "%s/", line->entry);
  buf_printf(&b, "%u", (unsigned)line->number);
  page_space(p, PAGE_INDENT);
  page_cell(p, b.p ? b.p : "", LINE_COLUMNS - 1, PAGE_LEFT);
  page_space(p, 1);
  buf_clear(&b);
  page_cell(p, line->code, CODE_COLUMNS, PAGE_LEFT);
  page_cell(p, line->from, FROM_COLUMNS, PAGE_LEFT);
  page_cell(p, line->value, VALUE_COLUMNS, PAGE_RIGHT);
  page_line(p);
  if (x->controlled) {
    const struct imp_screened *c = x->controls;
    buf_printf(&b, "%s %s   %s %s, %s", m->law, imp_licence_word_text(c->word), c->entry, c->words,
               c->act);
    page_space(p, INDENT);
    page_wrap(p, INDENT, b.p ? b.p : "");
    buf_clear(&b);
  }
  for (uint32_t i = 0; i < x->row_count; i++) {
    const struct imp_dependence *d = &x->rows[i];
    bool same = str_eq(str_of(d->low), str_of(d->high));
    buf_printf(&b, "%s %s, %s (%s), %s: %s%s%s from %s (%s)", d->one_origin ? m->suspended : m->dot,
               d->of, d->stage, d->who, d->year, d->low, same ? "" : " to ", same ? "" : d->high,
               d->from, d->by);
    page_space(p, INDENT);
    page_wrap(p, INDENT, b.p ? b.p : "");
    buf_clear(&b);
  }
  page_done(p, &b);
}

static void put_json(const struct imp_line *line, const struct imp_exposed *x, struct buf *out) {
  struct json_out j = {.out = out};
  json_open(&j, NULL, '{');
  json_number(&j, "line", line->number);
  json_maybe(&j, "code", line->code);
  json_maybe(&j, "from", line->from);
  json_maybe(&j, "value", line->value);
  json_bool(&j, "controlled", x->controlled);
  json_text(&j, "answer",
            x->controls && !x->controls->id ? imp_licence_word_text(x->controls->word) : NULL);
  json_maybe(&j, "entry", x->controls ? x->controls->entry : NULL);
  json_maybe(&j, "act", x->controls ? x->controls->act : NULL);
  json_bool(&j, "one_origin", x->one_origin);
  json_open(&j, "supply", '[');
  for (uint32_t i = 0; i < x->row_count; i++) {
    const struct imp_dependence *d = &x->rows[i];
    json_open(&j, NULL, '{');
    json_text(&j, "of", d->of);
    json_text(&j, "stage", d->stage);
    json_text(&j, "from", d->from);
    json_text(&j, "who", d->who);
    json_text(&j, "year", d->year);
    json_text(&j, "low", d->low);
    json_text(&j, "high", d->high);
    json_text(&j, "by", d->by);
    json_close(&j, '}');
  }
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

static void put_ends(struct page *p, const struct imp_law *law, const struct imp_query *query,
                     bool begins) {
  const struct page_marks *m = page_marks(p);
  struct buf b = {0};
  if (!begins) {
    study_stamp_all(p, law, query);
    return;
  }
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "EXPOSURE");
  page_space(p, 20);
  buf_printf(&b,
             "%s its number leads to a control   %s half or more comes from its own origin   %s a "
             "smaller share, or another's",
             m->law, m->suspended, m->dot);
  page_wrap(p, 30, b.p ? b.p : "");
  page_line(p);
  page_done(p, &b);
}

enum imp_status imp_report_exposure(const struct imp_law *law, const struct imp_query *query,
                                    int begins, const struct imp_report_options *options,
                                    struct imp_text *text, struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) put_ends(&p, law, query, begins != 0);
  return study_give_back(text, &b, err);
}

enum imp_status imp_report_exposed(const struct imp_line *line, const struct imp_exposed *x,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT)
    put_text(&p, line, x);
  else
    put_json(line, x, &b);
  return study_give_back(text, &b, err);
}
