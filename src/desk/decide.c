// SPDX-License-Identifier: Apache-2.0
// What people decided, as the desk keeps it: rows that are only added to, and the state of the proposal.
//
// A rate, a day or a scope wants two people: the first one's acceptance is a signature, and the law is written when another
// accepts the same lines. A word that was taken down has a day on which somebody looks again. Whoever was wrong opens the
// proposal again; law that was written stays, as git has its history.
#include <string.h>
#include <strings.h>

#include "desk/desk.h"

static bool is(const char *state, const char *word) {
  return strcmp(state, word) == 0;
}

enum imp_status decide_check(const struct proposal *p, const struct imp_decision *d,
                             struct imp_error *err) {
  if (d->by == NULL || d->by[0] == '\0')
    return error_set(err, IMP_USAGE, "propose.by", "--by WHO", "say who decides");
  if (!is(p->state, "accepted") && !is(p->state, "rejected")) return IMP_OK;
  return error_set(err, IMP_USAGE, "propose.decided",
                   "impost propose show tells by whom; propose reopen opens it again",
                   "proposal %s is %s already", p->name, p->state);
}

static void print_lines(const struct verdict *v, struct buf *out) {
  if (v->row != NULL) buf_printf(out, "%s\n", v->row);
  if (v->line != NULL) buf_puts(out, v->line);
}

/* The last thing that was decided of it, when that is a signature. */
static enum imp_status last_signature(struct imp_desk *desk, struct arena *arena, int64_t proposal,
                                      const char **who, const char **wrote, struct imp_error *err) {
  struct store_rows rows;
  *who = *wrote = NULL;
  store_ask(desk->store, &rows,
            "SELECT what, who, coalesce(wrote, '') FROM decision WHERE proposal = ? ORDER BY id "
            "DESC LIMIT 1",
            "i", proposal);
  if (store_next(&rows) && is(store_text(&rows, 0), "signed")) {
    *who = str_dup(arena, str_of(store_text(&rows, 1)));
    *wrote = str_dup(arena, str_of(store_text(&rows, 2)));
  }
  enum imp_status status = store_end(&rows, err);
  return status == IMP_OK && arena->failed ? error_no_memory(err) : status;
}

enum imp_status decide_second(struct imp_desk *desk, struct arena *arena, struct proposal *p,
                              struct verdict *v, struct imp_error *err) {
  const char *who, *wrote;
  struct buf lines = {0};
  enum imp_status status = last_signature(desk, arena, p->id, &who, &wrote, err);
  print_lines(v, &lines);
  if (status == IMP_OK && lines.failed) status = error_no_memory(err);
  bool equal = status == IMP_OK && who != NULL && strcmp(wrote, lines.p) == 0;
  bool other = who != NULL && strcasecmp(who, v->decision->by) != 0;
  buf_free(&lines);
  if (status != IMP_OK) return status;
  p->signed_by = who != NULL && other && !equal ? who : NULL;
  v->what = equal && other ? "accepted" : "signed";
  if (!equal || other) return IMP_OK;
  return error_set(err, IMP_USAGE, "propose.second", "--by ANOTHER, who has read the official text",
                   "%s has signed it: a rate, a day or a scope wants a second person", who);
}

/* Where it was written is where it stands from now on, whatever the target files said. */
static enum imp_status put_place(struct imp_desk *desk, const struct proposal *p,
                                 struct imp_error *err) {
  const struct target *t = &p->target;
  return store_run(desk->store, err,
                   "UPDATE proposal SET target = ?, place = ?, answer = ?, heading = ?, question = "
                   "?, outcome = ? WHERE id = ?",
                   "ttttt"
                   "ti",
                   t->kind != TARGET_NONE ? target_words[t->kind] : NULL, t->name, t->answer,
                   t->heading, t->question, t->outcome, p->id);
}

static enum imp_status put_decision(struct imp_desk *desk, const struct proposal *p,
                                    const struct verdict *v, struct imp_error *err) {
  struct buf wrote = {0};
  if (v->file != NULL) print_lines(v, &wrote);
  enum imp_status status =
      wrote.failed ? error_no_memory(err)
                   : store_run(desk->store, err,
                               "INSERT INTO decision(proposal, what, who, reason, cite, file, "
                               "wrote) VALUES(?, ?, ?, ?, ?, ?, ?)",
                               "itttt"
                               "tt",
                               p->id, v->what, v->decision->by, v->decision->reason, v->cite,
                               v->file, wrote.p);
  buf_free(&wrote);
  return status;
}

enum imp_status decide_record(struct imp_desk *desk, const struct proposal *p,
                              const struct verdict *v, struct imp_error *err) {
  enum imp_status status = put_decision(desk, p, v, err);
  if (status != IMP_OK || is(v->what, "signed")) return status;
  if (v->file != NULL) status = put_place(desk, p, err);
  if (status == IMP_OK && v->review != NULL)
    status = store_run(desk->store, err,
                       "INSERT INTO decision(proposal, what, who, reason) VALUES(?, 'review', ?, "
                       "?)",
                       "itt", p->id, v->decision->by, v->review);
  return status == IMP_OK
             ? store_run(desk->store, err, "UPDATE proposal SET state = ? WHERE id = ?", "ti",
                         is(v->what, "reopened") ? "open" : v->what, p->id)
             : status;
}

static enum imp_status decide(struct imp_desk *desk, const struct imp_decision *decision,
                              const char *what, struct imp_error *err) {
  struct arena arena = {0};
  struct proposal p;
  const struct verdict v = {.decision = decision, .what = what};
  enum imp_status status = store_begin(desk->store, err);
  if (status != IMP_OK) return status;
  status = proposal_read(desk, decision->proposal, &arena, &p, err);
  if (status == IMP_OK && is(what, "reopened") && is(p.state, "open")) {
    status = error_set(err, IMP_USAGE, "propose.decided", "impost propose list",
                       "proposal %s is open", p.name);
  } else if (status == IMP_OK) {
    if (is(what, "reopened")) p.state = "open";
    status = decide_check(&p, decision, err);
  }
  if (status == IMP_OK) status = decide_record(desk, &p, &v, err);
  arena_free(&arena);
  return store_finish(desk->store, status, err);
}

enum imp_status imp_propose_refuse(struct imp_desk *desk, const struct imp_decision *decision,
                                   int defer, struct imp_error *err) {
  return decide(desk, decision, defer ? "deferred" : "rejected", err);
}

enum imp_status imp_propose_reopen(struct imp_desk *desk, const struct imp_decision *decision,
                                   struct imp_error *err) {
  return decide(desk, decision, "reopened", err);
}
