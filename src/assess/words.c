// SPDX-License-Identifier: Apache-2.0
// The words of a line: what imp_duty says beside the amounts, asked once for all lines that cannot differ in it.
//
// The key is the line's program, what is to be borne in mind of it (doubts.c), and, only where words name them, the
// number (renumberings) and a claim that changes nothing. A refusal before the key is known is told by what is wrong (words_early.c). Words
// that hang on amounts are not kept: such lines are said to be plain. Texts are kept once (words_keep.c).
#include <string.h>

#include "assess/words.h"

/* ---- programs ------------------------------------------------------------------------------------------ */

static uint32_t row_like(const struct option *o, const struct prow *r, uint64_t taken) {
  for (uint32_t i = 0; i < o->count; i++)
    if (!(taken >> i & 1) && quote_same(&o->rows[i]->amount, &r->amount) &&
        quote_same(&o->rows[i]->less, &r->less))
      return i;
  return NOTHING;
}

/* The bill on basis legal is mostly the same rows with some left out. False: it has rows of its own. */
static bool legal_rows(const struct option *o, uint64_t *rows) {
  *rows = 0;
  for (uint32_t i = 0; i < o->legal_count; i++) {
    uint32_t at = row_like(o, o->legal[i], *rows);
    if (at == NOTHING) return false;
    *rows |= (uint64_t)1 << at;
  }
  return true;
}

static void read_option(const struct option *o, struct said_kind *s) {
  s->state = o->legal_plain || o->prohibited ? SAID_PLAIN : SAID_ANSWERED;
  s->all_legal = !o->has_legal;
  s->own_legal = o->has_legal && !legal_rows(o, &s->legal);
  for (uint32_t i = 0; i < o->count; i++)
    if (o->words[i].is_void) s->is_void |= (uint64_t)1 << i;
}

/* Amounts stand in these: too large, parts above the value, and what each suffix would pay. */
static bool says_amounts(const char *id) {
  return !strcmp(id, "refuse.too-large") || !strcmp(id, "refuse.parts") ||
         !strcmp(id, "refuse.ten-digits");
}

/* A range whose ends can all be worked out. */
static bool is_range(const struct pbill *p) {
  for (uint32_t i = 0; i < p->option_count; i++)
    if (p->options[i].refusal || p->options[i].prohibited || p->options[i].legal_plain)
      return false;
  return p->cell_count > 0;
}

static void read_program(const struct program *p, struct said_kind *s) {
  *s = (struct said_kind){.state = SAID_PLAIN};
  if (p->slow) return;
  if (p->refusal)
    s->state = says_amounts(p->refusal) ? SAID_PLAIN : p->early ? SAID_EARLY : SAID_REFUSED;
  else if (p->bill_count == 1 && p->bills[0].option_count == 1 && p->bills[0].sure)
    read_option(&p->bills[0].options[0], s);
  else if (p->bill_count == 1 && is_range(&p->bills[0]))
    s->state = SAID_RANGE;
}

static bool same_kind(const struct said_kind *x, const struct said_kind *y) {
  return x->state == y->state && x->all_legal == y->all_legal && x->own_legal == y->own_legal &&
         x->is_void == y->is_void && x->legal == y->legal;
}

/* The number of the program's kind. NOTHING: out of memory. */
static uint32_t kind_id(struct imp_batch *b, const struct program *p) {
  struct said_kind kind;
  size_t i = 0;
  read_program(p, &kind);
  while (i < b->said_kind_count && !same_kind(&b->said_kinds[i], &kind)) i++;
  if (i < b->said_kind_count) return (uint32_t)i;
  if (!mem_grow((void **)&b->said_kinds, &b->said_kind_cap, i + 1, sizeof *b->said_kinds))
    return NOTHING;
  b->said_kinds[b->said_kind_count++] = kind;
  return (uint32_t)i;
}

static struct memo_key side_key(uint32_t program, uint32_t side) {
  return (struct memo_key){program, 0, 0, side | 1u << 29};
}

static uint32_t words_at(const struct imp_batch *b, uint32_t program, uint32_t side) {
  const struct said_program *s = &b->said[program];
  if (s->side == side && s->words != NO_WORDS) return s->words;
  return memo_get(&b->words_of, side_key(program, side));
}

/* Numbers beyond what is held here are looked for each time, and all without memory. */
static void keep_words(struct imp_batch *b, uint32_t program, uint32_t side, uint32_t words) {
  struct said_program *s = &b->said[program];
  if (words >= NO_WORDS) return;
  if (s->words != NO_WORDS) {
    memo_put(&b->words_of, side_key(program, side), words);
    return;
  }
  s->words = (uint16_t)words;
  s->side = (uint8_t)side;
}
static_assert(SIDES <= UINT8_MAX, "a side is a byte");

/* NULL: out of memory. */
static const struct said_kind *said_kind(struct imp_batch *b, uint32_t id) {
  if (id >= b->said_count && !mem_grow((void **)&b->said, &b->said_cap, id + 1u, sizeof *b->said))
    return NULL;
  for (; b->said_count <= id; b->said_count++) {
    uint32_t kind = kind_id(b, b->programs[b->said_count]);
    if (kind == NOTHING) return NULL;
    b->said[b->said_count] = (struct said_program){.kind = kind, .words = NO_WORDS};
  }
  return &b->said_kinds[b->said[id].kind];
}

/* ---- keys ------------------------------------------------------------------------------------------------ */

/* A claim is idle when the line without it gets the same bills: that hangs on amounts, so it is looked at for
 * every line. Two claims, or one that is stated as a fact too, are left to imp_duty. */
static bool lone_claim(const struct imp_batch *b, const struct fact_set *s) {
  if (s->claim_count != 1) return false;
  for (uint32_t i = 0; i < s->fact_count; i++) {
    uint32_t f = law_find_fact(b->law->law, str_trim(str_of(s->facts[i].name)));
    if (f == LAW_NONE || b->law->law->facts[f].type == LAW_FACT_CLAIM) return false;
  }
  return true;
}

static uint32_t without_claim(struct imp_batch *b, uint32_t set) {
  if (b->sets[set].without) return b->sets[set].without - 1;
  struct fact_set s = b->sets[set];
  uint32_t id = lone_claim(b, &s) ? imp_batch_facts(b, s.facts, s.fact_count, NULL, 0) : NOTHING;
  b->sets[set].without = id + 1; /* NOTHING becomes 0: asked again */
  return id;
}

/* False: only imp_duty can say. */
static bool claim_idle(struct imp_batch *b, const struct asked_line *l, bool *idle) {
  struct given with, without;
  struct asked_line other = *l;
  bool fits = true;
  other.set = without_claim(b, l->set);
  if (other.set == NOTHING || b->codes[l->code].digits != 10) return false;
  /* what claims nothing has no special column: nothing that the second search could move */
  struct found g = batch_find(b, &other, NOTHING, &without), f = batch_find(b, l, NOTHING, &with);
  if (f.program == NOTHING || g.program == NOTHING || without.special) return false;
  const struct program *x = b->programs[f.program], *y = b->programs[g.program];
  if (!program_speaks(x, &with) || !program_speaks(y, &without)) return false;
  without.tariff = with.tariff;
  *idle = !x->refusal && !y->refusal && program_same(x, &with, y, &without, &fits);
  return fits;
}

/* The key of words that hang on more than the program. False: only imp_duty can say. */
static bool own_key(struct imp_batch *b, const struct asked_line *l, uint32_t program,
                    struct memo_key *k) {
  bool claims = l->set && b->sets[l->set].claiming, idle = false;
  bool renumbered = b->codes[l->code].renumbered;
  if (claims && !claim_idle(b, l, &idle)) return false;
  *k = (struct memo_key){program, renumbered ? l->code + 1 : 0,
                         renumbered && b->codes[l->code].digits == 8 ? (uint32_t)l->day : 0,
                         l->side | (idle ? (b->sets[l->set].shape + 1u) << SIDE_BITS : 0)};
  return true;
}

static bool names_the_code(const char *id) {
  return strcmp(id, "refuse.too-open") != 0 && strcmp(id, "refuse.horizon") != 0 &&
         strcmp(id, "refuse.circle") != 0;
}

/* Law that is not encoded names no code, but the headings that can be claimed: those that reach what lies in the
 * sets of the line's number and place that day. */
static bool class_key(struct imp_batch *b, const struct asked_line *l, uint32_t program,
                      struct memo_key *k) {
  const struct variant *v = batch_variant(b, l->code, l->day);
  uint32_t place = b->place_class[l->place], segment = index_segment(b->index, l->day);
  if (!v || v->kind != CODE_ONE || place == NOTHING || segment >= SEGMENT_SPLIT) return false;
  *k = (struct memo_key){program, v->class, place + 1,
                         l->side | segment << SIDE_BITS | 1u << 31 | 1u << 29};
  return true;
}

/* Refused by the law of its key; some of these name the code, its rate or its unit. */
static struct memo_key refused_key(struct imp_batch *b, const struct asked_line *l,
                                   uint32_t program, bool *own) {
  const char *id = b->programs[program]->refusal;
  bool claims = !strcmp(id, "refuse.not-encoded");
  struct memo_key k;
  *own = names_the_code(id);
  if (claims && class_key(b, l, program, &k)) return k;
  return (struct memo_key){program, l->code + 1, claims ? l->place + 1 : 0, l->side | 1u << 31};
}

/* ---- asking ------------------------------------------------------------------------------------------------ */

static bool own_legal(struct imp_batch *b, const struct asked_line *l, int64_t *legal) {
  struct given given;
  struct found f = batch_find(b, l, NOTHING, &given);
  return f.program != NOTHING &&
         legal_total(&b->programs[f.program]->bills[0].options[0], &given, legal);
}

static inline int64_t sum_of(uint64_t rows, const int64_t *amounts) {
  int64_t sum = 0;
  for (; rows; rows &= rows - 1) sum += amounts[__builtin_ctzll(rows)];
  return sum;
}

/* Sums over the rows of the line. False: only imp_duty can say. */
static bool sums(struct imp_batch *b, const struct said_kind *s, const struct asked_line *l,
                 const struct imp_results *r, uint32_t i, struct imp_batch_said *out) {
  const int64_t *amounts = r->amounts + r->first[i];
  out->needs = NULL;
  out->void_low = out->void_part = sum_of(s->is_void, amounts);
  if (s->own_legal) return own_legal(b, l, &out->legal);
  out->legal = s->all_legal ? r->low[i] : sum_of(s->legal, amounts);
  return true;
}

/* Its set of facts; lines are mostly asked for in order. */
static uint32_t set_of(struct imp_batch *b, const struct imp_columns *c, uint32_t i) {
  uint32_t at = b->say_at;
  if (at > c->fact_count || (at && c->fact_line[at - 1] >= i)) at = 0;
  while (at < c->fact_count && c->fact_line[at] < i) at++;
  b->say_at = at;
  return at < c->fact_count && c->fact_line[at] == i ? c->fact_set[at] : IMP_NO_FACTS;
}

struct asked_line words_line(struct imp_batch *b, const struct imp_columns *c, uint32_t i) {
  struct asked_line l = {.code = c->code[i],
                         .place = c->place[i],
                         .set = set_of(b, c, i),
                         .day = c->day[i],
                         .dollars = c->value[i],
                         .columns = c};
  line_quantities(c, i, &l);
  l.side = words_side(b, &l);
  return l;
}

enum place_of { AT_PLAIN, AT_PROGRAM, AT_KEY, AT_TEXT };

struct place { /* where the words of a line are kept */
  enum place_of at;
  uint32_t program, option; /* the option whose rows are shown */
  bool range;
  struct memo_key key; /* AT_KEY, and of ranges */
};

/* Words of an answered line or a range: of its program, or of the line's own number and claim. */
static void place_answered(struct imp_batch *b, const struct asked_line *l, struct place *p) {
  bool own = (l->set && b->sets[l->set].claiming) || b->codes[l->code].renumbered;
  p->at = AT_PROGRAM;
  p->key = (struct memo_key){p->program, 0, 0, l->side};
  if (own) p->at = own_key(b, l, p->program, &p->key) ? AT_KEY : AT_PLAIN;
  if (p->range) p->key.d |= 1u << 30;
  p->key.b = p->key.b << 6 | p->option; /* of at most 64 */
}

/* Amounts beside the rows, and where the words are kept. */
static struct place find_place(struct imp_batch *b, const struct asked_line *l,
                               const struct said_kind *s, const struct imp_results *r, uint32_t i,
                               uint32_t program, struct imp_batch_said *out) {
  struct place p = {.at = AT_PLAIN, .program = program, .range = s->state == SAID_RANGE};
  bool named;
  switch (s->state) {
  case SAID_ANSWERED:
    if (sums(b, s, l, r, i, out)) place_answered(b, l, &p);
    break;
  case SAID_RANGE:
    if (range_say(b, l, &p.program, &p.option, out)) place_answered(b, l, &p);
    break;
  case SAID_REFUSED:
    p.key = refused_key(b, l, program, &named);
    p.at = named ? AT_KEY : AT_PROGRAM;
    break;
  case SAID_EARLY:
    p.at = early_key(l, program, b->programs[program]->refusal, &p.key) ? AT_KEY : AT_TEXT;
    break;
  case SAID_PLAIN:
    break;
  }
  return p;
}

/* The words of a range's program by the option that is shown. */
static uint32_t range_words(struct imp_batch *b, const struct place *p,
                            const struct asked_line *l) {
  uint32_t words = memo_get(&b->words_of, p->key);
  if (words != NOTHING) return words;
  words = program_words(b, p->program, p->option, l);
  return words != NOTHING && memo_put(&b->words_of, p->key, words) ? words : NOTHING;
}

static struct place look(struct imp_batch *b, const struct imp_columns *columns,
                         const struct imp_results *results, uint32_t i,
                         struct imp_batch_said *out) {
  struct place p = {.at = AT_PLAIN};
  *out = (struct imp_batch_said){.words = IMP_WORDS_PLAIN};
  uint32_t program = i < b->ran_count && !columns->part_count ? b->ran[i] : NOTHING;
  const struct said_kind *s = program == NOTHING ? NULL : said_kind(b, program);
  if (!s || s->state == SAID_PLAIN) return p;
  struct asked_line l = words_line(b, columns, i);
  if (l.side == NOTHING) return p;
  p = find_place(b, &l, s, results, i, program, out);
  if (p.at == AT_PLAIN) return p;
  out->words = NOTHING;
  if (p.at == AT_KEY) out->words = memo_get(&b->words_of, p.key);
  if (out->words == NOTHING && s->state == SAID_EARLY && b->words_ids.count >= WORDS_MOST) {
    out->words = IMP_WORDS_PLAIN; /* texts that are no codes have no end */
    p.at = AT_PLAIN;
  }
  if (p.at == AT_PROGRAM && p.range) out->words = range_words(b, &p, &l);
  if (p.at == AT_PROGRAM && !p.range) {
    out->words = words_at(b, program, l.side);
    if (out->words == NOTHING) {
      out->words = program_words(b, program, 0, &l);
      keep_words(b, program, l.side, out->words);
    }
  }
  if (out->words == NOTHING) out->words = IMP_WORDS_UNKNOWN;
  return p;
}

static uint32_t side_quickly(struct imp_batch *b, const struct imp_columns *c, uint32_t i) {
  if (c->day[i] < b->doubtful_day) return words_day_side(b, c->day[i]);
  return words_side(b, &(struct asked_line){.code = c->code[i],
                                            .place = c->place[i],
                                            .day = c->day[i],
                                            .dollars = c->value[i]});
}

/* A program that has one answer for everything but the amounts, and its words when they are known; NULL: look further. */
static inline const struct said_kind *
say_quickly(struct imp_batch *b, const struct imp_columns *columns, uint32_t i, uint32_t *words) {
  enum { AHEAD = 8 };
  if (i + AHEAD < b->ran_count && b->ran[i + AHEAD] < b->said_count)
    __builtin_prefetch(&b->said[b->ran[i + AHEAD]]);
  uint32_t program = i < b->ran_count && !columns->part_count ? b->ran[i] : NOTHING;
  if (program >= b->said_count || b->ran_renumbered[i]) return NULL;
  const struct said_kind *s = &b->said_kinds[b->said[program].kind];
  if (s->state != SAID_ANSWERED || s->own_legal) return NULL;
  uint32_t set = set_of(b, columns, i);
  if (set && b->sets[set].claiming) return NULL;
  uint32_t side = side_quickly(b, columns, i);
  *words = side == NOTHING ? NOTHING : words_at(b, program, side);
  return *words == NOTHING ? NULL : s;
}

struct imp_batch_said imp_batch_say(struct imp_batch *b, const struct imp_columns *columns,
                                    const struct imp_results *results, uint32_t i) {
  struct imp_batch_said out;
  uint32_t words;
  const struct said_kind *s = say_quickly(b, columns, i, &words);
  if (s) { /* numbers stay in registers */
    const int64_t *amounts = results->amounts + results->first[i];
    int64_t is_void = sum_of(s->is_void, amounts),
            legal = s->all_legal ? results->low[i] : sum_of(s->legal, amounts);
    return (struct imp_batch_said){words, is_void, is_void, legal, NULL};
  }
  look(b, columns, results, i, &out);
  return out;
}

static enum imp_status ask_words(struct imp_batch *b, const struct imp_results *r, uint32_t i,
                                 const struct imp_line *line, struct imp_batch_said *said,
                                 struct imp_error *err) {
  struct imp_assessment *as = NULL;
  enum imp_status status = imp_duty(b->law, &b->asked, line, &as, err);
  if (status != IMP_OK) return status;
  const struct imp_answer *a = imp_assessment_answer(as);
  said->words = IMP_WORDS_PLAIN;
  if (same_answer(b, r, i, said, a)) {
    said->words = words_id(b, a);
    if (said->words == NOTHING) status = error_no_memory(err);
  }
  imp_assessment_free(as);
  return status;
}

enum imp_status imp_batch_learn(struct imp_batch *b, const struct imp_columns *columns,
                                const struct imp_results *results, uint32_t i,
                                const struct imp_line *line, struct imp_batch_said *out,
                                struct imp_error *err) {
  bool fine = true;
  struct place p = look(b, columns, results, i, out);
  if (out->words != IMP_WORDS_UNKNOWN) return IMP_OK;
  uint32_t *slot = NULL;
  struct asked_line l = words_line(b, columns, i);
  if (p.at == AT_TEXT) {
    slot = early_slot(b, &l, b->programs[p.program]->refusal, line, &fine);
    if (!fine) return error_no_memory(err);
    out->words = slot ? *slot : IMP_WORDS_PLAIN;
    if (!slot || *slot != NOTHING) return IMP_OK;
  }
  enum imp_status status = ask_words(b, results, i, line, out, err);
  if (status != IMP_OK) return status;
  if (p.at == AT_PROGRAM && !p.range)
    keep_words(b, p.program, l.side, out->words);
  else if (p.at == AT_TEXT)
    *slot = out->words;
  else if (!memo_put(&b->words_of, p.key, out->words))
    return error_no_memory(err);
  return IMP_OK;
}
