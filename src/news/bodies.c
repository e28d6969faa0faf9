// SPDX-License-Identifier: Apache-2.0
// Who speaks without a name of their own: ministries, officials, spokesmen of a government, and people nobody names.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* A side's own body, by its name: "China"; else the name alone. */
static void speak_for(const struct news_reader *d, enum news_side side, struct news_subject *out) {
  const char *name = d->r->sides[side].name;
  out->side = side;
  out->unknown = name;
  for (uint16_t i = 0; i < d->r->actor_count; i++)
    if (d->r->actors[i].side == side && strcmp(d->r->actors[i].name, name) == 0) {
      out->actor = i;
      out->unknown = NULL;
      return;
    }
}

bool news_body_of(const struct news_reader *d, enum news_side side, uint32_t at,
                  struct news_subject *out) {
  *out = (struct news_subject){.at = at, .actor = NEWS_OUTLET};
  speak_for(d, side, out);
  return true;
}

static enum news_side side_first(const struct news_reader *d, uint32_t to) {
  for (uint32_t at = 0; at < to; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_PARTY, at);
    if (h != NULL && d->s->tokens[at].quote == 0) return (enum news_side)h->ref;
  }
  return NEWS_NO_SIDE;
}

static bool has_its(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++)
    if (s->np[at] == NEWS_NP(NC_NP_ITS)) return true;
  return false;
}

/* Whose "its customs office" is: of whoever the sentence begins with, of the body of this paragraph, else of the first
 * side that is no part of a measure's name. */
static enum news_side side_of_its(const struct news_reader *d, uint32_t base, uint32_t to) {
  uint16_t opens;
  if (news_person_opens(d, base, to, &opens) || news_body_opens(d, base, &opens))
    return news_side_of(d, opens);
  if (d->mind.near && d->mind.it.side != NEWS_NO_SIDE) return d->mind.it.side;
  return side_first(d, to);
}

/* "its commerce ministry": the office of that side; without a side, the only one by that name the article can mean. */
static bool office_of(const struct news_reader *d, enum news_side side, uint32_t from, uint32_t to,
                      struct news_subject *out) {
  uint16_t found = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_OFFICE]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    enum news_side own = d->r->actors[h->ref].side;
    if (h->at < from || h->at >= to || (side != NEWS_NO_SIDE && own != side)) continue;
    if (d->spoken[own] == 0) continue;
    if (found != NEWS_OUTLET && found != h->ref) return false;
    found = h->ref;
  }
  if (found == NEWS_OUTLET) return false;
  out->actor = found;
  out->side = d->r->actors[found].side;
  return true;
}

/* The body named in [low, high): an actor of the files that is none, its office, whoever the side is. */
bool news_body_named(const struct news_reader *d, uint32_t low, uint32_t high,
                     struct news_subject *out) {
  *out = (struct news_subject){.at = low, .actor = NEWS_OUTLET};
  uint16_t actor = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= low && h->at < high && !d->r->actors[h->ref].person) actor = h->ref;
  }
  enum news_side side =
      actor != NEWS_OUTLET ? d->r->actors[actor].side : news_side_in(d, low, high);
  if (office_of(d, side, low, high, out)) return true;
  if (actor != NEWS_OUTLET) {
    out->actor = actor;
    out->side = side;
  } else if (side != NEWS_NO_SIDE)
    speak_for(d, side, out);
  return side != NEWS_NO_SIDE;
}

/* "India's commerce ministry will lift the ban, it said": the ministry that the sentence begins with. */
bool news_office_opens(const struct news_reader *d, uint32_t base, struct news_who *who) {
  struct news_subject own;
  for (uint32_t at = 1; at < 6 && at + 1 < d->s->count && d->s->tokens[at].kind == NEWS_WORD;
       at++) {
    if (news_hit_at(d->s, NC_BODY, at) == NULL || news_possessed(d, base + at + 1)) continue;
    if (!news_body_named(d, 0, at + 1, &own)) return false;
    *who = (struct news_who){own.actor, own.unknown, own.side};
    return true;
  }
  return false;
}

/* "If Riyadh lifts its ban, Beijing will do the same, it said": who begins the main clause. */
bool news_main_opens(const struct news_reader *d, uint32_t before, struct news_who *who) {
  uint32_t at = 1;
  while (at < before && d->s->tokens[at].kind != NEWS_MARK) at++;
  at += 1u + (at + 1 < before && news_np_class(d->s, at + 1) == NC_NP_THE);
  const struct news_hit *h = at < before ? news_hit_at(d->s, NC_ACTOR, at) : NULL;
  if (h == NULL || d->r->actors[h->ref].person || d->s->tokens[h->at + h->n - 1u].genitive)
    return false;
  *who = (struct news_who){h->ref, NULL, d->r->actors[h->ref].side};
  return true;
}

/* "India has lifted its ban, it said": nobody tells it of India. But that it "will", "would" or "agreed" may be the other side's word. */
bool news_speaks_itself(const struct news_reader *d, uint32_t before) {
  static const char *const words[] = {"would", "could", "should", "might",
                                      "will",  "had",   "agreed", "promised"};
  for (uint32_t at = 0; at < before; at++)
    if (NEWS_IN(&d->s->tokens[at], words)) return false;
  return true;
}

/* "The customs service has paid them back, it said": an agency that no file names, and not whoever was spoken of before. */
bool news_agency_opens(const struct news_reader *d, const struct news_who *meant) {
  static const char *const words[] = {"service", "agency", "office", "bureau", "authority", "bank"};
  const struct news_sentence *s = d->s;
  if (s->count < 5 || s->np[0] != NEWS_NP(NC_NP_THE)) return false;
  for (uint32_t at = 1; at < 4; at++) {
    const struct news_hit *h = news_hit_at(s, NC_ACTOR, at);
    if (h != NULL && h->ref == meant->actor) return false;
    if (s->tokens[at].kind != NEWS_WORD) return false;
    if (NEWS_IN(&s->tokens[at], words)) return true;
  }
  return false;
}

static void take_who(const struct news_who *w, struct news_subject *out) {
  out->actor = w->actor;
  out->unknown = w->unknown;
  out->side = w->side;
}

/* Its name has the word: "the ministry" behind "China's Ministry of Commerce". */
static bool named_so(const struct news_reader *d, const struct news_who *w, uint32_t base,
                     const struct news_hit *body) {
  if (w->actor == NEWS_OUTLET) return false;
  const struct news_token *t = &d->tokens.items[base + body->at];
  struct str name = str_of(d->r->actors[w->actor].name);
  for (size_t i = 0; i + t->n <= name.n; i++)
    if (str_eq_nocase((struct str){name.p + i, t->n}, (struct str){d->text->text.p + t->at, t->n}))
      return true;
  return false;
}

/* "spokesperson", "official": somebody who speaks for a body, and not the body. */
static bool is_spokesman(const struct news_reader *d, uint32_t base, const struct news_hit *body) {
  const struct news_token *t = &d->tokens.items[base + body->at];
  const char *p = d->text->text.p + t->at;
  return t->n > 6 && (memcmp(p, "spokes", 6) == 0 || memcmp(p, "offici", 6) == 0);
}

/* "a trade ministry official", and not "three officials". */
static bool of_office(const struct news_reader *d, const struct news_hit *body) {
  for (uint32_t at = body->at > 2 ? body->at - 2u : 0; at < body->at; at++)
    if (news_in_class(d->s, NC_BODY, at)) return true;
  return false;
}

/* One spokesman, and not "one of the officials". */
static bool speaks_alone(const struct news_reader *d, uint32_t base, const struct news_hit *body) {
  const struct news_token *t = &d->tokens.items[base + body->at];
  return d->mind.near || d->text->text.p[t->at + t->n - 1] != 's';
}

/* The measure spoken of last is that side's: the ministry that tells of it is too. */
static bool decided_last(const struct news_reader *d, enum news_side side) {
  const struct news_told *x;
  for (uint32_t n = 0; (x = news_told(d, n)) != NULL && d->sentence - x->sentence <= 2; n++)
    if (!x->aside && !d->r->measures[x->m.measure].pair)
      return side != NEWS_NO_SIDE && x->m.imposer == (uint8_t)side;
  return false;
}

/* The side is what the sentence is about: it stands at its head, or behind a day there, and will or has done something. */
static bool side_heads(const struct news_reader *d, enum news_side side) {
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    bool head = h->at < 2 || (h->at < 9 && d->s->tokens[h->at - 1].kind == NEWS_MARK);
    if (head && d->r->actors[h->ref].side == side && !d->r->actors[h->ref].person &&
        end < d->s->count && !d->s->tokens[end].genitive)
      return true;
  }
  return false;
}

/* A government of departments has no ministry: "The US side will suspend its inquiry, the ministry said" is not its word. */
static bool has_ministries(const struct news_reader *d, enum news_side side) {
  for (size_t i = 0; i < d->r->actor_count; i++)
    if (d->r->actors[i].side == side && strstr(d->r->actors[i].name, "Department") != NULL)
      return false;
  return true;
}

/* "the ministry", "a spokesman": of the body spoken of last, or of whom the sentence is about. */
static bool body_meant(const struct news_reader *d, uint32_t base, const struct news_hit *body,
                       uint32_t low, struct news_subject *out) {
  bool spokes = is_spokesman(d, base, body);
  const struct news_who *it = &d->mind.it;
  bool the = false, known = it->side != NEWS_NO_SIDE;
  for (uint32_t at = low; at < body->at; at++) the = the || d->s->np[at] == NEWS_NP(NC_NP_THE);
  const char *word = d->text->text.p + d->tokens.items[base + body->at].at;
  bool called = (*word | 32) != 's';
  const struct news_who *said = &d->mind.spokes[called];
  if (the && said->side != NEWS_NO_SIDE && (*word | 32) == d->mind.spokes_word[called] &&
      speaks_alone(d, base, body)) {
    take_who(said, out); /* "the spokesman": who was so called last */
    return true;
  }
  if (known && the && ((spokes && speaks_alone(d, base, body)) || named_so(d, it, base, body))) {
    take_who(it, out);
    return true;
  }
  const struct news_who *one = the && !spokes ? news_body_called(d, base + body->at) : NULL;
  if (one != NULL) {
    take_who(one, out);
    return true;
  }
  uint16_t opens;
  enum news_side side = NEWS_NO_SIDE;
  if (body->at > 6 && the && !spokes)
    side = side_first(d, low);
  else if (body->at > 6 && (!spokes || of_office(d, body)) && news_body_opens(d, base, &opens))
    side = news_side_of(d, opens);
  if (side != NEWS_NO_SIDE && news_word_is(&d->s->tokens[body->at], "ministry") &&
      !has_ministries(d, side))
    side = NEWS_NO_SIDE;
  bool spokes_word = d->tokens.items[base + body->at].n > 6 && memcmp(word, "spokes", 6) == 0;
  if (!the && spokes_word && !known && body->at > 6 && news_body_opens(d, base, &opens) &&
      !d->r->actors[opens].person) { /* "The Commission has opened an inquiry, a spokesman said" */
    *out = (struct news_subject){.at = body->at, .actor = opens, .side = news_side_of(d, opens)};
    return true;
  }
  bool other = known && side != NEWS_NO_SIDE && side != it->side;
  if (known && spokes && !the && body->at > 6 && news_body_opens(d, base, &opens))
    other =
        other || news_side_of(d, opens) != it->side; /* "the U.S. will lift it, an official said" */
  if (other && the && !spokes && !named_so(d, it, base, body) &&
      (it->actor == NEWS_OUTLET || d->r->actors[it->actor].person == false) &&
      side_heads(d, side)) {
    speak_for(d, side, out); /* "From Monday China will charge 15%, the finance ministry said" */
    return true;
  }
  if (other)
    return false; /* of two who could be meant neither is: no side confirms what it did not */
  if (side == NEWS_NO_SIDE && the && !spokes && !d->mind.near && decided_last(d, it->side))
    side = it->side;
  if (known && d->mind.near)
    take_who(it, out);
  else if (side != NEWS_NO_SIDE)
    speak_for(d, side, out);
  return (known && d->mind.near) || side != NEWS_NO_SIDE;
}

/* "The Chinese ministry" behind "China's Ministry of Commerce": that one. */
static bool same_again(const struct news_reader *d, uint32_t base, const struct news_hit *body,
                       struct news_subject *out) {
  const struct news_hit *who = news_ending(d->s, NC_PARTY, body->at);
  const struct news_who *it = &d->mind.it;
  if (who != NULL && (it->side != (enum news_side)who->ref || !named_so(d, it, base, body)))
    it = &d->mind.office;
  if (who == NULL || who->at == 0 || d->s->np[who->at - 1] != NEWS_NP(NC_NP_THE) ||
      it->side != (enum news_side)who->ref || is_spokesman(d, base, body) ||
      !named_so(d, it, base, body))
    return false;
  take_who(it, out);
  return true;
}

/* "an official said in Delhi". */
static enum news_side said_in(const struct news_reader *d, uint32_t verb) {
  if (d->s->np[0] == NEWS_NP(NC_NP_IN) && verb > 3 && d->s->tokens[2].kind == NEWS_MARK &&
      news_hit_at(d->s, NC_ACTOR, 1) != NULL) { /* "In Tokyo, the ministry said" */
    const struct news_actor *a = &d->r->actors[news_hit_at(d->s, NC_ACTOR, 1)->ref];
    return a->person ? NEWS_NO_SIDE : a->side;
  }
  if (verb + 2 >= d->s->count || d->s->np[verb + 1] != NEWS_NP(NC_NP_IN)) return NEWS_NO_SIDE;
  const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, verb + 2);
  return h != NULL && !d->r->actors[h->ref].person ? d->r->actors[h->ref].side : NEWS_NO_SIDE;
}

/* What it is for stands before it or behind: "the transport ministry", "the Ministry of Transport"; NULL. */
static const struct news_token *branch_of(const struct news_reader *d,
                                          const struct news_hit *body) {
  uint32_t of = (uint32_t)body->at + body->n;
  if (of + 1 < d->s->count && news_word_is(&d->s->tokens[of], "of") &&
      d->s->tokens[of + 1].capital && !news_in_class(d->s, NC_PARTY, of + 1))
    return &d->s->tokens[of + 1];
  if (body->at == 0) return NULL;
  const struct news_token *t = &d->s->tokens[body->at - 1];
  bool no = t->kind != NEWS_WORD || t->genitive || d->s->np[body->at - 1] != 0 ||
            news_in_class(d->s, NC_PARTY, body->at - 1u);
  return no ? NULL : t;
}

/* "the transport ministry" behind "China's Ministry of Commerce": another of the same government. */
static bool is_other_office(const struct news_reader *d, const struct news_hit *body,
                            const struct news_subject *out) {
  static const char *const offices[] = {"ministry", "department"};
  const struct news_token *t = branch_of(d, body);
  if (t == NULL || t->n < 4 || out->actor == NEWS_OUTLET || out->side == NEWS_NO_SIDE ||
      d->r->actors[out->actor].person || !NEWS_IN(&d->s->tokens[body->at], offices))
    return false;
  struct str name = str_of(d->r->actors[out->actor].name), word = {d->text->text.p + t->at, t->n};
  for (size_t i = 0; i + word.n <= name.n; i++)
    if (str_eq_nocase((struct str){name.p + i, word.n}, word)) return false;
  return strcmp(name.p, d->r->sides[out->side].name) != 0;
}

bool news_body_at(const struct news_reader *d, uint32_t base, const struct news_hit *body,
                  uint32_t high, uint32_t verb, struct news_subject *out) {
  if (d->tokens.items[base + body->at].quote != 0) return false;
  uint32_t low = body->at;
  while (low > 0 && body->at - low < 4 && d->s->tokens[low - 1].kind == NEWS_WORD &&
         news_hit_at(d->s, NC_SAY, low - 1) == NULL)
    low--;
  *out = (struct news_subject){.at = body->at, .actor = NEWS_OUTLET};
  for (uint32_t at = low; at < high; at++) /* "officials from both delegations" */
    if (news_word_is(&d->s->tokens[at], "both") || news_word_is(&d->s->tokens[at], "two")) {
      out->source = true;
      return true;
    }
  if (same_again(d, base, body, out) || news_body_named(d, low, high, out)) return true;
  uint32_t behind = (uint32_t)body->at + body->n;
  if (is_spokesman(d, base, body) && behind < high && news_word_is(&d->s->tokens[behind], "for")) {
    out->source = true; /* "a spokeswoman for the watch industry" */
    return true;
  }
  enum news_side side = has_its(d->s, low, body->at) ? side_of_its(d, base, low) : said_in(d, verb);
  if (side != NEWS_NO_SIDE) {
    if (!office_of(d, side, low, high, out)) speak_for(d, side, out);
    return true;
  }
  bool people =
      news_in_class(d->s, NC_SOURCE, (uint32_t)body->at + body->n); /* "customs lawyers" */
  if (!people && body_meant(d, base, body, low, out)) {
    if (is_other_office(d, body, out)) speak_for(d, out->side, out);
    return true;
  }
  out->source = true; /* an official, of whom nobody says whose */
  return true;
}

static bool is_past_verb(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  return !t->capital && t->n > 3 && memcmp(d->text->text.p + t->at + t->n - 2, "ed", 2) == 0;
}

bool news_body_heads(const struct news_reader *d, uint32_t base, struct news_subject *out) {
  uint32_t at;
  if (news_herald_in(d->s, 0, 6, &at) == 0) return false;
  const struct news_hit *body = news_hit_at(d->s, NC_BODY, at);
  for (uint32_t k = 0; k < at; k++)
    if (d->s->tokens[k].kind != NEWS_WORD || news_in_class(d->s, NC_NP_IN, k)) return false;
  if (body == NULL) return false;
  uint32_t high = at + 6 < d->s->count ? at + 6 : d->s->count;
  /* "The spokesperson expressed concern over the U.S. inquiry" */
  for (uint32_t k = at; k < high; k++)
    if (d->s->tokens[k].kind != NEWS_WORD || is_past_verb(d, k)) high = k;
  return news_body_at(d, base, body, high, high, out) && !out->source;
}

/* "an Indian official, who asked not to be named, said", "a spokesman for the Commission said". */
bool news_body_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                      struct news_subject *out) {
  const struct news_hit *body = NULL;
  for (uint16_t i = d->s->heads[NC_BODY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at < verb && h->at + 20u > verb && (body == NULL || h->at > body->at)) body = h;
  }
  if (body == NULL) return false;
  for (uint32_t at = body->at + 1u; at < verb; at++) /* a sentence that has gone on is another's */
    if (news_hit_at(d->s, NC_SAY, at) != NULL) return false;
  uint32_t high = (uint32_t)body->at + body->n + 4;
  if (high > verb) high = verb;
  for (uint32_t k = (uint32_t)body->at + body->n; k < high; k++) /* "criticised the U.S. inquiry" */
    if (is_past_verb(d, k)) high = k;
  return news_body_at(d, base, body, high, verb, out);
}
