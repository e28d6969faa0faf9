// SPDX-License-Identifier: Apache-2.0
// One proposal as it stands in the desk.
#include <stdlib.h>
#include <string.h>

#include "desk/desk.h"

static const char *keep(struct arena *a, const struct store_rows *rows, int column) {
  const char *text = store_text(rows, column);
  return text != NULL ? str_dup(a, str_of(text)) : NULL;
}

static enum target_kind kind_of(const char *word) {
  for (int i = TARGET_MEASURE; word != NULL && i > TARGET_NONE; i--)
    if (strcmp(word, target_words[i]) == 0) return (enum target_kind)i;
  return TARGET_NONE;
}

static void take(struct arena *a, const struct store_rows *r, struct proposal *p) {
  *p = (struct proposal){.id = store_number(r, 0),
                         .name = keep(a, r, 1),
                         .kind = keep(a, r, 2),
                         .state = keep(a, r, 3),
                         .measure = keep(a, r, 4),
                         .title = keep(a, r, 5),
                         .decides = keep(a, r, 6),
                         .actor = keep(a, r, 7),
                         .speaker = keep(a, r, 8),
                         .side = keep(a, r, 9),
                         .verb = keep(a, r, 10),
                         .status = keep(a, r, 11),
                         .number = keep(a, r, 12),
                         .from = keep(a, r, 13),
                         .to = keep(a, r, 14),
                         .note = keep(a, r, 21)};
  p->target = (struct target){.kind = kind_of(store_text(r, 15)),
                              .name = keep(a, r, 16),
                              .answer = keep(a, r, 17),
                              .heading = keep(a, r, 18),
                              .question = keep(a, r, 19),
                              .outcome = keep(a, r, 20)};
}

/* Whose signature waits for a second one: the last that was decided. */
static enum imp_status take_signature(struct imp_desk *d, struct arena *a, struct proposal *p,
                                      struct imp_error *err) {
  struct store_rows rows;
  store_ask(d->store, &rows,
            "SELECT what, who FROM decision WHERE proposal = ? ORDER BY id DESC LIMIT 1", "i",
            p->id);
  if (store_next(&rows) && strcmp(store_text(&rows, 0), "signed") == 0)
    p->signed_by = keep(a, &rows, 1);
  return store_end(&rows, err);
}

/* A file's name without its folders, of letters that any text of law can hold. */
static void put_name(struct buf *out, const char *name) {
  const char *slash = strrchr(name, '/');
  if (slash != NULL && slash[1] != '\0') name = slash + 1;
  for (size_t i = 0; i < 60 && name[i] != '\0'; i++) {
    char c = name[i];
    bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    buf_putc(out, plain || strchr("._-", c) != NULL ? c : '-');
  }
}

/* Which reports: so that whoever reads the law finds them, though no outlet is a voice. */
static enum imp_status take_names(struct imp_desk *d, struct arena *a, struct proposal *p,
                                  struct imp_error *err) {
  enum { MOST = 3 };
  struct store_rows rows;
  struct buf out = {0};
  int64_t n = 0;
  store_ask(d->store, &rows,
            "SELECT DISTINCT a.issue, coalesce(i.name, a.name) FROM evidence e JOIN statement s ON "
            "s.id = e.statement JOIN article a ON a.id = s.article LEFT JOIN article i ON i.id = "
            "a.issue WHERE e.proposal = ? GROUP BY a.issue ORDER BY a.issue",
            "i", p->id);
  for (; store_next(&rows); n++) {
    if (n >= MOST) continue;
    if (n > 0) buf_puts(&out, ", ");
    put_name(&out, store_text(&rows, 1));
  }
  if (n > MOST) buf_printf(&out, " and %lld more", (long long)(n - MOST));
  p->names = n > 0 ? buf_keep(&out, a) : "";
  if (n == 0) buf_free(&out);
  enum imp_status status = store_end(&rows, err);
  return status == IMP_OK && p->names == NULL ? error_no_memory(err) : status;
}

/* Day, venue and number of the reports it rests on. */
static enum imp_status take_evidence(struct imp_desk *d, struct arena *a, struct proposal *p,
                                     struct imp_error *err) {
  struct store_rows rows;
  store_ask(d->store, &rows,
            "SELECT min(a.published), count(DISTINCT a.issue), max(s.venue), coalesce(max(s.sure), "
            "-1), coalesce(min(coalesce(s.uncertain, 0)), 0) FROM evidence e JOIN "
            "statement s ON s.id = e.statement JOIN article a ON a.id = s.article WHERE "
            "e.proposal = ?",
            "i", p->id);
  if (store_next(&rows)) {
    p->said_on = keep(a, &rows, 0);
    p->reports = store_number(&rows, 1);
    p->venue = keep(a, &rows, 2);
    p->sure = store_number(&rows, 3);
    p->uncertain = store_number(&rows, 4) != 0;
  }
  return store_end(&rows, err);
}

int64_t asked_number(const char *typed) {
  size_t n = strspn(typed, "0123456789");
  return n > 0 && n < 12 && typed[n] == '\0' ? (int64_t)strtoll(typed, NULL, 10) : 0;
}

enum imp_status proposal_read(struct imp_desk *desk, const char *asked, struct arena *arena,
                              struct proposal *out, struct imp_error *err) {
  struct store_rows rows;
  store_ask(desk->store, &rows,
            "SELECT id, name, kind, state, measure, title, decides, actor, speaker, side, verb, "
            "status, number, first, last, target, place, answer, heading, question, outcome, note "
            "FROM proposal WHERE id = ? OR name = ?",
            "it", asked_number(asked), asked);
  bool found = store_next(&rows);
  if (found) take(arena, &rows, out);
  enum imp_status status = store_end(&rows, err);
  if (status == IMP_OK && !found)
    return error_set(err, IMP_USAGE, "propose.none", "impost propose list",
                     "there is no proposal %.40s", asked);
  if (status == IMP_OK) status = take_evidence(desk, arena, out, err);
  if (status == IMP_OK) status = take_names(desk, arena, out, err);
  if (status == IMP_OK) status = take_signature(desk, arena, out, err);
  return status == IMP_OK && arena->failed ? error_no_memory(err) : status;
}

bool proposal_carries(const struct proposal *p) {
  return strcmp(p->kind, "amend") == 0;
}

bool proposal_statement(const struct proposal *p, struct buf *out) {
  bool percent = p->number != NULL && strchr(p->number, '%') != NULL;
  if (strcmp(p->status, "suspended") == 0) {
    if (p->from == NULL || p->to == NULL) return false;
    buf_printf(out, "suspended from %s through %s", p->from, p->to);
    return true;
  }
  if (!percent || p->from == NULL) return false;
  buf_printf(out, "rate %s from %s", p->number, p->from);
  return true;
}
