// SPDX-License-Identifier: Apache-2.0
// Law changed by chance: a digit, a line left out or written twice, another country. Whatever still reads as
// law is asked both ways; both evaluators must move together. IMPOST_MUTANTS is how many are asked.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "support/ask.h"

enum { TEXTS_MAX = 256 };

struct texts {
  struct law_text items[TEXTS_MAX];
  uint32_t count;
};

static uint32_t mutants(void) {
  const char *set = getenv("IMPOST_MUTANTS");
  return set ? (uint32_t)strtoul(set, NULL, 10) : 8;
}

/* The start of a line chosen by chance, and its length with the end mark. */
static const char *any_line(struct agree *g, struct str text, size_t *n) {
  const char *from = text.p + agree_random(g, (uint32_t)text.n), *end = text.p + text.n;
  while (from > text.p && from[-1] != '\n') from--;
  const char *until = memchr(from, '\n', (size_t)(end - from));
  *n = (size_t)((until ? until + 1 : end) - from);
  return from;
}

static void change_digit(struct agree *g, char *p, size_t n) {
  for (int i = 0; i < 200 && n; i++) {
    char *at = p + agree_random(g, (uint32_t)n);
    if (*at < '0' || *at > '9') continue;
    *at = (char)('0' + agree_random(g, 10));
    return;
  }
}

static void change_country(struct agree *g, char *p, size_t n) {
  static const char *const other[] = {"CN", "DE", "MX", "JP", "RU", "BR"};
  for (int i = 0; i < 2000 && n > 4; i++) {
    char *at = p + 1 + agree_random(g, (uint32_t)n - 3);
    bool two = at[0] >= 'A' && at[0] <= 'Z' && at[1] >= 'A' && at[1] <= 'Z';
    if (!two || at[-1] != ' ' || (at[2] != '\n' && at[2] != ',' && at[2] != ' ')) continue;
    memcpy(at, other[agree_random(g, 6)], 2);
    return;
  }
}

/* A changed copy of a text; the caller frees it. */
static struct str mutate(struct agree *g, struct str text) {
  size_t n, kept;
  const char *line = any_line(g, text, &n);
  char *out = malloc(text.n + n + 1);
  assert_non_null(out);
  uint32_t kind = agree_random(g, 8);
  size_t before = (size_t)(line - text.p), after = text.n - before - n;
  size_t copies = kind == 0 ? 0 : kind == 1 ? 2 : 1;
  memcpy(out, text.p, before);
  kept = before;
  for (size_t i = 0; i < copies; i++, kept += n) memcpy(out + kept, line, n);
  memcpy(out + kept, line + n, after);
  kept += after;
  if (kind == 2)
    change_country(g, out, kept);
  else if (kind)
    change_digit(g, kind == 1 ? out + before + n : out, kind == 1 ? n : kept);
  return (struct str){out, kept};
}

static bool read_mutant(const struct texts *t, struct law **law) {
  struct diag_list diags = {0};
  struct imp_error err = {0};
  *law = NULL;
  bool fine = law_load_texts(t->items, t->count, law, &diags, &err) == IMP_OK && !diags.errors;
  diag_free(&diags);
  if (!fine) law_free(*law);
  return fine;
}

static void ask_mutant(struct agree *g, const struct imp_law *shipped, const struct texts *t) {
  static const char *const known[] = {NULL, "2025-10-26", "2026-02-19"};
  struct imp_law mutant = *shipped;
  if (!read_mutant(t, &mutant.law)) return;
  struct agree own = *g;
  own.law = &mutant;
  own.narrow = agree_random(g, 2) ? 60 : 0;
  agree_lines(&own, &(struct imp_query){.known = known[agree_random(g, 3)]}, AGREE_CHUNK);
  g->differences = own.differences;
  g->seed = own.seed;
  g->several++; /* mutants that were law */
  law_free(mutant.law);
}

static void test_mutants(void **state) {
  (void)state;
  struct imp_law *shipped = ask_open();
  struct agree g;
  struct texts t = {.count = shipped->law->file_count};
  agree_begin(&g, shipped, 99);
  assert_true(t.count <= TEXTS_MAX);
  for (uint32_t i = 0; i < t.count; i++)
    t.items[i] = (struct law_text){shipped->law->files[i].path, shipped->law->files[i].bytes};
  for (int tries = 0; g.several < mutants() && tries < 4000; tries++) {
    uint32_t file = agree_random(&g, t.count);
    struct str kept = t.items[file].bytes;
    if (!kept.n) continue;
    t.items[file].bytes = mutate(&g, kept);
    ask_mutant(&g, shipped, &t);
    if (g.differences) fprintf(stderr, "in a mutant of %s\n", t.items[file].path);
    free((char *)t.items[file].bytes.p);
    t.items[file].bytes = kept;
    assert_int_equal(g.differences, 0);
  }
  assert_int_equal(g.several, mutants());
  agree_end(&g);
  imp_law_free(shipped);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_mutants)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
