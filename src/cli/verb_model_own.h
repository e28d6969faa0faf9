// SPDX-License-Identifier: Apache-2.0
// model --branch: what its two files share.
#ifndef IMPOST_CLI_VERB_MODEL_OWN_H
#define IMPOST_CLI_VERB_MODEL_OWN_H

#include "cli/verb_model.h"

enum { ANSWERS_MOST = 8, PLACES_MOST = 512, PICKS_MOST = 64, LINKED_MOST = 8 };

struct branch {
  struct cli *cli;
  const struct imp_world *world;
  const char *question, *title;
  const char *answers[ANSWERS_MOST], *titles[ANSWERS_MOST];
  uint32_t count;
  struct imp_pair *picks;
  struct imp_pair linked[ANSWERS_MOST]
                        [LINKED_MOST]; /* what else goes with an answer, unless decided */
  uint32_t linked_count;
  char first[16], whole[16]; /* when some answer, when each has begun; "": nothing is moved */
  bool differ;               /* some rate does */
};

/* Questions whose answer hangs on this one go along with it: fills `linked`, and says so. */
enum imp_status model_link(struct branch *b, struct buf *out, struct imp_error *err);
/* Without a day of entry: the first on which each answer has begun to move what it moves; says so. */
enum imp_status model_day(struct branch *b, struct buf *out, struct imp_error *err);
/* IMP_USAGE in words: no rate differs that day, and when they do. */
enum imp_status model_no_difference(const struct branch *b, struct imp_error *err);
/* Controls and fees that an answer moves, by name: they move no number. `alone`: no shock says what they stop. */
enum imp_status model_moves(struct branch *b, bool alone, struct buf *out, struct imp_error *err);
/* Promises that run on the day: floors of every outcome if `floor`, else named. */
enum imp_status model_pledges(const struct branch *b, bool floor, struct imp_shock *shock,
                              struct imp_error *err);

#endif
