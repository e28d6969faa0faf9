// SPDX-License-Identifier: Apache-2.0
// Lines and tokens: what is a word, where a line goes on, where a comment begins, which column it is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "law/lex.h"

static struct lex open_text(const char *text) {
  struct lex lx = {.next_indent = -1};
  lex_start(&lx, str_of(text));
  return lx;
}

static void assert_token(const struct lex *lx, size_t i, enum lex_kind kind, const char *text) {
  assert_true(i <= lx->count);
  assert_int_equal(lx->tokens[i].kind, kind);
  assert_int_equal(lx->tokens[i].n, strlen(text));
  assert_memory_equal(lx->tokens[i].p, text, strlen(text));
}

static void kinds_of_tokens(void **state) {
  (void)state;
  struct lex lx = open_text("of CN, @us.column-2 (7.5%) \"a b\" | $1.05/kg\n");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.count, 10);
  assert_token(&lx, 0, LEX_WORD, "of");
  assert_int_equal(lx.tokens[0].word, LW_OF);
  assert_token(&lx, 1, LEX_WORD, "CN");
  assert_token(&lx, 2, LEX_COMMA, ",");
  assert_token(&lx, 3, LEX_LIST, "us.column-2");
  assert_token(&lx, 4, LEX_OPEN, "(");
  assert_token(&lx, 5, LEX_WORD, "7.5%");
  assert_token(&lx, 6, LEX_CLOSE, ")");
  assert_token(&lx, 7, LEX_STRING, "a b");
  assert_token(&lx, 8, LEX_BAR, "|");
  assert_token(&lx, 9, LEX_WORD, "$1.05/kg");
  assert_token(&lx, 10, LEX_END, "");
  lex_free(&lx);
}

static void every_word_is_found(void **state) {
  (void)state;
  for (int w = LW_NONE + 1; w < LW_HOW_MANY; w++) {
    const char *text = law_word_text((enum law_word)w);
    assert_int_equal(law_word_of(text, strlen(text)), w);
  }
  assert_int_equal(law_word_of("fromm", 5), LW_NONE);
  assert_int_equal(law_word_of("x", 1), LW_NONE);
  assert_int_equal(law_word_of("9503", 4), LW_NONE);
}

static void a_comma_carries_on(void **state) {
  (void)state;
  struct lex lx = open_text("add AT,   # first\n\n  # a comment between\n  BE,\n  DE\nlist x\n");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.count, 6);
  assert_token(&lx, 5, LEX_WORD, "DE");
  assert_int_equal(lx.tokens[5].line, 5);
  assert_int_equal(lx.tokens[5].col, 3);
  assert_true(lex_line(&lx));
  assert_token(&lx, 0, LEX_WORD, "list");
  assert_false(lex_line(&lx));
  lex_free(&lx);
}

static void a_comma_before_a_block_does_not(void **state) {
  (void)state;
  struct lex lx = open_text("  add AT,\nlist x\n");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.count, 3);
  lex_free(&lx);
}

static void comments_need_a_space(void **state) {
  (void)state;
  struct lex lx = open_text("title a#b \"c # d\" # e\n#f\n   # g\nh");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.count, 3);
  assert_token(&lx, 1, LEX_WORD, "a#b");
  assert_token(&lx, 2, LEX_STRING, "c # d");
  assert_true(lex_line(&lx));
  assert_token(&lx, 0, LEX_WORD, "h");
  assert_int_equal(lx.tokens[0].line, 4);
  lex_free(&lx);
}

static void columns_are_code_points(void **state) {
  (void)state;
  struct lex lx = open_text("  title \"\xc3\xbc\xc3\xb6\" from\n");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.indent, 2);
  assert_int_equal(lx.tokens[0].col, 3);
  assert_int_equal(lx.tokens[1].col, 9);
  assert_int_equal(lx.tokens[1].width, 4);
  assert_int_equal(lx.tokens[2].col, 14);
  lex_free(&lx);
}

static void a_mark_and_returns_are_passed_over(void **state) {
  (void)state;
  struct lex lx = open_text("\xef\xbb\xbf"
                            "act us.a\r\n  kind post\r\n");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.indent, 0);
  assert_token(&lx, 1, LEX_WORD, "us.a");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.indent, 2);
  assert_token(&lx, 1, LEX_WORD, "post");
  assert_false(lex_line(&lx));
  lex_free(&lx);
}

static void tabs_go_to_the_next_stop(void **state) {
  (void)state;
  struct lex lx = open_text("\tx\n  \ty\n");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.indent, 8);
  assert_int_equal(lx.next_indent, 8);
  lex_free(&lx);
}

static void what_cannot_be_read_is_a_token(void **state) {
  (void)state;
  struct lex lx = open_text("note \"open\n  a\x01"
                            "b\n");
  assert_true(lex_line(&lx));
  assert_token(&lx, 1, LEX_UNCLOSED, "open");
  assert_true(lex_line(&lx));
  assert_int_equal(lx.tokens[1].kind, LEX_CONTROL);
  assert_token(&lx, 2, LEX_WORD, "b");
  lex_free(&lx);
}

static void glue_is_kept(void **state) {
  (void)state;
  struct lex lx = open_text("65,205 65, 205\n");
  assert_true(lex_line(&lx));
  assert_true(lx.tokens[1].glued);
  assert_true(lx.tokens[2].glued);
  assert_false(lx.tokens[3].glued);
  assert_true(lx.tokens[4].glued);
  assert_false(lx.tokens[5].glued);
  lex_free(&lx);
}

static void blocks_are_skipped_whole(void **state) {
  (void)state;
  struct lex lx = open_text("control x\n  a\n    b\n\n# c\n  d\nact y\n");
  assert_true(lex_line(&lx));
  lex_skip_block(&lx);
  assert_int_equal(lx.next_indent, 0);
  assert_int_equal(lex_next_word(&lx), LW_ACT);
  assert_true(lex_line(&lx));
  assert_int_equal(lx.tokens[0].line, 7);
  lex_free(&lx);
}

static void nothing_is_nothing(void **state) {
  (void)state;
  const char *const empty[] = {"", "\n", "   ", "# only a comment", "\xef\xbb\xbf", "\n\n  \n#\n"};
  for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
    struct lex lx = open_text(empty[i]);
    assert_false(lex_line(&lx));
    assert_false(lx.failed);
    lex_free(&lx);
  }
  struct lex lx = {.next_indent = -1};
  lex_start(&lx, (struct str){NULL, 0});
  assert_false(lex_line(&lx));
  lex_free(&lx);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kinds_of_tokens),
      cmocka_unit_test(every_word_is_found),
      cmocka_unit_test(a_comma_carries_on),
      cmocka_unit_test(a_comma_before_a_block_does_not),
      cmocka_unit_test(comments_need_a_space),
      cmocka_unit_test(columns_are_code_points),
      cmocka_unit_test(a_mark_and_returns_are_passed_over),
      cmocka_unit_test(tabs_go_to_the_next_stop),
      cmocka_unit_test(what_cannot_be_read_is_a_token),
      cmocka_unit_test(glue_is_kept),
      cmocka_unit_test(blocks_are_skipped_whole),
      cmocka_unit_test(nothing_is_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
