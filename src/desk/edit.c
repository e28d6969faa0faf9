// SPDX-License-Identifier: Apache-2.0
// Putting a line into law text, where a person would: behind those of its sort, in the block it belongs to.
//
// A block begins in column 1 and ends before the next one, or before the comment that stands above that. A statement is
// a line two deep with the deeper lines below it: the text is as the formatter writes it. Nothing that stands there is
// changed.
#include <string.h>

#include "desk/desk.h"

struct unit { /* a statement of a block */
  size_t from, to;
  struct str word;
};

static size_t line_end(struct str text, size_t at) {
  const char *end = at < text.n ? memchr(text.p + at, '\n', text.n - at) : NULL;
  return end != NULL ? (size_t)(end - text.p) + 1 : text.n;
}

static size_t depth_of(struct str text, size_t at) {
  size_t n = 0;
  while (at + n < text.n && text.p[at + n] == ' ') n++;
  return n;
}

static bool is_empty(struct str text, size_t at) {
  size_t to = line_end(text, at);
  struct str line = str_trim(str_sub(text, at, to));
  while (line.n > 0 && (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r')) line.n--;
  return str_trim(line).n == 0;
}

static struct str word_at(struct str text, size_t at) {
  size_t to = at;
  while (to < text.n && text.p[to] != ' ' && text.p[to] != '\n' && text.p[to] != '\r') to++;
  return str_sub(text, at, to);
}

/* Begins a block `kind name` here? */
static bool begins(struct str text, size_t at, const char *kind, const char *name) {
  if (!str_eq(word_at(text, at), str_of(kind))) return false;
  at += strlen(kind);
  while (at < text.n && text.p[at] == ' ') at++;
  return str_eq(word_at(text, at), str_of(name));
}

/* *to: behind the last line of the block that is deeper and no comment in column 1. */
static bool find_block(struct str text, const char *kind, const char *name, size_t *from,
                       size_t *to) {
  size_t at = 0;
  while (at < text.n && !begins(text, at, kind, name)) at = line_end(text, at);
  if (at >= text.n) return false;
  *from = at;
  *to = at = line_end(text, at);
  while (at < text.n && (is_empty(text, at) || depth_of(text, at) > 0)) {
    bool empty = is_empty(text, at);
    at = line_end(text, at);
    if (!empty) *to = at;
  }
  return true;
}

bool edit_block(struct str text, const char *kind, const char *name, struct str *out) {
  size_t from, to;
  bool found = find_block(text, kind, name, &from, &to);
  if (found) *out = str_sub(text, from, to);
  return found;
}

/* A comment of its own belongs to no statement. */
static bool is_comment(struct str text, size_t at) {
  at += depth_of(text, at);
  return at < text.n && text.p[at] == '#';
}

static bool next_unit(struct str text, size_t *at, size_t to, struct unit *out) {
  while (*at < to && (is_empty(text, *at) || depth_of(text, *at) > 2 || is_comment(text, *at)))
    *at = line_end(text, *at);
  if (*at >= to) return false;
  out->from = *at;
  out->word = word_at(text, *at + 2);
  *at = out->to = line_end(text, *at);
  while (*at < to && (is_empty(text, *at) || depth_of(text, *at) > 2)) {
    bool empty = is_empty(text, *at);
    *at = line_end(text, *at);
    if (!empty) out->to = *at;
  }
  *at = out->to;
  return true;
}

bool edit_statement(struct str block, const char *word, struct buf *out) {
  size_t at = line_end(block, 0);
  struct unit u;
  while (next_unit(block, &at, block.n, &u)) {
    if (!str_eq(u.word, str_of(word))) continue;
    bool gap = false;
    for (size_t i = u.from + 2 + u.word.n; i < u.to && i < block.n; i++) {
      bool blank = strchr(" \t\r\n", block.p[i]) != NULL;
      if (!blank && gap && out->n > 0) buf_putc(out, ' ');
      if (!blank) buf_putc(out, block.p[i]);
      gap = blank;
    }
    return true;
  }
  return false;
}

static bool listed(struct str word, const char *words) {
  struct str rest = str_of(words), one;
  while (str_split(&rest, ' ', &one))
    if (str_eq(word, one)) return true;
  return false;
}

/* Behind the last statement whose word is one of `after`; without one before the first of `before`, else at the end. */
static size_t place_in(struct str text, size_t from, size_t to, const char *after,
                       const char *before) {
  size_t at = line_end(text, from), behind = 0, ahead = to;
  struct unit u;
  while (next_unit(text, &at, to, &u)) {
    if (listed(u.word, after)) behind = u.to;
    if (ahead == to && listed(u.word, before)) ahead = u.from;
  }
  return behind > 0 ? behind : ahead;
}

/* The end of a heading of the block; 0: it is not there. */
static size_t end_of_heading(struct str text, size_t from, size_t to, const char *heading) {
  size_t at = line_end(text, from);
  struct unit u;
  while (next_unit(text, &at, to, &u)) {
    if (!str_eq(u.word, STR("heading"))) continue;
    size_t name = u.from + 2 + u.word.n;
    while (name < text.n && text.p[name] == ' ') name++;
    if (str_eq(word_at(text, name), str_of(heading))) return u.to;
  }
  return 0;
}

static bool find_place(struct str text, const struct insertion *what, size_t *at) {
  static const char states[] = "rate fee ban licence promise suspended void resumes ends";
  bool answer = strncmp(what->line, "answered ", 9) == 0;
  size_t from, to;
  if (!find_block(text, target_words[what->kind], what->name, &from, &to)) return false;
  if (what->heading != NULL)
    *at = end_of_heading(text, from, to, what->heading);
  else if (what->kind == TARGET_MEASURE)
    *at = place_in(text, from, to, states, "heading assert note exempts yields not quota");
  else if (answer)
    *at = place_in(text, from, to, "answered", "closed note");
  else
    *at = place_in(text, from, to, "said", "answered closed held note");
  return *at > 0;
}

static void put_line(struct buf *out, const char *indent, const char *line) {
  if (out->n > 0 && out->p[out->n - 1] != '\n') buf_putc(out, '\n');
  buf_printf(out, "%s%s\n", indent, line);
}

/* The block of accepted voices is named after the file, so that two files can have one each. */
static void print_block_name(const char *path, struct buf *out) {
  const char *slash = strrchr(path, '/'), *p = slash != NULL ? slash + 1 : path;
  buf_puts(out, "accepted.");
  for (; *p != '\0' && *p != '.'; p++)
    buf_putc(out, (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') ? *p : '-');
}

static void put_voice(const char *path, const char *voice, struct buf *out) {
  struct buf name = {0}, text = *out;
  size_t from, to;
  print_block_name(path, &name);
  bool there = !name.failed && find_block(buf_str(&text), "voices", name.p, &from, &to);
  *out = (struct buf){0};
  out->failed = text.failed || name.failed;
  buf_put(out, str_sub(buf_str(&text), 0, there ? to : text.n));
  if (!there) {
    put_line(out, "", "");
    buf_printf(out, "voices %s\n  title Accepted from reports\n", name.p != NULL ? name.p : "");
  }
  put_line(out, "  ", voice);
  if (there) buf_put(out, str_sub(buf_str(&text), to, text.n));
  buf_free(&text);
  buf_free(&name);
}

enum imp_status edit_insert(const struct law_file *file, const struct insertion *what,
                            struct buf *out, struct imp_error *err) {
  size_t at = 0;
  if (!find_place(file->text, what, &at))
    return error_set(err, IMP_USAGE, "propose.place", "name another place with --at",
                     "%s has no heading %s in %s %s", file->path,
                     what->heading != NULL ? what->heading : "", target_words[what->kind],
                     what->name);
  buf_put(out, str_sub(file->text, 0, at));
  put_line(out, what->heading != NULL ? "    " : "  ", what->line);
  buf_put(out, str_sub(file->text, at, file->text.n));
  if (what->voice != NULL) put_voice(file->path, what->voice, out);
  return out->failed ? error_no_memory(err) : IMP_OK;
}
