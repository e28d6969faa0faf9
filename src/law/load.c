// SPDX-License-Identifier: Apache-2.0
// Reading the law: the files of a folder, or texts in memory, into one checked law.
//
// Files are read in byte order of their paths and their bytes stay in the law's arena: names, texts and
// findings point into them. The digest is SHA-256 over, for each file, its path, a zero byte, its length in
// decimal, a zero byte, and its bytes. Findings never stop the reading; only memory and the disk do.
#include <sha256.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "law/check.h"
#include "law/link.h"
#include "law/parse.h"

#define FILE_MOST  (16u << 20) /* bytes of one file */
#define LAW_MOST   (64u << 20) /* bytes of all */
#define FILES_MOST 10000u

static bool is_ascii(struct str s) {
  uint64_t high = 0;
  size_t i = 0;
  for (; i + 8 <= s.n; i += 8) {
    uint64_t w;
    memcpy(&w, s.p + i, 8);
    high |= w;
  }
  for (; i < s.n; i++) high |= (uint64_t)(unsigned char)s.p[i];
  return (high & 0x8080808080808080u) == 0;
}

/* One finding per file. Each byte that is not UTF-8 is read as '?', so that the rest is read as it stands. */
static bool check_utf8(struct law *law, uint32_t file, struct findings *found) {
  struct str *bytes = &law->files[file].bytes;
  size_t bad, line_start = 0;
  if (is_ascii(*bytes) || str_utf8_valid(*bytes, &bad)) return true;
  struct law_pos pos = {file, 1, 1};
  for (size_t i = 0; i < bad; i++) {
    if (bytes->p[i] == '\n') {
      pos.line++;
      line_start = i + 1;
    }
  }
  pos.col = 1 + (uint32_t)str_utf8_columns(str_sub(*bytes, line_start, bad));
  unsigned value = (unsigned char)bytes->p[bad];
  char *copy = arena_copy(&law->arena, bytes->p, bytes->n);
  if (!copy) return false;
  for (size_t from = 0; from < bytes->n; from += bad + 1) {
    if (str_utf8_valid((struct str){copy + from, bytes->n - from}, &bad)) break;
    copy[from + bad] = '?';
  }
  bytes->p = copy;
  finding(found, LAW_PARSE_UTF8, pos, 1, "Save the file as UTF-8.",
          "the byte 0x%02x is not UTF-8 here", value);
  return true;
}

static void hex_of(SHA256_CTX *ctx, char hex[65]) {
  uint8_t sum[SHA256_DIGEST_LENGTH];
  SHA256_Final(sum, ctx);
  for (size_t i = 0; i < sizeof sum; i++) snprintf(hex + 2 * i, 3, "%02x", sum[i]);
}

void law_sha256(struct str bytes, char hex[65]) {
  SHA256_CTX ctx;
  SHA256_Init(&ctx);
  SHA256_Update(&ctx, (const uint8_t *)bytes.p, bytes.n);
  hex_of(&ctx, hex);
}

static void digest(struct law *law) {
  SHA256_CTX ctx;
  SHA256_Init(&ctx);
  for (uint32_t i = 0; i < law->file_count; i++) {
    const struct law_file *f = &law->files[i];
    char length[24];
    int n = snprintf(length, sizeof length, "%zu", f->bytes.n);
    SHA256_Update(&ctx, (const uint8_t *)f->path, strlen(f->path) + 1);
    SHA256_Update(&ctx, (const uint8_t *)length, (size_t)n + 1);
    SHA256_Update(&ctx, (const uint8_t *)f->bytes.p, f->bytes.n);
  }
  hex_of(&ctx, law->digest);
}

static bool ends_in(const char *path, const char *ending) {
  size_t n = strlen(path), m = strlen(ending);
  return n >= m && memcmp(path + n - m, ending, m) == 0;
}

/* Of the tables below a law folder only those of `table` blocks are law: they stand in folders `tables`. */
static bool is_law(const char *path) {
  return !ends_in(path, ".tsv") || strncmp(path, "tables/", 7) == 0 || strstr(path, "/tables/");
}

static bool parse_all(struct law *law, struct findings *found) {
  struct parser ps;
  bool good = true;
  parser_start(&ps, law, found);
  for (uint32_t i = 0; i < law->file_count && good; i++) {
    good = check_utf8(law, i, found) &&
           (ends_in(law->files[i].path, ".tsv") || parse_file(&ps, i)); /* tables: link_tables.c */
  }
  good = good && parser_finish(&ps);
  parser_free(&ps);
  return good;
}

/* Law that nobody is to rest on (`doubtful`) is neither checked nor has a digest. */
static enum imp_status finish(struct law *law, bool doubtful, struct law **out,
                              struct diag_list *diags, struct imp_error *err) {
  struct findings found = {.law = law, .diags = diags};
  if (!doubtful) digest(law);
  if (!parse_all(law, &found) || !law_link(law, &found) || (!doubtful && !law_check(law, &found)) ||
      diags->failed) {
    law_free(law);
    return error_no_memory(err);
  }
  diag_sort(diags);
  *out = law;
  return IMP_OK;
}

static struct law *new_law(size_t files) {
  struct law *law = mem_alloc(sizeof *law);
  if (!law) return NULL;
  law->newest_known = DAY_FIRST;
  law->files = arena_array(&law->arena, files ? files : 1, sizeof *law->files);
  if (!law->files) {
    law_free(law);
    return NULL;
  }
  return law;
}

static enum imp_status too_large(struct law *law, struct imp_error *err) {
  law_free(law);
  return error_set(err, IMP_IO, "parse.size", "Read a part of it.",
                   "the law has more files or bytes than may be read");
}

enum imp_status law_load_texts(const struct law_text *texts, uint32_t count, struct law **out,
                               struct diag_list *diags, struct imp_error *err) {
  struct law *law = new_law(count);
  size_t total = 0;
  *out = NULL;
  if (!law) return error_no_memory(err);
  for (uint32_t i = 0; i < count; i++) {
    struct law_file *f = &law->files[law->file_count++];
    total += texts[i].bytes.n;
    if (texts[i].bytes.n > FILE_MOST || total > LAW_MOST || count > FILES_MOST)
      return too_large(law, err);
    f->path = str_dup(&law->arena, str_of(texts[i].path));
    if (!f->path || !str_copy(&law->arena, texts[i].bytes, &f->bytes)) {
      law_free(law);
      return error_no_memory(err);
    }
  }
  return finish(law, false, out, diags, err);
}

static enum imp_status read_files(struct law *law, const char *folder, const struct file_list *list,
                                  struct imp_error *err) {
  size_t total = 0;
  for (size_t i = 0; i < list->count; i++) {
    if (!is_law(list->paths[i])) continue;
    struct law_file *f = &law->files[law->file_count];
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/%s", folder, list->paths[i]);
    if (n < 0 || (size_t)n >= sizeof path)
      return error_set(err, IMP_IO, "io.path", "Move the law to a shorter path.",
                       "a path is too long");
    enum imp_status status = file_read(&law->arena, path, FILE_MOST, &f->bytes, err);
    if (status != IMP_OK) return status;
    f->path = str_dup(&law->arena, str_of(list->paths[i]));
    if (!f->path) return error_no_memory(err);
    law->file_count++;
    total += f->bytes.n;
    if (total > LAW_MOST)
      return error_set(err, IMP_IO, "parse.size", "Read a part of it.", "the law is too large");
  }
  return IMP_OK;
}

bool law_is_doubtful(const char *path) {
  return strncmp(path, "doubtful/", 9) == 0 || strstr(path, "/doubtful/") != NULL;
}

static bool any_doubtful(const struct file_list *list) {
  for (size_t i = 0; i < list->count; i++)
    if (is_law(list->paths[i]) && law_is_doubtful(list->paths[i])) return true;
  return false;
}

static enum imp_status load(const char *folder, bool doubtful, struct law **out,
                            struct diag_list *diags, struct imp_error *err) {
  static const char *const endings[] = {".law", ".list", ".tsv", NULL};
  static const char *const both[] = {"cases", "doubtful", NULL}, *const one[] = {"cases", NULL};
  const char *const *skip = doubtful ? one : both;
  struct arena names = {0};
  struct file_list list = {0};
  *out = NULL;
  enum imp_status status = file_tree(&names, folder, endings, skip, &list, err);
  struct law *law = NULL;
  if (status == IMP_OK && doubtful && !any_doubtful(&list)) { /* nothing more than the law itself */
    arena_free(&names);
    return IMP_OK;
  }
  if (status == IMP_OK && list.count > FILES_MOST)
    status =
        error_set(err, IMP_IO, "parse.size", "Read a part of it.", "the folder has too many files");
  if (status == IMP_OK && !(law = new_law(list.count))) status = error_no_memory(err);
  if (status == IMP_OK) status = read_files(law, folder, &list, err);
  arena_free(&names);
  if (status == IMP_OK) return finish(law, doubtful, out, diags, err);
  law_free(law);
  return status;
}

enum imp_status law_load(const char *folder, struct law **out, struct diag_list *diags,
                         struct imp_error *err) {
  return load(folder, false, out, diags, err);
}

enum imp_status law_load_doubtful(const char *folder, struct law **out, struct imp_error *err) {
  struct diag_list ignored = {0};
  enum imp_status status = load(folder, true, out, &ignored, err);
  if (status == IMP_OK && ignored.failed) {
    law_free(*out);
    *out = NULL;
    status = error_no_memory(err);
  }
  diag_free(&ignored);
  return status;
}
