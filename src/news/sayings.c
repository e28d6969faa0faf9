// SPDX-License-Identifier: Apache-2.0
// What belongs to a saying though its words stand apart from it, and what only looks like one: for voices.c.
#include "news/subjects.h"

/* "would buy jets, NAME said, and lift its ban": a verb without a subject shares the "would". */
bool news_shares_will(const struct news_reader *d, uint32_t verb, uint32_t at) {
  const struct news_sentence *s = d->s;
  if (at + 2 >= s->count || !news_word_is(&s->tokens[at], "and") || s->tokens[at + 1].capital ||
      !news_has(s, NC_WILL, 0, verb))
    return false;
  if (news_in_class(s, NC_WILL, at + 1)) return true;
  const struct news_token *t = &s->tokens[at + 1];
  const char *end = d->text->text.p + t->at + t->n;
  if (t->kind != NEWS_WORD || end[-1] == 's' || (t->n > 3 && end[-1] == 'd' && end[-2] == 'e'))
    return false; /* "and lifted": told by the outlet */
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->hits[i].at == at + 1 &&
        (d->r->cued[s->hits[i].class] ||
         (s->hits[i].class == NC_KIND && s->hits[i].ref % 4 == NEWS_ACT)))
      return true;
  return false;
}

/* "two months later than the White House first claimed": what it is measured by, and nobody's word. */
bool news_only_compares(const struct news_reader *d, uint32_t base, uint32_t subject) {
  uint32_t start = news_name_start(d, base, base + subject) - base;
  if (start > 0 && news_word_is(&d->s->tokens[start - 1], "the")) start--;
  return start > 0 && news_word_is(&d->s->tokens[start - 1], "than");
}
