// SPDX-License-Identifier: Apache-2.0
// Differences as text and JSON: of one line, of a file.
#include "report/study.h"

#include <string.h>

#include "base/num.h"
#include "report/report.h"

enum { NAME = 28, MONEY = 17 };

static void money(struct page *p, int64_t cents, bool there) {
  struct buf b = {0};
  if (there)
    money_print(cents, true, &b);
  else
    buf_puts(&b, page_marks(p)->dash);
  page_cell(p, b.p ? b.p : "", MONEY, PAGE_RIGHT);
  page_done(p, &b);
}

static void difference(struct page *p, int64_t before, int64_t after) {
  struct buf b = {0};
  buf_puts(&b, after > before ? "+" : after < before ? "-" : "");
  money_print(after > before ? after - before : before - after, true, &b);
  page_cell(p, b.p ? b.p : "", MONEY, PAGE_RIGHT);
  page_line(p);
  page_done(p, &b);
}

void study_diff_head(struct page *p, const struct imp_diff_words *w) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "DIFFERENCE");
  page_space(p, 18);
  page_puts(p, "before  ");
  page_wrap(p, 38, w->before);
  page_space(p, 30);
  page_puts(p, "after   ");
  page_wrap(p, 38, w->after);
  page_line(p);
}

static void columns(struct page *p, const char *name) {
  page_space(p, PAGE_INDENT);
  page_cell(p, name, NAME, PAGE_LEFT);
  page_cell(p, "before", MONEY, PAGE_RIGHT);
  page_cell(p, "after", MONEY, PAGE_RIGHT);
  page_cell(p, "difference", MONEY, PAGE_RIGHT);
  page_line(p);
  page_rule(p);
}

/* ---- one line ------------------------------------------------------------------------------------------------ */

static const char *rate(const struct imp_row *r) {
  return r ? r->rate : "not charged";
}

static void below(struct page *p, const char *words) {
  page_space(p, PAGE_INDENT + 2);
  page_wrap(p, PAGE_INDENT + 2, words);
}

static void row_words(const struct imp_row_change *r, struct buf *b) {
  const struct imp_row *now = r->after ? r->after : r->before;
  buf_printf(b, "%s: ", r->title);
  if (r->before && r->after && !strcmp(r->before->rate, r->after->rate))
    buf_puts(b, r->after->rate);
  else
    buf_printf(b, "%s becomes %s", rate(r->before), rate(r->after));
  if (now->act_title && now->act_title[0]) buf_printf(b, "; %s", now->act_title);
  if (now->known && now->known[0]) buf_printf(b, ", known %s", now->known);
  if (r->became_void) {
    buf_puts(b, r->became_void > 0 ? "; became void: " : "; no longer void: ");
    money_print(r->became_void > 0 ? r->became_void : -r->became_void, true, b);
  }
}

static void row(struct page *p, const struct imp_row_change *r) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT);
  page_cell(p, r->heading, NAME, PAGE_LEFT);
  money(p, r->amount_before, r->before != NULL);
  money(p, r->amount_after, r->after != NULL);
  difference(p, r->amount_before, r->amount_after);
  row_words(r, &b);
  if (r->differs) below(p, b.p ? b.p : "");
  page_done(p, &b);
}

static void picks_of(const struct imp_bill_change *c, struct buf *b) {
  const struct imp_bill *x = c->before, *y = c->after;
  if (!x->pick_count && !y->pick_count) return;
  buf_puts(b, "if ");
  report_picks(x->picks, x->pick_count, b);
  if (!x->pick_count) buf_puts(b, "nothing open");
  buf_puts(b, " against ");
  report_picks(y->picks, y->pick_count, b);
  if (!y->pick_count) buf_puts(b, "nothing open");
}

static void total_row(struct page *p, const struct imp_bill_change *c, bool additional) {
  struct buf b = {0};
  page_rule(p);
  page_space(p, PAGE_INDENT);
  page_cell(p, additional ? "additional duty" : "due", NAME, PAGE_LEFT);
  money(p, c->before->high, true);
  money(p, c->after->high, true);
  difference(p, c->before->high, c->after->high);
  if (c->before->low != c->before->high || c->after->low != c->after->high) {
    buf_puts(&b, "the high ends; before ");
    report_span(c->before->low, c->before->high, true, &b);
    buf_puts(&b, ", after ");
    report_span(c->after->low, c->after->high, true, &b);
    buf_puts(&b, "; each side by what makes it dearest, so facts not told may differ between them");
    below(p, b.p ? b.p : "");
  }
  buf_clear(&b);
  if (c->void_before || c->void_after) {
    buf_puts(&b, "of it on law held void: before ");
    money_print(c->void_before, true, &b);
    buf_puts(&b, ", after ");
    money_print(c->void_after, true, &b);
    below(p, b.p ? b.p : "");
  }
  page_done(p, &b);
}

static void refused_side(struct page *p, const char *side, const struct imp_answer *a) {
  struct buf b = {0};
  if (a->status != IMP_LINE_REFUSED) {
    buf_printf(&b, "%s: ", side);
    for (uint32_t i = 0; i < a->bill_count; i++) {
      buf_puts(&b, i ? " or " : "");
      report_span(a->bills[i].low, a->bills[i].high, true, &b);
    }
  } else {
    buf_printf(&b, "%s: refused: %s", side, a->reason ? a->reason : "");
  }
  below(p, b.p ? b.p : "");
  page_done(p, &b);
}

static void line_text(const struct imp_difference *d, struct page *p) {
  const struct imp_answer *a = d->after;
  struct buf b = {0};
  buf_printf(&b, "%s from %s%s%s, value ", a->code ? a->code : "",
             a->place_name ? a->place_name : "", a->into_name ? " into " : "",
             a->into_name ? a->into_name : "");
  money_print(a->value, true, &b);
  if (a->additional) buf_puts(&b, " in the money stated");
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
  if (!d->change_count) {
    refused_side(p, "before", d->before);
    refused_side(p, "after", d->after);
  }
  for (uint32_t i = 0; i < d->change_count; i++) {
    buf_clear(&b);
    picks_of(&d->changes[i], &b);
    page_line(p);
    if (b.n) below(p, b.p);
    columns(p, "row");
    for (uint32_t k = 0; k < d->changes[i].row_count; k++) row(p, &d->changes[i].rows[k]);
    total_row(p, &d->changes[i], a->additional);
  }
  if (!d->differs) below(p, "no difference");
  study_diff_notes(p, a);
  page_done(p, &b);
}

static void json_row(struct json_out *j, const struct imp_row_change *r) {
  json_open(j, NULL, '{');
  json_text(j, "heading", r->heading);
  json_text(j, "measure", r->measure);
  json_text(j, "title", r->title);
  json_maybe(j, "rate_before", r->before ? r->before->rate : NULL);
  json_maybe(j, "rate_after", r->after ? r->after->rate : NULL);
  json_money(j, "before", r->amount_before);
  json_money(j, "after", r->amount_after);
  json_money(j, "became_void", r->became_void);
  json_bool(j, "differs", r->differs);
  json_close(j, '}');
}

static void json_change(struct json_out *j, const struct imp_bill_change *c) {
  json_open(j, NULL, '{');
  json_open(j, "before", '{');
  study_json_outcome(j, c->before);
  json_money(j, "low", c->before->low);
  json_money(j, "high", c->before->high);
  json_money(j, "void", c->void_before);
  json_close(j, '}');
  json_open(j, "after", '{');
  study_json_outcome(j, c->after);
  json_money(j, "low", c->after->low);
  json_money(j, "high", c->after->high);
  json_money(j, "void", c->void_after);
  json_close(j, '}');
  json_open(j, "rows", '[');
  for (uint32_t i = 0; i < c->row_count; i++) json_row(j, &c->rows[i]);
  json_close(j, ']');
  json_close(j, '}');
}

static void json_difference(struct json_out *j, const struct imp_difference *d) {
  json_text(j, "code", d->after->code);
  json_text(j, "from", d->after->from);
  json_text(j, "on_before", d->before->on);
  json_text(j, "on_after", d->after->on);
  json_money(j, "value", d->after->value);
  json_text(j, "status_before", report_status_word(d->before->status));
  json_text(j, "status_after", report_status_word(d->after->status));
  json_maybe(j, "reason_before", d->before->reason);
  json_maybe(j, "reason_after", d->after->reason);
  json_bool(j, "differs", d->differs);
  json_open(j, "changes", '[');
  for (uint32_t i = 0; i < d->change_count; i++) json_change(j, &d->changes[i]);
  json_close(j, ']');
}

enum imp_status imp_report_diff_line(const struct imp_diff *d, const struct imp_diff_words *words,
                                     const struct imp_report_options *options,
                                     struct imp_text *text, struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    study_diff_head(&p, words);
    line_text(imp_diff_get(d), &p);
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .flat = 5};
  json_open(&j, NULL, '{');
  study_diff_json_words(&j, "impost.diff-line/1", words);
  json_difference(&j, imp_diff_get(d));
  const struct imp_answer *a = imp_diff_get(d)->after;
  json_bool(&j, "additional", a->additional);
  json_maybe(&j, "into", a->into_name);
  json_texts(&j, "caveats", a->caveats, a->additional ? a->caveat_count : 0);
  json_close(&j, '}');
  buf_putc(&b, '\n');
  return study_give_back(text, &b, err);
}

/* ---- a file --------------------------------------------------------------------------------------------------- */

enum imp_status imp_report_diff_begin(const struct imp_diff_words *words,
                                      const struct imp_report_options *options,
                                      struct imp_text *text, struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    study_diff_head(&p, words);
    columns(&p, "line");
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .flat = 2};
  json_open(&j, NULL, '{');
  study_diff_json_words(&j, "impost.diff-lines/1", words);
  json_open(&j, "lines", '[');
  return study_give_back(text, &b, err);
}

static void file_row(struct page *p, const struct imp_line *line, const struct imp_difference *d) {
  struct buf b = {0};
  const struct imp_answer *x = d->before, *y = d->after;
  if (line->entry && line->entry[0]) buf_printf(&b, "%s/", line->entry);
  buf_printf(&b, "%u  %s %s", (unsigned)line->number, y->code && y->code[0] ? y->code : line->code,
             line->from ? line->from : "");
  page_space(p, PAGE_INDENT);
  page_cell(p, b.p ? b.p : "", NAME, PAGE_LEFT);
  if (!d->change_count) {
    page_line(p);
    refused_side(p, "before", x);
    refused_side(p, "after", y);
    page_done(p, &b);
    return;
  }
  const struct imp_bill_change *c = &d->changes[0];
  money(p, c->before->high, true);
  money(p, c->after->high, true);
  difference(p, c->before->high, c->after->high);
  buf_clear(&b);
  if (c->void_after != c->void_before) {
    buf_puts(&b, "on law held void: before ");
    money_print(c->void_before, true, &b);
    buf_puts(&b, ", after ");
    money_print(c->void_after, true, &b);
    below(p, b.p ? b.p : "");
  }
  page_done(p, &b);
}

enum imp_status imp_report_diff_row(const struct imp_line *line, const struct imp_difference *d,
                                    bool first, const struct imp_report_options *options,
                                    struct imp_text *text, struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    file_row(&p, line, d);
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .depth = 2, .flat = 2, .started = !first};
  json_open(&j, NULL, '{');
  json_number(&j, "line", line->number);
  json_maybe(&j, "entry", line->entry);
  json_difference(&j, d);
  json_close(&j, '}');
  return study_give_back(text, &b, err);
}

static void measure_row(struct page *p, const struct imp_diff_measure *m) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT);
  page_cell(p, m->measure, NAME, PAGE_LEFT);
  money(p, m->before, true);
  money(p, m->after, true);
  difference(p, m->before, m->after);
  buf_printf(&b, "%s; %u line%s", m->title, (unsigned)m->lines, m->lines == 1 ? "" : "s");
  if (m->became_void) {
    buf_puts(&b, m->became_void > 0 ? "; became void: " : "; no longer void: ");
    money_print(m->became_void > 0 ? m->became_void : -m->became_void, true, &b);
  }
  below(p, b.p ? b.p : "");
  page_done(p, &b);
}

static void sum_counts(struct page *p, const struct imp_diff_totals *t) {
  struct buf b = {0};
  buf_printf(&b, "%u of %u lines differ", (unsigned)t->moving, (unsigned)t->lines);
  if (t->differing > t->moving)
    buf_printf(&b, " in money; %u more in their headings alone, at the same duty, not listed",
               (unsigned)(t->differing - t->moving));
  if (t->refused_before || t->refused_after)
    buf_printf(&b, "; refused before %u, after %u, left out of the money",
               (unsigned)t->refused_before, (unsigned)t->refused_after);
  if (t->open)
    buf_printf(&b, "; %u with open outcomes, counted under the first; --if picks",
               (unsigned)t->open);
  if (t->ranges)
    buf_printf(&b, "; %u range%s, counted at the high end", (unsigned)t->ranges,
               t->ranges == 1 ? "" : "s");
  below(p, b.p ? b.p : "");
  page_done(p, &b);
}

static void sum_text(struct imp_diff_sum *s, uint32_t shown, struct page *p) {
  const struct imp_diff_totals *t = imp_diff_sum_totals(s);
  if (t->moving > shown) {
    struct buf b = {0};
    buf_printf(&b, "and %u more lines whose money differs; --json has them all",
               (unsigned)(t->moving - shown));
    below(p, b.p ? b.p : "");
    page_done(p, &b);
  }
  page_rule(p);
  page_space(p, PAGE_INDENT);
  page_cell(p, "all lines", NAME, PAGE_LEFT);
  money(p, t->before, true);
  money(p, t->after, true);
  difference(p, t->before, t->after);
  page_space(p, PAGE_INDENT);
  page_cell(p, "of it on law held void", NAME, PAGE_LEFT);
  money(p, t->void_before, true);
  money(p, t->void_after, true);
  difference(p, t->void_before, t->void_after);
  sum_counts(p, t);
  page_line(p);
  columns(p, "measure");
  for (uint32_t i = 0; i < imp_diff_sum_count(s); i++) {
    const struct imp_diff_measure *m = imp_diff_sum_at(s, i);
    if (m->lines) measure_row(p, m);
  }
}

static void sum_json(struct json_out *j, struct imp_diff_sum *s) {
  const struct imp_diff_totals *t = imp_diff_sum_totals(s);
  json_close(j, ']');
  json_number(j, "line_count", t->lines);
  json_number(j, "differing", t->differing);
  json_number(j, "moving", t->moving);
  json_number(j, "refused_before", t->refused_before);
  json_number(j, "refused_after", t->refused_after);
  json_number(j, "open", t->open);
  json_number(j, "ranges", t->ranges);
  json_money(j, "duty_before", t->before);
  json_money(j, "duty_after", t->after);
  json_money(j, "void_before", t->void_before);
  json_money(j, "void_after", t->void_after);
  json_open(j, "measures", '[');
  for (uint32_t i = 0; i < imp_diff_sum_count(s); i++) {
    const struct imp_diff_measure *m = imp_diff_sum_at(s, i);
    json_open(j, NULL, '{');
    json_text(j, "measure", m->measure);
    json_text(j, "title", m->title);
    json_money(j, "before", m->before);
    json_money(j, "after", m->after);
    json_money(j, "became_void", m->became_void);
    json_number(j, "lines", m->lines);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_close(j, '}');
  buf_putc(j->out, '\n');
}

enum imp_status imp_report_diff_end(struct imp_diff_sum *s, uint32_t shown,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  struct json_out j = {.out = &b, .depth = 2, .flat = 2, .started = true};
  if (options->format == IMP_TEXT)
    sum_text(s, shown, &p);
  else
    sum_json(&j, s);
  return study_give_back(text, &b, err);
}
