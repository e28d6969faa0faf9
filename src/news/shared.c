// SPDX-License-Identifier: Apache-2.0
// What two clauses share: "The tariffs take effect in May and will rise to 25% in June" is read as if the tariffs were
// printed again before the second verb; "the former" and "the latter" are the two measures spoken of last.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* The place is inside a measure, or names somebody: the next verb has another subject. */
static bool turns_to(const struct news_sentence *s, uint32_t at, const struct news_mention *but) {
  if (news_hit_at(s, NC_PARTY, at) != NULL || s->np[at] == NEWS_NP(NC_NP_IT)) return true;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (&s->mentions[k] != but && at == s->mentions[k].at) return true;
  return false;
}

static bool is_passive(const struct news_sentence *s, uint32_t from, uint32_t to) {
  static const char *const words[] = {"was", "were", "been", "be", "is", "are"};
  for (uint32_t at = from; at < to; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* "was imposed in March and doubled in June": a verb without an object, as passive as the one before it. */
static bool shares_passive(const struct news_reader *d, uint32_t from, uint32_t at) {
  const struct news_sentence *s = d->s;
  uint32_t verb = at + 1;
  if (verb + 1 < s->count &&
      (news_word_is(&s->tokens[verb], "then") || news_word_is(&s->tokens[verb], "later")))
    verb++;
  const struct news_token *t = &s->tokens[verb];
  bool ed =
      t->kind == NEWS_WORD && t->n > 4 && memcmp(d->text->text.p + t->at + t->n - 2, "ed", 2) == 0;
  if ((!ed && news_hit_at(s, NC_DEED, verb) == NULL) || t->capital || verb + 1 >= s->count)
    return false;
  static const uint16_t behind[] = {NC_NP_ON, NC_NP_IN, NC_NP_TO, NC_NP_FROM, NC_NP_BY};
  bool ends = s->tokens[verb + 1].kind == NEWS_MARK || news_hit_at(s, NC_DATE, verb + 1) != NULL;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    ends = ends || news_np_class(s, verb + 1) == behind[i];
  return ends && is_passive(s, from, at);
}

void news_share_subjects(struct news_reader *d) {
  struct news_sentence *s = d->s;
  uint8_t count = s->mention_count;
  for (uint8_t k = 0; k < count && s->mention_count < NEWS_MENTIONS; k++) {
    struct news_mention m = s->mentions[k];
    uint32_t end = (uint32_t)m.at + m.n;
    if (m.form != NEWS_NOUN || end >= s->count) continue;
    if (m.at > 0 && news_has(s, NC_LULL_OF, m.at > 3 ? m.at - 3u : 0, m.at))
      continue; /* "The suspension of the fees began and lasts until": the suspension does */
    bool verb = news_is_verb(s, end); /* else "rest on section 232 and are in force" */
    if (!verb && (s->tokens[end].kind != NEWS_WORD || s->np[end] != 0 || s->tokens[end].capital))
      continue;
    for (uint32_t at = end + 1; at + 2 < s->count; at++) {
      bool law = news_word_is(&s->tokens[at], "section");
      if ((!law && turns_to(s, at, &s->mentions[k])) ||
          (!verb && s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL))
        break;
      if (!news_word_is(&s->tokens[at], "and")) continue;
      if (!news_is_verb(s, at + 1) && !shares_passive(d, m.head, at)) continue;
      m.at = m.head = (uint16_t)at;
      m.n = 1;
      m.pronoun = m.definite = m.shared = true;
      news_mention_again(d, &m);
      break;
    }
  }
}

/* ---- the former and the latter --------------------------------------------------------------------------------------- */

/* Of the two charges told last in the sentences right before the older or the newer; other than two: NULL. */
static const struct news_mention *of_two(const struct news_reader *d, bool older) {
  const struct news_mention *two[2] = {NULL, NULL};
  uint32_t n = 0;
  for (const struct news_told *x; (x = news_told(d, n)) != NULL; n++) {
    if (d->sentence - x->sentence > 2) break;
    if (d->r->measures[x->m.measure].pair || x->aside) continue;
    if (x->m.imposer == NEWS_NO_SIDE) return NULL;
    if (two[1] != NULL) return NULL;
    two[two[0] != NULL] = &x->m;
  }
  return two[1] != NULL ? two[older] : NULL;
}

static void add_one(struct news_reader *d, uint32_t at, uint32_t n, const struct news_mention *x) {
  if (x == NULL || d->s->mention_count >= NEWS_MENTIONS) return;
  struct news_mention m = *x;
  m.at = m.head = (uint16_t)at;
  m.n = (uint16_t)n;
  m.percent = x->to > 0 ? x->to : x->percent;
  m.to = m.was = 0;
  m.pronoun = m.definite = true;
  news_mention_again(d, &m);
}

/* "The former was lifted", "The latter took effect": no noun behind it. */
void news_mark_two(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint32_t at = 1; at + 1 < s->count; at++) {
    bool former = news_word_is(&s->tokens[at], "former"),
         latter = news_word_is(&s->tokens[at], "latter");
    if ((former || latter) && news_word_is(&s->tokens[at - 1], "the") && news_is_verb(s, at + 1))
      add_one(d, at - 1, 2, of_two(d, former));
  }
}

/* ---- each other's ---------------------------------------------------------------------------------------------------- */

/* "each other", "the other's goods" */
static bool other_side(const struct news_sentence *s, uint32_t at) {
  return news_word_is(&s->tokens[at], "each") || s->tokens[at + 1].genitive ||
         (at + 2 < s->count && s->tokens[at + 2].genitive);
}

/* "charge each other's ships extra port fees": before the noun. */
static bool mutual_before(const struct news_sentence *s, uint32_t head) {
  for (uint32_t at = head; at > 0 && head - at < 7u; at--) {
    const struct news_token *t = &s->tokens[at - 1];
    if (t->kind != NEWS_WORD || s->np[at - 1] == NEWS_NP(NC_NP_AND)) return false;
    if (news_word_is(t, "each"))
      return news_word_is(&t[1], "other") && at + 1 < head && t[2].genitive;
  }
  return false;
}

/* "on each other's goods": what one does the other does too. */
bool news_is_mutual(const struct news_sentence *s, const struct news_mention *m) {
  if (mutual_before(s, m->head)) return true;
  for (uint32_t at = m->head; at + 1 < s->count && at < (uint32_t)m->at + m->n + 8u; at++) {
    if (s->tokens[at].kind == NEWS_MARK && s->tokens[at].n == 1 && at > (uint32_t)m->at + m->n)
      return false;
    if ((news_word_is(&s->tokens[at], "each") || news_word_is(&s->tokens[at], "the")) &&
        news_word_is(&s->tokens[at + 1], "other") && other_side(s, at))
      return true;
  }
  return false;
}

/* "cut tariffs by 115 points on each side": it is not one duty. */
bool news_on_both(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n;
  for (uint32_t at = m->head; at + 2 < s->count && at < end + 8u; at++) {
    if (s->tokens[at].kind == NEWS_MARK && at > end) return false;
    bool on = news_word_is(&s->tokens[at], "on") || news_word_is(&s->tokens[at], "by");
    bool both =
        news_word_is(&s->tokens[at + 1], "each") || news_word_is(&s->tokens[at + 1], "both");
    bool sides =
        news_word_is(&s->tokens[at + 2], "side") || news_word_is(&s->tokens[at + 2], "sides");
    if (on && both && sides) return true;
  }
  return false;
}
