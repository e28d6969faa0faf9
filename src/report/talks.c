// SPDX-License-Identifier: Apache-2.0
// The board of the talks as a page, and the story of one item.
#include <string.h>

#include "base/error.h"
#include "report/talks.h"

enum {
  NAME_AT = 4,
  SIDE_COLUMNS = 20,
  CONFIRMED_COLUMNS = 10,
  DECIDES_COLUMNS = 14,
  DAY_COLUMNS = 10
};

const char *talks_mark(const struct page *p, enum imp_stance s) {
  static const char *const marks[] = {"·", "○", "◔", "●", "✕", "◑"};
  static const char *const plain[] = {"-", "o", "?", "*", "x", "%"};
  return p->ascii ? plain[s] : marks[s];
}

const char *talks_stance(enum imp_stance s) {
  static const char *const words[] = {"silent",  "raises", "expects",
                                      "asserts", "denies", "both ways"};
  return words[s];
}

const char *talks_short(const struct imp_talks *t, const char *name) {
  size_t n = strlen(t->name);
  return strncmp(name, t->name, n) == 0 && name[n] == '.' ? name + n + 1 : name;
}

static int name_columns(const struct page *p) {
  int rest =
      p->width - 2 - NAME_AT - 2 * SIDE_COLUMNS - CONFIRMED_COLUMNS - DECIDES_COLUMNS - DAY_COLUMNS;
  return rest < 17 ? 17 : rest;
}

static void put_position(struct page *p, const struct imp_position *x, int columns) {
  struct buf b = {0};
  buf_printf(&b, "%s %s%s%s", talks_mark(p, x->stance), talks_stance(x->stance),
             x->answer[0] ? " " : "", x->answer);
  page_cell(p, b.p ? b.p : "", columns - 1, PAGE_LEFT);
  page_space(p, 1);
  page_done(p, &b);
}

static bool is_over(const struct imp_item *it) {
  return strcmp(it->state, "closed") == 0 || strcmp(it->state, "held") == 0 ||
         strcmp(it->state, "called off") == 0;
}

/* ---- the table ----------------------------------------------------------------------------------------------------- */

static void table_head(struct page *p, const struct imp_talks *t, bool over) {
  page_line(p);
  page_space(p, NAME_AT);
  page_cell(p, over ? "answered" : "item", name_columns(p), PAGE_LEFT);
  for (unsigned i = 0; i < 2; i++) page_cell(p, t->sides[i], SIDE_COLUMNS, PAGE_LEFT);
  if (over)
    page_puts(p, "what came of it");
  else {
    page_cell(p, "confirmed", CONFIRMED_COLUMNS, PAGE_LEFT);
    page_cell(p, "decides", DECIDES_COLUMNS, PAGE_LEFT);
    page_puts(p, "due");
  }
  page_line(p);
  page_rule(p);
}

static void result_line(struct page *p, const struct imp_item *it) {
  struct buf b = {0};
  const struct imp_result *r = it->result_count ? &it->results[it->result_count - 1] : NULL;
  if (r) buf_printf(&b, "%s %s", r->answer, r->day);
  int at = NAME_AT + name_columns(p) + 2 * SIDE_COLUMNS;
  page_wrap(p, at, r && b.p ? b.p : it->state);
  page_done(p, &b);
}

/* What the short name asks, below its row. */
static void title_line(struct page *p, const struct imp_item *it) {
  page_space(p, NAME_AT + 2);
  page_tone_begin(p, PAGE_FAINT);
  page_wrap(p, NAME_AT + 2, it->title);
  page_tone_end(p, PAGE_FAINT);
}

static void table_row(struct page *p, const struct imp_talks *t, const struct imp_item *it,
                      bool over) {
  const char *name = talks_short(t, it->name);
  page_space(p, NAME_AT);
  page_cell(p, name, name_columns(p) - 1, PAGE_LEFT);
  page_space(p, 1);
  for (unsigned i = 0; i < 2; i++) put_position(p, &it->positions[i], SIDE_COLUMNS);
  if (over) {
    result_line(p, it);
    return;
  }
  page_cell(p, it->confirmed[0] ? it->confirmed : page_marks(p)->dash, CONFIRMED_COLUMNS,
            PAGE_LEFT);
  page_cell(p, it->decides, DECIDES_COLUMNS, PAGE_LEFT);
  page_puts(p, it->due);
  page_line(p);
}

static uint32_t table(struct page *p, const struct imp_talks *t, bool over) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < t->item_count; i++) {
    if (is_over(&t->items[i]) != over) continue;
    if (n++ == 0) table_head(p, t, over);
    table_row(p, t, &t->items[i], over);
    title_line(p, &t->items[i]);
  }
  return n;
}

/* ---- what stands below --------------------------------------------------------------------------------------------- */

static void cautions(struct page *p, const struct imp_talks *t) {
  bool titled = false;
  for (uint32_t i = 0; i < t->item_count; i++)
    for (uint32_t k = 0; k < t->items[i].caution_count; k++) {
      if (!titled) {
        page_line(p);
        page_space(p, 2);
        page_tone(p, PAGE_STRONG, "Read with care");
        page_line(p);
        page_line(p);
        titled = true;
      }
      page_item(p, k ? "" : talks_short(t, t->items[i].name), 20, t->items[i].cautions[k]);
    }
}

static void legend(struct page *p) {
  page_line(p);
  page_space(p, NAME_AT);
  for (int s = IMP_ASSERTS; s <= IMP_BOTH_WAYS; s++) {
    page_puts(p, talks_mark(p, (enum imp_stance)s));
    page_puts(p, s == IMP_ASSERTS  ? " asserts   "
                 : s == IMP_DENIES ? " denies   "
                                   : " says both   ");
  }
  page_puts(p, talks_mark(p, IMP_EXPECTS));
  page_puts(p, " hedges   ");
  page_puts(p, talks_mark(p, IMP_RAISES));
  page_puts(p, " raises the topic   ");
  page_puts(p, talks_mark(p, IMP_SILENT));
  page_puts(p, " has said nothing");
  page_line(p);
  page_space(p, NAME_AT);
  page_wrap(p, NAME_AT,
            "confirmed: both assert it; hedged: the other side expects it; no: the other side has "
            "not said so; "
            "denied: they say opposite things");
}

static void foot(struct page *p, const struct imp_law *law, const struct imp_query *query,
                 const struct imp_talks *t) {
  struct buf b = {0};
  page_line(p);
  buf_printf(&b, "%u voice%s, each counted once; an outlet never. One item: impost talks ITEM",
             (unsigned)t->voice_count, t->voice_count == 1 ? "" : "s");
  page_space(p, 2);
  page_wrap(p, 2, b.p ? b.p : "");
  study_stamp_all(p, law, query);
  page_done(p, &b);
}

static void head(struct page *p, const struct imp_talks *t) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, t->title);
  page_line(p);
  buf_printf(&b, "as known on %s", t->known);
  if (t->round_count) {
    const struct imp_round *r = &t->rounds[t->round_count - 1];
    buf_printf(&b, "; last met: %s%s%s, %s%s%s", r->title, r->where[0] ? ", " : "", r->where,
               r->from, strcmp(r->from, r->through) ? " to " : "",
               strcmp(r->from, r->through) ? r->through : "");
  }
  page_space(p, 2);
  page_wrap(p, 2, b.p ? b.p : "");
  page_done(p, &b);
}

static void rounds(struct page *p, const struct imp_talks *t) {
  for (uint32_t i = 0; i < t->round_count; i++) {
    const struct imp_round *r = &t->rounds[i];
    struct buf b = {0};
    if (i == 0) {
      page_line(p);
      page_space(p, 2);
      page_tone(p, PAGE_STRONG, "Rounds and meetings held");
      page_line(p);
      page_line(p);
    }
    buf_printf(&b, "%s%s%s", r->title, r->where[0] ? ", " : "", r->where);
    for (unsigned s = 0; s < 2; s++)
      if (r->who[s][0]) buf_printf(&b, "; %s: %s", t->sides[s], r->who[s]);
    if (r->mark) buf_printf(&b, " (not certain: %s)", r->mark);
    page_item(p, r->from, 12, b.p ? b.p : "");
    page_done(p, &b);
  }
}

static void board_page(struct page *p, const struct imp_law *law, const struct imp_query *query,
                       const struct imp_talks *t, bool whole) {
  head(p, t);
  uint32_t shown = table(p, t, false) + table(p, t, true);
  if (!shown) {
    page_line(p);
    page_space(p, NAME_AT);
    page_wrap(p, NAME_AT, "Nothing of these talks had been raised by then.");
  }
  cautions(p, t);
  for (uint32_t i = 0; whole && i < t->item_count; i++) talks_story(p, t, &t->items[i]);
  if (whole) rounds(p, t);
  legend(p);
  foot(p, law, query, t);
}

enum imp_status imp_report_board(const struct imp_law *law, const struct imp_query *query,
                                 const struct imp_board *b, bool whole,
                                 const struct imp_report_options *options, struct imp_text *text,
                                 struct imp_error *err) {
  struct buf out = study_borrow(text);
  struct page p = study_page(options, &out);
  const struct imp_talks *t = imp_board_talks(b);
  if (options->format != IMP_TEXT)
    talks_json(&out, law, query, t);
  else if (imp_board_is_item(b)) {
    talks_story(&p, t, &t->items[0]);
    page_line(&p);
    study_stamp_all(&p, law, query);
  } else
    board_page(&p, law, query, t, whole);
  return study_give_back(text, &out, err);
}
