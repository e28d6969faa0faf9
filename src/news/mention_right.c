// SPDX-License-Identifier: Apache-2.0
// What a mention of a measure takes to its right: phrases behind prepositions, "on steel from Canada", "of 25% by
// Washington". It ends at marks, days, other measures and words that do something.
#include <string.h>

#include "news/lots.h"
#include "news/mentions.h"

#define FAR_RIGHT 18

struct right { /* the way to the right of a mention */
  const struct news_rules *r;
  const struct news_sentence *s;
  struct news_mention *m;
  uint32_t start, at;
  uint32_t end, was; /* behind what was taken, and before the last of it */
  uint32_t odd;      /* words since that say nothing here */
  uint16_t before;   /* the preposition that leads; NEWS_NONE */
  bool comma;        /* led by one: ", aimed at" */
};

/* "tariffs on American goods and accept certificates for cars": a verb stands behind the "and", no goods. */
static bool joins_verb(const struct news_sentence *s, uint32_t at) {
  if (at + 2 >= s->count || !news_word_is(&s->tokens[at], "and")) return false;
  const struct news_token *t = &s->tokens[at + 1];
  bool plain = t->kind == NEWS_WORD && !t->capital && s->np[at + 1] == 0;
  if (!plain || news_hit_at(s, NC_GOOD, at + 1) != NULL || news_hit_at(s, NC_PARTY, at + 1) != NULL)
    return false;
  bool ends = s->tokens[at + 2].kind == NEWS_MARK || news_np_class(s, at + 2) == NC_NP_FROM ||
              news_hit_at(s, NC_PERCENT, at + 3) != NULL; /* "and parts to 15%" */
  bool named = news_hit_at(s, NC_GOOD, at + 2) != NULL ||
               (s->np[at + 2] == 0 && news_hit_at(s, NC_GOOD, at + 3) != NULL);
  return !ends && !named; /* "and liquefied natural gas" */
}

/* Goods and governments in a row: "from Canada, Mexico and China". */
static bool pass_row(struct right *x) {
  const struct news_sentence *s = x->s;
  bool whose = x->at == x->end + 1u && s->tokens[x->end].genitive; /* "Japan's, Canada's and" */
  bool odd =
      x->odd == 1 && x->at == x->end + 1u && x->before == NC_NP_ON; /* "on steel wire, pipes" */
  if (x->at != x->end && !whose && !odd) return false;
  if (!whose && x->at > x->start && news_hit_at(s, NC_DATE, x->at) == NULL &&
      news_lists(s, x->at)) {
    const struct news_hit *first = news_hit_at(s, NC_GOOD, x->at + 1); /* "goods, fish and wine" */
    if (x->m->good == NEWS_NONE && first != NULL) x->m->good = first->ref;
    x->at = x->end = news_behind_list(s, x->at);
    return true;
  }
  if (odd) return false;
  uint32_t row = news_behind_sides(s, x->at);
  if (row <= x->at) return false;
  for (; x->at < row; x->at++) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, x->at);
    if (h != NULL) news_take_party(x->r, x->m, h->ref, x->before);
  }
  x->end = x->at;
  return true;
}

/* ", Canadian steel and Chinese toys" behind "Japanese cars": goods of a land each. */
static bool pass_lots(struct right *x) {
  const struct news_mention *m = x->m;
  bool open = x->at == x->end && x->before != NEWS_NONE && m->form == NEWS_NOUN && m->to == 0 &&
              m->good != NEWS_NONE && m->target_count > 0;
  uint32_t end = open ? news_lots_end(x->s, x->at, true) : x->at;
  if (end == x->at) return false;
  for (; x->at < end; x->at++) {
    const struct news_hit *h = news_hit_at(x->s, NC_PARTY, x->at);
    if (h == NULL) continue;
    news_take_party(x->r, x->m, h->ref, NC_NP_ON);
    x->at += h->n - 1u;
  }
  x->at = x->was = x->end = end;
  return true;
}

/* "ranging from 20% on Canada to 39% on Peru": a row, and no range. */
static bool each_end(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *low = at + 2 < s->count ? news_hit_at(s, NC_PERCENT, at + 2) : NULL;
  uint32_t end = low != NULL ? (uint32_t)low->at + low->n : s->count;
  return end < s->count &&
         (news_word_is(&s->tokens[end], "on") || news_word_is(&s->tokens[end], "for"));
}

/* Controls on "any and all critical software"; "a tariff in place on Canadian copper". */
static bool pass_between(struct right *x) {
  const struct news_sentence *s = x->s;
  uint32_t at = x->at;
  bool behind = at == x->start && at + 1 < s->count && s->np[at + 1] != 0; /* "Trade Deal" with */
  bool within = x->before != NEWS_NONE || x->m->form != NEWS_NOUN || behind;
  bool quote = s->tokens[at].kind == NEWS_OPEN || s->tokens[at].kind == NEWS_CLOSE;
  if (within && quote) {
    x->at++;
    return true;
  }
  if (at == x->start && at + 1 < s->count && news_in_class(s, NC_AMOUNTS_TO, at) &&
      news_hit_at(s, NC_PERCENT, at + 1) != NULL) { /* "tariffs averaging 47%" */
    x->at++;
    return true;
  }
  if (at == x->start && at + 2 < s->count && news_is_ranging(&s->tokens[at]) && !each_end(s, at) &&
      news_word_is(&s->tokens[at + 1], "from") && news_hit_at(s, NC_PERCENT, at + 2) != NULL) {
    x->at += 2;
    return true;
  }
  if (news_word_is(&s->tokens[at], "under") && at + 1 < s->count &&
      x->m->form == NEWS_NOUN) { /* "the older tariffs under Section 301" */
    uint32_t law = at + 1u + (news_np_class(s, at + 1) == NC_NP_THE);
    const struct news_hit *own = news_hit_at(s, NC_PARTY, law);
    if (own != NULL && news_word_is(&s->tokens[law], "section")) {
      if (x->m->imposer == NEWS_NO_SIDE) x->m->imposer = (uint8_t)own->ref;
      if (news_np_class(s, law) == NC_NP_ALL) x->m->worldwide = true;
      x->at = x->end = law + own->n;
      return true;
    }
  }
  if (at + 2 >= s->count || !news_word_is(&s->tokens[at], "in")) return false;
  bool placed =
      news_word_is(&s->tokens[at + 1], "place") || news_word_is(&s->tokens[at + 1], "force");
  if (!placed || news_np_class(s, at + 2) != NC_NP_ON) return false;
  x->at += 2;
  return true;
}

/* "the truce between the two countries" */
static bool pass_both(struct right *x) {
  const struct news_sentence *s = x->s;
  static const char *const leads[] = {"between", "of", "by"};
  if (!x->r->measures[x->m->measure].pair || x->at + 2 >= s->count ||
      !NEWS_IN(&s->tokens[x->at], leads))
    return false;
  uint32_t who = x->at + 1 + (news_np_class(s, x->at + 1) == NC_NP_THE);
  const struct news_hit *h = news_hit_at(s, NC_JOINT, who);
  bool them = who == x->at + 1 && news_word_is(&s->tokens[who], "them");
  if (h == NULL && !them) return false;
  x->at = x->end = who + (h != NULL ? h->n : 1u);
  return true;
}

/* "at the American border" */
static bool at_border(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at + 1; k < at + 5 && k < s->count; k++)
    if (news_in_class(s, NC_CROSSING, k)) return true;
  return false;
}

/* "levies of 10% to 15%": two of them, and none that moves. */
static bool parts_rates(const struct right *x) {
  const struct news_sentence *s = x->s;
  const struct news_hit *low =
      x->m->many && x->m->percent > 0 && news_word_is(&s->tokens[x->at], "to")
          ? news_ending(s, NC_PERCENT, x->at)
          : NULL;
  const struct news_hit *high = low != NULL ? news_hit_at(s, NC_PERCENT, x->at + 1) : NULL;
  return high != NULL && s->values[low->ref] == x->m->percent &&
         s->values[high->ref] > x->m->percent;
}

/* "a levy on steel while Lima imposed a quota": what another does begins. */
static bool turns_away(const struct news_sentence *s, uint32_t at) {
  if (news_hit_at(s, NC_TURN, at) == NULL || news_word_is(&s->tokens[at], "that")) return false;
  uint32_t who = at + 1u + (at + 2 < s->count && news_np_class(s, at + 1) == NC_NP_THE);
  const struct news_hit *h = news_hit_at(s, NC_ACTOR, who);
  uint32_t verb = h != NULL ? (uint32_t)h->at + h->n : 0;
  return h != NULL && verb + 1 < s->count &&
         (news_decides(s, verb) || news_is_verb(s, verb) || news_hit_at(s, NC_PAST, verb) != NULL);
}

static bool ends_right(struct right *x) {
  const struct news_sentence *s = x->s;
  if (turns_away(s, x->at)) return true;
  if (parts_rates(x)) return true;
  if (news_word_is(&s->tokens[x->at], "at") && x->at + 1 < s->count &&
      news_hit_at(s, NC_PERCENT, x->at + 1) == NULL && x->m->form == NEWS_NOUN &&
      at_border(s, x->at))
    return true; /* "a tariff at the American border": whose it is, not whom it hits */
  if (x->at + 1 < s->count && news_word_is(&s->tokens[x->at], "in") &&
      (news_word_is(&s->tokens[x->at + 1], "exchange") ||
       news_word_is(&s->tokens[x->at + 1], "return")))
    return true; /* "in exchange for a promise by China" */
  if (x->at + 1 < s->count && news_word_is(&s->tokens[x->at], "for") &&
      news_in_class(s, NC_DOING, x->at + 1))
    return true; /* "for buying oil from Moscow": why, and not on what */
  x->at = news_past_hedge(s, x->at);
  if (s->tokens[x->at].kind != NEWS_WORD && s->tokens[x->at].kind != NEWS_NUMERAL) return true;
  bool kind = news_names_kind(s, x->at);
  const struct news_hit *rate = kind ? news_ending(s, NC_PERCENT, x->at) : NULL;
  if (rate != NULL && rate->at >= x->start && x->m->percent == s->values[rate->ref])
    x->m->percent = 0; /* "to retaliate against the 30% duty": that of the other */
  if (kind && x->at == x->end && x->end > x->start) x->end = x->was; /* "against US tariffs" */
  bool rated = x->m->percent != 0 || x->m->to != 0;
  return kind || news_hit_at(s, NC_DATE, x->at) != NULL || news_another(s, x->at) ||
         (rated && news_rate_ahead(s, x->at, x->m->to != 0));
}

/* "the levies that Beijing imposed": Beijing's. */
static void take_doer(struct right *x) {
  uint32_t at = x->at + 1u;
  at += at + 1 < x->s->count && news_hit_at(x->s, NC_PARTY, at) == NULL &&
        news_np_class(x->s, at) == NC_NP_THE; /* "that the United States imposed" */
  const struct news_hit *who = news_hit_at(x->s, NC_PARTY, at);
  bool acts =
      who != NULL && news_hit_at(x->s, NC_ACTOR, at) != NULL && news_decides(x->s, at + who->n);
  static const char *const tells[] = {"announced", "unveiled", "touted",
                                      "hailed",    "claimed",  "reported"};
  uint32_t verb = who != NULL ? at + who->n : at;
  if (acts && news_is_promise(x->r, x->m->measure) && verb < x->s->count &&
      NEWS_IN(&x->s->tokens[verb], tells))
    return; /* "the purchases that the White House announced" */
  if (acts && !x->r->measures[x->m->measure].pair && x->m->imposer == NEWS_NO_SIDE)
    x->m->imposer = (uint8_t)who->ref;
}

/* "on everything it buys from China" */
static bool pass_trade(struct right *x) {
  bool charge = !x->r->measures[x->m->measure].pair && x->m->form == NEWS_NOUN;
  if (!charge || x->at == x->start || x->before == NEWS_NONE) return false;
  uint32_t end = news_take_trade(x->s, x->m, x->at);
  if (end == 0) return false;
  x->was = x->end;
  x->at = x->end = end;
  return true;
}

/* A word that no mention holds: two of them are passed over behind a preposition. */
static bool pass_odd(struct right *x) {
  if (news_in_class(x->s, NC_SPREADS, x->at)) return false;
  bool bare = x->before == NEWS_NONE && (x->m->form == NEWS_NOUN || x->odd > 0);
  bool owns = news_possessive(x->s, x->at + 1); /* "the company's chips" */
  if ((x->s->busy[x->at] && !owns) || x->odd >= 2 ||
      (x->before == NC_NP_TO && x->s->tokens[x->at].kind != NEWS_NUMERAL) || bare)
    return false;
  x->odd++;
  return true;
}

/* "controls on what he called "critical software"": on what is so called. */
static bool pass_called(struct right *x) {
  const struct news_sentence *s = x->s;
  if (x->before != NC_NP_ON || !news_word_is(&s->tokens[x->at], "what")) return false;
  for (uint32_t k = x->at + 1; k < x->at + 6 && k + 1 < s->count; k++) {
    if (s->tokens[k].kind != NEWS_WORD) return false;
    if (!news_in_class(s, NC_CALLED, k)) continue;
    x->at = k + 1u + (s->tokens[k + 1].kind == NEWS_OPEN);
    return true;
  }
  return false;
}

static bool is_lead(uint16_t class) {
  return class == NC_NP_ON || class == NC_NP_BY || class == NC_NP_TO || class == NC_NP_FROM ||
         class == NC_NP_IN;
}

/* "made in China", "built by Koreans": whose they are follows. */
static bool is_made_there(const struct right *x) {
  const struct news_sentence *s = x->s;
  if (x->before == NEWS_NONE || x->at + 2 >= s->count || news_hit_at(s, NC_MADE, x->at) == NULL)
    return false;
  uint16_t lead = news_np_class(s, x->at + 1);
  uint32_t name = x->at + 2u + (news_np_class(s, x->at + 2) == NC_NP_THE);
  return (lead == NC_NP_IN || lead == NC_NP_BY) && news_hit_at(s, NC_PARTY, name) != NULL;
}

/* "Chinese-made electric cars" */
static bool is_made_by(const struct right *x) {
  return x->before != NEWS_NONE && news_hit_at(x->s, NC_MADE, x->at) != NULL &&
         news_ending(x->s, NC_PARTY, x->at) != NULL && x->at + 1 < x->s->count &&
         news_hit_at(x->s, NC_GOOD, x->at + 1) != NULL;
}

/* "on them", "on those will"; not "on rare earths it announced". */
static bool is_them(const struct right *x) {
  const struct news_sentence *s = x->s;
  const struct news_token *t = &s->tokens[x->at];
  if (x->before != NC_NP_ON || x->at == 0 || news_np_class(s, x->at - 1) != NC_NP_ON) return false;
  bool last = x->at + 1 >= s->count, verb = !last && news_is_verb(s, x->at + 1);
  if (news_word_is(t, "those") || news_word_is(t, "these"))
    return last || verb || s->tokens[x->at + 1].kind != NEWS_WORD;
  return (news_word_is(t, "them") || news_word_is(t, "it")) &&
         (last || !verb || news_np_class(s, x->at + 1) == NC_NP_IN);
}

/* "controls on software made by Americans": who makes it sends it, and is not whom it hits. */
static bool is_export_kind(const struct right *x) {
  return strcmp(x->r->measures[x->m->measure].kind, "export-control") == 0;
}

/* "and Peru cut output", "and Sweden's Volvo cut its outlook": a clause of another begins. */
static bool acts_behind(const struct news_sentence *s, uint32_t at) {
  uint32_t name = at + 1u + (at + 1 < s->count && s->np[at + 1] == NEWS_NP(NC_NP_THE));
  const struct news_hit *h = name < s->count ? news_hit_at(s, NC_PARTY, name) : NULL;
  if (h == NULL) return false;
  uint32_t end = (uint32_t)h->at + h->n;
  for (uint32_t k = end; k < end + 5u && k < s->count && s->tokens[k].kind != NEWS_MARK; k++) {
    if (news_hit_at(s, NC_PERCENT, k) != NULL) return false; /* "and Mexico to 30%" */
    if (news_is_verb(s, k) || news_hit_at(s, NC_DEED, k) != NULL) return true;
  }
  return false;
}

/* A small word; false: the mention ends before it. */
static bool take_word(struct right *x) {
  static const char *const goes[] = {"exports",  "shipments", "imports", "goods",   "products",
                                     "imported", "shipped",   "coming",  "entering"};
  static const char *const enters[] = {"enters", "enter", "entering"};
  const struct news_sentence *s = x->s;
  struct news_mention *m = x->m;
  const struct news_token *t = &s->tokens[x->at];
  uint16_t class = news_word_is(t, "into") ? NC_NP_IN : news_np_class(s, x->at);
  m->sent = m->sent || NEWS_IN(t, goes);
  if (news_tells_more(s, x->at)) {
    take_doer(x);
    return false;
  }
  if (joins_verb(s, x->at)) return false;
  if (news_word_is(t, "both") && x->at + 1 < s->count &&
      (news_in_class(s, NC_STANDS_AT, x->at + 1) || news_is_verb(s, x->at + 1)))
    return false; /* "on Peru and Laos both stand at 25%" */
  if (m->amount < 0 && news_word_is(t, "for") && news_has(s, NC_DURATION, x->at + 1, x->at + 2))
    return false; /* "the fees for one year" */
  if (class == NC_NP_AND && m->bare && x->before == NEWS_NONE)
    return false; /* "pay 50% and copper" */
  if (class == NC_NP_AND && m->good != NEWS_NONE && m->target_count == 0 && acts_behind(s, x->at))
    return false; /* "on copper to 50% and Peru's miners cut output" */
  if (class == NC_NP_ALL) m->worldwide = true;
  bool made = x->at > 0 && news_hit_at(s, NC_MADE, x->at - 1) != NULL && !news_word_is(t, "into");
  if (NEWS_IN(t, enters) && x->before != NEWS_NONE) { /* "on all that enters Japan": Japan's */
    m->sent = true;
    x->before = NC_NP_TO;
  } else if (made && (class == NC_NP_BY || class == NC_NP_IN))
    x->before = NC_NP_ON; /* "ships owned by Americans" are hit */
  else if (is_lead(class))
    x->before = class;
  else if (class == NC_NP_ITS)
    m->theirs = x->before == NC_NP_ON;
  else if (is_them(x)) {
    m->them = true;
    x->end = x->at + 1;
    return false;
  } else if (class == NC_NP_IT)
    return false;
  else if (is_made_there(x)) {
    x->at += is_export_kind(x) ? 2 : 1; /* "furniture made in China" */
    const struct news_hit *who = is_export_kind(x) ? news_hit_at(s, NC_PARTY, x->at) : NULL;
    if (who != NULL) x->at += who->n - 1u;
  } else if (class == NEWS_NONE && !news_possessive(s, x->at) && !is_made_by(x)) {
    if (!pass_odd(x)) return false;
  } else if ((class == NC_NP_WORD || class == NC_NP_ALL) && x->before != NEWS_NONE &&
             (x->odd == 0 || news_hit_at(s, NC_DATE, x->at + 1) == NULL)) /* "on hold last May" */
    x->end = x->at + 1;
  x->at++;
  return true;
}

/* "a tariff targeting Mexican tomatoes", "a chip duty, aimed at China's": whom it hits follows. */
static bool pass_aimed(struct right *x) {
  static const char *const aims[] = {"aimed", "directed", "targeted", "levelled", "leveled"};
  static const char *const hits[] = {"targeting", "hitting"};
  const struct news_sentence *s = x->s;
  uint32_t at = x->at + (x->at < s->count && s->tokens[x->at].kind == NEWS_MARK);
  if (x->before != NEWS_NONE || x->m->form != NEWS_NOUN || at + 2 >= s->count) return false;
  bool aimed = NEWS_IN(&s->tokens[at], aims) && news_word_is(&s->tokens[at + 1], "at");
  if (!aimed && !NEWS_IN(&s->tokens[at], hits)) return false;
  at += 1u + aimed;
  if (!news_has(s, NC_PARTY, at, at + 3u) && !news_has(s, NC_GOOD, at, at + 3u)) return false;
  x->comma = s->tokens[x->at].kind == NEWS_MARK;
  x->at = at;
  x->before = NC_NP_ON;
  return true;
}

void news_scan_right(const struct news_rules *r, const struct news_sentence *s,
                     struct news_mention *m, uint32_t start) {
  struct right x = {.r = r, .s = s, .m = m, .before = NEWS_NONE};
  x.start = x.at = x.end = x.was = start;
  while (x.at < s->count && x.at - start < FAR_RIGHT) {
    if (pass_aimed(&x) || pass_lots(&x) || pass_row(&x) || pass_between(&x) || pass_trade(&x) ||
        pass_both(&x) || pass_called(&x))
      continue;
    if (ends_right(&x)) break;
    uint32_t n = news_take_right(r, s, m, x.at, x.before);
    if (n == 0) {
      if (!take_word(&x)) break;
      continue;
    }
    x.was = x.end;
    x.at = x.end = x.at + n;
    x.odd = 0;
  }
  if (x.comma && x.end > start && x.end + 1 < s->count && s->tokens[x.end].kind == NEWS_MARK)
    x.end++; /* "..., aimed at China's chips, was set at zero" */
  m->n = (uint16_t)(news_rate_apposed(s, m, x.end) - m->at);
}
