// SPDX-License-Identifier: Apache-2.0
// One item of the talks: who decides, who said what and when, what came of it; and the whole board as JSON.
#include <string.h>

#include "report/talks.h"

enum { LABEL = 12 };

static void said(struct page *p, const struct imp_word *w) {
  struct buf b = {0};
  buf_printf(&b, "%s %s %s%s%s", talks_mark(p, w->how), w->side, talks_stance(w->how),
             w->answer[0] ? " " : "", w->answer);
  if (w->detail[0]) buf_printf(&b, ", \"%s\"", w->detail);
  if (w->who[0]) buf_printf(&b, "; %s", w->who);
  if (w->where[0]) buf_printf(&b, ", %s", w->where);
  if (w->source[0]) buf_printf(&b, " (%s: %s)", w->grade, w->source);
  page_item(p, w->day ? w->day : "undated", LABEL, b.p ? b.p : "");
  page_done(p, &b);
}

static void results(struct page *p, const struct imp_item *it) {
  for (uint32_t i = 0; i < it->result_count; i++) {
    const struct imp_result *r = &it->results[i];
    struct buf b = {0};
    buf_printf(&b, "%s %s%s%s%s", r->binds ? "=" : "~", r->answer, r->act_title[0] ? ": " : "",
               r->act_title, r->binds ? "" : " (said; binds nobody)");
    page_item(p, r->day, LABEL, b.p ? b.p : "");
    page_done(p, &b);
  }
}

static void confirmed(struct page *p, const struct imp_talks *t, const struct imp_item *it) {
  const struct imp_position *a = &it->positions[0], *b = &it->positions[1];
  const char *who = a->confirms && b->confirms ? "both sides"
                    : a->confirms              ? t->sides[0]
                    : b->confirms              ? t->sides[1]
                                               : NULL;
  bool over = strcmp(it->state, "closed") == 0 || strcmp(it->state, "held") == 0;
  if ((a->decides || b->decides) && !over)
    page_item(p, "confirmed", LABEL, who ? who : "by neither side that decides");
}

void talks_story(struct page *p, const struct imp_talks *t, const struct imp_item *it) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, talks_short(t, it->name));
  page_puts(p, "  ");
  page_wrap(p, 4 + page_columns(p, str_of(talks_short(t, it->name))), it->title);
  page_line(p);
  buf_printf(&b, "%s%s%s", it->state, it->answers[0] ? ": " : "", it->answers);
  page_item(p, "state", LABEL, b.p ? b.p : "");
  page_item(p, "decides", LABEL, it->decides);
  buf_clear(&b);
  if (it->due) {
    buf_printf(&b, "%s", it->due);
    if (it->through && strcmp(it->due, it->through)) buf_printf(&b, " to %s", it->through);
    if (it->moved == 1) buf_puts(&b, ", moved once");
    if (it->moved > 1) buf_printf(&b, ", moved %u times", (unsigned)it->moved);
    page_item(p, it->kind == IMP_ITEM_MEETING ? "day" : "due", LABEL, b.p ? b.p : "");
  }
  if (it->where[0]) page_item(p, "where", LABEL, it->where);
  if (it->fallback) page_item(p, "if nobody", LABEL, it->fallback);
  confirmed(p, t, it);
  for (unsigned i = 0, n = 0; i < 2; i++)
    if (it->positions[i].stance == IMP_SILENT) {
      buf_clear(&b);
      buf_printf(&b, "%s %s has said nothing of it", talks_mark(p, IMP_SILENT), t->sides[i]);
      page_item(p, n++ ? "" : "silent", LABEL, b.p ? b.p : "");
    }
  if (it->word_count || it->result_count) page_line(p);
  for (uint32_t i = 0; i < it->word_count; i++) said(p, &it->words[i]);
  results(p, it);
  for (uint32_t i = 0; i < it->caution_count; i++)
    page_item(p, i ? "" : "care", LABEL, it->cautions[i]);
  page_done(p, &b);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------ */

static void json_position(struct json_out *j, const char *side, const struct imp_position *x) {
  json_open(j, NULL, '{');
  json_text(j, "side", side);
  json_text(j, "position", talks_stance(x->stance));
  json_maybe(j, "answer", x->answer);
  json_maybe(j, "detail", x->detail);
  json_text(j, "since", x->since);
  json_bool(j, "decides", x->decides);
  json_bool(j, "confirms", x->confirms);
  json_close(j, '}');
}

static void json_word(struct json_out *j, const struct imp_word *w) {
  json_open(j, NULL, '{');
  json_text(j, "side", w->side);
  json_text(j, "how", talks_stance(w->how));
  json_maybe(j, "answer", w->answer);
  json_maybe(j, "detail", w->detail);
  json_text(j, "day", w->day);
  json_text(j, "voice", w->voice);
  json_maybe(j, "who", w->who);
  json_maybe(j, "where", w->where);
  json_maybe(j, "source", w->source);
  json_maybe(j, "grade", w->grade);
  json_bool(j, "counts", w->counts);
  json_close(j, '}');
}

static void json_lists(struct json_out *j, const struct imp_talks *t, const struct imp_item *it) {
  json_open(j, "positions", '[');
  for (unsigned i = 0; i < 2; i++) json_position(j, t->sides[i], &it->positions[i]);
  json_close(j, ']');
  json_open(j, "said", '[');
  for (uint32_t i = 0; i < it->word_count; i++) json_word(j, &it->words[i]);
  json_close(j, ']');
  json_open(j, "answered", '[');
  for (uint32_t i = 0; i < it->result_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "answer", it->results[i].answer);
    json_text(j, "day", it->results[i].day);
    json_maybe(j, "act", it->results[i].act);
    json_maybe(j, "act_title", it->results[i].act_title);
    json_bool(j, "binds", it->results[i].binds);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_texts(j, "care", it->cautions, it->caution_count);
}

static void json_item(struct json_out *j, const struct imp_talks *t, const struct imp_item *it) {
  json_open(j, NULL, '{');
  json_text(j, "name", it->name);
  json_text(j, "title", it->title);
  json_text(j, "kind", it->kind == IMP_ITEM_MEETING ? "meeting" : "question");
  json_text(j, "state", it->state);
  json_maybe(j, "answers", it->answers);
  json_text(j, "default", it->fallback);
  json_text(j, "raised", it->raised);
  json_text(j, "due", it->due);
  if (it->kind == IMP_ITEM_MEETING) json_text(j, "through", it->through);
  json_number(j, "moved", it->moved);
  json_text(j, "decides", it->decides);
  json_maybe(j, "confirmed", it->confirmed);
  json_maybe(j, "where", it->where);
  json_lists(j, t, it);
  json_text(j, "file", it->at.file);
  json_number(j, "line", it->at.line);
  json_close(j, '}');
}

void talks_json(struct buf *out, const struct imp_law *law, const struct imp_query *query,
                const struct imp_talks *t) {
  struct json_out j = {.out = out, .flat = 4};
  json_open(&j, NULL, '{');
  study_json_head(&j, "impost.talks/1", law, query);
  json_text(&j, "name", t->name);
  json_text(&j, "title", t->title);
  json_texts(&j, "sides", t->sides, 2);
  json_number(&j, "voices", t->voice_count);
  json_open(&j, "items", '[');
  for (uint32_t i = 0; i < t->item_count; i++) json_item(&j, t, &t->items[i]);
  json_close(&j, ']');
  json_open(&j, "rounds", '[');
  for (uint32_t i = 0; i < t->round_count; i++) {
    const struct imp_round *r = &t->rounds[i];
    json_open(&j, NULL, '{');
    json_text(&j, "name", r->name);
    json_text(&j, "title", r->title);
    json_text(&j, "from", r->from);
    json_text(&j, "through", r->through);
    json_maybe(&j, "where", r->where);
    json_text(&j, "unconfirmed", r->mark);
    json_close(&j, '}');
  }
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}
