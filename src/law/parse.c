// SPDX-License-Identifier: Apache-2.0
// The parser of law text: files, blocks, lines, and what all its parts share.
//
// Recursive descent over one logical line at a time. A mistake costs its own line and no more: the next line
// is read as if nothing had happened, so all errors of a file are found in one reading. What a block is
// called and what stands in it is checked here; whether names mean anything is checked when all files are
// read (link.c). It must not know how law is evaluated.
#include "law/parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool take(struct parser *ps, enum law_word w) {
  bool found = peek_word(ps) == w;
  ps->at += found;
  return found;
}

bool take_kind(struct parser *ps, enum lex_kind k) {
  bool found = peek(ps)->kind == k && k != LEX_END;
  ps->at += found;
  return found;
}

struct shown show_token(const struct lex_token *t) {
  struct shown s;
  if (t->kind == LEX_END)
    snprintf(s.text, sizeof s.text, "the end of the line");
  else if (t->kind == LEX_CONTROL)
    snprintf(s.text, sizeof s.text, "a control character");
  else
    snprintf(s.text, sizeof s.text, "\"%s%.*s\"", t->kind == LEX_LIST ? "@" : "",
             SHOW(token_str(t)));
  return s;
}

static bool report_token(struct parser *ps, const struct lex_token *t, enum law_diag id,
                         const char *next, const char *text) {
  if (ps->found) finding(ps->found, id, token_pos(ps, t), t->width, next, "%s", text);
  return false;
}

bool parse_error(struct parser *ps, const struct lex_token *t, enum law_diag id, const char *next,
                 const char *format, ...) {
  if (t->kind == LEX_UNCLOSED)
    return report_token(ps, t, LAW_PARSE_STRING, "Close the quotation on the line it begins on.",
                        "this quotation is not closed");
  if (t->kind == LEX_CONTROL)
    return report_token(ps, t, LAW_PARSE_CONTROL, "Delete it.", "a control character stands here");
  char text[400];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  return report_token(ps, t, id, next, text);
}

bool unknown_word(struct parser *ps, const struct lex_token *t, enum law_diag id, const char *what,
                  const char *words) {
  struct nearest near = nearest_to(token_str(t));
  struct str rest = str_of(words), word;
  while (str_split(&rest, ' ', &word)) nearest_offer(&near, word);
  char otherwise[300], next[360];
  snprintf(otherwise, sizeof otherwise, "Known: %s.", words);
  nearest_say(&near, otherwise, next, sizeof next);
  return parse_error(ps, t, id, next, "%s %s", show_token(t).text, what);
}

bool expect(struct parser *ps, enum law_word w, const char *after) {
  if (take(ps, w)) return true;
  char next[80];
  snprintf(next, sizeof next, "Write \"%s\" here.", law_word_text(w));
  return parse_error(ps, peek(ps), LAW_PARSE_MISSING, next, "\"%s\" must follow %s, not %s",
                     law_word_text(w), after, show_token(peek(ps)).text);
}

bool expect_end(struct parser *ps) {
  if (at_end(ps)) return true;
  const struct lex_token *t = peek(ps);
  return parse_error(
      ps, t, LAW_PARSE_REST,
      "Delete it, or begin a new line no deeper than the line it was meant to follow.",
      "%s has no meaning here", show_token(t).text);
}

bool next_line(struct parser *ps, int32_t above, bool whole) {
  if (ps->failed || ps->lx.failed || ps->lx.next_indent <= above) return false;
  ps->at = 0;
  if (!lex_line(&ps->lx)) return false;
  enum law_word w = peek_word(ps);
  if (whole && w != LW_HEADING && w != LW_ADD && w != LW_DROP)
    while (ps->lx.next_indent > ps->lx.indent)
      if (!lex_more(&ps->lx)) return false;
  return true;
}

void *vec_push(struct parser *ps, struct vec *v, size_t size) {
  if (v->count >= v->cap && !mem_grow(&v->p, &v->cap, v->count + 1, size)) {
    ps->failed = true;
    return NULL;
  }
  void *item = (char *)v->p + v->count++ * size;
  return memset(item, 0, size);
}

bool vec_take(struct parser *ps, struct vec *v, size_t from, size_t size, void *out,
              uint32_t *count) {
  size_t n = v->count - from;
  void *copy = n ? arena_copy(ps->arena, (char *)v->p + from * size, n * size) : NULL;
  v->count = from;
  *count = (uint32_t)n;
  memcpy(out, &copy, sizeof copy);
  if (n && !copy) ps->failed = true;
  return !ps->failed;
}

bool push_str(struct parser *ps, struct vec *v, struct str s) {
  struct str *slot = vec_push(ps, v, sizeof *slot);
  if (slot) *slot = s;
  return slot != NULL;
}

/* ---- files and blocks ------------------------------------------------------------------------------ */

static bool is_one_of(struct str s, const char *words) {
  struct str rest = str_of(words), word;
  while (str_split(&rest, ' ', &word))
    if (str_eq(s, word)) return true;
  return false;
}

/* Blocks whose names are no words of the core. False: it is none of them. */
static bool parse_deal_kind(struct parser *ps, const struct lex_token *t) {
  struct str s = token_str(t);
  if (t->kind != LEX_WORD ||
      !is_one_of(s, "control fee pledge table facts voices talks meeting items "
                    "parties places goods"))
    return false;
  if (str_eq(s, STR("control")) || str_eq(s, STR("fee")))
    parse_deal_block(ps, s.p[0] == 'f');
  else if (str_eq(s, STR("items")) || str_eq(s, STR("parties")))
    parse_roll(ps, s.p[0] == 'p');
  else if (str_eq(s, STR("places")) || str_eq(s, STR("goods")))
    parse_places_block(ps, s.p[0] == 'p');
  else if (str_eq(s, STR("pledge")))
    parse_pledge(ps);
  else if (str_eq(s, STR("table")))
    parse_table(ps);
  else if (str_eq(s, STR("facts")))
    parse_facts_block(ps);
  else if (str_eq(s, STR("voices")))
    parse_voices(ps);
  else if (str_eq(s, STR("talks")))
    parse_talks(ps);
  else
    parse_meeting(ps);
  return true;
}

static void parse_block(struct parser *ps) {
  const struct lex_token *t = peek(ps);
  ps->by = ps->by_cite = (struct str){NULL, 0};
  ps->items.count = ps->names.count = ps->terms.count = ps->kids.count = ps->refs.count = 0;
  ps->at = 1;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_JURISDICTION:
    parse_jurisdiction(ps);
    return;
  case LW_ACT:
    parse_act(ps);
    return;
  case LW_QUESTION:
    parse_question(ps);
    return;
  case LW_MEASURE:
    parse_measure(ps);
    return;
  case LW_LIST:
    parse_list(ps);
    return;
  default:
    break;
  }
  if (parse_deal_kind(ps, t)) return;
  unknown_word(ps, t, LAW_PARSE_BLOCK, "begins no block",
               "jurisdiction act list question measure control fee pledge table facts voices talks "
               "meeting items parties places goods");
  lex_skip_block(&ps->lx);
}

static void report_lex_limit(struct parser *ps) {
  struct law_pos pos = {ps->file, ps->lx.line, 1};
  finding(ps->found, LAW_PARSE_SIZE, pos, 1, "Divide it into several lines.",
          "a line goes on for more than %u words", LEX_MOST_TOKENS);
}

bool parse_file(struct parser *ps, uint32_t file) {
  ps->file = file;
  ps->at = 0;
  lex_start(&ps->lx, ps->law->files[file].bytes);
  while (!ps->failed && !ps->lx.failed && lex_line(&ps->lx)) {
    ps->at = 0;
    if (ps->lx.indent == 0) {
      parse_block(ps);
      continue;
    }
    parse_error(ps, peek(ps), LAW_PARSE_INDENT, "Begin the block it belongs to in column 1.",
                "this indented line belongs to no block");
    lex_skip_block(&ps->lx);
  }
  if (ps->lx.failed && ps->lx.too_many) {
    report_lex_limit(ps);
    ps->lx.failed = ps->lx.too_many = false;
  }
  return !ps->failed && !ps->lx.failed;
}

void parser_start(struct parser *ps, struct law *law, struct findings *found) {
  *ps =
      (struct parser){.law = law, .arena = &law->arena, .found = found, .lx = {.next_indent = -1}};
}

static bool finish_deal(struct parser *ps, struct law *law) {
  struct law_deal *d = law->deal = arena_alloc(ps->arena, sizeof *d);
  if (!d) return false;
  return vec_take(ps, &ps->deal_facts, 0, sizeof *d->facts, &d->facts, &d->fact_count) &&
         vec_take(ps, &ps->deal_lists, 0, sizeof *d->lists, &d->lists, &d->list_count) &&
         vec_take(ps, &ps->entries, 0, sizeof *d->entries, &d->entries, &d->entry_count) &&
         vec_take(ps, &ps->controls, 0, sizeof *d->controls, &d->controls, &d->control_count) &&
         vec_take(ps, &ps->fees, 0, sizeof *d->fees, &d->fees, &d->fee_count) &&
         vec_take(ps, &ps->pledges, 0, sizeof *d->pledges, &d->pledges, &d->pledge_count) &&
         vec_take(ps, &ps->tables, 0, sizeof *d->tables, &d->tables, &d->table_count) &&
         vec_take(ps, &ps->voices, 0, sizeof *d->voices, &d->voices, &d->voice_count) &&
         vec_take(ps, &ps->talks, 0, sizeof *d->talks, &d->talks, &d->talks_count) &&
         vec_take(ps, &ps->meetings, 0, sizeof *d->meetings, &d->meetings, &d->meeting_count);
}

bool parser_finish(struct parser *ps) {
  struct law *law = ps->law;
  return vec_take(ps, &ps->jurisdictions, 0, sizeof *law->jurisdictions, &law->jurisdictions,
                  &law->jurisdiction_count) &&
         vec_take(ps, &ps->facts, 0, sizeof *law->facts, &law->facts, &law->fact_count) &&
         vec_take(ps, &ps->acts, 0, sizeof *law->acts, &law->acts, &law->act_count) &&
         vec_take(ps, &ps->lists, 0, sizeof *law->lists, &law->lists, &law->list_count) &&
         vec_take(ps, &ps->questions, 0, sizeof *law->questions, &law->questions,
                  &law->question_count) &&
         vec_take(ps, &ps->measures, 0, sizeof *law->measures, &law->measures,
                  &law->measure_count) &&
         finish_deal(ps, law);
}

void parser_free(struct parser *ps) {
  struct vec *all[] = {&ps->jurisdictions, &ps->facts,        &ps->acts,      &ps->lists,
                       &ps->questions,     &ps->measures,     &ps->items,     &ps->names,
                       &ps->terms,         &ps->kids,         &ps->stmts,     &ps->headings,
                       &ps->notes,         &ps->asserts,      &ps->withs,     &ps->picks,
                       &ps->batches,       &ps->sets,         &ps->positions, &ps->orders,
                       &ps->days,          &ps->whens,        &ps->answered,  &ps->deal_facts,
                       &ps->deal_lists,    &ps->entries,      &ps->controls,  &ps->fees,
                       &ps->pledges,       &ps->tables,       &ps->voices,    &ps->talks,
                       &ps->meetings,      &ps->codes,        &ps->buts,      &ps->deal_lines,
                       &ps->refs,          &ps->deal_asserts, &ps->promises,  &ps->said,
                       &ps->defaults,      &ps->held,         &ps->who};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) mem_free(all[i]->p);
  lex_free(&ps->lx);
}
