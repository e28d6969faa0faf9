// SPDX-License-Identifier: Apache-2.0
// Only a part of what is coming: one side, one sort, or what may reach a number. See impost/study.h.
//
// By number nothing is left out that might be meant: days and exceptions of a list are not looked at, and a control
// whose items are told in words stays.
#include <string.h>

#include "base/error.h"
#include "book/coming.h"
#include "deal/block.h"

enum { DEPTH_MAX = 16 };

struct number {
  uint64_t lo, hi;
};

static bool overlap(uint64_t lo, uint64_t hi, const struct number *n) {
  return lo <= n->hi && n->lo <= hi;
}

/* ---- goods of measures ---------------------------------------------------------------------------------------------- */

static bool list_may(const struct law *law, uint32_t list, const struct number *n, int depth);

static bool set_may(const struct law *law, const struct law_set *set, const struct number *n,
                    int depth) {
  for (uint32_t i = 0; i < set->count; i++) {
    const struct law_item *x = &set->items[i];
    if (x->kind == LAW_ITEM_ALL) return true;
    if (x->kind == LAW_ITEM_CODE && overlap(x->lo, x->hi, n)) return true;
    if (x->kind == LAW_ITEM_LIST && list_may(law, x->list, n, depth + 1)) return true;
  }
  return false;
}

static bool list_may(const struct law *law, uint32_t list, const struct number *n, int depth) {
  if (list == LAW_NONE || depth > DEPTH_MAX) return false;
  for (uint32_t i = 0; i < law->lists[list].count; i++) {
    const struct law_list_line *line = &law->lists[list].lines[i];
    for (uint32_t k = 0; k < line->count; k++)
      if (set_may(law, &line->sets[k], n, depth)) return true;
  }
  return false;
}

/* What the nearest name above says; without a word, everything. */
static bool scope_may(const struct law *law, uint32_t m, const struct number *n) {
  bool stated = false, may = false;
  for (; m != LAW_NONE && !stated; m = law->measures[m].parent)
    for (uint32_t i = 0; i < law->measures[m].count; i++)
      if (law->measures[m].stmts[i].kind == LAW_GOODS) {
        stated = true;
        may = may || set_may(law, &law->measures[m].stmts[i].goods, n, 0);
      }
  return !stated || may;
}

static bool heading_may(const struct law *law, uint32_t m, struct str label,
                        const struct number *n) {
  bool there = false;
  for (uint32_t h = 0; h < law->measures[m].heading_count; h++) {
    const struct law_heading *x = &law->measures[m].headings[h];
    if (!str_eq(x->label, label)) continue;
    there = true;
    if (!x->has_goods || set_may(law, &x->goods, n, 0)) return true;
  }
  return !there;
}

static bool measure_may(const struct law *law, const struct imp_event *e, const struct number *n) {
  if (e->measure[0] == '@') return list_may(law, law_find_list(law, str_of(e->measure + 1)), n, 0);
  uint32_t m = law_find_measure(law, str_of(e->measure));
  return m == LAW_NONE || (scope_may(law, m, n) && heading_may(law, m, str_of(e->heading), n));
}

/* ---- items of controls ----------------------------------------------------------------------------------------------- */

/* Schedules of two places agree in six digits and no further. */
static bool entries_may(const struct law_deal *d, uint32_t first, uint32_t count,
                        const struct number *n) {
  enum { SIX = 10000 };
  for (uint32_t i = first; i < first + count; i++)
    for (uint32_t k = 0; k < d->entries[i].code_count; k++) {
      const struct deal_code *c = &d->entries[i].codes[k];
      if (overlap(c->lo / SIX * SIX, c->hi / SIX * SIX + SIX - 1,
                  &(struct number){n->lo / SIX * SIX, n->hi / SIX * SIX + SIX - 1}))
        return true;
    }
  return false;
}

static bool items_list_may(const struct law_deal *d, uint32_t list, const struct number *n,
                           int depth) {
  if (list == LAW_NONE || depth > DEPTH_MAX) return false;
  if (entries_may(d, d->lists[list].first, d->lists[list].count, n)) return true;
  for (uint32_t i = 0; i < d->lists[list].include_count; i++)
    if (items_list_may(d, d->lists[list].include_lists[i], n, depth + 1)) return true;
  return false;
}

static bool line_may(const struct law_deal *d, const struct deal_line *l, const struct number *n) {
  if (l->any || !l->item_count) return true; /* any item, or told in words */
  for (uint32_t i = 0; i < l->item_count; i++) {
    const struct deal_ref *r = &l->items[i];
    if (r->whole ? items_list_may(d, r->list, n, 0) : entries_may(d, r->first, r->count, n))
      return true;
  }
  return false;
}

static bool own_items_may(const struct law_deal *d, const struct deal_block *x,
                          const struct number *n, bool *stated) {
  bool may = false;
  for (uint32_t i = 0; i < x->count; i++)
    if (x->lines[i].kind == DEAL_ITEMS) {
      *stated = true;
      may = may || line_may(d, &x->lines[i], n);
    }
  return may;
}

/* Of the control, the nearest name above that says, or any name below. */
static bool control_may(const struct law *law, struct str name, const struct number *n) {
  const struct law_deal *d = law->deal;
  bool stated = false;
  for (uint32_t at = deal_find_control(d, name); at != LAW_NONE && !stated;
       at = d->controls[at].parent)
    if (own_items_may(d, &d->controls[at], n, &stated)) return true;
  for (uint32_t i = 0; i < d->control_count; i++)
    if (law_name_under(d->controls[i].name, name) && own_items_may(d, &d->controls[i], n, &stated))
      return true;
  return !stated;
}

/* ---- the call ------------------------------------------------------------------------------------------------------------ */

static bool pledge_may(const struct law *law, struct str name, const struct number *n) {
  uint32_t p = deal_find_pledge(law->deal, name);
  return p != LAW_NONE && set_may(law, &law->deal->pledges[p].goods, n, 0);
}

static bool goods_may(const struct law *law, const struct imp_coming *c, const struct number *n) {
  if (strcmp(c->of, "measure") == 0 || strcmp(c->of, "list") == 0)
    return measure_may(law, &c->event, n);
  if (strcmp(c->of, "control") == 0) return control_may(law, str_of(c->event.measure), n);
  return strcmp(c->of, "pledge") == 0 && pledge_may(law, str_of(c->event.measure), n);
}

/* "US, CN" holds the side CN. */
static bool of_side(const char *sides, struct str side) {
  struct str rest = str_of(sides), one;
  while (str_split(&rest, ',', &one))
    if (str_eq(str_trim(one), side)) return true;
  return false;
}

static bool is_word(const char *of) {
  static const char *const words[] = {"measure",  "control", "fee",   "list",
                                      "question", "meeting", "pledge"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i], of) == 0) return true;
  return false;
}

/* Places whose law is encoded, "US, CN". */
static const char *sides_words(struct imp_upcoming *u, const struct law *law) {
  struct buf b = {0};
  for (uint32_t j = 0; j < law->jurisdiction_count; j++)
    buf_printf(&b, "%s%c%c", b.n ? ", " : "", (char)(law->jurisdictions[j].place >> 8),
               (char)(law->jurisdictions[j].place & 0xff));
  return buf_keep(&b, &u->arena);
}

/* "China" and "CN" are one; a place without law here is refused: nothing to come of it would be no answer. */
static enum imp_status read_side(const struct imp_law *law, struct imp_upcoming *u,
                                 const char *typed, char side[3], struct imp_error *err) {
  uint16_t place = names_place_find(law->names, str_trim(str_of(typed)));
  const struct names_place *name = place ? names_place(law->names, place) : NULL;
  const char *sides = sides_words(u, law->law);
  if (!sides) return error_no_memory(err);
  if (!place)
    return error_set(err, IMP_USAGE, "usage.place",
                     "an ISO code or a name: `impost places` lists them",
                     "the side \"%.40s\" is no place", typed);
  for (uint32_t j = 0; j < law->law->jurisdiction_count; j++)
    if (law->law->jurisdictions[j].place == place) {
      side[0] = (char)(place >> 8), side[1] = (char)(place & 0xff), side[2] = '\0';
      return IMP_OK;
    }
  return error_set(err, IMP_USAGE, "usage.place", "leave --side out, or name a side whose law is",
                   "no law of %.*s is encoded; of these it is: %s", name ? (int)name->name.n : 0,
                   name ? name->name.p : "", sides);
}

enum imp_status imp_upcoming_keep(const struct imp_law *law, struct imp_upcoming *u,
                                  const struct imp_coming_filter *f, struct imp_error *err) {
  struct number n;
  uint8_t digits;
  uint32_t kept = 0;
  char side[3] = "";
  enum imp_status status = f->side ? read_side(law, u, f->side, side, err) : IMP_OK;
  if (status != IMP_OK) return status;
  if (f->of && !is_word(f->of))
    return error_set(err, IMP_USAGE, "usage.option",
                     "measure, control, fee, list, question, meeting or pledge",
                     "\"%.40s\" is no sort of change", f->of);
  if (f->goods && !law_code_parse(str_of(f->goods), &n.lo, &n.hi, &digits))
    return error_set(err, IMP_USAGE, "usage.code", "give 2 to 10 digits",
                     "\"%.40s\" is no commodity code", f->goods);
  for (uint32_t i = 0; i < u->count; i++) {
    const struct imp_coming *c = &u->items[i];
    if (f->side && !of_side(c->side, str_of(side))) continue;
    if (f->of && strcmp(f->of, c->of) != 0) continue;
    if (f->goods && !goods_may(law->law, c, &n)) continue;
    u->items[kept++] = *c;
  }
  u->count = kept;
  return IMP_OK;
}
