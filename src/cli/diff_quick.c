// SPDX-License-Identifier: Apache-2.0
// See diff_quick.h.
#include "cli/diff_quick.h"

#include <string.h>

#include "base/day.h"

enum { ROWS = 2 * IMP_BATCH_ROWS, BILLS = 16 };

struct side { /* one answer */
  uint8_t status;
  struct imp_shape shape; /* of the first bill, or the refusal */
  struct imp_batch_bill bills[BILLS];
  struct imp_shape shapes[BILLS];
  uint32_t count;
};

enum imp_status diff_quick_open(struct diff_quick *q, const struct imp_side sides[2],
                                struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (int i = 0; i < 2 && status == IMP_OK; i++) {
    struct imp_query query = *sides[i].query;
    query.brief = true;
    q->on[i] = sides[i].on;
    status = imp_batch_open(sides[i].law, &query, &q->batches[i], err);
  }
  return status;
}

void diff_quick_close(struct diff_quick *q) {
  imp_batch_free(q->batches[0]);
  imp_batch_free(q->batches[1]);
}

/* Whole dollars written as digits: anything else is read by the plain way. */
static bool whole_dollars(const char *text, int64_t *out) {
  size_t n = text != NULL ? strspn(text, "0123456789") : 0;
  if (n == 0 || n > 12) return false;
  if (text[n] != '\0' && strcmp(text + n, ".0") != 0 && strcmp(text + n, ".00") != 0) return false;
  *out = 0;
  for (size_t i = 0; i < n; i++) *out = *out * 10 + (text[i] - '0');
  return true;
}

static bool is_plain(const struct imp_line *line) {
  if (line->code == NULL || line->from == NULL || line->quantity != NULL || line->quantity2 != NULL)
    return false;
  return line->into == NULL || strcmp(line->into, "US") == 0;
}

/* All bills of the line when it has several, else the one of the results. */
static enum imp_status take_bills(struct imp_batch *b, const struct imp_columns *columns,
                                  const struct imp_results *r, struct side *out,
                                  struct imp_error *err) {
  enum imp_status status = imp_batch_shape(b, r->shape[0], &out->shape);
  out->status = r->status[0];
  out->count = 0;
  if (status != IMP_OK || out->status != IMP_LINE_OK) return status;
  if (out->shape.bill_count > 1) {
    status = imp_batch_bills(b, columns, 0, out->bills, BILLS, &out->count, err);
  } else {
    struct imp_batch_bill *one = &out->bills[0];
    one->picks = NULL;
    one->pick_count = 0;
    one->low = r->low[0];
    one->high = r->high[0];
    one->prohibited = false;
    one->shape = r->shape[0];
    memcpy(one->amounts, r->amounts + r->first[0], out->shape.row_count * sizeof *one->amounts);
    out->count = 1;
  }
  for (uint32_t i = 0; i < out->count && status == IMP_OK; i++)
    status = imp_batch_shape(b, out->bills[i].shape, &out->shapes[i]);
  return status;
}

static bool ask(struct diff_quick *q, int i, const struct imp_line *line, int64_t value,
                struct side *out, enum imp_status *status, struct imp_error *err) {
  struct imp_batch *b = q->batches[i];
  const char *on = q->on[i] != NULL ? q->on[i] : line->on;
  imp_day iso;
  if (on == NULL || !day_parse(str_of(on), &iso)) return false;
  uint32_t code = imp_batch_code(b, line->code), place = imp_batch_place(b, line->from), done = 0;
  uint32_t facts =
      imp_batch_facts(b, line->facts, line->fact_count, line->claims, line->claim_count);
  uint32_t zero = 0, shape = 0, first[2] = {0};
  int32_t day = imp_batch_day(on);
  uint8_t state = 0;
  int64_t low = 0, high = 0, amounts[IMP_BATCH_ROWS];
  if (code == IMP_BATCH_FAILED || place == IMP_BATCH_FAILED || facts == IMP_BATCH_FAILED)
    return false;
  struct imp_columns columns = {.count = 1,
                                .code = &code,
                                .place = &place,
                                .day = &day,
                                .value = &value,
                                .fact_line = &zero,
                                .fact_set = &facts,
                                .fact_count = facts != IMP_NO_FACTS};
  struct imp_results results = {&state, &shape, &low, &high, first, amounts, IMP_BATCH_ROWS};
  *status = imp_batch_run(b, &columns, &results, &done, err);
  if (*status != IMP_OK || done != 1) return false;
  *status = take_bills(b, &columns, &results, out, err);
  return *status == IMP_OK;
}

/* ---- side by side ---------------------------------------------------------------------------------------- */

struct merged {
  struct imp_diff_row rows[ROWS];
  const struct imp_shape_row *from[ROWS]; /* the first side's, else the second's */
  const struct imp_shape_row *on[ROWS][2];
  uint32_t count;
};

static uint32_t row_of(struct merged *m, const struct imp_shape_row *r) {
  for (uint32_t i = 0; i < m->count; i++)
    if (strcmp(m->from[i]->measure, r->measure) == 0 &&
        strcmp(m->from[i]->heading, r->heading) == 0)
      return i;
  m->rows[m->count] = (struct imp_diff_row){.measure = r->measure};
  m->from[m->count] = r;
  m->on[m->count][0] = m->on[m->count][1] = NULL;
  return m->count++;
}

static void put(struct merged *m, const struct side *s, uint32_t bill, int i) {
  for (uint32_t k = 0; k < s->shapes[bill].row_count; k++) {
    const struct imp_shape_row *r = &s->shapes[bill].rows[k];
    uint32_t at = row_of(m, r);
    struct imp_diff_row *x = &m->rows[at];
    int64_t amount = s->bills[bill].amounts[k];
    if (m->on[at][i] == NULL) m->on[at][i] = r;
    *(i == 0 ? &x->before : &x->after) += amount;
    if (r->is_void) *(i == 0 ? &x->void_before : &x->void_after) += amount;
  }
}

static bool same_rate(const struct imp_shape_row *a, const struct imp_shape_row *b) {
  if (a->rate == NULL || b->rate == NULL) return a->rate == b->rate;
  return strcmp(a->rate, b->rate) == 0;
}

/* True when anything differs, also what moves no money. */
static bool compare(struct merged *m, const struct side *before, uint32_t x,
                    const struct side *after, uint32_t y) {
  bool any =
      before->bills[x].low != after->bills[y].low || before->bills[x].high != after->bills[y].high;
  m->count = 0;
  put(m, before, x, 0);
  put(m, after, y, 1);
  for (uint32_t i = 0; i < m->count; i++) {
    struct imp_diff_row *r = &m->rows[i];
    const struct imp_shape_row *a = m->on[i][0], *b = m->on[i][1];
    r->both = a != NULL && b != NULL;
    r->differs =
        !r->both || r->before != r->after || !same_rate(a, b) || r->void_before != r->void_after;
    any = any || r->differs || a->is_void != b->is_void;
  }
  return any;
}

/* No question is answered differently. */
static bool agree(const struct imp_batch_bill *a, const struct imp_batch_bill *b) {
  for (uint32_t i = 0; i < a->pick_count; i++)
    for (uint32_t k = 0; k < b->pick_count; k++)
      if (strcmp(a->picks[i].question, b->picks[k].question) == 0 &&
          strcmp(a->picks[i].answer, b->picks[k].answer) != 0)
        return false;
  return true;
}

static bool same_picks(const struct imp_batch_bill *a, const struct imp_batch_bill *b) {
  return a->pick_count == b->pick_count && agree(a, b);
}

static bool usable(const struct side *s) {
  if (s->status == IMP_LINE_REFUSED) return s->shape.refusal != NULL;
  if (s->status != IMP_LINE_OK || s->count == 0) return false;
  for (uint32_t i = 0; i < s->count; i++)
    if (s->bills[i].prohibited || s->bills[i].low != s->bills[i].high) return false;
  return true;
}

/* The first two outcomes that agree are those that count; `pairs` says how many do. */
static bool compare_all(struct merged *first, const struct side *before, const struct side *after,
                        uint32_t *pairs) {
  struct merged scratch;
  bool differs = before->count != after->count;
  *pairs = 0;
  first->count = 0;
  for (uint32_t x = 0; x < before->count; x++)
    for (uint32_t y = 0; y < after->count; y++) {
      if (!agree(&before->bills[x], &after->bills[y])) {
        differs = differs || x == y;
        continue;
      }
      bool any = compare(*pairs == 0 ? first : &scratch, before, x, after, y);
      ++*pairs;
      if (x == y) differs = differs || any || !same_picks(&before->bills[x], &after->bills[y]);
    }
  return differs;
}

static enum imp_status add(const struct side sides[2], bool shown, struct imp_diff_sum *sum,
                           bool *done, struct imp_error *err) {
  bool refused[2] = {sides[0].status == IMP_LINE_REFUSED, sides[1].status == IMP_LINE_REFUSED};
  struct merged m;
  uint32_t pairs = 0;
  if (refused[0] || refused[1]) {
    bool same =
        refused[0] && refused[1] && strcmp(sides[0].shape.refusal, sides[1].shape.refusal) == 0;
    *done = same || !shown;
    if (*done) imp_diff_sum_add_refused(sum, refused[0], refused[1], same);
    return IMP_OK;
  }
  bool differs = compare_all(&m, &sides[0], &sides[1], &pairs);
  *done = pairs > 0 && (!differs || !shown);
  if (!*done) return IMP_OK;
  return imp_diff_sum_add_rows(sum, m.rows, m.count, differs, pairs > 1, err);
}

enum imp_status diff_quick_line(struct diff_quick *q, const struct imp_line *line, bool shown,
                                struct imp_diff_sum *sum, bool *done, struct imp_error *err) {
  struct side sides[2];
  int64_t value;
  enum imp_status status = IMP_OK;
  *done = false;
  if (!is_plain(line) || !whole_dollars(line->value, &value)) return IMP_OK;
  for (int i = 0; i < 2; i++)
    if (!ask(q, i, line, value, &sides[i], &status, err) || !usable(&sides[i])) return status;
  return add(sides, shown, sum, done, err);
}
