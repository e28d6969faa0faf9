// SPDX-License-Identifier: Apache-2.0
// What the desk takes as text: a line put into any law text leaves every byte of it where it was; target files and
// citations are understood or refused; grams of any bytes are found.
// needs room: desk
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "desk/desk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The text without the line that was put in is the text. */
static void check_same(struct str before, struct str after, const char *line) {
  size_t n = strlen(line), from = 0;
  while (from < before.n && from < after.n && before.p[from] == after.p[from]) from++;
  assert(after.n > before.n && after.n - before.n <= n + 6);
  size_t behind = before.n - from, rest = after.n - behind;
  while (behind > 0 && memcmp(before.p + from, after.p + rest, behind) != 0) {
    assert(from > 0); /* the line may begin as what stood there does */
    from--;
    behind++;
    rest--;
  }
}

static void insert(struct str text) {
  static const struct insertion what[] = {
      {TARGET_QUESTION, "us-cn.truce", NULL, "said US raises by us.a", NULL},
      {TARGET_QUESTION, "us-cn.truce", NULL, "answered extended by us.a", NULL},
      {TARGET_MEETING, "us-cn.round", NULL, "said US expects by us.a", NULL},
      {TARGET_MEASURE, "us.m", NULL, "rate 10% by us.a", NULL},
      {TARGET_MEASURE, "us.m", "9903.01.20", "rate 10% by us.a", NULL}};
  const struct law_file file = {"us/a.law", text};
  for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
    struct buf out = {0};
    if (edit_insert(&file, &what[i], &out, NULL) == IMP_OK)
      check_same(text, buf_str(&out), what[i].line);
    buf_free(&out);
    struct insertion both = what[i];
    both.voice = "us.a US 2025-01-01 \"A\" \"B\" report \"C\"";
    if (edit_insert(&file, &both, &out, NULL) == IMP_OK) assert(out.n > text.n + 40);
    buf_free(&out);
  }
}

/* The answers of a question are one line, and each of them is one. */
static void answers(struct str text) {
  struct str block;
  struct buf out = {0};
  if (edit_block(text, "question", "us-cn.truce", &block) &&
      edit_statement(block, "answers", &out) && out.n > 0) {
    assert(memchr(out.p, '\n', out.n) == NULL && out.n <= block.n);
    if (memchr(out.p, '|', out.n) == NULL && strlen(out.p) == out.n && out.p[0] != '\t')
      assert(edit_is_answer(out.p, out.p));
  }
  buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct str text = {(const char *)data, size};
  struct targets targets = {0};
  struct grams grams;
  struct arena arena = {0};
  insert(text);
  answers(text);
  targets_text(&targets, "a", text, NULL);
  for (size_t i = 0; i < targets.count; i++)
    assert(targets.items[i].key != NULL && targets.items[i].name != NULL &&
           (targets.items[i].since == NULL || strlen(targets.items[i].since) == 10));
  targets_free(&targets);
  if (grams_of(text, &grams)) {
    assert(grams.count < 8 || grams_alike(&grams, &grams));
    grams_free(&grams);
  }
  const char *cite = str_dup(&arena, text);
  if (cite != NULL &&
      citation_check(&arena, IMPOST_ROOT "/fuzz/corpus/fuzz_desk", cite, NULL) == IMP_OK)
    assert(strchr(cite, '"') == NULL && strchr(cite, '\n') == NULL);
  arena_free(&arena);
  return 0;
}
