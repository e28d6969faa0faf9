// SPDX-License-Identifier: Apache-2.0
// The rules, checked: each example is read as an article of its own, as a user's would be; then which rules never speak
// in the articles at hand, and which could go without a change in what is read of the examples and of the articles.
#include <string.h>

#include "news/story.h"

#define READ_ON "2025-10-26" /* examples are read as published then */

struct checker {
  const struct imp_reader *reader;
  struct imp_story *examples; /* an article each; of two with the same text one */
  const struct imp_story *corpus;
  struct buf out;
  uint32_t count, wrong;
};

/* ---- examples ------------------------------------------------------------------------------------------------------- */

static enum imp_status read_examples(struct checker *c, struct imp_error *err) {
  const struct news_rules *r = c->reader->rules;
  enum imp_status status = imp_story_new(c->reader, &c->examples, err);
  for (uint16_t k = 0; k < r->rule_count; k++)
    for (uint8_t i = 0; i < r->rules[k].example_count && status == IMP_OK; i++) {
      const char *text = r->rules[k].examples[i].text;
      struct imp_news_article a = {.name = "example",
                                   .bytes = text,
                                   .size = strlen(text),
                                   .published = READ_ON};
      status = imp_story_add(c->examples, &a, err);
    }
  return status == IMP_OK ? imp_story_read(c->examples, err) : status;
}

static bool speaks_in(const struct news_story *y, uint16_t rule, uint32_t article) {
  for (size_t i = 0; i < y->statement_count; i++)
    if (y->statements[i].rule == rule && y->statements[i].article == article) return true;
  return false;
}

static uint32_t article_of(const struct news_story *y, const char *text) {
  uint32_t i = 0;
  while (i < y->article_count && !str_eq(y->articles[i].bytes, str_of(text))) i++;
  return i;
}

static void check_examples(struct checker *c, uint16_t rule) {
  const struct news_rule *r = &c->reader->rules->rules[rule];
  const struct news_story *y = &c->examples->story;
  for (uint8_t i = 0; i < r->example_count; i++) {
    const struct news_example *x = &r->examples[i];
    c->count++;
    if (speaks_in(y, rule, article_of(y, x->text)) == x->must) continue;
    c->wrong++;
    buf_printf(&c->out, "%s:%u: rule %s: %s\n    %s\n", r->file, (unsigned)x->line, r->name,
               x->must ? "does not read what it must" : "reads what it must not", x->text);
  }
}

/* ---- without a rule --------------------------------------------------------------------------------------------------- */

static bool same_statement(const struct news_statement *a, const struct news_statement *b) {
  return news_alike(a, b) && a->condition.from == b->condition.from && a->quoted == b->quoted;
}

/* Of one article: is the same read, in whatever order, when the rule keeps silent? */
static enum imp_status same_without(const struct news_story *y, uint16_t rule, uint32_t article,
                                    bool *same, struct imp_error *err) {
  struct news_story x = {.rules = y->rules,
                         .articles = y->articles,
                         .article_count = y->article_count,
                         .without = rule + 1u};
  struct news_article kept = y->articles[article];
  enum imp_status status = news_read_article(&x, article, err);
  size_t before = 0;
  y->articles[article] = kept;
  for (size_t i = 0; i < y->statement_count; i++) before += y->statements[i].article == article;
  *same = status == IMP_OK && before == x.statement_count;
  for (size_t i = 0; i < y->statement_count && *same; i++) {
    bool found = y->statements[i].article != article;
    for (size_t k = 0; k < x.statement_count && !found; k++)
      found = same_statement(&y->statements[i], &x.statements[k]);
    *same = found;
  }
  mem_free(x.statements);
  mem_free(x.forms);
  mem_free(x.unread);
  arena_free(&x.arena);
  return status;
}

/* Where the rule speaks, does anything change without it? `spoke`: in how many articles it does. */
static enum imp_status try_without(const struct imp_story *s, uint16_t rule, uint32_t *spoke,
                                   bool *needed, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  if (s == NULL) return IMP_OK;
  for (uint32_t i = 0; i < s->story.article_count && status == IMP_OK; i++) {
    bool same = true;
    if (!speaks_in(&s->story, rule, i)) continue;
    ++*spoke;
    if (!*needed) status = same_without(&s->story, rule, i, &same, err);
    *needed = *needed || !same;
  }
  return status;
}

static enum imp_status weigh_rule(struct checker *c, uint16_t rule, struct imp_error *err) {
  const struct news_rule *r = &c->reader->rules->rules[rule];
  uint32_t here = 0, there = 0;
  bool needed = false;
  enum imp_status status = try_without(c->examples, rule, &here, &needed, err);
  if (status == IMP_OK) status = try_without(c->corpus, rule, &there, &needed, err);
  if (status != IMP_OK) return status;
  if (c->corpus != NULL && there == 0)
    buf_printf(&c->out, "%s:%u: rule %s speaks in none of the articles\n", r->file,
               (unsigned)r->line, r->name);
  if (here + there > 0 && !needed)
    buf_printf(&c->out, "%s:%u: rule %s: without it the same is read\n", r->file, (unsigned)r->line,
               r->name);
  return IMP_OK;
}

enum imp_status imp_reader_check(const struct imp_reader *reader, const struct imp_story *corpus,
                                 struct imp_text *text, struct imp_error *err) {
  struct checker c = {.reader = reader,
                      .corpus = corpus,
                      .out = {text->p, text->n, text->cap, false}};
  enum imp_status status = read_examples(&c, err);
  for (uint16_t k = 0; k < reader->rules->rule_count && status == IMP_OK; k++) {
    check_examples(&c, k);
    status = weigh_rule(&c, k, err);
  }
  imp_story_free(c.examples);
  buf_printf(&c.out, "%u rules, %u examples, %u wrong\n", (unsigned)reader->rules->rule_count,
             (unsigned)c.count, (unsigned)c.wrong);
  *text = (struct imp_text){c.out.p, c.out.n, c.out.cap};
  if (status != IMP_OK) return status;
  if (c.out.failed) return error_no_memory(err);
  return c.wrong == 0 ? IMP_OK : IMP_FINDINGS;
}
