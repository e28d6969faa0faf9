// SPDX-License-Identifier: Apache-2.0
// Where the goods of a number went when it ended: us/renumbered.tsv read, added to, and printed.
//
// The idea: goods move within an eight-digit line, so a line is judged alone: which of its numbers end
// today (the table says), which are there today, and what the texts say of each (origin.c). Without the
// texts of the edition before, only what no text could change is said: a line that had one number, or that
// has one now. What was read by hand comes from the corrections.
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

enum { MOST = 100 };

static const size_t TABLE_MOST = (size_t)16 << 20;

bool source_move_add(struct source_moves *m, const struct source_move *one) {
  void *items = m->items;
  if (!mem_grow(&items, &m->cap, m->count + 1, sizeof *m->items)) {
    return false;
  }
  m->items = items;
  m->items[m->count++] = *one;
  return true;
}

void source_moves_free(struct source_moves *m) {
  mem_free(m->items);
  *m = (struct source_moves){0};
}

/* ---- reading ---- */

static bool ten(struct str text, uint64_t *code) {
  uint32_t digits;
  return source_number(text, code, &digits) && digits == 10;
}

/* "# 8507.60.00.10 ended on 2026-01-30 without a successor", "... was given to other goods on 2026-01-30" */
static bool read_remark(struct str line, struct source_move *out) {
  struct str given = STR(" was given to other goods on "), ended = STR(" ended on ");
  struct str number = str_sub(line, 2, 15), rest = str_sub(line, 15, line.n);
  *out = (struct source_move){.kind = str_starts(rest, given) ? SOURCE_REUSED : SOURCE_ENDED};
  size_t n = out->kind == SOURCE_REUSED ? given.n : ended.n;
  return (out->kind == SOURCE_REUSED || str_starts(rest, ended)) && ten(number, &out->old_code) &&
         day_parse(str_sub(rest, n, n + 10), &out->day);
}

static bool read_move(struct str line, struct source_move *out) {
  struct str cells[4] = {{NULL, 0}};
  size_t n = 0;
  while (n < 4 && str_split(&line, '\t', &cells[n])) {
    n++;
  }
  *out = (struct source_move){.kind = SOURCE_MOVED, .partial = str_eq(cells[3], STR("partial"))};
  return n >= 3 && line.p == NULL && ten(cells[0], &out->old_code) &&
         ten(cells[1], &out->new_code) && day_parse(cells[2], &out->day) &&
         (out->partial || cells[3].n == 0);
}

enum imp_status source_moves_read(struct arena *a, const char *folder, struct source_moves *out,
                                  struct imp_error *err) {
  struct buf path = {0};
  struct str bytes = {NULL, 0}, line;
  uint32_t number = 0;
  *out = (struct source_moves){0};
  buf_printf(&path, "%s/us/renumbered.tsv", folder);
  enum imp_status status = path.failed           ? error_no_memory(err)
                           : file_exists(path.p) ? file_read(a, path.p, TABLE_MOST, &bytes, err)
                                                 : IMP_OK;
  buf_free(&path);
  while (status == IMP_OK && bytes.n > 0 && str_split(&bytes, '\n', &line)) {
    struct source_move one;
    number++;
    bool comment = line.n > 0 && line.p[0] == '#';
    bool good = comment ? read_remark(line, &one) : read_move(line, &one);
    if (good && !source_move_add(out, &one)) {
      status = error_no_memory(err);
    } else if (!good && !comment && line.n > 0) {
      status = error_set(err, IMP_IO, "import.held", "Run impost check on the law folder first.",
                         "us/renumbered.tsv:%u: this is no row of the table", number);
    }
  }
  if (status != IMP_OK) {
    source_moves_free(out);
  }
  return status;
}

/* ---- one line ---- */

struct line_moves {
  uint64_t base; /* code8 * 100 */
  const struct source_held *held;
  const struct source_line *fresh; /* NULL: the line ended */
  imp_day day;
  struct source_moves *out;
  bool gone[MOST]; /* by suffix value */
  uint32_t gone_count, held_count;
  bool failed;
};

static void add(struct line_moves *l, enum source_move_kind kind, uint32_t old_value,
                uint32_t new_value, bool partial) {
  struct source_move one = {kind, l->base + old_value, 0, l->day, partial};
  one.new_code = kind == SOURCE_MOVED ? l->base + new_value : 0;
  l->failed = l->failed || !source_move_add(l->out, &one);
}

static void count_gone(struct line_moves *l) {
  for (uint32_t i = 0; i < l->held->count; i++) {
    const struct source_window *w = &l->held->windows[i];
    if (w->until != DAY_NEVER || w->value >= MOST) {
      continue;
    }
    l->held_count++;
    if (source_suffix_find(l->fresh, w->value) == NULL) {
      l->gone[w->value] = true;
      l->gone_count++;
    }
  }
}

/* Every number that ends has its texts in `before`. */
static bool has_texts(const struct line_moves *l, const struct source_line *before) {
  for (uint32_t v = 0; v < MOST; v++) {
    if (l->gone[v] && source_suffix_find(before, v) == NULL) {
      return false;
    }
  }
  return before != NULL;
}

static void by_text(struct line_moves *l, const struct source_line *before) {
  struct source_origin *origins = mem_alloc(MOST * sizeof *origins);
  if (origins == NULL || before->count > MOST || l->fresh->count > MOST) {
    l->failed = l->failed || origins == NULL;
    mem_free(origins);
    return;
  }
  source_origins(before->suffixes, before->count, l->fresh->suffixes, l->fresh->count, origins);
  for (uint32_t i = 0; i < l->fresh->count; i++) {
    uint32_t value = l->fresh->suffixes[i].value;
    const struct source_origin *o = &origins[i];
    bool held = source_suffix_find(before, value) != NULL;
    bool itself = o->count == 1 && before->suffixes[o->at[0]].value == value;
    if (held && !itself) {
      add(l, SOURCE_REUSED, value, 0, false);
    }
    for (uint32_t j = 0; j < o->count; j++) {
      uint32_t old = before->suffixes[o->at[j]].value;
      if (old < MOST && l->gone[old]) {
        add(l, SOURCE_MOVED, old, value, o->merged || held);
      }
    }
  }
  mem_free(origins);
}

/* One number that held the whole line, then or now: the goods cannot have gone elsewhere. */
static void by_count(struct line_moves *l) {
  bool one_before = l->held_count == 1, one_now = l->fresh->count == 1;
  if (!one_before && !one_now) {
    return;
  }
  for (uint32_t v = 0; v < MOST; v++) {
    for (uint32_t i = 0; l->gone[v] && i < l->fresh->count; i++) {
      add(l, SOURCE_MOVED, v, l->fresh->suffixes[i].value, !one_before);
    }
  }
}

static void add_ended(struct line_moves *l, size_t from) {
  for (uint32_t v = 0; v < MOST; v++) {
    bool found = !l->gone[v];
    for (size_t i = from; i < l->out->count && !found; i++) {
      const struct source_move *m = &l->out->items[i];
      found = m->kind == SOURCE_MOVED && m->old_code == l->base + v && m->day == l->day;
    }
    if (!found) {
      add(l, SOURCE_ENDED, v, 0, false);
    }
  }
}

static bool add_by_hand(const struct source_fixes *fixes, imp_day day, struct source_moves *out) {
  for (size_t i = 0; fixes != NULL && i < fixes->count; i++) {
    const struct source_fix *fix = &fixes->items[i];
    struct source_move one = {SOURCE_MOVED, fix->code, fix->to, day, fix->partial};
    if (fix->kind == SOURCE_RENUMBERED && !source_move_add(out, &one)) {
      return false;
    }
  }
  return true;
}

bool source_moves_find(const struct source_table *was, const struct source_lines *before,
                       const struct source_lines *fresh, const struct source_fixes *fixes,
                       imp_day day, struct source_moves *out) {
  size_t by_hand = out->count;
  bool good = add_by_hand(fixes, day, out);
  for (size_t i = 0; i < was->count && good; i++) {
    const struct source_held *held = &was->items[i];
    if (held->until != DAY_NEVER) {
      continue;
    }
    struct line_moves l = {.base = (uint64_t)held->code8 * 100, .held = held, .day = day};
    l.fresh = source_line_find(fresh, held->code8);
    l.out = out;
    count_gone(&l);
    const struct source_line *texts = source_line_find(before, held->code8);
    if (l.gone_count > 0 && l.fresh != NULL && has_texts(&l, texts)) {
      by_text(&l, texts);
    } else if (l.gone_count > 0 && l.fresh != NULL) {
      by_count(&l);
    }
    if (l.gone_count > 0) {
      add_ended(&l, by_hand);
    }
    good = !l.failed;
  }
  return good;
}

/* ---- printing ---- */

static int order(const void *left, const void *right) {
  const struct source_move *a = left, *b = right;
  if (a->kind != b->kind) {
    return a->kind < b->kind ? -1 : 1;
  }
  if (a->old_code != b->old_code) {
    return a->old_code < b->old_code ? -1 : 1;
  }
  if (a->new_code != b->new_code) {
    return a->new_code < b->new_code ? -1 : 1;
  }
  if (a->day != b->day) {
    return a->day < b->day ? -1 : 1;
  }
  return (int)a->partial - (int)b->partial;
}

void source_moves_sort(struct source_moves *m) {
  size_t n = 0;
  if (m->count > 0) {
    qsort(m->items, m->count, sizeof *m->items, order);
  }
  for (size_t i = 0; i < m->count; i++) {
    if (n == 0 || order(&m->items[n - 1], &m->items[i]) != 0) {
      m->items[n++] = m->items[i];
    }
  }
  m->count = n;
}

void source_moves_print(const struct source_moves *m, struct buf *out) {
  buf_puts(out,
           "# SPDX-License-Identifier: CC0-1.0\n"
           "# Ten-digit numbers that ended, and the numbers their goods went to; made by impost "
           "import and\n# tools/make-renumbered.py.\n"
           "# \"partial\": the new number also holds goods that were not under the old one.\n"
           "# old\tnew\tday\tpartial\n");
  for (size_t i = 0; i < m->count; i++) {
    const struct source_move *one = &m->items[i];
    buf_puts(out, one->kind == SOURCE_MOVED ? "" : "# ");
    source_print_code(one->old_code, 10, out);
    if (one->kind == SOURCE_MOVED) {
      buf_putc(out, '\t');
      source_print_code(one->new_code, 10, out);
    }
    buf_puts(out, one->kind == SOURCE_MOVED    ? "\t"
                  : one->kind == SOURCE_REUSED ? " was given to other goods on "
                                               : " ended on ");
    day_print(one->day, out);
    buf_puts(out, one->kind == SOURCE_ENDED ? " without a successor\n"
                  : one->partial            ? "\tpartial\n"
                                            : "\n");
  }
}
