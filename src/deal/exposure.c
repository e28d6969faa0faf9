// SPDX-License-Identifier: Apache-2.0
// What lines rest on: entries of controls their numbers lead to, and rows of the table of supply (`dependence`).
#include <string.h>

#include "base/error.h"
#include "deal/licence.h"

enum { ROWS_MAX = 32 };
enum column { OF, STAGE, FROM, WHO, YEAR, LOW, HIGH, BY, CODES, COLUMNS };

struct imp_exposure {
  struct arena arena; /* of one line */
  const struct imp_law *law;
  struct imp_screen *screen;
  const struct deal_table *table; /* NULL: there is none */
  uint32_t at[COLUMNS];
  struct imp_dependence rows[ROWS_MAX];
  struct imp_exposed out;
};

static bool find_columns(struct imp_exposure *x) {
  static const char *const names[COLUMNS] = {"of",  "stage", "from", "who",  "year",
                                             "low", "high",  "by",   "codes"};
  for (int c = 0; c < COLUMNS; c++) {
    uint32_t i = 0;
    while (i < x->table->column_count && !str_eq(x->table->columns[i], str_of(names[c]))) i++;
    if (i == x->table->column_count) return false;
    x->at[c] = i;
  }
  return true;
}

enum imp_status imp_exposure_open(const struct imp_law *law, const struct imp_query *query,
                                  struct imp_exposure **out, struct imp_error *err) {
  struct imp_exposure *x = mem_alloc(sizeof *x);
  *out = NULL;
  if (!x) return error_no_memory(err);
  x->law = law;
  uint32_t table = deal_find_table(law->law->deal, STR("dependence"));
  if (table != LAW_NONE) x->table = &law->law->deal->tables[table];
  if (x->table && !find_columns(x)) x->table = NULL;
  enum imp_status status = imp_screen_open(law, query, &x->screen, err);
  if (status == IMP_OK)
    *out = x;
  else
    imp_exposure_free(x);
  return status;
}

void imp_exposure_free(struct imp_exposure *x) {
  if (!x) return;
  imp_screen_free(x->screen);
  arena_free(&x->arena);
  mem_free(x);
}

/* ---- supply ---------------------------------------------------------------------------------------------------------- */

static bool meets(struct str codes, uint64_t lo, uint64_t hi) {
  struct str one;
  while (str_split(&codes, ' ', &one)) {
    uint64_t a, b;
    uint8_t digits;
    if (law_code_parse(one, &a, &b, &digits) && a <= hi && lo <= b) return true;
  }
  return false;
}

static bool is_half(struct str share) {
  struct rat value;
  if (share.n && share.p[share.n - 1] == '%') share.n--;
  return rat_parse(share, &value) && rat_cmp(value, rat_int(50)) >= 0;
}

static struct str cell(const struct imp_exposure *x, uint32_t row, enum column c) {
  return x->table->rows[row].cells[x->at[c]];
}

/* The row speaks of the place the goods come from, or of all places together. */
static bool add_row(struct imp_exposure *x, uint32_t row, struct str origin) {
  struct imp_dependence *d = &x->rows[x->out.row_count];
  const char *texts[COLUMNS];
  for (int c = 0; c < COLUMNS; c++) {
    texts[c] = str_dup(&x->arena, cell(x, row, (enum column)c));
    if (!texts[c]) return false;
  }
  *d = (struct imp_dependence){texts[OF],  texts[STAGE], texts[FROM], texts[WHO], texts[YEAR],
                               texts[LOW], texts[HIGH],  texts[BY],   false};
  d->one_origin = str_eq(cell(x, row, FROM), origin) && is_half(cell(x, row, LOW));
  x->out.one_origin = x->out.one_origin || d->one_origin;
  x->out.row_count++;
  return true;
}

static bool add_rows(struct imp_exposure *x, const struct imp_line *line, struct str origin) {
  uint64_t lo, hi;
  uint8_t digits;
  if (!x->table || !law_code_parse(str_of(line->code), &lo, &hi, &digits)) return true;
  for (uint32_t i = 0; i < x->table->row_count && x->out.row_count < ROWS_MAX; i++) {
    bool speaks = str_eq(cell(x, i, FROM), origin) || str_eq(cell(x, i, FROM), STR("all"));
    if (speaks && meets(cell(x, i, CODES), lo, hi) && !add_row(x, i, origin)) return false;
  }
  return true;
}

/* ---- a line ------------------------------------------------------------------------------------------------------------ */

/* A number is that of the schedule of entry: its first six digits are those of the place it leaves. */
static const char *six_digits(struct imp_exposure *x, const char *code) {
  uint64_t lo, hi;
  uint8_t digits;
  if (!law_code_parse(str_of(code), &lo, &hi, &digits)) return code;
  if (digits <= 6) return code;
  return text_in(&x->arena, "%06llu", (unsigned long long)(lo / 10000));
}

static enum imp_status add_controls(struct imp_exposure *x, const struct imp_line *line,
                                    struct imp_error *err) {
  const char home[3] = {(char)(x->law->law->home >> 8), (char)(x->law->law->home & 0xff), 0};
  const char *into = line->into && *line->into ? line->into : home;
  const struct imp_case c = {.item = six_digits(x, line->code),
                             .out_of = line->from,
                             .into = into,
                             .on = line->on};
  if (!c.item) return error_no_memory(err);
  enum imp_status status = imp_screen_case(x->screen, &c, &x->out.controls, err);
  if (status != IMP_OK) return status;
  enum imp_licence_word w = x->out.controls->word;
  x->out.controlled = !x->out.controls->id && x->out.controls->entries > 0 &&
                      w != IMP_LICENCE_NOT_LISTED && w != IMP_LICENCE_NO_RULE;
  return IMP_OK;
}

enum imp_status imp_exposure_line(struct imp_exposure *x, const struct imp_line *line,
                                  const struct imp_exposed **out, struct imp_error *err) {
  uint16_t place = line->from ? names_place_find(x->law->names, str_trim(str_of(line->from))) : 0;
  char letters[2] = {(char)(place >> 8), (char)(place & 0xff)};
  struct str origin = {letters, place ? 2u : 0u};
  arena_reset(&x->arena);
  x->out = (struct imp_exposed){.rows = x->rows};
  *out = &x->out;
  if (!add_rows(x, line, origin)) return error_no_memory(err);
  return place && line->code && *line->code ? add_controls(x, line, err) : IMP_OK;
}
