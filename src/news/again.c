// SPDX-License-Identifier: Apache-2.0
// What a measure has of one told before though its own words do not say it: whom the same duty hits, whom one like it hits,
// whose measures a court strikes down, how much "the full amount" is of.
#include <string.h>

#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

/* "China's lower tariff on corn", "the reduced duty on wine": compared with the one that was told. */
static bool is_moved(const struct news_sentence *s, const struct news_mention *x) {
  for (uint32_t at = x->at > 0 ? x->at - 1u : 0; at < x->head; at++)
    if (news_in_class(s, NC_CHANGED, at))
      return x->own || x->definite || x->named || (at > 0 && s->tokens[at - 1].genitive);
  return false;
}

/* "China's lower tariff on corn would start in May": on whom the one told before was; of two nobody. */
enum news_side news_hit_again(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  enum news_side found = NEWS_NO_SIDE;
  if (x->form != NEWS_NOUN || x->worldwide || st->imposer == NEWS_NO_SIDE ||
      ((st->imposer == d->r->levier || !news_has_rate(d->r, x->measure)) && !is_moved(d->s, x)))
    return found;
  while (n-- > low) {
    const struct news_statement *was = &y->statements[n];
    if (was->measure != st->measure || was->good != st->good || was->imposer != st->imposer)
      continue;
    if (was->target == NEWS_NO_SIDE || (found != NEWS_NO_SIDE && found != was->target))
      return NEWS_NO_SIDE;
    found = was->target;
  }
  return found;
}

/* "Similar duties on dairy began the same day": on whom the one of the sentence before is. */
enum news_side news_hit_alike(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x) {
  const struct news_mention *last = news_last_of(d, x->measure);
  if (d->since_charge > 0 || last == NULL || last->target_count != 1 ||
      last->imposer != (uint8_t)st->imposer || last->targets[0] == (uint8_t)st->imposer)
    return NEWS_NO_SIDE;
  for (uint32_t at = x->at > 0 ? x->at - 1u : 0; at <= x->head; at++)
    if (news_in_class(d->s, NC_SIMILAR, at)) return (enum news_side)last->targets[0];
  return NEWS_NO_SIDE;
}

/* What the sentence told of the same kind before it, where that is one thing; NULL. */
static const struct news_statement *told_here(const struct news_reader *d,
                                              const struct news_statement *st) {
  const struct news_story *y = d->story;
  const struct news_statement *one = NULL;
  for (size_t n = y->statement_count; n > d->opening; n--) {
    const struct news_statement *was = &y->statements[n - 1];
    if (was->sentence.from != st->sentence.from) break;
    if (was->measure != st->measure || was->head >= st->head) continue;
    if (one != NULL) return NULL;
    one = was;
  }
  return one;
}

/* "Turkish steel pays a 50% duty, and that duty stays", "Korean cars pay 25%, although it agreed to bring the tariff down": of
 * the goods and the land that stood before the first. */
void news_take_told_here(const struct news_reader *d, const struct news_statement *st,
                         struct news_mention *x) {
  if (!x->lent || !x->definite || x->own) return;
  const struct news_statement *was = told_here(d, st);
  if (was == NULL || was->good == NEWS_NONE || was->percent_milli == 0) return;
  if (was->percent_milli != x->percent && x->good == NEWS_NONE) return;
  x->good = was->good;
  if (x->imposer == NEWS_NO_SIDE) x->imposer = (uint8_t)was->imposer;
  x->target_count = was->target != NEWS_NO_SIDE;
  x->targets[0] = (uint8_t)was->target;
  if (x->lent_number) x->percent = was->percent_milli;
}

static bool is_court(const struct news_token *t) {
  static const char *const courts[] = {"court",    "courts", "judge",   "judges",
                                       "tribunal", "panel",  "justices"};
  return NEWS_IN(t, courts);
}

/* "struck down", or "had no power to impose", "does not let a president". */
static bool tells_ruling(const struct news_sentence *s, uint32_t from, uint32_t to) {
  if (s->heads[NC_STRUCK] != NEWS_NONE && news_has(s, NC_STRUCK, from, to)) return true;
  for (uint32_t at = from; at < to && at < s->count; at++)
    if (news_in_class(s, NC_POWER, at)) return true;
  return false;
}

/* "the tariffs that the Supreme Court threw out": all of them, and where no land of the court is named those of whoever's
 * duties are meant without a word. */
void news_take_court(const struct news_reader *d, struct news_mention *m) {
  const struct news_sentence *s = d->s;
  uint32_t low = m->at > 12u ? m->at - 12u : 0, high = (uint32_t)m->at + m->n + 12u, at = low;
  if (!m->many || m->form != NEWS_NOUN || m->percent != 0 || m->good != NEWS_NONE ||
      m->target_count > 0 || !news_has_rate(d->r, m->measure))
    return;
  while (at < high && at < s->count && !is_court(&s->tokens[at])) at++;
  if (at >= high || at >= s->count || !tells_ruling(s, low, high)) return;
  bool high_court = at > 0 && news_word_is(&s->tokens[at - 1], "supreme");
  if (m->definite && d->since_charge == 0 && !high_court) return; /* those that were just told */
  for (uint32_t k = m->head + 1u; k + 1 < high && k + 1 < s->count; k++)
    if (news_np_class(s, k) == NC_NP_ON && news_hit_at(s, NC_PARTY, k + 1) != NULL)
      return; /* "most of the tariffs that Trump had put on China" */
  m->worldwide = true;
  if (m->imposer != NEWS_NO_SIDE || d->r->levier == NEWS_NO_SIDE) return;
  for (uint32_t k = at; k > 0 && at - k < 4u; k--)
    if (news_ending(s, NC_PARTY, k) != NULL) m->imposer = (uint8_t)news_ending(s, NC_PARTY, k)->ref;
  if (m->imposer == NEWS_NO_SIDE && d->spoken[d->r->levier] > 0) m->imposer = (uint8_t)d->r->levier;
}

/* "The U.S. Supreme Court struck down the tariff": a court strikes down what its own side has done. */
enum news_side news_court_before(const struct news_reader *d, const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  for (uint32_t at = x->at; at > 1 && x->at - at < 10; at--) {
    if (s->tokens[at - 1].kind != NEWS_WORD) break;
    if (!is_court(&s->tokens[at - 1])) continue;
    for (uint32_t k = at - 1; k > 0 && at - k < 5 && s->tokens[k - 1].kind == NEWS_WORD; k--)
      if (news_hit_at(s, NC_PARTY, k - 1) != NULL)
        return (enum news_side)news_hit_at(s, NC_PARTY, k - 1)->ref;
  }
  return NEWS_NO_SIDE;
}

/* "would buy the full amount": of the goods promised last by the same side. */
void news_take_amount(const struct news_reader *d, struct news_mention *m) {
  const struct news_sentence *s = d->s;
  if (d->last_promise != m->measure || m->good != NEWS_NONE || m->amount >= 0) return;
  bool full = false;
  for (uint32_t at = m->head + 1u; at < s->count && at < m->head + 5u; at++) {
    full = full || news_in_class(s, NC_WHOLE, at);
    if (!news_in_class(s, NC_MEASURED, at)) continue;
    const struct news_mention *last = &d->last[m->measure];
    bool same = m->imposer == NEWS_NO_SIDE || m->imposer == last->imposer;
    if ((!full && !news_word_is(&s->tokens[at], "rest")) || !same) return;
    m->good = d->weighed != NEWS_NONE ? d->weighed : last->good;
    m->imposer = last->imposer;
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
    return;
  }
}

/* "The same rate applies to all other Korean goods": to whatever they are. */
bool news_reaches_all(const struct news_sentence *s, const struct news_mention *m) {
  static const char *const words[] = {"other", "all", "everything", "every", "most", "almost"};
  for (uint32_t at = m->head + 1u; at < m->head + 9u && at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* "a duty imposed after an investigation": that is over, or no news. */
bool news_came_of_it(const struct news_reader *d, const struct news_mention *x) {
  return strcmp(d->r->measures[x->measure].kind, "probe") == 0 && x->at > 0 &&
         (news_word_is(&d->s->tokens[x->at - 1], "after") ||
          news_word_is(&d->s->tokens[x->at - 1], "following") ||
          news_word_is(&d->s->tokens[x->at - 1], "ending"));
}

/* ---- the same for others ----------------------------------------------------------------------------------------------- */

/* Where "do the same for" ends; 0: nobody does. *`doer`: who stands before it. */
static uint32_t past_same(const struct news_sentence *s, uint32_t *verb, enum news_side *doer) {
  static const char *const does[] = {"do", "does", "did", "done", "doing"};
  static const char *const joints[] = {"for", "to", "with", "on"};
  *doer = NEWS_NO_SIDE;
  for (uint32_t at = 1; at + 4 < s->count; at++) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, at - 1);
    uint32_t end = who != NULL ? (uint32_t)who->at + who->n : 0;
    if (who != NULL && end < s->count && !s->tokens[end].genitive) *doer = (enum news_side)who->ref;
    *verb = at;
    if (NEWS_IN(&s->tokens[at], does) && news_word_is(&s->tokens[at + 1], "the") &&
        news_word_is(&s->tokens[at + 2], "same") && NEWS_IN(&s->tokens[at + 3], joints))
      return at + 4;
  }
  return 0;
}

/* Who stands last before the verb, and owns nothing there. */
static enum news_side doer_before(const struct news_sentence *s, uint32_t verb) {
  enum news_side doer = NEWS_NO_SIDE;
  uint32_t last = 0;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if (end > verb || end < last || s->tokens[end].genitive) continue;
    last = end;
    doer = (enum news_side)h->ref;
  }
  return doer;
}

/* Where "did the same", "followed suit" ends, of the doer's own: nobody else and no goods stand behind "for"; 0: nobody does. */
static uint32_t past_suit(const struct news_sentence *s, uint32_t *verb, enum news_side *doer) {
  static const char *const does[] = {"do", "does", "did", "done", "doing"};
  static const char *const follows[] = {"follow", "follows", "followed", "following"};
  uint32_t end = 0;
  for (uint32_t at = 1; at < s->count && end == 0; at++) {
    bool suit = news_word_is(&s->tokens[at], "suit") && NEWS_IN(&s->tokens[at - 1], follows);
    bool same = at > 1 && news_word_is(&s->tokens[at], "same") &&
                news_word_is(&s->tokens[at - 1], "the") && NEWS_IN(&s->tokens[at - 2], does);
    bool alone = news_word_is(&s->tokens[at], "reciprocated") ||
                 news_word_is(&s->tokens[at], "reciprocates");
    if (!suit && !same && !alone) continue;
    *verb = alone ? at : at - 1u - same;
    end = at + 1u;
  }
  *doer = end > 0 ? doer_before(s, *verb) : (enum news_side)NEWS_NO_SIDE;
  if (end == 0 || end >= s->count || s->tokens[end].kind == NEWS_MARK) return end;
  if (*verb + 1u == end) return end; /* "reciprocated within the hour" */
  bool with = end + 1 < s->count &&
              (news_word_is(&s->tokens[end], "with") || news_word_is(&s->tokens[end], "on"));
  bool own = with && news_np_class(s, end + 1) == NC_NP_ITS;
  return own || news_np_class(s, end) == NC_NP_AND ? end : 0;
}

/* The status of what is done as the one before was: what is to come of what was done is announced; NEWS_STATUSES: none. */
static uint8_t status_alike(const struct news_statement *was, bool ahead) {
  bool coming = was->status == NEWS_ANNOUNCED || was->status == NEWS_EXPECTED ||
                was->status == NEWS_FRAMEWORK;
  if (coming) return ahead ? (uint8_t)was->status : NEWS_STATUSES;
  if (was->status == NEWS_SUSPENDED) return NEWS_SUSPENDED;
  if (was->status != NEWS_IN_FORCE && was->status != NEWS_ENDED) return NEWS_STATUSES;
  return ahead ? NEWS_ANNOUNCED : (uint8_t)was->status;
}

/* "did the same with its charges on ships": those, else the same measure of the doer. */
static void take_alike(const struct news_reader *d, struct news_statement *st, uint32_t from,
                       enum news_side doer) {
  const struct news_mention *own = NULL;
  bool with = from < d->s->count && d->s->tokens[from].kind == NEWS_WORD &&
              news_np_class(d->s, from) != NC_NP_AND;
  for (uint8_t k = 0; with && k < d->s->mention_count && own == NULL; k++)
    if (d->s->mentions[k].at >= from && d->s->mentions[k].at < from + 4u) own = &d->s->mentions[k];
  if (own == NULL) {
    if (st->target == doer) st->target = st->imposer;
  } else {
    st->measure = own->measure;
    st->good = own->good;
    st->target =
        own->target_count > 0 ? (enum news_side)own->targets[0] : (enum news_side)NEWS_NO_SIDE;
  }
  st->imposer = doer;
}

/* The match of the verb alone: nobody is named by it and no measure. */
static struct news_match match_of_verb(uint32_t verb, uint32_t at) {
  return (struct news_match){.from = (uint16_t)verb,
                             .to = (uint16_t)at,
                             .voice = NEWS_NONE,
                             .doer = NEWS_NONE,
                             .struck = NEWS_NONE,
                             .mention = NEWS_NONE};
}

/* "wants to do the same", "would do the same if": not done, nor sure to be. */
static bool is_unsure(const struct news_sentence *s, uint32_t verb) {
  bool meant = verb > 0 && news_word_is(&s->tokens[verb - 1], "to");
  return meant || s->heads[NC_WISHES] != NEWS_NONE || s->heads[NC_SUPPOSED] != NEWS_NONE ||
         s->heads[NC_NEGATION] != NEWS_NONE || s->heads[NC_IF] != NEWS_NONE ||
         news_has(s, NC_MIGHT, 0, verb);
}

/* The statement that "the same" points to: the last that is not of this sentence and this doer; NULL: none. */
static const struct news_statement *deed_before(const struct news_reader *d, uint32_t base,
                                                enum news_side doer) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count;
  uint32_t begins = news_span_of(d, base, base + 1u).from;
  while (n > d->opening && y->statements[n - 1].sentence.from >= begins &&
         y->statements[n - 1].imposer == doer)
    n--; /* "did the same, and lifted its ban" */
  if (n == d->opening) return NULL;
  const struct news_statement *st = &y->statements[n - 1];
  bool other = !d->r->measures[st->measure].template || d->r->measures[st->measure].pair ||
               news_is_promise(d->r, st->measure) || st->imposer == doer ||
               st->imposer == NEWS_NO_SIDE || st->percent_milli != 0 ||
               st->sentence.to + 4 < d->s->tokens[0].at;
  return other ? NULL : st;
}

/* "suspended its fees for a year. Beijing did the same": the deed of the sentence before, of its own. */
void news_same_own(struct news_reader *d, uint32_t base) {
  const struct news_sentence *s = d->s;
  enum news_side doer;
  uint32_t verb, at = past_suit(s, &verb, &doer);
  if (at == 0 || doer == NEWS_NO_SIDE) return;
  const struct news_statement *before = deed_before(d, base, doer);
  if (before == NULL) return;
  struct news_statement st = *before;
  bool ahead = news_has(s, NC_WILL, 0, verb);
  uint8_t status = status_alike(&st, ahead);
  if (status == NEWS_STATUSES || is_unsure(s, verb)) return;
  struct news_match m = match_of_verb(verb, at);
  take_alike(d, &st, at, doer);
  st.condition = (struct news_span){0, 0};
  st.span = news_span_of(d, base + verb, base + at);
  st.sentence = news_span_of(d, base, base + s->count);
  news_set_speaker(d, &st, &m, base);
  bool by_other = ahead && st.side != NEWS_NO_SIDE && st.side != doer;
  if (status == NEWS_EXPECTED && st.side == doer && before->side == doer && before->imposer != doer)
    status = (uint8_t)d->r->rules[st.rule].status; /* told of the other it was expected */
  st.status = (by_other ? NEWS_EXPECTED : status) & 15u;
  news_keep(d, &st);
}

/* "The U.S. will do the same for Chinese toys": what was told before of another, with no number of its own. */
void news_same_deed(struct news_reader *d, uint32_t base) {
  const struct news_sentence *s = d->s;
  const struct news_story *y = d->story;
  enum news_side doer;
  uint32_t verb = 0, at = past_same(s, &verb, &doer);
  const struct news_hit *who = NULL, *what = NULL;
  if (at > 0) news_read_object(s, at, &who, &what);
  if (at == 0 || doer == NEWS_NO_SIDE || y->statement_count == d->opening) return;
  struct news_statement st = y->statements[y->statement_count - 1];
  bool ahead = news_has(s, NC_WILL, 0, verb), was_ahead = st.status == NEWS_ANNOUNCED ||
                                                          st.status == NEWS_EXPECTED ||
                                                          st.status == NEWS_FRAMEWORK;
  bool told = was_ahead || st.status == NEWS_IN_FORCE || st.status == NEWS_SUSPENDED ||
              st.status == NEWS_ENDED;
  if (is_unsure(s, verb) || !told || ahead != was_ahead ||
      st.sentence.to + 4 < d->s->tokens[0].at || d->r->measures[st.measure].pair)
    return;
  if (who == NULL || who->ref == (uint16_t)doer || st.imposer == doer) return;
  struct news_match m = match_of_verb(verb, at);
  st.imposer = doer;
  st.target = (enum news_side)who->ref;
  st.good = what != NULL ? what->ref : NEWS_NONE;
  news_put_percent(d, &st, 0);
  st.number = NULL;
  st.from = DAY_FIRST;
  st.until = DAY_NEVER;
  st.dated = false;
  st.date_span = st.number_span = st.condition = (struct news_span){0, 0};
  st.span = news_span_of(d, base + verb, base + at);
  st.sentence = news_span_of(d, base, base + s->count);
  news_set_speaker(d, &st, &m, base);
  news_keep(d, &st);
}
