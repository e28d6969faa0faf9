// SPDX-License-Identifier: Apache-2.0
// Rates in a row without verbs of their own: "U.S. tariffs differ: 20% for Vietnam, 19% for Indonesia", "range from 10% for
// Britain to 50% for Brazil", "those on steel, at 50%, and those on cars, at 25%"; "For Japan it is 15%".
#include <string.h>

#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

#define FAR_LINK  9 /* tokens from the duty to the row */
#define FAR_COLON 14

struct item { /* one rate of the row, and of whom or what it is */
  const struct news_hit *rate;
  uint8_t who[NEWS_TARGETS], who_count;
  uint16_t good;
  uint32_t at, to;
  bool all; /* "other goods" */
};

static bool is_mark(const struct news_reader *d, uint32_t at, const char *any) {
  const struct news_token *t = &d->s->tokens[at];
  return at < d->s->count && t->kind == NEWS_MARK && t->n == 1 &&
         strchr(any, d->text->text.p[t->at]) != NULL;
}

/* Words of what a rate is on that name nothing. */
static bool is_plain(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"those",     "that", "ones",   "the",  "other",
                                      "most",      "its",  "of",     "from", "all",
                                      "countries", "some", "others", "made", "partners"};
  return NEWS_IN(&s->tokens[at], words) || news_in_class(s, NC_WARES, at) ||
         news_np_class(s, at) == NC_NP_WORD;
}

/* A comma or "and" that a name or goods follow. */
static uint32_t past_joint(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  uint32_t k = at + is_mark(d, at, ",");
  if (k < s->count && (news_word_is(&s->tokens[k], "and") || news_word_is(&s->tokens[k], "or")))
    k++;
  uint32_t name = k + (k < s->count && news_word_is(&s->tokens[k], "the"));
  bool named = k > at && name < s->count &&
               (news_hit_at(s, NC_PARTY, name) != NULL || news_hit_at(s, NC_GOOD, name) != NULL);
  return named ? k : at;
}

/* Whom or what, from the place on: where that ends. */
static uint32_t read_lot(const struct news_reader *d, uint32_t at, struct item *x) {
  const struct news_sentence *s = d->s;
  while (at < s->count) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
    if (h != NULL) {
      if (x->who_count < NEWS_TARGETS) x->who[x->who_count++] = (uint8_t)h->ref;
      at += h->n;
      at += at < s->count && s->tokens[at].genitive && s->tokens[at].n == 2;
    } else if ((h = news_hit_at(s, NC_GOOD, at)) != NULL) {
      if (x->good == NEWS_NONE) x->good = h->ref;
      at += news_goods_at(s, at);
    } else if (is_plain(s, at)) {
      x->all = x->all || news_word_is(&s->tokens[at], "other");
      at++;
    } else {
      uint32_t next = past_joint(d, at);
      if (next == at) break;
      at = next;
    }
  }
  return at;
}

static bool leads(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"on", "for", "against", "in"};
  return at < s->count && NEWS_IN(&s->tokens[at], words);
}

/* "at 50%", ", at 50%", "(50%)" behind whom or what: the rate; NULL. */
static const struct news_hit *rate_behind(const struct news_reader *d, uint32_t *at) {
  const struct news_sentence *s = d->s;
  static const char *const words[] = {"now", "all", "both", "still", "each", "currently"};
  static const char *const verbs[] = {"is", "are", "stands", "stand", "sits", "sit"};
  uint32_t k = *at + is_mark(d, *at, ",");
  bool round = is_mark(d, k, "(");
  if (k < s->count && NEWS_IN(&s->tokens[k], verbs)) k++;
  while (k < s->count && NEWS_IN(&s->tokens[k], words)) k++;
  if (!round && (k >= s->count || !news_word_is(&s->tokens[k], "at"))) return NULL;
  const struct news_hit *h = news_hit_at(s, NC_PERCENT, k + 1);
  if (h == NULL) return NULL;
  *at = k + 1 + h->n;
  *at += is_mark(d, *at, ")");
  return h;
}

/* "20% for Vietnam", "those on steel, at 50%", "Vietnam (20%)". */
static bool read_item(const struct news_reader *d, uint32_t at, struct item *x) {
  const struct news_sentence *s = d->s;
  *x = (struct item){.good = NEWS_NONE, .at = at};
  while (at < s->count && (news_bounds(&s->tokens[at]) || news_word_is(&s->tokens[at], "just")))
    at++;
  x->rate = at < s->count ? news_hit_at(s, NC_PERCENT, at) : NULL;
  if (x->rate != NULL && !leads(s, at + x->rate->n)) return false;
  at += x->rate != NULL ? x->rate->n + 1u : 0;
  if (x->rate == NULL && at + 1 < s->count && leads(s, at + 1) &&
      (news_word_is(&s->tokens[at], "those") || news_word_is(&s->tokens[at], "that")))
    at += 2;
  uint32_t lot = at;
  at = read_lot(d, at, x);
  if (at == lot || (x->who_count == 0 && x->good == NEWS_NONE)) return false;
  if (x->rate == NULL) x->rate = rate_behind(d, &at);
  x->to = at;
  return x->rate != NULL;
}

/* "differ:", "range from", "are", "including": where the row begins; 0: something else is told. */
static uint32_t past_link(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  struct item any;
  for (uint32_t k = at; k < at + FAR_COLON && k + 1 < s->count && !news_names_kind(s, k); k++)
    if (is_mark(d, k, ":") && read_item(d, k + 1, &any)) return k + 1;
  for (uint32_t last = at + FAR_LINK; at < last && at < s->count; at++) {
    if (news_hit_at(s, NC_PERCENT, at) != NULL || news_hit_at(s, NC_PARTY, at) != NULL ||
        news_hit_at(s, NC_GOOD, at) != NULL || news_word_is(&s->tokens[at], "those"))
      return at;
    bool link = news_hit_at(s, NC_VARIES, at) != NULL || is_mark(d, at, ":,(-") ||
                s->tokens[at].kind == NEWS_MARK || news_hit_at(s, NC_ADVERB, at) != NULL;
    if (!link) return 0;
  }
  return 0;
}

/* Behind the comma, semicolon or "and" that parts two items; 0: the row ends. */
static uint32_t past_break(const struct news_reader *d, uint32_t at) {
  static const char *const words[] = {"and", "while", "but", "to", "or"};
  const struct news_sentence *s = d->s;
  uint32_t k = at;
  while (k < s->count && k < at + 2 && (is_mark(d, k, ",;") || NEWS_IN(&s->tokens[k], words))) k++;
  return k > at ? k : 0;
}

static bool is_duty(const struct news_reader *d, const struct news_mention *x) {
  return x->form == NEWS_NOUN && news_has_rate(d->r, x->measure);
}

/* "retaliatory duties": an answer that is told as duties. */
static bool is_answer(const struct news_reader *d, const struct news_mention *x) {
  static const char *const words[] = {"duties", "tariffs", "levies", "tariff"};
  uint32_t last = x->head + 1u < d->s->count ? x->head + 1u : x->head;
  return x->form == NEWS_NOUN && d->r->bare != NEWS_NONE &&
         strcmp(d->r->measures[x->measure].kind, "countermeasures") == 0 &&
         (NEWS_IN(&d->s->tokens[last], words) || NEWS_IN(&d->s->tokens[x->head], words));
}

/* The mention that stands for the item already, "10% on cars", "those on cars"; the measure's own is none. */
static struct news_mention *standing(struct news_sentence *s, const struct item *it, uint8_t row,
                                     bool *other) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *y = &s->mentions[k];
    if (k + 1 == row || it->to <= y->at || it->at >= (uint32_t)y->at + y->n) continue;
    *other = !y->bare && y->at != it->at;
    return y;
  }
  return NULL;
}

/* A mention of the duty on what the item names, as `x` is one. */
static void put(struct news_reader *d, const struct news_mention *x, const struct item *it,
                uint8_t row) {
  struct news_sentence *s = d->s;
  struct news_mention m = {.measure = is_duty(d, x) ? x->measure : d->r->bare,
                           .at = (uint16_t)it->at,
                           .n = (uint16_t)(it->to - it->at),
                           .head = it->rate != NULL ? it->rate->at : (uint16_t)it->at,
                           .form = NEWS_NOUN,
                           .amount = -1,
                           .good = it->good == NEWS_NONE && !it->all ? x->good : it->good,
                           .imposer = x->imposer,
                           .percent = it->rate != NULL ? s->values[it->rate->ref] : x->percent,
                           .definite = true,
                           .named = it->who_count > 0,
                           .row = row};
  memcpy(m.targets, it->who_count > 0 ? it->who : x->targets, sizeof m.targets);
  m.target_count = it->who_count > 0 ? it->who_count : x->target_count;
  for (uint8_t k = 0; k < m.target_count; k++)
    if (m.targets[k] == m.imposer) return;
  bool other = false;
  struct news_mention *y = standing(s, it, row, &other);
  if (y != NULL && !other) {
    m.at = y->at;
    m.n = y->n;
    *y = m;
  } else if (y == NULL && s->mention_count < NEWS_MENTIONS)
    news_mention_again(d, &m);
}

/* The row behind the place, of the duty; whether one of two and more stands there. */
static bool mark_row(struct news_reader *d, const struct news_mention *x, uint32_t at) {
  struct item items[NEWS_TARGETS];
  uint8_t count = 0;
  while (at > 0 && count < NEWS_TARGETS && read_item(d, at, &items[count]))
    at = past_break(d, items[count++].to);
  if (count < 2) return false;
  struct news_mention of = *x;
  uint8_t row = (uint8_t)(x - d->s->mentions + 1);
  for (uint8_t k = 0; k < count; k++) put(d, &of, &items[k], row);
  return true;
}

/* "tariffs on Taiwan (25%), Vietnam (10%) and Laos (40%)": the first is of the measure itself, which reaches over all. */
static void mark_round(struct news_reader *d, uint8_t index) {
  struct news_sentence *s = d->s;
  struct news_mention *x = &s->mentions[index];
  struct item items[NEWS_TARGETS];
  uint8_t count = 0;
  uint32_t at = x->head;
  while (at < (uint32_t)x->at + x->n && !leads(s, at)) at++;
  if (++at > (uint32_t)x->at + x->n) return;
  while (at > 0 && count < NEWS_TARGETS && read_item(d, at, &items[count]) &&
         s->tokens[items[count].rate->at - 1].kind == NEWS_MARK)
    at = past_break(d, items[count++].to);
  if (count < 2) return;
  x->percent = s->values[items[0].rate->ref];
  x->good = items[0].good;
  memcpy(x->targets, items[0].who, sizeof x->targets);
  x->target_count = items[0].who_count;
  x->named = x->target_count > 0;
  x->n = (uint16_t)(items[count - 1].to - x->at);
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->hits[i].at == x->at && s->hits[i].ref == index && s->hits[i].n < x->n &&
        (s->hits[i].class == d->r->measures[x->measure].noun ||
         s->hits[i].class == d->r->measures[x->measure].group[NEWS_NOUN]))
      s->hits[i].n = x->n;
  struct news_mention of = *x;
  for (uint8_t k = 1; k < count; k++) put(d, &of, &items[k], (uint8_t)(index + 1u));
}

/* The duty that the sentence before told to be in force, with its rate; false: none. *m: as it was told. */
static bool told_before(const struct news_reader *d, struct news_mention *m) {
  const struct news_told *last = news_told(d, 0);
  const struct news_story *y = d->story;
  const struct news_statement *st =
      y->statement_count > d->opening ? &y->statements[y->statement_count - 1] : NULL;
  if (st == NULL || last == NULL || last->sentence + 1 != d->sentence ||
      last->sentence < d->paragraph || !is_duty(d, &last->m) || st->measure != last->m.measure ||
      st->status != NEWS_IN_FORCE || st->percent_milli == 0 || st->imposer == NEWS_NO_SIDE)
    return false;
  *m = last->m;
  m->imposer = (uint8_t)st->imposer;
  m->percent = st->percent_milli;
  return true;
}

/* "Indonesia, Malaysia and Thailand are all at 19%, and Vietnam is at 20%": as the one told in the sentence before. */
static void mark_at(struct news_reader *d, const struct news_mention *m) {
  struct item x;
  uint32_t at = 0;
  while (read_item(d, at, &x) && x.who_count > 0 && x.rate->at > x.at &&
         news_word_is(&d->s->tokens[x.rate->at - 1], "at")) {
    put(d, m, &x, NEWS_MENTIONS + 1);
    at = past_break(d, x.to);
    if (at == 0) return;
  }
}

/* "Those on Switzerland and Canada are 39% and 35%": each its own, or one rate of all. */
static void mark_those(struct news_reader *d, const struct news_mention *m) {
  static const char *const verbs[] = {"is", "are", "stand", "stands", "remain", "remains"};
  const struct news_sentence *s = d->s;
  struct item x = {.good = NEWS_NONE};
  const struct news_hit *rates[NEWS_TARGETS];
  uint8_t count = 0;
  uint32_t at = s->count > 4 && news_word_is(&s->tokens[0], "those") && leads(s, 1)
                    ? read_lot(d, 2, &x)
                    : s->count;
  if (at + 1 >= s->count || !NEWS_IN(&s->tokens[at], verbs)) return;
  at += 1u + news_word_is(&s->tokens[at + 1], "at");
  while (at > 0 && at < s->count && count < NEWS_TARGETS &&
         (rates[count] = news_hit_at(s, NC_PERCENT, at)) != NULL)
    at = past_break(d, at + rates[count++]->n);
  bool each = count > 1 && count == x.who_count;
  if (count == 0 || (count > 1 && !each)) return;
  for (uint8_t k = 0; k < count; k++) {
    struct item one = x;
    one.rate = rates[k];
    one.at = rates[k]->at;
    one.to = (uint32_t)rates[k]->at + rates[k]->n;
    if (each) one.who[0] = x.who[k];
    if (each) one.who_count = 1;
    put(d, m, &one, NEWS_MENTIONS + 1);
  }
}

/* Behind "it", "the rate", "the rate for India" as the subject; 0: none stands there. */
static uint32_t past_rate(const struct news_reader *d, uint32_t at, struct item *x) {
  const struct news_sentence *s = d->s;
  if (at + 2 < s->count && news_word_is(&s->tokens[at], "it")) return at + 1;
  if (at + 3 >= s->count || !news_word_is(&s->tokens[at], "the") ||
      !news_word_is(&s->tokens[at + 1], "rate"))
    return 0;
  return leads(s, at + 2) && x->who_count == 0 && x->good == NEWS_NONE ? read_lot(d, at + 3, x)
                                                                       : at + 2;
}

/* "For Japan it is 15%", "The rate for Japan is 15%", "It is 15% for Japan", "On India it is the same": as the one told in the sentence before. */
static void mark_again(struct news_reader *d) {
  static const char *const verbs[] = {"is", "are", "stands", "remains", "stays", "was"};
  const struct news_sentence *s = d->s;
  struct news_mention m;
  if (!told_before(d, &m)) return;
  if (s->heads[NC_PERCENT] != NEWS_NONE) {
    mark_at(d, &m);
    mark_those(d, &m);
  }
  struct item x = {.good = NEWS_NONE};
  uint32_t at = 0;
  if (leads(s, 0)) at = read_lot(d, 1, &x);
  at += is_mark(d, at, ",");
  uint32_t verb = past_rate(d, at, &x);
  bool it = verb > 0 && verb + 1 < s->count && NEWS_IN(&s->tokens[verb], verbs);
  uint32_t rate = verb + 1u + (it && news_word_is(&s->tokens[verb + 1], "at"));
  x.rate = it ? news_hit_at(s, NC_PERCENT, rate) : NULL;
  bool same = it && rate + 1 < s->count && news_word_is(&s->tokens[rate], "the") &&
              news_word_is(&s->tokens[rate + 1], "same");
  if (same && (x.who_count > 0 || x.good != NEWS_NONE)) {
    x.at = at;
    x.to = rate + 2;
    put(d, &m, &x, NEWS_MENTIONS + 1);
  }
  bool front = at > 0 && verb == at + 2; /* "For Vietnamese wine the rate is 50%" */
  if (x.rate == NULL || (!front && news_in_any(s, x.rate->at))) return;
  x.at = at;
  x.to = rate + x.rate->n;
  if (at == 0 && leads(s, x.to)) x.to = read_lot(d, x.to + 1, &x);
  if (x.who_count > 0 || x.good != NEWS_NONE) put(d, &m, &x, NEWS_MENTIONS + 1);
}

void news_mark_rows(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  mark_again(d);
  if (s->heads[NC_PERCENT] == NEWS_NONE) return;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if ((!is_duty(d, x) && !is_answer(d, x)) || x->bare || x->row || x->pronoun ||
        x->percent != 0 || x->to != 0 || x->compared)
      continue;
    uint32_t end = (uint32_t)x->at + x->n;
    mark_round(d, k);
    if (x->percent != 0) return;
    if (mark_row(d, x, past_link(d, end))) return;
  }
}

/* "tariffs on Taiwan (25%) and Vietnam (10%) remain": of the whole row, of which the last stands by the verb. */
bool news_whole_row(const struct news_reader *d, struct news_match *m) {
  const struct news_mention *y = &d->s->mentions[d->s->hits[m->mention].ref];
  uint8_t row = y->row;
  if (row == 0 || row > d->s->mention_count) return false;
  const struct news_mention *x = &d->s->mentions[row - 1];
  if (x->percent == 0 && m->to <= y->at + y->n) return false; /* no verb behind it */
  uint16_t hit = news_mention_hit(d, (uint8_t)(row - 1u));
  if (hit == NEWS_NONE || x->row > 0) return false;
  if (m->from > x->at) m->from = x->at;
  m->mention = hit;
  return true;
}
