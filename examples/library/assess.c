// SPDX-License-Identifier: Apache-2.0
// A batch of lines from columns through the public library: what each owes, and what they owe together.
//
//   cc assess.c $(pkg-config --cflags --libs impost) -o assess
//   ./assess "$(pkg-config --variable=law impost)"
//
// The law is opened once and asked for every line; a line that cannot be judged says why and the others go
// on. Nothing here knows more than the headers below include/impost.
#include <inttypes.h>
#include <stdio.h>

#include <impost/duty.h>
#include <impost/law.h>

enum { LINES = 6 };

/* One array per column, as a file or a data frame has them. */
static const char *const codes[LINES] = {"4202.92.31.31", "9503.00.00.73", "6109.10.00.12",
                                         "8507.60.00.20", "6403.99.60.75", "4202.92.31.31"};
static const char *const origins[LINES] = {"CN", "CN", "VN", "CN", "IT", "China"};
static const char *const days[LINES] = {"2025-11-12", "2025-04-12", "2025-03-14",
                                        "2026-02-10", "2025-03-14", "2026-02-21"};
static const char *const values[LINES] = {"10000", "2500", "12000", "4000", "8000", "10000"};

struct sums {
  int64_t low, high, void_part; /* cents */
  unsigned refused;
};

static void print_cents(int64_t cents) {
  printf("%" PRId64 ".%02d", cents / 100, (int)(cents % 100));
}

/* The first bill: with open questions there is one for each outcome, and query.picks chooses. */
static void print_answer(const struct imp_answer *a, struct sums *sums) {
  printf("%-14s %-2s %s  ", a->code, a->from, a->on);
  if (a->status == IMP_LINE_REFUSED) {
    printf("refused: %s\n", a->reason);
    sums->refused++;
    return;
  }
  if (a->status == IMP_LINE_PROHIBITED) {
    printf("may not enter\n");
    return;
  }
  const struct imp_bill *bill = &a->bills[0];
  print_cents(bill->low);
  if (bill->high != bill->low) {
    printf(" to ");
    print_cents(bill->high);
  }
  for (uint32_t i = 0; i < bill->row_count; i++)
    if (bill->rows[i].status == IMP_ROW_APPLIED) {
      printf("  %s ", bill->rows[i].heading);
      print_cents(bill->rows[i].amount);
    }
  putchar('\n');
  sums->low += bill->low;
  sums->high += bill->high;
  sums->void_part += bill->void_high;
}

static enum imp_status assess(const struct imp_law *law, struct sums *sums, struct imp_error *err) {
  const struct imp_query query = {.known = "2026-03-01", .brief = true};
  for (uint32_t i = 0; i < LINES; i++) {
    const struct imp_line line = {.number = i + 1,
                                  .code = codes[i],
                                  .from = origins[i],
                                  .on = days[i],
                                  .value = values[i]};
    struct imp_assessment *answer = NULL;
    enum imp_status status = imp_duty(law, &query, &line, &answer, err);
    if (status != IMP_OK) return status;
    print_answer(imp_assessment_answer(answer), sums);
    imp_assessment_free(answer);
  }
  return IMP_OK;
}

int main(int argc, char **argv) {
  struct imp_error err = {0};
  struct imp_law *law = NULL;
  struct sums sums = {0};
  if (argc != 2) {
    fprintf(stderr, "usage: assess FOLDER-OF-LAW\n");
    return IMP_USAGE;
  }
  enum imp_status status = imp_law_open(argv[1], &law, &err);
  if (status == IMP_OK) status = assess(law, &sums, &err);
  if (status == IMP_OK) {
    printf("together ");
    print_cents(sums.low);
    printf(" to ");
    print_cents(sums.high);
    printf(", resting on law since held void ");
    print_cents(sums.void_part);
    printf(", refused %u\nlaw %.12s, known 2026-03-01\n", sums.refused, imp_law_digest(law));
  } else {
    fprintf(stderr, "assess: %s\n  next: %s\n", err.message, err.next);
  }
  imp_law_free(law);
  return (int)status;
}
