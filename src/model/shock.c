// SPDX-License-Identifier: Apache-2.0
// Reading a shock and putting it onto a scenario.

#include "model/shock.h"

#include <math.h>
#include <string.h>

#include "model/number.h"

enum { NOTES_MOST = 32 };

struct reader {
  const struct economy *e;
  struct shock *s;
  struct str rest, line;
  const char *name;
  uint32_t number;
  struct imp_error *err;
};

static enum imp_status wrong(struct reader *r, const char *what, struct str word) {
  return error_set(r->err, IMP_USAGE, "model.shock.text",
                   "impost model --about-data lists regions and sectors; docs/model.md the words",
                   "%s:%u: %s: %.*s", r->name, (unsigned)r->number, what,
                   (int)(word.n > 60 ? 60 : word.n), word.n > 0 ? word.p : "");
}

static struct str next_word(struct str *line) {
  *line = str_trim(*line);
  long blank = str_find(*line, ' ');
  size_t end = blank < 0 ? line->n : (size_t)blank;
  struct str word = str_sub(*line, 0, end);
  *line = str_sub(*line, end, line->n);
  return word;
}

static bool next_line(struct reader *r) {
  while (str_split(&r->rest, '\n', &r->line)) {
    r->number++;
    if (r->line.n > 0 && r->line.p[r->line.n - 1] == '\r') r->line.n--;
    long comment = str_find(r->line, '#');
    if (comment >= 0) r->line.n = (size_t)comment;
    r->line = str_trim(r->line);
    if (r->line.n > 0) return true;
  }
  r->line = (struct str){NULL, 0};
  return false;
}

/* ---- regions, sectors, numbers ------------------------------------------------------------------------ */

static bool take_group(const struct economy *e, struct str name, bool regions, bool *has) {
  for (uint32_t g = 0; g < e->groups; g++) {
    if (e->group[g].regions != regions || !str_eq_nocase(str_of(e->group[g].name), name)) continue;
    uint32_t most = regions ? e->regions : e->sectors;
    for (uint32_t k = 0; k < most; k++) has[k] = has[k] || e->group[g].has[k];
    return true;
  }
  return false;
}

static enum imp_status no_name(struct reader *r, struct str code, bool regions, uint32_t part) {
  const char *near = shock_nearest(r->e, code, regions);
  struct buf what = {0};
  buf_printf(&what, regions ? "no region of the data" : "no sector of the data");
  if (part != UINT32_MAX)
    buf_printf(&what, "; it is a part of %s", r->e->region[part].code);
  else if (near != NULL)
    buf_printf(&what, ", %s is near", near);
  buf_putc(&what, '\0');
  enum imp_status status = what.failed ? error_no_memory(r->err) : wrong(r, what.p, code);
  buf_free(&what);
  return status;
}

/* CODE,GROUP,... or *; of regions also "CN" and "China". */
static enum imp_status names(struct reader *r, struct str list, bool regions, bool *has) {
  const struct economy *e = r->e;
  struct str code;
  if (list.n == 0) return wrong(r, "a region or sector is wanted", r->line);
  while (str_split(&list, ',', &code)) {
    uint32_t part = UINT32_MAX,
             at = regions ? shock_region(e, code, &part) : economy_sector(e, code);
    if (str_eq(code, STR("*")))
      for (uint32_t k = 0; k < (regions ? e->regions : e->sectors); k++) has[k] = true;
    else if (at != UINT32_MAX)
      has[at] = true;
    else if (!take_group(e, code, regions, has))
      return no_name(r, code, regions, part);
  }
  return IMP_OK;
}

static enum imp_status percent(struct reader *r, struct str word, double *out) {
  bool good =
      word.n > 1 && word.p[word.n - 1] == '%' && number_read(str_sub(word, 0, word.n - 1), out);
  *out /= 100;
  return good ? IMP_OK : wrong(r, "a percentage is wanted, as 12.5%", word);
}

static enum imp_status rent_of(struct reader *r, struct str word, enum rent *out) {
  static const char *const words[] = {"importer", "exporter", "nobody"};
  for (int k = 0; k < 3; k++)
    if (str_eq(word, str_of(words[k]))) {
      *out = (enum rent)k;
      return IMP_OK;
    }
  return wrong(r, "the rent goes to importer, exporter or nobody, not", word);
}

/* ---- a statement -------------------------------------------------------------------------------------- */

enum {
  SAID_INTO = 1,
  SAID_FROM = 2,
  SAID_ON = 4,
  SAID_VALUE = 8,
  SAID_SCOPE = 16,
  SAID_RENT = 32,
  SAID_KEPT = 64,
  SAID_SD = 128,
  SAID_CHARGED = 256
};

struct kind_word {
  const char *word;
  enum shock_kind kind;
  unsigned needs, may;
};

static const struct kind_word kinds[] = {
    {"tariff", SHOCK_TARIFF, SAID_VALUE, SAID_SCOPE | SAID_CHARGED},
    {"export-tax", SHOCK_EXPORT_TAX, SAID_VALUE, SAID_SCOPE},
    {"cost", SHOCK_COST, SAID_VALUE, SAID_SCOPE},
    {"ban", SHOCK_BAN, 0, SAID_SCOPE},
    {"limit", SHOCK_LIMIT, SAID_VALUE | SAID_RENT, 0},
    {"floor", SHOCK_FLOOR, SAID_VALUE, SAID_KEPT},
    {"short", SHOCK_SHORT, SAID_VALUE, 0},
};

static enum imp_status clause(struct reader *r, struct shock_statement *s, struct str word,
                              struct str *line, unsigned *said) {
  static const struct {
    const char *word;
    unsigned bit;
  } words[] = {{"into", SAID_INTO},   {"from", SAID_FROM},      {"on", SAID_ON},
               {"is", SAID_VALUE},    {"plus", SAID_VALUE},     {"at", SAID_VALUE},
               {"scope", SAID_SCOPE}, {"rent", SAID_RENT},      {"kept", SAID_KEPT},
               {"sd", SAID_SD},       {"charged", SAID_CHARGED}};
  unsigned bit = 0;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (str_eq(word, str_of(words[k].word))) bit = words[k].bit;
  if (bit == 0 && word.p[word.n - 1] == '%')
    return wrong(r, "a rate is said with is or plus, a quantity with at, before", word);
  if (bit == 0) return wrong(r, "no such word", word);
  if (*said & bit) return wrong(r, "said twice", word);
  *said |= bit;
  struct str value = next_word(line);
  if (bit == SAID_INTO) return names(r, value, true, s->into);
  if (bit == SAID_FROM) return names(r, value, true, s->from);
  if (bit == SAID_ON) return names(r, value, false, s->on);
  if (bit == SAID_RENT) return rent_of(r, value, &s->rent);
  if (bit == SAID_VALUE) s->is = !str_eq(word, STR("plus"));
  double *slot = bit == SAID_VALUE     ? &s->value
                 : bit == SAID_SCOPE   ? &s->scope
                 : bit == SAID_KEPT    ? &s->kept
                 : bit == SAID_CHARGED ? &s->charged
                                       : &s->kept_sd;
  return percent(r, value, slot);
}

static enum imp_status check(struct reader *r, const struct kind_word *k, unsigned said,
                             const struct shock_statement *s) {
  const unsigned places = SAID_INTO | SAID_FROM | SAID_ON;
  if ((said & places) != places) return wrong(r, "into, from and on must be said", r->line);
  if ((said & k->needs) != k->needs)
    return wrong(r,
                 k->kind == SHOCK_LIMIT ? "at and rent must be said"
                                        : "a rate or quantity is missing",
                 r->line);
  if (said & ~(places | k->needs | k->may | (k->may & SAID_KEPT ? SAID_SD : 0u)))
    return wrong(r, "a word that is not for this statement", r->line);
  bool steps = k->kind == SHOCK_EXPORT_TAX || k->kind == SHOCK_COST;
  if (steps && s->is) return wrong(r, "say plus", r->line);
  if (!(s->scope > 0) || s->scope > 1)
    return wrong(r, "a scope is above 0 and at most 100%", r->line);
  if (k->kind == SHOCK_SHORT && (s->value < 0 || s->value > 1))
    return wrong(r, "what arrives is 0 to 100%", r->line);
  if (s->kept < 0 || s->kept > 1.5 || s->kept_sd < 0 || s->kept_sd > 0.5)
    return wrong(r, "kept is 0 to 150%, sd 0 to 50%", r->line);
  return IMP_OK;
}

static enum imp_status statement(struct reader *r, const struct kind_word *k, struct str line) {
  struct shock *s = r->s;
  unsigned said = 0;
  struct shock_statement t = {.kind = k->kind, .line = r->number, .scope = 1, .kept = 1};
  t.charged = (double)NAN;
  t.text = str_dup(&s->arena, r->line);
  if (t.text == NULL) return error_no_memory(r->err);
  t.outcome = s->outcomes == 0 ? UINT32_MAX : s->outcomes - 1;
  enum imp_status status = IMP_OK;
  for (struct str word = next_word(&line); word.n > 0 && status == IMP_OK; word = next_word(&line))
    status = clause(r, &t, word, &line, &said);
  if (status == IMP_OK) status = check(r, k, said, &t);
  if (status != IMP_OK) return status;
  if (!mem_grow((void **)&s->statements, &s->cap, s->count + 1, sizeof *s->statements))
    return error_no_memory(r->err);
  s->statements[s->count++] = t;
  return IMP_OK;
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

static enum imp_status outcome(struct reader *r, struct str line) {
  struct shock *s = r->s;
  struct str name = next_word(&line), rest = line, word = next_word(&rest);
  double odds = (double)NAN;
  if (name.n == 0) return wrong(r, "an outcome wants a name", r->line);
  if (name.p[name.n - 1] == ':') return wrong(r, "a name of an outcome has no colon", name);
  if (s->outcomes == SHOCK_OUTCOMES_MOST) return wrong(r, "one outcome too many", name);
  for (uint32_t k = 0; k < s->outcomes; k++)
    if (str_eq(str_of(s->outcome[k].name), name)) return wrong(r, "said twice", name);
  if (str_eq(word, STR("odds"))) {
    enum imp_status status = percent(r, next_word(&rest), &odds);
    if (status != IMP_OK) return status;
    if (odds < 0 || odds > 1) return wrong(r, "odds are 0 to 100%", r->line);
    line = rest;
  }
  struct str title = str_trim(line);
  struct shock_outcome *o = &s->outcome[s->outcomes++];
  o->name = str_dup(&s->arena, name);
  o->title = str_dup(&s->arena, title.n > 0 ? title : name);
  o->odds = odds;
  return s->arena.failed ? error_no_memory(r->err) : IMP_OK;
}

static enum imp_status note(struct reader *r, struct str kind, struct str line) {
  struct shock *s = r->s;
  if (s->notes == NULL) s->notes = arena_array(&s->arena, NOTES_MOST, sizeof *s->notes);
  if (s->note_count == NOTES_MOST) return wrong(r, "one note too many", line);
  if (!s->arena.failed)
    s->notes[s->note_count++] =
        (struct economy_note){str_dup(&s->arena, kind), str_dup(&s->arena, str_trim(line))};
  return s->arena.failed ? error_no_memory(r->err) : IMP_OK;
}

static enum imp_status read_line(struct reader *r) {
  struct str line = r->line, word = next_word(&line);
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    if (str_eq(word, str_of(kinds[k].word))) return statement(r, &kinds[k], line);
  if (str_eq(word, STR("outcome"))) return outcome(r, line);
  if (str_eq(word, STR("note")) || str_eq(word, STR("source")) || str_eq(word, STR("alone")))
    return note(r, word, line);
  if (str_eq(word, STR("title")) && r->s->title == NULL) {
    r->s->title = str_dup(&r->s->arena, str_trim(line));
    return r->s->title == NULL ? error_no_memory(r->err) : IMP_OK;
  }
  if (str_eq(word, STR("year"))) {
    if (str_eq(str_trim(line), str_of(r->e->year))) return IMP_OK;
    return wrong(r, "the shock is for data of another year, base years are not mixed",
                 str_trim(line));
  }
  if (word.n > 1 && word.p[word.n - 1] == ':')
    return wrong(r, "words have no colon after them", word);
  return wrong(r, "no such word", word);
}

enum imp_status shock_read(const struct economy *e, struct str text, const char *name,
                           struct shock **out, struct imp_error *err) {
  struct shock *s = mem_alloc(sizeof *s);
  *out = NULL;
  if (s == NULL) return error_no_memory(err);
  struct reader r = {.e = e, .s = s, .rest = text, .name = name, .err = err};
  enum imp_status status = IMP_OK;
  if (!next_line(&r) || !str_eq(r.line, STR("impost-shock 1")))
    status = wrong(&r, "the first line must be \"impost-shock 1\"", r.line);
  while (status == IMP_OK && next_line(&r)) status = read_line(&r);
  if (status == IMP_OK && s->title == NULL) status = wrong(&r, "no title", r.line);
  if (status == IMP_OK && s->outcomes < 2)
    status = wrong(&r,
                   s->outcomes == 1 ? "two outcomes at least are compared, there is only"
                                    : "two outcomes at least are compared",
                   str_of(s->outcomes == 1 ? s->outcome[0].name : ""));
  if (status == IMP_OK) status = shock_check(e, s, name, err);
  if (status == IMP_OK) status = shock_odds_check(s, err);
  if (status != IMP_OK) {
    shock_free(s);
    return status;
  }
  *out = s;
  return IMP_OK;
}

enum imp_status shock_note(struct shock *into, const struct economy_note *n,
                           struct imp_error *err) {
  if (into->notes == NULL) into->notes = arena_array(&into->arena, NOTES_MOST, sizeof *into->notes);
  if (into->note_count == NOTES_MOST || into->arena.failed)
    return into->arena.failed ? error_no_memory(err) : IMP_OK;
  into->notes[into->note_count++] = (struct economy_note){str_dup(&into->arena, str_of(n->kind)),
                                                          str_dup(&into->arena, str_of(n->text))};
  return into->arena.failed ? error_no_memory(err) : IMP_OK;
}

static uint32_t outcome_named(const struct shock *s, const char *name) {
  for (uint32_t k = 0; k < s->outcomes; k++)
    if (strcmp(s->outcome[k].name, name) == 0) return k;
  return UINT32_MAX;
}

enum imp_status shock_join(struct shock *into, const struct shock *from, struct imp_error *err) {
  uint32_t place[SHOCK_OUTCOMES_MOST], notes = from->note_count;
  size_t count = from->count; /* as they were: a shock may be joined to itself */
  for (uint32_t k = 0; k < from->outcomes; k++) {
    place[k] = outcome_named(into, from->outcome[k].name);
    if (place[k] != UINT32_MAX && !isnan(from->outcome[k].odds))
      into->outcome[place[k]].odds = from->outcome[k].odds;
    if (place[k] == UINT32_MAX)
      return error_set(err, IMP_USAGE, "model.shock.join",
                       "name its outcomes as the answers are named",
                       "\"%s\" has an outcome %s, which is none of \"%s\"", from->title,
                       from->outcome[k].name, into->title);
  }
  if (!mem_grow((void **)&into->statements, &into->cap, into->count + count,
                sizeof *into->statements))
    return error_no_memory(err);
  for (size_t k = 0; k < count; k++) {
    struct shock_statement *t = &into->statements[into->count++];
    *t = from->statements[k];
    if (t->outcome != UINT32_MAX) t->outcome = place[t->outcome];
    if (t->text != NULL) t->text = str_dup(&into->arena, str_of(t->text));
  }
  enum imp_status status = IMP_OK;
  for (uint32_t k = 0; k < notes && status == IMP_OK; k++)
    if (strcmp(from->notes[k].kind, "alone") != 0) status = shock_note(into, &from->notes[k], err);
  return status == IMP_OK ? shock_odds_check(into, err) : status;
}

void shock_free(struct shock *s) {
  if (s == NULL) return;
  mem_free(s->statements);
  arena_free(&s->arena);
  mem_free(s);
}

/* ---- onto a scenario ---------------------------------------------------------------------------------- */

static enum imp_status apply_cell(const struct shock_statement *t, const double *kept, uint32_t n,
                                  uint32_t i, uint32_t j, struct scenario *what,
                                  struct imp_error *err) {
  struct change c = {.scope = t->scope, .cost = 1};
  struct bound b = {.importer = n, .exporter = i, .sector = j, .rent = t->rent};
  b.quantity = t->value;
  switch (t->kind) {
  case SHOCK_TARIFF:
    c.tariff = t->value, c.set = t->is;
    c.excess = isnan(t->charged) ? 0 : t->charged - t->value;
    break;
  case SHOCK_EXPORT_TAX:
    c.export_tax = t->value;
    break;
  case SHOCK_COST:
    c.cost = 1 + t->value;
    break;
  case SHOCK_BAN:
    c.cost = HUGE_VAL;
    break;
  case SHOCK_LIMIT:
    return scenario_bound(what, &b, err);
  case SHOCK_FLOOR:
    b.floor = true;
    b.quantity = fmax(1e-3, t->value * (kept == NULL ? t->kept : *kept));
    return scenario_bound(what, &b, err);
  case SHOCK_SHORT:
    return IMP_OK;
  }
  return scenario_change(what, n, i, j, &c, err);
}

static enum imp_status apply(const struct shock_statement *t, const double *kept,
                             struct scenario *what, struct imp_error *err) {
  const struct economy *e = what->e;
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions && t->on[j]; n++)
      for (uint32_t i = 0; i < e->regions && t->into[n]; i++) {
        if (!t->from[i] || i == n) continue;
        enum imp_status status = apply_cell(t, kept, n, i, j, what, err);
        if (status != IMP_OK) return status;
      }
  return IMP_OK;
}

enum imp_status shock_apply(const struct shock *s, uint32_t outcome, const double *kept,
                            struct scenario *what, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (size_t k = 0; k < s->count && status == IMP_OK; k++) {
    const struct shock_statement *t = &s->statements[k];
    if (t->outcome == UINT32_MAX || t->outcome == outcome) status = apply(t, kept, what, err);
  }
  return status;
}
