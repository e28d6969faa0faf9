// SPDX-License-Identifier: Apache-2.0
// Differences of the law itself as text and JSON: statements there only before or only after, tables that differ.
#include "report/study.h"

#include <string.h>

static void law_item(struct page *p, const struct imp_law_change *c) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT + 2);
  page_puts(p, c->added ? "+ " : "- ");
  if (c->count > 1)
    buf_printf(&b, "%u lines, the first: ", (unsigned)c->count);
  else if (c->heading[0])
    buf_printf(&b, "%s  ", c->heading);
  buf_puts(&b, c->text);
  page_wrap(p, PAGE_INDENT + 4, b.p ? b.p : "");
  buf_clear(&b);
  if (c->act_title[0]) buf_puts(&b, c->act_title);
  if (c->cite[0]) buf_printf(&b, "%s%s", b.n ? ", " : "", c->cite);
  if (c->known[0]) buf_printf(&b, "%sknown %s", b.n ? "; " : "", c->known);
  buf_printf(&b, "%s%s:%u", b.n ? "; " : "", c->where.file, (unsigned)c->where.line);
  page_space(p, PAGE_INDENT + 6);
  page_wrap(p, PAGE_INDENT + 6, b.p ? b.p : "");
  page_done(p, &b);
}

/* Their rows are not statements: what they move is asked of a code or a file. */
static void law_tables(const struct imp_law_diff *d, struct page *p) {
  uint32_t n = imp_law_diff_table_count(d);
  struct buf b = {0};
  for (uint32_t i = 0; i < n; i++) buf_printf(&b, "%s%s", i ? ", " : "", imp_law_diff_table(d, i));
  buf_printf(&b, " %s: name a code or a file to see what it moves", n == 1 ? "differs" : "differ");
  page_space(p, 2);
  page_wrap(p, 2, n && b.p ? b.p : "");
  page_done(p, &b);
}

static void law_text(const struct imp_law_diff *d, struct page *p) {
  uint32_t added = 0, n = imp_law_diff_count(d), tables = imp_law_diff_table_count(d);
  struct buf b = {0};
  for (uint32_t i = 0; i < n; i++) {
    const struct imp_law_change *c = imp_law_diff_at(d, i);
    added += c->added;
    if (i == 0 || strcmp(imp_law_diff_at(d, i - 1)->measure, c->measure) != 0) {
      buf_clear(&b);
      buf_printf(&b, "%s  %s", c->measure, c->title);
      page_space(p, PAGE_INDENT);
      page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
    }
    law_item(p, c);
  }
  buf_clear(&b);
  buf_printf(&b, "%u there only after (+), %u there only before (-)", (unsigned)added,
             (unsigned)(n - added));
  page_line(p);
  page_space(p, 2);
  page_wrap(p, 2, n ? b.p ? b.p : "" : tables ? "no statement differs" : "no difference");
  page_done(p, &b);
  if (tables) law_tables(d, p);
}

static void json_statement(struct json_out *j, const struct imp_law_change *c) {
  json_open(j, NULL, '{');
  json_text(j, "change", c->added ? "added" : "removed");
  json_text(j, "measure", c->measure);
  json_maybe(j, "heading", c->heading);
  json_maybe(j, "title", c->title);
  json_text(j, "statement", c->text);
  json_number(j, "count", c->count);
  json_maybe(j, "act", c->act);
  json_maybe(j, "act_title", c->act_title);
  json_maybe(j, "cite", c->cite);
  json_maybe(j, "known", c->known);
  json_text(j, "file", c->where.file);
  json_number(j, "line", c->where.line);
  json_close(j, '}');
}

enum imp_status imp_report_diff_law(const struct imp_law_diff *d,
                                    const struct imp_diff_words *words,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    study_diff_head(&p, words);
    law_text(d, &p);
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .flat = 3};
  json_open(&j, NULL, '{');
  study_diff_json_words(&j, "impost.diff-law/1", words);
  json_open(&j, "statements", '[');
  for (uint32_t i = 0; i < imp_law_diff_count(d); i++) json_statement(&j, imp_law_diff_at(d, i));
  json_close(&j, ']');
  json_open(&j, "tables", '[');
  for (uint32_t i = 0; i < imp_law_diff_table_count(d); i++)
    json_text(&j, NULL, imp_law_diff_table(d, i));
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(&b, '\n');
  return study_give_back(text, &b, err);
}
