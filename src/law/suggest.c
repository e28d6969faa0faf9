// SPDX-License-Identifier: Apache-2.0
// The nearest known word: what a person may have meant.
#include <stdio.h>

#include "law/findings.h"

#define LONGEST 64 /* longer words are not compared */

unsigned edit_distance(struct str a, struct str b, unsigned most) {
  if (a.n > LONGEST || b.n > LONGEST || (a.n > b.n ? a.n - b.n : b.n - a.n) > most) return most + 1;
  unsigned rows[3][LONGEST + 1]; /* the row before last, the last, this one */
  unsigned *older = rows[0], *last = rows[1], *row = rows[2];
  for (unsigned j = 0; j <= b.n; j++) last[j] = older[j] = j;
  for (unsigned i = 1; i <= a.n; i++) {
    unsigned least = row[0] = i;
    for (unsigned j = 1; j <= b.n; j++) {
      unsigned best = last[j - 1] + (a.p[i - 1] != b.p[j - 1]);
      best = last[j] + 1 < best ? last[j] + 1 : best;
      best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
      if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1] &&
          older[j - 2] + 1 < best)
        best = older[j - 2] + 1;
      row[j] = best;
      least = best < least ? best : least;
    }
    if (least > most) return most + 1;
    unsigned *reuse = older;
    older = last;
    last = row;
    row = reuse;
  }
  return last[b.n] > most ? most + 1 : last[b.n];
}

struct nearest nearest_to(struct str wanted) {
  unsigned near = wanted.n < 4 ? 1 : wanted.n < 8 ? 2 : 3;
  return (struct nearest){wanted, {NULL, 0}, near + 1};
}

void nearest_offer(struct nearest *n, struct str candidate) {
  if (n->distance == 0) return;
  unsigned d = edit_distance(n->wanted, candidate, n->distance - 1);
  if (d < n->distance) {
    n->distance = d;
    n->best = candidate;
  }
}

const char *nearest_say(const struct nearest *n, const char *otherwise, char *out, size_t size) {
  if (n->best.n)
    snprintf(out, size, "Did you mean %.*s?", SHOW(n->best));
  else
    snprintf(out, size, "%s", otherwise);
  return out;
}
