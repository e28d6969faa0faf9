// SPDX-License-Identifier: Apache-2.0
// What stands between a verb and its object, passed over from behind: "suspended until May 1, 2027, a ban", "imposed, with effect from
// January, a duty", "imposed on Chinese goods a duty".
#include "news/cues.h"

/* What may stand between a verb and its object: "most of", "now". */
static bool fits_between(const struct cycle *c, uint32_t at) {
  const struct news_sentence *s = c->s;
  if (is_np(c, at, NC_NP_AND)) return false;
  return s->tokens[at].kind == NEWS_NUMERAL || s->np[at] != 0 || is_adverb(c, at) ||
         is_word(c, at, "of") || is_word(c, at, "for") || is_in(c, NC_DURATION, at) ||
         is_in(c, NC_CALENDAR, at);
}

/* Where the hit of the class begins that ends there; `end`: none does. */
uint32_t cycle_back_over_class(const struct cycle *c, uint16_t class, uint32_t end) {
  for (uint16_t i = c->s->heads[class]; i != NEWS_NONE; i = c->s->hits[i].next)
    if ((uint32_t)c->s->hits[i].at + c->s->hits[i].n == end) return c->s->hits[i].at;
  return end;
}

/* "until Nov. 27, 2026", "from January": from behind it to its first word; `end`: no day stands there. */
static uint32_t back_over_day(const struct cycle *c, uint32_t end) {
  uint32_t at = cycle_back_over_class(c, NC_DATE, end);
  if (at == end || at == 0) return at;
  uint32_t led = cycle_back_over_class(c, NC_UNTIL, at);
  return led < at ? led : at - (is_np(c, at - 1, NC_NP_FROM) || is_word(c, at - 1, "since"));
}

/* "on Chinese goods", "against Canada", "to the United States" before the object: whom it hits; `end`: none. */
static uint32_t back_over_hit(const struct cycle *c, uint32_t end) {
  bool named = false;
  for (uint32_t k = end; k > 0 && end - k < 7; k--) {
    bool lead = is_np(c, k - 1, NC_NP_ON) || is_np(c, k - 1, NC_NP_TO);
    if (lead) return named ? k - 1 : end;
    uint32_t party = cycle_back_over_class(c, NC_PARTY, k),
             good = cycle_back_over_class(c, NC_GOOD, k);
    uint32_t least = party < good ? party : good;
    if (least == k && (c->s->np[k - 1] == 0 || is_np(c, k - 1, NC_NP_AND))) return end;
    named = named || least < k;
    if (least < k) k = least + 1;
  }
  return end;
}

/* May an adjunct between commas begin so? "with", "after", "until", "at last". */
static bool opens_adjunct(const struct cycle *c, uint32_t at) {
  return c->s->np[at] != 0 || is_in(c, NC_ADJUNCT, at) || is_in(c, NC_AFTER, at) ||
         is_in(c, NC_UNTIL, at) || is_adverb(c, at) || is_word(c, at, "with");
}

uint32_t cycle_back_over_commas(const struct cycle *c, uint32_t end) {
  if (end < 2 || !is_comma(c, end - 1)) return end;
  for (uint32_t k = end - 1; k > 1 && end - k < 16 && deed_at(c, k - 1) == NULL; k--) {
    if (is_comma(c, k - 1) && cycle_back_over_class(c, NC_DATE, k + 1) > k)
      return opens_adjunct(c, k) ? k - 1 : end;
    if (is_mark(c, k - 1) && c->s->tokens[k - 1].kind != NEWS_MARK) return end;
  }
  return end;
}

uint32_t cycle_past_commas(const struct cycle *c, uint32_t at) {
  if (!is_comma(c, at) || at + 1 >= c->s->count || !opens_adjunct(c, at + 1)) return at;
  for (uint32_t k = at + 1; k < c->s->count && k < at + 16; k++) {
    if (deed_at(c, k) != NULL) return at;
    const struct news_hit *h = news_hit_at(c->s, NC_DATE, k);
    if (h != NULL)
      k += h->n - 1u;
    else if (is_comma(c, k))
      return k + 1;
  }
  return at;
}

/* ", with effect from January 1,", "until Nov. 10, 2026,": from behind the comma to before the adjunct; `end`: none. */
static uint32_t back_over_aside(const struct cycle *c, uint32_t end) {
  if (end < 2 || !is_comma(c, end - 1)) return end;
  uint32_t open = cycle_back_over_commas(c, end);
  if (open < end) return open;
  uint32_t day = back_over_day(c, end - 1);
  return day < end - 1 && !(day > 0 && is_comma(c, day - 1)) ? day : end;
}

/* what its minister called an "unfair" duty: from the article to the "what"; quotation marks; `end`: none. */
static uint32_t back_over_words(const struct cycle *c, uint32_t end) {
  const struct news_token *t = &c->s->tokens[end - 1];
  if (t->kind == NEWS_OPEN || t->kind == NEWS_CLOSE) return end - 1;
  if (end < c->s->count && t->kind == NEWS_WORD && c->s->tokens[end].kind == NEWS_CLOSE &&
      c->deeds[end - 1] == NEWS_NONE)
    return end - 1;
  bool calls = is_word(c, end - 1, "called") || is_word(c, end - 1, "calls") ||
               is_word(c, end - 1, "described") || is_word(c, end - 1, "describes") ||
               is_word(c, end - 1, "termed") || is_word(c, end - 1, "dubbed");
  for (uint32_t k = end; calls && k > 1 && end - k < 8; k--)
    if (is_word(c, k - 1, "what")) return k - 1;
  return end;
}

/* "sparing itself a duty", "spared Chile a duty": back to the verb; `end`: none. */
static uint32_t back_over_spared(const struct cycle *c, uint32_t end) {
  uint32_t at = cycle_back_over_class(c, NC_PARTY, end);
  if (at == end && c->s->tokens[end - 1].kind == NEWS_WORD &&
      (is_word(c, end - 1, "itself") || is_word(c, end - 1, "it") || is_word(c, end - 1, "them") ||
       is_word(c, end - 1, "themselves")))
    at = end - 1;
  return at < end && at > 0 && is_in(c, NC_SPARES, at - 1) ? at : end;
}

uint32_t cycle_back_over(const struct cycle *c, uint32_t end, bool *led) {
  uint32_t k = back_over_day(c, end);
  if (k == end && !*led) k = back_over_spared(c, end);
  if (k == end && !*led) k = back_over_hit(c, end);
  if (k == end && !*led) k = back_over_aside(c, end);
  uint8_t np = c->s->np[end - 1];
  *led = *led || (k == end && (np > NEWS_NP(NC_NP_PART) || is_word(c, end - 1, "of")));
  if (k == end) k = back_over_words(c, end);
  return k == end && fits_between(c, end - 1) ? end - 1 : k;
}
