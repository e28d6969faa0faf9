// SPDX-License-Identifier: Apache-2.0
// Schema impost.proof/1: what a checker that shares no code needs to redo the bill: what was asked,
// every measure whose scope holds the line with the lines of law that decided, the arithmetic in
// fractions. Only what such a checker can redo stands in it: words for people (titles, reasons, notes)
// and rows that charge nothing are left to the bill.

#include "report/json_parts.h"

#include <string.h>

#include "base/num.h"

/* ---- exact amounts as fractions -------------------------------------------------------------- */

static void print_i128(i128 n, struct buf *out) {
  char digits[48];
  size_t at = sizeof digits;
  bool negative = n < 0;
  do {
    int d = (int)(n % 10);
    digits[--at] = (char)('0' + (d < 0 ? -d : d));
    n /= 10;
  } while (n != 0);
  if (negative) digits[--at] = '-';
  buf_put(out, (struct str){digits + at, sizeof digits - at});
}

/* "999.975" or "1000/3" as a fraction in lowest terms. */
static bool fraction(const char *text, struct rat *out) {
  struct str rest = str_of(text), num;
  if (rest.n == 0) return false;
  long slash = str_find(rest, '/');
  if (slash < 0) return rat_parse(rest, out);
  struct rat a, b;
  num = str_sub(rest, 0, (size_t)slash);
  return rat_parse(num, &a) && rat_parse(str_sub(rest, (size_t)slash + 1, rest.n), &b) &&
         rat_div(a, b, out);
}

static void json_i128(struct json_out *j, const char *key, i128 n) {
  struct buf text = {0};
  print_i128(n, &text);
  json_str(j, key, buf_str(&text));
  if (text.failed) j->out->failed = true;
  buf_free(&text);
}

static void json_exact(struct json_out *j, const struct imp_row *row) {
  struct rat exact;
  if (row->exact != NULL && fraction(row->exact, &exact)) {
    json_i128(j, "numerator", exact.num);
    json_i128(j, "denominator", exact.den);
  } else {
    json_null(j, "numerator");
    json_null(j, "denominator");
  }
}

/* ---- rows, bills ----------------------------------------------------------------------------- */

static void json_proof_row(struct json_out *j, const struct imp_row *row) {
  json_open(j, NULL, '{');
  json_text(j, "heading", row->heading);
  json_text(j, "measure", row->measure);
  json_text(j, "rate", row->rate);
  json_dollars(j, "base", row->base);
  json_exact(j, row);
  json_maybe(j, "rounding", row->rounding);
  json_money(j, "amount", row->amount);
  json_bool(j, "void", row->is_void);
  json_bool(j, "pending", row->pending);
  json_bool(j, "is_base", row->is_base);
  json_maybe(j, "act", row->act);
  json_maybe(j, "cite", row->cite);
  json_maybe(j, "known", row->known);
  json_maybe(j, "source", row->source);
  json_held(j, row);
  json_where(j, "where", &row->where);
  json_close(j, '}');
}

static void json_facts(struct json_out *j, const char *key, const struct imp_pair *facts,
                       uint32_t count) {
  json_open(j, key, '{');
  for (uint32_t i = 0; i < count; i++) json_text(j, facts[i].name, facts[i].value);
  json_close(j, '}');
}

/* Of a range the completions that give its ends are named; those of the void part may be others. */
static void json_unless(struct json_out *j, const char *key, int64_t cents, bool open) {
  if (open)
    json_null(j, key);
  else
    json_money(j, key, cents);
}

static void json_proof_bill(struct json_out *j, const struct imp_bill *bill) {
  json_open(j, NULL, '{');
  json_if(j, bill->picks, bill->pick_count);
  json_bool(j, "prohibited", bill->prohibited);
  json_money(j, "low", bill->low);
  json_money(j, "high", bill->high);
  json_unless(j, "void", bill->void_high, bill->settled_count > 0);
  json_unless(j, "legal", bill->legal_high, bill->settled_count > 0);
  json_open(j, "rows", '[');
  for (uint32_t i = 0; i < bill->row_count; i++)
    if (bill->rows[i].status == IMP_ROW_APPLIED) json_proof_row(j, &bill->rows[i]);
  json_close(j, ']');
  json_facts(j, "settled", bill->settled, bill->settled_count);
  json_facts(j, "settled_low", bill->settled_low, bill->settled_low_count);
  json_close(j, '}');
}

void json_verdicts(struct json_out *j, const struct imp_answer *a, bool words) {
  json_open(j, "verdicts", '[');
  for (uint32_t i = 0; i < a->verdict_count; i++) {
    const struct imp_verdict *v = &a->verdicts[i];
    json_open(j, NULL, '{');
    json_number(j, "bill", v->bill);
    json_text(j, "measure", v->measure);
    json_where(j, "where", &v->where);
    json_maybe(j, "part", v->part);
    json_dollars(j, "base", v->base);
    json_maybe(j, "heading", v->heading);
    json_where(j, "heading_where", &v->heading_where);
    json_text(j, "verdict", v->verdict);
    if (words) json_maybe(j, "why", v->why);
    json_where(j, "statement", &v->statement);
    json_maybe(j, "from", v->from);
    json_maybe(j, "until", v->until);
    json_maybe(j, "known", v->known);
    json_where(j, "member", &v->member);
    json_maybe(j, "member_text", v->member_text);
    json_close(j, '}');
  }
  json_close(j, ']');
}

/* ---- what was asked, and of which text ------------------------------------------------------- */

void json_proof_head(struct json_out *j, const struct imp_report *r) {
  const struct imp_query *query = r->stamp.query;
  const struct imp_law *law = r->stamp.law;
  json_facts(j, "picked", query ? query->picks : NULL, query ? query->pick_count : 0);
  json_open(j, "files", '[');
  for (uint32_t i = 0; law != NULL && i < imp_law_file_count(law); i++) {
    struct imp_law_file file;
    imp_law_file(law, i, &file);
    json_open(j, NULL, '{');
    json_text(j, "file", file.path);
    json_text(j, "sha256", file.sha256);
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void json_given(struct json_out *j, const struct imp_line *given) {
  if (given == NULL) {
    json_null(j, "given");
    return;
  }
  json_open(j, "given", '{');
  json_maybe(j, "into", given->into);
  json_text(j, "code", given->code);
  json_text(j, "value", given->value);
  json_maybe(j, "quantity", given->quantity);
  json_maybe(j, "unit", given->unit);
  json_maybe(j, "quantity2", given->quantity2);
  json_maybe(j, "unit2", given->unit2);
  json_facts(j, "facts", given->facts, given->fact_count);
  json_texts(j, "claims", given->claims, given->claim_count);
  json_close(j, '}');
}

void json_proof_line(struct json_out *j, const struct report_line *line,
                     const struct imp_answer *a) {
  json_open(j, NULL, '{');
  json_line_head(j, line, a);
  json_maybe(j, "id", a->id);
  json_given(j, line->given);
  json_open(j, "bills", '[');
  for (uint32_t i = 0; i < a->bill_count; i++) json_proof_bill(j, &a->bills[i]);
  json_close(j, ']');
  json_verdicts(j, a, false);
  json_facts(j, "settled", a->settled, a->settled_count);
  json_close(j, '}');
}
