// SPDX-License-Identifier: Apache-2.0
// See match.h. The index is three sorted tables; a law has some hundred entries, a catalogue a hundred thousand lines.
#include "deal/match.h"

#include "deal/match_words.h"
#include <stdlib.h>

enum { GROUPS_MAX = 6 }; /* dots of an entry's name that are looked at */

/* ---- the index ------------------------------------------------------------------------------------------------ */

static int compare_names(const void *x, const void *y) {
  const struct deal_index_name *a = x, *b = y;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return a->entry < b->entry ? -1 : a->entry > b->entry;
}

static int compare_codes(const void *x, const void *y) {
  const struct deal_index_code *a = x, *b = y;
  if (a->lo != b->lo) return a->lo < b->lo ? -1 : 1;
  return a->entry < b->entry ? -1 : a->entry > b->entry;
}

static uint64_t hash_full(const struct law_deal *d, const struct deal_entry *e) {
  uint64_t h = words_hash_name(d->lists[e->list].name, WORDS_HASH);
  return words_hash_name(e->name, words_hash_name(STR("."), h));
}

/* Every name above the entry: parts of its own, alone and behind its list's, and the list's. */
static void add_groups(struct deal_index *ix, uint32_t i) {
  const struct deal_entry *e = &ix->law->deal->entries[i];
  struct str list = ix->law->deal->lists[e->list].name;
  uint64_t above = words_hash_name(STR("."), words_hash_name(list, WORDS_HASH));
  ix->groups[ix->group_count++] = (struct deal_index_name){words_hash_name(list, WORDS_HASH), i};
  uint32_t dots = 0;
  for (size_t n = 1; n < e->name.n && dots < GROUPS_MAX; n++) {
    if (e->name.p[n] != '.') continue;
    struct str part = str_sub(e->name, 0, n);
    ix->groups[ix->group_count++] = (struct deal_index_name){words_hash_name(part, WORDS_HASH), i};
    ix->groups[ix->group_count++] = (struct deal_index_name){words_hash_name(part, above), i};
    dots++;
  }
}

static void add_words(struct deal_index *ix, struct str text, uint32_t i) {
  char normal[DEAL_NORMAL_MAX];
  size_t n = deal_normal(text, normal);
  if (n)
    ix->words[ix->word_count++] =
        (struct deal_index_name){words_hash((struct str){normal, n}, WORDS_HASH), i};
}

static void add_entry(struct deal_index *ix, uint32_t i) {
  const struct law_deal *d = ix->law->deal;
  const struct deal_entry *e = &d->entries[i];
  char normal[DEAL_NORMAL_MAX];
  size_t n = deal_normal(e->text, normal);
  add_words(ix, e->text, i);
  for (uint32_t k = 0; k < e->also_count; k++) add_words(ix, e->also[k], i);
  uint64_t keys[WORDS_KEYS_MAX];
  uint32_t key_count = words_keys((struct str){normal, n}, keys);
  for (uint32_t k = 0; k < key_count; k++)
    ix->near[ix->near_count++] = (struct deal_index_name){keys[k], i};
  ix->names[ix->name_count++] = (struct deal_index_name){hash_full(d, e), i};
  ix->names[ix->name_count++] = (struct deal_index_name){words_hash_name(e->name, WORDS_HASH), i};
  add_groups(ix, i);
  for (uint32_t k = 0; k < e->code_count; k++) {
    const struct deal_code *c = &e->codes[k];
    ix->codes[ix->code_count++] = (struct deal_index_code){c->lo, c->hi, i, k};
    if (c->hi - c->lo > ix->widest) ix->widest = c->hi - c->lo;
  }
}

static uint32_t most_keys(struct str text) {
  char normal[DEAL_NORMAL_MAX];
  uint64_t keys[WORDS_KEYS_MAX];
  struct str whole = {normal, deal_normal(text, normal)};
  return words_keys(whole, keys);
}

bool deal_index_build(struct arena *a, const struct law *law, struct deal_index *out) {
  const struct law_deal *d = law->deal;
  size_t codes = 0, near = 0, n = d->entry_count, words = n;
  for (uint32_t i = 0; i < n; i++) {
    words += d->entries[i].also_count;
    codes += d->entries[i].code_count;
    near += most_keys(d->entries[i].text);
  }
  *out = (struct deal_index){.law = law};
  out->words = arena_array(a, words + 1u, sizeof *out->words);
  out->names = arena_array(a, 2 * n + 1u, sizeof *out->names);
  out->codes = arena_array(a, codes + 1u, sizeof *out->codes);
  out->near = arena_array(a, near + 1u, sizeof *out->near);
  out->groups = arena_array(a, (2u * GROUPS_MAX + 1u) * n + 1u, sizeof *out->groups);
  if (!out->words || !out->names || !out->codes || !out->near || !out->groups) return false;
  for (uint32_t i = 0; i < n; i++)
    if (!d->lists[d->entries[i].list].of_parties) add_entry(out, i);
  qsort(out->words, out->word_count, sizeof *out->words, compare_names);
  qsort(out->names, out->name_count, sizeof *out->names, compare_names);
  qsort(out->near, out->near_count, sizeof *out->near, compare_names);
  qsort(out->groups, out->group_count, sizeof *out->groups, compare_names);
  qsort(out->codes, out->code_count, sizeof *out->codes, compare_codes);
  return deal_index_tokens(a, out);
}

/* First row of this hash. */
static uint32_t lower_bound(const struct deal_index_name *rows, uint32_t n, uint64_t hash) {
  uint32_t lo = 0, hi = n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (rows[mid].hash < hash)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

/* ---- adding ------------------------------------------------------------------------------------------------------ */

static void add(struct deal_matches *m, uint32_t entry, enum deal_fit fit, bool pointer) {
  for (uint32_t i = 0; i < m->count; i++) {
    struct deal_candidate *c = &m->items[i];
    if (c->entry != entry) continue;
    if (fit < c->fit) c->fit = fit;
    c->pointer = c->pointer && pointer;
    return;
  }
  if (m->count == DEAL_CANDIDATES_MAX) {
    m->too_many = true;
    return;
  }
  m->items[m->count++] = (struct deal_candidate){entry, fit, pointer, TRI_UNKNOWN};
}

bool deal_candidate_sure(const struct deal_candidate *c) {
  return c->fit == DEAL_FIT_NAME || (c->fit == DEAL_FIT_WORDS && c->limits == TRI_YES);
}

/* ---- by name ------------------------------------------------------------------------------------------------------ */

/* Names are read in capitals and in small letters alike. */
static bool begins(struct str s, struct str name) {
  return s.n >= name.n && str_eq_nocase(str_sub(s, 0, name.n), name);
}

static bool is_below(struct str s, struct str name) {
  return begins(s, name) && s.n > name.n && s.p[name.n] == '.';
}

static bool same_name(const struct law_deal *d, const struct deal_entry *e, struct str s) {
  struct str list = d->lists[e->list].name;
  if (str_eq_nocase(e->name, s)) return true;
  return is_below(s, list) && str_eq_nocase(str_sub(s, list.n + 1, s.n), e->name);
}

static void match_name(const struct deal_index *ix, struct str s, struct deal_matches *m) {
  const struct law_deal *d = ix->law->deal;
  uint64_t hash = words_hash_name(s, WORDS_HASH);
  for (uint32_t i = lower_bound(ix->names, ix->name_count, hash);
       i < ix->name_count && ix->names[i].hash == hash; i++)
    if (same_name(d, &d->entries[ix->names[i].entry], s))
      add(m, ix->names[i].entry, DEAL_FIT_NAME, false);
}

static bool is_above(struct str list, struct str entry, struct str s) {
  struct str rest = is_below(s, list) ? str_sub(s, list.n + 1, s.n) : s;
  return str_eq_nocase(s, list) || str_eq_nocase(entry, rest) || is_below(entry, rest);
}

/* A name above entries: `1C902`, `cn.18.1C902`, `cn.18`. */
static void match_group(const struct deal_index *ix, struct str s, struct deal_matches *m) {
  const struct law_deal *d = ix->law->deal;
  uint64_t hash = words_hash_name(s, WORDS_HASH);
  for (uint32_t i = lower_bound(ix->groups, ix->group_count, hash);
       i < ix->group_count && ix->groups[i].hash == hash; i++) {
    const struct deal_entry *e = &d->entries[ix->groups[i].entry];
    if (is_above(d->lists[e->list].name, e->name, s))
      add(m, ix->groups[i].entry, DEAL_FIT_GROUP, false);
  }
}

/* ---- by number ----------------------------------------------------------------------------------------------------- */

static bool code_holds(const struct deal_code *c, imp_day on) {
  return law_when_holds(&c->when, on, 0);
}

/* Numbers whose range meets [lo, hi]. */
static void match_range(const struct deal_index *ix, uint64_t lo, uint64_t hi, imp_day on,
                        enum deal_fit fit, struct deal_matches *m) {
  uint64_t from = lo > ix->widest ? lo - ix->widest : 0;
  uint32_t a = 0, b = ix->code_count;
  while (a < b) {
    uint32_t mid = a + (b - a) / 2;
    if (ix->codes[mid].lo < from)
      a = mid + 1;
    else
      b = mid;
  }
  for (; a < ix->code_count && ix->codes[a].lo <= hi; a++) {
    const struct deal_index_code *row = &ix->codes[a];
    const struct deal_code *c = &ix->law->deal->entries[row->entry].codes[row->code];
    if (row->hi >= lo && code_holds(c, on)) add(m, row->entry, fit, c->near);
  }
}

/* All digits given first: a number of the place whose act prints it. A number of another schedule agrees in six
 * digits at most. */
static bool match_code(const struct deal_index *ix, struct str s, imp_day on,
                       struct deal_matches *m) {
  uint64_t lo, hi;
  uint8_t digits;
  if (!law_code_parse(s, &lo, &hi, &digits) || digits < 4) return false;
  m->by_code = true;
  match_range(ix, lo, hi, on, DEAL_FIT_CODE, m);
  if (m->count || digits <= 6) return true;
  lo -= lo % 10000;
  match_range(ix, lo, lo + 9999, on, DEAL_FIT_SIX, m);
  return true;
}

/* ---- by words ------------------------------------------------------------------------------------------------------- */

static bool has_words(struct str text, struct str normal) {
  char own[DEAL_NORMAL_MAX];
  size_t n = deal_normal(text, own);
  return str_eq((struct str){own, n}, normal);
}

static void match_words(const struct deal_index *ix, struct str normal, struct deal_matches *m) {
  uint64_t hash = words_hash(normal, WORDS_HASH);
  for (uint32_t i = lower_bound(ix->words, ix->word_count, hash);
       i < ix->word_count && ix->words[i].hash == hash; i++)
    if (has_words(ix->law->deal->entries[ix->words[i].entry].text, normal))
      add(m, ix->words[i].entry, DEAL_FIT_WORDS, false);
}

/* The words of an entry, or a name of ours for them: then every entry with those words. */
static void match_text(const struct deal_index *ix, struct str normal, struct deal_matches *m) {
  uint64_t hash = words_hash(normal, WORDS_HASH);
  char own[DEAL_NORMAL_MAX];
  match_words(ix, normal, m);
  for (uint32_t i = lower_bound(ix->words, ix->word_count, hash);
       i < ix->word_count && ix->words[i].hash == hash; i++) {
    const struct deal_entry *e = &ix->law->deal->entries[ix->words[i].entry];
    bool named = false;
    for (uint32_t k = 0; k < e->also_count; k++) named = named || has_words(e->also[k], normal);
    if (!named) continue;
    size_t n = deal_normal(e->text, own);
    match_words(ix, (struct str){own, n}, m);
  }
}

static void clear(struct deal_matches *m) {
  m->count = m->offer_count = m->offers_more = m->left_count = 0;
  m->by_code = m->too_many = false;
}

/* The name of an entry has a digit or a point in it. Without either it is a word, and words are those of entries. */
static bool looks_like_a_name(struct str s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] == '.' || (s.p[i] >= '0' && s.p[i] <= '9')) return true;
  return false;
}

void deal_match_entry(const struct deal_index *ix, struct str name, struct deal_matches *m) {
  char normal[DEAL_NORMAL_MAX];
  clear(m);
  name = str_trim(name);
  if (name.n && name.p[0] == '@') name = str_sub(name, 1, name.n);
  if (!name.n) return;
  match_name(ix, name, m);
  if (!m->count) match_text(ix, (struct str){normal, deal_normal(name, normal)}, m);
}

void deal_match(const struct deal_index *ix, struct str item, imp_day on, bool offers,
                struct deal_matches *m) {
  char normal[DEAL_NORMAL_MAX];
  clear(m);
  item = str_trim(item);
  if (item.n && item.p[0] == '@') item = str_sub(item, 1, item.n);
  if (!item.n) return;
  bool name = looks_like_a_name(item);
  if (name) match_name(ix, item, m);
  if (m->count || match_code(ix, item, on, m)) return;
  struct str text = {normal, deal_normal(item, normal)};
  match_text(ix, text, m);
  if (m->count) return;
  if (name) match_group(ix, item, m);
  if (!m->count && offers) deal_match_near(ix, item, NULL, m);
}

bool deal_list_known(const struct view *v, uint32_t list) {
  return view_when_known(v, &v->law->deal->lists[list].by) <= v->known;
}

/* A yes or no that an entry asks for stands in its words: who gives the words says it. An amount nobody can hear. */
static bool words_say_it(const struct deal_env *env, const struct law_cond *limits) {
  enum { ATOMS_MAX = 8 };
  const struct law_cond *open[ATOMS_MAX];
  uint32_t n = deal_cond_open(env, limits, open, ATOMS_MAX);
  for (uint32_t i = 0; i < n; i++)
    if (open[i]->kind != LAW_COND_FLAG) return false;
  return n > 0 && n < ATOMS_MAX;
}

void deal_match_limits(const struct deal_env *env, struct deal_matches *m) {
  const struct law_deal *d = env->c->law->deal;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < m->count; i++) {
    struct deal_candidate c = m->items[i];
    struct deal_env own = {env->c, env->view, c.entry};
    if (!deal_list_known(env->view, d->entries[c.entry].list)) continue;
    c.limits = deal_cond(&own, d->entries[c.entry].cond);
    if (c.limits == TRI_UNKNOWN && c.fit == DEAL_FIT_WORDS &&
        words_say_it(&own, d->entries[c.entry].cond))
      c.limits = TRI_YES;
    if (c.limits == TRI_NO)
      m->left[m->left_count++] = c;
    else
      m->items[kept++] = c;
  }
  m->count = kept;
}
