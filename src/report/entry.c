// SPDX-License-Identifier: Apache-2.0
// Collecting the lines of an entry, and sharing out its fees: see impost/entry.h.
#include "report/entry.h"

#include <string.h>

#include "base/error.h"
#include "base/num.h"
#include "report/json_parts.h"
#include "report/report.h"
#include "report/study.h"

/* ---- a line --------------------------------------------------------------------------------------------- */

static const char *keep(struct imp_entry_summary *s, const char *text) {
  return text ? str_dup(&s->arena, str_of(text)) : NULL;
}

static bool is_number(const char *heading) {
  return heading[0] >= '0' && heading[0] <= '9';
}

/* A duty of the measure that is the ordinary one stands on the number of the goods, unless a heading of
 * chapters 98 or 99 takes its place. */
static void add_row(struct imp_entry_summary *s, struct entry_line *l, const struct imp_row *r) {
  bool goods = r->is_base && !is_number(r->heading);
  struct entry_row *row = &l->rows[l->row_count++];
  *row = (struct entry_row){.number = keep(s, goods ? l->code : r->heading),
                            .rate = keep(s, r->rate),
                            .measure = keep(s, r->measure),
                            .act = keep(s, r->act),
                            .amount = r->amount,
                            .base = r->base,
                            .goods = goods};
}

static bool put_rows(struct imp_entry_summary *s, struct entry_line *l, const struct imp_bill *b) {
  bool goods = false;
  l->rows = arena_array(&s->arena, b->row_count + 1u, sizeof *l->rows);
  if (!l->rows) return false;
  for (uint32_t i = 0; i < b->row_count; i++) {
    if (b->rows[i].status != IMP_ROW_APPLIED) continue;
    add_row(s, l, &b->rows[i]);
    goods = goods || l->rows[l->row_count - 1].goods;
  }
  if (!goods)
    l->rows[l->row_count++] =
        (struct entry_row){.number = l->code, .base = l->value, .goods = true};
  return !s->arena.failed;
}

/* Why a line has no one amount to file. */
static const char *problem_of(struct imp_entry_summary *s, const struct imp_answer *a) {
  struct buf b = {0};
  if (a->status == IMP_LINE_REFUSED) {
    buf_printf(&b, "refused: %s", a->reason);
  } else if (a->status == IMP_LINE_PROHIBITED) {
    buf_puts(&b, "prohibited: may not enter");
  } else if (a->bill_count != 1) {
    buf_puts(&b, "an open question decides: pick an outcome with --if");
    for (uint32_t i = 0; i < a->question_count; i++) buf_printf(&b, " %s", a->questions[i].name);
  } else if (a->bills[0].low != a->bills[0].high) {
    buf_puts(&b, "a fact decides: ");
    buf_puts(&b, a->bills[0].needs_count ? a->bills[0].needs[0] : "impost ask tells which");
  } else {
    return NULL;
  }
  return buf_keep(&b, &s->arena);
}

enum imp_status imp_entry_summary_line(struct imp_entry_summary *s, const struct imp_line *line,
                                       const struct imp_assessment *as, const char *reason,
                                       struct imp_error *err) {
  const struct imp_answer *a = as ? imp_assessment_answer(as) : NULL;
  if (!mem_grow((void **)&s->lines, &s->cap, s->count + 1, sizeof *s->lines))
    return error_no_memory(err);
  struct entry_line *l = &s->lines[s->count++];
  *l = (struct entry_line){.number = line->number, .order = UINT32_MAX};
  l->code = keep(s, a && a->code ? a->code : line->code ? line->code : "");
  l->from = keep(s, a && a->from ? a->from : line->from ? line->from : "");
  l->place = keep(s, a ? a->place_name : NULL);
  l->on = keep(s, a && a->on ? a->on : line->on ? line->on : "");
  l->value = a ? a->value : 0;
  l->problem = a ? problem_of(s, a) : keep(s, reason ? reason : "not readable");
  if (a && a->status != IMP_LINE_REFUSED) {
    unsigned stated = outside_stated(a);
    for (unsigned w = 0; w < REPORT_STATED; w++) s->stated[w] += stated >> w & 1u;
    l->order = s->answered++;
  }
  l->answered = a && !l->problem;
  if (l->answered && !put_rows(s, l, &a->bills[0])) return error_no_memory(err);
  if (l->answered) l->duty = a->bills[0].low;
  return s->arena.failed ? error_no_memory(err) : IMP_OK;
}

/* ---- fees -------------------------------------------------------------------------------------------------- */

static int64_t *part_of(struct entry_line *l, uint32_t fee, bool high) {
  return high ? &l->fees_high[fee] : &l->fees[fee];
}

/* Largest remainder: each line its part in whole cents, then the cents that are left, one each, where the part
 * cut off was largest; of equals the first line. */
static bool share_out(struct imp_entry_summary *s, const struct imp_fees *fees, uint32_t f,
                      bool high) {
  int64_t amount = high ? s->fees[f].high : s->fees[f].low, left = amount, base = s->fees[f].base;
  i128 *rest = arena_array(&s->arena, s->count + 1, sizeof *rest);
  if (!rest) return false;
  for (size_t i = 0; i < s->count && base > 0; i++) {
    struct entry_line *l = &s->lines[i];
    int64_t part = l->order == UINT32_MAX ? 0 : imp_fees_base(fees, f, l->order);
    i128 exact = (i128)amount * part;
    *part_of(l, f, high) = (int64_t)(exact / base);
    rest[i] = exact % base;
    left -= *part_of(l, f, high);
  }
  for (; left > 0 && base > 0; left--) {
    size_t best = 0;
    for (size_t i = 1; i < s->count; i++)
      if (rest[i] > rest[best]) best = i;
    ++*part_of(&s->lines[best], f, high);
    rest[best] = -1;
  }
  return true;
}

static bool add_fees(struct imp_entry_summary *s, const struct imp_fees *fees) {
  s->fees_known = fees != NULL;
  s->fee_count = fees ? imp_fees_count(fees) : 0;
  s->fees = arena_array(&s->arena, s->fee_count + 1u, sizeof *s->fees);
  for (size_t i = 0; i < s->count; i++) {
    s->lines[i].fees = arena_array(&s->arena, s->fee_count + 1u, sizeof(int64_t));
    s->lines[i].fees_high = arena_array(&s->arena, s->fee_count + 1u, sizeof(int64_t));
    if (!s->lines[i].fees || !s->lines[i].fees_high) return false;
  }
  if (!s->fees) return false;
  for (uint32_t f = 0; f < s->fee_count; f++) {
    const struct imp_fee *from = imp_fees_at(fees, f);
    s->fees[f] =
        (struct entry_fee){keep(s, from->name), keep(s, from->rate), keep(s, from->why), from->base,
                           from->low,           from->high,          from->unknown};
    if (!from->unknown && (!share_out(s, fees, f, false) || !share_out(s, fees, f, true)))
      return false;
  }
  return !s->arena.failed;
}

unsigned entry_stated(const uint32_t *stated, uint32_t answered) {
  unsigned out = 0;
  for (unsigned w = 0; w < REPORT_STATED; w++)
    if (answered && stated[w] == answered) out |= 1u << w;
  return out;
}

struct entry_totals entry_total(const struct imp_entry_summary *s) {
  struct entry_totals t = {0};
  for (size_t i = 0; i < s->count; i++) {
    t.value += s->lines[i].value;
    t.duty += s->lines[i].duty;
    t.problems += !s->lines[i].answered;
  }
  for (uint32_t f = 0; f < s->fee_count; f++) {
    t.problems += s->fees[f].unknown;
    t.fee_low += s->fees[f].unknown ? 0 : s->fees[f].low;
    t.fee_high += s->fees[f].unknown ? 0 : s->fees[f].high;
  }
  t.problems += !s->fees_known;
  return t;
}

/* ---- life -------------------------------------------------------------------------------------------------- */

enum imp_status imp_entry_summary_begin(const struct imp_law *law, const struct imp_query *query,
                                        const struct imp_report_options *options,
                                        struct imp_entry_summary **out, struct imp_text *text,
                                        struct imp_error *err) {
  struct imp_entry_summary *s = *out = mem_alloc(sizeof *s);
  if (!s) return error_no_memory(err);
  s->law = law;
  s->query = *query;
  s->options = *options;
  if (options->format == IMP_TEXT) return IMP_OK;
  struct buf b = study_borrow(text);
  s->json = (struct json_out){.out = &b, .flat = 5};
  json_open(&s->json, NULL, '{');
  study_json_head(&s->json, "impost.7501/1", law, query);
  json_open(&s->json, "entries", '[');
  s->json.out = NULL;
  enum imp_status status = study_give_back(text, &b, err);
  if (status == IMP_OK) return IMP_OK;
  imp_entry_summary_free(s);
  *out = NULL;
  return status;
}

enum imp_status imp_entry_summary_close(struct imp_entry_summary *s, const char *entry,
                                        const struct imp_fees *fees, struct imp_text *text,
                                        struct imp_error *err) {
  struct buf b = study_borrow(text);
  if (!add_fees(s, fees))
    b.failed = true;
  else if (s->options.format == IMP_TEXT)
    entry_text(s, entry ? entry : "", &b);
  else
    entry_json(s, entry ? entry : "", &b);
  arena_free(&s->arena);
  for (unsigned w = 0; w < REPORT_STATED; w++) {
    s->all_stated[w] += s->stated[w];
    s->stated[w] = 0;
  }
  s->all_answered += s->answered;
  s->count = 0;
  s->answered = 0;
  s->entries++;
  return study_give_back(text, &b, err);
}

enum imp_status imp_entry_summary_end(struct imp_entry_summary *s, struct imp_text *text,
                                      struct imp_error *err) {
  struct buf b = study_borrow(text);
  if (s->options.format != IMP_TEXT) {
    s->json.out = &b;
    json_close(&s->json, ']');
    json_not_included(&s->json, entry_stated(s->all_stated, s->all_answered));
    json_close(&s->json, '}');
    s->json.out = NULL;
    buf_putc(&b, '\n');
  }
  return study_give_back(text, &b, err);
}

void imp_entry_summary_free(struct imp_entry_summary *s) {
  if (!s) return;
  arena_free(&s->arena);
  mem_free(s->lines);
  mem_free(s);
}
