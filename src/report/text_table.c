// SPDX-License-Identifier: Apache-2.0
// The table of a text bill: see text_table.h.

#include "report/text_table.h"

#include <string.h>

#include "base/num.h"

enum { GAP = 2, LEAST_TITLE = 18, MOST_HEADING = 22, MOST_RATE = 20, LEAST_AMOUNT = 13 };

/* ---- putting rows together ------------------------------------------------------------------- */

static bool same_text(const char *a, const char *b) {
  return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

bool bill_same_row(const struct imp_row *a, const struct imp_row *b) {
  return same_text(a->heading, b->heading) && same_text(a->measure, b->measure) &&
         same_text(a->rate, b->rate);
}

/* First row of the table at or after `from` for the same heading whose cell of this bill is free.
 */
static uint32_t find_row(const struct bill_table *t, const struct imp_row *row, uint32_t bill,
                         uint32_t from) {
  for (uint32_t i = from; i < t->count; i++)
    if (t->rows[i].cells[bill] == NULL && bill_same_row(t->rows[i].row, row)) return i;
  return UINT32_MAX;
}

static void insert_row(struct bill_table *t, uint32_t at, const struct imp_row *row,
                       uint32_t bill) {
  memmove(&t->rows[at + 1], &t->rows[at], (t->count - at) * sizeof *t->rows);
  t->rows[at] = (struct bill_row){.row = row};
  t->rows[at].cells[bill] = row;
  t->count++;
}

/* Bills come in reporting order, so a row that is new stands right after the one before it. */
static void merge_bill(struct bill_table *t, uint32_t bill, unsigned states) {
  uint32_t next = 0;
  for (uint32_t i = 0; i < t->bills[bill].row_count; i++) {
    const struct imp_row *row = &t->bills[bill].rows[i];
    if ((states & (1u << row->status)) == 0) continue;
    uint32_t at = find_row(t, row, bill, 0);
    if (at == UINT32_MAX) {
      insert_row(t, next, row, bill);
      next++;
    } else {
      t->rows[at].cells[bill] = row;
      if (at >= next) next = at + 1;
    }
  }
}

bool bill_table_build(struct arena *a, const struct imp_bill *bills, uint32_t count,
                      unsigned states, struct bill_table *out) {
  size_t most = 1;
  for (uint32_t i = 0; i < count; i++) most += bills[i].row_count;
  *out = (struct bill_table){.bills = bills, .bill_count = count};
  out->rows = arena_array(a, most, sizeof *out->rows);
  if (out->rows == NULL) return false;
  for (uint32_t i = 0; i < count; i++) merge_bill(out, i, states);
  return true;
}

/* ---- widths ---------------------------------------------------------------------------------- */

static int most(int a, int b) {
  return a > b ? a : b;
}

static int text_columns(const struct page *p, const char *text) {
  return page_columns(p, str_of(text));
}

static void fit_bill(struct bill_table *t, const struct page *p, const struct imp_bill *bill) {
  for (uint32_t i = 0; i < bill->row_count; i++) {
    t->heading_columns = most(t->heading_columns, text_columns(p, bill->rows[i].heading));
    t->rate_columns = most(t->rate_columns, text_columns(p, bill->rows[i].rate));
  }
  t->amount_columns = most(t->amount_columns, page_money_columns(bill->high) + GAP);
  for (uint32_t q = 0; q < bill->pick_count; q++)
    t->amount_columns = most(t->amount_columns, text_columns(p, bill->picks[q].answer));
}

bool bill_table_fit(struct bill_table *t, const struct page *p) {
  t->heading_columns = 4;
  t->rate_columns = 3;
  t->amount_columns = LEAST_AMOUNT;
  for (uint32_t b = 0; b < t->bill_count; b++) fit_bill(t, p, &t->bills[b]);
  if (t->heading_columns > MOST_HEADING) t->heading_columns = MOST_HEADING;
  if (t->rate_columns > MOST_RATE) t->rate_columns = MOST_RATE;
  int amounts = (int)t->bill_count * (t->amount_columns + GAP);
  t->title_columns =
      p->width - 2 - PAGE_INDENT - t->heading_columns - t->rate_columns - 2 * GAP - amounts;
  if (t->title_columns >= LEAST_TITLE) return true;
  t->title_columns = LEAST_TITLE;
  return false;
}

/* ---- printing -------------------------------------------------------------------------------- */

/* Columns left of the amounts. */
static int label_columns(const struct bill_table *t) {
  return t->heading_columns + GAP + t->title_columns + GAP + t->rate_columns;
}

static void print_marked(struct imp_report *r, struct page *p, const struct bill_table *t,
                         const char *mark, unsigned bit, const char *text) {
  r->marks_used |= bit;
  int used = page_columns(p, str_of(mark)) + 1 + page_columns(p, str_of(text));
  page_space(p, GAP + t->amount_columns - used);
  page_puts(p, mark);
  page_space(p, 1);
  page_puts(p, text);
}

static void print_cell(struct imp_report *r, struct page *p, const struct bill_table *t,
                       const struct imp_row *row) {
  const struct page_marks *marks = page_marks(p);
  if (row == NULL) {
    page_space(p, GAP);
    page_cell(p, marks->dash, t->amount_columns, PAGE_RIGHT);
  } else if (row->status == IMP_ROW_SUPPRESSED || row->status == IMP_ROW_UNCLAIMED) {
    struct buf amount = {0};
    money_print(row->amount, true, &amount);
    page_space(p, GAP);
    page_cell(p, amount.n > 0 ? amount.p : "", t->amount_columns, PAGE_RIGHT);
    page_done(p, &amount);
  } else if (row->status == IMP_ROW_SUSPENDED) {
    print_marked(r, p, t, marks->suspended, REPORT_MARK_SUSPENDED, "suspended");
  } else {
    struct buf amount = {0};
    money_print(row->amount, true, &amount);
    bool zero = row->amount == 0 && !row->pending;
    print_marked(r, p, t,
                 row->pending ? marks->said
                 : zero       ? page_zero_mark(p)
                              : marks->law,
                 row->pending ? REPORT_MARK_SAID
                 : zero       ? REPORT_MARK_ZERO
                              : REPORT_MARK_LAW,
                 amount.n > 0 ? amount.p : "");
    page_done(p, &amount);
  }
}

/* Text in a cell that may go on below: prints what fits and leaves the rest in *rest. */
static void print_part(struct page *p, struct str *rest, int columns) {
  struct str part = page_fit(p, *rest, columns);
  page_put(p, part);
  page_space(p, columns - page_columns(p, part));
  *rest = str_trim(str_sub(*rest, part.n, rest->n));
}

static void print_title(const struct imp_row *row, const struct page *p, struct buf *out) {
  buf_puts(out, row->title != NULL ? row->title : row->measure != NULL ? row->measure : "");
  if (row->is_void) buf_printf(out, " %s", page_marks(p)->held_void);
}

static void print_row(struct imp_report *r, struct page *p, const struct bill_table *t,
                      const struct bill_row *row) {
  struct buf title_text = {0};
  print_title(row->row, p, &title_text);
  if (row->row->is_void) r->marks_used |= REPORT_MARK_VOID;
  struct str heading = str_of(row->row->heading), title = buf_str(&title_text),
             rate = str_of(row->row->rate);
  for (bool first = true; first || heading.n > 0 || title.n > 0 || rate.n > 0; first = false) {
    page_space(p, PAGE_INDENT);
    print_part(p, &heading, t->heading_columns);
    page_space(p, GAP);
    print_part(p, &title, t->title_columns);
    page_space(p, GAP);
    print_part(p, &rate, t->rate_columns);
    for (uint32_t b = 0; first && b < t->bill_count; b++) print_cell(r, p, t, row->cells[b]);
    page_line(p);
  }
  page_done(p, &title_text);
}

static void print_amount(struct page *p, const struct bill_table *t, struct buf *text) {
  page_space(p, GAP);
  page_cell(p, text->n > 0 ? text->p : page_marks(p)->dash, t->amount_columns, PAGE_RIGHT);
  buf_clear(text);
}

static void print_label(struct page *p, const struct bill_table *t, const char *label) {
  page_space(p, PAGE_INDENT);
  page_cell(p, label, label_columns(t), PAGE_LEFT);
}

enum figure {
  FIGURE_LOW,
  FIGURE_HIGH,
  FIGURE_VOID_LOW,
  FIGURE_VOID,
  FIGURE_LEGAL_LOW,
  FIGURE_LEGAL,
  FIGURE_SHARE
};

static void put_figure(const struct imp_bill *b, enum figure f, int64_t value, struct buf *out) {
  if (b->prohibited) {
    buf_puts(out, f == FIGURE_LOW || f == FIGURE_HIGH ? "prohibited" : "");
    return;
  }
  if (f == FIGURE_SHARE && b->low == b->high) report_share(b->high, value, out);
  if (f == FIGURE_LOW) money_print(b->low, true, out);
  if (f == FIGURE_HIGH) money_print(b->high, true, out);
  if (f == FIGURE_VOID_LOW) money_print(b->void_low, true, out);
  if (f == FIGURE_LEGAL_LOW) money_print(b->legal_low, true, out);
  if (f == FIGURE_VOID) money_print(b->void_high, true, out);
  if (f == FIGURE_LEGAL) money_print(b->legal_high, true, out);
}

static void print_figures(struct page *p, const struct bill_table *t, const char *label,
                          enum figure f, int64_t value) {
  struct buf text = {0};
  print_label(p, t, label);
  for (uint32_t b = 0; b < t->bill_count; b++) {
    put_figure(&t->bills[b], f, value, &text);
    print_amount(p, t, &text);
  }
  page_line(p);
  page_done(p, &text);
}

/* The part on void law and the duty without it: of a range the least and the most of each, over all that is not
 * known. They need not belong to the ends of the duty. */
static void print_void(struct page *p, const struct bill_table *t, int64_t value) {
  bool parts = false, legals = false;
  for (uint32_t b = 0; b < t->bill_count; b++) {
    parts = parts || t->bills[b].void_low != t->bills[b].void_high;
    legals = legals || t->bills[b].legal_low != t->bills[b].legal_high;
  }
  if (parts) {
    print_figures(p, t, "on law since held void, at least", FIGURE_VOID_LOW, value);
    print_figures(p, t, "on law since held void, at most", FIGURE_VOID, value);
  } else {
    print_figures(p, t, "of which on law since held void", FIGURE_VOID, value);
  }
  if (legals) {
    print_figures(p, t, "duty with --basis legal, at least", FIGURE_LEGAL_LOW, value);
    print_figures(p, t, "duty with --basis legal, at most", FIGURE_LEGAL, value);
  } else {
    print_figures(p, t, "duty with --basis legal", FIGURE_LEGAL, value);
  }
}

/* `own`: the money is that of the value, whatever it is. */
static void print_duty(struct page *p, const struct bill_table *t, int64_t value, bool own) {
  bool ranges = false, voids = false, shares = false;
  for (uint32_t b = 0; b < t->bill_count; b++) {
    ranges = ranges || t->bills[b].low != t->bills[b].high;
    voids = voids || t->bills[b].void_high != 0;
    shares =
        shares || (value > 0 && !t->bills[b].prohibited && t->bills[b].low == t->bills[b].high);
  }
  if (ranges) {
    print_figures(p, t, own ? "duty, at least" : "duty, at least, USD", FIGURE_LOW, value);
    print_figures(p, t,
                  own ? "duty, at most: the rows above" : "duty, at most: the rows above, USD",
                  FIGURE_HIGH, value);
  } else {
    print_figures(p, t, own ? "additional duty" : "duty, USD", FIGURE_LOW, value);
  }
  if (shares) print_figures(p, t, "of the value", FIGURE_SHARE, value);
  if (voids) print_void(p, t, value);
}

/* A row of answers for each question: what was assumed in each column. */
static void print_outcomes(struct page *p, const struct bill_table *t) {
  for (uint32_t q = 0; q < t->bills[0].pick_count; q++) {
    print_label(p, t, t->bills[0].picks[q].question);
    for (uint32_t b = 0; b < t->bill_count; b++) {
      page_space(p, GAP);
      const char *answer = q < t->bills[b].pick_count ? t->bills[b].picks[q].answer : "";
      page_cell(p, answer, t->amount_columns, PAGE_RIGHT);
    }
    page_line(p);
  }
}

void bill_table_print(struct imp_report *r, struct page *p, const struct bill_table *t,
                      int64_t value) {
  print_outcomes(p, t);
  page_rule(p);
  for (uint32_t i = 0; i < t->count; i++) print_row(r, p, t, &t->rows[i]);
  page_rule(p);
  print_duty(p, t, value, t->own);
}

/* "not claimed; --claim 9903.01.21" says no more than the title of its section. */
static const char *more_than_standard(const struct imp_row *row) {
  static const char standard[] = "not claimed; ";
  const char *why = row->why != NULL ? row->why : "";
  if (strncmp(why, standard, sizeof standard - 1) != 0) return why;
  why += sizeof standard - 1;
  bool plain = strncmp(why, "--claim ", 8) == 0 && same_text(why + 8, row->heading);
  return plain ? "" : why;
}

/* The reasons of one row, each once: outcomes may differ in them. */
static void print_reasons(struct page *p, const struct bill_table *t, const struct bill_row *row) {
  int at = PAGE_INDENT + t->heading_columns + GAP;
  for (uint32_t b = 0; b < t->bill_count; b++) {
    if (row->cells[b] == NULL) continue;
    const char *why = more_than_standard(row->cells[b]);
    bool said = why[0] == '\0';
    for (uint32_t k = 0; k < b && !said; k++)
      said = row->cells[k] != NULL && same_text(more_than_standard(row->cells[k]), why);
    if (said) continue;
    page_space(p, at);
    page_wrap(p, at, why);
  }
}

void bill_table_print_asides(struct imp_report *r, struct page *p, const struct bill_table *t) {
  for (uint32_t i = 0; i < t->count; i++) {
    print_row(r, p, t, &t->rows[i]);
    print_reasons(p, t, &t->rows[i]);
  }
}
