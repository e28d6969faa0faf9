// SPDX-License-Identifier: Apache-2.0
// All editions of a list, one by one, into tables made from nothing: the proof that folding further editions
// gives the tables that are shipped (docs/import.md).
#include <string.h>

#include "base/file.h"
#include "impost/import.h"
#include "source/load.h"

struct replaying {
  struct arena arena;
  struct source_list list;
  struct source_tables tables;
  struct source_loaded before, edition;
  struct buf *out;
  bool json;
  struct imp_error *err;
};

static enum imp_status refuse(struct replaying *r, const struct source_edition *e) {
  if (r->json) {
    source_findings_json(&r->edition.file, r->out);
  } else {
    diag_print(&r->edition.diags, r->out);
  }
  return error_set(r->err, IMP_FINDINGS, "import.refused", "Write corrections below the edition.",
                   "%s: %u findings.", e->name, r->edition.file.findings);
}

static void say_edition(struct replaying *r, const struct source_edition *e,
                        const struct source_diff *d, const struct source_moves *m) {
  uint32_t moved = 0;
  for (size_t i = 0; i < m->count; i++) {
    moved += m->items[i].kind == SOURCE_MOVED;
  }
  if (r->json) {
    return;
  }
  buf_printf(r->out, "%-18s ", e->name);
  day_print(e->dated ? e->day : DAY_NEVER, r->out);
  buf_printf(
      r->out,
      "%s  lines %zu, born %u, ended %u; numbers %zu, born %u, ended %u, pairs %u; general %u, "
      "special %u, column 2 %u, units %u\n",
      e->dated ? "" : "         ", r->edition.lines.count, d->counts[SOURCE_LINE_BORN],
      d->counts[SOURCE_LINE_ENDED], source_numbers_count(&r->edition.lines),
      d->counts[SOURCE_NUMBER_BORN], d->counts[SOURCE_NUMBER_ENDED], moved,
      d->counts[SOURCE_GENERAL_CHANGED], d->counts[SOURCE_SPECIAL_CHANGED],
      d->counts[SOURCE_COLUMN2_CHANGED], d->counts[SOURCE_UNITS_CHANGED]);
}

static enum imp_status fold(struct replaying *r, const struct source_edition *e) {
  struct source_diff diff = {0};
  struct source_moves fresh = {0};
  enum imp_status status = IMP_OK;
  if (r->tables.table.count > 0 && e->dated && e->day <= r->tables.table.last) {
    return error_set(r->err, IMP_USAGE, "import.date", "Write the oldest edition first.",
                     "%s is not later than the edition before it.", e->name);
  }
  if (!e->dated && source_table_differs(&r->tables.table, &r->edition.lines)) {
    return error_set(r->err, IMP_FINDINGS, "import.date", "Give the edition its first day.",
                     "%s has no day and changes chapters 1 to 97.", e->name);
  }
  if (!source_diff_make(&r->tables.table, &r->edition.lines, &diff)) {
    status = error_no_memory(r->err);
  }
  if (status == IMP_OK && e->dated) {
    status = source_tables_fold(&r->tables, &r->edition, &r->before.lines, &e->fixes, e->day,
                                e->name, &fresh, r->err);
  }
  if (status == IMP_OK) {
    say_edition(r, e, &diff, &fresh);
  }
  source_diff_free(&diff);
  source_moves_free(&fresh);
  return status;
}

static enum imp_status one_edition(struct replaying *r, const struct source_edition *e) {
  enum imp_status status =
      source_load(&r->edition, e->path, &e->fixes, &r->tables.table, &r->before.lines, r->err);
  if (status == IMP_OK && r->edition.file.findings > 0) {
    status = refuse(r, e);
  } else if (status == IMP_OK) {
    status = fold(r, e);
  }
  source_loaded_free(&r->before);
  r->before = r->edition;
  r->before.file.arena = &r->before.arena;
  r->before.file.diags = &r->before.diags;
  r->edition = (struct source_loaded){0};
  return status;
}

/* ---- comparing ---- */

static uint32_t first_difference(struct str a, struct str b) {
  uint32_t line = 1;
  for (size_t i = 0; i < a.n && i < b.n && a.p[i] == b.p[i]; i++) {
    line += a.p[i] == '\n';
  }
  return line;
}

static enum imp_status compare(struct replaying *r, const char *law, const char *name,
                               struct str made, bool *same) {
  struct arena a = {0};
  struct buf path = {0};
  struct str held = {NULL, 0};
  buf_printf(&path, "%s/us/%s", law, name);
  enum imp_status status =
      path.failed ? error_no_memory(r->err) : file_read(&a, path.p, 0, &held, r->err);
  if (status == IMP_OK) {
    bool equal = str_eq(held, made);
    *same = *same && equal;
    if (r->json) {
      buf_puts(r->out, "{\"table\":");
      source_json_string(str_of(name), r->out);
      buf_printf(r->out, ",\"bytes\":%zu,\"same\":%s}\n", made.n, equal ? "true" : "false");
    } else if (equal) {
      buf_printf(r->out, "%s: the same, %zu bytes\n", name, made.n);
    } else {
      buf_printf(r->out, "%s: differs from line %u on\n", name, first_difference(held, made));
    }
  }
  buf_free(&path);
  arena_free(&a);
  return status;
}

static enum imp_status compare_both(struct replaying *r, const char *law) {
  struct buf schedule = {0}, pairs = {0};
  bool same = true;
  source_table_print(&r->tables.table, &schedule);
  source_moves_print(&r->tables.moves, &pairs);
  enum imp_status status = schedule.failed || pairs.failed
                               ? error_no_memory(r->err)
                               : compare(r, law, "schedule.tsv", buf_str(&schedule), &same);
  if (status == IMP_OK) {
    status = compare(r, law, "renumbered.tsv", buf_str(&pairs), &same);
  }
  buf_free(&schedule);
  buf_free(&pairs);
  if (status == IMP_OK && !same) {
    return error_set(r->err, IMP_FINDINGS, "import.replay", "Find out which of the two is wrong.",
                     "The tables of the list are not those of %s.", law);
  }
  return status;
}

static enum imp_status run(struct replaying *r, const char *path, const char *law,
                           const char *folder) {
  enum imp_status status = source_list_read(&r->arena, path, false, &r->list, r->err);
  if (status == IMP_OK && (r->list.count == 0 || !r->list.items[0].dated)) {
    status = error_set(r->err, IMP_USAGE, "import.corrections", "See docs/import.md for the lines.",
                       "%s: the first edition has no day, or there is none.", path);
  }
  for (size_t i = 0; i < r->list.count && status == IMP_OK; i++) {
    status = one_edition(r, &r->list.items[i]);
  }
  if (status == IMP_OK && folder != NULL) {
    status = source_tables_write(&r->tables, folder, r->err);
  }
  return status == IMP_OK && law != NULL ? compare_both(r, law) : status;
}

enum imp_status imp_import_replay(const char *list, const char *law, const char *folder, int json,
                                  struct imp_text *out, struct imp_error *err) {
  struct buf text = {.p = out->p, .n = out->n, .cap = out->cap};
  struct replaying r = {.out = &text, .json = json != 0, .err = err};
  r.tables.table = (struct source_table){.first = DAY_FIRST, .last = DAY_FIRST};
  enum imp_status status = run(&r, list, law, folder);
  source_loaded_free(&r.before);
  source_loaded_free(&r.edition);
  source_tables_free(&r.tables);
  source_list_free(&r.list);
  arena_free(&r.arena);
  status = text.failed ? error_no_memory(err) : status;
  *out = (struct imp_text){text.p, text.n, text.cap};
  return status;
}
