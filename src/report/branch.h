// SPDX-License-Identifier: Apache-2.0
// Inside of the page of outcomes: odds, which answers go together, lines in every outcome.
#ifndef IMPOST_REPORT_BRANCH_H
#define IMPOST_REPORT_BRANCH_H

#include "base/num.h"
#include "impost/branch.h"
#include "report/json_out.h"
#include "report/report.h"
#include "report/study.h"

struct branch_odds { /* "approved=70%" */
  struct str answer;
  struct rat share;
  bool given;
};

/* `text` NULL: none. IMP_USAGE when it is no answer with its odds. */
enum imp_status branch_read_odds(const char *text, struct branch_odds *out, struct imp_error *err);
/* "expected at approved=70%: …; spread … to …", of two amounts in cents. */
void branch_put_expected(struct buf *b, const struct branch_odds *o, int64_t low, int64_t high);

/* Whether these answers go together by the law's own word: each that follows another question among them is the one that
 * comes of it. BRANCH_APART: one of them is not; BRANCH_FREE: none of them follows another. */
enum branch_bond { BRANCH_FREE, BRANCH_TOGETHER, BRANCH_APART };
enum branch_bond branch_bond(const struct imp_branch *br, const struct imp_pick *picks, uint32_t n);

/* The lines in every outcome: of two questions that touch them one table both ways, else a list a line. */
void branch_lines(struct page *p, const struct imp_branch *br, const struct imp_branch_line *lines,
                  uint32_t count, const struct branch_odds *o);
void branch_json_line(struct json_out *j, const struct imp_branch *br,
                      const struct imp_branch_line *l, const struct branch_odds *o);

#endif
