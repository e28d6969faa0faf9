// SPDX-License-Identifier: Apache-2.0
// Whom a measure hits by what its verb says: "European drugs pay 15%", "trucks built in Mexico face a duty".
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

/* "on the Chinese list": whose the list is, and not whom what stands behind it hits. */
static bool is_elsewhere(const struct news_sentence *s, uint32_t at, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  bool noun = end + 1 < s->count && s->tokens[end].kind == NEWS_WORD && !s->busy[end] &&
              news_np_class(s, end) == NEWS_NONE && news_np_class(s, end + 1) == NC_NP_AND;
  return noun && at < h->at && news_hit_at(s, NC_ACTOR, h->at) == NULL &&
         (news_word_is(&s->tokens[at - 1], "on") || news_word_is(&s->tokens[at - 1], "in"));
}

/* "signed with Cambodia, whose goods pay 19%": the clause behind the name is of no other. */
static bool told_of(const struct news_sentence *s, const struct news_hit *h) {
  static const char *const words[] = {"whose", "which"};
  uint32_t at = (uint32_t)h->at + h->n;
  if (at + 1 < s->count && s->tokens[at].kind == NEWS_MARK) at++;
  return at < s->count && NEWS_IN(&s->tokens[at], words);
}

/* "Japan's exports to the United States are taxed": of Japan. */
static const struct news_hit *sent_from(const struct news_sentence *s, const struct news_hit *h) {
  if (h->class != NC_PARTY || h->at < 2 || told_of(s, h)) return h;
  h = news_but_first(s, h);
  uint32_t at = h->at;
  if (at < 2) return h;
  if (news_word_is(&s->tokens[at - 1], "the")) at--;
  if (at > 2 &&
      (news_word_is(&s->tokens[at - 1], "like") || news_word_is(&s->tokens[at - 1], "unlike")) &&
      news_ending(s, NC_PARTY, at - 2u) != NULL)
    return news_ending(s, NC_PARTY, at - 2u); /* "Norway, like Iceland, pays" */
  uint32_t like = at > 4 && news_word_is(&s->tokens[at - 1], "from") ? at - 3u : 0;
  if (like > 1 && news_word_is(&s->tokens[like], "like") &&
      news_ending(s, NC_PARTY, like - 1u) != NULL)
    return news_ending(s, NC_PARTY, like - 1u); /* "steel from Japan, like that from Korea" */
  bool led = at >= 2 && news_hit_at(s, NC_MADE, at - 2u) != NULL &&
             (news_word_is(&s->tokens[at - 1], "for") || news_word_is(&s->tokens[at - 1], "in"));
  uint32_t end = (uint32_t)h->at + h->n;
  bool told = end + 1 < s->count && s->tokens[end].kind == NEWS_MARK &&
              news_hit_at(s, NC_RELATIVE, end + 1) != NULL; /* "on a par with Japan, which pays" */
  led =
      led || (!told && news_word_is(&s->tokens[at - 1], "with")); /* "a deal with Japan and pay" */
  led = led || is_elsewhere(s, at, h); /* "are not on the Chinese list and still face" */
  if (!led && !news_word_is(&s->tokens[at - 1], "to") && !news_word_is(&s->tokens[at - 1], "into"))
    return h; /* "bound for the United States", "sold in Britain" */
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < at && (best == NULL || s->hits[i].at > best->at)) best = &s->hits[i];
  return best != NULL ? best : h;
}

/* "Soybeans, pork and beef": the first named counts. */
const struct news_hit *news_first_of_list(const struct news_sentence *s, const struct news_hit *h) {
  while (h->at >= 1) {
    const struct news_token *t = &s->tokens[h->at - 1];
    const struct news_hit *before = h->at > 1 ? news_ending(s, NC_GOOD, h->at - 1u) : NULL;
    if (before == NULL && h->at > 3 && news_in_class(s, NC_WARES, h->at - 2u))
      before = news_ending(s, NC_GOOD, h->at - 2u); /* "steel products and copper" */
    const struct news_hit *beside = news_hit_at(s, NC_GOOD, h->at - 1u);
    if (beside != NULL) { /* "canola oil" */
      h = beside;
      continue;
    }
    if (t->genitive && h->at > 3) { /* "toys and children's clothing" */
      t -= 2;
      before = news_hit_at(s, NC_GOOD, h->at - 4u);
    }
    bool joined = t->kind == NEWS_MARK || news_word_is(t, "and") || news_word_is(t, "or");
    if (joined && before == NULL && h->at >= 4 && s->tokens[h->at - 3].kind == NEWS_MARK &&
        s->tokens[h->at - 2].kind == NEWS_WORD && !s->tokens[h->at - 2].capital &&
        !s->busy[h->at - 2]) /* "watches, trinkets and chocolate" */
      before = news_hit_at(s, NC_GOOD, h->at - 4u);
    if (!joined || before == NULL || before->n > 2) return h;
    h = before;
  }
  return h;
}

/* Behind "clothes, shoes and toys". */
static uint32_t behind_goods(const struct news_sentence *s, const struct news_hit *good) {
  uint32_t at = (uint32_t)good->at + good->n;
  while (at + 1 < s->count &&
         (s->tokens[at].kind == NEWS_MARK || news_word_is(&s->tokens[at], "and"))) {
    const struct news_hit *next = news_hit_at(s, NC_GOOD, at + 1);
    if (next == NULL) break;
    at = (uint32_t)next->at + next->n;
  }
  return at;
}

/* "European drugs", "drugs from Brazil", "trucks assembled in Mexico": whose the goods are; NEWS_NO_SIDE. */
static enum news_side whose_goods(const struct news_reader *d, const struct news_hit *good,
                                  uint32_t end, enum news_side doer) {
  const struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t past = (uint32_t)h->at + h->n; /* "Spanish table olives" */
    bool plain = news_hit_at(s, NC_ACTOR, h->at) == NULL && past + 1u == good->at &&
                 s->tokens[past].kind == NEWS_WORD && !s->busy[past] && !s->tokens[past].capital &&
                 s->np[past] == 0 && !s->tokens[past].genitive;
    bool before = past == good->at || plain;
    uint32_t behind = behind_goods(s, good);
    bool made = behind + 1 < s->count && news_hit_at(s, NC_MADE, behind) != NULL;
    bool from =
        h->at < end && ((h->at == behind + 1u && news_word_is(&s->tokens[behind], "from")) ||
                        (made && h->at == behind + 2u));
    if (before || from) return (enum news_side)h->ref;
  }
  if (good->at > 2 && news_word_is(&s->tokens[good->at - 1], "of") &&
      news_in_class(s, NC_MAKERS,
                    good->at - 2)) { /* "Peru's exporters of grapes", "Chinese makers of toys" */
    uint32_t led = good->at - 2u;
    const struct news_hit *of =
        news_ending(s, NC_PARTY, led - (s->tokens[led - 1].genitive ? 1u : 0u));
    if (of != NULL) return (enum news_side)of->ref;
  }
  uint32_t at = good->at; /* "its cars", "the country's lumber" */
  bool whose = at > 0 && news_word_is(&s->tokens[at - 1], "whose");
  bool its = at > 0 && (whose || s->np[at - 1] == NEWS_NP(NC_NP_ITS) || s->tokens[at - 1].genitive);
  if (!its) return NEWS_NO_SIDE;
  enum news_side who = news_named_before(d, 0, at, doer, true); /* not "American law" */
  return who != NEWS_NO_SIDE ? who : news_named_before(d, 0, at, doer, false);
}

/* Within the name of a government. */
static bool in_party(const struct news_sentence *s, uint32_t at) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n) return true;
  return false;
}

/* "On steel the European Union faces 50%" */
static void take_fronted(const struct news_sentence *s, struct news_mention *x,
                         const struct news_hit *who) {
  const struct news_hit *good = news_hit_at(s, NC_GOOD, 1);
  uint32_t end = good != NULL ? 1u + good->n : 0;
  while (end > 0 && end < who->at &&
         (s->tokens[end].kind == NEWS_MARK || news_word_is(&s->tokens[end], "the")))
    end++;
  if (good != NULL && end == who->at) x->good = good->ref;
}

/* "those from Canada and Mexico pay 25%": of the goods named before them in the sentence. */
static void take_those(const struct news_sentence *s, struct news_mention *x, uint32_t row) {
  static const char *const joins[] = {"while", "except", "excluding", "but", "although", "though"};
  const struct news_hit *who = news_hit_at(s, NC_PARTY, row); /* "Egypt's pay 10%" */
  uint32_t behind = who != NULL ? row + who->n : 0;
  bool owned = who != NULL && behind + 1 < s->count && s->tokens[behind].genitive &&
               news_hit_at(s, NC_OWES, behind + 1) != NULL;
  bool those = row > 2 && news_word_is(&s->tokens[row - 1], "from") &&
               news_word_is(&s->tokens[row - 2], "those");
  if (row < 3 || x->good != NEWS_NONE || (!those && !owned)) return;
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < row - 2 && (best == NULL || s->hits[i].at > best->at)) best = &s->hits[i];
  for (uint32_t at = best != NULL ? best->at : row; at < row && !owned;
       at++) /* "Mexican goods pay 35%" */
    if (s->tokens[at].kind == NEWS_MARK && !NEWS_IN(&s->tokens[at + 1], joins) &&
        news_hit_at(s, NC_GOOD, at + 1) == NULL)
      return;
  if (best != NULL) x->good = news_first_of_list(s, best)->ref;
}

/* "that sell to", "which ships to" */
static bool sells_to(const struct news_sentence *s, uint32_t at) {
  return at > 0 && news_word_is(&s->tokens[at], "to") && news_in_class(s, NC_SELLS, at - 1);
}

/* A duty on pork from the union; "Spain faces a rate of 10%": of the same goods. */
static uint16_t good_of_union(const struct news_reader *d, const struct news_mention *x,
                              uint8_t side) {
  const struct news_mention *last = news_last_of(d, x->measure);
  if (last == NULL || last->good == NEWS_NONE || last->target_count != 1 || !x->loose ||
      (x->imposer != NEWS_NO_SIDE && x->imposer != last->imposer))
    return NEWS_NONE;
  bool member = last->targets[0] != side && news_same_house(d->r, side, last->targets[0]);
  return member && d->since_charge < 4 ? last->good : NEWS_NONE;
}

/* "a 100% duty on drugs. Britain would face the full 100% levy": of the only goods that the rate was told of before. */
static uint16_t good_of_rate(const struct news_reader *d, const struct news_mention *x) {
  uint16_t good = NEWS_NONE;
  if (!x->definite || x->percent == 0 || x->own) return good;
  for (uint32_t n = 0; n < 12 && news_told(d, n) != NULL; n++) {
    const struct news_mention *y = &news_told(d, n)->m;
    int64_t rate = y->to > 0 ? y->to : y->percent;
    if (y->measure != x->measure || rate != x->percent) continue;
    if (y->good == NEWS_NONE || y->target_count > 0 || (good != NEWS_NONE && good != y->good))
      return NEWS_NONE;
    good = y->good;
  }
  return good;
}

/* "put two American drone makers on its list of unreliable firms": firms are listed, and not what they make. */
static bool is_list(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const words[] = {"list", "lists", "blacklist"};
  return x->n > 0 && NEWS_IN(&s->tokens[x->at + x->n - 1], words);
}

/* "All goods entering Japan face", "most imports to the United States": who takes them in, and is not hit. */
static bool takes_in(const struct news_sentence *s, const struct news_hit *h) {
  static const char *const leads[] = {"to",     "into",  "entering", "reaching",
                                      "enters", "enter", "reaches",  "reach"};
  if (h->class != NC_PARTY || h->at < 2) return false;
  uint32_t at = h->at - (news_word_is(&s->tokens[h->at - 1], "the") ? 1u : 0u);
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < at) return false; /* "Japan's exports to the United States" */
  if (at < 2 || !NEWS_IN(&s->tokens[at - 1], leads)) return false;
  if (at > 3 && news_hit_at(s, NC_RELATIVE, at - 2) != NULL) at--; /* "all that enters Japan" */
  uint32_t ware = at - 2u - (news_hit_at(s, NC_MADE, at - 2u) != NULL && at > 2 ? 1u : 0u);
  bool all = news_word_is(&s->tokens[ware], "everything") ||
             news_word_is(&s->tokens[ware], "anything") || news_word_is(&s->tokens[ware], "coming");
  return all || news_in_class(s, NC_WARES, ware) || news_ending(s, NC_GOOD, ware + 1) != NULL;
}

/* "on Canadian pork, and beef from Brazil pays": the pork is of another. */
static bool of_other(const struct news_sentence *s, uint32_t row, uint32_t at) {
  return at + 2u < row && news_ending(s, NC_PARTY, at) != NULL && news_hit_at(s, NC_GOOD, at);
}

/* "a 50% tariff on Indian goods": all of them, whatever the firms make that face it. */
static bool on_all_wares(const struct news_sentence *s, const struct news_mention *x) {
  if (x->target_count == 0 || x->good != NEWS_NONE || x->lent) return false;
  for (uint32_t at = x->head + 1u; at + 1 < s->count && at + 1 < (uint32_t)x->at + x->n; at++)
    if (news_hit_at(s, NC_PARTY, at) != NULL && news_in_class(s, NC_WARES, at + 1)) return true;
  return false;
}

/* What comes in there: of whoever takes it in, on goods from anywhere. */
static void take_border(const struct news_sentence *s, const struct news_hit *h,
                        struct news_mention *x) {
  const struct news_hit *what = news_ending(s, NC_GOOD, h->at - 1u);
  if (what == NULL && h->at > 1) what = news_ending(s, NC_GOOD, h->at - 2u);
  if (x->imposer == NEWS_NO_SIDE) x->imposer = (uint8_t)h->ref;
  if (what != NULL && x->good == NEWS_NONE) x->good = what->ref;
  x->worldwide = true;
}

enum news_side news_struck_of(const struct news_reader *d, const struct news_match *m,
                              struct news_mention *x) {
  if (m->struck == NEWS_NONE) return NEWS_NO_SIDE;
  if (d->s->hits[m->struck].class == NC_GOOD && news_has(d->s, NC_OWES, m->from, m->to) &&
      on_all_wares(d->s, x))
    return (enum news_side)x->targets[0];
  const struct news_hit *h = sent_from(d->s, &d->s->hits[m->struck]);
  if (takes_in(d->s, h)) {
    take_border(d->s, h, x);
    return NEWS_NO_SIDE;
  }
  if (h->class == NC_GOOD && !x->named && x->many && x->percent == 0 &&
      news_has(d->s, NC_GENERAL, x->at, (uint32_t)x->at + x->n)) {
    x->target_count =
        0; /* "exempted coffee from the reciprocal tariffs", behind a duty on one land */
    x->worldwide = true;
  }
  uint32_t led = h->at > 0 && news_word_is(&d->s->tokens[h->at - 1], "the") ? h->at - 1u : h->at;
  bool sold_to = h->class == NC_PARTY && led > 1 && sells_to(d->s, led - 1);
  if (sold_to) x->vague = true; /* "factories that sell to America pay": nobody is named */
  if (sold_to) return NEWS_NO_SIDE;
  const struct news_hit *good = news_hit_at(d->s, NC_GOOD, (uint32_t)h->at + h->n);
  if (h->class == NC_GOOD) good = news_first_of_list(d->s, h);
  if (h->class == NC_PARTY && is_list(d->s, x)) return (enum news_side)h->ref;
  for (uint32_t at = (uint32_t)h->at + h->n; good == NULL && at < h->at + h->n + 3u && at < m->to;
       at++)
    good = news_hit_at(d->s, NC_GOOD, at); /* "Britain, whose steelmakers pay" */
  bool made =
      h->at > 1 && news_hit_at(d->s, NC_MADE, h->at - 2u) != NULL; /* trucks built in Mexico */
  uint32_t row = h->at; /* coffee from Brazil and the European Union */
  while (row > 2 && row + 8u > h->at && !news_word_is(&d->s->tokens[row - 1], "from") &&
         !news_word_is(&d->s->tokens[row - 1], "in") &&
         (news_word_is(&d->s->tokens[row - 1], "and") ||
          news_word_is(&d->s->tokens[row - 1], "the") || d->s->tokens[row - 1].kind == NEWS_MARK ||
          in_party(d->s, row - 1u)))
    row--;
  bool makers = false; /* "steel exporters in Turkey and Brazil" */
  if (row > 2 && news_word_is(&d->s->tokens[row - 1], "in"))
    makers = news_in_class(d->s, NC_MAKERS, row - 2);
  if (!makers && !news_word_is(&d->s->tokens[row - (row > 0)], "from")) row = h->at;
  for (uint32_t at = row; good == NULL && at > 0 && at + 6u > row && !of_other(d->s, row, at - 1u);
       at--) /* coffee and beef from Brazil */
    if ((made || makers || news_word_is(&d->s->tokens[row - 1], "from")) &&
        news_hit_at(d->s, NC_GOOD, at - 1u))
      x->good = news_hit_at(d->s, NC_GOOD, at - 1u)->ref;
  if (good == NULL && h->class == NC_PARTY) good = news_hit_at(d->s, NC_GOOD, h->at); /* "They" */
  if (good != NULL && (x->good == NEWS_NONE || x->lent)) x->good = good->ref;
  if (good == NULL) take_those(d->s, x, row);
  if (good == NULL && x->good == NEWS_NONE && d->s->count > 3 &&
      news_word_is(&d->s->tokens[0], "on"))
    take_fronted(d->s, x, h);
  uint32_t own = (uint32_t)h->at + h->n; /* "Colombia's pays 10%": of the goods told right before */
  bool bare =
      own + 1 < d->s->count && d->s->tokens[own].genitive && news_hit_at(d->s, NC_OWES, own + 1);
  if (good == NULL && bare && news_told(d, 0) != NULL && x->good == NEWS_NONE)
    x->good = news_told(d, 0)->m.good;
  if (good == NULL && x->lent) x->good = NEWS_NONE;
  bool sent =
      news_word_is(&d->s->tokens[h->at], "they") ||
      news_word_is(&d->s->tokens[h->at], "their"); /* "Swiss drugmakers ... Their products" */
  if (good == NULL && sent && x->good == NEWS_NONE) x->good = d->about.good;
  if (good == NULL && h->class == NC_PARTY && x->good == NEWS_NONE)
    x->good = good_of_union(d, x, (uint8_t)h->ref);
  if (good == NULL && h->class == NC_PARTY && x->good == NEWS_NONE) x->good = good_of_rate(d, x);
  if (good == NULL && h->class == NC_PARTY && x->good == NEWS_NONE) /* "Korean mills pay 50%" */
    x->good = news_matter_beside(d, (uint32_t)h->at + h->n);
  if (h->class == NC_PARTY) return (enum news_side)h->ref;
  if (h->class == NC_GOOD)
    return whose_goods(d, h->at < good->at ? h : good, m->to, news_doer_of(d, m));
  return h->class == NC_ACTOR ? d->r->actors[h->ref].side : NEWS_NO_SIDE;
}

/* "Rivals in Japan and Britain pay 15%": each of them is hit. */
/* "South Korean", not "Korean". */
static const struct news_hit *whole_name(const struct news_sentence *s, const struct news_hit *h) {
  const struct news_hit *o = h->at > 0 ? news_hit_at(s, NC_PARTY, h->at - 1u) : NULL;
  return o != NULL && o->ref == h->ref && o->at + o->n == h->at + h->n ? o : h;
}

void news_take_row(const struct news_reader *d, const struct news_match *m,
                   struct news_mention *x) {
  const struct news_hit *h = m->struck != NEWS_NONE ? &d->s->hits[m->struck] : NULL;
  const struct news_hit *of = /* "Indonesian and Malaysian palm oil" */
      h != NULL && h->class == NC_GOOD
          ? news_ending(d->s, NC_PARTY, news_first_of_list(d->s, h)->at)
          : NULL;
  if (of != NULL) h = of;
  if (h != NULL && h->class == NC_PARTY) h = whole_name(d->s, h);
  if (h != NULL && h->at > 0 && news_word_is(&d->s->tokens[h->at - 1], "with"))
    h = sent_from(d->s, h);
  if (h == NULL || h->class != NC_PARTY || x->target_count > 0 || sent_from(d->s, h) != h ||
      takes_in(d->s, h))
    return;
  x->targets[x->target_count++] = (uint8_t)h->ref;
  bool and = false; /* "Like Japan, Korea will pay" is no row */
  for (uint32_t at = h->at; at > 1 && x->target_count < NEWS_TARGETS;) {
    const struct news_token *t = &d->s->tokens[at - 1];
    and = and || news_word_is(t, "and");
    if ((t->kind != NEWS_MARK || !and) && !news_word_is(t, "and") && !news_word_is(t, "the")) break;
    at--;
    for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
      const struct news_hit *o = &d->s->hits[i];
      if ((uint32_t)o->at + o->n != at || news_word_is(t, "the")) continue;
      if (!news_hits_side(x, (uint8_t)o->ref)) x->targets[x->target_count++] = (uint8_t)o->ref;
      at = o->at;
      break;
    }
  }
}

/* "on what it sells to the United States" */
static bool is_sold_to(const struct news_sentence *s, uint32_t at) {
  return at > 0 && news_word_is(&s->tokens[at], "to") && news_in_class(s, NC_SOLD, at - 1);
}

/* "the 10% rate that applies to every country selling to the United States": whose it is. */
enum news_side news_sold_to(const struct news_sentence *s, const struct news_mention *x) {
  uint32_t end = (uint32_t)x->at + x->n;
  for (uint32_t at = end; at + 1 < s->count && at < end + 10u; at++) {
    if (s->tokens[at].kind != NEWS_WORD) break;
    if (!is_sold_to(s, at)) continue;
    const struct news_hit *h =
        news_hit_at(s, NC_PARTY, at + 1u + news_word_is(&s->tokens[at + 1], "the"));
    if (h != NULL && !news_hits_side(x, (uint8_t)h->ref)) return (enum news_side)h->ref;
  }
  return NEWS_NO_SIDE;
}

/* "will be charged 10% when they arrive in China", "at the Chinese border": whose the border is. */
enum news_side news_taken_in(const struct news_sentence *s, const struct news_mention *x) {
  for (uint32_t at = (uint32_t)x->at + x->n; at + 1 < s->count && at < x->at + x->n + 10u; at++) {
    bool number = s->tokens[at].kind == NEWS_NUMERAL; /* "pay 17% and 45% at the border" */
    if ((s->tokens[at].kind != NEWS_WORD && !number) || news_hit_at(s, NC_BE, at) != NULL) break;
    if (s->np[at] != NEWS_NP(NC_NP_IN) && !news_word_is(&s->tokens[at], "into") &&
        !news_word_is(&s->tokens[at], "at") && !news_word_is(&s->tokens[at], "entering") &&
        !is_sold_to(s, at))
      continue;
    if (at > 0 && news_hit_at(s, NC_MADE, at - 1) != NULL) continue; /* "goods made in Japan" */
    bool the = news_word_is(&s->tokens[at + 1], "the");
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at + 1 + the);
    if (h != NULL && !news_hits_side(x, (uint8_t)h->ref)) return (enum news_side)h->ref;
  }
  return NEWS_NO_SIDE;
}
