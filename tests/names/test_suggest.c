// SPDX-License-Identifier: Apache-2.0
// What a wrong number may have meant: fifty slips by hand, and slips by chance kind by kind,
// against the shipped schedule.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "names/names.h"

#define LAW IMPOST_ROOT "/law"

static struct names *n;

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  enum imp_status st = names_load(LAW, &n, &err);
  if (st != IMP_OK) {
    print_error("%s\n", err.message);
  }
  return st != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  names_free(n);
  return 0;
}

static bool among_five(const char *typed, const char *meant) {
  uint64_t out[5];
  uint8_t digits[5];
  uint64_t code = strtoull(meant, NULL, 10);
  uint32_t count = names_suggest(n, str_of(typed), out, digits, 5);
  for (uint32_t i = 0; i < count; i++) {
    if (out[i] == code && digits[i] == strlen(meant)) {
      return true;
    }
  }
  return false;
}

static const char *const slips[50][2] = {
    /* two neighbours swapped */
    {"4202923113", "4202923131"},
    {"5903000073", "9503000073"},
    {"8507060010", "8507600010"},
    {"8471300010", "8471300100"},
    {"7318512010", "7318152010"},
    {"8418803060", "8481803060"},
    {"85716200", "85176200"},
    {"2402.92.31.31", "4202923131"},
    /* one digit replaced */
    {"4202923132", "4202923131"},
    {"4202923231", "4202923131"},
    {"9503000074", "9503000073"},
    {"9506000073", "9503000073"},
    {"8507600011", "8507600010"},
    {"8471300101", "8471300100"},
    {"8517130001", "8517130000"},
    {"8517430000", "8517130000"},
    {"7308101500", "7208101500"},
    {"8703280190", "8703230190"},
    {"6110303054", "6110303053"},
    {"6140303053", "6110303053"},
    {"0409000006", "0409000005"},
    {"8501402021", "8501402020"},
    {"94037090", "94037080"},
    {"42029232", "42029231"},
    {"85176300", "85176200"},
    /* one digit left out */
    {"420292313", "4202923131"},
    {"950300073", "9503000073"},
    {"85076001", "85076000"},
    {"847130100", "8471300100"},
    {"611003053", "6110303053"},
    {"848180306", "8481803060"},
    {"8517620", "85176200"},
    {"4202931", "42029231"},
    /* one digit twice, or one too many */
    {"42029231331", "4202923131"},
    {"95030000073", "9503000073"},
    {"85507600010", "8507600010"},
    {"84713001000", "8471300100"},
    {"84818030160", "8481803060"},
    {"950300000", "95030000"},
    {"420292931", "42029231"},
    /* the leading zero eaten by a spreadsheet */
    {"409000005", "0409000005"},
    {"101210010", "0101210010"},
    {"4090000", "04090000"},
    {"304725000", "0304725000"},
    /* the right line, another suffix */
    {"8507600020", "8507600010"},
    {"8507600000", "8507600030"},
    {"4202923100", "42029231"},
    {"9503000099", "9503000090"},
    /* parts in each other's place */
    {"9500030073", "9503000073"},
    {"4292023131", "4202923131"},
};

static void fifty_slips(void **state) {
  (void)state;
  int missed = 0;
  for (int i = 0; i < 50; i++) {
    if (!among_five(slips[i][0], slips[i][1])) {
      print_error("%s: %s is not among the first five\n", slips[i][0], slips[i][1]);
      missed++;
    }
  }
  assert_int_equal(missed, 0);
}

/* ---- by chance ---- */

static uint64_t chance_state = 88172645463325252u;

static size_t chance(size_t below) { /* xorshift */
  chance_state ^= chance_state << 13;
  chance_state ^= chance_state >> 7;
  chance_state ^= chance_state << 17;
  return (size_t)(chance_state % below);
}

/* A random number of a random line of the schedule, valid on its last day. */
static void take_number(struct str schedule, char out[16]) {
  for (;;) {
    struct names_number numbers[128];
    struct str line = str_sub(schedule, chance(schedule.n), schedule.n), part;
    str_split(&line, '\n', &part); /* the rest of the line it fell into */
    if (line.n < 10 || line.p[0] == '#') continue;
    char digits[9] = {line.p[0], line.p[1], line.p[2], line.p[3], line.p[5],
                      line.p[6], line.p[8], line.p[9], '\0'};
    uint32_t count = names_numbers(n, (uint32_t)strtoul(digits, NULL, 10), numbers, 128);
    if (count == 0) continue;
    struct names_number one = numbers[chance(count)];
    if (one.until != DAY_NEVER) continue;
    snprintf(out, 16, "%010llu", (unsigned long long)one.code);
    return;
  }
}

enum slip { REPLACED, SWAPPED, LEFT_OUT, DOUBLED, ADDED, ZERO_LOST, SLIPS };
static const char *const slip_names[SLIPS] = {"one digit replaced", "two neighbours swapped",
                                              "one digit left out", "one digit doubled",
                                              "one digit too many", "leading zero lost"};
static const int least_percent[SLIPS] = {95, 99, 95, 99, 99, 99};

static bool slip(enum slip kind, const char *right, char typed[16]) {
  size_t len = strlen(right), i = chance(len);
  memcpy(typed, right, len + 1);
  switch (kind) {
  case REPLACED:
    typed[i] = (char)('0' + chance(10));
    break;
  case SWAPPED:
    i = chance(len - 1);
    typed[i] = right[i + 1];
    typed[i + 1] = right[i];
    break;
  case LEFT_OUT:
    memmove(typed + i, right + i + 1, len - i);
    break;
  case DOUBLED:
  case ADDED:
    memmove(typed + i + 1, right + i, len - i + 1);
    typed[i] = kind == DOUBLED ? right[i] : (char)('0' + chance(10));
    break;
  case ZERO_LOST:
  default:
    if (right[0] != '0') {
      return false;
    }
    memmove(typed, right + 1, len);
    break;
  }
  return strcmp(typed, right) != 0;
}

static void slips_by_chance(void **state) {
  (void)state;
  struct arena a = {0};
  struct str schedule;
  struct imp_error err = {0};
  assert_int_equal(file_read(&a, LAW "/us/schedule.tsv", 0, &schedule, &err), IMP_OK);
  for (enum slip kind = REPLACED; kind < SLIPS; kind++) {
    int hits = 0, tries = 0;
    while (tries < 500) {
      char right[16], typed[16];
      take_number(schedule, right);
      if (!slip(kind, right, typed)) {
        continue;
      }
      tries++;
      hits += among_five(typed, right) ? 1 : 0;
    }
    print_message("%s: right number among the first five %d of %d times\n", slip_names[kind], hits,
                  tries);
    assert_true(hits * 100 >= least_percent[kind] * tries);
  }
  arena_free(&a);
}

static void odd_input(void **state) {
  (void)state;
  uint64_t out[5];
  uint8_t digits[5];
  static const char *const nothing[] = {"", "1", "abc", "123", "1234567890123", "9999999999999999"};
  for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
    assert_int_equal(names_suggest(n, str_of(nothing[i]), out, digits, 5), 0);
  }
  assert_int_equal(names_suggest(n, STR("4202923113"), out, digits, 0), 0);
  assert_true(names_suggest(n, STR("4202.92.31-13"), out, digits, 5) > 0);
  assert_true(names_suggest(n, STR("000000000000"), out, digits, 5) <= 5);
}

/* Bytes of any kind, as they come from a file: nothing is read past them. */
static void bytes_by_chance(void **state) {
  (void)state;
  for (int round = 0; round < 4000; round++) {
    size_t length = chance(48);
    char *bytes =
        malloc(length + 1); /* exactly as long as said: sanitizers see one byte too many */
    assert_non_null(bytes);
    for (size_t i = 0; i < length; i++)
      bytes[i] = (char)(round % 2 ? "0123456789. -kgKRchin"[chance(21)] : (int)chance(256));
    char *exact = realloc(bytes, length > 0 ? length : 1);
    struct str s = {exact, length}, unit;
    uint64_t codes[3];
    uint8_t digits[3];
    uint16_t places[3];
    int64_t num, den;
    assert_true(names_suggest(n, s, codes, digits, 3) <= 3);
    assert_true(names_place_suggest(n, s, places, 3) <= 3);
    uint16_t place = names_place_find(n, s);
    assert_true(place == 0 || names_place(n, place) != NULL);
    if (names_unit(s, &unit)) assert_true(names_unit_convert(s, unit, &num, &den) && num == den);
    free(exact);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fifty_slips),
      cmocka_unit_test(slips_by_chance),
      cmocka_unit_test(odd_input),
      cmocka_unit_test(bytes_by_chance),
  };
  return cmocka_run_group_tests_name("names: suggestions", tests, begin, finish);
}
