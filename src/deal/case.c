// SPDX-License-Identifier: Apache-2.0
// See case.h.
#include "deal/case.h"

#include "law/findings.h"

bool deal_case_start(struct arena *a, const struct law *law, const struct names *names,
                     struct deal_case *out) {
  *out = (struct deal_case){.law = law, .names = names, .on = DAY_NEVER, .minute = CLOCK_UNSTATED};
  out->facts = arena_array(a, law->deal->fact_count + 1u, sizeof *out->facts);
  return out->facts != NULL;
}

bool deal_list_within(const struct law_deal *d, uint32_t list, uint32_t within) {
  enum { DEPTH_MAX = 16 };
  uint32_t stack[DEPTH_MAX * 8], n = 0;
  if (within != LAW_NONE) stack[n++] = within;
  for (uint32_t steps = 0; n > 0 && steps < 4096; steps++) {
    uint32_t at = stack[--n];
    if (at == list) return true;
    for (uint32_t i = 0; i < d->lists[at].include_count; i++)
      if (d->lists[at].include_lists[i] != LAW_NONE && n < DEPTH_MAX * 8)
        stack[n++] = d->lists[at].include_lists[i];
  }
  return false;
}

/* ---- values ------------------------------------------------------------------------------------------------ */

static bool is_no(struct str s) {
  return str_eq_nocase(s, STR("no")) || str_eq_nocase(s, STR("none"));
}

static bool read_flag(struct str s, bool *out) {
  *out = str_eq_nocase(s, STR("yes"));
  return *out || is_no(s);
}

static uint16_t place_of(const struct deal_case *c, struct str s) {
  bool letters = s.n == 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'A' && s.p[1] <= 'Z';
  if (c->names) return names_place_find(c->names, s);
  return letters ? LAW_PLACE(s.p[0], s.p[1]) : 0;
}

static bool add_place(struct deal_given *g, uint16_t place) {
  if (!place || g->place_count >= DEAL_PLACES_MAX) return false;
  g->places[g->place_count++] = place;
  return true;
}

static bool read_places(const struct deal_case *c, struct str s, struct deal_given *g) {
  struct str one;
  if (is_no(s)) return true;
  while (str_split(&s, ',', &one)) {
    if (!add_place(g, place_of(c, str_trim(one)))) return false;
  }
  return true;
}

static bool read_share(struct str s, struct rat *out) {
  struct rat hundred = rat_int(100);
  if (!s.n || s.p[s.n - 1] != '%') return false;
  s = str_trim(str_sub(s, 0, s.n - 1));
  return rat_parse_mixed(s, out) && rat_div(*out, hundred, out) && rat_cmp(*out, rat_int(1)) <= 0;
}

/* A number and its unit, which may be missing: "30 µm", "30um", "0.03". */
static bool read_quantity(struct str s, struct str unit, struct rat *out) {
  size_t n = 0;
  while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '.' || s.p[n] == ',')) n++;
  struct str given = str_trim(str_sub(s, n, s.n));
  if (str_eq(given, STR("%"))) return false;
  return n > 0 && rat_parse(str_sub(s, 0, n), out) && deal_unit_convert(*out, given, unit, out);
}

static bool add_word(struct deal_given *g, const struct law_fact *f, struct str word) {
  bool known = f->type == LAW_FACT_TEXT;
  for (uint32_t i = 0; i < f->word_count && !known; i++) {
    known = str_eq_nocase(f->words[i], word);
    if (known) word = f->words[i];
  }
  if (!known || !word.n || g->word_count >= DEAL_WORDS_MAX) return false;
  g->words[g->word_count++] = word;
  return true;
}

/* Of `any of` words several may hold at once; `none` says that none does. */
static bool read_words(const struct law_fact *f, struct str s, struct deal_given *g) {
  struct str one;
  if (f->type == LAW_FACT_ANY && is_no(s)) return true;
  if (f->type != LAW_FACT_ANY) return add_word(g, f, s);
  while (str_split(&s, ',', &one)) {
    if (!add_word(g, f, str_trim(one))) return false;
  }
  return true;
}

/* ---- parties ------------------------------------------------------------------------------------------------- */

/* A list that only gathers others says nothing of which of them it is: they stand and fall apart. */
static bool gathers(const struct law_deal *d, uint32_t list) {
  return list != LAW_NONE && !d->lists[list].count && d->lists[list].include_count;
}

static uint32_t list_called(const struct deal_case *c, struct str s) {
  return deal_find_list(c->law->deal, str_starts(s, STR("@")) ? str_sub(s, 1, s.n) : s);
}

static bool add_list(const struct deal_case *c, struct str s, struct deal_given *g) {
  uint32_t list = list_called(c, s);
  if (list == LAW_NONE || gathers(c->law->deal, list) || !c->law->deal->lists[list].of_parties ||
      g->list_count >= DEAL_LISTS_MAX)
    return false;
  g->lists[g->list_count++] = list;
  g->listed_stated = true;
  return true;
}

/* A place, a list it stands on, or its name, separated by commas: `importer=US,@cn.control-list`. */
static bool read_party(const struct deal_case *c, struct str s, struct deal_given *g) {
  struct str one;
  while (str_split(&s, ',', &one)) {
    one = str_trim(one);
    uint16_t place = place_of(c, one);
    if (str_starts(one, STR("@")) ? !add_list(c, one, g) : place ? !add_place(g, place) : false)
      return false;
    if (!str_starts(one, STR("@")) && !place) {
      if (!one.n || g->word_count >= DEAL_WORDS_MAX) return false;
      g->words[g->word_count++] = one;
    }
  }
  return true;
}

/* What follows the name of a party: `listed`, `owned`, `owned.US`. */
static bool read_of_party(const struct deal_case *c, struct str what, struct str s,
                          struct deal_given *g) {
  if (str_eq(what, STR("listed"))) {
    if (is_no(s)) return g->listed_stated = true, g->list_count = 0, true;
    return add_list(c, s, g);
  }
  struct deal_share share = {0, RAT_ZERO};
  if (str_starts(what, STR("owned."))) {
    share.place = place_of(c, str_sub(what, 6, what.n));
    if (!share.place) return false;
  } else if (!str_eq(what, STR("owned"))) {
    return false;
  }
  if (!is_no(s) && !read_share(s, &share.share)) return false;
  if (g->share_count >= DEAL_SHARES_MAX) return false;
  g->shares[g->share_count++] = share;
  return true;
}

/* ---- one fact ------------------------------------------------------------------------------------------------ */

static bool read_fact(const struct deal_case *c, const struct law_fact *f, struct str s,
                      struct deal_given *g) {
  switch (f->type) {
  case LAW_FACT_FLAG:
  case LAW_FACT_CLAIM:
    return read_flag(s, &g->flag);
  case LAW_FACT_DATE:
    return day_parse(s, &g->day);
  case LAW_FACT_SHARE:
    return is_no(s) ? (g->amount = RAT_ZERO, true) : read_share(s, &g->amount);
  case LAW_FACT_MONEY:
    return rat_parse(s, &g->amount);
  case LAW_FACT_QUANTITY:
    return read_quantity(s, f->unit, &g->amount);
  case LAW_FACT_PLACES:
    return read_places(c, s, g);
  case LAW_FACT_WORD:
  case LAW_FACT_ANY:
  case LAW_FACT_TEXT:
    return read_words(f, s, g);
  case LAW_FACT_PARTY:
    return !f->word_count && read_party(c, s, g); /* "party" stands for others: they are stated */
  default:
    return false;
  }
}

/* Facts every case has. True when the name is one of them; *good: the value was one. */
static bool read_built_in(struct deal_case *c, struct str name, struct str s, bool *good) {
  struct deal_given origin = {0};
  if (str_eq(name, STR("origin"))) {
    *good = read_places(c, s, &origin) && origin.place_count == 1;
    if (*good) c->origin = origin.places[0];
  } else if (str_eq(name, STR("content"))) {
    *good = is_no(s) || read_share(s, &c->content.amount);
    c->content.stated = *good;
  } else if (str_eq(name, STR("made-with"))) {
    *good = read_places(c, s, &c->made_with);
    c->made_with.stated = *good;
  } else if (str_eq(name, STR("entered"))) {
    *good = day_parse(s, &c->entered.day);
    c->entered.stated = *good;
  } else {
    return false;
  }
  return true;
}

/* `us.affiliates.items=yes` */
static bool read_scope(struct deal_case *c, struct str name, struct str s, bool *good) {
  struct str ending = STR(".items");
  bool holds;
  if (name.n <= ending.n || !str_eq(str_sub(name, name.n - ending.n, name.n), ending)) return false;
  uint32_t control = deal_find_control(c->law->deal, str_sub(name, 0, name.n - ending.n));
  if (control == LAW_NONE) return false;
  *good = read_flag(s, &holds) && c->scope_count < DEAL_LISTS_MAX;
  if (*good) c->scopes[c->scope_count++] = (struct deal_scope){control, holds};
  return true;
}

static bool set_fact(struct deal_case *c, struct str name, struct str s, bool *good) {
  const struct law_deal *d = c->law->deal;
  uint32_t f = deal_find_fact(d, name);
  if (f != LAW_NONE) {
    struct deal_given g = d->facts[f].type == LAW_FACT_PARTY ? c->facts[f] : (struct deal_given){0};
    *good = read_fact(c, &d->facts[f], s, &g);
    g.stated = true;
    if (*good) c->facts[f] = g;
    return true;
  }
  long dot = str_find(name, '.');
  f = dot > 0 ? deal_find_fact(d, str_sub(name, 0, (size_t)dot)) : LAW_NONE;
  if (f == LAW_NONE || d->facts[f].type != LAW_FACT_PARTY || d->facts[f].word_count) return false;
  struct deal_given g = c->facts[f];
  *good = read_of_party(c, str_sub(name, (size_t)dot + 1, name.n), s, &g);
  g.stated = true;
  if (*good) c->facts[f] = g;
  return true;
}

/* What is none of the words of a fact is refused with those that are. */
static void refuse_word(struct arena *a, const struct law_fact *f, struct str given,
                        struct refusal *no) {
  struct buf words = {0};
  for (uint32_t i = 0; i < f->word_count; i++)
    buf_printf(&words, "%s%.*s", i ? ", " : "", (int)f->words[i].n, f->words[i].p);
  if (words.failed) a->failed = true;
  refuse(a, no, "refuse.fact", "docs/licence.md says how each fact of a case is written",
         "\"%.*s\" is no value of the fact %.*s; it is one of %s", (int)given.n, given.p,
         (int)f->name.n, f->name.p, words.p ? words.p : "");
  buf_free(&words);
}

/* How a value of the fact is written, where what was given is nearly one. */
static const char *how_written(struct arena *a, const struct deal_case *c, struct str name,
                               struct str given) {
  const struct law_deal *d = c->law->deal;
  long dot = str_find(name, '.');
  uint32_t f = deal_find_fact(d, name);
  bool owned = dot > 0 && str_starts(str_sub(name, (size_t)dot, name.n), STR(".owned"));
  bool share = owned || str_eq(name, STR("content")) ||
               (f != LAW_NONE && d->facts[f].type == LAW_FACT_SHARE);
  struct rat number;
  if (share && rat_parse_mixed(given, &number))
    return text_in(a, "a share has its sign: %.*s=%.*s%%", (int)name.n, name.p, (int)given.n,
                   given.p);
  if (f != LAW_NONE && d->facts[f].type == LAW_FACT_FLAG)
    return text_in(a, "%.*s=yes or %.*s=no", (int)name.n, name.p, (int)name.n, name.p);
  uint32_t list = list_called(c, given);
  if (gathers(d, list))
    return text_in(a, "name the notice it stands on: @%.*s", (int)d->lists[list].includes[0].n,
                   d->lists[list].includes[0].p);
  return "docs/licence.md says how each fact of a case is written";
}

static void refuse_name(struct arena *a, const struct deal_case *c, struct str name,
                        struct refusal *no) {
  static const char *const always[] = {"origin", "content", "made-with", "entered"};
  struct nearest near = nearest_to(name);
  for (uint32_t i = 0; i < c->law->deal->fact_count; i++)
    nearest_offer(&near, c->law->deal->facts[i].name);
  for (size_t i = 0; i < sizeof always / sizeof *always; i++)
    nearest_offer(&near, str_of(always[i]));
  const char *next = "docs/licence.md lists the facts of a case";
  if (near.best.n) next = text_in(a, "Did you mean %.*s? %s", (int)near.best.n, near.best.p, next);
  refuse(a, no, "refuse.fact", next, "no fact of a case is called \"%.*s\"", (int)name.n, name.p);
}

bool deal_case_set(struct arena *a, struct deal_case *c, struct str name, struct str value,
                   struct refusal *no) {
  bool good = false;
  struct str kept;
  name = str_trim(name);
  if (!str_copy(a, str_trim(value), &kept)) return false;
  if (read_built_in(c, name, kept, &good) || set_fact(c, name, kept, &good) ||
      read_scope(c, name, kept, &good)) {
    uint32_t f = deal_find_fact(c->law->deal, name);
    bool choices = f != LAW_NONE && c->law->deal->facts[f].type == LAW_FACT_WORD;
    if (choices && (!good || !kept.n)) {
      refuse_word(a, &c->law->deal->facts[f], kept, no);
      return true;
    }
    if (!good || !kept.n)
      refuse(a, no, "refuse.fact", how_written(a, c, name, kept),
             "\"%.*s\" is no value of the fact %.*s", (int)kept.n, kept.p, (int)name.n, name.p);
    return !a->failed;
  }
  refuse_name(a, c, name, no);
  return !a->failed;
}
