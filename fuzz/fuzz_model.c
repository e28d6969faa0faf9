// SPDX-License-Identifier: Apache-2.0
// needs room: model
// A base year or a shock of any bytes: read or refused; what was read is solved or said not to be, and no number of a
// solved world is endless.
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "model/prices.h"
#include "model/shock.h"
#include "model/solver.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char held[] =
    "impost-model 1\ntitle T\nyear 2020\nunit million USD\nregion A\nregion B\nsector X\nsector Y\n"
    "group both X,Y\nelasticity one 4 5\nflows X\nA 90 10\nB 12 80\nflows Y\nA 50 6\nB 5 40\n"
    "inputs A\nX .2 .1\nY .1 .1\ninputs B\nX .1 0\nY 0 .1\n";

static void solve(const struct economy *e, const struct shock *shock) {
  struct solver *s = NULL;
  struct solver_work *w = NULL;
  struct scenario *what = NULL;
  struct solution *at = NULL;
  struct imp_error err;
  const struct solve_options o = {1e-7, 30, false};
  if (e->regions * e->sectors > 200) return;
  if (solver_new(e, CLOSURE_SHARE, e->set[0].theta, NULL, &s, &err) != IMP_OK) return;
  bool good = solver_work_new(s, &w, &err) == IMP_OK && solution_new(e, &at, &err) == IMP_OK &&
              scenario_new(e, CLOSURE_SHARE, &what, &err) == IMP_OK;
  if (good && shock != NULL) good = shock_apply(shock, 0, NULL, what, &err) == IMP_OK;
  if (good && solver_solve(s, w, what, NULL, &o, at, &err) == IMP_OK && at->solved)
    for (uint32_t n = 0; n < e->regions; n++)
      assert(isfinite(at->wage[n]) && isfinite(at->income[n]));
  solution_free(at);
  scenario_free(what);
  solver_work_free(w);
  solver_free(s);
}

/* No price rises without end, whatever the table. */
static void push(const struct economy *e, struct str text) {
  struct prices *p = NULL;
  struct imp_error err;
  const double dearer[] = {0.5, 0.25};
  if (prices_read(e, text, "prices", &p, &err) != IMP_OK) return;
  double *room = mem_alloc((p->categories + 3 * (size_t)p->commodities) * sizeof *room);
  assert(room != NULL);
  assert(isfinite(prices_push(p, dearer, room, room + p->categories)));
  mem_free(room);
  prices_free(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct str text = {(const char *)data, size};
  struct economy *e = NULL;
  struct shock *shock = NULL;
  struct imp_error err;
  if (size > 20000) return 0;
  if (economy_read(text, "data", &e, &err) == IMP_OK) solve(e, NULL);
  economy_free(e);
  if (economy_read(STR(held), "held", &e, &err) == IMP_OK &&
      shock_read(e, text, "shock", &shock, &err) == IMP_OK)
    solve(e, shock);
  if (e != NULL) push(e, text);
  shock_free(shock);
  economy_free(e);
  return 0;
}
