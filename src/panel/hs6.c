// SPDX-License-Identifier: Apache-2.0
// A panel rolled up to six digits: how many numbers, how many of them have one rate, and the least, the plain
// mean and the most of those rates. Numbers that are refused or hang on something are counted, not averaged.
#include <stdio.h>

#include "panel/csv.h"

struct roll { /* of one subheading, place and day */
  uint32_t numbers, rated, refused, prohibited;
  int64_t least, most, sum;
};

static void add_number(const struct imp_panel *p, const struct code_row *c, uint32_t strip,
                       size_t day, struct roll *r) {
  const struct prog *g = &p->progs[panel_progs(p, strip)[day]];
  if (g->status == IMP_CELL_NONE) return;
  struct cell_sums s = panel_sums(p, g, c);
  r->numbers++;
  r->refused += g->status == IMP_CELL_REFUSED;
  r->prohibited += g->status == IMP_CELL_PROHIBITED;
  if (!s.total || s.low != s.high) return;
  if (!r->rated || s.low < r->least) r->least = s.low;
  if (!r->rated || s.low > r->most) r->most = s.low;
  r->sum += s.low;
  r->rated++;
}

static void put_roll(const struct roll *r, struct buf *b) {
  buf_printf(b, ",%u,%u,%u,%u,", (unsigned)r->numbers, (unsigned)r->rated, (unsigned)r->refused,
             (unsigned)r->prohibited);
  if (r->rated) csv_share(b, r->least);
  buf_putc(b, ',');
  if (r->rated) csv_share(b, (2 * r->sum + r->rated) / (2 * (int64_t)r->rated));
  buf_putc(b, ',');
  if (r->rated) csv_share(b, r->most);
  buf_putc(b, '\n');
}

struct stretch { /* days on which the roll is the same; until from: none yet */
  imp_day from, until;
  struct buf text;
};

static bool end_stretch(struct table *t, const struct stretch *s, struct tail *out) {
  return csv_end(t, s->from, s->until, buf_str(&s->text), out);
}

/* All days of a place; the numbers are codes[first] up to codes[end]. */
static bool write_place(struct table *t, size_t first, size_t end, uint32_t place,
                        struct tail *out) {
  const struct imp_panel *p = t->p;
  struct stretch last = {p->from, p->from, {0}}, now = last;
  bool fine = true;
  *out = (struct tail){0, t->start_count, 0};
  for (size_t d = 0; d < p->day_count && fine; d++) {
    struct roll r = {0};
    for (size_t i = first; i < end; i++)
      add_number(p, &p->codes[i], panel_strip(p, &p->codes[i], place), d, &r);
    now.from = p->days[d];
    now.until = d + 1 < p->day_count ? p->days[d + 1] : p->until;
    buf_clear(&now.text);
    put_roll(&r, &now.text);
    if (last.text.n && str_eq(buf_str(&now.text), buf_str(&last.text))) {
      last.until = now.until;
      continue;
    }
    fine = end_stretch(t, &last, out);
    struct stretch kept = last;
    last = now;
    now = kept;
  }
  fine = fine && end_stretch(t, &last, out) && csv_last(t) && !last.text.failed && !now.text.failed;
  buf_free(&last.text);
  buf_free(&now.text);
  return fine;
}

static enum imp_status put_subheading(struct table *t, size_t first, size_t end,
                                      struct imp_error *err) {
  const struct imp_panel *p = t->p;
  char key[24];
  snprintf(key, sizeof key, "%06llu", (unsigned long long)(p->codes[first].code / 10000));
  csv_begin(t);
  for (uint32_t i = 0; i < p->place_count; i++) {
    uint32_t class = p->places[i].class;
    if (t->tail_of[class] == NOWHERE) {
      if (!mem_grow((void **)&t->tails, &t->tail_cap, t->tail_count + 1, sizeof *t->tails) ||
          !write_place(t, first, end, i, &t->tails[t->tail_count]))
        return error_no_memory(err);
      t->tail_of[class] = (uint32_t)t->tail_count++;
    }
    csv_rows(t, key, i, &t->tails[t->tail_of[class]]);
  }
  return csv_flush(t, CSV_FLUSH, err);
}

enum imp_status imp_panel_hs6(const struct imp_panel *p, imp_panel_put put, void *user,
                              uint64_t *rows, struct imp_error *err) {
  struct table t;
  enum imp_status status = csv_open(&t, p, put, user, err);
  buf_puts(&t.out, "hs6,place,from,until,numbers,rated,refused,prohibited,least,mean,most\n");
  for (size_t i = 0, end; i < p->code_count && status == IMP_OK; i = end) {
    end = i;
    while (end < p->code_count && p->codes[end].code / 10000 == p->codes[i].code / 10000) end++;
    status = put_subheading(&t, i, end, err);
  }
  return csv_close(&t, status, rows, err);
}
