// SPDX-License-Identifier: Apache-2.0
// Depth-first search with its own stack: however long a chain of names is, the C stack does not grow.
#include "law/circle.h"

#include <stdlib.h>
#include <string.h>

enum { WHITE, GREY /* on the path */, BLACK /* leads into no circle */ };

bool circle_add(struct circle_graph *g, struct circle_edge e) {
  if (g->count >= CIRCLE_EDGES_MOST) return true; /* the law is refused for its size elsewhere */
  if (!mem_grow((void **)&g->edges, &g->cap, g->count + 1, sizeof *g->edges)) return false;
  g->edges[g->count++] = e;
  return true;
}

static int compare_edges(const void *x, const void *y) {
  const struct circle_edge *a = x, *b = y;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  if (a->to != b->to) return a->to < b->to ? -1 : 1;
  if (a->pos.file != b->pos.file) return a->pos.file < b->pos.file ? -1 : 1;
  return a->pos.line < b->pos.line ? -1 : a->pos.line > b->pos.line;
}

bool circle_ready(struct circle_graph *g) {
  size_t n = g->nodes;
  g->start = mem_alloc((n + 1) * sizeof *g->start);
  g->path = mem_alloc((n + 1) * sizeof *g->path);
  g->next = mem_alloc((n + 1) * sizeof *g->next);
  g->colour = mem_alloc(n + 1);
  if (!g->start || !g->path || !g->next || !g->colour) return false;
  if (g->count) qsort(g->edges, g->count, sizeof *g->edges, compare_edges);
  uint32_t at = 0;
  for (uint32_t i = 0; i <= g->nodes; i++) {
    while (at < g->count && g->edges[at].from < i) at++;
    g->start[i] = at;
  }
  return true;
}

static bool holds(const struct circle_edge *e, imp_day day) {
  return !e->off && (day == DAY_FIRST || (e->first <= day && day < e->until));
}

/* Keeps of a path of edges the end that closes the circle at `node`. */
static uint32_t cut_circle(struct circle_graph *g, uint32_t depth, uint32_t node) {
  uint32_t first = depth - 1;
  while (g->edges[g->path[first]].from != node) first--;
  memmove(g->path, g->path + first, (depth - first) * sizeof *g->path);
  return depth - first;
}

static bool search_from(struct circle_graph *g, uint32_t root, imp_day day, uint32_t *length) {
  uint32_t depth = 0, at = root;
  g->colour[root] = GREY;
  for (;;) {
    if (g->next[at] == g->start[at + 1]) { /* all its edges are followed */
      g->colour[at] = BLACK;
      if (depth == 0) return false;
      at = g->edges[g->path[--depth]].from;
      continue;
    }
    uint32_t edge = g->next[at]++;
    uint32_t to = g->edges[edge].to;
    if (!holds(&g->edges[edge], day) || g->colour[to] == BLACK) continue;
    g->path[depth++] = edge;
    if (g->colour[to] == GREY) {
      *length = cut_circle(g, depth, to);
      return true;
    }
    g->colour[to] = GREY;
    at = to;
  }
}

bool circle_search(struct circle_graph *g, imp_day day, uint32_t *length) {
  memset(g->colour, WHITE, g->nodes);
  memcpy(g->next, g->start, g->nodes * sizeof *g->next);
  for (uint32_t i = 0; i < g->nodes; i++)
    if (g->colour[i] == WHITE && search_from(g, i, day, length)) return true;
  return false;
}

void circle_free(struct circle_graph *g) {
  mem_free(g->edges);
  mem_free(g->start);
  mem_free(g->path);
  mem_free(g->next);
  mem_free(g->colour);
  *g = (struct circle_graph){0};
}
