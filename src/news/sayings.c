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

/* "the agency said, citing the ministry": whom those cite whose own word it is not; false: nobody. */
bool news_cited(struct news_reader *d, uint32_t base, uint32_t behind, struct news_subject *out) {
  struct news_subject by;
  for (uint32_t at = behind; at + 2 < d->s->count && at < behind + 5; at++) {
    if (!news_is_mark(d, base + at, ',')) continue;
    const struct news_token *t = &d->s->tokens[at + 1];
    if (!news_word_is(t, "citing") && !news_word_is(t, "quoting")) return false;
    if (!news_behind(d, base, at + 2, &by) || by.source || by.lost) return false;
    by.at = out->at;
    *out = by;
    return true;
  }
  return false;
}

/* "The agency quoted NAME as saying", "NAME was quoted as saying": NAME, whose verb that is; false: it is no such. */
bool news_quoted_as(struct news_reader *d, uint32_t base, const struct news_hit *verb,
                    struct news_subject *out) {
  if (verb->at < 3 || !news_word_is(&d->s->tokens[verb->at - 1], "as")) return false;
  for (uint32_t at = verb->at - 1u; at > 0 && at + 14u > verb->at; at--) {
    if (!news_in_class(d->s, NC_QUOTES, at - 1)) continue;
    uint32_t q = at - 1u;
    bool passive = q > 0 && news_hit_at(d->s, NC_BE, q - 1) != NULL;
    if (!passive) return at < verb->at - 1u && news_behind(d, base, at, out);
    struct news_hit be = {.class = NC_SAY, .at = (uint16_t)(q - 1), .n = 1};
    return news_subject_find(d, base, &be, out);
  }
  return false;
}
