// SPDX-License-Identifier: Apache-2.0
// Codes and places as ids. What a code is on a day (its number, its tariff line, or why it is refused) is
// asked of the book once per window of the schedule.
#include <string.h>

#include "assess/batch_own.h"

enum { NUMBERS_MAX = 200 };

/* ---- texts -------------------------------------------------------------------------------------------- */

/* A code not asked for yet has a window that holds no day. */
static bool add_head(struct imp_batch *b, uint32_t id) {
  struct quick *q = &b->quick;
  if (!mem_grow((void **)&q->heads, &q->head_cap, id + 1u, sizeof *q->heads)) return false;
  q->heads[id] = (struct head){0};
  return true;
}

static bool is_renumbered(const struct names *n, const struct code_text *c) {
  struct names_number all[NUMBERS_MAX];
  uint64_t code = code_number(c);
  if (c->digits == 10) return names_predecessors(n, code, NULL, 0) > 0;
  uint32_t count = c->digits == 8 ? names_numbers(n, (uint32_t)(code / 100u), all, NUMBERS_MAX) : 0;
  for (uint32_t i = 0; i < count && i < NUMBERS_MAX; i++)
    if (names_predecessors(n, all[i].code, NULL, 0)) return true;
  return count > NUMBERS_MAX;
}

bool imp_batch_knows_code(const struct imp_batch *b, const char *text) {
  struct str s = str_trim(str_of(text));
  uint64_t code, hi;
  uint8_t digits;
  if (!s.n || code_find(b, s) != NOTHING) return true;
  if (!law_code_parse(s, &code, &hi, &digits) || (digits != 8 && digits != 10)) return false;
  struct names_number all[NUMBERS_MAX];
  uint32_t n = names_numbers(b->law->names, (uint32_t)(code / 100u), all, NUMBERS_MAX);
  for (uint32_t i = 0; digits == 10 && i < n && i < NUMBERS_MAX; i++)
    if (all[i].code == code) return true;
  return n > 0 && (digits == 8 || n > NUMBERS_MAX);
}

uint32_t imp_batch_code(struct imp_batch *b, const char *text) {
  bool added;
  struct str s = str_trim(str_of(text));
  uint32_t id = code_add(b, s, &added);
  if (id == NOTHING || !added) return id;
  if (!add_head(b, id)) return NOTHING;
  struct code_text *c = &b->codes[id];
  uint64_t code, hi;
  c->unreadable = !s.n || !law_code_parse(s, &code, &hi, &c->digits);
  c->renumbered = !c->unreadable && is_renumbered(b->law->names, c);
  return id;
}

uint32_t imp_batch_place(struct imp_batch *b, const char *text) {
  struct str s = str_trim(str_of(text));
  uint16_t place = s.n ? names_place_find(b->law->names, s) : 0;
  if (!place) return IMP_NO_PLACE;
  for (uint32_t i = 1; i <= b->place_count; i++)
    if (b->places[i] == place) return i;
  if (b->place_count + 1 >= sizeof b->places / sizeof *b->places) return IMP_BATCH_FAILED;
  uint32_t class = index_place_class(b->index, place), id = b->place_count + 1;
  if (class == UINT32_MAX) return IMP_BATCH_FAILED;
  b->places[id] = place;
  b->place_class[id] = place == b->law->law->home ? NOTHING : class;
  b->place_count = id;
  return id;
}

int32_t imp_batch_day(const char *text) {
  imp_day day;
  return day_parse_any(str_trim(str_of(text)), &day) ? day : IMP_NO_DAY;
}

/* ---- windows of the schedule ------------------------------------------------------------------------------ */

static void cut(imp_day at, imp_day day, imp_day *from, imp_day *until) {
  if (at <= day && at > *from) *from = at;
  if (at > day && at < *until) *until = at;
}

/* Around a day on which the schedule has no such line: as far as there is none. */
static void window_of_nothing(const struct names *n, uint32_t code8, imp_day day, imp_day *from,
                              imp_day *until) {
  imp_day first = names_first_day(n), last = names_last_day(n), at = day;
  while (at > first && !names_line_on(n, code8, at - 1)) at--;
  *from = at;
  for (at = day; at <= last && !names_line_on(n, code8, at); at++) continue;
  *until = at > last ? DAY_NEVER : at;
}

/* The stretch of days around `day` in which the code means the same. */
static void window(const struct names *n, const struct line *l, imp_day day, imp_day *from,
                   imp_day *until) {
  struct names_number numbers[NUMBERS_MAX];
  *from = DAY_FIRST;
  *until = DAY_NEVER;
  if (day < names_first_day(n)) {
    *until = names_first_day(n);
    return;
  }
  uint32_t count = names_numbers(n, (uint32_t)(l->code / 100u), numbers, NUMBERS_MAX);
  for (uint32_t i = 0; i < count && i < NUMBERS_MAX; i++) {
    cut(numbers[i].from, day, from, until);
    cut(numbers[i].until, day, from, until);
  }
  const struct names_line *t = names_line_on(n, (uint32_t)(l->code / 100u), day);
  cut(names_first_day(n), day, from, until);
  if (t) {
    cut(t->from, day, from, until);
    cut(t->until, day, from, until);
  }
  if (t) return;
  imp_day nothing_from, nothing_until;
  window_of_nothing(n, (uint32_t)(l->code / 100u), day, &nothing_from, &nothing_until);
  cut(nothing_from, day, from, until);
  cut(nothing_until, day, from, until);
}

/* Lines with the same columns share one tariff. */
static uint32_t add_tariff(struct imp_batch *b, const struct names_line *line) {
  struct buf key = {0};
  bool added;
  buf_put(&key, line->general);
  buf_putc(&key, '\x1f');
  buf_put(&key, line->special);
  buf_putc(&key, '\x1f');
  buf_put(&key, line->column2);
  uint32_t id = key.failed ? NOTHING : keyed_id(&b->tariff_ids, buf_str(&key), &added);
  buf_free(&key);
  if (id == NOTHING || !added) return id;
  if (!mem_grow((void **)&b->tariffs, &b->tariff_cap, id + 1u, sizeof *b->tariffs)) return NOTHING;
  struct tariff *t = &b->tariffs[id];
  if (!tariff_read(b, line, t)) return NOTHING;
  b->tariff_count = id + 1u;
  return id;
}

/* One number of each class among those of an eight-digit code. */
static bool take_numbers(struct imp_batch *b, struct variant *v, const uint64_t *numbers,
                         uint32_t n) {
  uint64_t one[NUMBERS_MAX];
  uint32_t class[NUMBERS_MAX], count = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t c = index_code_class(b->index, numbers[i]), k = 0;
    if (c == UINT32_MAX) return false;
    while (k < count && class[k] != c) k++;
    if (k < count) continue;
    one[k] = numbers[i];
    class[k] = c;
    count++;
  }
  v->class = n ? class[0] : 0;
  v->kind = count == 1 ? CODE_ONE : CODE_MANY;
  v->number = n ? one[0] : 0;
  if (v->kind == CODE_ONE) return true;
  struct numbers *many = arena_alloc(&b->arena, sizeof *many);
  if (!many) return false;
  many->count = count;
  many->numbers = arena_copy(&b->arena, one, count * sizeof *one);
  many->classes = arena_copy(&b->arena, class, count * sizeof *class);
  v->many = many;
  return many->numbers && many->classes;
}

static bool fill(struct imp_batch *b, const struct code_text *c, imp_day day, struct variant *v) {
  struct arena a = {0};
  uint64_t numbers[NUMBERS_MAX];
  uint32_t n = 0;
  struct refusal no = {0};
  struct line l = {.code = code_number(c), .digits = c->digits, .on = day};
  bool fine = true;
  *v = (struct variant){.kind = CODE_REFUSED, .next = NOTHING, .tariff = NOTHING};
  if (c->digits == 8 || c->digits == 10) {
    window(b->law->names, &l, day, &v->from, &v->until);
  } else {
    v->from = DAY_FIRST;
    v->until = DAY_NEVER;
  }
  line_code_check(&a, b->law->names, &l, &no, numbers, 100, &n);
  if (no.id) {
    v->refusal = no.id;
  } else {
    v->tariff = add_tariff(b, l.tariff);
    fine = v->tariff != NOTHING && take_numbers(b, v, numbers, n);
  }
  arena_free(&a);
  return fine;
}

const struct variant *batch_variant(struct imp_batch *b, uint32_t code, imp_day day) {
  struct code_text *c = &b->codes[code];
  for (uint32_t i = c->variant; i != NOTHING; i = b->variants[i].next)
    if (b->variants[i].from <= day && day < b->variants[i].until) return &b->variants[i];
  if (!mem_grow((void **)&b->variants, &b->variant_cap, b->variant_count + 1, sizeof *b->variants))
    return NULL;
  struct variant v;
  if (!fill(b, c, day, &v)) return NULL;
  v.next = c->variant;
  c->variant = (uint32_t)b->variant_count;
  b->variants[b->variant_count++] = v;
  return &b->variants[c->variant];
}
