// SPDX-License-Identifier: Apache-2.0
// Sums of many lines by a key: see groups.h.

#include "report/groups.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS_FIRST = 64, PROGRAMMES_MOST = 64, PROGRAMME_PARTS = 3 };

/* ---- finding a group --------------------------------------------------------------------------- */

static uint64_t hash_of(struct str key) {
  uint64_t h = 1469598103934665603u; /* FNV-1a */
  for (size_t i = 0; i < key.n; i++) h = (h ^ (unsigned char)key.p[i]) * 1099511628211u;
  return h ^ h >> 29;
}

static size_t slot_of(const struct groups *g, struct str key) {
  size_t at = (size_t)hash_of(key) & (g->slot_count - 1);
  while (g->slots[at] != 0 && !str_eq(str_of(g->items[g->slots[at] - 1].key), key))
    at = (at + 1) & (g->slot_count - 1);
  return at;
}

/* At most half of the slots are used. */
static bool make_slots(struct groups *g) {
  if (g->count * 2 < g->slot_count) return true;
  size_t count = g->slot_count > 0 ? g->slot_count * 2 : SLOTS_FIRST;
  uint32_t *slots = mem_alloc(count * sizeof *slots);
  if (slots == NULL) return false;
  mem_free(g->slots);
  g->slots = slots;
  g->slot_count = count;
  for (size_t i = 0; i < g->count; i++)
    g->slots[slot_of(g, str_of(g->items[i].key))] = (uint32_t)i + 1;
  return true;
}

struct group *groups_at(struct groups *g, struct str key) {
  if (!make_slots(g)) return NULL;
  size_t at = slot_of(g, key);
  if (g->slots[at] != 0) return &g->items[g->slots[at] - 1];
  void *items = g->items;
  if (!mem_grow(&items, &g->cap, g->count + 1, sizeof *g->items)) return NULL;
  g->items = items;
  char *copy = str_dup(&g->arena, key);
  if (copy == NULL) return NULL;
  g->items[g->count] = (struct group){.key = copy};
  g->slots[at] = (uint32_t)++g->count;
  return &g->items[g->count - 1];
}

/* ---- keys -------------------------------------------------------------------------------------- */

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct str groups_month(const char *on) {
  struct str s = str_of(on);
  bool fine = s.n == 10 && s.p[4] == '-' && s.p[7] == '-';
  for (size_t i = 0; fine && i < 10; i++) fine = i == 4 || i == 7 || is_digit(s.p[i]);
  int month = fine ? (s.p[5] - '0') * 10 + (s.p[6] - '0') : 0;
  return month >= 1 && month <= 12 ? str_sub(s, 0, 7) : STR(GROUPS_NONE);
}

static struct str origin_of(const char *from) {
  struct str s = str_of(from);
  bool iso = s.n == 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'A' && s.p[1] <= 'Z';
  return iso ? s : STR(GROUPS_NONE);
}

static struct str chapter_of(const char *code) {
  struct str s = str_of(code);
  size_t digits = 0;
  for (size_t i = 0; i < s.n; i++) digits += is_digit(s.p[i]);
  bool fine = (digits == 8 || digits == 10) && is_digit(s.p[0]) && is_digit(s.p[1]);
  return fine ? str_sub(s, 0, 2) : STR(GROUPS_NONE);
}

static struct str status_of(const struct imp_answer *a) {
  switch (a->status) {
  case IMP_LINE_OK:
    return STR("ok");
  case IMP_LINE_RANGE:
    return STR("range");
  case IMP_LINE_PROHIBITED:
    return STR("prohibited");
  case IMP_LINE_REFUSED:
    break;
  }
  return a->id != NULL ? str_of(a->id) : STR("refused");
}

static struct str key_of(enum imp_by by, const struct groups_line *l) {
  switch (by) {
  case IMP_BY_MONTH:
    return groups_month(l->answer->on);
  case IMP_BY_ORIGIN:
    return origin_of(l->answer->from);
  case IMP_BY_CHAPTER:
    return chapter_of(l->code);
  case IMP_BY_ENTRY:
    return l->entry != NULL && l->entry[0] != '\0' ? str_of(l->entry) : STR(GROUPS_NONE);
  case IMP_BY_STATUS:
  case IMP_BY_PROGRAMME:
    break;
  }
  return status_of(l->answer);
}

/* The first three parts of a measure's name: us.301.cn of us.301.cn.list-3. */
static struct str programme_of(const char *measure) {
  struct str s = str_of(measure);
  int parts = 0;
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] == '.' && ++parts == PROGRAMME_PARTS) return str_sub(s, 0, i);
  return s.n > 0 ? s : STR(GROUPS_NONE);
}

/* ---- adding ------------------------------------------------------------------------------------ */

static void add(struct groups *g, int64_t *sum, int64_t more) {
  if (__builtin_add_overflow(*sum, more, sum)) g->overflow = true;
}

static void count_line(struct groups *g, struct group *to, const struct imp_answer *a) {
  to->lines++;
  to->refused += a->status == IMP_LINE_REFUSED;
  to->prohibited += a->status == IMP_LINE_PROHIBITED;
  to->ranges += a->status == IMP_LINE_RANGE;
  if (a->status != IMP_LINE_REFUSED) add(g, &to->value, a->value);
}

struct span { /* over the bills of one line */
  int64_t low, high, void_low, void_high;
  bool any;
};

static void widen(struct span *s, int64_t low, int64_t high, int64_t void_low, int64_t void_high) {
  if (!s->any || low < s->low) s->low = low;
  if (!s->any || high > s->high) s->high = high;
  if (!s->any || void_low < s->void_low) s->void_low = void_low;
  if (!s->any || void_high > s->void_high) s->void_high = void_high;
  s->any = true;
}

static void add_span(struct groups *g, struct group *to, const struct span *s) {
  if (!s->any) return;
  add(g, &to->low, s->low);
  add(g, &to->high, s->high);
  add(g, &to->void_low, s->void_low);
  add(g, &to->void_high, s->void_high);
}

static bool add_whole(struct groups *g, const struct groups_line *l) {
  struct group *to = groups_at(g, key_of(g->by, l));
  if (to == NULL) return false;
  count_line(g, to, l->answer);
  struct span s = {0};
  for (uint32_t i = 0; l->answer->status != IMP_LINE_REFUSED && i < l->answer->bill_count; i++) {
    const struct imp_bill *b = &l->answer->bills[i];
    if (!b->prohibited) widen(&s, b->low, b->high, b->void_low, b->void_high);
  }
  add_span(g, to, &s);
  return true;
}

struct programmes { /* of one line */
  struct str names[PROGRAMMES_MOST];
  struct span spans[PROGRAMMES_MOST];
  int64_t amounts[PROGRAMMES_MOST], voids[PROGRAMMES_MOST]; /* of the bill at hand */
  uint32_t count;
};

static uint32_t find_programme(struct programmes *p, struct str name) {
  uint32_t i = 0;
  while (i < p->count && !str_eq(p->names[i], name)) i++;
  if (i == p->count && i < PROGRAMMES_MOST) p->names[p->count++] = name;
  return i;
}

static void find_programmes(struct programmes *p, const struct imp_answer *a) {
  for (uint32_t b = 0; b < a->bill_count; b++)
    for (uint32_t r = 0; r < a->bills[b].row_count; r++)
      if (a->bills[b].rows[r].status == IMP_ROW_APPLIED)
        find_programme(p, programme_of(a->bills[b].rows[r].measure));
}

static void add_rows(struct groups *g, struct programmes *p, const struct imp_bill *bill) {
  memset(p->amounts, 0, sizeof p->amounts);
  memset(p->voids, 0, sizeof p->voids);
  for (uint32_t r = 0; r < bill->row_count; r++) {
    const struct imp_row *row = &bill->rows[r];
    uint32_t i = row->status == IMP_ROW_APPLIED ? find_programme(p, programme_of(row->measure))
                                                : PROGRAMMES_MOST;
    if (i >= PROGRAMMES_MOST) continue;
    add(g, &p->amounts[i], row->amount);
    if (row->is_void) add(g, &p->voids[i], row->amount);
  }
  bool sure = bill->low == bill->high;
  for (uint32_t i = 0; i < p->count; i++)
    widen(&p->spans[i], sure ? p->amounts[i] : 0, p->amounts[i], sure ? p->voids[i] : 0,
          p->voids[i]);
}

/* Every programme that charges the line, at zero too; a line that has no bill under its status. */
static bool add_programmes(struct groups *g, const struct groups_line *l) {
  const struct imp_answer *a = l->answer;
  struct programmes p = {.count = 0};
  if (a->status == IMP_LINE_REFUSED || a->status == IMP_LINE_PROHIBITED) {
    struct group *to =
        groups_at(g, a->status == IMP_LINE_REFUSED ? STR("(refused)") : STR("(prohibited)"));
    if (to != NULL) count_line(g, to, a);
    return to != NULL;
  }
  find_programmes(&p, a);
  for (uint32_t b = 0; b < a->bill_count; b++) add_rows(g, &p, &a->bills[b]);
  for (uint32_t i = 0; i < p.count; i++) {
    struct group *to = groups_at(g, p.names[i]);
    if (to == NULL) return false;
    count_line(g, to, a);
    add_span(g, to, &p.spans[i]);
  }
  return true;
}

bool groups_add(struct groups *g, const struct groups_line *line) {
  return g->by == IMP_BY_PROGRAMME ? add_programmes(g, line) : add_whole(g, line);
}

/* ---- fees -------------------------------------------------------------------------------------- */

bool groups_have_fees(enum imp_by by) {
  return by == IMP_BY_PROGRAMME || by == IMP_BY_MONTH || by == IMP_BY_ENTRY;
}

bool groups_add_fees(struct groups *g, const char *entry, const char *month,
                     const struct imp_fee *fees, uint32_t count) {
  for (uint32_t i = 0; i < count && groups_have_fees(g->by); i++) {
    struct str key = g->by == IMP_BY_MONTH   ? str_of(month)
                     : g->by == IMP_BY_ENTRY ? str_of(entry)
                                             : str_of(fees[i].measure);
    struct group *to = groups_at(g, key.n > 0 ? key : STR(GROUPS_NONE));
    if (to == NULL) return false;
    to->fees = true;
    to->fee_unknown = to->fee_unknown || fees[i].unknown;
    if (fees[i].unknown) continue;
    add(g, &to->fee_low, fees[i].low);
    add(g, &to->fee_high, fees[i].high);
  }
  return true;
}

/* ---- end --------------------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b) {
  return strcmp(((const struct group *)a)->key, ((const struct group *)b)->key);
}

void groups_sort(struct groups *g) {
  if (g->count > 0) qsort(g->items, g->count, sizeof *g->items, by_key);
}

void groups_free(struct groups *g) {
  arena_free(&g->arena);
  mem_free(g->items);
  mem_free(g->slots);
  *g = (struct groups){0};
}
