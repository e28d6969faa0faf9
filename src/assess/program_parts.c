// SPDX-License-Identifier: Apache-2.0
// Parts of the value that a line states: what they come to, what the law can ask of them, how they cut the value.
#include <string.h>

#include "assess/asking.h"

static void take_part(struct asking *a, uint32_t part, int64_t dollars) {
  a->stated_parts |= 1u << part;
  a->parts[part] = dollars;
}

/* What the line states of its value, in a set of facts or in columns. A refusal's id, or NULL. */
const char *asking_parts(struct asking *a) {
  const struct asked_line *l = a->l;
  const struct fact_set *set = l->set ? &a->b->sets[l->set] : NULL;
  int64_t sum = 0;
  bool fine = true;
  a->stated_parts = 0;
  for (uint32_t i = 0; set && i < set->part_count; i++)
    take_part(a, set->parts[i].part, batch_part_dollars(&set->parts[i], l->dollars));
  for (uint32_t i = l->part; i < l->part + l->part_count; i++) {
    uint32_t part = l->columns->part[i];
    int64_t dollars = l->columns->part_value[i];
    fine = fine && part < a->b->part_count && dollars >= 0;
    if (fine) take_part(a, part, dollars);
  }
  if (!fine) return "refuse.fact";
  for (uint32_t i = 0; i < a->b->part_count; i++) {
    if (!(a->stated_parts >> i & 1)) continue;
    if (a->parts[i] > l->dollars - sum) return "refuse.parts";
    sum += a->parts[i];
  }
  return NULL;
}

/* Two stated parts may lie in one another: the book says what that gives. */
bool asking_crossed(const struct asking *a) {
  const struct law *law = a->b->law->law;
  for (uint32_t i = 0; (a->l->set || a->stated_parts) && i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    uint32_t ends = 0;
    if (f->type != LAW_FACT_PART || !f->word_count) continue;
    if (reading_states(a->b->readings[a->reading], i)) return true;
    for (uint32_t k = 0; k < a->b->part_count; k++)
      ends += (f->both[0] == a->b->parts[k] || f->both[1] == a->b->parts[k]) &&
              a->stated_parts >> k & 1 && a->parts[k] > 0;
    if (ends == 2) return true;
  }
  return false;
}

/* The cells of the value as the book cuts them: stated parts that are something, then the rest. */
void asking_cut(struct asking *a) {
  struct given *g = a->given;
  int64_t rest = a->l->dollars;
  g->cell_count = 0;
  if (!a->stated_parts) return;
  for (uint32_t i = 0; i < a->b->part_count; i++) {
    if (!(a->stated_parts >> i & 1) || !a->parts[i]) continue;
    g->cells[g->cell_count++] = a->parts[i];
    rest -= a->parts[i];
  }
  g->cells[g->cell_count++] = rest;
}

bool asking_state_parts(struct asking *a, struct arena *scratch, struct line *l) {
  const struct law *law = a->b->law->law;
  l->facts = arena_copy(scratch, l->facts, (law->fact_count + 1u) * sizeof *l->facts);
  for (uint32_t i = 0; l->facts && i < a->b->part_count; i++)
    if (a->stated_parts >> i & 1)
      l->facts[a->b->parts[i]] =
          (struct fact_value){.stated = true, .amount = rat_int(a->parts[i])};
  return l->facts != NULL;
}

static unsigned order_part(const struct asking *a, const struct index_part_test *t) {
  i128 amount = 0, limit = t->amount.value.num;
  for (uint32_t i = 0; i < a->b->part_count; i++)
    if (a->b->parts[i] == t->fact && a->stated_parts >> i & 1) amount = a->parts[i];
  if (t->amount.kind == LAW_AMOUNT_SHARE) limit *= a->l->dollars;
  amount *= t->amount.value.den;
  return amount < limit ? 0 : amount == limit ? 1 : 2;
}

/* What the law can ask of parts: which are stated, which are something, which side of each threshold they lie on. A
 * number for it, 0 when none is stated; NOTHING: out of memory. A few dollars cannot be cut as more of them can, so
 * each such sum has a number of its own. */
uint32_t asking_pattern(struct asking *a) {
  struct imp_batch *b = a->b;
  char text[PARTS_MAX + 1 + PART_TESTS_MAX], few;
  uint32_t n = 0, count;
  bool added;
  const struct index_part_test *tests = index_part_tests(b->index, &count);
  const struct given *g = a->given;
  int64_t rest = a->stated_parts ? g->cells[g->cell_count - 1] : a->l->dollars;
  few = (char)(rest < WHOLE_LEAST ? '0' + (int)rest : 'r');
  if (!a->stated_parts)
    return few == 'r' ? 0 : keyed_id(&b->patterns, (struct str){&few, 1}, &added);
  for (uint32_t i = 0; i < b->part_count; i++)
    text[n++] = a->stated_parts >> i & 1 ? (a->parts[i] ? 'n' : 'z') : 'u';
  text[n++] = few;
  for (uint32_t t = 0; t < count; t++) text[n++] = (char)('0' + order_part(a, &tests[t]));
  return keyed_id(&b->patterns, (struct str){text, n}, &added);
}
