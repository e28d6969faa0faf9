// SPDX-License-Identifier: Apache-2.0
// Who the subject of a verb of saying is: what the files that look for it ask of each other.
#ifndef IMPOST_NEWS_SUBJECTS_H
#define IMPOST_NEWS_SUBJECTS_H

#include "news/news_own.h"

struct news_subject {
  uint32_t at; /* token of the sentence */
  uint16_t actor;
  const char *unknown;
  enum news_side side;
  bool source; /* people nobody names */
  bool lost;   /* somebody, and nobody knows who */
};

/* "according to", and no verb of two words: "pointed out". */
static inline bool news_according(const struct news_sentence *s, const struct news_hit *verb) {
  return news_word_is(&s->tokens[verb->at], "according");
}

/* subjects.c. `base`: first token of the sentence that is marked. False: nobody. */
bool news_subject_find(struct news_reader *d, uint32_t base, const struct news_hit *verb,
                       struct news_subject *out);
bool news_person_opens(const struct news_reader *d, uint32_t base, uint32_t before,
                       uint16_t *actor);
bool news_body_opens(const struct news_reader *d, uint32_t base, uint16_t *actor);
bool news_is_mark(const struct news_reader *d, uint32_t at, char c);
/* Past "on Friday", "in a statement" behind a verb of saying. */
uint32_t news_past_adjunct(const struct news_reader *d, uint32_t base, uint32_t at);
enum news_side news_side_of(const struct news_reader *d, uint16_t actor);
/* The side of the last name in [from, to). */
enum news_side news_side_in(const struct news_reader *d, uint32_t from, uint32_t to);
bool news_possessed(const struct news_reader *d, uint32_t at); /* 's stands there */

/* names.c: names no file has, whose words end before, or begin at, a token. */
bool news_name_before(struct news_reader *d, uint32_t base, uint32_t end, struct news_subject *out);
void news_names_mark(struct news_reader *d, uint32_t base);
void news_names_note(struct news_reader *d, uint32_t base);
bool news_is_known(const struct news_reader *d,
                   uint64_t word); /* the first or last word of a name met before */
bool news_name_at(struct news_reader *d, uint32_t base, uint32_t at, struct news_subject *out);
bool news_name_apposed(struct news_reader *d, uint32_t base, uint32_t verb,
                       struct news_subject *out);
/* A minister no file names, with the country, at the head of the sentence: "he" is that one. */
bool news_name_opens(struct news_reader *d, uint32_t base, struct news_subject *out);

static inline void news_subject_of(const struct news_who *w, uint32_t at,
                                   struct news_subject *out) {
  *out = (struct news_subject){.at = at, .actor = w->actor, .unknown = w->unknown, .side = w->side};
}

/* titles.c: "the minister said", "the Americans said". */
/* The person behind what belongs to a title at the place: "Treasury Secretary NAME"; NULL: none. */
const struct news_hit *news_titled(const struct news_reader *d, uint32_t base, uint32_t from);
bool news_title_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                       struct news_subject *out);
/* Whose minister a name no file has is, where no word tells it. */
void news_minister_side(struct news_reader *d, uint32_t base, uint32_t verb,
                        struct news_subject *who);
bool news_people_before(const struct news_reader *d, uint32_t verb, struct news_subject *out);

/* bodies.c: bodies of a government, and people nobody names. */
bool news_body_at(const struct news_reader *d, uint32_t base, const struct news_hit *body,
                  uint32_t high, uint32_t verb, struct news_subject *out);
bool news_body_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                      struct news_subject *out);
/* The body, or who speaks for it, that the sentence begins with: "A spokeswoman for the Treasury declined". */
bool news_body_heads(const struct news_reader *d, uint32_t base, struct news_subject *out);
/* body_acts.c: marks bodies that act as actors: "its commerce ministry has threatened". */
void news_bodies_act(struct news_reader *d, uint32_t base);
bool news_body_of(const struct news_reader *d, enum news_side side, uint32_t at,
                  struct news_subject *out); /* a side's own body */
bool news_behind(struct news_reader *d, uint32_t base, uint32_t from, struct news_subject *out);
bool news_source_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                        struct news_subject *out);

/* The actor whose name ends nearest before `end`, at most `far` tokens away, outside quotations; NULL. */
const struct news_hit *news_actor_before(const struct news_reader *d, uint32_t base, uint32_t end,
                                         uint32_t far);
/* Between a subject and its verb: "has also", "on Friday", "repeatedly". */
bool news_may_lie_between(const struct news_reader *d, uint32_t at);

/* papers.c */
/* "brokers said", "a fact sheet the White House published says": a plain noun before the verb, or a paper. */
bool news_noun_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                      struct news_subject *out);
bool news_sheet_by(const struct news_sentence *s, const struct news_hit *paper);
bool news_sheet_again(const struct news_reader *d, uint32_t end, struct news_subject *out);
bool news_sheet_opens(const struct news_reader *d, uint32_t at, struct news_subject *out);
void news_sheet_note(struct news_reader *d, const struct news_who *who);
/* The body named in [low, high): an actor of the files that is none, its office, whoever the side is. */
bool news_body_named(const struct news_reader *d, uint32_t low, uint32_t high,
                     struct news_subject *out);
/* A ministry with its government's name before it begins the sentence. */
bool news_office_opens(const struct news_reader *d, uint32_t base, struct news_who *who);
/* The sentence begins with an agency that no file names, which is not the one meant. */
bool news_agency_opens(const struct news_reader *d, const struct news_who *meant);
bool news_speaks_itself(const struct news_reader *d, uint32_t before);
/* Who begins the main clause behind an if-clause at the head of the sentence. */
bool news_main_opens(const struct news_reader *d, uint32_t before, struct news_who *who);

/* pronouns.c */
/* Whose "the ministry" is where one government's alone has been called so; NULL. */
const struct news_who *news_body_called(const struct news_reader *d, uint32_t at);
void news_mind_begin(struct news_mind *m);
void news_mind_sentence(struct news_reader *d, const struct news_who *subject, uint8_t herald);
/* Whether one who speaks for others stands in [from, to): 0 no, 1 a man, 2 a woman, 3 either; *at: where. */
uint8_t news_herald_in(const struct news_sentence *s, uint32_t from, uint32_t to, uint32_t *at);
void news_mind_titles(struct news_reader *d);
void news_pronoun_acts(struct news_reader *d);
/* "the 25% tariffs he put on both countries" */
void news_pronoun_decides(struct news_reader *d);
bool news_is_pronoun(const struct news_sentence *s, uint32_t at);
bool news_prime_minister(const struct news_sentence *s, uint32_t end);
bool news_pronoun_means(const struct news_reader *d, uint32_t at, struct news_who *out);

/* clauses.c: the sentence at the place marked, with the words that stand for others. */
/* Moves the match to the measure beside its own; false: none. */
bool news_beside(struct news_reader *d, struct news_match *m);
/* shared.c: "each other's goods". */
bool news_is_mutual(const struct news_sentence *s, const struct news_mention *m);
bool news_on_both(const struct news_sentence *s, const struct news_mention *m);
/* figures.c: makes of a statement the one of the number listed beside its own, "5% and 10%"; false: there is none. */
/* The rate of a statement, in thousandths of a percent. */
void news_put_percent(struct news_reader *d, struct news_statement *st, int64_t milli);
void news_put_amount(struct news_reader *d, struct news_statement *st, int64_t milli);
bool news_next_number(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                      uint32_t base);
/* conditions.c: another clause begins there, ", and". */
bool news_clause_at(const struct news_sentence *s, uint32_t at);
void news_share_target(struct news_reader *d, const struct news_match *m);
void news_clause_mark(struct news_reader *d, uint32_t base, uint32_t end);
/* Where the words that name the speaker begin: "Trade Minister Mary Smith said"; tokens of the paragraph. */
uint32_t news_name_start(const struct news_reader *d, uint32_t base, uint32_t subject);
/* What a voice covers ends where another's clause begins. */
void news_voices_part(struct news_reader *d, uint32_t base, uint32_t first);

/* forbid.c: the match of the pattern says nothing, by what stands in it or around it. */
/* What the rule forbids touches the match. */
bool news_is_barred(const struct news_reader *d, const struct news_rule *rule,
                    const struct news_match *m);
bool news_forbidden(const struct news_reader *d, const struct news_rule *rule,
                    const struct news_pattern *p, const struct news_match *m);
/* read.c: the rules, over the sentence that is marked. */
void news_read_sentence(struct news_reader *d, uint32_t base);

/* saying_verbs.c: the verb of saying that stands at a place; NULL: none. */
const struct news_hit *news_saying_at(const struct news_reader *d, uint32_t base, uint32_t at);
/* ... "did not say when"; "in a video posted online, said": what stands before did not say it; "that" or a name that will follows; "responded
 * by suspending"; "the controls it announced": which. */
bool news_says_not(const struct news_reader *d, const struct news_hit *verb);
bool news_says_behind(const struct news_reader *d, uint32_t base, uint32_t behind);
bool news_tells_that(const struct news_reader *d, uint32_t behind);
bool news_does_by(const struct news_reader *d, uint32_t behind);
bool news_tells_which(const struct news_reader *d, uint32_t at);
/* sayings.c: the clause at `at`, behind the comma of a saying, shares the "would" of what was said before its verb; the name
 * at `subject` is only what something is compared with. */
bool news_shares_will(const struct news_reader *d, uint32_t verb, uint32_t at);
bool news_only_compares(const struct news_reader *d, uint32_t base, uint32_t subject);
/* ... "said, citing the ministry", "quoted NAME as saying". */
bool news_cited(struct news_reader *d, uint32_t base, uint32_t behind, struct news_subject *out);
bool news_quoted_as(struct news_reader *d, uint32_t base, const struct news_hit *verb,
                    struct news_subject *out);

/* quotes.c: the quotations of the paragraph; whose they are, once its voices are found. */
void news_quotes_find(struct news_reader *d);
void news_quotes_keep(struct news_reader *d);

/* leads.c: past the dateline, the time, the number or "Q:" at the head of a paragraph; *name: bytes of the name of
 * whoever speaks there in a transcript, or 0. */
bool news_is_asked(struct str text, uint32_t from, uint32_t to); /* begins with "Q:" */
uint32_t news_lead(struct str text, uint32_t from, uint32_t to, uint32_t *name);

/* menaces.c: whose a threat is that is told as a noun; NEWS_OUTLET: nobody's. "The cabinet approved": a deed, nobody's word. */
uint16_t news_joined_menace(const struct news_reader *d, const struct news_match *m, uint32_t base);
uint16_t news_menace_of(const struct news_reader *d, const struct news_match *m, uint32_t base);
void news_own_menace(struct news_reader *d, struct news_statement *st, const struct news_match *m);
bool news_only_approves(const struct news_reader *d, const struct news_hit *who);

/* onward.c: whose words the sentence goes on with, which has no verb of saying; NULL: nobody's. */
const struct news_voice *news_voice_onward(const struct news_reader *d,
                                           const struct news_statement *st,
                                           const struct news_match *m, uint32_t base);
/* ... a paragraph ends. */
void news_onward_keep(struct news_reader *d);

/* attribute.c: speaker, side, venue and path of a statement whose rule matched. */
void news_set_speaker(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                      uint32_t base);
/* "Trump signed an order that": who orders says so. */
void news_credit(const struct news_reader *d, struct news_statement *st,
                 const struct news_match *m);
/* False: what is told of another says nothing of its own. */
bool news_settle_hearsay(const struct news_reader *d, struct news_statement *st,
                         const struct news_match *m);

#endif
