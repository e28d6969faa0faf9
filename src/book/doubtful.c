// SPDX-License-Identifier: Apache-2.0
// What is not sure enough to be law is not loaded, but a bill it may reach names its file. See answer.h.
//
// The doubtful files are read beside the law into a law of their own, in which the line is read once more: facts have
// other indices there. A measure may reach the line when its scope does and one of its demands is not ruled out.
#include <string.h>

#include "book/answer.h"
#include "book/open.h"

struct doubtful {
  struct frame frame;
  struct mentions mentions;
  struct view view;
  struct line line;
  struct eval eval;
};

static bool begin(struct doubtful *d, struct answer_job *job, const struct imp_law *law,
                  const struct imp_line *in, bool *readable) {
  struct arena *a = job->frame.arena;
  struct refusal no = {0};
  d->frame = (struct frame){.arena = a,
                            .law = law->doubtful,
                            .names = law->names,
                            .mentions = &d->mentions};
  if (!line_read(a, law->doubtful, law->names, in, (struct moment){job->line.on, job->line.minute},
                 &d->line, &no))
    return false;
  *readable = !no.id;
  if (no.id) return true;
  d->line.code = job->line.code;
  d->line.tariff = job->line.tariff;
  return mentions_of(a, law->doubtful, law->names, d->line.code, &d->mentions) &&
         view_make(&d->view, a, law->doubtful, job->view->known, job->view->known_minute,
                   job->view->legal) &&
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

bool answer_doubtful(struct answer_job *job, const struct imp_law *law, const struct imp_line *in,
                     struct text_list *caveats) {
  struct arena *a = job->frame.arena;
  bool readable = false;
  struct doubtful *d = arena_alloc(a, sizeof *d);
  if (!d || !begin(d, job, law, in, &readable)) return false;
  for (uint32_t m = 0; readable && m < law->doubtful->measure_count; m++) {
    const struct law_measure *x = &law->doubtful->measures[m];
    const char *path = law->doubtful->files[x->pos.file].path;
    if (!law_is_doubtful(path) || !may_reach(d, m)) continue;
    if (!text_list_add(a, caveats,
                       text_in(a,
                               "%.*s (%s) is too doubtful to be loaded, and might reach this line",
                               (int)(x->title.n ? x->title.n : x->name.n),
                               x->title.n ? x->title.p : x->name.p, path)))
      return false;
  }
  return true;
}

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
    if (!law_is_doubtful(law->doubtful->files[x->pos.file].path)) continue;
    first = first_demand(x->stmts, x->count, first);
    for (uint32_t h = 0; h < x->heading_count; h++)
      first = first_demand(x->headings[h].stmts, x->headings[h].count, first);
  }
  return first;
}
