// SPDX-License-Identifier: Apache-2.0
// Which number a person may have meant.
//
// The idea: undo one slip at every place of what was typed, keep what is a number of the schedule,
// and rank by how likely the slip is. The costs below are in tenths of "one neighbouring key hit
// instead"; they stand for the order alone. Some two hundred look-ups, so that a file full of wrong
// numbers is still answered quickly. After the slips come numbers that share the beginning.
//
// Cap: 4 to 12 digits, KEEP candidates.
#include <string.h>

#include "names/names_own.h"

#define KEEP 512u

// clang-format off: a table
enum cost {
  COST_ZERO_LOST = 8,      /* a leading zero eaten by a spreadsheet */
  COST_SWAPPED = 10,       /* two neighbours */
  COST_DOUBLED = 11,       /* one digit typed twice, or one of two equal digits left out */
  COST_DROPPED = 13,       /* one digit left out */
  COST_ADDED = 14,         /* one digit too many */
  COST_NEAR = 16,          /* a neighbouring key */
  COST_READ = 18,          /* a digit that looks alike */
  COST_PADDED = 14,        /* 00 put after an 8-digit number whose line is divided: the line */
  COST_PADDED_SUFFIX = 15, /* the same: its numbers */
  COST_OTHER_DIGIT = 20,
  COST_SUFFIX = 22,   /* right line, another suffix */
  COST_FAR_SWAP = 24, /* two digits, or two pairs, in each other's place */
  COST_LONGER = 26,   /* what was typed is the beginning of it */
  COST_SAME_LINE = 40,
  COST_SAME_SIX = 50,
  COST_SAME_FOUR = 60,
  COST_ENDED = 12,      /* added: the number is not valid on the last day */
  COST_OTHER_LENGTH = 9 /* added: an 8-digit number for 9 digits typed */
};

// clang-format on
struct guess {
  uint64_t code;
  uint32_t cost;
  uint8_t digits;
};

struct guesses {
  const struct names *n;
  struct guess at[KEEP];
  uint32_t count;
  char typed[13];
  size_t length;
};

static uint64_t value_of(const char *digits, size_t n) {
  uint64_t v = 0;
  for (size_t i = 0; i < n; i++) v = v * 10 + (uint64_t)(digits[i] - '0');
  return v;
}

static void keep(struct guesses *g, uint64_t code, uint8_t digits, uint32_t cost) {
  if (digits == g->length && code == value_of(g->typed, g->length)) return; /* as typed: no help */
  for (uint32_t i = 0; i < g->count; i++) {
    if (g->at[i].code != code || g->at[i].digits != digits) continue;
    if (cost < g->at[i].cost) g->at[i].cost = cost;
    return;
  }
  if (g->count < KEEP) g->at[g->count++] = (struct guess){code, cost, digits};
}

/* Keeps `digits` (8 or 10 of them) when it is a number of the schedule. */
static void try_number(struct guesses *g, const char *digits, size_t n, uint32_t cost) {
  uint64_t code = value_of(digits, n);
  struct names_number number;
  uint32_t rows;
  if (n == 8) {
    const struct names_line *row = names_rows(g->n, (uint32_t)code, &rows);
    if (row == NULL) return;
    keep(g, code, 8, cost + (row[rows - 1].until == DAY_NEVER ? 0 : COST_ENDED));
  } else if (n == 10 && names_number(g->n, code, &number)) {
    keep(g, code, 10, cost + (number.until == DAY_NEVER ? 0 : COST_ENDED));
  }
}

/* Neighbours on a number pad or in the row of digits; digits that are read for one another. */
static uint32_t replaced_cost(char a, char b) {
  static const char *const near[10] = {"129",  "024",  "0135", "246", "1357",
                                       "2468", "3579", "468",  "579", "068"};
  static const char *const read[10] = {"689", "7", "7", "58", "9", "36", "08", "12", "03", "04"};
  if (strchr(near[a - '0'], b) != NULL) {
    return COST_NEAR;
  }
  return strchr(read[a - '0'], b) != NULL ? COST_READ : COST_OTHER_DIGIT;
}

static void other_digit(struct guesses *g) {
  char d[13];
  memcpy(d, g->typed, sizeof d);
  for (size_t i = 0; i < g->length; i++) {
    for (char c = '0'; c <= '9'; c++) {
      if (c == g->typed[i]) continue;
      d[i] = c;
      try_number(g, d, g->length, replaced_cost(c, g->typed[i]));
    }
    d[i] = g->typed[i];
  }
}

static void swap_runs(struct guesses *g, size_t i, size_t j, size_t run, uint32_t cost) {
  char d[13];
  memcpy(d, g->typed, sizeof d);
  memcpy(d + i, g->typed + j, run);
  memcpy(d + j, g->typed + i, run);
  try_number(g, d, g->length, cost);
}

static void swapped(struct guesses *g) {
  for (size_t i = 0; i + 1 < g->length; i++) {
    swap_runs(g, i, i + 1, 1, COST_SWAPPED);
    for (size_t j = i + 2; j < g->length; j++) {
      swap_runs(g, i, j, 1, COST_FAR_SWAP);
      if (j + 1 < g->length) swap_runs(g, i, j, 2, COST_FAR_SWAP);
    }
  }
}

/* One digit was left out: put each digit in at each place. */
static void dropped(struct guesses *g, uint32_t more) {
  char d[14];
  for (size_t i = 0; i <= g->length; i++) {
    memcpy(d, g->typed, i);
    memcpy(d + i + 1, g->typed + i, g->length - i);
    for (char c = '0'; c <= '9'; c++) {
      bool twin = (i > 0 && d[i - 1] == c) || (i < g->length && d[i + 1] == c);
      d[i] = c;
      uint32_t cost = i == 0 && c == '0' ? COST_ZERO_LOST : twin ? COST_DOUBLED : COST_DROPPED;
      try_number(g, d, g->length + 1, cost + more);
    }
  }
}

/* One digit too many: leave each out. */
static void added(struct guesses *g, uint32_t more) {
  char d[13];
  for (size_t i = 0; i < g->length; i++) {
    bool twin = (i > 0 && g->typed[i - 1] == g->typed[i]) ||
                (i + 1 < g->length && g->typed[i + 1] == g->typed[i]);
    memcpy(d, g->typed, i);
    memcpy(d + i, g->typed + i + 1, g->length - i - 1);
    try_number(g, d, g->length - 1, (twin ? COST_DOUBLED : COST_ADDED) + more);
  }
}

/* A leading zero was lost and another slip is not looked for; two digits too many at the end or the
 * beginning come from a copied prefix or a padded number. */
static void two_too_many(struct guesses *g) {
  if (g->length != 12) return;
  try_number(g, g->typed, 10, COST_ADDED);
  try_number(g, g->typed + 2, 10, COST_ADDED + 1);
  for (size_t i = 0; i + 1 < g->length; i++) {
    char d[13];
    memcpy(d, g->typed, i);
    memcpy(d + i, g->typed + i + 2, g->length - i - 2);
    try_number(g, d, 10, COST_ADDED + 2);
  }
}

static uint64_t apart(uint64_t a, uint64_t b) {
  return a > b ? a - b : b - a;
}

/* The line exists, its suffix does not: the line itself, then its numbers, the nearest first. Nine
 * digits come here too: a spreadsheet ate the zero. */
static void other_suffix(struct guesses *g, uint64_t typed, uint32_t cost) {
  struct names_number numbers[256];
  uint64_t line = typed / 100, suffix = typed % 100;
  uint32_t count = names_numbers(g->n, (uint32_t)line, numbers, 256);
  if (count == 0) return;
  bool padded = suffix == 0;
  keep(g, line, 8, padded ? COST_PADDED : cost + 1);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t far = (uint32_t)apart(numbers[i].code % 100, suffix);
    uint32_t c = (padded ? COST_PADDED_SUFFIX : cost) + (count <= 4 ? 0 : far / 10);
    keep(g, numbers[i].code, 10, c + (numbers[i].until == DAY_NEVER ? 0 : COST_ENDED));
  }
}

/* Lines that begin with the first `n` digits typed, the nearest first; at most `most` of them. */
static void same_beginning(struct guesses *g, size_t n, uint32_t cost, uint32_t most) {
  uint64_t unit = 1, typed = value_of(g->typed, g->length < 8 ? g->length : 8);
  for (size_t i = n; i < 8; i++) unit *= 10;
  for (size_t i = g->length; i < 8; i++) typed *= 10;
  uint64_t low = typed / unit * unit;
  const struct names_line *lines = g->n->lines;
  uint32_t a = 0, b = g->n->line_count;
  while (a < b) {
    uint32_t mid = a + (b - a) / 2;
    if (lines[mid].code8 < low)
      a = mid + 1;
    else
      b = mid;
  }
  for (uint32_t i = a; i < g->n->line_count && lines[i].code8 < low + unit && most > 0; i++) {
    if (lines[i].until != DAY_NEVER) continue;
    uint64_t far = apart(lines[i].code8, typed);
    keep(g, lines[i].code8, 8, cost + (far < 9 ? (uint32_t)far : 9));
    most--;
  }
}

/* Of two alike the one nearer to what was typed: later digits are where the eye slips. */
static bool tie_break(const struct guesses *g, const struct guess *a, const struct guess *b) {
  uint64_t typed = value_of(g->typed, g->length);
  uint64_t x = apart(a->code, typed), y = apart(b->code, typed);
  return x != y ? x < y : a->code < b->code;
}

static void rank(struct guesses *g, uint64_t *out, uint8_t *out_digits, uint32_t cap) {
  for (uint32_t i = 0; i < cap; i++) {
    uint32_t best = i;
    for (uint32_t j = i + 1; j < g->count; j++) {
      const struct guess *a = &g->at[j], *b = &g->at[best];
      bool less = a->cost != b->cost ? a->cost < b->cost : tie_break(g, a, b);
      if (less) best = j;
    }
    struct guess first = g->at[best];
    g->at[best] = g->at[i];
    g->at[i] = first;
    out[i] = first.code;
    out_digits[i] = first.digits;
  }
}

static bool take_digits(struct guesses *g, struct str s) {
  for (size_t i = 0; i < s.n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9') continue;
    if (g->length == 12) return false;
    g->typed[g->length++] = s.p[i];
  }
  return g->length >= 4;
}

uint32_t names_suggest(const struct names *n, struct str digits, uint64_t *out, uint8_t *out_digits,
                       uint32_t cap) {
  struct guesses g = {.n = n};
  if (!take_digits(&g, digits)) return 0;
  size_t length = g.length;
  if (length == 8 || length == 10) {
    other_digit(&g);
    swapped(&g);
  }
  if (length == 7 || length == 9) dropped(&g, 0);
  if (length == 9) added(&g, COST_OTHER_LENGTH);
  if (length == 11) added(&g, 0);
  two_too_many(&g);
  if (length == 10 || length == 9) other_suffix(&g, value_of(g.typed, length), COST_SUFFIX);
  if (length < 8) same_beginning(&g, length, COST_LONGER, 64);
  if (length == 9) same_beginning(&g, 8, COST_LONGER, 1);
  if (length > 8) same_beginning(&g, 8, COST_SAME_LINE, 1);
  if (length >= 6) same_beginning(&g, 6, COST_SAME_SIX, 64);
  same_beginning(&g, 4, COST_SAME_FOUR, 64);
  if (g.count == 0 && length < 12) {
    memmove(g.typed + 1, g.typed, length);
    g.typed[0] = '0';
    g.length++;
    same_beginning(&g, 4, COST_SAME_FOUR, 64);
  }
  if (cap > g.count) cap = g.count;
  rank(&g, out, out_digits, cap);
  return cap;
}
