// SPDX-License-Identifier: Apache-2.0
// Two laws, or one law asked in two ways: the statements that are there on one side alone.
//
// A statement is known by the block it stands in and its text, so that moving it in its file is no change.
// The same text standing twice in a block counts twice. Lines of one list under one act are put together: a
// list is a table, its lines are not news one by one.
#include <stdlib.h>
#include <string.h>

#include "book/query.h"
#include "book/study_block.h"
#include "book/study_events.h"

struct entry { /* a statement that is there */
  const char *measure, *heading, *text;
  const struct law_stmt *stmt;
  const struct law_when *when;
  struct law_pos pos;
  struct str title;
  uint32_t list; /* LAW_NONE: of a measure */
};

struct entries {
  struct entry *items;
  uint32_t count, cap;
};

struct imp_law_diff {
  struct arena arena;
  struct imp_law_change *items;
  uint32_t count, cap;
  const char *tables[NAMES_TEXTS];
  uint32_t table_count;
};

struct reader {
  struct arena *arena;
  const struct law *law;
  struct query query;
  imp_day on;
  bool in_force;
  struct clock_stmt *rows;
  struct entries out;
};

/* ---- what is there ------------------------------------------------------------------------------------------- */

static bool push(struct reader *r, struct entry e) {
  struct entries *out = &r->out;
  if (!e.measure || !e.heading || !e.text) return false;
  if (out->count == out->cap) {
    uint32_t cap = out->cap ? out->cap * 2 : 512;
    struct entry *items = arena_array(r->arena, cap, sizeof *items);
    if (!items) return false;
    if (out->count) memcpy(items, out->items, out->count * sizeof *items);
    out->items = items;
    out->cap = cap;
  }
  out->items[out->count++] = e;
  return true;
}

static bool is_there(struct reader *r, uint32_t m, uint32_t h, const struct law_stmt *s) {
  if (!view_has(&r->query.view, s)) return false;
  if (!r->in_force) return true;
  if (s->kind <= LAW_IF) return s->when.from <= r->on && r->on < s->when.until; /* never silenced */
  return study_speaks(&r->query.view, r->rows, m, h, s, r->on);
}

static bool read_block(struct reader *r, uint32_t m, uint32_t h) {
  const struct law_measure *x = &r->law->measures[m];
  uint32_t n;
  const struct law_stmt *s = study_block_stmts(r->law, m, h, &n);
  struct str label = {0};
  if (h != LAW_NONE) label = x->headings[h].label;
  for (uint32_t i = 0; i < n; i++) {
    if (!is_there(r, m, h, &s[i])) continue;
    struct entry e = {str_dup(r->arena, x->name),
                      str_dup(r->arena, label),
                      study_source(r->arena, r->law, s[i].pos),
                      &s[i],
                      &s[i].when,
                      s[i].pos,
                      bill_title(r->law, m),
                      LAW_NONE};
    if (!push(r, e)) return false;
  }
  return true;
}

static bool read_list(struct reader *r, uint32_t l) {
  const struct law_list *list = &r->law->lists[l];
  const char *name = text_in(r->arena, "@%.*s", (int)list->name.n, list->name.p);
  if (!name) return false;
  for (uint32_t i = 0; i < list->count; i++) {
    const struct law_list_line *line = &list->lines[i];
    if (view_when_known(&r->query.view, &line->when) > r->query.view.known) continue;
    if (r->in_force && (r->on < line->when.from || r->on >= line->when.until)) continue;
    struct entry e = {
        name,        "", study_source(r->arena, r->law, line->pos), NULL, &line->when, line->pos,
        list->title, l};
    if (!push(r, e)) return false;
  }
  return true;
}

/* An answer to a question is news too. */
static bool read_question(struct reader *r, uint32_t q) {
  const struct law_question *x = &r->law->questions[q];
  const char *name = text_in(r->arena, "question %.*s", (int)x->name.n, x->name.p);
  if (!name) return false;
  for (uint32_t i = 0; i < x->answered_count && !r->in_force; i++) {
    if (view_when_known(&r->query.view, &x->answered[i].when) > r->query.view.known) continue;
    struct entry e = {name,
                      "",
                      study_source(r->arena, r->law, x->answered[i].pos),
                      NULL,
                      &x->answered[i].when,
                      x->answered[i].pos,
                      x->title,
                      LAW_NONE};
    if (!push(r, e)) return false;
  }
  return true;
}

static int by_text(const void *x, const void *y) {
  const struct entry *a = x, *b = y;
  int d = strcmp(a->measure, b->measure);
  if (!d) d = strcmp(a->heading, b->heading);
  return d ? d : strcmp(a->text, b->text);
}

static bool read_all(struct reader *r) {
  r->rows = arena_array(r->arena, study_block_most(r->law), sizeof *r->rows);
  if (!r->rows) return false;
  for (uint32_t m = 0; m < r->law->measure_count; m++) {
    if (!read_block(r, m, LAW_NONE)) return false;
    for (uint32_t h = 0; h < r->law->measures[m].heading_count; h++)
      if (!read_block(r, m, h)) return false;
  }
  for (uint32_t l = 0; l < r->law->list_count; l++)
    if (!read_list(r, l)) return false;
  for (uint32_t q = 0; q < r->law->question_count; q++)
    if (!read_question(r, q)) return false;
  if (r->out.count) qsort(r->out.items, r->out.count, sizeof *r->out.items, by_text);
  return true;
}

/* ---- what is there on one side alone ------------------------------------------------------------------------- */

static bool same_act(const struct imp_law_change *c, const struct imp_event *e) {
  return !strcmp(c->act, e->act) && !strcmp(c->known, e->known);
}

static bool add_change(struct imp_law_diff *d, const struct law *law, const struct entry *e,
                       bool added) {
  struct imp_event cite = {0};
  if (!study_cite(&d->arena, law, e->when, &cite)) return false;
  for (uint32_t i = d->count; e->list != LAW_NONE && i-- > 0;) {
    struct imp_law_change *c = &d->items[i];
    if (c->added != added || strcmp(c->measure, e->measure) != 0 || !same_act(c, &cite)) continue;
    c->count++;
    return true;
  }
  if (d->count == d->cap) {
    uint32_t cap = d->cap ? d->cap * 2 : 64;
    struct imp_law_change *items = arena_array(&d->arena, cap, sizeof *items);
    if (!items) return false;
    if (d->count) memcpy(items, d->items, d->count * sizeof *items);
    d->items = items;
    d->cap = cap;
  }
  struct imp_law_change *c = &d->items[d->count++];
  *c = (struct imp_law_change){added,
                               e->measure,
                               e->heading,
                               str_dup(&d->arena, e->title),
                               e->text,
                               cite.act,
                               cite.act_title,
                               cite.cite,
                               cite.known,
                               {str_dup(&d->arena, str_of(law->files[e->pos.file].path)),
                                e->pos.line},
                               1};
  return c->title && c->where.file;
}

/* Both sides are in order: what one has and the other has not is seen in one walk. */
static bool walk(struct imp_law_diff *d, const struct reader *a, const struct reader *b) {
  uint32_t i = 0, k = 0;
  while (i < a->out.count || k < b->out.count) {
    int order = i == a->out.count   ? 1
                : k == b->out.count ? -1
                                    : by_text(&a->out.items[i], &b->out.items[k]);
    if (order == 0) {
      i++, k++;
      continue;
    }
    bool fine = order < 0 ? add_change(d, a->law, &a->out.items[i++], false)
                          : add_change(d, b->law, &b->out.items[k++], true);
    if (!fine) return false;
  }
  return true;
}

static enum imp_status read_side(struct imp_law_diff *d, const struct imp_side *side, bool in_force,
                                 struct reader *r, struct imp_error *err) {
  struct imp_query query = *side->query;
  if (side->on) query.on = side->on;
  *r = (struct reader){.arena = &d->arena, .law = side->law->law, .in_force = in_force};
  enum imp_status status = query_read(&d->arena, side->law, &query, &r->query, err);
  if (status != IMP_OK) return status;
  r->on = r->query.on;
  return read_all(r) ? IMP_OK : error_no_memory(err);
}

/* Two laws may state the same and differ in numbers and ordinary rates. */
static bool compare_tables(struct imp_law_diff *d, const struct names *a, const struct names *b) {
  struct names_text before[NAMES_TEXTS], after[NAMES_TEXTS];
  names_texts(a, before);
  names_texts(b, after);
  for (uint32_t i = 0; a != b && i < NAMES_TEXTS; i++) {
    if (str_eq(before[i].bytes, after[i].bytes)) continue;
    const char *path = str_dup(&d->arena, str_of(before[i].path));
    if (!path) return false;
    d->tables[d->table_count++] = path;
  }
  return true;
}

enum imp_status imp_diff_law(const struct imp_side *before, const struct imp_side *after,
                             bool in_force, struct imp_law_diff **out, struct imp_error *err) {
  struct reader a, b;
  *out = NULL;
  struct imp_law_diff *d = mem_alloc(sizeof *d);
  if (!d) return error_no_memory(err);
  enum imp_status status = read_side(d, before, in_force, &a, err);
  if (status == IMP_OK) status = read_side(d, after, in_force, &b, err);
  if (status == IMP_OK &&
      !(walk(d, &a, &b) && compare_tables(d, before->law->names, after->law->names)))
    status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_law_diff_free(d);
    return status;
  }
  *out = d;
  return IMP_OK;
}

uint32_t imp_law_diff_count(const struct imp_law_diff *d) {
  return d->count;
}
const struct imp_law_change *imp_law_diff_at(const struct imp_law_diff *d, uint32_t i) {
  return &d->items[i];
}

uint32_t imp_law_diff_table_count(const struct imp_law_diff *d) {
  return d->table_count;
}
const char *imp_law_diff_table(const struct imp_law_diff *d, uint32_t i) {
  return d->tables[i];
}

void imp_law_diff_free(struct imp_law_diff *d) {
  if (!d) return;
  arena_free(&d->arena);
  mem_free(d);
}
