// SPDX-License-Identifier: Apache-2.0
// The local file of texts: code, depth and description of every row of the newest edition imported.
//
// It lies in the user's data folder, never beside the law: the descriptions are the schedule's own words.
// It serves to show and search descriptions (goods.c), and as the texts "before" when the next edition
// is imported.
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

bool source_goods_path(const char *given, struct buf *out) {
  const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
  if (given != NULL) {
    buf_puts(out, given);
  } else if (data != NULL && data[0] == '/') {
    buf_printf(out, "%s/impost/goods.tsv", data);
  } else if (home != NULL && home[0] == '/') {
    buf_printf(out, "%s/.local/share/impost/goods.tsv", home);
  } else {
    return false;
  }
  return !out->failed;
}

void source_goods_print(const struct source_rows *rows, imp_day day, const char *name,
                        struct buf *out) {
  buf_puts(
      out,
      "# Descriptions of the tariff schedule, for this machine; written by impost import hts.\n"
      "# edition\t");
  day_print(day, out);
  buf_printf(out, "\t%s\n# code\tdepth\tdescription\n", name);
  for (size_t i = 0; i < rows->count; i++) {
    const struct source_row *row = &rows->items[i];
    source_print_code(row->code, row->digits, out);
    buf_printf(out, "\t%u\t", row->depth);
    buf_put(out, row->text);
    buf_putc(out, '\n');
  }
}

static bool goods_row(struct str line, uint32_t number, struct source_row *row) {
  struct str code, depth;
  *row = (struct source_row){.line = number};
  if (!str_split(&line, '\t', &code) || !str_split(&line, '\t', &depth) || line.p == NULL ||
      depth.n == 0 || depth.n > 2) {
    return false;
  }
  for (size_t i = 0; i < depth.n; i++) {
    if (depth.p[i] < '0' || depth.p[i] > '9') {
      return false;
    }
    row->depth = row->depth * 10 + (uint32_t)(depth.p[i] - '0');
  }
  row->number = code;
  row->text = line;
  return code.n == 0 || source_number(code, &row->code, &row->digits);
}

static enum imp_status add_row(struct source_rows *rows, const struct source_row *row,
                               struct imp_error *err) {
  void *items = rows->items;
  if (!mem_grow(&items, &rows->cap, rows->count + 1, sizeof *row)) {
    return error_no_memory(err);
  }
  rows->items = items;
  rows->items[rows->count++] = *row;
  return IMP_OK;
}

enum imp_status source_goods_rows(struct arena *a, const char *path, struct source_rows *rows,
                                  imp_day *day, struct str *name, struct imp_error *err) {
  struct str bytes = {NULL, 0}, line, mark = STR("# edition\t");
  uint32_t number = 0;
  *day = DAY_FIRST;
  if (!file_exists(path)) {
    return IMP_OK;
  }
  enum imp_status status = file_read(a, path, SOURCE_FILE_MAX, &bytes, err);
  while (status == IMP_OK && bytes.n > 0 && str_split(&bytes, '\n', &line)) {
    struct source_row row;
    number++;
    if (str_starts(line, mark) && line.n > mark.n + 11) {
      if (!day_parse(str_sub(line, mark.n, mark.n + 10), day)) {
        *day = DAY_FIRST;
      }
      *name = str_sub(line, mark.n + 11, line.n);
    }
    if (line.n == 0 || line.p[0] == '#') {
      continue;
    }
    status = rows->count < SOURCE_ROWS_MAX && goods_row(line, number, &row)
                 ? add_row(rows, &row, err)
                 : error_set(err, IMP_IO, "goods.file", "Import the edition once more.",
                             "%s:%u: this is no row of descriptions", path, number);
  }
  return status;
}
