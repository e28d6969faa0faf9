// SPDX-License-Identifier: Apache-2.0
// See ship.h.
#include "cli/ship.h"

enum ship_line ship_next(struct str *text, uint32_t *number, struct str *name, struct str *value) {
  struct str line;
  while (text->n > 0) {
    str_split(text, '\n', &line);
    ++*number;
    long hash = str_find(line, '#');
    if (hash >= 0) line.n = (size_t)hash;
    if (line.n > 0 && line.p[line.n - 1] == '\r') line.n--;
    line = str_trim(line);
    if (line.n == 0) continue;
    long equals = str_find(line, '=');
    if (equals <= 0) return SHIP_WRONG;
    *name = str_trim(str_sub(line, 0, (size_t)equals));
    *value = str_trim(str_sub(line, (size_t)equals + 1, line.n));
    return name->n ? SHIP_FACT : SHIP_WRONG;
  }
  return SHIP_END;
}
