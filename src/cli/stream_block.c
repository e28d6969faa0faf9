// SPDX-License-Identifier: Apache-2.0
// One block of whole records: see stream.h. Records become columns until STREAM_LINES stand together; these are
// answered at once and written one after the other.
#include <string.h>

#include "cli/marks.h"
#include "cli/stream_own.h"

enum imp_status worker_open(struct worker *w, const struct batch *run, struct imp_error *err) {
  struct imp_query query = run->cli->query;
  query.brief = true;
  *w = (struct worker){.run = run, .fees = batch_wants_fees(run)};
  encoder_open(&w->encoder, run);
  w->memory = mem_alloc(sizeof *w->memory);
  if (w->memory == NULL) return error_no_memory(err);
  enum imp_status status = imp_batch_open(run->cli->law, &query, &w->encoder.batch, err);
  if (status != IMP_OK) return status;
  imp_batch_with_words(w->encoder.batch);
  return imp_report_writer_open(run->report, w->encoder.batch, &w->writer, err);
}

void worker_free(struct worker *w) {
  imp_report_writer_free(w->writer);
  encoder_free(&w->encoder);
  imp_batch_free(w->encoder.batch);
  if (w->memory != NULL) {
    for (uint32_t i = 0; i < w->memory->item_count; i++) batch_item_free(&w->memory->items[i]);
    imp_text_free(&w->memory->carried);
  }
  mem_free(w->memory);
  mem_free(w->marks);
  *w = (struct worker){0};
}

enum imp_status worker_take(struct imp_report *r, struct worker *w, struct imp_error *err) {
  return w->writer != NULL ? imp_report_writer_take(r, w->writer, err) : IMP_OK;
}

/* ---- columns ----------------------------------------------------------------------------------------- */

static void set_facts(struct columns_memory *m, struct line *l, uint32_t set) {
  l->set = set;
  if (set == IMP_NO_FACTS) return;
  m->fact_line[m->fact_count] = m->count;
  m->fact_set[m->fact_count++] = set;
}

enum taken { TAKEN, CLOSER, NO_MEMORY };

/* Quantities of the cells, those that are empty left out. CLOSER: a number or a unit that is none. */
static enum taken read_amounts(struct worker *w, const struct str *cells, struct line *l) {
  static const enum field fields[][2] = {{FIELD_QUANTITY, FIELD_UNIT},
                                         {FIELD_QUANTITY2, FIELD_UNIT2}};
  for (int i = 0; i < 2; i++) {
    struct str text = cell_at(w, cells, fields[i][0]);
    if (text.n == 0) continue;
    struct str name = cell_at(w, cells, fields[i][1]);
    if (!quick_unit(&w->encoder, name, &l->units[l->amount_count])) {
      const struct cell_value *unit = encode_unit(&w->encoder, name);
      if (unit == NULL || unit->closer) return unit == NULL ? NO_MEMORY : CLOSER;
      l->units[l->amount_count] = unit->id;
    }
    if (!encode_quantity(text, &l->amounts[l->amount_count++])) return CLOSER;
  }
  return TAKEN;
}

/* Code, origin and day of a record. */
static enum taken read_ids(struct worker *w, const struct str *cells, struct line *l) {
  struct columns_memory *m = w->memory;
  struct encoder *e = &w->encoder;
  uint32_t i = m->count;
  struct str code = cell_at(w, cells, FIELD_CODE), from = cell_at(w, cells, FIELD_FROM),
             on = cell_at(w, cells, FIELD_ON);
  if (!quick_code(e, code, &m->code[i])) {
    const struct cell_value *v = encode_code(e, code);
    if (v == NULL || v->closer) return v == NULL ? NO_MEMORY : CLOSER;
    m->code[i] = v->id;
  }
  if (!quick_place(e, from, &m->place[i])) {
    const struct cell_value *v = encode_place(e, from);
    if (v == NULL) return NO_MEMORY;
    m->place[i] = v->id;
  }
  if (!quick_day(e, on, &m->day[i])) {
    const struct cell_value *v = encode_day(e, on);
    if (v == NULL || v->closer) return v == NULL ? NO_MEMORY : CLOSER;
    m->day[i] = v->day;
    l->day_lent = v->empty;
  }
  return TAKEN;
}

/* A record that stands as it is: its cells to a row of the columns. */
static enum taken take_cells(struct worker *w, const struct str *cells, struct line *l) {
  struct columns_memory *m = w->memory;
  uint32_t i = m->count;
  bool rounded;
  if (cell_at(w, cells, FIELD_INTO).n > 0) return CLOSER;
  enum taken taken = read_ids(w, cells, l);
  if (taken != TAKEN) return taken;
  const struct cell_value *facts = encode_facts(&w->encoder, cells);
  if (facts == NULL || facts->closer) return facts == NULL ? NO_MEMORY : CLOSER;
  l->claims = facts->claims;
  struct str entry = cell_at(w, cells, FIELD_ENTRY), value = cell_at(w, cells, FIELD_VALUE);
  if (entry.n > 0) l->entry_at = (uint32_t)(entry.p - cells[0].p) + l->start;
  l->entry_size = (uint32_t)entry.n;
  l->odd_value = !encode_value(value, &m->value[i], &rounded);
  if (l->odd_value) m->value[i] = IMP_NO_VALUE;
  if (!l->odd_value && rounded) {
    l->value_at = (uint32_t)(value.p - cells[0].p) + l->start;
    l->value_size = (uint32_t)value.n;
  }
  taken = read_amounts(w, cells, l);
  if (taken == NO_MEMORY) return taken;
  l->plain = taken == CLOSER;
  set_facts(m, l, facts->id);
  return TAKEN;
}

/* A text with room behind it: as much of it as is read eight bytes at a time. */
static struct str roomy(const char *text, char room[16]) {
  struct str s = str_of(text);
  if (s.n == 0 || s.n > 8) return s;
  memset(room, 0, 16);
  memcpy(room, s.p, s.n);
  return (struct str){room, s.n};
}

/* Its quantities. False: a number or a unit that is none. */
static bool take_amounts(struct imp_batch *b, const struct imp_line *in, struct line *l) {
  const char *texts[2] = {in->quantity, in->quantity2}, *units[2] = {in->unit, in->unit2};
  char room[16];
  for (int q = 0; q < 2; q++) {
    if (texts[q] == NULL) continue;
    uint32_t unit = units[q] != NULL ? imp_batch_unit(b, units[q]) : 0;
    if ((units[q] != NULL && unit == 0) ||
        !encode_quantity(roomy(texts[q], room), &l->amounts[l->amount_count]))
      return false;
    l->units[l->amount_count++] = unit;
  }
  return true;
}

/* A line that was read closely to a row of the columns. False: out of memory. */
static bool take_line(struct worker *w, const struct imp_line *in, struct line *l) {
  struct columns_memory *m = w->memory;
  struct imp_batch *b = w->encoder.batch;
  const char *on = in->on != NULL ? in->on : w->run->cli->query.on;
  uint32_t i = m->count;
  bool rounded = false;
  char room[16];
  bool stray = encode_is_stray(&w->encoder, in->code);
  m->code[i] = imp_batch_code(b, in->code != NULL && !stray ? in->code : "");
  m->place[i] = imp_batch_place(b, in->from != NULL ? in->from : "");
  m->day[i] = on != NULL ? imp_batch_day(on) : IMP_NO_DAY;
  uint32_t set = imp_batch_facts(b, in->facts, in->fact_count, in->claims, in->claim_count);
  if (m->code[i] == IMP_BATCH_FAILED || m->place[i] == IMP_BATCH_FAILED || set == IMP_BATCH_FAILED)
    return false;
  l->odd_value = !encode_value(roomy(in->value, room), &m->value[i], &rounded);
  if (l->odd_value) m->value[i] = IMP_NO_VALUE;
  l->day_lent = in->on == NULL;
  l->claims = in->claim_count > 0;
  /* the words of a rounded value are imp_duty's */
  l->plain = !take_amounts(b, in, l) || in->into != NULL || rounded || stray;
  set_facts(m, l, set);
  return true;
}

/* ---- reading closely ----------------------------------------------------------------------------------- */

/* A line that cannot be read still has its place in the columns. False: out of memory. */
static bool no_row(struct worker *w) {
  struct columns_memory *m = w->memory;
  uint32_t i = m->count;
  m->code[i] = imp_batch_code(w->encoder.batch, "");
  m->place[i] = IMP_NO_PLACE;
  m->day[i] = IMP_NO_DAY;
  m->value[i] = IMP_NO_VALUE;
  return m->code[i] != IMP_BATCH_FAILED;
}

static enum imp_status take_item(struct worker *w, const struct sheet_record *row, struct line *l,
                                 struct imp_error *err) {
  struct columns_memory *m = w->memory;
  struct item *item = &m->items[m->item_count];
  *item = (struct item){.file_line = row->line};
  l->item = m->item_count++;
  enum imp_status status = batch_read_item(w->run, row, 0, item, err);
  if (status != IMP_OK) return status;
  bool fine = batch_is_bad(item) ? no_row(w) : take_line(w, &item->record->line, l);
  return fine ? IMP_OK : error_no_memory(err);
}

/* ---- records ----------------------------------------------------------------------------------------------- */

struct cursor { /* through the marks of a block */
  size_t at, mark, marks;
  uint64_t line;
};

/* A record of cells alone, as most are: every mark up to its end is a separator. */
static bool cut_plainly(struct worker *w, const struct block *k, struct cursor *c, size_t *length,
                        size_t *end) {
  const char *p = k->bytes, separator = w->run->sheet.separator;
  const uint32_t last = w->run->columns.count - 1, *marks = w->marks + c->mark;
  struct str *cells = w->memory->cells;
  size_t from = c->at;
  int wrong = 0;
  if (c->marks - c->mark <= last) return false;
  for (uint32_t i = 0; i < last; i++) {
    wrong |= p[marks[i]] ^ separator;
    cells[i] = (struct str){p + from, marks[i] - from};
    from = marks[i] + 1u;
  }
  if (wrong || p[marks[last]] != '\n') return false;
  cells[last] = (struct str){p + from, marks[last] - from};
  *length = marks[last] - c->at;
  *end = marks[last] + 1u;
  c->mark += last + 1u;
  return true;
}

/* One record by its marks. CLOSER: it is not as plain as that. *end: where the next one begins. */
static enum taken cut(struct worker *w, const struct block *k, struct cursor *c, uint32_t *count,
                      size_t *length, size_t *end) {
  const char *p = k->bytes;
  const uint32_t columns = w->run->columns.count;
  size_t cell = c->at;
  bool ascii = true;
  struct str *cells = w->memory->cells;
  *count = 0;
  for (;; c->mark++) {
    size_t at = c->mark < c->marks ? w->marks[c->mark] : k->size;
    char s = at < k->size ? p[at] : '\n';
    if (s == '\r') {
      if (at + 1 < k->size && p[at + 1] != '\n') return CLOSER;
      *length = at - c->at;
      *end = at + 2 < k->size ? at + 2 : k->size;
      c->mark += 2;
    } else if (s == '\n') {
      *length = at - c->at;
      *end = at + 1 < k->size ? at + 1 : k->size;
      c->mark++;
    } else if (s < 0) {
      ascii = false;
      continue;
    } else if (s == ' ' || s == '"' || s == '\0') {
      return CLOSER;
    }
    if (*count == columns) return CLOSER;
    cells[(*count)++] = (struct str){p + cell, at - cell};
    cell = at + 1;
    if (s == '\n' || s == '\r') break;
  }
  return ascii || str_utf8_valid((struct str){p + c->at, *length}, NULL) ? TAKEN : CLOSER;
}

static enum imp_status closely(struct worker *w, const struct block *k, struct cursor *c,
                               struct line *l, bool *any, struct imp_error *err) {
  struct sheet_reader t;
  struct sheet_record row;
  enum imp_status status = IMP_OK;
  sheet_over(&t, k->bytes + c->at, k->size - c->at, w->run->sheet.separator, c->line);
  enum sheet_status read = sheet_next(&t, &row, err);
  *any = read == SHEET_RECORD;
  if (read == SHEET_FAILED) status = err != NULL && err->status != IMP_OK ? err->status : IMP_IO;
  if (*any) status = take_item(w, &row, l, err);
  c->at += t.at;
  c->line = t.line;
  while (c->mark > 0 && c->mark >= c->marks) c->mark--;
  while (c->mark > 0 && w->marks[c->mark] >= c->at) c->mark--;
  while (c->mark < c->marks && w->marks[c->mark] < c->at) c->mark++;
  sheet_close(&t);
  return status;
}

static enum imp_status take_record(struct worker *w, struct block *k, struct cursor *c,
                                   struct imp_error *err) {
  struct columns_memory *m = w->memory;
  struct line *l = &m->lines[m->count];
  uint32_t count = w->run->columns.count;
  size_t length = 0, end = 0;
  bool any = true;
  *l = (struct line){.start = (uint32_t)c->at, .item = NO_ITEM};
  enum taken taken =
      cut_plainly(w, k, c, &length, &end) ? TAKEN : cut(w, k, c, &count, &length, &end);
  l->end = l->start + (uint32_t)length;
  if (taken == TAKEN && length + 1 == count) {
    c->at = end;
    c->line++;
    return IMP_OK; /* nothing but separators */
  }
  if (taken == TAKEN && count != w->run->columns.count) taken = CLOSER;
  if (taken == TAKEN) taken = take_cells(w, m->cells, l);
  if (taken == NO_MEMORY) return error_no_memory(err);
  if (taken == TAKEN) {
    c->at = end;
    c->line++;
  } else {
    enum imp_status status = closely(w, k, c, l, &any, err);
    if (status != IMP_OK) return status;
  }
  m->count += any;
  k->lines += any;
  return IMP_OK;
}

enum imp_status worker_block(struct worker *w, struct block *k, struct imp_error *err) {
  struct cursor c = {.line = k->line};
  enum imp_status status = IMP_OK;
  if (k->has_broken) {
    status = !w->fees || stream_enter_item(w, k, &k->broken) ? stream_put_bad(w, k, &k->broken, err)
                                                             : error_no_memory(err);
    batch_item_free(&k->broken);
    k->lines = 1;
    return status;
  }
  if (!mem_grow((void **)&w->marks, &w->mark_cap, k->size + 1, sizeof *w->marks))
    return error_no_memory(err);
  c.marks = marks_find(k->bytes, k->size, w->run->sheet.separator, w->marks);
  while (status == IMP_OK && c.at < k->size) {
    status = take_record(w, k, &c, err);
    if (status == IMP_OK && w->memory->count == STREAM_LINES) status = stream_answer(w, k, err);
  }
  if (status == IMP_OK) status = stream_answer(w, k, err);
  if (status == IMP_OK && w->fees) status = runs_fees(w, k, err);
  if (status != IMP_OK) stream_empty(w->memory);
  return status;
}
