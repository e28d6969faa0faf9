// SPDX-License-Identifier: Apache-2.0
// A timeline as one self-contained SVG: a panel per outcome, areas that stack by measure, and below them the
// dates with what happened.
//
// Whole pixels only. Colours are told apart by people who see colour differently, and every area that has
// the room carries its name; the key names all. Nothing is loaded from anywhere: no style sheet, no font file.
#include "report/chart.h"

#include <string.h>

#include "report/report.h"
#include "report/stamp.h"
#include "report/study.h"
#include "report/svg.h"

enum {
  WIDTH = SVG_WIDTH,
  LEFT = SVG_LEFT,
  RIGHT = SVG_RIGHT,
  TOP = 84,
  PANEL = 330,
  PANEL_GAP = 64,
  KEY_ROW = 24,
  NOTE_ROW = 21,
  NOTE_CHARS = 132,
  NOTES_STEP = 3, /* statements named below for one step */
  LETTER = 9      /* width of a letter at 15 px, for what fits */
};

static const char *const colors[] = {"#6b7280", "#0072b2", "#e69f00", "#009e73",
                                     "#cc79a7", "#56b4e9", "#d55e00", "#b8a900",
                                     "#5e3c99", "#7b4b2a", "#3b7d4f", "#a83254"};
static const char *const inks[] = {"#fff", "#fff", "#000", "#000", "#000", "#000",
                                   "#000", "#000", "#fff", "#fff", "#fff", "#fff"};

struct svg {
  const struct chart *c;
  struct buf *out;
  struct svg_sheet sheet;
};

/* ---- text ------------------------------------------------------------------------------------------------ */

/* At most `most` letters; what is cut ends in three dots. */
static void label_cut(struct svg *s, int x, int y, const char *style, struct str words,
                      size_t most) {
  struct buf b = {0};
  size_t n = 0, letters = 0;
  if (str_utf8_columns(words) <= most) {
    svg_text(s->out, x, y, style, words);
    return;
  }
  while (n < words.n && (letters < most || ((unsigned char)words.p[n] & 0xC0u) == 0x80u)) {
    letters += ((unsigned char)words.p[n] & 0xC0u) != 0x80u;
    if (letters <= most)
      n++;
    else
      break;
  }
  buf_put(&b, str_trim(str_sub(words, 0, n)));
  buf_puts(&b, "...");
  svg_text(s->out, x, y, style, buf_str(&b));
  study_done(s->out, &b);
}

/* ---- scales ---------------------------------------------------------------------------------------------- */

static int x_of(const struct svg *s, imp_day d) {
  return svg_x(&s->sheet, d);
}

static int height_of(const struct svg *s, int64_t rate) {
  return svg_height(&s->sheet, rate);
}

static imp_day day_or(const char *text, imp_day fallback) {
  imp_day d;
  return text && day_parse(str_of(text), &d) ? d : fallback;
}

/* With some air above the highest. */
static void scales(struct svg *s) {
  struct svg_sheet *x = &s->sheet;
  uint32_t n = imp_timeline_count(s->c->t);
  const struct imp_step *end = imp_timeline_at(s->c->t, n - 1);
  const char *known = s->c->query->known ? s->c->query->known : imp_law_newest_known(s->c->law);
  x->first = day_or(imp_timeline_at(s->c->t, 0)->from, 0);
  imp_day last = day_or(end->from, x->first), now = day_or(known, last);
  int64_t margin = ((int64_t)last - x->first) / 8;
  x->last = day_or(end->until, (last > now ? last : now) + (imp_day)(margin > 30 ? margin : 30));
  if (x->last <= x->first) x->last = x->first + 1;
  svg_scale(x, s->c->top + s->c->top / 25);
}

/* ---- a panel --------------------------------------------------------------------------------------------- */

static void refused(struct svg *s, int x, int w, int base) {
  svg_box(s->out, x, base - PANEL, w, PANEL, "url(#refused)");
}

/* As many whole words as go into `most` letters, one at least. */
static struct str take_words(struct str *rest, size_t most) {
  size_t end = 0;
  *rest = str_trim(*rest);
  for (size_t i = 1; i <= rest->n; i++) {
    if (i < rest->n && rest->p[i] != ' ') continue;
    if (end && str_utf8_columns(str_sub(*rest, 0, i)) > most) break;
    end = i;
  }
  struct str line = str_sub(*rest, 0, end);
  *rest = str_sub(*rest, end, rest->n);
  return line;
}

/* In lines along the panel where it is wide enough, else upright. */
static void refused_words(struct svg *s, const struct imp_step *step, int x, int w, int base) {
  enum { LINES = 8, LINE = 20, NARROWEST = 110 };
  struct buf b = {0};
  buf_printf(&b, "refused: %s", step->answer->reason ? step->answer->reason : "");
  if (w >= NARROWEST) {
    struct str rest = buf_str(&b);
    for (int i = 0; i < LINES && str_trim(rest).n; i++) {
      size_t most = (size_t)(w - 16) / LETTER;
      struct str line = i + 1 < LINES ? take_words(&rest, most) : rest;
      label_cut(s, x + 8, base - PANEL / 2 + i * LINE - LINE, "class=\"why\"", line, most);
    }
  } else if (w > 18) {
    buf_printf(s->out, "<g transform=\"translate(%d %d) rotate(-90)\">", x + w / 2 + 5, base - 8);
    label_cut(s, 0, 0, "class=\"why\"", buf_str(&b), (size_t)(PANEL - 24) / LETTER);
    buf_puts(s->out, "</g>\n");
  }
  study_done(s->out, &b);
}

/* The base keeps its grey; the others take their colours in turn. */
static uint32_t paint(const struct svg *s, uint32_t series) {
  return s->c->series[0].is_base ? series : (series + 1) % CHART_SERIES;
}

static void areas(struct svg *s, const struct imp_bill *b, int x, int w, int base) {
  int64_t heights[CHART_SERIES], sum = 0;
  chart_heights(s->c, b, heights);
  for (uint32_t i = 0; i < s->c->series_count; i++) {
    if (heights[i] <= 0) continue;
    int low = base - height_of(s, sum), high = base - height_of(s, sum + heights[i]);
    sum += heights[i];
    svg_box(s->out, x, high, w, low - high, colors[paint(s, i)]);
  }
}

/* The low end of a range: dashes across the areas, which show the high end. */
static void low_end(struct svg *s, const struct imp_bill *b, int x, int w, int base) {
  if (b->low == b->high || w < 4) return;
  buf_printf(s->out, "<path d=\"M%d %dh%d\" stroke=\"#000\" stroke-dasharray=\"5 4\"/>\n", x,
             base - height_of(s, chart_rate(s->c, b->low)), w);
}

static int64_t rate_of_step(const struct svg *s, uint32_t lane, uint32_t i) {
  if (i >= imp_timeline_count(s->c->t)) return 0;
  const struct imp_bill *b = chart_bill(s->c, lane, imp_timeline_at(s->c->t, i));
  return b ? chart_rate(s->c, b->high) : 0;
}

/* Higher than what stands on either side, so its number has room however narrow it is. */
static bool is_peak(const struct svg *s, uint32_t lane, uint32_t i, uint32_t end) {
  int here = height_of(s, rate_of_step(s, lane, i)) - 18;
  return here > height_of(s, i ? rate_of_step(s, lane, i - 1) : 0) &&
         here > height_of(s, rate_of_step(s, lane, end + 1));
}

/* Beside what stands higher than the number, the number keeps within its own step. */
static bool is_walled(const struct svg *s, uint32_t lane, uint32_t i, uint32_t end) {
  int here = height_of(s, rate_of_step(s, lane, i)) + 6;
  return (i && here < height_of(s, rate_of_step(s, lane, i - 1))) ||
         here < height_of(s, rate_of_step(s, lane, end + 1));
}

static void total_label(struct svg *s, const struct imp_bill *b, int x, int w, int base, bool peak,
                        bool walled) {
  struct buf text = {0};
  int64_t low = chart_rate(s->c, b->low), high = chart_rate(s->c, b->high);
  chart_print_rate(low, &text);
  if (b->low != b->high) {
    buf_puts(&text, " to ");
    chart_print_rate(high, &text);
  }
  if (b->prohibited) buf_puts(&text, ", may not enter");
  int room = walled ? w - 6 : w + 6;
  if ((int)str_utf8_columns(buf_str(&text)) * LETTER <= room || peak)
    svg_text(s->out, x + w / 2, base - height_of(s, high) - 7,
             "text-anchor=\"middle\" class=\"total\"", buf_str(&text));
  study_done(s->out, &text);
}

static void span_of(const struct svg *s, uint32_t i, int *x, int *w) {
  const struct imp_step *step = imp_timeline_at(s->c->t, i);
  *x = x_of(s, day_or(step->from, s->sheet.first));
  *w = x_of(s, day_or(step->until, s->sheet.last)) - *x;
  if (*w < 1) *w = 1;
}

/* The name of a series stands once a panel, where its area has the most room. */
static void name_series(struct svg *s, uint32_t lane, uint32_t series, int base) {
  int best_w = 0, best_x = 0, best_y = 0;
  for (uint32_t i = 0; i < imp_timeline_count(s->c->t); i++) {
    const struct imp_bill *b = chart_bill(s->c, lane, imp_timeline_at(s->c->t, i));
    int64_t heights[CHART_SERIES], below = 0;
    int x, w;
    if (!b) continue;
    chart_heights(s->c, b, heights);
    for (uint32_t k = 0; k < series; k++) below += heights[k];
    span_of(s, i, &x, &w);
    if (height_of(s, heights[series]) < 20 || w <= best_w) continue;
    best_w = w;
    best_x = x;
    best_y = base - height_of(s, below) - height_of(s, heights[series]) / 2 + 5;
  }
  size_t letters = str_utf8_columns(str_of(s->c->series[series].title));
  if (best_w < 100 || (int)letters * (LETTER - 1) > best_w * 2) return;
  char style[64] = "";
  struct buf b = {0};
  buf_printf(&b, "text-anchor=\"middle\" fill=\"%s\"", inks[paint(s, series)]);
  if (b.p && b.n < sizeof style) memcpy(style, b.p, b.n + 1);
  study_done(s->out, &b);
  label_cut(s, best_x + best_w / 2, best_y, style, str_of(s->c->series[series].title),
            (size_t)best_w / LETTER);
}

static void known_line(struct svg *s, int base) {
  const char *known = s->c->query->known ? s->c->query->known : imp_law_newest_known(s->c->law);
  struct buf b = {0};
  imp_day d = day_or(known, s->sheet.first);
  if (d <= s->sheet.first || d >= s->sheet.last) return;
  buf_printf(s->out, "<path d=\"M%d %dv-%d\" stroke=\"#333\" stroke-dasharray=\"3 4\"/>\n",
             x_of(s, d), base, PANEL);
  buf_printf(&b, "known %s", known);
  bool near_end = x_of(s, d) > WIDTH - RIGHT - 70, near_start = x_of(s, d) < LEFT + 70;
  const char *style = near_end     ? "text-anchor=\"end\" class=\"small\""
                      : near_start ? "class=\"small\""
                                   : "text-anchor=\"middle\" class=\"small\"";
  svg_text(s->out, x_of(s, d), base - PANEL - 5, style, buf_str(&b));
  study_done(s->out, &b);
}

static void lane_title(struct svg *s, uint32_t lane, int base) {
  struct buf b = {0};
  if (!s->c->lanes[lane].picks) return;
  buf_puts(&b, "if ");
  chart_print_picks(s->c->lanes[lane].picks, &b);
  svg_text(s->out, LEFT, base - PANEL - 12, "class=\"lane\"", buf_str(&b));
  study_done(s->out, &b);
}

static bool same_total(const struct svg *s, uint32_t lane, uint32_t i, uint32_t k) {
  if (k >= imp_timeline_count(s->c->t)) return false;
  const struct imp_bill *a = chart_bill(s->c, lane, imp_timeline_at(s->c->t, i));
  const struct imp_bill *b = chart_bill(s->c, lane, imp_timeline_at(s->c->t, k));
  return a && b && a->low == b->low && a->high == b->high;
}

/* Totals and reasons after all areas; steps of one total that follow each other have one number. */
static void words_on_top(struct svg *s, uint32_t lane, int base) {
  for (uint32_t i = 0; i < imp_timeline_count(s->c->t);) {
    const struct imp_step *step = imp_timeline_at(s->c->t, i);
    const struct imp_bill *b = chart_bill(s->c, lane, step);
    uint32_t end = i;
    int x, w, last_x, last_w;
    while (same_total(s, lane, i, end + 1)) end++;
    span_of(s, i, &x, &w);
    span_of(s, end, &last_x, &last_w);
    if (b)
      total_label(s, b, x, last_x + last_w - x, base, is_peak(s, lane, i, end),
                  is_walled(s, lane, i, end));
    else
      refused_words(s, step, x, w, base);
    i = end + 1;
  }
}

static void panel(struct svg *s, uint32_t lane, int base) {
  lane_title(s, lane, base);
  svg_rate_axis(&s->sheet, base);
  svg_date_axis(&s->sheet, base);
  for (uint32_t i = 0; i < imp_timeline_count(s->c->t); i++) {
    const struct imp_bill *b = chart_bill(s->c, lane, imp_timeline_at(s->c->t, i));
    int x, w;
    span_of(s, i, &x, &w);
    if (!b) refused(s, x, w, base);
  }
  known_line(s, base); /* behind the duty and all words */
  for (uint32_t i = 0; i < imp_timeline_count(s->c->t); i++) {
    const struct imp_bill *b = chart_bill(s->c, lane, imp_timeline_at(s->c->t, i));
    int x, w;
    span_of(s, i, &x, &w);
    if (b) areas(s, b, x, w, base);
    if (b) low_end(s, b, x, w, base);
  }
  words_on_top(s, lane, base);
  for (uint32_t k = 0; k < s->c->series_count; k++) name_series(s, lane, k, base);
}

/* ---- key and notes ----------------------------------------------------------------------------------------- */

static int key(struct svg *s, int y) {
  for (uint32_t i = 0; i < s->c->series_count; i++, y += KEY_ROW) {
    struct buf b = {0};
    svg_box(s->out, LEFT, y - 12, 18, 14, colors[paint(s, i)]);
    buf_printf(&b, "%s (%s)", s->c->series[i].title, s->c->series[i].measure);
    label_cut(s, LEFT + 28, y, "", buf_str(&b), NOTE_CHARS);
    study_done(s->out, &b);
  }
  return y + 14;
}

/* One outcome a row; of a refused step the word. */
static void note_rate(const struct chart *c, const struct imp_step *step, uint32_t row,
                      struct buf *b) {
  const struct imp_answer *a = step->answer;
  if (a->status == IMP_LINE_REFUSED && row == 0) buf_puts(b, "refused");
  if (row >= a->bill_count) return;
  chart_print_rate(chart_rate(c, a->bills[row].low), b);
  if (a->bills[row].low == a->bills[row].high) return;
  buf_puts(b, " to ");
  chart_print_rate(chart_rate(c, a->bills[row].high), b);
}

static uint32_t note_rows(const struct imp_step *step) {
  uint32_t events = step->event_count < NOTES_STEP ? step->event_count : NOTES_STEP;
  uint32_t bills = step->answer->bill_count;
  uint32_t rows = events > bills ? events : bills;
  return rows > 0 ? rows : 1;
}

/* A number that ended: where its goods are found from then on. */
static bool goes_on(const struct imp_answer *a) {
  return a->id && !strcmp(a->id, "refuse.retired-code") && a->next;
}

static void note_words(const struct imp_step *step, uint32_t row, struct buf *b) {
  bool refused_here = step->answer->status == IMP_LINE_REFUSED && row == 0;
  if (refused_here)
    buf_printf(b, "%s%s%s%s", step->answer->reason ? step->answer->reason : "",
               goes_on(step->answer) ? ": " : "", goes_on(step->answer) ? step->answer->next : "",
               step->event_count ? "; " : "");
  if (row < step->event_count)
    chart_print_event(&step->events[row], false, b);
  else if (row == 0)
    chart_print_rows(step, b);
  if (row + 1 == NOTES_STEP && step->event_count > NOTES_STEP)
    buf_printf(b, "; and %u more", (unsigned)(step->event_count - NOTES_STEP));
}

static const char *note_known(const struct imp_step *step, uint32_t row) {
  return row < step->event_count ? step->events[row].known : "";
}

enum { NOTE_RATE = LEFT + 100, NOTE_KNOWN = NOTE_RATE + 130, NOTE_WORDS = NOTE_KNOWN + 100 };

static void note_row(struct svg *s, const struct imp_step *step, uint32_t row, int y) {
  struct buf b = {0};
  note_rate(s->c, step, row, &b);
  svg_text(s->out, NOTE_RATE, y, "class=\"note\"", buf_str(&b));
  svg_text(s->out, NOTE_KNOWN, y, "class=\"note\"", str_of(note_known(step, row)));
  buf_clear(&b);
  note_words(step, row, &b);
  label_cut(s, NOTE_WORDS, y, "class=\"note\"", buf_str(&b),
            (size_t)(WIDTH - NOTE_WORDS - 10) * 2 / 15);
  study_done(s->out, &b);
}

static int notes(struct svg *s, int y) {
  svg_text(s->out, LEFT, y, "class=\"small\"", STR("from"));
  svg_text(s->out, NOTE_RATE, y, "class=\"small\"", STR("rate"));
  svg_text(s->out, NOTE_KNOWN, y, "class=\"small\"", STR("known"));
  svg_text(s->out, NOTE_WORDS, y, "class=\"small\"", STR("what happened"));
  y += NOTE_ROW;
  for (uint32_t i = 0; i < imp_timeline_count(s->c->t); i++) {
    const struct imp_step *step = imp_timeline_at(s->c->t, i);
    svg_text(s->out, LEFT, y, "class=\"note\"", str_of(step->from));
    for (uint32_t k = 0; k < note_rows(step); k++, y += NOTE_ROW) note_row(s, step, k, y);
  }
  return y;
}

static int page_height(const struct chart *c) {
  int rows = 1;
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++)
    rows += (int)note_rows(imp_timeline_at(c->t, i));
  return TOP + (int)c->lane_count * (PANEL + PANEL_GAP) + (int)c->series_count * KEY_ROW +
         rows * NOTE_ROW + 70;
}

static void head(struct svg *s) {
  struct buf b = {0};
  int height = page_height(s->c);
  svg_begin(s->out, height);
  const char *into = chart_into(s->c);
  buf_printf(&b, "%s from %s%s%s: %sduty through time", s->c->code, s->c->place_name,
             into ? " into " : "", into ? into : "", chart_additional(s->c) ? "additional " : "");
  buf_puts(s->out, "<title>");
  svg_escaped(s->out, buf_str(&b));
  buf_puts(s->out,
           "</"
           "title>\n<style>.total{font-weight:bold;font-size:14px;paint-order:stroke;"
           "stroke:#fff;stroke-width:3px}.why{font-style:italic;paint-order:stroke;stroke:#f3f3f3;"
           "stroke-width:4px}.small{font-size:13px;"
           "fill:#444}.lane{font-weight:bold}.note{font-size:14px}</style>\n"
           "<defs><pattern id=\"refused\" width=\"8\" height=\"8\" "
           "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
           "<rect width=\"8\" height=\"8\" fill=\"#f3f3f3\"/><path d=\"M0 0V8\" "
           "stroke=\"#c4c7cc\" stroke-width=\"3\"/></pattern></defs>\n");
  svg_paper(s->out, height);
  svg_text(s->out, LEFT, 34, "font-size=\"22\" font-weight=\"bold\"", buf_str(&b));
  buf_clear(&b);
  buf_puts(&b, "percent of a value of ");
  money_print(s->c->value, true, &b);
  buf_printf(&b, "%s, by day of entry; basis %s", chart_additional(s->c) ? "" : " dollars",
             report_basis_word(s->c->query->basis));
  if (chart_has_range(s->c)) buf_puts(&b, "; of a range the high end, its low end dashed");
  svg_text(s->out, LEFT, 58, "fill=\"#444\"", buf_str(&b));
  study_done(s->out, &b);
}

void chart_svg(const struct chart *c, struct buf *out) {
  struct svg s = {.c = c, .out = out, .sheet = {.out = out, .panel = PANEL}};
  struct buf b = {0};
  scales(&s);
  head(&s);
  int base = TOP + PANEL;
  for (uint32_t i = 0; i < c->lane_count; i++, base += PANEL + PANEL_GAP) {
    if (c->lane_count > 1 && i == 0) base += 16;
    panel(&s, i, base);
  }
  int y = notes(&s, key(&s, base - PANEL + 6));
  struct stamp stamp = stamp_of(c->law, c->query, c->what->line->into);
  buf_puts(&b, "impost, ");
  stamp_words(&stamp, "·", &b);
  svg_text(out, LEFT, y + 14, "class=\"small\"", buf_str(&b));
  if (b.failed) out->failed = true;
  study_done(out, &b);
  buf_puts(out, "</svg>\n");
}
