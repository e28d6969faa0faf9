// SPDX-License-Identifier: Apache-2.0
// Questions that were due by the day asked and have no answer on record: they stand first, with what the sides said, what
// comes if nobody acts, where the sources end, and what hangs on them since. Silence is not an answer.
#include <string.h>

#include "base/error.h"
#include "book/bill.h"
#include "book/line.h"
#include "book/study_events.h"
#include "deal/coming.h"

/* ---- what is known of a question ------------------------------------------------------------------------------------- */

static void put_place(const struct imp_law *law, uint16_t place, struct buf *b) {
  const struct names_place *p = names_place(law->names, place);
  if (p)
    buf_put(b, p->name);
  else
    buf_printf(b, "%c%c", (char)(place >> 8), (char)(place & 0xff));
}

/* No later word of that side is known. */
static bool is_last_word(const struct coming *f, const struct law_question *q, uint32_t at) {
  const struct view *v = &f->query.view;
  imp_day day = view_when_known(v, &q->said[at].when);
  if (day > v->known || q->said[at].verb == DEAL_RAISES) return false;
  for (uint32_t i = 0; i < q->said_count; i++) {
    imp_day other = view_when_known(v, &q->said[i].when);
    if (i == at || q->said[i].place != q->said[at].place || q->said[i].verb == DEAL_RAISES ||
        other > v->known)
      continue;
    if (other > day || (other == day && i > at)) return false;
  }
  return true;
}

static void put_word(const struct coming *f, const struct imp_law *law, const struct deal_said *s,
                     struct buf *b) {
  static const char *const verbs[] = {"raises", "expects", "asserts", "denies"};
  uint32_t act = s->when.act;
  buf_puts(b, b->n ? "; " : "");
  put_place(law, s->place, b);
  buf_printf(b, " %s %.*s", verbs[s->verb], (int)s->answer.n, s->answer.p);
  if (act == LAW_NONE) return;
  const struct law_act *a = &f->law->acts[act];
  buf_printf(b, " (%.*s, %s)", (int)a->title.n, a->title.p,
             bill_day(f->arena, view_when_known(&f->query.view, &s->when)));
}

static void put_default(const struct law_question *q, struct buf *b) {
  for (uint32_t i = 0; i < q->default_count; i++) {
    const struct deal_default *d = &q->defaults[i];
    const struct law_cond *c = d->cond;
    buf_puts(b, b->n ? "; if " : "if ");
    if (c && c->kind == LAW_COND_QUESTION)
      buf_printf(b, "%.*s is %.*s", (int)c->question.n, c->question.p, (int)c->word.n, c->word.p);
    else
      buf_puts(b, "nobody acts");
    buf_printf(b, ": %.*s", (int)d->answer.n, d->answer.p);
  }
}

/* Where the sources of those who decide end: an answer given later is not known here. */
static void put_sources(const struct coming *f, const struct imp_law *law,
                        const struct law_question *q, struct buf *b) {
  for (uint32_t j = 0; j < f->law->jurisdiction_count; j++) {
    const struct law_jurisdiction *x = &f->law->jurisdictions[j];
    for (uint32_t i = 0; i < q->decides.count; i++)
      if (q->decides.items[i].place == x->place && x->read_through != DAY_NEVER) {
        buf_puts(b, b->n ? "; sources of " : "sources of ");
        put_place(law, x->place, b);
        buf_printf(b, " end %s", bill_day(f->arena, x->read_through));
      }
  }
}

static bool say_what_is_known(struct coming *f, const struct imp_law *law, struct imp_coming *c) {
  uint32_t at = law_find_question(f->law, str_of(c->event.measure));
  struct buf b = {0};
  if (at == LAW_NONE) return true;
  const struct law_question *q = &f->law->questions[at];
  for (uint32_t i = 0; i < q->said_count; i++)
    if (is_last_word(f, q, i)) put_word(f, law, &q->said[i], &b);
  put_default(q, &b);
  if (c->in_days <= 0) put_sources(f, law, q, &b);
  c->standing = b.n || b.failed ? buf_keep(&b, f->arena) : NULL;
  return !f->arena->failed;
}

/* ---- what hangs on it since ------------------------------------------------------------------------------------------- */

static bool is_past(const struct imp_coming *c) {
  return c->kind == IMP_COMING_QUESTION && c->in_days <= 0;
}

/* "us.longer-truce=published" is an outcome of a question that was due by the day of the item. */
static bool of_past(const struct imp_upcoming *u, uint32_t questions, int32_t shift,
                    const struct imp_coming *c) {
  if (c->kind != IMP_COMING_SAID) return false;
  for (uint32_t i = 0; i < questions; i++) {
    size_t n = strlen(u->items[i].event.measure);
    if (is_past(&u->items[i]) && u->items[i].in_days <= c->in_days - shift &&
        strncmp(c->outcome, u->items[i].event.measure, n) == 0 && c->outcome[n] == '=')
      return true;
  }
  return false;
}

static bool same_block(const struct imp_coming *a, const struct imp_coming *b) {
  return a->in_days == b->in_days && strcmp(a->event.measure, b->event.measure) == 0 &&
         strcmp(a->event.heading, b->event.heading) == 0;
}

/* Of what changed meanwhile only what hangs on such a question, with what the law does without an answer. */
static void keep_past(struct imp_upcoming *u, uint32_t questions, int32_t shift) {
  uint32_t kept = questions, n = u->count;
  bool *keep = arena_array(&u->arena, n + 1u, sizeof *keep);
  if (!keep) return;
  for (uint32_t i = questions; i < n; i++) {
    keep[i] = of_past(u, questions, shift, &u->items[i]);
    for (uint32_t k = questions; k < n && u->items[i].kind == IMP_COMING_LAW && !keep[i]; k++)
      keep[i] =
          of_past(u, questions, shift, &u->items[k]) && same_block(&u->items[i], &u->items[k]);
  }
  for (uint32_t i = questions; i < n; i++) {
    if (!keep[i]) continue;
    u->items[kept] = u->items[i];
    u->items[kept++].in_days -= shift;
  }
  u->count = kept;
}

static bool moved_since(struct coming *f, int32_t first) {
  const struct law_deal *d = f->law->deal;
  const struct coming_blocks controls = {d->controls, d->control_count, "control"},
                             fees = {d->fees, d->fee_count, "fee"};
  uint32_t questions = f->u->count;
  imp_day on = f->on, last = f->last;
  f->on = on + first - 1;
  f->last = on;
  bool fine = coming_of_measures(f) && coming_of_blocks(f, &controls) && coming_of_blocks(f, &fees);
  if (fine) keep_past(f->u, questions, 1 - first);
  f->on = on;
  f->last = last;
  return fine && !f->arena->failed;
}

bool coming_of_past(struct coming *f, const struct imp_law *law) {
  int32_t first = 1;
  for (uint32_t i = 0; i < f->u->count; i++) {
    struct imp_coming *c = &f->u->items[i];
    if (c->kind != IMP_COMING_QUESTION) continue;
    if (!say_what_is_known(f, law, c)) return false;
    if (c->in_days < first) first = c->in_days;
  }
  return first > 0 || moved_since(f, first);
}
