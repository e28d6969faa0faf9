// SPDX-License-Identifier: Apache-2.0
// Static checks of a linked law: each a pure reader that adds findings.
#ifndef IMPOST_LAW_CHECK_H
#define IMPOST_LAW_CHECK_H

#include "law/findings.h"
#include "law/law.h"

/* All checks that need no evaluation. False only when out of memory. */
bool law_check(const struct law *law, struct findings *found);

#endif
