// SPDX-License-Identifier: Apache-2.0
// Cases: whole bills worked by hand, computed through the same call a user makes, and compared.
//
// The format is that of docs/cases.md. Everything wrong is a finding at its line.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "book/judge_case.h"

static void close_case(struct case_reader *r) {
  struct imp_assessment *as;
  struct imp_error err = {0};
  if (!r->open) return;
  r->open = false;
  if (r->arena.failed) r->j->no_memory = true;
  r->j->cases++;
  bool complete = r->c.has_entry && (r->c.is_refused || r->c.bill_count);
  for (uint32_t i = 0; i < r->c.bill_count; i++) complete = complete && r->c.bills[i].has_duty;
  if (!complete && !r->c.broken)
    case_wrong(r, r->c.line, "a case needs an entry, and bills with their duty or refused");
  if (!complete || r->c.broken || r->j->no_memory) return;
  enum imp_status status = imp_duty(r->j->law, &r->c.query, &r->c.entry, &as, &err);
  if (status == IMP_NO_MEMORY)
    r->j->no_memory = true;
  else if (status != IMP_OK)
    case_fails(r, r->c.line, "%s: %s", r->c.name, err.message);
  else
    case_compare(r, imp_assessment_answer(as));
  if (status == IMP_OK) imp_assessment_free(as);
}

/* In the order of the files: the second case of a name is the one reported. */
static void meet_case(struct case_reader *r, uint32_t line) {
  struct judge *j = r->j;
  for (size_t i = 0; i < j->seen_count; i++)
    if (!strcmp(j->seen[i].name, r->c.name))
      judge_finding(j, BOOK_CASE_TWICE, r->path, r->bytes, line, "Give one of them another name.",
                    "the case %s stands already in %s, line %u", r->c.name, j->seen[i].path,
                    (unsigned)j->seen[i].line);
  struct case_seen met = {str_dup(&j->seen_texts, str_of(r->c.name)),
                          str_dup(&j->seen_texts, str_of(r->path)), line};
  if (!met.name || !met.path ||
      !mem_grow((void **)&j->seen, &j->seen_cap, j->seen_count + 1, sizeof *j->seen))
    j->no_memory = true;
  else
    j->seen[j->seen_count++] = met;
}

void judge_cases_forget(struct judge *j) {
  mem_free(j->seen);
  arena_free(&j->seen_texts);
  j->seen = NULL;
  j->seen_count = j->seen_cap = 0;
}

static void open_case(struct case_reader *r, struct str text, uint32_t line) {
  const char *w[WORDS_MAX];
  uint32_t n = case_words(r, text, w);
  r->c = (struct one_case){.query.brief = true, .line = line, .name = n > 1 ? w[1] : "?"};
  r->open = true;
  if (n != 2 || strcmp(w[0], "case"))
    case_wrong(r, line, "a case begins with: case NAME");
  else if (!r->j->no_memory)
    meet_case(r, line);
}

void judge_case_text(struct judge *j, const char *path, struct str bytes) {
  struct case_reader r = {.j = j, .path = path, .bytes = bytes};
  struct str rest = bytes, one;
  uint32_t line = 0;
  while (!j->no_memory && str_split(&rest, '\n', &one)) {
    line++;
    struct str text = str_trim(one);
    if (!text.n || text.p[0] == '#') continue;
    if (one.p[0] != ' ' && one.p[0] != '\t') {
      close_case(&r);
      arena_free(&r.arena);
      open_case(&r, text, line);
    } else if (r.open) {
      case_line(&r, text, line);
    } else {
      judge_finding(j, BOOK_CASE_PARSE, path, bytes, line,
                    "docs/cases.md gives the lines of a case.", "a line stands outside a case");
    }
  }
  close_case(&r);
  arena_free(&r.arena);
}

enum imp_status judge_cases(struct judge *j, struct imp_error *err) {
  static const char *const endings[] = {".case", NULL};
  struct arena a = {0};
  struct file_list files;
  enum imp_status status = file_tree(&a, j->law->folder, endings, NULL, &files, err);
  for (size_t i = 0; status == IMP_OK && i < files.count && !j->no_memory; i++) {
    char path[4096];
    struct str bytes;
    snprintf(path, sizeof path, "%s/%s", j->law->folder, files.paths[i]);
    status = file_read(&a, path, 0, &bytes, err);
    if (status == IMP_OK) judge_case_text(j, files.paths[i], bytes);
  }
  arena_free(&a);
  judge_cases_forget(j);
  return status == IMP_OK && j->no_memory ? error_no_memory(err) : status;
}
