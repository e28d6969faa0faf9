// SPDX-License-Identifier: Apache-2.0
// From a line to its program: refusals in the plain evaluator's order, then the key, then the memo.
#include <string.h>

#include "assess/asking.h"
#include "assess/quick.h"

static const int64_t LARGEST_VALUE = 10000000000000;
static const int64_t LARGEST_QUANTITY = 1000000000000000;

/* ---- programs ------------------------------------------------------------------------------------------ */

static bool refusal_shape(struct imp_batch *b, const char *id, uint32_t *shape) {
  struct option o = {.refusal = id};
  if (!batch_shape_add(b, &o, 0)) return false;
  *shape = o.shape;
  return true;
}

static uint32_t new_refusal(struct imp_batch *b, const char *id) {
  bool added;
  uint32_t text = keyed_id(&b->refusals, str_of(id), &added);
  struct memo_key k = {text, NOTHING, NOTHING, NOTHING};
  uint32_t known = text == NOTHING ? NOTHING : memo_get(&b->program_of, k);
  if (known != NOTHING || text == NOTHING) return known;
  struct program p = {.early = true, .refusal = b->refusals.keys[text].p};
  if (!refusal_shape(b, p.refusal, &p.shape)) return NOTHING;
  known = program_keep(b, &p, NULL);
  return known != NOTHING && memo_put(&b->program_of, k, known) ? known : NOTHING;
}

uint32_t batch_refusal(struct imp_batch *b, const char *id) {
  enum { MOST = sizeof b->refused / sizeof *b->refused };
  uint32_t i = 0;
  while (i < MOST && b->refused[i].id && b->refused[i].id != id) i++;
  if (i < MOST && b->refused[i].id) return b->refused[i].program;
  uint32_t program = new_refusal(b, id);
  if (i < MOST && program != NOTHING) {
    b->refused[i].id = id;
    b->refused[i].program = program;
  }
  return program;
}

static uint32_t slow_program(struct imp_batch *b) {
  struct memo_key k = {NOTHING, NOTHING, NOTHING, NOTHING};
  uint32_t known = memo_get(&b->program_of, k);
  if (known != NOTHING) return known;
  struct program p = {.slow = true};
  known = program_keep(b, &p, NULL);
  return known != NOTHING && memo_put(&b->program_of, k, known) ? known : NOTHING;
}

bool program_speaks(const struct program *p, const struct given *g) {
  if (p->slow) return false;
  bool large = g->dollars >= p->least;
  for (uint32_t i = 0; p->least && i < g->cell_count; i++)
    large = large && (!g->cells[i] || g->cells[i] >= p->least);
  return p->refusal || large;
}

/* ---- the key ---------------------------------------------------------------------------------------------- */

static void add_quantities(const struct asking *a, struct line *l) {
  const struct given *g = a->given;
  struct units units = tariff_units(a->b, &a->b->tariffs[a->tariff]);
  struct rat amount;
  l->quantity_count = 0;
  for (uint32_t i = 0; i < (g->named ? units.count : 1u); i++) {
    if (g->quantity[i] < 0 || !rat_make(g->quantity[i], 1000, &amount)) continue;
    l->quantities[l->quantity_count++] =
        (struct line_quantity){amount, g->named ? units.name[i] : (struct str){0}};
  }
}

static void make_job(struct asking *a, struct arena *scratch, struct job *job) {
  struct imp_batch *b = a->b;
  struct refusal no = {0};
  memset(job, 0, sizeof *job);
  job->b = b;
  job->arena = scratch;
  job->mentions = index_mentions(b->index, a->class);
  job->given = *a->given;
  if (a->mask != NOTHING) {
    job->awake = index_awake(b->index, a->mask, scratch);
    if (!job->awake) job->mentions = NULL; /* memory is out: the caller looks at it */
  }
  struct line *l = &job->line;
  if (!reading_line(b, a->reading, scratch, l)) {
    job->mentions = NULL;
    return;
  }
  l->code = a->number;
  l->digits = b->codes[a->l->code].digits;
  l->origin = b->places[a->l->place];
  l->on = a->l->day;
  l->dollars = a->given->dollars;
  l->tariff = b->tariffs[a->tariff].line;
  add_quantities(a, l);
  if (!a->stated_parts || asking_state_parts(a, scratch, l))
    line_cut(scratch, b->law->law, l, &no);
  else
    job->mentions = NULL;
}

static bool find_entry(struct asking *a) {
  struct imp_batch *b = a->b;
  struct arena scratch = {0};
  struct job job;
  a->entry = NOTHING - 1;
  if (!b->readings[a->reading]->claims) return true;
  a->entry =
      memo_get(&b->entry_of, (struct memo_key){b->tariffs[a->tariff].special, a->stated, 0, 0});
  if (a->entry < NOTHING - 1) a->given->special = &b->entries[a->entry];
  if (a->entry != NOTHING) return true;
  make_job(a, &scratch, &job);
  a->entry = job.mentions ? batch_entry(b, &job, a->tariff, a->stated) : NOTHING;
  if (scratch.failed) a->entry = NOTHING;
  arena_free(&scratch);
  if (a->entry < NOTHING - 1) a->given->special = &b->entries[a->entry];
  return a->entry != NOTHING;
}

static bool has_entry(const struct asking *a) {
  return a->entry < NOTHING - 1;
}

/* What stands for the mask in keys: what matters to lines that claim as this one does. */
static uint32_t key_mask(const struct asking *a) {
  return a->l->set ? batch_claiming(a->b, a->stated, a->mask) : index_bare(a->b->index, a->mask);
}

static const struct base_info *base_at(const struct imp_batch *b, uint32_t id) {
  return (const void *)b->base_ids.keys[id].p;
}

static const struct base_info *find_base(struct asking *a, uint32_t mask) {
  struct imp_batch *b = a->b;
  struct memo_key k = {mask, a->signature, has_entry(a), a->pattern};
  uint32_t id = memo_get(&b->base_of, k);
  if (id != NOTHING) return base_at(b, id);
  struct arena scratch = {0};
  struct job job;
  struct base_info *info = arena_alloc(&scratch, sizeof *info);
  bool added;
  make_job(a, &scratch, &job);
  if (info && job.mentions && compile_base(&job, &info->quote, &info->sure) && !scratch.failed)
    id = keyed_id(&b->base_ids, (struct str){(const char *)info, sizeof *info}, &added);
  arena_free(&scratch);
  return id != NOTHING && memo_put(&b->base_of, k, id) ? base_at(b, id) : NULL;
}

static enum column_state base_state(const struct quote *q, const struct given *g) {
  switch (q->kind) {
  case QUOTE_GENERAL:
    return column_state(&g->tariff->general, g);
  case QUOTE_COLUMN_2:
    return column_state(&g->tariff->column2, g);
  case QUOTE_SPECIAL:
    return column_state(g->special, g);
  default:
    return COLUMN_FINE;
  }
}

/* Results of the tests alive, two bits each. False: an amount does not fit. */
static bool run_tests(const struct asking *a, const struct base_info *base, uint32_t tests,
                      uint32_t *results) {
  const struct imp_batch *b = a->b;
  const struct given *g = a->given;
  int64_t cents = 0;
  *results = 0;
  if (tests && base_state(&base->quote, g) == COLUMN_FINE && !quote_cents(&base->quote, g, &cents))
    return false;
  for (uint32_t t = 0; t < b->test_count; t++) {
    if (!(tests >> t & 1)) continue;
    const struct law_amount *limit = &b->tests[t].amount;
    unsigned r = 3;
    if (b->tests[t].subject == LAW_SUBJ_GENERAL)
      r = column_test(&g->tariff->general, g, limit);
    else if (b->tests[t].subject == LAW_SUBJ_BASE)
      r = cents_test(cents, g->dollars, limit);
    else /* the value is compared with money, whatever the limit's kind */
      r = cents_test(g->dollars * 100, 1, limit);
    *results |= (uint32_t)r << (2 * t);
  }
  return true;
}

static uint32_t compile(struct asking *a, const struct base_info *base, uint32_t tests,
                        struct memo_key k) {
  struct imp_batch *b = a->b;
  struct arena scratch = {0};
  struct job job;
  struct program p = {0};
  const struct pbill *bills = NULL;
  make_job(a, &scratch, &job);
  job.base = base->quote;
  job.tests = tests;
  bool fine = job.mentions && compile_program(&job, &p, &bills) && !scratch.failed;
  if (fine && !p.slow && p.refusal) fine = refusal_shape(b, p.refusal, &p.shape);
  uint32_t id = fine ? program_keep(b, &p, bills) : NOTHING;
  arena_free(&scratch);
  return id != NOTHING && memo_put(&b->program_of, k, id) ? id : NOTHING;
}

/* The mask as the loop has learned it, or worked out. */
static uint32_t mask_of(const struct asking *a) {
  const struct quick *q = &a->b->quick;
  size_t at = (size_t)a->class * PLACES_MAX + a->place_class;
  bool met = a->place_class < PLACES_MAX && at < q->pair_cap && q->pairs[at] != PAIR_NONE;
  uint32_t mask =
      met ? quick_mask(q, q->pairs[at] * q->segment_count + a->segment) : (uint32_t)MASK_NONE;
  return mask != MASK_NONE ? mask : index_mask(a->b->index, a->class, a->place_class, a->segment);
}

static bool find_key(struct asking *a) {
  struct imp_batch *b = a->b;
  if (a->mask == NOTHING) a->mask = mask_of(a);
  if (a->mask == UINT32_MAX) return false;
  a->signature = 0;
  a->entry = NOTHING - 1;
  if (!a->l->set) return true;
  a->stated = batch_stated(b, a->reading, a->place_class, a->segment);
  if (a->stated == NOTHING || !find_entry(a)) return false;
  a->signature = batch_signature(b, a->stated, a->mask);
  return a->signature != NOTHING;
}

/* Two bits for each test. */
static uint32_t test_bits(uint32_t tests) {
  uint32_t bits = 0;
  for (; tests; tests &= tests - 1) bits |= 3u << (2 * (uint32_t)__builtin_ctz(tests));
  return bits;
}

static uint32_t find_program(struct asking *a) {
  struct imp_batch *b = a->b;
  if (!find_key(a)) return NOTHING;
  uint32_t mask = key_mask(a);
  const struct base_info *base = mask == UINT32_MAX ? NULL : find_base(a, mask);
  if (!base) return NOTHING;
  const struct base_info known = *base;
  uint32_t tests = index_mask_tests(b->index, a->mask);
  a->sure = known.sure;
  a->base = known.quote;
  enum column_state general = column_state(&a->given->tariff->general, a->given),
                    state = base_state(&known.quote, a->given);
  if (general == COLUMN_SLOW || state == COLUMN_SLOW || (tests && !known.sure) ||
      !run_tests(a, &known, tests, &a->results))
    return slow_program(b);
  a->fine = general == COLUMN_FINE && state == COLUMN_FINE;
  a->bare = !a->signature && !has_entry(a) && a->fine && !a->stated_parts;
  struct memo_key k = {mask, a->signature, a->results & test_bits(index_mask_tests(b->index, mask)),
                       (uint32_t)has_entry(a) | (uint32_t)general << 1 |
                           (uint32_t)state << (1 + COLUMN_STATE_BITS) | a->pattern << 8};
  if (a->beside != NOTHING)
    k = (struct memo_key){a->beside, a->l->code, a->segment | a->place_class << 16,
                          NOTHING - 1 - a->signature};
  uint32_t id = memo_get(&b->program_of, k);
  return id != NOTHING ? id : compile(a, &known, tests, k);
}

/* ---- eight digits ------------------------------------------------------------------------------------------ */

static uint32_t find_of_many(struct asking *a, const struct variant *v) {
  struct imp_batch *b = a->b;
  uint32_t first = NOTHING;
  bool same = true, fits = true;
  const struct numbers *many = v->many;
  for (uint32_t i = 0; i < many->count; i++) {
    a->number = many->numbers[i];
    a->class = many->classes[i];
    a->mask = NOTHING;
    uint32_t id = find_program(a);
    if (id == NOTHING) return NOTHING;
    const struct program *p = b->programs[id];
    if (p->slow || a->given->dollars < p->least) return slow_program(b);
    if (!i) first = id;
    same = same && program_same(b->programs[first], a->given, p, a->given, &fits);
    if (!fits) return slow_program(b);
  }
  return same ? first : batch_refusal(b, "refuse.ten-digits");
}

/* ---- a line ------------------------------------------------------------------------------------------------- */

const char *batch_unreadable(const struct imp_batch *b, const struct asked_line *l) {
  if (b->codes[l->code].unreadable) return code_refusal(&b->codes[l->code]);
  if (l->place == IMP_NO_PLACE) return "refuse.origin";
  if (l->day == IMP_NO_DAY) return "refuse.date";
  if (l->dollars < 0 || l->dollars > LARGEST_VALUE) return "refuse.value";
  return NULL;
}

void batch_reach(const struct imp_batch *b, imp_day *from, imp_day *until) {
  const struct law *law = b->law->law;
  *from = DAY_FIRST;
  *until = DAY_NEVER;
  for (uint32_t j = 0; j < law->jurisdiction_count; j++) {
    const struct law_jurisdiction *x = &law->jurisdictions[j];
    if (x->place != law->home) continue;
    if (x->read_from > *from) *from = x->read_from;
    if (x->read_until < *until) *until = x->read_until;
    if (b->query.view.known < x->read_from) *until = *from;
  }
}

/* The law encoded here does not reach to the day of entry, or back to the known day. */
static bool beyond_law(const struct imp_batch *b, imp_day day) {
  return day < b->quick.first || day >= b->quick.until;
}

/* A set with a date after the entry: refused for it, unless something else is wrong with it as well. */
static bool too_late(const struct imp_batch *b, const struct asked_line *l) {
  return l->set && b->sets[l->set].latest > l->day;
}

/* Most lines state nothing: what that reads as is looked up once. */
static uint32_t reading_of(struct imp_batch *b, const struct asked_line *l) {
  if (l->set) return batch_reading(b, b->sets[l->set].shape, l->place);
  if (!b->bare_known) {
    b->bare_reading = batch_reading(b, 0, l->place);
    b->bare_known = b->bare_reading != NOTHING;
  }
  return b->bare_reading;
}

/* The hour of entry may decide: that is asked the plain way. */
static bool is_split(const struct imp_batch *b, imp_day day) {
  uint32_t splits = 0;
  if (b->law->law->split_count) law_splits_of(b->law->law, b->law->law->home, day, &splits);
  return splits > 0;
}

/* A program that needs no key, NOTHING when the line goes on; *failed: out of memory. */
static uint32_t settle_early(struct asking *a, bool *failed) {
  struct imp_batch *b = a->b;
  const struct asked_line *l = a->l;
  const char *no = batch_unreadable(b, l);
  uint32_t id = NOTHING;
  if (no) {
    id = batch_refusal(b, no);
  } else if ((a->reading = reading_of(b, l)) != NOTHING) {
    const struct reading *r = b->readings[a->reading];
    bool own = b->places[l->place] == b->law->law->home;
    bool late = too_late(b, l);
    const char *parts = l->set || l->part_count ? asking_parts(a) : NULL;
    if (b->all_slow || asking_crossed(a) || is_split(b, l->day) || l->quantity > LARGEST_QUANTITY ||
        l->second > LARGEST_QUANTITY || (late && r->refusal))
      id = slow_program(b);
    else if (late)
      id = batch_refusal(b, "refuse.fact");
    else if (r->refusal || parts || own)
      id = batch_refusal(b, r->refusal ? r->refusal : parts ? parts : "refuse.own-goods");
    else if (beyond_law(b, l->day))
      id = batch_refusal(b, "refuse.horizon");
    else
      return NOTHING;
  }
  *failed = id == NOTHING;
  return id;
}

static struct found find(struct imp_batch *b, const struct asked_line *l, uint32_t mask,
                         uint32_t beside, struct given *given) {
  struct found f = {.program = NOTHING, .mask = NOTHING, .variant = NOTHING, .stated = NOTHING};
  struct asking a = {.b = b, .l = l, .given = given, .mask = mask, .beside = beside};
  bool failed = false;
  *given = line_given(l);
  f.program = settle_early(&a, &failed);
  f.early = b->codes[l->code].unreadable || l->place == IMP_NO_PLACE;
  if (failed || f.program != NOTHING) return f;
  asking_cut(&a);
  a.pattern = asking_pattern(&a);
  f.parts = a.stated_parts != 0;
  if (a.pattern == NOTHING) return f;
  const struct variant *v = batch_variant(b, l->code, l->day);
  if (!v) return f;
  if (v->kind == CODE_REFUSED) {
    f.program = batch_refusal(b, v->refusal);
    f.early = true;
    f.variant = (uint32_t)(v - b->variants);
    return f;
  }
  a.place_class = b->place_class[l->place];
  a.segment = index_segment(b->index, l->day);
  a.tariff = v->tariff;
  a.number = variant_number(v);
  a.class = v->class;
  given->tariff = &b->tariffs[v->tariff];
  if (v->kind == CODE_MANY) {
    f.program = find_of_many(&a, v);
    return f;
  }
  f.program = find_program(&a);
  f.mask = a.mask;
  f.variant = (uint32_t)(v - b->variants);
  f.results = a.results;
  f.bare = a.bare;
  f.fine = a.fine;
  f.sure = a.sure;
  f.base = a.base;
  f.entry = has_entry(&a);
  f.stated = l->set && b->readings[a.reading]->claims ? a.stated : NOTHING;
  return f;
}

struct found batch_find(struct imp_batch *b, const struct asked_line *l, uint32_t mask,
                        struct given *given) {
  return find(b, l, mask, NOTHING, given);
}

struct found batch_find_own(struct imp_batch *b, const struct asked_line *l, uint32_t program,
                            struct given *given) {
  return find(b, l, NOTHING, program, given);
}
