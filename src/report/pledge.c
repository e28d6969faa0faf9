// SPDX-License-Identifier: Apache-2.0
// Promises to buy as a page: what is due, what was counted, a small chart, other counts; and as JSON.
#include <string.h>

#include "impost/pledge.h"
#include "report/report.h"
#include "report/study.h"
#include "report/talks.h"

enum { AMOUNT = 14, PERIOD = 26, DUE = 12, BAR = 36, DAY = 12, RANGE = 14 };

static const char *state_word(const struct page *p, enum imp_promise_state s) {
  static const char *const words[] = {"○ to come", "◔ running", "● met",
                                      "✕ not met", "? open",    "? no count"};
  static const char *const plain[] = {"o to come", "~ running", "* met",
                                      "x not met", "? open",    "? no count"};
  return p && p->ascii ? plain[s] : words[s];
}

static const char *const state_ids[] = {"to come", "running", "met", "not met", "open", "no count"};

/* "10", or "8.5 to 10". */
static void put_span(struct buf *b, const char *low, const char *high) {
  buf_puts(b, low);
  if (strcmp(low, high)) buf_printf(b, " to %s", high);
}

static void detail(struct buf *b, const struct imp_pledge *x, const struct imp_promise *m) {
  if (m->low) {
    bool past = strcmp(m->reading, m->due) > 0;
    if (past && m->state == IMP_PROMISE_NOT_MET)
      buf_printf(b, "at most %s on %s", m->high, m->reading);
    else {
      put_span(b, m->low, m->high);
      buf_printf(b, " on %s", m->reading);
    }
    if (m->share)
      buf_printf(b, ", %s", m->share);
    else if (past)
      buf_puts(b, ", later than due; what of it came in time nobody counted");
    if (m->state == IMP_PROMISE_MET && m->early > 0)
      buf_printf(b, ", %d day%s early", (int)m->early, m->early == 1 ? "" : "s");
  }
  if (m->pace) buf_printf(b, "%san even pace asks for %s", b->n ? "; " : "", m->pace);
  if (m->needed) buf_printf(b, "; what is left asks for %s %s in 30 days", m->needed, x->unit);
  if (m->mark) buf_printf(b, "%snot certain: %s", b->n ? "; " : "", m->mark);
}

static void promise_row(struct page *p, const struct imp_pledge *x, const struct imp_promise *m) {
  struct buf b = {0};
  int at = PAGE_INDENT + AMOUNT + PERIOD + DUE;
  buf_printf(&b, "%s %s", m->amount, m->together ? "in all" : x->unit);
  page_space(p, PAGE_INDENT);
  page_cell(p, b.p ? b.p : "", AMOUNT, PAGE_LEFT);
  buf_clear(&b);
  buf_printf(&b, "%s to %s", m->from, m->due);
  page_cell(p, b.p ? b.p : "", PERIOD, PAGE_LEFT);
  page_cell(p, m->due, DUE, PAGE_LEFT);
  buf_clear(&b);
  detail(&b, x, m);
  page_cell(p, state_word(p, m->state), 12, PAGE_LEFT);
  if (b.n)
    page_wrap(p, at + 12, b.p);
  else
    page_line(p);
  page_done(p, &b);
}

static void promise_table(struct page *p, const struct imp_pledge *x) {
  const char *last = "";
  for (uint32_t i = 0; i < x->promise_count; i++) {
    const struct imp_promise *m = &x->promises[i];
    if (i == 0) {
      page_line(p);
      page_space(p, PAGE_INDENT);
      page_cell(p, m->compare, AMOUNT, PAGE_LEFT);
      page_cell(p, "period", PERIOD, PAGE_LEFT);
      page_cell(p, "due", DUE, PAGE_LEFT);
      page_puts(p, "state");
      page_line(p);
      page_rule(p);
    }
    if (strcmp(last, m->by)) { /* whose reading of the promise it is */
      struct buf b = {0};
      buf_printf(&b, "by %s", m->by_title[0] ? m->by_title : m->by);
      page_space(p, PAGE_INDENT);
      page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
      page_done(p, &b);
    }
    last = m->by;
    promise_row(p, x, m);
  }
}

static void put_bar(struct page *p, const struct imp_count *c) {
  uint32_t low = (c->bar_low * BAR + 500) / 1000, high = (c->bar_high * BAR + 500) / 1000;
  for (uint32_t i = 0; i < high; i++)
    page_puts(p, i < low ? p->ascii ? "#" : "█" : p->ascii ? "." : "░");
}

static void chart(struct page *p, const struct imp_pledge *x) {
  bool titled = false;
  for (uint32_t i = 0; i < x->count_count; i++) {
    const struct imp_count *c = &x->counts[i];
    struct buf b = {0};
    if (!c->counts) continue;
    if (!titled) {
      page_line(p);
      page_space(p, 2);
      buf_printf(&b, "%s since %s, in %s; the full bar is %s", x->counted, c->from, x->unit,
                 x->scale);
      page_wrap(p, 2, b.p ? b.p : "");
      page_line(p);
      titled = true;
    }
    buf_clear(&b);
    put_span(&b, c->low, c->high);
    page_space(p, PAGE_INDENT);
    page_cell(p, c->through, DAY, PAGE_LEFT);
    page_cell(p, b.p ? b.p : "", RANGE, PAGE_LEFT);
    put_bar(p, c);
    page_line(p);
    page_done(p, &b);
  }
}

static bool same_days(const struct imp_count *a, const struct imp_count *b) {
  return strcmp(a->what, b->what) == 0 && strcmp(a->from, b->from) == 0 &&
         strcmp(a->through, b->through) == 0;
}

/* Rows of one count and the same days on one line: the sum of all, then the origins. */
static uint32_t other_line(struct page *p, const struct imp_pledge *x, uint32_t i) {
  uint32_t n = 1;
  struct buf b = {0};
  while (i + n < x->count_count && same_days(&x->counts[i], &x->counts[i + n])) n++;
  for (uint32_t k = i; k < i + n; k++) {
    const struct imp_count *c = &x->counts[k];
    buf_printf(&b, "%s%s ", k > i ? ", " : "", c->origin_name);
    put_span(&b, c->low, c->high);
    if (c->share) buf_printf(&b, " (%s)", c->share);
  }
  struct buf days = {0};
  buf_printf(&days, "%s to %s", x->counts[i].from, x->counts[i].through);
  page_item(p, days.p ? days.p : "", PERIOD, b.p ? b.p : "");
  page_done(p, &days);
  page_done(p, &b);
  return n;
}

static void others(struct page *p, const struct imp_pledge *x) {
  const char *last = "";
  for (uint32_t i = 0; i < x->count_count;) {
    const struct imp_count *c = &x->counts[i];
    if (c->counts) {
      i++;
      continue;
    }
    if (strcmp(last, c->what)) {
      struct buf b = {0};
      page_line(p);
      page_space(p, 2);
      buf_printf(&b, "Another count, not this promise: %s by origin, in %s", c->what, x->unit);
      page_wrap(p, 2, b.p ? b.p : "");
      page_line(p);
      page_done(p, &b);
    }
    last = c->what;
    i += other_line(p, x, i);
  }
}

static void who_said(struct page *p, const struct imp_pledge *x) {
  struct buf b = {0};
  const char *names[2] = {x->seller, x->buyer};
  for (unsigned i = 0; i < 2; i++)
    buf_printf(&b, "%s%s %s: %s", i ? "; " : "", talks_mark(p, x->positions[i].stance), names[i],
               x->positions[i].stance == IMP_SILENT ? "has said nothing of it"
                                                    : talks_stance(x->positions[i].stance));
  bool said = x->positions[0].stance != IMP_SILENT || x->positions[1].stance != IMP_SILENT;
  if (said) page_item(p, "said", 12, b.p ? b.p : "");
  page_done(p, &b);
}

static void one(struct page *p, const struct imp_pledge *x) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, x->title);
  page_line(p);
  page_line(p);
  buf_printf(&b, "%s%s buys from %s%s, counted by %s (%s)", report_article(x->buyer), x->buyer,
             report_article(x->seller), x->seller, x->counted, x->goods);
  page_item(p, "promise", 12, b.p ? b.p : "");
  who_said(p, x);
  if (x->ends) page_item(p, "finished", 12, x->ends);
  promise_table(p, x);
  chart(p, x);
  others(p, x);
  for (uint32_t i = 0; i < x->note_count; i++) {
    page_line(p);
    page_space(p, 2);
    page_wrap(p, 2, x->notes[i]);
  }
  page_done(p, &b);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------ */

static void json_promise(struct json_out *j, const struct imp_promise *m) {
  json_open(j, NULL, '{');
  json_text(j, "compare", m->compare);
  json_text(j, "amount", m->amount);
  json_text(j, "from", m->from);
  json_text(j, "due", m->due);
  json_bool(j, "together", m->together);
  json_text(j, "state", state_ids[m->state]);
  json_text(j, "reading", m->reading);
  json_text(j, "low", m->low);
  json_text(j, "high", m->high);
  json_text(j, "share", m->share);
  json_text(j, "even_pace", m->pace);
  json_text(j, "needed_in_30_days", m->needed);
  if (m->state == IMP_PROMISE_MET) json_number(j, "days_early", (uint64_t)m->early);
  json_maybe(j, "by", m->by);
  json_text(j, "unconfirmed", m->mark);
  json_close(j, '}');
}

static void json_count(struct json_out *j, const struct imp_count *c) {
  json_open(j, NULL, '{');
  json_text(j, "what", c->what);
  json_text(j, "origin", c->origin);
  json_text(j, "from", c->from);
  json_text(j, "through", c->through);
  json_text(j, "low", c->low);
  json_text(j, "high", c->high);
  json_text(j, "share", c->share);
  json_bool(j, "counts", c->counts);
  json_maybe(j, "by", c->by);
  json_maybe(j, "source", c->source);
  json_close(j, '}');
}

static void json_pledge(struct json_out *j, const struct imp_pledge *x) {
  json_open(j, NULL, '{');
  json_text(j, "name", x->name);
  json_text(j, "title", x->title);
  json_text(j, "buyer", x->buyer);
  json_text(j, "seller", x->seller);
  json_maybe(j, "goods", x->goods);
  json_text(j, "counted_by", x->counted);
  json_text(j, "unit", x->unit);
  json_text(j, "seller_says", talks_stance(x->positions[0].stance));
  json_text(j, "buyer_says", talks_stance(x->positions[1].stance));
  json_text(j, "ends", x->ends);
  json_open(j, "promises", '[');
  for (uint32_t i = 0; i < x->promise_count; i++) json_promise(j, &x->promises[i]);
  json_close(j, ']');
  json_open(j, "counts", '[');
  for (uint32_t i = 0; i < x->count_count; i++) json_count(j, &x->counts[i]);
  json_close(j, ']');
  json_texts(j, "notes", x->notes, x->note_count);
  json_text(j, "file", x->at.file);
  json_number(j, "line", x->at.line);
  json_close(j, '}');
}

enum imp_status imp_report_pledges(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_pledges *l,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    for (uint32_t i = 0; i < imp_pledges_count(l); i++) one(&p, imp_pledges_at(l, i));
    page_line(&p);
    study_stamp_all(&p, law, query);
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .flat = 5};
  json_open(&j, NULL, '{');
  study_json_head(&j, "impost.pledges/1", law, query);
  json_open(&j, "pledges", '[');
  for (uint32_t i = 0; i < imp_pledges_count(l); i++) json_pledge(&j, imp_pledges_at(l, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(&b, '\n');
  return study_give_back(text, &b, err);
}
