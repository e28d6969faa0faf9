// SPDX-License-Identifier: Apache-2.0
// circle: on no day may charging measures wait for one another.
//
// A measure waits for what it yields to and, where it uses the base duty, for the base measure. Conditions
// are not looked at; windows are. Measures that only exempt wait for nobody and are left out.
#include <stdio.h>
#include <stdlib.h>

#include "law/check.h"
#include "law/circle.h"

#define STEPS_MOST 40000000u /* targets looked at before the check gives up and says so */

struct circles {
  struct check *c;
  struct circle_graph graph;
  bool *charging; /* by measure */
  size_t steps;   /* targets looked at */
  bool good;
};

static bool charges(const struct law_measure *m) {
  for (uint32_t b = 0; b < check_block_count(m); b++) {
    struct check_block block = check_block_at(m, b);
    for (uint32_t i = 0; i < block.count; i++)
      if (check_is_demand(block.stmts[i].kind)) return true;
  }
  return false;
}

static bool cond_uses_base(const struct law_cond *c) {
  if (!c) return false;
  if (c->kind == LAW_COND_COMPARE) return c->subject == LAW_SUBJ_BASE;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (cond_uses_base(c->kids[i])) return true;
  return false;
}

static void add(struct circles *s, uint32_t from, uint32_t to, const struct law_when *w,
                struct law_pos pos) {
  if (from == to || !s->charging[to] || !s->good) return;
  imp_day first = w ? w->from : DAY_FIRST, until = w ? w->until : DAY_NEVER;
  s->good = circle_add(&s->graph, (struct circle_edge){from, to, first, until, pos, false});
}

static uint32_t base_of(const struct law *law, const struct law_measure *m) {
  char name[16];
  int n = snprintf(name, sizeof name, "%.*s.base",
                   (int)(m->jurisdiction.n > 8 ? 8 : m->jurisdiction.n), m->jurisdiction.p);
  return law_find_measure(law, (struct str){name, (size_t)n});
}

/* What one block makes measure `self` wait for; `self` states it or stands under the one that does. A yield
 * to a name under the measure that states it is that measure's own and is not handed down: its parts do
 * not yield to one another by it. */
static void add_block(struct circles *s, uint32_t self, struct check_block block, uint32_t base) {
  const struct law *law = s->c->law;
  bool own = block.measure == &law->measures[self];
  if (base != LAW_NONE && block.heading && cond_uses_base(block.heading->cond))
    add(s, self, base, NULL, block.heading->pos);
  for (uint32_t i = 0; i < block.count && s->steps < STEPS_MOST; i++, s->steps++) {
    const struct law_stmt *st = &block.stmts[i];
    if (base != LAW_NONE && (st->expr.less == LAW_LESS_BASE || cond_uses_base(st->cond)))
      add(s, self, base, &st->when, st->pos);
    for (uint32_t k = 0; st->kind == LAW_YIELDS && k < st->target_count && s->steps < STEPS_MOST;
         k++, s->steps++)
      if (own || !law_name_under(law->measures[st->targets[k]].name, block.measure->name))
        add(s, self, st->targets[k], &st->when, st->pos);
  }
}

static void add_measure(struct circles *s, uint32_t self) {
  const struct law *law = s->c->law;
  uint32_t base = base_of(law, &law->measures[self]);
  for (uint32_t b = 1; b < check_block_count(&law->measures[self]); b++)
    add_block(s, self, check_block_at(&law->measures[self], b), base);
  for (uint32_t up = self; up != LAW_NONE; up = law->measures[up].parent)
    add_block(s, self, check_block_at(&law->measures[up], 0), base);
}

static void report(struct circles *s, imp_day day, uint32_t length) {
  const struct law *law = s->c->law;
  struct circle_edge *e = &s->graph.edges[s->graph.path[length - 1]];
  struct buf chain = {0}, when = {0};
  for (uint32_t i = 0; i < length && i < 6; i++) {
    struct str name = law->measures[s->graph.edges[s->graph.path[i]].to].name;
    buf_printf(&chain, "%s%.*s", i ? ", which waits for " : "", SHOW(name));
  }
  day_print(day, &when);
  struct str first = law->measures[s->graph.edges[s->graph.path[0]].from].name;
  if (!chain.failed && !when.failed)
    finding(s->c->found, LAW_CIRCLE_YIELDS, e->pos, 6,
            "End one of the yields on the day the other begins, or take one away.",
            "on %s %.*s waits for %s", day == DAY_FIRST ? "every day" : when.p, SHOW(first),
            chain.p);
  s->good = !chain.failed && !when.failed;
  buf_free(&chain);
  buf_free(&when);
  e->off = true;
}

static int compare_days(const void *x, const void *y) {
  imp_day a = *(const imp_day *)x, b = *(const imp_day *)y;
  return a < b ? -1 : a > b;
}

/* Circles can begin only on a day an edge begins. */
static void search_days(struct circles *s) {
  size_t n = s->graph.count, kept = 0;
  uint32_t length;
  imp_day *days = mem_alloc((n + 1) * sizeof *days);
  if (!days) {
    s->good = false;
    return;
  }
  for (size_t i = 0; i < n; i++) /* the day before all days is none: take one that is */
    days[i] = s->graph.edges[i].first == DAY_FIRST ? DAY_FIRST + 1 : s->graph.edges[i].first;
  qsort(days, n, sizeof *days, compare_days);
  for (size_t i = 0; i < n; i++)
    if (i == 0 || days[i] != days[i - 1]) days[kept++] = days[i];
  size_t most = n ? (size_t)50000000 / n : 0; /* searches that may be paid for */
  for (size_t i = 0; i < kept && i < most && s->good; i++)
    while (s->good && circle_search(&s->graph, days[i], &length))
      report(s, days[i] == DAY_FIRST + 1 ? DAY_FIRST : days[i], length);
  mem_free(days);
}

void check_circle(struct check *c) {
  const struct law *law = c->law;
  struct circles s = {.c = c, .graph = {.nodes = law->measure_count}, .good = true};
  uint32_t length;
  s.charging = mem_alloc((law->measure_count + 1) * sizeof *s.charging);
  s.good = s.charging != NULL;
  for (uint32_t i = 0; i < law->measure_count && s.good; i++)
    s.charging[i] = charges(&law->measures[i]);
  for (uint32_t i = 0; i < law->measure_count && s.good; i++)
    if (s.charging[i]) add_measure(&s, i);
  if (s.steps >= STEPS_MOST || s.graph.count >= CIRCLE_EDGES_MOST)
    finding(c->found, LAW_PARSE_SIZE, law->measures[0].pos, 1,
            "Name fewer measures, or check a part of the law at a time.",
            "measures wait for one another too often to look for circles");
  s.good = s.good && circle_ready(&s.graph);
  if (s.good && circle_search(&s.graph, DAY_FIRST, &length)) /* a circle over all days together? */
    search_days(&s);
  c->failed |= !s.good;
  circle_free(&s.graph);
  mem_free(s.charging);
}
