// SPDX-License-Identifier: Apache-2.0
// Entries near the words of an item, when no entry has them: offered, never taken.
//
// First the entries that have all the words among theirs; where there are none, those one word away, and those that
// share the rarest of the words with it, as long as few entries have it.
#include <stdlib.h>

#include "deal/match.h"

enum { RARE_MAX = 12, OFFERED_MAX = 128 };

struct offered { /* entries found, each once */
  uint32_t entries[OFFERED_MAX];
  uint32_t count;
};

struct offering { /* where entries near the words are put */
  const struct deal_index *ix;
  const bool *way; /* by list; NULL: every list */
  struct deal_matches *m;
  struct offered off_way; /* entries of lists off the way, left out */
};

struct posting { /* rows of the index with one word */
  const struct deal_index_token *rows;
  uint32_t count;
};

/* ---- the index of words ------------------------------------------------------------------------------------------- */

static int compare_tokens(const void *x, const void *y) {
  const struct deal_index_token *a = x, *b = y;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return a->entry < b->entry ? -1 : a->entry > b->entry;
}

static uint32_t stems_in(struct str text, uint64_t out[WORDS_TOKENS_MAX]) {
  char normal[DEAL_NORMAL_MAX];
  size_t n = deal_normal(text, normal);
  return words_stems((struct str){normal, n}, out);
}

static void add_stems(struct deal_index *ix, struct str text, uint32_t entry) {
  uint64_t stems[WORDS_TOKENS_MAX];
  uint32_t n = stems_in(text, stems);
  for (uint32_t i = 0; i < n; i++)
    ix->tokens[ix->token_count++] = (struct deal_index_token){stems[i], entry, WORDS_SAY};
}

/* Sorted, each word of an entry once; what a word is worth is written at each of its rows. */
static void settle(struct deal_index *ix, const struct words_weak *weak, uint32_t n) {
  uint32_t kept = 0;
  qsort(ix->tokens, ix->token_count, sizeof *ix->tokens, compare_tokens);
  for (uint32_t i = 0; i < ix->token_count; i++) {
    if (i && !compare_tokens(&ix->tokens[i], &ix->tokens[i - 1])) continue;
    struct deal_index_token t = ix->tokens[i];
    for (uint32_t k = 0; k < n; k++)
      if (weak[k].hash == t.hash) t.worth = weak[k].worth;
    if (t.worth != WORDS_JOIN || t.entry == LAW_NONE) ix->tokens[kept++] = t;
  }
  ix->token_count = kept;
}

bool deal_index_tokens(struct arena *a, struct deal_index *ix) {
  const struct law_deal *d = ix->law->deal;
  struct words_weak weak[WORDS_WEAK_MAX];
  uint64_t stems[WORDS_TOKENS_MAX];
  uint32_t weak_count = words_weak(weak), most = weak_count;
  for (uint32_t i = 0; i < d->entry_count; i++) {
    most += stems_in(d->entries[i].text, stems);
    for (uint32_t k = 0; k < d->entries[i].also_count; k++)
      most += stems_in(d->entries[i].also[k], stems);
  }
  ix->tokens = arena_array(a, most + 1u, sizeof *ix->tokens);
  if (!ix->tokens) return false;
  for (uint32_t i = 0; i < d->entry_count; i++) {
    if (d->lists[d->entries[i].list].of_parties) continue;
    add_stems(ix, d->entries[i].text, i);
    for (uint32_t k = 0; k < d->entries[i].also_count; k++) add_stems(ix, d->entries[i].also[k], i);
  }
  for (uint32_t i = 0; i < weak_count; i++)
    if (weak[i].worth == WORDS_JOIN)
      ix->tokens[ix->token_count++] = (struct deal_index_token){weak[i].hash, LAW_NONE, WORDS_JOIN};
  settle(ix, weak, weak_count);
  return true;
}

static uint32_t first_near(const struct deal_index *ix, uint64_t hash) {
  uint32_t lo = 0, hi = ix->near_count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (ix->near[mid].hash < hash)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

static uint32_t first_token(const struct deal_index_token *rows, uint32_t n, uint64_t hash,
                            uint32_t entry) {
  struct deal_index_token wanted = {hash, entry, WORDS_SAY};
  uint32_t lo = 0, hi = n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (compare_tokens(&rows[mid], &wanted) < 0)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

static bool among(const struct offered *o, uint32_t entry) {
  for (uint32_t i = 0; i < o->count; i++)
    if (o->entries[i] == entry) return true;
  return false;
}

static void put(struct offered *o, uint32_t entry) {
  if (!among(o, entry) && o->count < OFFERED_MAX) o->entries[o->count++] = entry;
}

static void offering_of(struct offering *to, const struct deal_index *ix, const bool *way,
                        struct deal_matches *m) {
  to->ix = ix;
  to->way = way;
  to->m = m;
  to->off_way.count = 0;
}

static bool is_on_way(const struct deal_index *ix, const bool *way, uint32_t entry) {
  return !way || way[ix->law->deal->entries[entry].list];
}

/* Behind those of an earlier step, in the order of the law. */
static void offer(struct offering *to, struct offered *o) {
  struct deal_matches *m = to->m;
  for (uint32_t i = 1; i < o->count; i++) {
    uint32_t one = o->entries[i], k = i;
    for (; k > 0 && o->entries[k - 1] > one; k--) o->entries[k] = o->entries[k - 1];
    o->entries[k] = one;
  }
  for (uint32_t i = 0; i < o->count; i++) {
    bool seen = false;
    for (uint32_t k = 0; k < m->offer_count && !seen; k++)
      seen = m->offers[k].entry == o->entries[i];
    if (!is_on_way(to->ix, to->way, o->entries[i])) {
      put(&to->off_way, o->entries[i]);
      continue;
    }
    if (seen) continue;
    if (m->offer_count == DEAL_OFFERS_MAX)
      m->offers_more++;
    else
      m->offers[m->offer_count++] =
          (struct deal_candidate){o->entries[i], DEAL_FIT_AWAY, false, TRI_UNKNOWN};
  }
  o->count = 0;
}

/* ---- one word away ------------------------------------------------------------------------------------------- */

struct away { /* entries one word away: by a slip of the pen, and others */
  struct offered slips, others;
};

static void one_word_away(const struct deal_index *ix, struct str normal, struct away *out) {
  const struct law_deal *d = ix->law->deal;
  char own[DEAL_NORMAL_MAX];
  uint64_t keys[WORDS_KEYS_MAX];
  uint32_t count = words_keys(normal, keys);
  for (uint32_t k = 0; k < count; k++)
    for (uint32_t i = first_near(ix, keys[k]); i < ix->near_count && ix->near[i].hash == keys[k];
         i++) {
      uint32_t entry = ix->near[i].entry;
      size_t n = deal_normal(d->entries[entry].text, own);
      struct str text = {own, n};
      if (words_one_away(normal, text))
        put(words_slip(normal, text) ? &out->slips : &out->others, entry);
    }
}

/* ---- words shared --------------------------------------------------------------------------------------------- */

static struct posting posting_of(const struct deal_index *ix, uint64_t word) {
  uint32_t from = first_token(ix->tokens, ix->token_count, word, 0), to = from;
  while (to < ix->token_count && ix->tokens[to].hash == word) to++;
  return (struct posting){ix->tokens + from, to - from};
}

static bool joins(const struct posting *p) {
  return p->count && p->rows[0].worth == WORDS_JOIN;
}

static bool has_word(const struct posting *p, uint32_t entry) {
  uint32_t at = p->count ? first_token(p->rows, p->count, p->rows[0].hash, entry) : 0;
  return at < p->count && p->rows[at].entry == entry;
}

static void all_words(const struct posting *of, uint32_t n, struct offered *o) {
  uint32_t least = 0;
  for (uint32_t i = 1; i < n; i++)
    if (of[i].count < of[least].count) least = i;
  for (uint32_t r = 0; n && r < of[least].count; r++) {
    bool all = true;
    for (uint32_t i = 0; i < n && all; i++) all = has_word(&of[i], of[least].rows[r].entry);
    if (all) put(o, of[least].rows[r].entry);
  }
}

static void rarest_word(const struct posting *of, uint32_t n, struct offered *o) {
  const struct posting *best = NULL;
  for (uint32_t i = 0; i < n; i++)
    if (of[i].count && of[i].rows[0].worth == WORDS_SAY && (!best || of[i].count < best->count))
      best = &of[i];
  for (uint32_t r = 0; best && best->count <= RARE_MAX && r < best->count; r++)
    put(o, best->rows[r].entry);
}

/* It shares a word with the item that few entries have. */
static bool shares_rare(const struct posting *of, uint32_t n, uint32_t entry) {
  for (uint32_t i = 0; i < n; i++)
    if (of[i].count && of[i].count <= RARE_MAX && of[i].rows[0].worth == WORDS_SAY &&
        has_word(&of[i], entry))
      return true;
  return false;
}

/* Slips; entries one word away that share a rare word; those that share the rarest; others one word away. */
static void offer_near(struct offering *to, struct str text, const struct posting *of, uint32_t n) {
  struct away away;
  struct offered rare, both;
  away.slips.count = away.others.count = rare.count = both.count = 0;
  one_word_away(to->ix, text, &away);
  rarest_word(of, n, &rare);
  for (uint32_t i = 0; i < away.others.count; i++)
    if (shares_rare(of, n, away.others.entries[i])) put(&both, away.others.entries[i]);
  offer(to, &away.slips);
  offer(to, &both);
  offer(to, &rare);
  offer(to, &away.others);
}

static bool share_number(const struct deal_entry *a, const struct deal_entry *b) {
  for (uint32_t i = 0; i < a->code_count; i++)
    for (uint32_t k = 0; k < b->code_count; k++)
      if (a->codes[i].lo <= b->codes[k].hi && b->codes[k].lo <= a->codes[i].hi) return true;
  return false;
}

/* Entries under a number that one of those off the way has too. */
static void offer_by_number(struct offering *to) {
  const struct law_deal *d = to->ix->law->deal;
  struct offered found;
  found.count = 0;
  for (uint32_t i = 0; i < to->off_way.count; i++)
    for (uint32_t e = 0; e < d->entry_count; e++)
      if (is_on_way(to->ix, to->way, e) && !d->lists[d->entries[e].list].of_parties &&
          share_number(&d->entries[to->off_way.entries[i]], &d->entries[e]))
        put(&found, e);
  offer(to, &found);
}

static void offer_all(struct offering *to, struct str item) {
  char normal[DEAL_NORMAL_MAX];
  struct str text = {normal, deal_normal(item, normal)};
  uint64_t stems[WORDS_TOKENS_MAX];
  struct posting of[WORDS_TOKENS_MAX];
  struct offered found;
  uint32_t count = words_stems(text, stems), n = 0;
  found.count = 0;
  to->m->offer_count = to->m->offers_more = 0;
  for (uint32_t i = 0; i < count; i++) {
    of[n] = posting_of(to->ix, stems[i]);
    n += !joins(&of[n]);
  }
  all_words(of, n, &found);
  offer(to, &found);
  if (!to->m->offer_count) offer_by_number(to);
  if (!to->m->offer_count) offer_near(to, text, of, n);
}

void deal_match_near(const struct deal_index *ix, struct str item, const bool *way,
                     struct deal_matches *m) {
  struct offering to;
  offering_of(&to, ix, way, m);
  offer_all(&to, item);
  if (m->offer_count || !to.off_way.count) return;
  to.way = NULL;
  to.off_way.count = 0;
  offer_all(&to, item);
}

/* ---- the way of the case ---------------------------------------------------------------------------------------- */

void deal_match_way(const struct deal_index *ix, struct str item, const bool *way,
                    struct deal_matches *m) {
  uint32_t on = 0, kept = 0;
  bool words = false;
  for (uint32_t i = 0; i < m->count; i++) {
    on += is_on_way(ix, way, m->items[i].entry);
    words = words || m->items[i].fit == DEAL_FIT_WORDS;
  }
  for (uint32_t i = 0; on && i < m->count; i++)
    if (m->items[i].fit == DEAL_FIT_NAME || is_on_way(ix, way, m->items[i].entry))
      m->items[kept++] = m->items[i];
  if (on) m->count = kept;
  struct offering to;
  offering_of(&to, ix, way, m);
  if (on || !words) return;
  offer_all(&to, item); /* the entries found are among those that have all the words */
}
