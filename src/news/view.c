// SPDX-License-Identifier: Apache-2.0
// What was read of a story, laid out for callers: every text NUL-terminated, every day in ISO, every place in bytes.
#include <string.h>

#include "law/law.h"
#include "news/report_own.h"
#include "news/signs.h"

struct imp_news_view {
  struct arena arena;
  struct imp_news_source *articles;
  uint32_t article_count;
  struct imp_news_statement *statements;
  uint32_t statement_count;
};

static const char *iso(struct arena *a, imp_day day) {
  struct buf text = {0};
  if (day == DAY_FIRST || day == DAY_NEVER) return NULL;
  day_print(day, &text);
  return buf_keep(&text, a);
}

/* The text of lines that are read, in marks of their own no more: what a person would search for. */
static void put_line(struct buf *out, struct str line) {
  for (size_t i = 0; i < line.n; i++) {
    if (line.p[i] == NEWS_DASH)
      buf_puts(out, "\xe2\x80\x94");
    else if (line.p[i] != NEWS_HEADING && line.p[i] != '\0')
      buf_putc(out, line.p[i] == '\n' ? ' ' : line.p[i]);
  }
  buf_putc(out, '\n');
}

static const char *keep_text(struct buf *text, struct arena *a) {
  if (text->n == 0) buf_putc(text, '\n');
  return buf_keep(text, a);
}

static bool take_text(struct arena *arena, const struct news_text *t, struct imp_news_source *out) {
  struct news_lines lines = {0};
  struct buf all = {0}, body = {0};
  bool fine = news_lines_find(t, &lines);
  for (size_t i = 0; fine && i < lines.count; i++) {
    const struct news_line *l = &lines.items[i];
    struct str line = str_trim(str_sub(buf_str(&t->text), l->from, l->to));
    if (line.n == 0) continue;
    put_line(&all, line);
    if (l->kind == NEWS_BODY || l->kind == NEWS_POST) put_line(&body, line);
  }
  mem_free(lines.items);
  out->text = keep_text(&all, arena);
  out->body = keep_text(&body, arena);
  return fine && out->text != NULL && out->body != NULL;
}

static bool take_article(struct imp_news_view *v, const struct news_article *a,
                         struct imp_news_source *out) {
  static const char *const hows[] = {"unknown", "given", "printed", "from the other articles"};
  char *hash = arena_alloc(&v->arena, 65);
  if (hash == NULL) return false;
  law_sha256(a->bytes, hash);
  *out = (struct imp_news_source){.name = a->name,
                                  .published = iso(&v->arena, a->published),
                                  .how = hows[a->how],
                                  .sha256 = hash,
                                  .bytes = a->bytes.p,
                                  .size = a->bytes.n,
                                  .html = a->html};
  struct news_text text;
  struct imp_error ignored = {0}; /* it was decoded before: only memory can be short */
  if (news_decode(a->bytes, a->html, &text, &ignored) != IMP_OK) return false;
  bool fine = take_text(&v->arena, &text, out);
  news_text_free(&text);
  return fine;
}

static struct imp_news_piece piece(struct news_span s) {
  return (struct imp_news_piece){s.from, s.to};
}

static const char *code_of(const struct news_rules *r, enum news_side side) {
  return side != NEWS_NO_SIDE ? r->sides[side].code : "";
}

/* Who says it, and of whose act. */
static void take_speaker(const struct news_rules *r, const struct news_statement *st,
                         struct imp_news_statement *out) {
  const struct news_actor *who = st->speaker != NEWS_OUTLET ? &r->actors[st->speaker] : NULL;
  const struct news_actor *about = st->about != NEWS_OUTLET ? &r->actors[st->about] : NULL;
  out->speaker = who != NULL ? who->name : st->unknown != NULL ? st->unknown : "outlet";
  out->actor = who != NULL ? r->classes[who->class] : NULL;
  out->side = code_of(r, st->side);
  out->side_name = st->side != NEWS_NO_SIDE ? r->sides[st->side].name : "";
  out->about = about != NULL ? about->name : NULL;
  out->about_side = code_of(r, about != NULL ? about->side : NEWS_NO_SIDE);
}

/* Of a kind of measure whoever imposes it decides, of a pair both. */
static void take_measure(struct imp_news_view *v, const struct news_story *y,
                         const struct news_statement *st, struct imp_news_statement *out) {
  const struct news_rules *r = y->rules;
  const struct news_measure *m = &r->measures[st->measure];
  struct news_proposition of = news_proposition_of(st);
  struct buf key = {0}, title = {0};
  news_key_print(y, &of, &key);
  buf_puts(&title, m->title);
  if (st->imposer != NEWS_NO_SIDE)
    buf_printf(&title, m->pair ? ": %s" : " of %s", r->sides[st->imposer].name);
  if (st->target != NEWS_NO_SIDE)
    buf_printf(&title, m->pair ? " and %s" : ", on %s", r->sides[st->target].name);
  if (st->good != NEWS_NONE) buf_printf(&title, ", %s", r->goods[st->good]);
  out->measure = buf_keep(&key, &v->arena);
  out->title = buf_keep(&title, &v->arena);
  out->key = m->key;
  out->kind = m->kind;
  out->decides = code_of(r, !m->template ? m->competent : m->pair ? NEWS_NO_SIDE : st->imposer);
}

static bool holds(struct str text, struct str part) {
  for (size_t at = 0; at + part.n <= text.n; at++)
    if (str_starts(str_sub(text, at, text.n), part)) return true;
  return false;
}

const char *news_unit_of(const struct news_story *y, const struct news_statement *st) {
  struct news_span of = st->number_span;
  if (st->number == NULL || of.to == 0) return NULL;
  of.from -= of.from > 0; /* the sign before a sum is no part of what was read */
  struct str text = str_sub(y->articles[st->article].bytes, of.from, of.to);
  if (str_find(text, '$') >= 0 || holds(text, STR("dollars"))) return "$";
  return holds(text, STR("ton")) ? "tons" : holds(text, STR("bushels")) ? "bushels" : NULL;
}

static void take_statement(struct imp_news_view *v, const struct news_story *y,
                           const struct news_statement *st, struct imp_news_statement *out) {
  const struct news_rules *r = y->rules;
  *out = (struct imp_news_statement){.article = st->article,
                                     .status = news_status_words[st->status],
                                     .number = st->number,
                                     .unit = news_unit_of(y, st),
                                     .venue = st->venue != NEWS_NONE ? r->venues[st->venue] : NULL,
                                     .rule = r->rules[st->rule].name,
                                     .quoted = st->quoted,
                                     .negative = st->negative,
                                     .sure = news_sureness(r, st),
                                     .uncertain = !news_is_sure(r, st),
                                     .evidence = piece(st->span),
                                     .sentence = piece(st->sentence),
                                     .condition = piece(st->condition)};
  if (st->dated) out->from = iso(&v->arena, st->from);
  if (st->dated && st->until != DAY_NEVER) out->to = iso(&v->arena, st->until - 1);
  take_measure(v, y, st, out);
  take_speaker(r, st, out);
}

enum imp_status imp_news_view_open(const struct imp_story *story, struct imp_news_view **out,
                                   struct imp_error *err) {
  const struct news_story *y = &story->story;
  struct imp_news_view *v = *out = mem_alloc(sizeof *v);
  if (v == NULL) return error_no_memory(err);
  v->articles = arena_array(&v->arena, y->article_count + 1, sizeof *v->articles);
  v->statements = arena_array(&v->arena, y->statement_count + 1, sizeof *v->statements);
  bool fine = v->articles != NULL && v->statements != NULL;
  for (size_t i = 0; i < y->article_count && fine; i++)
    fine = take_article(v, &y->articles[i], &v->articles[v->article_count++]);
  for (size_t i = 0; i < y->statement_count && fine; i++)
    take_statement(v, y, &y->statements[i], &v->statements[v->statement_count++]);
  if (fine && !v->arena.failed) return IMP_OK;
  imp_news_view_free(v);
  *out = NULL;
  return error_no_memory(err);
}

void imp_news_view_free(struct imp_news_view *v) {
  if (v == NULL) return;
  arena_free(&v->arena);
  mem_free(v);
}

uint32_t imp_news_view_articles(const struct imp_news_view *v) {
  return v->article_count;
}

const struct imp_news_source *imp_news_view_article(const struct imp_news_view *v, uint32_t i) {
  return &v->articles[i];
}

uint32_t imp_news_view_statements(const struct imp_news_view *v) {
  return v->statement_count;
}

const struct imp_news_statement *imp_news_view_statement(const struct imp_news_view *v,
                                                         uint32_t i) {
  return &v->statements[i];
}
