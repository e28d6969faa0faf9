// SPDX-License-Identifier: Apache-2.0
// See view.h.
#include "book/view.h"

imp_day view_when_known(const struct view *v, const struct law_when *when) {
  imp_day day = law_when_known(v->law, when);
  bool later = day == v->known && v->known_minute != CLOCK_UNSTATED &&
               law_when_known_minute(v->law, when) > v->known_minute;
  return later ? day + 1 : day;
}

static void set_state(const struct view *v, const struct law_question *q,
                      struct view_question *out) {
  *out = (struct view_question){VIEW_UNASKED, LAW_NONE, LAW_NONE, LAW_NONE};
  imp_day raised = q->raised_when.known != DAY_NEVER ? q->raised_when.known : q->raised;
  if (raised > v->known) return;
  out->state = VIEW_OPEN;
  out->assumed = 0;
  for (uint32_t i = 0; i < q->answered_count; i++) {
    const struct law_answered *a = &q->answered[i];
    if (view_when_known(v, &a->when) > v->known) continue;
    bool speaks = law_when_speaks(v->law, &a->when);
    if (out->state == VIEW_CLOSED && speaks) continue; /* what is done is not undone by talk */
    out->state = speaks ? VIEW_SAID : VIEW_CLOSED;
    out->answer = out->assumed = a->answer;
    out->by = a->when.act;
  }
}

bool view_make(struct view *v, struct arena *a, const struct law *law, imp_day known, int minute,
               bool legal) {
  *v = (struct view){law, known, (int16_t)minute, legal, NULL};
  v->questions = arena_array(a, law->question_count + 1u, sizeof *v->questions);
  if (!v->questions) return false;
  for (uint32_t i = 0; i < law->question_count; i++)
    set_state(v, &law->questions[i], &v->questions[i]);
  return true;
}

uint32_t view_outcome_count(const struct view *v, uint32_t q) {
  if (v->questions[q].state == VIEW_OPEN) return v->law->questions[q].answer_count;
  return v->questions[q].state == VIEW_SAID ? 2 : 1;
}

uint32_t view_outcome(const struct view *v, uint32_t q, uint32_t i) {
  const struct view_question *s = &v->questions[q];
  if (s->state == VIEW_OPEN) return i;
  if (s->state == VIEW_SAID) return i == 0 ? s->answer : VIEW_STANDS;
  return s->answer;
}

struct str view_answer_word(const struct view *v, uint32_t q, uint32_t answer) {
  if (answer == VIEW_STANDS) return STR("stands");
  if (answer >= v->law->questions[q].answer_count) return STR("?");
  return v->law->questions[q].answers[answer];
}

static bool outcome_lets(const struct view *v, const struct law_cond *c, bool speaks) {
  const struct view_question *q = &v->questions[c->question_index];
  uint32_t asked = c->answer_index == LAW_NONE ? VIEW_STANDS : c->answer_index;
  switch (q->state) {
  case VIEW_UNASKED:
    return false;
  case VIEW_CLOSED:
    return asked == q->answer && !speaks;
  case VIEW_OPEN:
  case VIEW_SAID:
    return asked == q->assumed;
  }
  return false;
}

static bool conjuncts_let(const struct view *v, const struct law_cond *c, bool speaks,
                          bool *asked) {
  if (!c) return true;
  if (c->kind == LAW_COND_QUESTION) {
    *asked = true;
    return c->question_index != LAW_NONE && outcome_lets(v, c, speaks);
  }
  if (c->kind != LAW_COND_AND) return true;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (!conjuncts_let(v, c->kids[i], speaks, asked)) return false;
  return true;
}

bool view_counts(const struct view *v, const struct law_when *when, const struct law_cond *cond) {
  if (view_when_known(v, when) > v->known) return false;
  bool asked = false, speaks = law_when_speaks(v->law, when);
  if (!conjuncts_let(v, cond, speaks, &asked)) return false;
  return asked || !speaks; /* words without a question move nothing */
}

bool view_has(const struct view *v, const struct law_stmt *s) {
  return view_counts(v, &s->when, s->cond);
}

static imp_day seen_from(struct moment at, imp_day day, int minute) {
  return day == at.day && minute > 0 && minute > at.minute ? day + 1 : day;
}

struct clock_stmt view_clock(const struct view *v, const struct law_stmt *s, struct moment at) {
  struct clock_stmt c = {CLOCK_PAINT, DAY_FIRST, seen_from(at, s->when.from, s->when.from_minute),
                         seen_from(at, s->when.until, s->when.until_minute), view_has(v, s)};
  switch (s->kind) {
  case LAW_SUSPENDED:
    c.kind = CLOCK_SUSPENDED;
    break;
  case LAW_VOID:
    c.kind = CLOCK_VOID;
    break;
  case LAW_RESUMES:
    c.kind = CLOCK_RESUMES;
    break;
  case LAW_ENDS:
    c.kind = CLOCK_ENDS;
    c.from = seen_from(at, s->day, s->minute);
    c.until = DAY_NEVER;
    break;
  default:
    break;
  }
  c.known = view_when_known(v, &s->when);
  return c;
}

bool view_cond_asks(const struct law_cond *c, uint32_t q) {
  if (!c) return false;
  if (c->kind == LAW_COND_QUESTION) return c->question_index == q;
  for (uint32_t i = 0; c->kind == LAW_COND_AND && i < c->kid_count; i++)
    if (view_cond_asks(c->kids[i], q)) return true;
  return false;
}
