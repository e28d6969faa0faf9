// SPDX-License-Identifier: Apache-2.0
// The rule files: words, actors, measures and rules, in the order of their needs. docs/news.md has the language.
//
// A line is a statement; the first word says which. A rule's own lines are indented. Wrong text ends the reading
// with the file, the line and what was expected: rules that are half read would read articles wrongly.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "news/news_own.h"

const char *const news_status_words[NEWS_STATUSES] = {
    "discussed", "expected",  "threatened", "agreed in framework", "confirmed by one side",
    "in force",  "suspended", "averted",    "unconfirmed",         "denied"};

static const char *const own_classes[NC_FILLED] = {"say",      "say-that", "number",  "percent",
                                                   "duration", "amount",   "date",    "us",
                                                   "cn",       "person",   "actor",   "pronoun",
                                                   "future",   "before",   "if",      "not",
                                                   "venue",    "holiday",  "calendar"};

static const struct {
  const char *word;
  uint16_t code;
} calendar[] = {{"January", 1},
                {"Jan.", 1},
                {"February", 2},
                {"Feb.", 2},
                {"March", 3},
                {"April", 4},
                {"May", 5},
                {"June", 6},
                {"July", 7},
                {"August", 8},
                {"Aug.", 8},
                {"September", 9},
                {"Sept.", 9},
                {"Sep.", 9},
                {"October", 10},
                {"Oct.", 10},
                {"November", 11},
                {"Nov.", 11},
                {"December", 12},
                {"Dec.", 12},
                {"Monday", 20},
                {"Tuesday", 21},
                {"Wednesday", 22},
                {"Thursday", 23},
                {"Friday", 24},
                {"Saturday", 25},
                {"Sunday", 26},
                {"today", CAL_TODAY},
                {"tomorrow", CAL_TOMORROW},
                {"yesterday", CAL_YESTERDAY},
                {"spring", CAL_SPRING},
                {"summer", CAL_SUMMER},
                {"fall", CAL_AUTUMN},
                {"autumn", CAL_AUTUMN},
                {"winter", CAL_WINTER},
                {"day", CAL_DAY},
                {"days", CAL_DAY},
                {"week", CAL_WEEK},
                {"weeks", CAL_WEEK},
                {"month", CAL_MONTH_WORD},
                {"months", CAL_MONTH_WORD},
                {"year", CAL_YEAR},
                {"years", CAL_YEAR},
                {"this", CAL_THIS},
                {"next", CAL_NEXT},
                {"last", CAL_LAST},
                {"early", CAL_EARLY},
                {"later", CAL_LATER},
                {"percent", CAL_PERCENT},
                {"per", CAL_PER},
                {"cent", CAL_CENT},
                {"in", CAL_IN},
                {"since", CAL_IN},
                {"by", CAL_IN},
                {"of", CAL_IN},
                {"until", CAL_IN},
                {"tonnes", CAL_WEIGHT},
                {"tons", CAL_WEIGHT},
                {"bushels", CAL_WEIGHT},
                {"zero", 100},
                {"a", 101},
                {"one", 101},
                {"two", 102},
                {"three", 103},
                {"four", 104},
                {"five", 105},
                {"six", 106},
                {"seven", 107},
                {"eight", 108},
                {"nine", 109},
                {"ten", 110},
                {"eleven", 111},
                {"twelve", 112},
                {"fifteen", 115},
                {"twenty", 120},
                {"thirty", 130},
                {"forty", 140},
                {"fifty", 150},
                {"sixty", 160},
                {"seventy", 170},
                {"eighty", 180},
                {"ninety", 190},
                {"hundred", CAL_HUNDRED}};

struct file {
  struct news_rules *r;
  const char *name;
  uint32_t line;
  struct news_rule *rule; /* the rule whose lines are read */
  struct imp_error *err;
};

static enum imp_status wrong(const struct file *f, const char *what, struct str near) {
  return error_set(f->err, IMP_FINDINGS, "news.rules",
                   "mend the line; docs/news.md has the language", "%s, line %u: %s \"%.*s\"",
                   f->name, (unsigned)f->line, what, (int)(near.n < 60 ? near.n : 60),
                   near.n > 0 ? near.p : "");
}

/* Next word, or what stands between quotation marks. False: the line has ended. */
static bool next_word(struct str *rest, struct str *word, bool *quoted) {
  *rest = str_trim(*rest);
  if (rest->n == 0) return false;
  *quoted = rest->p[0] == '"';
  size_t from = *quoted ? 1 : 0, to = from;
  while (to < rest->n && (*quoted ? rest->p[to] != '"' : rest->p[to] != ' ')) to++;
  *word = str_sub(*rest, from, to);
  *rest = str_sub(*rest, to + (*quoted && to < rest->n ? 1 : 0), rest->n);
  return true;
}

/* ---- phrases ------------------------------------------------------------------------------------------------- */

uint16_t news_class_find(const struct news_rules *r, struct str name) {
  for (uint16_t i = 0; i < r->class_count; i++)
    if (str_eq(name, str_of(r->classes[i]))) return i;
  return NEWS_NONE;
}

static uint16_t class_make(struct news_rules *r, struct str name) {
  uint16_t found = news_class_find(r, name);
  if (found != NEWS_NONE || r->class_count >= NEWS_CLASSES) return found;
  char *copy = str_dup(&r->arena, name);
  if (copy == NULL) return NEWS_NONE;
  r->classes[r->class_count] = copy;
  return r->class_count++;
}

static bool phrase_add(struct news_rules *r, struct str text, uint16_t class, uint16_t ref,
                       struct news_phrase **out) {
  struct news_token room[64]; /* a token has at least one byte */
  struct news_tokens tokens = {room, 0};
  uint32_t to = (uint32_t)text.n;
  if (text.n == 0 || text.n > 60 || class == NEWS_NONE) return false;
  news_tokens_cut(text, 0, &to, &tokens);
  if (tokens.count == 0 || tokens.count > NEWS_PHRASE) return false;
  if (!mem_grow((void **)&r->phrases, &r->phrase_cap, r->phrase_count + 1, sizeof *r->phrases)) {
    r->starved = true;
    return false;
  }
  struct news_phrase *p = &r->phrases[r->phrase_count++];
  *p = (struct news_phrase){.n = (uint8_t)tokens.count,
                            .class = class,
                            .ref = ref,
                            .from = DAY_FIRST,
                            .until = DAY_NEVER};
  for (uint32_t i = 0; i < tokens.count; i++) p->words[i] = tokens.items[i].hash;
  p->capital = text.p[0] >= 'A' && text.p[0] <= 'Z';
  if (out != NULL) *out = p;
  return true;
}

/* ---- words, actors, measures ------------------------------------------------------------------------------------ */

static enum imp_status take_phrases(struct file *f, struct str rest, uint16_t class, uint16_t ref) {
  struct str word;
  bool quoted;
  while (next_word(&rest, &word, &quoted))
    if (!phrase_add(f->r, word, class, ref, NULL))
      return wrong(f, "a word or phrase of at most six words is wanted, not", word);
  return IMP_OK;
}

static enum imp_status take_class(struct file *f, struct str rest) {
  struct str name;
  bool quoted;
  if (!next_word(&rest, &name, &quoted)) return wrong(f, "a class wants a name", rest);
  return take_phrases(f, rest, class_make(f->r, name), 0);
}

static bool read_side(struct str s, enum news_side *out) {
  *out = str_eq(s, STR("US")) ? NEWS_US : str_eq(s, STR("CN")) ? NEWS_CN : NEWS_NO_SIDE;
  return *out != NEWS_NO_SIDE || str_eq(s, STR("none")) || str_eq(s, STR("either"));
}

static enum imp_status take_actor(struct file *f, struct str rest) {
  struct str id, side, sort, copy;
  bool quoted;
  struct news_rules *r = f->r;
  struct news_actor a = {0};
  if (!next_word(&rest, &id, &quoted) || !next_word(&rest, &side, &quoted) ||
      !next_word(&rest, &sort, &quoted) || !read_side(side, &a.side))
    return wrong(f, "an actor is: actor ID US|CN|none person|body \"Name\" ..., not", rest);
  a.person = str_eq(sort, STR("person"));
  copy = rest;
  struct str name;
  if (!next_word(&copy, &name, &quoted)) return wrong(f, "an actor wants a name", id);
  a.name = str_dup(&r->arena, name);
  a.class = class_make(r, id);
  if (a.name == NULL || a.class == NEWS_NONE ||
      !mem_grow((void **)&r->actors, &r->actor_cap, r->actor_count + 1, sizeof *r->actors))
    return error_no_memory(f->err);
  r->actors[r->actor_count] = a;
  return take_phrases(f, rest, a.class, (uint16_t)(r->actor_count++));
}

static uint16_t actor_of_class(const struct news_rules *r, uint16_t class) {
  for (uint16_t i = 0; i < r->actor_count; i++)
    if (r->actors[i].class == class) return i;
  return NEWS_NONE;
}

/* role ID "Treasury Secretary" 2025-01-28..   a name that holds from a day on, or until one */
static enum imp_status take_role(struct file *f, struct str rest) {
  struct str id, name, span, first;
  bool quoted;
  struct news_phrase *p = NULL;
  if (!next_word(&rest, &id, &quoted) || !next_word(&rest, &name, &quoted) ||
      !next_word(&rest, &span, &quoted))
    return wrong(f, "a role is: role ID \"words\" FROM..UNTIL, not", rest);
  uint16_t class = news_class_find(f->r, id),
           actor = class == NEWS_NONE ? NEWS_NONE : actor_of_class(f->r, class);
  if (actor == NEWS_NONE) return wrong(f, "there is no actor", id);
  if (!phrase_add(f->r, name, class, actor, &p))
    return wrong(f, "a role has at most six words, not", name);
  first = str_sub(span, 0, 10);
  if (!day_parse(first, &p->from) || !str_eq(str_sub(span, 10, 12), STR("..")) ||
      (span.n > 12 && !day_parse(str_sub(span, 12, span.n), &p->until)))
    return wrong(f, "a role lasts FROM..UNTIL or FROM.., not", span);
  if (p->until != DAY_NEVER) p->until++;
  return IMP_OK;
}

static enum imp_status take_venue(struct file *f, struct str rest) {
  struct str name;
  bool quoted;
  struct news_rules *r = f->r;
  if (!next_word(&rest, &name, &quoted)) return wrong(f, "a venue wants a name", rest);
  if (!mem_grow((void **)&r->venues, &r->venue_cap, r->venue_count + 1, sizeof *r->venues) ||
      (r->venues[r->venue_count] = str_dup(&r->arena, name)) == NULL)
    return error_no_memory(f->err);
  return take_phrases(f, rest, NC_VENUE, (uint16_t)(r->venue_count++));
}

static enum imp_status take_holiday(struct file *f, struct str rest) {
  struct str word;
  bool quoted;
  struct news_holiday h = {.n = 0};
  struct news_rules *r = f->r;
  struct str names = rest;
  while (next_word(&rest, &word, &quoted) && !quoted) {
    if (h.n >= 24 || !day_parse(word, &h.days[h.n++]))
      return wrong(f, "a holiday has up to 24 days, then names; not", word);
    names = rest;
  }
  if (!mem_grow((void **)&r->holidays, &r->holiday_cap, r->holiday_count + 1, sizeof *r->holidays))
    return error_no_memory(f->err);
  r->holidays[r->holiday_count] = h;
  return take_phrases(f, names, NC_HOLIDAY, (uint16_t)(r->holiday_count++));
}

static enum imp_status take_measure(struct file *f, struct str rest) {
  struct str key, kind, side, title;
  bool quoted;
  struct news_rules *r = f->r;
  struct news_measure m = {0};
  if (!next_word(&rest, &key, &quoted) || !next_word(&rest, &kind, &quoted) ||
      !next_word(&rest, &side, &quoted) || !next_word(&rest, &title, &quoted) ||
      !read_side(side, &m.competent))
    return wrong(f, "a measure is: measure KEY KIND US|CN|either \"title\", not", rest);
  m.key = str_dup(&r->arena, key);
  m.kind = str_dup(&r->arena, kind);
  m.title = str_dup(&r->arena, title);
  if (m.key == NULL || m.kind == NULL || m.title == NULL ||
      !mem_grow((void **)&r->measures, &r->measure_cap, r->measure_count + 1, sizeof *r->measures))
    return error_no_memory(f->err);
  r->measures[r->measure_count++] = m;
  return IMP_OK;
}

/* ---- rules -------------------------------------------------------------------------------------------------------- */

static enum imp_status take_atom(struct file *f, struct str word, uint16_t *out) {
  char name[64];
  if (word.n > 1 && word.p[0] == '@') {
    *out = news_class_find(f->r, str_sub(word, 1, word.n));
    return *out != NEWS_NONE ? IMP_OK : wrong(f, "there is no class", word);
  }
  if (word.n == 0 || word.n > 60) return wrong(f, "a word is wanted, not", word);
  name[0] = '=';
  for (size_t i = 0; i < word.n; i++) name[i + 1] = word.p[i] == '_' ? ' ' : word.p[i];
  struct str full = {name, word.n + 1};
  *out = news_class_find(f->r, full);
  if (*out != NEWS_NONE) return IMP_OK;
  *out = class_make(f->r, full);
  return phrase_add(f->r, str_sub(full, 1, full.n), *out, 0, NULL) ? IMP_OK
                                                                   : wrong(f, "no words in", word);
}

static enum imp_status take_element(struct file *f, struct str word, struct news_element *e) {
  *e = (struct news_element){0};
  if (str_starts(word, STR(".."))) {
    int gap = word.n == 3 || word.n == 4 ? atoi(word.p + 2) : 0;
    e->gap = (uint8_t)gap;
    return gap >= 1 && gap <= 40 ? IMP_OK : wrong(f, "a gap is ..1 to ..40, not", word);
  }
  if (word.n > 1 && word.p[0] == '>') {
    e->voice = true;
    word = str_sub(word, 1, word.n);
  }
  if (word.n > 1 && word.p[word.n - 1] == '?') {
    e->optional = true;
    word.n--;
  }
  struct str part;
  while (str_split(&word, '|', &part)) {
    if (e->count >= NEWS_ATOMS) return wrong(f, "more than six words in one place", part);
    enum imp_status status = take_atom(f, part, &e->atoms[e->count++]);
    if (status != IMP_OK) return status;
    if (word.p == NULL) break;
  }
  return IMP_OK;
}

static enum imp_status take_pattern(struct file *f, struct str rest, struct news_pattern *p) {
  struct str word;
  bool quoted;
  p->n = 0;
  while (next_word(&rest, &word, &quoted)) {
    if (p->n >= NEWS_ELEMENTS) return wrong(f, "a pattern has at most 16 places", word);
    enum imp_status status = take_element(f, word, &p->at[p->n++]);
    if (status != IMP_OK) return status;
  }
  if (p->n == 0 || p->at[0].count == 0 || p->at[0].optional || p->at[p->n - 1].count == 0)
    return wrong(f, "a pattern begins with a word that must stand there and ends with a word",
                 rest);
  return IMP_OK;
}

static int find_word(struct str word, const char *const *words, int count) {
  for (int i = 0; i < count; i++)
    if (str_eq(word, str_of(words[i]))) return i;
  return -1;
}

static enum imp_status take_example(struct file *f, struct str rest, bool must) {
  struct str text;
  bool quoted;
  struct news_rule *rule = f->rule;
  if (!next_word(&rest, &text, &quoted) || !quoted)
    return wrong(f, "an example stands between quotation marks, not", rest);
  if (rule->example_count >= 12) return wrong(f, "a rule has at most 12 examples", text);
  char *copy = str_dup(&f->r->arena, text);
  if (copy == NULL) return error_no_memory(f->err);
  for (char *p = copy; *p != '\0'; p++)
    if (*p == '`') *p = '"';
  rule->examples[rule->example_count++] = (struct news_example){copy, f->line, must};
  return IMP_OK;
}

static enum imp_status take_field(struct file *f, struct str key, struct str rest) {
  static const char *const dates[] = {"none",   "said",   "effective", "event",
                                      "expiry", "before", "period",    "same"};
  static const char *const numbers[] = {"none", "percent", "duration", "zero", "amount"};
  struct news_rule *rule = f->rule;
  struct str value = str_trim(rest);
  int k = -1;
  if (str_eq(key, STR("measure"))) {
    for (uint16_t i = 0; i < f->r->measure_count; i++)
      if (str_eq(value, str_of(f->r->measures[i].key))) rule->measure = i;
    k = rule->measure == NEWS_NONE ? -1 : 0;
  } else if (str_eq(key, STR("status"))) {
    k = find_word(value, news_status_words, NEWS_STATUSES);
    if (k >= 0) rule->status = (enum news_status)k;
  } else if (str_eq(key, STR("date"))) {
    k = find_word(value, dates, 8);
    if (k >= 0) rule->date = (enum news_date_use)k;
  } else if (str_eq(key, STR("number"))) {
    k = find_word(value, numbers, 5);
    if (k >= 0) rule->number = (enum news_number_use)k;
  } else if (str_eq(key, STR("side"))) {
    enum news_side side;
    k = read_side(value, &side) ? 0 : -1;
    rule->side = (uint8_t)(side + 1);
  } else if (str_eq(key, STR("voice"))) {
    k = str_eq(value, STR("outlet")) ? 0 : -1;
    rule->outlet = true;
  } else if (str_eq(key, STR("condition"))) {
    k = str_eq(value, STR("if")) ? 0 : -1;
    rule->condition = true;
  } else
    return wrong(
        f,
        "a rule has measure, match, not, status, side, voice, date, number, condition, yes, "
        "no; not",
        key);
  return k >= 0 ? IMP_OK : wrong(f, "not known:", value);
}

static enum imp_status take_rule_line(struct file *f, struct str key, struct str rest) {
  struct news_rule *rule = f->rule;
  if (rule == NULL)
    return wrong(f, "an indented line belongs to a rule, and there is none above", key);
  if (str_eq(key, STR("match")))
    return rule->matches < 4 ? take_pattern(f, rest, &rule->match[rule->matches++])
                             : wrong(f, "a rule has at most four patterns", key);
  if (str_eq(key, STR("not")))
    return rule->nots < 4 ? take_pattern(f, rest, &rule->not [rule->nots++])
                          : wrong(f, "a rule has at most four patterns that forbid", key);
  if (str_eq(key, STR("yes")) || str_eq(key, STR("no"))) return take_example(f, rest, key.n == 3);
  return take_field(f, key, rest);
}

static enum imp_status close_rule(struct file *f) {
  struct news_rule *rule = f->rule;
  bool yes = false, no = false;
  if (rule == NULL) return IMP_OK;
  f->rule = NULL;
  for (uint8_t i = 0; i < rule->example_count; i++) *(rule->examples[i].must ? &yes : &no) = true;
  if (rule->matches > 0 && rule->measure != NEWS_NONE && yes && no) return IMP_OK;
  return error_set(f->err, IMP_FINDINGS, "news.rules", "add what is missing",
                   "%s, line %u: rule %s wants a measure, a "
                   "match, an example that must match and one that must not",
                   rule->file, (unsigned)rule->line, rule->name);
}

static enum imp_status open_rule(struct file *f, struct str rest) {
  struct str name;
  bool quoted;
  struct news_rules *r = f->r;
  if (!next_word(&rest, &name, &quoted)) return wrong(f, "a rule wants a name", rest);
  if (r->rule_count >= 1000 ||
      !mem_grow((void **)&r->rules, &r->rule_cap, r->rule_count + 1, sizeof *r->rules))
    return error_no_memory(f->err);
  f->rule = &r->rules[r->rule_count++];
  *f->rule = (struct news_rule){.file = f->name, .line = f->line, .measure = NEWS_NONE};
  f->rule->name = str_dup(&r->arena, name);
  return f->rule->name != NULL ? IMP_OK : error_no_memory(f->err);
}

/* ---- files --------------------------------------------------------------------------------------------------------- */

static enum imp_status take_line(struct file *f, struct str line) {
  static const struct {
    const char *word;
    enum imp_status (*take)(struct file *f, struct str rest);
  } kinds[] = {{"class", take_class}, {"actor", take_actor},     {"role", take_role},
               {"venue", take_venue}, {"holiday", take_holiday}, {"measure", take_measure},
               {"rule", open_rule}};
  bool indented = line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t'), quoted;
  struct str rest = line, key;
  if (!next_word(&rest, &key, &quoted) || key.p[0] == '#') return IMP_OK;
  if (indented) return take_rule_line(f, key, rest);
  enum imp_status status = close_rule(f);
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds && status == IMP_OK; k++)
    if (str_eq(key, str_of(kinds[k].word))) return kinds[k].take(f, rest);
  return status == IMP_OK
             ? wrong(f,
                     "a line begins with class, actor, role, venue, holiday, measure or rule, not",
                     key)
             : status;
}

static enum imp_status read_file(struct news_rules *r, const char *folder, const char *name,
                                 struct imp_error *err) {
  char path[4200];
  struct str text, line;
  struct arena scratch = {0};
  char *kept = str_dup(&r->arena, str_of(name));
  if (kept == NULL) return error_no_memory(err);
  snprintf(path, sizeof path, "%s/%s", folder, name);
  enum imp_status status = file_read(&scratch, path, 4u << 20, &text, err);
  struct file f = {.r = r, .name = kept, .err = err};
  while (status == IMP_OK && str_split(&text, '\n', &line)) {
    f.line++;
    status = take_line(&f, line);
    if (text.p == NULL) break;
  }
  if (status == IMP_OK) status = close_rule(&f);
  arena_free(&scratch);
  return status;
}

static enum imp_status read_files(struct news_rules *r, const char *folder, struct imp_error *err) {
  static const char *const endings[] = {".words", ".actors", ".measures", ".rules"};
  struct arena scratch = {0};
  enum imp_status status = IMP_OK;
  for (size_t k = 0; k < 4 && status == IMP_OK; k++) {
    const char *const one[] = {endings[k], NULL};
    struct file_list list = {0};
    status = file_tree(&scratch, folder, one, NULL, &list, err);
    for (size_t i = 0; i < list.count && status == IMP_OK; i++)
      status = read_file(r, folder, list.paths[i], err);
  }
  arena_free(&scratch);
  if (status == IMP_OK && r->rule_count == 0)
    return error_set(err, IMP_IO, "news.rules", "name a folder of law that has news/",
                     "there are no rules in %.300s", folder);
  return status;
}

static bool index_phrases(struct news_rules *r) {
  uint32_t size = 256;
  while (size < r->phrase_count * 4) size *= 2;
  r->heads = arena_array(&r->arena, size, sizeof *r->heads);
  r->head_mask = size - 1;
  for (uint32_t i = (uint32_t)r->phrase_count; r->heads != NULL && i-- > 0;) {
    uint32_t *head = &r->heads[r->phrases[i].words[0] & r->head_mask];
    r->phrases[i].next = *head;
    r->phrases[i].actor = actor_of_class(r, r->phrases[i].class) != NEWS_NONE;
    *head = i + 1;
  }
  return r->heads != NULL;
}

enum imp_status news_rules_read(const char *folder, struct news_rules **out,
                                struct imp_error *err) {
  struct news_rules *r = mem_alloc(sizeof *r);
  bool fine = r != NULL;
  *out = NULL;
  for (int i = 0; i < NC_FILLED && fine; i++)
    fine = class_make(r, str_of(own_classes[i])) == (uint16_t)i;
  for (size_t i = 0; i < sizeof calendar / sizeof *calendar && fine; i++)
    fine = phrase_add(r, str_of(calendar[i].word), NC_CALENDAR, calendar[i].code, NULL);
  enum imp_status status = fine ? read_files(r, folder, err) : error_no_memory(err);
  if (status == IMP_OK && !index_phrases(r)) status = error_no_memory(err);
  if (r != NULL && (r->arena.failed || r->starved)) status = error_no_memory(err);
  if (status == IMP_OK)
    *out = r;
  else
    news_rules_free(r);
  return status;
}

void news_rules_free(struct news_rules *r) {
  if (r == NULL) return;
  mem_free(r->phrases);
  mem_free(r->actors);
  mem_free(r->measures);
  mem_free(r->venues);
  mem_free(r->holidays);
  mem_free(r->rules);
  arena_free(&r->arena);
  mem_free(r);
}
