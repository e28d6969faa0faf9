// SPDX-License-Identifier: Apache-2.0
// What is not sure enough to be law is not loaded, but a bill it may reach names its file. See answer.h.
//
// The doubtful files are read beside the law into a law of their own, in which the line is read once more: facts have
// other indices there. A measure may reach the line when its scope does and one of its demands is not ruled out.
#include <string.h>

#include "book/answer.h"
#include "book/doubtful.h"

struct doubtful {
  struct frame frame;
  struct mentions mentions;
  struct awake awake;
  struct view view;
  struct line line;
  struct eval eval;
};

static bool is_doubtful(const struct law *law, uint32_t m) {
  return law_is_doubtful(law->files[law->measures[m].pos.file].path);
}

/* Nothing but the doubtful measures is looked at. */
static bool begin_law(struct doubtful *d, struct arena *a, const struct law *doubtful,
                      const struct names *names, const struct view *view) {
  bool *measures = arena_array(a, doubtful->measure_count + 1u, sizeof *measures);
  if (!measures) return false;
  for (uint32_t m = 0; m < doubtful->measure_count; m++)
    measures[m] = doubtful->measures[m].speaks && is_doubtful(doubtful, m);
  d->awake = (struct awake){.measures = measures};
  d->frame = (struct frame){a, doubtful, names, &d->mentions, &d->awake, false};
  return view_make(&d->view, a, doubtful, view->known, view->known_minute, view->legal);
}

static bool begin(struct doubtful *d, struct answer_job *job, const struct imp_law *law,
                  const struct imp_line *in, bool *readable) {
  struct arena *a = job->frame.arena;
  struct refusal no = {0};
  if (!begin_law(d, a, law->doubtful, law->names, job->view) ||
      !line_read(a, law->doubtful, law->names, in, (struct moment){job->line.on, job->line.minute},
                 &d->line, &no))
    return false;
  *readable = !no.id;
  if (no.id) return true;
  d->line.code = job->line.code;
  d->line.tariff = job->line.tariff;
  return mentions_of(a, law->doubtful, law->names, d->line.code, &d->mentions) &&
         eval_begin(&d->eval, &d->frame, &d->view, &d->line);
}

static bool may_speak(struct doubtful *d, uint32_t m, const struct law_heading *h) {
  const struct law_measure *x = &d->frame.law->measures[m];
  const struct law_stmt *s = h ? h->stmts : x->stmts;
  for (uint32_t i = 0; i < (h ? h->count : x->count); i++)
    if (view_when_known(&d->view, &s[i].when) <= d->view.known && s[i].kind >= LAW_RATE &&
        s[i].kind != LAW_YIELDS && (s[i].kind < LAW_SUSPENDED || s[i].kind == LAW_NOT_ENCODED) &&
        law_when_holds(&s[i].when, d->line.on, d->line.minute > 0 ? d->line.minute : 0) &&
        eval_fits(&d->eval, m, h, &s[i], 0, false) != TRI_NO)
      return true;
  return false;
}

static bool may_reach(struct doubtful *d, uint32_t m) {
  const struct law_measure *x = &d->frame.law->measures[m];
  if (!d->eval.results[m].in_scope || d->eval.results[m].silence) return false;
  bool any = may_speak(d, m, NULL);
  for (uint32_t h = 0; h < x->heading_count && !any; h++) any = may_speak(d, m, &x->headings[h]);
  return any;
}

static bool say(struct arena *a, const struct law *doubtful, uint32_t m,
                struct text_list *caveats) {
  const struct law_measure *x = &doubtful->measures[m];
  struct str title = x->title.n ? x->title : x->name;
  return text_list_add(a, caveats,
                       text_in(a,
                               "%.*s (%s) is too doubtful to be loaded, and might reach this line",
                               (int)title.n, title.p, doubtful->files[x->pos.file].path));
}

bool answer_doubtful(struct answer_job *job, const struct imp_law *law, const struct imp_line *in,
                     struct text_list *caveats) {
  struct arena *a = job->frame.arena;
  bool readable = false;
  struct doubtful *d = arena_alloc(a, sizeof *d);
  if (!d || !begin(d, job, law, in, &readable)) return false;
  for (uint32_t m = 0; readable && m < law->doubtful->measure_count; m++)
    if (is_doubtful(law->doubtful, m) && may_reach(d, m) && !say(a, law->doubtful, m, caveats))
      return false;
  return true;
}

/* ---- of many lines ----------------------------------------------------------------------------------------- */

enum { BITS = 64 };

/* Numbers alone: a list has days of its own, and part of a number's goods is for the line to claim. */
static bool settled_items(const struct law_item *items, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if ((items[i].kind != LAW_ITEM_ALL && items[i].kind != LAW_ITEM_CODE) || items[i].ex.n)
      return false;
  return true;
}

static bool settled_goods(const struct law_set *s) {
  return settled_items(s->items, s->count) && settled_items(s->but, s->but_count);
}

static bool holds_goods(const struct law_stmt *s) {
  return s->kind == LAW_GOODS || s->has_goods;
}

static bool settled_stmt(const struct law_stmt *s) {
  if (s->cond || s->on.stated || s->kind == LAW_IF || s->kind == LAW_QUOTA) return false;
  for (uint32_t i = 0; i < s->expr.count; i++)
    if (s->expr.terms[i].kind == LAW_TERM_FACT || s->expr.terms[i].kind == LAW_TERM_SPECIAL)
      return false;
  return !holds_goods(s) || settled_goods(&s->goods);
}

/* A set of goods of doubtful measures or of what stands above them, one by one. */
typedef bool visit(void *user, const struct law_set *goods);

static bool each_in(const struct law_stmt *s, uint32_t n, visit *call, void *user) {
  for (uint32_t i = 0; i < n; i++)
    if (holds_goods(&s[i]) && !call(user, &s[i].goods)) return false;
  return true;
}

static bool each_goods(const struct law *law, visit *call, void *user) {
  for (uint32_t m = 0; m < law->measure_count; m++) {
    if (!is_doubtful(law, m)) continue;
    const struct law_measure *x = &law->measures[m];
    for (uint32_t h = 0; h < x->heading_count; h++) {
      if (x->headings[h].has_goods && !call(user, &x->headings[h].goods)) return false;
      if (!each_in(x->headings[h].stmts, x->headings[h].count, call, user)) return false;
    }
    for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
      if (!each_in(law->measures[k].stmts, law->measures[k].count, call, user)) return false;
  }
  return true;
}

static bool settled_measure(const struct law *law, uint32_t m) {
  const struct law_measure *x = &law->measures[m];
  for (uint32_t h = 0; h < x->heading_count; h++) {
    const struct law_heading *at = &x->headings[h];
    if (at->cond || (at->has_goods && !settled_goods(&at->goods))) return false;
    for (uint32_t i = 0; i < at->count; i++)
      if (!settled_stmt(&at->stmts[i])) return false;
  }
  for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
    for (uint32_t i = 0; i < law->measures[k].count; i++)
      if (!settled_stmt(&law->measures[k].stmts[i])) return false;
  return true;
}

static bool count_set(void *user, const struct law_set *goods) {
  uint32_t *count = user;
  (void)goods;
  return ++*count <= BITS;
}

bool doubtful_settled(const struct law *doubtful) {
  uint32_t sets = 0, measures = 0;
  for (uint32_t m = 0; m < doubtful->measure_count; m++) {
    if (!is_doubtful(doubtful, m)) continue;
    if (++measures > BITS || !settled_measure(doubtful, m)) return false;
  }
  return each_goods(doubtful, count_set, &sets);
}

struct marking {
  struct matcher matcher;
  uint64_t bits;
  uint32_t at;
};

static bool mark_set(void *user, const struct law_set *goods) {
  struct marking *m = user;
  if (match_goods(&m->matcher, goods).verdict == MATCH_YES) m->bits |= (uint64_t)1 << m->at;
  m->at++;
  return true;
}

/* The number and those it had before are all that a settled set asks for. */
static struct mentions numbers_of(const struct names *names, uint64_t code) {
  struct mentions m = {.code = code};
  m.before_count = names_ancestors(names, code, m.before, NAMES_ANCESTORS_MAX);
  return m;
}

uint64_t doubtful_goods(const struct law *doubtful, const struct names *names, uint64_t code) {
  struct mentions who = numbers_of(names, code);
  struct marking m = {.matcher = {.mentions = &who}};
  each_goods(doubtful, mark_set, &m);
  return m.bits;
}

bool doubtful_reach(struct arena *scratch, const struct imp_law *law, const struct view *view,
                    uint64_t code, uint16_t place, imp_day on, uint64_t *reach) {
  const struct law *doubtful = law->doubtful;
  struct doubtful *d = arena_alloc(scratch, sizeof *d);
  uint32_t bit = 0;
  *reach = 0;
  if (!d || !begin_law(d, scratch, doubtful, law->names, view)) return false;
  d->awake.no_general = true; /* no test of settled law asks about it */
  d->mentions = numbers_of(law->names, code);
  d->line = (struct line){.code = code,
                          .digits = 10,
                          .origin = place,
                          .into = law->law->home,
                          .on = on,
                          .minute = CLOCK_UNSTATED};
  d->line.facts = arena_array(scratch, doubtful->fact_count + 1u, sizeof *d->line.facts);
  if (!d->line.facts || !eval_begin(&d->eval, &d->frame, &d->view, &d->line)) return false;
  for (uint32_t m = 0; m < doubtful->measure_count; m++) {
    if (!is_doubtful(doubtful, m)) continue;
    if (may_reach(d, m)) *reach |= (uint64_t)1 << bit;
    bit++;
  }
  return true;
}

bool doubtful_say(struct arena *a, const struct law *doubtful, uint64_t reach,
                  struct text_list *caveats) {
  uint32_t bit = 0;
  for (uint32_t m = 0; m < doubtful->measure_count; m++) {
    if (!is_doubtful(doubtful, m)) continue;
    if (reach >> bit++ & 1 && !say(a, doubtful, m, caveats)) return false;
  }
  return true;
}

/* ---- since when -------------------------------------------------------------------------------------------- */

/* Scope is of all days and would say nothing: only demands count, as in may_speak. */
static imp_day first_demand(const struct law_stmt *s, uint32_t n, imp_day first) {
  for (uint32_t i = 0; i < n; i++)
    if (s[i].kind >= LAW_RATE && s[i].when.from < first) first = s[i].when.from;
  return first;
}

imp_day doubtful_since(const struct imp_law *law) {
  imp_day first = DAY_NEVER;
  for (uint32_t m = 0; law->doubtful && m < law->doubtful->measure_count; m++) {
    const struct law_measure *x = &law->doubtful->measures[m];
    if (!is_doubtful(law->doubtful, m)) continue;
    first = first_demand(x->stmts, x->count, first);
    for (uint32_t h = 0; h < x->heading_count; h++)
      first = first_demand(x->headings[h].stmts, x->headings[h].count, first);
  }
  return first;
}
