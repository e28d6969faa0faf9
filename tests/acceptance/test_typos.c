// SPDX-License-Identifier: Apache-2.0
// Fifty wrong numbers: for each, the right one is among the first five offered.
//
// The slips are those of people: neighbours swapped, a digit wrong, left out, doubled or put in, with and without
// dots. They were drawn by chance over the whole schedule, not picked.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct {
  const char *typed, *meant;
} slips[] = {
    {"2600200040", "2602.00.00.40"},    {"0406213000", "0402.21.30.00"},
    {"540811000", "5408.31.10.00"},     {"49081100000", "4908.10.00.00"},
    {"44111390610", "4411.13.90.10"},   {"2915349550", "2915.39.45.50"},
    {"8793600045", "8703.60.00.45"},    {"005702550", "2005.70.25.50"},
    {"96062120000", "9606.21.20.00"},   {"72279506010", "7227.90.60.10"},
    {"2102104400", "2101.20.44.00"},    {"6407120059", "4407.12.00.59"},
    {"460194050", "4601.94.05.00"},     {"84799810000", "8479.81.00.00"},
    {"04041011100", "0404.10.11.00"},   {"9011.24.00.00", "9011.20.40.00"},
    {"4402.11.00.00", "4002.11.00.00"}, {"870300090", "8703.40.00.90"},
    {"72230011031", "7223.00.10.31"},   {"44083940220", "4408.39.02.20"},
    {"7619695140", "7616.99.51.40"},    {"9601.10.20.00", "9601.10.00.00"},
    {"551030000", "5510.30.00.00"},     {"02076044000", "0207.60.40.00"},
    {"42933990500", "2933.99.05.00"},   {"7228.50.01.40", "7228.50.10.40"},
    {"6204294015", "6204.29.40.12"},    {"550969400", "5509.69.40.00"},
    {"29311903000", "2931.90.30.00"},   {"44031202050", "4403.12.00.50"},
    {"6203.34.13.10", "6203.43.13.10"}, {"2401105345", "2401.10.53.40"},
    {"200896520", "2009.89.65.20"},     {"64041118160", "6404.11.81.60"},
    {"22022100020", "2202.10.00.20"},   {"6213196030", "6211.39.60.30"},
    {"6204618031", "6204.61.80.30"},    {"521214020", "5212.14.60.20"},
    {"07099320655", "0709.93.20.65"},   {"83021076060", "8302.10.60.60"},
    {"8504.60.00.20", "8540.60.00.20"}, {"1835260000", "2835.26.00.00"},
    {"640996030", "6403.99.60.30"},     {"17049035990", "1704.90.35.90"},
    {"88711406030", "8711.40.60.30"},   {"9306.90.00.05", "9306.90.00.50"},
    {"3917.17.90.00", "3917.10.90.00"}, {"151499900", "1514.99.90.20"},
    {"07129030000", "0712.90.30.00"},   {"44715106000", "4415.10.60.00"},
};

static void the_right_number_is_offered(void **state) {
  (void)state;
  int missed = 0;
  assert_int_equal(COUNT(slips), 50);
  for (size_t i = 0; i < COUNT(slips); i++) {
    struct imp_line line = {.code = slips[i].typed, .from = "CN", .on = "2025-11-12", .value = "1"};
    struct asked q = ask_line(law, &(struct imp_query){0}, &line);
    assert_int_equal(q.answer->status, IMP_LINE_REFUSED);
    assert_true(!strcmp(q.answer->id, "refuse.unknown-code") ||
                !strcmp(q.answer->id, "refuse.code"));
    int offered = 1;
    for (const char *p = q.answer->next; *p; p++) offered += *p == ',';
    assert_true(offered <= 5);
    if (!strstr(q.answer->next, slips[i].meant)) {
      print_error("%s, meant %s: %s\n", slips[i].typed, slips[i].meant, q.answer->next);
      missed++;
    }
    ask_done(&q);
  }
  assert_int_equal(missed, 0);
}

/* Each number that was meant is answered or refused for another reason: the table is one of real numbers. */
static void what_was_meant_is_a_number(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(slips); i++) {
    struct imp_line line = {.code = slips[i].meant, .from = "CN", .on = "2025-11-12", .value = "1"};
    struct asked q = ask_line(law, &(struct imp_query){.brief = true}, &line);
    if (q.answer->id && strstr(q.answer->id, "code"))
      assert_string_equal(q.answer->id, "refuse.not-encoded");
    assert_string_equal(q.answer->code, slips[i].meant);
    ask_done(&q);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_right_number_is_offered),
      cmocka_unit_test(what_was_meant_is_a_number),
  };
  return cmocka_run_group_tests_name("typos", tests, open_law, close_law);
}
