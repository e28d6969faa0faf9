// SPDX-License-Identifier: Apache-2.0
// Which law answered on either side of a difference, and what an answer of additional duties leaves out.
#include <string.h>

#include "report/assumed.h"
#include "report/json_out.h"
#include "report/page.h"
#include "report/stamp.h"
#include "report/study.h"

static struct stamp side_stamp(const struct imp_diff_words *w, int side, struct buf *room) {
  const struct imp_side *of = w->sides[side];
  return w->whole ? stamp_of_all(of->law, of->query, room) : stamp_of(of->law, of->query, w->into);
}

static void json_side(struct json_out *j, const char *name, const struct imp_diff_words *w,
                      int side) {
  struct buf room = {0};
  struct stamp s = side_stamp(w, side, &room);
  json_open(j, name, '{');
  json_text(j, "law", s.digest);
  json_text(j, "read_through", s.through);
  json_text(j, "known", s.known);
  json_text(j, "basis", s.basis);
  assumed_json(j, s.law, s.query);
  json_close(j, '}');
  study_done(j->out, &room);
}

void study_diff_json_words(struct json_out *j, const char *schema, const struct imp_diff_words *w) {
  json_text(j, "schema", schema);
  json_text(j, "before", w->before);
  json_text(j, "after", w->after);
  if (!w->sides[0] || !w->sides[1]) return;
  json_side(j, "side_before", w, 0);
  json_side(j, "side_after", w, 1);
}

static bool same_stamp(const struct stamp *x, const struct stamp *y) {
  return !strcmp(x->digest, y->digest) && !strcmp(x->known, y->known) &&
         !strcmp(x->through, y->through) && !strcmp(x->basis, y->basis) &&
         assumed_same(x->query, y->query);
}

enum imp_status imp_report_diff_stamp(const struct imp_diff_words *w,
                                      const struct imp_report_options *options,
                                      struct imp_text *text, struct imp_error *err) {
  struct buf b = study_borrow(text), rooms[2] = {{0}, {0}};
  struct page p = study_page(options, &b);
  if (options->format != IMP_TEXT || !w->sides[0] || !w->sides[1]) return IMP_OK;
  struct stamp before = side_stamp(w, 0, &rooms[0]), after = side_stamp(w, 1, &rooms[1]);
  bool same = same_stamp(&before, &after);
  page_line(&p);
  stamp_put(&p, same ? "" : "before  ", &before);
  if (!same) stamp_put(&p, "after   ", &after);
  page_done(&p, &rooms[0]);
  page_done(&p, &rooms[1]);
  return study_give_back(text, &b, err);
}

void study_diff_notes(struct page *p, const struct imp_answer *a) {
  if (!a->additional || !a->caveat_count) return;
  page_line(p);
  for (uint32_t i = 0; i < a->caveat_count; i++) {
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, a->caveats[i]);
  }
}
