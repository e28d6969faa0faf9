// SPDX-License-Identifier: Apache-2.0
// Where statements of one measure do not agree, slot by slot: number, day, condition, polarity, status. Where one only
// says more, or a week begins on another day, that is said instead of a difference.
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

static bool compare_days(struct news_conflict *c) {
  const struct news_statement *a = c->a, *b = c->b;
  if (!a->dated || !b->dated || (a->from == b->from && a->until == b->until)) return false;
  bool first = a->until == DAY_NEVER && b->until == DAY_NEVER,
       last = a->from == DAY_FIRST && b->from == DAY_FIRST;
  if (first || last) return found(c, NEWS_SLOT_DAY, NEWS_DIFFERS); /* a first or a last day, both */
  if (a->convention && b->convention) return found(c, NEWS_SLOT_DAY, NEWS_CONVENTION);
  if (inside(a, b) || inside(b, a)) return found(c, NEWS_SLOT_DAY, NEWS_REFINES);
  if (a->from >= b->until || b->from >= a->until) return found(c, NEWS_SLOT_DAY, NEWS_DIFFERS);
  return false;
}

/* Which of the slots is looked at first is the order of what a reader needs to know. */
static bool compare(struct news_conflict *c, enum news_slot slot) {
  const struct news_statement *a = c->a, *b = c->b;
  bool same = a->status == b->status;
  switch (slot) {
  case NEWS_SLOT_NUMBER:
    if (a->number != NULL && b->number != NULL && strcmp(a->number, b->number) != 0)
      return found(c, slot, NEWS_DIFFERS);
    return same && (a->number == NULL) != (b->number == NULL) && found(c, slot, NEWS_REFINES);
  case NEWS_SLOT_DAY:
    return compare_days(c);
  case NEWS_SLOT_CONDITION:
    return same && (a->condition.to == 0) != (b->condition.to == 0) && found(c, slot, NEWS_REFINES);
  case NEWS_SLOT_POLARITY:
    return (a->status == NEWS_DENIED) != (b->status == NEWS_DENIED) && found(c, slot, NEWS_DIFFERS);
  default:
    return a->article == b->article && a->speaker == b->speaker && a->quoted != b->quoted &&
           a->status == NEWS_FRAMEWORK && b->status == NEWS_EXPECTED &&
           found(c, slot, NEWS_STRONGER);
  }
}

#define COMPARED 24

static bool told(const struct news_conflict *list, size_t n, const struct news_conflict *c) {
  for (size_t i = 0; i < n; i++)
    if (list[i].slot == c->slot && list[i].kind == c->kind) return true;
  return false;
}

size_t news_conflicts_find(const struct news_printer *p, size_t proposition,
                           struct news_conflict out[NEWS_CONFLICTS]) {
  const struct news_statement *list[COMPARED];
  size_t n = 0, count = 0;
  for (uint32_t i = p->groups.of[proposition]; i != 0 && n < COMPARED; i = p->groups.after[i - 1])
    list[n++] = &p->y->statements[i - 1];
  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++)
      for (int slot = 0; slot < 5; slot++) {
        struct news_conflict c = {.a = list[i], .b = list[k]};
        if (count >= NEWS_CONFLICTS || !compare(&c, (enum news_slot)slot)) continue;
        if (!told(out, count, &c)) out[count++] = c;
      }
  return count;
}
