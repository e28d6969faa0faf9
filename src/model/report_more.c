// SPDX-License-Identifier: Apache-2.0
// The rest of a run's page: prices, what else moved, what was looked at, what is short, other models, what it rests on.

#include <math.h>
#include <string.h>

#include "model/report_page.h"

enum { RISES_SHOWN = 10 };

/* Categories that rise most under the last outcome, then all of them together. */
void run_page_rise_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct prices *t = m->world->prices;
  if (t == NULL) {
    run_page_heading(p, "Price push: not here, this base year has no price tables");
    return;
  }
  if (m->rises == NULL) return;
  if (!model_has_rises(m)) {
    struct buf none = {0};
    buf_printf(&none, "Price push: left out, no duty of %s moves and the tables are of no other",
               m->world->e->region[t->region].title);
    run_page_heading(p, none.n > 0 ? none.p : "");
    write_done(p->b, &none);
    return;
  }
  uint32_t all = t->categories + 1, last = (m->outcomes - 1) * all, chosen[RISES_SHOWN + 1];
  uint32_t shown = 0;
  for (uint32_t c = 0; c < t->categories; c++) {
    uint32_t at = shown < RISES_SHOWN ? shown++ : RISES_SHOWN;
    for (; at > 0 && m->rises[last + chosen[at - 1]].switched < m->rises[last + c].switched; at--)
      chosen[at] = chosen[at - 1];
    chosen[at] = c;
  }
  chosen[shown++] = t->categories;
  struct buf heading = {0};
  int label = p->width - 5 - 14 * (int)m->outcomes;
  label = label > 33 ? 33 : label < 12 ? 12 : label;
  buf_printf(
      &heading,
      "Price push (1 to 2 years): what consumers of %s pay, against the base year, %%: on old "
      "sources, and once buyers switch",
      m->world->e->region[t->region].title);
  run_page_heading(p, heading.n > 0 ? heading.p : "");
  write_done(p->b, &heading);
  buf_fill(p->b, ' ', (size_t)label + 5);
  for (uint32_t k = 0; k < m->outcomes; k++) buf_printf(p->b, "%14s", m->shock->s->outcome[k].name);
  buf_putc(p->b, '\n');
  run_page_rule(p);
  for (uint32_t r = 0; r < shown; r++) {
    buf_puts(p->b, "    ");
    write_cell(p->b, chosen[r] == t->categories ? "all consumption" : t->category[chosen[r]].title,
               label);
    buf_putc(p->b, ' ');
    for (uint32_t k = 0; k < m->outcomes; k++) {
      write_signed(p->b, 100 * m->rises[k * all + chosen[r]].first, 1, 8);
      write_signed(p->b, 100 * m->rises[k * all + chosen[r]].switched, 1, 6);
    }
    buf_putc(p->b, '\n');
  }
  run_page_rule(p);
  buf_printf(&heading,
             "tables of %s, wages held, sellers take none of it: if they take a fifth, each is a "
             "fifth less; the imported part of a commodity is the same in every category, domestic "
             "and foreign cars alike",
             t->year);
  buf_puts(p->b, "    ");
  run_page_wrapped(p, 4, heading.n > 0 ? heading.p : "");
  write_done(p->b, &heading);
}

/* Long run of the same regions: what else moved. */
void run_page_region_rows(struct page *p) {
  const struct imp_model *m = p->m;
  static const enum imp_metric shown[] = {IMP_REAL_WAGE, IMP_PRICES, IMP_IMPORTS, IMP_EXPORTS};
  run_page_heading(p, "Long run (years), against the first outcome");
  buf_fill(p->b, ' ', 22);
  buf_printf(p->b, "  real wage %%  prices %%  imports %%  exports %%%12s\n",
             strstr(m->world->e->unit, "million") != NULL ? "duty, bn" : "duty, 1000");
  run_page_rule(p);
  for (uint32_t n = 0; n < m->regions; n++) {
    bool touched = false;
    for (uint32_t k = 0; k < m->outcomes; k++)
      touched = touched || m->border[k * m->regions + n].touched;
    for (uint32_t k = 1; k < m->outcomes && touched; k++) {
      buf_puts(p->b, "    ");
      write_cell(p->b, m->world->e->region[n].code, 5);
      write_cell(p->b, m->shock->s->outcome[k].name, 13);
      for (int c = 0; c < 4; c++)
        write_signed(p->b, 100 * model_number(m, k, n, shown[c])->central, 2,
                     c == 0   ? 13
                     : c == 1 ? 10
                              : 11);
      run_page_billions(p, model_number(m, k, n, IMP_DUTY)->central, 12);
      buf_putc(p->b, '\n');
    }
  }
  run_page_rule(p);
}

/* ---- what was looked at closely ----------------------------------------------------------------------- */

void run_page_watch_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  bool band = p->band;
  if (m->watches == 0) return;
  run_page_heading(p, "Long run (years): quantities, against the first outcome, %");
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
      run_page_percent_band(p, &m->watched[k * m->watches + w], band, 2);
    }
    buf_putc(p->b, '\n');
  }
  for (uint32_t k = 0; k < m->outcomes; k++)
    if (m->bound_slack[k])
      buf_printf(p->b, "    in %s a pledge or limit does not bind: trade is past it without\n",
                 m->shock->s->outcome[k].name);
}

void run_page_shortage_table(struct page *p) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  if (m->shortages == 0) return;
  int label_columns = p->width < 80 ? 29 : p->width > 91 ? 40 : p->width - 51;
  run_page_heading(p, "Short run (weeks to months), against the base year, %");
  buf_fill(p->b, ' ', (size_t)label_columns + 4);
  buf_puts(p->b, "  output of users      real income    long run\n");
  buf_fill(p->b, ' ', (size_t)label_columns + 4);
  buf_puts(p->b, "   least     most    buyer   seller (misleads)\n");
  for (uint32_t k = 0; k < m->shortages; k++) {
    const struct shortage *s = &m->shortage[k];
    const double numbers[] = {s->hulten, s->worst, s->income, s->seller, s->long_run};
    static const int columns[] = {8, 9, 9, 9, 11};
    struct buf label = {0};
    buf_printf(&label, "%s from %s into %s at ", e->sector[s->sector].code,
               e->region[s->exporter].code, e->region[s->importer].code);
    write_number(&label, 100 * s->delivered, 0);
    buf_puts(&label, "%");
    buf_puts(p->b, "    ");
    write_cell(p->b, label.n > 0 ? label.p : "", label_columns);
    write_done(p->b, &label);
    int decimals =
        fabs(s->income) < 1e-4 ? 5 : 3; /* a small part of a region's income is not nothing */
    for (int c = 0; c < 5; c++) write_signed(p->b, 100 * numbers[c], decimals, columns[c]);
    buf_putc(p->b, '\n');
  }
  buf_puts(p->b, "    ");
  run_page_wrapped(
      p, 4,
      "shortages of one outcome are solved together; the input is the whole sector, and a "
      "critical material within it may matter far more than its share of cost");
}

void run_page_structure_table(struct page *p) {
  const struct imp_model *m = p->m;
  uint32_t last = m->outcomes - 1, room = p->width < 90 ? 4 : 6;
  uint32_t shown = m->regions < room ? m->regions : room, first = room == 6 ? 4 : 2;
  if (m->structure_count == 0) return;
  buf_printf(p->b, "\n  Other models, long run, real income under %s, %%: never averaged\n",
             m->shock->s->outcome[last].name);
  buf_puts(p->b, "    elasticities  deficits  inputs  ");
  for (uint32_t r = 0; r < shown; r++)
    buf_printf(p->b, "%9s",
               m->world->e->region[p->order[r < first ? r : m->regions - shown + r]].code);
  buf_putc(p->b, '\n');
  for (uint32_t k = 0; k < m->structure_count; k++) {
    const struct structure *s = &m->structures[k];
    buf_puts(p->b, "    ");
    write_cell(p->b, s->set, 14);
    write_cell(p->b, s->closure, 10);
    write_cell(p->b, s->inputs ? "yes" : "none", 8);
    for (uint32_t r = 0; r < shown; r++) {
      uint32_t n = p->order[r < first ? r : m->regions - shown + r];
      write_signed(p->b, s->solved ? 100 * s->income[last * m->regions + n] : (double)NAN,
                   p->decimals, 9);
    }
    buf_puts(p->b, s->solved ? "\n" : "   not solved\n");
  }
}

void run_page_foot(struct page *p) {
  const struct imp_model *m = p->m;
  const struct imp_model_state *s = &m->state;
  struct buf line = {0};
  buf_puts(p->b, "\n");
  for (uint32_t k = 0; k < m->shock->s->note_count; k++)
    if (strcmp(m->shock->s->notes[k].kind, "alone") != 0 &&
        strcmp(m->shock->s->notes[k].kind, "warning") != 0)
      run_page_item(p, m->shock->s->notes[k].kind, m->shock->s->notes[k].text);
  run_page_item(
      p, "duty",
      "what rates charge on trade of the base year, all of it declared and paid; not compared with "
      "what was collected, which is less");
  for (int k = 0; model_not_in[k] != NULL; k++)
    run_page_item(p, k == 0 ? "not in it" : "", model_not_in[k]);
  if (m->options.draws > 0) {
    buf_printf(&line, "%u solved, %u not; error of a median at most ", (unsigned)s->solved,
               (unsigned)s->unsolved);
    double error = 0;
    for (uint32_t n = 0; n < m->regions; n++)
      for (uint32_t k = 1; k < m->outcomes; k++)
        error = fmax(error, model_number(m, k, n, IMP_REAL_INCOME)->error);
    write_number(&line, 100 * error, 3);
    buf_puts(
        &line,
        " points of real income; what stands beside a band is at the set's own elasticities, not "
        "the middle of the draws, and may lie at an edge of it");
    run_page_item(p, "draws", line.n > 0 ? line.p : "");
    buf_clear(&line);
  }
  buf_printf(&line,
             "equations hold to %.0e; no number here is a forecast of the next quarter, nor a bill",
             s->residual);
  run_page_item(p, "solved", line.n > 0 ? line.p : "");
  write_done(p->b, &line);
}
