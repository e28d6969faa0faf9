// SPDX-License-Identifier: Apache-2.0
// Linked outcomes as a page and as JSON: what each answer moves, lines in every outcome, expected amounts at given odds.
#include "impost/branch.h"

#include <string.h>

#include "base/error.h"
#include "base/num.h"
#include "report/report.h"
#include "report/study.h"

struct odds { /* "approved=70%" */
  struct str answer;
  struct rat share;
  bool given;
};

static enum imp_status read_odds(const char *text, struct odds *out, struct imp_error *err) {
  struct str s = str_of(text);
  long equals = str_find(s, '=');
  *out = (struct odds){.share = RAT_ZERO};
  if (!text) return IMP_OK;
  bool fine = equals > 0 && s.p[s.n - 1] == '%' &&
              rat_parse(str_sub(s, (size_t)equals + 1, s.n - 1), &out->share) &&
              rat_div(out->share, rat_int(100), &out->share) &&
              rat_cmp(out->share, rat_int(1)) <= 0;
  if (!fine)
    return error_set(err, IMP_USAGE, "usage.words", "write --odds approved=70%",
                     "\"%.40s\" is no answer with its odds", text);
  out->answer = str_sub(s, 0, (size_t)equals);
  out->given = true;
  return IMP_OK;
}

/* share x a + (1 - share) x b, in cents, half up. */
static bool expected(const struct odds *o, int64_t a, int64_t b, int64_t *out) {
  struct rat x, y, rest;
  return rat_sub(rat_int(1), o->share, &rest) && rat_mul(o->share, rat_int(a), &x) &&
         rat_mul(rest, rat_int(b), &y) && rat_add(x, y, &x) && rat_to_dollars_half_up(x, out);
}

static void put_expected(struct buf *b, const struct odds *o, int64_t low, int64_t high) {
  int64_t mid;
  if (!expected(o, low, high, &mid)) return;
  buf_printf(b, "expected at %.*s=", (int)o->answer.n, o->answer.p);
  struct rat percent;
  if (rat_mul(o->share, rat_int(100), &percent)) rat_print(percent, b);
  buf_puts(b, "%: ");
  money_print(mid, true, b);
  buf_puts(b, "; spread ");
  money_print(low < high ? low : high, true, b);
  buf_puts(b, " to ");
  money_print(low < high ? high : low, true, b);
}

/* ---- moves ------------------------------------------------------------------------------------------------------------------ */

static const char *kind_word(enum imp_moved k) {
  static const char *const words[] = {"measure", "control", "fee"};
  return words[k];
}

static void one_move(struct page *p, const struct imp_move *m) {
  struct buf b = {0};
  page_space(p, PAGE_INDENT + 2);
  page_puts(p, m->binds ? page_marks(p)->law : p->ascii ? "o" : "○");
  page_space(p, 1);
  page_cell(p, m->from ? m->from : "", 12, PAGE_LEFT);
  buf_printf(&b, "%s  %s %s%s%s: %s", m->side, kind_word(m->kind), m->name,
             m->heading[0] ? ", heading " : "", m->heading, m->what);
  if (m->along) buf_printf(&b, "; goes with %s", m->along);
  page_wrap(p, PAGE_INDENT + 16, b.p ? b.p : "");
  page_done(p, &b);
}

static void one_answer(struct page *p, const struct imp_branch_answer *a) {
  struct buf b = {0};
  buf_printf(&b, "%s%s", a->answer, a->said ? " (said)" : "");
  if (a->unless)
    buf_printf(&b, strcmp(a->unless, "by itself") ? "; comes %s" : "; comes %s, if nobody acts",
               a->unless);
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_tone(p, PAGE_STRONG, b.p ? b.p : "");
  page_line(p);
  for (uint32_t i = 0; i < a->move_count; i++) {
    if (a->moves[i].itself && (i == 0 || !a->moves[i - 1].itself))
      page_item(p, "", 2, i ? "and then, by itself" : "by itself");
    one_move(p, &a->moves[i]);
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
  buf_printf(&b, "%s (%s%s%s)", q->title, q->state, q->due ? ", due " : "", q->due ? q->due : "");
  page_wrap(p, 4 + page_columns(p, str_of(q->name)), b.p ? b.p : "");
  for (uint32_t i = 0; i < q->answer_count; i++) one_answer(p, &q->answers[i]);
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

/* ---- lines -------------------------------------------------------------------------------------------------------------------- */

static const struct imp_bill *bill_of(const struct imp_answer *a, struct str answer, bool is) {
  for (uint32_t i = 0; i < a->bill_count; i++)
    if (a->bills[i].pick_count == 1 && str_eq(str_of(a->bills[i].picks[0].answer), answer) == is)
      return &a->bills[i];
  return NULL;
}

static void one_bill(struct page *p, const struct imp_answer *a, const struct imp_bill *x) {
  struct buf b = {0};
  report_picks(x->picks, x->pick_count, &b);
  page_space(p, PAGE_INDENT + 2);
  page_cell(p, b.n ? b.p : "nothing open touches it", 44, PAGE_LEFT);
  buf_clear(&b);
  report_span(x->low, x->high, true, &b);
  page_cell(p, b.p ? b.p : "", 26, PAGE_RIGHT);
  buf_clear(&b);
  if (x->low == x->high) report_share(x->high, a->value, &b);
  page_cell(p, b.p ? b.p : "", 10, PAGE_RIGHT);
  page_line(p);
  page_done(p, &b);
}

static void one_line(struct page *p, const struct imp_branch_line *l, const struct odds *o) {
  struct buf b = {0};
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, l->words);
  if (l->answer->reason) {
    buf_printf(&b, "refused: %s", l->answer->reason);
    page_item(p, "", 2, b.p ? b.p : "");
  }
  for (uint32_t i = 0; i < l->answer->bill_count; i++) one_bill(p, l->answer, &l->answer->bills[i]);
  const struct imp_bill *is = o->given ? bill_of(l->answer, o->answer, true) : NULL,
                        *other = is && l->answer->bill_count == 2
                                     ? bill_of(l->answer, o->answer, false)
                                     : NULL;
  buf_clear(&b);
  if (other) {
    put_expected(&b, o, is->high, other->high);
    if (is->low != is->high || other->low != other->high) buf_puts(&b, ", of the high ends");
    page_item(p, "", 2, b.p ? b.p : "");
  } else if (o->given)
    page_item(p, "", 2, "the odds are of no answer that splits this line in two");
  page_done(p, &b);
}

static void page_of(struct page *p, const struct imp_branch *br,
                    const struct imp_branch_line *lines, uint32_t count, const struct odds *o,
                    const char *known) {
  struct buf b = {0};
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "OUTCOMES");
  buf_printf(&b, "%u open question%s, as known on %s", (unsigned)imp_branch_count(br),
             imp_branch_count(br) == 1 ? "" : "s", known);
  page_space(p, 4);
  page_wrap(p, 14, b.p ? b.p : "");
  page_done(p, &b);
  for (uint32_t i = 0; i < count; i++) one_line(p, &lines[i], o);
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

static void json_line(struct json_out *j, const struct imp_branch_line *l, const struct odds *o) {
  json_open(j, NULL, '{');
  json_text(j, "line", l->words);
  json_text(j, "reason", l->answer->reason);
  json_open(j, "outcomes", '[');
  for (uint32_t i = 0; i < l->answer->bill_count; i++) {
    json_open(j, NULL, '{');
    study_json_outcome(j, &l->answer->bills[i]);
    json_money(j, "low", l->answer->bills[i].low);
    json_money(j, "high", l->answer->bills[i].high);
    json_close(j, '}');
  }
  json_close(j, ']');
  const struct imp_bill *is = o->given ? bill_of(l->answer, o->answer, true) : NULL,
                        *other = is ? bill_of(l->answer, o->answer, false) : NULL;
  int64_t mid;
  if (other && l->answer->bill_count == 2 && expected(o, is->high, other->high, &mid))
    json_money(j, "expected", mid);
  json_close(j, '}');
}

enum imp_status imp_report_branch(const struct imp_law *law, const struct imp_query *query,
                                  const struct imp_branch *br, const struct imp_branch_line *lines,
                                  uint32_t line_count, const char *odds,
                                  const struct imp_report_options *options, struct imp_text *text,
                                  struct imp_error *err) {
  struct odds o;
  enum imp_status status = read_odds(odds, &o, err);
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
  for (uint32_t i = 0; i < line_count; i++) json_line(&j, &lines[i], &o);
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(&b, '\n');
  return study_give_back(text, &b, err);
}

enum imp_status imp_report_odds(const struct imp_diff_totals *t, const char *odds,
                                const struct imp_report_options *options, struct imp_text *text,
                                struct imp_error *err) {
  struct odds o;
  struct buf words = {0};
  enum imp_status status = read_odds(odds, &o, err);
  if (status != IMP_OK) return status;
  struct buf b = study_borrow(text);
  struct page p = study_page(options, &b);
  put_expected(&words, &o, t->before, t->after);
  page_line(&p);
  page_space(&p, PAGE_INDENT);
  page_wrap(&p, PAGE_INDENT, words.p ? words.p : "");
  page_done(&p, &words);
  return study_give_back(text, &b, err);
}
