// SPDX-License-Identifier: Apache-2.0
// Both tables of a law folder: read, one edition later, written whole or not at all.
//
// The schedule is written last: its "# editions" line is what says that an edition is held. Should the
// machine stop between the two files, the import is done once more, and the pairs are the same again.
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "source/load.h"

enum imp_status source_tables_read(struct source_tables *t, const char *folder,
                                   struct imp_error *err) {
  *t = (struct source_tables){0};
  enum imp_status status = source_table_read(&t->arena, folder, &t->table, err);
  if (status == IMP_OK) {
    status = source_moves_read(&t->arena, folder, &t->moves, err);
  }
  return status;
}

void source_tables_free(struct source_tables *t) {
  source_table_free(&t->table);
  source_moves_free(&t->moves);
  arena_free(&t->arena);
}

static bool add_all(struct source_moves *to, const struct source_moves *from) {
  for (size_t i = 0; i < from->count; i++) {
    if (!source_move_add(to, &from->items[i])) {
      return false;
    }
  }
  source_moves_sort(to);
  return true;
}

enum imp_status source_tables_fold(struct source_tables *t, const struct source_loaded *edition,
                                   const struct source_lines *before,
                                   const struct source_fixes *fixes, imp_day day, const char *name,
                                   struct source_moves *fresh, struct imp_error *err) {
  static const struct source_lines none = {0};
  struct source_table next = {0};
  if (!source_moves_find(&t->table, before != NULL ? before : &none, &edition->lines, fixes, day,
                         fresh) ||
      !source_table_fold(&t->arena, &t->table, &edition->lines, day, str_of(name), &next)) {
    return error_no_memory(err);
  }
  source_table_free(&t->table);
  t->table = next;
  source_moves_sort(fresh);
  return add_all(&t->moves, fresh) ? IMP_OK : error_no_memory(err);
}

enum imp_status source_make_folders(const char *path, struct imp_error *err) {
  struct buf b = {0};
  enum imp_status status = IMP_OK;
  for (const char *p = path; *p != '\0' && status == IMP_OK; p++) {
    if (*p == '/' && b.n > 0 && !b.failed && mkdir(b.p, 0777) != 0 && errno != EEXIST &&
        !file_is_dir(b.p)) {
      status = error_set(err, IMP_IO, "io.write", "Check the folder and its rights.",
                         "Cannot make the folder %s: %s.", b.p, strerror(errno));
    }
    buf_putc(&b, *p);
  }
  status = b.failed ? error_no_memory(err) : status;
  buf_free(&b);
  return status;
}

/* Puts the table of pairs back as it was; the error of the schedule stands. */
static void undo(const char *path, bool was_there, struct str old) {
  if (was_there) {
    file_write_whole(path, old, NULL);
  } else {
    unlink(path);
  }
}

static enum imp_status write_both(const struct source_tables *t, const char *pairs_path,
                                  const char *schedule_path, struct imp_error *err) {
  struct arena a = {0};
  struct buf pairs = {0}, schedule = {0};
  struct str old = {NULL, 0};
  bool there = file_exists(pairs_path);
  source_moves_print(&t->moves, &pairs);
  source_table_print(&t->table, &schedule);
  enum imp_status status = pairs.failed || schedule.failed ? error_no_memory(err) : IMP_OK;
  if (status == IMP_OK && there) {
    status = file_read(&a, pairs_path, 0, &old, err);
  }
  if (status == IMP_OK) {
    status = file_write_whole(pairs_path, buf_str(&pairs), err);
    if (status == IMP_OK) {
      status = file_write_whole(schedule_path, buf_str(&schedule), err);
      if (status != IMP_OK) {
        undo(pairs_path, there, old);
      }
    }
  }
  buf_free(&pairs);
  buf_free(&schedule);
  arena_free(&a);
  return status;
}

enum imp_status source_tables_write(const struct source_tables *t, const char *folder,
                                    struct imp_error *err) {
  struct buf pairs = {0}, schedule = {0};
  buf_printf(&pairs, "%s/us/renumbered.tsv", folder);
  buf_printf(&schedule, "%s/us/schedule.tsv", folder);
  enum imp_status status =
      pairs.failed || schedule.failed ? error_no_memory(err) : source_make_folders(schedule.p, err);
  if (status == IMP_OK) {
    status = write_both(t, pairs.p, schedule.p, err);
  }
  buf_free(&pairs);
  buf_free(&schedule);
  return status;
}
