// SPDX-License-Identifier: Apache-2.0
// Lines a second of the batch evaluator: encoded columns in; status, duty and the amount of every row out.
//
//   bench/run-batch [LINES [RUNS [SEED]]]        builds this file against a release build and runs it
//
// The mix is drawn by chance from a seed, after the imports of 2024: chapters and countries by rough weight
// of value, a few numbers of each chapter much more often than the rest, dates of entry of 2025 and 2026,
// 5% refused (unknown, ended and special numbers, no country), 10% with facts (dates of loading, claims of
// programmes, kinds of entry). Other lines that the law refuses are drawn again, so 5% is 5%.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "impost/batch.h"

enum { CHUNK = 65536, CODES_MAX = 32768, DAY_FIRST_2025 = 20089, DAYS = 730 };

struct weight {
  const char *name;
  unsigned share;
};

/* Chapters by their share of import value in 2024, thousandths, rounded by hand. */
static const struct weight chapters[] = {
    {"84", 160}, {"85", 145}, {"87", 118}, {"30", 65}, {"27", 60}, {"90", 37}, {"29", 26},
    {"94", 24},  {"39", 23},  {"71", 22},  {"73", 15}, {"61", 14}, {"62", 12}, {"95", 12},
    {"88", 12},  {"38", 11},  {"72", 10},  {"40", 11}, {"22", 9},  {"76", 9},  {"08", 7},
    {"42", 4},   {"64", 8},   {"44", 7},   {"33", 6},  {"74", 5},  {"20", 4},  {"03", 5},
    {"21", 4},   {"48", 5},   {"63", 6},   {"82", 4},  {"83", 4},  {"28", 5},  {"97", 3},
    {"02", 4},   {"07", 4},   {"09", 3},   {"19", 4},  {"70", 3},  {"68", 3},  {"69", 2},
    {"96", 2},   {"32", 2},   {"34", 2},   {"15", 3},  {"16", 2},  {"18", 2},  {"49", 1},
    {"91", 2},   {"52", 1},   {"54", 1},   {"06", 1},  {"31", 2},  {"17", 2},  {"86", 1},
};
static const struct weight countries[] = {
    {"MX", 155}, {"CN", 135}, {"CA", 127}, {"DE", 49}, {"JP", 46}, {"VN", 42}, {"KR", 41},
    {"TW", 36},  {"IE", 32},  {"IN", 27},  {"IT", 23}, {"GB", 21}, {"CH", 19}, {"TH", 19},
    {"FR", 18},  {"MY", 16},  {"SG", 13},  {"BR", 13}, {"NL", 11}, {"ID", 9},  {"BE", 8},
    {"ES", 7},   {"IL", 7},   {"AU", 5},   {"SE", 6},  {"AT", 6},  {"KH", 4},  {"PH", 4},
    {"CL", 5},   {"CO", 5},   {"PE", 3},   {"BD", 3},  {"TR", 5},  {"ZA", 4},  {"HU", 4},
    {"PL", 4},   {"CR", 3},   {"DK", 3},   {"FI", 2},  {"DO", 2},  {"PK", 2},  {"SA", 4},
    {"IQ", 2},   {"NO", 2},   {"AR", 2},   {"NG", 2},  {"HK", 2},  {"NZ", 2},  {"LK", 1},
    {"GT", 2},   {"HN", 1},   {"RU", 1},   {"AE", 2},  {"PT", 2},  {"CZ", 2},  {"EC", 3},
};

static uint64_t state;

static uint32_t random_below(uint32_t n) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(((state >> 32) * n) >> 32);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); /* one core, whatever else the machine does */
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void stop(const char *why) {
  fprintf(stderr, "bench/batch: %s\n", why);
  exit(1);
}

static void *get(size_t n, size_t size) {
  void *p = calloc(n, size);
  if (!p) stop("out of memory");
  return p;
}

/* ---- codes of the schedule --------------------------------------------------------------------------- */

struct code {
  char text[12];
};
static struct code codes[CODES_MAX];
static uint32_t code_count, chapter_from[100], chapter_until[100];

static void add_suffixes(const char *code8, char *suffixes) {
  for (char *s = strtok(suffixes, " \n"); s; s = strtok(NULL, " \n")) {
    if (code_count == CODES_MAX || strlen(s) < 2) continue;
    snprintf(codes[code_count++].text, sizeof codes[0].text, "%s%.2s", code8, s);
  }
}

static void read_codes(const char *folder) {
  char path[4096], line[8192];
  snprintf(path, sizeof path, "%s/us/schedule.tsv", folder);
  FILE *f = fopen(path, "r");
  if (!f) stop("there is no schedule in the folder of law");
  while (fgets(line, sizeof line, f)) {
    char code8[9] = "", *cell = line;
    if (line[0] == '#') continue;
    for (int i = 0, n = 0; line[i] != '\t' && n < 8; i++)
      if (line[i] != '.') code8[n++] = line[i];
    for (int i = 0; i < 7 && cell; i++) cell = (cell = strchr(cell, '\t')) ? cell + 1 : NULL;
    int chapter = (code8[0] - '0') * 10 + (code8[1] - '0');
    if (!cell || chapter < 1 || chapter > 97) continue;
    if (!chapter_until[chapter]) chapter_from[chapter] = code_count;
    add_suffixes(code8, cell);
    chapter_until[chapter] = code_count;
  }
  fclose(f);
}

/* ---- the mix ------------------------------------------------------------------------------------------- */

struct mix {
  struct imp_columns c;
  uint32_t *code, *place, *fact_line, *fact_set;
  int32_t *day;
  int64_t *value, *quantity;
  uint8_t *meant; /* to be refused */
};

static const struct weight *pick(const struct weight *w, size_t n) {
  unsigned sum = 0;
  for (size_t i = 0; i < n; i++) sum += w[i].share;
  uint32_t at = random_below(sum);
  for (size_t i = 0; i < n; i++) {
    if (at < w[i].share) return &w[i];
    at -= w[i].share;
  }
  return w;
}

static const char *draw_code(void) {
  const char *c = pick(chapters, sizeof chapters / sizeof *chapters)->name;
  int chapter = (c[0] - '0') * 10 + (c[1] - '0');
  uint32_t n = chapter_until[chapter] - chapter_from[chapter];
  if (!n) return codes[0].text;
  uint64_t u = random_below(1u << 16); /* squared: some numbers far more often than others */
  uint32_t rank = (uint32_t)((u * u * n) >> 32);
  return codes[chapter_from[chapter] + (uint32_t)((uint64_t)rank * 7919u % n)].text;
}

static void draw_line(struct imp_batch *b, struct mix *m, uint32_t i, const char **country) {
  static const char *const wrong[] = {"8471300199", "9903.88.03", "0101299999", "85076000"};
  bool refused = m->meant[i] != 0;
  *country = pick(countries, sizeof countries / sizeof *countries)->name;
  m->code[i] = imp_batch_code(b, refused ? wrong[random_below(3)] : draw_code());
  m->place[i] = imp_batch_place(b, refused && random_below(4) == 0 ? "" : *country);
  m->day[i] = DAY_FIRST_2025 + (int32_t)random_below(DAYS);
  uint64_t u = random_below(1u << 16);
  m->value[i] = (int64_t)(50 + u * u / 50000);
  m->quantity[i] = (int64_t)random_below(5000000);
}

static uint32_t draw_facts(struct imp_batch *b, int32_t entered, const char *country) {
  char text[16];
  uint32_t kind = random_below(100);
  struct imp_pair p = {"loaded", text};
  const char *claim = "civil-aircraft";
  if (kind < 45) {
    time_t t = (time_t)(entered - (int32_t)random_below(60)) * 86400;
    struct tm parts;
    gmtime_r(&t, &parts);
    strftime(text, sizeof text, "%Y-%m-%d", &parts);
    return imp_batch_facts(b, &p, 1, NULL, 0);
  }
  if (kind < 90) {
    if (!strcmp(country, "MX") || !strcmp(country, "CA")) claim = "usmca";
    if (!strcmp(country, "KR")) claim = "korus";
    if (!strcmp(country, "AU")) claim = "AU";
    if (!strcmp(country, "SG")) claim = "SG";
    return imp_batch_facts(b, NULL, 0, &claim, 1);
  }
  p = (struct imp_pair){kind < 95 ? "entry-type" : "mode", kind < 95 ? "formal" : "ocean"};
  return imp_batch_facts(b, &p, 1, NULL, 0);
}

static void mix_new(struct mix *m, uint32_t n) {
  m->code = get(n, sizeof *m->code);
  m->place = get(n, sizeof *m->place);
  m->day = get(n, sizeof *m->day);
  m->value = get(n, sizeof *m->value);
  m->quantity = get(n, sizeof *m->quantity);
  m->fact_line = get(n, sizeof *m->fact_line);
  m->fact_set = get(n, sizeof *m->fact_set);
  m->meant = get(n, 1);
  m->c = (struct imp_columns){.count = n,
                              .code = m->code,
                              .place = m->place,
                              .day = m->day,
                              .value = m->value,
                              .quantity = m->quantity,
                              .fact_line = m->fact_line,
                              .fact_set = m->fact_set};
}

/* ---- running ---------------------------------------------------------------------------------------------- */

struct sums {
  uint64_t by_status[4], rows;
  int64_t duty;
};

static struct imp_results results_new(void) {
  struct imp_results r = {get(CHUNK, 1),
                          get(CHUNK, sizeof(uint32_t)),
                          get(CHUNK, sizeof(int64_t)),
                          get(CHUNK, sizeof(int64_t)),
                          get(CHUNK + 1, sizeof(uint32_t)),
                          get((size_t)CHUNK * IMP_BATCH_ROWS, sizeof(int64_t)),
                          CHUNK * IMP_BATCH_ROWS};
  return r;
}

/* The lines from `at` on as columns of their own. Fact lines count from the chunk's first. */
static struct imp_columns chunk_of(const struct mix *m, uint32_t at, uint32_t n, uint32_t *fact,
                                   uint32_t *lines) {
  struct imp_columns c = {.count = n,
                          .code = m->code + at,
                          .place = m->place + at,
                          .day = m->day + at,
                          .value = m->value + at,
                          .quantity = m->quantity + at,
                          .fact_line = lines,
                          .fact_set = m->fact_set + *fact};
  while (*fact < m->c.fact_count && m->fact_line[*fact] < at + n)
    lines[c.fact_count++] = m->fact_line[(*fact)++] - at;
  return c;
}

static struct sums run(struct imp_batch *b, const struct mix *m, const struct imp_results *r,
                       double *took, uint8_t *status) {
  struct sums s = {0};
  struct imp_error err;
  static uint32_t lines[CHUNK];
  uint32_t fact = 0;
  *took = 0;
  for (uint32_t at = 0; at < m->c.count; at += CHUNK) {
    uint32_t n = m->c.count - at < CHUNK ? m->c.count - at : CHUNK, done;
    struct imp_columns c = chunk_of(m, at, n, &fact, lines);
    double start = now();
    if (imp_batch_run(b, &c, r, &done, &err) != IMP_OK) stop(err.message);
    *took += now() - start;
    if (done != n) stop("a chunk was not finished");
    for (uint32_t i = 0; i < n; i++) {
      s.by_status[r->status[i]]++;
      s.duty += r->low[i];
      if (status) status[at + i] = r->status[i];
    }
    s.rows += r->first[n];
  }
  return s;
}

static void fill(struct imp_batch *b, struct mix *m, const struct imp_results *r) {
  uint32_t n = m->c.count, left = n;
  uint8_t *status = get(n, 1);
  for (uint32_t i = 0; i < n; i++) m->meant[i] = random_below(100) < 5;
  memset(status, IMP_LINE_REFUSED, n);
  for (int round = 0; round < 12 && left; round++) {
    uint32_t facts = 0, old = 0, old_count = m->c.fact_count;
    uint32_t *lines = get(n, sizeof *lines), *sets = get(n, sizeof *sets);
    for (uint32_t i = 0; i < n; i++) {
      const char *country;
      bool redraw = status[i] == IMP_LINE_REFUSED && (!m->meant[i] || round == 0);
      uint32_t set = IMP_NO_FACTS;
      while (old < old_count && m->fact_line[old] < i) old++;
      if (!redraw && old < old_count && m->fact_line[old] == i) set = m->fact_set[old];
      if (redraw) {
        draw_line(b, m, i, &country);
        if (random_below(10) == 0) set = draw_facts(b, m->day[i], country);
      }
      if (set != IMP_NO_FACTS) lines[facts] = i, sets[facts++] = set;
    }
    memcpy(m->fact_line, lines, n * sizeof *lines);
    memcpy(m->fact_set, sets, n * sizeof *sets);
    m->c.fact_count = facts;
    free(lines);
    free(sets);
    double took;
    run(b, m, r, &took, status);
    left = 0;
    for (uint32_t i = 0; i < n; i++) left += status[i] == IMP_LINE_REFUSED && !m->meant[i];
  }
  free(status);
}

static int by_time(const void *x, const void *y) {
  double a = *(const double *)x, b = *(const double *)y;
  return a < b ? -1 : a > b;
}

/* ---- floors -------------------------------------------------------------------------------------------------- */

/* Reading every input byte and writing as many bytes as an answer has: what no evaluator can do without. */
static double floor_bytes(const struct mix *m, const struct imp_results *r, double rows) {
  double start = now();
  volatile int64_t keep = 0;
  uint32_t per = (uint32_t)(rows + 0.5);
  for (uint32_t at = 0; at < m->c.count; at += CHUNK) {
    uint32_t n = m->c.count - at < CHUNK ? m->c.count - at : CHUNK, next = 0;
    for (uint32_t i = 0; i < n; i++) {
      int64_t v = m->value[at + i] + m->quantity[at + i] + m->day[at + i];
      r->status[i] = 0;
      r->shape[i] = m->code[at + i] + m->place[at + i];
      r->low[i] = r->high[i] = v;
      r->first[i] = next;
      for (uint32_t k = 0; k < per; k++) r->amounts[next++] = v;
    }
    keep += r->low[n - 1];
  }
  return now() - start;
}

static void print_counts(const struct imp_batch *b) {
  struct imp_batch_counts n = imp_batch_count(b);
  printf("classes of codes %u, masks %u, programs %u, fact sets %u, plain way %.5f%%\n",
         (unsigned)n.classes, (unsigned)n.masks, (unsigned)n.programs, (unsigned)n.fact_sets,
         100.0 * (double)n.plain / (double)n.lines);
}

int main(int argc, char **argv) {
  uint32_t lines = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000000;
  uint32_t runs = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 5;
  const char *folder = getenv("IMPOST_LAW");
  struct imp_law *law;
  struct imp_batch *b;
  struct imp_error err;
  struct mix m = {0};
  double took, times[101];
  if (!folder) folder = "law";
  state = 88172645463325252u + (argc > 3 ? strtoull(argv[3], NULL, 10) : 1) * 2654435761u;
  if (runs < 1 || runs > 101 || !lines) stop("usage: bench/run-batch [LINES [RUNS [SEED]]]");
  if (imp_law_open(folder, &law, &err) != IMP_OK) stop(err.message);
  read_codes(folder);
  double start = now();
  if (imp_batch_open(law, &(struct imp_query){0}, &b, &err) != IMP_OK) stop(err.message);
  printf("open %.1f ms\n", (now() - start) * 1e3);
  struct imp_results r = results_new();
  mix_new(&m, lines);
  double cold = now();
  fill(b, &m, &r);
  printf("drawing and first answers (all programs made here) %.2f s\n", now() - cold);
  struct sums s = {0};
  for (uint32_t i = 0; i < runs; i++) {
    s = run(b, &m, &r, &took, NULL);
    times[i] = took;
  }
  qsort(times, runs, sizeof *times, by_time);
  double median = times[runs / 2], n = (double)lines, rows = (double)s.rows / n;
  printf("%u lines, %u with facts, ok %.2f%% range %.2f%% refused %.2f%% prohibited %.2f%%, rows a "
         "line %.2f, "
         "duty %lld cents\n",
         (unsigned)lines, (unsigned)m.c.fact_count, 100.0 * (double)s.by_status[0] / n,
         100.0 * (double)s.by_status[1] / n, 100.0 * (double)s.by_status[2] / n,
         100.0 * (double)s.by_status[3] / n, rows, (long long)s.duty);
  print_counts(b);
  printf(
      "median of %u: %.3f s, %.1f million lines a second, %.1f ns a line (least %.3f, most %.3f)\n",
      (unsigned)runs, median, n / median / 1e6, median / n * 1e9, times[0], times[runs - 1]);
  double in = 4 + 4 + 4 + 8 + 8 + 8.0 * m.c.fact_count / n, out = 1 + 4 + 8 + 8 + 4 + 8 * rows;
  double least = floor_bytes(&m, &r, rows);
  printf("floor: %.1f bytes in, %.1f bytes out a line; moving them alone %.1f ns a line\n", in, out,
         least / n * 1e9);
  imp_batch_free(b);
  imp_law_free(law);
  return 0;
}
