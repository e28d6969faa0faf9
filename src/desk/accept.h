// SPDX-License-Identifier: Apache-2.0
// One acceptance under way: what accept.c writes and accept_check.c looks at before.
#ifndef IMPOST_DESK_ACCEPT_H
#define IMPOST_DESK_ACCEPT_H

#include "desk/desk.h"

struct acceptance {
  struct imp_desk *desk;
  const struct imp_acceptance *asked;
  struct arena arena;
  struct proposal p;
  bool carries, answers; /* a statement of law; the answer to a question whose day has passed */
  const char *said_on, *voice, *row, *line; /* row NULL: the law has the voice */
  const char *review;                       /* day; NULL: none */
  const char *closed;   /* how the law has the question answered, when otherwise; NULL */
  struct law_file file; /* path NULL: nothing is written */
  bool look;            /* checked and shown, not written */
  struct imp_error *err;
};

/* Puts what was typed over what the desk has: place, answer, condition, day. */
enum imp_status accept_take_typed(struct acceptance *a);
/* Sets the day to look at it again, which is typed or counted from that of the voice. */
enum imp_status accept_take_review(struct acceptance *a);
/* May it be written? Citation, place, day, answer, line; sets the day to look at it again. */
enum imp_status accept_check(struct acceptance *a);

#endif
