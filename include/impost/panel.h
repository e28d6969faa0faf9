// SPDX-License-Identifier: Apache-2.0
// The panel: the rate of every ten-digit number, of every place, on every day on which something changes.
//
// A panel is one question (law, known day, basis, picks) asked of all goods and places at once, without facts
// and with no claim but those given. Every cell is an answer of the batch evaluator (impost/batch.h) for a
// value of one million dollars; numbers and places whose cells are all alike are one class. Shares are in
// hundred-millionths of the value: 25% is 25,000,000, which is also the cents due on a million dollars.
// A duty by quantity is no share: its cell keeps the rate as text and has no total. See docs/panel.md.
#ifndef IMPOST_PANEL_H
#define IMPOST_PANEL_H

#include "impost/duty.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

#define IMP_SHARE_WHOLE 100000000 /* a share of 100% */

struct imp_panel;

struct imp_panel_options {
  const char *from, *to; /* first and last day of entry; NULL: 2025-01-01 and the known day */
  const char *code;      /* digits that the numbers begin with; NULL: all of them */
  const char *const *places;
  uint32_t place_count; /* 0: all */
  const char *const *claims;
  uint32_t claim_count; /* made on every line; 0: none is */
  uint32_t jobs;        /* threads; 0: one */
};

/* Asks for every cell. `law` must outlive the panel. IMP_USAGE when a day, place or code is none. */
enum imp_status imp_panel_make(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_panel_options *options, struct imp_panel **out,
                               struct imp_error *err);
void imp_panel_free(struct imp_panel *p);

enum imp_cell_status {
  IMP_CELL_NONE,       /* the number is not in the schedule that day */
  IMP_CELL_OK,         /* one rate */
  IMP_CELL_RANGE,      /* a fact that nothing presumes decides: from low to high */
  IMP_CELL_OPEN,       /* an open question decides: from low to high over its outcomes */
  IMP_CELL_UNIT,       /* which duties apply hangs on the value of a unit of the goods */
  IMP_CELL_REFUSED,    /* `why` is the id of the refusal */
  IMP_CELL_PROHIBITED, /* the import is banned */
  IMP_CELL_STATUSES
};

struct imp_panel_row {
  const char *measure, *heading;
  const char *rate; /* as written; of a column of the schedule, that of the number */
  bool is_base;
  bool by_quantity; /* not a share of the value: `share` is 0 */
  int64_t share;
};

struct imp_panel_cell {
  enum imp_cell_status status;
  const char *why; /* id of the refusal, or the questions that are open; else NULL */
  bool total;      /* low and high are told */
  int64_t low, high;
  const struct imp_panel_row *rows; /* of the high end; as long as the panel, until the next call */
  uint32_t row_count;
};

/* One cell. False: the panel has no such number, place or day. */
bool imp_panel_cell(struct imp_panel *p, uint64_t code, const char *place, const char *day,
                    struct imp_panel_cell *out);

struct imp_panel_counts {
  uint32_t codes, code_rows, places, days;
  uint32_t code_classes, place_classes, strips, programs;
  uint64_t cells;                        /* number x place x day, where the number is valid */
  uint64_t by_status[IMP_CELL_STATUSES]; /* of them; NONE: none */
  uint64_t
      by_quantity; /* of those OK, RANGE or OPEN: with a base duty that is no share of the value */
};
struct imp_panel_counts imp_panel_count(const struct imp_panel *p);

/* Takes the next bytes. Anything but IMP_OK ends the writing and is returned. */
typedef enum imp_status (*imp_panel_put)(void *user, const void *bytes, size_t n,
                                         struct imp_error *err);

/* The class-coded form; layout in docs/panel.md. */
enum imp_status imp_panel_write(const struct imp_panel *p, imp_panel_put put, void *user,
                                struct imp_error *err);
/* Rows of code, place, from, until and the rates by programme; neighbouring days that say the same are one
 * row. *rows: how many. */
enum imp_status imp_panel_csv(const struct imp_panel *p, imp_panel_put put, void *user,
                              uint64_t *rows, struct imp_error *err);
/* The same rolled up to six digits: numbers, those with one rate, and the least, plain mean and most of it. */
enum imp_status imp_panel_hs6(const struct imp_panel *p, imp_panel_put put, void *user,
                              uint64_t *rows, struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
