// SPDX-License-Identifier: Apache-2.0
// How much of a place's controls is encoded: its lists of items and of persons, whole, in part, or known and not encoded.
#include "base/error.h"
#include "deal/licence.h"

struct imp_coverage {
  struct arena arena;
  struct imp_covered *items;
  uint32_t count;
  char place[3];
};

static bool of_place(const struct law *law, struct str name, uint16_t place) {
  struct str rest = name, first = {NULL, 0};
  str_split(&rest, '.', &first);
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    if (law->jurisdictions[i].place == place && str_eq(law->jurisdictions[i].name, first))
      return true;
  return false;
}

static void say(struct arena *a, const struct law *law, const struct deal_list *l,
                struct imp_covered *out) {
  static const char *const words[] = {"official", "copy", "report", "inferred"};
  *out = (struct imp_covered){.name = deal_text(a, l->name),
                              .title = deal_text(a, l->title),
                              .act = deal_text(a, l->by.act_name),
                              .persons = l->of_parties,
                              .encoded = l->count,
                              .declared = l->has_declared ? l->declared : 0,
                              .whole = !l->is_partial,
                              .missing = l->is_partial ? deal_text(a, l->partial) : NULL};
  if (l->by.act == LAW_NONE) return;
  out->source = words[law->acts[l->by.act].source];
  out->signed_on = deal_day_text(a, law_act_known(&law->acts[l->by.act]));
}

static bool fill(struct imp_coverage *c, const struct law *law, uint16_t place) {
  const struct law_deal *d = law->deal;
  c->items = arena_array(&c->arena, d->list_count + 1u, sizeof *c->items);
  for (uint32_t i = 0; c->items && i < d->list_count; i++) {
    const struct deal_list *l = &d->lists[i];
    bool gathers = l->count == 0 && l->include_count > 0;
    if (!gathers && of_place(law, l->name, place)) say(&c->arena, law, l, &c->items[c->count++]);
  }
  return c->items && !c->arena.failed;
}

enum imp_status imp_coverage(const struct imp_law *law, const char *place,
                             struct imp_coverage **out, struct imp_error *err) {
  *out = NULL;
  uint16_t code = names_place_find(law->names, str_trim(str_of(place)));
  if (!code)
    return error_set(err, IMP_USAGE, "usage.place",
                     "an ISO code or a name: `impost places` lists them", "\"%.60s\" is no place",
                     place);
  struct imp_coverage *c = mem_alloc(sizeof *c);
  if (c && fill(c, law->law, code)) {
    c->place[0] = (char)(code >> 8);
    c->place[1] = (char)(code & 0xff);
    *out = c;
    return IMP_OK;
  }
  imp_coverage_free(c);
  return error_no_memory(err);
}

const char *imp_coverage_place(const struct imp_coverage *c) {
  return c->place;
}

uint32_t imp_coverage_count(const struct imp_coverage *c) {
  return c->count;
}

const struct imp_covered *imp_coverage_at(const struct imp_coverage *c, uint32_t i) {
  return i < c->count ? &c->items[i] : NULL;
}

void imp_coverage_free(struct imp_coverage *c) {
  if (!c) return;
  arena_free(&c->arena);
  mem_free(c);
}
