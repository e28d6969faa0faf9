// SPDX-License-Identifier: Apache-2.0
// What changes within days to come.
//
// Every edge of what is written is looked at in its block, the day before and the day itself, so an end that a
// later line has put off is no change. First with nothing pending: that is the law. Then under every answer of
// every open or said question, one question at a time: what comes out otherwise is only said.
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "book/query.h"
#include "book/study_block.h"
#include "book/study_changes.h"
#include "book/study_events.h"

struct imp_upcoming {
  struct arena arena;
  struct imp_coming *items;
  uint32_t count, cap;
  const char *on, *until;
};

struct finder {
  struct imp_upcoming *u;
  struct arena *arena;
  const struct law *law;
  struct query query;
  struct clock_stmt *rows;
  imp_day on, last;
};

struct saying { /* what a block says, in words, and the statement that makes it so */
  const char *words;
  const struct law_stmt *stmt;
};

/* ---- words ----------------------------------------------------------------------------------------------- */

static const char *demand_words(struct finder *f, const struct study_block *b) {
  const struct law_stmt *s = b->demand;
  struct buf t = {0};
  if (!s) return "nothing";
  if (s->kind == LAW_RATE || s->kind == LAW_FEE)
    buf_put(&t, s->expr.text);
  else if (s->kind == LAW_NOT_ENCODED)
    buf_printf(&t, "not encoded (%.*s)", (int)s->text.n, s->text.p);
  else
    buf_puts(&t, study_source(f->arena, f->law, s->pos));
  if (!rat_is_zero(b->points)) {
    struct rat percent;
    buf_puts(&t, " less ");
    if (rat_mul(b->points, rat_int(100), &percent)) rat_print(percent, &t);
    buf_puts(&t, " points");
  }
  const char *kept = t.failed ? NULL : str_dup(f->arena, buf_str(&t));
  buf_free(&t);
  return kept;
}

static const char *silence_words(struct finder *f, const struct study_block *b) {
  if (b->silence->kind == LAW_VOID) return "void";
  if (b->silence->kind == LAW_ENDS) return "ended";
  if (b->silence_end == DAY_NEVER) return "suspended";
  const char *end = bill_state_end(f->arena, b->silence, b->silence_end);
  return end ? text_in(f->arena, "suspended until %s", end) : NULL;
}

static bool has_demands(const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (study_is_demand(&s[i])) return true;
  return false;
}

static struct saying say_block(struct finder *f, const struct view *v, uint32_t m, uint32_t h,
                               imp_day day) {
  uint32_t n;
  struct study_block b = study_block_on(v, f->rows, m, h, day);
  const struct law_stmt *s = study_block_stmts(f->law, m, h, &n);
  if (b.silence) return (struct saying){silence_words(f, &b), b.silence};
  if (!has_demands(s, n)) return (struct saying){"in force", NULL};
  return (struct saying){demand_words(f, &b), b.demand};
}

/* An exemption, a yield or a scope stands for itself. */
static struct saying say_other(struct finder *f, const struct view *v, const struct study_event *e,
                               imp_day day) {
  const struct law_stmt *s = study_sort_on(v, f->rows, e->measure, e->heading, e->stmt, day);
  return (struct saying){s ? "in force" : "not in force", s};
}

static bool of_block(const struct law_stmt *s) {
  return study_is_demand(s) || (s->kind >= LAW_SUSPENDED && s->kind <= LAW_ENDS);
}

static struct saying say(struct finder *f, const struct view *v, const struct study_event *e,
                         imp_day day) {
  return of_block(e->stmt) ? say_block(f, v, e->measure, e->heading, day) : say_other(f, v, e, day);
}

/* ---- items ------------------------------------------------------------------------------------------------ */

static struct imp_coming *push(struct finder *f) {
  struct imp_upcoming *u = f->u;
  if (u->count == u->cap) {
    uint32_t cap = u->cap ? u->cap * 2 : 64;
    struct imp_coming *items = arena_array(&u->arena, cap, sizeof *items);
    if (!items) return NULL;
    if (u->count) memcpy(items, u->items, u->count * sizeof *items);
    u->items = items;
    u->cap = cap;
  }
  return &u->items[u->count++];
}

static const char *side_of(struct finder *f, struct str name) {
  long dot = str_find(name, '.');
  char *side = str_dup(f->arena, dot > 0 ? str_sub(name, 0, (size_t)dot) : name);
  for (char *c = side; c && *c; c++)
    if (*c >= 'a' && *c <= 'z') *c = (char)(*c - 'a' + 'A');
  return side;
}

static bool say_what(struct finder *f, const struct study_event *shown, struct saying before,
                     struct saying after, const char **out) {
  bool same = study_text_eq(before.words, after.words);
  *out = NULL;
  if (of_block(shown->stmt))
    *out = same ? text_in(f->arena, "stays %s", after.words)
                : text_in(f->arena, "%s becomes %s", before.words, after.words);
  else if (!same)
    return study_event_what(f->arena, f->law, shown, out);
  else
    *out = text_in(f->arena, "stays %s: %s", after.words,
                   study_short(f->arena, f->law, shown->stmt->pos));
  return *out != NULL;
}

static bool add_saying(struct finder *f, const struct study_event *e, struct saying before,
                       struct saying after, const char *outcome) {
  struct study_event shown = *e;
  struct imp_coming *c = push(f);
  if (!c) return false;
  if (after.stmt && after.stmt != before.stmt) shown.stmt = after.stmt, shown.closes = false;
  if (!of_block(e->stmt) && !after.stmt) shown.closes = true;
  *c = (struct imp_coming){outcome ? IMP_COMING_SAID : IMP_COMING_LAW,
                           e->day - f->on,
                           side_of(f, f->law->measures[e->measure].name),
                           before.words,
                           after.words,
                           outcome,
                           {0}};
  if (!before.words || !after.words || !c->side) return false;
  if (!study_event_show(f->arena, f->law, &shown, &c->event)) return false;
  c->event.day = bill_day(f->arena, e->day);
  return c->event.day && say_what(f, &shown, before, after, &c->event.what);
}

static bool differ(struct saying a, struct saying b) {
  return !study_text_eq(a.words, b.words);
}

/* What an answer to question q makes of the event, where that is not what the law does anyway. */
static bool add_outcomes(struct finder *f, const struct study_event *e, struct saying before,
                         struct saying after, uint32_t q) {
  struct view *v = &f->query.view;
  uint32_t stands = v->questions[q].assumed;
  bool fine = true;
  for (uint32_t i = 0; i < view_outcome_count(v, q) && fine; i++) {
    uint32_t answer = view_outcome(v, q, i);
    if (answer == VIEW_STANDS) continue;
    v->questions[q].assumed = answer;
    struct saying b = say(f, v, e, e->day - 1), a = say(f, v, e, e->day);
    v->questions[q].assumed = stands;
    if (!a.words || !b.words) return false;
    if ((!differ(b, before) && !differ(a, after)) || (!differ(b, a) && !differ(before, after)))
      continue;
    struct str name = f->law->questions[q].name, word = view_answer_word(v, q, answer);
    const char *outcome = text_in(f->arena, "%.*s=%.*s", (int)name.n, name.p, (int)word.n, word.p);
    fine = outcome && add_saying(f, e, b, a, outcome);
  }
  return fine;
}

static bool same_block(const struct study_event *a, const struct study_event *b) {
  if (a->day != b->day || a->measure != b->measure || a->heading != b->heading) return false;
  if (!a->stmt || !b->stmt) return false;
  return of_block(a->stmt) ? of_block(b->stmt) : study_same_sort(a->stmt, b->stmt);
}

/* A heading for what pays nothing more begins or ends with its measure: that is no news of its own. */
static bool is_exception(const struct law_stmt *s) {
  return s->kind == LAW_RATE && s->expr.count == 1 && s->expr.terms[0].kind == LAW_TERM_NONE &&
         !s->cond;
}

static bool add_event(struct finder *f, const struct study_event *e) {
  struct view *v = &f->query.view;
  struct saying before = say(f, v, e, e->day - 1), after = say(f, v, e, e->day);
  if (!before.words || !after.words) return false;
  if (is_exception(e->stmt) && (!after.stmt || is_exception(after.stmt))) return true;
  if (differ(before, after) && !add_saying(f, e, before, after, NULL)) return false;
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && view_outcome_count(v, q) > 1 && !add_outcomes(f, e, before, after, q))
      return false;
  return true;
}

/* All lines of a list that come or go on one day are one item. Returns how many events were used. */
static uint32_t add_list(struct finder *f, const struct study_events *all, uint32_t at) {
  const struct study_event *e = &all->items[at];
  uint32_t n = 0, leave = 0;
  while (at + n < all->count && !all->items[at + n].stmt && all->items[at + n].list == e->list &&
         all->items[at + n].day == e->day) {
    leave += all->items[at + n].line->drop != all->items[at + n].closes;
    n++;
  }
  struct imp_coming *c = push(f);
  if (!c || !study_event_show(f->arena, f->law, e, &c->event)) return 0;
  c->kind = IMP_COMING_LIST;
  c->in_days = e->day - f->on;
  c->side = "";
  c->before = text_in(f->arena, "%u line%s out", (unsigned)leave, leave == 1 ? "" : "s");
  c->after = text_in(f->arena, "%u line%s in", (unsigned)(n - leave), n - leave == 1 ? "" : "s");
  c->event.what = leave == n   ? c->before
                  : leave == 0 ? c->after
                               : text_in(f->arena, "%s, %s", c->before, c->after);
  return c->before && c->after && c->event.what ? n : 0;
}

static bool add_events(struct finder *f) {
  struct study_events all;
  if (!study_events_find(f->arena, &f->query.view, f->on, f->last, &all)) return false;
  for (uint32_t i = 0; i < all.count;) {
    const struct study_event *e = &all.items[i];
    if (!e->stmt) {
      uint32_t used = add_list(f, &all, i);
      if (!used) return false;
      i += used;
      continue;
    }
    bool seen = false;
    for (uint32_t k = i; k-- > 0 && all.items[k].day == e->day && !seen;)
      seen = same_block(&all.items[k], e);
    if (!seen && !add_event(f, e)) return false;
    i++;
  }
  return true;
}

/* ---- questions ---------------------------------------------------------------------------------------------- */

static bool add_question(struct finder *f, uint32_t q) {
  const struct law_question *x = &f->law->questions[q];
  const struct view *v = &f->query.view;
  uint32_t last = LAW_NONE;
  struct buf answers = {0};
  for (uint32_t i = 0; i < x->due_count; i++)
    if (view_when_known(v, &x->due_when[i]) <= v->known) last = i;
  if (view_outcome_count(v, q) < 2 || last == LAW_NONE) return true;
  if (x->due[last] <= f->on || x->due[last] > f->last) return true;
  struct imp_coming *c = push(f);
  if (!c) return false;
  *c = (struct imp_coming){.kind = IMP_COMING_QUESTION, .in_days = x->due[last] - f->on};
  for (uint32_t i = 0; i < view_outcome_count(v, q); i++) {
    buf_puts(&answers, i ? " or " : "");
    buf_put(&answers, view_answer_word(v, q, view_outcome(v, q, i)));
  }
  c->side = "";
  c->before = v->questions[q].state == VIEW_SAID ? "said" : "open";
  c->after = "due";
  c->outcome = answers.failed ? NULL : str_dup(f->arena, buf_str(&answers));
  buf_free(&answers);
  c->event.day = bill_day(f->arena, x->due[last]);
  c->event.what = "is due";
  c->event.measure = str_dup(f->arena, x->name);
  c->event.heading = "";
  c->event.title = str_dup(f->arena, x->title);
  c->event.where = (struct imp_where){f->law->files[x->pos.file].path, x->pos.line};
  return c->outcome && c->event.day && c->event.measure && c->event.title &&
         study_cite(f->arena, f->law, &x->due_when[last], &c->event);
}

/* ---- the call ------------------------------------------------------------------------------------------------ */

/* Day by day; law before what is said of it, lists and questions last. */
static int by_day(const void *x, const void *y) {
  const struct imp_coming *a = x, *b = y;
  if (a->in_days != b->in_days) return a->in_days < b->in_days ? -1 : 1;
  bool late_a = a->kind >= IMP_COMING_QUESTION, late_b = b->kind >= IMP_COMING_QUESTION;
  if (late_a != late_b) return late_a ? 1 : -1;
  int d = strcmp(a->event.measure, b->event.measure);
  if (!d) d = strcmp(a->event.heading, b->event.heading);
  if (!d && a->kind != b->kind) d = a->kind < b->kind ? -1 : 1;
  if (!d && a->event.where.line != b->event.where.line)
    d = a->event.where.line < b->event.where.line ? -1 : 1;
  return d ? d : strcmp(a->outcome ? a->outcome : "", b->outcome ? b->outcome : "");
}

/* With nothing pending, unless the user picked. */
static void assume_nothing(struct finder *f) {
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && view_outcome_count(&f->query.view, q) > 1)
      f->query.view.questions[q].assumed = VIEW_STANDS;
}

static bool find_all(struct finder *f) {
  f->rows = arena_array(f->arena, study_block_most(f->law), sizeof *f->rows);
  if (!f->rows) return false;
  assume_nothing(f);
  if (!add_events(f)) return false;
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && !add_question(f, q)) return false;
  if (f->u->count) qsort(f->u->items, f->u->count, sizeof *f->u->items, by_day);
  f->u->on = bill_day(f->arena, f->on);
  f->u->until = bill_day(f->arena, f->last);
  return f->u->on && f->u->until;
}

enum imp_status imp_upcoming(const struct imp_law *law, const struct imp_query *query,
                             uint32_t within, struct imp_upcoming **out, struct imp_error *err) {
  *out = NULL;
  struct imp_upcoming *u = mem_alloc(sizeof *u);
  if (!u) return error_no_memory(err);
  struct finder f = {.u = u, .arena = &u->arena, .law = law->law};
  enum imp_status status = query_read(&u->arena, law, query, &f.query, err);
  f.on = f.query.on;
  f.last = f.on + (imp_day)(within < 36600u ? within : 36600u);
  if (status == IMP_OK && !find_all(&f)) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_upcoming_free(u);
    return status;
  }
  *out = u;
  return IMP_OK;
}

uint32_t imp_upcoming_count(const struct imp_upcoming *u) {
  return u->count;
}
const struct imp_coming *imp_upcoming_at(const struct imp_upcoming *u, uint32_t i) {
  return &u->items[i];
}
const char *imp_upcoming_on(const struct imp_upcoming *u) {
  return u->on;
}
const char *imp_upcoming_until(const struct imp_upcoming *u) {
  return u->until;
}

void imp_upcoming_free(struct imp_upcoming *u) {
  if (!u) return;
  arena_free(&u->arena);
  mem_free(u);
}
