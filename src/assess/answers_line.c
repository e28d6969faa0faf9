// SPDX-License-Identifier: Apache-2.0
// A line of text to columns of one, and rows of the plain evaluator kept without their numbers: see answers.c.
#include <string.h>

#include "assess/answers.h"

enum { QUANTITIES = 2 };
#define VALUE_MOST ((int64_t)10000000000000) /* beyond it no value is read */

/* ---- rows without their numbers ------------------------------------------------------------------------- */

static bool copy_text(struct imp_batch *b, const char **s) {
  if (*s) *s = batch_text(b, str_of(*s));
  return true;
}

uint32_t answers_shown(struct imp_batch *b, const struct imp_row *row,
                       const struct law_stmt *stmt) {
  struct buf key = {0};
  bool added = false, fine = true;
  buf_printf(&key, "%p %d%d %s\x1f%s\x1f%s\x1f%s", (const void *)stmt, row->is_base, row->pending,
             row->measure, row->heading, row->points ? row->points : "",
             row->points ? row->points_by : "");
  uint32_t id = key.failed ? NOTHING : keyed_id(&b->shown_ids, buf_str(&key), &added);
  buf_free(&key);
  if (id == NOTHING || !mem_grow((void **)&b->shown, &b->shown_cap, id + 1u, sizeof *b->shown))
    return NOTHING;
  if (!added) return id;
  struct imp_row *to = &b->shown[id];
  *to = (struct imp_row){.status = IMP_ROW_APPLIED,
                         .heading = row->heading,
                         .measure = row->measure,
                         .title = row->title,
                         .why = row->why,
                         .act = row->act,
                         .act_title = row->act_title,
                         .cite = row->cite,
                         .where = row->where,
                         .known = row->known,
                         .source = row->source,
                         .mark = row->mark,
                         .pending = row->pending,
                         .is_base = row->is_base,
                         .is_stated = row->is_stated,
                         .rounding = row->rounding,
                         .points = row->points,
                         .points_by = row->points_by,
                         .points_until = row->points_until,
                         .points_where = row->points_where};
  const char **texts[] = {&to->heading, &to->measure,   &to->title,        &to->why,
                          &to->act,     &to->cite,      &to->act_title,    &to->known,
                          &to->source,  &to->mark,      &to->where.file,   &to->rounding,
                          &to->points,  &to->points_by, &to->points_until, &to->points_where.file};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bool had = *texts[i] != NULL;
    copy_text(b, texts[i]);
    fine = fine && (!had || *texts[i]);
  }
  return fine ? id : NOTHING;
}

/* ---- a line to columns ------------------------------------------------------------------------------------ */

/* Digits, at most three behind the point. */
static bool read_thousandths(struct str s, int64_t *out) {
  size_t point = 0, i = 0;
  int64_t n = 0;
  while (point < s.n && s.p[point] != '.') point++;
  size_t digits = point < s.n ? s.n - point - 1 : 0;
  if (point == 0 || point > 12 || (point < s.n && (digits == 0 || digits > 3))) return false;
  for (; i < s.n; i++) {
    if (i == point) continue;
    if (s.p[i] < '0' || s.p[i] > '9') return false;
    n = n * 10 + (s.p[i] - '0');
  }
  for (; digits < 3; digits++) n *= 10;
  *out = n;
  return true;
}

bool one_quantities(struct imp_batch *b, const struct imp_line *line, bool claims, struct one *o) {
  const char *texts[QUANTITIES] = {line->quantity, line->quantity2},
             *units[QUANTITIES] = {line->unit, line->unit2};
  int64_t given[QUANTITIES];
  uint32_t of[QUANTITIES], count = 0;
  for (int i = 0; i < QUANTITIES; i++) {
    struct str text = str_trim(str_of(texts[i])), unit = str_trim(str_of(units[i]));
    if (!text.n) continue;
    of[count] = unit.n ? imp_batch_unit(b, units[i]) : 0;
    if (!read_thousandths(text, &given[count]) || (unit.n && !of[count]) ||
        of[count] == IMP_BATCH_FAILED)
      return false;
    count++;
  }
  int taken = imp_batch_quantities(b, o->code, o->day, claims, count, of, given, o->quantity);
  o->in.second_count = taken == 2;
  return taken > 0;
}

static bool is_blank(const char *s) {
  return !str_trim(str_of(s)).n;
}

bool one_take(struct imp_batch *b, const struct imp_line *line, struct one *o, bool *failed) {
  memset(o, 0, offsetof(struct one, amounts));
  *failed = false;
  if (!imp_law_is_home(b->law, line->into)) return false;
  if (is_blank(line->on) && b->query.on_minute != CLOCK_UNSTATED) return false;
  o->day = is_blank(line->on) ? b->query.on : imp_batch_day(line->on);
  o->value = imp_batch_value(line->value);
  if (o->day == IMP_NO_DAY || o->value < 0 || o->value > VALUE_MOST) return false;
  if (!imp_batch_knows_code(b, line->code)) return false; /* of these there is no end */
  o->code = imp_batch_code(b, line->code);
  o->place = imp_batch_place(b, line->from);
  o->set = imp_batch_facts(b, line->facts, line->fact_count, line->claims, line->claim_count);
  *failed =
      o->code == IMP_BATCH_FAILED || o->place == IMP_BATCH_FAILED || o->set == IMP_BATCH_FAILED;
  if (*failed || !one_quantities(b, line, line->claim_count > 0, o)) return false;
  o->in = (struct imp_columns){.count = 1,
                               .code = &o->code,
                               .place = &o->place,
                               .day = &o->day,
                               .value = &o->value,
                               .quantity = &o->quantity[0],
                               .second_line = &o->zero,
                               .second = &o->quantity[1],
                               .second_count = o->in.second_count,
                               .fact_line = &o->zero,
                               .fact_set = &o->set,
                               .fact_count = o->set != IMP_NO_FACTS};
  o->out = (struct imp_results){&o->status, &o->shape,  &o->low,       &o->high,
                                o->first,   o->amounts, IMP_BATCH_ROWS};
  return true;
}
