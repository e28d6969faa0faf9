// SPDX-License-Identifier: Apache-2.0
// Descriptions of goods, once an edition has been imported on this machine: shown beside numbers, and searched.
//
// The descriptions are kept in a local file (goods.tsv in the user's data folder), which imp_import_hts
// writes. Without it there is nothing to open: IMP_IO, and the error says what to do.
#ifndef IMPOST_GOODS_H
#define IMPOST_GOODS_H

#include <stddef.h>
#include <stdint.h>

#include "impost/error.h"
#include "impost/law.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_goods; /* opaque; immutable once open, may be read by many threads */

/* `path` NULL: $XDG_DATA_HOME/impost/goods.tsv, else ~/.local/share/impost/goods.tsv. Free with imp_goods_free. */
enum imp_status imp_goods_open(const char *path, struct imp_goods **out, struct imp_error *err);
void imp_goods_free(struct imp_goods *goods);

const char *imp_goods_edition(const struct imp_goods *goods); /* "2026 revision 11" */
const char *imp_goods_day(const struct imp_goods *goods);     /* YYYY-MM-DD, its first day */

struct imp_goods_hit {
  char code[16]; /* "8507.60.00.10"; of 4, 6, 8 or 10 digits */
  uint32_t digits;
  const char *text; /* its own description; lives as long as the goods */
  size_t row;       /* for imp_goods_above */
  uint32_t score;   /* higher is better; of use only to compare hits of one search */
};

/* The row of a number as typed ("8507600010", with or without dots). False (0): there is none. */
int imp_goods_find(const struct imp_goods *goods, const char *code, struct imp_goods_hit *hit);

/* Rows in which every word stands, in the row itself or above it, at least one of them in the row itself (or in
 * the unnumbered texts just above it). A word of three letters or more also matches as the beginning of
 * a longer one; plural and singular are one; a word of four digits or more is the beginning of a number.
 * Best first: words in the row before words above, whole words before beginnings, short texts first, then
 * by number. Chapters 98 and 99 only when `law_chapters` is not 0. Fills at most `cap` hits and sets *found
 * to how many there are. IMP_USAGE: no word, or more than 16. */
enum imp_status imp_goods_search(const struct imp_goods *goods, const char *words, int law_chapters,
                                 struct imp_goods_hit *hits, size_t cap, size_t *found,
                                 struct imp_error *err);

/* Appends the texts above a row, topmost first, with " > " between them. */
enum imp_status imp_goods_above(const struct imp_goods *goods, size_t row, struct imp_text *out,
                                struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
