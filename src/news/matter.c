// SPDX-License-Identifier: Apache-2.0
// The goods a paragraph turns to: "Cars are a separate story. They have been charged 15%", "Brazilian steel is no better off.
// It is subject to 50%", "Steel is the sore point. Korean mills pay 50%". The sentence names them as its subject and tells of no
// rate; what the next ones of the paragraph tell of "it", of makers or of the metal is of those goods.
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

#define REACH 3 /* sentences behind it */

/* "are", "remains", "has fared": the verb right behind the subject, "industry" or "sector" between. */
static bool verb_follows(const struct news_sentence *s, uint32_t at) {
  static const char *const verbs[] = {"is",      "are",   "was",  "were",  "remain",
                                      "remains", "has",   "have", "fare",  "fares",
                                      "stay",    "stays", "come", "comes", "fared",
                                      "got",     "may",   "will", "too",   "meanwhile"};
  if (at < s->count && news_in_class(s, NC_TRADES, at)) at++;
  if (at < s->count && s->tokens[at].kind == NEWS_MARK) at++; /* "Steel, too, is" */
  return at < s->count && NEWS_IN(&s->tokens[at], verbs);
}

/* Past the goods of a row: "textiles, leather and shrimp". */
static uint32_t past_row(const struct news_sentence *s, const struct news_hit *good) {
  uint32_t at = (uint32_t)good->at + good->n;
  while (at + 1 < s->count) {
    uint32_t next = at;
    while (next < s->count && next < at + 2 &&
           (s->tokens[next].kind == NEWS_MARK || news_word_is(&s->tokens[next], "and")))
      next++;
    const struct news_hit *more = next > at ? news_hit_at(s, NC_GOOD, next) : NULL;
    if (more == NULL) break;
    at = (uint32_t)more->at + more->n;
  }
  return at;
}

static bool tells_rate(const struct news_reader *d) {
  for (uint8_t k = 0; k < d->s->mention_count; k++)
    if (d->s->mentions[k].percent != 0 || d->s->mentions[k].to != 0) return true;
  return d->s->heads[NC_PERCENT] != NEWS_NONE;
}

/* "European goods pay 10%. Cars are a separate story": of whom the duty before hits, else whom the sentence before is about. */
static enum news_side whose(const struct news_reader *d) {
  const struct news_told *was = news_told(d, 0);
  bool near = was != NULL && was->sentence + 4 > d->sentence && news_has_rate(d->r, was->m.measure);
  if (near && was->m.target_count == 1) return (enum news_side)was->m.targets[0];
  enum news_side side = d->about.at + 1 == d->sentence ? d->about.side : NEWS_NO_SIDE;
  return near || side == d->r->levier ? NEWS_NO_SIDE : side;
}

void news_matter_keep(struct news_reader *d) {
  static const char *const leads[] = {"but", "and", "then", "the", "only", "even", "for"};
  const struct news_sentence *s = d->s;
  uint32_t at = 0;
  while (at < 3 && at + 2 < s->count && NEWS_IN(&s->tokens[at], leads)) at++;
  const struct news_hit *who = at < s->count ? news_hit_at(s, NC_PARTY, at) : NULL;
  if (who != NULL && (uint32_t)who->at + who->n < s->count) at = (uint32_t)who->at + who->n;
  const struct news_hit *good = at + 1 < s->count ? news_hit_at(s, NC_GOOD, at) : NULL;
  if (good == NULL || tells_rate(d) || !verb_follows(s, past_row(s, good))) return;
  d->matter.good = good->ref;
  d->matter.side = who != NULL ? (enum news_side)who->ref : whose(d);
  d->matter.at = d->sentence;
}

/* The goods the paragraph has turned to; NEWS_NONE. */
static uint16_t matter_of(const struct news_reader *d) {
  bool near = d->matter.at >= d->paragraph && d->sentence <= d->matter.at + REACH;
  return d->matter.good != NEWS_NONE && near ? d->matter.good : (uint16_t)NEWS_NONE;
}

/* "Korean mills", "European metal", "those from Brazil": of the goods spoken of. */
static bool stands_for_goods(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"metal", "metals", "ones", "mills", "smelters", "plants"};
  return at < s->count && (news_in_class(s, NC_MAKERS, at) || NEWS_IN(&s->tokens[at], words));
}

/* "put 6% on steel from India. Indian mills will pay it": who makes those of the only duties the paragraph has told of. */
static uint16_t made_there(const struct news_reader *d, uint32_t at) {
  static const char *const words[] = {"mills", "producers", "smelters", "makers", "growers"};
  uint16_t good = NEWS_NONE;
  if (at >= d->s->count || !NEWS_IN(&d->s->tokens[at], words)) return good;
  for (uint32_t n = 0; news_told(d, n) != NULL && news_told(d, n)->sentence >= d->paragraph; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    if (!news_has_rate(d->r, x->measure) || x->pronoun) continue;
    if (x->good == NEWS_NONE || (good != NEWS_NONE && good != x->good)) return NEWS_NONE;
    good = x->good;
  }
  return good;
}

uint16_t news_matter_beside(const struct news_reader *d, uint32_t behind) {
  uint16_t good = stands_for_goods(d->s, behind) ? matter_of(d) : (uint16_t)NEWS_NONE;
  return good != NEWS_NONE ? good : made_there(d, behind);
}

/* "They have been charged 15%", "It is subject to": the goods, and whose they are. */
static void mark_subject(struct news_reader *d) {
  static const char *const words[] = {"it", "they", "those", "these"};
  struct news_sentence *s = d->s;
  uint32_t at = news_word_is(&s->tokens[0], "but") || news_word_is(&s->tokens[0], "now");
  if (d->matter.at + 1 != d->sentence || at + 2 >= s->count || !NEWS_IN(&s->tokens[at], words) ||
      !news_has(s, NC_OWES, at + 1, at + 6))
    return;
  if (news_hit_at(s, NC_GOOD, at) == NULL) news_hit_add(s, NC_GOOD, at, 1, d->matter.good);
  if (d->matter.side != NEWS_NO_SIDE && news_hit_at(s, NC_PARTY, at) == NULL)
    news_hit_add(s, NC_PARTY, at, 1, (uint16_t)d->matter.side);
}

bool news_is_plan(const struct news_sentence *s, const struct news_match *m) {
  return m->from < m->to && news_in_class(s, NC_PLAN_NOUN, m->from);
}

/* "imports above the new quotas pay 50%": from anywhere. */
static bool above_quota(const struct news_sentence *s, uint32_t head) {
  static const char *const what[] = {"imports", "shipments", "volumes", "anything"};
  static const char *const above[] = {"above", "beyond", "over", "outside"};
  for (uint32_t at = head; at > 1 && at + 16u > head; at--)
    if (NEWS_IN(&s->tokens[at - 1], above) && NEWS_IN(&s->tokens[at - 2], what)) return true;
  return false;
}

/* "a duty on anything above that", "outside them" */
static bool is_beyond(const struct news_sentence *s, uint32_t from, uint32_t to) {
  static const char *const above[] = {"above", "beyond", "over", "outside"};
  static const char *const what[] = {"that", "it", "them", "those", "quota", "quotas", "the"};
  for (uint32_t at = from; at + 1 < s->count && at < to; at++)
    if (NEWS_IN(&s->tokens[at], above) && NEWS_IN(&s->tokens[at + 1], what)) return true;
  return false;
}

/* "cut the steel quotas and charge 50% on anything above that": on the goods of the quota told before. */
static void take_quota(const struct news_sentence *s, struct news_mention *m) {
  static const char *const words[] = {"quota", "quotas"};
  if (m->good != NEWS_NONE || m->form != NEWS_NOUN || m->target_count > 0) return;
  for (uint32_t at = 0; at < m->at; at++) {
    if (!NEWS_IN(&s->tokens[at], words)) continue;
    const struct news_hit *h = news_ending(s, NC_GOOD, at);
    if (h == NULL && at + 2 < m->at && news_word_is(&s->tokens[at + 1], "for"))
      h = news_hit_at(s, NC_GOOD, at + 2);
    if (h != NULL && is_beyond(s, m->at, (uint32_t)m->at + m->n + 10u)) m->good = h->ref;
  }
}

void news_matter_mark(struct news_reader *d) {
  struct news_sentence *s = d->s;
  uint16_t good = matter_of(d);
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (news_has_rate(d->r, s->mentions[k].measure)) take_quota(s, &s->mentions[k]);
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    if (!m->bare || m->target_count > 0 || !above_quota(s, m->at)) continue;
    m->worldwide = true;
    if (m->good == NEWS_NONE) m->good = good;
  }
  if (good == NEWS_NONE) return;
  mark_subject(d);
  for (uint8_t k = 0; k < s->mention_count; k++) { /* "still takes 50% on European metal" */
    struct news_mention *m = &s->mentions[k];
    uint32_t end = (uint32_t)m->at + m->n;
    bool open = m->form == NEWS_NOUN && m->good == NEWS_NONE && m->target_count == 1 &&
                m->percent > 0 && news_has_rate(d->r, m->measure);
    if (!open) continue;
    if (news_matter_beside(d, end) == NEWS_NONE && news_matter_beside(d, end - 1u) == NEWS_NONE)
      continue;
    m->good = d->matter.good;
  }
}
