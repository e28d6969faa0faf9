// SPDX-License-Identifier: Apache-2.0
// Asserts of controls: the case is judged as `impost licence` judges it, over the whole law, and compared. See judge.h.
//
// `out of` that is not written is the place of the control's jurisdiction. Outcomes not picked must agree.
#include "deal/judge.h"

#include <string.h>

#include "book/follow.h"
#include "deal/licence.h"

struct trial {
  struct judge *j;
  const struct deal_block *b;
  const struct deal_assert *a;
  struct deal_asked k;
  struct refusal no;
};

static void find(struct trial *t, enum book_diag id, const char *next, const char *what,
                 const char *more) {
  const struct law_file *f = &t->j->law->law->files[t->a->pos.file];
  judge_finding(t->j, id, f->path, f->bytes, t->a->pos.line, next, "%s%s", what, more ? more : "");
}

static uint16_t home_of(const struct law *law, struct str name) {
  struct str rest = name, first = {NULL, 0};
  str_split(&rest, '.', &first);
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    if (str_eq(law->jurisdictions[i].name, first)) return law->jurisdictions[i].place;
  return 0;
}

static bool set_view(struct trial *t) {
  const struct law *law = t->j->law->law;
  struct query *q = &t->k.query;
  q->fixed = arena_array(t->k.arena, law->question_count + 1u, sizeof *q->fixed);
  imp_day known = t->a->known == DAY_NEVER ? law->newest_known : t->a->known;
  if (!q->fixed || !view_make(&q->view, t->k.arena, law, known, CLOCK_UNSTATED, false))
    return false;
  for (uint32_t i = 0; i < t->a->pick_count; i++) {
    const struct law_pick *p = &t->a->picks[i];
    uint32_t wanted = p->answer_index == LAW_NONE ? VIEW_STANDS : p->answer_index;
    bool found = false;
    for (uint32_t n = 0; p->question_index != LAW_NONE && !found &&
                         n < view_outcome_count(&q->view, p->question_index);
         n++)
      found = view_outcome(&q->view, p->question_index, n) == wanted;
    if (!found) {
      refuse(t->k.arena, &t->no, "usage.outcome", "", "%.*s is no outcome on the known day",
             (int)p->answer.n, p->answer.p);
      return true;
    }
    q->view.questions[p->question_index].assumed = wanted;
    q->fixed[p->question_index] = true;
  }
  follow_settle(&q->view, q->fixed);
  return true;
}

static bool set_case(struct trial *t) {
  struct deal_case *c = &t->k.c;
  t->k.matches = arena_alloc(t->k.arena, sizeof *t->k.matches);
  if (!t->k.matches || !deal_case_start(t->k.arena, t->j->law->law, t->j->law->names, c))
    return false;
  c->on = t->a->on;
  c->out_of = t->a->out_of ? t->a->out_of : home_of(t->j->law->law, t->b->name);
  c->into = t->a->into;
  c->rest_no = t->a->rest_no;
  for (uint32_t i = 0; i < t->a->with_count && !t->no.id; i++)
    if (!deal_case_set(t->k.arena, c, t->a->withs[i].name, t->a->withs[i].value, &t->no))
      return false;
  deal_match(t->k.index, t->a->item, c->on, false, t->k.matches);
  return true;
}

/* A rule that is not in force and an item on no list are one answer to an assert: nothing asks. */
static bool holds(const struct trial *t, const struct deal_outcomes *all) {
  for (uint32_t i = 0; i < all->count; i++)
    if (all->items[i].j->result != t->a->result) return false;
  return all->count > 0;
}

static void say_fails(struct trial *t, const struct deal_outcomes *all) {
  struct buf b = {0};
  for (uint32_t i = 0; i < all->count; i++) {
    const struct deal_judgement *j = all->items[i].j;
    bool seen = false;
    for (uint32_t n = 0; n < i && !seen; n++) seen = all->items[n].j->result == j->result;
    if (seen) continue;
    buf_printf(&b, "%s%s", b.n ? ", or " : "",
               imp_licence_word_text(deal_word(j->result, t->k.matches->count > 0)));
    if (j->decisive != LAW_NONE) {
      struct str name = t->j->law->law->deal->controls[j->findings[j->decisive].control].name;
      buf_printf(&b, " under %.*s", (int)name.n, name.p);
    }
  }
  t->j->no_memory = t->j->no_memory || b.failed;
  find(t, BOOK_ASSERT_FAILS, "Read the law again, then mend the line that is wrong.",
       "the assert does not hold: the case is ", b.p);
  buf_free(&b);
}

static bool judge_one(struct judge *j, struct arena *arena, const struct deal_index *index,
                      const struct deal_block *b, const struct deal_assert *a) {
  struct trial *t = arena_alloc(arena, sizeof *t);
  struct deal_outcomes *all = arena_alloc(arena, sizeof *all);
  if (!t || !all) return false;
  *t = (struct trial){.j = j, .b = b, .a = a, .k = {.arena = arena, .law = j->law, .index = index}};
  j->asserts++;
  if (!set_view(t) || (!t->no.id && !set_case(t))) return false;
  if (t->no.id) {
    find(t, BOOK_ASSERT_BROKEN, "Mend the assert.",
         "the assert cannot be evaluated: ", t->no.reason);
    return true;
  }
  if (!deal_judge_outcomes(&t->k, all)) return false;
  if (!holds(t, all)) say_fails(t, all);
  return true;
}

void judge_controls(struct judge *j) {
  const struct law_deal *d = j->law->law->deal;
  struct arena arena = {0}, own = {0};
  struct deal_index index;
  bool any = false;
  for (uint32_t c = 0; c < d->control_count; c++) any = any || d->controls[c].assert_count;
  if (any && !deal_index_build(&own, j->law->law, &index)) j->no_memory = true;
  for (uint32_t c = 0; c < d->control_count && !j->no_memory; c++)
    for (uint32_t i = 0; i < d->controls[c].assert_count && !j->no_memory; i++) {
      if (!judge_one(j, &arena, &index, &d->controls[c], &d->controls[c].asserts[i]) ||
          arena.failed)
        j->no_memory = true;
      arena_reset(&arena);
    }
  arena_free(&arena);
  arena_free(&own);
}
