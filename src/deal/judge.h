// SPDX-License-Identifier: Apache-2.0
// Judging controls by what the law says of them: asserts beside them.
#ifndef IMPOST_DEAL_JUDGE_H
#define IMPOST_DEAL_JUDGE_H

#include "book/judge.h"

/* Every assert of every control; one that does not hold is a finding at its line. */
void judge_controls(struct judge *j);

#endif
