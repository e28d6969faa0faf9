// SPDX-License-Identifier: Apache-2.0
// Names of things: commodity codes with validity and rates as read, places, units.
//
// Loaded from the project's own tables (docs/tables.md) and immutable after that. Knows nothing of what
// a rate means: rate texts are slices, read by the law room's expression parser when asked for.
#ifndef IMPOST_NAMES_NAMES_H
#define IMPOST_NAMES_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/diag.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

struct names_line { /* one 8-digit tariff line in one window, as read */
  uint32_t code8;
  imp_day from, until; /* half-open; DAY_FIRST: held in the first edition; DAY_NEVER: in the last */
  struct str units, general, special, column2, suffixes;
};

struct names_place {
  uint16_t iso2; /* two letters, first in the high byte */
  struct str iso2_text, iso3, census, name, others;
};

struct names;

/* Loads FOLDER/places.tsv and FOLDER/us/schedule.tsv, FOLDER/us/renumbered.tsv.
 * IMP_IO with file and line in err when a table is not in its format. */
enum imp_status names_load(const char *law_folder, struct names **out, struct imp_error *err);
void names_free(struct names *n);

#define NAMES_TEXTS 3
/* The tables as read: path below the law folder, and bytes, which live as long as `n`. */
struct names_text {
  const char *path;
  struct str bytes;
};
void names_texts(const struct names *n, struct names_text out[NAMES_TEXTS]);

imp_day names_first_day(const struct names *n); /* start of the first edition held: 2025-01-01 */
imp_day names_last_day(const struct names *n);  /* start of the last edition held */

/* The tariff line of an 8-digit number on a day (days before the first edition read as the first,
 * after the last as the last). NULL when there is none that day. */
const struct names_line *names_line_on(const struct names *n, uint32_t code8, imp_day on);

struct names_number { /* a ten-digit statistical number */
  uint64_t code;
  imp_day from, until;
  struct str units;
};
/* All ten-digit numbers ever held below an 8-digit line, in order; out may be NULL to count. A number whose
 * units changed, or that lapsed and came back, stands once for each of its windows. */
uint32_t names_numbers(const struct names *n, uint32_t code8, struct names_number *out,
                       uint32_t cap);
/* Its whole window and last units; of a number that lapsed and came back, the last window. */
bool names_number(const struct names *n, uint64_t code10, struct names_number *out);
bool names_number_valid(const struct names *n, uint64_t code10, imp_day on);

struct names_renumber {
  uint64_t old_code, new_code;
  imp_day day;  /* the new number's first */
  bool partial; /* the new number also holds goods that were not under the old one */
};
/* Rows whose old (or new) number is `code10`; *count rows starting at the returned pointer. */
const struct names_renumber *names_successors(const struct names *n, uint64_t code10,
                                              uint32_t *count);
/* Predecessors: indices are not contiguous by new number, so a callback order is fixed by old number. */
uint32_t names_predecessors(const struct names *n, uint64_t code10, uint64_t *out, uint32_t cap);
/* The same along whole chains: the numbers its goods had before, those before them, and so on back in time, each
 * once, the nearest first. Returns how many there are, also beyond `cap`; at most `cap` are written. */
enum { NAMES_ANCESTORS_MAX = 64 }; /* no chain is followed farther */
uint32_t names_ancestors(const struct names *n, uint64_t code10, uint64_t *out, uint32_t cap);
/* The numbers to which its goods have gone by a day: successors of successors as far as each has ended. */
uint32_t names_heirs(const struct names *n, uint64_t code10, imp_day on, uint64_t *out,
                     uint32_t cap);

/* Up to `cap` ten- or eight-digit numbers a person may have meant, best first: one digit wrong, two
 * swapped, one missing or too many, then same heading. `digits` as typed, 4 to 12 of them. */
uint32_t names_suggest(const struct names *n, struct str digits, uint64_t *out, uint8_t *out_digits,
                       uint32_t cap);

/* ISO-2, ISO-3, Census number or a spelling ("South Korea"); ASCII case does not matter. 0: unknown. */
uint16_t names_place_find(const struct names *n, struct str s);
const struct names_place *names_place(const struct names *n, uint16_t iso2);
uint32_t names_place_count(const struct names *n);
const struct names_place *names_place_at(const struct names *n, uint32_t i);
uint32_t names_place_suggest(const struct names *n, struct str s, uint16_t *out, uint32_t cap);

/* A unit in any accepted spelling to the canonical one of the tables. False: unknown unit. */
bool names_unit(struct str given, struct str *canonical);
/* 1 from = num/den to, exact (1 t = 1000/1 kg); any accepted spelling. False: unknown, or not the same kind. */
bool names_unit_convert(struct str from, struct str to, int64_t *num, int64_t *den);

/* Every row of the 8-digit numbers from first8 to last8, by number and window: *count of them. NULL: none. */
const struct names_line *names_lines(const struct names *n, uint32_t first8, uint32_t last8,
                                     uint32_t *count);
/* How much is held: tariff lines, ten-digit numbers (once per window), renumberings. */
void names_counts(const struct names *n, uint32_t *lines, uint32_t *numbers,
                  uint32_t *renumberings);

/* Labels of the 4-digit headings, FOLDER/us/headings.tsv: read only when asked for. Without the file there are
 * none. Free with names_headings_free. */
struct names_headings;
struct names_heading {
  uint16_t code; /* 4202 */
  const char *label;
};
enum imp_status names_headings_load(const char *law_folder, struct names_headings **out,
                                    struct imp_error *err);
void names_headings_free(struct names_headings *h);
uint32_t names_heading_count(const struct names_headings *h);
const struct names_heading *names_heading_at(const struct names_headings *h, uint32_t i);
const char *names_heading_label(const struct names_headings *h, uint32_t code4); /* NULL: none */
/* Indices of the headings whose label holds every word, best first; at most `cap` are filled, all are counted.
 * A word of three letters or more also fits the beginning of a longer one; simple plurals fit. */
uint32_t names_heading_search(const struct names_headings *h, struct str words, uint32_t *out,
                              uint32_t cap);

/* Verifies what loading does not look at: rate texts (by the caller's reader: names does not know what a rate
 * means; texts beginning with '?' are not given to it), programme symbols, units, suffixes and their windows,
 * and that both numbers of a renumbering exist and meet on its day. Findings go to `diags`, with the ids of
 * names/diagnostics.def; fails only when memory is out. */
enum imp_status names_check(const struct names *n, bool (*rate_reads)(void *user, struct str rate),
                            void *user, struct diag_list *diags);

#endif
