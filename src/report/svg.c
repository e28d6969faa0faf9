// SPDX-License-Identifier: Apache-2.0
// Sheet, text, axes of a picture of rates through time.
#include "report/svg.h"

#include "base/str.h"
#include "report/chart.h"
#include "report/study.h"

enum { TICKS = 10 /* most lines of the scale */ };

void svg_begin(struct buf *out, int height) {
  buf_printf(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
             "height=\"%d\" font-family=\"sans-serif\" font-size=\"15\" fill=\"#111\">\n",
             SVG_WIDTH, height, SVG_WIDTH, height);
}

void svg_paper(struct buf *out, int height) {
  buf_printf(out, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", SVG_WIDTH, height);
}

void svg_escaped(struct buf *out, struct str s) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (c == '<')
      buf_puts(out, "&lt;");
    else if (c == '>')
      buf_puts(out, "&gt;");
    else if (c == '&')
      buf_puts(out, "&amp;");
    else if (c == '"')
      buf_puts(out, "&quot;");
    else
      buf_putc(out, c < 0x20 ? ' ' : (char)c);
  }
}

void svg_text(struct buf *out, int x, int y, const char *style, struct str words) {
  buf_printf(out, "<text x=\"%d\" y=\"%d\" %s>", x, y, style);
  svg_escaped(out, str_utf8_valid(words, NULL) ? words : STR("?"));
  buf_puts(out, "</text>\n");
}

void svg_box(struct buf *out, int x, int y, int w, int h, const char *fill) {
  buf_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", x, y, w, h,
             fill);
}

int svg_x(const struct svg_sheet *s, imp_day d) {
  int64_t span = (int64_t)s->last - s->first, room = SVG_WIDTH - SVG_LEFT - SVG_RIGHT;
  if (d < s->first) d = s->first;
  if (d > s->last) d = s->last;
  return SVG_LEFT + (int)(((int64_t)d - s->first) * room / (span > 0 ? span : 1));
}

int svg_height(const struct svg_sheet *s, int64_t hundredths) {
  return (int)(hundredths * s->panel / s->top);
}

void svg_scale(struct svg_sheet *s, int64_t most) {
  int64_t step = 100;
  while (step * TICKS < most) {
    int64_t lead = step;
    while (lead >= 10) lead /= 10;
    step = lead == 2 ? step / 2 * 5 : step * 2;
  }
  s->ticks = most > 0 ? (int)((most + step - 1) / step) : 1;
  s->top = step * s->ticks;
}

void svg_rate_axis(const struct svg_sheet *s, int base) {
  for (int i = 0; i <= s->ticks; i++) {
    struct buf b = {0};
    int y = base - s->panel * i / s->ticks;
    buf_printf(s->out, "<path d=\"M%d %dH%d\" stroke=\"%s\"/>\n", SVG_LEFT, y,
               SVG_WIDTH - SVG_RIGHT, i ? "#e3e5e8" : "#333");
    chart_print_rate(s->top * i / s->ticks, &b);
    svg_text(s->out, SVG_LEFT - 10, y + 5, "text-anchor=\"end\"", buf_str(&b));
    study_done(s->out, &b);
  }
}

/* January always; quarters, then months, where there is room. */
static int months_between_ticks(const struct svg_sheet *s) {
  int64_t days = (int64_t)s->last - s->first;
  if (days < 300) return 1;
  if (days < 1100) return 3;
  return days < 5500 ? 12 : 60;
}

void svg_date_axis(const struct svg_sheet *s, int base) {
  int year, month, day, step = months_between_ticks(s);
  day_split(s->first, &year, &month, &day);
  for (imp_day d = day_of(year, 1, 1); d <= s->last; d = day_add_months(d, step)) {
    struct buf b = {0};
    if (d < s->first) continue;
    int x = svg_x(s, d);
    day_print(d, &b);
    buf_printf(s->out, "<path d=\"M%d %dv6\" stroke=\"#333\"/>\n", x, base);
    struct str text = str_sub(buf_str(&b), 0, step >= 12 ? 4 : 7);
    if (x < SVG_WIDTH - SVG_RIGHT - 20)
      svg_text(s->out, x, base + 22, "text-anchor=\"middle\"", text);
    study_done(s->out, &b);
  }
}
