// SPDX-License-Identifier: Apache-2.0
// What the sides said on an item, and the position that follows: the latest day a side spoke counts.
#include "base/str.h"
#include "deal/board.h"

static enum imp_stance stance_of(enum deal_verb verb) {
  switch (verb) {
  case DEAL_EXPECTS:
    return IMP_EXPECTS;
  case DEAL_ASSERTS:
    return IMP_ASSERTS;
  case DEAL_DENIES:
    return IMP_DENIES;
  case DEAL_RAISES:
    break;
  }
  return IMP_RAISES;
}

static bool fill_word(struct board *b, const struct deal_said *s, struct imp_word *w) {
  static const char *const grades[] = {"official", "copy", "report", "inferred"};
  imp_day day = board_said_day(b, &s->when);
  uint32_t act = s->when.act, voice = LAW_NONE;
  *w = (struct imp_word){.how = stance_of(s->verb), .grade = ""};
  w->side = board_place(b, s->place);
  w->answer = board_text(b, s->answer);
  w->detail = board_text(b, s->text);
  w->day = day == DAY_FIRST ? NULL : bill_day(b->arena, day);
  w->voice = w->who = w->where = w->source = "";
  if (act != LAW_NONE) {
    voice = deal_find_voice(b->deal, b->law->acts[act].name);
    w->voice = board_text(b, b->law->acts[act].name);
    w->who = board_text(b, b->law->acts[act].title);
    w->grade = grades[b->law->acts[act].source];
  }
  if (voice != LAW_NONE) {
    const struct deal_voice *v = &b->deal->voices[voice];
    w->who = board_text(b, v->who);
    w->where = board_text(b, v->where);
    w->source = board_text(b, v->source);
  }
  return w->side && w->answer && w->detail && w->who && w->where && w->source && w->voice;
}

/* The day that counts for a side: the latest on which it said something of the answer; else on which it named it. */
static imp_day latest(const struct board *b, const struct deal_said *said, uint32_t n,
                      uint16_t side, bool raises) {
  imp_day last = DAY_FIRST;
  for (uint32_t i = 0; i < n; i++) {
    imp_day day = board_said_day(b, &said[i].when);
    if (said[i].place == side && (said[i].verb == DEAL_RAISES) == raises &&
        day <= b->query.view.known && day > last)
      last = day;
  }
  return last;
}

/* One more word of the day that counts. Two that cannot both be so are "both ways"; asserting outweighs hedging. */
static void take_word(struct imp_position *p, const struct imp_word *w) {
  bool first = p->stance == IMP_SILENT || p->stance == IMP_RAISES;
  bool hedge = w->how == IMP_EXPECTS || p->stance == IMP_EXPECTS;
  bool same = first || (p->stance == w->how && str_eq(str_of(p->answer), str_of(w->answer)));
  if (p->stance == IMP_BOTH_WAYS) return;
  if (first || (hedge && w->how >= p->stance)) {
    const char *detail = !first && same && w->detail[0] == '\0' ? p->detail : w->detail;
    *p = (struct imp_position){.stance = w->how,
                               .answer = w->answer,
                               .detail = detail,
                               .since = w->day,
                               .decides = p->decides};
  } else if (!same && !hedge) {
    bool denies_other = p->stance != w->how && !str_eq(str_of(p->answer), str_of(w->answer));
    if (denies_other) { /* says yes to one answer and no to another: that agrees with itself */
      if (w->how == IMP_ASSERTS) p->stance = w->how, p->answer = w->answer;
      return;
    }
    p->stance = IMP_BOTH_WAYS;
    p->answer = p->detail = "";
  }
}

static void find_position(struct board *b, const struct deal_said *said, uint32_t count,
                          struct imp_item *it, const uint32_t *from, unsigned side) {
  struct imp_position *p = &it->positions[side];
  uint16_t place = b->talks->sides[side];
  uint32_t n = it->word_count;
  imp_day day = DAY_FIRST;
  struct imp_word *words = (struct imp_word *)it->words;
  for (int raises = 0; raises < 2 && p->stance == IMP_SILENT; raises++) {
    for (uint32_t i = 0; i < n; i++) {
      imp_day d = board_said_day(b, &said[from[i]].when);
      bool fits = said[from[i]].place == place && (said[from[i]].verb == DEAL_RAISES) == raises;
      if (i == 0) day = latest(b, said, count, place, raises);
      if (!fits || d != day) continue;
      words[i].counts = true;
      take_word(p, &words[i]);
    }
  }
  p->confirms = p->decides && p->stance == IMP_ASSERTS;
}

static bool says_it(const struct imp_position *p) {
  return p->stance == IMP_EXPECTS || p->stance == IMP_ASSERTS || p->stance == IMP_DENIES;
}

static bool against(const struct imp_position *a, const struct imp_position *b) {
  bool same = str_eq(str_of(a->answer), str_of(b->answer));
  if (a->stance == IMP_DENIES || b->stance == IMP_DENIES) return same != (a->stance == b->stance);
  return !same;
}

/* Silence of the other side is neither yes nor no, and it is no confirmation. */
static const char *confirmed_word(const struct imp_item *it) {
  const struct imp_position *a = &it->positions[0], *b = &it->positions[1];
  bool both_ways = a->stance == IMP_BOTH_WAYS || b->stance == IMP_BOTH_WAYS;
  if (!says_it(a) && !says_it(b) && !both_ways) return "";
  if (!says_it(a) || !says_it(b)) return "no";
  if (against(a, b)) return "denied";
  return a->stance == IMP_EXPECTS || b->stance == IMP_EXPECTS ? "hedged" : "both";
}

bool board_words(struct board *b, const struct deal_said *said, uint32_t count,
                 struct imp_item *it) {
  struct imp_word *words = arena_array(b->arena, count + 1u, sizeof *words);
  uint32_t *from = arena_array(b->arena, count + 1u, sizeof *from);
  if (!words || !from) return false;
  it->words = words;
  for (uint32_t i = 0; i < count; i++) {
    if (board_said_day(b, &said[i].when) > b->query.view.known) continue;
    if (!fill_word(b, &said[i], &words[it->word_count])) return false;
    from[it->word_count++] = i;
  }
  for (unsigned side = 0; side < 2; side++) {
    it->positions[side].answer = it->positions[side].detail = "";
    find_position(b, said, count, it, from, side);
  }
  it->confirmed = confirmed_word(it);
  return true;
}
