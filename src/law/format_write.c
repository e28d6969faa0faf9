// SPDX-License-Identifier: Apache-2.0
// Laid-out lines as text: long lines go on after a comma, bare codes fill rows, comments stand in a column.
//
// Two steps: lines into rows of output without their trailing comments, then rows into text, where comments
// of neighbouring rows begin in one column.
#include "law/format_own.h"

struct row {
  size_t start; /* in the text of rows */
  uint32_t n, width;
  struct str comment;
  uint32_t space; /* before the comment, where it is kept as written; 0: in the column */
};

struct write {
  const struct fmt *f;
  struct buf text; /* of all rows, one after the other */
  struct row *rows;
  size_t count, cap;
  uint32_t width; /* of the row being written */
  size_t start;
  bool failed;
};

static void fill(struct write *w, uint32_t blanks) {
  buf_fill(&w->text, ' ', blanks);
  w->width += blanks;
}

static void put_token(struct write *w, const struct fmt_token *t) {
  buf_put(&w->text, fmt_text(t));
  w->width += t->width;
}

static void end_row(struct write *w, struct str comment, uint32_t space) {
  if (w->count == w->cap && !mem_grow((void **)&w->rows, &w->cap, w->count + 1, sizeof *w->rows)) {
    w->failed = true;
    return;
  }
  w->rows[w->count++] = (struct row){.start = w->start,
                                     .n = (uint32_t)(w->text.n - w->start),
                                     .width = w->width,
                                     .comment = comment,
                                     .space = space};
  w->start = w->text.n;
  w->width = 0;
}

static const struct str no_comment = {NULL, 0};

static void comment_row(struct write *w, struct str comment, uint32_t indent) {
  fill(w, indent);
  buf_put(&w->text, comment);
  end_row(w, no_comment, 0);
}

/* ---- lines kept as written: of blocks that are not in the language yet ---- */

static uint32_t shifted(const struct fmt_line *line, uint32_t indent) {
  uint32_t base = line->depth * 2;
  if (indent >= line->indent) return base + (indent - line->indent);
  uint32_t less = line->indent - indent;
  return base > less + 1 ? base - less : 1;
}

static void write_kept(struct write *w, const struct fmt_line *line) {
  for (uint32_t i = 0; i < line->parts; i++) {
    const struct fmt_part *part = &w->f->parts[line->part + i];
    uint32_t indent = i == 0 ? line->depth * 2 : shifted(line, part->indent);
    if (part->count == 0) {
      comment_row(w, part->comment, indent);
      continue;
    }
    fill(w, indent);
    for (uint32_t t = 0; t < part->count; t++) {
      const struct fmt_token *token = &w->f->tokens[part->token + t];
      fill(w, t > 0 ? token->space : 0);
      put_token(w, token);
    }
    end_row(w, part->comment, part->comment_space > 0 ? part->comment_space : 1);
  }
}

/* ---- lists ---- */

/* Writes the bare codes of this line and of those that follow it at once; returns the last line. */
static size_t write_codes(struct write *w, size_t i) {
  const struct fmt_line *line = &w->f->lines[i];
  uint32_t on_row = 0;
  for (;;) {
    for (uint32_t t = 0; t < w->f->lines[i].tokens; t++) {
      if (on_row == FORMAT_CODES) {
        end_row(w, no_comment, 0);
        on_row = 0;
      }
      fill(w, on_row == 0 ? line->depth * 2 : 2);
      put_token(w, &w->f->tokens[w->f->lines[i].token + t]);
      on_row++;
    }
    const struct fmt_line *next = i + 1 < w->f->line_count ? &w->f->lines[i + 1] : NULL;
    if (!next || next->item != ITEM_LINE || !next->bare || next->depth != line->depth) break;
    i++;
  }
  end_row(w, no_comment, 0);
  return i;
}

/* ---- lines in cells ---- */

struct walk {       /* along the tokens of a line */
  uint32_t cell;    /* the next one */
  uint32_t content; /* column where what goes on begins */
  bool went_on;     /* on a later row: columns are those of the first */
};

static uint32_t keyword_width(const struct write *w, const struct fmt_line *line) {
  uint32_t width = 0;
  for (uint32_t i = 0; i < line->keyword; i++)
    width += w->f->tokens[line->token + i].width + (i > 0);
  return width;
}

/* Blanks before token `i` of a line in cells, when it stands on the row being written. */
static uint32_t blanks_before(const struct write *w, const struct fmt_line *line, uint32_t i,
                              const struct walk *walk) {
  const struct fmt_token *t = &w->f->tokens[line->token + i];
  const struct fmt_cell *cell = &w->f->cells[line->cell];
  if (i == 0) return line->depth * 2;
  if (walk->cell < line->cells && cell[walk->cell].token == line->token + i) {
    uint32_t least = walk->cell == 1 && cell[0].kind == CELL_HEAD_EMPTY ? 1 : 2;
    uint32_t column = walk->went_on ? 0 : cell[walk->cell].column;
    return column >= w->width + least ? column - w->width : least;
  }
  if (line->pad > 0 && i < line->keyword) return 1;
  if (line->pad > 0 && i == line->keyword && t->gap > 0) return line->pad - keyword_width(w, line);
  return t->gap;
}

static uint32_t width_ahead(const struct write *w, const struct fmt_line *line, uint32_t i) {
  const struct fmt_token *t = &w->f->tokens[line->token];
  uint32_t width = 0; /* up to where the line could go on again */
  do width += t[i].width + (width > 0 ? t[i].gap : 0);
  while (++i < line->tokens && !(t[i - 1].kind == FMT_COMMA && t[i].gap > 0));
  return width;
}

static void write_cells(struct write *w, const struct fmt_line *line) {
  const struct fmt_token *t = &w->f->tokens[line->token];
  const struct fmt_cell *cell = &w->f->cells[line->cell];
  uint32_t end = line->cells > 0 ? cell[line->cells - 1].column + cell[line->cells - 1].width : 0;
  bool rest = line->form == FORM_REST && line->block < BLOCK_DEAL;
  bool may_break = line->form != FORM_WORDS && !rest && line->form != FORM_PUBLISHED;
  bool wide = may_break && (end > FORMAT_WIDTH || line->cells == 0);
  struct walk walk = {.cell = 1, .content = line->depth * 2 + (line->pad > 0 ? line->pad : 4)};
  for (uint32_t i = 0; i < line->tokens; i++) {
    uint32_t blanks = blanks_before(w, line, i, &walk);
    bool after_comma = wide && i > 0 && t[i - 1].kind == FMT_COMMA && t[i].gap > 0;
    if (after_comma && w->width + blanks + width_ahead(w, line, i) > FORMAT_WIDTH) {
      end_row(w, no_comment, 0);
      blanks = walk.content;
      walk.went_on = true;
    }
    fill(w, blanks);
    if (walk.cell < line->cells && cell[walk.cell].token == line->token + i) {
      uint32_t column = w->width + t[i].width + 1; /* after the word that begins the cell */
      walk.content = column <= FORMAT_WIDTH / 2 ? column : line->depth * 2 + 4;
      walk.cell++;
    }
    put_token(w, &t[i]);
  }
  end_row(w, line->comment, 0);
}

/* Comments stand between the physical lines: each goes on where it did. */
static void write_broken(struct write *w, const struct fmt_line *line) {
  struct walk walk = {.cell = 1};
  uint32_t i = 0, content = line->depth * 2 + (line->pad > 0 ? line->pad : 4);
  for (uint32_t p = 0; p < line->parts; p++) {
    const struct fmt_part *part = &w->f->parts[line->part + p];
    if (part->count == 0) {
      comment_row(w, part->comment, content);
      continue;
    }
    walk.went_on = p > 0;
    for (uint32_t t = 0; t < part->count; t++, i++) {
      uint32_t blanks = blanks_before(w, line, i, &walk);
      walk.cell +=
          walk.cell < line->cells && w->f->cells[line->cell + walk.cell].token == line->token + i;
      fill(w, p > 0 && t == 0 ? content : blanks);
      put_token(w, &w->f->tokens[line->token + i]);
    }
    end_row(w, part->comment, 0);
  }
}

/* ---- rows to text ---- */

static void write_row(const struct write *w, const struct row *row, uint32_t column,
                      struct buf *out) {
  buf_put(out, (struct str){w->text.p + row->start, row->n});
  if (row->comment.n > 0) {
    uint32_t blanks = row->space > 0            ? row->space
                      : column > row->width + 2 ? column - row->width
                                                : 2;
    buf_fill(out, ' ', blanks);
    buf_put(out, row->comment);
  }
  buf_putc(out, '\n');
}

static void write_rows(const struct write *w, struct buf *out) {
  for (size_t i = 0; i < w->count;) {
    uint32_t column = 0;
    size_t end = i;
    for (; end < w->count && w->rows[end].comment.n > 0; end++)
      if (w->rows[end].width <= FORMAT_COMMENT_MOST && w->rows[end].width + 2 > column)
        column = w->rows[end].width + 2;
    end = end > i ? end : i + 1;
    for (; i < end; i++) write_row(w, &w->rows[i], column, out);
  }
}

static size_t write_line(struct write *w, size_t i) {
  const struct fmt_line *line = &w->f->lines[i];
  if (line->item == ITEM_BLANK)
    end_row(w, no_comment, 0);
  else if (line->item == ITEM_COMMENT)
    comment_row(w, line->comment, line->depth * 2);
  else if (line->form == FORM_KEEP)
    write_kept(w, line);
  else if (line->bare)
    return write_codes(w, i);
  else if (line->broken)
    write_broken(w, line);
  else
    write_cells(w, line);
  return i;
}

bool fmt_write(const struct fmt *f, struct buf *out) {
  struct write w = {.f = f};
  for (size_t i = 0; i < f->line_count && !w.failed; i++) i = write_line(&w, i);
  bool good = !w.failed && !w.text.failed;
  if (good) write_rows(&w, out);
  buf_free(&w.text);
  mem_free(w.rows);
  return good && !out->failed;
}
