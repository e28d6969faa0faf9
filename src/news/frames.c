// SPDX-License-Identifier: Apache-2.0
// The deal that sentences belong to: "Under the agreement, Washington will lower its tariff. Seoul will invest ...".
//
// A frame is opened by words ("Under the pact", "Under it") or by what was told as agreed, and holds for what the outlet
// tells next that either of the two will do: through the paragraph, and beyond it from one sentence to the next. A saying
// and a side that has no part in it end it; "in return", "for its part" and "in exchange" take it up again.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

#define NEAR  4  /* sentences back that "will also" belongs to a frame of */
#define REACH 16 /* sentences back that "for its part" takes a frame up from */

static bool speaks_of_pact(const struct news_sentence *s) {
  return s->heads[NC_PACT] != NEWS_NONE;
}

/* "Here are the main points before we close this page:", but "the main points of the ruling". */
static bool here_are(const struct news_sentence *s) {
  static const char *const opens[] = {"here", "these", "below", "those"};
  if (s->count < 4 || !NEWS_IN(&s->tokens[0], opens)) return false;
  for (uint16_t i = s->heads[NC_TERMS]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (s->hits[i].at > 5 || end >= s->count) continue;
    if (!news_word_is(&s->tokens[end], "of") && !news_word_is(&s->tokens[end], "from")) return true;
    if (news_has(s, NC_PACT, end + 1, end + 6)) return true;
  }
  return false;
}

/* "Among the terms:", "What has been agreed:": what follows is part of a deal. */
static bool names_terms(const struct news_sentence *s) {
  const struct news_hit *h = s->count > 2 ? news_hit_at(s, NC_TERMS, 0) : NULL;
  bool what = s->count > 2 && s->count < 9 && news_word_is(&s->tokens[0], "what");
  if (s->heads[NC_NEGATION] != NEWS_NONE || s->heads[NC_URGES] != NEWS_NONE) return false;
  if (what && s->tokens[s->count - 1].hash == news_word_hash(":", 1))
    return s->heads[NC_CONCEDES] != NEWS_NONE; /* "What Brussels conceded:" */
  if (here_are(s)) return true;
  if (h == NULL && s->heads[NC_TERMS] != NEWS_NONE && /* "It includes the following points:" */
      s->tokens[s->count - 1].hash == news_word_hash(":", 1)) {
    const struct news_hit *last = &s->hits[s->heads[NC_TERMS]];
    if ((uint32_t)last->at + last->n + 1u == s->count) return true;
  }
  uint32_t end = h != NULL ? h->n : 0;
  if (h == NULL) return false;
  for (uint32_t at = end; at < end + 9u && at < s->count; at++)
    if (s->tokens[at].kind == NEWS_MARK)
      return s->tokens[at].hash == news_word_hash(":", 1) || at == end;
  return false;
}

/* "Under the lists that the two governments published, ...": what both have put their names to. */
static bool of_both(const struct news_sentence *s) {
  bool both = false;
  for (uint32_t at = 1; at < 12 && at < s->count && s->tokens[at].kind == NEWS_WORD; at++) {
    both = both || news_word_is(&s->tokens[at], "two") || news_word_is(&s->tokens[at], "both");
    if (both && news_in_class(s, NC_BOTH_ARE, at)) return true;
  }
  return false;
}

/* "Under the agreement, ...", "According to the joint statement, ...": what will be done is part of it. */
static bool opens_under(const struct news_reader *d) {
  const struct news_sentence *s = d->s;
  bool to = s->count > 4 && news_word_is(&s->tokens[0], "according") &&
            (news_word_is(&s->tokens[3], "joint") || news_word_is(&s->tokens[3], "agreement"));
  if (to) return true;
  bool part = s->count > 6 && news_word_is(&s->tokens[0], "as") &&
              news_word_is(&s->tokens[1], "part") && news_word_is(&s->tokens[2], "of");
  for (uint32_t at = 3; part && at < 7; at++)
    if (news_hit_at(s, NC_PACT, at) != NULL) return true; /* "As part of the pact" */
  if (names_terms(s)) return true;
  if (s->count > 3 && news_word_is(&s->tokens[0], "here") && d->frame.told &&
      d->frame.sentence + 1 == d->sentence)
    return s->tokens[s->count - 1].hash == news_word_hash(":", 1); /* "Here is what it means:" */
  if (s->count < 3 || !news_word_is(&s->tokens[0], "under")) return false;
  if (news_word_is(&s->tokens[1], "the") && of_both(s)) return true;
  if (news_word_is(&s->tokens[1], "it"))
    return d->frame.pact && d->frame.pact_at + 1 == d->sentence;
  if (news_word_is(&s->tokens[2], "terms")) return true; /* "Under its terms" */
  for (uint32_t at = 1; at < 5 && at < s->count; at++)
    if (news_hit_at(s, NC_PACT, at) != NULL) return true;
  return false;
}

bool news_opens_frame(const struct news_reader *d) {
  return opens_under(d);
}

/* "In return, Japan will buy", "China, for its part, will lift": goes with what was told before. */
static bool goes_with(const struct news_sentence *s) {
  static const char *const opens[][2] = {
      {"in", "return"}, {"in", "exchange"}, {"in", "turn"}, {"for", "its"}, {"for", "their"}};
  for (uint32_t at = 0; at + 1 < s->count && at < 8; at++)
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
      if ((at == 0 || s->tokens[at - 1].kind == NEWS_MARK) &&
          news_word_is(&s->tokens[at], opens[i][0]) &&
          news_word_is(&s->tokens[at + 1], opens[i][1]))
        return true;
  return false;
}

/* "China will also remove": one thing more beside what was told of the deal. */
static bool adds(const struct news_sentence *s) {
  for (uint32_t at = 1; at < 8 && at < s->count; at++)
    if (news_word_is(&s->tokens[at], "also")) return news_in_class(s, NC_WILL, at - 1);
  return false;
}

/* "will pay 15% under the deal" */
static bool ends_under(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->to > 2 ? m->to - 2u : 1; at + 1 < s->count && at < m->to + 14u; at++) {
    if (s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL) return false;
    if (!news_word_is(&s->tokens[at], "under")) continue;
    for (uint32_t k = at + 1; k < at + 5 && k < s->count; k++)
      if (news_hit_at(s, NC_PACT, k) != NULL && !news_word_is(&s->tokens[at + 1], "no"))
        return true;
  }
  return false;
}

/* "a long-delayed trade deal", and not "rival plans for a pact": the object of the verb before it. */
static bool object_pact(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k < at + 8 && k < s->count; k++) {
    if (news_hit_at(s, NC_PACT, k) != NULL) return true;
    if (s->tokens[k].kind == NEWS_MARK || news_word_is(&s->tokens[k], "for") ||
        s->np[k] == NEWS_NP(NC_NP_AND))
      return false;
  }
  return false;
}

/* "The United States and Argentina published a framework last week": the deal of the two. */
static bool names_deal(const struct news_sentence *s) {
  if (s->heads[NC_NEGATION] != NEWS_NONE || s->heads[NC_IF] != NEWS_NONE ||
      s->heads[NC_DECLINES] != NEWS_NONE)
    return false;
  for (uint16_t i = s->heads[NC_SEALS]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at, end = at + s->hits[i].n;
    if (at > 0 && at < 14 && !news_has(s, NC_WILL, 0, at) && !news_has(s, NC_MIGHT, 0, at) &&
        (object_pact(s, end) || news_has(s, NC_TEXT, end, end + 4)))
      return true;
  }
  return false;
}

/* "The joint fact sheet was published on Friday", "They set out the terms in a joint statement". */
static bool shows_text(const struct news_sentence *s) {
  if (s->heads[NC_TEXT] == NEWS_NONE || s->heads[NC_SEALS] == NEWS_NONE) return false;
  const struct news_hit *text = &s->hits[s->heads[NC_TEXT]], *shows = &s->hits[s->heads[NC_SEALS]];
  uint32_t low = text->at < shows->at ? text->at : shows->at;
  uint32_t high = text->at < shows->at ? shows->at : text->at;
  return low < 10 && high < low + 9u && s->heads[NC_NEGATION] == NEWS_NONE &&
         s->heads[NC_IF] == NEWS_NONE && !news_has(s, NC_WILL, 0, high) &&
         !news_has(s, NC_MIGHT, 0, high);
}

/* "In exchange", "In return": what is done for something is part of a deal. */
static bool opens_exchange(const struct news_sentence *s) {
  uint32_t end = s->count;
  while (end > 0 && s->tokens[end - 1].kind != NEWS_WORD) end--;
  if (end > 4 && news_word_is(&s->tokens[end - 2], "in") && /* "Seoul will invest in return." */
      (news_word_is(&s->tokens[end - 1], "return") ||
       news_word_is(&s->tokens[end - 1], "exchange")))
    return true;
  for (uint32_t at = 0; at + 3 < s->count && at < 7; at++)
    if ((at == 0 || s->tokens[at - 1].kind == NEWS_MARK) && news_word_is(&s->tokens[at], "in") &&
        (news_word_is(&s->tokens[at + 1], "exchange") ||
         news_word_is(&s->tokens[at + 1], "return")))
      return at == 0 || s->tokens[at + 2].kind == NEWS_MARK; /* "China, in exchange, will" */
  for (uint32_t at = 1; at + 2 < s->count && at < 5; at++)   /* "Washington in return lowers" */
    if (news_word_is(&s->tokens[at], "in") && news_ending(s, NC_PARTY, at) != NULL &&
        (news_word_is(&s->tokens[at + 1], "return") ||
         news_word_is(&s->tokens[at + 1], "exchange")))
      return !news_word_is(&s->tokens[at + 2], "for");
  return false;
}

/* Who did the other half: "In exchange the U.S. will remove its duty on bananas" is for the one told of right before. */
enum news_side news_exchanged(const struct news_reader *d, const struct news_statement *st) {
  const struct news_story *y = d->story;
  if (st->imposer == NEWS_NO_SIDE || !goes_with(d->s)) return NEWS_NO_SIDE;
  for (size_t n = y->statement_count; n-- > d->opening && n + 4 > y->statement_count;) {
    const struct news_statement *x = &y->statements[n];
    if (x->sentence.from == st->sentence.from) continue;
    bool other = x->imposer != NEWS_NO_SIDE && x->imposer != st->imposer &&
                 (x->target == st->imposer || x->target == NEWS_NO_SIDE);
    return other && x->sentence.to + 4 > st->sentence.from ? x->imposer : NEWS_NO_SIDE;
  }
  return NEWS_NO_SIDE;
}

/* "It would also lift levies on farm goods": for whom it eased something in the sentence before. */
enum news_side news_also_eased(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  const struct news_story *y = d->story;
  bool it = news_word_is(&s->tokens[0], "it") || news_word_is(&s->tokens[0], "they"), also = false;
  for (uint32_t at = 1; at < 5 && at < s->count; at++)
    also = also || news_word_is(&s->tokens[at], "also");
  bool eases = news_has(s, NC_LIFT, 1, x->at) || news_has(s, NC_CUT, 1, x->at) ||
               news_has(s, NC_LIFTED, 1, x->at) || news_has(s, NC_LOWERED, 1, x->at);
  if (!it || !also || !eases || y->statement_count == d->opening) return NEWS_NO_SIDE;
  const struct news_statement *last = &y->statements[y->statement_count - 1];
  bool near = last->sentence.from != st->sentence.from && last->sentence.to + 4 > st->sentence.from;
  return near && last->imposer == st->imposer ? last->target : NEWS_NO_SIDE;
}

/* Both have a part in it. */
static bool within(const struct news_frame *f, const struct news_statement *st) {
  bool does = f->sides.has[st->imposer], hit = f->sides.has[st->target];
  if (f->sides.count == 0) return true;       /* "What has been agreed:" */
  if (f->sides.count < 2) return does || hit; /* the other is not named yet */
  return does && (hit || st->target == NEWS_NO_SIDE);
}

static bool has_past(const struct news_sentence *s, const struct news_match *m) {
  return news_has(s, NC_HAVE, m->from, m->to) || news_has(s, NC_PAST, m->from, m->to);
}

/* "The tariff falls to 15%", "Bern drops its duties": told of a deal as if it were done. */
static bool changes_now(const struct news_sentence *s, const struct news_statement *st,
                        const struct news_match *m) {
  if (st->status != NEWS_IN_FORCE && st->status != NEWS_ENDED && st->status != NEWS_EXPECTED)
    return false;
  uint32_t low = m->from > 2 ? m->from - 2u : 0;
  for (uint16_t i = s->heads[NC_PRESENT]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= low && s->hits[i].at < m->to) return !has_past(s, m);
  return false;
}

/* "will continue to face", "will still be charged": as it was. */
static bool goes_on_as_is(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++)
    if (news_word_is(&s->tokens[at], "continue") || news_word_is(&s->tokens[at], "still") ||
        news_word_is(&s->tokens[at], "go"))
      return true;
  return false;
}

/* It goes on through the paragraph, behind it from one sentence to the next, and through the lines of a list. */
bool news_frame_open(const struct news_reader *d) {
  const struct news_frame *f = &d->frame;
  uint32_t back = f->list ? 3 : 1;
  return f->told && f->open && (f->sentence >= d->paragraph || f->sentence + back >= d->sentence);
}

/* "will", "is to": of what is only expected of somebody nobody has agreed. */
static bool is_willed(const struct news_reader *d, const struct news_statement *st,
                      const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t low = m->from > 6 ? m->from - 6u : 0;
  if (st->status == NEWS_ANNOUNCED) return true;
  bool keeps = st->status == NEWS_IN_FORCE; /* "will hold its tariff at 19%" */
  if (changes_now(s, st, m)) return true;
  if (keeps && goes_on_as_is(s, low, m->to)) return false;
  if (keeps && st->dated && d->published != DAY_NEVER && st->from < d->published)
    return false; /* "will keep its 19% tariff, the rate that has been in force since Aug. 7" */
  if (keeps && d->frame.ahead && news_frame_open(d) && st->until == DAY_NEVER && !has_past(s, m))
    return news_has(s, NC_OWES, m->from, m->to) || news_has(s, NC_PRESENT, low, m->to);
  return (st->status == NEWS_EXPECTED || keeps) && news_has(s, NC_WILL, low, m->to) &&
         !news_has(s, NC_MIGHT, low, m->to) && !news_has(s, NC_EXPECTS, low, m->to);
}

/* The frame that was told before holds for this sentence. */
static bool goes_on(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m) {
  const struct news_frame *f = &d->frame;
  if (!f->told || f->sentence == d->sentence || !within(f, st)) return false;
  if (goes_with(d->s) || opens_exchange(d->s)) return d->sentence - f->sentence <= REACH;
  if (adds(d->s) && f->sides.count == 2 && d->sentence - f->sentence <= NEAR) return true;
  if (news_is_burden(d, st, m)) return false;
  return news_frame_open(d) || news_resumes(d, st, m);
}

/* "Under a proposal, ...": what would be done nobody has announced. */
bool news_opens_proposal(const struct news_sentence *s) {
  if (of_both(s)) return false;
  for (uint32_t at = 1; at < 4 && at < s->count && news_word_is(&s->tokens[0], "under"); at++)
    if (news_in_class(s, NC_PROPOSAL, at)) /* "under the plan" behind a deal is under that */
      return !(news_word_is(&s->tokens[at], "plan") && news_word_is(&s->tokens[at - 1], "the"));
  return false;
}

/* Of the two whose deal it is the one that does not act; NEWS_NO_SIDE: they are not two. */
enum news_side news_frame_other(const struct news_reader *d, const struct news_statement *st) {
  const struct news_frame *f = &d->frame;
  enum news_side other = NEWS_NO_SIDE;
  if (!f->told || f->sides.count != 2 || !f->sides.has[st->imposer]) return other;
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (f->sides.has[k] && (enum news_side)k != st->imposer) other = (enum news_side)k;
  return other;
}

/* What will be done is agreed in framework. */
bool news_in_frame(const struct news_reader *d, const struct news_statement *st,
                   const struct news_match *m) {
  if (st->condition.to != 0 || !is_willed(d, st, m) || news_opens_proposal(d->s)) return false;
  if (d->r->measures[st->measure].pair) return false; /* the deal itself */
  if (news_word_is(&d->s->tokens[0], "it") && d->frame.pact && changes_now(d->s, st, m) &&
      d->frame.pact_at + 1 == d->sentence)
    return true; /* "The accord was signed in May. It eliminates duties" */
  if (changes_now(d->s, st, m) && news_pact_does(d->s, m)) return true;
  return opens_under(d) || ends_under(d->s, m) || opens_exchange(d->s) || goes_on(d, st, m);
}

/* "The agreement is to enter into force in 2027", "took effect in May": its text is there. */
static bool is_set(const struct news_reader *d, size_t first, bool *ahead) {
  const struct news_story *y = d->story;
  for (size_t i = first; i < y->statement_count; i++) {
    const struct news_statement *st = &y->statements[i];
    const struct news_measure *kind = &d->r->measures[st->measure];
    bool deal = kind->pair && kind->template && strcmp(kind->kind, "deal") == 0;
    if (deal && st->speaker == NEWS_OUTLET && st->unknown == NULL && st->condition.to == 0 &&
        d->s->heads[NC_STARTS] != NEWS_NONE &&
        (st->status == NEWS_EXPECTED || st->status == NEWS_IN_FORCE)) {
      *ahead = d->published != DAY_NEVER && st->from != DAY_FIRST && st->from > d->published;
      return true;
    }
  }
  return false;
}

static void join_frame(struct news_reader *d, const struct news_statement *st) {
  struct news_frame *f = &d->frame;
  if (st->imposer != NEWS_NO_SIDE) news_side_set_add(&f->sides, st->imposer);
  if (st->target != NEWS_NO_SIDE) news_side_set_add(&f->sides, st->target);
}

/* Behind a sentence: what it opens, takes further or ends. `first`: its first statement. */
void news_frame_keep(struct news_reader *d, size_t first) {
  struct news_frame *f = &d->frame;
  const struct news_story *y = d->story;
  bool under = opens_under(d) || opens_exchange(d->s), again = f->told && goes_with(d->s),
       said = false, agreed = false;
  for (size_t i = first; i < y->statement_count; i++) {
    bool outlet = y->statements[i].speaker == NEWS_OUTLET && y->statements[i].unknown == NULL;
    said = said || !outlet;
    agreed = agreed || (outlet && y->statements[i].status == NEWS_FRAMEWORK);
  }
  struct news_side_set two = {0};
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    news_side_set_add(&two, d->s->hits[i].ref);
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].ref < d->r->actor_count)
      news_side_set_add(&two, d->r->actors[d->s->hits[i].ref].side);
  under = under || (two.count >= 2 && two.count < 5 && names_deal(d->s)) || shows_text(d->s) ||
          (two.count == 2 && news_pact_opens(d->s));
  bool stays = news_frame_open(d);
  if ((under || agreed) && !again && !stays) *f = (struct news_frame){0};
  for (size_t i = first; i < y->statement_count; i++)
    if (y->statements[i].status == NEWS_FRAMEWORK && (under || agreed))
      join_frame(d, &y->statements[i]);
    else if (f->told && !within(f, &y->statements[i])) {
      f->open = false;
      f->ended = true;
    }
  for (uint16_t i = d->s->heads[NC_PARTY]; under && i != NEWS_NONE; i = d->s->hits[i].next)
    news_side_set_add(&f->sides, d->s->hits[i].ref);
  bool ahead = false;
  under = is_set(d, first, &ahead) || under;
  if (said && !under) f->open = false;
  if (agreed || under) {
    f->told = f->open = true;
    f->ended = false;
    f->list = stays ? f->list : names_terms(d->s);
    f->sentence = d->sentence;
    f->ahead = ahead || (stays && f->ahead);
  }
  f->pact = speaks_of_pact(d->s);
  f->pact_at = d->sentence;
}
