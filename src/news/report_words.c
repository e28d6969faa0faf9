// SPDX-License-Identifier: Apache-2.0
// The words of a piece of an article as people read them: of a page without its tags, with its characters for "&scaron;".
#include "base/error.h"
#include "news/report_own.h"

/* Decoded text in place: dashes as they are printed, runs of blanks as one. */
static void put_readable(struct str s, struct buf *out) {
  bool blank = true; /* none at the head */
  for (size_t i = 0; i < s.n; i++) {
    char c = s.p[i];
    if (c == NEWS_DASH)
      buf_puts(out, "\xe2\x80\x94");
    else if ((unsigned char)c > ' ')
      buf_putc(out, c);
    else if (!blank)
      buf_putc(out, ' ');
    blank = (unsigned char)c <= ' ' && c != NEWS_DASH;
  }
  while (out->n > 0 && out->p[out->n - 1] == ' ') out->n--;
}

enum imp_status imp_page_words(const char *bytes, size_t n, struct imp_text *text,
                               struct imp_error *err) {
  struct news_text page;
  struct buf out = {text->p, 0, text->cap, false};
  enum imp_status status = news_decode((struct str){bytes, n}, true, &page, err);
  if (status == IMP_OK) put_readable(buf_str(&page.text), &out);
  news_text_free(&page);
  *text = (struct imp_text){out.p, out.n, out.cap};
  return status == IMP_OK && out.failed ? error_no_memory(err) : status;
}

static struct str words_of_page(struct news_printer *p, struct str bytes) {
  struct imp_text text = {p->words.p, p->words.n, p->words.cap};
  struct imp_error ignored = {0};
  bool fine = imp_page_words(bytes.p, bytes.n, &text, &ignored) == IMP_OK;
  p->words = (struct buf){text.p, text.n, text.cap, false};
  return fine ? buf_str(&p->words) : bytes;
}

struct str news_words_of(struct news_printer *p, uint32_t article, struct news_span span) {
  const struct news_article *a = &p->y->articles[article];
  struct str bytes = str_sub(a->bytes, span.from, span.to);
  return a->html && bytes.n > 0 ? words_of_page(p, bytes) : bytes;
}
