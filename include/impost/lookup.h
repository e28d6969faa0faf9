// SPDX-License-Identifier: Apache-2.0
// Finding numbers and places: by word, by number, by name; and what is held of them.
//
// Labels of headings are words of this project (law/us/headings.tsv), not the schedule's text; they decide nothing.
// Every text lives as long as the page or lookup it came from. Days are ISO text, NULL where a window is open.
#ifndef IMPOST_LOOKUP_H
#define IMPOST_LOOKUP_H

#include <stdbool.h>

#include "impost/duty.h"
#include "impost/goods.h"
#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_lookup; /* labels of headings; the law must outlive it */
enum imp_status imp_lookup_open(const struct imp_law *law, struct imp_lookup **out,
                                struct imp_error *err);
void imp_lookup_free(struct imp_lookup *l);
/* Label of the heading a number (4 digits or more, dots or none) stands under; NULL: none. */
const char *imp_lookup_label(const struct imp_lookup *l, const char *code);

/* ---- goods ------------------------------------------------------------------------------------ */

struct imp_heading {
  const char *code, *label;
};
struct imp_tariff_line { /* an 8-digit line in one window */
  const char *code, *from, *until, *units, *general, *special,
      *column2;  /* as the tables write them */
  bool in_force; /* on the day asked for */
};
struct imp_tariff_number { /* a ten-digit number in one window */
  const char *code, *from, *until, *units;
  const char *successors, *predecessors; /* "8507.60.00.30, 8507.60.00.90"; "" when none */
  bool in_force;
};
struct imp_listing { /* a list of law that names the number on some day */
  const char *list, *title;
  bool holds;          /* on the day asked for */
  const char *numbers; /* when only some ten-digit numbers stand on it: "10, 20"; else NULL */
  const char *part;    /* words, when only part of the goods does; else NULL */
  struct imp_where member;
};
struct imp_goods_page {
  const char *on;     /* the day asked for */
  const char *code;   /* as printed; NULL: words were searched */
  const char *parent; /* label of its heading, or NULL */
  const struct imp_heading *headings;
  uint32_t heading_count, heading_found; /* shown, and how many there are */
  const struct imp_tariff_line *lines;
  uint32_t line_count;
  const struct imp_tariff_number *numbers;
  uint32_t number_count;
  const struct imp_listing *lists;
  uint32_t list_count;
  const char
      *suggestion; /* nothing was found, or not all the words: what may have been meant; or NULL */
};
/* `asked` is a number of 2, 4, 6, 8 or 10 digits, or words. IMP_OK also when nothing is found. */
enum imp_status imp_lookup_goods(const struct imp_lookup *l, const struct imp_query *query,
                                 const char *asked, struct imp_goods_page **out,
                                 struct imp_error *err);
void imp_goods_page_free(struct imp_goods_page *page);

/* ---- places ------------------------------------------------------------------------------------- */

struct imp_place {
  const char *iso2, *iso3, *census, *name, *others; /* others ';'-separated */
  const char *groups;  /* lists of places that hold it on the day: "us.agoa, us.column-2" */
  const char *outside; /* lists that hold it on other days only */
  bool column2;        /* its goods pay column 2 on the day */
};
struct imp_places_page {
  const char *on;
  const char *group; /* the name asked for is that of a list of places, or NULL */
  const struct imp_place *places;
  uint32_t count;
  const char *suggestion;
};
/* `asked`: ISO code, Census number, name or part of one, or a list of places; NULL or "": all places. */
enum imp_status imp_lookup_places(const struct imp_lookup *l, const struct imp_query *query,
                                  const char *asked, struct imp_places_page **out,
                                  struct imp_error *err);
void imp_places_page_free(struct imp_places_page *page);

/* ---- how much is held ------------------------------------------------------------------------------ */

struct imp_counts {
  uint32_t files, acts, measures, headings, lists, questions, facts; /* law text */
  uint32_t asserts;
  uint32_t lines, numbers, renumberings, places, labels; /* tables */
  const char *first_edition, *last_edition;              /* days */
};
enum imp_status imp_lookup_counts(struct imp_lookup *l, struct imp_counts *out,
                                  struct imp_error *err);

/* ---- pages -------------------------------------------------------------------------------------------- */

/* As text, JSON or JSON lines (CSV and TSV: IMP_USAGE). `goods` are the descriptions of an imported edition, or NULL;
 * with words in `asked` they are searched too. */
enum imp_status imp_report_goods(const struct imp_law *law, const struct imp_goods_page *page,
                                 const struct imp_goods *goods, const char *asked,
                                 const struct imp_report_options *options, struct imp_text *text,
                                 struct imp_error *err);
enum imp_status imp_report_places(const struct imp_law *law, const struct imp_places_page *page,
                                  const struct imp_report_options *options, struct imp_text *text,
                                  struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
