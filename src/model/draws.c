// SPDX-License-Identifier: Apache-2.0
// Draws of parameters on all cores.
//
// A draw is a number: everything random in it is a function of the seed, the draw and a place in it, so that all outcomes
// see the same elasticities (differences between outcomes are what is asked) and threads change nothing. Elasticities
// are log-normal with a common factor; what is kept of a pledge is normal, cut to its range. A draw that does not solve
// for every outcome is in no number and is counted.

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/run.h"

static const double SPREAD = 0.27, COMMON = 0.5; /* sd of log theta; correlation between sectors */

/* ---- numbers ------------------------------------------------------------------------------------------ */

static uint64_t scramble(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

static double uniform(uint64_t seed, uint32_t draw, uint32_t place) {
  uint64_t x = scramble(scramble(seed ^ ((uint64_t)draw << 32 | place)));
  return ((double)(x >> 11) + 0.5) / 9007199254740992.0;
}

/* Box and Muller: two uniforms, one normal; the logarithm and cosine are cheap beside a solve. */
static double normal(uint64_t seed, uint32_t draw, uint32_t place) {
  double a = uniform(seed, draw, 2 * place), b = uniform(seed, draw, 2 * place + 1);
  return sqrt(-2 * log(a)) * cos(6.283185307179586 * b);
}

static void draw_theta(const struct imp_model *m, uint32_t draw, double *theta) {
  uint64_t seed = m->options.seed;
  double common = sqrt(COMMON) * normal(seed, draw, 0), own = sqrt(1 - COMMON);
  for (uint32_t j = 0; j < m->world->e->sectors; j++)
    theta[j] = m->theta[j] * exp(SPREAD * (common + own * normal(seed, draw, 1 + j)));
}

/* Pledges of a scenario, from the statements they came from: bounds stand in the order of statements. */
static void draw_pledges(const struct imp_model *m, uint32_t outcome, uint32_t draw,
                         struct scenario *what) {
  const struct shock *s = m->shock->s;
  for (size_t b = 0; b < what->bound_count; b++)
    for (size_t k = 0; k < s->count; k++) {
      const struct shock_statement *t = &s->statements[k];
      const struct bound *bound = &what->bounds[b];
      if ((t->outcome != UINT32_MAX && t->outcome != outcome) || t->kind != SHOCK_FLOOR ||
          t->kept_sd <= 0 || !t->into[bound->importer] || !t->from[bound->exporter] ||
          !t->on[bound->sector] || !bound->floor)
        continue;
      double z = normal(m->options.seed, draw, 1000 + (uint32_t)k);
      what->bounds[b].quantity =
          fmax(1e-3, t->value * fmin(1.5, fmax(0, t->kept + t->kept_sd * z)));
    }
}

/* ---- workers ------------------------------------------------------------------------------------------ */

struct job {
  const struct imp_model *m;
  const struct solver *s;
  double *values; /* [draw][outcome][column]; the first is NAN when unsolved */
  atomic_uint next;
  atomic_uint failed; /* memory ran out */
};

struct worker {
  struct job *job;
  struct solver_work *work;
  struct scenario *scenarios[SHOCK_OUTCOMES_MOST];
  double *room;
  struct measure measure;
};

static enum imp_status worker_open(struct worker *w, struct job *job, struct imp_error *err) {
  const struct imp_model *m = job->m;
  size_t count = m->regions;
  w->job = job;
  enum imp_status status = solver_work_new(job->s, &w->work, err);
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK; k++)
    status = scenario_copy(m->scenarios[k], &w->scenarios[k], err);
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK; k++)
    status = solver_reserve(w->work, w->scenarios[k], err);
  if (status != IMP_OK) return status;
  w->room = mem_alloc((6 * (size_t)count + m->world->e->sectors) * sizeof(double));
  if (w->room == NULL) return error_no_memory(err);
  double *r = w->room;
  w->measure =
      (struct measure){r, r + count, r + 2 * count, r + 3 * count, r + 4 * count, r + 5 * count};
  return IMP_OK;
}

static void worker_close(struct worker *w) {
  for (uint32_t k = 0; k < SHOCK_OUTCOMES_MOST; k++) scenario_free(w->scenarios[k]);
  solver_work_free(w->work);
  mem_free(w->room);
}

static bool one_draw(struct worker *w, uint32_t draw, struct imp_error *err) {
  const struct imp_model *m = w->job->m;
  const struct solve_options o = {1e-6, 60, false};
  size_t width = model_width(m);
  double *theta = w->room + 6 * (size_t)m->regions,
         *values = w->job->values + (size_t)draw * m->outcomes * width;
  struct solution none = {.memory = NULL};
  draw_theta(m, draw, theta);
  for (uint32_t k = 0; k < m->outcomes; k++) {
    draw_pledges(m, k, draw, w->scenarios[k]);
    if (solver_solve(w->job->s, w->work, w->scenarios[k], theta, &o, &none, err) != IMP_OK)
      return false;
    if (!none.solved) {
      values[0] = (double)NAN;
      return true;
    }
    model_measure(m, w->work, &w->measure, values + k * width);
  }
  return true;
}

static void *work(void *user) {
  struct worker *w = user;
  struct imp_error err = {0};
  for (;;) {
    unsigned draw = atomic_fetch_add(&w->job->next, 1);
    if (draw >= w->job->m->options.draws) break;
    if (!one_draw(w, draw, &err)) atomic_store(&w->job->failed, 1);
  }
  return NULL;
}

static uint32_t thread_count(const struct imp_model *m) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  uint32_t wanted = m->options.threads > 0 ? m->options.threads : cores > 0 ? (uint32_t)cores : 1;
  if (wanted > 64) wanted = 64;
  return wanted > m->options.draws ? m->options.draws : wanted;
}

/* All memory is asked for before the first thread: the allocator's hook is not for many threads. */
static enum imp_status run_workers(struct job *job, struct imp_error *err) {
  uint32_t count = thread_count(job->m), begun = 0;
  struct worker *workers = mem_alloc(count * sizeof *workers);
  pthread_t *threads = mem_alloc(count * sizeof *threads);
  enum imp_status status = workers == NULL || threads == NULL ? error_no_memory(err) : IMP_OK;
  for (uint32_t k = 0; k < count && status == IMP_OK; k++)
    status = worker_open(&workers[k], job, err);
  for (uint32_t k = 1; k < count && status == IMP_OK; k++, begun++)
    if (pthread_create(&threads[k], NULL, work, &workers[k]) != 0) break;
  if (status == IMP_OK) work(&workers[0]);
  for (uint32_t k = 1; k <= begun; k++) pthread_join(threads[k], NULL);
  for (uint32_t k = 0; k < count && workers != NULL; k++) worker_close(&workers[k]);
  mem_free(workers);
  mem_free(threads);
  if (status == IMP_OK && atomic_load(&job->failed)) status = error_no_memory(err);
  return status;
}

/* ---- summing up --------------------------------------------------------------------------------------- */

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double quantile(const double *sorted, uint32_t count, double p) {
  double at = p * (count - 1);
  uint32_t low = (uint32_t)at;
  if (low + 1 >= count) return sorted[count - 1];
  return sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]);
}

static void sum_up(double *sorted, uint32_t count, struct imp_estimate *out) {
  uint32_t below = 0;
  if (count < 2) return;
  qsort(sorted, count, sizeof *sorted, ascending);
  while (below < count && sorted[below] < 0) below++;
  double sum = 0, squares = 0;
  for (uint32_t k = 0; k < count; k++) sum += sorted[k];
  out->mean = sum / count;
  for (uint32_t k = 0; k < count; k++) squares += pow(sorted[k] - out->mean, 2);
  out->spread = sqrt(squares / (count - 1));
  out->low = quantile(sorted, count, 0.05);
  out->high = quantile(sorted, count, 0.95);
  out->below = (double)below / count;
  /* A median's error by order statistics: half the way between the ranks one standard error off. */
  double step = 0.5 / sqrt(count);
  out->error = (quantile(sorted, count, fmin(1, 0.5 + step)) -
                quantile(sorted, count, fmax(0, 0.5 - step))) /
               2;
}

static void gather(struct imp_model *m, const double *values, double *sorted) {
  size_t width = model_width(m), numbers = (size_t)m->regions * IMP_METRICS;
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (size_t c = 0; c < width; c++) {
      uint32_t count = 0;
      for (uint32_t d = 0; d < m->options.draws; d++) {
        const double *draw = values + (size_t)d * m->outcomes * width;
        if (isnan(draw[0])) continue;
        sorted[count++] = model_against(m, c, draw[k * width + c], draw[c]);
      }
      sum_up(sorted, count,
             c < numbers ? &m->numbers[k * numbers + c]
                         : &m->watched[(size_t)k * m->watches + c - numbers]);
      if (k == 1 && c == 0) m->state.solved = count, m->state.unsolved = m->options.draws - count;
    }
}

enum imp_status model_draw(struct imp_model *m, const struct solver *s, struct imp_error *err) {
  size_t width = model_width(m);
  struct job job = {.m = m, .s = s};
  double *sorted = mem_alloc(m->options.draws * sizeof *sorted);
  job.values = mem_alloc((size_t)m->options.draws * m->outcomes * width * sizeof(double));
  enum imp_status status =
      sorted == NULL || job.values == NULL ? error_no_memory(err) : run_workers(&job, err);
  if (status == IMP_OK) gather(m, job.values, sorted);
  mem_free(job.values);
  mem_free(sorted);
  return status;
}
