// SPDX-License-Identifier: Apache-2.0
// Pages of places: codes, names, and the dated lists they stand on. See impost/lookup.h.

#include <string.h>

#include "base/error.h"
#include "impost/lookup.h"
#include "report/json_out.h"
#include "report/report.h"

enum { LABEL_COLUMNS = 14, NAME_COLUMNS = 36 };

static void put_others(struct buf *b, const char *others) {
  for (const char *c = others; *c != '\0'; c++) {
    if (*c == ';')
      buf_puts(b, ", ");
    else
      buf_putc(b, *c);
  }
}

static void text_place(struct page *p, const struct imp_place *x) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, x->name);
  page_line(p);
  buf_printf(&b, "%s, %s", x->iso2, x->iso3);
  page_item(p, "ISO", LABEL_COLUMNS, b.n > 0 ? b.p : "");
  page_item(p, "Census", LABEL_COLUMNS, x->census);
  buf_clear(&b);
  put_others(&b, x->others);
  if (b.n > 0) page_item(p, "also", LABEL_COLUMNS, b.p);
  page_item(p, "duty column", LABEL_COLUMNS, x->column2 ? "column 2" : "column 1");
  page_item(p, "on lists", LABEL_COLUMNS, x->groups[0] != '\0' ? x->groups : "none");
  if (x->outside[0] != '\0') page_item(p, "other days", LABEL_COLUMNS, x->outside);
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static void text_row(struct page *p, const struct imp_place *x, const char *group) {
  page_space(p, PAGE_INDENT);
  page_cell(p, x->iso2, 4, PAGE_LEFT);
  page_cell(p, x->iso3, 5, PAGE_LEFT);
  page_cell(p, x->census, 6, PAGE_LEFT);
  page_cell(p, x->name, NAME_COLUMNS, PAGE_LEFT);
  if (x->column2) page_puts(p, " column 2");
  if (group != NULL && strstr(x->outside, group) != NULL) page_puts(p, " not that day");
  page_line(p);
}

static void text_nothing(struct page *p, const char *suggestion) {
  struct buf b = {0};
  buf_puts(&b, "no place has that code or name");
  if (suggestion != NULL) buf_printf(&b, "; did you mean %s?", suggestion);
  page_line(p);
  page_space(p, 2);
  page_wrap(p, 2, b.n > 0 ? b.p : "");
  if (b.failed) p->out->failed = true;
  buf_free(&b);
}

static void write_text(const struct imp_places_page *page, const struct imp_report_options *o,
                       struct buf *out) {
  struct page p = {.out = out,
                   .width = o->width > 0 ? o->width : 96,
                   .ascii = o->ascii != 0,
                   .color = o->color != 0};
  enum { WHOLE = 3 }; /* more of them stand one a row */
  if (p.width < 40) p.width = 40;
  if (page->count == 0) text_nothing(&p, page->suggestion);
  bool rows = page->count > WHOLE || page->group != NULL;
  if (rows) page_line(&p);
  for (uint32_t i = 0; i < page->count; i++) {
    if (rows)
      text_row(&p, &page->places[i], page->group);
    else
      text_place(&p, &page->places[i]);
  }
  page_line(&p);
  buf_printf(out, "  %u place%s", (unsigned)page->count, page->count == 1 ? "" : "s");
  if (page->group != NULL) buf_printf(out, " named by the list %s", page->group);
  buf_printf(out, ", on %s\n", page->on);
}

static void write_json(const struct imp_law *law, const struct imp_places_page *page, int flat,
                       struct buf *out) {
  struct json_out j = {.out = out, .flat = flat};
  json_open(&j, NULL, '{');
  json_text(&j, "schema", "impost.places/1");
  json_text(&j, "law", imp_law_digest(law));
  json_text(&j, "on", page->on);
  json_text(&j, "group", page->group);
  json_open(&j, "places", '[');
  for (uint32_t i = 0; i < page->count; i++) {
    const struct imp_place *x = &page->places[i];
    json_open(&j, NULL, '{');
    json_text(&j, "iso2", x->iso2);
    json_text(&j, "iso3", x->iso3);
    json_maybe(&j, "census", x->census);
    json_text(&j, "name", x->name);
    json_maybe(&j, "others", x->others);
    json_bool(&j, "column2", x->column2);
    json_maybe(&j, "lists", x->groups);
    json_maybe(&j, "lists_other_days", x->outside);
    json_close(&j, '}');
  }
  json_close(&j, ']');
  json_text(&j, "suggestion", page->suggestion);
  json_close(&j, '}');
  buf_putc(out, '\n');
}

enum imp_status imp_report_places(const struct imp_law *law, const struct imp_places_page *page,
                                  const struct imp_report_options *options, struct imp_text *text,
                                  struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  if (options->format == IMP_CSV || options->format == IMP_TSV)
    return error_set(err, IMP_USAGE, "usage.format", "-O text, json or jsonl",
                     "places have no form as a table");
  if (options->format == IMP_TEXT)
    write_text(page, options, &b);
  else
    write_json(law, page, options->format == IMP_JSON ? 3 : 0, &b);
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}
