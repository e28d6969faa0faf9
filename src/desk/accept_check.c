// SPDX-License-Identifier: Apache-2.0
// What a person typed, and whether it may be written: before anything is, and in words where it may not.
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "desk/accept.h"

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

enum imp_status accept_take_typed(struct acceptance *a) {
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

/* A measure begins with the side whose law it is; what another decides does not stand there. */
static bool is_others(const struct acceptance *a) {
  const struct target *t = &a->p.target;
  size_t n = a->p.decides != NULL ? strlen(a->p.decides) : 0;
  return t->kind == TARGET_MEASURE && n == 2 &&
         (strncasecmp(t->name, a->p.decides, n) != 0 || t->name[n] != '.');
}

static enum imp_status check_place(const struct acceptance *a) {
  const struct target *t = &a->p.target;
  bool law_line = a->carries && !a->answers;
  if (t->kind == TARGET_NONE || (t->kind == TARGET_MEASURE) != law_line)
    return error_set(a->err, IMP_USAGE, "propose.place",
                     law_line ? "--at \"measure NAME\" --if QUESTION=ANSWER"
                              : "--at \"question NAME\" --answer WORD",
                     "nothing says where %s stands in the law", a->p.measure);
  if (is_others(a))
    return error_set(a->err, IMP_USAGE, "propose.place",
                     "name a measure of that side, or write it by hand",
                     "measure %s is not of %s, who decides %s", t->name, a->p.decides,
                     a->p.measure);
  if (law_line && t->question == NULL)
    return error_set(a->err, IMP_USAGE, "propose.place", "--if QUESTION=ANSWER",
                     "what a voice states counts in an outcome alone: say of which question");
  if (a->answers && t->kind != TARGET_QUESTION)
    return error_set(a->err, IMP_USAGE, "propose.place",
                     "--at \"question NAME\", or write it by hand", "%s %s takes no answer",
                     target_words[t->kind], t->name);
  return IMP_OK;
}

/* The land at the end of a key, "br" of "us-tariff-50-br", in capitals; false: it ends with none. */
static bool key_hits(const char *key, char land[3]) {
  const char *last = strrchr(key, '-');
  bool plain = last != NULL && last != strchr(key, '-') && strlen(last) == 3 &&
               islower((unsigned char)last[1]) && islower((unsigned char)last[2]);
  if (!plain) return false;
  land[0] = (char)toupper((unsigned char)last[1]);
  land[1] = (char)toupper((unsigned char)last[2]);
  land[2] = '\0';
  return true;
}

/* A duty read of goods of one land does not stand in a measure of goods of another; sets of places nobody weighs here. */
static enum imp_status check_whom(struct acceptance *a) {
  const struct target *t = &a->p.target;
  char land[3];
  struct law_file file = {0};
  struct str block = {0}, word;
  struct buf of = {0};
  if (t->kind != TARGET_MEASURE || !key_hits(a->p.measure, land)) return IMP_OK;
  enum imp_status status =
      edit_find(&a->arena, a->asked->folder, target_words[t->kind], t->name, &file, a->err);
  bool told = status == IMP_OK && edit_block(file.text, target_words[t->kind], t->name, &block) &&
              edit_statement(block, "of", &of) && !of.failed;
  bool other = told && of.n > 0;
  struct str rest = buf_str(&of);
  while (other && str_split(&rest, ' ', &word)) {
    bool code =
        word.n == 2 && isupper((unsigned char)word.p[0]) && isupper((unsigned char)word.p[1]);
    other = code && !str_eq(word, str_of(land));
  }
  if (other)
    status = error_set(a->err, IMP_USAGE, "propose.place",
                       "name a measure of goods of that land, or write it by hand",
                       "measure %s is of %.*s, and %s hits %s", t->name, (int)of.n, of.p,
                       a->p.measure, land);
  buf_free(&of);
  return status;
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

#define LOOK_AGAIN 90 /* days behind the voice, when nobody says another day */

/* When somebody looks again at a word that was taken down: silence makes it no firmer. */
enum imp_status accept_take_review(struct acceptance *a) {
  const char *typed = a->asked->review_by;
  struct buf day = {0};
  imp_day said = DAY_NEVER, review = DAY_NEVER;
  if (a->carries && typed == NULL) return IMP_OK;
  bool fine = day_parse(str_of(a->said_on), &said) && !a->carries &&
              (typed == NULL || (day_parse(str_of(typed), &review) && review > said));
  if (!fine)
    return error_set(a->err, IMP_USAGE, "propose.day", "--review-by YYYY-MM-DD, behind the word",
                     a->carries ? "a statement with a citation is not looked at again%s"
                                : "\"%.40s\" is no day to look at it again",
                     a->carries ? "" : typed);
  day_print(typed != NULL ? review : said + LOOK_AGAIN, &day);
  a->review = buf_keep(&day, &a->arena);
  return a->review != NULL ? IMP_OK : error_no_memory(a->err);
}

/* All that is missing at once: nobody wants to be sent back for each. */
static enum imp_status check_missing(struct acceptance *a) {
  const struct target *t = &a->p.target;
  bool law_line = a->carries && !a->answers, lost = t->kind == TARGET_NONE;
  const struct {
    bool missing;
    const char *what, *next;
  } wanted[] = {
      {a->carries && a->asked->cite == NULL, "an official citation", "--cite \"90 FR 50947\""},
      {lost, "its place in the law",
       law_line ? "--at \"measure NAME\"" : "--at \"question NAME\" --answer WORD"},
      {law_line && t->question == NULL, "the outcome it counts in", "--if QUESTION=ANSWER"},
      {a->said_on == NULL, "its day", "--said-on YYYY-MM-DD"},
  };
  struct buf what = {0}, next = {0};
  size_t count = 0;
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    if (!wanted[i].missing) continue;
    buf_printf(&what, "%s%s", count > 0 ? ", " : "", wanted[i].what);
    buf_printf(&next, "%s%s", count > 0 ? " " : "", wanted[i].next);
    count++;
  }
  enum imp_status status = IMP_OK;
  if (what.failed || next.failed)
    status = error_no_memory(a->err);
  else if (count > 1)
    status = error_set(a->err, IMP_USAGE, "propose.missing", next.p,
                       "to accept %s there is missing: %s", a->p.measure, what.p);
  buf_free(&what);
  buf_free(&next);
  return status;
}

/* What counts in an outcome alone, when the law has the question answered otherwise, counts for what was known before. */
static enum imp_status find_closed(struct acceptance *a) {
  const struct target *t = &a->p.target;
  struct law_file file = {0};
  struct str block = {0}, line, last = {0};
  if (!a->carries || a->answers || t->question == NULL) return IMP_OK;
  enum imp_status status =
      edit_find(&a->arena, a->asked->folder, "question", t->question, &file, a->err);
  if (status != IMP_OK || !edit_block(file.text, "question", t->question, &block)) return status;
  while (str_split(&block, '\n', &line))
    if (str_starts(line = str_trim(line), STR("answered "))) last = str_sub(line, 9, line.n);
  size_t n = 0;
  while (n < last.n && last.p[n] != ' ') n++;
  if (n == 0 || str_eq(str_sub(last, 0, n), str_of(t->outcome))) return IMP_OK;
  a->closed = str_dup(&a->arena, str_sub(last, 0, n));
  return a->closed != NULL ? IMP_OK : error_no_memory(a->err);
}

enum imp_status accept_check(struct acceptance *a) {
  enum imp_status status = check_missing(a);
  if (status == IMP_OK) status = check_citation(a);
  if (status == IMP_OK) status = check_place(a);
  if (status == IMP_OK) status = check_whom(a);
  if (status == IMP_OK) status = check_day(a);
  if (status == IMP_OK) status = accept_take_review(a);
  if (status == IMP_OK) status = check_answer(a);
  if (status == IMP_OK) status = check_line(a);
  return status == IMP_OK ? find_closed(a) : status;
}
