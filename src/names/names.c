// SPDX-License-Identifier: Apache-2.0
// Loading the tables, and the tariff line of a number on a day.
//
// Invariants: rows are sorted by code, then by first day; windows of one code do not overlap; a
// window is not empty. They are checked while reading, in the same pass. Knows nothing of what a
// rate means.
#include <string.h>

#include "names/names_own.h"

#define SCHEDULE   "us/schedule.tsv"
#define RENUMBERED "us/renumbered.tsv"

static enum imp_status schedule_row(struct names *n, struct table *t) {
  struct names_line *row = &n->lines[n->line_count];
  uint64_t code;
  struct str c = t->cell[0];
  if (!table_code(c, 8, &code))
    return table_fault(t, fault_code, "\"%.*s\" is no number of eight digits", (int)c.n, c.p);
  row->code8 = (uint32_t)code;
  for (int i = 1; i <= 2; i++) {
    bool first = i == 1;
    if (!table_day(t->cell[i], first ? DAY_FIRST : DAY_NEVER, first ? &row->from : &row->until))
      return table_fault(t, fault_date, "\"%.*s\" is no day (YYYY-MM-DD)", (int)t->cell[i].n,
                         t->cell[i].p);
  }
  if (row->from >= row->until)
    return table_fault(t, fault_window, "the line ends before it begins");
  row->units = t->cell[3];
  row->general = t->cell[4];
  row->special = t->cell[5];
  row->column2 = t->cell[6];
  row->suffixes = t->cell[7];
  return IMP_OK;
}

static enum imp_status schedule_order(struct names *n, struct table *t, uint32_t *windows) {
  const struct names_line *row = &n->lines[n->line_count];
  if (n->line_count == 0) return IMP_OK;
  const struct names_line *before = row - 1;
  if (row->code8 < before->code8)
    return table_fault(t, fault_sorted, "%.*s stands after a higher number: sort the table",
                       (int)t->cell[0].n, t->cell[0].p);
  if (row->code8 > before->code8) {
    *windows = 1;
    return IMP_OK;
  }
  if (row->from < before->until)
    return table_fault(t, fault_duplicate, "%.*s stands twice for some days", (int)t->cell[0].n,
                       t->cell[0].p);
  if (++*windows > NAMES_WINDOWS_MAX)
    return table_fault(t, fault_cap, "%.*s has more than %u windows", (int)t->cell[0].n,
                       t->cell[0].p, NAMES_WINDOWS_MAX);
  return IMP_OK;
}

/* `# editions  FIRST  LAST` in the head says which days the schedule was read for. Without it the
 * last day is the last one named in a window. */
static bool editions_line(struct names *n) {
  struct str rest = n->schedule, line;
  while (str_split(&rest, '\n', &line) && line.n > 0 && line.p[0] == '#') {
    struct str words = str_trim(str_sub(line, 1, line.n)), first, last;
    if (!str_starts(words, STR("editions")) || words.n < 8 + 1 + 10 + 1 + 10) continue;
    first = str_sub(str_trim(str_sub(words, 8, words.n)), 0, 10);
    last = str_sub(words, words.n - 10, words.n);
    return day_parse(first, &n->first) && day_parse(last, &n->last) && n->first <= n->last;
  }
  return false;
}

static void last_named_day(struct names *n) {
  for (uint32_t i = 0; i < n->line_count; i++) {
    const struct names_line *row = &n->lines[i];
    if (row->from != DAY_FIRST && row->from > n->last) n->last = row->from;
    if (row->until != DAY_NEVER && row->until > n->last) n->last = row->until;
  }
}

static enum imp_status schedule_load(struct names *n, struct imp_error *err) {
  struct table t;
  uint32_t windows = 1;
  n->lines = arena_array(&n->arena, table_rows_at_most(n->schedule), sizeof *n->lines);
  if (n->lines == NULL) return error_no_memory(err);
  table_open(&t, SCHEDULE, n->schedule, 8, 8, err);
  while (table_next(&t)) {
    if (schedule_row(n, &t) != IMP_OK || schedule_order(n, &t, &windows) != IMP_OK) break;
    n->line_count++;
  }
  n->first = n->last = day_of(2025, 1, 1);
  if (!editions_line(n)) last_named_day(n);
  return t.status;
}

static enum imp_status renumbered_row(struct names *n, struct table *t) {
  struct names_renumber *row = &n->renumbered[n->renumbered_count];
  uint64_t *codes[2] = {&row->old_code, &row->new_code};
  for (int i = 0; i < 2; i++)
    if (!table_code(t->cell[i], 10, codes[i]))
      return table_fault(t, fault_code, "\"%.*s\" is no number of ten digits", (int)t->cell[i].n,
                         t->cell[i].p);
  if (!day_parse(t->cell[2], &row->day))
    return table_fault(t, fault_date, "\"%.*s\" is no day (YYYY-MM-DD)", (int)t->cell[2].n,
                       t->cell[2].p);
  row->partial = str_eq(t->cell[3], STR("partial"));
  if (t->cell[3].n > 0 && !row->partial)
    return table_fault(t, fault_columns, "the fourth column says \"partial\" or nothing");
  if (n->renumbered_count == 0) return IMP_OK;
  const struct names_renumber *before = row - 1;
  bool later = row->old_code > before->old_code ||
               (row->old_code == before->old_code && row->new_code > before->new_code);
  if (later) return IMP_OK;
  bool same = row->old_code == before->old_code && row->new_code == before->new_code;
  return table_fault(t, same ? fault_duplicate : fault_sorted,
                     same ? "%.*s is renumbered twice to one number"
                          : "%.*s stands after a higher number: sort the table",
                     (int)t->cell[0].n, t->cell[0].p);
}

static enum imp_status renumbered_load(struct names *n, struct imp_error *err) {
  struct table t;
  uint32_t most = table_rows_at_most(n->renumbered_text);
  n->renumbered = arena_array(&n->arena, most, sizeof *n->renumbered);
  if (n->renumbered == NULL) return error_no_memory(err);
  table_open(&t, RENUMBERED, n->renumbered_text, 3, 4, err);
  while (table_next(&t) && renumbered_row(n, &t) == IMP_OK) n->renumbered_count++;
  return t.status;
}

enum imp_status names_load(const char *law_folder, struct names **out, struct imp_error *err) {
  *out = NULL;
  struct names *n = mem_alloc(sizeof *n);
  if (n == NULL) return error_no_memory(err);
  enum imp_status st = table_read(&n->arena, law_folder, "places.tsv", &n->places_text, err);
  if (st == IMP_OK) st = table_read(&n->arena, law_folder, SCHEDULE, &n->schedule, err);
  if (st == IMP_OK) st = table_read(&n->arena, law_folder, RENUMBERED, &n->renumbered_text, err);
  if (st == IMP_OK) st = places_load(n, err);
  if (st == IMP_OK) st = schedule_load(n, err);
  if (st == IMP_OK) st = renumbered_load(n, err);
  if (st != IMP_OK) {
    names_free(n);
    return st;
  }
  *out = n;
  return IMP_OK;
}

void names_free(struct names *n) {
  if (n == NULL) return;
  arena_free(&n->arena);
  mem_free(n);
}

void names_texts(const struct names *n, struct names_text out[NAMES_TEXTS]) {
  out[0] = (struct names_text){"places.tsv", n->places_text};
  out[1] = (struct names_text){"us/renumbered.tsv", n->renumbered_text};
  out[2] = (struct names_text){"us/schedule.tsv", n->schedule};
}

imp_day names_first_day(const struct names *n) {
  return n->first;
}
imp_day names_last_day(const struct names *n) {
  return n->last;
}

const struct names_line *names_rows(const struct names *n, uint32_t code8, uint32_t *count) {
  uint32_t low = 0, high = n->line_count;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (n->lines[mid].code8 < code8)
      low = mid + 1;
    else
      high = mid;
  }
  *count = 0;
  while (low + *count < n->line_count && n->lines[low + *count].code8 == code8) ++*count;
  return *count > 0 ? &n->lines[low] : NULL;
}

static imp_day inside(const struct names *n, imp_day on) {
  return on < n->first ? n->first : on > n->last ? n->last : on;
}

const struct names_line *names_line_on(const struct names *n, uint32_t code8, imp_day on) {
  uint32_t count;
  const struct names_line *rows = names_rows(n, code8, &count);
  on = inside(n, on);
  for (uint32_t i = 0; i < count; i++)
    if (rows[i].from <= on && on < rows[i].until) return &rows[i];
  return NULL;
}

bool names_number_valid(const struct names *n, uint64_t code10, imp_day on) {
  if (code10 > 9999999999u) return false;
  const struct names_line *row = names_line_on(n, (uint32_t)(code10 / 100), on);
  if (row == NULL) return false;
  struct suffix_cursor c = {row->suffixes, row};
  struct suffix s;
  on = inside(n, on);
  for (enum suffix_step step; (step = suffix_next(&c, &s)) != SUFFIX_END;)
    if (step == SUFFIX_OK && s.value == code10 % 100 && s.from <= on && on < s.until) return true;
  return false;
}

const struct names_renumber *names_successors(const struct names *n, uint64_t code10,
                                              uint32_t *count) {
  uint32_t low = 0, high = n->renumbered_count;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (n->renumbered[mid].old_code < code10)
      low = mid + 1;
    else
      high = mid;
  }
  *count = 0;
  while (low + *count < n->renumbered_count && n->renumbered[low + *count].old_code == code10)
    ++*count;
  return *count > 0 ? &n->renumbered[low] : NULL;
}

uint32_t names_predecessors(const struct names *n, uint64_t code10, uint64_t *out, uint32_t cap) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < n->renumbered_count; i++) {
    if (n->renumbered[i].new_code != code10) continue;
    if (out != NULL && found < cap) out[found] = n->renumbered[i].old_code;
    found++;
  }
  return out != NULL && found > cap ? cap : found;
}

struct step {
  uint64_t code;
  imp_day day; /* steps go on no later (back in time) or no earlier than this */
};

static bool step_add(struct step *steps, uint32_t *count, uint64_t code, imp_day day) {
  for (uint32_t i = 0; i < *count; i++)
    if (steps[i].code == code) return false;
  if (*count == NAMES_ANCESTORS_MAX) return false;
  steps[(*count)++] = (struct step){code, day};
  return true;
}

static uint32_t put_codes(const struct step *steps, uint32_t count, uint64_t *out, uint32_t cap) {
  for (uint32_t i = 0; out != NULL && i < count && i < cap; i++) out[i] = steps[i].code;
  return count;
}

/* A number given to other goods later has two lives: the days of the steps keep them apart. */
uint32_t names_ancestors(const struct names *n, uint64_t code10, uint64_t *out, uint32_t cap) {
  struct step steps[NAMES_ANCESTORS_MAX] = {{0}};
  uint32_t count = 0;
  for (uint32_t at = 0; at <= count; at++) { /* the number itself first, then what was found */
    uint64_t code = at == 0 ? code10 : steps[at - 1].code;
    imp_day limit = at == 0 ? DAY_NEVER : steps[at - 1].day;
    for (uint32_t i = 0; i < n->renumbered_count; i++) {
      const struct names_renumber *r = &n->renumbered[i];
      if (r->new_code == code && r->old_code != code10 && (at == 0 || r->day < limit))
        step_add(steps, &count, r->old_code, r->day);
    }
  }
  return put_codes(steps, count, out, cap);
}

uint32_t names_heirs(const struct names *n, uint64_t code10, imp_day on, uint64_t *out,
                     uint32_t cap) {
  struct step met[NAMES_ANCESTORS_MAX] = {{0}}, heirs[NAMES_ANCESTORS_MAX] = {{0}};
  uint32_t count = 0, found = 0, rows;
  step_add(met, &count, code10, DAY_FIRST);
  for (uint32_t at = 0; at < count; at++) {
    const struct names_renumber *r = names_successors(n, met[at].code, &rows);
    for (uint32_t i = 0; i < rows; i++) {
      if (r[i].day > on || r[i].day < met[at].day) continue;
      step_add(met, &count, r[i].new_code, r[i].day);
      if (names_number_valid(n, r[i].new_code, on))
        step_add(heirs, &found, r[i].new_code, r[i].day);
    }
  }
  return put_codes(heirs, found, out, cap);
}
