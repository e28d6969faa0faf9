// SPDX-License-Identifier: Apache-2.0
// The subject of a verb of saying: a name of the files, a name no file has with its country, a body of a government,
// a pronoun, or whoever the sentence begins with. A name in small print ("Beijing's") is not a subject, nor is one that
// a preposition leads in ("officials in Beijing"), nor one that other words part from the verb.
#include <string.h>

#include "news/mentions.h"
#include "news/subjects.h"

bool news_is_mark(const struct news_reader *d, uint32_t at, char c) {
  const struct news_token *t = &d->tokens.items[at];
  return t->kind == NEWS_MARK && d->text->text.p[t->at] == c;
}

bool news_possessed(const struct news_reader *d, uint32_t at) {
  return at < d->tokens.count && d->tokens.items[at].kind == NEWS_WORD &&
         d->text->text.p[d->tokens.items[at].at] == '\'';
}

/* The actor whose name ends nearest before `end`, at most `far` tokens away, outside quotations. */
const struct news_hit *news_actor_before(const struct news_reader *d, uint32_t base, uint32_t end,
                                         uint32_t far) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t stop = (uint32_t)h->at + h->n;
    if (stop > end || end - stop > far || d->tokens.items[base + h->at].quote != 0 ||
        news_possessed(d, base + stop))
      continue;
    if (best == NULL || h->at > best->at) best = h;
  }
  return best;
}

/* A word that may stand between a subject and its verb: "has also", "on Friday", "repeatedly". */
bool news_may_lie_between(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD) return false;
  if (news_in_class(d->s, NC_DATE, at) || d->s->np[at] == NEWS_NP(NC_NP_IN)) return true;
  if (d->s->np[at] == NEWS_NP(NC_NP_ON)) return true;
  if (news_in_class(d->s, NC_BETWEEN, at)) return true;
  const char *p = d->text->text.p + t->at;
  return !t->capital && t->n > 3 && p[t->n - 1] == 'y' && p[t->n - 2] == 'l';
}

static bool reaches(const struct news_reader *d, uint32_t from, uint32_t verb) {
  for (uint32_t at = from; at < verb; at++)
    if (!news_may_lie_between(d, at)) return false;
  return true;
}

static bool led_in(const struct news_sentence *s, uint32_t at) {
  if (at > 0 && s->np[at - 1] == NEWS_NP(NC_NP_THE)) at--;
  uint8_t np = at > 0 ? s->np[at - 1] : 0;
  return np == NEWS_NP(NC_NP_ON) || np == NEWS_NP(NC_NP_IN) || np == NEWS_NP(NC_NP_TO) ||
         np == NEWS_NP(NC_NP_FROM) || np == NEWS_NP(NC_NP_BY);
}

/* The actor whose verb it is: nothing but what may stand between lies between; one behind a preposition is passed. */
static const struct news_hit *actor_of(const struct news_reader *d, uint32_t base, uint32_t verb) {
  uint32_t end = verb;
  for (int hops = 0; hops < 3; hops++) {
    const struct news_hit *h = news_actor_before(d, base, end, 6);
    if (h == NULL || !reaches(d, (uint32_t)h->at + h->n, end)) return NULL;
    if (!led_in(d->s, h->at) || h->at < 2) return h;
    end = h->at - 1u;
    if (d->s->np[end] == NEWS_NP(NC_NP_THE)) end--;
    if (end > 1 && news_in_class(d->s, NC_SEALS, end - 1)) end--; /* "published by" */
    bool paper = end > 0 && news_in_class(d->s, NC_PAPER, end - 1) && !d->r->actors[h->ref].person;
    if (paper) return h; /* "a fact sheet from the White House said" */
  }
  return NULL;
}

/* "Washington and Beijing said": what two governments say is the word of neither alone. */
static bool is_joint(const struct news_reader *d, uint32_t base, const struct news_hit *h) {
  uint32_t at = h->at;
  while (d->r->actors[h->ref].person && at > 0 && h->at - at < 6u &&
         (d->s->tokens[at - 1].capital || news_in_class(d->s, NC_TITLE, at - 1) ||
          d->s->tokens[at - 1].genitive))
    at--; /* "and European Commission President NAME" */
  if (at > 0 && d->s->np[at - 1] == NEWS_NP(NC_NP_THE)) at--;
  if (at < 2 || !news_word_is(&d->s->tokens[at - 1], "and")) return false;
  const struct news_hit *other = news_actor_before(d, base, at - 1, 0);
  return other != NULL && d->r->actors[other->ref].side != d->r->actors[h->ref].side;
}

/* "NAME, who met others, said", and "the minister for trade, NAME, said". */
static const struct news_hit *apposed(const struct news_reader *d, uint32_t base, uint32_t verb) {
  if (verb == 0 || !news_is_mark(d, base + verb - 1, ',')) return NULL;
  uint32_t comma = verb - 1;
  while (comma > 0 && !news_is_mark(d, base + comma - 1, ',')) comma--;
  if (comma == 0) return NULL;
  const struct news_hit *between = news_actor_before(d, base, verb - 1u, 0);
  if (between != NULL && between->at == comma) return between;
  const struct news_hit *h = news_actor_before(d, base, comma - 1, 0);
  return h != NULL && h->at > 1 && led_in(d->s, h->at) ? NULL
                                                       : h; /* "the envoy to Canada, NAME," */
}

bool news_person_opens(const struct news_reader *d, uint32_t base, uint32_t before,
                       uint16_t *actor) {
  const struct news_hit *first = NULL;
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (d->tokens.items[base + h->at].quote != 0 || news_possessed(d, base + h->at + h->n))
      continue;
    if (h->at <= 8 && h->at < before && (first == NULL || h->at < first->at)) first = h;
  }
  if (first != NULL) *actor = first->ref;
  return first != NULL;
}

/* "Brussels published its list", "The Commerce Ministry, meanwhile, answered": a body acts at the head of the sentence. */
bool news_body_opens(const struct news_reader *d, uint32_t base, uint16_t *actor) {
  for (uint32_t at = 0; at < 5 && at < d->s->count; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, at);
    if (h == NULL) h = news_hit_at(d->s, NC_OFFICE, at);
    if (h == NULL) continue;
    uint32_t end = (uint32_t)h->at + h->n;
    bool mark = end < d->s->count && d->s->tokens[end].kind == NEWS_MARK;
    bool aside = mark && end + 2 < d->s->count && news_is_mark(d, base + end + 2, ',');
    aside = aside || (mark && end + 2 < d->s->count &&
                      (news_word_is(&d->s->tokens[end + 1], "whose") ||
                       news_word_is(&d->s->tokens[end + 1], "which")));
    bool office = h->class == NC_OFFICE && d->spoken[d->r->actors[h->ref].side] == 0;
    if (d->s->tokens[at].quote != 0 || (mark && !aside) || office ||
        news_possessed(d, base + end) || led_in(d->s, at))
      return false;
    *actor = h->ref;
    return true;
  }
  return false;
}

/* The side of the last name in [from, to). */
enum news_side news_side_in(const struct news_reader *d, uint32_t from, uint32_t to) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= from && h->at < to && (best == NULL || h->at > best->at)) best = h;
  }
  return best != NULL ? (enum news_side)best->ref : NEWS_NO_SIDE;
}

/* "NAME hit back: unless ..., he wrote": a colon parts the name from what is said. */
static bool colon_before(const struct news_reader *d, uint32_t base, uint32_t end) {
  for (uint32_t at = 0; at < end; at++)
    if (news_is_mark(d, base + at, ':')) return true;
  return false;
}

/* "Trump told Sheinbaum that ..., she said": the only man or woman of the sentence before the pronoun. */
static bool only_one(const struct news_reader *d, uint32_t base, uint32_t at,
                     struct news_who *out) {
  uint8_t sex = news_word_is(&d->s->tokens[at], "she") ? 2 : 1;
  uint16_t found = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= at || d->r->actors[h->ref].sex != sex || d->tokens.items[base + h->at].quote != 0)
      continue;
    if (found != NEWS_OUTLET && found != h->ref) return false;
    found = h->ref;
  }
  uint16_t opens = NEWS_OUTLET; /* "NAME had confirmed it, he said": he could be another */
  if (found == NEWS_OUTLET || (news_person_opens(d, base, at, &opens) && opens == found))
    return false;
  *out = (struct news_who){found, NULL, d->r->actors[found].side};
  return true;
}

/* "China would lift it, it said": by that name it is the country, of which others tell too. */
static bool is_country(const struct news_reader *d, uint16_t actor) {
  const struct news_actor *a = &d->r->actors[actor];
  return a->side != NEWS_NO_SIDE && strcmp(a->name, d->r->sides[a->side].name) == 0;
}

/* "he said", "they said": whoever is meant; lost where nobody can tell. */
static bool pronoun_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                           struct news_subject *out) {
  for (uint32_t at = verb; at > 0 && verb - at < 4; at--) {
    uint32_t k = at - 1;
    bool they = news_word_is(&d->s->tokens[k], "they"), it = news_word_is(&d->s->tokens[k], "it");
    if (!they && !it && !news_is_pronoun(d->s, k)) continue;
    struct news_who who = {.actor = NEWS_OUTLET};
    if (d->tokens.items[base + k].quote != 0 || !reaches(d, k + 1, verb)) return false;
    bool meant = !they && news_pronoun_means(d, k, &who);
    uint16_t opens;
    bool turned = k > 0 && d->tokens.items[base + k - 1].kind != NEWS_WORD &&
                  !colon_before(d, base, k); /* "..., it said" */
    bool iffy = turned && !meant &&
                (news_hit_at(d->s, NC_IF, 0) != NULL ||
                 news_hit_at(d->s, NC_TURN, 0) != NULL); /* "If Riyadh does" */
    if (it && !iffy && k > 4 && news_body_opens(d, base, &opens) &&
        (!turned || !is_country(d, opens) || (!meant && news_speaks_itself(d, k)))) {
      who = (struct news_who){opens, NULL, d->r->actors[opens].side};
      meant = !d->r->actors[opens].person;
    }
    if (it && iffy) meant = news_main_opens(d, k, &who);
    if (it && !meant && turned && !iffy) meant = news_office_opens(d, base, &who);
    if (it && meant && turned && news_agency_opens(d, &who)) meant = false;
    const struct news_voice *v = d->voice_count > 0 ? &d->voices[d->voice_count - 1] : NULL;
    bool spoke = v != NULL && v->sentence == base && !v->lost && v->verb < base + k &&
                 verb + 1 < d->s->count &&
                 news_is_mark(d, base + verb + 1, ','); /* ", he claimed," */
    if (!they && !it && (!turned || spoke) && news_person_opens(d, base, k, &opens)) {
      uint8_t sex = d->r->actors[opens].sex;
      bool she = news_word_is(&d->s->tokens[k], "she");
      if (sex == 0 || (sex == 2) == she) {
        who = (struct news_who){opens, NULL, d->r->actors[opens].side};
        meant = true;
      }
    }
    if (!they && !it && !meant && turned) meant = only_one(d, base, k, &who);
    news_subject_of(&who, k, out);
    out->lost = !meant;
    return true;
  }
  return false;
}

/* "Speaking in Ottawa after a call, he": behind the adjunct that opens the sentence. */
static uint32_t past_opening(const struct news_reader *d, uint32_t base, uint32_t verb) {
  static const char *const words[] = {"speaking", "asked", "in",    "at",     "after",
                                      "during",   "on",    "later", "before", "standing"};
  uint32_t at = 0;
  if (!NEWS_IN(&d->s->tokens[0], words)) return 0;
  while (at < verb && at < 18 && d->tokens.items[base + at].quote == 0) {
    if (news_is_mark(d, base + at, ',')) return at + 1;
    at++;
  }
  return 0;
}

/* "NAME called the step good and said": whoever the sentence begins with. */
static bool opener(struct news_reader *d, uint32_t base, uint32_t verb, struct news_subject *out) {
  if (verb == 0 || d->s->np[verb - 1] != NEWS_NP(NC_NP_AND)) return false;
  uint32_t from = past_opening(d, base, verb);
  for (uint32_t at = from + 1; at <= from + 10 && at < verb; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, at - 1);
    if (h != NULL && d->tokens.items[base + at - 1].quote == 0 &&
        !news_possessed(d, base + h->at + h->n)) {
      *out = (struct news_subject){.at = h->at, .actor = h->ref};
      return true;
    }
    if (news_is_pronoun(d->s, at - 1) && at == from + 1) {
      struct news_who who;
      if (!news_pronoun_means(d, from, &who)) return false;
      news_subject_of(&who, from, out);
      return true;
    }
    if (!d->s->tokens[at].capital && d->s->tokens[at - 1].capital &&
        news_name_before(d, base, at, out))
      return true;
  }
  return from == 0 && news_body_heads(d, base, out); /* "The spokesperson voiced regret and said" */
}

/* "was told by NAME that"; *none: nobody is named, "India has been told: ...". */
static bool told_by(struct news_reader *d, uint32_t base, const struct news_hit *verb,
                    struct news_subject *out, bool *none) {
  bool passive = false;
  for (uint32_t at = verb->at > 2 ? verb->at - 2u : 0; at < verb->at; at++)
    passive = passive || news_word_is(&d->s->tokens[at], "was") ||
              news_word_is(&d->s->tokens[at], "were") || news_word_is(&d->s->tokens[at], "been");
  uint32_t by = (uint32_t)verb->at + verb->n;
  if (!passive || !news_word_is(&d->s->tokens[verb->at], "told")) return false;
  *none = by >= d->s->count || !news_word_is(&d->s->tokens[by], "by");
  if (!*none && !news_behind(d, base, by + 1, out)) out->lost = true;
  out->at = verb->at - 1u;
  return true;
}

/* "had", "is", "lifted": a clause and no name. */
static bool has_done(const struct news_reader *d, uint32_t at) {
  static const char *const words[] = {"had", "has", "have", "is", "was", "are", "were"};
  const struct news_token *t = &d->s->tokens[at];
  return NEWS_IN(t, words);
}

/* The name behind the verb: "according to NAME", "...," said NAME, and ", said NAME" with nothing after it. */
static bool subject_behind(struct news_reader *d, uint32_t base, const struct news_hit *verb,
                           bool according, bool closed, struct news_subject *out) {
  uint32_t behind = (uint32_t)verb->at + verb->n;
  if (according && d->mind.it.side != NEWS_NO_SIDE &&
      news_has(d->s, NC_PAPER, behind + 1, behind + 3) &&
      d->s->np[behind] == NEWS_NP(NC_NP_ITS)) { /* "according to its statement" */
    news_subject_of(&d->mind.it, verb->at, out);
    return true;
  }
  if (!according && !closed) { /* ", said NAME." but not ", said Canada would" */
    uint32_t end = behind;
    while (end < d->s->count && d->s->tokens[end].kind == NEWS_WORD && end < behind + 10 &&
           news_past_adjunct(d, base, end) == end && !news_word_is(&d->s->tokens[end], "that") &&
           news_hit_at(d->s, NC_FUTURE, end) == NULL)
      end++;
    if (end < d->s->count && d->s->tokens[end].kind != NEWS_MARK &&
        news_past_adjunct(d, base, end) == end)
      return false;
    for (uint32_t at = behind; at < end; at++) /* ", said Canada had lifted" */
      if (has_done(d, at)) return false;
  }
  if (according && news_sheet_opens(d, behind, out)) {
    out->at = verb->at;
    return true;
  }
  if (!news_behind(d, base, behind, out)) return false;
  if (according) out->at = verb->at;
  return true;
}

/* ", said NAME, who added": whoever stands before "who", or spoke before it. */
static bool who_before(struct news_reader *d, uint32_t base, uint32_t verb,
                       struct news_subject *out) {
  if (verb < 2 || !news_word_is(&d->s->tokens[verb - 1], "who")) return false;
  uint32_t end = verb - 1;
  if (news_is_mark(d, base + end - 1, ',')) end--;
  const struct news_hit *h = news_actor_before(d, base, end, 0);
  const struct news_voice *v = d->voice_count > 0 ? &d->voices[d->voice_count - 1] : NULL;
  if (h != NULL)
    *out = (struct news_subject){.at = h->at, .actor = h->ref};
  else if (news_name_before(d, base, end, out))
    return true;
  else if (v != NULL && v->sentence == base && v->subject < base + verb)
    *out =
        (struct news_subject){v->subject - base, v->actor, v->unknown, v->side, v->source, v->lost};
  else
    return false;
  return true;
}

/* Of "has also said" where it begins. */
static uint32_t verb_start(const struct news_reader *d, uint32_t verb) {
  while (verb > 0 && (d->s->np[verb - 1] == 0 || d->s->np[verb - 1] == NEWS_NP(NC_NP_WORD)) &&
         news_may_lie_between(d, verb - 1) && !news_in_class(d->s, NC_DATE, verb - 1))
    verb--;
  return verb;
}

/* "Ron Wyden of Oregon said". */
static bool name_of_place(struct news_reader *d, uint32_t base, uint32_t verb,
                          struct news_subject *out) {
  const struct news_hit *place = news_actor_before(d, base, verb, 0);
  uint32_t of = place != NULL ? place->at : verb - 1u;
  if (verb < 4 || of < 2 || !d->s->tokens[verb - 1].capital ||
      !news_word_is(&d->s->tokens[of - 1], "of"))
    return false;
  return news_name_before(d, base, of - 1, out);
}

static bool find_before(struct news_reader *d, uint32_t base, uint32_t verb,
                        struct news_subject *out) {
  const struct news_hit *h = apposed(d, base, verb);
  if (pronoun_before(d, base, verb, out) || who_before(d, base, verb, out)) return true;
  if (h == NULL && news_source_before(d, base, verb, out)) return true;
  if (h == NULL) h = actor_of(d, base, verb);
  if (h != NULL && is_joint(d, base, h)) return false;
  if (h == NULL && verb > 0 && d->s->np[verb - 1] == NEWS_NP(NC_NP_AND))
    h = news_titled(d, base, past_opening(d, base, verb));
  if (h != NULL) {
    *out = (struct news_subject){.at = h->at, .actor = h->ref};
    return true;
  }
  return news_name_before(d, base, verb, out) || name_of_place(d, base, verb, out) ||
         news_name_apposed(d, base, verb, out) || news_body_before(d, base, verb, out) ||
         news_title_before(d, base, verb, out) || news_people_before(d, verb, out) ||
         opener(d, base, verb, out) || news_noun_before(d, base, verb, out);
}

bool news_subject_find(struct news_reader *d, uint32_t base, const struct news_hit *verb,
                       struct news_subject *out) {
  bool according = news_according(d->s, verb);
  bool closed = verb->at > 0 && d->tokens.items[base + verb->at - 1].kind == NEWS_CLOSE;
  bool turned = verb->at > 0 && news_is_mark(d, base + verb->at - 1, ',');
  *out = (struct news_subject){.actor = NEWS_OUTLET};
  bool none = false;
  if (told_by(d, base, verb, out, &none)) return !none;
  bool before = !according && !closed &&
                (apposed(d, base, verb_start(d, verb->at)) != NULL ||
                 (turned && news_name_apposed(d, base, verb->at, out)));
  if (!before && (according || closed || turned) &&
      subject_behind(d, base, verb, according, closed, out))
    return true;
  return !according && find_before(d, base, verb_start(d, verb->at), out);
}
