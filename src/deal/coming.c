// SPDX-License-Identifier: Apache-2.0
// What changes within days to come, on both sides: duties as the book finds them, and here controls, fees, planned
// meetings and last days of promises, and first what is past due. See impost/study.h and book/coming.h.
#include "deal/coming.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "book/bill.h"
#include "book/follow.h"

/* ---- the call ------------------------------------------------------------------------------------------------------------------ */

/* What is past due, what hangs on it since, what is to come. */
static int part_of(const struct imp_coming *c) {
  return c->in_days > 0 ? 2 : c->kind >= IMP_COMING_QUESTION ? 0 : 1;
}

/* Day by day; law before what is said of it, then lists, questions, meetings and promises. */
static int by_day(const void *x, const void *y) {
  const struct imp_coming *a = x, *b = y;
  if (part_of(a) != part_of(b)) return part_of(a) - part_of(b);
  if (a->in_days != b->in_days) return a->in_days < b->in_days ? -1 : 1;
  int late_a = a->kind >= IMP_COMING_QUESTION ? (int)a->kind : 0;
  int late_b = b->kind >= IMP_COMING_QUESTION ? (int)b->kind : 0;
  if (late_a != late_b) return late_a < late_b ? -1 : 1;
  int d = strcmp(a->event.measure, b->event.measure);
  if (!d) d = strcmp(a->event.heading, b->event.heading);
  if (!d && a->kind != b->kind) d = a->kind < b->kind ? -1 : 1;
  if (!d && a->event.where.line != b->event.where.line)
    d = a->event.where.line < b->event.where.line ? -1 : 1;
  return d ? d : strcmp(a->outcome ? a->outcome : "", b->outcome ? b->outcome : "");
}

/* Nothing is pending but the picks: what an act that only speaks states is there because of them. */
static void mark_picked(struct coming *f) {
  for (uint32_t i = 0; i < f->u->count; i++) {
    struct imp_coming *c = &f->u->items[i];
    uint32_t act = c->kind == IMP_COMING_LAW && c->event.act
                       ? law_find_act(f->law, str_of(c->event.act))
                       : LAW_NONE;
    c->as_picked = act != LAW_NONE && !f->law->acts[act].binds;
  }
}

static bool find_all(struct coming *f, const struct imp_law *law) {
  const struct law_deal *d = f->law->deal;
  const struct coming_blocks controls = {d->controls, d->control_count, "control"},
                             fees = {d->fees, d->fee_count, "fee"};
  follow_stands(&f->query.view, f->query.fixed);
  f->u->on = bill_day(f->arena, f->on);
  f->u->until = bill_day(f->arena, f->last);
  return f->u->on && f->u->until && coming_of_questions(f) && coming_of_past(f, law) &&
         coming_of_measures(f) && coming_of_blocks(f, &controls) && coming_of_blocks(f, &fees) &&
         coming_of_meetings(f);
}

enum imp_status imp_upcoming(const struct imp_law *law, const struct imp_query *query,
                             uint32_t within, struct imp_upcoming **out, struct imp_error *err) {
  *out = NULL;
  struct imp_upcoming *u = mem_alloc(sizeof *u);
  if (!u) return error_no_memory(err);
  struct coming f = {.u = u, .arena = &u->arena, .law = law->law};
  enum imp_status status = query_read(&u->arena, law, query, &f.query, err);
  f.on = f.query.on;
  f.last = f.on + (imp_day)(within < 36600u ? within : 36600u);
  if (status == IMP_OK && !find_all(&f, law)) status = error_no_memory(err);
  if (status == IMP_OK) status = coming_of_pledges(&f, law, query, err);
  if (status == IMP_OK && u->arena.failed) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_upcoming_free(u);
    return status;
  }
  mark_picked(&f);
  if (u->count) qsort(u->items, u->count, sizeof *u->items, by_day);
  *out = u;
  return IMP_OK;
}

uint32_t imp_upcoming_count(const struct imp_upcoming *u) {
  return u->count;
}
const struct imp_coming *imp_upcoming_at(const struct imp_upcoming *u, uint32_t i) {
  return &u->items[i];
}
const char *imp_upcoming_on(const struct imp_upcoming *u) {
  return u->on;
}
const char *imp_upcoming_until(const struct imp_upcoming *u) {
  return u->until;
}

void imp_upcoming_free(struct imp_upcoming *u) {
  if (!u) return;
  arena_free(&u->arena);
  mem_free(u);
}
