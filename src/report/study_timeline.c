// SPDX-License-Identifier: Apache-2.0
// A timeline as text, picture or JSON. The pictures are in chart_text.c and chart_svg.c.
#include "report/chart.h"

#include "base/error.h"
#include "report/assumed.h"
#include "report/json_out.h"
#include "report/report.h"
#include "report/study.h"

void study_json_event(struct json_out *j, const struct imp_event *e) {
  json_open(j, NULL, '{');
  json_text(j, "what", e->what);
  json_text(j, "measure", e->measure);
  json_maybe(j, "heading", e->heading);
  json_maybe(j, "title", e->title);
  json_maybe(j, "act", e->act);
  json_maybe(j, "act_title", e->act_title);
  json_maybe(j, "cite", e->cite);
  json_maybe(j, "known", e->known);
  json_text(j, "file", e->where.file);
  json_number(j, "line", e->where.line);
  json_close(j, '}');
}

static void put_rate(struct json_out *j, const char *key, const struct chart *c, int64_t cents) {
  struct buf b = {0};
  chart_print_rate(chart_rate(c, cents), &b);
  json_text(j, key, b.p);
  study_done(j->out, &b);
}

static void json_rows(struct json_out *j, const struct chart *c, const struct imp_bill *b) {
  json_open(j, "rows", '[');
  for (uint32_t i = 0; i < b->row_count; i++) {
    const struct imp_row *r = &b->rows[i];
    if (r->status != IMP_ROW_APPLIED) continue;
    json_open(j, NULL, '{');
    json_text(j, "heading", r->heading);
    json_text(j, "measure", r->measure);
    json_text(j, "rate", r->rate);
    json_money(j, "amount", r->amount);
    put_rate(j, "percent", c, r->amount);
    json_maybe(j, "act", r->act);
    json_maybe(j, "known", r->known);
    json_bool(j, "void", r->is_void);
    json_bool(j, "pending", r->pending);
    json_close(j, '}');
  }
  json_close(j, ']');
}

void study_json_outcome(struct json_out *j, const struct imp_bill *b) {
  json_open(j, "if", '{');
  for (uint32_t i = 0; i < b->pick_count; i++)
    json_text(j, b->picks[i].question, b->picks[i].answer);
  json_close(j, '}');
}

static void json_bill(struct json_out *j, const struct chart *c, const struct imp_bill *b) {
  json_open(j, NULL, '{');
  study_json_outcome(j, b);
  json_money(j, "low", b->low);
  json_money(j, "high", b->high);
  put_rate(j, "low_rate", c, b->low);
  put_rate(j, "high_rate", c, b->high);
  json_bool(j, "prohibited", b->prohibited);
  json_rows(j, c, b);
  json_close(j, '}');
}

static void json_step(struct json_out *j, const struct chart *c, const struct imp_step *s) {
  json_open(j, NULL, '{');
  json_text(j, "from", s->from);
  json_maybe(j, "until", s->until);
  json_text(j, "status", report_status_word(s->answer->status));
  json_maybe(j, "id", s->answer->id);
  json_maybe(j, "reason", s->answer->reason);
  json_open(j, "bills", '[');
  for (uint32_t i = 0; i < s->answer->bill_count; i++) json_bill(j, c, &s->answer->bills[i]);
  json_close(j, ']');
  json_open(j, "events", '[');
  for (uint32_t i = 0; i < s->event_count; i++) study_json_event(j, &s->events[i]);
  json_close(j, ']');
  json_close(j, '}');
}

void study_json_head(struct json_out *j, const char *schema, const struct imp_law *law,
                     const struct imp_query *query) {
  study_json_head_of(j, schema, law, query, NULL);
}

void study_json_head_of(struct json_out *j, const char *schema, const struct imp_law *law,
                        const struct imp_query *query, const char *into) {
  json_text(j, "schema", schema);
  json_text(j, "law", imp_law_digest(law));
  json_text(j, "known", query->known ? query->known : imp_law_newest_known(law));
  json_text(j, "read_through", imp_law_read_of(law, into));
  json_open(j, "read_through_of", '{');
  char place[3];
  const char *day = imp_law_read_at(law, 0, place);
  for (uint32_t i = 0; day; day = imp_law_read_at(law, ++i, place)) json_text(j, place, day);
  json_close(j, '}');
  json_text(j, "basis", report_basis_word(query->basis));
  assumed_json(j, law, query);
}

static void timeline_json(const struct chart *c, struct buf *out) {
  struct json_out j = {.out = out, .flat = 5};
  json_open(&j, NULL, '{');
  study_json_head_of(&j, "impost.timeline/1", c->law, c->query, c->what->line->into);
  json_maybe(&j, "into", c->what->line->into);
  json_text(&j, "code", c->code);
  json_maybe(&j, "description", c->description);
  json_text(&j, "place", c->place_name);
  json_money(&j, "value", c->value);
  json_open(&j, "steps", '[');
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++)
    json_step(&j, c, imp_timeline_at(c->t, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

void study_done(struct buf *out, struct buf *b) {
  if (b->failed) out->failed = true;
  buf_free(b);
}

struct page study_page(const struct imp_report_options *o, struct buf *out) {
  struct page p = {.out = out,
                   .width = o->width > 0 ? o->width : 96,
                   .ascii = o->ascii != 0,
                   .color = o->color != 0};
  if (p.width < 60) p.width = 60;
  return p;
}

struct buf study_borrow(struct imp_text *text) {
  return (struct buf){.p = text->p, .n = text->n, .cap = text->cap};
}

enum imp_status study_give_back(struct imp_text *text, const struct buf *b, struct imp_error *err) {
  *text = (struct imp_text){.p = b->p, .n = b->n, .cap = b->cap};
  return b->failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status imp_report_timeline(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_timeline *t,
                                    const struct imp_timeline_report *what,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct chart c;
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  chart_make(&c, law, query, t, what);
  c.description = options->description;
  if (what->svg)
    chart_svg(&c, &b);
  else if (options->format == IMP_TEXT)
    chart_text(&c, &p);
  else
    timeline_json(&c, &b);
  return study_give_back(text, &b, err);
}
