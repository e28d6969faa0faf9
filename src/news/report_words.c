// SPDX-License-Identifier: Apache-2.0
// The words of a piece of an article as people read them: of a page without its tags, with its characters for "&scaron;".
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

struct str news_page_words(struct str bytes, struct buf *room) {
  struct news_text text;
  struct imp_error ignored = {0};
  if (news_decode(bytes, true, &text, &ignored) != IMP_OK) return bytes;
  buf_clear(room);
  put_readable(buf_str(&text.text), room);
  news_text_free(&text);
  return room->failed ? bytes : buf_str(room);
}

struct str news_words_of(struct news_printer *p, uint32_t article, struct news_span span) {
  const struct news_article *a = &p->y->articles[article];
  struct str bytes = str_sub(a->bytes, span.from, span.to);
  return a->html && bytes.n > 0 ? news_page_words(bytes, &p->words) : bytes;
}
