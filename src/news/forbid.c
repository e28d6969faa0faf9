// SPDX-License-Identifier: Apache-2.0
// What forbids a rule whose pattern was found: its own words, a no, another clause inside, what nobody has said or decided.
#include <string.h>

#include "news/subjects.h"

#define COMPANY 4 /* sentences within which the company a rule asks for counts */

/* "Taiwan plans", "the EU will": a government and what it will do. */
static bool acts(const struct news_sentence *s, uint32_t at) {
  if (news_word_is(&s->tokens[at], "the")) at++;
  const struct news_hit *h = news_hit_at(s, NC_ACTOR, at);
  uint32_t end = h != NULL ? (uint32_t)h->at + h->n : 0;
  return h != NULL && end < s->count &&
         (news_hit_at(s, NC_WILL, end) != NULL || news_hit_at(s, NC_PROMISE_TO, end) != NULL ||
          news_hit_at(s, NC_MIGHT, end) != NULL || news_hit_at(s, NC_READY, end) != NULL);
}

/* "but the lower rate", "but that it": a clause of its own, and not "preliminary but useful". */
static bool opens_clause(const struct news_sentence *s, uint32_t at) {
  return s->np[at] == NEWS_NP(NC_NP_THE) || s->np[at] == NEWS_NP(NC_NP_ITS) ||
         s->np[at] == NEWS_NP(NC_NP_IT) || news_word_is(&s->tokens[at], "that");
}

/* Another clause begins inside: "; ", ", unless". What a rule finds on both sides of it are two things. */
static bool crosses(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"unless",   "but",    "while",   "whereas",
                                      "although", "though", "because", "when"};
  static const char *const turns[] = {"while", "whereas", "although", "because", "but"};
  for (uint32_t at = m->from; at + 1 < m->to; at++) {
    bool while_there =
        at > m->from && NEWS_IN(&s->tokens[at], turns) &&
        (news_word_is(&s->tokens[at], "while") || news_word_is(&s->tokens[at], "whereas") ||
         news_word_is(&s->tokens[at], "although") || news_word_is(&s->tokens[at], "because") ||
         (news_word_is(&s->tokens[at], "but") && opens_clause(s, at + 1)));
    if (while_there) return true;
    if (s->tokens[at].kind != NEWS_MARK || s->tokens[at].n != 1) continue;
    if (s->tokens[at].hash == news_word_hash(";", 1)) return true;
    if (NEWS_IN(&s->tokens[at + 1], words)) return true;
    if (at + 3 < m->to && news_word_is(&s->tokens[at + 1], "and") &&
        (news_word_is(&s->tokens[at + 2], "that") || acts(s, at + 2)))
      return true;
  }
  return false;
}

static bool is_gerund(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  return at < d->s->count && t->kind == NEWS_WORD && t->n > 5 &&
         memcmp(d->text->text.p + t->at + t->n - 3, "ing", 3) == 0;
}

/* "hopes that Washington, after lowering its tariff": the verb before the comma and what stands in the clause are two things. */
static bool crosses_gerund(const struct news_reader *d, const struct news_match *m) {
  static const char *const words[] = {"after",   "before",  "while", "without",
                                      "despite", "instead", "by",    "since"};
  static const char *const plain[] = {"after", "before"}; /* ... without a comma too */
  const struct news_sentence *s = d->s;
  if (!NEWS_MAY_HOLD(s, words)) return false;
  for (uint32_t at = m->from + 1u; at + 2 < m->to; at++) {
    bool mark = s->tokens[at].kind == NEWS_MARK;
    uint32_t verb = at + 2u + news_word_is(&s->tokens[at + 1], "instead");
    bool leads = mark ? NEWS_IN(&s->tokens[at + 1], words) : NEWS_IN(&s->tokens[at + 1], plain);
    if (leads && is_gerund(d, verb)) return true;
  }
  return false;
}

/* "while denying that it was softer, allowed its tariff to lapse": another verb stands behind the comma. */
static bool denies_elsewhere(const struct news_rule *rule, const struct news_reader *d,
                             const struct news_match *m) {
  if (rule->status != NEWS_DENIED || m->mention == NEWS_NONE) return false;
  const struct news_sentence *s = d->s;
  uint32_t head = s->mentions[s->hits[m->mention].ref].at;
  for (uint32_t at = m->from + 1u; at + 1 < head && at + 1 < m->to; at++) {
    const struct news_token *t = &s->tokens[at + 1];
    if (s->tokens[at].kind != NEWS_MARK || t->kind != NEWS_WORD || t->n < 4) continue;
    if (memcmp(d->text->text.p + t->at + t->n - 2, "ed", 2) == 0 &&
        news_hit_at(s, NC_NEGATION, at + 1) == NULL && news_hit_at(s, NC_UNSURE, at + 1) == NULL)
      return true;
  }
  return false;
}

/* "kept pressure on Iraq, threatening a duty": not Iraq threatens. */
static bool hangs_elsewhere(const struct news_reader *d, const struct news_match *m) {
  static const char *const words[] = {"on",     "against", "with", "upon",
                                      "toward", "towards", "from", "to"};
  const struct news_sentence *s = d->s;
  uint16_t actor = m->voice != NEWS_NONE ? m->voice : m->doer;
  if (actor == NEWS_NONE) return false;
  const struct news_hit *h = &s->hits[actor];
  uint32_t end = (uint32_t)h->at + h->n;
  if (end + 1 >= s->count || s->tokens[end].kind != NEWS_MARK || !is_gerund(d, end + 1))
    return false;
  uint32_t led = h->at > 0 && news_word_is(&s->tokens[h->at - 1], "the") ? h->at - 1u : h->at;
  for (size_t i = 0; led > 0 && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[led - 1], words[i])) return true;
  return false;
}

static bool asks_no(const struct news_pattern *p) {
  for (uint8_t k = 0; k < p->n; k++)
    for (uint8_t a = 0; a < p->at[k].count; a++)
      if (p->at[k].atoms[a] == NC_NEGATION) return true;
  return false;
}

/* "will answer if Washington raises its duties": what stands behind the if is not what will be done. */
static bool behind_if(const struct news_sentence *s, const struct news_pattern *p,
                      const struct news_match *m) {
  if (m->mention == NEWS_NONE || m->from + 1u >= s->hits[m->mention].at) return false;
  for (uint8_t k = 0; k < p->n; k++)
    for (uint8_t a = 0; a < p->at[k].count; a++)
      if (p->at[k].atoms[a] == NC_IF) return false;
  for (uint16_t i = s->heads[NC_IF]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at > m->from && s->hits[i].at < s->hits[m->mention].at &&
        news_word_is(&s->tokens[s->hits[i].at], "if")) {
      uint32_t at = s->hits[i].at;
      while (at < s->hits[m->mention].at && s->tokens[at].kind != NEWS_MARK) at++;
      if (at >= s->hits[m->mention].at) return true;
    }
  return false;
}

/* "gave no details of when": nor when. */
static bool asks_when(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"of", "about", "say", "saying", "asked"};
  static const char *const asks[] = {"when", "how"};
  return NEWS_IN(&s->tokens[at], asks) && NEWS_IN(&s->tokens[at - 1], words);
}

/* "It was not clear on Friday when": nor that. */
static bool not_known(const struct news_sentence *s, uint32_t at) {
  static const char *const asks[] = {"when", "how", "if", "where"};
  if (!NEWS_IN(&s->tokens[at], asks)) return false;
  for (uint32_t k = at; k > 1 && k + 6u > at; k--)
    if (news_in_class(s, NC_SURE, k - 1))
      return news_has(s, NC_NEGATION, k > 3 ? k - 3u : 0, k - 1u);
  return false;
}

/* "asked if he would": nobody has said so. */
static bool wondered(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"asked", "asking", "ask",   "asks", "wonder",  "wondered",
                                      "know",  "see",    "clear", "say",  "unclear", "pressed"};
  static const char *const asks[] = {"when", "how", "if"};
  if (!NEWS_MAY_HOLD(s, asks)) return false;
  for (uint32_t at = m->from > 10 ? m->from - 10u : 1; at < m->to; at++) {
    if (asks_when(s, at)) return true;
    if (!news_word_is(&s->tokens[at], "if") || !NEWS_IN(&s->tokens[at - 1], words)) continue;
    uint32_t k = at;
    while (k < m->from && s->tokens[k].kind != NEWS_MARK) k++;
    if (k >= m->from) return true;
  }
  return false;
}

/* A word of the class in the match, and not in what it leaps over: "Thai makers, who had feared a 36% duty, face 19%". */
static bool has_within(const struct news_sentence *s, uint16_t class, const struct news_match *m) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at;
    if (at >= m->from && at < m->to && !news_lies_apart(s, at, m->to)) return true;
  }
  return false;
}

/* "would have imposed", "Had Canada lifted", "fear that": nobody says it is so. */
static bool supposed(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from > 2 ? m->from - 2u : 0; at + 2 < m->to; at++) {
    bool would = news_word_is(&s->tokens[at], "would") || news_word_is(&s->tokens[at], "could") ||
                 news_word_is(&s->tokens[at], "might");
    if (would && news_word_is(&s->tokens[at + 1], "have") &&
        !news_word_is(&s->tokens[at + 2], "to"))
      return true;
    bool must = would && (news_word_is(&s->tokens[at + 1], "have") ||
                          news_word_is(&s->tokens[at + 1], "need"));
    if (must && at + 3 < m->to && news_hit_at(s, NC_OWES, at + 3) == NULL)
      return true; /* "would have to lift its duties": what it would take */
  }
  for (uint32_t at = m->from; at > 2 && at + 6u > m->from; at--) /* "as soon as Washington" */
    if (news_word_is(&s->tokens[at - 1], "as") && news_word_is(&s->tokens[at - 2], "soon"))
      return true;
  if (has_within(s, NC_SUPPOSED, m)) return true; /* "would be wise to cut" */
  bool opens = news_word_is(&s->tokens[0], "had") || news_word_is(&s->tokens[0], "were");
  for (uint32_t at = m->from; at > 0; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK) return false;
    if (at + 12u > m->from && news_hit_at(s, NC_SUPPOSED, at - 1) != NULL) return true;
  }
  return opens;
}

/* "has not said that", "did not say when": what follows is not stated. */
static bool nothing_said(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from; at > 1 && at + 10u > m->from; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK) return false;
    if (news_word_is(&s->tokens[at - 1], "to") && news_word_is(&s->tokens[at - 2], "yet"))
      return true;                                           /* "has yet to confirm that" */
    bool that = news_hit_at(s, NC_SAY_THAT, at - 1) != NULL; /* "has not confirmed a report that" */
    if (news_hit_at(s, NC_SAY, at - 1) == NULL && !that) continue;
    uint32_t low = at > 4 ? at - 4 : 0;
    if (that &&
        (news_word_is(&s->tokens[at - 1], "denied") || news_word_is(&s->tokens[at - 1], "denies") ||
         news_word_is(&s->tokens[at - 1], "denying")))
      return true; /* "denied that it had stopped buying" */
    if (that && !news_has(s, NC_NEGATION, low, at - 1)) continue;
    return news_has(s, NC_NEGATION, low, at - 1) && s->tokens[low].quote == s->tokens[at].quote;
  }
  return false;
}

/* "disputed this, saying Mexico had": what is said behind the comma is another clause. */
static bool goes_on_saying(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from + 1u; at < m->to; at++)
    if (s->tokens[at - 1].kind == NEWS_MARK && !s->tokens[at].capital &&
        news_hit_at(s, NC_SAY, at) != NULL)
      return true;
  return false;
}

/* "Asked whether it would retaliate, the ministry ruled it out": behind the comma somebody answers; 0: nobody was asked. */
static uint32_t answer_from(const struct news_sentence *s) {
  uint32_t at = 0;
  if (!news_word_is(&s->tokens[0], "asked") && !news_word_is(&s->tokens[0], "pressed")) return 0;
  while (at < s->count && s->tokens[at].kind != NEWS_MARK) at++;
  return at < s->count ? at : 0;
}

/* "arguments on whether he may impose", "asked whether China would": a question, and no weighing of it. */
static bool is_asked(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"on",   "of",    "about", "over",     "decide",
                                      "rule", "asked", "say",   "question", "reporters"};
  return at > 0 && NEWS_IN(&s->tokens[at - 1], words);
}

/* "whether their truce, which runs until May, will be extended": what the clause between commas tells is no question. */
static bool told_aside(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from + 1u; at < m->to; at++)
    if (s->tokens[at - 1].kind == NEWS_MARK && news_word_is(&s->tokens[at], "which")) return true;
  return false;
}

/* Where a no before the place may stand that is one of its clause: not in "If it does not, ...". */
static uint32_t not_before(const struct news_sentence *s, uint32_t from) {
  uint32_t low = from;
  while (low > 0 && low + 2 > from && s->tokens[low - 1].kind != NEWS_MARK) {
    low--; /* "beef but not sugar, which pays" */
    if (low > 0 && news_word_is(&s->tokens[low], "not") && news_word_is(&s->tokens[low - 1], "but"))
      return low + 1;
  }
  return low;
}

/* "if Washington puts a 30% duty on them": what an if-clause tells is not so. */
static bool in_condition(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from; at > 0 && at + 14u > m->from; at--) {
    if (s->tokens[at - 1].kind != NEWS_WORD && s->tokens[at - 1].kind != NEWS_NUMERAL) return false;
    if (news_word_is(&s->tokens[at - 1], "if") || news_word_is(&s->tokens[at - 1], "unless"))
      return true;
  }
  return false;
}

/* "until the tariff has fallen to 15%": it has not yet. */
static bool awaited(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"until", "till", "once", "unless"};
  bool led = false, now = false;
  for (size_t i = 0; m->from > 0 && i < sizeof words / sizeof *words; i++)
    led = led || news_word_is(&s->tokens[m->from - 1], words[i]);
  for (uint32_t at = m->from; led && at < m->to; at++)
    now = now || news_word_is(&s->tokens[at], "has") || news_word_is(&s->tokens[at], "have") ||
          news_word_is(&s->tokens[at], "is") || news_word_is(&s->tokens[at], "are");
  return now;
}

/* "hopes the tariffs will be lifted": a wish, where the rule does not speak of it itself; a deal hoped for is expected. */
static bool wished(const struct news_reader *d, const struct news_match *m) {
  static const char *const other[] = {"before", "after", "until", "since", "when", "because"};
  const struct news_sentence *s = d->s;
  if (m->mention == NEWS_NONE) return false;
  if (d->r->measures[s->mentions[s->hits[m->mention].ref].measure].pair) return false;
  for (uint32_t at = m->from; at > 0 && at + 10 > m->from; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK || NEWS_IN(&s->tokens[at - 1], other)) return false;
    if (news_hit_at(s, NC_WISHES, at - 1) != NULL) return true;
  }
  return false;
}

/* "announced a delay: the duty will": behind a colon or a semicolon somebody else's act is told. */
static bool passes_colon(const struct news_reader *d, const struct news_match *m) {
  if (m->mention == NEWS_NONE || m->struck != NEWS_NONE) return false;
  uint32_t head = d->s->mentions[d->s->hits[m->mention].ref].at;
  for (uint32_t at = m->from; at < head; at++) {
    if (d->s->tokens[at].kind != NEWS_MARK) continue;
    char sign = d->text->text.p[d->s->tokens[at].at];
    bool says = at > 0 && news_hit_at(d->s, NC_SAY, at - 1) != NULL;
    if (sign == ';' || (sign == ':' && !says)) return true;
  }
  return false;
}

/* "goods that do not meet the rules pay", "goods not covered by the pact": of the goods, not of the deed. */
static bool tells_which(const struct news_sentence *s, uint32_t at) {
  bool known = false;
  for (uint32_t k = at + 1; k < at + 3 && k < s->count; k++)
    known = known || news_in_class(s, NC_QUALIFIES, k);
  uint32_t low = at > 4 ? at - 4 : 0; /* "goods that do not", "goods not" */
  bool led = false;
  for (uint32_t k = low; k < at; k++)
    led = led || news_in_class(s, NC_WARES, k) || news_in_class(s, NC_GOOD, k) ||
          news_in_class(s, NC_MAKERS, k) || news_word_is(&s->tokens[k], "those");
  return known && led && !news_has(s, NC_WILL, low, at) && !news_has(s, NC_MIGHT, low, at) &&
         !news_has(s, NC_MUST, low, at);
}

/* "goods that do not qualify have been charged": the no says which goods, and their own verb comes behind. */
static bool no_of_clause(const struct news_sentence *s, uint32_t at, uint32_t to) {
  static const char *const leads[] = {"do",   "does", "did",  "are", "is",
                                      "were", "was",  "have", "has"};
  if (at < 3 || !NEWS_IN(&s->tokens[at - 1], leads)) return false;
  const struct news_token *that = &s->tokens[at - 2];
  if (!news_word_is(that, "that") && !news_word_is(that, "which")) return false;
  if (!news_in_class(s, NC_WARES, at - 3) && !news_in_class(s, NC_GOOD, at - 3)) return false;
  if (!news_has(s, NC_PARTY, at > 5 ? at - 5 : 0, at - 2))
    return false; /* whose, stands with them */
  return news_has(s, NC_HAVE, at + 2, to) || news_has(s, NC_OWES, at + 2, to);
}

/* A no, but not that of "pays no duty": a rate of zero. */
static bool negated(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint16_t i = s->heads[NC_NEGATION]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= from && s->hits[i].at < to &&
        news_hit_at(s, NC_PERCENT, s->hits[i].at) == NULL && !tells_which(s, s->hits[i].at) &&
        !no_of_clause(s, s->hits[i].at, to) && !news_lies_apart(s, s->hits[i].at, to))
      return true;
  return false;
}

/* A word of each class the rule asks for stands in the sentence or in one of the few before. */
static bool in_company(const struct news_reader *d, const struct news_rule *rule) {
  for (uint8_t k = 0; rule->near != 0 && k < d->r->near_count; k++) {
    uint32_t last = d->near_at[k];
    if ((rule->near >> k & 1u) != 0 && (last == 0 || last + COMPANY < d->read)) return false;
  }
  return true;
}

bool news_is_barred(const struct news_reader *d, const struct news_rule *rule,
                    const struct news_match *m) {
  const struct news_sentence *s = d->s;
  if (!in_company(d, rule)) return true;
  struct news_match x;
  for (uint8_t k = 0; k < rule->nots; k++)
    for (uint32_t from = 0; news_pattern_find(&rule->not [k], s, from, &x); from = x.to)
      if (x.from < m->to && x.to + 3 >= m->from) return true;
  return false;
}

/* What forbids touches the match, or stands shortly before it; so does a no, for a rule of kinds that does not say no. */
bool news_forbidden(const struct news_reader *d, const struct news_rule *rule,
                    const struct news_pattern *p, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  if (news_is_barred(d, rule, m)) return true;
  if (rule->measure == NEWS_NONE && rule->status != NEWS_UNCONFIRMED && crosses(s, m)) return true;
  bool now_so =
      rule->status == NEWS_IN_FORCE || rule->status == NEWS_ENDED || rule->status == NEWS_SUSPENDED;
  if (rule->measure == NEWS_NONE && now_so && awaited(s, m)) return true;
  if (rule->measure == NEWS_NONE && (passes_colon(d, m) || wished(d, m))) return true;
  if (rule->measure == NEWS_NONE &&
      (crosses_gerund(d, m) || hangs_elsewhere(d, m) || denies_elsewhere(rule, d, m)))
    return true;
  if (rule->status == NEWS_ENDED && m->mention != NEWS_NONE &&
      s->mentions[s->hits[m->mention].ref].to > 0)
    return true; /* "lifted its duty to 75% from 50%" */
  if (rule->measure == NEWS_NONE && behind_if(s, p, m)) return true;
  bool says_no = rule->status == NEWS_DENIED || rule->status == NEWS_UNCONFIRMED || asks_no(p);
  bool open = rule->measure == NEWS_NONE && rule->status != NEWS_THREATENED &&
              rule->status != NEWS_UNCONFIRMED && !told_aside(s, m);
  uint32_t low = m->from > 12 ? m->from - 12u : 0, answer = answer_from(s);
  if (answer > low && answer <= m->from) low = answer;
  static const char *const open_words[] = {"whether", "unclear", "when", "how", "if", "where"};
  bool may = NEWS_MAY_HOLD(s, open_words);
  for (uint32_t at = low; at < m->to && may; at++)
    if (NEWS_IN(&s->tokens[at], open_words) &&
        (open || (at < m->from && is_asked(s, at) && !told_aside(s, m))) &&
        (news_word_is(&s->tokens[at], "whether") || news_word_is(&s->tokens[at], "unclear") ||
         not_known(s, at)))
      return true; /* nobody has decided */
  if (open && !says_no && nothing_said(s, m)) return true;
  bool now = rule->measure == NEWS_NONE && rule->status != NEWS_EXPECTED &&
             rule->status != NEWS_AVERTED && rule->status != NEWS_THREATENED;
  bool named = rule->measure != NEWS_NONE && !rule->of_last && !says_no &&
               (now_so || rule->status == NEWS_FRAMEWORK || rule->status == NEWS_ANNOUNCED);
  if ((now || named) && !says_no && supposed(s, m)) return true;
  if ((now || named) && in_condition(s, m)) return true;
  if (named && nothing_said(s, m)) return true;
  if (wondered(s, m) || (rule->measure == NEWS_NONE && goes_on_saying(s, m))) return true;
  return rule->measure == NEWS_NONE && !says_no && negated(s, not_before(s, m->from), m->to);
}
