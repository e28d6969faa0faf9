// SPDX-License-Identifier: Apache-2.0
// Circles in a graph whose edges hold on some days: lists that name lists, measures that wait for measures.
#ifndef IMPOST_LAW_CIRCLE_H
#define IMPOST_LAW_CIRCLE_H

#include "law/law.h"

struct circle_edge {
  uint32_t from, to;
  imp_day first, until; /* half-open */
  struct law_pos pos;   /* what states it */
  bool off;             /* left out: its circle is reported */
};

struct circle_graph {
  uint32_t nodes;
  struct circle_edge *edges; /* by `from` after circle_ready */
  size_t count, cap;
  uint32_t *start; /* of each node's edges; nodes + 1 of them */
  uint32_t *path;  /* the circle found: indices of its edges, in order */
  uint32_t *next;  /* scratch of the search */
  uint8_t *colour;
};

#define CIRCLE_EDGES_MOST (4u << 20)

bool circle_add(struct circle_graph *g, struct circle_edge e); /* false: out of memory */
bool circle_ready(struct circle_graph *g);                     /* after the last edge */
/* One circle of edges that hold on `day` (DAY_FIRST: on any day); false when there is none. */
bool circle_search(struct circle_graph *g, imp_day day, uint32_t *length);
void circle_free(struct circle_graph *g);

#endif
