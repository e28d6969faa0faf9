// SPDX-License-Identifier: Apache-2.0
// Studying the law over time: the duty of a line through time, what changes soon, and what differs between
// two ways of asking.
//
// Everything here is asked of imp_duty day by day: a step of a timeline and a side of a difference is an answer
// like any other. Results are opaque, own every text they hand out, and are freed by their own call. Money is in
// cents, days are ISO text, windows are half-open. See docs/study.md.
#ifndef IMPOST_STUDY_H
#define IMPOST_STUDY_H

#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

/* ---- what differs between two bills -------------------------------------------------------------- */

/* A row of either bill. Rows of one measure, heading and rate are put together; a heading whose rate changed
 * is one row with two rates. */
struct imp_row_change {
  const char *heading, *measure, *title;
  const struct imp_row *before, *after; /* the first such row; NULL: not charged on that side */
  int64_t amount_before, amount_after;  /* cents; 0 when not charged */
  int64_t
      became_void; /* cents of the row, charged on both sides, that rest on law held void on one alone */
  bool differs;
};

struct imp_bill_change { /* one outcome against one outcome */
  const struct imp_bill *before, *after;
  int64_t void_before,
      void_after; /* cents of the rows (of a range: of its high end) on law held void */
  const struct imp_row_change *rows; /* in the order of the bills */
  uint32_t row_count;
};

/* ---- timeline ---------------------------------------------------------------------------------------- */

/* A statement of the law that begins, ends, or is silenced on a day. */
struct imp_event {
  const char *day;
  const char *what;    /* plain words: "20% begins", "suspended until 2026-11-10", "ends" */
  const char *measure; /* a measure, or "@list" */
  const char *heading; /* "" when it is said of the measure itself */
  const char *title;   /* of the measure or list */
  const char *act, *act_title, *cite;
  const char *known;      /* day it could be known, "" when undated */
  struct imp_where where; /* line 0: the schedule's tables */
};

struct imp_step {
  const char *from, *until; /* until NULL: no end known */
  const struct imp_answer
      *answer; /* of the step's first day; a refused step has its reason there */
  const struct imp_bill_change *changes; /* against the last step answered before it */
  uint32_t change_count;
  const struct imp_event *events; /* statements that made the step */
  uint32_t event_count;
};

struct imp_timeline;

/* The steps of one line, in order, without gaps from `from` to `to` (ISO; NULL: from the first day of January
 * of the year of the first change, without end). The line's own day is not looked at. Found by asking on every
 * day on which any statement of the law, any list or the schedule changes: two steps that follow each other
 * differ in status, outcomes, rows or reason. IMP_USAGE: a day that is none, or `to` before `from`. */
enum imp_status imp_timeline(const struct imp_law *law, const struct imp_query *query,
                             const struct imp_line *line, const char *from, const char *to,
                             struct imp_timeline **out, struct imp_error *err);
/* The same for many lines: what hangs on the law alone is found once. `ask` answers a line instead of imp_duty, with
 * what imp_batch_duty answers at least (NULL: imp_duty). `law`, `query` and `user` must outlive it; timelines need
 * not. */
struct imp_timelines;
typedef enum imp_status (*imp_answerer)(void *user, const struct imp_line *line,
                                        struct imp_assessment **out, struct imp_error *err);
enum imp_status imp_timelines_open(const struct imp_law *law, const struct imp_query *query,
                                   const char *from, const char *to, imp_answerer ask, void *user,
                                   struct imp_timelines **out, struct imp_error *err);
enum imp_status imp_timelines_line(const struct imp_timelines *all, const struct imp_line *line,
                                   struct imp_timeline **out, struct imp_error *err);
void imp_timelines_free(struct imp_timelines *all);
uint32_t imp_timeline_count(const struct imp_timeline *t);
const struct imp_step *imp_timeline_at(const struct imp_timeline *t, uint32_t i);
void imp_timeline_free(struct imp_timeline *t);

/* ---- upcoming ---------------------------------------------------------------------------------------- */

enum imp_coming_kind {
  IMP_COMING_LAW,      /* text in force: it happens unless something is done */
  IMP_COMING_SAID,     /* only under an outcome: announced, threatened, agreed or open */
  IMP_COMING_QUESTION, /* a question falls due, or was due and is open still */
  IMP_COMING_LIST,     /* members of a list come or go */
  IMP_COMING_MEETING,  /* planned; that it takes place is nobody's law */
  IMP_COMING_PLEDGE    /* the last day of a promise */
};

struct imp_coming {
  enum imp_coming_kind kind;
  const char *of;   /* "measure", "control", "fee", "list", "question", "meeting", "pledge" */
  int32_t in_days;  /* after the day asked from; 0 or less: past due, or what hangs on what is */
  const char *side; /* jurisdiction, "US"; who decides, "US, CN"; "" */
  const char *before, *after; /* what the block said the day before, and says from that day on */
  const char *outcome;        /* SAID: "us-cn.truce=extended"; QUESTION: its answers; else NULL */
  const char
      *standing; /* QUESTION: what the sides said, what comes if nobody acts; NULL: nothing */
  struct imp_event event;
  bool as_picked; /* LAW: no act that binds states it; it counts because an answer was picked */
};

struct imp_upcoming;

/* What changes from the day after `query.on` (NULL: the known day) to `within` days after it, in order of day: duties,
 * controls and fees of every side, questions, planned meetings and last days of promises. Open questions and plans whose
 * day has passed stand first, with what has hung on such a question since its day.
 * LAW is the law with nothing pending; SAID what each answer of each open or said question would do otherwise. */
enum imp_status imp_upcoming(const struct imp_law *law, const struct imp_query *query,
                             uint32_t within, struct imp_upcoming **out, struct imp_error *err);
uint32_t imp_upcoming_count(const struct imp_upcoming *u);
const struct imp_coming *imp_upcoming_at(const struct imp_upcoming *u, uint32_t i);

/* Leaves only what fits; NULL: any. `side`: a jurisdiction by code or name, "CN", also of a question it decides. `of`: a word of
 * imp_coming.of. `goods`: a number; a measure or control stays unless its goods certainly hold none of it, pledges where
 * they name it, all else goes. IMP_USAGE when a word is none. */
struct imp_coming_filter {
  const char *side, *of, *goods;
};
enum imp_status imp_upcoming_keep(const struct imp_law *law, struct imp_upcoming *u,
                                  const struct imp_coming_filter *filter, struct imp_error *err);
const char *imp_upcoming_on(const struct imp_upcoming *u);    /* the day asked from */
const char *imp_upcoming_until(const struct imp_upcoming *u); /* the last day looked at */
void imp_upcoming_free(struct imp_upcoming *u);

/* ---- differences ------------------------------------------------------------------------------------- */

struct imp_side { /* one way of asking */
  const struct imp_law *law;
  const struct imp_query *query;
  const char *on; /* day of every line, whatever the line says; NULL: its own */
};

struct imp_difference { /* one line asked twice */
  const struct imp_answer *before, *after;
  const struct imp_bill_change *changes; /* outcomes that agree on the questions both sides ask */
  uint32_t change_count;                 /* 0 when a side is refused */
  bool differs;
  bool
      moves; /* money: the duty of one of the pairs, what may enter, or a refusal on one side alone */
};

struct imp_diff;
enum imp_status imp_diff_line(const struct imp_side *before, const struct imp_side *after,
                              const struct imp_line *line, struct imp_diff **out,
                              struct imp_error *err);
/* The same of two answers to one line, from imp_duty or from batches (imp_batch_duty), which must outlive it. Owns
 * both answers from then on, also when it fails. */
enum imp_status imp_diff_answers(struct imp_assessment *before, struct imp_assessment *after,
                                 struct imp_diff **out, struct imp_error *err);
const struct imp_difference *imp_diff_get(const struct imp_diff *d);
void imp_diff_free(struct imp_diff *d);

/* Differences of many lines added up. Of a line with several outcomes the first pair counts, of a range the
 * high end; both are counted so that a report can say so. */
struct imp_diff_measure {
  const char *measure, *title;
  int64_t before, after, became_void; /* cents */
  uint32_t lines;                     /* that differ in it */
};
struct imp_diff_totals {
  uint32_t lines, differing, refused_before, refused_after, open, ranges;
  uint32_t moving;                 /* of those that differ: in money */
  int64_t before, after;           /* duty of lines answered on both sides */
  int64_t void_before, void_after; /* part of it on law held void */
};
struct imp_diff_sum;
/* `law` names the measures; it must outlive the sum. */
enum imp_status imp_diff_sum_new(const struct imp_law *law, struct imp_diff_sum **out,
                                 struct imp_error *err);
enum imp_status imp_diff_sum_add(struct imp_diff_sum *s, const struct imp_difference *d,
                                 struct imp_error *err);
const struct imp_diff_totals *imp_diff_sum_totals(const struct imp_diff_sum *s);
uint32_t
imp_diff_sum_count(const struct imp_diff_sum *s); /* measures, those that moved most first */
const struct imp_diff_measure *imp_diff_sum_at(struct imp_diff_sum *s, uint32_t i);
void imp_diff_sum_free(struct imp_diff_sum *s);

/* Statements there on one side alone. `in_force`: those that speak on the side's day (`on`, else the query's
 * day); else those that are known under the side's outcomes, in their window or not. */
struct imp_law_change {
  bool added; /* there after, not before; else there before, not after */
  const char *measure, *heading, *title;
  const char *text; /* the statement as written */
  const char *act, *act_title, *cite, *known;
  struct imp_where where;
  uint32_t count; /* statements it stands for: lines of one list and act are put together */
};
struct imp_law_diff;
enum imp_status imp_diff_law(const struct imp_side *before, const struct imp_side *after,
                             bool in_force, struct imp_law_diff **out, struct imp_error *err);
uint32_t imp_law_diff_count(const struct imp_law_diff *d);
const struct imp_law_change *imp_law_diff_at(const struct imp_law_diff *d, uint32_t i);
/* Tables of numbers, renumberings and places, `us/schedule.tsv`, that are not the same bytes in the two laws. */
uint32_t imp_law_diff_table_count(const struct imp_law_diff *d);
const char *imp_law_diff_table(const struct imp_law_diff *d, uint32_t i);
void imp_law_diff_free(struct imp_law_diff *d);

/* ---- reports ----------------------------------------------------------------------------------------- */

struct imp_timeline_report {
  const struct imp_line *line; /* as asked */
  const char *from, *to;       /* days asked for; NULL: not */
  int svg;                     /* a picture instead of options.format */
};
enum imp_status imp_report_timeline(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_timeline *t,
                                    const struct imp_timeline_report *what,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);

enum imp_status imp_report_upcoming(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_upcoming *u,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);

/* A file under what is coming: lines are added with their timelines over the same days, then reported. */
struct imp_book;
enum imp_status imp_book_new(struct imp_book **out, struct imp_error *err);
enum imp_status imp_book_add(struct imp_book *b, const struct imp_line *line,
                             const struct imp_timeline *t, struct imp_error *err);
void imp_book_free(struct imp_book *b);
enum imp_status imp_report_book(const struct imp_law *law, const struct imp_query *query,
                                const struct imp_upcoming *u, const struct imp_book *b,
                                const struct imp_report_options *options, struct imp_text *text,
                                struct imp_error *err);

/* `words` say what is compared: "known 2026-02-19", "known 2026-02-21". */
struct imp_diff_words {
  const char *before, *after;
  const struct imp_side *sides[2]; /* for the stamp; NULL: none */
  int whole;                       /* of the law of all places, not of lines */
  const char
      *into; /* place of entry of the line; NULL: the one whose ordinary duty the law holds */
};
/* Which law answered on either side, once where it is the same: at the end of a report that is text. JSON has it in its
 * head. */
enum imp_status imp_report_diff_stamp(const struct imp_diff_words *words,
                                      const struct imp_report_options *options,
                                      struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_diff_line(const struct imp_diff *d, const struct imp_diff_words *words,
                                     const struct imp_report_options *options,
                                     struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_diff_law(const struct imp_law_diff *d,
                                    const struct imp_diff_words *words,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);
/* A file: begin, a call per line that is to be shown, end with the sum. `shown` lines were. */
enum imp_status imp_report_diff_begin(const struct imp_diff_words *words,
                                      const struct imp_report_options *options,
                                      struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_diff_row(const struct imp_line *line, const struct imp_difference *d,
                                    bool first, const struct imp_report_options *options,
                                    struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_diff_end(struct imp_diff_sum *s, uint32_t shown,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
