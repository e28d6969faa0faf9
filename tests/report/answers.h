// SPDX-License-Identifier: Apache-2.0
// Answers written by hand for the tests of the report room: no law, no evaluator.
#ifndef IMPOST_TESTS_REPORT_ANSWERS_H
#define IMPOST_TESTS_REPORT_ANSWERS_H

#include "report/report.h"

static const struct report_stamp test_stamp = {
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "2025-10-26",
    "2026-11-09",
    IMP_COLLECTED,
    NULL,
    NULL};

#define ROW(h, t, r, cents)                                                                        \
  .heading = (h), .measure = "us.test", .title = (t), .rate = (r), .base = 1000000,                \
  .amount = (cents), .act = "us.fr.84-20459", .act_title = "List 3: 25%", .cite = "84 FR 20459",   \
  .where = {"us/301/list-3.law", 46}, .known = "2019-05-09", .source = "official",                 \
  .rounding = "row-cent"

static const struct imp_row approved_rows[] = {
    {ROW("9903.88.03", "Section 301, list 3", "25%", 250000), .exact = "2500"},
    {ROW("9903.01.24", "Fentanyl duty", "20%", 200000), .exact = "2000", .is_void = true},
    {ROW("9903.01.25", "Reciprocal duty", "10%", 100000), .exact = "1000"},
    {ROW("9903.01.63", "Reciprocal duty", "34%", 340000), .status = IMP_ROW_SUSPENDED,
     .until = "2026-11-10", .why = "suspended until 2026-11-10 by us.eo.14358"},
    {ROW("general", "Ordinary customs duty", "17.6%", 176000), .exact = "1760", .is_base = true},
    {ROW("9903.01.21", "donations", "none", 200000), .status = IMP_ROW_UNCLAIMED,
     .why = "not claimed; --claim 9903.01.21"},
    {ROW("9903.03.01", "Section 122", "10%", 100000), .status = IMP_ROW_SUPPRESSED,
     .why = "displaced by us.232.steel", .by = "us.232.steel"},
};

static const struct imp_row rejected_rows[] = {
    {ROW("9903.88.03", "Section 301, list 3", "25%", 250000), .exact = "2500"},
    {ROW("9903.01.24", "Fentanyl duty", "20%", 200000), .exact = "2000", .is_void = true},
    {ROW("9903.01.63", "Reciprocal duty", "34%", 340000), .exact = "3400"},
    {ROW("us.china-100", "All goods of China", "100%", 1000000), .exact = "10000", .pending = true,
     .mark = "said, not law: post of 2025-10-10"},
    {ROW("general", "Ordinary customs duty", "17.6%", 176000), .exact = "1760", .is_base = true},
};

static const struct imp_pick approved = {"us-cn.framework", "approved"};
static const struct imp_pick rejected = {"us-cn.framework", "rejected"};

static const struct imp_bill two_bills[] = {
    {.picks = &approved,
     .pick_count = 1,
     .low = 726000,
     .high = 726000,
     .void_low = 200000,
     .void_high = 200000,
     .legal_low = 526000,
     .legal_high = 526000,
     .rows = approved_rows,
     .row_count = 7,
     .mark = "moved by what was said: us-cn.busan"},
    {.picks = &rejected,
     .pick_count = 1,
     .low = 1966000,
     .high = 1966000,
     .void_low = 200000,
     .void_high = 200000,
     .legal_low = 1766000,
     .legal_high = 1766000,
     .rows = rejected_rows,
     .row_count = 5},
};

static const struct imp_question framework = {
    "us-cn.framework", "Do the presidents approve?", "open", "2025-10-30", NULL, NULL};

static const int64_t next_totals[] = {966000, 1966000};
static const struct imp_answer two_answers = {.status = IMP_LINE_OK,
                                              .code = "4202.92.31.31",
                                              .from = "CN",
                                              .place_name = "China",
                                              .on = "2025-11-12",
                                              .known = "2025-10-26",
                                              .value = 1000000,
                                              .bills = two_bills,
                                              .bill_count = 2,
                                              .questions = &framework,
                                              .question_count = 1,
                                              .next_change = "2026-11-10",
                                              .next_change_why = "",
                                              .next_low = 966000,
                                              .next_high = 1966000,
                                              .next_each = next_totals,
                                              .next_each_count = 2};

static const struct imp_bill one_bill = {.low = 760000,
                                         .high = 760000,
                                         .legal_low = 760000,
                                         .legal_high = 760000,
                                         .rows = approved_rows,
                                         .row_count = 3};

static const struct imp_answer one_answer = {.status = IMP_LINE_OK,
                                             .code = "9503.00.00.73",
                                             .from = "HK",
                                             .place_name = "Hong Kong",
                                             .on = "2025-11-12",
                                             .known = "2025-10-26",
                                             .value = 1000000,
                                             .bills = &one_bill,
                                             .bill_count = 1};

static const char *const needs_weight[] = {"weight.metal: is it at least 15%?"};
static const struct imp_bill range_bill = {.low = 100000,
                                           .high = 300000,
                                           .rows = approved_rows,
                                           .row_count = 1,
                                           .needs = needs_weight,
                                           .needs_count = 1};
static const struct imp_answer a_range = {.status = IMP_LINE_RANGE,
                                          .code = "7306.30.10.00",
                                          .from = "CN",
                                          .place_name = "China",
                                          .on = "2025-11-12",
                                          .known = "2025-10-26",
                                          .value = 1000000,
                                          .bills = &range_bill,
                                          .bill_count = 1};

static const struct imp_answer refused = {.status = IMP_LINE_REFUSED,
                                          .id = "refuse.not-encoded",
                                          .reason = "Section 232 auto parts is not encoded",
                                          .next = "impost measures lists what is",
                                          .code = "8507.60.00.20",
                                          .from = "CN",
                                          .place_name = "China",
                                          .on = "2025-06-01",
                                          .known = "2025-10-26",
                                          .value = 1000000};

static const struct imp_bill banned_bill = {.prohibited = true};
static const struct imp_answer banned = {.status = IMP_LINE_PROHIBITED,
                                         .reason = "may not enter",
                                         .code = "0101.21.00.10",
                                         .from = "RU",
                                         .on = "2025-06-01",
                                         .known = "2025-10-26",
                                         .value = 1000000,
                                         .bills = &banned_bill,
                                         .bill_count = 1};

static const struct imp_fee two_fees[] = {
    {.name = "MPF",
     .measure = "us.fees.mpf",
     .rate = "0.3464%",
     .cite = "19 CFR 24.23",
     .base = 1000000,
     .low = 3464,
     .high = 3464},
    {.name = "HMF",
     .measure = "us.fees.hmf",
     .rate = "0.125%",
     .cite = "19 CFR 24.24",
     .base = 1000000,
     .low = 0,
     .high = 1250,
     .why = "depends on mode"},
};

#endif
