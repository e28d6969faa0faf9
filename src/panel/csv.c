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

static struct str day_text(const struct table *t, imp_day day) {
  return (struct str){t->days[day - t->p->from], DAY_TEXT - 1};
}

bool csv_end(struct table *t, imp_day from, imp_day until, struct str behind, struct tail *out) {
  if (from == until) return true;
  if (!add_start(t, t->texts.n)) return false;
  buf_put(&t->texts, day_text(t, from));
  buf_put(&t->texts, day_text(t, until));
  buf_put(&t->texts, behind);
  out->count++;
  return true;
}

bool csv_last(struct table *t) {
  return add_start(t, t->texts.n) && !t->texts.failed;
}

/* The text behind the days for a program and the columns of a number, by its number; NOWHERE: out of memory. */
static uint32_t behind_of(struct table *t, uint32_t prog, const struct code_row *c) {
  uint32_t key[] = {prog, c->general, c->column2};
  size_t known = t->keys.count;
  uint32_t id = set_add(&t->keys, key, sizeof key);
  if (id == UINT32_MAX || id < known) return id == UINT32_MAX ? NOWHERE : t->behind_of[id];
  if (!mem_grow((void **)&t->behind_of, &t->behind_cap, id + 1u, sizeof *t->behind_of))
    return NOWHERE;
  buf_clear(&t->scratch);
  put_tail(t->p, &t->p->progs[prog], c, &t->scratch);
  if (t->scratch.failed) return NOWHERE;
  return t->behind_of[id] = set_add(&t->behind, t->scratch.p, t->scratch.n);
}

static bool end_stretch(struct table *t, imp_day from, imp_day until, uint32_t behind,
                        struct tail *out) {
  size_t n;
  if (behind == NOWHERE) return true; /* nothing stands before the first */
  const void *text = set_at(&t->behind, behind, &n);
  return csv_end(t, from, until, (struct str){text, n}, out);
}

static bool write_strip(struct table *t, const struct code_row *c, uint32_t strip,
                        struct tail *out) {
  const struct imp_panel *p = t->p;
  const uint32_t *progs = panel_progs(p, strip);
  imp_day first = c->from, last = first;
  uint32_t behind = NOWHERE;
  *out = (struct tail){strip, t->start_count, 0};
  for (size_t d = 0; d < p->day_count; d++) {
    imp_day from = p->days[d] > c->from ? p->days[d] : c->from;
    imp_day until = d + 1 < p->day_count && p->days[d + 1] < c->until ? p->days[d + 1] : c->until;
    if (from >= until) continue;
    uint32_t now = behind_of(t, progs[d], c);
    if (now == NOWHERE) return false;
    if (now != behind) {
      if (!end_stretch(t, first, last, behind, out)) return false;
      first = from;
      behind = now;
    }
    last = until;
  }
  return end_stretch(t, first, last, behind, out) && csv_last(t);
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

static void put_bytes(char **to, const char *from, size_t n) {
  memcpy(*to, from, n);
  *to += n;
}

/* A row of the key (ten digits at most) and the place for each stretch of the tail. */
void csv_rows(struct table *t, const char *key, uint32_t place, const struct tail *tail) {
  char prefix[24];
  uint16_t iso2 = t->p->places[place].iso2;
  size_t n = strlen(key), end = tail->first + tail->count;
  memcpy(prefix, key, n);
  prefix[n++] = ',';
  prefix[n++] = (char)(iso2 >> 8);
  prefix[n++] = (char)(iso2 & 0xff);
  size_t more = tail->count * n + t->starts[end] - t->starts[tail->first];
  void *bytes = t->out.p;
  if (t->out.failed || !mem_grow(&bytes, &t->out.cap, t->out.n + more + 1, 1)) {
    t->out.failed = true;
    return;
  }
  t->out.p = bytes;
  char *to = t->out.p + t->out.n;
  for (size_t r = tail->first; r < end; r++) {
    put_bytes(&to, prefix, n);
    put_bytes(&to, t->texts.p + t->starts[r], t->starts[r + 1] - t->starts[r]);
  }
  *to = '\0';
  t->out.n += more;
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

static bool print_days(struct table *t) {
  size_t count = (size_t)(t->p->until - t->p->from) + 1;
  t->days = mem_alloc(count * sizeof *t->days);
  for (size_t i = 0; t->days && i < count && !t->scratch.failed; i++) {
    buf_clear(&t->scratch);
    day_print(t->p->from + (imp_day)i, &t->scratch);
    snprintf(t->days[i], sizeof t->days[i], ",%.10s", t->scratch.p ? t->scratch.p : "");
  }
  return t->days && !t->scratch.failed;
}

enum imp_status csv_open(struct table *t, const struct imp_panel *p, imp_panel_put put, void *user,
                         struct imp_error *err) {
  *t = (struct table){.p = p, .put = put, .user = user};
  t->tail_of = mem_alloc((p->place_class_count + 1u) * sizeof *t->tail_of);
  return t->tail_of && print_days(t) ? IMP_OK : error_no_memory(err);
}

enum imp_status csv_close(struct table *t, enum imp_status status, uint64_t *rows,
                          struct imp_error *err) {
  if (status == IMP_OK) status = csv_flush(t, 0, err);
  *rows = t->rows;
  buf_free(&t->out);
  buf_free(&t->texts);
  buf_free(&t->scratch);
  set_free(&t->keys);
  set_free(&t->behind);
  mem_free(t->behind_of);
  mem_free(t->days);
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
