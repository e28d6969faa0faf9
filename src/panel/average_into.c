// SPDX-License-Identifier: Apache-2.0
// Averages of the additional duties of another place: what the other side collects.
//
// Its imports stand beside its law, FOLDER/NAME/trade/imports.tsv, by six digits. They are few, so every line is asked of
// the plain evaluator, alone. What its law may reach and does not say is refused by the line and left out of the mean.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "panel/average_own.h"

#define VALUE "1000000" /* a million: cents of duty are shares of the value */

static bool table_path(const struct imp_law *law, struct str name, char *out, size_t size) {
  int n =
      snprintf(out, size, "%s/%.*s/trade/imports.tsv", imp_law_folder(law), (int)name.n, name.p);
  return n > 0 && (size_t)n < size;
}

/* A jurisdiction whose trade is held, other than the one whose schedule is. */
static const struct law_jurisdiction *other_place(const struct imp_law *law, uint32_t i) {
  for (uint32_t j = 0; j < law->law->jurisdiction_count; j++) {
    const struct law_jurisdiction *at = &law->law->jurisdictions[j];
    char path[4096];
    if (at->place == law->law->home || !table_path(law, at->name, path, sizeof path) ||
        !file_exists(path))
      continue;
    if (i-- == 0) return at;
  }
  return NULL;
}

bool imp_average_place(const struct imp_law *law, uint32_t i, char out[3]) {
  const struct law_jurisdiction *at = other_place(law, i);
  if (!at) return false;
  out[0] = (char)(at->place >> 8);
  out[1] = (char)(at->place & 0xff);
  out[2] = '\0';
  return true;
}

/* ---- its imports ------------------------------------------------------------------------------------------- */

/* The head says what they are: "# trade exports of ...". */
static const char *read_head(struct arena *a, struct str text) {
  struct str line;
  while (str_split(&text, '\n', &line) && line.n && line.p[0] == '#')
    if (line.n > 8 && memcmp(line.p, "# trade ", 8) == 0)
      return str_dup(a, str_sub(line, 8, line.n));
  return str_dup(a, STR("trade of a year its table does not name"));
}

static enum imp_status read_imports(struct making *m, struct imp_average *out,
                                    struct imp_error *err) {
  const struct law_jurisdiction *at = NULL;
  uint16_t place = names_place_find(m->law->names, str_of(m->o->into));
  for (uint32_t i = 0; (at = other_place(m->law, i)) != NULL && at->place != place; i++) continue;
  if (!at)
    return error_set(err, IMP_USAGE, "usage.place", "docs/tables.md: tables of trade",
                     "no imports into \"%s\" are held beside its law", m->o->into);
  char path[4096];
  struct arena a = {0};
  struct str text = {NULL, 0};
  if (!table_path(m->law, at->name, path, sizeof path)) return error_no_memory(err);
  enum imp_status status = file_read(&a, path, 0, &text, err);
  if (status == IMP_OK) status = trade_read(text, "imports.tsv", &m->imports, err);
  if (status == IMP_OK && !(out->trade = read_head(&out->arena, text)))
    status = error_no_memory(err);
  arena_free(&a);
  return status;
}

/* ---- one line ---------------------------------------------------------------------------------------------- */

static bool keep_note(struct imp_average *out, const char *note) {
  if (strncmp(note, "not in it: ", 11) != 0 || out->note_count == AVERAGE_NOTES_MOST) return true;
  for (uint32_t i = 0; i < out->note_count; i++)
    if (strcmp(out->notes[i], note + 11) == 0) return true;
  char *kept = str_dup(&out->arena, str_of(note + 11));
  if (kept) out->notes[out->note_count++] = kept;
  return kept != NULL;
}

/* Over every outcome of questions still open, the least and the most. */
static void add_answer(struct sum *s, const struct imp_answer *a, int64_t value) {
  s->trade += value;
  if (a->status == IMP_LINE_REFUSED || a->bill_count == 0) {
    s->refused += value;
    return;
  }
  if (a->status == IMP_LINE_PROHIBITED) {
    s->prohibited += value;
    return;
  }
  int64_t low = a->bills[0].low, high = a->bills[0].high;
  for (uint32_t b = 1; b < a->bill_count; b++) {
    if (a->bills[b].low < low) low = a->bills[b].low;
    if (a->bills[b].high > high) high = a->bills[b].high;
  }
  s->rated += value;
  s->used_rated += value;
  s->low += (i128)value * low;
  s->high += (i128)value * high;
  s->used_low += (i128)value * low;
  s->used_high += (i128)value * high;
}

static enum imp_status ask(const struct making *m, const struct trade_item *t, struct sum *one,
                           struct imp_average *out, struct imp_error *err) {
  char code[24], from[3] = {(char)(t->place >> 8), (char)(t->place & 0xff), 0};
  struct imp_query query = *m->query;
  struct imp_assessment *got = NULL;
  snprintf(code, sizeof code, "%010llu", (unsigned long long)t->code);
  if (t->code % 10000 == 0) code[6] = '\0';
  struct imp_line line = {
      .code = code, .from = from, .into = m->o->into, .on = m->o->on, .value = VALUE};
  query.brief = query.additional = true;
  query.trace = false;
  enum imp_status status = imp_duty(m->law, &query, &line, &got, err);
  if (status != IMP_OK) return status;
  const struct imp_answer *a = imp_assessment_answer(got);
  add_answer(one, a, t->amount);
  for (uint32_t i = 0; i < a->caveat_count && status == IMP_OK; i++)
    if (!keep_note(out, a->caveats[i])) status = error_no_memory(err);
  imp_assessment_free(got);
  return status;
}

static void add_sum(struct sum *to, const struct sum *one) {
  to->trade += one->trade;
  to->rated += one->rated;
  to->used_rated += one->used_rated;
  to->refused += one->refused;
  to->prohibited += one->prohibited;
  to->low += one->low;
  to->high += one->high;
  to->used_low += one->used_low;
  to->used_high += one->used_high;
}

/* ---- all of them ------------------------------------------------------------------------------------------- */

static bool wanted(const struct making *m, const struct trade_item *t, const char *prefix) {
  char code[24];
  bool place = m->o->place_count == 0;
  snprintf(code, sizeof code, "%010llu", (unsigned long long)t->code);
  for (uint32_t i = 0; i < m->o->place_count && !place; i++)
    place = names_place_find(m->law->names, str_of(m->o->places[i])) == t->place;
  return place && strncmp(code, prefix, strlen(prefix)) == 0;
}

enum imp_status average_into(struct making *m, const char *prefix, struct imp_average *out,
                             struct imp_error *err) {
  char room[24];
  if (m->o->by == IMP_AVERAGE_BY_DAY || m->o->by == IMP_AVERAGE_BY_PROGRAMME)
    return error_set(err, IMP_USAGE, "usage.words", "ask --by place, chapter or hs6, --on a day",
                     "averages of another place are of one day, by place, chapter or hs6");
  enum imp_status status = read_imports(m, out, err);
  for (size_t i = 0; i < m->imports.count && status == IMP_OK; i++) {
    const struct trade_item *t = &m->imports.items[i];
    struct sum one = {0};
    if (!wanted(m, t, prefix)) continue;
    status = ask(m, t, &one, out, err);
    struct sum *s = status == IMP_OK ? average_sum(m, average_key(m, t, room)) : NULL;
    if (status == IMP_OK && !s) status = error_no_memory(err);
    if (status != IMP_OK) break;
    add_sum(s, &one);
    add_sum(&m->total, &one);
    if (m->o->cell) average_tell(m, t, &one);
  }
  return status == IMP_OK && !average_rows(m, out) ? error_no_memory(err) : status;
}
