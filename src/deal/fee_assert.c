// SPDX-License-Identifier: Apache-2.0
// Asserts of fees: the call is judged as `impost portfee` judges it, for the fee the assert stands in, and compared.
#include <string.h>

#include "base/str.h"
#include "book/follow.h"
#include "deal/fee.h"

struct fee_trial {
  struct judge *j;
  struct arena *arena;
  uint32_t fee;
  const struct deal_assert *a;
};

static void find(struct fee_trial *t, enum book_diag id, const char *next, const char *what,
                 const char *more) {
  const struct law_file *f = &t->j->law->law->files[t->a->pos.file];
  judge_finding(t->j, id, f->path, f->bytes, t->a->pos.line, next, "%s%s", what, more ? more : "");
}

static bool pick(struct view *v, const struct deal_assert *a, bool *fixed) {
  for (uint32_t i = 0; i < a->pick_count; i++) {
    const struct law_pick *p = &a->picks[i];
    if (p->question_index == LAW_NONE) return false;
    v->questions[p->question_index].assumed =
        p->answer_index == LAW_NONE ? VIEW_STANDS : p->answer_index;
    fixed[p->question_index] = true;
  }
  return true;
}

/* With no answer picked the law stands as it is written: nothing that is only said counts. */
static bool set_view(struct fee_trial *t, struct view *v) {
  const struct law *law = t->j->law->law;
  imp_day known = t->a->known == DAY_NEVER ? law->newest_known : t->a->known;
  bool *fixed = arena_array(t->arena, law->question_count + 1u, sizeof *fixed);
  if (!fixed || !view_make(v, t->arena, law, known, CLOCK_UNSTATED, false) || !pick(v, t->a, fixed))
    return false;
  follow_stands(v, fixed);
  return true;
}

static bool depends_on(const struct law *law, const struct fee_found *f, struct str fact) {
  for (uint32_t i = 0; i < f->open_count; i++) {
    struct buf b = {0};
    bool found = str_eq(f->open[i].fact, fact);
    if (f->open[i].cond) deal_cond_print(law, f->open[i].cond, &b);
    for (size_t k = 0; k + fact.n <= b.n && !found; k++) found = !memcmp(b.p + k, fact.p, fact.n);
    buf_free(&b);
    if (found) return true;
  }
  return false;
}

static bool holds(const struct fee_trial *t, const struct fee_found *f) {
  switch (t->a->result) {
  case DEAL_IS_PAID:
    return f->status == IMP_CHARGE_DUE && rat_cmp(f->amount, t->a->amount.value) == 0 &&
           str_eq(f->currency, t->a->amount.currency);
  case DEAL_IS_EXEMPT:
    return f->status == IMP_CHARGE_NOT || f->status == IMP_CHARGE_YIELDS ||
           f->status == IMP_CHARGE_CAPPED;
  case DEAL_IS_SUSPENDED:
    return f->status == IMP_CHARGE_SUSPENDED;
  case DEAL_IS_DEPENDS:
    return f->status == IMP_CHARGE_DEPENDS && depends_on(t->j->law->law, f, t->a->fact);
  case DEAL_IS_NOTHING:
    return f->status == IMP_CHARGE_NO_RATE || f->status == IMP_CHARGE_NOT;
  default:
    return false;
  }
}

static bool judge_one(struct fee_trial *t) {
  struct deal_case c;
  struct view v;
  struct refusal no = {0};
  struct fee_found f;
  const struct law *law = t->j->law->law;
  t->j->asserts++;
  if (!deal_case_start(t->arena, law, t->j->law->names, &c)) return false;
  c.on = t->a->on;
  c.minute = CLOCK_UNSTATED;
  c.rest_no = t->a->rest_no;
  for (uint32_t i = 0; i < t->a->with_count && !no.id; i++)
    if (!deal_case_set(t->arena, &c, t->a->withs[i].name, t->a->withs[i].value, &no)) return false;
  if (!set_view(t, &v)) return !t->arena->failed;
  if (no.id) {
    find(t, BOOK_ASSERT_BROKEN, "Mend the assert.", "the assert cannot be evaluated: ", no.reason);
    return true;
  }
  struct deal_env env = {&c, &v, LAW_NONE};
  fee_judge(&env, t->fee, 0, &f);
  if (holds(t, &f)) return true;
  struct buf b = {0};
  buf_puts(&b, imp_charge_word(f.status));
  if (f.has_amount) {
    buf_putc(&b, ' ');
    rat_print(f.amount, &b);
  }
  for (uint32_t i = 0; i < f.open_count && f.status == IMP_CHARGE_DEPENDS; i++) {
    buf_puts(&b, i ? "; " : ": ");
    buf_put(&b, f.open[i].fact);
    if (f.open[i].cond) deal_cond_print(law, f.open[i].cond, &b);
  }
  t->j->no_memory = t->j->no_memory || b.failed;
  find(t, BOOK_ASSERT_FAILS, "Read the law again, then mend the line that is wrong.",
       "the assert does not hold: the fee is ", b.p);
  buf_free(&b);
  return true;
}

void judge_fees(struct judge *j) {
  const struct law_deal *d = j->law->law->deal;
  struct arena arena = {0};
  for (uint32_t i = 0; i < d->fee_count && !j->no_memory; i++)
    for (uint32_t k = 0; k < d->fees[i].assert_count && !j->no_memory; k++) {
      struct fee_trial t = {j, &arena, i, &d->fees[i].asserts[k]};
      if (!judge_one(&t) || arena.failed) j->no_memory = true;
      arena_reset(&arena);
    }
  arena_free(&arena);
}
