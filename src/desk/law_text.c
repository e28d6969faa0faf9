// SPDX-License-Identifier: Apache-2.0
// What stands in the files of a law folder: which has a block, which has words, which voice is one that was heard already.
#include <string.h>

#include "base/file.h"
#include "desk/desk.h"

typedef bool each_file(void *user, const struct law_file *file);

static enum imp_status each(struct arena *a, const char *folder, each_file *f, void *user,
                            struct imp_error *err) {
  static const char *const endings[] = {".law", NULL}, *const skip[] = {"doubtful", "cases", NULL};
  struct file_list files = {0};
  enum imp_status status = file_tree(a, folder, endings, skip, &files, err);
  for (size_t i = 0; i < files.count && status == IMP_OK; i++) {
    struct law_file file = {.path = files.paths[i]};
    struct buf path = {0};
    buf_printf(&path, "%s/%s", folder, file.path);
    status = path.failed ? error_no_memory(err) : file_read(a, path.p, 0, &file.text, err);
    buf_free(&path);
    if (status == IMP_OK && f(user, &file)) break;
  }
  return status;
}

struct search {
  const char *kind, *name;
  struct law_file found;
};

static bool has_block(void *user, const struct law_file *file) {
  struct search *s = user;
  struct str block;
  if (!edit_block(file->text, s->kind, s->name, &block)) return false;
  s->found = *file;
  return true;
}

enum imp_status edit_find(struct arena *arena, const char *folder, const char *kind,
                          const char *name, struct law_file *out, struct imp_error *err) {
  struct search s = {kind, name, {0}};
  enum imp_status status = each(arena, folder, has_block, &s, err);
  *out = s.found;
  if (status != IMP_OK || s.found.path != NULL) return status;
  return error_set(err, IMP_USAGE, "propose.place", "name another place with --at",
                   "the law in %s has no %s %s", folder, kind, name);
}

enum imp_status edit_answers(struct arena *arena, const char *folder, const char *question,
                             const char **out, struct imp_error *err) {
  struct law_file file = {0};
  struct str block = {0};
  struct buf text = {0};
  enum imp_status status = edit_find(arena, folder, "question", question, &file, err);
  if (status != IMP_OK) return status;
  if (edit_block(file.text, "question", question, &block)) edit_statement(block, "answers", &text);
  *out = text.n > 0 || text.failed ? buf_keep(&text, arena) : "";
  return *out != NULL ? IMP_OK : error_no_memory(err);
}

bool edit_is_answer(const char *answers, const char *one) {
  struct str rest = str_of(answers), word;
  while (str_split(&rest, '|', &word))
    if (str_eq(str_trim(word), str_of(one))) return true;
  return false;
}

static bool has_words(void *user, const struct law_file *file) {
  struct search *s = user;
  size_t n = strlen(s->name);
  for (size_t at = 0; at + n <= file->text.n; at++) {
    const char *p = memchr(file->text.p + at, s->name[0], file->text.n - at - n + 1);
    if (p == NULL) return false;
    if (memcmp(p, s->name, n) == 0) {
      s->found = *file;
      return true;
    }
    at = (size_t)(p - file->text.p);
  }
  return false;
}

enum imp_status edit_holds(struct arena *arena, const char *folder, const char *words, bool *out,
                           struct imp_error *err) {
  struct search s = {NULL, words, {0}};
  enum imp_status status = each(arena, folder, has_words, &s, err);
  *out = s.found.path != NULL;
  return status;
}

/* ---- voices ---------------------------------------------------------------------------------------------------------- */

static bool take_word(struct str *rest, struct str *word) {
  size_t n = 0;
  *rest = str_trim(*rest);
  while (n < rest->n && rest->p[n] != ' ') n++;
  *word = str_sub(*rest, 0, n);
  *rest = str_sub(*rest, n, rest->n);
  return n > 0;
}

static bool take_string(struct str *rest, struct str *text) {
  *rest = str_trim(*rest);
  if (rest->n == 0 || rest->p[0] != '"') return false;
  *rest = str_sub(*rest, 1, rest->n);
  long end = str_find(*rest, '"');
  if (end < 0) return false;
  *text = str_sub(*rest, 0, (size_t)end);
  *rest = str_sub(*rest, (size_t)end + 1, rest->n);
  return true;
}

static bool holds(struct str text, struct str part) {
  for (size_t at = 0; at + part.n <= text.n; at++)
    if (str_starts(str_sub(text, at, text.n), part)) return true;
  return false;
}

/* NAME [SIDE] DAY "who" "where" ... */
static bool is_voice(struct str row, const struct voice *wanted, struct str *name) {
  struct str word, who, where, venue = str_of(wanted->where);
  if (!take_word(&row, name) || !take_word(&row, &word)) return false;
  if (wanted->side[0] != '\0' && (!str_eq(word, str_of(wanted->side)) || !take_word(&row, &word)))
    return false;
  return str_eq(word, str_of(wanted->day)) && take_string(&row, &who) &&
         str_eq(who, str_of(wanted->who)) && take_string(&row, &where) &&
         (holds(venue, where) || holds(where, venue));
}

struct voice_search {
  const struct voice *wanted;
  struct str found;
};

static bool has_voice(void *user, const struct law_file *file) {
  struct voice_search *s = user;
  struct str rest = file->text, line;
  bool inside = false;
  while (s->found.n == 0 && str_split(&rest, '\n', &line)) {
    if (line.n > 0 && line.p[0] != ' ' && line.p[0] != '#')
      inside = str_starts(line, STR("voices "));
    if (!inside || line.n < 3 || line.p[0] != ' ' || !is_voice(line, s->wanted, &s->found))
      s->found.n = 0;
  }
  return s->found.n > 0;
}

enum imp_status edit_voice(struct arena *arena, const char *folder, const struct voice *wanted,
                           const char **out, struct imp_error *err) {
  struct voice_search s = {.wanted = wanted};
  enum imp_status status = each(arena, folder, has_voice, &s, err);
  *out = s.found.n > 0 ? str_dup(arena, s.found) : NULL;
  return status == IMP_OK && arena->failed ? error_no_memory(err) : status;
}
