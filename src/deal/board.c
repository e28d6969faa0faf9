// SPDX-License-Identifier: Apache-2.0
// The board of the talks as known on a day. See impost/talks.h.
#include "deal/board.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

const char *board_text(struct board *b, struct str s) {
  return str_dup(b->arena, s);
}

const char *board_place(struct board *b, uint16_t place) {
  const struct names_place *p = names_place(b->own->names, place);
  const char letters[3] = {(char)(place >> 8), (char)(place & 0xFF), 0};
  return p ? str_dup(b->arena, p->name) : str_dup(b->arena, str_of(letters));
}

imp_day board_said_day(const struct board *b, const struct law_when *when) {
  return law_when_known(b->law, when);
}

/* ---- which questions are on the table ------------------------------------------------------------------------------ */

static bool is_side(const struct board *b, uint16_t place) {
  return place != 0 && (place == b->talks->sides[0] || place == b->talks->sides[1]);
}

static bool side_name(const struct board *b, struct str name) {
  for (unsigned i = 0; i < 2; i++) {
    char side[3] = {(char)((b->talks->sides[i] >> 8) | 0x20),
                    (char)((b->talks->sides[i] & 0xFF) | 0x20), 0};
    if (law_name_under(name, str_of(side))) return true;
  }
  return false;
}

/* Named under the talks; or of one side's own law, decided by a side, with a word of a side. */
static bool of_talks(const struct board *b, const struct law_question *q) {
  if (law_name_under(q->name, b->talks->name)) return true;
  if (!side_name(b, q->name) || q->said_count == 0 || q->decides.count == 0) return false;
  for (uint32_t i = 0; i < q->said_count; i++)
    if (!is_side(b, q->said[i].place)) return false;
  for (uint32_t i = 0; i < q->decides.count; i++)
    if (q->decides.items[i].kind != LAW_ITEM_PLACE || !is_side(b, q->decides.items[i].place))
      return false;
  return true;
}

static bool decides(const struct law_question *q, uint16_t place) {
  for (uint32_t i = 0; i < q->decides.count; i++)
    if (q->decides.items[i].place == place) return true;
  return false;
}

/* ---- one question ------------------------------------------------------------------------------------------------------ */

static const char *answers_of(struct board *b, const struct law_question *q) {
  struct buf t = {0};
  for (uint32_t i = 0; i < q->answer_count; i++) {
    buf_puts(&t, i ? " or " : "");
    buf_put(&t, q->answers[i]);
  }
  return q->answer_count ? buf_keep(&t, b->arena) : "";
}

static const char *fallback_of(struct board *b, const struct law_question *q) {
  struct buf t = {0};
  for (uint32_t i = 0; i < q->default_count; i++) {
    const struct law_cond *c = q->defaults[i].cond;
    buf_puts(&t, t.n ? "; " : "");
    buf_put(&t, q->defaults[i].answer);
    if (c && c->kind == LAW_COND_QUESTION)
      buf_printf(&t, " if %.*s is %.*s", (int)c->question.n, c->question.p, (int)c->word.n,
                 c->word.p);
  }
  return q->default_count ? buf_keep(&t, b->arena) : NULL;
}

static imp_day find_due(struct board *b, const struct law_question *q, struct imp_item *it) {
  imp_day first = DAY_NEVER, last = DAY_NEVER;
  for (uint32_t i = 0; i < q->due_count; i++) {
    if (view_when_known(&b->query.view, &q->due_when[i]) > b->query.view.known) continue;
    if (first == DAY_NEVER)
      first = q->due[i];
    else if (q->due[i] != last)
      it->moved++;
    last = q->due[i];
  }
  it->due = last == DAY_NEVER ? NULL : bill_day(b->arena, last);
  return first;
}

static bool find_results(struct board *b, const struct law_question *q, struct imp_item *it) {
  struct imp_result *r = arena_array(b->arena, q->answered_count + 1u, sizeof *r);
  if (!r) return false;
  it->results = r;
  for (uint32_t i = 0; i < q->answered_count; i++) {
    const struct law_answered *a = &q->answered[i];
    imp_day day = view_when_known(&b->query.view, &a->when);
    if (day > b->query.view.known) continue;
    struct imp_result *x = &r[it->result_count++];
    x->answer = board_text(b, a->word);
    x->day = bill_day(b->arena, day);
    x->binds = !law_when_speaks(b->law, &a->when);
    x->act = x->act_title = "";
    if (a->when.act != LAW_NONE) {
      x->act = board_text(b, b->law->acts[a->when.act].name);
      x->act_title = board_text(b, b->law->acts[a->when.act].title);
    }
  }
  return !b->arena->failed;
}

static const char *decides_words(struct board *b, const struct imp_item *it) {
  bool first = it->positions[0].decides, second = it->positions[1].decides;
  if (first && second) return "both";
  if (!first && !second) return "nobody";
  return board_place(b, b->talks->sides[first ? 0 : 1]);
}

static bool fill_item(struct board *b, uint32_t index, struct imp_item *it) {
  const struct law_question *q = &b->law->questions[index];
  static const char *const states[] = {"not raised", "open", "said", "closed"};
  *it = (struct imp_item){.kind = IMP_ITEM_QUESTION, .where = ""};
  it->name = board_text(b, q->name);
  it->title = board_text(b, q->title);
  it->state = states[b->query.view.questions[index].state];
  it->answers = answers_of(b, q);
  it->fallback = fallback_of(b, q);
  it->raised = bill_day(b->arena, q->raised);
  it->at = (struct imp_where){b->law->files[q->pos.file].path, q->pos.line};
  imp_day first = find_due(b, q, it);
  for (unsigned i = 0; i < 2; i++) it->positions[i].decides = decides(q, b->talks->sides[i]);
  it->decides = decides_words(b, it);
  if (!it->name || !it->title || !it->answers || !it->raised || !it->decides) return false;
  return find_results(b, q, it) && board_words(b, q->said, q->said_count, it) &&
         board_cautions(b, it, first);
}

/* ---- the board ------------------------------------------------------------------------------------------------------------ */

static int rank(const struct imp_item *it) {
  bool over = strcmp(it->state, "closed") == 0 || strcmp(it->state, "held") == 0 ||
              strcmp(it->state, "called off") == 0;
  return over ? 1 : 0;
}

static int in_order(const void *x, const void *y) {
  const struct imp_item *a = x, *b = y;
  if (rank(a) != rank(b)) return rank(a) - rank(b);
  if (a->kind != b->kind) return a->kind == IMP_ITEM_MEETING ? 1 : -1;
  int d = a->kind == IMP_ITEM_MEETING ? strcmp(a->due ? a->due : "", b->due ? b->due : "") : 0;
  if (!d) d = strcmp(a->at.file, b->at.file);
  if (d) return d;
  return a->at.line < b->at.line ? -1 : a->at.line > b->at.line;
}

static bool find_items(struct board *b, struct imp_talks *t) {
  uint32_t most = b->law->question_count + board_meeting_count(b) + 1u;
  struct imp_item *items = arena_array(b->arena, most, sizeof *items);
  if (!items) return false;
  for (uint32_t i = 0; i < b->law->question_count; i++) {
    if (!of_talks(b, &b->law->questions[i])) continue;
    if (b->query.view.questions[i].state == VIEW_UNASKED) continue;
    if (!fill_item(b, i, &items[t->item_count])) return false;
    t->item_count++;
  }
  if (!board_meetings(b, items, &t->item_count)) return false;
  if (t->item_count > 1) qsort(items, t->item_count, sizeof *items, in_order);
  t->items = items;
  return true;
}

/* Each voice once, however many items it speaks on. */
static uint32_t count_voices(const struct imp_talks *t) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < t->item_count; i++)
    for (uint32_t k = 0; k < t->items[i].word_count; k++) {
      bool seen = false;
      for (uint32_t j = 0; j <= i && !seen; j++) {
        uint32_t end = j == i ? k : t->items[j].word_count;
        for (uint32_t m = 0; m < end && !seen; m++)
          seen = strcmp(t->items[j].words[m].voice, t->items[i].words[k].voice) == 0;
      }
      n += !seen;
    }
  return n;
}

static bool fill_talks(struct board *b, struct imp_talks *t) {
  t->name = board_text(b, b->talks->name);
  t->title = board_text(b, b->talks->title);
  t->known = bill_day(b->arena, b->query.view.known);
  for (unsigned i = 0; i < 2; i++) t->sides[i] = board_place(b, b->talks->sides[i]);
  if (!t->name || !t->title || !t->known || !t->sides[0] || !t->sides[1]) return false;
  if (!find_items(b, t) || !board_rounds(b, t)) return false;
  t->voice_count = count_voices(t);
  return true;
}

/* ---- one item ---------------------------------------------------------------------------------------------------------------- */

static bool is_named(const struct imp_talks *t, const struct imp_item *it, struct str asked) {
  struct str name = str_of(it->name), talks = str_of(t->name);
  if (str_eq(name, asked)) return true;
  return law_name_under(name, talks) && name.n > talks.n &&
         str_eq(str_sub(name, talks.n + 1, name.n), asked);
}

static enum imp_status no_such(const struct board *b, const struct imp_talks *t, const char *asked,
                               struct imp_error *err) {
  struct buf names = {0};
  enum { MOST = 260 };
  for (uint32_t i = 0; i < t->item_count && names.n < MOST; i++)
    buf_printf(&names, "%s%s", i ? ", " : "", t->items[i].name);
  const char *why = "is no item of the talks";
  for (uint32_t q = 0; q < b->law->question_count; q++) {
    const struct imp_item of = {.name = text_in(b->arena, "%.*s", (int)b->law->questions[q].name.n,
                                                b->law->questions[q].name.p)};
    if (!of.name) return error_no_memory(err);
    if (of_talks(b, &b->law->questions[q]) && is_named(t, &of, str_of(asked)))
      why = "had not been raised by then";
  }
  error_set(err, IMP_USAGE, "usage.talks", "impost talks, or another --known",
            "\"%.60s\" %s; the items: %s", asked, why, names.p ? names.p : "none");
  bool failed = names.failed;
  buf_free(&names);
  return failed ? error_no_memory(err) : IMP_USAGE;
}

static enum imp_status keep_one(const struct board *b, struct imp_board *out, const char *asked,
                                struct imp_error *err) {
  for (uint32_t i = 0; i < out->talks.item_count; i++) {
    if (!is_named(&out->talks, &out->talks.items[i], str_of(asked))) continue;
    out->talks.items += i;
    out->talks.item_count = 1;
    out->talks.voice_count = count_voices(&out->talks);
    out->one = true;
    return IMP_OK;
  }
  return no_such(b, &out->talks, asked, err);
}

/* Talks of that name; else those the item's name stands under; else the first. */
static const struct deal_talks *which(const struct law_deal *d, const char *asked) {
  uint32_t i = asked ? deal_find_talks(d, str_of(asked)) : LAW_NONE;
  if (i != LAW_NONE) return &d->talks[i];
  for (i = 0; asked && i < d->talks_count; i++)
    if (law_name_under(str_of(asked), d->talks[i].name)) return &d->talks[i];
  return d->talks_count ? &d->talks[0] : NULL;
}

static enum imp_status make(struct board *b, const struct imp_query *query, const char *asked,
                            struct imp_board *out, struct imp_error *err) {
  enum imp_status status = query_read(b->arena, b->own, query, &b->query, err);
  if (status != IMP_OK) return status;
  b->talks = which(b->deal, asked);
  if (!b->talks)
    return error_set(err, IMP_USAGE, "usage.talks", "impost help talks", "this law has no talks");
  if (!fill_talks(b, &out->talks)) return error_no_memory(err);
  if (!asked || str_eq(str_of(asked), b->talks->name)) return IMP_OK;
  return keep_one(b, out, asked, err);
}

enum imp_status imp_board_open(const struct imp_law *law, const struct imp_query *query,
                               const char *asked, struct imp_board **out, struct imp_error *err) {
  *out = NULL;
  struct imp_board *made = mem_alloc(sizeof *made);
  if (!made) return error_no_memory(err);
  struct board b = {
      .arena = &made->arena, .own = law, .law = law->law, .deal = law->law->deal, .talks = NULL};
  enum imp_status status = make(&b, query, asked, made, err);
  if (status == IMP_OK && made->arena.failed) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_board_free(made);
    return status;
  }
  *out = made;
  return IMP_OK;
}

const struct imp_talks *imp_board_talks(const struct imp_board *b) {
  return &b->talks;
}

bool imp_board_is_item(const struct imp_board *b) {
  return b->one;
}

void imp_board_free(struct imp_board *b) {
  if (!b) return;
  arena_free(&b->arena);
  mem_free(b);
}
