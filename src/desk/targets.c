// SPDX-License-Identifier: Apache-2.0
// The files that say where what is read stands in the law: law/news/*.targets.
//
//   target KEY question NAME [ANSWER] [when STATUS ...] [of SIDE] [since DAY] [until DAY] [as VERB]
//   target KEY meeting NAME [when STATUS ...] [of SIDE] [since DAY] [until DAY] [as VERB]
//   target KEY measure NAME [heading LABEL] if QUESTION is ANSWER [of SIDE] [since DAY] [until DAY]
//
// The first line that serves counts; without `when` any status, without `of` any speaker, without days any report: a
// truce of this year is none of the next. `as` says how the record of the talks puts it where that is not what the
// status says. A word of several parts stands in quotes.
#include <string.h>

#include "base/day.h"
#include "base/file.h"
#include "desk/desk.h"

const char *const target_words[] = {"", "question", "meeting", "measure"};

#define WORDS_MOST 20

struct words {
  const char *at[WORDS_MOST + 1];
  size_t count;
};

static bool cut(struct arena *a, struct str line, struct words *out) {
  *out = (struct words){.count = 0};
  while ((line = str_trim(line)).n > 0 && line.p[0] != '#') {
    bool quoted = line.p[0] == '"';
    size_t from = quoted ? 1 : 0, to = from;
    while (to < line.n && (quoted ? line.p[to] != '"' : line.p[to] != ' ' && line.p[to] != '\t'))
      to++;
    if (out->count == WORDS_MOST || (quoted && to == line.n)) return false;
    out->at[out->count++] = str_dup(a, str_sub(line, from, to));
    line = str_sub(line, to + (quoted ? 1 : 0), line.n);
  }
  return true;
}

static bool is(const struct words *w, size_t i, const char *word) {
  return i < w->count && w->at[i] != NULL && strcmp(w->at[i], word) == 0;
}

static bool is_verb(const char *word) {
  static const char *const verbs[] = {"raises", "expects", "asserts", "denies"};
  for (size_t i = 0; i < 4; i++)
    if (strcmp(word, verbs[i]) == 0) return true;
  return false;
}

static const char *const tail_words[] = {"when", "of", "since", "until", "as"};

static bool begins_tail(const struct words *w, size_t at) {
  for (size_t i = 0; i < sizeof tail_words / sizeof *tail_words; i++)
    if (is(w, at, tail_words[i])) return true;
  return false;
}

static bool is_day(const char *word) {
  imp_day day;
  return word != NULL && strlen(word) == 10 && day_parse(str_of(word), &day);
}

/* One word and what it says, from `at` on; false: it says nothing. */
static bool take_one(const struct words *w, size_t at, struct target *t) {
  const char *value = at + 1 < w->count ? w->at[at + 1] : NULL;
  if (value == NULL) return false;
  if (is(w, at, "of")) t->side = value;
  if (is(w, at, "as")) t->verb = value;
  if (is(w, at, "since")) t->since = value;
  if (is(w, at, "until")) t->until = value;
  if (is(w, at, "as")) return is_verb(value);
  return is(w, at, "of") || is_day(value);
}

/* `when STATUS ...` and the like, from word `at` on. */
static bool take_tail(const struct words *w, size_t at, struct target *t) {
  if (is(w, at, "when"))
    for (at++; at < w->count && !begins_tail(w, at) && t->status_count < TARGET_STATUSES; at++)
      t->statuses[t->status_count++] = w->at[at];
  while (at < w->count && begins_tail(w, at) && !is(w, at, "when")) {
    if (!take_one(w, at, t)) return false;
    at += 2;
  }
  return at == w->count;
}

static bool take_measure(const struct words *w, struct target *t) {
  size_t at = 4;
  if (is(w, 4, "heading")) {
    t->heading = w->at[5];
    at = 6;
  }
  if (!is(w, at, "if") || !is(w, at + 2, "is") || w->count < at + 4) return false;
  t->question = w->at[at + 1];
  t->outcome = w->at[at + 3];
  return !is(w, at + 4, "when") && take_tail(w, at + 4, t) && t->verb == NULL;
}

/* The words behind `target KEY`. */
static bool take_place(const struct words *w, struct target *t) {
  size_t at = 4;
  t->key = w->at[1];
  t->name = w->at[3];
  for (int k = TARGET_QUESTION; k <= TARGET_MEASURE; k++)
    if (is(w, 2, target_words[k])) t->kind = (enum target_kind)k;
  if (t->kind == TARGET_NONE) return false;
  if (t->kind == TARGET_MEASURE) return take_measure(w, t);
  if (t->kind == TARGET_QUESTION && w->count > 4 && !begins_tail(w, 4)) t->answer = w->at[at++];
  return take_tail(w, at, t);
}

static enum imp_status take_line(struct targets *out, const char *file, uint32_t number,
                                 struct str line, struct imp_error *err) {
  struct words w;
  struct target t = {0};
  bool fine = cut(&out->arena, line, &w);
  if (out->arena.failed) return error_no_memory(err);
  if (fine && w.count == 0) return IMP_OK;
  if (!fine || !is(&w, 0, "target") || w.count < 4 || !take_place(&w, &t))
    return error_set(err, IMP_FINDINGS, "desk.targets",
                     "target KEY question NAME [ANSWER] [when STATUS] [of SIDE] [since DAY] [until "
                     "DAY] [as VERB], meeting NAME, or measure NAME [heading LABEL] if QUESTION is "
                     "ANSWER",
                     "%s:%u: this names no place in the law", file, (unsigned)number);
  if (!mem_grow((void **)&out->items, &out->cap, out->count + 1, sizeof t))
    return error_no_memory(err);
  out->items[out->count++] = t;
  return IMP_OK;
}

enum imp_status targets_text(struct targets *out, const char *file, struct str text,
                             struct imp_error *err) {
  struct str line;
  uint32_t number = 0;
  enum imp_status status = IMP_OK;
  while (status == IMP_OK && str_split(&text, '\n', &line)) {
    if (line.n > 0 && line.p[line.n - 1] == '\r') line.n--;
    status = take_line(out, file, ++number, line, err);
  }
  return status;
}

static enum imp_status read_one(struct targets *out, const char *folder, const char *file,
                                struct imp_error *err) {
  struct buf path = {0};
  struct str text = {0};
  buf_printf(&path, "%s/%s", folder, file);
  enum imp_status status =
      path.failed ? error_no_memory(err) : file_read(&out->arena, path.p, 1u << 20, &text, err);
  buf_free(&path);
  return status == IMP_OK ? targets_text(out, file, text, err) : status;
}

enum imp_status targets_read(const char *folder, struct targets *out, struct imp_error *err) {
  static const char *const endings[] = {".targets", NULL};
  struct file_list files = {0};
  struct buf path = {0};
  *out = (struct targets){0};
  buf_printf(&path, "%s/news", folder);
  enum imp_status status = path.failed ? error_no_memory(err) : IMP_OK;
  if (status == IMP_OK && file_is_dir(path.p))
    status = file_tree(&out->arena, path.p, endings, NULL, &files, err);
  for (size_t i = 0; i < files.count && status == IMP_OK; i++)
    status = read_one(out, path.p, files.paths[i], err);
  buf_free(&path);
  if (status != IMP_OK) targets_free(out);
  return status;
}

void targets_free(struct targets *t) {
  arena_free(&t->arena);
  mem_free(t->items);
  *t = (struct targets){0};
}

/* Days are ISO: their order is that of the letters. */
static bool serves(const struct target *t, const struct imp_news_statement *st,
                   const char *published) {
  bool any = t->status_count == 0;
  for (size_t i = 0; i < t->status_count && !any; i++)
    any = strcmp(t->statuses[i], st->status) == 0;
  if (!any || (t->side != NULL && strcmp(t->side, st->side) != 0)) return false;
  if (t->since == NULL && t->until == NULL) return true;
  return published != NULL && (t->since == NULL || strcmp(published, t->since) >= 0) &&
         (t->until == NULL || strcmp(published, t->until) <= 0);
}

const struct target *targets_find(const struct targets *t, const struct imp_news_statement *st,
                                  const char *published, bool law_line) {
  for (size_t i = 0; i < t->count; i++) {
    const struct target *one = &t->items[i];
    bool same = strcmp(one->key, st->measure) == 0 || strcmp(one->key, st->key) == 0;
    if (same && (one->kind == TARGET_MEASURE) == law_line && serves(one, st, published)) return one;
  }
  return NULL;
}
