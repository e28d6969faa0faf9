// SPDX-License-Identifier: Apache-2.0
// Clauses without a finite verb: "..., leaving the duty at 20%", "after imposing a duty in March, Ottawa", "while
// keeping its tariffs", "with the duty falling to 15%". How far such a verb goes is told by the word that leads the clause and by the
// verb of the clause it hangs on; whoever does it is the subject of that one.
#include <string.h>

#include "news/cues.h"

#define FAR_MAIN 40 /* tokens from such a clause to the verb it hangs on */

enum tie {
  LOOSE,    /* "while", "by", a comma: goes as far as the main verb */
  HAPPENED, /* "after", "despite": has happened */
  PRIOR,    /* "before": happened where the main verb did */
  UNDID,    /* "without": has not happened */
  FREE      /* nothing that leads such a clause, or "instead of", "accused of" */
};

static const struct {
  const char *word;
  enum tie tie;
} ties[] = {{"while", LOOSE},    {"by", LOOSE},         {"through", LOOSE}, {"thereby", LOOSE},
            {"thus", LOOSE},     {"in", LOOSE},         {"besides", LOOSE}, {"after", HAPPENED},
            {"since", HAPPENED}, {"despite", HAPPENED}, {"upon", HAPPENED}, {"following", HAPPENED},
            {"before", PRIOR},   {"without", UNDID}};

/* "with Washington lowering its duty": where the name begins that does it; the place itself: none. */
static uint32_t with_before(const struct cycle *c, uint32_t from) {
  uint32_t at = cycle_back_over_class(c, NC_PARTY, from);
  if (at == from || at == 0) return from;
  return is_word(c, at - 1, "with") ||
                 (at > 1 && is_np(c, at - 1, NC_NP_THE) && is_word(c, at - 2, "with"))
             ? at
             : from;
}

static enum tie tie_before(const struct cycle *c, uint32_t from) {
  if (from == 0) return LOOSE; /* "Raising its tariff, Ottawa said" */
  if (is_comma(c, from - 1)) return LOOSE;
  for (size_t k = 0; k < sizeof ties / sizeof *ties; k++)
    if (is_word(c, from - 1, ties[k].word)) return ties[k].tie;
  if (with_before(c, from) < from) return LOOSE; /* "with Washington lowering" */
  if (!is_word(c, from - 1, "for") && !is_word(c, from - 1, "over")) return FREE;
  for (uint32_t k = from - 1; k > 0 && from - k < 8 && !is_mark(c, k - 1); k--)
    if (is_in(c, NC_BLAMES, k - 1)) return HAPPENED; /* "sued Ottawa for imposing" */
  return FREE;
}

static bool in_mention(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (at >= s->mentions[k].at && at < (uint32_t)s->mentions[k].at + s->mentions[k].n) return true;
  return false;
}

/* "the duty it imposed over fentanyl": a verb of what only tells which duty is meant. */
static bool tells_which(const struct cycle *c, uint32_t from) {
  uint32_t who = cycle_back_over_class(c, NC_ACTOR, from);
  if (who == from && from > 0 && is_np(c, from - 1, NC_NP_IT)) who--;
  if (who == from || who == 0) return false;
  return opens_aside(c, who - 1) || in_mention(c->s, who - 1);
}

/* How far the finite verb before the place goes that the clause hangs on; done where none is found. */
static uint16_t main_before(const struct cycle *c, uint32_t at) {
  for (uint32_t k = at; k > 0 && at - k < FAR_MAIN; k--) {
    enum cycle_form form = cycle_form_at(c, k - 1);
    bool leads = cycle_leads(c, k - 1) && !is_in(c, NC_DATE, k - 1);
    bool past = form == PAST && c->s->np[k - 1] == 0 && !c->s->tokens[k - 1].capital;
    if (!leads && !past && (deed_at(c, k - 1) == NULL || form == ING)) continue;
    uint32_t from = cycle_group_start(c, k - 1);
    struct cycle_group g;
    if (tells_which(c, from)) continue;
    cycle_read_leads(c, from, k, &g);
    g.form = leads ? BASE : form;
    if (past && !leads && cycle_is_adjective(c, from)) continue;
    if (leads && (g.has[HAVE] || g.has[BE] || g.has[DOES])) g.form = PAST;
    return cycle_mode_of(&g);
  }
  return CYCLE_DONE;
}

/* ... of a clause at the head of the sentence: that of the main clause, behind the comma. */
static uint16_t main_behind(const struct cycle *c, uint32_t at) {
  while (at < c->s->count && !is_comma(c, at)) at++;
  for (uint32_t k = at; k < c->s->count && k < at + 12; k++) {
    if (is_in(c, NC_WILL, k) || is_in(c, NC_PLANS, k)) return CYCLE_WILL;
    if (is_in(c, NC_MIGHT, k)) return CYCLE_MIGHT;
    if (k > at && cycle_form_at(c, k) == PAST && !c->s->tokens[k].capital) return CYCLE_DONE;
  }
  return CYCLE_DONE;
}

/* "By raising its tariff, Ottawa hopes": the subject stands behind the comma. UINT32_MAX: no clause at the head. */
static uint32_t doer_behind(const struct cycle *c, uint32_t at, uint32_t from) {
  for (uint32_t k = from; k > 0; k--)
    if (is_mark(c, k - 1) || is_in(c, NC_ACTOR, k - 1)) return UINT32_MAX;
  while (at + 1 < c->s->count && !is_comma(c, at)) at++;
  for (uint32_t k = at; k < c->s->count && k < at + 5; k++)
    if (is_in(c, NC_ACTOR, k)) return k;
  return UINT32_MAX;
}

uint16_t cycle_nonfinite(const struct cycle *c, uint32_t from, uint32_t to, uint32_t *doer) {
  enum tie tie = tie_before(c, from);
  if (tie == FREE) return 0;
  uint32_t with = with_before(c, from);
  *doer = with < from ? with : from < 4 ? doer_behind(c, to, from) : UINT32_MAX;
  if (tie == HAPPENED) return CYCLE_DONE;
  bool heads = from < 2 || (*doer != UINT32_MAX && *doer > from);
  uint16_t how = heads ? main_behind(c, to) : main_before(c, from - 1);
  bool was = (how & (CYCLE_DONE | CYCLE_NOW | CYCLE_BEING | CYCLE_UNDONE)) != 0;
  if (tie == PRIOR) return was ? CYCLE_DONE : 0;
  if (tie == UNDID) return was ? CYCLE_UNDONE : how == CYCLE_WILL ? CYCLE_NEVER : 0;
  return was ? CYCLE_DONE : how == CYCLE_NEVER ? 0 : how;
}
