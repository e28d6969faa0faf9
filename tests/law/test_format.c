// SPDX-License-Identifier: Apache-2.0
// The formatter: fixtures word for word, and three properties over fixtures, the shipped law and texts with
// mistakes made by chance: what it wrote it would write again; the lexer reads the same tokens in the same
// nesting; the comments are the same in the same order.
//
// A fixture is tests/law/format/NAME.in and NAME.out; IMPOST_ACCEPT=1 rewrites the .out files.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "law/law.h"
#include "law/lex.h"
#include "support/scarce.h"

#define FIXTURES IMPOST_ROOT "/tests/law/format"
#define LAW      IMPOST_ROOT "/law"

static struct str read_file(struct arena *a, const char *folder, const char *name) {
  char path[600];
  struct str text;
  struct imp_error err = {0};
  snprintf(path, sizeof path, "%s/%s", folder, name);
  if (file_read(a, path, 0, &text, &err) != IMP_OK) fail_msg("%s", err.message);
  return text;
}

/* ---- what the text says, without how it looks ---- */

static bool bare_code(const struct lex_token *t) {
  if (t->kind != LEX_WORD || t->p[0] < '0' || t->p[0] > '9') return false;
  for (uint32_t i = 0; i < t->n; i++)
    if ((t->p[i] < '0' || t->p[i] > '9') && t->p[i] != '.' && t->p[i] != '-') return false;
  return true;
}

static bool bare_line(const struct lex *lx) {
  for (size_t i = 0; i < lx->count; i++)
    if (!bare_code(&lx->tokens[i])) return false;
  return true;
}

struct nesting {
  int32_t indent[4096];
  size_t count;
};

static size_t depth_of(struct nesting *n, int32_t indent) {
  if (indent == 0) n->count = 0;
  while (n->count > 0 && n->indent[n->count - 1] >= indent) n->count--;
  size_t depth = indent == 0 ? 0 : n->count + 1;
  if (indent > 0 && n->count < 4096) n->indent[n->count++] = indent;
  return depth;
}

/* Tokens with their kinds, a new line with its depth for each logical line; rows of bare codes are one. */
static void put_meaning(struct str text, struct buf *out) {
  static struct nesting nest;
  struct lex lx = {0};
  bool codes = false;
  size_t depth_of_codes = 0;
  nest.count = 0;
  if (text.n == 0) return;
  lex_start(&lx, text);
  while (lex_line(&lx)) {
    bool bare = bare_line(&lx);
    size_t depth = depth_of(&nest, lx.indent);
    if (!bare || !codes || depth != depth_of_codes) buf_printf(out, "\n%zu", depth);
    codes = bare;
    depth_of_codes = depth;
    for (size_t i = 0; i < lx.count; i++) {
      struct str t = {lx.tokens[i].p, lx.tokens[i].n};
      while (lx.tokens[i].kind == LEX_UNCLOSED && t.n > 0 && strchr(" \t\r", t.p[t.n - 1]) != NULL)
        t.n--;
      buf_printf(out, "\x01%u", lx.tokens[i].kind);
      buf_put(out, t);
    }
  }
  lex_free(&lx);
}

/* Where the comment of a line begins; n when there is none. */
static size_t comment_at(struct str line) {
  bool quoted = false, apart = true;
  for (size_t i = 0; i < line.n; i++) {
    char c = line.p[i];
    if (!quoted && c == '#' && apart) return i;
    if (c == '"') quoted = !quoted;
    apart = c == ' ' || c == '\t' || c == '\r';
  }
  return line.n;
}

static void put_comments(struct str text, struct buf *out) {
  struct str line;
  while (str_split(&text, '\n', &line)) {
    struct str comment = str_sub(line, comment_at(line), line.n);
    while (comment.n > 0 && strchr(" \t\r", comment.p[comment.n - 1]) != NULL) comment.n--;
    if (comment.n > 0) buf_printf(out, "%.*s\n", (int)comment.n, comment.p);
  }
}

/* ---- the three properties ---- */

static void assert_same(const char *name, const char *what, struct str before, struct str after,
                        void (*put)(struct str, struct buf *)) {
  struct buf a = {0}, b = {0};
  put(before, &a);
  put(after, &b);
  size_t at = 0;
  while (at < a.n && at < b.n && a.p[at] == b.p[at]) at++;
  if (at < a.n || at < b.n) {
    size_t from = at > 40 ? at - 40 : 0;
    fail_msg("%s: %s changed: %.80s\nbecame %.80s\nin %.*s", name, what, a.p + from, b.p + from,
             (int)before.n, before.p);
  }
  buf_free(&a);
  buf_free(&b);
}

static void assert_tidy(const char *name, struct str text) {
  struct str line;
  assert_true(text.n == 0 || text.p[text.n - 1] == '\n');
  if (text.n > 1 && text.p[text.n - 2] == '\n') fail_msg("%s ends with a blank line", name);
  while (text.n > 0 && str_split(&text, '\n', &line))
    if (line.n > 0 && strchr(" \t\r", line.p[line.n - 1]) != NULL)
      fail_msg("%s: trailing blanks: %.*s", name, (int)line.n, line.p);
}

static bool properties(const char *name, struct str text) {
  struct buf once = {0}, twice = {0};
  struct imp_error err = {0};
  if (law_format(text, &once, &err) != IMP_OK) {
    assert_int_equal(err.status, IMP_FINDINGS);
    return false;
  }
  assert_int_equal(law_format(buf_str(&once), &twice, &err), IMP_OK);
  if (!str_eq(buf_str(&once), buf_str(&twice)))
    fail_msg("%s: formatting twice differs:\n%s\nbecame\n%s", name, once.p, twice.p);
  assert_same(name, "meaning", text, buf_str(&once), put_meaning);
  assert_same(name, "comments", text, buf_str(&once), put_comments);
  assert_tidy(name, buf_str(&once));
  buf_free(&once);
  buf_free(&twice);
  return true;
}

/* ---- fixtures and law ---- */

static void fixtures(void **state) {
  (void)state;
  static const char *const endings[] = {".in", NULL};
  struct arena a = {0};
  struct file_list files;
  struct imp_error err = {0};
  assert_int_equal(file_tree(&a, FIXTURES, endings, NULL, &files, &err), IMP_OK);
  assert_true(files.count >= 2);
  for (size_t i = 0; i < files.count; i++) {
    char name[300], path[600];
    struct buf out = {0};
    struct str text = read_file(&a, FIXTURES, files.paths[i]);
    assert_true(properties(files.paths[i], text));
    assert_int_equal(law_format(text, &out, &err), IMP_OK);
    snprintf(name, sizeof name, "%.*s.out", (int)strlen(files.paths[i]) - 3, files.paths[i]);
    snprintf(path, sizeof path, "%s/%s", FIXTURES, name);
    if (getenv("IMPOST_ACCEPT"))
      assert_int_equal(file_write_whole(path, buf_str(&out), &err), IMP_OK);
    if (!str_eq(read_file(&a, FIXTURES, name), buf_str(&out)))
      fail_msg("%s is formatted as\n%s", files.paths[i], out.p);
    buf_free(&out);
  }
  arena_free(&a);
}

static const char *const law_endings[] = {".law", ".list", ".case", ".in", NULL};

static void shipped_law(void **state) {
  (void)state;
  struct arena a = {0};
  struct file_list files;
  struct imp_error err = {0};
  assert_int_equal(file_tree(&a, LAW, law_endings, NULL, &files, &err), IMP_OK);
  assert_true(files.count > 10);
  for (size_t i = 0; i < files.count; i++)
    assert_true(properties(files.paths[i], read_file(&a, LAW, files.paths[i])));
  arena_free(&a);
}

/* ---- mistakes by chance ---- */

static uint64_t chance_state = 1234567890123456789u;

static size_t chance(size_t below) { /* xorshift */
  chance_state ^= chance_state << 13;
  chance_state ^= chance_state >> 7;
  chance_state ^= chance_state << 17;
  return (size_t)(chance_state % below);
}

static const char *const pieces[] = {" ",
                                     "  ",
                                     "\n",
                                     "\n\n",
                                     "\t",
                                     ",",
                                     ", ",
                                     ",\n",
                                     "#",
                                     " # x",
                                     "\"",
                                     "(",
                                     ")",
                                     "|",
                                     "=",
                                     "@a",
                                     "with ",
                                     "from 2025-01-01 ",
                                     "until 2025-02-01",
                                     "by us.x ",
                                     "if claimed",
                                     "heading 1",
                                     "\nlist a\n",
                                     "\nadd ",
                                     "\n  rate 5%",
                                     "\n    assert 8501.10 of CN on 2025-01-01 pays 1%",
                                     "\nmeasure x\n",
                                     "\ncase c\n",
                                     "not ",
                                     "\n      8501.10.10 8501.20",
                                     "yields to ",
                                     "else ",
                                     "1,000",
                                     "\r\n",
                                     "\xc3\xa9",
                                     "ex \"a\"",
                                     "\n# c\n"};

/* Puts pieces in, takes stretches out, doubles stretches. */
static void mistake(struct buf *text, struct buf *spare) {
  size_t at = chance(text->n + 1), n = chance(12), kind = chance(3);
  size_t end = at + n < text->n ? at + n : text->n;
  buf_clear(spare);
  buf_put(spare, (struct str){text->p, at});
  if (kind == 0) buf_puts(spare, pieces[chance(sizeof pieces / sizeof *pieces)]);
  if (kind == 2) buf_put(spare, (struct str){text->p + at, end - at});
  buf_put(spare, (struct str){text->p + (kind == 1 ? end : at), text->n - (kind == 1 ? end : at)});
  struct buf swap = *text;
  *text = *spare;
  *spare = swap;
}

static void texts_with_mistakes(void **state) {
  (void)state;
  struct arena a = {0};
  struct buf text = {0}, spare = {0};
  static const char *const names[] = {"measure.in", "lines.in"};
  size_t formatted = 0;
  for (size_t round = 0; round < 4000; round++) {
    struct str whole = read_file(&a, FIXTURES, names[round % 2]);
    size_t from = chance(whole.n), n = 1 + chance(1500);
    buf_clear(&text);
    buf_put(&text, str_sub(whole, round % 3 ? from : 0, round % 3 ? from + n : whole.n));
    for (size_t k = chance(12); k > 0 && text.n > 0; k--) mistake(&text, &spare);
    formatted += properties("a text with mistakes", buf_str(&text));
    if (round % 64 == 0) arena_free(&a);
  }
  assert_true(formatted > 3000);
  buf_free(&text);
  buf_free(&spare);
  arena_free(&a);
}

/* ---- what is refused, ends of lines, small texts ---- */

static void refused(struct str text, const char *id, const char *words) {
  struct buf out = {0};
  struct imp_error err = {0};
  assert_int_equal(law_format(text, &out, &err), IMP_FINDINGS);
  assert_string_equal(err.id, id);
  assert_non_null(strstr(err.message, words));
  assert_int_equal(out.n, 0);
  buf_free(&out);
}

static void bytes_that_are_no_text(void **state) {
  (void)state;
  refused(STR("list a\n  add \xff"), "parse.utf8", "line 2: ");
  refused(STR("list a\n\n  add \x01"), "parse.control", "line 3: ");
  refused(STR("list a\rlist b"), "parse.control", "line 1: ");
  refused(STR("list a\x7f"), "parse.control", "0x7f");
  refused(STR("list a\n\xef\xbb\xbflist b"), "parse.control", "line 2: ");
  refused((struct str){"list\0a", 6}, "parse.control", "0x00");
}

static void becomes(struct str text, const char *expected) {
  struct buf out = {0};
  struct imp_error err = {0};
  assert_int_equal(law_format(text, &out, &err), IMP_OK);
  assert_string_equal(out.p != NULL ? out.p : "", expected);
  buf_free(&out);
}

static void small_texts(void **state) {
  (void)state;
  becomes(STR(""), "");
  becomes((struct str){NULL, 0}, "");
  becomes(STR("\n \n\t\n"), "");
  becomes(STR("# only a comment  "), "# only a comment\n");
  becomes(STR("\xef\xbb\xbflist a\r\n\r\n\r\n  add CN , HK\r\n"), "list a\n  add  CN, HK\n");
  becomes(STR("list a\nlist b"), "list a\n\nlist b\n");
  becomes(STR("list a\n# of b\nlist b"), "list a\n\n# of b\nlist b\n");
  becomes(STR("  stray line"), "  stray line\n");
  becomes(STR("measure a\n  rate 5% ,\nlist b"), "measure a\n  rate     5%,\n\nlist b\n");
  becomes(STR("measure a\n  goods 8501,#2"), "measure a\n  goods    8501,#2\n");
  becomes(STR("list a\n  add 8501.10.10,8501.20"), "list a\n  add  8501.10.10, 8501.20\n");
  becomes(STR("measure a\n  title  Open \"quote # here  "),
          "measure a\n  title    Open \"quote # here\n");
}

static void out_of_memory(void **state) {
  (void)state;
  struct arena a = {0};
  struct str text = read_file(&a, FIXTURES, "measure.in");
  enum imp_status st = IMP_NO_MEMORY;
  for (size_t allowed = 0; st != IMP_OK; allowed++) {
    struct buf out = {0};
    struct imp_error err = {0};
    scarce_begin(allowed);
    st = law_format(text, &out, &err);
    buf_free(&out);
    assert_int_equal(scarce_end(), 0);
    assert_true(st == IMP_OK || st == IMP_NO_MEMORY);
    assert_true(allowed < 1000);
  }
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fixtures),
      cmocka_unit_test(shipped_law),
      cmocka_unit_test(texts_with_mistakes),
      cmocka_unit_test(bytes_that_are_no_text),
      cmocka_unit_test(small_texts),
      cmocka_unit_test(out_of_memory),
  };
  return cmocka_run_group_tests_name("law: format", tests, NULL, NULL);
}
