// SPDX-License-Identifier: Apache-2.0
// What a code is called. Descriptions are there once an edition was imported on this machine; without them the labels
// of headings serve, words of this project.

#include <string.h>

#include "base/str.h"
#include "cli/cli.h"
#include "impost/lookup.h"

/* Of a file named with --goods the failure is told; that nothing was imported is none. */
enum imp_status cli_open_goods(struct cli *cli, struct imp_goods **goods, struct imp_error *err) {
  const char *file = cli_value(cli->args, OPTION_GOODS);
  if (file != NULL && strcmp(file, "none") == 0) return IMP_OK;
  struct imp_error ignored = {0};
  enum imp_status status = imp_goods_open(file, goods, file != NULL ? err : &ignored);
  if (status == IMP_NO_MEMORY) return error_no_memory(err);
  return file != NULL ? status : IMP_OK;
}

enum { LINE_DIGITS = 8, NUMBER_DIGITS = 10 };

/* The digits of a number in any spelling; none when it has anything but digits and marks between them. */
static void digits_of(const char *code, char out[NUMBER_DIGITS + 1]) {
  size_t n = 0;
  for (const char *p = code; *p != '\0'; p++) {
    if (*p >= '0' && *p <= '9' && n < NUMBER_DIGITS)
      out[n++] = *p;
    else if (strchr(". -", *p) == NULL)
      n = NUMBER_DIGITS + 1;
    if (n > NUMBER_DIGITS) break;
  }
  out[n <= NUMBER_DIGITS ? n : 0] = '\0';
}

/* The number itself; else the line it stands under, which may be printed with the suffix 00 alone. */
static bool find_row(const struct imp_goods *goods, const char *digits, struct imp_goods_hit *hit) {
  char line[NUMBER_DIGITS + 1];
  size_t n = strlen(digits);
  if (n < LINE_DIGITS) return false;
  if (imp_goods_find(goods, digits, hit)) return true;
  memcpy(line, digits, LINE_DIGITS);
  memcpy(line + LINE_DIGITS, "00", sizeof "00");
  if (n > LINE_DIGITS) line[LINE_DIGITS] = '\0';
  return imp_goods_find(goods, line, hit) != 0;
}

/* A text that has rows below it ends in a colon as printed; here the next text follows as it is. */
static void put_steps(struct buf *out, struct str above) {
  for (size_t i = 0; i < above.n; i++) {
    bool colon = above.p[i] == ':' &&
                 (i + 1 == above.n || str_starts(str_sub(above, i + 1, above.n), STR(" > ")));
    if (!colon) buf_putc(out, above.p[i]);
  }
}

/* The texts from the heading down to the number: its own is often "Other". NULL without memory. */
static const char *whole_text(struct cli *cli, const struct imp_goods *goods,
                              const struct imp_goods_hit *hit, struct imp_error *err) {
  struct imp_text above = {0};
  struct buf b = {0};
  if (imp_goods_above(goods, hit->row, &above, err) == IMP_OK) {
    put_steps(&b, (struct str){above.p, above.n});
    buf_printf(&b, "%s%s", above.n > 0 ? " > " : "", hit->text);
  } else {
    b.failed = true;
  }
  const char *text = b.failed ? NULL : str_dup(&cli->arena, buf_str(&b));
  imp_text_free(&above);
  buf_free(&b);
  if (text == NULL) error_no_memory(err);
  return text;
}

/* "Other" and "Other (670)" say nothing by themselves. */
static bool is_other(const char *text) {
  return strncmp(text, "Other", 5) == 0 && (text[5] == '\0' || strncmp(text + 5, " (", 2) == 0);
}

/* For a sentence: the label, which is short, and the number's own words. */
static enum imp_status set_words(struct cli *cli, const char *label, const char *own,
                                 struct imp_error *err) {
  struct buf b = {0};
  if (own != NULL && is_other(own)) own = NULL;
  if (label != NULL) buf_puts(&b, label);
  if (own != NULL) buf_printf(&b, "%s%s", label != NULL ? ": " : "", own);
  if (b.n > 0 && b.p[b.n - 1] == ':') b.p[--b.n] = '\0';
  bool failed = b.failed;
  if (b.n > 0) cli->goods_words = str_dup(&cli->arena, buf_str(&b));
  failed = failed || (b.n > 0 && cli->goods_words == NULL);
  buf_free(&b);
  return failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status cli_describe(struct cli *cli, const char *code, struct imp_error *err) {
  char digits[NUMBER_DIGITS + 1] = "";
  struct imp_lookup *labels = NULL;
  struct imp_goods *goods = NULL;
  struct imp_goods_hit hit = {.text = NULL};
  /* The lines of another place's schedule are not those of the edition; headings are of all. */
  bool ours = cli_value(cli->args, OPTION_INTO) == NULL;
  digits_of(code, digits);
  if (digits[0] == '\0') return IMP_OK;
  enum imp_status status = ours ? cli_open_goods(cli, &goods, err) : IMP_OK;
  if (status == IMP_OK) status = imp_lookup_open(cli->law, &labels, err);
  if (status == IMP_OK) {
    const char *label = imp_lookup_label(labels, digits);
    bool found = goods != NULL && find_row(goods, digits, &hit);
    status = set_words(cli, label, found ? hit.text : NULL, err);
    cli->report.description = found ? whole_text(cli, goods, &hit, err) : cli->goods_words;
    if (found && cli->report.description == NULL) status = IMP_NO_MEMORY;
  }
  imp_lookup_free(labels);
  imp_goods_free(goods);
  return status;
}
