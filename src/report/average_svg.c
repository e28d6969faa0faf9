// SPDX-License-Identifier: Apache-2.0
// Averages by day as one self-contained SVG: a band of steps as owed when nothing is claimed, a line of steps as
// claimed, and below them, on the same days, the part of trade that has no rate. Whole pixels only.
#include "base/day.h"
#include "report/average.h"
#include "report/study.h"

enum {
  WIDTH = 1200,
  LEFT = 76,
  RIGHT = 40,
  TOP = 96,
  PANEL = 400,
  GAP = 60,
  SMALL = 90,
  TICKS = 8
};

struct svg {
  const struct imp_average *r;
  struct buf *out;
  imp_day first, last;
  int64_t top; /* of the scale, hundredths of a percent */
};

static imp_day day_at(const char *text) {
  imp_day d = 0;
  day_parse(str_of(text), &d);
  return d;
}

static int x_of(const struct svg *s, imp_day d) {
  int64_t span = (int64_t)s->last - s->first;
  return LEFT + (int)(((int64_t)d - s->first) * (WIDTH - LEFT - RIGHT) / (span > 0 ? span : 1));
}

static int y_of(const struct svg *s, int64_t share) {
  return TOP + PANEL - (int)(average_points(share) * PANEL / s->top);
}

static void label(struct svg *s, int x, int y, const char *style, const char *words) {
  buf_printf(s->out, "<text x=\"%d\" y=\"%d\" %s>%s</text>\n", x, y, style, words);
}

/* The scale ends at a round number above the highest. */
static void scales(struct svg *s) {
  uint32_t n = imp_average_count(s->r);
  int64_t most = 100, step = 100;
  for (uint32_t i = 0; i < n; i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    if (average_points(r->statutory.high) > most) most = average_points(r->statutory.high);
  }
  while (step * TICKS < most) step += step < 500 ? 100 : 500;
  s->top = (most + step - 1) / step * step;
  s->first = day_at(imp_average_at(s->r, 0)->key);
  s->last = day_at(imp_average_at(s->r, n - 1)->until);
}

static void rate_axis(struct svg *s) {
  for (int i = 0; i <= 4; i++) {
    char words[32];
    struct buf b = {0};
    int y = TOP + PANEL - PANEL * i / 4;
    int64_t at = s->top * i / 4;
    buf_printf(s->out, "<path d=\"M%d %dH%d\" stroke=\"%s\"/>\n", LEFT, y, WIDTH - RIGHT,
               i ? "#e3e5e8" : "#333");
    buf_printf(&b, at % 100 ? "%lld.%02lld%%" : "%lld%%", (long long)(at / 100),
               (long long)(at % 100));
    size_t n = 0;
    for (; n < b.n && n + 1 < sizeof words; n++) words[n] = b.p[n];
    words[n] = '\0';
    label(s, LEFT - 10, y + 5, "text-anchor=\"end\"", words);
    study_done(s->out, &b);
  }
}

static void date_axis(struct svg *s, int base) {
  int year, month, day, step = (int64_t)s->last - s->first < 300 ? 1 : 3;
  day_split(s->first, &year, &month, &day);
  for (imp_day d = day_of(year, 1, 1); d <= s->last; d = day_add_months(d, step)) {
    struct buf b = {0};
    if (d < s->first) continue;
    day_print(d, &b);
    buf_printf(s->out, "<path d=\"M%d %dv6\" stroke=\"#333\"/>\n", x_of(s, d), base);
    if (b.p && b.n >= 7) b.p[7] = '\0';
    label(s, x_of(s, d), base + 22, "text-anchor=\"middle\"", b.p ? b.p : "");
    study_done(s->out, &b);
  }
}

static void bands(struct svg *s) {
  for (uint32_t i = 0; i < imp_average_count(s->r); i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    int x = x_of(s, day_at(r->key)), w = x_of(s, day_at(r->until)) - x;
    int low = y_of(s, r->statutory.low), high = y_of(s, r->statutory.high);
    if (!r->statutory.rated) continue;
    buf_printf(s->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#9ecae9\"/>\n", x,
               low, w, TOP + PANEL - low);
    buf_printf(s->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#d6e9f6\"/>\n", x,
               high, w, low - high);
  }
}

static void line(struct svg *s, bool high) {
  buf_printf(s->out, "<path fill=\"none\" stroke=\"#d55e00\" stroke-width=\"%d\" d=\"",
             high ? 3 : 1);
  for (uint32_t i = 0; i < imp_average_count(s->r); i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    buf_printf(s->out, "%c%d %dH%d", i ? 'L' : 'M', x_of(s, day_at(r->key)),
               y_of(s, high ? r->used.high : r->used.low), x_of(s, day_at(r->until)));
  }
  buf_puts(s->out, "\"/>\n");
}

static void left_out(struct svg *s) {
  int top = TOP + PANEL + GAP;
  label(s, LEFT, top - 8, "", "part of trade left out, of 100%");
  buf_printf(s->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f3f4f6\"/>\n",
             LEFT, top, WIDTH - LEFT - RIGHT, SMALL);
  for (uint32_t i = 0; i < imp_average_count(s->r); i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    int x = x_of(s, day_at(r->key)), w = x_of(s, day_at(r->until)) - x;
    int h = r->trade ? (int)((r->trade - r->statutory.rated) * SMALL / r->trade) : 0;
    buf_printf(s->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#6b7280\"/>\n", x,
               top + SMALL - h, w, h);
  }
}

static void key(struct svg *s) {
  buf_puts(s->out, "<rect x=\"76\" y=\"60\" width=\"18\" height=\"14\" fill=\"#9ecae9\"/>\n");
  label(s, 100, 72, "", "nothing claimed (lighter: where a fact decides)");
  buf_puts(s->out, "<path d=\"M560 67h24\" stroke=\"#d55e00\" stroke-width=\"3\"/>\n");
  label(s, 592, 72, "",
        "USMCA and exclusions claimed as the statistics have it (thin: the low end)");
}

void average_svg(const struct imp_law *law, const struct imp_query *query,
                 const struct imp_average *r, struct buf *out) {
  struct svg s = {.r = r, .out = out};
  int height = TOP + PANEL + GAP + SMALL + 60;
  scales(&s);
  buf_printf(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
             "height=\"%d\" font-family=\"sans-serif\" font-size=\"15\">\n"
             "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n",
             WIDTH, height, WIDTH, height, WIDTH, height);
  label(&s, LEFT, 34, "font-size=\"22\" font-weight=\"bold\"",
        "Average statutory rate on imports of the United States, weights of 2024");
  key(&s);
  bands(&s);
  rate_axis(&s);
  line(&s, false);
  line(&s, true);
  date_axis(&s, TOP + PANEL);
  left_out(&s);
  buf_printf(out, "<text x=\"%d\" y=\"%d\" fill=\"#555\">law %.8s, known %s</text>\n</svg>\n", LEFT,
             height - 18, imp_law_digest(law),
             query->known ? query->known : imp_law_newest_known(law));
}
