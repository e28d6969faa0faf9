// SPDX-License-Identifier: Apache-2.0
// The examples of the rules, run: each text is read as an article of its own, as a user's would be.
#include <string.h>

#include "news/story.h"

#define READ_ON "2025-10-26" /* examples are read as published then */

/* Does the rule speak in the text? */
static enum imp_status run_example(const struct imp_reader *reader, uint16_t rule, const char *text,
                                   bool *speaks, struct imp_error *err) {
  struct imp_story *s = NULL;
  struct imp_news_article a = {.name = "example",
                               .bytes = text,
                               .size = strlen(text),
                               .published = READ_ON};
  enum imp_status status = imp_story_new(reader, &s, err);
  if (status == IMP_OK) status = imp_story_add(s, &a, err);
  if (status == IMP_OK) status = imp_story_read(s, err);
  *speaks = false;
  for (size_t i = 0; status == IMP_OK && i < s->story.statement_count; i++)
    if (s->story.statements[i].rule == rule) *speaks = true;
  imp_story_free(s);
  return status;
}

static void tell(struct buf *out, const struct news_rule *rule, uint32_t line, const char *what,
                 const char *text) {
  buf_printf(out, "%s:%u: rule %s: %s\n    %s\n", rule->file, (unsigned)line, rule->name, what,
             text);
}

enum imp_status imp_reader_check(const struct imp_reader *reader, struct imp_text *text,
                                 struct imp_error *err) {
  const struct news_rules *r = reader->rules;
  struct buf out = {text->p, text->n, text->cap, false};
  uint32_t examples = 0, bad = 0;
  enum imp_status status = IMP_OK;
  for (uint16_t k = 0; k < r->rule_count && status == IMP_OK; k++) {
    const struct news_rule *rule = &r->rules[k];
    for (uint8_t i = 0; i < rule->example_count && status == IMP_OK; i++) {
      bool speaks;
      const struct news_example *x = &rule->examples[i];
      status = run_example(reader, k, x->text, &speaks, err);
      examples++;
      if (status != IMP_OK || speaks == x->must) continue;
      bad++;
      tell(&out, rule, x->line, x->must ? "does not read what it must" : "reads what it must not",
           x->text);
    }
  }
  buf_printf(&out, "%u rules, %u examples, %u wrong\n", (unsigned)r->rule_count, (unsigned)examples,
             (unsigned)bad);
  *text = (struct imp_text){out.p, out.n, out.cap};
  if (status != IMP_OK) return status;
  if (out.failed) return error_no_memory(err);
  return bad == 0 ? IMP_OK : IMP_FINDINGS;
}
