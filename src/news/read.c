// SPDX-License-Identifier: Apache-2.0
// An article read: paragraph by paragraph, sentence by sentence, rule by rule, into statements with their evidence.
//
// The order of rules in their files is their priority: where one has spoken of a measure, a later one does not speak
// of the same words. What one side tells of the other's act is that side's word, never the other's.
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "news/news_own.h"

/* ---- days and numbers of a statement ---------------------------------------------------------------------------- */

static const struct news_date *date_behind(const struct news_sentence *s, uint32_t from,
                                           uint8_t most, bool said) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->said != said || x->at < from || (x->resolved && x->precision > most)) continue;
    if (best == NULL || x->at < best->at) best = x;
  }
  return best;
}

static const struct news_date *last_before(const struct news_sentence *s, uint32_t to,
                                           uint8_t most) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->said || x->at >= to || (x->resolved && x->precision > most)) continue;
    if (best == NULL || x->at > best->at) best = x;
  }
  return best;
}

/* "early next year, just before X": a second day behind a word for before ends the first. */
static imp_day cut_before(const struct news_sentence *s, const struct news_date *x) {
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *y = &s->dates[i];
    if (y->at > x->at && y->at <= x->at + x->n + 8 && y->resolved && y->from > x->from &&
        y->from < x->until && news_has(s, NC_BEFORE, x->at, y->at))
      return y->from;
  }
  return x->until;
}

static const struct news_date *pick_date(const struct news_sentence *s, const struct news_match *m,
                                         enum news_date_use use) {
  const struct news_date *x = NULL;
  if (use == NEWS_DATE_SAID) {
    x = date_behind(s, 0, 1, true);
    if (x == NULL && s->tokens[m->from].quote != 0) x = date_behind(s, m->from, 1, false);
  } else if (use == NEWS_DATE_BEFORE) {
    for (uint32_t at = m->from; at < s->count && x == NULL; at++)
      if (news_hit_at(s, NC_BEFORE, at) != NULL) x = date_behind(s, at, 255, false);
  } else if (use == NEWS_DATE_EFFECTIVE || use == NEWS_DATE_EXPIRY) {
    x = date_behind(s, m->from, 1, false);
    if (x == NULL && use == NEWS_DATE_EXPIRY) x = last_before(s, m->from, 1);
  } else {
    x = date_behind(s, m->from, 255, false);
    if (x == NULL) x = last_before(s, m->from, use == NEWS_DATE_PERIOD ? 255 : 31);
    if (x != NULL && x->at + 24u < m->from) x = NULL;
  }
  return x;
}

static void set_date(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                     uint32_t base) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->from = DAY_FIRST;
  st->until = DAY_NEVER;
  if (rule->date == NEWS_DATE_NONE) return;
  if (rule->date == NEWS_DATE_SAME) {
    if (d->event_from[st->measure] == DAY_FIRST) return;
    st->from = d->event_from[st->measure];
    st->until = d->event_until[st->measure];
    st->dated = true;
    return;
  }
  const struct news_date *x = pick_date(d->s, m, rule->date);
  if (x == NULL) return;
  st->date_span = news_span_of(d, base + x->at, base + x->at + x->n);
  st->unresolved = !x->resolved;
  if (!x->resolved) return;
  st->dated = true;
  st->convention = x->convention;
  st->from = x->from;
  st->until = rule->date == NEWS_DATE_EVENT ? cut_before(d->s, x) : x->until;
  if (rule->date == NEWS_DATE_EFFECTIVE) st->until = DAY_NEVER;
  if (rule->date == NEWS_DATE_EXPIRY || rule->date == NEWS_DATE_BEFORE) st->from = DAY_FIRST;
  if (rule->date == NEWS_DATE_EVENT && x->precision == 1) {
    d->event_from[st->measure] = st->from;
    d->event_until[st->measure] = st->until;
  }
}

/* The value of a class nearest to the match, before its end or shortly behind it. */
static const struct news_hit *near_value(const struct news_sentence *s, uint16_t class,
                                         const struct news_match *m, uint32_t slack) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at + slack < m->from || h->at > m->to + slack) continue;
    if (best == NULL || h->at < best->at) best = h;
  }
  return best;
}

static const char *keep_number(struct news_reader *d, const char *room) {
  const char *copy = str_dup(&d->story->arena, str_of(room));
  if (copy == NULL) d->failed = true;
  return copy;
}

static void set_percent(struct news_reader *d, struct news_statement *st,
                        const struct news_hit *h) {
  int64_t milli = h != NULL ? d->s->values[h->ref] : d->percent;
  if (milli <= 0 || milli > INT32_MAX) return;
  st->percent_milli = (int32_t)milli;
  struct buf b = {0};
  struct rat value = RAT_ZERO;
  if (rat_make(milli, 1000, &value)) rat_print(value, &b);
  buf_putc(&b, '%');
  st->number = buf_keep(&b, &d->story->arena);
  if (st->number == NULL) d->failed = true;
}

static void set_number(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                       uint32_t base) {
  static const char units[] = "DWMY";
  char room[48];
  enum news_number_use use = d->r->rules[st->rule].number;
  const struct news_hit *h = NULL;
  if (use == NEWS_NUMBER_PERCENT) {
    h = near_value(d->s, NC_PERCENT, m, 14);
    set_percent(d, st, h);
  } else if (use == NEWS_NUMBER_DURATION || use == NEWS_NUMBER_AMOUNT) {
    bool length = use == NEWS_NUMBER_DURATION;
    h = near_value(d->s, length ? NC_DURATION : NC_AMOUNT, m, 10);
    long long value = h != NULL ? (long long)d->s->values[h->ref] : 0;
    if (length)
      snprintf(room, sizeof room, "P%lld%c", value / 4, units[value % 4]);
    else
      snprintf(room, sizeof room, "%lld", value / 1000);
    if (h != NULL) st->number = keep_number(d, room);
  } else if (use == NEWS_NUMBER_ZERO)
    for (uint32_t i = m->from; i < m->to && i < d->s->count; i++)
      if (news_word_is(&d->s->tokens[i], "zero")) st->number = "0";
  if (h != NULL) st->number_span = news_span_of(d, base + h->at, base + h->at + h->n);
}

/* From the word for if to the end of its clause. */
static void set_condition(struct news_reader *d, struct news_statement *st,
                          const struct news_match *m, uint32_t base) {
  if (!d->r->rules[st->rule].condition) return;
  for (uint32_t at = m->from; at < d->s->count; at++) {
    if (news_hit_at(d->s, NC_IF, at) == NULL) continue;
    uint32_t end = at + 1;
    while (end < d->s->count && d->s->tokens[end].kind != NEWS_MARK &&
           d->s->tokens[end].kind != NEWS_CLOSE)
      end++;
    st->condition = news_span_of(d, base + at, base + end);
    return;
  }
}

/* ---- who ------------------------------------------------------------------------------------------------------------ */

static enum news_side side_of(const struct news_reader *d, uint16_t actor) {
  return actor == NEWS_OUTLET ? NEWS_NO_SIDE : d->r->actors[actor].side;
}

static void set_speaker(struct news_reader *d, struct news_statement *st,
                        const struct news_match *m, uint32_t base) {
  uint32_t token = base + m->from;
  const struct news_quote *q = NULL;
  const struct news_voice *v = news_voice_at(d, token);
  st->speaker = st->about = NEWS_OUTLET;
  st->venue = NEWS_NONE;
  if (d->tokens.items[token].quote != 0 && d->tokens.items[token].quote <= d->quote_count)
    q = &d->quotes[d->tokens.items[token].quote - 1];
  if (q != NULL && q->words >= 2 && (q->actor != NEWS_OUTLET || q->unknown != NULL)) {
    st->speaker = q->actor;
    st->unknown = q->unknown;
    st->venue = q->venue;
    st->quoted = true;
  } else if (v != NULL) {
    st->speaker = v->actor;
    st->unknown = v->unknown;
    st->venue = v->venue;
  } else if (d->post)
    st->speaker = d->signer;
  if (m->voice == NEWS_NONE) return;
  const struct news_hit *h = &d->s->hits[m->voice];
  uint16_t named = h->class == NC_PRONOUN ? d->subject : h->ref;
  if (named == NEWS_OUTLET) return;
  bool told = (st->speaker != NEWS_OUTLET || st->unknown != NULL) &&
              (st->unknown != NULL || side_of(d, st->speaker) != side_of(d, named));
  if (told)
    st->about = named;
  else
    st->speaker = named;
}

/* What is told of another's act is no act of the teller: a confirmation or a denial told by the other side is that
 * side's claim of an understanding, or nothing. */
static bool settle_hearsay(struct news_statement *st) {
  if (st->about == NEWS_OUTLET) return true;
  if (st->status == NEWS_CONFIRMED) st->status = NEWS_FRAMEWORK;
  return st->status != NEWS_DENIED;
}

/* ---- rules ------------------------------------------------------------------------------------------------------------ */

static bool forbidden(const struct news_rule *rule, const struct news_sentence *s) {
  struct news_match m;
  for (uint8_t k = 0; k < rule->nots; k++)
    if (news_pattern_find(&rule->not [k], s, 0, &m)) return true;
  return false;
}

static bool spoken_of(const struct news_reader *d, size_t first, const struct news_statement *st) {
  for (size_t i = first; i < d->story->statement_count; i++) {
    const struct news_statement *x = &d->story->statements[i];
    if (x->measure != st->measure) continue;
    if (x->status == st->status && x->speaker == st->speaker) return true;
    bool overlaps = x->span.from < st->span.to && st->span.from < x->span.to;
    if (overlaps && st->status != NEWS_UNCONFIRMED) return true;
  }
  return false;
}

static void add_statement(struct news_reader *d, uint16_t rule, const struct news_match *m,
                          uint32_t base, size_t first) {
  struct news_story *y = d->story;
  const struct news_rule *r = &d->r->rules[rule];
  struct news_statement st = {.article = d->article,
                              .rule = rule,
                              .measure = r->measure,
                              .status = r->status};
  st.span = news_span_of(d, base + m->from, base + m->to);
  st.sentence = news_span_of(d, base, base + d->s->count);
  set_speaker(d, &st, m, base);
  if (r->outlet) {
    st.speaker = NEWS_OUTLET;
    st.unknown = NULL;
    st.quoted = false;
  }
  if (r->side != 0 && side_of(d, st.speaker) != (enum news_side)(r->side - 1)) return;
  if (!settle_hearsay(&st) || spoken_of(d, first, &st)) return;
  set_number(d, &st, m, base);
  set_date(d, &st, m, base);
  set_condition(d, &st, m, base);
  if (!mem_grow((void **)&y->statements, &y->statement_cap, y->statement_count + 1,
                sizeof *y->statements)) {
    d->failed = true;
    return;
  }
  y->statements[y->statement_count++] = st;
}

/* The percent of the tariff spoken of last: later sentences say "the tariffs". */
static void note_percent(struct news_reader *d) {
  for (uint16_t i = d->s->heads[NC_PERCENT]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if (d->tariff_class != NEWS_NONE && news_has(d->s, d->tariff_class, end, end + 3))
      d->percent = d->s->values[h->ref];
  }
}

static void read_sentence(struct news_reader *d, uint32_t base) {
  size_t first = d->story->statement_count;
  note_percent(d);
  for (uint16_t k = 0; k < d->r->rule_count; k++) {
    const struct news_rule *rule = &d->r->rules[k];
    for (uint8_t p = 0; p < rule->matches; p++) {
      struct news_match m;
      uint32_t from = 0;
      while (news_pattern_find(&rule->match[p], d->s, from, &m) && !forbidden(rule, d->s)) {
        add_statement(d, k, &m, base, first);
        from = m.to;
      }
    }
  }
}

/* ---- paragraphs --------------------------------------------------------------------------------------------------------- */

static void count_unresolved(struct news_reader *d) {
  if (d->published != DAY_NEVER) return;
  for (uint8_t i = 0; i < d->s->date_count; i++)
    d->story->articles[d->article].unresolved += !d->s->dates[i].resolved;
}

static void read_paragraph(struct news_reader *d) {
  uint16_t subject = d->subject;
  const char *unknown = d->unknown;
  news_voices_find(d);
  uint16_t after = d->subject;
  const char *after_unknown = d->unknown;
  d->subject = subject;
  d->unknown = unknown;
  for (uint32_t at = 0; at < d->tokens.count;) {
    uint32_t end = news_sentence_end(&d->tokens, at);
    d->s->tokens = d->tokens.items + at;
    d->s->count = end - at;
    news_sentence_mark(d->r, buf_str(&d->text->text), d->published, d->s);
    count_unresolved(d);
    read_sentence(d, at);
    at = end;
  }
  d->subject = after;
  d->unknown = after_unknown;
}

/* Who signs a post: the first actor in the line of the signature; an account that speaks for others is none. */
static void read_signer(struct news_reader *d, const struct news_line *line) {
  uint32_t to = line->to;
  news_tokens_cut(buf_str(&d->text->text), line->from, &to, &d->tokens);
  d->s->tokens = d->tokens.items;
  d->s->count = d->tokens.count < NEWS_SENTENCE ? d->tokens.count : NEWS_SENTENCE;
  news_sentence_mark(d->r, buf_str(&d->text->text), d->published, d->s);
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next)
    d->signer = d->s->hits[i].ref;
  for (uint16_t i = d->s->heads[NC_VENUE]; i != NEWS_NONE; i = d->s->hits[i].next)
    d->signer_venue = d->s->hits[i].ref;
}

static void read_line(struct news_reader *d, const struct news_lines *lines,
                      const struct news_line *line) {
  uint32_t at = line->from;
  uint16_t subject = d->subject;
  d->post = line->kind == NEWS_POST;
  d->signer = NEWS_OUTLET;
  d->signer_venue = NEWS_NONE;
  if (d->post && line->signature != UINT32_MAX) read_signer(d, &lines->items[line->signature]);
  while (at < line->to && !d->failed) {
    uint32_t to = line->to;
    news_tokens_cut(buf_str(&d->text->text), at, &to, &d->tokens);
    if (d->tokens.count > 0) read_paragraph(d);
    at = to > at ? to : line->to;
  }
  if (d->post) d->subject = subject; /* a post between paragraphs does not change who "he" is */
}

enum imp_status news_read_article(struct news_story *story, uint32_t article,
                                  struct imp_error *err) {
  struct news_article *a = &story->articles[article];
  struct news_lines lines = {0};
  struct news_reader *d = mem_alloc(sizeof *d);
  size_t measures = story->rules->measure_count;
  bool fine = d != NULL && news_lines_find(&a->text, &lines);
  if (fine) {
    *d = (struct news_reader){.story = story,
                              .r = story->rules,
                              .article = article,
                              .text = &a->text,
                              .published = a->published,
                              .subject = NEWS_OUTLET,
                              .signer = NEWS_OUTLET};
    d->s = mem_alloc(sizeof *d->s);
    d->tokens.items = mem_alloc(NEWS_PARAGRAPH * sizeof *d->tokens.items);
    d->event_from = mem_alloc(measures * 2 * sizeof *d->event_from);
    d->tariff_class = news_class_find(d->r, STR("tariff"));
    fine = d->s != NULL && d->tokens.items != NULL && d->event_from != NULL;
  }
  if (fine) {
    d->event_until = d->event_from + measures;
    for (size_t i = 0; i < measures; i++) d->event_from[i] = DAY_FIRST;
    for (size_t i = 0; i < lines.count && !d->failed; i++)
      if (lines.items[i].kind == NEWS_BODY || lines.items[i].kind == NEWS_POST)
        read_line(d, &lines, &lines.items[i]);
    fine = !d->failed && !story->arena.failed;
    mem_free(d->s);
    mem_free(d->tokens.items);
    mem_free(d->event_from);
  } else if (d != NULL) {
    mem_free(d->s);
    mem_free(d->tokens.items);
    mem_free(d->event_from);
  }
  mem_free(d);
  mem_free(lines.items);
  return fine ? IMP_OK : error_no_memory(err);
}
