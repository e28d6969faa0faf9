// SPDX-License-Identifier: Apache-2.0
// One line of text as imp_duty takes it, answered from a program: what a table of lines shows of an answer.
//
// A program holds rows without amounts; put beside a line's amounts they are the rows that imp_duty charges. Words are
// those of words.c; of lines with several outcomes or with open facts they are put together here, outcome by outcome.
// Whatever is not known that way is asked of imp_duty, so the answer is always the same in what it has.
#include <string.h>

#include "assess/answers.h"
#include "book/answer.h"

enum { OPTIONS_MOST = 64 };

/* ---- what is the same for every outcome -------------------------------------------------------------------- */

struct making {
  struct imp_batch *b;
  const struct one *o;
  struct arena *arena;
  struct imp_answer *out;
  struct given given;
  bool plain; /* only imp_duty can say */
};

/* Always false: the line is left to imp_duty, and memory is not out. */
static bool leave(struct making *m) {
  m->plain = true;
  return false;
}

/* The number assessed: of an old number the one that took its place. */
static bool put_code(struct making *m, bool early) {
  struct imp_batch *b = m->b;
  const struct code_text *c = &b->codes[m->o->code];
  uint64_t number = code_number(c);
  m->out->code = "";
  if (!c->digits) return true;
  if (!early && !c->unreadable) {
    const struct variant *v = batch_variant(b, m->o->code, m->o->day);
    if (!v) return false;
    if (v->kind != CODE_REFUSED) number = variant_number(v);
  }
  m->out->code = line_code_text(m->arena, number, c->digits);
  return m->out->code != NULL;
}

/* "1234.50" is taken as whole dollars, and that is said. */
static bool put_value(struct making *m, const char *text) {
  struct str s = str_trim(str_of(text));
  size_t at = 0;
  m->out->value = m->o->value * 100;
  while (at < s.n && s.p[at] != '.') at++;
  while (at < s.n && (s.p[at] == '.' || s.p[at] == '0')) at++;
  if (at == s.n) return true;
  m->out->value_note = text_in(m->arena, LINE_VALUE_NOTE, (int)s.n, s.p, (long long)m->o->value);
  return m->out->value_note != NULL;
}

/* The last days asked for, each kept until another takes its place. */
static const char *day_text(struct imp_batch *b, imp_day day) {
  struct day_text *t = &b->day_texts[(uint32_t)day % DAY_TEXTS];
  struct buf text = {0};
  if (t->text && t->day == day) return t->text;
  day_print(day, &text);
  *t = (struct day_text){day, text.failed ? NULL : batch_text(b, buf_str(&text))};
  buf_free(&text);
  return t->text;
}

/* The known day, which is the same for all lines. */
static const char *known_text(struct imp_batch *b) {
  if (!b->known_text)
    b->known_text = bill_moment(&b->arena, b->query.view.known, b->query.view.known_minute);
  return b->known_text;
}

static bool describe(struct making *m, const struct imp_line *line, bool early) {
  struct imp_batch *b = m->b;
  struct imp_answer *a = m->out;
  uint16_t iso = b->places[m->o->place];
  const struct names_place *p = iso ? names_place(b->law->names, iso) : NULL;
  a->from = p ? batch_text(b, p->iso2_text) : "";
  a->place_name = p ? batch_text(b, p->name) : "";
  a->on = day_text(b, m->o->day);
  a->known = known_text(b);
  a->basis = b->asked.basis;
  return a->from && a->place_name && a->on && a->known && put_code(m, early) &&
         put_value(m, line->value);
}

/* ---- bills -------------------------------------------------------------------------------------------------- */

static const char *column_text(const struct making *m, const struct quote *q) {
  struct str s = {0};
  if (q->kind == QUOTE_SPECIAL) return m->given.special ? m->given.special->text : NULL;
  if (!m->given.tariff) return NULL;
  s = q->kind == QUOTE_GENERAL ? m->given.tariff->line->general : m->given.tariff->line->column2;
  return batch_text(m->b, s);
}

static bool put_rows(struct making *m, const struct option *o, const int64_t *amounts,
                     struct imp_bill *bill) {
  struct imp_row *rows = arena_array(m->arena, o->count + 1u, sizeof *rows);
  if (!rows) return false;
  for (uint32_t i = 0; i < o->count; i++) {
    rows[i] = m->b->shown[o->rows[i]->shown];
    rows[i].is_void = o->words[i].is_void;
    rows[i].amount = amounts[i];
    rows[i].rate = o->words[i].rate ? o->words[i].rate : column_text(m, &o->rows[i]->amount);
    if (!rows[i].rate) rows[i].rate = "";
  }
  bill->rows = rows;
  bill->row_count = o->count;
  return true;
}

static bool put_needs(struct making *m, const struct pbill *p, const int64_t *totals,
                      struct imp_bill *bill) {
  const char **needs = arena_array(m->arena, p->need_count + 1u, sizeof *needs);
  struct buf text = {0};
  uint32_t step = 1;
  const struct given *g = &m->given;
  int64_t rest = g->cell_count ? g->cells[g->cell_count - 1] : g->dollars;
  bool fine = needs != NULL;
  for (uint32_t n = 0; fine && n < p->need_count; n++) {
    buf_clear(&text);
    fine = range_need(p, n, &step, totals, rest, &text) && !text.failed;
    if (!fine || !text.n) continue;
    needs[bill->needs_count] = str_dup(m->arena, buf_str(&text));
    fine = needs[bill->needs_count++] != NULL;
  }
  buf_free(&text);
  bill->needs = needs;
  return fine;
}

/* The ends on basis legal, over all completions. */
static bool put_legal(struct making *m, const struct pbill *p, const int64_t *totals,
                      struct imp_bill *bill) {
  for (uint32_t i = 0; i < p->option_count; i++) {
    const struct option *o = &p->options[i];
    int64_t legal = totals[i];
    if (o->has_legal && !legal_total(o, &m->given, &legal)) return leave(m);
    if (!i || legal < bill->legal_low) bill->legal_low = legal;
    if (!i || legal > bill->legal_high) bill->legal_high = legal;
  }
  return true;
}

/* False: memory is out, or imp_duty has to say. */
static bool make_bill(struct making *m, const struct pbill *p, struct imp_bill *bill) {
  int64_t totals[OPTIONS_MOST], amounts[IMP_BATCH_ROWS], total, part;
  struct run_bill run;
  if (p->option_count > OPTIONS_MOST || (!p->sure && !p->cell_count) ||
      !bill_run(p, &m->given, &run))
    return leave(m);
  for (uint32_t i = 0; i < p->option_count; i++)
    if (p->options[i].legal_plain || p->options[i].refusal || p->options[i].prohibited ||
        !option_run(&p->options[i], &m->given, NULL, &totals[i], &part))
      return leave(m);
  const struct option *high = &p->options[run.high_option];
  *bill = (struct imp_bill){.picks = p->picks,
                            .pick_count = p->pick_count,
                            .low = run.low,
                            .high = run.high,
                            .void_low = run.void_low,
                            .void_high = run.void_high,
                            .assumed = p->assumed,
                            .assumed_count = p->assumed_count,
                            .notes = high->notes,
                            .notes_count = high->notes_count};
  if (!option_run(high, &m->given, amounts, &total, &part)) return leave(m);
  return put_rows(m, high, amounts, bill) && (p->sure || put_needs(m, p, totals, bill)) &&
         put_legal(m, p, totals, bill);
}

static void set_status(struct imp_answer *a) {
  a->status = IMP_LINE_OK;
  for (uint32_t i = 0; i < a->bill_count; i++)
    if (a->bills[i].low != a->bills[i].high) a->status = IMP_LINE_RANGE;
}

/* What is to be borne in mind of every line of that side. */
static bool put_caveats(struct making *m) {
  struct imp_batch *b = m->b;
  struct asked_line l = batch_line(&m->o->in, 0);
  uint32_t side = words_side(b, &l);
  if (b->amounts_only) return true;
  if (side == NOTHING) return leave(m);
  if (!(b->caveats_known >> side & 1u)) {
    if (!words_caveats(b, &b->arena, side, m->o->day, &b->caveats[side])) return false;
    b->caveats_known |= 1u << side;
  }
  m->out->caveats = b->caveats[side].items;
  m->out->caveat_count = b->caveats[side].count;
  return true;
}

/* Programs whose open facts are told in the words of a list are made for the line's own code. */
static const struct program *own_program(struct making *m, const struct program *p) {
  struct asked_line l = batch_line(&m->o->in, 0);
  bool describes = false;
  for (uint32_t i = 0; i < p->bill_count; i++) describes = describes || p->bills[i].describes;
  if (!describes) return p;
  uint32_t own = batch_find_own(m->b, &l, m->b->ran[0], &m->given).program;
  const struct program *out = own == NOTHING ? NULL : m->b->programs[own];
  return out && !out->slow && !out->refusal && out->bill_count == p->bill_count ? out : NULL;
}

/* Several outcomes, or facts that are open. */
static bool make_bills(struct making *m, const struct program *p) {
  const struct code_text *c = &m->b->codes[m->o->code];
  bool claims = m->o->set && m->b->sets[m->o->set].claiming;
  if (claims || c->renumbered || c->digits != 10) return leave(m); /* words of their own */
  p = own_program(m, p);
  if (!p) return leave(m);
  struct imp_bill *bills = arena_array(m->arena, p->bill_count + 1u, sizeof *bills);
  if (!bills) return false;
  for (uint32_t i = 0; i < p->bill_count; i++)
    if (!make_bill(m, &p->bills[i], &bills[i])) return false;
  m->out->bills = bills;
  m->out->bill_count = p->bill_count;
  set_status(m->out);
  return put_caveats(m);
}

/* ---- one bill, and refusals: words that lines share ----------------------------------------------------------- */

static bool is_one(const struct program *p) {
  return p->bill_count == 1 && p->bills[0].option_count == 1 && p->bills[0].sure;
}

static bool make_one(struct making *m, const struct program *p, const struct imp_batch_said *said,
                     const struct imp_batch_words *words) {
  struct imp_bill *bill = arena_alloc(m->arena, sizeof *bill);
  if (!bill) return false;
  *bill = (struct imp_bill){.picks = p->bills[0].picks,
                            .pick_count = p->bills[0].pick_count,
                            .low = m->o->low,
                            .high = m->o->high,
                            .void_low = said->void_low,
                            .void_high = said->void_part,
                            .legal_low = said->legal,
                            .legal_high = said->legal,
                            .assumed = words->assumed,
                            .assumed_count = words->assumed_count,
                            .notes = words->notes,
                            .notes_count = words->notes_count};
  m->out->bills = bill;
  m->out->bill_count = 1;
  m->out->status = IMP_LINE_OK;
  return put_rows(m, &p->bills[0].options[0], m->o->amounts, bill);
}

static bool make_shared(struct making *m, const struct program *p,
                        const struct imp_batch_said *said) {
  struct imp_batch_words words;
  if (imp_batch_words(m->b, said->words, &words) != IMP_OK) return false;
  m->out->caveats = words.caveats;
  m->out->caveat_count = m->b->amounts_only ? 0 : words.caveat_count;
  if (!p->refusal) return make_one(m, p, said, &words);
  m->out->status = IMP_LINE_REFUSED;
  m->out->id = words.id;
  m->out->reason = words.reason;
  m->out->next = words.next;
  return true;
}

/* Where duties alone are compared, the reason is enough: of these it names the law and never the line. */
static bool make_refused(struct making *m, const struct program *p) {
  static const char *const ids[] = {"refuse.not-encoded", "refuse.unknown-rate", "refuse.too-open"};
  bool named = false;
  for (size_t i = 0; p->refusal && i < sizeof ids / sizeof *ids; i++)
    named = named || !strcmp(p->refusal, ids[i]);
  const struct option *no = program_refused(p);
  if (!m->b->amounts_only || !named || !no || !no->reason) return false;
  m->out->status = IMP_LINE_REFUSED;
  m->out->id = p->refusal;
  m->out->reason = no->reason;
  return true;
}

static enum imp_status find_words(struct imp_batch *b, const struct one *o,
                                  const struct imp_line *line, struct imp_batch_said *said,
                                  struct imp_error *err) {
  *said = imp_batch_say(b, &o->in, &o->out, 0);
  if (said->words == IMP_WORDS_UNKNOWN) *said = imp_batch_say_refused(b, &o->in, &o->out, 0, line);
  if (said->words != IMP_WORDS_UNKNOWN) return IMP_OK;
  return imp_batch_learn(b, &o->in, &o->out, 0, line, said, err);
}

/* ---- the call --------------------------------------------------------------------------------------------------- */

/* What the line brings to the arithmetic, and the columns of the schedule with their texts, which lines of one
 * program need not share. The loop may know another program of the same content. */
static bool find_given(struct making *m) {
  struct asked_line l = batch_line(&m->o->in, 0);
  return batch_find(m->b, &l, NOTHING, &m->given).program != NOTHING;
}

static enum imp_status try_program(struct making *m, const struct imp_line *line,
                                   struct imp_error *err) {
  struct imp_batch *b = m->b;
  const struct program *p = b->programs[b->ran[0]];
  struct imp_batch_said said = {.words = IMP_WORDS_PLAIN};
  bool made = make_refused(m, p);
  if (!made && (p->refusal || is_one(p))) {
    enum imp_status status = find_words(b, m->o, line, &said, err);
    m->plain = said.words == IMP_WORDS_PLAIN;
    if (status != IMP_OK || m->plain) return status;
    made = (p->refusal || find_given(m)) && make_shared(m, p, &said);
  } else if (!made) {
    made = find_given(m) && make_bills(m, p);
  }
  made = made && describe(m, line, p->early);
  return made || m->plain ? IMP_OK : error_no_memory(err);
}

void imp_batch_amounts_only(struct imp_batch *b) {
  b->amounts_only = true;
}

static enum imp_status answer_one(struct imp_batch *b, const struct imp_line *line,
                                  struct imp_assessment **out, struct imp_error *err) {
  struct one o;
  bool failed;
  bool fits = one_take(b, line, &o, &failed);
  if (failed) return error_no_memory(err);
  if (!fits) return imp_duty(b->law, &b->asked, line, out, err);
  enum imp_status status = imp_batch_run(b, &o.in, &o.out, &o.done, err);
  if (status != IMP_OK) return status;
  struct imp_assessment *as = mem_alloc(sizeof *as);
  if (!as) return error_no_memory(err);
  struct making m = {.b = b, .o = &o, .arena = &as->arena, .out = &as->answer};
  m.plain = b->ran[0] == NOTHING;
  if (!m.plain) status = try_program(&m, line, err);
  if (status == IMP_OK && !m.plain) {
    *out = as;
    return IMP_OK;
  }
  imp_assessment_free(as);
  return status == IMP_OK ? imp_duty(b->law, &b->asked, line, out, err) : status;
}

enum imp_status imp_batch_duty(struct imp_batch *b, const struct imp_line *line,
                               struct imp_assessment **out, struct imp_error *err) {
  uint32_t program = NOTHING, *ran = b->ran, count = b->ran_count, say_at = b->say_at;
  size_t cap = b->ran_cap;
  *out = NULL;
  if (!b->with_words) imp_batch_with_words(b);
  b->ran = &program; /* room for this line; the last run can still be asked about */
  b->ran_cap = 1;
  enum imp_status status = answer_one(b, line, out, err);
  b->ran = ran;
  b->ran_cap = cap;
  b->ran_count = count;
  b->say_at = say_at;
  return status;
}
