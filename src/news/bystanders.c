// SPDX-License-Identifier: Apache-2.0
// Who is named in the sentence of a measure and decides nothing: peers, payers, whose goods are only meant, who stands in another
// clause.
#include "news/mentions.h"
#include "news/slots.h"

uint32_t news_row_head(const struct news_sentence *s, uint32_t at) {
  while (at > 2) {
    uint32_t k = at - news_word_is(&s->tokens[at - 1], "the");
    if (k < 2 || (!news_word_is(&s->tokens[k - 1], "and") && s->tokens[k - 1].kind != NEWS_MARK))
      return at;
    const struct news_hit *before = news_ending(s, NC_PARTY, k - 1);
    if (before == NULL) return at;
    at = before->at;
  }
  return at;
}

/* "their Australian rivals", "its neighbour India", "India is charged": no decider of what others pay. */
static bool is_peer(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  if (news_in_class(s, NC_PEERS, end) || (h->at > 0 && news_in_class(s, NC_PEERS, h->at - 1u)))
    return true;
  bool is = end + 1 < s->count &&
            (news_word_is(&s->tokens[end], "is") || news_word_is(&s->tokens[end], "are"));
  return is && news_word_is(&s->tokens[end + 1], "charged");
}

/* In its sentence the side is named only as hit by another measure, or as who pays: "both the duty on China and the one on
 * Canada were", "half what Mexico pays". */
bool news_only_hit(const struct news_sentence *s, const struct news_mention *but,
                   enum news_side side) {
  bool found = false;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->ref != (uint16_t)side) continue;
    uint32_t end = (uint32_t)h->at + h->n;
    bool pays = end < s->count && (news_word_is(&s->tokens[end], "pays") || is_peer(s, h));
    bool hit = false;
    for (uint8_t k = 0; k < s->mention_count; k++) {
      const struct news_mention *x = &s->mentions[k];
      hit = hit ||
            (x != but && x->measure == but->measure && x->form == NEWS_NOUN && h->at > x->head &&
             h->at < (uint32_t)x->at + x->n && news_hits_side(x, (uint8_t)side));
    }
    if (!hit && !pays) return false;
    found = true;
  }
  return found;
}

/* In its sentence the side is named only as whose goods are meant: "Guatemalan bananas and Colombian coffee". */
bool news_only_sends(const struct news_sentence *s, enum news_side side) {
  bool found = false;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->ref != (uint16_t)side) continue;
    bool owns = news_hit_at(s, NC_GOOD, (uint32_t)h->at + h->n) != NULL;
    if (!owns || news_hit_at(s, NC_ACTOR, h->at) != NULL) return false;
    found = true;
  }
  return found;
}

/* "cars from Japan", "unlike Japan", "Japan, which pays 30%": who is named so before the place decides nothing. */
bool news_decides_nothing(const struct news_sentence *s, const struct news_hit *h, uint32_t at) {
  uint32_t lead = news_row_head(s, h->at), behind = (uint32_t)h->at + h->n;
  if (lead > 1 && news_word_is(&s->tokens[lead - 1], "the")) lead--;
  if (lead > 0 &&
      (news_word_is(&s->tokens[lead - 1], "from") || news_word_is(&s->tokens[lead - 1], "like") ||
       news_word_is(&s->tokens[lead - 1], "unlike")))
    return true;
  static const char *const tells[] = {"told",     "tells",   "promised", "informed",
                                      "notified", "assured", "warned"};
  uint32_t said = behind + (behind + 1 < s->count && news_word_is(&s->tokens[behind], "that"));
  if (lead > 1 && said < at && NEWS_IN(&s->tokens[lead - 1], tells) &&
      s->np[said] == NEWS_NP(NC_NP_IT) && news_ending(s, NC_WILL, said + 2u) != NULL)
    return true; /* "has told Japan it will ban its fish" */
  return behind + 2 < at && s->tokens[behind].kind == NEWS_MARK &&
         news_hit_at(s, NC_RELATIVE, behind + 1) != NULL &&
         news_has(s, NC_OWES, behind + 2, behind + 4);
}

/* "few goods that Washington wants, yet it pays": another is hit. */
bool news_struck_it(const struct news_sentence *s, const struct news_match *m) {
  const struct news_hit *h = m->struck != NEWS_NONE ? &s->hits[m->struck] : NULL;
  if (h == NULL || h->class != NC_PARTY) return false;
  uint32_t led = h->at > 0 && s->np[h->at - 1] == NEWS_NP(NC_NP_THE) ? h->at - 1u : h->at;
  if (led > 0 &&
      (news_word_is(&s->tokens[led - 1], "unlike") || news_word_is(&s->tokens[led - 1], "like")))
    return true; /* "Canada, which unlike Mexico pays 35%" */
  bool in = h->at > 2 && s->np[h->at - 1] == NEWS_NP(NC_NP_IN);
  if (in && news_in_class(s, NC_SELLS, h->at - 2u) &&
      news_hit_at(s, NC_RELATIVE, h->at - 3u) != NULL)
    return true; /* "companies that sell in China pay" */
  for (uint32_t at = (uint32_t)h->at + h->n; at < m->to && at < h->at + 6u; at++) {
    if (news_hit_at(s, NC_OWES, at) != NULL) return false;
    if (s->np[at] == NEWS_NP(NC_NP_IT) &&
        (news_word_is(&s->tokens[at - 1], "yet") || news_word_is(&s->tokens[at - 1], "but") ||
         news_word_is(&s->tokens[at - 1], "and") || news_word_is(&s->tokens[at - 1], "so")))
      return true;
  }
  return false;
}

/* "Jakarta opened its gates: Vietnam is charged 20%": where the clause begins that tells who is hit; else `from`. */
uint32_t news_struck_from(const struct news_reader *d, const struct news_match *m, uint32_t from) {
  uint32_t mark = 0;
  if (m->struck == NEWS_NONE) return from;
  for (uint32_t at = d->s->hits[m->struck].at; at > from; at--) {
    const struct news_token *t = &d->s->tokens[at - 1];
    if (news_word_is(t, "enter") || news_word_is(t, "enters"))
      return from; /* "Most goods enter Japan free of duty; those from Peru pay 5%" */
    if (t->kind == NEWS_MARK &&
        (t->hash == news_word_hash(":", 1) || t->hash == news_word_hash(";", 1)))
      mark = mark > 0 ? mark : at;
  }
  return mark > 0 ? mark : from;
}
