// SPDX-License-Identifier: Apache-2.0
// The model's solver: one solve of the 31 x 40 world of 1993, cold and warm; draws on the base year of the library.
//
//   bench/run-model [RUNS [DRAWS]]        builds this file against a release build and runs it
//
// It reads the library's inside headers: what is timed is a solve, not reading, reporting or starting a process.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/file.h"
#include "impost/model.h"
#include "model/shock.h"
#include "model/solver.h"

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void must(enum imp_status status, const struct imp_error *err) {
  if (status == IMP_OK) return;
  fprintf(stderr, "bench: %s\n", err->message);
  exit(1);
}

static struct str read_all(struct arena *a, const char *path) {
  struct imp_error err = {0};
  struct str text = {0};
  must(file_read(a, path, 0, &text, &err), &err);
  return text;
}

/* Multiply-adds of a sweep, and the bytes it reads once. */
static void print_floor(const struct economy *e, double traded) {
  double n = e->regions, s = e->sectors;
  double fma = 2 * n * s * s + 3 * n * n * traded + 2 * n * s * s + 2 * n * n * s + n * n;
  double bytes = 8 * (n * s * s + 2 * n * n * traded) * 2 + 4 * (2 * n * s * s + 2 * n * n * s);
  printf("  a sweep: %.0f thousand multiply-adds, %.2f MB read; at 8 a cycle and 3 GHz %.0f us, at "
         "60 GB/s %.0f us\n",
         fma / 1e3, bytes / 1e6, fma / 8 / 3e3, bytes / 60e3);
}

static void nafta(unsigned runs) {
  struct arena a = {0};
  struct imp_error err = {0};
  struct economy *e = NULL;
  struct shock *shock = NULL;
  double begun = now();
  must(economy_read(read_all(&a, "tests/model/data/nafta-1993.model"), "1993", &e, &err), &err);
  double read = now() - begun;
  must(shock_read(e, read_all(&a, "tests/model/data/nafta-1993.shock"), "2005", &shock, &err),
       &err);
  struct solver *s = NULL;
  struct solver_work *w = NULL;
  struct scenario *what = NULL;
  struct solution *at = NULL;
  begun = now();
  must(solver_new(e, CLOSURE_REMOVED, e->set[0].theta, NULL, &s, &err), &err);
  double prepare = now() - begun;
  must(solver_work_new(s, &w, &err), &err);
  must(scenario_new(e, CLOSURE_REMOVED, &what, &err), &err);
  must(solution_new(e, &at, &err), &err);
  must(shock_apply(shock, 1, NULL, what, &err), &err);
  printf("31 x 40, 1993, %s, one thread; reading the text %.1f ms, set-up %.1f ms (once for a data "
         "set)\n",
         kernel_best()->name, read, prepare);
  static const double tolerances[] = {1e-6, 1e-8, 1e-10};
  double *times = calloc(runs, sizeof *times);
  for (int t = 0; t < 3; t++) {
    struct solve_options o = {tolerances[t], 80, false};
    for (unsigned r = 0; r < runs; r++) {
      begun = now();
      must(solver_solve(s, w, what, NULL, &o, at, &err), &err);
      times[r] = now() - begun;
    }
    qsort(times, runs, sizeof *times, ascending);
    printf(
        "  to %.0e: %u sweeps, median %.3f ms (p10 %.3f, p90 %.3f), cold with set-up %.1f ms%s\n",
        tolerances[t], at->sweeps, times[runs / 2], times[runs / 10], times[runs * 9 / 10],
        prepare + times[runs / 2], at->solved ? "" : " NOT SOLVED");
    if (t == 1 && times[runs / 2] > 1.5) puts("  over the limit of 1.5 ms");
  }
  begun = now();
  must(plain_solve(what, e->set[0].theta, 1e-8, 2000, at, &err), &err);
  printf("  the plain way to 1e-08: %u sweeps, %.0f ms\n", at->sweeps, now() - begun);
  print_floor(e, 20);
  solution_free(at);
  scenario_free(what);
  solver_work_free(w);
  solver_free(s);
  shock_free(shock);
  economy_free(e);
  arena_free(&a);
  free(times);
}

static void draws(unsigned count) {
  struct imp_error err = {0};
  struct imp_world *w = NULL;
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  must(imp_world_default(&w, &err), &err);
  static const char text[] =
      "impost-shock 1\ntitle bench\noutcome base\noutcome shock\n"
      "tariff into USA from * on goods plus 10%\ntariff into USA from CHN on goods plus 50%\n";
  must(imp_shock_read(w, text, sizeof text - 1, "bench", &s, &err), &err);
  for (unsigned k = 0; k < 2; k++) {
    struct imp_model_options o = {.draws = k == 0 ? 0 : count, .threads = 1};
    double begun = now();
    must(imp_model_run(w, s, &o, &m, &err), &err);
    double took = now() - begun;
    struct imp_model_state state = imp_model_state(m);
    if (k == 0) printf("24 x 28, 2022: two outcomes with set-up %.1f ms\n", took);
    if (k == 1)
      printf("  %u draws of two outcomes, one thread: %.0f ms, %.0f us a solve; %u not solved\n",
             count, took, 1e3 * took / (2.0 * count), (unsigned)state.unsolved);
    imp_model_free(m);
  }
  imp_shock_free(s);
  imp_world_free(w);
}

int main(int argc, char **argv) {
  unsigned runs = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 501;
  unsigned count = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1000;
  struct rusage use;
  nafta(runs > 10 ? runs : 11);
  draws(count > 0 ? count : 1);
  getrusage(RUSAGE_SELF, &use);
  printf("largest resident size %.1f MB\n", (double)use.ru_maxrss / 1024);
  return 0;
}
