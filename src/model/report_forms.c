// SPDX-License-Identifier: Apache-2.0
// A run for programs: rows of a table and JSON.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/report_fact.h"

struct rows {
  struct buf *b;
  char separator;
  bool first; /* JSON */
};

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
  model_every_fact(m, csv_row, &r);
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
  model_every_fact(m, json_row, &r);
  buf_puts(b, "\n  ]\n}\n");
}
