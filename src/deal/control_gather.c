// SPDX-License-Identifier: Apache-2.0
// What a list that gathers others lends its entries: the standing of the controls that name their own list.
//
// "Dual-use items" are what the controls in force make them. A ban over all of them reaches an entry as long as a
// control that names the entry's own list asks something: it begins with that one, is suspended and ends with it.
#include "deal/control.h"

static struct moment moment_of(const struct deal_env *env) {
  return (struct moment){env->c->on, env->c->minute};
}

/* Its scope of the day is this list: one that changes over time names others on other days. */
static bool names_list(const struct deal_env *env, uint32_t control, uint32_t list) {
  const struct deal_line *items =
      deal_scope(env->view, env->c->law->deal->controls, control, DEAL_ITEMS, moment_of(env));
  for (uint32_t i = 0; items && i < items->item_count; i++)
    if (items->items[i].list == list) return true;
  return false;
}

static bool demands_now(const struct deal_env *env, const struct deal_block *b) {
  for (uint32_t i = 0; i < b->count; i++)
    if (deal_demands(&b->lines[i]) && deal_line_holds(env->view, &b->lines[i], moment_of(env)))
      return true;
  return false;
}

/* Of several the one that is in force, else the one whose suspension ends first. */
static void take(struct deal_lent *out, enum deal_standing standing, struct deal_stay stay,
                 uint32_t control) {
  bool better =
      out->by == LAW_NONE || standing < out->standing ||
      (standing == out->standing && standing == DEAL_STAYED && stay.until < out->stay.until);
  if (better) *out = (struct deal_lent){standing, stay, control};
}

struct deal_lent deal_lent_to(const struct deal_env *env, uint32_t list) {
  const struct law_deal *d = env->c->law->deal;
  struct deal_lent out = {.standing = DEAL_NOT_BEGUN, .by = LAW_NONE};
  for (uint32_t m = 0; m < d->lists[list].maker_count; m++) {
    uint32_t i = d->lists[list].makers[m];
    if (!names_list(env, i, list)) continue;
    struct deal_stay stay = deal_stay_of(env->view, d->controls, i, moment_of(env));
    enum deal_standing s = !demands_now(env, &d->controls[i]) ? DEAL_NOT_BEGUN
                           : !stay.line                       ? DEAL_IN_FORCE
                           : stay.until == DAY_NEVER          ? DEAL_ENDED
                                                              : DEAL_STAYED;
    take(&out, s, stay, i);
  }
  if (out.by == LAW_NONE && law_when_known(env->c->law, &d->lists[list].by) <= env->c->on)
    out.standing = DEAL_IN_FORCE; /* nothing asks for it by itself: since the act of its list */
  return out;
}
