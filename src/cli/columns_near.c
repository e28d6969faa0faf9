// SPDX-License-Identifier: Apache-2.0
// Columns that are carried and not read, but whose names look like a fact or like a column that is missing. They are told,
// never taken: a name that is nearly right may hold something else.

#include <stdio.h>
#include <string.h>

#include "cli/columns.h"

enum { WORDS_MOST = 12, WORD_LEAST = 4 };

struct words {
  struct str at[WORDS_MOST];
  uint32_t count;
};

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static struct words words_of(const char *name) {
  struct words w = {0};
  for (const char *p = name; *p != '\0';) {
    const char *from = p;
    while (is_letter(*p)) p++;
    if (p > from && w.count < WORDS_MOST) w.at[w.count++] = (struct str){from, (size_t)(p - from)};
    if (p == from) p++;
  }
  return w;
}

/* Alike but for their endings: melt and melted, steel and Steel. */
static bool alike(struct str a, struct str b) {
  size_t n = a.n < b.n ? a.n : b.n;
  return (n >= WORD_LEAST || (n == 3 && a.n == b.n)) &&
         str_eq_nocase(str_sub(a, 0, n), str_sub(b, 0, n));
}

/* Words that stand in the names of many columns: alone they make no likeness. */
static bool is_common(struct str w) {
  static const char *const words[] = {"rate",    "type",   "value", "entry",   "shipment",  "part",
                                      "content", "weight", "use",   "process", "processing"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq_nocase(w, str_of(words[i]))) return true;
  return false;
}

/* How many words of `with` stand in the name; *telling when one of them is no common word. */
static uint32_t shared(const char *name, const char *with, bool *telling) {
  struct words a = words_of(name), b = words_of(with);
  uint32_t n = 0;
  for (uint32_t k = 0; k < b.count; k++)
    for (uint32_t i = 0; i < a.count; i++)
      if (alike(a.at[i], b.at[k])) {
        n++;
        *telling = *telling || !is_common(b.at[k]);
        break;
      }
  return n;
}

static bool is_read(const struct columns *c, const char *fact) {
  for (uint32_t i = 0; i < c->count; i++)
    if (c->facts[i] != NULL && strcmp(c->facts[i], fact) == 0) return true;
  return false;
}

/* The fact that shares most words with the name, of equals the one of fewest; NULL: none, or it is read already. */
static const char *near_fact(const struct columns *c, const char *name) {
  const struct imp_facts *facts = columns_learnt();
  const char *best = NULL;
  uint32_t most = 0;
  for (uint32_t i = 0; facts != NULL && i < imp_facts_count(facts); i++) {
    const struct imp_fact *f = imp_facts_at(facts, i);
    bool telling = false;
    uint32_t n = strcmp(f->type, "claim") == 0 ? 0 : shared(name, f->name, &telling);
    if (!telling) continue;
    bool better = n > most || (n == most && n > 0 && strlen(f->name) < strlen(best));
    if (better) {
      best = f->name;
      most = n;
    }
  }
  return best != NULL && !is_read(c, best) ? best : NULL;
}

void columns_tell(const struct columns *c, const char *file) {
  struct buf b = {0};
  for (uint32_t i = 0; i < c->count; i++) {
    const char *fact = c->fields[i] == FIELD_NONE ? near_fact(c, c->names[i]) : NULL;
    if (fact != NULL)
      buf_printf(&b, "%s\"%s\" (did you mean %s?)", b.n > 0 ? ", " : "", c->names[i], fact);
  }
  if (b.n > 0 && !b.failed)
    fprintf(stderr,
            "impost: %s: columns not read: %s\n"
            "  next: name a column as the fact it holds; `impost help facts` says how each is "
            "written\n",
            file, b.p);
  buf_free(&b);
}

void columns_tell_keys(const char *const *names, uint32_t count, const char *file) {
  struct arena a = {0};
  struct columns c = {.names = arena_array(&a, count + 1u, sizeof *c.names),
                      .facts = arena_array(&a, count + 1u, sizeof *c.facts),
                      .fields = arena_array(&a, count + 1u, sizeof *c.fields),
                      .count = count};
  bool good = c.names != NULL && c.facts != NULL && c.fields != NULL;
  for (uint32_t i = 0; i < count && good; i++) {
    c.names[i] = names[i];
    c.fields[i] = columns_field(names[i], &c.facts[i]);
    if (c.fields[i] != FIELD_FACT) c.facts[i] = NULL;
  }
  if (good) columns_tell(&c, file); /* a note: without memory it is not given */
  arena_free(&a);
}

/* Words in which names of the columns that must be there are often written. */
static bool may_be(enum field f, const char *name) {
  static const char *const usual[FIELD_COUNT] = {
      [FIELD_CODE] = "HTS tariff commodity classification code number",
      [FIELD_FROM] = "country origin",
      [FIELD_VALUE] = "value amount price cost"};
  bool telling = false;
  return usual[f] != NULL && shared(name, usual[f], &telling) > 0;
}

void columns_may_be(const struct columns *c, enum field f, const char *called, struct buf *out) {
  for (uint32_t i = 0; i < c->count; i++)
    if (c->fields[i] == FIELD_NONE && may_be(f, c->names[i])) {
      buf_printf(out, "; is \"%s\" the column %s?", c->names[i], called);
      return;
    }
}
