// SPDX-License-Identifier: Apache-2.0
// What was looked at: lists whole, in part, known and not encoded; what an act takes out again; near words; the weakest
// source.
#include <stdlib.h>
#include <string.h>

#include "deal/licence.h"

/* A list that only gathers others is not counted beside them. */
static bool gathers(const struct deal_list *l) {
  return l->count == 0 && l->include_count > 0;
}

static void mark(const struct law_deal *d, uint32_t list, bool *seen, int depth) {
  if (list == LAW_NONE || seen[list] || depth > 16) return;
  seen[list] = true;
  for (uint32_t i = 0; i < d->lists[list].include_count; i++)
    mark(d, d->lists[list].include_lists[i], seen, depth + 1);
}

/* Lists of the controls that look this way, whatever the item. */
bool *deal_way_of(struct arena *a, const struct deal_asked *k) {
  const struct law_deal *d = k->law->law->deal;
  bool *seen = arena_array(a, d->list_count + 1u, sizeof *seen);
  struct deal_case own = k->c;
  if (!own.origin) own.origin = own.out_of;
  struct deal_env env = {&own, &k->query.view, LAW_NONE};
  struct moment at = {k->c.on, k->c.minute};
  for (uint32_t c = 0; seen && c < d->control_count; c++) {
    const struct deal_line *items = deal_scope(&k->query.view, d->controls, c, DEAL_ITEMS, at);
    if (!items || !items->item_count || deal_route(&env, c) == TRI_NO) continue;
    for (uint32_t i = 0; i < items->item_count; i++) mark(d, items->items[i].list, seen, 0);
  }
  return seen;
}

static void say_list(struct arena *a, const struct deal_list *l, struct imp_licence_list *out) {
  out->name = deal_text(a, l->name);
  out->title = deal_text(a, l->title);
  out->act = deal_text(a, l->by.act_name);
  out->encoded = l->count;
  out->declared = l->has_declared ? l->declared : 0;
  out->whole = !l->is_partial;
  out->missing = l->is_partial ? deal_text(a, l->partial) : NULL;
}

static bool say_looked_at(struct deal_asked *k, const bool *seen, struct imp_licence_answer *out) {
  const struct law_deal *d = k->law->law->deal;
  struct imp_licence_list *lists = arena_array(k->arena, d->list_count + 1u, sizeof *lists);
  if (!lists) return false;
  out->lists = lists;
  for (uint32_t i = 0; i < d->list_count; i++)
    if (seen[i] && deal_list_known(&k->query.view, i) && !d->lists[i].of_parties &&
        !gathers(&d->lists[i]))
      say_list(k->arena, &d->lists[i], &lists[out->list_count++]);
  return true;
}

/* ---- taken out by words ------------------------------------------------------------------------------------------------ */

static bool say_buts(struct deal_asked *k, struct imp_licence_answer *out) {
  const struct law_deal *d = k->law->law->deal;
  const char **texts = arena_array(k->arena, d->list_count + 1u, sizeof *texts);
  bool *seen = arena_array(k->arena, d->list_count + 1u, sizeof *seen);
  if (!texts || !seen) return false;
  out->not_these = texts;
  for (uint32_t i = 0; i < k->matches->count; i++) {
    uint32_t list = d->entries[k->matches->items[i].entry].list;
    const struct deal_list *l = &d->lists[list];
    if (seen[list]) continue;
    seen[list] = true;
    for (uint32_t b = 0; b < l->but_count && out->not_these_count < d->list_count; b++) {
      const struct deal_but *but = &l->buts[b];
      if (!view_counts(&k->query.view, &but->when, NULL)) continue;
      texts[out->not_these_count++] =
          text_in(k->arena, "%.*s (%.*s)", (int)but->text.n, but->text.p, (int)but->when.act_name.n,
                  but->when.act_name.p);
    }
  }
  return true;
}

static bool say_near(struct deal_asked *k, struct imp_licence_answer *out) {
  const struct law *law = k->law->law;
  struct imp_licence_near *near = arena_array(k->arena, k->matches->offer_count + 1u, sizeof *near);
  if (!near) return false;
  out->near = near;
  out->near_more = k->matches->offers_more;
  for (uint32_t i = 0; i < k->matches->offer_count; i++) {
    uint32_t entry = k->matches->offers[i].entry;
    if (!deal_list_known(&k->query.view, law->deal->entries[entry].list)) continue;
    near[out->near_count++] =
        (struct imp_licence_near){deal_entry_name(k->arena, law, entry),
                                  deal_text(k->arena, law->deal->entries[entry].text)};
  }
  return true;
}

/* ---- sources ------------------------------------------------------------------------------------------------------------ */

static void weaken(const struct law *law, const struct deal_line *line, int *weakest) {
  if (!line || line->when.act == LAW_NONE) return;
  int source = (int)law->acts[line->when.act].source;
  if (source > *weakest) *weakest = source;
}

static const char *weakest_of(const struct deal_asked *k, const struct deal_outcomes *all) {
  static const char *const words[] = {"official", "copy", "report", "inferred"};
  int weakest = -1;
  for (uint32_t o = 0; o < all->count; o++)
    for (uint32_t i = 0; i < all->items[o].j->count; i++) {
      const struct deal_finding *f = &all->items[o].j->findings[i];
      if (f->quoted || f->net) continue;
      weaken(k->law->law, f->line, &weakest);
      weaken(k->law->law, f->stay.line, &weakest);
    }
  return weakest < 0 ? "" : words[weakest];
}

bool deal_say_lists(struct deal_asked *k, const struct deal_outcomes *all,
                    struct imp_licence_answer *out) {
  const bool *seen = deal_way_of(k->arena, k);
  if (!seen) return false;
  out->weakest = weakest_of(k, all);
  return say_looked_at(k, seen, out) && say_buts(k, out) && say_near(k, out);
}
