// SPDX-License-Identifier: Apache-2.0
// A page of text for a terminal: columns, wrapping, rules and marks, in Unicode or in ASCII alone.
//
// Everything printed passes through page_put, which is the one place where control characters are
// taken out (input may carry them) and where, without a UTF-8 terminal, letters outside ASCII are
// spelled with ASCII. Widths count what is printed, one column per code point.
#ifndef IMPOST_REPORT_PAGE_H
#define IMPOST_REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define PAGE_INDENT 4

struct page {
  struct buf *out;
  int width; /* columns of the page, at least 40 */
  bool ascii;
  bool color;
};

struct page_marks {
  const char *law, *said, *suspended, *prohibited, *held_void, *dash, *dot, *rule, *times;
};

enum page_side { PAGE_LEFT, PAGE_RIGHT };
enum page_tone { PAGE_PLAIN, PAGE_STRONG, PAGE_FAINT, PAGE_ALARM };

const struct page_marks *page_marks(const struct page *p);
const char *page_zero_mark(const struct page *p); /* of a row that charges nothing */

void page_put(struct page *p, struct str text);
void page_puts(struct page *p, const char *text); /* NULL prints nothing */
void page_space(struct page *p, int columns);
void page_line(struct page *p); /* end of line; no spaces are left before it */
void page_tone_begin(struct page *p, enum page_tone tone);
void page_tone_end(struct page *p, enum page_tone tone);
void page_tone(struct page *p, enum page_tone tone, const char *text);
void page_rule(struct page *p);

/* Columns of cents as money with commas between thousands, "6,260.00": worked out, so that no memory is asked for. */
int page_money_columns(int64_t cents);
/* Done with text put together beside the page: what it could not hold is missing on the page, which must not pass for
 * whole. Releases it. */
void page_done(const struct page *p, struct buf *scratch);

/* Columns `text` takes once printed on this page. */
int page_columns(const struct page *p, struct str text);
/* `text` in exactly `columns`, padded on the other side; longer text is printed whole. */
void page_cell(struct page *p, const char *text, int columns, enum page_side side);
/* Longest beginning of `text` that ends at a space and fits; the whole when it fits. At least one
 * byte unless text is empty: a word longer than the columns is cut. */
struct str page_fit(const struct page *p, struct str text, int columns);
/* One line at column `at`, faint. Of texts "heading > below it > last" that are longer the end is kept, which tells
 * goods of one heading apart; of a last one that is longer itself its beginning. */
void page_described(struct page *p, int at, const char *text);
/* Wraps `text` to the page's width; the cursor stands at column `at`, further lines begin there. */
void page_wrap(struct page *p, int at, const char *text);
/* `    label      text …` with the label in `label_columns`; wrapped. */
void page_item(struct page *p, const char *label, int label_columns, const char *text);

#endif
