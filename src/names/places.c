// SPDX-License-Identifier: Apache-2.0
// Places: two letters are the name inside; three letters, Census numbers and spellings lead to
// them.
//
// The idea: every spelling is one key in a hash table. Keys are compared without ASCII case and
// without blanks and punctuation, so "Korea, South", "korea south" and "KOREA SOUTH" are one. Two
// places may not share a key. NO is Norway: a code is text here and nothing else.
#include <string.h>

#include "names/names_own.h"

#define OTHERS_MAX 64
#define PLACES     "places.tsv"

static char folded(char c) {
  if (c >= 'A' && c <= 'Z') return (char)(c + ('a' - 'A'));
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80) return c;
  return '\0'; /* does not count */
}

static uint32_t key_hash(struct str s) {
  uint32_t h = 2166136261u; /* FNV-1a */
  for (size_t i = 0; i < s.n; i++) {
    char c = folded(s.p[i]);
    if (c != '\0') h = (h ^ (unsigned char)c) * 16777619u;
  }
  return h;
}

static bool key_next(struct str s, size_t *i, char *out) {
  while (*i < s.n) {
    *out = folded(s.p[(*i)++]);
    if (*out != '\0') return true;
  }
  *out = '\0';
  return false;
}

static bool key_eq(struct str a, struct str b) {
  size_t i = 0, j = 0;
  char x, y;
  for (;;) {
    bool more = key_next(a, &i, &x), same = key_next(b, &j, &y) == more && x == y;
    if (!same || !more) return same;
  }
}

static uint32_t key_slot(const struct names *n, struct str s) {
  uint32_t at = key_hash(s) & (NAMES_KEYS - 1);
  while (n->keys[at] != 0 && !key_eq(n->key_texts[at], s)) at = (at + 1) & (NAMES_KEYS - 1);
  return at;
}

static bool iso2_index(struct str s, uint32_t *out) {
  if (s.n != 2) return false;
  char a = folded(s.p[0]), b = folded(s.p[1]);
  if (a < 'a' || a > 'z' || b < 'a' || b > 'z') return false;
  *out = (uint32_t)(a - 'a') * 26 + (uint32_t)(b - 'a');
  return true;
}

struct loading {
  struct names *n;
  struct table t;
  uint32_t keys;
};

static enum imp_status add_key(struct loading *l, struct str key) {
  size_t i = 0;
  char c;
  key = str_trim(key);
  if (!key_next(key, &i, &c)) return IMP_OK;
  uint32_t at = key_slot(l->n, key);
  if (l->n->keys[at] == l->n->place_count + 1) return IMP_OK; /* twice in one row does no harm */
  if (l->n->keys[at] != 0)
    return table_fault(&l->t, fault_duplicate, "\"%.*s\" already names %.*s", (int)key.n, key.p, 2,
                       l->n->places[l->n->keys[at] - 1].iso2_text.p);
  if (++l->keys > NAMES_KEYS / 2)
    return table_fault(&l->t, fault_cap, "more than %u spellings of places", NAMES_KEYS / 2);
  l->n->keys[at] = l->n->place_count + 1;
  l->n->key_texts[at] = key;
  return IMP_OK;
}

static bool upper(struct str s, size_t n) {
  if (s.n != n) return false;
  for (size_t i = 0; i < n; i++)
    if (s.p[i] < 'A' || s.p[i] > 'Z') return false;
  return true;
}

static enum imp_status row_codes(struct loading *l, struct names_place *p) {
  uint32_t at;
  struct str iso2 = l->t.cell[0];
  if (!upper(iso2, 2) || !iso2_index(iso2, &at))
    return table_fault(&l->t, fault_place, "\"%.*s\" is no place of two capital letters",
                       (int)iso2.n, iso2.p);
  if (l->t.cell[1].n > 0 && !upper(l->t.cell[1], 3))
    return table_fault(&l->t, fault_place, "\"%.*s\" is no place of three capital letters",
                       (int)l->t.cell[1].n, l->t.cell[1].p);
  if (l->n->by_iso2[at] != 0)
    return table_fault(&l->t, fault_duplicate, "%.2s stands twice", iso2.p);
  if (l->n->place_count > 0 && str_cmp(l->n->places[l->n->place_count - 1].iso2_text, iso2) > 0)
    return table_fault(&l->t, fault_sorted, "%.2s stands after a later one: sort the table",
                       iso2.p);
  l->n->by_iso2[at] = (uint16_t)(l->n->place_count + 1);
  p->iso2 = (uint16_t)(((unsigned)iso2.p[0] << 8) | (unsigned char)iso2.p[1]);
  return IMP_OK;
}

static enum imp_status place_row(struct loading *l) {
  struct names_place *p = &l->n->places[l->n->place_count];
  enum imp_status st = row_codes(l, p);
  p->iso2_text = l->t.cell[0];
  p->iso3 = l->t.cell[1];
  p->census = l->t.cell[2];
  p->name = l->t.cell[3];
  p->others = l->t.cell[4];
  if (st == IMP_OK && p->name.n == 0)
    st = table_fault(&l->t, fault_place, "%.2s has no name", p->iso2_text.p);
  for (int i = 0; i < 4 && st == IMP_OK; i++) {
    if (i == 2) continue; /* Census numbers: there may be several, cut below */
    st = add_key(l, l->t.cell[i]);
  }
  struct str lists[2] = {p->census, p->others}, word;
  for (int i = 0; i < 2 && st == IMP_OK; i++) {
    int words = 0;
    while (st == IMP_OK && str_split(&lists[i], ';', &word)) {
      if (++words > OTHERS_MAX)
        return table_fault(&l->t, fault_cap, "more than %d other names", OTHERS_MAX);
      st = add_key(l, word);
    }
  }
  return st;
}

enum imp_status places_load(struct names *n, struct imp_error *err) {
  struct loading l = {.n = n};
  uint32_t most = table_rows_at_most(n->places_text);
  n->places = arena_array(&n->arena, most < 677 ? most : 677, sizeof *n->places);
  n->keys = arena_array(&n->arena, NAMES_KEYS, sizeof *n->keys);
  n->key_texts = arena_array(&n->arena, NAMES_KEYS, sizeof *n->key_texts);
  if (n->places == NULL || n->keys == NULL || n->key_texts == NULL) return error_no_memory(err);
  table_open(&l.t, PLACES, n->places_text, 4, 5, err);
  while (table_next(&l.t) && place_row(&l) == IMP_OK) n->place_count++;
  return l.t.status;
}

uint16_t names_place_find(const struct names *n, struct str s) {
  uint32_t at;
  s = str_trim(s);
  if (iso2_index(s, &at) && n->by_iso2[at] != 0) return n->places[n->by_iso2[at] - 1].iso2;
  if (s.n == 0 || s.n > 200) return 0;
  uint32_t place = n->keys[key_slot(n, s)];
  return place != 0 ? n->places[place - 1].iso2 : 0;
}

const struct names_place *names_place(const struct names *n, uint16_t iso2) {
  char two[2] = {(char)(iso2 >> 8), (char)(iso2 & 0xff)};
  uint32_t at;
  if (!iso2_index((struct str){two, 2}, &at) || n->by_iso2[at] == 0) return NULL;
  const struct names_place *p = &n->places[n->by_iso2[at] - 1];
  return p->iso2 == iso2 ? p : NULL;
}

uint32_t names_place_count(const struct names *n) {
  return n->place_count;
}

const struct names_place *names_place_at(const struct names *n, uint32_t i) {
  return i < n->place_count ? &n->places[i] : NULL;
}

/* ---- suggestions ---- */

#define WORD_MAX 40

static size_t fold_word(struct str s, char out[WORD_MAX]) {
  size_t i = 0, k = 0;
  char c;
  while (k < WORD_MAX && key_next(s, &i, &c)) out[k++] = c;
  return k;
}

static unsigned least(unsigned a, unsigned b) {
  return a < b ? a : b;
}

/* Edit distance with swaps of neighbours (optimal string alignment), times ten. */
static unsigned distance(const char *a, size_t an, const char *b, size_t bn) {
  unsigned rows[3][WORD_MAX + 1];
  unsigned *before = rows[0], *last = rows[1], *now = rows[2];
  for (size_t j = 0; j <= bn; j++) last[j] = (unsigned)j * 10;
  for (size_t i = 1; i <= an; i++) {
    now[0] = (unsigned)i * 10;
    for (size_t j = 1; j <= bn; j++) {
      unsigned d = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 10);
      d = least(d, least(last[j] + 10, now[j - 1] + 10));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d = least(d, before[j - 2] + 10);
      now[j] = d;
    }
    unsigned *spare = before;
    before = last, last = now, now = spare;
  }
  return last[bn];
}

#define NOT_MEANT 1000u

/* How far a spelling is from what was typed; NOT_MEANT: no likeness. A name that begins with the
 * typed letters is one and a half edits away, whatever its length. */
static unsigned likeness(const char *typed, size_t tn, struct str spelling) {
  char word[WORD_MAX];
  size_t wn = fold_word(spelling, word);
  if (wn == 0) return NOT_MEANT;
  unsigned worst = tn < 3 ? 0 : tn < 5 ? 10 : tn < 9 ? 20 : 30;
  bool begins = tn >= 3 && wn > tn && memcmp(word, typed, tn) == 0;
  size_t gap = wn > tn ? wn - tn : tn - wn;
  unsigned d = gap * 10 > worst ? NOT_MEANT : distance(typed, tn, word, wn);
  if (d > worst)
    d = tn == 2 && wn == 2 && word[0] == typed[1] && word[1] == typed[0] ? 10 : NOT_MEANT;
  return begins ? least(d, 15) : d;
}

static unsigned place_likeness(const struct names_place *p, const char *typed, size_t tn) {
  unsigned best = least(likeness(typed, tn, p->name), likeness(typed, tn, p->iso2_text));
  /* three letters one off are a weaker sign than a name one off */
  if (tn == 3 && likeness(typed, tn, p->iso3) < NOT_MEANT) best = least(best, 12);
  struct str rest = p->others, word;
  while (str_split(&rest, ';', &word)) best = least(best, likeness(typed, tn, word));
  return best;
}

uint32_t names_place_suggest(const struct names *n, struct str s, uint16_t *out, uint32_t cap) {
  enum { KEEP = 16 };
  unsigned cost[KEEP];
  char typed[WORD_MAX];
  size_t tn = fold_word(s, typed);
  uint32_t count = 0;
  if (cap > KEEP) cap = KEEP;
  for (uint32_t i = 0; i < n->place_count && tn > 0; i++) {
    unsigned c = place_likeness(&n->places[i], typed, tn);
    if (c >= NOT_MEANT) continue;
    uint32_t at = count < cap ? count++ : cap;
    for (; at > 0 && cost[at - 1] > c; at--) {
      if (at == cap) continue;
      cost[at] = cost[at - 1];
      out[at] = out[at - 1];
    }
    if (at < cap) {
      cost[at] = c;
      out[at] = n->places[i].iso2;
    }
  }
  return count;
}
