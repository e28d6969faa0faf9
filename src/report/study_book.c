// SPDX-License-Identifier: Apache-2.0
// What is coming for the lines of a file: on each day the lines it touches, and the money before and after.
//
// Only touched lines are kept. A total of a day adds those lines up under one outcome; a line that does not ask
// the outcome's questions counts as it is.
#include "report/study.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/num.h"
#include "report/report.h"

enum { LINES_SHOWN = 12, OUTCOMES_MOST = 16 };

struct touched { /* one line on one day under one outcome */
  imp_day day;
  uint32_t number;                           /* of the line in the file */
  uint32_t serial;                           /* of the line, as added */
  uint32_t order;                            /* as added */
  const char *entry, *code, *from, *outcome; /* "" when nothing is open */
  int64_t before, after;                     /* cents, the high end; -1: refused */
  const char *why;                           /* refused: the reason */
};

struct cause { /* a measure that moved a line on a day */
  imp_day day;
  const char *measure;
};

struct imp_book {
  struct arena arena;
  struct touched *items;
  uint32_t count;
  size_t cap;
  struct cause *causes;
  uint32_t cause_count;
  size_t cause_cap;
  uint32_t lines, lines_touched;
};

enum imp_status imp_book_new(struct imp_book **out, struct imp_error *err) {
  *out = mem_alloc(sizeof **out);
  return *out ? IMP_OK : error_no_memory(err);
}

void imp_book_free(struct imp_book *b) {
  if (!b) return;
  arena_free(&b->arena);
  mem_free(b->items);
  mem_free(b->causes);
  mem_free(b);
}

/* ---- adding ----------------------------------------------------------------------------------------------- */

static struct touched *push(struct imp_book *b) {
  void *items = b->items;
  if (!mem_grow(&items, &b->cap, b->count + 1u, sizeof *b->items)) return NULL;
  b->items = items;
  struct touched *t = &b->items[b->count];
  *t = (struct touched){.order = b->count};
  b->count++;
  return t;
}

static bool fill(struct imp_book *b, struct touched *t, const struct imp_line *line,
                 const struct imp_step *s, const struct imp_bill *picks) {
  struct buf words = {0};
  if (picks) report_picks(picks->picks, picks->pick_count, &words);
  if (!day_parse(str_of(s->from), &t->day)) return false;
  t->number = line->number;
  t->serial = b->lines;
  t->entry = str_dup(&b->arena, str_of(line->entry));
  t->code = str_dup(&b->arena,
                    str_of(s->answer->code && s->answer->code[0] ? s->answer->code : line->code));
  t->from = str_dup(&b->arena, str_of(line->from));
  t->outcome = str_dup(&b->arena, buf_str(&words));
  t->why = s->answer->reason ? str_dup(&b->arena, str_of(s->answer->reason)) : "";
  bool fine = !words.failed && t->entry && t->code && t->from && t->outcome && t->why;
  buf_free(&words);
  return fine;
}

static bool add_cause(struct imp_book *b, imp_day day, const char *measure) {
  for (uint32_t i = 0; i < b->cause_count; i++)
    if (b->causes[i].day == day && !strcmp(b->causes[i].measure, measure)) return true;
  void *causes = b->causes;
  if (!mem_grow(&causes, &b->cause_cap, b->cause_count + 1u, sizeof *b->causes)) return false;
  b->causes = causes;
  struct cause *c = &b->causes[b->cause_count];
  *c = (struct cause){day, str_dup(&b->arena, str_of(measure))};
  b->cause_count += c->measure != NULL;
  return c->measure != NULL;
}

static bool add_causes(struct imp_book *b, const struct imp_step *s) {
  imp_day day;
  if (!day_parse(str_of(s->from), &day)) return false;
  for (uint32_t i = 0; i < s->event_count; i++)
    if (!add_cause(b, day, s->events[i].measure)) return false;
  return true;
}

static bool add_step(struct imp_book *b, const struct imp_line *line, const struct imp_step *last,
                     const struct imp_step *s) {
  if (!s->change_count || last->answer->status == IMP_LINE_REFUSED) {
    struct touched *t = push(b);
    if (!t || !fill(b, t, line, s, NULL)) return false;
    t->before = last->answer->bill_count ? last->answer->bills[0].high : -1;
    t->after = s->answer->bill_count ? s->answer->bills[0].high : -1;
    return true;
  }
  for (uint32_t i = 0; i < s->change_count; i++) {
    const struct imp_bill *x = s->changes[i].before, *y = s->changes[i].after;
    struct touched *t = push(b);
    if (!t || !fill(b, t, line, s, y->pick_count >= x->pick_count ? y : x)) return false;
    t->before = x->high;
    t->after = y->high;
  }
  return true;
}

enum imp_status imp_book_add(struct imp_book *b, const struct imp_line *line,
                             const struct imp_timeline *t, struct imp_error *err) {
  uint32_t n = imp_timeline_count(t);
  b->lines++;
  b->lines_touched += n > 1;
  for (uint32_t i = 1; i < n; i++)
    if (!add_step(b, line, imp_timeline_at(t, i - 1), imp_timeline_at(t, i)) ||
        !add_causes(b, imp_timeline_at(t, i)))
      return error_no_memory(err);
  return IMP_OK;
}

/* ---- adding up -------------------------------------------------------------------------------------------- */

static int by_day(const void *x, const void *y) {
  const struct touched *a = x, *b = y;
  if (a->day != b->day) return a->day < b->day ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

struct total {
  const char *outcome;
  int64_t before, after;
  uint32_t lines, refused;
};

struct day_totals {
  struct total items[OUTCOMES_MOST];
  uint32_t count, lines;
};

static void add_total(struct total *t, const struct touched *x) {
  if (x->before < 0 || x->after < 0) {
    t->refused++;
    return;
  }
  t->before += x->before;
  t->after += x->after;
  t->lines++;
}

/* The rows of one line stand together: of them the one of the outcome counts, else the first. */
static void add_line(struct total *t, const struct touched *rows, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (!strcmp(rows[i].outcome, t->outcome)) {
      add_total(t, &rows[i]);
      return;
    }
  add_total(t, &rows[0]);
}

static uint32_t rows_of_line(const struct touched *rows, uint32_t n) {
  uint32_t k = 1;
  while (k < n && rows[k].serial == rows[0].serial && rows[k].day == rows[0].day) k++;
  return k;
}

static void find_outcomes(const struct touched *rows, uint32_t n, struct day_totals *d) {
  bool open = false;
  for (uint32_t i = 0; i < n; i++) open = open || rows[i].outcome[0];
  for (uint32_t i = 0; i < n; i++) {
    bool seen = open && !rows[i].outcome[0];
    for (uint32_t k = 0; k < d->count && !seen; k++)
      seen = !strcmp(d->items[k].outcome, rows[i].outcome);
    if (!seen && d->count < OUTCOMES_MOST)
      d->items[d->count++] = (struct total){.outcome = rows[i].outcome};
  }
}

static struct day_totals add_up(const struct touched *rows, uint32_t n) {
  struct day_totals d = {0};
  find_outcomes(rows, n, &d);
  for (uint32_t i = 0; i < n; i += rows_of_line(&rows[i], n - i)) {
    d.lines++;
    for (uint32_t k = 0; k < d.count; k++)
      add_line(&d.items[k], &rows[i], rows_of_line(&rows[i], n - i));
  }
  return d;
}

static uint32_t rows_of_day(const struct touched *rows, uint32_t n) {
  uint32_t k = 1;
  while (k < n && rows[k].day == rows[0].day) k++;
  return k;
}

/* ---- text -------------------------------------------------------------------------------------------------- */

static void put_money(struct page *p, int64_t cents) {
  struct buf b = {0};
  if (cents >= 0)
    money_print(cents, true, &b);
  else
    buf_puts(&b, "refused");
  page_cell(p, b.p ? b.p : "", 18, PAGE_RIGHT);
  page_done(p, &b);
}

static void put_difference(struct page *p, int64_t before, int64_t after) {
  struct buf b = {0};
  if (before >= 0 && after >= 0) {
    buf_puts(&b, after > before ? "+" : after < before ? "-" : "");
    money_print(after > before ? after - before : before - after, true, &b);
  }
  page_cell(p, b.p ? b.p : "", 18, PAGE_RIGHT);
  page_line(p);
  page_done(p, &b);
}

static void put_label(struct page *p, const char *label) {
  page_space(p, PAGE_INDENT);
  page_cell(p, label, 30, PAGE_LEFT);
}

static void text_line(struct page *p, const struct touched *rows, uint32_t n) {
  struct buf b = {0};
  for (uint32_t i = 0; i < n; i++) {
    buf_clear(&b);
    if (!i)
      buf_printf(&b, "%s%s%u  %s %s", rows[i].entry, rows[i].entry[0] ? "/" : "",
                 (unsigned)rows[i].number, rows[i].code, rows[i].from);
    put_label(p, b.n ? b.p : "");
    put_money(p, rows[i].before);
    put_money(p, rows[i].after);
    put_difference(p, rows[i].before, rows[i].after);
    buf_clear(&b);
    if (rows[i].outcome[0]) buf_printf(&b, "if %s", rows[i].outcome);
    if (rows[i].after < 0) buf_puts(&b, rows[i].why);
    if (b.n) {
      page_space(p, PAGE_INDENT + 4);
      page_wrap(p, PAGE_INDENT + 4, b.p);
    }
  }
  page_done(p, &b);
}

static void text_totals(struct page *p, const struct day_totals *d) {
  for (uint32_t k = 0; k < d->count; k++) {
    struct buf b = {0};
    buf_printf(&b, "total of %u line%s", (unsigned)d->items[k].lines,
               d->items[k].lines == 1 ? "" : "s");
    put_label(p, b.p ? b.p : "");
    put_money(p, d->items[k].before);
    put_money(p, d->items[k].after);
    put_difference(p, d->items[k].before, d->items[k].after);
    buf_clear(&b);
    if (d->items[k].outcome[0]) buf_printf(&b, "if %s", d->items[k].outcome);
    if (d->items[k].refused)
      buf_printf(&b, "%sleft out: %u refused", b.n ? "; " : "", (unsigned)d->items[k].refused);
    if (b.n) {
      page_space(p, PAGE_INDENT + 4);
      page_wrap(p, PAGE_INDENT + 4, b.p);
    }
    page_done(p, &b);
  }
}

/* What of the law happens on that day, in a few words. */
static bool is_cause(const struct imp_book *b, imp_day day, const char *measure) {
  for (uint32_t i = 0; i < b->cause_count; i++)
    if (b->causes[i].day == day && !strcmp(b->causes[i].measure, measure)) return true;
  return false;
}

static void text_reasons(struct page *p, const struct imp_upcoming *u, const struct imp_book *book,
                         imp_day on, const char *day) {
  for (uint32_t i = 0; i < imp_upcoming_count(u); i++) {
    const struct imp_coming *c = imp_upcoming_at(u, i);
    struct buf b = {0};
    if (strcmp(c->event.day, day) != 0 || !is_cause(book, on, c->event.measure)) continue;
    buf_printf(&b, "%s%s%s: %s%s%s%s", c->event.measure, c->event.heading[0] ? " " : "",
               c->event.heading, c->kind == IMP_COMING_SAID ? "if " : "",
               c->kind == IMP_COMING_SAID ? c->outcome : "", c->kind == IMP_COMING_SAID ? ": " : "",
               c->event.what);
    page_space(p, PAGE_INDENT);
    page_puts(p, c->kind == IMP_COMING_SAID ? (p->ascii ? "o " : "○ ") : page_marks(p)->law);
    if (c->kind != IMP_COMING_SAID) page_space(p, 1);
    page_wrap(p, PAGE_INDENT + 2, b.p ? b.p : "");
    page_done(p, &b);
  }
}

static void text_day(struct page *p, const struct imp_upcoming *u, const struct imp_book *b,
                     const struct touched *rows, uint32_t n) {
  struct day_totals d = add_up(rows, n);
  struct buf day = {0};
  imp_day on = 0;
  uint32_t shown = 0;
  day_print(rows[0].day, &day);
  if (!day_parse(str_of(imp_upcoming_on(u)), &on)) on = rows[0].day;
  study_day_line(p, day.p ? day.p : "", rows[0].day - on);
  text_reasons(p, u, b, rows[0].day, day.p ? day.p : "");
  put_label(p, "line");
  page_cell(p, "before", 18, PAGE_RIGHT);
  page_cell(p, "after", 18, PAGE_RIGHT);
  page_cell(p, "difference", 18, PAGE_RIGHT);
  page_line(p);
  for (uint32_t i = 0; i < n && shown < LINES_SHOWN; i += rows_of_line(&rows[i], n - i), shown++)
    text_line(p, &rows[i], rows_of_line(&rows[i], n - i));
  if (d.lines > shown) {
    struct buf more = {0};
    buf_printf(&more, "and %u more lines; --json has them all", (unsigned)(d.lines - shown));
    put_label(p, more.p ? more.p : "");
    page_line(p);
    page_done(p, &more);
  }
  text_totals(p, &d);
  page_done(p, &day);
}

static void book_text(const struct imp_upcoming *u, const struct imp_book *b, struct page *p) {
  struct buf words = {0};
  study_upcoming_head(p, u);
  for (uint32_t i = 0; i < b->count; i += rows_of_day(&b->items[i], b->count - i))
    text_day(p, u, b, &b->items[i], rows_of_day(&b->items[i], b->count - i));
  page_line(p);
  buf_printf(&words, "%u of %u lines change, asked as if they entered on %s",
             (unsigned)b->lines_touched, (unsigned)b->lines, imp_upcoming_on(u));
  page_space(p, 2);
  page_wrap(p, 2, words.p ? words.p : "");
  page_done(p, &words);
}

/* ---- JSON -------------------------------------------------------------------------------------------------- */

static void json_cents(struct json_out *j, const char *key, int64_t cents) {
  if (cents < 0)
    json_null(j, key);
  else
    json_money(j, key, cents);
}

static void json_day(struct json_out *j, const struct touched *rows, uint32_t n) {
  struct day_totals d = add_up(rows, n);
  struct buf day = {0};
  day_print(rows[0].day, &day);
  json_open(j, NULL, '{');
  json_str(j, "day", buf_str(&day));
  json_open(j, "totals", '[');
  for (uint32_t k = 0; k < d.count; k++) {
    json_open(j, NULL, '{');
    json_maybe(j, "outcome", d.items[k].outcome);
    json_number(j, "lines", d.items[k].lines);
    json_number(j, "refused", d.items[k].refused);
    json_money(j, "before", d.items[k].before);
    json_money(j, "after", d.items[k].after);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_open(j, "lines", '[');
  for (uint32_t i = 0; i < n; i++) {
    json_open(j, NULL, '{');
    json_maybe(j, "entry", rows[i].entry);
    json_number(j, "line", rows[i].number);
    json_text(j, "code", rows[i].code);
    json_text(j, "from", rows[i].from);
    json_maybe(j, "outcome", rows[i].outcome);
    json_cents(j, "before", rows[i].before);
    json_cents(j, "after", rows[i].after);
    json_maybe(j, "reason", rows[i].why);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_close(j, '}');
  if (day.failed) j->out->failed = true;
  study_done(j->out, &day);
}

enum imp_status imp_report_book(const struct imp_law *law, const struct imp_query *query,
                                const struct imp_upcoming *u, const struct imp_book *b,
                                const struct imp_report_options *options, struct imp_text *text,
                                struct imp_error *err) {
  struct buf out = study_borrow(text);
  struct page p = study_page(options, &out);
  if (b->count) qsort(b->items, b->count, sizeof *b->items, by_day);
  if (options->format == IMP_TEXT) {
    book_text(u, b, &p);
    study_stamp(&p, law, query);
    return study_give_back(text, &out, err);
  }
  struct json_out j = {.out = &out, .flat = 5};
  json_open(&j, NULL, '{');
  study_upcoming_json_head(&j, "impost.upcoming-lines/1", law, query, u);
  json_number(&j, "lines", b->lines);
  json_number(&j, "touched", b->lines_touched);
  json_open(&j, "days", '[');
  for (uint32_t i = 0; i < b->count; i += rows_of_day(&b->items[i], b->count - i))
    json_day(&j, &b->items[i], rows_of_day(&b->items[i], b->count - i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(&out, '\n');
  return study_give_back(text, &out, err);
}
