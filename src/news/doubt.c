// SPDX-License-Identifier: Apache-2.0
// Signs by which the reader knows that it does not know: a statement is not made where what was read is only what nobody
// does, what was so before something else, or what a bill would let somebody do.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* "nobody in Brasilia was thinking of", "few in Brussels believe that": what nobody does or thinks. */
static bool nobody_does(const struct news_sentence *s, const struct news_match *m) {
  static const char *const none[] = {"nobody",  "noone",  "none",    "few",
                                     "neither", "hardly", "whoever", "anyone"};
  static const char *const on[] = {"in",      "at",       "of",     "on",       "among",
                                   "believe", "believes", "expect", "expects",  "think",
                                   "thinks",  "here",     "who",    "expecting"};
  for (uint32_t at = m->to; at > 0 && at + 14u > m->from; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK) {
      if (at <= m->from) return false;
      continue;
    }
    if (at <= m->from + 1u && at + 1u >= m->from && news_word_is(&s->tokens[at - 1], "nobody"))
      return true; /* "Nobody raises tariffs on his guest" */
    bool one =
        at > 1 && news_word_is(&s->tokens[at - 1], "one") && news_word_is(&s->tokens[at - 2], "no");
    if (at < s->count && (one || NEWS_IN(&s->tokens[at - 1], none)) && NEWS_IN(&s->tokens[at], on))
      return true;
  }
  return false;
}

/* "In the scenario the ministry modeled": what is only supposed. */
static bool in_scenario(const struct news_sentence *s) {
  for (uint32_t at = 1; at < 5 && at < s->count && news_word_is(&s->tokens[0], "in"); at++)
    if (news_in_class(s, NC_SCENARIO, at)) return true;
  return false;
}

/* "joked that Canada could put a tariff on": no threat. */
static bool in_jest(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from + 1u; at > 0 && at + 10u > m->from; at--)
    if (at - 1 < s->count && news_in_class(s, NC_JOKES, at - 1)) return true;
  return false;
}

/* "so that the talks could start again": what something is done for; but "so that the duty will not". */
static bool is_purpose(const struct news_sentence *s, const struct news_match *m) {
  static const char *const may[] = {"could", "can", "might", "may"};
  uint32_t at = m->to;
  while (at > m->from && !NEWS_IN(&s->tokens[at - 1], may)) at--;
  if (at == m->from) return false;
  for (; at > 1 && at + 8u > m->from && s->tokens[at - 1].kind != NEWS_MARK; at--)
    if (news_word_is(&s->tokens[at - 1], "that") && news_word_is(&s->tokens[at - 2], "so"))
      return true;
  return false;
}

/* "fell after the tariff was imposed", "close to an accord before the talks were suspended": what was told before. */
static bool only_recalls(const struct news_reader *d, const struct news_statement *st,
                         const struct news_match *m) {
  static const char *const words[] = {"after", "before", "since", "until", "when", "once"};
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  bool state =
      st->status == NEWS_IN_FORCE || st->status == NEWS_ENDED || st->status == NEWS_SUSPENDED;
  bool bare = x->form == NEWS_NOUN && x->definite && !x->own && !x->named && x->n < 3;
  if (state && x->at > 1 && NEWS_IN(&d->s->tokens[x->at - 1], words) &&
      news_word_is(&d->s->tokens[x->at - 2], "only"))
    return true; /* "would buy only when the duty went away" */
  return state && bare && !st->dated && x->at > 0 && m->from >= x->at &&
         NEWS_IN(&d->s->tokens[x->at - 1], words);
}

/* "accused him of having dropped the duty": nobody says so but who accuses. */
static bool is_accused(const struct news_sentence *s, const struct news_match *m) {
  bool of = false;
  for (uint32_t at = m->from + 1u; at > 0 && at + 10u > m->from; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK) return false;
    of = of || news_word_is(&s->tokens[at - 1], "of");
    if (of && news_in_class(s, NC_SUSPECTS, at - 1)) return true;
  }
  return false;
}

/* "the province would put a surcharge on": no government of a key. */
static bool province_acts(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"province", "state", "city", "county"};
  for (uint32_t at = m->from > 2 ? m->from - 2u : 0; at < m->from + 1u; at++)
    if (NEWS_IN(&s->tokens[at], words) && at > 0 && news_word_is(&s->tokens[at - 1], "the"))
      return true;
  return false;
}

/* A verb of the match tells what was. */
static bool tells_past(const struct news_reader *d, const struct news_match *m) {
  static const char *const was[] = {"paid", "was", "were", "had", "faced", "stood"};
  for (uint32_t at = m->from > 1 ? m->from - 2u : 0; at < m->to; at++)
    if (NEWS_IN(&d->s->tokens[at], was)) return true;
  return false;
}

/* "For six months last year they faced 50%", "paid a duty of 50% for six months": it is over; not "have paid for six months". */
static bool for_a_time(const struct news_sentence *s, const struct news_match *m) {
  static const char *const still[] = {"has", "have", "had", "will", "now"};
  for (uint32_t at = m->from; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], still)) return false;
  for (uint16_t i = s->heads[NC_DURATION]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at;
    bool near = at < m->from ? at + 8u > m->from : at >= m->to && at < m->to + 3u;
    if (at > 0 && near && news_word_is(&s->tokens[at - 1], "for")) return true;
  }
  return false;
}

/* "Before April Japanese cars paid 2.5%", "were charged 27.5% until the summer": no longer so. */
static bool was_before(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  static const char *const words[] = {"before", "until", "till"};
  const struct news_sentence *s = d->s;
  bool ahead = st->until != DAY_NEVER && st->dated && st->until > d->published;
  if (!tells_past(d, m) || ahead) return false;
  if (!d->r->measures[st->measure].pair && for_a_time(s, m)) return true;
  for (uint32_t at = m->from; at + 2 < m->to && !st->dated; at++)
    if (news_word_is(&s->tokens[at], "had") && news_word_is(&s->tokens[at + 1], "been") &&
        news_has(s, NC_OWES, at, at + 3u) && news_has(s, NC_IF, m->to, m->to + 2u))
      return true; /* "had been charged 10% if it did not qualify" */
  uint32_t low = m->from;
  while (low > 0 && (s->tokens[low - 1].kind != NEWS_MARK || low < 6)) low--;
  for (uint32_t at = low; at + 1 < s->count && at < m->to + 5u; at++) {
    if (at >= m->to && s->tokens[at].kind == NEWS_MARK) return false;
    if (!NEWS_IN(&s->tokens[at], words)) continue;
    bool then =
        news_word_is(&s->tokens[at], "before") &&
        (news_word_is(&s->tokens[at + 1], "then") || news_word_is(&s->tokens[at + 1], "that") ||
         (at >= m->to && at < m->to + 2u && s->np[at + 1] == NEWS_NP(NC_NP_THE)));
    if (then || news_has(s, NC_DATE, at + 1, at + 4)) return true;
  }
  return false;
}

/* "was hit with a 15% tariff" */
static bool is_dealt(const struct news_sentence *s, const struct news_mention *x) {
  return x->at > 1 && news_word_is(&s->tokens[x->at - 1], "with") &&
         news_in_class(s, NC_BURDENED, x->at - 2);
}

/* "Japan's minister said the 15% tariff had applied since": of what hits them, where they have decided nothing here. */
enum news_side news_levied_by(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x) {
  enum news_side by = d->r->levier;
  if (by == NEWS_NO_SIDE || st->side == NEWS_NO_SIDE || news_same_house(d->r, st->side, by) ||
      d->deciders.has[st->side] || !(x->definite || x->bare || is_dealt(d->s, x)) || x->own ||
      (x->percent == 0 && x->to == 0) || x->form != NEWS_NOUN ||
      (st->target != NEWS_NO_SIDE && !news_same_house(d->r, st->target, st->side)) ||
      strcmp(d->r->measures[x->measure].kind, "tariff") != 0)
    return NEWS_NO_SIDE;
  return by;
}

/* "Pakistan got 19%, India is charged 50%": who is only named beside those that pay decides nothing. */
bool news_decides_none(const struct news_reader *d, enum news_side side) {
  return side != NEWS_NO_SIDE && d->r->levier != NEWS_NO_SIDE && side != d->r->levier &&
         !d->deciders.has[side];
}

/* "..., the lobby hopes.": the whole sentence is what is hoped. */
static bool ends_as_wish(const struct news_sentence *s, uint32_t from) {
  uint32_t comma = UINT32_MAX;
  for (uint32_t at = from; at + 1 < s->count; at++) {
    if (s->tokens[at].kind == NEWS_MARK) comma = at;
    bool wish = news_hit_at(s, NC_WISHES, at) != NULL || news_hit_at(s, NC_FEARS, at) != NULL;
    if (wish && comma != UINT32_MAX && comma + 8u > at && s->tokens[at + 1].kind == NEWS_MARK)
      return true;
  }
  return false;
}

/* "A draft law leaves", "the proposal would keep": it says so, and nothing is so yet. */
static bool draft_says(const struct news_sentence *s, uint32_t from) {
  for (uint32_t at = from > 2 ? from - 2u : 0; at < from; at++) {
    const struct news_hit *h = news_hit_at(s, NC_DRAFT, at);
    if (h != NULL && (uint32_t)h->at + h->n == from && !s->tokens[at].genitive) return true;
  }
  return false;
}

/* "It is false that", "estimates of", "in a proposal that": what they stand with is no state of things. */
static bool is_unreal(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->to; at > 0 && at + 14u > m->from; at--) {
    const struct news_token *t = &s->tokens[at - 1];
    bool parts = t->kind == NEWS_MARK && at <= m->from + 1u;
    if (news_in_class(s, NC_UNREAL, at - 1)) return true;
    if (parts || (at <= m->from && news_hit_at(s, NC_SAY, at - 1) != NULL)) break;
  }
  return draft_says(s, m->from) || news_has(s, NC_UNREAL_IN, 0, m->to + 10u) ||
         ends_as_wish(s, m->to);
}

/* "put 6% to 43% on steel. The duties stay in force": of several rates told, that one is none of its own. */
static bool is_one_of_many(const struct news_reader *d, const struct news_statement *st) {
  const struct news_story *y = d->story;
  size_t low = y->statement_count > d->opening + 8u ? y->statement_count - 8u : d->opening;
  bool same = false, other = false;
  for (size_t n = low; n < y->statement_count; n++) {
    const struct news_statement *was = &y->statements[n];
    if (was->measure != st->measure || was->imposer != st->imposer || was->good != st->good)
      continue;
    bool rate = was->percent_milli == st->percent_milli && was->target == st->target;
    same = same || (rate && was->status == NEWS_IN_FORCE);
    other = other || (was->percent_milli != 0 && was->percent_milli != st->percent_milli);
  }
  return same && other && !st->dated;
}

/* "had threatened a 25% tariff. When the new rates took effect": they are others. */
static bool of_other_rates(const struct news_reader *d, const struct news_statement *st,
                           const struct news_match *m) {
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  return st->status == NEWS_IN_FORCE && x->many && x->lent && x->lent_number &&
         (news_was_threat(d, st) || is_one_of_many(d, st));
}

/* "It is unlikely that India will", "Few believe China will", but "There is no doubt that": nobody says that it comes. */
static bool is_doubted(const struct news_sentence *s, const struct news_match *m) {
  for (uint16_t i = s->heads[NC_DOUBTFUL]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at, end = at + s->hits[i].n;
    bool none = at > 0 && (news_word_is(&s->tokens[at - 1], "no") ||
                           news_word_is(&s->tokens[at - 1], "without") ||
                           news_word_is(&s->tokens[at - 1], "not"));
    if (none || at >= m->to || s->tokens[at].quote != s->tokens[m->from].quote) continue;
    bool near = end + 8u > m->from;
    for (uint32_t k = end; near && k < m->from; k++)
      near = s->tokens[k].kind != NEWS_MARK && !news_word_is(&s->tokens[k], "but");
    if (near) return true;
  }
  return false;
}

/* "to cut its tariff-free steel quotas by 47%": how much comes in without a duty, and no rate. */
static bool shrinks_quota(const struct news_reader *d, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  const struct news_mention *x =
      m->mention != NEWS_NONE ? &s->mentions[s->hits[m->mention].ref] : NULL;
  if (x == NULL || x->percent != NEWS_NIL) return false;
  bool quota = false, cut = false;
  for (uint32_t at = x->at; at < s->count && at < (uint32_t)x->at + x->n + 3u; at++)
    quota =
        quota || news_word_is(&s->tokens[at], "quota") || news_word_is(&s->tokens[at], "quotas");
  for (uint32_t at = x->at > 6 ? x->at - 6u : 0; quota && at < x->at; at++)
    cut = cut || news_hit_at(s, NC_CUT, at) != NULL || news_hit_at(s, NC_LOWERED, at) != NULL;
  return cut;
}

/* "It will rise to some 70,000 within five years", "half of it will be set aside": a quota, and no rate. */
static bool is_count(const struct news_reader *d, const struct news_statement *st,
                     const struct news_match *m) {
  static const char *const about[] = {"some", "about", "around", "nearly", "roughly", "almost"};
  const struct news_sentence *s = d->s;
  if (!news_has_rate(d->r, st->measure)) return false;
  uint32_t end = m->to + 2u < s->count ? m->to + 2u : s->count;
  for (uint32_t at = m->from; at + 1 < end; at++) {
    if (news_word_is(&s->tokens[at], "set") && news_word_is(&s->tokens[at + 1], "aside") &&
        st->status == NEWS_ANNOUNCED)
      return true;
    uint32_t n = at + 1 + NEWS_IN(&s->tokens[at + 1], about);
    bool moves = news_word_is(&s->tokens[at], "to") && at > 0 && news_in_class(s, NC_GROWS, at - 1);
    if (!moves || n >= s->count) continue;
    const struct news_token *t = &s->tokens[n];
    bool count = t->kind == NEWS_NUMERAL && !t->percent && t->milli >= INT64_C(1000) * 1000 &&
                 news_hit_at(s, NC_DATE, n) == NULL && news_hit_at(s, NC_PERCENT, n) == NULL;
    if (count) return true;
  }
  return false;
}

bool news_doubtful(const struct news_reader *d, const struct news_statement *st,
                   const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  bool so = st->status == NEWS_IN_FORCE || st->status == NEWS_ENDED ||
            st->status == NEWS_SUSPENDED || st->status == NEWS_AVERTED;
  bool no = st->status == NEWS_DENIED || st->status == NEWS_UNCONFIRMED;
  bool unreal = (so && is_unreal(d->s, m)) || (!no && news_has(d->s, NC_FICTION, 0, m->to + 10u));
  if (unreal && !news_is_cited(d, m)) return true;
  if (news_unrealised(d, st, m)) return true;
  bool ahead = st->status == NEWS_EXPECTED || st->status == NEWS_SUSPENDED ||
               st->status == NEWS_ANNOUNCED ||
               (st->status == NEWS_FRAMEWORK && news_has(d->s, NC_WILL, m->from, m->to));
  if (ahead && is_doubted(d->s, m)) return true;
  if (rule->measure != NEWS_NONE || m->mention == NEWS_NONE) return false;
  bool says_no =
      st->status == NEWS_DENIED || st->status == NEWS_UNCONFIRMED || st->status == NEWS_AVERTED;
  if (!says_no && (nobody_does(d->s, m) || in_jest(d->s, m) || is_accused(d->s, m))) return true;
  const struct news_measure *kind = &d->r->measures[st->measure];
  if (st->status == NEWS_DENIED && kind->template && !kind->pair && st->side != NEWS_NO_SIDE &&
      st->imposer != NEWS_NO_SIDE && !news_same_house(d->r, st->side, st->imposer))
    return true; /* "dismissed the offer" of another: its decision is not theirs to deny */
  if (st->status == NEWS_DENIED && st->speaker == NEWS_OUTLET && st->unknown == NULL &&
      d->s->mentions[d->s->hits[m->mention].ref].pronoun)
    return true; /* "dismissed the offer, an official calling it cute" */
  if (!says_no && st->status == NEWS_ANNOUNCED && province_acts(d->s, m)) return true;
  if (in_scenario(d->s) || news_is_imagined(d, m) || is_purpose(d->s, m) || only_recalls(d, st, m))
    return true;
  if (st->status == NEWS_IN_FORCE && was_before(d, st, m)) return true;
  if (of_other_rates(d, st, m) || is_count(d, st, m) || shrinks_quota(d, m) ||
      news_is_no_act(d, st, m))
    return true;
  if (st->status == NEWS_IN_FORCE && st->percent_milli == NEWS_NIL && news_is_plan(d->s, m))
    return true; /* "A plan to bring it down to zero was shelved" */
  return st->status == NEWS_THREATENED && news_opens_proposal(d->s);
}

/* ", days after Brussels had announced duties": of what was then. */
static bool told_then(const struct news_sentence *s, const struct news_match *m) {
  static const char *const units[] = {"hours", "day", "days", "week", "weeks", "month", "months"};
  bool had = false;
  for (uint32_t at = m->from > 1 ? m->from - 1u : 0; at < m->to; at++)
    had = had || news_word_is(&s->tokens[at], "had");
  for (uint32_t at = m->from; had && at > 1 && at + 4u > m->from; at--)
    if (news_word_is(&s->tokens[at - 1], "after") && NEWS_IN(&s->tokens[at - 2], units))
      return true;
  return false;
}

/* "hours before they were to return" */
static bool behind_before(const struct news_sentence *s, uint32_t from) {
  for (uint32_t at = from; at > 0 && at + 3u > from; at--)
    if (news_word_is(&s->tokens[at - 1], "before")) return true;
  return false;
}

/* "was due to end in July but was dropped": what was planned came to nothing; "in November 2024": it is over. */
static bool was_due_but(const struct news_reader *d, const struct news_statement *st,
                        const struct news_match *m) {
  static const char *const turns[] = {"but", "before", "until", "had"};
  const struct news_sentence *s = d->s;
  uint32_t at = m->from;
  while (at + 2 < s->count && at < m->to &&
         !((news_word_is(&s->tokens[at], "was") || news_word_is(&s->tokens[at], "were")) &&
           news_in_class(s, NC_DUE, at + 1) && news_word_is(&s->tokens[at + 2], "to")))
    at++;
  if (at + 2 >= s->count || at >= m->to || st->status != NEWS_IN_FORCE) return false;
  if (d->published != DAY_NEVER && st->until != DAY_NEVER && st->until < d->published) return true;
  for (uint32_t k = at + 3; k + 1 < s->count && k < at + 12; k++)
    if (NEWS_IN(&s->tokens[k], turns) && news_has(s, NC_BE, k + 1, k + 4)) return true;
  return false;
}

/* "The truce was to end in November": a plan, and no word of whether it does. "Was due to expire on Nov. 10" says its end. */
static bool was_to_end(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  bool pair = d->r->measures[st->measure].pair && st->status == NEWS_IN_FORCE;
  for (uint32_t at = m->from; pair && at + 1 < m->to; at++) {
    const struct news_token *t = &d->s->tokens[at];
    if (!news_word_is(t, "was") && !news_word_is(t, "were")) continue;
    bool due = news_word_is(&t[1], "due") || news_word_is(&t[1], "set");
    uint32_t head = m->mention != NEWS_NONE ? d->s->mentions[d->s->hits[m->mention].ref].at : 0;
    bool longer = head > 0 && news_ending(d->s, NC_PACT_DEED, head) != NULL;
    if (due && st->until != DAY_NEVER) return longer; /* "extended it, which was due to expire" */
    uint32_t to = due ? at + 2 : at + 1;
    if (to < m->to && news_word_is(&d->s->tokens[to], "to")) return true;
  }
  return false;
}

/* "was to take effect on October 1", told in November: what was planned for a day that is over is not to come. */
bool news_was_to_begin(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  bool was = false;
  if (was_to_end(d, st, m) || was_due_but(d, st, m)) return true;
  for (uint32_t at = m->from; at + 1 < m->to; at++)
    was = was ||
          ((news_word_is(&d->s->tokens[at], "was") || news_word_is(&d->s->tokens[at], "were")) &&
           news_word_is(&d->s->tokens[at + 1], "to"));
  if (st->status == NEWS_ANNOUNCED && told_then(d->s, m)) return true;
  bool they = m->mention != NEWS_NONE && d->s->mentions[d->s->hits[m->mention].ref].pronoun;
  if (was && they && st->status == NEWS_ANNOUNCED && behind_before(d->s, m->from)) return true;
  if (was && st->status == NEWS_IN_FORCE && !st->dated && d->r->measures[st->measure].pair)
    return true; /* "the truce was to end in the second week of November" */
  if (st->status != NEWS_ANNOUNCED || !st->dated || st->from == DAY_FIRST || m->to < 2 ||
      d->published == DAY_NEVER || st->from + 14 > d->published)
    return false;
  return was;
}
