// SPDX-License-Identifier: Apache-2.0
// A day of entry that the law splits: the hour is a fact like any other. See complete.h.
//
// Each part of the day is completed on its own, because a statement that begins at 13:01 may ask for facts that
// nothing asks for in the morning. The cheapest and the dearest of all parts are kept.
#include <string.h>

#include "book/assess.h"

uint32_t line_day_parts(const struct law *law, const struct line *l,
                        int16_t starts[DAY_PARTS_MAX]) {
  uint32_t count, n = 1;
  const struct law_split *splits = law_splits_of(law, l->into, l->on, &count);
  starts[0] = l->minute;
  if (l->minute != CLOCK_UNSTATED) return 1;
  for (uint32_t i = 0; i < count && n < DAY_PARTS_MAX; i++) starts[n++] = splits[i].minute;
  return n;
}

/* "before 13:01", "13:01 to 14:30", "14:30 or later" */
static const char *part_words(struct arena *a, const int16_t *starts, uint32_t n, uint32_t i) {
  int from = starts[i], to = i + 1 < n ? starts[i + 1] : 0;
  if (i == 0) return text_in(a, "before %02d:%02d", to / 60, to % 60);
  if (i + 1 == n) return text_in(a, "%02d:%02d or later", from / 60, from % 60);
  return text_in(a, "%02d:%02d to %02d:%02d", from / 60, from % 60, to / 60, to % 60);
}

/* The parts of the day come to the same, rows and all: the split is that of some other measure. */
static bool all_alike(const struct completed *parts, uint32_t n) {
  for (uint32_t i = 1; i < n; i++)
    if (!bills_equal(&parts[i], &parts[0]) || parts[i].legal_low != parts[0].legal_low ||
        parts[i].legal_high != parts[0].legal_high || parts[i].void_low != parts[0].void_low ||
        parts[i].void_high != parts[0].void_high)
      return false;
  return true;
}

static bool hour_decides(const struct completed *parts, uint32_t n) {
  for (uint32_t i = 1; i < n; i++)
    if (parts[i].low.total != parts[0].low.total || parts[i].high.total != parts[0].high.total)
      return true;
  return false;
}

/* "hour (of entry): before 13:01 gives 1000.00; 13:01 or later gives 3400.00" */
static bool say_hour(struct arena *a, const int16_t *starts, const struct completed *parts,
                     uint32_t n, struct text_list *needs) {
  struct buf b = {0};
  buf_puts(&b, "hour (of entry)");
  for (uint32_t i = 0; i < n; i++) {
    buf_printf(&b, "%s %s gives ", i ? ";" : ":", part_words(a, starts, n, i));
    money_print(parts[i].low.total, false, &b);
    if (parts[i].high.total != parts[i].low.total)
      buf_puts(&b, " to "), money_print(parts[i].high.total, false, &b);
  }
  return text_list_add(a, needs, buf_keep(&b, a));
}

/* The hour is one of the facts that lead to this bill. */
static bool keep_hour(struct arena *a, struct settled *s) {
  struct imp_pair *more = arena_array(a, s->count + 2u, sizeof *more);
  if (!more) return false;
  int minute = s->line.minute > 0 ? s->line.minute : 0;
  if (s->count) memcpy(more, s->facts, s->count * sizeof *more);
  more[s->count].name = "hour";
  more[s->count].value = text_in(a, "%02d:%02d", minute / 60, minute % 60);
  s->facts = more;
  return more[s->count++].value != NULL;
}

static void take_ends(struct completed *out, const struct completed *c) {
  if (c->low.total < out->low.total) out->low = c->low, out->low_facts = c->low_facts;
  if (c->high.total > out->high.total) out->high = c->high, out->high_facts = c->high_facts;
  if (c->legal_low < out->legal_low) out->legal_low = c->legal_low;
  if (c->legal_high > out->legal_high) out->legal_high = c->legal_high;
  if (c->void_low < out->void_low) out->void_low = c->void_low;
  if (c->void_high > out->void_high) out->void_high = c->void_high;
  if (c->refusal.id && !out->refusal.id) out->refusal = c->refusal, out->refusing = c->refusing;
}

static bool join(const struct frame *f, const int16_t *starts, const struct completed *parts,
                 uint32_t n, struct completed *out) {
  struct text_list needs = {0}, assumed = {0};
  bool decides = hour_decides(parts, n);
  *out = parts[0];
  if (all_alike(parts, n)) return true;
  if (decides && !say_hour(f->arena, starts, parts, n, &needs)) return false;
  for (uint32_t i = 0; i < n; i++) {
    if (i) take_ends(out, &parts[i]);
    for (uint32_t k = 0; k < parts[i].needs.count; k++)
      if (!text_list_add(f->arena, &needs, parts[i].needs.items[k])) return false;
    for (uint32_t k = 0; k < parts[i].assumed.count; k++)
      if (!text_list_add(f->arena, &assumed, parts[i].assumed.items[k])) return false;
  }
  out->needs = needs;
  out->assumed = assumed;
  return keep_hour(f->arena, &out->low_facts) && keep_hour(f->arena, &out->high_facts);
}

bool complete_line(const struct frame *f, const struct view *view, const struct line *line,
                   struct completed *out) {
  int16_t starts[DAY_PARTS_MAX];
  uint32_t n = line_day_parts(f->law, line, starts);
  if (n == 1) return complete_moment(f, view, line, out);
  struct completed *parts = arena_array(f->arena, n, sizeof *parts);
  for (uint32_t i = 0; parts && i < n; i++) {
    struct line l = *line;
    l.minute = i ? starts[i] : 0;
    if (!complete_moment(f, view, &l, &parts[i])) return false;
  }
  return parts && join(f, starts, parts, n, out);
}
