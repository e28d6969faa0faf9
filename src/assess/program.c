// SPDX-License-Identifier: Apache-2.0
// From a line to its program: refusals in the plain evaluator's order, then the key, then the memo.
#include <string.h>

#include "assess/batch_own.h"

static const int64_t LARGEST_VALUE = 10000000000000;
static const int64_t LARGEST_QUANTITY = 1000000000000000;

struct asking {
  struct imp_batch *b;
  const struct asked_line *l;
  uint64_t number;
  uint32_t class, place_class, segment, tariff, reading, stated, mask, signature, entry, results;
  uint32_t
      beside; /* a program of many codes, when one for this code alone is wanted; else NOTHING */
  bool bare, fine, sure;
  struct quote base;
  struct given *given;
  uint32_t stated_parts, pattern; /* bits by part; number of the pattern */
  int64_t parts[PARTS_MAX];
};

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
  known = program_keep(b, &p);
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
  known = program_keep(b, &p);
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

/* ---- parts of the value ------------------------------------------------------------------------------------ */

static void take_part(struct asking *a, uint32_t part, int64_t dollars) {
  a->stated_parts |= 1u << part;
  a->parts[part] = dollars;
}

/* What the line states of its value, in a set of facts or in columns. A refusal's id, or NULL. */
static const char *take_parts(struct asking *a) {
  const struct asked_line *l = a->l;
  const struct fact_set *set = l->set ? &a->b->sets[l->set] : NULL;
  int64_t sum = 0;
  bool fine = true;
  a->stated_parts = 0;
  for (uint32_t i = 0; set && i < set->part_count; i++)
    take_part(a, set->parts[i].part, batch_part_dollars(&set->parts[i], l->dollars));
  for (uint32_t i = l->part; i < l->part + l->part_count; i++) {
    uint32_t part = l->columns->part[i];
    int64_t dollars = l->columns->part_value[i];
    fine = fine && part < a->b->part_count && dollars >= 0;
    if (fine) take_part(a, part, dollars);
  }
  if (!fine) return "refuse.fact";
  for (uint32_t i = 0; i < a->b->part_count; i++) {
    if (!(a->stated_parts >> i & 1)) continue;
    if (a->parts[i] > l->dollars - sum) return "refuse.parts";
    sum += a->parts[i];
  }
  return NULL;
}

/* Two stated parts may lie in one another: the book says what that gives. */
static bool crossing(const struct asking *a) {
  const struct law *law = a->b->law->law;
  for (uint32_t i = 0; (a->l->set || a->stated_parts) && i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    uint32_t ends = 0;
    if (f->type != LAW_FACT_PART || !f->word_count) continue;
    if (a->b->readings[a->reading]->line.facts[i].stated) return true;
    for (uint32_t k = 0; k < a->b->part_count; k++)
      ends += (f->both[0] == a->b->parts[k] || f->both[1] == a->b->parts[k]) &&
              a->stated_parts >> k & 1 && a->parts[k] > 0;
    if (ends == 2) return true;
  }
  return false;
}

/* The cells of the value as the book cuts them: stated parts that are something, then the rest. */
static void cut_given(struct asking *a) {
  struct given *g = a->given;
  int64_t rest = a->l->dollars;
  g->cell_count = 0;
  if (!a->stated_parts) return;
  for (uint32_t i = 0; i < a->b->part_count; i++) {
    if (!(a->stated_parts >> i & 1) || !a->parts[i]) continue;
    g->cells[g->cell_count++] = a->parts[i];
    rest -= a->parts[i];
  }
  g->cells[g->cell_count++] = rest;
}

static bool state_parts(struct asking *a, struct arena *scratch, struct line *l) {
  const struct law *law = a->b->law->law;
  l->facts = arena_copy(scratch, l->facts, (law->fact_count + 1u) * sizeof *l->facts);
  for (uint32_t i = 0; l->facts && i < a->b->part_count; i++)
    if (a->stated_parts >> i & 1)
      l->facts[a->b->parts[i]] =
          (struct fact_value){.stated = true, .amount = rat_int(a->parts[i])};
  return l->facts != NULL;
}

static unsigned order_part(const struct asking *a, const struct index_part_test *t) {
  i128 amount = 0, limit = t->amount.value.num;
  for (uint32_t i = 0; i < a->b->part_count; i++)
    if (a->b->parts[i] == t->fact && a->stated_parts >> i & 1) amount = a->parts[i];
  if (t->amount.kind == LAW_AMOUNT_SHARE) limit *= a->l->dollars;
  amount *= t->amount.value.den;
  return amount < limit ? 0 : amount == limit ? 1 : 2;
}

/* What the law can ask of parts: which are stated, which are something, which side of each threshold they lie on. A
 * number for it, 0 when none is stated; NOTHING: out of memory. A few dollars cannot be cut as more of them can, so
 * each such sum has a number of its own. */
static uint32_t pattern_of(struct asking *a) {
  struct imp_batch *b = a->b;
  char text[PARTS_MAX + 1 + PART_TESTS_MAX], few;
  uint32_t n = 0, count;
  bool added;
  const struct index_part_test *tests = index_part_tests(b->index, &count);
  const struct given *g = a->given;
  int64_t rest = a->stated_parts ? g->cells[g->cell_count - 1] : a->l->dollars;
  few = (char)(rest < WHOLE_LEAST ? '0' + (int)rest : 'r');
  if (!a->stated_parts)
    return few == 'r' ? 0 : keyed_id(&b->patterns, (struct str){&few, 1}, &added);
  for (uint32_t i = 0; i < b->part_count; i++)
    text[n++] = a->stated_parts >> i & 1 ? (a->parts[i] ? 'n' : 'z') : 'u';
  text[n++] = few;
  for (uint32_t t = 0; t < count; t++) text[n++] = (char)('0' + order_part(a, &tests[t]));
  return keyed_id(&b->patterns, (struct str){text, n}, &added);
}

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
  *l = b->readings[a->reading]->line;
  l->code = a->number;
  l->digits = b->codes[a->l->code].digits;
  l->origin = b->places[a->l->place];
  l->on = a->l->day;
  l->dollars = a->given->dollars;
  l->tariff = b->tariffs[a->tariff].line;
  add_quantities(a, l);
  if (!a->stated_parts || state_parts(a, scratch, l))
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
  a->entry = memo_get(&b->entry_of, (struct memo_key){a->tariff, a->stated, 0, 0});
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

/* What stands for the mask in keys: of a line that states nothing, what matters to such lines. */
static uint32_t key_mask(const struct asking *a) {
  return a->l->set || a->stated_parts ? a->mask : index_bare(a->b->index, a->mask);
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
  make_job(a, &scratch, &job);
  job.base = base->quote;
  job.tests = tests;
  bool fine = job.mentions && compile_program(&job, &p) && !scratch.failed;
  if (fine && !p.slow && p.refusal) fine = refusal_shape(b, p.refusal, &p.shape);
  uint32_t id = fine ? program_keep(b, &p) : NOTHING;
  arena_free(&scratch);
  return id != NOTHING && memo_put(&b->program_of, k, id) ? id : NOTHING;
}

/* The mask as the loop has learned it, or worked out. */
static uint32_t mask_of(const struct asking *a) {
  const struct quick *q = &a->b->quick;
  size_t at = (size_t)a->class * PLACES_MAX + a->place_class;
  bool met = a->place_class < PLACES_MAX && at < q->pair_cap && q->pairs[at] != PAIR_NONE;
  uint32_t mask = met ? q->masks[q->pairs[at] * q->segment_count + a->segment] : MASK_NONE;
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

static bool same_rows(const struct option *x, const struct given *gx, const struct option *y,
                      const struct given *gy) {
  int64_t a[IMP_BATCH_ROWS], b[IMP_BATCH_ROWS], total, part;
  if (x == y && gx == gy) return true;
  if (x->count != y->count) return false;
  if (!option_run(x, gx, a, &total, &part) || !option_run(y, gy, b, &total, &part)) return false;
  for (uint32_t i = 0; i < x->count; i++)
    if (x->rows[i].measure != y->rows[i].measure || x->rows[i].heading != y->rows[i].heading ||
        a[i] != b[i])
      return false;
  return true;
}

static const struct option *refused_option(const struct pbill *p) {
  for (uint32_t i = 0; i < p->option_count; i++)
    if (p->options[i].refusal) return &p->options[i];
  return NULL;
}

/* As bills_equal compares. */
static bool same_bill(const struct pbill *x, const struct given *gx, const struct pbill *y,
                      const struct given *gy, bool *fits) {
  struct run_bill a, b;
  const struct option *no_x = refused_option(x), *no_y = refused_option(y);
  if (no_x || no_y)
    return no_x && no_y && no_x->refusal == no_y->refusal && no_x->refusing == no_y->refusing;
  if (!bill_run(x, gx, &a) || !bill_run(y, gy, &b)) {
    *fits = false;
    return false;
  }
  return a.low == b.low && a.high == b.high &&
         x->options[a.low_option].prohibited == y->options[b.low_option].prohibited &&
         same_rows(&x->options[a.low_option], gx, &y->options[b.low_option], gy) &&
         same_rows(&x->options[a.high_option], gx, &y->options[b.high_option], gy);
}

bool program_same(const struct program *x, const struct given *gx, const struct program *y,
                  const struct given *gy, bool *fits) {
  if (x == y && gx == gy) return true;
  if (x->bill_count != y->bill_count) return false;
  for (uint32_t i = 0; i < x->bill_count && *fits; i++)
    if (!same_bill(&x->bills[i], gx, &y->bills[i], gy, fits)) return false;
  return true;
}

static uint32_t find_of_many(struct asking *a, const struct variant *v) {
  struct imp_batch *b = a->b;
  uint32_t first = NOTHING;
  bool same = true, fits = true;
  const uint64_t *numbers = v->numbers;
  const uint32_t *classes = v->classes;
  for (uint32_t i = 0, n = v->number_count; i < n; i++) {
    a->number = numbers[i];
    a->class = classes[i];
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
  if (b->codes[l->code].refusal) return b->codes[l->code].refusal;
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
    const char *parts = l->set || l->part_count ? take_parts(a) : NULL;
    if (b->all_slow || crossing(a) || is_split(b, l->day) || l->quantity > LARGEST_QUANTITY ||
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
  f.early = b->codes[l->code].refusal || l->place == IMP_NO_PLACE;
  if (failed || f.program != NOTHING) return f;
  cut_given(&a);
  a.pattern = pattern_of(&a);
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
  a.number = v->number;
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
