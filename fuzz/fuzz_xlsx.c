// SPDX-License-Identifier: Apache-2.0
// needs room: cli
// A workbook: any bytes end in rows or in words that say what is wrong; no row has more cells than there may be, no
// cell is missing. The program is no library, so its files are compiled in here.
#include <assert.h>
#include <stdint.h>
#include <stdio.h>

#include "cli/sheet.c"
#include "cli/xlsx_in.c"
#include "cli/xlsx_text.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  enum { ROWS_MOST = 2000 }; /* a package of some bytes may hold very many */
  struct xlsx_in *x = NULL;
  struct sheet_record row;
  struct imp_error err = {0};
  FILE *f = size > 0 ? fmemopen((void *)(uintptr_t)data, size, "rb") : NULL;
  if (f == NULL) return 0;
  if (xlsx_in_open(f, &x, &err) == IMP_OK) {
    enum sheet_status status = SHEET_RECORD;
    for (int n = 0; n < ROWS_MOST && status == SHEET_RECORD; n++) {
      status = xlsx_in_next(x, &row, &err);
      if (status != SHEET_RECORD) break;
      assert(row.padded && row.count <= SHEET_CELLS_MOST);
      for (uint32_t i = 0; i < row.count; i++) assert(row.cells[i] != NULL);
    }
    assert(status != SHEET_FAILED || err.message[0] != '\0');
  } else {
    assert(x == NULL && err.message[0] != '\0');
  }
  xlsx_in_free(x);
  fclose(f);
  return 0;
}
