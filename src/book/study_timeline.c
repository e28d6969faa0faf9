// SPDX-License-Identifier: Apache-2.0
// The duty of a line through time.
//
// On every day on which anything written begins or ends the line is asked anew; days that answer the same are
// one step. So a step is never guessed from a window: what one statement opens another may hold shut. What made
// a step is then looked for among the edges of that day: those of measures whose rows changed, of what
// displaced them, and of lists that name the code.
#include <string.h>

#include "book/study_timeline.h"

/* ---- steps --------------------------------------------------------------------------------------------- */

static enum imp_status answer_on(struct maker *mk, imp_day day, struct imp_assessment **out) {
  struct imp_line line = *mk->line;
  struct imp_query query = *mk->all->query;
  line.on = bill_day(&mk->t->arena, day);
  query.brief = true;
  query.trace = false;
  if (!line.on) return error_no_memory(mk->err);
  if (mk->all->ask) return mk->all->ask(mk->all->user, &line, out, mk->err);
  return imp_duty(mk->law, &query, &line, out, mk->err);
}

static bool push(struct imp_timeline *t, imp_day from, struct imp_assessment *owner) {
  if (t->count == t->cap) {
    uint32_t cap = t->cap ? t->cap * 2 : 32;
    struct step *steps = arena_array(&t->arena, cap, sizeof *steps);
    if (!steps) return false;
    if (t->count) memcpy(steps, t->steps, t->count * sizeof *steps);
    t->steps = steps;
    t->cap = cap;
  }
  struct step *s = &t->steps[t->count++];
  *s = (struct step){.owner = owner, .from = from};
  s->shown.answer = imp_assessment_answer(owner);
  return true;
}

static enum imp_status take_day(struct maker *mk, imp_day day) {
  struct imp_timeline *t = mk->t;
  struct imp_assessment *as = NULL;
  enum imp_status status = answer_on(mk, day, &as);
  if (status != IMP_OK) return status;
  if (t->count && study_same(t->steps[t->count - 1].shown.answer, imp_assessment_answer(as))) {
    imp_assessment_free(as);
    return IMP_OK;
  }
  if (push(t, day, as)) return IMP_OK;
  imp_assessment_free(as);
  return error_no_memory(mk->err);
}

/* ---- windows of steps -------------------------------------------------------------------------------- */

/* The last step before i that was answered: what a step after a refusal is held against. */
static const struct imp_answer *answered_before(const struct imp_timeline *t, uint32_t i) {
  const struct imp_answer *last = t->steps[i - 1].shown.answer;
  while (i-- > 0)
    if (t->steps[i].shown.answer->status != IMP_LINE_REFUSED) return t->steps[i].shown.answer;
  return last;
}

static bool finish(struct maker *mk, imp_day to) {
  struct imp_timeline *t = mk->t;
  for (uint32_t i = 0; i < t->count; i++) {
    struct imp_step *s = &t->steps[i].shown;
    bool last = i + 1 == t->count;
    s->from = bill_day(&t->arena, t->steps[i].from);
    if (!last) s->until = bill_day(&t->arena, t->steps[i + 1].from);
    if (last && to != DAY_NEVER) s->until = bill_day(&t->arena, to + 1);
    if (!s->from || (!last && !s->until)) return false;
    if (i == 0) continue;
    if (!study_changes(&t->arena, answered_before(t, i), s->answer, &s->changes,
                       &s->change_count) ||
        !timeline_causes(mk, &t->steps[i]))
      return false;
  }
  return true;
}

/* ---- the call ------------------------------------------------------------------------------------------ */

static enum imp_status read_day(const char *text, const char *what, imp_day fallback, imp_day *out,
                                struct imp_error *err) {
  *out = fallback;
  if (!text || !*text || day_parse_any(str_of(text), out)) return IMP_OK;
  return error_set(err, IMP_USAGE, "usage.date", "write it as 2025-11-12",
                   "%s \"%.40s\" is no date", what, text);
}

/* Without a first day: January of the year of the first change. */
/* The ordinary duty of days before the first edition held is that of the first edition: where nothing but it
 * begins, there is no step to show. */
static bool only_ordinary(const struct maker *mk, const struct step *a, const struct step *b) {
  const struct imp_bill_change *c;
  uint32_t n;
  struct arena scratch = {0};
  bool only = b->from < names_first_day(mk->law->names) &&
              study_changes(&scratch, a->shown.answer, b->shown.answer, &c, &n);
  for (uint32_t k = 0; only && k < n; k++)
    for (uint32_t i = 0; i < c[k].row_count; i++)
      if (c[k].rows[i].differs && !(c[k].rows[i].after && c[k].rows[i].after->is_base))
        only = false;
  arena_free(&scratch);
  return only;
}

static void drop_ordinary(struct maker *mk) {
  struct imp_timeline *t = mk->t;
  while (t->count > 1 && only_ordinary(mk, &t->steps[0], &t->steps[1])) {
    imp_assessment_free(t->steps[0].owner);
    memmove(t->steps, t->steps + 1, (t->count - 1) * sizeof *t->steps);
    t->count--;
  }
}

static void begin_with_the_year(struct imp_timeline *t, imp_day last) {
  int year, month, day;
  imp_day first = t->count > 1 ? t->steps[1].from : last;
  day_split(first, &year, &month, &day);
  imp_day january = day_of(year, 1, 1);
  t->steps[0].from = january == first ? first - 1 : january;
}

/* The days of the law, and those of the tariff line of the code. */
static void days_of(struct maker *mk, struct study_days *days) {
  const struct study_days *all = &mk->all->days;
  uint8_t digits;
  if (!law_code_parse(str_of(mk->line->code), &mk->lo, &mk->hi, &digits)) mk->lo = 1, mk->hi = 0;
  for (uint32_t i = 0; i < all->count; i++) study_days_add(days, all->items[i]);
  if (mk->lo <= mk->hi) study_days_add_code(days, mk->law->names, (uint32_t)(mk->lo / 100u));
  study_days_sort(days);
}

/* The days any line is answered for: [*from, *until). */
static void answered_days(const struct law *law, imp_day *from, imp_day *until) {
  *from = DAY_FIRST;
  *until = DAY_NEVER;
  for (uint32_t j = 0; j < law->jurisdiction_count; j++) {
    if (law->jurisdictions[j].read_from > *from) *from = law->jurisdictions[j].read_from;
    if (law->jurisdictions[j].read_until < *until) *until = law->jurisdictions[j].read_until;
  }
}

static enum imp_status make(struct maker *mk) {
  imp_day from = mk->all->from, to = mk->all->to;
  imp_day encoded, horizon, known = mk->all->read.view.known;
  answered_days(mk->law->law, &encoded, &horizon);
  struct study_days days = {.arena = &mk->t->arena, .after = mk->all->days.after};
  days_of(mk, &days);
  if (days.failed) return error_no_memory(mk->err);
  imp_day first = days.after;
  if (first == DAY_FIRST) first = days.count ? days.items[0] - 1 : known;
  imp_day last = to == DAY_NEVER && first < horizon ? horizon - 1 : to;
  enum imp_status status = take_day(mk, first);
  for (uint32_t i = 0; i < days.count && status == IMP_OK && days.items[i] <= last; i++)
    status = take_day(mk, days.items[i]);
  if (status != IMP_OK) return status;
  if (from == DAY_FIRST) drop_ordinary(mk);
  if (from == DAY_FIRST) begin_with_the_year(mk->t, to < known ? to : known);
  return finish(mk, to) ? IMP_OK : error_no_memory(mk->err);
}

enum imp_status imp_timelines_line(const struct imp_timelines *all, const struct imp_line *line,
                                   struct imp_timeline **out, struct imp_error *err) {
  struct maker mk = {.all = all, .law = all->law, .line = line, .err = err};
  *out = NULL;
  mk.t = mem_alloc(sizeof *mk.t);
  if (!mk.t) return error_no_memory(err);
  enum imp_status status = make(&mk);
  if (status == IMP_OK)
    *out = mk.t;
  else
    imp_timeline_free(mk.t);
  return status;
}

static enum imp_status read_days(struct imp_timelines *all, const char *from, const char *to,
                                 struct imp_error *err) {
  enum imp_status status = read_day(from, "first day", DAY_FIRST, &all->from, err);
  if (status == IMP_OK) status = read_day(to, "last day", DAY_NEVER, &all->to, err);
  if (status == IMP_OK && all->to < all->from)
    return error_set(err, IMP_USAGE, "usage.date", "put the earlier day first",
                     "the last day, %s, is before the first, %s", to, from);
  return status;
}

/* Edges of the law after the first day. */
static enum imp_status find_edges(struct imp_timelines *all, struct imp_error *err) {
  imp_day encoded, horizon;
  answered_days(all->law->law, &encoded, &horizon);
  all->days = (struct study_days){.arena = &all->arena,
                                  .after = all->from == DAY_FIRST ? encoded : all->from};
  study_days_add_all(&all->days, &all->read.view);
  study_days_sort(&all->days);
  return !all->days.failed && study_events_find(&all->arena, &all->read.view, all->days.after,
                                                DAY_NEVER, &all->events)
             ? IMP_OK
             : error_no_memory(err);
}

enum imp_status imp_timelines_open(const struct imp_law *law, const struct imp_query *query,
                                   const char *from, const char *to, imp_answerer ask, void *user,
                                   struct imp_timelines **out, struct imp_error *err) {
  *out = NULL;
  struct imp_timelines *all = mem_alloc(sizeof *all);
  if (!all) return error_no_memory(err);
  all->law = law;
  all->query = query;
  all->ask = ask;
  all->user = user;
  enum imp_status status = read_days(all, from, to, err);
  if (status == IMP_OK) status = query_read(&all->arena, law, query, &all->read, err);
  if (status == IMP_OK) status = find_edges(all, err);
  if (status == IMP_OK)
    *out = all;
  else
    imp_timelines_free(all);
  return status;
}

void imp_timelines_free(struct imp_timelines *all) {
  if (!all) return;
  arena_free(&all->arena);
  mem_free(all);
}

enum imp_status imp_timeline(const struct imp_law *law, const struct imp_query *query,
                             const struct imp_line *line, const char *from, const char *to,
                             struct imp_timeline **out, struct imp_error *err) {
  struct imp_timelines *all;
  *out = NULL;
  enum imp_status status = imp_timelines_open(law, query, from, to, NULL, NULL, &all, err);
  if (status == IMP_OK) status = imp_timelines_line(all, line, out, err);
  imp_timelines_free(all);
  return status;
}

uint32_t imp_timeline_count(const struct imp_timeline *t) {
  return t->count;
}
const struct imp_step *imp_timeline_at(const struct imp_timeline *t, uint32_t i) {
  return &t->steps[i].shown;
}

void imp_timeline_free(struct imp_timeline *t) {
  if (!t) return;
  for (uint32_t i = 0; i < t->count; i++) imp_assessment_free(t->steps[i].owner);
  arena_free(&t->arena);
  mem_free(t);
}
