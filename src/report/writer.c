// SPDX-License-Identifier: Apache-2.0
// CSV of lines that a batch answered: what csv.c writes, put together from pieces that are ready to be copied.
//
// Everything of a row but its cells and amounts is the same for all lines with the same words and the same
// shape: it is written once, quoted, and kept. Rows in the rare forms (a value that was rounded) are put
// together cell by cell. The order of the columns is that of csv.c; tests hold the two together.
#include <string.h>

#include "base/digits.h"
#include "base/error.h"
#include "base/num.h"
#include "book/line.h"
#include "report/writer.h"

enum {
  STRIDE = 32,         /* pieces are copied so many bytes at a time, past their end */
  KEPT_MOST = 9 << 15, /* bytes of pieces; then all are forgotten, to be made again */
  ROW_ROOM =
      32 * (IMP_BATCH_ROWS + 12), /* of the numbers of a row, and of what is copied past the end */
};

enum imp_status imp_report_writer_open(const struct imp_report *r, const struct imp_batch *b,
                                       struct imp_report_writer **out, struct imp_error *err) {
  *out = NULL;
  enum imp_format f = r->options.format;
  if ((f != IMP_CSV && f != IMP_TSV) || r->options.by != 0 || r->options.expect)
    return error_set(err, IMP_USAGE, "usage.format", "report these lines one by one",
                     "only CSV and TSV are written many lines at once");
  struct imp_report_writer *w = mem_alloc(sizeof *w);
  if (w == NULL) return error_no_memory(err);
  w->r = r;
  w->b = b;
  w->sep = f == IMP_TSV ? '\t' : ',';
  *out = w;
  return IMP_OK;
}

void imp_report_writer_free(struct imp_report_writer *w) {
  if (w == NULL) return;
  for (int i = 0; i < 2; i++) mem_free(w->fragments[i]);
  mem_free(w->shapes);
  mem_free(w->refusals);
  buf_free(&w->needs);
  arena_free(&w->arena);
  arena_free(&w->pieces);
  mem_free(w);
}

/* ---- pieces ------------------------------------------------------------------------------------ */

static void join(struct buf *b, const char *text) {
  if (b->n > 0) buf_puts(b, "; ");
  buf_puts(b, text);
}

static void join_all(struct buf *b, const char *const *texts, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) join(b, texts[i]);
}

/* The notes of a row, in the order of csv.c. */
static void put_notes(const struct imp_report_writer *w, const struct imp_batch_words *words,
                      bool day_lent, const struct imp_report_row *row, struct buf *out) {
  bool assumed;
  const char *lent = report_lent_day(w->r, &assumed);
  struct buf cell = {0};
  join_all(&cell, words->notes, words->notes_count);
  if (row != NULL) {
    join(&cell, "");
    buf_printf(&cell, LINE_VALUE_NOTE, (int)row->value_size, row->value, (long long)row->dollars);
  }
  if (day_lent && !assumed) join(&cell, lent);
  join_all(&cell, words->caveats, words->caveat_count);
  report_csv_cell(out, buf_str(&cell), w->sep);
  if (cell.failed) out->failed = true;
  buf_free(&cell);
}

static void put_assumed(const struct imp_report_writer *w, const struct imp_batch_words *words,
                        bool day_lent, struct buf *out) {
  bool assumed;
  const char *lent = report_lent_day(w->r, &assumed);
  struct buf cell = {0};
  join_all(&cell, words->assumed, words->assumed_count);
  if (day_lent && assumed) join(&cell, lent);
  report_csv_cell(out, buf_str(&cell), w->sep);
  if (cell.failed) out->failed = true;
  buf_free(&cell);
}

static void put_tail(const struct imp_report_writer *w, const struct imp_batch_words *words,
                     bool day_lent, const struct imp_report_row *row, struct buf *out) {
  buf_putc(out, w->sep);
  report_csv_cell(out, str_of(words->id), w->sep);
  buf_putc(out, w->sep);
  report_csv_cell(out, str_of(words->next), w->sep);
  buf_putc(out, w->sep);
  put_notes(w, words, day_lent, row, out);
  buf_putc(out, '\n');
}

/* What is in the buffer, with room behind it to be read past its end; the buffer is empty again. */
static bool keep(struct imp_report_writer *w, struct buf *b, struct str *out) {
  char *p = b->failed ? NULL : arena_alloc(&w->pieces, b->n + STRIDE);
  if (p != NULL && b->n > 0) memcpy(p, b->p, b->n);
  *out = (struct str){p, p != NULL ? b->n : 0};
  buf_clear(b);
  return p != NULL;
}

static void put_refused(const struct imp_report_writer *w, const struct imp_batch_words *words,
                        struct buf *out) {
  enum { COLUMNS_OF_A_BILL = 10 };
  buf_putc(out, w->sep);
  buf_put(out, STR("refused"));
  buf_putc(out, w->sep);
  report_csv_cell(out, str_of(words->reason), w->sep);
  buf_fill(out, w->sep, COLUMNS_OF_A_BILL + 1);
  buf_puts(out, w->r->stamp.digest);
  buf_putc(out, w->sep);
}

/* Of an answered line, between its amounts and its duty on basis legal. Where its needs would stand. */
static size_t put_between(const struct imp_report_writer *w, const struct imp_batch_words *words,
                          bool day_lent, struct buf *out) {
  buf_putc(out, w->sep);
  put_assumed(w, words, day_lent, out);
  buf_putc(out, w->sep);
  size_t before_needs = out->n;
  buf_putc(out, w->sep);
  buf_puts(out, w->r->stamp.digest);
  buf_putc(out, w->sep);
  return before_needs;
}

static bool make_fragment(struct imp_report_writer *w, uint32_t words, bool day_lent,
                          struct fragment *f) {
  struct imp_batch_words said;
  struct buf b = {0};
  if (imp_batch_words(w->b, words, &said) != IMP_OK) return false;
  if (said.id != NULL)
    put_refused(w, &said, &b);
  else
    f->before_needs = (uint32_t)put_between(w, &said, day_lent, &b);
  bool fine = keep(w, &b, said.id != NULL ? &f->refused : &f->between);
  put_tail(w, &said, day_lent, NULL, &b);
  fine = fine && keep(w, &b, &f->tail);
  buf_free(&b);
  f->made = fine;
  return fine;
}

static const struct fragment *fragment_of(struct imp_report_writer *w, uint32_t words,
                                          bool day_lent) {
  struct fragment **all = &w->fragments[day_lent];
  size_t *count = &w->fragment_count[day_lent];
  if (words >= *count) {
    if (!mem_grow((void **)all, &w->fragment_cap[day_lent], words + 1u, sizeof **all)) return NULL;
    memset(*all + *count, 0, (words + 1u - *count) * sizeof **all);
    *count = words + 1u;
  }
  struct fragment *f = &(*all)[words];
  return f->made || make_fragment(w, words, day_lent, f) ? f : NULL;
}

static void forget_pieces(struct imp_report_writer *w) {
  for (int i = 0; i < 2; i++)
    if (w->fragment_count[i] > 0)
      memset(w->fragments[i], 0, w->fragment_count[i] * sizeof *w->fragments[i]);
  if (w->shape_count > 0) memset(w->shapes, 0, w->shape_count * sizeof *w->shapes);
  arena_free(&w->pieces);
}

/* The cell of headings of a shape, from the separator before it to the one behind it. */
static const struct str *headings_of(struct imp_report_writer *w, uint32_t shape) {
  struct imp_shape s;
  struct buf cell = {0}, out = {0};
  if (shape < w->shape_count && w->shapes[shape].p != NULL) return &w->shapes[shape];
  if (imp_batch_shape(w->b, shape, &s) != IMP_OK ||
      !mem_grow((void **)&w->shapes, &w->shape_cap, shape + 1u, sizeof *w->shapes))
    return NULL;
  for (; w->shape_count <= shape; w->shape_count++) w->shapes[w->shape_count] = (struct str){0};
  for (uint32_t i = 0; i < s.row_count; i++) {
    if (i > 0) buf_puts(&cell, "; ");
    buf_puts(&cell, s.rows[i].heading);
  }
  buf_putc(&out, w->sep);
  report_csv_cell(&out, buf_str(&cell), w->sep);
  buf_putc(&out, w->sep);
  bool fine = !cell.failed && keep(w, &out, &w->shapes[shape]);
  buf_free(&cell);
  buf_free(&out);
  return fine ? &w->shapes[shape] : NULL;
}

/* ---- numbers ----------------------------------------------------------------------------------- */

static char *put(char *to, struct str s) {
  if (s.n > 0) memcpy(to, s.p, s.n);
  return to + s.n;
}

/* A piece that was kept: STRIDE bytes behind it may be read, and as many behind `to` are there to be written. */
static inline char *put_piece(char *to, struct str s) {
  for (size_t i = 0; i < s.n; i += STRIDE) memcpy(to + i, s.p + i, STRIDE);
  return to + s.n;
}

/* As report_share: hundredths of a percent, half up, without zeros at the end. */
static char *put_share(char *to, int64_t duty, int64_t dollars) {
  if (dollars <= 0 || duty < 0) return to;
  uint64_t hundredths;
  if (duty < INT64_MAX / 20000 && dollars < INT64_MAX / 20000)
    hundredths = ((uint64_t)duty * 200 + (uint64_t)dollars) / ((uint64_t)dollars * 2);
  else
    hundredths = (uint64_t)(((i128)duty * 200 + dollars) / ((i128)dollars * 2));
  unsigned part = (unsigned)(hundredths % 100);
  to = digits_whole(to, hundredths / 100);
  if (part != 0) {
    *to++ = '.';
    *to++ = (char)('0' + part / 10);
    if (part % 10 != 0) *to++ = (char)('0' + part % 10);
  }
  *to++ = '%';
  return to;
}

/* ---- one row ----------------------------------------------------------------------------------- */

static char *room(struct imp_text *text, size_t more) {
  if (text->cap - text->n < more) {
    size_t cap = text->cap * 2 > text->n + more ? text->cap * 2 : text->n + more;
    char *p = mem_resize(text->p, cap);
    if (p == NULL) return NULL;
    text->p = p;
    text->cap = cap;
  }
  return text->p + text->n;
}

/* status, reason, if, an empty duty, and both ends. */
static char *put_ends(const struct imp_report_writer *w, int64_t low, int64_t high, char *to) {
  *to++ = w->sep;
  to = put(to, STR("range"));
  for (int i = 0; i < 4; i++) *to++ = w->sep;
  to = digits_cents(to, low);
  *to++ = w->sep;
  to = digits_cents(to, high);
  *to++ = w->sep;
  return to;
}

/* status, reason, if, then the duty three times: duty, low, high. */
static char *put_duty(const struct imp_report_writer *w, int64_t duty, char *to) {
  char text[DIGITS_ROOM + 1] = {0};
  char *end = digits_cents(text, duty);
  *end++ = w->sep;
  size_t n = (size_t)(end - text);
  *to++ = w->sep;
  *to++ = 'o';
  *to++ = 'k';
  for (int i = 0; i < 3; i++) *to++ = w->sep;
  for (int i = 0; i < 3; i++, to += n) memcpy(to, text, sizeof text);
  return to;
}

static char *put_amounts(const int64_t *amounts, uint32_t n, char *to) {
  for (uint32_t k = 0; k < n; k++) {
    if (k > 0) {
      *to++ = ';';
      *to++ = ' ';
    }
    to = digits_cents(to, amounts[k]);
  }
  return to;
}

static char *put_answered(const struct imp_report_writer *w, const struct fragment *f,
                          const struct str *headings, const struct imp_results *res,
                          const struct imp_report_row *row, char *to) {
  uint32_t i = row->line;
  bool sure = res->low[i] == res->high[i];
  to = sure ? put_duty(w, res->low[i], to) : put_ends(w, res->low[i], res->high[i], to);
  to = digits_cents(to, row->said.void_part);
  *to++ = w->sep;
  if (sure) to = put_share(to, res->low[i], row->dollars);
  to = put_piece(to, *headings);
  to = put_amounts(res->amounts + res->first[i], res->first[i + 1] - res->first[i], to);
  if (w->needs.n == 0) {
    to = put_piece(to, f->between);
  } else {
    to = put(to, (struct str){f->between.p, f->before_needs});
    to = put(to, buf_str(&w->needs));
    to = put(to, str_sub(f->between, f->before_needs, f->between.n));
  }
  return digits_cents(to, row->said.legal);
}

static void add(struct sums *s, int64_t *sum, int64_t more) {
  if (__builtin_add_overflow(*sum, more, sum)) s->overflow = true;
}

static bool count(struct imp_report_writer *w, const struct imp_results *res,
                  const struct imp_report_row *row) {
  struct sums *s = &w->sums;
  uint32_t words = row->said.words;
  s->lines++;
  if (res->status[row->line] == IMP_LINE_REFUSED) {
    s->refused++;
    if (words >= w->refusal_count) {
      if (!mem_grow((void **)&w->refusals, &w->refusal_cap, words + 1u, sizeof *w->refusals))
        return false;
      while (w->refusal_count <= words) w->refusals[w->refusal_count++] = 0;
    }
    w->refusals[words]++;
    return true;
  }
  s->any = true;
  add(s, &s->low, res->low[row->line]);
  add(s, &s->high, res->high[row->line]);
  s->ranges += res->low[row->line] != res->high[row->line];
  add(s, &s->void_low, row->said.void_low);
  add(s, &s->void_high, row->said.void_part);
  return true;
}

/* A value that was rounded is said in the notes, with the text it had. */
static bool put_own_tail(struct imp_report_writer *w, const struct imp_report_row *row,
                         struct imp_text *text) {
  struct imp_batch_words said;
  struct buf b = {0};
  if (imp_batch_words(w->b, row->said.words, &said) != IMP_OK) return false;
  put_tail(w, &said, row->day_lent, row, &b);
  char *to = b.failed ? NULL : room(text, b.n);
  if (to != NULL) text->n += (size_t)(put(to, buf_str(&b)) - to);
  buf_free(&b);
  return to != NULL;
}

enum imp_status imp_report_writer_row(struct imp_report_writer *w, const struct imp_results *res,
                                      const struct imp_report_row *row, struct imp_text *text,
                                      struct imp_error *err) {
  bool refused = res->status[row->line] == IMP_LINE_REFUSED;
  if (w->pieces.used > KEPT_MOST) forget_pieces(w);
  const struct fragment *f = fragment_of(w, row->said.words, row->day_lent);
  const struct str *headings = refused || f == NULL ? NULL : headings_of(w, res->shape[row->line]);
  if (f == NULL || (!refused && headings == NULL)) return error_no_memory(err);
  buf_clear(&w->needs);
  if (row->said.needs != NULL) report_csv_cell(&w->needs, str_of(row->said.needs), w->sep);
  size_t most = w->needs.n + row->cells_size + ROW_ROOM + f->tail.n +
                (refused ? f->refused.n : f->between.n + headings->n);
  char *from = room(text, most);
  if (w->needs.failed || from == NULL || !count(w, res, row)) return error_no_memory(err);
  char *to = put(from, (struct str){row->cells, row->cells_size});
  to = refused ? put_piece(to, f->refused) : put_answered(w, f, headings, res, row, to);
  if (row->value == NULL) to = put_piece(to, f->tail);
  text->n += (size_t)(to - from);
  return row->value == NULL || put_own_tail(w, row, text) ? IMP_OK : error_no_memory(err);
}
