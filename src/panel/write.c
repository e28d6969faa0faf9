// SPDX-License-Identifier: Apache-2.0
// The class-coded form of a panel, version 1: a head, a table of sections, the sections. All numbers are
// little-endian; the layout is in docs/panel.md and examples/read-panel.py reads it.
#include <string.h>

#include "panel/panel_own.h"

enum { VERSION = 1, SECTIONS = 10, HEAD_SIZE = 32, ENTRY_SIZE = 24 };

struct section {
  char tag[5];
  uint32_t item; /* bytes */
  struct buf bytes;
};

static void put16(struct buf *b, uint32_t n) {
  buf_putc(b, (char)(n & 0xff));
  buf_putc(b, (char)(n >> 8 & 0xff));
}

static void put32(struct buf *b, uint32_t n) {
  put16(b, n & 0xffff);
  put16(b, n >> 16);
}

static void put64(struct buf *b, uint64_t n) {
  put32(b, (uint32_t)n);
  put32(b, (uint32_t)(n >> 32));
}

/* ---- texts: byte offsets into the section ------------------------------------------------------------- */

struct texts {
  struct set seen;
  struct buf offsets; /* uint32 of each, in memory order */
  struct buf bytes;
};

static uint32_t text_at(struct texts *t, struct str s) {
  uint32_t at = (uint32_t)t->bytes.n, known = (uint32_t)t->seen.count;
  uint32_t id = set_add(&t->seen, s.p ? s.p : "", s.n);
  if (id == UINT32_MAX || t->offsets.failed) {
    t->bytes.failed = true;
    return 0;
  }
  if (id < known) {
    memcpy(&at, t->offsets.p + id * sizeof at, sizeof at);
    return at;
  }
  buf_put(&t->offsets, (struct str){(const char *)&at, sizeof at});
  buf_put(&t->bytes, s);
  buf_putc(&t->bytes, '\0');
  if (t->offsets.failed) t->bytes.failed = true;
  return at;
}

static void put_text(struct buf *b, struct texts *t, const char *s) {
  put32(b, s ? text_at(t, str_of(s)) : NOWHERE);
}

/* ---- sections ------------------------------------------------------------------------------------------ */

static void put_meta(const struct imp_panel *p, struct texts *t, struct buf *b) {
  char digest[65] = "";
  struct buf from = {0}, until = {0}, known = {0};
  day_print(p->from, &from);
  day_print(p->until, &until);
  day_print(p->read.view.known, &known);
  memcpy(digest, imp_law_digest(p->law), 64);
  const char *pairs[][2] = {{"law", digest},
                            {"known", known.p},
                            {"basis", p->query.basis == IMP_LEGAL ? "legal" : "collected"},
                            {"from", from.p},
                            {"until", until.p},
                            {"value", "1000000 USD"},
                            {"facts",
                             "none stated: what the law presumes; no claims unless listed"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    put_text(b, t, pairs[i][0]);
    put_text(b, t, pairs[i][1]);
  }
  for (uint32_t i = 0; i < p->claim_count; i++) {
    put_text(b, t, "claim");
    put_text(b, t, p->claims[i]);
  }
  for (uint32_t i = 0; i < p->query.pick_count; i++) {
    put_text(b, t, p->query.picks[i].name);
    put_text(b, t, p->query.picks[i].value);
  }
  if (from.failed || until.failed || known.failed) b->failed = true;
  buf_free(&from);
  buf_free(&until);
  buf_free(&known);
}

static void put_codes(const struct imp_panel *p, struct texts *t, struct buf *b) {
  for (size_t i = 0; i < p->code_count; i++) {
    const struct code_row *c = &p->codes[i];
    const struct column_text *general = &p->columns[c->general], *column2 = &p->columns[c->column2];
    put64(b, c->code);
    put32(b, (uint32_t)c->from);
    put32(b, (uint32_t)c->until);
    put32(b, c->class);
    put32(b, text_at(t, general->text));
    put32(b, text_at(t, column2->text));
    put32(b, 0);
    put64(b, (uint64_t)general->share);
    put64(b, (uint64_t)column2->share);
  }
}

static void put_places(const struct imp_panel *p, struct buf *b) {
  for (uint32_t i = 0; i < p->place_count; i++) {
    buf_putc(b, (char)(p->places[i].iso2 >> 8));
    buf_putc(b, (char)(p->places[i].iso2 & 0xff));
    put16(b, p->places[i].class);
  }
}

static void put_table(const struct imp_panel *p, struct buf *cells, struct buf *strips,
                      struct buf *days) {
  for (size_t d = 0; d < p->day_count; d++) put32(days, (uint32_t)p->days[d]);
  for (size_t i = 0; i < (size_t)p->class_count * p->place_class_count; i++)
    put32(cells, p->cells[i]);
  for (uint32_t s = 0; s < p->strips.count; s++) {
    const uint32_t *progs = panel_progs(p, s);
    for (size_t d = 0; d < p->day_count; d++) put32(strips, progs[d]);
  }
}

static void put_progs(const struct imp_panel *p, struct texts *t, struct buf *b) {
  for (size_t i = 0; i < p->prog_count; i++) {
    const struct prog *g = &p->progs[i];
    put32(b, g->status);
    put_text(b, t, panel_text(p, g->why));
    put32(b, g->first);
    put32(b, g->count);
    put64(b, (uint64_t)g->low);
    put64(b, (uint64_t)g->high);
  }
}

static void put_rows(const struct imp_panel *p, struct texts *t, struct buf *b) {
  for (size_t i = 0; i < p->row_count; i++) {
    const struct prog_row *r = &p->rows[i];
    put_text(b, t, panel_text(p, r->measure));
    put_text(b, t, panel_text(p, r->heading));
    put_text(b, t, panel_text(p, r->rate));
    buf_putc(b, (char)r->kind);
    buf_putc(b, (char)r->is_base);
    put16(b, r->programme);
    put64(b, (uint64_t)r->share);
  }
}

/* ---- the file ------------------------------------------------------------------------------------------- */

static void put_head(const struct section *s, struct buf *b) {
  uint64_t at = HEAD_SIZE + (uint64_t)SECTIONS * ENTRY_SIZE;
  buf_put(b, STR("IMPPANEL"));
  put32(b, VERSION);
  put32(b, SECTIONS);
  put64(b, IMP_SHARE_WHOLE);
  put64(b, 0);
  for (int i = 0; i < SECTIONS; i++) {
    buf_put(b, str_sub(str_of(s[i].tag), 0, 4));
    put32(b, s[i].item);
    put64(b, at);
    put64(b, s[i].bytes.n / s[i].item);
    at += (s[i].bytes.n + 7) / 8 * 8;
  }
}

static enum imp_status put_sections(struct section *s, imp_panel_put put, void *user,
                                    struct imp_error *err) {
  struct buf head = {0};
  put_head(s, &head);
  enum imp_status status = head.failed ? error_no_memory(err) : put(user, head.p, head.n, err);
  for (int i = 0; i < SECTIONS && status == IMP_OK; i++) {
    buf_fill(&s[i].bytes, '\0', (8 - s[i].bytes.n % 8) % 8);
    if (s[i].bytes.failed)
      status = error_no_memory(err);
    else if (s[i].bytes.n)
      status = put(user, s[i].bytes.p, s[i].bytes.n, err);
  }
  buf_free(&head);
  return status;
}

enum imp_status imp_panel_write(const struct imp_panel *p, imp_panel_put put, void *user,
                                struct imp_error *err) {
  enum { META, CODE, PLAC, DAYS, CELL, STRP, PROG, ROWS, PGRM, TEXT };
  struct section s[SECTIONS] = {
      [META] = {"META", 8, {0}},  [CODE] = {"CODE", 48, {0}}, [PLAC] = {"PLAC", 4, {0}},
      [DAYS] = {"DAYS", 4, {0}},  [CELL] = {"CELL", 4, {0}},  [STRP] = {"STRP", 4, {0}},
      [PROG] = {"PROG", 32, {0}}, [ROWS] = {"ROWS", 24, {0}}, [PGRM] = {"PGRM", 4, {0}},
      [TEXT] = {"TEXT", 1, {0}}};
  struct texts t = {0};
  bool failed = false;
  put_meta(p, &t, &s[META].bytes);
  put_codes(p, &t, &s[CODE].bytes);
  put_places(p, &s[PLAC].bytes);
  put_table(p, &s[CELL].bytes, &s[STRP].bytes, &s[DAYS].bytes);
  put_progs(p, &t, &s[PROG].bytes);
  put_rows(p, &t, &s[ROWS].bytes);
  for (uint32_t i = 0; i < p->programme_count; i++)
    put_text(&s[PGRM].bytes, &t, panel_text(p, p->programmes[i]));
  s[TEXT].bytes = t.bytes;
  for (int i = 0; i < SECTIONS; i++) failed = failed || s[i].bytes.failed;
  enum imp_status status = failed ? error_no_memory(err) : put_sections(s, put, user, err);
  for (int i = 0; i < SECTIONS; i++) buf_free(&s[i].bytes);
  buf_free(&t.offsets);
  set_free(&t.seen);
  return status;
}
