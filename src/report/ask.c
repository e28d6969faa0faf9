// SPDX-License-Identifier: Apache-2.0
// What to find out first: as a page, and as JSON. See include/impost/ask.h.

#include "impost/ask.h"

#include <string.h>

#include "base/error.h"
#include "base/num.h"
#include "report/assumed.h"
#include "report/json_out.h"
#include "report/json_parts.h"
#include "report/report.h"
#include "report/stamp.h"

enum { MONEY_COLUMNS = 14, TEXT_COLUMN = MONEY_COLUMNS + 4, ANSWERS_SHOWN = 8, ITEMS_SHOWN = 40 };

static const char claims_title[] = "What could be claimed, where its words are true of the goods";

static const char *kind_word(enum imp_ask_kind k) {
  if (k == IMP_ASK_NEED) return "needed";
  return k == IMP_ASK_CLAIM ? "claim" : "presumed";
}

static struct page page_of(const struct imp_report_options *o, struct buf *out) {
  int width = o->width > 0 ? o->width : 96;
  return (struct page){.out = out,
                       .width = width < 40 ? 40 : width,
                       .ascii = o->ascii != 0,
                       .color = o->color != 0};
}

/* ---- text ------------------------------------------------------------------------------------ */

static void put_money_column(struct page *p, int64_t cents) {
  struct buf b = {0};
  money_print(cents, true, &b);
  page_cell(p, b.n > 0 ? b.p : "", MONEY_COLUMNS, PAGE_RIGHT);
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static bool as_before(const struct imp_answer *a, const struct imp_ask_answer *x) {
  if (a->status == IMP_LINE_REFUSED) return x->refused != NULL;
  int64_t low = 0, high = 0;
  for (uint32_t i = 0; i < a->bill_count; i++) {
    if (i == 0 || a->bills[i].low < low) low = a->bills[i].low;
    if (i == 0 || a->bills[i].high > high) high = a->bills[i].high;
  }
  return x->refused == NULL && !x->prohibited && x->low == low && x->high == high;
}

static bool same_fees(const struct imp_ask_item *item) {
  const struct imp_ask_answer *first = NULL;
  for (uint32_t i = 0; i < item->answer_count; i++) {
    const struct imp_ask_answer *x = &item->answers[i];
    if (x->refused != NULL || x->prohibited) continue;
    if (first == NULL) first = x;
    if (x->fee_low != first->fee_low || x->fee_high != first->fee_high) return false;
  }
  return true;
}

static void put_answer(struct page *p, const struct imp_ask_answer *x, bool fees, int columns) {
  struct buf b = {0};
  page_space(p, TEXT_COLUMN + 2);
  page_cell(p, x->option, columns, PAGE_LEFT);
  if (x->refused != NULL)
    buf_printf(&b, "  no answer: %s", x->refused);
  else if (x->prohibited)
    buf_puts(&b, "  may not enter");
  else {
    buf_puts(&b, "  duty ");
    report_span(x->low, x->high, true, &b);
    if (fees) buf_puts(&b, ", fees "), report_span(x->fee_low, x->fee_high, true, &b);
  }
  if (x->also != NULL) buf_printf(&b, "; the same with %s", x->also);
  page_puts(p, b.n > 0 ? b.p : "");
  page_line(p);
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static void put_title(struct page *p, const struct imp_ask_item *item) {
  struct buf b = {0};
  bool words = item->question[0] != '\0' && strcmp(item->question, item->name) != 0;
  if (item->moves)
    put_money_column(p, item->moves);
  else
    page_space(p, MONEY_COLUMNS);
  page_space(p, 4);
  buf_puts(&b, item->name);
  if (words) buf_printf(&b, ": %s", item->question);
  if (item->kind == IMP_ASK_CLAIM) buf_puts(&b, " (not claimed)");
  if (item->presumed != NULL) buf_printf(&b, " (presumed: %s)", item->presumed);
  if (item->kind == IMP_ASK_NEED) buf_puts(&b, " (not known)");
  page_wrap(p, TEXT_COLUMN, b.n > 0 ? b.p : "");
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static void text_item(struct page *p, const struct imp_answer *a, const struct imp_ask_item *item) {
  int columns = 0;
  bool fees = !same_fees(item);
  uint32_t shown = 0;
  put_title(p, item);
  for (uint32_t i = 0; i < item->answer_count; i++) {
    int n = page_columns(p, str_of(item->answers[i].option));
    if (n > columns) columns = n;
  }
  for (uint32_t i = 0; i < item->answer_count && shown < ANSWERS_SHOWN; i++) {
    if (!fees && item->kind != IMP_ASK_NEED && as_before(a, &item->answers[i])) continue;
    put_answer(p, &item->answers[i], fees, columns);
    shown++;
  }
}

static void text_refused(struct page *p, const struct imp_answer *a) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_ALARM, "REFUSED");
  page_space(p, 2);
  page_wrap(p, 11, a->reason);
  if (a->next != NULL && a->next[0] != '\0') page_item(p, "next", 7, a->next);
  page_line(p);
}

static void text_head(struct page *p, const struct imp_line *line, const struct imp_answer *a,
                      const char *description) {
  struct buf b = {0};
  const char *code = a->code != NULL && a->code[0] != '\0' ? a->code : line->code;
  buf_printf(&b, "%s of %s%s%s, entered %s, value ", code, a->place_name,
             a->into_name ? " into " : "", a->into_name ? a->into_name : "", a->on);
  money_print(a->value, true, &b);
  buf_puts(&b, a->additional ? " in the money stated: additional " : " USD: ");
  for (uint32_t i = 0; i < a->bill_count; i++) {
    buf_puts(&b, i > 0 ? " or " : "duty ");
    if (a->bills[i].prohibited)
      buf_puts(&b, "none, it may not enter");
    else
      report_span(a->bills[i].low, a->bills[i].high, true, &b);
  }
  page_line(p);
  page_space(p, 2);
  page_wrap(p, 2, b.n > 0 ? b.p : "");
  if (description != NULL) page_described(p, 2, description);
  page_line(p);
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static void text_stamp(struct page *p, const struct imp_law *law, const struct imp_query *q,
                       const char *into) {
  struct stamp s = stamp_of(law, q, into);
  page_line(p);
  stamp_put(p, "", &s);
}

/* Of a refused line: the facts and claims with which it would be answered. */
static void text_help(struct page *p, const struct imp_answer *a, const struct imp_ask *ask) {
  uint32_t count = imp_ask_count(ask);
  if (count == 0) return;
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "What would give an answer");
  page_line(p);
  for (uint32_t i = 0; i < count && i < ITEMS_SHOWN; i++) text_item(p, a, imp_ask_at(ask, i));
  page_line(p);
}

/* What an answer without an ordinary duty leaves out. */
static void text_left_out(struct page *p, const struct imp_answer *a) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "Take note");
  page_line(p);
  for (uint32_t i = 0; i < a->caveat_count; i++) {
    page_space(p, 4);
    page_wrap(p, 4, a->caveats[i]);
  }
}

static void items_title(struct page *p, const char *title, bool after) {
  if (after) page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, title);
  page_line(p);
}

static uint32_t text_items(struct page *p, const struct imp_answer *a, const struct imp_ask *ask,
                           const char *title, bool claims, uint32_t room) {
  uint32_t shown = 0;
  for (uint32_t i = 0; i < imp_ask_count(ask) && shown < room; i++) {
    const struct imp_ask_item *item = imp_ask_at(ask, i);
    if ((item->kind == IMP_ASK_CLAIM) != claims) continue;
    if (shown == 0) items_title(p, claims ? claims_title : title, claims && room < ITEMS_SHOWN);
    text_item(p, a, item);
    shown++;
  }
  return shown;
}

static void write_text(const struct imp_law *law, const struct imp_query *q,
                       const struct imp_line *line, const struct imp_ask *ask,
                       const struct imp_report_options *o, struct buf *out) {
  struct page p = page_of(o, out);
  const struct imp_answer *a = imp_ask_line(ask);
  if (a->status == IMP_LINE_REFUSED) {
    text_refused(&p, a);
    text_help(&p, a, ask);
    return;
  }
  text_head(&p, line, a, o->description);
  uint32_t count = imp_ask_count(ask);
  if (count == 0) items_title(&p, "Nothing that could be stated or claimed moves this bill", false);
  const char *title =
      a->additional ? "What to find out first: money it moves, and what each answer gives"
                    : "What to find out first: US dollars it moves, and what each answer gives";
  uint32_t shown = text_items(&p, a, ask, title, false, ITEMS_SHOWN);
  text_items(&p, a, ask, title, true, ITEMS_SHOWN - shown);
  if (count > ITEMS_SHOWN)
    buf_printf(out, "    and %u more; --json has all\n", count - ITEMS_SHOWN);
  if (a->additional) text_left_out(&p, a);
  text_stamp(&p, law, q, o->into);
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static void json_stamp(struct json_out *j, const struct imp_law *law, const struct imp_query *q,
                       const char *into) {
  json_text(j, "law", imp_law_digest(law));
  json_text(j, "horizon", imp_law_read_of(law, into));
  json_text(j, "read_through", imp_law_read_of(law, into));
  json_text(j, "known", q->known != NULL ? q->known : imp_law_newest_known(law));
  json_text(j, "basis", report_basis_word(q->basis));
  assumed_json(j, law, q);
}

static void json_answer(struct json_out *j, const struct imp_ask_answer *x) {
  bool bill = x->refused == NULL && !x->prohibited;
  json_open(j, NULL, '{');
  json_text(j, "option", x->option);
  json_text(j, "also", x->also);
  json_text(j, "refused", x->refused);
  json_bool(j, "prohibited", x->prohibited);
  if (bill) {
    json_money(j, "low", x->low);
    json_money(j, "high", x->high);
    json_money(j, "fees_low", x->fee_low);
    json_money(j, "fees_high", x->fee_high);
  }
  json_close(j, '}');
}

static void json_item(struct json_out *j, const struct imp_ask_item *item) {
  json_open(j, NULL, '{');
  json_text(j, "kind", kind_word(item->kind));
  json_text(j, "name", item->name);
  json_maybe(j, "question", item->question);
  json_text(j, "presumed", item->presumed);
  json_money(j, "moves", item->moves);
  json_open(j, "answers", '[');
  for (uint32_t i = 0; i < item->answer_count; i++) json_answer(j, &item->answers[i]);
  json_close(j, ']');
  json_close(j, '}');
}

static void write_json(const struct imp_law *law, const struct imp_query *q,
                       const struct imp_ask *ask, const struct imp_report_options *o,
                       struct buf *out) {
  struct json_out j = {.out = out, .flat = o->format == IMP_JSON ? 4 : 0};
  const struct imp_answer *a = imp_ask_line(ask);
  json_open(&j, NULL, '{');
  json_text(&j, "schema", "impost.ask/1");
  json_stamp(&j, law, q, o->into);
  json_asked(&j, a, o->description);
  json_texts(&j, "caveats", a->caveats, a->caveat_count);
  json_open(&j, "items", '[');
  for (uint32_t i = 0; i < imp_ask_count(ask); i++) json_item(&j, imp_ask_at(ask, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

static enum imp_status no_table(struct imp_error *err) {
  return error_set(err, IMP_USAGE, "usage.format", "-O text, json or jsonl",
                   "what to find out has no form as a table");
}

enum imp_status imp_report_ask(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_line *line, const struct imp_ask *a,
                               const struct imp_report_options *options, struct imp_text *text,
                               struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  if (options->format == IMP_CSV || options->format == IMP_TSV) return no_table(err);
  if (options->format == IMP_TEXT)
    write_text(law, query, line, a, options, &b);
  else
    write_json(law, query, a, options, &b);
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}

/* ---- many lines ------------------------------------------------------------------------------ */

static void text_sum_item(struct page *p, const struct imp_ask_sum_item *item) {
  struct buf b = {0};
  bool words = item->question[0] != '\0' && strcmp(item->question, item->name) != 0;
  put_money_column(p, item->moves);
  page_space(p, 4);
  buf_puts(&b, item->name);
  if (words) buf_printf(&b, ": %s", item->question);
  buf_printf(&b, " (%s%s%s), on %u line%s", item->kind == IMP_ASK_NEED ? "not known" : "",
             item->kind == IMP_ASK_CLAIM ? "not claimed" : "",
             item->presumed != NULL ? "presumed" : "", (unsigned)item->lines,
             item->lines == 1 ? "" : "s");
  page_wrap(p, TEXT_COLUMN, b.n > 0 ? b.p : "");
  buf_clear(&b);
  buf_printf(&b, "%s  line ", item->example);
  if (item->top_entry[0] != '\0') buf_printf(&b, "%s/", item->top_entry);
  buf_printf(&b, "%u: ", (unsigned)item->top_line);
  money_print(item->top_moves, true, &b);
  page_space(p, TEXT_COLUMN + 2);
  page_puts(p, b.n > 0 ? b.p : "");
  page_line(p);
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

/* Claims stand apart: a fact is to be found out, a claim is to be made where its words are true of the goods. */
static uint32_t text_sum_items(struct page *p, struct imp_ask_sum *sum, const char *title,
                               bool claims, uint32_t room) {
  uint32_t shown = 0;
  for (uint32_t i = 0; i < imp_ask_sum_count(sum) && shown < room; i++) {
    const struct imp_ask_sum_item *item = imp_ask_sum_at(sum, i);
    if ((item->kind == IMP_ASK_CLAIM) != claims) continue;
    if (shown == 0) items_title(p, claims ? claims_title : title, claims && room < ITEMS_SHOWN);
    text_sum_item(p, item);
    shown++;
  }
  return shown;
}

static void write_sum_text(const struct imp_law *law, const struct imp_query *q,
                           struct imp_ask_sum *sum, const struct imp_report_options *o,
                           struct buf *out) {
  struct page p = page_of(o, out);
  uint32_t count = imp_ask_sum_count(sum);
  page_line(&p);
  buf_printf(out, "  %u line%s", (unsigned)imp_ask_sum_lines(sum),
             imp_ask_sum_lines(sum) == 1 ? "" : "s");
  if (imp_ask_sum_refused(sum) > 0)
    buf_printf(out, ", %u of them refused and not asked about", (unsigned)imp_ask_sum_refused(sum));
  buf_puts(out, "\n\n");
  if (count == 0)
    items_title(&p, "Nothing that could be stated or claimed moves these bills", false);
  const char *title = "What to find out first: US dollars it moves, and where most";
  uint32_t shown = text_sum_items(&p, sum, title, false, ITEMS_SHOWN);
  text_sum_items(&p, sum, title, true, ITEMS_SHOWN - shown);
  if (count > ITEMS_SHOWN)
    buf_printf(out, "    and %u more; --json has all\n", count - ITEMS_SHOWN);
  text_stamp(&p, law, q, NULL);
}

static void json_sum_item(struct json_out *j, const struct imp_ask_sum_item *item) {
  json_open(j, NULL, '{');
  json_text(j, "kind", kind_word(item->kind));
  json_text(j, "name", item->name);
  json_maybe(j, "question", item->question);
  json_text(j, "presumed", item->presumed);
  json_money(j, "moves", item->moves);
  json_number(j, "lines", item->lines);
  json_number(j, "top_line", item->top_line);
  json_text(j, "top_entry", item->top_entry);
  json_money(j, "top_moves", item->top_moves);
  json_text(j, "example", item->example);
  json_close(j, '}');
}

static void write_sum_json(const struct imp_law *law, const struct imp_query *q,
                           struct imp_ask_sum *sum, int flat, struct buf *out) {
  struct json_out j = {.out = out, .flat = flat};
  json_open(&j, NULL, '{');
  json_text(&j, "schema", "impost.ask/1");
  json_stamp(&j, law, q, NULL);
  json_number(&j, "lines", imp_ask_sum_lines(sum));
  json_number(&j, "refused", imp_ask_sum_refused(sum));
  json_open(&j, "items", '[');
  for (uint32_t i = 0; i < imp_ask_sum_count(sum); i++) json_sum_item(&j, imp_ask_sum_at(sum, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

enum imp_status imp_report_ask_sum(const struct imp_law *law, const struct imp_query *query,
                                   struct imp_ask_sum *sum,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  if (options->format == IMP_CSV || options->format == IMP_TSV) return no_table(err);
  if (options->format == IMP_TEXT)
    write_sum_text(law, query, sum, options, &b);
  else
    write_sum_json(law, query, sum, options->format == IMP_JSON ? 3 : 0, &b);
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}
