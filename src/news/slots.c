// SPDX-License-Identifier: Apache-2.0
// What a statement's measure leaves open, settled: whose act it is, whom it hits; "its duties" are those of the subject,
// and in a report on two governments what hits one is decided by the other. What is named always goes first.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* Whom it hits when nobody is named: of an answer who was answered, else the other side of the article. */
static enum news_side target_of(const struct news_reader *d, const struct news_statement *st,
                                const struct news_mention *x, const struct news_match *m) {
  const char *key = d->r->measures[x->measure].key;
  bool answers = strchr(key, 'G') == NULL;
  enum news_side ours = news_ours(d, st, x, m);
  if (ours != NEWS_NO_SIDE && strchr(key, 'T') != NULL) return ours;
  if (x->theirs) {
    enum news_side fresh = news_fresh_side(d, x->at, (uint8_t)st->imposer);
    const struct news_mention *last = news_last_of(d, x->measure);
    bool other = fresh == NEWS_NO_SIDE && last != NULL && d->since_charge == 0 &&
                 st->imposer != NEWS_NO_SIDE && news_hits_side(last, (uint8_t)st->imposer);
    return other ? (enum news_side)last->imposer : fresh; /* "Its duty on them; theirs on its" */
  }
  if (strchr(key, 'T') == NULL || x->worldwide) return NEWS_NO_SIDE;
  bool probes = x->many && !x->definite && !x->pronoun && x->form == NEWS_NOUN &&
                strcmp(d->r->measures[x->measure].kind, "probe") == 0;
  if (probes) return NEWS_NO_SIDE; /* "will open new inquiries": into whom is not told */
  if (!answers && x->form == NEWS_NOUN && st->good == NEWS_NONE &&
      news_has(d->s, NC_FIRM, x->head + 1u, x->head + 6u))
    return NEWS_NO_SIDE; /* "export controls on subsidiaries of listed firms" */
  if (st->good != NEWS_NONE) {
    enum news_side other = news_exchanged(d, st);
    if (other == NEWS_NO_SIDE) other = news_also_eased(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_target_beside(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_answered(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_hit_alike(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_hit_again(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_rival(d, st, x);
    bool sends = other == NEWS_NO_SIDE && d->about.good == NEWS_NONE &&
                 strcmp(d->r->measures[x->measure].kind, "import-ban") == 0 &&
                 d->about.at + 1 == d->sentence && d->about.sender != st->imposer;
    if (sends)
      return d->about.sender; /* "Mexican ranchers are hurting. It closed the border to cattle" */
    bool own = (st->status == NEWS_EXPECTED || st->status == NEWS_ANNOUNCED) &&
               x->form == NEWS_NOUN && st->side != st->imposer && news_has_rate(d->r, x->measure);
    return other == NEWS_NO_SIDE && own ? st->side : other; /* who is hit tells what will be */
  }
  enum news_side answered = news_answered(d, st, x);
  if (answered != NEWS_NO_SIDE) return answered;
  if (answers && d->last_given != NEWS_NONE) {
    enum news_side hub =
        d->deciders.count > 2 ? news_hub(d, st->imposer, d->last_given) : NEWS_NO_SIDE;
    if (hub != NEWS_NO_SIDE) return hub;
    const struct news_mention *last = news_last_of(d, d->last_given);
    if (last != NULL && (hub = news_hit_both(d, x, st->imposer, last)) != NEWS_NO_SIDE) return hub;
    if (last != NULL && last->imposer != NEWS_NO_SIDE && last->imposer != (uint8_t)st->imposer &&
        (last->target_count == 0 || news_hits_side(last, (uint8_t)st->imposer)))
      return (enum news_side)last->imposer;
    hub = news_hub(d, st->imposer, d->last_given);
    if (hub != NEWS_NO_SIDE) return hub;
  }
  enum news_side side = news_known_as(d, x) ? NEWS_NO_SIDE /* not who happens to be named */
                                            : news_fresh_side(d, x->at, (uint8_t)st->imposer);
  if (side == NEWS_NO_SIDE) side = news_clearly_spoken(d, st->imposer);
  return side == NEWS_NO_SIDE && answers ? news_hub(d, st->imposer, NEWS_NONE) : side;
}

/* Who speaks of what comes in to them, and nobody is named who decides. */
static bool own_imports(const struct news_reader *d, const struct news_statement *st,
                        const struct news_mention *x) {
  if (x->sure || st->side == NEWS_NO_SIDE || st->target != st->side || x->form != NEWS_NOUN)
    return false;
  for (uint32_t at = x->head; at + 1 < d->s->count && at < (uint32_t)x->at + x->n; at++)
    if (news_hit_at(d->s, NC_PARTY, at) != NULL && news_word_is(&d->s->tokens[at + 1], "imports"))
      return true;
  return false;
}

/* "Steel, wherever it is made, is charged 50%" */
static bool from_anywhere(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"wherever", "anywhere", "everywhere", "worldwide",
                                      "regardless"};
  for (uint32_t at = m->from; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* Goods a duty leaves out: nothing of it is told unless the duty was there and who is hit is known. */
static void fill_spared(struct news_reader *d, struct news_statement *st, struct news_mention *x) {
  bool eased = st->status == NEWS_ENDED || st->status == NEWS_ANNOUNCED;
  x->vague = !eased || !news_spared_from(d, x, st) || news_never_hit(d, st);
}

/* What the mention holds, by the sentence as a whole: its rates, what its verb strikes, what was lent to it wrongly. */
static void mend_mention(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                         const struct news_match *m) {
  news_turn_rate(d, x, m);
  news_charge_under_pact(d, st, x, m);
  if (d->r->rules[st->rule].status == NEWS_IN_FORCE && x->to > 0 &&
      news_has(d->s, NC_NEGATION, m->from, m->to))
    x->to = 0; /* "has never been cut to 15%" */
  st->target = news_struck_of(d, m, x);
  if (x->bare && m->struck != NEWS_NONE && st->target == (enum news_side)x->imposer)
    x->imposer = NEWS_NO_SIDE; /* lent, and who is hit decides nothing */
  bool whom = m->struck != NEWS_NONE && d->s->hits[m->struck].class == NC_PARTY;
  if (whom && x->target_count > 1 && !news_hits_side(x, (uint8_t)d->s->hits[m->struck].ref))
    x->target_count = 0; /* lent: "on Peru and Laos are at 25%, while Sri Lanka pays 20%" */
  news_take_row(d, m, x);
  news_take_apart(d, x);
  news_take_told_here(d, st, x);
  enum news_side court =
      x->lent && st->status == NEWS_ENDED ? news_court_before(d, x) : NEWS_NO_SIDE;
  if (court != NEWS_NO_SIDE && x->imposer == NEWS_NO_SIDE && x->good_before)
    x->imposer = (uint8_t)court;
  if (court != NEWS_NO_SIDE && x->imposer != (uint8_t)court) { /* lent by another's */
    x->imposer = (uint8_t)court;
    x->target_count = 0;
    x->good = NEWS_NONE;
    x->percent = 0;
  }
}

/* Whose act it is, and where nobody says who: then it is vague, or left open for the rest of the article to tell. */
static void fill_imposer(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                         const struct news_match *m) {
  if (x->imposer == NEWS_NO_SIDE && st->target == NEWS_NO_SIDE && news_pact_before(d, x) != NULL)
    x->vague = true; /* either may */
  st->imposer = news_imposer_of(d, st, x, m);
  if (news_is_promise(d->r, x->measure) && x->form != NEWS_NOUN && x->imposer == NEWS_NO_SIDE)
    st->imposer = news_first_of(d->s, x, st->imposer);
  bool free = x->imposer == NEWS_NO_SIDE && m->doer == NEWS_NONE && !x->both;
  if (free && (news_only_hit(d->s, x, st->imposer) ||
               (!d->deciders.has[st->imposer] && news_only_sends(d->s, st->imposer))))
    st->imposer = NEWS_NO_SIDE;
  if (!x->both && news_also_hit(d, m, x, st->imposer)) {
    st->imposer = NEWS_NO_SIDE;
    x->vague = true; /* nobody says who */
  }
  if (x->imposer == NEWS_NO_SIDE && news_on_both(d->s, x)) x->vague = true; /* two */
}

/* The two of "each side keeps its tariffs on the other's goods", and who speaks of what comes in to them. */
static void fill_mutual(struct news_reader *d, struct news_statement *st, struct news_mention *x) {
  enum news_side one = NEWS_NO_SIDE, two_side = NEWS_NO_SIDE;
  if (x->target_count == 0 && st->target == NEWS_NO_SIDE && news_is_mutual(d->s, x)) {
    bool two =
        news_two_before(d->s, x->at, &one, &two_side) || news_pair_again(d, st, x, &one, &two_side);
    if (two) {
      st->imposer = one;
      st->target = two_side;
    }
  }
  if (own_imports(d, st, x)) { /* "on almost all U.S. imports, the White House said" */
    st->imposer = st->side;
    st->target = NEWS_NO_SIDE;
    x->target_count = 0;
    x->worldwide = true;
  }
}

/* How sure it is whose act it is: a guess may be dropped when the article ends, and is never lent to another mention. */
static void weigh_imposer(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                          const struct news_match *m) {
  x->sure =
      x->sure || news_doer_of(d, m) != NEWS_NO_SIDE ||
      news_named_but(d, news_said_from(d, x->at), x->at, st->target, true, NULL) == st->imposer;
  x->sure = x->sure && st->imposer != NEWS_NO_SIDE;
  st->guessed = !x->sure && m->struck != NEWS_NONE && news_taken_in(d->s, x) == NEWS_NO_SIDE;
  enum news_side other = NEWS_NO_SIDE; /* two could decide it */
  if (st->imposer == NEWS_NO_SIDE && news_torn_from(d, st, x, m, &other)) x->vague = true;
}

/* Whom it hits when neither its words nor its verb say: the speaker, whom it would, or whom the one before hit. */
static void fill_target(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                        const struct news_match *m) {
  if (st->target == NEWS_NO_SIDE && st->good == NEWS_NONE && st->imposer != NEWS_NO_SIDE &&
      (news_levied_by(d, st, x) == st->imposer ||
       (st->imposer == d->r->levier && news_told_of_levied(d, st, x, m))))
    st->target = st->side;
  if (st->target == NEWS_NO_SIDE && news_has_rate(d->r, x->measure))
    st->target = news_under_301(d, st, x);
  if (st->target == NEWS_NO_SIDE) st->target = target_of(d, st, x, m);
  const struct news_mention *last = news_last_of(d, x->measure);
  bool goods = m->struck != NEWS_NONE && d->s->hits[m->struck].class == NC_GOOD;
  bool opens = goods && d->sentence == d->paragraph && /* a paragraph: another matter */
               news_first_of_list(d->s, &d->s->hits[m->struck])->at == 0;
  bool anywhere = goods && (opens || x->worldwide || from_anywhere(d->s, m));
  if (st->target == NEWS_NO_SIDE && goods && !anywhere && last != NULL && d->since_charge == 0 &&
      last->imposer == (uint8_t)st->imposer && last->target_count > 0 && last->good != st->good)
    st->target = (enum news_side)last->targets[0]; /* "Soybeans will be charged 10%" */
}

/* Nobody hits themselves: where both would be one side, who was told stays and the other is open. */
static void part_sides(const struct news_reader *d, struct news_statement *st,
                       const struct news_mention *x, bool told) {
  bool hits_itself = st->target == st->imposer || news_hits_side(x, (uint8_t)st->imposer);
  if (hits_itself && told && x->imposer == NEWS_NO_SIDE)
    st->imposer = NEWS_NO_SIDE; /* "American goods will be charged 10%" */
  else if (st->target == st->imposer)
    st->target = NEWS_NO_SIDE;
  if (st->imposer == NEWS_NO_SIDE && x->target_count > 1) {
    enum news_side hub = news_hub(d, st->target, x->measure);
    if (!news_hits_side(x, (uint8_t)hub)) st->imposer = hub;
  }
}

/* A measure of one side: who decides it is settled before whom it hits, as the one tells the other; what is settled
 * goes back into the mention, since what comes after may mean it. */
static void fill_charge(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                        const struct news_match *m) {
  if (x->spared) {
    fill_spared(d, st, x);
    return;
  }
  mend_mention(d, st, x, m);
  st->good = x->good;
  if (st->target == NEWS_NO_SIDE && x->target_count > 0) st->target = (enum news_side)x->targets[0];
  bool told = st->target != NEWS_NO_SIDE && (x->named || m->struck != NEWS_NONE);
  fill_imposer(d, st, x, m);
  fill_mutual(d, st, x);
  weigh_imposer(d, st, x, m);
  fill_target(d, st, x, m);
  part_sides(d, st, x, told);
  st->imposer = news_charged_by(d, st, x, m, st->imposer);
  news_turn_struck(d, st, m);
  if (x->many && st->target == NEWS_NO_SIDE && news_has_rate(d->r, x->measure) &&
      news_is_mutual(d->s, x))
    x->vague = true; /* of which two? */
  if (news_has(d->s, NC_LEFT_OUT, m->from, m->to + 1u) && news_never_hit(d, st)) x->vague = true;
  x->imposer = (uint8_t)st->imposer;
  if (x->target_count == 0 && st->target != NEWS_NO_SIDE) {
    x->targets[0] = (uint8_t)st->target;
    x->target_count = 1;
  }
}

void news_slots_close(struct news_reader *d, size_t first) {
  struct news_story *y = d->story;
  size_t n = first;
  struct news_side_set decides = {0},
                       hit = {0}; /* who is only hit in the article decides nothing */
  for (size_t i = first; i < y->statement_count; i++) {
    news_side_set_add(&decides, y->statements[i].imposer);
    news_side_set_add(&hit, y->statements[i].target);
  }
  for (size_t i = first; i < y->statement_count; i++) {
    struct news_statement *st = &y->statements[i];
    news_name_goods(d, st);
    if (st->unaimed) st->target = news_hub(d, st->imposer, NEWS_NONE);
    if (st->unaimed && st->target == NEWS_NO_SIDE) continue;
    bool open = d->r->rules[st->rule].measure == NEWS_NONE && st->imposer == NEWS_NO_SIDE &&
                d->r->measures[st->measure].template;
    if (open) st->imposer = news_clearly_spoken(d, st->target);
    if (open && hit.has[st->imposer] && !decides.has[st->imposer]) st->imposer = NEWS_NO_SIDE;
    bool payer = open && st->guessed && st->good == NEWS_NONE && st->percent_milli > 0;
    if (payer && !news_may_charge(d, st->imposer, st->target, NEWS_NONE))
      st->imposer = NEWS_NO_SIDE;
    if (open && st->guessed && news_decides_none(d, st->imposer)) continue;
    if (open && st->imposer == NEWS_NO_SIDE) st->imposer = news_levies_on(d, st);
    bool nobody = st->target != NEWS_NO_SIDE && news_most_spoken(d, st->target) == NEWS_NO_SIDE;
    if (st->over || (st->hazy && !d->trade)) continue;
    const struct news_measure *kind = &d->r->measures[st->measure];
    bool promise = kind->template && news_is_promise(d->r, st->measure);
    if (promise && st->imposer == NEWS_NO_SIDE) continue; /* of a government no file has */
    if (!open || st->imposer != NEWS_NO_SIDE || nobody) y->statements[n++] = *st;
  }
  y->statement_count = n;
}

/* "needs to buy": who must is no doer who has to be named. */
static bool is_bound(const struct news_sentence *s, const struct news_mention *x) {
  return x->form != NEWS_NOUN && news_hit_at(s, NC_NEEDS, x->verb) != NULL;
}

/* "It will rise to some 70,000": what goes to a number that is no rate is no duty. */
static bool goes_to_count(const struct news_sentence *s, const struct news_mention *x,
                          const struct news_match *m) {
  for (uint32_t at = m->from; x->pronoun && at < m->to + 2u && at + 1 < s->count; at++) {
    if (!news_word_is(&s->tokens[at], "to")) continue;
    for (uint32_t k = at + 1; k < at + 4u && k < s->count; k++) {
      if (news_hit_at(s, NC_PERCENT, k) != NULL) return false;
      if (s->tokens[k].kind == NEWS_NUMERAL) return true;
    }
  }
  return false;
}

/* It measures nothing of a government: a stranger or a trader acts, or its verb is that of something else. */
static bool of_others(const struct news_reader *d, const struct news_statement *st,
                      const struct news_mention *x, const struct news_match *m) {
  if (x->form != NEWS_NOUN && !is_bound(d->s, x) && x->imposer == NEWS_NO_SIDE &&
      news_stranger_acts(d->s, x))
    return true;
  bool trades = d->r->measures[x->measure].pair || news_is_promise(d->r, x->measure);
  if (!trades && news_traders_act(d->s, x)) return true;
  bool ahead = st->status == NEWS_EXPECTED || st->status == NEWS_FRAMEWORK ||
               st->status == NEWS_ANNOUNCED || st->status == NEWS_CONFIRMED;
  if (trades && ahead && news_stops_doing(d->s, x)) return true;
  if (news_told_of_other(d->s, st, x, m)) return true;
  if (st->status == NEWS_IN_FORCE && news_came_of_it(d, x)) return true;
  if (m->struck != NEWS_NONE &&
      news_strange_goods(buf_str(&d->text->text), d->s, &d->s->hits[m->struck]))
    return true;
  if (news_struck_it(d->s, m) || news_hits_another(d, st, x, m)) return true;
  if (!trades && goes_to_count(d->s, x, m)) return true;
  if (x->loose && x->form == NEWS_NOUN &&
      news_has(d->s, NC_FIRM, (uint32_t)x->at + x->n, (uint32_t)x->at + x->n + 1u))
    return true; /* "a 30% penalty on Chinese banks" */
  return m->struck != NEWS_NONE && news_is_bought(d->s, &d->s->hits[m->struck]);
}

/* With its slots filled it is none after all: whose it would be, or how little its words say, speaks against it. */
static bool says_nothing(const struct news_reader *d, const struct news_statement *st,
                         struct news_mention *x, const struct news_match *m) {
  bool pair = d->r->measures[x->measure].pair;
  if (!pair && st->side != NEWS_NO_SIDE && st->imposer == st->side && news_they_act(d->s, x)) {
    x->imposer = NEWS_NO_SIDE; /* "they will invest here": not the speaker's side */
    return true;
  }
  if (news_we_act(d, st, x, m)) return true;
  if (news_is_promise(d->r, x->measure) && x->form != NEWS_NOUN && st->good == NEWS_NONE &&
      x->target_count == 0 && x->amount < 0 && !x->definite)
    return true; /* "They will buy because": who knows what */
  bool named =
      news_last_of(d, x->measure) != NULL && x->definite; /* "the ban" that was spoken of */
  if ((x->weak && !named) || x->strange != 0) return true;
  if (x->odd_goods && st->good == NEWS_NONE &&
      (st->target != NEWS_NO_SIDE || news_has_rate(d->r, x->measure)) &&
      strchr(d->r->measures[x->measure].key, 'G') != NULL)
    return true;
  bool elsewhere = d->s->heads[NC_OTHER] != NEWS_NONE && d->s->heads[NC_TRADE] == NEWS_NONE;
  if (x->hazy && elsewhere) return true; /* a truce of armies */
  return x->imposer == NEWS_NO_SIDE && !is_bound(d->s, x) &&
         news_firms_before(d, x) == NEWS_NO_SIDE && news_firm_acts(d->s, 0, x->at);
}

/* A number of its own, or one it moves: "raise the rate to", "the rate on Korean cars to" of a duty told before. */
static bool has_number(const struct news_reader *d, const struct news_mention *x, bool open,
                       const struct news_match *m) {
  bool told = news_last_of(d, x->measure) != NULL || (x->named && !open);
  for (uint8_t k = 0; k < d->s->mention_count && !told; k++) /* "its duty, bringing the rate to" */
    told = d->s->mentions[k].measure == x->measure && d->s->mentions[k].at < x->at;
  bool moves = false; /* "The rate would go from 15% to 25%" */
  for (uint32_t at = (uint32_t)x->at + x->n; at < m->to + 1u && at + 1 < d->s->count && !moves;
       at++)
    moves = news_word_is(&d->s->tokens[at], "to") && news_hit_at(d->s, NC_PERCENT, at + 1) != NULL;
  return x->percent != 0 || ((x->to > 0 || moves) && !x->own && told);
}

/* Whether it is known well enough whose it is; a deal of two clubs is no measure. */
static bool is_whose(const struct news_reader *d, struct news_statement *st,
                     const struct news_mention *x, const struct news_match *m) {
  bool pair = d->r->measures[x->measure].pair;
  bool open = st->imposer == NEWS_NO_SIDE; /* the rest of the article may tell who decides */
  bool whose = pair ? !open && (st->target != NEWS_NO_SIDE ||
                                news_most_spoken(d, st->imposer) == NEWS_NO_SIDE)
                    : !open || st->target != NEWS_NO_SIDE || news_most_spoken(d, NEWS_NO_SIDE) == 0;
  if (x->loose && !has_number(d, x, open, m)) whose = false;
  bool others = x->loose && x->lent && st->side != NEWS_NO_SIDE && st->side != st->imposer &&
                !(st->side == st->target && x->lent_number); /* who is hit tells of it */
  if (others || x->vague) whose = false;
  const char *key = d->r->measures[x->measure].key;
  bool answers = !pair && strchr(key, 'T') != NULL && strchr(key, 'G') == NULL;
  bool nobody = st->target == NEWS_NO_SIDE && news_most_spoken(d, st->imposer) != 0;
  st->unaimed = answers && nobody; /* the rest of the article tells whom it answers */
  if (x->theirs && nobody) whose = false;
  if (!pair && open && x->target_count > 1)
    whose = false; /* one of those it hits is not who decides */
  return whose;
}

bool news_slots_fill(struct news_reader *d, struct news_statement *st, const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->good = rule->good;
  st->imposer = (enum news_side)rule->imposer;
  st->target = (enum news_side)rule->target;
  if (rule->measure != NEWS_NONE && d->r->measures[rule->measure].pair) news_take_name(d, st);
  if (rule->measure != NEWS_NONE || m->mention == NEWS_NONE) return true;
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  if (x->shared && m->from < x->at) return false; /* its verbs stand behind it */
  if ((rule->goods && x->good == NEWS_NONE) || (rule->step && x->to == 0)) return false;
  if (of_others(d, st, x, m)) return false;
  st->measure = x->measure;
  st->good = x->good;
  st->head = news_span_of(d, (uint32_t)(d->s->tokens - d->tokens.items) + x->head,
                          (uint32_t)(d->s->tokens - d->tokens.items) + x->head + 1)
                 .from;
  if (d->r->measures[x->measure].pair)
    news_fill_pair(d, st, x, m);
  else
    fill_charge(d, st, x, m);
  if (st->good == NEWS_NONE && news_has_rate(d->r, x->measure)) st->good = news_those_from(d, m);
  if (says_nothing(d, st, x, m)) return false;
  st->hazy = x->hazy && st->good == NEWS_NONE;
  bool whose = is_whose(d, st, x, m);
  news_take_dated(d, st, m);
  news_take_name(d, st);
  return whose;
}
