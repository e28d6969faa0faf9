// SPDX-License-Identifier: Apache-2.0
// What the rule files say, in memory: words, sides, actors, measures, rules.
#ifndef IMPOST_NEWS_LEXICON_H
#define IMPOST_NEWS_LEXICON_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "base/str.h"

#define NEWS_CLASSES  4000
#define NEWS_DATED    16
#define NEWS_SLOTS    8192 /* more than twice as many */
#define NEWS_ELEMENTS 16
#define NEWS_ATOMS    8
#define NEWS_PHRASE   6
#define NEWS_MATCHES  16 /* of a rule: patterns, those that forbid, examples */
#define NEWS_NOTS     32
#define NEWS_EXAMPLES 16
#define NEWS_CUES     12
#define NEWS_RULES    1000
#define NEWS_NONE     UINT16_MAX

/* A government and who speaks for it; the actor files say which there are, from 1 on. */
enum news_side { NEWS_NO_SIDE, NEWS_SIDES = 255 };

struct news_side_name {
  const char *code, *name;
  uint16_t class; /* its actors */
  uint8_t within; /* the union it is a member of; NEWS_NO_SIDE */
};

struct news_phrase { /* words that mean a class, and perhaps an actor, a venue or a day */
  uint64_t words[NEWS_PHRASE];
  uint8_t n;
  bool capital; /* stands for a name: its first letter must be large */
  bool actor;
  bool busy; /* it says who does what, or what with */
  uint16_t class;
  uint16_t ref;        /* actor, venue or fixed day */
  imp_day from, until; /* of a dated role */
};

/* What most phrases are passed over by: 16 bytes beside each other instead of the phrase itself. */
struct news_lead {
  uint64_t word; /* its word, or its first two as one (news_pair) */
  uint32_t phrase;
  bool fits; /* whatever stands behind, however it is written, and on any day */
};

struct news_leads { /* of phrases of one word, or of several, in their order */
  struct news_lead *items;
  uint32_t *heads; /* by word: where its phrases begin, and at last their end */
  uint32_t mask;
};

static inline uint64_t news_pair(uint64_t first, uint64_t second) {
  return first ^ (second << 1 | second >> 63);
}

struct news_actor {
  const char *name;
  enum news_side side;
  bool person;
  uint8_t sex; /* of a person: 0 the file does not say, 1 a man, 2 a woman */
  uint16_t class;
  imp_day heads_from, heads_until; /* heads a government in these days; until DAY_FIRST: never */
};

struct news_holiday { /* a feast whose day moves, with the days it fell on */
  imp_day days[24];
  uint8_t n;
};

/* A measure known by name, or a kind of measure whose key is made from what is named with it. */
struct news_measure {
  const char *key, *kind, *title;
  enum news_side competent; /* NEWS_NO_SIDE: either speaks for itself */
  enum news_side a, b;      /* of a measure by name: whom it concerns */
  bool template; /* the key has places: I who decides, T whom it hits, G goods, A and B, % */
  bool by_percent, by_target, by_good; /* of them: the key has the place */
  bool pair;                           /* A and B: both decide */
  uint16_t of;              /* by name: the kind it is one of, on the days below; NEWS_NONE */
  uint16_t noun, act, done; /* of a kind: classes of its mentions */
  uint16_t group[3];        /* and of its group's */
  uint16_t other;           /* by name: the kind it is of on all other days; NEWS_NONE */
  imp_day from, until;
  uint16_t good, states; /* by name: only on these goods, and told so; NEWS_NONE */
  int16_t sign;          /* how sure a reading of its kind is: thousandths */
};

struct news_dated { /* a kind told to be of one of these days is the measure */
  uint16_t measure, kind, good;
  imp_day from, until;
};

enum news_form_of_words { NEWS_NOUN, NEWS_ACT, NEWS_DONE, NEWS_LOOSE };

#define NEWS_TARGETS 8

struct news_mention { /* a measure spoken of: "a 25% tariff on steel from Canada" */
  uint16_t measure, at, n, head;
  uint16_t verb;   /* of what is said by a verb: its token */
  uint8_t form;    /* enum news_form_of_words */
  uint8_t imposer; /* NEWS_NO_SIDE: not named */
  uint8_t targets[NEWS_TARGETS], target_count;
  uint16_t strange;         /* a place or a name no file has stands with it, there; 0 */
  uint16_t good;            /* NEWS_NONE */
  int64_t percent, to, was; /* thousandths; to: behind "to", was: behind "from"; 0 */
  int64_t amount;           /* thousandths; -1: none */
  bool definite, worldwide, pronoun, own;
  bool lent;   /* its goods are those of the one before */
  bool vague;  /* "the controls", and none were spoken of */
  bool theirs; /* "on its steel": of whom it hits */
  bool them;   /* "a tariff on them": the goods spoken of last */
  bool lent_number;
  bool many;   /* its noun is: "tariffs" */
  bool sure;   /* who decides stands in its sentence */
  bool sent;   /* "on exports": whom they go to decides */
  bool told;   /* a clause behind it tells which it is: "the duties that Mr Trump left behind" */
  bool shared; /* stands for the subject of the clause before: "take effect in May and will rise" */
  bool bare;   /* no word but its number */
  bool named;  /* whom it hits stands with it */
  bool lent_imposer; /* who decides is that of the one before */
  bool odd_goods;    /* on goods no file has */
  bool each;         /* "deals with Peru and Chile": one with each of them */
  bool lent_goods;   /* the sentence before spoke of it */
  bool hazy;         /* nothing but its article can */
  bool compared;     /* "half the 20% that Japan pays" */
  bool both;         /* of each of the two: "both will lift their duties" */
  bool spared;       /* goods that it leaves out stand for it */
  uint8_t row;       /* one of rates in a row: the number of the measure that leads it + 1; 0 */
  bool good_before;  /* its goods are the only ones named before it: "the ban" */
  bool weak;         /* nothing in its sentence shows that trade is meant */
  bool
      loose; /* "the 39% rate", "10% on cars": a measure only by its number or by what was spoken of */
};

#define NEWS_MENTIONS 24

struct news_element {
  uint16_t atoms[NEWS_ATOMS];
  uint8_t count; /* 0: a gap */
  uint8_t gap;   /* of a gap: most tokens passed over */
  bool optional;
  bool voice;   /* the actor matched here is who says it */
  bool doer;    /* ... is whose act it is */
  bool struck;  /* ... is whom it hits */
  bool mention; /* the measure matched here is what it is about */
};

struct news_pattern {
  struct news_element at[NEWS_ELEMENTS];
  uint8_t n;
  uint8_t must[NEWS_ELEMENTS], must_count; /* those that must stand there: the rarest first */
};

struct news_deed { /* words that say a kind of measure without its noun, as a pattern (deeds.c) */
  struct news_pattern pattern;
  uint16_t measure;
  bool noun; /* they stand for its noun: "a charge of $50 a ton on Chinese ships" */
};

#define NEWS_DEED_KINDS 448 /* patterns of deeds in all files */

enum news_status {
  NEWS_DISCUSSED,
  NEWS_EXPECTED,
  NEWS_THREATENED,
  NEWS_FRAMEWORK,
  NEWS_CONFIRMED,
  NEWS_IN_FORCE,
  NEWS_SUSPENDED,
  NEWS_AVERTED,
  NEWS_UNCONFIRMED,
  NEWS_DENIED,
  NEWS_ANNOUNCED,
  NEWS_ENDED,
  NEWS_STATUSES
};
extern const char *const news_status_words[NEWS_STATUSES];

enum news_date_use {
  NEWS_DATE_NONE,
  NEWS_DATE_SAID,
  NEWS_DATE_EFFECTIVE,
  NEWS_DATE_EVENT,
  NEWS_DATE_EXPIRY,
  NEWS_DATE_BEFORE,
  NEWS_DATE_PERIOD,
  NEWS_DATE_SAME,
  NEWS_DATE_START,
  NEWS_DATE_UNTIL
};
enum news_number_use {
  NEWS_NUMBER_NONE,
  NEWS_NUMBER_PERCENT,
  NEWS_NUMBER_DURATION,
  NEWS_NUMBER_ZERO,
  NEWS_NUMBER_AMOUNT
};

struct news_cue { /* a verb a measure stands by (cycle.h) */
  uint16_t groups[4], classes[NEWS_ATOMS];
  uint16_t modes; /* bits of enum cycle_mode */
  uint8_t group_count, class_count;
  bool object, deed; /* deed: the measure is the verb itself */
};

struct news_example {
  const char *text;
  uint32_t line;
  bool must;
};

struct news_rule {
  const char *name, *file;
  uint32_t line;
  uint16_t measure; /* NEWS_NONE: the one that the pattern marks */
  uint16_t good;    /* of a kind: what is fixed by the rule */
  uint8_t imposer, target;
  enum news_status status;
  enum news_date_use date;
  enum news_number_use number;
  bool of_last;   /* of what was told last, by others (silence.c) */
  uint16_t last;  /* ... of this group alone; NEWS_NONE: any */
  bool condition; /* an if-clause is kept */
  bool goods;     /* read only where goods are named */
  bool step;      /* read only where the rate it goes to is told */
  uint32_t near;  /* read only where a word of each class stands close: bits of `nears` */
  bool outlet;    /* an aside of the outlet, whoever is being told of */
  uint8_t side;   /* of whom alone it is read, + 1; 0: anyone */
  uint8_t matches, nots, cues, example_count;
  struct news_pattern *match, *not ;
  struct news_cue *cue;
  struct news_example *examples;
};

enum news_sign { /* signs.inc */
#define NEWS_SIGN(id, name) NEWS_SIGN_##id,
#include "news/signs.inc"
#undef NEWS_SIGN
                 NEWS_SIGN_COUNT
};

struct
    news_signs { /* how sure a reading is: the weights of a logistic regression, in thousandths */
  bool known;    /* the files have them */
  int16_t base, weight[NEWS_SIGN_COUNT], status[NEWS_STATUSES];
  int16_t sure; /* hundredths from which on a reading counts as sure */
  const char *words[NEWS_SIGN_COUNT];
};

struct news_needle { /* of a pattern: classes without which it cannot match; NEWS_NONE: any */
  uint16_t first, second, rule;
  uint8_t pattern;
  bool about; /* it speaks of a measure that the sentence must name */
};

#define NEWS_NEARS 32 /* classes whose company rules ask for */

struct news_rules {
  struct arena arena;
  struct news_phrase *phrases;
  size_t phrase_count, phrase_cap;
  struct news_leads singles, pairs; /* of the phrases */
  const char *classes[NEWS_CLASSES];
  uint64_t class_hashes[NEWS_CLASSES]; /* of their names */
  uint16_t class_slots[NEWS_SLOTS];    /* by their hash: class + 1; 0: none */
  uint16_t class_count;
  uint16_t nears[NEWS_NEARS];
  uint8_t near_count;
  struct news_actor *actors;
  size_t actor_count, actor_cap;
  struct news_measure *measures;
  size_t measure_count, measure_cap;
  struct news_dated dated[NEWS_DATED];
  size_t dated_count;
  struct news_side_name sides[NEWS_SIDES];
  uint8_t side_count;    /* the first is nobody's */
  enum news_side levier; /* whose duties others speak of without naming it; NEWS_NO_SIDE */
  const char **goods;
  size_t good_count, good_cap;
  const char **venues;
  size_t venue_count, venue_cap;
  struct news_holiday *holidays;
  size_t holiday_count, holiday_cap;
  struct news_rule *rules;
  size_t rule_count, rule_cap;
  struct news_needle *needles; /* of all patterns, in the order of the rules */
  uint32_t needle_count;
  uint32_t *
      wanted; /* of each class, and NEWS_CLASSES for none: where those that cannot do without it begin in `waiting`, and the end */
  uint32_t *waiting; /* places in `needles` */
  struct news_deed *deeds;
  size_t deed_count, deed_cap;
  uint32_t *deed_wanted;  /* as `wanted`, of deeds */
  uint16_t *deed_waiting; /* places in `deeds` */
  uint16_t *cue_rules;    /* those that have cues, in their order */
  uint16_t cue_rule_count;
  bool cued[NEWS_CLASSES]; /* verbs of cues */
  bool has_cues;
  struct news_signs signs;
  uint16_t bare; /* the kind that a number alone may mean; NEWS_NONE */
  bool starved;  /* memory was out while a line was taken */
};

/* Has it a rate? Its key has room for one. */
static inline bool news_has_rate(const struct news_rules *r, uint16_t measure) {
  return strchr(r->measures[measure].key, '%') != NULL;
}
/* Is it of what one side promises another: purchases, investment? */
static inline bool news_is_promise(const struct news_rules *r, uint16_t measure) {
  return strcmp(r->classes[r->measures[measure].group[NEWS_NOUN]], "#promise") == 0;
}
/* Duties paid back. */
static inline bool news_pays_back(const struct news_rules *r, uint16_t measure) {
  return strcmp(r->measures[measure].kind, "refunds") == 0;
}

/* Classes that the code itself asks for: classes.inc. */
enum news_class {
#define NEWS_OWN_CLASS(id, name) NC_##id,
#include "news/classes.inc"
#undef NEWS_OWN_CLASS
  NC_FILLED
};

/* What a word of the calendar or a numeral in words is; the table in rules.c has them all. */
enum news_calendar {
  CAL_MONTH = 1,    /* to 12 */
  CAL_WEEKDAY = 20, /* Monday, to 26 */
  CAL_TODAY = 30,
  CAL_TOMORROW,
  CAL_YESTERDAY,
  CAL_SPRING = 40,
  CAL_SUMMER,
  CAL_AUTUMN,
  CAL_WINTER,
  CAL_DAY = 50,
  CAL_WEEK,
  CAL_MONTH_WORD,
  CAL_YEAR,
  CAL_WEEKEND,
  CAL_THIS = 60,
  CAL_NEXT,
  CAL_LAST,
  CAL_EARLY,
  CAL_LATER,
  CAL_PERCENT = 70,
  CAL_PER,
  CAL_CENT,
  CAL_END = 74,
  CAL_QUARTER,
  CAL_ORDER, /* first, to 79 */
  CAL_IN = 80,
  CAL_WEIGHT,
  CAL_COUNT = 100, /* + the number, to 90 */
  CAL_HUNDRED = 200
};

enum imp_status news_rules_read(const char *folder, struct news_rules **out, struct imp_error *err);
void news_rules_free(struct news_rules *r);
uint16_t news_class_find(const struct news_rules *r, struct str name); /* NEWS_NONE */

#endif
