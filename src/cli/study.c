// SPDX-License-Identifier: Apache-2.0
// See study.h.
#include "cli/study.h"

#include <errno.h>
#include <string.h>

#include "cli/jsonl.h"
#include "cli/sheet.h"

static bool ends_with(const char *name, const char *ending) {
  size_t n = strlen(name), e = strlen(ending);
  return n > e && strcmp(name + n - e, ending) == 0;
}

enum imp_status study_line(struct cli *cli, struct imp_line *out, struct imp_error *err) {
  enum imp_status status = cli_read_line(cli, out, err);
  if (out->value == NULL) out->value = "10000";
  return status;
}

/* ---- a file ---------------------------------------------------------------------------------------------- */

struct reader {
  const char *file;
  struct sheet_reader sheet;
  bool json;
  struct arena head;
  struct columns columns;
  uint32_t number;
};

static enum imp_status read_heading(struct reader *r, struct imp_error *err) {
  struct sheet_record row;
  int first = sheet_peek(&r->sheet);
  r->json = first == '{' || (first < 0 && ends_with(r->file, ".jsonl"));
  if (r->json) r->sheet.separator = '\n';
  if (r->json) return IMP_OK;
  enum sheet_status t = sheet_next(&r->sheet, &row, err);
  if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
  if (t == SHEET_END)
    return error_set(err, IMP_IO, "input.empty",
                     "the first line names the columns: code, from, on, value, ...", "%s is empty",
                     r->file);
  if (row.wrong != NULL)
    return error_set(err, IMP_IO, "input.heading", "save the file as CSV in UTF-8", "%s:%llu: %s",
                     r->file, (unsigned long long)row.line, row.wrong);
  return columns_read(&r->head, row.cells, row.count, r->file, &r->columns, err);
}

static bool fill(struct reader *r, const struct sheet_record *row, struct record *out) {
  if (row->wrong != NULL) return true;
  if (r->json) return jsonl_read(str_of(row->cells[0]), out) && record_finish(out);
  uint32_t count = row->count;
  while (count > r->columns.count && row->cells[count - 1][0] == '\0') count--;
  if (count != r->columns.count)
    return record_fail(out, "input.cells", "see whether a comma or quote is missing or too many",
                       "the line has %u cells, the first line names %u", (unsigned)row->count,
                       (unsigned)r->columns.count);
  for (uint32_t i = 0; i < count; i++) {
    const char *cell = str_dup(out->arena, str_of(row->cells[i]));
    if (cell == NULL || !record_set(out, r->columns.fields[i], r->columns.facts[i], cell))
      return false;
  }
  return record_finish(out);
}

static enum imp_status take_row(struct reader *r, const struct sheet_record *row, study_each *each,
                                void *user, uint32_t *bad, struct imp_error *err) {
  struct arena arena = {0};
  struct record *record = arena_alloc(&arena, sizeof *record);
  enum imp_status status = record != NULL ? IMP_OK : error_no_memory(err);
  if (status == IMP_OK) record_start(record, &arena, ++r->number);
  if (status == IMP_OK && !fill(r, row, record)) status = error_no_memory(err);
  const char *wrong = row->wrong != NULL ? row->wrong : record != NULL ? record->wrong : NULL;
  if (status == IMP_OK && wrong != NULL) {
    fprintf(stderr, "impost: %s:%llu: left out: %s\n", r->file, (unsigned long long)row->line,
            wrong);
    ++*bad;
  } else if (status == IMP_OK) {
    status = each(user, &record->line, err);
  }
  arena_free(&arena);
  return status;
}

static enum imp_status read_rows(struct reader *r, study_each *each, void *user, uint32_t *bad,
                                 struct imp_error *err) {
  struct sheet_record row;
  enum imp_status status = read_heading(r, err);
  while (status == IMP_OK) {
    enum sheet_status t = sheet_next(&r->sheet, &row, err);
    if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
    if (t == SHEET_END) break;
    status = take_row(r, &row, each, user, bad, err);
  }
  return status;
}

enum imp_status study_read_file(const char *file, study_each *each, void *user, uint32_t *bad,
                                struct imp_error *err) {
  bool standard = strcmp(file, "-") == 0;
  struct reader r = {.file = standard ? "standard input" : file};
  FILE *in = standard ? stdin : fopen(file, "rb");
  if (in == NULL)
    return error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
                     "cannot read %s: %s", file, strerror(errno));
  sheet_open(&r.sheet, in, ends_with(file, ".tsv") ? '\t' : 0);
  enum imp_status status = read_rows(&r, each, user, bad, err);
  sheet_close(&r.sheet);
  arena_free(&r.head);
  if (!standard) fclose(in);
  return status;
}

/* ---- the report ------------------------------------------------------------------------------------------ */

enum imp_status study_report(struct cli *cli, int *svg, struct imp_error *err) {
  enum cli_option_id id = svg != NULL ? OPTION_PICTURE : OPTION_FORM;
  const char *name = cli_value(cli->args, id), *file = cli_value(cli->args, OPTION_OUTPUT);
  const char *dot = file != NULL ? strrchr(file, '.') : NULL;
  bool json = cli_has(cli->args, OPTION_JSON);
  if (name != NULL && !cli_is_choice(cli_options[id].argument, name))
    return cli_usage(cli, err, "there is no form \"%s\" here; there are %s", name,
                     cli_options[id].argument);
  if (name != NULL && json && strcmp(name, "json") != 0)
    return cli_usage(cli, err, "-O %s and --json ask for two forms", name);
  if (name == NULL && json) name = "json";
  if (name == NULL && dot != NULL && cli_is_choice(cli_options[id].argument, dot + 1))
    name = dot + 1;
  enum imp_status status = cli_read_report(cli, err);
  cli->report.format = name != NULL && strcmp(name, "json") == 0 ? IMP_JSON : IMP_TEXT;
  if (svg != NULL) *svg = name != NULL && strcmp(name, "svg") == 0;
  if (cli->report.format != IMP_TEXT) cli->report.color = 0;
  return status;
}

enum imp_status study_write(struct cli *cli, struct imp_text *text, struct imp_error *err) {
  enum imp_status status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, text, err);
  return status == IMP_OK ? output_close(&cli->output, err) : status;
}
