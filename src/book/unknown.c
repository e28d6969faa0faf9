// SPDX-License-Identifier: Apache-2.0
// See unknown.h. Cells: dates and amounts are cut by the thresholds the tests name, and one value of each
// cell is tried, the thresholds themselves included, so that "at least" and "more than" both fall right.
#include "book/unknown.h"

#include <string.h>

#include "book/fees.h"

/* ---- the unknown's cells -------------------------------------------------------------------------- */

static struct unknown *unknown_of(struct eval *e, struct unknowns *u, uint32_t fact,
                                  struct str label) {
  for (uint32_t i = 0; i < u->count; i++)
    if (u->items[i].fact == fact && (fact != LAW_NONE || str_eq(u->items[i].label, label)))
      return &u->items[i];
  if (u->count == UNKNOWN_MAX) {
    u->too_many = true;
    return NULL;
  }
  if (!u->items) u->items = arena_array(e->arena, UNKNOWN_MAX, sizeof *u->items);
  u->no_memory = u->no_memory || !u->items;
  if (!u->items) return NULL;
  struct unknown *n = &u->items[u->count++];
  *n = (struct unknown){.fact = fact, .label = label};
  n->words = fact == LAW_NONE ? label : e->law->facts[fact].question;
  return n;
}

static void add_choice(struct unknown *n, struct fact_value v, bool yes, const char *text) {
  if (n->choice_count == CHOICES_MAX || !text) return;
  v.stated = true;
  n->choices[n->choice_count++] = (struct choice){v, yes, text};
}

static void add_limit(struct unknown *n, struct rat limit) {
  uint32_t at = 0;
  while (at < n->limit_count && rat_cmp(n->limits[at], limit) < 0) at++;
  if (n->limit_count == CHOICES_MAX || (at < n->limit_count && !rat_cmp(n->limits[at], limit)))
    return;
  memmove(&n->limits[at + 1], &n->limits[at], (n->limit_count - at) * sizeof *n->limits);
  n->limits[at] = limit;
  n->limit_count++;
}

static bool has_choice(const struct unknown *n, const char *text) {
  for (uint32_t i = 0; i < n->choice_count; i++)
    if (!strcmp(n->choices[i].text, text)) return true;
  return false;
}

/* ---- what a test asks of a fact --------------------------------------------------------------------- */

static void ask_before(struct eval *e, struct unknown *n, imp_day day) {
  const char *early = text_in(e->arena, "before %s", bill_day(e->arena, day));
  const char *late = text_in(e->arena, "on %s or later", bill_day(e->arena, day));
  if (!early || !late || has_choice(n, early)) return;
  add_choice(n, (struct fact_value){.day = day - 1}, false, early);
  if (day <= e->line->on) add_choice(n, (struct fact_value){.day = day}, false, late);
}

static void ask_in(struct eval *e, struct unknown *n, const struct law_set *places) {
  for (uint32_t i = 0; i < places->count; i++) {
    if (places->items[i].kind != LAW_ITEM_PLACE) continue;
    struct fact_value v = {.place_count = 1};
    v.places[0] = places->items[i].place;
    char two[3] = {(char)(v.places[0] >> 8), (char)(v.places[0] & 0xff), 0};
    if (!has_choice(n, two)) add_choice(n, v, false, text_in(e->arena, "%s", two));
  }
  struct fact_value other = {.place_count = 1}; /* a place of no list */
  if (!has_choice(n, "elsewhere")) add_choice(n, other, false, "elsewhere");
}

static void ask_words(struct eval *e, struct unknown *n) {
  const struct law_fact *f = &e->law->facts[n->fact];
  for (uint32_t i = 0; i < f->word_count && !n->choice_count; i++)
    for (uint32_t w = 0; w < f->word_count; w++)
      add_choice(n, (struct fact_value){.word = f->words[w]}, false,
                 str_dup(e->arena, f->words[w]));
}

static void ask_yes_no(struct unknown *n) {
  if (n->choice_count) return;
  add_choice(n, (struct fact_value){.flag = false}, false, "no");
  add_choice(n, (struct fact_value){.flag = true}, true, "yes");
}

static void ask_compare(struct eval *e, struct unknown *n, const struct law_cond *c) {
  const struct law_fact *f = &e->law->facts[n->fact];
  struct rat limit = c->amount.value;
  if (f->type == LAW_FACT_PART && c->amount.kind == LAW_AMOUNT_SHARE &&
      !rat_mul(limit, rat_int(e->line->dollars), &limit))
    return;
  add_limit(n, limit);
}

static const char *amount_words(struct eval *e, const struct law_fact *f, struct rat v) {
  struct buf b = {0};
  struct rat shown = v;
  if (f->type == LAW_FACT_SHARE && !rat_mul(v, rat_int(100), &shown)) shown = v;
  rat_print(shown, &b);
  if (f->type == LAW_FACT_SHARE) buf_putc(&b, '%');
  return buf_keep(&b, e->arena);
}

static void add_amount(struct eval *e, struct unknown *n, struct rat v) {
  add_choice(n, (struct fact_value){.amount = v}, false,
             amount_words(e, &e->law->facts[n->fact], v));
}

/* Parts are whole dollars, at most what the stated parts leave. A duty grows with them evenly between two
 * thresholds, so the ends of each cell are enough: nothing, the dollars about each threshold, all. */
static void cut_part(struct eval *e, struct unknown *n) {
  struct rat most = line_part_room(e->law, e->line, n->fact), last = RAT_ZERO;
  add_amount(e, n, RAT_ZERO);
  for (uint32_t i = 0; i <= n->limit_count; i++) {
    struct rat limit = i < n->limit_count ? n->limits[i] : most;
    i128 whole = limit.num / limit.den;
    for (i128 d = limit.den == 1 ? whole - 1 : whole; d <= whole + 1; d++) {
      struct rat v = {d, 1};
      if (rat_cmp(v, last) <= 0 || rat_cmp(v, most) > 0) continue;
      if (i == n->limit_count && d != whole) continue;
      add_amount(e, n, v);
      last = v;
    }
  }
}

/* Ends, thresholds, and one value between each two of them: what matters is the side of a threshold. */
static void cut_amounts(struct eval *e, struct unknown *n) {
  const struct law_fact *f = &e->law->facts[n->fact];
  struct rat before = RAT_ZERO, middle, half;
  if (f->type == LAW_FACT_PART) cut_part(e, n);
  if (f->type != LAW_FACT_SHARE && f->type != LAW_FACT_MONEY && f->type != LAW_FACT_QUANTITY)
    return;
  add_amount(e, n, RAT_ZERO);
  if (f->type == LAW_FACT_SHARE) add_limit(n, rat_int(1));
  for (uint32_t i = 0; i < n->limit_count; i++) {
    if (rat_cmp(n->limits[i], before) <= 0) continue;
    if (rat_add(before, n->limits[i], &middle) && rat_make(1, 2, &half) &&
        rat_mul(middle, half, &middle))
      add_amount(e, n, middle);
    add_amount(e, n, n->limits[i]);
    before = n->limits[i];
  }
  if ((f->type == LAW_FACT_MONEY || f->type == LAW_FACT_QUANTITY) &&
      rat_add(before, rat_int(1), &middle))
    add_amount(e, n, middle);
}

/* ---- walking the tests ------------------------------------------------------------------------------- */

static bool atom_fact(const struct law_cond *c) {
  return c->fact_index != LAW_NONE &&
         (c->kind == LAW_COND_BEFORE || c->kind == LAW_COND_IN || c->kind == LAW_COND_IS ||
          c->kind == LAW_COND_FLAG || (c->kind == LAW_COND_COMPARE && c->subject == LAW_SUBJ_FACT));
}

static void ask_atom(struct eval *e, struct unknowns *u, const struct law_cond *c) {
  struct unknown *n = unknown_of(e, u, c->fact_index, (struct str){0});
  if (!n) return;
  switch (c->kind) {
  case LAW_COND_BEFORE:
    ask_before(e, n, c->day);
    break;
  case LAW_COND_IN:
    ask_in(e, n, &c->places);
    break;
  case LAW_COND_IS:
    ask_words(e, n);
    break;
  case LAW_COND_FLAG:
    ask_yes_no(n);
    break;
  case LAW_COND_COMPARE:
    ask_compare(e, n, c);
    break;
  default:
    break;
  }
}

/* Records every atom that is unknown in the given mode: as a fact to ask, or as a presumption taken. */
static bool walk(struct eval *e, struct unknowns *u, const struct law_cond *c, struct str label) {
  if (!c || cond_eval(&e->cond, c, label) != TRI_UNKNOWN) return true;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (!walk(e, u, c->kids[i], label)) return false;
  if (!atom_fact(c)) return true;
  const struct law_fact *f = &e->law->facts[c->fact_index];
  if (e->cond.presume) {
    ask_atom(e, u, c);
    return true;
  }
  if (!f->has_else) return true;
  return text_list_add(e->arena, &u->assumed,
                       text_in(e->arena, "%.*s: %.*s", (int)f->name.n, f->name.p,
                               (int)f->else_value.n, f->else_value.p));
}

static bool walk_parts(struct eval *e, struct unknowns *u, const struct law_parts *on) {
  for (uint32_t i = 0; on->stated && i < on->count; i++) {
    uint32_t fact = on->facts[i];
    if (e->line->facts[fact].stated || cond_part_nil(e->law, e->line, fact)) continue;
    const struct law_fact *f = &e->law->facts[fact];
    if (!on->else_value) {
      unknown_of(e, u, fact, (struct str){0});
    } else if (!text_list_add(e->arena, &u->assumed,
                              text_in(e->arena, "%.*s: not stated, so the full value",
                                      (int)f->name.n, f->name.p))) {
      return false;
    }
  }
  return true;
}

static bool described(struct eval *e, struct unknowns *u, uint32_t m, const struct law_heading *h,
                      const struct law_stmt *s) {
  struct match g = eval_goods(e, m, h, s);
  struct str label = h ? h->label : e->law->measures[m].name;
  if (g.verdict != MATCH_PART || line_claims(e->line, label) || line_denies(e->line, label))
    return true;
  struct unknown *n = unknown_of(e, u, LAW_NONE, label);
  if (n) {
    n->words = g.ex;
    ask_yes_no(n);
  }
  return true;
}

static bool quota_unknown(struct eval *e, struct unknowns *u, const struct law_heading *h) {
  uint32_t fact = law_find_fact(e->law, STR("quota"));
  bool any = false;
  for (uint32_t i = 0; h && i < h->count; i++) any = any || h->stmts[i].kind == LAW_QUOTA;
  if (!any || fact == LAW_NONE || e->line->facts[fact].stated) return true;
  struct unknown *n = unknown_of(e, u, fact, (struct str){0});
  if (n) ask_words(e, n);
  return true;
}

/* One heading (or the measure itself) with one line: asked for, then looked at for what was presumed. */
static bool walk_line(struct eval *e, struct unknowns *u, uint32_t m, const struct law_heading *h,
                      const struct law_stmt *s) {
  struct str label = h ? h->label : (struct str){0};
  bool lowers = eval_lowers(s);
  enum tri t = TRI_NO;
  for (uint32_t c = 0; c < e->line->cell_count && t != TRI_UNKNOWN; c++) {
    enum tri here = eval_fits(e, m, h, s, c, lowers);
    if (here != TRI_NO) t = here;
  }
  if (t == TRI_UNKNOWN) {
    if (!walk(e, u, h ? h->cond : NULL, label) || !walk(e, u, s->cond, label)) return false;
    if (!lowers && !described(e, u, m, h, s)) return false;
    if (!quota_unknown(e, u, h)) return false;
  }
  if (t != TRI_NO && !walk_parts(e, u, &s->on)) return false;
  if (!(h && h->cond) && !s->cond) return true; /* no test, nothing presumed */
  e->cond.presume = false; /* what would be open without the law's presumptions */
  enum tri open = eval_fits(e, m, h, s, 0, lowers);
  bool fine =
      open != TRI_UNKNOWN || (walk(e, u, h ? h->cond : NULL, label) && walk(e, u, s->cond, label));
  e->cond.presume = true;
  return fine;
}

static bool walk_block(struct eval *e, struct unknowns *u, uint32_t m,
                       const struct law_heading *h) {
  const struct law_measure *measure = &e->law->measures[m];
  const struct law_stmt *block = h ? h->stmts : measure->stmts;
  uint32_t n = h ? h->count : measure->count;
  if (!eval_heading_wakes(e, m, h)) return true;
  const struct law_stmt *demand = eval_current_demand(e, m, h);
  if (demand && !walk_line(e, u, m, h, demand)) return false;
  for (uint32_t i = 0; i < n; i++) {
    if (block[i].kind != LAW_EXEMPTS && block[i].kind != LAW_YIELDS) continue;
    if (eval_is_current(e, block, n, &block[i]) && !walk_line(e, u, m, h, &block[i])) return false;
  }
  return true;
}

static bool walk_scope_if(struct eval *e, struct unknowns *u, uint32_t m) {
  if (!e->results[m].scope_if_unknown) return true;
  for (uint32_t k = m; k != LAW_NONE; k = e->law->measures[k].parent)
    for (uint32_t i = 0; i < e->law->measures[k].count; i++)
      if (e->law->measures[k].stmts[i].kind == LAW_IF &&
          !walk(e, u, e->law->measures[k].stmts[i].cond, (struct str){0}))
        return false;
  return true;
}

/* What lies in two stated parts at once, where they leave it open. */
static void ask_overlaps(struct eval *e, struct unknowns *u) {
  int64_t amounts[LINE_OVERLAPS_MAX];
  for (uint32_t i = 0; e->line->crossed && i < e->law->fact_count; i++) {
    uint32_t count = line_overlap_amounts(e->law, e->line, i, amounts);
    struct unknown *n = count ? unknown_of(e, u, i, (struct str){0}) : NULL;
    for (uint32_t k = 0; n && k < count; k++) add_amount(e, n, rat_int(amounts[k]));
  }
}

bool unknowns_find(struct eval *e, struct unknowns *u) {
  *u = (struct unknowns){0};
  for (uint32_t m = 0; m < e->law->measure_count; m++) {
    const struct law_measure *measure = &e->law->measures[m];
    if (!e->results[m].in_scope || e->results[m].silence || fees_is_fee(measure)) continue;
    if (!walk_scope_if(e, u, m) || !walk_block(e, u, m, NULL)) return false;
    for (uint32_t h = 0; h < measure->heading_count; h++)
      if (!walk_block(e, u, m, &measure->headings[h])) return false;
  }
  for (uint32_t i = 0; i < u->count; i++)
    if (u->items[i].fact != LAW_NONE) cut_amounts(e, &u->items[i]);
  ask_overlaps(e, u);
  return !u->no_memory;
}
