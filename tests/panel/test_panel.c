// SPDX-License-Identifier: Apache-2.0
// Cells of the panel drawn by chance are what the plain evaluator says of the same line. In the ordinary run the panel has
// four places; IMPOST_PANEL=ten gives it ten, IMPOST_CELLS=1000 and IMPOST_PANEL=all make it the whole panel of two years.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/open.h"
#include "impost/panel.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_panel *panel;
static uint64_t *numbers;
static uint32_t number_count;

static const char *const origins[] = {"CN", "CA", "RU", "JP", "DE", "BR", "VN", "MX", "CH", "NO"};

static bool asked_for(const char *width) {
  const char *set = getenv("IMPOST_PANEL");
  return set && !strcmp(set, width);
}

static bool whole(void) {
  return asked_for("all");
}

static uint32_t origin_count(void) {
  return asked_for("ten") ? 10 : 4;
}

static void gather(void) {
  struct names_number held[200];
  uint32_t lines;
  const struct names_line *l = names_lines(law->names, 0, 99999999, &lines);
  numbers = calloc(40000, sizeof *numbers);
  for (uint32_t i = 0; i < lines; i++) {
    uint32_t n = names_numbers(law->names, l[i].code8, held, 200);
    for (uint32_t k = 0; k < n && k < 200 && number_count < 40000; k++)
      numbers[number_count++] = held[k].code;
  }
}

static struct imp_panel *make(const struct imp_panel_options *o) {
  struct imp_panel *p = NULL;
  struct imp_error err = {0};
  if (imp_panel_make(law, &(struct imp_query){0}, o, &p, &err) != IMP_OK)
    fail_msg("no panel: %s", err.message);
  return p;
}

static int open_panel(void **state) {
  (void)state;
  law = ask_open();
  gather();
  struct imp_panel_options o = {.from = "2025-01-01",
                                .to = "2026-12-31",
                                .places = origins,
                                .place_count = whole() ? 0 : origin_count(),
                                .jobs = 2};
  panel = make(&o);
  return 0;
}

static int close_panel(void **state) {
  (void)state;
  imp_panel_free(panel);
  imp_law_free(law);
  free(numbers);
  return 0;
}

/* ---- a cell and a line ----------------------------------------------------------------------------------- */

struct draw {
  char code[16], on[16], place[4];
};

static struct draw draw_cell(uint64_t *seed) {
  struct draw d;
  snprintf(d.code, sizeof d.code, "%010llu",
           (unsigned long long)(numbers[ask_random(seed, number_count)] % 10000000000u));
  snprintf(d.on, sizeof d.on, "%d-%02d-%02d", 2025 + (int)ask_random(seed, 2),
           1 + (int)ask_random(seed, 12), 1 + (int)ask_random(seed, 28));
  snprintf(d.place, sizeof d.place, "%s", origins[ask_random(seed, origin_count())]);
  if (whole()) {
    uint16_t iso2;
    do iso2 = names_place_at(law->names, ask_random(seed, names_place_count(law->names)))->iso2;
    while (iso2 == LAW_PLACE('U', 'S'));
    d.place[0] = (char)(iso2 >> 8);
    d.place[1] = (char)(iso2 & 0xff);
    d.place[2] = 0;
  }
  return d;
}

static struct asked ask_draw(const struct draw *d, const char *quantity) {
  struct imp_line line = {
      .code = d->code, .from = d->place, .on = d->on, .value = "1000000", .quantity = quantity};
  return ask_line(law, &(struct imp_query){.brief = true}, &line);
}

#define SAME(d, what)                                                                              \
  do {                                                                                             \
    if (!(what)) fail_msg("%s of %s on %s: %s", (d)->code, (d)->place, (d)->on, #what);            \
  } while (0)

static void compare_rows(const struct draw *d, const struct imp_panel_cell *cell,
                         const struct imp_bill *b) {
  uint32_t n = 0;
  for (uint32_t r = 0; r < b->row_count; r++) {
    if (b->rows[r].status != IMP_ROW_APPLIED) continue;
    SAME(d, n < cell->row_count);
    const struct imp_panel_row *row = &cell->rows[n++];
    SAME(d, !strcmp(row->measure, b->rows[r].measure));
    SAME(d, !strcmp(row->heading, b->rows[r].heading));
    SAME(d, row->by_quantity || row->share == b->rows[r].amount);
  }
  SAME(d, n == cell->row_count);
}

/* The plain answer without a quantity; a base duty by quantity wants one, and there the rest must agree. */
static void compare(const struct draw *d, const struct imp_panel_cell *cell,
                    const struct imp_answer *a) {
  if (cell->status == IMP_CELL_REFUSED) {
    SAME(d, a->status == IMP_LINE_REFUSED && !strcmp(a->id, cell->why));
    return;
  }
  SAME(d, a->status != IMP_LINE_REFUSED && a->bill_count > 0);
  SAME(d, (cell->status == IMP_CELL_OPEN) == (a->bill_count > 1));
  const struct imp_bill *most = &a->bills[0];
  int64_t low = most->low;
  for (uint32_t i = 0; i < a->bill_count; i++) {
    if (a->bills[i].high > most->high) most = &a->bills[i];
    if (a->bills[i].low < low) low = a->bills[i].low;
  }
  SAME(d, (cell->status == IMP_CELL_PROHIBITED) == (a->status == IMP_LINE_PROHIBITED));
  SAME(d, cell->status == IMP_CELL_OPEN ||
              (cell->status == IMP_CELL_RANGE) == (a->status == IMP_LINE_RANGE));
  SAME(d, !cell->total || (cell->low == low && cell->high == most->high));
  compare_rows(d, cell, most);
}

static void cells_are_plain_answers(void **state) {
  (void)state;
  const char *set = getenv("IMPOST_CELLS");
  uint64_t seed = 20261109;
  int wanted = set && *set ? atoi(set) : 250, tried = 0, answered = 0, by_quantity = 0, unit = 0;
  for (int tries = 0; tried < wanted && tries < 20 * wanted; tries++) {
    struct draw d = draw_cell(&seed);
    struct imp_panel_cell cell;
    struct asked q = ask_draw(&d, NULL);
    if (!imp_panel_cell(panel, strtoull(d.code, NULL, 10), d.place, d.on, &cell)) {
      SAME(&d, q.answer->status == IMP_LINE_REFUSED); /* the number is not valid that day */
      ask_done(&q);
      continue;
    }
    if (cell.status == IMP_CELL_UNIT) {
      ask_done(&q);
      struct asked few = ask_draw(&d, "0.001"), many = ask_draw(&d, "1000000000");
      SAME(&d, few.answer->status != IMP_LINE_REFUSED || many.answer->status != IMP_LINE_REFUSED);
      ask_done(&few);
      ask_done(&many);
      unit++;
      continue;
    }
    if (q.answer->id && !strcmp(q.answer->id, "refuse.quantity") &&
        (cell.status != IMP_CELL_REFUSED || strcmp(cell.why, "refuse.quantity"))) {
      ask_done(&q);
      q = ask_draw(&d, "1000");
      by_quantity++;
    }
    compare(&d, &cell, q.answer);
    answered += q.answer->status != IMP_LINE_REFUSED;
    tried++;
    ask_done(&q);
  }
  print_message("%d cells recomputed, %d answered, %d with a base by quantity; %d hang on a unit\n",
                tried, answered, by_quantity, unit);
  assert_int_equal(tried, wanted);
  assert_true(answered * 3 > wanted && by_quantity > 0);
}

/* ---- the same however it is made -------------------------------------------------------------------------- */

struct bytes {
  char *p;
  size_t n;
};

static enum imp_status take(void *user, const void *bytes, size_t n, struct imp_error *err) {
  struct bytes *b = user;
  (void)err;
  b->p = realloc(b->p, b->n + n);
  memcpy(b->p + b->n, bytes, n);
  b->n += n;
  return IMP_OK;
}

static struct bytes written(const struct imp_panel_options *o) {
  struct bytes out = {0};
  struct imp_error err = {0};
  struct imp_panel *p = make(o);
  assert_int_equal(imp_panel_write(p, take, &out, &err), IMP_OK);
  imp_panel_free(p);
  return out;
}

static void threads_change_nothing(void **state) {
  (void)state;
  struct imp_panel_options o = {.from = "2025-01-01", .to = "2026-12-31", .code = "850", .jobs = 1};
  struct bytes one = written(&o);
  o.jobs = 3;
  struct bytes three = written(&o);
  assert_int_equal(one.n, three.n);
  assert_memory_equal(one.p, three.p, one.n);
  free(one.p);
  free(three.p);
}

static void claims_are_made(void **state) {
  (void)state;
  static const char *const place[] = {"MX"}, *const claim[] = {"usmca"};
  struct imp_panel_options o = {.code = "4202923131",
                                .to = "2026-05-01",
                                .places = place,
                                .place_count = 1};
  struct imp_panel_cell cell;
  struct imp_panel *without = make(&o);
  assert_true(imp_panel_cell(without, 4202923131u, "MX", "2026-05-01", &cell));
  assert_int_equal(cell.status, IMP_CELL_OK);
  assert_true(cell.high >= 17600000);
  o.claims = claim;
  o.claim_count = 1;
  struct imp_panel *with = make(&o);
  assert_true(imp_panel_cell(with, 4202923131u, "MX", "2026-05-01", &cell));
  assert_int_equal(cell.status, IMP_CELL_OK);
  assert_int_equal(cell.high, 0);
  imp_panel_free(without);
  imp_panel_free(with);
}

static void wrong_words(void **state) {
  (void)state;
  static const char *const nowhere[] = {"Atlantis"};
  const struct imp_panel_options wrong[] = {{.from = "yesterday"},
                                            {.from = "2026-02-01", .to = "2026-01-01"},
                                            {.code = "42x"},
                                            {.code = "00000000"},
                                            {.places = nowhere, .place_count = 1}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct imp_panel *p = NULL;
    struct imp_error err = {0};
    assert_int_equal(imp_panel_make(law, &(struct imp_query){0}, &wrong[i], &p, &err), IMP_USAGE);
    assert_null(p);
    assert_true(err.message[0] && err.next[0]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_are_plain_answers),
      cmocka_unit_test(threads_change_nothing),
      cmocka_unit_test(claims_are_made),
      cmocka_unit_test(wrong_words),
  };
  return cmocka_run_group_tests_name("panel", tests, open_panel, close_panel);
}
