// SPDX-License-Identifier: Apache-2.0
// A file of lines as a page of text: a row a line, as they come, so widths are fixed. The whole
// bill of a line is one question away (impost why FILE --line N).

#include <string.h>

#include "base/num.h"
#include "report/report.h"

enum { NUMBER = 6, CODE = 14, FROM = 5, ENTERED = 12, VALUE = 15, GAP = 2, DUTY = 14, SHARE = 10 };
enum { ANSWER_AT = 2 + NUMBER + GAP + CODE + FROM + ENTERED + VALUE + GAP };

static void summary_begin(struct imp_report *r, struct buf *out) {
  struct page p = report_page(r, out);
  page_line(&p);
  page_space(&p, 2);
  page_cell(&p, "line", NUMBER, PAGE_RIGHT);
  page_space(&p, GAP);
  page_cell(&p, "code", CODE, PAGE_LEFT);
  page_cell(&p, "from", FROM, PAGE_LEFT);
  page_cell(&p, "entered", ENTERED, PAGE_LEFT);
  page_cell(&p, "value", VALUE, PAGE_RIGHT);
  page_space(&p, GAP);
  page_cell(&p, "duty, USD", DUTY, PAGE_RIGHT);
  page_line(&p);
  page_rule(&p);
}

static void print_bill(struct page *p, const struct imp_answer *a, const struct imp_bill *bill) {
  struct buf text = {0};
  if (bill->prohibited)
    buf_puts(&text, "prohibited");
  else
    report_span(bill->low, bill->high, true, &text);
  page_cell(p, text.n > 0 ? text.p : "", DUTY, PAGE_RIGHT);
  buf_clear(&text);
  if (!bill->prohibited && bill->low == bill->high && a->value > 0)
    report_share(bill->high, a->value, &text);
  page_cell(p, text.n > 0 ? text.p : "", SHARE, PAGE_RIGHT);
  /* The answers alone: the totals below name the questions. */
  for (uint32_t i = 0; i < bill->pick_count; i++) {
    page_puts(p, i == 0 ? "  if " : ", ");
    page_puts(p, bill->picks[i].answer);
  }
  page_line(p);
  if (text.failed) p->out->failed = true;
  buf_free(&text);
}

static void print_refused(struct page *p, const struct imp_answer *a) {
  enum { AT = 2 + NUMBER + GAP };
  page_space(p, DUTY - 7);
  page_tone(p, PAGE_ALARM, "REFUSED");
  page_line(p);
  page_space(p, AT);
  page_wrap(p, AT, a->reason);
  if (a->next == NULL || a->next[0] == '\0') return;
  page_space(p, AT);
  page_puts(p, "next: ");
  page_wrap(p, AT + 6, a->next);
}

static void print_answer(struct page *p, const struct imp_answer *a) {
  if (a->status == IMP_LINE_REFUSED) {
    print_refused(p, a);
    return;
  }
  for (uint32_t b = 0; b < a->bill_count; b++) {
    if (b > 0) page_space(p, ANSWER_AT);
    print_bill(p, a, &a->bills[b]);
  }
  if (a->bill_count == 0) page_wrap(p, ANSWER_AT, a->reason);
}

static void summary_line(struct imp_report *r, const struct report_line *line,
                         const struct imp_answer *a, struct buf *out) {
  struct page p = report_page(r, out);
  struct buf number = {0}, value = {0};
  buf_printf(&number, "%u", (unsigned)r->lines + 1); /* as --line counts them */
  if (a->value > 0) money_print(a->value, true, &value);
  page_space(&p, 2);
  page_cell(&p, number.n > 0 ? number.p : "", NUMBER, PAGE_RIGHT);
  page_space(&p, GAP);
  page_cell(&p, report_code(line, a), CODE, PAGE_LEFT);
  page_cell(&p, a->from, FROM, PAGE_LEFT);
  page_cell(&p, a->on, ENTERED, PAGE_LEFT);
  page_cell(&p, value.n > 0 ? value.p : "", VALUE, PAGE_RIGHT);
  page_space(&p, GAP);
  print_answer(&p, a);
  buf_free(&number);
  buf_free(&value);
}

static void put_fee(const struct imp_fee *f, struct buf *out) {
  buf_printf(out, "%s ", f->name);
  if (f->unknown)
    buf_puts(out, "not computed");
  else
    report_span(f->low, f->high, true, out);
  if (f->why != NULL && f->why[0] != '\0') buf_printf(out, " (%s)", f->why);
}

/* The fees of an entry on one line below its lines. */
static void summary_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                          uint32_t count, struct buf *out) {
  struct page p = report_page(r, out);
  struct buf text = {0};
  if (count == 0) return;
  buf_puts(&text, "fees");
  if (entry != NULL && entry[0] != '\0') buf_printf(&text, " of %s", entry);
  buf_puts(&text, ": ");
  for (uint32_t i = 0; i < count; i++) {
    buf_puts(&text, i > 0 ? ", " : "");
    put_fee(&fees[i], &text);
  }
  page_space(&p, 2 + NUMBER + GAP);
  page_wrap(&p, 2 + NUMBER + GAP, text.n > 0 ? text.p : "");
  if (text.failed) out->failed = true;
  buf_free(&text);
}

static void summary_end(struct imp_report *r, const struct totals_table *totals, struct buf *out) {
  struct page p = report_page(r, out);
  report_text_totals(r, &p, totals);
  report_text_end(r, &p);
}

const struct report_form report_text_summary = {summary_begin, summary_line, summary_entry,
                                                summary_end};
