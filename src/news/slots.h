// SPDX-License-Identifier: Apache-2.0
// What refer.c, about.c and slots.c ask of each other.
#ifndef IMPOST_NEWS_SLOTS_H
#define IMPOST_NEWS_SLOTS_H

#include "news/news_own.h"

/* The mention of the measure that was spoken of last; NULL. */
const struct news_mention *news_last_of(const struct news_reader *d, uint16_t measure);
bool news_hits_side(const struct news_mention *m, uint8_t side);
/* salience.c: what was told before, and which of it is meant. */
void news_told_keep(struct news_reader *d);
/* Of the kind of `m`; *torn: two could be. `last`: what was spoken of last. */
const struct news_mention *news_told_meant(const struct news_reader *d,
                                           const struct news_mention *m,
                                           const struct news_mention *last, bool *torn);
/* What "it" or "they" means, before a verb that only measures have; NULL. */
const struct news_mention *news_told_it(const struct news_reader *d, bool many);
/* Nothing but its kind and number is named. */
static inline bool news_is_bare(const struct news_mention *m) {
  return m->imposer == NEWS_NO_SIDE && m->target_count == 0 && m->good == NEWS_NONE;
}
/* bystanders.c */
bool news_only_sends(const struct news_sentence *s, enum news_side side);
/* "few goods that Washington wants, yet it pays": another is meant. */
bool news_struck_it(const struct news_sentence *s, const struct news_match *m);
uint32_t news_struck_from(const struct news_reader *d, const struct news_match *m, uint32_t from);
/* stand_ins.c: the charge as it is meant by a word at the place */
void news_add_pronoun(struct news_reader *d, uint32_t at, uint32_t n,
                      const struct news_mention *last);
/* moves.c */
void news_add_moves(struct news_reader *d);
/* answered.c */
/* Who hit both the side and whoever decides the last measure, which is on nobody by name; NEWS_NO_SIDE. */
enum news_side news_hit_both(const struct news_reader *d, const struct news_mention *x,
                             enum news_side side, const struct news_mention *last);
enum news_side news_answered(const struct news_reader *d, const struct news_statement *st,
                             const struct news_mention *x);
void news_quarrel_mark(struct news_reader *d);
enum news_side news_rival(const struct news_reader *d, const struct news_statement *st,
                          const struct news_mention *x);
/* again.c */
enum news_side news_hit_again(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x);
enum news_side news_hit_alike(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x);
void news_take_told_here(const struct news_reader *d, const struct news_statement *st,
                         struct news_mention *x);
bool news_known_as(const struct news_reader *d, const struct news_mention *x);
bool news_came_of_it(const struct news_reader *d, const struct news_mention *x);
void news_take_court(const struct news_reader *d, struct news_mention *m);
enum news_side news_court_before(const struct news_reader *d, const struct news_mention *x);
bool news_reaches_all(const struct news_sentence *s, const struct news_mention *m);
void news_same_deed(struct news_reader *d, uint32_t base);
/* likewise.c: "The same holds for copper" */
void news_read_likewise(struct news_reader *d, uint32_t base);
void news_same_own(struct news_reader *d, uint32_t base);
void news_take_amount(const struct news_reader *d, struct news_mention *m);
/* lent.c */
bool news_take_handler(const struct news_sentence *s, struct news_mention *m,
                       const struct news_mention *last);
bool news_over_all(const struct news_sentence *s, struct news_mention *m);
bool news_take_them(const struct news_sentence *s, struct news_mention *m);
/* those.c: "a duty on those cars": whose they are, as the goods of one side that were named last. */
void news_take_those(const struct news_reader *d, struct news_mention *m);
/* "Those from Japan pay 15%": of the goods the sentence before told of; NEWS_NONE. */
uint16_t news_those_from(const struct news_reader *d, const struct news_match *m);
/* "our steel": the speaker's side; NEWS_NO_SIDE. */
enum news_side news_ours(const struct news_reader *d, const struct news_statement *st,
                         const struct news_mention *x, const struct news_match *m);
/* Goods of one side named in the sentence: what "them" and "those cars" mean later. */
void news_keep_goods(struct news_reader *d);
bool news_is_prolonged(const struct news_sentence *s, uint32_t at);
bool news_is_new(const struct news_reader *d, const struct news_mention *m,
                 const struct news_mention *last);
uint8_t news_taker_of(const struct news_sentence *s, const struct news_mention *m);
bool news_is_existing(const struct news_sentence *s, const struct news_mention *m);
bool news_is_standing(const struct news_sentence *s, const struct news_mention *m);
bool news_is_list(const struct news_sentence *s, const struct news_mention *m);
void news_take_answer(const struct news_reader *d, struct news_mention *m);
void news_take_where(const struct news_sentence *s, struct news_mention *m);
/* lent.c: what is answered, or suffered, beside what the sentence tells of: the next one is not about it. */
bool news_is_met(const struct news_sentence *s, const struct news_mention *m);
bool news_is_suffered(const struct news_sentence *s, const struct news_mention *m);
void news_take_it(const struct news_sentence *s, struct news_mention *m); /* a duty "on it" */
uint16_t news_good_before(const struct news_sentence *s, uint32_t at);
void news_follow_probe(const struct news_reader *d, struct news_mention *m, uint8_t before);
/* "applies to", "covers": whom it hits stands behind that; the rest is as with `last`. */
void news_take_reach(const struct news_sentence *s, struct news_mention *m,
                     const struct news_mention *last);
/* ... "similar duties on dairy" */
void news_take_similar(struct news_sentence *s, struct news_mention *m,
                       const struct news_mention *last);
void news_take_same_goods(const struct news_reader *d, struct news_mention *m);
/* stand_ins.c: "it", "them", "the measure"; figures that stand alone; the charge spoken of last before the place, or NULL. */
void news_add_stand_ins(struct news_reader *d);
void news_add_figures(struct news_reader *d);
const struct news_mention *news_last_charge(const struct news_reader *d, uint32_t at);
/* refer.c: the same measure at other words. */
void news_mention_again(struct news_reader *d, const struct news_mention *m);
/* ... whether a measure stands there. */
bool news_in_any(const struct news_sentence *s, uint32_t at);
/* lulls.c */
void news_add_lulls(struct news_reader *d);
/* shared.c: "take effect in May and will rise", "both", "the former". */
void news_share_subjects(struct news_reader *d);
/* bought.c: "and Taiwan plans to buy $10 billion"; "12 million tons" of goods told before; who "they" are. */
void news_share_goods(struct news_reader *d);
void news_take_bought(struct news_reader *d);
void news_part_of_sum(struct news_reader *d, uint32_t base);
void news_keep_weighed(struct news_reader *d, const struct news_mention *m);
enum news_side news_first_of(const struct news_sentence *s, const struct news_mention *x,
                             enum news_side side);
enum news_side news_it_is(const struct news_reader *d, const struct news_mention *x,
                          enum news_side teller);
enum news_side news_they_are(const struct news_reader *d, const struct news_mention *x,
                             enum news_side teller);
void news_mark_two(struct news_reader *d);
/* clauses.c: "goods from Brazil face 40% and those from Mexico 25%": neither of the two decides. */
bool news_also_hit(const struct news_reader *d, const struct news_match *m,
                   const struct news_mention *x, enum news_side side);
/* about.c: the words of the match name the side, or who acts for it. */
bool news_match_names(const struct news_reader *d, const struct news_match *m, enum news_side side);
/* elided.c: "and one on cars", "Washington's is 30%". */
void news_mark_elided(struct news_reader *d);
bool news_frame_open(const struct news_reader *d);
bool news_opens_frame(const struct news_reader *d); /* frames.c */
void news_mark_terms(struct news_reader *d);        /* terms.c */
void news_keep_both(struct news_reader *d, const struct news_match *m, size_t n);
bool news_both_act(const struct news_reader *d, const struct news_mention *x, enum news_side *one,
                   enum news_side *two);
/* rows.c: "tariffs differ: 20% for Vietnam, 19% for Indonesia". */
void news_mark_rows(struct news_reader *d);
/* The match is of the duty that leads the row, and not of the last in it by which the verb stands. */
bool news_whole_row(const struct news_reader *d, struct news_match *m);
/* spared.c: "though coffee and juice are exempt". */
void news_mark_spared(struct news_reader *d);
bool news_spared_from(const struct news_reader *d, const struct news_mention *x,
                      struct news_statement *st);
/* "Coffee will be exempt": from a duty that is only announced. */
bool news_never_hit(const struct news_reader *d, const struct news_statement *st);
/* about.c: a land named in passing. */
bool news_passing(const struct news_reader *d, uint8_t side);
bool news_two_before(const struct news_sentence *s, uint32_t at, enum news_side *one,
                     enum news_side *two);
/* The mention told n before the last; NULL. */
const struct news_told *news_told(const struct news_reader *d, uint32_t n);
/* "the new tariff": the only one with a rate that was told as new; NULL. */
const struct news_mention *news_told_new(const struct news_reader *d, const struct news_mention *m);
/* The only side named since the measure spoken of last, and before `at`, that does not decide it; NEWS_NO_SIDE. */
enum news_side news_fresh_side(const struct news_reader *d, uint32_t at, uint8_t not );

/* *side: who decides what has another aim than the one before; false: that one may tell. */
bool news_torn_from(const struct news_reader *d, const struct news_statement *st,
                    const struct news_mention *x, const struct news_match *m, enum news_side *side);
enum news_side news_most_spoken(const struct news_reader *d, enum news_side not );
enum news_side news_clearly_spoken(const struct news_reader *d, enum news_side not );
/* `kind` NEWS_NONE: in any place of any measure. */
enum news_side news_hub(const struct news_reader *d, enum news_side not, uint16_t kind);

/* beside.c: the verb tells of something else that the measure stands with. */
bool news_told_of_other(const struct news_sentence *s, const struct news_statement *st,
                        const struct news_mention *x, const struct news_match *m);
/* said.c: "its airlines will"; "they're going to invest"; */
bool news_its_firms(const struct news_sentence *s, const struct news_mention *x);
bool news_they_act(const struct news_sentence *s, const struct news_mention *x);
/* "he would meet": whoever speaks. */
bool news_speaker_acts(const struct news_sentence *s, const struct news_mention *x);
/* said.c: what the verb says is done by a name no file has, or one firm. */
bool news_stranger_acts(const struct news_sentence *s, const struct news_mention *x);
/* said.c: "a third of the exporters have stopped shipping": who trades bars and bans nothing. */
bool news_traders_act(const struct news_sentence *s, const struct news_mention *x);
/* "agreed to stop buying oil" */
bool news_stops_doing(const struct news_sentence *s, const struct news_mention *x);
/* struck.c: "lifts its duty on American wine, leaving those on pork": whom the one before hits; NEWS_NO_SIDE. */
enum news_side news_target_beside(const struct news_reader *d, const struct news_statement *st,
                                  const struct news_mention *x);
/* own_names.c: "the controls on rare earths it announced on Oct. 9" are the measure of that day. */
void news_take_dated(const struct news_reader *d, struct news_statement *st,
                     const struct news_match *m);
/* own_names.c: outside the days of a measure by name what a rule says of it is of its kind; false: of nothing. */
bool news_keep_name(const struct news_reader *d, struct news_statement *st);
/* carried.c: the statement is the first or last day of one before it, which has it now. */
bool news_completes(const struct news_reader *d, const struct news_statement *st);
/* later_days.c: keeps the statement's first day for the others that the sentences before told of. True: it tells nothing else. */
bool news_keep_later(struct news_reader *d, const struct news_statement *st,
                     const struct news_match *m);
/* "Both take effect on March 20": of what the sentences before told. */
void news_those_begin(struct news_reader *d, uint32_t base);
/* deciders.c: whose act it is; of firms named before it; the pact that goes before it. */
/* Behind the verb of saying that covers the token. */
uint32_t news_said_from(const struct news_reader *d, uint32_t at);
/* levied.c: "Tariffs on Thailand and India were raised by Brussels": who stands behind the verb. */
enum news_side news_agent_of(const struct news_reader *d, const struct news_mention *x,
                             const struct news_match *m);
enum news_side news_doer_of(const struct news_reader *d, const struct news_match *m);
/* payers.c: does the article tell that the side charges anybody a duty? Where no goods are named one on all goods, and not
 * only on those of whose rates are meant without a word. */
void news_take_payer(const struct news_sentence *s, struct news_mention *m,
                     const struct news_mention *last);
bool news_may_charge(const struct news_reader *d, enum news_side side, enum news_side target,
                     uint16_t good);
/* By whom a land that pays is charged: the side that the story gave, or who may be. */
enum news_side news_charged_by(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *x, const struct news_match *m,
                               enum news_side side);
enum news_side news_imposer_of(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *x, const struct news_match *m);
const struct news_mention *news_pact_before(const struct news_reader *d,
                                            const struct news_mention *x);
enum news_side news_firms_before(const struct news_reader *d, const struct news_mention *x);
/* named.c: the side of the last name in [from, at) outside measures that is not `not`, which acts; and none that `hit` hits. */
enum news_side news_named_before(const struct news_reader *d, uint32_t from, uint32_t at,
                                 enum news_side not, bool acts);
enum news_side news_named_but(const struct news_reader *d, uint32_t from, uint32_t at,
                              enum news_side not, bool acts, const struct news_mention *hit);
/* settle.c: what the words around a statement make of its status. */
bool news_of_kind(const struct news_reader *d, const struct news_statement *st);
void news_settle_status(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m, uint32_t base);
/* matter.c: "a plan to", "a bid to" at the head of the match. */
bool news_is_plan(const struct news_sentence *s, const struct news_match *m);
/* matter.c: goods a paragraph turns to, "Cars are a separate story"; _beside: those, where makers or "ones" stand. */
void news_matter_mark(struct news_reader *d);
void news_matter_keep(struct news_reader *d);
uint16_t news_matter_beside(const struct news_reader *d, uint32_t behind);
/* stands.c: "its cars", "the country": marked as the government they stand for. */
void news_stands_mark(struct news_reader *d);
void news_stands_keep(struct news_reader *d);
/* couple.c: "both countries" as those that are hit. */
void news_couple_mark(struct news_reader *d);
void news_couple_keep(struct news_reader *d);
/* generic_goods.c: "the metal", "the beans" are those named last. */
void news_generics_mark(struct news_reader *d);
void news_generics_keep(struct news_reader *d);
/* conditions.c: "and would" begins another clause between the places. */
bool news_modal_between(const struct news_sentence *s, uint32_t from, uint32_t to);
/* conditions.c: behind an if-clause that a comma ends before `at`; `from`: there is none. */
uint32_t news_past_if(const struct news_sentence *s, uint32_t from, uint32_t at);
/* carried.c: what will not come was threatened before. */
/* "when NAME imposed a 40% duty on X. It ended in May": the first is no state of things; nor is it one more that a
 * duty will be raised, where the next sentence tells its rate. */
void news_end_before(const struct news_reader *d, const struct news_statement *st);
bool news_was_threat(const struct news_reader *d, const struct news_statement *st);
/* past.c: of long ago, and not since then; `agreed`: what was agreed; and whether what comes next goes on with it. */
bool news_is_history(const struct news_reader *d, const struct news_match *m, bool agreed);
void news_past_keep(struct news_reader *d);
bool news_is_imagined(const struct news_reader *d, const struct news_match *m);
/* frames.c: what is to come belongs to the deal told before; or nobody has more than proposed it. */
bool news_in_frame(const struct news_reader *d, const struct news_statement *st,
                   const struct news_match *m);
enum news_side news_exchanged(const struct news_reader *d, const struct news_statement *st);
enum news_side news_also_eased(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *x);
enum news_side news_frame_other(const struct news_reader *d, const struct news_statement *st);
void news_frame_keep(struct news_reader *d, size_t first);
bool news_opens_proposal(const struct news_sentence *s);
/* carried.c: "from that day"; and what begins later, by what was said before. */
void news_take_that_day(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m);
bool news_told_already(const struct news_reader *d, const struct news_statement *st);
bool news_already_held(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m);
/* levied.c: "the 15% tariff would apply", said by whom it hits; "Taiwan's tariff in the United States". */
bool news_told_of_levied(const struct news_reader *d, const struct news_statement *st,
                         const struct news_mention *x, const struct news_match *m);
enum news_side news_levies_on(const struct news_reader *d, const struct news_statement *st);
bool news_hits_another(const struct news_reader *d, const struct news_statement *st,
                       const struct news_mention *x, const struct news_match *m);
bool news_we_act(const struct news_reader *d, const struct news_statement *st,
                 const struct news_mention *x, const struct news_match *m);
void news_charge_under_pact(const struct news_reader *d, const struct news_statement *st,
                            struct news_mention *x, const struct news_match *m);
void news_turn_in_pact(struct news_reader *d);
enum news_side news_under_301(const struct news_reader *d, const struct news_statement *st,
                              struct news_mention *x);
void news_turn_rate(const struct news_reader *d, struct news_mention *x,
                    const struct news_match *m);
/* doubt.c: who speaks tells of another's duty; those who are only hit decide nothing. */
enum news_side news_levied_by(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x);
bool news_decides_none(const struct news_reader *d, enum news_side side);
/* levied.c: "the EU accepted a 15% ceiling": who is hit decides nothing. */
void news_turn_struck(const struct news_reader *d, struct news_statement *st,
                      const struct news_match *m);
/* resumes.c: no part of a deal; part of the one told before, over sayings; what a pact that is the subject does. */
bool news_is_burden(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m);
bool news_resumes(const struct news_reader *d, const struct news_statement *st,
                  const struct news_match *m);
bool news_pact_opens(const struct news_sentence *s);
bool news_pact_does(const struct news_sentence *s, const struct news_match *m);
/* spurned.c: a duty that is no act of whom the sentence tells of. */
bool news_is_no_act(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m);
/* retold.c: clauses in which the sentence tells what another side says; whose word they then are. */
struct news_claim;
void news_retold_mark(struct news_reader *d, uint32_t base);
void news_retold_settle(const struct news_reader *d, struct news_statement *st,
                        const struct news_claim *c);
uint32_t news_claim_end(const struct news_reader *d, uint32_t base, uint32_t at); /* claims.c */
/* unrealised.c: a deed that is told and was not done. */
bool news_unrealised(const struct news_reader *d, const struct news_statement *st,
                     const struct news_match *m);
/* claims.c: finds the clauses that the sentence only cites; does the match reach into one; denies or takes out what was stated of them. */
void news_claims_mark(struct news_reader *d, uint32_t base);
bool news_is_cited(const struct news_reader *d, const struct news_match *m);
void news_claims_settle(struct news_reader *d, uint32_t base, size_t first);
/* The words around show that the reader does not know (doubt.c). */
bool news_doubtful(const struct news_reader *d, const struct news_statement *st,
                   const struct news_match *m);
bool news_was_to_begin(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m);
bool news_yet_to_begin(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m);
/* struck.c: "Soybeans, pork and beef": the first named of the goods it ends with, which counts. */
const struct news_hit *news_first_of_list(const struct news_sentence *s, const struct news_hit *h);
/* struck.c: whom the verb says is hit, with the goods; and each of "rivals in Japan and Britain". */
bool news_only_hit(const struct news_sentence *s, const struct news_mention *but,
                   enum news_side side);
bool news_decides_nothing(const struct news_sentence *s, const struct news_hit *h, uint32_t at);
enum news_side news_struck_of(const struct news_reader *d, const struct news_match *m,
                              struct news_mention *x);
void news_take_row(const struct news_reader *d, const struct news_match *m, struct news_mention *x);
/* Who owes a duty behind "but", where the name right before it only laid another: the first name of the sentence; `h` itself: it is no such. */
const struct news_hit *news_but_first(const struct news_sentence *s, const struct news_hit *h);
/* What it hits where that stands apart from the measure: "was imposed by Washington on Korean copper". */
/* Whose the border is that it is charged at. */
enum news_side news_taken_in(const struct news_sentence *s, const struct news_mention *x);
/* own_names.c: a kind on the days of a measure that has a name is that measure; and told of its goods so. */
void news_take_name(const struct news_reader *d, struct news_statement *st);
void news_name_goods(const struct news_reader *d, struct news_statement *st);
enum news_side news_sold_to(const struct news_sentence *s, const struct news_mention *x);
void news_read_object(const struct news_sentence *s, uint32_t at, const struct news_hit **who,
                      const struct news_hit **what);
void news_take_apart(const struct news_reader *d, struct news_mention *x);
/* compare.c: who decides a rate that another is compared with */
void news_settle_compared(const struct news_reader *d, struct news_mention *x);
/* pairs.c */
void news_fill_pair(const struct news_reader *d, struct news_statement *st, struct news_mention *x,
                    const struct news_match *m);
/* In the key of a pair the side that the files name first goes first. */
void news_order_pair(struct news_statement *st);
/* pairs.c: the two who had the last deal or talks, for words that point to them. */
bool news_pair_again(const struct news_reader *d, const struct news_statement *st,
                     const struct news_mention *x, enum news_side *one, enum news_side *two);
bool news_same_house(const struct news_rules *r, uint32_t a, uint32_t b);
/* silence.c: fills the measure with what others told last of what the speaker's side has a part in, and is not `but`;
 * false: nothing. */
bool news_last_fill(const struct news_reader *d, struct news_statement *st, uint16_t but);

#endif
