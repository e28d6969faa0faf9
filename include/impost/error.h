// SPDX-License-Identifier: Apache-2.0
// How a call says that it cannot go on.
#ifndef IMPOST_ERROR_H
#define IMPOST_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

/* Also the exit codes of the program where one exists for the case. */
enum imp_status {
  IMP_OK = 0,
  IMP_FINDINGS = 1,   /* a check found something */
  IMP_USAGE = 2,      /* the call's words are wrong */
  IMP_REFUSED = 3,    /* a line could not be judged */
  IMP_PROHIBITED = 4, /* a line may not enter */
  IMP_IO = 5,         /* cannot read or write */
  IMP_NO_MEMORY = 6
};

/* Filled by the failing call; the caller owns it. `id` is stable and stands in docs/diagnostics.md. */
struct imp_error {
  enum imp_status status;
  char id[48];
  char message[512]; /* plain words, no newline at the end */
  char next[256];    /* what to do next; may be empty */
};

#ifdef __cplusplus
}
#endif
#endif
