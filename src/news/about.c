// SPDX-License-Identifier: Apache-2.0
// Whom an article is about: which governments it names most, and which is in most of what it states.
#include "news/slots.h"

/* The same, or a union and its member: neither imposes on the other, and they have no deal. */
bool news_same_house(const struct news_rules *r, uint32_t a, uint32_t b) {
  return a == b || (b != NEWS_NO_SIDE && r->sides[a].within == b) ||
         (a != NEWS_NO_SIDE && r->sides[b].within == a);
}

/* Of the sides the article has named, the one named most but `not`. */
enum news_side news_most_spoken(const struct news_reader *d, enum news_side not ) {
  enum news_side best = NEWS_NO_SIDE;
  for (uint8_t i = 0; i < d->heard_count; i++) {
    uint8_t k = d->heard[i];
    if (d->spoken[k] > (best == NEWS_NO_SIDE ? 0 : d->spoken[best]) &&
        !news_same_house(d->r, k, not ))
      best = (enum news_side)k;
  }
  return best;
}

/* The same where no other comes near it: of three who are named alike none is taken. */
enum news_side news_clearly_spoken(const struct news_reader *d, enum news_side not ) {
  enum news_side best = news_most_spoken(d, not );
  for (uint8_t i = 0; i < d->heard_count; i++) {
    uint8_t k = d->heard[i];
    if (d->spoken[k] * 2 >= d->spoken[best] && !news_same_house(d->r, k, not ) &&
        !news_same_house(d->r, k, best))
      return NEWS_NO_SIDE;
  }
  return best;
}

/* The one side that is in most of what the article has stated so far; of a kind of measure, that decides most of them. */
enum news_side news_hub(const struct news_reader *d, enum news_side not, uint16_t kind) {
  const struct news_story *y = d->story;
  uint32_t count[NEWS_SIDES] = {0};
  uint8_t best = 0, second = 0;
  size_t first = d->opening;
  if (y->statement_count > first + NEWS_BACK) first = y->statement_count - NEWS_BACK;
  for (size_t i = first; i < y->statement_count; i++) {
    const struct news_statement *st = &y->statements[i];
    if (kind == NEWS_NONE || st->measure == kind) count[st->imposer]++;
    if (kind == NEWS_NONE && st->target != st->imposer) count[st->target]++;
  }
  for (uint8_t k = 1; k < d->r->side_count; k++) {
    if (news_same_house(d->r, k, not )) continue;
    if (best == 0 || count[k] > count[best]) {
      second = best;
      best = k;
    } else if (second == 0 || count[k] > count[second])
      second = k;
  }
  if (count[second] == count[best] && d->spoken[second] > d->spoken[best]) {
    uint8_t was = best;
    best = second;
    second = was;
  }
  bool even = count[best] == count[second] && d->spoken[best] <= d->spoken[second];
  bool clear = count[best] >= (kind == NEWS_NONE ? 2 : 1) && !even;
  return clear ? (enum news_side)best : NEWS_NO_SIDE;
}

/* "Imported cars", "nearly everything else": from anywhere. */
static bool from_anywhere(const struct news_reader *d, const struct news_mention *x,
                          const struct news_match *m) {
  if (x->worldwide) return true;
  uint32_t at = m->struck != NEWS_NONE ? d->s->hits[m->struck].at : x->at + x->n;
  uint32_t low = m->struck != NEWS_NONE ? at : x->at;
  return news_has(d->s, NC_FOREIGN, low > 1 ? low - 1u : 0, at);
}

/* Who decides the last one stated that hits the same side, or nobody in particular; not the side itself. */
static enum news_side of_same(const struct news_reader *d, const struct news_statement *st) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure == st->measure && x->target == st->target && x->imposer != st->target)
      return x->imposer;
  }
  return NEWS_NO_SIDE;
}

/* How many of those stated of the kind are of the side. */
static uint32_t decides(const struct news_reader *d, uint16_t kind, enum news_side side,
                        uint32_t *all) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  uint32_t own = 0;
  *all = 0;
  while (n-- > low) {
    if (y->statements[n].measure != kind) continue;
    ++*all;
    own += y->statements[n].imposer == side;
  }
  return own;
}

/* A rate alone takes who decides from the one before it: not where several decide and that one hits somebody else. */
bool news_torn_from(const struct news_reader *d, const struct news_statement *st,
                    const struct news_mention *x, const struct news_match *m,
                    enum news_side *side) {
  const struct news_mention *last = news_last_of(d, x->measure);
  if (last == NULL || d->deciders.count < 2 || x->definite) return false;
  bool another = st->target != NEWS_NO_SIDE && last->target_count > 0 &&
                 !news_hits_side(last, (uint8_t)st->target);
  if (!another && !from_anywhere(d, x, m)) return false;
  if (x->imposer != NEWS_NO_SIDE && !x->lent_imposer) return false;
  bool row = another && x->bare && m->struck != NEWS_NONE && d->since_charge == 0 &&
             last->imposer == (uint8_t)d->r->levier && st->target != d->r->levier;
  *side =
      row ? d->r->levier : of_same(d, st); /* "Indian goods face 50% there. Europeans pay 15%" */
  if (*side != NEWS_NO_SIDE) return true;
  *side = news_hub(d, st->target, x->measure);
  uint32_t all, own = decides(d, x->measure, *side, &all);
  bool near =
      d->since_charge == 0 && last->imposer != NEWS_NO_SIDE && last->imposer != (uint8_t)st->target;
  if (2 * own <= all && near) *side = (enum news_side)last->imposer;
  if (2 * own < all && !near) *side = NEWS_NO_SIDE;
  return true;
}

/* The words of the match name the side, or who acts for it. */
bool news_match_names(const struct news_reader *d, const struct news_match *m,
                      enum news_side side) {
  for (uint16_t i = 0; i < d->s->hit_count; i++) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at < m->from || h->at >= m->to) continue;
    if (h->class == NC_PARTY && h->ref == (uint16_t)side) return true;
    if (h->class == NC_ACTOR && h->ref < d->r->actor_count && d->r->actors[h->ref].side == side)
      return true;
  }
  return false;
}

/* "Bessent said in Madrid": a land that is named once, and in its sentence only as the place. */
bool news_passing(const struct news_reader *d, uint8_t side) {
  if (d->spoken[side] > 1) return false;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->ref == side && (h->at == 0 || !news_word_is(&d->s->tokens[h->at - 1], "in")))
      return false;
  }
  return true;
}
