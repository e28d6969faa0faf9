// SPDX-License-Identifier: Apache-2.0
// An entry line read into numbers: code, origin, day, value, parts, facts, claims, quantities.
//
// Reading never guesses. What is not stated stays unstated; what cannot be read refuses the line by name.
// Facts are those the law declares, in one array with the law's indices.
#ifndef IMPOST_BOOK_LINE_H
#define IMPOST_BOOK_LINE_H

#include "impost/duty.h"
#include "law/law.h"
#include "names/names.h"

struct
    refusal { /* why a line cannot be judged: one id from docs/diagnostics.md, plain words, next step */
  const char *id; /* NULL: not refused */
  const char *reason;
  const char *next;
};

/* What is said of a value that is not whole dollars: as given, as taken. */
#define LINE_VALUE_NOTE "value %.*s taken as %lld whole dollars (19 CFR 159.3(a))"

enum { LINE_PLACES_MAX = 16, LINE_QUANTITIES_MAX = 4, LINE_CELLS_MAX = 16 };

struct fact_value {
  bool stated;
  bool flag;                        /* FLAG, CLAIM */
  imp_day day;                      /* DATE */
  struct rat amount;                /* SHARE as a fraction; MONEY, PART in dollars; QUANTITY */
  struct str unit;                  /* QUANTITY */
  uint16_t places[LINE_PLACES_MAX]; /* PLACES */
  uint8_t place_count;
  struct str word; /* WORD */
};

struct line_quantity {
  struct rat amount;
  struct str unit; /* canonical */
};

struct line_cell {
  uint32_t fact;
  struct rat dollars;
}; /* a part of the value; LAW_NONE: the rest */

struct line {
  uint64_t code;  /* ten digits; an 8-digit code padded with zeros */
  uint8_t digits; /* 8 or 10 as given */
  uint16_t origin, into;
  imp_day on;
  int16_t minute;  /* of entry; CLOCK_UNSTATED when the hour is not stated */
  int64_t dollars; /* whole dollars, 19 CFR 159.3(a) */
  const char *value_note;
  struct fact_value *facts; /* law->fact_count */
  struct str *claims; /* heading labels claimed, dotted as printed in the law, and other words */
  uint32_t claim_count;
  struct str *denied; /* heading labels stated not to fit: --fact 9903.91.14=no */
  uint32_t denied_count;
  struct line_quantity quantities[LINE_QUANTITIES_MAX];
  uint32_t quantity_count;
  struct line_cell cells[LINE_CELLS_MAX]; /* disjoint, together the value; the rest last */
  uint32_t cell_count;
  bool crossed; /* two stated parts may lie in one another: filled by line_cut */
  bool uncut; /* refused because nobody can say what lies in which part, though such goods can be */
  const struct names_line *tariff; /* the tariff line of the day; NULL when the code has none */
};

/* Reads everything but the code's validity. Sets *no and returns true when the line is refused;
 * false only when out of memory. */
bool line_read(struct arena *a, const struct law *law, const struct names *names,
               const struct imp_line *in, struct moment default_on, struct line *out,
               struct refusal *no);

/* Sets one fact from text ("6000", "60%", "2025-04-04", "CN", "yes"). False with *no set: not readable. */
bool line_set_fact(struct arena *a, const struct law *law, const struct names *names,
                   struct line *l, struct str name, struct str value, struct refusal *no);

/* Cuts the value into cells from the parts stated. Refuses a sum above the value. What lies in two parts at
 * once (`part of A, B`) is a cell of its own; where nobody states it, as little of it as there can be. */
void line_cut(struct arena *a, const struct law *law, struct line *l, struct refusal *no);

/* Whether a cell of this fact lies in the part: it is the part, or what lies in it and another. */
bool line_in_part(const struct law *law, uint32_t fact, uint32_t part);

/* Most dollars the part can have beside the stated parts that it cannot lie in. */
struct rat line_part_room(const struct law *law, const struct line *l, uint32_t part);

/* `fact` lies in two stated parts, is not stated itself, and they do not settle it: fills the amounts worth
 * trying, ascending. A duty is dearest and cheapest at the corners of what can be. 0: there is nothing to ask. */
enum { LINE_OVERLAPS_MAX = 6 };
uint32_t line_overlap_amounts(const struct law *law, const struct line *l, uint32_t fact,
                              int64_t amounts[LINE_OVERLAPS_MAX]);

bool line_claims(const struct line *l, struct str label);
bool line_denies(const struct line *l, struct str label);

/* Checks the code on the day: unknown, retired, not begun. Finds the tariff line. For an 8-digit code
 * `numbers` gets its ten-digit numbers valid that day (at most cap). */
void line_code_check(struct arena *a, const struct names *names, struct line *l, struct refusal *no,
                     uint64_t *numbers, uint32_t cap, uint32_t *number_count);

/* What to do when a place of entry is none whose law is held. */
const char *line_into_advice(struct arena *a, const struct law *law);

/* Where the tables hold no numbers: six digits or more as written, of which the first six must be a number of the
 * harmonized system; a whole value, because no rule of rounding is encoded. */
void line_code_plain(struct arena *a, const struct names *names, struct line *l, struct refusal *no,
                     uint64_t *numbers, uint32_t *count);

/* "did you mean 4202.92.31.31, 4202.92.31.20?"; NULL when nothing is near or memory is out. */
const char *line_code_suggest(struct arena *a, const struct names *names, struct str typed);

const char *line_code_text(struct arena *a, uint64_t code, uint8_t digits); /* 4202.92.31.31 */

void refuse(struct arena *a, struct refusal *no, const char *id, const char *next,
            const char *format, ...) __attribute__((format(printf, 5, 6)));
/* A printf into the arena; NULL when out of memory. */
const char *text_in(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
