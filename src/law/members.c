// SPDX-License-Identifier: Apache-2.0
// The codes of a long line of a list in their order, and those of all sets that cut through an eight-digit line:
// aids to find what may hold a code, without a meaning of their own.
#include <stdlib.h>

#include "law/link.h"

enum { LONG = 16 };

static int by_code(const void *x, const void *y) {
  const struct law_member *a = x, *b = y;
  if (a->lo != b->lo) return a->lo < b->lo ? -1 : 1;
  return a->set < b->set ? -1 : a->set > b->set;
}

/* How many members a line has, 0 when it names anything but codes. */
static uint32_t count_codes(const struct law_list_line *line) {
  uint32_t n = 0;
  for (uint32_t s = 0; s < line->count; s++)
    for (uint32_t i = 0; i < line->sets[s].count; i++, n++)
      if (line->sets[s].items[i].kind != LAW_ITEM_CODE) return 0;
  return n;
}

static bool order_line(struct arena *a, struct law_list_line *line) {
  uint32_t n = count_codes(line);
  if (n < LONG) return true;
  line->members = arena_array(a, n, sizeof *line->members);
  if (!line->members) return false;
  for (uint32_t s = 0; s < line->count; s++)
    for (uint32_t i = 0; i < line->sets[s].count; i++)
      line->members[line->member_count++] =
          (struct law_member){line->sets[s].items[i].lo, line->sets[s].items[i].hi, 0, s};
  qsort(line->members, n, sizeof *line->members, by_code);
  uint64_t reach = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (line->members[i].hi > reach) reach = line->members[i].hi;
    line->members[i].reach = reach;
  }
  return true;
}

static uint64_t questions_of(const struct law_cond *c) {
  uint64_t asked = 0;
  if (!c) return 0;
  if (c->kind == LAW_COND_QUESTION && c->question_index != LAW_NONE)
    return (uint64_t)1 << c->question_index % 64;
  for (uint32_t i = 0; i < c->kid_count; i++) asked |= questions_of(c->kids[i]);
  return asked;
}

static void mark_block(struct law_measure *m, struct law_stmt *s, uint32_t n) {
  uint32_t kinds = 0;
  for (uint32_t i = n; i-- > 0;) {
    kinds |= 1u << s[i].kind;
    s[i].kinds = kinds;
  }
  for (uint32_t i = 0; i < n; i++) {
    m->asks |= questions_of(s[i].cond);
    m->is_fee = m->is_fee || (s[i].kind == LAW_FEE && s[i].expr.per_entry);
    m->relieves = m->relieves || s[i].kind == LAW_EXEMPTS;
  }
}

static void mark_measure(struct law *law, struct law_measure *m) {
  enum {
    SPEAKS = 1u << LAW_RATE | 1u << LAW_FEE | 1u << LAW_BAN | 1u << LAW_LICENCE |
             1u << LAW_PROMISE | 1u << LAW_NOT_ENCODED | 1u << LAW_EXEMPTS
  };
  mark_block(m, m->stmts, m->count);
  m->speaks = m->heading_count || law_block_has(m->stmts, m->count, SPEAKS);
  if (m->count > law->longest_block) law->longest_block = m->count;
  for (uint32_t h = 0; h < m->heading_count; h++) {
    m->asks |= questions_of(m->headings[h].cond);
    mark_block(m, m->headings[h].stmts, m->headings[h].count);
    if (m->headings[h].count > law->longest_block) law->longest_block = m->headings[h].count;
  }
}

bool link_members(struct law *law) {
  for (uint32_t m = 0; m < law->measure_count; m++) mark_measure(law, &law->measures[m]);
  for (uint32_t l = 0; l < law->list_count; l++)
    for (uint32_t i = 0; i < law->lists[l].count; i++)
      if (!order_line(&law->arena, &law->lists[l].lines[i])) return false;
  return true;
}

uint32_t law_line_covering(const struct law_list_line *line, uint64_t code, uint32_t *from) {
  uint32_t lo = 0, hi = *from == LAW_NONE ? line->member_count : *from;
  if (*from == LAW_NONE) { /* behind the last that begins at or below the code */
    while (lo < hi) {
      uint32_t mid = lo + (hi - lo) / 2;
      if (line->members[mid].lo <= code)
        lo = mid + 1;
      else
        hi = mid;
    }
  }
  for (; hi > 0 && line->members[hi - 1].reach >= code; hi--) {
    if (line->members[hi - 1].hi < code) continue;
    *from = hi - 1;
    return line->members[hi - 1].set;
  }
  return LAW_NONE;
}

/* ---- codes within eight digits -------------------------------------------------------------------------- */

static void add_span(struct linker *l, uint64_t lo, uint64_t hi) {
  struct law *law = l->law;
  if (l->failed || (lo % 100 == 0 && hi % 100 == 99)) return;
  if (mem_grow((void **)&law->fine, &l->fine_cap, law->fine_count + 1u, sizeof *law->fine))
    law->fine[law->fine_count++] = (struct law_span){lo, hi};
  else
    l->failed = true;
}

/* Of a range its ends alone can cut through a line. */
void link_fine(struct linker *l, const struct law_item *items, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    uint64_t lo = items[i].lo, hi = items[i].hi;
    if (items[i].kind != LAW_ITEM_CODE) continue;
    bool one = lo / 100 == hi / 100;
    add_span(l, lo, one ? hi : lo / 100 * 100 + 99);
    if (!one) add_span(l, hi / 100 * 100, hi);
  }
}

static int by_span(const void *x, const void *y) {
  const struct law_span *a = x, *b = y;
  if (a->lo != b->lo) return a->lo < b->lo ? -1 : 1;
  return a->hi < b->hi ? -1 : a->hi > b->hi;
}

/* In order, each once, in the law's own memory. */
bool link_fine_order(struct linker *l) {
  struct law *law = l->law;
  struct law_span *all = law->fine;
  uint32_t n = law->fine_count, kept = 0;
  law->fine = NULL;
  law->fine_count = 0;
  if (n) qsort(all, n, sizeof *all, by_span);
  for (uint32_t i = 0; i < n; i++)
    if (!i || by_span(&all[i], &all[kept - 1])) all[kept++] = all[i];
  if (kept) law->fine = arena_copy(&law->arena, all, kept * sizeof *all);
  if (law->fine) law->fine_count = kept;
  mem_free(all);
  return !kept || law->fine;
}
