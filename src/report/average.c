// SPDX-License-Identifier: Apache-2.0
// Averages weighted by trade, as text with bars, JSON, CSV or a picture.
#include "impost/average.h"

#include <stdio.h>

#include "report/average.h"
#include "report/study.h"

static const char *const by_words[] = {"day", "place", "chapter", "programme", "hs6"};

/* ---- numbers ------------------------------------------------------------------------------------------ */

int64_t average_points(int64_t share) {
  return (share + 5000) / 10000;
}

/* Hundredths of a percent, "11.25%". */
static void put_percent(struct buf *b, int64_t share) {
  int64_t p = average_points(share);
  buf_printf(b, "%lld.%02d%%", (long long)(p / 100), (int)(p % 100));
}

void average_print(const struct imp_mean *a, struct buf *b) {
  if (a->rated == 0) {
    buf_puts(b, "-");
    return;
  }
  put_percent(b, a->low);
  if (average_points(a->low) == average_points(a->high)) return;
  buf_puts(b, " to ");
  put_percent(b, a->high);
}

/* Tenths of a percent of the trade; "<0.1%" where there is some. */
static void put_part(struct buf *b, int64_t part, int64_t of) {
  int64_t tenths = of ? (part * 1000 + of / 2) / of : 0;
  if (part && !tenths)
    buf_puts(b, "<0.1%");
  else
    buf_printf(b, "%lld.%d%%", (long long)(tenths / 10), (int)(tenths % 10));
}

/* ---- text ------------------------------------------------------------------------------------------------ */

enum { KEY = 24, RATE = 18, PART = 8, BAR_MOST = 30 };

static void cell(struct page *p, struct buf *b, int columns) {
  page_cell(p, b->p ? b->p : "", columns, PAGE_RIGHT);
  if (b->failed) p->out->failed = true;
  buf_clear(b);
}

static int64_t most_of(const struct imp_average *r) {
  int64_t most = 1;
  for (uint32_t i = 0; i < imp_average_count(r); i++)
    if (imp_average_at(r, i)->statutory.high > most) most = imp_average_at(r, i)->statutory.high;
  return most;
}

static void bar(struct page *p, int64_t share, int64_t most) {
  int n = (int)((share * BAR_MOST + most / 2) / most);
  page_space(p, 2);
  for (int i = 0; i < n; i++) page_puts(p, p->ascii ? "#" : "█");
}

static void text_row(struct page *p, const struct imp_average_row *r, bool parts, int64_t most) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT);
  page_cell(p, r->key ? r->key : "all", KEY, PAGE_LEFT);
  average_print(&r->statutory, &b);
  cell(p, &b, RATE);
  average_print(&r->used, &b);
  cell(p, &b, RATE);
  if (!parts) {
    put_part(&b, r->trade - r->statutory.rated, r->trade);
    cell(p, &b, PART);
  }
  if (most) bar(p, r->statutory.high, most);
  page_line(p);
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static void text_left_out(struct page *p, const struct imp_average_row *t) {
  const struct {
    const char *words;
    int64_t part;
  } parts[] = {{"refused, law not encoded", t->refused},
               {"by quantity, none known", t->by_quantity},
               {"hanging on a unit's value", t->by_unit},
               {"prohibited", t->prohibited},
               {"numbers of 2024 not in the schedule", t->unlisted}};
  struct buf b = {0};
  page_line(p);
  page_puts(p, "  Trade that is not in the average of the last line");
  page_line(p);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    page_space(p, PAGE_INDENT);
    page_cell(p, parts[i].words, KEY + RATE, PAGE_LEFT);
    put_part(&b, parts[i].part, t->trade);
    cell(p, &b, RATE);
    page_line(p);
  }
  buf_free(&b);
}

static void text_head(struct page *p, const struct imp_average *r, bool into) {
  page_line(p);
  page_puts(p, into ? "  AVERAGE ADDITIONAL RATE     weighted by "
                    : "  AVERAGE STATUTORY RATE      "
                      "weighted by the ");
  page_puts(p, imp_average_trade(r));
  page_line(p);
  for (uint32_t i = 0; imp_average_note(r, i); i++)
    page_item(p, i ? "" : "not in it", 14, imp_average_note(r, i));
}

static void text(const struct imp_law *law, const struct imp_query *query,
                 const struct imp_average *r, const struct imp_average_options *what,
                 struct page *p) {
  bool parts = what->by == IMP_AVERAGE_BY_PROGRAMME;
  int64_t most = most_of(r);
  text_head(p, r, what->into != NULL);
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_cell(p, by_words[what->by], KEY, PAGE_LEFT);
  page_cell(p, "nothing claimed", RATE, PAGE_RIGHT);
  page_cell(p, "as claimed", RATE, PAGE_RIGHT);
  if (!parts) page_cell(p, "left out", PART + 2, PAGE_RIGHT);
  page_line(p);
  page_rule(p);
  for (uint32_t i = 0; i < imp_average_count(r); i++)
    text_row(p, imp_average_at(r, i), parts, most);
  if (what->by != IMP_AVERAGE_BY_DAY) {
    page_rule(p);
    text_row(p, imp_average_total(r), parts, 0);
  }
  text_left_out(p, imp_average_total(r));
  page_line(p);
  study_stamp(p, law, query);
}

/* ---- JSON and CSV ------------------------------------------------------------------------------------------ */

static void put_decimal(struct buf *b, int64_t share) {
  buf_printf(b, "%lld.%06lld", (long long)(share / 1000000), (long long)(share % 1000000));
}

static void json_mean(struct json_out *j, const char *key, const struct imp_mean *a) {
  struct buf b = {0};
  json_open(j, key, '{');
  json_number(j, "rated", (uint64_t)a->rated);
  put_decimal(&b, a->low);
  json_text(j, "low", b.p);
  buf_clear(&b);
  put_decimal(&b, a->high);
  json_text(j, "high", b.p);
  json_close(j, '}');
  study_done(j->out, &b);
}

static void json_row(struct json_out *j, const char *key, const struct imp_average_row *r) {
  json_open(j, key, '{');
  json_maybe(j, "key", r->key);
  json_maybe(j, "until", r->until);
  json_number(j, "trade", (uint64_t)r->trade);
  json_mean(j, "statutory", &r->statutory);
  json_mean(j, "used", &r->used);
  json_number(j, "by_quantity", (uint64_t)r->by_quantity);
  json_number(j, "by_unit", (uint64_t)r->by_unit);
  json_number(j, "refused", (uint64_t)r->refused);
  json_number(j, "prohibited", (uint64_t)r->prohibited);
  json_number(j, "unlisted", (uint64_t)r->unlisted);
  json_close(j, '}');
}

static void json(const struct imp_law *law, const struct imp_query *query,
                 const struct imp_average *r, const struct imp_average_options *what,
                 struct buf *out) {
  struct json_out j = {.out = out, .flat = 3};
  json_open(&j, NULL, '{');
  study_json_head(&j, "impost.rate/1", law, query);
  json_text(&j, "by", by_words[what->by]);
  if (what->into) {
    json_text(&j, "into", what->into);
    json_text(&j, "trade", imp_average_trade(r));
    json_text(&j, "trade_unit", "thousand USD");
    json_open(&j, "not_in_it", '[');
    for (uint32_t i = 0; imp_average_note(r, i); i++) json_text(&j, NULL, imp_average_note(r, i));
    json_close(&j, ']');
  } else {
    json_text(&j, "use", what->use ? what->use : "2025");
    json_text(&j, "trade_unit", "thousand USD, imports for consumption of 2024");
  }
  json_open(&j, "rows", '[');
  for (uint32_t i = 0; i < imp_average_count(r); i++) json_row(&j, NULL, imp_average_at(r, i));
  json_close(&j, ']');
  json_row(&j, "total", imp_average_total(r));
  json_close(&j, '}');
  buf_putc(out, '\n');
}

static void csv_row(const struct imp_average_row *r, struct buf *b) {
  buf_printf(b, "%s,%s,%lld,", r->key ? r->key : "all", r->until ? r->until : "",
             (long long)r->trade);
  const struct imp_mean *means[] = {&r->statutory, &r->used};
  for (int i = 0; i < 2; i++) {
    buf_printf(b, "%lld,", (long long)means[i]->rated);
    if (means[i]->rated) put_decimal(b, means[i]->low);
    buf_putc(b, ',');
    if (means[i]->rated) put_decimal(b, means[i]->high);
    buf_putc(b, ',');
  }
  buf_printf(b, "%lld,%lld,%lld,%lld,%lld\n", (long long)r->by_quantity, (long long)r->by_unit,
             (long long)r->refused, (long long)r->prohibited, (long long)r->unlisted);
}

static void csv(const struct imp_average *r, const struct imp_average_options *what,
                struct buf *b) {
  buf_printf(b,
             "%s,until,trade,rated,low,high,used_rated,used_low,used_high,by_quantity,by_unit,"
             "refused,prohibited,unlisted\n",
             by_words[what->by]);
  for (uint32_t i = 0; i < imp_average_count(r); i++) csv_row(imp_average_at(r, i), b);
}

enum imp_status imp_report_average(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_average *r,
                                   const struct imp_average_options *what,
                                   enum imp_average_form form,
                                   const struct imp_report_options *options, struct imp_text *out,
                                   struct imp_error *err) {
  struct buf b = study_borrow(out);
  struct page p = study_page(options, &b);
  if (form == IMP_AVERAGE_JSON)
    json(law, query, r, what, &b);
  else if (form == IMP_AVERAGE_CSV)
    csv(r, what, &b);
  else if (form == IMP_AVERAGE_SVG)
    average_svg(law, query, r, &b);
  else
    text(law, query, r, what, &p);
  return study_give_back(out, &b, err);
}
