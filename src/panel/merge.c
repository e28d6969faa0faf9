// SPDX-License-Identifier: Apache-2.0
// From what the threads found to one table: programs, strips, classes of numbers and of places.
//
// Everything is numbered in the order of the groups, then of places, then of days.
#include <stdlib.h>
#include <string.h>

#include "law/law.h"
#include "panel/panel_own.h"

enum { PROGRAMME_PARTS = 3 };

struct maps { /* per worker: its numbers to those of the panel */
  uint32_t *progs, *strips;
};

struct merging {
  struct imp_panel *p;
  const struct worker *workers;
  struct maps maps[JOBS_MOST];
  struct set progs; /* as struct prog with its rows */
  struct set rows;  /* of classes: strips by class of places in the index */
  uint32_t *strip;  /* scratch: one a day */
  uint32_t *row;    /* scratch: one a class of places */
};

/* ---- texts --------------------------------------------------------------------------------------------- */

const char *panel_text(const struct imp_panel *p, uint32_t text) {
  size_t n;
  return text == NOWHERE ? NULL : set_at(&p->texts, text, &n);
}

static bool text_of(struct imp_panel *p, const char *s, uint32_t *out) {
  *out = s ? set_add(&p->texts, s, strlen(s) + 1) : NOWHERE;
  return !s || *out != UINT32_MAX;
}

/* ---- programs ------------------------------------------------------------------------------------------ */

struct whole { /* a program as it is compared */
  struct prog head;
  struct prog_row rows[PANEL_ROWS];
};

static bool row_of(struct imp_panel *p, const struct imp_shape_row *s, uint8_t kind, bool fixed,
                   int64_t share, struct prog_row *out) {
  *out = (struct prog_row){.kind = fixed ? ROW_FIXED : kind, .is_base = s->is_base, .share = share};
  return text_of(p, s->measure, &out->measure) && text_of(p, s->heading, &out->heading) &&
         text_of(p, s->rate, &out->rate);
}

static bool whole_of(struct imp_panel *p, const struct worker *w, uint32_t id, struct whole *out) {
  size_t n, why;
  struct found_prog f;
  int64_t shares[PANEL_ROWS];
  struct imp_shape s = {0};
  const unsigned char *bytes = set_at(&w->progs, id, &n);
  memcpy(&f, bytes, sizeof f);
  memcpy(shares, bytes + sizeof f, n - sizeof f);
  memset(out, 0, sizeof *out);
  out->head = (struct prog){.status = f.status, .why = NOWHERE, .low = f.low, .high = f.high};
  if (f.shape != NOWHERE) imp_batch_shape(w->batch, f.shape, &s);
  const char *words = f.why != NOWHERE ? set_at(&w->whys, f.why, &why) : s.refusal;
  if (!text_of(p, words, &out->head.why)) return false;
  out->head.count = s.row_count;
  for (uint32_t r = 0; r < s.row_count; r++)
    if (!row_of(p, &s.rows[r], w->shapes[f.shape].kind[r], f.fixed >> r & 1, shares[r],
                &out->rows[r]))
      return false;
  return true;
}

static uint32_t keep_prog(struct merging *m, const struct whole *w) {
  struct imp_panel *p = m->p;
  uint32_t id = set_add(&m->progs, w, sizeof w->head + w->head.count * sizeof *w->rows);
  if (id == UINT32_MAX || id < p->prog_count) return id;
  if (!mem_grow((void **)&p->progs, &p->prog_cap, id + 1u, sizeof *p->progs) ||
      !mem_grow((void **)&p->rows, &p->row_cap, p->row_count + w->head.count + 1, sizeof *p->rows))
    return UINT32_MAX;
  p->progs[id] = w->head;
  p->progs[id].first = (uint32_t)p->row_count;
  memcpy(p->rows + p->row_count, w->rows, w->head.count * sizeof *w->rows);
  p->row_count += w->head.count;
  p->prog_count = id + 1u;
  return id;
}

static uint32_t map_prog(struct merging *m, uint32_t worker, uint32_t id) {
  uint32_t *known = &m->maps[worker].progs[id];
  struct whole w;
  if (*known != NOWHERE) return *known;
  if (!whole_of(m->p, &m->workers[worker], id, &w)) return NOWHERE;
  return *known = keep_prog(m, &w);
}

static uint32_t map_strip(struct merging *m, uint32_t worker, uint32_t id) {
  size_t n;
  uint32_t *known = &m->maps[worker].strips[id];
  if (*known != NOWHERE) return *known;
  memcpy(m->strip, set_at(&m->workers[worker].strips, id, &n), m->p->day_count * sizeof *m->strip);
  for (size_t d = 0; d < m->p->day_count; d++) {
    m->strip[d] = map_prog(m, worker, m->strip[d]);
    if (m->strip[d] == NOWHERE) return NOWHERE;
  }
  return *known = set_add(&m->p->strips, m->strip, m->p->day_count * sizeof *m->strip);
}

/* ---- classes ------------------------------------------------------------------------------------------- */

/* The class of each group, into classes[]. */
static bool map_groups(struct merging *m, const struct group_strips *found, uint32_t *classes) {
  const struct imp_panel *p = m->p;
  for (size_t g = 0; g < p->group_count; g++) {
    for (uint32_t c = 0; c < p->index_places; c++) {
      m->row[c] = map_strip(m, found[g].worker, found[g].strips[c]);
      if (m->row[c] == NOWHERE) return false;
    }
    classes[g] = set_add(&m->rows, m->row, p->index_places * sizeof *m->row);
    if (classes[g] == UINT32_MAX) return false;
  }
  return true;
}

/* Places whose strips are the same for every class of numbers are one class. */
static bool map_places(struct merging *m) {
  struct imp_panel *p = m->p;
  struct set columns = {0};
  uint32_t *column = mem_alloc((p->class_count + 1u) * sizeof *column);
  uint32_t *of = mem_alloc((p->index_places + 1u) * sizeof *of);
  bool fine = column && of;
  size_t n;
  for (uint32_t c = 0; c < p->index_places && fine; c++) {
    for (uint32_t k = 0; k < p->class_count; k++)
      column[k] = ((const uint32_t *)(const void *)set_at(&m->rows, k, &n))[c];
    of[c] = set_add(&columns, column, p->class_count * sizeof *column);
    fine = of[c] != UINT32_MAX;
  }
  p->place_class_count = (uint32_t)columns.count;
  for (uint32_t i = 0; i < p->place_count && fine; i++)
    p->places[i].class = of[p->places[i].index_class];
  size_t count = (size_t)p->class_count * p->place_class_count;
  p->cells = fine ? mem_alloc((count + 1) * sizeof *p->cells) : NULL;
  for (uint32_t c = 0; c < p->index_places && p->cells; c++)
    for (uint32_t k = 0; k < p->class_count; k++)
      p->cells[(size_t)k * p->place_class_count + of[c]] =
          ((const uint32_t *)(const void *)set_at(&m->rows, k, &n))[c];
  set_free(&columns);
  mem_free(column);
  mem_free(of);
  return p->cells != NULL;
}

/* Days on which no strip changes are no days of the panel. */
static bool drop_days(struct merging *m) {
  struct imp_panel *p = m->p;
  struct set strips = {0};
  size_t kept = 0, n;
  bool fine = true;
  for (size_t d = 0; d < p->day_count; d++) {
    bool changes = d == 0;
    for (uint32_t s = 0; s < p->strips.count && !changes; s++) {
      const uint32_t *strip = set_at(&p->strips, s, &n);
      changes = strip[d] != strip[d - 1];
    }
    if (changes) m->strip[kept++] = (uint32_t)d;
  }
  uint32_t *one = mem_alloc((kept + 1) * sizeof *one);
  for (uint32_t s = 0; s < p->strips.count && one && fine; s++) {
    const uint32_t *strip = set_at(&p->strips, s, &n);
    for (size_t k = 0; k < kept; k++) one[k] = strip[m->strip[k]];
    fine = set_add(&strips, one, kept * sizeof *one) == s; /* they differ as they did */
  }
  mem_free(one);
  set_free(&p->strips);
  p->strips = strips;
  for (size_t k = 0; k < kept; k++) p->days[k] = p->days[m->strip[k]];
  p->day_count = kept;
  return one && fine;
}

/* ---- programmes ------------------------------------------------------------------------------------------ */

/* The first three parts of a measure's name. */
static struct str programme_of(struct str name) {
  int parts = 0;
  for (size_t i = 0; i < name.n; i++)
    if (name.p[i] == '.' && ++parts == PROGRAMME_PARTS) return str_sub(name, 0, i);
  return name;
}

/* The order of rows on the last day of the panel. */
static const struct law_order *last_order(const struct imp_panel *p) {
  const struct law *law = p->law->law;
  const struct law_order *current = NULL;
  for (uint32_t j = 0; j < law->jurisdiction_count; j++)
    for (uint32_t i = 0; i < law->jurisdictions[j].order_count; i++) {
      const struct law_order *o = &law->jurisdictions[j].orders[i];
      if (o->when.from < p->until && p->until <= o->when.until &&
          view_counts(&p->read.view, &o->when, NULL))
        current = o;
    }
  return current;
}

struct ranked {
  uint32_t rank, text;
  struct str name;
};

static int by_rank(const void *x, const void *y) {
  const struct ranked *a = x, *b = y;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  return str_cmp(a->name, b->name);
}

static uint32_t rank_of(const struct law_order *o, struct str name) {
  uint32_t best = UINT32_MAX;
  size_t longest = 0;
  for (uint32_t i = 0; o && i < o->count; i++)
    if (o->names[i].n > longest && law_name_under(name, o->names[i]))
      best = i, longest = o->names[i].n;
  return best;
}

static bool collect(struct imp_panel *p, struct set *names) {
  for (size_t r = 0; r < p->row_count; r++) {
    struct str name = programme_of(str_of(panel_text(p, p->rows[r].measure)));
    uint32_t id = p->rows[r].is_base ? UINT16_MAX : set_add(names, name.p, name.n);
    if (id > UINT16_MAX) return false;
    p->rows[r].programme = (uint16_t)id;
  }
  return true;
}

static bool list_programmes(struct imp_panel *p) {
  struct set names = {0};
  const struct law_order *order = last_order(p);
  bool fine = collect(p, &names);
  struct ranked *list = mem_alloc((names.count + 1) * sizeof *list);
  uint16_t *place = mem_alloc((names.count + 1) * sizeof *place);
  p->programmes = mem_alloc((names.count + 1) * sizeof *p->programmes);
  fine = fine && list && place && p->programmes;
  for (uint32_t i = 0; i < names.count && fine; i++) {
    list[i].name.p = set_at(&names, i, &list[i].name.n);
    list[i].text = i;
    list[i].rank = rank_of(order, list[i].name);
  }
  if (fine && names.count) qsort(list, names.count, sizeof *list, by_rank);
  for (uint32_t i = 0; i < names.count && fine; i++) {
    char text[256];
    fine = list[i].name.n < sizeof text;
    if (!fine) break;
    memcpy(text, list[i].name.p, list[i].name.n);
    text[list[i].name.n] = '\0';
    place[list[i].text] = (uint16_t)i;
    fine = text_of(p, text, &p->programmes[i]);
  }
  p->programme_count = (uint32_t)names.count;
  for (size_t r = 0; r < p->row_count && fine; r++)
    if (!p->rows[r].is_base) p->rows[r].programme = place[p->rows[r].programme];
  set_free(&names);
  mem_free(list);
  mem_free(place);
  return fine;
}

/* ---- all of it --------------------------------------------------------------------------------------------- */

struct
    strip_count { /* days of a strip by status, and those that rest on a column of the schedule */
  uint64_t status[IMP_CELL_STATUSES], general, column2;
};

static void count_strip(const struct imp_panel *p, uint32_t strip, struct strip_count *out) {
  const uint32_t *progs = panel_progs(p, strip);
  for (size_t d = 0; d < p->day_count; d++) {
    const struct prog *g = &p->progs[progs[d]];
    out->status[g->status]++;
    if (g->status > IMP_CELL_OPEN) continue;
    for (uint32_t r = 0; r < g->count; r++) {
      const struct prog_row *row = &p->rows[g->first + r];
      out->general += row->is_base && row->kind == ROW_GENERAL;
      out->column2 += row->is_base && row->kind == ROW_COLUMN_2;
    }
  }
}

static void add_count(struct imp_panel *p, const struct code_row *c, const struct strip_count *n,
                      uint32_t members) {
  for (int s = IMP_CELL_NONE + 1; s < IMP_CELL_STATUSES; s++) {
    p->by_status[s] += members * n->status[s];
    p->cell_count += members * n->status[s];
  }
  if (p->columns[c->general].share == NO_SHARE) p->by_quantity += members * n->general;
  if (p->columns[c->column2].share == NO_SHARE) p->by_quantity += members * n->column2;
}

static bool count_cells(struct imp_panel *p) {
  struct strip_count *of = mem_alloc((p->strips.count + 1) * sizeof *of);
  uint32_t *members = mem_alloc((p->place_class_count + 1u) * sizeof *members);
  bool fine = of && members;
  for (uint32_t s = 0; s < p->strips.count && fine; s++) count_strip(p, s, &of[s]);
  for (uint32_t i = 0; i < p->place_count && fine; i++) members[p->places[i].class]++;
  for (size_t i = 0; i < p->code_count && fine; i++)
    for (uint32_t c = 0; c < p->place_class_count; c++)
      add_count(p, &p->codes[i],
                &of[p->cells[(size_t)p->codes[i].class * p->place_class_count + c]], members[c]);
  mem_free(of);
  mem_free(members);
  return fine;
}

static bool begin(struct merging *m, uint32_t jobs) {
  m->strip = mem_alloc((m->p->day_count + 1) * sizeof *m->strip);
  m->row = mem_alloc((m->p->index_places + 1u) * sizeof *m->row);
  bool fine = m->strip && m->row;
  for (uint32_t w = 0; w < jobs && fine; w++) {
    size_t progs = m->workers[w].progs.count, strips = m->workers[w].strips.count;
    m->maps[w].progs = mem_alloc((progs + 1) * sizeof *m->maps[w].progs);
    m->maps[w].strips = mem_alloc((strips + 1) * sizeof *m->maps[w].strips);
    fine = m->maps[w].progs && m->maps[w].strips;
    if (!fine) break;
    memset(m->maps[w].progs, 0xff, progs * sizeof *m->maps[w].progs);
    memset(m->maps[w].strips, 0xff, strips * sizeof *m->maps[w].strips);
  }
  return fine;
}

static void end(struct merging *m) {
  for (uint32_t w = 0; w < JOBS_MOST; w++) {
    mem_free(m->maps[w].progs);
    mem_free(m->maps[w].strips);
  }
  set_free(&m->progs);
  set_free(&m->rows);
  mem_free(m->strip);
  mem_free(m->row);
}

enum imp_status merge_groups(struct imp_panel *p, const struct worker *workers,
                             const struct group_strips *found, struct imp_error *err) {
  struct merging m = {.p = p, .workers = workers};
  uint32_t *classes = mem_alloc((p->group_count + 1) * sizeof *classes);
  bool fine = classes && begin(&m, p->jobs) && map_groups(&m, found, classes);
  p->class_count = (uint32_t)m.rows.count;
  for (size_t i = 0; i < p->code_count && fine; i++) p->codes[i].class = classes[p->codes[i].class];
  fine = fine && map_places(&m) && drop_days(&m) && list_programmes(p) && count_cells(p);
  end(&m);
  mem_free(classes);
  return fine ? IMP_OK : error_no_memory(err);
}
