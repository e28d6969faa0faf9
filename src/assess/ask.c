// SPDX-License-Identifier: Apache-2.0
// What to find out first about a line, each option tried by a program of the batch: the answer of imp_ask.
//
// A line that columns cannot hold, that has several outcomes, or any of whose options has none that a program gives, is
// asked of imp_ask.
#include <string.h>

#include "assess/ask_own.h"

struct tried {
  struct ask_trial trial;
  struct imp_bill bill;
  const struct option *high; /* of the dearest completion */
};

/* Everything but FINE ends the line here: PLAIN, it is asked of imp_ask. */
enum outcome_of { FINE, PLAIN, FAILED };

/* ---- one option ------------------------------------------------------------------------------------------------ */

/* Bills in which a completion refuses or bans what another does not are left to imp_ask. */
static bool is_simple(const struct program *p) {
  if (p->bill_count != 1 || p->bills[0].pick_count) return false;
  const struct pbill *b = &p->bills[0];
  for (uint32_t i = 0; i < b->option_count; i++)
    if (b->options[i].refusal || (b->options[i].prohibited && b->option_count > 1)) return false;
  return true;
}

/* Refusals that name the law and never the line: lines of one program share the words. */
static const char *shared_reason(const struct program *p) {
  static const char *const ids[] = {"refuse.not-encoded", "refuse.unknown-rate", "refuse.too-open"};
  const struct option *no = program_refused(p);
  for (size_t i = 0; no && i < sizeof ids / sizeof *ids; i++)
    if (!strcmp(p->refusal, ids[i])) return no->reason;
  return NULL;
}

static enum outcome_of try_columns(struct ask_many *m, const struct asked_line *l,
                                   struct tried *out, struct found *found) {
  struct given given;
  struct run_bill run;
  memset(out, 0, sizeof *out);
  *found = batch_find(m->b, l, NOTHING, &given);
  if (found->program == NOTHING) return FAILED;
  const struct program *p = m->b->programs[found->program];
  if (!program_speaks(p, &given)) return PLAIN;
  if (p->refusal) {
    out->trial.status = IMP_LINE_REFUSED;
    out->trial.reason = shared_reason(p);
    return FINE;
  }
  if (!is_simple(p) || !bill_run(&p->bills[0], &given, &run)) return PLAIN;
  out->bill.low = run.low;
  out->bill.high = run.high;
  out->bill.prohibited = run.prohibited;
  out->high = &p->bills[0].options[run.high_option];
  out->trial.status = run.prohibited        ? IMP_LINE_PROHIBITED
                      : run.low != run.high ? IMP_LINE_RANGE
                                            : IMP_LINE_OK;
  out->trial.bill_count = 1;
  return FINE;
}

/* The set of facts of the line with the option. IMP_BATCH_FAILED: out of memory. */
static uint32_t set_with(struct ask_many *m, const struct ask_option *o) {
  struct asks *a = m->b->asks;
  uintptr_t name = (uintptr_t)o->name, value = (uintptr_t)o->value;
  struct memo_key k = {m->l.set, (uint32_t)(name >> 4), (uint32_t)(value >> 4),
                       (uint32_t)(name >> 36) << 16 ^ (uint32_t)(value >> 36)};
  struct imp_line line;
  uint32_t set = memo_get(&a->set_of, k);
  if (set != NOTHING) return set;
  if (!ask_state(&a->scratch, m->line, o, &line)) return IMP_BATCH_FAILED;
  set = imp_batch_facts(m->b, line.facts, line.fact_count, line.claims, line.claim_count);
  return set != IMP_BATCH_FAILED && memo_put(&a->set_of, k, set) ? set : IMP_BATCH_FAILED;
}

/* Which quantities the rates ask for hangs on whether something is claimed. */
static enum outcome_of claim_quantities(struct ask_many *m, struct asked_line *l) {
  if (!m->claimed_known && m->line->claim_count == 0) {
    struct one o = m->o;
    if (!one_quantities(m->b, m->line, true, &o)) return PLAIN;
    m->claimed_named = o.in.second_count > 0;
    memcpy(m->claimed, o.quantity, sizeof m->claimed);
    m->claimed_known = true;
  }
  if (m->line->claim_count > 0) return FINE;
  l->quantity = m->claimed[0];
  l->named = m->claimed_named;
  l->second = m->claimed_named ? m->claimed[1] : m->claimed[0];
  return FINE;
}

static enum outcome_of find_fees(struct ask_many *m, const struct ask_option *o, uint32_t set,
                                 struct ask_trial *t) {
  if (t->status == IMP_LINE_REFUSED) return FINE;
  return ask_fees(m, o, set, &t->fee_low, &t->fee_high) == IMP_OK ? FINE : FAILED;
}

/* A part of the value stands in a column: each amount of it would be a set of facts of its own. */
static enum outcome_of try_part(struct ask_many *m, uint32_t part, const struct ask_option *o,
                                struct tried *out) {
  static const uint32_t line = 0;
  struct found found;
  int64_t dollars = imp_batch_part_value(o->value, m->l.dollars);
  struct imp_columns columns = m->o.in;
  struct asked_line l = m->l;
  columns.part_line = &line;
  columns.part = &part;
  columns.part_value = &dollars;
  columns.part_count = 1;
  l.columns = &columns;
  l.part = 0;
  l.part_count = 1;
  enum outcome_of done = try_columns(m, &l, out, &found);
  return done == FINE ? find_fees(m, o, NOTHING, &out->trial) : done;
}

/* With everything in one of the parts that are asked for and never presumed, and nothing in the others; `all` none of
 * them: nothing in any. */
static enum outcome_of try_parts(struct ask_many *m, const struct ask_option *o, uint32_t all,
                                 struct tried *out) {
  static const uint32_t lines[PARTS_MAX] = {0};
  const struct asks *a = m->b->asks;
  int64_t dollars[PARTS_MAX] = {0};
  struct found found;
  struct imp_columns columns = m->o.in;
  struct asked_line l = m->l;
  if (all < a->open_part_count) dollars[all] = l.dollars;
  l.set = set_with(m, o);
  if (l.set == IMP_BATCH_FAILED) return FAILED;
  columns.part_line = lines;
  columns.part = a->open_parts;
  columns.part_value = dollars;
  columns.part_count = l.part_count = a->open_part_count;
  l.columns = &columns;
  l.part = 0;
  enum outcome_of done = claim_quantities(m, &l);
  return done == FINE ? try_columns(m, &l, out, &found) : done;
}

/* Asked of imp_duty. */
static enum outcome_of try_plain(struct ask_many *m, const struct ask_option *o,
                                 struct tried *out) {
  struct imp_line line;
  memset(out, 0, sizeof *out);
  if (!ask_state(&m->b->asks->scratch, m->line, o, &line) ||
      imp_duty(m->b->law, &m->b->asked, &line, &out->trial.owner, m->err) != IMP_OK)
    return FAILED;
  m->b->plain++;
  const struct imp_answer *a = imp_assessment_answer(out->trial.owner);
  out->trial.status = a->status;
  out->trial.reason = a->reason;
  out->trial.bill_count = a->bill_count;
  if (a->status == IMP_LINE_REFUSED) return FINE;
  if (a->bill_count != 1 || a->bills[0].pick_count > 0) return PLAIN;
  out->bill = a->bills[0];
  return find_fees(m, o, NOTHING, &out->trial);
}

static enum outcome_of try_option(struct ask_many *m, uint32_t fact, const struct ask_option *o,
                                  struct tried *out) {
  struct asked_line l = m->l;
  struct found found;
  memset(out, 0, sizeof *out);
  uint32_t part = fact != LAW_NONE && m->b->law->law->facts[fact].type == LAW_FACT_PART
                      ? imp_batch_part(m->b, o->name)
                      : NOTHING;
  if (part != NOTHING) return try_part(m, part, o, out);
  l.set = set_with(m, o);
  if (l.set == IMP_BATCH_FAILED) return FAILED;
  enum outcome_of done = o->value ? FINE : claim_quantities(m, &l);
  if (done == FINE) done = try_columns(m, &l, out, &found);
  return done == FINE ? find_fees(m, o, l.set, &out->trial) : done;
}

/* ---- topics ------------------------------------------------------------------------------------------------------ */

/* What other refusals say is asked of the line itself. */
static enum outcome_of find_reason(struct ask_many *m, const struct ask_option *o,
                                   struct ask_trial *t) {
  struct imp_line line;
  if (t->status != IMP_LINE_REFUSED || t->reason) return FINE;
  if (!ask_state(&m->b->asks->scratch, m->line, o, &line) ||
      imp_duty(m->b->law, &m->b->asked, &line, &t->owner, m->err) != IMP_OK)
    return FAILED;
  t->reason = imp_assessment_answer(t->owner)->reason;
  return FINE;
}

/* Trials are in `tried`, one behind the other. */
static enum outcome_of keep_topic(struct ask_many *m, struct imp_ask *ask,
                                  const struct ask_topic *t, const struct tried *start,
                                  struct tried *tried) {
  struct ask_trial trials[ASK_OPTIONS_MAX];
  enum outcome_of done = FINE;
  for (uint32_t i = 0; i < t->option_count; i++) {
    tried[i].trial.bills = &tried[i].bill;
    trials[i] = tried[i].trial;
  }
  if (!ask_moves(&start->trial, trials, t->option_count)) return FINE;
  for (uint32_t i = 0; done == FINE && i < t->option_count; i++) {
    done = find_reason(m, &t->options[i], &tried[i].trial);
    trials[i] = tried[i].trial;
  }
  return done == FINE && !ask_keep(ask, m->b->law->law, t, &start->trial, trials) ? FAILED : done;
}

static enum outcome_of ask_topic(struct ask_many *m, struct imp_ask *ask, const struct ask_topic *t,
                                 const struct tried *start) {
  struct tried tried[ASK_OPTIONS_MAX];
  enum outcome_of done = FINE;
  uint32_t n = 0;
  for (; done == FINE && n < t->option_count; n++) {
    done = try_option(m, t->fact, &t->options[n], &tried[n]);
    if (done == PLAIN) done = try_plain(m, &t->options[n], &tried[n]);
  }
  if (done == FINE) done = keep_topic(m, ask, t, start, tried);
  for (uint32_t i = 0; i < n; i++) imp_assessment_free(tried[i].trial.owner);
  return done;
}

/* ---- claims ------------------------------------------------------------------------------------------------------- */

static bool is_charged(const struct ask_many *m, const struct option *high,
                       const struct ask_offer *o) {
  for (uint32_t i = 0; i < high->count; i++) {
    const struct prow *row = high->rows[i];
    const char *heading = m->b->shown[row->shown].heading;
    if (row->measure == o->measure && heading && !strcmp(heading, o->label)) return true;
  }
  return false;
}

static bool has_row(const struct ask_many *m, const struct imp_assessment *as,
                    const struct ask_offer *o) {
  const struct imp_answer *a = imp_assessment_answer(as);
  struct str measure = m->b->law->law->measures[o->measure].name;
  for (uint32_t i = 0; a->bill_count && i < a->bills[0].row_count; i++) {
    const struct imp_row *row = &a->bills[0].rows[i];
    if (row->status == IMP_ROW_APPLIED && str_eq(str_of(row->measure), measure) && row->heading &&
        !strcmp(row->heading, o->label))
      return true;
  }
  return false;
}

/* Whether the heading claimed is the one that then speaks. */
static bool speaks_then(const struct ask_many *m, const struct tried *t,
                        const struct ask_offer *o) {
  return t->trial.owner ? has_row(m, t->trial.owner, o) : is_charged(m, t->high, o);
}

/* A claim that asks how much of the value is of some part: none and all of it are cases of it. If one of them is refused, or
 * no less dear than the line as it is, the claim saves nothing. */
static bool is_idle(struct ask_many *m, const struct ask_option *o, const struct tried *start) {
  struct tried one;
  uint32_t none = m->b->asks->open_part_count;
  for (uint32_t i = none + 1; i-- > 0;) {
    if (try_parts(m, o, i, &one) != FINE || one.bill.prohibited) continue;
    bool refused =
        one.trial.status == IMP_LINE_REFUSED; /* all of it in a part: perhaps no such goods */
    if (refused ? i == none : one.bill.high >= start->bill.high) return true;
  }
  return false;
}

static enum outcome_of keep_claim(struct ask_many *m, struct imp_ask *ask,
                                  const struct ask_list *list, uint32_t first,
                                  const struct tried *start, struct tried *tried) {
  const struct ask_offer *o = &list->offers[first];
  struct ask_topic t = {.kind = IMP_ASK_CLAIM,
                        .fact = LAW_NONE,
                        .name = o->claim,
                        .options = {{o->claim, NULL}},
                        .option_count = 1};
  for (uint32_t i = first; i < list->offer_count; i++) {
    if (strcmp(list->offers[i].claim, o->claim) || !speaks_then(m, tried, &list->offers[i]))
      continue;
    t.question = list->offers[i].title;
    return keep_topic(m, ask, &t, start, tried);
  }
  return FINE;
}

/* The offers of one claim, from `first` on: the first through which it saves stands for it. */
static enum outcome_of ask_claim(struct ask_many *m, struct imp_ask *ask,
                                 const struct ask_list *list, uint32_t first,
                                 const struct tried *start) {
  const struct ask_option o = {list->offers[first].claim, NULL};
  struct tried tried;
  enum outcome_of done = try_option(m, LAW_NONE, &o, &tried);
  if (done == PLAIN && is_idle(m, &o, start)) return FINE;
  if (done == PLAIN) done = try_plain(m, &o, &tried);
  bool saves = done == FINE && tried.trial.status != IMP_LINE_REFUSED && !tried.bill.prohibited &&
               start->bill.high > tried.bill.high;
  if (saves) done = keep_claim(m, ask, list, first, start, &tried);
  imp_assessment_free(tried.trial.owner);
  return done;
}

static bool is_first(const struct ask_list *list, uint32_t at) {
  for (uint32_t i = 0; i < at; i++)
    if (!strcmp(list->offers[i].claim, list->offers[at].claim)) return false;
  return true;
}

/* ---- the line ------------------------------------------------------------------------------------------------------ */

static enum outcome_of ask_items(struct ask_many *m, struct imp_ask *ask,
                                 const struct tried *start) {
  struct ask_list list;
  enum outcome_of done = FINE;
  if (!ask_list_of(m, &list)) return FAILED;
  if (list.count + list.offer_count >= ASK_ITEMS_MAX) return PLAIN; /* some of them are not asked */
  ask->items = arena_array(&ask->arena, list.count + list.offer_count + 1u, sizeof *ask->items);
  if (!ask->items) return FAILED;
  for (uint32_t i = 0; done == FINE && i < list.count; i++)
    done = ask_topic(m, ask, list.topics[i], start);
  for (uint32_t i = 0; done == FINE && !start->bill.prohibited && i < list.offer_count; i++)
    if (is_first(&list, i)) done = ask_claim(m, ask, &list, i, start);
  ask_sort(ask);
  return done;
}

static enum outcome_of ask_line(struct ask_many *m, struct imp_ask *ask) {
  struct tried start;
  bool failed;
  if (!one_take(m->b, m->line, &m->o, &failed)) return failed ? FAILED : PLAIN;
  m->l = batch_line(&m->o.in, 0);
  const struct code_text *code = &m->b->codes[m->l.code];
  if (m->l.set && m->b->sets[m->l.set].part_count) return PLAIN;
  enum outcome_of done = try_columns(m, &m->l, &start, &m->found);
  if (done != FINE) return done;
  ask->told.status = start.trial.status;
  if (start.trial.status == IMP_LINE_REFUSED) return FINE;
  if (m->found.variant == NOTHING || code->renumbered || code->digits != 10) return PLAIN;
  done = find_fees(m, NULL, m->l.set, &start.trial);
  m->fee_low = start.trial.fee_low;
  m->fee_high = start.trial.fee_high;
  start.trial.bills = &start.bill;
  return done == FINE ? ask_items(m, ask, &start) : done;
}

enum imp_status imp_batch_ask(struct imp_batch *b, const struct imp_line *line,
                              struct imp_ask **out, struct imp_error *err) {
  struct ask_many m = {.b = b, .line = line, .err = err};
  *out = NULL;
  if (!b->with_words) imp_batch_with_words(b);
  if (!b->asks) b->asks = asks_open(b);
  struct imp_ask *ask = b->asks ? mem_alloc(sizeof *ask) : NULL;
  if (!ask) return error_no_memory(err);
  enum outcome_of done = ask_line(&m, ask);
  arena_reset(&b->asks->scratch);
  if (done == FINE && !ask->arena.failed) {
    *out = ask;
    return IMP_OK;
  }
  imp_ask_free(ask);
  b->plain += done == PLAIN;
  return done == PLAIN ? imp_ask(b->law, &b->asked, line, out, err) : error_no_memory(err);
}
