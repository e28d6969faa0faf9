// SPDX-License-Identifier: Apache-2.0
// Inside of writing lines that a batch answered: the pieces that are kept, the sums (writer.c); lines that it did not
// answer, and how it all comes into the report (writer_lines.c).
#ifndef IMPOST_REPORT_WRITER_H
#define IMPOST_REPORT_WRITER_H

#include "report/report.h"

/* Of one set of words, for lines with a day of their own or without: all of a row that is not the line's own. Each
 * piece begins and ends with the separators about it. */
struct fragment {
  union {
    struct str refused; /* of a refused line, from the status to the notes */
    struct str
        between; /* of an answered line, from the amounts to the duty on basis legal, without needs */
  };
  struct str tail;       /* id, next and notes */
  uint32_t before_needs; /* bytes of `between` */
  bool made;
};

struct sums {
  uint32_t lines, refused, ranges;
  int64_t low, high, void_low, void_high;
  bool any, overflow;
};

struct imp_report_writer {
  const struct imp_report *r;
  const struct imp_batch *b;
  char sep;
  struct buf needs;              /* of the row at hand */
  struct arena arena;            /* of what lasts */
  struct arena pieces;           /* of fragments and shapes, until there are too many of them */
  struct fragment *fragments[2]; /* by number of words; of lines with a day of their own, without */
  size_t fragment_count[2], fragment_cap[2];
  struct str *shapes; /* headings of a shape */
  size_t shape_count, shape_cap;
  uint32_t *refusals; /* by number of words */
  size_t refusal_count, refusal_cap;
  struct report_refusal bad[REPORT_IDS_MOST];
  uint32_t bad_count;
  struct sums sums;
};

#endif
