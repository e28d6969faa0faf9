// SPDX-License-Identifier: Apache-2.0
// See study_events.h.
#include "book/study_events.h"

#include <stdlib.h>
#include <string.h>

/* ---- finding ------------------------------------------------------------------------------------------ */

struct finder {
  struct arena *arena;
  const struct view *view;
  imp_day after, last;
  struct study_events *out;
};

static bool add(struct finder *f, struct study_event e) {
  struct study_events *out = f->out;
  if (e.day <= f->after || e.day > f->last || e.day == DAY_NEVER) return true;
  if (out->count == out->cap) {
    uint32_t cap = out->cap ? out->cap * 2 : 256;
    struct study_event *items = arena_array(f->arena, cap, sizeof *items);
    if (!items) return false;
    if (out->count) memcpy(items, out->items, out->count * sizeof *items);
    out->items = items;
    out->cap = cap;
  }
  out->items[out->count++] = e;
  return true;
}

/* There, or there under another outcome of a question it asks. */
static bool may_be(const struct view *v, const struct law_stmt *s) {
  if (view_has(v, s)) return true;
  for (uint32_t q = 0; s->cond && q < v->law->question_count; q++) {
    if (view_outcome_count(v, q) < 2 || !view_cond_asks(s->cond, q)) continue;
    uint32_t assumed = v->questions[q].assumed;
    bool has = false;
    for (uint32_t i = 0; i < view_outcome_count(v, q) && !has; i++) {
      v->questions[q].assumed = view_outcome(v, q, i);
      has = view_has(v, s);
    }
    v->questions[q].assumed = assumed;
    if (has) return true;
  }
  return false;
}

static bool add_block(struct finder *f, uint32_t m, uint32_t h, const struct law_stmt *s,
                      uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (!may_be(f->view, &s[i])) continue;
    struct study_event e = {s[i].when.from, m, h, LAW_NONE, &s[i], NULL, false};
    if (s[i].kind == LAW_ENDS) e.day = s[i].day;
    if (!add(f, e)) return false;
    e.day = s[i].when.until;
    e.closes = true;
    if (s[i].kind != LAW_ENDS && !add(f, e)) return false;
  }
  return true;
}

static bool add_list(struct finder *f, uint32_t l) {
  const struct law_list *list = &f->view->law->lists[l];
  for (uint32_t i = 0; i < list->count; i++) {
    const struct law_list_line *line = &list->lines[i];
    if (view_when_known(f->view, &line->when) > f->view->known) continue;
    struct study_event e = {line->when.from, LAW_NONE, LAW_NONE, l, NULL, line, false};
    if (!add(f, e)) return false;
    e.day = line->when.until;
    e.closes = true;
    if (!add(f, e)) return false;
  }
  return true;
}

/* Order of day; within a day as written, lists last. */
static int by_day(const void *x, const void *y) {
  const struct study_event *a = x, *b = y;
  if (a->day != b->day) return a->day < b->day ? -1 : 1;
  if (a->measure != b->measure) return a->measure < b->measure ? -1 : 1;
  if (a->list != b->list) return a->list < b->list ? -1 : 1;
  if (a->heading != b->heading) return a->heading + 1u < b->heading + 1u ? -1 : 1;
  if (a->stmt != b->stmt) return a->stmt < b->stmt ? -1 : 1;
  if (a->line != b->line) return a->line < b->line ? -1 : 1;
  return (a->closes > b->closes) - (a->closes < b->closes);
}

bool study_events_find(struct arena *a, const struct view *v, imp_day after, imp_day last,
                       struct study_events *out) {
  struct finder f = {a, v, after, last, out};
  *out = (struct study_events){0};
  for (uint32_t m = 0; m < v->law->measure_count; m++) {
    const struct law_measure *x = &v->law->measures[m];
    if (!add_block(&f, m, LAW_NONE, x->stmts, x->count)) return false;
    for (uint32_t h = 0; h < x->heading_count; h++)
      if (!add_block(&f, m, h, x->headings[h].stmts, x->headings[h].count)) return false;
  }
  for (uint32_t l = 0; l < v->law->list_count; l++)
    if (!add_list(&f, l)) return false;
  if (out->count) qsort(out->items, out->count, sizeof *out->items, by_day);
  return true;
}

/* ---- words -------------------------------------------------------------------------------------------- */

/* One physical line without its comment, spaces put together. */
static void put_line(struct buf *b, struct str line) {
  bool quoted = false, gap = b->n > 0;
  line = str_trim(line);
  for (size_t i = 0; i < line.n; i++) {
    char c = line.p[i];
    if (c == '"') quoted = !quoted;
    if (c == '#' && !quoted) return;
    if ((c == ' ' || c == '\t' || c == '\r') && !quoted) {
      gap = true;
      continue;
    }
    if (gap && b->n) buf_putc(b, ' ');
    gap = false;
    buf_putc(b, c);
  }
}

/* A statement goes on in the next line while its line ends in a comma. */
const char *study_source(struct arena *a, const struct law *law, struct law_pos pos) {
  struct str rest = law->files[pos.file].bytes, line = {0};
  struct buf b = {0};
  for (uint32_t i = 0; i < pos.line && str_split(&rest, '\n', &line); i++) continue;
  do put_line(&b, line);
  while (b.n && b.p[b.n - 1] == ',' && str_split(&rest, '\n', &line));
  return buf_keep(&b, a);
}

const char *study_short(struct arena *a, const struct law *law, struct law_pos pos) {
  static const char *const ends[] = {" from ", " until ", " through ", " by ", " known "};
  const char *text = study_source(a, law, pos);
  size_t n = text ? strlen(text) : 0;
  for (size_t i = 0; text && i < sizeof ends / sizeof *ends; i++) {
    const char *at = strstr(text, ends[i]);
    if (at && strncmp(at, " by case", 8) == 0) at = strstr(at + 1, ends[i]); /* "case by case" */
    if (at && (size_t)(at - text) < n) n = (size_t)(at - text);
  }
  return text ? str_dup(a, (struct str){text, n}) : NULL;
}

static const char *until_words(struct arena *a, const char *what, imp_day until) {
  if (until == DAY_NEVER) return what;
  const char *day = bill_day(a, until);
  return day ? text_in(a, "%s until %s", what, day) : NULL;
}

static const char *words_of(struct arena *a, const struct law *law, const struct study_event *e) {
  const struct law_stmt *s = e->stmt;
  if (!s) {
    bool leaves = e->line->drop != e->closes;
    return leaves ? "goods leave the list" : "goods join the list";
  }
  switch (s->kind) {
  case LAW_RATE:
  case LAW_FEE:
    return text_in(a, "%.*s %s", (int)s->expr.text.n, s->expr.text.p,
                   e->closes ? "ends" : "begins");
  case LAW_SUSPENDED:
    if (e->closes) return "returns: the suspension ends";
    return until_words(a, "suspended", s->when.until);
  case LAW_VOID:
    return e->closes ? "no longer void" : "void from here on";
  case LAW_RESUMES:
    return "resumes";
  case LAW_ENDS:
    return "ends";
  default: {
    const char *text = study_short(a, law, s->pos);
    return text ? text_in(a, "%s %s", text, e->closes ? "ends" : "begins") : NULL;
  }
  }
}

bool study_event_what(struct arena *a, const struct law *law, const struct study_event *e,
                      const char **out) {
  *out = words_of(a, law, e);
  return *out != NULL;
}

bool study_cite(struct arena *a, const struct law *law, const struct law_when *w,
                struct imp_event *out) {
  imp_day known = law_when_known(law, w);
  struct str cite = w->cite;
  out->known = known == DAY_FIRST || known == DAY_NEVER ? "" : bill_day(a, known);
  out->act = out->act_title = out->cite = "";
  if (w->act != LAW_NONE) {
    const struct law_act *act = &law->acts[w->act];
    out->act = str_dup(a, act->name);
    out->act_title = str_dup(a, act->title);
    if (!cite.n) cite = act->publication.n ? act->publication : act->cite;
  }
  if (cite.n) out->cite = str_dup(a, cite);
  return out->known && out->act && out->act_title && out->cite;
}

bool study_event_show(struct arena *a, const struct law *law, const struct study_event *e,
                      struct imp_event *out) {
  struct law_pos pos = e->stmt ? e->stmt->pos : e->line->pos;
  struct str label = {0}, title;
  if (e->heading != LAW_NONE) label = law->measures[e->measure].headings[e->heading].label;
  title = e->stmt ? bill_title(law, e->measure) : law->lists[e->list].title;
  out->day = bill_day(a, e->day);
  out->what = words_of(a, law, e);
  out->measure =
      e->stmt ? str_dup(a, law->measures[e->measure].name)
              : text_in(a, "@%.*s", (int)law->lists[e->list].name.n, law->lists[e->list].name.p);
  out->heading = str_dup(a, label);
  out->title = str_dup(a, title);
  out->where = (struct imp_where){law->files[pos.file].path, pos.line};
  return out->day && out->what && out->measure && out->heading && out->title &&
         study_cite(a, law, e->stmt ? &e->stmt->when : &e->line->when, out);
}
