// SPDX-License-Identifier: Apache-2.0
// What is coming, day by day: as text with a mark for law and one for what is only said, and as JSON.
#include "report/study.h"

#include <string.h>

#include "report/report.h"
#include "report/stamp.h"

enum { AT = 8 }; /* column of the words below a mark */

static const char *announced_mark(const struct page *p) {
  return p->ascii ? "o" : "○";
}

void study_day_line(struct page *p, const char *day, int32_t in_days) {
  struct buf b = {0};
  int32_t n = in_days < 0 ? -in_days : in_days;
  if (in_days == 0)
    buf_puts(&b, "  that day");
  else
    buf_printf(&b, in_days < 0 ? "  %d day%s ago" : "  in %d day%s", (int)n, n == 1 ? "" : "s");
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, day);
  page_puts(p, b.p ? b.p : "");
  page_line(p);
  page_done(p, &b);
}

static void cited(struct page *p, const struct imp_event *e) {
  struct buf b = {0};
  if (e->act_title && e->act_title[0]) buf_puts(&b, e->act_title);
  if (e->cite && e->cite[0]) buf_printf(&b, "%s%s", b.n ? ", " : "", e->cite);
  if (e->known && e->known[0]) buf_printf(&b, "%sknown %s", b.n ? "; " : "", e->known);
  if (b.n) {
    page_space(p, AT + 2);
    page_wrap(p, AT + 2, b.p);
  }
  page_done(p, &b);
}

static bool same_place(const struct imp_coming *a, const struct imp_coming *b) {
  return a && a->in_days == b->in_days && !strcmp(a->event.measure, b->event.measure) &&
         !strcmp(a->event.heading, b->event.heading);
}

static bool same_text(const char *a, const char *b) {
  return strcmp(a ? a : "", b ? b : "") == 0;
}

/* The next item says of the same block, by the same act and under the same answer: the act stands once, below both. */
static bool cited_below(const struct imp_coming *c, const struct imp_coming *next) {
  return next && same_place(c, next) && c->kind == next->kind && !c->standing && !next->standing &&
         same_text(c->outcome, next->outcome) &&
         same_text(c->event.act_title, next->event.act_title) &&
         same_text(c->event.cite, next->event.cite) && same_text(c->event.known, next->event.known);
}

static void title_line(struct page *p, const struct imp_coming *c) {
  struct buf b = {0};
  if (c->side && c->side[0]) buf_printf(&b, "%s  ", c->side);
  buf_puts(&b, c->event.title && c->event.title[0] ? c->event.title : c->event.measure);
  if (c->event.heading[0]) buf_printf(&b, ", heading %s", c->event.heading);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
  page_done(p, &b);
}

static void item(struct page *p, const struct imp_coming *c, const struct imp_coming *last,
                 const struct imp_coming *next) {
  struct buf b = {0};
  bool said = c->kind == IMP_COMING_SAID, question = c->kind == IMP_COMING_QUESTION;
  bool planned = c->kind == IMP_COMING_MEETING || c->kind == IMP_COMING_PLEDGE;
  if (!same_place(last, c)) title_line(p, c);
  page_space(p, PAGE_INDENT + 2);
  const char *mark = page_marks(p)->law;
  if (said || c->as_picked) mark = announced_mark(p);
  if (question) mark = "?";
  if (planned) mark = "-";
  page_puts(p, mark);
  page_space(p, 1);
  if (question)
    buf_printf(&b, "%s %s (%s): %s", c->event.measure, c->event.what, c->before, c->outcome);
  else
    buf_printf(&b, "%s%s%s%s", said ? "if " : "",
               said           ? c->outcome
               : c->as_picked ? "as picked"
                              : "",
               said || c->as_picked ? ": " : "", c->event.what);
  page_wrap(p, AT, b.p ? b.p : "");
  if (c->standing) {
    page_space(p, AT + 2);
    page_wrap(p, AT + 2, c->standing);
  }
  if (!cited_below(c, next)) cited(p, &c->event);
  page_done(p, &b);
}

void study_upcoming_head(struct page *p, const struct imp_upcoming *u) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "UPCOMING");
  buf_printf(&b, "after %s, to %s", imp_upcoming_on(u), imp_upcoming_until(u));
  page_space(p, 20);
  page_wrap(p, 30, b.p ? b.p : "");
  page_space(p, 30);
  page_puts(p, page_marks(p)->law);
  page_puts(p, " by text in force   ");
  page_puts(p, announced_mark(p));
  page_puts(p, " under that answer   ? a question   - planned");
  page_line(p);
  page_done(p, &b);
}

void study_stamp_of(struct page *p, const struct imp_law *law, const struct imp_query *query,
                    const char *place) {
  struct stamp s = stamp_of(law, query, place);
  stamp_put(p, "", &s);
}

void study_stamp_all(struct page *p, const struct imp_law *law, const struct imp_query *query) {
  struct buf b = {0};
  struct stamp s = stamp_of_all(law, query, &b);
  stamp_put(p, "", &s);
  page_done(p, &b);
}

void study_stamp(struct page *p, const struct imp_law *law, const struct imp_query *query) {
  study_stamp_of(p, law, query, NULL);
}

static void headline(struct page *p, const char *words) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, words);
  page_line(p);
}

static bool is_plan(const struct imp_coming *c) {
  return c->kind == IMP_COMING_QUESTION || c->kind > IMP_COMING_LIST;
}

/* What is past due, what hangs on it since, and what is to come; without the first two nothing is said of it. */
static void part_line(struct page *p, const struct imp_coming *last, const struct imp_coming *c) {
  bool late = c->in_days <= 0;
  if (late && is_plan(c) && !last) headline(p, "PAST DUE: no answer is recorded here");
  if (late && !is_plan(c) && (!last || is_plan(last)))
    headline(p, "WHAT HANGS ON IT: the law if none was given, and under an answer");
  if (!late && last && last->in_days <= 0) headline(p, "TO COME");
}

static bool starts_day(const struct imp_coming *last, const struct imp_coming *c) {
  return !last || last->in_days != c->in_days || (c->in_days <= 0 && is_plan(last) != is_plan(c));
}

static void upcoming_text(const struct imp_law *law, const struct imp_query *query,
                          const struct imp_upcoming *u, struct page *p) {
  uint32_t n[IMP_COMING_PLEDGE + 1] = {0}, past = 0, picked = 0;
  struct buf b = {0};
  study_upcoming_head(p, u);
  for (uint32_t i = 0; i < imp_upcoming_count(u); i++) {
    const struct imp_coming *c = imp_upcoming_at(u, i),
                            *last = i ? imp_upcoming_at(u, i - 1) : NULL,
                            *next =
                                i + 1 < imp_upcoming_count(u) ? imp_upcoming_at(u, i + 1) : NULL;
    bool new_day = starts_day(last, c);
    part_line(p, last, c);
    if (new_day) study_day_line(p, c->event.day, c->in_days);
    item(p, c, new_day ? NULL : last, next && starts_day(c, next) ? NULL : next);
    picked += c->in_days > 0 && c->as_picked;
    if (c->in_days <= 0)
      past += is_plan(c);
    else if (!c->as_picked)
      n[c->kind]++;
  }
  page_line(p);
  buf_printf(&b, "by law %u", (unsigned)n[IMP_COMING_LAW]);
  if (picked) buf_printf(&b, ", as picked %u", (unsigned)picked);
  buf_printf(&b,
             ", only under an answer %u, lists %u, questions due %u, meetings %u, "
             "promises %u%s",
             (unsigned)n[IMP_COMING_SAID], (unsigned)n[IMP_COMING_LIST],
             (unsigned)n[IMP_COMING_QUESTION], (unsigned)n[IMP_COMING_MEETING],
             (unsigned)n[IMP_COMING_PLEDGE], past ? "; past due " : "");
  if (past) buf_printf(&b, "%u", (unsigned)past);
  page_space(p, 2);
  page_wrap(p, 2, b.p ? b.p : "");
  study_stamp_all(p, law, query);
  page_done(p, &b);
}

static void json_item(struct json_out *j, const struct imp_coming *c) {
  static const char *const kinds[] = {"law", "said", "question", "list", "meeting", "pledge"};
  json_open(j, NULL, '{');
  json_text(j, "day", c->event.day);
  json_days(j, "in_days", c->in_days);
  json_text(j, "kind", kinds[c->kind]);
  json_bool(j, "as_picked", c->as_picked);
  json_text(j, "of", c->of);
  json_maybe(j, "side", c->side);
  json_maybe(j, "outcome", c->outcome);
  json_text(j, "before", c->before);
  json_text(j, "after", c->after);
  json_maybe(j, "standing", c->standing);
  json_open(j, "event", '[');
  study_json_event(j, &c->event);
  json_close(j, ']');
  json_close(j, '}');
}

void study_upcoming_json_head(struct json_out *j, const char *schema, const struct imp_law *law,
                              const struct imp_query *query, const struct imp_upcoming *u) {
  study_json_head(j, schema, law, query);
  json_text(j, "after", imp_upcoming_on(u));
  json_text(j, "to", imp_upcoming_until(u));
}

enum imp_status imp_report_upcoming(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_upcoming *u,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    upcoming_text(law, query, u, &p);
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .flat = 3};
  json_open(&j, NULL, '{');
  study_upcoming_json_head(&j, "impost.upcoming/1", law, query, u);
  json_open(&j, "changes", '[');
  for (uint32_t i = 0; i < imp_upcoming_count(u); i++) json_item(&j, imp_upcoming_at(u, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(&b, '\n');
  return study_give_back(text, &b, err);
}
