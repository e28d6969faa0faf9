// SPDX-License-Identifier: Apache-2.0
// The forms of an answer on a case, inside of the report room.
#ifndef IMPOST_REPORT_LICENCE_H
#define IMPOST_REPORT_LICENCE_H

#include "base/str.h"
#include "impost/licence.h"

/* `flat`: depth from which things stand on one line; 0: everything on one line. */
void report_licence_json(const struct imp_law *law, const struct imp_query *query,
                         const struct imp_licence_answer *a, int flat, struct buf *out);

#endif
