// SPDX-License-Identifier: Apache-2.0
// What a mention leaves open, settled: "the tariffs" are those spoken of before, "its duties" those of the subject,
// and in a report on two governments what hits one is decided by the other. What is named always goes first.
#include <string.h>

#include "news/news_own.h"

static const struct news_mention *last_of(const struct news_reader *d, uint16_t measure) {
  return d->last[measure].form <= NEWS_DONE ? &d->last[measure] : NULL;
}

/* ---- before the rules -------------------------------------------------------------------------------------------- */

static bool hits(const struct news_mention *m, uint8_t side) {
  for (uint8_t k = 0; k < m->target_count; k++)
    if (m->targets[k] == side) return true;
  return false;
}

static bool is_bare(const struct news_mention *m) {
  return m->imposer == NEWS_NO_SIDE && m->target_count == 0 && m->good == NEWS_NONE;
}

/* "the tariffs", "the 25% duty": what the one before it was. A mention that names something else is another measure. */
static void inherit(struct news_mention *m, const struct news_mention *last, const char *key,
                    bool near, bool others) {
  int64_t was = last->to > 0 ? last->to : last->percent;
  bool same_number = m->percent == 0 || was == 0 || m->percent == was;
  bool again = m->imposer != NEWS_NO_SIDE && m->imposer == last->imposer && m->target_count == 0 &&
               m->good == NEWS_NONE; /* "the American levies" */
  bool bare = is_bare(m) || again;
  bool answers = strchr(key, 'G') == NULL; /* retaliation is whose it is said to be */
  if (m->form != NEWS_NOUN || m->worldwide || (answers && !m->definite)) return;
  if (m->imposer == NEWS_NO_SIDE && !m->own &&
      ((bare && same_number) || (m->target_count > 0 && hits(last, m->targets[0]))))
    m->imposer = last->imposer;
  if (bare && near && m->percent > 0 && !m->own) { /* "a 15% tariff on X instead of a 30% duty" */
    m->imposer = last->imposer;
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
  }
  if (bare && m->definite && same_number && !m->own) {
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
    if (!others) m->good = last->good;
    m->lent = true;
    m->worldwide = last->worldwide;
    if (m->percent == 0 && m->to == 0) {
      m->percent = last->to > 0 ? last->to : last->percent;
      m->lent_number = m->percent > 0;
    }
  }
}

/* The only side named since the measure spoken of last, and before `at`, that does not decide it; NEWS_NO_SIDE. */
static enum news_side fresh_side(const struct news_reader *d, uint32_t at, uint8_t not ) {
  uint32_t named = d->fresh;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at < at) named |= (uint32_t)1 << d->s->hits[i].ref;
  named &= ~((uint32_t)1 << not ) & ~(uint32_t)1;
  if (named == 0 || (named & (named - 1)) != 0) return NEWS_NO_SIDE;
  uint8_t side = 0;
  while ((named >> side & 1) == 0) side++;
  return (enum news_side)side;
}

/* "Mexico has more time. The rate stays at 25%.": of those whom the paragraph has turned to. */
static void turn(const struct news_reader *d, struct news_mention *m,
                 const struct news_mention *last) {
  enum news_side side = fresh_side(d, m->at, last->imposer);
  if (last->imposer == NEWS_NO_SIDE || side == NEWS_NO_SIDE || hits(last, (uint8_t)side) ||
      last->target_count == 0)
    return;
  m->targets[0] = (uint8_t)side;
  m->target_count = 1;
  m->imposer = last->imposer;
}

/* "The duty stays for other products": not of the goods named before. */
static bool other_goods(const struct news_reader *d, const struct news_mention *m) {
  for (uint32_t at = m->at + 1u; at < m->at + 14u && at < d->s->count; at++)
    if (news_word_is(&d->s->tokens[at], "other") && d->s->np[at - 1] == NC_NP_ON - NC_NP_A + 1)
      return true;
  return false;
}

static void add_pronoun(struct news_reader *d, uint32_t at, uint32_t n) {
  struct news_sentence *s = d->s;
  const struct news_mention *last = d->last_charge != NEWS_NONE ? last_of(d, d->last_charge) : NULL;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].form == NEWS_NOUN && !d->r->measures[s->mentions[k].measure].pair &&
        s->mentions[k].at < at)
      last = &s->mentions[k];
  if (last == NULL || s->mention_count >= NEWS_MENTIONS) return;
  struct news_mention m = *last;
  m.at = m.head = (uint16_t)at;
  m.n = (uint16_t)n;
  m.form = NEWS_NOUN;
  m.pronoun = m.definite = true;
  m.percent = last->to > 0 ? last->to : last->percent;
  m.to = 0;
  const struct news_hit *to = news_hit_at(s, NC_PERCENT, at + n + 1);
  if (to != NULL && s->np[at + n] == NC_NP_TO - NC_NP_A + 1) {
    m.to = s->values[to->ref];
    m.n = (uint16_t)(n + 1 + to->n);
  }
  const struct news_measure *kind = &d->r->measures[m.measure];
  news_hit_add(s, kind->noun, m.at, m.n, s->mention_count);
  news_hit_add(s, kind->group[NEWS_NOUN], m.at, m.n, s->mention_count);
  s->mentions[s->mention_count++] = m;
}

/* "confirmed it will", "says it": whoever speaks, not what was spoken of. */
static bool is_clause(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"will", "would", "had", "has", "was", "is", "could", "may"};
  if (news_has(s, NC_SAY, at - 1, at) || news_has(s, NC_SAY_THAT, at - 1, at)) return true;
  if (s->np[at - 1] == NC_NP_AND - NC_NP_A + 1) return false;
  for (size_t i = 0; at + 1 < s->count && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at + 1], words[i])) return true;
  return false;
}

static bool in_any(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (at >= s->mentions[k].at && at < (uint32_t)s->mentions[k].at + s->mentions[k].n) return true;
  return false;
}

/* "The measure expires in May", "They take effect on Monday": the measure of the sentences right before. */
static void add_things(struct news_reader *d) {
  struct news_sentence *s = d->s;
  if (d->since_charge > 2) return;
  for (uint16_t i = s->heads[NC_THING]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    uint32_t end = (uint32_t)h.at + h.n;
    bool plain = end >= s->count || s->np[end] == 0 || s->np[end] >= NC_NP_AND - NC_NP_A + 1;
    if (h.at > 0 && s->np[h.at - 1] == NC_NP_THE - NC_NP_A + 1 && plain && !in_any(s, h.at))
      add_pronoun(d, h.at - 1u, h.n + 1u);
  }
  for (uint32_t at = 0; at < s->count; at++)
    if (s->np[at] == NC_NP_IT - NC_NP_A + 1 && s->tokens[at].n >= 2 &&
        news_has(s, NC_EFFECT, at + 1, at + 5) && !in_any(s, at))
      add_pronoun(d, at, 1);
}

void news_slots_begin(struct news_reader *d, uint32_t base) {
  struct news_sentence *s = d->s;
  (void)base;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    const struct news_mention *last = last_of(d, m->measure);
    bool near = false;
    for (uint8_t i = 0; i < k; i++)
      if (s->mentions[i].measure == m->measure && s->mentions[i].form == NEWS_NOUN) {
        last = &s->mentions[i];
        near = true;
      }
    const struct news_measure *kind = &d->r->measures[m->measure];
    if (m->them && d->them_side != NEWS_NO_SIDE && m->target_count == 0) {
      m->good = d->them_good;
      m->targets[m->target_count++] = (uint8_t)d->them_side;
    }
    m->vague = last == NULL && !kind->pair && m->form == NEWS_NOUN && m->definite && !m->own &&
               is_bare(m) && m->percent == 0 && strchr(kind->key, 'G') != NULL &&
               (d->last_charge != NEWS_NONE ||
                m->measure != d->r->bare); /* "the ban" behind words for another kind */
    if (last == NULL || kind->pair) continue;
    bool plain = m->form == NEWS_NOUN && !m->own && !m->worldwide && is_bare(m);
    bool same_goods = m->loose && m->definite && m->good == NEWS_NONE && m->target_count > 0;
    if (same_goods && (near || d->since_charge == 0)) m->good = last->good;
    if (plain && !near && m->definite) turn(d, m, last);
    if (plain && m->loose && m->imposer == NEWS_NO_SIDE) m->imposer = last->imposer;
    inherit(m, last, d->r->measures[m->measure].key, near, other_goods(d, m));
  }
  for (uint32_t at = 1; at < s->count; at++)
    if (s->np[at] == NC_NP_IT - NC_NP_A + 1 && s->busy[at - 1] &&
        !is_clause(s, at)) /* "Bern says it" is Bern */
      add_pronoun(d, at, 1);
  add_things(d);
}

/* "American soybeans": what "them" means later. The hits of a class are last first. */
static void keep_goods(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    for (uint16_t k = s->heads[NC_PARTY]; k != NEWS_NONE; k = s->hits[k].next)
      if (s->hits[k].at + s->hits[k].n == s->hits[i].at) {
        d->them_good = s->hits[i].ref;
        d->them_side = (enum news_side)s->hits[k].ref;
        return;
      }
}

/* What the next sentence may mean by "the tariffs" or "it". */
void news_slots_keep(struct news_reader *d) {
  bool charged = false;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    d->fresh |= (uint32_t)1 << d->s->hits[i].ref;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *m = &d->s->mentions[k];
    const struct news_measure *kind = &d->r->measures[m->measure];
    if (m->form != NEWS_NOUN || kind->pair || (m->pronoun && m->to == 0)) continue;
    d->fresh = 0;
    if (m->imposer == NEWS_NO_SIDE && last_of(d, m->measure) != NULL)
      d->s->mentions[k].imposer = d->last[m->measure].imposer;
    d->last[m->measure] = *m;
    if (m->imposer != NEWS_NO_SIDE) d->deciders |= (uint32_t)1 << m->imposer;
    if (m->amount < 0) {
      d->last_charge = m->measure;
      charged = true;
    }
    if (m->amount < 0 && strchr(kind->key, 'G') != NULL) d->last_given = m->measure;
  }
  d->since_charge = charged ? 0 : d->since_charge + 1;
  keep_goods(d);
}

/* ---- of a statement ------------------------------------------------------------------------------------------------- */

/* Of the sides the article has named, the one named most but `not`. */
static enum news_side most_spoken(const struct news_reader *d, enum news_side not ) {
  enum news_side best = NEWS_NO_SIDE;
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (k != (uint8_t) not &&d->spoken[k] > (best == NEWS_NO_SIDE ? 0 : d->spoken[best]))
      best = (enum news_side)k;
  return best;
}

/* The same where no other comes near it: of three who are named alike none is taken. */
static enum news_side clearly_spoken(const struct news_reader *d, enum news_side not ) {
  enum news_side best = most_spoken(d, not );
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (k != (uint8_t) not &&k != (uint8_t)best && d->spoken[k] * 2 >= d->spoken[best] &&
        d->spoken[k] > 0)
      return NEWS_NO_SIDE;
  return best;
}

/* The one side that is in most of what the article has stated so far; of a kind of measure, that decides most of them. */
static enum news_side hub_of(const struct news_reader *d, enum news_side not, uint16_t kind) {
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
    if (k == (uint8_t) not ) continue;
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

/* The side of the last name before the place that is neither inside a mention nor `not`. */
static bool stands_for(const struct news_reader *d, const struct news_hit *h);

static enum news_side named_before(const struct news_reader *d, uint32_t from, uint32_t at,
                                   enum news_side not, bool acts) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    bool inside = false;
    for (uint8_t k = 0; k < d->s->mention_count; k++) {
      const struct news_mention *x = &d->s->mentions[k];
      inside = inside || (x->form == NEWS_NOUN && h->at >= x->at && h->at < x->at + x->n);
    }
    if (inside || h->at < from || (uint32_t)h->at + h->n > at || h->ref == (uint16_t) not ||
        (acts && !stands_for(d, h)))
      continue;
    if (best == NULL || h->at > best->at) best = h;
  }
  return best != NULL ? (enum news_side)best->ref : NEWS_NO_SIDE;
}

/* Does the name stand for who acts? "China", "the American government", not "American firms". */
static bool stands_for(const struct news_reader *d, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  if (news_hit_at(d->s, NC_ACTOR, h->at) != NULL) return true;
  if (end < d->s->count && d->s->tokens[end].genitive) return true;
  return news_hit_at(d->s, NC_BODY, end) != NULL || news_hit_at(d->s, NC_TITLE, end) != NULL ||
         end >= d->s->count || d->s->tokens[end].kind == NEWS_MARK;
}

static void order_pair(struct news_statement *st) {
  enum news_side a = st->imposer;
  if (st->target != NEWS_NO_SIDE && (a == NEWS_NO_SIDE || st->target < a)) {
    st->imposer = st->target;
    st->target = a;
  }
}

static enum news_side doer_of(const struct news_reader *d, const struct news_match *m) {
  if (m->doer == NEWS_NONE) return NEWS_NO_SIDE;
  const struct news_hit *h = &d->s->hits[m->doer];
  if (h->class == NC_PARTY) return (enum news_side)h->ref;
  if (h->class == NC_PRONOUN)
    return news_word_is(&d->s->tokens[h->at], "she") ? d->mind.she.side : d->mind.he.side;
  return h->ref < d->r->actor_count ? d->r->actors[h->ref].side : NEWS_NO_SIDE;
}

static void fill_pair(const struct news_reader *d, struct news_statement *st,
                      const struct news_mention *x, const struct news_match *m) {
  enum news_side one = x->target_count > 0 ? (enum news_side)x->targets[0] : NEWS_NO_SIDE,
                 two = x->target_count > 1 ? (enum news_side)x->targets[1] : NEWS_NO_SIDE;
  if (two == NEWS_NO_SIDE) two = doer_of(d, m) != one ? doer_of(d, m) : NEWS_NO_SIDE;
  if (one == NEWS_NO_SIDE) {
    one = two;
    two = NEWS_NO_SIDE;
  }
  if (one == NEWS_NO_SIDE) one = named_before(d, 0, x->at, NEWS_NO_SIDE, false);
  if (one == NEWS_NO_SIDE) one = st->side;
  if (one == NEWS_NO_SIDE) one = most_spoken(d, NEWS_NO_SIDE);
  if (two == NEWS_NO_SIDE) two = named_before(d, 0, x->at, one, false);
  if (two == NEWS_NO_SIDE && st->side != one) two = st->side;
  if (two == NEWS_NO_SIDE) two = clearly_spoken(d, one);
  if (two == NEWS_NO_SIDE) two = hub_of(d, one, NEWS_NONE);
  st->imposer = one;
  st->target = two;
  order_pair(st);
}

/* Behind the verb of saying whose words these are: who says it is not thereby who does it. */
static uint32_t said_from(const struct news_reader *d, uint32_t at) {
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items);
  const struct news_voice *v = news_voice_at(d, base + at);
  return v != NULL && !v->behind && v->verb >= base ? v->verb - base : 0;
}

static enum news_side imposer_of(const struct news_reader *d, const struct news_statement *st,
                                 const struct news_mention *x, const struct news_match *m) {
  const struct news_mention *last = last_of(d, x->measure);
  enum news_side was = last != NULL ? (enum news_side)last->imposer : NEWS_NO_SIDE;
  bool act = st->status == NEWS_ANNOUNCED || st->status == NEWS_THREATENED;
  enum news_side side = (enum news_side)x->imposer;
  if (side == NEWS_NO_SIDE) side = doer_of(d, m);
  if (side == NEWS_NO_SIDE) side = named_before(d, said_from(d, x->at), x->at, st->target, true);
  if (side == NEWS_NO_SIDE && act && st->side != st->target) side = st->side;
  int64_t number = last == NULL ? 0 : last->to > 0 ? last->to : last->percent;
  bool same = x->percent == 0 || number == 0 || number == x->percent;
  bool bare = x->pronoun || x->lent || (x->good == NEWS_NONE && x->target_count == 0);
  bool alone = (d->deciders & (d->deciders - 1)) == 0; /* nobody else has decided anything here */
  if (side == NEWS_NO_SIDE && same && was != st->target && (bare || alone)) side = was;
  if (side == NEWS_NO_SIDE && st->side != st->target) side = st->side;
  if (side == NEWS_NO_SIDE && was != st->target && alone) side = was;
  if (side == NEWS_NO_SIDE) side = clearly_spoken(d, st->target);
  return side != NEWS_NO_SIDE ? side : hub_of(d, st->target, x->measure);
}

/* Whom it hits when nobody is named: of an answer who was answered, else the other side of the article. */
static enum news_side target_of(const struct news_reader *d, const struct news_statement *st,
                                const struct news_mention *x) {
  const char *key = d->r->measures[x->measure].key;
  bool answers = strchr(key, 'G') == NULL;
  if (x->theirs) return fresh_side(d, x->at, (uint8_t)st->imposer);
  if (strchr(key, 'T') == NULL || st->good != NEWS_NONE || x->worldwide) return NEWS_NO_SIDE;
  if (answers && d->last_given != NEWS_NONE) {
    const struct news_mention *last = last_of(d, d->last_given);
    if (last != NULL && last->imposer != NEWS_NO_SIDE && last->imposer != (uint8_t)st->imposer &&
        (last->target_count == 0 || hits(last, (uint8_t)st->imposer)))
      return (enum news_side)last->imposer;
  }
  enum news_side side = fresh_side(d, x->at, (uint8_t)st->imposer);
  if (side == NEWS_NO_SIDE) side = clearly_spoken(d, st->imposer);
  return side == NEWS_NO_SIDE && answers ? hub_of(d, st->imposer, NEWS_NONE) : side;
}

static enum news_side struck_of(const struct news_reader *d, const struct news_match *m,
                                struct news_mention *x) {
  if (m->struck == NEWS_NONE) return NEWS_NO_SIDE;
  const struct news_hit *h = &d->s->hits[m->struck];
  const struct news_hit *good = news_hit_at(d->s, NC_GOOD, (uint32_t)h->at + h->n);
  if (h->class == NC_GOOD) good = h;
  for (uint32_t at = h->at; good == NULL && at > 1 && at + 6u > h->at;
       at--) /* coffee and beef from Brazil */
    if (news_word_is(&d->s->tokens[h->at - 1], "from") && news_hit_at(d->s, NC_GOOD, at - 1u))
      x->good = news_hit_at(d->s, NC_GOOD, at - 1u)->ref;
  if (good != NULL && x->good == NEWS_NONE) x->good = good->ref;
  if (good == NULL && x->lent) x->good = NEWS_NONE;
  if (h->class == NC_PARTY) return (enum news_side)h->ref;
  return h->class == NC_ACTOR ? d->r->actors[h->ref].side : NEWS_NO_SIDE;
}

static void fill_charge(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                        const struct news_match *m) {
  st->target = struck_of(d, m, x);
  st->good = x->good;
  if (st->target == NEWS_NO_SIDE && x->target_count > 0) st->target = (enum news_side)x->targets[0];
  st->imposer = imposer_of(d, st, x, m);
  if (st->target == NEWS_NO_SIDE) st->target = target_of(d, st, x);
  if (st->target == st->imposer) st->target = NEWS_NO_SIDE;
  x->imposer = (uint8_t)st->imposer; /* what comes after may mean it */
  if (x->target_count == 0 && st->target != NEWS_NO_SIDE) {
    x->targets[0] = (uint8_t)st->target;
    x->target_count = 1;
  }
}

void news_slots_close(struct news_reader *d, size_t first) {
  struct news_story *y = d->story;
  size_t n = first;
  for (size_t i = first; i < y->statement_count; i++) {
    struct news_statement *st = &y->statements[i];
    bool open = d->r->rules[st->rule].measure == NEWS_NONE && st->imposer == NEWS_NO_SIDE &&
                d->r->measures[st->measure].template;
    if (open) st->imposer = clearly_spoken(d, st->target);
    bool nobody = st->target != NEWS_NO_SIDE && most_spoken(d, st->target) == NEWS_NO_SIDE;
    if (st->hazy && !d->trade) continue;
    if (!open || st->imposer != NEWS_NO_SIDE || nobody) y->statements[n++] = *st;
  }
  y->statement_count = n;
}

/* A kind on the days of a measure that has a name is that measure. */
static void take_name(const struct news_reader *d, struct news_statement *st) {
  for (uint16_t i = 0; i < d->r->measure_count; i++) {
    const struct news_measure *x = &d->r->measures[i];
    if (x->of != st->measure || d->published == DAY_NEVER || d->published < x->from ||
        d->published >= x->until)
      continue;
    bool same =
        (x->a == st->imposer && x->b == st->target) || (x->b == st->imposer && x->a == st->target);
    if (!same) continue;
    st->measure = i;
    st->imposer = st->target = NEWS_NO_SIDE;
    return;
  }
}

bool news_slots_fill(struct news_reader *d, struct news_statement *st, const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->good = rule->good;
  st->imposer = (enum news_side)rule->imposer;
  st->target = (enum news_side)rule->target;
  if (rule->measure != NEWS_NONE || m->mention == NEWS_NONE) return true;
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  st->measure = x->measure;
  st->good = x->good;
  st->head = news_span_of(d, (uint32_t)(d->s->tokens - d->tokens.items) + x->head,
                          (uint32_t)(d->s->tokens - d->tokens.items) + x->head + 1)
                 .from;
  if (d->r->measures[x->measure].pair)
    fill_pair(d, st, x, m);
  else
    fill_charge(d, st, x, m);
  bool pair = d->r->measures[x->measure].pair;
  bool named = last_of(d, x->measure) != NULL && x->definite; /* "the ban" that was spoken of */
  if (x->weak && !named) return false;
  st->hazy = x->hazy && st->good == NEWS_NONE;
  bool open = st->imposer == NEWS_NO_SIDE; /* the rest of the article may tell who decides */
  bool whose =
      pair ? !open && (st->target != NEWS_NO_SIDE || most_spoken(d, st->imposer) == NEWS_NO_SIDE)
           : !open || st->target != NEWS_NO_SIDE || most_spoken(d, NEWS_NO_SIDE) == 0;
  if (x->loose && x->percent == 0) whose = false;
  bool others = x->loose && x->lent && st->side != NEWS_NO_SIDE && st->side != st->imposer;
  if (others || x->vague) whose = false;
  bool answers = !pair && strchr(d->r->measures[x->measure].key, 'T') != NULL &&
                 strchr(d->r->measures[x->measure].key, 'G') == NULL;
  if ((x->theirs || answers) && st->target == NEWS_NO_SIDE && most_spoken(d, st->imposer) != 0)
    whose = false;
  take_name(d, st);
  return whose; /* a deal of two clubs is no measure */
}
