// SPDX-License-Identifier: Apache-2.0
// What changes within days to come, of duties and lists, and the questions that fall due (book/coming.h).
//
// Every edge of what is written is looked at in its block, the day before and the day itself, so an end that a
// later line has put off is no change. First with nothing pending: that is the law. Then under every answer of
// every open or said question, one question at a time: what comes out otherwise is only said.
#include <string.h>

#include "book/coming.h"
#include "book/study_block.h"
#include "book/study_changes.h"
#include "book/study_events.h"

struct saying { /* what a block says, in words, and the statement that makes it so */
  const char *words;
  const struct law_stmt *stmt;
  const struct law_stmt *points; /* what takes points off its rate; NULL: nothing */
};

/* ---- words ----------------------------------------------------------------------------------------------- */

static const char *demand_words(struct coming *f, const struct study_block *b) {
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

static const char *silence_words(struct coming *f, const struct study_block *b) {
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

static struct saying say_block(struct coming *f, const struct view *v, uint32_t m, uint32_t h,
                               imp_day day) {
  uint32_t n;
  struct study_block b = study_block_on(v, f->rows, m, h, day);
  const struct law_stmt *s = study_block_stmts(f->law, m, h, &n);
  if (b.silence) return (struct saying){silence_words(f, &b), b.silence, NULL};
  if (!has_demands(s, n)) return (struct saying){"in force", NULL, NULL};
  return (struct saying){demand_words(f, &b), b.demand, b.points_by};
}

/* An exemption, a yield or a scope stands for itself. */
static struct saying say_other(struct coming *f, const struct view *v, const struct study_event *e,
                               imp_day day) {
  const struct law_stmt *s = study_sort_on(v, f->rows, e->measure, e->heading, e->stmt, day);
  return (struct saying){s ? "in force" : "not in force", s, NULL};
}

static bool of_block(const struct law_stmt *s) {
  return study_is_demand(s) || (s->kind >= LAW_SUSPENDED && s->kind <= LAW_ENDS);
}

static struct saying say(struct coming *f, const struct view *v, const struct study_event *e,
                         imp_day day) {
  return of_block(e->stmt) ? say_block(f, v, e->measure, e->heading, day) : say_other(f, v, e, day);
}

/* ---- items ------------------------------------------------------------------------------------------------ */

struct imp_coming *coming_push(struct coming *f) {
  struct imp_upcoming *u = f->u;
  if (u->count == u->cap) {
    uint32_t cap = u->cap ? u->cap * 2 : 64;
    struct imp_coming *items = arena_array(&u->arena, cap, sizeof *items);
    if (!items) return NULL;
    if (u->count) memcpy(items, u->items, u->count * sizeof *items);
    u->items = items;
    u->cap = cap;
  }
  u->items[u->count] = (struct imp_coming){0};
  return &u->items[u->count++];
}

const char *coming_side(struct coming *f, struct str name) {
  long dot = str_find(name, '.');
  char *side = str_dup(f->arena, dot > 0 ? str_sub(name, 0, (size_t)dot) : name);
  for (char *c = side; c && *c; c++)
    if (*c >= 'a' && *c <= 'z') *c = (char)(*c - 'a' + 'A');
  return side;
}

const char *coming_outcome(struct coming *f, uint32_t question, uint32_t answer) {
  struct str name = f->law->questions[question].name;
  struct str word = view_answer_word(&f->query.view, question, answer);
  return text_in(f->arena, "%.*s=%.*s", (int)name.n, name.p, (int)word.n, word.p);
}

const char *coming_clock(struct coming *f, const char *words, struct str name, int minute) {
  struct str rest = name, side, zone = {0};
  if (!words || minute <= 0) return words;
  str_split(&rest, '.', &side);
  for (uint32_t j = 0; j < f->law->jurisdiction_count; j++)
    if (str_eq(f->law->jurisdictions[j].name, side)) zone = f->law->jurisdictions[j].zone;
  return text_in(f->arena, "%s, at %02d:%02d%s%.*s", words, minute / 60, minute % 60,
                 zone.n ? " " : "", (int)zone.n, zone.p);
}

const char *coming_becomes(struct coming *f, const char *before, const char *after) {
  static const char off[] = "suspended until ";
  bool still = str_starts(str_of(before), STR(off)) && str_starts(str_of(after), STR(off));
  if (strcmp(before, "nothing") == 0) return text_in(f->arena, "begins: %s", after);
  if (strcmp(after, "nothing") == 0) return text_in(f->arena, "%s ends", before);
  return still ? text_in(f->arena, "stays %s", after)
               : text_in(f->arena, "%s becomes %s", before, after);
}

/* The minute of its day at which the event falls; 0: with the day. */
static int minute_of(const struct study_event *e) {
  if (!e->stmt) return 0;
  if (e->stmt->kind == LAW_ENDS) return e->stmt->minute;
  return e->closes ? e->stmt->when.until_minute : e->stmt->when.from_minute;
}

static bool say_what(struct coming *f, const struct study_event *shown, struct saying before,
                     struct saying after, const char **out) {
  bool same = study_text_eq(before.words, after.words);
  *out = NULL;
  if (of_block(shown->stmt))
    *out = same ? text_in(f->arena, "stays %s", after.words)
                : coming_becomes(f, before.words, after.words);
  else if (!same)
    return study_event_what(f->arena, f->law, shown, out);
  else {
    const char *text = study_short(f->arena, f->law, shown->stmt->pos);
    if (text) *out = text_in(f->arena, "stays %s: %s", after.words, text);
  }
  return *out != NULL;
}

static bool add_saying(struct coming *f, const struct study_event *e, struct saying before,
                       struct saying after, const char *outcome) {
  struct study_event shown = *e;
  struct imp_coming *c = coming_push(f);
  if (!c) return false;
  if (after.stmt && after.stmt != before.stmt) shown.stmt = after.stmt, shown.closes = false;
  if (after.points && after.points != before.points) shown.stmt = after.points;
  if (!of_block(e->stmt) && !after.stmt) shown.closes = true;
  struct str name = f->law->measures[e->measure].name;
  *c = (struct imp_coming){.kind = outcome ? IMP_COMING_SAID : IMP_COMING_LAW,
                           .of = "measure",
                           .in_days = e->day - f->on,
                           .side = coming_side(f, name),
                           .before = before.words,
                           .after = after.words,
                           .outcome = outcome};
  if (!before.words || !after.words || !c->side) return false;
  if (!study_event_show(f->arena, f->law, &shown, &c->event)) return false;
  c->event.day = bill_day(f->arena, e->day);
  if (!c->event.day || !say_what(f, &shown, before, after, &c->event.what)) return false;
  c->event.what = coming_clock(f, c->event.what, name, minute_of(e));
  return c->event.what != NULL;
}

static bool differ(struct saying a, struct saying b) {
  return !study_text_eq(a.words, b.words);
}

/* The first whole day on which it is so: law that changes in the course of a day is looked at on the next. */
static imp_day whole_day(const struct study_event *e) {
  return e->day + (minute_of(e) > 0);
}

/* What an answer to question q makes of the event, where that is not what the law does anyway. */
static bool add_outcomes(struct coming *f, const struct study_event *e, struct saying before,
                         struct saying after, uint32_t q) {
  struct view *v = &f->query.view;
  uint32_t stands = v->questions[q].assumed;
  bool fine = true;
  for (uint32_t i = 0; i < view_outcome_count(v, q) && fine; i++) {
    uint32_t answer = view_outcome(v, q, i);
    if (answer == VIEW_STANDS) continue;
    v->questions[q].assumed = answer;
    struct saying b = say(f, v, e, whole_day(e) - 1), a = say(f, v, e, whole_day(e));
    v->questions[q].assumed = stands;
    if (!a.words || !b.words) return false;
    if ((!differ(b, before) && !differ(a, after)) || (!differ(b, a) && !differ(before, after)))
      continue;
    const char *outcome = coming_outcome(f, q, answer);
    fine = outcome && add_saying(f, e, b, a, outcome);
  }
  return fine;
}

static bool same_block(const struct study_event *a, const struct study_event *b) {
  if (a->day != b->day || a->measure != b->measure || a->heading != b->heading) return false;
  if (!a->stmt || !b->stmt || minute_of(a) != minute_of(b)) return false;
  return of_block(a->stmt) ? of_block(b->stmt) : study_same_sort(a->stmt, b->stmt);
}

/* A heading for what pays nothing more begins or ends with its measure: that is no news of its own. */
static bool is_exception(const struct law_stmt *s) {
  return s->kind == LAW_RATE && s->expr.count == 1 && s->expr.terms[0].kind == LAW_TERM_NONE &&
         !s->cond;
}

static bool add_event(struct coming *f, const struct study_event *e) {
  struct view *v = &f->query.view;
  struct saying before = say(f, v, e, whole_day(e) - 1), after = say(f, v, e, whole_day(e));
  if (!before.words || !after.words) return false;
  if (is_exception(e->stmt) && (!after.stmt || is_exception(after.stmt))) return true;
  if (differ(before, after) && !add_saying(f, e, before, after, NULL)) return false;
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && view_outcome_count(v, q) > 1 && !add_outcomes(f, e, before, after, q))
      return false;
  return true;
}

/* All lines of a list that come or go on one day are one item. Returns how many events were used. */
static uint32_t add_list(struct coming *f, const struct study_events *all, uint32_t at) {
  const struct study_event *e = &all->items[at];
  uint32_t n = 0, leave = 0;
  while (at + n < all->count && !all->items[at + n].stmt && all->items[at + n].list == e->list &&
         all->items[at + n].day == e->day) {
    leave += all->items[at + n].line->drop != all->items[at + n].closes;
    n++;
  }
  struct imp_coming *c = coming_push(f);
  if (!c || !study_event_show(f->arena, f->law, e, &c->event)) return 0;
  c->kind = IMP_COMING_LIST;
  c->of = "list";
  c->in_days = e->day - f->on;
  c->side = "";
  c->before = text_in(f->arena, "%u line%s out", (unsigned)leave, leave == 1 ? "" : "s");
  c->after = text_in(f->arena, "%u line%s in", (unsigned)(n - leave), n - leave == 1 ? "" : "s");
  c->event.what = leave == n   ? c->before
                  : leave == 0 ? c->after
                               : text_in(f->arena, "%s, %s", c->before, c->after);
  return c->before && c->after && c->event.what ? n : 0;
}

bool coming_of_measures(struct coming *f) {
  struct study_events all;
  f->rows = arena_array(f->arena, study_block_most(f->law), sizeof *f->rows);
  if (!f->rows || !study_events_find(f->arena, &f->query.view, f->on, f->last, &all)) return false;
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

/* "US, CN": whose word it is. */
static const char *deciders(struct coming *f, const struct law_question *q) {
  struct buf b = {0};
  for (uint32_t i = 0; i < q->decides.count; i++)
    if (q->decides.items[i].kind == LAW_ITEM_PLACE)
      buf_printf(&b, "%s%c%c", b.n ? ", " : "", (char)(q->decides.items[i].place >> 8),
                 (char)(q->decides.items[i].place & 0xff));
  const char *kept = b.failed ? NULL : str_dup(f->arena, buf_str(&b));
  buf_free(&b);
  return kept;
}

static bool add_question(struct coming *f, uint32_t q) {
  const struct law_question *x = &f->law->questions[q];
  const struct view *v = &f->query.view;
  uint32_t last = LAW_NONE;
  struct buf answers = {0};
  for (uint32_t i = 0; i < x->due_count; i++)
    if (view_when_known(v, &x->due_when[i]) <= v->known) last = i;
  if (view_outcome_count(v, q) < 2 || last == LAW_NONE) return true;
  bool past = x->due[last] <= f->on; /* due, and nobody answered: the reader is told first */
  if (x->due[last] > f->last || (past && v->questions[q].state != VIEW_OPEN)) return true;
  struct imp_coming *c = coming_push(f);
  if (!c) return false;
  *c = (struct imp_coming){.kind = IMP_COMING_QUESTION,
                           .of = "question",
                           .in_days = x->due[last] - f->on};
  for (uint32_t i = 0; i < view_outcome_count(v, q); i++) {
    buf_puts(&answers, i ? " or " : "");
    buf_put(&answers, view_answer_word(v, q, view_outcome(v, q, i)));
  }
  c->side = deciders(f, x);
  c->before = v->questions[q].state == VIEW_SAID ? "said" : "open";
  c->after = past ? "past due" : "due";
  c->outcome = answers.failed ? NULL : str_dup(f->arena, buf_str(&answers));
  buf_free(&answers);
  c->event.day = bill_day(f->arena, x->due[last]);
  c->event.what = past ? "was due; no answer is recorded" : "is due";
  c->event.measure = str_dup(f->arena, x->name);
  c->event.heading = "";
  c->event.title = str_dup(f->arena, x->title);
  c->event.where = (struct imp_where){f->law->files[x->pos.file].path, x->pos.line};
  return c->side && c->outcome && c->event.day && c->event.measure && c->event.title &&
         study_cite(f->arena, f->law, &x->due_when[last], &c->event);
}

bool coming_of_questions(struct coming *f) {
  for (uint32_t q = 0; q < f->law->question_count; q++)
    if (!f->query.fixed[q] && !add_question(f, q)) return false;
  return true;
}
