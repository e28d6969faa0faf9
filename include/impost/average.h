// SPDX-License-Identifier: Apache-2.0
// Average statutory rates, weighted by the imports of 2024.
//
// Every cell of the panel (impost/panel.h) that has a rate counts with its trade, twice: as owed when nothing
// is claimed, and with the shares of trade for which the USMCA and the exclusions from Section 301 are claimed
// in the statistics. What has no rate (duties by quantity, refused, prohibited, numbers that are not in the
// schedule) is left out of the average, and how much trade that is is told. Averages are in hundred-millionths
// of the value, as in the panel; trade is in thousands of dollars of 2024. See docs/rate.md.
//
// Of a place whose ordinary duty is not encoded, but whose imports are held beside its law, the averages are of its
// additional duties alone, and the notes of the answer say what is not in them.
#ifndef IMPOST_AVERAGE_H
#define IMPOST_AVERAGE_H

#include "impost/panel.h"
#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_average_by {
  IMP_AVERAGE_BY_DAY,
  IMP_AVERAGE_BY_PLACE,
  IMP_AVERAGE_BY_CHAPTER,
  IMP_AVERAGE_BY_PROGRAMME,
  IMP_AVERAGE_BY_HS6
};

struct imp_average_row;
struct imp_average_options {
  enum imp_average_by by;
  const char
      *into; /* of imp_average_place; NULL: whose schedule is held. Not BY_DAY, BY_PROGRAMME */
  const char *from, *to; /* BY_DAY; as in imp_panel_options */
  const char *on;        /* else: the day; NULL: the known day */
  const char *code;      /* as in imp_panel_options */
  const char *const *places;
  uint32_t place_count;
  const char *use; /* year of the shares of the USMCA: "2024" or "2025"; NULL: 2025 */
  uint32_t jobs;
  /* Told of every number (row->key: ten digits, of another place six and noughts) and place with its trade on the
   * day, in order, by the caller's thread; NULL: nobody is. */
  void (*cell)(void *user, const char *place, const struct imp_average_row *row);
  void *user;
};

struct imp_mean { /* over `rated` thousands of dollars; low and high differ where a fact decides */
  int64_t rated, low, high;
};

struct imp_average_row {
  const char *key;   /* first day, place, chapter, programme, six digits; NULL: all together */
  const char *until; /* BY_DAY: first day off; else NULL */
  int64_t trade;
  struct imp_mean statutory, used; /* BY_PROGRAMME: the programme's part of the average of all */
  int64_t by_quantity, by_unit, refused, prohibited, unlisted; /* trade left out of `statutory` */
};

struct imp_average; /* owns the rows and their texts */

/* IMP_IO when the tables of trade below the folder of law cannot be read. */
enum imp_status imp_average_make(const struct imp_law *law, const struct imp_query *query,
                                 const struct imp_average_options *options,
                                 struct imp_average **out, struct imp_error *err);
void imp_average_free(struct imp_average *r);
uint32_t imp_average_count(const struct imp_average *r);
const struct imp_average_row *imp_average_at(const struct imp_average *r, uint32_t i);
/* All together; of BY_DAY: on the last day. */
const struct imp_average_row *imp_average_total(const struct imp_average *r);

/* What the weights are: "imports of 2024". */
const char *imp_average_trade(const struct imp_average *r);
/* What is not in it, in words; NULL: no more. */
const char *imp_average_note(const struct imp_average *r, uint32_t i);
/* The i-th other place whose additional duties and imports are held, as ISO 3166-1 alpha-2 into `out`. False: no more. */
bool imp_average_place(const struct imp_law *law, uint32_t i, char out[3]);

enum imp_average_form { IMP_AVERAGE_TEXT, IMP_AVERAGE_JSON, IMP_AVERAGE_CSV, IMP_AVERAGE_SVG };
/* SVG is for BY_DAY alone. */
enum imp_status imp_report_average(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_average *r,
                                   const struct imp_average_options *what,
                                   enum imp_average_form form,
                                   const struct imp_report_options *options, struct imp_text *out,
                                   struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
