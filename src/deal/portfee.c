// SPDX-License-Identifier: Apache-2.0
// A call at a port, in every outcome and through the years. See impost/portfee.h.
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "book/bill.h"
#include "book/follow.h"
#include "book/query.h"
#include "deal/fee.h"

enum { OUTCOMES_MAX = 16, STEPS_MAX = 64 };

struct imp_portfee {
  struct arena arena;
  struct imp_call_answer answer;
};

struct portfee {
  struct arena *arena;
  const struct imp_law *own;
  const struct law *law;
  struct query query;
  struct deal_case c;
};

const char *imp_charge_word(enum imp_charge_status s) {
  static const char *const words[] = {"due",
                                      "depends",
                                      "suspended",
                                      "not owed",
                                      "yields",
                                      "charged as often as it may be",
                                      "no rate that day"};
  return words[s];
}

static const char *copy(struct portfee *p, struct str s) {
  return str_dup(p->arena, s);
}

/* ---- one fee in words -------------------------------------------------------------------------------------------------- */

static const char *open_words(struct portfee *p, const struct fee_open *o) {
  struct buf b = {0};
  if (o->other) {
    buf_printf(&b, "nothing if another is owed in its place: %.*s", (int)o->fact.n, o->fact.p);
  } else if (!o->cond) {
    buf_put(&b, o->fact);
    buf_puts(&b, " is not stated");
  } else {
    buf_puts(&b, o->frees ? "nothing if " : "only if ");
    deal_cond_print(p->law, o->cond, &b);
  }
  return buf_keep(&b, p->arena);
}

static bool fill_facts(struct portfee *p, const struct fee_found *f, struct imp_charge *out) {
  const char **facts =
      arena_array(p->arena, FEE_OPEN_MAX + 1u, sizeof *facts) /* one more: the hour */;
  if (!facts) return false;
  out->facts = facts;
  for (uint32_t i = 0; i < f->open_count; i++)
    facts[out->fact_count++] = open_words(p, &f->open[i]);
  return !p->arena->failed;
}

/* What of it nobody stated and the sum rests on. */
static const char *wants_words(struct portfee *p, const struct fee_found *f) {
  struct buf b = {0};
  for (uint32_t i = 0; i < f->open_count; i++)
    if (!f->open[i].cond && !f->open[i].other)
      buf_printf(&b, "%s%.*s", b.n ? ", " : "", (int)f->open[i].fact.n, f->open[i].fact.p);
  return b.n || b.failed ? buf_keep(&b, p->arena) : "";
}

static bool quantities_alone(const struct fee_found *f) {
  for (uint32_t i = 0; i < f->open_count; i++)
    if (f->open[i].cond || f->open[i].other) return false;
  return true;
}

static const char *so_far_words(struct portfee *p, const struct fee_found *f) {
  uint32_t fact = deal_find_fact(p->law->deal, STR("charged-this-year"));
  struct buf b = {0};
  if (!f->cap || fact == LAW_NONE || !p->c.facts[fact].stated) return NULL;
  rat_print(p->c.facts[fact].amount, &b);
  return buf_keep(&b, p->arena);
}

static const char *why_words(struct portfee *p, const struct fee_found *f) {
  struct buf b = {0};
  if (f->status == IMP_CHARGE_YIELDS)
    buf_put(&b, p->law->deal->fees[f->yields_to].title);
  else if (f->status == IMP_CHARGE_NOT && f->decides) {
    buf_puts(&b, f->decides->kind == DEAL_UNLESS ? "exempt: " : "not so: ");
    deal_cond_print(p->law, f->decides->cond, &b);
  } else
    return "";
  return buf_keep(&b, p->arena);
}

/* Of a fee that is not owed it is the exemption that may be unsure, not the rate. */
static const char *uncertainty(struct portfee *p, const struct fee_found *f) {
  bool spared = f->status == IMP_CHARGE_NOT;
  const struct deal_line *line = spared ? f->decides : f->rate;
  return line && line->when.is_unconfirmed ? copy(p, line->when.unconfirmed) : NULL;
}

static bool fill_charge(struct portfee *p, const struct deal_env *env, const struct fee_found *f,
                        struct imp_charge *out) {
  const struct deal_block *b = &p->law->deal->fees[f->fee];
  struct buf how = {0};
  *out = (struct imp_charge){.status = f->status, .has_amount = f->has_amount, .cap = f->cap};
  out->name = copy(p, b->name);
  out->title = copy(p, b->title);
  out->currency = copy(p, f->rate ? f->rate->rate.terms[0].currency : STR(""));
  out->rate = f->rate ? copy(p, f->rate->rate.text) : "";
  out->why = why_words(p, f);
  out->act_title = out->cite = out->charged = "";
  for (uint32_t k = f->fee; k != LAW_NONE && !out->charged[0]; k = p->law->deal->fees[k].parent)
    out->charged = copy(p, p->law->deal->fees[k].charged);
  if (f->rate && f->rate->when.act != LAW_NONE) {
    out->act_title = copy(p, p->law->acts[f->rate->when.act].title);
    out->cite = copy(p, p->law->acts[f->rate->when.act].publication.n
                            ? p->law->acts[f->rate->when.act].publication
                            : p->law->acts[f->rate->when.act].cite);
  }
  out->mark = uncertainty(p, f);
  out->wants = wants_words(p, f);
  out->wanting = !f->has_amount && f->status == IMP_CHARGE_DEPENDS && quantities_alone(f);
  out->so_far = so_far_words(p, f);
  struct law_pos pos = f->rate ? f->rate->pos : b->pos;
  out->where = (struct imp_where){p->law->files[pos.file].path, pos.line};
  out->at = (struct imp_where){p->law->files[b->pos.file].path, b->pos.line};
  if (f->status == IMP_CHARGE_SUSPENDED && f->stay.until != DAY_NEVER)
    out->until = bill_day(p->arena, f->stay.until - 1);
  if (f->has_amount && !rat_to_cents_half_up(f->amount, &out->amount)) out->has_amount = false;
  fee_how(env, f, &how);
  out->how = how.n || how.failed ? buf_keep(&how, p->arena) : "";
  return fill_facts(p, f, out);
}

/* ---- the call in one outcome -------------------------------------------------------------------------------------------- */

/* Without its quantity a fee comes to an amount nobody knows, and never to nothing. */
static void add_up(struct imp_call_outcome *o, const struct imp_charge *c) {
  if (c->status <= IMP_CHARGE_DEPENDS && !c->has_amount) {
    o->has_high = false;
    o->has_low = o->has_low && !c->wanting && c->status == IMP_CHARGE_DEPENDS;
    if (!o->wants[0]) o->wants = c->wants;
  }
  if (c->status == IMP_CHARGE_DUE) {
    o->low += c->amount;
    o->high += c->amount;
    o->status = o->status == IMP_CHARGE_DEPENDS ? o->status : IMP_CHARGE_DUE;
  } else if (c->status == IMP_CHARGE_DEPENDS) {
    if (o->high < o->low + c->amount) o->high = o->low + c->amount; /* at most one is owed */
    o->status = IMP_CHARGE_DEPENDS;
  } else if (c->status == IMP_CHARGE_SUSPENDED && o->status == IMP_CHARGE_NOT)
    o->status = IMP_CHARGE_SUSPENDED;
  if (c->currency[0] && !o->currency[0]) o->currency = c->currency;
}

/* Where no fee has a rate that day: the money of the place. */
static const char *money_of_place(struct portfee *p) {
  for (uint32_t j = 0; j < p->law->jurisdiction_count; j++)
    if (p->law->jurisdictions[j].place == p->c.into) return copy(p, p->law->jurisdictions[j].money);
  return "";
}

static int in_order(const void *x, const void *y) {
  const struct imp_charge *a = x, *b = y;
  int d = strcmp(a->at.file, b->at.file);
  return d ? d : a->at.line < b->at.line ? -1 : a->at.line > b->at.line;
}

/* ---- a day that the law splits ------------------------------------------------------------------------------------------ */

/* The first minute of the day, behind `after`, at which a line of the fee or of a name above it begins or ends; 0: none. */
static int next_minute(const struct portfee *p, uint32_t fee, imp_day on, int after) {
  int next = 0;
  for (uint32_t b = fee; b != LAW_NONE; b = p->law->deal->fees[b].parent)
    for (uint32_t k = 0; k < p->law->deal->fees[b].count; k++) {
      const struct law_when *w = &p->law->deal->fees[b].lines[k].when;
      int begins = w->from == on ? w->from_minute : 0, ends = w->until == on ? w->until_minute : 0;
      if (begins > after && (!next || begins < next)) next = begins;
      if (ends > after && (!next || ends < next)) next = ends;
    }
  return next;
}

static bool same_found(const struct fee_found *a, const struct fee_found *b) {
  return a->status == b->status && a->has_amount == b->has_amount &&
         (!a->has_amount || rat_cmp(a->amount, b->amount) == 0);
}

/* Nobody said the hour: where it decides, the answer depends on it, and the dearest part of the day is the amount. */
static bool split_day(struct portfee *p, const struct deal_env *env, const struct fee_found *first,
                      struct imp_charge *out) {
  struct deal_case of = *env->c;
  const struct deal_env then = {&of, env->view, LAW_NONE};
  struct buf b = {0};
  if (env->c->minute != CLOCK_UNSTATED) return true;
  for (int at = next_minute(p, first->fee, of.on, 0); at;
       at = next_minute(p, first->fee, of.on, at)) {
    struct fee_found f;
    int64_t cents;
    of.minute = at;
    fee_judge(&then, first->fee, 0, &f);
    if (same_found(first, &f)) continue;
    if (!b.n)
      buf_printf(&b, "the hour of the call is not stated: %s", imp_charge_word(first->status));
    buf_printf(&b, ", from %02d:%02d %s", at / 60, at % 60, imp_charge_word(f.status));
    if (f.has_amount && rat_to_cents_half_up(f.amount, &cents) && cents > out->amount)
      out->amount = cents;
  }
  if (!b.n) return !b.failed;
  const char **facts = (const char **)out->facts;
  facts[out->fact_count++] = buf_keep(&b, p->arena);
  out->status = IMP_CHARGE_DEPENDS;
  return !p->arena->failed;
}

static bool judge_call(struct portfee *p, const struct view *v, imp_day on,
                       struct imp_call_outcome *out) {
  struct deal_case c = p->c;
  c.on = on;
  if (on != p->c.on) c.minute = CLOCK_UNSTATED;
  struct deal_env env = {&c, v, LAW_NONE};
  uint32_t n = p->law->deal->fee_count;
  struct imp_charge *charges = arena_array(p->arena, n + 1u, sizeof *charges);
  if (!charges) return false;
  *out = (struct imp_call_outcome){.charges = charges,
                                   .status = IMP_CHARGE_NOT,
                                   .has_low = true,
                                   .has_high = true,
                                   .wants = "",
                                   .tell = "",
                                   .currency = ""};
  struct buf tell = {0};
  for (uint32_t i = 0; i < n; i++) {
    struct fee_found f;
    if (!fee_is_of(&env, i)) continue;
    fee_judge(&env, i, 0, &f);
    struct imp_charge *charge = &charges[out->charge_count];
    fee_tell(&env, p->law, &f, &tell);
    if (!fill_charge(p, &env, &f, charge) || !split_day(p, &env, &f, charge)) break;
    add_up(out, &charges[out->charge_count++]);
  }
  if (!out->currency[0]) out->currency = money_of_place(p);
  if (out->charge_count > 1) qsort(charges, out->charge_count, sizeof *charges, in_order);
  out->tell = tell.n || tell.failed ? buf_keep(&tell, p->arena) : "";
  return out->tell && !p->arena->failed;
}

/* ---- outcomes -------------------------------------------------------------------------------------------------------------- */

static bool asks(void *user, uint32_t q) {
  const struct portfee *p = user;
  const struct deal_env env = {&p->c, &p->query.view, LAW_NONE};
  for (uint32_t i = 0; i < p->law->deal->fee_count; i++) {
    if (!fee_is_of(&env, i)) continue;
    for (uint32_t b = i; b != LAW_NONE; b = p->law->deal->fees[b].parent)
      for (uint32_t k = 0; k < p->law->deal->fees[b].count; k++)
        if (view_cond_asks(p->law->deal->fees[b].lines[k].cond, q)) return true;
  }
  return false;
}

static bool same_answer(const struct imp_call_outcome *a, const struct imp_call_outcome *b) {
  if (a->status != b->status || a->low != b->low || a->high != b->high) return false;
  if (a->has_low != b->has_low || a->has_high != b->has_high) return false;
  for (uint32_t i = 0; i < a->charge_count && i < b->charge_count; i++)
    if (a->charges[i].status != b->charges[i].status) return false;
  return a->charge_count == b->charge_count;
}

static bool add_outcome(struct portfee *p, const struct view *v, uint32_t q,
                        struct imp_call_outcome *all, uint32_t *count) {
  struct imp_call_outcome o;
  struct imp_pick *pick = arena_array(p->arena, 1, sizeof *pick);
  if (!pick || !judge_call(p, v, p->c.on, &o)) return false;
  if (q != LAW_NONE) {
    pick->question = copy(p, p->law->questions[q].name);
    pick->answer = copy(p, view_answer_word(v, q, v->questions[q].assumed));
    o.picks = pick;
    o.pick_count = 1;
  }
  for (uint32_t i = 0; i < *count; i++)
    if (q != LAW_NONE && same_answer(&all[i], &o)) return true;
  if (*count < OUTCOMES_MAX) all[(*count)++] = o;
  return !p->arena->failed;
}

/* The answers of each question the fees hang on, one question at a time; where none matters, one outcome. */
static bool outcomes(struct portfee *p, struct imp_call_answer *out) {
  struct imp_call_outcome *all = arena_array(p->arena, OUTCOMES_MAX, sizeof *all);
  struct view *v = &p->query.view;
  uint32_t n = 0, questions = p->law->question_count;
  struct view_question *was = arena_copy(p->arena, v->questions, (questions + 1u) * sizeof *was);
  if (!all || !was) return false;
  for (uint32_t q = 0; q < questions; q++) {
    if (!follow_heads(v, p->query.fixed, q, asks, p)) continue;
    uint32_t first = n;
    for (uint32_t i = 0; i < view_outcome_count(v, q); i++) {
      v->questions[q].assumed = view_outcome(v, q, i);
      follow_settle_with(v, p->query.fixed, q);
      if (!add_outcome(p, v, q, all, &n)) return false;
    }
    memcpy(v->questions, was, questions * sizeof *was);
    if (n == first + 1) n = first; /* its answers make no difference */
  }
  if (n == 0 && !add_outcome(p, v, LAW_NONE, all, &n)) return false;
  out->outcomes = all;
  out->outcome_count = n;
  return true;
}

/* ---- through the years -------------------------------------------------------------------------------------------------------- */

static int by_number(const void *x, const void *y) {
  imp_day a = *(const imp_day *)x, b = *(const imp_day *)y;
  return a < b ? -1 : a > b;
}

static void add_day(imp_day *days, uint32_t *n, imp_day day) {
  for (uint32_t i = 0; i < *n; i++)
    if (days[i] == day) return;
  if (day != DAY_FIRST && day != DAY_NEVER && *n < STEPS_MAX) days[(*n)++] = day;
}

/* A day that changes at some hour is shown as the next, which is whole. */
static imp_day first_whole(imp_day day, int minute) {
  return minute > 0 && day != DAY_FIRST && day != DAY_NEVER ? day + 1 : day;
}

static uint32_t find_days(const struct portfee *p, imp_day *days) {
  const struct deal_env env = {&p->c, &p->query.view, LAW_NONE};
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->law->deal->fee_count; i++) {
    if (!fee_is_of(&env, i)) continue;
    for (uint32_t b = i; b != LAW_NONE; b = p->law->deal->fees[b].parent)
      for (uint32_t k = 0; k < p->law->deal->fees[b].count; k++) {
        const struct deal_line *l = &p->law->deal->fees[b].lines[k];
        if (!view_counts(&p->query.view, &l->when, l->cond)) continue;
        add_day(days, &n, first_whole(l->when.from, l->when.from_minute));
        if (l->kind == DEAL_SUSPENDED)
          add_day(days, &n, first_whole(l->when.until, l->when.until_minute));
      }
  }
  if (n > 1) qsort(days, n, sizeof *days, by_number);
  return n;
}

static bool steps(struct portfee *p, struct imp_call_answer *out) {
  imp_day days[STEPS_MAX];
  uint32_t n = find_days(p, days);
  struct imp_call_step *made = arena_array(p->arena, n + 1u, sizeof *made);
  if (!made) return false;
  out->steps = made;
  for (uint32_t i = 0; i < n; i++) {
    struct imp_call_outcome o;
    struct imp_call_step *last = out->step_count ? &made[out->step_count - 1] : NULL;
    if (!judge_call(p, &p->query.view, days[i], &o)) return false;
    if (last && last->has_high == o.has_high && o.has_high && last->status == o.status &&
        last->low == o.low && last->high == o.high)
      continue; /* of amounts that are not known nobody can say they are the same */
    made[out->step_count++] = (struct imp_call_step){
        bill_day(p->arena, days[i]), o.status, o.low, o.high, o.has_low, o.has_high, o.wants};
  }
  return !p->arena->failed;
}

/* ---- reading ------------------------------------------------------------------------------------------------------------------ */

static bool has_fees(const struct portfee *p) {
  const struct deal_env env = {&p->c, &p->query.view, LAW_NONE};
  for (uint32_t i = 0; i < p->law->deal->fee_count; i++)
    if (fee_is_of(&env, i)) return true;
  return false;
}

static bool read_call(struct portfee *p, const struct imp_call *in, struct refusal *no) {
  int16_t minute = p->query.on_minute;
  if (!deal_case_start(p->arena, p->law, p->own->names, &p->c)) return false;
  p->c.on = p->query.on;
  p->c.into = names_place_find(p->own->names, str_trim(str_of(in->into)));
  if (!p->c.into)
    refuse(p->arena, no, "usage.place", "an ISO code or a name: `impost places` lists them",
           "the place of the port \"%.60s\" is no place", in->into ? in->into : "");
  else if (in->on && *in->on && !moment_parse(str_trim(str_of(in->on)), &p->c.on, &minute))
    refuse(p->arena, no, "usage.date", "write it as 2025-11-12", "\"%.40s\" is no date", in->on);
  p->c.minute = minute;
  for (uint32_t i = 0; i < in->fact_count && !no->id; i++)
    if (!deal_case_set(p->arena, &p->c, str_of(in->facts[i].name), str_of(in->facts[i].value), no))
      return false;
  if (!no->id && !has_fees(p))
    refuse(p->arena, no, "refuse.no-fee", "impost help portfee",
           "no fee on calls at ports of this place is encoded");
  return true;
}

static enum imp_status make(struct portfee *p, const struct imp_query *query,
                            const struct imp_call *in, struct imp_call_answer *out,
                            struct imp_error *err) {
  struct refusal no = {0};
  enum imp_status status = query_read(p->arena, p->own, query, &p->query, err);
  if (status != IMP_OK) return status;
  follow_stands(&p->query.view, p->query.fixed); /* what is only said counts when it is assumed */
  if (!read_call(p, in, &no)) return error_no_memory(err);
  out->on = bill_day(p->arena, p->c.on);
  out->into = in->into ? copy(p, str_of(in->into)) : "";
  const struct names_place *place = names_place(p->own->names, p->c.into);
  out->into_name = place ? copy(p, place->name) : out->into;
  if (no.id) {
    out->id = no.id;
    out->reason = no.reason;
    out->next = no.next;
    return out->reason ? IMP_OK : error_no_memory(err);
  }
  return outcomes(p, out) && steps(p, out) ? IMP_OK : error_no_memory(err);
}

enum imp_status imp_portfee(const struct imp_law *law, const struct imp_query *query,
                            const struct imp_call *call, struct imp_portfee **out,
                            struct imp_error *err) {
  *out = NULL;
  struct imp_portfee *made = mem_alloc(sizeof *made);
  if (!made) return error_no_memory(err);
  struct portfee p = {.arena = &made->arena, .own = law, .law = law->law};
  enum imp_status status = make(&p, query, call, &made->answer, err);
  if (status == IMP_OK && made->arena.failed) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_portfee_free(made);
    return status;
  }
  *out = made;
  return IMP_OK;
}

const struct imp_call_answer *imp_portfee_answer(const struct imp_portfee *p) {
  return &p->answer;
}

void imp_portfee_free(struct imp_portfee *p) {
  if (!p) return;
  arena_free(&p->arena);
  mem_free(p);
}
