// SPDX-License-Identifier: Apache-2.0
// What the law asks, for people who want to answer it: its facts and how each is written, its questions and how
// each stands on the known day. Lists of text, copied out of the law; nothing here decides anything.
#include <string.h>

#include "book/bill_own.h"
#include "book/query.h"
#include "law/deal.h"

/* ---- facts ---------------------------------------------------------------------------------------- */

struct imp_facts {
  struct arena arena;
  struct imp_fact *items;
  uint32_t count;
};

static const char *const types[] = {
    [LAW_FACT_DATE] = "day",         [LAW_FACT_MONEY] = "dollars",
    [LAW_FACT_SHARE] = "share",      [LAW_FACT_QUANTITY] = "quantity",
    [LAW_FACT_PLACES] = "countries", [LAW_FACT_PART] = "part of the value",
    [LAW_FACT_WORD] = "one word",    [LAW_FACT_FLAG] = "yes or no",
    [LAW_FACT_CLAIM] = "claim",      [LAW_FACT_PARTY] = "somebody",
    [LAW_FACT_ANY] = "any of these", [LAW_FACT_TEXT] = "text",
};

/* The words gathered; none are "" and not nothing. */
static const char *kept_words(struct buf *b, struct arena *a) {
  if (b->n || b->failed) return buf_keep(b, a);
  buf_free(b);
  return "";
}

static const char *words_of(struct arena *a, const struct law_fact *f) {
  struct buf b = {0};
  for (uint32_t i = 0; i < f->word_count; i++)
    buf_printf(&b, "%s%.*s", i ? ", " : "", (int)f->words[i].n, f->words[i].p);
  if (f->type == LAW_FACT_QUANTITY) buf_put(&b, f->unit);
  return kept_words(&b, a);
}

/* Words for the command line that state the fact. */
static const char *written(struct arena *a, const struct law_fact *f) {
  static const char *const values[] = {
      [LAW_FACT_DATE] = "2025-04-04", [LAW_FACT_MONEY] = "6000",   [LAW_FACT_SHARE] = "60%",
      [LAW_FACT_QUANTITY] = "100",    [LAW_FACT_PLACES] = "CA,MX", [LAW_FACT_PART] = "6000 or 60%",
      [LAW_FACT_WORD] = "WORD",       [LAW_FACT_FLAG] = "yes",     [LAW_FACT_CLAIM] = "yes",
      [LAW_FACT_PARTY] = "CN",        [LAW_FACT_ANY] = "WORD",     [LAW_FACT_TEXT] = "TEXT",
  };
  if (f->type == LAW_FACT_CLAIM) return text_in(a, "--claim %.*s", (int)f->name.n, f->name.p);
  bool one = f->type == LAW_FACT_WORD || f->type == LAW_FACT_ANY;
  struct str first = one && f->word_count ? f->words[0] : str_of(values[f->type]);
  return text_in(a, "--fact %.*s=%.*s", (int)f->name.n, f->name.p, (int)first.n, first.p);
}

static bool fill_fact(struct arena *a, const struct law_fact *f, struct imp_fact *out) {
  *out = (struct imp_fact){.name = str_dup(a, f->name),
                           .type = types[f->type],
                           .values = words_of(a, f),
                           .otherwise = f->has_else ? str_dup(a, f->else_value) : NULL,
                           .question = str_dup(a, f->question),
                           .written = written(a, f)};
  return out->name && out->values && out->question && out->written &&
         (!f->has_else || out->otherwise);
}

static enum imp_status list_facts(const struct law_fact *facts, uint32_t count,
                                  struct imp_facts **out, struct imp_error *err) {
  struct imp_facts *f = mem_alloc(sizeof *f);
  *out = NULL;
  if (!f) return error_no_memory(err);
  f->items = arena_array(&f->arena, count + 1u, sizeof *f->items);
  bool fine = f->items != NULL;
  for (uint32_t i = 0; fine && i < count; i++, f->count++)
    fine = fill_fact(&f->arena, &facts[i], &f->items[i]);
  if (fine) {
    *out = f;
    return IMP_OK;
  }
  imp_facts_free(f);
  return error_no_memory(err);
}

enum imp_status imp_facts(const struct imp_law *law, struct imp_facts **out,
                          struct imp_error *err) {
  return list_facts(law->law->facts, law->law->fact_count, out, err);
}

enum imp_status imp_case_facts(const struct imp_law *law, struct imp_facts **out,
                               struct imp_error *err) {
  return list_facts(law->law->deal->facts, law->law->deal->fact_count, out, err);
}

uint32_t imp_facts_count(const struct imp_facts *f) {
  return f->count;
}

const struct imp_fact *imp_facts_at(const struct imp_facts *f, uint32_t i) {
  return i < f->count ? &f->items[i] : NULL;
}

void imp_facts_free(struct imp_facts *f) {
  if (!f) return;
  arena_free(&f->arena);
  mem_free(f);
}

/* ---- questions ------------------------------------------------------------------------------------ */

struct imp_outcomes {
  struct arena arena;
  struct imp_outcome *items;
  uint32_t count;
};

static const char *answers_of(struct arena *a, const struct view *v, uint32_t q) {
  const struct law_question *asked = &v->law->questions[q];
  struct buf b = {0};
  for (uint32_t i = 0; i < asked->answer_count; i++)
    buf_printf(&b, "%s%.*s", i ? ", " : "", (int)asked->answers[i].n, asked->answers[i].p);
  return kept_words(&b, a);
}

static bool fill_outcome(struct arena *a, const struct view *v, uint32_t q,
                         struct imp_outcome *out) {
  static const char *const states[] = {[VIEW_UNASKED] = "not raised",
                                       [VIEW_OPEN] = "open",
                                       [VIEW_SAID] = "said",
                                       [VIEW_CLOSED] = "closed"};
  const struct law_question *asked = &v->law->questions[q];
  const struct view_question *s = &v->questions[q];
  bool answered = s->state == VIEW_SAID || s->state == VIEW_CLOSED;
  *out =
      (struct imp_outcome){.name = str_dup(a, asked->name),
                           .title = str_dup(a, asked->title),
                           .state = states[s->state],
                           .answers = answers_of(a, v, q),
                           .due = asked->due_count ? bill_day(a, asked->due[asked->due_count - 1])
                                                   : NULL};
  if (answered) out->answer = str_dup(a, view_answer_word(v, q, s->answer));
  if (answered && s->by != LAW_NONE) out->by = str_dup(a, v->law->acts[s->by].name);
  bool by = answered && s->by != LAW_NONE;
  return out->name && out->title && out->answers && (!answered || out->answer) &&
         (!asked->due_count || out->due) && (!by || out->by);
}

static bool fill_outcomes(struct imp_outcomes *o, const struct view *v) {
  o->items = arena_array(&o->arena, v->law->question_count + 1u, sizeof *o->items);
  if (!o->items) return false;
  for (uint32_t q = 0; q < v->law->question_count; q++, o->count++)
    if (!fill_outcome(&o->arena, v, q, &o->items[q])) return false;
  return true;
}

enum imp_status imp_outcomes(const struct imp_law *law, const struct imp_query *query,
                             struct imp_outcomes **out, struct imp_error *err) {
  struct query q;
  struct arena scratch = {0};
  struct imp_outcomes *o = NULL;
  *out = NULL;
  enum imp_status status = query_read(&scratch, law, query, &q, err);
  if (status == IMP_OK) {
    o = mem_alloc(sizeof *o);
    if (!o || !fill_outcomes(o, &q.view)) status = error_no_memory(err);
  }
  arena_free(&scratch);
  if (status == IMP_OK)
    *out = o;
  else
    imp_outcomes_free(o);
  return status;
}

uint32_t imp_outcomes_count(const struct imp_outcomes *o) {
  return o->count;
}

const struct imp_outcome *imp_outcomes_at(const struct imp_outcomes *o, uint32_t i) {
  return i < o->count ? &o->items[i] : NULL;
}

void imp_outcomes_free(struct imp_outcomes *o) {
  if (!o) return;
  arena_free(&o->arena);
  mem_free(o);
}
