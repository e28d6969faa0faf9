// SPDX-License-Identifier: Apache-2.0
// See plan.h.
#include "panel/plan.h"

#include <string.h>

bool plan_open(struct plan *plan, const struct imp_panel *p) {
  size_t rows = p->index_places + 1u;
  *plan = (struct plan){.index_class = NOWHERE};
  plan->row_of = mem_alloc(rows * sizeof *plan->row_of);
  plan->pair_of = mem_alloc(rows * sizeof *plan->pair_of);
  plan->places = mem_alloc(rows * sizeof *plan->places);
  plan->cells = mem_alloc(rows * p->day_count * sizeof *plan->cells);
  plan->split = mem_alloc(p->day_count * sizeof *plan->split);
  if (!plan->row_of || !plan->pair_of || !plan->places || !plan->cells || !plan->split)
    return false;
  for (size_t d = 0; d < p->day_count; d++) {
    uint32_t splits = 0;
    law_splits_of(p->law->law, LAW_PLACE('U', 'S'), p->days[d], &splits);
    plan->split[d] = splits > 0;
  }
  return true;
}

void plan_free(struct plan *plan) {
  mem_free(plan->row_of);
  mem_free(plan->pair_of);
  mem_free(plan->places);
  mem_free(plan->cells);
  mem_free(plan->split);
  mem_free(plan->line_of);
  mem_free(plan->turn_of);
}

struct making {
  struct plan *plan;
  const struct imp_panel *p;
  struct index *x;
  uint32_t index_class;
};

/* Of a single day the mask of that day tells apart all that has to be, and costs less than those of all days. */
static uint32_t pair_of(const struct making *m, uint32_t place_class) {
  bool single = m->p->day_count == 1 && !m->plan->split[0];
  uint32_t segment = single ? index_segment(m->x, m->p->days[0]) : 0;
  if (single)
    return m->p->claim_count ? index_mask(m->x, m->index_class, place_class, segment)
                             : index_bare_cell(m->x, m->index_class, place_class, segment);
  return m->p->claim_count ? index_pair(m->x, m->index_class, place_class)
                           : index_bare_pair(m->x, m->index_class, place_class);
}

/* The cells of a class of places. On a day that the law splits the hour may decide, and a claim may fit one place and not
 * the other: then a pair has its cell for itself. */
static bool fill_row(const struct making *m, uint32_t place_class, uint32_t *row) {
  const struct imp_panel *p = m->p;
  bool fine = true;
  for (size_t d = 0; d < p->day_count && fine; d++) {
    uint32_t segment = index_segment(m->x, p->days[d]);
    row[d] = p->claim_count || m->plan->split[d]
                 ? index_own_cell(m->x, m->plan->pair_of[place_class], segment)
                 : index_bare_cell(m->x, m->index_class, place_class, segment);
    fine = row[d] != UINT32_MAX;
  }
  return fine;
}

static uint32_t first_place(const struct imp_panel *p, uint32_t place_class) {
  uint32_t place = 0;
  while (p->places[place].index_class != place_class) place++;
  return place;
}

/* The row of a class of places: that of an earlier one with the same pair or the same cells, or a new one. */
static bool add_row(const struct making *m, uint32_t c) {
  struct plan *plan = m->plan;
  size_t days = m->p->day_count;
  uint32_t *row = plan->cells + plan->row_count * days, k = 0;
  plan->pair_of[c] = pair_of(m, c);
  if (plan->pair_of[c] == UINT32_MAX) return false;
  while (plan->pair_of[k] != plan->pair_of[c]) k++;
  plan->row_of[c] = plan->row_of[k];
  if (k < c) return true;
  if (!fill_row(m, c, row)) return false;
  for (k = 0; memcmp(plan->cells + k * days, row, days * sizeof *row) != 0;) k++;
  plan->row_of[c] = k;
  if (k == plan->row_count) plan->places[plan->row_count++] = first_place(m->p, c);
  return true;
}

bool plan_make(struct plan *plan, const struct imp_panel *p, struct index *x,
               uint32_t index_class) {
  struct making m = {plan, p, x, index_class};
  if (plan->index_class == index_class) return true;
  plan->index_class = NOWHERE;
  plan->row_count = 0;
  for (uint32_t c = 0; c < p->index_places; c++)
    if (!add_row(&m, c)) return false;
  plan->index_class = index_class;
  return true;
}

void plan_turn(struct plan *plan) {
  plan->turn++;
}

uint32_t *plan_line(struct plan *plan, const struct imp_panel *p, uint32_t row, size_t day,
                    bool *fresh) {
  uint32_t cell = plan->cells[row * p->day_count + day];
  size_t old = plan->turn_cap;
  if (!mem_grow((void **)&plan->turn_of, &plan->turn_cap, cell + 1u, sizeof *plan->turn_of) ||
      !mem_grow((void **)&plan->line_of, &plan->line_cap, cell + 1u, sizeof *plan->line_of))
    return NULL;
  if (plan->turn_cap > old)
    memset(plan->turn_of + old, 0, (plan->turn_cap - old) * sizeof *plan->turn_of);
  *fresh = plan->turn_of[cell] != plan->turn;
  plan->turn_of[cell] = plan->turn;
  return &plan->line_of[cell];
}
