// SPDX-License-Identifier: Apache-2.0
// Names that no file has: "Trade Minister Mary Smith said". They are read as printed; titles and countries around a
// name are no part of it and say whose minister it is. A name met once is known by its last word afterwards.
#include <string.h>

#include "news/subjects.h"

/* A capital word, or the end of one that a hyphen parts: "Yong-beom". */
static bool name_word(const struct news_reader *d, uint32_t base, uint32_t at) {
  const struct news_token *t = &d->tokens.items[base + at];
  if (t->kind != NEWS_WORD || t->quote != 0) return false;
  return t->capital || (at > 0 && t->at > 0 && d->text->text.p[t->at - 1] == '-' &&
                        t[-1].kind == NEWS_WORD && t[-1].capital);
}

static const struct news_known *known_by(const struct news_reader *d, uint64_t word) {
  for (uint32_t k = d->known_count; k-- > 0;)
    if (d->known[k].word == word || d->known[k].first == word) return &d->known[k];
  return NULL;
}

bool news_is_known(const struct news_reader *d, uint64_t word) {
  return known_by(d, word) != NULL;
}

static void keep_name(struct news_reader *d, uint32_t base, uint32_t from, uint32_t end,
                      struct news_subject *out) {
  const struct news_token *a = &d->tokens.items[base + from], *b = &d->tokens.items[base + end - 1];
  const struct news_known *old = known_by(d, b->hash);
  struct str name = {d->text->text.p + a->at, b->at + b->n - a->at};
  out->at = from;
  out->actor = NEWS_OUTLET;
  bool same = old != NULL && (end - from == 1 ||
                              (old->who.unknown != NULL && str_eq(name, str_of(old->who.unknown))));
  if (same) {
    out->unknown = old->who.unknown;
    out->actor = old->who.actor;
    /* what was said of him when he was named in full counts for more than what stands near his last name */
    if (out->side == NEWS_NO_SIDE || (end - from == 1 && old->who.side != NEWS_NO_SIDE))
      out->side = old->who.side;
    return;
  }
  out->unknown = str_dup(&d->story->arena, name);
  if (out->unknown == NULL || end - from < 2 || d->known_count >= NEWS_KNOWN) return;
  d->known[d->known_count++] =
      (struct news_known){b->hash, a->hash, {NEWS_OUTLET, out->unknown, out->side}};
}

/* "Kim" behind "Kim Jung-kwan": a full name that a file has is known by its first and its last word as well. */
void news_names_note(struct news_reader *d, uint32_t base) {
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->n < 2 || h->ref >= d->r->actor_count || d->known_count >= NEWS_KNOWN) continue;
    const struct news_token *a = &d->tokens.items[base + h->at], *b = a + h->n - 1;
    struct str first = {d->text->text.p + a->at, a->n}, name = str_of(d->r->actors[h->ref].name);
    uint64_t last = b->n > 2 ? b->hash : a->hash; /* "Wang Yi": not by "Yi" */
    bool full = (b->n > 2 || a->n > 2) && name.n > a->n && memcmp(name.p, first.p, first.n) == 0;
    const struct news_known *old = known_by(d, last);
    if (!full || (old != NULL && old->who.actor == h->ref)) continue;
    d->known[d->known_count++] =
        (struct news_known){last, a->hash, {h->ref, NULL, d->r->actors[h->ref].side}};
  }
}

/* "He plans to visit Beijing": the rules of one man know him by it, where nobody else stands before it. */
static void mark_he(struct news_reader *d) {
  struct news_sentence *s = d->s;
  if (!news_may_hold(s, "he")) return;
  for (uint32_t at = 0; at < s->count; at++) {
    if (!news_word_is(&s->tokens[at], "he") || (at > 0 && s->tokens[at].capital)) continue;
    uint16_t who = d->mind.he.actor;
    bool torn = false, any = false;
    for (uint16_t i = s->heads[NC_PERSON]; i != NEWS_NONE; i = s->hits[i].next) {
      if (s->hits[i].at >= at) continue;
      torn = torn || (any && s->hits[i].ref != who);
      who = s->hits[i].ref;
      any = true;
    }
    if (torn || who == NEWS_OUTLET || who >= d->r->actor_count || !d->r->actors[who].person)
      continue;
    news_hit_add(s, d->r->actors[who].class, at, 1, who);
  }
}

/* "the commission", in small letters: of a board that was called so before. */
static void mark_small(struct news_reader *d, uint32_t base) {
  struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE;) {
    struct news_hit *h = &s->hits[i];
    const struct news_actor *a = &d->r->actors[h->ref];
    uint32_t at = h->at, end = at + h->n;
    i = h->next;
    if (a->person || h->n != 2 || !news_word_is(&s->tokens[at], "the") || s->tokens[at + 1].capital)
      continue;
    const struct news_who *one = news_body_called(d, base + at + 1u);
    if (one == NULL || one->side == a->side) continue;
    news_unlink(s, a->class, at, end);
    if (a->side != NEWS_NO_SIDE) news_unlink(s, d->r->sides[a->side].class, at, end);
    news_unlink(s, NC_PARTY, at, end);
    news_unlink(s, NC_ACTOR, at, end);
    if (one->actor == NEWS_OUTLET) continue;
    news_hit_add(s, NC_ACTOR, at, 2, one->actor);
    news_hit_add(s, d->r->actors[one->actor].class, at, 2, one->actor);
    if (one->side == NEWS_NO_SIDE) continue;
    news_hit_add(s, NC_PARTY, at, 2, (uint16_t)one->side);
    news_hit_add(s, d->r->sides[one->side].class, at, 2, one->actor);
  }
}

/* "Wang would not confirm": whoever was named in full is marked by the last name too. */
void news_names_mark(struct news_reader *d, uint32_t base) {
  mark_he(d);
  mark_small(d, base);
  for (uint32_t at = 0; at < d->s->count && d->known_count > 0; at++) {
    if (!d->s->tokens[at].capital || d->s->tokens[at].kind != NEWS_WORD) continue;
    const struct news_known *known = known_by(d, d->s->tokens[at].hash);
    if (known == NULL || known->who.actor == NEWS_OUTLET || news_in_class(d->s, NC_ACTOR, at))
      continue;
    bool before = at > 0 && name_word(d, base, at - 1) && !news_in_class(d->s, NC_TITLE, at - 1) &&
                  !news_in_class(d->s, NC_PARTY, at - 1) && at > 1,
         behind = at + 1 < d->s->count && name_word(d, base, at + 1);
    if (before || behind) continue; /* "John Wang", "Wang Huning" */
    const struct news_actor *a = &d->r->actors[known->who.actor];
    news_hit_add(d->s, NC_ACTOR, at, 1, known->who.actor);
    news_hit_add(d->s, a->class, at, 1, known->who.actor);
    if (a->person) news_hit_add(d->s, NC_PERSON, at, 1, known->who.actor);
    if (a->side == NEWS_NO_SIDE) continue;
    news_hit_add(d->s, d->r->sides[a->side].class, at, 1, known->who.actor);
    news_hit_add(d->s, NC_PARTY, at, 1, (uint16_t)a->side);
  }
}

/* Where the name proper begins among the capital words [from, end): behind titles, countries and what is possessed. */
static uint32_t head_of(const struct news_reader *d, uint32_t from, uint32_t end) {
  uint32_t head = from;
  for (uint32_t at = from; at < end; at++) {
    bool before = d->s->tokens[at].genitive || news_in_class(d->s, NC_TITLE, at) ||
                  news_in_class(d->s, NC_PARTY, at) || d->s->np[at] == NEWS_NP(NC_NP_THE) ||
                  d->s->np[at] == NEWS_NP(NC_NP_IN);
    bool mister = at == head && at + 1 < end && news_in_class(d->s, NC_MISTER, at) &&
                  (at + 2 < end || known_by(d, d->s->tokens[end - 1].hash) != NULL);
    if (before || mister) head = at + 1; /* "Mr. Smith" behind "John Smith", "Gov. John Smith" */
  }
  return head;
}

/* "Administration for Market Regulation", "Council on Tariffs": part of what a body is called. */
static bool of_body(const struct news_reader *d, uint32_t head) {
  for (uint32_t at = head; at > 0 && head - at < 4; at--) {
    if (news_in_class(d->s, NC_BODY, at - 1)) return true;
    if (d->s->np[at - 1] == 0) return false;
  }
  return false;
}

static bool is_name(struct news_reader *d, uint32_t base, uint32_t head, uint32_t end,
                    bool titled) {
  if (head >= end || end - head > 4 || (!titled && of_body(d, head)) ||
      news_has(d->s, NC_CALENDAR, head, end))
    return false;
  for (uint32_t at = head; at < end; at++) /* "Reuters", "the Treasury" */
    if (news_in_class(d->s, NC_SOURCE, at) || news_in_class(d->s, NC_BODY, at) ||
        news_in_class(d->s, NC_PAPER, at) || /* "the Federal Register" */
        news_in_class(d->s, NC_ACTOR, at) || news_in_class(d->s, NC_GOOD, at))
      return false;
  if (end - head > 1 || titled) return true;
  return known_by(d, d->tokens.items[base + head].hash) != NULL;
}

/* Where the words begin that say whose he is: not within what is quoted before him. */
static uint32_t words_before(const struct news_reader *d, uint32_t head) {
  uint32_t from = head;
  while (from > 0 && head - from < 6 && d->s->tokens[from - 1].quote == 0 &&
         d->s->tokens[from - 1].kind != NEWS_OPEN && d->s->tokens[from - 1].kind != NEWS_CLOSE &&
         (d->s->tokens[from - 1].kind != NEWS_MARK || from == head))
    from--; /* ", Trade Minister NAME": what stands before the comma is not of the title */
  return from;
}

/* "Canada's deputy minister and a former envoy to Washington": the first side named, and not where somebody is sent. */
static enum news_side side_of_office(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to && at < d->s->count; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_PARTY, at);
    bool sent = at > 0 && d->s->np[at - 1] == NEWS_NP(NC_NP_TO);
    if (h != NULL && !sent) return (enum news_side)h->ref;
  }
  return NEWS_NO_SIDE;
}

/* The last side named before a name, and not where somebody is sent: "The Canadian ambassador to Washington, NAME". */
static enum news_side side_before(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint32_t at = to; at > from; at--) {
    const struct news_hit *h = news_hit_at(d->s, NC_PARTY, at - 1);
    if (h != NULL && !(at > 1 && d->s->np[at - 2] == NEWS_NP(NC_NP_TO)))
      return (enum news_side)h->ref;
  }
  return NEWS_NO_SIDE;
}

static bool take_name(struct news_reader *d, uint32_t base, uint32_t from, uint32_t end,
                      struct news_subject *out) {
  uint32_t head = head_of(d, from, end);
  bool titled = head > 0 && news_in_class(d->s, NC_TITLE, head - 1);
  if (!is_name(d, base, head, end, titled)) return false;
  *out = (struct news_subject){.actor = NEWS_OUTLET,
                               .side = side_before(d, words_before(d, head), head)};
  keep_name(d, base, head, end, out);
  return out->unknown != NULL || out->actor != NEWS_OUTLET;
}

bool news_name_before(struct news_reader *d, uint32_t base, uint32_t end,
                      struct news_subject *out) {
  uint32_t from = end;
  while (from > 0 &&
         (name_word(d, base, from - 1) || (from < end && d->s->tokens[from - 1].genitive)))
    from--;
  return from < end && take_name(d, base, from, end, out);
}

bool news_name_at(struct news_reader *d, uint32_t base, uint32_t at, struct news_subject *out) {
  uint32_t end = at;
  while (end < d->s->count && name_word(d, base, end)) end++;
  if (end == at || !take_name(d, base, at, end, out)) return false;
  if (out->side == NEWS_NO_SIDE && end < d->s->count && news_is_mark(d, base + end, ','))
    out->side = news_side_in(d, end, end + 6); /* ", India's trade minister" */
  return true;
}

/* "NAME, who met others, said" and "the minister for trade, NAME, said". */
bool news_name_apposed(struct news_reader *d, uint32_t base, uint32_t verb,
                       struct news_subject *out) {
  if (verb == 0 || !news_is_mark(d, base + verb - 1, ',')) return false;
  uint32_t comma = verb - 1;
  while (comma > 0 && !news_is_mark(d, base + comma - 1, ',')) comma--;
  if (comma == 0) return false;
  bool between = news_name_before(d, base, verb - 1, out) && out->at == comma;
  if (between) {
    if (out->side == NEWS_NO_SIDE)
      out->side = side_of_office(d, comma > 12 ? comma - 12 : 0, comma);
    return true;
  }
  if (!news_name_before(d, base, comma - 1, out)) return false;
  bool clause = news_word_is(&d->s->tokens[comma], "who") || /* where they were says nothing */
                news_word_is(&d->s->tokens[comma], "whose") ||
                news_word_is(&d->s->tokens[comma], "speaking");
  if (out->side == NEWS_NO_SIDE && !clause) out->side = side_of_office(d, comma, verb);
  return true;
}

/* Before anybody whom a file has: with a country, or with a title and a verb behind it. */
bool news_name_opens(struct news_reader *d, uint32_t base, struct news_subject *out) {
  for (uint32_t at = 1; at <= 9 && at < d->s->count; at++) {
    if (news_in_class(d->s, NC_PERSON, at - 1)) return false;
    if (!name_word(d, base, at - 1) || name_word(d, base, at) || d->s->tokens[at].genitive ||
        !news_name_before(d, base, at, out))
      continue;
    const struct news_token *t = &d->s->tokens[at];
    const char *p = d->text->text.p + t->at;
    bool verb = t->kind == NEWS_WORD && t->n > 3 && p[t->n - 2] == 'e' && p[t->n - 1] == 'd';
    bool titled = out->at > 0 && news_in_class(d->s, NC_TITLE, out->at - 1u);
    if (out->side != NEWS_NO_SIDE || (titled && verb)) return true;
  }
  return false;
}
