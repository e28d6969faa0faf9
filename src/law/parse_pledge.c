// SPDX-License-Identifier: Apache-2.0
// Promises to buy, and the tables that say what was bought.
#include <string.h>

#include "law/parse.h"

/* ---- amounts: at least 12 Mt, about $17 bn, 200 aircraft ------------------------------------------------ */

static bool parse_promised(struct parser *ps, struct deal_promise *p) {
  if (take(ps, LW_AT)) {
    p->compare = take(ps, LW_LEAST) ? DEAL_AT_LEAST : DEAL_AT_MOST;
    if (p->compare == DEAL_AT_MOST && !expect(ps, LW_MOST, "\"at\"")) return false;
  } else if (take_text(ps, "about")) {
    p->compare = DEAL_ABOUT;
  }
  struct law_amount a;
  const struct lex_token *t = peek(ps);
  if (!parse_amount(ps, &a)) return false;
  if (a.kind == LAW_AMOUNT_SHARE)
    return parse_error(ps, t, LAW_PARSE_AMOUNT, "Write 12 Mt or $17 bn.",
                       "%s is no amount of goods or money", show_token(t).text);
  p->amount = a.value;
  p->unit = a.unit;
  if (a.kind == LAW_AMOUNT_MONEY) {
    p->currency = STR("USD");
    t = peek(ps);
    if (t->kind == LEX_WORD && t->word == LW_NONE && !at_text(ps, "each")) {
      p->unit = token_str(t);
      ps->at++;
    }
  }
  return true;
}

static bool push_promise(struct parser *ps, const struct deal_promise *p) {
  struct deal_promise *slot = vec_push(ps, &ps->promises, sizeof *slot);
  if (slot) *slot = *p;
  return slot != NULL;
}

/* One promise for each year of the span. */
static bool push_years(struct parser *ps, struct deal_promise p) {
  imp_day end = p.until;
  while (p.from < end) {
    p.until = day_add_months(p.from, 12);
    if (!push_promise(ps, &p)) return false;
    p.from = p.until;
  }
  return true;
}

static bool parse_promise(struct parser *ps) {
  struct deal_promise p = {.pos = token_pos(ps, peek(ps))};
  if (!parse_promised(ps, &p)) return false;
  bool yearly = take(ps, LW_EACH);
  if (yearly ? !expect_text(ps, "year", "\"each\"") : !expect(ps, LW_IN, "the amount"))
    return false;
  return parse_span_of_days(ps, &p.from, &p.until) && parse_when(ps, &p.when) &&
         (yearly ? push_years(ps, p) : push_promise(ps, &p));
}

/* ---- pledges ---------------------------------------------------------------------------------------------- */

static bool parse_counted(struct parser *ps, struct deal_pledge *p) {
  return expect(ps, LW_BY, "\"counted\"") && parse_phrase(ps, &p->counted, "what is counted") &&
         expect_end(ps);
}

static bool parse_pledge_line(struct parser *ps, struct deal_pledge *p) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_TITLE:
    return parse_title_line(ps, &p->title);
  case LW_GOODS:
    return parse_set(ps, SET_GOODS, &p->goods) && expect_end(ps);
  case LW_PROMISE:
    return parse_promise(ps);
  case LW_ENDS:
    return parse_day(ps, &p->ends) && parse_when(ps, &p->ends_when);
  case LW_NOTE:
    return parse_notes_line(ps);
  case LW_BY:
    ps->at--;
    return parse_by_line(ps);
  default:
    break;
  }
  ps->at--;
  if (take_text(ps, "buyer")) return parse_place(ps, &p->buyer) && expect_end(ps);
  if (take_text(ps, "seller")) return parse_place(ps, &p->seller) && expect_end(ps);
  if (take_text(ps, "items")) return parse_text(ps, &p->items) && expect_end(ps);
  if (take_text(ps, "counted")) return parse_counted(ps, p);
  if (take_text(ps, "actual")) return parse_name(ps, &p->actual) && expect_end(ps);
  if (take_text(ps, "said")) return parse_said(ps);
  return unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of a pledge",
                      "title buyer seller goods items counted promise said actual ends by note");
}

void parse_pledge(struct parser *ps) {
  struct deal_pledge p = {.pos = token_pos(ps, peek(ps)), .ends = DAY_NEVER, .table = LAW_NONE};
  if (!parse_name(ps, &p.name) || !expect_end(ps)) p.name.n = 0;
  ps->promises.count = ps->said.count = ps->notes.count = 0;
  when_start(&p.ends_when);
  while (next_line(ps, 0, true)) parse_pledge_line(ps, &p);
  if (!vec_take(ps, &ps->promises, 0, sizeof *p.promises, &p.promises, &p.promise_count) ||
      !vec_take(ps, &ps->said, 0, sizeof *p.said, &p.said, &p.said_count) ||
      !vec_take(ps, &ps->notes, 0, sizeof *p.notes, &p.notes, &p.note_count) || !p.name.n)
    return;
  struct deal_pledge *slot = vec_push(ps, &ps->pledges, sizeof *slot);
  if (slot) *slot = p;
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

static bool parse_columns(struct parser *ps, struct deal_table *table) {
  size_t from = ps->names.count;
  do {
    const struct lex_token *t = peek(ps);
    if (t->kind != LEX_WORD)
      return parse_error(ps, t, LAW_PARSE_MISSING, "Separate the columns by commas.",
                         "a column must stand here, not %s", show_token(t).text);
    ps->at++;
    if (!push_str(ps, &ps->names, token_str(t))) return false;
  } while (take_kind(ps, LEX_COMMA));
  return vec_take(ps, &ps->names, from, sizeof *table->columns, &table->columns,
                  &table->column_count) &&
         expect_end(ps);
}

static bool parse_table_line(struct parser *ps, struct deal_table *table) {
  const struct lex_token *t = peek(ps);
  if (take(ps, LW_TITLE)) return parse_title_line(ps, &table->title);
  if (take(ps, LW_NOTE)) return true;
  if (take_text(ps, "file")) {
    table->file = token_str(peek(ps));
    ps->at += !at_end(ps);
    return expect_end(ps);
  }
  if (take_text(ps, "columns")) return parse_columns(ps, table);
  if (take_text(ps, "unit")) return parse_words(ps, &table->unit);
  ps->at++;
  return unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of a table",
                      "title file columns unit note");
}

void parse_table(struct parser *ps) {
  struct deal_table table = {.pos = token_pos(ps, peek(ps))};
  if (!parse_name(ps, &table.name) || !expect_end(ps)) table.name.n = 0;
  while (next_line(ps, 0, true)) parse_table_line(ps, &table);
  if (!table.name.n) return;
  if (!table.file.n || !table.column_count) {
    finding(ps->found, LAW_PARSE_MISSING, table.pos, (uint32_t)table.name.n,
            table.file.n ? "Add a line `columns NAME, NAME`." : "Add a line `file NAME.tsv`.",
            "the table %.*s does not say %s", SHOW(table.name),
            table.file.n ? "which columns it has" : "in which file it stands");
    return;
  }
  struct deal_table *slot = vec_push(ps, &ps->tables, sizeof *slot);
  if (slot) *slot = table;
}
