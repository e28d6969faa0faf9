// SPDX-License-Identifier: Apache-2.0
// A range is what its answers give: the lowest and the highest of all bills with the open facts stated, every whole
// dollar of a part tried, by brute force.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/open.h"
#include "support/ask.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { FACTS_MAX = 6 };

static struct imp_law *shipped;

static int open_law(void **state) {
  (void)state;
  shipped = ask_open();
  return 0;
}

static int close_law(void **state) {
  (void)state;
  imp_law_free(shipped);
  return 0;
}

struct spread {
  int64_t low, high;
  bool any;
};

static void widen(struct spread *s, const struct imp_answer *a) {
  if (a->id && !strcmp(a->id, "refuse.parts")) return; /* no such goods */
  if (a->status != IMP_LINE_OK)
    fail_msg("with everything stated: %s", a->reason ? a->reason : "a range");
  for (uint32_t i = 0; i < a->bill_count; i++) {
    if (!s->any || a->bills[i].low < s->low) s->low = a->bills[i].low;
    if (!s->any || a->bills[i].high > s->high) s->high = a->bills[i].high;
    s->any = true;
  }
}

/* All dollars of the open parts, one inside the other. */
static void try_all(const struct imp_law *law, struct imp_line line, struct imp_pair *facts,
                    const char *const *open, uint32_t n, int dollars, struct spread *s) {
  char text[16];
  if (!n) {
    struct asked q = ask_line(law, &(struct imp_query){.brief = true}, &line);
    widen(s, q.answer);
    ask_done(&q);
    return;
  }
  facts[line.fact_count] = (struct imp_pair){open[0], text};
  line.facts = facts;
  line.fact_count++;
  for (int d = 0; d <= dollars; d++) {
    snprintf(text, sizeof text, "%d", d);
    try_all(law, line, facts, open + 1, n - 1, dollars - d, s);
  }
}

static void check(const struct imp_law *law, struct imp_line line, const char *const *open,
                  uint32_t n) {
  struct imp_pair facts[FACTS_MAX];
  struct spread s = {0};
  assert_true(line.fact_count + n <= FACTS_MAX);
  for (uint32_t i = 0; i < line.fact_count; i++) facts[i] = line.facts[i];
  struct asked q = ask_line(law, &(struct imp_query){.brief = true}, &line);
  if (q.answer->id) fail_msg("%s: %s", line.code, q.answer->reason);
  try_all(law, line, facts, open, n, atoi(line.value), &s);
  const struct imp_bill *b = &q.answer->bills[0];
  if (b->low != s.low || b->high != s.high)
    fail_msg("%s on %s of %s: %lld to %lld, by brute force %lld to %lld", line.code, line.on,
             line.value, (long long)b->low, (long long)b->high, (long long)s.low,
             (long long)s.high);
  ask_done(&q);
}

/* ---- shipped law ------------------------------------------------------------------------------------------------- */

static const char *const us_content[] = {"us-content"}, *const processing[] = {"processing"};

static void american_content(void **state) {
  (void)state;
  static const char *const claim[] = {"9903.01.34"}, *const values[] = {"1", "4",  "5",
                                                                        "6", "33", "100"};
  for (size_t i = 0; i < COUNT(values); i++)
    check(shipped,
          (struct imp_line){.code = "9503.00.0073",
                            .from = "CN",
                            .on = "2025-06-01",
                            .value = values[i],
                            .claims = claim,
                            .claim_count = 1},
          us_content, 1);
}

static void repaired_abroad(void **state) {
  (void)state;
  static const char *const claim[] = {"9802.00.50"};
  static const struct imp_pair content[] = {{"us-content", "7"}};
  struct imp_line line = {.code = "8501.10.40",
                          .from = "CN",
                          .on = "2025-06-01",
                          .value = "50",
                          .claims = claim,
                          .claim_count = 1};
  check(shipped, line, processing, 1);
  line.facts = content;
  line.fact_count = 1;
  check(shipped, line, processing, 1);
}

/* What lies in two stated parts at once: every dollar of it that can be, by brute force. */
static void parts_in_one_another(void **state) {
  (void)state;
  static const char *const repair[] = {"9802.00.40"}, *const assembly[] = {"9802.00.80"},
                           *const american[] = {"9903.01.34"};
  static const char *const steel[] = {"processing.steel"}, *const parts[] = {"us-components.steel"},
                           *const content[] = {"us-content.steel"},
                           *const both[] = {"processing.steel", "processing.aluminum"};
  static const struct {
    const char *code, *const *claim, *const *open;
    uint32_t n;
    struct imp_pair facts[3];
  } lines[] = {
      {"7318.15.20", repair, steel, 1, {{"processing", "5"}, {"content.steel", "12"}}},
      {"7318.15.20", repair, steel, 1, {{"processing", "17"}, {"content.steel", "12"}}},
      {"7318.15.20", assembly, parts, 1, {{"us-components", "9"}, {"content.steel", "12"}}},
      {"7318.15.20", american, content, 1, {{"us-content", "8"}, {"content.steel", "12"}}},
      {"7616.99.5190",
       repair,
       both,
       2,
       {{"processing", "9"}, {"content.steel", "7"}, {"content.aluminum", "8"}}},
      {"7616.99.5190",
       repair,
       both,
       2,
       {{"processing", "14"}, {"content.steel", "7"}, {"content.aluminum", "8"}}}};
  for (size_t i = 0; i < COUNT(lines); i++)
    check(shipped,
          (struct imp_line){.code = lines[i].code,
                            .from = "DE",
                            .on = "2025-08-20",
                            .value = "20",
                            .claims = lines[i].claim,
                            .claim_count = 1,
                            .facts = lines[i].facts,
                            .fact_count = 1 + lines[i].n},
          lines[i].open, lines[i].n);
}

/* ---- law made for it ------------------------------------------------------------------------------------------------ */

static const char common[] = "act us.act\n"
                             "  title      An act\n"
                             "  kind       statute\n"
                             "  signed     2000-01-01\n"
                             "jurisdiction US\n"
                             "  money   USD\n"
                             "  fact  steel   part  \"steel in it\"\n"
                             "  fact  copper  part  \"copper in it\"\n"
                             "measure us.metal\n"
                             "  title    Metal\n"
                             "  into     US\n"
                             "  goods    all\n";

static void check_text(const char *text, const char *const *open, uint32_t n) {
  static const char *const values[] = {"0", "1", "7", "19", "20", "21", "40"};
  struct diag_list diags = {0};
  struct imp_error err = {0};
  struct imp_law law = {.names = shipped->names};
  struct buf whole = {0};
  buf_printf(&whole, "%s%s", common, text);
  struct law_text one = {"text.law", buf_str(&whole)};
  assert_int_equal(law_load_texts(&one, 1, &law.law, &diags, &err), IMP_OK);
  for (size_t i = 0; i < diags.count; i++)
    if (diags.items[i].level == DIAG_ERROR) fail_msg("%s", diags.items[i].message);
  for (size_t i = 0; i < COUNT(values); i++)
    check(&law,
          (struct imp_line){
              .code = "9503.00.0073", .from = "CN", .on = "2025-06-01", .value = values[i]},
          open, n);
  law_free(law.law);
  diag_free(&diags);
  buf_free(&whole);
}

static const char *const steel[] = {"steel"}, *const both[] = {"steel", "copper"};

static void a_threshold(void **state) {
  (void)state;
  check_text("  heading h1  if steel less than 15%\n"
             "    rate  50%  on steel             from 2001-01-01  by us.act\n"
             "  heading h2  if steel at least 15%\n"
             "    rate  5%   on value less steel  from 2001-01-01  by us.act\n",
             steel, 1);
}

static void more_than_and_at_most(void **state) {
  (void)state;
  check_text("  heading h1  if steel more than 50%\n"
             "    rate  90%  on value less steel  from 2001-01-01  by us.act\n"
             "  heading h2  if steel at most 10%\n"
             "    rate  80%  on steel             from 2001-01-01  by us.act\n"
             "  heading h3  if steel at least 20% and steel less than 40%\n"
             "    rate  7%                        from 2001-01-01  by us.act\n",
             steel, 1);
}

static void money_thresholds(void **state) {
  (void)state;
  check_text("  heading h1  if steel more than $7\n"
             "    rate  90%  on value less steel  from 2001-01-01  by us.act\n"
             "  heading h2  if steel at most $7 and value more than $19\n"
             "    rate  60%  on steel             from 2001-01-01  by us.act\n",
             steel, 1);
}

static void all_but_a_part(void **state) {
  (void)state;
  check_text("  heading h1\n"
             "    rate  10%  on value less steel  from 2001-01-01  by us.act\n",
             steel, 1);
}

static void two_parts(void **state) {
  (void)state;
  check_text("  heading h1\n"
             "    rate  50%  on steel                     from 2001-01-01  by us.act\n"
             "measure us.copper\n"
             "  title    Copper\n"
             "  into     US\n"
             "  goods    all\n"
             "  rate  30%  on copper                      from 2001-01-01  by us.act\n"
             "measure us.rest\n"
             "  title    The rest\n"
             "  into     US\n"
             "  goods    all\n"
             "  rate  10%  on value less steel, copper    from 2001-01-01  by us.act\n",
             both, 2);
}

static void two_parts_with_a_threshold(void **state) {
  (void)state;
  check_text("  heading h1  if steel at least 20%\n"
             "    rate  50%  on steel                     from 2001-01-01  by us.act\n"
             "measure us.copper\n"
             "  title    Copper\n"
             "  into     US\n"
             "  goods    all\n"
             "  heading c1  if copper less than 30%\n"
             "    rate  40%  on copper                    from 2001-01-01  by us.act\n"
             "  yields to us.metal  from 2001-01-01  by us.act\n",
             both, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(american_content),
      cmocka_unit_test(repaired_abroad),
      cmocka_unit_test(parts_in_one_another),
      cmocka_unit_test(a_threshold),
      cmocka_unit_test(more_than_and_at_most),
      cmocka_unit_test(money_thresholds),
      cmocka_unit_test(all_but_a_part),
      cmocka_unit_test(two_parts),
      cmocka_unit_test(two_parts_with_a_threshold),
  };
  return cmocka_run_group_tests_name("ranges", tests, open_law, close_law);
}
