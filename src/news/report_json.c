// SPDX-License-Identifier: Apache-2.0
// A story as JSON, schema impost.news/1 of docs/news.md.
#include <string.h>

#include "news/report_own.h"
#include "news/signs.h"

/* ---- JSON ------------------------------------------------------------------------------------------------------------ */

#define ONES  0x0101010101010101u
#define HIGHS 0x8080808080808080u

/* Of eight bytes, is one below `limit` (at most 0x80)? Bytes of 0x80 and over are not. */
static uint64_t any_below(uint64_t eight, uint64_t limit) {
  return (eight - ONES * limit) & ~eight & HIGHS;
}

/* The bytes from `i` on that need no escape, eight at a time. */
static size_t plain_run(struct str s, size_t i) {
  size_t run = i;
  for (uint64_t eight; run + sizeof eight <= s.n; run += sizeof eight) {
    memcpy(&eight, s.p + run, sizeof eight);
    uint64_t quote = any_below(eight ^ (ONES * '"'), 1), back = any_below(eight ^ (ONES * '\\'), 1);
    if ((any_below(eight, 0x20) | quote | back) != 0) break;
  }
  while (run < s.n && (unsigned char)s.p[run] >= 0x20 && s.p[run] != '"' && s.p[run] != '\\') run++;
  return run;
}

#define PUT(p, literal) buf_put(&(p)->out, STR(literal))

static void put_escaped(struct news_printer *p, struct str s) {
  buf_putc(&p->out, '"');
  for (size_t i = 0; i < s.n;) {
    size_t run = plain_run(s, i);
    if (run > i) buf_put(&p->out, str_sub(s, i, run));
    i = run;
    if (i == s.n) break;
    unsigned char c = (unsigned char)s.p[i++];
    if (c == '"' || c == '\\')
      buf_printf(&p->out, "\\%c", c);
    else
      buf_printf(&p->out, "\\u%04x", c);
  }
  buf_putc(&p->out, '"');
}

/* Most texts need no escape: those are written at once. */
static void put_text(struct news_printer *p, struct str s) {
  if (plain_run(s, 0) < s.n) {
    put_escaped(p, s);
    return;
  }
  char *at = buf_room(&p->out, s.n + 2);
  if (at == NULL) return;
  at[0] = '"';
  if (s.n > 0) memcpy(at + 1, s.p, s.n);
  at[s.n + 1] = '"';
  buf_wrote(&p->out, s.n + 2);
}

/* At once: keys are a large part of what is written. */
static void put_key(struct news_printer *p, const char *key) {
  size_t n = 0, length = key != NULL ? strlen(key) : 0;
  char *at = buf_room(&p->out, length + 6);
  if (at == NULL) return;
  char last = p->out.n > 0 ? at[-1] : p->last != 0 ? p->last : '{';
  if (last != '{' && last != '[') at[n++] = ',', at[n++] = ' ';
  if (key != NULL) {
    at[n++] = '"';
    memcpy(at + n, key, length);
    memcpy(at + n + length, "\": ", 3);
    n += length + 3;
  }
  buf_wrote(&p->out, n);
}

static void put_field(struct news_printer *p, const char *key, const char *value) {
  put_key(p, key);
  if (value == NULL || value[0] == '\0')
    PUT(p, "null");
  else
    put_text(p, str_of(value));
}

static void put_number(struct news_printer *p, const char *key, uint64_t value) {
  put_key(p, key);
  buf_put_u64(&p->out, value, 1);
}

static void put_bool(struct news_printer *p, const char *key, bool value) {
  put_key(p, key);
  buf_put(&p->out, value ? STR("true") : STR("false"));
}

static void put_day(struct news_printer *p, const char *key, imp_day day) {
  put_key(p, key);
  if (day == DAY_FIRST || day == DAY_NEVER) {
    PUT(p, "null");
    return;
  }
  buf_putc(&p->out, '"');
  day_print(day, &p->out);
  buf_putc(&p->out, '"');
}

static void put_span(struct news_printer *p, const char *key, uint32_t article,
                     struct news_span span) {
  put_key(p, key);
  if (span.to == 0) {
    PUT(p, "null");
    return;
  }
  PUT(p, "{\"bytes\": [");
  buf_put_u64(&p->out, span.from, 1);
  PUT(p, ", ");
  buf_put_u64(&p->out, span.to, 1);
  buf_putc(&p->out, ']');
  put_key(p, "text");
  put_text(p, news_words_of(p, article, span));
  buf_putc(&p->out, '}');
}

static void put_side(struct news_printer *p, const char *key, enum news_side side) {
  put_field(p, key, side != NEWS_NO_SIDE ? p->y->rules->sides[side].code : NULL);
}

/* Who tells of whom, from the outside in. */
static void put_path(struct news_printer *p, const struct news_statement *st) {
  put_key(p, "path");
  buf_putc(&p->out, '[');
  for (int k = 0; k < 3 && st->path[k] != NEWS_OUTLET; k++) {
    put_key(p, NULL);
    put_text(p, str_of(p->y->rules->actors[st->path[k]].name));
  }
  buf_putc(&p->out, ']');
}

static void put_measure(struct news_printer *p, const struct news_proposition *q) {
  struct buf *key = &p->words;
  buf_clear(key);
  news_key_print(p->y, q, key);
  put_key(p, "measure");
  put_text(p, buf_str(key));
  p->out.failed |= key->failed;
}

static imp_day last_day(imp_day until) {
  return until == DAY_NEVER ? DAY_NEVER : until - 1;
}

static void put_hundredths(struct news_printer *p, unsigned value) {
  PUT(p, "0.");
  buf_put_u64(&p->out, value, 2);
}

/* How sure the reading is, and the signs of it that have a weight. */
static void put_sureness(struct news_printer *p, const struct news_statement *st) {
  int sure = news_sureness(p->y->rules, st);
  put_key(p, "confidence");
  if (sure < 0)
    PUT(p, "null");
  else
    put_hundredths(p, (unsigned)sure);
  put_bool(p, "uncertain", sure >= 0 && sure < p->y->rules->signs.sure);
  if (!p->signs) return;
  put_key(p, "signs");
  buf_putc(&p->out, '[');
  for (uint64_t left = news_signs_of(p->y->rules, st); left != 0; left &= left - 1) {
    int sign = __builtin_ctzll(left);
    if (p->y->rules->signs.weight[sign] != 0) put_field(p, NULL, news_sign_name(sign));
  }
  buf_putc(&p->out, ']');
}

static void json_statement(struct news_printer *p, const struct news_statement *st) {
  const struct news_rules *r = p->y->rules;
  put_key(p, NULL);
  PUT(p, "\n    {");
  put_number(p, "article", st->article + 1);
  put_field(p, "speaker", news_speaker_of(p, st->speaker, st->unknown));
  put_side(p, "side", st->side);
  put_bool(p, "known", st->unknown == NULL);
  put_field(p, "about", st->about != NEWS_OUTLET ? r->actors[st->about].name : NULL);
  put_field(p, "venue", st->venue != NEWS_NONE ? r->venues[st->venue] : NULL);
  put_bool(p, "quoted", st->quoted);
  struct news_proposition of = news_proposition_of(st);
  put_measure(p, &of);
  put_field(p, "kind", r->measures[st->measure].kind);
  put_field(p, "status", news_status_words[st->status]);
  put_field(p, "commitment", news_commitment_words[st->commitment]);
  put_field(p, "polarity", st->negative ? "-" : "+");
  put_side(p, "imposer", st->imposer);
  put_side(p, "target", st->target);
  put_field(p, "goods", st->good != NEWS_NONE ? r->goods[st->good] : NULL);
  put_path(p, st);
  put_field(p, "number", st->number);
  put_field(p, "unit", news_unit_of(p->y, st));
  put_day(p, "from", st->dated ? st->from : DAY_FIRST);
  put_day(p, "to", st->dated ? last_day(st->until) : DAY_NEVER);
  put_bool(p, "convention", st->convention);
  put_span(p, "number_text", st->article, st->number_span);
  put_span(p, "date_text", st->article, st->date_span);
  put_span(p, "condition", st->article, st->condition);
  put_sureness(p, st);
  put_field(p, "rule", r->rules[st->rule].name);
  put_span(p, "evidence", st->article, st->span);
  put_span(p, "sentence", st->article, st->sentence);
  buf_putc(&p->out, '}');
  news_print_on(p);
}

static void put_wording(struct news_printer *p, uint32_t group) {
  struct news_wording list[NEWS_WORDINGS];
  size_t n = 0;
  if (!news_wording_find(p->y, p->next, group, list, &n)) p->out.failed = true;
  put_key(p, "wording");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < n; i++) {
    put_key(p, NULL);
    buf_putc(&p->out, '{');
    put_number(p, "article", list[i].a + 1);
    put_span(p, "says", list[i].a, list[i].at_a);
    put_number(p, "other_article", list[i].b + 1);
    put_span(p, "other_says", list[i].b, list[i].at_b);
    buf_putc(&p->out, '}');
  }
  buf_putc(&p->out, ']');
}

static void json_utterance(struct news_printer *p, uint32_t group) {
  const struct news_form *f = &p->y->forms[group];
  put_key(p, NULL);
  PUT(p, "\n    {");
  put_field(p, "speaker", news_speaker_of(p, f->speaker, f->unknown));
  put_side(p, "side", f->side);
  put_key(p, "forms");
  buf_putc(&p->out, '[');
  for (uint32_t i = group + 1; i != 0; i = p->next[i - 1]) {
    const struct news_form *x = &p->y->forms[i - 1];
    put_key(p, NULL);
    PUT(p, "\n      {");
    put_number(p, "article", x->article + 1);
    put_field(p, "kind", news_form_kinds[x->kind]);
    put_field(p, "venue", x->venue != NEWS_NONE ? p->y->rules->venues[x->venue] : NULL);
    put_span(p, "said", x->article, x->span);
    buf_putc(&p->out, '}');
  }
  buf_putc(&p->out, ']');
  put_wording(p, group);
  buf_putc(&p->out, '}');
  news_print_on(p);
}

/* Does any measure of the story concern the side? Then each has a cell for it. */
static void find_sides(struct news_printer *p) {
  for (uint8_t k = 1; k < p->y->rules->side_count; k++)
    for (size_t i = 0; i < p->prop_count && !p->in_story[k]; i++)
      p->in_story[k] = news_concerns(p->y, &p->props[i], (enum news_side)k);
}

/* The cell of each side of the story, by the side's code. */
static void put_cells(struct news_printer *p, const struct news_proposition *q) {
  char key[32] = "unconfirmed_by_";
  const size_t n = strlen(key);
  for (uint8_t k = 1; k < p->y->rules->side_count; k++) {
    if (!p->in_story[k]) continue;
    const char *code = p->y->rules->sides[k].code; /* of at most six letters */
    put_field(p, code, news_cell_word(q, (enum news_side)k));
    memcpy(key + n, code, strlen(code) + 1);
    put_bool(p, key, q->withheld[k]);
  }
}

static void put_conflicts(struct news_printer *p, size_t proposition) {
  struct news_conflict list[NEWS_CONFLICTS];
  size_t n = news_conflicts_find(p, proposition, list);
  put_key(p, "conflicts");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < n; i++) {
    put_key(p, NULL);
    buf_putc(&p->out, '{');
    put_field(p, "slot", news_slot_words[list[i].slot]);
    put_field(p, "kind", news_difference_words[list[i].kind]);
    put_number(p, "article", list[i].a->article + 1);
    put_span(p, "says", list[i].a->article, list[i].at_a);
    put_number(p, "other_article", list[i].b->article + 1);
    put_span(p, "other_says", list[i].b->article, list[i].at_b);
    buf_putc(&p->out, '}');
  }
  buf_putc(&p->out, ']');
}

static void json_proposition(struct news_printer *p, size_t proposition) {
  const struct news_proposition *q = &p->props[proposition];
  put_key(p, NULL);
  PUT(p, "\n    {");
  put_measure(p, q);
  put_field(p, "title", p->y->rules->measures[q->measure].title);
  const struct news_measure *m = &p->y->rules->measures[q->measure];
  put_side(p, "decides", m->template && !m->pair ? q->imposer : m->competent);
  put_number(p, "statements", q->statements);
  put_number(p, "level", (uint64_t)q->level);
  put_cells(p, q);
  put_conflicts(p, proposition);
  buf_putc(&p->out, '}');
  news_print_on(p);
}

static void json_articles(struct news_printer *p) {
  put_key(p, "articles");
  buf_putc(&p->out, '[');
  for (uint32_t i = 0; i < p->y->article_count; i++) {
    const struct news_article *a = &p->y->articles[i];
    put_key(p, NULL);
    PUT(p, "\n    {");
    put_number(p, "article", i + 1);
    put_field(p, "name", a->name);
    put_day(p, "published", a->published);
    put_field(p, "published_how", news_days_how[a->how]);
    put_day(p, "printed", a->how == 1 ? a->printed : a->how == 2 ? a->published : DAY_NEVER);
    put_number(p, "unresolved_dates", a->unresolved);
    put_key(p, "unresolved");
    buf_putc(&p->out, '[');
    for (uint32_t k = 0; k < a->unresolved && k < NEWS_OPEN_DAYS; k++)
      put_span(p, NULL, i, a->open_days[k]);
    buf_putc(&p->out, ']');
    buf_putc(&p->out, '}');
    news_print_on(p);
  }
  buf_putc(&p->out, ']');
}

static void json_unread(struct news_printer *p) {
  put_key(p, "unread");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < p->y->unread_count; i++) {
    const struct news_unread *u = &p->y->unread[i];
    put_key(p, NULL);
    PUT(p, "\n    {");
    put_number(p, "article", u->article + 1);
    put_key(p, "part");
    buf_put(&p->out, u->part ? STR("true") : STR("false"));
    put_span(p, "words", u->article, u->words);
    put_span(p, "sentence", u->article, u->sentence);
    buf_putc(&p->out, '}');
    news_print_on(p);
  }
  buf_putc(&p->out, ']');
}

void news_json(struct news_printer *p) {
  PUT(p, "{");
  put_field(p, "schema", "impost.news/1");
  json_articles(p);
  find_sides(p);
  put_key(p, "propositions");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < p->prop_count; i++) json_proposition(p, i);
  buf_putc(&p->out, ']');
  put_key(p, "statements");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < p->y->statement_count; i++) json_statement(p, &p->y->statements[i]);
  buf_putc(&p->out, ']');
  put_key(p, "utterances");
  buf_putc(&p->out, '[');
  for (uint32_t i = 0; i < p->y->form_count; i++)
    if (p->y->forms[i].group == i) json_utterance(p, i);
  buf_putc(&p->out, ']');
  json_unread(p);
  PUT(p, "}\n");
}
