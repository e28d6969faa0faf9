// SPDX-License-Identifier: Apache-2.0
// Texts of cells as ids: each different text of a column is read once, by record.c and the batch, and found
// again by its bytes. Tables that are full are emptied: what they hold can be worked out again.
#include <string.h>

#include "cli/stream.h"

enum { STRAYS_MOST = 1280, CODES_COMMON = FORMS_CODES / 4 * 3 };
enum { SLOTS_FIRST = 1 << 8, SLOTS_MOST = 1 << 13, ARENA_MOST = 1 << 20, HEAD = 16 };

/* ---- the table ----------------------------------------------------------------------------------- */

/* The first eight bytes of n, with nothing behind them. */
static uint64_t word_at(const char *p, size_t n) {
  uint64_t x;
  memcpy(&x, p, 8);
  return n >= 8 ? x : n == 0 ? 0 : x & (~(uint64_t)0 >> (64 - 8 * n));
}

struct key {
  uint64_t head[2], hash;
};

static uint64_t mix(uint64_t h) {
  h *= 0xd6e8feb86659fd93u;
  return h ^ h >> 32;
}

static struct key key_of(struct str s) {
  struct key k = {{word_at(s.p, s.n), s.n > 8 ? word_at(s.p + 8, s.n - 8) : 0}, 0};
  k.hash = mix(mix(k.head[0] + s.n) ^ k.head[1]);
  for (size_t i = HEAD; i < s.n; i += 8) k.hash = mix(k.hash ^ word_at(s.p + i, s.n - i));
  return k;
}

static bool same_text(const struct cell_slot *s, const struct key *k, struct str cell) {
  if (s->n != cell.n || s->head[0] != k->head[0] || s->head[1] != k->head[1]) return false;
  return cell.n <= HEAD || memcmp(s->p + HEAD, cell.p + HEAD, cell.n - HEAD) == 0;
}

static size_t slot_at(const struct cells *c, const struct key *k, struct str cell) {
  size_t at = k->hash & (c->size - 1);
  while (c->slots[at].used && !same_text(&c->slots[at], k, cell)) at = (at + 1) & (c->size - 1);
  return at;
}

/* Twice as many slots; the same, and nothing in them, when there are as many as there may be. Without memory it
 * stays as it is when there is room. */
static bool make_room(struct cells *c) {
  struct cells old = *c;
  bool full = c->size >= SLOTS_MOST || c->arena.used >= ARENA_MOST;
  if (c->slots != NULL && !full && c->count < c->size / 2) return true;
  if (c->slots != NULL && full && c->count < SLOTS_MOST / 2 && c->arena.used < ARENA_MOST)
    return true;
  if (full) {
    memset(c->slots, 0, c->size * sizeof *c->slots);
    arena_free(&c->arena);
    c->arena.used = 0;
    c->count = 0;
    return true;
  }
  c->size = old.size > 0 ? old.size * 2 : SLOTS_FIRST;
  c->slots = mem_alloc(c->size * sizeof *c->slots);
  if (c->slots == NULL) {
    *c = old;
    return false;
  }
  for (size_t i = 0; i < old.size; i++) {
    if (!old.slots[i].used) continue;
    size_t at = old.slots[i].hash & (c->size - 1);
    while (c->slots[at].used) at = (at + 1) & (c->size - 1);
    c->slots[at] = old.slots[i];
  }
  mem_free(old.slots);
  return true;
}

/* The slot of the text; new ones have used 0 and are the caller's to fill. NULL: out of memory. */
static struct cell_slot *find(struct cells *c, struct str cell) {
  static const char nothing[HEAD];
  if (cell.n == 0) cell.p = nothing;
  struct key k = key_of(cell);
  if (c->slots != NULL) {
    struct cell_slot *known = &c->slots[slot_at(c, &k, cell)];
    if (known->used) return known;
  }
  if (!make_room(c)) return NULL;
  struct cell_slot *s = &c->slots[slot_at(c, &k, cell)];
  *s = (struct cell_slot){.head = {k.head[0], k.head[1]},
                          .p = str_dup(&c->arena, cell),
                          .n = (uint32_t)cell.n,
                          .hash = (uint32_t)k.hash};
  return s->p != NULL ? s : NULL;
}

static const struct cell_value *keep(struct cells *c, struct cell_slot *s,
                                     const struct cell_value *v) {
  s->value = *v;
  s->used = true;
  c->count++;
  return &s->value;
}

static void cells_free(struct cells *c) {
  mem_free(c->slots);
  arena_free(&c->arena);
}

void encoder_free(struct encoder *e) {
  struct cells *all[] = {&e->codes, &e->places, &e->days, &e->units, &e->facts};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) cells_free(all[i]);
  buf_free(&e->key);
  arena_free(&e->last_arena);
  mem_free(e->forms.codes);
  mem_free(e->forms.days);
}

static bool states(enum field f) {
  return f == FIELD_CLAIMS || f == FIELD_FACTS || f == FIELD_FACT;
}

void encoder_open(struct encoder *e, const struct batch *run) {
  const struct columns *c = &run->columns;
  *e = (struct encoder){.run = run};
  for (uint32_t i = 0; i < c->count; i++)
    if (states(c->fields[i])) e->stating[e->stating_count++] = i;
}

/* ---- commonest forms --------------------------------------------------------------------------------- */

/* Without room or memory it is looked for every time. */
static void learn_code(struct encoder *e, struct str cell, uint32_t id) {
  struct forms *f = &e->forms;
  uint64_t number = forms_code(cell);
  if (id >> FORMS_ID_BITS != 0 || f->code_count >= CODES_COMMON) return;
  if (f->codes == NULL) f->codes = mem_alloc(FORMS_CODES * sizeof *f->codes);
  if (f->codes == NULL) return;
  size_t at = forms_slot(f->codes, number);
  f->code_count += f->codes[at] == 0;
  f->codes[at] = number << FORMS_ID_BITS | id;
}

static void learn_day(struct encoder *e, struct str cell, int32_t day) {
  struct forms *f = &e->forms;
  uint32_t at = forms_day(cell);
  if (at == FORMS_DAYS || day == IMP_NO_DAY) return;
  if (f->days == NULL) f->days = mem_alloc(FORMS_DAYS * sizeof *f->days);
  if (f->days != NULL) f->days[at] = day + 1;
}

/* ---- columns ------------------------------------------------------------------------------------- */

/* The text as a record holds it, in the table's arena. False: out of memory. */
static bool read_as(struct cells *c, enum field field, const char *text, struct record *r) {
  record_start(r, &c->arena, 0);
  return record_set(r, field, NULL, text);
}

bool encode_is_stray(struct encoder *e, const char *code) {
  if (imp_batch_knows_code(e->batch, code)) return false;
  return e->strays >= STRAYS_MOST || ++e->strays == 0;
}

/* The cell as a text of its own, when codes that are none are kept no more. */
static bool is_stray(struct encoder *e, struct str cell) {
  char text[64];
  if (e->strays < STRAYS_MOST) return false;
  if (cell.n >= sizeof text) return true;
  if (cell.n > 0) memcpy(text, cell.p, cell.n);
  text[cell.n] = '\0';
  return !imp_batch_knows_code(e->batch, text);
}

/* What a code means; its text is in the arena. False: out of memory. */
static bool read_code(struct encoder *e, struct arena *a, const char *text, struct cell_value *v) {
  struct record r;
  record_start(&r, a, 0);
  if (!record_set(&r, FIELD_CODE, NULL, text) || !record_finish(&r)) return false;
  *v = (struct cell_value){.text = r.line.code, .closer = r.wrong != NULL};
  if (encode_is_stray(e, v->text))
    v->closer = true;
  else
    v->id = imp_batch_code(e->batch, v->text != NULL ? v->text : "");
  return v->id != IMP_BATCH_FAILED;
}

/* A code in its commonest form, which will not be looked for here again, but for the words of a refusal. */
static const struct cell_value *common_code(struct encoder *e, struct str cell) {
  arena_reset(&e->last_arena);
  const char *text = str_dup(&e->last_arena, cell);
  if (text == NULL || !read_code(e, &e->last_arena, text, &e->last_code)) return NULL;
  if (!e->last_code.closer) learn_code(e, cell, e->last_code.id);
  return &e->last_code;
}

static const struct cell_value *other_code(struct encoder *e, struct str cell) {
  struct cell_slot *s = find(&e->codes, cell);
  struct cell_value v = {0};
  if (s == NULL || s->used) return s != NULL ? &s->value : NULL;
  return read_code(e, &e->codes.arena, s->p, &v) ? keep(&e->codes, s, &v) : NULL;
}

const struct cell_value *encode_code(struct encoder *e, struct str cell) {
  static const struct cell_value closer = {.closer = true};
  if (is_stray(e, cell)) return &closer;
  return forms_code(cell) != 0 && e->forms.code_count < CODES_COMMON ? common_code(e, cell)
                                                                     : other_code(e, cell);
}

const struct cell_value *encode_place(struct encoder *e, struct str cell) {
  struct cell_slot *s = find(&e->places, cell);
  struct cell_value v = {0};
  struct record r;
  if (s == NULL || s->used) return s != NULL ? &s->value : NULL;
  if (!read_as(&e->places, FIELD_FROM, s->p, &r)) return NULL;
  v.text = r.line.from;
  v.id = imp_batch_place(e->batch, v.text != NULL ? v.text : "");
  uint32_t at = forms_place(cell);
  if (v.id != IMP_BATCH_FAILED && at != FORMS_PLACES) e->forms.places[at] = v.id + 1;
  return v.id == IMP_BATCH_FAILED ? NULL : keep(&e->places, s, &v);
}

const struct cell_value *encode_day(struct encoder *e, struct str cell) {
  struct cell_slot *s = find(&e->days, cell);
  struct cell_value v = {0};
  struct record r;
  if (s == NULL || s->used) return s != NULL ? &s->value : NULL;
  if (!read_as(&e->days, FIELD_ON, s->p, &r)) return NULL;
  v.text = r.line.on;
  v.empty = v.text == NULL;
  const char *on = v.empty ? e->run->cli->query.on : v.text;
  v.closer = on == NULL;
  v.day = on != NULL ? imp_batch_day(on) : IMP_NO_DAY;
  if (!v.empty && !v.closer) learn_day(e, cell, v.day);
  return keep(&e->days, s, &v);
}

const struct cell_value *encode_unit(struct encoder *e, struct str cell) {
  struct cell_slot *s = find(&e->units, cell);
  struct cell_value v = {0};
  if (s == NULL || s->used) return s != NULL ? &s->value : NULL;
  struct str text = str_trim(str_of(s->p));
  v.empty = text.n == 0;
  v.id = v.empty ? 0 : imp_batch_unit(e->batch, s->p);
  v.closer = !v.empty && v.id == 0; /* refused by name */
  if (cell.n - 1 < 8 && !v.closer && v.id != IMP_BATCH_FAILED) {
    uint64_t head = forms_head(cell);
    e->forms.units[forms_unit_slot(head)] = (struct forms_unit){head, v.id};
  }
  return v.id == IMP_BATCH_FAILED ? NULL : keep(&e->units, s, &v);
}

/* ---- facts ----------------------------------------------------------------------------------------- */

/* Column, cell, end mark: for each column that states something. */
static bool facts_key(struct encoder *e, const struct str *cells) {
  buf_clear(&e->key);
  for (uint32_t k = 0; k < e->stating_count; k++) {
    uint32_t i = e->stating[k];
    if (cells[i].n == 0) continue;
    buf_put(&e->key, (struct str){(const char *)&i, sizeof i});
    buf_put(&e->key, cells[i]);
    buf_putc(&e->key, '\n');
  }
  buf_fill(&e->key, ' ', HEAD); /* to be read past the end */
  if (!e->key.failed) e->key.n -= HEAD;
  return !e->key.failed;
}

static bool read_facts(struct encoder *e, const struct str *cells, struct arena *a,
                       struct record *r) {
  const struct columns *c = &e->run->columns;
  record_start(r, a, 0);
  for (uint32_t k = 0; k < e->stating_count; k++) {
    uint32_t i = e->stating[k];
    if (cells[i].n == 0) continue;
    const char *text = str_dup(a, cells[i]);
    if (text == NULL || !record_set(r, c->fields[i], c->facts[i], text)) return false;
  }
  return true;
}

const struct cell_value *encode_facts(struct encoder *e, const struct str *cells) {
  static const struct cell_value none;
  struct cell_value v = {0};
  struct arena a = {0};
  bool any = false;
  for (uint32_t k = 0; k < e->stating_count; k++) any = any || cells[e->stating[k]].n > 0;
  if (!any) return &none;
  if (!facts_key(e, cells)) return NULL;
  struct cell_slot *s = find(&e->facts, buf_str(&e->key));
  if (s == NULL || s->used) return s != NULL ? &s->value : NULL;
  struct record *r = arena_alloc(&a, sizeof *r);
  bool fine = r != NULL && read_facts(e, cells, &a, r);
  if (fine) {
    v.closer = r->wrong != NULL;
    v.claims = r->line.claim_count > 0;
    if (!v.closer)
      v.id = imp_batch_facts(e->batch, r->line.facts, r->line.fact_count, r->line.claims,
                             r->line.claim_count);
  }
  arena_free(&a);
  return fine && v.id != IMP_BATCH_FAILED ? keep(&e->facts, s, &v) : NULL;
}

/* ---- numbers ----------------------------------------------------------------------------------------- */

static size_t digits(struct str s, size_t from, size_t most, int64_t *out) {
  size_t i = from;
  for (; i < s.n && i - from < most && s.p[i] >= '0' && s.p[i] <= '9'; i++)
    *out = *out * 10 + (s.p[i] - '0');
  return i - from;
}

bool encode_value(struct str cell, int64_t *dollars, bool *rounded) {
  enum { DIGITS_MOST = 13 };
  uint64_t whole;
  *rounded = false;
  if (forms_whole(cell, &whole)) {
    *dollars = (int64_t)whole;
    return true;
  }
  *dollars = 0;
  size_t n = digits(cell, 0, DIGITS_MOST, dollars);
  if (n == 0 || n > 12) return false;
  if (n == cell.n) return true;
  int64_t part = 0;
  size_t more = cell.p[n] == '.' ? digits(cell, n + 1, 9, &part) : 0;
  if (more == 0 || n + 1 + more != cell.n) return false;
  *rounded = part != 0;
  *dollars += cell.p[n + 1] >= '5';
  return true;
}

bool encode_quantity(struct str cell, int64_t *thousandths) {
  int64_t whole = 0, part = 0;
  uint64_t few;
  if (forms_whole(cell, &few)) {
    *thousandths = (int64_t)few * 1000;
    return true;
  }
  size_t n = digits(cell, 0, 13, &whole), more = 0;
  if (n == 0 || n > 12) return false;
  if (n < cell.n) {
    more = cell.p[n] == '.' ? digits(cell, n + 1, 3, &part) : 0;
    if (more == 0 || n + 1 + more != cell.n) return false;
  }
  for (size_t i = more; i < 3; i++) part *= 10;
  *thousandths = whole * 1000 + part;
  return true;
}
