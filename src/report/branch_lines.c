// SPDX-License-Identifier: Apache-2.0
// Lines in every outcome of the questions that touch them: a list, or a table both ways of two; what is expected at odds.
#include <string.h>

#include "base/error.h"
#include "report/branch.h"

/* ---- odds ------------------------------------------------------------------------------------------------------------------- */

enum imp_status branch_read_odds(const char *text, struct branch_odds *out, struct imp_error *err) {
  struct str s = str_of(text);
  long equals = str_find(s, '=');
  *out = (struct branch_odds){.share = RAT_ZERO};
  if (!text) return IMP_OK;
  bool fine = equals > 0 && s.p[s.n - 1] == '%' &&
              rat_parse(str_sub(s, (size_t)equals + 1, s.n - 1), &out->share) &&
              rat_div(out->share, rat_int(100), &out->share) &&
              rat_cmp(out->share, RAT_ZERO) >= 0 && rat_cmp(out->share, rat_int(1)) <= 0;
  if (!fine)
    return error_set(err, IMP_USAGE, "usage.words", "write --odds approved=70%",
                     "\"%.40s\" is no answer with its odds", text);
  out->answer = str_sub(s, 0, (size_t)equals);
  out->given = true;
  return IMP_OK;
}

/* share x a + (1 - share) x b, in cents, half up. */
static bool expected(const struct branch_odds *o, int64_t a, int64_t b, int64_t *out) {
  struct rat x, y, rest;
  return rat_sub(rat_int(1), o->share, &rest) && rat_mul(o->share, rat_int(a), &x) &&
         rat_mul(rest, rat_int(b), &y) && rat_add(x, y, &x) && rat_to_dollars_half_up(x, out);
}

void branch_put_expected(struct buf *b, const struct branch_odds *o, int64_t low, int64_t high) {
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

/* ---- which answers go together ----------------------------------------------------------------------------------------------- */

static const struct imp_branch_question *find(const struct imp_branch *br, const char *name) {
  for (uint32_t i = 0; i < imp_branch_count(br); i++)
    if (strcmp(imp_branch_at(br, i)->name, name) == 0) return imp_branch_at(br, i);
  return NULL;
}

/* "if us-cn.framework is approved": the answer that is named of this question, else NULL. */
static const char *hangs_on(const char *unless, const char *question) {
  static const char before[] = "if ", between[] = " is ";
  size_t n = strlen(question);
  if (!unless || strncmp(unless, before, strlen(before)) != 0) return NULL;
  unless += strlen(before);
  bool names =
      strncmp(unless, question, n) == 0 && strncmp(unless + n, between, strlen(between)) == 0;
  return names ? unless + n + strlen(between) : NULL;
}

/* The answer of q that comes when another question is answered so: stated of it, or by itself. Sets *follows when some
 * answer of q hangs on that question. NULL: none comes. */
static const char *comes(const struct imp_branch_question *q, const struct imp_pick *other,
                         bool *follows) {
  const char *found = NULL, *rest = NULL;
  for (uint32_t i = 0; i < q->answer_count; i++) {
    const char *unless = q->answers[i].unless, *named = hangs_on(unless, other->question);
    *follows = *follows || named;
    if (named && strcmp(named, other->answer) == 0) found = q->answers[i].answer;
    if (unless && strcmp(unless, "by itself") == 0) rest = q->answers[i].answer;
  }
  return found ? found : rest;
}

/* How the answer p goes with another: sets APART, or TOGETHER where it was FREE. */
static void bind(const struct imp_branch *br, const struct imp_pick *p,
                 const struct imp_pick *other, enum branch_bond *bond) {
  const struct imp_branch_question *q = find(br, p->question);
  bool follows = false;
  const char *answer = q ? comes(q, other, &follows) : NULL;
  if (!follows || !answer) return;
  if (strcmp(answer, p->answer) != 0)
    *bond = BRANCH_APART;
  else if (*bond == BRANCH_FREE)
    *bond = BRANCH_TOGETHER;
}

enum branch_bond branch_bond(const struct imp_branch *br, const struct imp_pick *picks,
                             uint32_t n) {
  enum branch_bond bond = BRANCH_FREE;
  for (uint32_t i = 0; i < n; i++) {
    for (uint32_t k = 0; k < n; k++)
      if (k != i) bind(br, &picks[i], &picks[k], &bond);
    for (uint32_t k = 0; k < imp_branch_count(br); k++) { /* those that --if decided */
      const struct imp_branch_question *q = imp_branch_at(br, k);
      const struct imp_pick picked = {q->name, q->picked};
      if (!q->picked) continue;
      bind(br, &picks[i], &picked, &bond);
      bind(br, &picked, &picks[i], &bond);
    }
  }
  return bond;
}

/* ---- a table both ways ----------------------------------------------------------------------------------------------------------- */

enum { ANSWERS_MOST = 4, ROW_COLUMNS = 26, FEWEST_COLUMNS = 26 };

struct axis { /* a question and the answers that bills were made for */
  const char *question;
  const char *answers[ANSWERS_MOST];
  uint32_t count;
};

struct axes { /* the questions that touch the lines: rows, columns */
  struct axis of[2];
  uint32_t count;
  bool more; /* a third question, or a fifth answer */
};

static void add_answer(struct axis *x, const char *answer, bool *more) {
  for (uint32_t i = 0; i < x->count; i++)
    if (strcmp(x->answers[i], answer) == 0) return;
  if (x->count < ANSWERS_MOST)
    x->answers[x->count++] = answer;
  else
    *more = true;
}

static void add_pick(struct axes *a, const struct imp_pick *pick) {
  uint32_t i = 0;
  while (i < a->count && strcmp(a->of[i].question, pick->question) != 0) i++;
  if (i == 2) {
    a->more = true;
    return;
  }
  if (i == a->count) a->of[a->count++].question = pick->question;
  add_answer(&a->of[i], pick->answer, &a->more);
}

static struct axes axes_of(const struct imp_branch_line *lines, uint32_t count) {
  struct axes a = {.count = 0};
  for (uint32_t l = 0; l < count; l++)
    for (uint32_t i = 0; i < lines[l].answer->bill_count; i++)
      for (uint32_t k = 0; k < lines[l].answer->bills[i].pick_count; k++)
        add_pick(&a, &lines[l].answer->bills[i].picks[k]);
  return a;
}

/* The bill of a line under both answers; it may hang on one of them, or on neither. */
static const struct imp_bill *bill_under(const struct imp_answer *a, const struct imp_pick *both) {
  for (uint32_t i = 0; i < a->bill_count; i++) {
    const struct imp_bill *x = &a->bills[i];
    bool fits = true;
    for (uint32_t k = 0; k < x->pick_count; k++)
      for (unsigned b = 0; b < 2; b++)
        if (strcmp(x->picks[k].question, both[b].question) == 0)
          fits = fits && strcmp(x->picks[k].answer, both[b].answer) == 0;
    if (fits) return x;
  }
  return NULL;
}

static void put_cell(struct page *p, const struct imp_branch *br, const struct imp_answer *a,
                     const struct imp_pick *both, int columns) {
  const struct imp_bill *x = bill_under(a, both);
  bool together = branch_bond(br, both, 2) == BRANCH_TOGETHER;
  struct buf b = {0};
  if (x) report_span(x->low, x->high, true, &b);
  page_cell(p, x && b.p ? b.p : page_marks(p)->dash, columns - 10, PAGE_RIGHT);
  buf_clear(&b);
  if (x && x->low == x->high) report_share(x->high, a->value, &b);
  page_cell(p, b.p ? b.p : "", 8, PAGE_RIGHT);
  page_cell(p, !together ? "" : p->ascii ? " <" : " ◂", 2, PAGE_LEFT);
  page_done(p, &b);
}

static void put_row(struct page *p, const struct imp_branch *br, const struct imp_answer *a,
                    const struct axes *x, uint32_t row, int columns) {
  struct buf b = {0};
  buf_printf(&b, "%s=%s", x->of[0].question, x->of[0].answers[row]);
  page_space(p, PAGE_INDENT + 2);
  page_cell(p, b.p ? b.p : "", ROW_COLUMNS, PAGE_LEFT);
  for (uint32_t c = 0; c < x->of[1].count; c++) {
    struct imp_pick both[2] = {{x->of[0].question, x->of[0].answers[row]},
                               {x->of[1].question, x->of[1].answers[c]}};
    put_cell(p, br, a, both, columns);
  }
  page_line(p);
  page_done(p, &b);
}

static void put_head(struct page *p, const struct axes *x, int columns) {
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_cell(p, x->of[1].question, ROW_COLUMNS + 2, PAGE_LEFT);
  for (uint32_t c = 0; c < x->of[1].count; c++) {
    page_cell(p, x->of[1].answers[c], columns - 2, PAGE_RIGHT);
    page_space(p, 2);
  }
  page_line(p);
  page_rule(p);
}

static bool any_together(const struct imp_branch *br, const struct axes *x) {
  for (uint32_t r = 0; r < x->of[0].count; r++)
    for (uint32_t c = 0; c < x->of[1].count; c++) {
      struct imp_pick both[2] = {{x->of[0].question, x->of[0].answers[r]},
                                 {x->of[1].question, x->of[1].answers[c]}};
      if (branch_bond(br, both, 2) == BRANCH_TOGETHER) return true;
    }
  return false;
}

static void put_table(struct page *p, const struct imp_branch *br,
                      const struct imp_branch_line *lines, uint32_t count, const struct axes *x,
                      int columns) {
  put_head(p, x, columns);
  for (uint32_t l = 0; l < count; l++) {
    struct buf b = {0};
    page_space(p, PAGE_INDENT);
    page_wrap(p, PAGE_INDENT, lines[l].words);
    if (lines[l].answer->reason) {
      buf_printf(&b, "refused: %s", lines[l].answer->reason);
      page_item(p, "", 2, b.p ? b.p : "");
    }
    for (uint32_t r = 0; !lines[l].answer->reason && r < x->of[0].count; r++)
      put_row(p, br, lines[l].answer, x, r, columns);
    page_done(p, &b);
  }
  page_rule(p);
  if (any_together(br, x))
    page_item(p, p->ascii ? "<" : "◂", 2, "goes together, unless decided otherwise");
}

/* ---- lines -------------------------------------------------------------------------------------------------------------------- */

static const struct imp_bill *bill_of(const struct imp_answer *a, struct str answer, bool is) {
  for (uint32_t i = 0; i < a->bill_count; i++)
    if (a->bills[i].pick_count == 1 && str_eq(str_of(a->bills[i].picks[0].answer), answer) == is)
      return &a->bills[i];
  return NULL;
}

enum { OUTCOME_COLUMNS = 44, MONEY_COLUMNS = 26, MONEY_LEAST = 14 };

/* Wide enough for the answers of every bill of a line. */
static int outcome_columns(struct page *p, const struct imp_answer *a) {
  int columns = OUTCOME_COLUMNS;
  struct buf b = {0};
  for (uint32_t i = 0; i < a->bill_count; i++) {
    buf_clear(&b);
    report_picks(a->bills[i].picks, a->bills[i].pick_count, &b);
    int own = b.n ? page_columns(p, buf_str(&b)) + 1 : 0;
    columns = own > columns ? own : columns;
  }
  page_done(p, &b);
  return columns;
}

static void one_bill(struct page *p, const struct imp_branch *br, const struct imp_answer *a,
                     const struct imp_bill *x) {
  struct buf b = {0};
  int columns = outcome_columns(p, a), money = MONEY_COLUMNS - (columns - OUTCOME_COLUMNS);
  report_picks(x->picks, x->pick_count, &b);
  page_space(p, PAGE_INDENT + 2);
  page_cell(p, b.n ? b.p : "nothing open touches it", columns, PAGE_LEFT);
  buf_clear(&b);
  report_span(x->low, x->high, true, &b);
  page_cell(p, b.p ? b.p : "", money < MONEY_LEAST ? MONEY_LEAST : money, PAGE_RIGHT);
  buf_clear(&b);
  if (x->low == x->high) report_share(x->high, a->value, &b);
  page_cell(p, b.p ? b.p : "", 10, PAGE_RIGHT);
  if (branch_bond(br, x->picks, x->pick_count) == BRANCH_TOGETHER)
    page_puts(p, p->ascii ? " < goes together" : " ◂ goes together");
  page_line(p);
  page_done(p, &b);
}

static void one_line(struct page *p, const struct imp_branch *br, const struct imp_branch_line *l,
                     const struct branch_odds *o) {
  struct buf b = {0};
  page_line(p);
  page_space(p, PAGE_INDENT);
  page_wrap(p, PAGE_INDENT, l->words);
  if (l->answer->reason) {
    buf_printf(&b, "refused: %s", l->answer->reason);
    page_item(p, "", 2, b.p ? b.p : "");
  }
  for (uint32_t i = 0; i < l->answer->bill_count; i++)
    one_bill(p, br, l->answer, &l->answer->bills[i]);
  const struct imp_bill *is = o->given ? bill_of(l->answer, o->answer, true) : NULL,
                        *other = is && l->answer->bill_count == 2
                                     ? bill_of(l->answer, o->answer, false)
                                     : NULL;
  buf_clear(&b);
  if (other) {
    branch_put_expected(&b, o, is->high, other->high);
    if (is->low != is->high || other->low != other->high) buf_puts(&b, ", of the high ends");
    page_item(p, "", 2, b.p ? b.p : "");
  } else if (o->given)
    page_item(p, "", 2, "the odds are of no answer that splits this line in two");
  page_done(p, &b);
}

void branch_lines(struct page *p, const struct imp_branch *br, const struct imp_branch_line *lines,
                  uint32_t count, const struct branch_odds *o) {
  struct axes x = axes_of(lines, count);
  int columns = x.count == 2 ? (p->width - PAGE_INDENT - 2 - ROW_COLUMNS) / (int)x.of[1].count : 0;
  if (columns >= FEWEST_COLUMNS && !x.more && !o->given)
    put_table(p, br, lines, count, &x, columns);
  else
    for (uint32_t i = 0; i < count; i++) one_line(p, br, &lines[i], o);
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------------------ */

void branch_json_line(struct json_out *j, const struct imp_branch *br,
                      const struct imp_branch_line *l, const struct branch_odds *o) {
  json_open(j, NULL, '{');
  json_text(j, "line", l->words);
  json_text(j, "reason", l->answer->reason);
  json_open(j, "outcomes", '[');
  for (uint32_t i = 0; i < l->answer->bill_count; i++) {
    json_open(j, NULL, '{');
    study_json_outcome(j, &l->answer->bills[i]);
    json_money(j, "low", l->answer->bills[i].low);
    json_money(j, "high", l->answer->bills[i].high);
    enum branch_bond bond =
        branch_bond(br, l->answer->bills[i].picks, l->answer->bills[i].pick_count);
    if (bond == BRANCH_FREE)
      json_null(j, "together");
    else
      json_bool(j, "together", bond == BRANCH_TOGETHER);
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
