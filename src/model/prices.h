// SPDX-License-Identifier: Apache-2.0
// The price push: what consumers of one region pay when its imports get dearer, in detail, wages held.
#ifndef IMPOST_MODEL_PRICES_H
#define IMPOST_MODEL_PRICES_H

#include "model/economy.h"

struct
    price_use { /* dollars of an input for each dollar made; or producers' value within a category */
  uint32_t user, input;
  double share;
};

struct price_category {
  const char *title;
  double paid;           /* by purchasers, trade and transport included */
  uint32_t first, count; /* of parts */
};

struct prices {
  struct arena arena;
  uint32_t region; /* of the economy */
  const char *year;
  uint32_t commodities, categories;
  const char **code;
  uint32_t *sector; /* UINT32_MAX: none of goods */
  double *imported; /* [commodity] share of what consumers buy of it */
  struct price_use *domestic, *import, *part;
  size_t domestics, imports, parts, domestic_cap, import_cap, part_cap;
  struct price_category *category;
  struct economy_note *notes;
  uint32_t note_count;
};

enum imp_status prices_read(const struct economy *e, struct str text, const char *name,
                            struct prices **out, struct imp_error *err);
void prices_free(struct prices *p);

/* `dearer`: [sector] rise of what importers pay, a fraction. Fills `change` [category] and returns that of all of them.
 * `room`: three numbers a commodity. */
double prices_push(const struct prices *p, const double *dearer, double *change, double *room);

#endif
