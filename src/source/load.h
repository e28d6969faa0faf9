// SPDX-License-Identifier: Apache-2.0
// Inside the source room: one edition loaded with its corrections, and the tables it is folded into.
#ifndef IMPOST_SOURCE_LOAD_H
#define IMPOST_SOURCE_LOAD_H

#include "source/source.h"

struct source_loaded { /* an edition, or the texts of one */
  struct arena arena;
  struct diag_list diags;
  struct source_file file;
  struct source_rows rows;
  struct source_lines lines;
};

/* Reads an export and applies its corrections; `was` and `before` (may be NULL) serve "keep". Findings are
 * IMP_OK here: look at file.findings. */
enum imp_status source_load(struct source_loaded *l, const char *path,
                            const struct source_fixes *fixes, const struct source_table *was,
                            const struct source_lines *before, struct imp_error *err);
/* Only the texts of an export. */
enum imp_status source_load_texts(struct source_loaded *l, const char *path, struct imp_error *err);
/* The texts of the local file, and the day of its edition; DAY_FIRST: there is no such file. */
enum imp_status source_load_goods(struct source_loaded *l, const char *path, imp_day *day,
                                  struct imp_error *err);
void source_loaded_free(struct source_loaded *l);
size_t source_numbers_count(const struct source_lines *lines);

struct source_tables { /* both tables, at one edition */
  struct arena arena;
  struct source_table table;
  struct source_moves moves;
};

enum imp_status source_tables_read(struct source_tables *t, const char *folder,
                                   struct imp_error *err);
/* The tables one edition later; `fresh` gets the moves of this edition alone. */
enum imp_status source_tables_fold(struct source_tables *t, const struct source_loaded *edition,
                                   const struct source_lines *before,
                                   const struct source_fixes *fixes, imp_day day, const char *name,
                                   struct source_moves *fresh, struct imp_error *err);
/* FOLDER/us/renumbered.tsv and FOLDER/us/schedule.tsv: both or none. Folders are made. */
enum imp_status source_tables_write(const struct source_tables *t, const char *folder,
                                    struct imp_error *err);
void source_tables_free(struct source_tables *t);

/* Folders of a path that are not there, up to the last slash. */
enum imp_status source_make_folders(const char *path, struct imp_error *err);

#endif
