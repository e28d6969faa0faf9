// SPDX-License-Identifier: Apache-2.0
// What mentions.c and bare.c ask of each other, and of mention_left.c, mention_right.c, mention_ends.c and places.c.
#ifndef IMPOST_NEWS_MENTIONS_H
#define IMPOST_NEWS_MENTIONS_H

#include "news/news_own.h"

/* mentions.c: kept as a measure, with what stands around it. */
void news_mention_publish(const struct news_rules *r, struct news_sentence *s,
                          struct news_mention *m);
bool news_on_exports(const struct news_sentence *s, uint32_t at);
/* bare.c: rates without a noun; `tariff`: the measure they are. */
void news_mark_bare(const struct news_rules *r, struct news_sentence *s, uint16_t tariff);
/* mention_left.c */
bool news_possessive(const struct news_sentence *s, uint32_t at);
void news_target_add(struct news_mention *m, uint16_t side);
bool news_led_in(const struct news_sentence *s, uint32_t at);
void news_scan_left(const struct news_rules *r, const struct news_sentence *s,
                    struct news_mention *m);
/* "doubled India's tariff": whose it is called is hit. */
void news_turn_owner(const struct news_rules *r, const struct news_sentence *s,
                     struct news_mention *m);
void news_points_left(const struct news_sentence *s, struct news_mention *m);
void news_amount_left(const struct news_sentence *s, struct news_mention *m);
/* right_items.c: a number, a good or a side at the place, led by the preposition `before` or NEWS_NONE: how many tokens it takes, 0: none;
 * a government led so: it decides, or it is hit. */
uint32_t news_take_right(const struct news_rules *r, const struct news_sentence *s,
                         struct news_mention *m, uint32_t at, uint16_t before);
void news_take_party(const struct news_rules *r, struct news_mention *m, uint16_t side,
                     uint16_t before);
/* mention_right.c: from a token on */
void news_scan_right(const struct news_rules *r, const struct news_sentence *s,
                     struct news_mention *m, uint32_t start);
/* mention_rates.c */
bool news_bounds(const struct news_token *t);
uint32_t news_past_hedge(const struct news_sentence *s, uint32_t at);
bool news_counts_lands(const struct news_sentence *s, uint32_t at);
uint32_t news_rate_apposed(const struct news_sentence *s, struct news_mention *m, uint32_t end);
void news_rate_opens(const struct news_sentence *s, struct news_mention *m);
void news_rate_behind(const struct news_sentence *s, struct news_mention *m);
void news_rate_goes(const struct news_sentence *s, struct news_mention *m);
void news_take_including(const struct news_sentence *s, struct news_mention *m);
/* mention_trade.c: "it buys from China" from the place on: where it ends; 0: no such clause. "charge Mexico" before `end`: where
 * whom it names begins; 0. */
uint32_t news_take_trade(const struct news_sentence *s, struct news_mention *m, uint32_t at);
/* bystanders.c: where "A, B and C" begins, of the name at the place. */
uint32_t news_row_head(const struct news_sentence *s, uint32_t at);
bool news_is_bought(const struct news_sentence *s, const struct news_hit *h);
uint32_t news_past_term(const struct news_sentence *s, uint32_t at);
bool news_pays_there(const struct news_sentence *s, uint32_t at);
uint32_t news_left_at(const struct news_sentence *s, const struct news_hit *p,
                      struct news_mention *m);
uint32_t news_take_charged(const struct news_sentence *s, struct news_mention *m, uint32_t end);
/* mention_ends.c */
/* A hit of the class that ends there; NULL. */
const struct news_hit *news_ending(const struct news_sentence *s, uint16_t class, uint32_t end);
/* The class of the word in a mention; NEWS_NONE. */
uint16_t news_np_class(const struct news_sentence *s, uint32_t at);
bool news_names_kind(const struct news_sentence *s, uint32_t at);
/* "... and a 30% tariff", "... and the US imposed a". */
bool news_another(const struct news_sentence *s, uint32_t at);
/* "100% and those of chassis up to 150%": the rate of another follows the "and". */
/* Tokens of the longest goods that begin there, "car parts"; 0: none do. */
uint32_t news_goods_at(const struct news_sentence *s, uint32_t at);
bool news_rate_ahead(const struct news_sentence *s, uint32_t at, bool moved);
/* Behind ", germanium and antimony"; the place itself: no row of goods. */
const struct news_hit *news_will_be(const struct news_sentence *s, uint32_t at);
uint32_t news_behind_list(const struct news_sentence *s, uint32_t at);
bool news_lists(const struct news_sentence *s, uint32_t at);
/* "levies that Beijing imposed", "duties which apply". */
bool news_tells_more(const struct news_sentence *s, uint32_t at);
bool news_goes_on(const struct news_sentence *s, uint32_t from, uint32_t to);
bool news_is_verb(const struct news_sentence *s, uint32_t at);
uint32_t news_past_clause(const struct news_sentence *s, struct news_mention *m);
/* places.c: a place beside it that no file has; and behind ", Mexico and China", else the place itself. */
void news_places_note(struct str text, const struct news_sentence *s, struct news_mention *m);
bool news_strange_goods(struct str text, const struct news_sentence *s, const struct news_hit *h);
uint32_t news_behind_sides(const struct news_sentence *s, uint32_t at);
bool news_is_with(const struct news_sentence *s, const struct news_mention *m);
/* "and British goods one of 10%": where the other duty begins; 0. */
uint32_t news_elided_at(const struct news_sentence *s, uint32_t at);
/* "steel, on which Washington charges a 50% duty": the goods; NEWS_NONE. */
uint16_t news_good_of_clause(const struct news_sentence *s, uint32_t at, struct news_mention *m);
uint16_t news_good_of_topic(const struct news_sentence *s, struct str text, uint32_t at);
/* "that Beijing put on", "Ottawa has charged": a clause that tells of a rate before it. */
bool news_puts_there(const struct news_sentence *s, uint32_t at);
/* "had imposed", "announced", "promised". */
bool news_decides(const struct news_sentence *s, uint32_t at);
/* mention_owner.c */
bool news_caps_kind(const struct news_sentence *s, const struct news_hit *h);
void news_take_ceiling(const struct news_sentence *s, struct news_mention *m);
bool news_is_owned(const struct news_sentence *s, const struct news_mention *m);
bool news_rate_owned(const struct news_rules *r, const struct news_sentence *s,
                     struct news_mention *m);
void news_rate_of_owner(const struct news_rules *r, const struct news_sentence *s,
                        struct news_mention *m);
void news_take_front(const struct news_sentence *s, struct news_mention *m);
/* "including watches and wine, at 15%": the rate behind the second comma; 0: none. */
uint32_t news_past_including(const struct news_sentence *s, uint32_t at);
/* ranges.c: "ranging", before "from 5% to 50%"; the second rate of "between 5% and 50%"; NULL. */
bool news_is_ranging(const struct news_token *t);
const struct news_hit *news_between_rates(const struct news_sentence *s, uint32_t at, uint32_t end);
/* compare.c: "lower than the 20% charged on", and what follows the rate */
bool news_led_by_compare(const struct news_sentence *s, uint32_t at);
bool news_is_compared(const struct news_sentence *s, const struct news_hit *p);

/* "Trump had threatened", "he once threatened": behind the verb; 0: nobody threatens there. */
uint32_t news_past_menace(const struct news_sentence *s, uint32_t at);
void news_take_compared(const struct news_sentence *s, struct news_mention *m);

/* lent.c: the only goods named before the place; NEWS_NONE: others too. */
uint16_t news_only_good_before(const struct news_sentence *s, uint32_t at);

#endif
