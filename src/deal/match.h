// SPDX-License-Identifier: Apache-2.0
// Which entries of the lists an item may be: by the name of an entry, by number, by words.
//
// The words of an entry decide, never a number: a number leads to entries and makes each of them possible. Words
// that are those of an entry are that entry; words one word away are offered and never taken. Source: docs/licence.md.
#ifndef IMPOST_DEAL_MATCH_H
#define IMPOST_DEAL_MATCH_H

#include "deal/cond.h"
#include "deal/match_words.h"

enum deal_fit {
  DEAL_FIT_NAME,  /* the entry was named: it is taken at its word */
  DEAL_FIT_WORDS, /* the words are those of the entry; its limits are still to be met */
  DEAL_FIT_GROUP, /* a name above it was given: one of these */
  DEAL_FIT_CODE,  /* all digits given agree with a number of the entry */
  DEAL_FIT_SIX,   /* the first six digits agree */
  DEAL_FIT_AWAY   /* near its words: offered */
};

struct deal_candidate {
  uint32_t entry;
  enum deal_fit fit;
  bool pointer;    /* by a number of ours (`near`), not of the act */
  enum tri limits; /* its `when`, from the facts of the case */
};

struct deal_index_name {
  uint64_t hash;
  uint32_t entry;
};
struct deal_index_code {
  uint64_t lo, hi;
  uint32_t entry, code; /* deal->entries[entry].codes[code] */
};

struct deal_index_token {
  uint64_t hash;
  uint32_t entry; /* LAW_NONE: a word that joins others, and stands for no entry */
  enum words_worth worth;
};

struct deal_index { /* of one law; immutable once built, in the arena of the caller */
  const struct law *law;
  struct deal_index_name *words;  /* of the normalised words of each entry, by hash */
  struct deal_index_name *names;  /* full and short names, by hash */
  struct deal_index_name *groups; /* names above entries */
  struct deal_index_name
      *near; /* their words with one word, or of a single word one letter, left out */
  struct deal_index_token *tokens; /* each word of an entry and of its other names, by its stem */
  uint32_t word_count, name_count, group_count, near_count, token_count;
  struct deal_index_code *codes; /* by lo */
  uint32_t code_count;
  uint64_t widest; /* numbers the widest of them covers */
};

bool deal_index_build(struct arena *a, const struct law *law, struct deal_index *out);

enum { DEAL_CANDIDATES_MAX = 128, DEAL_OFFERS_MAX = 12, DEAL_NORMAL_MAX = 400 };

struct deal_matches {
  struct deal_candidate items[DEAL_CANDIDATES_MAX];
  uint32_t count;
  struct deal_candidate offers[DEAL_OFFERS_MAX]; /* near words, nearest first */
  uint32_t offer_count, offers_more;             /* further ones, not kept */
  struct deal_candidate
      left[DEAL_CANDIDATES_MAX]; /* removed: what is stated does not fit their limits */
  uint32_t left_count;
  bool by_code, too_many;
};

/* Entries near the words, when nothing was found; `deal_match` with `offers` does this too, for every way. `way`: by
 * list, whether a control that looks the way of the case names it; NULL: every list. Entries of other lists are offered
 * when there is no entry on the way. */
void deal_match_near(const struct deal_index *ix, struct str item, const bool *way,
                     struct deal_matches *m);

/* Of entries found, those on the way, when there is one; an entry that was named stays. Words whose entries are all off
 * the way are left as found, and entries on the way near them, by words or by number, are offered beside. */
void deal_match_way(const struct deal_index *ix, struct str item, const bool *way,
                    struct deal_matches *m);

/* Candidates before their limits are looked at: what an item's text alone says. `offers` only when asked for. */
void deal_match(const struct deal_index *ix, struct str item, imp_day on, bool offers,
                struct deal_matches *out);
/* By the name of an entry or by words alone, as somebody says who names an entry: a short name that is an ordinary word
 * ("magnets") is one here, and nowhere else. */
void deal_match_entry(const struct deal_index *ix, struct str name, struct deal_matches *out);

/* Its index of words; false: memory is out. */
bool deal_index_tokens(struct arena *a, struct deal_index *ix);

/* Looks at the limits (`when`) with the facts of the case: what does not fit is moved to `left`. */
void deal_match_limits(const struct deal_env *env, struct deal_matches *m);

/* The act of a list could be known. */
bool deal_list_known(const struct view *v, uint32_t list);

/* The item is this entry for certain. */
bool deal_candidate_sure(const struct deal_candidate *c);

/* Small letters, one space between words, no punctuation but inside names of substances. At most DEAL_NORMAL_MAX bytes;
 * longer text is cut. */
size_t deal_normal(struct str text, char out[DEAL_NORMAL_MAX]);

#endif
