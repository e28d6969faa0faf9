// SPDX-License-Identifier: Apache-2.0
// Facts as ids. A set is read by the book once per class of places (a claim may be another programme's for
// another origin); what is left after dropping claims that cannot hold there is its signature.
#include <string.h>

#include "assess/batch_own.h"

/* ---- sets ---------------------------------------------------------------------------------------------- */

/* The day of a date fact; false when the pair is none. */
static bool date_of(const struct law *law, const struct imp_pair *p, uint32_t *fact, imp_day *day) {
  struct str name = str_trim(str_of(p->name));
  for (uint32_t i = 0; i < law->fact_count; i++) {
    if (law->facts[i].type != LAW_FACT_DATE || !str_eq_nocase(law->facts[i].name, name)) continue;
    *fact = i;
    return day_parse_any(str_trim(str_of(p->value)), day);
  }
  return false;
}

static uint32_t part_of(const struct imp_batch *b, const char *name) {
  uint32_t fact = law_find_fact(b->law->law, str_trim(str_of(name)));
  for (uint32_t i = 0; fact != LAW_NONE && i < b->part_count; i++)
    if (b->parts[i] == fact) return i;
  return NOTHING;
}

/* Dollars or a share, as the book reads a part. False: it is no amount, or too large to keep here. */
static bool read_part(struct str text, struct stated_part *out) {
  struct rat x;
  text = str_trim(text);
  out->share = text.n && text.p[text.n - 1] == '%';
  if (out->share) text = str_trim(str_sub(text, 0, text.n - 1));
  if (text.n && text.p[0] == '$') text = str_trim(str_sub(text, 1, text.n));
  if (!text.n || !rat_parse(text, &x) || (out->share && !rat_div(x, rat_int(100), &x)))
    return false;
  if (!out->share && !rat_to_dollars_half_up(x, &out->num)) return false;
  if (out->share) out->num = (int64_t)x.num;
  out->den = out->share ? (int64_t)x.den : 1;
  return x.num < INT32_MAX * (i128)INT32_MAX && x.den < INT32_MAX * (i128)INT32_MAX;
}

int64_t batch_part_dollars(const struct stated_part *p, int64_t dollars) {
  if (!p->share) return p->num;
  i128 n = (i128)p->num * dollars, d = p->den;
  i128 whole = (2 * n + d) / (2 * d);
  return whole > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)whole;
}

uint32_t imp_batch_part(const struct imp_batch *b, const char *name) {
  return part_of(b, name);
}

int64_t imp_batch_part_value(const char *text, int64_t dollars) {
  struct stated_part p;
  return read_part(str_of(text), &p) ? batch_part_dollars(&p, dollars) : IMP_NO_VALUE;
}

int64_t imp_batch_value(const char *text) {
  struct rat x;
  int64_t dollars;
  struct str s = str_trim(str_of(text));
  if (s.n && s.p[0] == '$') s = str_trim(str_sub(s, 1, s.n));
  return s.n && rat_parse(s, &x) && rat_to_dollars_half_up(x, &dollars) ? dollars : IMP_NO_VALUE;
}

/* With `alike` a part is written without its amount, and a date that no test tells from another is written as the first of its kind. */
static void put_fact(struct imp_batch *b, const struct imp_pair *p, bool alike, struct buf *out) {
  imp_day day, like;
  uint32_t fact;
  struct stated_part part;
  if (alike && part_of(b, p->name) != NOTHING && read_part(str_of(p->value), &part)) {
    buf_putc(out, '*');
    return;
  }
  if (!alike || !date_of(b->law->law, p, &fact, &day)) {
    buf_put(out, str_trim(str_of(p->value)));
    return;
  }
  index_date_cell(b->index, fact, day, &like);
  day_print(like, out);
}

static bool write_set(struct imp_batch *b, const struct imp_pair *facts, uint32_t n,
                      const char *const *claims, uint32_t claim_count, bool alike,
                      struct buf *out) {
  for (uint32_t i = 0; i < n; i++) {
    buf_puts(out, facts[i].name ? facts[i].name : "");
    buf_putc(out, '\x1e');
    put_fact(b, &facts[i], alike, out);
    buf_putc(out, '\x1f');
  }
  for (uint32_t i = 0; i < claim_count; i++) {
    buf_putc(out, '\x1d');
    buf_puts(out, claims[i] ? claims[i] : "");
    buf_putc(out, '\x1f');
  }
  return !out->failed;
}

static bool read_set(struct imp_batch *b, struct str text, uint32_t facts, uint32_t claims,
                     struct fact_set *out) {
  struct str one, name;
  out->facts = arena_array(&b->arena, facts + 1u, sizeof *out->facts);
  out->claims = arena_array(&b->arena, claims + 1u, sizeof *out->claims);
  if (!out->facts || !out->claims) return false;
  while (str_split(&text, '\x1f', &one)) {
    if (one.n && one.p[0] == '\x1d') {
      const char *c = str_dup(&b->arena, str_sub(one, 1, one.n));
      if (!c) return false;
      out->claims[out->claim_count++] = c;
      continue;
    }
    struct imp_pair *p = &out->facts[out->fact_count++];
    p->name = str_split(&one, '\x1e', &name) ? str_dup(&b->arena, name) : NULL;
    p->value = str_dup(&b->arena, one);
    if (!p->name || !p->value) return false;
  }
  return true;
}

/* The last amount of a part counts, as in the book. */
static bool read_parts(struct imp_batch *b, struct fact_set *s) {
  s->parts = arena_array(&b->arena, s->fact_count + 1u, sizeof *s->parts);
  for (uint32_t i = 0; s->parts && i < s->fact_count; i++) {
    struct stated_part p = {.part = part_of(b, s->facts[i].name)};
    uint32_t k = 0;
    if (p.part == NOTHING || !read_part(str_of(s->facts[i].value), &p)) continue;
    while (k < s->part_count && s->parts[k].part != p.part) k++;
    s->parts[k] = p;
    if (k == s->part_count) s->part_count++;
  }
  return s->parts != NULL;
}

static uint32_t set_shape(struct imp_batch *b, uint32_t set) {
  struct fact_set *s = &b->sets[set];
  struct buf text = {0};
  bool added;
  imp_day day;
  uint32_t fact;
  s->latest = DAY_FIRST;
  if (!read_parts(b, s)) return NOTHING;
  for (uint32_t i = 0; i < s->fact_count; i++)
    if (date_of(b->law->law, &s->facts[i], &fact, &day) && day > s->latest) s->latest = day;
  bool fine = write_set(b, s->facts, s->fact_count, s->claims, s->claim_count, true, &text);
  uint32_t id = fine ? keyed_id(&b->fact_shapes, buf_str(&text), &added) : NOTHING;
  buf_free(&text);
  if (id == NOTHING ||
      !mem_grow((void **)&b->shape_sets, &b->shape_set_cap, id + 2u, sizeof *b->shape_sets))
    return NOTHING;
  if (added) b->shape_sets[id + 1] = set;
  return id + 1;
}

uint32_t imp_batch_facts(struct imp_batch *b, const struct imp_pair *facts, uint32_t fact_count,
                         const char *const *claims, uint32_t claim_count) {
  struct buf text = {0};
  bool added;
  if (!fact_count && !claim_count) return IMP_NO_FACTS;
  bool fine = write_set(b, facts, fact_count, claims, claim_count, false, &text);
  uint32_t id = fine ? keyed_id(&b->fact_ids, buf_str(&text), &added) : NOTHING;
  buf_free(&text);
  if (id == NOTHING || !added) return id == NOTHING ? IMP_BATCH_FAILED : id + 1;
  if (!mem_grow((void **)&b->sets, &b->set_cap, id + 2u, sizeof *b->sets)) return IMP_BATCH_FAILED;
  struct fact_set *s = &b->sets[id + 1];
  *s = (struct fact_set){0};
  struct str kept = b->fact_ids.keys[id];
  if (kept.n) kept.n--; /* no field behind the last end mark */
  if (!read_set(b, kept, fact_count, claim_count, s)) return IMP_BATCH_FAILED;
  s->claiming = claim_count > 0;
  for (uint32_t i = 0; i < fact_count && !s->claiming; i++)
    s->claiming = law_find_fact(b->law->law, str_trim(str_of(s->facts[i].name))) == LAW_NONE;
  uint32_t shape = set_shape(b, id + 1);
  b->sets[id + 1].shape = shape;
  return shape == NOTHING ? IMP_BATCH_FAILED : id + 1;
}

/* ---- readings ------------------------------------------------------------------------------------------------ */

/* Stated as claims or as facts, of this origin or not. */
static bool claims_any(const struct law *law, const struct line *l) {
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (law->facts[i].type == LAW_FACT_CLAIM && l->facts[i].stated && l->facts[i].flag) return true;
  return false;
}

static bool keep_str(struct imp_batch *b, struct str *s) {
  s->p = s->n ? batch_text(b, *s) : NULL;
  return !s->n || s->p;
}

static bool keep_strs(struct imp_batch *b, struct str **list, uint32_t n) {
  *list = arena_copy(&b->arena, *list, n * sizeof **list);
  bool fine = *list != NULL;
  for (uint32_t i = 0; fine && i < n; i++) fine = keep_str(b, &(*list)[i]);
  return fine;
}

/* A law has many facts and a line few: those it states are kept. */
static bool keep_reading(struct imp_batch *b, const struct line *from, struct reading *r) {
  uint32_t facts = b->law->law->fact_count;
  r->line = *from;
  r->line.facts = NULL;
  r->line.value_note = NULL;
  for (uint32_t i = 0; i < facts; i++) r->fact_count += from->facts[i].stated;
  r->facts = arena_array(&b->arena, r->fact_count, sizeof *r->facts);
  bool fine = r->facts && keep_strs(b, &r->line.claims, r->line.claim_count) &&
              keep_strs(b, &r->line.denied, r->line.denied_count);
  for (uint32_t i = 0, n = 0; fine && i < facts; i++) {
    if (!from->facts[i].stated) continue;
    struct reading_fact *f = &r->facts[n++];
    *f = (struct reading_fact){i, from->facts[i]};
    fine = keep_str(b, &f->value.unit) && keep_str(b, &f->value.word);
  }
  return fine;
}

bool reading_line(const struct imp_batch *b, uint32_t reading, struct arena *a, struct line *out) {
  const struct reading *r = b->readings[reading];
  *out = r->line;
  out->facts = arena_array(a, b->law->law->fact_count + 1u, sizeof *out->facts);
  for (uint32_t i = 0; out->facts && i < r->fact_count; i++)
    out->facts[r->facts[i].fact] = r->facts[i].value;
  return out->facts != NULL;
}

bool reading_states(const struct reading *r, uint32_t fact) {
  for (uint32_t i = 0; i < r->fact_count; i++)
    if (r->facts[i].fact == fact) return true;
  return false;
}

static struct reading *read_facts(struct imp_batch *b, const struct fact_set *set, uint16_t place) {
  static const struct fact_set none;
  char from[3] = {(char)(place >> 8), (char)(place & 0xff), 0};
  struct reading *r = arena_alloc(&b->arena, sizeof *r);
  struct refusal no = {0};
  if (!set) set = &none;
  struct imp_line in = {.code = "0101.21.0010",
                        .from = from,
                        .on = "2199-12-31",
                        .value = "1000000",
                        .facts = set->facts,
                        .fact_count = set->fact_count,
                        .claims = set->claims,
                        .claim_count = set->claim_count};
  struct arena scratch = {0};
  struct line line;
  bool fine = r &&
              line_read(&scratch, b->law->law, b->law->names, &in,
                        (struct moment){0, CLOCK_UNSTATED}, &line, &no) &&
              keep_reading(b, &line, r);
  if (fine) r->claims = claims_any(b->law->law, &line);
  arena_free(&scratch);
  if (!fine) return NULL;
  r->refusal = no.id;
  /* whether parts come to more than the value is asked of each line */
  if (no.id && !strcmp(no.id, "refuse.parts")) r->refusal = NULL;
  return r;
}

uint32_t batch_reading(struct imp_batch *b, uint32_t shape, uint32_t place) {
  struct memo_key k = {shape, shape ? b->place_class[place] : 0, 0, 0};
  uint32_t id = memo_get(&b->reading_of, k);
  if (id != NOTHING) return id;
  struct reading *r =
      read_facts(b, shape ? &b->sets[b->shape_sets[shape]] : NULL, b->places[place]);
  if (!r ||
      !mem_grow((void **)&b->readings, &b->reading_cap, b->reading_count + 1, sizeof *b->readings))
    return NOTHING;
  id = (uint32_t)b->reading_count++;
  b->readings[id] = r;
  return memo_put(&b->reading_of, k, id) ? id : NOTHING;
}

/* ---- signatures ----------------------------------------------------------------------------------------------- */

static void put_value(struct imp_batch *b, uint32_t i, const struct fact_value *v,
                      struct buf *out) {
  const struct law_fact *f = &b->law->law->facts[i];
  imp_day like;
  if (f->type == LAW_FACT_PART) return; /* in the pattern of parts */
  buf_printf(out, "%u=", (unsigned)i);
  switch (f->type) {
  case LAW_FACT_DATE:
    buf_printf(out, "%u", (unsigned)index_date_cell(b->index, i, v->day, &like));
    break;
  case LAW_FACT_WORD:
    for (size_t k = 0; k < v->word.n; k++)
      buf_putc(out, (char)(v->word.p[k] >= 'A' && v->word.p[k] <= 'Z' ? v->word.p[k] + 32
                                                                      : v->word.p[k]));
    break;
  case LAW_FACT_PLACES:
    for (uint32_t k = 0; k < v->place_count; k++) buf_printf(out, "%u,", (unsigned)v->places[k]);
    break;
  case LAW_FACT_FLAG:
  case LAW_FACT_CLAIM:
    buf_putc(out, v->flag ? 'y' : 'n');
    break;
  default:
    rat_print(v->amount, out);
    break;
  }
  buf_putc(out, ';');
}

/* A claim that is denied, or made of goods of another origin, is no claim. */
static bool is_off(struct imp_batch *b, uint32_t i, const struct fact_value *v,
                   uint32_t place_class, uint32_t segment) {
  static const struct mentions nothing;
  const struct law_fact *f = &b->law->law->facts[i];
  if (!v->stated || f->type != LAW_FACT_CLAIM) return false;
  if (!v->flag || !f->has_places) return !v->flag;
  struct matcher m = {&b->query.view, &nothing, index_segment_day(b->index, segment),
                      index_class_place(b->index, place_class), 0};
  return match_origin(&m, &f->places).verdict != MATCH_YES;
}

static uint32_t add_stated(struct imp_batch *b, struct stated s) {
  struct memo_key k = {s.reading, (uint32_t)s.off, (uint32_t)(s.off >> 32), 1};
  uint32_t id = memo_get(&b->stated_of, k);
  if (id != NOTHING) return id;
  if (!mem_grow((void **)&b->stated, &b->stated_cap, b->stated_count + 1, sizeof *b->stated))
    return NOTHING;
  id = (uint32_t)b->stated_count++;
  b->stated[id] = s;
  return memo_put(&b->stated_of, k, id) ? id : NOTHING;
}

uint32_t batch_stated(struct imp_batch *b, uint32_t reading, uint32_t place_class,
                      uint32_t segment) {
  struct memo_key k = {reading, place_class, segment, 0};
  uint32_t id = memo_get(&b->stated_of, k);
  if (id != NOTHING) return id;
  const struct reading *r = b->readings[reading];
  struct stated s = {.reading = reading};
  for (uint32_t i = 0; i < r->fact_count; i++)
    if (is_off(b, r->facts[i].fact, &r->facts[i].value, place_class, segment))
      s.off |= b->claim_bit[r->facts[i].fact];
  id = add_stated(b, s);
  return id != NOTHING && memo_put(&b->stated_of, k, id) ? id : NOTHING;
}

static void put_words(const struct str *words, uint32_t n, char mark, uint64_t labels,
                      struct buf *out) {
  for (uint32_t i = 0; i < n; i++) {
    if (!(index_label_bit(words[i]) & labels)) continue;
    buf_putc(out, mark);
    for (size_t k = 0; k < words[i].n; k++)
      buf_putc(out, (char)(words[i].p[k] >= 'A' && words[i].p[k] <= 'Z' ? words[i].p[k] + 32
                                                                        : words[i].p[k]));
  }
}

uint32_t batch_signature(struct imp_batch *b, uint32_t stated, uint32_t mask) {
  uint32_t relevance = index_mask_relevance(b->index, mask);
  struct memo_key k = {stated, relevance, 0, 0};
  uint32_t id = memo_get(&b->signature_of, k);
  if (id != NOTHING) return id;
  struct index_relevance asked = index_relevance_at(b->index, relevance);
  const struct stated *s = &b->stated[stated];
  const struct reading *r = b->readings[s->reading];
  const struct line *l = &r->line;
  struct buf text = {0};
  bool added;
  for (uint32_t i = 0; i < r->fact_count; i++) {
    uint32_t fact = r->facts[i].fact;
    bool off = (s->off & b->claim_bit[fact]) != 0;
    if (!off && index_fact_bit(fact) & asked.facts) put_value(b, fact, &r->facts[i].value, &text);
  }
  put_words(l->claims, l->claim_count, '+', asked.labels, &text);
  put_words(l->denied, l->denied_count, '-', asked.labels, &text);
  id = text.failed ? NOTHING : keyed_id(&b->signatures, buf_str(&text), &added);
  buf_free(&text);
  return id != NOTHING && memo_put(&b->signature_of, k, id) ? id : NOTHING;
}

/* ---- masks of lines that claim ---------------------------------------------------------------------------------- */

/* Number of what the line claims; a programme denied, or of another origin, is counted too, which tells more apart than need
 * be. */
static uint32_t claims_of(struct imp_batch *b, uint32_t stated) {
  struct stated *s = &b->stated[stated];
  const struct reading *r = b->readings[s->reading];
  struct index_relevance claims = {0, 0};
  if (s->claims) return s->claims - 1;
  for (uint32_t i = 0; i < r->fact_count; i++)
    if (b->law->law->facts[r->facts[i].fact].type == LAW_FACT_CLAIM)
      claims.facts |= index_fact_bit(r->facts[i].fact);
  for (uint32_t i = 0; i < r->line.claim_count; i++)
    claims.labels |= index_label_bit(r->line.claims[i]);
  uint32_t id = index_claims(b->index, claims);
  if (id != NOTHING) s->claims = id + 1;
  return id;
}

uint32_t batch_claiming(struct imp_batch *b, uint32_t stated, uint32_t mask) {
  uint32_t claims = claims_of(b, stated);
  if (claims == NOTHING) return NOTHING;
  struct memo_key k = {mask, claims, 0, 0};
  uint32_t id = memo_get(&b->claiming_of, k);
  if (id != NOTHING) return id;
  id = index_claiming(b->index, mask, claims);
  return id != NOTHING && memo_put(&b->claiming_of, k, id) ? id : NOTHING;
}

/* ---- the special column ------------------------------------------------------------------------------------------ */

/* What an entry of the special column comes to beside the units of the tariff line, each once. NOTHING: out of memory. */
static uint32_t entry_id(struct imp_batch *b, uint32_t tariff, struct str text) {
  struct units units = tariff_units(b, &b->tariffs[tariff]);
  uint32_t id = tariff_text(b, &b->entry_ids, &b->tariffs[tariff], text);
  if (id == NOTHING || id < b->entry_count) return id;
  if (!mem_grow((void **)&b->entries, &b->entry_cap, id + 1u, sizeof *b->entries) ||
      !column_read(text, &units, &b->entries[id]))
    return NOTHING;
  if (!(b->entries[id].text = batch_text(b, text))) return NOTHING;
  b->entry_count = id + 1u;
  return id;
}

uint32_t batch_entry(struct imp_batch *b, struct job *job, uint32_t tariff, uint32_t stated) {
  const struct law *law = b->law->law;
  struct memo_key k = {b->tariffs[tariff].special, stated, 0, 0};
  uint32_t id = memo_get(&b->entry_of, k);
  if (id != NOTHING) return id;
  struct matcher m = {&b->query.view, job->mentions, job->line.on, job->line.origin, 0};
  struct cond_env cond = {law, &job->line, &m, true, -1, {0, 0}, false};
  struct refusal quiet = {0};
  struct rate_env env = {job->arena, law, &job->line, &cond, &quiet};
  struct str text = rate_column(&env, LAW_TERM_SPECIAL);
  id = text.n ? entry_id(b, tariff, text) : NOTHING - 1;
  return id != NOTHING && memo_put(&b->entry_of, k, id) ? id : NOTHING;
}
