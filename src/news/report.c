// SPDX-License-Identifier: Apache-2.0
// A story as text for people, and as JSON (schema impost.news/1, docs/news.md).
#include <stdio.h>
#include <string.h>

#include "news/story.h"

struct printer {
  const struct news_story *y;
  struct news_proposition *props;
  size_t prop_count;
  struct buf out;
  bool ascii;
};

static const char *const sides[NEWS_SIDES] = {"outlet", "United States", "China"};
static const char *const side_codes[NEWS_SIDES] = {"", "US", "CN"};
static const char *const kinds[] = {"direct", "partial", "indirect", "post"};
static const char *const hows[] = {"unknown", "given", "printed", "from the other articles"};

static struct str bytes_of(const struct printer *p, uint32_t article, struct news_span span) {
  return str_sub(p->y->articles[article].bytes, span.from, span.to);
}

static const char *speaker_of(const struct printer *p, uint16_t actor, const char *unknown) {
  return actor != NEWS_OUTLET ? p->y->rules->actors[actor].name
         : unknown != NULL    ? unknown
                              : "outlet";
}

static enum news_side side_of(const struct printer *p, uint16_t actor) {
  return actor != NEWS_OUTLET ? p->y->rules->actors[actor].side : NEWS_NO_SIDE;
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------ */

static void put_text(struct printer *p, struct str s) {
  buf_putc(&p->out, '"');
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (c == '"' || c == '\\')
      buf_printf(&p->out, "\\%c", c);
    else if (c < 0x20)
      buf_printf(&p->out, "\\u%04x", c);
    else
      buf_putc(&p->out, (char)c);
  }
  buf_putc(&p->out, '"');
}

static void put_key(struct printer *p, const char *key) {
  char last = p->out.n > 0 ? p->out.p[p->out.n - 1] : '{';
  if (last != '{' && last != '[') buf_puts(&p->out, ", ");
  if (key != NULL) buf_printf(&p->out, "\"%s\": ", key);
}

static void put_field(struct printer *p, const char *key, const char *value) {
  put_key(p, key);
  if (value == NULL || value[0] == '\0')
    buf_puts(&p->out, "null");
  else
    put_text(p, str_of(value));
}

static void put_number(struct printer *p, const char *key, uint64_t value) {
  put_key(p, key);
  buf_printf(&p->out, "%llu", (unsigned long long)value);
}

static void put_bool(struct printer *p, const char *key, bool value) {
  put_key(p, key);
  buf_puts(&p->out, value ? "true" : "false");
}

static void put_day(struct printer *p, const char *key, imp_day day) {
  put_key(p, key);
  if (day == DAY_FIRST || day == DAY_NEVER) {
    buf_puts(&p->out, "null");
    return;
  }
  buf_putc(&p->out, '"');
  day_print(day, &p->out);
  buf_putc(&p->out, '"');
}

static void put_span(struct printer *p, const char *key, uint32_t article, struct news_span span) {
  put_key(p, key);
  if (span.to == 0) {
    buf_puts(&p->out, "null");
    return;
  }
  buf_printf(&p->out, "{\"bytes\": [%u, %u]", (unsigned)span.from, (unsigned)span.to);
  put_key(p, "text");
  put_text(p, bytes_of(p, article, span));
  buf_putc(&p->out, '}');
}

static void put_measure(struct printer *p, uint16_t measure, const char *number) {
  struct buf key = {0};
  news_key_print(p->y, measure, number, &key);
  put_key(p, "measure");
  put_text(p, buf_str(&key));
  p->out.failed |= key.failed;
  buf_free(&key);
}

static imp_day last_day(imp_day until) {
  return until == DAY_NEVER ? DAY_NEVER : until - 1;
}

static void json_statement(struct printer *p, const struct news_statement *st) {
  const struct news_rules *r = p->y->rules;
  put_key(p, NULL);
  buf_puts(&p->out, "\n    {");
  put_number(p, "article", st->article + 1);
  put_field(p, "speaker", speaker_of(p, st->speaker, st->unknown));
  put_field(p, "side", side_codes[side_of(p, st->speaker)]);
  put_bool(p, "known", st->unknown == NULL);
  put_field(p, "about", st->about != NEWS_OUTLET ? r->actors[st->about].name : NULL);
  put_field(p, "venue", st->venue != NEWS_NONE ? r->venues[st->venue] : NULL);
  put_bool(p, "quoted", st->quoted);
  put_measure(p, st->measure, st->number);
  put_field(p, "kind", r->measures[st->measure].kind);
  put_field(p, "status", news_status_words[st->status]);
  put_field(p, "number", st->number);
  put_day(p, "from", st->dated ? st->from : DAY_FIRST);
  put_day(p, "to", st->dated ? last_day(st->until) : DAY_NEVER);
  put_bool(p, "convention", st->convention);
  put_span(p, "number_text", st->article, st->number_span);
  put_span(p, "date_text", st->article, st->date_span);
  put_span(p, "condition", st->article, st->condition);
  put_field(p, "rule", r->rules[st->rule].name);
  put_span(p, "evidence", st->article, st->span);
  put_span(p, "sentence", st->article, st->sentence);
  buf_putc(&p->out, '}');
}

static bool group_has(const struct printer *p, uint32_t group, bool quoted) {
  for (uint32_t i = group; i < p->y->form_count; i++)
    if (p->y->forms[i].group == group && (!quoted || p->y->forms[i].kind != NEWS_INDIRECT))
      return true;
  return false;
}

static void json_utterance(struct printer *p, uint32_t group) {
  const struct news_form *f = &p->y->forms[group];
  put_key(p, NULL);
  buf_puts(&p->out, "\n    {");
  put_field(p, "speaker", speaker_of(p, f->speaker, f->unknown));
  put_field(p, "side", side_codes[side_of(p, f->speaker)]);
  put_key(p, "forms");
  buf_putc(&p->out, '[');
  for (uint32_t i = group; i < p->y->form_count; i++) {
    const struct news_form *x = &p->y->forms[i];
    if (x->group != group) continue;
    put_key(p, NULL);
    buf_puts(&p->out, "\n      {");
    put_number(p, "article", x->article + 1);
    put_field(p, "kind", kinds[x->kind]);
    put_field(p, "venue", x->venue != NEWS_NONE ? p->y->rules->venues[x->venue] : NULL);
    put_span(p, "said", x->article, x->span);
    buf_putc(&p->out, '}');
  }
  buf_puts(&p->out, "]}");
}

static void json_proposition(struct printer *p, const struct news_proposition *q) {
  const char *number = NULL;
  for (size_t i = 0; i < p->y->statement_count && number == NULL; i++)
    if (news_belongs(q, &p->y->statements[i]) && q->percent_milli > 0)
      number = p->y->statements[i].number;
  put_key(p, NULL);
  buf_puts(&p->out, "\n    {");
  put_measure(p, q->measure, number);
  put_field(p, "title", p->y->rules->measures[q->measure].title);
  put_field(p, "decides", side_codes[p->y->rules->measures[q->measure].competent]);
  put_number(p, "statements", q->statements);
  put_number(p, "level", (uint64_t)q->level);
  put_field(p, "US", news_cell_words[q->cells[NEWS_US]]);
  put_field(p, "CN", news_cell_words[q->cells[NEWS_CN]]);
  put_bool(p, "unconfirmed_by_US", q->withheld[NEWS_US]);
  put_bool(p, "unconfirmed_by_CN", q->withheld[NEWS_CN]);
  buf_putc(&p->out, '}');
}

static void json_articles(struct printer *p) {
  put_key(p, "articles");
  buf_putc(&p->out, '[');
  for (uint32_t i = 0; i < p->y->article_count; i++) {
    const struct news_article *a = &p->y->articles[i];
    put_key(p, NULL);
    buf_puts(&p->out, "\n    {");
    put_number(p, "article", i + 1);
    put_field(p, "name", a->name);
    put_day(p, "published", a->published);
    put_field(p, "published_how", hows[a->how]);
    put_number(p, "unresolved_dates", a->unresolved);
    buf_putc(&p->out, '}');
  }
  buf_putc(&p->out, ']');
}

static void json_story(struct printer *p) {
  buf_puts(&p->out, "{");
  put_field(p, "schema", "impost.news/1");
  json_articles(p);
  put_key(p, "propositions");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < p->prop_count; i++) json_proposition(p, &p->props[i]);
  buf_putc(&p->out, ']');
  put_key(p, "statements");
  buf_putc(&p->out, '[');
  for (size_t i = 0; i < p->y->statement_count; i++) json_statement(p, &p->y->statements[i]);
  buf_putc(&p->out, ']');
  put_key(p, "utterances");
  buf_putc(&p->out, '[');
  for (uint32_t i = 0; i < p->y->form_count; i++)
    if (p->y->forms[i].group == i) json_utterance(p, i);
  buf_puts(&p->out, "]}\n");
}

/* ---- text ---------------------------------------------------------------------------------------------------------------- */

static void print_plain(struct printer *p, struct str s) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    bool lead = c >= 0xc0;
    if (c >= ' ' && (c < 0x80 || !p->ascii))
      buf_putc(&p->out, (char)c);
    else if (c < ' ' || lead)
      buf_putc(&p->out, c < ' ' ? ' ' : '?');
  }
}

static void print_days(struct printer *p, const struct news_statement *st) {
  if (st->unresolved) buf_puts(&p->out, ", a day that cannot be settled");
  if (!st->dated) return;
  buf_puts(&p->out, ", ");
  if (st->from == DAY_FIRST)
    buf_puts(&p->out, "to ");
  else
    day_print(st->from, &p->out);
  if (st->until == DAY_NEVER) {
    buf_puts(&p->out, " on");
    return;
  }
  if (st->from != DAY_FIRST && st->until == st->from + 1) return;
  if (st->from != DAY_FIRST) buf_puts(&p->out, "..");
  day_print(st->until - 1, &p->out);
  if (st->convention) buf_puts(&p->out, " (by convention of the week)");
}

/* Equal but for the article: told once, with all articles that have it. */
static bool alike(const struct news_statement *a, const struct news_statement *b) {
  bool number = a->number == b->number ||
                (a->number != NULL && b->number != NULL && strcmp(a->number, b->number) == 0);
  bool unknown = a->unknown == b->unknown ||
                 (a->unknown != NULL && b->unknown != NULL && strcmp(a->unknown, b->unknown) == 0);
  return number && unknown && a->speaker == b->speaker && a->about == b->about &&
         a->measure == b->measure && a->status == b->status && a->dated == b->dated &&
         a->from == b->from && a->until == b->until && a->unresolved == b->unresolved &&
         (a->condition.to == 0) == (b->condition.to == 0);
}

static bool told_before(const struct printer *p, size_t i) {
  for (size_t k = i > 4000 ? i - 4000 : 0; k < i; k++)
    if (alike(&p->y->statements[k], &p->y->statements[i])) return true;
  return false;
}

static void print_statement(struct printer *p, size_t i, bool explain) {
  const struct news_statement *st = &p->y->statements[i];
  uint32_t last = UINT32_MAX;
  buf_printf(&p->out, "    %s", news_status_words[st->status]);
  if (st->number != NULL) buf_printf(&p->out, ", %s", st->number);
  print_days(p, st);
  if (st->condition.to != 0) {
    buf_puts(&p->out, ", \"");
    print_plain(p, bytes_of(p, st->article, st->condition));
    buf_puts(&p->out, "\"");
  }
  buf_printf(&p->out, ": %s", speaker_of(p, st->speaker, st->unknown));
  if (st->about != NEWS_OUTLET) buf_printf(&p->out, " of %s", p->y->rules->actors[st->about].name);
  buf_puts(&p->out, " [");
  for (size_t k = i; k < p->y->statement_count; k++)
    if (alike(&p->y->statements[k], st) && p->y->statements[k].article != last) {
      buf_printf(&p->out, "%s%u", last == UINT32_MAX ? "" : ", ",
                 (unsigned)p->y->statements[k].article + 1);
      last = p->y->statements[k].article;
    }
  buf_puts(&p->out, "]\n");
  for (size_t k = i; explain && k < p->y->statement_count; k++) {
    const struct news_statement *x = &p->y->statements[k];
    if (!alike(x, st)) continue;
    buf_printf(&p->out, "        [%u] rule %s, bytes %u..%u: ", (unsigned)x->article + 1,
               p->y->rules->rules[x->rule].name, (unsigned)x->span.from, (unsigned)x->span.to);
    print_plain(p, bytes_of(p, x->article, x->span));
    buf_putc(&p->out, '\n');
  }
}

static bool inside(const struct news_statement *a, const struct news_statement *b) {
  return a->from >= b->from && a->until <= b->until;
}

static const char *compare(const struct news_statement *a, const struct news_statement *b) {
  if (a->number != NULL && b->number != NULL && strcmp(a->number, b->number) != 0)
    return "number differs";
  if (a->status == b->status && (a->number == NULL) != (b->number == NULL))
    return "number: one says more";
  if (a->dated && b->dated && (a->from != b->from || a->until != b->until)) {
    if (a->convention && b->convention) return "day: a convention of the week, no conflict";
    if (inside(a, b) || inside(b, a)) return "day: one says more";
    if (a->from >= b->until || b->from >= a->until) return "day differs";
  }
  if (a->status == b->status && (a->condition.to == 0) != (b->condition.to == 0))
    return "condition: one says more";
  if ((a->status == NEWS_DENIED) != (b->status == NEWS_DENIED)) return "one denies";
  return NULL;
}

#define COMPARED 24

static void print_conflicts(struct printer *p, const struct news_proposition *q) {
  size_t list[COMPARED], n = 0;
  const char *told[8];
  size_t told_count = 0;
  for (size_t i = 0; i < p->y->statement_count && n < COMPARED; i++)
    if (news_belongs(q, &p->y->statements[i]) && !told_before(p, i)) list[n++] = i;
  for (size_t i = 0; i < n; i++)
    for (size_t k = i + 1; k < n; k++) {
      const struct news_statement *a = &p->y->statements[list[i]], *b = &p->y->statements[list[k]];
      const char *what = compare(a, b);
      bool again = what == NULL;
      for (size_t t = 0; t < told_count && !again; t++) again = told[t] == what;
      if (again || told_count >= 8) continue;
      told[told_count++] = what;
      buf_printf(&p->out, "    ! %s: [%u] ", what, (unsigned)a->article + 1);
      print_plain(p, bytes_of(p, a->article,
                              a->date_span.to != 0 && what[0] == 'd' ? a->date_span : a->span));
      buf_printf(&p->out, " / [%u] ", (unsigned)b->article + 1);
      print_plain(p, bytes_of(p, b->article,
                              b->date_span.to != 0 && what[0] == 'd' ? b->date_span : b->span));
      buf_putc(&p->out, '\n');
    }
}

static void print_cell(struct printer *p, const struct news_proposition *q, enum news_side side) {
  buf_printf(&p->out, "%s: %s", sides[side], news_cell_words[q->cells[side]]);
  if (q->withheld[side]) buf_puts(&p->out, ", has not confirmed");
}

static void print_proposition(struct printer *p, const struct news_proposition *q, bool explain) {
  static const char *const levels[] = {"outlets alone", "the other side alone",
                                       "who decides hedges", "who decides asserts",
                                       "both sides assert"};
  const struct news_measure *m = &p->y->rules->measures[q->measure];
  const char *number = NULL;
  for (size_t i = 0; i < p->y->statement_count && number == NULL; i++)
    if (news_belongs(q, &p->y->statements[i]) && q->percent_milli > 0)
      number = p->y->statements[i].number;
  buf_puts(&p->out, "\n  ");
  news_key_print(p->y, q->measure, number, &p->out);
  buf_printf(&p->out, "  %s\n    ", m->title);
  print_cell(p, q, NEWS_US);
  buf_puts(&p->out, "; ");
  print_cell(p, q, NEWS_CN);
  buf_printf(&p->out, "; %s",
             m->competent == NEWS_NO_SIDE && q->level >= 2 && q->level < 4
                 ? (q->level == 2 ? "hedged" : "asserted by one side")
                 : levels[q->level]);
  buf_putc(&p->out, '\n');
  for (size_t i = 0; i < p->y->statement_count; i++)
    if (news_belongs(q, &p->y->statements[i]) && !told_before(p, i)) print_statement(p, i, explain);
  print_conflicts(p, q);
}

static void print_utterance(struct printer *p, uint32_t group) {
  const struct news_form *f = &p->y->forms[group];
  buf_printf(&p->out, "\n  %s\n", speaker_of(p, f->speaker, f->unknown));
  for (uint32_t i = group; i < p->y->form_count; i++) {
    const struct news_form *x = &p->y->forms[i];
    if (x->group != group || x->kind == NEWS_INDIRECT) continue;
    buf_printf(&p->out, "    [%u] ", (unsigned)x->article + 1);
    print_plain(p, bytes_of(p, x->article, x->span));
    if (x->venue != NEWS_NONE) buf_printf(&p->out, " (%s)", p->y->rules->venues[x->venue]);
    buf_putc(&p->out, '\n');
  }
}

static void print_articles(struct printer *p) {
  buf_printf(&p->out, "%zu article%s\n", p->y->article_count, p->y->article_count == 1 ? "" : "s");
  for (uint32_t i = 0; i < p->y->article_count; i++) {
    const struct news_article *a = &p->y->articles[i];
    buf_printf(&p->out, "  [%u] %s, published ", (unsigned)i + 1, a->name);
    if (a->published != DAY_NEVER) day_print(a->published, &p->out);
    buf_printf(&p->out, a->published != DAY_NEVER ? " (%s)\n" : "%s\n", hows[a->how]);
    if (a->unresolved > 0)
      buf_printf(&p->out,
                 "      %u date%s could not be settled: say when it appeared, --published DATE\n",
                 (unsigned)a->unresolved, a->unresolved == 1 ? "" : "s");
  }
}

static void text_story(struct printer *p, bool explain) {
  print_articles(p);
  buf_puts(&p->out, p->prop_count > 0 ? "\nWhat is said of measures\n"
                                      : "\nNo statement about a measure was read.\n");
  for (size_t i = 0; i < p->prop_count; i++) print_proposition(p, &p->props[i], explain);
  bool any = false;
  for (uint32_t i = 0; i < p->y->form_count; i++) {
    if (p->y->forms[i].group != i || !group_has(p, i, true)) continue;
    if (!any) buf_puts(&p->out, "\nQuotations\n");
    any = true;
    print_utterance(p, i);
  }
  buf_puts(&p->out, "\nReports, not law: no duty follows from any of this.\n");
}

enum imp_status imp_report_story(const struct imp_story *s,
                                 const struct imp_report_options *options, int explain,
                                 struct imp_text *text, struct imp_error *err) {
  struct printer p = {.y = &s->story, .ascii = options->ascii != 0};
  if (options->format != IMP_TEXT && options->format != IMP_JSON)
    return error_set(err, IMP_USAGE, "usage.format", "ask for text or --json",
                     "a story is text or JSON");
  enum imp_status status = news_weigh(p.y, &p.props, &p.prop_count, err);
  if (status != IMP_OK) return status;
  p.out = (struct buf){text->p, text->n, text->cap, false};
  if (options->format == IMP_JSON)
    json_story(&p);
  else
    text_story(&p, explain != 0);
  *text = (struct imp_text){p.out.p, p.out.n, p.out.cap};
  mem_free(p.props);
  return p.out.failed ? error_no_memory(err) : IMP_OK;
}
