// SPDX-License-Identifier: Apache-2.0
// The objects of schema impost.duty/1: see docs/json.md. A key is always there; what is not known
// is null, what does not apply is an empty array. Amounts are of the high end when a bill is a
// range.

#include "report/json_parts.h"

#include <string.h>

#include "base/num.h"
#include "report/assumed.h"

void json_head(struct json_out *j, const struct imp_report *r) {
  json_text(j, "schema", r->options.proof ? "impost.proof/1" : "impost.duty/1");
  json_text(j, "law", r->stamp.digest);
  if (!r->options.proof) {
    json_text(j, "horizon", r->stamp.horizon);
    json_text(j, "read_through", r->stamp.horizon);
  }
  json_text(j, "known", r->stamp.known);
  json_text(j, "basis", report_basis_word(r->stamp.basis));
  if (!r->options.proof) assumed_json(j, r->stamp.law, r->stamp.query);
}

void json_not_included(struct json_out *j, unsigned stated) {
  const char *names[OUTSIDE_MOST];
  uint32_t count = 0;
  outside_names(stated, names);
  while (names[count] != NULL) count++;
  json_texts(j, "not_included", names, count);
}

/* ---- pieces ---------------------------------------------------------------------------------- */

void json_if(struct json_out *j, const struct imp_pick *picks, uint32_t count) {
  json_open(j, "if", '{');
  for (uint32_t i = 0; i < count; i++) json_text(j, picks[i].question, picks[i].answer);
  json_close(j, '}');
}

void json_where(struct json_out *j, const char *key, const struct imp_where *where) {
  if (where->line == 0 || where->file == NULL) {
    json_null(j, key);
    return;
  }
  json_open(j, key, '{');
  json_text(j, "file", where->file);
  json_number(j, "line", where->line);
  json_close(j, '}');
}

void json_dollars(struct json_out *j, const char *key, int64_t cents) {
  struct buf text = {0};
  money_print(cents, false, &text);
  struct str s = buf_str(&text);
  if (s.n > 3 && cents % 100 == 0) s = str_sub(s, 0, s.n - 3);
  json_str(j, key, s);
  if (text.failed) j->out->failed = true;
  buf_free(&text);
}

/* One amount when both ends agree, null when they do not: never one end for the whole. */
static void json_span(struct json_out *j, const char *key, int64_t low, int64_t high, bool known) {
  if (known && low == high)
    json_money(j, key, low);
  else
    json_null(j, key);
}

static void json_ends(struct json_out *j, const char *low_key, int64_t low, const char *high_key,
                      int64_t high, bool known) {
  if (known) {
    json_money(j, low_key, low);
    json_money(j, high_key, high);
  } else {
    json_null(j, low_key);
    json_null(j, high_key);
  }
}

/* ---- a row ----------------------------------------------------------------------------------- */

void json_held(struct json_out *j, const struct imp_row *row) {
  if (row->points == NULL) {
    json_null(j, "held_off");
    return;
  }
  json_open(j, "held_off", '{');
  json_text(j, "points", row->points);
  json_text(j, "by", row->points_by);
  json_maybe(j, "until", row->points_until);
  json_where(j, "where", &row->points_where);
  json_close(j, '}');
}

static void json_row(struct json_out *j, const struct imp_row *row) {
  json_open(j, NULL, '{');
  json_text(j, "heading", row->heading);
  json_text(j, "measure", row->measure);
  json_text(j, "title", row->title);
  json_text(j, "rate", row->rate);
  json_dollars(j, "base", row->base);
  json_maybe(j, "quantity", row->quantity);
  json_money(j, "amount", row->amount);
  json_text(j, "status", report_row_word(row->status));
  json_maybe(j, "why", row->why);
  json_maybe(j, "by", row->by);
  json_maybe(j, "until", row->until);
  json_bool(j, "void", row->is_void);
  json_bool(j, "pending", row->pending);
  json_maybe(j, "act", row->act);
  json_maybe(j, "act_title", row->act_title);
  json_maybe(j, "cite", row->cite);
  json_maybe(j, "source", row->source);
  json_maybe(j, "known", row->known);
  json_where(j, "where", &row->where);
  json_maybe(j, "mark", row->mark);
  json_maybe(j, "rounding", row->rounding);
  json_maybe(j, "exact", row->exact);
  json_held(j, row);
  json_close(j, '}');
}

/* ---- a bill ---------------------------------------------------------------------------------- */

static void json_bill(struct json_out *j, const struct imp_bill *bill) {
  bool known = !bill->prohibited;
  json_open(j, NULL, '{');
  json_if(j, bill->picks, bill->pick_count);
  json_maybe(j, "mark", bill->mark);
  json_bool(j, "prohibited", bill->prohibited);
  json_span(j, "duty", bill->low, bill->high, known);
  if (known) {
    json_money(j, "low", bill->low);
    json_money(j, "high", bill->high);
  } else {
    json_null(j, "low");
    json_null(j, "high");
  }
  json_span(j, "void", bill->void_low, bill->void_high, known);
  json_span(j, "legal", bill->legal_low, bill->legal_high, known);
  json_ends(j, "void_low", bill->void_low, "void_high", bill->void_high, known);
  json_ends(j, "legal_low", bill->legal_low, "legal_high", bill->legal_high, known);
  json_open(j, "rows", '[');
  for (uint32_t i = 0; i < bill->row_count; i++) json_row(j, &bill->rows[i]);
  json_close(j, ']');
  json_texts(j, "assumed", bill->assumed, bill->assumed_count);
  json_texts(j, "needs", bill->needs, bill->needs_count);
  json_texts(j, "notes", bill->notes, bill->notes_count);
  json_close(j, '}');
}

/* ---- a line ---------------------------------------------------------------------------------- */

static void json_questions(struct json_out *j, const struct imp_answer *a) {
  json_open(j, "questions", '[');
  for (uint32_t i = 0; i < a->question_count; i++) {
    const struct imp_question *q = &a->questions[i];
    json_open(j, NULL, '{');
    json_text(j, "name", q->name);
    json_text(j, "title", q->title);
    json_text(j, "state", q->state);
    json_maybe(j, "due", q->due);
    json_maybe(j, "said_by", q->said_by);
    json_maybe(j, "along", q->along);
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void json_next_change(struct json_out *j, const struct imp_answer *a) {
  if (a->next_change == NULL) {
    json_null(j, "next_change");
    return;
  }
  json_open(j, "next_change", '{');
  json_text(j, "on", a->next_change);
  bool why = a->next_change_why != NULL && a->next_change_why[0] != '\0';
  json_text(j, "why",
            why ? a->next_change_why : "the law known asks another duty from that day on");
  if (a->next_low < 0) { /* from that day on the line would be refused */
    json_null(j, "low");
    json_null(j, "high");
  } else {
    json_money(j, "low", a->next_low);
    json_money(j, "high", a->next_high);
  }
  json_open(j, "each", '[');
  for (uint32_t i = 0; i < a->next_each_count; i++) json_money(j, NULL, a->next_each[i]);
  json_close(j, ']');
  json_close(j, '}');
}

void json_asked(struct json_out *j, const struct imp_answer *a, const char *description) {
  json_text(j, "code", a->code);
  json_maybe(j, "description", description);
  json_text(j, "from", a->from);
  json_text(j, "on", a->on);
  json_money(j, "value", a->value);
  json_text(j, "status", report_status_word(a->status));
  json_text(j, "reason", a->reason);
  json_bool(j, "additional", a->additional);
}

void json_line_head(struct json_out *j, const struct report_line *line,
                    const struct imp_answer *a) {
  json_text(j, "entry", line->entry != NULL ? line->entry : "");
  json_number(j, "line", line->number);
  json_maybe(j, "code", report_code(line, a));
  json_text(j, "from", a->from);
  json_text(j, "on", a->on);
  if (a->status == IMP_LINE_REFUSED && a->value == 0)
    json_null(j, "value");
  else
    json_dollars(j, "value", a->value);
  json_text(j, "status", report_status_word(a->status));
}

static void json_filed(struct json_out *j, const struct report_filed *f) {
  json_open(j, "filed", '{');
  json_span(j, "duty", f->amount, f->amount, f->filed);
  json_span(j, "difference", f->difference, f->difference, f->filed && f->computed);
  json_text(j, "verdict", f->verdict);
  json_close(j, '}');
}

void json_line(struct json_out *j, const struct imp_report *r, const struct report_line *line,
               const struct imp_answer *a) {
  json_open(j, NULL, '{');
  json_line_head(j, line, a);
  json_maybe(j, "description", r->options.description);
  json_maybe(j, "reason", a->reason);
  json_maybe(j, "id", a->id);
  json_maybe(j, "next", a->next);
  json_text(j, "place", a->place_name);
  json_bool(j, "additional", a->additional);
  json_maybe(j, "into", a->into_name);
  json_maybe(j, "value_note", a->value_note);
  json_open(j, "bills", '[');
  for (uint32_t i = 0; i < a->bill_count; i++) json_bill(j, &a->bills[i]);
  json_close(j, ']');
  json_questions(j, a);
  json_next_change(j, a);
  json_texts(j, "caveats", a->caveats, a->caveat_count);
  if (r->options.detail >= 2) json_verdicts(j, a, true);
  if (line->filed != NULL) json_filed(j, line->filed);
  json_close(j, '}');
}

/* ---- fees and totals ------------------------------------------------------------------------- */

void json_fees(struct json_out *j, const struct imp_report *r, const char *entry,
               const struct imp_fee *fees, uint32_t count) {
  json_open(j, NULL, '{');
  json_text(j, "entry", entry != NULL ? entry : "");
  json_number(j, "left_out", r->entry_refused);
  json_number(j, "prohibited", r->entry_prohibited);
  json_open(j, "fees", '[');
  for (uint32_t i = 0; i < count; i++) {
    const struct imp_fee *f = &fees[i];
    json_open(j, NULL, '{');
    json_text(j, "name", f->name);
    json_span(j, "amount", f->low, f->high, !f->unknown);
    if (f->unknown) {
      json_null(j, "low");
      json_null(j, "high");
    } else {
      json_money(j, "low", f->low);
      json_money(j, "high", f->high);
    }
    json_text(j, "rate", f->rate);
    json_dollars(j, "base", f->base);
    if (!r->options.proof) json_maybe(j, "why", f->why);
    json_text(j, "measure", f->measure);
    json_maybe(j, "act", f->act);
    json_maybe(j, "cite", f->cite);
    json_where(j, "where", &f->where);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_close(j, '}');
}

static void json_total(struct json_out *j, const struct imp_report *r,
                       const struct totals_row *row) {
  const struct totals *t = &r->totals;
  bool known = !row->incomplete && !t->overflow;
  bool fees = known && !t->fee_unknown;
  int64_t low = 0, high = 0;
  bool fits = !__builtin_add_overflow(row->low, t->fee_low, &low) &&
              !__builtin_add_overflow(row->high, t->fee_high, &high);
  json_open(j, NULL, '{');
  json_if(j, row->picks, row->pick_count);
  json_span(j, "duty", row->low, row->high, known);
  json_span(j, "fees", t->fee_low, t->fee_high, fees);
  json_span(j, "total", fits ? low : 0, fits ? high : 0, fees && fits);
  if (known) {
    json_money(j, "low", row->low);
    json_money(j, "high", row->high);
  } else {
    json_null(j, "low");
    json_null(j, "high");
  }
  if (fees && fits) {
    json_money(j, "total_low", low);
    json_money(j, "total_high", high);
  } else {
    json_null(j, "total_low");
    json_null(j, "total_high");
  }
  if (!r->options.proof) json_span(j, "void", row->void_low, row->void_high, known);
  json_close(j, '}');
}

static void json_group(struct json_out *j, const struct groups *g, const struct group *one) {
  json_open(j, NULL, '{');
  json_text(j, "key", one->key);
  json_number(j, "lines", one->lines);
  json_number(j, "refused", one->refused);
  json_number(j, "prohibited", one->prohibited);
  json_number(j, "ranges", one->ranges);
  json_span(j, "value", one->value, one->value, !g->overflow);
  json_span(j, "duty", one->low, one->high, !g->overflow);
  json_ends(j, "low", one->low, "high", one->high, !g->overflow);
  json_ends(j, "void_low", one->void_low, "void_high", one->void_high, !g->overflow);
  json_ends(j, "fees_low", one->fee_low, "fees_high", one->fee_high,
            !g->overflow && one->fees && !one->fee_unknown);
  json_close(j, '}');
}

static void json_by(struct json_out *j, const struct imp_report *r) {
  json_open(j, "by", '[');
  for (uint32_t i = 0; i < r->group_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "by", report_by_word(r->groups[i].by));
    json_open(j, "groups", '[');
    for (size_t k = 0; k < r->groups[i].count; k++)
      json_group(j, &r->groups[i], &r->groups[i].items[k]);
    json_close(j, ']');
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void json_compared(struct json_out *j, const struct filed_sums *f) {
  json_open(j, "filed", '{');
  json_number(j, "equal", f->equal);
  json_number(j, "underpaid", f->underpaid);
  json_number(j, "overpaid", f->overpaid);
  json_number(j, "within", f->within);
  json_number(j, "not_compared", f->none);
  json_money(j, "underpaid_by", f->under);
  json_money(j, "overpaid_by", f->over);
  json_close(j, '}');
}

void json_totals(struct json_out *j, const struct imp_report *r, const struct totals_table *t) {
  json_open(j, "totals", '[');
  for (uint32_t i = 0; i < t->count; i++) json_total(j, r, &t->rows[i]);
  json_close(j, ']');
  if (r->options.proof) return;
  json_text(j, "totals_note",
            t->alone ? "more than 64 joint outcomes: each question alone, the others ranging"
                     : NULL);
  json_open(j, "counts", '{');
  json_number(j, "lines", r->lines);
  json_number(j, "refused", r->refused);
  json_number(j, "prohibited", r->prohibited);
  json_number(j, "ranges", r->ranges);
  json_close(j, '}');
  json_open(j, "refusals", '{');
  for (uint32_t i = 0; i < r->refusal_count; i++)
    json_number(j, r->refusals[i].id, r->refusals[i].count);
  json_close(j, '}');
  if (r->group_count > 0) json_by(j, r);
  if (r->options.expect) json_compared(j, &r->filed);
}
