// SPDX-License-Identifier: Apache-2.0
// How much of a place's controls is encoded, as a page and as JSON.
#include "impost/licence.h"
#include "report/json_out.h"
#include "report/study.h"

enum { NAME_COLUMNS = 32, COUNT_COLUMNS = 12 };

static const char *state_of(const struct imp_covered *c) {
  return c->whole ? "whole" : c->encoded ? "in part" : "not";
}

static void put_list(struct page *p, const struct imp_covered *c) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT);
  page_cell(p, c->name, NAME_COLUMNS, PAGE_LEFT);
  buf_printf(&b, c->declared ? "%u of %u" : "%u", (unsigned)c->encoded, (unsigned)c->declared);
  page_cell(p, b.p ? b.p : "", COUNT_COLUMNS, PAGE_LEFT);
  buf_clear(&b);
  buf_printf(&b, "%s%s%s", c->title ? c->title : "", c->missing ? ": " : "",
             c->missing ? c->missing : "");
  page_wrap(p, PAGE_INDENT + NAME_COLUMNS + COUNT_COLUMNS, b.p ? b.p : "");
  page_done(p, &b);
}

static uint32_t section(struct page *p, const struct imp_coverage *c, const char *title,
                        const char *state, bool persons) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < imp_coverage_count(c); i++) {
    const struct imp_covered *x = imp_coverage_at(c, i);
    if (x->persons != persons || state_of(x)[0] != state[0]) continue;
    if (n++ == 0) {
      page_line(p);
      page_space(p, 2);
      page_tone(p, PAGE_STRONG, title);
      page_line(p);
      page_line(p);
    }
    put_list(p, x);
  }
  return n;
}

static void write_text(const struct imp_law *law, const struct imp_query *query,
                       const struct imp_coverage *c, struct page *p) {
  uint32_t n = section(p, c, "Lists of items, whole", "whole", false);
  n += section(p, c, "Lists of items, in part", "in part", false);
  n += section(p, c, "Lists of items, known and not encoded", "not", false);
  n += section(p, c, "Lists of persons", "whole", true);
  n += section(p, c, "Lists of persons, in part", "in part", true);
  n += section(p, c, "Lists of persons, counted without names", "not", true);
  page_line(p);
  page_space(p, 2);
  page_wrap(p, 2,
            n > 0 ? "What stands on none of them is not thereby allowed: there are lists nobody "
                    "encoded here, and rules that reach anything."
                  : "No list of this place is encoded.");
  study_stamp_of(p, law, query, imp_coverage_place(c));
}

static void write_json(const struct imp_law *law, const struct imp_query *query,
                       const struct imp_coverage *c, struct buf *out) {
  struct json_out j = {.out = out, .flat = 3};
  json_open(&j, NULL, '{');
  study_json_head_of(&j, "impost.coverage/1", law, query, imp_coverage_place(c));
  json_text(&j, "place", imp_coverage_place(c));
  json_open(&j, "lists", '[');
  for (uint32_t i = 0; i < imp_coverage_count(c); i++) {
    const struct imp_covered *x = imp_coverage_at(c, i);
    json_open(&j, NULL, '{');
    json_text(&j, "name", x->name);
    json_maybe(&j, "title", x->title);
    json_text(&j, "of", x->persons ? "persons" : "items");
    json_text(&j, "encoded", state_of(x));
    json_number(&j, "entries", x->encoded);
    if (x->declared)
      json_number(&j, "entries_of_act", x->declared);
    else
      json_null(&j, "entries_of_act");
    json_maybe(&j, "missing", x->missing);
    json_maybe(&j, "act", x->act);
    json_maybe(&j, "day", x->signed_on);
    json_maybe(&j, "source", x->source);
    json_close(&j, '}');
  }
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

enum imp_status imp_report_coverage(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_coverage *c,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT)
    write_text(law, query, c, &p);
  else
    write_json(law, query, c, &b);
  return study_give_back(text, &b, err);
}
