// SPDX-License-Identifier: Apache-2.0
// What the loop over columns reads of each line.
#ifndef IMPOST_ASSESS_TABLES_H
#define IMPOST_ASSESS_TABLES_H

#include <assert.h>

#include "assess/ids.h"
#include "assess/program.h"

enum {
  FACT_BITS = 12, /* of a table when it is new */
  PLACES_MAX = 256,
  CLASSES_MAX = 4096,
  QUICK_TESTS = 4,
  QUICK_RESULTS = 3, /* of a test: below, at, above */
  KERNEL_ROWS = 12,  /* a multiple of four */
  KERNEL_OPTIONS = 24,
  QUICK_DAYS = 7305, /* 2015 to 2034 */
  KEY_BITS = 30,
  MASK_WAYS = 4,
  MASK_BITS = 14 /* of the table of masks when it is new: so many times MASK_WAYS */
};

/* How large the tables get whose lines can be found again: as bits. */
struct table_bits {
  uint32_t masks, facts, results;
};
#define QUICK_DAY_FIRST    16436u
#define PAIR_NONE          UINT16_MAX
#define MASK_NONE          UINT16_MAX
#define SEGMENT_SPLIT      UINT16_MAX /* a day whose hour may decide; no law has so many segments */
#define QUICK_QUANTITY_MAX ((int64_t)1 << 40)
#define QUICK_VALUE_MAX    ((int64_t)1 << 31) /* dollars times millionths stay below 2^58 */

enum { HEAD_FINE, HEAD_REFUSED, HEAD_UNREADABLE };

struct head { /* a code in a window, as far as the law reaches; it holds no day when not known */
  imp_day from;
  uint16_t days;            /* from `from` on */
  uint16_t class;           /* FINE */
  int32_t general, column2; /* millionths; -1: not a share alone */
  uint32_t tariff;          /* FINE; else the program that refuses */
  uint32_t other; /* of the last window learned: in quick.others the one before it, or nought */
  uint8_t state;
  bool renumbered;
  bool asks; /* its rates ask for a quantity, of whoever claims or not */
};

enum quick_of { OF_NOTHING, OF_GENERAL, OF_COLUMN_2, OF_SPECIAL, OF_COLUMNS };

struct krow { /* millionths of the value and a column, less a column: never below nothing */
  int32_t ppm;
  uint8_t of, less_of;
  uint16_t spare; /* nought: kernels are compared as bytes */
};
static_assert(sizeof(struct krow) * KERNEL_ROWS == sizeof(uint32_t) * KERNEL_OPTIONS,
              "kernels have no holes");

/* A program of one bill in shares and columns; programs that come to the same share one. Rows behind the last are nought, so
 * they may be worked out too. A bill of several completions is a list of kernels, one each. */
struct kernel {
  uint32_t shape;
  uint8_t state; /* KERNEL_… */
  uint8_t rows, status,
      uses; /* of a list: its length; nothing; what any of them uses. Bits: 1 << quick_of */
  union {
    struct krow row[KERNEL_ROWS];
    uint32_t option[KERNEL_OPTIONS]; /* LIST: numbers of kernels, in the order they were tried */
  };
};
enum { KERNEL_NONE, KERNEL_FINE, KERNEL_LIST };

/* What lines without facts of a mask come to: a program, or its gate tells. */
#define CELL_GATE 0x80000000u

struct qline { /* what is the same for all rows of a line */
  int64_t dollars, quantity;
  const struct head *head;
  const struct column *special; /* NULL: none */
};

/* A fact set on lines of a mask, for one class of places and epoch. With and without an entry in the special column:
 * the program, when the mask has no tests, else the base duty that they ask about. */
struct fact_slot {
  uint32_t mask, set, place, stated;
  union {
    uint32_t program[2]; /* without tests */
    struct krow base[2];
  };
  uint16_t tests;
  bool has_base[2];
};

struct fact_result { /* of a slot with tests: a program for their results, packed; `entry` on top */
  uint32_t mask, set, place, results, program;
};

struct gate {     /* lines without facts that matter, of a mask with tests */
  uint32_t table; /* of programs, by results of the tests */
  uint32_t tests;
  struct krow base;
};

struct qtest {
  bool fine;
  uint8_t subject;
  int64_t limit; /* millionths; VALUE: dollars */
};

struct quick {
  struct table_bits most;
  struct head *heads;  /* of each code the window last learned */
  struct head *others; /* of the few that have another, the one before it; the first holds no day */
  size_t head_cap, other_count, other_cap;
  uint16_t *pairs; /* by class and class of place; PAIR_NONE: not asked for */
  size_t pair_cap;
  uint32_t *masks; /* by pair and segment, in buckets of MASK_WAYS: quick_mask */
  uint32_t mask_bits, mask_news;
  uint32_t segment_count;
  imp_day first, until;         /* days that the law encoded here reaches */
  struct fact_slot *fact_slots; /* one place for each key: the last that came stays */
  struct fact_result *fact_results;
  uint32_t fact_bits, result_bits, fact_news, result_news;
  uint16_t *segments; /* by day from QUICK_DAY_FIRST on */
  uint32_t *cells;    /* by mask: a program, CELL_GATE + a gate, or NOTHING */
  struct gate *gates;
  size_t gate_count, gate_cap, cell_count, cell_cap;
  uint32_t *tables;
  size_t table_count, table_cap;
  uint32_t *kernel_of; /* by program; 0: not known */
  size_t kernel_of_cap;
  struct krow *kernels; /* one behind the other, each as long as it has to be: kernel_at */
  size_t kernel_units, kernel_cap, kernel_count;
  uint32_t *kernel_slots; /* numbers of kernels, to find equal ones; 0: empty */
  size_t kernel_slot_count;
  uint32_t no_origin; /* program that refuses a line of no place; NOTHING: not met */
  struct qtest tests[INDEX_TESTS_MAX];
};

#endif
