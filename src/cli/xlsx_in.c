// SPDX-License-Identifier: Apache-2.0
// Rows of an Excel workbook: see xlsx_in.h. minizip opens the parts of the package, expat reads their XML; the
// parser is stopped at the end of each row, so a sheet of any length is read row by row. This file alone knows
// either library.

#include "cli/xlsx_in.h"

#include <stdlib.h>
#include <string.h>

#include <expat.h>
#include <minizip/unzip.h>

#define MAIN_SHEET  "Main Report"
#define SHARED_MOST ((size_t)256 << 20)
enum { PIECE = 1 << 15, NAME_MOST = 128, FORMATS_MOST = 4096, FORMULA_MOST = 200 };

struct format {
  unsigned id;
  const char *letters;
};

struct texts { /* a growing list of texts in the arena */
  const char **items;
  size_t count, cap;
};

enum place {
  IN_NOTHING,
  IN_TEXT /* <v>, <t>: characters are kept */,
  IN_FORMULA /* <f>: so are they */
};

struct xlsx_in {
  unzFile zip;
  XML_Parser parser;
  struct arena arena; /* of the workbook */
  struct texts shared;
  struct texts rels; /* Id, Target, Id, Target ... */
  struct format *formats;
  size_t format_count, format_cap;
  bool *dates; /* by style of a cell */
  size_t date_count, date_cap;
  bool from_1904, in_cell_styles, in_phonetic;
  char sheet_id[NAME_MOST]; /* of the sheet chosen */
  bool main_found;
  enum place place;
  struct buf text;    /* characters of the part at hand */
  struct buf formula; /* of the cell at hand, behind its "=" */
  struct arena row;   /* cells of the row */
  const char **cells;
  uint32_t count, column;
  uint64_t line;
  char type[12];
  unsigned style;
  bool row_done, ended, failed; /* failed: out of memory */
  const char *wrong;            /* of the row */
  char input[PIECE];
  size_t input_size;
  bool open; /* the sheet is the current file of the package */
};

static const char *attribute(const char **list, const char *name) {
  for (; *list != NULL; list += 2)
    if (strcmp(list[0], name) == 0) return list[1];
  return NULL;
}

static unsigned number_of(const char *text) {
  return text != NULL ? (unsigned)strtoul(text, NULL, 10) : 0;
}

static void add_text(struct xlsx_in *x, struct texts *list, const char *text) {
  void *items = list->items;
  if (text == NULL) text = "";
  if (x->arena.used > SHARED_MOST ||
      !mem_grow(&items, &list->cap, list->count + 1, sizeof *list->items)) {
    x->failed = true;
    return;
  }
  list->items = items;
  list->items[list->count] = str_dup(&x->arena, str_of(text));
  if (list->items[list->count++] == NULL) x->failed = true;
}

static const char *text_of(const struct xlsx_in *x) {
  return x->text.n > 0 ? x->text.p : "";
}

static void XMLCALL characters(void *user, const char *s, int n) {
  struct xlsx_in *x = user;
  if (x->place == IN_TEXT && !x->in_phonetic && x->text.n < SHEET_RECORD_MOST)
    buf_put(&x->text, (struct str){s, (size_t)n});
  if (x->place == IN_FORMULA && x->formula.n < FORMULA_MOST)
    buf_put(&x->formula, (struct str){s, (size_t)n});
}

/* ---- parts before the sheet -------------------------------------------------------------------- */

static void XMLCALL workbook_start(void *user, const char *name, const char **a) {
  struct xlsx_in *x = user;
  const char *title = attribute(a, "name"), *id = attribute(a, "r:id"),
             *old = attribute(a, "date1904");
  if (strcmp(name, "workbookPr") == 0)
    x->from_1904 = old != NULL && (strcmp(old, "1") == 0 || strcmp(old, "true") == 0);
  if (strcmp(name, "sheet") != 0 || id == NULL || strlen(id) >= NAME_MOST || x->main_found) return;
  x->main_found = title != NULL && strcmp(title, MAIN_SHEET) == 0;
  if (x->sheet_id[0] == '\0' || x->main_found) memcpy(x->sheet_id, id, strlen(id) + 1);
}

static void XMLCALL rels_start(void *user, const char *name, const char **a) {
  struct xlsx_in *x = user;
  if (strcmp(name, "Relationship") != 0) return;
  add_text(x, &x->rels, attribute(a, "Id"));
  add_text(x, &x->rels, attribute(a, "Target"));
}

static void add_format(struct xlsx_in *x, const char **a) {
  void *items = x->formats;
  const char *letters = attribute(a, "formatCode");
  if (x->format_count >= FORMATS_MOST) return;
  if (!mem_grow(&items, &x->format_cap, x->format_count + 1, sizeof *x->formats)) {
    x->failed = true;
    return;
  }
  x->formats = items;
  x->formats[x->format_count++] =
      (struct format){number_of(attribute(a, "numFmtId")), str_dup(&x->arena, str_of(letters))};
}

static void add_style(struct xlsx_in *x, unsigned id) {
  void *items = x->dates;
  if (!mem_grow(&items, &x->date_cap, x->date_count + 1, sizeof *x->dates)) {
    x->failed = true;
    return;
  }
  x->dates = items;
  size_t i = 0;
  while (i < x->format_count && x->formats[i].id != id) i++;
  x->dates[x->date_count++] =
      xlsx_is_date_format(id, i < x->format_count ? x->formats[i].letters : NULL);
}

static void XMLCALL styles_start(void *user, const char *name, const char **a) {
  struct xlsx_in *x = user;
  if (strcmp(name, "cellXfs") == 0) x->in_cell_styles = true;
  if (strcmp(name, "numFmt") == 0) add_format(x, a);
  if (strcmp(name, "xf") == 0 && x->in_cell_styles)
    add_style(x, number_of(attribute(a, "numFmtId")));
}

static void XMLCALL styles_end(void *user, const char *name) {
  struct xlsx_in *x = user;
  if (strcmp(name, "cellXfs") == 0) x->in_cell_styles = false;
}

static void XMLCALL shared_start(void *user, const char *name, const char **a) {
  struct xlsx_in *x = user;
  (void)a;
  if (strcmp(name, "si") == 0) buf_clear(&x->text);
  if (strcmp(name, "rPh") == 0) x->in_phonetic = true;
  if (strcmp(name, "t") == 0) x->place = IN_TEXT;
}

static void XMLCALL shared_end(void *user, const char *name) {
  struct xlsx_in *x = user;
  if (strcmp(name, "t") == 0) x->place = IN_NOTHING;
  if (strcmp(name, "rPh") == 0) x->in_phonetic = false;
  if (strcmp(name, "si") == 0) add_text(x, &x->shared, text_of(x));
}

/* ---- the sheet --------------------------------------------------------------------------------- */

/* "AB12" → 27; cells may leave their name out, then they follow each other. */
static uint32_t column_of(const char *name, uint32_t otherwise) {
  uint32_t n = 0;
  for (; name != NULL && *name >= 'A' && *name <= 'Z' && n < SHEET_CELLS_MOST * 27u; name++)
    n = n * 26 + (uint32_t)(*name - 'A') + 1;
  return n > 0 ? n - 1 : otherwise;
}

static void XMLCALL sheet_start(void *user, const char *name, const char **a) {
  struct xlsx_in *x = user;
  if (strcmp(name, "row") == 0) {
    const char *r = attribute(a, "r");
    x->line = r != NULL ? strtoul(r, NULL, 10) : x->line + 1;
    x->count = x->column = 0;
  }
  if (strcmp(name, "c") == 0) {
    const char *type = attribute(a, "t");
    x->column = column_of(attribute(a, "r"), x->column);
    x->style = number_of(attribute(a, "s"));
    size_t n = type != NULL ? strlen(type) : 0;
    memcpy(x->type, n < sizeof x->type ? type != NULL ? type : "" : "?",
           n < sizeof x->type ? n + 1 : 2);
    buf_clear(&x->text);
    buf_clear(&x->formula);
  }
  if (strcmp(name, "f") == 0) {
    buf_putc(&x->formula, '=');
    x->place = IN_FORMULA;
  }
  if (strcmp(name, "rPh") == 0) x->in_phonetic = true;
  if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) x->place = IN_TEXT;
}

/* What a cell says, as text. A formula whose result was not stored is its own text: record.c says so where it is read.
 * An empty result is one of text, and its cell says that. */
static const char *cell_text(struct xlsx_in *x) {
  const char *text = text_of(x);
  if (x->formula.n > 0 && text[0] == '\0' && strcmp(x->type, "str") != 0)
    return str_dup(&x->row, buf_str(&x->formula));
  if (strcmp(x->type, "s") == 0) {
    unsigned i = number_of(text);
    return i < x->shared.count ? x->shared.items[i] : "";
  }
  bool number = x->type[0] == '\0' || strcmp(x->type, "n") == 0;
  if (!number || text[0] == '\0') return text;
  struct buf out = {0};
  bool date = x->style < x->date_count && x->dates[x->style];
  if (!date || !xlsx_date(str_of(text), x->from_1904, &out)) {
    buf_clear(&out);
    if (!xlsx_number(str_of(text), &out)) buf_puts(&out, text);
  }
  const char *kept = str_dup(&x->row, buf_str(&out));
  buf_free(&out);
  return kept;
}

static void take_cell(struct xlsx_in *x) {
  if (x->column >= SHEET_CELLS_MOST) {
    x->wrong = "the row has more than 1024 cells";
    return;
  }
  const char *text = cell_text(x);
  char *copy = text != NULL ? str_dup(&x->row, str_of(text)) : NULL;
  if (copy == NULL) {
    x->failed = true;
    return;
  }
  while (x->count < x->column) x->cells[x->count++] = "";
  x->cells[x->column] = copy;
  if (x->count == x->column) x->count++;
  x->column++;
}

static void XMLCALL sheet_end(void *user, const char *name) {
  struct xlsx_in *x = user;
  if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0 || strcmp(name, "f") == 0)
    x->place = IN_NOTHING;
  if (strcmp(name, "rPh") == 0) x->in_phonetic = false;
  if (strcmp(name, "c") == 0) take_cell(x);
  if (strcmp(name, "row") == 0) {
    x->row_done = true;
    XML_StopParser(x->parser, XML_TRUE);
  }
}

/* ---- the package ------------------------------------------------------------------------------- */

static enum imp_status broken(const char *what, struct imp_error *err) {
  return error_set(err, IMP_IO, "input.workbook",
                   "open it in a spreadsheet and save it again, or as CSV",
                   "the workbook cannot be read: %s", what);
}

static void start_part(struct xlsx_in *x, XML_StartElementHandler start,
                       XML_EndElementHandler end) {
  XML_ParserReset(x->parser, NULL);
  XML_SetUserData(x->parser, x);
  XML_SetElementHandler(x->parser, start, end);
  XML_SetCharacterDataHandler(x->parser, characters);
  x->place = IN_NOTHING;
}

/* Reads a part whole. *there tells a part that is missing, which is no error. */
static enum imp_status read_part(struct xlsx_in *x, const char *name, XML_StartElementHandler start,
                                 XML_EndElementHandler end, bool *there, struct imp_error *err) {
  *there = unzLocateFile(x->zip, name, 2) == UNZ_OK;
  if (!*there) return IMP_OK;
  if (unzOpenCurrentFile(x->zip) != UNZ_OK) return broken(name, err);
  start_part(x, start, end);
  int n;
  bool fine = true;
  do {
    n = unzReadCurrentFile(x->zip, x->input, PIECE);
    fine = n >= 0 && XML_Parse(x->parser, x->input, n, n == 0) == XML_STATUS_OK;
  } while (fine && n > 0 && !x->failed && !x->text.failed);
  unzCloseCurrentFile(x->zip);
  if (x->failed || x->text.failed || x->formula.failed) return error_no_memory(err);
  return fine ? IMP_OK : broken(name, err);
}

static enum imp_status open_sheet(struct xlsx_in *x, struct imp_error *err) {
  struct buf name = {0};
  for (size_t i = 0; i + 1 < x->rels.count; i += 2)
    if (strcmp(x->rels.items[i], x->sheet_id) == 0) {
      const char *target = x->rels.items[i + 1];
      buf_printf(&name, "%s%s", target[0] == '/' ? "" : "xl/",
                 target[0] == '/' ? target + 1 : target);
    }
  bool fine = name.n > 0 && !name.failed && unzLocateFile(x->zip, name.p, 2) == UNZ_OK &&
              unzOpenCurrentFile(x->zip) == UNZ_OK;
  buf_free(&name);
  if (!fine) return broken("it has no sheet", err);
  x->open = true;
  start_part(x, sheet_start, sheet_end);
  return IMP_OK;
}

static enum imp_status read_parts(struct xlsx_in *x, struct imp_error *err) {
  bool there;
  enum imp_status status = read_part(x, "xl/workbook.xml", workbook_start, NULL, &there, err);
  if (status == IMP_OK && !there) return broken("it is a package of another sort", err);
  if (status == IMP_OK)
    status = read_part(x, "xl/_rels/workbook.xml.rels", rels_start, NULL, &there, err);
  if (status == IMP_OK)
    status = read_part(x, "xl/styles.xml", styles_start, styles_end, &there, err);
  if (status == IMP_OK)
    status = read_part(x, "xl/sharedStrings.xml", shared_start, shared_end, &there, err);
  return status == IMP_OK ? open_sheet(x, err) : status;
}

static voidpf give_file(voidpf opaque, const char *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static int keep_file(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

enum imp_status xlsx_in_open(FILE *file, struct xlsx_in **out, struct imp_error *err) {
  zlib_filefunc_def calls;
  *out = NULL;
  if (fseek(file, 0, SEEK_SET) != 0)
    return error_set(err, IMP_IO, "input.workbook", "name the file, or give CSV",
                     "a workbook cannot be read from a pipe");
  struct xlsx_in *x = mem_alloc(sizeof *x);
  if (x == NULL) return error_no_memory(err);
  fill_fopen_filefunc(&calls);
  calls.zopen_file = give_file;
  calls.zclose_file = keep_file;
  calls.opaque = file;
  x->zip = unzOpen2("workbook", &calls);
  x->parser = XML_ParserCreate(NULL);
  x->cells = mem_alloc(SHEET_CELLS_MOST * sizeof *x->cells);
  enum imp_status status = x->zip == NULL                          ? broken("it is no package", err)
                           : x->parser == NULL || x->cells == NULL ? error_no_memory(err)
                                                                   : read_parts(x, err);
  if (status == IMP_OK)
    *out = x;
  else
    xlsx_in_free(x);
  return status;
}

/* ---- rows -------------------------------------------------------------------------------------- */

/* Goes on where the parser stopped, then with more of the sheet, up to the end of a row. */
static bool parse_on(struct xlsx_in *x) {
  XML_ParsingStatus state;
  XML_GetParsingStatus(x->parser, &state);
  if (state.parsing == XML_SUSPENDED && XML_ResumeParser(x->parser) == XML_STATUS_ERROR)
    return false;
  while (!x->row_done && !x->ended) {
    int n = unzReadCurrentFile(x->zip, x->input, PIECE);
    if (n < 0 || XML_Parse(x->parser, x->input, n, n == 0) == XML_STATUS_ERROR) return false;
    x->ended = n == 0;
  }
  return true;
}

static bool has_text(const struct xlsx_in *x) {
  for (uint32_t i = 0; i < x->count; i++)
    if (x->cells[i][strspn(x->cells[i], " \t")] != '\0') return true;
  return x->wrong != NULL;
}

enum sheet_status xlsx_in_next(struct xlsx_in *x, struct sheet_record *out, struct imp_error *err) {
  do {
    arena_free(&x->row);
    x->row_done = false;
    x->wrong = NULL;
    x->count = 0;
    bool fine = parse_on(x);
    if (x->failed || x->text.failed || x->formula.failed)
      error_no_memory(err);
    else if (!fine)
      broken("its sheet is damaged", err);
    if (!fine || x->failed || x->text.failed || x->formula.failed) return SHEET_FAILED;
    if (!x->row_done) return SHEET_END;
  } while (!has_text(x));
  *out = (struct sheet_record){.cells = x->cells,
                               .count = x->count,
                               .line = x->line,
                               .padded = true,
                               .from_1904 = x->from_1904,
                               .wrong = x->wrong};
  return SHEET_RECORD;
}

void xlsx_in_free(struct xlsx_in *x) {
  if (x == NULL) return;
  if (x->open) unzCloseCurrentFile(x->zip);
  if (x->zip != NULL) unzClose(x->zip);
  if (x->parser != NULL) XML_ParserFree(x->parser);
  mem_free(x->shared.items);
  mem_free(x->rels.items);
  mem_free(x->formats);
  mem_free(x->dates);
  mem_free(x->cells);
  buf_free(&x->text);
  buf_free(&x->formula);
  arena_free(&x->row);
  arena_free(&x->arena);
  mem_free(x);
}
