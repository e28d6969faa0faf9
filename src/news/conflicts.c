// SPDX-License-Identifier: Apache-2.0
// Where statements of one measure do not agree, slot by slot: number, day, condition, polarity, status. Where one only
// says more, or a week begins on another day, that is said instead of a difference. What is no number, no day or no step of the
// same thing is not compared.
#include <string.h>

#include "news/report_own.h"

const char *const news_slot_words[5] = {"number", "day", "condition", "polarity", "status"};
const char *const news_difference_words[4] = {"differs", "one says more", "convention",
                                              "outlet firmer"};

/* Equal but for the article: told once, with all articles that have it. */
bool news_alike(const struct news_statement *a, const struct news_statement *b) {
  bool number = a->number == b->number ||
                (a->number != NULL && b->number != NULL && strcmp(a->number, b->number) == 0);
  bool unknown = a->unknown == b->unknown ||
                 (a->unknown != NULL && b->unknown != NULL && strcmp(a->unknown, b->unknown) == 0);
  return number && unknown && a->speaker == b->speaker && a->side == b->side &&
         a->good == b->good && a->imposer == b->imposer && a->target == b->target &&
         a->about == b->about && a->measure == b->measure && a->status == b->status &&
         a->dated == b->dated && a->from == b->from && a->until == b->until &&
         a->unresolved == b->unresolved && (a->condition.to == 0) == (b->condition.to == 0);
}

static bool inside(const struct news_statement *a, const struct news_statement *b) {
  return a->from >= b->from && a->until <= b->until;
}

static struct news_span first_of(struct news_span x, struct news_span y) {
  return x.to != 0 ? x : y;
}

static bool found(struct news_conflict *c, enum news_slot slot, enum news_difference kind) {
  const struct news_statement *a = c->a, *b = c->b;
  c->slot = slot;
  c->kind = kind;
  c->at_a = a->span;
  c->at_b = b->span;
  if (slot == NEWS_SLOT_NUMBER) {
    c->at_a = first_of(a->number_span, a->span);
    c->at_b = first_of(b->number_span, b->span);
  } else if (slot == NEWS_SLOT_DAY) {
    c->at_a = first_of(a->date_span, a->span);
    c->at_b = first_of(b->date_span, b->span);
  } else if (slot == NEWS_SLOT_CONDITION) {
    c->at_a = first_of(a->condition, a->span);
    c->at_b = first_of(b->condition, b->span);
  }
  return true;
}

/* ---- number -------------------------------------------------------------------------------------------------------- */

/* A rate, a length and a sum are no numbers of one thing. */
static char sort_of(const char *number) {
  if (number[0] == 'P') return 'P';
  return strchr(number, '%') != NULL ? '%' : '0';
}

/* "12 million tons this year and 25 million next year": two sums with two days are two promises; what was bought is none. */
static bool other_promise(const struct news_statement *a, const struct news_statement *b) {
  bool sums = a->number != NULL && b->number != NULL && sort_of(a->number) == '0' &&
              sort_of(b->number) == '0' && strcmp(a->number, b->number) != 0;
  bool days = a->dated && b->dated && (a->from != b->from || a->until != b->until);
  return sums && (days || (a->status == NEWS_IN_FORCE) != (b->status == NEWS_IN_FORCE));
}

static bool compare_numbers(struct news_conflict *c) {
  const struct news_statement *a = c->a, *b = c->b;
  if (a->number != NULL && b->number != NULL)
    return sort_of(a->number) == sort_of(b->number) && strcmp(a->number, b->number) != 0 &&
           found(c, NEWS_SLOT_NUMBER, NEWS_DIFFERS);
  return a->status == b->status && a->number != b->number &&
         found(c, NEWS_SLOT_NUMBER, NEWS_REFINES);
}

/* ---- day ----------------------------------------------------------------------------------------------------------- */

/* Whether the day lies ahead of the report: 1, 0; -1: nobody knows. */
static int lies_ahead(const struct news_story *y, const struct news_statement *st) {
  imp_day published = y->articles[st->article].published;
  if (published == DAY_NEVER) return -1;
  if (st->status == NEWS_IN_FORCE) return 0;
  return st->until == DAY_NEVER ? st->from > published : st->until > published + 1;
}

/* Of what a day is told: that it is suspended, that it ends, else that it comes or is there. */
static int step_of(const struct news_statement *st) {
  return st->status == NEWS_SUSPENDED ? 1 : st->status == NEWS_ENDED ? 2 : 0;
}

/* What was done on Sunday and what is to be done on Thursday are two steps. */
static bool of_one_step(const struct news_story *y, const struct news_conflict *c) {
  bool ends = c->a->from == DAY_FIRST && c->b->from == DAY_FIRST;
  int a = lies_ahead(y, c->a), b = lies_ahead(y, c->b);
  return step_of(c->a) == step_of(c->b) && (ends || a < 0 || b < 0 || a == b);
}

static bool compare_days(const struct news_story *y, struct news_conflict *c) {
  const struct news_statement *a = c->a, *b = c->b;
  if (!a->dated || !b->dated || (a->from == b->from && a->until == b->until)) return false;
  bool first = a->until == DAY_NEVER && b->until == DAY_NEVER,
       last = a->from == DAY_FIRST && b->from == DAY_FIRST, one = of_one_step(y, c);
  if (first || last) /* a first or a last day, both */
    return one && found(c, NEWS_SLOT_DAY, NEWS_DIFFERS);
  bool apart = a->from >= b->until || b->from >= a->until;
  if (a->convention && b->convention && !apart) return found(c, NEWS_SLOT_DAY, NEWS_CONVENTION);
  if (inside(a, b) || inside(b, a)) return found(c, NEWS_SLOT_DAY, NEWS_REFINES);
  return apart && one && found(c, NEWS_SLOT_DAY, NEWS_DIFFERS);
}

/* ---- status -------------------------------------------------------------------------------------------------------- */

/* How far it is told to have come; 0: it is told otherwise. */
static int come_to(enum news_status status) {
  switch (status) {
  case NEWS_DISCUSSED:
    return 1;
  case NEWS_EXPECTED:
    return 2;
  case NEWS_FRAMEWORK:
  case NEWS_ANNOUNCED:
  case NEWS_CONFIRMED:
    return 3;
  default:
    return 0;
  }
}

/* It stands: 1, it is over or off: -1; 0: neither is told. */
static int stands(enum news_status status) {
  if (status == NEWS_IN_FORCE) return 1;
  return status == NEWS_ENDED || status == NEWS_AVERTED || status == NEWS_SUSPENDED ? -1 : 0;
}

static bool same_speaker(const struct news_statement *a, const struct news_statement *b) {
  if (a->unknown != NULL && b->unknown != NULL) return strcmp(a->unknown, b->unknown) == 0;
  return a->unknown == b->unknown && a->speaker == b->speaker;
}

/* ---- two statements, each with those alike ------------------------------------------------------------------------------ */

#define ALIKE 64 /* looked at of those alike */
typedef int (*grade_of)(enum news_status);

struct pair {
  const struct news_printer *p;
  const struct news_statement *const *list; /* the first of each that are alike */
  size_t n;
  uint32_t a, b; /* statement + 1 */
};

static const struct news_statement *at(const struct pair *q, uint32_t i) {
  return &q->p->y->statements[i - 1];
}

/* The next of those alike; they stand in the order of the reports. */
static uint32_t next(const struct pair *q, uint32_t i) {
  return q->p->groups.alike[i - 1];
}

/* Does the report, in the words of `who` (NULL: anybody's), tell it in this grade? */
static bool tells(const struct pair *q, uint32_t article, const struct news_statement *who,
                  grade_of grade, int want) {
  for (size_t i = 0; i < q->n; i++) {
    const struct news_statement *st = q->list[i];
    if (grade(st->status) != want || (who != NULL && !same_speaker(st, who))) continue;
    uint32_t k = (uint32_t)(st - q->p->y->statements) + 1;
    while (k != 0 && at(q, k)->article < article) k = next(q, k);
    if (k != 0 && at(q, k)->article == article) return true;
  }
  return false;
}

/* The first of those alike whose report does not tell it in this grade too; NULL. */
static const struct news_statement *alone(const struct pair *q, uint32_t i, bool one_speaker,
                                          grade_of grade, int other) {
  for (size_t left = ALIKE; i != 0 && left > 0; i = next(q, i), left--) {
    const struct news_statement *st = at(q, i);
    if (!tells(q, st->article, one_speaker ? st : NULL, grade, other)) return st;
  }
  return NULL;
}

/* One report says the one, another the other, and neither both. */
static bool between_reports(const struct pair *q, struct news_conflict *c, bool one_speaker,
                            grade_of grade) {
  const struct news_statement *a = alone(q, q->a, one_speaker, grade, grade(c->b->status));
  const struct news_statement *b = alone(q, q->b, one_speaker, grade, grade(c->a->status));
  if (a == NULL || b == NULL) return false;
  c->a = a;
  c->b = b;
  return true;
}

/* Does one report tell both? `firmer`: and in its own words more than the speaker in his; then it is these two. */
static bool in_one_report(const struct pair *q, struct news_conflict *c, bool firmer) {
  bool first = come_to(c->a->status) > come_to(c->b->status);
  uint32_t more = first ? q->a : q->b, less = first ? q->b : q->a, from = less;
  for (size_t left = ALIKE; more != 0 && left > 0; more = next(q, more), left--) {
    const struct news_statement *x = at(q, more);
    while (from != 0 && at(q, from)->article < x->article) from = next(q, from);
    for (uint32_t k = from; k != 0 && at(q, k)->article == x->article; k = next(q, k)) {
      if (!firmer) return true;
      if (x->quoted || !at(q, k)->quoted) continue;
      c->a = x;
      c->b = at(q, k);
      return true;
    }
  }
  return false;
}

static bool compare_status(const struct pair *q, struct news_conflict *c) {
  const struct news_statement *a = c->a, *b = c->b;
  const struct news_article *all = q->p->y->articles;
  int come_a = come_to(a->status), come_b = come_to(b->status);
  if (come_a != 0 && come_b != 0) {
    const struct news_measure *m = &q->p->y->rules->measures[a->measure];
    if (m->template && !m->pair && !news_is_promise(q->p->y->rules, a->measure))
      return false; /* of a duty nobody knows which is expected, that it comes or that it goes */
    if (come_a == come_b || !same_speaker(a, b) || a->side == NEWS_NO_SIDE) return false;
    if (in_one_report(q, c, true)) return found(c, NEWS_SLOT_STATUS, NEWS_STRONGER);
    return between_reports(q, c, true, come_to) && found(c, NEWS_SLOT_STATUS, NEWS_REFINES);
  }
  return stands(a->status) * stands(b->status) < 0 && between_reports(q, c, false, stands) &&
         all[c->a->article].published == all[c->b->article].published &&
         found(c, NEWS_SLOT_STATUS, NEWS_DIFFERS);
}

/* Silence is no denial, nor does it contradict one; of what is over nobody knows which is denied, that it was or that it ended. */
static bool one_denies(const struct news_statement *a, const struct news_statement *b) {
  bool first = a->status == NEWS_DENIED;
  enum news_status other = first ? b->status : a->status;
  bool stays = first ? a->kept : b->kept; /* "will not lift the duty" that is in force */
  if (stays && (other == NEWS_IN_FORCE || other == NEWS_THREATENED)) return false;
  return (a->status == NEWS_DENIED) != (b->status == NEWS_DENIED) && other != NEWS_UNCONFIRMED &&
         stands(other) >= 0;
}

/* Which of the slots is looked at first is the order of what a reader needs to know. */
static bool compare(const struct pair *q, struct news_conflict *c, enum news_slot slot) {
  const struct news_statement *a = c->a, *b = c->b;
  if (slot == NEWS_SLOT_STATUS) return compare_status(q, c);
  if (slot == NEWS_SLOT_POLARITY) return one_denies(a, b) && found(c, slot, NEWS_DIFFERS);
  if (other_promise(a, b) || (same_speaker(a, b) && in_one_report(q, c, false)))
    return false; /* parts, steps, the same again */
  if (slot == NEWS_SLOT_NUMBER) return compare_numbers(c);
  if (slot == NEWS_SLOT_DAY) return compare_days(q->p->y, c);
  return a->status == b->status && (a->condition.to == 0) != (b->condition.to == 0) &&
         found(c, slot, NEWS_REFINES);
}

#define COMPARED 24

static bool told(const struct news_conflict *list, size_t n, const struct news_conflict *c) {
  for (size_t i = 0; i < n; i++)
    if (list[i].slot == c->slot && list[i].kind == c->kind) return true;
  return false;
}

size_t news_conflicts_find(const struct news_printer *p, size_t proposition,
                           struct news_conflict out[NEWS_CONFLICTS]) {
  const struct news_statement *list[COMPARED], *all = p->y->statements;
  size_t n = 0, count = 0;
  for (uint32_t i = p->groups.of[proposition]; i != 0 && n < COMPARED; i = p->groups.after[i - 1])
    list[n++] = &all[i - 1];
  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++)
      for (int slot = 0; slot < 5; slot++) {
        const struct pair q = {p, list, n, (uint32_t)(list[i] - all) + 1,
                               (uint32_t)(list[k] - all) + 1};
        struct news_conflict c = {.a = list[i], .b = list[k]};
        if (count >= NEWS_CONFLICTS || !compare(&q, &c, (enum news_slot)slot)) continue;
        if (!told(out, count, &c)) out[count++] = c;
      }
  if (count < NEWS_CONFLICTS && news_other_rate_find(p, proposition, &out[count])) count++;
  return count;
}
