// SPDX-License-Identifier: Apache-2.0
// The rule files: words, actors, measures and rules, in the order of their needs. docs/news.md has the language.
//
// A line is a statement; the first word says which. A rule's own lines are indented. Wrong text ends the reading
// with the file, the line and what was expected: rules that are half read would read articles wrongly.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "news/rules_own.h"

const char *const news_status_words[NEWS_STATUSES] = {
    "discussed", "expected",  "threatened", "agreed in framework", "confirmed by one side",
    "in force",  "suspended", "averted",    "unconfirmed",         "denied",
    "announced", "ended"};

static const char *const own_classes[NC_FILLED] = {
#define NEWS_OWN_CLASS(id, name) name,
#include "news/classes.inc"
#undef NEWS_OWN_CLASS
};

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
                {"weekend", CAL_WEEKEND},
                {"this", CAL_THIS},
                {"next", CAL_NEXT},
                {"last", CAL_LAST},
                {"early", CAL_EARLY},
                {"later", CAL_LATER},
                {"percent", CAL_PERCENT},
                {"percentage", CAL_PERCENT},
                {"per", CAL_PER},
                {"cent", CAL_CENT},
                {"end", CAL_END},
                {"quarter", CAL_QUARTER},
                {"first", CAL_ORDER},
                {"second", CAL_ORDER + 1},
                {"third", CAL_ORDER + 2},
                {"fourth", CAL_ORDER + 3},
                {"in", CAL_IN},
                {"since", CAL_IN},
                {"by", CAL_IN},
                {"of", CAL_IN},
                {"until", CAL_IN},
                {"tonnes", CAL_WEIGHT},
                {"tons", CAL_WEIGHT},
                {"bushels", CAL_WEIGHT},
                {"aircraft", CAL_WEIGHT},
                {"planes", CAL_WEIGHT},
                {"jets", CAL_WEIGHT},
                {"airliners", CAL_WEIGHT},
                {"zero", 100},
                {"a", 101},
                {"another", 101},
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

enum imp_status rules_wrong(const struct file *f, const char *what, struct str near) {
  return error_set(f->err, IMP_FINDINGS, "news.rules",
                   "mend the line; docs/news.md has the language", "%s, line %u: %s \"%.*s\"",
                   f->name, (unsigned)f->line, what, (int)(near.n < 60 ? near.n : 60),
                   near.n > 0 ? near.p : "");
}

bool rules_word(struct str *rest, struct str *word, bool *quoted) {
  *rest = str_trim(*rest);
  if (rest->n == 0) return false;
  *quoted = rest->p[0] == '"';
  size_t from = *quoted ? 1 : 0, to = from;
  if (to < rest->n) {
    const char *stop = memchr(rest->p + to, *quoted ? '"' : ' ', rest->n - to);
    to = stop != NULL ? (size_t)(stop - rest->p) : rest->n;
  }
  *word = str_sub(*rest, from, to);
  *rest = str_sub(*rest, to + (*quoted && to < rest->n ? 1 : 0), rest->n);
  return true;
}

/* ---- phrases ------------------------------------------------------------------------------------------------- */

/* The slot of the name, or the empty one where it would stand. */
static uint32_t slot_of(const struct news_rules *r, struct str name, uint64_t hash) {
  uint32_t at = (uint32_t)(hash % NEWS_SLOTS);
  for (uint16_t id; (id = r->class_slots[at]) != 0; at = (at + 1) % NEWS_SLOTS)
    if (r->class_hashes[id - 1] == hash && str_eq(name, str_of(r->classes[id - 1]))) break;
  return at;
}

uint16_t news_class_find(const struct news_rules *r, struct str name) {
  uint16_t id = r->class_slots[slot_of(r, name, news_word_hash(name.p, name.n))];
  return id != 0 ? (uint16_t)(id - 1) : NEWS_NONE;
}

uint16_t rules_class(struct news_rules *r, struct str name) {
  uint64_t hash = news_word_hash(name.p, name.n);
  uint32_t at = slot_of(r, name, hash);
  if (r->class_slots[at] != 0) return (uint16_t)(r->class_slots[at] - 1);
  if (r->class_count >= NEWS_CLASSES) return NEWS_NONE;
  char *copy = str_dup(&r->arena, name);
  if (copy == NULL) return NEWS_NONE;
  r->classes[r->class_count] = copy;
  r->class_hashes[r->class_count] = hash;
  r->class_slots[at] = (uint16_t)(r->class_count + 1);
  return r->class_count++;
}

bool rules_phrase(struct news_rules *r, struct str text, uint16_t class, uint16_t ref,
                  struct news_phrase **out) {
  struct news_token room[64]; /* a token has at least one byte */
  struct news_tokens tokens = {.items = room};
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

/* ---- files --------------------------------------------------------------------------------------------------------- */

static enum imp_status take_line(struct file *f, struct str line) {
  static const struct {
    const char *word;
    enum imp_status (*take)(struct file *f, struct str rest);
  } kinds[] = {{"class", rules_take_class},     {"actor", rules_take_actor},
               {"role", rules_take_role},       {"head", rules_take_head},
               {"venue", rules_take_venue},     {"holiday", rules_take_holiday},
               {"measure", rules_take_measure}, {"side", rules_take_side},
               {"member", rules_take_member},   {"levier", rules_take_levier},
               {"office", rules_take_office},   {"good", rules_take_good},
               {"kind", rules_take_kind},       {"act", rules_take_act},
               {"done", rules_take_done},       {"deed", rules_take_deed},
               {"noun", rules_take_noun},       {"loose", rules_take_loose},
               {"dated", rules_take_dated},     {"also", rules_take_also},
               {"rule", rules_take_rule},       {"sign", rules_take_sign},
               {"maker", rules_take_maker}};
  bool indented = line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t'), quoted;
  struct str rest = line, key;
  if (!rules_word(&rest, &key, &quoted) || key.p[0] == '#') return IMP_OK;
  if (indented) return rules_take_line(f, key, rest);
  enum imp_status status = rules_close(f);
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds && status == IMP_OK; k++)
    if (str_eq(key, str_of(kinds[k].word))) return kinds[k].take(f, rest);
  return status == IMP_OK ? rules_wrong(f,
                                        "a line begins with class, actor, role, venue, holiday, "
                                        "measure, rule or sign, not",
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
  struct file f; /* but for its room, which is filled line by line */
  f.r = r;
  f.name = kept;
  f.line = 0;
  f.rule = NULL;
  f.err = err;
  while (status == IMP_OK && str_split(&text, '\n', &line)) {
    f.line++;
    status = take_line(&f, line);
    if (text.p == NULL) break;
  }
  if (status == IMP_OK) status = rules_close(&f);
  arena_free(&scratch);
  return status;
}

static enum imp_status read_files(struct news_rules *r, const char *folder, struct imp_error *err) {
  static const char *const endings[] = {".words", ".actors", ".measures", ".rules", ".signs"};
  struct arena scratch = {0};
  enum imp_status status = IMP_OK;
  for (size_t k = 0; k < sizeof endings / sizeof *endings && status == IMP_OK; k++) {
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

static uint64_t lead_of(const struct news_phrase *p) {
  return p->n > 1 ? news_pair(p->words[0], p->words[1]) : p->words[0];
}

static bool fits_anywhere(const struct news_phrase *p) {
  return p->n == 1 && !p->capital && p->from == DAY_FIRST && p->until == DAY_NEVER;
}

/* Those whose words share a place of the table lie side by side, in the order of the files. */
static bool index_leads(struct news_rules *r, bool several, struct news_leads *out) {
  uint32_t size = 256, count = 0;
  for (size_t i = 0; i < r->phrase_count; i++) count += (r->phrases[i].n > 1) == several;
  while (size < count * 2) size *= 2;
  out->heads = arena_array(&r->arena, size + (size_t)2, sizeof *out->heads);
  out->items = arena_array(&r->arena, count + (size_t)1, sizeof *out->items);
  out->mask = size - 1;
  if (out->heads == NULL || out->items == NULL) return false;
  uint32_t *next = out->heads + 1; /* where the next one goes; at last where the following begin */
  for (size_t i = 0; i < r->phrase_count; i++)
    if ((r->phrases[i].n > 1) == several) next[(lead_of(&r->phrases[i]) & out->mask) + 1]++;
  for (uint32_t k = 1; k <= size; k++) next[k] += next[k - 1];
  for (uint32_t i = 0; i < r->phrase_count; i++)
    if ((r->phrases[i].n > 1) == several) {
      uint64_t word = lead_of(&r->phrases[i]);
      out->items[next[word & out->mask]++] =
          (struct news_lead){word, i, fits_anywhere(&r->phrases[i])};
    }
  return true;
}

/* Some say nothing of who does what: of a sense, of days, sides, goods, words of rules. */
static bool is_busy(const struct news_rules *r, const struct news_phrase *p) {
  bool sense = (p->class >= NC_WEAK && p->class < NC_THING) || p->class == NC_PLACE;
  return !sense && p->class != NC_CALENDAR && p->class != NC_PARTY && p->class != NC_GOOD &&
         r->classes[p->class][0] != '=' && r->classes[p->class][0] != '~';
}

static bool index_phrases(struct news_rules *r) {
  bool *names = arena_array(&r->arena, NEWS_CLASSES, sizeof *names);
  if (names == NULL) return false;
  for (uint16_t i = 0; i < r->actor_count; i++) names[r->actors[i].class] = true;
  for (uint32_t i = 0; i < r->phrase_count; i++) {
    struct news_phrase *p = &r->phrases[i];
    p->actor = names[p->class];
    p->busy = is_busy(r, p);
  }
  return index_leads(r, false, &r->singles) && index_leads(r, true, &r->pairs);
}

enum imp_status news_rules_read(const char *folder, struct news_rules **out,
                                struct imp_error *err) {
  struct news_rules *r = mem_alloc(sizeof *r);
  bool fine = r != NULL;
  *out = NULL;
  if (r != NULL) {
    r->side_count = 1;
    r->bare = NEWS_NONE;
  }
  for (int i = 0; i < NC_FILLED && fine; i++)
    fine = rules_class(r, str_of(own_classes[i])) == (uint16_t)i;
  for (size_t i = 0; i < sizeof calendar / sizeof *calendar && fine; i++)
    fine = rules_phrase(r, str_of(calendar[i].word), NC_CALENDAR, calendar[i].code, NULL);
  enum imp_status status = fine ? read_files(r, folder, err) : error_no_memory(err);
  if (status == IMP_OK && !(index_phrases(r) && rules_index_needles(r)))
    status = error_no_memory(err);
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
  mem_free(r->goods);
  mem_free(r->venues);
  mem_free(r->holidays);
  mem_free(r->rules);
  mem_free(r->deeds);
  arena_free(&r->arena);
  mem_free(r);
}
