// SPDX-License-Identifier: Apache-2.0
// Blocks of one kind in the order of their names, and one of each name: inside the linker only.
#ifndef IMPOST_LAW_LINK_SORT_H
#define IMPOST_LAW_LINK_SORT_H

#include <stdlib.h>

#include "law/link.h"

/* By name, then by where they are written: the same in every run. */
static inline int by_name_and_place(struct str a, struct law_pos at, struct str b,
                                    struct law_pos bt) {
  int order = str_cmp(a, b);
  if (order) return order;
  if (at.file != bt.file) return at.file < bt.file ? -1 : 1;
  return at.line < bt.line ? -1 : at.line > bt.line;
}

#define COMPARE(compare, type)                                                                     \
  static int compare(const void *x, const void *y) {                                               \
    const type *a = x, *b = y;                                                                     \
    return by_name_and_place(a->name, a->pos, b->name, b->pos);                                    \
  }

/* Sorts and reports every name that stands a second time. */
#define SORT(l, array, count, compare, kind)                                                       \
  do {                                                                                             \
    if (count) qsort(array, count, sizeof *(array), compare);                                      \
    for (uint32_t i_ = 1; i_ < (count); i_++)                                                      \
      if (str_eq((array)[i_ - 1].name, (array)[i_].name))                                          \
        link_twice(l, kind, (array)[i_].name, (array)[i_ - 1].pos, (array)[i_].pos);               \
  } while (0)

#endif
