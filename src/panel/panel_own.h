// SPDX-License-Identifier: Apache-2.0
// Inside of a panel.
//
// goods.c lists the numbers, cuts the days and puts numbers that can only be asked alike into groups; fill.c
// asks the batch of one number of each group, on several threads; merge.c joins what the threads found into
// classes, in the order of the groups, so the result does not hang on how many threads there were.
//
// A strip is the programs of one number and place, day by day. A program is what one cell says, with the
// columns of the schedule left open: "the general column, and 25%, and 15% less the base duty".
#ifndef IMPOST_PANEL_OWN_H
#define IMPOST_PANEL_OWN_H

#include "base/day.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/num.h"
#include "book/open.h"
#include "book/query.h"
#include "impost/batch.h"
#include "impost/panel.h"
#include "index/index.h"
#include "panel/set.h"

#define PANEL_DOLLARS 1000000 /* the value every cell is asked for */
#define NO_SHARE      (-1)    /* a rate that is no share of the value */
#define NOWHERE       UINT32_MAX

enum { PANEL_ROWS = IMP_BATCH_ROWS, JOBS_MOST = 64 };

/* How the amount of a row follows from the value and the columns of the number. */
enum row_kind {                  /* numbers of docs/panel.md */
                ROW_SHARE,       /* share of the value */
                ROW_GENERAL,     /* the general column of the number */
                ROW_COLUMN_2,    /* its column 2 */
                ROW_SPECIAL,     /* its special column: share, as found for the group */
                ROW_LESS_BASE,   /* share of the value less the base duty, never below nothing */
                ROW_FIXED,       /* as found for the group */
                ROW_MONEY,       /* an amount of money or by quantity: no share */
                ROW_LESS_GENERAL /* share of the value less the general column */
};

struct prog_row {
  uint32_t measure, heading, rate; /* texts */
  uint8_t kind, is_base;
  uint16_t programme;
  int64_t share;
};

struct prog {
  uint32_t status, why; /* why: a text */
  uint32_t first, count;
  int64_t low, high; /* RANGE and OPEN: the totals */
};

struct column_text { /* a column of the schedule */
  struct str text;
  int64_t share; /* NO_SHARE: by quantity, or none */
  bool by_unit;
};

struct
    code_row { /* a number while it and its columns stay the same, within the days of the panel */
  uint64_t code;
  imp_day from, until;
  uint32_t general, column2, special; /* special 0 unless claims are made */
  uint32_t class;                     /* until merge_groups: its group */
};

struct group { /* numbers of which one is asked for all */
  uint64_t code;
  imp_day from, until;
  uint32_t index_class, general, column2;
};

struct place_row {
  uint16_t iso2;
  uint32_t index_class, class;
};

struct imp_panel {
  const struct imp_law *law;
  struct arena arena;
  struct imp_query query; /* texts in the arena */
  struct query read;
  imp_day from, until;
  const char *const *claims;
  uint32_t claim_count, jobs;

  struct code_row *codes;
  size_t code_count, code_cap;
  struct place_row *places;
  uint32_t place_count;
  imp_day *days;
  size_t day_count, day_cap;
  struct column_text *columns;
  size_t column_count, column_cap;
  struct set column_ids, group_ids;
  struct group *groups;
  size_t group_count, group_cap;

  uint32_t index_places; /* classes of places in the index */
  uint32_t class_count, place_class_count;
  struct set strips; /* each day_count numbers of programs */
  uint32_t *cells;   /* class x place class: strips */
  struct prog *progs;
  size_t prog_count, prog_cap;
  struct prog_row *rows;
  size_t row_count, row_cap;
  struct set texts;     /* with their final NUL */
  uint32_t *programmes; /* texts, in the order of the law */
  uint32_t programme_count;
  uint64_t cell_count, by_quantity, by_status[IMP_CELL_STATUSES];
  struct imp_panel_row *shown; /* of the cell last asked for */
};

/* goods.c. False: out of memory. */
bool goods_list(struct imp_panel *p, struct str prefix);
bool goods_group(struct imp_panel *p, struct index *x);
bool days_list(struct imp_panel *p, const struct index *x);
bool read_column(struct str text, struct column_text *out);

/* fill.c: what a thread found. Its texts and programs have its own numbers. */
struct shape_info { /* of a shape of the thread's batch */
  bool known;
  uint8_t kind[PANEL_ROWS];
  int64_t share[PANEL_ROWS]; /* of LESS rows: the share before taking off */
};

struct found_prog { /* one program of a thread, as interned; `share` of its rows follow */
  uint32_t status, shape, why, pad;
  uint64_t fixed; /* bit of each row that is kept as found */
  int64_t low, high;
};

struct worker {
  struct imp_panel *p;
  struct imp_batch *batch;
  struct set progs, strips, whys;
  struct shape_info *shapes;
  size_t shape_cap;
  uint32_t *place_ids; /* of the batch, per place of the panel */
  uint32_t facts;
  struct lanes *lanes; /* columns of one group */
  enum imp_status status;
  struct imp_error err;
};

struct group_strips { /* per group: its thread, and strips by class of places in the index */
  uint32_t worker;
  uint32_t *strips;
};

enum imp_status fill_groups(struct imp_panel *p, struct worker *workers, uint32_t jobs,
                            struct group_strips *out, struct imp_error *err);
void workers_free(struct worker *workers, uint32_t jobs);

/* merge.c */
enum imp_status merge_groups(struct imp_panel *p, const struct worker *workers,
                             const struct group_strips *found, struct imp_error *err);

/* What a cell comes to. */
struct cell_sums {
  int64_t base; /* NO_SHARE: by quantity */
  bool total;
  int64_t low, high;
};
int64_t panel_row_share(const struct imp_panel *p, const struct prog_row *r,
                        const struct code_row *c, int64_t base);
struct cell_sums panel_sums(const struct imp_panel *p, const struct prog *g,
                            const struct code_row *c);
/* NULL: the number is not in the panel that day. */
const struct code_row *panel_find(const struct imp_panel *p, uint64_t code, imp_day day);
/* Digits of the beginning of a number, points left out. */
enum imp_status panel_prefix(const char *text, char out[16], struct imp_error *err);
const char *panel_text(const struct imp_panel *p, uint32_t text);
uint32_t panel_strip(const struct imp_panel *p, const struct code_row *c, uint32_t place);
const uint32_t *panel_progs(const struct imp_panel *p, uint32_t strip);

#endif
