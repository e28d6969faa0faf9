// SPDX-License-Identifier: Apache-2.0
// The lines of a drawn file in memory: cells become columns of numbers once, then the batch answers them.
//
//   columns FILE RUNS        run by bench/run-file; prints seconds of the thread, median, and the lines
//
// Reads what bench/make-entries.py writes and no other CSV: no quotes, the columns in its order.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "impost/batch.h"

enum { CHUNK = 65536, LINES_MAX = 1 << 24, CELLS = 12, RUNS_MAX = 101 };
enum { CODE = 2, FROM, ON, VALUE, CLAIMS = 10, FACTS };

static uint32_t code[LINES_MAX], place[LINES_MAX], fact_line[LINES_MAX], fact_set[LINES_MAX];
static int32_t day[LINES_MAX];
static int64_t value[LINES_MAX];
static uint32_t count, fact_count;

static void stop(const char *why) {
  fprintf(stderr, "bench/columns: %s\n", why);
  exit(1);
}

static void *get(size_t n, size_t size) {
  void *p = calloc(n, size);
  if (!p) stop("out of memory");
  return p;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* "name=value; name=value" and one claim. */
static uint32_t set_of(struct imp_batch *b, char *facts, const char *claim) {
  struct imp_pair pairs[8];
  uint32_t n = 0;
  for (char *part = strtok(facts, ";"); part && n < 8; part = strtok(NULL, ";")) {
    char *equals = strchr(part, '=');
    if (!equals) stop("a fact without a value");
    *equals = '\0';
    pairs[n++] = (struct imp_pair){part + strspn(part, " "), equals + 1};
  }
  return imp_batch_facts(b, pairs, n, &claim, claim[0] != '\0');
}

static void read_line(struct imp_batch *b, char *line) {
  char *cells[CELLS] = {line};
  line[strcspn(line, "\n")] = '\0';
  for (int i = 1; i < CELLS; i++) {
    char *comma = strchr(cells[i - 1], ',');
    if (!comma) stop("a line with fewer cells than were drawn");
    *comma = '\0';
    cells[i] = comma + 1;
  }
  code[count] = imp_batch_code(b, cells[CODE]);
  place[count] = imp_batch_place(b, cells[FROM]);
  day[count] = imp_batch_day(cells[ON]);
  value[count] = imp_batch_value(cells[VALUE]);
  if (cells[FACTS][0] || cells[CLAIMS][0]) {
    fact_line[fact_count] = count;
    fact_set[fact_count++] = set_of(b, cells[FACTS], cells[CLAIMS]);
  }
  count++;
}

static double run(struct imp_batch *b, const struct imp_results *r, uint64_t *answered) {
  static uint32_t lines[CHUNK];
  struct imp_error err;
  double took = 0;
  uint32_t fact = 0;
  *answered = 0;
  for (uint32_t at = 0, done; at < count; at += CHUNK) {
    uint32_t n = count - at < CHUNK ? count - at : CHUNK;
    struct imp_columns c = {.count = n,
                            .code = code + at,
                            .place = place + at,
                            .day = day + at,
                            .value = value + at,
                            .fact_line = lines,
                            .fact_set = fact_set + fact};
    while (fact < fact_count && fact_line[fact] < at + n)
      lines[c.fact_count++] = fact_line[fact++] - at;
    double start = now();
    if (imp_batch_run(b, &c, r, &done, &err) != IMP_OK) stop(err.message);
    took += now() - start;
    if (done != n) stop("a chunk was not finished");
    for (uint32_t i = 0; i < n; i++) *answered += r->status[i] != IMP_LINE_REFUSED;
  }
  return took;
}

static int by_time(const void *x, const void *y) {
  double a = *(const double *)x, b = *(const double *)y;
  return a < b ? -1 : a > b;
}

int main(int argc, char **argv) {
  static char line[4096];
  const char *folder = getenv("IMPOST_LAW");
  struct imp_law *law;
  struct imp_batch *b;
  struct imp_error err;
  double times[RUNS_MAX];
  uint64_t answered;
  int runs = argc > 2 ? atoi(argv[2]) : 5;
  FILE *f = argc > 1 ? fopen(argv[1], "r") : NULL;
  if (!f || runs < 1 || runs > RUNS_MAX) stop("usage: columns FILE RUNS");
  if (imp_law_open(folder ? folder : "law", &law, &err) != IMP_OK) stop(err.message);
  if (imp_batch_open(law, &(struct imp_query){0}, &b, &err) != IMP_OK) stop(err.message);
  if (!fgets(line, sizeof line, f)) stop("an empty file");
  while (count < LINES_MAX && fgets(line, sizeof line, f)) read_line(b, line);
  fclose(f);
  struct imp_results r = {get(CHUNK, 1),
                          get(CHUNK, sizeof(uint32_t)),
                          get(CHUNK, sizeof(int64_t)),
                          get(CHUNK, sizeof(int64_t)),
                          get(CHUNK + 1, sizeof(uint32_t)),
                          get((size_t)CHUNK * IMP_BATCH_ROWS, sizeof(int64_t)),
                          CHUNK * IMP_BATCH_ROWS};
  double first = run(b, &r, &answered);
  for (int i = 0; i < runs; i++) times[i] = run(b, &r, &answered);
  qsort(times, (size_t)runs, sizeof *times, by_time);
  printf("%.6f %.6f %u %llu\n", first, times[runs / 2], (unsigned)count,
         (unsigned long long)answered);
  imp_batch_free(b);
  imp_law_free(law);
  return 0;
}
