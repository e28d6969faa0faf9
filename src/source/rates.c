// SPDX-License-Identifier: Apache-2.0
// Rate texts of the official schedule in our spelling (docs/tables.md).
//
// The idea: a rate that is a function of the value of one line and of quantities in named units is
// written as terms joined by " + " ("Free", "3.4%", "1.9c/kg + 2%", "$1.05/kg"); anything else is "?" and
// one word that says why it cannot be computed ("?component"). A weight that is not the plain net weight
// has a unit of its own ("kg-drained"), so that no plain quantity is ever taken for it. A text that fits
// nothing is refused: nothing is guessed. tools/rates.py holds the same tables, written on its own.
//
// Does not know lines or editions, nor what a rate comes to.
#include <string.h>

#include "source/source.h"

struct pair {
  const char *printed, *ours;
};

// What stands after "/" in a rate, blanks taken out.
static const struct pair per[] = {
    {"kg", "kg"},
    {"t", "t"},
    {"g", "g"},
    {"head", "No"},
    {"article", "No"},
    {"pr.", "prs"},
    {"doz.", "doz"},
    {"gross", "gross"},
    {"1000", "thousand"},
    {"1,000", "thousand"},
    {"1,000pins", "thousand"},
    {"thousand", "thousand"},
    {"thou-sand", "thousand"},
    {"pack", "pack"},
    {"m", "m"},
    {"lin.m", "m"},
    {"m2", "m2"},
    {"m3", "m3"},
    {"liter", "liters"},
    {"pf.liter", "pf.liters"},
    {"pf.literonethylalcoholcontent", "pf.liters"},
    {"bbl", "bbl"},
    {"jewel", "jewel"},
    {"line/gross", "gr-lines"},
    {"cleankg", "cy-kg"},
    {"kgoftotalsugars", "kg-ttl-sug"},
    {"kgofanhydrousmorphinecontent", "kg-amc"},
    {"kgondrainedweight", "kg-drained"},
    {"kgondrainedweght", "kg-drained"},
    {"kgoncontentsandcontainer", "kg-with-container"},
    {"kg,includingweightofcontainer", "kg-with-container"},
    {"t,includingweightofcontainer", "t-with-container"},
    {"kgonentirecontentsofcontainer", "kg-contents"},
    {"m2ofrecordingsurface", "m2-recording"},
    {"grossofimmediatecontainers", "gross-containers"},
    {"kgoncoppercontent", "Cu-kg"},
    {"kgonleadcontent", "Pb-kg"},
    {"kgonzinccontent", "Zn-kg"},
    {"kgonmanganesecontent", "Mn-kg"},
    {"kgonmolybdenumcontent", "Mo-kg"},
    {"kgontungstencontent", "W-kg"},
    {"kgonmagnesiumcontent", "Mg-kg"},
    {"kgonsiliconcontent", "Si-kg"},
};

// Words of the official text, and why a rate with them cannot be computed. The first that is found counts.
static const struct pair reasons[] = {
    {"for each degree under", "sugar-degree"},
    {"rate applicable to each garment in", "each-garment"},
    {"article in the set subject to the highest", "set-highest"},
    {"article in the set subject to the high-est", "set-highest"},
    {"article in the set subject to the high- est", "set-highest"},
    {"rate applicable to each article in the absence of this subheading", "each-article"},
    {"rate applicable, to each article in the absence of this subheading", "each-article"},
    {"rate applicable to the article of which it is", "parent-article"},
    {"rate applicable to the complete, assembled", "whole-movement"},
    {"for each other piece or part", "movement-parts"},
    {"rate applicable to the natural juice in heading 2009", "natural-juice"},
    {"on the value of the lead content", "content-value"},
    {"on case", "component"},
    {"on the case", "component"},
    {"on strap", "component"},
    {"on the strap", "component"},
    {"on battery", "component"},
    {"on the battery", "component"},
    {"on thebattery", "component"},
    {"on movement", "component"},
    {"on the movement", "component"},
    {"on apparatus", "component"},
    {"on the apparatus", "component"},
    {"on value of the rifle", "component"},
    {"on the value of the rifle", "component"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool contains(struct str s, struct str part) {
  for (size_t i = 0; i + part.n <= s.n; i++) {
    if (memcmp(s.p + i, part.p, part.n) == 0) {
      return true;
    }
  }
  return false;
}

static struct str without_ending(struct str s, struct str ending) {
  bool ends = s.n >= ending.n && memcmp(s.p + s.n - ending.n, ending.p, ending.n) == 0;
  return ends ? str_sub(s, 0, s.n - ending.n) : s;
}

/* Bytes of "3", "3.4" or ".4" at the start of s. */
static size_t number_length(struct str s) {
  size_t whole = 0, n;
  while (whole < s.n && is_digit(s.p[whole])) {
    whole++;
  }
  n = whole;
  if (n + 1 < s.n && s.p[n] == '.' && is_digit(s.p[n + 1])) {
    for (n++; n < s.n && is_digit(s.p[n]);) {
      n++;
    }
  }
  return n;
}

/* A spreadsheet shows 6.8% as 6.80%: zeros that say nothing are left out of percentages. */
static struct str without_zeros(struct str number) {
  if (str_find(number, '.') < 0) {
    return number;
  }
  while (number.n > 1 && number.p[number.n - 1] == '0') {
    number.n--;
  }
  return number.n > 1 && number.p[number.n - 1] == '.' ? str_sub(number, 0, number.n - 1) : number;
}

/* "3.4%", "33 1/3%", "8% on the entire set". */
static bool percent_term(struct str text, struct buf *out) {
  text = without_ending(text, STR(" on the entire set"));
  size_t n = number_length(text);
  struct str number = str_sub(text, 0, n), rest = str_sub(text, n, text.n);
  bool fraction = rest.n == 5 && rest.p[0] == ' ' && is_digit(rest.p[1]) && rest.p[2] == '/' &&
                  is_digit(rest.p[3]) && rest.p[3] != '0' && rest.p[4] == '%';
  if (n == 0 || (!fraction && !str_eq(rest, STR("%")))) {
    return false;
  }
  buf_put(out, fraction ? number : without_zeros(number));
  buf_put(out, rest);
  return true;
}

static struct str canonical_per(struct str printed) {
  char bare[64];
  size_t n = 0;
  for (size_t i = 0; i < printed.n && n < sizeof bare; i++) {
    if (printed.p[i] != ' ') {
      bare[n++] = printed.p[i];
    }
  }
  for (size_t i = 0; i < COUNT(per) && n < sizeof bare; i++) {
    if (str_eq(str_of(per[i].printed), (struct str){bare, n})) {
      return str_of(per[i].ours);
    }
  }
  return (struct str){NULL, 0};
}

/* "1.9c/kg" (the cent as printed), "$1.05/kg", "68c each". */
static bool specific_term(struct str text, struct buf *out) {
  bool dollars = str_starts(text, STR("$"));
  struct str s = dollars ? str_sub(text, 1, text.n) : text;
  size_t n = number_length(s);
  struct str number = str_sub(s, 0, n), unit;
  s = str_sub(s, n, s.n);
  if (str_starts(s, STR(" \xc2\xa2"))) {
    s = str_sub(s, 1, s.n);
  }
  bool cents = str_starts(s, STR("\xc2\xa2"));
  if (n == 0 || dollars == cents) {
    return false;
  }
  s = cents ? str_sub(s, 2, s.n) : s;
  if (str_eq(s, STR(" each"))) {
    unit = STR("No");
  } else {
    s = str_starts(s, STR(" /")) ? str_sub(s, 1, s.n) : s;
    unit = str_starts(s, STR("/")) ? canonical_per(str_sub(s, 1, s.n)) : (struct str){NULL, 0};
  }
  if (unit.n == 0) {
    return false;
  }
  buf_printf(out, "%s%.*s%s/%.*s", dollars ? "$" : "", (int)number.n, number.p, cents ? "c" : "",
             (int)unit.n, unit.p);
  return true;
}

/* Terms with plus signs between them. */
static bool terms(struct str text, struct buf *out) {
  size_t before = out->n;
  struct str part;
  while (str_split(&text, '+', &part)) {
    part = str_trim(part);
    if (out->n > before) {
      buf_puts(out, " + ");
    }
    if (str_eq(part, STR("Free")) && out->n == before && text.n == 0) {
      buf_put(out, part);
    } else if (!percent_term(part, out) && !specific_term(part, out)) {
      return false;
    }
  }
  return out->n > before;
}

/* Bytes of "9822.05.20" or "99.19.04.14" (printed so for 9919.04.14) at the start of s; 0: none. */
static size_t heading_length(struct str s) {
  uint64_t code;
  uint32_t digits;
  if (s.n >= 10 && source_number(str_sub(s, 0, 10), &code, &digits) && digits == 8) {
    return 10;
  }
  bool split = s.n >= 11 && str_starts(s, STR("99.19.")) && is_digit(s.p[6]) && is_digit(s.p[7]) &&
               s.p[8] == '.' && is_digit(s.p[9]) && is_digit(s.p[10]);
  return split ? 11 : 0;
}

/* "See 9822.05.20, 9822.05.25-9822.05.30" -> "?see:9822.05.20,9822.05.25-9822.05.30". */
static bool see(struct str text, struct buf *out) {
  struct str s = str_sub(text, 4, text.n);
  size_t last = 0;
  if (!str_starts(text, STR("See ")) || heading_length(s) == 0) {
    return false;
  }
  buf_puts(out, "?see:");
  while (s.n > 0) {
    size_t n = heading_length(s), skip = 1;
    if (n == 11) {
      buf_puts(out, "9919");
      buf_put(out, str_sub(s, 5, 11));
    } else if (n == 10) {
      buf_put(out, str_sub(s, 0, 10));
    } else if (str_starts(s, STR(", "))) {
      skip = 2;
      buf_putc(out, ',');
    } else if (s.p[0] == '-') {
      buf_putc(out, '-');
    } else {
      return false;
    }
    last = n > 0 ? out->n : last;
    s = str_sub(s, n > 0 ? n : skip, s.n);
  }
  if (out->failed) {
    return false;
  }
  bool comma_only = out->n == last || (out->n == last + 1 && out->p[last] == ',');
  out->n = last; /* a comma at the end says nothing */
  out->p[last] = '\0';
  return comma_only;
}

static bool additional_note(struct str text) {
  struct str prefix = STR("See additional U.S. note ");
  if (!str_starts(text, prefix) || text.n == prefix.n) {
    return false;
  }
  for (size_t i = prefix.n; i < text.n; i++) {
    if (!is_digit(text.p[i])) {
      return false;
    }
  }
  return true;
}

static const char *reason_of(struct str text) {
  for (size_t i = 0; i < COUNT(reasons); i++) {
    if (contains(text, str_of(reasons[i].printed))) {
      return reasons[i].ours;
    }
  }
  if (additional_note(text)) {
    return "additional-note";
  }
  return str_eq(text, STR("Free, under bond")) ? "bond" : NULL;
}

static bool said_by_hand(const struct source_readings *more, struct str text, struct buf *out) {
  for (size_t i = 0; more != NULL && i < more->count; i++) {
    if (!more->items[i].unit && str_eq(more->items[i].printed, text)) {
      buf_put(out, more->items[i].reads);
      return true;
    }
  }
  return false;
}

bool source_rate(const struct source_readings *more, struct str printed, struct buf *out) {
  size_t before = out->n;
  struct str text = without_ending(printed, STR(" /"));
  if (said_by_hand(more, printed, out)) {
    return true;
  }
  const char *reason = reason_of(text);
  if (reason != NULL) {
    buf_printf(out, "?%s", reason);
    return true;
  }
  if (see(text, out) || (out->n == before && terms(text, out))) {
    return true;
  }
  out->n = before;
  return false;
}

/* ---- the special column ---- */

enum { SYMBOLS_MAX = 64 };

struct symbols {
  struct str items[SYMBOLS_MAX];
  size_t count, start; /* of the rate at hand */
};

static bool is_symbol(struct str s) {
  size_t letters = 0;
  while (letters < s.n && s.p[letters] >= 'A' && s.p[letters] <= 'Z') {
    letters++;
  }
  bool marked = letters + 1 == s.n && (s.p[letters] == '+' || s.p[letters] == '*');
  return (letters == 1 || letters == 2) && (letters == s.n || marked);
}

static bool add_symbol(struct symbols *all, struct str one) {
  for (size_t i = 0; i < all->count; i++) {
    if (str_eq(all->items[i], one)) {
      return i >= all->start; /* twice under one rate is a slip; under two, a contradiction */
    }
  }
  if (all->count == SYMBOLS_MAX || !is_symbol(one)) {
    return false;
  }
  size_t at = all->count++;
  for (; at > all->start && str_cmp(all->items[at - 1], one) > 0; at--) {
    all->items[at] = all->items[at - 1];
  }
  all->items[at] = one;
  return true;
}

/* "A+,AU, BH.CL" below one rate. */
static bool read_symbols(struct symbols *all, struct str inside) {
  all->start = all->count;
  for (size_t i = 0; i < inside.n;) {
    size_t n = i;
    while (n < inside.n && strchr(", .", inside.p[n]) == NULL) {
      n++;
    }
    if (n > i && !add_symbol(all, str_sub(inside, i, n))) {
      return false;
    }
    i = n + 1;
  }
  return all->count > all->start;
}

/* One "RATE (SYM,SYM)" off the front of *rest. A bracket printed twice, with a word between or none, is one. */
static bool next_segment(struct str *rest, struct str *rate, struct str *inside) {
  long open = str_find(*rest, '('), close = str_find(*rest, ')');
  if (open < 1 || close < open) {
    return false;
  }
  *rate = str_trim(str_sub(*rest, 0, (size_t)open));
  *inside = str_sub(*rest, (size_t)open + 1, (size_t)close);
  long again = str_find(*inside, '(');
  bool word = again >= 1 && inside->p[again - 1] == ' ' &&
              str_find(str_sub(*inside, 0, (size_t)again - 1), ' ') < 0;
  if (again >= 0) {
    *inside = str_sub(*inside, (size_t)again + 1, inside->n);
  }
  *rest = str_sub(*rest, (size_t)close + 1, rest->n);
  return (again <= 0 || word) && str_find(*inside, '(') < 0;
}

bool source_special(const struct source_readings *more, struct str printed, struct buf *out) {
  size_t before = out->n;
  struct symbols all = {.count = 0};
  while (printed.n > 0) {
    struct str rate, inside;
    bool good = next_segment(&printed, &rate, &inside) && read_symbols(&all, inside);
    if (good && out->n > before) {
      buf_putc(out, ';');
    }
    if (!good || !source_rate(more, rate, out)) {
      out->n = before;
      return false;
    }
    for (size_t i = all.start; i < all.count; i++) {
      buf_putc(out, i > all.start ? ',' : ' ');
      buf_put(out, all.items[i]);
    }
  }
  return true;
}

/* ---- what a person may say a text reads as ---- */

static bool our_term(struct str term) {
  size_t sign = term.n > 0 && term.p[0] == '$' ? 1 : 0;
  size_t n = number_length(str_sub(term, sign, term.n));
  struct str rest = str_sub(term, sign + n, term.n);
  if (n == 0) {
    return false;
  }
  if (sign == 0 && str_starts(rest, STR("c/"))) {
    rest = str_sub(rest, 1, rest.n);
  } else if (sign == 0) {
    struct buf scratch = {0};
    bool percent = percent_term(term, &scratch);
    buf_free(&scratch);
    return percent;
  }
  return rest.n > 1 && rest.p[0] == '/' && str_find(rest, ' ') < 0;
}

bool source_rate_reads(struct str ours) {
  bool reason = ours.n > 1 && ours.p[0] == '?';
  for (size_t i = 1; reason && i < ours.n; i++) {
    char c = ours.p[i];
    reason = (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == ':' || c == '.' || c == ',';
  }
  if (reason || str_eq(ours, STR("Free"))) {
    return true;
  }
  size_t count = 0;
  while (ours.n > 0) {
    size_t n = 0;
    while (n < ours.n && !str_starts(str_sub(ours, n, ours.n), STR(" + "))) {
      n++;
    }
    if (!our_term(str_sub(ours, 0, n))) {
      return false;
    }
    ours = str_sub(ours, n + 3, ours.n);
    count++;
  }
  return count > 0;
}
