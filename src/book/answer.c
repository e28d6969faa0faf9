// SPDX-License-Identifier: Apache-2.0
// Public bills from completed ones: rows, ranges, questions, marks. See answer.h.
#include "book/answer.h"

#include <string.h>

#include "book/follow.h"

void answer_refuse(struct imp_answer *out, const struct refusal *no) {
  out->status = IMP_LINE_REFUSED;
  out->id = no->id;
  out->reason = no->reason;
  out->next = no->next;
  out->bills = NULL;
  out->bill_count = 0;
  out->questions = NULL;
  out->question_count = 0;
}

static bool copy_rows(struct arena *a, const struct bill *from, struct imp_bill *to) {
  struct imp_row *rows = arena_array(a, from->count + 1u, sizeof *rows);
  if (!rows) return false;
  for (uint32_t i = 0; i < from->count; i++) rows[i] = from->rows[i].shown;
  to->rows = rows;
  to->row_count = from->count;
  return true;
}

static bool copy_picks(struct arena *a, const struct view *v, const struct outcome *o,
                       struct imp_bill *to) {
  struct imp_pick *picks = arena_array(a, o->pick_count + 1u, sizeof *picks);
  if (!picks) return false;
  for (uint32_t i = 0; i < o->pick_count; i++) {
    picks[i].question = str_dup(a, v->law->questions[o->picks[i].question].name);
    picks[i].answer = str_dup(a, view_answer_word(v, o->picks[i].question, o->picks[i].answer));
    if (!picks[i].question || !picks[i].answer) return false;
  }
  to->picks = picks;
  to->pick_count = o->pick_count;
  return true;
}

/* "moved by what was said, not law: us-cn.busan (agreement, 2025-10-30)" */
static bool mark_spoken(struct arena *a, const struct law *law, const struct bill *b,
                        struct imp_bill *to) {
  struct buf text = {0};
  uint32_t last = LAW_NONE;
  for (uint32_t i = 0; i < b->spoken_count; i++) {
    uint32_t act = b->spoken[i]->when.act;
    bool seen = act == last;
    for (uint32_t k = 0; k < i && !seen; k++) seen = b->spoken[k]->when.act == act;
    if (seen) continue;
    last = act;
    const struct law_act *x = &law->acts[act];
    buf_puts(&text, text.n ? ", " : "moved by what was said, not law: ");
    buf_printf(&text, "%.*s (%.*s, ", (int)x->name.n, x->name.p, (int)x->kind.n, x->kind.p);
    day_print(law_act_known(x), &text);
    buf_putc(&text, ')');
  }
  to->mark = text.n && !text.failed ? str_dup(a, buf_str(&text)) : NULL;
  bool fine = !text.failed && (!text.n || to->mark);
  buf_free(&text);
  return fine;
}

static bool make_bill(struct answer_job *job, const struct outcome *o, struct imp_bill *to) {
  struct arena *a = job->frame.arena;
  const struct completed *c = &o->bill;
  to->low = c->low.total;
  to->high = c->high.total;
  to->legal_low = c->legal_low;
  to->legal_high = c->legal_high;
  to->void_low = c->void_low;
  to->void_high = c->void_high;
  to->prohibited = c->high.prohibited || c->low.prohibited;
  to->settled = c->high_facts.facts;
  to->settled_count = c->high_facts.count;
  to->settled_low = c->low_facts.facts;
  to->settled_low_count = c->low_facts.count;
  to->assumed = c->assumed.items;
  to->assumed_count = c->assumed.count;
  to->needs = c->needs.items;
  to->needs_count = c->needs.count;
  to->notes = c->high.notes;
  to->notes_count = c->high.notes_count;
  return copy_rows(a, &c->high, to) && copy_picks(a, job->view, o, to) &&
         mark_spoken(a, job->frame.law, &c->high, to);
}

/* What follows a question on the line, in words; NULL in *out: nothing. */
static bool say_along(struct answer_job *job, const struct assessed *as, uint32_t q,
                      const char **out) {
  struct view v = *job->view;
  struct buf b = {0};
  v.questions = arena_copy(job->frame.arena, job->view->questions,
                           (job->frame.law->question_count + 1u) * sizeof *v.questions);
  for (uint32_t i = 0; v.questions && i < as->along_count; i++)
    if (follow_hangs(&v, job->fixed, as->along[i], q))
      follow_tell(&v, job->fixed, q, as->along[i], &b);
  bool fine = v.questions && !b.failed;
  *out = fine && b.n ? str_dup(job->frame.arena, buf_str(&b)) : NULL;
  fine = fine && (!b.n || *out);
  buf_free(&b);
  return fine;
}

static bool make_questions(struct answer_job *job, const struct assessed *as,
                           struct imp_answer *out) {
  struct arena *a = job->frame.arena;
  struct imp_question *list = arena_array(a, as->question_count + 1u, sizeof *list);
  if (!list) return false;
  for (uint32_t i = 0; i < as->question_count; i++) {
    const struct law_question *q = &job->frame.law->questions[as->questions[i]];
    const struct view_question *s = &job->view->questions[as->questions[i]];
    list[i].name = str_dup(a, q->name);
    list[i].title = str_dup(a, q->title);
    list[i].state = s->state == VIEW_SAID ? "said" : "open";
    list[i].due = q->due_count ? bill_day(a, q->due[q->due_count - 1]) : NULL;
    list[i].said_by = s->state == VIEW_SAID && s->by != LAW_NONE
                          ? str_dup(a, job->frame.law->acts[s->by].name)
                          : NULL;
    if (!list[i].name || !list[i].title || !say_along(job, as, as->questions[i], &list[i].along))
      return false;
  }
  out->questions = list;
  out->question_count = as->question_count;
  return true;
}

static void set_status(const struct assessed *as, struct imp_answer *out) {
  out->status = IMP_LINE_OK;
  for (uint32_t i = 0; i < as->count; i++) {
    const struct imp_bill *b = &out->bills[i];
    if (b->low != b->high && out->status == IMP_LINE_OK) out->status = IMP_LINE_RANGE;
    if (b->prohibited) out->status = IMP_LINE_PROHIBITED;
  }
}

bool answer_bills(struct answer_job *job, const struct assessed *as, struct imp_answer *out) {
  for (uint32_t i = 0; i < as->count; i++)
    if (as->outcomes[i].bill.refusal.id) {
      answer_refuse(out, &as->outcomes[i].bill.refusal);
      return true;
    }
  struct imp_bill *bills = arena_array(job->frame.arena, as->count + 1u, sizeof *bills);
  if (!bills) return false;
  for (uint32_t i = 0; i < as->count; i++)
    if (!make_bill(job, &as->outcomes[i], &bills[i])) return false;
  out->bills = bills;
  out->bill_count = as->count;
  set_status(as, out);
  return make_questions(job, as, out);
}

bool answer_view(struct answer_job *job, const struct outcome *o, struct view *v) {
  *v = *job->view;
  v->questions = arena_copy(job->frame.arena, job->view->questions,
                            (job->frame.law->question_count + 1u) * sizeof *v->questions);
  for (uint32_t i = 0; v->questions && i < o->pick_count; i++)
    v->questions[o->picks[i].question].assumed = o->picks[i].answer;
  if (v->questions) follow_settle(v, job->fixed);
  return v->questions != NULL;
}
