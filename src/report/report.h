// SPDX-License-Identifier: Apache-2.0
// Inside of the report room: the state of one report, and the forms it can take.
//
// A form is a table of five functions. The room works on struct imp_answer and struct imp_fee
// alone, so every form can be tested with answers written by hand. Forms append to a buf and never
// fail but by its sticky `failed`; the public functions turn that into IMP_NO_MEMORY.
#ifndef IMPOST_REPORT_REPORT_H
#define IMPOST_REPORT_REPORT_H

#include "base/str.h"
#include "impost/report.h"
#include "report/groups.h"
#include "report/page.h"
#include "report/totals.h"

struct report_stamp { /* which law answered */
  const char *digest;
  const char *known;
  const char *horizon; /* day up to which sources were read */
  enum imp_basis basis;
  const struct imp_law *law;     /* for the proof: the files read; NULL in tests of the forms */
  const struct imp_query *query; /* for the proof: what was picked; NULL likewise */
};

struct report_filed {         /* one line beside what was filed for it */
  bool filed, computed;       /* there is such a number */
  int64_t amount, difference; /* cents; filed less what was computed, of a range its nearer end */
  const char *verdict;        /* equal, underpaid, overpaid, within (the range), not compared */
};

struct filed_sums {
  uint32_t equal, underpaid, overpaid, within, none;
  int64_t under, over; /* cents, both above zero */
};

struct report_refusal { /* how often an id was the reason */
  const char *id;
  uint32_t count;
};

enum { REPORT_BY_MOST = 6, REPORT_IDS_MOST = 64 };

struct report_line { /* what the forms need to know of the input */
  const char *entry;
  uint32_t number;
  const char *const *cells;
  const struct imp_line *given;     /* NULL when the line could not be read */
  const struct report_filed *filed; /* NULL: nothing is compared */
};

struct report_form {
  void (*begin)(struct imp_report *r, struct buf *out);
  void (*line)(struct imp_report *r, const struct report_line *line, const struct imp_answer *a,
               struct buf *out);
  void (*entry)(struct imp_report *r, const char *entry, const struct imp_fee *fees, uint32_t count,
                struct buf *out);
  void (*end)(struct imp_report *r, const struct totals_table *totals, struct buf *out);
};

enum { REPORT_CAVEATS = 8 };

/* What bills leave out unless the entry states its rate, outside.c. */
enum report_stated { STATED_DUMPING, STATED_SUBSIDY, STATED_EXCISE, REPORT_STATED };
enum { OUTSIDE_MOST = 8 };

struct imp_report {
  const struct report_form *form;
  struct imp_report_options options;
  struct report_stamp stamp; /* texts live in `arena` */
  struct arena arena;
  struct totals totals;
  uint32_t lines, refused, prohibited, ranges, entries;
  uint32_t
      stated[REPORT_STATED]; /* answered lines with a row of the entry's own: enum report_stated */
  uint32_t entry_refused;    /* refused lines of the entry at hand: not in its fees */
  uint32_t entry_prohibited; /* lines of it that may not enter: in its fees all the same */
  unsigned marks_used;       /* text: bits of enum report_mark, for the legend */
  const char
      *caveats[REPORT_CAVEATS]; /* text of a file: those of its lines, each once; in `arena` */
  uint32_t caveat_count, rounded, days_lent; /* lines with a rounded value, with the day of --on */
  struct buf kept; /* JSON: entries with their fees, printed after the lines */
  struct groups groups[REPORT_BY_MOST];
  uint32_t group_count;
  char month[8]; /* of the first answered line of the entry at hand; empty: none yet */
  struct report_refusal refusals[REPORT_IDS_MOST]; /* ids beyond are counted under the last */
  uint32_t refusal_count;
  int64_t next_filed; /* for the next line; IMP_NOT_FILED */
  struct filed_sums filed;
};

enum report_mark {
  REPORT_MARK_LAW = 1,
  REPORT_MARK_SAID = 2,
  REPORT_MARK_SUSPENDED = 4,
  REPORT_MARK_VOID = 8,
  REPORT_MARK_ZERO = 16
};

extern const struct report_form report_text_bills;   /* text_bill.c */
extern const struct report_form report_text_summary; /* text_file.c */
extern const struct report_form report_json;         /* json.c */
extern const struct report_form report_jsonl;
extern const struct report_form report_csv; /* csv.c: both CSV and TSV */
void report_csv_cell(struct buf *out, struct str s, char sep);

/* Bits of enum report_stated: what the rows of an answer have of it. */
unsigned outside_stated(const struct imp_answer *a);
/* What is not in a bill whose lines all state the bits: NULL-terminated, static texts. */
void outside_names(unsigned stated, const char *names[OUTSIDE_MOST]);
unsigned outside_all(const struct imp_report *r); /* stated by every answered line */

/* The inner calls, on plain structs. */
enum imp_status report_begin(const struct report_stamp *stamp,
                             const struct imp_report_options *options, struct imp_report **out,
                             struct imp_text *text, struct imp_error *err);
enum imp_status report_answer(struct imp_report *r, const struct report_line *line,
                              const struct imp_answer *a, struct imp_text *text,
                              struct imp_error *err);
enum imp_status report_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                             uint32_t count, struct imp_text *text, struct imp_error *err);

/* A line without a day of its own: the answer says where its day came from; as something assumed, else as
 * something to bear in mind. False: out of memory. */
bool report_say_day(struct arena *a, const struct imp_report *r, const struct imp_line *line,
                    struct imp_answer *out);
const char *report_lent_day(const struct imp_report *r, bool *assumed);

/* ---- shared by the forms --------------------------------------------------------------------- */

const char *report_status_word(enum imp_line_status s); /* ok, range, refused, prohibited */
/* "24 points, by cn.ctc.2025-10 until 2026-11-11 [cn/duties.law:112]"; nothing when none are held off. */
void report_held_off(const struct imp_row *row, struct buf *out);
const char *report_row_word(enum imp_row_status s); /* applied, suppressed, unclaimed, suspended */
const char *report_basis_word(enum imp_basis b);
/* "q=a; r=b" into out, nothing when there are no picks. */
void report_picks(const struct imp_pick *picks, uint32_t count, struct buf *out);
/* Duty as a share of the value, "62.6%", "169%": to a hundredth, half up, with no zeros at the end. Nothing when the value is zero. */
/* "the " before the name of a place that takes it in a sentence, else "". */
const char *report_article(const char *place);
void report_share(int64_t duty, int64_t value, struct buf *out);
/* "4,202.00" or "1,000.00 to 2,000.00". */
void report_span(int64_t low, int64_t high, bool grouped, struct buf *out);

/* The code as printed, or as it was given when it could not be read as one; never NULL. */
const char *report_code(const struct report_line *line, const struct imp_answer *a);

struct page report_page(const struct imp_report *r, struct buf *out);

/* text_why.c, text_verdicts.c, text_end.c: pieces of the text forms */
void report_text_why(struct imp_report *r, struct page *p, const struct imp_answer *a);
void report_text_verdicts(struct page *p, const struct imp_answer *a);
void report_text_fees(struct imp_report *r, struct page *p, const char *entry,
                      const struct imp_fee *fees, uint32_t count);
void report_text_totals(struct imp_report *r, struct page *p, const struct totals_table *t);
void report_text_end(struct imp_report *r, struct page *p);

/* sums.c: what is kept of the lines besides the totals */
bool report_sums_begin(struct imp_report *r);
bool report_sums_line(struct imp_report *r, const struct report_line *line,
                      const struct imp_answer *a);
bool report_refusals_add(struct imp_report *r, const char *id, uint32_t count);
bool report_sums_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                       uint32_t count);
void report_sums_end(struct imp_report *r); /* puts keys and ids in order */
void report_sums_free(struct imp_report *r);
struct report_filed report_compare(struct imp_report *r, const struct imp_answer *a);
const char *report_by_word(enum imp_by by); /* programme, month, ... */

/* text_groups.c */
void report_text_groups(struct imp_report *r, struct page *p);
void report_text_filed(const struct imp_report *r, struct page *p);

#endif
