// SPDX-License-Identifier: Apache-2.0
// Rows of a shipment file become steps: see batch.h.
//
// In the customs report ES-003 one line stands on several rows: those of chapters 98 and 99 become claims of
// the row that is goods, and what was filed for them is filed for it.

#include <string.h>

#include "cli/batch.h"
#include "cli/jsonl.h"

#define ROWS_MOST 32u /* rows of one line in ES-003 */

/* ---- rows of one line -------------------------------------------------------------------------- */

static bool is_special(const struct item *i) {
  const char *c = i->record->line.code;
  return c != NULL && c[0] == '9' && (c[1] == '8' || c[1] == '9');
}

static bool add_claim_of(struct item *goods, const struct item *special) {
  goods->record->arena = &goods->arena; /* the item may have moved since it was read */
  bool fine = record_add_claim(goods->record, str_of(special->record->line.code));
  goods->record->arena = NULL;
  return fine;
}

/* What was filed on rows of chapter 99 belongs to the goods. Beside several goods it cannot be shared out. */
static void add_filed(struct item *goods, const struct item *special, bool alone) {
  int64_t more = special->record->filed, *sum = &goods->record->filed;
  if (more == IMP_NOT_FILED || more == 0 || *sum == IMP_NOT_FILED) return;
  if (!alone || __builtin_add_overflow(*sum, more, sum)) *sum = IMP_NOT_FILED;
}

static bool join_rows(struct batch *b, uint32_t goods) {
  for (uint32_t i = 0; i < b->count; i++)
    for (uint32_t k = 0; is_special(&b->rows[i]) && k < b->count; k++) {
      if (is_special(&b->rows[k])) continue;
      if (!add_claim_of(&b->rows[k], &b->rows[i])) return false;
      add_filed(&b->rows[k], &b->rows[i], goods == 1);
    }
  return true;
}

static enum imp_status give_line(struct batch *b, struct item *i, struct imp_error *err) {
  struct step s = {.kind = STEP_LINE, .item = *i};
  b->ordinal++;
  if (b->only != 0 && b->ordinal != b->only) s.kind = STEP_PASSED;
  if (s.kind == STEP_LINE) b->found = true;
  *i = (struct item){0};
  return batch_step(b, &s, err);
}

static enum imp_status flush_rows(struct batch *b, struct imp_error *err) {
  uint32_t goods = 0;
  for (uint32_t i = 0; i < b->count; i++) goods += !is_special(&b->rows[i]);
  bool grouped = goods > 0 && b->columns.at[FIELD_ORDINAL] != UINT32_MAX;
  if (grouped && !join_rows(b, goods)) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; status == IMP_OK && i < b->count; i++) {
    if (!grouped || !is_special(&b->rows[i])) status = give_line(b, &b->rows[i], err);
    batch_item_free(&b->rows[i]);
  }
  if (status == IMP_OK) b->count = 0;
  return status;
}

/* ---- entries ----------------------------------------------------------------------------------- */

static bool same_line(const struct batch *b, const struct item *next) {
  if (b->columns.at[FIELD_ORDINAL] == UINT32_MAX || b->columns.at[FIELD_LINE] == UINT32_MAX)
    return false;
  if (b->count == 0 || b->count >= ROWS_MOST) return false;
  return b->rows[b->count - 1].record->line.number == next->record->line.number;
}

static bool same_entry(const struct batch *b, const struct item *next) {
  if (b->entry_name == NULL) return false;
  if (b->columns.at[FIELD_ENTRY] == UINT32_MAX && !b->json) return true;
  const char *name = next->record->line.entry;
  if (name == NULL && next->sheet_wrong != NULL) return true; /* its entry could not be read */
  return strcmp(name != NULL ? name : "", b->entry_name) == 0;
}

static enum imp_status close_entry(struct batch *b, struct imp_error *err) {
  if (b->entry_name == NULL) return IMP_OK;
  struct step s = {.kind = STEP_CLOSE, .entry = b->entry_name};
  b->entry_name = NULL;
  return batch_step(b, &s, err);
}

static enum imp_status open_entry(struct batch *b, const char *name, struct imp_error *err) {
  size_t n = strlen(name) + 1;
  b->entry_name = mem_alloc(n);
  if (b->entry_name == NULL) return error_no_memory(err);
  memcpy(b->entry_name, name, n);
  return IMP_OK;
}

static enum imp_status make_room(struct batch *b, struct imp_error *err) {
  void *rows = b->rows;
  if (!mem_grow(&rows, &b->cap, b->count + 1, sizeof *b->rows)) return error_no_memory(err);
  b->rows = rows;
  return IMP_OK;
}

/* Closes what the item does not belong to, then takes it in: from then on the batch owns it. */
static enum imp_status take_item(struct batch *b, const struct item *next, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  bool entry = same_entry(b, next);
  if (!entry || !same_line(b, next)) status = flush_rows(b, err);
  if (status == IMP_OK && !entry) status = close_entry(b, err);
  const char *name = next->record->line.entry;
  if (status == IMP_OK && !entry) status = open_entry(b, name != NULL ? name : "", err);
  if (status == IMP_OK) status = make_room(b, err);
  if (status == IMP_OK) b->rows[b->count++] = *next;
  return status;
}

/* ---- one row ----------------------------------------------------------------------------------- */

static bool copy_cells(struct arena *a, const struct sheet_record *row, uint32_t columns,
                       struct item *out) {
  out->cells = arena_array(a, columns + 1u, sizeof *out->cells);
  if (out->cells == NULL) return false;
  for (uint32_t i = 0; i < columns; i++) {
    out->cells[i] = i < row->count ? str_dup(a, str_of(row->cells[i])) : "";
    if (out->cells[i] == NULL) return false;
  }
  return true;
}

/* More or fewer cells than names means that values stand under wrong names. Empty ones do no harm. */
static bool check_width(const struct batch *b, const struct sheet_record *row, struct item *out) {
  uint32_t count = row->count;
  while (count > b->columns.count && row->cells[count - 1][0] == '\0') count--;
  if (count == b->columns.count || (row->padded && count < b->columns.count)) return true;
  return record_fail(out->record, "input.cells",
                     "see whether a comma or quote is missing or too many",
                     "the line has %u cells, the first line names %u", (unsigned)row->count,
                     (unsigned)b->columns.count);
}

static bool read_cells(const struct batch *b, struct arena *a, const struct sheet_record *row,
                       struct item *out) {
  if (!copy_cells(a, row, b->columns.count, out)) return false;
  if (row->wrong == NULL && !check_width(b, row, out)) return false;
  bool usable = row->wrong == NULL && out->record->wrong == NULL;
  for (uint32_t i = 0; i < b->columns.count; i++) {
    enum field f = b->columns.fields[i];
    if (!usable && f != FIELD_ENTRY && f != FIELD_LINE && f != FIELD_CODE) continue;
    if (str_utf8_valid(str_of(out->cells[i]), NULL) &&
        !record_set(out->record, f, b->columns.facts[i], out->cells[i]))
      return false;
    if (usable && i == b->columns.filed) record_set_filed(out->record, str_of(out->cells[i]));
  }
  return !usable || record_finish(out->record);
}

static const char *value_of(const struct jsonl_members *m, const char *name) {
  for (uint32_t i = 0; i < m->count; i++)
    if (strcmp(m->names[i], name) == 0) return m->values[i];
  return "";
}

/* The usual columns as they were understood, the other keys of the first line as they stand in this one. */
static bool read_json(const struct batch *b, struct arena *a, const struct sheet_record *row,
                      struct item *out) {
  struct jsonl_members m = {.count = 0};
  if (row->wrong == NULL && !jsonl_read(str_of(row->cells[0]), out->record)) return false;
  if (out->record->wrong == NULL && row->wrong == NULL && !record_finish(out->record)) return false;
  if (b->name_count > BATCH_JSON_USUAL && row->wrong == NULL &&
      !jsonl_members(str_of(row->cells[0]), a, &m))
    return false;
  const struct imp_line *l = &out->record->line;
  const char *cells[BATCH_JSON_USUAL] = {l->entry, l->code, l->from, l->on, l->value};
  out->cells = arena_array(a, b->name_count, sizeof *out->cells);
  if (out->cells == NULL) return false;
  for (uint32_t i = 0; i < BATCH_JSON_USUAL; i++) out->cells[i] = cells[i] != NULL ? cells[i] : "";
  for (uint32_t i = BATCH_JSON_USUAL; i < b->name_count; i++)
    out->cells[i] = value_of(&m, b->names[i]);
  return true;
}

/* A day is never guessed: a line without one is answered only when --on says which. */
static bool check_day(const struct batch *b, struct item *out) {
  struct record *r = out->record;
  if (r->line.on != NULL || b->cli->query.on != NULL || out->sheet_wrong != NULL) return true;
  return record_fail(r, "refuse.date",
                     "add the day of entry to the line, or --on DATE for all lines without one",
                     "there is no day of entry");
}

enum imp_status batch_read_item(const struct batch *b, const struct sheet_record *row,
                                uint32_t number, struct item *out, struct imp_error *err) {
  out->record = arena_alloc(&out->arena, sizeof *out->record);
  if (out->record == NULL) return error_no_memory(err);
  record_start(out->record, &out->arena, number);
  out->record->of_book = row->padded;
  out->record->from_1904 = row->from_1904;
  out->record->expect = b->json ? b->expect : NULL;
  if (row->wrong != NULL) {
    out->sheet_wrong = str_dup(&out->arena, str_of(row->wrong));
    if (out->sheet_wrong == NULL) return error_no_memory(err);
  }
  bool ok = b->json ? read_json(b, &out->arena, row, out) : read_cells(b, &out->arena, row, out);
  ok = ok && check_day(b, out);
  out->record->arena =
      NULL; /* the item moves: texts stay where they are, the arena's head does not */
  return ok ? IMP_OK : error_no_memory(err);
}

enum imp_status batch_row(struct batch *b, const struct sheet_record *row, struct imp_error *err) {
  struct item next = {.file_line = row->line};
  enum imp_status status = batch_read_item(b, row, ++b->number, &next, err);
  if (status == IMP_OK) status = take_item(b, &next, err);
  if (status != IMP_OK) batch_item_free(&next);
  return status;
}

enum imp_status batch_rows_end(struct batch *b, struct imp_error *err) {
  enum imp_status status = flush_rows(b, err);
  if (status == IMP_OK) status = close_entry(b, err);
  return status == IMP_OK ? batch_flush(b, err) : status;
}

void batch_rows_free(struct batch *b) {
  for (uint32_t i = 0; i < b->count; i++) batch_item_free(&b->rows[i]);
  mem_free(b->rows);
  mem_free(b->entry_name);
}
