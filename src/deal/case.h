// SPDX-License-Identifier: Apache-2.0
// A case put to a control or a fee: where from, where to, when, and what was stated of the facts the law asks.
//
// Nothing is guessed. What is not stated stays unstated, and a condition on it is open. What was stated is taken
// as the whole of it: an end use that was named is not another one, a party on one list is on no other.
// Facts are those of the blocks `facts`, in one array with the law's indices. How each is written:
// docs/licence.md.
#ifndef IMPOST_DEAL_CASE_H
#define IMPOST_DEAL_CASE_H

#include "book/line.h"
#include "law/deal.h"

enum { DEAL_WORDS_MAX = 8, DEAL_PLACES_MAX = 16, DEAL_LISTS_MAX = 8, DEAL_SHARES_MAX = 8 };

struct deal_share { /* of a party, held by listed parties, or by persons of a place */
  uint16_t place;   /* 0: by listed parties */
  struct rat share;
};

struct deal_given { /* what is stated of one fact */
  bool stated;
  bool flag;         /* FLAG, CLAIM */
  imp_day day;       /* DATE */
  struct rat amount; /* SHARE as a fraction; MONEY; QUANTITY in the unit of the fact */
  struct str words[DEAL_WORDS_MAX];          /* WORD, ANY, TEXT; of a PARTY its name */
  uint16_t places[DEAL_PLACES_MAX];          /* PLACES; of a PARTY the place whose person it is */
  uint32_t lists[DEAL_LISTS_MAX];            /* PARTY: lists it stands on */
  struct deal_share shares[DEAL_SHARES_MAX]; /* PARTY: who owns how much of it */
  uint8_t word_count, place_count, list_count, share_count;
  bool listed_stated; /* PARTY: on these lists, and on no other */
};

struct
    deal_scope { /* `us.affiliates.items=yes`: the quoted scope of a control holds the item, or not */
  uint32_t control;
  bool holds;
};

struct deal_case {
  const struct law *law;
  const struct names *names; /* may be NULL: places by their two letters alone */
  imp_day on;
  int minute;                    /* of the day; CLOCK_UNSTATED */
  uint16_t out_of, into, origin; /* 0: not stated */
  unsigned deed;                 /* one of the bits DEAL_EXPORT …; 0: export */
  struct deal_given *facts;      /* law->deal->fact_count */
  struct deal_given content;     /* share of the value in items the law names: `content=0.4%` */
  struct deal_given made_with;   /* `made-with=CN`, `made-with=no`: technology the law names */
  struct deal_given entered;     /* `entered=2025-04-12`; the day of the case without it */
  struct deal_scope scopes[DEAL_LISTS_MAX];
  uint8_t scope_count;
  bool rest_no; /* every flag and claim not stated is no, every share nil, nobody is listed */
};

/* An empty case. False: memory is out. */
bool deal_case_start(struct arena *a, const struct law *law, const struct names *names,
                     struct deal_case *out);

/* One fact from text: `military-user=yes`, `importer=US`, `importer.listed=no`, `importer.owned.US=30%`,
 * `end-use=civil`, `origin=DE`, `grain=30 nm`. False: memory is out. A word that is not one refuses the case in *no. */
bool deal_case_set(struct arena *a, struct deal_case *c, struct str name, struct str value,
                   struct refusal *no);

/* The unit an amount is written in turned into another of its kind: 0.03 mm is 30 µm. False: they do not fit. */
bool deal_unit_convert(struct rat amount, struct str from, struct str to, struct rat *out);

/* List `list` is `within`, or is included in it, however deep. */
bool deal_list_within(const struct law_deal *d, uint32_t list, uint32_t within);

#endif
