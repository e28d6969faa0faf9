// SPDX-License-Identifier: Apache-2.0
// One edition with its corrections.
//
// "drop" takes a row out before anything is made of it; "keep" and "take" put a number in afterwards, as the
// tables hold it or as another export has it. A correction that fits nothing is a finding: it is out of
// date, and would hide something one day.
//
// A CSV that went through a spreadsheet may have 33.33% for 33 1/3%. Where the tables hold the exact rate, and
// the CSV has that rate rounded to two places, the exact one stands; a rounded third or sixth that the tables
// do not explain is refused.
#include <string.h>

#include "base/num.h"
#include "source/load.h"

static void begin(struct source_loaded *l, const char *path) {
  *l = (struct source_loaded){0};
  l->file.path = path;
  l->file.arena = &l->arena;
  l->file.diags = &l->diags;
}

void source_loaded_free(struct source_loaded *l) {
  source_rows_free(&l->rows);
  source_lines_free(&l->lines);
  diag_free(&l->diags);
  arena_free(&l->arena);
  *l = (struct source_loaded){0};
}

static void not_fitting(struct source_loaded *l, const struct source_fix *fix, const char *words) {
  struct buf code = {0};
  source_print_code(fix->code, 10, &code);
  source_find(&l->file, "correction", 0, "%s: %s", code.failed ? "" : code.p, words);
  buf_free(&code);
}

static void drop_row(struct source_loaded *l, const struct source_fix *fix) {
  size_t n = 0;
  for (size_t i = 0; i < l->rows.count; i++) {
    bool hit = l->rows.items[i].digits == 10 && l->rows.items[i].code == fix->code;
    if (!hit) {
      l->rows.items[n++] = l->rows.items[i];
    }
  }
  if (n == l->rows.count) {
    not_fitting(l, fix, "there is no row to drop");
  }
  l->rows.count = n;
}

static bool number_there(const struct source_loaded *l, const struct source_fix *fix) {
  const struct source_line *line = source_line_find(&l->lines, (uint32_t)(fix->code / 100));
  return source_suffix_find(line, (uint32_t)(fix->code % 100)) != NULL;
}

/* The edition before is freed while this one goes on. */
static bool copy_chain(struct arena *a, struct source_chain from, struct source_chain *out) {
  struct str *texts = arena_array(a, from.count, sizeof *texts);
  *out = (struct source_chain){texts, from.count};
  for (uint32_t i = 0; i < from.count; i++) {
    if (texts == NULL || !str_copy(a, from.texts[i], &texts[i])) {
      return false;
    }
  }
  return true;
}

static void keep_number(struct source_loaded *l, const struct source_fix *fix,
                        const struct source_table *was, const struct source_lines *before) {
  uint32_t code8 = (uint32_t)(fix->code / 100), value = (uint32_t)(fix->code % 100);
  const struct source_held *row = was != NULL ? source_held_find(was, code8) : NULL;
  const struct source_window *window = source_window_find(row, value);
  if (window == NULL) {
    not_fitting(l, fix, "the tables do not hold the number that is to be kept");
    return;
  }
  struct source_line line = {.code8 = code8};
  line.general = row->general;
  line.special = row->special;
  line.other = row->other;
  struct source_suffix suffix = {.value = value, .units = window->units};
  const struct source_suffix *texts =
      before != NULL ? source_suffix_find(source_line_find(before, code8), value) : NULL;
  if (texts != NULL && !copy_chain(&l->arena, texts->chain, &suffix.chain)) {
    l->file.no_memory = true;
    return;
  }
  if (!source_line_put(&l->arena, &l->lines, &line, &suffix)) {
    l->file.no_memory = true;
  }
}

static bool copy_text(struct arena *a, struct str *s) {
  struct str from = *s;
  return from.n == 0 || str_copy(a, from, s);
}

static bool copy_number(struct arena *a, struct source_line *line, struct source_suffix *suffix) {
  suffix->chain = (struct source_chain){NULL, 0};
  return copy_text(a, &line->general) && copy_text(a, &line->special) &&
         copy_text(a, &line->other) && copy_text(a, &suffix->units);
}

static enum imp_status take_number(struct source_loaded *l, const struct source_fix *fix,
                                   struct imp_error *err) {
  struct source_loaded other;
  uint32_t code8 = (uint32_t)(fix->code / 100), value = (uint32_t)(fix->code % 100);
  enum imp_status status = source_load(&other, fix->path, NULL, NULL, NULL, err);
  const struct source_line *line = source_line_find(&other.lines, code8);
  const struct source_suffix *suffix = source_suffix_find(line, value);
  if (status == IMP_OK && suffix == NULL) {
    not_fitting(l, fix, "the other export does not have the number that is to be taken");
  } else if (status == IMP_OK) {
    struct source_line line_copy = *line;
    struct source_suffix copy = *suffix;
    if (!copy_number(&l->arena, &line_copy, &copy) ||
        !source_line_put(&l->arena, &l->lines, &line_copy, &copy)) {
      status = error_no_memory(err);
    }
  }
  source_loaded_free(&other);
  return status;
}

static enum imp_status put_back(struct source_loaded *l, const struct source_fixes *fixes,
                                const struct source_table *was, const struct source_lines *before,
                                struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (size_t i = 0; fixes != NULL && i < fixes->count && status == IMP_OK; i++) {
    const struct source_fix *fix = &fixes->items[i];
    if (fix->kind != SOURCE_KEEP && fix->kind != SOURCE_TAKE) {
      continue;
    }
    if (number_there(l, fix)) {
      not_fitting(l, fix, "the export has the number: nothing is to be put back");
    } else if (fix->kind == SOURCE_KEEP) {
      keep_number(l, fix, was, before);
    } else {
      status = take_number(l, fix, err);
    }
  }
  return status;
}

/* "33 1/3%" as a number; false for any other rate. */
static bool percentage(struct str rate, struct rat *out) {
  return rate.n > 1 && rate.p[rate.n - 1] == '%' &&
         rat_parse_mixed(str_sub(rate, 0, rate.n - 1), out);
}

/* Is `fresh` the rate `held` rounded to two places? */
static bool is_rounded(struct str fresh, struct str held) {
  struct rat a, b, distance, hundred = rat_int(100), limit;
  return percentage(fresh, &a) && percentage(held, &b) && rat_mul(a, hundred, &a) &&
         rat_mul(b, hundred, &b) && a.den == 1 && b.den != 1 && rat_sub(a, b, &distance) &&
         rat_make(distance.num < 0 ? -distance.num : distance.num, distance.den, &distance) &&
         rat_make(1, 2, &limit) && rat_cmp(distance, limit) <= 0;
}

static bool looks_rounded(struct str rate) {
  static const char *const thirds[] = {"16.67%", "33.33%", "66.67%", "83.33%"};
  for (size_t i = 0; i < sizeof thirds / sizeof thirds[0]; i++) {
    if (str_eq(rate, str_of(thirds[i]))) {
      return true;
    }
  }
  return false;
}

static void exact_rate(struct source_loaded *l, const struct source_line *line, struct str held,
                       struct str *fresh) {
  if (is_rounded(*fresh, held)) {
    *fresh = held;
    l->rows.rounded++;
  } else if (looks_rounded(*fresh) && !str_eq(*fresh, held)) {
    struct buf code = {0};
    source_print_code(line->code8, 8, &code);
    source_find(&l->file, "rate", line->row,
                "%s: %.*s may be a fraction that a spreadsheet rounded", code.failed ? "" : code.p,
                (int)fresh->n, fresh->p);
    buf_free(&code);
  }
}

static void exact_rates(struct source_loaded *l, const struct source_table *was) {
  static const struct source_held none = {0};
  for (size_t i = 0; l->file.csv && i < l->lines.count; i++) {
    struct source_line *line = &l->lines.items[i];
    const struct source_held *held = was != NULL ? source_held_find(was, line->code8) : NULL;
    held = held != NULL ? held : &none;
    exact_rate(l, line, held->general, &line->general);
    exact_rate(l, line, held->other, &line->other);
  }
}

/* Every chapter that the tables hold has a line in the edition. */
static void check_chapters(struct source_loaded *l, const struct source_table *was) {
  bool held[100] = {false}, there[100] = {false};
  for (size_t i = 0; i < was->count; i++) {
    held[was->items[i].code8 / 1000000 % 100] |= was->items[i].until == DAY_NEVER;
  }
  for (size_t i = 0; i < l->lines.count; i++) {
    there[l->lines.items[i].code8 / 1000000 % 100] = true;
  }
  for (unsigned i = 0; i < 100; i++) {
    if (held[i] && !there[i]) {
      source_find(&l->file, "chapter", 0, "chapter %u has no line", i);
    }
  }
}

enum imp_status source_load(struct source_loaded *l, const char *path,
                            const struct source_fixes *fixes, const struct source_table *was,
                            const struct source_lines *before, struct imp_error *err) {
  begin(l, path);
  enum imp_status status = source_read(&l->file, &l->rows, err);
  if (status != IMP_OK || l->file.findings > 0) {
    return status; /* what could not be read would only give more findings */
  }
  for (size_t i = 0; fixes != NULL && i < fixes->count; i++) {
    if (fixes->items[i].kind == SOURCE_DROP) {
      drop_row(l, &fixes->items[i]);
    }
  }
  source_lines_make(&l->file, &l->rows, fixes != NULL ? &fixes->readings : NULL, false, &l->lines);
  exact_rates(l, was);
  status = put_back(l, fixes, was, before, err);
  if (was != NULL) {
    check_chapters(l, was);
  }
  return l->file.no_memory ? error_no_memory(err) : status;
}

static enum imp_status make_texts(struct source_loaded *l, enum imp_status status,
                                  struct imp_error *err) {
  if (status == IMP_OK && l->file.findings == 0) {
    source_lines_make(&l->file, &l->rows, NULL, true, &l->lines);
  }
  return l->file.no_memory ? error_no_memory(err) : status;
}

enum imp_status source_load_texts(struct source_loaded *l, const char *path,
                                  struct imp_error *err) {
  begin(l, path);
  return make_texts(l, source_read(&l->file, &l->rows, err), err);
}

enum imp_status source_load_goods(struct source_loaded *l, const char *path, imp_day *day,
                                  struct imp_error *err) {
  struct str name = {NULL, 0};
  begin(l, path);
  return make_texts(l, source_goods_rows(&l->arena, path, &l->rows, day, &name, err), err);
}

size_t source_numbers_count(const struct source_lines *lines) {
  size_t n = 0;
  for (size_t i = 0; i < lines->count; i++) {
    n += lines->items[i].count;
  }
  return n;
}
