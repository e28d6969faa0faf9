// SPDX-License-Identifier: Apache-2.0
// What is known of codes and sets of facts, and tables from texts and numbers to numbers.
#ifndef IMPOST_ASSESS_IDS_H
#define IMPOST_ASSESS_IDS_H

#include "book/assess.h"
#include "book/query.h"
#include "impost/batch.h"

#define NOTHING UINT32_MAX

enum code_kind { CODE_ONE, CODE_MANY, CODE_REFUSED };

struct numbers { /* of a code of eight digits: one of each class */
  uint32_t count;
  const uint64_t *numbers;
  const uint32_t *classes;
};

struct variant { /* a code in one window of the schedule */
  imp_day from, until;
  uint32_t next;   /* another window, or NOTHING */
  uint32_t class;  /* ONE: of its number (or of all of them); MANY: first of `many` */
  uint32_t tariff; /* NOTHING: refused */
  uint16_t
      doubts; /* what the doubtful files say of its number: in batch.doubts_met, plus one; 0: not asked */
  uint8_t kind; /* enum code_kind */
  union {
    uint64_t number;            /* ONE */
    const struct numbers *many; /* MANY */
    const char *refusal;        /* REFUSED */
  };
};
static inline uint64_t variant_number(const struct variant *v) { /* the first of many */
  return v->kind == CODE_MANY ? v->many->numbers[0] : v->number;
}

struct
    code_text { /* a code as it was written, which is its key; what it says is read of it again */
  union {
    uint64_t packed; /* digits and points, four bits each, as far as there is room */
    const char *text;
  };
  uint32_t variant; /* first, or NOTHING */
  uint8_t digits;   /* 0: unreadable */
  bool is_packed;
  bool unreadable;
  bool renumbered; /* it, or a number under it, has an older number */
};
enum { CODE_PACKED = 16 };
/* The id of its refusal, when it cannot be read. */
static inline const char *code_refusal(const struct code_text *c) {
  return c->unreadable ? "refuse.code" : NULL;
}

struct stated_part { /* dollars, or a share of the value */
  uint32_t part;
  bool share;
  int64_t num, den;
};

struct fact_set {
  imp_day latest; /* of its dates; a line entered before it is refused */
  uint32_t
      shape; /* sets that differ in dates no test tells apart have one shape, numbered from 1 */
  struct imp_pair *facts;
  uint32_t fact_count;
  struct stated_part *parts; /* those among the facts that are parts of the value */
  uint32_t part_count;
  const char **claims;
  uint32_t claim_count;
  bool claiming;    /* it may make a claim, also in words like 9903.88.69=yes */
  uint32_t without; /* the set without its one claim, plus one; 0: not known */
};

struct reading_fact {
  uint32_t fact;
  struct fact_value value;
};

struct reading {    /* a fact set on goods of one class of places */
  struct line line; /* without its facts: reading_line */
  struct reading_fact *facts;
  uint32_t fact_count;
  const char *refusal;
  bool claims; /* of a programme, made */
};

/* Texts to ids. */
struct keyed {
  struct str *keys;
  uint32_t *slots;
  size_t count, cap, slot_count;
  struct arena *arena;
  bool bytes; /* not texts: nothing stands behind them */
};
uint32_t keyed_id(struct keyed *t, struct str key,
                  bool *added);                             /* copies; NOTHING: out of memory */
uint32_t keyed_find(const struct keyed *t, struct str key); /* NOTHING: not there */
void keyed_free(struct keyed *t);

uint64_t hash_text(struct str s);

/* Codes as they were written to ids: numbers of batch.codes, plus one; 0: empty. */
struct code_ids {
  uint32_t *slots;
  size_t count, slot_count;
};

/* Numbers to numbers. */
struct memo_key {
  uint32_t a, b, c, d;
};
struct memo {
  uint32_t *cells; /* of each slot the value (NOTHING: empty), then its key */
  size_t count, slot_count;
  size_t first; /* slots to begin with; 0: a few */
  bool pairs;   /* keys are a and b alone */
};
uint32_t memo_get(const struct memo *m, struct memo_key k); /* NOTHING: not there */
bool memo_put(struct memo *m, struct memo_key k, uint32_t value);
void memo_free(struct memo *m);

#endif
