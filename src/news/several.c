// SPDX-License-Identifier: Apache-2.0
// One verb of several: "Mexico and Canada have imposed", "on beef and wine to 9% and 5% respectively".
#include <string.h>

#include "news/lots.h"
#include "news/mentions.h"
#include "news/several.h"
#include "news/subjects.h"

/* ---- several who decide ---------------------------------------------------------------------------------------------- */

static bool is_charge(const struct news_reader *d, uint16_t measure) {
  return strcmp(d->r->classes[d->r->measures[measure].group[NEWS_NOUN]], "#charge") == 0;
}

/* The name of who decides, as the subject of the clause; NULL. */
static const struct news_hit *subject_of(const struct news_reader *d, const struct news_mention *x,
                                         enum news_side side) {
  const struct news_sentence *s = d->s;
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    bool named = h->ref == (uint16_t)side && end < x->at && news_hit_at(s, NC_ACTOR, h->at) != NULL;
    bool goes_on = named && s->tokens[end].kind == NEWS_WORD && !s->tokens[end].genitive;
    if (goes_on && (best == NULL || h->at > best->at)) best = h;
  }
  return best;
}

static bool leads_object(const struct news_sentence *s, uint32_t at) {
  uint16_t class = news_np_class(s, at);
  return class == NC_NP_ON || class == NC_NP_TO || class == NC_NP_FROM || class == NC_NP_IN ||
         class == NC_NP_BY || news_word_is(&s->tokens[at], "of") ||
         news_word_is(&s->tokens[at], "than");
}

enum news_side news_side_with(const struct news_sentence *s, const struct news_mention *x) {
  enum news_side with = NEWS_NO_SIDE;
  if (!news_is_with(s, x)) return with;
  for (uint32_t at = x->head; at < (uint32_t)x->at + x->n; at++) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
    if (h == NULL) continue;
    if (with != NEWS_NO_SIDE) return NEWS_NO_SIDE;
    with = (enum news_side)h->ref;
  }
  return with;
}

uint8_t news_other_doers(const struct news_reader *d, const struct news_statement *st,
                         const struct news_match *m, uint8_t *sides) {
  const struct news_sentence *s = d->s;
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  uint8_t count = 0;
  bool pair = d->r->measures[st->measure].pair;
  enum news_side one = st->imposer;
  if (pair) { /* "Seoul and Tokyo have signed deals with Washington" */
    enum news_side with = news_side_with(s, x);
    if (with == NEWS_NO_SIDE || (with != st->imposer && with != st->target)) return 0;
    one = with == st->imposer ? st->target : st->imposer;
  }
  bool rated = strchr(d->r->measures[st->measure].key, '%') != NULL;
  bool each = rated && !x->named && x->own; /* "the two lands cut their tariffs" */
  if ((!pair && !is_charge(d, st->measure)) || (rated && !x->named && !each) ||
      m->struck != NEWS_NONE)
    return 0;
  const struct news_hit *h = subject_of(d, x, one);
  uint32_t at = h != NULL ? h->at : 0;
  bool and = false;
  while (h != NULL && at > 1 && count < NEWS_TARGETS) {
    uint32_t k = at - (news_word_is(&s->tokens[at - 1], "the") ? 1u : 0u);
    bool joins = k > 1 && (news_word_is(&s->tokens[k - 1], "and") ||
                           (and&&s->tokens[k - 1].kind == NEWS_MARK));
    const struct news_hit *o = joins ? news_ending(s, NC_PARTY, k - 1) : NULL;
    if (joins && o == NULL && k > 2 && s->tokens[k - 2].kind == NEWS_MARK)
      o = news_ending(s, NC_PARTY, k - 2); /* "Japan, Mexico, and Canada" */
    if (o == NULL) break;
    bool hit = o->ref == (uint16_t)st->target || (!pair && news_hits_side(x, (uint8_t)o->ref));
    if ((hit ? !each : each) || news_hit_at(s, NC_ACTOR, o->at) == NULL) return 0;
    and = true;
    sides[count++] = (uint8_t)o->ref;
    at = o->at;
  }
  if (at > 0 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at > 0 && leads_object(s, at - 1) ? 0 : count;
}

/* "deals with Japan in July, Korea in October and Peru last week": those behind the first; their count. */
uint8_t news_dated_sides(const struct news_sentence *s, const struct news_mention *x,
                         uint8_t *sides) {
  static const char *const leads[] = {"in", "on"};
  uint32_t at = (uint32_t)x->at + x->n;
  uint8_t count = 0;
  while (at + 1 < s->count && count < NEWS_TARGETS) {
    at += NEWS_IN(&s->tokens[at], leads);
    const struct news_hit *day = news_hit_at(s, NC_DATE, at);
    uint32_t k = day != NULL ? at + day->n : s->count, from = k;
    k += k < s->count && s->tokens[k].kind == NEWS_MARK;
    k += k < s->count && news_word_is(&s->tokens[k], "and");
    k += k < s->count && news_word_is(&s->tokens[k], "the");
    const struct news_hit *h = k > from && k < s->count ? news_hit_at(s, NC_PARTY, k) : NULL;
    uint32_t end = h != NULL ? k + h->n : s->count;
    if (end >= s->count ||
        (!NEWS_IN(&s->tokens[end], leads) && news_hit_at(s, NC_DATE, end) == NULL))
      break; /* "and Japan said" */
    sides[count++] = (uint8_t)h->ref;
    at = end;
  }
  return count;
}

/* ---- respectively -------------------------------------------------------------------------------------------------------- */

/* The rates that stand in a row before the place, in order; their count. */
static uint8_t rates_before(const struct news_sentence *s, uint32_t at,
                            const struct news_hit **rates) {
  const struct news_hit *back[ROW] = {NULL};
  uint8_t count = 0;
  if (at > 0 && s->tokens[at - 1].kind == NEWS_MARK) at--; /* ", respectively" */
  while (count < ROW) {
    const struct news_hit *p = news_ending(s, NC_PERCENT, at);
    if (p == NULL) break;
    back[count++] = p;
    at = p->at;
    while (at > 0 &&
           (s->tokens[at - 1].kind == NEWS_MARK || news_word_is(&s->tokens[at - 1], "and")))
      at--;
  }
  for (uint8_t k = 0; k < count; k++) rates[k] = back[count - 1u - k];
  return count;
}

/* Where "15% and 35%" in the match ends. */
static uint32_t rates_end(const struct news_sentence *s, const struct news_match *m) {
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n, at = s->hits[i].at;
    bool of = end < s->count &&
              (news_word_is(&s->tokens[end], "of") || news_word_is(&s->tokens[end], "on"));
    if (at > m->from && end <= m->to + 6u && !of && at > 1 &&
        news_word_is(&s->tokens[at - 1], "and") && news_ending(s, NC_PERCENT, at - 1) != NULL)
      return end;
  }
  return 0;
}

/* Goods or sides named in [from, to), in order; their count. */
static uint8_t named_between(const struct news_sentence *s, uint16_t class, uint32_t from,
                             uint32_t to, uint16_t but, uint16_t *refs) {
  uint8_t count = 0;
  for (uint32_t at = from; at < to; at++) {
    const struct news_hit *h = news_hit_at(s, class, at);
    if (h == NULL || h->ref == but) continue;
    if (count < ROW) refs[count++] = h->ref;
    at += h->n - 1u;
  }
  return count;
}

/* Where the row of sides or goods that the match begins with begins: "Norway and Canada pay". */
static uint32_t row_from(const struct news_sentence *s, uint32_t at) {
  while (at > 0) {
    const struct news_hit *h = news_ending(s, NC_PARTY, at);
    if (h == NULL) h = news_ending(s, NC_GOOD, at);
    bool joins = s->tokens[at - 1].kind == NEWS_MARK || news_word_is(&s->tokens[at - 1], "and") ||
                 news_word_is(&s->tokens[at - 1], "the");
    if (h == NULL && !joins) break;
    at = h != NULL ? h->at : at - 1;
  }
  return at;
}

struct crossed {     /* rates that stand before whom they hit */
  uint32_t end;      /* behind the rates; 0: none */
  uint32_t from, to; /* whom and what they hit */
};

/* "of 19% and 12.5% on Japan and India, respectively", "of 19% and 12.5%, respectively, on Japan and India" */
static struct crossed rates_before_names(const struct news_sentence *s, uint32_t at) {
  struct crossed x = {0, 0, 0};
  uint32_t on = at + 1u + (at + 2 < s->count && s->tokens[at + 1].kind == NEWS_MARK);
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE && at < s->count; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    bool row = s->hits[i].at > 1 && news_word_is(&s->tokens[s->hits[i].at - 1], "and");
    bool before = row && end < at && leads_object(s, end);
    bool behind = row && end + 2u > at && end <= at && on + 1 < s->count &&
                  !news_has(s, NC_DATE, on + 1, on + 2) &&
                  (news_word_is(&s->tokens[on], "on") || news_word_is(&s->tokens[on], "for"));
    if (before) x = (struct crossed){end, end, at};
    if (behind) x = (struct crossed){end, on, on};
  }
  uint32_t last = x.from + 16u < s->count ? x.from + 16u : s->count;
  if (x.to == x.from)
    while (x.to < last && !s->tokens[x.to].ends) x.to++;
  return x;
}

bool news_respectively(struct news_reader *d, const struct news_match *m, uint32_t base, size_t n) {
  const struct news_sentence *s = d->s;
  const struct news_hit *rates[ROW];
  uint16_t refs[ROW];
  uint32_t at = m->from;
  while (at < s->count && !news_word_is(&s->tokens[at], "respectively")) at++;
  uint8_t count = rates_before(s, at < s->count ? at : rates_end(s, m), rates);
  struct crossed crossed = rates_before_names(s, at);
  if (crossed.end > 0) count = rates_before(s, crossed.end, rates);
  if (count < 2 || (rates[0]->at < m->from && crossed.end == 0)) return false;
  for (at = m->to; at < rates[0]->at; at++) /* "took effect, and it is to rise to 30% and 50%" */
    if (s->np[at] == NEWS_NP(NC_NP_IT)) return false;
  struct news_statement st = d->story->statements[n];
  uint32_t from = crossed.end > 0 ? crossed.from : row_from(s, m->from);
  uint32_t to = crossed.end > 0 ? crossed.to : rates[0]->at;
  struct lot lots[ROW];
  uint8_t lot_count = crossed.end > 0 ? news_lots_between(s, from, to, (uint8_t)st.imposer, lots)
                                      : news_lots_named(d, m, lots);
  bool both = lot_count == count; /* "on Swiss watches and Brazilian coffee" */
  bool goods = both || named_between(s, NC_GOOD, from, to, NEWS_NONE, refs) == count;
  bool same = goods && !both; /* "on Chinese steel and Vietnamese steel" */
  for (uint8_t k = 1; k < count; k++) same = same && refs[k] == refs[0];
  if (same) goods = false;
  if (!goods && named_between(s, NC_PARTY, from, to, (uint16_t)st.imposer, refs) != count)
    return false;
  d->story->statement_count = n;
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  if (crossed.end > 0 && x->head > rates[0]->at) return true; /* told with the first */
  for (uint8_t k = 0; k < count; k++) {
    if (both) {
      st.good = lots[k].good;
      st.target = (enum news_side)lots[k].side;
    } else if (goods)
      st.good = refs[k];
    else
      st.target = (enum news_side)refs[k];
    news_put_percent(d, &st, s->values[rates[k]->ref]);
    st.number_span = news_span_of(d, base + rates[k]->at, base + rates[k]->at + rates[k]->n);
    if (k > 0) st.head = st.number_span.from;
    news_keep(d, &st);
  }
  return true;
}

/* ---- the measures before it ---------------------------------------------------------------------------------------------------- */

/* "charges 10%, and a further 24% remains suspended": a verb of one alone. */
static bool is_of_one(const struct news_sentence *s, uint32_t end) {
  static const char *const verbs[] = {"is", "was", "has", "remains", "stays"};
  return end < s->count && NEWS_IN(&s->tokens[end], verbs);
}

/* "Duties of 50% on Brazil and 39% on Switzerland are the highest": what "and" puts before the subject of the match is
 * its subject too. */
static bool before_it(struct news_reader *d, const struct news_match *m, struct news_match *out) {
  struct news_sentence *s = d->s;
  uint32_t base = (uint32_t)(s->tokens - d->tokens.items);
  struct news_mention *y = &s->mentions[s->hits[m->mention].ref];
  if (m->from != y->at || y->form != NEWS_NOUN || y->pronoun || m->struck != NEWS_NONE ||
      m->to <= y->at + y->n || d->r->measures[y->measure].pair ||
      is_of_one(s, (uint32_t)y->at + y->n))
    return false;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *x = &s->mentions[k];
    uint32_t end = (uint32_t)x->at + x->n;
    if (x->measure != y->measure || x->form != NEWS_NOUN || x->pronoun || end >= y->at ||
        !news_only_joins(d, base, end, y->at))
      continue;
    *out = *m;
    out->from = x->at;
    out->mention = news_mention_hit(d, k);
    return out->mention != NEWS_NONE;
  }
  return false;
}

uint8_t news_conjuncts_before(struct news_reader *d, const struct news_match *m,
                              struct news_match *out) {
  uint8_t count = 0;
  while (count < NEWS_TARGETS && before_it(d, count > 0 ? &out[count - 1] : m, &out[count]))
    count++;
  uint8_t whose = NEWS_NO_SIDE; /* "U.S. duties of 50% on Brazil, 39% on Switzerland and 20% on" */
  for (uint8_t k = count + 1u; k > 0; k--) {
    const struct news_match *at = k > 1 ? &out[k - 2] : m;
    struct news_mention *y = &d->s->mentions[d->s->hits[at->mention].ref];
    if (y->imposer == NEWS_NO_SIDE) y->imposer = whose;
    whose = y->imposer;
  }
  return count;
}
