// SPDX-License-Identifier: Apache-2.0
// Where the goods of a line's numbers came from, read from the texts above and at each number.
//
// The idea: statistical suffixes are cut anew below an eight-digit line that stays what it is. So a new
// number takes its goods from old numbers of the same line, and the chain of texts says which: the same
// chain (renamed), a longer one (split), a shorter one (merged), or a text taken out of the "other" that
// follows it. A number no rule reaches came from nowhere: nothing is guessed.
//
// The rules are those of tools/make-renumbered.py, in its order; the first that fits counts. Knows
// nothing of days or of tables.
#include <string.h>

#include "source/source.h"

enum { MOST = 100 };

/* The old numbers by chain: where two have one chain, the last has it, at the place of the first. */
struct olds {
  const struct source_suffix *before;
  uint32_t before_count;
  struct source_chain chains[MOST];
  uint8_t at[MOST]; /* place in before */
  uint32_t count;
};

struct finding {
  struct olds old;
  const struct source_suffix *fresh;
  uint32_t fresh_count;
  bool after[MOST]; /* before[i] is in use still */
  bool known[MOST]; /* fresh[i] has an origin that a text gave */
  struct source_origin *out;
};

static bool same_texts(const struct str *a, const struct str *b, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (!str_eq(a[i], b[i])) {
      return false;
    }
  }
  return true;
}

static bool same_chain(struct source_chain a, struct source_chain b) {
  return a.count == b.count && same_texts(a.texts, b.texts, a.count);
}

static bool is_residual(struct str text) {
  return str_eq(text, STR("other")) || str_starts(text, STR("other "));
}

static bool starts_chain(struct source_chain part, struct source_chain whole) {
  return part.count <= whole.count && same_texts(part.texts, whole.texts, part.count);
}

/* Is `a` what is left of `b` when some of its texts are taken out? */
static bool within(struct source_chain a, struct source_chain b) {
  uint32_t at = 0;
  if (a.count >= b.count) {
    return false;
  }
  for (uint32_t i = 0; i < a.count; i++, at++) {
    while (at < b.count && !str_eq(a.texts[i], b.texts[at])) {
      at++;
    }
    if (at == b.count) {
      return false;
    }
  }
  return true;
}

static uint32_t shared_start(struct source_chain a, struct source_chain b) {
  uint32_t n = 0;
  while (n < a.count && n < b.count && str_eq(a.texts[n], b.texts[n])) {
    n++;
  }
  return n;
}

/* The same texts, each as often, in any order. */
static bool same_bag(struct source_chain a, struct source_chain b) {
  if (a.count != b.count) {
    return false;
  }
  for (uint32_t i = 0; i < a.count; i++) {
    uint32_t in_a = 0, in_b = 0;
    for (uint32_t j = 0; j < a.count; j++) {
      in_a += str_eq(a.texts[i], a.texts[j]);
      in_b += str_eq(a.texts[i], b.texts[j]);
    }
    if (in_a != in_b) {
      return false;
    }
  }
  return true;
}

static void olds_make(struct olds *o, const struct source_suffix *before, uint32_t count) {
  o->before = before;
  o->before_count = count;
  o->count = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = 0;
    while (at < o->count && !same_chain(o->chains[at], before[i].chain)) {
      at++;
    }
    o->chains[at] = before[i].chain;
    o->at[at] = (uint8_t)i;
    o->count += at == o->count;
  }
}

/* ---- one number: renamed or split ---- */

static int renamed(const struct olds *o, const struct source_suffix *number) {
  for (uint32_t i = 0; i < o->count; i++) {
    if (same_chain(o->chains[i], number->chain)) {
      return o->at[i];
    }
  }
  for (uint32_t i = 0; i < o->count; i++) {
    if (o->before[o->at[i]].value == number->value && same_bag(o->chains[i], number->chain)) {
      return o->at[i];
    }
  }
  return -1;
}

/* The old number that this one narrows from above: same last text, texts between them new. */
static int cut_from(const struct olds *o, struct source_chain chain, bool named) {
  int best = -1;
  uint32_t most = 0;
  for (uint32_t i = 0; i < o->count; i++) {
    struct source_chain c = o->chains[i];
    if (c.count == 0 || !within(c, chain) ||
        !str_eq(c.texts[c.count - 1], chain.texts[chain.count - 1]) ||
        (named && is_residual(c.texts[c.count - 1]))) {
      continue;
    }
    uint32_t shared = shared_start(c, chain);
    if (best < 0 || shared > most) {
      best = o->at[i];
      most = shared;
    }
  }
  return best;
}

static int widest_start(const struct olds *o, struct source_chain chain) {
  int best = -1;
  uint32_t most = 0;
  for (uint32_t i = 0; i < o->count; i++) {
    if (starts_chain(o->chains[i], chain) && (best < 0 || o->chains[i].count > most)) {
      best = o->at[i];
      most = o->chains[i].count;
    }
  }
  return best;
}

/* The chain with one text above the last replaced by "other". */
static int from_other(const struct olds *o, struct source_chain chain) {
  for (uint32_t at = 0; at + 1 < chain.count; at++) {
    for (uint32_t i = 0; i < o->count; i++) {
      struct source_chain c = o->chains[i];
      if (c.count == chain.count && same_texts(c.texts, chain.texts, at) &&
          str_eq(c.texts[at], STR("other")) &&
          same_texts(c.texts + at + 1, chain.texts + at + 1, chain.count - at - 1)) {
        return o->at[i];
      }
    }
  }
  return -1;
}

static int renamed_or_split(const struct olds *o, const struct source_suffix *number) {
  int found = renamed(o, number);
  found = found >= 0 ? found : cut_from(o, number->chain, true);
  found = found >= 0 ? found : widest_start(o, number->chain);
  found = found >= 0 ? found : from_other(o, number->chain);
  return found >= 0 ? found : cut_from(o, number->chain, false);
}

/* ---- one number: merged from several ---- */

static void merged(const struct finding *f, struct source_chain chain, struct source_origin *out) {
  for (int pass = 0; pass < 2 && out->count == 0; pass++) {
    for (uint32_t i = 0; i < f->old.before_count; i++) {
      struct source_chain theirs = f->old.before[i].chain;
      bool fits = pass == 0 ? starts_chain(chain, theirs) : within(chain, theirs);
      if (fits && !f->after[i]) {
        out->at[out->count++] = (uint8_t)i;
      }
    }
  }
  out->merged = out->count > 0;
}

/* ---- numbers that no text explains ---- */

static bool is_used(const struct finding *f, uint32_t old) {
  for (uint32_t i = 0; i < f->fresh_count; i++) {
    for (uint32_t j = 0; f->known[i] && j < f->out[i].count; j++) {
      if (f->out[i].at[j] == old) {
        return true;
      }
    }
  }
  return false;
}

/* Old numbers that ended, became nothing found so far, and stood where fresh[place] stands now. */
static void gap(const struct finding *f, uint32_t place, struct source_origin *out) {
  uint32_t low = 0, high = f->old.before_count;
  for (uint32_t i = 0; i < f->fresh_count; i++) {
    for (uint32_t j = 0; f->known[i] && j < f->out[i].count; j++) {
      uint32_t at = f->out[i].at[j];
      if (i < place && at + 1 > low) {
        low = at + 1;
      }
      if (i >= place && at < high) {
        high = at;
      }
    }
  }
  for (uint32_t i = low; i < high; i++) {
    if (!f->after[i] && !is_used(f, i)) {
      out->at[out->count++] = (uint8_t)i;
    }
  }
}

/* The origin of the "other" that follows in the same group, or in the nearest group above. */
static void taken_from_other(const struct finding *f, uint32_t place, struct source_origin *out) {
  struct source_chain chain = f->fresh[place].chain;
  for (uint32_t depth = chain.count; depth-- > 0;) {
    for (uint32_t i = place + 1; i < f->fresh_count; i++) {
      struct source_chain theirs = f->fresh[i].chain;
      if (f->known[i] && theirs.count == depth + 1 &&
          same_texts(theirs.texts, chain.texts, depth) && is_residual(theirs.texts[depth])) {
        *out = f->out[i];
        out->merged = false;
        return;
      }
    }
  }
}

static void by_text(struct finding *f) {
  for (uint32_t i = 0; i < f->fresh_count; i++) {
    int source = renamed_or_split(&f->old, &f->fresh[i]);
    if (source >= 0) {
      f->out[i].at[f->out[i].count++] = (uint8_t)source;
    } else {
      merged(f, f->fresh[i].chain, &f->out[i]);
    }
    f->known[i] = f->out[i].count > 0;
  }
}

static void by_place(struct finding *f) {
  for (uint32_t i = 0; i < f->fresh_count; i++) {
    struct source_origin one = {.count = 0};
    if (f->known[i]) {
      continue;
    }
    gap(f, i, &one);
    if (one.count != 1) {
      one.count = 0;
      taken_from_other(f, i, &one);
    }
    f->out[i] = one;
  }
}

void source_origins(const struct source_suffix *before, uint32_t before_count,
                    const struct source_suffix *fresh, uint32_t fresh_count,
                    struct source_origin *out) {
  struct finding f = {.fresh = fresh, .fresh_count = fresh_count, .out = out};
  memset(out, 0, fresh_count * sizeof *out);
  olds_make(&f.old, before, before_count);
  for (uint32_t i = 0; i < before_count; i++) {
    for (uint32_t j = 0; j < fresh_count; j++) {
      f.after[i] = f.after[i] || before[i].value == fresh[j].value;
    }
  }
  by_text(&f);
  by_place(&f);
}
