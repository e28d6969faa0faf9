// SPDX-License-Identifier: Apache-2.0
// A panel: making it, and reading cells. See impost/panel.h.
#include <string.h>

#include "panel/panel_own.h"

/* ---- what was asked ------------------------------------------------------------------------------------- */

static enum imp_status read_range(struct imp_panel *p, const struct imp_panel_options *o,
                                  struct imp_error *err) {
  imp_day last = p->read.view.known;
  p->from = names_first_day(p->law->names);
  if (o->from && !day_parse(str_of(o->from), &p->from))
    return error_set(err, IMP_USAGE, "usage.day", "write it as YYYY-MM-DD", "\"%s\" is no day",
                     o->from);
  if (o->to && !day_parse(str_of(o->to), &last))
    return error_set(err, IMP_USAGE, "usage.day", "write it as YYYY-MM-DD", "\"%s\" is no day",
                     o->to);
  if (last < p->from)
    return error_set(err, IMP_USAGE, "usage.day", "give the earlier day first",
                     "the last day is before the first");
  p->until = last + 1;
  return IMP_OK;
}

/* Digits of a prefix, points left out. */
enum imp_status panel_prefix(const char *text, char out[16], struct imp_error *err) {
  size_t n = 0;
  for (const char *s = text ? text : ""; *s; s++) {
    if (*s == '.') continue;
    if (*s < '0' || *s > '9' || n == 10)
      return error_set(err, IMP_USAGE, "usage.code", "give 1 to 10 digits",
                       "\"%s\" is no beginning of a number", text);
    out[n++] = *s;
  }
  out[n] = '\0';
  return IMP_OK;
}

static enum imp_status add_place(struct imp_panel *p, struct index *x, uint16_t iso2,
                                 struct imp_error *err) {
  uint32_t class = index_place_class(x, iso2);
  if (class == UINT32_MAX) return error_no_memory(err);
  for (uint32_t i = 0; i < p->place_count; i++)
    if (p->places[i].iso2 == iso2) return IMP_OK;
  p->places[p->place_count++] = (struct place_row){.iso2 = iso2, .index_class = class};
  if (class >= p->index_places) p->index_places = class + 1;
  return IMP_OK;
}

static enum imp_status read_places(struct imp_panel *p, const struct imp_panel_options *o,
                                   struct index *x, struct imp_error *err) {
  uint32_t all = names_place_count(p->law->names);
  enum imp_status status = IMP_OK;
  p->places = mem_alloc((all + 1u) * sizeof *p->places);
  if (!p->places) return error_no_memory(err);
  for (uint32_t i = 0; i < all && !o->place_count && status == IMP_OK; i++) {
    uint16_t iso2 = names_place_at(p->law->names, i)->iso2;
    if (iso2 != p->law->law->home) status = add_place(p, x, iso2, err);
  }
  for (uint32_t i = 0; i < o->place_count && status == IMP_OK; i++) {
    uint16_t iso2 = names_place_find(p->law->names, str_of(o->places[i]));
    if (!iso2)
      return error_set(err, IMP_USAGE, "usage.place", "impost places", "\"%s\" is no place",
                       o->places[i]);
    status = add_place(p, x, iso2, err);
  }
  return status;
}

static bool keep_query(struct imp_panel *p, const struct imp_query *q,
                       const struct imp_panel_options *o) {
  struct imp_pair *picks = arena_array(&p->arena, q->pick_count + 1u, sizeof *picks);
  const char **claims = arena_array(&p->arena, o->claim_count + 1u, sizeof *claims);
  for (uint32_t i = 0; picks && i < q->pick_count; i++) {
    picks[i].name = str_dup(&p->arena, str_of(q->picks[i].name));
    picks[i].value = str_dup(&p->arena, str_of(q->picks[i].value));
  }
  for (uint32_t i = 0; claims && i < o->claim_count; i++)
    claims[i] = str_dup(&p->arena, str_of(o->claims[i]));
  p->query = (struct imp_query){.basis = q->basis, .picks = picks, .pick_count = q->pick_count};
  if (q->known) p->query.known = str_dup(&p->arena, str_of(q->known));
  p->claims = claims;
  p->claim_count = o->claim_count;
  p->jobs = o->jobs < 1 ? 1 : o->jobs > JOBS_MOST ? JOBS_MOST : o->jobs;
  return !p->arena.failed;
}

/* ---- making ------------------------------------------------------------------------------------------------ */

static enum imp_status fill(struct imp_panel *p, struct imp_error *err) {
  struct worker *workers = mem_alloc(p->jobs * sizeof *workers);
  struct group_strips *found = mem_alloc((p->group_count + 1) * sizeof *found);
  uint32_t *strips = mem_alloc((p->group_count * p->index_places + 1) * sizeof *strips);
  enum imp_status status = workers && found && strips ? IMP_OK : error_no_memory(err);
  for (size_t g = 0; g < p->group_count && status == IMP_OK; g++)
    found[g].strips = strips + g * p->index_places;
  if (status == IMP_OK) status = fill_groups(p, workers, p->jobs, found, err);
  if (status == IMP_OK) status = merge_groups(p, workers, found, err);
  workers_free(workers, workers ? p->jobs : 0);
  mem_free(found);
  mem_free(strips);
  return status;
}

static enum imp_status build(struct imp_panel *p, const struct imp_panel_options *o,
                             const char *prefix, struct imp_error *err) {
  struct index *x = index_open(p->law->law, p->law->names, &p->read.view);
  enum imp_status status = x ? IMP_OK : error_no_memory(err);
  if (status == IMP_OK) status = read_places(p, o, x, err);
  if (status == IMP_OK &&
      (!goods_list(p, str_of(prefix)) || !goods_group(p, x) || !days_list(p, x)))
    status = error_no_memory(err);
  index_free(x);
  if (status == IMP_OK && !p->code_count)
    return error_set(err, IMP_USAGE, "usage.code", "impost goods",
                     "no number of the schedule begins with %s in those days", prefix);
  return status == IMP_OK ? fill(p, err) : status;
}

enum imp_status imp_panel_make(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_panel_options *options, struct imp_panel **out,
                               struct imp_error *err) {
  char prefix[16];
  *out = NULL;
  struct imp_panel *p = mem_alloc(sizeof *p);
  if (!p) return error_no_memory(err);
  p->law = law;
  enum imp_status status = keep_query(p, query, options) ? IMP_OK : error_no_memory(err);
  if (status == IMP_OK) status = query_read(&p->arena, law, query, &p->read, err);
  if (status == IMP_OK) status = read_range(p, options, err);
  if (status == IMP_OK) status = panel_prefix(options->code, prefix, err);
  if (status == IMP_OK) status = build(p, options, prefix, err);
  if (status == IMP_OK && !(p->shown = arena_array(&p->arena, PANEL_ROWS, sizeof *p->shown)))
    status = error_no_memory(err);
  if (status == IMP_OK)
    *out = p;
  else
    imp_panel_free(p);
  return status;
}

void imp_panel_free(struct imp_panel *p) {
  if (!p) return;
  void *arrays[] = {p->codes, p->places, p->days, p->columns,   p->groups,
                    p->cells, p->progs,  p->rows, p->programmes};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) mem_free(arrays[i]);
  set_free(&p->column_ids);
  set_free(&p->group_ids);
  set_free(&p->strips);
  set_free(&p->texts);
  arena_free(&p->arena);
  mem_free(p);
}

/* ---- reading ----------------------------------------------------------------------------------------------- */

uint32_t panel_strip(const struct imp_panel *p, const struct code_row *c, uint32_t place) {
  return p->cells[(size_t)c->class * p->place_class_count + p->places[place].class];
}

const uint32_t *panel_progs(const struct imp_panel *p, uint32_t strip) {
  size_t n;
  return set_at(&p->strips, strip, &n);
}

int64_t panel_row_share(const struct imp_panel *p, const struct prog_row *r,
                        const struct code_row *c, int64_t base) {
  int64_t less = r->kind == ROW_LESS_BASE ? base : p->columns[c->general].share;
  switch (r->kind) {
  case ROW_GENERAL:
    return p->columns[c->general].share;
  case ROW_COLUMN_2:
    return p->columns[c->column2].share;
  case ROW_LESS_BASE:
  case ROW_LESS_GENERAL:
    return less == NO_SHARE ? NO_SHARE : r->share > less ? r->share - less : 0;
  case ROW_MONEY:
    return NO_SHARE;
  default:
    return r->share;
  }
}

struct cell_sums panel_sums(const struct imp_panel *p, const struct prog *g,
                            const struct code_row *c) {
  struct cell_sums s = {.total = true};
  const struct prog_row *rows = p->rows + g->first;
  for (uint32_t r = 0; r < g->count; r++)
    if (rows[r].is_base) s.base = panel_row_share(p, &rows[r], c, 0);
  for (uint32_t r = 0; r < g->count; r++) {
    int64_t share = panel_row_share(p, &rows[r], c, s.base);
    if (share == NO_SHARE) s.total = false;
    if (share > 0) s.high += share;
  }
  s.low = s.high;
  if (g->status == IMP_CELL_RANGE || g->status == IMP_CELL_OPEN) {
    s.low = g->low;
    s.high = g->high;
  }
  if (g->status != IMP_CELL_OK && g->status != IMP_CELL_RANGE && g->status != IMP_CELL_OPEN)
    s.total = false;
  return s;
}

const struct code_row *panel_find(const struct imp_panel *p, uint64_t code, imp_day day) {
  size_t lo = 0, hi = p->code_count;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (p->codes[mid].code < code || (p->codes[mid].code == code && p->codes[mid].until <= day))
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < p->code_count && p->codes[lo].code == code && p->codes[lo].from <= day ? &p->codes[lo]
                                                                                     : NULL;
}

static void show(struct imp_panel *p, const struct prog *g, const struct code_row *c,
                 struct imp_panel_cell *out) {
  struct cell_sums sums = panel_sums(p, g, c);
  *out = (struct imp_panel_cell){.status = (enum imp_cell_status)g->status,
                                 .why = panel_text(p, g->why),
                                 .total = sums.total,
                                 .low = sums.total ? sums.low : 0,
                                 .high = sums.total ? sums.high : 0,
                                 .rows = p->shown,
                                 .row_count = g->count};
  for (uint32_t r = 0; r < g->count; r++) {
    const struct prog_row *row = &p->rows[g->first + r];
    int64_t share = panel_row_share(p, row, c, sums.base);
    p->shown[r] =
        (struct imp_panel_row){panel_text(p, row->measure), panel_text(p, row->heading),
                               panel_text(p, row->rate),    row->is_base,
                               share == NO_SHARE,           share == NO_SHARE ? 0 : share};
    if (row->kind == ROW_GENERAL || row->kind == ROW_COLUMN_2)
      p->shown[r].rate = p->columns[row->kind == ROW_GENERAL ? c->general : c->column2].text.p;
  }
}

bool imp_panel_cell(struct imp_panel *p, uint64_t code, const char *place, const char *day,
                    struct imp_panel_cell *out) {
  imp_day on;
  size_t d = 0;
  uint16_t iso2 = names_place_find(p->law->names, str_of(place));
  uint32_t i = 0;
  while (i < p->place_count && p->places[i].iso2 != iso2) i++;
  if (i == p->place_count || !day_parse(str_of(day), &on) || on < p->from || on >= p->until)
    return false;
  const struct code_row *c = panel_find(p, code, on);
  memset(out, 0, sizeof *out);
  if (!c) return false;
  while (d + 1 < p->day_count && p->days[d + 1] <= on) d++;
  show(p, &p->progs[panel_progs(p, panel_strip(p, c, i))[d]], c, out);
  return true;
}

struct imp_panel_counts imp_panel_count(const struct imp_panel *p) {
  struct imp_panel_counts n = {.code_rows = (uint32_t)p->code_count,
                               .places = p->place_count,
                               .days = (uint32_t)p->day_count,
                               .code_classes = p->class_count,
                               .place_classes = p->place_class_count,
                               .strips = (uint32_t)p->strips.count,
                               .programs = (uint32_t)p->prog_count,
                               .cells = p->cell_count,
                               .by_quantity = p->by_quantity};
  for (size_t i = 0; i < p->code_count; i++)
    n.codes += i == 0 || p->codes[i].code != p->codes[i - 1].code;
  memcpy(n.by_status, p->by_status, sizeof n.by_status);
  return n;
}
