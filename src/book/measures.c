// SPDX-License-Identifier: Apache-2.0
// What measures there are, or which look at a code and place on a day, and the state of each.
#include <stdio.h>

#include "book/answer.h"
#include "book/query.h"

struct imp_measures {
  struct arena arena;
  struct imp_measure_info *items;
  uint32_t count;
};

static bool demands_anything(const struct law_measure *m) {
  return m->heading_count || eval_has_demands(m->stmts, m->count);
}

/* First and last day on which any line of the measure holds, as known. */
static void life(const struct view *v, const struct law_measure *m, imp_day *first, imp_day *last) {
  *first = DAY_NEVER;
  *last = DAY_FIRST;
  for (uint32_t h = 0; h <= m->heading_count; h++) {
    const struct law_stmt *s = h ? m->headings[h - 1].stmts : m->stmts;
    uint32_t n = h ? m->headings[h - 1].count : m->count;
    for (uint32_t i = 0; i < n; i++) {
      bool counts = s[i].kind == LAW_RATE || s[i].kind == LAW_FEE || s[i].kind == LAW_EXEMPTS ||
                    s[i].kind == LAW_NOT_ENCODED || s[i].kind == LAW_BAN;
      if (!counts || !view_has(v, &s[i])) continue;
      if (s[i].when.from < *first) *first = s[i].when.from;
      if (s[i].when.until > *last) *last = s[i].when.until;
    }
  }
}

/* Some headings may be encoded and others not. */
static const char *force_words(struct eval *e, uint32_t m) {
  const struct law_measure *measure = &e->law->measures[m];
  uint32_t encoded = 0, missing = 0;
  for (uint32_t h = 0; h <= measure->heading_count; h++) {
    const struct law_stmt *s = eval_current_demand(e, m, h ? &measure->headings[h - 1] : NULL);
    missing += s && s->kind == LAW_NOT_ENCODED;
    encoded += s && s->kind != LAW_NOT_ENCODED;
  }
  if (!missing) return "in force";
  return encoded ? "in force, in part not encoded" : "not encoded";
}

static const char *state_of(struct eval *e, uint32_t m) {
  const struct measure_result *r = &e->results[m];
  imp_day first, last, silent_end = DAY_NEVER;
  struct rat points = RAT_ZERO;
  const struct law_stmt *silence = r->silence;
  for (uint32_t k = m; k != LAW_NONE && !silence; k = e->law->measures[k].parent)
    silence =
        eval_silence(e, e->law->measures[k].stmts, e->law->measures[k].count, &silent_end, &points);
  if (r->silence) silent_end = r->silence_end;
  life(e->view, &e->law->measures[m], &first, &last);
  if (first == DAY_NEVER) return "not known yet";
  if (silence && silence->kind == LAW_VOID) return "void";
  if (silence && silence->kind == LAW_ENDS)
    return text_in(e->arena, "ended %s", bill_moment(e->arena, silence->day, silence->minute));
  if (silence && silent_end == DAY_NEVER) return "suspended without end";
  if (silence)
    return text_in(e->arena, "suspended until %s", bill_state_end(e->arena, silence, silent_end));
  if (first > e->line->on) return text_in(e->arena, "to come %s", bill_day(e->arena, first));
  if (last <= e->line->on) return text_in(e->arena, "ended %s", bill_day(e->arena, last));
  return force_words(e, m);
}

/* The heading holds the code and the origin; its other tests may still say no. */
static bool holds(struct eval *e, uint32_t m, const struct law_heading *heading) {
  return eval_goods(e, m, heading, NULL).verdict != MATCH_NO &&
         (!heading->has_of || match_origin(&e->matcher, &heading->of).verdict == MATCH_YES);
}

static bool stands_before(const struct law_measure *m, uint32_t h) {
  for (uint32_t k = 0; k < h; k++)
    if (str_eq(m->headings[k].label, m->headings[h].label)) return true;
  return false;
}

/* Each label once; of a code or place only those that hold it. */
static const char *headings_of(struct eval *e, uint32_t m, bool asked) {
  const struct law_measure *measure = &e->law->measures[m];
  struct buf b = {0};
  for (uint32_t h = 0; h < measure->heading_count; h++) {
    const struct law_heading *heading = &measure->headings[h];
    bool told = false;
    if (!heading->label.n || stands_before(measure, h)) continue;
    for (uint32_t k = h; k < measure->heading_count && !told; k++)
      told = str_eq(measure->headings[k].label, heading->label) &&
             (!asked || holds(e, m, &measure->headings[k]));
    if (told) buf_printf(&b, "%s%.*s", b.n ? ", " : "", (int)heading->label.n, heading->label.p);
  }
  return buf_keep(&b, e->arena);
}

static const char *act_of(struct eval *e, const struct law_measure *m) {
  for (uint32_t h = 0; h <= m->heading_count; h++) {
    const struct law_stmt *s = h ? m->headings[h - 1].stmts : m->stmts;
    uint32_t n = h ? m->headings[h - 1].count : m->count;
    for (uint32_t i = 0; i < n; i++)
      if (s[i].when.act != LAW_NONE) return str_dup(e->arena, e->law->acts[s[i].when.act].name);
  }
  return "";
}

static bool fill(struct eval *e, uint32_t m, bool asked, struct imp_measure_info *out) {
  const struct law_measure *measure = &e->law->measures[m];
  out->name = str_dup(e->arena, measure->name);
  out->title = str_dup(e->arena, bill_title(e->law, m));
  out->state = state_of(e, m);
  out->headings = headings_of(e, m, asked);
  out->act = act_of(e, measure);
  out->where = (struct imp_where){e->law->files[measure->pos.file].path, measure->pos.line};
  return out->name && out->title && out->state && out->headings && out->act;
}

/* A chapter, heading or number that some edition has: `all` would hold any other too. */
static bool ever_held(const struct names *n, uint64_t first, uint64_t last, uint8_t digits) {
  uint32_t lines = 0;
  struct names_number number;
  names_lines(n, (uint32_t)(first / 100u), (uint32_t)(last / 100u), &lines);
  if (digits < 10 || !lines) return lines > 0;
  return names_number(n, first, &number) ||
         (first % 100u == 0 && !names_numbers(n, (uint32_t)(first / 100u), NULL, 0));
}

/* Another place's schedule agrees with this one in six digits and no further. */
static bool is_number(const struct imp_law *law, const struct line *l, uint64_t hi) {
  enum { SHARED_DIGITS = 6 };
  const uint64_t below = 10000; /* the four digits after them */
  if (l->into == law->law->home || l->digits <= SHARED_DIGITS)
    return ever_held(law->names, l->code, hi, l->digits);
  uint64_t first = l->code / below * below;
  return ever_held(law->names, first, first + below - 1, SHARED_DIGITS);
}

static enum imp_status read_subject(const struct imp_law *law, const char *code, const char *from,
                                    const char *into, struct line *l, struct imp_error *err) {
  uint64_t hi;
  struct str typed = str_trim(str_of(into));
  l->into = typed.n ? names_place_find(law->names, typed) : law->law->home;
  if (!l->into)
    return error_set(err, IMP_USAGE, "usage.place",
                     "an ISO code or a name: `impost places` lists them", "\"%.40s\" is no place",
                     into);
  if (code && !law_code_parse(str_of(code), &l->code, &hi, &l->digits))
    return error_set(err, IMP_USAGE, "usage.code", "give 2 to 10 digits",
                     "\"%.40s\" is no commodity code", code);
  if (code && !is_number(law, l, hi))
    return error_set(err, IMP_USAGE, "usage.code", "impost goods WORDS finds numbers",
                     "%.40s is no number of the schedule", code);
  if (from && *from && !(l->origin = names_place_find(law->names, str_of(from))))
    return error_set(err, IMP_USAGE, "usage.origin", "give a country by ISO code or name",
                     "\"%.40s\" is no country", from);
  return IMP_OK;
}

/* Some heading of the measure holds the code and the origin; its other tests may still say no. */
static bool may_reach(struct eval *e, uint32_t m) {
  const struct law_measure *measure = &e->law->measures[m];
  if (!e->results[m].in_scope) return false;
  bool any = !measure->heading_count;
  for (uint32_t h = 0; h < measure->heading_count && !any; h++)
    any = holds(e, m, &measure->headings[h]);
  return any;
}

static bool list_measures(struct imp_measures *out, const struct imp_law *law,
                          const struct query *q, struct line *l, bool by_code, bool by_place,
                          bool by_entry) {
  struct eval e;
  struct mentions mentions;
  const struct law *text = law->law;
  struct frame frame = {&out->arena, text, law->names, &mentions, NULL, false};
  l->on = q->on;
  l->minute = q->on_minute;
  l->facts = arena_array(&out->arena, text->fact_count + 1u, sizeof *l->facts);
  out->items = arena_array(&out->arena, text->measure_count + 1u, sizeof *out->items);
  if (!l->facts || !out->items || !mentions_of(&out->arena, text, law->names, l->code, &mentions))
    return false;
  if (!eval_begin(&e, &frame, &q->view, l)) return false;
  for (uint32_t m = 0; m < text->measure_count; m++) {
    if (!demands_anything(&text->measures[m])) continue;
    if (by_entry && !eval_enters(&e, m)) continue;
    if ((by_code || by_place) && !may_reach(&e, m)) continue;
    if (!fill(&e, m, by_code || by_place, &out->items[out->count++])) return false;
  }
  return true;
}

enum imp_status imp_measures(const struct imp_law *law, const struct imp_query *query,
                             const char *code, const char *from, const char *into,
                             struct imp_measures **out, struct imp_error *err) {
  struct query q;
  struct line l = {0};
  *out = NULL;
  struct imp_measures *m = mem_alloc(sizeof *m);
  if (!m) return error_no_memory(err);
  enum imp_status status = query_read(&m->arena, law, query, &q, err);
  if (status == IMP_OK) status = read_subject(law, code, from, into, &l, err);
  if (status == IMP_OK &&
      (!list_measures(m, law, &q, &l, code != NULL, from && *from, into && *into) ||
       m->arena.failed))
    status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_measures_free(m);
    return status;
  }
  *out = m;
  return IMP_OK;
}

uint32_t imp_measures_count(const struct imp_measures *m) {
  return m->count;
}
const struct imp_measure_info *imp_measures_at(const struct imp_measures *m, uint32_t i) {
  return &m->items[i];
}

void imp_measures_free(struct imp_measures *m) {
  if (!m) return;
  arena_free(&m->arena);
  mem_free(m);
}
