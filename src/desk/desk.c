// SPDX-License-Identifier: Apache-2.0
// The desk: its tables, and articles that come and go.
#include "desk/desk.h"

#include <stdio.h>
#include <string.h>

/* A re-issue names in `issue` the first article of its kind that is there; the first names itself. `serial` of a proposal
 * counts those of one key: the same word again after a week is another proposal. Decisions are only added to. */
static const char *const schema[] = {
    "CREATE TABLE article(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, "
    "published TEXT, how TEXT NOT NULL, html INTEGER NOT NULL, issue INTEGER NOT NULL, "
    "body TEXT NOT NULL, bytes BLOB NOT NULL)",
    "CREATE VIRTUAL TABLE words USING fts5(name, text, tokenize = 'porter unicode61')",
    "CREATE TABLE band(hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article ON "
    "DELETE CASCADE, PRIMARY KEY(hash, article)) WITHOUT ROWID",
    "CREATE TABLE statement(id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON "
    "DELETE CASCADE, measure TEXT NOT NULL, status TEXT NOT NULL, number TEXT, first TEXT, "
    "last TEXT, speaker TEXT NOT NULL, actor TEXT, side TEXT NOT NULL, about TEXT, venue TEXT, "
    "rule TEXT NOT NULL, quoted INTEGER NOT NULL, evidence_from INTEGER NOT NULL, evidence_to "
    "INTEGER NOT NULL, sentence_from INTEGER NOT NULL, sentence_to INTEGER NOT NULL, "
    "condition_from INTEGER NOT NULL, condition_to INTEGER NOT NULL, sure INTEGER, uncertain "
    "INTEGER)",
    "CREATE TABLE proposal(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, match TEXT NOT NULL, "
    "serial INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, measure TEXT NOT NULL, "
    "key TEXT NOT NULL, title TEXT NOT NULL, decides TEXT NOT NULL, actor TEXT, speaker TEXT NOT "
    "NULL, side TEXT NOT NULL, verb TEXT NOT NULL, status TEXT NOT NULL, number TEXT, first TEXT, "
    "last TEXT, target TEXT, place TEXT, answer TEXT, heading TEXT, question TEXT, outcome TEXT, "
    "note TEXT, day TEXT, UNIQUE(match, serial))",
    "CREATE TABLE evidence(proposal INTEGER NOT NULL REFERENCES proposal ON DELETE CASCADE, "
    "statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE, PRIMARY KEY(proposal, "
    "statement)) WITHOUT ROWID",
    "CREATE TABLE decision(id INTEGER PRIMARY KEY, proposal INTEGER NOT NULL REFERENCES proposal "
    "ON DELETE CASCADE, what TEXT NOT NULL, who TEXT NOT NULL, reason TEXT, cite TEXT, file TEXT, "
    "wrote TEXT)",
    "CREATE INDEX article_issue ON article(issue)",
    "CREATE INDEX statement_article ON statement(article)",
    "CREATE INDEX evidence_statement ON evidence(statement)",
    "CREATE INDEX decision_proposal ON decision(proposal)",
    NULL};

/* Form 1 had nothing on how sure a reading is: it is not known of what such a desk holds until it is read again. */
static const char *const step[] = {"ALTER TABLE statement ADD COLUMN sure INTEGER",
                                   "ALTER TABLE statement ADD COLUMN uncertain INTEGER", NULL};

enum imp_status imp_desk_open(const char *path, enum imp_desk_mode mode, struct imp_desk **out,
                              struct imp_error *err) {
  static const struct store_form form = {0x696d7064, 2, schema, step}; /* "impd" */
  static const enum store_mode modes[] = {STORE_READ, STORE_WRITE, STORE_MAKE};
  struct imp_desk *desk = *out = mem_alloc(sizeof *desk);
  if (desk == NULL) return error_no_memory(err);
  desk->path = path;
  enum imp_status status = store_open(path, modes[mode], &form, &desk->store, err);
  if (status == IMP_OK) return IMP_OK;
  imp_desk_free(desk);
  *out = NULL;
  return status;
}

void imp_desk_free(struct imp_desk *desk) {
  if (desk == NULL) return;
  store_close(desk->store);
  mem_free(desk);
}

/* Proposals that nothing speaks for any more go; those that were decided are open again. */
static enum imp_status settle_proposals(struct imp_desk *d, struct imp_error *err) {
  enum imp_status status =
      store_run(d->store, err,
                "DELETE FROM proposal WHERE state IN ('open', 'deferred') AND NOT EXISTS(SELECT 1 "
                "FROM evidence WHERE proposal = proposal.id) AND NOT EXISTS(SELECT 1 FROM decision "
                "WHERE proposal = proposal.id AND what = 'accepted')",
                "");
  if (status == IMP_OK)
    status = store_run(d->store, err,
                       "INSERT INTO decision(proposal, what, who, reason) SELECT id, 'reopened', "
                       "'impost', 'its evidence was taken out of the desk' FROM proposal WHERE "
                       "state IN ('accepted', 'rejected') AND NOT EXISTS(SELECT 1 FROM evidence "
                       "WHERE proposal = proposal.id)",
                       "");
  return status == IMP_OK
             ? store_run(d->store, err,
                         "UPDATE proposal SET state = 'open' WHERE state IN ('accepted', "
                         "'rejected') AND NOT EXISTS(SELECT 1 FROM evidence WHERE proposal = "
                         "proposal.id)",
                         "")
             : status;
}

/* ---- re-issues ------------------------------------------------------------------------------------------------------ */

#define CANDIDATES 200

static enum imp_status find_candidates(struct imp_desk *d, const uint64_t bands[GRAM_BANDS],
                                       int64_t ids[CANDIDATES], size_t *count,
                                       struct imp_error *err) {
  enum imp_status status = IMP_OK;
  *count = 0;
  for (size_t b = 0; b < GRAM_BANDS && status == IMP_OK; b++) {
    struct store_rows rows;
    store_ask(d->store, &rows, "SELECT article FROM band WHERE hash = ? ORDER BY article", "i",
              (int64_t)bands[b]);
    while (store_next(&rows)) {
      int64_t id = store_number(&rows, 0);
      size_t i = 0;
      while (i < *count && ids[i] != id) i++;
      if (i == *count && i < CANDIDATES) ids[(*count)++] = id;
    }
    status = store_end(&rows, err);
  }
  return status;
}

static enum imp_status compare(struct imp_desk *d, int64_t id, const struct grams *g,
                               int64_t *issue, struct imp_error *err) {
  struct store_rows rows;
  bool starved = false;
  store_ask(d->store, &rows, "SELECT issue, body FROM article WHERE id = ?", "i", id);
  if (store_next(&rows)) {
    struct grams other;
    starved = !grams_of(store_bytes(&rows, 1), &other);
    if (!starved && grams_alike(g, &other)) *issue = store_number(&rows, 0);
    if (!starved) grams_free(&other);
  }
  enum imp_status status = store_end(&rows, err);
  return status == IMP_OK && starved ? error_no_memory(err) : status;
}

/* *issue: the first article this one is another issue of, else 0. */
static enum imp_status find_issue(struct imp_desk *d, const struct grams *g,
                                  const uint64_t bands[GRAM_BANDS], int64_t *issue,
                                  struct imp_error *err) {
  int64_t ids[CANDIDATES];
  size_t count;
  *issue = 0;
  enum imp_status status = find_candidates(d, bands, ids, &count, err);
  for (size_t i = 0; i < count && *issue == 0 && status == IMP_OK; i++)
    status = compare(d, ids[i], g, issue, err);
  return status;
}

/* ---- adding ------------------------------------------------------------------------------------------------------- */

static enum imp_status put_bands(struct imp_desk *d, int64_t id, const uint64_t bands[GRAM_BANDS],
                                 struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (size_t b = 0; b < GRAM_BANDS && status == IMP_OK; b++)
    status = store_run(d->store, err, "INSERT OR IGNORE INTO band VALUES(?, ?)", "ii",
                       (int64_t)bands[b], id);
  return status;
}

static enum imp_status put_article(struct imp_desk *d, const struct imp_news_source *a,
                                   int64_t issue, int64_t *id, struct imp_error *err) {
  enum imp_status status =
      store_run(d->store, err,
                "INSERT INTO article(sha256, name, published, how, html, issue, body, bytes) "
                "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                "ttttiitb", a->sha256, a->name, a->published, a->how, (int64_t)a->html, issue,
                a->body, (struct str){a->bytes, a->size});
  *id = store_last_id(d->store);
  if (status == IMP_OK && issue == 0)
    status = store_run(d->store, err, "UPDATE article SET issue = id WHERE id = ?", "i", *id);
  if (status == IMP_OK)
    status = store_run(d->store, err, "INSERT INTO words(rowid, name, text) VALUES(?, ?, ?)", "itt",
                       *id, a->name, a->text);
  return status;
}

/* An article that was kept without a day, and somebody gives one now: *id is set. */
static enum imp_status take_day(struct imp_desk *d, const struct imp_news_source *a, int64_t there,
                                struct imp_desk_added *counts, int64_t *id, int64_t *issue,
                                struct imp_error *err) {
  struct store_rows rows;
  bool undated = false;
  if (strcmp(a->how, "given") != 0) return IMP_OK;
  store_ask(d->store, &rows, "SELECT published IS NULL, issue FROM article WHERE id = ?", "i",
            there);
  if (store_next(&rows)) {
    undated = store_number(&rows, 0) != 0;
    *issue = store_number(&rows, 1);
  }
  enum imp_status status = store_end(&rows, err);
  if (status != IMP_OK || !undated) return status;
  *id = there;
  counts->dated++;
  status = store_run(d->store, err, "UPDATE article SET published = ?, how = ? WHERE id = ?", "tti",
                     a->published, a->how, there);
  return status == IMP_OK
             ? store_run(d->store, err, "DELETE FROM statement WHERE article = ?", "i", there)
             : status;
}

/* *id 0: the desk has it, with its day. */
static enum imp_status take_article(struct imp_desk *d, const struct imp_news_source *a,
                                    struct imp_desk_added *counts, int64_t *id, int64_t *issue,
                                    struct imp_error *err) {
  struct grams g;
  uint64_t bands[GRAM_BANDS];
  int64_t there = 0;
  *id = 0;
  enum imp_status status = store_one(d->store, 0, &there, err,
                                     "SELECT id FROM article WHERE sha256 = ?", "t", a->sha256);
  counts->known += there != 0;
  if (status != IMP_OK) return status;
  if (there != 0) return take_day(d, a, there, counts, id, issue, err);
  if (!grams_of(str_of(a->body), &g)) return error_no_memory(err);
  grams_bands(&g, bands);
  status = find_issue(d, &g, bands, issue, err);
  grams_free(&g);
  if (status == IMP_OK) status = put_article(d, a, *issue, id, err);
  if (status == IMP_OK) status = put_bands(d, *id, bands, err);
  counts->articles++;
  counts->reissues += *issue != 0;
  if (*issue == 0) *issue = *id;
  return status;
}

const char *desk_number(const struct imp_news_statement *st, char room[64]) {
  if (st->number == NULL || st->unit == NULL) return st->number;
  snprintf(room, 64, "%.40s %.20s", st->number, st->unit);
  return room;
}

static enum imp_status put_statement(struct imp_desk *d, int64_t article,
                                     const struct imp_news_statement *s, struct imp_error *err) {
  char number[64];
  return store_run(
      d->store, err,
      "INSERT INTO statement(article, measure, status, number, first, last, speaker, actor, side, "
      "about, venue, rule, quoted, evidence_from, evidence_to, sentence_from, sentence_to, "
      "condition_from, condition_to, sure, uncertain) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, "
      "?, ?, ?, ?, ?, ?, nullif(?, -1), ?)",
      "ittttttttttt"
      "iiiiiiiii",
      article, s->measure, s->status, desk_number(s, number), s->from, s->to, s->speaker, s->actor,
      s->side, s->about, s->venue, s->rule, (int64_t)s->quoted, (int64_t)s->evidence.from,
      (int64_t)s->evidence.to, (int64_t)s->sentence.from, (int64_t)s->sentence.to,
      (int64_t)s->condition.from, (int64_t)s->condition.to, (int64_t)s->sure,
      (int64_t)s->uncertain);
}

/* The statements of one article; *at is passed behind them. */
static enum imp_status add_statements(struct proposer *p, const struct imp_news_view *v,
                                      uint32_t article, uint32_t *at, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (; *at < imp_news_view_statements(v) && status == IMP_OK; ++*at) {
    const struct imp_news_statement *st = imp_news_view_statement(v, *at);
    if (st->article != article) break;
    if (p->article == 0) continue;
    status = put_statement(p->desk, p->article, st, err);
    p->counts->statements++;
    if (status == IMP_OK) status = propose_statement(p, st, store_last_id(p->desk->store), err);
  }
  return status;
}

static enum imp_status add_all(struct proposer *p, const struct imp_news_view *v,
                               struct imp_error *err) {
  enum imp_status status = IMP_OK;
  uint32_t at = 0;
  for (uint32_t i = 0; i < imp_news_view_articles(v) && status == IMP_OK; i++) {
    const struct imp_news_source *a = imp_news_view_article(v, i);
    status = take_article(p->desk, a, p->counts, &p->article, &p->issue, err);
    p->published = a->published;
    if (status == IMP_OK) status = add_statements(p, v, i, &at, err);
  }
  if (status == IMP_OK && p->counts->dated > 0) status = settle_proposals(p->desk, err);
  return status == IMP_OK ? propose_passed(p, err) : status;
}

enum imp_status imp_desk_add(struct imp_desk *desk, const struct imp_story *story,
                             const struct imp_law *law, struct imp_desk_added *out,
                             struct imp_error *err) {
  struct imp_news_view *view = NULL;
  struct proposer p;
  *out = (struct imp_desk_added){0};
  enum imp_status status = imp_news_view_open(story, &view, err);
  if (status != IMP_OK) return status;
  status = propose_begin(&p, desk, law, out, err);
  if (status == IMP_OK) {
    status = store_begin(desk->store, err);
    if (status == IMP_OK) status = store_finish(desk->store, add_all(&p, view, err), err);
    propose_end(&p);
  }
  imp_news_view_free(view);
  return status;
}

/* ---- forgetting ----------------------------------------------------------------------------------------------------- */

/* Another issue of it, if there is one, is the first from now on. */
static enum imp_status take_out(struct imp_desk *d, int64_t id, struct imp_error *err) {
  int64_t heir = 0;
  enum imp_status status =
      store_one(d->store, 0, &heir, err,
                "SELECT id FROM article WHERE issue = ? AND id <> ? ORDER BY id LIMIT 1", "ii", id,
                id);
  if (status == IMP_OK && heir != 0)
    status =
        store_run(d->store, err, "UPDATE article SET issue = ? WHERE issue = ?", "ii", heir, id);
  if (status == IMP_OK)
    status = store_run(d->store, err, "DELETE FROM words WHERE rowid = ?", "i", id);
  return status == IMP_OK ? store_run(d->store, err, "DELETE FROM article WHERE id = ?", "i", id)
                          : status;
}

enum imp_status imp_desk_forget(struct imp_desk *desk, const char *article, struct imp_error *err) {
  int64_t id = 0;
  enum imp_status status = store_begin(desk->store, err);
  if (status != IMP_OK) return status;
  status = store_one(desk->store, 0, &id, err, "SELECT id FROM article WHERE id = ? ", "i",
                     asked_number(article));
  if (status == IMP_OK && id == 0)
    status = error_set(err, IMP_USAGE, "desk.article", "impost desk list",
                       "there is no article %.40s", article);
  if (status == IMP_OK) status = take_out(desk, id, err);
  if (status == IMP_OK) status = settle_proposals(desk, err);
  return store_finish(desk->store, status, err);
}

/* ---- reading again ---------------------------------------------------------------------------------------------------- */

static enum imp_status view_again(struct proposer *p, const struct imp_news_article *a,
                                  const struct imp_reader *reader, struct imp_error *err) {
  struct imp_story *story = NULL;
  struct imp_news_view *view = NULL;
  uint32_t at = 0;
  enum imp_status status = imp_story_new(reader, &story, err);
  if (status == IMP_OK) status = imp_story_add(story, a, err);
  if (status == IMP_OK) status = imp_story_read(story, err);
  if (status == IMP_OK) status = imp_news_view_open(story, &view, err);
  if (status == IMP_OK) status = add_statements(p, view, 0, &at, err);
  imp_news_view_free(view);
  imp_story_free(story);
  return status;
}

/* Articles in the order in which they came, so that what is proposed is what would have been. */
static enum imp_status read_all(struct proposer *p, const struct imp_reader *reader,
                                struct imp_error *err) {
  struct store_rows rows;
  enum imp_status status = IMP_OK, ended;
  store_ask(p->desk->store, &rows,
            "SELECT id, issue, published, name, html, bytes FROM article ORDER BY id", "");
  while (status == IMP_OK && store_next(&rows)) {
    struct str bytes = store_bytes(&rows, 5);
    const struct imp_news_article a = {.name = store_text(&rows, 3),
                                       .bytes = bytes.p,
                                       .size = bytes.n,
                                       .published = store_text(&rows, 2),
                                       .html = store_number(&rows, 4) != 0};
    p->article = store_number(&rows, 0);
    p->issue = store_number(&rows, 1);
    p->published = a.published;
    p->counts->known++;
    status = view_again(p, &a, reader, err);
    if (status != IMP_REFUSED) continue;
    p->counts->unread++;
    status = IMP_OK;
    if (err != NULL) *err = (struct imp_error){0};
  }
  ended = store_end(&rows, err);
  return status == IMP_OK ? ended : status;
}

static enum imp_status reread(struct proposer *p, const struct imp_reader *reader,
                              struct imp_error *err) {
  enum imp_status status = store_run(p->desk->store, err, "DELETE FROM evidence", "");
  if (status == IMP_OK) status = store_run(p->desk->store, err, "DELETE FROM statement", "");
  if (status == IMP_OK) status = read_all(p, reader, err);
  if (status == IMP_OK) status = propose_passed(p, err);
  return status == IMP_OK ? settle_proposals(p->desk, err) : status;
}

enum imp_status imp_desk_reread(struct imp_desk *desk, const struct imp_reader *reader,
                                const struct imp_law *law, struct imp_desk_added *out,
                                struct imp_error *err) {
  struct proposer p;
  *out = (struct imp_desk_added){0};
  enum imp_status status = propose_begin(&p, desk, law, out, err);
  if (status != IMP_OK) return status;
  status = store_begin(desk->store, err);
  if (status == IMP_OK) status = store_finish(desk->store, reread(&p, reader, err), err);
  propose_end(&p);
  return status;
}
