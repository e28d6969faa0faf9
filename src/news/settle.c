// SPDX-License-Identifier: Apache-2.0
// What the words around a statement make of its status: a condition, the deal it is part of, a day that is to come.
#include <string.h>

#include "news/dates.h"
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* "will cut its duty, the two sides said in a joint statement": what both say will be done is agreed. */
static bool both_say(const struct news_reader *d, const struct news_match *m, uint32_t base) {
  const struct news_voice *v = news_voice_at(d, base + m->from);
  for (uint16_t i = d->s->heads[NC_SAY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (news_according(d->s, &d->s->hits[i]) &&
        news_has(d->s, NC_JOINT, d->s->hits[i].at, d->s->hits[i].at + 10u))
      return true; /* "according to a fact sheet the two sides published" */
  for (uint16_t i = d->s->heads[NC_SAY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (news_ending(d->s, NC_JOINT, d->s->hits[i].at) != NULL)
      return true; /* "a joint statement said" */
  if (v == NULL || v->sentence != base || v->actor != NEWS_OUTLET || v->unknown != NULL)
    return false;
  uint32_t who = v->subject - base, verb = v->verb - base;
  uint32_t back = who == verb ? 7 : 2; /* "a joint statement published on Friday said" */
  if (news_has(d->s, NC_JOINT, who > back ? who - back : 0, verb)) return true;
  for (uint16_t i = d->s->heads[NC_JOINT]; i != NEWS_NONE; i = d->s->hits[i].next) {
    uint32_t at = d->s->hits[i].at; /* "in a joint statement", and not "that the two sides would" */
    bool near = at > verb && at < verb + 8;
    for (uint32_t k = at > 2 ? at - 2u : 0; near && k < at; k++)
      if (d->s->np[k] == NEWS_NP(NC_NP_IN) || d->s->np[k] == NEWS_NP(NC_NP_BY)) return true;
  }
  return false;
}

static bool is_same(const struct news_statement *a, const struct news_statement *b) {
  return a->measure == b->measure && a->imposer == b->imposer && a->target == b->target &&
         a->good == b->good && a->percent_milli == b->percent_milli;
}

/* "raised its duty to 40% on Friday. The new rate takes effect on Thursday": what was told as done before is to come. */
static void put_ahead(const struct news_reader *d, const struct news_statement *st) {
  struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  if (st->status != NEWS_ANNOUNCED || st->percent_milli == 0 || d->published == DAY_NEVER ||
      st->from == DAY_FIRST || st->from <= d->published || d->r->measures[st->measure].pair)
    return;
  while (n-- > low) {
    struct news_statement *x = &y->statements[n];
    bool new = x->from == DAY_FIRST || (x->from <= d->published && x->from + 7 > d->published);
    if (!is_same(x, st) || x->status != NEWS_IN_FORCE || !new || x->until != DAY_NEVER) continue;
    x->status = NEWS_ANNOUNCED;
    x->from = DAY_FIRST;
    x->dated = false;
    x->date_span = (struct news_span){0, 0};
  }
}

static bool eases_in(const struct news_sentence *s, uint32_t from, uint32_t to) {
  return news_has(s, NC_CUT, from, to) || news_has(s, NC_LIFT, from, to) ||
         news_has(s, NC_LOWERED, from, to) || news_has(s, NC_LIFTED, from, to) ||
         news_has(s, NC_FALLS, from, to) || news_has(s, NC_LAPSES, from, to);
}

/* "is ready to lower its duty if": an offer; of the words around the measure, "cut off exports" is one itself. */
static bool offers(const struct news_reader *d, const struct news_match *m) {
  if (m->mention == NEWS_NONE || news_has(d->s, NC_THREATENS, m->from, m->to)) return false;
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  if (d->r->measures[x->measure].pair) return false;
  return (x->at > m->from && eases_in(d->s, m->from, x->at)) ||
         (m->to > x->at + x->n && eases_in(d->s, (uint32_t)x->at + x->n, m->to));
}

/* "threatened a 100% duty. It would take effect on Nov. 1, he wrote": still as it was told before; NEWS_ANNOUNCED: told otherwise. */
static enum news_status still_so(const struct news_reader *d, const struct news_statement *st,
                                 const struct news_match *m) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  bool would = false;
  for (uint32_t at = m->from; at < m->to; at++)
    would = would || news_word_is(&d->s->tokens[at], "would");
  if (!would || st->percent_milli == 0 || (st->side != NEWS_NO_SIDE && st->side != st->imposer))
    return NEWS_ANNOUNCED;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (!is_same(x, st) || x->sentence.from == st->sentence.from) continue;
    bool open = x->status == NEWS_THREATENED ||
                (x->status == NEWS_EXPECTED && st->speaker == NEWS_OUTLET && st->unknown == NULL);
    return open ? x->status : NEWS_ANNOUNCED;
  }
  return NEWS_ANNOUNCED;
}

/* "would expire if", "will be suspended if", "would stay at 15% if": it is neither in force to a day nor suspended yet. */
static bool hangs_on_if(const struct news_reader *d, const struct news_statement *st,
                        const struct news_match *m) {
  if (st->condition.to == 0) return false;
  if (st->status == NEWS_SUSPENDED) return news_has(d->s, NC_WILL, m->from, m->to);
  bool would = false;
  for (uint32_t at = m->from; at < m->to; at++)
    would = would || news_word_is(&d->s->tokens[at], "would");
  return would && st->status == NEWS_IN_FORCE &&
         (news_has(d->s, NC_LAPSES, m->from, m->to) || news_has(d->s, NC_STAYS, m->from, m->to));
}

/* "has offered to remove its duties": nobody has agreed yet. */
static bool only_offered(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"offer", "offers", "offered", "offering"};
  for (uint32_t at = m->from; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* "is negotiating a deal under which it would": on the table. */
static bool only_sought(const struct news_sentence *s, const struct news_match *m) {
  uint32_t under = m->to;
  while (under > 1 && under + 24u > m->to &&
         !(news_word_is(&s->tokens[under - 1], "which") &&
           news_word_is(&s->tokens[under - 2], "under")))
    under--;
  if (under < 3 || !news_word_is(&s->tokens[under - 1], "which")) return false;
  return news_has(s, NC_SEEKS, under > 12 ? under - 12u : 0, under);
}

/* "the suspension of its controls, which ..., ends on Tuesday" */
static bool lull_lapses(const struct news_reader *d, const struct news_match *m) {
  if (m->mention == NEWS_NONE || !news_has(d->s, NC_LAPSES, m->from, m->to)) return false;
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  return x->at > 2 && news_has(d->s, NC_LULL_OF, x->at - 3u, x->at);
}

/* "is considering a duty, people familiar with it said": on the table; who says so of himself threatens. */
static bool only_weighed(const struct news_reader *d, const struct news_statement *st,
                         const struct news_match *m) {
  static const uint16_t firm[] = {NC_MENACE, NC_READY, NC_MIGHT, NC_THREATENS, NC_MAY};
  if (!st->hearsay || st->condition.to != 0) return false;
  for (size_t k = 0; k < sizeof firm / sizeof *firm; k++)
    if (news_has(d->s, firm[k], m->from, m->to)) return false;
  return true;
}

/* "that a minister who reached a deal": another's. */
static bool who_did(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++)
    if (news_word_is(&s->tokens[at], "who") || news_word_is(&s->tokens[at], "whose")) return true;
  return false;
}

/* "The visit is planned for May 13, the White House confirmed": of what both do, one side's confirmation. */
static bool is_confirmed(const struct news_reader *d, const struct news_statement *st,
                         const struct news_match *m, uint32_t base) {
  const struct news_measure *x = &d->r->measures[st->measure];
  const struct news_voice *v = news_voice_at(d, base + m->from);
  bool both = x->template ? x->pair : x->competent == NEWS_NO_SIDE;
  bool part = x->template ? st->side == st->imposer || st->side == st->target
                          : st->side == x->a || st->side == x->b;
  if (v == NULL || !both || !part || st->side == NEWS_NO_SIDE || v->verb < base) return false;
  const struct news_token *verb = &d->tokens.items[v->verb];
  if (news_has(d->s, NC_WISHES, v->verb - base, m->to) ||
      news_has(d->s, NC_EXPECTS, v->verb - base, m->to))
    return false; /* "confirmed that it hopes for a deal" */
  return (news_word_is(verb, "confirmed") || news_word_is(verb, "confirms")) &&
         (st->status == NEWS_EXPECTED || st->status == NEWS_ANNOUNCED ||
          (st->status == NEWS_FRAMEWORK && x->template && v->verb < base + m->from &&
           v->verb + 8u > base + m->from && !who_did(d->s, v->verb + 1u - base, m->to)));
}

/* Money paid back, goods to be bought, a deal: what hangs on a condition there threatens nobody. */
static bool harms_nobody(const struct news_reader *d, const struct news_statement *st) {
  const struct news_measure *kind = &d->r->measures[st->measure];
  if (!kind->template) return false;
  return kind->pair || strcmp(kind->kind, "refunds") == 0 || news_is_promise(d->r, st->measure);
}

/* "China would buy 200 aircraft, its ministry said": what the own side will do is announced; what it plans or hopes to is not. */
static bool will_itself(const struct news_reader *d, const struct news_statement *st,
                        const struct news_match *m) {
  if (st->status != NEWS_EXPECTED || st->side == NEWS_NO_SIDE || st->side != st->imposer ||
      st->condition.to != 0 || !news_is_promise(d->r, st->measure) || m->mention == NEWS_NONE ||
      d->s->mentions[d->s->hits[m->mention].ref].form == NEWS_NOUN)
    return false; /* "would go on with its investment" */
  for (uint32_t at = m->from; at + 1 < m->to; at++) {
    const struct news_token *x = &d->s->tokens[at];
    if (news_word_is(x, "will") || news_word_is(x, "would") || news_word_is(x, "'ll"))
      return !news_has(d->s, NC_MAY, at, m->to) && !news_word_is(x + 1, "likely") &&
             !news_word_is(x + 1, "probably");
  }
  return false;
}

/* "A leaked draft of the plan would put a 30% tariff on chips": nobody has announced it. */
static bool in_draft(const struct news_reader *d, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t would = m->from > 8 ? m->from - 8u : 0;
  while (would < m->to && !news_word_is(&s->tokens[would], "would")) would++;
  if (would >= m->to) return false;
  for (uint32_t at = would; at > 0 && at + 16u > would; at--) {
    if (news_hit_at(s, NC_SAY, at - 1) != NULL || news_hit_at(s, NC_RELATIVE, at - 1) != NULL)
      return false;
    if (news_in_class(s, NC_DRAFT, at - 1))
      return !s->tokens[at - 1].genitive && news_hit_at(s, NC_PRONOUN, at) == NULL &&
             news_hit_at(s, NC_ACTOR, at) == NULL;
  }
  return false;
}

/* "Brazil would respond", "will take the necessary measures": an answer nobody has decided yet is a threat. */
static bool vows_answer(const struct news_reader *d, const struct news_statement *st,
                        const struct news_match *m) {
  bool answers = d->r->measures[st->measure].template && !d->r->measures[st->measure].pair &&
                 strchr(d->r->measures[st->measure].key, 'G') == NULL;
  uint32_t end = m->to; /* "answer with a duty of 20%": decided */
  if (news_word_is(&d->s->tokens[end - 1], "with") && news_has(d->s, NC_KIND, end, end + 4u) &&
      !news_has(d->s, NC_VOWS, end, end + 4u)) /* but "with the necessary measures" */
    return false;
  return answers && !st->dated && st->side != NEWS_NO_SIDE && st->side == st->imposer &&
         news_has(d->s, NC_VOWS, m->from, m->to + 3u) && news_has(d->s, NC_WILL, m->from, m->to);
}

/* "Modi confirmed the tariff cut": whom it hits confirms what the other told; but "confirmed that it would". */
static bool own_rate_confirmed(const struct news_reader *d, const struct news_statement *st,
                               const struct news_match *m, uint32_t base) {
  if ((st->status != NEWS_ANNOUNCED && st->status != NEWS_EXPECTED) || m->mention == NEWS_NONE ||
      st->side == NEWS_NO_SIDE || st->side != st->target)
    return false;
  uint32_t at = d->s->hits[m->mention].at;
  const struct news_voice *v = news_voice_at(d, base + m->from);
  if (v != NULL && v->verb + 1u != base + at)
    return false; /* "said that others had confirmed it" */
  return at > 0 && at <= m->to &&
         (news_word_is(&d->s->tokens[at - 1], "confirmed") ||
          news_word_is(&d->s->tokens[at - 1], "confirms"));
}

/* "Canada confirmed that Mexico reached a deal with Washington": of what others do nobody confirms his own part. */
static bool apart_from(const struct news_reader *d, const struct news_statement *st) {
  return d->r->measures[st->measure].pair && d->r->measures[st->measure].template &&
         st->side != NEWS_NO_SIDE && st->imposer != NEWS_NO_SIDE && st->target != NEWS_NO_SIDE &&
         !news_same_house(d->r, st->side, st->imposer) &&
         !news_same_house(d->r, st->side, st->target);
}

/* "threatened a 10% duty before he withdrew it": it was never there. */
static bool takes_back(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  const struct news_mention *x =
      m->mention != NEWS_NONE ? &d->s->mentions[d->s->hits[m->mention].ref] : NULL;
  bool move = x != NULL && news_in_class(d->s, NC_MOVE, x->head);
  if (move && news_word_is(&d->s->tokens[x->head], "plan")) return true;
  if (x == NULL || (!x->pronoun && !move)) return false;
  return news_was_threat(d, st) || news_has(d->s, NC_MENACE, 0, m->from);
}

/* "Until last week it charged 15%": told of what is no longer so. */
static bool only_until(const struct news_reader *d, const struct news_statement *st) {
  const struct news_measure *x = &d->r->measures[st->measure];
  return st->status == NEWS_IN_FORCE && !x->pair && !news_is_promise(d->r, st->measure) &&
         d->published != DAY_NEVER && st->until != DAY_NEVER && st->until < d->published;
}

/* "had threatened a 25% duty from Aug. 1": a day that is over and was the first one all the same. */
static bool is_first_day(const struct news_reader *d, imp_day day) {
  for (uint8_t i = 0; i < d->s->date_count; i++) {
    const struct news_date *x = &d->s->dates[i];
    if (x->resolved && x->from == day && x->at > 0 && !news_tells_when(d->s, x, d->published))
      return true;
  }
  return false;
}

/* "no retaliation is planned at this stage": it may come yet. */
static bool only_now(const struct news_sentence *s) {
  static const char *const words[] = {"stage", "present", "moment", "currently"};
  for (uint32_t at = 0; at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* Its rule speaks of a kind of measure, whosever; and of none that has a name of its own. */
bool news_of_kind(const struct news_reader *d, const struct news_statement *st) {
  uint16_t named = d->r->rules[st->rule].measure;
  return named == NEWS_NONE || d->r->measures[named].template;
}

/* "If ratified, the pause begins on Dec. 1": what stands behind hangs on it. */
static bool led_by_if(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"if", "unless", "once", "should"};
  if (!NEWS_IN(&s->tokens[0], words)) return false;
  for (uint32_t at = 1; at < m->from; at++)
    if (s->tokens[at].kind == NEWS_MARK) return true;
  return false;
}

static bool says_would(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from; at < m->to; at++)
    if (news_word_is(&s->tokens[at], "would")) return true;
  return false;
}

void news_settle_status(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m, uint32_t base) {
  bool kind = news_of_kind(d, st);
  bool would = st->status == NEWS_SUSPENDED && st->speaker == NEWS_OUTLET && st->unknown == NULL &&
               d->r->rules[st->rule].measure == NEWS_NONE && says_would(d->s, m);
  if (kind && st->status == NEWS_SUSPENDED && led_by_if(d->s, m)) would = true;
  if (would) st->status = NEWS_EXPECTED; /* "Under the plan China would suspend its fees" */
  bool eases = eases_in(d->s, m->from, m->to) || st->percent_milli == NEWS_NIL;
  if (kind && hangs_on_if(d, st, m))
    st->status = NEWS_EXPECTED;
  else if (st->status == NEWS_SUSPENDED)
    st->condition = (struct news_span){0, 0}; /* "come back unless": of what comes after */
  if (st->status == NEWS_ANNOUNCED && st->condition.to != 0)
    st->status =
        eases || harms_nobody(d, st) ? NEWS_EXPECTED : NEWS_THREATENED; /* an offer is no threat */
  if (st->status == NEWS_THREATENED && kind && offers(d, m)) st->status = NEWS_EXPECTED;
  if (st->status == NEWS_FRAMEWORK && kind && only_offered(d->s, m)) st->status = NEWS_EXPECTED;
  if (st->status == NEWS_FRAMEWORK && kind && only_sought(d->s, m)) st->status = NEWS_DISCUSSED;
  if (st->status == NEWS_THREATENED && kind && only_weighed(d, st, m)) st->status = NEWS_DISCUSSED;
  if (st->status == NEWS_ANNOUNCED && kind) st->status = still_so(d, st, m);
  if (st->status == NEWS_ANNOUNCED && kind && vows_answer(d, st, m)) st->status = NEWS_THREATENED;
  bool later = kind && st->status == NEWS_IN_FORCE && d->published != DAY_NEVER &&
               st->from != DAY_FIRST && st->from > d->published;
  if (later) /* "letters that bring it into force on January 1": what begins later is not in force */
    st->status = harms_nobody(d, st) || (st->side != NEWS_NO_SIDE && st->side != st->imposer)
                     ? NEWS_EXPECTED
                     : NEWS_ANNOUNCED;
  bool outlet = kind && st->speaker == NEWS_OUTLET && st->unknown == NULL;
  bool only_told =
      news_opens_proposal(d->s) || in_draft(d, m) || news_is_promise(d->r, st->measure);
  if (st->status == NEWS_ANNOUNCED && outlet && only_told) st->status = NEWS_EXPECTED;
  if (outlet && news_in_frame(d, st, m)) {
    st->status = NEWS_FRAMEWORK;
    const struct news_mention *x =
        m->mention != NEWS_NONE ? &d->s->mentions[d->s->hits[m->mention].ref] : NULL;
    bool open = x != NULL && st->target == NEWS_NO_SIDE && !x->worldwide;
    if (open && strchr(d->r->measures[st->measure].key, 'T') != NULL)
      st->target = news_frame_other(d, st);
  }
  bool ahead = st->status == NEWS_ANNOUNCED || st->status == NEWS_EXPECTED;
  if (ahead && outlet && news_has(d->s, NC_WILL, m->from, m->to) && both_say(d, m, base))
    st->status = NEWS_FRAMEWORK;
  if (is_confirmed(d, st, m, base)) st->status = NEWS_CONFIRMED;
  bool others = kind && !d->r->measures[st->measure].pair && st->side != NEWS_NO_SIDE &&
                st->imposer != NEWS_NO_SIDE && !news_same_house(d->r, st->side, st->imposer);
  if (st->status == NEWS_CONFIRMED && others)
    st->status = NEWS_EXPECTED; /* "Beijing confirmed that Washington would lift it" */
  if (st->status == NEWS_CONFIRMED && apart_from(d, st)) st->status = NEWS_FRAMEWORK;
  if (kind && own_rate_confirmed(d, st, m, base)) st->status = NEWS_CONFIRMED;
  if (st->status == NEWS_DENIED && kind && news_was_threat(d, st) && !only_now(d->s))
    st->status = NEWS_AVERTED;
  if (st->status == NEWS_ENDED && kind && takes_back(d, st, m)) st->status = NEWS_AVERTED;
  if (st->status == NEWS_IN_FORCE && kind && lull_lapses(d, m)) st->status = NEWS_SUSPENDED;
  if (kind && will_itself(d, st, m)) st->status = NEWS_ANNOUNCED;
  if (kind && only_until(d, st)) st->status = NEWS_ENDED;
  if (kind) put_ahead(d, st);
  st->kept =
      st->status == NEWS_DENIED && kind && !news_is_promise(d->r, st->measure) && offers(d, m);
  if (st->status == NEWS_THREATENED && d->published != DAY_NEVER && st->from != DAY_FIRST &&
      st->from < d->published && !is_first_day(d, st->from)) { /* "threatened a duty on Friday" */
    st->from = DAY_FIRST;
    st->dated = st->until != DAY_NEVER;
    st->date_span = (struct news_span){0, 0};
  }
}
