// SPDX-License-Identifier: Apache-2.0
// A run as a picture: bars of real income by region with the band of the draws.

#include <math.h>

#include "model/write.h"

enum { PICTURE_ROW = 18, PICTURE_LEFT = 190, PICTURE_WIDE = 760 };

/* One scale for all outcomes; effects below a hundred-thousandth of a per cent fill no picture. */
static double reach(const struct imp_model *m) {
  double most = 1e-7;
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (uint32_t n = 0; n < m->regions; n++) {
      const struct imp_estimate *x = model_number(m, k, n, IMP_REAL_INCOME);
      most = fmax(most, fmax(fabs(x->central), fmax(fabs(x->low), fabs(x->high))));
    }
  return most;
}

static void escaped(struct buf *b, const char *text) {
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '&' || *p == '<' || *p == '>')
      buf_puts(b, *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : "&gt;");
    else
      buf_putc(b, *p);
  }
}

static void svg_row(const struct imp_model *m, uint32_t k, uint32_t n, int y, double scale,
                    struct buf *b) {
  const struct imp_estimate *x = model_number(m, k, n, IMP_REAL_INCOME);
  double zero = (PICTURE_LEFT + PICTURE_WIDE) / 2.0, wide = fabs(x->central) * scale;
  buf_printf(b, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", PICTURE_LEFT - 8, y + 12);
  escaped(b, m->world->e->region[n].title);
  buf_puts(b, "</text>\n<rect x=\"");
  write_number(b, x->central < 0 ? zero - wide : zero, 1);
  buf_printf(b, "\" y=\"%d\" width=\"", y + 2);
  write_number(b, wide, 1);
  buf_printf(b, "\" height=\"%d\" fill=\"%s\"/>\n", PICTURE_ROW - 5,
             x->central < 0 ? "#b3462f" : "#2f6f8f");
  if (m->state.solved > 1) {
    buf_puts(b, "<line x1=\"");
    write_number(b, zero + x->low * scale, 1);
    buf_puts(b, "\" x2=\"");
    write_number(b, zero + x->high * scale, 1);
    buf_printf(b, "\" y1=\"%d\" y2=\"%d\" stroke=\"#222\"/>\n", y + 8, y + 8);
  }
  buf_printf(b, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", PICTURE_WIDE + 60, y + 12);
  write_signed(b, 100 * x->central, model_decimals(m, 5), 0);
  buf_puts(b, "%</text>\n");
}

/* The title, cut into lines at spaces; where the next line would stand. */
static int svg_title(struct buf *b, const char *title) {
  enum { LINE = 96 };
  struct str rest = str_of(title), word;
  struct buf line = {0};
  int y = 22;
  bool more = str_split(&rest, ' ', &word);
  while (more) {
    buf_clear(&line);
    do {
      if (line.n > 0) buf_putc(&line, ' ');
      buf_put(&line, word);
      more = str_split(&rest, ' ', &word);
    } while (more && line.n + 1 + word.n <= LINE);
    buf_putc(&line, '\0');
    buf_printf(b, "<text x=\"12\" y=\"%d\" font-size=\"15\">", y);
    escaped(b, line.p != NULL ? line.p : "");
    buf_puts(b, "</text>\n");
    y += 20;
  }
  write_done(b, &line);
  return y;
}

/* What it rests on, and what is not in it. */
static void svg_foot(const struct imp_model *m, int y, struct buf *b) {
  buf_printf(b,
             "<text x=\"12\" y=\"%d\" fill=\"#555\">base year %s, elasticities %s, deficits %s; "
             "not a forecast</text>\n",
             y, m->world->e->year, m->set, model_closure_name(m->options.closure));
  for (int w = 0; model_not_in[w] != NULL; w++) {
    y += PICTURE_ROW;
    buf_printf(b, "<text x=\"12\" y=\"%d\" fill=\"#555\">%s", y, w == 0 ? "not in it: " : "");
    escaped(b, model_not_in[w]);
    buf_puts(b, "</text>\n");
  }
}

/* One outcome below the other, on the same scale; where the next would stand. */
static int svg_rows(const struct imp_model *m, uint32_t k, int y, const uint32_t *order,
                    struct buf *b) {
  double scale = (PICTURE_WIDE - PICTURE_LEFT) / 2.0 / reach(m);
  buf_printf(b, "<text x=\"12\" y=\"%d\" fill=\"#555\">Long run: real income, ", y);
  escaped(b, m->shock->s->outcome[k].name);
  buf_puts(b, " against ");
  escaped(b, m->shock->s->outcome[0].name);
  buf_puts(b, m->state.solved > 1 ? "; line: 5 to 95% of draws</text>\n" : "</text>\n");
  y += 14;
  for (uint32_t r = 0; r < m->regions; r++, y += PICTURE_ROW) svg_row(m, k, order[r], y, scale, b);
  return y + 26;
}

void model_write_svg(const struct imp_model *m, struct buf *b) {
  uint32_t *order = mem_alloc(m->regions * sizeof *order);
  struct buf body = {0};
  if (order == NULL) {
    b->failed = true;
    return;
  }
  int y = svg_title(&body, m->shock->s->title), words = 0;
  for (uint32_t k = 1; k < m->outcomes; k++) {
    model_rank(m, k, IMP_REAL_INCOME, order);
    y = svg_rows(m, k, y, order, &body);
  }
  while (model_not_in[words] != NULL) words++;
  svg_foot(m, y, &body);
  buf_printf(b,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
             "font-family=\"sans-serif\" font-size=\"12\">\n",
             PICTURE_WIDE + 80, y + words * PICTURE_ROW + 14);
  buf_puts(b, "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
  buf_put(b, buf_str(&body));
  buf_puts(b, "</svg>\n");
  write_done(b, &body);
  mem_free(order);
}
