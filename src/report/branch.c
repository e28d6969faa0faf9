// SPDX-License-Identifier: Apache-2.0
// Linked outcomes as a page and as JSON: what each answer moves, lines in every outcome, expected amounts at given odds.
#include "impost/branch.h"

#include <string.h>

#include "base/error.h"
#include "report/branch.h"

/* ---- moves ------------------------------------------------------------------------------------------------------------------ */

static const char *kind_word(enum imp_moved k) {
  static const char *const words[] = {"measure", "control", "fee"};
  return words[k];
}

static bool same(const char *a, const char *b) {
  return strcmp(a ? a : "", b ? b : "") == 0;
}

/* Says the same of another name: the names stand side by side. */
static bool says_the_same(const struct imp_move *a, const struct imp_move *b) {
  return a->kind == b->kind && a->itself == b->itself && a->binds == b->binds &&
         same(a->side, b->side) && same(a->from, b->from) && same(a->heading, b->heading) &&
         same(a->what, b->what) && same(a->along, b->along);
}

/* How many moves from the i-th on say the same. */
static uint32_t alike(const struct imp_branch_answer *a, uint32_t i) {
  uint32_t n = 1;
  while (i + n < a->move_count && says_the_same(&a->moves[i], &a->moves[i + n])) n++;
  return n;
}

/* A day stands once, on the first of its moves. */
static bool day_stands(const struct imp_branch_answer *a, uint32_t i) {
  return i > 0 && a->moves[i - 1].itself == a->moves[i].itself &&
         same(a->moves[i - 1].from, a->moves[i].from);
}

/* Takes `part` out of the text where a word ends behind it. */
static void take_out(struct buf *b, const char *part) {
  size_t n = strlen(part);
  const char *at = b->p ? strstr(b->p, part) : NULL;
  if (!at || !n || (at[n] != ' ' && at[n] != 0)) return;
  size_t start = (size_t)(at - b->p);
  memmove(b->p + start, b->p + start + n, b->n - start - n + 1);
  b->n -= n;
}

/* The statement without what stands beside it: the day it begins on, when no hour is stated, and the answer it hangs on. */
static void put_what(const struct imp_move *m, const char *question, const char *answer,
                     struct buf *out) {
  struct buf b = {0}, part = {0};
  const char *equals = m->along ? strchr(m->along, '=') : NULL;
  buf_puts(&b, m->what);
  if (equals)
    buf_printf(&part, " if %.*s is %s", (int)(equals - m->along), m->along, equals + 1);
  else
    buf_printf(&part, " if %s is %s", question, answer);
  const char *more = part.p && b.p ? strstr(b.p, part.p) : NULL;
  bool alone = more && (!more[part.n] || str_starts(str_of(more + part.n), STR(" unconfirmed ")));
  if (alone) take_out(&b, part.p);
  buf_clear(&part);
  buf_printf(&part, " from %s", m->from ? m->from : "");
  more = part.p && b.p && m->from ? strstr(b.p, part.p) : NULL;
  if (more && !(more[part.n] == ' ' && more[part.n + 1] >= '0' && more[part.n + 1] <= '9'))
    take_out(&b, part.p);
  buf_puts(out, b.p ? b.p : "");
  out->failed = out->failed || b.failed || part.failed;
  buf_free(&b);
  buf_free(&part);
}

static void put_moves(struct page *p, const char *question, const struct imp_branch_answer *a,
                      uint32_t i, uint32_t n) {
  const struct imp_move *m = &a->moves[i];
  struct buf b = {0};
  page_space(p, PAGE_INDENT + 2);
  page_puts(p, m->binds ? page_marks(p)->law : p->ascii ? "o" : "○");
  page_space(p, 1);
  page_cell(p, m->from && !day_stands(a, i) ? m->from : "", 12, PAGE_LEFT);
  buf_printf(&b, "%s  %s%s ", m->side, kind_word(m->kind), n > 1 ? "s" : "");
  for (uint32_t k = 0; k < n; k++)
    buf_printf(&b, "%s%s", k == 0 ? "" : k + 1 == n ? " and " : ", ", a->moves[i + k].name);
  buf_printf(&b, "%s%s: ", m->heading[0] ? ", heading " : "", m->heading);
  if (m->itself)
    buf_puts(&b, m->what);
  else
    put_what(m, question, a->answer, &b);
  if (m->along) buf_printf(&b, "; goes with %s", m->along);
  page_wrap(p, PAGE_INDENT + 16, b.p ? b.p : "");
  page_done(p, &b);
}

static void one_answer(struct page *p, const char *question, const struct imp_branch_answer *a) {
  struct buf b = {0};
  buf_printf(&b, "%s%s", a->answer, a->said ? " (said)" : "");
  if (a->unless)
    buf_printf(&b, strcmp(a->unless, "by itself") ? "; comes %s" : "; comes %s, if nobody acts",
               a->unless);
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_tone(p, PAGE_STRONG, b.p ? b.p : "");
  page_line(p);
  for (uint32_t i = 0, n; i < a->move_count; i += n) {
    n = alike(a, i);
    if (a->moves[i].itself && (i == 0 || !a->moves[i - 1].itself))
      page_item(p, "", 2, i ? "and then, by itself" : "by itself");
    put_moves(p, question, a, i, n);
  }
  if (a->move_count == 0) page_item(p, "", 2, "moves nothing that is encoded");
  page_done(p, &b);
}

static void one_question(struct page *p, const struct imp_branch_question *q) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, q->name);
  page_space(p, 2);
  buf_printf(&b, "%s (%s%s%s%s%s)", q->title, q->state, q->due ? ", due " : "",
             q->due ? q->due : "", q->picked ? ", picked " : "", q->picked ? q->picked : "");
  page_wrap(p, 4 + page_columns(p, str_of(q->name)), b.p ? b.p : "");
  for (uint32_t i = 0; i < q->answer_count; i++) one_answer(p, q->name, &q->answers[i]);
  page_done(p, &b);
}

/* Answers that come when another question is answered: not to be multiplied out. */
static void together(struct page *p, const struct imp_branch *br) {
  bool titled = false;
  for (uint32_t i = 0; i < imp_branch_count(br); i++) {
    const struct imp_branch_question *q = imp_branch_at(br, i);
    for (uint32_t k = 0; k < q->answer_count; k++) {
      struct buf b = {0};
      const char *unless = q->answers[k].unless;
      if (!unless || strcmp(unless, "by itself") == 0) continue;
      if (!titled) {
        page_line(p);
        page_space(p, 2);
        page_tone(p, PAGE_STRONG, "Go together, unless decided otherwise");
        page_line(p);
        titled = true;
      }
      buf_printf(&b, "%s is %s %s", q->name, q->answers[k].answer, unless);
      page_item(p, "", 2, b.p ? b.p : "");
      page_done(p, &b);
    }
  }
}

static void nothing_moved(struct page *p, const struct imp_branch *br) {
  struct buf b = {0};
  for (uint32_t i = 0; i < imp_branch_count(br); i++)
    if (!imp_branch_at(br, i)->moves)
      buf_printf(&b, "%s%s", b.n ? ", " : "", imp_branch_at(br, i)->name);
  if (b.n) {
    page_line(p);
    page_space(p, 2);
    page_puts(p, "Open, but moving nothing encoded:  ");
    page_wrap(p, 37, b.p);
  }
  page_done(p, &b);
}

static void page_of(struct page *p, const struct imp_branch *br,
                    const struct imp_branch_line *lines, uint32_t count,
                    const struct branch_odds *o, const char *known) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "OUTCOMES");
  buf_printf(&b, "%u open question%s, as known on %s", (unsigned)imp_branch_count(br),
             imp_branch_count(br) == 1 ? "" : "s", known);
  page_space(p, 4);
  page_wrap(p, 14, b.p ? b.p : "");
  page_done(p, &b);
  branch_lines(p, br, lines, count, o);
  for (uint32_t i = 0; i < imp_branch_count(br); i++)
    if (imp_branch_at(br, i)->moves || imp_branch_count(br) == 1)
      one_question(p, imp_branch_at(br, i));
  together(p, br);
  if (imp_branch_count(br) > 1) nothing_moved(p, br);
  page_line(p);
  page_space(p, 2);
  page_puts(p, page_marks(p)->law);
  page_puts(p, " an act that binds states it   ");
  page_puts(p, p->ascii ? "o" : "○");
  page_puts(p, " only threatened, agreed or announced");
  page_line(p);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------ */

static void json_move(struct json_out *j, const struct imp_move *m) {
  json_open(j, NULL, '{');
  json_text(j, "kind", kind_word(m->kind));
  json_text(j, "side", m->side);
  json_text(j, "name", m->name);
  json_text(j, "title", m->title);
  json_maybe(j, "heading", m->heading);
  json_text(j, "from", m->from);
  json_text(j, "until", m->until);
  json_text(j, "what", m->what);
  json_maybe(j, "act", m->act_title);
  json_maybe(j, "along", m->along);
  json_bool(j, "binds", m->binds);
  json_bool(j, "by_itself", m->itself);
  json_text(j, "file", m->where.file);
  json_number(j, "line", m->where.line);
  json_close(j, '}');
}

static void json_question(struct json_out *j, const struct imp_branch_question *q) {
  json_open(j, NULL, '{');
  json_text(j, "name", q->name);
  json_text(j, "title", q->title);
  json_text(j, "state", q->state);
  json_text(j, "due", q->due);
  json_bool(j, "follows", q->follows);
  json_maybe(j, "picked", q->picked);
  json_open(j, "answers", '[');
  for (uint32_t i = 0; i < q->answer_count; i++) {
    json_open(j, NULL, '{');
    json_text(j, "answer", q->answers[i].answer);
    json_bool(j, "said", q->answers[i].said);
    json_text(j, "default", q->answers[i].unless);
    json_open(j, "moves", '[');
    for (uint32_t k = 0; k < q->answers[i].move_count; k++) json_move(j, &q->answers[i].moves[k]);
    json_close(j, ']');
    json_close(j, '}');
  }
  json_close(j, ']');
  json_close(j, '}');
}

static bool answers(const struct imp_branch *br, struct str answer) {
  for (uint32_t i = 0; i < imp_branch_count(br); i++) {
    const struct imp_branch_question *q = imp_branch_at(br, i);
    for (uint32_t k = 0; k < q->answer_count; k++)
      if (str_eq(str_of(q->answers[k].answer), answer)) return true;
  }
  return false;
}

/* Odds of an answer nobody can give, or of no line, would be passed over in silence. */
static enum imp_status check_odds(const struct imp_branch *br, const struct branch_odds *o,
                                  uint32_t line_count, struct imp_error *err) {
  if (!o->given) return IMP_OK;
  if (!answers(br, o->answer))
    return error_set(err, IMP_USAGE, "usage.words", "one of the answers that are listed without it",
                     "\"%.*s\" answers none of the questions", (int)o->answer.n, o->answer.p);
  if (!line_count)
    return error_set(err, IMP_USAGE, "usage.words", "add --line, or ask impost diff of a file",
                     "odds are of what lines owe, and no line is given");
  return IMP_OK;
}

enum imp_status imp_report_branch(const struct imp_law *law, const struct imp_query *query,
                                  const struct imp_branch *br, const struct imp_branch_line *lines,
                                  uint32_t line_count, const char *odds,
                                  const struct imp_report_options *options, struct imp_text *text,
                                  struct imp_error *err) {
  struct branch_odds o;
  enum imp_status status = branch_read_odds(odds, &o, err);
  if (status == IMP_OK) status = check_odds(br, &o, line_count, err);
  if (status != IMP_OK) return status;
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  if (options->format == IMP_TEXT) {
    page_of(&p, br, lines, line_count, &o, query->known ? query->known : imp_law_newest_known(law));
    study_stamp_all(&p, law, query);
    return study_give_back(text, &b, err);
  }
  struct json_out j = {.out = &b, .flat = 7};
  json_open(&j, NULL, '{');
  study_json_head(&j, "impost.branch/1", law, query);
  json_open(&j, "questions", '[');
  for (uint32_t i = 0; i < imp_branch_count(br); i++) json_question(&j, imp_branch_at(br, i));
  json_close(&j, ']');
  json_open(&j, "lines", '[');
  for (uint32_t i = 0; i < line_count; i++) branch_json_line(&j, br, &lines[i], &o);
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(&b, '\n');
  return study_give_back(text, &b, err);
}

enum imp_status imp_report_odds(const struct imp_diff_totals *t, const char *odds,
                                const struct imp_report_options *options, struct imp_text *text,
                                struct imp_error *err) {
  struct branch_odds o;
  struct buf words = {0};
  enum imp_status status = branch_read_odds(odds, &o, err);
  if (status != IMP_OK) return status;
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  branch_put_expected(&words, &o, t->before, t->after);
  page_line(&p);
  page_space(&p, PAGE_INDENT);
  page_wrap(&p, PAGE_INDENT, words.p ? words.p : "");
  page_done(&p, &words);
  return study_give_back(text, &b, err);
}
