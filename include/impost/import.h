// SPDX-License-Identifier: Apache-2.0
// A further official edition of the tariff schedule into the tables of a law folder.
//
// The export of the International Trade Commission (JSON or CSV, the whole schedule) is read, compared with
// the edition held, and folded into us/schedule.tsv and us/renumbered.tsv. What is not understood is
// refused by name, and then nothing is written. docs/import.md tells the rest.
#ifndef IMPOST_IMPORT_H
#define IMPOST_IMPORT_H

#include "impost/error.h"
#include "impost/law.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_import_options {
  const char *file; /* the export; at most 64 MiB */
  const char *date; /* YYYY-MM-DD: the edition's first day, later than the last edition held */
  const char *name; /* "2026 revision 11", as it shall stand in the table's head */
  /* Folder with us/schedule.tsv and us/renumbered.tsv, the tables held; without them the edition is
   * the first one. */
  const char *law;
  /* Folder that us/... is written below, often `law` again; NULL: no table is written. */
  const char *out;
  /* Export of the last edition held, whose texts tell where goods went; NULL: the local file of texts when
   * it is of that edition. */
  const char *before;
  const char *corrections; /* file of corrections, or NULL */
  const char *goods; /* local file of texts; NULL: in the user's data folder; "": none is kept */
  int dry_run;       /* nothing is written */
  int json;          /* what changed, as JSON */
};

/* Appends what the edition changes to `out`, or the findings. IMP_OK; IMP_FINDINGS: something was not understood
 * and nothing is written; IMP_USAGE: date, name or corrections are wrong; IMP_IO; IMP_NO_MEMORY.
 * Either both tables are written or none. Of the edition that is held already (same day, same lines)
 * only the local file of texts is written. */
enum imp_status imp_import_hts(const struct imp_import_options *options, struct imp_text *out,
                               struct imp_error *err);

/* Folds the editions of a list, oldest first, into tables made from nothing, and compares them with those of
 * the folder `law` (NULL: not), byte by byte. `folder` (NULL: not) gets the tables below us/.
 * IMP_FINDINGS when they differ or an edition is not understood. */
enum imp_status imp_import_replay(const char *list, const char *law, const char *folder, int json,
                                  struct imp_text *out, struct imp_error *err);

/* The library that reads official JSON, with its version: "jansson 2.14". */
const char *imp_import_reader(void);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
