// SPDX-License-Identifier: Apache-2.0
// imp_lookup_places: a place with its codes, names, and the dated lists of law it stands on.
#include <string.h>

#include "book/lookup.h"

struct imp_places_owner {
  struct imp_places_page page; /* first: the page is freed through its owner */
  struct arena arena;
};

struct places_job {
  const struct imp_lookup *l;
  const struct query *q;
  struct arena *a;
  bool no_memory;
};

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool contains(struct str text, struct str part) {
  for (size_t i = 0; i + part.n <= text.n; i++) {
    size_t k = 0;
    while (k < part.n && lower(text.p[i + k]) == lower(part.p[k])) k++;
    bool begins = i == 0 || text.p[i - 1] == ' ' || text.p[i - 1] == ';' || text.p[i - 1] == '(' ||
                  text.p[i - 1] == '-';
    if (k == part.n && begins) return true;
  }
  return false;
}

/* Words in a name, or the code itself. An exact code or name is alone: see chosen. */
static bool asked_for(const struct names_place *p, struct str asked) {
  return !asked.n || contains(p->name, asked) || contains(p->others, asked);
}

static bool on_list(const struct places_job *j, uint32_t list, uint16_t place) {
  struct law_item item = {.kind = LAW_ITEM_LIST, .list = list};
  struct law_set set = {.items = &item, .count = 1};
  struct matcher m = {.view = &j->q->view, .on = j->q->on};
  return match_place(&m, &set, place);
}

/* The list names the place on some day. */
static bool ever_on(const struct law *law, uint32_t list, uint16_t place, int depth) {
  const struct law_list *l = &law->lists[list];
  for (uint32_t i = 0; i < l->count; i++)
    for (uint32_t s = 0; s < l->lines[i].count; s++)
      for (uint32_t k = 0; k < l->lines[i].sets[s].count; k++) {
        const struct law_item *item = &l->lines[i].sets[s].items[k];
        if (item->kind == LAW_ITEM_PLACE && item->place == place) return true;
        if (item->kind == LAW_ITEM_LIST && item->list != LAW_NONE && depth < 8 &&
            ever_on(law, item->list, place, depth + 1))
          return true;
      }
  return false;
}

static const char *keep(struct places_job *j, struct str s) {
  const char *text = str_dup(j->a, s);
  if (!text) j->no_memory = true;
  return text ? text : "";
}

/* The law itself says whose goods pay column 2: the places of a heading with that rate. */
static bool is_column_2(const struct law *law, uint32_t list) {
  for (uint32_t m = 0; m < law->measure_count; m++)
    for (uint32_t h = 0; h < law->measures[m].heading_count; h++) {
      const struct law_heading *x = &law->measures[m].headings[h];
      bool named = x->has_of && x->of.count == 1 && x->of.items[0].kind == LAW_ITEM_LIST &&
                   x->of.items[0].list == list;
      for (uint32_t i = 0; named && i < x->count; i++)
        if (x->stmts[i].kind == LAW_RATE && x->stmts[i].expr.count &&
            x->stmts[i].expr.terms[0].kind == LAW_TERM_COLUMN_2)
          return true;
    }
  return false;
}

static void fill(struct places_job *j, const struct names_place *p, struct imp_place *out) {
  const struct law *law = j->l->law->law;
  struct buf in = {0}, not = {0};
  *out = (struct imp_place){.iso2 = keep(j, p->iso2_text),
                            .iso3 = keep(j, p->iso3),
                            .census = keep(j, p->census),
                            .name = keep(j, p->name),
                            .others = keep(j, p->others)};
  for (uint32_t i = 0; i < law->list_count; i++) {
    if (!law->lists[i].of_places) continue;
    if (on_list(j, i, p->iso2)) {
      lookup_join(&in, law->lists[i].name);
      if (is_column_2(law, i)) out->column2 = true;
    } else if (ever_on(law, i, p->iso2, 0)) {
      lookup_join(&not, law->lists[i].name);
    }
  }
  out->groups = lookup_keep(j->a, &in);
  out->outside = lookup_keep(j->a, &not );
  if (!out->groups || !out->outside) j->no_memory = true;
}

/* Is p among those asked for: the one place meant, the members of a list, or names that hold the words. */
static bool chosen(const struct places_job *j, const struct names_place *p, struct str asked,
                   uint16_t exact, uint32_t list) {
  if (list != LAW_NONE) return ever_on(j->l->law->law, list, p->iso2, 0);
  if (exact) return p->iso2 == exact;
  return asked_for(p, asked);
}

static const char *suggestion(struct places_job *j, struct str asked) {
  uint16_t near[3];
  struct buf b = {0};
  uint32_t n = names_place_suggest(j->l->law->names, asked, near, 3);
  for (uint32_t i = 0; i < n; i++) {
    const struct names_place *p = names_place(j->l->law->names, near[i]);
    buf_printf(&b, "%s%.*s (%.*s)", i ? ", " : "", (int)p->iso2_text.n, p->iso2_text.p,
               (int)p->name.n, p->name.p);
  }
  const char *text = lookup_keep(j->a, &b);
  if (!text) j->no_memory = true;
  return text && *text ? text : NULL;
}

static void answer(struct places_job *j, struct str asked, struct imp_places_page *page) {
  const struct names *names = j->l->law->names;
  uint16_t exact = asked.n ? names_place_find(names, asked) : 0;
  uint32_t list = LAW_NONE, n = names_place_count(names);
  const struct law *law = j->l->law->law;
  for (uint32_t i = 0; i < law->list_count && asked.n && !exact; i++)
    if (law->lists[i].of_places && str_eq_nocase(law->lists[i].name, asked)) list = i;
  struct imp_place *all = arena_array(j->a, n + 1u, sizeof *all);
  if (!all) {
    j->no_memory = true;
    return;
  }
  for (uint32_t i = 0; i < n; i++)
    if (chosen(j, names_place_at(names, i), asked, exact, list))
      fill(j, names_place_at(names, i), &all[page->count++]);
  page->places = all;
  if (list != LAW_NONE) page->group = keep(j, law->lists[list].name);
  if (!page->count && asked.n) page->suggestion = suggestion(j, asked);
}

enum imp_status imp_lookup_places(const struct imp_lookup *l, const struct imp_query *query,
                                  const char *asked, struct imp_places_page **out,
                                  struct imp_error *err) {
  struct query q;
  *out = NULL;
  struct imp_places_owner *o = mem_alloc(sizeof *o);
  if (!o) return error_no_memory(err);
  enum imp_status status = query_read(&o->arena, l->law, query, &q, err);
  struct places_job j = {.l = l, .q = &q, .a = &o->arena};
  if (status == IMP_OK) {
    answer(&j, str_trim(str_of(asked)), &o->page);
    o->page.on = bill_day(&o->arena, q.on);
    if (j.no_memory || !o->page.on) status = error_no_memory(err);
  }
  if (status != IMP_OK) {
    imp_places_page_free(&o->page);
    return status;
  }
  *out = &o->page;
  return IMP_OK;
}

void imp_places_page_free(struct imp_places_page *page) {
  if (!page) return;
  struct imp_places_owner *o = (struct imp_places_owner *)page;
  arena_free(&o->arena);
  mem_free(o);
}
