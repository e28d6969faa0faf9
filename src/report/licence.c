// SPDX-License-Identifier: Apache-2.0
// The answer on a case as a page: the word, the entries, what it hangs on, what was looked at. See impost/licence.h.

#include "impost/licence.h"

#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "report/licence.h"
#include "report/report.h"
#include "report/study.h"

enum { NAME_COLUMNS = 24, WORDS_COLUMNS = 38, TYPED_COLUMNS = 54, WORD_COLUMNS = 24 };

static const char *mark_of(const struct page *p, const struct imp_licence_row *r) {
  const struct page_marks *m = page_marks(p);
  if (r->quoted) return m->said;
  if (r->standing == IMP_LICENCE_STAYED) return m->suspended;
  if (r->standing != IMP_LICENCE_IN_FORCE) return m->dash;
  return r->asks == IMP_LICENCE_PROHIBITED ? m->prohibited : m->law;
}

static const char *small_word(enum imp_licence_word w) {
  static const char *const words[] = {[IMP_LICENCE_NOT_LISTED] = "nothing",
                                      [IMP_LICENCE_NO_RULE] = "asks nothing by itself",
                                      [IMP_LICENCE_NOT_NEEDED] = "not needed",
                                      [IMP_LICENCE_SUSPENDED] = "suspended",
                                      [IMP_LICENCE_MAYBE] = "may ask",
                                      [IMP_LICENCE_GENERAL] = "general licence",
                                      [IMP_LICENCE_REGISTRATION] = "registration",
                                      [IMP_LICENCE_NOT_ENCODED] = "not encoded",
                                      [IMP_LICENCE_REQUIRED] = "licence required",
                                      [IMP_LICENCE_PROHIBITED] = "prohibited"};
  return words[w];
}

static void heading(struct page *p, const char *title) {
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, title);
  page_line(p);
  page_line(p);
}

/* A cell, and the column it ends at: longer text moves what follows to the next line. */
static void cell(struct page *p, const char *text, int at, int columns) {
  page_cell(p, text, columns, PAGE_LEFT);
  if (page_columns(p, str_of(text)) < columns) return;
  page_line(p);
  page_space(p, at + columns);
}

static void faint(struct page *p, int at, struct buf *b) {
  if (!b->n) return;
  page_space(p, at);
  page_tone_begin(p, PAGE_FAINT);
  page_wrap(p, at, b->p);
  page_tone_end(p, PAGE_FAINT);
  buf_clear(b);
}

/* ---- the head -------------------------------------------------------------------------------------------------- */

static void put_case(const struct imp_licence_answer *a, struct buf *b) {
  imp_day day;
  buf_printf(b, "%s out of %s%s", a->item[0] ? a->item : "the item", report_article(a->out_of),
             a->out_of);
  if (a->into) buf_printf(b, ", into %s%s", report_article(a->into), a->into);
  buf_puts(b, ", on ");
  if (day_parse(str_of(a->on), &day)) day_print_long(day, b);
  if (strcmp(a->deed, "export") != 0) buf_printf(b, " (%s)", a->deed);
}

static bool ends_before(const struct imp_licence_row *a, const struct imp_licence_row *b) {
  return a->stayed_through && b->stayed_through && strcmp(a->stayed_through, b->stayed_through) < 0;
}

/* Of the rows that are suspended the one that would ask most; of several the one whose stay ends first. */
static const struct imp_licence_row *stayed(const struct imp_licence_reading *r) {
  const struct imp_licence_row *best = NULL;
  for (uint32_t i = 0; i < r->row_count; i++) {
    const struct imp_licence_row *x = &r->rows[i];
    if (x->standing != IMP_LICENCE_STAYED || x->quoted) continue;
    if (!best || x->asks > best->asks || (x->asks == best->asks && ends_before(x, best))) best = x;
  }
  return best;
}

/* What is suspended: certain, on one of the entries the number leads to, or on conditions that are open. */
static void put_stayed(const struct imp_licence_reading *r, const struct imp_licence_row *s,
                       struct buf *b) {
  if (r->sure)
    buf_printf(b, " (would ask: %s)", small_word(s->asks));
  else if (s->asks == IMP_LICENCE_MAYBE || s->asks == IMP_LICENCE_NO_RULE)
    buf_puts(b, " (might ask, see below)");
  else
    buf_printf(b, " (might ask: %s)", small_word(s->asks));
}

static void put_word(const struct imp_licence_reading *r, struct buf *b) {
  buf_puts(b, imp_licence_word_text(r->word));
  if (r->word == IMP_LICENCE_REQUIRED && r->review) buf_printf(b, ", %s", r->review);
  const struct imp_licence_row *s = r->word == IMP_LICENCE_SUSPENDED ? stayed(r) : NULL;
  if (!s) return;
  put_stayed(r, s, b);
  if (s->stayed_through) buf_printf(b, " through %s", s->stayed_through);
  if (s->announced_through) buf_printf(b, "; announced through %s", s->announced_through);
}

/* One reading: the word, and beside it the case when there is room. */
static bool head_beside(struct page *p, const struct imp_licence_answer *a, struct buf *b) {
  enum { BESIDE = 28 };
  struct buf what = {0};
  put_case(a, &what);
  int word = page_columns(p, buf_str(b));
  bool fits = a->reading_count == 1 && word < BESIDE &&
              BESIDE + page_columns(p, buf_str(&what)) + 2 < p->width;
  if (fits) {
    page_space(p, BESIDE - word);
    page_puts(p, what.p ? what.p : "");
  }
  page_done(p, &what);
  return fits;
}

static void head(struct page *p, const struct imp_licence_answer *a) {
  bool beside = false;
  struct buf b = {0};
  for (uint32_t i = 0; i < a->reading_count; i++) {
    const struct imp_licence_reading *r = &a->readings[i];
    page_line(p);
    page_space(p, 2);
    buf_clear(&b);
    put_word(r, &b);
    page_tone(p, r->word == IMP_LICENCE_PROHIBITED ? PAGE_ALARM : PAGE_STRONG, b.p ? b.p : "");
    beside = head_beside(p, a, &b);
    page_line(p);
    buf_clear(&b);
    if (r->outcome[0]) {
      buf_printf(&b, "if %s", r->outcome);
      if (r->by_default) buf_puts(&b, " (what the law does when nobody acts)");
    }
    faint(p, PAGE_INDENT, &b);
  }
  if (!beside) {
    put_case(a, &b);
    page_space(p, 2);
    page_wrap(p, 2, b.p ? b.p : "");
  }
  page_done(p, &b);
}

/* ---- entries ------------------------------------------------------------------------------------------------------ */

static void put_doubt(const struct imp_licence_row *r, struct buf *b) {
  if (r->unconfirmed) buf_printf(b, "; not certain: %s", r->unconfirmed);
}

static void put_row_detail(const struct imp_licence_row *r, struct buf *b) {
  buf_puts(b, r->control);
  if (r->act) buf_printf(b, ": %s", r->act);
  if (r->cite) buf_printf(b, ", %s", r->cite);
  if (r->since) buf_printf(b, ", from %s", r->since);
  if (r->begins) buf_printf(b, ", begins %s", r->begins);
  if (r->standing == IMP_LICENCE_IN_FORCE && r->announced_through)
    buf_printf(b, "; suspended through %s if %s", r->announced_through, r->announced_if);
  if (r->standing != IMP_LICENCE_STAYED) {
    put_doubt(r, b);
    return;
  }
  if (r->stayed_through) buf_printf(b, "; suspended through %s", r->stayed_through);
  if (r->stayed_by) buf_printf(b, " by %s", r->stayed_by);
  if (r->stayed_with) buf_printf(b, " with %s", r->stayed_with);
  if (r->announced_through)
    buf_printf(b, ", announced through %s (if %s)", r->announced_through, r->announced_if);
  buf_printf(b, "; in force %u days before", (unsigned)r->days_in_force);
  put_doubt(r, b);
}

static void put_row(struct page *p, const struct imp_licence_row *r, bool again) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT);
  if (again) {
    page_space(p, NAME_COLUMNS + WORDS_COLUMNS);
  } else {
    cell(p, r->entry ? r->entry : r->control, PAGE_INDENT, NAME_COLUMNS);
    cell(p, r->words, PAGE_INDENT + NAME_COLUMNS, WORDS_COLUMNS);
  }
  page_puts(p, mark_of(p, r));
  page_space(p, 1);
  page_puts(p, r->standing == IMP_LICENCE_NOT_BEGUN ? "not in force" : small_word(r->asks));
  page_line(p);
  if (r->limits && !again) {
    buf_printf(&b, "if %s", r->limits);
    faint(p, PAGE_INDENT + NAME_COLUMNS, &b);
  }
  put_row_detail(r, &b);
  faint(p, PAGE_INDENT + NAME_COLUMNS, &b);
  page_done(p, &b);
}

static bool same_entry(const struct imp_licence_row *a, const struct imp_licence_row *b) {
  return a->entry && b->entry && !strcmp(a->entry, b->entry);
}

/* A control of which nothing but open lines speak stands below, with them. */
static bool shown(const struct imp_licence_row *r, bool quoted) {
  if (r->quoted != quoted) return false;
  if (quoted || r->standing == IMP_LICENCE_NOT_BEGUN) return true;
  if (r->asks == IMP_LICENCE_NO_RULE) return r->standing == IMP_LICENCE_STAYED;
  return r->asks != IMP_LICENCE_MAYBE;
}

/* The rows of an entry stand together, below its first. */
static bool is_first(const struct imp_licence_reading *r, uint32_t i, bool quoted) {
  for (uint32_t k = 0; k < i; k++)
    if (shown(&r->rows[k], quoted) && same_entry(&r->rows[k], &r->rows[i])) return false;
  return shown(&r->rows[i], quoted);
}

static void rows(struct page *p, const struct imp_licence_reading *r, bool quoted) {
  for (uint32_t i = 0; i < r->row_count; i++) {
    if (!is_first(r, i, quoted)) continue;
    put_row(p, &r->rows[i], false);
    for (uint32_t k = i + 1; k < r->row_count; k++)
      if (shown(&r->rows[k], quoted) && same_entry(&r->rows[i], &r->rows[k]))
        put_row(p, &r->rows[k], true);
  }
}

static uint32_t count_shown(const struct imp_licence_reading *r, bool quoted) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < r->row_count; i++) n += is_first(r, i, quoted);
  return n;
}

static void entries(struct page *p, const struct imp_licence_answer *a,
                    const struct imp_licence_reading *r) {
  struct buf b = {0};
  uint32_t n = count_shown(r, false);
  if (a->by_code)
    buf_printf(&b, "The number leads to %u entr%s. Their words decide, not the number.",
               (unsigned)n, n == 1 ? "y" : "ies");
  else
    buf_puts(&b, "Entries and controls");
  if (n > 0) {
    heading(p, b.p ? b.p : "");
    rows(p, r, false);
    for (uint32_t i = 0; i < a->not_these_count; i++)
      page_item(p, "not these", NAME_COLUMNS, a->not_these[i]);
  }
  if (count_shown(r, true)) {
    heading(p, "Scopes in words, never assumed: --fact CONTROL.items=yes says the item is one");
    rows(p, r, true);
  }
  page_done(p, &b);
}

/* ---- what it hangs on ------------------------------------------------------------------------------------------------ */

static void open_lines(struct page *p, const struct imp_licence_answer *a,
                       const struct imp_licence_reading *r) {
  const struct page_marks *m = page_marks(p);
  if (r->open_count) heading(p, a->by_code ? "If it is one of them" : "It is another if");
  for (uint32_t i = 0; i < r->open_count; i++) {
    const struct imp_licence_open *o = &r->open[i];
    struct buf b = {0};
    bool off = o->standing == IMP_LICENCE_STAYED;
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, o->condition ? o->condition : "in any case");
    page_space(p, PAGE_INDENT + 4);
    page_puts(p, off                                    ? m->suspended
                 : o->becomes == IMP_LICENCE_PROHIBITED ? m->prohibited
                                                        : m->law);
    page_space(p, 1);
    buf_puts(&b, small_word(o->becomes));
    if (off) buf_printf(&b, ", suspended through %s", o->through ? o->through : "no stated day");
    buf_printf(&b, "   %s%s%s", o->act ? o->act : "", o->cite ? ", " : "", o->cite ? o->cite : "");
    if (o->note) buf_printf(&b, "; %s", o->note);
    page_wrap(p, PAGE_INDENT + 6, b.p ? b.p : "");
    page_done(p, &b);
  }
}

static void said_lines(struct page *p, const char *title, const struct imp_licence_said *s,
                       uint32_t n) {
  if (n) heading(p, title);
  for (uint32_t i = 0; i < n; i++) {
    struct buf b = {0};
    buf_puts(&b, s[i].text);
    if (s[i].condition) buf_printf(&b, ", if %s", s[i].condition);
    buf_printf(&b, "  (%s%s%s%s)", s[i].act ? s[i].act : "", s[i].cite ? ", " : "",
               s[i].cite ? s[i].cite : "",
               s[i].standing == IMP_LICENCE_STAYED ? "; suspended" : "");
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, b.p ? b.p : "");
    page_done(p, &b);
  }
}

static void tells(struct page *p, const struct imp_licence_answer *a) {
  if (a->tell_count) heading(p, "Tell me, and it becomes");
  for (uint32_t i = 0; i < a->tell_count; i++) {
    const struct imp_licence_tell *t = &a->tells[i];
    page_space(p, PAGE_INDENT);
    cell(p, t->typed, PAGE_INDENT, TYPED_COLUMNS);
    page_cell(p, imp_licence_word_text(t->becomes), t->under[0] ? WORD_COLUMNS : 0, PAGE_LEFT);
    page_puts(p, t->under);
    page_line(p);
  }
}

/* ---- what was looked at ------------------------------------------------------------------------------------------------ */

static void looked_at(struct page *p, const struct imp_licence_answer *a, bool named) {
  uint32_t whole = 0, part = 0, none = 0;
  struct buf b = {0};
  for (uint32_t i = 0; i < a->list_count; i++) {
    const struct imp_licence_list *l = &a->lists[i];
    if (l->whole)
      whole++;
    else
      ++*(l->encoded ? &part : &none);
  }
  page_line(p);
  buf_printf(&b, "Looked at %u lists: %u whole, %u in part; %u more known and not encoded.",
             (unsigned)(whole + part), (unsigned)whole, (unsigned)part, (unsigned)none);
  page_space(p, 2);
  page_wrap(p, 2, b.p ? b.p : "");
  buf_clear(&b);
  for (uint32_t i = 0; i < a->list_count && named; i++) {
    const struct imp_licence_list *l = &a->lists[i];
    buf_printf(&b, "%s", l->title ? l->title : "");
    if (l->missing) buf_printf(&b, ": %s", l->missing);
    page_item(p, l->name, NAME_COLUMNS, b.p ? b.p : "");
    buf_clear(&b);
  }
  page_done(p, &b);
}

static void nets(struct page *p, const struct imp_licence_answer *a) {
  struct buf b = {0};
  if (!a->net_count) return;
  buf_puts(&b, "Being on none of them is no promise. What reaches anything:");
  for (uint32_t i = 0; i < a->net_count; i++) {
    const struct imp_licence_row *n = &a->nets[i];
    buf_printf(&b, "%s %s (%s%s%s)", i ? ";" : "", n->title ? n->title : "",
               n->act ? n->act : n->control, n->cite ? ", " : "", n->cite ? n->cite : "");
  }
  buf_puts(&b, ".");
  page_space(p, 2);
  page_wrap(p, 2, b.p ? b.p : "");
  page_done(p, &b);
}

/* An entry of the very words may be one of another way. */
static void near_words(struct page *p, const struct imp_licence_answer *a, bool fits) {
  page_line(p);
  page_space(p, 2);
  page_wrap(p, 2,
            fits ? "What asks for the entry of these words does not look this way."
                 : "None of the entries encoded here fits what you told me.");
  if (a->near_count) heading(p, "Near, and not taken: name one with --item");
  for (uint32_t i = 0; i < a->near_count; i++)
    page_item(p, a->near[i].entry, NAME_COLUMNS, a->near[i].words);
  struct buf b = {0};
  if (a->near_more) buf_printf(&b, "and %u more", (unsigned)a->near_more);
  faint(p, PAGE_INDENT, &b);
  page_done(p, &b);
}

/* ---- the page -------------------------------------------------------------------------------------------------------- */

static void outcome(struct page *p, const struct imp_licence_reading *r) {
  page_line(p);
  page_rule(p);
  page_space(p, 2);
  page_puts(p, "If ");
  page_wrap(p, 5, r->outcome);
}

static bool nothing(const struct imp_licence_answer *a) {
  for (uint32_t i = 0; i < a->reading_count; i++)
    if (a->readings[i].word == IMP_LICENCE_NOT_LISTED) return true;
  return false;
}

static void stamp(struct page *p, const struct imp_law *law, const struct imp_query *query,
                  const struct imp_licence_answer *a) {
  for (uint32_t i = 0; i < a->assumed_count; i++) {
    page_space(p, 2);
    page_puts(p, "Assumed: ");
    page_puts(p, a->assumed[i]);
    page_line(p);
  }
  if (a->weakest[0]) {
    page_space(p, 2);
    page_puts(p, "Weakest source: ");
    page_puts(p, a->weakest);
    page_line(p);
  }
  study_stamp_all(p, law, query);
}

static void write_text(const struct imp_law *law, const struct imp_query *query,
                       const struct imp_licence_answer *a, struct page *p) {
  head(p, a);
  if (nothing(a) || a->near_count) near_words(p, a, !nothing(a));
  for (uint32_t i = 0; i < a->reading_count; i++) {
    const struct imp_licence_reading *r = &a->readings[i];
    if (a->reading_count > 1) outcome(p, r);
    entries(p, a, r);
    open_lines(p, a, r);
    said_lines(p, "How it is judged", r->reviews, r->review_count);
    said_lines(p, "What must be done", r->musts, r->must_count);
  }
  tells(p, a);
  looked_at(p, a, nothing(a));
  nets(p, a);
  stamp(p, law, query, a);
}

enum imp_status imp_report_licence(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_licence *l,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err) {
  const struct imp_licence_answer *a = imp_licence_answer(l);
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT)
    write_text(law, query, a, &p);
  else
    report_licence_json(law, query, a, options->format == IMP_JSON ? 5 : 0, &b);
  return study_give_back(text, &b, err);
}
