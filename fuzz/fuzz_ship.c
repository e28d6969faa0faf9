// SPDX-License-Identifier: Apache-2.0
// needs room: cli
// A file that tells a ship: any bytes end in facts or in the number of a line that is none; a name and a value hold no
// end of line and nothing behind a '#', and every line is counted once.
#include <assert.h>
#include <stdint.h>

#include "cli/ship.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool holds(struct str s, char c) {
  return str_find(s, c) >= 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct str text = {(const char *)data, size}, name = {0}, value = {0};
  uint32_t number = 0, last = 0, lines = 1;
  enum ship_line line;
  for (size_t i = 0; i < size; i++) lines += data[i] == '\n';
  while ((line = ship_next(&text, &number, &name, &value)) != SHIP_END) {
    assert(number > last && number <= lines);
    last = number;
    if (line == SHIP_WRONG) continue;
    assert(name.n > 0 && !holds(name, '=') && !holds(name, '\n') && !holds(name, '#'));
    assert(!holds(value, '\n') && !holds(value, '#'));
    assert(str_eq(name, str_trim(name)) && str_eq(value, str_trim(value)));
  }
  assert(text.n == 0);
  return 0;
}
