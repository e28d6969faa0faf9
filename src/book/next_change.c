// SPDX-License-Identifier: Apache-2.0
// The next day on which a line's duty differs, under the law as known on the same day.
//
// Every day on which any window of a candidate opens or closes is tried, in order, until the bills differ.
#include "book/answer.h"
#include "book/study_days.h"

#include <string.h>

enum { TRIES_MAX = 48 };

static bool scope_is_dated(const struct law_measure *m) {
  for (uint32_t i = 0; i < m->count; i++) {
    const struct law_stmt *s = &m->stmts[i];
    if (s->kind <= LAW_IF && (s->when.from != DAY_FIRST || s->when.until != DAY_NEVER)) return true;
  }
  return false;
}

static void add_measures(struct study_days *d, struct eval *e) {
  for (uint32_t m = 0; m < e->law->measure_count; m++) {
    const struct law_measure *measure = &e->law->measures[m];
    bool candidate = e->results[m].in_scope || scope_is_dated(measure);
    for (uint32_t k = m; k != LAW_NONE && !candidate; k = e->law->measures[k].parent)
      candidate = scope_is_dated(&e->law->measures[k]);
    if (!candidate) continue;
    study_days_add_measure(d, e->view, m);
    for (uint32_t k = measure->parent; k != LAW_NONE; k = e->law->measures[k].parent)
      study_days_add_block(d, e->view, e->law->measures[k].stmts, e->law->measures[k].count);
  }
}

static void spread(const struct assessed *as, int64_t *low, int64_t *high) {
  *low = as->outcomes[0].bill.low.total;
  *high = as->outcomes[0].bill.high.total;
  for (uint32_t i = 1; i < as->count; i++) {
    if (as->outcomes[i].bill.low.total < *low) *low = as->outcomes[i].bill.low.total;
    if (as->outcomes[i].bill.high.total > *high) *high = as->outcomes[i].bill.high.total;
  }
}

/* The totals of the outcomes, each once and rising: at most so many as there are outcomes. */
static bool each_total(struct arena *a, const struct assessed *as, struct imp_answer *out) {
  int64_t *each = arena_array(a, as->count + 1u, sizeof *each);
  if (!each) return false;
  out->next_each = each;
  out->next_each_count = 0;
  for (uint32_t i = 0; i < as->count; i++) {
    int64_t total = as->outcomes[i].bill.low.total;
    uint32_t at = 0, n = out->next_each_count;
    if (total != as->outcomes[i].bill.high.total) {
      out->next_each_count = 0;
      return true;
    }
    while (at < n && each[at] < total) at++;
    if (at < n && each[at] == total) continue;
    memmove(&each[at + 1], &each[at], (n - at) * sizeof *each);
    each[at] = total;
    out->next_each_count++;
  }
  return true;
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

static bool try_day(struct answer_job *job, const struct assessed *now, struct moment at,
                    struct imp_answer *out, bool *found) {
  imp_day day = at.day;
  struct line later = job->line;
  const struct refusal *no;
  struct assessed *then = arena_alloc(job->frame.arena, sizeof *then);
  if (!then) return false;
  later.on = day;
  later.minute = (int16_t)at.minute;
  if (names_line_on(job->frame.names, (uint32_t)(later.code / 100u), day))
    later.tariff = names_line_on(job->frame.names, (uint32_t)(later.code / 100u), day);
  struct frame f = job->frame;
  f.one_basis = true;
  if (!assess_line(&f, job->view, job->fixed, &later, then)) return false;
  if (refused(then, &no)) {
    out->next_change_why = no->reason;
    out->next_low = out->next_high = -1;
  } else if (!totals_differ(now, then)) {
    return true;
  } else {
    spread(then, &out->next_low, &out->next_high);
    out->next_change_why = "";
    if (!each_total(job->frame.arena, then, out)) return false;
  }
  *found = true;
  out->next_change = bill_moment(job->frame.arena, day, at.minute);
  return out->next_change != NULL;
}

/* Later on the day of entry, when its hour is stated and the law splits the day. */
static bool try_hours(struct answer_job *job, const struct assessed *as, struct imp_answer *out,
                      bool *found) {
  uint32_t n;
  const struct law_split *splits = law_splits_of(job->frame.law, job->line.into, job->line.on, &n);
  if (job->line.minute == CLOCK_UNSTATED) return true;
  for (uint32_t i = 0; i < n && !*found; i++) {
    struct moment at = {job->line.on, splits[i].minute};
    if (splits[i].minute > job->line.minute && !try_day(job, as, at, out, found)) return false;
  }
  return true;
}

bool answer_next_change(struct answer_job *job, const struct assessed *as, struct imp_answer *out) {
  struct eval e;
  struct study_days d = {.arena = job->frame.arena, .after = job->line.on};
  bool found = false;
  if (!eval_begin(&e, &job->frame, job->view, &job->line)) return false;
  add_measures(&d, &e);
  study_days_add_lists(&d, job->view);
  study_days_sort(&d);
  if (d.failed) return false;
  if (!try_hours(job, as, out, &found)) return false;
  for (uint32_t i = 0; i < d.count && i < TRIES_MAX && !found; i++) {
    if (number_ends(job, d.items[i], out)) return true;
    if (!try_day(job, as, (struct moment){d.items[i], CLOCK_UNSTATED}, out, &found)) return false;
  }
  return true;
}
