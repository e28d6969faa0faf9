// SPDX-License-Identifier: Apache-2.0
// The base year of the world as the model sees it: who bought what from whom, at which tariffs, and what each
// sector needs to produce.
//
// Read once, then never changed; every solver shares it. Arrays are dense and in one order each:
//   [j][n][i]  sector, importer, exporter      flow, tariff, share
//   [n][k][j]  region, input, user             input
//   [n][j]     region, sector                  added, spent, made, final
// Money is in the unit the data states (struct economy.unit). Shares and rates are plain numbers, 0.25 is 25%.
#ifndef IMPOST_MODEL_ECONOMY_H
#define IMPOST_MODEL_ECONOMY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

enum {
  ECONOMY_REGIONS_MOST = 128,
  ECONOMY_SECTORS_MOST = 96,
  ECONOMY_SETS_MOST = 16,
  ECONOMY_GROUPS_MOST = 32
};

struct economy_name {
  const char *code, *title;
};

struct economy_set { /* a published set of trade elasticities */
  const char *name;
  const double *theta; /* [j], > 0 */
};

struct economy_group { /* a name for several regions, or for several sectors */
  const char *name;
  bool regions;
  bool has[ECONOMY_REGIONS_MOST];
};

struct economy_prefix { /* goods whose number begins so are of the sector */
  char digits[12];
  uint32_t sector;
};

struct economy_place { /* a place of the law, ISO 3166-1 alpha-2, and its region */
  char code[4];
  uint32_t region;
};

struct economy_quantity { /* what a flow is in tonnes and the like, where somebody counted */
  uint32_t sector, importer, exporter;
  double amount; /* above 0 */
  const char *unit;
};

struct economy_note { /* a statement about the data: source, licence, note */
  const char *kind, *text;
};

struct economy {
  struct arena arena;
  const char *title, *year, *unit;
  struct economy_note *notes;
  uint32_t note_count;
  uint32_t regions, sectors, sets;
  struct economy_name *region, *sector;
  struct economy_set set[ECONOMY_SETS_MOST];
  struct economy_group *group; /* room for all of them, or NULL */
  uint32_t groups;
  struct economy_prefix *prefix; /* rising by digits; may be none */
  size_t prefixes, prefix_cap;
  struct economy_place *place;
  size_t places, place_cap;
  struct economy_quantity *quantity;
  size_t quantities, quantity_cap;
  uint32_t place_rest; /* region of all other places, or UINT32_MAX */

  double *flow;   /* [j][n][i] value at the border, before import duty */
  double *tariff; /* [j][n][i] import duty of the base year, of flow */
  double *input;  /* [n][k][j] share of input k in the cost of j */

  /* Worked out by economy_settle. */
  double *share;   /* [j][n][i] of spending, duty included; rows add up to 1 or are all 0 */
  double *added;   /* [n][j] share of value added in cost: 1 - sum of inputs */
  double *spent;   /* [n][j] spending, duty included */
  double *made;    /* [n][j] sales */
  double *final;   /* [n][j] shares of final spending; given, or what inputs leave */
  double *earned;  /* [n] value added */
  double *revenue; /* [n] import duty */
  double *deficit; /* [n] imports less exports; adds up to 0 */
  bool final_given;
  bool balanced; /* the base year is itself a solution: final was not given */
};

/* Shares, sales, deficits. IMP_FINDINGS names the first bad cell: a negative or endless number, shares over 1,
 * a region that buys nothing, a sector that is sold and never made. */
enum imp_status economy_settle(struct economy *e, struct imp_error *err);

static inline size_t at_flow(const struct economy *e, uint32_t j, uint32_t n, uint32_t i) {
  return ((size_t)j * e->regions + n) * e->regions + i;
}
static inline size_t at_input(const struct economy *e, uint32_t n, uint32_t k, uint32_t j) {
  return ((size_t)n * e->sectors + k) * e->sectors + j;
}
static inline size_t at_cell(const struct economy *e, uint32_t n, uint32_t j) {
  return (size_t)n * e->sectors + j;
}

/* UINT32_MAX when there is none. Codes are compared without regard to case. */
uint32_t economy_region(const struct economy *e, struct str code);
uint32_t economy_sector(const struct economy *e, struct str code);
uint32_t economy_set_named(const struct economy *e, struct str name);

/* NULL: nobody counted it in that unit. */
const struct economy_quantity *economy_quantity(const struct economy *e, uint32_t sector,
                                                uint32_t importer, uint32_t exporter,
                                                struct str unit);
/* The longest prefix that begins the number; UINT32_MAX when none does. */
uint32_t economy_sector_of_goods(const struct economy *e, const char *digits);
uint32_t economy_region_of_place(const struct economy *e, const char *code);

/* read.c: the text format of docs/model.md. `name` is for messages. *out is freed by economy_free. */
enum imp_status economy_read(struct str text, const char *name, struct economy **out,
                             struct imp_error *err);
enum imp_status economy_new(struct economy **out, struct imp_error *err);
/* Room for the arrays once regions and sectors are known. */
enum imp_status economy_room(struct economy *e, struct imp_error *err);
/* The same trade with makers that need no inputs: all spending is final. Names are shared with `from`. */
enum imp_status economy_without_inputs(const struct economy *from, struct economy **out,
                                       struct imp_error *err);
void economy_free(struct economy *e);

#endif
