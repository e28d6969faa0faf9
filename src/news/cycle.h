// SPDX-License-Identifier: Apache-2.0
// The verbs that measures stand by: read by cues.c, used by cycle.c.
#ifndef IMPOST_NEWS_CYCLE_H
#define IMPOST_NEWS_CYCLE_H

#include "news/subjects.h"

/* How far a verb goes; a cue names the modes it is for. The words for them are in cycle_modes. */
enum cycle_mode {
  CYCLE_DONE = 1,      /* "lifted", "has been lifted", "is lifted" */
  CYCLE_NOW = 2,       /* "lifts", "lift" */
  CYCLE_BEING = 4,     /* "is lifting" */
  CYCLE_WILL = 8,      /* "will lift", "is to be lifted" */
  CYCLE_MIGHT = 16,    /* "could lift" */
  CYCLE_THREAT = 32,   /* "threatened to lift" */
  CYCLE_EXPECT = 64,   /* "is expected to lift" */
  CYCLE_AGREE = 128,   /* "agreed to lift" */
  CYCLE_NEVER = 256,   /* "will not lift" */
  CYCLE_UNDONE = 512,  /* "has not lifted" */
  CYCLE_OFF = 1024,    /* done to what was only threatened: "the planned duty was dropped" */
  CYCLE_LULLED = 2048, /* done to its suspension: "prolonged the suspension of" */
  CYCLE_GRANTED = 4096 /* no verb tells of it: "the 50% American duty on shrimp has cost jobs" */
};

#define CYCLE_COMES (CYCLE_NOW | CYCLE_BEING | CYCLE_WILL)
#define CYCLE_AS_IS (CYCLE_DONE | CYCLE_NOW | CYCLE_BEING | CYCLE_WILL)

struct cycle { /* a sentence, and the verbs in it that a cue knows */
  const struct news_sentence *s;
  const char *text;
  bool led[NEWS_SENTENCE]; /* a word that tells how a verb is meant, or may stand among such */
  uint16_t deeds[NEWS_SENTENCE]; /* the longest hit that begins at a token; NEWS_NONE */
};

struct cycle_verb {            /* a verb a measure stands by */
  const struct news_hit *deed; /* NULL: none that is understood, or the measure itself is it */
  uint32_t from, to;           /* of the whole group of verbs */
  uint16_t mode;               /* 0: nothing that is read */
  bool object;                 /* of a passive too; else the measure is its subject */
  uint32_t doer; /* token of whoever does it, in a clause that tells more; UINT32_MAX */
  bool apart;    /* of a clause between commas that is told for itself */
};

void cycle_begin(const struct news_reader *d, struct cycle *c);
/* The verb whose object the mention is, the one it is the subject of, and that of a clause that tells more of it. */
bool cycle_object(const struct cycle *c, const struct news_mention *x, struct cycle_verb *out);
void cycle_subject(const struct cycle *c, const struct news_mention *x, struct cycle_verb *main,
                   struct cycle_verb *aside);
/* said.c: the verb that says the measure itself. */
bool cycle_said(const struct news_reader *d, const struct cycle *c, const struct news_mention *x,
                struct cycle_verb *out);
/* granted.c: a duty that tells all of itself, and nothing in the sentence says that it is not there. */
bool cycle_granted(const struct news_reader *d, const struct news_mention *x);
/* A conditional, a doubt or a denial goes before it in its clause. */
bool cycle_is_open(const struct cycle *c, uint32_t at, const struct cycle_verb *verb);
/* "under which", "under the accord" goes before it: what comes is part of an understanding. */
bool cycle_is_under(const struct cycle *c, uint32_t at);

/* Reads what no pattern of a sentence has spoken of; `first`: its first statement. */
void news_cycle_read(struct news_reader *d, uint32_t base, size_t first);
/* read.c: makes a statement of a match. */
void news_state(struct news_reader *d, uint16_t rule, const struct news_match *m, uint32_t base,
                size_t first);

#endif
