// SPDX-License-Identifier: Apache-2.0
// What changes within days to come, on both sides: duties as the book finds them, and here controls, fees, planned
// meetings and last days of promises. See impost/study.h and book/coming.h.
//
// As with duties each edge of what is written is looked at the day before and the day itself, first with nothing
// pending, then under every answer of one question at a time. A block without demands of its own speaks for the blocks
// below it.
#include "book/coming.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "book/bill.h"
#include "book/line.h"
#include "book/study_events.h"
#include "deal/block.h"
#include "impost/pledge.h"

struct blocks { /* controls or fees */
  const struct deal_block *items;
  uint32_t count;
  const char *of;
};

struct edge { /* of a line */
  uint32_t block;
  const struct deal_line *line;
  imp_day day;
  int minute;
  bool closes;
};

struct saying {
  const char *words;
  const struct deal_line *line; /* that makes it so; NULL: none alone */
};

/* ---- what a block says on a day --------------------------------------------------------------------------------------- */

static bool is_state(const struct deal_line *l) {
  return l->kind >= DEAL_SUSPENDED && l->kind <= DEAL_VOID;
}

static bool asks(const struct deal_line *l) {
  return deal_demands(l) || l->kind == DEAL_REVIEW || l->kind == DEAL_NOT_ENCODED;
}

static const char *stay_words(struct coming *f, const struct deal_stay *stay) {
  if (stay->line->kind == DEAL_VOID) return "void";
  if (stay->line->kind == DEAL_ENDS) return "ended";
  if (stay->until == DAY_NEVER) return "suspended";
  const char *day = bill_day(f->arena, stay->until);
  return day ? text_in(f->arena, "suspended until %s", day) : NULL;
}

static bool holds(struct str text, struct str words) {
  for (size_t i = 0; i + words.n <= text.n; i++)
    if (memcmp(text.p + i, words.p, words.n) == 0) return true;
  return false;
}

/* "licence required", without its days; each said once. */
static bool put_line(struct coming *f, const struct deal_line *l, struct buf *b) {
  const char *words = study_short(f->arena, f->law, l->pos);
  if (!words) return false;
  if (!holds(buf_str(b), str_of(words))) buf_printf(b, "%s%s", b->n ? "; " : "", words);
  return true;
}

/* The rate that is current, or every line that asks something. */
static bool put_demands(struct coming *f, const struct deal_block *x, imp_day day, struct buf *b) {
  const struct deal_line *rate = NULL;
  for (uint32_t i = 0; i < x->count; i++) {
    const struct deal_line *l = &x->lines[i];
    if (!asks(l) || !deal_line_holds(&f->query.view, l, (struct moment){day, 0})) continue;
    if (l->kind == DEAL_RATE)
      rate = l;
    else if (!put_line(f, l, b))
      return false;
  }
  return !rate || put_line(f, rate, b);
}

static bool demands_at_all(const struct deal_block *x) {
  for (uint32_t i = 0; i < x->count; i++)
    if (asks(&x->lines[i])) return true;
  return false;
}

static bool asks_on(struct coming *f, const struct deal_block *x, imp_day day) {
  for (uint32_t i = 0; i < x->count; i++)
    if (asks(&x->lines[i]) &&
        deal_line_holds(&f->query.view, &x->lines[i], (struct moment){day, 0}))
      return true;
  return false;
}

/* How many of the blocks below ask something that day, and of those how many were never in force before that day. */
static void count_parts(struct coming *f, const struct blocks *all, uint32_t at, imp_day day,
                        uint32_t *parts, uint32_t *fresh) {
  *parts = *fresh = 0;
  for (uint32_t i = 0; i < all->count; i++) {
    bool below = law_name_under(all->items[i].name, all->items[at].name);
    if (!below || !asks_on(f, &all->items[i], day)) continue;
    ++*parts;
    *fresh += deal_days_in_force(&f->query.view, all->items, i, NULL, day - 1) == 0;
  }
}

static const char *parts_words(struct coming *f, const struct blocks *all, uint32_t at,
                               imp_day day) {
  uint32_t parts, fresh;
  count_parts(f, all, at, day, &parts, &fresh);
  if (parts < 2) return "in force";
  if (!fresh) return text_in(f->arena, "in force, %u parts", (unsigned)parts);
  return text_in(f->arena, "in force, %u parts, %u for the first time", (unsigned)parts,
                 (unsigned)fresh);
}

static struct saying say(struct coming *f, const struct blocks *all, uint32_t at, imp_day day) {
  struct buf b = {0};
  const char *words = NULL;
  struct deal_stay stay =
      deal_stay_of(&f->query.view, all->items, at, (struct moment){day, CLOCK_UNSTATED});
  if (stay.line) return (struct saying){stay_words(f, &stay), stay.last};
  if (!demands_at_all(&all->items[at])) return (struct saying){parts_words(f, all, at, day), NULL};
  if (put_demands(f, &all->items[at], day, &b) && !b.failed)
    words = b.n ? str_dup(f->arena, buf_str(&b)) : "nothing";
  buf_free(&b);
  return (struct saying){words, NULL};
}

/* A scope, a guard or a duty to report: there or not. */
static struct saying say_line(struct coming *f, const struct edge *e, imp_day day) {
  bool there = deal_line_holds(&f->query.view, e->line, (struct moment){day, 0});
  return (struct saying){there ? "in force" : "not in force", e->line};
}

static struct saying say_edge(struct coming *f, const struct blocks *all, const struct edge *e,
                              imp_day day) {
  return asks(e->line) || is_state(e->line) ? say(f, all, e->block, day) : say_line(f, e, day);
}

/* ---- items --------------------------------------------------------------------------------------------------------------- */

static const char *what_words(struct coming *f, const struct edge *e, struct saying before,
                              struct saying after) {
  bool same = strcmp(before.words, after.words) == 0;
  if (asks(e->line) || is_state(e->line))
    return same ? text_in(f->arena, "stays %s", after.words)
                : text_in(f->arena, "%s becomes %s", before.words, after.words);
  const char *text = study_short(f->arena, f->law, e->line->pos);
  if (!text) return NULL;
  return same ? text_in(f->arena, "stays %s: %s", after.words, text)
              : text_in(f->arena, "%s %s", text, e->closes ? "ends" : "begins");
}

static bool add(struct coming *f, const struct blocks *all, const struct edge *e,
                struct saying before, struct saying after, const char *outcome) {
  const struct deal_block *x = &all->items[e->block];
  const struct deal_line *l = after.line ? after.line : before.line ? before.line : e->line;
  struct imp_coming *c = coming_push(f);
  if (!c) return false;
  c->kind = outcome ? IMP_COMING_SAID : IMP_COMING_LAW;
  c->of = all->of;
  c->in_days = e->day - f->on;
  c->side = coming_side(f, x->name);
  c->before = before.words;
  c->after = after.words;
  c->outcome = outcome;
  c->event.day = bill_day(f->arena, e->day);
  c->event.what = coming_clock(f, what_words(f, e, before, after), x->name, e->minute);
  c->event.measure = str_dup(f->arena, x->name);
  c->event.heading = "";
  c->event.title = str_dup(f->arena, x->title);
  c->event.where = (struct imp_where){f->law->files[l->pos.file].path, l->pos.line};
  return c->side && c->event.day && c->event.what && c->event.measure && c->event.title &&
         study_cite(f->arena, f->law, &l->when, &c->event);
}

static bool differ(struct saying a, struct saying b) {
  return strcmp(a.words, b.words) != 0;
}

static bool add_outcomes(struct coming *f, const struct blocks *all, const struct edge *e,
                         struct saying before, struct saying after, uint32_t q) {
  struct view *v = &f->query.view;
  uint32_t stands = v->questions[q].assumed;
  imp_day day = e->day + (e->minute > 0);
  bool fine = true;
  for (uint32_t i = 0; i < view_outcome_count(v, q) && fine; i++) {
    uint32_t answer = view_outcome(v, q, i);
    if (answer == VIEW_STANDS) continue;
    v->questions[q].assumed = answer;
    struct saying b = say_edge(f, all, e, day - 1), a = say_edge(f, all, e, day);
    v->questions[q].assumed = stands;
    if (!a.words || !b.words) return false;
    if ((!differ(b, before) && !differ(a, after)) || (!differ(b, a) && !differ(before, after)))
      continue;
    const char *outcome = coming_outcome(f, q, answer);
    fine = outcome && add(f, all, e, b, a, outcome);
  }
  return fine;
}

static bool add_edge(struct coming *f, const struct blocks *all, const struct edge *e) {
  struct view *v = &f->query.view;
  imp_day day = e->day + (e->minute > 0);
  struct saying before = say_edge(f, all, e, day - 1), after = say_edge(f, all, e, day);
  if (!before.words || !after.words) return false;
  if (differ(before, after) && !add(f, all, e, before, after, NULL)) return false;
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && view_outcome_count(v, q) > 1 &&
        !add_outcomes(f, all, e, before, after, q))
      return false;
  return true;
}

/* ---- edges ----------------------------------------------------------------------------------------------------------------- */

struct edges {
  struct edge *items;
  uint32_t count;
};

/* There, or there under another outcome: its act is known. What comes of it is asked of the block. */
static bool may_be(const struct coming *f, const struct deal_line *l) {
  return view_when_known(&f->query.view, &l->when) <= f->query.view.known;
}

static void put_edge(const struct coming *f, struct edges *out, struct edge e) {
  if (e.day > f->on && e.day <= f->last && e.day != DAY_NEVER) out->items[out->count++] = e;
}

static void find_edges(const struct coming *f, const struct blocks *all, struct edges *out) {
  for (uint32_t i = 0; i < all->count; i++)
    for (uint32_t k = 0; k < all->items[i].count; k++) {
      const struct deal_line *l = &all->items[i].lines[k];
      if (!may_be(f, l)) continue;
      struct edge e = {i, l, l->when.from, l->when.from_minute, false};
      if (l->kind == DEAL_ENDS) e.day = l->day, e.minute = 0;
      put_edge(f, out, e);
      e = (struct edge){i, l, l->when.until, l->when.until_minute, true};
      if (l->kind != DEAL_ENDS) put_edge(f, out, e);
    }
}

/* Edges of one block on one moment that are of its demands and states are one item; others each their own. */
static bool seen(const struct edges *all, uint32_t at) {
  const struct edge *e = &all->items[at];
  for (uint32_t i = 0; i < at; i++) {
    const struct edge *x = &all->items[i];
    if (x->block != e->block || x->day != e->day || x->minute != e->minute) continue;
    bool both = (asks(x->line) || is_state(x->line)) && (asks(e->line) || is_state(e->line));
    if (both) return true;
  }
  return false;
}

static bool of_blocks(struct coming *f, const struct blocks *all) {
  struct edges edges = {0};
  uint32_t most = 1;
  for (uint32_t i = 0; i < all->count; i++) most += 2u * all->items[i].count;
  edges.items = arena_array(f->arena, most, sizeof *edges.items);
  if (!edges.items) return false;
  find_edges(f, all, &edges);
  for (uint32_t i = 0; i < edges.count; i++)
    if (!seen(&edges, i) && !add_edge(f, all, &edges.items[i])) return false;
  return true;
}

/* ---- meetings and promises --------------------------------------------------------------------------------------------------- */

/* The last line written that was known; that it was held is known on its last day at the earliest. */
static const struct deal_meeting_line *plan_of(const struct coming *f,
                                               const struct deal_meeting *m) {
  const struct view *v = &f->query.view;
  for (uint32_t i = m->count; i-- > 0;) {
    imp_day day = view_when_known(v, &m->lines[i].when);
    if (m->lines[i].kind == DEAL_HELD && day < m->lines[i].until - 1) day = m->lines[i].until - 1;
    if (day <= v->known) return m->lines[i].kind == DEAL_PLANNED ? &m->lines[i] : NULL;
  }
  return NULL;
}

static bool add_meeting(struct coming *f, const struct deal_meeting *m,
                        const struct deal_meeting_line *l) {
  struct imp_coming *c = coming_push(f);
  const char *last = bill_day(f->arena, l->until - 1);
  if (!c || !last) return false;
  c->kind = IMP_COMING_MEETING;
  c->of = "meeting";
  c->in_days = l->from - f->on;
  c->side = "";
  c->before = "planned";
  c->after = "due";
  c->event.day = bill_day(f->arena, l->from);
  c->event.what =
      text_in(f->arena, "planned%s%.*s%s%s", l->text.n ? ": " : "", (int)l->text.n, l->text.p,
              l->until - 1 > l->from ? ", through " : "", l->until - 1 > l->from ? last : "");
  c->event.measure = str_dup(f->arena, m->name);
  c->event.heading = "";
  c->event.title = str_dup(f->arena, m->title);
  c->event.where = (struct imp_where){f->law->files[l->pos.file].path, l->pos.line};
  return c->event.day && c->event.what && c->event.measure && c->event.title &&
         study_cite(f->arena, f->law, &l->when, &c->event);
}

static bool of_meetings(struct coming *f) {
  const struct law_deal *d = f->law->deal;
  for (uint32_t i = 0; i < d->meeting_count; i++) {
    const struct deal_meeting_line *l = plan_of(f, &d->meetings[i]);
    if (l && l->from > f->on && l->from <= f->last && !add_meeting(f, &d->meetings[i], l))
      return false;
  }
  return true;
}

static const char *promise_words(struct coming *f, const struct imp_pledge *p,
                                 const struct imp_promise *x) {
  static const char *const states[] = {"not begun", "running", "met",
                                       "not met",   "open",    "no row counts in it"};
  return text_in(f->arena, "last day of %s %s %s by %s: %s%s%s%s", x->compare, x->amount, p->unit,
                 p->counted, states[x->state], x->share ? ", " : "", x->share ? x->share : "",
                 x->reading ? text_in(f->arena, " by %s", x->reading) : "");
}

static const char *buyer_of(struct coming *f, const char *name) {
  uint32_t p = deal_find_pledge(f->law->deal, str_of(name));
  uint16_t place = p == LAW_NONE ? 0 : f->law->deal->pledges[p].buyer;
  return place ? text_in(f->arena, "%c%c", (char)(place >> 8), (char)(place & 0xff)) : "";
}

static bool add_promise(struct coming *f, const struct imp_pledge *p, const struct imp_promise *x,
                        imp_day due) {
  uint32_t act = law_find_act(f->law, str_of(x->by));
  struct imp_coming *c = coming_push(f);
  if (!c) return false;
  c->kind = IMP_COMING_PLEDGE;
  c->of = "pledge";
  c->in_days = due - f->on;
  c->side = buyer_of(f, p->name);
  c->before = c->after = "due";
  c->event =
      (struct imp_event){.day = bill_day(f->arena, due), .heading = "", .cite = "", .where = p->at};
  c->event.what = promise_words(f, p, x);
  c->event.measure = str_dup(f->arena, str_of(p->name));
  c->event.title = str_dup(f->arena, str_of(p->title));
  c->event.act = str_dup(f->arena, str_of(x->by));
  c->event.act_title = str_dup(f->arena, str_of(x->by_title));
  c->event.known = act == LAW_NONE ? "" : bill_day(f->arena, law_act_known(&f->law->acts[act]));
  return c->side && c->event.day && c->event.what && c->event.measure && c->event.title &&
         c->event.act && c->event.act_title && c->event.known;
}

static bool of_pledge(struct coming *f, const struct imp_pledge *p) {
  for (uint32_t i = 0; i < p->promise_count; i++) {
    imp_day due;
    const struct imp_promise *x = &p->promises[i];
    if (x->together || !day_parse(str_of(x->due), &due) || due <= f->on || due > f->last) continue;
    if (!add_promise(f, p, x, due)) return false;
  }
  return true;
}

static enum imp_status of_pledges(struct coming *f, const struct imp_law *law,
                                  const struct imp_query *query, struct imp_error *err) {
  struct imp_pledges *all = NULL;
  if (!f->law->deal->pledge_count) return IMP_OK;
  enum imp_status status = imp_pledges_open(law, query, NULL, &all, err);
  for (uint32_t i = 0; status == IMP_OK && i < imp_pledges_count(all); i++)
    if (!of_pledge(f, imp_pledges_at(all, i))) status = error_no_memory(err);
  imp_pledges_free(all);
  return status;
}

/* ---- the call ------------------------------------------------------------------------------------------------------------------ */

/* Day by day; law before what is said of it, then lists, questions, meetings and promises. */
static int by_day(const void *x, const void *y) {
  const struct imp_coming *a = x, *b = y;
  if (a->in_days != b->in_days) return a->in_days < b->in_days ? -1 : 1;
  int late_a = a->kind >= IMP_COMING_QUESTION ? (int)a->kind : 0;
  int late_b = b->kind >= IMP_COMING_QUESTION ? (int)b->kind : 0;
  if (late_a != late_b) return late_a < late_b ? -1 : 1;
  int d = strcmp(a->event.measure, b->event.measure);
  if (!d) d = strcmp(a->event.heading, b->event.heading);
  if (!d && a->kind != b->kind) d = a->kind < b->kind ? -1 : 1;
  if (!d && a->event.where.line != b->event.where.line)
    d = a->event.where.line < b->event.where.line ? -1 : 1;
  return d ? d : strcmp(a->outcome ? a->outcome : "", b->outcome ? b->outcome : "");
}

/* With nothing pending, unless the user picked. */
static void assume_nothing(struct coming *f) {
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && view_outcome_count(&f->query.view, q) > 1)
      f->query.view.questions[q].assumed = VIEW_STANDS;
}

static bool find_all(struct coming *f) {
  const struct law_deal *d = f->law->deal;
  const struct blocks controls = {d->controls, d->control_count, "control"},
                      fees = {d->fees, d->fee_count, "fee"};
  assume_nothing(f);
  f->u->on = bill_day(f->arena, f->on);
  f->u->until = bill_day(f->arena, f->last);
  return f->u->on && f->u->until && coming_of_measures(f) && coming_of_questions(f) &&
         of_blocks(f, &controls) && of_blocks(f, &fees) && of_meetings(f);
}

enum imp_status imp_upcoming(const struct imp_law *law, const struct imp_query *query,
                             uint32_t within, struct imp_upcoming **out, struct imp_error *err) {
  *out = NULL;
  struct imp_upcoming *u = mem_alloc(sizeof *u);
  if (!u) return error_no_memory(err);
  struct coming f = {.u = u, .arena = &u->arena, .law = law->law};
  enum imp_status status = query_read(&u->arena, law, query, &f.query, err);
  f.on = f.query.on;
  f.last = f.on + (imp_day)(within < 36600u ? within : 36600u);
  if (status == IMP_OK && !find_all(&f)) status = error_no_memory(err);
  if (status == IMP_OK) status = of_pledges(&f, law, query, err);
  if (status == IMP_OK && u->arena.failed) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_upcoming_free(u);
    return status;
  }
  if (u->count) qsort(u->items, u->count, sizeof *u->items, by_day);
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
