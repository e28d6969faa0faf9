// SPDX-License-Identifier: Apache-2.0
// Equal byte strings have one number, counted from 0 in the order of their first coming.
#ifndef IMPOST_PANEL_SET_H
#define IMPOST_PANEL_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct set {
  unsigned char *bytes;
  size_t used, byte_cap;
  size_t *ends; /* of each member */
  size_t count, cap;
  uint32_t *slots; /* number + 1; 0: free */
  size_t slot_count;
};

uint32_t set_add(struct set *s, const void *bytes, size_t n);   /* UINT32_MAX: out of memory */
const void *set_at(const struct set *s, uint32_t i, size_t *n); /* until the next set_add */
void set_free(struct set *s);

#endif
