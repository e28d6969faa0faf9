// SPDX-License-Identifier: Apache-2.0
// What stands below the bills of an entry or a file: fees, totals per joint outcome, what the marks
// mean, what is not in any bill, and the stamp that says which law answered.

#include <string.h>

#include "base/num.h"
#include "report/assumed.h"
#include "report/report.h"
#include "report/stamp.h"

enum { LABEL = 14 };

static void section(struct page *p, const char *title) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, title);
  page_line(p);
}

/* ---- fees ------------------------------------------------------------------------------------ */

static void put_fee(const struct imp_fee *f, struct buf *out) {
  if (f->unknown) {
    buf_printf(out, "not computed%s%s", f->why != NULL ? ": " : "", f->why != NULL ? f->why : "");
    return;
  }
  report_span(f->low, f->high, true, out);
  if (f->rate != NULL) {
    buf_printf(out, "   %s, on ", f->rate);
    money_print(f->base, true, out);
  }
  if (f->cite != NULL && f->cite[0] != '\0') buf_printf(out, "; %s", f->cite);
  if (f->why != NULL && f->why[0] != '\0') buf_printf(out, "; %s", f->why);
}

void report_text_fees(struct imp_report *r, struct page *p, const char *entry,
                      const struct imp_fee *fees, uint32_t count) {
  (void)r;
  if (count == 0) return;
  struct buf title = {0};
  buf_puts(&title, "Fees of the entry");
  if (entry != NULL && entry[0] != '\0') buf_printf(&title, " %s", entry);
  section(p, title.n > 0 ? title.p : "");
  page_done(p, &title);
  for (uint32_t i = 0; i < count; i++) {
    struct buf text = {0};
    put_fee(&fees[i], &text);
    page_item(p, fees[i].name, LABEL, text.n > 0 ? text.p : "");
    if (text.failed) p->out->failed = true;
    buf_free(&text);
  }
}

/* ---- totals ---------------------------------------------------------------------------------- */

static int span_columns(int64_t low, int64_t high) {
  enum { TO = 4 }; /* " to " */
  int columns = page_money_columns(high);
  return low == high ? columns : columns + TO + page_money_columns(low);
}

/* Columns of the widest duty, so that the totals of several outcomes stand below each other. */
static int duty_columns(const struct totals_table *t) {
  int most = 0;
  for (uint32_t i = 0; i < t->count; i++) {
    int n = span_columns(t->rows[i].low, t->rows[i].high);
    if (n > most) most = n;
  }
  return most;
}

static int sum_columns(const struct totals *t, const struct totals_table *table) {
  int most = 0;
  for (uint32_t i = 0; i < table->count; i++) {
    int64_t low = 0, high = 0;
    if (__builtin_add_overflow(table->rows[i].low, t->fee_low, &low) ||
        __builtin_add_overflow(table->rows[i].high, t->fee_high, &high))
      continue;
    int n = span_columns(low, high);
    if (n > most) most = n;
  }
  return most;
}

static void put_span(int64_t low, int64_t high, int columns, struct buf *out) {
  int pad = columns - span_columns(low, high);
  if (pad > 0) buf_fill(out, ' ', (size_t)pad);
  report_span(low, high, true, out);
}

struct widths { /* of the columns of the totals */
  int duty, sum, label;
};

static void put_total(const struct totals *t, const struct totals_row *row, const struct widths *w,
                      struct buf *out) {
  int64_t low = 0, high = 0;
  if (t->overflow || __builtin_add_overflow(row->low, t->fee_low, &low) ||
      __builtin_add_overflow(row->high, t->fee_high, &high)) {
    buf_puts(out, "too large to add up");
    return;
  }
  buf_puts(out, "duty ");
  put_span(row->low, row->high, w->duty, out);
  if (t->fee_unknown > 0 && t->fee_high == 0) {
    buf_puts(out, "; fees not computed");
  } else if (t->fee_unknown > 0) { /* no sum: it would be too low by what is missing */
    buf_puts(out, "; fees ");
    report_span(t->fee_low, t->fee_high, true, out);
    buf_printf(out, " and %u more not computed", (unsigned)t->fee_unknown);
  } else {
    buf_puts(out, " + fees ");
    report_span(t->fee_low, t->fee_high, true, out);
    buf_puts(out, " = ");
    put_span(low, high, w->sum, out);
  }
  if (row->void_high != 0) {
    buf_puts(out, "; of it on law since held void ");
    report_span(row->void_low, row->void_high, true, out);
  }
  if (row->incomplete) buf_puts(out, " (not all lines have a bill under this)");
}

static void print_total(struct page *p, const struct totals *t, const struct totals_row *row,
                        const struct widths *w) {
  struct buf label = {0}, text = {0};
  report_picks(row->picks, row->pick_count, &label);
  put_total(t, row, w, &text);
  page_item(p, label.n > 0 ? label.p : "USD", w->label, text.n > 0 ? text.p : "");
  if (label.failed || text.failed) p->out->failed = true;
  buf_free(&label);
  buf_free(&text);
}

static int pick_columns(const struct page *p, const struct totals_row *row) {
  struct buf label = {0};
  report_picks(row->picks, row->pick_count, &label);
  int n = page_columns(p, buf_str(&label));
  page_done(p, &label);
  return n;
}

static void print_left_out(const struct imp_report *r, struct page *p) {
  struct buf text = {0};
  if (r->refused > 0) buf_printf(&text, "%u refused", (unsigned)r->refused);
  if (r->prohibited > 0)
    buf_printf(&text, "%s%u prohibited", text.n > 0 ? ", " : "", (unsigned)r->prohibited);
  buf_printf(&text, " of %u lines: not in these totals", (unsigned)r->lines);
  page_item(p, "left out", LABEL, text.p != NULL ? text.p : "");
  page_done(p, &text);
}

/* Refusals by their id, the most frequent first; lines that are ranges. */
static void print_counts(const struct imp_report *r, struct page *p) {
  struct buf text = {0};
  for (uint32_t i = 0; i < r->refusal_count; i++)
    buf_printf(&text, "%s%u %s", i > 0 ? ", " : "", (unsigned)r->refusals[i].count,
               r->refusals[i].id);
  if (text.n > 0) page_item(p, "refused", LABEL, text.p);
  buf_clear(&text);
  if (r->ranges > 0) buf_printf(&text, "%u of %u lines", (unsigned)r->ranges, (unsigned)r->lines);
  if (text.n > 0) page_item(p, "ranges", LABEL, text.p);
  if (text.failed) p->out->failed = true;
  buf_free(&text);
}

/* Outcomes are named by the questions that lead: what goes with those. */
static void print_along(const struct imp_report *r, struct page *p, const struct totals_row *row,
                        int columns) {
  for (uint32_t i = 0; i < row->pick_count; i++) {
    struct buf text = {0};
    assumed_along(r->stamp.law, r->stamp.query, row->picks[i].question, &text);
    if (text.n > 0) page_item(p, "goes with it", columns, text.p);
    page_done(p, &text);
  }
}

void report_text_totals(struct imp_report *r, struct page *p, const struct totals_table *t) {
  bool fees = r->totals.fee_high != 0 || r->totals.fee_unknown > 0;
  if (r->lines == 1 && (!fees || r->refused + r->prohibited >= r->lines)) return;
  if (r->lines == 0) return;
  section(p, r->lines == 1 ? "Duty and fees" : "Total of all lines");
  struct widths w = {duty_columns(t), sum_columns(&r->totals, t), LABEL};
  for (uint32_t i = 0; i < t->count; i++) {
    int n = pick_columns(p, &t->rows[i]) + 2;
    if (n > w.label) w.label = n;
  }
  bool answered = r->refused + r->prohibited < r->lines; /* else there is no sum, not even zero */
  for (uint32_t i = 0; i < t->count && answered; i++) print_total(p, &r->totals, &t->rows[i], &w);
  if (answered && r->lines > 1 && t->count > 1) print_along(r, p, &t->rows[0], w.label);
  if (t->alone) {
    page_space(p, PAGE_INDENT);
    page_wrap(
        p, PAGE_INDENT,
        "More than 64 joint outcomes: each answer is shown alone, the other questions ranging. "
        "Choose answers with --if for one total.");
  }
  if (r->refused + r->prohibited > 0) print_left_out(r, p);
  if (r->lines > 1) print_counts(r, p);
}

/* ---- end ------------------------------------------------------------------------------------- */

static void print_legend(const struct imp_report *r, struct page *p) {
  static const char *const words[] = {"law", "said, not law", "suspended", "law since held void",
                                      "nothing charged"};
  const struct page_marks *m = page_marks(p);
  const char *const marks[] = {m->law, m->said, m->suspended, m->held_void, page_zero_mark(p)};
  if (r->marks_used == 0) return;
  struct buf text = {0};
  for (unsigned i = 0; i < 5; i++)
    if ((r->marks_used & (1u << i)) != 0)
      buf_printf(&text, "%s%s %s", text.n > 0 ? "   " : "", marks[i], words[i]);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, text.n > 0 ? text.p : "");
  page_done(p, &text);
}

static void print_not_included(const struct imp_report *r, struct page *p) {
  struct buf text = {0};
  const char *names[OUTSIDE_MOST];
  outside_names(outside_all(r), names);
  for (size_t i = 0; names[i] != NULL; i++) buf_printf(&text, "%s%s", i > 0 ? ", " : "", names[i]);
  page_item(p, "not in it", LABEL, text.n > 0 ? text.p : "");
  page_done(p, &text);
}

static void print_stamp(const struct imp_report *r, struct page *p) {
  stamp_put(p, "",
            &(struct stamp){r->stamp.digest, r->stamp.known, r->stamp.horizon,
                            report_basis_word(r->stamp.basis), r->stamp.law, r->stamp.query});
}

void report_text_end(struct imp_report *r, struct page *p) {
  page_line(p);
  print_legend(r, p);
  if (r->refused < r->lines) {
    print_not_included(r, p);
    page_line(p);
  }
  print_stamp(r, p);
}
