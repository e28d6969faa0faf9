// SPDX-License-Identifier: Apache-2.0
// How sure a reading is: signs of its sentence and of itself, each with the weight the files give it.
//
// Not how likely it is that what was said is so: that is the matter of voices and cells. Whether it was read right can be told from
// what makes sentences hard: a government, goods or a rate that stand far off, several of them, days beside it. The weights are
// those of a logistic regression (tests/news/weigh) on statements read at first contact, so that of readings of 0.8 four of five are
// right. What is too far off to weigh is not left out here: whoever prints decides.
#include <math.h>

#include "news/rules_own.h"
#include "news/signs.h"

#define BIT(sign) ((uint64_t)1 << (sign))

static const char *const sign_names[] = {
#define NEWS_SIGN(id, name) name,
#include "news/signs.inc"
#undef NEWS_SIGN
};

/* ---- the files ------------------------------------------------------------------------------------------------------ */

/* "-0.35" into thousandths. */
static bool take_weight(struct str s, int32_t *out) {
  bool minus = s.n > 0 && s.p[0] == '-';
  int32_t value = 0, places = -1;
  for (size_t i = minus; i < s.n; i++) {
    if (s.p[i] == '.' && places < 0) {
      places = 0;
      continue;
    }
    if (s.p[i] < '0' || s.p[i] > '9' || places == 3 || value > 10000) return false;
    value = value * 10 + (s.p[i] - '0');
    if (places >= 0) places++;
  }
  if (s.n == minus || places == 0) return false;
  for (int32_t k = places < 0 ? 0 : places; k < 3; k++) value *= 10;
  *out = minus ? -value : value;
  return value <= 10000;
}

static bool take_status(struct file *f, struct str name, int32_t weight) {
  for (int k = 0; k < NEWS_STATUSES; k++)
    if (str_eq(name, str_of(news_status_words[k]))) {
      f->r->signs.status[k] = (int16_t)weight;
      return true;
    }
  return false;
}

static bool take_kind(struct file *f, struct str name, int32_t weight) {
  bool any = false;
  for (size_t i = 0; i < f->r->measure_count; i++)
    if (str_eq(name, str_of(f->r->measures[i].kind))) {
      f->r->measures[i].sign = (int16_t)weight;
      any = true;
    }
  return any;
}

static bool take_named(struct file *f, struct str name, int32_t weight, struct str words) {
  for (int k = 0; k < NEWS_SIGN_COUNT; k++)
    if (str_eq(name, str_of(sign_names[k]))) {
      f->r->signs.weight[k] = (int16_t)weight;
      f->r->signs.words[k] = str_dup(&f->r->arena, words);
      return true;
    }
  return false;
}

/* sign base 1.41 | sign sure 0.65 | sign status suspended 0.3 | sign kind tariff -0.3 | sign goods-untold -0.7 "words" */
enum imp_status rules_take_sign(struct file *f, struct str rest) {
  struct str name, of, number, words = STR("");
  bool quoted, scoped, fine;
  int32_t weight;
  if (!rules_word(&rest, &name, &quoted) || !rules_word(&rest, &number, &quoted))
    return rules_wrong(f, "a sign is: sign NAME WEIGHT \"words\", not", rest);
  scoped = str_eq(name, STR("status")) || str_eq(name, STR("kind"));
  of = scoped ? number : name;
  if (scoped && !rules_word(&rest, &number, &quoted)) number = STR("");
  if (!take_weight(number, &weight))
    return rules_wrong(f, "a weight is a number with at most three places, not", number);
  if (!scoped) rules_word(&rest, &words, &quoted);
  if (str_eq(name, STR("base"))) {
    f->r->signs.base = (int16_t)weight;
    f->r->signs.known = fine = true;
  } else if (str_eq(name, STR("sure"))) {
    if (weight <= 0 || weight >= 1000)
      return rules_wrong(f, "what is sure lies between 0 and 1, not at", number);
    f->r->signs.sure = (int16_t)(weight / 10);
    fine = true;
  } else if (scoped) {
    fine = name.p[0] == 's' ? take_status(f, of, weight) : take_kind(f, of, weight);
  } else {
    fine = words.n > 0 && take_named(f, of, weight, words);
  }
  return fine ? IMP_OK
              : rules_wrong(f, "there is no sign, status or kind, or no words for it:", of);
}

/* ---- what a sentence shows ----------------------------------------------------------------------------------------------- */

static void name_sides(const struct news_reader *d, struct news_side_set *out) {
  const struct news_sentence *s = d->s;
  *out = (struct news_side_set){0};
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    news_side_set_add(out, s->hits[i].ref);
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next) {
    enum news_side side = d->r->actors[s->hits[i].ref].side;
    if (side != NEWS_NO_SIDE) news_side_set_add(out, side);
  }
}

static uint32_t count_hits(const struct news_sentence *s, uint16_t class) {
  uint32_t n = 0;
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) n++;
  return n;
}

static uint64_t sign_words(const struct news_sentence *s) {
  static const struct {
    uint16_t class;
    uint8_t sign;
  } words[] = {{NC_UNSURE, NEWS_SIGN_WORD_WHETHER},      {NC_IF, NEWS_SIGN_WORD_IF},
               {NC_BEFORE, NEWS_SIGN_WORD_BEFORE},       {NC_AGREES, NEWS_SIGN_WORD_AGREES},
               {NC_THREATENS, NEWS_SIGN_WORD_THREATENS}, {NC_SOURCE, NEWS_SIGN_WORD_SOURCE}};
  uint64_t bits = 0;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (s->heads[words[i].class] != NEWS_NONE) bits |= BIT(words[i].sign);
  return bits;
}

/* Of the sentence alone: its length, its marks, what is named in it. */
static uint64_t sign_sentence(const struct news_reader *d) {
  const struct news_sentence *s = d->s;
  uint64_t bits = sign_words(s);
  uint32_t commas = 0;
  for (uint32_t i = 0; i < s->count; i++) {
    char c = s->tokens[i].kind == NEWS_MARK ? d->text->text.p[s->tokens[i].at] : 0;
    commas += c == ',';
    if (c == ';' || c == NEWS_DASH) bits |= BIT(NEWS_SIGN_DASH);
  }
  if (s->count <= 12) bits |= BIT(NEWS_SIGN_SHORT);
  if (s->count > 40) bits |= BIT(NEWS_SIGN_VERY_LONG);
  if (commas == 2 || commas == 3) bits |= BIT(NEWS_SIGN_COMMAS);
  if (s->mention_count == 2) bits |= BIT(NEWS_SIGN_MEASURES_TWO);
  if (s->mention_count == 0) bits |= BIT(NEWS_SIGN_MEASURES_NONE);
  if (s->deed_count > 0) bits |= BIT(NEWS_SIGN_BY_DEED);
  if (count_hits(s, NC_DATE) > 1) bits |= BIT(NEWS_SIGN_DATES_MORE);
  return bits;
}

static uint64_t sign_sides(const struct news_reader *d, const struct news_side_set *here,
                           const struct news_statement *st) {
  uint64_t bits = 0;
  uint32_t own = 0;
  if (st->imposer != NEWS_NO_SIDE && !here->has[st->imposer])
    bits |= BIT(d->lately.has[st->imposer] ? NEWS_SIGN_DECIDER_BEFORE : NEWS_SIGN_DECIDER_FAR);
  if (st->target != NEWS_NO_SIDE && !here->has[st->target])
    bits |= BIT(d->lately.has[st->target] ? NEWS_SIGN_TARGET_BEFORE : NEWS_SIGN_TARGET_FAR);
  own += st->imposer != NEWS_NO_SIDE && here->has[st->imposer];
  own += st->target != NEWS_NO_SIDE && here->has[st->target] && st->target != st->imposer;
  return here->count == own + 1 ? bits | BIT(NEWS_SIGN_OTHER_SIDE) : bits;
}

/* Goods, numbers and days that stand in the sentence, and are not those of the statement. */
static uint64_t sign_slots(const struct news_sentence *s, const struct news_statement *st,
                           bool named) {
  uint64_t bits = 0;
  uint32_t rates = count_hits(s, NC_PERCENT);
  uint16_t first = s->heads[NC_GOOD];
  bool several = false, rate = st->number != NULL && strchr(st->number, '%') != NULL;
  for (uint16_t i = first; i != NEWS_NONE; i = s->hits[i].next)
    several = several || s->hits[i].ref != s->hits[first].ref;
  if (st->good != NEWS_NONE && several) bits |= BIT(NEWS_SIGN_GOODS_MORE);
  if (st->good == NEWS_NONE && !named && first != NEWS_NONE && !several)
    bits |= BIT(NEWS_SIGN_GOODS_UNTOLD);
  bool inside = st->number_span.to != 0 && st->number_span.from >= st->sentence.from &&
                st->number_span.to <= st->sentence.to;
  if (rate && !inside) bits |= BIT(NEWS_SIGN_RATE_FAR);
  if (rate && rates > 2) bits |= BIT(NEWS_SIGN_RATES_MORE);
  if (!rate && rates > 0) bits |= BIT(NEWS_SIGN_RATE_UNTOLD);
  if (!st->dated && s->heads[NC_DATE] != NEWS_NONE) bits |= BIT(NEWS_SIGN_DATE_UNTOLD);
  uint32_t all = st->sentence.to - st->sentence.from, told = st->span.to - st->span.from;
  if (all <= told + 10) bits |= BIT(NEWS_SIGN_WHOLE);
  if (all > told + 120) bits |= BIT(NEWS_SIGN_MUCH_BESIDE);
  return bits;
}

void news_signs_note(struct news_reader *d, size_t first) {
  struct news_story *y = d->story;
  struct news_side_set here;
  name_sides(d, &here);
  uint64_t bits = y->statement_count > first ? sign_sentence(d) : 0;
  if (y->statement_count > first + 2) bits |= BIT(NEWS_SIGN_BESIDE_MORE);
  for (size_t i = first; i < y->statement_count; i++) {
    struct news_statement *st = &y->statements[i];
    bool named = !d->r->measures[st->measure].template;
    st->signs = bits | sign_sides(d, &here, st) | sign_slots(d->s, st, named);
    if (named) st->signs &= ~BIT(NEWS_SIGN_MEASURES_NONE); /* its rule has other words for it */
  }
  d->lately = here;
}

/* ---- what a statement shows ---------------------------------------------------------------------------------------------- */

uint64_t news_signs_of(const struct news_rules *r, const struct news_statement *st) {
  uint64_t bits = st->signs;
  bool said = st->speaker != NEWS_OUTLET || st->unknown != NULL;
  if (!r->measures[st->measure].template) bits |= BIT(NEWS_SIGN_NAMED);
  if (st->imposer != NEWS_NO_SIDE && st->target == NEWS_NO_SIDE) bits |= BIT(NEWS_SIGN_TARGET_NONE);
  if (st->number == NULL) bits |= BIT(NEWS_SIGN_NUMBER_NONE);
  if (st->dated) bits = (bits | BIT(NEWS_SIGN_DATED)) & ~BIT(NEWS_SIGN_DATE_UNTOLD);
  if (said) bits |= BIT(NEWS_SIGN_SAID);
  if (st->unknown != NULL) bits |= BIT(NEWS_SIGN_SPEAKER_UNKNOWN);
  if (st->quoted) bits |= BIT(NEWS_SIGN_QUOTED);
  if (st->commitment != NEWS_CERTAIN) bits |= BIT(NEWS_SIGN_HEDGED);
  if (st->condition.to != 0) bits |= BIT(NEWS_SIGN_CONDITION);
  return bits;
}

const char *news_sign_name(int sign) {
  return sign_names[sign];
}

int news_sureness(const struct news_rules *r, const struct news_statement *st) {
  const struct news_signs *w = &r->signs;
  if (!w->known) return -1;
  int32_t sum = w->base + w->status[st->status] + r->measures[st->measure].sign;
  for (uint64_t left = news_signs_of(r, st); left != 0; left &= left - 1)
    sum += w->weight[__builtin_ctzll(left)];
  int sure = (int)lround(100.0 / (1.0 + exp(-sum / 1000.0)));
  return sure > 99 ? 99 : sure; /* nothing is certain */
}

bool news_is_sure(const struct news_rules *r, const struct news_statement *st) {
  return !r->signs.known || news_sureness(r, st) >= r->signs.sure;
}
