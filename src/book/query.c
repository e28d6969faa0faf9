// SPDX-License-Identifier: Apache-2.0
// See query.h.
#include "book/query.h"

#include <stdio.h>
#include <string.h>

#include "book/follow.h"

static enum imp_status read_day(const char *text, const char *what, imp_day fallback, imp_day *out,
                                int16_t *minute, struct imp_error *err) {
  *out = fallback;
  *minute = CLOCK_UNSTATED;
  if (!text || !*text || moment_parse(str_trim(str_of(text)), out, minute)) return IMP_OK;
  return error_set(err, IMP_USAGE, "usage.date",
                   "write it as 2025-11-12, with an hour as \"2025-11-12 14:00\"",
                   "%s \"%.40s\" is no date", what, text);
}

static void answer_list(const struct view *v, uint32_t q, char *out, size_t size) {
  size_t used = 0;
  out[0] = 0;
  for (uint32_t i = 0; i < view_outcome_count(v, q) && used < size; i++) {
    struct str w = view_answer_word(v, q, view_outcome(v, q, i));
    used += (size_t)snprintf(out + used, size - used, "%s%.*s", i ? " or " : "", (int)w.n, w.p);
  }
}

static const char *state_words(const struct view *v, uint32_t q, char *buffer, size_t size) {
  struct str w = view_answer_word(v, q, v->questions[q].answer);
  switch (v->questions[q].state) {
  case VIEW_UNASKED:
    return "it had not been raised on the known day";
  case VIEW_CLOSED:
    snprintf(buffer, size, "it was closed as %.*s on the known day", (int)w.n, w.p);
    return buffer;
  case VIEW_SAID:
    snprintf(buffer, size, "it was said to be %.*s on the known day", (int)w.n, w.p);
    return buffer;
  case VIEW_OPEN:
    break;
  }
  return "it was open on the known day";
}

static enum imp_status no_such_question(const struct law *law, const char *name,
                                        struct imp_error *err) {
  char names[256] = "";
  size_t used = 0;
  for (uint32_t i = 0; i < law->question_count && used + 1 < sizeof names; i++)
    used += (size_t)snprintf(names + used, sizeof names - used, "%s%.*s", i ? ", " : "",
                             (int)law->questions[i].name.n, law->questions[i].name.p);
  return error_set(err, IMP_USAGE, "usage.question",
                   "`impost help outcomes` says what each asks and how it stands",
                   "the law asks no question named \"%.60s\"; its questions: %s", name, names);
}

static enum imp_status pick(struct query *out, const struct law *law, const struct imp_pair *p,
                            struct imp_error *err) {
  char answers[160], state[120];
  uint32_t q = law_find_question(law, str_of(p->name));
  if (q == LAW_NONE) return no_such_question(law, p->name, err);
  for (uint32_t i = 0;
       i < view_outcome_count(&out->view, q) && out->view.questions[q].state != VIEW_UNASKED; i++) {
    uint32_t answer = view_outcome(&out->view, q, i);
    if (!str_eq(view_answer_word(&out->view, q, answer), str_of(p->value))) continue;
    out->view.questions[q].assumed = answer;
    out->fixed[q] = true;
    return IMP_OK;
  }
  answer_list(&out->view, q, answers, sizeof answers);
  bool none = out->view.questions[q].state == VIEW_UNASKED;
  return error_set(err, IMP_USAGE, "usage.outcome",
                   none ? "take a later --known" : "pick one of its outcomes, or another --known",
                   "%.60s cannot be %.40s: %s%s%s", p->name, p->value,
                   state_words(&out->view, q, state, sizeof state),
                   none ? "" : "; its outcomes: ", none ? "" : answers);
}

enum imp_status query_read(struct arena *a, const struct imp_law *law, const struct imp_query *in,
                           struct query *out, struct imp_error *err) {
  imp_day known;
  int16_t known_minute;
  memset(out, 0, sizeof *out);
  enum imp_status status =
      read_day(in->known, "known day", law->law->newest_known, &known, &known_minute, err);
  if (status == IMP_OK)
    status = read_day(in->on, "date of entry", known, &out->on, &out->on_minute, err);
  if (status != IMP_OK) return status;
  out->fixed = arena_array(a, law->law->question_count + 1u, sizeof *out->fixed);
  if (!out->fixed ||
      !view_make(&out->view, a, law->law, known, known_minute, in->basis == IMP_LEGAL))
    return error_no_memory(err);
  for (uint32_t i = 0; i < in->pick_count && status == IMP_OK; i++)
    status = pick(out, law->law, &in->picks[i], err);
  if (status == IMP_OK) follow_settle(&out->view, out->fixed);
  return status;
}
