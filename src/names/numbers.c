// SPDX-License-Identifier: Apache-2.0
// Ten-digit numbers: the suffix column of the schedule, parsed when a line is asked about.
//
// A token is `SS`, `SS:UNITS`, `SS(FROM..UNTIL)` or both, half-open, either end may be empty. A
// line that was split (its rate changed) repeats its suffixes row by row; here the windows are put
// together again, so a number stands once per unbroken window with one set of units.
#include "names/names_own.h"

static bool two_digits(struct str s, uint8_t *out) {
  if (s.n < 2 || s.p[0] < '0' || s.p[0] > '9' || s.p[1] < '0' || s.p[1] > '9') return false;
  *out = (uint8_t)((s.p[0] - '0') * 10 + (s.p[1] - '0'));
  return true;
}

/* `(FROM..UNTIL)`, cut to the row's window. */
static bool window(struct str s, struct suffix *out) {
  imp_day from, until;
  if (s.n < 4 || s.p[0] != '(' || s.p[s.n - 1] != ')') return false;
  s = str_sub(s, 1, s.n - 1);
  long dots = str_find(s, '.');
  if (dots < 0 || (size_t)dots + 1 >= s.n || s.p[dots + 1] != '.') return false;
  if (!table_day(str_sub(s, 0, (size_t)dots), out->from, &from)) return false;
  if (!table_day(str_sub(s, (size_t)dots + 2, s.n), out->until, &until)) return false;
  if (from >= until) return false;
  out->window_outside = from < out->from || until > out->until;
  if (from > out->from) out->from = from;
  if (until < out->until) out->until = until;
  return true;
}

static bool suffix_read(struct str token, struct suffix *out) {
  if (!two_digits(token, &out->value)) return false;
  token = str_sub(token, 2, token.n);
  if (token.n > 0 && token.p[0] == ':') {
    long open = str_find(token, '(');
    size_t end = open < 0 ? token.n : (size_t)open;
    out->units = str_sub(token, 1, end);
    if (out->units.n == 0) return false;
    token = str_sub(token, end, token.n);
  }
  return token.n == 0 || window(token, out);
}

enum suffix_step suffix_next(struct suffix_cursor *c, struct suffix *out) {
  struct str token;
  do {
    if (!str_split(&c->rest, ' ', &token)) return SUFFIX_END;
  } while (token.n == 0);
  *out = (struct suffix){.from = c->row->from,
                         .until = c->row->until,
                         .units = c->row->units,
                         .text = token};
  return suffix_read(token, out) ? SUFFIX_OK : SUFFIX_BAD;
}

/* The cursors of a line's rows and the token each stands at. */
struct merge {
  struct suffix_cursor at[NAMES_WINDOWS_MAX];
  struct suffix head[NAMES_WINDOWS_MAX];
  bool live[NAMES_WINDOWS_MAX];
  uint32_t rows;
};

static void merge_step(struct merge *m, uint32_t i) {
  enum suffix_step step;
  do {
    step = suffix_next(&m->at[i], &m->head[i]);
  } while (step == SUFFIX_BAD);
  m->live[i] = step == SUFFIX_OK;
}

static void merge_open(struct merge *m, const struct names_line *rows, uint32_t count) {
  m->rows = count;
  for (uint32_t i = 0; i < count; i++) {
    m->at[i] = (struct suffix_cursor){rows[i].suffixes, &rows[i]};
    merge_step(m, i);
  }
}

/* The smallest suffix at hand, of the earliest row; false when all rows are read. */
static bool merge_next(struct merge *m, struct suffix *out) {
  uint32_t best = m->rows;
  for (uint32_t i = 0; i < m->rows; i++)
    if (m->live[i] && (best == m->rows || m->head[i].value < m->head[best].value)) best = i;
  if (best == m->rows) return false;
  *out = m->head[best];
  merge_step(m, best);
  return true;
}

uint32_t names_numbers(const struct names *n, uint32_t code8, struct names_number *out,
                       uint32_t cap) {
  uint32_t rows, count = 0;
  const struct names_line *first = names_rows(n, code8, &rows);
  struct names_number last = {0};
  struct merge m;
  struct suffix s;
  if (first == NULL) return 0;
  merge_open(&m, first, rows);
  while (merge_next(&m, &s)) {
    uint64_t code = (uint64_t)code8 * 100 + s.value;
    bool goes_on =
        count > 0 && last.code == code && last.until == s.from && str_eq(last.units, s.units);
    if (goes_on)
      last.until = s.until;
    else {
      last = (struct names_number){code, s.from, s.until, s.units};
      if (out != NULL && count == cap) return cap;
      count++;
    }
    if (out != NULL) out[count - 1] = last;
  }
  return count;
}

bool names_number(const struct names *n, uint64_t code10, struct names_number *out) {
  uint32_t rows;
  if (code10 > 9999999999u) return false;
  const struct names_line *first = names_rows(n, (uint32_t)(code10 / 100), &rows);
  bool found = false;
  for (uint32_t i = 0; i < rows; i++) {
    struct suffix_cursor c = {first[i].suffixes, &first[i]};
    struct suffix s;
    for (enum suffix_step step; (step = suffix_next(&c, &s)) != SUFFIX_END;) {
      if (step != SUFFIX_OK || s.value != code10 % 100) continue;
      imp_day from = found && out->until == s.from ? out->from : s.from;
      *out = (struct names_number){code10, from, s.until, s.units};
      found = true;
    }
  }
  return found;
}
