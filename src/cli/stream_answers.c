// SPDX-License-Identifier: Apache-2.0
// Lines that stand together in columns: answered, then written one after the other. See stream.h.
#include <string.h>

#include "cli/stream_own.h"

/* What the rates of line i ask for. False: imp_duty has to look at it. */
static bool find_all(struct worker *w, uint32_t i) {
  struct columns_memory *m = w->memory;
  const struct line *l = &m->lines[i];
  int64_t of_units[IMP_BATCH_UNITS];
  int taken = imp_batch_quantities(w->encoder.batch, m->code[i], m->day[i], l->claims,
                                   l->amount_count, l->units, l->amounts, of_units);
  m->quantity[i] = of_units[0];
  if (taken < 2) return taken > 0;
  m->second_line[m->second_count] = i;
  m->second[m->second_count++] = of_units[1];
  return true;
}

static void find_quantities(struct worker *w) {
  struct columns_memory *m = w->memory;
  struct imp_batch *b = w->encoder.batch;
  imp_batch_asked_units(b, m->count, m->code, m->day, m->asked);
  for (uint32_t i = 0; i < m->count; i++) {
    struct line *l = &m->lines[i];
    m->quantity[i] = IMP_NO_VALUE;
    if (l->plain || l->amount_count == 0) continue;
    if (l->claims || m->asked[i] != 0) l->plain = !find_all(w, i);
  }
}

/* The item of a line; one that stands as it is gets it now. */
static enum imp_status item_of(struct worker *w, const struct block *k, struct line *l,
                               struct item **out, struct imp_error *err) {
  struct columns_memory *m = w->memory;
  if (l->item == NO_ITEM) {
    struct sheet_reader t;
    struct sheet_record row;
    sheet_over(&t, k->bytes + l->start, l->end - l->start, w->run->sheet.separator, k->line);
    enum sheet_status read = sheet_next(&t, &row, err);
    enum imp_status status = read == SHEET_RECORD ? IMP_OK : error_no_memory(err);
    l->item = m->item_count++;
    m->items[l->item] = (struct item){0};
    if (status == IMP_OK) status = batch_read_item(w->run, &row, 0, &m->items[l->item], err);
    sheet_close(&t);
    if (status != IMP_OK) return status;
  }
  *out = &m->items[l->item];
  return IMP_OK;
}

static enum imp_status put_plain(struct worker *w, struct block *k, struct item *item,
                                 bool *refused, struct imp_error *err) {
  struct imp_assessment *as = NULL;
  if (!mem_grow((void **)&k->plain, &k->plain_cap, k->plain_count + 1, sizeof *k->plain))
    return error_no_memory(err);
  enum imp_status status = imp_batch_duty(w->encoder.batch, &item->record->line, &as, err);
  if (status != IMP_OK) return status;
  k->plain[k->plain_count++] = as; /* counted later, perhaps after the batch began anew */
  status = imp_assessment_own(as, err);
  if (status != IMP_OK) return status;
  *refused = imp_assessment_answer(as)->status == IMP_LINE_REFUSED;
  return imp_report_writer_line(w->writer, &item->record->line, as, item->cells, &k->out, err);
}

/* Code, origin, day and value alone: enough to know again what was refused before. */
static bool short_line(struct worker *w, const struct block *k, const struct line *l, char *value,
                       size_t size, struct imp_line *out) {
  struct str cells[STREAM_CELLS_MOST], rest = {k->bytes + l->start, l->end - l->start}, one;
  uint32_t n = 0;
  while (n < w->run->columns.count && str_split(&rest, w->run->sheet.separator, &one))
    cells[n++] = one;
  while (n < w->run->columns.count) cells[n++] = (struct str){0};
  struct str given = str_trim(cell_at(w, cells, FIELD_VALUE));
  if (given.n >= size) return false;
  if (given.n > 0) memcpy(value, given.p, given.n);
  value[given.n] = '\0';
  const struct cell_value *code = encode_code(&w->encoder, cell_at(w, cells, FIELD_CODE));
  const struct cell_value *place = encode_place(&w->encoder, cell_at(w, cells, FIELD_FROM));
  const struct cell_value *day = encode_day(&w->encoder, cell_at(w, cells, FIELD_ON));
  if (code == NULL || place == NULL || day == NULL) return false;
  *out =
      (struct imp_line){.code = code->text, .from = place->text, .on = day->text, .value = value};
  return true;
}

static enum imp_status find_words(struct worker *w, struct block *k, const struct imp_columns *in,
                                  const struct imp_results *res, uint32_t i,
                                  struct imp_batch_said *said, struct imp_error *err) {
  struct line *l = &w->memory->lines[i];
  struct imp_line line;
  char value[64];
  if (l->item == NO_ITEM && short_line(w, k, l, value, sizeof value, &line)) {
    *said = imp_batch_say_refused(w->encoder.batch, in, res, i, &line);
    if (said->words != IMP_WORDS_UNKNOWN) return IMP_OK;
  }
  struct item *item = NULL;
  enum imp_status status = item_of(w, k, l, &item, err);
  if (status != IMP_OK) return status;
  return imp_batch_learn(w->encoder.batch, in, res, i, &item->record->line, said, err);
}

static enum imp_status put_row(struct worker *w, struct block *k, const struct imp_results *res,
                               uint32_t i, const struct imp_batch_said *said,
                               struct imp_error *err) {
  struct columns_memory *m = w->memory;
  const struct line *l = &m->lines[i];
  struct imp_report_row row = {.cells = k->bytes + l->start,
                               .cells_size = l->end - l->start,
                               .line = i,
                               .said = *said,
                               .dollars = m->value[i],
                               .value = l->value_size > 0 ? k->bytes + l->value_at : NULL,
                               .value_size = l->value_size,
                               .day_lent = l->day_lent};
  if (l->item != NO_ITEM) {
    m->carried.n = 0;
    enum imp_status status =
        imp_report_writer_cells(w->writer, m->items[l->item].cells, &m->carried, err);
    if (status != IMP_OK) return status;
    row.cells = m->carried.p;
    row.cells_size = m->carried.n;
  }
  return imp_report_writer_row(w->writer, res, &row, &k->out, err);
}

enum imp_status stream_put_bad(struct worker *w, struct block *k, const struct item *item,
                               struct imp_error *err) {
  struct buf reason = {0};
  struct imp_bad_line bad;
  enum imp_status status = batch_bad_line(w->run, item, &reason, &bad, err);
  if (status == IMP_OK)
    status = imp_report_writer_bad_line(w->writer, &bad, item->cells, &k->out, err);
  buf_free(&reason);
  return status;
}

/* A value that the columns cannot hold may be one all the same, and is then told of in the notes. */
static bool is_refused_value(const struct worker *w, uint32_t words) {
  struct imp_batch_words said;
  return imp_batch_words(w->encoder.batch, words, &said) == IMP_OK && said.id != NULL &&
         strcmp(said.id, "refuse.value") == 0;
}

static const struct str no_name = {"", 0};

/* The entry that the item is of; without a column all lines are of one. */
bool stream_enter_item(const struct worker *w, struct block *k, const struct item *item) {
  const char *name = item->record->line.entry;
  struct str text = str_of(name);
  bool follows =
      w->run->columns.at[FIELD_ENTRY] == UINT32_MAX || (name == NULL && item->sheet_wrong != NULL);
  return runs_line(k, follows ? NULL : name != NULL ? &text : &no_name);
}

static bool enter(const struct worker *w, struct block *k, const struct line *l) {
  if (!w->fees) return true;
  if (l->item != NO_ITEM) return stream_enter_item(w, k, &w->memory->items[l->item]);
  struct str name = str_trim((struct str){k->bytes + l->entry_at, l->entry_size});
  bool follows = w->run->columns.at[FIELD_ENTRY] == UINT32_MAX;
  return runs_line(k, follows ? NULL : name.n > 0 ? &name : &no_name);
}

/* An answered line goes into the fees of its entry; `plain`: columns do not say all of it. */
static enum imp_status keep_answered(struct worker *w, struct block *k,
                                     const struct imp_columns *in, uint32_t i, bool plain,
                                     struct imp_error *err) {
  struct line *l = &w->memory->lines[i];
  struct item *item;
  if (!w->fees) return IMP_OK;
  if (!plain) return runs_keep(w, k, in, i, l->set) ? IMP_OK : error_no_memory(err);
  enum imp_status status = item_of(w, k, l, &item, err);
  if (status != IMP_OK) return status;
  return runs_keep_words(w, k, &item->record->line) ? IMP_OK : error_no_memory(err);
}

static enum imp_status put_line(struct worker *w, struct block *k, const struct imp_columns *in,
                                const struct imp_results *res, uint32_t i, struct imp_error *err) {
  struct line *l = &w->memory->lines[i];
  struct imp_batch_said said = {.words = IMP_WORDS_PLAIN};
  enum imp_status status = IMP_OK;
  struct item *item = l->item != NO_ITEM ? &w->memory->items[l->item] : NULL;
  if (!enter(w, k, l)) return error_no_memory(err);
  if (item != NULL && batch_is_bad(item)) return stream_put_bad(w, k, item, err);
  if (!l->plain) said = imp_batch_say(w->encoder.batch, in, res, i);
  if (said.words == IMP_WORDS_UNKNOWN) status = find_words(w, k, in, res, i, &said, err);
  if (status != IMP_OK) return status;
  if (l->odd_value && !is_refused_value(w, said.words)) said.words = IMP_WORDS_PLAIN;
  bool plain = said.words == IMP_WORDS_PLAIN, refused = res->status[i] == IMP_LINE_REFUSED;
  if (plain) status = item_of(w, k, l, &item, err);
  if (status == IMP_OK)
    status = plain ? put_plain(w, k, item, &refused, err) : put_row(w, k, res, i, &said, err);
  return status == IMP_OK && !refused ? keep_answered(w, k, in, i, plain || l->odd_value, err)
                                      : status;
}

void stream_empty(struct columns_memory *m) {
  for (uint32_t i = 0; i < m->item_count; i++) batch_item_free(&m->items[i]);
  m->count = m->item_count = m->fact_count = m->second_count = 0;
}

/* Answers and writes the lines that stand together. */
enum imp_status stream_answer(struct worker *w, struct block *k, struct imp_error *err) {
  struct columns_memory *m = w->memory;
  struct imp_columns in = {.count = m->count,
                           .code = m->code,
                           .place = m->place,
                           .day = m->day,
                           .value = m->value,
                           .quantity = m->quantity,
                           .second_line = m->second_line,
                           .second = m->second,
                           .fact_line = m->fact_line,
                           .fact_set = m->fact_set,
                           .fact_count = m->fact_count};
  struct imp_results res = {
      m->status, m->shape, m->low, m->high, m->first, m->amounts, STREAM_LINES * IMP_BATCH_ROWS};
  uint32_t done = 0;
  if (m->count == 0) return IMP_OK;
  find_quantities(w);
  in.second_count = m->second_count;
  enum imp_status status = imp_batch_run(w->encoder.batch, &in, &res, &done, err);
  for (uint32_t i = 0; i < m->count && status == IMP_OK; i++)
    status = put_line(w, k, &in, &res, i, err);
  stream_empty(m);
  return status;
}
