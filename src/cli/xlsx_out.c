// SPDX-License-Identifier: Apache-2.0
// Writing a workbook: see xlsx_out.h. This file alone knows libxlsxwriter. The file format holds numbers as binary
// fractions, so strtod stands where a cell is written and nowhere else: the exact text is in the CSV form.

#include "cli/xlsx_out.h"

#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/columns.h"

enum { COLUMNS_MOST = 1100, NOTES_MOST = 5000, ROWS_MOST = 1048576 };
enum kind { KIND_TEXT, KIND_MONEY, KIND_COUNT };

struct note { /* a row of one of the two other sheets, with how many lines it stands on */
  const char *cells[6];
  uint32_t lines;
};

struct notes {
  struct note *items;
  size_t count, cap;
  bool more; /* beyond NOTES_MOST */
};

struct xlsx_out {
  struct arena arena;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *head, *money, *count;
  const struct imp_report_options *options;
  lxw_row_t row;
  uint8_t kinds[COLUMNS_MOST];
  struct buf cell;
  struct notes assumptions, sources;
  bool too_many; /* more rows than a sheet holds */
};

static enum imp_status cannot_write(const char *why, struct imp_error *err) {
  return error_set(err, IMP_IO, "io.write", "see that there is room and the right to write there",
                   "cannot write the workbook: %s", why);
}

enum imp_status xlsx_out_open(const char *path, const struct imp_report_options *options,
                              struct xlsx_out **out, struct imp_error *err) {
  struct xlsx_out *x = mem_alloc(sizeof *x);
  lxw_workbook_options how = {.constant_memory = LXW_TRUE};
  if (path[0] == '\0') {
    mem_free(x);
    return cannot_write("it wants a file of its own, not a pipe or a device", err);
  }
  if (x == NULL) return error_no_memory(err);
  x->options = options;
  x->book = workbook_new_opt(path, &how);
  x->sheet = x->book != NULL ? workbook_add_worksheet(x->book, "Lines") : NULL;
  if (x->sheet == NULL) {
    xlsx_out_free(x);
    return cannot_write("the library has no memory or no temporary file", err);
  }
  x->head = workbook_add_format(x->book);
  x->money = workbook_add_format(x->book);
  x->count = workbook_add_format(x->book);
  format_set_bold(x->head);
  format_set_num_format(x->money, "#,##0.00");
  format_set_num_format(x->count, "#,##0");
  *out = x;
  return IMP_OK;
}

/* ---- rows -------------------------------------------------------------------------------------- */

static bool is_one_of(const char *words, const char *name) {
  struct str rest = str_of(words), part;
  while (str_split(&rest, ' ', &part))
    if (str_eq(part, str_of(name))) return true;
  return false;
}

/* Ours are known by name; of the input columns the value and the quantities are numbers. */
static enum kind kind_of(const struct xlsx_out *x, uint32_t i, const char *name) {
  const char *fact;
  bool input = x->options->by == 0 && i < x->options->column_count;
  enum field f = input ? columns_field(name, &fact) : FIELD_NONE;
  if (f == FIELD_VALUE || f == FIELD_QUANTITY || f == FIELD_QUANTITY2) return KIND_MONEY;
  if (input) return KIND_TEXT;
  if (x->options->by != 0 && is_one_of("lines refused prohibited ranges", name)) return KIND_COUNT;
  return is_one_of("duty low high void legal filed difference value void_low void_high fees_low "
                   "fees_high",
                   name)
             ? KIND_MONEY
             : KIND_TEXT;
}

/* A plain decimal, so that nothing but numbers becomes a number: no signs of plus, no letters, no commas. */
static bool is_decimal(const char *s) {
  size_t digits = 0;
  for (const char *p = s + (*s == '-'); *p != '\0'; p++) {
    if (*p != '.' && (*p < '0' || *p > '9')) return false;
    digits += *p != '.';
  }
  return digits > 0 && digits <= 15;
}

static void put_cell(struct xlsx_out *x, lxw_col_t column) {
  const char *text = x->cell.n > 0 ? x->cell.p : "";
  if (column >= COLUMNS_MOST || text[0] == '\0') return;
  if (x->row == 0) {
    x->kinds[column] = (uint8_t)kind_of(x, column, text);
    worksheet_write_string(x->sheet, 0, column, text, x->head);
  } else if (x->kinds[column] != KIND_TEXT && is_decimal(text)) {
    worksheet_write_number(x->sheet, x->row, column, strtod(text, NULL),
                           x->kinds[column] == KIND_MONEY ? x->money : x->count);
  } else {
    worksheet_write_string(x->sheet, x->row, column, text, NULL);
  }
}

static void end_row(struct xlsx_out *x, lxw_col_t columns) {
  if (x->row == 0) {
    worksheet_freeze_panes(x->sheet, 1, 0);
    worksheet_set_column(x->sheet, 0, columns, 14, NULL);
  }
  if (++x->row >= ROWS_MOST) x->too_many = true;
}

/* Cuts the cell at *at, quotes taken off; *at then stands behind its comma or line end. True: the row ends. */
static bool cut_cell(struct xlsx_out *x, const char *p, size_t n, size_t *at) {
  bool quoted = false;
  buf_clear(&x->cell);
  for (; *at < n; ++*at) {
    char c = p[*at];
    if (c == '"' && quoted && *at + 1 < n && p[*at + 1] == '"')
      ++*at;
    else if (c == '"') {
      quoted = !quoted;
      continue;
    } else if (!quoted && (c == ',' || c == '\n'))
      break;
    buf_putc(&x->cell, c);
  }
  bool end = *at >= n || p[*at] == '\n';
  ++*at;
  return end;
}

enum imp_status xlsx_out_rows(struct xlsx_out *x, struct imp_text *text, struct imp_error *err) {
  lxw_col_t column = 0;
  for (size_t at = 0; at < text->n && !x->too_many;) {
    bool end = cut_cell(x, text->p, text->n, &at);
    put_cell(x, column++);
    if (!end) continue;
    end_row(x, column);
    column = 0;
  }
  text->n = 0;
  if (x->cell.failed) return error_no_memory(err);
  if (x->too_many)
    return error_set(err, IMP_IO, "io.write", "write CSV, or cut the file",
                     "a sheet of a workbook holds 1,048,576 rows");
  return IMP_OK;
}

/* ---- assumptions and sources ------------------------------------------------------------------- */

static bool same_note(const struct note *n, const char *const *cells, int count) {
  for (int i = 0; i < count; i++)
    if (strcmp(n->cells[i], cells[i] != NULL ? cells[i] : "") != 0) return false;
  return true;
}

static bool add_note(struct xlsx_out *x, struct notes *list, const char *const *cells, int count) {
  for (size_t i = 0; i < list->count; i++)
    if (same_note(&list->items[i], cells, count)) {
      list->items[i].lines++;
      return true;
    }
  if (list->count == NOTES_MOST) {
    list->more = true;
    return true;
  }
  void *items = list->items;
  if (!mem_grow(&items, &list->cap, list->count + 1, sizeof *list->items)) return false;
  list->items = items;
  struct note *n = &list->items[list->count];
  *n = (struct note){.lines = 1};
  for (int i = 0; i < count; i++) {
    n->cells[i] = str_dup(&x->arena, str_of(cells[i]));
    if (n->cells[i] == NULL) return false;
  }
  list->count++;
  return true;
}

static bool note_texts(struct xlsx_out *x, const char *what, const char *const *texts,
                       uint32_t count) {
  bool fine = true;
  for (uint32_t i = 0; fine && i < count; i++)
    fine = add_note(x, &x->assumptions, (const char *[]){what, texts[i]}, 2);
  return fine;
}

static bool note_bill(struct xlsx_out *x, const struct imp_bill *b) {
  bool fine = note_texts(x, "presumed", b->assumed, b->assumed_count) &&
              note_texts(x, "not stated", b->needs, b->needs_count);
  for (uint32_t i = 0; fine && i < b->pick_count; i++)
    fine = add_note(x, &x->assumptions, (const char *[]){"open question", b->picks[i].question}, 2);
  for (uint32_t i = 0; fine && i < b->row_count; i++) {
    const struct imp_row *r = &b->rows[i];
    if (r->status != IMP_ROW_APPLIED) continue;
    fine = add_note(x, &x->sources,
                    (const char *[]){r->measure, r->is_base ? "" : r->heading, r->title, r->cite,
                                     r->act_title, r->source},
                    6);
  }
  return fine;
}

enum imp_status xlsx_out_note(struct xlsx_out *x, const struct imp_answer *a,
                              struct imp_error *err) {
  bool fine = true;
  for (uint32_t i = 0; fine && i < a->bill_count; i++) fine = note_bill(x, &a->bills[i]);
  if (fine && a->value_note != NULL)
    fine =
        add_note(x, &x->assumptions,
                 (const char *[]){"rounded", "values are taken in whole dollars (19 CFR 159.3(a))"},
                 2);
  return fine ? IMP_OK : error_no_memory(err);
}

/* ---- the other sheets -------------------------------------------------------------------------- */

static void put_line(lxw_worksheet *s, lxw_row_t row, const char *const *cells, int count,
                     lxw_format *f) {
  for (int i = 0; i < count; i++)
    if (cells[i] != NULL && cells[i][0] != '\0')
      worksheet_write_string(s, row, (lxw_col_t)i, cells[i], f);
}

static lxw_worksheet *new_sheet(struct xlsx_out *x, const char *name, const char *const *heads,
                                int count) {
  lxw_worksheet *s = workbook_add_worksheet(x->book, name);
  if (s == NULL) return NULL;
  worksheet_set_column(s, 0, 0, 28, NULL);
  worksheet_set_column(s, 1, (lxw_col_t)(count - 1), 36, NULL);
  put_line(s, 0, heads, count, x->head);
  worksheet_freeze_panes(s, 1, 0);
  return s;
}

static void put_notes(struct xlsx_out *x, lxw_worksheet *s, lxw_row_t row, const struct notes *list,
                      int count) {
  for (size_t i = 0; i < list->count; i++, row++) {
    put_line(s, row, list->items[i].cells, count, NULL);
    worksheet_write_number(s, row, (lxw_col_t)count, list->items[i].lines, x->count);
  }
  if (list->more) worksheet_write_string(s, row, 0, "and more that are not listed", NULL);
}

static lxw_row_t put_question(lxw_worksheet *s, const struct imp_law *law,
                              const struct imp_query *q) {
  lxw_row_t row = 1;
  const char *known = q->known != NULL ? q->known : imp_law_newest_known(law);
  put_line(s, row++, (const char *[]){"law", imp_law_digest(law)}, 2, NULL);
  put_line(s, row++, (const char *[]){"known", known}, 2, NULL);
  put_line(s, row++, (const char *[]){"sources read through", imp_law_read_through(law)}, 2, NULL);
  put_line(s, row++, (const char *[]){"basis", q->basis == IMP_LEGAL ? "legal" : "collected"}, 2,
           NULL);
  for (uint32_t i = 0; i < q->pick_count; i++)
    put_line(s, row++, (const char *[]){"assumed by --if", q->picks[i].name, q->picks[i].value}, 3,
             NULL);
  for (const char *const *n = imp_not_included(); *n != NULL; n++)
    put_line(s, row++, (const char *[]){"not included", *n}, 2, NULL);
  return row;
}

enum imp_status xlsx_out_close(struct xlsx_out *x, const struct imp_law *law,
                               const struct imp_query *query, struct imp_error *err) {
  lxw_worksheet *a = new_sheet(x, "Assumptions", (const char *[]){"what", "says", "bills"}, 3);
  lxw_worksheet *s = new_sheet(x, "Sources",
                               (const char *[]){"measure", "heading", "title", "citation", "act",
                                                "read from", "bills"},
                               7);
  if (a == NULL || s == NULL) return error_no_memory(err);
  put_notes(x, a, put_question(a, law, query), &x->assumptions, 2);
  put_notes(x, s, 1, &x->sources, 6);
  lxw_error e = workbook_close(x->book);
  x->book = NULL; /* freed by its close, whatever came of it */
  return e == LXW_NO_ERROR ? IMP_OK : cannot_write(lxw_strerror(e), err);
}

void xlsx_out_free(struct xlsx_out *x) {
  if (x == NULL) return;
  if (x->book != NULL) lxw_workbook_free(x->book);
  mem_free(x->assumptions.items);
  mem_free(x->sources.items);
  buf_free(&x->cell);
  arena_free(&x->arena);
  mem_free(x);
}
