// SPDX-License-Identifier: Apache-2.0
// The finished law: finding things in it by name, and when a statement could be known.
#include "law/deal.h"

#include <stddef.h>
#include <string.h>

void law_free(struct law *law) {
  if (!law) return;
  struct arena arena = law->arena; /* the law itself is not in it */
  arena_free(&arena);
  mem_free(law);
}

imp_day law_act_known(const struct law_act *act) {
  if (act->known != DAY_NEVER) return act->known;
  if (act->signed_on != DAY_NEVER) return act->signed_on;
  return act->published != DAY_NEVER ? act->published : DAY_FIRST;
}

imp_day law_when_known(const struct law *law, const struct law_when *when) {
  if (when->known != DAY_NEVER) return when->known;
  return when->act < law->act_count ? law_act_known(&law->acts[when->act]) : DAY_FIRST;
}

int law_when_known_minute(const struct law *law, const struct law_when *when) {
  if (when->known != DAY_NEVER) return when->known_minute;
  if (when->act >= law->act_count) return 0;
  const struct law_act *act = &law->acts[when->act];
  if (act->known != DAY_NEVER) return act->known_minute;
  return act->signed_on != DAY_NEVER ? act->signed_minute : act->published_minute;
}

bool law_when_holds(const struct law_when *w, imp_day day, int minute) {
  bool begun = w->from < day || (w->from == day && w->from_minute <= minute);
  return begun && (day < w->until || (day == w->until && minute < w->until_minute));
}

static bool split_before(const struct law_split *s, uint16_t into, imp_day day) {
  return s->place != into ? s->place < into : s->day < day;
}

const struct law_split *law_splits_of(const struct law *law, uint16_t into, imp_day day,
                                      uint32_t *count) {
  uint32_t lo = 0, hi = law->split_count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (split_before(&law->splits[mid], into, day))
      lo = mid + 1;
    else
      hi = mid;
  }
  for (*count = 0; lo + *count < law->split_count && law->splits[lo + *count].day == day &&
                   law->splits[lo + *count].place == into;)
    ++*count;
  return *count ? &law->splits[lo] : NULL;
}

bool law_when_speaks(const struct law *law, const struct law_when *when) {
  return when->act < law->act_count && !law->acts[when->act].binds;
}

bool law_name_under(struct str name, struct str prefix) {
  return str_starts(name, prefix) && (name.n == prefix.n || name.p[prefix.n] == '.');
}

/* Blocks begin with their name, so one search serves all. */
static uint32_t find_sorted(const void *base, uint32_t count, size_t size, struct str name) {
  uint32_t lo = 0, hi = count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    struct str at;
    memcpy(&at, (const char *)base + mid * size, sizeof at);
    int order = str_cmp(at, name);
    if (order == 0) return mid;
    if (order < 0)
      lo = mid + 1;
    else
      hi = mid;
  }
  return LAW_NONE;
}

_Static_assert(offsetof(struct law_measure, name) == 0 && offsetof(struct law_list, name) == 0 &&
                   offsetof(struct law_act, name) == 0 &&
                   offsetof(struct law_question, name) == 0 && offsetof(struct law_fact, name) == 0,
               "find_sorted reads the name at the start of a block");

_Static_assert(offsetof(struct deal_list, name) == 0 && offsetof(struct deal_block, name) == 0 &&
                   offsetof(struct deal_pledge, name) == 0 &&
                   offsetof(struct deal_table, name) == 0 &&
                   offsetof(struct deal_voice, name) == 0 &&
                   offsetof(struct deal_talks, name) == 0 &&
                   offsetof(struct deal_meeting, name) == 0,
               "find_sorted reads the name at the start of a block");

uint32_t law_find_measure(const struct law *law, struct str name) {
  return find_sorted(law->measures, law->measure_count, sizeof *law->measures, name);
}

uint32_t law_find_list(const struct law *law, struct str name) {
  return find_sorted(law->lists, law->list_count, sizeof *law->lists, name);
}

uint32_t law_find_act(const struct law *law, struct str name) {
  return find_sorted(law->acts, law->act_count, sizeof *law->acts, name);
}

uint32_t law_find_question(const struct law *law, struct str name) {
  return find_sorted(law->questions, law->question_count, sizeof *law->questions, name);
}

uint32_t law_find_fact(const struct law *law, struct str name) {
  return find_sorted(law->facts, law->fact_count, sizeof *law->facts, name);
}

uint32_t deal_find_list(const struct law_deal *d, struct str name) {
  return find_sorted(d->lists, d->list_count, sizeof *d->lists, name);
}

uint32_t deal_find_fact(const struct law_deal *d, struct str name) {
  return find_sorted(d->facts, d->fact_count, sizeof *d->facts, name);
}

uint32_t deal_find_control(const struct law_deal *d, struct str name) {
  return find_sorted(d->controls, d->control_count, sizeof *d->controls, name);
}

uint32_t deal_find_fee(const struct law_deal *d, struct str name) {
  return find_sorted(d->fees, d->fee_count, sizeof *d->fees, name);
}

uint32_t deal_find_pledge(const struct law_deal *d, struct str name) {
  return find_sorted(d->pledges, d->pledge_count, sizeof *d->pledges, name);
}

uint32_t deal_find_table(const struct law_deal *d, struct str name) {
  return find_sorted(d->tables, d->table_count, sizeof *d->tables, name);
}

uint32_t deal_find_voice(const struct law_deal *d, struct str name) {
  return find_sorted(d->voices, d->voice_count, sizeof *d->voices, name);
}

uint32_t deal_find_talks(const struct law_deal *d, struct str name) {
  return find_sorted(d->talks, d->talks_count, sizeof *d->talks, name);
}
