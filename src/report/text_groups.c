// SPDX-License-Identifier: Apache-2.0
// Tables of sums by key at the end of a file, and what was filed beside what was computed. A sum that is
// a range stands on two rows of the table, its low end above its high end.

#include <string.h>

#include "base/num.h"
#include "report/report.h"

enum { COLUMNS = 8, GAP = 2, LABEL = 14, CELL = 40 };

struct cells {
  char text[COLUMNS][CELL];
};

static const char *const names[COLUMNS] = {"",     "lines",      "refused", "value",
                                           "duty", "of it void", "fees",    ""};

static void set(struct cells *c, int at, const char *text) {
  size_t n = strlen(text);
  if (n >= CELL) n = CELL - 1;
  memcpy(c->text[at], text, n);
  c->text[at][n] = '\0';
}

static void set_money(struct cells *c, int at, int64_t cents, bool to) {
  struct buf b = {0};
  if (to) buf_puts(&b, "to ");
  money_print(cents, true, &b);
  set(c, at, b.n > 0 ? b.p : "");
  buf_free(&b);
}

static void set_count(struct cells *c, int at, uint32_t count) {
  struct buf b = {0};
  buf_printf(&b, "%u", (unsigned)count);
  set(c, at, b.n > 0 ? b.p : "");
  buf_free(&b);
}

/* The row of low ends, and whether a row of high ends is wanted. */
static bool low_row(const struct groups *g, const struct group *one, struct cells *c) {
  *c = (struct cells){0};
  if (one->lines > 0) set_count(c, 1, one->lines); /* fees have none of their own */
  if (one->refused + one->prohibited > 0) set_count(c, 2, one->refused + one->prohibited);
  if (g->overflow) {
    set(c, 4, "too large");
    return false;
  }
  if (one->value > 0) set_money(c, 3, one->value, false);
  if (one->lines > one->refused + one->prohibited) set_money(c, 4, one->low, false);
  if (one->void_high > 0) set_money(c, 5, one->void_low, false);
  if (one->fee_unknown)
    set(c, 6, "not computed");
  else if (one->fees)
    set_money(c, 6, one->fee_low, false);
  return one->low != one->high || one->void_low != one->void_high ||
         (!one->fee_unknown && one->fee_low != one->fee_high);
}

static void high_row(const struct group *one, struct cells *c) {
  *c = (struct cells){0};
  if (one->low != one->high) set_money(c, 4, one->high, true);
  if (one->void_low != one->void_high) set_money(c, 5, one->void_high, true);
  if (!one->fee_unknown && one->fee_low != one->fee_high) set_money(c, 6, one->fee_high, true);
}

static void grow(int *widths, const struct cells *c) {
  for (int i = 1; i < COLUMNS; i++) {
    int n = (int)strlen(c->text[i]);
    if (n > widths[i]) widths[i] = n;
  }
}

static void measure(const struct page *p, const struct groups *g, int *widths) {
  struct cells c;
  for (int i = 0; i < COLUMNS; i++) widths[i] = (int)strlen(names[i]);
  for (size_t k = 0; k < g->count; k++) {
    int key = page_columns(p, str_of(g->items[k].key));
    if (key > widths[0]) widths[0] = key;
    if (low_row(g, &g->items[k], &c)) {
      grow(widths, &c);
      high_row(&g->items[k], &c);
    }
    grow(widths, &c);
  }
}

static void print_row(struct page *p, const int *widths, const char *key, const struct cells *c) {
  page_space(p, PAGE_INDENT);
  page_cell(p, key, widths[0], PAGE_LEFT);
  for (int i = 1; i < COLUMNS; i++) {
    if (widths[i] == 0) continue;
    page_space(p, GAP);
    page_cell(p, c->text[i], widths[i], PAGE_RIGHT);
  }
  page_line(p);
}

static void print_group(struct page *p, const struct groups *g) {
  int widths[COLUMNS];
  struct cells c = {0};
  measure(p, g, widths);
  if (!groups_have_fees(g->by)) widths[6] = 0;
  for (int i = 1; i < COLUMNS; i++) set(&c, i, names[i]);
  page_line(p);
  page_space(p, 2);
  page_tone_begin(p, PAGE_STRONG);
  page_puts(p, "By ");
  page_puts(p, report_by_word(g->by));
  page_tone_end(p, PAGE_STRONG);
  page_line(p);
  print_row(p, widths, "", &c);
  for (size_t k = 0; k < g->count; k++) {
    bool more = low_row(g, &g->items[k], &c);
    print_row(p, widths, g->items[k].key, &c);
    if (!more) continue;
    high_row(&g->items[k], &c);
    print_row(p, widths, "", &c);
  }
}

void report_text_groups(struct imp_report *r, struct page *p) {
  for (uint32_t i = 0; i < r->group_count; i++) print_group(p, &r->groups[i]);
}

static void print_filed(struct page *p, const char *label, uint32_t count, int64_t cents) {
  struct buf text = {0};
  buf_printf(&text, "%u %s", (unsigned)count, count == 1 ? "line" : "lines");
  if (cents > 0) {
    buf_puts(&text, " by ");
    money_print(cents, true, &text);
  }
  page_item(p, label, LABEL, text.n > 0 ? text.p : "");
  if (text.failed) p->out->failed = true;
  buf_free(&text);
}

void report_text_filed(const struct imp_report *r, struct page *p) {
  if (!r->options.expect) return;
  const struct filed_sums *f = &r->filed;
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "Filed against computed");
  page_line(p);
  print_filed(p, "equal", f->equal, 0);
  if (f->within > 0) print_filed(p, "within", f->within, 0);
  print_filed(p, "underpaid", f->underpaid, f->under);
  print_filed(p, "overpaid", f->overpaid, f->over);
  if (f->none > 0) print_filed(p, "not compared", f->none, 0);
}
