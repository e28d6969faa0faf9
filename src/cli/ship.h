// SPDX-License-Identifier: Apache-2.0
// A file that tells a ship: lines of fact=value. Bytes in, names and values out; no file is opened here.
#ifndef IMPOST_CLI_SHIP_H
#define IMPOST_CLI_SHIP_H

#include <stdint.h>

#include "base/str.h"

enum ship_line { SHIP_END, SHIP_FACT, SHIP_WRONG };

/* The next fact of the text, which is moved past it; *number counts its lines, from 0 before the first. What follows '#',
 * blanks around a name and a value, and empty lines are passed over. WRONG: a line that is no fact=value. */
enum ship_line ship_next(struct str *text, uint32_t *number, struct str *name, struct str *value);

#endif
