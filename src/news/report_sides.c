// SPDX-License-Identifier: Apache-2.0
// Who of the sides says a measure and who does not, for people: the cells, what one side alone says, what nobody who decides has
// confirmed.
#include "base/num.h"
#include "news/report_own.h"

/* "Duty of the United States, on China, steel" */
void news_print_title(struct news_printer *p, const struct news_proposition *q) {
  const struct news_rules *r = p->y->rules;
  const struct news_measure *m = &r->measures[q->measure];
  buf_puts(&p->out, m->title);
  if (q->imposer != NEWS_NO_SIDE)
    buf_printf(&p->out, m->pair ? ": %s" : " of %s", r->sides[q->imposer].name);
  if (q->target != NEWS_NO_SIDE)
    buf_printf(&p->out, m->pair ? " and %s" : ", on %s", r->sides[q->target].name);
  if (q->good != NEWS_NONE) buf_printf(&p->out, ", %s", r->goods[q->good]);
}

/* Denies a side, and none says it? Then who speaks of it does not hedge. */
static bool is_denied(const struct news_printer *p, const struct news_proposition *q) {
  bool denied = false;
  for (uint8_t k = 1; k < p->y->rules->side_count; k++) {
    if (!news_concerns(p->y, q, (enum news_side)k)) continue;
    denied = denied || q->cells[k] == NEWS_CELL_DENIED;
    if (q->cells[k] != NEWS_CELL_DENIED && q->cells[k] != NEWS_SILENT) return false;
  }
  return denied;
}

/* Of a pair nobody decides alone: what one says is that one's. */
static const char *level_words(const struct news_printer *p, const struct news_proposition *q) {
  static const char *const levels[] = {"outlets alone", "the other side alone",
                                       "who decides hedges", "who decides asserts",
                                       "both sides assert"};
  const struct news_measure *m = &p->y->rules->measures[q->measure];
  bool either = m->template ? m->pair || q->imposer == NEWS_NO_SIDE : m->competent == NEWS_NO_SIDE;
  enum news_side own = m->template ? q->imposer : m->competent;
  if (!either && q->cells[own] == NEWS_CELL_DENIED) return "who decides denies";
  if (q->level == 2 && is_denied(p, q)) return either ? "denied by one side" : "who decides denies";
  if (either && q->level == 2) return "asserted by nobody";
  if (either && q->level == 3) return "asserted by one side";
  return levels[q->level];
}

const char *news_cell_word(const struct news_proposition *q, enum news_side side) {
  return q->unsure[side] ? "uncertain" : news_cell_words[q->cells[side]];
}

void news_print_cells(struct news_printer *p, const struct news_proposition *q) {
  for (uint8_t k = 1; k < p->y->rules->side_count; k++) {
    if (!news_concerns(p->y, q, (enum news_side)k)) continue;
    buf_printf(&p->out, "%s: %s%s; ", p->y->rules->sides[k].name,
               news_cell_word(q, (enum news_side)k), q->withheld[k] ? ", has not confirmed" : "");
  }
  buf_printf(&p->out, "%s\n", level_words(p, q));
}

/* One line that says what the words of the cells mean, where one of them is a hedge. */
void news_print_legend(struct news_printer *p) {
  for (size_t i = 0; i < p->prop_count; i++)
    for (uint8_t k = 1; k < p->y->rules->side_count; k++)
      if (p->props[i].cells[k] == NEWS_HEDGED) {
        buf_puts(&p->out, "  (hedged: told as likely, planned, discussed or agreed in outline, not "
                          "as done; silent: "
                          "nothing said of its own)\n");
        return;
      }
}

/* ---- what one side says and the other does not ----------------------------------------------------------------------------- */

/* Is it the side's to confirm: it decides, or is one of the two? */
static bool has_part(const struct news_printer *p, const struct news_proposition *q,
                     enum news_side side) {
  const struct news_measure *m = &p->y->rules->measures[q->measure];
  bool alone = m->template ? !m->pair : m->competent != NEWS_NO_SIDE;
  if (alone) return (m->template ? q->imposer : m->competent) == side;
  return m->template ? q->imposer == side || q->target == side : m->a == side || m->b == side;
}

static bool says(const struct news_proposition *q, enum news_side side) {
  enum news_cell cell = q->cells[side];
  return cell == NEWS_HEDGED || cell == NEWS_ASSERTED || cell == NEWS_BOTH;
}

/* "a preliminary consensus" is more than a hope. */
static bool agreed(const struct news_printer *p, size_t proposition, enum news_side side) {
  for (uint32_t i = p->groups.of[proposition]; i != 0; i = p->groups.after[i - 1]) {
    const struct news_statement *st = &p->y->statements[i - 1];
    if (st->side == side && st->status == NEWS_FRAMEWORK) return true;
  }
  return false;
}

/* What `other` makes of it; NULL: it says it too, or it is not its to confirm. */
static const char *answer_of(const struct news_printer *p, size_t proposition, enum news_side side,
                             enum news_side other) {
  const struct news_proposition *q = &p->props[proposition];
  if (other == side || !has_part(p, q, other)) return NULL;
  switch (q->cells[other]) {
  case NEWS_SILENT:
    if (q->unsure[other]) return "says what is uncertain to read";
    return q->withheld[other] ? "has not confirmed" : "says nothing";
  case NEWS_CELL_DENIED:
    return "denies";
  case NEWS_HEDGED:
    return q->cells[side] == NEWS_ASSERTED && !agreed(p, proposition, other) ? "only hedges" : NULL;
  default:
    return NULL;
  }
}

/* Each status once, with the first number that was told with it. */
static void print_said(struct news_printer *p, size_t proposition, enum news_side side) {
  bool told[NEWS_STATUSES] = {[NEWS_UNCONFIRMED] = true, [NEWS_DENIED] = true};
  const char *before = ": ";
  for (uint32_t i = p->groups.of[proposition]; i != 0; i = p->groups.after[i - 1]) {
    const struct news_statement *st = &p->y->statements[i - 1], *with = st;
    if (st->side != side || told[st->status]) continue;
    told[st->status] = true;
    for (uint32_t k = i; k != 0 && with->number == NULL; k = p->groups.after[k - 1]) {
      const struct news_statement *x = &p->y->statements[k - 1];
      if (x->side == side && x->status == st->status && x->number != NULL) with = x;
    }
    buf_printf(&p->out, "%s%s", before, news_status_words[st->status]);
    before = "; ";
    if (with->number == NULL) continue;
    buf_putc(&p->out, ' ');
    number_tell(with->number, news_unit_of(p->y, with), &p->out);
  }
}

struct heads {
  bool list, side; /* printed already */
};

static void print_head(struct news_printer *p, enum news_side side, struct heads *heads) {
  if (!heads->list) buf_puts(&p->out, "\nSaid by one side, not confirmed by the other\n");
  if (!heads->side) buf_printf(&p->out, "\n  %s\n", p->y->rules->sides[side].name);
  heads->list = heads->side = true;
}

/* "    KEY  TITLE: expected 1 year. China, which decides, says nothing" */
static void print_claim(struct news_printer *p, size_t proposition, enum news_side side,
                        struct heads *heads) {
  const struct news_proposition *q = &p->props[proposition];
  const struct news_rules *r = p->y->rules;
  bool any = false;
  for (uint8_t k = 1; says(q, side) && k < r->side_count; k++) {
    const char *answer = answer_of(p, proposition, side, (enum news_side)k);
    if (answer == NULL) continue;
    if (!any) {
      print_head(p, side, heads);
      buf_puts(&p->out, "    ");
      news_key_print(p->y, q, &p->out);
      buf_puts(&p->out, "  ");
      news_print_title(p, q);
      print_said(p, proposition, side);
    }
    any = true;
    buf_printf(&p->out, ". %s%s %s", r->sides[k].name,
               has_part(p, q, side) ? "" : ", which decides,", answer);
  }
  if (any) buf_putc(&p->out, '\n');
  news_print_on(p);
}

/* The short list a reader wants first: of each side what it alone says. */
void news_print_claims(struct news_printer *p) {
  struct heads heads = {0};
  for (uint8_t k = 1; k < p->y->rules->side_count; k++) {
    heads.side = false;
    for (size_t i = 0; i < p->prop_count; i++) print_claim(p, i, (enum news_side)k, &heads);
  }
}

/* Confirmed is what a side says of itself who decides. */
void news_print_unconfirmed(struct news_printer *p) {
  bool any = false;
  for (size_t i = 0; i < p->prop_count; i++) {
    if (p->props[i].level >= 3) continue;
    if (!any) buf_puts(&p->out, "\nConfirmed by nobody who decides\n\n");
    any = true;
    buf_puts(&p->out, "  ");
    news_key_print(p->y, &p->props[i], &p->out);
    buf_printf(&p->out, ": %s\n", level_words(p, &p->props[i]));
  }
}
