// SPDX-License-Identifier: Apache-2.0
// The talks: who speaks, when the sides met, and what each side said of a question, a meeting or a promise.
//
// A voice is an act that speaks, in one line; so a statement may rest on it under `if QUESTION is ANSWER`,
// and a side's word rests on it in a line `said`. An outlet is never a voice.
#include <stdio.h>
#include <string.h>

#include "law/parse.h"

/* ---- said -------------------------------------------------------------------------------------------------- */

/* said SIDE raises|expects|asserts|denies [ANSWER] ["detail"] by VOICE */
bool parse_said(struct parser *ps) {
  static const char *const verbs[] = {"raises", "expects", "asserts", "denies"};
  struct deal_said said = {.answer_index = LAW_NONE, .pos = token_pos(ps, peek(ps))};
  if (!parse_place(ps, &said.place)) return false;
  unsigned verb = 0;
  while (verb < 4 && !at_text(ps, verbs[verb])) verb++;
  if (verb == 4)
    return unknown_word(ps, peek(ps), LAW_PARSE_LINE, "says nothing of how it was said",
                        "raises expects asserts denies");
  ps->at++;
  said.verb = (enum deal_verb)verb;
  const struct lex_token *t = peek(ps);
  if (t->kind == LEX_WORD && t->word != LW_BY && t->word != LW_KNOWN && t->word != LW_UNCONFIRMED &&
      !parse_phrase(ps, &said.answer, "an answer"))
    return false;
  if (peek(ps)->kind == LEX_STRING && !parse_text(ps, &said.text)) return false;
  if (!parse_when(ps, &said.when)) return false;
  struct deal_said *slot = vec_push(ps, &ps->said, sizeof *slot);
  if (slot) *slot = said;
  return slot != NULL;
}

/* ---- voices ------------------------------------------------------------------------------------------------- */

static bool parse_grade(struct parser *ps, enum law_source *grade) {
  static const char *const grades[] = {"official", "copy", "report", "inferred"};
  for (unsigned i = 0; i < 4; i++)
    if (take_text(ps, grades[i])) {
      *grade = (enum law_source)i;
      return true;
    }
  return unknown_word(ps, peek(ps), LAW_PARSE_SOURCE, "is no grade of source",
                      "official copy report inferred");
}

/* "who, where" in the arena: the title of the act a voice is. */
static bool title_of(struct parser *ps, const struct deal_voice *v, struct str *title) {
  char *text = arena_alloc(ps->arena, v->who.n + v->where.n + 2);
  if (!text) {
    ps->failed = true;
    return false;
  }
  memcpy(text, v->who.p, v->who.n);
  memcpy(text + v->who.n, ", ", 2);
  memcpy(text + v->who.n + 2, v->where.p, v->where.n);
  *title = (struct str){text, v->who.n + 2 + v->where.n};
  return true;
}

static bool push_voice(struct parser *ps, const struct deal_voice *v) {
  struct law_act act = {.name = v->name,
                        .kind = STR("statement"),
                        .cite = v->source,
                        .signed_on = v->day,
                        .known = DAY_NEVER,
                        .published = DAY_NEVER,
                        .source = v->grade,
                        .pos = v->pos};
  struct deal_voice *slot = vec_push(ps, &ps->voices, sizeof *slot);
  if (!slot || !title_of(ps, v, &act.title)) return false;
  *slot = *v;
  struct law_act *as_act = vec_push(ps, &ps->acts, sizeof *as_act);
  if (as_act) *as_act = act;
  return as_act != NULL;
}

/* NAME [SIDE] DAY "who" "where" GRADE "source" */
static bool parse_voice(struct parser *ps) {
  const struct lex_token *t = peek(ps);
  struct deal_voice v = {.pos = token_pos(ps, t)};
  if (!parse_name(ps, &v.name)) return false;
  t = peek(ps);
  bool placed = t->kind == LEX_WORD && t->n == 2 && t->p[0] >= 'A' && t->p[0] <= 'Z';
  return (!placed || parse_place(ps, &v.place)) && parse_day(ps, &v.day) &&
         parse_text(ps, &v.who) && parse_text(ps, &v.where) && parse_grade(ps, &v.grade) &&
         parse_text(ps, &v.source) && expect_end(ps) && push_voice(ps, &v);
}

void parse_voices(struct parser *ps) {
  struct str name;
  if (parse_name(ps, &name)) expect_end(ps);
  while (next_line(ps, 0, true)) {
    enum law_word w = peek_word(ps);
    if (w != LW_TITLE && w != LW_NOTE) parse_voice(ps);
  }
}

/* ---- talks ---------------------------------------------------------------------------------------------------- */

static bool parse_sides(struct parser *ps, struct deal_talks *talks) {
  if (!parse_place(ps, &talks->sides[0])) return false;
  if (!take_kind(ps, LEX_COMMA))
    return parse_error(ps, peek(ps), LAW_PARSE_MISSING, "Write `sides US, CN`.",
                       "a second side must follow, not %s", show_token(peek(ps)).text);
  return parse_place(ps, &talks->sides[1]) && expect_end(ps);
}

static bool parse_talks_line(struct parser *ps, struct deal_talks *talks) {
  const struct lex_token *t = peek(ps);
  if (take(ps, LW_TITLE)) return parse_title_line(ps, &talks->title);
  if (take(ps, LW_NOTE)) return true;
  if (take_text(ps, "sides")) return parse_sides(ps, talks);
  if (take_text(ps, "since")) return parse_day(ps, &talks->since) && expect_end(ps);
  ps->at++;
  return unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of talks", "title sides since note");
}

void parse_talks(struct parser *ps) {
  struct deal_talks talks = {.pos = token_pos(ps, peek(ps)), .since = DAY_FIRST};
  if (!parse_name(ps, &talks.name) || !expect_end(ps)) talks.name.n = 0;
  while (next_line(ps, 0, true)) parse_talks_line(ps, &talks);
  if (!talks.name.n) return;
  if (!talks.sides[0]) {
    finding(ps->found, LAW_PARSE_MISSING, talks.pos, (uint32_t)talks.name.n,
            "Add a line `sides US, CN`.", "the talks %.*s do not say between whom",
            SHOW(talks.name));
    return;
  }
  struct deal_talks *slot = vec_push(ps, &ps->talks, sizeof *slot);
  if (slot) *slot = talks;
}

/* ---- meetings -------------------------------------------------------------------------------------------------- */

static bool parse_held(struct parser *ps, enum deal_meeting_kind kind) {
  struct deal_meeting_line line = {.kind = kind, .pos = token_pos(ps, peek(ps))};
  if (kind != DEAL_CALLED_OFF && !parse_span_of_days(ps, &line.from, &line.until)) return false;
  if (peek(ps)->kind == LEX_STRING && !parse_text(ps, &line.text)) return false;
  if (!parse_when(ps, &line.when)) return false;
  struct deal_meeting_line *slot = vec_push(ps, &ps->held, sizeof *slot);
  if (slot) *slot = line;
  return slot != NULL;
}

static bool parse_who(struct parser *ps) {
  struct deal_who who;
  if (!parse_place(ps, &who.place) || !parse_text(ps, &who.text) || !expect_end(ps)) return false;
  struct deal_who *slot = vec_push(ps, &ps->who, sizeof *slot);
  if (slot) *slot = who;
  return slot != NULL;
}

static bool parse_meeting_line(struct parser *ps, struct deal_meeting *m) {
  const struct lex_token *t = peek(ps);
  if (take(ps, LW_TITLE)) return parse_title_line(ps, &m->title);
  if (take(ps, LW_NOTE)) return parse_notes_line(ps);
  if (peek_word(ps) == LW_BY) return parse_by_line(ps);
  if (take_text(ps, "planned")) return parse_held(ps, DEAL_PLANNED);
  if (take_text(ps, "held")) return parse_held(ps, DEAL_HELD);
  if (take_text(ps, "called"))
    return expect_text(ps, "off", "\"called\"") && parse_held(ps, DEAL_CALLED_OFF);
  if (take_text(ps, "who")) return parse_who(ps);
  if (take_text(ps, "said")) return parse_said(ps);
  ps->at++;
  return unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of a meeting",
                      "title planned held called who said by note");
}

void parse_meeting(struct parser *ps) {
  struct deal_meeting m = {.pos = token_pos(ps, peek(ps))};
  if (!parse_name(ps, &m.name) || !expect_end(ps)) m.name.n = 0;
  ps->held.count = ps->who.count = ps->said.count = ps->notes.count = 0;
  while (next_line(ps, 0, true)) parse_meeting_line(ps, &m);
  if (!vec_take(ps, &ps->held, 0, sizeof *m.lines, &m.lines, &m.count) ||
      !vec_take(ps, &ps->who, 0, sizeof *m.who, &m.who, &m.who_count) ||
      !vec_take(ps, &ps->said, 0, sizeof *m.said, &m.said, &m.said_count) ||
      !vec_take(ps, &ps->notes, 0, sizeof *m.notes, &m.notes, &m.note_count) || !m.name.n)
    return;
  struct deal_meeting *slot = vec_push(ps, &ps->meetings, sizeof *slot);
  if (slot) *slot = m;
}
