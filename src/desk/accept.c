// SPDX-License-Identifier: Apache-2.0
// A person decides. Accepting is the only way from a report into law, and a narrow one: one row of a voice, and at most
// one word or one statement by that voice. What carries a rate, a day or a scope wants the citation of an official text,
// typed; the statement names it and the proposal. What binds is written by hand, as an act: a voice only speaks.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "desk/desk.h"
#include "impost/law.h"

struct acceptance {
  struct imp_desk *desk;
  const struct imp_acceptance *asked;
  struct arena arena;
  struct proposal p;
  bool carries, answers; /* a statement of law; the answer to a question whose day has passed */
  const char *said_on, *voice, *row, *line; /* row NULL: the law has the voice */
  struct law_file file;                     /* path NULL: nothing is written */
  struct imp_error *err;
};

static bool same(const char *a, const char *b) {
  return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* ---- what a person typed ---------------------------------------------------------------------------------------------- */

/* Goes into a line of law: one line, no comment, no quotation mark that ends a string. */
static bool is_plain(const char *text) {
  for (const char *p = text; *p != '\0'; p++)
    if ((unsigned char)*p < ' ' || *p == '"' || *p == '#' || *p == 0x7f) return false;
  return text[0] != '\0' && text[0] != ' ' && str_utf8_valid(str_of(text), NULL);
}

static enum imp_status check_typed(const struct acceptance *a) {
  const struct imp_acceptance *t = a->asked;
  const char *const typed[] = {t->cite, t->at, t->answer, t->line, t->condition, t->decision.by};
  for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
    if (typed[i] != NULL && !is_plain(typed[i]))
      return error_set(a->err, IMP_USAGE, "propose.line", "one line, without \" and #",
                       "\"%.80s\" cannot stand in a line of law", typed[i]);
  return IMP_OK;
}

/* "question us-cn.truce" and the like. */
static enum imp_status take_place(struct acceptance *a) {
  const char *at = a->asked->at;
  struct target t = {0};
  for (int k = TARGET_QUESTION; k <= TARGET_MEASURE; k++) {
    size_t n = strlen(target_words[k]);
    if (strncmp(at, target_words[k], n) != 0 || at[n] != ' ') continue;
    const char *heading = strstr(at, " heading ");
    t.kind = (enum target_kind)k;
    t.name = str_dup(&a->arena,
                     str_trim(str_sub(str_of(at), n + 1,
                                      heading != NULL ? (size_t)(heading - at) : strlen(at))));
    if (heading != NULL && k == TARGET_MEASURE) t.heading = heading + 9;
  }
  if (t.kind == TARGET_NONE)
    return error_set(a->err, IMP_USAGE, "propose.place",
                     "--at \"question NAME\", \"meeting NAME\" or \"measure NAME\"",
                     "\"%.80s\" is no place in the law", at);
  a->p.target = t;
  return IMP_OK;
}

static enum imp_status take_condition(struct acceptance *a) {
  const char *text = a->asked->condition, *equals = strchr(text, '=');
  if (equals == NULL || equals == text || equals[1] == '\0')
    return error_set(a->err, IMP_USAGE, "propose.place", "--if us-cn.framework=rejected",
                     "\"%.80s\" is no question and its answer", text);
  a->p.target.question = str_dup(&a->arena, str_sub(str_of(text), 0, (size_t)(equals - text)));
  a->p.target.outcome = equals + 1;
  return IMP_OK;
}

static enum imp_status take_typed(struct acceptance *a) {
  enum imp_status status = check_typed(a);
  if (status == IMP_OK && a->asked->at != NULL) status = take_place(a);
  if (status == IMP_OK && a->asked->condition != NULL) status = take_condition(a);
  if (a->asked->answer != NULL) a->p.target.answer = a->asked->answer;
  a->answers = strcmp(a->p.kind, "expire-check") == 0;
  a->carries = proposal_carries(&a->p) || a->asked->line != NULL || a->answers;
  a->said_on = a->asked->said_on != NULL ? a->asked->said_on : a->answers ? NULL : a->p.said_on;
  return status;
}

/* ---- may it be written? ------------------------------------------------------------------------------------------------- */

static enum imp_status check_citation(struct acceptance *a) {
  const char *cite = a->asked->cite;
  if (!a->carries && cite != NULL)
    return error_set(a->err, IMP_USAGE, "propose.citation", "leave --cite out",
                     "a word of a side rests on its voice alone and carries no citation");
  if (!a->carries) return IMP_OK;
  if (cite == NULL)
    return error_set(a->err, IMP_USAGE, "propose.citation",
                     "--cite \"90 FR 50947\", typed from the official text",
                     "%s comes into law by an official citation alone",
                     a->answers ? "an answer" : "a rate, a day or a scope");
  return citation_check(&a->arena, a->asked->folder, cite, a->err);
}

static enum imp_status check_day(struct acceptance *a) {
  imp_day day;
  if (a->said_on != NULL && day_parse(str_of(a->said_on), &day)) return IMP_OK;
  return error_set(a->err, IMP_USAGE, "propose.day",
                   a->answers ? "--said-on, the day of the official text" : "--said-on YYYY-MM-DD",
                   a->said_on != NULL ? "\"%.40s\" is no day" : "no report says on which day%s",
                   a->said_on != NULL ? a->said_on : " it was");
}

static enum imp_status check_place(const struct acceptance *a) {
  const struct target *t = &a->p.target;
  bool law_line = a->carries && !a->answers;
  if (t->kind == TARGET_NONE || (t->kind == TARGET_MEASURE) != law_line)
    return error_set(a->err, IMP_USAGE, "propose.place",
                     law_line ? "--at \"measure NAME\" --if QUESTION=ANSWER"
                              : "--at \"question NAME\" --answer WORD",
                     "nothing says where %s stands in the law", a->p.measure);
  if (law_line && t->question == NULL)
    return error_set(a->err, IMP_USAGE, "propose.place", "--if QUESTION=ANSWER",
                     "what a voice states counts in an outcome alone: say of which question");
  if (a->answers && t->kind != TARGET_QUESTION)
    return error_set(a->err, IMP_USAGE, "propose.place",
                     "--at \"question NAME\", or write it by hand", "%s %s takes no answer",
                     target_words[t->kind], t->name);
  return IMP_OK;
}

/* What is said of a question is one of its answers, and nothing beside it. */
static enum imp_status check_answer(struct acceptance *a) {
  const struct target *t = &a->p.target;
  const char *answers = "";
  if (t->kind != TARGET_QUESTION || strcmp(a->p.verb, "raises") == 0) return IMP_OK;
  enum imp_status status = edit_answers(&a->arena, a->asked->folder, t->name, &answers, a->err);
  if (status != IMP_OK || (t->answer != NULL && edit_is_answer(answers, t->answer))) return status;
  char next[160];
  snprintf(next, sizeof next, "--answer %s", answers[0] != '\0' ? answers : "WORD");
  if (t->answer == NULL)
    return error_set(a->err, IMP_USAGE, "propose.place", next, "say which answer of %s it is",
                     t->name);
  return error_set(a->err, IMP_USAGE, "propose.place", next,
                   "%s does not have the answer \"%.80s\"", t->name, t->answer);
}

/* A statement of a measure, one, and without what is added to it. */
static enum imp_status check_line(const struct acceptance *a) {
  static const char *const words[] = {"rate ",    "fee ",     "ban ",       "licence ",
                                      "promise ", "quota ",   "suspended ", "resumes ",
                                      "ends ",    "exempts ", "yields to ", NULL};
  const char *line = a->asked->line;
  bool fine = false;
  if (line == NULL) return IMP_OK;
  for (size_t i = 0; words[i] != NULL; i++)
    fine = fine || strncmp(line, words[i], strlen(words[i])) == 0;
  if (fine && strstr(line, " by ") == NULL && strstr(line, " if ") == NULL &&
      strstr(line, " cite ") == NULL)
    return IMP_OK;
  return error_set(a->err, IMP_USAGE, "propose.line",
                   "--line \"rate 100% from 2025-11-01\"; by, if and cite are added",
                   "\"%.80s\" is no statement of a measure as it is wanted here", line);
}

static enum imp_status check_all(struct acceptance *a) {
  enum imp_status status = check_citation(a);
  if (status == IMP_OK) status = check_place(a);
  if (status == IMP_OK) status = check_day(a);
  if (status == IMP_OK) status = check_answer(a);
  return status == IMP_OK ? check_line(a) : status;
}

/* ---- what is written ------------------------------------------------------------------------------------------------------- */

static void put_slug(struct buf *out, const char *text) {
  bool gap = true;
  for (; *text != '\0'; text++) {
    char c = *text >= 'A' && *text <= 'Z' ? (char)(*text + 32) : *text;
    bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!word && !gap) buf_putc(out, '-');
    if (word) buf_putc(out, c);
    gap = !word;
  }
  while (out->n > 0 && out->p[out->n - 1] == '-') out->p[--out->n] = '\0';
}

/* us.bessent.2025-10-26-nbc; of an official text us.official.2025-11-10-1a2b. */
static const char *voice_name(struct acceptance *a) {
  struct buf out = {0};
  const struct proposal *p = &a->p;
  put_slug(&out, p->side);
  if (out.n > 0) buf_putc(&out, '.');
  if (a->answers) {
    buf_printf(&out, "official.%s-%.4s", a->said_on, p->name);
  } else {
    size_t before = out.n;
    put_slug(&out, p->actor != NULL ? p->actor : p->speaker);
    if (out.n == before)
      buf_puts(&out, "voice"); /* a name without a letter that a name of law can have */
    buf_printf(&out, ".%s", a->said_on);
    if (p->venue != NULL) {
      buf_putc(&out, '-');
      put_slug(&out, p->venue);
    }
  }
  return buf_keep(&out, &a->arena);
}

static void put_string(struct buf *out, const char *text) {
  buf_putc(out, '"');
  for (; *text != '\0'; text++) buf_putc(out, *text == '"' ? '\'' : *text);
  buf_puts(out, "\" ");
}

static const char *venue_of(const struct acceptance *a) {
  return a->answers ? "official text" : a->p.venue != NULL ? a->p.venue : "venue unsaid";
}

static const char *voice_row(struct acceptance *a) {
  const struct proposal *p = &a->p;
  struct buf out = {0}, source = {0};
  const char *side = strcmp(p->side, "US") == 0   ? "United States"
                     : strcmp(p->side, "CN") == 0 ? "China"
                                                  : "official text";
  buf_printf(&out, "%s %s%s%s ", a->voice, p->side, p->side[0] != '\0' ? " " : "", a->said_on);
  put_string(&out, a->answers ? side : p->speaker);
  put_string(&out, venue_of(a));
  if (a->asked->cite != NULL)
    buf_puts(&source, a->asked->cite);
  else
    buf_printf(&source, "%lld report%s", (long long)p->reports, p->reports == 1 ? "" : "s");
  buf_puts(&out, a->asked->cite != NULL ? "official " : "report ");
  put_string(&out, source.n > 0 ? source.p : "");
  out.failed |= source.failed;
  buf_free(&source);
  while (out.n > 0 && out.p[out.n - 1] == ' ') out.p[--out.n] = '\0';
  return buf_keep(&out, &a->arena);
}

static enum imp_status compose_line(struct acceptance *a) {
  const struct proposal *p = &a->p;
  const struct target *t = &p->target;
  struct buf out = {0};
  bool made = true;
  if (a->answers) {
    buf_printf(&out, "answered %s by %s", t->answer, a->voice);
  } else if (a->carries) {
    if (a->asked->line != NULL)
      buf_puts(&out, a->asked->line);
    else
      made = proposal_statement(p, &out);
    buf_printf(&out, " by %s", a->voice);
  } else {
    bool answer = t->kind == TARGET_QUESTION && strcmp(p->verb, "raises") != 0;
    buf_printf(&out, "said %s %s%s%s by %s", p->side, p->verb, answer ? " " : "",
               answer ? t->answer : "", a->voice);
  }
  buf_printf(&out, " cite \"%s%sproposal %s\"", a->asked->cite != NULL ? a->asked->cite : "",
             a->asked->cite != NULL ? "; " : "", p->name);
  if (a->carries && !a->answers) buf_printf(&out, " if %s is %s", t->question, t->outcome);
  a->line = buf_keep(&out, &a->arena);
  if (made) return a->line != NULL ? IMP_OK : error_no_memory(a->err);
  return error_set(a->err, IMP_USAGE, "propose.line", "--line \"rate 100% from 2025-11-01\"",
                   "no statement of law can be made of what was read: type it");
}

/* A voice that the law has is not written again: it counts once, however many reports carry it. */
static enum imp_status find_voice(struct acceptance *a, bool *there) {
  const struct voice wanted = {a->p.side, a->said_on, a->p.speaker, venue_of(a)};
  struct buf row = {0};
  const char *known = NULL;
  enum imp_status status = IMP_OK;
  if (!a->answers) status = edit_voice(&a->arena, a->asked->folder, &wanted, &known, a->err);
  *there = known != NULL;
  if (status != IMP_OK || known != NULL) {
    a->voice = known;
    return status;
  }
  if ((a->voice = voice_name(a)) == NULL) return error_no_memory(a->err);
  buf_printf(&row, "\n  %s ", a->voice);
  status = row.failed ? error_no_memory(a->err)
                      : edit_holds(&a->arena, a->asked->folder, row.p, there, a->err);
  buf_free(&row);
  return status;
}

static enum imp_status compose(struct acceptance *a) {
  bool there = false;
  enum imp_status status = find_voice(a, &there);
  if (status == IMP_OK && !there && (a->row = voice_row(a)) == NULL)
    status = error_no_memory(a->err);
  return status == IMP_OK ? compose_line(a) : status;
}

static enum imp_status law_names_it(struct acceptance *a, bool *out) {
  struct buf words = {0};
  buf_printf(&words, "proposal %s\"", a->p.name);
  enum imp_status status = words.failed
                               ? error_no_memory(a->err)
                               : edit_holds(&a->arena, a->asked->folder, words.p, out, a->err);
  buf_free(&words);
  return status;
}

/* ---- writing ------------------------------------------------------------------------------------------------------------------ */

/* Somebody may have edited the file while the law was checked: nobody's line is lost. */
static enum imp_status check_unchanged(struct acceptance *a, const char *path) {
  struct str now = {0};
  enum imp_status status = file_read(&a->arena, path, 0, &now, a->err);
  if (status != IMP_OK || str_eq(now, a->file.text)) return status;
  return error_set(a->err, IMP_IO, "propose.changed", "accept it again",
                   "%s was changed while the law was checked", path);
}

static enum imp_status check_writable(const struct acceptance *a, const char *path) {
  char folder[4200];
  size_t n = strlen(path);
  const char *slash = strrchr(path, '/');
  if (slash != NULL && n < sizeof folder) {
    memcpy(folder, path, n + 1);
    folder[slash - path] = '\0';
    if (access(path, W_OK) == 0 && access(folder, W_OK) == 0) return IMP_OK;
  }
  return error_set(a->err, IMP_IO, "propose.read-only",
                   "name a copy of the law that can be written: --law FOLDER",
                   "%s cannot be written", path);
}

static enum imp_status write_law(struct acceptance *a) {
  struct buf path = {0}, text = {0};
  struct imp_text before = {0}, form = {0};
  struct insertion what = {.kind = a->p.target.kind,
                           .name = a->p.target.name,
                           .heading = a->p.target.heading,
                           .line = a->line,
                           .voice = a->row};
  enum imp_status status =
      edit_find(&a->arena, a->asked->folder, target_words[what.kind], what.name, &a->file, a->err);
  if (status == IMP_OK) status = imp_format(a->file.text.p, a->file.text.n, &before, a->err);
  if (status == IMP_OK) {
    const struct law_file formed = {a->file.path, {before.p, before.n}};
    status = edit_insert(&formed, &what, &text, a->err);
  }
  if (status == IMP_OK) buf_printf(&path, "%s/%s", a->asked->folder, a->file.path);
  if (status == IMP_OK && path.failed) status = error_no_memory(a->err);
  if (status == IMP_OK && !a->asked->dry) status = check_writable(a, path.p);
  if (status == IMP_OK) status = imp_format(text.p, text.n, &form, a->err);
  if (status == IMP_OK)
    status = stage_check(a->asked->folder, a->file.path, (struct str){form.p, form.n}, a->err);
  if (status == IMP_OK && !a->asked->dry) status = check_unchanged(a, path.p);
  if (status == IMP_OK && !a->asked->dry)
    status = file_write_whole(path.p, (struct str){form.p, form.n}, a->err);
  buf_free(&path);
  buf_free(&text);
  imp_text_free(&before);
  imp_text_free(&form);
  return status;
}

static enum imp_status record(const struct acceptance *a) {
  const struct imp_decision *d = &a->asked->decision;
  struct buf wrote = {0};
  if (a->file.path != NULL)
    buf_printf(&wrote, "%s%s%s", a->row != NULL ? a->row : "", a->row != NULL ? "\n" : "", a->line);
  enum imp_status status =
      wrote.failed
          ? error_no_memory(a->err)
          : store_run(a->desk->store, a->err,
                      "INSERT INTO decision(proposal, what, who, reason, cite, file, wrote) "
                      "VALUES(?, 'accepted', ?, ?, ?, ?, ?)",
                      "itttt"
                      "t",
                      a->p.id, d->by, d->reason, a->asked->cite, a->file.path, wrote.p);
  buf_free(&wrote);
  return status == IMP_OK
             ? store_run(a->desk->store, a->err,
                         "UPDATE proposal SET state = 'accepted' WHERE id = ?", "i", a->p.id)
             : status;
}

static void tell(const struct acceptance *a, bool there, struct buf *out) {
  buf_printf(out, "%s proposal %s\n", a->asked->dry ? "would accept" : "accepted", a->p.name);
  if (there) buf_puts(out, "  the law has it already\n");
  if (a->file.path == NULL && !there) buf_puts(out, "  nothing is written: no answer was given\n");
  if (a->file.path == NULL) return;
  buf_printf(out, "  %s\n", a->file.path);
  if (a->row != NULL) buf_printf(out, "  + %s\n", a->row);
  buf_printf(out, "  + %s\n", a->line);
}

static enum imp_status check_decision(const struct proposal *p, const struct imp_decision *d,
                                      struct imp_error *err) {
  if (d->by == NULL || d->by[0] == '\0')
    return error_set(err, IMP_USAGE, "propose.by", "--by WHO", "say who decides");
  if (!same(p->state, "accepted") && !same(p->state, "rejected")) return IMP_OK;
  return error_set(err, IMP_USAGE, "propose.decided", "impost propose show tells by whom",
                   "proposal %s is %s already", p->name, p->state);
}

static enum imp_status run(struct acceptance *a, struct imp_text *text) {
  bool there = false;
  enum imp_status status =
      proposal_read(a->desk, a->asked->decision.proposal, &a->arena, &a->p, a->err);
  if (status == IMP_OK) status = check_decision(&a->p, &a->asked->decision, a->err);
  if (status == IMP_OK) status = take_typed(a);
  if (status == IMP_OK) status = law_names_it(a, &there);
  bool write = !there && !(a->answers && a->asked->answer == NULL && a->asked->cite == NULL);
  if (status == IMP_OK && write) status = check_all(a);
  if (status == IMP_OK && write) status = compose(a);
  if (status == IMP_OK && write) status = write_law(a);
  if (status == IMP_OK && !a->asked->dry) status = record(a);
  if (status != IMP_OK) return status;
  struct buf out = {text->p, text->n, text->cap, false};
  tell(a, there, &out);
  *text = (struct imp_text){out.p, out.n, out.cap};
  return out.failed ? error_no_memory(a->err) : IMP_OK;
}

enum imp_status imp_propose_accept(struct imp_desk *desk, const struct imp_acceptance *acceptance,
                                   struct imp_text *text, struct imp_error *err) {
  struct acceptance a = {.desk = desk, .asked = acceptance, .err = err};
  enum imp_status status = store_begin(desk->store, err);
  if (status == IMP_OK) status = store_finish(desk->store, run(&a, text), err);
  arena_free(&a.arena);
  return status;
}

enum imp_status imp_propose_refuse(struct imp_desk *desk, const struct imp_decision *decision,
                                   int defer, struct imp_error *err) {
  struct arena arena = {0};
  struct proposal p;
  const char *what = defer ? "deferred" : "rejected";
  enum imp_status status = store_begin(desk->store, err);
  if (status != IMP_OK) return status;
  status = proposal_read(desk, decision->proposal, &arena, &p, err);
  if (status == IMP_OK) status = check_decision(&p, decision, err);
  if (status == IMP_OK)
    status = store_run(desk->store, err,
                       "INSERT INTO decision(proposal, what, who, reason) VALUES(?, ?, ?, ?)",
                       "ittt", p.id, what, decision->by, decision->reason);
  if (status == IMP_OK)
    status =
        store_run(desk->store, err, "UPDATE proposal SET state = ? WHERE id = ?", "ti", what, p.id);
  arena_free(&arena);
  return store_finish(desk->store, status, err);
}
