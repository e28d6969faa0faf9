// SPDX-License-Identifier: Apache-2.0
// What changes of controls and fees. Each edge of what is written is looked at the day before and the day itself, first
// with nothing pending, then under every answer of one question at a time. A block without demands of its own speaks
// for the blocks below it.
#include <string.h>

#include "book/bill.h"
#include "book/line.h"
#include "book/study_events.h"
#include "deal/block.h"
#include "deal/coming.h"

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

/* The block says the same in another clause, which may run on other days. */
static bool is_one_of_several(struct coming *f, const struct deal_block *x,
                              const struct deal_line *l, const char *words) {
  for (uint32_t i = 0; i < x->count; i++) {
    if (&x->lines[i] == l || x->lines[i].kind != l->kind || !x->lines[i].when.cite.n) continue;
    const char *other = study_short(f->arena, f->law, x->lines[i].pos);
    if (other && strcmp(other, words) == 0) return true;
  }
  return false;
}

/* "licence required", without its days; each said once, and of several clauses that say it each by its number. */
static bool put_line(struct coming *f, const struct deal_block *x, const struct deal_line *l,
                     struct buf *b) {
  const char *words = study_short(f->arena, f->law, l->pos);
  struct str cite = l->when.cite;
  if (!words) return false;
  if (cite.n && is_one_of_several(f, x, l, words)) {
    words = text_in(f->arena, "%s under %.*s", words, (int)cite.n, cite.p);
    if (!words) return false;
  }
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
    else if (!put_line(f, x, l, b))
      return false;
  }
  return !rate || put_line(f, x, rate, b);
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
static void count_parts(struct coming *f, const struct coming_blocks *all, uint32_t at, imp_day day,
                        uint32_t *parts, uint32_t *fresh) {
  *parts = *fresh = 0;
  for (uint32_t i = 0; i < all->count; i++) {
    bool below = law_name_under(all->items[i].name, all->items[at].name);
    if (!below || !asks_on(f, &all->items[i], day)) continue;
    ++*parts;
    *fresh += deal_days_in_force(&f->query.view, all->items, i, NULL, day - 1) == 0;
  }
}

static const char *parts_words(struct coming *f, const struct coming_blocks *all, uint32_t at,
                               imp_day day) {
  uint32_t parts, fresh;
  count_parts(f, all, at, day, &parts, &fresh);
  if (parts < 2) return "in force";
  if (!fresh) return text_in(f->arena, "in force, %u parts", (unsigned)parts);
  return text_in(f->arena, "in force, %u parts, %u for the first time", (unsigned)parts,
                 (unsigned)fresh);
}

static struct saying say(struct coming *f, const struct coming_blocks *all, uint32_t at,
                         imp_day day) {
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

static struct saying say_edge(struct coming *f, const struct coming_blocks *all,
                              const struct edge *e, imp_day day) {
  return asks(e->line) || is_state(e->line) ? say(f, all, e->block, day) : say_line(f, e, day);
}

/* ---- what comes back with it ---------------------------------------------------------------------------------------------- */

static bool makes(const struct coming *f, const struct coming_blocks *all, uint32_t at,
                  uint32_t list) {
  const struct deal_list *l = &f->law->deal->lists[list];
  for (uint32_t i = 0; i < l->maker_count; i++)
    if (l->makers[i] == at || law_name_under(all->items[l->makers[i]].name, all->items[at].name))
      return true;
  return false;
}

/* A control over a list that gathers others reaches their items as long as what asks for them is in force
 * (deal_lent_to): it is back with it. */
static bool gathers_from(struct coming *f, const struct coming_blocks *all, uint32_t control,
                         uint32_t at, imp_day day) {
  const struct law_deal *d = f->law->deal;
  const struct deal_line *items = deal_scope(&f->query.view, all->items, control, DEAL_ITEMS,
                                             (struct moment){day, CLOCK_UNSTATED});
  for (uint32_t i = 0; items && i < items->item_count; i++) {
    const struct deal_ref *ref = &items->items[i];
    if (!ref->whole || ref->list == LAW_NONE || !d->lists[ref->list].include_count) continue;
    for (uint32_t l = 0; l < d->list_count; l++)
      if (l != ref->list && deal_list_within(d, l, ref->list) && makes(f, all, at, l)) return true;
  }
  return false;
}

/* "; with it cn.46.1, cn.jp and 9 more reach its items"; empty: none does. NULL: memory is out. */
static const char *reached_again(struct coming *f, const struct coming_blocks *all, uint32_t at,
                                 imp_day day) {
  enum { NAMED_MAX = 2 };
  struct buf b = {0};
  uint32_t n = 0;
  for (uint32_t i = 0; all->items == f->law->deal->controls && i < all->count; i++) {
    struct str name = all->items[i].name;
    if (!asks_on(f, &all->items[i], day) || !gathers_from(f, all, i, at, day)) continue;
    if (n++ < NAMED_MAX) buf_printf(&b, "%s%.*s", n > 1 ? ", " : "; with it ", (int)name.n, name.p);
  }
  if (n > NAMED_MAX) buf_printf(&b, " and %u more", (unsigned)(n - NAMED_MAX));
  if (!n) return "";
  buf_puts(&b, n > 1 ? " reach its items" : " reaches its items");
  return buf_keep(&b, f->arena);
}

/* ---- items --------------------------------------------------------------------------------------------------------------- */

/* Whether one of the words "a; b" is `piece`. */
static bool has_piece(const char *words, struct str piece) {
  struct str rest = str_of(words), one;
  while (str_split(&rest, ';', &one))
    if (str_eq(str_trim(one), piece)) return true;
  return false;
}

/* What `after` says and `before` does not; NULL when something of `before` is gone, or memory is out. */
static const char *added_words(struct coming *f, const char *before, const char *after) {
  struct str rest = str_of(before), one;
  struct buf b = {0};
  while (str_split(&rest, ';', &one))
    if (!has_piece(after, str_trim(one))) return NULL;
  rest = str_of(after);
  while (str_split(&rest, ';', &one))
    if (!has_piece(before, str_trim(one)))
      buf_printf(&b, "%s%.*s", b.n ? "; " : "", (int)str_trim(one).n, str_trim(one).p);
  return b.n || b.failed ? buf_keep(&b, f->arena) : NULL;
}

static const char *what_words(struct coming *f, const struct coming_blocks *all,
                              const struct edge *e, struct saying before, struct saying after) {
  bool same = strcmp(before.words, after.words) == 0;
  if (asks(e->line) || is_state(e->line)) {
    const char *more = same ? NULL : added_words(f, before.words, after.words), *with = "";
    if (more) return text_in(f->arena, "besides begins: %s", more);
    if (same) return text_in(f->arena, "stays %s", after.words);
    bool back = !after.line && (before.line || strcmp(before.words, "nothing") == 0);
    if (back) with = reached_again(f, all, e->block, e->day + (e->minute > 0));
    const char *becomes = coming_becomes(f, before.words, after.words);
    return with && becomes ? text_in(f->arena, "%s%s", becomes, with) : NULL;
  }
  const char *text = study_short(f->arena, f->law, e->line->pos);
  if (!text) return NULL;
  return same ? text_in(f->arena, "stays %s: %s", after.words, text)
              : text_in(f->arena, "%s %s", text, e->closes ? "ends" : "begins");
}

static bool add(struct coming *f, const struct coming_blocks *all, const struct edge *e,
                struct saying before, struct saying after, const char *outcome) {
  const struct deal_block *x = &all->items[e->block];
  const struct deal_line *l = after.line ? after.line : before.line ? before.line : e->line;
  bool named =
      after.line || before.line || outcome || view_counts(&f->query.view, &l->when, l->cond);
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
  c->event.what = coming_clock(f, what_words(f, all, e, before, after), x->name, e->minute);
  c->event.measure = str_dup(f->arena, x->name);
  c->event.heading = "";
  c->event.title = str_dup(f->arena, x->title);
  c->event.where = (struct imp_where){f->law->files[l->pos.file].path, l->pos.line};
  bool whole = c->side && c->event.day && c->event.what && c->event.measure && c->event.title;
  if (named) return whole && study_cite(f->arena, f->law, &l->when, &c->event);
  /* The parts begin, each by its act: the line at hand is there under an answer alone. */
  c->event.act = c->event.act_title = c->event.cite = c->event.known = "";
  c->event.where = (struct imp_where){f->law->files[x->pos.file].path, x->pos.line};
  return whole;
}

static bool differ(struct saying a, struct saying b) {
  return strcmp(a.words, b.words) != 0;
}

static bool add_outcomes(struct coming *f, const struct coming_blocks *all, const struct edge *e,
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

static bool add_edge(struct coming *f, const struct coming_blocks *all, const struct edge *e) {
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

static void find_edges(const struct coming *f, const struct coming_blocks *all, struct edges *out) {
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

bool coming_of_blocks(struct coming *f, const struct coming_blocks *all) {
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
