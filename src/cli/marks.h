// SPDX-License-Identifier: Apache-2.0
// Where the signs of a table stand: separators, line ends, and everything that wants a closer look.
#ifndef IMPOST_CLI_MARKS_H
#define IMPOST_CLI_MARKS_H

#include <stddef.h>
#include <stdint.h>

/* Positions of the separator, of LF, CR, quotes, zero bytes and bytes above ASCII, and of spaces that stand
 * beside a separator or a line end, in rising order. `out` has room for n. Returns how many there are. */
size_t marks_find(const char *p, size_t n, char separator, uint32_t *out);
size_t marks_lines(const char *p, size_t n); /* how many LF there are */

#endif
