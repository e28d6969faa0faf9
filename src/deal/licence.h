// SPDX-License-Identifier: Apache-2.0
// Inside of an answer on a case: reading it, judging it in every outcome, and putting it into words.
#ifndef IMPOST_DEAL_LICENCE_H
#define IMPOST_DEAL_LICENCE_H

#include "book/query.h"
#include "deal/control.h"
#include "impost/licence.h"

struct deal_asked { /* a case understood */
  struct arena *arena;
  const struct imp_law *law;
  struct query query;
  struct deal_case c;
  struct str item;
  const struct deal_index *index;
  struct deal_matches *matches;
  const char *deed;
  bool none;  /* no entry's words fit: --item none */
  bool brief; /* of a catalogue: no days counted, nothing tried, no lists named */
};

struct deal_outcome {              /* the case judged in one combination of outcomes */
  struct view_question *questions; /* of the view */
  struct deal_judgement *j;
  uint64_t signature; /* of what it answers, days of stays left out */
};

enum { OUTCOMES_MAX = 64 };

struct deal_outcomes {
  struct deal_outcome items[OUTCOMES_MAX];
  uint32_t count;
  uint32_t moved[8]; /* questions on which the answer hangs */
  uint32_t moved_count;
};

/* Which entries the item of a case may be: its words, else the number beside them; near words when there is nothing.
 * `way`: see deal_match_near. */
void deal_match_case(const struct deal_index *ix, const struct imp_case *in, imp_day on,
                     const bool *way, struct deal_matches *m);
/* By list, whether a control that looks the way of the case names it, whatever the item. NULL: memory is out. */
bool *deal_way_of(struct arena *a, const struct deal_asked *k);
/* All of a case but its item. */
bool deal_read_around(struct deal_asked *k, const struct imp_case *in, struct refusal *no);
/* Judges and says a case that was read. */
bool deal_answer(struct deal_asked *k, struct imp_licence_answer *out);

/* Reads a case. *no.id set: its words are not understood. False: memory is out. */
bool deal_read_case(struct deal_asked *k, const struct imp_case *in, struct refusal *no);

/* Judges it in every outcome of the questions that its controls hang on. */
bool deal_judge_outcomes(struct deal_asked *k, struct deal_outcomes *out);

/* Matches and judges a case in a view. */
void deal_answer_in(const struct deal_asked *k, const struct deal_case *c, const struct view *v,
                    struct deal_matches *m, struct deal_judgement *out);

bool deal_say_readings(struct deal_asked *k, const struct deal_outcomes *all,
                       struct imp_licence_answer *out);
bool deal_say_tells(struct deal_asked *k, const struct deal_outcomes *all,
                    struct imp_licence_answer *out);
bool deal_say_lists(struct deal_asked *k, const struct deal_outcomes *all,
                    struct imp_licence_answer *out);

enum imp_licence_word deal_word(enum deal_result r, bool listed);
const char *deal_day_text(struct arena *a, imp_day day);      /* NULL for no day */
const char *deal_last_day_text(struct arena *a, imp_day off); /* the day before it */
const char *deal_text(struct arena *a, struct str s);         /* NULL when empty */
/* The text into the arena, `empty` when there is none; the buffer is released. */
const char *deal_buf_text(struct buf *b, struct arena *a, const char *empty);
const char *deal_entry_name(struct arena *a, const struct law *law, uint32_t entry);

#endif
