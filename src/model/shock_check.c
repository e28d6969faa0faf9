// SPDX-License-Identifier: Apache-2.0
// What a shock's words may mean, and what its statements may not say together.

#include <stdio.h>
#include <string.h>

#include "model/shock.h"

/* ---- names -------------------------------------------------------------------------------------------- */

/* A place of the law that is a region by itself; UINT32_MAX: none, and *part is the region it is a part of. */
static uint32_t whole_place(const struct economy *e, struct str code, uint32_t *part) {
  uint32_t found = UINT32_MAX, others = 0;
  for (size_t k = 0; k < e->places; k++)
    if (str_eq_nocase(str_of(e->place[k].code), code)) found = e->place[k].region;
  for (size_t k = 0; k < e->places && found != UINT32_MAX; k++)
    others += e->place[k].region == found;
  *part = found;
  return others == 1 && found != e->place_rest ? found : UINT32_MAX;
}

uint32_t shock_region(const struct economy *e, struct str word, uint32_t *part) {
  uint32_t at = economy_region(e, word);
  *part = UINT32_MAX;
  for (uint32_t k = 0; k < e->regions && at == UINT32_MAX; k++)
    if (str_eq_nocase(str_of(e->region[k].title), word)) at = k;
  return at != UINT32_MAX ? at : whole_place(e, word, part);
}

/* Letters put in, left out or changed between two words, in whatever case; both short. */
static uint32_t edits(struct str a, struct str b) {
  uint32_t row[33];
  if (a.n > 32 || b.n > 32) return UINT32_MAX;
  for (uint32_t k = 0; k <= b.n; k++) row[k] = k;
  for (size_t i = 0; i < a.n; i++) {
    uint32_t corner = row[0]++;
    for (size_t k = 0; k < b.n; k++) {
      bool same = str_eq_nocase(str_sub(a, i, i + 1), str_sub(b, k, k + 1));
      uint32_t put = row[k] + 1, out = row[k + 1] + 1, least = corner + (same ? 0 : 1);
      corner = row[k + 1];
      if (put < least) least = put;
      row[k + 1] = out < least ? out : least;
    }
  }
  return row[b.n];
}

static void nearer(struct str word, const struct economy_name *name, uint32_t *least,
                   const char **best) {
  uint32_t code = edits(word, str_of(name->code)), title = edits(word, str_of(name->title));
  uint32_t now = code < title ? code : title;
  if (word.n >= 3 && str_starts(str_of(name->code), word)) now = 1;
  if (now < *least) *least = now, *best = name->code;
}

const char *shock_nearest(const struct economy *e, struct str word, bool regions) {
  const struct economy_name *names = regions ? e->region : e->sector;
  uint32_t least = word.n < 2 ? 0 : word.n <= 4 ? 2 : 3; /* strictly fewer edits */
  const char *best = NULL;
  for (uint32_t k = 0; k < (regions ? e->regions : e->sectors); k++)
    nearer(word, &names[k], &least, &best);
  return best;
}

/* ---- statements together ------------------------------------------------------------------------------ */

/* A statement of trade at home alone would pass for one that does nothing. */
static enum imp_status reaches(const struct economy *e, const struct shock_statement *t,
                               const char *name, struct imp_error *err) {
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t i = 0; i < e->regions && t->into[n]; i++)
      if (t->from[i] && i != n) return IMP_OK;
  return error_set(err, IMP_USAGE, "model.shock.empty", "name a flow between two regions",
                   "%s:%u: that is of trade at home", name, (unsigned)t->line);
}

static enum imp_status too_high(const struct shock_statement *t, const char *name,
                                struct imp_error *err) {
  return error_set(err, IMP_USAGE, "model.shock.range", "say ban if nothing is to pass",
                   "%s:%u: %.6g%% is above 1,000%%, as no rate in force is", name,
                   (unsigned)t->line, 100 * t->value);
}

static bool says_rate(const struct shock_statement *t) {
  return t->kind == SHOCK_TARIFF && t->is && t->scope >= 1;
}

/* Marks the cells of a statement that says what a rate is; a cell that has another already is a contradiction. */
static enum imp_status mark(const struct economy *e, const struct shock *s, size_t at,
                            uint32_t *said, const char *name, struct imp_error *err) {
  const struct shock_statement *t = &s->statements[at];
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions && t->on[j]; n++)
      for (uint32_t i = 0; i < e->regions && t->into[n]; i++) {
        if (!t->from[i] || i == n) continue;
        uint32_t *cell = &said[at_flow(e, j, n, i)];
        const struct shock_statement *other = *cell == 0 ? t : &s->statements[*cell - 1];
        if (other->value < t->value || other->value > t->value)
          return error_set(err, IMP_USAGE, "model.shock.range",
                           "keep one of them, or name the others one by one",
                           "%s:%u: the duty on %s from %s into %s is %.6g%% here and %.6g%% in "
                           "line %u of the same outcome",
                           name, (unsigned)t->line, e->sector[j].code, e->region[i].code,
                           e->region[n].code, 100 * t->value, 100 * other->value,
                           (unsigned)other->line);
        *cell = (uint32_t)at + 1;
      }
  return IMP_OK;
}

static enum imp_status contradictions(const struct economy *e, const struct shock *s,
                                      const char *name, struct imp_error *err) {
  size_t cells = (size_t)e->regions * e->regions * e->sectors;
  uint32_t *said = mem_alloc(cells * sizeof *said), outcome = UINT32_MAX;
  enum imp_status status = said == NULL ? error_no_memory(err) : IMP_OK;
  for (size_t k = 0; k < s->count && status == IMP_OK; k++) {
    if (s->statements[k].outcome != outcome) memset(said, 0, cells * sizeof *said);
    outcome = s->statements[k].outcome;
    if (says_rate(&s->statements[k])) status = mark(e, s, k, said, name, err);
  }
  mem_free(said);
  return status;
}

/* Where the data has no duty of the base year, a rate counts whole as an increase. */
static enum imp_status unknown_bases(const struct economy *e, struct shock *s,
                                     struct imp_error *err) {
  enum imp_status status = IMP_OK;
  for (uint32_t n = 0; n < e->regions && status == IMP_OK; n++) {
    const struct shock_statement *found = NULL;
    for (size_t k = 0; k < s->count && !(e->revenue[n] > 0); k++)
      if (says_rate(&s->statements[k]) && s->statements[k].into[n]) found = &s->statements[k];
    if (found == NULL) continue;
    char text[160];
    snprintf(text, sizeof text,
             "%.12s: the data have no duties of the base year, so a rate that a statement says it "
             "is counts whole as an increase",
             e->region[n].code);
    status = shock_note(s, &(struct economy_note){"warning", text}, err);
  }
  return status;
}

enum imp_status shock_check(const struct economy *e, struct shock *s, const char *name,
                            struct imp_error *err) {
  for (size_t k = 0; k < s->count; k++) {
    const struct shock_statement *t = &s->statements[k];
    bool rate = t->kind == SHOCK_TARIFF || t->kind == SHOCK_EXPORT_TAX || t->kind == SHOCK_COST;
    enum imp_status status = reaches(e, t, name, err);
    if (status != IMP_OK) return status;
    if (rate && t->value > 10) return too_high(t, name, err);
  }
  enum imp_status status = contradictions(e, s, name, err);
  return status == IMP_OK ? unknown_bases(e, s, err) : status;
}
