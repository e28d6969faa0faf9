// SPDX-License-Identifier: Apache-2.0
// See articles.h.
#include "cli/articles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "impost/desk.h"

/* By its ending, or by what a page begins with: a page saved under any name is one. */
static bool is_page(const struct cli *cli, const char *name, struct str bytes) {
  const char *dot = strrchr(name, '.');
  if (cli_has(cli->args, OPTION_HTML)) return true;
  if (dot != NULL && (strcasecmp(dot, ".html") == 0 || strcasecmp(dot, ".htm") == 0)) return true;
  if (str_starts(bytes, STR("\xef\xbb\xbf"))) bytes = str_sub(bytes, 3, bytes.n);
  while (bytes.n > 0 && strchr(" \t\r\n", bytes.p[0]) != NULL) bytes = str_sub(bytes, 1, bytes.n);
  return bytes.n > 14 &&
         (strncasecmp(bytes.p, "<!doctype html", 14) == 0 || strncasecmp(bytes.p, "<html", 5) == 0);
}

/* An article that is refused, or of many a file that cannot be read, is told of, and the others are read. */
static enum imp_status add_file(struct cli *cli, struct imp_story *story, const char *name,
                                bool many, uint32_t *refused, struct imp_error *err) {
  struct arena scratch = {0};
  struct str bytes = {0};
  enum imp_status status = file_read(&scratch, name, 64u << 20, &bytes, err);
  struct imp_news_article a = {.name = name,
                               .bytes = bytes.p,
                               .size = bytes.n,
                               .published = cli_value(cli->args, OPTION_PUBLISHED),
                               .html = is_page(cli, name, bytes)};
  if (status == IMP_OK) status = imp_story_add(story, &a, err);
  arena_free(&scratch);
  if (status != IMP_REFUSED && !(status == IMP_IO && many)) return status;
  fprintf(stderr, "impost: %s is not read: %s\n  next: %s\n", name, err->message, err->next);
  *err = (struct imp_error){0};
  ++*refused;
  return IMP_OK;
}

static void show_progress(uint32_t done, uint32_t count) {
  if (count < 200 || !isatty(STDERR_FILENO)) return;
  if (done % 100 == 0 || done == count)
    fprintf(stderr, "\r%u of %u articles%s", (unsigned)done, (unsigned)count,
            done == count ? "\n" : "");
}

/* ---- which files ---------------------------------------------------------------------------------------------- */

struct names { /* of the files; folders are looked through for reports */
  struct arena arena;
  const char **items;
  size_t count, cap;
};

static enum imp_status put_name(struct names *n, const char *name, struct imp_error *err) {
  if (name == NULL || !mem_grow((void **)&n->items, &n->cap, n->count + 1, sizeof *n->items))
    return error_no_memory(err);
  n->items[n->count++] = name;
  return IMP_OK;
}

static enum imp_status put_folder(struct names *n, const char *folder, struct imp_error *err) {
  static const char *const endings[] = {".txt", ".html", ".htm", NULL};
  struct file_list files = {0};
  enum imp_status status = file_tree(&n->arena, folder, endings, NULL, &files, err);
  for (size_t i = 0; i < files.count && status == IMP_OK; i++) {
    struct buf path = {0};
    buf_printf(&path, "%s/%s", folder, files.paths[i]);
    status = put_name(n, buf_keep(&path, &n->arena), err);
  }
  if (status != IMP_OK || files.count > 0) return status;
  return error_set(err, IMP_IO, "io.read", "give reports: .txt, .html",
                   "%s is a folder without a report", folder);
}

static enum imp_status list_names(const struct cli *cli, uint32_t first, struct names *n,
                                  struct imp_error *err) {
  const struct cli_args *a = cli->args;
  const char *out = cli_value(a, OPTION_OUTPUT);
  enum imp_status status = IMP_OK;
  for (uint32_t i = first; i < a->word_count && status == IMP_OK; i++)
    status =
        file_is_dir(a->words[i]) ? put_folder(n, a->words[i], err) : put_name(n, a->words[i], err);
  for (size_t i = 0; i < n->count && status == IMP_OK && out != NULL; i++)
    if (output_is_input(out, n->items[i]))
      status = error_set(err, IMP_USAGE, "usage.words", "give -o another name",
                         "-o %s names the file that is read; it would be lost", out);
  return status;
}

enum imp_status articles_read(struct cli *cli, uint32_t first, const struct imp_reader *reader,
                              struct imp_story **out, uint32_t *refused, struct imp_error *err) {
  struct names names = {0};
  enum imp_status status = imp_story_new(reader, out, err);
  if (status == IMP_OK) status = list_names(cli, first, &names, err);
  for (size_t i = 0; i < names.count && status == IMP_OK; i++) {
    status = add_file(cli, *out, names.items[i], names.count > 1, refused, err);
    show_progress((uint32_t)i + 1, (uint32_t)names.count);
  }
  mem_free(names.items);
  arena_free(&names.arena);
  return status == IMP_OK && imp_story_count(*out) > 0 ? imp_story_read(*out, err) : status;
}

const char *articles_desk(const struct cli *cli) {
  const char *given = cli_value(cli->args, OPTION_DESK), *env = getenv("IMPOST_DESK");
  return given != NULL ? given : env != NULL && env[0] != '\0' ? env : "impost.desk";
}

static void put(const char *before, uint32_t n, const char *one, const char *many) {
  fprintf(stderr, "%s%u %s", before, (unsigned)n, n == 1 ? one : many);
}

void articles_tell(const char *desk, const struct imp_desk_added *a, bool again) {
  fprintf(stderr, "%s: ", desk);
  if (again) {
    put("", a->known, "article read again", "articles read again");
    if (a->unread > 0) put(", ", a->unread, "is refused now", "are refused now");
  } else {
    put("", a->articles, "new article", "new articles");
    if (a->reissues > 0)
      put(" (", a->reissues, "another issue of one: desk show tells what changed)",
          "other issues of some: desk show tells what changed)");
    if (a->known > 0) put(", ", a->known, "known already", "known already");
    if (a->dated > 0) put(" (", a->dated, "with its day now)", "with their days now)");
  }
  put("; ", a->statements, "statement", "statements");
  put("; ", a->proposals, "new proposal", "new proposals");
  if (a->evidence > 0 && !again)
    put(", ", a->evidence, "more piece of evidence", "more pieces of evidence");
  if (a->in_law > 0) put(", ", a->in_law, "in the law already", "in the law already");
  if (a->unvoiced > 0) put(", ", a->unvoiced, "of no side", "of no side");
  fputs("\n", stderr);
}

enum imp_status articles_keep(struct cli *cli, const struct imp_story *story, const char *desk,
                              struct imp_error *err) {
  struct imp_desk *d = NULL;
  struct imp_desk_added added = {0};
  enum imp_status status = IMP_OK;
  if (imp_story_count(story) == 0) return IMP_OK;
  if (cli->law == NULL) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_desk_open(desk, IMP_DESK_MAKE, &d, err);
  if (status == IMP_OK) status = imp_desk_add(d, story, cli->law, &added, err);
  imp_desk_free(d);
  if (status == IMP_OK) articles_tell(desk, &added, false);
  return status;
}
