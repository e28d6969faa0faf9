// SPDX-License-Identifier: Apache-2.0
// An allocator that runs out: the n-th request fails and every one after it, and it counts what is
// still held, so that a test can try every n and see nothing crash and nothing leak.
//
//   for (size_t n = 0; scarce_begin(n), !run(); n++) { assert_int_equal(scarce_end(), 0); }
//   assert_int_equal(scarce_end(), 0);
#ifndef IMPOST_TESTS_SCARCE_H
#define IMPOST_TESTS_SCARCE_H

#include <stdbool.h>
#include <stddef.h>

void scarce_begin(size_t allowed); /* requests that still succeed */
size_t scarce_end(void);           /* back to the C library; blocks still held */
/* A request was refused since scarce_begin. What fails without that fails for another reason, and would do so for ever. */
bool scarce_ran_out(void);

#endif
