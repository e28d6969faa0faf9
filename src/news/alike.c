// SPDX-License-Identifier: Apache-2.0
// Others who pay the rate that is told: ", the same rate that applies to the European Union", "in line with those from Japan and
// Korea", "like Vietnam". Of them it is in force.
#include "news/mentions.h"
#include "news/several.h"

#define FAR 9 /* tokens from the word that likens to the first name */

struct peers {
  uint8_t sides[NEWS_TARGETS], count;
  uint16_t good; /* NEWS_NONE: none is named */
};

/* Words between "the same" and whose it is. */
static bool is_filler(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"those", "ones",  "what", "other", "with",
                                      "that",  "which", "as",   "most",  "of"};
  return s->np[at] != 0 ||
         (NEWS_IN(&s->tokens[at], words) || news_in_class(s, NC_PAID_ALIKE, at)) ||
         news_in_class(s, NC_WARES, at) || news_in_class(s, NC_MAKERS, at) ||
         news_hit_at(s, NC_PERCENT, at) != NULL;
}

/* What may stand behind the last name: "that Japan pays", "as Korea's", a mark, a day. */
static bool may_end(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"got",      "gets",    "won",  "secured", "negotiated",
                                      "received", "has",     "have", "had",     "enjoys",
                                      "obtained", "did",     "do",   "does",    "since",
                                      "under",    "already", "now",  "agreed",  "in",
                                      "accepted"};
  if (at < s->count && s->tokens[at].genitive) at++;
  return at >= s->count || s->tokens[at].kind != NEWS_WORD || NEWS_IN(&s->tokens[at], words) ||
         news_hit_at(s, NC_DATE, at) != NULL || news_hit_at(s, NC_OWES, at) != NULL ||
         news_hit_at(s, NC_RELATIVE, at) != NULL;
}

/* Behind "U.S. tariff" in "the same 50% U.S. tariff as Japan"; the place itself: no measure is named there. */
static uint32_t past_measure(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *whose = news_hit_at(s, NC_PARTY, at);
  uint32_t noun = whose != NULL ? at + whose->n : at;
  bool named = noun + 1 < s->count && news_names_kind(s, noun);
  return named ? noun + news_hit_at(s, NC_KIND, noun)->n : at;
}

/* Behind the word that likens: who is named there; false: nobody, or something else is likened. */
static bool read_peers(const struct news_sentence *s, uint32_t at, struct peers *p) {
  *p = (struct peers){.good = NEWS_NONE};
  while (at < s->count && news_hit_at(s, NC_PERCENT, at) != NULL)
    at += news_hit_at(s, NC_PERCENT, at)->n;
  if (at < s->count) at = past_measure(s, at);
  for (uint32_t last = at + FAR; at < last && at < s->count && news_hit_at(s, NC_PARTY, at) == NULL;
       at++) {
    const struct news_hit *what = news_hit_at(s, NC_GOOD, at);
    if (s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL) return false;
    if (what == NULL && !is_filler(s, at)) return false;
    if (what != NULL) p->good = what->ref;
  }
  for (const struct news_hit *h;
       at < s->count && p->count < NEWS_TARGETS && (h = news_hit_at(s, NC_PARTY, at)) != NULL;) {
    p->sides[p->count++] = (uint8_t)h->ref;
    at += h->n;
    const struct news_hit *what = at < s->count ? news_hit_at(s, NC_GOOD, at) : NULL;
    if (what != NULL) p->good = what->ref;
    at += what != NULL ? news_goods_at(s, at) : 0;
    if (at < s->count && (news_in_class(s, NC_WARES, at) || news_word_is(&s->tokens[at], "ones")))
      at++;
    uint32_t next = at + (at < s->count && s->tokens[at].kind == NEWS_MARK);
    next += next < s->count && news_word_is(&s->tokens[next], "and");
    next += next < s->count && news_word_is(&s->tokens[next], "the") &&
            news_hit_at(s, NC_PARTY, next) == NULL;
    if (next == at || next >= s->count || news_hit_at(s, NC_PARTY, next) == NULL) break;
    at = next;
  }
  return p->count > 0 && may_end(s, at);
}

/* "like" is one only behind a mark or a rate, or where the sentence begins: not "goods like". */
static bool likens(const struct news_sentence *s, const struct news_hit *h) {
  static const char *const times[] = {"day", "week", "month", "year", "time", "moment", "way"};
  if (!news_word_is(&s->tokens[h->at], "like"))
    return (uint32_t)h->at + h->n >= s->count ||
           !NEWS_IN(&s->tokens[h->at + h->n], times); /* "on the same day as" */
  return h->at == 0 || s->tokens[h->at - 1].kind == NEWS_MARK ||
         news_ending(s, NC_PERCENT, h->at) != NULL;
}

void news_keep_alike(struct news_reader *d, const struct news_match *m, size_t n) {
  const struct news_sentence *s = d->s;
  struct news_statement st = d->story->statements[n];
  bool now = st.status == NEWS_IN_FORCE || st.status == NEWS_ANNOUNCED ||
             st.status == NEWS_FRAMEWORK || st.status == NEWS_EXPECTED;
  if (!now || st.percent_milli == 0 || st.imposer == NEWS_NO_SIDE || st.target == NEWS_NO_SIDE)
    return;
  for (uint16_t i = s->heads[NC_ALIKE]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    struct peers p;
    bool near = h->at >= m->from || news_word_is(&s->tokens[h->at], "like");
    if (!near || h->at > m->to + 24u || !likens(s, h) || !read_peers(s, (uint32_t)h->at + h->n, &p))
      continue;
    for (uint8_t k = 0; k < p.count; k++) {
      struct news_statement other = st;
      other.target = (enum news_side)p.sides[k];
      if (other.target == st.imposer || other.target == st.target) continue;
      other.status = NEWS_IN_FORCE;
      other.good = p.good != NEWS_NONE ? p.good : st.good;
      other.from = DAY_FIRST;
      other.until = DAY_NEVER;
      other.dated = false;
      other.date_span = other.condition = (struct news_span){0, 0};
      news_keep(d, &other);
    }
    return;
  }
}
