// SPDX-License-Identifier: Apache-2.0
// A sentence read: rule by rule, into statements with their evidence.
//
// The order of rules in their files is their priority: where one has spoken of a measure, a later one does not speak
// of the same words. Whose word it is, attribute.c says.
#include <string.h>

#include "news/cycle.h"
#include "news/gaps.h"
#include "news/several.h"
#include "news/slots.h"

/* A measure without its number says nothing new where the article had it with one. */
static bool says_less(const struct news_reader *d, const struct news_statement *st) {
  if (st->percent_milli != 0 || d->r->rules[st->rule].measure != NEWS_NONE) return false;
  size_t n = d->story->statement_count, first = d->opening;
  if (n > first + NEWS_BACK) first = n - NEWS_BACK; /* the work stays linear */
  for (size_t i = first; i < n; i++) {
    const struct news_statement *x = &d->story->statements[i];
    bool goods = st->good == NEWS_NONE || st->good == x->good;
    if (goods && x->percent_milli != 0 && x->measure == st->measure && x->imposer == st->imposer &&
        x->target == st->target && (x->status == st->status || st->status == NEWS_THREATENED))
      return true;
  }
  return false;
}

static bool spoken_of(const struct news_reader *d, size_t first, const struct news_statement *st) {
  for (size_t i = first; i < d->story->statement_count; i++) {
    const struct news_statement *x = &d->story->statements[i];
    bool overlaps = x->span.from < st->span.to && st->span.from < x->span.to;
    bool generic = d->r->rules[st->rule].measure == NEWS_NONE;
    bool named = generic && d->r->rules[x->rule].measure != NEWS_NONE;
    bool same = x->article == st->article && x->sentence.from == st->sentence.from;
    const struct news_measure *was = &d->r->measures[x->measure];
    bool both =
        was->pair || strcmp(was->kind, "meeting") == 0 || strcmp(was->kind, "framework") == 0;
    bool met = d->r->measures[st->measure].pair && same && both;
    if (named && (overlaps || met)) return true; /* a rule for that very measure has spoken */
    if (generic && x->head == st->head && x->status == st->status && overlaps) return true;
    bool silent = x->status == NEWS_UNCONFIRMED && st->status == NEWS_UNCONFIRMED;
    if (silent && overlaps && d->r->rules[x->rule].of_last) return true;
    if (x->measure != st->measure || x->imposer != st->imposer || x->target != st->target ||
        x->good != st->good)
      continue;
    bool number = x->percent_milli == st->percent_milli || !generic;
    if (number && x->status == st->status && x->speaker == st->speaker) return true;
    bool beside = x->head != st->head && x->percent_milli > 0 && st->percent_milli > 0 &&
                  x->percent_milli != st->percent_milli; /* "a 20% tariff and a 40% one" */
    if (overlaps && !beside && st->status != NEWS_UNCONFIRMED) return true;
  }
  return false;
}

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

/* "Beijing removed the 10% duty": its own, and none that hits it. */
static bool lifted_by(const struct news_reader *d, const struct news_match *m,
                      enum news_side side) {
  const struct news_sentence *s = d->s;
  if (news_hit_at(s, NC_LIFTED, m->from) == NULL) return false;
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (end <= m->from && end + 4u > m->from && d->r->actors[s->hits[i].ref].side == side)
      return true;
  }
  return false;
}

/* A rule for one measure speaks where its sides are what the article is about, and not of what names another side. */
static bool concerned(const struct news_reader *d, const struct news_statement *st,
                      const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  const struct news_measure *x = &d->r->measures[st->measure];
  enum news_side a = rule->imposer != 0 ? (enum news_side)rule->imposer : x->a,
                 b = rule->target != 0 ? (enum news_side)rule->target : x->b;
  if (rule->measure == NEWS_NONE || b == NEWS_NO_SIDE) return true;
  if (rule->status == NEWS_AVERTED && lifted_by(d, m, b)) return false;
  if (strcmp(x->kind, "meeting") == 0 && news_match_names(d, m, a) && news_match_names(d, m, b))
    return true;
  uint32_t least = d->spoken[a] < d->spoken[b] ? d->spoken[a] : d->spoken[b];
  bool own = strcmp(x->kind, "meeting") == 0 || strcmp(x->kind, "other") == 0;
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (k != (uint8_t)a && k != (uint8_t)b && d->spoken[k] > least && !(own && news_passing(d, k)))
      return false;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *y = &d->s->mentions[k];
    bool touches = y->at < m->to && y->at + y->n > m->from && y->measure == st->measure;
    if (touches && y->good != NEWS_NONE && st->good == NEWS_NONE) return false;
    if (touches && y->target_count > 0 && y->targets[0] != (uint8_t)b) return false;
  }
  return true;
}

/* "in 2012", "in his first term": told of long ago, and not since then. */
static bool is_history(const struct news_reader *d, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  int year = 0, month, day;
  if (d->published != DAY_NEVER) day_split(d->published, &year, &month, &day);
  for (uint8_t i = 0; i < s->date_count && d->published != DAY_NEVER; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->resolved && x->until > day_of(year - 1, 1, 1)) continue; /* "in August last year" */
    bool since = x->at > 0 && (news_word_is(&s->tokens[x->at - 1], "since") ||
                               news_has(s, NC_DATES, x->at > 4 ? x->at - 4u : 0, x->at));
    bool near = x->at + 8u >= m->from && x->at < m->to + 8u;
    if (near && !since && x->resolved && x->until + 400 < d->published) return true;
  }
  static const char *const stays[] = {"still", "never"};
  for (uint32_t at = m->from; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], stays)) return false; /* "from his first term still apply" */
  for (uint32_t at = 0; at + 1 < s->count; at++)
    if (news_word_is(&s->tokens[at], "first") && news_word_is(&s->tokens[at + 1], "term") &&
        !news_has(s, NC_DATES, at > 5 ? at - 5u : 0, at))
      return true;
  return false;
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

/* "did not confirm the 20% rate": what is not confirmed is named, and no word for what was told last. */
static bool names_own(const struct news_reader *d, const struct news_match *m) {
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    if (!x->pronoun && x->at + x->n > m->from && x->at < m->to + 4u) return true;
  }
  return false;
}

static void state(struct news_reader *d, uint16_t rule, const struct news_match *m, uint32_t base,
                  size_t first) {
  const struct news_rule *r = &d->r->rules[rule];
  bool state_now =
      r->status == NEWS_IN_FORCE || r->status == NEWS_ENDED || r->status == NEWS_SUSPENDED;
  bool agreed = r->status == NEWS_FRAMEWORK && d->s->np[0] == NEWS_NP(NC_NP_IN);
  if (r->measure == NEWS_NONE && (state_now || agreed) && is_history(d, m)) return;
  struct news_statement st = {.article = d->article,
                              .rule = rule,
                              .measure = r->measure,
                              .good = NEWS_NONE,
                              .status = r->status};
  st.span = news_span_of(d, base + m->from, base + m->to);
  st.sentence = news_span_of(d, base, base + d->s->count);
  news_set_speaker(d, &st, m, base);
  if (r->outlet) {
    st.speaker = NEWS_OUTLET;
    st.unknown = NULL;
    st.side = NEWS_NO_SIDE;
    st.quoted = false;
  }
  if (r->side != 0 && st.side != (enum news_side)(r->side - 1)) return;
  const struct news_voice *v = news_voice_at(d, base + m->from);
  if (v != NULL && v->lost && !st.quoted) return; /* somebody says it, nobody knows who */
  if (r->of_last && names_own(d, m)) return;
  if (r->of_last ? !news_last_fill(d, &st, NEWS_NONE) : !news_slots_fill(d, &st, m)) return;
  if (!concerned(d, &st, m) || !news_keep_name(d, &st)) return;
  if (!news_settle_hearsay(d, &st, m)) return;
  news_credit(d, &st, m);
  news_set_number(d, &st, m, base);
  if (spoken_of(d, first, &st) || says_less(d, &st)) return;
  set_days(d, &st, m, base);
  if (st.status == NEWS_EXPECTED && st.dated && d->published != DAY_NEVER &&
      st.until != DAY_NEVER && st.until + 30 < d->published)
    return; /* "the visit to Beijing in 2017" */
  if (news_doubtful(d, &st, m) || news_was_to_begin(d, &st, m)) return;
  news_take_that_day(d, &st, m);
  if (news_yet_to_begin(d, &st, m) || news_already_held(d, &st, m)) return;
  news_set_condition(d, &st, m, base);
  news_settle_status(d, &st, m, base);
  if (news_told_already(d, &st) || news_completes(d, &st)) return;
  news_set_commitment(d, &st, m);
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
      bool same =
          !g.promise && g.place == NEWS_NO_SIDE && g.owner == NEWS_NO_SIDE && !(decides && g.leads);
      if (same || (!g.promise && news_shares_place(d, m, &g)))
        d->story->statements[n].imposer = st->imposer;
      if (known) news_keep(d, st);
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
  bool row = false;
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
  }
  for (size_t i = n + 1; row && whole.dated && i < d->story->statement_count; i++)
    if (!d->story->statements[i].dated) copy_days(&d->story->statements[i], &whole);
  bool bare = d->r->measures[whole.measure].key == key && whole.percent_milli == 0 &&
              whole.good == NEWS_NONE && whole.target == NEWS_NO_SIDE;
  size_t left = d->story->statement_count - n - 1;
  if (!row || !bare || left == 0) return;
  memmove(&d->story->statements[n], &d->story->statements[n + 1], left * sizeof whole);
  d->story->statement_count--;
  d->s->mentions[d->s->hits[m->mention].ref].vague = true; /* and no other rule tells it again */
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
    bool zipped = news_respectively(d, m, base, n);
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
  if (d->story->statement_count > n && news_so_measure(d, m, &so)) state(d, rule, &so, base, first);
  for (int k = 0; k < 3 && news_beside(d, &beside); k++) state(d, rule, &beside, base, first);
  if (beside.own > 0 && !news_has(d->s, NC_DATE, m->from, beside.own)) share_days(d, n);
  if (d->story->statement_count > n) state_row(d, rule, m, base, first, n);
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

/* A question states nothing. */
static bool asks(const struct news_reader *d) {
  const struct news_token *t = &d->s->tokens[d->s->count - 1];
  if (t->kind == NEWS_CLOSE && d->s->count > 1) t--;
  return t->kind == NEWS_MARK && d->text->text.p[t->at] == '?';
}

static bool lacks(const struct news_sentence *s, uint16_t class) {
  return class != NEWS_NONE && s->heads[class] == NEWS_NONE;
}

static void read_pattern(struct news_reader *d, const struct news_needle *x, uint32_t base,
                         size_t first) {
  const struct news_rule *rule = &d->r->rules[x->rule];
  const struct news_pattern *p = &rule->match[x->pattern];
  struct news_match m;
  for (uint32_t from = 0; news_pattern_find(p, d->s, from, &m); from = m.to)
    if (!news_forbidden(d, rule, p, &m)) news_state(d, x->rule, &m, base, first);
}

#define DUE ((NEWS_RULES * NEWS_MATCHES + 63) / 64)

static void make_due(const struct news_rules *r, uint32_t class, uint64_t *due) {
  for (uint32_t k = r->wanted[class]; k < r->wanted[class + 1]; k++)
    due[r->waiting[k] >> 6] |= (uint64_t)1 << (r->waiting[k] & 63);
}

/* Of the patterns only those are looked at whose needle stands in the sentence, in the order of the rules. */
static void read_patterns(struct news_reader *d, uint32_t base, size_t first) {
  const struct news_sentence *s = d->s;
  const struct news_rules *r = d->r;
  uint64_t due[DUE];
  uint32_t words = (r->needle_count + 63) / 64;
  memset(due, 0, words * sizeof *due);
  make_due(r, NEWS_CLASSES, due);
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->heads[s->hits[i].class] == i) make_due(r, s->hits[i].class, due);
  for (uint32_t w = 0; w < words; w++)
    for (uint64_t left = due[w]; left != 0; left &= left - 1) {
      const struct news_needle *x = &r->needles[w * 64 + (uint32_t)__builtin_ctzll(left)];
      if (lacks(s, x->second) || (x->about && s->mention_count == 0)) continue;
      if (x->rule + 1u != d->story->without) read_pattern(d, x, base, first);
    }
}

void news_read_sentence(struct news_reader *d, uint32_t base) {
  size_t first = d->story->statement_count;
  bool question = asks(d);
  note_percent(d);
  news_slots_begin(d);
  if (!question) read_patterns(d, base, first);
  if (!question) news_cycle_read(d, base, first);
  if (!question && d->story->statement_count == first) news_same_deed(d, base);
  news_frame_keep(d, first);
  news_stands_keep(d);
  news_slots_keep(d);
}
