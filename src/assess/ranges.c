// SPDX-License-Identifier: Apache-2.0
// What is said of a range: its ends, the part on void law, and what each answer to an open fact gives.
#include <string.h>

#include "assess/quick.h"
#include "base/digits.h"

enum { OPTIONS_MOST = 64, SPREADS_MAX = 32 };

bool legal_total(const struct option *o, const struct given *given, int64_t *legal) {
  struct option as = {.rows = o->legal, .count = o->legal_count};
  int64_t part;
  return option_run(&as, given, NULL, legal, &part);
}

/* ---- what would decide --------------------------------------------------------------------------------- */

struct spread { /* of the totals with one answer */
  int64_t low, high;
  bool seen;
};

static void widen(struct spread *s, int64_t total) {
  if (!s->seen || total < s->low) s->low = total;
  if (!s->seen || total > s->high) s->high = total;
  s->seen = true;
}

static void put_cents(int64_t cents, struct buf *out) {
  char text[DIGITS_ROOM];
  buf_put(out, (struct str){text, (size_t)(digits_cents(text, cents) - text)});
}

static void put_choice(const struct str *choice, int64_t rest, struct buf *out) {
  char text[DIGITS_ROOM];
  struct str dollars = {text, 0};
  if (choice->p == NULL) dollars.n = (size_t)(digits_whole(text, (uint64_t)rest) - text);
  buf_put(out, choice->p == NULL ? dollars : *choice);
}

/* As say_need of the plain evaluator, when the answers come to different amounts. */
static void put_need(const struct need *n, const struct spread *s, int64_t rest, struct buf *out) {
  bool decides = false;
  for (uint32_t i = 1; i < n->count; i++)
    decides =
        decides || (s[i].seen && s[0].seen && (s[i].low != s[0].low || s[i].high != s[0].high));
  if (!decides) return;
  if (out->n) buf_put(out, STR("; "));
  buf_put(out, n->fact);
  for (uint32_t i = 0; i < n->count; i++) {
    if (!s[i].seen) continue;
    buf_put(out, i ? STR("; ") : STR(": "));
    put_choice(&n->choices[i], rest, out);
    buf_put(out, STR(" gives "));
    put_cents(s[i].low, out);
    if (s[i].high == s[i].low) continue;
    buf_put(out, STR(" to "));
    put_cents(s[i].high, out);
  }
}

bool range_need(const struct pbill *p, uint32_t n, uint32_t *step, const int64_t *totals,
                int64_t rest, struct buf *out) {
  struct spread spreads[SPREADS_MAX];
  uint32_t count = p->needs[n].count, choice = 0, left = *step;
  if (count > SPREADS_MAX) return false;
  memset(spreads, 0, count * sizeof *spreads);
  for (uint32_t cell = 0; cell < p->cell_count; cell++) {
    if (p->cells[cell] != NO_OPTION) widen(&spreads[choice], totals[p->cells[cell]]);
    if (--left) continue;
    left = *step;
    choice = choice + 1 == count ? 0 : choice + 1;
  }
  put_need(&p->needs[n], spreads, rest, out);
  *step *= count;
  return true;
}

static bool put_needs(const struct pbill *p, const int64_t *totals, int64_t rest, struct buf *out) {
  uint32_t step = 1;
  buf_clear(out);
  for (uint32_t n = 0; n < p->need_count; n++)
    if (!range_need(p, n, &step, totals, rest, out)) return false;
  return !out->failed;
}

/* ---- ends ------------------------------------------------------------------------------------------------ */

/* What the line brings to the arithmetic. A line that states nothing in a window that is known needs no search. */
static bool find_given(struct imp_batch *b, const struct asked_line *l, struct given *out) {
  const struct head *h = head_at(&b->quick, l->code, l->day);
  if (l->set || !head_holds(h, l->day) || h->state != HEAD_FINE)
    return batch_find(b, l, NOTHING, out).program != NOTHING;
  *out = line_given(l);
  out->tariff = &b->tariffs[h->tariff];
  return true;
}

bool range_say(struct imp_batch *b, const struct asked_line *l, uint32_t *program, uint32_t *option,
               struct imp_batch_said *out) {
  int64_t totals[OPTIONS_MOST], legal, part, high = 0;
  struct given given;
  const struct pbill *p = &b->programs[*program]->bills[0];
  if (p->describes) {
    *program =
        b->codes[l->code].digits == 10 ? batch_find_own(b, l, *program, &given).program : NOTHING;
    if (*program == NOTHING || b->programs[*program]->bill_count != 1) return false;
    p = &b->programs[*program]->bills[0];
  } else if (!find_given(b, l, &given)) {
    return false;
  }
  if (p->option_count > OPTIONS_MOST) return false;
  for (uint32_t i = 0; i < p->option_count; i++) {
    const struct option *o = &p->options[i];
    if (!option_run(o, &given, NULL, &totals[i], &part)) return false;
    if (i == 0 || totals[i] > high) high = totals[i], *option = i;
    if (i == 0 || part < out->void_low) out->void_low = part;
    if (i == 0 || part > out->void_part) out->void_part = part;
    legal = totals[i];
    if (o->has_legal && !legal_total(o, &given, &legal)) return false;
    if (i == 0 || legal > out->legal) out->legal = legal;
  }
  int64_t rest = given.cell_count ? given.cells[given.cell_count - 1] : given.dollars;
  if (!put_needs(p, totals, rest, &b->needs_text)) return false;
  out->needs = b->needs_text.n ? b->needs_text.p : NULL;
  return true;
}
