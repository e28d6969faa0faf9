// SPDX-License-Identifier: Apache-2.0
// What the report of averages and its picture share.
#ifndef IMPOST_REPORT_AVERAGE_H
#define IMPOST_REPORT_AVERAGE_H

#include "base/str.h"
#include "impost/average.h"

int64_t average_points(int64_t share);                       /* hundredths of a percent */
void average_print(const struct imp_mean *a, struct buf *b); /* "11.20%", "11.20% to 11.90%", "-" */
void average_svg(const struct imp_law *law, const struct imp_query *query,
                 const struct imp_average *r, struct buf *out);

#endif
