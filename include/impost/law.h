// SPDX-License-Identifier: Apache-2.0
// Opening the law: law text, lists and tables of one folder, ready to be asked.
#ifndef IMPOST_LAW_H
#define IMPOST_LAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "impost/error.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_law; /* opaque; immutable once open, may be read by many threads */

/* Opens the law in `folder` (the one that holds places.tsv and us/). Law text with errors is refused
 * with IMP_FINDINGS and the first diagnostic in err; imp_check prints them all. Free with imp_law_free. */
enum imp_status imp_law_open(const char *folder, struct imp_law **out, struct imp_error *err);
void imp_law_free(struct imp_law *law);

/* First folder that holds law: `given` (may be NULL), then IMPOST_LAW, then `law` beside the program
 * (argv0 resolved), then the installed share. Writes the path (NUL-terminated) into `path`. */
enum imp_status imp_law_find(const char *given, const char *argv0, char *path, size_t size,
                             struct imp_error *err);

/* 64 hex digits of law text, lists and the tables an answer rests on: another one when any of them differs. */
const char *imp_law_digest(const struct imp_law *law);
/* The files an answer rests on, as they were read: law text, lists, tables. `sha256` is 64 hex digits. */
struct imp_law_file {
  const char *path; /* below the folder; lives as long as the law */
  char sha256[65];
};
uint32_t imp_law_file_count(const struct imp_law *law);
void imp_law_file(const struct imp_law *law, uint32_t i, struct imp_law_file *out);
const char *imp_law_folder(const struct imp_law *law);
const char *imp_law_newest_known(const struct imp_law *law); /* YYYY-MM-DD: the default of known */
/* Day up to which the sources of the place lines enter by default were read; "" when the law does not say. */
const char *imp_law_read_through(const struct imp_law *law);
/* The same of the law of a place as typed (code or name; NULL and "": the default one, as for a place without law). */
const char *imp_law_read_of(const struct imp_law *law, const char *place);
/* Of the i-th place whose law says it, its code into `place`; NULL: no more. */
const char *imp_law_read_at(const struct imp_law *law, uint32_t i, char place[3]);
/* The place whose ordinary rates the tables hold, which lines that name no other enter: ISO 3166-1 alpha-2 into `out`.
 * False: there is none. */
bool imp_law_home(const struct imp_law *law, char out[3]);
/* Whether a place as typed (code or name; NULL and "" too) is that place. */
bool imp_law_is_home(const struct imp_law *law, const char *place);

/* The facts of a line the law asks for, in order of their names: what each is, and how it is told. */
struct imp_fact {
  const char *name; /* "loaded" */
  const char *
      type; /* day, dollars, share, quantity, countries, part of the value, one word, any of these, yes or no, claim,
               somebody, text */
  const char
      *values; /* the words it may be, the symbols of a claim, the unit of a quantity; or "" */
  const char *otherwise; /* what is presumed when nobody says; NULL: nothing */
  const char *question;  /* in the law's words; may be empty */
  const char *written;   /* as it is typed: "--fact loaded=2025-04-04" */
};
struct imp_facts; /* owns the list and its texts; free with imp_facts_free */
enum imp_status imp_facts(const struct imp_law *law, struct imp_facts **out, struct imp_error *err);
/* Those of a case of a control and of a call at a port: licence.h, portfee.h. */
enum imp_status imp_case_facts(const struct imp_law *law, struct imp_facts **out,
                               struct imp_error *err);
uint32_t imp_facts_count(const struct imp_facts *f);
const struct imp_fact *imp_facts_at(const struct imp_facts *f, uint32_t i);
void imp_facts_free(struct imp_facts *f);

/* Growing text owned by the caller; start from {0}, release with imp_text_free. */
struct imp_text {
  char *p; /* NUL-terminated, NULL when empty */
  size_t n;
  size_t cap;
};
void imp_text_free(struct imp_text *t);

struct imp_check_options {
  const char
      *only; /* one named check, NULL: all: parse names dates cited speaks circle dead narrowed
                       lists parts questions asserts cases format printed */
  int json;
  uint32_t
      jobs; /* threads it may use, at least 1; two are of use. What is found is the same for any number */
};
/* Checks a folder (or one file) and writes findings. IMP_OK, IMP_FINDINGS or why it could not go on. */
enum imp_status imp_check(const char *folder, const struct imp_check_options *options,
                          struct imp_text *out, struct imp_error *err);

/* One spelling of a law, list or case text. IMP_FINDINGS when the text cannot be read. */
enum imp_status imp_format(const char *bytes, size_t n, struct imp_text *out,
                           struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
