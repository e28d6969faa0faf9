// SPDX-License-Identifier: Apache-2.0
// What leads past a measure that is not encoded: the claims that take a line out of it, and those of what charges.
#include <string.h>

#include "book/bill_own.h"

bool bill_asks_claim(const struct law_cond *c) {
  if (!c) return false;
  if (c->kind == LAW_COND_CLAIMED && !c->label_count) return true;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (bill_asks_claim(c->kids[i])) return true;
  return false;
}

/* `not claimed 9903.05.39`: claiming that heading takes the one that is not encoded away. */
static void claims_against(const struct law_cond *c, struct buf *out) {
  if (!c) return;
  bool claimed = c->kind == LAW_COND_NOT && c->kids[0]->kind == LAW_COND_CLAIMED;
  for (uint32_t i = 0; claimed && i < c->kids[0]->label_count; i++)
    buf_printf(out, "%s--claim %.*s", out->n ? " or " : "", (int)c->kids[0]->labels[i].n,
               c->kids[0]->labels[i].p);
  for (uint32_t i = 0; c->kind == LAW_COND_AND && i < c->kid_count; i++)
    claims_against(c->kids[i], out);
}

static void say_option(struct buf *out, struct str claim, struct str text) {
  buf_printf(out, "%s--claim %.*s", out->n ? " or " : "", (int)claim.n, claim.p);
  if (text.n) buf_printf(out, " (%.*s)", (int)text.n, text.p);
}

/* A list says which goods the heading holds, and these are not on it: nobody is told to claim that they are. */
static bool listed_elsewhere(struct eval *e, uint32_t m, const struct law_heading *claimed) {
  const struct law_measure *measure = &e->law->measures[m];
  for (uint32_t h = 0; h < measure->heading_count; h++) {
    const struct law_heading *listed = &measure->headings[h];
    if (!listed->has_goods || listed->cond || !str_eq(listed->label, claimed->label)) continue;
    const struct law_stmt *s = eval_current_demand(e, m, listed);
    if (s && s->kind != LAW_NOT_ENCODED && eval_goods(e, m, listed, s).verdict == MATCH_NO)
      return true;
  }
  return false;
}

/* Programmes that take goods of the place out: `if claimed usmca`. */
static void claimable_programmes(struct eval *e, uint32_t m, struct buf *out) {
  const struct law_measure *measure = &e->law->measures[m];
  for (uint32_t h = 0; h < measure->heading_count; h++) {
    const struct law_heading *heading = &measure->headings[h];
    const struct law_cond *c = heading->cond;
    const struct law_stmt *s = eval_current_demand(e, m, heading);
    if (!c || c->kind != LAW_COND_CLAIMED || c->label_count != 1) continue;
    if (!s || s->kind == LAW_NOT_ENCODED || eval_is_charge(s)) continue;
    if (heading->has_of && match_origin(&e->matcher, &heading->of).verdict != MATCH_YES) continue;
    if (eval_goods(e, m, heading, s).verdict != MATCH_NO)
      say_option(out, c->labels[0], heading->text);
  }
}

/* Headings of the measure that speak when claimed and reach the goods and the place: those that charge, or those
 * that say none. */
static void claimable(struct eval *e, uint32_t m, bool charging, struct buf *out) {
  const struct law_measure *measure = &e->law->measures[m];
  for (uint32_t h = 0; h < measure->heading_count; h++) {
    const struct law_heading *heading = &measure->headings[h];
    const struct law_stmt *s = eval_current_demand(e, m, heading);
    if (!s || s->kind == LAW_NOT_ENCODED || eval_is_charge(s) != charging) continue;
    if (!bill_asks_claim(heading->cond) || listed_elsewhere(e, m, heading)) continue;
    if (heading->has_of && match_origin(&e->matcher, &heading->of).verdict != MATCH_YES) continue;
    if (eval_goods(e, m, heading, s).verdict == MATCH_NO) continue;
    say_option(out, heading->label, heading->text);
  }
}

/* What leads past a measure that is not encoded: the claims that take a line out of it, and those of what charges. */
static const char *not_encoded_next(struct eval *e, uint32_t m, uint32_t refusing) {
  const struct law_measure *measure = &e->law->measures[m];
  struct buf b = {0};
  claimable_programmes(e, m, &b);
  claimable(e, m, false, &b);
  const char *next = "this part of the law is not encoded yet; law/README.md lists what is not";
  if (b.n && !b.failed)
    next = text_in(e->arena, "not encoded yet; if the goods fit it, take them out with %s", b.p);
  buf_clear(&b);
  if (refusing != LAW_NONE) claims_against(measure->headings[refusing].cond, &b);
  if (!b.n) claimable(e, m, true, &b);
  if (b.n && !b.failed)
    next = text_in(e->arena, "%s; if they do not fit it, claim what charges them: %s", next, b.p);
  buf_free(&b);
  return next;
}

/* Every measure that refuses is named; what the first one advises stands. */
bool bill_not_encoded(struct eval *e, uint32_t m, const struct group *g) {
  struct str name = e->law->measures[m].name, words = g->like.demand->text;
  const char *why =
      text_in(e->arena, "%.*s is not encoded: %.*s", (int)name.n, name.p, (int)words.n, words.p);
  if (!why) return false;
  if (!e->refusal.id) {
    refuse(e->arena, &e->refusal, "refuse.not-encoded", not_encoded_next(e, m, g->like.heading),
           "%s", why);
  } else if (!strcmp(e->refusal.id, "refuse.not-encoded") && !strstr(e->refusal.reason, why)) {
    const char *both = text_in(e->arena, "%s; %s", e->refusal.reason, why);
    if (!both) return false;
    e->refusal.reason = both;
  }
  if (e->refusing == LAW_NONE) e->refusing = m;
  return true;
}
