// SPDX-License-Identifier: Apache-2.0
// The facts nobody stated on which a fee hangs, by the names under which they are told.
#include <string.h>

#include "deal/cond.h"
#include "deal/fee.h"

static bool stands(const struct buf *b, struct str name) {
  struct str rest = buf_str(b), one;
  while (rest.n && str_split(&rest, ',', &one))
    if (str_eq(str_trim(one), name)) return true;
  return false;
}

static void add_name(struct str name, struct buf *out) {
  if (!name.n || stands(out, name)) return;
  buf_puts(out, out->n ? ", " : "");
  buf_put(out, name);
}

/* What is typed begins with the name: "owner.owned.US=75%". */
static void add_atom(const struct law *law, const struct law_cond *atom, struct buf *out) {
  struct buf typed = {0};
  deal_cond_answer(law, atom, &typed);
  struct str text = buf_str(&typed);
  long equals = str_find(text, '=');
  if (equals > 0) add_name(str_sub(text, 0, (size_t)equals), out);
  out->failed = out->failed || typed.failed;
  buf_free(&typed);
}

void fee_tell(const struct deal_env *env, const struct law *law, const struct fee_found *f,
              struct buf *out) {
  for (uint32_t i = 0; f->status == IMP_CHARGE_DEPENDS && i < f->open_count; i++) {
    const struct law_cond *atoms[FEE_OPEN_MAX];
    const struct fee_open *o = &f->open[i];
    uint32_t n = deal_cond_open(env, o->cond, atoms, FEE_OPEN_MAX);
    if (!o->cond && !o->other) add_name(o->fact, out);
    for (uint32_t k = 0; k < n; k++) add_atom(law, atoms[k], out);
  }
}
