// SPDX-License-Identifier: Apache-2.0
// Percents, lengths of time and amounts of a sentence, in digits or in words.
#include <string.h>

#include "news/dates.h"

bool news_is_numeral(const struct days *d, uint32_t at, int64_t low, int64_t high, int64_t *value) {
  if (at >= d->s->count || d->s->tokens[at].kind != NEWS_NUMERAL || d->s->tokens[at].percent)
    return false;
  int64_t milli = d->s->tokens[at].milli;
  if (milli % 1000 != 0 || milli / 1000 < low || milli / 1000 > high) return false;
  *value = milli / 1000;
  return true;
}

/* "July of last year": tokens taken. */
static uint32_t year_pointed(const struct days *d, uint32_t at, int64_t *year) {
  uint32_t of = at < d->s->count && news_word_is(&d->s->tokens[at], "of");
  uint16_t which = news_code_at(d, at + of);
  int now, month, day;
  if (d->published == DAY_NEVER || which < CAL_THIS || which > CAL_LAST ||
      news_code_at(d, at + of + 1) != CAL_YEAR)
    return 0;
  day_split(d->published, &now, &month, &day);
  *year = now + (which == CAL_NEXT) - (which == CAL_LAST);
  return of + 2;
}

/* "April of that year": the last year that was printed before it, in its sentence or one before. */
static uint32_t that_year(const struct days *d, uint32_t at, int64_t *year) {
  if (at + 2 >= d->s->count || !news_word_is(&d->s->tokens[at], "of") ||
      !news_word_is(&d->s->tokens[at + 2], "year") ||
      !(news_word_is(&d->s->tokens[at + 1], "that") || news_word_is(&d->s->tokens[at + 1], "same")))
    return 0;
  for (uint32_t k = at; k > 0; k--)
    if (news_is_numeral(d, k - 1, 1990, 2100, year)) return 3;
  if (d->s->told_year == 0) return 0;
  *year = d->s->told_year;
  return 3;
}

uint32_t news_year_behind(const struct days *d, uint32_t at, int64_t *year) {
  uint32_t comma = at < d->s->count && d->s->tokens[at].kind == NEWS_MARK &&
                   d->text.p[d->s->tokens[at].at] == ',';
  if (news_is_numeral(d, at + comma, 1990, 2100, year)) return comma + 1;
  bool of = at < d->s->count && news_word_is(&d->s->tokens[at], "of");
  if (of && news_is_numeral(d, at + 1, 1990, 2100, year)) return 2; /* "December of 2026" */
  uint32_t that = that_year(d, at, year);
  if (that > 0) return that;
  return year_pointed(d, at, year);
}

static void add_value(struct news_sentence *s, uint16_t class, uint32_t at, uint32_t n,
                      int64_t value) {
  if (s->value_count >= 48) return;
  s->values[s->value_count] = value;
  news_hit_add(s, class, at, n, s->value_count++);
}

/* What "million" multiplies the number before it by; 1: no such word. */
static int64_t scale_at(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"thousand", "million", "billion", "trillion"};
  int64_t scale = 1;
  for (size_t k = 0; at < s->count && k < sizeof words / sizeof *words; k++) {
    scale *= 1000;
    if (news_word_is(&s->tokens[at], words[k])) return scale;
  }
  return 1;
}

/* A numeral or numerals in words, "twelve million", "half a million"; thousandths. Returns tokens taken, the last "million" not
 * among them. */
static uint32_t number_at(const struct days *d, uint32_t at, int64_t *milli) {
  const struct news_token *t = &d->s->tokens[at];
  uint32_t n = 0;
  int64_t sum = 0;
  if (t->kind == NEWS_NUMERAL) {
    *milli = t->milli;
    return 1;
  }
  for (uint16_t c = news_code_at(d, at); c >= CAL_COUNT; c = news_code_at(d, at + n)) {
    if (c == CAL_HUNDRED) {
      if (n == 0 || sum > 99) break;
      sum = (sum == 0 ? 1 : sum) * 100;
      bool more = at + n + 1 < d->s->count && news_word_is(&d->s->tokens[at + n + 1], "and") &&
                  news_code_at(d, at + n + 2) > CAL_COUNT;
      n += more; /* "five hundred and fifty" */
    } else if (n > 0 && sum % 10 == 0 && c - CAL_COUNT < sum)
      sum += c - CAL_COUNT;
    else if (n == 0)
      sum = c - CAL_COUNT;
    else
      break;
    n++;
  }
  int64_t scale = n > 0 ? scale_at(d->s, at + n) : 1;
  bool half = scale > 1 && at > 0 && news_word_is(&d->s->tokens[at - 1], "half");
  int64_t parts = sum * (half ? 500 : 1000);
  if (n > 0 && scale_at(d->s, at + n + 3) > 1 && news_word_is(&d->s->tokens[at + n], "and") &&
      news_word_is(&d->s->tokens[at + n + 2], "half")) {
    n += 3; /* "two and a half million" */
    parts += 500;
    scale = scale_at(d->s, at + n);
  }
  *milli = parts * scale;
  return n;
}

/* "raise the tariff by 10 points": a rate that is added. */
static bool is_raised(const struct news_sentence *s, uint32_t at) {
  if (s->heads[NC_KIND] == NEWS_NONE) return false;
  for (uint32_t k = at; k > 0 && k + 12 > at; k--)
    if (news_in_class(s, NC_RAISES, k - 1)) return true;
  return false;
}

static bool is_duty(const struct days *d, uint32_t at) {
  static const char *const words[] = {"duty", "duties", "tariff", "tariffs", "levies", "levy"};
  for (size_t i = 0; at < d->s->count && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&d->s->tokens[at], words[i])) return true;
  return false;
}

static bool pays(const struct days *d, uint32_t at) {
  return news_in_class(d->s, NC_PAYS_RATE, at);
}

/* "The duty on chips is zero", "duties of zero" */
static bool stands_at(const struct days *d, uint32_t at) {
  static const char *const words[] = {"is",     "are", "stays",   "stay", "be",
                                      "remain", "of",  "remains", "was"};
  if (!NEWS_IN(&d->s->tokens[at], words)) return false;
  for (uint32_t k = at; k > 0 && k + 24 > at; k--)
    if (is_duty(d, k - 1)) return true;
  return false;
}

/* "cut to zero", "pay zero", "a zero tariff" */
static bool is_nil(const struct days *d, uint32_t at) {
  if (at == 0 || !news_word_is(&d->s->tokens[at], "zero")) return false;
  return news_word_is(&d->s->tokens[at - 1], "to") || news_word_is(&d->s->tokens[at - 1], "at") ||
         pays(d, at - 1) || is_duty(d, at + 1) || stands_at(d, at - 1);
}

static bool charges(const struct days *d, uint32_t at) {
  return news_in_class(d->s, NC_LEVIES_NONE, at);
}

/* "pay nothing", "pay no duty", "pay no American duty", "will charge no tariff on" */
static bool is_none(const struct days *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  if (at == 0) return false;
  if (!pays(d, at - 1)) /* "levy none": what it levies is told before */
    return charges(d, at - 1) &&
           (news_word_is(t, "nothing") || (news_word_is(t, "no") && is_duty(d, at + 1)));
  if (news_word_is(t, "nothing") || news_word_is(t, "none"))
    return at + 1 >= d->s->count || t[1].kind != NEWS_WORD || !news_word_is(&t[1], "like");
  static const char *const more[] = {"new", "further", "extra", "additional", "more", "such"};
  if (at + 1 < d->s->count && NEWS_IN(&t[1], more)) return false; /* the old one is paid */
  return news_word_is(t, "no") && (is_duty(d, at + 1) || is_duty(d, at + 2));
}

/* "free of duty", "duty-free", "without duty" */
static bool is_free(const struct days *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  char first = t->lead[0]; /* no, none, nothing, without, free */
  if (first != 'n' && first != 'w' && first != 'f') return false;
  if (is_none(d, at)) return true;
  if (news_word_is(t, "without")) return is_duty(d, at + 1);
  if (!news_word_is(t, "free")) return false;
  if (at + 2 < d->s->count && news_word_is(&t[1], "of"))
    return is_duty(d, at + 2) ||
           (is_duty(d, at + 3) && news_hit_at(d->s, NC_PARTY, at + 2) != NULL);
  return at > 0 && is_duty(d, at - 1);
}

/* "another 24 points", "the remaining 24 percentage points": of a rate. */
static bool are_points(const struct days *d, uint32_t at, uint32_t n) {
  static const char *const words[] = {"another",    "further",   "extra",
                                      "additional", "remaining", "other"};
  const struct news_sentence *s = d->s;
  uint32_t end = at + n;
  if (at == 0 || end + 1 >= s->count) return false;
  bool points =
      news_word_is(&s->tokens[end], "points") ||
      (news_word_is(&s->tokens[end], "percentage") && news_word_is(&s->tokens[end + 1], "points"));
  for (size_t i = 0; points && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at - 1], words[i])) return true;
  return points && news_word_is(&s->tokens[at - 1], "by") && is_raised(s, at);
}

/* "90 more days", "six additional months" */
static bool is_more(const struct news_token *t) {
  static const char *const words[] = {"more", "additional", "further", "extra"};
  return NEWS_IN(t, words);
}

/* "two days after": when it was, and no length. */
static bool tells_when(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"after", "before", "ago", "later", "earlier"};
  return at < s->count && NEWS_IN(&s->tokens[at], words);
}

/* "for another year after the talks": how long. */
static bool is_length(const struct news_sentence *s, uint32_t at) {
  return at > 0 &&
         (news_word_is(&s->tokens[at - 1], "for") || news_word_is(&s->tokens[at - 1], "by"));
}

/* "$17 billion": the word is part of the numeral. */
static bool is_scale(const struct news_sentence *s, uint32_t at) {
  return scale_at(s, at) > 1;
}

/* "$17bn (£12.7bn) of", "$17 billion ($24.6 billion Canadian)": the same in other money. Behind the bracket; else the place itself. */
static uint32_t past_converted(const struct days *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  bool sum = false;
  if (at >= s->count || s->tokens[at].kind != NEWS_MARK || d->text.p[s->tokens[at].at] != '(')
    return at;
  for (uint32_t k = at + 1; k < s->count && k < at + 7; k++) {
    if (s->tokens[k].kind == NEWS_MARK)
      return sum && d->text.p[s->tokens[k].at] == ')' ? k + 1 : at;
    sum = sum || s->tokens[k].kind == NEWS_NUMERAL;
  }
  return at;
}

static uint32_t take_number(struct days *d, uint32_t at) {
  struct news_sentence *s = d->s;
  int64_t milli = 0;
  uint32_t n = number_at(d, at, &milli);
  if (n == 0 && is_free(d, at)) {
    add_value(s, NC_PERCENT, at, 1, NEWS_NIL);
    return 1;
  }
  if (n == 0) return 0;
  bool in_words = news_code_at(d, at + n) == CAL_PERCENT;
  uint32_t past = at + n + (!s->tokens[at].percent && in_words);
  if ((s->tokens[at].percent || in_words) && news_hit_at(s, NC_OWNED, past) != NULL)
    return n; /* "the 50% rule", "at least 50% owned by" */
  if (s->tokens[at].percent || news_code_at(d, at + n) == CAL_PERCENT) {
    bool points =
        !s->tokens[at].percent && past < s->count && news_word_is(&s->tokens[past], "points");
    if (points && at > 0 && news_word_is(&s->tokens[at - 1], "by") && !is_raised(s, at))
      return n; /* "cut its tariffs by 10 percentage points": no rate */
    add_value(s, NC_PERCENT, at, n + !s->tokens[at].percent + points,
              milli == 0 ? NEWS_NIL : milli);
    return n;
  }
  if (news_code_at(d, at + n) == CAL_PER && news_code_at(d, at + n + 1) == CAL_CENT) {
    add_value(s, NC_PERCENT, at, n + 2, milli == 0 ? NEWS_NIL : milli);
    return n;
  }
  if (are_points(d, at, n))
    add_value(s, NC_PERCENT, at, n + (news_word_is(&s->tokens[at + n], "points") ? 1u : 2u), milli);
  if (is_nil(d, at)) add_value(s, NC_PERCENT, at, 1, NEWS_NIL);
  uint32_t more = at + n + 1 < s->count && is_more(&s->tokens[at + n]);
  uint16_t unit = news_code_at(d, at + n + more);
  bool half = at > 0 && milli == 1000 && news_word_is(&s->tokens[at - 1], "half");
  if (half && unit == CAL_YEAR) /* "half a year" */
    add_value(s, NC_DURATION, at - 1, n + 2, 6 * 4 + (CAL_MONTH_WORD - CAL_DAY));
  else if (unit >= CAL_DAY && unit <= CAL_YEAR && milli % 1000 == 0 && milli > 0 && !half &&
           (is_length(s, at) || !tells_when(s, at + n + more + 1)))
    add_value(s, NC_DURATION, at, n + more + 1, milli / 1000 * 4 + (unit - CAL_DAY));
  bool dollars = s->tokens[at].at > 0 && d->text.p[s->tokens[at].at - 1] == '$';
  bool spelled = false; /* "350 billion dollars" */
  for (uint32_t end = at + n; !dollars && !spelled && end < at + n + 2 && end < s->count; end++)
    if (news_word_is(&s->tokens[end], "dollars")) {
      add_value(s, NC_AMOUNT, at, end + 1 - at, milli);
      spelled = true;
    }
  for (uint32_t k = 0; k <= 2 && !spelled; k++)
    if (dollars || news_code_at(d, at + n + k) == CAL_WEIGHT) {
      bool good = news_hit_at(s, NC_GOOD, at + n + k) != NULL; /* "100 aircraft" */
      uint32_t scaled = at + n + (dollars && is_scale(s, at + n));
      uint32_t end = dollars ? past_converted(d, scaled) : at + n + (good ? k : k + 1);
      add_value(s, NC_AMOUNT, at, end - at, milli);
      break;
    }
  if (s->tokens[at].kind == NEWS_NUMERAL || n > 0) news_hit_add(s, NC_NUMBER, at, n, 0);
  return n;
}

/* "about 47%", "a flat 10%", "as little as $2 billion": such words belong to the number. */
static void take_hedges(struct news_sentence *s, uint16_t class) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit *h = &s->hits[i];
    for (uint16_t k = s->heads[NC_HEDGE]; k != NEWS_NONE;) {
      const struct news_hit *x = &s->hits[k];
      bool ends = x->at + x->n == h->at;
      if (ends) h->n = (uint16_t)(h->n + x->n);
      if (ends) h->at = x->at;
      k = ends ? s->heads[NC_HEDGE] : x->next; /* "just about" */
    }
  }
}

void news_numbers_mark(struct days *d) {
  for (uint32_t i = 0; i < d->s->count;) {
    uint32_t n = take_number(d, i);
    i += n > 0 ? n : 1;
  }
  if (d->s->heads[NC_HEDGE] == NEWS_NONE) return;
  take_hedges(d->s, NC_PERCENT);
  take_hedges(d->s, NC_AMOUNT);
}
