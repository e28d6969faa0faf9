// SPDX-License-Identifier: Apache-2.0
// Amounts of a line from quotes and columns of the schedule: exact integers, one rounding, half a cent up.
#include <string.h>

#include "assess/batch_own.h"

enum { MILLION = 1000000, PPM_MAX = 100 * MILLION /* a hundred times the value */ };
static const int64_t LARGEST = (int64_t)1 << 46; /* of a coefficient: products stay below 2^120 */

static bool round_half_up(i128 num, i128 den, int64_t *cents) {
  i128 c = (2 * num + den) / (2 * den);
  *cents = (int64_t)c;
  return num >= 0 && c <= INT64_MAX;
}

/* ---- columns -------------------------------------------------------------------------------------------- */

struct sums { /* cents per dollar, per thousandth of a unit, flat */
  struct rat value, quantity[UNITS_MAX], flat;
};

/* Which of the units the term is per; UNITS_MAX: none of them. */
static uint32_t unit_at(const struct units *units, struct str unit) {
  uint32_t i = 0;
  names_unit(unit, &unit);
  while (i < units->count && i < UNITS_MAX && !str_eq(units->name[i], unit)) i++;
  return i < units->count ? i : UNITS_MAX;
}

static bool add_per_unit(const struct law_term *t, const struct units *units, struct sums *s,
                         struct column *out) {
  struct rat x;
  uint32_t at = unit_at(units, t->unit);
  if (at >= UNITS_MAX) return false;
  out->needs |= (uint8_t)(1u << at);
  return rat_make(1, 10, &x) && rat_mul(t->value, x, &x) &&
         rat_add(s->quantity[at], x, &s->quantity[at]);
}

static bool add_term(const struct law_term *t, const struct units *units, struct sums *s,
                     struct column *out) {
  struct rat x;
  switch (t->kind) {
  case LAW_TERM_SHARE:
    return rat_mul(t->value, rat_int(100), &x) && rat_add(s->value, x, &s->value);
  case LAW_TERM_PER_UNIT:
    return add_per_unit(t, units, s, out);
  case LAW_TERM_MONEY:
    return rat_mul(t->value, rat_int(100), &x) && rat_add(s->flat, x, &s->flat);
  case LAW_TERM_FREE:
  case LAW_TERM_NONE:
    return true;
  default: /* a column names no fact */
    return false;
  }
}

static i128 common(i128 a, i128 b) {
  i128 x = a, y = b;
  while (y) {
    i128 r = x % y;
    x = y;
    y = r;
  }
  return a / x * b;
}

static bool small(i128 x) {
  return x >= 0 && x < LARGEST;
}

static void join(const struct sums *s, struct column *out) {
  i128 den = common(s->value.den, s->flat.den), q = 0;
  for (uint32_t i = 0; i < UNITS_MAX; i++) den = common(den, s->quantity[i].den);
  i128 v = s->value.num * (den / s->value.den), f = s->flat.num * (den / s->flat.den);
  bool fits = small(den) && small(v) && small(f);
  for (uint32_t i = 0; i < UNITS_MAX && fits; i++) {
    q = s->quantity[i].num * (den / s->quantity[i].den);
    fits = small(q);
    out->quantity[i] = (int64_t)q;
  }
  out->slow = !fits;
  if (!fits) return;
  out->value = (int64_t)v;
  out->flat = (int64_t)f;
  out->den = (int64_t)den;
  bool share = !out->needs && !f && v * (MILLION / 100) % den == 0;
  i128 ppm = v * (MILLION / 100) / den;
  if (share && ppm < PPM_MAX) out->ppm = (int32_t)ppm;
}

bool column_read(struct str text, const struct units *units, struct column *out) {
  struct arena a = {0};
  struct law_expr e = {0};
  struct sums s = {RAT_ZERO, {RAT_ZERO, RAT_ZERO}, RAT_ZERO};
  *out = (struct column){.ppm = -1, .den = 1};
  out->no_rate = !text.n || text.p[0] == '?' || !law_expr_parse(&a, text, &e);
  for (uint32_t i = 0; i < e.count && !out->no_rate && !out->slow; i++)
    if (e.terms[i].op != LAW_OP_PLUS || !add_term(&e.terms[i], units, &s, out)) out->slow = true;
  out->mixed = out->needs & (out->needs - 1);
  if (!out->no_rate && !out->slow) join(&s, out);
  bool fine = !a.failed; /* memory, not the text */
  arena_free(&a);
  return fine;
}

enum column_state column_state(const struct column *c, const struct given *g) {
  if (!c || c->no_rate) return COLUMN_NO_RATE;
  if (c->slow) return COLUMN_SLOW;
  uint32_t missing = 0;
  for (uint32_t i = 0; i < UNITS_MAX; i++)
    if (c->needs >> i & 1 && g->quantity[i] < 0) missing |= 1u << i;
  if (missing) return missing == c->needs ? COLUMN_NO_QUANTITY : COLUMN_NO_FIRST + (missing >> 1);
  return c->mixed && !g->named ? COLUMN_MIXED : COLUMN_FINE;
}

int64_t given_on(const struct given *g, uint16_t cells) {
  int64_t sum = 0;
  for (uint32_t i = 0; cells && i < g->cell_count; i++)
    if (cells >> i & 1) sum += g->cells[i];
  return cells ? sum : g->dollars;
}

/* Of the quantities alone; those that it asks for are given. */
static i128 exact_quantity(const struct column *c, const struct given *g) {
  i128 n = 0;
  for (uint32_t i = 0; i < UNITS_MAX; i++)
    if (c->needs >> i & 1) n += (i128)c->quantity[i] * g->quantity[i];
  return n;
}

static i128 exact(const struct column *c, const struct given *g) {
  return (i128)c->value * g->dollars + c->flat + exact_quantity(c, g);
}

bool column_cents(const struct column *c, const struct given *g, int64_t *cents) {
  return round_half_up(exact(c, g), c->den, cents);
}

/* On part of the value; of a quantity its share. */
static bool column_on(const struct column *c, const struct given *g, int64_t s, int64_t *cents) {
  i128 n = (i128)c->value * s + c->flat, den = c->den, q;
  if (c->needs && g->dollars) {
    if (__builtin_mul_overflow(n, (i128)g->dollars, &n) ||
        __builtin_mul_overflow(exact_quantity(c, g), (i128)s, &q) ||
        __builtin_add_overflow(n, q, &n))
      return false;
    den *= g->dollars;
  }
  if (n > ((i128)1 << 125) || den > (i128)1 << 120) return false;
  return round_half_up(n, den, cents);
}

/* ---- tests ------------------------------------------------------------------------------------------------ */

static unsigned order(i128 a, i128 b) {
  return a < b ? 0 : a == b ? 1 : 2;
}

static i128 limit_cents(const struct law_amount *limit, int64_t dollars) {
  return limit->value.num * 100 * (limit->kind == LAW_AMOUNT_SHARE ? dollars : 1);
}

unsigned column_test(const struct column *c, const struct given *g,
                     const struct law_amount *limit) {
  if (column_state(c, g) != COLUMN_FINE) return 3;
  return order(exact(c, g) * limit->value.den, limit_cents(limit, g->dollars) * c->den);
}

unsigned cents_test(int64_t cents, int64_t dollars, const struct law_amount *limit) {
  return order((i128)cents * limit->value.den, limit_cents(limit, dollars));
}

/* ---- quotes ------------------------------------------------------------------------------------------------ */

bool quote_share(struct rat share, struct quote *out) {
  struct rat cents;
  *out = (struct quote){.kind = QUOTE_SHARE, .ppm = -1};
  if (!rat_mul(share, rat_int(100), &cents) || !small(cents.num) || !small(cents.den)) return false;
  out->num = (int64_t)cents.num;
  out->den = (int64_t)cents.den;
  i128 ppm = cents.num * (MILLION / 100);
  if (ppm % cents.den == 0 && ppm / cents.den < PPM_MAX) out->ppm = (int32_t)(ppm / cents.den);
  return true;
}

bool quote_cents(const struct quote *q, const struct given *g, int64_t *cents) {
  const struct column *c = NULL;
  *cents = 0;
  switch (q->kind) {
  case QUOTE_ZERO:
    return true;
  case QUOTE_FLAT:
    *cents = q->num;
    return true;
  case QUOTE_SHARE:
    return round_half_up((i128)q->num * given_on(g, q->cells), q->den, cents);
  case QUOTE_GENERAL:
    c = &g->tariff->general;
    break;
  case QUOTE_COLUMN_2:
    c = &g->tariff->column2;
    break;
  case QUOTE_SPECIAL:
    c = g->special;
    break;
  default:
    return false;
  }
  if (column_state(c, g) != COLUMN_FINE) return false;
  return q->cells ? column_on(c, g, given_on(g, q->cells), cents) : column_cents(c, g, cents);
}

/* ---- bills ----------------------------------------------------------------------------------------------------- */

bool option_run(const struct option *o, const struct given *g, int64_t *amounts, int64_t *total,
                int64_t *void_part) {
  *total = *void_part = 0;
  for (uint32_t i = 0; i < o->count; i++) {
    int64_t cents, less;
    if (!quote_cents(&o->rows[i]->amount, g, &cents) || !quote_cents(&o->rows[i]->less, g, &less))
      return false;
    cents = cents > less ? cents - less : 0;
    if (amounts) amounts[i] = cents;
    if (*total > INT64_MAX - cents) return false;
    *total += cents;
    if (o->words && o->words[i].is_void) *void_part += cents;
  }
  return true;
}

bool bill_run(const struct pbill *p, const struct given *g, struct run_bill *out) {
  *out = (struct run_bill){0};
  bool low_prohibited = false, high_prohibited = false;
  for (uint32_t i = 0; i < p->option_count; i++) {
    int64_t total, part;
    if (!option_run(&p->options[i], g, NULL, &total, &part)) return false;
    if (!i || total < out->low) {
      out->low = total;
      out->low_option = i;
      low_prohibited = p->options[i].prohibited;
    }
    if (!i || total > out->high) {
      out->high = total;
      out->high_option = i;
      high_prohibited = p->options[i].prohibited;
    }
    if (!i || part < out->void_low) out->void_low = part;
    if (!i || part > out->void_high) out->void_high = part;
  }
  out->prohibited = low_prohibited || high_prohibited;
  return true;
}
