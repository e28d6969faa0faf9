// SPDX-License-Identifier: Apache-2.0
// Reading CSV and TSV: see sheet.h. Two passes over the bytes of a record: the first finds its end, the
// second cuts its cells. Knows nothing of what the cells mean. A workbook is told by its first bytes and read
// by xlsx_in.c.

#include "cli/sheet.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/xlsx_in.h"

enum { CHUNK = 1 << 16 };

void sheet_open(struct sheet_reader *t, FILE *file, char separator) {
  *t = (struct sheet_reader){.file = file, .separator = separator, .line = 1};
}

void sheet_close(struct sheet_reader *t) {
  xlsx_in_free(t->book);
  t->book = NULL;
  if (t->borrowed)
    t->raw = (struct buf){0};
  else
    buf_free(&t->raw);
  buf_free(&t->cell);
  arena_free(&t->arena);
}

/* ---- bytes ----------------------------------------------------------------------------------- */

static void drop_used(struct sheet_reader *t) {
  if (t->at == 0) return;
  memmove(t->raw.p, t->raw.p + t->at, t->raw.n - t->at);
  t->raw.n -= t->at;
  t->at = 0;
}

/* Reads another chunk behind what is there. False: cannot read, or no memory. */
static bool fill(struct sheet_reader *t, struct imp_error *err) {
  drop_used(t);
  size_t before = t->raw.n;
  buf_fill(&t->raw, ' ', CHUNK);
  if (t->raw.failed) {
    error_no_memory(err);
    return false;
  }
  size_t n = fread(t->raw.p + before, 1, CHUNK, t->file);
  t->raw.n = before + n;
  if (n == 0 && ferror(t->file)) {
    error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
              "cannot read: %s", strerror(errno));
    return false;
  }
  t->ended = n == 0;
  return true;
}

static void skip_mark(struct sheet_reader *t) {
  if (t->raw.n - t->at >= 3 && memcmp(t->raw.p + t->at, "\xEF\xBB\xBF", 3) == 0) t->at += 3;
}

/* ---- the end of a record --------------------------------------------------------------------- */

enum edge { EDGE_FOUND, EDGE_MORE, EDGE_QUOTE, EDGE_LOST };

/* Looks for the line end that closes the record; *length without it. EDGE_MORE: it is not in the bytes
 * held; EDGE_QUOTE: the same, and a quote stands open; EDGE_LOST: one stands open for longer than is waited for its
 * end. What a record is never hangs on how many bytes are held. */
static enum edge find_edge(const struct sheet_reader *t, size_t *length) {
  enum {
    START,
    PLAIN,
    QUOTED,
    CLOSED
  } state = START; /* CLOSED: behind a quote that may be doubled */
  const char *p = t->raw.p + t->at;
  size_t n = t->raw.n - t->at, open = 0;
  bool spans = false; /* a line end stands in the quotes that opened at `open` */
  for (size_t i = 0; i < n; i++) {
    if (state == QUOTED && i > (spans ? open + SHEET_QUOTED_MOST : SHEET_RECORD_MOST)) {
      *length = i;
      return EDGE_LOST;
    }
    if (state == QUOTED && p[i] == '\n') spans = true;
    if (p[i] == '"' && (state == START || state == CLOSED)) {
      if (state == START) open = i, spans = false;
      state = QUOTED;
    } else if (state == QUOTED)
      state = p[i] == '"' ? CLOSED : QUOTED;
    else if (p[i] == '\n') {
      *length = i;
      return EDGE_FOUND;
    } else
      state = p[i] == t->separator ? START : PLAIN;
  }
  *length = n;
  return state == QUOTED ? EDGE_QUOTE : EDGE_MORE;
}

static uint64_t count_lines(struct str s) {
  uint64_t lines = 0;
  for (size_t i = 0; i < s.n; i++) lines += s.p[i] == '\n';
  return lines;
}

/* ---- cells ----------------------------------------------------------------------------------- */

struct cutter {
  struct sheet_reader *t;
  struct str rest;
  const char **cells;
  uint32_t count;
  const char *wrong;
};

/* A byte that is zero ends a text here: it is shown as U+FFFD, so that what stands behind it is not lost. */
static const char *show_zeros(struct cutter *c, struct str text) {
  struct buf shown = {0};
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] == '\0')
      buf_puts(&shown, "\xEF\xBF\xBD");
    else
      buf_putc(&shown, text.p[i]);
  }
  const char *kept = shown.failed ? NULL : str_dup(&c->t->arena, buf_str(&shown));
  buf_free(&shown);
  return kept;
}

static bool keep_cell(struct cutter *c, struct str text) {
  bool zero = text.n > 0 && memchr(text.p, '\0', text.n) != NULL;
  c->cells[c->count] = zero ? show_zeros(c, text) : str_dup(&c->t->arena, text);
  return c->cells[c->count++] != NULL;
}

/* The rest begins with a quote: takes up to the closing one, doubled quotes made single. */
static bool quoted_cell(struct cutter *c) {
  struct buf *cell = &c->t->cell;
  size_t i = 1;
  buf_clear(cell);
  for (; i < c->rest.n; i++) {
    if (c->rest.p[i] == '"') {
      if (i + 1 >= c->rest.n || c->rest.p[i + 1] != '"') break;
      i++;
    }
    buf_putc(cell, c->rest.p[i]);
  }
  c->rest = str_sub(c->rest, i + 1, c->rest.n);
  long next = str_find(c->rest, c->t->separator);
  size_t tail = next < 0 ? c->rest.n : (size_t)next;
  if (tail > 0) {
    c->wrong = "text stands behind a closing quote";
    buf_put(cell, str_sub(c->rest, 0, tail));
    c->rest = str_sub(c->rest, tail, c->rest.n);
  }
  return !cell->failed && keep_cell(c, buf_str(cell));
}

static bool plain_cell(struct cutter *c) {
  long next = str_find(c->rest, c->t->separator);
  size_t n = next < 0 ? c->rest.n : (size_t)next;
  bool kept = keep_cell(c, str_sub(c->rest, 0, n));
  c->rest = str_sub(c->rest, n, c->rest.n);
  return kept;
}

static bool cut(struct cutter *c) {
  for (;;) {
    if (c->count == SHEET_CELLS_MOST) {
      c->wrong = "the line has more than 1024 cells";
      return true;
    }
    bool quoted = c->rest.n > 0 && c->rest.p[0] == '"';
    if (!(quoted ? quoted_cell(c) : plain_cell(c))) return false;
    if (c->rest.n == 0) return true;
    c->rest = str_sub(c->rest, 1, c->rest.n); /* the separator */
  }
}

static const char *wrong_bytes(struct sheet_reader *t, struct str bytes) {
  size_t at = 0;
  const char *what = NULL;
  if (!str_utf8_valid(bytes, &at)) {
    what = "is not UTF-8";
  } else if (bytes.n > 0) {
    const char *nul = memchr(bytes.p, '\0', bytes.n);
    if (nul == NULL) return NULL;
    at = (size_t)(nul - bytes.p);
    what = "is zero (NUL)";
  }
  if (what == NULL) return NULL;
  buf_clear(&t->cell);
  buf_printf(&t->cell, "byte %zu of the line %s", at + 1, what);
  return str_dup(&t->arena, buf_str(&t->cell));
}

/* Splits the record's bytes into `out`. False: no memory. */
static bool take_record(struct sheet_reader *t, struct str bytes, const char *wrong,
                        struct sheet_record *out) {
  if (bytes.n > 0 && bytes.p[bytes.n - 1] == '\r') bytes.n--;
  struct cutter c = {.t = t, .rest = bytes};
  c.cells = arena_array(&t->arena, SHEET_CELLS_MOST, sizeof *c.cells);
  if (c.cells == NULL || !cut(&c)) return false;
  const char *bad = wrong_bytes(t, bytes);
  *out = (struct sheet_record){.cells = c.cells, .count = c.count, .line = t->line};
  out->wrong = wrong != NULL ? wrong : bad != NULL ? bad : c.wrong;
  return true;
}

/* ---- one record ------------------------------------------------------------------------------ */

/* Past the first line end at or after the record's beginning: where reading goes on after a record that
 * has no end of its own. */
static struct str first_line(const struct sheet_reader *t) {
  struct str held = {t->raw.p + t->at, t->raw.n - t->at};
  long end = str_find(held, '\n');
  return end < 0 ? held : str_sub(held, 0, (size_t)end);
}

static bool skip_long_line(struct sheet_reader *t, struct imp_error *err) {
  for (;;) {
    struct str held = {t->raw.p + t->at, t->raw.n - t->at};
    long end = str_find(held, '\n');
    if (end >= 0) {
      t->at += (size_t)end;
      return true;
    }
    t->at = t->raw.n;
    if (t->ended) return true;
    if (!fill(t, err)) return false;
  }
}

static void step_over_line_end(struct sheet_reader *t) {
  if (t->at < t->raw.n && t->raw.p[t->at] == '\n') t->at++;
}

/* Finds the record at t->at, reading on as needed. *wrong is set when it has no end of its own. */
static bool find_record(struct sheet_reader *t, struct str *bytes, const char **wrong,
                        struct imp_error *err) {
  size_t length = 0;
  enum edge e = find_edge(t, &length);
  while (e != EDGE_FOUND && e != EDGE_LOST && !t->ended && length <= SHEET_RECORD_MOST + 1) {
    if (!fill(t, err)) return false;
    e = find_edge(t, &length);
  }
  *wrong = NULL;
  *bytes = (struct str){t->raw.p + t->at, length};
  if (e == EDGE_QUOTE || e == EDGE_LOST) *wrong = "a quote is opened and not closed";
  if (e == EDGE_MORE && !t->ended) *wrong = "the line is longer than a mebibyte";
  if (e == EDGE_FOUND && length > SHEET_RECORD_MOST) *wrong = "the line is longer than a mebibyte";
  if (*wrong != NULL) *bytes = first_line(t);
  return true;
}

static void choose_separator(struct sheet_reader *t) {
  if (t->separator != 0) return;
  struct str line = first_line(t);
  t->separator = str_find(line, '\t') >= 0 && str_find(line, ',') < 0 ? '\t' : ',';
}

static enum sheet_status next_record(struct sheet_reader *t, struct sheet_record *out,
                                     struct imp_error *err) {
  struct str bytes;
  const char *wrong;
  if (!find_record(t, &bytes, &wrong, err)) return SHEET_FAILED;
  if (bytes.n > SHEET_RECORD_MOST) bytes.n = 200; /* enough to show which line it was */
  uint64_t lines = count_lines(bytes);
  if (!take_record(t, bytes, wrong, out)) {
    error_no_memory(err);
    return SHEET_FAILED;
  }
  t->at += bytes.n;
  if (wrong != NULL && !skip_long_line(t, err)) return SHEET_FAILED;
  step_over_line_end(t);
  t->line += lines + 1;
  return SHEET_RECORD;
}

/* Of separators and blanks alone, as spreadsheets save rows that were cleared: it says nothing. */
static bool is_empty(const struct sheet_record *r) {
  if (r->wrong != NULL) return false;
  for (uint32_t i = 0; i < r->count; i++)
    if (r->cells[i][strspn(r->cells[i], " \t")] != '\0') return false;
  return true;
}

static bool prepare(struct sheet_reader *t, struct imp_error *err) {
  if (t->raw.n > 0 || t->ended) return true;
  if (!fill(t, err)) return false;
  skip_mark(t);
  choose_separator(t);
  t->is_book = t->raw.n >= 4 && memcmp(t->raw.p, "PK\x03\x04", 4) == 0;
  return true;
}

static enum sheet_status next_of_book(struct sheet_reader *t, struct sheet_record *out,
                                      struct imp_error *err) {
  if (t->book == NULL && xlsx_in_open(t->file, &t->book, err) != IMP_OK) return SHEET_FAILED;
  return xlsx_in_next(t->book, out, err);
}

enum sheet_status sheet_next(struct sheet_reader *t, struct sheet_record *out,
                             struct imp_error *err) {
  if (!prepare(t, err)) return SHEET_FAILED;
  if (t->is_book) return next_of_book(t, out, err);
  for (;;) {
    arena_free(&t->arena);
    if (t->at == t->raw.n && !t->ended && !fill(t, err)) return SHEET_FAILED;
    if (t->at == t->raw.n) return SHEET_END;
    enum sheet_status status = next_record(t, out, err);
    if (status != SHEET_RECORD || !is_empty(out)) return status;
  }
}

int sheet_peek(struct sheet_reader *t) {
  if (!prepare(t, NULL)) return -1;
  for (size_t i = t->at; i < t->raw.n; i++)
    if (strchr(" \t\r\n", t->raw.p[i]) == NULL || t->raw.p[i] == '\0')
      return (unsigned char)t->raw.p[i];
  return -1;
}

/* ---- blocks ---------------------------------------------------------------------------------- */

size_t sheet_held(const struct sheet_reader *t) {
  return t->raw.n - t->at;
}

size_t sheet_whole(const struct sheet_reader *t) {
  const char *p = t->raw.p + t->at;
  size_t n = sheet_held(t), length;
  if (n == 0) return 0;
  if (memchr(p, '"', n) == NULL) {
    while (n > 0 && p[n - 1] != '\n') n--;
    return n;
  }
  struct sheet_reader rest = *t;
  while (rest.at < rest.raw.n && find_edge(&rest, &length) == EDGE_FOUND) rest.at += length + 1;
  return rest.at - t->at;
}

bool sheet_more(struct sheet_reader *t, size_t n, struct imp_error *err) {
  drop_used(t);
  size_t before = t->raw.n;
  buf_fill(&t->raw, ' ', n + SHEET_PAST);
  if (t->raw.failed) {
    error_no_memory(err);
    return false;
  }
  ssize_t got;
  do got = read(fileno(t->file), t->raw.p + before, n);
  while (got < 0 && errno == EINTR);
  t->raw.n = before + (got > 0 ? (size_t)got : 0);
  t->ended = got == 0;
  if (got < 0)
    error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
              "cannot read: %s", strerror(errno));
  return got >= 0;
}

bool sheet_take(struct sheet_reader *t, size_t n, struct buf *held, const char **bytes) {
  struct buf next = *held;
  size_t used = t->at + n;
  buf_clear(&next);
  buf_put(&next, (struct str){t->raw.p + used, t->raw.n - used});
  buf_fill(&t->raw, ' ', SHEET_PAST);
  t->raw.n -= t->raw.failed ? 0 : SHEET_PAST;
  next.failed = next.failed || t->raw.failed;
  if (next.failed) {
    *held = next;
    return false;
  }
  *held = t->raw;
  *bytes = held->p + t->at;
  t->raw = next;
  t->at = 0;
  return true;
}

void sheet_over(struct sheet_reader *t, const char *bytes, size_t n, char separator,
                uint64_t line) {
  *t = (struct sheet_reader){.separator = separator, .line = line, .ended = true, .borrowed = true};
  t->raw.p = (char *)(uintptr_t)bytes; /* nothing is written: the end is reached already */
  t->raw.n = n;
}
