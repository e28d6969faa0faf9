// SPDX-License-Identifier: Apache-2.0
// What the two printers of a story share.
#ifndef IMPOST_NEWS_REPORT_OWN_H
#define IMPOST_NEWS_REPORT_OWN_H

#include "news/story.h"

/* Chains of statements: an index + 1, and 0 behind the last. */
struct news_groups {
  uint32_t *of;    /* of each proposition its first statement */
  uint32_t *after; /* of one of them the next that is not alike any before it */
  uint32_t *alike; /* of each statement the next that is alike */
};
bool news_groups_make(const struct news_story *y, const struct news_proposition *props,
                      size_t count, struct news_groups *out);
void news_groups_free(struct news_groups *g);

struct news_printer {
  const struct news_story *y;
  struct news_proposition *props;
  size_t prop_count;
  struct news_groups groups;
  uint32_t *next;        /* of each form the next one of its utterance + 1; 0: it is the last */
  struct buf out, words; /* words: of a piece of a page, as people read them */
  imp_news_put put;      /* NULL: all of it stays in `out` */
  void *user;
  struct imp_error *err;
  enum imp_status status; /* of the writing */
  char last;              /* written before what is in `out`; 0: nothing */
  struct news_story sure; /* the story without uncertain readings, if so asked */
  size_t left_out;        /* uncertain readings that are not told; SIZE_MAX: all are told */
  bool signs;             /* of each statement, in JSON */
  bool ascii;
  bool in_story[NEWS_SIDES];
};

extern const char *const news_form_kinds[4];
extern const char *const news_days_how[4];

/* report_words.c: until the next call. */
struct str news_words_of(struct news_printer *p, uint32_t article, struct news_span span);
/* What an amount is counted in, by the bytes it was read from: "$", "tons", "bushels"; NULL. */
const char *news_unit_of(const struct news_story *y, const struct news_statement *st);
const char *news_speaker_of(const struct news_printer *p, uint16_t actor, const char *unknown);
/* report_sides.c */
void news_print_title(struct news_printer *p, const struct news_proposition *q);
void news_print_cells(struct news_printer *p, const struct news_proposition *q);
void news_print_legend(struct news_printer *p);
void news_print_claims(struct news_printer *p);
void news_print_unconfirmed(struct news_printer *p);
/* report_sure.c */
void news_print_sureness(struct news_printer *p, const struct news_statement *st);
bool news_any_sure(const struct news_printer *p, size_t statement);
void news_print_unsure_legend(struct news_printer *p);
/* The story with the sure readings alone; its statements are freed with mem_free. False: no memory. */
bool news_keep_sure(const struct news_story *all, struct news_story *sure);
void news_mark_unsure(const struct news_story *all, struct news_proposition *props, size_t count);
/* "silent", "asserted"; "uncertain" of a side that speaks in readings left out alone. */
const char *news_cell_word(const struct news_proposition *q, enum news_side side);
void news_json(struct news_printer *p);
/* Hands on what is printed, once it is enough to be worth it. */
void news_print_on(struct news_printer *p);

/* ---- differences between statements of one proposition ---------------------------------------------------------- */

enum news_slot {
  NEWS_SLOT_NUMBER,
  NEWS_SLOT_DAY,
  NEWS_SLOT_CONDITION,
  NEWS_SLOT_POLARITY,
  NEWS_SLOT_STATUS
};
enum news_difference { NEWS_DIFFERS, NEWS_REFINES, NEWS_CONVENTION, NEWS_STRONGER };
extern const char *const news_slot_words[5];
extern const char *const news_difference_words[4];

struct news_conflict {
  enum news_slot slot;
  enum news_difference kind;
  const struct news_statement *a, *b;
  struct news_span at_a, at_b; /* the bytes that differ */
};

/* ---- differences between the printings of one utterance ---------------------------------------------------------- */

struct news_wording {
  uint32_t a, b;               /* articles */
  struct news_span at_a, at_b; /* the words that stand in each other's place */
};

#define NEWS_WORDINGS 12
/* Of the utterance whose first form is `group`. False: out of memory. */
bool news_wording_find(const struct news_story *y, const uint32_t *next, uint32_t group,
                       struct news_wording out[NEWS_WORDINGS], size_t *count);

#define NEWS_CONFLICTS 12
/* One of each sort, of the first statements of a proposition; how many. */
size_t news_conflicts_find(const struct news_printer *p, size_t proposition,
                           struct news_conflict out[NEWS_CONFLICTS]);
/* other_rates.c: the same speaker tells another rate of the same in another report, with the first of the two. */
bool news_other_rate_find(const struct news_printer *p, size_t proposition,
                          struct news_conflict *out);

#endif
