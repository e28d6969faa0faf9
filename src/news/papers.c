// SPDX-License-Identifier: Apache-2.0
// Whose word a paper is: "a fact sheet the White House released said", "the document also says". An order, a ruling and a
// joint statement speak for nobody.
#include "news/mentions.h"
#include "news/subjects.h"

/* A verb of publishing stands there: "released", "had put out". */
static bool is_issued(const struct news_sentence *s, uint32_t at) {
  if (news_hit_at(s, NC_HAVE, at) != NULL) at++;
  return news_hit_at(s, NC_SEALS, at) != NULL;
}

/* "that the White House released", "the farm ministry published": behind the paper stands who has published it. */
static bool issued_behind(const struct news_sentence *s, uint32_t at) {
  bool named = false;
  if (at < s->count &&
      (news_word_is(&s->tokens[at], "that") || news_word_is(&s->tokens[at], "which")))
    at++;
  for (uint32_t k = at; k < at + 6 && k < s->count && s->tokens[k].kind == NEWS_WORD; k++) {
    if (named && is_issued(s, k)) return true;
    if (news_in_class(s, NC_SAY, k) && news_hit_at(s, NC_SEALS, k) == NULL) return false;
    named = named || news_in_class(s, NC_ACTOR, k) || news_in_class(s, NC_BODY, k);
  }
  return false;
}

/* "a letter from", "a fact sheet issued by", "a statement Tokyo put out", but not "a notice published by": whose word it
 * is. */
bool news_sheet_by(const struct news_sentence *s, const struct news_hit *paper) {
  uint32_t by = (uint32_t)paper->at + paper->n;
  if (news_ending(s, NC_SHEET, by) != NULL) {
    if (issued_behind(s, by)) return true;
    const struct news_hit *verb = news_hit_at(s, NC_SEALS, by);
    if (verb != NULL) by += verb->n;
    while (verb != NULL && by < s->count &&
           (news_in_class(s, NC_DATE, by) || s->np[by] == NEWS_NP(NC_NP_ON)))
      by++; /* "issued on Saturday by" */
  }
  return by < s->count &&
         (news_word_is(&s->tokens[by], "from") || news_word_is(&s->tokens[by], "by"));
}

static bool leads_back(const struct news_sentence *s, uint32_t at) {
  return s->np[at] == NEWS_NP(NC_NP_THE) || news_word_is(&s->tokens[at], "that") ||
         news_word_is(&s->tokens[at], "same");
}

/* "The document also says", "according to the fact sheet": of whoever published the one told of last. */
bool news_sheet_again(const struct news_reader *d, uint32_t end, struct news_subject *out) {
  const struct news_hit *h = news_ending(d->s, NC_SHEET, end);
  const struct news_who *who = &d->mind.sheet;
  if (h == NULL || h->at == 0 || !leads_back(d->s, h->at - 1u)) return false;
  if (who->actor == NEWS_OUTLET && who->unknown == NULL) return false;
  news_subject_of(who, h->at, out);
  return true;
}

/* "according to the document": the paper stands behind the verb. */
bool news_sheet_opens(const struct news_reader *d, uint32_t at, struct news_subject *out) {
  for (uint32_t k = at + 1; k < at + 3; k++) {
    const struct news_hit *h = news_hit_at(d->s, NC_SHEET, k);
    if (h != NULL)
      return !news_sheet_by(d->s, h) && news_sheet_again(d, (uint32_t)h->at + h->n, out);
  }
  return false;
}

/* Whose the last paper was: of the body named with it, else of whoever speaks or acts in its sentence. */
void news_sheet_note(struct news_reader *d, const struct news_who *who) {
  static const char *const both[] = {"joint", "common", "both", "two", "draft"};
  for (uint32_t at = 1; at < d->s->count; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_SHEET, at);
    if (h == NULL || d->s->tokens[at].quote != 0 || leads_back(d->s, at - 1)) continue;
    d->mind.sheet = *who;
    const struct news_hit *own = news_ending(d->s, NC_ACTOR, at - d->s->tokens[at - 1].genitive);
    if (own != NULL) d->mind.sheet = (struct news_who){own->ref, NULL, news_side_of(d, own->ref)};
    if (NEWS_IN(&d->s->tokens[at - 1], both))
      d->mind.sheet = (struct news_who){.actor = NEWS_OUTLET};
  }
}

/* ---- the subject of a verb of saying ---------------------------------------------------------------------------------- */

/* "A White House fact sheet said": whose it is. */
static bool paper_of(const struct news_reader *d, uint32_t base, uint32_t paper,
                     struct news_subject *out) {
  const struct news_hit *h = news_actor_before(d, base, paper, 1);
  if (h == NULL || d->r->actors[h->ref].person) return false;
  *out = (struct news_subject){.at = h->at, .actor = h->ref};
  return true;
}

/* Behind the paper of "a fact sheet released" and "a fact sheet that the White House published", which end at the place;
 * the place itself: none does. *by: who published it, or NULL. */
static uint32_t past_issue(const struct news_reader *d, uint32_t end, const struct news_hit **by) {
  uint32_t at = end;
  *by = NULL;
  if (at < 3 || news_ending(d->s, NC_SEALS, at) == NULL) return end;
  at = news_ending(d->s, NC_SEALS, at)->at;
  if (news_in_class(d->s, NC_PAPER, at - 1)) return at;
  if (news_hit_at(d->s, NC_HAVE, at - 1) != NULL) at--;
  const struct news_hit *h = news_ending(d->s, NC_ACTOR, at);
  if (h == NULL) return end;
  at = h->at;
  if (at > 0 && d->s->np[at - 1] == NEWS_NP(NC_NP_THE)) at--;
  if (at > 0 && news_hit_at(d->s, NC_RELATIVE, at - 1) != NULL) at--;
  if (at == 0 || !news_in_class(d->s, NC_PAPER, at - 1)) return end;
  *by = h;
  return at;
}

/* A plain noun before the verb, of no file: "brokers said"; what papers say is what is. */
bool news_noun_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                      struct news_subject *out) {
  uint32_t at = verb;
  while (at > 0 && verb - at < 5 && news_may_lie_between(d, at - 1)) at--;
  const struct news_hit *by;
  at = past_issue(d, at, &by);
  if (by != NULL) {
    *out = (struct news_subject){.at = by->at, .actor = by->ref};
    return true;
  }
  if (at == 0) return false;
  const struct news_token *t = &d->tokens.items[base + at - 1];
  bool plain = t->kind == NEWS_WORD && t->quote == 0 && d->s->np[at - 1] == 0 && t->n > 3 &&
               (!t->capital || at == 1) && !news_in_class(d->s, NC_FUTURE, at - 1);
  if (news_in_class(d->s, NC_PAPER, at - 1))
    return paper_of(d, base, at - 1, out) || news_sheet_again(d, at, out);
  if (!plain || news_in_class(d->s, NC_SAY, at - 1)) return false;
  *out = (struct news_subject){.at = at - 1, .actor = NEWS_OUTLET, .source = true};
  return true;
}
