// SPDX-License-Identifier: Apache-2.0
// Flows that somebody counted: what a buyer takes of the seller, of others, of its own, and what the seller is left with.

#include "model/report_page.h"

enum { COUNTED_LABEL = 30, COUNTED_BASE = 10 };

static int column(const struct page *p) {
  int room = (p->width - COUNTED_LABEL - COUNTED_BASE) / (int)p->m->outcomes;
  return room > PLAIN_COLUMNS ? PLAIN_COLUMNS : room < 8 ? 8 : room;
}

static void cells(struct page *p, const char *label, const double *numbers, int count, bool signs) {
  buf_puts(p->b, "    ");
  write_cell(p->b, label, COUNTED_LABEL - 4);
  for (int k = 0; k < count; k++) {
    int columns = k == 0 ? COUNTED_BASE : column(p);
    if (signs)
      write_signed(p->b, numbers[k], 1, columns);
    else
      write_plain(p->b, numbers[k], 1, columns);
  }
  buf_putc(p->b, '\n');
}

/* The rows one by one: `which` picks the number of a column. */
static void amounts(struct page *p, const struct economy_quantity *q) {
  const struct imp_model *m = p->m;
  const char *buyer = m->world->e->region[q->importer].code,
             *seller = m->world->e->region[q->exporter].code;
  struct counted all[SHOCK_OUTCOMES_MOST + 1];
  double row[SHOCK_OUTCOMES_MOST + 1];
  static const char *const words[] = {"",
                                      "buys of others",
                                      "buys of its own",
                                      "buys in all",
                                      "sells to others abroad",
                                      "makes in all"};
  int count = (int)m->outcomes + 1;
  for (int k = 0; k < count; k++)
    all[k] = k == 0 ? counted_sum(m, q) : counted_sum_under(m, q, (uint32_t)k - 1);
  for (int r = 0; r < 6; r++) {
    struct buf label = {0};
    for (int k = 0; k < count; k++) {
      const double numbers[] = {all[k].flow, all[k].others,    all[k].home,
                                all[k].used, all[k].elsewhere, all[k].made};
      row[k] = numbers[r];
    }
    if (r == 0)
      buf_printf(&label, "%s buys of %s", buyer, seller);
    else
      buf_printf(&label, "%s %s", r < 4 ? buyer : seller, words[r]);
    cells(p, label.n > 0 ? label.p : "", row, count, false);
    write_done(p->b, &label);
  }
}

static void prices(struct page *p, const struct economy_quantity *q) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  double paid[SHOCK_OUTCOMES_MOST + 1] = {0}, asked[SHOCK_OUTCOMES_MOST + 1] = {0};
  for (uint32_t k = 0; k < m->outcomes; k++) {
    paid[k + 1] = 100 * (m->solutions[k]->price[at_cell(e, q->importer, q->sector)] - 1);
    asked[k + 1] = 100 * (m->solutions[k]->cost[at_cell(e, q->exporter, q->sector)] - 1);
  }
  struct buf label = {0};
  buf_printf(&label, "price paid in %s, %%", e->region[q->importer].code);
  cells(p, label.n > 0 ? label.p : "", paid, (int)m->outcomes + 1, true);
  buf_clear(&label);
  buf_printf(&label, "price asked in %s, %%", e->region[q->exporter].code);
  cells(p, label.n > 0 ? label.p : "", asked, (int)m->outcomes + 1, true);
  write_done(p->b, &label);
}

static void table(struct page *p, const struct economy_quantity *q) {
  const struct imp_model *m = p->m;
  const struct economy *e = m->world->e;
  struct buf words = {0};
  buf_printf(&words, "Long run (years): %s, %s a year", e->sector[q->sector].title, q->unit);
  run_page_heading(p, words.n > 0 ? words.p : "");
  buf_fill(p->b, ' ', COUNTED_LABEL);
  buf_puts(p->b, " base year");
  for (uint32_t k = 0; k < m->outcomes; k++) {
    const char *name = m->shock->s->outcome[k].name;
    int used = (int)str_utf8_columns(str_of(name)), wide = column(p) - 1;
    buf_putc(p->b, ' ');
    buf_fill(p->b, ' ', used < wide ? (size_t)(wide - used) : 0);
    write_cell(p->b, name, used < wide ? used : wide);
  }
  buf_putc(p->b, '\n');
  run_page_rule(p);
  amounts(p, q);
  prices(p, q);
  run_page_rule(p);
  buf_clear(&words);
  buf_puts(&words, "flows of value over what one ");
  buf_puts(&words, q->unit);
  buf_printf(&words, " of %s into %s was worth, ", e->region[q->exporter].code,
             e->region[q->importer].code);
  write_number(&words, counted_price(m, q), 0);
  buf_printf(&words,
             " %s. Cost does not hang on how much is sold and no land is short: others buy no more "
             "because one buyer leaves, so that is not made; and what is bought of others or grown "
             "at home instead is made at the old cost",
             e->unit);
  buf_puts(p->b, "    ");
  run_page_wrapped(p, 4, words.n > 0 ? words.p : "");
  write_done(p->b, &words);
}

void run_page_counted_tables(struct page *p) {
  const struct economy *e = p->m->world->e;
  for (size_t k = 0; k < e->quantities; k++)
    if (counted_is_moved(p->m, &e->quantity[k])) table(p, &e->quantity[k]);
}
