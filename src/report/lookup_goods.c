// SPDX-License-Identifier: Apache-2.0
// Pages of goods: headings found by word; lines, numbers and lists of law of a number. See impost/lookup.h.

#include <string.h>

#include "base/error.h"
#include "impost/lookup.h"
#include "report/json_out.h"
#include "report/report.h"

enum { CODE_COLUMNS = 15, HITS_SHOWN = 30 };

struct goods_out {
  struct page p;
  const struct imp_goods_page *page;
  const struct imp_goods *goods; /* descriptions of an imported edition, or NULL */
  const char *asked;
};

static void title(struct page *p, const char *words) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, words);
  page_line(p);
}

static void item(struct page *p, const char *code, const char *words) {
  page_space(p, PAGE_INDENT);
  page_cell(p, code, CODE_COLUMNS, PAGE_LEFT);
  page_puts(p, " ");
  page_wrap(p, PAGE_INDENT + CODE_COLUMNS + 1, words);
}

static void item_buf(struct page *p, const char *code, struct buf *words) {
  item(p, code, words->n > 0 ? words->p : "");
  if (words->failed) p->out->failed = true;
  buf_free(words);
}

/* ---- text ------------------------------------------------------------------------------------ */

/* The description an imported edition has for a number, or NULL. */
static const char *described(const struct goods_out *o, const char *code) {
  struct imp_goods_hit hit;
  return o->goods != NULL && imp_goods_find(o->goods, code, &hit) != 0 ? hit.text : NULL;
}

static void text_headings(struct goods_out *o) {
  const struct imp_goods_page *g = o->page;
  if (g->heading_count == 0) return;
  title(&o->p, "Headings");
  for (uint32_t i = 0; i < g->heading_count; i++)
    item(&o->p, g->headings[i].code, g->headings[i].label);
  if (g->heading_found > g->heading_count)
    buf_printf(o->p.out, "    and %u more; ask with more words\n",
               (unsigned)(g->heading_found - g->heading_count));
}

static void text_rates(struct page *p, const struct imp_tariff_line *l) {
  page_item(p, "general", 12, l->general);
  if (l->special[0] != '\0') page_item(p, "special", 12, l->special);
  if (l->column2[0] != '\0') page_item(p, "column 2", 12, l->column2);
  page_item(p, "units", 12, l->units[0] != '\0' ? l->units : "none");
}

static void put_window(struct buf *b, const char *from, const char *until, bool in_force) {
  if (from != NULL) buf_printf(b, "from %s", from);
  if (until != NULL) buf_printf(b, "%suntil %s", from != NULL ? " " : "", until);
  if (!in_force) buf_printf(b, "%snot valid on the day", b->n > 0 ? ", " : "");
}

/* One line asked for by its number: everything of it, one block a window. */
static void text_one_line(struct goods_out *o) {
  const struct imp_goods_page *g = o->page;
  for (uint32_t i = 0; i < g->line_count; i++) {
    struct buf b = {0};
    const char *text = described(o, g->lines[i].code);
    buf_printf(&b, "%s", g->lines[i].code);
    if (text != NULL || g->parent != NULL) buf_printf(&b, "  %s", text != NULL ? text : g->parent);
    struct buf w = {0};
    put_window(&w, g->lines[i].from, g->lines[i].until, g->lines[i].in_force);
    if (w.n > 0) buf_printf(&b, "  (%s)", w.p);
    title(&o->p, b.n > 0 ? b.p : "");
    if (b.failed || w.failed) o->p.out->failed = true;
    buf_free(&w);
    buf_free(&b);
    text_rates(&o->p, &g->lines[i]);
  }
}

static void text_lines(struct goods_out *o) {
  const struct imp_goods_page *g = o->page;
  if (g->line_count == 0) return;
  if (g->parent != NULL) {
    page_line(&o->p);
    page_space(&o->p, 2);
    page_tone(&o->p, PAGE_STRONG, g->code);
    page_puts(&o->p, "  ");
    page_puts(&o->p, g->parent);
    page_line(&o->p);
  }
  title(&o->p, "Lines of eight digits, and their general rate");
  for (uint32_t i = 0; i < g->line_count; i++) {
    struct buf b = {0};
    const char *text = described(o, g->lines[i].code);
    buf_printf(&b, "%-14s", g->lines[i].general);
    if (text != NULL) buf_printf(&b, "  %s", text);
    item_buf(&o->p, g->lines[i].code, &b);
  }
}

/* Ten digits were asked for that no edition held has. */
static void text_unknown(struct goods_out *o) {
  struct buf b = {0};
  const char *meant = o->page->suggestion;
  buf_printf(&b, "no edition held has %s%s%s", o->page->code, meant != NULL ? "; " : "",
             meant != NULL ? meant : "");
  title(&o->p, b.n > 0 ? b.p : "");
  if (b.failed) o->p.out->failed = true;
  buf_free(&b);
}

static void text_numbers(struct goods_out *o) {
  const struct imp_goods_page *g = o->page;
  enum { TEN_DIGITS = 13 }; /* 8507.60.00.20 */
  if (g->code != NULL && strlen(g->code) == TEN_DIGITS && g->line_count > 0 && g->number_count == 0)
    text_unknown(o);
  if (g->number_count == 0) return;
  title(&o->p, "Ten-digit numbers");
  for (uint32_t i = 0; i < g->number_count; i++) {
    const struct imp_tariff_number *n = &g->numbers[i];
    struct buf b = {0};
    const char *text = described(o, n->code);
    put_window(&b, n->from, n->until, n->in_force);
    if (n->successors[0] != '\0')
      buf_printf(&b, "%sits goods went to %s", b.n > 0 ? ", " : "", n->successors);
    if (n->predecessors[0] != '\0')
      buf_printf(&b, "%sholds goods of %s", b.n > 0 ? ", " : "", n->predecessors);
    if (b.n == 0) buf_puts(&b, "valid in every edition held");
    if (text != NULL) buf_printf(&b, "  %s", text);
    item_buf(&o->p, n->code, &b);
  }
}

static void text_lists(struct goods_out *o) {
  const struct imp_goods_page *g = o->page;
  if (g->number_count == 0) return;
  title(&o->p, g->list_count > 0 ? "Lists of law that name it" : "No list of law names it");
  for (uint32_t i = 0; i < g->list_count; i++) {
    const struct imp_listing *l = &g->lists[i];
    struct buf b = {0};
    buf_puts(&b, l->holds ? "on it" : "not on it that day");
    if (l->numbers != NULL) buf_printf(&b, ", but only %s", l->numbers);
    if (l->part != NULL) buf_printf(&b, ", in part: %s", l->part);
    buf_printf(&b, "  (%s:%u)", l->member.file, (unsigned)l->member.line);
    page_space(&o->p, PAGE_INDENT);
    page_cell(&o->p, l->list, 28, PAGE_LEFT);
    page_puts(&o->p, " ");
    page_wrap(&o->p, PAGE_INDENT + 29, b.n > 0 ? b.p : "");
    if (b.failed) o->p.out->failed = true;
    buf_free(&b);
  }
}

/* Hits in the descriptions of an imported edition. */
static enum imp_status text_search(struct goods_out *o, struct imp_error *err) {
  struct imp_goods_hit hits[HITS_SHOWN];
  size_t found = 0;
  if (o->goods == NULL || o->page->code != NULL) return IMP_OK;
  enum imp_status status = imp_goods_search(o->goods, o->asked, 0, hits, HITS_SHOWN, &found, err);
  if (status != IMP_OK || found == 0) return status;
  struct buf b = {0};
  buf_printf(&b, "Descriptions of the edition %s", imp_goods_edition(o->goods));
  title(&o->p, b.n > 0 ? b.p : "");
  if (b.failed) o->p.out->failed = true;
  buf_free(&b);
  size_t shown = found < HITS_SHOWN ? found : HITS_SHOWN;
  for (size_t i = 0; i < shown; i++) item(&o->p, hits[i].code, hits[i].text);
  if (found > shown) buf_printf(o->p.out, "    and %zu more; ask with more words\n", found - shown);
  return IMP_OK;
}

static void text_nothing(struct goods_out *o) {
  struct buf b = {0};
  page_line(&o->p);
  buf_printf(&b, "nothing is held for \"%s\"", o->asked);
  if (o->page->suggestion != NULL) buf_printf(&b, "; %s", o->page->suggestion);
  page_space(&o->p, 2);
  page_wrap(&o->p, 2, b.n > 0 ? b.p : "");
  if (b.failed) o->p.out->failed = true;
  buf_free(&b);
}

static enum imp_status write_text(struct goods_out *o, struct imp_error *err) {
  const struct imp_goods_page *g = o->page;
  size_t start = o->p.out->n;
  bool one = g->code != NULL && strlen(g->code) >= 10;
  text_headings(o);
  if (one)
    text_one_line(o);
  else
    text_lines(o);
  text_numbers(o);
  if (one && g->line_count > 0) text_lists(o);
  if (g->heading_count > 0 && g->suggestion != NULL) {
    page_line(&o->p);
    page_space(&o->p, 2);
    page_wrap(&o->p, 2, g->suggestion);
  }
  enum imp_status status = text_search(o, err);
  if (o->p.out->n == start) text_nothing(o);
  page_line(&o->p);
  page_space(&o->p, 2);
  page_puts(&o->p, "on ");
  page_puts(&o->p, g->on);
  page_puts(&o->p, "; labels of headings are words of this project");
  page_line(&o->p);
  return status;
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static void json_heads(struct json_out *j, const struct imp_goods_page *g) {
  json_open(j, "headings", '[');
  for (uint32_t i = 0; i < g->heading_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "code", g->headings[i].code);
    json_text(j, "label", g->headings[i].label);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_number(j, "headings_found", g->heading_found);
}

static void json_lines(struct json_out *j, const struct goods_out *o) {
  json_open(j, "lines", '[');
  for (uint32_t i = 0; i < o->page->line_count; i++) {
    const struct imp_tariff_line *l = &o->page->lines[i];
    json_open(j, NULL, '{');
    json_text(j, "code", l->code);
    json_text(j, "from", l->from);
    json_text(j, "until", l->until);
    json_bool(j, "in_force", l->in_force);
    json_text(j, "units", l->units);
    json_text(j, "general", l->general);
    json_maybe(j, "special", l->special);
    json_maybe(j, "column2", l->column2);
    json_text(j, "description", described(o, l->code));
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void json_numbers(struct json_out *j, const struct goods_out *o) {
  json_open(j, "numbers", '[');
  for (uint32_t i = 0; i < o->page->number_count; i++) {
    const struct imp_tariff_number *n = &o->page->numbers[i];
    json_open(j, NULL, '{');
    json_text(j, "code", n->code);
    json_text(j, "from", n->from);
    json_text(j, "until", n->until);
    json_bool(j, "in_force", n->in_force);
    json_text(j, "units", n->units);
    json_maybe(j, "successors", n->successors);
    json_maybe(j, "predecessors", n->predecessors);
    json_text(j, "description", described(o, n->code));
    json_close(j, '}');
  }
  json_close(j, ']');
}

static void json_lists(struct json_out *j, const struct imp_goods_page *g) {
  json_open(j, "lists", '[');
  for (uint32_t i = 0; i < g->list_count; i++) {
    const struct imp_listing *l = &g->lists[i];
    json_open(j, NULL, '{');
    json_text(j, "list", l->list);
    json_bool(j, "holds", l->holds);
    json_text(j, "numbers", l->numbers);
    json_text(j, "part", l->part);
    json_text(j, "file", l->member.file);
    json_number(j, "line", l->member.line);
    json_close(j, '}');
  }
  json_close(j, ']');
}

static enum imp_status json_search(struct json_out *j, const struct goods_out *o,
                                   struct imp_error *err) {
  struct imp_goods_hit hits[HITS_SHOWN];
  size_t found = 0;
  enum imp_status status = IMP_OK;
  if (o->goods != NULL && o->page->code == NULL)
    status = imp_goods_search(o->goods, o->asked, 0, hits, HITS_SHOWN, &found, err);
  json_open(j, "descriptions", '[');
  for (size_t i = 0; status == IMP_OK && i < found && i < HITS_SHOWN; i++) {
    json_open(j, NULL, '{');
    json_text(j, "code", hits[i].code);
    json_text(j, "text", hits[i].text);
    json_close(j, '}');
  }
  json_close(j, ']');
  return status;
}

static enum imp_status write_json(const struct imp_law *law, const struct goods_out *o, int flat,
                                  struct buf *out, struct imp_error *err) {
  struct json_out j = {.out = out, .flat = flat};
  const struct imp_goods_page *g = o->page;
  json_open(&j, NULL, '{');
  json_text(&j, "schema", "impost.goods/1");
  json_text(&j, "law", imp_law_digest(law));
  json_text(&j, "on", g->on);
  json_text(&j, "asked", o->asked);
  json_text(&j, "code", g->code);
  json_text(&j, "heading", g->parent);
  json_text(&j, "edition", o->goods != NULL ? imp_goods_edition(o->goods) : NULL);
  json_heads(&j, g);
  json_lines(&j, o);
  json_numbers(&j, o);
  json_lists(&j, g);
  enum imp_status status = json_search(&j, o, err);
  json_text(&j, "suggestion", g->suggestion);
  json_close(&j, '}');
  buf_putc(out, '\n');
  return status;
}

enum imp_status imp_report_goods(const struct imp_law *law, const struct imp_goods_page *page,
                                 const struct imp_goods *goods, const char *asked,
                                 const struct imp_report_options *options, struct imp_text *text,
                                 struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  int width = options->width > 0 ? options->width : 96;
  struct goods_out o = {.p = {.out = &b,
                              .width = width < 40 ? 40 : width,
                              .ascii = options->ascii != 0,
                              .color = options->color != 0},
                        .page = page,
                        .goods = goods,
                        .asked = asked};
  if (options->format == IMP_CSV || options->format == IMP_TSV)
    return error_set(err, IMP_USAGE, "usage.format", "-O text, json or jsonl",
                     "goods have no form as a table");
  enum imp_status status = options->format == IMP_TEXT
                               ? write_text(&o, err)
                               : write_json(law, &o, options->format == IMP_JSON ? 3 : 0, &b, err);
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  if (status == IMP_OK && b.failed) return error_no_memory(err);
  return status;
}
