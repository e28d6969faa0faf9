// SPDX-License-Identifier: Apache-2.0
// The answer on a case as JSON, schema impost.licence/1 (docs/json.md).
#include "report/json_out.h"
#include "report/licence.h"
#include "report/study.h"

static const char *standing_word(enum imp_licence_standing s) {
  static const char *const words[] = {"in force", "suspended", "ended", "not begun"};
  return words[s];
}

static void put_row(struct json_out *j, const struct imp_licence_row *r) {
  json_open(j, NULL, '{');
  json_text(j, "control", r->control);
  json_maybe(j, "title", r->title);
  json_maybe(j, "entry", r->entry);
  json_maybe(j, "words", r->words);
  json_bool(j, "quoted", r->quoted);
  json_maybe(j, "limits", r->limits);
  json_bool(j, "sure", r->sure);
  json_text(j, "asks", imp_licence_word_text(r->asks));
  json_text(j, "standing", standing_word(r->standing));
  json_maybe(j, "act", r->act);
  json_maybe(j, "cite", r->cite);
  json_maybe(j, "source", r->source);
  json_maybe(j, "from", r->since);
  json_maybe(j, "begins", r->begins);
  json_maybe(j, "suspended_through", r->stayed_through);
  json_maybe(j, "suspended_by", r->stayed_by);
  json_maybe(j, "suspended_with", r->stayed_with);
  json_maybe(j, "announced_through", r->announced_through);
  json_maybe(j, "announced_if", r->announced_if);
  json_maybe(j, "unconfirmed", r->unconfirmed);
  json_number(j, "days_in_force", r->days_in_force);
  json_close(j, '}');
}

static void put_rows(struct json_out *j, const char *key, const struct imp_licence_row *rows,
                     uint32_t n) {
  json_open(j, key, '[');
  for (uint32_t i = 0; i < n; i++) put_row(j, &rows[i]);
  json_close(j, ']');
}

static void put_open(struct json_out *j, const struct imp_licence_open *o) {
  json_open(j, NULL, '{');
  json_maybe(j, "condition", o->condition);
  json_text(j, "becomes", imp_licence_word_text(o->becomes));
  json_text(j, "control", o->control);
  json_text(j, "standing", standing_word(o->standing));
  json_maybe(j, "act", o->act);
  json_maybe(j, "cite", o->cite);
  json_maybe(j, "note", o->note);
  json_maybe(j, "suspended_through", o->through);
  json_close(j, '}');
}

static void put_said(struct json_out *j, const char *key, const struct imp_licence_said *s,
                     uint32_t n) {
  json_open(j, key, '[');
  for (uint32_t i = 0; i < n; i++) {
    json_open(j, NULL, '{');
    json_text(j, "text", s[i].text);
    json_maybe(j, "condition", s[i].condition);
    json_text(j, "control", s[i].control);
    json_text(j, "standing", standing_word(s[i].standing));
    json_maybe(j, "act", s[i].act);
    json_maybe(j, "cite", s[i].cite);
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void put_reading(struct json_out *j, const struct imp_licence_reading *r) {
  json_open(j, NULL, '{');
  json_maybe(j, "outcome", r->outcome);
  json_bool(j, "by_default", r->by_default);
  json_text(j, "answer", imp_licence_word_text(r->word));
  json_bool(j, "sure", r->sure);
  json_maybe(j, "review", r->review);
  put_rows(j, "controls", r->rows, r->row_count);
  json_open(j, "open", '[');
  for (uint32_t i = 0; i < r->open_count; i++) put_open(j, &r->open[i]);
  json_close(j, ']');
  put_said(j, "reviews", r->reviews, r->review_count);
  put_said(j, "musts", r->musts, r->must_count);
  json_close(j, '}');
}

static void put_tells(struct json_out *j, const struct imp_licence_answer *a) {
  json_open(j, "tell", '[');
  for (uint32_t i = 0; i < a->tell_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "typed", a->tells[i].typed);
    json_text(j, "becomes", imp_licence_word_text(a->tells[i].becomes));
    json_maybe(j, "under", a->tells[i].under);
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void put_lists(struct json_out *j, const struct imp_licence_list *lists, uint32_t n) {
  json_open(j, "lists", '[');
  for (uint32_t i = 0; i < n; i++) {
    const struct imp_licence_list *l = &lists[i];
    json_open(j, NULL, '{');
    json_text(j, "name", l->name);
    json_maybe(j, "title", l->title);
    json_maybe(j, "act", l->act);
    json_text(j, "encoded", l->whole ? "whole" : l->encoded ? "in part" : "not");
    json_number(j, "entries", l->encoded);
    if (l->declared)
      json_number(j, "entries_of_act", l->declared);
    else
      json_null(j, "entries_of_act");
    json_maybe(j, "missing", l->missing);
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void put_near(struct json_out *j, const struct imp_licence_answer *a) {
  json_open(j, "near", '[');
  for (uint32_t i = 0; i < a->near_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "entry", a->near[i].entry);
    json_text(j, "words", a->near[i].words);
    json_close(j, '}');
  }
  json_close(j, ']');
}

void report_licence_json(const struct imp_law *law, const struct imp_query *query,
                         const struct imp_licence_answer *a, int flat, struct buf *out) {
  struct json_out j = {.out = out, .flat = flat};
  json_open(&j, NULL, '{');
  study_json_head(&j, "impost.licence/1", law, query);
  json_text(&j, "item", a->item);
  json_text(&j, "out_of", a->out_of);
  json_maybe(&j, "into", a->into);
  json_text(&j, "on", a->on);
  json_text(&j, "deed", a->deed);
  json_bool(&j, "by_number", a->by_code);
  json_number(&j, "entries", a->entry_count);
  json_open(&j, "readings", '[');
  for (uint32_t i = 0; i < a->reading_count; i++) put_reading(&j, &a->readings[i]);
  json_close(&j, ']');
  put_tells(&j, a);
  put_near(&j, a);
  json_number(&j, "near_more", a->near_more);
  json_texts(&j, "not_these", a->not_these, a->not_these_count);
  json_texts(&j, "assumed", a->assumed, a->assumed_count);
  put_lists(&j, a->lists, a->list_count);
  put_rows(&j, "nets", a->nets, a->net_count);
  json_maybe(&j, "weakest_source", a->weakest);
  json_close(&j, '}');
  buf_putc(out, '\n');
}
