// SPDX-License-Identifier: Apache-2.0
// Which cells of a class of numbers have to be asked.
//
// Cells that the index cannot tell apart say the same whatever the columns of the schedule are, so one of them
// is asked for all; places whose cells are the same on every day share a row. A plan is made once for a class
// of numbers and serves every group of it.
#ifndef IMPOST_PANEL_PLAN_H
#define IMPOST_PANEL_PLAN_H

#include "panel/panel_own.h"

struct plan {
  uint32_t index_class;       /* that it is for; NOWHERE: none yet */
  uint32_t *row_of, *pair_of; /* per class of places of the index */
  bool *split;                /* per day: the law splits it */
  uint32_t *places;           /* per row: the first place of the panel that has it */
  uint32_t row_count;
  uint32_t *cells;             /* row x day: what its answer is shared by */
  uint32_t *line_of, *turn_of; /* per such number: the line that was asked for it, in which turn */
  size_t line_cap, turn_cap;
  uint32_t turn;
};

/* Room for the places and days of the panel. False: out of memory. */
bool plan_open(struct plan *plan, const struct imp_panel *p);
void plan_free(struct plan *plan);

/* Makes it that of a class of numbers, with the index of the batch that is asked. False: out of memory. */
bool plan_make(struct plan *plan, const struct imp_panel *p, struct index *x, uint32_t index_class);

/* Begins a new choice of lines: nothing is asked yet. */
void plan_turn(struct plan *plan);
/* Where the line of a cell of row x day is kept for this turn; *fresh: nothing is there yet. NULL: out of memory. */
uint32_t *plan_line(struct plan *plan, const struct imp_panel *p, uint32_t row, size_t day,
                    bool *fresh);

#endif
