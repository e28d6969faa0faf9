// SPDX-License-Identifier: Apache-2.0
// Whose a deal, talks or a truce are: the two that are named with it, who acts, who was spoken of; and one with each of
// several.
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

void news_order_pair(struct news_statement *st) {
  enum news_side a = st->imposer;
  if (st->target != NEWS_NO_SIDE && (a == NEWS_NO_SIDE || st->target < a)) {
    st->imposer = st->target;
    st->target = a;
  }
}

/* Nobody is named before it but whoever says it. */
static bool only_voice(const struct news_reader *d, const struct news_statement *st, uint32_t at) {
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at < at && d->s->hits[i].ref != (uint16_t)st->side) return false;
  return true;
}

/* The sentence of the statement had talks with others too: "the talks" are nobody's then. */
static bool one_of_many(const struct news_story *y, size_t low, size_t n) {
  const struct news_statement *was = &y->statements[n];
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->sentence.from != was->sentence.from) return false;
    if (x->measure == was->measure && (x->imposer != was->imposer || x->target != was->target))
      return true;
  }
  return false;
}

/* "The agreement took effect in August": of the two whose deal the article tells. */
static bool of_frame(const struct news_reader *d, const struct news_statement *st,
                     enum news_side *one, enum news_side *two) {
  const struct news_frame *f = &d->frame;
  *one = *two = NEWS_NO_SIDE;
  if (!f->told || f->sides.count != 2 || f->sentence + 4 < d->sentence) return false;
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (f->sides.has[k]) *(*one == NEWS_NO_SIDE ? one : two) = (enum news_side)k;
  return st->side == NEWS_NO_SIDE || st->side == *one || st->side == *two;
}

/* "that accord", "the talks": of the two who had the last one; false with *one set: of several. */
bool news_pair_again(const struct news_reader *d, const struct news_statement *st,
                     const struct news_mention *x, enum news_side *one, enum news_side *two) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  bool joint = (d->s->heads[NC_JOINT] != NEWS_NONE || news_is_mutual(d->s, x)) &&
               !d->r->measures[x->measure].pair;
  /* "the two sides cut tariffs on each other's goods" */
  if (!x->definite && !joint) return false;
  while (n-- > low) {
    const struct news_statement *was = &y->statements[n];
    const struct news_measure *kind = &d->r->measures[was->measure];
    if (!kind->pair || was->target == NEWS_NO_SIDE) continue;
    if (st->side != NEWS_NO_SIDE && st->side != was->imposer && st->side != was->target)
      return false;
    *one = was->imposer;
    *two = was->target;
    return !one_of_many(y, low, n);
  }
  return of_frame(d, st, one, two);
}

/* "The White House announced deals with Peru and Chile": one with each. False: nobody else is named. */
static bool fill_each(const struct news_reader *d, struct news_statement *st,
                      const struct news_mention *x, const struct news_match *m) {
  enum news_side one = news_doer_of(d, m);
  if (one == NEWS_NO_SIDE) one = news_named_before(d, 0, x->at, NEWS_NO_SIDE, false);
  if (one == NEWS_NO_SIDE) one = st->side;
  if (one == NEWS_NO_SIDE) one = news_hub(d, (enum news_side)x->targets[0], NEWS_NONE);
  if (one == NEWS_NO_SIDE || news_hits_side(x, (uint8_t)one)) return false;
  st->imposer = one;
  st->target = (enum news_side)x->targets[0];
  news_order_pair(st);
  return true;
}

/* "Ecuador, Guatemala and El Salvador have frameworks with Washington": one of each in the row whose last is `who`. */
static void take_subjects(const struct news_reader *d, struct news_mention *x, enum news_side who) {
  const struct news_sentence *s = d->s;
  const struct news_hit *last = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < x->at && s->hits[i].ref == (uint16_t)who) last = &s->hits[i];
  uint8_t sides[NEWS_TARGETS], n = 0;
  while (last != NULL && n < NEWS_TARGETS) {
    if (last->ref == x->targets[0]) return; /* "Canada and the United States" */
    sides[n++] = (uint8_t)last->ref;
    uint32_t at = last->at;
    if (at > 0 && news_word_is(&s->tokens[at - 1], "the")) at--;
    if (at > 0 && news_word_is(&s->tokens[at - 1], "and")) at--;
    if (at > 0 && s->tokens[at - 1].kind == NEWS_MARK) at--;
    const struct news_hit *before = at < last->at ? news_ending(s, NC_PARTY, at) : NULL;
    last = before != NULL && !s->tokens[before->at].genitive ? before : NULL;
  }
  if (n < 2) return;
  for (uint8_t k = 0; k < n; k++) x->targets[k] = sides[n - 1 - k];
  x->target_count = n;
  x->each = true;
}

/* "its own deal with Washington ... Talks will go on": with whom it had the last one, a sentence or two before. */
static enum news_side partner_told(const struct news_reader *d, enum news_side one) {
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    if (x->sentence + 2 < d->sentence || x->sentence < d->paragraph) break;
    if (!d->r->measures[x->m.measure].pair) continue;
    if (x->m.own && x->m.target_count == 1 && x->m.targets[0] != (uint8_t)one)
      return (enum news_side)x->m.targets[0]; /* "its own deal with Washington" */
    if (x->m.target_count != 2) continue;
    if (x->m.targets[0] == (uint8_t)one) return (enum news_side)x->m.targets[1];
    if (x->m.targets[1] == (uint8_t)one) return (enum news_side)x->m.targets[0];
  }
  return NEWS_NO_SIDE;
}

/* "is in talks with China, and officials from the two countries began a new round": of those two. */
static void take_both(const struct news_reader *d, const struct news_statement *st, uint32_t at,
                      enum news_side *one, enum news_side *two) {
  const struct news_story *y = d->story;
  if (!news_has(d->s, NC_JOINT, at > 10 ? at - 10u : 0, at)) return;
  for (size_t n = y->statement_count; n-- > d->opening;) {
    const struct news_statement *was = &y->statements[n];
    if (was->sentence.from != st->sentence.from) return;
    if (!d->r->measures[was->measure].pair || was->target == NEWS_NO_SIDE) continue;
    *one = was->imposer;
    *two = was->target;
    return;
  }
}

/* "a new round of negotiations in Stockholm": who is named once in the article, as the place, is none of the two. */
static void drop_venue(const struct news_reader *d, struct news_mention *x) {
  uint8_t n = 0;
  for (uint8_t k = 0; k < x->target_count; k++)
    if (!news_passing(d, x->targets[k])) x->targets[n++] = x->targets[k];
  x->target_count = n;
}

/* "A truce between Beijing and Washington runs out in May, and Bessent said the two could reach a deal": of those two. */
static void take_named(const struct news_reader *d, struct news_mention *x) {
  if (x->target_count > 0 || !news_has(d->s, NC_JOINT, x->at > 10 ? x->at - 10u : 0, x->at)) return;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *p = &d->s->mentions[k];
    if (p->at >= x->at || p->target_count != 2 || !d->r->measures[p->measure].pair) continue;
    x->targets[0] = p->targets[0];
    x->targets[1] = p->targets[1];
    x->target_count = 2;
    return;
  }
}

/* "was in talks with Japan and that a deal could come soon": with whom the talks are. */
static void take_talks(const struct news_reader *d, struct news_mention *x) {
  const struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count && x->target_count == 0; k++) {
    const struct news_mention *p = &s->mentions[k];
    uint32_t end = (uint32_t)p->at + p->n;
    bool beside = p->at < x->at && end + 4u >= x->at && p->target_count > 0 &&
                  p->measure != x->measure && d->r->measures[p->measure].pair;
    bool joined = false;
    for (uint32_t at = end; beside && at < x->at; at++)
      joined = joined || s->np[at] == NEWS_NP(NC_NP_AND);
    for (uint8_t n = 0; joined && n < p->target_count && n < 2; n++)
      x->targets[x->target_count++] = p->targets[n];
  }
}

/* "on a par with the European Union, which struck a deal in July": its own, with those whose rates are meant without a word, and not with
 * whoever it is compared with. */
static bool of_relative(const struct news_reader *d, struct news_statement *st,
                        struct news_mention *x) {
  const struct news_sentence *s = d->s;
  enum news_side by = d->r->levier;
  uint32_t at = x->at;
  while (at > 0 && s->tokens[at - 1].kind != NEWS_MARK) at--;
  const struct news_hit *head =
      at > 1 && news_word_is(&s->tokens[at], "which") ? news_ending(s, NC_PARTY, at - 1) : NULL;
  if (head == NULL || x->target_count > 0 || news_has(s, NC_PARTY, at, x->at) ||
      by == NEWS_NO_SIDE || d->spoken[by] == 0 || head->ref == (uint16_t)by ||
      news_named_before(d, 0, head->at, (enum news_side)head->ref, false) == NEWS_NO_SIDE)
    return false;
  st->imposer = by;
  st->target = (enum news_side)head->ref;
  news_order_pair(st);
  x->targets[0] = (uint8_t)st->imposer;
  x->targets[1] = (uint8_t)st->target;
  x->target_count = 2;
  return true;
}

void news_fill_pair(const struct news_reader *d, struct news_statement *st, struct news_mention *x,
                    const struct news_match *m) {
  drop_venue(d, x);
  take_named(d, x);
  take_talks(d, x);
  enum news_side one = x->target_count > 0 ? (enum news_side)x->targets[0] : NEWS_NO_SIDE,
                 two = x->target_count > 1 ? (enum news_side)x->targets[1] : NEWS_NO_SIDE;
  if (of_relative(d, st, x)) return;
  if (x->each && fill_each(d, st, x, m)) return;
  if (two == NEWS_NO_SIDE) two = news_doer_of(d, m) != one ? news_doer_of(d, m) : NEWS_NO_SIDE;
  if (two == NEWS_NO_SIDE && !news_same_house(d->r, st->side, one) && news_speaker_acts(d->s, x))
    two = st->side;
  if (one == NEWS_NO_SIDE) {
    one = two;
    two = NEWS_NO_SIDE;
  }
  if (one == NEWS_NO_SIDE && two == NEWS_NO_SIDE) take_both(d, st, x->at, &one, &two);
  if (one == NEWS_NO_SIDE && two == NEWS_NO_SIDE && only_voice(d, st, x->at))
    x->vague = !news_pair_again(d, st, x, &one, &two) && one != NEWS_NO_SIDE;
  if (one == NEWS_NO_SIDE) one = news_named_before(d, 0, x->at, NEWS_NO_SIDE, false);
  if (one == NEWS_NO_SIDE) one = st->side;
  if (one == NEWS_NO_SIDE) one = news_most_spoken(d, NEWS_NO_SIDE);
  if (two == NEWS_NO_SIDE) two = news_named_before(d, news_said_from(d, x->at), x->at, one, false);
  if (two == NEWS_NO_SIDE && st->side != one && st->status == NEWS_DENIED) two = st->side;
  if (two == NEWS_NO_SIDE) two = news_named_before(d, 0, x->at, one, false);
  if (two == NEWS_NO_SIDE && st->side != one) two = st->side;
  if (two == NEWS_NO_SIDE) two = partner_told(d, one);
  if (two == NEWS_NO_SIDE) two = news_clearly_spoken(d, one);
  if (two == NEWS_NO_SIDE) two = news_hub(d, one, NEWS_NONE);
  st->imposer = one;
  st->target = two;
  news_order_pair(st);
  if (one == NEWS_NO_SIDE || two == NEWS_NO_SIDE) return;
  if (x->many && x->target_count == 1 && m->doer == NEWS_NONE && x->targets[0] == (uint8_t)one) {
    take_subjects(d, x, two);
    if (x->each) {
      st->imposer = one;
      st->target = (enum news_side)x->targets[0];
      news_order_pair(st);
      return;
    }
  }
  x->targets[0] = (uint8_t)one; /* what comes after may mean it */
  x->targets[1] = (uint8_t)two;
  x->target_count = 2;
}
