// SPDX-License-Identifier: Apache-2.0
// Decimal text to a double without the C library's locale: "0.045", "1e-3", "-2".
#ifndef IMPOST_MODEL_NUMBER_H
#define IMPOST_MODEL_NUMBER_H

#include <stdbool.h>

#include "base/str.h"

/* False: not a number, more than 40 characters, or an exponent beyond 99. Right to the last bit or the one beside it. */
bool number_read(struct str s, double *out);

#endif
