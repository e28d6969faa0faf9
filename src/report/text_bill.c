// SPDX-License-Identifier: Apache-2.0
// A bill as a page of text: what is owed at the top, the rows beneath, then what a person must know
// before relying on it: what was not charged and why, what was assumed, what is missing, what
// changes next. Calm: a part that has nothing to say is left out.

#include <string.h>

#include "base/num.h"
#include "report/report.h"
#include "report/text_table.h"

enum { LABEL = 14, HEAD_AT = 30 };

/* ---- the first line -------------------------------------------------------------------------- */

static const char *count_word(uint32_t n) {
  static const char *const words[] = {"NO",      "ONE",    "TWO",    "THREE",    "FOUR",
                                      "FIVE",    "SIX",    "SEVEN",  "EIGHT",    "NINE",
                                      "TEN",     "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN",
                                      "FIFTEEN", "SIXTEEN"};
  return n < sizeof words / sizeof *words ? words[n] : "MANY";
}

static void put_verdict(const struct imp_answer *a, struct buf *out) {
  if (a->status == IMP_LINE_REFUSED)
    buf_puts(out, "REFUSED");
  else if (a->bill_count > 1)
    buf_printf(out, "%s ANSWERS", count_word(a->bill_count));
  else if (a->bill_count == 0 || a->bills[0].prohibited)
    buf_puts(out, "PROHIBITED");
  else if (a->bills[0].low != a->bills[0].high)
    buf_puts(out, "A RANGE");
  else {
    buf_puts(out, "DUTY ");
    money_print(a->bills[0].low, true, out);
  }
}

/* Nobody said the day: neither the line nor --on. */
static bool day_not_said(const struct imp_query *query, const struct report_line *line) {
  const char *on = line->given != NULL ? line->given->on : "given";
  return query != NULL && query->on == NULL && (on == NULL || on[0] == '\0');
}

static void put_subject(const struct imp_query *query, const struct report_line *line,
                        const struct imp_answer *a, struct buf *out) {
  const char *code = report_code(line, a);
  buf_puts(out, code[0] != '\0' ? code : "a line");
  const char *place = a->place_name != NULL ? a->place_name : a->from;
  if (place != NULL && place[0] != '\0') buf_printf(out, " of %s", place);
  if (a->into_name != NULL) buf_printf(out, " into %s", a->into_name);
  if (a->on != NULL && a->on[0] != '\0') {
    buf_printf(out, ", entered %s", a->on);
    if (day_not_said(query, line)) buf_puts(out, " (no --on)");
  }
  if (a->value > 0) {
    buf_puts(out, ", value ");
    money_print(a->value, true, out);
    buf_puts(out, a->additional ? " in the money stated" : " USD");
  }
}

static void print_head(struct page *p, const struct imp_query *query,
                       const struct report_line *line, const struct imp_answer *a,
                       const char *description) {
  struct buf verdict = {0}, subject = {0};
  put_verdict(a, &verdict);
  put_subject(query, line, a, &subject);
  if (line->entry != NULL && line->entry[0] != '\0')
    buf_printf(&subject, " (entry %s, line %u)", line->entry, (unsigned)line->number);
  bool alarm = a->status == IMP_LINE_REFUSED || a->status == IMP_LINE_PROHIBITED;
  const char *text = verdict.n > 0 ? verdict.p : "";
  page_space(p, 2);
  page_tone(p, alarm ? PAGE_ALARM : PAGE_STRONG, text);
  int at = 2 + page_columns(p, str_of(text)) + 3;
  if (at < HEAD_AT) at = HEAD_AT;
  page_space(p, at - 2 - page_columns(p, str_of(text)));
  page_wrap(p, at, subject.n > 0 ? subject.p : "");
  if (description != NULL) page_described(p, p->width < HEAD_AT * 2 ? 2 : at, description);
  if (verdict.failed || subject.failed) p->out->failed = true;
  buf_free(&verdict);
  buf_free(&subject);
}

static void print_refusal(struct page *p, const struct imp_answer *a) {
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, a->reason != NULL ? a->reason : "no reason was given");
  if (a->next != NULL && a->next[0] != '\0') page_item(p, "next:", 6, a->next);
  if (a->id != NULL) page_item(p, "", 6, a->id);
}

/* ---- below the table ------------------------------------------------------------------------- */

static void print_section(struct page *p, const char *title) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, title);
  page_line(p);
}

/* Has an earlier bill a row that says the same? Then it was printed. */
static bool said_before(const struct imp_answer *a, uint32_t bill, const struct imp_row *row) {
  for (uint32_t b = 0; b < bill; b++)
    for (uint32_t i = 0; i < a->bills[b].row_count; i++) {
      const struct imp_row *other = &a->bills[b].rows[i];
      if (other->status == row->status && other->amount == row->amount && bill_same_row(other, row))
        return true;
    }
  return false;
}

/* One table of rows that are not charged, in the columns of the bill above it. */
static void print_asides(struct imp_report *r, struct page *p, const struct imp_bill *bills,
                         uint32_t count, enum imp_row_status status, const char *title) {
  struct arena scratch = {0};
  struct bill_table t;
  if (!bill_table_build(&scratch, bills, count, 1u << status, &t)) {
    p->out->failed = true;
  } else if (t.count > 0) {
    bill_table_fit(&t, p);
    print_section(p, title);
    bill_table_print_asides(r, p, &t);
  }
  arena_free(&scratch);
}

/* Until when, and by what: the rows themselves stand in the table with their mark. */
static void print_suspended(struct page *p, const struct imp_answer *a) {
  bool titled = false;
  for (uint32_t b = 0; b < a->bill_count; b++)
    for (uint32_t i = 0; i < a->bills[b].row_count; i++) {
      const struct imp_row *row = &a->bills[b].rows[i];
      if (row->status != IMP_ROW_SUSPENDED || said_before(a, b, row)) continue;
      struct buf text = {0};
      buf_printf(&text, "%s, ", row->rate != NULL ? row->rate : "");
      if (row->why != NULL && row->why[0] != '\0')
        buf_puts(&text, row->why);
      else
        buf_printf(&text, "suspended%s%s", row->until != NULL ? " until " : "",
                   row->until != NULL ? row->until : "");
      if (row->mark != NULL) buf_printf(&text, " (%s)", row->mark);
      if (!titled) print_section(p, "Suspended");
      titled = true;
      page_item(p, row->heading, LABEL, text.n > 0 ? text.p : "");
      page_done(p, &text);
    }
}

/* Points of a rate in force that are held off: the table has the rate that is charged, here stands by what and until when. */
static void print_held_off(struct page *p, const struct imp_answer *a) {
  bool titled = false;
  for (uint32_t b = 0; b < a->bill_count; b++)
    for (uint32_t i = 0; i < a->bills[b].row_count; i++) {
      const struct imp_row *row = &a->bills[b].rows[i];
      struct buf text = {0};
      if (row->points == NULL || said_before(a, b, row)) continue;
      report_held_off(row, &text);
      if (!titled) print_section(p, "Held off");
      titled = true;
      page_item(p, row->heading, LABEL, text.n > 0 ? text.p : "");
      page_done(p, &text);
    }
}

/* What was said says so itself; of what is law the mark is what is not certain of it. */
static void print_mark(struct page *p, const struct imp_row *row) {
  struct buf b = {0};
  buf_printf(&b, "%s%s", row->pending ? "" : "not certain: ", row->mark);
  page_item(p, row->heading, LABEL, b.p ? b.p : "");
  page_done(p, &b);
}

/* Marks of rows ("not re-read") and of whole outcomes ("said by …"): how firmly the bill stands. */
static void print_marks(struct page *p, const struct imp_query *query, const struct imp_answer *a) {
  /* Answers given with --if are no longer open: the outcome is named by what was picked. */
  const char *chosen =
      query != NULL && query->pick_count == 1 ? query->picks[0].value : "as chosen";
  bool titled = false;
  for (uint32_t b = 0; b < a->bill_count; b++) {
    if (a->bills[b].mark == NULL) continue;
    if (!titled) print_section(p, "How firm");
    titled = true;
    const struct imp_bill *bill = &a->bills[b];
    page_item(p, bill->pick_count > 0 ? bill->picks[bill->pick_count - 1].answer : chosen, LABEL,
              bill->mark);
  }
  for (uint32_t b = 0; b < a->bill_count; b++)
    for (uint32_t i = 0; i < a->bills[b].row_count; i++) {
      const struct imp_row *row = &a->bills[b].rows[i];
      if (row->mark == NULL ||
          (row->status != IMP_ROW_APPLIED && row->status != IMP_ROW_SUSPENDED) ||
          said_before(a, b, row))
        continue;
      if (!titled) print_section(p, "How firm");
      titled = true;
      print_mark(p, row);
    }
}

struct text_list { /* one of the lists of texts a bill carries */
  const char *const *items;
  uint32_t count;
};

typedef struct text_list list_of_bill(const struct imp_bill *b);

static struct text_list assumed_of(const struct imp_bill *b) {
  return (struct text_list){b->assumed, b->assumed_count};
}

static struct text_list needs_of(const struct imp_bill *b) {
  return (struct text_list){b->needs, b->needs_count};
}

static struct text_list notes_of(const struct imp_bill *b) {
  return (struct text_list){b->notes, b->notes_count};
}

static bool text_said_before(const struct imp_answer *a, list_of_bill *get, uint32_t bill,
                             const char *text) {
  for (uint32_t b = 0; b < bill; b++) {
    struct text_list list = get(&a->bills[b]);
    for (uint32_t i = 0; i < list.count; i++)
      if (strcmp(list.items[i], text) == 0) return true;
  }
  return false;
}

static void print_texts(struct page *p, const struct imp_answer *a, list_of_bill *get,
                        const char *title) {
  bool titled = false;
  for (uint32_t b = 0; b < a->bill_count; b++) {
    struct text_list list = get(&a->bills[b]);
    for (uint32_t i = 0; i < list.count; i++) {
      if (text_said_before(a, get, b, list.items[i])) continue;
      if (!titled) print_section(p, title);
      titled = true;
      page_space(p, PAGE_INDENT);
      page_wrap(p, PAGE_INDENT, list.items[i]);
    }
  }
}

static int question_columns(const struct page *p, const struct imp_answer *a) {
  int columns = LABEL;
  for (uint32_t i = 0; i < a->question_count; i++) {
    int n = page_columns(p, str_of(a->questions[i].name)) + 2;
    if (n > columns) columns = n;
  }
  return columns;
}

static void put_question(const struct imp_question *q, struct buf *out) {
  buf_puts(out, q->title != NULL ? q->title : "");
  if (q->said_by != NULL && q->said_by[0] != '\0')
    buf_printf(out, " Answered by %s, which is not law.", q->said_by);
  if (q->due != NULL && q->due[0] != '\0') buf_printf(out, " Due %s.", q->due);
}

static void print_questions(struct page *p, const struct imp_answer *a) {
  if (a->question_count == 0) return;
  int columns = question_columns(p, a);
  print_section(p, a->question_count == 1 ? "The open question" : "The open questions");
  for (uint32_t i = 0; i < a->question_count; i++) {
    struct buf text = {0};
    put_question(&a->questions[i], &text);
    page_item(p, a->questions[i].name, columns, text.n > 0 ? text.p : "");
    if (a->questions[i].along != NULL) page_item(p, "goes with it", columns, a->questions[i].along);
    page_done(p, &text);
  }
  if (a->bill_count > 1 && a->bills[0].pick_count > 0) {
    struct buf pick = {0};
    const struct imp_pick *last = &a->bills[a->bill_count - 1].picks[0];
    buf_printf(&pick, "--if %s=%s", last->question, last->answer);
    page_item(p, "to pick one", columns, pick.n > 0 ? pick.p : "");
    page_done(p, &pick);
  }
}

/* A negative duty stands for none: from that day on the line would be refused. */
static void put_next_change(const struct imp_answer *a, struct buf *out) {
  bool why = a->next_change_why != NULL && a->next_change_why[0] != '\0';
  if (a->next_low < 0) {
    buf_printf(out, "no answer from then on%s%s", why ? ": " : "", why ? a->next_change_why : "");
    return;
  }
  buf_puts(out, "the duty becomes ");
  if (a->next_each_count > 1) {
    for (uint32_t i = 0; i < a->next_each_count; i++) {
      if (i > 0) buf_puts(out, i + 1 < a->next_each_count ? ", " : " or ");
      money_print(a->next_each[i], true, out);
    }
    buf_puts(out, " by outcome");
  } else {
    report_span(a->next_low, a->next_high, true, out);
    if (a->bill_count > 1 && a->next_low != a->next_high)
      buf_puts(out, ", by outcome and by what is not known");
  }
  if (why) buf_printf(out, ": %s", a->next_change_why);
}

static void print_next_change(struct page *p, const struct imp_answer *a) {
  if (a->next_change == NULL) return;
  struct buf text = {0};
  put_next_change(a, &text);
  print_section(p, "Next change");
  page_item(p, a->next_change, LABEL, text.n > 0 ? text.p : "");
  page_done(p, &text);
}

static void print_caveats(struct page *p, const struct imp_answer *a) {
  if (a->caveat_count == 0 && a->value_note == NULL) return;
  print_section(p, "Take note");
  if (a->value_note != NULL) {
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, a->value_note);
  }
  for (uint32_t i = 0; i < a->caveat_count; i++) {
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, a->caveats[i]);
  }
}

/* ---- the bill -------------------------------------------------------------------------------- */

/* The table of some of the bills and what stands beside it. */
static void print_group(struct imp_report *r, struct page *p, const struct imp_bill *bills,
                        uint32_t count, const struct imp_answer *a) {
  struct arena scratch = {0};
  int64_t value = a->value;
  struct bill_table t;
  unsigned states = 1u << IMP_ROW_APPLIED | 1u << IMP_ROW_SUSPENDED;
  if (bill_table_build(&scratch, bills, count, states, &t)) {
    t.own = a->additional;
    bill_table_fit(&t, p);
    bill_table_print(r, p, &t, value);
  } else {
    p->out->failed = true;
  }
  arena_free(&scratch);
  print_asides(r, p, bills, count, IMP_ROW_SUPPRESSED, "Not charged, and what it would have been");
  print_asides(r, p, bills, count, IMP_ROW_UNCLAIMED,
               "Not claimed, and what --claim NUMBER would save");
}

static bool fits_side_by_side(const struct page *p, const struct imp_answer *a) {
  struct bill_table t = {.bills = a->bills, .bill_count = a->bill_count};
  return a->bill_count <= TABLE_OUTCOMES && (bill_table_fit(&t, p) || a->bill_count == 1);
}

static void print_tables(struct imp_report *r, struct page *p, const struct imp_answer *a) {
  if (fits_side_by_side(p, a)) {
    print_group(r, p, a->bills, a->bill_count, a);
    return;
  }
  for (uint32_t b = 0; b < a->bill_count; b++) { /* too many or too wide: one below the other */
    if (b > 0) page_line(p);
    print_group(r, p, &a->bills[b], 1, a);
  }
}

static void bill_line(struct imp_report *r, const struct report_line *line,
                      const struct imp_answer *a, struct buf *out) {
  struct page p = report_page(r, out);
  page_line(&p);
  print_head(&p, r->stamp.query, line, a, r->options.description);
  page_line(&p);
  if (a->status == IMP_LINE_REFUSED) {
    print_refusal(&p, a);
  } else {
    if (a->status == IMP_LINE_PROHIBITED && a->reason != NULL) print_refusal(&p, a);
    if (r->options.detail >= 2) { /* why: the bill itself is what duty prints */
      report_text_why(r, &p, a);
      print_suspended(&p, a);
      print_held_off(&p, a);
    } else {
      if (a->bill_count > 0) print_tables(r, &p, a);
      print_suspended(&p, a);
      print_held_off(&p, a);
      print_marks(&p, r->stamp.query, a);
    }
    print_questions(&p, a);
    print_texts(&p, a, assumed_of, "Assumed, because nobody said");
    print_texts(&p, a, needs_of, "What would decide");
    print_texts(&p, a, notes_of, "Notes");
    if (r->options.detail < 2) print_next_change(&p, a);
  }
  print_caveats(&p, a);
  if (r->options.detail >= 2 && a->status == IMP_LINE_REFUSED) report_text_why(r, &p, a);
}

static void bill_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                       uint32_t count, struct buf *out) {
  struct page p = report_page(r, out);
  if (r->options.detail >= 2) return;
  report_text_fees(r, &p, entry, fees, count);
}

static void bill_end(struct imp_report *r, const struct totals_table *totals, struct buf *out) {
  struct page p = report_page(r, out);
  if (r->options.detail < 2) report_text_totals(r, &p, totals);
  report_text_end(r, &p);
}

const struct report_form report_text_bills = {NULL, bill_line, bill_entry, bill_end};
