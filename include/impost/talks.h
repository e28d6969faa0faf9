// SPDX-License-Identifier: Apache-2.0
// The talks as they stood on a day: what each side has said on each item, who decides, when it is due, what came of it.
//
// Nothing is weighed and nothing is guessed. A position is read from the words of a side known by then: the latest day
// on which it spoke counts. A side without words is silent, and silence is neither yes nor no. "Confirmed" is said of a
// side alone that decides and asserts. Texts live as long as the board; days are ISO, NULL where there is none.
// Source of the rules: docs/talks.md.
#ifndef IMPOST_TALKS_H
#define IMPOST_TALKS_H

#include "impost/duty.h"
#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_stance {
  IMP_SILENT,
  IMP_RAISES,  /* named the topic, said nothing of its truth */
  IMP_EXPECTS, /* hedged */
  IMP_ASSERTS,
  IMP_DENIES,
  IMP_BOTH_WAYS /* asserts and denies, or two answers, on one day */
};

struct imp_word {   /* one thing said */
  const char *side; /* "United States" */
  enum imp_stance how;
  const char *answer, *detail;      /* "" when none */
  const char *day;                  /* NULL: undated */
  const char *voice;                /* its name in the law */
  const char *who, *where, *source; /* "" when the law says none */
  const char *grade;                /* official, copy, report, inferred */
  bool counts;                      /* it makes the side's position */
};

struct imp_position {
  enum imp_stance stance;
  const char *answer, *detail, *since; /* of the words that count; since NULL when silent */
  bool decides;                        /* the side has it in its hand */
  bool confirms;                       /* decides and asserts */
};

struct imp_result { /* an answer to the item that is known */
  const char *answer, *day, *act, *act_title;
  bool binds; /* an act that binds; else it was only said */
};

enum imp_item_kind { IMP_ITEM_QUESTION, IMP_ITEM_MEETING };

struct imp_item {
  enum imp_item_kind kind;
  const char *name, *title;
  const char *state;        /* open, said, closed; of a meeting planned, held, called off */
  const char *answers;      /* "approved or rejected"; "" for a topic */
  const char *fallback;     /* what the law does if nobody answers, or NULL */
  const char *raised, *due; /* due: the latest known */
  const char *through;      /* of a meeting: its last day */
  uint32_t moved;           /* how often the day it is due was moved */
  const char *decides;      /* "both", "United States", "nobody" */
  const char *where;        /* of a meeting, as known */
  struct imp_position positions[2];
  /* Whether what one side says the other says too: "both" (both assert the one answer), "hedged" (the other side expects
   * it), "no" (the other side is silent, only named the topic, or a side says both), "denied" (they say opposite
   * things), "" (nobody said anything) */
  const char *confirmed;
  const struct imp_word *words;
  uint32_t word_count;
  const struct imp_result *results;
  uint32_t result_count;
  const char *const *cautions;
  uint32_t caution_count;
  struct imp_where at; /* where it stands in the law */
};

struct imp_round { /* a meeting that was held by then */
  const char *name, *title, *from, *through, *where;
  const char *who[2];
  const char *mark; /* what is not certain of it, or NULL */
};

struct imp_talks {
  const char *name, *title, *known;
  const char *sides[2];
  const struct imp_item *items; /* open ones first, in the order of the law */
  uint32_t item_count;
  const struct imp_round *rounds; /* in order of day */
  uint32_t round_count;
  uint32_t voice_count; /* voices behind the words shown, each once */
};

struct imp_board; /* owns the talks and their texts */

/* `asked` is the name of talks, or of one item (whole, or its part behind the talks' name); NULL: the talks of the law.
 * IMP_USAGE when there is no such thing, or it had not been raised by then. */
enum imp_status imp_board_open(const struct imp_law *law, const struct imp_query *query,
                               const char *asked, struct imp_board **out, struct imp_error *err);
const struct imp_talks *imp_board_talks(const struct imp_board *b);
bool imp_board_is_item(const struct imp_board *b); /* one item was asked for, and is the only one */
void imp_board_free(struct imp_board *b);

/* `whole`: the words of every item too. */
enum imp_status imp_report_board(const struct imp_law *law, const struct imp_query *query,
                                 const struct imp_board *b, bool whole,
                                 const struct imp_report_options *options, struct imp_text *text,
                                 struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
