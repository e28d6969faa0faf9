// SPDX-License-Identifier: Apache-2.0
// Opening a folder of law for the public API, and finding it.
#include "book/open.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lanes.h"

#ifndef IMPOST_SHARE
#define IMPOST_SHARE "/usr/local/share/impost"
#endif

static enum imp_status first_finding(const struct diag_list *diags, struct imp_error *err) {
  const struct diag *d = diags->items;
  for (size_t i = 0; i < diags->count && d->level != DIAG_ERROR; i++) d = &diags->items[i];
  error_set(err, IMP_FINDINGS, d->id, "run `impost check` to see all findings", "%s:%u:%u: %s",
            d->file, (unsigned)d->line, (unsigned)d->col, d->message);
  return IMP_FINDINGS;
}

static void print_day(imp_day d, char out[16]) {
  int year, month, day;
  if (d == DAY_FIRST || d == DAY_NEVER) return;
  day_split(d, &year, &month, &day);
  snprintf(out, 16, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

/* Each jurisdiction has a horizon of its own; that of the law at large is the one of the place lines enter by default. */
static bool set_days(struct imp_law *l) {
  const struct law *law = l->law;
  print_day(law->newest_known, l->newest_known);
  l->reads = mem_alloc((law->jurisdiction_count + 1u) * sizeof *l->reads);
  if (!l->reads) return false;
  for (uint32_t i = 0; i < law->jurisdiction_count; i++) {
    const struct law_jurisdiction *j = &law->jurisdictions[i];
    if (j->read_through == DAY_NEVER) continue;
    struct law_read *r = &l->reads[l->read_count++];
    r->place = j->place;
    r->day[0] = '\0';
    print_day(j->read_through, r->day);
    if (j->place == law->home || !l->read_through[0])
      memcpy(l->read_through, r->day, sizeof r->day);
  }
  return true;
}

/* What every answer rests on, in 64 digits: SHA-256 over the digest of the law text and, of each table, its path, a zero byte,
 * its length, a zero byte, and its lanes in hexadecimal. */
static bool set_stamp(struct imp_law *l) {
  struct names_text texts[NAMES_TEXTS];
  struct buf framed = {0};
  names_texts(l->names, texts);
  buf_puts(&framed, l->law->digest);
  for (size_t i = 0; i < NAMES_TEXTS; i++) {
    uint64_t lanes[LANES];
    lanes_of(texts[i].bytes, lanes);
    buf_printf(&framed, "%s%c%zu%c", texts[i].path, 0, texts[i].bytes.n, 0);
    for (size_t k = 0; k < LANES; k++) buf_printf(&framed, "%016llx", (unsigned long long)lanes[k]);
  }
  bool good = !framed.failed;
  if (good) law_sha256(buf_str(&framed), l->stamp);
  buf_free(&framed);
  return good;
}

enum imp_status imp_law_open(const char *folder, struct imp_law **out, struct imp_error *err) {
  struct diag_list diags = {0};
  *out = NULL;
  struct imp_law *l = mem_alloc(sizeof *l);
  if (!l) return error_no_memory(err);
  enum imp_status status = law_load(folder, &l->law, &diags, err);
  if (status == IMP_OK && diags.failed) status = error_no_memory(err);
  if (status == IMP_OK && diags.errors) status = first_finding(&diags, err);
  if (status == IMP_OK) status = names_load(folder, &l->names, err);
  if (status == IMP_OK) status = law_load_doubtful(folder, &l->doubtful, err);
  diag_free(&diags);
  l->folder = mem_alloc(strlen(folder) + 1);
  if (status == IMP_OK && !l->folder) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_law_free(l);
    return status;
  }
  memcpy(l->folder, folder, strlen(folder) + 1);
  if (!set_days(l) || !set_stamp(l)) {
    imp_law_free(l);
    return error_no_memory(err);
  }
  *out = l;
  return IMP_OK;
}

void imp_law_free(struct imp_law *l) {
  if (!l) return;
  law_free(l->law);
  law_free(l->doubtful);
  names_free(l->names);
  mem_free(l->reads);
  mem_free(l->folder);
  mem_free(l);
}

static bool holds_law(const char *folder) {
  char path[4096];
  int n = snprintf(path, sizeof path, "%s/places.tsv", folder);
  return n > 0 && (size_t)n < sizeof path && file_exists(path);
}

/* The folder the program lies in, links followed. */
static bool program_folder(const char *argv0, char *out, size_t size) {
  char real[4096];
  ssize_t n = readlink("/proc/self/exe", real, sizeof real - 1);
  if (n > 0)
    real[n] = 0;
  else if (!argv0 || strlen(argv0) >= sizeof real)
    return false;
  else
    memcpy(real, argv0, strlen(argv0) + 1);
  char *slash = strrchr(real, '/');
  if (!slash || (size_t)(slash - real) + 1 > size) return false;
  memcpy(out, real, (size_t)(slash - real));
  out[slash - real] = 0;
  return true;
}

static enum imp_status take(const char *folder, char *path, size_t size, struct imp_error *err) {
  if (strlen(folder) >= size)
    return error_set(err, IMP_USAGE, "usage.law", "", "the path of the law is too long");
  memcpy(path, folder, strlen(folder) + 1);
  if (holds_law(folder)) return IMP_OK;
  return error_set(err, IMP_IO, "usage.law", "name the folder that holds places.tsv and us/",
                   "there is no law in \"%.300s\"", folder);
}

enum imp_status imp_law_find(const char *given, const char *argv0, char *path, size_t size,
                             struct imp_error *err) {
  char beside[4200], folder[4096];
  const char *set = getenv("IMPOST_LAW");
  if (given && *given) return take(given, path, size, err);
  if (set && *set) return take(set, path, size, err);
  if (program_folder(argv0, folder, sizeof folder)) {
    snprintf(beside, sizeof beside, "%s/law", folder);
    if (holds_law(beside)) return take(beside, path, size, err);
    snprintf(beside, sizeof beside, "%s/../share/impost/law", folder);
    if (holds_law(beside)) return take(beside, path, size, err);
  }
  if (holds_law(IMPOST_SHARE "/law")) return take(IMPOST_SHARE "/law", path, size, err);
  return error_set(err, IMP_IO, "usage.law", "say where it is: --law FOLDER or IMPOST_LAW=FOLDER",
                   "no law was found beside the program or in the installed share");
}

const char *imp_law_digest(const struct imp_law *l) {
  return l->stamp;
}

uint32_t imp_law_file_count(const struct imp_law *l) {
  return l->law->file_count + NAMES_TEXTS;
}

void imp_law_file(const struct imp_law *l, uint32_t i, struct imp_law_file *out) {
  struct names_text texts[NAMES_TEXTS];
  names_texts(l->names, texts);
  bool table = i >= l->law->file_count;
  out->path = table ? texts[i - l->law->file_count].path : l->law->files[i].path;
  law_sha256(table ? texts[i - l->law->file_count].bytes : l->law->files[i].bytes, out->sha256);
}

const char *imp_law_folder(const struct imp_law *l) {
  return l->folder;
}
const char *imp_law_newest_known(const struct imp_law *l) {
  return l->newest_known;
}
const char *imp_law_read_through(const struct imp_law *l) {
  return l->read_through;
}

const char *imp_law_read_at(const struct imp_law *l, uint32_t i, char place[3]) {
  if (i >= l->read_count) return NULL;
  place[0] = (char)(l->reads[i].place >> 8);
  place[1] = (char)(l->reads[i].place & 0xff);
  place[2] = '\0';
  return l->reads[i].day;
}

const char *imp_law_read_of(const struct imp_law *l, const char *place) {
  struct str typed = str_trim(str_of(place));
  uint16_t at = typed.n ? names_place_find(l->names, typed) : l->law->home;
  for (uint32_t i = 0; i < l->read_count; i++)
    if (l->reads[i].place == at) return l->reads[i].day;
  return l->read_through;
}

bool imp_law_home(const struct imp_law *l, char out[3]) {
  uint16_t home = l->law->home;
  out[0] = (char)(home >> 8);
  out[1] = (char)(home & 0xff);
  out[2] = '\0';
  return home != 0;
}

bool imp_law_is_home(const struct imp_law *l, const char *place) {
  struct str typed = str_trim(str_of(place));
  uint16_t at = typed.n ? names_place_find(l->names, typed) : l->law->home;
  return at != 0 && at == l->law->home;
}

void imp_text_free(struct imp_text *t) {
  mem_free(t->p);
  *t = (struct imp_text){0};
}
