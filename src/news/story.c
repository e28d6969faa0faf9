// SPDX-License-Identifier: Apache-2.0
// A story: articles of one matter, read together, and weighed side by side.
//
// Only what a side says of itself fills its cell. The outlet's own voice fills none, one side telling of the other
// fills none of the other, and that something was not confirmed leaves the cell silent: silence is no denial.
#include <stdio.h>
#include <string.h>

#include "impost/news.h"
#include "news/news_own.h"
#include "news/story.h"

const char *const news_cell_words[] = {"silent", "hedged", "asserted", "denied", "both"};

/* ---- the reader ---------------------------------------------------------------------------------------------------- */

enum imp_status imp_reader_open(const char *folder, struct imp_reader **out,
                                struct imp_error *err) {
  char path[4200];
  struct imp_reader *r = mem_alloc(sizeof *r);
  *out = NULL;
  if (r == NULL) return error_no_memory(err);
  snprintf(path, sizeof path, "%s/news", folder);
  enum imp_status status = news_rules_read(path, &r->rules, err);
  if (status == IMP_OK)
    *out = r;
  else
    mem_free(r);
  return status;
}

void imp_reader_free(struct imp_reader *r) {
  if (r == NULL) return;
  news_rules_free(r->rules);
  mem_free(r);
}

/* ---- articles ------------------------------------------------------------------------------------------------------- */

enum imp_status imp_story_new(const struct imp_reader *reader, struct imp_story **out,
                              struct imp_error *err) {
  *out = mem_alloc(sizeof **out);
  if (*out == NULL) return error_no_memory(err);
  (*out)->story.rules = reader->rules;
  return IMP_OK;
}

void imp_story_free(struct imp_story *s) {
  if (s == NULL) return;
  struct news_story *y = &s->story;
  mem_free(y->articles);
  mem_free(y->statements);
  mem_free(y->forms);
  mem_free(y->unread);
  arena_free(&y->arena);
  mem_free(s);
}

uint32_t imp_story_count(const struct imp_story *s) {
  return (uint32_t)s->story.article_count;
}

static bool in_words(unsigned char c) {
  return (unsigned)((c | 32) - 'a') < 26 || (unsigned)(c - '0') < 10 || c >= 0x80;
}

/* One of the most frequent words, in small letters. */
static bool is_frequent(const char *p, size_t n) {
  static const char words[][5] = {"the", "of", "and", "to", "in", "a", "for", "on", "is"};
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (p[0] == words[k][0] && memcmp(p, words[k], n) == 0 && words[k][n] == '\0') return true;
  return n == 4 && (memcmp(p, "that", 4) == 0 || memcmp(p, "said", 4) == 0);
}

/* English beyond doubt, told without cutting the text into words: so many runs of letters are frequent words that no count of
 * the words could find too few of them, nor as many of its neighbours'. Most texts are, and need no more. */
static bool is_plainly_english(struct str text) {
  uint32_t runs = 0, brief = 0, known = 0, signs = 0;
  for (size_t at = 0, end; at < text.n; at = end) {
    unsigned char c = (unsigned char)text.p[at];
    for (end = at; end < text.n && in_words((unsigned char)text.p[end]); end++)
      if ((unsigned char)text.p[end] >= 0xe0) return false;
    signs += end == at && c != ' ' && c != '\n';
    if (end == at && ++end > 0) continue;
    bool apart = at > 0 && text.p[at - 1] == ' ' && end < text.n && text.p[end] == ' ';
    runs++;
    brief += end - at <= 4;
    known += apart && end - at <= 4 && is_frequent(text.p + at, end - at);
  }
  return runs + signs < NEWS_PARAGRAPH - 4 && known * 12 >= runs && brief <= 3 * known;
}

/* English is told by its small words: one word in twelve at least, in a text long enough to tell. A short one is none where
 * small words of its neighbours prevail. */
static enum imp_status check_english(struct str text, struct imp_error *err) {
  static const char *const marks[] = {"the", "of",   "and", "to", "in", "that",
                                      "a",   "said", "for", "on", "is", "with"};
  static const char *const others[] = {"der", "die", "das", "und", "von", "den",  "mit", "dem",
                                       "le",  "la",  "les", "des", "du",  "et",   "que", "une",
                                       "el",  "los", "las", "del", "por", "het",  "een", "il",
                                       "di",  "che", "da",  "dos", "uma", "para", "og"};
  if (text.n <= 20000 && is_plainly_english(text)) return IMP_OK;
  struct news_token *room = mem_resize(NULL, NEWS_PARAGRAPH * sizeof *room);
  struct news_tokens tokens = {.items = room};
  uint32_t to = text.n < 20000 ? (uint32_t)text.n : 20000, words = 0, known = 0, foreign = 0,
           brief = 0, other = 0;
  if (room == NULL) return error_no_memory(err);
  news_tokens_cut(text, 0, &to, &tokens);
  for (uint32_t i = 0; i < tokens.count; i++) {
    if (room[i].kind != NEWS_WORD) continue;
    words++;
    foreign += room[i].n > 6 && (unsigned char)text.p[room[i].at] >= 0xe0;
    if (room[i].n > 4) continue; /* none of them is as long */
    brief++;
    known += NEWS_IN(&room[i], marks);
  }
  for (uint32_t i = 0; i < tokens.count && brief > 3 * known; i++) /* else they cannot prevail */
    other += room[i].kind == NEWS_WORD && room[i].n <= 4 && NEWS_IN(&room[i], others);
  mem_free(room);
  bool neighbour = other >= 2 && other > 2 * known && other * 12 >= words;
  if (foreign * 4 <= words && (words < 30 || known * 12 >= words) && !neighbour) return IMP_OK;
  return error_set(err, IMP_REFUSED, "news.language", "give reports in English",
                   "this does not read as English, and only English is read");
}

static uint64_t digest(struct str s) {
  uint64_t h = 1469598103934665603u ^ s.n, eight;
  size_t i = 0;
  for (; i + sizeof eight <= s.n; i += sizeof eight) {
    memcpy(&eight, s.p + i, sizeof eight);
    h = (h ^ eight ^ h >> 29) * 1099511628211u;
  }
  for (; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
  return h;
}

static bool known_already(const struct news_story *y, uint64_t hash, struct str bytes) {
  for (size_t i = 0; i < y->article_count; i++)
    if (y->articles[i].digest == hash && str_eq(y->articles[i].bytes, bytes)) return true;
  return false;
}

static enum imp_status take_days(struct news_article *a, const struct news_text *text,
                                 const char *published, struct imp_error *err) {
  a->published = DAY_NEVER;
  if (published != NULL) {
    if (!day_parse(str_of(published), &a->published))
      return error_set(err, IMP_USAGE, "usage.date", "write it as 2025-10-26",
                       "\"%.40s\" is no date", published);
    a->how = 1;
    a->printed = news_published(text);
    return IMP_OK;
  }
  a->published = news_published(text);
  if (a->published != DAY_NEVER) a->how = 2;
  return IMP_OK;
}

enum imp_status imp_story_add(struct imp_story *s, const struct imp_news_article *in,
                              struct imp_error *err) {
  struct news_story *y = &s->story;
  struct news_article a = {.html = in->html != 0, .printed = DAY_NEVER};
  struct news_text
      text; /* decoded again to be read: a story of many articles keeps their bytes alone */
  struct str given = {in->bytes, in->size};
  uint64_t hash = digest(given);
  if (known_already(y, hash, given)) return IMP_OK;
  enum imp_status status = news_decode(given, a.html, &text, err);
  if (status != IMP_OK) return status;
  a.digest = hash;
  a.name = str_dup(&y->arena, str_of(in->name));
  if (strspn(text.text.p != NULL ? text.text.p : "", " \t\r\n") == text.text.n)
    status = error_set(err, IMP_REFUSED, "news.empty", "give a file with text",
                       "there is nothing in it");
  if (status == IMP_OK) status = take_days(&a, &text, in->published, err);
  if (status == IMP_OK) status = check_english(buf_str(&text.text), err);
  if (status == IMP_OK &&
      (a.name == NULL || !str_copy(&y->arena, given, &a.bytes) ||
       !news_stock_note(y, &a, buf_str(&text.text)) ||
       !mem_grow((void **)&y->articles, &y->article_cap, y->article_count + 1, sizeof a)))
    status = error_no_memory(err);
  news_text_free(&text);
  if (status == IMP_OK) y->articles[y->article_count++] = a;
  return status;
}

/* What one article prints, the others of the story inherit, when all that print one agree. */
static void share_day(struct news_story *y) {
  imp_day day = DAY_NEVER;
  for (size_t i = 0; i < y->article_count; i++) {
    const struct news_article *a = &y->articles[i];
    if (a->how == 0) continue;
    if (day != DAY_NEVER && day != a->published) return;
    day = a->published;
  }
  for (size_t i = 0; i < y->article_count && day != DAY_NEVER; i++)
    if (y->articles[i].how == 0) {
      y->articles[i].published = day;
      y->articles[i].how = 3;
    }
}

/* Room for what so many bytes say at most, as a rule: what is not written to is no memory yet, and what grows by
 * doubling would leave holes behind. */
static bool make_room(struct news_story *y) {
  size_t bytes = 0;
  for (size_t i = 0; i < y->article_count; i++) bytes += y->articles[i].bytes.n;
  return mem_grow((void **)&y->statements, &y->statement_cap, bytes / 80 + 1,
                  sizeof *y->statements) &&
         mem_grow((void **)&y->forms, &y->form_cap, bytes / 200 + 1, sizeof *y->forms);
}

enum imp_status imp_story_read(struct imp_story *s, struct imp_error *err) {
  struct news_story *y = &s->story;
  enum imp_status status = IMP_OK;
  y->statement_count = y->form_count = 0;
  share_day(y);
  status = make_room(y) ? news_stock_find(y, err) : error_no_memory(err);
  for (uint32_t i = 0; i < y->article_count && status == IMP_OK; i++)
    status = news_read_article(y, i, err);
  return status == IMP_OK ? news_join(y, err) : status;
}

/* ---- weighing --------------------------------------------------------------------------------------------------------- */

bool news_belongs(const struct news_measure *m, const struct news_proposition *p,
                  const struct news_statement *st) {
  bool open = !m->by_target && (p->target == NEWS_NO_SIDE || st->target == NEWS_NO_SIDE);
  if (p->measure != st->measure || !m->template) return p->measure == st->measure;
  return p->imposer == st->imposer && (p->target == st->target || open) &&
         (p->good == st->good || !m->by_good) &&
         (p->percent_milli == st->percent_milli || !m->by_percent);
}

/* What the key leaves out is told of the measure where nobody tells it otherwise. */
static void take_rest(struct news_proposition *p, const struct news_statement *st) {
  if (p->target == NEWS_NO_SIDE) p->target = st->target;
  if (p->good != st->good) p->good = NEWS_NONE;
}

static void add_cell(enum news_cell *cell, enum news_cell says) {
  bool denied = *cell == NEWS_CELL_DENIED || *cell == NEWS_BOTH, holds = *cell == NEWS_ASSERTED;
  if (says == NEWS_CELL_DENIED)
    *cell = holds || *cell == NEWS_BOTH ? NEWS_BOTH : NEWS_CELL_DENIED;
  else if (denied)
    *cell = says == NEWS_ASSERTED ? NEWS_BOTH : *cell;
  else if (says > *cell)
    *cell = says;
}

static enum news_cell grade(enum news_status status) {
  switch (status) {
  case NEWS_CONFIRMED:
  case NEWS_IN_FORCE:
  case NEWS_SUSPENDED:
  case NEWS_ENDED:
  case NEWS_AVERTED:
  case NEWS_THREATENED:
    return NEWS_ASSERTED;
  case NEWS_DENIED:
    return NEWS_CELL_DENIED;
  case NEWS_UNCONFIRMED:
    return NEWS_SILENT;
  default:
    return NEWS_HEDGED;
  }
}

static void weigh_one(const struct news_story *y, struct news_proposition *p,
                      const struct news_statement *st) {
  enum news_side side = st->side;
  enum news_side about = st->about == NEWS_OUTLET ? side : y->rules->actors[st->about].side;
  p->statements++;
  if (side == NEWS_NO_SIDE) p->outlet = true;
  if (st->status == NEWS_UNCONFIRMED) p->withheld[about] = true;
  if (side == NEWS_NO_SIDE || about != side || st->status == NEWS_UNCONFIRMED) return;
  if (st->kept) return; /* that it will not lift it says nothing against it */
  add_cell(&p->cells[side], grade(st->status));
}

bool news_concerns(const struct news_story *y, const struct news_proposition *p,
                   enum news_side side) {
  const struct news_measure *m = &y->rules->measures[p->measure];
  return side != NEWS_NO_SIDE &&
         (m->competent == side || m->a == side || m->b == side || p->imposer == side ||
          p->target == side || p->cells[side] != NEWS_SILENT || p->withheld[side]);
}

/* Who decides: the side the measure or its key names, else the best of those who speak for themselves. */
static int level_of(const struct news_story *y, const struct news_proposition *p) {
  const struct news_measure *m = &y->rules->measures[p->measure];
  enum news_side own = m->template && !m->pair ? p->imposer : m->competent;
  enum news_cell best = p->cells[own];
  int asserting = 0;
  bool any = false;
  for (int k = 1; k < NEWS_SIDES; k++) {
    asserting += p->cells[k] == NEWS_ASSERTED;
    any = any || p->cells[k] != NEWS_SILENT;
    if (own == NEWS_NO_SIDE && best != NEWS_ASSERTED && p->cells[k] != NEWS_SILENT)
      best = p->cells[k];
  }
  if (asserting >= 2) return 4;
  if (best == NEWS_ASSERTED) return 3;
  return best != NEWS_SILENT ? 2 : any;
}

struct news_proposition news_proposition_of(const struct news_statement *st) {
  return (struct news_proposition){.measure = st->measure,
                                   .good = st->good,
                                   .imposer = st->imposer,
                                   .target = st->target,
                                   .percent_milli = st->percent_milli};
}

enum imp_status news_weigh(const struct news_story *y, struct news_proposition **out, size_t *count,
                           struct imp_error *err) {
  size_t cap = 0;
  *out = NULL;
  *count = 0;
  for (uint16_t m = 0; m < y->rules->measure_count; m++) {
    size_t first = *count; /* of this measure */
    for (size_t i = 0; i < y->statement_count; i++) {
      const struct news_statement *st = &y->statements[i];
      size_t k = first;
      if (st->measure != m) continue;
      while (k < *count && !news_belongs(&y->rules->measures[m], &(*out)[k], st)) k++;
      if (k == *count) {
        if (!mem_grow((void **)out, &cap, *count + 1, sizeof **out)) {
          mem_free(*out);
          *out = NULL;
          return error_no_memory(err);
        }
        (*out)[(*count)++] = news_proposition_of(st);
      }
      take_rest(&(*out)[k], st);
      weigh_one(y, &(*out)[k], st);
    }
  }
  for (size_t k = 0; k < *count; k++) (*out)[k].level = level_of(y, &(*out)[k]);
  return IMP_OK;
}

static void put_percent(int32_t milli, struct buf *out) {
  buf_printf(out, "%ld", (long)(milli / 1000));
  if (milli % 1000 == 0 || milli == NEWS_NIL) return;
  char room[8];
  snprintf(room, sizeof room, "%03ld", (long)(milli % 1000));
  size_t n = 3;
  while (room[n - 1] == '0') n--;
  buf_printf(out, ".%.*s", (int)n, room);
}

static void put_code(const struct news_story *y, enum news_side side, struct buf *out) {
  for (const char *p = y->rules->sides[side].code; *p != '\0'; p++) buf_putc(out, (char)(*p | 32));
}

static bool put_part(const struct news_story *y, const struct news_proposition *p, struct str part,
                     struct buf *out) {
  enum news_side side = str_eq(part, STR("I")) || str_eq(part, STR("A"))   ? p->imposer
                        : str_eq(part, STR("T")) || str_eq(part, STR("B")) ? p->target
                                                                           : NEWS_NO_SIDE;
  if (part.n == 1 && strchr("ITAB", part.p[0]) != NULL) {
    if (side != NEWS_NO_SIDE) put_code(y, side, out);
    return side != NEWS_NO_SIDE;
  }
  if (str_eq(part, STR("G"))) {
    if (p->good != NEWS_NONE) buf_puts(out, y->rules->goods[p->good]);
    return p->good != NEWS_NONE;
  }
  if (str_eq(part, STR("%"))) {
    if (p->percent_milli > 0) put_percent(p->percent_milli, out);
    return p->percent_milli > 0;
  }
  buf_put(out, part);
  return true;
}

/* I-tariff-%-G-T, with what is known: us-tariff-100-cn, us-tariff-50-steel. */
void news_key_print(const struct news_story *y, const struct news_proposition *p, struct buf *out) {
  const struct news_measure *m = &y->rules->measures[p->measure];
  struct str rest = str_of(m->key), part;
  if (!m->template) {
    buf_puts(out, m->key);
    return;
  }
  while (str_split(&rest, '-', &part)) {
    if (put_part(y, p, part, out) && rest.p != NULL) buf_putc(out, '-');
    if (rest.p == NULL) break;
  }
  if (out->n > 0 && out->p[out->n - 1] == '-') out->n--;
}
