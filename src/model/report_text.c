// SPDX-License-Identifier: Apache-2.0
// A run as a page of text: the long run by region, duty by layer, what was looked at, what is short, structures.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/write.h"

struct page {
  const struct imp_model *m;
  struct buf *b;
  int width;
  bool band;       /* of draws, and there is room for it */
  uint32_t *order; /* regions, worst first under the last outcome */
};

enum { LABEL_COLUMNS = 27, BAND_COLUMNS = 23, PLAIN_COLUMNS = 14 };

static void rule(struct page *p) {
  buf_puts(p->b, "    ");
  for (int k = 4; k < p->width; k++) buf_puts(p->b, "─");
  buf_putc(p->b, '\n');
}

/* Words wrapped under the column they begin at. */
static void wrapped(struct page *p, int at, const char *text) {
  struct str rest = str_of(text), word;
  int column = at;
  while (str_split(&rest, ' ', &word)) {
    int wide = (int)str_utf8_columns(word);
    if (column > at && column + 1 + wide > p->width) {
      buf_putc(p->b, '\n');
      buf_fill(p->b, ' ', (size_t)at);
      column = at;
    } else if (column > at) {
      buf_putc(p->b, ' ');
      column++;
    }
    buf_put(p->b, word);
    column += wide;
  }
  buf_putc(p->b, '\n');
}

static void item(struct page *p, const char *label, const char *text) {
  buf_puts(p->b, "    ");
  write_cell(p->b, label, 14);
  wrapped(p, 18, text);
}

static void head(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  buf_puts(p->b, "\n  MODEL   ");
  wrapped(p, 10, s->title);
  buf_printf(p->b, "\n    base year %s, %u regions by %u sectors · elasticities %s · deficits %s\n",
             e->year, (unsigned)e->regions, (unsigned)e->sectors, m->set,
             model_closure_name(m->options.closure));
  buf_puts(p->b, "    duty collected is given to the region's people\n\n  Outcomes\n");
  for (uint32_t k = 0; k < m->outcomes; k++) {
    char odds[32] = "";
    if (!isnan(s->outcome[k].odds))
      snprintf(odds, sizeof odds, ", odds %.0f%%", 100 * s->outcome[k].odds);
    struct buf line = {0};
    buf_printf(&line, "%s%s%s", s->outcome[k].title,
               k == 0 ? "; all others are compared with it" : "", odds);
    item(p, s->outcome[k].name, line.n > 0 ? line.p : "");
    write_done(p->b, &line);
  }
}

/* ---- the long run ------------------------------------------------------------------------------------- */

static void percent_band(struct page *p, const struct imp_estimate *x, bool band) {
  write_signed(p->b, 100 * x->central, 2, band ? 8 : PLAIN_COLUMNS);
  if (!band) return;
  struct buf cell = {0};
  write_signed(&cell, 100 * x->low, 2, 0);
  buf_puts(&cell, "…");
  write_signed(&cell, 100 * x->high, 2, 0);
  int columns = (int)str_utf8_columns(buf_str(&cell));
  buf_fill(p->b, ' ', columns < 15 ? (size_t)(15 - columns) : 1);
  buf_put(p->b, buf_str(&cell));
  write_done(p->b, &cell);
}

static void income_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  bool band = p->band;
  int columns = band ? BAND_COLUMNS : PLAIN_COLUMNS;
  double mixed = 0;
  buf_puts(p->b, "\n  Long run (years): real income against the first outcome, %");
  buf_puts(p->b, band ? ", and 5…95% of draws\n" : "\n");
  buf_fill(p->b, ' ', LABEL_COLUMNS);
  for (uint32_t k = 1; k < m->outcomes; k++) {
    int used = (int)str_utf8_columns(str_of(m->shock->s->outcome[k].name));
    buf_fill(p->b, ' ', used < columns ? (size_t)(columns - used) : 1);
    buf_puts(p->b, m->shock->s->outcome[k].name);
  }
  if (model_by_odds(m, 0, IMP_REAL_INCOME, &mixed))
    buf_printf(p->b, "%*s", PLAIN_COLUMNS, "by odds");
  buf_putc(p->b, '\n');
  rule(p);
  for (uint32_t r = 0; r < m->regions; r++) {
    uint32_t n = p->order[r];
    buf_puts(p->b, "    ");
    write_cell(p->b, e->region[n].code, 5);
    write_cell(p->b, e->region[n].title, LABEL_COLUMNS - 9);
    for (uint32_t k = 1; k < m->outcomes; k++) {
      percent_band(p, model_number(m, k, n, IMP_REAL_INCOME), band);
    }
    if (model_by_odds(m, n, IMP_REAL_INCOME, &mixed))
      write_signed(p->b, 100 * mixed, 2, PLAIN_COLUMNS);
    buf_putc(p->b, '\n');
  }
  rule(p);
}

/* Bars of the last outcome, from a zero in the middle. */
static void chart(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  uint32_t last = m->outcomes - 1;
  double most = 1e-12;
  int half = (p->width - 24) / 2;
  for (uint32_t n = 0; n < m->regions; n++)
    most = fmax(most, fabs(model_number(m, last, n, IMP_REAL_INCOME)->central));
  buf_printf(p->b, "\n  Real income, %s\n", m->shock->s->outcome[last].name);
  for (uint32_t r = 0; r < m->regions; r++) {
    double value = model_number(m, last, p->order[r], IMP_REAL_INCOME)->central;
    int bar = (int)lround(fabs(value) / most * half);
    buf_puts(p->b, "    ");
    write_cell(p->b, e->region[p->order[r]].code, 5);
    write_signed(p->b, 100 * value, 2, 7);
    buf_puts(p->b, "  ");
    buf_fill(p->b, ' ', (size_t)(value < 0 ? half - bar : half));
    if (value >= 0) buf_puts(p->b, "│");
    for (int k = 0; k < bar; k++) buf_puts(p->b, "█");
    if (value < 0) buf_puts(p->b, "│");
    buf_putc(p->b, '\n');
  }
}

/* ---- by region that changed its duties ---------------------------------------------------------------- */

static void billions(struct page *p, double value, int columns) {
  write_signed(p->b, value / 1000, 1, columns);
}

static void border_row(struct page *p, uint32_t k, uint32_t n) {
  const struct imp_model *m = p->m;
  const struct at_border *a = &m->border[k * m->regions + n];
  buf_puts(p->b, "    ");
  write_cell(p->b, m->world->e->region[n].code, 5);
  write_cell(p->b, m->shock->s->outcome[k].name, 15);
  write_plain(p->b, 100 * a->duty_accounting / a->imports, 1, 9);
  write_plain(p->b, 100 * a->duty_partial / a->imports_partial, 1, 10);
  billions(p, a->duty_accounting - a->duty_base, 11);
  billions(p, a->duty_partial - a->duty_base, 10);
  billions(p, m->solutions[k]->duty[n] - m->world->e->revenue[n], 10);
  billions(p, a->diverted, 10);
  write_signed(p->b, 100 * a->price, 2, 9);
  buf_putc(p->b, '\n');
}

static void border_table(struct page *p) {
  const struct imp_model *m = p->m;
  bool thousand = strstr(m->world->e->unit, "million") != NULL;
  buf_puts(p->b, "\n  At the border, against the base year: accounting, then sources that switch "
                 "(6 to 18 months), then the long run\n");
  buf_fill(p->b, ' ', 24);
  buf_printf(p->b, "  average duty, %%      duty, %s more               other   prices\n",
             thousand ? "billions" : "thousands");
  buf_fill(p->b, ' ', 24);
  buf_puts(p->b, "    first  switched      first  switched  long run   sources  direct, %\n");
  rule(p);
  for (uint32_t n = 0; n < m->regions; n++) {
    bool touched = false;
    for (uint32_t k = 0; k < m->outcomes; k++)
      touched = touched || m->border[k * m->regions + n].touched;
    for (uint32_t k = 0; k < m->outcomes && touched; k++) border_row(p, k, n);
  }
  rule(p);
}

enum { RISES_SHOWN = 10 };

/* Categories that rise most under the last outcome, then all of them together. */
static void rise_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct prices *t = m->world->prices;
  if (m->rises == NULL || !m->border[(m->outcomes - 1) * m->regions + t->region].touched) return;
  uint32_t all = t->categories + 1, last = (m->outcomes - 1) * all, chosen[RISES_SHOWN + 1];
  uint32_t shown = 0;
  for (uint32_t c = 0; c < t->categories; c++) {
    uint32_t at = shown < RISES_SHOWN ? shown++ : RISES_SHOWN;
    for (; at > 0 && m->rises[last + chosen[at - 1]].switched < m->rises[last + c].switched; at--)
      chosen[at] = chosen[at - 1];
    chosen[at] = c;
  }
  chosen[shown++] = t->categories;
  buf_printf(
      p->b,
      "\n  What consumers pay (%s), against the base year, %%: on old sources, and once buyers "
      "switch\n",
      m->world->e->region[t->region].title);
  buf_fill(p->b, ' ', 38);
  for (uint32_t k = 0; k < m->outcomes; k++) buf_printf(p->b, "%14s", m->shock->s->outcome[k].name);
  buf_putc(p->b, '\n');
  rule(p);
  for (uint32_t r = 0; r < shown; r++) {
    buf_puts(p->b, "    ");
    write_cell(p->b, chosen[r] == t->categories ? "all consumption" : t->category[chosen[r]].title,
               33);
    buf_putc(p->b, ' ');
    for (uint32_t k = 0; k < m->outcomes; k++) {
      write_signed(p->b, 100 * m->rises[k * all + chosen[r]].first, 1, 8);
      write_signed(p->b, 100 * m->rises[k * all + chosen[r]].switched, 1, 6);
    }
    buf_putc(p->b, '\n');
  }
  rule(p);
  buf_printf(p->b,
             "    tables of %s, wages held, sellers take none of it: if they take a fifth, each is "
             "a fifth less\n",
             t->year);
}

/* Long run of the same regions: what else moved. */
static void region_rows(struct page *p) {
  const struct imp_model *m = p->m;
  static const enum imp_metric shown[] = {IMP_REAL_WAGE, IMP_PRICES, IMP_IMPORTS, IMP_EXPORTS};
  buf_puts(p->b, "\n  Long run, against the first outcome\n");
  buf_fill(p->b, ' ', 24);
  buf_puts(p->b, "  real wage, %  prices, %  imports, %  exports, %   duty, billions\n");
  rule(p);
  for (uint32_t n = 0; n < m->regions; n++) {
    bool touched = false;
    for (uint32_t k = 0; k < m->outcomes; k++)
      touched = touched || m->border[k * m->regions + n].touched;
    for (uint32_t k = 1; k < m->outcomes && touched; k++) {
      buf_puts(p->b, "    ");
      write_cell(p->b, m->world->e->region[n].code, 5);
      write_cell(p->b, m->shock->s->outcome[k].name, 15);
      for (int c = 0; c < 4; c++)
        write_signed(p->b, 100 * model_number(m, k, n, shown[c])->central, 2,
                     c == 0   ? 14
                     : c == 1 ? 11
                              : 12);
      billions(p, model_number(m, k, n, IMP_DUTY)->central, 17);
      buf_putc(p->b, '\n');
    }
  }
  rule(p);
}

/* ---- what was looked at closely ----------------------------------------------------------------------- */

static void watch_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  bool band = p->band;
  if (m->watches == 0) return;
  buf_puts(p->b, "\n  Quantities, long run, against the first outcome, %\n");
  for (uint32_t w = 0; w < m->watches; w++) {
    const struct watch *at = &m->watch[w];
    struct buf label = {0};
    buf_printf(&label, at->importer == UINT32_MAX ? "%s: made in %s" : "%s: %s into %s",
               e->sector[at->sector].code, e->region[at->region].code,
               at->importer == UINT32_MAX ? "" : e->region[at->importer].code);
    buf_puts(p->b, "    ");
    write_cell(p->b, label.n > 0 ? label.p : "", LABEL_COLUMNS - 4);
    write_done(p->b, &label);
    for (uint32_t k = 1; k < m->outcomes; k++) {
      percent_band(p, &m->watched[k * m->watches + w], band);
    }
    buf_putc(p->b, '\n');
  }
  for (uint32_t k = 0; k < m->outcomes; k++)
    if (m->bound_slack[k])
      buf_printf(p->b, "    in %s a pledge or limit does not bind: trade is past it without\n",
                 m->shock->s->outcome[k].name);
}

static void shortage_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  if (m->shortages == 0) return;
  buf_puts(p->b, "\n  Short run (weeks to months), against the base year, %\n");
  buf_fill(p->b, ' ', 36);
  buf_puts(p->b, "   output of users        real income          long run\n");
  buf_fill(p->b, ' ', 36);
  buf_puts(p->b, "   least       most     buyer     seller    (misleads)\n");
  for (uint32_t k = 0; k < m->shortages; k++) {
    const struct shortage *s = &m->shortage[k];
    const double numbers[] = {s->hulten, s->worst, s->income, s->seller, s->long_run};
    static const int columns[] = {10, 11, 10, 11, 14};
    struct buf label = {0};
    buf_printf(&label, "%s from %s into %s at ", e->sector[s->sector].code,
               e->region[s->exporter].code, e->region[s->importer].code);
    write_number(&label, 100 * s->delivered, 0);
    buf_puts(&label, "%");
    buf_puts(p->b, "    ");
    write_cell(p->b, label.n > 0 ? label.p : "", 30);
    write_done(p->b, &label);
    for (int c = 0; c < 5; c++) write_signed(p->b, 100 * numbers[c], 3, columns[c]);
    buf_putc(p->b, '\n');
  }
  buf_puts(p->b, "    shortages of one outcome are solved together; the input is the whole sector, "
                 "and a critical\n"
                 "    material within it may matter far more than its share of cost\n");
}

static void structure_table(struct page *p) {
  const struct imp_model *m = p->m;
  uint32_t last = m->outcomes - 1, shown = m->regions < 6 ? m->regions : 6;
  if (m->structure_count == 0) return;
  buf_printf(p->b, "\n  Other models, real income under %s, %%: never averaged\n",
             m->shock->s->outcome[last].name);
  buf_puts(p->b, "    elasticities  deficits  inputs  ");
  for (uint32_t r = 0; r < shown; r++)
    buf_printf(p->b, "%9s", m->world->e->region[p->order[r < 4 ? r : m->regions - shown + r]].code);
  buf_putc(p->b, '\n');
  for (uint32_t k = 0; k < m->structure_count; k++) {
    const struct structure *s = &m->structures[k];
    buf_puts(p->b, "    ");
    write_cell(p->b, s->set, 14);
    write_cell(p->b, s->closure, 10);
    write_cell(p->b, s->inputs ? "yes" : "none", 8);
    for (uint32_t r = 0; r < shown; r++) {
      uint32_t n = p->order[r < 4 ? r : m->regions - shown + r];
      write_signed(p->b, s->solved ? 100 * s->income[last * m->regions + n] : (double)NAN, 2, 9);
    }
    buf_puts(p->b, s->solved ? "\n" : "   not solved\n");
  }
}

static void foot(struct page *p) {
  const struct imp_model *m = p->m;
  const struct imp_model_state *s = &m->state;
  struct buf line = {0};
  buf_puts(p->b, "\n");
  for (uint32_t k = 0; k < m->shock->s->note_count; k++)
    item(p, m->shock->s->notes[k].kind, m->shock->s->notes[k].text);
  for (int k = 0; model_not_in[k] != NULL; k++) item(p, k == 0 ? "not in it" : "", model_not_in[k]);
  if (m->options.draws > 0) {
    buf_printf(&line, "%u solved, %u not; error of a median at most ", (unsigned)s->solved,
               (unsigned)s->unsolved);
    double error = 0;
    for (uint32_t n = 0; n < m->regions; n++)
      for (uint32_t k = 1; k < m->outcomes; k++)
        error = fmax(error, model_number(m, k, n, IMP_REAL_INCOME)->error);
    write_number(&line, 100 * error, 3);
    buf_puts(&line, " points of real income");
    item(p, "draws", line.n > 0 ? line.p : "");
    buf_clear(&line);
  }
  buf_printf(&line,
             "equations hold to %.0e; no number here is a forecast of the next quarter, nor a bill",
             s->residual);
  item(p, "solved", line.n > 0 ? line.p : "");
  write_done(p->b, &line);
}

void model_write_text(const struct imp_model *m, const struct imp_report_options *o,
                      struct buf *b) {
  struct page p = {.m = m, .b = b, .width = o->width > 0 ? o->width : 96};
  p.band = m->state.solved > 1 && LABEL_COLUMNS + BAND_COLUMNS * ((int)m->outcomes - 1) <= p.width;
  p.order = mem_alloc(m->regions * sizeof *p.order);
  if (p.order == NULL) {
    b->failed = true;
    return;
  }
  model_rank(m, m->outcomes - 1, IMP_REAL_INCOME, p.order);
  head(&p);
  income_table(&p);
  chart(&p);
  border_table(&p);
  rise_table(&p);
  region_rows(&p);
  watch_table(&p);
  shortage_table(&p);
  structure_table(&p);
  foot(&p);
  mem_free(p.order);
}
