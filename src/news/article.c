// SPDX-License-Identifier: Apache-2.0
// An article read: line by line, paragraph by paragraph, sentence by sentence. A paragraph is gone through twice: who
// speaks in it first, then what is said.
#include <string.h>

#include "news/idle.h"
#include "news/slots.h"
#include "news/subjects.h"

#define PART                                                                                       \
  (1u                                                                                              \
   << 20) /* bytes of a long text that are read at once, and up to where an empty line is looked for */
#define SLACK  (1u << 16)
#define BEHIND 64 /* tokens behind the last one of a paragraph that are never left as memory came */

static void count_unresolved(struct news_reader *d, uint32_t base) {
  struct news_article *a = &d->story->articles[d->article];
  if (d->published != DAY_NEVER) return;
  for (uint8_t i = 0; i < d->s->date_count; i++) {
    const struct news_date *x = &d->s->dates[i];
    if (x->resolved) continue;
    if (a->unresolved < NEWS_OPEN_DAYS)
      a->open_days[a->unresolved] = news_span_of(d, base + x->at, base + x->at + x->n);
    a->unresolved++;
  }
}

static void read_sentences(struct news_reader *d) {
  struct news_mind after;
  news_voices_find(d);
  after = d->mind;
  for (uint32_t at = 0, k = 0; at < d->tokens.count; k++) {
    uint32_t end = news_sentence_end(&d->tokens, at);
    if (k < d->before_count) d->mind = d->before[k].mind;
    news_clause_mark(d, at, end);
    news_pronoun_acts(d);
    news_pronoun_decides(d);
    news_stands_mark(d);
    news_couple_mark(d);
    news_generics_mark(d);
    news_quarrel_mark(d);
    news_matter_mark(d);
    news_bodies_act(d, at);
    count_unresolved(d, at);
    size_t first = d->story->statement_count;
    news_read_sentence(d, at);
    news_unread_note(d, at, first);
    at = end;
  }
  d->mind = after;
  news_onward_keep(d);
}

static void read_paragraph(struct news_reader *d) {
  d->mind.near = false;
  news_idle_drop(d);
  if (d->tokens.count > 0) read_sentences(d);
  news_joints_undo(d);
}

/* Some ask for a word or two behind the last one: those are of a paragraph before, or empty. */
static void cut(struct news_reader *d, uint32_t from, uint32_t *to) {
  struct news_tokens *t = &d->tokens;
  news_tokens_cut(buf_str(&d->text->text), from, to, t);
  if (t->count + BEHIND <= d->cut_to) return;
  uint32_t first = t->count > d->cut_to ? t->count : d->cut_to;
  memset(t->items + first, 0, (t->count + BEHIND - first) * sizeof *t->items);
  d->cut_to = t->count + BEHIND;
}

/* Marks the words [from, to) as a sentence of their own: a signature, a name. */
static void mark_words(struct news_reader *d, uint32_t from, uint32_t to) {
  cut(d, from, &to);
  d->s->tokens = d->tokens.items;
  d->s->count = d->tokens.count < NEWS_SENTENCE ? d->tokens.count : NEWS_SENTENCE;
  news_sentence_mark(d->r, buf_str(&d->text->text), d->published, d->s);
}

/* Who signs a post: the first actor in the line of the signature; an account that speaks for others is none. */
static void read_signer(struct news_reader *d, const struct news_line *line) {
  mark_words(d, line->from, line->to);
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next)
    d->signer = d->s->hits[i].ref;
  for (uint16_t i = d->s->heads[NC_VENUE]; i != NEWS_NONE; i = d->s->hits[i].next)
    d->signer_venue = d->s->hits[i].ref;
}

/* "I", "we", "you": somebody is still speaking. */
static bool says_we(struct news_reader *d, uint32_t from, uint32_t to) {
  static const char *const words[] = {"i", "we", "us", "our", "my", "me", "you"};
  mark_words(d, from, to);
  for (uint32_t at = 0; at < d->tokens.count; at++)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      if (d->tokens.items[at].quote == 0 && news_word_is(&d->tokens.items[at], words[i]))
        return true;
  return false;
}

/* "Jonathan Reynolds: We will": bytes of a name the files have, or in a transcript of any, before a colon; 0: none. */
static uint32_t plain_label(struct news_reader *d, uint32_t at, uint32_t end) {
  const char *p = d->text->text.p;
  uint32_t n = 0;
  bool fresh = true; /* a word begins */
  for (; at + n + 1 < end && n < 40 && p[at + n] != ':'; n++) {
    char c = p[at + n];
    if (fresh && !(c >= 'A' && c <= 'Z') && (unsigned char)c < 0x80) return 0;
    if (c == ',' || c == '.' || c == '"') return 0;
    fresh = c == ' ' || c == '-';
  }
  if (n < 5 || n >= 40 || at + n + 1 >= end || p[at + n] != ':' || p[at + n + 1] != ' ') return 0;
  mark_words(d, at, at + n);
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at == 0 && d->s->hits[i].n == d->s->count && d->s->count > 1) return n;
  return d->transcript && d->s->count > 1 ? n : 0;
}

/* "BESSENT: We agreed": the paragraph is the words of the one named, and so are those behind it without a name. */
static uint32_t read_label(struct news_reader *d, uint32_t at, uint32_t end, uint32_t name) {
  if (name == 0) name = plain_label(d, at, end);
  if (name == 0) {
    if (d->label != NEWS_OUTLET && !says_we(d, at, end)) d->label = NEWS_OUTLET;
    d->signer = d->label;
    return at;
  }
  mark_words(d, at, at + name);
  d->label = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next)
    d->label = d->s->hits[i].ref;
  d->signer = d->label;
  d->transcript = true;
  return at + name + 1;
}

static void read_line(struct news_reader *d, const struct news_lines *lines,
                      const struct news_line *line) {
  uint32_t at = line->from, name = 0;
  struct news_mind mind = d->mind;
  d->fresh = (struct news_side_set){0};
  d->topic = d->matter.good = NEWS_NONE;
  d->paragraph = d->sentence;
  d->post = line->kind == NEWS_POST;
  d->signer = NEWS_OUTLET;
  d->signer_venue = NEWS_NONE;
  if (d->post && line->signature != UINT32_MAX) read_signer(d, &lines->items[line->signature]);
  if (!d->post) {
    bool asked = news_is_asked(buf_str(&d->text->text), at, line->to);
    at = news_lead(buf_str(&d->text->text), at, line->to, &name);
    if (!asked) at = read_label(d, at, line->to, name);
    d->post = d->signer != NEWS_OUTLET;
  }
  bool kept = line->kind == NEWS_POST;
  uint32_t end = line->to;
  if (line->torn) { /* the line behind its signature is its end */
    d->tokens.hole = line->to;
    d->tokens.behind = line[2].from;
    end = line[2].to;
  }
  while (at < end && !d->failed) {
    uint32_t to = end;
    cut(d, at, &to);
    if (d->tokens.count > 0) read_paragraph(d);
    at = to > at ? to : end;
  }
  d->tokens.hole = d->tokens.behind = 0;
  if (kept) d->mind = mind; /* a post between paragraphs does not change who "he" is */
}

static bool reader_begin(struct news_reader *d) {
  size_t measures = d->r->measure_count;
  d->s = mem_resize(NULL, sizeof *d->s);
  d->tokens.items = mem_resize(NULL, (NEWS_PARAGRAPH + BEHIND) * sizeof *d->tokens.items);
  d->event_from = mem_alloc(measures * 2 * sizeof *d->event_from);
  d->last = mem_alloc(measures * sizeof *d->last);
  d->last_charge = d->last_given = NEWS_NONE;
  for (size_t k = 0; k < NEWS_GENERICS; k++) d->generic[k] = NEWS_NONE;
  d->since_charge = d->since_promise = UINT32_MAX / 2;
  d->last_promise = d->weighed = NEWS_NONE;
  d->told_day = DAY_NEVER;
  d->tariff_class = news_class_find(d->r, STR("tariff"));
  if (d->s == NULL || d->tokens.items == NULL || d->event_from == NULL || d->last == NULL)
    return false;
  memset(d->s, 0, offsetof(struct news_sentence, heads));
  d->event_until = d->event_from + measures;
  for (size_t i = 0; i < measures; i++) {
    d->event_from[i] = DAY_FIRST;
    d->last[i].form = NEWS_DONE + 1;
  }
  return true;
}

static void reader_free(struct news_reader *d) {
  if (d == NULL) return;
  mem_free(d->s);
  mem_free(d->tokens.items);
  mem_free(d->event_from);
  mem_free(d->last);
  mem_free(d);
}

static bool is_read(const struct news_reader *d, const struct news_line *line) {
  if (line->taken) return false;
  if (line->kind == NEWS_POST) return true;
  struct str text = str_trim(str_sub(buf_str(&d->text->text), line->from, line->to));
  return line->kind == NEWS_BODY && !news_is_stock(d->story, d->article, text);
}

static bool read_text(struct news_reader *d, const struct news_text *text) {
  struct news_lines lines = {0};
  bool fine = news_lines_find(text, &lines);
  d->text = text;
  for (size_t i = 0; fine && i < lines.count && !d->failed; i++)
    if (is_read(d, &lines.items[i])) read_line(d, &lines, &lines.items[i]);
  mem_free(lines.items);
  return fine;
}

/* Where a part of a long article ends: at an empty line, else at the end of a line, else between two letters. */
static uint32_t part_end(struct str s, uint32_t from) {
  if (s.n - from <= PART + SLACK) return (uint32_t)s.n;
  uint32_t low = from + PART, high = low + SLACK;
  for (uint32_t at = low; at + 1 < high; at++)
    if (s.p[at] == '\n' && s.p[at + 1] == '\n') return at + 2;
  for (uint32_t at = low; at < high; at++)
    if (s.p[at] == '\n') return at + 1;
  while (((unsigned char)s.p[high] & 0xc0) == 0x80) high--;
  return high;
}

/* A text is read in parts, so that what is held of it does not grow with it; a page is decoded as a whole. */
static enum imp_status read_parts(struct news_reader *d, const struct news_article *a,
                                  struct imp_error *err) {
  bool fine = true;
  for (uint32_t from = 0, to; fine && from < a->bytes.n; from = to) {
    struct news_text text;
    to = a->html ? (uint32_t)a->bytes.n : part_end(a->bytes, from);
    if (a->html) {
      enum imp_status status = news_decode(a->bytes, true, &text, err);
      if (status != IMP_OK) return status;
    } else if (!news_decode_part(a->bytes, from, to, &text))
      return error_no_memory(err);
    fine = read_text(d, &text) && !d->failed;
    news_text_free(&text);
  }
  return fine ? IMP_OK : error_no_memory(err);
}

enum imp_status news_read_article(struct news_story *story, uint32_t article,
                                  struct imp_error *err) {
  struct news_article *a = &story->articles[article];
  size_t first = story->statement_count, unread = story->unread_count;
  a->unresolved = 0;
  struct news_reader *d = mem_resize(NULL, sizeof *d);
  if (d == NULL) return error_no_memory(err);
  memset(d, 0, offsetof(struct news_reader, before));
  d->marks.count = 0;
  d->marks.last = NEWS_UNMARKED;
  d->story = story;
  d->r = story->rules;
  d->article = article;
  d->opening = first;
  d->published = a->published;
  d->label = d->signer = NEWS_OUTLET;
  d->onward_at = UINT32_MAX;
  news_mind_begin(&d->mind);
  enum imp_status status = reader_begin(d) ? read_parts(d, a, err) : error_no_memory(err);
  if (status == IMP_OK) news_slots_close(d, first);
  if (status == IMP_OK) news_unread_close(story, unread, first);
  if (status == IMP_OK && story->arena.failed) status = error_no_memory(err);
  reader_free(d);
  return status;
}
