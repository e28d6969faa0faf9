// SPDX-License-Identifier: Apache-2.0
// What is hit where it stands apart from its measure: behind the verb, in a row before it, or as who has a deal with it.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

/* May stand between a measure and the "on" that tells whom it hits: "in place", "was imposed by Washington in May". */
static bool stands_between(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"in",  "by",   "place", "force", "effect",
                                      "the", "that", "to",    "on"};
  if (NEWS_IN(&s->tokens[at], words)) return true;
  if (s->tokens[at].kind == NEWS_NUMERAL) return true;
  if (news_word_is(&s->tokens[at], "from") && news_hit_at(s, NC_PERCENT, at + 1) != NULL)
    return true; /* "fell from 50% to 39% for Canada" */
  return s->tokens[at].kind == NEWS_WORD &&
         (s->busy[at] || news_is_verb(s, at) || news_hit_at(s, NC_ADVERB, at) != NULL ||
          news_hit_at(s, NC_PARTY, at) != NULL || news_hit_at(s, NC_CALENDAR, at) != NULL);
}

/* "on", but not before a day. */
static bool leads_object(const struct news_sentence *s, uint32_t at) {
  if (at + 1 >= s->count || news_hit_at(s, NC_CALENDAR, at + 1) != NULL) return false;
  bool rate = news_word_is(&s->tokens[at], "for") && news_ending(s, NC_PERCENT, at) != NULL;
  return rate || news_word_is(&s->tokens[at], "on"); /* "is 15% for Japan" */
}

/* "widened its export controls to include tungsten", "extended the ban to pork": the goods behind it; NULL. */
static const struct news_hit *widened_to(const struct news_sentence *s,
                                         const struct news_mention *x) {
  static const char *const verbs[] = {"include", "cover", "reach", "add", "take"};
  uint32_t at = (uint32_t)x->at + x->n;
  if (at + 1 >= s->count || !news_word_is(&s->tokens[at], "to")) return NULL;
  uint32_t low = x->at > 3u ? x->at - 3u : 0;
  if (!news_has(s, NC_WIDENS, low, x->at)) return NULL;
  at += 1u + NEWS_IN(&s->tokens[at + 1], verbs);
  while (at + 1 < s->count && s->np[at] == NEWS_NP(NC_NP_WORD) &&
         news_hit_at(s, NC_GOOD, at) == NULL)
    at++;
  return at < s->count ? news_hit_at(s, NC_GOOD, at) : NULL;
}

/* "on Canadian copper", "on goods from India", "on steel": from behind the "on". */
void news_read_object(const struct news_sentence *s, uint32_t at, const struct news_hit **who,
                      const struct news_hit **what) {
  for (uint32_t last = at + 6; at < last && at < s->count; at++) {
    const struct news_hit *side = news_hit_at(s, NC_PARTY, at), *good = news_hit_at(s, NC_GOOD, at);
    bool named = s->np[at] != 0 || news_word_is(&s->tokens[at], "of");
    if (news_word_is(&s->tokens[at], "but") || news_word_is(&s->tokens[at], "except")) return;
    if (s->tokens[at].kind != NEWS_WORD || (side == NULL && good == NULL && !named)) return;
    if (*who == NULL) *who = side;
    if (*what == NULL) *what = good;
    if (side != NULL) at += side->n - 1u; /* "South African steel" */
  }
}

/* "Japan, Korea and the European Union have deals that cap the duty on their cars": each of the row before it. */
static void take_theirs(const struct news_reader *d, struct news_mention *x) {
  const struct news_sentence *s = d->s;
  const struct news_hit *last = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    bool row = h->at > 2 && h->at < x->at &&
               (news_word_is(&s->tokens[h->at - 1], "and") ||
                (news_word_is(&s->tokens[h->at - 1], "the") &&
                 news_word_is(&s->tokens[h->at - 2], "and")));
    if (row && (last == NULL || h->at > last->at)) last = h;
  }
  bool before = d->about.row_count > 1 && d->about.at + 1 == d->sentence;
  for (uint8_t k = 0; k < d->about.row_count; k++) before = before && d->about.row[k] != x->imposer;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    before = before && (s->hits[i].at > x->head || s->hits[i].ref == x->imposer);
  if (last == NULL && before) { /* "The tariffs on their goods", of two in the sentence before */
    memcpy(x->targets, d->about.row, sizeof x->targets);
    x->target_count = d->about.row_count;
    x->named = true;
  }
  if (last == NULL || last->ref == x->imposer) return;
  struct news_match m = {.struck = (uint16_t)(last - s->hits)};
  news_take_row(d, &m, x);
  if (x->target_count < 2 || news_hits_side(x, x->imposer)) x->target_count = 0;
}

/* "Switzerland reached a deal with Washington that cuts the tariff on its goods": Washington's, on who has the deal with it. */
static void take_partner(const struct news_reader *d, struct news_mention *x) {
  const struct news_sentence *s = d->s;
  for (const struct news_mention *y = s->mentions; y < s->mentions + s->mention_count; y++) {
    uint32_t end = (uint32_t)y->at + y->n;
    if (y->form != NEWS_NOUN || y->at >= x->at || !d->r->measures[y->measure].pair ||
        y->target_count == 0 || y->target_count > 2 || end >= x->at ||
        !(news_word_is(&s->tokens[end], "that") || news_word_is(&s->tokens[end], "which")))
      continue;
    const struct news_hit *who = NULL;
    for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
      if (s->hits[i].at < y->at && (who == NULL || s->hits[i].at > who->at)) who = &s->hits[i];
    if (who == NULL) return;
    uint8_t with = y->targets[y->targets[0] == who->ref]; /* stated already: of both */
    if (y->target_count == 2 && !news_hits_side(y, (uint8_t)who->ref)) return;
    if (with == NEWS_NO_SIDE || news_same_house(d->r, who->ref, with) ||
        (x->imposer != NEWS_NO_SIDE && x->imposer != who->ref))
      return;
    bool back = who->ref == (uint16_t)d->r->levier; /* "Trump made a deal with India that cuts" */
    x->imposer = back ? (uint8_t)who->ref : with;
    x->targets[0] = back ? with : (uint8_t)who->ref;
    x->target_count = 1;
    x->named = x->sure = true;
    return;
  }
}

/* "is 15% for Israel, Norway and Turkey": those behind the first. */
static void take_rest(const struct news_sentence *s, struct news_mention *x, uint32_t at) {
  while (at + 1 < s->count) {
    uint32_t k = at + (s->tokens[at].kind == NEWS_MARK);
    k += news_word_is(&s->tokens[k], "and");
    k += k < s->count && news_word_is(&s->tokens[k], "the");
    const struct news_hit *h = k > at && k < s->count ? news_hit_at(s, NC_PARTY, k) : NULL;
    uint32_t end = h != NULL ? k + h->n : 0; /* "and Japan 20%": another rate */
    if (h == NULL || h->ref == x->imposer || end >= s->count || s->tokens[end].genitive ||
        news_hit_at(s, NC_PERCENT, end) != NULL || news_is_verb(s, end) ||
        (s->tokens[end].kind == NEWS_WORD && s->np[end] != NEWS_NP(NC_NP_AND)))
      return;
    news_target_add(x, h->ref);
    at = end;
  }
}

/* "a 30% duty in place on Canadian copper", "hit Japanese cars with a 20% duty": what is hit stands apart from it. */
void news_take_apart(const struct news_reader *d, struct news_mention *x) {
  const struct news_sentence *s = d->s;
  uint32_t end = (uint32_t)x->at + x->n, on = end;
  bool open = x->form == NEWS_NOUN && !x->pronoun && !x->lent && !x->worldwide;
  news_settle_compared(d, x);
  if (x->theirs && x->target_count == 0) take_partner(d, x);
  if (x->theirs && x->target_count == 0) take_theirs(d, x);
  if (!open || x->compared || x->good != NEWS_NONE) return;
  const struct news_hit *who = NULL, *what = NULL;
  uint32_t with = x->head;
  while (with > 0 && with + 3 > x->head && !news_word_is(&s->tokens[with], "with")) with--;
  if (with > 1 && news_word_is(&s->tokens[with], "with")) {
    what = news_ending(s, NC_GOOD, with);
    who = what != NULL ? news_ending(s, NC_PARTY, what->at) : NULL;
    if (who == NULL) what = NULL;
  }
  if (!news_has_rate(d->r, x->measure) && what == NULL) what = widened_to(s, x);
  if (x->head > 0 && news_word_is(&s->tokens[x->head - 1], "under")) /* "put gallium under" */
    what = news_ending(s, NC_GOOD, x->head - 1u);
  if (what != NULL && who == NULL) what = news_first_of_list(s, what);
  bool probe = strcmp(d->r->measures[x->measure].kind, "probe") == 0;
  while (who == NULL && what == NULL && on < s->count && on < end + 10 &&
         (!leads_object(s, on) && stands_between(s, on)))
    on++;
  bool into = probe && on < s->count && /* "launched a probe on Nov. 10 into steel from Peru" */
              (news_word_is(&s->tokens[on], "into") || news_word_is(&s->tokens[on], "of"));
  if (who == NULL && what == NULL && on + 1 < s->count && on > end && (into || leads_object(s, on)))
    news_read_object(s, on + 1, &who, &what);
  if (who != NULL && who->ref == x->imposer) return;
  if (who != NULL && x->target_count > 0 && !news_hits_side(x, (uint8_t)who->ref)) return;
  if (who != NULL && x->target_count == 0) {
    x->targets[x->target_count++] = (uint8_t)who->ref;
    take_rest(s, x, (uint32_t)who->at + who->n);
  }
  if (what != NULL) x->good = what->ref;
}

/* ", leaving", "while keeping": a clause of the same subject stands between. */
static bool same_subject(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at + 1 < to; at++) {
    const struct news_token *t = &d->s->tokens[at + 1];
    bool leads = d->s->tokens[at].kind == NEWS_MARK || news_word_is(&d->s->tokens[at], "while") ||
                 news_word_is(&d->s->tokens[at], "without");
    if (leads && t->kind == NEWS_WORD && t->n > 5 &&
        memcmp(d->text->text.p + t->at + t->n - 3, "ing", 3) == 0)
      return !news_has(d->s, NC_ACTOR, at + 1, to);
  }
  return false;
}

enum news_side news_target_beside(const struct news_reader *d, const struct news_statement *st,
                                  const struct news_mention *x) {
  const struct news_mention *best = NULL;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *y = &d->s->mentions[k];
    if (y->measure == x->measure && y->at + y->n <= x->at && (best == NULL || y->at > best->at))
      best = y;
  }
  if (best == NULL || (best->imposer != NEWS_NO_SIDE && best->imposer != (uint8_t)st->imposer) ||
      best->target_count != 1 || best->good == NEWS_NONE ||
      !same_subject(d, (uint32_t)best->at + best->n, x->at))
    return NEWS_NO_SIDE;
  return (enum news_side)best->targets[0];
}

/* "Canada escaped the duties that Washington imposed in April but faces 50%": who faces it is whoever the sentence began with. */
const struct news_hit *news_but_first(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t at = (uint32_t)h->at + h->n, turn = at;
  at += at < s->count && (news_hit_at(s, NC_HAVE, at) != NULL || news_hit_at(s, NC_ADVERB, at));
  bool acts = at < s->count && (news_is_verb(s, at) || news_np_class(s, at) == NC_NP_PART);
  if (!acts || h->at < 3) return h;
  bool led = news_hit_at(s, NC_RELATIVE, h->at - 1u) || news_ending(s, NC_KIND, h->at);
  while (turn < s->count && turn < at + 9u && !news_word_is(&s->tokens[turn], "but") &&
         !news_word_is(&s->tokens[turn], "yet") && !news_word_is(&s->tokens[turn], "still"))
    turn++;
  if (!led || turn >= s->count || turn >= at + 9u || !news_has(s, NC_OWES, turn, turn + 4u))
    return h;
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < 3 && (best == NULL || s->hits[i].at < best->at)) best = &s->hits[i];
  return best != NULL && best->ref != h->ref ? best : h;
}
