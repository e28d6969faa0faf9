// SPDX-License-Identifier: Apache-2.0
// Goods of a land each in a row, each with its own land: "Japanese cars, Canadian steel and Chinese toys", "bananas from Ecuador
// and coffee from Guatemala".
#include "news/lots.h"

#include "news/mentions.h"
#include "news/several.h"
#include "news/subjects.h"

/* Behind "Japan's" before "cars". */
static uint32_t past_owner(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  return end + (end < s->count && s->tokens[end].genitive && s->tokens[end].n == 2);
}

/* "and" or a comma stands before the name. */
static bool is_joined(const struct news_sentence *s, uint32_t at) {
  if (at > 1 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at > 0 && (s->tokens[at - 1].kind == NEWS_MARK || news_word_is(&s->tokens[at - 1], "and"));
}

static bool is_from(const struct news_sentence *s, uint32_t at) {
  if (at > 1 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at > 0 && news_word_is(&s->tokens[at - 1], "from");
}

static bool holds(const struct lot *lots, uint8_t count, uint8_t side) {
  for (uint8_t k = 0; k < count; k++)
    if (lots[k].side == side) return true;
  return false;
}

uint8_t news_lots_between(const struct news_sentence *s, uint32_t from, uint32_t to, uint8_t but,
                          struct lot *lots) {
  uint8_t count = 0;
  uint16_t open = NEWS_NONE; /* goods whose land is not told yet */
  bool behind = false;       /* the land of the last stood behind it */
  for (uint32_t at = from, n = 1; at < to && at < s->count; at += n) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
    n = h != NULL ? h->n : 1u;
    uint32_t goods = h == NULL ? news_goods_at(s, at) : 0;
    if (goods > 0) n = goods;
    if (goods > 0 && open == NEWS_NONE) open = news_hit_at(s, NC_GOOD, at)->ref;
    if (h == NULL) continue;
    const struct news_hit *own = news_hit_at(s, NC_GOOD, past_owner(s, h));
    bool also = own == NULL && open == NEWS_NONE && behind && is_joined(s, at);
    bool sent = own == NULL && open != NEWS_NONE && is_from(s, at);
    if (own == NULL && !also && !sent && (uint8_t)h->ref == but) continue;
    if ((own == NULL && !also && !sent) || count >= ROW || holds(lots, count, (uint8_t)h->ref))
      return 0;
    uint16_t good = own != NULL ? own->ref : sent ? open : lots[count - 1].good;
    lots[count++] = (struct lot){good, (uint8_t)h->ref};
    if (own != NULL) n = past_owner(s, h) + news_goods_at(s, own->at) - at;
    open = NEWS_NONE;
    behind = own == NULL;
  }
  return count;
}

/* Behind "Canadian steel", "steel from Canada" at the place; 0: no such thing stands there. */
static uint32_t past_lot(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *who = at < s->count ? news_hit_at(s, NC_PARTY, at) : NULL;
  uint32_t k = who != NULL ? past_owner(s, who) : at;
  uint32_t goods = k < s->count ? news_goods_at(s, k) : 0;
  if (goods == 0) return 0;
  k += goods;
  if (who != NULL) return k;
  if (k + 1 >= s->count || !news_word_is(&s->tokens[k], "from")) return 0;
  k += 1u + news_word_is(&s->tokens[k + 1], "the");
  who = k < s->count ? news_hit_at(s, NC_PARTY, k) : NULL;
  return who != NULL ? k + who->n : 0;
}

bool news_lot_owes(const struct news_sentence *s, uint32_t at) {
  uint32_t end = past_lot(s, at);
  return end > 0 && end < s->count && news_hit_at(s, NC_OWES, end) != NULL;
}

/* "at 50%", "to 50%", "pay 50%", "50%": of the last in the row alone. */
static bool has_own_rate(const struct news_sentence *s, uint32_t at, bool moves) {
  if (at >= s->count) return false;
  if (news_hit_at(s, NC_PERCENT, at) != NULL || news_word_is(&s->tokens[at], "at") ||
      news_hit_at(s, NC_OWES, at) != NULL)
    return true;
  bool goes = news_word_is(&s->tokens[at], "to") || news_word_is(&s->tokens[at], "from");
  return !(goes && moves) && at + 1 < s->count && news_hit_at(s, NC_PERCENT, at + 1) != NULL;
}

uint32_t news_lots_end(const struct news_sentence *s, uint32_t to, bool moves) {
  uint32_t at = to, items = 1;
  bool last = false;
  while (!last && at + 2 < s->count) {
    uint32_t k = at + (s->tokens[at].kind == NEWS_MARK && !s->tokens[at].ends);
    last = news_word_is(&s->tokens[k], "and");
    k += last;
    uint32_t end = k > at ? past_lot(s, k) : 0;
    if (end == 0) return to;
    at = end;
    items++;
  }
  return last && items > 2 && !has_own_rate(s, at, moves) ? at : to;
}

/* "charges 10% on Japanese cars, and Canadian steel pays 50%": the cars are the other's. */
static bool ends_another(const struct news_sentence *s, const struct news_mention *x, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *y = &s->mentions[k];
    if (y != x && y->percent != 0 && (uint32_t)y->at + y->n == at && y->head + 1u < at) return true;
  }
  return false;
}

/* Of "steel from Canada and" a word before the place. */
static bool is_of_row(const struct news_sentence *s, uint32_t at) {
  const struct news_token *t = &s->tokens[at - 1];
  return t->kind == NEWS_MARK || news_word_is(t, "and") || news_word_is(t, "from") ||
         news_word_is(t, "the") || news_ending(s, NC_GOOD, at) != NULL ||
         news_ending(s, NC_PARTY, at) != NULL;
}

uint8_t news_lots_named(const struct news_reader *d, const struct news_match *m, struct lot *lots) {
  const struct news_sentence *s = d->s;
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  if (m->struck == NEWS_NONE)
    return news_lots_between(s, x->head + 1u, news_lots_end(s, (uint32_t)x->at + x->n, false),
                             x->imposer, lots);
  uint32_t from = s->hits[m->struck].at, to = from + s->hits[m->struck].n;
  while (from > 0 && !ends_another(s, x, from) && is_of_row(s, from)) from--;
  return news_lots_between(s, from, to, x->imposer, lots);
}

void news_goods_of_each(struct news_reader *d, const struct news_match *m, size_t n) {
  struct lot lots[ROW];
  for (uint8_t k = 0; k < d->s->mention_count;
       k++) /* "on Canadian steel (25%), Mexican cars (10%)" */
    if (d->s->mentions[k].row == d->s->hits[m->mention].ref + 1u) return;
  uint8_t count = news_lots_named(d, m, lots);
  bool ours = false; /* not of "and those on steel", whose goods are named apart */
  for (uint8_t k = 0; k < count; k++) ours = ours || lots[k].good == d->story->statements[n].good;
  if (!ours) return;
  size_t end = d->story->statement_count;
  for (uint8_t k = 0; count > 1 && k < count; k++) {
    bool told = false;
    struct news_statement other = d->story->statements[n];
    for (size_t i = n; i < end; i++) {
      struct news_statement *st = &d->story->statements[i];
      if (st->target != (enum news_side)lots[k].side || st->head != other.head) continue;
      st->good = lots[k].good;
      told = true;
    }
    other.target = (enum news_side)lots[k].side;
    other.good = lots[k].good;
    if (!told && other.target != other.imposer) news_keep(d, &other);
  }
}
