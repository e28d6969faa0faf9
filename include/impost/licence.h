// SPDX-License-Identifier: Apache-2.0
// Export controls: whether a thing may leave a place for another, under which act and entry, and what that hangs on.
//
// The words of an entry decide, never a number alone. An answer never says that a thing is free: at most that none of
// the entries encoded fits what was told, with the lists that were looked at, those that are known and not encoded, and
// the rules that reach anything. Days are ISO text. Every text of an answer is owned by it. The meaning of each word is
// that of docs/licence.md.
#ifndef IMPOST_LICENCE_H
#define IMPOST_LICENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "impost/duty.h"
#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

/* A case as the user gave it: text, NULL or "" for what was not given. */
struct imp_case {
  const char *item; /* name of an entry, a number of 4 to 10 digits, words, or words and a number */
  const char *code; /* a number beside the words: it leads where the words are no entry's */
  const char *out_of; /* the place it leaves */
  const char *into;   /* the place it goes to */
  const char *on;     /* the day, "2025-11-10 13:30" with an hour; NULL: the query's */
  const char *deed;   /* export, re-export, transfer, help; NULL: export */
  const char *const
      *entries; /* entries the item is said to be, by name or words; "none": no entry's words fit */
  uint32_t entry_count;
  const struct imp_pair *facts; /* military-user=yes, importer.owned=60%, grain=30 nm … */
  uint32_t fact_count;
  const char *const *claims; /* general-licence … */
  uint32_t claim_count;
};

enum imp_licence_word {                         /* weakest first */
                        IMP_LICENCE_NOT_LISTED, /* none of the entries encoded fits what was told */
                        IMP_LICENCE_NO_RULE, /* on a list, and no rule of it is in force for this way that day */
                        IMP_LICENCE_NOT_NEEDED, /* a statement of law says so */
                        IMP_LICENCE_SUSPENDED,  /* what would ask is suspended */
                        IMP_LICENCE_MAYBE,      /* it hangs on facts nobody stated */
                        IMP_LICENCE_GENERAL,
                        IMP_LICENCE_REGISTRATION,
                        IMP_LICENCE_NOT_ENCODED, /* a rule that reaches it is known and not encoded */
                        IMP_LICENCE_REQUIRED,
                        IMP_LICENCE_PROHIBITED
};
const char *imp_licence_word_text(enum imp_licence_word word); /* "LICENCE REQUIRED" */

enum imp_licence_standing {
  IMP_LICENCE_IN_FORCE,
  IMP_LICENCE_STAYED,
  IMP_LICENCE_ENDED,
  IMP_LICENCE_NOT_BEGUN
};

struct imp_licence_row { /* a control that meets the item */
  const char *control, *title;
  const char *entry, *words; /* cn.18.1C904.b, its words; NULL: of any item, or of a quoted scope */
  const char *limits;        /* of the entry, not settled by what was told; NULL: none are open */
  bool sure;                 /* the item is this entry for certain */
  enum imp_licence_word asks; /* what it asks, or would ask; NO_RULE: its condition is open */
  enum imp_licence_standing standing;
  const char *act, *cite,
      *source;                /* of the line that asks; source: official, copy, report, inferred */
  const char *since;          /* first day of that line */
  const char *begins;         /* NOT_BEGUN: the day */
  const char *stayed_through; /* STAYED: last day by the text of an act; NULL: no end is stated */
  const char *announced_through; /* STAYED: last day as announced, when it differs; else NULL */
  const char *announced_if;      /* and the answer of a question that makes it so */
  const char *stayed_by;
  const char *stayed_with; /* the control that makes it an item and is suspended; NULL: its own */
  const char *unconfirmed; /* what is not certain of the line, the entry, the stay; NULL: nothing */
  uint32_t days_in_force;  /* up to the day, as known */
  bool quoted;             /* its scope is words nobody answered; `words` has them */
};

struct imp_licence_open { /* a line that would speak if */
  const char *condition, *control, *act, *cite;
  const char *
      note; /* "28 names, none encoded here" of a list of persons; what is not certain; NULL: none */
  enum imp_licence_word becomes;
  enum imp_licence_standing standing;
  const char *through; /* STAYED: last day by the text */
};

struct imp_licence_said {       /* a review or a duty */
  const char *text, *condition; /* condition NULL: it holds */
  const char *control, *act, *cite;
  enum imp_licence_standing standing;
};

struct imp_licence_reading { /* an outcome of the questions that change the answer */
  const char *outcome;       /* "cn.longer-truce is published"; "" when none does */
  bool by_default;           /* what the law does when nobody answers */
  enum imp_licence_word word;
  bool
      sure; /* a licence, a ban, a stay or a release that holds: the item is the entry, no condition is open */
  const char *review; /* strictest that holds, in words; NULL: none is stated, or a ban holds */
  const struct imp_licence_row *rows;
  uint32_t row_count;
  const struct imp_licence_open *open;
  uint32_t open_count;
  const struct imp_licence_said *reviews, *musts;
  uint32_t review_count, must_count;
};

struct imp_licence_tell { /* what could be told, and what it makes of the first reading */
  const char *typed;      /* "--fact contains-dy=yes" */
  enum imp_licence_word becomes;
  const char *under; /* entry or control that gives it; "" when none does */
};

struct imp_licence_list {
  const char *name, *title, *act;
  uint32_t encoded, declared; /* entries here; of the act's own count, 0: not stated */
  bool whole;
  const char *missing; /* of a list in part: what is missing, in words */
};

struct imp_licence_near { /* an entry near the words: offered, never taken */
  const char *entry, *words;
};

struct imp_licence_answer {
  const char *item, *out_of, *into, *on, *deed; /* as understood; places by their names */
  bool by_code;
  uint32_t entry_count; /* entries the item may be */
  const struct imp_licence_reading *readings;
  uint32_t reading_count;
  const struct imp_licence_tell *tells;
  uint32_t tell_count;
  const struct imp_licence_near *near;
  uint32_t near_count, near_more; /* nearest first; further ones that are not listed */
  const char *const *not_these;   /* what an act takes out of the lists met, with act and day */
  uint32_t not_these_count;
  const char *const *assumed; /* "origin China: it leaves from there" */
  uint32_t assumed_count;
  const struct imp_licence_list *lists; /* looked at: whole, in part, known and not encoded */
  uint32_t list_count;
  const struct imp_licence_row *nets; /* rules over any item that hang on what nobody stated */
  uint32_t net_count;
  const char *weakest; /* source of the acts the answer rests on; "" when it rests on none */
};

struct imp_licence;
/* IMP_USAGE when the case's words are not understood. Free with imp_licence_free. */
enum imp_status imp_licence(const struct imp_law *law, const struct imp_query *query,
                            const struct imp_case *c, struct imp_licence **out,
                            struct imp_error *err);
const struct imp_licence_answer *imp_licence_answer(const struct imp_licence *l);
/* IMP_PROHIBITED when a reading is; IMP_OK when all are sure; else IMP_REFUSED (needs a fact, nothing encoded fits). */
enum imp_status imp_licence_status(const struct imp_licence *l);
void imp_licence_free(struct imp_licence *l);

/* ---- many cases: a catalogue ------------------------------------------------------------------------------------- */

struct imp_screen; /* remembers what it answered; of one thread */
enum imp_status imp_screen_open(const struct imp_law *law, const struct imp_query *query,
                                struct imp_screen **out, struct imp_error *err);
void imp_screen_free(struct imp_screen *s);

/* Where id is not NULL the texts below are NULL. */
struct imp_screened {
  const char *id, *reason, *next; /* the case's words are not understood; id NULL: they are */
  enum imp_licence_word word;     /* strictest of the readings */
  bool sure;                      /* of every reading */
  const char *
      outcomes; /* where open questions change it: "SUSPENDED if ...; LICENCE REQUIRED if ..."; else "" */
  const char *review, *entry, *words, *control, *act; /* "" where there is none */
  uint32_t entries;                                   /* it may be */
  const char *hangs_on; /* conditions nobody answered, and what each would make of it */
  const char *near;     /* nearest entry, which is not taken; "" when there is none */
};
/* *out lives until the next call. As imp_licence says it of the same case. */
enum imp_status imp_screen_case(struct imp_screen *s, const struct imp_case *c,
                                const struct imp_screened **out, struct imp_error *err);

/* A line of a catalogue, with the input's columns before ours: CSV, TSV, or a JSON object a line. `names` of the columns;
 * without `cells` the heading line. */
enum imp_status imp_report_screened(const struct imp_screened *x, const char *const *names,
                                    const char *const *cells, uint32_t count,
                                    enum imp_format format, struct imp_text *text,
                                    struct imp_error *err);

/* ---- what a file of lines rests on ------------------------------------------------------------------------------ */

struct imp_dependence { /* a row of the table of supply whose numbers meet the goods */
  const char *of, *stage, *from, *who, *year, *low, *high, *by;
  bool one_origin; /* half or more comes from the place the goods come from */
};
struct imp_exposed {
  const struct imp_screened
      *controls; /* out of the origin, into the place of entry; NULL: the line says no place */
  const struct imp_dependence *rows;
  uint32_t row_count;
  bool controlled; /* may be an entry of a list, or is forbidden */
  bool one_origin;
};
struct imp_exposure; /* of one thread */
enum imp_status imp_exposure_open(const struct imp_law *law, const struct imp_query *query,
                                  struct imp_exposure **out, struct imp_error *err);
/* *out lives until the next call. */
enum imp_status imp_exposure_line(struct imp_exposure *x, const struct imp_line *line,
                                  const struct imp_exposed **out, struct imp_error *err);
void imp_exposure_free(struct imp_exposure *x);
/* A line as text, or as a JSON object a line. */
/* What stands above the lines as text, and with `begins` 0 below them: which law was asked. Nothing as JSON. */
enum imp_status imp_report_exposure(const struct imp_law *law, const struct imp_query *query,
                                    int begins, const struct imp_report_options *options,
                                    struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_exposed(const struct imp_line *line, const struct imp_exposed *x,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err);

/* ---- how much is encoded --------------------------------------------------------------------------------------- */

struct imp_covered { /* a list of the law of a place */
  const char *name, *title, *act, *signed_on, *source;
  bool persons; /* else items */
  bool whole;
  uint32_t encoded, declared; /* entries here; by the act's own count, 0: not stated */
  const char *missing;        /* of a list in part, in words */
};
struct imp_coverage; /* owns its texts; free with imp_coverage_free */
enum imp_status imp_coverage(const struct imp_law *law, const char *place,
                             struct imp_coverage **out, struct imp_error *err);
/* ISO code of the place. */
const char *imp_coverage_place(const struct imp_coverage *c);
uint32_t imp_coverage_count(const struct imp_coverage *c);
const struct imp_covered *imp_coverage_at(const struct imp_coverage *c, uint32_t i);
void imp_coverage_free(struct imp_coverage *c);
/* As text or JSON. */
enum imp_status imp_report_coverage(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_coverage *c,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);

/* As text or JSON. */
enum imp_status imp_report_licence(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_licence *l,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
