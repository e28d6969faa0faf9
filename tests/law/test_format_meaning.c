// SPDX-License-Identifier: Apache-2.0
// The formatter changes no statement: the shipped law read before and after formatting is the same law,
// measure by measure and member by member; only positions differ.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "law/deal.h"

#define LAW IMPOST_ROOT "/law"

/* Blanks between words are no meaning. */
static void put_str(struct buf *b, const char *what, struct str s) {
  if (s.n == 0) return;
  buf_printf(b, " %s[", what);
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] != ' ' || i == 0 || s.p[i - 1] != ' ') buf_putc(b, s.p[i]);
  buf_putc(b, ']');
}

static void put_rat(struct buf *b, struct rat r) {
  buf_putc(b, ' ');
  if (r.den != 0) rat_print(r, b);
}

static void put_items(struct buf *b, const struct law_item *items, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    buf_printf(b, " %d:%llu-%llu/%u/%u", items[i].kind, (unsigned long long)items[i].lo,
               (unsigned long long)items[i].hi, items[i].digits, items[i].place);
    put_str(b, "list", items[i].name);
    put_str(b, "ex", items[i].ex);
  }
}

static void put_set(struct buf *b, const char *what, const struct law_set *set) {
  if (set->count == 0 && set->but_count == 0) return;
  buf_printf(b, " %s", what);
  put_items(b, set->items, set->count);
  buf_puts(b, " but");
  put_items(b, set->but, set->but_count);
}

static void put_when(struct buf *b, const struct law_when *w) {
  buf_printf(b, " at %d %d %d", w->from_minute, w->until_minute, w->known_minute);
  buf_printf(b, " when %d %d %d %d %d %d", w->from, w->until, w->known, w->printed, w->has_printed,
             w->is_unconfirmed);
  put_str(b, "by", w->act_name);
  put_str(b, "cite", w->cite);
  put_str(b, "unconfirmed", w->unconfirmed);
}

static void put_amount(struct buf *b, const struct law_amount *a) {
  buf_printf(b, " amount %d", a->kind);
  put_rat(b, a->value);
  put_str(b, "unit", a->unit);
}

static void put_cond(struct buf *b, const struct law_cond *c) {
  if (c == NULL) return;
  buf_printf(b, " (cond %d %d %d %d", c->kind, c->day, c->subject, c->compare);
  put_str(b, "fact", c->fact);
  put_str(b, "word", c->word);
  put_str(b, "question", c->question);
  for (uint32_t i = 0; i < c->label_count; i++) put_str(b, "label", c->labels[i]);
  put_amount(b, &c->amount);
  put_set(b, "places", &c->places);
  for (uint32_t i = 0; i < c->word_count; i++) put_str(b, "one of", c->words[i]);
  for (uint32_t i = 0; i < c->ref_count; i++) put_str(b, "@", c->refs[i].name);
  for (uint32_t i = 0; i < c->kid_count; i++) put_cond(b, c->kids[i]);
  buf_putc(b, ')');
}

static void put_expr(struct buf *b, const struct law_expr *e) {
  put_str(b, "expr", e->text);
  buf_printf(b, " less %d %d", e->less, e->per_entry);
  for (uint32_t i = 0; i < e->count; i++) {
    buf_printf(b, " term %d %d", e->terms[i].op, e->terms[i].kind);
    put_rat(b, e->terms[i].value);
    put_str(b, "unit", e->terms[i].unit);
  }
}

static void put_stmt(struct buf *b, const struct law_stmt *s) {
  buf_printf(b, "\n    stmt %d place %u day %d points %d", s->kind, s->place, s->day,
             s->has_points);
  put_rat(b, s->points);
  put_when(b, &s->when);
  put_expr(b, &s->expr);
  put_str(b, "text", s->text);
  put_str(b, "label", s->label);
  put_str(b, "period", s->period);
  for (uint32_t i = 0; i < s->name_count; i++) put_str(b, "name", s->names[i]);
  for (uint32_t i = 0; i < s->but_count; i++) put_str(b, "but", s->but_names[i]);
  for (uint32_t i = 0; i < s->on.count; i++) put_str(b, "on", s->on.names[i]);
  buf_printf(b, " on %d %d %d", s->on.stated, s->on.value_less, s->on.else_value);
  put_cond(b, s->cond);
  put_set(b, "of", &s->of);
  put_set(b, "goods", &s->goods);
}

static void put_assert(struct buf *b, const struct law_assert *a) {
  buf_printf(b, "\n    assert %llu/%u %u %d %d %d %d", (unsigned long long)a->code, a->digits,
             a->place, a->on, a->known, a->pays, a->is_range);
  put_amount(b, &a->low);
  put_amount(b, &a->high);
  put_str(b, "basis", a->basis);
  put_str(b, "under", a->under);
  put_str(b, "in", a->in);
  for (uint32_t i = 0; i < a->pick_count; i++) {
    put_str(b, "if", a->picks[i].question);
    put_str(b, "is", a->picks[i].answer);
  }
  for (uint32_t i = 0; i < a->with_count; i++) {
    put_str(b, "with", a->withs[i].name);
    put_str(b, "=", a->withs[i].value);
  }
}

static void put_measure(struct buf *b, const struct law_measure *m) {
  buf_puts(b, "\nmeasure");
  put_str(b, "name", m->name);
  put_str(b, "title", m->title);
  for (uint32_t i = 0; i < m->note_count; i++) put_str(b, "note", m->notes[i]);
  for (uint32_t i = 0; i < m->count; i++) put_stmt(b, &m->stmts[i]);
  for (uint32_t i = 0; i < m->heading_count; i++) {
    const struct law_heading *h = &m->headings[i];
    buf_puts(b, "\n  heading");
    put_str(b, "label", h->label);
    put_str(b, "text", h->text);
    put_set(b, "of", &h->of);
    put_set(b, "goods", &h->goods);
    put_cond(b, h->cond);
    for (uint32_t k = 0; k < h->count; k++) put_stmt(b, &h->stmts[k]);
  }
  for (uint32_t i = 0; i < m->assert_count; i++) put_assert(b, &m->asserts[i]);
}

/* Members one after the other: how many stand on a line is no meaning, where a `but` stands is. */
static void put_list(struct buf *b, const struct law_list *l) {
  buf_puts(b, "\nlist");
  put_str(b, "name", l->name);
  put_str(b, "title", l->title);
  for (uint32_t i = 0; i < l->count; i++) {
    buf_printf(b, "\n  %s", l->lines[i].drop ? "drop" : "add");
    put_when(b, &l->lines[i].when);
    for (uint32_t k = 0; k < l->lines[i].count; k++) {
      put_items(b, l->lines[i].sets[k].items, l->lines[i].sets[k].count);
      if (l->lines[i].sets[k].but_count > 0) buf_puts(b, " but");
      put_items(b, l->lines[i].sets[k].but, l->lines[i].sets[k].but_count);
    }
  }
}

/* ---- controls, fees, promises, the talks ---- */

static void put_term(struct buf *b, const struct deal_term *t) {
  put_rat(b, t->value);
  put_str(b, "in", t->currency);
  put_str(b, "per", t->unit);
}

static void put_block(struct buf *b, const struct deal_block *x) {
  buf_printf(b, "\nblock %d %u %d %u %d %d", x->kind, x->covers, x->rounded_up, x->cap,
             x->cap_month, x->cap_day);
  put_str(b, "name", x->name);
  put_str(b, "title", x->title);
  put_str(b, "on", x->on_fact);
  put_str(b, "charged", x->charged);
  put_set(b, "binds", &x->binds);
  for (uint32_t i = 0; i < x->note_count; i++) put_str(b, "note", x->notes[i]);
  for (uint32_t i = 0; i < x->count; i++) {
    const struct deal_line *l = &x->lines[i];
    buf_printf(b, "\n  line %d %d %d %d %u %d %d", l->kind, l->any, l->need, l->review, l->within,
               l->working, l->day);
    put_when(b, &l->when);
    put_cond(b, l->cond);
    put_set(b, "places", &l->places);
    put_str(b, "text", l->text);
    put_str(b, "event", l->event);
    put_term(b, &l->rate.terms[0]);
    put_term(b, &l->rate.terms[1]);
    for (uint32_t k = 0; k < l->item_count; k++) put_str(b, "@", l->items[k].name);
    for (uint32_t k = 0; k < l->name_count; k++) put_str(b, "name", l->names[k]);
  }
  for (uint32_t i = 0; i < x->assert_count; i++) {
    const struct deal_assert *a = &x->asserts[i];
    buf_printf(b, "\n  assert %u %u %d %d %d %d", a->out_of, a->into, a->on, a->known, a->rest_no,
               a->result);
    put_str(b, "item", a->item);
    put_str(b, "fact", a->fact);
    put_term(b, &a->amount);
    for (uint32_t k = 0; k < a->with_count; k++) {
      put_str(b, "with", a->withs[k].name);
      put_str(b, "=", a->withs[k].value);
    }
  }
}

static void put_roll(struct buf *b, const struct law_deal *d, const struct deal_list *l) {
  buf_printf(b, "\nroll %d %d %u %d", l->of_parties, l->has_declared, l->declared, l->is_partial);
  put_str(b, "name", l->name);
  put_str(b, "title", l->title);
  put_str(b, "partial", l->partial);
  for (uint32_t i = 0; i < l->but_count; i++) put_str(b, "but", l->buts[i].text);
  for (uint32_t i = l->first; i < l->first + l->count; i++) {
    const struct deal_entry *e = &d->entries[i];
    buf_printf(b, "\n  entry %d %d", e->matter, e->is_unconfirmed);
    put_str(b, "name", e->name);
    put_str(b, "text", e->text);
    for (uint32_t k = 0; k < e->also_count; k++) put_str(b, "also", e->also[k]);
    put_cond(b, e->cond);
    for (uint32_t k = 0; k < e->code_count; k++) {
      buf_printf(b, " %llu/%u%s", (unsigned long long)e->codes[k].lo, e->codes[k].digits,
                 e->codes[k].near ? " near" : "");
      put_when(b, &e->codes[k].when);
    }
  }
}

static void put_said(struct buf *b, const struct deal_said *said, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    buf_printf(b, "\n  said %u %d", said[i].place, said[i].verb);
    put_str(b, "answer", said[i].answer);
    put_str(b, "text", said[i].text);
    put_when(b, &said[i].when);
  }
}

static void put_pledge(struct buf *b, const struct deal_pledge *p) {
  buf_printf(b, "\npledge %u %u %d", p->buyer, p->seller, p->ends);
  put_str(b, "name", p->name);
  put_str(b, "items", p->items);
  put_str(b, "counted", p->counted);
  put_str(b, "actual", p->actual);
  put_set(b, "goods", &p->goods);
  for (uint32_t i = 0; i < p->promise_count; i++) {
    buf_printf(b, "\n  promise %d %d %d", p->promises[i].compare, p->promises[i].from,
               p->promises[i].until);
    put_rat(b, p->promises[i].amount);
    put_str(b, "in", p->promises[i].currency);
    put_str(b, "unit", p->promises[i].unit);
    put_when(b, &p->promises[i].when);
  }
  put_said(b, p->said, p->said_count);
}

static void put_talks(struct buf *b, const struct law_deal *d) {
  for (uint32_t i = 0; i < d->voice_count; i++) {
    buf_printf(b, "\nvoice %u %d %d", d->voices[i].place, d->voices[i].day, d->voices[i].grade);
    put_str(b, "name", d->voices[i].name);
    put_str(b, "who", d->voices[i].who);
    put_str(b, "where", d->voices[i].where);
    put_str(b, "source", d->voices[i].source);
  }
  for (uint32_t i = 0; i < d->meeting_count; i++) {
    const struct deal_meeting *m = &d->meetings[i];
    buf_puts(b, "\nmeeting");
    put_str(b, "name", m->name);
    for (uint32_t k = 0; k < m->count; k++) {
      buf_printf(b, "\n  %d %d %d", m->lines[k].kind, m->lines[k].from, m->lines[k].until);
      put_str(b, "where", m->lines[k].text);
      put_when(b, &m->lines[k].when);
    }
    for (uint32_t k = 0; k < m->who_count; k++) put_str(b, "who", m->who[k].text);
    put_said(b, m->said, m->said_count);
  }
  for (uint32_t i = 0; i < d->table_count; i++) {
    buf_puts(b, "\ntable");
    put_str(b, "name", d->tables[i].name);
    put_str(b, "file", d->tables[i].file);
    put_str(b, "unit", d->tables[i].unit);
    for (uint32_t k = 0; k < d->tables[i].column_count; k++)
      put_str(b, "column", d->tables[i].columns[k]);
  }
}

static void put_deal(struct buf *b, const struct law_deal *d) {
  for (uint32_t i = 0; i < d->control_count; i++) put_block(b, &d->controls[i]);
  for (uint32_t i = 0; i < d->fee_count; i++) put_block(b, &d->fees[i]);
  for (uint32_t i = 0; i < d->list_count; i++) put_roll(b, d, &d->lists[i]);
  for (uint32_t i = 0; i < d->pledge_count; i++) put_pledge(b, &d->pledges[i]);
  put_talks(b, d);
  for (uint32_t i = 0; i < d->fact_count; i++) {
    buf_printf(b, "\nfact %d", d->facts[i].type);
    put_str(b, "name", d->facts[i].name);
    put_str(b, "unit", d->facts[i].unit);
    put_str(b, "question", d->facts[i].question);
    for (uint32_t k = 0; k < d->facts[i].word_count; k++) put_str(b, "word", d->facts[i].words[k]);
  }
}

static void put_rest(struct buf *b, const struct law *law) {
  for (uint32_t i = 0; i < law->act_count; i++) {
    const struct law_act *a = &law->acts[i];
    buf_printf(b, "\nact %d %d %d %d %d", a->binds, a->signed_on, a->known, a->published,
               a->source);
    put_str(b, "name", a->name);
    put_str(b, "title", a->title);
    put_str(b, "kind", a->kind);
    put_str(b, "cite", a->cite);
    put_str(b, "publication", a->publication);
    put_str(b, "note", a->note);
  }
  for (uint32_t i = 0; i < law->question_count; i++) {
    const struct law_question *q = &law->questions[i];
    buf_printf(b, "\nquestion %d", q->raised);
    put_str(b, "name", q->name);
    put_str(b, "title", q->title);
    for (uint32_t k = 0; k < q->answer_count; k++) put_str(b, "answer", q->answers[k]);
    for (uint32_t k = 0; k < q->due_count; k++) buf_printf(b, " due %d", q->due[k]);
    for (uint32_t k = 0; k < q->answered_count; k++) {
      put_str(b, "answered", q->answered[k].word);
      put_when(b, &q->answered[k].when);
    }
    put_said(b, q->said, q->said_count);
    for (uint32_t k = 0; k < q->default_count; k++) {
      put_str(b, "default", q->defaults[k].answer);
      put_cond(b, q->defaults[k].cond);
    }
  }
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *fact = &law->facts[i];
    buf_printf(b, "\nfact %d %d", fact->type, fact->has_else);
    put_str(b, "name", fact->name);
    put_str(b, "unit", fact->unit);
    for (uint32_t k = 0; k < fact->word_count; k++) put_str(b, "word", fact->words[k]);
    put_set(b, "places", &fact->places);
    put_str(b, "else", fact->else_value);
    put_str(b, "question", fact->question);
  }
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    for (uint32_t k = 0; k < law->jurisdictions[i].order_count; k++) {
      const struct law_order *o = &law->jurisdictions[i].orders[k];
      buf_puts(b, "\norder");
      for (uint32_t n = 0; n < o->count; n++) put_str(b, "name", o->names[n]);
      put_when(b, &o->when);
    }
}

static size_t put_law(const struct law_text *texts, uint32_t count, struct buf *out) {
  struct law *law = NULL;
  struct diag_list diags = {0};
  struct imp_error err = {0};
  assert_int_equal(law_load_texts(texts, count, &law, &diags, &err), IMP_OK);
  for (uint32_t i = 0; i < law->measure_count; i++) put_measure(out, &law->measures[i]);
  for (uint32_t i = 0; i < law->list_count; i++) put_list(out, &law->lists[i]);
  put_rest(out, law);
  put_deal(out, law->deal);
  size_t errors = diags.errors;
  assert_false(out->failed);
  diag_free(&diags);
  law_free(law);
  return errors;
}

static void format_all(struct arena *a, struct law_text *texts, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    struct buf out = {0};
    struct imp_error err = {0};
    assert_int_equal(law_format(texts[i].bytes, &out, &err), IMP_OK);
    assert_true(str_copy(a, buf_str(&out), &texts[i].bytes));
    buf_free(&out);
  }
}

static uint32_t read_shipped(struct arena *a, struct law_text **out) {
  static const char *const endings[] = {".law", ".list", NULL};
  static const char *const skip[] = {"doubtful", "cases", NULL};
  struct file_list files;
  struct imp_error err = {0};
  assert_int_equal(file_tree(a, LAW, endings, skip, &files, &err), IMP_OK);
  struct law_text *texts = arena_array(a, files.count, sizeof *texts);
  for (size_t i = 0; i < files.count; i++) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", LAW, files.paths[i]);
    texts[i].path = files.paths[i];
    assert_int_equal(file_read(a, path, 0, &texts[i].bytes, &err), IMP_OK);
  }
  *out = texts;
  return (uint32_t)files.count;
}

/* Lines of words: their blanks are part of what they say. */
static bool is_words(struct str line) {
  static const char *const first[] = {"title", "note",      "kind",   "source",
                                      "cite",  "published", "charged"};
  line = str_trim(line);
  for (size_t i = 0; i < sizeof first / sizeof *first; i++)
    if (str_starts(line, str_of(first[i]))) return true;
  return false;
}

/* Three blanks for every run of them between two words, and four more before a line that is not in column 1. */
static void spread_line(struct buf *out, struct str line) {
  bool quoted = false, begun = false, words = is_words(line);
  if (line.n && line.p[0] == ' ') buf_puts(out, "    ");
  for (size_t i = 0; i < line.n; i++) {
    char c = line.p[i];
    bool gap = c == ' ' && begun && !quoted && !words && line.p[i - 1] != ' ';
    if (c == '#' && !quoted && (i == 0 || line.p[i - 1] == ' ')) words = true;
    if (c == '"') quoted = !quoted;
    if (gap) buf_puts(out, "  ");
    begun = begun || c > ' ';
    buf_putc(out, c);
  }
  buf_putc(out, '\n');
}

static void spread_blanks(struct arena *a, struct law_text *text) {
  struct buf out = {0};
  struct str rest = text->bytes, line;
  while (rest.n && str_split(&rest, '\n', &line)) spread_line(&out, line);
  assert_true(str_copy(a, buf_str(&out), &text->bytes));
  buf_free(&out);
}

/* However many blanks there were: the shipped law comes out as it stands. */
static void blanks_do_not_matter(void **state) {
  (void)state;
  struct arena a = {0};
  struct law_text *texts;
  uint32_t count = read_shipped(&a, &texts);
  for (uint32_t i = 0; i < count; i++) {
    struct str shipped = texts[i].bytes;
    spread_blanks(&a, &texts[i]);
    assert_false(str_eq(texts[i].bytes, shipped));
    format_all(&a, &texts[i], 1);
    if (!str_eq(texts[i].bytes, shipped)) fail_msg("%s comes out otherwise", texts[i].path);
  }
  assert_true(count > 50);
  arena_free(&a);
}

static void shipped_law_says_the_same(void **state) {
  (void)state;
  struct arena a = {0};
  struct law_text *texts;
  struct buf before = {0}, after = {0};
  uint32_t count = read_shipped(&a, &texts);
  for (uint32_t i = 0; i < count; i++) spread_blanks(&a, &texts[i]);
  size_t errors = put_law(texts, count, &before);
  format_all(&a, texts, count);
  assert_int_equal(put_law(texts, count, &after), errors);
  size_t at = 0;
  while (at < before.n && at < after.n && before.p[at] == after.p[at]) at++;
  if (at < before.n || at < after.n)
    fail_msg("%.200s\nbecame\n%.200s", before.p + (at > 80 ? at - 80 : 0),
             after.p + (at > 80 ? at - 80 : 0));
  assert_true(before.n > 100000);
  buf_free(&before);
  buf_free(&after);
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(shipped_law_says_the_same),
                                     cmocka_unit_test(blanks_do_not_matter)};
  return cmocka_run_group_tests_name("law: format keeps meaning", tests, NULL, NULL);
}
