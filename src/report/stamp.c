// SPDX-License-Identifier: Apache-2.0
// See stamp.h.
#include "report/stamp.h"

#include <string.h>

#include "report/assumed.h"
#include "report/report.h"

struct stamp stamp_of(const struct imp_law *law, const struct imp_query *query, const char *into) {
  return (struct stamp){.digest = imp_law_digest(law),
                        .known = query->known ? query->known : imp_law_newest_known(law),
                        .through = imp_law_read_of(law, into),
                        .basis = report_basis_word(query->basis),
                        .law = law,
                        .query = query};
}

struct stamp stamp_of_all(const struct imp_law *law, const struct imp_query *query,
                          struct buf *room) {
  struct stamp s = stamp_of(law, query, NULL);
  char place[3];
  const char *day = imp_law_read_at(law, 0, place);
  for (uint32_t i = 0; day; day = imp_law_read_at(law, ++i, place))
    buf_printf(room, "%s%s (%s)", i ? ", " : "", day, place);
  s.through = room->p ? room->p : "";
  return s;
}

void stamp_words(const struct stamp *s, const char *dot, struct buf *out) {
  buf_printf(out, "law %.8s %s known %s", s->digest, dot, s->known);
  if (s->through[0]) buf_printf(out, " (sources read through %s)", s->through);
  if (s->basis) buf_printf(out, " %s basis %s", dot, s->basis);
  if (!s->query || !s->query->pick_count) return;
  buf_printf(out, " %s if ", dot);
  assumed_words(s->law, s->query, out);
}

void stamp_put(struct page *p, const char *label, const struct stamp *s) {
  struct buf b = {0};
  int at = 2 + (int)strlen(label);
  stamp_words(s, page_marks(p)->dot, &b);
  page_space(p, 2);
  page_tone_begin(p, PAGE_FAINT);
  page_puts(p, label);
  page_wrap(p, at, b.p ? b.p : "");
  page_tone_end(p, PAGE_FAINT);
  page_done(p, &b);
}
