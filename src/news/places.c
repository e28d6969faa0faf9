// SPDX-License-Identifier: Apache-2.0
// Places no file has beside a measure: "the Wakandan duty", "a deal with Wakanda". What such a measure leaves open is not what
// another had. And governments in a row, "on goods from Canada, Mexico and China".
#include "news/mentions.h"

#define LONGEST 24 /* tokens of a row of governments */

static bool known(const struct news_sentence *s, uint32_t at) {
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n) return true;
  return s->np[at] != 0 || s->busy[at];
}

/* "Africa", and not within the longer "South Africa". */
static bool in_place(const struct news_sentence *s, uint32_t at) {
  uint32_t place = 0, party = 0;
  for (uint16_t i = s->heads[NC_PLACE]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n && s->hits[i].n > place)
      place = s->hits[i].n;
  for (uint16_t i = place > 0 ? s->heads[NC_PARTY] : NEWS_NONE; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n && s->hits[i].n > party)
      party = s->hits[i].n;
  return place > party;
}

/* "AI", "PVC": no place is written so. */
static bool all_large(struct str text, const struct news_token *t) {
  return text.p[t->at + 1] >= 'A' && text.p[t->at + 1] <= 'Z';
}

/* A name within a sentence that nothing in the files is called by, or a place that is no government. */
static bool is_strange(struct str text, const struct news_sentence *s, uint32_t at) {
  const struct news_token *t = &s->tokens[at];
  if (in_place(s, at)) return true;
  return t->kind == NEWS_WORD && t->capital && t->n > 3 && at > 0 && !known(s, at) &&
         !all_large(text, t);
}

static bool ends_in(struct str text, const struct news_token *t, struct str end) {
  uint32_t n = t->n;
  if (t->genitive && n > 2) n -= 2;
  return n > end.n + 2 && str_eq(str_sub(text, t->at + n - end.n, t->at + n), end);
}

/* "Wakandan", "Burmese", "Kurdish": of a people. */
static bool of_people(struct str text, const struct news_token *t) {
  static const char *const ends[] = {"an", "ese", "ish", "ani", "eni", "oni", "iti", "ois"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (ends_in(text, t, str_of(ends[i]))) return true;
  return false;
}

/* "Wakandan tariffs", "Wakanda's tariffs": before the noun. */
static bool strange_before(struct str text, const struct news_sentence *s,
                           const struct news_mention *m) {
  for (uint32_t at = m->head; at > 0 && at + 1 >= m->at && m->head - at < 6; at--) {
    const struct news_token *t = &s->tokens[at - 1];
    if (t->kind != NEWS_WORD) return false;
    bool name = at > 1 ? is_strange(text, s, at - 1)
                       : t->capital && !known(s, 0) && t->n > 3 && !all_large(text, t);
    if (name && (t->genitive || of_people(text, t) || in_place(s, at - 1))) return true;
    uint16_t article = news_np_class(s, at - 1);
    if (article == NC_NP_A || article == NC_NP_THE) return false;
  }
  return false;
}

static bool leads(const struct news_sentence *s, uint32_t at) {
  uint16_t class = news_np_class(s, at);
  return class == NC_NP_ON || class == NC_NP_FROM || class == NC_NP_BY || class == NC_NP_TO;
}

static bool is_firm(const struct news_sentence *s, uint32_t at) {
  return s->tokens[at].capital &&
         (news_hit_at(s, NC_FIRM, at) != NULL || news_hit_at(s, NC_BRAND, at) != NULL ||
          news_hit_at(s, NC_BRAND_NAME, at) != NULL || news_hit_at(s, NC_CARRIER, at) != NULL);
}

/* "a deal with Apple", "a 10% penalty on Apple": with and on no government; but "on Apple's phones", "on Toyota cars". */
static bool of_firm(const struct news_sentence *s, uint32_t at) {
  if (at == 0 || !is_firm(s, at)) return false;
  if (news_word_is(&s->tokens[at - 1], "with")) return true;
  bool end = at + 1 >= s->count || s->tokens[at + 1].kind == NEWS_MARK;
  return news_word_is(&s->tokens[at - 1], "on") && end && !s->tokens[at].genitive;
}

/* "tariffs on Wakanda", "a deal with Wakanda", "on goods from Wakanda", "on Wakandan steel": where it stands; 0. */
static uint32_t strange_behind(struct str text, const struct news_sentence *s,
                               const struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n, from = 0;
  for (uint32_t at = (uint32_t)m->head + 1; at < s->count && at <= end + 3; at++) {
    if (s->tokens[at].kind == NEWS_MARK) return 0;
    if (leads(s, at) && at <= end + 1) {
      from = at + 1;
      continue;
    }
    if (from == 0) {
      if (at > end) return 0;
      continue;
    }
    bool good = news_hit_at(s, NC_GOOD, at) != NULL || news_np_class(s, at) == NC_NP_WORD;
    if (of_firm(s, at)) return at;
    if (news_hit_at(s, NC_CARRIER, at) != NULL || news_hit_at(s, NC_BRAND_NAME, at) != NULL)
      return 0; /* "aircraft for Korean Air" */
    if (!is_strange(text, s, at)) {
      if (!good && news_np_class(s, at) != NC_NP_THE) from = 0;
      continue;
    }
    uint32_t last = at; /* of a name of several words the last tells what it is */
    while (last + 1 < s->count && is_strange(text, s, last + 1)) last++;
    bool things = last + 1 < s->count && (news_hit_at(s, NC_GOOD, last + 1) != NULL ||
                                          news_np_class(s, last + 1) == NC_NP_WORD);
    if (!things || of_people(text, &s->tokens[last]) || in_place(s, last)) return at;
    from = 0;
  }
  return 0;
}

/* "Steel from Wakanda faces a duty", "Wakandan steel": goods that are hit, of a place no file has. */
bool news_strange_goods(struct str text, const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  if (h->class != NC_GOOD) return false;
  const struct news_token *t = h->at > 0 ? &s->tokens[h->at - 1] : NULL;
  bool name = t != NULL && (h->at > 1 ? is_strange(text, s, h->at - 1u)
                                      : t->capital && !known(s, 0) && t->n > 3);
  if (name && (t->genitive || of_people(text, t) || in_place(s, h->at - 1u))) return true;
  return end + 1 < s->count && news_np_class(s, end) == NC_NP_FROM && is_strange(text, s, end + 1);
}

/* A plain small word that no file has: "widgets"; not "announced", "sharply". */
static bool is_thing(struct str text, const struct news_sentence *s, uint32_t at) {
  const struct news_token *t = &s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital || t->genitive || t->n < 5 || known(s, at)) return false;
  return text.p[t->at + t->n - 1] == 's' && text.p[t->at + t->n - 2] != 's';
}

/* "glassware", "gold": one small word that no file has, with nothing of its kind behind it. */
static bool is_mass(struct str text, const struct news_sentence *s, uint32_t at) {
  static const char *const tails[] = {"ly", "ed", "ng"};
  const struct news_token *t = &s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital || t->genitive || t->n < 4 || known(s, at)) return false;
  for (size_t k = 0; k < sizeof tails / sizeof *tails; k++)
    if (memcmp(text.p + t->at + t->n - 2, tails[k], 2) == 0) return false;
  return at + 1 >= s->count || s->tokens[at + 1].kind == NEWS_MARK || leads(s, at + 1);
}

/* "a duty on Chinese widgets": of goods that no file has, and so not on all that China sends. */
static bool on_unknown_goods(struct str text, const struct news_sentence *s,
                             const struct news_mention *m) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if (h->at <= m->head || h->at > (uint32_t)m->at + m->n || end >= s->count) continue;
    if (news_hit_at(s, NC_ACTOR, h->at) != NULL || s->tokens[end - 1].genitive) continue;
    if (m->percent != 0 && is_mass(text, s, end)) return true;
    for (uint32_t at = end; at < s->count && at < end + 3; at++) {
      if (is_thing(text, s, at)) return true;
      if (s->tokens[at].kind != NEWS_WORD || s->tokens[at].capital || known(s, at)) break;
    }
  }
  return false;
}

/* "a 5% levy on streaming services", "a duty on bobbins from China": of things no file has, whosever they are. */
static bool on_unknown_things(struct str text, const struct news_sentence *s,
                              const struct news_mention *m) {
  uint32_t at = (uint32_t)m->head + 1, other = 0;
  if (at + 1 < s->count && news_hit_at(s, NC_PERCENT, at + 1) != NULL) at += 1; /* "of 20% on" */
  const struct news_hit *p = at < s->count ? news_hit_at(s, NC_PERCENT, at) : NULL;
  if (p != NULL) at += p->n;
  if (at + 1 >= s->count || news_np_class(s, at) != NC_NP_ON) return false;
  for (uint32_t end = at + 5; ++at < end && at < s->count;) {
    const struct news_token *t = &s->tokens[at];
    uint16_t class = news_np_class(s, at);
    bool part = class == NC_NP_WORD || class == NC_NP_A || class == NC_NP_THE ||
                class == NC_NP_ITS || class == NC_NP_ALL;
    if (t->kind != NEWS_WORD || t->capital || news_hit_at(s, NC_GOOD, at) != NULL) return false;
    if (is_thing(text, s, at)) return news_hit_at(s, NC_ANYONE, at) == NULL;
    if (!part && m->percent != 0 && is_mass(text, s, at) && at + 1 < s->count &&
        news_np_class(s, at + 1) == NC_NP_FROM)
      return true; /* "on gold from Peru" */
    if (!part && (known(s, at) || other++ > 0)) return false;
  }
  return false;
}

void news_places_note(struct str text, const struct news_sentence *s, struct news_mention *m) {
  if (m->imposer == NEWS_NO_SIDE && (m->target_count == 0 || m->form == NEWS_NOUN))
    m->strange = strange_before(text, s, m) ? m->head : 0;
  if (m->target_count == 0 && m->strange == 0) m->strange = (uint16_t)strange_behind(text, s, m);
  bool open = m->good == NEWS_NONE && m->form == NEWS_NOUN;
  m->odd_goods = open && (on_unknown_goods(text, s, m) || on_unknown_things(text, s, m));
}

/* ---- governments in a row ---------------------------------------------------------------------------------------- */

static bool is_comma(const struct news_sentence *s, uint32_t at) {
  return s->tokens[at].kind == NEWS_MARK && s->tokens[at].hash == news_word_hash(",", 1);
}

/* Behind ", Mexico and China", where a government stands before the comma; the place itself: no such row. Names no file has
 * may stand in it. */
uint32_t news_behind_sides(const struct news_sentence *s, uint32_t at) {
  uint32_t items = 0, words = 0, k = at;
  bool last = false;
  bool whose = at > 1 && s->tokens[at - 1].genitive; /* "Japan's, Canada's and China's cars" */
  if (at == 0 || !is_comma(s, at) || news_ending(s, NC_PARTY, at - whose) == NULL) return at;
  while (k < s->count && k < at + LONGEST) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, k);
    if (news_hit_at(s, NC_PERSON, k) != NULL) return at; /* "a deal with China, Trump said" */
    if (whose && s->tokens[k].genitive && s->tokens[k].n == 2) {
      k++;
      continue;
    }
    if (h != NULL || (s->tokens[k].kind == NEWS_WORD && s->tokens[k].capital && words < 3)) {
      words = h != NULL ? 3 : words + 1;
      k += h != NULL ? h->n : 1u;
      items += words == 1 || h != NULL;
      continue;
    }
    if (last && words == 0 && k + 2 < s->count && s->tokens[k].kind == NEWS_NUMERAL &&
        news_word_is(&s->tokens[k + 1], "other"))
      return items > 0 ? k + 3u : at;             /* "and 13 other economies" */
    if (last && words == 0 && k + 1 < s->count && /* "China, India and other countries" */
        (news_word_is(&s->tokens[k], "other") || news_word_is(&s->tokens[k], "others")))
      return items > 0 ? k + 1u + news_word_is(&s->tokens[k], "other") : at;
    if (last && words > 0) return items > 1 ? k : at;
    if (news_np_class(s, k) == NC_NP_THE)
      k++;
    else if (is_comma(s, k) && (words > 0 || k == at)) {
      words = 0;
      k++;
    } else if (news_np_class(s, k) == NC_NP_AND && !last && items > 0) {
      last = true;
      words = 0;
      k++;
    } else
      return at;
  }
  return last && words > 0 && items > 1 ? k : at;
}

/* "deals with Peru and Chile", not "between". */
bool news_is_with(const struct news_sentence *s, const struct news_mention *m) {
  for (uint32_t at = m->head; at < (uint32_t)m->at + m->n; at++)
    if (news_word_is(&s->tokens[at], "with")) return true;
  return false;
}
