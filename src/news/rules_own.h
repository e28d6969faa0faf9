// SPDX-License-Identifier: Apache-2.0
// What the readers of the rule files share.
#ifndef IMPOST_NEWS_RULES_OWN_H
#define IMPOST_NEWS_RULES_OWN_H

#include "news/news_own.h"

struct rule_room { /* what stands in the lines of a rule, until it is closed */
  struct news_pattern match[NEWS_MATCHES], not [NEWS_NOTS];
  struct news_cue cue[NEWS_CUES];
  struct news_example examples[NEWS_EXAMPLES];
};

struct file {
  struct news_rules *r;
  const char *name;
  uint32_t line;
  struct news_rule *rule; /* the rule whose lines are read */
  struct rule_room room;  /* ... of which its patterns are part */
  struct imp_error *err;
};

enum imp_status rules_wrong(const struct file *f, const char *what, struct str near);
/* Next word, or what stands between quotation marks. False: the line has ended. */
bool rules_word(struct str *rest, struct str *word, bool *quoted);
uint16_t rules_class(struct news_rules *r,
                     struct str name); /* made when there is none; NEWS_NONE */
bool rules_phrase(struct news_rules *r, struct str text, uint16_t class, uint16_t ref,
                  struct news_phrase **out);
bool rules_side(const struct news_rules *r, struct str s, enum news_side *out);
uint16_t rules_good(const struct news_rules *r, struct str s);    /* NEWS_NONE */
uint16_t rules_measure(const struct news_rules *r, struct str s); /* NEWS_NONE */
uint16_t rules_actor(const struct news_rules *r, uint16_t class); /* NEWS_NONE */

/* needles.c: after all files are read; false: no memory. */
bool rules_index_needles(struct news_rules *r);
enum imp_status rules_take_class(struct file *f, struct str rest);
enum imp_status rules_take_side(struct file *f, struct str rest);
enum imp_status rules_take_member(struct file *f, struct str rest);
enum imp_status rules_take_levier(struct file *f, struct str rest);
enum imp_status rules_take_actor(struct file *f, struct str rest);
enum imp_status rules_take_role(struct file *f, struct str rest);
enum imp_status rules_take_also(struct file *f, struct str rest);
enum imp_status rules_take_head(struct file *f, struct str rest);
enum imp_status rules_take_office(struct file *f, struct str rest);
enum imp_status rules_take_venue(struct file *f, struct str rest);
enum imp_status rules_take_holiday(struct file *f, struct str rest);
enum imp_status rules_take_maker(struct file *f, struct str rest);
enum imp_status rules_take_good(struct file *f, struct str rest);
enum imp_status rules_take_kind(struct file *f, struct str rest);
enum imp_status rules_take_act(struct file *f, struct str rest);
enum imp_status rules_take_done(struct file *f, struct str rest);
enum imp_status rules_take_deed(struct file *f, struct str rest);
enum imp_status rules_take_noun(struct file *f, struct str rest);
enum imp_status rules_take_pattern(struct file *f, struct str rest, struct news_pattern *p);
enum imp_status rules_take_loose(struct file *f, struct str rest);
enum imp_status rules_take_measure(struct file *f, struct str rest);
enum imp_status rules_take_dated(struct file *f, struct str rest);
enum imp_status rules_take_rule(struct file *f, struct str rest);
enum imp_status rules_take_sign(struct file *f, struct str rest); /* signs.c */
enum imp_status rules_take_line(struct file *f, struct str key, struct str rest);
enum imp_status rules_close(struct file *f);

#endif
