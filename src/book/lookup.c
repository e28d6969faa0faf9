// SPDX-License-Identifier: Apache-2.0
// Opening a lookup, labels, and counting what is held. See include/impost/lookup.h.
#include "book/lookup.h"

enum imp_status imp_lookup_open(const struct imp_law *law, struct imp_lookup **out,
                                struct imp_error *err) {
  *out = NULL;
  struct imp_lookup *l = mem_alloc(sizeof *l);
  if (!l) return error_no_memory(err);
  l->law = law;
  enum imp_status status = names_headings_load(law->folder, &l->headings, err);
  if (status != IMP_OK) {
    imp_lookup_free(l);
    return status;
  }
  *out = l;
  return IMP_OK;
}

void imp_lookup_free(struct imp_lookup *l) {
  if (!l) return;
  names_headings_free(l->headings);
  arena_free(&l->arena);
  mem_free(l);
}

const char *imp_lookup_label(const struct imp_lookup *l, const char *code) {
  uint32_t heading = 0, digits = 0;
  for (const char *c = code; c && *c && digits < 4; c++) {
    if (*c < '0' || *c > '9') continue;
    heading = heading * 10 + (uint32_t)(*c - '0');
    digits++;
  }
  return digits == 4 ? names_heading_label(l->headings, heading) : NULL;
}

const char *lookup_day(struct arena *a, imp_day d, bool *no_memory) {
  if (d == DAY_FIRST || d == DAY_NEVER) return NULL;
  const char *text = bill_day(a, d);
  if (!text) *no_memory = true;
  return text;
}

void lookup_join(struct buf *b, struct str s) {
  if (b->n) buf_puts(b, ", ");
  buf_put(b, s);
}

const char *lookup_keep(struct arena *a, struct buf *b) {
  const char *kept = b->failed ? NULL : str_dup(a, buf_str(b));
  buf_free(b);
  return kept;
}

enum imp_status imp_lookup_counts(struct imp_lookup *l, struct imp_counts *out,
                                  struct imp_error *err) {
  const struct law *law = l->law->law;
  const struct names *n = l->law->names;
  *out = (struct imp_counts){.files = law->file_count,
                             .acts = law->act_count,
                             .measures = law->measure_count,
                             .lists = law->list_count,
                             .questions = law->question_count,
                             .facts = law->fact_count,
                             .places = names_place_count(n),
                             .labels = names_heading_count(l->headings)};
  for (uint32_t m = 0; m < law->measure_count; m++) {
    out->headings += law->measures[m].heading_count;
    out->asserts += law->measures[m].assert_count;
  }
  names_counts(n, &out->lines, &out->numbers, &out->renumberings);
  bool no_memory = false;
  out->first_edition = lookup_day(&l->arena, names_first_day(n), &no_memory);
  out->last_edition = lookup_day(&l->arena, names_last_day(n), &no_memory);
  return no_memory ? error_no_memory(err) : IMP_OK;
}
