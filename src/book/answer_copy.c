// SPDX-License-Identifier: Apache-2.0
// An answer copied out of the scratch it was worked out in: evaluating takes megabytes, an answer kilobytes.
#include <string.h>

#include "book/answer.h"

struct copier {
  struct arena *a;
  bool failed;
};

static void text(struct copier *c, const char **s) {
  if (!*s || c->failed) return;
  *s = str_dup(c->a, str_of(*s));
  c->failed = !*s;
}

static void where(struct copier *c, struct imp_where *w) {
  text(c, &w->file);
}

/* A copy of an array, its items still pointing at the old texts; NULL when there is nothing. */
static void *items(struct copier *c, const void *from, size_t count, size_t size) {
  if (!count || c->failed) return NULL;
  void *to = arena_copy(c->a, from, count * size);
  c->failed = !to;
  return to;
}

static const char *const *texts(struct copier *c, const char *const *from, uint32_t count) {
  const char **to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) text(c, &to[i]);
  return to;
}

static const struct imp_pair *pairs(struct copier *c, const struct imp_pair *from, uint32_t count) {
  struct imp_pair *to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) text(c, &to[i].name), text(c, &to[i].value);
  return to;
}

static const struct imp_row *rows(struct copier *c, const struct imp_row *from, uint32_t count) {
  struct imp_row *to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) {
    const char **fields[] = {&to[i].heading,      &to[i].measure,   &to[i].title,
                             &to[i].rate,         &to[i].why,       &to[i].by,
                             &to[i].act,          &to[i].act_title, &to[i].cite,
                             &to[i].known,        &to[i].source,    &to[i].mark,
                             &to[i].until,        &to[i].rounding,  &to[i].exact,
                             &to[i].quantity,     &to[i].points,    &to[i].points_by,
                             &to[i].points_until, &to[i].act_kind};
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) text(c, fields[f]);
    where(c, &to[i].where);
    where(c, &to[i].points_where);
  }
  return to;
}

static const struct imp_pick *picks(struct copier *c, const struct imp_pick *from, uint32_t count) {
  struct imp_pick *to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) text(c, &to[i].question), text(c, &to[i].answer);
  return to;
}

static const struct imp_bill *bills(struct copier *c, const struct imp_bill *from, uint32_t count) {
  struct imp_bill *to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) {
    struct imp_bill *b = &to[i];
    text(c, &b->mark);
    b->picks = picks(c, b->picks, b->pick_count);
    b->rows = rows(c, b->rows, b->row_count);
    b->settled = pairs(c, b->settled, b->settled_count);
    b->settled_low = pairs(c, b->settled_low, b->settled_low_count);
    b->assumed = texts(c, b->assumed, b->assumed_count);
    b->needs = texts(c, b->needs, b->needs_count);
    b->notes = texts(c, b->notes, b->notes_count);
  }
  return to;
}

static const struct imp_verdict *verdicts(struct copier *c, const struct imp_verdict *from,
                                          uint32_t count) {
  struct imp_verdict *to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) {
    const char **fields[] = {&to[i].measure, &to[i].part,  &to[i].heading,
                             &to[i].verdict, &to[i].why,   &to[i].member_text,
                             &to[i].from,    &to[i].until, &to[i].known};
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) text(c, fields[f]);
    where(c, &to[i].where);
    where(c, &to[i].heading_where);
    where(c, &to[i].statement);
    where(c, &to[i].member);
  }
  return to;
}

static const struct imp_question *questions(struct copier *c, const struct imp_question *from,
                                            uint32_t count) {
  struct imp_question *to = items(c, from, count, sizeof *to);
  for (uint32_t i = 0; to && i < count; i++) {
    text(c, &to[i].name), text(c, &to[i].title), text(c, &to[i].state);
    text(c, &to[i].due), text(c, &to[i].said_by), text(c, &to[i].along);
  }
  return to;
}

bool answer_copy(struct arena *a, const struct imp_answer *from, struct imp_answer *to) {
  struct copier c = {a, false};
  *to = *from;
  const char **fields[] = {&to->id,        &to->reason,      &to->next,
                           &to->code,      &to->from,        &to->place_name,
                           &to->on,        &to->known,       &to->value_note,
                           &to->into_name, &to->next_change, &to->next_change_why};
  for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) text(&c, fields[f]);
  to->next_each = arena_copy(a, from->next_each, from->next_each_count * sizeof *to->next_each);
  c.failed |= from->next_each_count && !to->next_each;
  to->bills = bills(&c, from->bills, from->bill_count);
  to->questions = questions(&c, from->questions, from->question_count);
  to->verdicts = verdicts(&c, from->verdicts, from->verdict_count);
  to->settled = pairs(&c, from->settled, from->settled_count);
  to->caveats = texts(&c, from->caveats, from->caveat_count);
  return !c.failed;
}
