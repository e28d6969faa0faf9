// SPDX-License-Identifier: Apache-2.0
// Days that lay ahead when they were read and have passed by the newest report: expire-check, for a person to look at.
#include <string.h>

#include "desk/desk.h"

static bool same(const char *a, const char *b) {
  return a != NULL && b != NULL && strcmp(a, b) == 0;
}

struct passed {
  int64_t id;
  const char *measure, *question, *day;
  bool review; /* of a word that was taken down: somebody was to look again */
};

static bool is_answered(const struct proposer *p, const char *question) {
  const struct imp_item *item = question != NULL ? propose_item(p, question) : NULL;
  return item != NULL &&
         (item->result_count > 0 || same(item->state, "held") || same(item->state, "called off"));
}

static enum imp_status put_passed(struct proposer *p, const struct passed *one, const char *newest,
                                  struct imp_error *err) {
  struct buf match = {0}, note = {0};
  char name[13];
  int64_t id = 0;
  buf_printf(&match, "expire-check|%s|%s", one->measure, one->day);
  buf_printf(&note,
             one->review
                 ? "what was accepted was to be looked at again on %s: the newest report is "
                   "of %s, and the law has no answer"
                 : "%s has passed: the newest report is of %s, and the law has no answer",
             one->day, newest);
  enum imp_status status = match.failed || note.failed ? error_no_memory(err) : IMP_OK;
  if (status == IMP_OK) {
    propose_name(match.p, 1, name);
    status = store_run(p->desk->store, err,
                       "INSERT OR IGNORE INTO proposal(name, match, serial, kind, state, measure, "
                       "key, title, decides, speaker, side, verb, status, last, target, place, "
                       "note) SELECT ?, ?, 1, 'expire-check', 'open', measure, key, title, "
                       "decides, '', decides, '', status, ?, coalesce(CASE WHEN question IS NOT "
                       "NULL THEN 'question' END, target), coalesce(question, place), ? FROM "
                       "proposal WHERE id = ?",
                       "tttti", name, match.p, one->review ? NULL : one->day, note.p, one->id);
  }
  if (status == IMP_OK) p->counts->proposals += (uint32_t)store_changes(p->desk->store);
  if (status == IMP_OK)
    status = store_one(p->desk->store, 0, &id, err, "SELECT id FROM proposal WHERE match = ?", "t",
                       match.p);
  if (status == IMP_OK)
    status = store_run(p->desk->store, err,
                       "INSERT OR IGNORE INTO evidence SELECT ?, statement FROM evidence WHERE "
                       "proposal = ?",
                       "ii", id, one->id);
  buf_free(&match);
  buf_free(&note);
  return status;
}

/* Days that lay ahead when they were read: that an agreement was of yesterday asks nobody anything. */
static enum imp_status list_passed(struct proposer *p, struct arena *arena, const char *newest,
                                   struct passed **out, size_t *count, struct imp_error *err) {
  struct store_rows rows;
  size_t cap = 0;
  bool starved = false;
  store_ask(p->desk->store, &rows,
            "SELECT id, measure, coalesce(question, place), coalesce(last, first), 0 FROM proposal "
            "WHERE kind <> 'expire-check' AND state <> 'rejected' AND coalesce(last, first) < ?1 "
            "AND (day IS NULL OR coalesce(last, first) > day) UNION ALL SELECT p.id, p.measure, "
            "coalesce(p.question, p.place), max(d.reason), 1 "
            "FROM proposal p JOIN decision d ON d.proposal = p.id WHERE d.what = 'review' AND "
            "p.state = 'accepted' GROUP BY p.id HAVING max(d.reason) < ?1 ORDER BY 1, 5",
            "t", newest);
  while (!starved && store_next(&rows)) {
    starved = !mem_grow((void **)out, &cap, *count + 1, sizeof **out);
    if (starved) break;
    const char *question = store_text(&rows, 2);
    (*out)[(*count)++] =
        (struct passed){.id = store_number(&rows, 0),
                        .measure = str_dup(arena, str_of(store_text(&rows, 1))),
                        .question = question != NULL ? str_dup(arena, str_of(question)) : NULL,
                        .day = str_dup(arena, str_of(store_text(&rows, 3))),
                        .review = store_number(&rows, 4) != 0};
  }
  enum imp_status status = store_end(&rows, err);
  return status == IMP_OK && (starved || arena->failed) ? error_no_memory(err) : status;
}

enum imp_status propose_passed(struct proposer *p, struct imp_error *err) {
  struct arena arena = {0};
  struct passed *list = NULL;
  size_t count = 0;
  char newest[12] = "";
  struct store_rows rows;
  store_ask(p->desk->store, &rows, "SELECT coalesce(max(published), '') FROM article", "");
  if (store_next(&rows)) {
    struct str day = str_of(store_text(&rows, 0));
    memcpy(newest, day.p != NULL ? day.p : "", day.n < sizeof newest ? day.n + 1 : 1);
  }
  enum imp_status status = store_end(&rows, err);
  if (status == IMP_OK) status = list_passed(p, &arena, newest, &list, &count, err);
  if (status == IMP_OK) status = propose_know(p, newest, err);
  for (size_t i = 0; i < count && status == IMP_OK; i++)
    if (!is_answered(p, list[i].question)) status = put_passed(p, &list[i], newest, err);
  mem_free(list);
  arena_free(&arena);
  return status;
}
