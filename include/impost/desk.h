// SPDX-License-Identifier: Apache-2.0
// The desk: an archive of articles and what was read in them, and proposals that a person accepts or not.
//
// Reading never touches law. What is read becomes proposals; an accepted one writes one row of a voice and at most one
// line of law by that voice, and nothing that carries a rate, a day or a scope without the citation of an official
// text that a person typed. A desk is one SQLite file. docs/desk.md has the forms and the refusals.
#ifndef IMPOST_DESK_H
#define IMPOST_DESK_H

#include "impost/news.h"
#include "impost/talks.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_desk;
enum imp_desk_mode {
  IMP_DESK_READ,
  IMP_DESK_WRITE,
  IMP_DESK_MAKE /* made when there is none */
};
/* IMP_IO with desk.none, desk.open, desk.not-a-desk, desk.newer, desk.damaged, desk.read-only or desk.locked. */
enum imp_status imp_desk_open(const char *path, enum imp_desk_mode mode, struct imp_desk **out,
                              struct imp_error *err);
void imp_desk_free(struct imp_desk *desk);

struct imp_desk_added {
  uint32_t articles; /* that are new */
  uint32_t known;    /* that the desk has, byte for byte */
  uint32_t
      dated; /* of the known ones: kept without a day of publication, which is given now, and read again */
  uint32_t
      unread; /* of the known ones: reading again refused them; what was read in them is gone */
  uint32_t reissues; /* of the new ones: an article that the desk has in another issue */
  uint32_t statements;
  uint32_t proposals; /* new ones */
  uint32_t evidence;  /* statements that were added to proposals there already */
  uint32_t in_law;    /* statements the law has already */
  uint32_t
      unvoiced; /* statements of outlets, of speakers without a side, of silence: nothing is proposed of them */
};
/* All articles of a story that was read, in one transaction: all or nothing. The law is only asked. An article that the
 * desk has without a day of publication takes one that is given now, and its statements are made anew. */
enum imp_status imp_desk_add(struct imp_desk *desk, const struct imp_story *story,
                             const struct imp_law *law, struct imp_desk_added *out,
                             struct imp_error *err);
/* Reads every article of the desk again with these rules, on the day it was kept with: statements are made anew, what was
 * decided stays decided. Proposals that nothing speaks for any more go, decided ones are open again. `out` counts articles in
 * `known`, and as imp_desk_add the statements and what came of them. */
enum imp_status imp_desk_reread(struct imp_desk *desk, const struct imp_reader *reader,
                                const struct imp_law *law, struct imp_desk_added *out,
                                struct imp_error *err);
/* Takes an article out with its statements. Proposals left without evidence go too; decided ones are open again. */
enum imp_status imp_desk_forget(struct imp_desk *desk, const char *article, struct imp_error *err);

/* What the desk holds, as text or IMP_JSON. `article` is a number of the list. */
enum imp_status imp_report_desk(struct imp_desk *desk, const struct imp_report_options *options,
                                struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_desk_article(struct imp_desk *desk, const char *article,
                                        const struct imp_report_options *options,
                                        struct imp_text *text, struct imp_error *err);
/* Articles that have all the words; a text of several words is looked for as it stands. */
enum imp_status imp_report_desk_search(struct imp_desk *desk, const char *const *words,
                                       uint32_t count, const struct imp_report_options *options,
                                       struct imp_text *text, struct imp_error *err);

/* ---- proposals ---------------------------------------------------------------------------------------------------- */

/* `state` open, deferred, accepted, rejected, or NULL: open and deferred ones. */
enum imp_status imp_report_proposals(struct imp_desk *desk, const char *state,
                                     const struct imp_report_options *options,
                                     struct imp_text *text, struct imp_error *err);
/* One line without its end: number, measure, what is said of it, who says it; a second one where law that an acceptance
 * wrote stays although it is open or rejected now. */
enum imp_status imp_report_proposal_gist(struct imp_desk *desk, const char *proposal,
                                         const struct imp_report_options *options,
                                         struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_proposal(struct imp_desk *desk, const char *proposal,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);

struct imp_decision {
  const char *proposal; /* number or name */
  const char *by;       /* who decides */
  const char *reason;   /* may be NULL */
};
/* `defer` 0: rejected. IMP_USAGE "propose.decided" when it was accepted or rejected before. */
enum imp_status imp_propose_refuse(struct imp_desk *desk, const struct imp_decision *decision,
                                   int defer, struct imp_error *err);

/* What was decided is open again; law that was written stays. IMP_USAGE "propose.decided" when it is open. */
enum imp_status imp_propose_reopen(struct imp_desk *desk, const struct imp_decision *decision,
                                   struct imp_error *err);

struct imp_acceptance {
  struct imp_decision decision;
  const char *folder;  /* of the law that is written */
  const char *cite;    /* of an official text; NULL: none */
  const char *said_on; /* ISO; NULL: the day of the earliest report */
  const char *
      at; /* "question us-cn.truce", "meeting NAME" or "measure NAME"; NULL: as the target files say */
  const char *answer;    /* of a question; NULL: as the target files say */
  const char *line;      /* a statement of law as typed, without `by`; NULL: as it was read */
  const char *condition; /* "QUESTION=ANSWER", for a statement; NULL: as the target files say */
  const char *review_by; /* of a word: when somebody looks again; NULL: 90 days behind it */
  int dry;               /* everything but the writing */
};
/* A statement that wants a citation wants two people: the first acceptance is a signature (`text` says so and what would be
 * written), the same of another person writes. Writes the law file whole or not at all, once the law with it passes every check, and `text` says what was written.
 * IMP_USAGE with propose.decided, propose.citation, propose.place, propose.day, propose.second or propose.line; IMP_FINDINGS
 * "propose.check"; IMP_IO when law cannot be written. */
enum imp_status imp_propose_accept(struct imp_desk *desk, const struct imp_acceptance *acceptance,
                                   struct imp_text *text, struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
