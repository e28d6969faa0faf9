// SPDX-License-Identifier: Apache-2.0
// What becomes of a measure of which no pattern has spoken.
//
// A rule with `cue` lines has a role, modes and classes of verbs instead of patterns: each verb is read in all its
// tenses, and what stands between a measure and its verb need not be foreseen. The verb the measure is the subject of
// goes first, then the one whose object it is, and last that of a clause that only tells more of it.
#include <string.h>

#include "news/cycle.h"
#include "news/several.h"

/* A statement of the sentence, from `first` on, whose measure's word stands there. */
static bool spoken_of(const struct news_reader *d, uint32_t base, const struct news_mention *x,
                      size_t first) {
  uint32_t head = news_span_of(d, base + x->head, base + x->head + 1).from;
  for (size_t i = first; i < d->story->statement_count; i++)
    if (d->story->statements[i].head == head) return true;
  return false;
}

static bool is_for(const struct news_reader *d, const struct news_cue *q,
                   const struct news_mention *x) {
  const struct news_measure *kind = &d->r->measures[x->measure];
  for (uint8_t k = 0; k < q->group_count; k++)
    if (q->groups[k] == kind->noun || q->groups[k] == kind->group[NEWS_NOUN]) return true;
  return false;
}

/* A verb of one of the cue's classes stands there, and is as long as the longest. */
static bool has_verb(const struct news_reader *d, const struct news_cue *q,
                     const struct cycle_verb *v) {
  if (q->deed) return true;
  for (uint8_t k = 0; k < q->class_count; k++)
    for (uint16_t i = d->s->heads[q->classes[k]]; i != NEWS_NONE; i = d->s->hits[i].next)
      if (d->s->hits[i].at == v->deed->at && d->s->hits[i].n == v->deed->n) return true;
  return false;
}

static uint16_t hit_of(const struct news_sentence *s, uint16_t class, uint32_t at) {
  const struct news_hit *h = at < s->count ? news_hit_at(s, class, at) : NULL;
  return h != NULL ? (uint16_t)(h - s->hits) : NEWS_NONE;
}

/* Whoever acts in a clause that tells more; of a pronoun the last named before the measure. */
static uint16_t doer_of(const struct news_reader *d, const struct cycle_verb *v,
                        const struct news_mention *x) {
  uint16_t named = hit_of(d->s, NC_ACTOR, v->doer), best = NEWS_NONE;
  if (named != NEWS_NONE || v->doer == UINT32_MAX) return named;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at < x->at && (best == NEWS_NONE || d->s->hits[i].at > d->s->hits[best].at))
      best = i;
  return best;
}

/* Whom it hits in such a clause: "on Chinese cars", right behind its verb. */
static uint16_t struck_of(const struct news_sentence *s, const struct cycle_verb *v) {
  if (v->doer == UINT32_MAX || v->to >= s->count || s->np[v->to] != NEWS_NP(NC_NP_ON))
    return NEWS_NONE;
  for (uint32_t at = v->to + 1; at < v->to + 5 && at < s->count; at++)
    if (hit_of(s, NC_PARTY, at) != NEWS_NONE) return hit_of(s, NC_PARTY, at);
  return NEWS_NONE;
}

uint16_t news_mention_hit(const struct news_reader *d, uint8_t index) {
  const struct news_mention *x = &d->s->mentions[index];
  const struct news_measure *kind = &d->r->measures[x->measure];
  uint16_t noun = x->form == NEWS_NOUN ? kind->noun : x->form == NEWS_ACT ? kind->act : kind->done;
  for (uint16_t i = d->s->heads[noun]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].ref == index && d->s->hits[i].at == x->at) return i;
  return NEWS_NONE;
}

/* Whose threat it is: who stands right before the verbs; NEWS_NONE. */
static uint16_t author_of(const struct news_sentence *s, const struct cycle_verb *v) {
  uint16_t best = NEWS_NONE;
  uint32_t verb = v->from; /* "threatened to raise it and curb exports": behind who threatened */
  for (uint16_t i = s->heads[NC_MENACE]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < v->from && !news_has(s, NC_SAY, s->hits[i].at, v->from))
      verb = s->hits[i].at;
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (end <= verb && end + 3 > verb && (best == NEWS_NONE || s->hits[i].at > s->hits[best].at))
      best = i;
  }
  return best;
}

/* "will not sign a pact unless": no denial. */
static bool unless_behind(const struct news_sentence *s, uint32_t at) {
  for (uint32_t end = at + 12; at < end && at < s->count; at++)
    if (news_word_is(&s->tokens[at], "unless") || news_word_is(&s->tokens[at], "until"))
      return true;
  return false;
}

/* The first rule with a cue for the verb speaks. */
static bool apply(struct news_reader *d, uint8_t index, const struct cycle_verb *v, uint32_t base,
                  size_t first) {
  const struct news_mention *x = &d->s->mentions[index];
  if (v->mode == 0) return false;
  bool bears = v->deed != NULL && news_hit_at(d->s, NC_BEARS, v->deed->at) != NULL;
  if (bears && v->doer == UINT32_MAX) return false; /* nobody says who is hit */
  bool bound = v->mode == CYCLE_NEVER && v->to < d->s->count &&
               (news_word_is(&d->s->tokens[v->to], "beyond") ||
                news_word_is(&d->s->tokens[v->to], "above") ||
                news_word_is(&d->s->tokens[v->to], "further"));
  if (bound) return false; /* "will not be raised beyond 25%" */
  for (uint16_t n = 0; n < d->r->cue_rule_count; n++) {
    uint16_t k = d->r->cue_rules[n];
    const struct news_rule *rule = &d->r->rules[k];
    for (uint8_t i = 0; i < rule->cues && k + 1u != d->story->without; i++) {
      const struct news_cue *q = &rule->cue[i];
      if (q->deed != (v->deed == NULL) || q->object != v->object || (q->modes & v->mode) == 0 ||
          !is_for(d, q, x) || !has_verb(d, q, v))
        continue;
      uint32_t from = v->deed == NULL || v->apart ? v->from
                      : v->deed->at < x->at       ? v->deed->at
                                                  : x->at;
      uint32_t end = (uint32_t)x->at + x->n, to = v->to > end ? v->to : end;
      struct news_match m = {(uint16_t)from,
                             (uint16_t)to,
                             (v->mode & CYCLE_THREAT) != 0 ? author_of(d->s, v) : NEWS_NONE,
                             bears ? NEWS_NONE : doer_of(d, v, x),
                             bears ? hit_of(d->s, NC_PARTY, v->doer) : struck_of(d->s, v),
                             news_mention_hit(d, index),
                             0,
                             0,
                             v->apart};
      if (m.mention == NEWS_NONE || (rule->status == NEWS_DENIED && unless_behind(d->s, to)))
        return false;
      if (news_is_barred(d, rule, &m)) return false;
      news_state(d, k, &m, base, first);
      return true;
    }
  }
  return false;
}

/* "the planned 30% duty", "the 30% duty Trump had threatened" */
static bool only_threatened(const struct news_sentence *s, const struct news_mention *x,
                            const struct cycle_verb *aside) {
  uint32_t behind = x->head + 1u; /* "his tariff threat" */
  bool threat =
      behind < s->count && news_hit_at(s, NC_THREATENS, behind) != NULL &&
      (news_word_is(&s->tokens[behind], "threat") || news_word_is(&s->tokens[behind], "threats"));
  bool was_to = aside->mode == CYCLE_WILL && /* "that was to take effect" */
                (news_word_is(&s->tokens[aside->from], "was") ||
                 news_word_is(&s->tokens[aside->from], "were"));
  return threat || was_to || news_has(s, NC_LOOMING, x->at, x->head) || aside->mode == CYCLE_THREAT;
}

static void put_off(struct cycle_verb *v, bool threatened) {
  if (threatened && (v->mode & (CYCLE_DONE | CYCLE_NOW | CYCLE_BEING)) != 0)
    v->mode = (uint16_t)(v->mode | CYCLE_OFF);
}

/* "the 10% rate that applies to", "the duties that date from 2018": what tells which duty is meant tells that it is there. */
static bool is_there(const struct news_reader *d, const struct news_mention *x,
                     const struct cycle_verb *aside) {
  bool dates = aside->deed != NULL && news_hit_at(d->s, NC_DATES, aside->deed->at) != NULL;
  return dates || (x->percent > 0 && x->definite);
}

/* "the ban that it placed on cattle in July is still there": what is there has the day of the clause that tells which it is. */
static void take_day_of(struct news_reader *d, size_t n, uint8_t index,
                        const struct cycle_verb *aside, uint32_t base) {
  struct news_statement *st = &d->story->statements[n];
  bool set = aside->deed != NULL && aside->object && aside->mode == CYCLE_DONE;
  if (!set || st->status != NEWS_IN_FORCE || st->dated) return;
  struct news_match m = {(uint16_t)aside->from,
                         (uint16_t)aside->to,
                         NEWS_NONE,
                         NEWS_NONE,
                         NEWS_NONE,
                         news_mention_hit(d, index),
                         0,
                         0,
                         false};
  news_set_date(d, st, &m, base);
}

/* "A truce agreed in May expires in August": there are not many of them. */
static bool is_truce(const struct news_reader *d, const struct news_mention *x) {
  return strcmp(d->r->measures[x->measure].kind, "truce") == 0;
}

/* A court struck them down, said the article: "the tariffs he levied on most countries" are not in force for that. */
static bool is_over(const struct news_reader *d, const struct news_mention *x) {
  int64_t rate = x->to > 0 ? x->to : x->percent;
  size_t n = d->story->statement_count,
         low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *y = &d->story->statements[n];
    if (y->status != NEWS_ENDED || y->measure != x->measure || y->good != x->good ||
        y->percent_milli != rate || y->speaker != NEWS_OUTLET)
      continue;
    if (x->target_count == 0 ? y->target == NEWS_NO_SIDE : news_hits_side(x, (uint8_t)y->target))
      return true;
  }
  return false;
}

static void read_mention(struct news_reader *d, const struct cycle *c, uint8_t index, uint32_t base,
                         size_t first) {
  const struct news_mention *x = &d->s->mentions[index];
  struct cycle_verb main, aside, object;
  bool wanted = x->at > 0 && (news_hit_at(d->s, NC_URGES, x->at - 1u) != NULL ||
                              news_hit_at(d->s, NC_EXPECTS, x->at - 1u) != NULL);
  bool pair = d->r->measures[x->measure].pair;
  bool named = x->percent != 0 || x->good != NEWS_NONE || x->target_count > 0 ||
               x->imposer != NEWS_NO_SIDE ||
               (pair && (d->s->heads[NC_PARTY] != NEWS_NONE || is_truce(d, x))) ||
               (!pair && x->many && news_is_mutual(d->s, x));
  bool alone = !pair && x->at == x->head && x->n < 3; /* "duties" */
  if (alone && x->percent == 0 && !x->pronoun) return;
  if (wanted || (!named && !x->definite && !x->own && !x->pronoun)) return; /* "want it scrapped" */
  bool under = cycle_is_under(c, x->at);
  cycle_subject(c, x, &main, &aside);
  if (under && (main.mode & CYCLE_COMES) != 0) main.mode = CYCLE_AGREE;
  bool threatened = only_threatened(d->s, x, &aside);
  put_off(&main, threatened);
  if (aside.object && aside.mode != CYCLE_UNDONE) main.doer = aside.doer; /* who made it ends it */
  size_t n = d->story->statement_count;
  if (main.deed != NULL && !cycle_is_open(c, x->at, &main) && apply(d, index, &main, base, first)) {
    if (d->story->statement_count > n) take_day_of(d, n, index, &aside, base);
    return;
  }
  if (cycle_object(c, x, &object) && !cycle_is_open(c, object.from, &object)) {
    if (under && (object.mode & CYCLE_COMES) != 0) object.mode = CYCLE_AGREE;
    put_off(&object, threatened);
    if (apply(d, index, &object, base, first)) return;
  }
  if (pair) return; /* "the deal reached in May" only tells which */
  if ((!named && aside.doer == UINT32_MAX) || (x->lent && (x->percent <= 0 || x->to > 0)) ||
      x->lent_number || x->pronoun ||
      (aside.mode == CYCLE_NOW && !is_there(d, x, &aside) &&
       (!aside.object || aside.doer == UINT32_MAX)) ||
      is_over(d, x))
    return;
  (void)apply(d, index, &aside, base, first);
}

/* "the truce, which expires in May, will be prolonged": its end, whatever else is told of it. */
static void read_truce_aside(struct news_reader *d, const struct cycle *c, uint8_t index,
                             uint32_t base, size_t first) {
  const struct news_mention *x = &d->s->mentions[index];
  struct cycle_verb main, aside;
  uint32_t end = (uint32_t)x->at + x->n;
  bool comma = end < d->s->count && d->s->tokens[end].kind == NEWS_MARK;
  if (!is_truce(d, x) || x->form != NEWS_NOUN || !comma) return;
  cycle_subject(c, x, &main, &aside);
  bool runs = (aside.mode & (CYCLE_NOW | CYCLE_WILL | CYCLE_BEING)) != 0;
  if (aside.deed == NULL || !runs || aside.object || aside.from <= end) return;
  bool longer = main.deed != NULL && main.object && main.mode == CYCLE_DONE &&
                news_hit_at(d->s, NC_PACT_DEED, main.deed->at) != NULL;
  if (longer) return; /* "which was due to expire on Tuesday, was extended": it does not */
  aside.apart = true;
  (void)apply(d, index, &aside, base, first);
}

/* "is widely expected on Friday to resume buying soybeans": the verb is the measure. */
static void read_said(struct news_reader *d, const struct cycle *c, uint8_t index, uint32_t base,
                      size_t first) {
  struct cycle_verb own;
  const struct news_mention *x = &d->s->mentions[index];
  if (!cycle_said(d, c, x, &own) || cycle_is_open(c, own.from, &own)) return;
  if (cycle_is_under(c, own.from) && (own.mode & CYCLE_COMES) != 0) own.mode = CYCLE_AGREE;
  (void)apply(d, index, &own, base, first);
}

void news_cycle_read(struct news_reader *d, uint32_t base, size_t first) {
  struct cycle c;
  bool begun = false;
  for (uint8_t k = 0; d->r->has_cues && k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    if (x->vague) continue;
    bool spoken = spoken_of(d, base, x, first);
    if (spoken && !is_truce(d, x)) continue;
    if (!begun) cycle_begin(d, &c);
    begun = true;
    read_truce_aside(d, &c, k, base, first);
    if (spoken) continue;
    if (x->form == NEWS_NOUN)
      read_mention(d, &c, k, base, first);
    else
      read_said(d, &c, k, base, first);
    if (!spoken_of(d, base, x, first) && cycle_granted(d, x)) {
      struct cycle_verb none = {NULL,       x->at, (uint32_t)x->at + x->n, CYCLE_GRANTED, false,
                                UINT32_MAX, false};
      (void)apply(d, k, &none, base, first);
    }
  }
}
