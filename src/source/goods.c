// SPDX-License-Identifier: Apache-2.0
// Searching the local file of descriptions.
//
// The idea: no index. The rows are one small text in printed order, so a search is one walk over it with a
// stack of the rows above; each entry of the stack knows how well every word has been met so far. A
// numbered row takes the unnumbered texts just above it as its own, because nothing else could be shown
// for them.
#include <stdlib.h>
#include <string.h>

#include "impost/goods.h"
#include "source/source.h"

enum { WORDS = 16, DEPTHS = 128, TOKEN = 64 };

/* How well a word was met. */
enum {
  NOT_MET = 0,
  BEGINS_ABOVE = 1,
  WHOLE_ABOVE = 3,
  BEGINS_NEAR = 4, /* in an unnumbered text just above */
  BEGINS_HERE = 5,
  WHOLE_NEAR = 8,
  WHOLE_HERE = 9
};

struct imp_goods {
  struct arena arena;
  struct source_rows rows; /* texts end in NUL */
  const char *edition, *day;
};

/* ---- opening ---- */

/* The file's lines end where the texts end: a NUL in place of the line feed makes C strings of them. */
static void end_texts(struct imp_goods *g) {
  for (size_t i = 0; i < g->rows.count; i++) {
    struct str text = g->rows.items[i].text;
    ((char *)(uintptr_t)text.p)[text.n] = '\0';
  }
}

static enum imp_status open_file(struct imp_goods *g, const char *path, struct imp_error *err) {
  imp_day day;
  struct str name = {NULL, 0};
  struct buf text = {0};
  enum imp_status status = source_goods_rows(&g->arena, path, &g->rows, &day, &name, err);
  if (status == IMP_OK && (day == DAY_FIRST || g->rows.count == 0)) {
    return error_set(err, IMP_IO, "goods.none", "Import an edition: impost import hts FILE.",
                     "There are no descriptions on this machine (%s).", path);
  }
  if (status != IMP_OK) {
    return status;
  }
  end_texts(g);
  day_print(day, &text);
  g->day = text.failed ? NULL : str_dup(&g->arena, buf_str(&text));
  g->edition = str_dup(&g->arena, name);
  buf_free(&text);
  return g->day == NULL || g->edition == NULL ? error_no_memory(err) : IMP_OK;
}

enum imp_status imp_goods_open(const char *path, struct imp_goods **out, struct imp_error *err) {
  struct buf where = {0};
  struct imp_goods *g = mem_alloc(sizeof *g);
  enum imp_status status = IMP_OK;
  *out = NULL;
  if (g == NULL) {
    return error_no_memory(err);
  }
  if (!source_goods_path(path, &where)) {
    status = where.failed ? error_no_memory(err)
                          : error_set(err, IMP_IO, "goods.none", "Set HOME or XDG_DATA_HOME.",
                                      "There is no data folder to look into.");
  } else {
    status = open_file(g, where.p, err);
  }
  buf_free(&where);
  if (status != IMP_OK) {
    imp_goods_free(g);
    return status;
  }
  *out = g;
  return IMP_OK;
}

void imp_goods_free(struct imp_goods *goods) {
  if (goods != NULL) {
    source_rows_free(&goods->rows);
    arena_free(&goods->arena);
    mem_free(goods);
  }
}

const char *imp_goods_edition(const struct imp_goods *goods) {
  return goods->edition;
}

const char *imp_goods_day(const struct imp_goods *goods) {
  return goods->day;
}

static void fill(const struct imp_goods *g, size_t row, uint32_t score, struct imp_goods_hit *hit) {
  const struct source_row *r = &g->rows.items[row];
  *hit = (struct imp_goods_hit){.digits = r->digits, .text = r->text.p, .row = row, .score = score};
  size_t n = r->number.n < sizeof hit->code - 1 ? r->number.n : sizeof hit->code - 1;
  memcpy(hit->code, r->number.p, n);
}

int imp_goods_find(const struct imp_goods *goods, const char *code, struct imp_goods_hit *hit) {
  uint64_t value = 0;
  uint32_t digits = 0;
  for (const char *p = code; *p != '\0'; p++) {
    if (*p >= '0' && *p <= '9' && digits < 10) {
      value = value * 10 + (uint64_t)(*p - '0');
      digits++;
    } else if (*p != '.') {
      return 0;
    }
  }
  for (size_t i = 0; i < goods->rows.count; i++) {
    const struct source_row *r = &goods->rows.items[i];
    if (r->digits == digits && digits > 0 && r->code == value) {
      fill(goods, i, 0, hit);
      return 1;
    }
  }
  return 0;
}

/* ---- words ---- */

struct token {
  char p[TOKEN];
  size_t n;
};

static bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (unsigned char)c >= 0x80;
}

static bool ends(const struct token *t, const char *ending) {
  size_t n = strlen(ending);
  return t->n > n && memcmp(t->p + t->n - n, ending, n) == 0;
}

/* Plural to singular, simply: batteries, boxes, dishes, shirts; not glass, citrus, basis. */
static void stem(struct token *t) {
  if (t->n > 4 && ends(t, "ies")) {
    t->n -= 2;
    t->p[t->n - 1] = 'y';
  } else if (ends(t, "sses") || ends(t, "xes") || ends(t, "zes") || ends(t, "ches") ||
             ends(t, "shes")) {
    t->n -= 2;
  } else if (t->n > 3 && ends(t, "s") && !ends(t, "ss") && !ends(t, "us") && !ends(t, "is")) {
    t->n -= 1;
  }
}

/* The next word of a text, lower case and singular; possessive 's is no word. */
static bool next_token(struct str *text, struct token *t) {
  size_t from = 0, n;
  while (from < text->n && !is_word_byte(text->p[from])) {
    from++;
  }
  n = from;
  t->n = 0;
  for (; n < text->n && is_word_byte(text->p[n]); n++) {
    char c = text->p[n];
    if (t->n < TOKEN) {
      t->p[t->n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
  }
  *text = str_sub(*text, n, text->n);
  stem(t);
  return n > from;
}

struct query {
  struct token words[WORDS];
  uint32_t count;
  char code[11]; /* digits a number must begin with */
  size_t code_n;
};

static bool is_small(const struct token *t) {
  static const char *const small[] = {"a",  "an", "and", "at", "by",  "for", "from",
                                      "in", "of", "on",  "or", "the", "to",  "with"};
  for (size_t i = 0; i < sizeof small / sizeof small[0]; i++) {
    if (str_eq((struct str){t->p, t->n}, str_of(small[i]))) {
      return true;
    }
  }
  return false;
}

/* "8507" and "8507.60": digits and dots, four digits or more. */
static size_t code_word(struct str word, char out[11]) {
  size_t n = 0;
  for (size_t i = 0; i < word.n; i++) {
    if (word.p[i] >= '0' && word.p[i] <= '9' && n < 10) {
      out[n++] = word.p[i];
    } else if (word.p[i] != '.') {
      return 0;
    }
  }
  out[n] = '\0';
  return n >= 4 ? n : 0;
}

static bool read_query(const char *words, struct query *q) {
  struct str rest = str_of(words), word;
  *q = (struct query){.count = 0};
  while (rest.n > 0 && str_split(&rest, ' ', &word)) {
    char digits[11];
    size_t n = code_word(word, digits);
    if (n > 0) {
      memcpy(q->code, digits, sizeof digits);
      q->code_n = n;
      continue;
    }
    for (struct token t; next_token(&word, &t);) {
      if (is_small(&t)) {
        continue;
      }
      if (q->count == WORDS) {
        return false;
      }
      q->words[q->count++] = t;
    }
  }
  return q->count > 0 || q->code_n > 0;
}

/* ---- one walk ---- */

struct level {
  uint32_t depth;
  bool numbered;
  uint8_t met[WORDS]; /* in this row: BEGINS_HERE or WHOLE_HERE */
};

struct hit {
  size_t row;
  uint32_t score, words;
};

struct search {
  const struct imp_goods *goods;
  const struct query *query;
  struct level levels[DEPTHS];
  uint32_t depth;
  struct hit *hits; /* heap */
  size_t count, cap;
  bool failed;
};

/* Reads the row's words into its level; how many there are. */
static uint32_t read_row(const struct query *q, struct str text, struct level *l) {
  uint32_t words = 0;
  memset(l->met, 0, sizeof l->met);
  for (struct token t; next_token(&text, &t); words++) {
    for (uint32_t i = 0; i < q->count; i++) {
      const struct token *w = &q->words[i];
      bool begins = t.n >= w->n && memcmp(t.p, w->p, w->n) == 0;
      uint8_t met = !begins       ? NOT_MET
                    : t.n == w->n ? WHOLE_HERE
                    : w->n >= 3   ? BEGINS_HERE
                                  : NOT_MET;
      l->met[i] = met > l->met[i] ? met : l->met[i];
    }
  }
  return words;
}

/* The unnumbered rows just above a numbered one count as the row itself. */
static uint32_t own_levels(const struct search *s) {
  uint32_t own = 1;
  while (own < s->depth && !s->levels[s->depth - 1 - own].numbered) {
    own++;
  }
  return own;
}

/* What a word met in a row counts for a row `up` levels below it. */
static uint32_t at_level(uint32_t met, uint32_t up, uint32_t own) {
  bool whole = met == WHOLE_HERE;
  if (met == NOT_MET || up == 0) {
    return met;
  }
  return up < own ? (whole ? WHOLE_NEAR : BEGINS_NEAR) : (whole ? WHOLE_ABOVE : BEGINS_ABOVE);
}

static uint32_t score_of(const struct search *s) {
  uint32_t own = own_levels(s), sum = 0;
  bool any_here = s->query->count == 0;
  for (uint32_t w = 0; w < s->query->count; w++) {
    uint32_t best = NOT_MET;
    for (uint32_t i = 0; i < s->depth; i++) {
      uint32_t met = at_level(s->levels[i].met[w], s->depth - 1 - i, own);
      best = met > best ? met : best;
    }
    if (best == NOT_MET) {
      return 0;
    }
    any_here = any_here || best >= BEGINS_NEAR;
    sum += best;
  }
  return any_here ? sum + 1 : 0;
}

static bool code_fits(const struct query *q, const struct source_row *row) {
  size_t seen = 0;
  for (size_t i = 0; i < row->number.n && seen < q->code_n; i++) {
    if (row->number.p[i] != '.' && row->number.p[i] != q->code[seen++]) {
      return false;
    }
  }
  return seen == q->code_n;
}

static void search_row(struct search *s, size_t at) {
  const struct source_row *row = &s->goods->rows.items[at];
  while (s->depth > 0 && s->levels[s->depth - 1].depth >= row->depth) {
    s->depth--;
  }
  if (s->depth == DEPTHS) {
    return;
  }
  struct level *l = &s->levels[s->depth++];
  l->depth = row->depth;
  l->numbered = row->digits > 0;
  uint32_t words = read_row(s->query, row->text, l);
  uint32_t score = row->digits > 0 && code_fits(s->query, row) ? score_of(s) : 0;
  void *hits = s->hits;
  if (score == 0 || s->failed) {
    return;
  }
  if (!mem_grow(&hits, &s->cap, s->count + 1, sizeof *s->hits)) {
    s->failed = true;
    return;
  }
  s->hits = hits;
  s->hits[s->count++] = (struct hit){at, score, s->query->count > 0 ? words : 0};
}

static int better(const void *left, const void *right) {
  const struct hit *a = left, *b = right;
  if (a->score != b->score) {
    return a->score > b->score ? -1 : 1;
  }
  if (a->words != b->words) {
    return a->words < b->words ? -1 : 1;
  }
  return a->row < b->row ? -1 : a->row > b->row;
}

static bool is_law(const struct source_row *row, bool before) {
  uint64_t code = row->code;
  for (uint32_t d = row->digits; d > 2; d--) {
    code /= 10;
  }
  return row->digits > 0 ? code >= 98 : before;
}

enum imp_status imp_goods_search(const struct imp_goods *goods, const char *words, int law_chapters,
                                 struct imp_goods_hit *hits, size_t cap, size_t *found,
                                 struct imp_error *err) {
  struct query q;
  struct search s = {.goods = goods, .query = &q};
  bool law = false;
  *found = 0;
  if (!read_query(words, &q)) {
    return error_set(err, IMP_USAGE, "goods.words",
                     "Give one to sixteen words, as in: lithium batteries",
                     "There is no word to search for, or there are too many.");
  }
  for (size_t i = 0; i < goods->rows.count; i++) {
    law = is_law(&goods->rows.items[i], law);
    if (!law || law_chapters != 0) {
      search_row(&s, i);
    }
  }
  if (s.count > 0) {
    qsort(s.hits, s.count, sizeof *s.hits, better);
  }
  *found = s.count;
  for (size_t i = 0; i < s.count && i < cap; i++) {
    fill(goods, s.hits[i].row, s.hits[i].score, &hits[i]);
  }
  mem_free(s.hits);
  return s.failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status imp_goods_above(const struct imp_goods *goods, size_t row, struct imp_text *out,
                                struct imp_error *err) {
  struct buf text = {.p = out->p, .n = out->n, .cap = out->cap};
  size_t above[DEPTHS], count = 0;
  uint32_t depth = row < goods->rows.count ? goods->rows.items[row].depth : 0;
  for (size_t i = row; i-- > 0 && depth > 0 && count < DEPTHS;) {
    if (goods->rows.items[i].depth < depth) {
      depth = goods->rows.items[i].depth;
      above[count++] = i;
    }
  }
  while (count-- > 0) {
    buf_put(&text, goods->rows.items[above[count]].text);
    buf_puts(&text, count > 0 ? " > " : "");
  }
  *out = (struct imp_text){text.p, text.n, text.cap};
  return text.failed ? error_no_memory(err) : IMP_OK;
}
