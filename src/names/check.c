// SPDX-License-Identifier: Apache-2.0
// Checking the tables: what loading leaves unread because it has to be fast.
//
// The idea: one walk over every row, every text through the reader of its kind, all findings
// collected. Rates are read by the caller's function, because what a rate means belongs to the law
// room.
#include <string.h>

#include "names/names_own.h"

enum {
  RATES_KEPT = 256
}; /* texts that were read, by their hash: most rates stand on very many rows */

struct checking {
  const struct names *n;
  const char *path;
  struct str bytes;
  struct diag_list *diags;
  bool (*rate_reads)(void *user, struct str rate);
  void *user;
  uint32_t found;
  struct str rates[RATES_KEPT];
};

#define FINDINGS_MOST 1000u /* enough to work on; each costs a walk to its line number */

static void find(struct checking *c, enum names_fault fault, struct str at, const char *words) {
  const char *line = at.p, *end = at.p;
  if (++c->found > FINDINGS_MOST) return;
  while (line > c->bytes.p && line[-1] != '\n') line--;
  while (end < c->bytes.p + c->bytes.n && *end != '\n') end++;
  struct diag d = {.id = names_advice[fault].id,
                   .level = DIAG_ERROR,
                   .file = c->path,
                   .line = table_line_of(c->bytes, at.p),
                   .source = {line, (size_t)(end - line)},
                   .next = names_advice[fault].next};
  d.col = (uint32_t)str_utf8_columns((struct str){line, (size_t)(at.p - line)}) + 1;
  d.width = at.n > 0 ? (uint32_t)str_utf8_columns(at) : 1;
  diag_add(c->diags, &d, "%s", words);
}

/* `?word`, or `?see:NUMBERS`. */
static bool reason_reads(struct str s) {
  if (s.n < 2) return false;
  for (size_t i = 1; i < s.n; i++) {
    char b = s.p[i];
    bool ok = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || strchr("-:.,", b) != NULL;
    if (!ok || b == '\0') return false;
  }
  return true;
}

static struct str *kept_rate(struct checking *c, struct str rate) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < rate.n; i++) h = (h ^ (unsigned char)rate.p[i]) * 16777619u;
  return &c->rates[(h ^ h >> 16) % RATES_KEPT];
}

static void check_rate(struct checking *c, struct str rate) {
  struct str *kept = kept_rate(c, rate);
  if (kept->n && str_eq(*kept, rate)) return;
  bool ok = rate.n > 0 && (rate.p[0] == '?' ? reason_reads(rate) : c->rate_reads(c->user, rate));
  if (ok)
    *kept = rate;
  else
    find(c, fault_rate, rate, "this rate cannot be read");
}

static bool symbol_reads(struct str s) {
  size_t letters = 0;
  while (letters < s.n && s.p[letters] >= 'A' && s.p[letters] <= 'Z') letters++;
  if (letters < 1 || letters > 2) return false;
  return letters == s.n || (letters + 1 == s.n && (s.p[letters] == '+' || s.p[letters] == '*'));
}

static bool stands_before(struct str cell, struct str symbol) {
  for (const char *p = cell.p; p + symbol.n < symbol.p; p++) {
    bool edge = (p == cell.p || p[-1] == ' ' || p[-1] == ',') && strchr(",;", p[symbol.n]) != NULL;
    if (edge && memcmp(p, symbol.p, symbol.n) == 0) return true;
  }
  return false;
}

static void check_special(struct checking *c, struct str cell) {
  struct str rest = cell, part, symbol;
  while (rest.n > 0 && str_split(&rest, ';', &part)) {
    size_t cut = part.n;
    while (cut > 0 && part.p[cut - 1] != ' ') cut--;
    if (cut == 0) {
      find(c, fault_symbol, part, "a special rate names no programme");
      continue;
    }
    check_rate(c, str_sub(part, 0, cut - 1));
    struct str symbols = str_sub(part, cut, part.n);
    while (str_split(&symbols, ',', &symbol)) {
      if (!symbol_reads(symbol))
        find(c, fault_symbol, symbol, "this is no programme symbol");
      else if (stands_before(cell, symbol))
        find(c, fault_symbol, symbol, "this programme has two special rates");
    }
  }
}

static void check_units(struct checking *c, struct str cell) {
  struct str rest = cell, unit, canonical;
  if (cell.n == 0) find(c, fault_unit, cell, "no unit: write X when nothing is counted");
  while (rest.n > 0 && str_split(&rest, ',', &unit))
    if (!names_unit(unit, &canonical) || !str_eq(unit, canonical))
      find(c, fault_unit, unit, "this is no unit of the tables");
}

static void check_suffixes(struct checking *c, const struct names_line *row) {
  struct suffix_cursor at = {row->suffixes, row};
  struct suffix s, before = {0};
  bool any = false; /* no suffix at all: a line that is reported by its parts, as watches are */
  for (enum suffix_step step; (step = suffix_next(&at, &s)) != SUFFIX_END;) {
    if (step == SUFFIX_BAD) {
      find(c, fault_suffix, s.text, "this is no suffix");
      continue;
    }
    if (any && s.value < before.value)
      find(c, fault_suffix, s.text, "this suffix stands after a higher one");
    if (any && s.value == before.value && s.from < before.until)
      find(c, fault_suffix, s.text, "this suffix stands twice for some days");
    if (s.window_outside)
      find(c, fault_outside, s.text, "this suffix is valid on days its row is not");
    if (s.units.p != row->units.p) check_units(c, s.units);
    before = s;
    any = true;
  }
}

static void check_schedule(struct checking *c) {
  for (uint32_t i = 0; i < c->n->line_count; i++) {
    const struct names_line *row = &c->n->lines[i];
    check_units(c, row->units);
    check_rate(c, row->general);
    check_special(c, row->special);
    check_rate(c, row->column2);
    check_suffixes(c, row);
  }
}

/* The row's first cell, for the caret: the slice is found again by reading the table once more. */
static void check_renumbered(struct checking *c) {
  struct table t;
  uint32_t i = 0;
  table_open(&t, c->path, c->bytes, 3, 4, NULL);
  while (table_next(&t) && i < c->n->renumbered_count) {
    const struct names_renumber *r = &c->n->renumbered[i++];
    struct names_number number;
    if (!names_number(c->n, r->old_code, &number))
      find(c, fault_renumber, t.cell[0], "the old number never was in the schedule");
    else if (names_number_valid(c->n, r->old_code, r->day))
      find(c, fault_renumber, t.cell[0], "the old number is still valid on that day");
    if (!names_number(c->n, r->new_code, &number))
      find(c, fault_renumber, t.cell[1], "the new number never was in the schedule");
    else if (!names_number_valid(c->n, r->new_code, r->day))
      find(c, fault_renumber, t.cell[1], "the new number is not valid on that day");
  }
}

enum imp_status names_check(const struct names *n, bool (*rate_reads)(void *user, struct str rate),
                            void *user, struct diag_list *diags) {
  struct checking c = {n, "us/schedule.tsv", n->schedule, diags, rate_reads, user, 0, {{0}}};
  check_schedule(&c);
  c.path = "us/renumbered.tsv";
  c.bytes = n->renumbered_text;
  check_renumbered(&c);
  return diags->failed ? error_no_memory(NULL) : IMP_OK;
}
