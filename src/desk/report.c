// SPDX-License-Identifier: Apache-2.0
// What the archive holds, for people and for programs (impost.desk/1, docs/desk.md).
#include <string.h>

#include "desk/desk.h"
#include "desk/page.h"

/* ---- articles ------------------------------------------------------------------------------------------------------- */

static const char listing[] =
    "SELECT a.id, a.name, a.published, a.how, a.issue, a.sha256, length(a.bytes), (SELECT count(*) "
    "FROM statement WHERE article = a.id) FROM article a ORDER BY a.id";

static void article_json(struct page *p, const struct store_rows *r) {
  json_open(&p->json, NULL, '{');
  json_number(&p->json, "article", (uint64_t)store_number(r, 0));
  json_text(&p->json, "name", store_text(r, 1));
  json_text(&p->json, "published", store_text(r, 2));
  json_text(&p->json, "published_how", store_text(r, 3));
  json_number(&p->json, "issue_of", (uint64_t)store_number(r, 4));
  json_text(&p->json, "sha256", store_text(r, 5));
  json_number(&p->json, "bytes", (uint64_t)store_number(r, 6));
  json_number(&p->json, "statements", (uint64_t)store_number(r, 7));
  json_close(&p->json, '}');
}

static void article_line(struct page *p, const struct store_rows *r) {
  int64_t id = store_number(r, 0), issue = store_number(r, 4), statements = store_number(r, 7);
  buf_printf(&p->out, "  %4lld  %-10s  ", (long long)id,
             store_text(r, 2) != NULL ? store_text(r, 2) : "no day");
  page_plain(p, store_text(r, 1));
  buf_printf(&p->out, ", %lld statement%s", (long long)statements, statements == 1 ? "" : "s");
  if (issue != id) buf_printf(&p->out, ", another issue of %lld", (long long)issue);
  buf_putc(&p->out, '\n');
}

static void list_articles(struct page *p, struct store_rows *rows) {
  uint32_t count = 0;
  if (p->is_json) json_open(&p->json, "articles", '[');
  while (store_next(rows)) {
    count++;
    if (p->is_json)
      article_json(p, rows);
    else
      article_line(p, rows);
  }
  if (p->is_json) json_close(&p->json, ']');
  if (!p->is_json && count == 0) buf_puts(&p->out, "No article.\n");
}

enum imp_status imp_report_desk(struct imp_desk *desk, const struct imp_report_options *options,
                                struct imp_text *text, struct imp_error *err) {
  struct page p;
  struct store_rows rows;
  page_begin(&p, options, text, "impost.desk/1");
  store_ask(desk->store, &rows, listing, "");
  list_articles(&p, &rows);
  return page_end(&p, store_end(&rows, err), text, err);
}

/* ---- one article -------------------------------------------------------------------------------------------------------- */

static const char statements_of[] =
    "SELECT measure, status, number, first, last, speaker, side, venue, rule, evidence_from, "
    "evidence_to, sentence_from, sentence_to, quoted, sure, uncertain FROM statement WHERE article "
    "= ? ORDER BY id";

static void put_piece(struct page *p, const char *key, struct str bytes, int64_t from, int64_t to) {
  json_open(&p->json, key, '{');
  json_open(&p->json, "bytes", '[');
  json_number(&p->json, NULL, (uint64_t)from);
  json_number(&p->json, NULL, (uint64_t)to);
  json_close(&p->json, ']');
  json_str(&p->json, "text", page_words(p, bytes, from, to));
  json_close(&p->json, '}');
}

static void statement_json(struct page *p, const struct store_rows *r, struct str bytes) {
  static const char *const keys[] = {"measure", "status", "number", "from", "to",
                                     "speaker", "side",   "venue",  "rule"};
  json_open(&p->json, NULL, '{');
  for (int i = 0; i < 9; i++)
    if (i == 2)
      page_exact(p, store_text(r, i));
    else
      json_maybe(&p->json, keys[i], store_text(r, i));
  json_bool(&p->json, "quoted", store_number(r, 13) != 0);
  page_sure(p, r, 14);
  put_piece(p, "evidence", bytes, store_number(r, 9), store_number(r, 10));
  put_piece(p, "sentence", bytes, store_number(r, 11), store_number(r, 12));
  json_close(&p->json, '}');
}

static void statement_line(struct page *p, const struct store_rows *r, struct str bytes) {
  buf_printf(&p->out, "  %s  %s", store_text(r, 0), store_text(r, 1));
  page_number(p, store_text(r, 2));
  page_days(p, store_text(r, 3), store_text(r, 4));
  buf_puts(&p->out, ": ");
  page_plain(p, store_text(r, 5));
  if (store_number(r, 15) != 0) buf_puts(&p->out, ", uncertain");
  buf_printf(&p->out, "\n      bytes %lld..%lld: ", (long long)store_number(r, 11),
             (long long)store_number(r, 12));
  page_piece(p, bytes, store_number(r, 11), store_number(r, 12));
  buf_putc(&p->out, '\n');
}

static enum imp_status put_statements(struct imp_desk *d, struct page *p, int64_t id,
                                      struct str bytes, struct imp_error *err) {
  struct store_rows rows;
  store_ask(d->store, &rows, statements_of, "i", id);
  if (p->is_json) json_open(&p->json, "statements", '[');
  while (store_next(&rows)) {
    if (p->is_json)
      statement_json(p, &rows, bytes);
    else
      statement_line(p, &rows, bytes);
  }
  if (p->is_json) json_close(&p->json, ']');
  return store_end(&rows, err);
}

/* ---- what another issue changed ----------------------------------------------------------------------------------------- */

#define SAID "SELECT measure, status, number, first, last, speaker FROM statement WHERE article = ?"
static const char only_here[] = SAID " EXCEPT " SAID " ORDER BY 1, 2, 3, 4, 5, 6";

static void put_said(struct page *p, const char *mark, const struct store_rows *r) {
  if (p->is_json) {
    json_open(&p->json, NULL, '{');
    json_maybe(&p->json, "measure", store_text(r, 0));
    json_maybe(&p->json, "status", store_text(r, 1));
    page_exact(p, store_text(r, 2));
    json_maybe(&p->json, "from", store_text(r, 3));
    json_maybe(&p->json, "to", store_text(r, 4));
    json_maybe(&p->json, "speaker", store_text(r, 5));
    json_close(&p->json, '}');
    return;
  }
  buf_printf(&p->out, "  %s %s  %s", mark, store_text(r, 0), store_text(r, 1));
  page_number(p, store_text(r, 2));
  page_days(p, store_text(r, 3), store_text(r, 4));
  buf_puts(&p->out, ": ");
  page_plain(p, store_text(r, 5));
  buf_putc(&p->out, '\n');
}

/* What the one says and the other does not; *said counts on. */
static enum imp_status put_one_way(struct imp_desk *d, struct page *p, const char *key,
                                   const char *mark, int64_t one, int64_t other, uint32_t *said,
                                   struct imp_error *err) {
  struct store_rows rows;
  store_ask(d->store, &rows, only_here, "ii", one, other);
  if (p->is_json) json_open(&p->json, key, '[');
  for (; store_next(&rows); ++*said) put_said(p, mark, &rows);
  if (p->is_json) json_close(&p->json, ']');
  return store_end(&rows, err);
}

/* Beside the issue that was kept right before it; nothing of an article that is the first. */
static enum imp_status put_changes(struct imp_desk *d, struct page *p, int64_t id, int64_t issue,
                                   struct imp_error *err) {
  struct store_rows rows;
  if (id == issue) return IMP_OK;
  store_ask(d->store, &rows, "SELECT max(id) FROM article WHERE issue = ? AND id < ?", "ii", issue,
            id);
  int64_t before = store_next(&rows) ? store_number(&rows, 0) : 0;
  enum imp_status status = store_end(&rows, err);
  if (status != IMP_OK || before == 0) return status;
  uint32_t said = 0;
  if (p->is_json) {
    json_open(&p->json, "changes", '{');
    json_number(&p->json, "against", (uint64_t)before);
  } else {
    buf_printf(&p->out, "\nBeside %lld, the issue before\n", (long long)before);
  }
  status = put_one_way(d, p, "gone", "-", before, id, &said, err);
  if (status == IMP_OK) status = put_one_way(d, p, "new", "+", id, before, &said, err);
  if (p->is_json) json_close(&p->json, '}');
  if (!p->is_json && said == 0) buf_puts(&p->out, "  says the same of every measure\n");
  return status;
}

/* ---- the article -------------------------------------------------------------------------------------------------------- */

static void put_article(struct page *p, const struct store_rows *r) {
  if (p->is_json) {
    json_number(&p->json, "article", (uint64_t)store_number(r, 0));
    json_text(&p->json, "name", store_text(r, 1));
    json_text(&p->json, "published", store_text(r, 2));
    json_text(&p->json, "published_how", store_text(r, 3));
    json_number(&p->json, "issue_of", (uint64_t)store_number(r, 4));
    json_text(&p->json, "sha256", store_text(r, 5));
    json_text(&p->json, "text", store_text(r, 7));
    return;
  }
  buf_printf(&p->out, "%lld  ", (long long)store_number(r, 0));
  page_plain(p, store_text(r, 1));
  buf_printf(&p->out, ", published %s (%s)",
             store_text(r, 2) != NULL ? store_text(r, 2) : "unknown", store_text(r, 3));
  if (store_number(r, 4) != store_number(r, 0))
    buf_printf(&p->out, ", another issue of %lld", (long long)store_number(r, 4));
  buf_printf(&p->out, "\nsha256 %s\n\n", store_text(r, 5));
  page_lines(p, store_text(r, 7));
  buf_putc(&p->out, '\n');
}

enum imp_status imp_report_desk_article(struct imp_desk *desk, const char *article,
                                        const struct imp_report_options *options,
                                        struct imp_text *text, struct imp_error *err) {
  struct page p;
  struct store_rows rows;
  page_begin(&p, options, text, "impost.desk/1");
  store_ask(
      desk->store, &rows,
      "SELECT a.id, a.name, a.published, a.how, a.issue, a.sha256, a.bytes, w.text, a.html FROM "
      "article a JOIN words w ON w.rowid = a.id WHERE a.id = ?",
      "i", asked_number(article));
  bool found = store_next(&rows);
  enum imp_status status = IMP_OK;
  if (found) {
    p.html = store_number(&rows, 8) != 0;
    put_article(&p, &rows);
    status = put_statements(desk, &p, store_number(&rows, 0), store_bytes(&rows, 6), err);
    if (status == IMP_OK)
      status = put_changes(desk, &p, store_number(&rows, 0), store_number(&rows, 4), err);
  }
  enum imp_status ended = store_end(&rows, err);
  if (status == IMP_OK) status = ended;
  if (status == IMP_OK && !found)
    status = error_set(err, IMP_USAGE, "desk.article", "impost desk list",
                       "there is no article %.40s", article);
  return page_end(&p, status, text, err);
}

/* ---- search ------------------------------------------------------------------------------------------------------------- */

/* Every word in quotes: nothing a person types is a command of the search. */
static void print_query(const char *const *words, uint32_t count, struct buf *out) {
  for (uint32_t i = 0; i < count; i++) {
    buf_puts(out, i > 0 ? " \"" : "\"");
    for (const char *p = words[i]; *p != '\0'; p++) {
      if (*p == '"') buf_putc(out, '"');
      buf_putc(out, *p);
    }
    buf_putc(out, '"');
  }
}

static void put_hit(struct page *p, const struct store_rows *r) {
  if (p->is_json) {
    json_open(&p->json, NULL, '{');
    json_number(&p->json, "article", (uint64_t)store_number(r, 0));
    json_text(&p->json, "name", store_text(r, 1));
    json_text(&p->json, "published", store_text(r, 2));
    json_number(&p->json, "issue_of", (uint64_t)store_number(r, 3));
    json_text(&p->json, "where", store_text(r, 4));
    json_close(&p->json, '}');
    return;
  }
  buf_printf(&p->out, "  %4lld  %-10s  ", (long long)store_number(r, 0),
             store_text(r, 2) != NULL ? store_text(r, 2) : "no day");
  page_plain(p, store_text(r, 1));
  if (store_number(r, 3) != store_number(r, 0))
    buf_printf(&p->out, ", another issue of %lld", (long long)store_number(r, 3));
  buf_puts(&p->out, "\n        ");
  page_plain(p, store_text(r, 4));
  buf_putc(&p->out, '\n');
}

enum imp_status imp_report_desk_search(struct imp_desk *desk, const char *const *words,
                                       uint32_t count, const struct imp_report_options *options,
                                       struct imp_text *text, struct imp_error *err) {
  struct page p;
  struct store_rows rows;
  struct buf query = {0};
  uint32_t found = 0;
  print_query(words, count, &query);
  if (query.failed) {
    buf_free(&query);
    return error_no_memory(err);
  }
  page_begin(&p, options, text, "impost.desk/1");
  if (p.is_json) json_open(&p.json, "articles", '[');
  store_ask(desk->store, &rows,
            "SELECT a.id, a.name, a.published, a.issue, snippet(words, -1, '[', ']', '...', 20) "
            "FROM words JOIN article a ON a.id = words.rowid WHERE words MATCH ? ORDER BY rank, "
            "a.id",
            "t", query.n > 0 ? query.p : "\"\"");
  while (store_next(&rows)) {
    found++;
    put_hit(&p, &rows);
  }
  enum imp_status status = store_end(&rows, err);
  if (p.is_json) json_close(&p.json, ']');
  if (!p.is_json && found == 0) buf_puts(&p.out, "No article has these words.\n");
  buf_free(&query);
  return page_end(&p, status, text, err);
}
