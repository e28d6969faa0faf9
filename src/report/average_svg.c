// SPDX-License-Identifier: Apache-2.0
// Averages by day as one self-contained SVG: a band of steps as owed when nothing is claimed, a line of steps as
// claimed, and below them, on the same days, the part of trade that has no rate. Whole pixels only.
#include "book/open.h"
#include "report/average.h"
#include "report/svg.h"

enum {
  WIDTH = SVG_WIDTH,
  LEFT = SVG_LEFT,
  RIGHT = SVG_RIGHT,
  TOP = 96,
  PANEL = 400,
  GAP = 60,
  SMALL = 90
};

struct svg {
  const struct imp_average *r;
  struct buf *out;
  struct svg_sheet sheet;
};

static imp_day day_at(const char *text) {
  imp_day d = 0;
  day_parse(str_of(text), &d);
  return d;
}

static int x_of(const struct svg *s, const char *day) {
  return svg_x(&s->sheet, day_at(day));
}

static int y_of(const struct svg *s, int64_t share) {
  return TOP + PANEL - svg_height(&s->sheet, average_points(share));
}

static void label(struct svg *s, int x, int y, const char *style, const char *words) {
  svg_text(s->out, x, y, style, str_of(words));
}

static void scales(struct svg *s) {
  uint32_t n = imp_average_count(s->r);
  int64_t most = 0;
  for (uint32_t i = 0; i < n; i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    if (average_points(r->statutory.high) > most) most = average_points(r->statutory.high);
  }
  svg_scale(&s->sheet, most);
  s->sheet.first = day_at(imp_average_at(s->r, 0)->key);
  s->sheet.last = day_at(imp_average_at(s->r, n - 1)->until);
}

static void bands(struct svg *s) {
  for (uint32_t i = 0; i < imp_average_count(s->r); i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    int x = x_of(s, r->key), w = x_of(s, r->until) - x;
    int low = y_of(s, r->statutory.low), high = y_of(s, r->statutory.high);
    if (!r->statutory.rated) continue;
    svg_box(s->out, x, low, w, TOP + PANEL - low, "#9ecae9");
    svg_box(s->out, x, high, w, low - high, "#d6e9f6");
  }
}

static void line(struct svg *s, bool high) {
  buf_printf(s->out, "<path fill=\"none\" stroke=\"#d55e00\" stroke-width=\"%d\" d=\"",
             high ? 3 : 1);
  for (uint32_t i = 0; i < imp_average_count(s->r); i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    buf_printf(s->out, "%c%d %dH%d", i ? 'L' : 'M', x_of(s, r->key),
               y_of(s, high ? r->used.high : r->used.low), x_of(s, r->until));
  }
  buf_puts(s->out, "\"/>\n");
}

static void left_out(struct svg *s) {
  int top = TOP + PANEL + GAP;
  label(s, LEFT, top - 8, "", "part of trade left out, of 100%");
  svg_box(s->out, LEFT, top, WIDTH - LEFT - RIGHT, SMALL, "#f3f4f6");
  for (uint32_t i = 0; i < imp_average_count(s->r); i++) {
    const struct imp_average_row *r = imp_average_at(s->r, i);
    int x = x_of(s, r->key), w = x_of(s, r->until) - x;
    int h = r->trade ? (int)((r->trade - r->statutory.rated) * SMALL / r->trade) : 0;
    svg_box(s->out, x, top + SMALL - h, w, h, "#6b7280");
  }
}

static void key(struct svg *s) {
  buf_puts(s->out, "<rect x=\"76\" y=\"60\" width=\"18\" height=\"14\" fill=\"#9ecae9\"/>\n");
  label(s, 100, 72, "", "nothing claimed (lighter: where a fact decides)");
  buf_puts(s->out, "<path d=\"M560 67h24\" stroke=\"#d55e00\" stroke-width=\"3\"/>\n");
  label(s, 592, 72, "",
        "USMCA and exclusions claimed as the statistics have it (thin: the low end)");
}

/* The place whose schedule is held, by its name. */
static void title(struct svg *s, const struct imp_law *law) {
  const struct names_place *p = names_place(law->names, law->law->home);
  struct str name = p ? p->name : STR("");
  struct buf b = {0};
  buf_printf(&b, "Average statutory rate on imports of %s%.*s, weights of 2024",
             str_starts(name, STR("United ")) ? "the " : "", (int)name.n, name.p ? name.p : "");
  label(s, LEFT, 34, "font-size=\"22\" font-weight=\"bold\"", b.n > 0 ? b.p : "");
  if (b.failed) s->out->failed = true;
  buf_free(&b);
}

void average_svg(const struct imp_law *law, const struct imp_query *query,
                 const struct imp_average *r, struct buf *out) {
  struct svg s = {.r = r, .out = out, .sheet = {.out = out, .panel = PANEL}};
  int height = TOP + PANEL + GAP + SMALL + 60;
  scales(&s);
  svg_begin(out, height);
  svg_paper(out, height);
  title(&s, law);
  key(&s);
  bands(&s);
  svg_rate_axis(&s.sheet, TOP + PANEL);
  line(&s, false);
  line(&s, true);
  svg_date_axis(&s.sheet, TOP + PANEL);
  left_out(&s);
  buf_printf(out, "<text x=\"%d\" y=\"%d\" fill=\"#555\">law %.8s, known %s</text>\n</svg>\n", LEFT,
             height - 18, imp_law_digest(law),
             query->known ? query->known : imp_law_newest_known(law));
}
