// SPDX-License-Identifier: Apache-2.0
// See follow.h.
#include "book/follow.h"

#include "law/deal.h"

/* The question that a default hangs on; LAW_NONE when it hangs on nothing that is there. */
static uint32_t leader_of(const struct deal_default *d) {
  return d->cond && d->cond->kind == LAW_COND_QUESTION ? d->cond->question_index : LAW_NONE;
}

static uint32_t asked_answer(const struct deal_default *d) {
  return d->cond->answer_index == LAW_NONE ? VIEW_STANDS : d->cond->answer_index;
}

static bool is_open(const struct view *v, uint32_t q) {
  enum view_state s = v->questions[q].state;
  return (s == VIEW_OPEN || s == VIEW_SAID) && view_outcome_count(v, q) > 1;
}

/* The condition of a default holds under what is assumed, or known. */
static bool holds(const struct view *v, const struct deal_default *d) {
  uint32_t q = leader_of(d);
  if (q == LAW_NONE || v->questions[q].state == VIEW_UNASKED) return false;
  const struct view_question *s = &v->questions[q];
  return asked_answer(d) == (s->state == VIEW_CLOSED ? s->answer : s->assumed);
}

uint32_t follow_default(const struct view *v, uint32_t q) {
  const struct law_question *x = &v->law->questions[q];
  uint32_t found = LAW_NONE, rest = LAW_NONE;
  for (uint32_t i = 0; i < x->default_count; i++) {
    const struct deal_default *d = &x->defaults[i];
    if (!d->cond) rest = d->answer_index;
    if (holds(v, d)) found = d->answer_index;
  }
  return found != LAW_NONE ? found : rest;
}

/* A default says what comes under the answer of a question. */
static bool says(const struct law_question *x, uint32_t leader, uint32_t answer) {
  for (uint32_t i = 0; i < x->default_count; i++)
    if (leader_of(&x->defaults[i]) == leader && asked_answer(&x->defaults[i]) == answer)
      return true;
  return false;
}

/* Whatever the answers of the others, some default of q speaks. */
static bool always_says(const struct view *v, const struct law_question *x) {
  for (uint32_t i = 0; i < x->default_count; i++) {
    uint32_t leader = leader_of(&x->defaults[i]), k = 0;
    if (!x->defaults[i].cond) return true;
    if (leader == LAW_NONE || v->questions[leader].state == VIEW_UNASKED) continue;
    while (k < view_outcome_count(v, leader) && says(x, leader, view_outcome(v, leader, k))) k++;
    if (k == view_outcome_count(v, leader)) return true;
  }
  return false;
}

bool follow_is(const struct view *v, const bool *fixed, uint32_t q) {
  const struct law_question *x = &v->law->questions[q];
  bool hangs = false;
  if (!x->default_count || fixed[q] || v->questions[q].state != VIEW_OPEN || !is_open(v, q))
    return false;
  for (uint32_t i = 0; i < x->default_count && !hangs; i++) {
    uint32_t leader = leader_of(&x->defaults[i]);
    hangs = leader != LAW_NONE && leader != q && is_open(v, leader);
  }
  return hangs && always_says(v, x);
}

/* `left`: questions that may still lie between, so that a circle comes to an end. */
static bool hangs_within(const struct view *v, const bool *fixed, uint32_t q, uint32_t leader,
                         uint32_t left) {
  if (!left || !follow_is(v, fixed, q)) return false;
  for (uint32_t i = 0; i < v->law->questions[q].default_count; i++) {
    uint32_t next = leader_of(&v->law->questions[q].defaults[i]);
    if (next == LAW_NONE || !is_open(v, next)) continue;
    if (next == leader || hangs_within(v, fixed, next, leader, left - 1)) return true;
  }
  return false;
}

bool follow_hangs(const struct view *v, const bool *fixed, uint32_t q, uint32_t leader) {
  return hangs_within(v, fixed, q, leader, v->law->question_count);
}

bool follow_heads(const struct view *v, const bool *fixed, uint32_t q,
                  bool (*asks)(void *user, uint32_t question), void *user) {
  if (fixed[q] || view_outcome_count(v, q) < 2 || follow_is(v, fixed, q)) return false;
  if (asks(user, q)) return true;
  for (uint32_t f = 0; f < v->law->question_count; f++)
    if (follow_hangs(v, fixed, f, q) && asks(user, f)) return true;
  return false;
}

/* Of a chain each pass settles at least one more. */
bool follow_settle_with(struct view *v, const bool *fixed, uint32_t leader) {
  bool changed = false, again = true;
  for (uint32_t pass = 0; again && pass < v->law->question_count; pass++) {
    again = false;
    for (uint32_t q = 0; q < v->law->question_count; q++) {
      if (!follow_is(v, fixed, q)) continue;
      uint32_t answer = follow_default(v, q);
      if (answer == LAW_NONE || answer == v->questions[q].assumed) continue;
      if (leader != LAW_NONE && !follow_hangs(v, fixed, q, leader)) continue;
      v->questions[q].assumed = answer;
      changed = again = true;
    }
  }
  return changed;
}

bool follow_settle(struct view *v, const bool *fixed) {
  return follow_settle_with(v, fixed, LAW_NONE);
}

static bool given_within(const struct view *v, const bool *fixed, uint32_t q, uint32_t left) {
  if (!left || !follow_is(v, fixed, q)) return false;
  for (uint32_t i = 0; i < v->law->questions[q].default_count; i++) {
    uint32_t leader = leader_of(&v->law->questions[q].defaults[i]);
    if (leader != LAW_NONE && is_open(v, leader) && !fixed[leader] &&
        !given_within(v, fixed, leader, left - 1))
      return false;
  }
  return true;
}

bool follow_given(const struct view *v, const bool *fixed, uint32_t q) {
  return given_within(v, fixed, q, v->law->question_count);
}

void follow_stands(struct view *v, const bool *fixed) {
  follow_settle(v, fixed);
  for (uint32_t q = 0; q < v->law->question_count; q++)
    if (!fixed[q] && view_outcome_count(v, q) > 1 && !follow_given(v, fixed, q))
      v->questions[q].assumed = VIEW_STANDS;
}

void follow_tell(struct view *v, const bool *fixed, uint32_t q, uint32_t f, struct buf *b) {
  uint32_t heads = 0, was = v->questions[q].assumed;
  for (uint32_t k = 0; k < v->law->question_count; k++)
    heads += !fixed[k] && !follow_is(v, fixed, k) && follow_hangs(v, fixed, f, k);
  struct str name = v->law->questions[f].name;
  buf_printf(b, "%s%.*s", b->n ? "; " : "", (int)name.n, name.p);
  for (uint32_t i = 0; heads == 1 && i < view_outcome_count(v, q); i++) {
    v->questions[q].assumed = view_outcome(v, q, i);
    follow_settle(v, fixed);
    bool stands = v->questions[q].assumed == VIEW_STANDS;
    struct str comes = view_answer_word(v, f, v->questions[f].assumed),
               under =
                   stands ? STR("the law stands") : view_answer_word(v, q, v->questions[q].assumed);
    buf_printf(b, "%s%.*s if %.*s", i ? ", " : " (", (int)comes.n, comes.p, (int)under.n, under.p);
  }
  if (heads == 1) buf_putc(b, ')');
  v->questions[q].assumed = was;
}
