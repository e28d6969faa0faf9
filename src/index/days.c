// SPDX-License-Identifier: Apache-2.0
// Segments: stretches of days in which no window of the law opens or closes; epochs are coarser ones, in
// which no line of a list of goods (or of places) does.
#include <stdlib.h>
#include <string.h>

#include "index/index_own.h"

struct days {
  imp_day *p;
  size_t count, cap;
  bool failed;
};

static void take_day(void *user, imp_day day) {
  struct days *d = user;
  if (!mem_grow((void **)&d->p, &d->cap, d->count + 1, sizeof *d->p))
    d->failed = true;
  else
    d->p[d->count++] = day;
}

static void take_moment(struct days *d, imp_day day, int minute) {
  take_day(d, day);
  if (minute > 0) take_day(d, day + 1); /* a split day is a segment of its own */
}

static int by_day(const void *x, const void *y) {
  imp_day a = *(const imp_day *)x, b = *(const imp_day *)y;
  return a < b ? -1 : a > b;
}

static void sort_once(struct days *d) {
  size_t kept = 0;
  if (d->count) qsort(d->p, d->count, sizeof *d->p, by_day);
  for (size_t i = 0; i < d->count; i++)
    if (!kept || d->p[kept - 1] != d->p[i]) d->p[kept++] = d->p[i];
  d->count = kept;
}

static void take_list_days(const struct law *law, bool of_places, struct days *d) {
  for (uint32_t i = 0; i < law->list_count; i++) {
    const struct law_list *l = &law->lists[i];
    for (uint32_t k = 0; k < l->count && l->of_places == of_places; k++) {
      const struct law_when *w = &l->lines[k].when;
      if (w->from != DAY_FIRST) take_moment(d, w->from, w->from_minute);
      if (w->until != DAY_NEVER) take_moment(d, w->until, w->until_minute);
    }
  }
  sort_once(d);
}

/* Number of the epoch for every segment; all days of `epochs` are boundaries of segments too. */
static uint16_t *number_epochs(struct index *x, const struct days *epochs, uint32_t *count) {
  uint16_t *of = arena_array(&x->arena, x->day_count + 1, sizeof *of);
  size_t next = 0;
  for (size_t s = 0; of && s <= x->day_count; s++) {
    while (next < epochs->count && s && epochs->p[next] <= x->days[s - 1]) next++;
    of[s] = (uint16_t)next;
  }
  *count = (uint32_t)epochs->count + 1;
  return of;
}

static bool build_epochs(struct index *x) {
  struct days goods = {0}, places = {0};
  take_list_days(x->law, false, &goods);
  take_list_days(x->law, true, &places);
  x->goods_epoch = number_epochs(x, &goods, &x->goods_epochs);
  x->place_epoch = number_epochs(x, &places, &x->place_epochs);
  bool fine = !goods.failed && !places.failed && x->goods_epoch && x->place_epoch;
  mem_free(goods.p);
  mem_free(places.p);
  return fine;
}

static bool build_lookup(struct index *x) {
  if (!x->day_count) return true;
  size_t span = (size_t)((int64_t)x->days[x->day_count - 1] - x->days[0]) + 1;
  x->segment_of = arena_array(&x->arena, span, sizeof *x->segment_of);
  if (!x->segment_of) return false;
  size_t s = 0;
  for (size_t i = 0; i < span; i++) {
    while (s < x->day_count && x->days[s] <= x->days[0] + (imp_day)i) s++;
    x->segment_of[i] = (uint16_t)s;
  }
  return true;
}

/* ---- dates of facts -------------------------------------------------------------------------------------- */

static void take_part_test(struct index *x, const struct law_cond *c) {
  for (size_t i = 0; i < x->part_test_count; i++)
    if (x->part_tests[i].fact == c->fact_index && x->part_tests[i].amount.kind == c->amount.kind &&
        !rat_cmp(x->part_tests[i].amount.value, c->amount.value))
      return;
  if (!mem_grow((void **)&x->part_tests, &x->part_test_cap, x->part_test_count + 1,
                sizeof *x->part_tests))
    x->atoms.failed = true;
  else
    x->part_tests[x->part_test_count++] = (struct index_part_test){c->fact_index, c->amount};
}

const struct index_part_test *index_part_tests(const struct index *x, uint32_t *count) {
  *count = (uint32_t)x->part_test_count;
  return x->part_tests;
}

static void take_limit(void *user, const struct law_cond *c) {
  struct index *x = user;
  if (c->kind == LAW_COND_COMPARE && c->subject == LAW_SUBJ_FACT && c->fact_index != LAW_NONE &&
      x->law->facts[c->fact_index].type == LAW_FACT_PART)
    take_part_test(x, c);
  if (c->kind != LAW_COND_BEFORE || c->fact_index == LAW_NONE || !x->dates) return;
  struct date_limits *l = &x->dates[c->fact_index];
  size_t at = 0;
  while (at < l->count && l->days[at] < c->day) at++;
  if (at < l->count && l->days[at] == c->day) return;
  if (!mem_grow((void **)&l->days, &l->cap, l->count + 1, sizeof *l->days)) {
    x->atoms.failed = true;
    return;
  }
  memmove(&l->days[at + 1], &l->days[at], (l->count - at) * sizeof *l->days);
  l->days[at] = c->day;
  l->count++;
}

uint32_t index_date_cell(const struct index *x, uint32_t fact, imp_day day,
                         imp_day *representative) {
  const struct date_limits *l = &x->dates[fact];
  uint32_t cell = 0;
  while (cell < l->count && l->days[cell] <= day) cell++;
  *representative = cell ? l->days[cell - 1] : l->count ? l->days[0] - 1 : 0;
  return cell;
}

bool days_build(struct index *x) {
  struct days d = {0};
  struct walk w = {.user = &d, .day = take_day}, limits = {.user = x, .cond = take_limit};
  walk_law(x->law, &w);
  sort_once(&d);
  x->days = d.p;
  x->day_count = d.count;
  x->day_cap = d.cap;
  x->dates = arena_array(&x->arena, x->law->fact_count + 1u, sizeof *x->dates);
  if (d.failed || !x->dates || d.count >= UINT16_MAX) return false;
  walk_law(x->law, &limits);
  return !x->atoms.failed && build_epochs(x) && build_lookup(x);
}

uint32_t index_segment(const struct index *x, imp_day day) {
  if (!x->day_count || day < x->days[0]) return 0;
  if (day >= x->days[x->day_count - 1]) return (uint32_t)x->day_count;
  return x->segment_of[day - x->days[0]];
}

imp_day index_segment_day(const struct index *x, uint32_t segment) {
  if (!x->day_count) return 0;
  return segment ? x->days[segment - 1] : x->days[0] - 1;
}

uint32_t index_segment_count(const struct index *x) {
  return (uint32_t)x->day_count + 1;
}
