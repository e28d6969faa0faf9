// SPDX-License-Identifier: Apache-2.0
// Bytes to text: one form of quotation marks, dashes and spaces, tags and entities of a page resolved, and a map that
// leads every byte back to where it came from. The map holds a row only where the two texts drift apart.
#include <string.h>

#include "news/news_own.h"

#define MOST (64u << 20)

#define ENDLESS                                                                                    \
  16 /* names of elements that never end; with more of them none is dropped any more */

struct decoder {
  struct str in;
  size_t at;
  struct news_text *out;
  struct str endless[ENDLESS];
  size_t endless_count;
  bool last_gt; /* no ">" stands behind: each "<" is a sign */
  bool failed;
};

static void note_shift(struct decoder *d, size_t orig) {
  struct news_text *t = d->out;
  uint32_t norm = (uint32_t)t->text.n;
  if (t->count > 0) {
    const struct news_shift *last = &t->shifts[t->count - 1];
    if (last->orig + (norm - last->norm) == orig) return;
  } else if (norm == orig)
    return;
  if (!mem_grow((void **)&t->shifts, &t->cap, t->count + 1, sizeof *t->shifts)) {
    d->failed = true;
    return;
  }
  t->shifts[t->count++] = (struct news_shift){norm, (uint32_t)orig};
}

static void put(struct decoder *d, const char *p, size_t n, size_t orig) {
  note_shift(d, orig);
  buf_put(&d->out->text, (struct str){p, n});
}

uint32_t news_origin(const struct news_text *t, uint32_t norm) {
  size_t low = 0, high = t->count;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (t->shifts[mid].norm <= norm)
      low = mid + 1;
    else
      high = mid;
  }
  uint32_t at = low == 0 ? norm : t->shifts[low - 1].orig + (norm - t->shifts[low - 1].norm);
  return t->base + at;
}

/* What a character of more than one byte is written as; NULL: itself. */
static const char *plain_form(uint32_t code) {
  static char dash[2] = {NEWS_DASH, 0};
  if (code == 0x2018 || code == 0x2019 || code == 0x201b || code == 0x2032) return "'";
  if ((code >= 0x201c && code <= 0x201f) || code == 0xab || code == 0xbb || code == 0x2033)
    return "\"";
  if (code == 0x2014 || code == 0x2015) return dash;
  if (code == 0x2010 || code == 0x2011 || code == 0x2012 || code == 0x2013 || code == 0x2212)
    return "-";
  if (code == 0xa0 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f || code == 0x3000)
    return " ";
  if (code == 0x200b || code == 0xfeff || code == 0xad) return "";
  if (code == 0x2026) return "...";
  if (code == 0x2028 || code == 0x2029) return "\n";
  return NULL;
}

/* "2½%": as it is written in digits; NULL: no fraction. */
static const char *fraction(const struct decoder *d, uint32_t code) {
  static const struct {
    uint16_t code;
    const char *digits;
  } all[] = {{0xbd, "0.5"},     {0xbc, "0.25"},    {0xbe, "0.75"},
             {0x2153, "0.333"}, {0x2154, "0.667"}, {0x215b, "0.125"},
             {0x215c, "0.375"}, {0x215d, "0.625"}, {0x215e, "0.875"}};
  const struct buf *text = &d->out->text;
  bool behind = text->n > 0 && text->p[text->n - 1] >= '0' && text->p[text->n - 1] <= '9';
  for (size_t k = 0; k < sizeof all / sizeof *all; k++)
    if (all[k].code == code) return all[k].digits + behind;
  return NULL;
}

static size_t utf8_read(const unsigned char *p, size_t n, uint32_t *code) {
  size_t size = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
  if (size > n) return 1;
  *code = p[0] & (0xffu >> (size + 1));
  for (size_t i = 1; i < size; i++) *code = (*code << 6) | (p[i] & 0x3fu);
  return size;
}

static void take_char(struct decoder *d) {
  const unsigned char *p = (const unsigned char *)d->in.p + d->at;
  uint32_t code = 0;
  if (p[0] < 0x80) {
    char c = (char)p[0];
    if (c == '\r' || (c >= 1 && c < 9)) c = ' ';
    put(d, &c, 1, d->at++);
    return;
  }
  size_t size = utf8_read(p, d->in.n - d->at, &code);
  const char *form = plain_form(code);
  if (form == NULL) form = fraction(d, code);
  if (form != NULL)
    put(d, form, strlen(form), d->at);
  else
    put(d, (const char *)p, size, d->at);
  d->at += size;
}

/* Plain runs are copied at once: most of a report is ASCII. */
static void take_run(struct decoder *d, bool html) {
  const char *p = d->in.p + d->at;
  size_t n = 0, room = d->in.n - d->at;
  while (n < room && (unsigned char)p[n] < 0x80 &&
         ((unsigned char)p[n] >= ' ' || p[n] == '\n' || p[n] == '\t') &&
         !(html && (p[n] == '<' || p[n] == '&'))) {
    size_t plain = html ? 0 : str_plain(d->in, d->at + n);
    n += plain > 0 ? plain : 1;
  }
  if (n > 0) put(d, p, n, d->at);
  d->at += n;
}

/* ---- pages ------------------------------------------------------------------------------------------------ */

static bool tag_is(struct str name, const char *const *list) {
  for (; *list != NULL; list++)
    if (str_eq_nocase(name, str_of(*list))) return true;
  return false;
}

static const char *const dropped[] = {"script",     "style",    "nav",      "aside",    "footer",
                                      "figcaption", "head",     "iframe",   "noscript", "button",
                                      "svg",        "template", "textarea", "select",   NULL};
static const char *const blocks[] = {"p",          "div",     "br",      "li", "ul", "ol",
                                     "blockquote", "section", "article", "tr", "td", "table",
                                     "figure",     "main",    "header",  "hr", NULL};
static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6", NULL};

static struct str tag_name(struct str tag) {
  size_t n = 0;
  while (n < tag.n && ((tag.p[n] | 32) >= 'a' && (tag.p[n] | 32) <= 'z')) n++;
  if (n > 0 && n < tag.n && tag.p[n] >= '1' && tag.p[n] <= '6') n++;
  return (struct str){tag.p, n};
}

static bool is_open_ended(struct str tag) {
  return tag.n > 0 && tag.p[tag.n - 1] == '/';
}

/* Has the page an element of the name that never ends? Then none of those behind it ends, and nobody looks for it again. */
static bool never_ends(const struct decoder *d, struct str name) {
  for (size_t k = 0; k < d->endless_count; k++)
    if (str_eq_nocase(name, d->endless[k])) return true;
  return d->endless_count == ENDLESS;
}

/* Past the end tag of an element that is dropped whole, with those of its name within it. Where it never ends, a script
 * reaches to the end of the page and of any other its tag alone is dropped: what stands behind it may be the report. */
static void skip_element(struct decoder *d, struct str name) {
  static const char *const raw[] = {"script", "style", "head", NULL};
  size_t from = d->at, depth = 1;
  bool known = never_ends(d, name);
  while (!known && depth > 0) {
    const char *lt = memchr(d->in.p + d->at, '<', d->in.n - d->at);
    if (lt == NULL) break;
    d->at = (size_t)(lt - d->in.p) + 1;
    struct str rest = {lt + 1, d->in.n - d->at};
    bool closing = rest.n > 0 && rest.p[0] == '/';
    if (!str_eq_nocase(tag_name(closing ? str_sub(rest, 1, rest.n) : rest), name)) continue;
    const char *gt = memchr(rest.p, '>', rest.n);
    if (gt == NULL) break;
    d->at = (size_t)(gt - d->in.p) + 1;
    if (closing)
      depth--;
    else if (!tag_is(name, raw) && !is_open_ended((struct str){rest.p, (size_t)(gt - rest.p)}))
      depth++;
  }
  if (depth == 0) return;
  if (!known) d->endless[d->endless_count++] = name;
  d->at = tag_is(name, raw) ? d->in.n : from;
}

static bool has(struct str text, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= text.n; i++)
    if (memcmp(text.p + i, word, n) == 0) return true;
  return false;
}

/* What no reader of the page sees is no part of the report; what has no end tag holds nothing. */
static bool is_hidden(struct str tag, struct str name) {
  static const char *const empty[] = {"input",  "img",  "br",    "hr",    "meta", "link",
                                      "source", "area", "embed", "track", "wbr",  NULL};
  if (tag_is(name, empty)) return false;
  return has(tag, "display:none") || has(tag, "display: none") || has(tag, " hidden ") ||
         has(tag, " hidden=") || (tag.n > 7 && memcmp(tag.p + tag.n - 7, " hidden", 7) == 0);
}

/* A page says its own day in a meta or time element: the first date in it. */
static void look_for_day(struct news_text *t, struct str tag) {
  static const char *const words[] = {"published", "datePublished", "datetime=", "pubdate"};
  bool speaks = false;
  for (size_t k = 0; k < 4; k++)
    for (size_t i = 0; i + strlen(words[k]) <= tag.n && !speaks; i++)
      speaks = memcmp(tag.p + i, words[k], strlen(words[k])) == 0;
  for (size_t i = 0; speaks && t->printed == DAY_NEVER && i + 10 <= tag.n; i++) {
    imp_day day;
    if (day_parse(str_sub(tag, i, i + 10), &day)) t->printed = day;
  }
}

/* The day stands in the head, which is dropped like other parts that are not read. */
static void scan_head(struct news_text *t, struct str part) {
  size_t at = 0;
  while (t->printed == DAY_NEVER && at < part.n) {
    const char *lt = memchr(part.p + at, '<', part.n - at);
    if (lt == NULL) return;
    const char *gt = memchr(lt, '>', part.n - (size_t)(lt - part.p));
    if (gt == NULL) return;
    look_for_day(t, (struct str){lt, (size_t)(gt - lt)});
    at = (size_t)(gt - part.p) + 1;
  }
}

static void take_tag(struct decoder *d) {
  size_t start = d->at;
  struct str rest = {d->in.p + start + 1, d->in.n - start - 1};
  if (rest.n >= 3 && memcmp(rest.p, "!--", 3) == 0) {
    for (d->at = start + 4; d->at + 2 < d->in.n && memcmp(d->in.p + d->at, "-->", 3) != 0;) d->at++;
    d->at = d->at + 3 < d->in.n ? d->at + 3 : d->in.n;
    return;
  }
  bool closing = rest.n > 0 && rest.p[0] == '/';
  struct str name = tag_name(closing ? str_sub(rest, 1, rest.n) : rest);
  bool sign = name.n == 0 && !(rest.n > 0 && rest.p[0] == '!');
  const char *gt = sign || d->last_gt ? NULL : memchr(rest.p, '>', rest.n);
  d->last_gt = d->last_gt || (!sign && gt == NULL);
  if (gt == NULL) {
    put(d, "<", 1, d->at++); /* a sign, no tag */
    return;
  }
  d->at = (size_t)(gt - d->in.p) + 1;
  struct str tag = {rest.p, (size_t)(gt - rest.p)};
  look_for_day(d->out, tag);
  if (!closing && !is_open_ended(tag) &&
      (tag_is(name, dropped) || (name.n > 0 && is_hidden(tag, name)))) {
    size_t from = d->at;
    skip_element(d, name);
    if (str_eq_nocase(name, STR("head"))) scan_head(d->out, str_sub(d->in, from, d->at));
    return;
  }
  static const char mark[2] = {'\n', NEWS_HEADING};
  if (tag_is(name, headings)) put(d, mark, closing ? 1 : 2, start);
  if (tag_is(name, blocks)) put(d, "\n", 1, start);
}

static void put_code(struct decoder *d, uint32_t code, size_t orig) {
  const char *form = code < 0x80 ? NULL : plain_form(code);
  if (form == NULL) form = fraction(d, code);
  char own[4];
  size_t n = news_utf8_put(code < ' ' && code != '\n' ? ' ' : code, own);
  put(d, form != NULL ? form : own, form != NULL ? strlen(form) : n, orig);
}

static void take_entity(struct decoder *d) {
  struct str rest = {d->in.p + d->at + 1, d->in.n - d->at - 1};
  long end = str_find(str_sub(rest, 0, 12), ';');
  uint32_t code = end > 0 ? news_entity(str_sub(rest, 0, (size_t)end)) : 0;
  if (code == 0) {
    put(d, "&", 1, d->at++);
    return;
  }
  put_code(d, code, d->at);
  d->at += (size_t)end + 2;
}

/* ---- the whole --------------------------------------------------------------------------------------------- */

static enum imp_status refuse_bytes(struct str bytes, struct imp_error *err) {
  size_t bad = 0;
  if (bytes.n > MOST)
    return error_set(err, IMP_REFUSED, "news.size", "give articles one by one",
                     "the article is larger than 64 MB");
  if (memchr(bytes.p, 0, bytes.n) != NULL || str_starts(bytes, STR("%PDF")))
    return error_set(err, IMP_REFUSED, "news.binary",
                     "save the article as text or as a page and give that",
                     "this is no text: it holds bytes of a program's own format");
  if (!str_utf8_valid(bytes, &bad))
    return error_set(err, IMP_REFUSED, "news.encoding", "save it as UTF-8", "byte %zu is not UTF-8",
                     bad);
  return IMP_OK;
}

static bool decode(struct str bytes, bool html, struct news_text *out) {
  struct decoder d = {.in = bytes, .out = out};
  *out = (struct news_text){.printed = DAY_NEVER};
  /* once: what grows by doubling is held twice */
  out->text.failed = !mem_grow((void **)&out->text.p, &out->text.cap, bytes.n + 64, 1);
  while (d.at < bytes.n && !d.failed && !out->text.failed) {
    take_run(&d, html);
    if (d.at >= bytes.n) break;
    if (html && bytes.p[d.at] == '<')
      take_tag(&d);
    else if (html && bytes.p[d.at] == '&')
      take_entity(&d);
    else
      take_char(&d);
  }
  if (!d.failed && !out->text.failed) return true;
  news_text_free(out);
  return false;
}

enum imp_status news_decode(struct str bytes, bool html, struct news_text *out,
                            struct imp_error *err) {
  *out = (struct news_text){.printed = DAY_NEVER};
  if (bytes.n == 0)
    return error_set(err, IMP_REFUSED, "news.empty", "give a file with text",
                     "there is nothing in it");
  enum imp_status status = refuse_bytes(bytes, err);
  if (status != IMP_OK) return status;
  return decode(bytes, html, out) ? IMP_OK : error_no_memory(err);
}

bool news_decode_part(struct str bytes, uint32_t from, uint32_t to, struct news_text *out) {
  bool fine = decode(str_sub(bytes, from, to), false, out);
  out->base = from;
  return fine;
}

void news_text_free(struct news_text *t) {
  buf_free(&t->text);
  mem_free(t->shifts);
  *t = (struct news_text){.printed = DAY_NEVER};
}
