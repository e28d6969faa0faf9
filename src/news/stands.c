// SPDX-License-Identifier: Apache-2.0
// Words that stand for a government named before: "its cars" at the head of a sentence, "goods from the country". They
// are marked as its name is, and the rules read them so.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* "a duty on its cars": it stands in something else, and no clause begins with it. */
static bool is_led(const struct news_sentence *s, uint32_t at) {
  uint16_t class = at > 0 ? news_np_class(s, at - 1) : NEWS_NONE;
  return class == NC_NP_ON || class == NC_NP_TO || class == NC_NP_FROM || class == NC_NP_IN ||
         class == NC_NP_BY || (at > 0 && news_word_is(&s->tokens[at - 1], "of"));
}

/* A government or its body, and not what is the government's: the subject, when it stands there. */
static enum news_side government_at(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  bool the = at + 1 < s->count && news_word_is(&s->tokens[at], "the");
  if (the && news_hit_at(s, NC_PARTY, at) == NULL) at++; /* but "the Philippines" */
  const struct news_hit *who = at < s->count ? news_hit_at(s, NC_PARTY, at) : NULL;
  if (who == NULL) return NEWS_NO_SIDE;
  uint32_t end = (uint32_t)who->at + who->n;
  const struct news_hit *actor = news_hit_at(s, NC_ACTOR, at);
  bool person = news_hit_at(s, NC_PERSON, at) != NULL;
  bool body = end < s->count && news_hit_at(s, NC_BODY, end) != NULL;
  bool owns = end < s->count && s->tokens[end].genitive;
  if (person || owns || (actor == NULL && !body)) return NEWS_NO_SIDE;
  return (enum news_side)who->ref;
}

/* "For now ,", "Under the pact ,": behind what leads the sentence. */
static uint32_t past_lead(const struct news_reader *d) {
  static const char *const words[] = {"under", "in", "on",  "after", "since", "for",
                                      "with",  "at", "but", "and",   "as",    "by"};
  const struct news_sentence *s = d->s;
  bool led = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    led = led || news_word_is(&s->tokens[0], words[i]);
  for (uint32_t at = 1; led && at < 14 && at + 1 < s->count; at++)
    if (s->tokens[at].kind == NEWS_MARK) return at + 1;
  return led && (news_word_is(&s->tokens[0], "but") || news_word_is(&s->tokens[0], "and")) ? 1 : 0;
}

/* Who is meant by words that name nobody: the only one of the sentence before, and whom that one was about, that this
 * one has not named. */
static enum news_side left_over(const struct news_reader *d, uint32_t at) {
  struct news_side_set here = {0};
  enum news_side found = NEWS_NO_SIDE;
  if (d->about.at + 1 != d->sentence) return found;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at < at) news_side_set_add(&here, d->s->hits[i].ref);
  for (uint8_t k = 1; k < d->r->side_count; k++) {
    bool named = d->about.named.has[k] || (enum news_side)k == d->about.side;
    if (!named || here.has[k]) continue;
    if (found != NEWS_NO_SIDE) return NEWS_NO_SIDE;
    found = (enum news_side)k;
  }
  return found;
}

/* "Its cars", "its own exports": they are sent by whom the sentence before was about. */
static uint32_t sent_by_it(const struct news_sentence *s, uint32_t at) {
  uint32_t next = at + 1;
  if (!news_word_is(&s->tokens[at], "its") && !news_word_is(&s->tokens[at], "their")) return 0;
  if (next < s->count && news_word_is(&s->tokens[next], "own")) next++;
  if (next >= s->count) return 0;
  if (news_in_class(s, NC_WARES, next) || news_in_class(s, NC_MAKERS, next)) return next - at;
  return news_hit_at(s, NC_GOOD, next) != NULL ? next - at : 0;
}

static bool names_any(const struct news_sentence *s, uint32_t before) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < before) return true;
  return false;
}

/* "a duty on wheat from the country": it hits that one. */
static void aim_there(struct news_sentence *s, const struct news_hit *h, enum news_side side) {
  if (h->at < 2) return;
  const struct news_token *t = &s->tokens[h->at - 2];
  if (!news_word_is(t, "from") && !news_word_is(t, "on") && !news_word_is(t, "against")) return;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    uint32_t end = (uint32_t)m->at + m->n;
    if (m->form != NEWS_NOUN || m->target_count > 0 || m->at > h->at || end + 6u < h->at) continue;
    m->targets[m->target_count++] = (uint8_t)side;
    if (end < (uint32_t)h->at + h->n) m->n = (uint16_t)(h->at + h->n - m->at);
    return;
  }
}

/* "Washington charges its goods 25%": another's. */
static bool is_charging(const struct news_sentence *s, uint32_t at) {
  return news_in_class(s, NC_TAXES, at);
}

/* "They will pay 15% from Thursday", "It now faces a duty of 39%": who is hit was named before. */
static void mark_payer(struct news_reader *d) {
  struct news_sentence *s = d->s;
  uint32_t at = news_word_is(&s->tokens[0], "but") || news_word_is(&s->tokens[0], "now");
  if (at + 2 >= s->count || !news_has(s, NC_OWES, at + 1, at + 5)) return;
  bool it = news_word_is(&s->tokens[at], "it"), they = news_word_is(&s->tokens[at], "they");
  they = they || (d->about.makers && news_word_is(&s->tokens[at], "both"));
  const struct news_told *was = news_told(d, 0); /* "on imported chips. They would be taxed" */
  bool goods = they && d->about.sender == NEWS_NO_SIDE && was != NULL &&
               was->sentence + 1 == d->sentence && was->m.good != NEWS_NONE;
  if (goods && news_hit_at(s, NC_PARTY, at) == NULL) news_hit_add(s, NC_GOOD, at, 1, was->m.good);
  enum news_side side = it ? d->about.side : they ? d->about.sender : NEWS_NO_SIDE;
  if (it && d->about.strikes) return; /* whom it has hit pays */
  if (side == NEWS_NO_SIDE || d->about.at + 1 != d->sentence ||
      news_hit_at(s, NC_PARTY, at) != NULL)
    return;
  news_hit_add(s, NC_PARTY, at, 1, (uint16_t)side);
  if (they && d->about.makers) news_hit_add(s, NC_GOOD, at, 1, d->about.good);
}

/* "Hyundai and Kia pay 25%": makers stand for their land and their goods where they pay a rate. */
static void mark_makers(struct news_sentence *s) {
  for (uint16_t i = s->heads[NC_MAKER_OF], next; i != NEWS_NONE; i = next) {
    struct news_hit h = s->hits[i];
    uint32_t end = (uint32_t)h.at + h.n;
    next = h.next;
    const struct news_hit *makes = news_hit_at(s, NC_MAKES, h.at);
    if (makes == NULL || news_hit_at(s, NC_PARTY, h.at) != NULL ||
        !news_has(s, NC_OWES, end, end + 4u) || !news_has(s, NC_PERCENT, end, end + 12u))
      continue;
    uint16_t good = makes->ref;
    news_hit_add(s, NC_PARTY, h.at, h.n, h.ref);
    news_hit_add(s, NC_GOOD, h.at, h.n, good);
  }
}

/* "except Britain, whose steel pays 25%": British steel. */
static void mark_whose(struct news_sentence *s) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (at + 3 >= s->count || s->tokens[at].kind != NEWS_MARK ||
        !news_word_is(&s->tokens[at + 1], "whose") || news_hit_at(s, NC_GOOD, at + 2) == NULL ||
        !news_has(s, NC_OWES, at + 3u, at + 8u))
      continue;
    news_hit_add(s, NC_PARTY, at + 1u, 1, s->hits[i].ref);
    return;
  }
}

/* "told Thailand on Monday it would be charged 36%": whoever was told pays. */
static void mark_told(struct news_sentence *s) {
  static const char *const verbs[] = {"told", "warned", "informed", "notified", "wrote"};
  static const char *const heads[] = {"it", "its", "they", "their"};
  const struct news_hit *who = NULL;
  for (uint32_t at = 1; at + 3 < s->count; at++) {
    if (NEWS_IN(&s->tokens[at - 1], verbs) && news_hit_at(s, NC_PARTY, at) != NULL)
      who = news_hit_at(s, NC_PARTY, at);
    if (who != NULL && at == (uint32_t)who->at + who->n &&
        (news_word_is(&s->tokens[at], "and") || s->tokens[at].kind == NEWS_MARK))
      who = NULL; /* several: each would have to pay */
    if (who == NULL || at > who->at + 8u || !NEWS_IN(&s->tokens[at], heads)) continue;
    bool its = s->np[at] == NEWS_NP(NC_NP_ITS);
    uint32_t will = at + 1u + its;
    if ((its && !news_in_class(s, NC_WARES, at + 1)) || news_hit_at(s, NC_WILL, will) == NULL ||
        !news_has(s, NC_OWES, will + 1u, will + 4u) || news_hit_at(s, NC_PARTY, at) != NULL)
      continue;
    news_hit_add(s, NC_PARTY, at, 1u + its, who->ref);
    return;
  }
}

/* "a 25% duty on Korean cars. Their Japanese rivals pay 15%": of the same goods. */
static void mark_rivals(const struct news_reader *d) {
  static const char *const words[] = {"rivals", "competitors", "counterparts"};
  struct news_sentence *s = d->s;
  const struct news_told *was = news_told(d, 0);
  if (was == NULL || was->m.good == NEWS_NONE || was->sentence + 1 != d->sentence ||
      !news_has_rate(d->r, was->m.measure) || s->heads[NC_GOOD] != NEWS_NONE)
    return;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (end + 1 >= s->count || !NEWS_IN(&s->tokens[end], words) ||
        !news_has(s, NC_OWES, end + 1u, end + 4u))
      continue;
    news_hit_add(s, NC_GOOD, end, 1, was->m.good);
    return;
  }
}

/* "Brazil wants the duty on its coffee lifted": on Brazil's. */
static void aim_at_asker(struct news_reader *d) {
  struct news_sentence *s = d->s;
  enum news_side side = government_at(d, 0);
  if (side == NEWS_NO_SIDE || s->mention_count == 0) return;
  struct news_mention *m = &s->mentions[0];
  bool asks = news_has(s, NC_URGES, 1, m->at) || news_has(s, NC_EXPECTS, 1, m->at);
  if (!asks || m->form != NEWS_NOUN || m->target_count > 0 || m->imposer == (uint8_t)side) return;
  for (uint32_t at = m->head; at < (uint32_t)m->at + m->n && at < s->count; at++)
    if (news_word_is(&s->tokens[at], "its") && at > m->head) {
      m->targets[m->target_count++] = (uint8_t)side;
      return;
    }
}

/* "Its suspension of the export controls runs until May": of whom the sentence before was about. */
static void mark_owner(struct news_reader *d) {
  struct news_sentence *s = d->s;
  bool its = s->count > 4 && news_word_is(&s->tokens[0], "its");
  if (!its || news_hit_at(s, NC_LULL_OF, 1) == NULL || d->about.side == NEWS_NO_SIDE ||
      d->about.at + 1 != d->sentence || news_hit_at(s, NC_PARTY, 0) != NULL)
    return;
  news_hit_add(s, NC_PARTY, 0, 1, (uint16_t)d->about.side);
  struct news_subject own;
  if (news_body_of(d, d->about.side, 0, &own) && own.actor != NEWS_OUTLET)
    news_hit_add(s, NC_ACTOR, 0, 1, own.actor);
}

/* "On Monday Trump threatened it with a 5% duty": whom the sentence before was about, and this one has not named. */
static void mark_menaced(struct news_reader *d) {
  static const char *const words[] = {"threatened", "threatens", "threatening", "hit", "slapped"};
  struct news_sentence *s = d->s;
  for (uint32_t at = 1; at + 2 < s->count; at++) {
    if (!news_word_is(&s->tokens[at], "it") || !NEWS_IN(&s->tokens[at - 1], words) ||
        !news_word_is(&s->tokens[at + 1], "with") || news_hit_at(s, NC_PARTY, at) != NULL)
      continue;
    enum news_side side = left_over(d, at);
    if (side == NEWS_NO_SIDE && d->about.at + 1 == d->sentence) side = d->about.side;
    if (side != NEWS_NO_SIDE) news_hit_add(s, NC_PARTY, at, 1, (uint16_t)side);
    return;
  }
}

void news_stands_mark(struct news_reader *d) {
  struct news_sentence *s = d->s;
  mark_makers(s);
  mark_rivals(d);
  mark_told(s);
  mark_whose(s);
  mark_payer(d);
  mark_menaced(d);
  mark_owner(d);
  aim_at_asker(d);
  for (uint16_t i = s->heads[NC_LAND], next; i != NEWS_NONE; i = next) {
    struct news_hit h = s->hits[i];
    next = h.next;
    if (h.at == 0 || s->np[h.at - 1] != NEWS_NP(NC_NP_THE)) continue;
    bool heads = h.at == 1 && d->about.side != NEWS_NO_SIDE && d->about.at + 1 == d->sentence;
    bool topic = h.at == 1 && !heads && d->about.topic != NEWS_NO_SIDE &&
                 d->about.side == NEWS_NO_SIDE && d->about.topic_at + 3u > d->sentence &&
                 d->about.topic_at < d->sentence;
    enum news_side side = heads   ? d->about.side
                          : topic ? d->about.topic /* behind "The last round was in Beijing" */
                                  : left_over(d, h.at);
    if (side == NEWS_NO_SIDE || news_hit_at(s, NC_PARTY, h.at) != NULL) continue;
    news_hit_add(s, NC_PARTY, h.at, h.n, (uint16_t)side);
    aim_there(s, &h, side);
  }
  for (uint32_t at = 0; at + 2 < s->count && at < 12; at++) {
    uint32_t n = sent_by_it(s, at);
    bool charged = at > 1 && is_charging(s, at - 1);
    if (n == 0 || (!charged && (is_led(s, at) || names_any(s, at)))) continue;
    bool their = news_word_is(&s->tokens[at], "their");
    enum news_side side = charged ? left_over(d, at) : their ? d->about.sender : d->about.side;
    if (side != NEWS_NO_SIDE && d->about.at + 1 == d->sentence)
      news_hit_add(s, NC_PARTY, at, n, (uint16_t)side);
    return;
  }
}

/* "watchmakers", "exporters", "companies" */
static bool makes_goods(const struct news_reader *d, uint32_t at) {
  static const char makers[] = "makers";
  const struct news_token *t = &d->s->tokens[at];
  size_t n = sizeof makers - 1; /* "watchmakers", of whatever */
  bool ends = t->n >= n && memcmp(d->text->text.p + t->at + t->n - n, makers, n) == 0;
  return ends || news_in_class(d->s, NC_MAKERS, at) || news_in_class(d->s, NC_FIRM, at);
}

/* "Washington has hit Switzerland hard" */
static bool strikes_another(const struct news_reader *d) {
  static const char *const words[] = {"hit",      "hits",    "slapped", "punished",  "struck",
                                      "targeted", "singled", "imposed", "threatened"};
  const struct news_sentence *s = d->s;
  for (uint32_t at = 1; at < 8 && at + 1 < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words) && !news_word_is(&s->tokens[at - 1], "been") &&
        !news_word_is(&s->tokens[at - 1], "was") && !news_word_is(&s->tokens[at - 1], "were"))
      return true;
  return false;
}

/* "Canada, Mexico and China are bracing": governments in a row at the head. */
static void keep_row(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  uint32_t at = past_lead(d);
  bool and = false;
  d->about.row_count = 0;
  while (at + 1 < s->count && d->about.row_count < NEWS_TARGETS) {
    at += news_word_is(&s->tokens[at], "the");
    const struct news_hit *h =
        news_hit_at(s, NC_ACTOR, at) != NULL ? news_hit_at(s, NC_PARTY, at) : NULL;
    if (h == NULL) break;
    d->about.row[d->about.row_count++] = (uint8_t)h->ref;
    at += h->n;
    if (at >= s->count || s->tokens[at - 1].genitive || and) break;
    and = news_word_is(&s->tokens[at], "and");
    if (!and&&s->tokens[at].kind != NEWS_MARK) break;
    at++;
  }
  if (!and || d->about.row_count < 2) d->about.row_count = 0;
}

void news_stands_keep(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  enum news_side side = government_at(d, past_lead(d));
  bool it = news_word_is(&s->tokens[0], "it") || news_word_is(&s->tokens[0], "its");
  bool kept = it && d->about.at + 1 == d->sentence;
  d->about.named = (struct news_side_set){0};
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    news_side_set_add(&d->about.named, s->hits[i].ref);
  if (!kept) d->about.side = side;
  if (d->about.side != NEWS_NO_SIDE) {
    d->about.topic = d->about.side;
    d->about.topic_at = d->sentence;
  }
  d->about.strikes = strikes_another(d);
  d->about.only_good = news_only_good_before(s, s->count);
  keep_row(d);
  d->about.sender = NEWS_NO_SIDE;
  d->about.makers = false;
  for (uint32_t at = 0; at < 10 && at + 1 < s->count;
       at++) { /* "The deal spares Japanese carmakers" */
    const struct news_hit *maker = news_hit_at(s, NC_MAKER_OF, at);
    if (maker != NULL) { /* "For Hyundai and Kia the relief is great. Both pay 25%" */
      d->about.sender = (enum news_side)maker->ref;
      d->about.good = news_hit_at(s, NC_MAKES, at)->ref;
      d->about.makers = true;
      break;
    }
    const struct news_hit *who = news_hit_at(s, NC_PARTY, at);
    uint32_t end = who != NULL ? (uint32_t)who->at + who->n : s->count;
    const struct news_hit *what = end < s->count ? news_hit_at(s, NC_GOOD, end) : NULL;
    if (end >= s->count ||
        (what == NULL && !makes_goods(d, end) && !news_in_class(s, NC_WARES, end)))
      continue;
    d->about.sender = (enum news_side)who->ref;
    d->about.good = what != NULL ? what->ref : NEWS_NONE;
    break;
  }
  d->about.at = d->sentence;
}
