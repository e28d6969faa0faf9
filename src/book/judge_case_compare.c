// SPDX-License-Identifier: Apache-2.0
// A computed answer against the bills worked by hand: outcomes, rows, amounts, and the words of a refusal.
#include <stdio.h>
#include <string.h>

#include "book/judge_case.h"

void case_fails(struct case_reader *r, uint32_t line, const char *format, ...) {
  char message[480];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  judge_finding(r->j, BOOK_CASE_FAILS, r->path, r->bytes, line,
                "A case is worked by hand: read the law again before changing either side.", "%s",
                message);
}

/* Digits of a text alone, so that a number matches however it is dotted. */
static void digits_of(const char *s, char *out, size_t size) {
  size_t n = 0;
  for (; *s && n + 1 < size; s++)
    if (*s >= '0' && *s <= '9') out[n++] = *s;
  out[n] = 0;
}

static bool reason_has(const char *reason, const char *next, const char *word) {
  char wanted[64], have[1024];
  if (strstr(reason, word) || (next && strstr(next, word))) return true;
  digits_of(word, wanted, sizeof wanted);
  if (strlen(wanted) < 6) return false;
  digits_of(reason, have, sizeof have);
  if (strstr(have, wanted)) return true;
  digits_of(next ? next : "", have, sizeof have);
  return strstr(have, wanted) != NULL;
}

static void compare_refused(struct case_reader *r, const struct imp_answer *a) {
  if (a->status != IMP_LINE_REFUSED) {
    case_fails(r, r->c.line, "%s is not refused", r->c.name);
    return;
  }
  for (uint32_t i = 0; i < r->c.refused_count; i++)
    if (!reason_has(a->reason, a->next, r->c.refused[i]))
      case_fails(r, r->c.line, "the refusal does not say \"%s\": %s", r->c.refused[i], a->reason);
}

static bool row_matches(const struct case_row *w, const struct imp_row *row) {
  if (row->status != IMP_ROW_APPLIED || strcmp(w->heading, row->heading)) return false;
  if (w->zero) return row->amount == 0;
  return row->amount == w->amount && row->base == w->base && !strcmp(w->rate, row->rate);
}

static void compare_rows(struct case_reader *r, const struct case_bill *want,
                         const struct imp_bill *got) {
  bool used[256] = {false};
  char text[160];
  for (uint32_t i = 0; i < want->row_count; i++) {
    uint32_t k = 0;
    while (k < got->row_count && k < 256 &&
           (used[k] || !row_matches(&want->rows[i], &got->rows[k])))
      k++;
    if (k < got->row_count && k < 256)
      used[k] = true;
    else
      case_fails(r, want->rows[i].line, "%s: there is no such row", want->rows[i].heading);
  }
  for (uint32_t k = 0; k < got->row_count && k < 256; k++) {
    const struct imp_row *row = &got->rows[k];
    if (used[k] || row->status != IMP_ROW_APPLIED) continue;
    struct buf b = {0};
    money_print(row->amount, false, &b);
    snprintf(text, sizeof text, "%.60s of %.40s pays %.30s", row->heading, row->rate,
             b.p ? b.p : "");
    buf_free(&b);
    case_fails(r, want->line, "a row is computed that the case does not have: %s", text);
  }
}

static const struct imp_bill *find_bill(const struct imp_answer *a, const struct case_bill *want) {
  for (uint32_t i = 0; i < a->bill_count; i++) {
    bool same = a->bills[i].pick_count == want->pick_count;
    for (uint32_t p = 0; p < want->pick_count && same; p++) {
      bool found = false;
      for (uint32_t q = 0; q < a->bills[i].pick_count && !found; q++)
        found = !strcmp(a->bills[i].picks[q].question, want->picks[p].name) &&
                !strcmp(a->bills[i].picks[q].answer, want->picks[p].value);
      same = found;
    }
    if (same) return &a->bills[i];
  }
  return NULL;
}

static void compare_money(struct case_reader *r, uint32_t line, const char *what, int64_t want,
                          int64_t got) {
  struct buf w = {0}, g = {0};
  if (want == got) return;
  money_print(want, true, &w);
  money_print(got, true, &g);
  char text[64];
  snprintf(text, sizeof text, "%s %.30s", what, w.p ? w.p : "");
  case_fails(r, line, "%s by hand, %s computed", text, g.p ? g.p : "");
  buf_free(&w);
  buf_free(&g);
}

static void compare_bill(struct case_reader *r, const struct case_bill *want,
                         const struct imp_bill *got) {
  if (want->prohibited != got->prohibited)
    case_fails(r, want->line,
               got->prohibited ? "the goods are prohibited" : "the goods are not prohibited");
  if (want->prohibited) {
    compare_rows(r, want, got);
    return;
  }
  compare_money(r, want->line, "duty", want->low, got->low);
  if (want->is_range || got->low != got->high)
    compare_money(r, want->line, "highest duty", want->high, got->high);
  compare_money(r, want->line, "void", want->void_part, got->void_high);
  if (!want->is_range) compare_rows(r, want, got);
}

void case_compare(struct case_reader *r, const struct imp_answer *a) {
  if (r->c.is_refused) {
    compare_refused(r, a);
    return;
  }
  if (a->status == IMP_LINE_REFUSED) {
    case_fails(r, r->c.line, "%s is refused: %s", r->c.name, a->reason);
    return;
  }
  if (a->bill_count != r->c.bill_count)
    case_fails(r, r->c.line, "%s: another number of bills is computed", r->c.name);
  for (uint32_t i = 0; i < r->c.bill_count; i++) {
    const struct imp_bill *got = find_bill(a, &r->c.bills[i]);
    if (got)
      compare_bill(r, &r->c.bills[i], got);
    else
      case_fails(r, r->c.bills[i].line, "%s: no bill is computed for this outcome", r->c.name);
  }
}
