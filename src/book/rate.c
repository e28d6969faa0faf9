// SPDX-License-Identifier: Apache-2.0
// See rate.h. Source: docs/language.md, section 3 (Arithmetic).
#include "book/rate.h"

static bool symbol_in(struct str list, struct str symbol) {
  struct str one;
  while (str_split(&list, ',', &one))
    if (str_eq_nocase(str_trim(one), symbol)) return true;
  return false;
}

/* A claimed programme's symbols stand in the entry "2% KR" or "Free A,AU". */
static bool entry_claimed(const struct rate_env *env, struct str symbols) {
  for (uint32_t i = 0; i < env->law->fact_count; i++) {
    const struct law_fact *f = &env->law->facts[i];
    if (f->type != LAW_FACT_CLAIM || !f->word_count || !cond_claimed(env->cond, f->name)) continue;
    for (uint32_t w = 0; w < f->word_count; w++)
      if (symbol_in(symbols, f->words[w])) return true;
  }
  return false;
}

static bool claims_programme(const struct rate_env *env) {
  for (uint32_t i = 0; i < env->law->fact_count; i++)
    if (env->law->facts[i].type == LAW_FACT_CLAIM && env->line->facts[i].stated &&
        env->line->facts[i].flag)
      return true;
  return false;
}

static struct str special_entry(const struct rate_env *env) {
  if ((env->cond && env->cond->unclaimed) || !claims_programme(env)) return (struct str){0};
  struct str rest = env->line->tariff->special, entry;
  while (str_split(&rest, ';', &entry)) {
    entry = str_trim(entry);
    long space = -1; /* the symbols stand behind the last space */
    for (size_t i = 0; i < entry.n; i++)
      if (entry.p[i] == ' ') space = (long)i;
    if (space > 0 && entry_claimed(env, str_sub(entry, (size_t)space + 1, entry.n)))
      return str_sub(entry, 0, (size_t)space);
  }
  return (struct str){0};
}

struct str rate_column(const struct rate_env *env, enum law_term_kind column) {
  const struct names_line *t = env->line->tariff;
  if (!t) return (struct str){0};
  if (column == LAW_TERM_GENERAL) return t->general;
  if (column == LAW_TERM_COLUMN_2) return t->column2;
  return special_entry(env);
}

static const struct line_quantity *find_quantity(const struct line *l, struct str unit,
                                                 int64_t *num, int64_t *den) {
  for (uint32_t i = 0; i < l->quantity_count; i++) {
    const struct line_quantity *q = &l->quantities[i];
    *num = *den = 1;
    if (!q->unit.n || str_eq(q->unit, unit))
      return q; /* a bare number is in the unit the rate asks for */
    if (names_unit_convert(q->unit, unit, num, den)) return q;
  }
  return NULL;
}

/* The quantity a term bears on, in the unit it asks for; of a part of the value its share. False with no
 * refusal when it does not fit. */
static bool term_quantity(const struct rate_env *env, const struct law_term *t, struct rat s,
                          struct str *unit, bool *given, struct rat *out) {
  int64_t num, den;
  *unit = t->unit;
  names_unit(t->unit, unit);
  const struct line_quantity *q = find_quantity(env->line, *unit, &num, &den);
  *given = q != NULL;
  if (!q) return true;
  struct rat factor, share = rat_int(1), amount;
  if (!rat_make(num, den, &factor) || !rat_mul(q->amount, factor, &amount)) return false;
  if (env->line->dollars && !rat_div(s, rat_int(env->line->dollars), &share)) return false;
  return rat_mul(amount, share, out);
}

static bool per_unit(struct rate_env *env, const struct law_term *t, struct rat s,
                     struct rat *out) {
  struct str unit;
  bool given;
  struct rat amount = RAT_ZERO;
  if (!term_quantity(env, t, s, &unit, &given, &amount)) return false;
  if (!given) {
    refuse(env->arena, env->no, "refuse.quantity",
           text_in(env->arena, "add the quantity: --quantity \"100 %.*s\"", (int)unit.n, unit.p),
           "the rate is per %.*s and no quantity in %.*s is given", (int)unit.n, unit.p,
           (int)unit.n, unit.p);
    return false;
  }
  return rat_mul(t->value, amount, out);
}

static bool column_amount(struct rate_env *env, enum law_term_kind column, struct rat s,
                          struct rat *out);

/* What the entry states: a share of the part, or of an amount of money the part's share. */
static bool stated_amount(const struct rate_env *env, const struct law_term *t, struct rat points,
                          struct rat s, struct rat *out) {
  const struct fact_value *v = &env->line->facts[t->fact_index];
  struct rat rate, of = rat_int(env->line->dollars);
  if (env->law->facts[t->fact_index].type == LAW_FACT_MONEY) {
    *out = v->amount;
    if (!env->line->dollars) return true;
    return rat_div(s, of, &rate) && rat_mul(v->amount, rate, out);
  }
  if (!rat_sub(v->amount, points, &rate)) return false;
  if (rate.num < 0) rate = RAT_ZERO;
  return rat_mul(rate, s, out);
}

bool rate_stated(const struct line *l, const struct law_expr *e) {
  for (uint32_t i = 0; i < e->count; i++)
    if (e->terms[i].kind == LAW_TERM_FACT && !l->facts[e->terms[i].fact_index].stated) return false;
  return true;
}

const char *rate_text(struct arena *a, const struct law *law, const struct line *l,
                      const struct law_expr *e) {
  const struct law_term *t = &e->terms[0];
  if (e->count != 1 || t->kind != LAW_TERM_FACT || !l->facts[t->fact_index].stated)
    return str_dup(a, e->text);
  struct rat shown = l->facts[t->fact_index].amount;
  bool share = law->facts[t->fact_index].type == LAW_FACT_SHARE;
  struct buf b = {0};
  if (share && !rat_mul(shown, rat_int(100), &shown)) return str_dup(a, e->text);
  buf_puts(&b, share ? "" : "$");
  rat_print(shown, &b);
  buf_puts(&b, share ? "%" : "");
  return buf_keep(&b, a);
}

static bool term_amount(struct rate_env *env, const struct law_term *t, struct rat points,
                        struct rat s, struct rat *out) {
  struct rat rate;
  switch (t->kind) {
  case LAW_TERM_SHARE:
    if (!rat_sub(t->value, points, &rate)) return false;
    if (rate.num < 0) rate = RAT_ZERO;
    return rat_mul(rate, s, out);
  case LAW_TERM_MONEY:
    *out = t->value;
    return true;
  case LAW_TERM_PER_UNIT:
    return per_unit(env, t, s, out);
  case LAW_TERM_FREE:
  case LAW_TERM_NONE:
    *out = RAT_ZERO;
    return true;
  case LAW_TERM_FACT:
    return stated_amount(env, t, points, s, out);
  case LAW_TERM_GENERAL:
  case LAW_TERM_SPECIAL:
  case LAW_TERM_COLUMN_2:
    return column_amount(env, t->kind, s, out);
  case LAW_TERM_UNKNOWN:
    break;
  }
  refuse(env->arena, env->no, "refuse.unknown-rate", "ask for a day before this step",
         "the law lays a duty here whose rate is not known");
  return false;
}

static bool join(enum law_op op, struct rat a, struct rat b, struct rat *out) {
  if (op == LAW_OP_PLUS) return rat_add(a, b, out);
  bool keep_a = op == LAW_OP_AT_LEAST ? rat_cmp(a, b) >= 0 : rat_cmp(a, b) <= 0;
  *out = keep_a ? a : b;
  return true;
}

/* A bare number is in the unit the rate asks for, as long as it asks for one unit alone. */
static bool units_clear(struct rate_env *env, const struct law_expr *e) {
  struct str first = {0};
  for (uint32_t i = 0; i < e->count; i++) {
    struct str unit = e->terms[i].unit;
    if (e->terms[i].kind != LAW_TERM_PER_UNIT) continue;
    names_unit(unit, &unit);
    if (!first.n) first = unit;
    if (str_eq(first, unit)) continue;
    for (uint32_t q = 0; q < env->line->quantity_count; q++)
      if (!env->line->quantities[q].unit.n) {
        refuse(env->arena, env->no, "refuse.unit", "give each quantity with its unit",
               "the rate is per %.*s and per %.*s, and a quantity is given without a unit",
               (int)first.n, first.p, (int)unit.n, unit.p);
        return false;
      }
  }
  return true;
}

bool rate_amount(struct rate_env *env, const struct law_expr *e, struct rat points, struct rat s,
                 struct rat *out) {
  struct rat sum = RAT_ZERO, term;
  if (!units_clear(env, e)) return false;
  for (uint32_t i = 0; i < e->count; i++) {
    if (!term_amount(env, &e->terms[i], points, s, &term)) return false;
    if (!join(e->terms[i].op, sum, term, &sum)) return false;
  }
  *out = sum;
  return true;
}

static void refuse_text(struct rate_env *env, struct str text) {
  const char *code = line_code_text(env->arena, env->line->code, 8);
  refuse(env->arena, env->no, "refuse.base-rate",
         "see docs/tables.md for the kinds of rate that one line cannot settle",
         "the ordinary rate of %s cannot be computed from one line: %.*s",
         code ? code : "this line", (int)text.n, text.p);
}

static bool column_amount(struct rate_env *env, enum law_term_kind column, struct rat s,
                          struct rat *out) {
  struct str text = rate_column(env, column);
  struct law_expr e = {0};
  if (!text.n || text.p[0] == '?' || !law_expr_parse(env->arena, text, &e)) {
    refuse_text(env, text.n ? text : STR("no rate is printed"));
    return false;
  }
  for (uint32_t i = 0; i < e.count; i++)
    if (e.terms[i].kind >= LAW_TERM_GENERAL) return false; /* a column cannot name a column */
  return rate_amount(env, &e, RAT_ZERO, s, out);
}

struct rat rate_general(struct arena *a, const struct law *law, const struct line *l) {
  struct refusal quiet = {0};
  struct rate_env env = {a, law, l, NULL, &quiet};
  struct rat out = {0, 0};
  if (!l->tariff || !column_amount(&env, LAW_TERM_GENERAL, rat_int(l->dollars), &out))
    return (struct rat){0, 0};
  return out;
}

/* ---- what a row was worked with --------------------------------------------------------------- */

static void put_quantities(struct rate_env *env, const struct law_expr *e, struct rat s,
                           struct buf *out) {
  for (uint32_t i = 0; i < e->count; i++) {
    const struct law_term *t = &e->terms[i];
    struct law_expr column = {0};
    struct str unit;
    bool given;
    struct rat amount;
    if (t->kind >= LAW_TERM_GENERAL && t->kind <= LAW_TERM_COLUMN_2) {
      struct str text = rate_column(env, t->kind);
      if (e->count == 1 && text.n && text.p[0] != '?' &&
          law_expr_parse(env->arena, text, &column) && column.count &&
          column.terms[0].kind < LAW_TERM_GENERAL)
        put_quantities(env, &column, s, out);
      continue;
    }
    if (t->kind != LAW_TERM_PER_UNIT) continue;
    if (!term_quantity(env, t, s, &unit, &given, &amount) || !given) continue;
    buf_puts(out, out->n ? "; " : "");
    rat_print(amount, out);
    buf_printf(out, " %.*s", (int)unit.n, unit.p);
  }
}

bool rate_quantity(struct rate_env *env, const struct law_expr *e, struct rat s, const char **out) {
  struct buf text = {0};
  *out = NULL;
  put_quantities(env, e, s, &text);
  if (!text.n && !text.failed) return true;
  *out = buf_keep(&text, env->arena);
  return *out != NULL;
}
