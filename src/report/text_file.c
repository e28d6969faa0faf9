// SPDX-License-Identifier: Apache-2.0
// A file of lines as a page of text: a row a line, as they come, so widths are fixed. The whole
// bill of a line is one question away (impost why FILE --line N).

#include <string.h>

#include "base/num.h"
#include "report/report.h"

enum { NUMBER = 6, CODE = 14, FROM = 5, ENTERED = 12, VALUE = 15, GAP = 2, DUTY = 14, SHARE = 10 };
enum { LABEL = 14, NOTE_AT = 2 + NUMBER + GAP, NARROWEST = 84 };
enum { ANSWER_AT = 2 + NUMBER + GAP + CODE + FROM + ENTERED + VALUE + GAP };

/* Below this width the duty of a line stands on a row of its own. */
static bool is_narrow(const struct page *p) {
  return p->width < NARROWEST;
}

static void break_narrow(struct page *p) {
  if (!is_narrow(p)) return;
  page_line(p);
  page_space(p, 2);
}

static void summary_begin(struct imp_report *r, struct buf *out) {
  struct page p = report_page(r, out);
  if (r->options.by != 0) return; /* tables instead of lines */
  page_line(&p);
  page_space(&p, 2);
  page_cell(&p, "line", NUMBER, PAGE_RIGHT);
  page_space(&p, GAP);
  page_cell(&p, "code", CODE, PAGE_LEFT);
  page_cell(&p, "from", FROM, PAGE_LEFT);
  page_cell(&p, "entered", ENTERED, PAGE_LEFT);
  break_narrow(&p);
  page_cell(&p, "value", VALUE, PAGE_RIGHT);
  page_space(&p, GAP);
  page_cell(&p, "duty, USD", DUTY, PAGE_RIGHT);
  page_line(&p);
  page_rule(&p);
}

/* The answers alone: the totals below name the questions. */
static void print_picks(struct page *p, const struct imp_bill *bill) {
  struct buf text = {0};
  for (uint32_t i = 0; i < bill->pick_count; i++)
    buf_printf(&text, "%s%s", i == 0 ? "if " : ", ", bill->picks[i].answer);
  if (text.n == 0) {
    page_done(p, &text);
    return;
  }
  int used = ANSWER_AT + DUTY + SHARE + 2;
  if (is_narrow(p) || used + page_columns(p, buf_str(&text)) > p->width - 2) {
    page_line(p);
    page_space(p, NOTE_AT);
    used = NOTE_AT;
  } else {
    page_space(p, 2);
  }
  struct str rest = buf_str(&text), part;
  for (bool first = true; rest.n > 0; first = false) {
    if (!first) page_line(p), page_space(p, used);
    part = page_fit(p, rest, p->width - 2 - used);
    page_put(p, part);
    rest = str_trim(str_sub(rest, part.n, rest.n));
  }
  if (text.failed) p->out->failed = true;
  buf_free(&text);
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
  if (p->width >= 2 + VALUE + GAP + DUTY + SHARE + 2)
    page_cell(p, text.n > 0 ? text.p : "", SHARE, PAGE_RIGHT);
  print_picks(p, bill);
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
    if (b > 0) page_space(p, is_narrow(p) ? 2 + VALUE + GAP : ANSWER_AT);
    print_bill(p, a, &a->bills[b]);
  }
  if (a->bill_count == 0) page_wrap(p, is_narrow(p) ? 2 + VALUE + GAP : ANSWER_AT, a->reason);
}

static bool note_before(const struct imp_answer *a, uint32_t bill, const char *note) {
  for (uint32_t b = 0; b < bill; b++)
    for (uint32_t i = 0; i < a->bills[b].notes_count; i++)
      if (strcmp(a->bills[b].notes[i], note) == 0) return true;
  return false;
}

/* "claimed 9903.88.03: it changes nothing on this line": of this line alone; the others are of the tables. */
static bool of_the_line(const char *caveat) {
  return strncmp(caveat, "claimed ", 8) == 0;
}

static void print_notes(struct page *p, const struct imp_answer *a) {
  for (uint32_t i = 0; i < a->caveat_count; i++)
    if (of_the_line(a->caveats[i])) {
      page_space(p, NOTE_AT);
      page_wrap(p, NOTE_AT, a->caveats[i]);
    }
  for (uint32_t b = 0; b < a->bill_count; b++)
    for (uint32_t i = 0; i < a->bills[b].notes_count; i++) {
      if (note_before(a, b, a->bills[b].notes[i])) continue;
      page_space(p, NOTE_AT);
      page_wrap(p, NOTE_AT, a->bills[b].notes[i]);
    }
}

/* False: out of memory. */
static bool keep_once(struct imp_report *r, const char *text) {
  uint32_t k = 0;
  while (k < r->caveat_count && strcmp(r->caveats[k], text) != 0) k++;
  if (k < r->caveat_count || k == REPORT_CAVEATS) return true;
  r->caveats[k] = str_dup(&r->arena, str_of(text));
  if (r->caveats[k] == NULL) return false;
  r->caveat_count++;
  return true;
}

/* Caveats are the same for most lines: each is kept once and printed at the end. */
static void keep_caveats(struct imp_report *r, const struct report_line *line,
                         const struct imp_answer *a) {
  r->rounded += a->value_note != NULL;
  bool answered = line->given != NULL && a->bill_count > 0;
  r->days_lent += answered && (line->given->on == NULL || line->given->on[0] == '\0');
  bool fine = true;
  for (uint32_t i = 0; i < a->caveat_count && fine; i++)
    fine = of_the_line(a->caveats[i]) || keep_once(r, a->caveats[i]);
}

/* Only what differs is said; the end counts the others. */
static void print_filed(struct page *p, const struct report_filed *f) {
  if (f == NULL || !f->filed || f->difference == 0) return;
  struct buf text = {0};
  buf_puts(&text, "filed ");
  money_print(f->amount, true, &text);
  buf_printf(&text, ", %s by ", f->verdict);
  money_print(f->difference < 0 ? -f->difference : f->difference, true, &text);
  page_space(p, 2 + NUMBER + GAP);
  page_wrap(p, 2 + NUMBER + GAP, text.n > 0 ? text.p : "");
  if (text.failed) p->out->failed = true;
  buf_free(&text);
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
  break_narrow(&p);
  page_cell(&p, value.n > 0 ? value.p : "", VALUE, PAGE_RIGHT);
  page_space(&p, GAP);
  print_answer(&p, a);
  print_notes(&p, a);
  keep_caveats(r, line, a);
  print_filed(&p, line->filed);
  page_done(&p, &number);
  page_done(&p, &value);
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
  if (r->entry_refused > 0)
    buf_printf(&text, "; without %u refused %s", (unsigned)r->entry_refused,
               r->entry_refused == 1 ? "line" : "lines");
  if (r->entry_prohibited > 0)
    buf_printf(&text, "; with %u %s that may not enter", (unsigned)r->entry_prohibited,
               r->entry_prohibited == 1 ? "line" : "lines");
  page_space(&p, 2 + NUMBER + GAP);
  page_wrap(&p, 2 + NUMBER + GAP, text.n > 0 ? text.p : "");
  if (text.failed) out->failed = true;
  buf_free(&text);
}

static void print_note(struct page *p, const char *format, uint32_t n) {
  struct buf text = {0};
  buf_printf(&text, "%u %s", (unsigned)n, n == 1 ? "line" : "lines");
  buf_puts(&text, format);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, text.n > 0 ? text.p : "");
  page_done(p, &text);
}

static void print_caveats(const struct imp_report *r, struct page *p) {
  if (r->rounded + r->days_lent + r->caveat_count == 0) return;
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "Take note");
  page_line(p);
  if (r->rounded > 0)
    print_note(p, ": the value taken as whole dollars (19 CFR 159.3(a))", r->rounded);
  if (r->days_lent > 0) print_note(p, " without a day of entry: that of --on", r->days_lent);
  for (uint32_t i = 0; i < r->caveat_count; i++) {
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, r->caveats[i]);
  }
}

static void print_counts(const struct imp_report *r, struct page *p) {
  struct buf text = {0};
  buf_printf(&text, "%u", (unsigned)r->lines);
  if (r->refused > 0) buf_printf(&text, ", %u refused", (unsigned)r->refused);
  if (r->prohibited > 0) buf_printf(&text, ", %u may not enter", (unsigned)r->prohibited);
  if (r->ranges > 0)
    buf_printf(&text, ", %u %s", (unsigned)r->ranges, r->ranges == 1 ? "a range" : "ranges");
  page_line(p);
  page_item(p, "lines", LABEL, text.n > 0 ? text.p : "");
  page_done(p, &text);
}

static void summary_end(struct imp_report *r, const struct totals_table *totals, struct buf *out) {
  struct page p = report_page(r, out);
  report_text_groups(r, &p);
  report_text_totals(r, &p, totals);
  print_caveats(r, &p);
  print_counts(r, &p);
  report_text_filed(r, &p);
  report_text_end(r, &p);
}

const struct report_form report_text_summary = {summary_begin, summary_line, summary_entry,
                                                summary_end};
