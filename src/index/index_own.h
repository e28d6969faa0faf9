// SPDX-License-Identifier: Apache-2.0
// What the files of the index room share.
#ifndef IMPOST_INDEX_OWN_H
#define IMPOST_INDEX_OWN_H

#include "index/index.h"

struct mark { /* 128 bits that stand for a set of items */
  uint64_t a, b;
};

/* The i-th mark: fixed, evenly spread, so a XOR of marks stands for the set of them. */
struct mark mark_of(uint64_t i);
struct mark mark_join(struct mark x, struct mark y);
bool mark_same(struct mark x, struct mark y);

/* ---- walking the law ------------------------------------------------------------------------------- */

struct walk { /* any function may be NULL */
  void *user;
  void (*items)(void *user, const struct law_item *items,
                uint32_t count); /* each item array once */
  void (*group)(void *user); /* the arrays since the last call decide alike: they count as one */
  void (*day)(void *user, imp_day day);
  void (*cond)(void *user, const struct law_cond *cond); /* each leaf once */
};
void walk_law(const struct law *law, const struct walk *w);
void walk_leaves(const struct law_cond *c, const struct walk *w);

/* ---- classes ------------------------------------------------------------------------------------------- */

struct
    kept_mark { /* 96 bits of it: of 100,000 marks two are the same by chance once in 10^19 times */
  uint32_t bits[3];
};

struct interned { /* marks in the order of their first coming */
  struct kept_mark *keys;
  uint32_t *slots; /* index + 1; 0: empty */
  size_t count, cap, slot_count;
};
uint32_t intern_mark(struct interned *t, struct mark mark,
                     bool *added); /* UINT32_MAX: out of memory */
void intern_free(struct interned *t);

struct edge { /* from this code on, this mark goes in or out */
  uint64_t at;
  struct mark all, ten;
};

struct code_class {
  uint64_t code; /* the first that came */
  struct mentions *mentions;
};

/* ---- atoms ------------------------------------------------------------------------------------------------ */

#define NO_TEST UINT32_MAX
enum { SETS_MAX = 4 };

enum atom_time {
  TIME_ALWAYS,
  TIME_LIVE,   /* the statement can be the current one */
  TIME_WINDOW, /* a state's window as written */
  TIME_WHEN,   /* a window of an order or a list line */
  TIME_FROM    /* the day has come */
};

struct atom {
  uint32_t goods[SETS_MAX], of[SETS_MAX]; /* tests that must hold; NO_TEST behind the last */
  uint32_t part;                          /* goods test that must hold in part, or NO_TEST */
  uint32_t measure;                       /* LAW_NONE: of none */
  enum atom_time time;
  const struct law_stmt *block; /* LIVE, WINDOW; LIVE of nothing: always */
  uint32_t count, at;
  const struct law_when *when; /* WHEN */
  imp_day from;                /* FROM, on top of a LIVE statement when block is set */
  uint32_t test;               /* test on amounts that stands here, or NO_TEST */
  struct index_relevance asks; /* facts and labels that what stands here asks for */
  bool claimed;                /* it matters only to lines that claim something, */
  struct index_relevance key;  /* one of these */
  bool acts;      /* a demand or an `exempts`: while none of a measure is alive it does nothing */
  uint32_t wakes; /* measure that is in scope, or measure_count + heading; or NO_TEST */
};

struct atoms {
  struct atom *items;
  size_t count, cap;
  const struct law_set **goods, **places; /* tests of codes and of places */
  size_t goods_count, goods_cap, place_count, place_cap;
  struct index_test tests[INDEX_TESTS_MAX];
  uint32_t test_count;
  uint32_t *first_heading; /* of each measure, counting the headings of all */
  uint32_t heading_count;
  bool too_many_tests, failed;
};

bool atoms_build(struct atoms *out, const struct law *law, const struct view *view);
void atoms_free(struct atoms *a);

/* Whether the atom's test of the day holds. */
bool atom_time_holds(const struct atom *a, const struct view *view, imp_day day);
/* The measure is ended or suspended that day whatever the outcome: nothing of it matters. `rows` is scratch. */
bool measure_silent(const struct law *law, const struct view *view, uint32_t m, imp_day day,
                    struct clock_stmt *rows);
/* The statement may be there under some outcome; is there under every one. */
bool stmt_may_count(const struct view *view, const struct law_stmt *s);
bool stmt_must_count(const struct view *view, const struct law_stmt *s);

/* ---- masks -------------------------------------------------------------------------------------------------- */

struct mask_row { /* of a class in an epoch, or of a segment; NULL until asked for */
  const uint64_t *words;
};

struct mask_info { /* `code_class` and so on: of a line that comes to it */
  uint32_t code_class;
  uint16_t place_class, segment;
  uint16_t tests;
  uint32_t bare; /* plus one, what of it matters to lines that claim nothing; 0: not asked for */
  uint32_t relevance;
};

struct
    atom_range { /* the atoms of a measure, one behind the other: their words, and their bits in the first and last */
  uint32_t from, to;
  uint64_t first, last;
};

struct date_limits {
  imp_day *days;
  size_t count, cap;
};

struct index {
  const struct law *law;
  const struct names *names;
  const struct view *view;
  struct arena arena;
  struct atoms atoms;
  uint32_t words; /* of a mask */

  struct edge *edges; /* sorted; marks run up: those of [at, next at) */
  size_t edge_count, edge_cap;
  struct interned code_marks, place_marks, pair_marks, bare_marks, raw_marks, mask_marks,
      bare_masks;
  struct code_class *classes;
  size_t class_count, class_cap;
  uint16_t *places; /* first place of each class */
  size_t place_count, place_cap;

  imp_day *days; /* boundaries, sorted; segment i ends at days[i] */
  size_t day_count, day_cap;
  uint16_t *goods_epoch, *place_epoch; /* per segment */
  uint32_t goods_epochs, place_epochs;
  uint16_t *segment_of;      /* by day from days[0] on */
  struct date_limits *dates; /* per fact */
  struct index_part_test *part_tests;
  size_t part_test_count, part_test_cap;

  struct mask_row *code_rows, *place_rows, *time_rows;
  size_t code_row_cap, place_row_cap;
  struct mask_info *infos; /* by number in mask_marks */
  size_t info_cap;
  uint16_t *bare_tests; /* by number in bare_masks */
  size_t bare_test_cap;
  struct index_relevance *relevances;
  size_t relevance_count, relevance_cap;
  uint64_t *made;                 /* a row, until it is known whether it is new */
  uint64_t *scratch, *bare;       /* bare: atoms that matter to a line without claims */
  struct index_relevance *claims; /* that lines make, by number; */
  uint64_t **claim_rows;          /* beside each the atoms that matter to a line that makes them */
  size_t claim_count, claim_cap, claim_row_cap;
  uint64_t *kept;    /* those, and all at which a test on amounts stands */
  uint64_t *matters; /* atoms through which a measure does something, or that ask for facts */
  struct atom_range *ranges; /* of measures that no open question stands in or above */
  uint32_t range_count;
  uint32_t *settled; /* per raw mark: the cell it comes to */
  size_t settled_cap;
  struct clock_stmt *clock_rows;
};

/* The rows of a code class and a place class in a segment's epochs. False: out of memory. */
bool mask_rows(struct index *x, uint32_t code_class, uint32_t place_class, uint32_t segment,
               const uint64_t **code, const uint64_t **place);
/* The row of a segment. NULL: out of memory. */
const uint64_t *mask_time(struct index *x, uint32_t segment);
/* Takes out of a mask what cannot matter: the atoms of measures that do nothing and ask for nothing. */
void settle_mask(const struct index *x, uint64_t *words);
/* What stands for the words of a mask. */
struct mark mark_words(const struct index *x, const uint64_t *words);
bool settle_build(struct index *x);
bool classes_build(struct index *x);
bool days_build(struct index *x);

#endif
