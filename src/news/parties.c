// SPDX-License-Identifier: Apache-2.0
// Names of governments that stand for no party: a place where others met, and the land that goods come from which
// are only spoken of as a reason ("over Russian oil"). So do words for no that only bound a number.
#include <string.h>

#include "news/mentions.h"

static bool ends_at(const struct news_sentence *s, uint16_t class, uint32_t end) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == end) return true;
  return false;
}

/* A word of talks or of a deal ends there. */
static bool pair_ends(const struct news_rules *r, const struct news_sentence *s, uint32_t end) {
  for (uint16_t i = s->heads[NC_KIND]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == end && r->measures[s->hits[i].ref / 4].pair)
      return true;
  return false;
}

static bool pair_before(const struct news_rules *r, const struct news_sentence *s, uint32_t at) {
  for (uint32_t end = at; end > 0; end--)
    if (pair_ends(r, s, end)) return true;
  return false;
}

/* How many others the sentence names, two at most. */
static int others(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *here = news_hit_at(s, NC_PARTY, at);
  uint16_t other = NEWS_NO_SIDE;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    if (here == NULL || s->hits[i].ref == here->ref || s->hits[i].ref == other) continue;
    if (other != NEWS_NO_SIDE) return 2;
    other = s->hits[i].ref;
  }
  return other != NEWS_NO_SIDE;
}

/* Of the two who meet one is named, and the host is the other: "the two sides will sign a pact in Washington". */
static bool is_host(const struct news_sentence *s, uint32_t at) {
  bool two = false;
  for (uint32_t k = 0; k < s->count; k++)
    two = two || news_word_is(&s->tokens[k], "two") || news_word_is(&s->tokens[k], "both");
  return two && others(s, at) == 1;
}

/* "will lead a delegation to Spain for talks with the U.S. side" */
static bool is_goal(const struct news_rules *r, const struct news_sentence *s, uint32_t at) {
  if (!news_word_is(&s->tokens[at - 1], "to") || others(s, at) < 2) return false;
  if (!news_has(s, NC_TRAVEL, at > 3 ? at - 3 : 0, at)) return false;
  return pair_before(r, s, s->count);
}

/* "in Busan, South Korea,": behind the name of a town. */
static bool names_town(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *here = news_hit_at(s, NC_PARTY, at);
  uint32_t end = here != NULL ? (uint32_t)at + here->n : at, k = at - 1;
  bool closed =
      end >= s->count || s->tokens[end].kind == NEWS_MARK || news_hit_at(s, NC_DATE, end) != NULL;
  if (s->tokens[k].kind != NEWS_MARK || !closed) return false;
  while (k > 0 && k + 4u > at && s->tokens[k - 1].kind == NEWS_WORD && s->tokens[k - 1].capital)
    k--;
  if (k + 1u == at || k == 0) return false;
  const struct news_token *t = &s->tokens[k - 1];
  return news_word_is(t, "in") || news_word_is(t, "at") || news_word_is(t, "near");
}

/* "a truce that Trump and Xi struck in South Korea": others met there, or nobody says who. */
static bool is_seat(const struct news_rules *r, const struct news_sentence *s, uint32_t at) {
  if (!news_word_is(&s->tokens[at - 1], "in") || others(s, at) == 1) return false;
  bool convened = false;
  for (uint32_t k = at - 1; k > 0 && k + 3u > at; k--)
    convened = convened || ends_at(s, NC_CONVENES, k);
  return convened && pair_before(r, s, s->count);
}

/* "talks in Madrid", "met He Lifeng in Stockholm", "met on Monday in London". */
static bool is_venue(const struct news_rules *r, const struct news_sentence *s, uint32_t at) {
  if (at < 2 || s->tokens[at].genitive) return false; /* "in China's favour" */
  if (is_goal(r, s, at) || names_town(s, at) || is_seat(r, s, at)) return true;
  if (!news_word_is(&s->tokens[at - 1], "in")) return false;
  uint32_t in = at - 1;
  if (is_host(s, at)) return false;
  if (others(s, at) == 1 && news_hit_at(s, NC_ACTOR, at) != NULL && pair_ends(r, s, in))
    return false; /* "Delhi put off talks in Washington" */
  return pair_ends(r, s, in) ||
         ((ends_at(s, NC_PERSON, in) || ends_at(s, NC_DATE, in)) && pair_before(r, s, in));
}

/* "British Columbia", "North Korean": inside a longer name. */
static bool is_inside(const struct news_sentence *s, const struct news_hit *h) {
  static const uint16_t longer[] = {NC_PLACE, NC_PARTY};
  for (size_t k = 0; k < sizeof longer / sizeof *longer; k++)
    for (uint16_t i = s->heads[longer[k]]; i != NEWS_NONE; i = s->hits[i].next)
      if (s->hits[i].n > h->n && s->hits[i].at <= h->at && h->at < s->hits[i].at + s->hits[i].n &&
          (longer[k] == NC_PLACE || s->hits[i].ref != h->ref))
        return true;
  return false;
}

static bool is_origin(const struct news_sentence *s, uint32_t at) {
  for (uint16_t i = s->heads[NC_ORIGIN]; i != NEWS_NONE; i = s->hits[i].next)
    if (at >= s->hits[i].at && at < (uint32_t)s->hits[i].at + s->hits[i].n) return true;
  return false;
}

/* "no more than 15%", "not only": nothing is denied. */
static bool only_bounds(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"more",   "less",   "later", "earlier",
                                      "longer", "higher", "lower", "fewer"};
  static const char *const some[] = {"a", "the", "these", "those", "last", "past", "next", "first"};
  if (at > 0 && news_word_is(&s->tokens[at], "few") && NEWS_IN(&s->tokens[at - 1], some))
    return true; /* "a few hours later" */
  if (at + 1 < s->count && news_word_is(&s->tokens[at + 1], "only")) return true;
  for (uint32_t k = at + 2; k + 2 < s->count && k < at + 5;
       k++) /* "not be charged more than 15%" */
    if (news_word_is(&s->tokens[k], "more") && news_word_is(&s->tokens[k + 1], "than") &&
        news_hit_at(s, NC_PERCENT, k + 2) != NULL)
      return true;
  if (at + 2 >= s->count || !news_word_is(&s->tokens[at + 2], "than")) return false;
  return NEWS_IN(&s->tokens[at + 1], words);
}

static void sift_negations(struct news_sentence *s) {
  uint16_t *link = &s->heads[NC_NEGATION];
  while (*link != NEWS_NONE) {
    struct news_hit *h = &s->hits[*link];
    if (only_bounds(s, h->at))
      *link = h->next;
    else
      link = &h->next;
  }
}

/* ---- firms -------------------------------------------------------------------------------------------------------- */

void news_unlink(struct news_sentence *s, uint16_t class, uint32_t from, uint32_t to) {
  uint16_t *link = &s->heads[class];
  while (*link != NEWS_NONE) {
    struct news_hit *h = &s->hits[*link];
    if (h->at >= from && h->at < to)
      *link = h->next;
    else
      link = &h->next;
  }
}

/* Whatever government or person the words name is named no more. */
static void unname(const struct news_rules *r, struct news_sentence *s, uint32_t from,
                   uint32_t to) {
  uint16_t land = NEWS_NONE;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= from && s->hits[i].at < to) land = s->hits[i].ref;
  if (land != NEWS_NONE) news_hit_add(s, NC_CARRIER, (uint16_t)from, (uint16_t)(to - from), land);
  for (uint16_t i = 0; i < s->hit_count; i++) {
    const struct news_hit h = s->hits[i];
    if (h.class != NC_ACTOR || h.at < from || h.at >= to) continue;
    const struct news_actor *a = &r->actors[h.ref];
    news_unlink(s, a->class, from, to);
    if (a->side != NEWS_NO_SIDE) news_unlink(s, r->sides[a->side].class, from, to);
  }
  news_unlink(s, NC_ACTOR, from, to);
  news_unlink(s, NC_PERSON, from, to);
  news_unlink(s, NC_PARTY, from, to);
  news_unlink(s, NC_GOOD, from, to);
}

static bool is_large(const struct news_sentence *s, uint32_t at) {
  return s->tokens[at].kind == NEWS_WORD && s->tokens[at].capital && !s->tokens[at].genitive;
}

/* "Singapore Airlines", "the American Soybean Association", but "US Steel tariffs". */
static void sift_firms(const struct news_rules *r, struct news_sentence *s) {
  for (uint16_t i = s->heads[NC_BRAND_NAME]; i != NEWS_NONE; i = s->hits[i].next)
    unname(r, s, s->hits[i].at, (uint32_t)s->hits[i].at + s->hits[i].n);
  for (uint16_t i = s->heads[NC_BRAND]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t from = s->hits[i].at, to = from + s->hits[i].n;
    if (to < s->count && (news_has(s, NC_KIND, to, to + 1) || news_has(s, NC_TITLE, to, to + 1)))
      continue;
    if (news_has(s, NC_FIRM, from, to) && news_has(s, NC_BUYS, to, to + 6u)) /* "Vietnam Airlines */
      continue; /* will buy 50 Boeing jets": its land's promise */
    while (from > 0 && is_large(s, from - 1) && !news_has(s, NC_CALENDAR, from - 1, from)) from--;
    if (from < s->hits[i].at) unname(r, s, from, to);
  }
  for (uint16_t i = s->heads[NC_BRAND_OF]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t to = (uint32_t)s->hits[i].at + s->hits[i].n;
    while (to < s->count && is_large(s, to)) to++;
    unname(r, s, s->hits[i].at, to);
  }
}

bool news_firm_acts(const struct news_sentence *s, uint32_t from, uint32_t to) {
  static const uint16_t classes[] = {NC_BRAND_NAME, NC_BRAND_OF, NC_BRAND};
  for (size_t k = 0; k < 3; k++)
    for (uint16_t i = s->heads[classes[k]]; i != NEWS_NONE; i = s->hits[i].next) {
      uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
      if (end > to || s->hits[i].at < from || s->tokens[end - 1].genitive) continue;
      if (k == 2 && (s->hits[i].at == 0 || !is_large(s, s->hits[i].at - 1u))) continue;
      bool other = news_has(s, NC_ACTOR, end + (k == 1), to) || news_has(s, NC_SAY, end, to);
      for (uint32_t at = end; at < to; at++) other = other || s->tokens[at].kind == NEWS_MARK;
      if (!other) return true;
    }
  return false;
}

/* "Russia's trading partners": others. */
static bool is_of_others(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  if (end + 2 >= s->count || !s->tokens[end].genitive) return false;
  for (uint32_t at = end + 1; at < end + 4 && at < s->count; at++)
    if (news_in_class(s, NC_PARTNERS, at)) return true;
  return false;
}

/* "from every country but Britain", "all partners except Mexico": left out of what is told. */
static bool is_excepted(const struct news_sentence *s, uint32_t at) {
  static const char *const all[] = {"all",    "every",    "any",       "anywhere",   "everywhere",
                                    "anyone", "everyone", "everybody", "everything", "nobody"};
  at = news_row_head(s, at);
  if (at > 0 && news_word_is(&s->tokens[at - 1], "the")) at--;
  if (at < 3) return false;
  const struct news_token *t = &s->tokens[at - 1];
  bool led = news_word_is(t, "but") || news_word_is(t, "except") || news_word_is(t, "excluding") ||
             (news_word_is(t, "for") && news_word_is(&t[-1], "except")) ||
             (news_word_is(t, "than") && news_word_is(&t[-1], "other")) ||
             (news_word_is(t, "from") && news_word_is(&t[-1], "apart"));
  for (uint32_t k = at - 1; led && k > 0 && k + 6u > at; k--)
    if (NEWS_IN(&s->tokens[k - 1], all)) return true;
  return false;
}

/* "put a surtax on them in lockstep with Washington": who did the same, and is not hit. */
static bool is_in_step(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"step", "lockstep", "tandem", "concert", "unison"};
  if (at > 0 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at > 2 && news_word_is(&s->tokens[at - 1], "with") && NEWS_IN(&s->tokens[at - 2], words) &&
         news_word_is(&s->tokens[at - 3], "in");
}

/* "a premium over London", "the discount to Shanghai": where prices are made. */
static bool is_market(const struct news_sentence *s, uint32_t at) {
  static const char *const gaps[] = {"premium", "premiums", "discount", "spread"};
  static const char *const leads[] = {"over", "to", "in"};
  return at > 1 && NEWS_IN(&s->tokens[at - 1], leads) && NEWS_IN(&s->tokens[at - 2], gaps);
}

void news_parties_sift(const struct news_rules *r, struct news_sentence *s) {
  uint16_t *link = &s->heads[NC_PARTY];
  sift_negations(s);
  sift_firms(r, s);
  while (*link != NEWS_NONE) {
    struct news_hit *h = &s->hits[*link];
    if (is_origin(s, h->at) || is_inside(s, h) || is_venue(r, s, h->at) || is_of_others(s, h) ||
        is_excepted(s, h->at) || is_in_step(s, h->at) || is_market(s, h->at))
      *link = h->next;
    else
      link = &h->next;
  }
}
