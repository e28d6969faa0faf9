// SPDX-License-Identifier: Apache-2.0
// Words for a deed that stand for the charge it put on: "judges annulled the move", "abandoned the plan".
#include "news/mentions.h"
#include "news/slots.h"

/* "banned Turkish beef, but a court overturned the move": what was done is a measure as its noun is. */
static const struct news_mention *last_done(const struct news_reader *d, uint32_t at) {
  const struct news_mention *last = news_last_charge(d, at);
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *m = &d->s->mentions[k];
    bool done = m->form == NEWS_DONE && m->good != NEWS_NONE && !d->r->measures[m->measure].pair &&
                !news_is_promise(d->r, m->measure);
    if (done && m->at < at && (last == NULL || !news_in_any(d->s, last->head) || last->at < m->at))
      last = m;
  }
  return last;
}

/* Charges of several governments in the sentences right before: nobody knows whose "the move" is. */
static bool many_before(const struct news_reader *d, const struct news_mention *last) {
  const struct news_told *x;
  for (uint32_t n = 0; (x = news_told(d, n)) != NULL && x->sentence + 2 >= d->sentence; n++)
    if (!d->r->measures[x->m.measure].pair && x->m.imposer != last->imposer) return true;
  return false;
}

/* "judges annulled the move", "reversed that decision a week later": the charge that was told before it in the sentence or in the one before. */
void news_add_moves(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_MOVE]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    const struct news_mention *last = h.at > 0 ? last_done(d, h.at) : NULL;
    bool here = last != NULL && last >= s->mentions && last < s->mentions + s->mention_count;
    bool near = here || (last != NULL && d->since_charge < 2 && !many_before(d, last));
    if (!near || news_in_any(s, h.at) || s->mention_count >= NEWS_MENTIONS) continue;
    bool led = s->np[h.at - 1] == NEWS_NP(NC_NP_THE) || s->np[h.at - 1] == NEWS_NP(NC_NP_ITS) ||
               news_word_is(&s->tokens[h.at - 1], "that");
    bool done = news_ending(s, NC_UNDOES, h.at - 1u) != NULL ||
                (news_has(s, NC_BE, h.at + h.n, h.at + h.n + 2u) && /* "was later overturned" */
                 news_has(s, NC_UNDOES, h.at + h.n + 1u, h.at + h.n + 4u));
    const struct news_hit *verb = news_ending(s, NC_UNDOES, h.at - 1u);
    bool theirs = !here && verb != NULL &&
                  verb->at > 0 && /* "It dropped the plan": whoever it is */
                  s->np[verb->at - 1] == NEWS_NP(NC_NP_IT);
    if (!led || !done || theirs) continue;
    uint8_t added = s->mention_count;
    news_add_pronoun(d, h.at - 1u, h.n + 1u, last);
    d->s->mentions[added].pronoun = false; /* a noun: any verb may stand by it */
    d->s->mentions[added].head = h.at;
  }
}
