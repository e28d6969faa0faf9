// SPDX-License-Identifier: Apache-2.0
// A catalogue through the export controls: every line of a CSV, TSV or JSON lines file. See catalogue.h.

#include "cli/catalogue.h"

#include <errno.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/jsonl.h"
#include "cli/sheet.h"
#include "cli/study.h"

enum column { ITEM, CODE, OUT_OF, INTO, ON, DEED, FACTS, CLAIMS, ENTRY, COLUMNS };

static const char *const names[COLUMNS][4] = {
    [ITEM] = {"item", "words", "name", "description"},
    [CODE] = {"code", "hts", "commodity code", "number"},
    [OUT_OF] = {"out-of", "from", "exporting country", "country of export"},
    [INTO] = {"into", "to", "destination", "country of destination"},
    [ON] = {"on", "date", "day", "export date"},
    [DEED] = {"deed"},
    [FACTS] = {"facts"},
    [CLAIMS] = {"claims"},
    [ENTRY] = {"entry", "control code", "eccn"},
};

enum { PIECES_MAX = 64, ANSWERS = IMP_LICENCE_PROHIBITED + 1 };

struct catalogue {
  struct cli *cli;
  struct sheet_reader sheet;
  struct imp_screen *screen;
  struct imp_text text;
  enum imp_format format;
  bool summary;      /* counts alone */
  bool json, headed; /* JSON lines, and whether one of them has named the columns of a table */
  struct arena head, work;
  const char **columns; /* of the table that is written; of JSON lines the keys of the first */
  uint32_t count, at[COLUMNS];
  struct imp_case defaults;
  uint64_t lines, refused, answers[ANSWERS];
  uint64_t near, unsure; /* lines an entry is offered for; lines whose answer hangs on something */
};

/* ---- columns ------------------------------------------------------------------------------------------------------- */

static char plain(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c == '_' || c == ' ' ? '-' : c;
}

static bool same_name(const char *a, const char *b) {
  while (*a && plain(*a) == plain(*b)) a++, b++;
  return *a == *b;
}

static void find_columns(struct catalogue *k, const char *const *columns, uint32_t count) {
  for (int f = 0; f < COLUMNS; f++) {
    k->at[f] = UINT32_MAX;
    for (int n = 0; n < 4 && names[f][n] != NULL && k->at[f] == UINT32_MAX; n++)
      for (uint32_t i = 0; i < count && k->at[f] == UINT32_MAX; i++)
        if (same_name(names[f][n], columns[i])) k->at[f] = i;
  }
}

static bool keep_columns(struct catalogue *k, const char *const *columns, uint32_t count) {
  k->count = count;
  k->columns = arena_array(&k->head, count + 1u, sizeof *k->columns);
  for (uint32_t i = 0; i < count && k->columns != NULL; i++)
    k->columns[i] = str_dup(&k->head, str_trim(str_of(columns[i])));
  return k->columns != NULL && !k->head.failed;
}

static enum imp_status read_heading(struct catalogue *k, const char *file, struct imp_error *err) {
  struct sheet_record row;
  enum sheet_status t = sheet_next(&k->sheet, &row, err);
  if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
  if (t == SHEET_END || row.wrong != NULL)
    return error_set(err, IMP_IO, "input.heading",
                     "the first line names the columns: item, code, out-of, into, on, facts",
                     "%s has no heading line that can be read", file);
  if (!keep_columns(k, row.cells, row.count)) return error_no_memory(err);
  find_columns(k, k->columns, k->count);
  if (k->at[ITEM] != UINT32_MAX || k->at[CODE] != UINT32_MAX || k->at[ENTRY] != UINT32_MAX)
    return IMP_OK;
  return error_set(err, IMP_IO, "input.columns", "name a column item, code or entry",
                   "%s has no column that says what the goods are", file);
}

/* ---- a line ---------------------------------------------------------------------------------------------------------- */

static const char *cell_of(const struct catalogue *k, const struct sheet_record *row, enum column f,
                           const char *otherwise) {
  uint32_t at = k->at[f];
  if (at == UINT32_MAX || at >= row->count || row->cells[at][0] == '\0') return otherwise;
  return row->cells[at];
}

/* Pieces between semicolons, behind those of the command line. */
static uint32_t split(const char *cell, struct str out[PIECES_MAX]) {
  struct str rest = str_of(cell), one;
  uint32_t n = 0;
  while (cell != NULL && n < PIECES_MAX && str_split(&rest, ';', &one)) {
    out[n] = str_trim(one);
    n += out[n].n > 0;
  }
  return n;
}

static bool add_facts(struct catalogue *k, const char *cell, struct imp_case *c) {
  struct str pieces[PIECES_MAX], rest, name;
  uint32_t n = split(cell, pieces);
  if (n == 0) return true;
  struct imp_pair *facts = arena_array(&k->work, c->fact_count + n, sizeof *facts);
  if (facts == NULL) return false;
  for (uint32_t i = 0; i < c->fact_count; i++) facts[i] = c->facts[i];
  for (uint32_t i = 0; i < n; i++) {
    rest = pieces[i];
    bool equals = str_find(rest, '=') >= 0;
    str_split(&rest, '=', &name);
    struct imp_pair *f = &facts[c->fact_count + i];
    f->name = str_dup(&k->work, str_trim(name));
    f->value = equals ? str_dup(&k->work, str_trim(rest)) : "yes";
    if (f->name == NULL || f->value == NULL) return false;
  }
  c->facts = facts;
  c->fact_count += n;
  return true;
}

static bool add_claims(struct catalogue *k, const char *cell, struct imp_case *c) {
  struct str pieces[PIECES_MAX];
  uint32_t n = split(cell, pieces);
  if (n == 0) return true;
  const char **claims = arena_array(&k->work, c->claim_count + n, sizeof *claims);
  if (claims == NULL) return false;
  for (uint32_t i = 0; i < c->claim_count; i++) claims[i] = c->claims[i];
  for (uint32_t i = 0; i < n; i++)
    if ((claims[c->claim_count + i] = str_dup(&k->work, pieces[i])) == NULL) return false;
  c->claims = claims;
  c->claim_count += n;
  return true;
}

static bool read_case(struct catalogue *k, const struct sheet_record *row, const char **entry,
                      struct imp_case *c) {
  *c = k->defaults;
  c->item = cell_of(k, row, ITEM, NULL);
  c->code = cell_of(k, row, CODE, NULL);
  c->out_of = cell_of(k, row, OUT_OF, c->out_of);
  c->into = cell_of(k, row, INTO, c->into);
  c->on = cell_of(k, row, ON, c->on);
  c->deed = cell_of(k, row, DEED, c->deed);
  *entry = cell_of(k, row, ENTRY, NULL);
  if (*entry != NULL) {
    c->entries = entry;
    c->entry_count = 1;
  }
  return add_facts(k, cell_of(k, row, FACTS, NULL), c) &&
         add_claims(k, cell_of(k, row, CLAIMS, NULL), c);
}

static enum imp_status put_heading(struct catalogue *k, struct imp_error *err) {
  return imp_report_screened(NULL, k->columns, NULL, k->count, k->format, &k->text, err);
}

static bool is_table(const struct catalogue *k) {
  return k->format == IMP_CSV || k->format == IMP_TSV;
}

/* The cells under the columns of a table. False: one has no column, which *row says. */
static bool order_cells(struct catalogue *k, const struct jsonl_members *m, const char **cells,
                        struct sheet_record *row) {
  for (uint32_t i = 0; i < k->count; i++) cells[i] = "";
  for (uint32_t i = 0; i < m->count; i++) {
    uint32_t at = 0;
    while (at < k->count && strcmp(k->columns[at], m->names[i]) != 0) at++;
    if (at == k->count) {
      row->wrong = "it has a key that the first line does not name; a table wants -O jsonl";
      return false;
    }
    cells[at] = m->values[i];
  }
  return true;
}

/* A line of JSON as a row: its keys are its columns. In a table they stand under those of the first line. */
static bool json_row(struct catalogue *k, struct sheet_record *row, const char ***keys,
                     uint32_t *count) {
  struct jsonl_members *m = arena_alloc(&k->work, sizeof *m);
  if (m == NULL || !jsonl_members(str_of(row->cells[0]), &k->work, m)) return false;
  if (row->wrong == NULL) row->wrong = m->wrong;
  bool first = !k->headed;
  k->headed = true;
  if (first && is_table(k) && !keep_columns(k, m->names, m->count)) return false;
  row->cells = m->values;
  row->count = *count = m->count;
  *keys = m->names;
  find_columns(k, m->names, m->count);
  if (!is_table(k)) return true;
  const char **cells = arena_array(&k->work, k->count + 1u, sizeof *cells);
  if (cells == NULL) return false;
  if (order_cells(k, m, cells, row)) find_columns(k, k->columns, k->count);
  row->cells = cells;
  row->count = *count = k->count;
  *keys = k->columns;
  return true;
}

static void count_line(struct catalogue *k, const struct imp_screened *x) {
  k->lines++;
  if (x->id != NULL) {
    k->refused++;
    return;
  }
  k->answers[x->word]++;
  k->near += x->near[0] != '\0';
  k->unsure += !x->sure;
}

static enum imp_status one_line(struct catalogue *k, struct sheet_record *row,
                                struct imp_error *err) {
  const struct imp_screened *x = NULL;
  struct imp_screened bad = {.id = "input.record"};
  struct imp_case c;
  const char *entry, **keys = k->columns;
  uint32_t count = k->count;
  bool headed = k->headed;
  if (k->json && !json_row(k, row, &keys, &count)) return error_no_memory(err);
  const char **cells = arena_array(&k->work, count + 1u, sizeof *cells);
  if (cells == NULL || !read_case(k, row, &entry, &c)) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  bad.reason = row->wrong;
  if (k->json && !headed && is_table(k)) status = put_heading(k, err);
  if (status != IMP_OK) return status;
  if (row->wrong != NULL)
    x = &bad;
  else
    status = imp_screen_case(k->screen, &c, &x, err);
  if (status != IMP_OK) return status;
  count_line(k, x);
  for (uint32_t i = 0; i < count; i++) cells[i] = i < row->count ? row->cells[i] : "";
  if (!k->summary) status = imp_report_screened(x, keys, cells, count, k->format, &k->text, err);
  return status;
}

static enum imp_status all_lines(struct catalogue *k, struct imp_error *err) {
  struct sheet_record row;
  enum imp_status status = IMP_OK;
  while (status == IMP_OK) {
    enum sheet_status t = sheet_next(&k->sheet, &row, err);
    if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
    if (t == SHEET_END) return IMP_OK;
    status = one_line(k, &row, err);
    arena_reset(&k->work);
    if (status == IMP_OK && k->text.n > (1u << 16))
      status = output_put(&k->cli->output, &k->text, err);
  }
  return status;
}

/* ---- the file --------------------------------------------------------------------------------------------------------- */

static void put_summary(const struct catalogue *k, const char *file, FILE *out) {
  fprintf(out, "%s: %llu lines\n", file, (unsigned long long)k->lines);
  for (int w = ANSWERS; w-- > 0;)
    if (k->answers[w] > 0)
      fprintf(out, "  %10llu  %s\n", (unsigned long long)k->answers[w],
              imp_licence_word_text((enum imp_licence_word)w));
  if (k->near > 0)
    fprintf(out, "  %10llu  of them near an entry, which is offered and not taken\n",
            (unsigned long long)k->near);
  if (k->refused > 0)
    fprintf(out, "  %10llu  refused: their words are not understood\n",
            (unsigned long long)k->refused);
}

/* A file that begins with a brace is of JSON lines, each with its own names. */
static enum imp_status read_kind(struct catalogue *k, const char *file, struct imp_error *err) {
  k->json = sheet_peek(&k->sheet) == '{';
  if (!k->json) return read_heading(k, file, err);
  k->sheet.separator = '\n'; /* a record is a line and one cell */
  return IMP_OK;
}

static enum imp_status screen_file(struct catalogue *k, const char *file, struct imp_error *err) {
  enum imp_status status = read_kind(k, file, err);
  if (status == IMP_OK) status = imp_screen_open(k->cli->law, &k->cli->query, &k->screen, err);
  if (status == IMP_OK)
    status = output_open(&k->cli->output, cli_value(k->cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK && !k->summary && !k->json) status = put_heading(k, err);
  if (status == IMP_OK) status = all_lines(k, err);
  if (status == IMP_OK && k->summary) put_summary(k, file, k->cli->output.file);
  if (status == IMP_OK) status = output_put(&k->cli->output, &k->text, err);
  if (status == IMP_OK) status = output_close(&k->cli->output, err);
  if (status == IMP_OK && !k->summary && k->cli->output.name != NULL) put_summary(k, file, stderr);
  return status;
}

static enum imp_status exit_of(const struct catalogue *k) {
  if (k->answers[IMP_LICENCE_PROHIBITED] > 0) return IMP_PROHIBITED;
  return k->refused > 0 || k->unsure > 0 ? IMP_REFUSED : IMP_OK;
}

enum imp_status catalogue_run(struct cli *cli, const char *file, const struct imp_case *defaults,
                              enum imp_format format, bool summary, struct imp_error *err) {
  bool standard = strcmp(file, "-") == 0;
  struct catalogue *k = arena_alloc(&cli->arena, sizeof *k);
  if (k == NULL) return error_no_memory(err);
  *k = (struct catalogue){.cli = cli, .defaults = *defaults, .format = format, .summary = summary};
  FILE *in = standard ? stdin : fopen(file, "rb");
  if (in == NULL)
    return error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
                     "cannot read %s: %s", file, strerror(errno));
  const char *ending = cli_ending(file);
  sheet_open(&k->sheet, in, ending != NULL && strcmp(ending, "tsv") == 0 ? '\t' : 0);
  enum imp_status status = screen_file(k, standard ? "standard input" : file, err);
  sheet_close(&k->sheet);
  imp_screen_free(k->screen);
  imp_text_free(&k->text);
  arena_free(&k->head);
  arena_free(&k->work);
  if (!standard) fclose(in);
  return status == IMP_OK ? exit_of(k) : status;
}
