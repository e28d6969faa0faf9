// SPDX-License-Identifier: Apache-2.0
// What a report keeps of its lines besides the totals: tables by key, refusals by id, and how what was
// filed compares with what was computed. Nothing here grows with the number of lines but keys.

#include <stdlib.h>
#include <string.h>

#include "report/report.h"

const char *report_by_word(enum imp_by by) {
  switch (by) {
  case IMP_BY_PROGRAMME:
    return "programme";
  case IMP_BY_MONTH:
    return "month";
  case IMP_BY_ORIGIN:
    return "origin";
  case IMP_BY_CHAPTER:
    return "chapter";
  case IMP_BY_ENTRY:
    return "entry";
  case IMP_BY_STATUS:
    break;
  }
  return "status";
}

bool report_sums_begin(struct imp_report *r) {
  r->next_filed = IMP_NOT_FILED;
  for (unsigned bit = 1; bit <= IMP_BY_STATUS; bit <<= 1)
    if ((r->options.by & bit) != 0) r->groups[r->group_count++].by = (enum imp_by)bit;
  return true;
}

/* ---- refusals ---------------------------------------------------------------------------------- */

bool report_refusals_add(struct imp_report *r, const char *id, uint32_t count) {
  if (id == NULL) id = "refused";
  uint32_t i = 0;
  while (i < r->refusal_count && strcmp(r->refusals[i].id, id) != 0) i++;
  if (i == REPORT_IDS_MOST) i--;
  if (i == r->refusal_count) {
    r->refusals[i].id = str_dup(&r->arena, str_of(id));
    if (r->refusals[i].id == NULL) return false;
    r->refusal_count++;
  }
  r->refusals[i].count += count;
  return true;
}

static int by_count(const void *a, const void *b) {
  const struct report_refusal *x = a, *y = b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return strcmp(x->id, y->id);
}

/* ---- lines and entries ------------------------------------------------------------------------- */

bool report_sums_line(struct imp_report *r, const struct report_line *line,
                      const struct imp_answer *a) {
  struct groups_line l = {line->entry, report_code(line, a), a};
  if (a->status == IMP_LINE_REFUSED && !report_refusals_add(r, a->id, 1)) return false;
  if (a->status != IMP_LINE_REFUSED && r->month[0] == '\0') {
    struct str month = groups_month(a->on);
    if (month.n == sizeof r->month - 1) memcpy(r->month, month.p, month.n);
  }
  for (uint32_t i = 0; i < r->group_count; i++)
    if (!groups_add(&r->groups[i], &l)) return false;
  return true;
}

bool report_sums_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                       uint32_t count) {
  bool fine = true;
  for (uint32_t i = 0; fine && i < r->group_count; i++)
    fine = groups_add_fees(&r->groups[i], entry, r->month, fees, count);
  r->month[0] = '\0';
  return fine;
}

void report_sums_end(struct imp_report *r) {
  for (uint32_t i = 0; i < r->group_count; i++) groups_sort(&r->groups[i]);
  if (r->refusal_count > 0) qsort(r->refusals, r->refusal_count, sizeof *r->refusals, by_count);
}

void report_sums_free(struct imp_report *r) {
  for (uint32_t i = 0; i < r->group_count; i++) groups_free(&r->groups[i]);
  r->group_count = 0;
}

/* ---- what was filed ---------------------------------------------------------------------------- */

/* From the least to the most of all outcomes. False: some outcome has no number. */
static bool duty_span(const struct imp_answer *a, int64_t *low, int64_t *high) {
  if (a->status == IMP_LINE_REFUSED || a->bill_count == 0) return false;
  for (uint32_t i = 0; i < a->bill_count; i++) {
    const struct imp_bill *b = &a->bills[i];
    if (b->prohibited) return false;
    if (i == 0 || b->low < *low) *low = b->low;
    if (i == 0 || b->high > *high) *high = b->high;
  }
  return true;
}

static void add_money(int64_t *sum, int64_t more) {
  if (__builtin_add_overflow(*sum, more, sum)) *sum = INT64_MAX;
}

struct report_filed report_compare(struct imp_report *r, const struct imp_answer *a) {
  struct report_filed f = {.amount = r->next_filed, .filed = r->next_filed != IMP_NOT_FILED};
  struct filed_sums *sums = &r->filed;
  int64_t low = 0, high = 0;
  r->next_filed = IMP_NOT_FILED;
  f.computed = duty_span(a, &low, &high);
  f.verdict = "not compared";
  if (!f.filed || !f.computed) {
    sums->none++;
  } else if (f.amount < low) {
    f.verdict = "underpaid";
    f.difference = f.amount - low;
    sums->underpaid++;
    add_money(&sums->under, -f.difference);
  } else if (f.amount > high) {
    f.verdict = "overpaid";
    f.difference = f.amount - high;
    sums->overpaid++;
    add_money(&sums->over, f.difference);
  } else {
    f.verdict = low == high ? "equal" : "within";
    *(low == high ? &sums->equal : &sums->within) += 1;
  }
  return f;
}
