// SPDX-License-Identifier: Apache-2.0
// What was decided of a proposal, by whom, and what it wrote into law.
#include "desk/desk.h"
#include "desk/page.h"

static void decision_json(struct page *p, const struct store_rows *r) {
  static const char *const keys[] = {"what", "by", "reason", "cite", "file", "wrote"};
  json_open(&p->json, NULL, '{');
  json_number(&p->json, "number", (uint64_t)store_number(r, 6));
  for (int i = 0; i < 6; i++) json_text(&p->json, keys[i], store_text(r, i));
  json_close(&p->json, '}');
}

static void decision_line(struct page *p, const struct store_rows *r) {
  buf_printf(&p->out, "    %s by ", store_text(r, 0) != NULL ? store_text(r, 0) : "");
  page_plain(p, store_text(r, 1));
  if (store_text(r, 2) != NULL) {
    buf_puts(&p->out, ": ");
    page_plain(p, store_text(r, 2));
  }
  if (store_text(r, 3) != NULL) {
    buf_puts(&p->out, "; cites ");
    page_plain(p, store_text(r, 3));
  }
  buf_putc(&p->out, '\n');
  if (store_text(r, 4) == NULL) return;
  buf_printf(&p->out, "      %s\n", store_text(r, 4));
  struct str rest = str_of(store_text(r, 5) != NULL ? store_text(r, 5) : ""), line;
  while (str_split(&rest, '\n', &line)) buf_printf(&p->out, "      + %.*s\n", (int)line.n, line.p);
}

enum imp_status page_decisions(struct imp_desk *d, struct page *p, int64_t id,
                               struct imp_error *err) {
  struct store_rows rows;
  bool any = false;
  store_ask(
      d->store, &rows,
      "SELECT what, who, reason, cite, file, wrote, id FROM decision WHERE proposal = ? ORDER BY "
      "id",
      "i", id);
  if (p->is_json) json_open(&p->json, "decisions", '[');
  while (store_next(&rows)) {
    if (!any && !p->is_json) buf_puts(&p->out, "\n  decisions\n");
    any = true;
    if (p->is_json)
      decision_json(p, &rows);
    else
      decision_line(p, &rows);
  }
  if (p->is_json) json_close(&p->json, ']');
  return store_end(&rows, err);
}

/* Law that an acceptance wrote stays when the proposal is opened or rejected: where it stands. */
enum imp_status page_written(struct imp_desk *d, struct page *p, int64_t id,
                             struct imp_error *err) {
  struct store_rows rows;
  store_ask(
      d->store, &rows,
      "SELECT file FROM decision WHERE proposal = ? AND what = 'accepted' AND wrote IS NOT NULL "
      "ORDER BY id DESC LIMIT 1",
      "i", id);
  if (store_next(&rows) && store_text(&rows, 0) != NULL)
    buf_printf(
        &p->out,
        "\n  care: what accepting it wrote stays in %s; propose show tells the lines, to be taken "
        "out by hand",
        store_text(&rows, 0));
  return store_end(&rows, err);
}
