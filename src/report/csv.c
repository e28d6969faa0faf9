// SPDX-License-Identifier: Apache-2.0
// CSV and TSV: the input columns untouched, then ours, one row per bill (docs/json.md).
//
// Quoting is that of RFC 4180 for both, rows end in LF. A line with several outcomes repeats its
// input columns on each of its rows; `if` tells them apart, so a filter on one outcome gives one
// row a line.

#include <string.h>

#include "base/num.h"
#include "report/report.h"

static char separator(const struct imp_report *r) {
  return r->options.format == IMP_TSV ? '\t' : ',';
}

static bool must_quote(struct str s, char sep) {
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] == sep || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r') return true;
  return s.n > 0 && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
}

void report_csv_cell(struct buf *out, struct str s, char sep) {
  if (!must_quote(s, sep)) {
    buf_put(out, s);
    return;
  }
  buf_putc(out, '"');
  while (s.n > 0) { /* up to a quote and with it, then the quote again */
    const char *quote = memchr(s.p, '"', s.n);
    size_t n = quote != NULL ? (size_t)(quote - s.p) + 1 : s.n;
    buf_put(out, (struct str){s.p, n});
    if (quote != NULL) buf_putc(out, '"');
    s = (struct str){s.p + n, s.n - n};
  }
  buf_putc(out, '"');
}

/* Cells of one row, one after the other. */
struct row_out {
  struct buf *out;
  struct buf cell; /* scratch for cells that are put together */
  char sep;
  bool started;
};

static void put_cell(struct row_out *w, struct str s) {
  if (w->started) buf_putc(w->out, w->sep);
  w->started = true;
  report_csv_cell(w->out, s, w->sep);
}

static void put_scratch(struct row_out *w) {
  put_cell(w, buf_str(&w->cell));
  if (w->cell.failed) w->out->failed = true;
  buf_clear(&w->cell);
}

static void put_money(struct row_out *w, int64_t cents, bool known) {
  if (known) money_print(cents, false, &w->cell);
  put_scratch(w);
}

static void put_texts(struct row_out *w, const char *const *texts, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) buf_printf(&w->cell, "%s%s", i > 0 ? "; " : "", texts[i]);
  put_scratch(w);
}

static void csv_begin(struct imp_report *r, struct buf *out) {
  static const char *const ours[] = {"status", "reason", "if",       "duty",    "low",     "high",
                                     "void",   "rate",   "headings", "amounts", "assumed", "needs",
                                     "law",    "legal",  "id",       "next",    "notes"};
  struct row_out w = {.out = out, .sep = separator(r)};
  if (r->options.by != 0) return; /* tables instead of lines */
  for (uint32_t i = 0; i < r->options.column_count; i++)
    put_cell(&w, str_of(r->options.columns[i]));
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) put_cell(&w, str_of(ours[i]));
  if (r->options.expect) {
    put_cell(&w, STR("filed"));
    put_cell(&w, STR("difference"));
    put_cell(&w, STR("verdict"));
  }
  buf_putc(out, '\n');
}

static void put_filed(struct row_out *w, const struct report_filed *f) {
  if (f == NULL) return;
  put_money(w, f->amount, f->filed);
  put_money(w, f->difference, f->filed && f->computed);
  put_cell(w, str_of(f->verdict));
}

/* Headings and amounts of the rows that are charged, in the same order. */
static void put_rows(struct row_out *w, const struct imp_bill *bill) {
  const char *between = "";
  for (uint32_t i = 0; i < bill->row_count; i++) {
    if (bill->rows[i].status != IMP_ROW_APPLIED) continue;
    buf_printf(&w->cell, "%s%s", between, bill->rows[i].heading);
    between = "; ";
  }
  put_scratch(w);
  between = "";
  for (uint32_t i = 0; i < bill->row_count; i++) {
    if (bill->rows[i].status != IMP_ROW_APPLIED) continue;
    buf_puts(&w->cell, between);
    money_print(bill->rows[i].amount, false, &w->cell);
    between = "; ";
  }
  put_scratch(w);
}

static void put_bill(struct row_out *w, const struct imp_answer *a, const struct imp_bill *bill) {
  bool known = !bill->prohibited;
  report_picks(bill->picks, bill->pick_count, &w->cell);
  put_scratch(w);
  put_money(w, bill->low, known && bill->low == bill->high);
  put_money(w, bill->low, known);
  put_money(w, bill->high, known);
  put_money(w, bill->void_high, known);
  if (known && bill->low == bill->high) report_share(bill->low, a->value, &w->cell);
  put_scratch(w);
  put_rows(w, bill);
  put_texts(w, bill->assumed, bill->assumed_count);
  put_texts(w, bill->needs, bill->needs_count);
}

static void put_no_bill(struct row_out *w) {
  enum { COLUMNS_OF_A_BILL = 10 };
  for (int i = 0; i < COLUMNS_OF_A_BILL; i++) put_cell(w, STR(""));
}

static const char *status_of(const struct imp_answer *a, const struct imp_bill *bill) {
  if (bill == NULL) return report_status_word(a->status);
  if (bill->prohibited) return report_status_word(IMP_LINE_PROHIBITED);
  return report_status_word(bill->low == bill->high ? IMP_LINE_OK : IMP_LINE_RANGE);
}

/* The notes of the bill, then what is to be borne in mind of the line. */
static void put_notes(struct row_out *w, const struct imp_answer *a, const struct imp_bill *bill) {
  const char *between = "";
  for (uint32_t i = 0; bill != NULL && i < bill->notes_count; i++) {
    buf_printf(&w->cell, "%s%s", between, bill->notes[i]);
    between = "; ";
  }
  if (a->value_note != NULL) {
    buf_printf(&w->cell, "%s%s", between, a->value_note);
    between = "; ";
  }
  for (uint32_t i = 0; i < a->caveat_count; i++) {
    buf_printf(&w->cell, "%s%s", between, a->caveats[i]);
    between = "; ";
  }
  put_scratch(w);
}

static void csv_row(struct imp_report *r, const struct report_line *line,
                    const struct imp_answer *a, const struct imp_bill *bill, struct row_out *w) {
  w->started = false;
  for (uint32_t i = 0; i < r->options.column_count; i++)
    put_cell(w, str_of(line->cells != NULL ? line->cells[i] : ""));
  put_cell(w, str_of(status_of(a, bill)));
  put_cell(w, str_of(a->reason));
  if (bill != NULL)
    put_bill(w, a, bill);
  else
    put_no_bill(w);
  put_cell(w, str_of(r->stamp.digest));
  put_money(w, bill != NULL ? bill->legal_high : 0, bill != NULL && !bill->prohibited);
  put_cell(w, str_of(a->id));
  put_cell(w, str_of(a->next));
  put_notes(w, a, bill);
  put_filed(w, line->filed);
  buf_putc(w->out, '\n');
}

static void csv_line(struct imp_report *r, const struct report_line *line,
                     const struct imp_answer *a, struct buf *out) {
  struct row_out w = {.out = out, .sep = separator(r)};
  for (uint32_t i = 0; i < a->bill_count; i++) csv_row(r, line, a, &a->bills[i], &w);
  if (a->bill_count == 0) csv_row(r, line, a, NULL, &w);
  if (w.cell.failed) out->failed = true;
  buf_free(&w.cell);
}

/* ---- tables instead of lines ------------------------------------------------------------------- */

static void put_count(struct row_out *w, uint32_t count) {
  buf_printf(&w->cell, "%u", (unsigned)count);
  put_scratch(w);
}

static void csv_group(struct row_out *w, const struct groups *g, const struct group *one) {
  bool fees = one->fees && !one->fee_unknown && !g->overflow;
  w->started = false;
  put_cell(w, str_of(report_by_word(g->by)));
  put_cell(w, str_of(one->key));
  put_count(w, one->lines);
  put_count(w, one->refused);
  put_count(w, one->prohibited);
  put_count(w, one->ranges);
  put_money(w, one->value, !g->overflow);
  put_money(w, one->low, !g->overflow && one->low == one->high);
  put_money(w, one->low, !g->overflow);
  put_money(w, one->high, !g->overflow);
  put_money(w, one->void_low, !g->overflow);
  put_money(w, one->void_high, !g->overflow);
  put_money(w, one->fee_low, fees);
  put_money(w, one->fee_high, fees);
  buf_putc(w->out, '\n');
}

static void csv_end(struct imp_report *r, const struct totals_table *totals, struct buf *out) {
  static const char *const names[] = {"by",       "key",       "lines",    "refused",  "prohibited",
                                      "ranges",   "value",     "duty",     "low",      "high",
                                      "void_low", "void_high", "fees_low", "fees_high"};
  struct row_out w = {.out = out, .sep = separator(r)};
  (void)totals;
  if (r->options.by == 0) return;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) put_cell(&w, str_of(names[i]));
  buf_putc(out, '\n');
  for (uint32_t i = 0; i < r->group_count; i++)
    for (size_t k = 0; k < r->groups[i].count; k++)
      csv_group(&w, &r->groups[i], &r->groups[i].items[k]);
  if (w.cell.failed) out->failed = true;
  buf_free(&w.cell);
}

const struct report_form report_csv = {csv_begin, csv_line, NULL, csv_end};
