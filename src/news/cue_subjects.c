// SPDX-License-Identifier: Apache-2.0
// The verb that a measure is the subject of, and that of a clause that tells more of it.
#include "news/cues.h"

#define FAR_SUBJECT 28 /* tokens from a measure to its verb */

/* Does a finite verb begin there? */
static bool opens_group(const struct cycle *c, uint32_t at) {
  static const uint16_t classes[] = {NC_WILL, NC_MIGHT, NC_MUST, NC_HAVE, NC_BE, NC_DO};
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    if (is_in(c, classes[k], at)) return !is_in(c, NC_DATE, at);
  return deed_at(c, at) != NULL && cycle_form_at(c, at) != ING;
}

/* "scrapped a week ago"; but "put off a visit" is a deed of its own */
static bool is_time(const struct cycle *c, uint32_t at) {
  return is_in(c, NC_CALENDAR, at) && (!is_word(c, at, "a") || is_in(c, NC_CALENDAR, at + 1));
}

/* "the tariff imposed in May": tells more of it, and is no verb of its own; "the tariff pushed up prices" is. */
static bool is_participle(const struct cycle *c, uint32_t at) {
  const struct news_hit *h = deed_at(c, at);
  enum cycle_form form = cycle_form_at(c, at);
  if (h == NULL || (form != PAST && form != EITHER) || is_in(c, NC_ALONE, at)) return false;
  uint32_t end = (uint32_t)h->at + h->n;
  return is_mark(c, end) || is_np(c, end, NC_NP_ON) || is_np(c, end, NC_NP_IN) ||
         is_np(c, end, NC_NP_BY) || is_np(c, end, NC_NP_FROM) || is_np(c, end, NC_NP_TO) ||
         is_np(c, end, NC_NP_AND) || is_in(c, NC_DATE, end) || is_in(c, NC_AFTER, end) ||
         is_time(c, end) || is_adverb(c, end) || is_word(c, end, "over") ||
         is_word(c, end, "during");
}

/* "was dropped", "was doubled": by somebody, though it may drop and double by itself. */
static bool stands_alone(const struct cycle *c, uint32_t at) {
  return is_in(c, NC_ALONE, at) && !news_in_class(c->s, NC_BY_ITSELF, at);
}

static struct cycle_verb verb_of(const struct cycle *c, const struct cycle_group *g, uint32_t from,
                                 bool active_object) {
  bool passive =
      g->has[BE] && (g->form == PAST || g->form == EITHER) && !stands_alone(c, g->deed->at);
  return (struct cycle_verb){g->deed,    from, g->to, cycle_mode_of(g), passive || active_object,
                             UINT32_MAX, false};
}

/* The clause that tells more, from its first word: ends behind its verb; its subject or NULL. 0: it has no verb. */
static uint32_t read_aside(const struct cycle *c, uint32_t at, uint32_t last,
                           struct cycle_verb *out) {
  uint32_t doer = UINT32_MAX, words = 0;
  for (; at < last && !is_mark(c, at); at++) {
    struct cycle_group g;
    if (is_in(c, NC_AGREES, at) && is_word(c, at + 1, "on") && !is_in(c, NC_DATE, at + 2))
      return at + 2; /* "the truce that the two agreed on in Busan will" */
    if (!opens_group(c, at)) {
      bool name = is_in(c, NC_ACTOR, at) || is_in(c, NC_PARTY, at) || is_in(c, NC_PRONOUN, at);
      if (name || is_word(c, at, "it") || is_word(c, at, "they")) doer = at;
      words++;
      continue;
    }
    if (!cycle_group_read(c, at, last, &g)) return at + 1;
    *out = verb_of(c, &g, at, words > 0);
    if (is_word(c, at, "had") && out->mode == CYCLE_DONE) out->mode = 0; /* perhaps no more */
    out->doer = doer;
    return g.to;
  }
  return at;
}

/* ", which began in May,": behind the second comma. */
static uint32_t past_commas(const struct cycle *c, uint32_t at) {
  for (uint32_t k = at + 1; k < c->s->count && k < at + 24; k++)
    if (is_mark(c, k)) return is_comma(c, k) ? k + 1 : 0; /* and not out of a quotation */
  return 0;
}

/* "the duty it has charged", "the tariff Ottawa imposed": a clause without a word that leads it. */
static bool opens_bare(const struct cycle *c, uint32_t at) {
  uint32_t led = at > 0 && is_np(c, at - 1, NC_NP_THE) ? at - 1 : at;
  static const uint16_t before[] = {NC_NP_AND, NC_NP_ON, NC_NP_IN, NC_NP_FROM, NC_NP_TO, NC_NP_BY};
  for (size_t k = 0; led > 0 && k < sizeof before / sizeof *before; k++)
    if (is_np(c, led - 1, before[k])) return false; /* "the deal with Japan took effect" */
  bool name = is_in(c, NC_ACTOR, at) || is_word(c, at, "it") || is_word(c, at, "they") ||
              is_in(c, NC_PRONOUN, at);
  const struct news_hit *h = name ? news_hit_at(c->s, NC_ACTOR, at) : NULL;
  uint32_t next = at + (h != NULL ? h->n : 1u);
  while (name && is_adverb(c, next)) next++;
  return name && next < c->s->count && opens_group(c, next);
}

/* "At present American duties average 55%", "For the moment": only words of time stand before it. */
static bool behind_time(const struct cycle *c, uint32_t at) {
  static const char *const leads[] = {"at", "for", "in", "on", "by", "as"};
  static const char *const times[] = {"present", "moment", "now",      "today", "time",
                                      "year",    "week",   "month",    "end",   "turn",
                                      "long",    "things", "practice", "being", "stand"};
  bool led = false;
  for (size_t k = 0; k < sizeof leads / sizeof *leads; k++) led = led || is_word(c, 0, leads[k]);
  if (!led || at < 1 || at > 5) return false;
  at += at == 1; /* "present" may be an adjective too */
  for (size_t k = 0; k < sizeof times / sizeof *times; k++)
    if (is_word(c, at - 1, times[k])) return true;
  return false;
}

/* Behind a preposition, a verb or "before" it is nobody's subject. */
static bool may_be_subject(const struct cycle *c, uint32_t at) {
  static const char *const words[] = {"that",  "and",     "but",     "or",       "so",    "yet",
                                      "while", "whereas", "because", "although", "though"};
  if (at == 0 || is_mark(c, at - 1) || is_in(c, NC_SAY, at - 1) || is_in(c, NC_SAY_THAT, at - 1))
    return true;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (is_word(c, at - 1, words[k])) return true;
  return behind_time(c, at) || is_adverb(c, at - 1) ||
         (is_in(c, NC_CALENDAR, at - 1) && !is_np(c, at - 1, NC_NP_IN)) ||
         c->s->tokens[at - 1].kind == NEWS_NUMERAL || is_in(c, NC_VENUE, at - 1);
}

/* Where what is said of it begins: "the long trade talks". */
static uint32_t phrase_start(const struct cycle *c, const struct news_mention *x) {
  uint32_t at = x->at;
  const uint32_t last = NEWS_NP(NC_NP_WORD); /* an article, "its", an adjective */
  while (at > 0 && x->at - at < 4u && c->s->np[at - 1] != 0 && c->s->np[at - 1] <= last) at--;
  return at;
}

/* Words that end what a measure is the subject of. */
static bool breaks(const struct cycle *c, uint32_t at) {
  static const char *const words[] = {"while",  "whereas", "because", "although", "though", "if",
                                      "unless", "when",    "as",      "but",      "before", "after",
                                      "until",  "till",    "than",    "once"};
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (is_word(c, at, words[k])) return true;
  return false;
}

/* "was imposed in March and doubled in June": "was" is for both. */
static bool shared_passive(const struct cycle *c, const struct news_mention *x,
                           struct cycle_verb *main) {
  uint32_t at = x->at + 1u, n;
  while (at < c->s->count && (n = cycle_past_between(c, at)) > 0) at += n;
  struct cycle_group g = {.deed = deed_at(c, at),
                          .form = cycle_form_at(c, at < c->s->count ? at : x->at)};
  if (g.deed == NULL || (g.form != PAST && g.form != EITHER)) return false;
  for (uint32_t k = x->at; k > 0 && x->at - k < FAR_SUBJECT; k--) {
    struct cycle_group was;
    if (!is_in(c, NC_BE, k - 1)) continue;
    (void)cycle_group_read(c, cycle_group_start(c, k - 1), x->at, &was);
    memcpy(g.has, was.has, sizeof g.has);
    g.to = at + g.deed->n;
    *main = verb_of(c, &g, at, false);
    return true;
  }
  return false;
}

/* "with the duty on cars falling to 15%": as far as the verb of the clause before; "with duties set to rise": that is to come. */
static bool absolute(const struct cycle *c, const struct news_mention *x, uint32_t at,
                     struct cycle_verb *main) {
  uint32_t from = phrase_start(c, x), doer;
  if (from == 0 || !is_word(c, from - 1, "with")) return false;
  if (from > 1 && !is_comma(c, from - 2) && cycle_form_at(c, from - 2) != ING) return false;
  const struct news_hit *h = deed_at(c, at);
  struct cycle_group g;
  if (is_in(c, NC_PLANS, at) || is_in(c, NC_EXPECTS, at)) {
    if (!cycle_group_read(c, at, at + CYCLE_FAR_GROUP, &g)) return false;
    *main = (struct cycle_verb){g.deed, at, g.to, cycle_mode_of(&g), false, UINT32_MAX, false};
    return true;
  }
  if (h == NULL || cycle_form_at(c, at) != ING) return false;
  *main = (struct cycle_verb){
      h,          at,   (uint32_t)h->at + h->n, cycle_nonfinite(c, from - 1, at, &doer), false,
      UINT32_MAX, false};
  return true;
}

/* "hopes to see the duty cut": as far as the verb goes that "see" hangs on. */
static bool seen(const struct cycle *c, const struct news_mention *x, uint32_t at,
                 struct cycle_verb *main) {
  uint32_t from = phrase_start(c, x);
  if (from > 0 && is_in(c, NC_URGES, from - 1)) return true; /* "wants it lifted": nobody has */
  if (from == 0 || !is_in(c, NC_SEES, from - 1)) return false;
  uint32_t start = cycle_group_start(c, from - 1);
  struct cycle_group g;
  cycle_read_leads(c, start, from - 1, &g);
  g.form = cycle_form_at(c, from - 1);
  if (is_word(c, from - 1, "saw")) g.form = PAST;
  const struct news_hit *h = deed_at(c, at);
  uint16_t mode = g.form == ING ? 0 : cycle_mode_of(&g);
  *main = (struct cycle_verb){h, start, (uint32_t)h->at + h->n, mode, true, UINT32_MAX, false};
  return true;
}

/* "The new rate replaces two duties": another measure of the kind is what a verb that no cue knows does something to. */
static bool is_object(const struct cycle *c, const struct news_mention *x, uint32_t at) {
  static const char *const words[] = {"of", "under", "over", "than", "as", "like", "or", "nor"};
  for (uint8_t k = 0; k < c->s->mention_count; k++) {
    const struct news_mention *y = &c->s->mentions[k];
    if (y->at != at || y == x || y->form != NEWS_NOUN || y->measure != x->measure || y->pronoun)
      continue;
    uint32_t before = phrase_start(c, y);
    while (before > 0 && c->s->tokens[before - 1].kind == NEWS_NUMERAL) before--;
    if (before == 0 || c->s->tokens[before - 1].kind != NEWS_WORD) return false;
    if (is_np(c, (uint32_t)y->at + y->n, NC_NP_AND))
      return false; /* "and takes effect" is its own */
    bool led = c->s->np[before - 1] != 0 || is_in(c, NC_ADVERB, before - 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      led = led || is_word(c, before - 1, words[i]);
    return !led && !is_in(c, NC_RELATIVE, before - 1);
  }
  return false;
}

void cycle_subject(const struct cycle *c, const struct news_mention *x, struct cycle_verb *main,
                   struct cycle_verb *aside) {
  uint32_t end = (uint32_t)x->at + x->n, last = end + FAR_SUBJECT;
  *main = *aside = (struct cycle_verb){.doer = UINT32_MAX};
  if (last > c->s->count) last = c->s->count;
  if (x->shared && shared_passive(c, x, main)) return;
  for (uint32_t at = x->head + 1u, near = end; at < last && !breaks(c, at);) {
    struct cycle_group g;
    if (is_comma(c, at) && at < end) { /* "on steel, aluminum and copper" */
      at++;
      continue;
    }
    if (is_comma(c, at) && at + 1 < last) {
      uint32_t next = past_commas(c, at);
      bool more = opens_aside(c, at + 1) || is_participle(c, at + 1);
      if (more) (void)read_aside(c, at + (opens_aside(c, at + 1) ? 2 : 1), last, aside);
      if (more && !opens_aside(c, at + 1) && aside->deed != NULL && aside->deed->at == at + 1 &&
          !is_in(c, NC_ALONE, at + 1))
        aside->object = true; /* ", scrapped in June," */
      if (next == 0 || is_np(c, at + 1, NC_NP_AND)) return;
      at = near = next;
      continue;
    }
    if (at > end && is_object(c, x, at)) return;
    if (is_mark(c, at)) return;
    bool led = opens_aside(c, at);
    if (led || (at <= near && opens_bare(c, at))) {
      struct cycle_verb next =
          *aside; /* "which Beijing introduced and which have": the first tells when */
      at = read_aside(c, at + led, last, &next);
      if (aside->deed == NULL) *aside = next;
      continue;
    }
    if (absolute(c, x, at, main)) return;
    if (is_participle(c, at)) {
      if (seen(c, x, at, main)) return;
      if (aside->deed == NULL && cycle_group_read(c, at, last, &g))
        *aside = verb_of(c, &g, at, true);
      at += deed_at(c, at)->n;
      continue;
    }
    if (!opens_group(c, at)) {
      at++;
      continue;
    }
    bool is_main =
        (x->shared || may_be_subject(c, phrase_start(c, x))) && !is_np(c, at - 1, NC_NP_TO);
    uint32_t from = at > end && is_in(c, NC_NEGATION, at - 1) ? at - 1 : at; /* "never began" */
    if (is_main && cycle_group_read(c, from, last, &g)) *main = verb_of(c, &g, from, false);
    return;
  }
}
