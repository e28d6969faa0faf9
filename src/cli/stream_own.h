// SPDX-License-Identifier: Apache-2.0
// Lines of a block on their way through columns: see stream.h.
#ifndef IMPOST_CLI_STREAM_OWN_H
#define IMPOST_CLI_STREAM_OWN_H

#include "cli/stream.h"

#define NO_ITEM UINT32_MAX

struct line {
  uint32_t start, end;           /* bytes of the record, without its end */
  uint32_t entry_at, entry_size; /* its entry, when fees are wanted */
  uint32_t value_at, value_size; /* its value, when it was rounded; size 0: it was not */
  uint32_t item;                 /* read closely; NO_ITEM: as it stands */
  uint32_t set;                  /* of facts */
  int64_t amounts[2];            /* quantities in thousandths of their units */
  uint32_t units[2];             /* 0: none is named */
  uint8_t amount_count;
  bool claims;
  bool day_lent, plain; /* plain: only imp_duty can answer */
  bool odd_value;       /* a value that is read nowhere but there */
};

struct columns_memory {
  uint32_t code[STREAM_LINES], place[STREAM_LINES], fact_line[STREAM_LINES], fact_set[STREAM_LINES];
  uint32_t asked[STREAM_LINES]; /* unit */
  uint32_t second_line[STREAM_LINES], second_count;
  int64_t second[STREAM_LINES];
  uint32_t shape[STREAM_LINES], first[STREAM_LINES + 1];
  int32_t day[STREAM_LINES];
  int64_t value[STREAM_LINES], quantity[STREAM_LINES], low[STREAM_LINES], high[STREAM_LINES];
  uint8_t status[STREAM_LINES];
  struct line lines[STREAM_LINES];
  struct item items[STREAM_LINES];
  uint32_t fact_count, item_count, count;
  struct str cells[STREAM_CELLS_MOST];
  struct imp_text carried;
  int64_t amounts[STREAM_LINES * IMP_BATCH_ROWS];
};

static inline struct str cell_at(const struct worker *w, const struct str *cells, enum field f) {
  uint32_t at = w->run->columns.at[f];
  static const struct str nothing = {NULL, 0};
  return at == UINT32_MAX ? nothing : cells[at];
}

/* Answers and writes the lines that stand together. */
enum imp_status stream_answer(struct worker *w, struct block *k, struct imp_error *err);
void stream_empty(struct columns_memory *m);
/* The entry that the item is of; without a column all lines are of one. False: out of memory. */
bool stream_enter_item(const struct worker *w, struct block *k, const struct item *item);
enum imp_status stream_put_bad(struct worker *w, struct block *k, const struct item *item,
                               struct imp_error *err);

#endif
