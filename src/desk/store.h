// SPDX-License-Identifier: Apache-2.0
// The file under a desk: SQLite behind a few calls that speak in our statuses and ids.
//
// One statement at a time is prepared, bound from a short format ("tib": text, integer, bytes), stepped and released.
// Texts and bytes read from a row live until the next step. Nothing here knows an article or a proposal.
#ifndef IMPOST_DESK_STORE_H
#define IMPOST_DESK_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

struct store;

enum store_mode { STORE_READ, STORE_WRITE, STORE_MAKE };

/* `schema` is what a new file is given and what an old one must have, statement for statement. `application` and
 * `version` are written into its head. A file of the version before is brought up by `step` when it is opened, for reading too. A file that is
 * anything else is refused by name (docs/desk.md). */
struct store_form {
  int32_t application, version;
  const char *const *schema; /* NULL-terminated */
  const char *const *step;   /* NULL-terminated: makes this version of the one before */
};
enum imp_status store_open(const char *path, enum store_mode mode, const struct store_form *form,
                           struct store **out, struct imp_error *err);
void store_close(struct store *s);

/* t: const char *, NULL is null; i: int64_t; b: struct str, kept as bytes. */
enum imp_status store_run(struct store *s, struct imp_error *err, const char *sql,
                          const char *format, ...);
int64_t store_last_id(const struct store *s);
int64_t store_changes(const struct store *s);

struct store_rows {
  struct store *store;
  void *statement;
  int code; /* of SQLite */
};
/* Begins a query; whether it went well is told by store_end. */
void store_ask(struct store *s, struct store_rows *rows, const char *sql, const char *format, ...);
bool store_next(struct store_rows *rows);
const char *store_text(const struct store_rows *rows, int column); /* NULL for null */
struct str store_bytes(const struct store_rows *rows, int column);
int64_t store_number(const struct store_rows *rows, int column);
enum imp_status store_end(struct store_rows *rows, struct imp_error *err);

/* The first column of the first row; `other` when there is none. */
enum imp_status store_one(struct store *s, int64_t other, int64_t *out, struct imp_error *err,
                          const char *sql, const char *format, ...);

enum imp_status store_begin(struct store *s, struct imp_error *err);
/* Commits when `status` is IMP_OK, else takes everything back and returns `status`. */
enum imp_status store_finish(struct store *s, enum imp_status status, struct imp_error *err);

#endif
