// SPDX-License-Identifier: Apache-2.0
// The price push through detailed tables: what is made at home gets dearer by what goes into it, round after round; what
// consumers buy by its imported and domestic parts. Trade and transport on top stay what they are in dollars.

#include "model/prices.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/number.h"

enum { COMMODITIES_MOST = 1024, CATEGORIES_MOST = 512, NOTES_MOST = 16 };

struct reader {
  const struct economy *e;
  struct prices *p;
  struct str rest, line;
  const char *name;
  uint32_t number;
  struct imp_error *err;
};

static enum imp_status wrong(struct reader *r, const char *what, struct str word) {
  return error_set(r->err, IMP_FINDINGS, "model.prices.text", "docs/model.md has the format",
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

static uint32_t commodity_of(const struct prices *p, struct str code) {
  for (uint32_t k = 0; k < p->commodities; k++)
    if (str_eq(str_of(p->code[k]), code)) return k;
  return UINT32_MAX;
}

static enum imp_status commodity(struct reader *r, struct str line) {
  struct prices *p = r->p;
  struct str code = next_word(&line), sector = next_word(&line), share = next_word(&line);
  if (p->commodities == COMMODITIES_MOST) return wrong(r, "one commodity too many", code);
  if (code.n == 0 || commodity_of(p, code) != UINT32_MAX)
    return wrong(r, "no code, or said twice", code);
  uint32_t k = p->commodities, j = economy_sector(r->e, sector);
  if (j == UINT32_MAX && !str_eq(sector, STR("-"))) return wrong(r, "no such sector", sector);
  if (!number_read(share, &p->imported[k]) || !(p->imported[k] >= 0) || p->imported[k] > 1)
    return wrong(r, "a share between 0 and 1 is wanted", share);
  p->code[k] = str_dup(&p->arena, code);
  p->sector[k] = j;
  p->commodities++;
  return p->code[k] == NULL ? error_no_memory(r->err) : IMP_OK;
}

/* CODE:NUMBER ... up to `=` or the end. */
static enum imp_status uses(struct reader *r, uint32_t user, struct str *line,
                            struct price_use **list, size_t *count, size_t *cap) {
  for (struct str word = next_word(line); word.n > 0 && !str_eq(word, STR("="));
       word = next_word(line)) {
    long colon = str_find(word, ':');
    struct price_use use = {.user = user};
    if (colon < 0 || !number_read(str_sub(word, (size_t)colon + 1, word.n), &use.share) ||
        fabs(use.share) > 1e12)
      return wrong(r, "CODE:NUMBER is wanted", word);
    use.input = commodity_of(r->p, str_sub(word, 0, (size_t)colon));
    if (use.input == UINT32_MAX) return wrong(r, "no such commodity", word);
    if (!mem_grow((void **)list, cap, *count + 1, sizeof use)) return error_no_memory(r->err);
    (*list)[(*count)++] = use;
  }
  return IMP_OK;
}

static enum imp_status making(struct reader *r, struct str line, bool domestic) {
  struct prices *p = r->p;
  struct str code = next_word(&line);
  uint32_t user = commodity_of(p, code);
  if (user == UINT32_MAX) return wrong(r, "no such commodity", code);
  return domestic ? uses(r, user, &line, &p->domestic, &p->domestics, &p->domestic_cap)
                  : uses(r, user, &line, &p->import, &p->imports, &p->import_cap);
}

static enum imp_status category(struct reader *r, struct str line) {
  struct prices *p = r->p;
  struct str number = next_word(&line), paid = next_word(&line);
  if (p->categories == CATEGORIES_MOST) return wrong(r, "one category too many", number);
  struct price_category *c = &p->category[p->categories];
  if (!number_read(paid, &c->paid) || !(c->paid > 0))
    return wrong(r, "an amount above 0 is wanted", paid);
  c->first = (uint32_t)p->parts;
  enum imp_status status = uses(r, p->categories, &line, &p->part, &p->parts, &p->part_cap);
  c->count = (uint32_t)p->parts - c->first;
  c->title = str_dup(&p->arena, str_trim(line));
  p->categories++;
  return status == IMP_OK && c->title == NULL ? error_no_memory(r->err) : status;
}

static enum imp_status read_line(struct reader *r) {
  struct prices *p = r->p;
  struct str line = r->line, word = next_word(&line);
  if (str_eq(word, STR("commodity"))) return commodity(r, line);
  if (str_eq(word, STR("domestic")) || str_eq(word, STR("imported")))
    return making(r, line, str_eq(word, STR("domestic")));
  if (str_eq(word, STR("category"))) return category(r, line);
  if (str_eq(word, STR("region"))) {
    p->region = economy_region(r->e, str_trim(line));
    return p->region == UINT32_MAX ? wrong(r, "no such region", str_trim(line)) : IMP_OK;
  }
  if (str_eq(word, STR("year"))) {
    p->year = str_dup(&p->arena, str_trim(line));
    return p->year == NULL ? error_no_memory(r->err) : IMP_OK;
  }
  bool note =
      str_eq(word, STR("source")) || str_eq(word, STR("licence")) || str_eq(word, STR("note"));
  if (!note || p->note_count == NOTES_MOST) return wrong(r, "no such word", word);
  p->notes[p->note_count++] =
      (struct economy_note){str_dup(&p->arena, word), str_dup(&p->arena, str_trim(line))};
  return p->arena.failed ? error_no_memory(r->err) : IMP_OK;
}

static enum imp_status make_room(struct prices *p, struct imp_error *err) {
  p->region = UINT32_MAX;
  p->code = arena_array(&p->arena, COMMODITIES_MOST, sizeof *p->code);
  p->sector = arena_array(&p->arena, COMMODITIES_MOST, sizeof *p->sector);
  p->imported = arena_array(&p->arena, COMMODITIES_MOST, sizeof *p->imported);
  p->category = arena_array(&p->arena, CATEGORIES_MOST, sizeof *p->category);
  p->notes = arena_array(&p->arena, NOTES_MOST, sizeof *p->notes);
  return p->arena.failed ? error_no_memory(err) : IMP_OK;
}

/* Inputs of a maker that cost more than what is made would push prices without end. */
static enum imp_status check_makers(struct reader *r) {
  const struct prices *p = r->p;
  enum imp_status status = IMP_OK;
  double *sum = mem_alloc((p->commodities + 1) * sizeof *sum);
  if (sum == NULL) return error_no_memory(r->err);
  for (size_t k = 0; k < p->domestics; k++) sum[p->domestic[k].user] += fabs(p->domestic[k].share);
  for (size_t k = 0; k < p->imports; k++) sum[p->import[k].user] += fabs(p->import[k].share);
  for (uint32_t k = 0; k < p->commodities && status == IMP_OK; k++)
    if (sum[k] > 1.001) status = wrong(r, "inputs cost more than what is made", str_of(p->code[k]));
  mem_free(sum);
  return status;
}

enum imp_status prices_read(const struct economy *e, struct str text, const char *name,
                            struct prices **out, struct imp_error *err) {
  struct prices *p = mem_alloc(sizeof *p);
  *out = NULL;
  if (p == NULL) return error_no_memory(err);
  struct reader r = {.e = e, .p = p, .rest = text, .name = name, .err = err};
  enum imp_status status = make_room(p, err);
  while (status == IMP_OK && str_split(&r.rest, '\n', &r.line)) {
    r.number++;
    if (r.number == 1 && !str_eq(r.line, STR("impost-prices 1")))
      status = wrong(&r, "the first line must be \"impost-prices 1\"", r.line);
    else if (r.number > 1 && r.line.n > 0 && r.line.p[0] != '#')
      status = read_line(&r);
  }
  if (status == IMP_OK && (p->region == UINT32_MAX || p->year == NULL || p->categories == 0))
    status = wrong(&r, "region, year and categories must be said", r.line);
  if (status == IMP_OK) status = check_makers(&r);
  if (status != IMP_OK) {
    prices_free(p);
    return status;
  }
  *out = p;
  return IMP_OK;
}

void prices_free(struct prices *p) {
  if (p == NULL) return;
  mem_free(p->domestic);
  mem_free(p->import);
  mem_free(p->part);
  arena_free(&p->arena);
  mem_free(p);
}

/* ---- the push ----------------------------------------------------------------------------------------- */

double prices_push(const struct prices *p, const double *dearer, double *change, double *room) {
  enum { ROUNDS = 60 };
  double *direct = room, *home = room + p->commodities, *next = home + p->commodities;
  double all = 0, paid = 0;
  memset(direct, 0, 3 * (size_t)p->commodities * sizeof *room);
  for (size_t k = 0; k < p->imports; k++) {
    uint32_t j = p->sector[p->import[k].input];
    if (j != UINT32_MAX) direct[p->import[k].user] += p->import[k].share * dearer[j];
  }
  for (int round = 0; round < ROUNDS; round++) {
    memcpy(next, direct, p->commodities * sizeof *next);
    for (size_t k = 0; k < p->domestics; k++)
      next[p->domestic[k].user] += p->domestic[k].share * home[p->domestic[k].input];
    memcpy(home, next, p->commodities * sizeof *next);
  }
  for (uint32_t c = 0; c < p->categories; c++) {
    const struct price_category *to = &p->category[c];
    double more = 0;
    for (uint32_t k = to->first; k < to->first + to->count; k++) {
      uint32_t i = p->part[k].input, j = p->sector[i];
      double abroad = j == UINT32_MAX ? 0 : p->imported[i] * dearer[j];
      more += p->part[k].share * (abroad + (1 - p->imported[i]) * home[i]);
    }
    change[c] = more / to->paid;
    all += more;
    paid += to->paid;
  }
  return paid > 0 ? all / paid : 0;
}
