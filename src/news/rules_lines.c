// SPDX-License-Identifier: Apache-2.0
// The lines of a rule: its patterns, what a match says, its examples.
#include <stdlib.h>
#include <string.h>

#include "news/cycle.h"
#include "news/rules_own.h"

/* ---- makers ------------------------------------------------------------------------------------------------------- */

/* maker KR cars Hyundai Kia: firms that stand for the goods of a government where they pay a rate */
enum imp_status rules_take_maker(struct file *f, struct str rest) {
  struct str code, name, word;
  bool quoted;
  enum news_side side = NEWS_NO_SIDE;
  if (!rules_word(&rest, &code, &quoted) || !rules_side(f->r, code, &side) || side == NEWS_NO_SIDE)
    return rules_wrong(f, "a maker wants a side and a good, then names; not", rest);
  uint16_t good = rules_word(&rest, &name, &quoted) ? rules_good(f->r, name) : NEWS_NONE;
  if (good == NEWS_NONE) return rules_wrong(f, "there is no good", rest);
  while (rules_word(&rest, &word, &quoted))
    if (!rules_phrase(f->r, word, NC_MAKER_OF, (uint16_t)side, NULL) ||
        !rules_phrase(f->r, word, NC_MAKES, good, NULL))
      return rules_wrong(f, "a name of at most six words is wanted, not", word);
  return IMP_OK;
}

/* ---- rules -------------------------------------------------------------------------------------------------------- */

static enum imp_status take_atom(struct file *f, struct str word, uint16_t *out) {
  char name[64];
  if (word.n > 1 && word.p[0] == '#') {
    *out = news_class_find(f->r, word);
    return *out != NEWS_NONE ? IMP_OK : rules_wrong(f, "there is no kind of measure", word);
  }
  if (word.n > 1 && word.p[0] == '@') {
    *out = news_class_find(f->r, str_sub(word, 1, word.n));
    return *out != NEWS_NONE ? IMP_OK : rules_wrong(f, "there is no class", word);
  }
  if (word.n == 0 || word.n > 60) return rules_wrong(f, "a word is wanted, not", word);
  name[0] = '=';
  for (size_t i = 0; i < word.n; i++) name[i + 1] = word.p[i] == '_' ? ' ' : word.p[i];
  struct str full = {name, word.n + 1};
  *out = news_class_find(f->r, full);
  if (*out != NEWS_NONE) return IMP_OK;
  *out = rules_class(f->r, full);
  if (*out == NEWS_NONE) return rules_wrong(f, "too many words stand in rules; no room for", word);
  return rules_phrase(f->r, str_sub(full, 1, full.n), *out, 0, NULL)
             ? IMP_OK
             : rules_wrong(f, "no words in", word);
}

static enum imp_status take_element(struct file *f, struct str word, struct news_element *e) {
  *e = (struct news_element){0};
  if (str_starts(word, STR(".."))) {
    int gap = word.n == 3 || word.n == 4 ? atoi(word.p + 2) : 0;
    e->gap = (uint8_t)gap;
    return gap >= 1 && gap <= 40 ? IMP_OK : rules_wrong(f, "a gap is ..1 to ..40, not", word);
  }
  if (word.n > 1 && word.p[0] == '>') {
    e->voice = true;
    word = str_sub(word, 1, word.n);
  }
  if (word.n > 1 && word.p[0] == '!') {
    e->doer = true;
    word = str_sub(word, 1, word.n);
  }
  if (word.n > 1 && word.p[0] == '^') {
    e->struck = true;
    word = str_sub(word, 1, word.n);
  }
  e->mention = word.n > 1 && word.p[0] == '#';
  if (word.n > 1 && word.p[word.n - 1] == '?') {
    e->optional = true;
    word.n--;
  }
  struct str part;
  while (str_split(&word, '|', &part)) {
    if (e->mention != (part.n > 1 && part.p[0] == '#'))
      return rules_wrong(f, "one place holds measures or words, not both:", part);
    if (e->count >= NEWS_ATOMS) return rules_wrong(f, "more than eight words in one place", part);
    enum imp_status status = take_atom(f, part, &e->atoms[e->count++]);
    if (status != IMP_OK) return status;
    if (word.p == NULL) break;
  }
  return IMP_OK;
}

enum imp_status rules_take_pattern(struct file *f, struct str rest, struct news_pattern *p) {
  struct str word;
  bool quoted;
  p->n = 0;
  while (rules_word(&rest, &word, &quoted)) {
    if (p->n >= NEWS_ELEMENTS) return rules_wrong(f, "a pattern has at most 16 places", word);
    enum imp_status status = take_element(f, word, &p->at[p->n++]);
    if (status != IMP_OK) return status;
  }
  if (p->n == 0 || p->at[0].count == 0 || p->at[0].optional || p->at[p->n - 1].count == 0)
    return rules_wrong(f, "a pattern begins with a word that must stand there and ends with a word",
                       rest);
  return IMP_OK;
}

static int find_word(struct str word, const char *const *words, int count) {
  for (int i = 0; i < count; i++)
    if (str_eq(word, str_of(words[i]))) return i;
  return -1;
}

/* "#charge|#talks object done|will @imposed|@raised": of what, as what, how far the verb goes, which verbs. */
static enum imp_status take_cue(struct file *f, struct str rest) {
  static const char *const roles[] = {"subject", "object", "deed"};
  static const char *const modes[] = {"done",   "now",    "being",  "will",  "might",
                                      "threat", "expect", "agree",  "never", "undone",
                                      "off",    "lulled", "granted"};
  struct news_rule *rule = f->rule;
  struct str of, role, mode, verbs, part;
  bool quoted;
  if (rule->cues >= NEWS_CUES) return rules_wrong(f, "a rule has at most twelve cues", rest);
  if (!rules_word(&rest, &of, &quoted) || !rules_word(&rest, &role, &quoted) ||
      !rules_word(&rest, &mode, &quoted) || find_word(role, roles, 3) < 0 ||
      rules_word(&rest, &verbs, &quoted) == (find_word(role, roles, 3) == 2))
    return rules_wrong(f, "a cue has measures, subject, object or deed, modes, verbs; not", rest);
  struct news_cue *q = &rule->cue[rule->cues++];
  *q = (struct news_cue){.object = find_word(role, roles, 3) == 1,
                         .deed = find_word(role, roles, 3) == 2};
  if (q->deed) verbs.p = NULL; /* it is the verb */
  for (; of.p != NULL && str_split(&of, '|', &part); q->group_count++)
    if (q->group_count >= 4 || part.n < 2 || part.p[0] != '#' ||
        (q->groups[q->group_count] = news_class_find(f->r, part)) == NEWS_NONE)
      return rules_wrong(f, "there is no kind of measure", part);
  while (mode.p != NULL && str_split(&mode, '|', &part)) {
    int k = find_word(part, modes, 13);
    if (k < 0) return rules_wrong(f, "no way a verb goes:", part);
    q->modes = (uint16_t)(q->modes | 1u << k);
  }
  for (; verbs.p != NULL && str_split(&verbs, '|', &part); q->class_count++) {
    if (q->class_count >= NEWS_ATOMS) return rules_wrong(f, "more than eight classes", part);
    enum imp_status status = take_atom(f, part, &q->classes[q->class_count]);
    if (status != IMP_OK) return status;
    f->r->cued[q->classes[q->class_count]] = true;
  }
  f->r->has_cues = true;
  return IMP_OK;
}

static enum imp_status take_example(struct file *f, struct str rest, bool must) {
  struct str text;
  bool quoted;
  struct news_rule *rule = f->rule;
  if (!rules_word(&rest, &text, &quoted) || !quoted)
    return rules_wrong(f, "an example stands between quotation marks, not", rest);
  if (rule->example_count >= NEWS_EXAMPLES)
    return rules_wrong(f, "a rule has at most sixteen examples", text);
  char *copy = str_dup(&f->r->arena, text);
  if (copy == NULL) return error_no_memory(f->err);
  for (char *p = copy; *p != '\0'; p++)
    if (*p == '`') *p = '"';
  rule->examples[rule->example_count++] = (struct news_example){copy, f->line, must};
  return IMP_OK;
}

/* A measure by name, or a kind with who decides, whom it hits and the good. */
static bool take_rule_measure(struct file *f, struct str rest) {
  struct str key, word;
  bool quoted;
  struct news_rule *rule = f->rule;
  enum news_side side = NEWS_NO_SIDE;
  if (!rules_word(&rest, &key, &quoted)) return false;
  if (str_eq(key, STR("last"))) {
    rule->of_last = true;
    if (!rules_word(&rest, &word, &quoted)) return true;
    rule->last = news_class_find(f->r, word);
    return rule->last != NEWS_NONE;
  }
  rule->measure = rules_measure(f->r, key);
  if (rule->measure == NEWS_NONE) return false;
  if (!rules_word(&rest, &word, &quoted)) return !f->r->measures[rule->measure].template;
  if (!rules_side(f->r, word, &side)) return false;
  rule->imposer = (uint8_t)side;
  if (!rules_word(&rest, &word, &quoted)) return true;
  side = NEWS_NO_SIDE; /* "-": whom it hits is left open */
  if (!str_eq(word, STR("-")) && !rules_side(f->r, word, &side)) return false;
  rule->target = (uint8_t)side;
  if (!rules_word(&rest, &word, &quoted)) return true;
  rule->good = rules_good(f->r, word);
  return rule->good != NEWS_NONE;
}

/* "wants goods", "wants to", "wants @class": its words stand in the sentence or shortly before; of several lines each. */
static bool take_wants(struct file *f, struct str value) {
  struct news_rule *rule = f->rule;
  rule->goods = rule->goods || str_eq(value, STR("goods"));
  rule->step = rule->step || str_eq(value, STR("to"));
  if (value.n < 2 || value.p[0] != '@')
    return str_eq(value, STR("goods")) || str_eq(value, STR("to"));
  uint16_t class = news_class_find(f->r, str_sub(value, 1, value.n));
  uint8_t k = 0;
  while (k < f->r->near_count && f->r->nears[k] != class) k++;
  if (class == NEWS_NONE || k == NEWS_NEARS) return false;
  f->r->nears[k] = class;
  if (k == f->r->near_count) f->r->near_count++;
  rule->near |= 1u << k;
  return true;
}

static enum imp_status take_field(struct file *f, struct str key, struct str rest) {
  static const char *const dates[] = {"none",   "said",   "effective", "event", "expiry",
                                      "before", "period", "same",      "start", "until"};
  static const char *const numbers[] = {"none", "percent", "duration", "zero", "amount"};
  struct news_rule *rule = f->rule;
  struct str value = str_trim(rest);
  int k = -1;
  if (str_eq(key, STR("measure"))) {
    k = take_rule_measure(f, value) ? 0 : -1;
    if (k < 0)
      return rules_wrong(f,
                         "a rule's measure is the key of a measure line, or a kind with its sides "
                         "(port-fees US), or last; not",
                         value);
  } else if (str_eq(key, STR("status"))) {
    k = find_word(value, news_status_words, NEWS_STATUSES);
    if (k >= 0) rule->status = (enum news_status)k;
  } else if (str_eq(key, STR("date"))) {
    k = find_word(value, dates, 10);
    if (k >= 0) rule->date = (enum news_date_use)k;
  } else if (str_eq(key, STR("number"))) {
    k = find_word(value, numbers, 5);
    if (k >= 0) rule->number = (enum news_number_use)k;
  } else if (str_eq(key, STR("side"))) {
    enum news_side side;
    k = rules_side(f->r, value, &side) ? 0 : -1;
    rule->side = (uint8_t)(side + 1);
  } else if (str_eq(key, STR("voice"))) {
    k = str_eq(value, STR("outlet")) ? 0 : -1;
    rule->outlet = true;
  } else if (str_eq(key, STR("wants"))) {
    k = take_wants(f, value) ? 0 : -1;
  } else if (str_eq(key, STR("condition"))) {
    k = str_eq(value, STR("if")) ? 0 : -1;
    rule->condition = true;
  } else
    return rules_wrong(
        f,
        "a rule has measure, match, cue, not, status, side, voice, date, number, condition, yes, "
        "no; not",
        key);
  return k >= 0 ? IMP_OK : rules_wrong(f, "not known:", value);
}

enum imp_status rules_take_line(struct file *f, struct str key, struct str rest) {
  struct news_rule *rule = f->rule;
  if (rule == NULL)
    return rules_wrong(f, "an indented line belongs to a rule, and there is none above", key);
  if (str_eq(key, STR("match")))
    return rule->matches < NEWS_MATCHES
               ? rules_take_pattern(f, rest, &rule->match[rule->matches++])
               : rules_wrong(f, "a rule has at most sixteen patterns", key);
  if (str_eq(key, STR("not")))
    return rule->nots < NEWS_NOTS
               ? rules_take_pattern(f, rest, &rule->not [rule->nots++])
               : rules_wrong(f, "a rule has at most thirty-two patterns that forbid", key);
  if (str_eq(key, STR("cue"))) return take_cue(f, rest);
  if (str_eq(key, STR("yes")) || str_eq(key, STR("no"))) return take_example(f, rest, key.n == 3);
  return take_field(f, key, rest);
}

/* A closed rule keeps as many patterns as it has. */
static bool keep_room(struct news_rules *r, struct news_rule *rule) {
  rule->match = arena_copy(&r->arena, rule->match, rule->matches * sizeof *rule->match);
  rule->not = arena_copy(&r->arena, rule->not, rule->nots * sizeof *rule->not );
  rule->cue = arena_copy(&r->arena, rule->cue, rule->cues * sizeof *rule->cue);
  rule->examples =
      arena_copy(&r->arena, rule->examples, rule->example_count * sizeof *rule->examples);
  return rule->match != NULL && rule->not != NULL && rule->cue != NULL && rule->examples != NULL;
}

enum imp_status rules_close(struct file *f) {
  struct news_rule *rule = f->rule;
  bool yes = false, no = false;
  if (rule == NULL) return IMP_OK;
  f->rule = NULL;
  for (uint8_t i = 0; i < rule->example_count; i++) *(rule->examples[i].must ? &yes : &no) = true;
  bool marked = rule->matches > 0;
  for (uint8_t i = 0; i < rule->matches; i++) {
    uint8_t n = 0;
    for (uint8_t k = 0; k < rule->match[i].n; k++) n += rule->match[i].at[k].mention;
    marked = marked && n > 0;
  }
  marked = marked || (rule->matches == 0 && rule->cues > 0);
  if (rule->matches + rule->cues > 0 && (rule->measure != NEWS_NONE || rule->of_last || marked) &&
      yes && no)
    return keep_room(f->r, rule) ? IMP_OK : error_no_memory(f->err);
  return error_set(f->err, IMP_FINDINGS, "news.rules", "add what is missing",
                   "%s, line %u: rule %s wants a measure or a # in each pattern, a "
                   "match, an example that must match and one that must not",
                   rule->file, (unsigned)rule->line, rule->name);
}

enum imp_status rules_take_rule(struct file *f, struct str rest) {
  struct str name;
  bool quoted;
  struct news_rules *r = f->r;
  if (!rules_word(&rest, &name, &quoted)) return rules_wrong(f, "a rule wants a name", rest);
  if (r->rule_count >= NEWS_RULES ||
      !mem_grow((void **)&r->rules, &r->rule_cap, r->rule_count + 1, sizeof *r->rules))
    return error_no_memory(f->err);
  f->rule = &r->rules[r->rule_count++];
  *f->rule = (struct news_rule){.file = f->name,
                                .line = f->line,
                                .measure = NEWS_NONE,
                                .good = NEWS_NONE,
                                .last = NEWS_NONE,
                                .match = f->room.match,
                                .not = f->room.not,
                                .cue = f->room.cue,
                                .examples = f->room.examples};
  f->rule->name = str_dup(&r->arena, name);
  return f->rule->name != NULL ? IMP_OK : error_no_memory(f->err);
}
