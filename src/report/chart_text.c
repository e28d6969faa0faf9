// SPDX-License-Identifier: Apache-2.0
// A timeline on a terminal: a line for each step and outcome with its stacked bar, and below it what happened.
#include "report/chart.h"

#include <string.h>

#include "report/report.h"
#include "report/stamp.h"
#include "report/study.h"

enum {
  COLUMN_RATE = 16,
  COLUMN_BAR = 28,
  EVENTS_SHOWN = 6
}; /* the bar: further right for ranges */

static const char *const unicode_fill[] = {"█", "▓", "▒", "░", "▞", "▚", "▤", "▥"};
static const char *const ascii_fill[] = {"#", "=", "+", ":", "o", "x", "%", "@"};

static const char *fill_of(const struct page *p, uint32_t series) {
  return (p->ascii ? ascii_fill : unicode_fill)[series % 8u];
}

static void span(const struct chart *c, const struct imp_bill *b, struct buf *out) {
  chart_print_rate(chart_rate(c, b->low), out);
  if (b->low == b->high) return;
  if (out->p && out->n) out->p[--out->n] = '\0'; /* "10 to 20%" */
  buf_puts(out, " to ");
  chart_print_rate(chart_rate(c, b->high), out);
}

/* Where bars begin: behind the widest rate. */
static int bar_at(const struct chart *c, const struct page *p) {
  size_t most = COLUMN_BAR - COLUMN_RATE - 2;
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++)
    for (uint32_t k = 0; k < imp_timeline_at(c->t, i)->answer->bill_count; k++) {
      struct buf b = {0};
      span(c, &imp_timeline_at(c->t, i)->answer->bills[k], &b);
      if (b.n > most) most = b.n;
      page_done(p, &b);
    }
  return COLUMN_RATE + (int)most + 2;
}

static int bar_columns(const struct chart *c, const struct page *p) {
  int columns = p->width - bar_at(c, p) - 4;
  return columns > 10 ? columns : 10;
}

/* Edges are rounded on the sum, so the bar is as long as the total whatever it is made of. */
static void bar(const struct chart *c, struct page *p, const struct imp_bill *b) {
  int64_t heights[CHART_SERIES], sum = 0, drawn = 0, columns = bar_columns(c, p);
  chart_heights(c, b, heights);
  for (uint32_t i = 0; i < c->series_count; i++) {
    sum += heights[i];
    int64_t end = (sum * columns * 2 + c->top) / (c->top * 2);
    if (end == drawn && heights[i] > 0 && drawn < columns) end = drawn + 1;
    for (; drawn < end; drawn++) page_puts(p, fill_of(p, i));
  }
}

static void rate_line(const struct chart *c, struct page *p, const char *day,
                      const struct imp_bill *b) {
  struct buf rate = {0};
  span(c, b, &rate);
  page_space(p, PAGE_INDENT);
  page_cell(p, day, 10, PAGE_LEFT);
  page_cell(p, rate.p ? rate.p : "", bar_at(c, p) - 2 - PAGE_INDENT - 10, PAGE_RIGHT);
  page_space(p, 2);
  bar(c, p, b);
  page_line(p);
  page_done(p, &rate);
}

static void picks_line(const struct chart *c, struct page *p, const struct imp_bill *b) {
  struct buf words = {0};
  buf_puts(&words, "if ");
  chart_print_picks(b, &words);
  if (b->mark) buf_printf(&words, " (%s)", b->mark);
  page_space(p, bar_at(c, p));
  page_wrap(p, bar_at(c, p), words.p ? words.p : "");
  page_done(p, &words);
}

static void words_below(struct page *p, const char *text) {
  page_space(p, COLUMN_RATE);
  page_wrap(p, COLUMN_RATE, text);
}

static void what_happened(struct page *p, const struct imp_step *s) {
  struct buf words = {0};
  for (uint32_t i = 0; i < s->event_count && i < EVENTS_SHOWN; i++) {
    buf_clear(&words);
    chart_print_event(&s->events[i], true, &words);
    words_below(p, words.p ? words.p : "");
  }
  buf_clear(&words);
  if (s->event_count > EVENTS_SHOWN)
    buf_printf(&words, "and %u more statements", (unsigned)(s->event_count - EVENTS_SHOWN));
  if (!s->event_count) chart_print_rows(s, &words);
  if (words.n) words_below(p, words.p);
  page_done(p, &words);
}

static void refused_step(struct page *p, const struct imp_step *s) {
  struct buf words = {0};
  buf_printf(&words, "refused: %s", s->answer->reason ? s->answer->reason : "");
  page_space(p, PAGE_INDENT);
  page_cell(p, s->from, COLUMN_RATE - PAGE_INDENT, PAGE_LEFT);
  page_wrap(p, COLUMN_RATE, words.p ? words.p : "");
  page_done(p, &words);
}

static void step(const struct chart *c, struct page *p, const struct imp_step *s) {
  const struct imp_answer *a = s->answer;
  if (a->status == IMP_LINE_REFUSED) refused_step(p, s);
  for (uint32_t i = 0; i < a->bill_count; i++) {
    rate_line(c, p, i ? "" : s->from, &a->bills[i]);
    if (a->bills[i].prohibited) words_below(p, "may not enter");
    if (a->bills[i].pick_count) picks_line(c, p, &a->bills[i]);
  }
  what_happened(p, s);
}

static void heading(const struct chart *c, struct page *p) {
  struct buf words = {0}, top = {0};
  const char *into = chart_into(c);
  buf_printf(&words, "%s from %s%s%s, %sduty in percent of a value of ", c->code, c->place_name,
             into ? " into " : "", into ? into : "", chart_additional(c) ? "additional " : "");
  money_print(c->value, true, &words);
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "TIMELINE");
  page_space(p, 20);
  page_wrap(p, 30, words.p ? words.p : "");
  if (c->description != NULL) page_described(p, p->width < 80 ? 2 : 30, c->description);
  page_line(p);
  chart_print_rate(c->top, &top);
  page_space(p, PAGE_INDENT);
  page_cell(p, "from", 10, PAGE_LEFT);
  page_cell(p, "rate", bar_at(c, p) - 2 - PAGE_INDENT - 10, PAGE_RIGHT);
  page_space(p, 2);
  page_puts(p, "0");
  page_cell(p, top.p ? top.p : "", bar_columns(c, p) - 1, PAGE_RIGHT);
  page_line(p);
  page_rule(p);
  page_done(p, &words);
  page_done(p, &top);
}

static void legend(const struct chart *c, struct page *p) {
  page_rule(p);
  for (uint32_t i = 0; i < c->series_count; i++) {
    page_space(p, PAGE_INDENT);
    page_puts(p, fill_of(p, i));
    page_puts(p, fill_of(p, i));
    page_space(p, 2);
    page_cell(p, c->series[i].measure, 30, PAGE_LEFT);
    page_space(p, 1);
    page_wrap(p, PAGE_INDENT + 35, c->series[i].title);
  }
}

static void ending(const struct chart *c, struct page *p) {
  const struct imp_step *last = imp_timeline_at(c->t, imp_timeline_count(c->t) - 1);
  struct stamp stamp = stamp_of(c->law, c->query, c->what->line->into);
  page_line(p);
  if (chart_has_range(c))
    page_item(p, "note", 10, "where a fact is missing there is a range; its bar is the high end");
  for (uint32_t i = 0; i < last->answer->caveat_count; i++)
    page_item(p, "note", 10, last->answer->caveats[i]);
  stamp_put(p, "", &stamp);
}

void chart_text(const struct chart *c, struct page *p) {
  heading(c, p);
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++) step(c, p, imp_timeline_at(c->t, i));
  legend(c, p);
  ending(c, p);
}
