// SPDX-License-Identifier: Apache-2.0
// What is not in a bill: the list of imp_not_included, less what the entry itself stated as a fact of its lines.
//
// The law names its duty in the title of the measure; a row whose rate is stated takes the words away.
#include <string.h>

#include "report/report.h"

unsigned outside_stated(const struct imp_answer *a) {
  static const char *const words[REPORT_STATED] = {"nti-dumping", "ountervailing", "xcise"};
  unsigned out = 0;
  for (uint32_t b = 0; b < a->bill_count; b++)
    for (uint32_t i = 0; i < a->bills[b].row_count; i++) {
      const struct imp_row *row = &a->bills[b].rows[i];
      if (!row->is_stated || row->status != IMP_ROW_APPLIED) continue;
      for (unsigned w = 0; w < REPORT_STATED; w++)
        if (strstr(row->title, words[w])) out |= 1u << w;
    }
  return out;
}

unsigned outside_all(const struct imp_report *r) {
  unsigned out = 0;
  for (unsigned w = 0; w < REPORT_STATED; w++)
    if (r->lines > r->refused && r->stated[w] == r->lines - r->refused) out |= 1u << w;
  return out;
}

/* The two duties stand in one text, the first of the list; excise in the second. */
void outside_names(unsigned stated, const char *names[OUTSIDE_MOST]) {
  static const char *const first[] = {NULL, "countervailing duty", "anti-dumping duty", NULL};
  const char *const *all = imp_not_included();
  unsigned remedies = stated & (1u << STATED_DUMPING | 1u << STATED_SUBSIDY);
  size_t n = 0;
  for (size_t i = 0; all[i] != NULL && n + 1 < OUTSIDE_MOST; i++) {
    const char *name = i == 0 && remedies ? first[remedies] : all[i];
    if (name != NULL && !(i == 1 && stated >> STATED_EXCISE & 1u)) names[n++] = name;
  }
  names[n] = NULL;
}
