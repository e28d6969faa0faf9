// SPDX-License-Identifier: Apache-2.0
// A shock: outcomes side by side, each a list of statements about wedges (docs/model.md, shocks).
//
// A shock names regions and sectors of the base year it was read for. It holds no numbers of the base year, so that
// the same text can be asked of other data with the same names.
#ifndef IMPOST_MODEL_SHOCK_H
#define IMPOST_MODEL_SHOCK_H

#include "model/scenario.h"

enum { SHOCK_OUTCOMES_MOST = 8 };

enum shock_kind {
  SHOCK_TARIFF,
  SHOCK_EXPORT_TAX,
  SHOCK_COST,
  SHOCK_BAN,
  SHOCK_LIMIT,
  SHOCK_FLOOR,
  SHOCK_SHORT /* what is delivered within weeks, for the short-run layer alone */
};

struct shock_statement {
  enum shock_kind kind;
  uint32_t outcome; /* UINT32_MAX: of all */
  uint32_t line;
  bool into[ECONOMY_REGIONS_MOST], from[ECONOMY_REGIONS_MOST], on[ECONOMY_SECTORS_MOST];
  bool is;        /* the rate itself, not a step */
  double value;   /* rate, or quantity over the base year's */
  double charged; /* of a tariff: on the base year's trade, before anybody moves; NAN: the value */
  double scope;   /* share of each cell */
  enum rent rent;
  double kept, kept_sd; /* a floor: how much of what was promised is done */
  const char *text;     /* as written; NULL: made of law */
};

struct shock_outcome {
  const char *name, *title;
  double odds; /* NAN when not given */
};

struct shock {
  struct arena arena;
  const char *title;
  uint32_t outcomes;
  struct shock_outcome outcome[SHOCK_OUTCOMES_MOST];
  struct shock_statement *statements;
  size_t count, cap;
  struct economy_note *notes;
  uint32_t note_count;
};

/* IMP_USAGE with the line and what is wrong: a word, a region, a sector, a base year that is another's. */
enum imp_status shock_read(const struct economy *e, struct str text, const char *name,
                           struct shock **out, struct imp_error *err);
/* IMP_USAGE "model.shock.odds" when odds do not add up; one that is left gets the rest. */
enum imp_status shock_odds_check(struct shock *s, struct imp_error *err);
/* shock_check.c: a region by its code, its title, or a place that is one by itself ("CN"); UINT32_MAX: none, and *part is
 * the region it is only a part of, or UINT32_MAX. */
uint32_t shock_region(const struct economy *e, struct str word, uint32_t *part);
/* The code of the region or sector that was meant perhaps; NULL: none is near. */
const char *shock_nearest(const struct economy *e, struct str word, bool regions);
/* IMP_USAGE: trade at home alone, two rates of one cell in one outcome, a rate that none is. `name`: of the text. Notes rates over duties that are not known. */
enum imp_status shock_check(const struct economy *e, struct shock *s, const char *name,
                            struct imp_error *err);
/* One note more; past the most there can be it is left out. */
enum imp_status shock_note(struct shock *into, const struct economy_note *n, struct imp_error *err);
/* See imp_shock_join. */
enum imp_status shock_join(struct shock *into, const struct shock *from, struct imp_error *err);
void shock_free(struct shock *s);

/* An outcome's statements onto a scenario. `kept` scales the promise of every floor (NULL: each its own mean). */
enum imp_status shock_apply(const struct shock *s, uint32_t outcome, const double *kept,
                            struct scenario *what, struct imp_error *err);

#endif
