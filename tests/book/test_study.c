// SPDX-License-Identifier: Apache-2.0
// The duty of lines through time, what is coming, and what differs, against the shipped law. Days and rates
// are those of the official record; money was computed by hand beside each test.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"
#include "impost/study.h"
#include "support/scarce.h"
#include "support/shipped.h"

static struct imp_timeline *timeline(const char *known, const struct imp_line *line,
                                     const char *from, const char *to) {
  struct imp_query query = {.known = known};
  struct imp_timeline *t = NULL;
  struct imp_error err = {0};
  if (imp_timeline(law, &query, line, from, to, &t, &err) != IMP_OK)
    fail_msg("%s: %s", line->code, err.message);
  return t;
}

static const struct imp_line toys = {.code = "9503.00.0073", .from = "CN", .value = "10000"};
static const struct imp_line bags = {.code = "4202.92.31.31", .from = "CN", .value = "10000"};

/* ---- timeline ---------------------------------------------------------------------------------------- */

static void toys_through_2025_and_2026(void **state) {
  (void)state;
  static const struct {
    const char *from;
    int64_t cents; /* of 10,000 dollars */
  } steps[] = {{"2025-01-01", 0},      {"2025-02-04", 100000},  {"2025-03-04", 200000},
               {"2025-04-05", 300000}, {"2025-04-09", 1040000}, {"2025-04-10", 1450000},
               {"2025-05-14", 300000}, {"2025-11-10", 200000},  {"2026-02-24", 100000},
               {"2026-07-24", 125000}};
  struct imp_timeline *t = timeline(NULL, &toys, NULL, NULL);
  assert_int_equal(imp_timeline_count(t), 10);
  for (uint32_t i = 0; i < 10; i++) {
    const struct imp_step *s = imp_timeline_at(t, i);
    assert_string_equal(s->from, steps[i].from);
    assert_int_equal(s->answer->bill_count, 1);
    assert_int_equal(s->answer->bills[0].low, steps[i].cents);
    assert_int_equal(s->answer->bills[0].high, steps[i].cents);
    if (i < 9) assert_string_equal(s->until, steps[i + 1].from);
  }
  assert_null(imp_timeline_at(t, 9)->until);
  imp_timeline_free(t);
}

static const struct imp_event *event_of(const struct imp_step *s, const char *heading) {
  for (uint32_t i = 0; i < s->event_count; i++)
    if (!strcmp(s->events[i].heading, heading)) return &s->events[i];
  return NULL;
}

static void a_step_names_what_made_it(void **state) {
  (void)state;
  struct imp_timeline *t = timeline(NULL, &toys, "2025-01-01", NULL);
  const struct imp_event *e = event_of(imp_timeline_at(t, 2), "9903.01.24");
  assert_non_null(e);
  assert_string_equal(e->what, "20% begins");
  assert_string_equal(e->act, "us.eo.14228");
  assert_string_equal(e->known, "2025-03-03");
  e = event_of(imp_timeline_at(t, 4), "9903.01.63"); /* 34% was overtaken by 84% before it began */
  assert_string_equal(e->what, "84% begins");
  e = event_of(imp_timeline_at(t, 6), "9903.01.63");
  assert_string_equal(e->what, "suspended until 2025-08-12");
  assert_string_equal(e->known, "2025-05-12");
  const struct imp_step *end = imp_timeline_at(t, 8);
  bool ended = false;
  for (uint32_t i = 0; i < end->event_count; i++)
    ended = ended ||
            (!strcmp(end->events[i].measure, "us.ieepa") && !strcmp(end->events[i].what, "ends"));
  assert_true(ended);
  imp_timeline_free(t);
}

static void first_and_last_day_cut(void **state) {
  (void)state;
  struct imp_timeline *t = timeline(NULL, &toys, "2025-04-09", "2025-04-30");
  assert_int_equal(imp_timeline_count(t), 2);
  assert_string_equal(imp_timeline_at(t, 0)->from, "2025-04-09");
  assert_int_equal(imp_timeline_at(t, 0)->answer->bills[0].high, 1040000);
  assert_string_equal(imp_timeline_at(t, 1)->from, "2025-04-10");
  assert_string_equal(imp_timeline_at(t, 1)->until, "2025-05-01");
  imp_timeline_free(t);
}

static void open_outcomes_are_lanes(void **state) {
  (void)state;
  struct imp_timeline *t = timeline("2025-10-26", &bags, "2025-09-01", "2026-12-01");
  assert_int_equal(imp_timeline_count(t), 4);
  const struct imp_step *s = imp_timeline_at(t, 1);
  assert_string_equal(s->from, "2025-11-01");
  assert_int_equal(s->answer->bill_count, 2);
  assert_int_equal(ask_bill(s->answer, "approved")->high, 726000);  /* 17.6 + 25 + 20 + 10 */
  assert_int_equal(ask_bill(s->answer, "rejected")->high, 1726000); /* and 100 */
  s = imp_timeline_at(t, 2);
  assert_string_equal(s->from, "2025-11-10");
  assert_int_equal(ask_bill(s->answer, "rejected")->high, 1966000); /* 34 in place of 10 */
  imp_timeline_free(t);
}

static void a_refused_stretch_is_a_step_with_its_reason(void **state) {
  (void)state;
  const struct imp_line book = {.code = "4901.91.00.20", .from = "RU", .value = "10000"};
  struct imp_timeline *t = timeline(NULL, &book, "2022-01-01", NULL);
  const struct imp_step *s = imp_timeline_at(t, 2);
  assert_string_equal(s->from, "2022-07-27");
  assert_int_equal(s->answer->status, IMP_LINE_REFUSED);
  assert_string_equal(s->answer->id, "refuse.not-encoded");
  assert_int_equal(s->answer->bill_count, 0);
  assert_non_null(strstr(s->answer->reason, "goods of Russia"));
  assert_string_equal(s->until, "2023-04-01");
  imp_timeline_free(t);
}

/* A code that is none is refused throughout: one step, no crash. */
static void a_wrong_code_is_one_refused_step(void **state) {
  (void)state;
  const struct imp_line wrong = {.code = "95x3", .from = "CN", .value = "10000"};
  struct imp_timeline *t = timeline(NULL, &wrong, NULL, NULL);
  assert_int_equal(imp_timeline_count(t), 1);
  assert_int_equal(imp_timeline_at(t, 0)->answer->status, IMP_LINE_REFUSED);
  imp_timeline_free(t);
}

static void wrong_days_are_told(void **state) {
  (void)state;
  struct imp_query query = {0};
  struct imp_timeline *t;
  struct imp_error err = {0};
  assert_int_equal(imp_timeline(law, &query, &toys, "soon", NULL, &t, &err), IMP_USAGE);
  assert_string_equal(err.id, "usage.date");
  assert_int_equal(imp_timeline(law, &query, &toys, "2025-02-01", "2025-01-01", &t, &err),
                   IMP_USAGE);
  assert_null(t);
}

static void print(imp_day d, char out[16]) {
  int year, month, day;
  day_split(d, &year, &month, &day);
  snprintf(out, 16, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

/* Every day of two years asked alone says what the step of that day says. */
static void every_day_agrees_with_its_step(void **state) {
  (void)state;
  static const struct imp_line lines[] = {
      {.code = "9503.00.0073", .from = "CN", .value = "10000"},
      {.code = "4202.92.31.31", .from = "CN", .value = "10000"},
      {.code = "8507.60.0020", .from = "CN", .value = "10000"},
      {.code = "2204.21.50.40",
       .from = "FR",
       .value = "10000",
       .quantity = "1000",
       .unit = "liters"},
      {.code = "0901.11.00.25", .from = "BR", .value = "10000"},
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    struct imp_timeline *t = timeline(NULL, &lines[i], "2025-01-01", "2026-12-31");
    uint32_t at = 0;
    for (imp_day d = day_of(2025, 1, 1); d <= day_of(2026, 12, 31); d++) {
      char day[16];
      print(d, day);
      struct imp_line line = lines[i];
      line.on = day;
      while (at + 1 < imp_timeline_count(t) && strcmp(imp_timeline_at(t, at + 1)->from, day) <= 0)
        at++;
      const struct imp_answer *step = imp_timeline_at(t, at)->answer;
      struct asked q = ask_line(law, &(struct imp_query){.brief = true}, &line);
      assert_int_equal(q.answer->status, step->status);
      assert_int_equal(q.answer->bill_count, step->bill_count);
      for (uint32_t b = 0; b < step->bill_count; b++) {
        assert_int_equal(q.answer->bills[b].low, step->bills[b].low);
        assert_int_equal(q.answer->bills[b].high, step->bills[b].high);
      }
      ask_done(&q);
    }
    imp_timeline_free(t);
  }
}

/* ---- upcoming ---------------------------------------------------------------------------------------- */

static const struct imp_coming *coming(const struct imp_upcoming *u, enum imp_coming_kind kind,
                                       const char *day, const char *measure) {
  for (uint32_t i = 0; i < imp_upcoming_count(u); i++) {
    const struct imp_coming *c = imp_upcoming_at(u, i);
    if (c->kind == kind && !strcmp(c->event.day, day) && !strcmp(c->event.measure, measure))
      return c;
  }
  return NULL;
}

static void coming_after_kuala_lumpur(void **state) {
  (void)state;
  struct imp_query query = {.known = "2025-10-26"};
  struct imp_upcoming *u = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_upcoming(law, &query, 120, &u, &err), IMP_OK);
  assert_string_equal(imp_upcoming_on(u), "2025-10-26");
  assert_string_equal(imp_upcoming_until(u), "2026-02-23");
  assert_non_null(coming(u, IMP_COMING_QUESTION, "2025-10-30", "us-cn.framework"));
  const struct imp_coming *c = coming(u, IMP_COMING_SAID, "2025-11-01", "us.china-100");
  assert_non_null(c);
  assert_string_equal(c->outcome, "us-cn.framework=rejected");
  assert_string_equal(c->after, "100%");
  assert_int_equal(c->in_days, 6);
  assert_null(coming(u, IMP_COMING_LAW, "2025-11-01", "us.china-100"));
  c = coming(u, IMP_COMING_LAW, "2025-11-10", "us.ieepa.reciprocal");
  assert_string_equal(c->before, "suspended until 2025-11-10");
  assert_string_equal(c->after, "34%");
  c = coming(u, IMP_COMING_SAID, "2025-11-10", "us.ieepa.reciprocal");
  assert_string_equal(c->after, "suspended until 2026-11-10");
  assert_string_equal(c->event.act, "us-cn.kuala-lumpur");
  imp_upcoming_free(u);
}

/* What was ended before does not come back when its suspension ends. */
static void the_ended_does_not_return(void **state) {
  (void)state;
  struct imp_query query = {.known = "2026-10-01"};
  struct imp_upcoming *u = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_upcoming(law, &query, 120, &u, &err), IMP_OK);
  assert_null(coming(u, IMP_COMING_LAW, "2026-11-10", "us.ieepa.reciprocal"));
  assert_non_null(coming(u, IMP_COMING_LAW, "2026-11-10", "us.301.maritime"));
  assert_non_null(coming(u, IMP_COMING_QUESTION, "2026-11-10", "us.longer-truce"));
  imp_upcoming_free(u);
}

/* ---- diff -------------------------------------------------------------------------------------------- */

static struct imp_diff *diff(const struct imp_side *before, const struct imp_side *after,
                             const struct imp_line *line) {
  struct imp_diff *d = NULL;
  struct imp_error err = {0};
  if (imp_diff_line(before, after, line, &d, &err) != IMP_OK) fail_msg("%s", err.message);
  return d;
}

static const struct imp_row_change *row_of(const struct imp_bill_change *c, const char *heading) {
  for (uint32_t i = 0; i < c->row_count; i++)
    if (!strcmp(c->rows[i].heading, heading)) return &c->rows[i];
  return NULL;
}

static void two_days_row_by_row(void **state) {
  (void)state;
  struct imp_query query = {0};
  struct imp_side before = {law, &query, "2025-11-09"}, after = {law, &query, "2025-11-10"};
  struct imp_diff *d = diff(&before, &after, &toys);
  const struct imp_difference *x = imp_diff_get(d);
  assert_true(x->differs);
  assert_int_equal(x->change_count, 1);
  const struct imp_row_change *r = row_of(x->changes, "9903.01.24");
  assert_string_equal(r->before->rate, "20%");
  assert_string_equal(r->after->rate, "10%");
  assert_int_equal(r->amount_before, 200000);
  assert_int_equal(r->amount_after, 100000);
  assert_false(row_of(x->changes, "9903.01.25")->differs);
  imp_diff_free(d);
}

static void two_outcomes(void **state) {
  (void)state;
  const struct imp_pair approved = {"us-cn.framework", "approved"};
  const struct imp_pair rejected = {"us-cn.framework", "rejected"};
  struct imp_query a = {.known = "2025-10-26",
                        .on = "2025-11-02",
                        .picks = &approved,
                        .pick_count = 1};
  struct imp_query b = {.known = "2025-10-26",
                        .on = "2025-11-02",
                        .picks = &rejected,
                        .pick_count = 1};
  struct imp_side before = {law, &a, NULL}, after = {law, &b, NULL};
  struct imp_diff *d = diff(&before, &after, &bags);
  const struct imp_difference *x = imp_diff_get(d);
  assert_int_equal(x->change_count, 1);
  assert_int_equal(x->changes->before->high, 726000);
  assert_int_equal(x->changes->after->high, 1726000);
  imp_diff_free(d);
}

/* Three lines around the ruling of 2026-02-20, asked on both days around it:
 *   10,000 of toys   on 2025-12-01: fentanyl 10% 1,000.00 and reciprocal 10% 1,000.00 become void
 *    2,500 of bags   on 2025-04-20: fentanyl 20% 500.00 and reciprocal 125% 3,125.00 become void;
 *                    list 3 625.00 and the ordinary duty 440.00 do not
 *    5,000 of toys   on 2025-01-15: nothing is charged */
static void the_ruling_makes_money_void(void **state) {
  (void)state;
  static const struct imp_line lines[] = {
      {.code = "9503.00.0073", .from = "CN", .on = "2025-12-01", .value = "10000"},
      {.code = "4202.92.31.31", .from = "CN", .on = "2025-04-20", .value = "2500"},
      {.code = "9503.00.0073", .from = "CN", .on = "2025-01-15", .value = "5000"},
  };
  struct imp_query a = {.known = "2026-02-19"}, b = {.known = "2026-02-21"};
  struct imp_side before = {law, &a, NULL}, after = {law, &b, NULL};
  struct imp_diff_sum *s = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_diff_sum_new(law, &s, &err), IMP_OK);
  for (int i = 0; i < 3; i++) {
    struct imp_diff *d = diff(&before, &after, &lines[i]);
    assert_int_equal(imp_diff_sum_add(s, imp_diff_get(d), &err), IMP_OK);
    imp_diff_free(d);
  }
  const struct imp_diff_totals *t = imp_diff_sum_totals(s);
  assert_int_equal(t->lines, 3);
  assert_int_equal(t->differing, 2);
  assert_int_equal(t->before, 200000 + 469000);
  assert_int_equal(t->after, 200000 + 469000);
  assert_int_equal(t->void_before, 0);
  assert_int_equal(t->void_after, 200000 + 362500);
  const struct imp_diff_measure *m = imp_diff_sum_at(s, 0);
  assert_string_equal(m->measure, "us.ieepa.reciprocal");
  assert_int_equal(m->became_void, 100000 + 312500);
  assert_int_equal(m->lines, 2);
  m = imp_diff_sum_at(s, 1);
  assert_string_equal(m->measure, "us.ieepa.fentanyl-cn");
  assert_int_equal(m->became_void, 100000 + 50000);
  imp_diff_sum_free(s);
}

static uint32_t statements(const struct imp_side *before, const struct imp_side *after,
                           bool in_force, const char *measure, bool added, const char *words) {
  struct imp_law_diff *d = NULL;
  struct imp_error err = {0};
  uint32_t n = 0;
  assert_int_equal(imp_diff_law(before, after, in_force, &d, &err), IMP_OK);
  for (uint32_t i = 0; i < imp_law_diff_count(d); i++) {
    const struct imp_law_change *c = imp_law_diff_at(d, i);
    n += !measure ||
         (c->added == added && !strcmp(c->measure, measure) && strstr(c->text, words) != NULL);
  }
  imp_law_diff_free(d);
  return n;
}

static void what_became_known(void **state) {
  (void)state;
  struct imp_query a = {.known = "2025-11-03"}, b = {.known = "2025-11-05"};
  struct imp_side before = {law, &a, NULL}, after = {law, &b, NULL};
  assert_int_equal(statements(&before, &after, false, "us.ieepa.fentanyl-cn", true,
                              "rate 10% from 2025-11-10 by us.eo.14357"),
                   1);
  assert_int_equal(statements(&before, &before, false, NULL, false, ""), 0);
}

static void what_came_into_force(void **state) {
  (void)state;
  struct imp_query a = {.on = "2025-03-03"}, b = {.on = "2025-03-04"};
  struct imp_side before = {law, &a, NULL}, after = {law, &b, NULL};
  assert_int_equal(statements(&before, &after, true, "us.ieepa.fentanyl-cn", true,
                              "rate 20% from 2025-03-04"),
                   1);
}

static void the_basis_takes_void_law_out(void **state) {
  (void)state;
  struct imp_query a = {.on = "2025-12-01"}, b = {.on = "2025-12-01", .basis = IMP_LEGAL};
  struct imp_side before = {law, &a, NULL}, after = {law, &b, NULL};
  assert_int_equal(statements(&before, &after, true, "us.ieepa.fentanyl-cn", false,
                              "rate 10% from 2025-11-10"),
                   1);
}

/* ---- out of memory ------------------------------------------------------------------------------------ */

enum call { TIMELINE, UPCOMING, DIFF_LINE, DIFF_LAW, CALLS };

static enum imp_status run(enum call call) {
  struct imp_query query = {.known = "2025-10-26", .on = "2025-10-26"};
  struct imp_side before = {law, &query, "2025-10-01"}, after = {law, &query, "2025-11-20"};
  struct imp_timeline *t = NULL;
  struct imp_upcoming *u = NULL;
  struct imp_diff *d = NULL;
  struct imp_law_diff *l = NULL;
  struct imp_error err = {0};
  enum imp_status status = IMP_OK;
  if (call == TIMELINE)
    status = imp_timeline(law, &query, &bags, "2025-10-01", "2025-11-20", &t, &err);
  if (call == UPCOMING) status = imp_upcoming(law, &query, 120, &u, &err);
  if (call == DIFF_LINE) status = imp_diff_line(&before, &after, &bags, &d, &err);
  if (call == DIFF_LAW) status = imp_diff_law(&before, &after, true, &l, &err);
  imp_timeline_free(t);
  imp_upcoming_free(u);
  imp_diff_free(d);
  imp_law_diff_free(l);
  return status;
}

/* Not every request: those calls make thousands, and the steps grow with them. */
static void memory_that_runs_out_is_said(void **state) {
  (void)state;
  for (int call = 0; call < CALLS; call++) {
    enum imp_status status;
    size_t allowed = 0;
    do {
      scarce_begin(allowed);
      status = run((enum call)call);
      assert_int_equal(scarce_end(), 0);
      assert_true(status == IMP_OK || status == IMP_NO_MEMORY);
      allowed += 1 + allowed / 40;
    } while (status != IMP_OK);
    assert_true(allowed > 10);
  }
}

/* What is reported, from results made before; a text that is whole or a status that says why not. */
enum report { TEXT, PICTURE, JSON, COMING, BOOK, LINE, LAW, FILE_SUM, REPORTS };

struct made {
  struct imp_timeline *t;
  struct imp_upcoming *u;
  struct imp_diff *d;
  struct imp_law_diff *l;
  struct imp_query query;
};

static enum imp_status report_book(const struct made *m, const struct imp_report_options *o,
                                   struct imp_text *text, struct imp_error *err) {
  struct imp_book *b = NULL;
  enum imp_status status = imp_book_new(&b, err);
  if (status == IMP_OK) status = imp_book_add(b, &bags, m->t, err);
  if (status == IMP_OK) status = imp_report_book(law, &m->query, m->u, b, o, text, err);
  imp_book_free(b);
  return status;
}

static enum imp_status report_file(const struct made *m, const struct imp_diff_words *words,
                                   const struct imp_report_options *o, struct imp_text *text,
                                   struct imp_error *err) {
  struct imp_diff_sum *s = NULL;
  enum imp_status status = imp_diff_sum_new(law, &s, err);
  if (status == IMP_OK) status = imp_report_diff_begin(words, o, text, err);
  if (status == IMP_OK) status = imp_diff_sum_add(s, imp_diff_get(m->d), err);
  if (status == IMP_OK) status = imp_report_diff_row(&bags, imp_diff_get(m->d), true, o, text, err);
  if (status == IMP_OK) status = imp_report_diff_end(s, 1, o, text, err);
  imp_diff_sum_free(s);
  return status;
}

static enum imp_status report(enum report r, const struct made *m, struct imp_text *text) {
  struct imp_timeline_report what = {.line = &bags, .svg = r == PICTURE};
  struct imp_report_options o = {.format = r == JSON ? IMP_JSON : IMP_TEXT};
  struct imp_diff_words words = {.before = "on 2025-10-01", .after = "on 2025-11-20"};
  struct imp_error err = {0};
  if (r <= JSON) return imp_report_timeline(law, &m->query, m->t, &what, &o, text, &err);
  if (r == COMING) return imp_report_upcoming(law, &m->query, m->u, &o, text, &err);
  if (r == BOOK) return report_book(m, &o, text, &err);
  if (r == LINE) return imp_report_diff_line(m->d, &words, &o, text, &err);
  if (r == LAW) return imp_report_diff_law(m->l, &words, &o, text, &err);
  return report_file(m, &words, &o, text, &err);
}

static void a_report_is_whole_or_says_why(void **state) {
  (void)state;
  struct made m = {.query = {.known = "2025-10-26", .on = "2025-10-26"}};
  struct imp_side before = {law, &m.query, "2025-10-01"}, after = {law, &m.query, "2025-11-20"};
  struct imp_error err = {0};
  assert_int_equal(imp_upcoming(law, &m.query, 60, &m.u, &err), IMP_OK);
  assert_int_equal(imp_diff_law(&before, &after, true, &m.l, &err), IMP_OK);
  m.t = timeline("2025-10-26", &bags, "2025-10-26", "2025-12-25");
  m.d = diff(&before, &after, &bags);
  for (int r = 0; r < REPORTS; r++) {
    struct imp_text whole = {0};
    assert_int_equal(report((enum report)r, &m, &whole), IMP_OK);
    enum imp_status status;
    size_t allowed = 0;
    do {
      struct imp_text text = {0};
      scarce_begin(allowed++);
      status = report((enum report)r, &m, &text);
      if (status == IMP_OK) assert_string_equal(text.p, whole.p);
      imp_text_free(&text);
      assert_int_equal(scarce_end(), 0);
    } while (status != IMP_OK);
    imp_text_free(&whole);
  }
  imp_timeline_free(m.t);
  imp_upcoming_free(m.u);
  imp_diff_free(m.d);
  imp_law_diff_free(m.l);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(toys_through_2025_and_2026),
      cmocka_unit_test(a_step_names_what_made_it),
      cmocka_unit_test(first_and_last_day_cut),
      cmocka_unit_test(open_outcomes_are_lanes),
      cmocka_unit_test(a_refused_stretch_is_a_step_with_its_reason),
      cmocka_unit_test(a_wrong_code_is_one_refused_step),
      cmocka_unit_test(wrong_days_are_told),
      cmocka_unit_test(every_day_agrees_with_its_step),
      cmocka_unit_test(coming_after_kuala_lumpur),
      cmocka_unit_test(the_ended_does_not_return),
      cmocka_unit_test(two_days_row_by_row),
      cmocka_unit_test(two_outcomes),
      cmocka_unit_test(the_ruling_makes_money_void),
      cmocka_unit_test(what_became_known),
      cmocka_unit_test(what_came_into_force),
      cmocka_unit_test(the_basis_takes_void_law_out),
      cmocka_unit_test(memory_that_runs_out_is_said),
      cmocka_unit_test(a_report_is_whole_or_says_why),
  };
  return cmocka_run_group_tests(tests, open_law, close_law);
}
