// SPDX-License-Identifier: Apache-2.0
// One verb of several (several.c).
#ifndef IMPOST_NEWS_SEVERAL_H
#define IMPOST_NEWS_SEVERAL_H

#include "news/slots.h"

/* "Mexico and Canada have imposed": those who decide beside the one of the statement; at most NEWS_TARGETS. */
uint8_t news_other_doers(const struct news_reader *d, const struct news_statement *st,
                         const struct news_match *m, uint8_t *sides);
/* "deals with Japan in July, Korea in October": those behind the first. */
uint8_t news_dated_sides(const struct news_sentence *s, const struct news_mention *x,
                         uint8_t *sides);
/* The only side that a deal is said to be with; NEWS_NO_SIDE. */
enum news_side news_side_with(const struct news_sentence *s, const struct news_mention *x);
/* "on beef and wine to 9% and 5% respectively": the statements from n on anew, one for each; false: no such row. */
bool news_two_rates(struct news_reader *d, const struct news_match *m, uint32_t base, size_t n);
bool news_respectively(struct news_reader *d, const struct news_match *m, uint32_t base, size_t n);
/* "and so do the duties on steel": the match for that measure. */
bool news_so_measure(struct news_reader *d, const struct news_match *m, struct news_match *out);
/* "as did Ottawa", "as do those from Japan and Korea": who; their count. */
uint8_t news_so_sides(const struct news_reader *d, const struct news_match *m, uint8_t *sides);
/* "bananas from Ecuador and coffee from Guatemala": the statements from n on have the goods of their side. */
void news_goods_of_each(struct news_reader *d, const struct news_match *m, size_t n);
/* The matches for what commas and "and" put before the subject of the match, from the last; at most NEWS_TARGETS. */
uint8_t news_conjuncts_before(struct news_reader *d, const struct news_match *m,
                              struct news_match *out);
/* ranges.c: "between 7.8% and 35.3%": of the other end of the range too. */
void news_keep_range(struct news_reader *d, const struct news_match *m, size_t n);
void news_keep_price(struct news_reader *d, const struct news_match *m, size_t n); /* prices.c */
/* alike.c: "the same rate that applies to Japan": of those who pay the rate of the statement n too. */
void news_keep_alike(struct news_reader *d, const struct news_match *m, size_t n);
/* clauses.c: nothing but "and" and an article stand between. */
bool news_only_joins(const struct news_reader *d, uint32_t base, uint32_t from, uint32_t to);
/* cycle.c: the hit of the measure numbered so in the sentence. */
uint16_t news_mention_hit(const struct news_reader *d, uint8_t index);
/* read.c */
void news_keep(struct news_reader *d, const struct news_statement *st);

#endif
