// SPDX-License-Identifier: Apache-2.0
// Whom words mean that name nobody: "he", "she", "it", "the president". What the last sentences were about decides: its
// subject first, then the only man or woman named. Where two could be meant nobody is.
#include <string.h>

#include "news/subjects.h"

static const struct news_who nobody = {.actor = NEWS_OUTLET};

static bool is_nobody(const struct news_who *w) {
  return w->actor == NEWS_OUTLET && w->unknown == NULL;
}

static struct news_who of_actor(const struct news_reader *d, uint16_t actor) {
  return (struct news_who){actor, NULL, d->r->actors[actor].side};
}

static uint8_t sex_of(const struct news_reader *d, const struct news_who *w) {
  return w->actor != NEWS_OUTLET ? d->r->actors[w->actor].sex : 0;
}

void news_mind_begin(struct news_mind *m) {
  m->he = m->she = m->it = m->speaker = m->president = m->prime = m->surname = nobody;
  m->spokes_word[0] = m->spokes_word[1] = 0;
  m->other_president = m->spokes[0] = m->spokes[1] = m->office = m->sheet = nobody;
  m->body_count = 0;
  m->near = false;
}

/* The only other person of the sex that the sentence names; two: nobody. */
static void note_others(struct news_reader *d, uint8_t sex, struct news_who *slot) {
  uint16_t found = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (d->s->tokens[h->at].quote != 0 || d->r->actors[h->ref].sex != sex) continue;
    if (found != NEWS_OUTLET && found != h->ref) {
      bool among = slot->actor != NEWS_OUTLET && d->r->actors[slot->actor].sex == sex;
      if (!among) *slot = nobody; /* who spoke before goes on */
      return;
    }
    found = h->ref;
  }
  if (found != NEWS_OUTLET) *slot = of_actor(d, found);
}

/* "Bessent and Greer met": he could be either. */
static bool are_two(const struct news_reader *d, uint8_t sex) {
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if (h->at > 8 || d->s->tokens[h->at].quote != 0 || d->r->actors[h->ref].sex != sex ||
        end + 1 >= d->s->count || !news_word_is(&d->s->tokens[end], "and"))
      continue;
    const struct news_hit *b = news_hit_at(d->s, NC_PERSON, end + 1);
    if (b != NULL && b->ref != h->ref && d->r->actors[b->ref].sex == sex) return true;
  }
  return false;
}

/* "That has not kept the White House from it": the only body named by a name of its own, and no country, is "it". */
static void note_body(const struct news_reader *d, struct news_who *slot) {
  uint16_t found = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    const struct news_actor *a = &d->r->actors[h->ref];
    uint32_t end = (uint32_t)h->at + h->n;
    bool owns = end < d->s->count && d->s->tokens[end].genitive;
    if (a->person || a->side == NEWS_NO_SIDE || owns || d->s->tokens[h->at].quote != 0 ||
        strcmp(a->name, d->r->sides[a->side].name) == 0)
      continue;
    if (found != NEWS_OUTLET && found != h->ref) return;
    found = h->ref;
  }
  if (found != NEWS_OUTLET) *slot = of_actor(d, found);
}

uint8_t news_herald_in(const struct news_sentence *s, uint32_t from, uint32_t to, uint32_t *at) {
  static const uint16_t classes[] = {NC_HERALD, NC_HERALD_MAN, NC_HERALD_WOMAN};
  static const uint8_t sexes[] = {3, 1, 2};
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    for (uint16_t i = s->heads[classes[k]]; i != NEWS_NONE; i = s->hits[i].next)
      if (s->hits[i].at >= from && s->hits[i].at < to && s->tokens[s->hits[i].at].quote == 0 &&
          news_hit_at(s, NC_PERSON, s->hits[i].at + 1u) == NULL) { /* "spokesperson NAME" is NAME */
        *at = s->hits[i].at;
        return sexes[k];
      }
  return 0;
}

/* "Beijing, in a statement from its Commerce Ministry": the ministry of a side that its sentence names. */
static void note_office(struct news_reader *d, struct news_who *slot) {
  for (uint16_t i = d->s->heads[NC_OFFICE]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    enum news_side own = d->r->actors[h->ref].side;
    for (uint16_t k = d->s->heads[NC_PARTY]; k != NEWS_NONE; k = d->s->hits[k].next)
      if (d->s->hits[k].ref == (uint16_t)own && d->s->hits[k].at < h->at)
        *slot = of_actor(d, h->ref);
  }
}

/* "China's commerce ministry", "Japan's trade ministry": bodies named with their government. */
static void note_bodies(struct news_reader *d) {
  struct news_mind *m = &d->mind;
  for (uint16_t i = d->s->heads[NC_BODY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    struct news_subject who;
    uint32_t low = h->at, behind = h->at + 1u;
    while (low > 0 && h->at - low < 3u && d->s->tokens[low - 1].kind == NEWS_WORD &&
           d->s->np[low - 1] != NEWS_NP(NC_NP_THE))
      low--;
    bool of = behind < d->s->count && (news_word_is(&d->s->tokens[behind], "of") ||
                                       news_word_is(&d->s->tokens[behind], "in"));
    if (h->n != 1 || d->s->tokens[h->at].quote != 0 ||
        !news_body_named(d, low, of ? behind + 4u : behind, &who))
      continue;
    m->bodies[m->body_count++ % NEWS_BODIES] =
        (struct news_body_named){d->s->tokens[h->at].hash, {who.actor, who.unknown, who.side}};
  }
}

const struct news_who *news_body_called(const struct news_reader *d, uint32_t at) {
  const struct news_mind *m = &d->mind;
  const struct news_who *found = NULL;
  uint32_t n = m->body_count < NEWS_BODIES ? m->body_count : NEWS_BODIES;
  for (uint32_t k = 0; k < n; k++) {
    const struct news_body_named *x = &m->bodies[(m->body_count - 1 - k) % NEWS_BODIES];
    if (x->word != d->tokens.items[at].hash) continue;
    if (found != NULL && found->side != x->who.side) return NULL;
    if (found == NULL) found = &x->who;
  }
  return found;
}

static bool is_pronoun_word(const struct news_rules *r, uint64_t word) {
  const uint32_t *head = r->singles.heads + (word & r->singles.mask);
  for (uint32_t i = head[0]; i < head[1]; i++) {
    const struct news_lead *x = &r->singles.items[i];
    if (x->word == word && r->phrases[x->phrase].class == NC_PRONOUN) return true;
  }
  return false;
}

/* Who was named last whose name begins with a pronoun: "He Lifeng". */
static void note_surnames(struct news_reader *d) {
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    for (uint32_t at = h->at; h->n > 1 && at < (uint32_t)h->at + h->n; at++)
      if (is_pronoun_word(d->r, d->s->tokens[at].hash)) d->mind.surname = of_actor(d, h->ref);
  }
}

/* A sentence has been read; `subject` spoke or acted in it: nobody, a person or a body; `herald`: by somebody who speaks
 * for the body, or whom nobody names. */
void news_mind_sentence(struct news_reader *d, const struct news_who *subject, uint8_t herald) {
  struct news_mind *m = &d->mind;
  bool body = subject->actor != NEWS_OUTLET && !d->r->actors[subject->actor].person;
  bool person = !body && !is_nobody(subject);
  uint8_t sex = person ? sex_of(d, subject) : 0;
  if (person && sex != 2) m->he = *subject;
  if (person && sex != 1) m->she = *subject;
  if (!person || sex == 2) note_others(d, 1, &m->he);
  if (!person || sex == 1) note_others(d, 2, &m->she);
  if (are_two(d, 1)) m->he = nobody;
  if (are_two(d, 2)) m->she = nobody;
  if (!person && (herald & 1) != 0) m->he = *subject;
  if (!person && (herald & 2) != 0) m->she = *subject;
  if (is_nobody(subject)) note_body(d, &m->it);
  note_office(d, &m->office);
  note_surnames(d);
  note_bodies(d);
  if (!body) return;
  m->it = *subject;
  m->near = true;
}

/* The words "prime minister" end before the place. */
bool news_prime_minister(const struct news_sentence *s, uint32_t end) {
  for (uint16_t i = s->heads[NC_HEAD]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == end) return true;
  return false;
}

/* "President Lula": the president, from here on; so "Prime Minister Carney". */
void news_mind_titles(struct news_reader *d) {
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    bool titled = (h->at > 0 && news_word_is(&d->s->tokens[h->at - 1], "president") &&
                   !(h->at > 1 && (news_word_is(&d->s->tokens[h->at - 2], "vice") ||
                                   news_word_is(&d->s->tokens[h->at - 2], "former")))) ||
                  (h->n > 1 && news_word_is(&d->s->tokens[h->at], "president"));
    if (titled && d->mind.president.actor != h->ref) {
      d->mind.other_president = d->mind.president;
      d->mind.president = of_actor(d, h->ref);
    }
    const struct news_actor *a = &d->r->actors[h->ref];
    bool holds =
        is_nobody(&d->mind.prime) && a->heads_from <= d->published && d->published < a->heads_until;
    if (holds || (h->at > 1 && news_prime_minister(d->s, h->at)))
      d->mind.prime = of_actor(d, h->ref);
  }
}

bool news_is_pronoun(const struct news_sentence *s, uint32_t at) {
  return news_hit_at(s, NC_PRONOUN, at) != NULL;
}

/* ", He said", "according to He": a capital within a sentence is somebody's name. */
static bool is_surname(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  if (!t->capital || at < 2 || t->quote != 0) return false;
  uint32_t before = t[-1].kind == NEWS_CLOSE ? 2 : 1;
  const struct news_token *x = t - before;
  bool comma = x->kind == NEWS_MARK && d->text->text.p[x->at] == ',';
  return comma || (before == 1 && x->kind == NEWS_WORD);
}

/* "In July, when he announced a duty, NAME linked it to": whoever the sentence goes on about; NULL. */
static const struct news_hit *told_behind(const struct news_reader *d, uint32_t at) {
  static const char *const leads[] = {"when",  "after", "before",  "as",
                                      "while", "since", "although"};
  const struct news_sentence *s = d->s;
  if (at == 0 || at > 8 || !NEWS_IN(&s->tokens[at - 1], leads)) return NULL;
  uint32_t end = at;
  while (end < s->count && s->tokens[end].kind != NEWS_MARK) end++;
  for (uint32_t k = end + 1; k < end + 4 && k < s->count; k++) {
    const struct news_hit *h = news_hit_at(s, NC_PERSON, k);
    if (h != NULL) return h;
    if (news_hit_at(s, NC_TITLE, k) == NULL && !s->tokens[k].capital) return NULL;
  }
  return NULL;
}

/* Whom the pronoun at the place means; false: nobody knows. */
bool news_pronoun_means(const struct news_reader *d, uint32_t at, struct news_who *out) {
  const struct news_token *t = &d->s->tokens[at];
  if (is_surname(d, at)) {
    *out = d->mind.surname;
    return !is_nobody(out);
  }
  const struct news_hit *own = news_word_is(t, "it") ? NULL : told_behind(d, at);
  if (own != NULL && d->r->actors[own->ref].sex != (news_word_is(t, "she") ? 1 : 2)) {
    *out = of_actor(d, own->ref);
    return true;
  }
  *out = news_word_is(t, "she") ? d->mind.she : news_word_is(t, "it") ? d->mind.it : d->mind.he;
  return !is_nobody(out);
}

/* ---- what they did ------------------------------------------------------------------------------------------------ */

/* "He", "later", "has also": to the verb; 0: there is none of a deed. */
static uint32_t deed_behind(const struct news_reader *d, uint32_t at) {
  static const char *const between[] = {"has",   "had",     "have",  "did", "also",
                                        "then",  "later",   "not",   "n't", "never",
                                        "since", "already", "again", "now", "first"};
  for (uint32_t k = at + 1; k < at + 5 && k + 1 < d->s->count; k++) {
    const struct news_token *t = &d->s->tokens[k];
    bool aux = news_in_class(d->s, NC_DATE, k);
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
      aux = aux || news_word_is(t, between[i]);
    if (aux) continue;
    bool denied = k > at + 1 && news_hit_at(d->s, NC_NEGATION, k - 1) != NULL;
    const char *end = d->text->text.p + t->at + t->n;
    bool done = t->kind == NEWS_WORD && t->n > 3 && memcmp(end - 2, "ed", 2) == 0;
    bool deed = done || denied || news_hit_at(d->s, NC_DEED, k) != NULL;
    bool told = !denied && news_hit_at(d->s, NC_SAY_THAT, k) != NULL; /* "He confirmed" */
    return deed && !told && news_hit_at(d->s, NC_SAY, k) == NULL &&
                   news_hit_at(d->s, NC_EFFECT, k) == NULL
               ? k
               : 0;
  }
  return 0;
}

/* The last person named before the place that the pronoun may mean; NULL. */
static const struct news_hit *person_before(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  const struct news_hit *best = NULL;
  uint8_t other = news_word_is(&s->tokens[at], "she") ? 1 : 2;
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    bool person = h->at < at && h->ref < d->r->actor_count && d->r->actors[h->ref].person &&
                  d->r->actors[h->ref].sex != other;
    if (person && (best == NULL || h->at > best->at)) best = h;
  }
  return best;
}

/* "from the 25% tariffs he put on both countries": a person, and never a land that was named on the way. */
void news_pronoun_decides(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    uint32_t at = (uint32_t)m->at + m->n;
    if (m->form != NEWS_NOUN || m->imposer != NEWS_NO_SIDE || d->r->measures[m->measure].pair ||
        at + 2 >= s->count)
      continue;
    at += news_word_is(&s->tokens[at], "that") || news_word_is(&s->tokens[at], "which");
    if (!news_is_pronoun(s, at) || s->tokens[at].quote != 0 || deed_behind(d, at) == 0) continue;
    const struct news_hit *h = person_before(d, at);
    struct news_who who = h != NULL ? of_actor(d, h->ref) : (struct news_who){.actor = NEWS_OUTLET};
    if (h == NULL && !news_pronoun_means(d, at, &who)) continue;
    if (who.side == NEWS_NO_SIDE) continue;
    m->imposer = (uint8_t)who.side;
    if (who.actor != NEWS_OUTLET) news_hit_add(s, NC_ACTOR, at, 1, who.actor);
  }
}

/* "He paused it a week later", "It did not confirm the rate": whoever is meant acts at the head of the sentence. */
void news_pronoun_acts(struct news_reader *d) {
  struct news_who who;
  uint32_t at = news_word_is(&d->s->tokens[0], "but") ? 1 : 0;
  if (at + 2 >= d->s->count || d->s->tokens[at].quote != 0 || d->post) return;
  bool it = news_word_is(&d->s->tokens[at], "it");
  if ((!it && !news_is_pronoun(d->s, at)) || (it && !d->mind.near) || deed_behind(d, at) == 0)
    return;
  if (!news_pronoun_means(d, at, &who) || who.side == NEWS_NO_SIDE) return;
  news_hit_add(d->s, NC_PARTY, at, 1, (uint16_t)who.side);
  if (who.actor == NEWS_OUTLET) return;
  news_hit_add(d->s, NC_ACTOR, at, 1, who.actor);
  news_hit_add(d->s, d->r->sides[who.side].class, at, 1, who.actor);
}
