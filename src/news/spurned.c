// SPDX-License-Identifier: Apache-2.0
// Duties that stand in a sentence and are no act of whom it tells of: "Brussels rejected a 25% tariff on its cars" says what
// another wants; "the average tariff is 17%" is reckoned of many and is the rate of none.
#include "news/mentions.h"
#include "news/slots.h"

/* "on its cars", "on their goods": whoever the sentence tells of is hit. */
static bool on_its(const struct news_sentence *s, const struct news_mention *x) {
  uint32_t end = (uint32_t)x->at + x->n + 2u;
  for (uint32_t at = (uint32_t)x->head + 1; at + 1 < s->count && at < end; at++)
    if (s->np[at] == NEWS_NP(NC_NP_ON)) return s->np[at + 1] == NEWS_NP(NC_NP_ITS);
  return false;
}

/* "rejected the 50% duty", "dismissed American tariffs": what another does or wants; but "rejected new duties on American cars". */
static bool is_spurned(const struct news_reader *d, const struct news_statement *st,
                       const struct news_mention *x, const struct news_match *m) {
  const struct news_measure *kind = &d->r->measures[st->measure];
  if (st->status != NEWS_DENIED || kind->pair || !news_has_rate(d->r, st->measure) ||
      x->form != NEWS_NOUN || m->from >= x->at)
    return false;
  if (on_its(d->s, x)) return true;
  uint32_t low = x->at > 2 ? x->at - 2u : 0; /* "rejected reports that it would lift its duty" */
  if (!news_has(d->s, NC_SPURNS, low, x->at)) return false;
  bool own = st->imposer != NEWS_NO_SIDE && st->imposer == st->side && !x->definite;
  return !own || st->target == NEWS_NO_SIDE;
}

/* "The average tariff rose to 17%", "tariffs now average 18%", and nobody says on whom or on what. */
static bool is_mean(const struct news_reader *d, const struct news_statement *st,
                    const struct news_mention *x) {
  if (st->percent_milli == 0 || st->good != NEWS_NONE || st->target != NEWS_NO_SIDE ||
      !news_has_rate(d->r, st->measure))
    return false;
  uint32_t low = x->at > 2 ? x->at - 2u : 0;
  return news_has(d->s, NC_MEAN, low, (uint32_t)x->at + x->n + 3u);
}

/* "The truce, under which China's was cut to 10%, runs until": the verb is that of what stands around. */
static bool verb_outside(const struct news_sentence *s, const struct news_mention *x,
                         const struct news_match *m) {
  uint32_t open = x->at, close = (uint32_t)x->at + x->n;
  while (open > 0 && s->tokens[open - 1].kind != NEWS_MARK) open--;
  while (close < m->to && s->tokens[close].kind != NEWS_MARK) close++;
  return open > 0 && open < x->at && close + 1 < m->to && news_word_is(&s->tokens[open], "under") &&
         news_word_is(&s->tokens[open + 1], "which");
}

/* "as long as tariffs remain in place": whose they are nobody says. */
static bool only_while(const struct news_reader *d, const struct news_statement *st,
                       const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  static const char *const joints[] = {"while", "as"};
  uint32_t at = x->at;
  if (d->r->measures[x->measure].pair) return false;
  return st->status == NEWS_IN_FORCE && x->form == NEWS_NOUN && x->many && !x->definite &&
         !x->own && x->percent == 0 && x->to == 0 && !x->named && x->good == NEWS_NONE && at > 0 &&
         x->head == at && NEWS_IN(&s->tokens[at - 1], joints);
}

/* "The exemption of pork from the duty was extended", "scrapped a waiver from its 20% tariff": done to what is spared. */
static bool of_relief(const struct news_reader *d, const struct news_mention *x,
                      const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t low = x->at > 9u ? x->at - 9u : 0, relief = x->at;
  if (x->form != NEWS_NOUN || !news_has_rate(d->r, x->measure)) return false;
  while (relief > low && news_hit_at(s, NC_RELIEF, relief - 1) == NULL &&
         s->tokens[relief - 1].kind != NEWS_MARK)
    relief--;
  if (relief <= low || news_hit_at(s, NC_RELIEF, relief - 1) == NULL) return false;
  bool from = false;
  for (uint32_t at = relief; at < (uint32_t)x->at + x->n && at <= x->head; at++)
    from = from || news_word_is(&s->tokens[at], "from") || news_word_is(&s->tokens[at], "to");
  uint32_t end = (uint32_t)x->at + x->n, before = relief > 4u ? relief - 4u : 0;
  return from && (news_has(s, NC_TO_RELIEF, before, relief - 1) ||
                  (m->to > end && news_has(s, NC_TO_RELIEF, end, m->to + 2u)));
}

bool news_is_no_act(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m) {
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  return is_spurned(d, st, x, m) || is_mean(d, st, x) || verb_outside(d->s, x, m) ||
         of_relief(d, x, m) || only_while(d, st, x);
}
