// SPDX-License-Identifier: Apache-2.0
// The law around trade that is no duty: controls, fees on calls, promises to buy, and the talks.
//
// Same manners as law.h: everything lives in the law's arena, stands in the order written, and is
// immutable once linked; "the last written is current" is the painting rule here too. Facts of this part
// (military-user, net-tons, alloy …) are kept apart from the facts of an entry, because a shipment file has
// columns of its own. Source of the rules: docs/language-talks.md. It must not know how a case is judged.
#ifndef IMPOST_LAW_DEAL_H
#define IMPOST_LAW_DEAL_H

#include "law/law.h"

/* ---- lists of items and of parties -------------------------------------------------------------------- */

/* A number an act prints beside an entry (`codes`), or one of ours that leads to it (`near`). It never
 * settles whether a thing is the entry: the words do. */
struct deal_code {
  uint64_t lo, hi; /* ten-digit numbers covered */
  uint8_t digits;  /* as written */
  bool near;
  struct law_when when;
};

enum deal_matter { DEAL_GOODS, DEAL_TECHNOLOGY, DEAL_EQUIPMENT, DEAL_SERVICE };

struct deal_entry {
  struct str name;  /* within its list: 1C902.a.4 */
  struct str text;  /* the words of the entry */
  struct str *also; /* names of ours for the same thing: a formula, a trade name */
  uint32_t also_count;
  enum deal_matter matter;
  struct law_cond *cond; /* `when …`; NULL: the words alone */
  struct deal_code *codes;
  uint32_t code_count;
  bool is_unconfirmed;
  struct str unconfirmed;
  uint32_t list; /* index into deal->lists */
  struct law_pos pos;
};

struct deal_but { /* taken out again by words: guidance, a note */
  struct str text;
  struct law_when when;
  struct law_pos pos;
};

struct deal_list {
  struct str name, title;
  bool of_parties;    /* else items */
  struct law_when by; /* the act the list stands in, and where in it */
  bool has_declared;  /* `entries N`: the act's own count */
  uint32_t declared;
  bool is_partial;
  struct str partial; /* what is missing, in words */
  bool is_unconfirmed;
  struct str unconfirmed;
  uint32_t first, count; /* entries: deal->entries[first .. first + count) */
  struct str *includes;  /* names of lists whose entries are entries of this one */
  uint32_t *include_lists;
  uint32_t include_count;
  uint32_t *
      makers; /* controls that name this very list in a scope and demand something: they make its entries items */
  uint32_t maker_count;
  struct deal_but *buts;
  uint32_t but_count;
  struct law_pos pos;
};

/* ---- controls and fees ---------------------------------------------------------------------------------- */

enum deal_kind { DEAL_CONTROL, DEAL_FEE };

enum deal_line_kind {
  DEAL_OUT_OF, /* scope: the last known one in force counts */
  DEAL_INTO,
  DEAL_OF,
  DEAL_ITEMS,
  DEAL_ONLY_IF, /* all of them must hold */
  DEAL_UNLESS,  /* any of them frees */
  DEAL_LICENCE, /* controls */
  DEAL_REVIEW,
  DEAL_PROHIBITED,
  DEAL_MUST,
  DEAL_RATE, /* fees */
  DEAL_YIELDS,
  DEAL_SUSPENDED, /* states */
  DEAL_RESUMES,
  DEAL_ENDS,
  DEAL_VOID,
  DEAL_NOT_ENCODED
};

enum deal_need { DEAL_REQUIRED, DEAL_GENERAL, DEAL_REGISTRATION, DEAL_NOT_NEEDED };
enum deal_review { /* in the order of strictness */
                   DEAL_GRANTED,
                   DEAL_ORDINARY,
                   DEAL_STRICTER,
                   DEAL_CASE_BY_CASE,
                   DEAL_REFUSED,
                   DEAL_QUOTED /* in the act's words: shown beside the others */
};
enum deal_pick { DEAL_ONE, DEAL_GREATER, DEAL_LESSER };

/* An entry of a list, a whole list, or all entries below a name of it: `@cn.18.1C902`. */
struct deal_ref {
  struct str name;
  uint32_t list; /* LAW_NONE until linked */
  uint32_t first,
      count; /* deal->entries: those meant; the whole list has its count and its includes */
  bool whole;
  struct law_pos pos;
};

struct deal_term {     /* $50/net-ton, CNY 400/net-ton, 2% */
  struct rat value;    /* major units of the currency per unit, or a share */
  struct str currency; /* USD, CNY; empty for a share */
  struct str unit;     /* empty for a flat amount */
  bool is_share;
};

struct deal_rate {
  enum deal_pick pick;
  struct deal_term terms[2];
  bool has_least, has_most; /* `, no less than` and `, no more than` */
  struct deal_term least, most;
  struct str text; /* as written */
};

struct deal_line {
  enum deal_line_kind kind;
  struct law_when when;
  struct law_cond *cond; /* NULL when none */
  struct law_pos pos;
  struct law_set places;  /* OUT_OF, INTO, OF */
  struct deal_ref *items; /* ITEMS */
  uint32_t item_count;
  bool any;        /* ITEMS any */
  struct str text; /* ITEMS "…", REVIEW "…", MUST "…", NOT_ENCODED "…" */
  enum deal_need need;
  enum deal_review review;
  uint32_t within; /* MUST: days; 0 when none */
  bool working;
  struct str event; /* "of export", "before arrival" */
  struct deal_rate rate;
  struct str *names; /* YIELDS */
  uint32_t *targets; /* indices into deal->fees */
  uint32_t name_count;
  imp_day day; /* ENDS: first day off */
};

/* What a case is asked to be, written beside the law. */
enum deal_result {
  DEAL_IS_REQUIRED,
  DEAL_IS_GENERAL,
  DEAL_IS_REGISTRATION,
  DEAL_IS_MAYBE,
  DEAL_IS_NOT_NEEDED,
  DEAL_IS_SUSPENDED,
  DEAL_IS_PROHIBITED,
  DEAL_IS_NOTHING, /* no rule in force, not on the lists */
  DEAL_IS_PAID,    /* fees */
  DEAL_IS_EXEMPT,
  DEAL_IS_DEPENDS,
  DEAL_IS_REFUSED /* not encoded */
};

struct deal_assert {
  struct law_pos pos;
  struct str item; /* entry, code or words; empty for a fee */
  uint16_t out_of, into;
  imp_day on, known; /* known DAY_NEVER: as best known */
  struct law_pick *picks;
  uint32_t pick_count;
  struct law_with *withs;
  uint32_t with_count;
  bool rest_no; /* every flag not stated is no, every share nil */
  enum deal_result result;
  struct deal_term amount; /* IS_PAID */
  struct str fact;         /* IS_DEPENDS */
};

enum { DEAL_EXPORT = 1, DEAL_RE_EXPORT = 2, DEAL_TRANSFER = 4, DEAL_HELP = 8 };

struct deal_block { /* a control or a fee */
  struct str name, title;
  enum deal_kind kind;
  uint32_t parent; /* nearest stated block of its kind above it by name; LAW_NONE */
  struct deal_line *lines;
  uint32_t count;
  unsigned covers;      /* bits; 0: nothing stated (export, or what stands above) */
  struct law_set binds; /* `binds persons of PLACES` */
  bool has_binds;
  struct str on_fact;         /* fee: `on FACT`: what it is counted on when the rate says no unit */
  bool rounded_up;            /* whole units, rounded up */
  struct str charged;         /* "once per voyage, at the first port" */
  uint32_t cap;               /* 0: none */
  struct str cap_subject;     /* "ship" */
  uint8_t cap_month, cap_day; /* the year begins here; 1 and 1 for a calendar year */
  struct str *notes;
  uint32_t note_count;
  struct deal_assert *asserts;
  uint32_t assert_count;
  struct law_pos pos;
};

/* ---- promises and tables ---------------------------------------------------------------------------------- */

enum deal_compare { DEAL_EXACTLY, DEAL_AT_LEAST, DEAL_AT_MOST, DEAL_ABOUT };

struct deal_promise {
  enum deal_compare compare;
  struct rat amount;         /* in `unit` */
  struct str currency, unit; /* "12 Mt": unit Mt; "$17 bn": currency USD, unit bn */
  imp_day from, until;       /* half-open */
  struct law_when when;
  struct law_pos pos;
};

enum deal_verb { DEAL_RAISES, DEAL_EXPECTS, DEAL_ASSERTS, DEAL_DENIES };

struct deal_said {
  uint16_t place;
  enum deal_verb verb;
  struct str answer;     /* may be empty */
  uint32_t answer_index; /* LAW_NONE */
  struct str text;       /* may be empty */
  struct law_when when;
  struct law_pos pos;
};

struct deal_default { /* what the law does if nobody answers */
  struct str answer;
  uint32_t answer_index;
  struct law_cond *cond; /* NULL, or a question and its answer */
  struct law_pos pos;
};

struct deal_pledge {
  struct str name, title;
  uint16_t buyer, seller;
  struct law_set goods;
  struct str items, counted;
  struct deal_promise *promises;
  uint32_t promise_count;
  struct deal_said *said;
  uint32_t said_count;
  struct str actual; /* name of a table */
  uint32_t table;    /* LAW_NONE */
  imp_day ends;      /* DAY_NEVER */
  struct law_when ends_when;
  struct str *notes;
  uint32_t note_count;
  struct law_pos pos;
};

struct deal_row {
  struct str *cells; /* as many as the table has columns */
  uint32_t line;     /* of the file */
};

struct deal_table {
  struct str name, title, file, unit;
  struct str *columns;
  uint32_t column_count;
  struct deal_row *rows;
  uint32_t row_count;
  struct law_pos pos;
};

/* ---- the talks ---------------------------------------------------------------------------------------------- */

struct deal_voice { /* also an act that speaks, of the same name */
  struct str name;
  uint16_t place; /* 0: no side */
  imp_day day;
  struct str who, where, source;
  enum law_source grade;
  struct law_pos pos;
};

struct deal_talks {
  struct str name, title;
  uint16_t sides[2];
  imp_day since;
  struct law_pos pos;
};

enum deal_meeting_kind { DEAL_PLANNED, DEAL_HELD, DEAL_CALLED_OFF };

struct deal_meeting_line {
  enum deal_meeting_kind kind;
  imp_day from, until; /* half-open */
  struct str text;     /* where */
  struct law_when when;
  struct law_pos pos;
};

struct deal_who {
  uint16_t place;
  struct str text;
};

struct deal_meeting {
  struct str name, title;
  struct deal_meeting_line *lines;
  uint32_t count;
  struct deal_who *who;
  uint32_t who_count;
  struct deal_said *said;
  uint32_t said_count;
  struct str *notes;
  uint32_t note_count;
  struct law_pos pos;
};

struct law_deal {
  struct law_fact *facts; /* sorted by name; of this part only */
  uint32_t fact_count;
  struct deal_list *lists; /* sorted by name */
  uint32_t list_count;
  struct deal_entry *entries; /* list by list */
  uint32_t entry_count;
  struct deal_block *controls, *fees; /* sorted by name */
  uint32_t control_count, fee_count;
  struct deal_pledge *pledges;
  uint32_t pledge_count;
  struct deal_table *tables;
  uint32_t table_count;
  struct deal_voice *voices;
  uint32_t voice_count;
  struct deal_talks *talks;
  uint32_t talks_count;
  struct deal_meeting *meetings;
  uint32_t meeting_count;
};

/* Indices by name, LAW_NONE when there is none. */
uint32_t deal_find_list(const struct law_deal *d, struct str name);
uint32_t deal_find_fact(const struct law_deal *d, struct str name);
uint32_t deal_find_control(const struct law_deal *d, struct str name);
uint32_t deal_find_fee(const struct law_deal *d, struct str name);
uint32_t deal_find_pledge(const struct law_deal *d, struct str name);
uint32_t deal_find_table(const struct law_deal *d, struct str name);
uint32_t deal_find_voice(const struct law_deal *d, struct str name);
uint32_t deal_find_talks(const struct law_deal *d, struct str name);

#endif
