// SPDX-License-Identifier: Apache-2.0
// One thing to the right of a measure: a rate, a government, goods.
#include <string.h>

#include "news/mentions.h"

void news_take_party(const struct news_rules *r, struct news_mention *m, uint16_t side,
                     uint16_t before) {
  const struct news_measure *kind = &r->measures[m->measure];
  bool by = before == NC_NP_BY && m->form != NEWS_ACT; /* "to invest in projects run by" */
  bool imposes =
      !kind->pair && (by ||
                      (before == NC_NP_IN && (m->loose || strchr(kind->key, '%') != NULL ||
                                              strchr(kind->key, 'T') == NULL)) ||
                      (before == NEWS_NONE && m->form == NEWS_NOUN));
  bool taken = before == NC_NP_TO && m->sent && strchr(kind->key, '%') != NULL;
  if ((imposes || taken) && m->imposer == NEWS_NO_SIDE) m->imposer = (uint8_t)side;
  if (imposes || taken) return; /* "on its exports to the United States" */
  bool sends = before == NC_NP_FROM && strcmp(kind->kind, "export-control") == 0;
  if (sends && m->imposer == NEWS_NO_SIDE) m->imposer = (uint8_t)side;
  if (sends) return; /* "banned exports of chips from China" */
  if (kind->pair || m->imposer != side || m->form != NEWS_NOUN) news_target_add(m, side);
}

/* "chip design software" is software; "farm goods including wheat" are not wheat alone. */
static bool is_head(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k > 0 && k + 3 > at; k--) {
    if (news_word_is(&s->tokens[k - 1], "including")) return false;
    if (k < at && news_ending(s, NC_GOOD, k) != NULL) return true;
    if (s->tokens[k - 1].kind != NEWS_WORD || s->busy[k - 1] || s->np[k - 1] != 0) return false;
  }
  return false;
}

/* "the 25% duty Mexico has faced": it is hit, and decides nothing. */
static bool is_struck(const struct news_sentence *s, uint32_t end) {
  static const char *const words[] = {"has", "have", "had", "now", "still", "already"};
  for (size_t i = 0; end + 1 < s->count && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[end], words[i])) return news_hit_at(s, NC_OWES, end + 1) != NULL;
  return end < s->count && news_hit_at(s, NC_OWES, end) != NULL;
}

/* "the purchases of soybeans China has promised": it promises, and nothing is bought of it. */
static bool promises_there(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"has", "have", "had"};
  if (at + 1 >= s->count || !NEWS_IN(&s->tokens[at], words)) return false;
  return news_hit_at(s, NC_AGREES, at + 1) != NULL || news_hit_at(s, NC_PROMISE_TO, at + 1) != NULL;
}

/* "aircraft parts" before "aircraft". */
static const struct news_hit *longest_good(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at == at && (best == NULL || s->hits[i].n > best->n)) best = &s->hits[i];
  return best;
}

/* "15%", "to 15%", "from 25%", one between two: how many tokens it takes. */
static uint32_t take_rate(const struct news_sentence *s, struct news_mention *m,
                          const struct news_hit *h, uint16_t before) {
  uint32_t end = (uint32_t)h->at + h->n;
  const struct news_hit *most = news_between_rates(s, h->at, end);
  if (most != NULL && m->percent == 0) {
    m->percent = s->values[h->ref];
    return (uint32_t)most->at + most->n - h->at;
  }
  if (end < s->count && news_word_is(&s->tokens[end], "of") && before == NC_NP_ON)
    return h->n; /* tariffs on 99% of American goods */
  if (before == NC_NP_TO)
    m->to = s->values[h->ref];
  else if (before == NC_NP_FROM)
    m->was = s->values[h->ref];
  else if (m->percent == 0)
    m->percent = s->values[h->ref];
  return h->n;
}

/* As what a government stands there: the class of the word that leads it, or of one that it stands as if led by. */
static uint16_t leads_party(const struct news_sentence *s, struct news_mention *m,
                            const struct news_hit *h, uint16_t before, uint32_t term) {
  uint32_t end = (uint32_t)h->at + h->n;
  bool law = news_word_is(&s->tokens[h->at], "section"); /* one of its own */
  bool border = end < s->count && before == NC_NP_ON &&  /* "at the American border" */
                (news_word_is(&s->tokens[end], "border") || news_word_is(&s->tokens[end], "ports"));
  uint32_t led = h->at > 0 && news_word_is(&s->tokens[h->at - 1], "the") ? h->at - 1u : h->at;
  bool outside = led > 0 && news_word_is(&s->tokens[led - 1], "outside");
  m->worldwide = m->worldwide || outside; /* "films made outside the United States" */
  if (law || outside || term > 0) return NC_NP_BY;
  if (border) return NC_NP_IN;
  if (news_pays_there(s, end)) return NC_NP_ON;
  return led > 0 && news_word_is(&s->tokens[led - 1], "entering") ? NC_NP_IN : before;
}

/* A government: how many tokens it takes; 0: it begins something else. */
static uint32_t take_side(const struct news_rules *r, const struct news_sentence *s,
                          struct news_mention *m, const struct news_hit *h, uint16_t before) {
  uint32_t at = h->at, end = at + h->n;
  bool noun = m->form == NEWS_NOUN;
  if (before == NEWS_NONE && noun && r->measures[m->measure].pair && m->at > 0 &&
      news_word_is(&s->tokens[m->at - 1], "under") && news_is_verb(s, end))
    return 0; /* "under the deal the United States will" */
  uint32_t as = at > 0 && news_np_class(s, at - 1) == NC_NP_THE ? at - 1 : at;
  if (as > 1 && news_word_is(&s->tokens[as - 1], "as") && before == NEWS_NONE)
    return h->n;                              /* "the same 15% as the European Union on fish" */
  bool menaces = news_past_menace(s, at) > 0; /* "the 30% duty Trump had threatened" */
  if (menaces && m->imposer == NEWS_NO_SIDE && noun) m->imposer = (uint8_t)h->ref;
  if (before == NEWS_NONE && noun && (menaces || is_struck(s, end))) return 0;
  if (noun && promises_there(s, end)) return 0;
  uint32_t term = news_past_term(s, end);
  news_take_party(r, m, h->ref, leads_party(s, m, h, before, term));
  return h->n + term;
}

/* A number, a good or a side at the place: how many tokens it takes; 0: none. */
uint32_t news_take_right(const struct news_rules *r, const struct news_sentence *s,
                         struct news_mention *m, uint32_t at, uint16_t before) {
  const struct news_hit *h = news_hit_at(s, NC_PERCENT, at);
  if (h != NULL) return take_rate(s, m, h, before);
  if (before != NEWS_NONE && news_counts_lands(s, at)) {
    m->worldwide = true;
    return 2;
  }
  if ((h = news_hit_at(s, NC_AMOUNT, at)) != NULL) {
    if (m->amount < 0) m->amount = s->values[h->ref];
    return h->n;
  }
  if ((h = news_hit_at(s, NC_PARTY, at)) != NULL) return take_side(r, s, m, h, before);
  if ((h = longest_good(s, at)) == NULL) return 0;
  if (at > 0 && news_word_is(&s->tokens[at - 1], "same")) return h->n; /* "on the same foods" */
  if (m->good == NEWS_NONE || is_head(s, at)) m->good = h->ref;
  return h->n;
}
