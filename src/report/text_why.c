// SPDX-License-Identifier: Apache-2.0
// Clause by clause: for each cent the statement of law, the act, the arithmetic and the rounding;
// then every measure whose scope holds the line and why it does or does not speak.

#include <string.h>

#include "base/num.h"
#include "report/report.h"
#include "report/text_table.h"

enum { STEP = 8, LABEL = 12 };

static void section(struct page *p, const char *title) {
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, title);
  page_line(p);
}

static void put_where(const struct imp_where *w, struct buf *out) {
  if (w->file != NULL && w->line > 0) buf_printf(out, "%s:%u", w->file, (unsigned)w->line);
}

/* `        label       text` below a row's first line. */
static void step(struct page *p, const char *label, struct buf *text) {
  if (text->n > 0) {
    page_space(p, STEP);
    page_cell(p, label, LABEL, PAGE_LEFT);
    page_wrap(p, STEP + LABEL, text->p);
  }
  if (text->failed) p->out->failed = true;
  buf_clear(text);
}

/* ---- one row --------------------------------------------------------------------------------- */

static void put_act(const struct imp_row *row, struct buf *out) {
  if (row->act == NULL) return;
  buf_puts(out, row->act);
  if (row->act_title != NULL) buf_printf(out, ", %s", row->act_title);
  if (row->cite != NULL && row->cite[0] != '\0') buf_printf(out, "; %s", row->cite);
  if (row->known != NULL) buf_printf(out, "; known %s", row->known);
  if (row->source != NULL) buf_printf(out, "; source: %s", row->source);
}

/* "999.975" with the thousands of the printed amounts; fractions stay as they are. */
static bool exact_equals(const char *exact, int64_t cents) {
  struct rat dollars, amount;
  if (exact == NULL || !rat_parse(str_of(exact), &dollars)) return false;
  return rat_make(cents, 100, &amount) && rat_cmp(dollars, amount) == 0;
}

/* "2000 kg" of "2000 kg; 10 No" for the term "1.9c/kg", its number with thousands: "2,000 kg". */
static void put_quantity(const char *quantities, struct str term, struct buf *out) {
  struct str rest = str_of(quantities), one, chosen = {0};
  long slash = str_find(term, '/');
  struct str unit = str_trim(str_sub(term, (size_t)slash + 1, term.n));
  while (str_split(&rest, ';', &one)) {
    one = str_trim(one);
    long space = str_find(one, ' ');
    if (chosen.n == 0) chosen = one;
    if (space > 0 && str_eq(str_sub(one, (size_t)space + 1, one.n), unit)) chosen = one;
  }
  size_t whole = 0;
  while (whole < chosen.n && chosen.p[whole] >= '0' && chosen.p[whole] <= '9') whole++;
  bool fraction = whole < chosen.n && chosen.p[whole] == '/';
  for (size_t i = 0; i < chosen.n; i++) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0 && !fraction) buf_putc(out, ',');
    buf_putc(out, chosen.p[i]);
  }
}

/* The next term of a rate and the word that joins it to the one before: " + ", " at least ", " at most ". */
static bool next_term(struct str *rest, struct str *term, struct str *joint) {
  static const char *const joints[] = {" + ", " at least ", " at most "};
  if (rest->n == 0) return false;
  size_t best = rest->n, skip = 0;
  for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
    size_t n = strlen(joints[k]);
    for (size_t i = 0; i + n <= rest->n && i < best; i++)
      if (memcmp(rest->p + i, joints[k], n) == 0) {
        best = i;
        skip = n;
      }
  }
  *term = str_sub(*rest, 0, best);
  *joint = str_sub(*rest, best, best + skip);
  *rest = str_sub(*rest, best + skip, rest->n);
  return true;
}

/* Each term with what it bears on: "8.8c/kg × 1,001 kg + 20% × 3,333.00". */
static void put_terms(const struct page *p, const struct imp_row *row, struct buf *out) {
  const char *times = p->ascii ? "x" : "×";
  struct str rest = str_of(row->rate), term, joint;
  if (row->quantity == NULL) {
    const char *rate = row->rate != NULL ? row->rate : "";
    buf_printf(out, row->points != NULL ? "(%s) %s " : "%s %s ", rate, times);
    money_print(row->base, true, out);
    return;
  }
  while (next_term(&rest, &term, &joint)) {
    buf_put(out, term);
    bool unit = str_find(term, '/') > 0 && str_find(term, '%') < 0;
    if (unit || str_find(term, '%') > 0) buf_printf(out, " %s ", times);
    if (unit)
      put_quantity(row->quantity, term, out);
    else if (str_find(term, '%') > 0)
      money_print(row->base, true, out);
    buf_put(out, joint);
  }
}

static bool is_free(const struct imp_row *row) {
  return row->rate != NULL && row->amount == 0 &&
         (str_eq_nocase(str_of(row->rate), STR("free")) || strcmp(row->rate, "none") == 0);
}

static void put_arithmetic(const struct page *p, const struct imp_row *row, struct buf *out) {
  if (is_free(row)) {
    buf_puts(out, "free");
    return;
  }
  put_terms(p, row, out);
  buf_puts(out, " = ");
  if (row->exact != NULL && !exact_equals(row->exact, row->amount)) {
    buf_printf(out, "%s, to the cent ", row->exact);
    money_print(row->amount, true, out);
    buf_printf(out, " (%s: half a cent and more goes up)",
               row->rounding != NULL ? row->rounding : "row-cent");
    return;
  }
  money_print(row->amount, true, out);
  buf_printf(out, " exactly (%s has nothing to round)",
             row->rounding != NULL ? row->rounding : "row-cent");
}

static void print_row_head(struct page *p, const struct imp_row *row, bool above) {
  struct buf amount = {0};
  money_print(row->amount, true, &amount);
  page_space(p, PAGE_INDENT);
  page_tone(p, PAGE_STRONG, row->heading);
  page_puts(p, "  ");
  page_puts(p, row->title != NULL ? row->title : "");
  page_puts(p, "  ");
  page_puts(p, amount.n > 0 ? amount.p : "");
  page_puts(p, above ? "  as above" : "");
  page_line(p);
  page_done(p, &amount);
}

static void print_why_row(struct page *p, const struct imp_row *row, bool above) {
  struct buf text = {0};
  print_row_head(p, row, above);
  if (above) return;
  put_arithmetic(p, row, &text);
  step(p, "arithmetic", &text);
  report_held_off(row, &text);
  step(p, "held off", &text);
  put_where(&row->where, &text);
  step(p, "law text", &text);
  put_act(row, &text);
  step(p, "act", &text);
  if (row->measure != NULL) buf_puts(&text, row->measure);
  step(p, "measure", &text);
  if (row->pending) buf_puts(&text, "said, not law: it counts only in this outcome");
  step(p, "standing", &text);
  if (row->is_void)
    buf_puts(&text, "since held void; collected on entries of that day all the same");
  step(p, "standing", &text);
  if (row->mark != NULL) buf_puts(&text, row->mark);
  step(p, "mark", &text);
  if (row->why != NULL) buf_puts(&text, row->why);
  step(p, "because", &text);
  page_done(p, &text);
}

/* ---- one bill -------------------------------------------------------------------------------- */

static void print_sum(struct page *p, const struct imp_bill *bill) {
  struct buf text = {0};
  const char *between = "";
  for (uint32_t i = 0; i < bill->row_count; i++) {
    if (bill->rows[i].status != IMP_ROW_APPLIED) continue;
    buf_puts(&text, between);
    money_print(bill->rows[i].amount, true, &text);
    between = " + ";
  }
  buf_puts(&text, text.n > 0 ? " = " : "no row is charged: ");
  money_print(bill->high, true, &text);
  if (bill->low != bill->high) {
    buf_puts(&text, " (the high end; the low end is ");
    money_print(bill->low, true, &text);
    buf_puts(&text, ")");
  }
  page_item(p, "sum", STEP + LABEL - PAGE_INDENT, text.n > 0 ? text.p : "");
  page_done(p, &text);
}

static bool same_place(const struct imp_where *a, const struct imp_where *b) {
  return a->line == b->line && a->line > 0 && a->file != NULL && b->file != NULL &&
         strcmp(a->file, b->file) == 0;
}

/* The same cents from the same statement as in the first bill: explained there. */
static bool explained(const struct imp_answer *a, const struct imp_bill *bill,
                      const struct imp_row *row) {
  const struct imp_bill *first = &a->bills[0];
  for (uint32_t i = 0; bill != first && i < first->row_count; i++) {
    const struct imp_row *other = &first->rows[i];
    if (other->status == row->status && other->amount == row->amount && other->base == row->base &&
        bill_same_row(other, row) && same_place(&other->where, &row->where))
      return true;
  }
  return false;
}

static void print_why_bill(struct page *p, const struct imp_answer *a,
                           const struct imp_bill *bill) {
  struct buf title = {0};
  buf_puts(&title, "Each cent");
  if (a->bill_count > 1) {
    buf_puts(&title, " if ");
    report_picks(bill->picks, bill->pick_count, &title);
  }
  if (bill != a->bills) page_line(p);
  if (a->bill_count > 1) /* one bill needs no title: it is all there is */
    section(p, title.n > 0 ? title.p : "");
  page_done(p, &title);
  for (uint32_t i = 0; i < bill->row_count; i++)
    if (bill->rows[i].status == IMP_ROW_APPLIED)
      print_why_row(p, &bill->rows[i], explained(a, bill, &bill->rows[i]));
  if (!bill->prohibited) print_sum(p, bill);
}

void report_text_why(struct imp_report *r, struct page *p, const struct imp_answer *a) {
  (void)r;
  for (uint32_t b = 0; b < a->bill_count; b++) print_why_bill(p, a, &a->bills[b]);
  report_text_verdicts(p, a);
}
