// SPDX-License-Identifier: Apache-2.0
// Groups of codes, classes of places, the days on which something changes between them, and bills as rates:
// for callers that ask about the law as a whole and not about lines.
#include <string.h>

#include "assess/batch_own.h"

/* ---- groups -------------------------------------------------------------------------------------------- */

static uint32_t group_of(struct imp_batch *b, uint32_t class, uint32_t tariff) {
  struct memo_key k = {class, tariff, 0, 0};
  uint32_t id = memo_get(&b->group_of, k);
  if (id != NOTHING) return id;
  if (!mem_grow((void **)&b->groups, &b->group_cap, b->group_count + 1, sizeof *b->groups))
    return NOTHING;
  id = (uint32_t)b->group_count++;
  b->groups[id] = (struct code_group){class, tariff};
  return memo_put(&b->group_of, k, id) ? id : NOTHING;
}

enum imp_status imp_batch_code_on(struct imp_batch *b, uint32_t code, int32_t day,
                                  struct imp_batch_code_window *out, struct imp_error *err) {
  *out = (struct imp_batch_code_window){day, day, IMP_BATCH_NONE, 0, NULL};
  if (code >= b->code_ids.count)
    return error_set(err, IMP_USAGE, "usage.batch", "take it from imp_batch_code",
                     "there is no code with the id %u", (unsigned)code);
  out->refusal = b->codes[code].unreadable ? code_refusal(&b->codes[code])
                 : day == IMP_NO_DAY       ? "refuse.date"
                                           : NULL;
  if (out->refusal) return IMP_OK;
  const struct variant *v = batch_variant(b, code, day);
  if (!v) return error_no_memory(err);
  out->from = v->from;
  out->until = v->until;
  if (v->kind == CODE_REFUSED) out->refusal = v->refusal;
  if (v->kind != CODE_ONE) return IMP_OK;
  out->number = v->number;
  out->group = group_of(b, v->class, v->tariff);
  return out->group == NOTHING ? error_no_memory(err) : IMP_OK;
}

uint32_t imp_batch_place_class(const struct imp_batch *b, uint32_t place) {
  return place <= b->place_count ? b->place_class[place] : IMP_BATCH_NONE;
}

static enum imp_status no_such_group(struct imp_error *err) {
  return error_set(err, IMP_USAGE, "usage.batch",
                   "take them from imp_batch_code_on and imp_batch_place_class",
                   "there is no such group or class of places");
}

enum imp_status imp_batch_column(struct imp_batch *b, uint32_t group, enum imp_rate_of column,
                                 struct imp_batch_column *out, struct imp_error *err) {
  struct column special;
  *out = (struct imp_batch_column){.text = "", .den = 1};
  if (group >= b->group_count) return no_such_group(err);
  const struct tariff *t = &b->tariffs[b->groups[group].tariff];
  const struct column *c = column == IMP_RATE_COLUMN_2 ? &t->column2 : &t->general;
  struct str text = column == IMP_RATE_COLUMN_2  ? t->line->column2
                    : column == IMP_RATE_GENERAL ? t->line->general
                                                 : t->line->special;
  if (column == IMP_RATE_SPECIAL) c = &special, special = (struct column){.no_rate = true};
  out->text = batch_text(b, text);
  if (!out->text) return error_no_memory(err);
  struct rat share;
  out->is_share = !c->no_rate && !c->slow && !c->needs && !c->flat &&
                  rat_make(c->value, (i128)c->den * 100, &share);
  if (out->is_share) out->num = (int64_t)share.num, out->den = (int64_t)share.den;
  return IMP_OK;
}

/* ---- changes -------------------------------------------------------------------------------------------- */

/* Segments in which the pair's mask is another than in the segment before. */
static const struct change_run *changes_of(struct imp_batch *b, uint32_t class, uint32_t place) {
  uint32_t pair = index_pair(b->index, class, place), segments = index_segment_count(b->index);
  if (pair == UINT32_MAX ||
      !mem_grow((void **)&b->change_runs, &b->change_run_cap, pair + 1u, sizeof *b->change_runs))
    return NULL;
  for (; b->change_run_count <= pair; b->change_run_count++)
    b->change_runs[b->change_run_count] = (struct change_run){0, NOTHING};
  struct change_run *run = &b->change_runs[pair];
  if (run->count != NOTHING) return run;
  if (!mem_grow((void **)&b->changes, &b->change_cap, b->change_count + segments,
                sizeof *b->changes))
    return NULL;
  struct change_run made = {(uint32_t)b->change_count, 0};
  uint32_t before = index_mask(b->index, class, place, 0);
  for (uint32_t s = 1; s < segments && before != UINT32_MAX; s++) {
    uint32_t mask = index_mask(b->index, class, place, s);
    if (mask != before) b->changes[b->change_count + made.count++] = s;
    before = mask;
  }
  if (before == UINT32_MAX) return NULL;
  b->change_count += made.count;
  *run = made;
  return run;
}

enum imp_status imp_batch_changes(struct imp_batch *b, uint32_t group, uint32_t place_class,
                                  int32_t from, int32_t until, int32_t *days, uint32_t cap,
                                  uint32_t *count, struct imp_error *err) {
  *count = 0;
  if (group >= b->group_count || place_class >= index_place_class_count(b->index))
    return no_such_group(err);
  const struct change_run *run = changes_of(b, b->groups[group].class, place_class);
  if (!run) return error_no_memory(err);
  for (uint32_t i = 0; i < run->count; i++) {
    imp_day day = index_segment_day(b->index, b->changes[run->first + i]);
    if (day <= from || day >= until) continue;
    if (*count < cap) days[*count] = day;
    ++*count;
  }
  return IMP_OK;
}

/* ---- rates ------------------------------------------------------------------------------------------------ */

static struct imp_rate rate_of(const struct quote *q) {
  static const enum imp_rate_of words[] = {
      [QUOTE_ZERO] = IMP_RATE_FREE,       [QUOTE_SHARE] = IMP_RATE_SHARE,
      [QUOTE_GENERAL] = IMP_RATE_GENERAL, [QUOTE_COLUMN_2] = IMP_RATE_COLUMN_2,
      [QUOTE_SPECIAL] = IMP_RATE_SPECIAL, [QUOTE_FLAT] = IMP_RATE_MONEY};
  struct rat exact;
  struct imp_rate r = {words[q->kind], 0, 1};
  bool money = q->kind == QUOTE_SHARE || q->kind == QUOTE_FLAT;
  if (money && rat_make(q->num, (i128)q->den * 100, &exact)) /* cents to dollars */
    r.num = (int64_t)exact.num, r.den = (int64_t)exact.den;
  return r;
}

static bool bill_rates(const struct pbill *p, const struct given *g, struct imp_batch_rates *out) {
  struct run_bill r;
  if (!bill_run(p, g, &r)) return false;
  const struct option *o = &p->options[r.high_option];
  *out = (struct imp_batch_rates){.picks = p->picks,
                                  .pick_count = p->pick_count,
                                  .prohibited = r.prohibited,
                                  .is_range = r.low != r.high,
                                  .shape = o->shape};
  for (uint32_t i = 0; i < o->count; i++)
    out->rows[i] =
        (struct imp_batch_rate_row){rate_of(&o->rows[i]->amount), rate_of(&o->rows[i]->less)};
  return true;
}

static enum imp_status plain_status(struct imp_batch *b, const struct asked_line *l,
                                    uint8_t *status, struct imp_error *err) {
  struct imp_assessment *as;
  enum imp_status done = batch_plain(b, l, &as, err);
  if (done != IMP_OK) return done;
  *status = (uint8_t)imp_assessment_answer(as)->status;
  imp_assessment_free(as);
  return IMP_OK;
}

enum imp_status imp_batch_rates(struct imp_batch *b, const struct imp_columns *columns, uint32_t i,
                                struct imp_batch_rates *out, uint32_t cap, uint32_t *count,
                                uint8_t *status, struct imp_error *err) {
  struct asked_line l = batch_line(columns, i);
  struct given given;
  struct found f = batch_find(b, &l, NOTHING, &given);
  *count = 0;
  *status = IMP_LINE_REFUSED;
  if (f.program == NOTHING) return error_no_memory(err);
  const struct program *p = b->programs[f.program];
  if (!p->slow && p->refusal) return IMP_OK;
  bool fast = program_speaks(p, &given) && !f.parts;
  *status = IMP_LINE_OK;
  for (uint32_t k = 0; fast && k < p->bill_count; k++) {
    struct imp_batch_rates one;
    fast = bill_rates(&p->bills[k], &given, &one);
    if (k < cap) out[k] = one;
    if (fast && one.is_range && *status == IMP_LINE_OK) *status = IMP_LINE_RANGE;
    if (fast && one.prohibited) *status = IMP_LINE_PROHIBITED;
  }
  if (!fast) return plain_status(b, &l, status, err);
  *count = p->bill_count;
  return IMP_OK;
}
