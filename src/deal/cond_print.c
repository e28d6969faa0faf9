// SPDX-License-Identifier: Apache-2.0
// Conditions as the law writes them, and what is typed to answer one.
#include "deal/cond.h"

static void put_words(struct buf *out, const char *words, struct str name) {
  buf_puts(out, words);
  buf_put(out, name);
}

static void put_places(const struct law_item *items, uint32_t n, struct buf *out) {
  for (uint32_t i = 0; i < n; i++) {
    const struct law_item *p = &items[i];
    if (i) buf_puts(out, ", ");
    if (p->kind == LAW_ITEM_ALL) buf_puts(out, "all");
    if (p->kind == LAW_ITEM_LIST) put_words(out, "@", p->name);
    if (p->kind == LAW_ITEM_PLACE)
      buf_printf(out, "%c%c", (char)(p->place >> 8), (char)(p->place & 0xff));
  }
}

static void put_set(const struct law_set *set, struct buf *out) {
  put_places(set->items, set->count, out);
  if (set->but_count) buf_puts(out, " but ");
  put_places(set->but, set->but_count, out);
}

static void put_refs(const struct law_cond *c, struct buf *out) {
  for (uint32_t i = 0; i < c->ref_count; i++) put_words(out, i ? ", @" : "@", c->refs[i].name);
}

static void put_share(struct rat share, struct buf *out) {
  struct rat hundred = rat_int(100);
  if (rat_mul(share, hundred, &share)) rat_print(share, out);
  buf_putc(out, '%');
}

static void put_amount(const struct law_amount *a, struct buf *out) {
  if (a->kind == LAW_AMOUNT_SHARE) {
    put_share(a->value, out);
    return;
  }
  if (a->kind == LAW_AMOUNT_MONEY) buf_putc(out, '$');
  rat_print(a->value, out);
  if (a->kind == LAW_AMOUNT_QUANTITY && a->unit.n) put_words(out, " ", a->unit);
}

static void put_compare(const struct law_cond *c, struct buf *out) {
  static const char *const words[] = {[LAW_AT_LEAST] = " at least ",
                                      [LAW_AT_MOST] = " at most ",
                                      [LAW_LESS_THAN] = " less than ",
                                      [LAW_MORE_THAN] = " more than ",
                                      [LAW_EQUAL] = " is "};
  buf_puts(out, words[c->compare]);
  put_amount(&c->amount, out);
}

static void put_day(imp_day day, struct buf *out) {
  day_print(day, out);
}

static void put_atom(const struct law_cond *c, struct buf *out) {
  switch (c->kind) {
  case LAW_COND_CLAIMED:
    for (uint32_t i = 0; i < c->label_count; i++)
      put_words(out, i ? ", " : "claimed ", c->labels[i]);
    return;
  case LAW_COND_BEFORE:
    put_words(out, "", c->fact);
    buf_puts(out, " before ");
    put_day(c->day, out);
    return;
  case LAW_COND_COMPARE:
    put_words(out, "", c->fact);
    put_compare(c, out);
    return;
  case LAW_COND_IN:
  case LAW_COND_OF:
    put_words(out, "", c->fact);
    buf_puts(out, c->kind == LAW_COND_IN ? " in " : " of ");
    put_set(&c->places, out);
    return;
  case LAW_COND_IS:
    put_words(out, "", c->fact);
    put_words(out, " is ", c->word);
    return;
  case LAW_COND_WORDS:
    put_words(out, "", c->fact);
    for (uint32_t i = 0; i < c->word_count; i++) put_words(out, i ? ", " : " in ", c->words[i]);
    return;
  case LAW_COND_LISTED:
    put_words(out, "", c->fact);
    buf_puts(out, " in ");
    put_refs(c, out);
    return;
  case LAW_COND_OWNED:
    put_words(out, "", c->fact);
    buf_puts(out, " owned");
    put_compare(c, out);
    buf_puts(out, c->places.count ? " by persons of " : " by ");
    put_refs(c, out);
    put_set(&c->places, out);
    return;
  case LAW_COND_CONTENT:
    buf_puts(out, "content of ");
    put_refs(c, out);
    if (c->places.count) buf_puts(out, " of ");
    put_set(&c->places, out);
    put_compare(c, out);
    buf_puts(out, " of value");
    return;
  case LAW_COND_MADE_WITH:
    buf_puts(out, "made with ");
    put_refs(c, out);
    if (c->places.count) buf_puts(out, " of ");
    put_set(&c->places, out);
    return;
  default:
    buf_put(out, c->fact);
    return;
  }
}

static bool prints(const struct law_cond *c) {
  return c->kind != LAW_COND_QUESTION;
}

void deal_cond_print(const struct law *law, const struct law_cond *c, struct buf *out) {
  if (!c || !prints(c)) return;
  if (c->kind == LAW_COND_NOT) {
    const struct law_cond *kid = c->kids[0];
    buf_puts(out, kid->kid_count ? "not (" : "not ");
    deal_cond_print(law, kid, out);
    if (kid->kid_count) buf_puts(out, ")");
    return;
  }
  if (!c->kid_count) {
    put_atom(c, out);
    return;
  }
  bool any = false;
  for (uint32_t i = 0; i < c->kid_count; i++) {
    const struct law_cond *kid = c->kids[i];
    bool group = kid->kid_count > 1 && kid->kind != c->kind;
    if (!prints(kid)) continue;
    if (any) buf_puts(out, c->kind == LAW_COND_AND ? " and " : " or ");
    if (group) buf_putc(out, '(');
    deal_cond_print(law, kid, out);
    if (group) buf_putc(out, ')');
    any = true;
  }
}

/* ---- answers ------------------------------------------------------------------------------------------------- */

/* The name of the fact to state: the first of those it stands for. */
static struct str asked_fact(const struct law *law, const struct law_cond *c) {
  if (c->fact_index == LAW_NONE) return c->fact;
  const struct law_fact *f = &law->deal->facts[c->fact_index];
  return f->type == LAW_FACT_PARTY && f->word_count ? f->words[0] : f->name;
}

static void put_first_place(const struct law_set *set, struct buf *out) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].kind == LAW_ITEM_PLACE) {
      put_places(&set->items[i], 1, out);
      return;
    }
  buf_puts(out, "PLACE");
}

void deal_cond_answer(const struct law *law, const struct law_cond *c, struct buf *out) {
  struct str fact = asked_fact(law, c);
  switch (c->kind) {
  case LAW_COND_CONTENT:
    buf_puts(out, "content=");
    put_amount(&c->amount, out);
    return;
  case LAW_COND_MADE_WITH:
    buf_puts(out, "made-with=");
    put_first_place(&c->places, out);
    return;
  case LAW_COND_OWNED:
    put_words(out, "", fact);
    buf_puts(out, ".owned");
    if (c->places.count) buf_putc(out, '.'), put_first_place(&c->places, out);
    buf_putc(out, '=');
    put_amount(&c->amount, out);
    return;
  default:
    break;
  }
  put_words(out, "", fact);
  buf_putc(out, '=');
  switch (c->kind) {
  case LAW_COND_COMPARE: {
    struct law_amount a = c->amount;
    a.unit = (struct str){NULL, 0};
    put_amount(&a, out);
    if (c->amount.unit.n) buf_put(out, c->amount.unit);
    return;
  }
  case LAW_COND_IN:
  case LAW_COND_OF:
    put_first_place(&c->places, out);
    return;
  case LAW_COND_IS:
    buf_put(out, c->word);
    return;
  case LAW_COND_WORDS:
    if (c->word_count) buf_put(out, c->words[0]);
    return;
  case LAW_COND_LISTED:
    if (c->ref_count) put_words(out, "@", c->refs[0].name);
    return;
  case LAW_COND_BEFORE:
    put_day(c->day - 1, out);
    return;
  default:
    buf_puts(out, "yes");
  }
}
