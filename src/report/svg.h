// SPDX-License-Identifier: Apache-2.0
// What the pictures of rates through time share: the sheet, text in it, the days along it, the lines of its scale.
// Whole pixels only, so that a picture is the same on every machine.
#ifndef IMPOST_REPORT_SVG_H
#define IMPOST_REPORT_SVG_H

#include "base/day.h"
#include "base/str.h"

enum { SVG_WIDTH = 1200, SVG_LEFT = 76, SVG_RIGHT = 40 };

struct svg_sheet {
  struct buf *out;
  imp_day first, last; /* of the axis; last is behind first */
  int64_t top;         /* of the scale, hundredths of a percent */
  int ticks;           /* lines of the scale above zero, at round numbers */
  int panel;           /* height of the scale, pixels */
};

/* Opens the element of this height; what follows is up to the caller, "</svg>" too. */
void svg_begin(struct buf *out, int height);
void svg_paper(struct buf *out, int height);
void svg_escaped(struct buf *out, struct str text);
/* `style` is attributes, written as they are; text that is not UTF-8 is a question mark. */
void svg_text(struct buf *out, int x, int y, const char *style, struct str words);
void svg_box(struct buf *out, int x, int y, int w, int h, const char *fill);
/* The pixel of a day; days beyond the axis are at its ends. */
int svg_x(const struct svg_sheet *s, imp_day d);
int svg_height(const struct svg_sheet *s, int64_t hundredths);
/* Sets top and ticks: lines at 1, 2, 5, 10, 20, 50, ... percent, as few as reach `most`. */
void svg_scale(struct svg_sheet *s, int64_t most);
void svg_rate_axis(const struct svg_sheet *s, int base);
void svg_date_axis(const struct svg_sheet *s, int base);

#endif
