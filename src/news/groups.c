// SPDX-License-Identifier: Apache-2.0
// Which statements belong to a proposition, and which of them are alike: found once, by hashes, so that a story of many
// articles is not looked through for each of its statements.
#include <string.h>

#include "news/report_own.h"

static uint64_t mix(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0x9e3779b97f4a7c15u;
  return h ^ (h >> 29);
}

static uint64_t hash_text(uint64_t h, const char *text) {
  return mix(h, text != NULL ? news_word_hash(text, strlen(text)) : 0);
}

/* Of what the key names. */
static uint64_t hash_key(const struct news_measure *m, const struct news_statement *st) {
  uint64_t h = mix(st->measure, m->by_good ? st->good : 0);
  if (!m->template) return h;
  h = mix(h, (uint64_t)st->imposer * 256 + (m->by_target ? (uint64_t)st->target : 0));
  return mix(h, m->by_percent ? (uint64_t)(uint32_t)st->percent_milli : 0);
}

/* Of what news_alike compares, enough to tell apart. */
static uint64_t hash_alike(const struct news_statement *st, uint32_t of) {
  uint64_t h = mix(of, (uint64_t)st->speaker * 65536 + (uint64_t)st->status);
  h = hash_text(hash_text(h, st->number), st->unknown);
  return mix(mix(h, (uint64_t)(uint32_t)st->from), (uint64_t)(uint32_t)st->until);
}

struct table { /* open addressing; a slot is an index + 1 */
  uint32_t *slots;
  uint64_t mask;
};

static bool make_table(struct table *t, size_t count) {
  size_t size = 64;
  while (size < count * 2) size *= 2;
  t->mask = size - 1;
  t->slots = mem_alloc(size * sizeof *t->slots);
  return t->slots != NULL;
}

static uint32_t *find_proposition(const struct table *t, const struct news_story *y,
                                  const struct news_proposition *props,
                                  const struct news_statement *st) {
  const struct news_measure *m = &y->rules->measures[st->measure];
  uint64_t at = hash_key(m, st) & t->mask;
  while (t->slots[at] != 0 && !news_belongs(m, &props[t->slots[at] - 1], st))
    at = (at + 1) & t->mask;
  return &t->slots[at];
}

/* Within one proposition: what its key leaves out makes no other line. */
static bool alike_in(const struct news_statement *a, const struct news_statement *b) {
  struct news_statement like = *b;
  like.target = a->target;
  like.good = a->good;
  return news_alike(a, &like);
}

static uint32_t *find_alike(const struct table *t, const struct news_story *y, uint32_t i,
                            uint32_t of) {
  const struct news_statement *st = &y->statements[i];
  uint64_t at = hash_alike(st, of) & t->mask;
  while (t->slots[at] != 0 && !alike_in(&y->statements[t->slots[at] - 1], st))
    at = (at + 1) & t->mask;
  return &t->slots[at];
}

/* Behind the last of its chain. `last` is of each first one the last. */
static void chain(uint32_t *head, uint32_t *last, uint32_t *next, uint32_t i) {
  if (*head == 0)
    *head = i + 1;
  else
    next[*last] = i + 1;
  *last = i;
}

static void fill(const struct news_story *y, const struct news_proposition *props, size_t count,
                 struct table tables[2], uint32_t *last, uint32_t *last_of,
                 struct news_groups *out) {
  for (uint32_t k = 0; k < count;
       k++) { /* a proposition stands where a statement of its key looks for it */
    const struct news_statement like = {.measure = props[k].measure,
                                        .good = props[k].good,
                                        .imposer = props[k].imposer,
                                        .target = props[k].target,
                                        .percent_milli = props[k].percent_milli};
    *find_proposition(&tables[0], y, props, &like) = k + 1;
  }
  for (uint32_t i = 0; i < y->statement_count; i++) {
    uint32_t of = *find_proposition(&tables[0], y, props, &y->statements[i]);
    if (of == 0) continue;
    uint32_t *first = find_alike(&tables[1], y, i, of);
    if (*first == 0) chain(&out->of[of - 1], &last_of[of - 1], out->after, i);
    chain(first, &last[*first != 0 ? *first - 1 : i], out->alike, i);
  }
}

bool news_groups_make(const struct news_story *y, const struct news_proposition *props,
                      size_t count, struct news_groups *out) {
  size_t n = y->statement_count + 1;
  struct table tables[2] = {{0}};
  uint32_t *last = mem_alloc(n * sizeof *last), *last_of = mem_alloc((count + 1) * sizeof *last_of);
  *out = (struct news_groups){.of = mem_alloc((count + 1) * sizeof *out->of),
                              .after = mem_alloc(n * sizeof *out->after),
                              .alike = mem_alloc(n * sizeof *out->alike)};
  bool fine = last != NULL && last_of != NULL && out->of != NULL && out->after != NULL &&
              out->alike != NULL && make_table(&tables[0], count) && make_table(&tables[1], n);
  if (fine) fill(y, props, count, tables, last, last_of, out);
  mem_free(last);
  mem_free(last_of);
  mem_free(tables[0].slots);
  mem_free(tables[1].slots);
  if (!fine) news_groups_free(out);
  return fine;
}

void news_groups_free(struct news_groups *g) {
  mem_free(g->of);
  mem_free(g->after);
  mem_free(g->alike);
  *g = (struct news_groups){0};
}
