// SPDX-License-Identifier: Apache-2.0
// Acts (documents, and since when the public could know them) and questions (what is not decided yet).
//
// An act binds or speaks by its kind alone; no other word of the law says so.
#include "law/parse.h"

static const struct {
  const char *kind;
  bool binds;
} kinds[] = {{"statute", true},      {"treaty", true},          {"regulation", true},
             {"proclamation", true}, {"executive order", true}, {"memorandum", true},
             {"notice", true},       {"announcement", true},    {"ruling", true},
             {"guidance", true},     {"post", false},           {"interview", false},
             {"statement", false},   {"agreement", false},      {"proposal", false},
             {"report", false}};

static bool parse_kind(struct parser *ps, struct law_act *a) {
  const struct lex_token *t = peek(ps);
  const struct lex_token *last = t;
  while (t->kind == LEX_WORD && last[1].kind == LEX_WORD && last[1].word != LW_UNCONFIRMED) last++;
  a->kind = (struct str){t->p, t->kind == LEX_WORD ? (size_t)(last->p + last->n - t->p) : 0};
  struct nearest near = nearest_to(a->kind);
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    nearest_offer(&near, str_of(kinds[i].kind));
    if (!str_eq(a->kind, str_of(kinds[i].kind))) continue;
    a->binds = kinds[i].binds;
    ps->at = (size_t)(last + 1 - ps->lx.tokens);
    return true;
  }
  char next[400];
  nearest_say(&near,
              "Binding: statute, treaty, regulation, proclamation, executive order, memorandum, "
              "notice, announcement, ruling, guidance. Speaking: post, interview, statement, "
              "agreement, proposal, report.",
              next, sizeof next);
  return parse_error(ps, t, LAW_PARSE_KIND, next, "%.*s is no kind of act",
                     SHOW(a->kind.n ? a->kind : STR("this")));
}

/* A day's tail may say that it is not certain; the rest is the place of publication. */
static bool parse_unconfirmed(struct parser *ps, struct law_act *a) {
  if (!take(ps, LW_UNCONFIRMED)) return true;
  a->is_unconfirmed = true;
  return peek(ps)->kind != LEX_STRING || parse_text(ps, &a->unconfirmed);
}

static bool parse_act_day(struct parser *ps, struct law_act *a, imp_day *day, int16_t *minute) {
  const struct lex_token *t = &ps->lx.tokens[ps->at - 1];
  if (*day != DAY_NEVER)
    return parse_error(ps, t, LAW_PARSE_TWICE, "Keep one.", "the act has this day already");
  return parse_moment(ps, day, minute) && parse_unconfirmed(ps, a);
}

static bool parse_published(struct parser *ps, struct law_act *a) {
  return parse_act_day(ps, a, &a->published, &a->published_minute) &&
         (at_end(ps) || parse_words(ps, &a->publication));
}

static bool parse_source(struct parser *ps, struct law_act *a) {
  static const char *const grades[] = {"official", "copy", "report", "inferred"};
  const struct lex_token *t = peek(ps);
  for (unsigned i = 0; i < 4; i++) {
    if (!str_eq(token_str(t), str_of(grades[i]))) continue;
    a->source = i > (unsigned)a->source ? (enum law_source)i : a->source; /* the weakest counts */
    ps->at = ps->lx.count;                                                /* where it was read */
    return true;
  }
  return unknown_word(ps, t, LAW_PARSE_SOURCE, "is no grade of source",
                      "official copy report inferred");
}

static bool parse_act_line(struct parser *ps, struct law_act *a) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_TITLE:
    return parse_words(ps, &a->title);
  case LW_KIND:
    return parse_kind(ps, a) && parse_unconfirmed(ps, a) && expect_end(ps);
  case LW_SIGNED:
    return parse_act_day(ps, a, &a->signed_on, &a->signed_minute) && expect_end(ps);
  case LW_KNOWN:
    return parse_act_day(ps, a, &a->known, &a->known_minute) && expect_end(ps);
  case LW_PUBLISHED:
    return parse_published(ps, a);
  case LW_CITE:
    return parse_words(ps, &a->cite);
  case LW_NOTE:
    return parse_words(ps, &a->note);
  case LW_SOURCE:
    return parse_source(ps, a);
  default:
    return unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of an act",
                        "title kind signed known published cite source note");
  }
}

void parse_act(struct parser *ps) {
  struct law_act a = {.signed_on = DAY_NEVER,
                      .known = DAY_NEVER,
                      .published = DAY_NEVER,
                      .pos = token_pos(ps, peek(ps)),
                      .binds = true};
  bool named = parse_name(ps, &a.name) && expect_end(ps), whole = true;
  while (next_line(ps, 0, true)) whole = parse_act_line(ps, &a) && whole;
  if (named && whole && !a.kind.n)
    finding(ps->found, LAW_PARSE_MISSING, a.pos, (uint32_t)a.name.n,
            "Add a line `kind`, for instance `kind  executive order`.",
            "the act %.*s does not say of what kind it is", SHOW(a.name));
  if (!named) return;
  struct law_act *slot = vec_push(ps, &ps->acts, sizeof *slot);
  if (slot) *slot = a;
}

#define ANSWERS_MOST 16 /* a line has at most so many bills */

/* ---- questions ------------------------------------------------------------------------------------------ */

static bool parse_answers(struct parser *ps, struct law_question *q) {
  size_t from = ps->names.count;
  do {
    struct str word;
    if (!parse_phrase(ps, &word, "an answer") || !push_str(ps, &ps->names, word)) return false;
    if (ps->names.count - from > ANSWERS_MOST)
      return parse_error(ps, peek(ps), LAW_PARSE_SIZE, "Ask several questions.",
                         "a question has more than %d answers", ANSWERS_MOST);
  } while (take_kind(ps, LEX_BAR));
  return vec_take(ps, &ps->names, from, sizeof *q->answers, &q->answers, &q->answer_count) &&
         expect_end(ps);
}

static bool parse_due(struct parser *ps) {
  imp_day day;
  struct law_when when;
  if (!parse_day(ps, &day) || !parse_when(ps, &when)) return false;
  imp_day *slot = vec_push(ps, &ps->days, sizeof *slot);
  if (!slot) return false;
  *slot = day;
  struct law_when *since = vec_push(ps, &ps->whens, sizeof *since);
  if (since) *since = when;
  return since != NULL;
}

static bool parse_answered(struct parser *ps, struct law_pos pos) {
  struct law_answered answered = {.answer = LAW_NONE, .pos = pos};
  imp_day on = DAY_NEVER;
  if (!parse_phrase(ps, &answered.word, "an answer") || (take(ps, LW_ON) && !parse_day(ps, &on)) ||
      !parse_when(ps, &answered.when))
    return false;
  if (on != DAY_NEVER && answered.when.known == DAY_NEVER) answered.when.known = on;
  struct law_answered *slot = vec_push(ps, &ps->answered, sizeof *slot);
  if (slot) *slot = answered;
  return slot != NULL;
}

/* default ANSWER [if QUESTION is ANSWER]: what the law does if nobody answers. */
static bool parse_default(struct parser *ps) {
  struct deal_default d = {.answer_index = LAW_NONE, .pos = token_pos(ps, peek(ps))};
  if (!parse_phrase(ps, &d.answer, "an answer") || (take(ps, LW_IF) && !parse_cond(ps, &d.cond)) ||
      !expect_end(ps))
    return false;
  struct deal_default *slot = vec_push(ps, &ps->defaults, sizeof *slot);
  if (slot) *slot = d;
  return slot != NULL;
}

static bool take_all(struct parser *ps, struct law_question *q) {
  uint32_t whens;
  return vec_take(ps, &ps->days, 0, sizeof *q->due, &q->due, &q->due_count) &&
         vec_take(ps, &ps->whens, 0, sizeof *q->due_when, &q->due_when, &whens) &&
         vec_take(ps, &ps->answered, 0, sizeof *q->answered, &q->answered, &q->answered_count) &&
         vec_take(ps, &ps->defaults, 0, sizeof *q->defaults, &q->defaults, &q->default_count) &&
         vec_take(ps, &ps->said, 0, sizeof *q->said, &q->said, &q->said_count) &&
         vec_take(ps, &ps->notes, 0, sizeof *q->notes, &q->notes, &q->note_count);
}

static bool parse_question_line(struct parser *ps, struct law_question *q) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_TITLE:
    return parse_words(ps, &q->title);
  case LW_RAISED:
    return parse_day(ps, &q->raised) && parse_when(ps, &q->raised_when);
  case LW_ANSWERS:
    return parse_answers(ps, q);
  case LW_DUE:
    return parse_due(ps);
  case LW_ANSWERED:
    return parse_answered(ps, token_pos(ps, t));
  case LW_NOTE:
    return parse_notes_line(ps);
  case LW_BY:
    ps->at--;
    return parse_by_line(ps);
  default:
    break;
  }
  ps->at--;
  if (take_text(ps, "decides")) return parse_set(ps, SET_PLACES, &q->decides) && expect_end(ps);
  if (take_text(ps, "default")) return parse_default(ps);
  if (take_text(ps, "said")) return parse_said(ps);
  return unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of a question",
                      "title raised answers default decides due said answered by note");
}

void parse_question(struct parser *ps) {
  struct law_question q = {.raised = DAY_NEVER, .pos = token_pos(ps, peek(ps))};
  bool named = parse_name(ps, &q.name) && expect_end(ps), whole = true;
  when_start(&q.raised_when);
  ps->days.count = ps->whens.count = ps->answered.count = 0;
  ps->defaults.count = ps->said.count = ps->notes.count = 0;
  while (next_line(ps, 0, true)) whole = parse_question_line(ps, &q) && whole;
  bool spoken = ps->said.count > 0; /* a topic, or a question as old as the first word on it */
  if (named && whole && !spoken && (q.raised == DAY_NEVER || !q.answer_count))
    finding(ps->found, LAW_PARSE_MISSING, q.pos, (uint32_t)q.name.n,
            q.answer_count ? "Add a line `raised DAY`." : "Add a line `answers WORD | WORD`.",
            "the question %.*s does not say %s", SHOW(q.name),
            q.answer_count ? "when it was raised" : "which answers it can have");
  q.raised_by_word = q.raised == DAY_NEVER;
  if (!take_all(ps, &q) || !named) return;
  struct law_question *slot = vec_push(ps, &ps->questions, sizeof *slot);
  if (slot) *slot = q;
}
