// SPDX-License-Identifier: Apache-2.0
// Whom a title or a people means before a verb of saying: "the minister said", "the Americans said".
//
// A title means the person spoken of; a minister, secretary or the like of whom the article has told nothing is of the
// government that acts in the sentence, or of the place where it was said. Where the two are not one nobody is meant.
#include "news/mentions.h"
#include "news/subjects.h"

static enum news_side side_of_body(const struct news_reader *d, uint32_t at) {
  const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, at);
  return h != NULL && !d->r->actors[h->ref].person ? d->r->actors[h->ref].side : NEWS_NO_SIDE;
}

/* "told reporters in Bangkok", "said in Delhi", "In Jakarta, the minister said": whose capital it is. */
static enum news_side side_of_place(const struct news_reader *d, uint32_t verb) {
  if (d->s->np[0] == NEWS_NP(NC_NP_IN) && verb > 3 && d->s->tokens[2].kind == NEWS_MARK)
    return side_of_body(d, 1);
  for (uint32_t at = verb + 1; at + 1 < d->s->count && at < verb + 4; at++) {
    if (d->s->tokens[at].kind != NEWS_WORD) return NEWS_NO_SIDE;
    if (d->s->np[at] != NEWS_NP(NC_NP_IN)) continue;
    return side_of_body(d, at + 1);
  }
  return NEWS_NO_SIDE;
}

/* Whose minister speaks of what the sentence tells: of the government it begins with, and not of another's capital. */
static enum news_side side_meant(const struct news_reader *d, uint32_t base, uint32_t at,
                                 uint32_t verb) {
  uint16_t opens = NEWS_OUTLET;
  enum news_side place = side_of_place(d, verb), side = NEWS_NO_SIDE;
  if (at > 3 && news_body_opens(d, base, &opens) && !d->r->actors[opens].person)
    side = d->r->actors[opens].side;
  for (uint32_t k = 0; k < 2 && side == NEWS_NO_SIDE && at > 3; k++) { /* "India's refiners will" */
    const struct news_hit *h = news_hit_at(d->s, NC_PARTY, k);
    if (h != NULL && news_possessed(d, base + h->at + h->n)) side = (enum news_side)h->ref;
  }
  if (side != NEWS_NO_SIDE && place != NEWS_NO_SIDE && side != place) return NEWS_NO_SIDE;
  return place != NEWS_NO_SIDE ? place : side;
}

bool news_title_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                       struct news_subject *out) {
  if (verb < 2 || !news_in_class(d->s, NC_TITLE, verb - 1)) return false;
  uint32_t at = verb - 1;
  while (at > 0 && verb - at < 6 && d->s->tokens[at - 1].kind == NEWS_WORD &&
         (news_in_class(d->s, NC_TITLE, at - 1) || news_in_class(d->s, NC_PARTY, at - 1) ||
          news_possessed(d, base + at - 1)))
    at--;
  enum news_side side = news_side_in(d, at, verb);
  bool its = at > 0 && d->s->np[at - 1] == NEWS_NP(NC_NP_ITS);
  if (its && side == NEWS_NO_SIDE && d->mind.near) side = d->mind.it.side;
  const struct news_hit *chief =
      news_possessed(d, base + at) ? news_ending(d->s, NC_PERSON, at) : NULL;
  if (chief != NULL) /* "Modi's trade minister": not Modi */
    return d->r->actors[chief->ref].side != NEWS_NO_SIDE &&
           news_body_of(d, d->r->actors[chief->ref].side, at, out);
  const struct news_who *he = &d->mind.he;
  if (he->actor == NEWS_OUTLET && he->unknown == NULL) he = &d->mind.she;
  bool prime = news_prime_minister(d->s, verb); /* one person alone: nobody else is called so */
  if (prime) he = &d->mind.prime;
  bool known = he->actor != NEWS_OUTLET || he->unknown != NULL;
  enum news_side meant = side == NEWS_NO_SIDE && !prime ? side_meant(d, base, at, verb) : side;
  if (known && (meant == NEWS_NO_SIDE || meant == he->side)) {
    news_subject_of(he, at, out);
    return true;
  }
  if (side == NEWS_NO_SIDE && prime) {
    *out = (struct news_subject){.at = at, .actor = NEWS_OUTLET, .lost = true};
    return true;
  }
  return meant != NEWS_NO_SIDE && news_body_of(d, meant, at, out);
}

/* "Egypt will lift its duty, Trade Minister NAME said": of whom no file and no word tells whose; of the government that acts. */
void news_minister_side(struct news_reader *d, uint32_t base, uint32_t verb,
                        struct news_subject *who) {
  static const char *const offices[] = {"minister", "secretary", "premier", "chancellor"};
  bool office = false;
  if (who->unknown == NULL || who->side != NEWS_NO_SIDE || who->at < 4 || who->at > verb) return;
  for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
    office = office || news_word_is(&d->s->tokens[who->at - 1], offices[i]);
  if (!office) return;
  who->side = side_meant(d, base, who->at - 1, verb);
  for (uint32_t i = 0; i < d->known_count; i++)
    if (d->known[i].who.unknown == who->unknown) d->known[i].who.side = who->side;
}

/* "the Americans said": their government. */
bool news_people_before(const struct news_reader *d, uint32_t verb, struct news_subject *out) {
  if (verb < 2 || d->s->np[verb - 2] != NEWS_NP(NC_NP_THE)) return false;
  const struct news_hit *h = news_hit_at(d->s, NC_PARTY, verb - 1);
  return h != NULL && news_body_of(d, (enum news_side)h->ref, verb - 1u, out);
}

/* "Treasury Secretary NAME praised it and said": the person behind what belongs to a title; NULL: none. */
const struct news_hit *news_titled(const struct news_reader *d, uint32_t base, uint32_t from) {
  for (uint32_t at = from; at < from + 9 && at < d->s->count; at++) {
    const struct news_token *t = &d->s->tokens[at];
    const struct news_hit *h = news_hit_at(d->s, NC_PERSON, at);
    if (t->kind != NEWS_WORD || t->quote != 0) return NULL;
    if (h != NULL) return news_possessed(d, base + h->at + h->n) ? NULL : h;
    bool small = d->s->np[at] == NEWS_NP(NC_NP_THE) || d->s->np[at] == NEWS_NP(NC_NP_A);
    if (!t->capital && !small && !news_in_class(d->s, NC_TITLE, at) &&
        !news_in_class(d->s, NC_BODY, at) && !news_in_class(d->s, NC_ACTOR, at))
      return NULL;
  }
  return NULL;
}
