// SPDX-License-Identifier: Apache-2.0
// Is what was typed the citation of an official text? Either one of the forms in which gazettes and authorities are
// cited, or the name of an act of the law that binds and was read officially or in a copy. A report never is.
#include <string.h>

#include "desk/desk.h"

/* # is a number, * one or more words that begin with a capital letter, with "and" or "of the" between them. */
static const char *const forms[] = {"# FR #",
                                    "# Fed. Reg. #",
                                    "Executive Order #",
                                    "EO #",
                                    "E.O. #",
                                    "Proclamation #",
                                    "Public Law #-#",
                                    "Pub. L. #-#",
                                    "# Stat. #",
                                    "# U.S.C. #",
                                    "# USC #",
                                    "# CFR #",
                                    "CSMS #",
                                    "* Announcement # of #",
                                    "* Announcement No. # of #",
                                    "* Order No. # of #",
                                    "* Decree No. # of #",
                                    "* Notice No. # of #",
                                    NULL};

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static size_t digits(const char *p) {
  size_t n = 0;
  while (is_digit(p[n]) || (n > 0 && p[n] == ',' && is_digit(p[n + 1]))) n++;
  return n <= 12 ? n : 0;
}

/* One word that begins with a capital, and what follows up to a blank. */
static size_t capital(const char *p) {
  return p[0] >= 'A' && p[0] <= 'Z' ? strcspn(p, " ") : 0;
}

static size_t small_word(const char *p) {
  static const char *const words[] = {"and ", "of the ", "of "};
  for (size_t i = 0; i < 3; i++)
    if (strncmp(p, words[i], strlen(words[i])) == 0) return strlen(words[i]);
  return 0;
}

/* The next word behind a blank, with a small one before it; 0: there is none. */
static size_t next_capital(const char *p) {
  if (*p != ' ') return 0;
  size_t small = small_word(p + 1), n = capital(p + 1 + small);
  return n > 0 ? 1 + small + n : 0;
}

static bool fits(const char *form, const char *text) {
  if (*form == '\0') return *text == '\0';
  if (*form == '#') {
    size_t n = digits(text);
    return n > 0 && fits(form + 1, text + n);
  }
  if (*form != '*') return *form == *text && fits(form + 1, text + 1);
  for (size_t n = capital(text); n > 0;) {
    if (fits(form + 1, text + n)) return true;
    size_t more = next_capital(text + n);
    n = more > 0 ? n + more : 0;
  }
  return false;
}

static bool is_name(const char *text) {
  return text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-")] == '\0' &&
         strchr(text, '.') != NULL;
}

static struct str field(struct str block, const char *word) {
  struct str line;
  size_t n = strlen(word);
  while (str_split(&block, '\n', &line)) {
    line = str_trim(line);
    if (str_starts(line, str_of(word)) && line.n > n && line.p[n] == ' ')
      return str_trim(str_sub(line, n, line.n));
  }
  return (struct str){0};
}

static bool begins_with_one(struct str text, const char *const *words) {
  for (; *words != NULL; words++)
    if (str_starts(text, str_of(*words))) return true;
  return false;
}

static enum imp_status check_act(const char *name, struct str block, struct imp_error *err) {
  static const char *const speaking[] = {"post",     "interview", "statement", "agreement",
                                         "proposal", "report",    NULL};
  static const char *const second_hand[] = {"report", "inferred", NULL};
  struct str kind = field(block, "kind"), source = field(block, "source");
  if (kind.n == 0 || begins_with_one(kind, speaking))
    return error_set(err, IMP_USAGE, "propose.citation", "cite an act that binds",
                     "%s is a %.*s: it speaks and does not bind", name, (int)kind.n,
                     kind.p != NULL ? kind.p : "");
  if (begins_with_one(source, second_hand))
    return error_set(err, IMP_USAGE, "propose.citation", "cite the official text itself",
                     "%s stands in the law from a report alone", name);
  return IMP_OK;
}

enum imp_status citation_check(struct arena *arena, const char *folder, const char *cite,
                               struct imp_error *err) {
  struct law_file file;
  struct str block = {0};
  struct imp_error quiet = {0};
  for (size_t i = 0; forms[i] != NULL; i++)
    if (strlen(cite) < 100 && fits(forms[i], cite)) return IMP_OK;
  enum imp_status status =
      is_name(cite) ? edit_find(arena, folder, "act", cite, &file, &quiet) : IMP_USAGE;
  if (status == IMP_OK && edit_block(file.text, "act", cite, &block))
    return check_act(cite, block, err);
  if (status != IMP_USAGE) return error_set(err, status, quiet.id, quiet.next, "%s", quiet.message);
  return error_set(err, IMP_USAGE, "propose.citation",
                   "90 FR 50947, Executive Order 14358, MOFCOM Announcement 70 of 2025, or the "
                   "name of an act of the law that binds",
                   "\"%.80s\" is no citation of an official text", cite);
}
