// SPDX-License-Identifier: Apache-2.0
// Inside of the board of the talks: what its files share.
#ifndef IMPOST_DEAL_BOARD_H
#define IMPOST_DEAL_BOARD_H

#include "book/bill.h"
#include "book/line.h"
#include "book/query.h"
#include "impost/talks.h"
#include "law/deal.h"

struct imp_board {
  struct arena arena;
  struct imp_talks talks;
  bool one; /* an item was asked for */
};

struct board { /* while it is made */
  struct arena *arena;
  const struct imp_law *own;
  const struct law *law;
  const struct law_deal *deal;
  const struct deal_talks *talks;
  struct query query;
};

const char *board_text(struct board *b,
                       struct str s); /* NULL: out of memory, which the arena knows */
const char *board_place(struct board *b, uint16_t place);
/* A word is known since then; DAY_FIRST: undated. */
imp_day board_said_day(const struct board *b, const struct law_when *when);

/* board_words.c: words and positions of an item. False: memory is out. */
bool board_words(struct board *b, const struct deal_said *said, uint32_t count,
                 struct imp_item *it);
/* board_care.c: what a reader should bear in mind. */
bool board_cautions(struct board *b, struct imp_item *it, imp_day first_due);
/* board_meet.c: rounds held, and meetings still to come as items. */
bool board_rounds(struct board *b, struct imp_talks *t);
uint32_t board_meeting_count(const struct board *b);
bool board_meetings(struct board *b, struct imp_item *items, uint32_t *count);

#endif
