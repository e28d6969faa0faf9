// SPDX-License-Identifier: Apache-2.0
// imp_ask: each open fact and each unmade claim tried with each of its answers, most money first.
//
// An answer is tried by asking imp_duty for the same line with it stated, so that what is printed is what typing the
// option gives. Bills are compared outcome by outcome; a topic whose answers all give what the line
// gives without it is dropped.
#include "book/ask.h"

#include <stdlib.h>
#include <string.h>

#include "book/query.h"

struct asker {
  const struct imp_law *law;
  const struct imp_query *query;
  const struct imp_line *line;
  struct imp_error *err;
  struct imp_ask *ask;
  struct ask_trial start;
};

/* ---- one answer tried ---------------------------------------------------------------------------- */

static enum imp_status fees_of(struct asker *a, const struct imp_query *q,
                               const struct imp_line *line, struct ask_trial *t) {
  struct imp_fees *fees = NULL;
  const struct imp_assessment *answers[] = {t->owner};
  if (imp_assessment_answer(t->owner)->status == IMP_LINE_REFUSED) return IMP_OK;
  enum imp_status status = imp_entry_fees(a->law, q, line, answers, 1, &fees, a->err);
  for (uint32_t i = 0; status == IMP_OK && i < imp_fees_count(fees); i++) {
    if (imp_fees_at(fees, i)->unknown) continue;
    t->fee_low += imp_fees_at(fees, i)->low;
    t->fee_high += imp_fees_at(fees, i)->high;
  }
  imp_fees_free(fees);
  return status;
}

static enum imp_status try_line(struct asker *a, const struct imp_line *line, struct ask_trial *t) {
  struct imp_query q = *a->query;
  q.brief = true;
  q.trace = false;
  *t = (struct ask_trial){0};
  enum imp_status status = imp_duty(a->law, &q, line, &t->owner, a->err);
  if (status != IMP_OK) return status;
  const struct imp_answer *answer = imp_assessment_answer(t->owner);
  t->status = answer->status;
  t->reason = answer->reason;
  t->bills = answer->bills;
  t->bill_count = answer->bill_count;
  return fees_of(a, &q, line, t);
}

bool ask_state(struct arena *a, const struct imp_line *from, const struct ask_option *o,
               struct imp_line *line) {
  *line = *from;
  struct imp_pair *facts = arena_array(a, line->fact_count + 1u, sizeof *facts);
  const char **claims = arena_array(a, line->claim_count + 1u, sizeof *claims);
  if (!facts || !claims) return false;
  if (line->fact_count) memcpy(facts, line->facts, line->fact_count * sizeof *facts);
  if (line->claim_count) memcpy(claims, line->claims, line->claim_count * sizeof *claims);
  if (o->value)
    facts[line->fact_count++] = (struct imp_pair){o->name, o->value};
  else
    claims[line->claim_count++] = o->name;
  line->facts = facts;
  line->claims = claims;
  return true;
}

static enum imp_status try_option(struct asker *a, const struct ask_option *o,
                                  struct ask_trial *t) {
  struct arena scratch = {0};
  struct imp_line line;
  enum imp_status status =
      ask_state(&scratch, a->line, o, &line) ? try_line(a, &line, t) : error_no_memory(a->err);
  arena_free(&scratch);
  return status;
}

/* ---- comparing --------------------------------------------------------------------------------------- */

static bool same_picks(const struct imp_bill *a, const struct imp_bill *b) {
  if (a->pick_count != b->pick_count) return false;
  for (uint32_t i = 0; i < a->pick_count; i++)
    if (strcmp(a->picks[i].question, b->picks[i].question) ||
        strcmp(a->picks[i].answer, b->picks[i].answer))
      return false;
  return true;
}

static int64_t more(int64_t a, int64_t b) {
  return a > b ? a : b;
}

static int64_t apart(int64_t a, int64_t b) {
  return a > b ? a - b : b - a;
}

/* Cents between two trials: the most over the outcomes they share, at either end. */
static int64_t distance(const struct ask_trial *x, const struct ask_trial *y) {
  int64_t most = 0;
  for (uint32_t i = 0; i < x->bill_count; i++)
    for (uint32_t k = 0; k < y->bill_count; k++) {
      const struct imp_bill *p = &x->bills[i], *q = &y->bills[k];
      if (p->prohibited || q->prohibited) continue;
      if (x->bill_count == y->bill_count && !same_picks(p, q)) continue;
      most = more(most, apart(p->low + x->fee_low, q->low + y->fee_low));
      most = more(most, apart(p->high + x->fee_high, q->high + y->fee_high));
    }
  return most;
}

static void fill_answer(const struct ask_trial *t, struct imp_ask_answer *out) {
  out->prohibited = t->status == IMP_LINE_PROHIBITED;
  out->fee_low = t->fee_low;
  out->fee_high = t->fee_high;
  for (uint32_t i = 0; i < t->bill_count; i++) {
    if (!i || t->bills[i].low < out->low) out->low = t->bills[i].low;
    if (!i || t->bills[i].high > out->high) out->high = t->bills[i].high;
  }
}

static bool changes(const struct ask_trial *was, const struct ask_trial *is) {
  return was->status != is->status || was->bill_count != is->bill_count || distance(was, is) != 0;
}

bool ask_moves(const struct ask_trial *start, const struct ask_trial *trials, uint32_t n) {
  bool any = false, helps = false; /* an answer with which there is none is no answer */
  for (uint32_t i = 0; i < n; i++) {
    any = any || changes(start, &trials[i]);
    helps = helps || trials[i].status != IMP_LINE_REFUSED;
  }
  return any && helps;
}

/* ---- one topic ------------------------------------------------------------------------------------------ */

static const char *option_text(struct arena *a, const struct ask_option *o) {
  return o->value ? text_in(a, "--fact %s=%s", o->name, o->value)
                  : text_in(a, "--claim %s", o->name);
}

static bool keep_answer(struct arena *arena, const struct ask_option *o, const struct ask_trial *t,
                        struct imp_ask_answer *out) {
  bool refused = t->status == IMP_LINE_REFUSED;
  *out = (struct imp_ask_answer){.option = option_text(arena, o)};
  fill_answer(t, out);
  if (refused) out->refused = str_dup(arena, str_of(t->reason));
  return out->option && (!refused || out->refused);
}

static int64_t widest(const struct ask_trial *start, enum imp_ask_kind kind,
                      const struct ask_trial *trials, uint32_t n) {
  int64_t most = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (kind != IMP_ASK_NEED) most = more(most, distance(start, &trials[i]));
    for (uint32_t k = i + 1; k < n; k++) most = more(most, distance(&trials[i], &trials[k]));
  }
  return most;
}

static bool same_result(const struct imp_ask_answer *x, const struct imp_ask_answer *y) {
  if ((x->refused != NULL) != (y->refused != NULL) || x->prohibited != y->prohibited) return false;
  if (x->refused) return !strcmp(x->refused, y->refused);
  return x->low == y->low && x->high == y->high && x->fee_low == y->fee_low &&
         x->fee_high == y->fee_high;
}

/* Answers with one result are one. Of days and amounts, which stand in order, only neighbours can be, and
 * the last of them is kept: what was loaded earlier fares the same. */
static bool merge(struct arena *arena, bool words, struct imp_ask_answer *answers, uint32_t *count,
                  const struct ask_option *o, const struct imp_ask_answer *next) {
  for (uint32_t i = words || !*count ? 0 : *count - 1; i < *count; i++) {
    if (!same_result(&answers[i], next)) continue;
    if (!words) {
      answers[i] = *next;
      return true;
    }
    const char *before = answers[i].also;
    answers[i].also = text_in(arena, "%s%s%s", before ? before : "", before ? ", " : "",
                              o->value ? o->value : o->name);
    return answers[i].also != NULL;
  }
  answers[(*count)++] = *next;
  return true;
}

bool ask_keep(struct imp_ask *ask, const struct law *law, const struct ask_topic *t,
              const struct ask_trial *start, const struct ask_trial *trials) {
  struct arena *arena = &ask->arena;
  struct imp_ask_answer *answers = arena_array(arena, t->option_count, sizeof *answers), next;
  bool words = t->fact == LAW_NONE || law->facts[t->fact].type == LAW_FACT_WORD ||
               law->facts[t->fact].type == LAW_FACT_PLACES;
  uint32_t count = 0;
  if (!answers) return false;
  for (uint32_t i = 0; i < t->option_count; i++)
    if (!keep_answer(arena, &t->options[i], &trials[i], &next) ||
        !merge(arena, words, answers, &count, &t->options[i], &next))
      return false;
  struct imp_ask_item *item = &ask->items[ask->count++];
  *item = (struct imp_ask_item){.kind = t->kind, .answers = answers, .answer_count = count};
  item->moves = widest(start, t->kind, trials, t->option_count);
  item->name = str_dup(arena, str_of(t->name));
  item->question = str_dup(arena, str_of(t->question));
  item->presumed = t->presumed ? str_dup(arena, str_of(t->presumed)) : NULL;
  return item->name && item->question && (!t->presumed || item->presumed);
}

static enum imp_status ask_topic(struct asker *a, const struct ask_topic *t) {
  struct ask_trial trials[ASK_OPTIONS_MAX] = {0};
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; status == IMP_OK && i < t->option_count; i++)
    status = try_option(a, &t->options[i], &trials[i]);
  if (status == IMP_OK && ask_moves(&a->start, trials, t->option_count) &&
      !ask_keep(a->ask, a->law->law, t, &a->start, trials))
    status = error_no_memory(a->err);
  for (uint32_t i = 0; i < t->option_count; i++) imp_assessment_free(trials[i].owner);
  return status;
}

/* ---- the whole line ----------------------------------------------------------------------------------------- */

static int by_money(const void *x, const void *y) {
  const struct imp_ask_item *a = x, *b = y;
  if (a->moves != b->moves) return a->moves < b->moves ? 1 : -1;
  bool x_claim = a->kind == IMP_ASK_CLAIM, y_claim = b->kind == IMP_ASK_CLAIM;
  if (x_claim != y_claim)
    return x_claim ? 1 : -1; /* facts are found out before benefits are sought */
  return strcmp(a->name, b->name);
}

void ask_sort(struct imp_ask *ask) {
  if (ask->count) qsort(ask->items, ask->count, sizeof *ask->items, by_money);
}

/* The line read once more for the walk over its tests; its first number stands for an 8-digit code. */
bool ask_read(const struct imp_law *law, const struct imp_line *line, struct arena *scratch,
              const struct query *q, struct answer_job *job) {
  uint64_t number = 0;
  uint32_t n = 0;
  struct refusal no = {0};
  *job = (struct answer_job){.frame = {.arena = scratch, .law = law->law, .names = law->names},
                             .view = &q->view,
                             .fixed = q->fixed};
  if (!line_read(scratch, law->law, law->names, line, (struct moment){q->on, q->on_minute},
                 &job->line, &no))
    return false;
  if (job->line.into == law->law->home)
    line_code_check(scratch, law->names, &job->line, &no, &number, 1, &n);
  else
    line_code_plain(scratch, law->names, &job->line, &no, &number, &n);
  if (n) job->line.code = number;
  struct mentions *m = arena_alloc(scratch, sizeof *m);
  job->frame.mentions = m;
  return m && mentions_of(scratch, law->law, law->names, job->line.code, m);
}

static enum imp_status ask_topics(struct asker *a, struct arena *scratch,
                                  const struct imp_answer *full) {
  struct query q;
  struct answer_job job;
  struct ask_topics topics;
  enum imp_status status = query_read(scratch, a->law, a->query, &q, a->err);
  if (status != IMP_OK) return status;
  if (!ask_read(a->law, a->line, scratch, &q, &job) || !ask_find(&job, full, &topics))
    return error_no_memory(a->err);
  a->ask->items = arena_array(&a->ask->arena, topics.count + 1u, sizeof *a->ask->items);
  if (!a->ask->items) return error_no_memory(a->err);
  for (uint32_t i = 0; status == IMP_OK && i < topics.count; i++)
    status = ask_topic(a, &topics.items[i]);
  ask_sort(a->ask);
  return status;
}

/* What the law refuses for lack of an answer, a fact or a claim may lead around; what cannot be read stays so. */
static bool may_be_helped(const struct imp_answer *a) {
  static const char *const ids[] = {"refuse.not-encoded", "refuse.unknown-rate", "refuse.too-open"};
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
    if (!strcmp(a->id, ids[i])) return true;
  return false;
}

static enum imp_status ask_line(struct asker *a) {
  struct arena scratch = {0};
  struct imp_query q = *a->query;
  q.brief = q.trace = false;
  enum imp_status status = imp_duty(a->law, &q, a->line, &a->ask->start, a->err);
  if (status != IMP_OK) return status;
  const struct imp_answer *full = imp_assessment_answer(a->ask->start);
  if (full->status == IMP_LINE_REFUSED && !may_be_helped(full)) return IMP_OK;
  status = try_line(a, a->line, &a->start);
  if (status == IMP_OK) status = ask_topics(a, &scratch, full);
  imp_assessment_free(a->start.owner);
  arena_free(&scratch);
  return status;
}

enum imp_status imp_ask(const struct imp_law *law, const struct imp_query *query,
                        const struct imp_line *line, struct imp_ask **out, struct imp_error *err) {
  struct asker a = {.law = law, .query = query, .line = line, .err = err};
  *out = NULL;
  a.ask = mem_alloc(sizeof *a.ask);
  if (!a.ask) return error_no_memory(err);
  enum imp_status status = ask_line(&a);
  if (status != IMP_OK) {
    imp_ask_free(a.ask);
    return status;
  }
  *out = a.ask;
  return IMP_OK;
}

uint32_t imp_ask_count(const struct imp_ask *a) {
  return a->count;
}

const struct imp_ask_item *imp_ask_at(const struct imp_ask *a, uint32_t i) {
  return &a->items[i];
}

const struct imp_answer *imp_ask_line(const struct imp_ask *a) {
  return a->start ? imp_assessment_answer(a->start) : &a->told;
}

void imp_ask_free(struct imp_ask *a) {
  if (!a) return;
  imp_assessment_free(a->start);
  arena_free(&a->arena);
  mem_free(a);
}
