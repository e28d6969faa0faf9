// SPDX-License-Identifier: Apache-2.0
// Fees on a call as a page: outcomes side by side, the arithmetic, what decides, the same call through the years.
#include "impost/portfee.h"

#include <string.h>

#include "base/num.h"
#include "report/report.h"
#include "report/study.h"

enum { BAR = 34, DAY = 14 };

static const char *mark(const struct page *p, enum imp_charge_status s) {
  static const char *const marks[] = {"●", "?", "◐", "–", "–", "–", "–"};
  static const char *const plain[] = {"*", "?", "/", "-", "-", "-", "-"};
  return p->ascii ? plain[s] : marks[s];
}

static void put_cents(struct buf *b, int64_t cents) {
  money_print(cents, true, b);
}

static const char *call_word(enum imp_charge_status s) {
  return s == IMP_CHARGE_DUE         ? "DUE"
         : s == IMP_CHARGE_DEPENDS   ? "IT DEPENDS"
         : s == IMP_CHARGE_SUSPENDED ? "SUSPENDED"
                                     : "NOTHING IS OWED";
}

/* Columns of one answer; several share the page. */
static int column(const struct imp_call_answer *a) {
  return a->outcome_count > 1 ? 22 : 26;
}

static void head(struct page *p, const struct imp_call_answer *a) {
  struct buf b = {0};
  if (a->outcome_count == 1)
    buf_puts(&b, call_word(a->outcomes[0].status));
  else
    buf_printf(&b, "%u ANSWERS", (unsigned)a->outcome_count);
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, b.p ? b.p : "");
  buf_clear(&b);
  buf_printf(&b, "   one call in %s%s, %s", report_article(a->into_name), a->into_name, a->on);
  page_puts(p, b.p ? b.p : "");
  page_line(p);
  page_done(p, &b);
}

static void charge_cell(struct buf *b, const struct page *p, const struct imp_charge *c) {
  buf_printf(b, "%s ", mark(p, c->status));
  if (c->status == IMP_CHARGE_DUE || (c->status == IMP_CHARGE_DEPENDS && c->has_amount))
    put_cents(b, c->amount);
  else
    buf_puts(b, imp_charge_word(c->status));
}

static void charge_rows(struct page *p, const struct imp_call_answer *a) {
  const struct imp_call_outcome *first = &a->outcomes[0];
  for (uint32_t i = 0; i < first->charge_count; i++) {
    struct buf b = {0};
    int at = p->width - 2 - (int)a->outcome_count * column(a);
    page_space(p, PAGE_INDENT);
    page_cell(p, first->charges[i].title, at - PAGE_INDENT - 1, PAGE_LEFT);
    page_space(p, 1);
    for (uint32_t o = 0; o < a->outcome_count && i < a->outcomes[o].charge_count; o++) {
      buf_clear(&b);
      charge_cell(&b, p, &a->outcomes[o].charges[i]);
      page_cell(p, b.p ? b.p : "", column(a), PAGE_LEFT);
    }
    page_line(p);
    page_done(p, &b);
  }
}

static void put_owed(struct buf *b, const struct imp_call_outcome *o) {
  if (!o->has_high) {
    bool some = o->has_low && o->high > o->low; /* of a part of it the amount is known */
    if (o->has_low && (some || o->low > 0)) put_cents(b, o->low);
    if (some) buf_puts(b, " to ");
    if (some) put_cents(b, o->high);
    buf_puts(b, !o->has_low          ? "not known"
                : some || o->low > 0 ? " or more"
                                     : "nothing, or not known");
    if (o->wants[0]) buf_printf(b, ": %s?", o->wants);
    return;
  }
  put_cents(b, o->low);
  if (o->high == o->low) return;
  buf_puts(b, " to ");
  put_cents(b, o->high);
}

static void table(struct page *p, const struct imp_call_answer *a) {
  int at = p->width - 2 - (int)a->outcome_count * column(a);
  struct buf b = {0};
  page_line(p);
  if (a->outcome_count > 1) {
    page_space(p, at);
    for (uint32_t o = 0; o < a->outcome_count; o++)
      page_cell(p, a->outcomes[o].picks[0].question, column(a), PAGE_LEFT);
    page_line(p);
    page_space(p, at);
    for (uint32_t o = 0; o < a->outcome_count; o++)
      page_cell(p, a->outcomes[o].picks[0].answer, column(a), PAGE_LEFT);
    page_line(p);
  }
  page_rule(p);
  charge_rows(p, a);
  page_rule(p);
  buf_printf(&b, "owed, in %s", a->outcomes[0].currency);
  page_space(p, PAGE_INDENT);
  page_cell(p, b.p ? b.p : "", at - PAGE_INDENT, PAGE_LEFT);
  for (uint32_t o = 0; o < a->outcome_count; o++) {
    buf_clear(&b);
    put_owed(&b, &a->outcomes[o]);
    page_cell(p, b.p ? b.p : "", column(a), PAGE_LEFT);
  }
  page_line(p);
  page_done(p, &b);
}

static void one_how(struct page *p, const struct imp_charge *c) {
  struct buf b = {0};
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_tone(p, PAGE_STRONG, c->title);
  page_line(p);
  buf_puts(&b, imp_charge_word(c->status));
  if (c->until) buf_printf(&b, " through %s", c->until);
  if (c->why[0]) buf_printf(&b, ": %s", c->why);
  page_item(p, "", 2, b.p ? b.p : "");
  buf_clear(&b);
  if (c->rate[0] && c->status != IMP_CHARGE_NOT) {
    buf_printf(&b, "%s%s%s", c->rate, c->how[0] ? ": " : "", c->how);
    if (c->act_title[0]) buf_printf(&b, " (%s%s%s)", c->act_title, c->cite[0] ? ", " : "", c->cite);
    page_item(p, "", 2, b.p ? b.p : "");
  }
  if (c->mark) {
    buf_clear(&b);
    buf_printf(&b, "not certain: %s", c->mark);
    page_item(p, "", 2, b.p ? b.p : "");
  }
  for (uint32_t i = 0; i < c->fact_count; i++) page_item(p, "", 2, c->facts[i]);
  page_done(p, &b);
}

/* The same fee where most is said of it. */
static const struct imp_charge *fullest(const struct imp_call_answer *a, uint32_t i) {
  const struct imp_charge *c = &a->outcomes[0].charges[i];
  for (uint32_t o = 1; o < a->outcome_count; o++)
    if (i < a->outcomes[o].charge_count && a->outcomes[o].charges[i].status < c->status)
      c = &a->outcomes[o].charges[i];
  return c;
}

/* What holds of every call counts over all parts of the fee, so it stands below them and under none. */
static void put_often(struct page *p, const struct imp_charge *c) {
  struct buf b = {0};
  if (c->charged[0]) buf_puts(&b, c->charged);
  if (c->cap) {
    buf_printf(&b, "%sat most %u charges a year for a ship", b.n ? "; " : "", (unsigned)c->cap);
    if (c->so_far)
      buf_printf(&b, ", %s before this call", c->so_far);
    else
      buf_puts(&b, "; how many there were is not told (--fact charged-this-year=N)");
  }
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
  page_done(p, &b);
}

static void how(struct page *p, const struct imp_call_answer *a) {
  const struct imp_charge *often = NULL;
  for (uint32_t i = 0; i < a->outcomes[0].charge_count; i++) {
    const struct imp_charge *c = fullest(a, i);
    if (i == 0) {
      page_line(p);
      page_space(p, 2);
      page_tone(p, PAGE_STRONG, "How");
      page_line(p);
    }
    one_how(p, c);
    if ((c->cap || c->charged[0]) && c->status <= IMP_CHARGE_SUSPENDED && !often) often = c;
  }
  if (often) put_often(p, often);
}

/* The facts to tell, of whichever outcome hangs on most. */
static void put_tell(struct page *p, const struct imp_call_answer *a) {
  const char *tell = "";
  struct buf b = {0};
  for (uint32_t o = 0; o < a->outcome_count; o++)
    if (strlen(a->outcomes[o].tell) > strlen(tell)) tell = a->outcomes[o].tell;
  if (!tell[0]) return;
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "What would settle it, told with --fact NAME=VALUE");
  page_line(p);
  page_line(p);
  buf_puts(&b, tell);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
  page_done(p, &b);
}

static int64_t most_of(const struct imp_call_answer *a) {
  int64_t most = 1;
  for (uint32_t i = 0; i < a->step_count; i++)
    if (a->steps[i].high > most) most = a->steps[i].high;
  return most;
}

static void years(struct page *p, const struct imp_call_answer *a) {
  int64_t most = most_of(a);
  if (a->step_count < 2) return;
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "The same call through the years, by the law as it stands");
  page_line(p);
  page_line(p);
  for (uint32_t i = 0; i < a->step_count; i++) {
    const struct imp_call_step *s = &a->steps[i];
    struct buf b = {0};
    const struct imp_call_outcome span = {.low = s->low,
                                          .high = s->high,
                                          .has_low = s->has_low,
                                          .has_high = s->has_high,
                                          .wants = s->wants};
    int64_t bar = s->high / (most / BAR > 0 ? most / BAR : 1);
    page_space(p, PAGE_INDENT);
    page_cell(p, s->day, DAY, PAGE_LEFT);
    if (s->high == 0 || !s->has_high) {
      buf_printf(&b, "%s %s", mark(p, s->status), imp_charge_word(s->status));
      page_cell(p, b.p ? b.p : "", BAR + 2, PAGE_LEFT);
    } else {
      for (int64_t k = 0; k < BAR + 2; k++) page_puts(p, k >= bar ? " " : p->ascii ? "#" : "█");
    }
    buf_clear(&b);
    put_owed(&b, &span);
    page_puts(p, b.p ? b.p : "");
    page_line(p);
    page_done(p, &b);
  }
}

static void refused(struct page *p, const struct imp_call_answer *a) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "REFUSED");
  buf_printf(&b, "%s (%s)", a->reason, a->id);
  page_space(p, 3);
  page_wrap(p, 12, b.p ? b.p : "");
  if (a->next && a->next[0]) page_item(p, "next", 8, a->next);
  page_done(p, &b);
}

static void page_of(struct page *p, const struct imp_law *law, const struct imp_query *query,
                    const struct imp_call_answer *a) {
  if (a->id)
    refused(p, a);
  else {
    head(p, a);
    table(p, a);
    how(p, a);
    put_tell(p, a);
    years(p, a);
  }
  page_line(p);
  study_stamp_of(p, law, query, a->into);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------ */

static void json_charge(struct json_out *j, const struct imp_charge *c) {
  json_open(j, NULL, '{');
  json_text(j, "fee", c->name);
  json_text(j, "title", c->title);
  json_text(j, "status", imp_charge_word(c->status));
  if (c->has_amount)
    json_money(j, "amount", c->amount);
  else
    json_null(j, "amount");
  json_maybe(j, "currency", c->currency);
  json_maybe(j, "rate", c->rate);
  json_maybe(j, "how", c->how);
  json_maybe(j, "why", c->why);
  json_text(j, "until", c->until);
  json_texts(j, "decides", c->facts, c->fact_count);
  json_number(j, "most_a_year", c->cap);
  json_maybe(j, "charged", c->charged);
  json_text(j, "charged_before", c->so_far);
  json_text(j, "unconfirmed", c->mark);
  json_maybe(j, "act", c->act_title);
  json_maybe(j, "cite", c->cite);
  json_text(j, "file", c->where.file);
  json_number(j, "line", c->where.line);
  json_close(j, '}');
}

/* An end of a span; null: not known. */
static void json_end(struct json_out *j, const char *key, bool known, int64_t cents) {
  if (known)
    json_money(j, key, cents);
  else
    json_null(j, key);
}

static void json_outcome(struct json_out *j, const struct imp_call_outcome *o) {
  json_open(j, NULL, '{');
  json_open(j, "if", '{');
  for (uint32_t i = 0; i < o->pick_count; i++)
    json_text(j, o->picks[i].question, o->picks[i].answer);
  json_close(j, '}');
  json_text(j, "status", imp_charge_word(o->status));
  json_end(j, "low", o->has_low, o->low);
  json_end(j, "high", o->has_high, o->high);
  json_maybe(j, "wants", o->wants);
  json_maybe(j, "tell", o->tell);
  json_maybe(j, "currency", o->currency);
  json_open(j, "fees", '[');
  for (uint32_t i = 0; i < o->charge_count; i++) json_charge(j, &o->charges[i]);
  json_close(j, ']');
  json_close(j, '}');
}

static void json_of(struct buf *out, const struct imp_law *law, const struct imp_query *query,
                    const struct imp_call_answer *a) {
  struct json_out j = {.out = out, .flat = 5};
  json_open(&j, NULL, '{');
  study_json_head_of(&j, "impost.portfee/1", law, query, a->into);
  json_text(&j, "into", a->into);
  json_text(&j, "on", a->on);
  json_text(&j, "id", a->id);
  json_text(&j, "reason", a->reason);
  json_open(&j, "outcomes", '[');
  for (uint32_t i = 0; i < a->outcome_count; i++) json_outcome(&j, &a->outcomes[i]);
  json_close(&j, ']');
  json_open(&j, "steps", '[');
  for (uint32_t i = 0; i < a->step_count; i++) {
    json_open(&j, NULL, '{');
    json_text(&j, "day", a->steps[i].day);
    json_text(&j, "status", imp_charge_word(a->steps[i].status));
    json_end(&j, "low", a->steps[i].has_low, a->steps[i].low);
    json_end(&j, "high", a->steps[i].has_high, a->steps[i].high);
    json_maybe(&j, "wants", a->steps[i].wants);
    json_close(&j, '}');
  }
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

enum imp_status imp_report_portfee(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_portfee *f,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT)
    page_of(&p, law, query, imp_portfee_answer(f));
  else
    json_of(&b, law, query, imp_portfee_answer(f));
  return study_give_back(text, &b, err);
}
