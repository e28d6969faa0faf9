// SPDX-License-Identifier: Apache-2.0
// Clauses whose verb is left out (gaps.c).
#ifndef IMPOST_NEWS_GAPS_H
#define IMPOST_NEWS_GAPS_H

#include "news/slots.h"

struct news_gap { /* "Japan and Korea 15%": tokens [from, to) of the sentence */
  uint32_t from, to;
  const struct news_hit *rate;
  uint8_t who[NEWS_TARGETS], who_count; /* whom it hits */
  uint16_t good;                        /* NEWS_NONE: as before */
  uint16_t goods[NEWS_TARGETS];         /* of each of whom it hits, + 1; 0: none of its own */
  enum news_side owner;                 /* "Japan's on American rice": who decides; NEWS_NO_SIDE */
  enum news_side place;                 /* "100% in Canada": who decides; NEWS_NO_SIDE */
  enum news_side struck; /* "Beijing 20% on buses from Europe": behind who decides; NEWS_NO_SIDE */
  bool all;              /* "other goods" */
  bool dated;
  bool rest;  /* "beyond it": of the same, above a quota */
  bool again; /* "the same" */
  bool
      lands; /* a clause before it named another land: "all others" are those of the rest of them */
  bool each; /* "in each of the next three years" */
  bool promise; /* of amounts, not of rates */
  bool answers; /* "China's to 10%" behind a duty on China: its own */
  bool bare;    /* of measures without a rate */
  bool leads;   /* who is named is the subject of the clause */
};

/* The next such clause behind `from`, which moves behind it. */
bool news_next_gap(const struct news_reader *d, const struct news_statement *st, uint32_t base,
                   uint32_t *from, struct news_gap *g);
/* bought.c: ", of which $150 billion", an amount of the one before. */
bool news_read_share(const struct news_reader *d, uint32_t base, uint32_t at, struct news_gap *g);
/* What it says of the one numbered `which` of those it names; `decides`: the subject of the clause before it does. False:
 * nothing that can be said. */
bool news_fill_gap(struct news_reader *d, struct news_statement *st, uint32_t base,
                   const struct news_gap *g, uint8_t which, bool decides);
/* Where it hits stands behind the last of them only. */
bool news_shares_place(const struct news_reader *d, const struct news_match *m,
                       const struct news_gap *g);
/* Is who decides the subject of the clause, as in "Canada charges 25%"? */
bool news_subject_decides(const struct news_reader *d, const struct news_statement *st,
                          const struct news_match *m);

/* The day in the clause is none of the statement before it. */
void news_undate(const struct news_reader *d, struct news_statement *st, uint32_t base,
                 const struct news_gap *g);

/* gaps_fill.c */
uint32_t news_past_cap(const struct news_sentence *s, uint32_t at);

#endif
