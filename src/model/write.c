// SPDX-License-Identifier: Apache-2.0
// Writing numbers and tables, and the choice of form.

#include "model/write.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const model_metric_names[IMP_METRICS] = {"real-income", "real-wage", "prices",
                                                     "duty",        "imports",   "exports"};
const char *const model_metric_units[IMP_METRICS] = {"fraction", "fraction", "fraction",
                                                     "money",    "fraction", "fraction"};

const char *const model_not_in[] = {
    "policy on services, investment, migration and exchange rates",
    "firms that come and go, sticky prices and wages, the cost of not knowing",
    "quotas and rules below a sector: every sector is one good of each region",
    "trade that is not there in the base year: a flow of zero stays zero",
    "land and other limits to what can be made: sellers ask their cost, however much is sold",
    NULL};

const char *model_closure_name(enum imp_closure c) {
  static const char *const names[] = {"fixed", "removed", "share"};
  return names[c];
}

void write_number(struct buf *b, double value, int decimals) {
  char text[64];
  if (!isfinite(value)) {
    buf_putc(b, '-');
    return;
  }
  snprintf(text, sizeof text, "%.*f", decimals, value);
  bool zero = true;
  for (char *p = text; *p != '\0'; p++) {
    if (*p == ',') *p = '.'; /* a locale's point */
    zero = zero && (*p < '1' || *p > '9');
  }
  buf_puts(b, zero && text[0] == '-' ? text + 1 : text);
}

void write_plain(struct buf *b, double value, int decimals, int columns) {
  struct buf cell = {0};
  write_number(&cell, value, decimals);
  buf_fill(b, ' ', (int)cell.n < columns ? (size_t)columns - cell.n : 0);
  buf_put(b, buf_str(&cell));
  write_done(b, &cell);
}

void write_signed(struct buf *b, double value, int decimals, int columns) {
  struct buf cell = {0};
  write_number(&cell, value, decimals);
  bool zero = cell.n == 0 || strspn(cell.p, "0.") == cell.n;
  bool plus = isfinite(value) && value > 0 && !zero;
  int used = (int)cell.n + plus;
  buf_fill(b, ' ', used < columns ? (size_t)(columns - used) : 0);
  if (plus) buf_putc(b, '+');
  buf_put(b, buf_str(&cell));
  write_done(b, &cell);
}

void write_done(struct buf *b, struct buf *scratch) {
  b->failed = b->failed || scratch->failed;
  buf_free(scratch);
}

void write_cell(struct buf *b, const char *text, int columns) {
  int used = 0;
  for (const char *p = text; *p != '\0'; p++) {
    bool begins = ((unsigned char)*p & 0xc0) != 0x80;
    if (begins && used == columns) return;
    used += begins;
    buf_putc(b, *p);
  }
  buf_fill(b, ' ', (size_t)(columns - used));
}

void write_quoted(struct buf *b, const char *text) {
  buf_putc(b, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\') buf_putc(b, '\\');
    if ((unsigned char)*p < 0x20)
      buf_printf(b, "\\u%04x", (unsigned)*p);
    else
      buf_putc(b, *p);
  }
  buf_putc(b, '"');
}

void write_ascii(struct buf *b) {
  static const struct {
    const char *letter, *spelled;
  } marks[] = {{"é", "e"}, {"ü", "u"},  {"·", ","}, {"█", "#"},
               {"─", "-"}, {"…", ".."}, {"×", "x"}, {"│", "|"}};
  size_t to = 0;
  for (size_t at = 0; at < b->n;) {
    const char *spelled = NULL;
    size_t step = 1;
    for (size_t k = 0; k < sizeof marks / sizeof *marks && spelled == NULL; k++)
      if (str_starts((struct str){b->p + at, b->n - at}, str_of(marks[k].letter)))
        spelled = marks[k].spelled, step = strlen(marks[k].letter);
    if (spelled == NULL && (unsigned char)b->p[at] >= 0x80) {
      spelled = "?";
      while (at + step < b->n && ((unsigned char)b->p[at + step] & 0xc0) == 0x80) step++;
    }
    if (spelled == NULL) {
      b->p[to++] = b->p[at];
    } else { /* never longer than the letter */
      memcpy(b->p + to, spelled, strlen(spelled));
      to += strlen(spelled);
    }
    at += step;
  }
  b->n = to;
  if (b->p != NULL) b->p[to] = '\0';
}

int model_decimals(const struct imp_model *m, int most) {
  double largest = 0;
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (uint32_t n = 0; n < m->regions; n++)
      largest = fmax(largest, fabs(model_number(m, k, n, IMP_REAL_INCOME)->central));
  int decimals = 2;
  for (double small = 5e-4; decimals < most && largest < small; small /= 10) decimals++;
  return decimals;
}

void model_rank(const struct imp_model *m, uint32_t outcome, enum imp_metric metric,
                uint32_t *order) {
  for (uint32_t n = 0; n < m->regions; n++) {
    uint32_t at = n;
    double value = model_number(m, outcome, n, metric)->central;
    for (; at > 0 && model_number(m, outcome, order[at - 1], metric)->central > value; at--)
      order[at] = order[at - 1];
    order[at] = n;
  }
}

/* ---- the public calls --------------------------------------------------------------------------------- */

static enum imp_status give(struct buf *b, const struct imp_report_options *o,
                            struct imp_text *text, struct imp_error *err) {
  if (o->ascii && o->format == IMP_TEXT && !b->failed) write_ascii(b);
  *text = (struct imp_text){.p = b->p, .n = b->n, .cap = b->cap};
  return b->failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status imp_report_model(const struct imp_model *m, const struct imp_report_options *o,
                                 enum imp_picture picture, struct imp_text *text,
                                 struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  if (picture == IMP_SVG)
    model_write_svg(m, &b);
  else if (o->format == IMP_TEXT)
    model_write_text(m, o, &b);
  else if (o->format == IMP_JSON || o->format == IMP_JSONL)
    model_write_json(m, &b);
  else
    model_write_csv(m, o->format == IMP_TSV ? '\t' : ',', &b);
  return give(&b, o, text, err);
}

static void about_names(struct buf *b, const char *label, const struct economy_name *names,
                        uint32_t count) {
  buf_printf(b, "\n  %s\n", label);
  for (uint32_t k = 0; k < count; k++) {
    buf_puts(b, "    ");
    write_cell(b, names[k].code, 12);
    buf_printf(b, "%s\n", names[k].title);
  }
}

/* Wrapped at `width`, further lines under the first. */
static void about_note(struct buf *b, const struct economy_note *note, int width) {
  int at = 12;
  buf_puts(b, "    ");
  write_cell(b, note->kind, 8);
  struct str rest = str_of(note->text), word;
  while (str_split(&rest, ' ', &word)) {
    int columns = (int)str_utf8_columns(word);
    if (at > 12 && at + columns + 1 > width) {
      buf_puts(b, "\n            ");
      at = 12;
    } else if (at > 12) {
      buf_putc(b, ' ');
      at++;
    }
    buf_put(b, word);
    at += columns;
  }
  buf_putc(b, '\n');
}

static void about_text(const struct imp_world *w, const struct imp_report_options *o,
                       struct buf *b) {
  const struct economy *e = w->e;
  int width = o->width > 0 ? o->width : 96;
  buf_printf(b, "\n  BASE YEAR %s                %s\n", e->year, e->title);
  buf_printf(b, "    %u regions, %u sectors, %s\n\n", (unsigned)e->regions, (unsigned)e->sectors,
             e->unit);
  for (uint32_t k = 0; k < e->note_count; k++) about_note(b, &e->notes[k], width);
  if (w->prices != NULL) {
    buf_printf(b, "\n  Prices consumers pay: %u commodities and %u categories of %s, %s\n",
               (unsigned)w->prices->commodities, (unsigned)w->prices->categories,
               e->region[w->prices->region].title, w->prices->year);
    for (uint32_t k = 0; k < w->prices->note_count; k++) about_note(b, &w->prices->notes[k], width);
  }
  about_names(b, "Regions", e->region, e->regions);
  buf_puts(b, "\n  Sectors, and elasticities of trade by set\n    ");
  write_cell(b, "", 44);
  for (uint32_t s = 0; s < e->sets; s++) buf_printf(b, "%7.6s", e->set[s].name);
  buf_putc(b, '\n');
  for (uint32_t j = 0; j < e->sectors; j++) {
    buf_puts(b, "    ");
    write_cell(b, e->sector[j].code, 12);
    write_cell(b, e->sector[j].title, 32);
    for (uint32_t s = 0; s < e->sets; s++) {
      struct buf cell = {0};
      write_number(&cell, e->set[s].theta[j], 2);
      buf_printf(b, "%7s", cell.n > 0 ? cell.p : "");
      write_done(b, &cell);
    }
    buf_putc(b, '\n');
  }
}

static void about_json(const struct economy *e, struct buf *b) {
  buf_puts(b, "{\n  \"schema\": \"impost.world/1\",\n  \"title\": ");
  write_quoted(b, e->title);
  buf_printf(b, ",\n  \"year\": \"%s\",\n  \"unit\": ", e->year);
  write_quoted(b, e->unit);
  buf_puts(b, ",\n  \"notes\": [");
  for (uint32_t k = 0; k < e->note_count; k++) {
    buf_puts(b, k > 0 ? ",\n    {" : "\n    {");
    write_quoted(b, e->notes[k].kind);
    buf_puts(b, ": ");
    write_quoted(b, e->notes[k].text);
    buf_putc(b, '}');
  }
  for (int what = 0; what < 2; what++) {
    buf_printf(b, "],\n  \"%s\": [", what == 0 ? "regions" : "sectors");
    const struct economy_name *names = what == 0 ? e->region : e->sector;
    for (uint32_t k = 0; k < (what == 0 ? e->regions : e->sectors); k++) {
      buf_puts(b, k > 0 ? ", " : "");
      write_quoted(b, names[k].code);
    }
  }
  buf_puts(b, "]\n}\n");
}

enum imp_status imp_report_world(const struct imp_world *w, const struct imp_report_options *o,
                                 struct imp_text *text, struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap};
  if (o->format == IMP_TEXT)
    about_text(w, o, &b);
  else
    about_json(w->e, &b);
  return give(&b, o, text, err);
}
