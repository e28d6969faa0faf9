// SPDX-License-Identifier: Apache-2.0
// A panel as a table of intervals: a row for each number and place while nothing that is shown changes.
//
// What a row says behind the place is worked out once per strip of a number; most places of a number share
// a few strips.
#include "panel/csv.h"

#include <stdio.h>
#include <string.h>

enum { SHARES_MOST = 256 };

static const char *const statuses[IMP_CELL_STATUSES] = {"none",      "ok",         "range",
                                                        "open",      "unit-value", "refused",
                                                        "prohibited"};

/* "12.5": percent, without trailing noughts. */
void csv_share(struct buf *b, int64_t share) {
  char text[32];
  int n = snprintf(text, sizeof text, "%lld.%06lld", (long long)(share / 1000000),
                   (long long)(share % 1000000));
  while (text[n - 1] == '0') n--;
  if (text[n - 1] == '.') n--;
  buf_put(b, (struct str){text, (size_t)n});
}

static void put_base(const struct imp_panel *p, const struct prog *g, const struct code_row *c,
                     struct buf *b) {
  for (uint32_t r = 0; r < g->count; r++) {
    const struct prog_row *row = &p->rows[g->first + r];
    if (!row->is_base) continue;
    if (row->kind == ROW_GENERAL || row->kind == ROW_COLUMN_2)
      buf_put(b, p->columns[row->kind == ROW_GENERAL ? c->general : c->column2].text);
    else
      csv_share(b, row->share);
    return;
  }
}

/* A programme's rows added up; empty when it has none. */
static void put_programmes(const struct imp_panel *p, const struct prog *g,
                           const struct code_row *c, int64_t base, struct buf *b) {
  int64_t sums[SHARES_MOST];
  bool known[SHARES_MOST] = {false}, text[SHARES_MOST] = {false};
  for (uint32_t r = 0; r < g->count; r++) {
    const struct prog_row *row = &p->rows[g->first + r];
    if (row->is_base || row->programme >= SHARES_MOST) continue;
    int64_t share = panel_row_share(p, row, c, base);
    if (!known[row->programme]) sums[row->programme] = 0;
    known[row->programme] = true;
    if (share == NO_SHARE)
      text[row->programme] = true;
    else
      sums[row->programme] += share;
  }
  for (uint32_t i = 0; i < p->programme_count && i < SHARES_MOST; i++) {
    buf_putc(b, ',');
    if (known[i] && text[i])
      buf_puts(b, "by quantity");
    else if (known[i])
      csv_share(b, sums[i]);
  }
}

/* Everything behind the days: ",ok,17.6%,67.6,67.6,25,...,". */
static void put_tail(const struct imp_panel *p, const struct prog *g, const struct code_row *c,
                     struct buf *b) {
  struct cell_sums s = panel_sums(p, g, c);
  buf_putc(b, ',');
  buf_puts(b, statuses[g->status]);
  buf_putc(b, ',');
  put_base(p, g, c, b);
  buf_putc(b, ',');
  if (s.total) csv_share(b, s.low);
  buf_putc(b, ',');
  if (s.total) csv_share(b, s.high);
  put_programmes(p, g, c, s.base, b);
  buf_putc(b, ',');
  buf_puts(b, panel_text(p, g->why));
  buf_putc(b, '\n');
}

/* ---- the rows of a strip ------------------------------------------------------------------------------- */

static bool add_start(struct table *t, size_t at) {
  if (!mem_grow((void **)&t->starts, &t->start_cap, t->start_count + 2, sizeof *t->starts))
    return false;
  t->starts[t->start_count++] = at;
  return true;
}

/* One row: ",FROM,UNTIL" and the tail. */
static void put_row(struct buf *b, imp_day from, imp_day until, struct str tail) {
  buf_putc(b, ',');
  day_print(from, b);
  buf_putc(b, ',');
  day_print(until, b);
  buf_put(b, tail);
}

bool csv_end(struct table *t, const struct stretch *s, struct tail *out) {
  if (s->from == s->until) return true;
  if (!add_start(t, t->texts.n)) return false;
  put_row(&t->texts, s->from, s->until, buf_str(&s->tail));
  out->count++;
  return true;
}

void csv_swap(struct stretch *a, struct stretch *b) {
  struct stretch kept = *a;
  *a = *b;
  *b = kept;
}

bool csv_last(struct table *t, struct stretch *last, struct stretch *spare, bool fine,
              struct tail *out) {
  fine = fine && csv_end(t, last, out) && add_start(t, t->texts.n) && !last->tail.failed &&
         !spare->tail.failed && !t->texts.failed;
  buf_free(&last->tail);
  buf_free(&spare->tail);
  return fine;
}

static bool write_strip(struct table *t, const struct code_row *c, uint32_t strip,
                        struct tail *out) {
  const struct imp_panel *p = t->p;
  const uint32_t *progs = panel_progs(p, strip);
  struct stretch last = {c->from, c->from, {0}}, now = last;
  bool fine = true;
  *out = (struct tail){strip, t->start_count, 0};
  for (size_t d = 0; d < p->day_count && fine; d++) {
    now.from = p->days[d] > c->from ? p->days[d] : c->from;
    now.until = d + 1 < p->day_count && p->days[d + 1] < c->until ? p->days[d + 1] : c->until;
    if (now.from >= now.until) continue;
    buf_clear(&now.tail);
    put_tail(p, &p->progs[progs[d]], c, &now.tail);
    if (last.tail.n && str_eq(buf_str(&now.tail), buf_str(&last.tail))) {
      last.until = now.until;
      continue;
    }
    fine = csv_end(t, &last, out);
    csv_swap(&last, &now);
  }
  return csv_last(t, &last, &now, fine, out);
}

static struct tail *tail_of(struct table *t, const struct code_row *c, uint32_t strip) {
  for (size_t i = 0; i < t->tail_count; i++)
    if (t->tails[i].strip == strip) return &t->tails[i];
  if (!mem_grow((void **)&t->tails, &t->tail_cap, t->tail_count + 1, sizeof *t->tails)) return NULL;
  struct tail *tail = &t->tails[t->tail_count];
  if (!write_strip(t, c, strip, tail)) return NULL;
  t->tail_count++;
  return tail;
}

/* ---- the table --------------------------------------------------------------------------------------------- */

enum imp_status csv_flush(struct table *t, size_t least, struct imp_error *err) {
  if (t->out.failed) return error_no_memory(err);
  if (t->out.n < least || !t->out.n) return IMP_OK;
  enum imp_status status = t->put(t->user, t->out.p, t->out.n, err);
  buf_clear(&t->out);
  return status;
}

/* A row of the key and the place for each stretch of the tail. */
void csv_rows(struct table *t, const char *key, uint32_t place, const struct tail *tail) {
  char prefix[24];
  uint16_t iso2 = t->p->places[place].iso2;
  int n = snprintf(prefix, sizeof prefix, "%s,%c%c", key, (char)(iso2 >> 8), (char)(iso2 & 0xff));
  for (size_t r = tail->first; r < tail->first + tail->count; r++) {
    buf_put(&t->out, (struct str){prefix, (size_t)n});
    buf_put(&t->out, str_sub(buf_str(&t->texts), t->starts[r], t->starts[r + 1]));
  }
  t->rows += tail->count;
}

void csv_begin(struct table *t) {
  buf_clear(&t->texts);
  t->start_count = t->tail_count = 0;
  for (uint32_t i = 0; i < t->p->place_class_count; i++) t->tail_of[i] = NOWHERE;
}

static enum imp_status put_code(struct table *t, const struct code_row *c, struct imp_error *err) {
  const struct imp_panel *p = t->p;
  char key[24];
  snprintf(key, sizeof key, "%010llu", (unsigned long long)c->code);
  csv_begin(t);
  for (uint32_t i = 0; i < p->place_count; i++) {
    uint32_t class = p->places[i].class;
    if (t->tail_of[class] == NOWHERE) {
      struct tail *made = tail_of(t, c, panel_strip(p, c, i));
      if (!made) return error_no_memory(err);
      t->tail_of[class] = (uint32_t)(made - t->tails);
    }
    csv_rows(t, key, i, &t->tails[t->tail_of[class]]);
  }
  return csv_flush(t, CSV_FLUSH, err);
}

static void put_names(struct table *t) {
  buf_puts(&t->out, "code,place,from,until,status,base,low,high");
  for (uint32_t i = 0; i < t->p->programme_count && i < SHARES_MOST; i++) {
    buf_putc(&t->out, ',');
    buf_puts(&t->out, panel_text(t->p, t->p->programmes[i]));
  }
  buf_puts(&t->out, ",why\n");
}

enum imp_status csv_open(struct table *t, const struct imp_panel *p, imp_panel_put put, void *user,
                         struct imp_error *err) {
  *t = (struct table){.p = p, .put = put, .user = user};
  t->tail_of = mem_alloc((p->place_class_count + 1u) * sizeof *t->tail_of);
  return t->tail_of ? IMP_OK : error_no_memory(err);
}

enum imp_status csv_close(struct table *t, enum imp_status status, uint64_t *rows,
                          struct imp_error *err) {
  if (status == IMP_OK) status = csv_flush(t, 0, err);
  *rows = t->rows;
  buf_free(&t->out);
  buf_free(&t->texts);
  mem_free(t->starts);
  mem_free(t->tails);
  mem_free(t->tail_of);
  return status;
}

enum imp_status imp_panel_csv(const struct imp_panel *p, imp_panel_put put, void *user,
                              uint64_t *rows, struct imp_error *err) {
  struct table t;
  enum imp_status status = csv_open(&t, p, put, user, err);
  put_names(&t);
  for (size_t i = 0; i < p->code_count && status == IMP_OK; i++)
    status = put_code(&t, &p->codes[i], err);
  return csv_close(&t, status, rows, err);
}
