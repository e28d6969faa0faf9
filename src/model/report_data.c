// SPDX-License-Identifier: Apache-2.0
// A run for programs: JSON and rows of a table. Every number has its layer and its unit.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/write.h"

/* One number of a run, whatever the form. */
struct fact {
  const char *layer, *outcome, *against, *region, *sector, *metric, *unit;
  struct imp_estimate x;
  bool drawn;
  const char *category; /* of consumption; NULL: none */
};

struct rows {
  struct buf *b;
  char separator;
  bool first; /* JSON */
};

typedef void fact_to(void *user, const struct fact *f);

static void long_run(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  struct fact f = {.layer = "long-run", .against = s->outcome[0].name, .sector = ""};
  f.drawn = m->state.solved > 1;
  for (uint32_t k = 1; k < m->outcomes; k++) {
    f.outcome = s->outcome[k].name;
    for (uint32_t n = 0; n < m->regions; n++)
      for (int c = 0; c < IMP_METRICS; c++) {
        f.region = e->region[n].code;
        f.metric = model_metric_names[c];
        f.unit = c == IMP_DUTY ? e->unit : model_metric_units[c];
        f.x = *model_number(m, k, n, (enum imp_metric)c);
        to(user, &f);
      }
  }
}

static void plain_fact(fact_to *to, void *user, struct fact f, double value) {
  f.x = (struct imp_estimate){value, value, value, value < 0, 0, value, 0};
  to(user, &f);
}

/* Under its own name: never to be read as welfare. */
static void linear(const struct imp_model *m, fact_to *to, void *user) {
  const struct shock *s = m->shock->s;
  const struct solved before = {m->scenarios[0], m->solutions[0]};
  struct fact f = {.layer = "long-run",
                   .against = s->outcome[0].name,
                   .sector = "",
                   .unit = "fraction"};
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (uint32_t n = 0; n < m->regions; n++) {
      const struct solved after = {m->scenarios[k], m->solutions[k]};
      struct linear x = solution_linear(m->theta, &before, &after, n);
      f.outcome = s->outcome[k].name;
      f.region = m->world->e->region[n].code;
      f.metric = "linear-approximation-terms-of-trade";
      plain_fact(to, user, f, x.terms_of_trade);
      f.metric = "linear-approximation-volume-of-trade";
      plain_fact(to, user, f, x.volume_of_trade);
    }
}

static void watched(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (uint32_t w = 0; w < m->watches; w++) {
      const struct watch *at = &m->watch[w];
      char metric[64] = "quantity-made";
      if (at->importer != UINT32_MAX)
        snprintf(metric, sizeof metric, "quantity-into-%.24s", e->region[at->importer].code);
      struct fact f = {"long-run",
                       s->outcome[k].name,
                       s->outcome[0].name,
                       e->region[at->region].code,
                       e->sector[at->sector].code,
                       metric,
                       "fraction",
                       m->watched[k * m->watches + w],
                       m->state.solved > 1,
                       NULL};
      to(user, &f);
    }
}

/* Flows in the unit somebody counted one in. `outcome` m->outcomes: the base year. */
static void counted_facts(const struct imp_model *m, const struct economy_quantity *q,
                          uint32_t outcome, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  bool base = outcome == m->outcomes;
  const struct counted c = base ? counted_sum(m, q) : counted_sum_under(m, q, outcome);
  const double numbers[] = {c.flow, c.others, c.home, c.used, c.elsewhere, c.made};
  static const char *const metrics[] = {"amount-of-counted", "amount-of-others", "amount-of-own",
                                        "amount-used",       "amount-elsewhere", "amount-made"};
  struct fact f = {.layer = base ? "accounting" : "long-run",
                   .outcome = base ? "base year" : m->shock->s->outcome[outcome].name,
                   .against = "none",
                   .sector = e->sector[q->sector].code,
                   .unit = q->unit};
  for (int k = 0; k < 6; k++) {
    f.region = e->region[k < 4 ? q->importer : q->exporter].code;
    f.metric = metrics[k];
    plain_fact(to, user, f, numbers[k]);
  }
}

static void counted(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  for (size_t k = 0; k < e->quantities; k++)
    for (uint32_t o = 0; o <= m->outcomes && counted_is_moved(m, &e->quantity[k]); o++)
      counted_facts(m, &e->quantity[k], o, to, user);
}

static void borders(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  for (uint32_t k = 0; k < m->outcomes; k++)
    for (uint32_t n = 0; n < m->regions; n++) {
      const struct at_border *a = &m->border[k * m->regions + n];
      if (!a->touched) continue;
      struct fact f = {.outcome = m->shock->s->outcome[k].name,
                       .against = "base year",
                       .region = e->region[n].code,
                       .sector = ""};
      f.layer = "accounting", f.metric = "average-duty", f.unit = "fraction";
      plain_fact(to, user, f, a->duty_accounting / a->imports);
      f.metric = "duty", f.unit = e->unit;
      plain_fact(to, user, f, a->duty_accounting - a->duty_base);
      f.layer = "partial";
      plain_fact(to, user, f, a->duty_partial - a->duty_base);
      if (k > 0) {
        struct fact d = f;
        d.metric = "imports-diverted", d.against = m->shock->s->outcome[0].name;
        plain_fact(to, user, d, a->diverted);
      }
      f.metric = "average-duty", f.unit = "fraction";
      plain_fact(to, user, f, a->duty_partial / a->imports_partial);
      f.metric = "prices-direct";
      plain_fact(to, user, f, a->price);
    }
}

static void rises(const struct imp_model *m, fact_to *to, void *user) {
  const struct prices *p = m->world->prices;
  if (!model_has_rises(m)) return;
  struct fact f = {.layer = "price-push", .against = "base year", .sector = "", .unit = "fraction"};
  f.region = m->world->e->region[p->region].code;
  for (uint32_t k = 0; k < m->outcomes; k++)
    for (uint32_t c = 0; c <= p->categories; c++) {
      const struct price_rise *x = &m->rises[k * (p->categories + 1) + c];
      f.outcome = m->shock->s->outcome[k].name;
      f.category = c < p->categories ? p->category[c].title : "all consumption";
      f.metric = "price-first";
      plain_fact(to, user, f, x->first);
      f.metric = "price-switched";
      plain_fact(to, user, f, x->switched);
    }
}

static void shortages(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  for (uint32_t k = 0; k < m->shortages; k++) {
    const struct shortage *s = &m->shortage[k];
    struct fact f = {.layer = "short-run",
                     .against = "base year",
                     .region = e->region[s->importer].code,
                     .sector = e->sector[s->sector].code,
                     .unit = "fraction"};
    f.outcome = s->outcome == UINT32_MAX ? "every" : m->shock->s->outcome[s->outcome].name;
    f.metric = "output-first-order";
    plain_fact(to, user, f, s->hulten);
    f.metric = "output-users-stop";
    plain_fact(to, user, f, s->worst);
    f.metric = "real-income";
    plain_fact(to, user, f, s->income);
    f.layer = "long-run", f.metric = "real-income-of-shortage";
    plain_fact(to, user, f, s->long_run);
    f.layer = "short-run", f.metric = "real-income";
    f.region = e->region[s->exporter].code;
    plain_fact(to, user, f, s->seller);
  }
}

static void structures(const struct imp_model *m, fact_to *to, void *user) {
  const struct shock *s = m->shock->s;
  for (uint32_t r = 0; r < m->structure_count; r++)
    for (uint32_t k = 1; k < m->outcomes; k++)
      for (uint32_t n = 0; n < m->regions; n++) {
        char metric[80];
        const struct structure *row = &m->structures[r];
        snprintf(metric, sizeof metric, "real-income-%.24s-%.16s%s", row->set, row->closure,
                 row->inputs ? "" : "-no-inputs");
        struct fact f = {.layer = "long-run",
                         .outcome = s->outcome[k].name,
                         .against = s->outcome[0].name,
                         .region = m->world->e->region[n].code,
                         .sector = "",
                         .metric = metric,
                         .unit = "fraction"};
        plain_fact(to, user, f, row->solved ? row->income[k * m->regions + n] : (double)NAN);
      }
}

/* The mix over outcomes, when the shock gives odds. */
static void by_odds(const struct imp_model *m, fact_to *to, void *user) {
  struct fact f = {.layer = "long-run",
                   .outcome = "by-odds",
                   .sector = "",
                   .metric = "real-income",
                   .unit = "fraction"};
  f.against = m->shock->s->outcome[0].name;
  for (uint32_t n = 0; n < m->regions; n++) {
    double mixed = 0;
    if (!model_by_odds(m, n, IMP_REAL_INCOME, &mixed)) return;
    f.region = m->world->e->region[n].code;
    f.metric = "real-income";
    plain_fact(to, user, f, mixed);
    double between, within;
    if (!model_variance(m, n, IMP_REAL_INCOME, &between, &within)) continue;
    f.metric = "real-income-variance-by-outcome";
    plain_fact(to, user, f, between / (between + within));
  }
}

static void every_fact(const struct imp_model *m, fact_to *to, void *user) {
  long_run(m, to, user);
  by_odds(m, to, user);
  linear(m, to, user);
  watched(m, to, user);
  counted(m, to, user);
  borders(m, to, user);
  rises(m, to, user);
  shortages(m, to, user);
  structures(m, to, user);
}

/* ---- rows --------------------------------------------------------------------------------------------- */

/* A cell; in CSV in quotes where it must be, each quote within doubled. */
static void cell(struct rows *r, const char *text) {
  if (r->separator != ',' || strpbrk(text, ",\"\n") == NULL) {
    buf_puts(r->b, text);
    return;
  }
  buf_putc(r->b, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"') buf_putc(r->b, '"');
    buf_putc(r->b, *p);
  }
  buf_putc(r->b, '"');
}

static void field(struct rows *r, const char *text) {
  cell(r, text);
  buf_putc(r->b, r->separator);
}

static void csv_row(void *user, const struct fact *f) {
  struct rows *r = user;
  const char *words[] = {f->layer,  f->outcome, f->against, f->region,
                         f->sector, f->metric,  f->unit};
  for (size_t k = 0; k < 7; k++) field(r, words[k]);
  write_number(r->b, f->x.central, 8);
  const double more[] = {f->x.low, f->x.high, f->x.below, f->x.error};
  for (size_t k = 0; k < 4; k++) {
    buf_putc(r->b, r->separator);
    if (f->drawn) write_number(r->b, more[k], 8);
  }
  buf_putc(r->b, r->separator);
  cell(r, f->category != NULL ? f->category : "");
  buf_putc(r->b, '\n');
}

/* What a number rests on and what is not in it, as rows without a number. */
static void words_row(struct rows *r, const char *layer, const char *text) {
  const char *words[] = {layer, "every", "", "", "", text, "words"};
  for (size_t k = 0; k < 7; k++) field(r, words[k]);
  for (size_t k = 0; k < 5; k++) buf_putc(r->b, r->separator);
  buf_putc(r->b, '\n');
}

/* The base year, what was chosen, and what each outcome is, with its odds. */
static void rests_on(const struct imp_model *m, struct rows *r) {
  const struct shock *s = m->shock->s;
  struct buf line = {0};
  buf_printf(&line, "base year %s, elasticities %s, deficits %s, %u draws of seed %llu",
             m->world->e->year, m->set, model_closure_name(m->options.closure),
             (unsigned)m->options.draws, (unsigned long long)m->options.seed);
  buf_putc(&line, '\0');
  words_row(r, "source", line.failed ? "" : line.p);
  words_row(r, "source", s->title);
  for (uint32_t k = 0; k < m->outcomes; k++) {
    buf_clear(&line);
    buf_printf(&line, "outcome %s: %s", s->outcome[k].name, s->outcome[k].title);
    if (!isnan(s->outcome[k].odds)) {
      buf_puts(&line, "; odds ");
      write_number(&line, 100 * s->outcome[k].odds, 1);
      buf_putc(&line, '%');
    }
    for (size_t i = 0; i < s->count; i++)
      if (s->statements[i].text != NULL &&
          (s->statements[i].outcome == k || s->statements[i].outcome == UINT32_MAX))
        buf_printf(&line, "; %s", s->statements[i].text);
    buf_putc(&line, '\0');
    words_row(r, "source", line.failed ? "" : line.p);
  }
  write_done(r->b, &line);
}

void model_write_csv(const struct imp_model *m, char separator, struct buf *b) {
  struct rows r = {b, separator, true};
  static const char *const words[] = {"layer",  "outcome", "against",   "region",
                                      "sector", "metric",  "unit",      "central",
                                      "low",    "high",    "below_zero"};
  for (size_t k = 0; k < 11; k++) field(&r, words[k]);
  field(&r, "error");
  buf_puts(b, "category\n");
  every_fact(m, csv_row, &r);
  rests_on(m, &r);
  for (uint32_t k = 0; k < m->shock->s->note_count; k++)
    words_row(&r, m->shock->s->notes[k].kind, m->shock->s->notes[k].text);
  for (int k = 0; model_not_in[k] != NULL; k++) words_row(&r, "not in it", model_not_in[k]);
}

/* ---- JSON --------------------------------------------------------------------------------------------- */

static void pair(struct buf *b, const char *key, const char *value, const char *after) {
  write_quoted(b, key);
  buf_puts(b, ": ");
  write_quoted(b, value);
  buf_puts(b, after);
}

static void number(struct buf *b, const char *key, double value) {
  buf_puts(b, ", ");
  write_quoted(b, key);
  buf_puts(b, ": ");
  if (isfinite(value))
    write_number(b, value, 8);
  else
    buf_puts(b, "null");
}

static void json_row(void *user, const struct fact *f) {
  struct rows *r = user;
  buf_puts(r->b, r->first ? "\n    {" : ",\n    {");
  r->first = false;
  pair(r->b, "layer", f->layer, ", ");
  pair(r->b, "outcome", f->outcome, ", ");
  pair(r->b, "against", f->against, ", ");
  pair(r->b, "region", f->region, ", ");
  if (f->sector[0] != '\0') pair(r->b, "sector", f->sector, ", ");
  if (f->category != NULL) pair(r->b, "category", f->category, ", ");
  pair(r->b, "metric", f->metric, ", ");
  pair(r->b, "unit", f->unit, "");
  number(r->b, "central", f->x.central);
  if (f->drawn) {
    number(r->b, "low", f->x.low);
    number(r->b, "high", f->x.high);
    number(r->b, "below_zero", f->x.below);
    number(r->b, "error", f->x.error);
  }
  buf_putc(r->b, '}');
}

static void json_list(struct buf *b, const char *key) {
  buf_puts(b, "  ");
  write_quoted(b, key);
  buf_puts(b, ": [");
}

/* Statements of a shock, of all outcomes too; rates of law are in none. */
static void said_of(const struct shock *s, uint32_t outcome, struct buf *b) {
  bool first = true;
  buf_puts(b, ", \"statements\": [");
  for (size_t k = 0; k < s->count; k++) {
    const struct shock_statement *t = &s->statements[k];
    if (t->text == NULL || (t->outcome != outcome && t->outcome != UINT32_MAX)) continue;
    buf_puts(b, first ? "" : ", ");
    write_quoted(b, t->text);
    first = false;
  }
  buf_putc(b, ']');
}

void model_write_json(const struct imp_model *m, struct buf *b) {
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  struct rows r = {b, ',', true};
  buf_puts(b, "{\n  \"schema\": \"impost.model/1\",\n  ");
  pair(b, "title", s->title, ",\n  ");
  pair(b, "base_year", e->year, ",\n  ");
  pair(b, "elasticities", m->set, ",\n  ");
  pair(b, "deficits", model_closure_name(m->options.closure), ",\n  ");
  buf_printf(b, "\"draws\": %u, \"solved\": %u, \"unsolved\": %u, \"seed\": %llu",
             (unsigned)m->options.draws, (unsigned)m->state.solved, (unsigned)m->state.unsolved,
             (unsigned long long)m->options.seed);
  buf_printf(b, ",\n  \"residual\": %.1e,\n", m->state.residual);
  json_list(b, "outcomes");
  for (uint32_t k = 0; k < m->outcomes; k++) {
    buf_puts(b, k > 0 ? ", {" : "{");
    pair(b, "name", s->outcome[k].name, ", ");
    pair(b, "title", s->outcome[k].title, "");
    if (!isnan(s->outcome[k].odds)) number(b, "odds", s->outcome[k].odds);
    said_of(s, k, b);
    buf_putc(b, '}');
  }
  buf_puts(b, "],\n");
  json_list(b, "notes");
  for (uint32_t k = 0; k < s->note_count; k++) {
    buf_puts(b, k > 0 ? ", " : "");
    write_quoted(b, s->notes[k].text);
  }
  buf_puts(b, "],\n");
  json_list(b, "not_in_it");
  for (int k = 0; model_not_in[k] != NULL; k++) {
    buf_puts(b, k > 0 ? ", " : "");
    write_quoted(b, model_not_in[k]);
  }
  buf_puts(b, "],\n");
  json_list(b, "numbers");
  every_fact(m, json_row, &r);
  buf_puts(b, "\n  ]\n}\n");
}
