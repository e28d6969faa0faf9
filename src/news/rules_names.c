// SPDX-License-Identifier: Apache-2.0
// Lines of the rule files that name something: words, sides, actors and their roles, venues, feasts, goods, measures.
#include <stdio.h>
#include <string.h>

#include "news/rules_own.h"

/* ---- words, actors, measures ------------------------------------------------------------------------------------ */

static enum imp_status take_phrases(struct file *f, struct str rest, uint16_t class, uint16_t ref) {
  struct str word;
  bool quoted;
  while (rules_word(&rest, &word, &quoted))
    if (!rules_phrase(f->r, word, class, ref, NULL))
      return rules_wrong(f, "a word or phrase of at most six words is wanted, not", word);
  return IMP_OK;
}

enum imp_status rules_take_class(struct file *f, struct str rest) {
  struct str name;
  bool quoted;
  if (!rules_word(&rest, &name, &quoted)) return rules_wrong(f, "a class wants a name", rest);
  return take_phrases(f, rest, rules_class(f->r, name), 0);
}

bool rules_side(const struct news_rules *r, struct str s, enum news_side *out) {
  *out = NEWS_NO_SIDE;
  if (str_eq(s, STR("none")) || str_eq(s, STR("either"))) return true;
  for (uint8_t i = 1; i < r->side_count && s.n > 0; i++)
    if (r->sides[i].code[0] == s.p[0] && str_eq(s, str_of(r->sides[i].code)))
      *out = (enum news_side)i;
  return *out != NEWS_NO_SIDE;
}

uint16_t rules_good(const struct news_rules *r, struct str s) {
  for (uint16_t i = 0; i < r->good_count; i++)
    if (s.n > 0 && r->goods[i][0] == s.p[0] && str_eq(s, str_of(r->goods[i]))) return i;
  return NEWS_NONE;
}

uint16_t rules_measure(const struct news_rules *r, struct str s) {
  for (uint16_t i = 0; i < r->measure_count; i++)
    if (str_eq(s, str_of(r->measures[i].key)) ||
        (r->measures[i].template && str_eq(s, str_of(r->measures[i].kind))))
      return i;
  return NEWS_NONE;
}

/* side CA "Canada" Canadian Ottawa ...: the code, the name, and words that point to it without speaking for it */
enum imp_status rules_take_side(struct file *f, struct str rest) {
  struct str code, name;
  char lower[8];
  bool quoted;
  struct news_rules *r = f->r;
  if (!rules_word(&rest, &code, &quoted) || !rules_word(&rest, &name, &quoted) || code.n > 6)
    return rules_wrong(f, "a side is: side CODE \"Name\" words ..., not", rest);
  if (r->side_count >= NEWS_SIDES)
    return rules_wrong(f, "there are at most 254 sides, and now", code);
  for (size_t i = 0; i < code.n; i++) lower[i] = (char)(code.p[i] | 32);
  struct news_side_name *s = &r->sides[r->side_count];
  s->code = str_dup(&r->arena, code);
  s->name = str_dup(&r->arena, name);
  s->class = rules_class(r, (struct str){lower, code.n});
  if (s->code == NULL || s->name == NULL || s->class == NEWS_NONE) return error_no_memory(f->err);
  return take_phrases(f, rest, NC_PARTY, r->side_count++);
}

/* member EU DE FR ...: sides that act in trade through a union; neither is what the other decides or is hit by */
enum imp_status rules_take_member(struct file *f, struct str rest) {
  struct str word;
  bool quoted;
  enum news_side of, side;
  if (!rules_word(&rest, &word, &quoted) || !rules_side(f->r, word, &of))
    return rules_wrong(f, "a member line is: member UNION SIDE ..., not", rest);
  while (rules_word(&rest, &word, &quoted)) {
    if (!rules_side(f->r, word, &side)) return rules_wrong(f, "there is no side", word);
    f->r->sides[side].within = (uint8_t)of;
  }
  return IMP_OK;
}

/* levier US: whose duties are meant where who speaks for another tells of "the 15% rate" */
enum imp_status rules_take_levier(struct file *f, struct str rest) {
  struct str word;
  bool quoted;
  if (!rules_word(&rest, &word, &quoted) || !rules_side(f->r, word, &f->r->levier))
    return rules_wrong(f, "a levier line is: levier SIDE, not", rest);
  return IMP_OK;
}

enum imp_status rules_take_actor(struct file *f, struct str rest) {
  struct str id, side, sort, copy;
  bool quoted;
  struct news_rules *r = f->r;
  struct news_actor a = {.heads_from = DAY_FIRST, .heads_until = DAY_FIRST};
  if (!rules_word(&rest, &id, &quoted) || !rules_word(&rest, &side, &quoted) ||
      !rules_word(&rest, &sort, &quoted) || !rules_side(r, side, &a.side))
    return rules_wrong(f, "an actor is: actor ID SIDE|none man|woman|person|body \"Name\" ..., not",
                       rest);
  a.sex = str_eq(sort, STR("man")) ? 1 : str_eq(sort, STR("woman")) ? 2 : 0;
  a.person = a.sex != 0 || str_eq(sort, STR("person"));
  if (!a.person && !str_eq(sort, STR("body")))
    return rules_wrong(f, "an actor is a man, a woman, a person or a body, not", sort);
  copy = rest;
  struct str name;
  if (!rules_word(&copy, &name, &quoted)) return rules_wrong(f, "an actor wants a name", id);
  a.name = str_dup(&r->arena, name);
  a.class = rules_class(r, id);
  if (a.name == NULL || a.class == NEWS_NONE ||
      !mem_grow((void **)&r->actors, &r->actor_cap, r->actor_count + 1, sizeof *r->actors))
    return error_no_memory(f->err);
  r->actors[r->actor_count] = a;
  return take_phrases(f, rest, a.class, (uint16_t)(r->actor_count++));
}

uint16_t rules_actor(const struct news_rules *r, uint16_t class) {
  for (uint16_t i = 0; i < r->actor_count; i++)
    if (r->actors[i].class == class) return i;
  return NEWS_NONE;
}

static bool read_span(struct str span, imp_day *from, imp_day *until) {
  if (!day_parse(str_sub(span, 0, 10), from) || !str_eq(str_sub(span, 10, 12), STR("..")) ||
      (span.n > 12 && !day_parse(str_sub(span, 12, span.n), until)))
    return false;
  if (*until != DAY_NEVER) ++*until;
  return true;
}

/* role ID "Treasury Secretary" 2025-01-28..   a name that holds from a day on, or until one */
enum imp_status rules_take_role(struct file *f, struct str rest) {
  struct str id, name, span;
  bool quoted;
  struct news_phrase *p = NULL;
  if (!rules_word(&rest, &id, &quoted) || !rules_word(&rest, &name, &quoted) ||
      !rules_word(&rest, &span, &quoted))
    return rules_wrong(f, "a role is: role ID \"words\" FROM..UNTIL, not", rest);
  uint16_t class = news_class_find(f->r, id),
           actor = class == NEWS_NONE ? NEWS_NONE : rules_actor(f->r, class);
  if (actor == NEWS_NONE) return rules_wrong(f, "there is no actor", id);
  if (!rules_phrase(f->r, name, class, actor, &p))
    return rules_wrong(f, "a role has at most six words, not", name);
  return read_span(span, &p->from, &p->until)
             ? IMP_OK
             : rules_wrong(f, "a role lasts FROM..UNTIL or FROM.., not", span);
}

/* also brazil "Itamaraty" "Planalto Palace": more names of an actor */
enum imp_status rules_take_also(struct file *f, struct str rest) {
  struct str id;
  bool quoted;
  if (!rules_word(&rest, &id, &quoted)) return rules_wrong(f, "more names want an actor", rest);
  uint16_t class = news_class_find(f->r, id),
           actor = class == NEWS_NONE ? NEWS_NONE : rules_actor(f->r, class);
  if (actor == NEWS_NONE) return rules_wrong(f, "there is no actor", id);
  return take_phrases(f, rest, class, actor);
}

/* head starmer 2024-07-05..   whoever heads a government in these days is "the prime minister" behind the name */
enum imp_status rules_take_head(struct file *f, struct str rest) {
  struct str id, span;
  bool quoted;
  if (!rules_word(&rest, &id, &quoted) || !rules_word(&rest, &span, &quoted))
    return rules_wrong(f, "a head is: head ID FROM..UNTIL, not", rest);
  uint16_t class = news_class_find(f->r, id),
           actor = class == NEWS_NONE ? NEWS_NONE : rules_actor(f->r, class);
  if (actor == NEWS_NONE) return rules_wrong(f, "there is no actor", id);
  struct news_actor *a = &f->r->actors[actor];
  a->heads_until = DAY_NEVER;
  return read_span(span, &a->heads_from, &a->heads_until)
             ? IMP_OK
             : rules_wrong(f, "a head lasts FROM..UNTIL or FROM.., not", span);
}

/* office mofcom "commerce ministry": an actor by a name that others have too; whose it is the text says */
enum imp_status rules_take_office(struct file *f, struct str rest) {
  struct str id;
  bool quoted;
  if (!rules_word(&rest, &id, &quoted)) return rules_wrong(f, "an office wants an actor", rest);
  uint16_t class = news_class_find(f->r, id),
           actor = class == NEWS_NONE ? NEWS_NONE : rules_actor(f->r, class);
  if (actor == NEWS_NONE) return rules_wrong(f, "there is no actor", id);
  return take_phrases(f, rest, NC_OFFICE, actor);
}

enum imp_status rules_take_venue(struct file *f, struct str rest) {
  struct str name;
  bool quoted;
  struct news_rules *r = f->r;
  if (!rules_word(&rest, &name, &quoted)) return rules_wrong(f, "a venue wants a name", rest);
  if (!mem_grow((void **)&r->venues, &r->venue_cap, r->venue_count + 1, sizeof *r->venues) ||
      (r->venues[r->venue_count] = str_dup(&r->arena, name)) == NULL)
    return error_no_memory(f->err);
  return take_phrases(f, rest, NC_VENUE, (uint16_t)(r->venue_count++));
}

enum imp_status rules_take_holiday(struct file *f, struct str rest) {
  struct str word;
  bool quoted;
  struct news_holiday h = {.n = 0};
  struct news_rules *r = f->r;
  struct str names = rest;
  while (rules_word(&rest, &word, &quoted) && !quoted) {
    if (h.n >= 24 || !day_parse(word, &h.days[h.n++]))
      return rules_wrong(f, "a holiday has up to 24 days, then names; not", word);
    names = rest;
  }
  if (!mem_grow((void **)&r->holidays, &r->holiday_cap, r->holiday_count + 1, sizeof *r->holidays))
    return error_no_memory(f->err);
  r->holidays[r->holiday_count] = h;
  return take_phrases(f, names, NC_HOLIDAY, (uint16_t)(r->holiday_count++));
}

enum imp_status rules_take_good(struct file *f, struct str rest) {
  struct str id;
  bool quoted;
  struct news_rules *r = f->r;
  if (!rules_word(&rest, &id, &quoted)) return rules_wrong(f, "a good wants a name", rest);
  uint16_t was = rules_good(r, id); /* lines of one good add up */
  if (was != NEWS_NONE) return take_phrases(f, rest, NC_GOOD, was);
  if (!mem_grow((void **)&r->goods, &r->good_cap, r->good_count + 1, sizeof *r->goods) ||
      (r->goods[r->good_count] = str_dup(&r->arena, id)) == NULL)
    return error_no_memory(f->err);
  return take_phrases(f, rest, NC_GOOD, (uint16_t)(r->good_count++));
}

/* ---- measures ----------------------------------------------------------------------------------------------------- */

static enum imp_status add_measure(struct file *f, const struct news_measure *m) {
  struct news_rules *r = f->r;
  if (m->key == NULL || m->kind == NULL || m->title == NULL || r->measure_count >= 4000 ||
      !mem_grow((void **)&r->measures, &r->measure_cap, r->measure_count + 1, sizeof *r->measures))
    return error_no_memory(f->err);
  r->measures[r->measure_count++] = *m;
  return IMP_OK;
}

static uint16_t mention_class(struct news_rules *r, struct str name, const char *form) {
  char room[64];
  if (name.n > 40) return NEWS_NONE;
  int n = snprintf(room, sizeof room, "#%.*s%s", (int)name.n, name.p, form);
  return rules_class(r, (struct str){room, (size_t)n});
}

/* kind tariff charge "I-tariff-%-G-T" "Duty" tariff tariffs ...: name, group, key, title, words for it */
enum imp_status rules_take_kind(struct file *f, struct str rest) {
  static const char *const forms[] = {"", "-act", "-done"};
  struct str kind, group, key, title;
  bool quoted;
  struct news_rules *r = f->r;
  struct news_measure m = {.template = true, .of = NEWS_NONE, .good = NEWS_NONE};
  if (!rules_word(&rest, &kind, &quoted) || !rules_word(&rest, &group, &quoted) ||
      !rules_word(&rest, &key, &quoted) || !rules_word(&rest, &title, &quoted))
    return rules_wrong(f, "a kind is: kind NAME GROUP \"KEY\" \"Title\" words ..., not", rest);
  m.key = str_dup(&r->arena, key);
  m.kind = str_dup(&r->arena, kind);
  m.title = str_dup(&r->arena, title);
  m.pair = str_starts(key, STR("A-B"));
  m.by_percent = m.key != NULL && strstr(m.key, "-%") != NULL;
  m.by_good = m.key != NULL && strstr(m.key, "-G") != NULL;
  m.by_target = m.pair || (m.key != NULL && strstr(m.key, "-T") != NULL);
  m.noun = mention_class(r, kind, forms[0]);
  m.act = mention_class(r, kind, forms[1]);
  m.done = mention_class(r, kind, forms[2]);
  for (int k = 0; k < 3; k++) m.group[k] = mention_class(r, group, forms[k]);
  if (m.done == NEWS_NONE || m.group[2] == NEWS_NONE)
    return rules_wrong(f, "no room for the kind", kind);
  enum imp_status status = add_measure(f, &m);
  uint16_t at = (uint16_t)(r->measure_count - 1);
  return status == IMP_OK ? take_phrases(f, rest, NC_KIND, (uint16_t)(at * 4 + NEWS_NOUN)) : status;
}

/* act import-ban "suspend imports" ...: verbs that say the measure without its noun; done: as past */
static enum imp_status take_verbs(struct file *f, struct str rest, enum news_form_of_words form) {
  struct str kind;
  bool quoted;
  if (!rules_word(&rest, &kind, &quoted)) return rules_wrong(f, "verbs want a kind", rest);
  uint16_t at = rules_measure(f->r, kind);
  if (at == NEWS_NONE || !f->r->measures[at].template)
    return rules_wrong(f, "there is no kind", kind);
  return take_phrases(f, rest, NC_KIND, (uint16_t)(at * 4 + form));
}

enum imp_status rules_take_act(struct file *f, struct str rest) {
  return take_verbs(f, rest, NEWS_ACT);
}

/* loose tariff rate ceiling ...: words that mean the kind beside its number, or where it was spoken of */
enum imp_status rules_take_loose(struct file *f, struct str rest) {
  struct str copy = rest, kind;
  bool quoted;
  if (rules_word(&copy, &kind, &quoted)) f->r->bare = rules_measure(f->r, kind);
  return take_verbs(f, rest, NEWS_LOOSE);
}

enum imp_status rules_take_done(struct file *f, struct str rest) {
  return take_verbs(f, rest, NEWS_DONE);
}

static enum imp_status take_deed(struct file *f, struct str rest, bool noun) {
  struct news_rules *r = f->r;
  struct str kind;
  bool quoted;
  if (!rules_word(&rest, &kind, &quoted)) return rules_wrong(f, "a deed wants a kind", rest);
  uint16_t at = rules_measure(r, kind);
  if (at == NEWS_NONE || !r->measures[at].template) return rules_wrong(f, "there is no kind", kind);
  if (r->deed_count >= NEWS_DEED_KINDS)
    return rules_wrong(f, "more than 448 lines of words that say or stand for a measure", kind);
  if (!mem_grow((void **)&r->deeds, &r->deed_cap, r->deed_count + 1, sizeof *r->deeds))
    return error_no_memory(f->err);
  struct news_deed *d = &r->deeds[r->deed_count++];
  *d = (struct news_deed){.measure = at, .noun = noun};
  return rules_take_pattern(f, rest, &d->pattern);
}

/* deed export-control >@~bars ..3 exports: a pattern of words that say the measure without its noun; > before its verb */
enum imp_status rules_take_deed(struct file *f, struct str rest) {
  return take_deed(f, rest, false);
}

/* noun port-fees fees ..6 ships: one that stands for the noun */
enum imp_status rules_take_noun(struct file *f, struct str rest) {
  return take_deed(f, rest, true);
}

/* Behind the days: the goods, and how it is told: the one by name is meant where a measure on them is suspended; or the
   kind it is of on all other days. */
static enum imp_status take_told(struct file *f, struct str rest, struct news_measure *m) {
  struct str good, status;
  bool quoted;
  if (!rules_word(&rest, &good, &quoted)) return IMP_OK;
  if (m->of == NEWS_NONE && (m->other = rules_measure(f->r, good)) != NEWS_NONE) return IMP_OK;
  m->good = rules_good(f->r, good);
  if (m->good == NEWS_NONE || m->of == NEWS_NONE) return rules_wrong(f, "there are no goods", good);
  while (rules_word(&rest, &status, &quoted)) {
    int k = 0;
    while (k < NEWS_STATUSES && !str_eq(status, str_of(news_status_words[k]))) k++;
    if (k == NEWS_STATUSES) return rules_wrong(f, "there is no status", status);
    m->states = (uint16_t)(m->states | (1u << k));
  }
  return IMP_OK;
}

/* Behind the title: the two sides, then a kind and the days on which that kind between the two is this measure. */
static enum imp_status take_scope(struct file *f, struct str rest, struct news_measure *m) {
  struct str a, b, kind, span;
  bool quoted;
  if (!rules_word(&rest, &a, &quoted)) return IMP_OK;
  if (!rules_word(&rest, &b, &quoted) || !rules_side(f->r, a, &m->a) || !rules_side(f->r, b, &m->b))
    return rules_wrong(f, "a measure concerns two sides that are known, not", a);
  if (!rules_word(&rest, &kind, &quoted)) return IMP_OK;
  bool any = str_eq(kind, STR("-")); /* only the days in which it is spoken of */
  m->of = any ? NEWS_NONE : rules_measure(f->r, kind);
  if ((!any && m->of == NEWS_NONE) || !rules_word(&rest, &span, &quoted) ||
      !read_span(span, &m->from, &m->until))
    return rules_wrong(f, "a measure is one of a kind on FROM..UNTIL, not", kind);
  return take_told(f, rest, m);
}

/* dated cn-ree-licensing export-control rare-earth 2025-10-01..2025-10-31: that kind, told to be of one of these days */
enum imp_status rules_take_dated(struct file *f, struct str rest) {
  struct str key, kind, good, span;
  bool quoted;
  struct news_rules *r = f->r;
  struct news_dated x = {.until = DAY_NEVER};
  if (!rules_word(&rest, &key, &quoted) || !rules_word(&rest, &kind, &quoted) ||
      !rules_word(&rest, &good, &quoted) || !rules_word(&rest, &span, &quoted) ||
      !read_span(span, &x.from, &x.until) || r->dated_count == NEWS_DATED)
    return rules_wrong(f,
                       "a dated measure is: dated KEY KIND GOODS FROM..UNTIL, sixteen at most, not",
                       rest);
  x.measure = rules_measure(r, key);
  x.kind = rules_measure(r, kind);
  x.good = rules_good(r, good);
  if (x.measure == NEWS_NONE || x.kind == NEWS_NONE || x.good == NEWS_NONE)
    return rules_wrong(f, "there is no measure, kind or goods of a dated measure by the name", key);
  r->dated[r->dated_count++] = x;
  return IMP_OK;
}

enum imp_status rules_take_measure(struct file *f, struct str rest) {
  struct str key, kind, side, title;
  bool quoted;
  struct news_rules *r = f->r;
  struct news_measure m = {.of = NEWS_NONE,
                           .other = NEWS_NONE,
                           .from = DAY_FIRST,
                           .until = DAY_NEVER,
                           .good = NEWS_NONE};
  if (!rules_word(&rest, &key, &quoted) || !rules_word(&rest, &kind, &quoted) ||
      !rules_word(&rest, &side, &quoted) || !rules_word(&rest, &title, &quoted) ||
      !rules_side(r, side, &m.competent))
    return rules_wrong(f, "a measure is: measure KEY KIND SIDE|either \"title\", not", rest);
  m.key = str_dup(&r->arena, key);
  m.kind = str_dup(&r->arena, kind);
  m.title = str_dup(&r->arena, title);
  enum imp_status status = take_scope(f, rest, &m);
  return status == IMP_OK ? add_measure(f, &m) : status;
}
