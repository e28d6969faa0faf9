// SPDX-License-Identifier: Apache-2.0
// See assumed.h.
#include "report/assumed.h"

#include <string.h>

#include "base/mem.h"
#include "book/follow.h"
#include "book/query.h"

typedef void tell_fn(void *user, const char *question, const char *answer);

static bool tell_one(const struct query *q, uint32_t i, struct arena *a, tell_fn *tell,
                     void *user) {
  const char *name = str_dup(a, q->view.law->questions[i].name),
             *word = str_dup(a, view_answer_word(&q->view, i, q->view.questions[i].assumed));
  if (!name || !word) return false;
  tell(user, name, word);
  return true;
}

/* The answers that go along with those picked. False: out of memory. */
static bool tell_along(const struct imp_law *law, const struct imp_query *query, tell_fn *tell,
                       void *user) {
  struct arena a = {0};
  struct query q;
  struct imp_error err = {0};
  bool fine = query_read(&a, law, query, &q, &err) == IMP_OK;
  for (uint32_t i = 0; fine && i < law->law->question_count; i++)
    if (follow_given(&q.view, q.fixed, i)) fine = tell_one(&q, i, &a, tell, user);
  arena_free(&a);
  return fine;
}

/* A measure hangs on the question. */
static bool of_measures(const struct law *law, uint32_t q) {
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (law->measures[m].asks >> q % 64 & 1) return true;
  return false;
}

struct words {
  struct buf *out;
  const char *before;
};

static void tell_words(void *user, const char *question, const char *answer) {
  struct words *w = user;
  buf_printf(w->out, "%s%s=%s", w->before, question, answer);
  w->before = ", ";
}

void assumed_words(const struct imp_law *law, const struct imp_query *query, struct buf *out) {
  if (!query || !query->pick_count) return;
  struct words picked = {out, ""}, along = {out, ", and with it "};
  for (uint32_t i = 0; i < query->pick_count; i++)
    tell_words(&picked, query->picks[i].name, query->picks[i].value);
  if (!tell_along(law, query, tell_words, &along)) out->failed = true;
}

struct titles {
  const struct law *law;
  struct buf *out;
  bool any;
};

static void tell_title(void *user, const char *question, const char *answer) {
  struct titles *t = user;
  uint32_t q = law_find_question(t->law, str_of(question));
  if (q == LAW_NONE || !of_measures(t->law, q)) return;
  struct str title = t->law->questions[q].title;
  buf_printf(t->out, "%s\"%.*s\" \"%s\"", t->any ? ", " : " (and with it ", (int)title.n, title.p,
             answer);
  t->any = true;
}

void assumed_titles(const struct imp_law *law, const struct imp_query *query, struct buf *out) {
  if (!query->pick_count) return;
  struct titles t = {law->law, out, false};
  if (!tell_along(law, query, tell_title, &t)) out->failed = true;
  if (t.any) buf_putc(out, ')');
}

static void tell_json(void *user, const char *question, const char *answer) {
  json_text(user, question, answer);
}

void assumed_json(struct json_out *j, const struct imp_law *law, const struct imp_query *query) {
  if (!query || !query->pick_count) return;
  json_open(j, "picked", '{');
  for (uint32_t i = 0; i < query->pick_count; i++)
    tell_json(j, query->picks[i].name, query->picks[i].value);
  json_close(j, '}');
  json_open(j, "with_it", '{');
  if (!tell_along(law, query, tell_json, j)) j->out->failed = true;
  json_close(j, '}');
}

void assumed_along(const struct imp_law *law, const struct imp_query *query, const char *question,
                   struct buf *out) {
  struct arena a = {0};
  struct query q;
  struct imp_error err = {0};
  bool fine = query && query_read(&a, law, query, &q, &err) == IMP_OK;
  uint32_t leader = fine ? law_find_question(law->law, str_of(question)) : LAW_NONE;
  for (uint32_t f = 0; leader != LAW_NONE && f < law->law->question_count; f++)
    if (follow_hangs(&q.view, q.fixed, f, leader) && of_measures(law->law, f))
      follow_tell(&q.view, q.fixed, leader, f, out);
  if (query && !fine) out->failed = true;
  arena_free(&a);
}

bool assumed_same(const struct imp_query *a, const struct imp_query *b) {
  bool same = a->pick_count == b->pick_count;
  for (uint32_t i = 0; same && i < a->pick_count; i++)
    same = strcmp(a->picks[i].name, b->picks[i].name) == 0 &&
           strcmp(a->picks[i].value, b->picks[i].value) == 0;
  return same;
}
