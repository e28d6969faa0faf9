// SPDX-License-Identifier: Apache-2.0
// Labels of the four-digit headings, and finding headings by word.
//
// A table of its own that no bill needs, so it is read only when somebody asks (names_headings_load) and never by
// names_load. A folder of law without it has no labels; that is no error.
#include <string.h>

#include "base/file.h"
#include "names/names_own.h"

#define HEADINGS "us/headings.tsv"
#define SYNONYMS "us/synonyms.tsv"

enum { WORDS_MAX = 16, LABEL_MAX = 60 };

struct synonym {
  struct str word, labels; /* labels: words of labels, `;` between */
};

struct names_headings {
  struct arena arena;
  struct synonym *synonyms;
  uint32_t synonym_count;
  struct names_heading *items; /* by code */
  uint32_t count;
};

static enum imp_status heading_row(struct names_headings *h, struct table *t) {
  struct names_heading *row = &h->items[h->count];
  uint64_t code;
  if (!table_code(t->cell[0], 4, &code))
    return table_fault(t, fault_code, "\"%.*s\" is no heading of four digits", (int)t->cell[0].n,
                       t->cell[0].p);
  if (t->cell[1].n == 0 || str_utf8_columns(t->cell[1]) > LABEL_MAX)
    return table_fault(t, fault_columns, "a label has 1 to %d letters", LABEL_MAX);
  if (h->count > 0 && code <= row[-1].code)
    return table_fault(t, code == row[-1].code ? fault_duplicate : fault_sorted,
                       "%.*s stands in the wrong place", (int)t->cell[0].n, t->cell[0].p);
  row->code = (uint16_t)code;
  row->label = str_dup(&h->arena, t->cell[1]);
  return row->label != NULL ? IMP_OK : (t->status = error_no_memory(t->err));
}

static enum imp_status read_headings(struct names_headings *h, const char *folder,
                                     struct imp_error *err) {
  struct str bytes;
  struct table t;
  enum imp_status status = table_read(&h->arena, folder, HEADINGS, &bytes, err);
  if (status != IMP_OK) return status;
  h->items = arena_array(&h->arena, table_rows_at_most(bytes) + 1u, sizeof *h->items);
  if (h->items == NULL) return error_no_memory(err);
  table_open(&t, HEADINGS, bytes, 2, 2, err);
  while (table_next(&t) && heading_row(h, &t) == IMP_OK) h->count++;
  return t.status;
}

static enum imp_status read_synonyms(struct names_headings *h, const char *folder,
                                     struct imp_error *err) {
  struct str bytes;
  struct table t;
  enum imp_status status = table_read(&h->arena, folder, SYNONYMS, &bytes, err);
  if (status != IMP_OK) return status;
  h->synonyms = arena_array(&h->arena, table_rows_at_most(bytes) + 1u, sizeof *h->synonyms);
  if (h->synonyms == NULL) return error_no_memory(err);
  table_open(&t, SYNONYMS, bytes, 2, 2, err);
  while (table_next(&t)) {
    if (t.cell[0].n == 0 || t.cell[1].n == 0)
      return table_fault(&t, fault_columns, "a synonym is a word and the words of labels it means");
    h->synonyms[h->synonym_count++] = (struct synonym){t.cell[0], t.cell[1]};
  }
  return t.status;
}

static bool has_table(const char *folder, const char *table, bool *no_memory) {
  struct buf path = {0};
  buf_printf(&path, "%s/%s", folder, table);
  *no_memory = *no_memory || path.failed;
  bool there = !path.failed && file_exists(path.p);
  buf_free(&path);
  return there;
}

enum imp_status names_headings_load(const char *law_folder, struct names_headings **out,
                                    struct imp_error *err) {
  bool no_memory = false;
  *out = NULL;
  struct names_headings *h = mem_alloc(sizeof *h);
  if (h == NULL) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  if (has_table(law_folder, HEADINGS, &no_memory)) status = read_headings(h, law_folder, err);
  if (status == IMP_OK && has_table(law_folder, SYNONYMS, &no_memory))
    status = read_synonyms(h, law_folder, err);
  if (no_memory) status = error_no_memory(err);
  if (status != IMP_OK) {
    names_headings_free(h);
    return status;
  }
  *out = h;
  return IMP_OK;
}

void names_headings_free(struct names_headings *h) {
  if (h == NULL) return;
  arena_free(&h->arena);
  mem_free(h);
}

uint32_t names_heading_count(const struct names_headings *h) {
  return h->count;
}

const struct names_heading *names_heading_at(const struct names_headings *h, uint32_t i) {
  return &h->items[i];
}

const char *names_heading_label(const struct names_headings *h, uint32_t code4) {
  uint32_t low = 0, high = h->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (h->items[middle].code < code4)
      low = middle + 1;
    else
      high = middle;
  }
  return low < h->count && h->items[low].code == code4 ? h->items[low].label : NULL;
}

/* ---- words ------------------------------------------------------------------------------------ */

static bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (unsigned char)c >= 0x80;
}

/* The next run of letters. */
static bool next_word(struct str *rest, struct str *word) {
  size_t from = 0;
  while (from < rest->n && !letter(rest->p[from])) from++;
  size_t to = from;
  while (to < rest->n && letter(rest->p[to])) to++;
  *word = str_sub(*rest, from, to);
  *rest = str_sub(*rest, to, rest->n);
  return word->n > 0;
}

static bool ends(struct str s, const char *with) {
  struct str w = str_of(with);
  return s.n > w.n && str_eq_nocase(str_sub(s, s.n - w.n, s.n), w);
}

/* Without the ending of a simple plural: batteries and battery meet as batter, boxes and box as box. */
static struct str stem(struct str s) {
  if (s.n < 4) return s;
  if (ends(s, "ies")) return str_sub(s, 0, s.n - 3);
  if (ends(s, "ses") || ends(s, "xes") || ends(s, "ches") || ends(s, "shes"))
    return str_sub(s, 0, s.n - 2);
  if (ends(s, "s") && !ends(s, "ss")) return str_sub(s, 0, s.n - 1);
  return ends(s, "y") ? str_sub(s, 0, s.n - 1) : s;
}

static bool same_word(struct str a, struct str b) {
  return str_eq_nocase(stem(a), stem(b));
}

/* Words of labels that stand for it; empty when there are none. */
static struct str synonyms_of(const struct names_headings *h, struct str word) {
  for (uint32_t i = 0; i < h->synonym_count; i++)
    if (same_word(h->synonyms[i].word, word)) return h->synonyms[i].labels;
  return (struct str){0};
}

enum { FITS_START = 1, FITS_SYNONYM, FITS_WORD };

/* The word itself, in the plural or not; another word for it; the beginning of a longer one; or 0. */
static unsigned word_fits(struct str wanted, struct str also, struct str there) {
  struct str other;
  if (same_word(wanted, there)) return FITS_WORD;
  while (str_split(&also, ';', &other))
    if (same_word(other, there)) return FITS_SYNONYM;
  return wanted.n >= 3 && there.n >= wanted.n && str_eq_nocase(str_sub(there, 0, wanted.n), wanted)
             ? FITS_START
             : 0;
}

/* 0: a word is missing; else the more the better. */
static unsigned label_fits(const struct names_headings *h, const char *label, struct str words) {
  struct str word;
  unsigned score = 1;
  while (next_word(&words, &word)) {
    struct str rest = str_of(label), there, also = synonyms_of(h, word);
    unsigned best = 0;
    while (next_word(&rest, &there)) {
      unsigned fits = word_fits(word, also, there);
      if (fits > best) best = fits;
    }
    if (best == 0) return 0;
    score += best;
  }
  return score;
}

uint32_t names_heading_search(const struct names_headings *h, struct str words, uint32_t *out,
                              uint32_t cap) {
  uint32_t found = 0;
  struct str rest = words, word;
  unsigned most = 1;
  for (unsigned n = 0; n < WORDS_MAX && next_word(&rest, &word); n++) most += FITS_WORD;
  for (unsigned score = most; score > 1; score--)
    for (uint32_t i = 0; i < h->count; i++) {
      if (label_fits(h, h->items[i].label, words) != score) continue;
      if (found < cap) out[found] = i;
      found++;
    }
  return found;
}

/* ---- lines under a number ------------------------------------------------------------------------ */

const struct names_line *names_lines(const struct names *n, uint32_t first8, uint32_t last8,
                                     uint32_t *count) {
  uint32_t low = 0, high = n->line_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (n->lines[middle].code8 < first8)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t end = low;
  while (end < n->line_count && n->lines[end].code8 <= last8) end++;
  *count = end - low;
  return *count > 0 ? &n->lines[low] : NULL;
}

void names_counts(const struct names *n, uint32_t *lines, uint32_t *numbers,
                  uint32_t *renumberings) {
  *lines = *numbers = 0;
  *renumberings = n->renumbered_count;
  for (uint32_t i = 0; i < n->line_count; i++) {
    if (i > 0 && n->lines[i].code8 == n->lines[i - 1].code8) continue;
    ++*lines;
    *numbers += names_numbers(n, n->lines[i].code8, NULL, 0);
  }
}
