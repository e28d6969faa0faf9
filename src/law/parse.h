// SPDX-License-Identifier: Apache-2.0
// Inside the parser: its state, and what its files call of one another.
//
// Every parse_* function that returns bool returns false after it has reported what is wrong (or ran out of
// memory: ps->failed); the caller then leaves the rest of the logical line alone and goes on with the next.
// Arrays grow in shared stacks (struct vec) and are copied into the law's arena when they are complete.
#ifndef IMPOST_LAW_PARSE_H
#define IMPOST_LAW_PARSE_H

#include "law/deal.h"
#include "law/findings.h"
#include "law/law.h"
#include "law/lex.h"

struct vec {
  void *p;
  size_t count, cap;
};

struct parser {
  struct law *law;
  struct arena *arena;    /* what is read is kept here: the law's, or a caller's */
  struct findings *found; /* NULL: nothing is reported */
  struct lex lx;
  size_t at; /* the next token of the line held */
  uint32_t file;
  uint32_t depth;         /* of conditions */
  bool failed;            /* out of memory */
  struct str by, by_cite; /* `by ACT` alone on a line: serves the lines below it */
  bool deal;              /* inside a control, a fee or a list of items: wider conditions */
  bool in_assert;         /* of a control or a fee: its result ends the words of an answer */
  /* finished blocks */
  struct vec jurisdictions, facts, acts, lists, questions, measures;
  struct vec deal_facts, deal_lists, entries, controls, fees, pledges, tables, voices, talks,
      meetings;
  /* stacks for arrays being read */
  struct vec items, names, terms, kids, stmts, headings, notes, asserts, withs, picks, batches,
      sets, positions, orders, days, whens, answered;
  struct vec codes, buts, deal_lines, refs, deal_asserts, promises, said, defaults, held, who;
};

/* ---- tokens -------------------------------------------------------------------------------------- */

static inline const struct lex_token *peek(const struct parser *ps) {
  return &ps->lx.tokens[ps->at];
}
static inline const struct lex_token *peek_at(const struct parser *ps, size_t ahead) {
  size_t i = ps->at + ahead;
  return &ps->lx.tokens[i < ps->lx.count ? i : ps->lx.count];
}
static inline enum law_word peek_word(const struct parser *ps) {
  const struct lex_token *t = peek(ps);
  return t->kind == LEX_WORD ? (enum law_word)t->word : LW_NONE;
}
static inline enum law_word word_at(const struct parser *ps, size_t ahead) {
  const struct lex_token *t = peek_at(ps, ahead);
  return t->kind == LEX_WORD ? (enum law_word)t->word : LW_NONE;
}
static inline struct str token_str(const struct lex_token *t) {
  return (struct str){t->p, t->n};
}
static inline struct law_pos token_pos(const struct parser *ps, const struct lex_token *t) {
  return (struct law_pos){ps->file, t->line, t->col};
}
static inline bool at_end(const struct parser *ps) {
  return peek(ps)->kind == LEX_END;
}
bool take(struct parser *ps, enum law_word w); /* consumes the word if it is next */
bool take_kind(struct parser *ps,
               enum lex_kind k); /* consumes a token of this kind if it is next */
bool expect(struct parser *ps, enum law_word w, const char *after); /* parse.missing otherwise */
bool expect_end(struct parser *ps);                                 /* parse.rest otherwise */

/* Reports at a token and returns false. */
bool parse_error(struct parser *ps, const struct lex_token *t, enum law_diag id, const char *next,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/* A token as it is shown in a message: its text in quotes, or "the end of the line". */
struct shown {
  char text[96];
};
struct shown show_token(const struct lex_token *t);
/* Unknown word: the nearest of `words` (separated by spaces) is offered. */
bool unknown_word(struct parser *ps, const struct lex_token *t, enum law_diag id, const char *what,
                  const char *words);

/* Reads the next line if it is indented deeper than `above`; lines deeper than it are joined to it when
 * `whole` says so (statements), except below heading, add and drop. */
bool next_line(struct parser *ps, int32_t above, bool whole);

/* ---- arrays -------------------------------------------------------------------------------------- */

void *vec_push(struct parser *ps, struct vec *v, size_t size); /* zeroed; NULL: out of memory */
/* Copies items [from, count) into the arena and drops them from the stack. */
bool vec_take(struct parser *ps, struct vec *v, size_t from, size_t size, void *out,
              uint32_t *count);
bool push_str(struct parser *ps, struct vec *v, struct str s);

/* ---- pieces -------------------------------------------------------------------------------------- */

bool name_valid(struct str s);
bool parse_name(struct parser *ps, struct str *out);
bool parse_names(struct parser *ps, struct str **out, uint32_t *count); /* NAME {"," NAME} */
bool parse_label(struct parser *ps, struct str *out);
bool parse_text(struct parser *ps, struct str *out);  /* a quoted string */
bool parse_words(struct parser *ps, struct str *out); /* the rest of the line */
bool parse_day(struct parser *ps, imp_day *out); /* a whole day: a time behind it is parse.clock */
/* A day, and a time if one follows; without one *minute keeps what it holds. */
bool parse_moment(struct parser *ps, imp_day *out, int16_t *minute);
bool parse_place(struct parser *ps, uint16_t *out);

enum set_kind { SET_GOODS, SET_PLACES, SET_MEMBERS /* of a list: either */ };
bool parse_set(struct parser *ps, enum set_kind kind, struct law_set *out);
bool parse_code(struct parser *ps, struct law_item *out);

bool parse_amount(struct parser *ps, struct law_amount *out);
bool parse_expr(struct parser *ps, struct law_expr *out);
bool parse_cond(struct parser *ps, struct law_cond **out);

void when_start(struct law_when *w);
enum clause { CLAUSE_NONE, CLAUSE_READ, CLAUSE_BAD };
/* Reads one clause of a tail (from, until, by, "1(3)", …) if one is next. `seen` starts at 0. */
enum clause parse_when_clause(struct parser *ps, struct law_when *w, unsigned *seen);
bool parse_when(struct parser *ps, struct law_when *w); /* clauses up to the end of the line */
void when_default_by(const struct parser *ps, struct law_when *w);
bool parse_by_line(struct parser *ps); /* `by ACT ["…"]` alone on a line */

bool parse_stmt(struct parser *ps, struct law_stmt *s); /* a statement of a measure or heading */
bool parse_scope(struct parser *ps, struct law_stmt *s);
bool parse_assert(struct parser *ps, struct law_assert *a, struct str measure);

/* A fact's name, type, presumption and question; the line ends after them. */
bool parse_fact_line(struct parser *ps, struct law_fact *f);
/* FACT=VALUE or FACT, and QUESTION is ANSWER, pushed onto withs and picks. */
bool parse_with(struct parser *ps);
bool parse_pick(struct parser *ps);
/* Words that are no words of the language: only where they are asked for. */
bool at_text(const struct parser *ps, const char *text);
bool take_text(struct parser *ps, const char *text);
bool expect_text(struct parser *ps, const char *text, const char *after);
/* One or more plain words up to what ends them, single-spaced: an answer, an event. */
bool parse_phrase(struct parser *ps, struct str *out, const char *what);
bool parse_number(struct parser *ps, uint32_t most, uint32_t *out);
bool parse_notes_line(struct parser *ps); /* `note "…"` pushed onto notes */
bool parse_title_line(struct parser *ps, struct str *title);

/* Parts of controls, fees, lists of items and talks (law/deal.h). */
struct deal_line;
struct deal_term;
bool parse_refs(struct parser *ps, struct deal_ref **out, uint32_t *count);
bool parse_deal_atom(struct parser *ps, struct law_cond *c, enum law_word next, bool *mine);
bool parse_deal_clauses(struct parser *ps, struct deal_line *line);
bool parse_deal_term(struct parser *ps, struct deal_term *out);
bool parse_deal_assert(struct parser *ps, bool fee);
bool parse_said(struct parser *ps);
bool parse_span_of_days(struct parser *ps, imp_day *from, imp_day *until);

void parse_facts_block(struct parser *ps);
void parse_roll(struct parser *ps, bool of_parties);
void parse_places_block(struct parser *ps, bool places);
void parse_deal_block(struct parser *ps, bool fee);
void parse_pledge(struct parser *ps);
void parse_table(struct parser *ps);
void parse_voices(struct parser *ps);
void parse_talks(struct parser *ps);
void parse_meeting(struct parser *ps);

void parse_jurisdiction(struct parser *ps);
void parse_act(struct parser *ps);
void parse_list(struct parser *ps);
void parse_question(struct parser *ps);
void parse_measure(struct parser *ps);

/* ---- whole files, load.c calls these --------------------------------------------------------------- */

void parser_start(struct parser *ps, struct law *law, struct findings *found);
/* Reads one file. False only when out of memory. */
bool parse_file(struct parser *ps, uint32_t file);
/* Moves the blocks into the law. */
bool parser_finish(struct parser *ps);
void parser_free(struct parser *ps);

#endif
