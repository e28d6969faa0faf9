// SPDX-License-Identifier: Apache-2.0
// Inside of the room: the desk, what stands in its tables, and the steps from a statement to a line of law.
//
// Nothing here writes law but accept.c, and that only what a person accepted. The room knows law text as text and by
// the public calls: what it writes is checked by the same calls a person would use.
#ifndef IMPOST_DESK_DESK_H
#define IMPOST_DESK_DESK_H

#include "base/day.h"
#include "desk/store.h"
#include "impost/desk.h"
#include "impost/talks.h"

struct imp_desk {
  struct store *store;
  const char *path; /* as it was named */
};

/* ---- re-issues (grams.c) --------------------------------------------------------------------------------------- */

#define GRAM_BANDS 21

struct grams { /* hashes of five words in a row, sorted, each once */
  uint64_t *items;
  size_t count, cap;
};
bool grams_of(struct str text, struct grams *out);
void grams_free(struct grams *g);
void grams_bands(const struct grams *g, uint64_t bands[GRAM_BANDS]);
/* The same text but for its head, its date and small edits: at least 65 of 100 grams of both are in common. */
bool grams_alike(const struct grams *a, const struct grams *b);

/* ---- where what is read stands in the law (targets.c) ---------------------------------------------------------- */

enum target_kind { TARGET_NONE, TARGET_QUESTION, TARGET_MEETING, TARGET_MEASURE };
extern const char *const target_words[];

#define TARGET_STATUSES 9

struct target {
  const char *key; /* of a measure of the rule files, with or without its number */
  enum target_kind kind;
  const char *name, *answer, *heading; /* NULL: none */
  const char *question, *outcome; /* of a measure: the statement counts if question is outcome */
  const char *statuses[TARGET_STATUSES]; /* of these alone; none: of any */
  size_t status_count;
  const char *verb;          /* how it is put, where that is not what the status says */
  const char *side;          /* of a speaker of this side alone; NULL: of any */
  const char *since, *until; /* of reports from a day on, up to a day; NULL: of all */
};

struct targets {
  struct arena arena;
  struct target *items;
  size_t count, cap;
};
/* Reads news/..targets below the folder of law; IMP_FINDINGS "desk.targets" names file and line. */
enum imp_status targets_read(const char *folder, struct targets *out, struct imp_error *err);
/* One file of them, added to what is there; the caller frees it when this fails. */
enum imp_status targets_text(struct targets *out, const char *file, struct str text,
                             struct imp_error *err);
void targets_free(struct targets *t);
/* `published`: the day of the report, NULL when nobody knows it: then a line that has days is passed over. `law_line`: a
 * measure is looked for, else a question or a meeting. NULL: none. */
const struct target *targets_find(const struct targets *t, const struct imp_news_statement *st,
                                  const char *published, bool law_line);

/* ---- proposals (propose.c) --------------------------------------------------------------------------------------- */

/* The number of a statement as the desk keeps it: an amount with what it is counted in, "500000000000 $". NULL: none. */
const char *desk_number(const struct imp_news_statement *st, char room[64]);

/* What is proposed of a new statement is put into the desk; law as known on the statement's day. */
struct proposer {
  struct imp_desk *desk;
  const struct imp_law *law;
  struct targets targets;
  struct imp_desk_added *counts;
  struct imp_board *board; /* as known on `known` */
  char known[12];
  int64_t article, issue; /* of the statements that follow */
  const char *published;
};
enum imp_status propose_begin(struct proposer *p, struct imp_desk *desk, const struct imp_law *law,
                              struct imp_desk_added *counts, struct imp_error *err);
void propose_end(struct proposer *p);
enum imp_status propose_statement(struct proposer *p, const struct imp_news_statement *st,
                                  int64_t statement, struct imp_error *err);
/* Days that have passed, as the newest article of the desk knows, without an answer in the law. */
/* Law as known on the day is there to be asked; the item of it with that name, NULL: it has none. */
enum imp_status propose_know(struct proposer *p, const char *day, struct imp_error *err);
const struct imp_item *propose_item(const struct proposer *p, const char *name);
/* Twelve letters of the hash of what a proposal is told by. */
void propose_name(const char *match, int64_t serial, char name[13]);
/* passed.c: days that were ahead and are over. */
enum imp_status propose_passed(struct proposer *p, struct imp_error *err);

/* ---- one proposal as it stands (proposal.c) ------------------------------------------------------------------------ */

struct proposal {
  int64_t id;
  const char *name, *kind, *state, *measure, *title, *decides, *actor, *speaker, *side, *verb,
      *status, *number, *from, *to, *note;
  struct target target;
  const char *said_on, *venue; /* of its earliest evidence */
  int64_t reports;             /* articles, a re-issue with its first */
  int64_t sure;                /* hundredths, of the surest reading it rests on; -1: not known */
  bool uncertain;              /* all of them are read uncertainly */
  const char *names;           /* of the files they came in, three at most; "": none */
  const char *signed_by;       /* of one that wants a second person; NULL: nobody */
};
/* The number that a person typed, digits alone; 0, which nothing has, where it is none: "1x" is not 1. */
int64_t asked_number(const char *typed);
/* `asked` is a number or a name. IMP_USAGE when there is none. */
enum imp_status proposal_read(struct imp_desk *desk, const char *asked, struct arena *arena,
                              struct proposal *out, struct imp_error *err);
/* ---- what people decide (decide.c) -------------------------------------------------------------------------------- */

struct verdict { /* one row of what was decided */
  const struct imp_decision *decision;
  const char *what; /* accepted, signed, rejected, deferred, reopened */
  const char *cite, *file, *row, *line;
  const char *review; /* day on which somebody looks again; NULL: none */
};
/* Somebody says who he is, and it is not decided yet. */
enum imp_status decide_check(const struct proposal *p, const struct imp_decision *d,
                             struct imp_error *err);
/* Is it the second person who asks for these lines? Then v->what is accepted, else signed. p->signed_by names whose
 * signature is void by it; IMP_USAGE "propose.second" when it is the first person again. */
enum imp_status decide_second(struct imp_desk *desk, struct arena *arena, struct proposal *p,
                              struct verdict *v, struct imp_error *err);
enum imp_status decide_record(struct imp_desk *desk, const struct proposal *p,
                              const struct verdict *v, struct imp_error *err);

/* Carries a rate, a day or a scope: wants an official citation. */
bool proposal_carries(const struct proposal *p);
/* The statement of law it would write, without `by` and what follows; false: none can be made of what was read. */
bool proposal_statement(const struct proposal *p, struct buf *out);

/* ---- law text (edit.c, law_text.c, citation.c, stage.c) -------------------------------------------------------------------------- */

struct law_file {   /* one file of law being changed */
  const char *path; /* below the folder */
  struct str text;
};
/* The file in which a block `kind name` begins; IMP_USAGE when there is none. */
enum imp_status edit_find(struct arena *arena, const char *folder, const char *kind,
                          const char *name, struct law_file *out, struct imp_error *err);
/* The text of a block, from its first line to its last. False: it is not there. */
bool edit_block(struct str text, const char *kind, const char *name, struct str *out);
/* The answers of a question as its block writes them, "put off | kept"; "" when it has none. Lives in the arena. */
enum imp_status edit_answers(struct arena *arena, const char *folder, const char *question,
                             const char **out, struct imp_error *err);
bool edit_is_answer(const char *answers, const char *one);
/* The statement of a block that begins with a word, without it, on one line. False: there is none. */
bool edit_statement(struct str block, const char *word, struct buf *out);
/* Does any file of law hold these words? */
enum imp_status edit_holds(struct arena *arena, const char *folder, const char *words, bool *out,
                           struct imp_error *err);
/* The voice of the law that is this one: the same day, the same person, and a venue that is the same or part of the other
 * ("NBC" and "NBC Meet the Press"). *out NULL: none. */
struct voice {
  const char *side, *day, *who, *where;
};
enum imp_status edit_voice(struct arena *arena, const char *folder, const struct voice *wanted,
                           const char **out, struct imp_error *err);
/* Puts a line into the block behind those of its sort, and a voice (NULL: it is there) into the file's block of accepted
 * voices. IMP_USAGE when the heading is not in the block. */
struct insertion {
  enum target_kind kind;
  const char *name, *heading, *line, *voice;
};
enum imp_status edit_insert(const struct law_file *file, const struct insertion *what,
                            struct buf *out, struct imp_error *err);
/* Is this the citation of an official text: its form, or the name of a binding act of the law? */
enum imp_status citation_check(struct arena *arena, const char *folder, const char *cite,
                               struct imp_error *err);
/* Checks the law as it would be with the new text of one file. IMP_FINDINGS: the first finding is in err. */
enum imp_status stage_check(const char *folder, const char *path, struct str text,
                            struct imp_error *err);

#endif
