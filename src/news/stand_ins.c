// SPDX-License-Identifier: Apache-2.0
// Words that stand for a measure spoken of before: "it", "them", "both", "the measure", a figure alone.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* The charge spoken of last, in the sentence or before it; NULL. */
const struct news_mention *news_last_charge(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  const struct news_mention *last =
      d->last_charge != NEWS_NONE ? news_last_of(d, d->last_charge) : NULL;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].form == NEWS_NOUN && !d->r->measures[s->mentions[k].measure].pair &&
        s->mentions[k].at < at)
      last = &s->mentions[k];
  return last;
}

void news_add_pronoun(struct news_reader *d, uint32_t at, uint32_t n,
                      const struct news_mention *last) {
  struct news_sentence *s = d->s;
  if (last == NULL || s->mention_count >= NEWS_MENTIONS) return;
  struct news_mention m = *last;
  m.at = m.head = (uint16_t)at;
  m.n = (uint16_t)n;
  m.form = NEWS_NOUN;
  m.pronoun = m.definite = true;
  m.percent = last->to > 0 ? last->to : last->percent;
  m.to = 0;
  const struct news_hit *to = news_hit_at(s, NC_PERCENT, at + n + 1);
  if (to != NULL && s->np[at + n] == NEWS_NP(NC_NP_TO)) {
    m.to = s->values[to->ref];
    m.n = (uint16_t)(n + 1 + to->n);
  }
  const struct news_hit *set = news_will_be(s, at + n); /* "said it would be 15%" */
  if (set != NULL && m.to == 0) m.to = s->values[set->ref];
  if (m.percent == NEWS_NIL) m.percent = 0; /* what comes after is another rate */
  static const char *const whole[] = {"altogether", "completely", "entirely", "fully"};
  uint32_t on = at + n + (at + n < s->count && NEWS_IN(&s->tokens[at + n], whole));
  const struct news_hit *who = NULL, *what = NULL; /* "drops it altogether on medicines" */
  if (m.to == 0 && on + 1 < s->count && news_word_is(&s->tokens[on], "on"))
    news_read_object(s, on + 1, &who, &what);
  if (what != NULL && what->ref != m.good) {
    m.good = what->ref;
    m.percent = 0;
  }
  news_mention_again(d, &m);
}

/* "confirmed it will", "says it": whoever speaks, not what was spoken of. */
static bool is_clause(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"will", "would", "had", "has", "was", "is", "could", "may"};
  if (news_has(s, NC_SAY, at - 1, at) || news_has(s, NC_SAY_THAT, at - 1, at)) return true;
  if (s->np[at - 1] == NEWS_NP(NC_NP_AND)) return false;
  if (at + 1 < s->count && news_ending(s, NC_KIND, at) != NULL &&
      (news_decides(s, at + 1) || news_word_is(&s->tokens[at], "they")))
    return true; /* "the levy it imposed", "the agreements they signed" */
  for (size_t i = 0; at + 1 < s->count && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at + 1], words[i])) return true;
  return false;
}

/* "did not confirm the number": of the purchases of the sentences right before. */
static void add_promise(struct news_reader *d, uint32_t at, uint32_t n) {
  struct news_mention m = d->last[d->last_promise];
  m.at = m.head = (uint16_t)at;
  m.n = (uint16_t)n;
  m.form = NEWS_NOUN;
  m.pronoun = m.definite = true;
  news_mention_again(d, &m);
}

/* "did not confirm it" */
static bool confirms_it(const struct news_sentence *s, uint32_t at) {
  return at > 0 && at < NEWS_SENTENCE && s->np[at] == NEWS_NP(NC_NP_IT) &&
         (news_word_is(&s->tokens[at - 1], "confirm") ||
          news_word_is(&s->tokens[at - 1], "confirmed"));
}

void news_add_figures(struct news_reader *d) {
  struct news_sentence *s = d->s;
  if (d->since_promise > 2 || d->last_promise == NEWS_NONE) return;
  for (uint16_t i = s->heads[NC_FIGURE]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    if (h.at == 0 || s->np[h.at - 1] != NEWS_NP(NC_NP_THE) || news_in_any(s, h.at)) continue;
    if (s->mention_count >= NEWS_MENTIONS) return;
    add_promise(d, h.at - 1u, h.n + 1u);
  }
  for (uint16_t i = s->heads[NC_AMOUNT]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i]; /* "The $550 billion will be spent by 2029" */
    bool same = s->values[h.ref] == d->last[d->last_promise].amount && h.at > 0 &&
                s->np[h.at - 1] == NEWS_NP(NC_NP_THE);
    if (same && !news_in_any(s, h.at) && s->mention_count < NEWS_MENTIONS)
      add_promise(d, h.at - 1u, h.n + 1u);
  }
  for (uint32_t at = 1; at < s->count; at++)
    if (confirms_it(s, at) && s->mention_count < NEWS_MENTIONS) add_promise(d, at, 1);
}

/* "hours before it was due to come into force" states nothing. */
static bool only_times(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"before", "until", "once", "whether", "unless", "if"};
  for (size_t i = 0; at > 0 && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at - 1], words[i])) return true;
  return false;
}

/* "It expires": in its own sentence what was spoken of last, else what agrees with it of the sentence before. */
static const struct news_mention *it_means(const struct news_reader *d, uint32_t at) {
  for (uint8_t k = 0; k < d->s->mention_count; k++)
    if (d->s->mentions[k].form == NEWS_NOUN && d->s->mentions[k].at < at)
      return news_last_charge(d, at);
  const struct news_token *t = &d->s->tokens[at];
  return news_told_it(d, news_word_is(t, "they") || news_word_is(t, "them"));
}

/* The truce or deal that the sentences right before told of, and nothing else; NULL. */
static const struct news_mention *last_pact(const struct news_reader *d) {
  const struct news_mention *m = news_told_it(d, false);
  if (m == NULL || m->form != NEWS_NOUN || !d->r->measures[m->measure].pair) return NULL;
  const char *kind = d->r->measures[m->measure].kind;
  return strcmp(kind, "truce") == 0 || strcmp(kind, "deal") == 0 ? m : NULL;
}

/* "It has held so far", "they want to extend it", "The arrangement expires": of the truce or deal told before. */
static void add_pacts(struct news_reader *d) {
  struct news_sentence *s = d->s;
  bool due = s->heads[NC_PACT_THING] != NEWS_NONE || s->heads[NC_PACT_FATE] != NEWS_NONE ||
             s->heads[NC_PACT_DEED] != NEWS_NONE;
  const struct news_mention *pact = due ? last_pact(d) : NULL;
  if (pact == NULL) return;
  for (uint16_t i = s->heads[NC_PACT_THING]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    if (h.at > 0 && s->np[h.at - 1] == NEWS_NP(NC_NP_THE) && !news_in_any(s, h.at))
      news_add_pronoun(d, h.at - 1u, h.n + 1u, pact);
  }
  for (uint32_t at = 0; at < s->count; at++) {
    if (!news_word_is(&s->tokens[at], "it") || news_in_any(s, at) || only_times(s, at)) continue;
    bool fate = news_has(s, NC_PACT_FATE, at + 1, at + 5);
    bool deed = at > 0 && news_ending(s, NC_PACT_DEED, at) != NULL;
    if (fate || deed) news_add_pronoun(d, at, 1, pact);
  }
}

/* "They are due to restart on June 15", "Trump broke them off": the talks told of right before. */
static void add_talks(struct news_reader *d) {
  struct news_sentence *s = d->s;
  bool due = s->heads[NC_TALKS_FATE] != NEWS_NONE || s->heads[NC_TALKS_DEED] != NEWS_NONE;
  if (!due || s->count < 3) return;
  const struct news_mention *m = news_told_it(d, true);
  if (m == NULL || m->form != NEWS_NOUN || strcmp(d->r->measures[m->measure].kind, "talks") != 0)
    return;
  if (news_word_is(&s->tokens[0], "they") && news_has(s, NC_TALKS_FATE, 1, 7) && !news_in_any(s, 0))
    news_add_pronoun(d, 0, 1, m);
  for (uint32_t at = 1; at < s->count; at++)
    if (news_word_is(&s->tokens[at], "them") && news_ending(s, NC_TALKS_DEED, at) != NULL &&
        !news_in_any(s, at))
      news_add_pronoun(d, at, 1, m);
}

/* "Both changes take effect on Wednesday", "The two cuts": of the sentence before each charge. */
static void add_both(struct news_reader *d) {
  struct news_sentence *s = d->s;
  uint32_t n = s->count > 3 && news_word_is(&s->tokens[0], "both") ? 1 : 0;
  if (s->count > 4 && news_word_is(&s->tokens[0], "the") && news_word_is(&s->tokens[1], "two"))
    n = 2;
  if (n == 0) return;
  const struct news_hit *h = news_hit_at(s, NC_THING, n);
  bool verb = news_hit_at(s, NC_WILL, n) != NULL || news_hit_at(s, NC_EFFECT, n) != NULL;
  if (h == NULL && !(verb && n == 1)) return;
  if (h != NULL) n += h->n;
  uint32_t added = 0;
  for (uint32_t k = 0; k < 2 && news_told(d, k) != NULL; k++) {
    const struct news_told *x = news_told(d, k);
    bool charge = !d->r->measures[x->m.measure].pair && x->m.amount < 0;
    if (x->sentence + 2 < d->sentence || !charge || x->aside) continue;
    news_add_pronoun(d, added, n - added, &x->m); /* each has a place of its own */
    added += added + 1 < n;
  }
}

/* "the tax": the one on digital services that was told lately, and no duty; NULL. */
static const struct news_mention *last_tax(const struct news_reader *d) {
  const struct news_told *x;
  for (uint32_t n = 0; (x = news_told(d, n)) != NULL && d->sentence - x->sentence <= 2; n++)
    if (strcmp(d->r->measures[x->m.measure].kind, "digital-tax") == 0) return &x->m;
  return NULL;
}

/* "He said it would be 15%"; but "the bank said it would be 4%" */
static bool is_to_be(const struct news_reader *d, uint32_t at) {
  if (news_will_be(d->s, at + 1) == NULL) return false;
  if (at == 0 || !news_has(d->s, NC_SAY, at - 1, at)) return true;
  const struct news_voice *v = news_voice_at(d, (uint32_t)(d->s->tokens - d->tokens.items) + at);
  return v != NULL && v->side != NEWS_NO_SIDE;
}

/* "Lutnick said it would stay.": of the duty told right before. */
static bool is_to_stay(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  if (at + 3 >= s->count || d->since_charge > 0 || news_hit_at(s, NC_WILL, at + 1) == NULL)
    return false;
  return (news_word_is(&s->tokens[at + 2], "stay") || news_word_is(&s->tokens[at + 2], "remain")) &&
         s->tokens[at + 3].kind == NEWS_MARK;
}

/* "It was later raised", "They were also lifted": a verb that cues know behind an adverb. */
static bool is_done_to(const struct news_reader *d, uint32_t at) {
  static const char *const helps[] = {"was", "were", "been", "be"};
  static const char *const adverbs[] = {"later", "then", "also", "soon", "again", "finally"};
  const struct news_sentence *s = d->s;
  uint32_t k = at + 1, from;
  while (k < s->count && k < at + 4u &&
         (NEWS_IN(&s->tokens[k], helps) || news_has(s, NC_HAVE, k, k + 1)))
    k++;
  if (k >= s->count || k == at + 1 || !NEWS_IN(&s->tokens[k - 1], helps)) return false;
  for (from = k; k < s->count && k < from + 2u; k++) {
    const struct news_token *t = &s->tokens[k];
    bool ly = t->n > 4 && memcmp(d->text->text.p + t->at + t->n - 2, "ly", 2) == 0;
    if (!ly && !NEWS_IN(t, adverbs) && news_hit_at(s, NC_ADVERB, k) == NULL) break;
  }
  bool other = k + 2 < s->count && news_hit_at(s, NC_GOOD, k + 2) != NULL; /* "for soybeans" */
  for (uint16_t i = 0; k > from && !other && i < s->hit_count; i++)
    if (s->hits[i].at == k && d->r->cued[s->hits[i].class]) return true;
  return false;
}

/* "The increase to 15% takes effect": behind the rate, where it is that of the measure told last. */
static uint32_t past_rate(const struct news_sentence *s, uint32_t end,
                          const struct news_mention *last) {
  bool to = last != NULL && end + 1 < s->count && news_word_is(&s->tokens[end], "to");
  const struct news_hit *p = to ? news_hit_at(s, NC_PERCENT, end + 1) : NULL;
  if (p == NULL || (s->values[p->ref] != last->to && s->values[p->ref] != last->percent))
    return end;
  return (uint32_t)p->at + p->n;
}

/* "The order takes effect on August 6", and tells of no duty itself; but "the order applies to the duties". */
static bool is_decreed(const struct news_sentence *s, uint32_t at, uint32_t end) {
  static const char *const words[] = {"order", "orders", "decree", "proclamation"};
  if (!NEWS_IN(&s->tokens[at], words)) return true;
  bool to = news_has(s, NC_EFFECT, end, end + 3u) && s->mention_count == 0;
  for (uint32_t k = end; to && k < end + 4u && k < s->count; k++)
    to = !news_word_is(&s->tokens[k], "to") && !news_word_is(&s->tokens[k], "applies");
  return to;
}

/* "The measure expires in May", "They take effect on Monday": the measure of the sentences right before. */
static void add_things(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint32_t at = 0; at < s->count; at++)
    if (s->np[at] == NEWS_NP(NC_NP_IT) && s->tokens[at].n >= 2 &&
        (news_has(s, NC_EFFECT, at + 1, at + 5) || is_to_be(d, at) || is_done_to(d, at) ||
         is_to_stay(d, at)) &&
        !news_in_any(s, at) && !only_times(s, at))
      news_add_pronoun(d, at, 1, it_means(d, at));
  if (d->since_charge <= 2) add_both(d);
  for (uint16_t i = s->heads[NC_THING]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    uint32_t end = (uint32_t)h.at + h.n;
    const struct news_mention *last = news_last_charge(d, h.at);
    bool shift = news_hit_at(s, NC_SHIFT, h.at) != NULL;
    if (shift) end = past_rate(s, end, last);
    bool day = end + 1 < s->count && news_hit_at(s, NC_CALENDAR, end + 1) != NULL &&
               !news_word_is(&s->tokens[end], "of");
    bool plain = end >= s->count || s->np[end] == 0 || s->np[end] >= NEWS_NP(NC_NP_AND);
    bool here = last != NULL && last >= s->mentions && last < s->mentions + s->mention_count;
    if (d->since_charge > 2 && !here) continue;
    plain = plain || (day && here); /* "withdrew the measure in June" */
    bool starts = last != NULL && last->percent > 0 && d->since_charge == 0 &&
                  news_has(s, NC_EFFECT, end, end + 3u); /* "The increases take effect" */
    bool moved = !shift || starts || (last != NULL && (last->to > 0 || end > (uint32_t)h.at + h.n));
    if (news_word_is(&s->tokens[h.at], "tax") && (last = last_tax(d)) == NULL) continue;
    if (!is_decreed(s, h.at, end)) continue;
    bool charge = news_word_is(&s->tokens[h.at], "charge");
    if (charge &&
        (last == NULL || !news_has_rate(d->r, last->measure) || last->imposer == NEWS_NO_SIDE))
      continue; /* "the charge that it dumps" */
    uint32_t the = h.at > 0 ? h.at - 1u : 0;
    the -= the > 0 && (news_word_is(&s->tokens[the], "new") || /* "The new rules take effect" */
                       news_word_is(&s->tokens[the], "latest"));
    const struct news_hit *whose = last != NULL ? news_hit_at(s, NC_PARTY, the) : NULL;
    the -= the > 0 && whose != NULL && whose->ref == last->imposer; /* "the American rules" */
    if (h.at > 0 && s->np[the] == NEWS_NP(NC_NP_THE) && plain && moved && !news_in_any(s, h.at))
      news_add_pronoun(d, the, end - the, last);
  }
}

/* "has since removed them", "suspended them": measures, as object of a verb that cues know. */
static void add_them(struct news_reader *d) {
  static const char *const turned[] = {"to", "out", "off", "aside", "alone", "into", "away", "in"};
  const struct news_sentence *s = d->s;
  for (uint32_t at = 1; at < s->count; at++) {
    const struct news_mention *last = NULL;
    if (!s->busy[at - 1] || !news_word_is(&s->tokens[at], "them") || news_in_any(s, at)) continue;
    bool turns = false; /* "asked them to", "left them out" */
    for (size_t k = 0; at + 1 < s->count && k < sizeof turned / sizeof *turned; k++)
      turns = turns || news_word_is(&s->tokens[at + 1], turned[k]);
    if (turns) continue;
    for (uint16_t i = 0; i < s->hit_count && last == NULL; i++)
      if ((uint32_t)s->hits[i].at + s->hits[i].n == at && d->r->cued[s->hits[i].class])
        last = news_last_charge(d, at);
    bool near = last != NULL && (d->since_charge == 0 || news_in_any(s, last->head));
    if (near && last->many && !d->r->measures[last->measure].pair) news_add_pronoun(d, at, 1, last);
  }
}

/* "reopened the border": behind a ban on what came over it that ban. */
static void add_border(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_BORDER]; i != NEWS_NONE && d->since_charge < 3;
       i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    const struct news_mention *last = h.at > 0 ? news_last_charge(d, h.at) : NULL;
    bool the = h.at > 0 &&
               (s->np[h.at - 1] == NEWS_NP(NC_NP_THE) || s->np[h.at - 1] == NEWS_NP(NC_NP_ITS));
    bool to = (uint32_t)h.at + h.n < s->count && news_word_is(&s->tokens[h.at + h.n], "to");
    if (!the || to || last == NULL || news_in_any(s, h.at) || last->good == NEWS_NONE ||
        strcmp(d->r->measures[last->measure].kind, "import-ban") != 0)
      continue;
    uint8_t added = s->mention_count;
    news_add_pronoun(d, h.at - 1u, h.n + 1u, last);
    if (s->mention_count == added) return;
    d->s->mentions[added].pronoun = false; /* a noun: any verb may stand by it */
    d->s->mentions[added].head = h.at;
  }
}

/* "It suspended them in August", and "it", which is no speaker: "Bern says it" is Bern. */
void news_add_stand_ins(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  add_pacts(d);
  add_talks(d);
  for (uint32_t at = 1; at < s->count; at++)
    if (news_word_is(&s->tokens[at], "them") && news_ending(s, NC_HANDLES, at) != NULL &&
        !news_in_any(s, at))
      news_add_pronoun(d, at, 1, it_means(d, at));
  for (uint32_t at = 1; at < s->count; at++)
    if (s->np[at] == NEWS_NP(NC_NP_IT) && s->busy[at - 1] && !news_in_any(s, at) &&
        news_hit_at(s, NC_PARTY, at) == NULL && !only_times(s, at) && !is_clause(s, at))
      news_add_pronoun(d, at, 1,
                       news_is_prolonged(s, at + 1) ? it_means(d, at) : news_last_charge(d, at));
  add_them(d);
  add_border(d);
  news_add_moves(d);
  add_things(d);
}
