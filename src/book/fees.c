// SPDX-License-Identifier: Apache-2.0
// Fees of an entry: `fee … per entry` sums its bases over the lines it applies to, then computes.
//
// A fee that hangs on a fact nobody stated (the mode of transport) is a range of its own; it never changes
// the status of a line. A fee the law does not give is said to be unknown, not zero.
//
// Lines of a long entry are read one at a time, as often as sums are needed, and forgotten: only sums outlive a line, so an
// entry of any length takes the memory of one line.
#include <string.h>

#include "book/answer.h"
#include "book/fees.h"
#include "book/query.h"

struct imp_fees {
  struct arena arena;
  struct imp_fee *items;
  uint32_t count, lines;
  int64_t **bases; /* per fee: dollars of each line it bears on */
};

enum { CODES_MET = 32, LINES_READ = 64 };

struct fee_job {
  struct frame frame; /* its arena holds what outlives the lines: the list and its texts */
  const struct view *view;
  struct moment on; /* of lines without a day */
  const struct imp_line *lines;
  const struct imp_assessment *const *answers;
  const struct line *one; /* instead of lines: a single line already read */
  uint32_t count, at;     /* the line at hand */
  struct line_read_once { /* of an entry of up to LINES_READ lines; NULL: each is read again */
    struct line line;
    bool known, counts;
  } * read;
  int64_t entry_dollars;
  imp_day day;     /* of the last line that counts */
  bool seen, days; /* a line was seen; lines of other days too, so that this is not one entry */
  struct mentions met[CODES_MET]; /* of the first codes, for the next time they come */
  uint32_t met_count;
  struct eval kept;   /* memory of the evaluations, one after the other; without parts: none yet */
  struct awake awake; /* fees and reliefs; the duties of the line are of no account here */
  bool any_code;      /* some of them asks for the code */
  bool *no_lists;     /* mentions of a code nobody asks for */
};

enum { OPTIONS_MAX = 4 };

struct fee_option { /* a line of the law that is the fee, or may be */
  const struct law_stmt *stmt;
  int64_t sure, open; /* dollars it bears on, or may bear on */
};

struct fee_sum {
  struct fee_option options[OPTIONS_MAX];
  uint32_t count;
  int64_t dollars; /* of the lines that any option reaches, each once */
  bool nothing;    /* for some answer no fee is due */
  struct str open_fact;
  bool not_encoded;
};

struct fee_item { /* a measure that is a fee, and what the lines add up to */
  uint32_t measure;
  struct fee_sum sum;
  int64_t *bases; /* dollars of each line; NULL: not asked for */
};

bool fees_is_fee(const struct law_measure *m) {
  return m->is_fee;
}

static struct str open_fact(struct eval *e, const struct law_cond *c, struct str label) {
  if (!c || cond_eval(&e->cond, c, label) != TRI_UNKNOWN) return (struct str){0};
  for (uint32_t i = 0; i < c->kid_count; i++) {
    struct str found = open_fact(e, c->kids[i], label);
    if (found.n) return found;
  }
  return c->fact;
}

static struct str why_open(struct eval *e, uint32_t m, const struct law_heading *h) {
  struct str fact = h ? open_fact(e, h->cond, h->label) : (struct str){0};
  for (uint32_t k = m; k != LAW_NONE && !fact.n; k = e->law->measures[k].parent)
    for (uint32_t i = 0; i < e->law->measures[k].count && !fact.n; i++)
      if (e->law->measures[k].stmts[i].kind == LAW_IF)
        fact = open_fact(e, e->law->measures[k].stmts[i].cond, (struct str){0});
  return fact;
}

static void add_option(struct fee_sum *sum, const struct law_stmt *s, int64_t sure, int64_t open) {
  uint32_t i = 0;
  while (i < sum->count && sum->options[i].stmt != s) i++;
  if (i == OPTIONS_MAX) return;
  if (i == sum->count) sum->options[sum->count++] = (struct fee_option){.stmt = s};
  sum->options[i].sure += sure;
  sum->options[i].open += open;
  sum->not_encoded = sum->not_encoded || s->kind == LAW_NOT_ENCODED;
}

/* The lowest heading that fits, and those below it that may. A fee's headings look at the line as a whole. */
static void look_up(struct eval *e, uint32_t m, struct fee_sum *sum, int64_t sure, int64_t open) {
  const struct law_measure *measure = &e->law->measures[m];
  struct str before = sum->open_fact; /* the first line on which something is open names it */
  bool reached = false;
  for (uint32_t h = measure->heading_count + 1; h-- > 0;) {
    const struct law_heading *heading = h ? &measure->headings[h - 1] : NULL;
    const struct law_stmt *s = eval_current_demand(e, m, heading);
    if (!s || (!heading && measure->heading_count)) continue;
    enum tri t = eval_fits(e, m, heading, s, 0, false);
    if (t == TRI_NO) continue;
    if (t == TRI_YES && !eval_is_charge(s)) break;
    if (!reached) sum->dollars += sure + open;
    reached = true;
    add_option(sum, s, t == TRI_YES ? sure : 0, t == TRI_YES ? open : sure + open);
    if (t == TRI_YES) return;
    sum->open_fact = before.n ? before : why_open(e, m, heading);
  }
  sum->nothing = sum->nothing || reached;
}

/* ---- the lines, one at a time ------------------------------------------------------------------ */

/* Called with each line that counts. What it puts into f->arena is gone when it returns. */
typedef bool fee_each(struct fee_job *job, const struct frame *f, const struct line *line,
                      void *user);

static bool read_one(struct fee_job *job, const struct frame *f, uint32_t i, struct line *out,
                     bool *counts) {
  struct refusal no = {0};
  *counts = true;
  if (job->one) {
    *out = *job->one;
    return true;
  }
  *counts = !job->answers || job->answers[i]->answer.status != IMP_LINE_REFUSED;
  if (!*counts) return true;
  if (!line_read(f->arena, f->law, f->names, &job->lines[i], job->on, out, &no)) return false;
  *counts = !no.id;
  if (*counts) out->tariff = names_line_on(f->names, (uint32_t)(out->code / 100u), out->on);
  return true;
}

/* Few lines are kept as they were read. */
static bool read_line(struct fee_job *job, const struct frame *f, uint32_t i, struct line *out,
                      bool *counts) {
  if (job->one || job->count > LINES_READ) return read_one(job, f, i, out, counts);
  if (!job->read) job->read = arena_array(job->frame.arena, job->count, sizeof *job->read);
  if (!job->read) return false;
  struct line_read_once *r = &job->read[i];
  if (!r->known && !read_one(job, &job->frame, i, &r->line, &r->counts)) return false;
  r->known = true;
  *out = r->line;
  *counts = r->counts;
  return true;
}

static bool each_line(struct fee_job *job, fee_each *each, void *user) {
  bool fine = true;
  for (uint32_t i = 0; fine && i < job->count; i++) {
    struct arena scratch = {0};
    struct frame f = job->frame;
    struct line line;
    bool counts;
    job->at = i;
    f.arena = &scratch;
    fine = read_line(job, &f, i, &line, &counts) && (!counts || each(job, &f, &line, user)) &&
           !scratch.failed;
    arena_free(&scratch);
  }
  return fine;
}

static bool add_dollars(struct fee_job *job, const struct frame *f, const struct line *line,
                        void *user) {
  (void)f;
  (void)user;
  job->days = job->days || (job->seen && line->on != job->day);
  job->day = line->on;
  job->seen = true;
  job->entry_dollars += line->dollars;
  return true;
}

/* The lists that mention a code are looked up once for the first codes of an entry, which are mostly all. */
static bool find_mentions(struct fee_job *job, const struct frame *f, uint64_t code,
                          struct mentions *out) {
  *out = (struct mentions){.code = code, .lists = job->no_lists};
  if (!job->any_code) return true;
  for (uint32_t i = 0; i < job->met_count; i++)
    if (job->met[i].code == code) {
      *out = job->met[i];
      return true;
    }
  bool keep = job->met_count < CODES_MET;
  if (!mentions_of(keep ? job->frame.arena : f->arena, f->law, f->names, code, out)) return false;
  if (keep) job->met[job->met_count++] = *out;
  return true;
}

static bool exempts_fee(const struct law *law, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t t = 0; s[i].kind == LAW_EXEMPTS && t < s[i].target_count; t++)
      if (fees_is_fee(&law->measures[s[i].targets[t]])) return true;
  return false;
}

bool fees_bears(const struct law *law, const struct law_measure *m) {
  if (fees_is_fee(m)) return true;
  for (uint32_t h = 0; m->relieves && h < m->heading_count; h++)
    if (exempts_fee(law, m->headings[h].stmts, m->headings[h].count)) return true;
  return m->relieves && exempts_fee(law, m->stmts, m->count);
}

static bool asks_general(const struct law_cond *c) {
  if (!c) return false;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (asks_general(c->kids[i])) return true;
  return c->kind == LAW_COND_COMPARE && c->subject == LAW_SUBJ_GENERAL;
}

static bool names_codes(const struct law_set *set) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].kind != LAW_ITEM_ALL) return true;
  return false;
}

static void see_block(struct fee_job *job, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    job->any_code =
        job->any_code || ((s[i].kind == LAW_GOODS || s[i].has_goods) && names_codes(&s[i].goods));
    if (asks_general(s[i].cond)) job->awake.no_general = false;
  }
}

/* Whether what is awake asks for the code of a line, or for its general column: both cost time to look up. */
static void see_measure(struct fee_job *job, uint32_t m) {
  const struct law_measure *own = &job->frame.law->measures[m];
  for (uint32_t h = 0; h < own->heading_count; h++) {
    const struct law_heading *heading = &own->headings[h];
    job->any_code = job->any_code || (heading->has_goods && names_codes(&heading->goods));
    if (asks_general(heading->cond)) job->awake.no_general = false;
    see_block(job, heading->stmts, heading->count);
  }
  for (; m != LAW_NONE; m = job->frame.law->measures[m].parent)
    see_block(job, job->frame.law->measures[m].stmts, job->frame.law->measures[m].count);
}

/* All headings of what is awake share one row of yeses. */
static bool wake_fees(struct fee_job *job) {
  const struct law *law = job->frame.law;
  struct arena *a = job->frame.arena;
  uint32_t most = 0;
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (law->measures[m].heading_count > most) most = law->measures[m].heading_count;
  bool *measures = arena_array(a, law->measure_count + 1u, sizeof *measures);
  bool *headings = arena_array(a, most + 1u, sizeof *headings);
  uint32_t *first = arena_array(a, law->measure_count + 1u, sizeof *first);
  job->no_lists = arena_array(a, law->list_count + 1u, sizeof *job->no_lists);
  if (!measures || !headings || !first || !job->no_lists) return false;
  job->awake = (struct awake){measures, headings, first, true};
  for (uint32_t m = 0; m < law->measure_count; m++) {
    measures[m] = fees_bears(law, &law->measures[m]);
    if (measures[m]) see_measure(job, m);
  }
  memset(headings, true, most);
  return true;
}

struct reading { /* a line with what the law says of it */
  struct mentions mentions;
  struct frame frame;
  struct line whole; /* `value` in a fee's test is the value of the entry */
  struct eval eval;
};

/* Memory for an evaluation that lasts as long as the job: few measures are awake, all have a place in it. */
static bool find_room(struct fee_job *job, const struct frame *f, struct reading *r,
                      const struct line *line) {
  if (job->kept.parts >= line->cell_count && job->kept.parts) return true;
  r->frame.arena = job->frame.arena;
  bool fine = eval_begin(&job->kept, &r->frame, job->view, line);
  r->frame.arena = f->arena;
  return fine;
}

static bool begin(struct fee_job *job, const struct frame *f, const struct line *line,
                  struct reading *r) {
  r->frame = *f;
  r->frame.mentions = &r->mentions;
  r->frame.awake = &job->awake;
  r->whole = *line;
  r->whole.dollars = job->entry_dollars;
  if (!find_mentions(job, f, line->code, &r->mentions) || !find_room(job, f, r, line)) return false;
  r->eval = job->kept;
  eval_again(&r->eval, &r->frame, line);
  r->eval.cond.line = &r->whole;
  return true;
}

struct left { /* dollars of a line that reliefs leave in a fee */
  struct rat sure, open;
  uint32_t fact; /* the part nobody stated, on which `open` hangs; LAW_NONE */
};

/* 9802.00.80 takes American components out of MPF: all that is not stated may be such. */
static struct left left_by_reliefs(struct reading *r, uint32_t m) {
  struct eval *e = &r->eval;
  struct left l = {RAT_ZERO, RAT_ZERO, LAW_NONE};
  e->cond.line = e->line; /* reliefs test the line, not the entry */
  for (uint32_t c = 0; c < e->line->cell_count; c++) {
    if (eval_relieved(e, m, c)) continue;
    uint32_t fact = eval_relief_hangs_on(e, m, c);
    struct rat *to = fact == LAW_NONE ? &l.sure : &l.open;
    if (fact != LAW_NONE) l.fact = fact;
    (void)rat_add(*to, e->line->cells[c].dollars, to);
  }
  e->cond.line = &r->whole;
  return l;
}

static void add_to(struct reading *r, uint32_t m, struct fee_sum *sum) {
  const struct measure_result *own = &r->eval.results[m];
  if (!own->in_scope || own->silence) return;
  struct left l = left_by_reliefs(r, m);
  int64_t sure = 0, open = 0;
  if (!rat_to_dollars_half_up(l.sure, &sure) || !rat_to_dollars_half_up(l.open, &open)) return;
  if (sure + open || !r->eval.line->dollars) look_up(&r->eval, m, sum, sure, open);
  if (open && !sum->open_fact.n) sum->open_fact = r->eval.law->facts[l.fact].name;
}

struct fee_list {
  struct fee_item *items;
  uint32_t count;
};

static bool add_all(struct fee_job *job, const struct frame *f, const struct line *line,
                    void *user) {
  struct fee_list *list = user;
  struct reading r;
  if (!begin(job, f, line, &r)) return false;
  for (uint32_t i = 0; i < list->count; i++) {
    struct fee_item *item = &list->items[i];
    int64_t before = item->sum.dollars;
    add_to(&r, item->measure, &item->sum);
    if (item->bases) item->bases[job->at] = item->sum.dollars - before;
  }
  return true;
}

/* ---- what a sum comes to ----------------------------------------------------------------------- */

static bool amount(struct fee_job *job, const struct law_stmt *s, int64_t dollars, int64_t *cents) {
  struct line l = {.dollars = dollars};
  struct refusal no = {0};
  struct rate_env env = {job->frame.arena, job->frame.law, &l, NULL, &no};
  struct rat exact;
  *cents = 0;
  if (!dollars) return true;
  return rate_amount(&env, &s->expr, RAT_ZERO, rat_int(dollars), &exact) &&
         rat_to_cents_half_up(exact, cents);
}

/* One option: from what is sure to what may be. Several: from the lowest of them to the highest. */
static bool amounts(struct fee_job *job, const struct fee_sum *sum, int64_t *low, int64_t *high) {
  const struct fee_option *one = &sum->options[0];
  int64_t cents;
  if (sum->count == 1)
    return amount(job, one->stmt, one->sure, low) &&
           amount(job, one->stmt, one->sure + one->open, high);
  *low = *high = 0;
  for (uint32_t i = 0; i < sum->count; i++) {
    const struct fee_option *o = &sum->options[i];
    if (!amount(job, o->stmt, o->sure + o->open, &cents)) return false;
    if (i == 0 || cents < *low) *low = cents;
    if (cents > *high) *high = cents;
  }
  if (sum->nothing) *low = 0;
  return true;
}

struct
    open_answers { /* the sums again, with the open fact answered on every line that does not state it */
  uint32_t measure, fact;
  const struct law_fact *f;
  struct fee_sum *sums; /* one for each word of the fact */
};

static bool add_answered(struct fee_job *job, const struct frame *f, const struct line *line,
                         void *user) {
  struct open_answers *o = user;
  struct reading r;
  struct line fork;
  bool stated = line->facts[o->fact].stated;
  if (stated ? !begin(job, f, line, &r) : !line_fork(f->arena, f->law, line, &fork)) return false;
  for (uint32_t w = 0; w < o->f->word_count; w++) {
    if (!stated) {
      fork.facts[o->fact] = (struct fact_value){.stated = true, .word = o->f->words[w]};
      if (!begin(job, f, &fork, &r)) return false;
    }
    add_to(&r, o->measure, &o->sums[w]);
  }
  return true;
}

/* What is open is often one fact of the whole entry (its type, the mode of transport): each answer is tried. */
static bool spread(struct fee_job *job, uint32_t m, const struct fee_sum *sum, int64_t *low,
                   int64_t *high) {
  const struct law *law = job->frame.law;
  struct open_answers o = {m, sum->open_fact.n ? law_find_fact(law, sum->open_fact) : LAW_NONE,
                           NULL, NULL};
  o.f = o.fact == LAW_NONE ? NULL : &law->facts[o.fact];
  if (!o.f || o.f->type != LAW_FACT_WORD || sum->not_encoded) return amounts(job, sum, low, high);
  o.sums = arena_array(job->frame.arena, o.f->word_count + 1u, sizeof *o.sums);
  if (!o.sums || !each_line(job, add_answered, &o)) return false;
  for (uint32_t w = 0; w < o.f->word_count; w++) {
    int64_t least = 0, most = 0;
    if (o.sums[w].count && !amounts(job, &o.sums[w], &least, &most)) return false;
    if (w == 0 || least < *low) *low = least;
    if (w == 0 || most > *high) *high = most;
  }
  return true;
}

/* The option to show: the last that gives an amount, for the general heading stands first in the law. */
static const struct law_stmt *shown(const struct fee_sum *sum) {
  for (uint32_t i = sum->count; i-- > 0;)
    if (sum->options[i].stmt->kind == LAW_FEE) return sum->options[i].stmt;
  return sum->count ? sum->options[0].stmt : NULL;
}

/* What the law does not give, of whichever line of the entry it stands in the way. */
static struct str gap_of(const struct fee_sum *sum) {
  for (uint32_t i = 0; i < sum->count; i++)
    if (sum->options[i].stmt->kind == LAW_NOT_ENCODED) return sum->options[i].stmt->text;
  return (struct str){0};
}

static const char *fee_name(struct arena *a, const struct law_measure *m) {
  char upper[32];
  size_t dot = 0, n = 0;
  for (size_t i = 0; i < m->name.n; i++)
    if (m->name.p[i] == '.') dot = i + 1;
  for (size_t i = dot; i < m->name.n && n + 1 < sizeof upper; i++)
    upper[n++] =
        (char)(m->name.p[i] >= 'a' && m->name.p[i] <= 'z' ? m->name.p[i] - 32 : m->name.p[i]);
  return str_dup(a, (struct str){upper, n});
}

/* An amount for each entry, or a limit: a sum over entries does not give it. */
static bool is_of_entry(const struct fee_sum *sum) {
  if (sum->count > 1) return true;
  const struct law_expr *e = &sum->options[0].stmt->expr;
  return e->count > 1 || (e->count == 1 && e->terms[0].kind == LAW_TERM_MONEY);
}

static bool fill(struct fee_job *job, uint32_t m, const struct fee_sum *sum, struct imp_fee *fee) {
  struct arena *a = job->frame.arena;
  const struct law_measure *measure = &job->frame.law->measures[m];
  const struct law_stmt *s = shown(sum);
  struct imp_row cite = {0};
  fee->name = fee_name(a, measure);
  fee->measure = str_dup(a, measure->name);
  fee->rate = s->kind == LAW_FEE ? str_dup(a, s->expr.text) : "not encoded";
  fee->base = sum->dollars * 100;
  if (!bill_cite(a, job->frame.law, s, &cite)) return false;
  fee->act = cite.act;
  fee->cite = cite.cite;
  fee->where = cite.where;
  bool days = job->days && is_of_entry(sum);
  fee->unknown = days || sum->not_encoded || s->kind != LAW_FEE;
  if (days) {
    fee->why = "lines of several days are several entries";
    return true;
  }
  if (fee->unknown) {
    struct str gap = gap_of(sum);
    fee->why =
        sum->open_fact.n
            ? text_in(a, "depends on %.*s, and for one of its answers the fee is not encoded",
                      (int)sum->open_fact.n, sum->open_fact.p)
            : text_in(a, "not encoded: %.*s", (int)gap.n, gap.p ? gap.p : "");
    return fee->why != NULL;
  }
  if (sum->open_fact.n)
    fee->why = text_in(a, "depends on %.*s", (int)sum->open_fact.n, sum->open_fact.p);
  return fee->name && fee->measure && fee->rate && spread(job, m, sum, &fee->low, &fee->high);
}

static bool list_fees(struct fee_job *job, struct fee_list *list) {
  const struct law *law = job->frame.law;
  list->items = arena_array(job->frame.arena, law->measure_count + 1u, sizeof *list->items);
  if (!list->items) return false;
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (fees_is_fee(&law->measures[m])) list->items[list->count++].measure = m;
  for (uint32_t i = 0; i < list->count; i++) {
    list->items[i].bases = arena_array(job->frame.arena, job->count + 1u, sizeof(int64_t));
    if (!list->items[i].bases) return false;
  }
  return true;
}

static bool all_fees(struct fee_job *job, struct imp_fees *out) {
  struct fee_list list = {0};
  if (!wake_fees(job) || !each_line(job, add_dollars, NULL) || !list_fees(job, &list) ||
      !each_line(job, add_all, &list))
    return false;
  out->items = arena_array(job->frame.arena, list.count + 1u, sizeof *out->items);
  out->bases = arena_array(job->frame.arena, list.count + 1u, sizeof *out->bases);
  if (!out->items || !out->bases) return false;
  out->lines = job->count;
  for (uint32_t i = 0; i < list.count; i++) {
    const struct fee_item *item = &list.items[i];
    if (!item->sum.count) continue;
    out->bases[out->count] = item->bases;
    if (!fill(job, item->measure, &item->sum, &out->items[out->count++])) return false;
  }
  return true;
}

bool fees_of_line(const struct frame *f, const struct view *view, const struct line *line,
                  uint32_t m, int64_t *low, int64_t *high, bool *unknown) {
  struct fee_item item = {.measure = m};
  struct fee_list list = {&item, 1};
  struct fee_job job = {
      .frame = *f, .view = view, .one = line, .count = 1, .entry_dollars = line->dollars};
  *low = *high = 0;
  *unknown = false;
  if (!wake_fees(&job) || !each_line(&job, add_all, &list)) return false;
  if (!item.sum.count) return true;
  *unknown = item.sum.not_encoded;
  return item.sum.not_encoded || spread(&job, m, &item.sum, low, high);
}

enum imp_status imp_entry_fees(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_line *lines,
                               const struct imp_assessment *const *answers, uint32_t count,
                               struct imp_fees **out, struct imp_error *err) {
  struct query q;
  *out = NULL;
  struct imp_fees *fees = mem_alloc(sizeof *fees);
  if (!fees) return error_no_memory(err);
  enum imp_status status = query_read(&fees->arena, law, query, &q, err);
  struct fee_job job = {.frame = {.arena = &fees->arena, .law = law->law, .names = law->names},
                        .view = &q.view,
                        .on = {q.on, q.on_minute},
                        .lines = lines,
                        .answers = answers,
                        .count = count};
  if (status == IMP_OK && (!all_fees(&job, fees) || fees->arena.failed))
    status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_fees_free(fees);
    return status;
  }
  *out = fees;
  return IMP_OK;
}

uint32_t imp_fees_count(const struct imp_fees *fees) {
  return fees->count;
}
const struct imp_fee *imp_fees_at(const struct imp_fees *fees, uint32_t i) {
  return &fees->items[i];
}

int64_t imp_fees_base(const struct imp_fees *fees, uint32_t fee, uint32_t line) {
  return fee < fees->count && line < fees->lines ? fees->bases[fee][line] * 100 : 0;
}

void imp_fees_free(struct imp_fees *fees) {
  if (!fees) return;
  arena_free(&fees->arena);
  mem_free(fees);
}
