// SPDX-License-Identifier: Apache-2.0
// What is coming and is nobody's law: planned meetings, and last days of promises.
#include <string.h>

#include "base/error.h"
#include "book/bill.h"
#include "book/line.h"
#include "book/study_events.h"
#include "deal/coming.h"
#include "impost/pledge.h"

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
  bool past = l->until - 1 <= f->on;
  if (!c || !last) return false;
  c->kind = IMP_COMING_MEETING;
  c->of = "meeting";
  c->in_days = l->from - f->on;
  c->side = "";
  c->before = "planned";
  c->after = past ? "past due" : "due";
  c->event.day = bill_day(f->arena, l->from);
  c->event.what =
      text_in(f->arena, "%splanned%s%.*s%s%s%s", past ? "was " : "", l->text.n ? ": " : "",
              (int)l->text.n, l->text.p, l->until - 1 > l->from ? ", through " : "",
              l->until - 1 > l->from ? last : "",
              past ? "; whether it was held is not recorded" : "");
  c->event.measure = str_dup(f->arena, m->name);
  c->event.heading = "";
  c->event.title = str_dup(f->arena, m->title);
  c->event.where = (struct imp_where){f->law->files[l->pos.file].path, l->pos.line};
  return c->event.day && c->event.what && c->event.measure && c->event.title &&
         study_cite(f->arena, f->law, &l->when, &c->event);
}

bool coming_of_meetings(struct coming *f) {
  const struct law_deal *d = f->law->deal;
  for (uint32_t i = 0; i < d->meeting_count; i++) {
    const struct deal_meeting_line *l = plan_of(f, &d->meetings[i]);
    bool between = l && l->from <= f->on && l->until - 1 > f->on; /* running: no news to come */
    if (l && !between && l->from <= f->last && !add_meeting(f, &d->meetings[i], l)) return false;
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

enum imp_status coming_of_pledges(struct coming *f, const struct imp_law *law,
                                  const struct imp_query *query, struct imp_error *err) {
  struct imp_pledges *all = NULL;
  if (!f->law->deal->pledge_count) return IMP_OK;
  enum imp_status status = imp_pledges_open(law, query, NULL, &all, err);
  for (uint32_t i = 0; status == IMP_OK && i < imp_pledges_count(all); i++)
    if (!of_pledge(f, imp_pledges_at(all, i))) status = error_no_memory(err);
  imp_pledges_free(all);
  return status;
}
