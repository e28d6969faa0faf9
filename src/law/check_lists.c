// SPDX-License-Identifier: Apache-2.0
// lists: of one kind, with members, not containing themselves, first batch undated.
//
// A dated first batch would hide goods from the days before it; the day belongs to the rate, so that the
// list can be read as the act prints it.
#include "law/check.h"
#include "law/circle.h"

static uint32_t members(const struct law_list *list) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < list->count; i++)
    for (uint32_t k = 0; k < list->lines[i].count; k++) n += list->lines[i].sets[k].count;
  return n;
}

static bool fits(const struct check *c, const struct law_list *list, const struct law_item *item) {
  switch (item->kind) {
  case LAW_ITEM_CODE:
    return !list->of_places;
  case LAW_ITEM_PLACE:
    return list->of_places;
  case LAW_ITEM_LIST:
    return item->list == LAW_NONE || c->law->lists[item->list].of_places == list->of_places;
  default:
    return true;
  }
}

static void check_items(struct check *c, const struct law_list *list, const struct law_item *items,
                        uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (!fits(c, list, &items[i]))
      finding(c->found, LAW_LISTS_MIXED, items[i].pos, 2, "Make two lists of it.",
              "%.*s is a list of %s, and this is none", SHOW(list->name),
              list->of_places ? "places" : "goods");
}

static void check_list(struct check *c, const struct law_list *list) {
  if (!members(list))
    finding(c->found, LAW_LISTS_EMPTY, list->pos, (uint32_t)list->name.n,
            "Add members with `add`, or delete the list.", "the list %.*s has no members",
            SHOW(list->name));
  for (uint32_t i = 0; i < list->count; i++) {
    for (uint32_t k = 0; k < list->lines[i].count; k++) {
      check_items(c, list, list->lines[i].sets[k].items, list->lines[i].sets[k].count);
      check_items(c, list, list->lines[i].sets[k].but, list->lines[i].sets[k].but_count);
    }
  }
  if (list->count && list->lines[0].when.from != DAY_FIRST)
    finding(c->found, LAW_LISTS_FIRST, list->lines[0].pos, 3,
            "Leave `from` out: since when the list matters is said where it is used.",
            "the first batch of %.*s has a day", SHOW(list->name));
}

/* ---- circles --------------------------------------------------------------------------------------------------- */

static bool add_edges(struct circle_graph *g, uint32_t from, const struct law_item *items,
                      uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (items[i].kind == LAW_ITEM_LIST && items[i].list != LAW_NONE &&
        !circle_add(g, (struct circle_edge){from, items[i].list, DAY_FIRST, DAY_NEVER, items[i].pos,
                                            false}))
      return false;
  return true;
}

static bool add_list(struct circle_graph *g, const struct law_list *list, uint32_t at) {
  for (uint32_t i = 0; i < list->count; i++)
    for (uint32_t k = 0; k < list->lines[i].count; k++)
      if (!add_edges(g, at, list->lines[i].sets[k].items, list->lines[i].sets[k].count) ||
          !add_edges(g, at, list->lines[i].sets[k].but, list->lines[i].sets[k].but_count))
        return false;
  return true;
}

static void check_circles(struct check *c) {
  struct circle_graph g = {.nodes = c->law->list_count};
  uint32_t length;
  bool good = true;
  for (uint32_t i = 0; i < c->law->list_count && good; i++)
    good = add_list(&g, &c->law->lists[i], i);
  good = good && circle_ready(&g);
  while (good && circle_search(&g, DAY_FIRST, &length)) {
    struct circle_edge *e = &g.edges[g.path[0]];
    finding(c->found, LAW_LISTS_CIRCLE, e->pos, (uint32_t)c->law->lists[e->to].name.n + 1,
            "Take one list out of the other.", "the list %.*s contains itself by way of %.*s",
            SHOW(c->law->lists[e->from].name), SHOW(c->law->lists[e->to].name));
    e->off = true;
  }
  c->failed |= !good;
  circle_free(&g);
}

void check_lists(struct check *c) {
  for (uint32_t i = 0; i < c->law->list_count; i++) check_list(c, &c->law->lists[i]);
  check_circles(c);
}
