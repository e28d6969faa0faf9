// SPDX-License-Identifier: Apache-2.0
// See page.h.
#include "desk/page.h"

#include <string.h>

#include "base/error.h"
#include "base/num.h"
#include "impost/news.h"

void page_begin(struct page *p, const struct imp_report_options *options, struct imp_text *text,
                const char *schema) {
  *p = (struct page){.out = {text->p, text->n, text->cap, false},
                     .is_json = options->format == IMP_JSON,
                     .ascii = options->ascii != 0};
  p->json = (struct json_out){.out = &p->out, .flat = 3};
  if (!p->is_json) return;
  json_open(&p->json, NULL, '{');
  json_text(&p->json, "schema", schema);
}

enum imp_status page_end(struct page *p, enum imp_status status, struct imp_text *text,
                         struct imp_error *err) {
  if (p->is_json && status == IMP_OK) {
    json_close(&p->json, '}');
    buf_putc(&p->out, '\n');
  }
  *text = (struct imp_text){p->out.p, p->out.n, p->out.cap};
  imp_text_free(&p->words);
  return status == IMP_OK && p->out.failed ? error_no_memory(err) : status;
}

static void put_char(struct page *p, unsigned char c) {
  if (c < ' ' || c == 0x7f)
    buf_putc(&p->out, ' ');
  else if (c < 0x80 || !p->ascii)
    buf_putc(&p->out, (char)c);
  else if (c >= 0xc0)
    buf_putc(&p->out, '?');
}

void page_plain(struct page *p, const char *text) {
  for (; text != NULL && *text != '\0'; text++) put_char(p, (unsigned char)*text);
}

struct str page_words(struct page *p, struct str bytes, int64_t from, int64_t to) {
  struct str piece = {0};
  if (from >= 0 && to >= from) piece = str_sub(bytes, (size_t)from, (size_t)to);
  if (!p->html || piece.n == 0) return piece;
  struct imp_error ignored = {0};
  bool fine = imp_page_words(piece.p, piece.n, &p->words, &ignored) == IMP_OK;
  return fine ? (struct str){p->words.p, p->words.n} : piece;
}

void page_piece(struct page *p, struct str bytes, int64_t from, int64_t to) {
  struct str piece = page_words(p, bytes, from, to);
  for (size_t i = 0; i < piece.n; i++) put_char(p, (unsigned char)piece.p[i]);
}

void page_lines(struct page *p, const char *text) {
  struct str rest = str_of(text), line;
  while (str_split(&rest, '\n', &line)) {
    if (line.n == 0) continue;
    buf_puts(&p->out, "  ");
    for (size_t i = 0; i < line.n; i++) put_char(p, (unsigned char)line.p[i]);
    buf_putc(&p->out, '\n');
  }
}

static const char *split(const char *number, char room[48]) {
  const char *unit = strchr(number, ' ');
  size_t n = unit != NULL ? (size_t)(unit - number) : strlen(number);
  if (n > 47) n = 47;
  memcpy(room, number, n);
  room[n] = '\0';
  return unit != NULL ? unit + 1 : NULL;
}

void page_number(struct page *p, const char *number) {
  char room[48];
  if (number == NULL) return;
  const char *unit = split(number, room);
  buf_puts(&p->out, ", ");
  number_tell(room, unit, &p->out);
}

void page_exact(struct page *p, const char *number) {
  char room[48];
  if (number != NULL) split(number, room);
  json_text(&p->json, "number", number != NULL ? room : NULL);
}

void page_days(struct page *p, const char *from, const char *to) {
  if (from == NULL && to == NULL) return;
  buf_printf(&p->out, ", %s", from != NULL ? from : "to ");
  if (to != NULL && (from == NULL || strcmp(from, to) != 0))
    buf_printf(&p->out, "%s%s", from != NULL ? ".." : "", to);
  if (to == NULL) buf_puts(&p->out, " on");
}

void page_sure(struct page *p, const struct store_rows *row, int column) {
  json_share(&p->json, "confidence",
             store_text(row, column) != NULL ? store_number(row, column) : -1);
  json_bool(&p->json, "uncertain", store_number(row, column + 1) != 0);
}
