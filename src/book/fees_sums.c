// SPDX-License-Identifier: Apache-2.0
// Whether values of lines may be added up before fees are asked for: see imp_fees_add_up.
#include "book/fees.h"
#include "book/open.h"
#include "impost/duty.h"

/* A test on an amount of the line. The value that a fee asks for is that of the entry; a relief asks for the line's. */
static bool asks_amount(const struct law_cond *c, bool of_entry) {
  if (!c) return false;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (asks_amount(c->kids[i], of_entry)) return true;
  if (c->kind != LAW_COND_COMPARE || c->subject == LAW_SUBJ_FACT) return false;
  return !(c->subject == LAW_SUBJ_VALUE && of_entry);
}

static bool asks_number(const struct law_set *set) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].kind != LAW_ITEM_ALL) return true;
  return set->but_count > 0;
}

static bool block_sums(const struct law_stmt *s, uint32_t n, bool fee) {
  for (uint32_t i = 0; i < n; i++) {
    bool goods = s[i].kind == LAW_GOODS || s[i].has_goods;
    if ((goods && asks_number(&s[i].goods)) || asks_amount(s[i].cond, fee)) return false;
  }
  return true;
}

static bool measure_sums(const struct law *law, uint32_t m) {
  const struct law_measure *x = &law->measures[m];
  bool fee = fees_is_fee(x);
  for (uint32_t h = 0; h < x->heading_count; h++) {
    const struct law_heading *at = &x->headings[h];
    if ((at->has_goods && asks_number(&at->goods)) || asks_amount(at->cond, fee)) return false;
    if (!block_sums(at->stmts, at->count, fee)) return false;
  }
  for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
    if (!block_sums(law->measures[k].stmts, law->measures[k].count, false)) return false;
  return true;
}

int imp_fees_add_up(const struct imp_law *law) {
  for (uint32_t m = 0; m < law->law->measure_count; m++)
    if (fees_bears(law->law, &law->law->measures[m]) && !measure_sums(law->law, m)) return 0;
  return 1;
}
