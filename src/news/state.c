// SPDX-License-Identifier: Apache-2.0
// What a rule found made into statements, with their evidence: one, or one for each that "and" puts beside it.
//
// The order of rules in their files is their priority: where one has spoken of a measure, a later one does not speak
// of the same words. Whose word it is, attribute.c says.
#include <string.h>

#include "news/cycle.h"
#include "news/fits.h"
#include "news/gaps.h"
#include "news/several.h"
#include "news/slots.h"

void news_keep(struct news_reader *d, const struct news_statement *st) {
  struct news_story *y = d->story;
  if (!mem_grow((void **)&y->statements, &y->statement_cap, y->statement_count + 1,
                sizeof *y->statements)) {
    d->failed = true;
    return;
  }
  y->statements[y->statement_count++] = *st;
}

/* "tariffs on Canada and Mexico": one statement for each that is hit. */
static void keep_for_each(struct news_reader *d, struct news_statement *st,
                          const struct news_match *m) {
  const struct news_mention *x =
      m->mention != NEWS_NONE ? &d->s->mentions[d->s->hits[m->mention].ref] : NULL;
  news_keep(d, st);
  if (x != NULL && x->each && d->r->measures[st->measure].pair) {
    enum news_side one = st->imposer == (enum news_side)x->targets[0] ? st->target : st->imposer;
    for (uint8_t k = 1; k < x->target_count && st->target != NEWS_NO_SIDE; k++) {
      st->imposer = one;
      st->target = (enum news_side)x->targets[k];
      news_order_pair(st);
      news_keep(d, st);
    }
  }
  if (x == NULL || d->r->measures[st->measure].pair || st->target == NEWS_NO_SIDE) return;
  for (uint8_t k = 1; k < x->target_count; k++) {
    st->target = (enum news_side)x->targets[k];
    if (st->target != st->imposer) news_keep(d, st);
  }
  if (st->imposer == NEWS_NO_SIDE || x->target_count > 1 || !news_is_mutual(d->s, x)) return;
  enum news_side imposer = st->imposer;
  st->imposer = st->target;
  st->target = imposer;
  news_keep(d, st);
}

/* Of a measure beside another: its own day, else one that stands before both or behind both. */
static void set_days(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                     uint32_t base) {
  struct news_match own = *m;
  if (m->own > 0) own.from = m->own;
  news_set_date(d, st, &own, base);
  if (m->own > 0 && !st->dated && !news_has(d->s, NC_DATE, m->behind, m->own))
    news_set_date(d, st, m, base);
}

static void state(struct news_reader *d, uint16_t rule, const struct news_match *m, uint32_t base,
                  size_t first) {
  const struct news_rule *r = &d->r->rules[rule];
  bool state_now =
      r->status == NEWS_IN_FORCE || r->status == NEWS_ENDED || r->status == NEWS_SUSPENDED;
  bool agreed = r->status == NEWS_FRAMEWORK;
  if (r->measure == NEWS_NONE && (state_now || agreed) && news_is_history(d, m, agreed)) return;
  struct news_statement st = {.article = d->article,
                              .rule = rule,
                              .measure = r->measure,
                              .good = NEWS_NONE,
                              .status = r->status};
  st.span = news_span_of(d, base + m->from, base + m->to);
  st.sentence = news_span_of(d, base, base + d->s->count);
  news_set_speaker(d, &st, m, base);
  st.aside = m->aside;
  if (r->outlet || m->aside) {
    st.speaker = NEWS_OUTLET;
    st.unknown = NULL;
    st.side = NEWS_NO_SIDE;
    st.quoted = false;
  }
  if (r->side != 0 && st.side != (enum news_side)(r->side - 1)) return;
  const struct news_voice *v = news_voice_at(d, base + m->from);
  if (v != NULL && v->lost && !st.quoted && !m->aside)
    return; /* somebody says it, nobody knows who */
  if (r->of_last && news_names_own(d, m)) return;
  if (r->of_last ? !news_last_fill(d, &st, NEWS_NONE) : !news_slots_fill(d, &st, m)) return;
  if (!news_concerned(d, &st, m) || !news_keep_name(d, &st)) return;
  if (d->r->measures[st.measure].pair && st.target == NEWS_NO_SIDE) return; /* with nobody */
  if (!news_settle_hearsay(d, &st, m)) return;
  news_own_menace(d, &st, m);
  news_credit(d, &st, m);
  news_set_number(d, &st, m, base);
  if (!news_is_held(d, &st, m)) return;
  if (news_spoken_of(d, first, &st) || news_says_less(d, &st)) return;
  set_days(d, &st, m, base);
  int32_t late = r->measure != NEWS_NONE && st.until <= st.from + 1 ? 1 : 30;
  if (st.status == NEWS_EXPECTED && st.dated && d->published != DAY_NEVER &&
      st.until != DAY_NEVER && st.until + late < d->published)
    return; /* "the visit to Beijing in 2017", "the meeting on Monday" */
  if (news_doubtful(d, &st, m) || news_was_to_begin(d, &st, m)) return;
  news_take_that_day(d, &st, m);
  if (news_yet_to_begin(d, &st, m) || news_already_held(d, &st, m)) return;
  news_set_condition(d, &st, m, base);
  news_settle_status(d, &st, m, base);
  if (news_told_already(d, &st) || news_completes(d, &st)) return;
  news_set_commitment(d, &st, m);
  news_end_before(d, &st);
  if (news_keep_later(d, &st, m)) return;
  keep_for_each(d, &st, m);
  bool two = false; /* "did not confirm either trip" */
  for (uint32_t at = m->from; r->of_last && at < m->to; at++)
    two =
        two || news_word_is(&d->s->tokens[at], "either") || news_word_is(&d->s->tokens[at], "both");
  if (two && news_last_fill(d, &st, st.measure)) news_keep(d, &st);
}

static void copy_days(struct news_statement *st, const struct news_statement *from) {
  st->from = from->from;
  st->until = from->until;
  st->dated = true;
  st->convention = from->convention;
  st->date_span = from->date_span;
}

/* "a duty on steel and one on wine since March": the day of the last is that of all. */
static void share_days(struct news_reader *d, size_t from) {
  struct news_story *y = d->story;
  for (size_t i = from; i + 1 < y->statement_count; i++) {
    const struct news_statement *last = &y->statements[y->statement_count - 1];
    struct news_statement *st = &y->statements[i];
    if (st->dated || !last->dated || st->status != last->status) continue;
    copy_days(st, last);
  }
}

/* A measure with its noun in the clause is told with it. */
static void mark_told(struct news_sentence *s, const struct news_gap *g) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].at >= g->from && s->mentions[k].at < g->to) s->mentions[k].vague = true;
}

/* Stated before of the same sentence, by another of its words. */
static bool told_here(const struct news_reader *d, const struct news_statement *st, size_t n) {
  const struct news_story *y = d->story;
  while (n-- > d->opening && y->statements[n].sentence.from == st->sentence.from) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
        x->good == st->good && x->percent_milli == st->percent_milli && x->status == st->status &&
        x->percent_milli != 0)
      return true;
  }
  return false;
}

/* "Vietnam faces 20%, Japan and Korea 15%": of each of them, behind the statement n. */
static void keep_gaps(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                      uint32_t base, size_t n) {
  uint32_t behind = m->to;
  struct news_gap g = {.promise = false};
  bool decided = st->imposer != NEWS_NO_SIDE, decides = news_subject_decides(d, st, m);
  if (d->r->measures[st->measure].pair) return;
  uint32_t ahead =
      behind; /* "those in Kenya 15% and those in Ghana 15% in the United States": of all */
  for (int k = 0; k < 6 && !decides && news_next_gap(d, st, base, &ahead, &g); k++)
    if (!g.promise && news_shares_place(d, m, &g))
      st->imposer = d->story->statements[n].imposer = g.place;
  for (int k = 0; k < 6 && news_next_gap(d, st, base, &behind, &g); k++) {
    if (g.bare && news_word_is(&d->s->tokens[g.from], "since"))
      news_undate(d, &d->story->statements[n], base, &g);
    for (uint8_t i = 0; i == 0 || i < g.who_count; i++) {
      bool known = news_fill_gap(d, st, base, &g, i, decides);
      bool same = !g.promise && g.place == NEWS_NO_SIDE && g.owner == NEWS_NO_SIDE &&
                  !(decides && g.leads) &&
                  !(g.answers && g.who[0] == (uint8_t)d->story->statements[n].target);
      bool swapped =
          st->imposer == d->story->statements[n].target; /* "and Beijing its own to 10%" */
      if (!swapped && (same || (!g.promise && news_shares_place(d, m, &g))))
        d->story->statements[n].imposer = st->imposer;
      bool open = !decided && st->imposer == NEWS_NO_SIDE && st->target != NEWS_NO_SIDE &&
                  g.rate != NULL && !g.promise; /* of whoever decides the first */
      known = known || open;
      if (known && !told_here(d, st, n)) news_keep(d, st);
      if (known) mark_told(d->s, &g);
    }
  }
  if (decided && st->imposer == NEWS_NO_SIDE) d->story->statement_count = n;
}

/* "Mexico and Canada have imposed", "as did Ottawa": the statements from n on, of each. */
static void keep_others(struct news_reader *d, const struct news_match *m, size_t n) {
  struct news_statement st = d->story->statements[n];
  uint8_t sides[NEWS_TARGETS];
  bool pair = d->r->measures[st.measure].pair;
  size_t end = d->story->statement_count;
  for (uint8_t k = 0, count = news_other_doers(d, &st, m, sides); k < count; k++)
    for (size_t i = n; i < end; i++) {
      struct news_statement other = d->story->statements[i];
      enum news_side with = news_side_with(d->s, &d->s->mentions[d->s->hits[m->mention].ref]);
      other.imposer = (enum news_side)sides[k];
      if (pair) other.target = with;
      if (pair) news_order_pair(&other);
      if (!pair && other.target == other.imposer)
        other.target = st.imposer; /* "the two cut their tariffs" */
      if (other.target != other.imposer) news_keep(d, &other);
    }
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  enum news_side with = pair ? news_side_with(d->s, x) : NEWS_NO_SIDE;
  for (uint8_t k = 0, count = with != NEWS_NO_SIDE ? news_dated_sides(d->s, x, sides) : 0;
       k < count; k++) {
    struct news_statement other = st;
    if (other.imposer == with) other.imposer = other.target;
    other.target = (enum news_side)sides[k];
    news_order_pair(&other);
    if (other.target != other.imposer) news_keep(d, &other);
  }
  if (pair) return;
  news_keep_range(d, m, n);
  news_keep_price(d, m, n);
  news_keep_alike(d, m, n);
  news_goods_of_each(d, m, n);
  for (uint8_t k = 0, count = news_so_sides(d, m, sides); k < count; k++) {
    enum news_side so = (enum news_side)sides[k];
    bool decides = m->struck == NEWS_NONE && news_subject_decides(d, &st, m);
    if (so == st.imposer || so == st.target || st.target == NEWS_NO_SIDE ||
        (m->struck == NEWS_NONE && !decides))
      continue;
    struct news_statement other = st;
    if (decides)
      other.imposer = so;
    else
      other.target = so;
    news_keep(d, &other);
  }
}

/* "has imposed duties on many goods, including 25% on steel and 10% on wine": of each, and of no duty beside them. */
static void state_row(struct news_reader *d, uint16_t rule, const struct news_match *m,
                      uint32_t base, size_t first, size_t n) {
  struct news_statement whole = d->story->statements[n];
  bool row = false, first_rate = false; /* "stand at 19% for China and 20% for Peru" */
  const char *key = NULL;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention *y = &d->s->mentions[k];
    if (y->row != d->s->hits[m->mention].ref + 1u) continue;
    key = d->r->measures[y->measure].key;
    struct news_match own = *m;
    if (y->imposer == NEWS_NO_SIDE) y->imposer = (uint8_t)whole.imposer;
    own.behind = own.to;
    own.own = y->at;
    own.to = (uint16_t)(y->at + y->n);
    own.mention = news_mention_hit(d, k);
    if (own.mention != NEWS_NONE) state(d, rule, &own, base, first);
    row = true;
    first_rate = first_rate || y->percent == whole.percent_milli;
  }
  for (size_t i = n + 1; row && whole.dated && i < d->story->statement_count; i++)
    if (!d->story->statements[i].dated) copy_days(&d->story->statements[i], &whole);
  bool bare = d->r->measures[whole.measure].key == key &&
              (whole.percent_milli == 0 || first_rate) && whole.good == NEWS_NONE &&
              whole.target == NEWS_NO_SIDE;
  size_t left = d->story->statement_count - n - 1;
  if (!row || !bare || left == 0) return;
  memmove(&d->story->statements[n], &d->story->statements[n + 1], left * sizeof whole);
  d->story->statement_count--;
  d->s->mentions[d->s->hits[m->mention].ref].vague = true; /* and no other rule tells it again */
}

/* "a 100% tariff on Canadian canola and a 25% one on pork": on whom the first is, where whose duties are not those of all. */
static void share_target(struct news_reader *d, const struct news_match *m,
                         const struct news_statement *st) {
  struct news_mention *y = &d->s->mentions[d->s->hits[m->mention].ref];
  bool open = y->target_count == 0 && !y->worldwide && y->good != NEWS_NONE;
  bool same = y->imposer == NEWS_NO_SIDE || y->imposer == (uint8_t)st->imposer;
  if (!open || !same || d->r->measures[st->measure].pair || st->imposer == d->r->levier ||
      st->imposer == NEWS_NO_SIDE || st->target == NEWS_NO_SIDE || st->good == NEWS_NONE)
    return;
  y->targets[0] = (uint8_t)st->target;
  y->target_count = 1;
}

/* What is said of a measure is said of those that "and" puts beside it: "a 25% tariff on steel and a 10% one on wine". */
void news_state(struct news_reader *d, uint16_t rule, const struct news_match *m, uint32_t base,
                size_t first) {
  size_t n = d->story->statement_count;
  struct news_match whole = *m, beside;
  if (m->mention != NEWS_NONE && news_whole_row(d, &whole)) m = &whole;
  beside = *m;
  bool alone = d->r->rules[rule].measure != NEWS_NONE || m->mention == NEWS_NONE;
  struct news_match before[NEWS_TARGETS];
  uint8_t led = alone ? 0 : news_conjuncts_before(d, m, before);
  if (!alone) news_share_target(d, m);
  state(d, rule, m, base, first);
  if (alone) return;
  for (uint8_t k = 0; k < led && d->story->statement_count > n; k++)
    state(d, rule, &before[k], base, first);
  if (d->story->statement_count > n) {
    struct news_statement listed = d->story->statements[n];
    bool zipped = news_two_rates(d, m, base, n) || news_respectively(d, m, base, n);
    bool row = d->s->mentions[d->s->hits[m->mention].ref].row > 0;
    bool one = d->story->statement_count == n + 1 && !zipped && !row;
    for (int k = 0; one && k < 3 && news_next_number(d, &listed, m, base); k++)
      news_keep(d, &listed);
    if (!zipped) keep_gaps(d, &listed, m, base, n);
    if (zipped) return;
    if (d->story->statement_count > n) keep_others(d, m, n);
    if (d->story->statement_count > n) news_keep_both(d, m, n);
  }
  struct news_match so;
  if (d->story->statement_count > n && news_so_measure(d, m, &so)) {
    size_t told = d->story->statement_count;
    state(d, rule, &so, base, first);
    for (; told < d->story->statement_count && d->story->statements[n].dated; told++)
      if (!d->story->statements[told].dated)
        copy_days(&d->story->statements[told], &d->story->statements[n]);
  }
  for (int k = 0; k < 3 && news_beside(d, &beside); k++) {
    if (d->story->statement_count == n + 1) /* of several none */
      share_target(d, &beside, &d->story->statements[n]);
    state(d, rule, &beside, base, first);
  }
  if (beside.own > 0 && !news_has(d->s, NC_DATE, m->from, beside.own)) share_days(d, n);
  if (d->story->statement_count > n) state_row(d, rule, m, base, first, n);
}
