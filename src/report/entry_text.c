// SPDX-License-Identifier: Apache-2.0
// The entry summary as pages of text, and as JSON.
//
// A page has PAGE_LINES lines and begins with the head of the entry; a form feed stands between pages. The block
// of a line is not cut where it fits on a page.
#include <stdio.h>

#include "base/num.h"
#include "report/entry.h"
#include "report/report.h"

enum { PAGE_LINES = 60, HEAD_LINES = 6, NUMBER = 22, VALUE = 18, RATE = 26, AMOUNT = 18 };

struct paper {
  const struct imp_entry_summary *s;
  const char *entry;
  struct page page;
  int number;   /* of the page */
  size_t start; /* where the page begins in the text */
};

static void right(struct page *p, struct buf *b, int columns) {
  page_cell(p, b->p ? b->p : "", columns, PAGE_RIGHT);
  if (b->failed) p->out->failed = true;
  buf_clear(b);
}

/* Whole dollars with commas. */
static void put_dollars(int64_t cents, struct buf *b) {
  money_print(cents / 100 * 100, true, b);
  if (b->n > 3) b->n -= 3;
  if (b->p) b->p[b->n] = '\0';
}

/* A part of the value: cents only where it has some. */
static void put_base(int64_t cents, struct buf *b) {
  money_print(cents, true, b);
  if (cents % 100 == 0 && b->n > 3) b->n -= 3;
  if (b->p) b->p[b->n] = '\0';
}

static void four(struct paper *t, const char *number, struct buf *value, const char *rate,
                 struct buf *amount) {
  page_space(&t->page, 6);
  page_cell(&t->page, number, NUMBER, PAGE_LEFT);
  right(&t->page, value, VALUE);
  page_space(&t->page, 2);
  page_cell(&t->page, rate ? rate : "", RATE, PAGE_LEFT);
  right(&t->page, amount, AMOUNT);
  page_line(&t->page);
}

/* ---- pages -------------------------------------------------------------------------------------------- */

static void head(struct paper *t) {
  const struct imp_entry_summary *s = t->s;
  struct buf b = {0}, none = {0};
  if (t->number++) buf_puts(t->page.out, "\f");
  t->start = t->page.out->n;
  buf_printf(&b, "  ENTRY SUMMARY %s", t->entry);
  page_line(&t->page);
  page_cell(&t->page, b.p ? b.p : "", 70, PAGE_LEFT);
  page_done(&t->page, &b);
  buf_printf(&b, "page %d", t->number);
  right(&t->page, &b, 20);
  page_line(&t->page);
  page_puts(&t->page, "  date of entry ");
  page_puts(&t->page, s->count ? s->lines[0].on : "");
  page_puts(&t->page, ", money in USD");
  page_line(&t->page);
  page_line(&t->page);
  buf_puts(&none, "entered value");
  buf_puts(&b, "duty and fees");
  four(t, "line, number", &none, "rate", &b);
  page_rule(&t->page);
  buf_free(&b);
  buf_free(&none);
}

static int lines_left(const struct paper *t) {
  int used = 0;
  for (size_t i = t->start; i < t->page.out->n; i++) used += t->page.out->p[i] == '\n';
  return PAGE_LINES - used;
}

/* A new page where so many lines do not fit and the page has some already. */
static void room(struct paper *t, int lines) {
  int left = lines_left(t);
  if (left >= lines || (lines > PAGE_LINES - HEAD_LINES && left > 2)) return;
  head(t);
}

/* ---- a line --------------------------------------------------------------------------------------------- */

static void line_head(struct paper *t, const struct entry_line *l) {
  struct buf b = {0};
  buf_printf(&b, "  %03u  %s  %s", (unsigned)l->number, l->from, l->place ? l->place : "");
  page_puts(&t->page, b.p);
  page_line(&t->page);
  page_done(&t->page, &b);
}

static void line_fees(struct paper *t, const struct entry_line *l) {
  struct buf value = {0}, amount = {0};
  for (uint32_t f = 0; f < t->s->fee_count; f++) {
    const struct entry_fee *fee = &t->s->fees[f];
    if (l->order == UINT32_MAX || fee->unknown || !l->fees_high[f]) continue;
    report_span(l->fees[f], l->fees_high[f], true, &amount);
    four(t, fee->name, &value, "part of the entry's", &amount);
  }
  buf_free(&value);
  buf_free(&amount);
}

static void put_line(struct paper *t, const struct entry_line *l) {
  struct buf value = {0}, amount = {0};
  int words = l->problem ? (int)str_utf8_columns(str_of(l->problem)) / (t->page.width - 12) + 3 : 0;
  room(t, (int)(l->row_count + t->s->fee_count) + words + 2);
  line_head(t, l);
  for (uint32_t i = 0; i < l->row_count; i++) {
    const struct entry_row *r = &l->rows[i];
    room(t, 1);
    if (r->goods) put_dollars(l->value, &value);
    if (!r->goods && r->base > 0 && r->base != l->value) {
      buf_puts(&value, "on ");
      put_base(r->base, &value);
    }
    money_print(r->amount, true, &amount);
    four(t, r->number, &value, r->rate, &amount);
  }
  if (l->problem) {
    put_dollars(l->value, &value);
    buf_puts(&amount, "none");
    four(t, l->code, &value, "", &amount);
    page_space(&t->page, 6);
    page_wrap(&t->page, 6, l->problem);
    page_line(&t->page);
  }
  line_fees(t, l);
  page_line(&t->page);
  buf_free(&value);
  buf_free(&amount);
}

/* ---- totals ----------------------------------------------------------------------------------------------- */

static void total(struct paper *t, const char *words, int64_t low, int64_t high, const char *note) {
  struct buf value = {0}, amount = {0};
  report_span(low, high, true, &amount);
  four(t, words, &value, note ? note : "", &amount);
  buf_free(&value);
  buf_free(&amount);
}

static void put_totals(struct paper *t) {
  const struct imp_entry_summary *s = t->s;
  struct entry_totals sums = entry_total(s);
  struct buf value = {0}, amount = {0};
  room(t, (int)s->fee_count + 6);
  page_rule(&t->page);
  put_dollars(sums.value, &value);
  money_print(sums.duty, true, &amount);
  four(t, "total entered value", &value, "duty", &amount);
  for (uint32_t f = 0; f < s->fee_count; f++) {
    const struct entry_fee *fee = &s->fees[f];
    if (fee->unknown)
      four(t, fee->name, &value, "not computed", &amount);
    else
      total(t, fee->name, fee->low, fee->high, fee->why);
  }
  if (!s->fees_known) four(t, "fees", &value, "too many lines", &amount);
  if (sums.problems == 0) {
    total(t, "total", sums.duty + sums.fee_low, sums.duty + sums.fee_high, "");
  } else {
    page_puts(
        &t->page,
        "      no total: something above has no one amount. The duty is that of the other lines;");
    page_line(&t->page);
    page_puts(&t->page, "      a refused line is in no fee, one that may not enter is");
    page_line(&t->page);
  }
  page_puts(&t->page, "      not in it: ");
  const char *names[OUTSIDE_MOST];
  outside_names(entry_stated(s->stated, s->answered), names);
  for (size_t i = 0; names[i]; i++) {
    if (i > 0) page_puts(&t->page, ", ");
    page_puts(&t->page, names[i]);
  }
  page_line(&t->page);
  buf_free(&value);
  buf_free(&amount);
}

void entry_text(const struct imp_entry_summary *s, const char *entry, struct buf *out) {
  struct paper t = {.s = s,
                    .entry = entry,
                    .page = {.out = out, .width = 96, .ascii = s->options.ascii != 0}};
  if (s->entries) buf_puts(out, "\f");
  head(&t);
  for (size_t i = 0; i < s->count; i++) put_line(&t, &s->lines[i]);
  put_totals(&t);
}

/* ---- JSON ------------------------------------------------------------------------------------------------ */

static void json_line(struct json_out *j, const struct imp_entry_summary *s,
                      const struct entry_line *l) {
  json_open(j, NULL, '{');
  json_number(j, "line", l->number);
  json_text(j, "code", l->code);
  json_text(j, "from", l->from);
  json_text(j, "on", l->on);
  json_money(j, "value", l->value);
  json_maybe(j, "problem", l->problem);
  if (l->problem)
    json_null(j, "duty");
  else
    json_money(j, "duty", l->duty);
  json_open(j, "rows", '[');
  for (uint32_t i = 0; i < l->row_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "number", l->rows[i].number);
    json_maybe(j, "rate", l->rows[i].rate);
    json_money(j, "base", l->rows[i].base);
    json_money(j, "amount", l->rows[i].amount);
    json_maybe(j, "measure", l->rows[i].measure);
    json_maybe(j, "act", l->rows[i].act);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_open(j, "fees", '{');
  for (uint32_t f = 0; f < s->fee_count; f++)
    if (l->order != UINT32_MAX && !s->fees[f].unknown && s->fees[f].low == s->fees[f].high)
      json_money(j, s->fees[f].name, l->fees[f]);
  json_close(j, '}');
  json_open(j, "fees_open", '{');
  for (uint32_t f = 0; f < s->fee_count; f++) {
    if (l->order == UINT32_MAX || s->fees[f].unknown || s->fees[f].low == s->fees[f].high) continue;
    json_open(j, s->fees[f].name, '{');
    json_money(j, "low", l->fees[f]);
    json_money(j, "high", l->fees_high[f]);
    json_close(j, '}');
  }
  json_close(j, '}');
  json_close(j, '}');
}

void entry_json(struct imp_entry_summary *s, const char *entry, struct buf *out) {
  struct json_out *j = &s->json;
  struct entry_totals t = entry_total(s);
  j->out = out;
  json_open(j, NULL, '{');
  json_text(j, "entry", entry);
  json_open(j, "lines", '[');
  for (size_t i = 0; i < s->count; i++) json_line(j, s, &s->lines[i]);
  json_close(j, ']');
  json_open(j, "fees", '[');
  for (uint32_t f = 0; f < s->fee_count; f++) {
    json_open(j, NULL, '{');
    json_text(j, "name", s->fees[f].name);
    json_maybe(j, "rate", s->fees[f].rate);
    json_money(j, "base", s->fees[f].base);
    if (s->fees[f].unknown) {
      json_null(j, "low");
      json_null(j, "high");
    } else {
      json_money(j, "low", s->fees[f].low);
      json_money(j, "high", s->fees[f].high);
    }
    json_maybe(j, "why", s->fees[f].why);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_money(j, "value", t.value);
  json_number(j, "without_amount", t.problems);
  if (t.problems) {
    json_null(j, "duty");
    json_null(j, "total_low");
    json_null(j, "total_high");
  } else {
    json_money(j, "duty", t.duty);
    json_money(j, "total_low", t.duty + t.fee_low);
    json_money(j, "total_high", t.duty + t.fee_high);
  }
  json_close(j, '}');
  j->out = NULL;
}
