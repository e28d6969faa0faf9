// SPDX-License-Identifier: Apache-2.0
// The next day on which a line's duty differs, under the law as known on the same day.
//
// Every day on which any window of a candidate opens or closes is tried, in order, until the bills differ.
#include <stdlib.h>

#include "book/answer.h"

enum { DAYS_MAX = 512, TRIES_MAX = 48 };

struct days {
  imp_day items[DAYS_MAX];
  uint32_t count;
  imp_day after;
};

static void add_day(struct days *d, imp_day day) {
  if (day <= d->after || day == DAY_NEVER || d->count == DAYS_MAX) return;
  for (uint32_t i = 0; i < d->count; i++)
    if (d->items[i] == day) return;
  d->items[d->count++] = day;
}

static void add_window(struct days *d, const struct view *v, const struct law_when *w) {
  if (law_when_known(v->law, w) > v->known) return;
  add_day(d, w->from);
  add_day(d, w->until);
}

/* Tests like `entered before 2025-05-28` are edges too. */
static void add_entered(struct days *d, const struct law_cond *c) {
  if (!c) return;
  if (c->kind == LAW_COND_BEFORE && c->fact_index == LAW_NONE) add_day(d, c->day);
  for (uint32_t i = 0; i < c->kid_count; i++) add_entered(d, c->kids[i]);
}

static void add_block(struct days *d, const struct view *v, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    add_window(d, v, &s[i].when);
    if (s[i].kind == LAW_ENDS && law_when_known(v->law, &s[i].when) <= v->known)
      add_day(d, s[i].day);
    add_entered(d, s[i].cond);
  }
}

static void add_lists(struct days *d, const struct view *v) {
  for (uint32_t l = 0; l < v->law->list_count; l++)
    for (uint32_t i = 0; i < v->law->lists[l].count; i++)
      add_window(d, v, &v->law->lists[l].lines[i].when);
}

static bool scope_is_dated(const struct law_measure *m) {
  for (uint32_t i = 0; i < m->count; i++) {
    const struct law_stmt *s = &m->stmts[i];
    if (s->kind <= LAW_IF && (s->when.from != DAY_FIRST || s->when.until != DAY_NEVER)) return true;
  }
  return false;
}

static void add_measures(struct days *d, struct eval *e) {
  for (uint32_t m = 0; m < e->law->measure_count; m++) {
    const struct law_measure *measure = &e->law->measures[m];
    bool candidate = e->results[m].in_scope || scope_is_dated(measure);
    for (uint32_t k = m; k != LAW_NONE && !candidate; k = e->law->measures[k].parent)
      candidate = scope_is_dated(&e->law->measures[k]);
    if (!candidate) continue;
    add_block(d, e->view, measure->stmts, measure->count);
    for (uint32_t h = 0; h < measure->heading_count; h++) {
      add_block(d, e->view, measure->headings[h].stmts, measure->headings[h].count);
      add_entered(d, measure->headings[h].cond);
    }
    for (uint32_t k = measure->parent; k != LAW_NONE; k = e->law->measures[k].parent)
      add_block(d, e->view, e->law->measures[k].stmts, e->law->measures[k].count);
  }
}

static int by_day(const void *x, const void *y) {
  const imp_day *a = x, *b = y;
  return *a < *b ? -1 : *a > *b;
}

static void spread(const struct assessed *as, int64_t *low, int64_t *high) {
  *low = as->outcomes[0].bill.low.total;
  *high = as->outcomes[0].bill.high.total;
  for (uint32_t i = 1; i < as->count; i++) {
    if (as->outcomes[i].bill.low.total < *low) *low = as->outcomes[i].bill.low.total;
    if (as->outcomes[i].bill.high.total > *high) *high = as->outcomes[i].bill.high.total;
  }
}

static bool refused(const struct assessed *as, const struct refusal **no) {
  for (uint32_t i = 0; i < as->count; i++)
    if (as->outcomes[i].bill.refusal.id) {
      *no = &as->outcomes[i].bill.refusal;
      return true;
    }
  return false;
}

static bool totals_differ(const struct assessed *a, const struct assessed *b) {
  if (a->count != b->count) return true;
  for (uint32_t i = 0; i < a->count; i++)
    if (a->outcomes[i].bill.low.total != b->outcomes[i].bill.low.total ||
        a->outcomes[i].bill.high.total != b->outcomes[i].bill.high.total)
      return true;
  return false;
}

static bool number_ends(const struct answer_job *job, imp_day day, struct imp_answer *out) {
  struct names_number n;
  if (!names_number(job->frame.names, job->line.code, &n) || n.until > day) return false;
  out->next_change = bill_day(job->frame.arena, n.until);
  out->next_change_why = "the number ends; its goods get another";
  out->next_low = out->next_high = -1;
  return true;
}

static bool try_day(struct answer_job *job, const struct assessed *now, imp_day day,
                    struct imp_answer *out, bool *found) {
  struct line later = job->line;
  const struct refusal *no;
  struct assessed *then = arena_alloc(job->frame.arena, sizeof *then);
  if (!then) return false;
  later.on = day;
  if (names_line_on(job->frame.names, (uint32_t)(later.code / 100u), day))
    later.tariff = names_line_on(job->frame.names, (uint32_t)(later.code / 100u), day);
  if (!assess_line(&job->frame, job->view, job->fixed, &later, then)) return false;
  if (refused(then, &no)) {
    out->next_change_why = no->reason;
    out->next_low = out->next_high = -1;
  } else if (!totals_differ(now, then)) {
    return true;
  } else {
    spread(then, &out->next_low, &out->next_high);
    out->next_change_why = "";
  }
  *found = true;
  out->next_change = bill_day(job->frame.arena, day);
  return out->next_change != NULL;
}

bool answer_next_change(struct answer_job *job, const struct assessed *as, struct imp_answer *out) {
  struct eval e;
  struct days *d = arena_alloc(job->frame.arena, sizeof *d);
  bool found = false;
  if (!d || !eval_begin(&e, &job->frame, job->view, &job->line)) return false;
  d->after = job->line.on;
  add_measures(d, &e);
  add_lists(d, job->view);
  qsort(d->items, d->count, sizeof *d->items, by_day);
  for (uint32_t i = 0; i < d->count && i < TRIES_MAX && !found; i++) {
    if (number_ends(job, d->items[i], out)) return true;
    if (!try_day(job, as, d->items[i], out, &found)) return false;
  }
  return true;
}
