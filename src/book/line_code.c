// SPDX-License-Identifier: Apache-2.0
// Whether a commodity code can be entered under on a day, and what to say when it cannot.
//
// Days before the first edition held are answered in the numbers of that edition (the bill says so); days
// after the last in those of the last. A number that ended is refused with its successors by name.
#include <stdio.h>

#include "book/line.h"

static imp_day schedule_day(const struct names *n, imp_day on) {
  if (on < names_first_day(n)) return names_first_day(n);
  return on;
}

const char *line_code_suggest(struct arena *a, const struct names *n, struct str typed) {
  uint64_t near[5];
  uint8_t near_digits[5];
  struct buf b = {0};
  uint32_t count = names_suggest(n, typed, near, near_digits, 5);
  if (!count) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t number = near_digits[i] == 8 ? near[i] * 100u : near[i];
    const char *text = line_code_text(a, number, near_digits[i]);
    buf_printf(&b, "%s%s", i ? ", " : "did you mean ", text ? text : "");
  }
  buf_putc(&b, '?');
  return buf_keep(&b, a);
}

static void refuse_unknown(struct arena *a, const struct names *n, const struct line *l,
                           struct refusal *no) {
  char typed[16];
  snprintf(typed, sizeof typed, "%0*llu", (int)l->digits,
           (unsigned long long)(l->digits == 10 ? l->code : l->code / 100u));
  const char *near = line_code_suggest(a, n, str_of(typed));
  refuse(a, no, "refuse.unknown-code", near ? near : "look the number up in the schedule",
         "%s is no number of the schedule", line_code_text(a, l->code, l->digits));
}

/* The numbers that hold its goods on the day; those it went to, if none of them is valid then. */
static const char *successor_words(struct arena *a, const struct names *n, uint64_t code,
                                   imp_day day) {
  uint64_t heirs[NAMES_ANCESTORS_MAX];
  uint32_t count = names_heirs(n, code, day, heirs, NAMES_ANCESTORS_MAX), rows = 0;
  const struct names_renumber *r = count ? NULL : names_successors(n, code, &rows);
  for (; count < rows && count < NAMES_ANCESTORS_MAX; count++) heirs[count] = r[count].new_code;
  struct buf b = {0};
  for (uint32_t i = 0; i < count; i++) {
    const char *text = line_code_text(a, heirs[i], 10);
    buf_printf(&b, "%s%s", i == 0 ? "use one of its successors: " : ", ", text ? text : "");
  }
  if (!count) buf_puts(&b, "no successor is recorded; look in the schedule of that day");
  return buf_keep(&b, a);
}

static const char *day_text(struct arena *a, imp_day d) {
  struct buf b = {0};
  day_print(d, &b);
  const char *kept = buf_keep(&b, a);
  return kept ? kept : "";
}

/* Some lines are printed without statistical numbers: their eight digits are the number. */
static bool has_no_suffixes(const struct names *n, const struct line *l, imp_day day) {
  uint32_t code8 = (uint32_t)(l->code / 100u);
  return l->code % 100u == 0 && names_line_on(n, code8, day) && !names_numbers(n, code8, NULL, 0);
}

static void check_ten(struct arena *a, const struct names *n, struct line *l, imp_day day,
                      struct refusal *no) {
  struct names_number number;
  if (has_no_suffixes(n, l, day)) return;
  if (!names_number(n, l->code, &number)) {
    refuse_unknown(a, n, l, no);
  } else if (number.until <= day) {
    refuse(a, no, "refuse.retired-code", successor_words(a, n, l->code, day), "%s ended on %s",
           line_code_text(a, l->code, 10), day_text(a, number.until));
  } else if (number.from > day) {
    refuse(a, no, "refuse.early-code", "give the number that was valid on the date of entry",
           "%s begins on %s, after the date of entry", line_code_text(a, l->code, 10),
           day_text(a, number.from));
  }
}

static void check_eight(struct arena *a, const struct names *n, const struct line *l, imp_day day,
                        struct refusal *no, uint64_t *numbers, uint32_t cap, uint32_t *count) {
  enum { MOST = 100 }; /* two digits */
  struct names_number all[MOST];
  uint32_t n_all = names_numbers(n, (uint32_t)(l->code / 100u), all, MOST);
  if (n_all > MOST) n_all = MOST;
  for (uint32_t i = 0; i < n_all && *count < cap; i++)
    if (all[i].from <= day && day < all[i].until) numbers[(*count)++] = all[i].code;
  if (!n_all && has_no_suffixes(n, l, day)) numbers[(*count)++] = l->code;
  if (!n_all && !*count) {
    refuse_unknown(a, n, l, no);
  } else if (!*count) {
    refuse(a, no, "refuse.retired-code", "look the goods up in the schedule of that day",
           "%s has no number that is valid on %s", line_code_text(a, l->code, 8), day_text(a, day));
  }
}

void line_code_check(struct arena *a, const struct names *names, struct line *l, struct refusal *no,
                     uint64_t *numbers, uint32_t cap, uint32_t *number_count) {
  *number_count = 0;
  if (no->id) return;
  imp_day day = schedule_day(names, l->on);
  unsigned chapter = (unsigned)(l->code / 100000000u);
  if (chapter == 98 || chapter == 99) {
    refuse(a, no, "refuse.special-chapter",
           "enter the goods under chapters 1 to 97 and add --claim HEADING",
           "%s is a heading of chapter %u, which stands beside the number of the goods",
           line_code_text(a, l->code, l->digits), chapter);
    return;
  }
  if (l->digits != 8 && l->digits != 10) {
    refuse(a, no, "refuse.code", "give 8 or 10 digits; the rate line has 8",
           "a commodity code of %d digits is too short to assess", (int)l->digits);
    return;
  }
  if (l->digits == 10) {
    check_ten(a, names, l, day, no);
    numbers[(*number_count)++] = l->code;
  } else {
    check_eight(a, names, l, day, no, numbers, cap, number_count);
  }
  l->tariff = names_line_on(names, (uint32_t)(l->code / 100u), day);
  if (!no->id && !l->tariff) refuse_unknown(a, names, l, no);
}

/* Six digits are those of every schedule: a number whose six digits stand in none here is none elsewhere either. Days
 * before the first edition held had other numbers: of those the chapter alone is looked at. */
static bool six_are_known(const struct names *n, const struct line *l) {
  uint32_t six = (uint32_t)(l->code / 10000u), span = 1, count;
  if (l->on < names_first_day(n)) span = 10000;
  uint32_t first = six / span * span;
  return names_lines(n, first * 100u, (first + span) * 100u - 1, &count) != NULL;
}

void line_code_plain(struct arena *a, const struct names *names, struct line *l, struct refusal *no,
                     uint64_t *numbers, uint32_t *count) {
  if (no->id) return;
  if (l->digits < 6)
    refuse(a, no, "refuse.code", "give 6, 8 or 10 digits",
           "a commodity code of %d digits is too short to assess", (int)l->digits);
  else if (l->value_note)
    refuse(a, no, "refuse.value", "give a whole amount",
           "how that country rounds a customs value is not encoded");
  else if (!six_are_known(names, l))
    refuse(a, no, "refuse.unknown-code", "look up the first six digits: impost goods WORDS",
           "%s begins with no number of the harmonized system",
           line_code_text(a, l->code, l->digits));
  l->value_note = NULL;
  numbers[0] = l->code;
  *count = 1;
}
