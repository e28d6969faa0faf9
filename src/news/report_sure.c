// SPDX-License-Identifier: Apache-2.0
// How sure the readings are, for people and programs; and a story without those that are not.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "news/report_own.h"
#include "news/signs.h"

#define REASONS 4 /* told to a person of one reading */

struct reason {
  int weight;
  const char *words;
};

static int heavier(const void *a, const void *b) {
  int x = abs(((const struct reason *)a)->weight), y = abs(((const struct reason *)b)->weight);
  return (x < y) - (x > y);
}

/* "confidence 0.58: whom it hits is not named (-0.62), ..." */
void news_print_sureness(struct news_printer *p, const struct news_statement *st) {
  const struct news_signs *w = &p->y->rules->signs;
  struct reason all[NEWS_SIGN_COUNT];
  size_t n = 0;
  if (!w->known) return;
  for (uint64_t left = news_signs_of(p->y->rules, st); left != 0; left &= left - 1) {
    int sign = __builtin_ctzll(left);
    if (w->weight[sign] != 0) all[n++] = (struct reason){w->weight[sign], w->words[sign]};
  }
  qsort(all, n, sizeof *all, heavier);
  buf_printf(&p->out, "            confidence 0.%02d", news_sureness(p->y->rules, st));
  for (size_t i = 0; i < n && i < REASONS; i++)
    buf_printf(&p->out, "%s %s (%+.2f)", i == 0 ? ":" : ",", all[i].words, all[i].weight / 1000.0);
  buf_putc(&p->out, '\n');
}

/* A statement that several reports make is as sure as the surest of its readings. */
bool news_any_sure(const struct news_printer *p, size_t statement) {
  for (uint32_t k = (uint32_t)statement + 1; k != 0; k = p->groups.alike[k - 1])
    if (news_is_sure(p->y->rules, &p->y->statements[k - 1])) return true;
  return false;
}

void news_print_unsure_legend(struct news_printer *p) {
  for (size_t i = 0; i < p->y->statement_count; i++)
    if (!news_is_sure(p->y->rules, &p->y->statements[i])) {
      buf_puts(&p->out, "  (uncertain: hard to read, look at the sentence; --explain says why, "
                        "--sure leaves such readings out)\n");
      return;
    }
}

/* Whose cell is empty only because the reading was left out has not been silent. */
void news_mark_unsure(const struct news_story *all, struct news_proposition *props, size_t count) {
  for (size_t i = 0; i < all->statement_count; i++) {
    const struct news_statement *st = &all->statements[i];
    if (st->side == NEWS_NO_SIDE || news_is_sure(all->rules, st)) continue;
    for (size_t k = 0; k < count; k++)
      if (props[k].cells[st->side] == NEWS_SILENT &&
          news_belongs(&all->rules->measures[st->measure], &props[k], st))
        props[k].unsure[st->side] = true;
  }
}

bool news_keep_sure(const struct news_story *all, struct news_story *sure) {
  *sure = *all;
  sure->statement_count = 0;
  sure->statements = mem_alloc((all->statement_count + 1) * sizeof *sure->statements);
  for (size_t i = 0; i < all->statement_count && sure->statements != NULL; i++)
    if (news_is_sure(all->rules, &all->statements[i]))
      sure->statements[sure->statement_count++] = all->statements[i];
  return sure->statements != NULL;
}
