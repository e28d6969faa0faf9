// SPDX-License-Identifier: Apache-2.0
// Fees of entries whose lines stand in columns: lines alike are asked about once. See book/fees_form.h.
#include <string.h>

#include "assess/ask_own.h"
#include "base/error.h"

#define SET_OF_AMOUNTS UINT32_MAX /* of its lines each is another */

struct line_key { /* of lines alike; without holes */
  uint32_t place, segment, set, value, entry, code;
};

struct entry_fees {
  struct fee_forms *forms;
  struct keyed keys;
  uint32_t *set_of; /* by set of facts: what fees ask of it, plus one; 0: not known yet */
  size_t set_cap;
  uint32_t *alike;
  int64_t *dollars;
  size_t alike_cap, dollars_cap;
};

struct reader {
  struct imp_batch *b;
  const struct imp_columns *columns;
  uint32_t first;
};

static struct entry_fees *open_fees(struct imp_batch *b) {
  struct entry_fees *e = mem_alloc(sizeof *e);
  if (!e) return NULL;
  e->keys.arena = &b->arena;
  e->forms = fee_forms_open(b->law->law, b->law->names, &b->query.view);
  if (e->forms) return e;
  entry_fees_free(e);
  return NULL;
}

void entry_fees_free(struct entry_fees *e) {
  if (!e) return;
  fee_forms_free(e->forms);
  keyed_free(&e->keys);
  mem_free(e->set_of);
  mem_free(e->alike);
  mem_free(e->dollars);
  mem_free(e);
}

/* ---- lines alike ------------------------------------------------------------------------------------------------ */

enum asked { ASKS_NOTHING, ASKS_IT, ASKS_AMOUNT };

/* What fees ask of a fact. Headings by their number are taken as asked for; amounts that are asked for bear on the value
 * otherwise from line to line. */
static enum asked asks_fact(const struct imp_batch *b, const struct fee_forms *f,
                            const char *name) {
  const struct law *law = b->law->law;
  uint32_t fact = law_find_fact(law, str_trim(str_of(name)));
  if (fact == LAW_NONE) return ASKS_IT;
  if (!fee_forms_asks(f, law->facts[fact].name)) return ASKS_NOTHING;
  return law->facts[fact].type == LAW_FACT_PART ? ASKS_AMOUNT : ASKS_IT;
}

static enum asked asks_set(const struct imp_batch *b, const struct fee_forms *f,
                           const struct fact_set *s) {
  enum asked most = s->claim_count > 0 ? ASKS_IT : ASKS_NOTHING;
  for (uint32_t i = 0; i < s->fact_count; i++) {
    enum asked one = asks_fact(b, f, s->facts[i].name);
    if (one > most) most = one;
  }
  return most;
}

/* The set as far as fees are concerned: itself, or none. SET_OF_AMOUNTS less one: see there. False: out of memory. */
static bool fee_set(struct imp_batch *b, uint32_t set, uint32_t *out) {
  struct entry_fees *e = b->entry_fees;
  size_t had = e->set_cap;
  *out = IMP_NO_FACTS;
  if (set == IMP_NO_FACTS) return true;
  if (!mem_grow((void **)&e->set_of, &e->set_cap, set + 1u, sizeof *e->set_of)) return false;
  if (e->set_cap > had) memset(e->set_of + had, 0, (e->set_cap - had) * sizeof *e->set_of);
  if (!e->set_of[set]) {
    static const uint32_t nothing = IMP_NO_FACTS;
    enum asked asked = asks_set(b, e->forms, &b->sets[set]);
    e->set_of[set] =
        asked == ASKS_AMOUNT ? SET_OF_AMOUNTS : (asked == ASKS_IT ? set : nothing) + 1u;
  }
  *out = e->set_of[set] - 1u;
  return true;
}

/* A number for lines alike; *fits false: there are none like it. False: out of memory. */
static bool find_alike(struct imp_batch *b, const struct asked_line *l, uint32_t entry,
                       uint32_t *alike, bool *fits) {
  struct entry_fees *e = b->entry_fees;
  struct line_key k = {.place = l->place,
                       .segment = index_segment(b->index, l->day),
                       .value = fee_forms_value(e->forms, l->dollars),
                       .entry = entry,
                       .code = fee_forms_codes(e->forms) ? l->code : 0};
  bool added;
  if (!fee_set(b, l->set, &k.set)) return false;
  *fits = *fits && k.set != SET_OF_AMOUNTS - 1u && l->dollars >= 0;
  *alike = keyed_id(&e->keys, (struct str){(const char *)&k, sizeof k}, &added);
  return *alike != NOTHING;
}

static bool find_lines(struct imp_batch *b, const struct imp_columns *c, uint32_t first,
                       struct fee_entry *entry, bool *fits) {
  struct entry_fees *e = b->entry_fees;
  int64_t whole = 0;
  if (!mem_grow((void **)&e->alike, &e->alike_cap, entry->count + 1u, sizeof *e->alike) ||
      !mem_grow((void **)&e->dollars, &e->dollars_cap, entry->count + 1u, sizeof *e->dollars))
    return false;
  for (uint32_t i = 0; i < entry->count; i++) whole += c->value[first + i];
  uint32_t number = fee_forms_value(e->forms, whole);
  for (uint32_t i = 0; i < entry->count && *fits; i++) {
    struct asked_line l = batch_line(c, first + i);
    entry->days = entry->days || c->day[first + i] != c->day[first];
    e->dollars[i] = l.dollars;
    if (!find_alike(b, &l, number, &e->alike[i], fits)) return false;
    *fits = *fits && l.part_count == 0;
  }
  entry->alike = e->alike;
  entry->dollars = e->dollars;
  return true;
}

/* ---- lines in words --------------------------------------------------------------------------------------------- */

/* As the fees of an entry read it. */
static bool read_line(void *user, uint32_t i, struct arena *a, struct line *out, bool *fits) {
  const struct reader *r = user;
  const struct imp_law *law = r->b->law;
  struct asked_line l = batch_line(r->columns, r->first + i);
  struct imp_line_words room;
  struct imp_line line;
  struct refusal no = {0};
  if (!batch_in_words(r->b, &l, a, &room, &line) ||
      !line_read(a, law->law, law->names, &line,
                 (struct moment){r->b->query.on, r->b->query.on_minute}, out, &no))
    return false;
  *fits = !no.id;
  if (*fits) out->tariff = names_line_on(law->names, (uint32_t)(out->code / 100u), out->on);
  return true;
}

/* Asked of the law, each entry by itself. */
static enum imp_status plain_fees(const struct reader *r, uint32_t count, struct imp_fees **out,
                                  struct imp_error *err) {
  struct arena a = {0};
  struct imp_line *lines = arena_array(&a, count + 1u, sizeof *lines);
  struct imp_line_words *rooms = arena_array(&a, count + 1u, sizeof *rooms);
  bool fine = lines && rooms;
  for (uint32_t i = 0; fine && i < count; i++) {
    struct asked_line l = batch_line(r->columns, r->first + i);
    fine = batch_in_words(r->b, &l, &a, &rooms[i], &lines[i]);
  }
  enum imp_status status =
      fine ? imp_entry_fees(r->b->law, &r->b->asked, lines, NULL, count, out, err)
           : error_no_memory(err);
  arena_free(&a);
  return status;
}

enum imp_status imp_batch_fees(struct imp_batch *b, const struct imp_columns *columns,
                               uint32_t first, uint32_t count, struct imp_fees **out,
                               struct imp_error *err) {
  struct reader r = {b, columns, first};
  struct fee_entry entry = {.count = count, .read = read_line, .user = &r};
  *out = NULL;
  if (!b->entry_fees && !(b->entry_fees = open_fees(b))) return error_no_memory(err);
  bool fits = fee_forms_fine(b->entry_fees->forms);
  if (fits && !find_lines(b, columns, first, &entry, &fits)) return error_no_memory(err);
  if (fits && !fee_entry(b->entry_fees->forms, &entry, out)) return error_no_memory(err);
  return *out ? IMP_OK : plain_fees(&r, count, out, err);
}

/* ---- lines that come in words ----------------------------------------------------------------------------------- */

struct encoded { /* columns to be written */
  uint32_t *code, *place, *fact_line, *fact_set, fact_count;
  int32_t *day;
  int64_t *value;
};

static bool make_room(struct arena *a, uint32_t count, struct encoded *e) {
  e->code = arena_array(a, count + 1u, sizeof *e->code);
  e->place = arena_array(a, count + 1u, sizeof *e->place);
  e->fact_line = arena_array(a, count + 1u, sizeof *e->fact_line);
  e->fact_set = arena_array(a, count + 1u, sizeof *e->fact_set);
  e->day = arena_array(a, count + 1u, sizeof *e->day);
  e->value = arena_array(a, count + 1u, sizeof *e->value);
  return e->code && e->place && e->fact_line && e->fact_set && e->day && e->value;
}

/* *fits false: something in it that columns do not hold. False: out of memory. */
static bool encode(struct imp_batch *b, const struct imp_line *l, uint32_t i, struct encoded *e,
                   bool *fits) {
  const char *on = l->on ? l->on : b->asked.on;
  e->code[i] = imp_batch_code(b, l->code ? l->code : "");
  e->place[i] = imp_batch_place(b, l->from ? l->from : "");
  e->day[i] = on ? imp_batch_day(on) : IMP_NO_DAY;
  e->value[i] = imp_batch_value(l->value ? l->value : "");
  uint32_t set = imp_batch_facts(b, l->facts, l->fact_count, l->claims, l->claim_count);
  *fits = *fits && !l->into && e->place[i] != IMP_NO_PLACE && e->day[i] != IMP_NO_DAY &&
          e->value[i] >= 0;
  if (set != IMP_NO_FACTS) {
    e->fact_line[e->fact_count] = i;
    e->fact_set[e->fact_count++] = set;
  }
  return e->code[i] != IMP_BATCH_FAILED && e->place[i] != IMP_BATCH_FAILED &&
         set != IMP_BATCH_FAILED;
}

enum imp_status imp_batch_entry_fees(struct imp_batch *b, const struct imp_line *lines,
                                     uint32_t count, struct imp_fees **out, struct imp_error *err) {
  struct arena a = {0};
  struct encoded e = {0};
  bool fits = true, fine = make_room(&a, count, &e);
  enum imp_status status = IMP_OK;
  *out = NULL;
  for (uint32_t i = 0; fine && fits && i < count; i++) fine = encode(b, &lines[i], i, &e, &fits);
  struct imp_columns columns = {.count = count,
                                .code = e.code,
                                .place = e.place,
                                .day = e.day,
                                .value = e.value,
                                .fact_line = e.fact_line,
                                .fact_set = e.fact_set,
                                .fact_count = e.fact_count};
  if (!fine)
    status = error_no_memory(err);
  else if (fits)
    status = imp_batch_fees(b, &columns, 0, count, out, err);
  else
    status = imp_entry_fees(b->law, &b->asked, lines, NULL, count, out, err);
  arena_free(&a);
  return status;
}
