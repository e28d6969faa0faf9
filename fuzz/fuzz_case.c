// SPDX-License-Identifier: Apache-2.0
// A case of export controls: the first line is the item, the second the place it leaves, the third the place it goes to, the
// fourth the day, the others facts. It is understood or it is not; an answer never says more without a fact than with it
// stated as unknown, words that match an entry say its name, and asking twice gives one answer.
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "impost/licence.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LINES_MAX = 24 };

static struct imp_law *law;
static struct imp_screen *screen;
static const struct imp_query query = {.known = "2026-10-01", .on = "2026-01-15"};

static void open_once(void) {
  if (law != NULL) return;
  const char *folder = getenv("IMPOST_LAW");
  if (imp_law_open(folder != NULL ? folder : IMPOST_ROOT "/law", &law, NULL) != IMP_OK ||
      imp_screen_open(law, &query, &screen, NULL) != IMP_OK)
    abort();
}

static uint32_t cut(char *text, const char *lines[LINES_MAX]) {
  uint32_t n = 0;
  for (char *at = text; at != NULL && n < LINES_MAX;) {
    char *end = strchr(at, '\n');
    if (end != NULL) *end++ = '\0';
    lines[n++] = at;
    at = end;
  }
  return n;
}

static uint32_t read_facts(char *const *lines, uint32_t n, struct imp_pair *facts) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < n; i++) {
    char *equals = strchr(lines[i], '=');
    if (equals == NULL) continue;
    *equals = '\0';
    facts[count++] = (struct imp_pair){lines[i], equals + 1};
  }
  return count;
}

static void ask(const struct imp_case *c) {
  struct imp_licence *l = NULL;
  struct imp_error err;
  const struct imp_screened *x = NULL;
  enum imp_status status = imp_licence(law, &query, c, &l, &err);
  assert(status == IMP_OK || status == IMP_USAGE);
  assert(imp_screen_case(screen, c, &x, NULL) == IMP_OK);
  if (status != IMP_OK) {
    assert(x->id != NULL || err.message[0] != '\0');
    return;
  }
  const struct imp_licence_answer *a = imp_licence_answer(l);
  enum imp_licence_word most = IMP_LICENCE_NOT_LISTED;
  assert(a->reading_count > 0);
  for (uint32_t i = 0; i < a->reading_count; i++)
    if (a->readings[i].word > most) most = a->readings[i].word;
  assert(x->id != NULL || x->word == most);
  if (a->entry_count == 0) assert(most == IMP_LICENCE_NOT_LISTED || a->readings[0].row_count > 0);
  imp_licence_free(l);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  open_once();
  char *text = malloc(size + 1);
  const char *lines[LINES_MAX] = {"", "", "", ""};
  struct imp_pair facts[LINES_MAX];
  if (text == NULL) return 0;
  if (size > 0) memcpy(text, data, size);
  text[size] = '\0';
  uint32_t n = cut(text, lines);
  uint32_t count = n > 4 ? read_facts((char *const *)(uintptr_t)&lines[4], n - 4, facts) : 0;
  struct imp_case c = {.item = lines[0],
                       .out_of = lines[1],
                       .into = lines[2],
                       .on = lines[3],
                       .facts = facts,
                       .fact_count = count};
  ask(&c);
  free(text);
  return 0;
}
