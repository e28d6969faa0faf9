// SPDX-License-Identifier: Apache-2.0
// The plain way: one line put back into words and asked of imp_duty.
#include <stdio.h>
#include <string.h>

#include "assess/batch_own.h"

static void put_row(const struct imp_row *r, struct buf *key) {
  buf_printf(key, "\x1e%s\x1f%s\x1f%s\x1f%s\x1f%d%d", r->heading, r->measure, r->act,
             r->rate ? r->rate : "", r->is_base, r->is_void);
}

static bool row_of(struct imp_batch *b, const struct imp_row *r, struct imp_shape_row *out) {
  out->heading = batch_text(b, str_of(r->heading));
  out->measure = batch_text(b, str_of(r->measure));
  out->act = batch_text(b, str_of(r->act));
  out->rate = batch_text(b, str_of(r->rate));
  out->is_base = r->is_base;
  out->is_void = r->is_void;
  return out->heading && out->measure && out->act && out->rate;
}

static bool new_shape(struct imp_batch *b, const struct imp_answer *a, uint32_t *shape) {
  const struct imp_bill *bill = a->bill_count ? a->bills : NULL;
  struct arena scratch = {0};
  struct option o = {0};
  struct imp_shape_row *words =
      arena_array(&scratch, (bill ? bill->row_count : 0) + 1u, sizeof *words);
  bool fine = words != NULL;
  for (uint32_t i = 0; fine && bill && i < bill->row_count; i++)
    if (bill->rows[i].status == IMP_ROW_APPLIED)
      fine = row_of(b, &bill->rows[i], &words[o.count++]);
  o.words = words;
  if (fine && a->id) fine = (o.refusal = batch_text(b, str_of(a->id))) != NULL;
  fine = fine && batch_shape_add(b, &o, a->bill_count);
  arena_free(&scratch);
  *shape = o.shape;
  return fine;
}

bool batch_plain_shape(struct imp_batch *b, const struct imp_answer *a, uint32_t *shape) {
  struct buf key = {0};
  bool added;
  buf_printf(&key, "%u%s", (unsigned)a->bill_count, a->id ? a->id : "");
  for (uint32_t i = 0; a->bill_count && i < a->bills[0].row_count; i++)
    if (a->bills[0].rows[i].status == IMP_ROW_APPLIED) put_row(&a->bills[0].rows[i], &key);
  uint32_t id = key.failed ? NOTHING : keyed_id(&b->plain_shapes, buf_str(&key), &added);
  buf_free(&key);
  if (id == NOTHING ||
      !mem_grow((void **)&b->plain_shape, &b->plain_shape_cap, id + 1u, sizeof *b->plain_shape))
    return false;
  if (added && !new_shape(b, a, &b->plain_shape[id])) return false;
  *shape = b->plain_shape[id];
  return true;
}

/* The facts of a set, and the parts that stand in columns, in words. */
static bool put_facts(struct imp_batch *b, const struct asked_line *l, struct arena *a,
                      struct imp_line *line) {
  static const struct fact_set none;
  const struct fact_set *set = l->set ? &b->sets[l->set] : &none;
  struct imp_pair *facts = arena_array(a, set->fact_count + l->part_count + 1u, sizeof *facts);
  if (!facts) return false;
  if (set->fact_count) memcpy(facts, set->facts, set->fact_count * sizeof *facts);
  line->facts = facts;
  line->fact_count = set->fact_count;
  line->claims = set->claims;
  line->claim_count = set->claim_count;
  for (uint32_t i = l->part; i < l->part + l->part_count; i++) {
    uint32_t part = l->columns->part[i];
    struct imp_pair *p = &facts[line->fact_count++];
    *p = (struct imp_pair){"?", "?"}; /* no part, no amount */
    if (part < b->part_count) p->name = str_dup(a, b->law->law->facts[b->parts[part]].name);
    if (l->columns->part_value[i] >= 0)
      p->value = text_in(a, "%lld", (long long)l->columns->part_value[i]);
    if (!p->name || !p->value) return false;
  }
  return true;
}

static void put_quantity(int64_t thousandths, char *text, size_t size) {
  if (thousandths >= 0)
    snprintf(text, size, "%lld.%03d", (long long)(thousandths / 1000), (int)(thousandths % 1000));
}

/* The units that its quantities are in; a quantity of a unit that nothing asks for is left out. */
static bool name_units(struct imp_batch *b, const struct asked_line *l, struct imp_line *line) {
  uint32_t units[UNITS_MAX], count = batch_units_asked(b, l->code, l->day, true, units);
  if (count == IMP_BATCH_FAILED) count = 0;
  if (count < 1) line->quantity = "";
  if (count < 2) line->quantity2 = "";
  if (count > 0) line->unit = batch_text(b, b->unit_ids.keys[units[0] - 1]);
  if (count > 1) line->unit2 = batch_text(b, b->unit_ids.keys[units[1] - 1]);
  return (count < 1 || line->unit) && (count < 2 || line->unit2);
}

/* All but facts and quantities. */
static bool put_ids(const struct imp_batch *b, const struct asked_line *l,
                    struct imp_line_words *room, struct imp_line *line) {
  uint16_t place = b->places[l->place];
  struct buf day = {0};
  *room = (struct imp_line_words){.on = "?"};
  if (place) room->from[0] = (char)(place >> 8), room->from[1] = (char)(place & 0xff);
  if (l->dollars >= 0) snprintf(room->value, sizeof room->value, "%lld", (long long)l->dollars);
  if (l->day != IMP_NO_DAY) day_print(l->day, &day);
  if (day.p) snprintf(room->on, sizeof room->on, "%.15s", day.p);
  bool failed = day.failed;
  buf_free(&day);
  *line = (struct imp_line){.number = 1,
                            .code = code_written(&b->codes[l->code], room->code),
                            .from = room->from,
                            .on = room->on,
                            .value = room->value};
  return !failed;
}

bool batch_in_words(struct imp_batch *b, const struct asked_line *l, struct arena *a,
                    struct imp_line_words *room, struct imp_line *line) {
  return put_ids(b, l, room, line) && put_facts(b, l, a, line);
}

enum imp_status imp_batch_line(const struct imp_batch *b, const struct imp_columns *columns,
                               uint32_t i, struct imp_line_words *room, struct imp_line *out) {
  struct asked_line l = batch_line(columns, i);
  if (!put_ids(b, &l, room, out)) return IMP_NO_MEMORY;
  if (l.set == IMP_NO_FACTS) return IMP_OK;
  out->facts = b->sets[l.set].facts;
  out->fact_count = b->sets[l.set].fact_count;
  out->claims = b->sets[l.set].claims;
  out->claim_count = b->sets[l.set].claim_count;
  return IMP_OK;
}

enum imp_status batch_plain(struct imp_batch *b, const struct asked_line *l,
                            struct imp_assessment **out, struct imp_error *err) {
  char quantity[UNITS_MAX][32] = {"", ""};
  struct imp_line_words room;
  struct imp_line line;
  struct arena facts = {0};
  put_quantity(l->quantity, quantity[0], sizeof quantity[0]);
  if (l->named) put_quantity(l->second, quantity[1], sizeof quantity[1]);
  bool fine = batch_in_words(b, l, &facts, &room, &line);
  line.quantity = quantity[0];
  line.quantity2 = quantity[1];
  fine = fine && (!l->named || name_units(b, l, &line));
  enum imp_status status =
      fine ? imp_duty(b->law, &b->asked, &line, out, err) : error_no_memory(err);
  arena_free(&facts);
  return status;
}
