// SPDX-License-Identifier: Apache-2.0
// model --branch: what goes along with an answer and is no rate: other questions, controls, fees, promises to buy.

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "cli/verb_model_own.h"
#include "impost/branch.h"
#include "impost/pledge.h"

/* ---- questions that go together ----------------------------------------------------------------------- */

/* An answer of another question that comes by itself under this answer; NULL: the two are not linked. `words`: "if Q is A". */
static const char *comes_with(const struct imp_branch_question *q, const char *words) {
  for (uint32_t k = 0; k < q->answer_count; k++)
    if (q->answers[k].unless != NULL && strcmp(q->answers[k].unless, words) == 0)
      return q->answers[k].answer;
  return NULL;
}

static bool is_given(const struct branch *b, const char *question) {
  for (uint32_t k = 0; k < b->cli->query.pick_count; k++)
    if (strcmp(b->cli->query.picks[k].name, question) == 0) return true;
  return false;
}

/* Questions whose answer hangs on this one go along with it; what then comes is said. */
static enum imp_status link_question(struct branch *b, const struct imp_branch_question *q,
                                     struct buf *out) {
  const char *comes[ANSWERS_MOST], *plain = comes_with(q, "by itself");
  bool linked = false, whole = true;
  for (uint32_t k = 0; k < b->count; k++) {
    char words[160];
    snprintf(words, sizeof words, "if %s is %s", b->question, b->answers[k]);
    comes[k] = comes_with(q, words);
    linked = linked || comes[k] != NULL;
    if (comes[k] == NULL) comes[k] = plain;
    whole = whole && comes[k] != NULL;
  }
  if (!linked || !whole || is_given(b, q->name) || b->linked_count == LINKED_MOST) return IMP_OK;
  for (uint32_t k = 0; k < b->count; k++) {
    b->linked[k][b->linked_count] = (struct imp_pair){str_dup(&b->cli->arena, str_of(q->name)),
                                                      str_dup(&b->cli->arena, str_of(comes[k]))};
    buf_printf(out, "note %s: %s is %s, as it comes unless it is decided\n", b->answers[k], q->name,
               comes[k]);
  }
  b->linked_count++;
  return b->cli->arena.failed ? IMP_NO_MEMORY : IMP_OK;
}

enum imp_status model_link(struct branch *b, struct buf *out, struct imp_error *err) {
  struct imp_branch *all = NULL;
  enum imp_status status = imp_branch_open(b->cli->law, &b->cli->query, NULL, &all, err);
  for (uint32_t q = 0; status == IMP_OK && q < imp_branch_count(all); q++)
    if (strcmp(imp_branch_at(all, q)->name, b->question) != 0)
      status = link_question(b, imp_branch_at(all, q), out);
  imp_branch_free(all);
  return status == IMP_NO_MEMORY ? error_no_memory(err) : status;
}

/* ---- the day of entry --------------------------------------------------------------------------------- */

/* A move that begins at an hour is whole only on the next day. */
static bool at_an_hour(const struct imp_move *m) {
  const char *said = m->what != NULL ? strstr(m->what, m->from) : NULL;
  if (said == NULL) return false;
  said += strlen(m->from);
  return said[0] == ' ' && said[1] >= '0' && said[1] <= '9' && strchr(said, ':') != NULL &&
         strchr(said, ':') - said <= 3;
}

struct beginning { /* days after the known one; "": none */
  char first[16], whole[16];
};

static void day_after(const char *day, bool next, char out[16]) {
  imp_day d;
  struct buf text = {0};
  if (next && day_parse(str_of(day), &d)) day_print(d + 1, &text);
  snprintf(out, 16, "%s", text.n > 0 ? text.p : day);
  buf_free(&text);
}

/* When the answer begins to move a rate: on the first day, and as a whole. Controls and fees on ships are no rates. */
static struct beginning begins(const struct imp_branch_answer *a, const char *known) {
  struct beginning out = {"", ""};
  for (uint32_t k = 0; k < a->move_count; k++) {
    const struct imp_move *m = &a->moves[k];
    if (m->kind != IMP_MOVES_MEASURE || m->from == NULL) continue;
    if (known != NULL && strcmp(m->from, known) <= 0) continue;
    int order = out.first[0] == '\0' ? -1 : strcmp(m->from, out.first);
    char whole[16];
    day_after(m->from, at_an_hour(m), whole);
    if (order < 0) memcpy(out.whole, whole, sizeof whole);
    if (order == 0 && strcmp(whole, out.whole) > 0) memcpy(out.whole, whole, sizeof whole);
    if (order < 0) snprintf(out.first, sizeof out.first, "%s", m->from);
  }
  return out;
}

/* The first day on which some answer has begun, and the first on which each has. */
static enum imp_status find_days(struct branch *b, struct imp_error *err) {
  const struct imp_query *query = &b->cli->query;
  struct imp_branch *moves = NULL;
  enum imp_status status = imp_branch_open(b->cli->law, query, b->question, &moves, err);
  for (uint32_t q = 0; status == IMP_OK && q < imp_branch_count(moves); q++)
    for (uint32_t k = 0; k < imp_branch_at(moves, q)->answer_count; k++) {
      struct beginning d = begins(&imp_branch_at(moves, q)->answers[k], query->known);
      if (d.first[0] == '\0') continue;
      if (b->first[0] == '\0' || strcmp(d.first, b->first) < 0)
        memcpy(b->first, d.first, sizeof d.first);
      if (strcmp(d.whole, b->whole) > 0) memcpy(b->whole, d.whole, sizeof d.whole);
    }
  imp_branch_free(moves);
  return status;
}

/* On the known day itself no answer has moved anything yet, and every table would be of zeros. */
enum imp_status model_day(struct branch *b, struct buf *out, struct imp_error *err) {
  struct imp_query *query = &b->cli->query;
  enum imp_status status = find_days(b, err);
  if (status != IMP_OK || b->whole[0] == '\0') return status;
  if (query->on != NULL && strcmp(query->on, b->whole) < 0)
    buf_printf(out,
               "note goods entered %s: not all that the answers move has begun by then; "
               "from %s on it has\n",
               query->on, b->whole);
  if (query->on != NULL) return IMP_OK;
  query->on = str_dup(&b->cli->arena, str_of(b->whole));
  if (query->on == NULL) return error_no_memory(err);
  buf_printf(out, "note goods entered %s, when each answer has begun; --on takes another day\n",
             b->whole);
  return IMP_OK;
}

/* A page of zeros would look like an answer. */
enum imp_status model_no_difference(const struct branch *b, struct imp_error *err) {
  const struct cli *cli = b->cli;
  const char *on = cli->query.on, *where = cli_has(cli->args, OPTION_PLACE) ? " of --place" : "";
  if (b->first[0] != '\0' && on != NULL && strcmp(on, b->first) < 0)
    return cli_usage(cli, err,
                     "the answers of %s do not differ for goods entered %s; they first differ on "
                     "%s, in full from %s",
                     b->question, on, b->first, b->whole);
  return cli_usage(cli, err,
                   "no rate%s differs between the answers of %s for goods entered %s; what they "
                   "move besides, say with --shock",
                   where, b->question, on != NULL ? on : "then");
}

/* ---- what is no rate ---------------------------------------------------------------------------------- */

/* Controls and fees that an answer moves: how much of the trade they stop or burden no law says, so they are named. */
static void say_answer(const struct imp_branch_answer *a, struct buf *out) {
  for (uint32_t k = 0; k < a->move_count; k++) {
    const struct imp_move *m = &a->moves[k];
    if (m->kind == IMP_MOVES_MEASURE) continue;
    buf_printf(out, "note %s moves %s %s, which is in no number: %s\n", a->answer,
               m->kind == IMP_MOVES_FEE ? "the fee" : "the control", m->name, m->what);
  }
}

/* What was kept of an earlier promise between the same two, "57.5%"; NULL: none is finished and counted. */
static const char *kept_before(const struct imp_pledges *all, const struct imp_pledge *now,
                               const char **name) {
  for (uint32_t k = 0; k < imp_pledges_count(all); k++) {
    const struct imp_pledge *p = imp_pledges_at(all, k);
    if (p->ends == NULL || strcmp(p->buyer, now->buyer) != 0 || strcmp(p->seller, now->seller) != 0)
      continue;
    for (uint32_t i = 0; i < p->promise_count; i++)
      if (p->promises[i].together && p->promises[i].share != NULL) {
        *name = p->name;
        return p->promises[i].share;
      }
  }
  return NULL;
}

static bool runs_all_year(const struct imp_promise *r) {
  return strcmp(r->from + 4, "-01-01") == 0 && strcmp(r->due + 4, "-12-31") == 0 &&
         strncmp(r->from, r->due, 4) == 0 && strcmp(r->compare, "at least") == 0;
}

/* A promise that runs on the day, whatever the answer: a floor where the base year counted the goods, else named. */
static enum imp_status add_promise(const struct imp_pledges *all, const struct imp_pledge *p,
                                   const struct imp_promise *r, bool floor, struct imp_shock *shock,
                                   struct imp_error *err) {
  const char *before = NULL, *kept = kept_before(all, p, &before);
  const struct imp_bought bought = {p->goods, p->buyer_iso2, p->seller_iso2, r->amount,
                                    p->unit,  kept,          "20%"};
  bool taken = false;
  struct buf note = {0};
  enum imp_status status = IMP_OK;
  if (floor && kept != NULL && runs_all_year(r))
    status = imp_shock_promise(shock, &bought, &taken, err);
  buf_printf(&note, "the pledge %s, %s %s %s from %s through %s, ", p->name, r->compare, r->amount,
             p->unit, r->from, r->due);
  if (taken)
    buf_printf(&note,
               "is a floor in every outcome; that as much of it is kept as of %s, %s, give or take "
               "20 points, is an assumption",
               before, kept);
  else
    buf_puts(&note, "is in no number");
  buf_putc(&note, '\0');
  if (status == IMP_OK)
    status = note.failed ? error_no_memory(err) : imp_shock_note(shock, note.p, err);
  buf_free(&note);
  return status;
}

enum imp_status model_pledges(const struct branch *b, bool floor, struct imp_shock *shock,
                              struct imp_error *err) {
  struct imp_pledges *all = NULL;
  const char *on = b->cli->query.on;
  enum imp_status status = imp_pledges_open(b->cli->law, &b->cli->query, NULL, &all, err);
  for (uint32_t k = 0; status == IMP_OK && on != NULL && k < imp_pledges_count(all); k++) {
    const struct imp_pledge *p = imp_pledges_at(all, k);
    for (uint32_t i = 0; i < p->promise_count && status == IMP_OK; i++) {
      const struct imp_promise *r = &p->promises[i];
      if (!r->together && strcmp(r->from, on) <= 0 && strcmp(on, r->due) <= 0)
        status = add_promise(all, p, r, floor, shock, err);
    }
  }
  imp_pledges_free(all);
  return status;
}

enum imp_status model_moves(struct branch *b, bool alone, struct buf *out, struct imp_error *err) {
  struct imp_branch *moves = NULL;
  enum imp_status status = imp_branch_open(b->cli->law, &b->cli->query, b->question, &moves, err);
  for (uint32_t q = 0; status == IMP_OK && q < imp_branch_count(moves); q++)
    for (uint32_t k = 0; k < imp_branch_at(moves, q)->answer_count; k++)
      say_answer(&imp_branch_at(moves, q)->answers[k], out);
  if (alone)
    buf_puts(out, "note export controls and fees on ships are in no number: say what they stop or "
                  "burden with --shock\n");
  imp_branch_free(moves);
  return status;
}
