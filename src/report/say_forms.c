// SPDX-License-Identifier: Apache-2.0
// The forms a sentence goes out in: a line to paste, or JSON with the bills behind it. See include/impost/say.h.

#include "base/error.h"
#include "report/assumed.h"
#include "report/json_out.h"
#include "report/json_parts.h"
#include "report/page.h"
#include "report/say_own.h"

static void json_bill(struct json_out *j, const struct imp_bill *bill) {
  json_open(j, NULL, '{');
  json_open(j, "if", '{');
  for (uint32_t i = 0; i < bill->pick_count; i++)
    json_text(j, bill->picks[i].question, bill->picks[i].answer);
  json_close(j, '}');
  json_bool(j, "prohibited", bill->prohibited);
  json_money(j, "low", bill->low);
  json_money(j, "high", bill->high);
  if (bill->void_low == bill->void_high)
    json_money(j, "void", bill->void_high);
  else
    json_null(j, "void");
  json_money(j, "void_low", bill->void_low);
  json_money(j, "void_high", bill->void_high);
  json_open(j, "rows", '[');
  for (uint32_t i = 0; i < bill->row_count; i++) {
    const struct imp_row *row = &bill->rows[i];
    if (!say_counts(row)) continue;
    json_open(j, NULL, '{');
    json_text(j, "title", row->title);
    json_money(j, "amount", row->amount);
    json_text(j, "act", row->act);
    json_text(j, "act_title", row->act_title);
    json_maybe(j, "cite", row->cite);
    json_maybe(j, "mark", row->mark);
    json_bool(j, "void", row->is_void);
    json_close(j, '}');
  }
  json_close(j, ']');
  json_close(j, '}');
}

static void write_json(const struct say *s, struct str sentence, const struct imp_report_options *o,
                       struct buf *out) {
  struct json_out j = {.out = out, .flat = o->format == IMP_JSON ? 4 : 0};
  const struct imp_answer *a = s->a;
  json_open(&j, NULL, '{');
  json_text(&j, "schema", "impost.say/1");
  json_text(&j, "law", imp_law_digest(s->law));
  json_text(&j, "horizon", imp_law_read_of(s->law, s->line->into));
  json_text(&j, "read_through", imp_law_read_of(s->law, s->line->into));
  json_text(&j, "known", a->known);
  json_text(&j, "basis", report_basis_word(a->basis));
  assumed_json(&j, s->law, s->query);
  json_asked(&j, a, o->description);
  json_str(&j, "sentence", sentence);
  json_open(&j, "bills", '[');
  for (uint32_t i = 0; i < a->bill_count; i++) json_bill(&j, &a->bills[i]);
  json_close(&j, ']');
  json_close(&j, '}');
  buf_putc(out, '\n');
}

/* One line, for pasting; wrapped only where a width was asked for. */
static void write_text(const struct imp_report_options *o, struct str sentence, struct buf *out) {
  struct page p = {.out = out, .width = o->width, .ascii = o->ascii != 0, .color = false};
  struct buf text = {0};
  buf_put(&text, sentence);
  if (o->width > 0) {
    page_wrap(&p, 0, text.n > 0 ? text.p : "");
  } else {
    page_puts(&p, text.n > 0 ? text.p : "");
    page_line(&p);
  }
  if (text.failed) out->failed = true;
  buf_free(&text);
}

enum imp_status imp_say(const struct imp_law *law, const struct imp_query *query,
                        const struct imp_line *line, const struct imp_assessment *a,
                        const char *goods, const struct imp_report_options *options,
                        struct imp_text *text, struct imp_error *err) {
  struct buf b = {.p = text->p, .n = text->n, .cap = text->cap}, sentence = {0};
  struct say s = {&sentence, law, query, line, imp_assessment_answer(a), goods};
  if (options->format == IMP_CSV || options->format == IMP_TSV)
    return error_set(err, IMP_USAGE, "usage.format", "-O text, json or jsonl",
                     "a sentence has no form as a table");
  say_sentence(&s);
  if (options->format == IMP_TEXT)
    write_text(options, buf_str(&sentence), &b);
  else
    write_json(&s, buf_str(&sentence), options, &b);
  bool failed = b.failed || sentence.failed;
  buf_free(&sentence);
  *text = (struct imp_text){.p = b.p, .n = b.n, .cap = b.cap};
  return failed ? error_no_memory(err) : IMP_OK;
}
