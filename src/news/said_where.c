// SPDX-License-Identifier: Apache-2.0
// When and where something was said: words behind a verb of saying that do nothing.
#include "news/subjects.h"

/* "on his Truth Social account,": words of a place, of nobody who does anything, up to the comma; the place: none. */
static uint32_t past_place(const struct news_reader *d, uint32_t base, uint32_t at) {
  static const char *const leads[] = {"during", "via", "aboard", "through"};
  bool led =
      at < d->s->count && (d->s->np[at] == NEWS_NP(NC_NP_ON) || d->s->np[at] == NEWS_NP(NC_NP_IN));
  for (size_t i = 0; at < d->s->count && i < sizeof leads / sizeof *leads; i++)
    led = led || news_word_is(&d->s->tokens[at], leads[i]);
  for (uint32_t k = at + 1; led && k < d->s->count && k < at + 9; k++) {
    if (news_is_mark(d, base + k, ',')) return k;
    if (d->s->tokens[k].kind != NEWS_WORD || news_word_is(&d->s->tokens[k], "that") ||
        news_in_class(d->s, NC_FUTURE, k) || news_in_class(d->s, NC_WILL, k) ||
        news_in_class(d->s, NC_KIND, k) || news_in_class(d->s, NC_SAY, k))
      return at;
  }
  return at;
}

/* Past "on Friday", "in a statement" behind a verb of saying. */
uint32_t news_past_adjunct(const struct news_reader *d, uint32_t base, uint32_t at) {
  uint32_t start = at;
  for (int k = 0; k < 2; k++) {
    uint32_t x = at;
    while (x < d->s->count && x < at + 2 && d->s->np[x] != 0 && d->tokens.items[base + x].n <= 3)
      x++;
    bool weekday = x + 2 < d->s->count && news_is_mark(d, base + x + 1, ',') &&
                   news_in_class(d->s, NC_CALENDAR, x); /* "Monday, September 15, 2025," */
    const struct news_hit *h = news_hit_at(d->s, NC_DATE, x);
    if (h == NULL && weekday) h = news_hit_at(d->s, NC_DATE, x + 2);
    if (h == NULL) h = news_hit_at(d->s, NC_VENUE, x);
    if (h == NULL) return past_place(d, base, at);
    at = (uint32_t)h->at + h->n;
    bool noun = h->class == NC_VENUE && at + 1 < d->s->count && !d->s->busy[at] &&
                d->s->tokens[at].kind == NEWS_WORD && d->s->tokens[at + 1].kind == NEWS_MARK;
    if (noun) at++; /* "on his Truth Social account," */
  }
  return at > start ? at : start;
}
