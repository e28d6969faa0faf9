// SPDX-License-Identifier: Apache-2.0
// needs room: cli
// A shipment file: any bytes end in records or in words that say what is wrong; every line of the file is in
// some record; good cells are valid UTF-8. The program is no library, so its files are compiled in here.
#include <assert.h>
#include <stdint.h>
#include <stdio.h>

#include "cli/columns.c"
#include "cli/columns_near.c"
#include "cli/jsonl.c"
#include "cli/record.c"
#include "cli/sheet.c"
#include "cli/xlsx_text.c"

/* Workbooks are read by other libraries; here a file that begins like one is refused. */
enum imp_status xlsx_in_open(FILE *file, struct xlsx_in **out, struct imp_error *err) {
  (void)file;
  *out = NULL;
  return error_set(err, IMP_IO, "input.xlsx", NULL, "no workbooks here");
}
enum sheet_status xlsx_in_next(struct xlsx_in *x, struct sheet_record *out, struct imp_error *err) {
  (void)x;
  (void)out;
  (void)err;
  return SHEET_END;
}
void xlsx_in_free(struct xlsx_in *x) {
  (void)x;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_cells(const struct columns *columns, const struct sheet_record *row) {
  struct arena a = {0};
  struct record *r = arena_alloc(&a, sizeof *r);
  assert(r != NULL);
  record_start(r, &a, 1);
  for (uint32_t i = 0; i < columns->count && i < row->count; i++)
    assert(record_set(r, columns->fields[i], columns->facts[i], row->cells[i]));
  assert(record_finish(r));
  assert((r->wrong == NULL) == (r->id == NULL));
  arena_free(&a);
}

static void read_json(const char *text) {
  struct arena a = {0};
  struct record *r = arena_alloc(&a, sizeof *r);
  assert(r != NULL);
  record_start(r, &a, 1);
  assert(jsonl_read(str_of(text), r));
  struct jsonl_members *m = arena_alloc(&a, sizeof *m);
  assert(m != NULL && jsonl_members(str_of(text), &a, m));
  assert(m->wrong == NULL || m->count == 0);
  for (uint32_t i = 0; i < m->count; i++) assert(str_utf8_valid(str_of(m->values[i]), NULL));
  arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct sheet_reader t;
  struct sheet_record row;
  struct columns columns;
  struct arena head = {0};
  struct imp_error err;
  bool named = false;
  uint64_t line = 0;
  FILE *f = size > 0 ? fmemopen((void *)(uintptr_t)data, size, "rb") : NULL;
  if (f == NULL) return 0;
  sheet_open(&t, f, 0);
  while (sheet_next(&t, &row, &err) == SHEET_RECORD) {
    assert(row.line > line && row.count > 0);
    line = row.line;
    if (row.wrong != NULL) continue;
    for (uint32_t i = 0; i < row.count; i++) assert(str_utf8_valid(str_of(row.cells[i]), NULL));
    read_json(row.cells[0]);
    if (named)
      read_cells(&columns, &row);
    else
      named = columns_read(&head, row.cells, row.count, "file", &columns, &err) == IMP_OK;
  }
  sheet_close(&t);
  arena_free(&head);
  fclose(f);
  return 0;
}
