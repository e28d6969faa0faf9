// SPDX-License-Identifier: Apache-2.0
// Reads a law folder and prints what is in it, what is wrong with it, and how long reading took.
#include <stdio.h>
#include <time.h>

#include "law/law.h"

static double milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void print_counts(const struct law *law) {
  uint32_t headings = 0, stmts = 0, asserts = 0;
  size_t bytes = 0, items = 0;
  for (uint32_t i = 0; i < law->file_count; i++) bytes += law->files[i].bytes.n;
  for (uint32_t i = 0; i < law->measure_count; i++) {
    const struct law_measure *m = &law->measures[i];
    headings += m->heading_count;
    stmts += m->count;
    asserts += m->assert_count;
    for (uint32_t k = 0; k < m->heading_count; k++) stmts += m->headings[k].count;
  }
  for (uint32_t i = 0; i < law->list_count; i++)
    for (uint32_t k = 0; k < law->lists[i].count; k++)
      for (uint32_t j = 0; j < law->lists[i].lines[k].count; j++)
        items += law->lists[i].lines[k].sets[j].count;
  printf("files %u, bytes %zu, acts %u, lists %u, members %zu, questions %u, facts %u\n",
         law->file_count, bytes, law->act_count, law->list_count, items, law->question_count,
         law->fact_count);
  printf("measures %u, headings %u, statements %u, asserts %u, memory %zu\n", law->measure_count,
         headings, stmts, asserts, law->arena.used);
  printf("digest %s\n", law->digest);
}

int main(int argc, char **argv) {
  int times = argc > 2 ? 20 : 1;
  if (argc < 2) return 2;
  for (int i = 0; i < times; i++) {
    struct diag_list diags = {0};
    struct imp_error err = {0};
    struct law *law = NULL;
    double start = milliseconds();
    enum imp_status status = law_load(argv[1], &law, &diags, &err);
    double took = milliseconds() - start;
    if (status != IMP_OK) {
      fprintf(stderr, "%s\n", err.message);
      return (int)status;
    }
    if (i + 1 == times) {
      struct buf out = {0};
      diag_print(&diags, &out);
      printf("%.*s", (int)out.n, out.p ? out.p : "");
      print_counts(law);
      buf_free(&out);
    }
    printf("%zu findings, %zu errors, %.2f ms\n", diags.count, diags.errors, took);
    law_free(law);
    diag_free(&diags);
  }
  return 0;
}
