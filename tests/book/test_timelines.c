// SPDX-License-Identifier: Apache-2.0
// The six worked timelines of the language page: a small law text each, and the duty per day as it was
// known on four days, written by hand from the text.
//
// Numbers are tenths of a per cent of the value: 176 is 17.6%.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/text_law.h"

enum { COLUMNS_MAX = 5 };

struct column { /* a known day, and the rest of the question */
  const char *known;
  enum imp_basis basis;
  const char *answer; /* of `question`; NULL: none is open */
};

struct day {
  const char *on;
  int16_t pays[COLUMNS_MAX];
};

struct timeline {
  const char *text;
  const char *code, *from;
  const char *question;
  struct column columns[COLUMNS_MAX];
  uint32_t column_count;
  const struct day *days;
  uint32_t day_count;
};

#define DAYS(a) .days = (a), .day_count = sizeof(a) / sizeof *(a)

/* ---- the texts begin alike ------------------------------------------------------------------------- */

static const char common[] = "act us.htsus\n"
                             "  title      Harmonized Tariff Schedule\n"
                             "  kind       statute\n"
                             "  signed     1988-08-23\n"
                             "jurisdiction US\n"
                             "  money   USD\n"
                             "  fact  exported  date  else \"not on the way\"  \"day of export\"\n"
                             "  fact  loaded    date  else \"not on the way\"  \"day of loading\"\n"
                             "measure us.base\n"
                             "  title    Ordinary customs duty\n"
                             "  into     US\n"
                             "  rate     general  from 1989-01-01  by us.htsus\n";

static void check_cell(const struct timeline *t, const struct day *d, uint32_t i) {
  const struct column *c = &t->columns[i];
  struct imp_pair pick = {t->question, c->answer};
  struct imp_query query = {.known = c->known, .basis = c->basis, .brief = true};
  struct imp_line line = {.code = t->code, .from = t->from, .on = d->on, .value = "10000"};
  if (c->answer) query.picks = &pick, query.pick_count = 1;
  struct asked q = ask_line(&law, &query, &line);
  if (q.answer->status != IMP_LINE_OK || q.answer->bill_count != 1)
    fail_msg("%s known %s: %s", d->on, c->known,
             q.answer->reason ? q.answer->reason : "another number of bills");
  if (q.answer->bills[0].low != d->pays[i] * 1000)
    fail_msg("%s known %s %s: %lld cents, by hand %d", d->on, c->known, c->answer ? c->answer : "",
             (long long)q.answer->bills[0].low, d->pays[i] * 1000);
  ask_done(&q);
}

static void run(const struct timeline *t) {
  law_of(common, t->text);
  for (uint32_t d = 0; d < t->day_count; d++)
    for (uint32_t i = 0; i < t->column_count; i++) check_cell(t, &t->days[d], i);
  law_end();
}

/* ---- list 3, 2018 and 2019 --------------------------------------------------------------------------- */

/* 25% set for 2019-01-01, put off twice, made on 2019-05-10. */
static void list_3(void **state) {
  (void)state;
  static const struct day days[] = {
      {"2018-09-23", {0, 0, 0, 0}},         {"2018-09-24", {100, 100, 100, 100}},
      {"2018-12-31", {100, 100, 100, 100}}, {"2019-01-01", {250, 100, 100, 100}},
      {"2019-03-01", {250, 100, 100, 100}}, {"2019-03-02", {250, 250, 100, 100}},
      {"2019-05-09", {250, 250, 100, 100}}, {"2019-05-10", {250, 250, 100, 250}},
      {"2019-12-31", {250, 250, 100, 250}}};
  run(&(struct timeline){.text = "act us.fr.83-47974\n"
                                 "  title      List 3: 10% now, 25% from 1 January 2019\n"
                                 "  kind       notice\n"
                                 "  published  2018-09-21  83 FR 47974\n"
                                 "act us.fr.83-65198\n"
                                 "  title      Put off to 2 March 2019\n"
                                 "  kind       notice\n"
                                 "  published  2018-12-19  83 FR 65198\n"
                                 "act us.fr.84-7966\n"
                                 "  title      Put off until further notice\n"
                                 "  kind       notice\n"
                                 "  published  2019-03-05  84 FR 7966\n"
                                 "act us.fr.84-20459\n"
                                 "  title      25%\n"
                                 "  kind       notice\n"
                                 "  published  2019-05-09  84 FR 20459\n"
                                 "measure us.301.cn.list-3\n"
                                 "  title    List 3\n"
                                 "  into     US\n"
                                 "  of       CN\n"
                                 "  goods    95\n"
                                 "  rate     10%   from 2018-09-24  by us.fr.83-47974\n"
                                 "  rate     25%   from 2019-01-01  by us.fr.83-47974\n"
                                 "  rate     10%   from 2019-01-01  by us.fr.83-65198\n"
                                 "  rate     25%   from 2019-03-02  by us.fr.83-65198\n"
                                 "  rate     10%   from 2019-03-02  by us.fr.84-7966\n"
                                 "  rate     25%   from 2019-05-10  by us.fr.84-20459\n"
                                 "  heading 9903.88.03\n",
                         .code = "9503.00.0073",
                         .from = "CN",
                         .columns = {{.known = "2018-11-01"},
                                     {.known = "2019-01-15"},
                                     {.known = "2019-04-01"},
                                     {.known = "2019-06-01"}},
                         .column_count = 4,
                         DAYS(days)});
}

/* ---- April and May 2025 -------------------------------------------------------------------------------- */

#define RECIPROCAL_ACTS                                                                            \
  "act us.eo.14257\n"                                                                              \
  "  title      Reciprocal duty\n"                                                                 \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-04-02\n"                                                                      \
  "act us.eo.14259\n"                                                                              \
  "  title      84%\n"                                                                             \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-04-08\n"                                                                      \
  "act us.eo.14266\n"                                                                              \
  "  title      125%\n"                                                                            \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-04-09\n"                                                                      \
  "act us.eo.14298\n"                                                                              \
  "  title      34%, held off for 90 days\n"                                                       \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-05-12\n"

#define RECIPROCAL                                                                                 \
  "measure us.ieepa.reciprocal\n"                                                                  \
  "  title    Reciprocal duty\n"                                                                   \
  "  into     US\n"                                                                                \
  "  of       all\n"                                                                               \
  "  goods    all\n"                                                                               \
  "  heading 9903.01.25\n"                                                                         \
  "    rate   10%    from 2025-04-05  by us.eo.14257\n"                                            \
  "  heading 9903.01.63  of CN, HK, MO\n"                                                          \
  "    rate   34%    from 2025-04-09  by us.eo.14257   if not loaded before 2025-04-09\n"          \
  "    rate   84%    from 2025-04-09  by us.eo.14259   if not loaded before 2025-04-09\n"          \
  "    rate   125%   from 2025-04-10  by us.eo.14266   if not loaded before 2025-04-10\n"          \
  "    rate   34%    from 2025-05-14  by us.eo.14298\n"                                            \
  "    suspended from 2025-05-14 until 2025-08-12  by us.eo.14298\n"

static void april_2025(void **state) {
  (void)state;
  static const struct day days[] = {
      {"2025-04-04", {0, 0, 0, 0}},           {"2025-04-05", {100, 100, 100, 100}},
      {"2025-04-08", {100, 100, 100, 100}},   {"2025-04-09", {340, 840, 840, 840}},
      {"2025-04-10", {340, 840, 1250, 1250}}, {"2025-05-13", {340, 840, 1250, 1250}},
      {"2025-05-14", {340, 840, 1250, 100}},  {"2025-08-11", {340, 840, 1250, 100}},
      {"2025-08-12", {340, 840, 1250, 340}}};
  run(&(struct timeline){.text = RECIPROCAL_ACTS RECIPROCAL,
                         .code = "9503.00.0073",
                         .from = "CN",
                         .columns = {{.known = "2025-04-07"},
                                     {.known = "2025-04-08"},
                                     {.known = "2025-05-01"},
                                     {.known = "2025-05-12"}},
                         .column_count = 4,
                         DAYS(days)});
}

/* The same order written as points taken off: 34% of which 24 are held off. */
static void points_held_off(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-05-13", {340, 340, 340, 340}},
                                    {"2025-05-14", {340, 100, 100, 100}},
                                    {"2025-08-11", {340, 100, 100, 100}},
                                    {"2025-08-12", {340, 340, 100, 100}},
                                    {"2025-11-09", {340, 340, 100, 100}},
                                    {"2025-11-10", {340, 340, 340, 0}}};
  run(&(struct timeline){.text = RECIPROCAL_ACTS
                         "act us.eo.14334\n"
                         "  title      Held off to 10 November\n"
                         "  kind       executive order\n"
                         "  signed     2025-08-11\n"
                         "act us.end\n"
                         "  title      More points than there are\n"
                         "  kind       executive order\n"
                         "  signed     2025-11-01\n"
                         "measure us.ieepa.reciprocal\n"
                         "  title    Reciprocal duty\n"
                         "  into     US\n"
                         "  goods    all\n"
                         "  rate     34%    from 2025-04-09  by us.eo.14257\n"
                         "  suspended 24%   from 2025-05-14 until 2025-08-12  by us.eo.14298\n"
                         "  suspended 24%   from 2025-08-12 until 2025-11-10  by us.eo.14334\n"
                         "  suspended 40%   from 2025-11-10  by us.end\n",
                         .code = "9503.00.0073",
                         .from = "CN",
                         .columns = {{.known = "2025-04-07"},
                                     {.known = "2025-05-12"},
                                     {.known = "2025-08-11"},
                                     {.known = "2025-11-01"}},
                         .column_count = 4,
                         DAYS(days)});
}

/* ---- Japan's floor ----------------------------------------------------------------------------------- */

#define JAPAN                                                                                      \
  "act us.eo.14257\n"                                                                              \
  "  title      Reciprocal duty\n"                                                                 \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-04-02\n"                                                                      \
  "act us.eo.14326\n"                                                                              \
  "  title      Country rates\n"                                                                   \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-07-31\n"                                                                      \
  "act us.eo.14345\n"                                                                              \
  "  title      Japan: 15% with the ordinary duty in it, back to 7 August\n"                       \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-09-04\n"                                                                      \
  "act us.fr.90-44638\n"                                                                           \
  "  title      Japan: the headings\n"                                                             \
  "  kind       notice\n"                                                                          \
  "  published  2025-09-16  90 FR 44638\n"                                                         \
  "measure us.ieepa.reciprocal\n"                                                                  \
  "  title    Reciprocal duty\n"                                                                   \
  "  into     US\n"                                                                                \
  "  of       all\n"                                                                               \
  "  goods    all\n"                                                                               \
  "  heading 9903.01.25\n"                                                                         \
  "    rate   10%   from 2025-04-05  by us.eo.14257\n"                                             \
  "  heading 9903.02.30  of JP\n"                                                                  \
  "    rate   15%   from 2025-08-07  by us.eo.14326\n"                                             \
  "  heading 9903.02.72  of JP  if base at least 15%\n"                                            \
  "    rate   free  from 2025-08-07  by us.fr.90-44638\n"                                          \
  "  heading 9903.02.73  of JP  if base less than 15%\n"                                           \
  "    rate   15% less base  from 2025-08-07  by us.fr.90-44638\n"

/* Luggage at 17.6%: 10%, then 15% on top, then nothing on top, back to 7 August. */
static void japan_above_the_floor(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-04-04", {176, 176, 176, 176}},
                                    {"2025-08-06", {276, 276, 276, 276}},
                                    {"2025-08-07", {276, 326, 326, 176}},
                                    {"2025-09-15", {276, 326, 326, 176}},
                                    {"2025-09-16", {276, 326, 326, 176}}};
  run(&(struct timeline){.text = JAPAN,
                         .code = "4202.92.3131",
                         .from = "JP",
                         .columns = {{.known = "2025-07-30"},
                                     {.known = "2025-07-31"},
                                     {.known = "2025-09-15"},
                                     {.known = "2025-09-16"}},
                         .column_count = 4,
                         DAYS(days)});
}

/* Valves at 5.6%: 15.6, 20.6, then 15 in all. */
static void japan_below_the_floor(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-04-04", {56, 56, 56, 56}},
                                    {"2025-08-06", {156, 156, 156, 156}},
                                    {"2025-08-07", {156, 206, 206, 150}},
                                    {"2025-09-15", {156, 206, 206, 150}},
                                    {"2025-09-16", {156, 206, 206, 150}}};
  run(&(struct timeline){.text = JAPAN,
                         .code = "8481.80.3060",
                         .from = "JP",
                         .columns = {{.known = "2025-07-30"},
                                     {.known = "2025-07-31"},
                                     {.known = "2025-09-15"},
                                     {.known = "2025-09-16"}},
                         .column_count = 4,
                         DAYS(days)});
}

/* ---- the truce and its extensions ---------------------------------------------------------------------- */

static const char truce[] =
    RECIPROCAL_ACTS "act us.eo.14334\n"
                    "  title      Held off to 10 November 2025\n"
                    "  kind       executive order\n"
                    "  signed     2025-08-11\n"
                    "act us-cn.kuala-lumpur\n"
                    "  title      The delegations report a consensus\n"
                    "  kind       statement\n"
                    "  signed     2025-10-26\n"
                    "act us-cn.busan\n"
                    "  title      The presidents agree\n"
                    "  kind       agreement\n"
                    "  signed     2025-10-30\n"
                    "act us.eo.14358\n"
                    "  title      Held off to 10 November 2026\n"
                    "  kind       executive order\n"
                    "  signed     2025-11-04\n"
                    "act us-cn.washington\n"
                    "  title      The truce holds to 10 January 2027\n"
                    "  kind       statement\n"
                    "  signed     2026-09-28\n"
                    "question us-cn.framework\n"
                    "  title    Do the presidents approve?\n"
                    "  raised   2025-10-10\n"
                    "  answers  approved | rejected\n"
                    "  answered approved  by us-cn.busan\n"
                    "  answered approved  by us.eo.14358\n"
                    "question us-cn.truce\n"
                    "  title    Is the truce extended?\n"
                    "  raised   2025-11-10\n"
                    "  answers  lapsed | extended\n"
                    "  answered extended  by us-cn.washington\n" RECIPROCAL
                    "    suspended from 2025-08-12 until 2025-11-10  by us.eo.14334\n"
                    "    suspended from 2025-11-10 until 2026-11-10  by us-cn.kuala-lumpur  if "
                    "us-cn.framework is approved\n"
                    "    suspended from 2025-11-10 until 2026-11-10  by us.eo.14358\n"
                    "    suspended from 2026-11-10 until 2027-01-10  by us-cn.washington  if "
                    "us-cn.truce is extended\n";

static void truce_of_2025(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-08-11", {100, 100, 100, 100, 100}},
                                    {"2025-08-12", {340, 100, 100, 100, 100}},
                                    {"2025-11-09", {340, 100, 100, 100, 100}},
                                    {"2025-11-10", {340, 340, 100, 340, 100}},
                                    {"2026-11-09", {340, 340, 100, 340, 100}},
                                    {"2026-11-10", {340, 340, 340, 340, 340}}};
  run(&(struct timeline){.text = truce,
                         .code = "9503.00.0073",
                         .from = "CN",
                         .question = "us-cn.framework",
                         .columns = {{.known = "2025-08-10"},
                                     {.known = "2025-08-11"},
                                     {.known = "2025-10-26", .answer = "approved"},
                                     {.known = "2025-10-26", .answer = "rejected"},
                                     {.known = "2025-11-04"}},
                         .column_count = 5,
                         DAYS(days)});
}

/* Said by the leaders, then ordered; an open question of 2026 left to its outcomes. */
static void truce_of_2026(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-11-12", {100, 340, 100, 100, 100}},
                                    {"2026-11-09", {100, 340, 100, 100, 100}},
                                    {"2026-11-10", {340, 340, 340, 100, 340}},
                                    {"2027-01-09", {340, 340, 340, 100, 340}},
                                    {"2027-01-10", {340, 340, 340, 340, 340}}};
  struct timeline t = {.text = truce,
                       .code = "9503.00.0073",
                       .from = "CN",
                       .question = "us-cn.framework",
                       .columns = {{.known = "2025-10-31", .answer = "approved"},
                                   {.known = "2025-10-31", .answer = "stands"},
                                   {.known = "2025-11-04"}},
                       .column_count = 3,
                       DAYS(days)};
  run(&t);
  static const struct day later[] = {{"2026-11-09", {100, 100, 100, 100}},
                                     {"2026-11-10", {340, 340, 100, 340}},
                                     {"2027-01-09", {340, 340, 100, 340}},
                                     {"2027-01-10", {340, 340, 340, 340}}};
  run(&(struct timeline){.text = truce,
                         .code = "9503.00.0073",
                         .from = "CN",
                         .question = "us-cn.truce",
                         .columns = {{.known = "2025-11-09"},
                                     {.known = "2026-09-27", .answer = "extended"},
                                     {.known = "2026-09-28", .answer = "extended"},
                                     {.known = "2026-09-28", .answer = "stands"}},
                         .column_count = 4,
                         DAYS(later)});
}

/* ---- fentanyl: 10, 20, 10 -------------------------------------------------------------------------------- */

static void fentanyl(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-02-03", {0, 0, 0, 0, 0}},
                                    {"2025-02-04", {100, 100, 100, 100, 100}},
                                    {"2025-03-03", {100, 100, 100, 100, 100}},
                                    {"2025-03-04", {100, 200, 200, 200, 200}},
                                    {"2025-11-09", {100, 200, 200, 200, 200}},
                                    {"2025-11-10", {100, 200, 100, 200, 100}}};
  run(&(struct timeline){
      .text = "act us.eo.14195\n"
              "  title      10%\n"
              "  kind       executive order\n"
              "  signed     2025-02-01\n"
              "act us.eo.14228\n"
              "  title      20%\n"
              "  kind       executive order\n"
              "  signed     2025-03-03\n"
              "act us-cn.busan\n"
              "  title      The presidents agree\n"
              "  kind       agreement\n"
              "  signed     2025-10-30\n"
              "act us.eo.14357\n"
              "  title      Back to 10%\n"
              "  kind       executive order\n"
              "  signed     2025-11-04\n"
              "question us-cn.framework\n"
              "  title    Do the presidents approve?\n"
              "  raised   2025-10-10\n"
              "  answers  approved | rejected\n"
              "  answered approved  by us-cn.busan\n"
              "  answered approved  by us.eo.14357\n"
              "measure us.ieepa.fentanyl-cn\n"
              "  title    Fentanyl duty\n"
              "  into     US\n"
              "  of       CN, HK\n"
              "  goods    all\n"
              "  heading 9903.01.20\n"
              "    rate   10%    from 2025-02-04  by us.eo.14195\n"
              "  heading 9903.01.24\n"
              "    rate   20%    from 2025-03-04  by us.eo.14228\n"
              "    rate   10%    from 2025-11-10  by us-cn.busan  if us-cn.framework is approved\n"
              "    rate   10%    from 2025-11-10  by us.eo.14357\n",
      .code = "9503.00.0073",
      .from = "CN",
      .question = "us-cn.framework",
      .columns = {{.known = "2025-02-01"},
                  {.known = "2025-03-03"},
                  {.known = "2025-10-30", .answer = "approved"},
                  {.known = "2025-10-30", .answer = "stands"},
                  {.known = "2025-11-04"}},
      .column_count = 5,
      DAYS(days)});
}

/* ---- IEEPA held void, and Canada's steel ------------------------------------------------------------------ */

static const char void_ieepa[] =
    "act us.eo.14193\n"
    "  title      Canada: 25%\n"
    "  kind       executive order\n"
    "  signed     2025-02-01\n"
    "act us.pp.10896\n"
    "  title      Steel of all countries: 25%\n"
    "  kind       proclamation\n"
    "  signed     2025-02-10\n"
    "act us.eo.14289\n"
    "  title      What does not add up\n"
    "  kind       executive order\n"
    "  signed     2025-04-29\n"
    "act us.pp.10947\n"
    "  title      Steel: 50%, and first before Canada's duty\n"
    "  kind       proclamation\n"
    "  signed     2025-06-03\n"
    "act us.scotus.24-1287\n"
    "  title      The IEEPA gives no power to lay duties\n"
    "  kind       ruling\n"
    "  signed     2026-02-20\n"
    "act us.eo.14389\n"
    "  title      No longer collected\n"
    "  kind       executive order\n"
    "  signed     2026-02-20\n"
    "measure us.ieepa\n"
    "  title    Duties under the IEEPA\n"
    "  into     US\n"
    "  ends     2026-02-24       by us.eo.14389\n"
    "  void     from 2025-02-04  by us.scotus.24-1287\n"
    "measure us.ieepa.fentanyl-ca\n"
    "  title    Canada\n"
    "  of       CA\n"
    "  goods    all\n"
    "  rate     25%   from 2025-03-04  by us.eo.14193\n"
    "  yields to us.232.steel   from 2025-06-04  by us.pp.10947\n"
    "measure us.232.steel\n"
    "  title    Steel\n"
    "  into     US\n"
    "  of       all\n"
    "  goods    73\n"
    "  rate     25%   from 2025-03-12  by us.pp.10896\n"
    "  rate     50%   from 2025-06-04  by us.pp.10947\n"
    "  yields to us.ieepa.fentanyl-ca   from 2025-03-04 until 2025-06-04  by us.eo.14289\n";

/* Screws of Canada (free in the schedule). Known 2025-03-15 both add; from 2025-04-29 the order of the two, back to
 * 4 March; on basis legal steel is due wherever it had given way to law that never was. */
static void canada_and_steel(void **state) {
  (void)state;
  static const struct day days[] = {
      {"2025-03-03", {0, 0, 0, 0, 0}},           {"2025-03-04", {250, 250, 250, 250, 0}},
      {"2025-03-11", {250, 250, 250, 250, 0}},   {"2025-03-12", {500, 250, 250, 250, 250}},
      {"2025-06-03", {500, 250, 250, 250, 250}}, {"2025-06-04", {500, 500, 500, 500, 500}},
      {"2026-02-23", {500, 500, 500, 500, 500}}, {"2026-02-24", {500, 500, 500, 500, 500}}};
  run(&(struct timeline){.text = void_ieepa,
                         .code = "7318.15.2010",
                         .from = "CA",
                         .columns = {{.known = "2025-03-15"},
                                     {.known = "2025-06-03"},
                                     {.known = "2026-02-19"},
                                     {.known = "2026-02-20"},
                                     {.known = "2026-02-20", .basis = IMP_LEGAL}},
                         .column_count = 5,
                         DAYS(days)});
}

/* Toys of Canada: collected to 23 February 2026, due never. */
static void void_from_the_start(void **state) {
  (void)state;
  static const struct day days[] = {{"2025-03-03", {0, 0, 0, 0}},
                                    {"2025-03-04", {250, 250, 250, 0}},
                                    {"2026-02-19", {250, 250, 250, 0}},
                                    {"2026-02-23", {250, 250, 250, 0}},
                                    {"2026-02-24", {250, 250, 0, 0}},
                                    {"2026-12-31", {250, 250, 0, 0}}};
  run(&(struct timeline){.text = void_ieepa,
                         .code = "9503.00.0073",
                         .from = "CA",
                         .columns = {{.known = "2026-02-19"},
                                     {.known = "2026-02-19", .basis = IMP_LEGAL},
                                     {.known = "2026-02-20"},
                                     {.known = "2026-02-20", .basis = IMP_LEGAL}},
                         .column_count = 4,
                         DAYS(days)});
}

/* What a bill says of it: the part that rests on void law, and what is due without it. */
static void void_on_the_bill(void **state) {
  (void)state;
  static const struct {
    const char *code, *on;
    int64_t duty, on_void, legal;
  } want[] = {{"9503.00.0073", "2026-02-21", 250000, 250000, 0},
              {"7318.15.2010", "2025-05-01", 250000, 250000, 250000},
              {"7318.15.2010", "2025-07-01", 500000, 0, 500000},
              {"9503.00.0073", "2026-02-24", 0, 0, 0}};
  law_of(common, void_ieepa);
  for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
    struct imp_line line = {.code = want[i].code, .from = "CA", .on = want[i].on, .value = "10000"};
    struct asked q = ask_line(&law, &(struct imp_query){.known = "2026-02-20"}, &line);
    assert_int_equal(q.answer->bill_count, 1);
    assert_int_equal(q.answer->bills[0].low, want[i].duty);
    assert_int_equal(q.answer->bills[0].void_low, want[i].on_void);
    assert_int_equal(q.answer->bills[0].void_high, want[i].on_void);
    assert_int_equal(q.answer->bills[0].legal_low, want[i].legal);
    assert_int_equal(q.answer->bills[0].legal_high, want[i].legal);
    ask_done(&q);
  }
  law_end();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(list_3),
      cmocka_unit_test(april_2025),
      cmocka_unit_test(points_held_off),
      cmocka_unit_test(japan_above_the_floor),
      cmocka_unit_test(japan_below_the_floor),
      cmocka_unit_test(truce_of_2025),
      cmocka_unit_test(truce_of_2026),
      cmocka_unit_test(fentanyl),
      cmocka_unit_test(canada_and_steel),
      cmocka_unit_test(void_from_the_start),
      cmocka_unit_test(void_on_the_bill),
  };
  return cmocka_run_group_tests_name("timelines", tests, load_names, free_names);
}
