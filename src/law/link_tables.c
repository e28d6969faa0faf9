// SPDX-License-Identifier: Apache-2.0
// Tables of a law: rows of figures with their source, in files of their own.
//
// The file stands in a folder `tables` beside the law file that names it: tab-separated, a comment after
// '#', first the columns as the block states them. Cells are kept as text; who asks gives them meaning.
#include <stdio.h>
#include <string.h>

#include "law/link.h"

#define ROWS_MOST 100000u

/* `us-cn/purchases.law` and `soybeans.tsv`: us-cn/tables/soybeans.tsv. */
static bool same_path(const char *path, const char *law_path, struct str file) {
  const char *slash = strrchr(law_path, '/');
  size_t folder = slash ? (size_t)(slash - law_path) + 1 : 0;
  static const char tables[] = "tables/";
  size_t n = strlen(path);
  return n == folder + 7 + file.n && memcmp(path, law_path, folder) == 0 &&
         memcmp(path + folder, tables, 7) == 0 && memcmp(path + folder + 7, file.p, file.n) == 0;
}

static uint32_t find_file(const struct law *law, const struct deal_table *table) {
  for (uint32_t i = 0; i < law->file_count; i++)
    if (same_path(law->files[i].path, law->files[table->pos.file].path, table->file)) return i;
  return LAW_NONE;
}

static bool next_row(struct str *rest, struct str *row, uint32_t *line) {
  while (rest->n) {
    const char *nl = memchr(rest->p, '\n', rest->n);
    size_t n = nl ? (size_t)(nl - rest->p) : rest->n;
    *row = str_sub(*rest, 0, n);
    *rest = nl ? str_sub(*rest, n + 1, rest->n) : (struct str){NULL, 0};
    ++*line;
    if (row->n && row->p[row->n - 1] == '\r') row->n--;
    if (str_trim(*row).n && row->p[0] != '#') return true;
  }
  return false;
}

static void bad_file(struct linker *l, const struct deal_table *table, const char *what,
                     uint32_t line) {
  char next[160];
  snprintf(next, sizeof next, "Line %u of the file: the columns of the block, separated by tabs.",
           (unsigned)line);
  finding_at(l->found, LAW_TABLE_FILE, table->file, table->pos,
             line ? next : "Put the file into a folder `tables` beside this one.", "%s", what);
}

/* False when the row has not just as many cells. */
static bool split_row(struct str row, struct str *cells, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (!str_split(&row, '\t', &cells[i])) return false;
    cells[i] = str_trim(cells[i]);
  }
  return row.p == NULL;
}

static bool header_fits(const struct deal_table *table, const struct str *cells) {
  for (uint32_t i = 0; i < table->column_count; i++)
    if (!str_eq(table->columns[i], cells[i])) return false;
  return true;
}

static uint32_t count_rows(struct str bytes) {
  struct str row;
  uint32_t line = 0, n = 0;
  while (n < ROWS_MOST && next_row(&bytes, &row, &line)) n++;
  return n ? n - 1 : 0; /* without the columns */
}

static void read_table(struct linker *l, struct deal_table *table, struct str bytes) {
  struct str row;
  uint32_t line = 0, rows = count_rows(bytes), k = table->column_count;
  struct str *cells = arena_array(&l->law->arena, ((size_t)rows + 1) * k, sizeof *cells);
  table->rows = arena_array(&l->law->arena, rows ? rows : 1, sizeof *table->rows);
  if (!cells || !table->rows) {
    l->failed = true;
    return;
  }
  if (!next_row(&bytes, &row, &line) || !split_row(row, cells, k) || !header_fits(table, cells)) {
    bad_file(l, table, "the file does not begin with the columns of the block", line ? line : 1);
    return;
  }
  while (table->row_count < rows && next_row(&bytes, &row, &line)) {
    struct str *mine = cells + (size_t)(table->row_count + 1) * k;
    if (!split_row(row, mine, k)) {
      bad_file(l, table, "a row of the file has more or fewer cells than there are columns", line);
      return;
    }
    table->rows[table->row_count++] = (struct deal_row){.cells = mine, .line = line};
  }
}

void link_tables(struct linker *l) {
  struct law_deal *d = l->law->deal;
  for (uint32_t i = 0; i < d->table_count; i++) {
    uint32_t file = find_file(l->law, &d->tables[i]);
    if (file == LAW_NONE)
      bad_file(l, &d->tables[i], "the file of this table is not there", 0);
    else
      read_table(l, &d->tables[i], l->law->files[file].bytes);
  }
}
