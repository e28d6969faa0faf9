// SPDX-License-Identifier: Apache-2.0
// A run as a page of text: the long run by region, duty by layer, what was looked at, what is short, structures.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/report_page.h"

void run_page_rule(struct page *p) {
  buf_puts(p->b, "    ");
  for (int k = 4; k < p->width; k++) buf_puts(p->b, "─");
  buf_putc(p->b, '\n');
}

void run_page_wrapped(struct page *p, int at, const char *text) {
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

void run_page_heading(struct page *p, const char *text) {
  buf_puts(p->b, "\n  ");
  run_page_wrapped(p, 2, text);
}

void run_page_item(struct page *p, const char *label, const char *text) {
  buf_puts(p->b, "    ");
  write_cell(p->b, label, 14);
  run_page_wrapped(p, 18, text);
}

/* What a shock says of the outcome, as it was written; rates of law have no words of a shock. */
static void what_is_in(struct page *p, uint32_t outcome) {
  enum { SHOWN = 12 };
  const struct shock *s = p->m->shock->s;
  uint32_t count = 0;
  for (size_t k = 0; k < s->count; k++) {
    const struct shock_statement *t = &s->statements[k];
    if (t->text == NULL || t->outcome != outcome) continue;
    if (count++ < SHOWN) run_page_item(p, "", t->text);
  }
  if (count > SHOWN) {
    char more[48];
    snprintf(more, sizeof more, "and %u statements more", (unsigned)(count - SHOWN));
    run_page_item(p, "", more);
  }
}

static bool all_have(const struct shock *s) {
  for (size_t k = 0; k < s->count; k++)
    if (s->statements[k].text != NULL && s->statements[k].outcome == UINT32_MAX) return true;
  return false;
}

static void head(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  buf_puts(p->b, "\n  MODEL   ");
  run_page_wrapped(p, 10, s->title);
  struct buf base = {0};
  buf_printf(&base, "base year %s, %u regions by %u sectors · elasticities %s · deficits %s",
             e->year, (unsigned)e->regions, (unsigned)e->sectors, m->set,
             model_closure_name(m->options.closure));
  buf_puts(p->b, "\n    ");
  run_page_wrapped(p, 4, base.n > 0 ? base.p : "");
  write_done(p->b, &base);
  buf_puts(p->b, "    duty collected is given to the region's people\n\n  Outcomes\n");
  for (uint32_t k = 0; k < m->outcomes; k++) {
    char odds[32] = "";
    if (!isnan(s->outcome[k].odds))
      snprintf(odds, sizeof odds, ", odds %.0f%%", 100 * s->outcome[k].odds);
    struct buf line = {0};
    buf_printf(&line, "%s%s%s", s->outcome[k].title,
               k == 0 ? "; all others are compared with it" : "", odds);
    run_page_item(p, s->outcome[k].name, line.n > 0 ? line.p : "");
    write_done(p->b, &line);
    what_is_in(p, k);
  }
  if (all_have(s)) run_page_item(p, "every one", "what follows is in every outcome");
  what_is_in(p, UINT32_MAX);
  for (uint32_t k = 0; k < s->note_count; k++)
    if (strcmp(s->notes[k].kind, "alone") == 0 || strcmp(s->notes[k].kind, "warning") == 0)
      run_page_item(p, "WARNING", s->notes[k].text);
}

/* ---- the long run ------------------------------------------------------------------------------------- */

void run_page_percent_band(struct page *p, const struct imp_estimate *x, bool band, int decimals) {
  write_signed(p->b, 100 * x->central, decimals, band ? 8 : PLAIN_COLUMNS);
  if (!band) return;
  struct buf cell = {0};
  write_signed(&cell, 100 * x->low, decimals, 0);
  buf_puts(&cell, "…");
  write_signed(&cell, 100 * x->high, decimals, 0);
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
  run_page_heading(
      p, band ? "Long run (years): real income against the first outcome, %, and 5…95% of draws"
              : "Long run (years): real income against the first outcome, %");
  buf_fill(p->b, ' ', LABEL_COLUMNS);
  for (uint32_t k = 1; k < m->outcomes; k++) {
    int used = (int)str_utf8_columns(str_of(m->shock->s->outcome[k].name));
    buf_fill(p->b, ' ', used < columns ? (size_t)(columns - used) : 1);
    buf_puts(p->b, m->shock->s->outcome[k].name);
  }
  if (model_by_odds(m, 0, IMP_REAL_INCOME, &mixed))
    buf_printf(p->b, "%*s", PLAIN_COLUMNS, "by odds");
  buf_putc(p->b, '\n');
  run_page_rule(p);
  for (uint32_t r = 0; r < m->regions; r++) {
    uint32_t n = p->order[r];
    buf_puts(p->b, "    ");
    write_cell(p->b, e->region[n].code, 5);
    write_cell(p->b, e->region[n].title, LABEL_COLUMNS - 9);
    for (uint32_t k = 1; k < m->outcomes; k++) {
      run_page_percent_band(p, model_number(m, k, n, IMP_REAL_INCOME), band, p->decimals);
    }
    if (model_by_odds(m, n, IMP_REAL_INCOME, &mixed))
      write_signed(p->b, 100 * mixed, p->decimals, PLAIN_COLUMNS);
    buf_putc(p->b, '\n');
  }
  run_page_rule(p);
}

/* How much of the spread is which outcome comes true, for the regions that move most. */
static void variance_lines(struct page *p) {
  const struct imp_model *m = p->m;
  const uint32_t ends[] = {p->order[0], p->order[m->regions - 1]};
  for (int k = 0; k < 2; k++) {
    double between, within;
    if (!model_variance(m, ends[k], IMP_REAL_INCOME, &between, &within)) return;
    struct buf line = {0};
    buf_printf(&line, "of the variance in %s ", m->world->e->region[ends[k]].code);
    write_number(&line, 100 * between / (between + within), 0);
    buf_puts(&line, "% is which outcome comes true, the rest the elasticities drawn");
    buf_puts(p->b, "    ");
    run_page_wrapped(p, 4, line.n > 0 ? line.p : "");
    write_done(p->b, &line);
  }
}

/* Bars of the last outcome, from a zero in the middle. */
static void chart(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  uint32_t last = m->outcomes - 1;
  double most = 0;
  int half = (p->width - 24) / 2;
  for (uint32_t n = 0; n < m->regions; n++)
    most = fmax(most, fabs(model_number(m, last, n, IMP_REAL_INCOME)->central));
  buf_printf(p->b, "\n  Long run: real income, %s\n", m->shock->s->outcome[last].name);
  if (most < 5e-7) { /* bars of rounding would look like much */
    buf_puts(p->b, "    no region moves by as much as 0.0001%: no bars\n");
    return;
  }
  for (uint32_t r = 0; r < m->regions; r++) {
    double value = model_number(m, last, p->order[r], IMP_REAL_INCOME)->central;
    int bar = (int)lround(fabs(value) / most * half);
    buf_puts(p->b, "    ");
    write_cell(p->b, e->region[p->order[r]].code, 5);
    write_signed(p->b, 100 * value, p->decimals, p->decimals > 3 ? 8 : 7);
    buf_puts(p->b, "  ");
    buf_fill(p->b, ' ', (size_t)(value < 0 ? half - bar : half));
    if (value >= 0) buf_puts(p->b, "│");
    for (int k = 0; k < bar; k++) buf_puts(p->b, "█");
    if (value < 0) buf_puts(p->b, "│");
    buf_putc(p->b, '\n');
  }
}

/* ---- by region that changed its duties ---------------------------------------------------------------- */

void run_page_billions(struct page *p, double value, int columns) {
  write_signed(p->b, value / 1000, 1, columns);
}

static void border_row(struct page *p, uint32_t k, uint32_t n) {
  const struct imp_model *m = p->m;
  const struct at_border *a = &m->border[k * m->regions + n];
  buf_puts(p->b, "    ");
  write_cell(p->b, m->world->e->region[n].code, 5);
  write_cell(p->b, m->shock->s->outcome[k].name, 13);
  write_plain(p->b, 100 * a->duty_accounting / a->imports, 1, 6);
  write_plain(p->b, 100 * a->duty_partial / a->imports_partial, 1, 9);
  run_page_billions(p, a->duty_accounting - a->duty_base, 9);
  run_page_billions(p, a->duty_partial - a->duty_base, 9);
  run_page_billions(p, m->solutions[k]->duty[n] - m->world->e->revenue[n], 9);
  run_page_billions(p, k > 0 ? a->diverted : (double)NAN, 8);
  write_signed(p->b, 100 * a->price, 2, 8);
  buf_putc(p->b, '\n');
}

/* What a reader would take the duties for and they are not. */
static void what_duties_hold(struct page *p) {
  const struct imp_model *m = p->m;
  struct buf line = {0};
  bool bound = false;
  buf_printf(&line,
             "others' gain: imports of more, against %s, from sources whose own charge is the "
             "same in both, once switched; prices: of final spending, by what is imported; ",
             m->shock->s->outcome[0].name);
  for (uint32_t k = 0; k < m->outcomes; k++) bound = bound || m->scenarios[k]->bound_count > 0;
  if (bound)
    buf_puts(&line, "once switched, duty holds what a limit leaves the importer, less what a floor "
                    "costs its budget; ");
  for (uint32_t n = 0; n < m->regions; n++) {
    bool touched = false;
    for (uint32_t k = 0; k < m->outcomes; k++)
      touched = touched || m->border[k * m->regions + n].touched;
    if (touched && !(m->world->e->revenue[n] > 0))
      buf_printf(&line, "%s: the data have no duties of the base year, these are what is added; ",
                 m->world->e->region[n].code);
  }
  if (line.n > 2) {
    line.p[line.n - 2] = '\0';
    buf_puts(p->b, "    ");
    run_page_wrapped(p, 4, line.p);
  }
  write_done(p->b, &line);
}

static void border_table(struct page *p) {
  const struct imp_model *m = p->m;
  bool thousand = strstr(m->world->e->unit, "million") != NULL;
  run_page_heading(
      p, "At the border, against the base year: accounting (first day), partial equilibrium "
         "(sources switched, 6 to 18 months), long run (years)");
  buf_fill(p->b, ' ', 22);
  const char *unit = thousand ? "billions" : "thousands";
  buf_printf(p->b, "average duty, %%%*s, %s others'  prices\n", (int)(25 - strlen(unit)),
             "more duty", unit);
  buf_fill(p->b, ' ', 22);
  buf_printf(p->b, " first switched    first switched long run %7s       %%\n",
             thousand ? "gain bn" : "gain");
  run_page_rule(p);
  for (uint32_t n = 0; n < m->regions; n++) {
    bool touched = false;
    for (uint32_t k = 0; k < m->outcomes; k++)
      touched = touched || m->border[k * m->regions + n].touched;
    for (uint32_t k = 0; k < m->outcomes && touched; k++) border_row(p, k, n);
  }
  run_page_rule(p);
  what_duties_hold(p);
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
  p.decimals = model_decimals(m, p.band ? 4 : 5);
  model_rank(m, m->outcomes - 1, IMP_REAL_INCOME, p.order);
  head(&p);
  income_table(&p);
  variance_lines(&p);
  chart(&p);
  border_table(&p);
  run_page_rise_table(&p);
  run_page_region_rows(&p);
  run_page_watch_table(&p);
  run_page_counted_tables(&p);
  run_page_shortage_table(&p);
  run_page_structure_table(&p);
  run_page_foot(&p);
  mem_free(p.order);
}
