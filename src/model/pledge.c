// SPDX-License-Identifier: Apache-2.0
// A promise to buy as a floor: quantities of law over what the base year counted.
//
// Only goods that are a sector of their own can be held to it: a promise of one good among a sector's would be kept by any
// other. Where nobody counted the flow in the unit of the promise, nothing is taken.

#include <string.h>

#include "model/number.h"
#include "model/run.h"

/* The sector whose goods are these and no others. */
static uint32_t sector_of_all(const struct economy *e, const char *goods) {
  uint32_t j = economy_sector_of_goods(e, goods), others = 0;
  for (size_t k = 0; k < e->prefixes; k++)
    others += e->prefix[k].sector == j && strcmp(e->prefix[k].digits, goods) != 0;
  return others == 0 ? j : UINT32_MAX;
}

static bool percent(const char *text, double *out) {
  struct str s = str_of(text);
  bool good = s.n > 1 && s.p[s.n - 1] == '%' && number_read(str_sub(s, 0, s.n - 1), out);
  *out /= 100;
  return good && *out >= 0 && *out <= 1.5;
}

enum imp_status imp_shock_note(struct imp_shock *s, const char *text, struct imp_error *err) {
  return shock_note(s->s, &(struct economy_note){"note", text}, err);
}

enum imp_status imp_shock_promise(struct imp_shock *s, const struct imp_bought *p, bool *taken,
                                  struct imp_error *err) {
  const struct economy *e = s->world->e;
  struct shock *into = s->s;
  struct shock_statement t = {.kind = SHOCK_FLOOR, .outcome = UINT32_MAX, .is = true, .scope = 1};
  uint32_t j = sector_of_all(e, p->goods), n = economy_region_of_place(e, p->buyer),
           i = economy_region_of_place(e, p->seller);
  double amount = 0;
  *taken = false;
  if (j == UINT32_MAX || n == UINT32_MAX || i == UINT32_MAX || n == i ||
      !number_read(str_of(p->amount), &amount) || !(amount > 0) || !percent(p->kept, &t.kept) ||
      !percent(p->spread, &t.kept_sd) || t.kept_sd > 0.5)
    return IMP_OK;
  const struct economy_quantity *q = economy_quantity(e, j, n, i, str_of(p->unit));
  if (q == NULL || !(e->flow[at_flow(e, j, n, i)] > 0)) return IMP_OK;
  t.value = amount / q->amount;
  t.into[n] = t.from[i] = t.on[j] = true;
  if (!mem_grow((void **)&into->statements, &into->cap, into->count + 1, sizeof *into->statements))
    return error_no_memory(err);
  into->statements[into->count++] = t;
  *taken = true;
  return IMP_OK;
}
