// SPDX-License-Identifier: Apache-2.0
// How the law room says what is wrong with a text: one table of ids, one way to report.
#ifndef IMPOST_LAW_FINDINGS_H
#define IMPOST_LAW_FINDINGS_H

#include <stdbool.h>

#include "base/diag.h"
#include "law/law.h"

enum law_diag {
#define LAW_DIAG(id, text, check, level, line) LAW_##id,
#include "law/diagnostics.def"
#undef LAW_DIAG
  LAW_DIAG_COUNT
};

struct law_diag_row {
  const char *id, *check, *line;
  enum diag_level level;
};
extern const struct law_diag_row law_diag_table[LAW_DIAG_COUNT];

#define FINDINGS_MOST    1000 /* diagnostics of one load; the rest is counted only */
#define SUGGESTIONS_MOST 200  /* searches for a nearest name in one load */

struct findings {
  const struct law *law; /* files are looked up in it */
  struct diag_list *diags;
  uint32_t suggestions; /* made so far */
};

/* Reports at a position; `width` in code points. `next` says what to do and may be "". */
void finding(struct findings *f, enum law_diag id, struct law_pos pos, uint32_t width,
             const char *next, const char *format, ...) __attribute__((format(printf, 6, 7)));
/* Reports at a slice of a file's bytes; at `pos` when the slice stands in no file. */
void finding_at(struct findings *f, enum law_diag id, struct str slice, struct law_pos pos,
                const char *next, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Where a slice of a file's bytes stands; false when it belongs to no file. */
bool findings_locate(const struct law *law, struct str slice, struct law_pos *pos);

/* ---- nearest word -------------------------------------------------------------------------------- */

struct nearest { /* the best of the candidates offered so far */
  struct str wanted;
  struct str best; /* n == 0: none is near enough */
  unsigned distance;
};
struct nearest nearest_to(struct str wanted);
void nearest_offer(struct nearest *n, struct str candidate);
/* "Did you mean X?" or `otherwise`, into `out`; returns out. */
const char *nearest_say(const struct nearest *n, const char *otherwise, char *out, size_t size);
/* Edits between two words: insert, delete, replace, swap neighbours; more than `most` gives most + 1. */
unsigned edit_distance(struct str a, struct str b, unsigned most);

/* Bytes of a slice that are shown: at most 80, and no character is cut in two. */
int shown_bytes(struct str s);
#define SHOW(s) shown_bytes(s), (s).p /* for "%.*s" */

#endif
