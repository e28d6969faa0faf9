// SPDX-License-Identifier: Apache-2.0
// Every line of a shipment file: see lines.h. One bad line never stops the others.

#include "cli/lines.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/jsonl.h"
#include "cli/record.h"
#include "cli/sheet.h"

struct reading {
  struct sheet_reader sheet;
  const char *file;
  bool json;
  struct arena head;
  struct columns columns;
  uint32_t number;
};

static bool set_cells(struct reading *r, const struct sheet_record *row, struct record *out) {
  for (uint32_t i = 0; i < r->columns.count && i < row->count; i++)
    if (str_utf8_valid(str_of(row->cells[i]), NULL) &&
        !record_set(out, r->columns.fields[i], r->columns.facts[i], row->cells[i]))
      return false;
  return record_finish(out);
}

/* Of the first line, where another heading would be. */
static void tell_keys(const struct reading *r, const struct sheet_record *row) {
  struct arena a = {0};
  struct jsonl_members *m = arena_alloc(&a, sizeof *m);
  if (m != NULL && row->wrong == NULL && jsonl_members(str_of(row->cells[0]), &a, m))
    columns_tell_keys(m->names, m->count, r->file);
  arena_free(&a);
}

static enum imp_status one_line(struct reading *r, const struct sheet_record *row, lines_each *each,
                                void *user, struct imp_error *err) {
  struct arena a = {0};
  if (r->json && r->number == 0) tell_keys(r, row);
  struct record *out = arena_alloc(&a, sizeof *out);
  bool ok = out != NULL;
  const char *wrong = row->wrong;
  if (ok) {
    record_start(out, &a, ++r->number);
    out->of_book = row->padded;
    out->from_1904 = row->from_1904;
  }
  if (ok && wrong == NULL)
    ok = r->json ? jsonl_read(str_of(row->cells[0]), out) && record_finish(out)
                 : set_cells(r, row, out);
  if (ok && wrong == NULL) wrong = out->wrong;
  enum imp_status status =
      ok ? each(user, &out->line, row->line, wrong, err) : error_no_memory(err);
  arena_free(&a);
  return status;
}

static enum imp_status read_rows(struct reading *r, lines_each *each, void *user,
                                 struct imp_error *err) {
  struct sheet_record row;
  for (;;) {
    enum sheet_status t = sheet_next(&r->sheet, &row, err);
    if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
    if (t == SHEET_END) return IMP_OK;
    enum imp_status status = one_line(r, &row, each, user, err);
    if (status != IMP_OK) return status;
  }
}

static enum imp_status read_heading(struct reading *r, struct imp_error *err) {
  struct sheet_record row;
  enum sheet_status t = sheet_next(&r->sheet, &row, err);
  if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
  if (t == SHEET_END)
    return error_set(err, IMP_IO, "input.heading",
                     "the first line names the columns: code, from, on, value, ...",
                     "%s has no heading line that can be read", r->file);
  if (row.wrong != NULL)
    return error_set(err, IMP_IO, "input.heading", "save the file as CSV in UTF-8", "%s:%llu: %s",
                     r->file, (unsigned long long)row.line, row.wrong);
  enum imp_status status = columns_read(&r->head, row.cells, row.count, r->file, &r->columns, err);
  if (status == IMP_OK) columns_tell(&r->columns, r->file);
  return status;
}

static enum imp_status read_all(struct reading *r, lines_each *each, void *user,
                                struct imp_error *err) {
  int first = sheet_peek(&r->sheet);
  if (first < 0)
    return error_set(err, IMP_IO, "input.empty",
                     "the first line names the columns: code, from, on, value, ...", "%s is empty",
                     r->file);
  r->json = first == '{';
  enum imp_status status = IMP_OK;
  if (r->json)
    r->sheet.separator = '\n'; /* a record is a line and one cell */
  else
    status = read_heading(r, err);
  return status == IMP_OK ? read_rows(r, each, user, err) : status;
}

enum imp_status lines_read(const char *file, lines_each *each, void *user, struct imp_error *err) {
  bool standard = strcmp(file, "-") == 0;
  struct reading r = {.file = standard ? "standard input" : file};
  const char *ending = cli_ending(file);
  FILE *in = standard ? stdin : fopen(file, "rb");
  if (in == NULL)
    return error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
                     "cannot read %s: %s", file, strerror(errno));
  sheet_open(&r.sheet, in, ending != NULL && strcmp(ending, "tsv") == 0 ? '\t' : 0);
  enum imp_status status = read_all(&r, each, user, err);
  sheet_close(&r.sheet);
  arena_free(&r.head);
  if (!standard) fclose(in);
  return status;
}
