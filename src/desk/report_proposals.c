// SPDX-License-Identifier: Apache-2.0
// Proposals, for the person who decides and for programs (impost.proposals/1, docs/desk.md).
#include <stdio.h>
#include <string.h>

#include "desk/desk.h"
#include "desk/page.h"

static const char *or_nothing(const char *text) {
  return text != NULL ? text : "";
}

/* What is proposed, in one line: who says what of which measure. */
static void put_gist(struct page *p, const struct proposal *q) {
  buf_printf(&p->out, "%s, %s", q->measure, q->status);
  if (proposal_carries(q)) page_number(p, q->number);
  if (proposal_carries(q) || q->speaker[0] == '\0') page_days(p, q->from, q->to);
  if (q->speaker[0] == '\0') return;
  buf_puts(&p->out, ": ");
  page_plain(p, q->speaker);
  buf_printf(&p->out, " (%s)", q->side);
}

static void put_place(struct page *p, const struct proposal *q) {
  const struct target *t = &q->target;
  if (t->kind == TARGET_NONE) {
    buf_puts(&p->out, "no place in the law is named for it: --at says one");
    return;
  }
  buf_printf(&p->out, "%s %s", target_words[t->kind], or_nothing(t->name));
  if (t->heading != NULL) buf_printf(&p->out, " heading %s", t->heading);
  if (t->answer != NULL) buf_printf(&p->out, ", %s", t->answer);
  if (t->question != NULL) buf_printf(&p->out, ", if %s is %s", t->question, t->outcome);
}

/* Can it take an official citation? A word of a side takes none. */
static const char *const citation_words[] = {"none", "possible", "wanted"};

static int citation_of(const struct proposal *q) {
  return proposal_carries(q) ? 2 : strcmp(q->kind, "expire-check") == 0 ? 1 : 0;
}

static void put_line(struct page *p, const struct proposal *q) {
  static const char *const takes[] = {"a word only, no citation", "can take a citation",
                                      "wants a citation"};
  buf_printf(&p->out, "  %4lld  %-13s %-9s ", (long long)q->id, q->kind, q->state);
  put_gist(p, q);
  buf_printf(&p->out, "\n        %s; ", q->name);
  put_place(p, q);
  buf_printf(&p->out, "; %s", takes[citation_of(q)]);
  buf_printf(&p->out, "; %lld report%s", (long long)q->reports, q->reports == 1 ? "" : "s");
  if (q->said_on != NULL) buf_printf(&p->out, " from %s", q->said_on);
  if (q->uncertain) buf_puts(&p->out, "; read uncertainly");
  if (q->signed_by != NULL) {
    buf_puts(&p->out, "; signed by ");
    page_plain(p, q->signed_by);
  }
  buf_putc(&p->out, '\n');
  if (q->note == NULL) return;
  buf_puts(&p->out, "        ! ");
  page_plain(p, q->note);
  buf_putc(&p->out, '\n');
}

static void put_fields(struct page *p, const struct proposal *q) {
  struct json_out *j = &p->json;
  json_number(j, "proposal", (uint64_t)q->id);
  json_text(j, "name", q->name);
  json_text(j, "kind", q->kind);
  json_text(j, "state", q->state);
  json_text(j, "measure", q->measure);
  json_text(j, "title", q->title);
  json_maybe(j, "decides", q->decides);
  json_maybe(j, "speaker", q->speaker);
  json_maybe(j, "actor", q->actor);
  json_maybe(j, "side", q->side);
  json_maybe(j, "verb", q->verb);
  json_text(j, "status", q->status);
  page_exact(p, q->number);
  json_text(j, "from", q->from);
  json_text(j, "to", q->to);
  json_maybe(j, "place", target_words[q->target.kind]);
  json_text(j, "at", q->target.name);
  json_text(j, "answer", q->target.answer);
  json_text(j, "heading", q->target.heading);
  json_text(j, "question", q->target.question);
  json_text(j, "outcome", q->target.outcome);
  json_bool(j, "wants_citation", proposal_carries(q));
  json_text(j, "citation", citation_words[citation_of(q)]);
  json_text(j, "signed_by", q->signed_by);
  json_text(j, "said_on", q->said_on);
  json_number(j, "reports", (uint64_t)q->reports);
  json_share(j, "confidence", q->sure);
  json_bool(j, "uncertain", q->uncertain);
  json_text(j, "note", q->note);
}

/* ---- the list ------------------------------------------------------------------------------------------------------------ */

static enum imp_status put_one(struct imp_desk *d, struct page *p, const char *id,
                               struct imp_error *err) {
  struct arena arena = {0};
  struct proposal q;
  enum imp_status status = proposal_read(d, id, &arena, &q, err);
  if (status == IMP_OK && p->is_json) {
    json_open(&p->json, NULL, '{');
    put_fields(p, &q);
    json_close(&p->json, '}');
  } else if (status == IMP_OK) {
    put_line(p, &q);
  }
  arena_free(&arena);
  return status;
}

enum imp_status imp_report_proposals(struct imp_desk *desk, const char *state,
                                     const struct imp_report_options *options,
                                     struct imp_text *text, struct imp_error *err) {
  struct page p;
  struct store_rows rows;
  enum imp_status status = IMP_OK, ended;
  uint32_t count = 0;
  page_begin(&p, options, text, "impost.proposals/1");
  if (p.is_json) json_open(&p.json, "proposals", '[');
  store_ask(desk->store, &rows,
            "SELECT name FROM proposal WHERE state = ?1 OR (?1 IS NULL AND state IN ('open', "
            "'deferred')) ORDER BY id",
            "t", state);
  for (; status == IMP_OK && store_next(&rows); count++)
    status = put_one(desk, &p, or_nothing(store_text(&rows, 0)), err);
  ended = store_end(&rows, err);
  if (status == IMP_OK) status = ended;
  if (p.is_json) json_close(&p.json, ']');
  if (!p.is_json && count == 0)
    buf_printf(&p.out, "No proposal is %s.\n", state != NULL ? state : "open");
  return page_end(&p, status, text, err);
}

/* "3: us-tariff-30-cn, threatened, 30%: Donald Trump (US)" */
enum imp_status imp_report_proposal_gist(struct imp_desk *desk, const char *proposal,
                                         const struct imp_report_options *options,
                                         struct imp_text *text, struct imp_error *err) {
  const struct imp_report_options plain = {.format = IMP_TEXT, .ascii = options->ascii};
  struct arena arena = {0};
  struct page p;
  struct proposal q;
  enum imp_status status = proposal_read(desk, proposal, &arena, &q, err);
  page_begin(&p, &plain, text, NULL);
  if (status == IMP_OK) {
    buf_printf(&p.out, "%lld: ", (long long)q.id);
    put_gist(&p, &q);
    if (strcmp(q.state, "accepted") != 0) status = page_written(desk, &p, q.id, err);
  }
  arena_free(&arena);
  return page_end(&p, status, text, err);
}

/* ---- one of them ---------------------------------------------------------------------------------------------------------- */

static void evidence_json(struct page *p, const struct store_rows *r, struct str sentence) {
  json_open(&p->json, NULL, '{');
  json_number(&p->json, "article", (uint64_t)store_number(r, 0));
  json_text(&p->json, "name", store_text(r, 1));
  json_text(&p->json, "published", store_text(r, 2));
  json_number(&p->json, "issue_of", (uint64_t)store_number(r, 3));
  json_text(&p->json, "sha256", store_text(r, 10));
  json_text(&p->json, "speaker", store_text(r, 4));
  json_text(&p->json, "venue", store_text(r, 5));
  json_bool(&p->json, "quoted", store_number(r, 6) != 0);
  page_sure(p, r, 11);
  json_open(&p->json, "bytes", '[');
  json_number(&p->json, NULL, (uint64_t)store_number(r, 7));
  json_number(&p->json, NULL, (uint64_t)store_number(r, 8));
  json_close(&p->json, ']');
  json_str(&p->json, "text", page_words(p, sentence, 0, (int64_t)sentence.n));
  json_close(&p->json, '}');
}

static void evidence_line(struct page *p, const struct store_rows *r, struct str sentence) {
  bool again = store_number(r, 3) != store_number(r, 0);
  buf_printf(&p->out, "    [%lld] ", (long long)store_number(r, 0));
  page_plain(p, store_text(r, 1));
  buf_printf(&p->out, ", %s%s, bytes %lld..%lld\n        ",
             store_text(r, 2) != NULL ? store_text(r, 2) : "no day", again ? ", another issue" : "",
             (long long)store_number(r, 7), (long long)store_number(r, 8));
  page_plain(p, store_text(r, 4));
  if (store_text(r, 5) != NULL) buf_printf(&p->out, " (%s)", store_text(r, 5));
  buf_puts(&p->out, store_number(r, 6) != 0 ? ", quoted" : "");
  buf_puts(&p->out, store_number(r, 12) != 0 ? ", read uncertainly: " : ": ");
  page_piece(p, sentence, 0, (int64_t)sentence.n);
  buf_putc(&p->out, '\n');
}

static enum imp_status put_evidence(struct imp_desk *d, struct page *p, int64_t id,
                                    struct imp_error *err) {
  struct store_rows rows;
  store_ask(
      d->store, &rows,
      "SELECT a.id, a.name, a.published, a.issue, s.speaker, s.venue, s.quoted, "
      "s.sentence_from, s.sentence_to, substr(a.bytes, s.sentence_from + 1, s.sentence_to - "
      "s.sentence_from), a.sha256, s.sure, s.uncertain, a.html FROM evidence e JOIN statement s ON "
      "s.id = e.statement "
      "JOIN article a ON a.id = s.article WHERE e.proposal = ? ORDER BY s.id",
      "i", id);
  if (p->is_json)
    json_open(&p->json, "evidence", '[');
  else
    buf_puts(&p->out, "\n  evidence\n");
  while (store_next(&rows)) {
    p->html = store_number(&rows, 13) != 0;
    if (p->is_json)
      evidence_json(p, &rows, store_bytes(&rows, 9));
    else
      evidence_line(p, &rows, store_bytes(&rows, 9));
  }
  if (p->is_json) json_close(&p->json, ']');
  return store_end(&rows, err);
}

/* What the desk has of the same measure, side by side: one line a voice, whatever was proposed of it. */
static void said_json(struct page *p, const struct store_rows *r) {
  static const char *const keys[] = {"side", "status", "number", "from", "to", "speaker"};
  json_open(&p->json, NULL, '{');
  for (int i = 0; i < 6; i++)
    if (i == 2)
      page_exact(p, store_text(r, i));
    else
      json_maybe(&p->json, keys[i], store_text(r, i));
  json_number(&p->json, "reports", (uint64_t)store_number(r, 6));
  json_close(&p->json, '}');
}

static void said_line(struct page *p, const struct store_rows *r, char before[20]) {
  const char *side = store_text(r, 0)[0] != '\0' ? store_text(r, 0) : "outlet";
  int64_t reports = store_number(r, 6);
  buf_printf(&p->out, "    %-6.6s  ", strcmp(before, side) != 0 ? side : "");
  snprintf(before, 20, "%s", side);
  buf_puts(&p->out, store_text(r, 1));
  page_number(p, store_text(r, 2));
  page_days(p, store_text(r, 3), store_text(r, 4));
  if (store_text(r, 0)[0] != '\0') {
    buf_puts(&p->out, ": ");
    page_plain(p, store_text(r, 5));
  }
  buf_printf(&p->out, "; %lld report%s\n", (long long)reports, reports == 1 ? "" : "s");
}

static enum imp_status put_said(struct imp_desk *d, struct page *p, const struct proposal *q,
                                struct imp_error *err) {
  struct store_rows rows;
  char before[20] = "";
  bool decides = q->decides[0] == '\0';
  store_ask(d->store, &rows,
            "SELECT s.side, s.status, s.number, s.first, s.last, s.speaker, count(DISTINCT "
            "a.issue) FROM statement s JOIN article a ON a.id = s.article WHERE s.measure = ? "
            "GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY s.side = '', s.side, min(s.id)",
            "t", q->measure);
  if (p->is_json)
    json_open(&p->json, "said", '[');
  else
    buf_puts(&p->out, "\n  said of it, on this desk\n");
  bool any = false;
  while (store_next(&rows)) {
    any = true;
    decides = decides || strcmp(store_text(&rows, 0), q->decides) == 0;
    if (p->is_json)
      said_json(p, &rows);
    else
      said_line(p, &rows, before);
  }
  if (p->is_json) json_close(&p->json, ']');
  if (!p->is_json && !any) buf_puts(&p->out, "    nothing any more\n");
  if (!p->is_json && any && !decides)
    buf_printf(&p->out, "    %-6.6s  nothing, and it decides\n", q->decides);
  return store_end(&rows, err);
}

/* What accepting it takes and writes. */
static void put_consequence(struct page *p, const struct proposal *q) {
  struct buf line = {0};
  buf_puts(&p->out, "  accepting   ");
  if (strcmp(q->kind, "expire-check") == 0) {
    buf_puts(&p->out, "writes nothing; with --answer, --cite and --said-on the answer of an "
                      "official text\n");
  } else if (!proposal_carries(q)) {
    buf_printf(&p->out, "writes a voice where the law has none yet, and: said %s %s%s%s\n", q->side,
               q->verb, q->target.answer != NULL && strcmp(q->verb, "raises") != 0 ? " " : "",
               q->target.answer != NULL && strcmp(q->verb, "raises") != 0 ? q->target.answer : "");
  } else {
    bool made = proposal_statement(q, &line);
    buf_printf(&p->out,
               "wants --cite, an official citation, and a second person; writes a voice and: %s\n",
               made ? line.p : "what --line says");
  }
  p->out.failed |= line.failed;
  buf_free(&line);
}

static void put_head(struct page *p, const struct proposal *q) {
  if (p->is_json) {
    put_fields(p, q);
    return;
  }
  buf_printf(&p->out, "%lld  %s, %s  (%s)\n\n  %s\n  measure     ", (long long)q->id, q->kind,
             q->state, q->name, q->title);
  put_gist(p, q);
  buf_puts(&p->out, "\n  place       ");
  put_place(p, q);
  buf_putc(&p->out, '\n');
  if (strcmp(q->state, "accepted") != 0 && strcmp(q->state, "rejected") != 0) put_consequence(p, q);
  if (q->note == NULL) return;
  buf_puts(&p->out, "  care        ");
  page_plain(p, q->note);
  buf_putc(&p->out, '\n');
}

/* How near its first day is. No clock is asked: the newest report is now. */
static enum imp_status put_nearness(struct imp_desk *d, struct page *p, const struct proposal *q,
                                    struct imp_error *err) {
  struct store_rows rows;
  if (p->is_json || q->from == NULL || !proposal_carries(q)) return IMP_OK;
  store_ask(d->store, &rows,
            "SELECT max(published), CAST(julianday(?) - julianday(max(published)) AS INTEGER) FROM "
            "article",
            "t", q->from);
  if (store_next(&rows) && store_text(&rows, 0) != NULL) {
    int64_t days = store_number(&rows, 1), n = days < 0 ? -days : days;
    buf_printf(&p->out, "  first day   %lld day%s %s the newest report of the desk, %s\n",
               (long long)n, n == 1 ? "" : "s", days < 0 ? "before" : "behind",
               store_text(&rows, 0));
  }
  return store_end(&rows, err);
}

enum imp_status imp_report_proposal(struct imp_desk *desk, const char *proposal,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err) {
  struct arena arena = {0};
  struct page p;
  struct proposal q;
  enum imp_status status = proposal_read(desk, proposal, &arena, &q, err);
  page_begin(&p, options, text, "impost.proposals/1");
  if (status == IMP_OK) {
    put_head(&p, &q);
    status = put_nearness(desk, &p, &q, err);
  }
  if (status == IMP_OK) {
    status = put_evidence(desk, &p, q.id, err);
  }
  if (status == IMP_OK) status = put_said(desk, &p, &q, err);
  if (status == IMP_OK) status = page_decisions(desk, &p, q.id, err);
  arena_free(&arena);
  return page_end(&p, status, text, err);
}
