// SPDX-License-Identifier: Apache-2.0
// Columns: which lines stand under one another, and where their cells begin.
//
// A run is all lines of a paragraph with the same first word and depth (lines of other words between them do
// not matter). In a run a column is as wide as its widest cell over neighbouring lines that hold the
// same kinds of cells up to it and the same kind after it; two blanks follow. Asserts are simpler: the
// whole run has one column for what is paid. A cell wider than FORMAT_CELL_MOST takes its line out.
#include "law/format_own.h"

static struct fmt_cell *cells_of(const struct fmt *f, const struct fmt_line *line) {
  return &f->cells[line->cell];
}

static void place_naturally(const struct fmt *f, const struct fmt_line *line) {
  if (line->cells == 0) return;
  struct fmt_cell *cell = cells_of(f, line);
  uint32_t at = line->depth * 2;
  for (uint32_t c = 0; c < line->cells; c++) {
    cell[c].column = at;
    at += cell[c].width + 2;
  }
}

static bool has_demand(const struct fmt *f, const struct fmt_line *line) {
  for (uint32_t c = 1; c < line->cells; c++)
    if (cells_of(f, line)[c].kind == CELL_DEMAND) return true;
  return false;
}

/* May the line stand in columns with others? */
static bool alignable(const struct fmt *f, const struct fmt_line *line) {
  if (line->item != ITEM_LINE || line->cells < 2 || line->broken || line->depth > 3) return false;
  if (line->form == FORM_HEADING && !has_demand(f, line)) return false;
  for (uint32_t c = 0; c + 1 < line->cells; c++)
    if (cells_of(f, line)[c].width > FORMAT_CELL_MOST) return false;
  return line->form == FORM_STATEMENT || line->form == FORM_HEADING || line->form == FORM_ASSERT ||
         line->form == FORM_FACT || line->form == FORM_ROW || line->form == FORM_ENTRY;
}

/* ---- columns of neighbours ---- */

static uint8_t sort_of(uint8_t kind) {
  return kind == CELL_FROM_UNTIL || kind == CELL_UNTIL ? CELL_FROM : kind;
}

static bool same_up_to(const struct fmt *f, const struct fmt_line *a, const struct fmt_line *b,
                       uint32_t k) {
  const struct fmt_cell *x = cells_of(f, a), *y = cells_of(f, b);
  if (b->cells <= k + 1) return false;
  for (uint32_t c = 0; c <= k; c++)
    if (x[c].kind != y[c].kind) return false;
  return sort_of(x[k + 1].kind) == sort_of(y[k + 1].kind);
}

static void align_column(const struct fmt *f, struct fmt_line *const *run, size_t count,
                         uint32_t k) {
  for (size_t i = 0; i < count;) {
    if (run[i]->cells <= k + 1) {
      i++;
      continue;
    }
    uint32_t widest = 0;
    size_t end = i;
    for (; end < count && same_up_to(f, run[i], run[end], k); end++) {
      uint32_t w = cells_of(f, run[end])[k].width;
      widest = w > widest ? w : widest;
    }
    for (size_t j = i; j < end; j++) {
      struct fmt_cell *cell = cells_of(f, run[j]);
      cell[k + 1].column = cell[k].column + widest + 2;
    }
    i = end;
  }
}

static void align_neighbours(const struct fmt *f, struct fmt_line *const *run, size_t count) {
  uint32_t most = 0;
  for (size_t i = 0; i < count; i++) most = run[i]->cells > most ? run[i]->cells : most;
  for (uint32_t k = 0; k + 1 < most; k++) align_column(f, run, count, k);
}

/* ---- asserts ---- */

/* Widest of a run: what stands before the options, the options that can stand before the common column,
 * what is paid (where something follows), what follows first, all from what is paid on. */
struct assert_widths {
  uint32_t head, middle, pays, tail, rest;
};

static uint32_t most(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

/* Index of the cell that says what is paid; 0: none. */
static uint32_t pays_at(const struct fmt *f, const struct fmt_line *line) {
  for (uint32_t c = 1; c < line->cells; c++)
    if (cells_of(f, line)[c].kind == CELL_PAYS) return c;
  return 0;
}

static uint32_t options_width(const struct fmt *f, const struct fmt_line *line, uint32_t pays) {
  uint32_t w = 0;
  for (uint32_t c = 1; c < pays; c++) w += cells_of(f, line)[c].width + (c > 1 ? 2 : 0);
  return w;
}

static void widen(const struct fmt *f, const struct fmt_line *line, struct assert_widths *w) {
  const struct fmt_cell *cell = cells_of(f, line);
  uint32_t pays = pays_at(f, line), rest = 0;
  if (pays == 0) return;
  w->head = most(w->head, cell[0].width);
  for (uint32_t c = pays; c < line->cells; c++) rest += cell[c].width + (c > pays ? 2 : 0);
  w->rest = most(w->rest, rest);
}

/* Options so long that the others would leave the page do not move the common columns. */
static void widen_columns(const struct fmt *f, const struct fmt_line *line,
                          struct assert_widths *w) {
  const struct fmt_cell *cell = cells_of(f, line);
  uint32_t pays = pays_at(f, line), options = options_width(f, line, pays);
  uint32_t others = line->depth * 2 + w->head + 2 + 2 + w->rest + 2;
  if (pays == 0 || (pays > 1 && others + options > FORMAT_WIDTH)) return;
  w->middle = most(w->middle, options);
  if (pays + 1 < line->cells) w->pays = most(w->pays, cell[pays].width);
  if (pays + 2 < line->cells) w->tail = most(w->tail, cell[pays + 1].width);
}

static void place_assert(const struct fmt *f, const struct fmt_line *line,
                         const struct assert_widths *w) {
  struct fmt_cell *cell = cells_of(f, line);
  uint32_t pays = pays_at(f, line), at = line->depth * 2 + w->head + 2;
  if (pays == 0) return;
  uint32_t column = at + (w->middle > 0 ? w->middle + 2 : 0);
  for (uint32_t c = 1; c < pays; c++) {
    cell[c].column = at;
    at += cell[c].width + 2;
  }
  at = most(at, column);
  for (uint32_t c = pays; c < line->cells; c++) {
    cell[c].column = at;
    uint32_t room = c == pays ? w->pays : c == pays + 1 ? w->tail : 0;
    at += most(cell[c].width, room) + 2;
  }
}

static void align_asserts(const struct fmt *f, struct fmt_line *const *run, size_t count) {
  struct assert_widths w = {0};
  for (size_t i = 0; i < count; i++) widen(f, run[i], &w);
  for (size_t i = 0; i < count; i++) widen_columns(f, run[i], &w);
  for (size_t i = 0; i < count; i++) place_assert(f, run[i], &w);
}

/* ---- runs ---- */

static uint32_t end_of(const struct fmt *f, const struct fmt_line *line) {
  const struct fmt_cell *last = &cells_of(f, line)[line->cells - 1];
  return last->column + last->width;
}

static bool same_first_word(const struct fmt *f, const struct fmt_line *a,
                            const struct fmt_line *b) {
  if (a->form == FORM_ENTRY) return b->form == FORM_ENTRY && a->depth == b->depth;
  return a->form == b->form && a->depth == b->depth && a->word == b->word &&
         str_eq(fmt_text(&f->tokens[a->token]), fmt_text(&f->tokens[b->token]));
}

/* Gathers the run that line `i` begins; `end` is the end of its paragraph. */
static size_t gather(const struct fmt *f, size_t i, size_t end, struct fmt_line **run) {
  size_t count = 0;
  const struct fmt_line *first = &f->lines[i];
  for (size_t j = i; j < end; j++) {
    struct fmt_line *line = &f->lines[j];
    if (line->seen || !alignable(f, line) || !same_first_word(f, first, line)) continue;
    line->seen = true;
    run[count++] = line;
  }
  return count;
}

static void align_paragraph(const struct fmt *f, size_t begin, size_t end, struct fmt_line **run) {
  unsigned runs = 0;
  for (size_t i = begin; i < end && runs < 64;
       i++) { /* more first words than the language has: no law */
    struct fmt_line *line = &f->lines[i];
    if (line->seen || !alignable(f, line)) continue;
    size_t count = gather(f, i, end, run);
    if (line->form == FORM_ASSERT)
      align_asserts(f, run, count);
    else
      align_neighbours(f, run, count);
    runs++;
  }
  for (size_t i = begin; i < end; i++) { /* a line that became too wide stands alone */
    const struct fmt_line *line = &f->lines[i];
    if (line->cells > 0 && line->form != FORM_ASSERT && end_of(f, line) > FORMAT_WIDTH)
      place_naturally(f, line);
  }
}

bool fmt_align(struct fmt *f) {
  for (size_t i = 0; i < f->line_count; i++) {
    struct fmt_line *line = &f->lines[i];
    if (line->item != ITEM_LINE) continue;
    if (!fmt_cut(f, line)) return false;
    place_naturally(f, line);
  }
  struct fmt_line **run = mem_alloc((f->line_count + 1) * sizeof *run);
  if (!run) return false;
  for (size_t i = 0, end; i < f->line_count; i = end) {
    for (end = i + 1; end < f->line_count; end++)
      if (f->lines[end].paragraph != f->lines[i].paragraph) break;
    align_paragraph(f, i, end, run);
  }
  mem_free(run);
  return true;
}
