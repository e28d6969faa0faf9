// SPDX-License-Identifier: Apache-2.0
// What the reports of the room share: one buffer, as text or as a JSON object with its schema.
#ifndef IMPOST_DESK_PAGE_H
#define IMPOST_DESK_PAGE_H

#include "desk/store.h"
#include "impost/report.h"
#include "report/json_out.h"

struct page {
  struct buf out;
  struct json_out json;
  bool is_json, ascii;
  bool html;             /* pieces are of a page: told without tags and entities */
  struct imp_text words; /* room for them */
};

void page_begin(struct page *p, const struct imp_report_options *options, struct imp_text *text,
                const char *schema);
/* Closes the object and gives the text back. What memory lost is told here. */
enum imp_status page_end(struct page *p, enum imp_status status, struct imp_text *text,
                         struct imp_error *err);
/* One line of any text: what steers a terminal is left out. NULL: nothing. */
void page_plain(struct page *p, const char *text);
void page_piece(struct page *p, struct str bytes, int64_t from, int64_t to);
/* The words of such a piece, for a field; until the next piece. */
struct str page_words(struct page *p, struct str bytes, int64_t from, int64_t to);
void page_lines(struct page *p, const char *text); /* line by line, two deep */
/* An amount with what it is counted in, as the desk keeps it ("500000000000 $"), for people. NULL: nothing. */
void page_number(struct page *p, const char *number);
void page_exact(struct page *p, const char *number);              /* the number alone, as a field */
void page_days(struct page *p, const char *from, const char *to); /* ", FROM..TO" */
/* How sure a reading is, of two columns of a row: hundredths or null, and whether that is less than the law asks for. */
void page_sure(struct page *p, const struct store_rows *row, int column);

/* report_decisions.c: what was decided of a proposal; where law that an acceptance wrote stands still, in a line begun. */
struct imp_desk;
enum imp_status page_decisions(struct imp_desk *d, struct page *p, int64_t id,
                               struct imp_error *err);
enum imp_status page_written(struct imp_desk *d, struct page *p, int64_t id, struct imp_error *err);

#endif
