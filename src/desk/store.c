// SPDX-License-Identifier: Apache-2.0
// See store.h. The one file that knows SQLite.
//
// A desk may come from anywhere, so nothing in it is trusted: the schema must be ours word for word (no trigger or view
// of somebody else's runs), defensive mode is on, and what SQLite calls corrupt is told as that.
#include "desk/store.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define WAIT 5000 /* milliseconds for another run to end: some thousand reports are added in that */

struct store {
  sqlite3 *db;
  char *path;
};

/* ---- what went wrong, in words ------------------------------------------------------------------------------ */

static enum imp_status damaged(const struct store *s, struct imp_error *err, const char *what) {
  return error_set(err, IMP_IO, "desk.damaged", "restore it from a copy, or make a new one",
                   "%s is damaged: %s", s->path, what);
}

static enum imp_status not_a_desk(const struct store *s, struct imp_error *err) {
  return error_set(err, IMP_IO, "desk.not-a-desk",
                   "name another file with --desk; impost desk add makes one", "%s is no desk",
                   s->path);
}

static enum imp_status failed(const struct store *s, int code, struct imp_error *err) {
  if (code == SQLITE_IOERR_NOMEM) return error_no_memory(err);
  switch (code & 0xff) {
  case SQLITE_NOMEM:
    return error_no_memory(err);
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return error_set(err, IMP_IO, "desk.locked", "try again when it is done",
                     "%s is being written by another program", s->path);
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return error_set(err, IMP_IO, "desk.read-only", "make the file and its folder writable",
                     "%s cannot be written", s->path);
  case SQLITE_CORRUPT:
    return damaged(s, err, "its pages do not fit together");
  case SQLITE_NOTADB:
    return not_a_desk(s, err);
  case SQLITE_CANTOPEN:
    return error_set(err, IMP_IO, "desk.open", "check the name and that it may be read",
                     "cannot open the desk %s", s->path);
  default:
    return error_set(err, IMP_IO, "desk.write", "check the disk and the file",
                     "cannot read or write %s: %s", s->path, sqlite3_errstr(code));
  }
}

/* ---- statements ------------------------------------------------------------------------------------------------ */

static int bind(sqlite3_stmt *statement, const char *format, va_list args) {
  int code = SQLITE_OK;
  for (int i = 1; *format != '\0' && code == SQLITE_OK; i++, format++) {
    if (*format == 'i') {
      code = sqlite3_bind_int64(statement, i, va_arg(args, int64_t));
    } else if (*format == 'b') {
      struct str bytes = va_arg(args, struct str);
      code =
          sqlite3_bind_blob64(statement, i, bytes.n > 0 ? bytes.p : "", bytes.n, SQLITE_TRANSIENT);
    } else {
      const char *text = va_arg(args, const char *);
      if (text != NULL) code = sqlite3_bind_text(statement, i, text, -1, SQLITE_TRANSIENT);
    }
  }
  return code;
}

static void prepare(struct store *s, struct store_rows *rows, const char *sql, const char *format,
                    va_list args) {
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2(s->db, sql, -1, &statement, NULL);
  if (code == SQLITE_OK) code = bind(statement, format, args);
  *rows = (struct store_rows){s, statement, code};
}

void store_ask(struct store *s, struct store_rows *rows, const char *sql, const char *format, ...) {
  va_list args;
  va_start(args, format);
  prepare(s, rows, sql, format, args);
  va_end(args);
}

bool store_next(struct store_rows *rows) {
  if (rows->code != SQLITE_OK || rows->statement == NULL) return false;
  int code = sqlite3_step(rows->statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE) rows->code = code;
  return code == SQLITE_ROW;
}

const char *store_text(const struct store_rows *rows, int column) {
  return (const char *)sqlite3_column_text(rows->statement, column);
}

struct str store_bytes(const struct store_rows *rows, int column) {
  const char *p = sqlite3_column_blob(rows->statement, column);
  return (struct str){p, p != NULL ? (size_t)sqlite3_column_bytes(rows->statement, column) : 0};
}

int64_t store_number(const struct store_rows *rows, int column) {
  return sqlite3_column_int64(rows->statement, column);
}

/* A null where memory ran out while a text was made looks like a null: the connection knows better. */
enum imp_status store_end(struct store_rows *rows, struct imp_error *err) {
  int code = rows->code;
  if (code == SQLITE_OK && sqlite3_errcode(rows->store->db) == SQLITE_NOMEM) code = SQLITE_NOMEM;
  sqlite3_finalize(rows->statement);
  rows->statement = NULL;
  return code == SQLITE_OK ? IMP_OK : failed(rows->store, code, err);
}

enum imp_status store_run(struct store *s, struct imp_error *err, const char *sql,
                          const char *format, ...) {
  struct store_rows rows;
  va_list args;
  va_start(args, format);
  prepare(s, &rows, sql, format, args);
  va_end(args);
  while (store_next(&rows)) continue;
  return store_end(&rows, err);
}

enum imp_status store_one(struct store *s, int64_t other, int64_t *out, struct imp_error *err,
                          const char *sql, const char *format, ...) {
  struct store_rows rows;
  va_list args;
  va_start(args, format);
  prepare(s, &rows, sql, format, args);
  va_end(args);
  *out = store_next(&rows) ? store_number(&rows, 0) : other;
  return store_end(&rows, err);
}

int64_t store_last_id(const struct store *s) {
  return sqlite3_last_insert_rowid(s->db);
}

int64_t store_changes(const struct store *s) {
  return sqlite3_changes(s->db);
}

enum imp_status store_begin(struct store *s, struct imp_error *err) {
  return store_run(s, err, "BEGIN IMMEDIATE", "");
}

enum imp_status store_finish(struct store *s, enum imp_status status, struct imp_error *err) {
  if (status == IMP_OK) status = store_run(s, err, "COMMIT", "");
  if (status != IMP_OK && !sqlite3_get_autocommit(s->db)) store_run(s, NULL, "ROLLBACK", "");
  return status;
}

/* ---- opening --------------------------------------------------------------------------------------------------- */

static enum imp_status pragma(struct store *s, const char *name, int64_t value,
                              struct imp_error *err) {
  char sql[80];
  sqlite3_snprintf((int)sizeof sql, sql, "PRAGMA %s = %lld", name, (long long)value);
  return store_run(s, err, sql, "");
}

/* Another run may have made it while this one waited for its turn: then it is there. */
static enum imp_status make(struct store *s, const struct store_form *form, struct imp_error *err) {
  int64_t tables = 0;
  enum imp_status status = store_begin(s, err);
  if (status != IMP_OK) return status;
  status = store_one(s, 0, &tables, err, "SELECT count(*) FROM sqlite_schema", "");
  if (status != IMP_OK || tables > 0) return store_finish(s, status, err);
  for (size_t i = 0; form->schema[i] != NULL && status == IMP_OK; i++)
    status = store_run(s, err, form->schema[i], "");
  if (status == IMP_OK) status = pragma(s, "application_id", form->application, err);
  if (status == IMP_OK) status = pragma(s, "user_version", form->version, err);
  return store_finish(s, status, err);
}

/* Tables that the full-text search keeps for itself are made by its own statement: they have no say here. */
static enum imp_status check_schema(struct store *s, const struct store_form *form,
                                    struct imp_error *err) {
  struct store_rows rows;
  size_t found = 0, wanted = 0;
  bool strange = false;
  while (form->schema[wanted] != NULL) wanted++;
  store_ask(s, &rows,
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'words_*'", "");
  while (store_next(&rows)) {
    const char *sql = store_text(&rows, 0);
    bool known = false;
    for (size_t i = 0; i < wanted && sql != NULL; i++)
      known = known || strcmp(sql, form->schema[i]) == 0;
    found += known;
    strange = strange || !known;
  }
  enum imp_status status = store_end(&rows, err);
  if (status != IMP_OK) return status;
  int64_t acts = 0;
  status = store_one(s, 0, &acts, err,
                     "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')", "");
  if (status != IMP_OK) return status;
  return strange || acts > 0 || found != wanted
             ? damaged(s, err, "its tables are not those of a desk")
             : IMP_OK;
}

/* A new file is given its form first. */
static enum imp_status make_if_empty(struct store *s, const struct store_form *form,
                                     struct imp_error *err) {
  int64_t application = 0, tables = 0;
  enum imp_status status = store_one(s, 0, &tables, err, "SELECT count(*) FROM sqlite_schema", "");
  if (status == IMP_OK) status = store_one(s, 0, &application, err, "PRAGMA application_id", "");
  return status == IMP_OK && tables == 0 && application == 0 ? make(s, form, err) : status;
}

/* Another run may have done it while this one waited: then nothing is left to do. */
static enum imp_status step_up(struct store *s, const struct store_form *form,
                               struct imp_error *err) {
  int64_t version = 0;
  if (access(s->path, W_OK) != 0)
    return error_set(err, IMP_IO, "desk.older", "make it writable once: it is brought up then",
                     "%s was written by an older program", s->path);
  enum imp_status status = store_run(s, err, "PRAGMA query_only = OFF", "");
  if (status == IMP_OK) status = store_begin(s, err);
  if (status != IMP_OK) return status;
  status = store_one(s, 0, &version, err, "PRAGMA user_version", "");
  bool old = status == IMP_OK && version == form->version - 1;
  for (size_t i = 0; old && form->step[i] != NULL && status == IMP_OK; i++)
    status = store_run(s, err, form->step[i], "");
  if (old && status == IMP_OK) status = check_schema(s, form, err);
  if (old && status == IMP_OK) status = pragma(s, "user_version", form->version, err);
  return store_finish(s, status, err);
}

static enum imp_status check_form(struct store *s, enum store_mode mode,
                                  const struct store_form *form, struct imp_error *err) {
  int64_t application = 0, version = 0;
  enum imp_status status = mode == STORE_MAKE ? make_if_empty(s, form, err) : IMP_OK;
  if (status == IMP_OK) status = store_one(s, 0, &application, err, "PRAGMA application_id", "");
  if (status == IMP_OK) status = store_one(s, 0, &version, err, "PRAGMA user_version", "");
  if (status != IMP_OK) return status;
  if (application != form->application) return not_a_desk(s, err);
  if (version > form->version)
    return error_set(err, IMP_IO, "desk.newer", "use the newer program",
                     "%s was written by a newer program (form %lld, here %d)", s->path,
                     (long long)version, (int)form->version);
  if (version == form->version - 1) {
    status = step_up(s, form, err);
    if (status == IMP_OK && mode == STORE_READ)
      status = store_run(s, err, "PRAGMA query_only = ON", "");
    if (status == IMP_OK) version = form->version;
    if (status != IMP_OK) return status;
  }
  return version == form->version ? check_schema(s, form, err)
                                  : damaged(s, err, "its form has no such number");
}

static enum imp_status settle(struct store *s, enum store_mode mode, struct imp_error *err) {
  sqlite3_busy_timeout(s->db, WAIT);
  sqlite3_extended_result_codes(s->db, 1);
  sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit(s->db, SQLITE_LIMIT_ATTACHED, 0);
  enum imp_status status = store_run(s, err, "PRAGMA cell_size_check = ON", "");
  if (status == IMP_OK) status = store_run(s, err, "PRAGMA foreign_keys = ON", "");
  return status == IMP_OK && mode == STORE_READ ? store_run(s, err, "PRAGMA query_only = ON", "")
                                                : status;
}

/* A name that SQLite reads as something else than a file is written so that it does not. */
static char *plain_path(const char *path) {
  bool special = path[0] == ':' || path[0] == '\0';
  size_t n = strlen(path);
  char *out = mem_alloc(n + 3);
  if (out == NULL) return NULL;
  memcpy(out, "./", 2);
  memcpy(out + (special ? 2 : 0), path, n + 1);
  return out;
}

static enum imp_status check_file(const struct store *s, enum store_mode mode,
                                  struct imp_error *err) {
  struct stat st;
  if (stat(s->path, &st) == 0 && !S_ISREG(st.st_mode)) return not_a_desk(s, err);
  if (stat(s->path, &st) != 0 && errno == ENOENT && mode != STORE_MAKE)
    return error_set(err, IMP_IO, "desk.none", "impost desk add FILE ... makes it",
                     "there is no desk %s", s->path);
  if (stat(s->path, &st) == 0 && mode != STORE_READ && access(s->path, W_OK) != 0)
    return failed(s, SQLITE_READONLY, err);
  return IMP_OK;
}

enum imp_status store_open(const char *path, enum store_mode mode, const struct store_form *form,
                           struct store **out, struct imp_error *err) {
  /* Reading too may have to take back what a run that was cut off had begun. */
  static const int flags[] = {SQLITE_OPEN_READWRITE, SQLITE_OPEN_READWRITE,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
  struct store *s = *out = mem_alloc(sizeof *s);
  if (s == NULL || (s->path = plain_path(path)) == NULL) {
    store_close(s);
    *out = NULL;
    return error_no_memory(err);
  }
  enum imp_status status = check_file(s, mode, err);
  if (status == IMP_OK) {
    int code = sqlite3_open_v2(s->path, &s->db, flags[mode], NULL);
    if (code != SQLITE_OK) status = failed(s, code, err);
  }
  if (status == IMP_OK) status = settle(s, mode, err);
  if (status == IMP_OK) status = check_form(s, mode, form, err);
  if (status == IMP_OK) return IMP_OK;
  store_close(s);
  *out = NULL;
  return status;
}

void store_close(struct store *s) {
  if (s == NULL) return;
  sqlite3_close_v2(s->db);
  mem_free(s->path);
  mem_free(s);
}
