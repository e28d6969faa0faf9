// SPDX-License-Identifier: Apache-2.0
// Duties that lie between two rates: "between 7.8% and 35.3%", "ranging from 5% to 50%". Each end is told.
#include "news/mentions.h"
#include "news/several.h"
#include "news/subjects.h"

/* "ranging", "run": behind it "from 5% to 50%" is no change. */
static bool spans_there(const struct news_sentence *s, uint32_t from) {
  for (uint32_t at = from; at > 0 && at + 4u > from; at--)
    if (news_in_class(s, NC_RANGES, at - 1)) return true;
  return false;
}

/* "duties of 5% to 10%": the upper end of the range whose lower one is `low`; NULL: it begins none. */
static const struct news_hit *upper(const struct news_sentence *s, const struct news_hit *low) {
  uint32_t end = (uint32_t)low->at + low->n, lead = low->at;
  const struct news_hit *high = end + 1 < s->count ? news_hit_at(s, NC_PERCENT, end + 1) : NULL;
  if (high == NULL || lead < 2) return NULL;
  const struct news_token *before = &s->tokens[lead - 1];
  if (news_word_is(&s->tokens[end], "and")) return news_word_is(before, "between") ? high : NULL;
  if (!news_word_is(&s->tokens[end], "to")) return NULL;
  bool from = news_word_is(before, "from") && spans_there(s, lead - 1);
  bool of = news_word_is(before, "of") && s->values[low->ref] < s->values[high->ref];
  return from || of || news_word_is(before, "between") ? high : NULL;
}

void news_keep_range(struct news_reader *d, const struct news_match *m, size_t n) {
  const struct news_sentence *s = d->s;
  struct news_statement st = d->story->statements[n];
  uint32_t base = (uint32_t)(s->tokens - d->tokens.items);
  if (st.percent_milli == 0) return;
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *low = &s->hits[i], *high = upper(s, low);
    if (high == NULL || low->at + 12u < m->from || low->at > m->to + 4u) continue;
    int64_t one = s->values[low->ref], two = s->values[high->ref];
    if (st.percent_milli != one && st.percent_milli != two) continue;
    const struct news_hit *other = st.percent_milli == one ? high : low;
    size_t end = d->story->statement_count;
    for (size_t k = n; k < end; k++)
      if (d->story->statements[k].percent_milli == s->values[other->ref]) return; /* it is told */
    for (size_t k = n; k < end; k++) {
      struct news_statement also = d->story->statements[k];
      if (also.percent_milli != st.percent_milli || also.measure != st.measure) continue;
      news_put_percent(d, &also, s->values[other->ref]);
      also.number_span = news_span_of(d, base + other->at, base + other->at + other->n);
      news_keep(d, &also);
    }
    return;
  }
}

/* "ranging", before "from 5% to 50%" */
bool news_is_ranging(const struct news_token *t) {
  static const char *const words[] = {"ranging", "varying", "running"};
  return NEWS_IN(t, words);
}

/* "between 27.7% and 34.9%", "ranging from 5% to 50%": the second; NULL: one rate stands there. */
const struct news_hit *news_between_rates(const struct news_sentence *s, uint32_t at,
                                          uint32_t end) {
  if (at < 2 || end + 1 >= s->count) return NULL;
  bool between =
      news_word_is(&s->tokens[at - 1], "between") && news_word_is(&s->tokens[end], "and");
  bool from = news_word_is(&s->tokens[at - 1], "from") && news_is_ranging(&s->tokens[at - 2]) &&
              news_word_is(&s->tokens[end], "to");
  return between || from ? news_hit_at(s, NC_PERCENT, end + 1) : NULL;
}
