// SPDX-License-Identifier: Apache-2.0
// The text format of a base year (docs/model.md): a word a line, and blocks of rows of numbers.
//
// A row of a block begins with its code, and all rows of a block must be there: a row that is missing is told
// by name, never taken as zero. A line that is not understood ends the reading.

#include <stdlib.h>
#include <string.h>

#include "model/economy.h"
#include "model/number.h"

enum { FLOWS = 1, TARIFFS = 2, INPUTS = 4, FINAL = 8, BLOCK_ROWS_MOST = 128 };

struct reader {
  struct economy *e;
  struct str rest, line;
  const char *name;
  uint32_t number;
  bool begun;          /* the first block was met: names are settled */
  unsigned char *have; /* [what][index]: blocks that were read */
  struct imp_error *err;
};

static enum imp_status wrong(struct reader *r, const char *what, struct str word) {
  return error_set(r->err, IMP_FINDINGS, "model.data.text", "docs/model.md has the format",
                   "%s:%u: %s: %.*s", r->name, (unsigned)r->number, what,
                   (int)(word.n > 60 ? 60 : word.n), word.n > 0 ? word.p : "");
}

static struct str next_word(struct str *line) {
  size_t at = 0;
  while (at < line->n && (line->p[at] == ' ' || line->p[at] == '\t')) at++;
  size_t end = at;
  while (end < line->n && line->p[end] != ' ' && line->p[end] != '\t') end++;
  struct str word = str_sub(*line, at, end);
  *line = str_sub(*line, end, line->n);
  return word;
}

/* The next line that says something. */
static bool next_line(struct reader *r) {
  while (r->rest.p != NULL && r->rest.n > 0) {
    str_split(&r->rest, '\n', &r->line);
    r->number++;
    if (r->line.n > 0 && r->line.p[r->line.n - 1] == '\r') r->line.n--;
    r->line = str_trim(r->line);
    if (r->line.n > 0 && r->line.p[0] != '#') return true;
  }
  r->line = (struct str){NULL, 0};
  return false;
}

/* `count` numbers; "0*12" is twelve zeros. */
static enum imp_status numbers(struct reader *r, struct str line, double *out, uint32_t count) {
  uint32_t have = 0;
  while (true) {
    struct str word = next_word(&line);
    if (word.n == 0) break;
    long star = str_find(word, '*');
    double value = 0, times = 1;
    if (!number_read(star < 0 ? word : str_sub(word, 0, (size_t)star), &value))
      return wrong(r, "not a number", word);
    if (star >= 0 && !number_read(str_sub(word, (size_t)star + 1, word.n), &times))
      return wrong(r, "not a count", word);
    if (!(times >= 1) || times > (double)(count - have))
      return wrong(r, "more numbers than the row has", word);
    for (uint32_t k = 0; k < (uint32_t)times; k++) out[have++] = value;
  }
  return have == count ? IMP_OK : wrong(r, "fewer numbers than the row has", r->line);
}

/* ---- names -------------------------------------------------------------------------------------------- */

static enum imp_status add_name(struct reader *r, struct str line, bool region) {
  struct economy *e = r->e;
  struct economy_name **list = region ? &e->region : &e->sector;
  uint32_t *count = region ? &e->regions : &e->sectors;
  uint32_t most = region ? ECONOMY_REGIONS_MOST : ECONOMY_SECTORS_MOST;
  struct str code = next_word(&line);
  if (r->begun) return wrong(r, "a name after the first block", code);
  if (code.n == 0 || code.n > 24) return wrong(r, "a code of 1 to 24 letters is wanted", code);
  if (*count == most) return wrong(r, "one name too many", code);
  uint32_t there = region ? economy_region(e, code) : economy_sector(e, code);
  if (there != UINT32_MAX) return wrong(r, "a code that is there already", code);
  if (*list == NULL) *list = arena_array(&e->arena, most, sizeof **list);
  if (*list == NULL) return error_no_memory(r->err);
  struct str title = str_trim(line);
  (*list)[*count].code = str_dup(&e->arena, code);
  (*list)[*count].title = str_dup(&e->arena, title.n > 0 ? title : code);
  (*count)++;
  return e->arena.failed ? error_no_memory(r->err) : IMP_OK;
}

/* group NAME CODE,CODE,...: the first code says whether of regions or of sectors. */
static enum imp_status add_group(struct reader *r, struct str line) {
  struct economy *e = r->e;
  struct str name = next_word(&line), list = next_word(&line), code;
  if (e->group == NULL) e->group = arena_array(&e->arena, ECONOMY_GROUPS_MOST, sizeof *e->group);
  if (e->group == NULL) return error_no_memory(r->err);
  if (name.n == 0 || list.n == 0) return wrong(r, "a group wants a name and codes", r->line);
  if (e->groups == ECONOMY_GROUPS_MOST) return wrong(r, "one group too many", name);
  struct economy_group *g = &e->group[e->groups];
  for (bool first = true; str_split(&list, ',', &code); first = false) {
    if (first) g->regions = economy_region(e, code) != UINT32_MAX;
    uint32_t at = g->regions ? economy_region(e, code) : economy_sector(e, code);
    if (at == UINT32_MAX) return wrong(r, "no such code", code);
    g->has[at] = true;
  }
  g->name = str_dup(&e->arena, name);
  e->groups++;
  return g->name == NULL ? error_no_memory(r->err) : IMP_OK;
}

/* goods SECTOR PREFIX,...: numbers that begin so are of the sector. */
static enum imp_status add_goods(struct reader *r, struct str line) {
  struct economy *e = r->e;
  struct str name = next_word(&line), list = next_word(&line), code;
  uint32_t sector = economy_sector(e, name);
  if (sector == UINT32_MAX) return wrong(r, "no such sector", name);
  while (str_split(&list, ',', &code)) {
    struct economy_prefix p = {.sector = sector};
    bool digits = code.n > 0 && code.n <= 10;
    for (size_t k = 0; k < code.n; k++) digits = digits && code.p[k] >= '0' && code.p[k] <= '9';
    if (!digits) return wrong(r, "1 to 10 digits of a number are wanted", code);
    memcpy(p.digits, code.p, code.n);
    if (!mem_grow((void **)&e->prefix, &e->prefix_cap, e->prefixes + 1, sizeof p))
      return error_no_memory(r->err);
    e->prefix[e->prefixes++] = p;
  }
  return IMP_OK;
}

/* places REGION XX,YY or *: places of the law that are in the region. */
static enum imp_status add_places(struct reader *r, struct str line) {
  struct economy *e = r->e;
  struct str name = next_word(&line), list = next_word(&line), code;
  struct economy_place p = {.region = economy_region(e, name)};
  if (p.region == UINT32_MAX) return wrong(r, "no such region", name);
  while (str_split(&list, ',', &code)) {
    if (str_eq(code, STR("*"))) {
      e->place_rest = p.region;
      continue;
    }
    if (code.n != 2) return wrong(r, "two letters of a place are wanted", code);
    memcpy(p.code, code.p, 2);
    if (economy_region_of_place(e, p.code) != e->place_rest)
      return wrong(r, "a place that is in a region already", code);
    if (!mem_grow((void **)&e->place, &e->place_cap, e->places + 1, sizeof p))
      return error_no_memory(r->err);
    e->place[e->places++] = p;
  }
  return IMP_OK;
}

/* quantity SECTOR IMPORTER EXPORTER AMOUNT UNIT: the flow of the base year, counted. */
static enum imp_status add_quantity(struct reader *r, struct str line) {
  struct economy *e = r->e;
  struct str sector = next_word(&line), into = next_word(&line), from = next_word(&line);
  struct str amount = next_word(&line), unit = str_trim(line);
  struct economy_quantity q = {economy_sector(e, sector), economy_region(e, into),
                               economy_region(e, from), 0, NULL};
  if (q.sector == UINT32_MAX) return wrong(r, "no such sector", sector);
  if (q.importer == UINT32_MAX) return wrong(r, "no such region", into);
  if (q.exporter == UINT32_MAX || q.exporter == q.importer)
    return wrong(r, "no such region, or the same", from);
  if (!number_read(amount, &q.amount) || !(q.amount > 0))
    return wrong(r, "an amount above 0 is wanted", amount);
  if (unit.n == 0) return wrong(r, "a unit is wanted", r->line);
  if (economy_quantity(e, q.sector, q.importer, q.exporter, unit) != NULL)
    return wrong(r, "said twice", r->line);
  q.unit = str_dup(&e->arena, unit);
  if (q.unit == NULL ||
      !mem_grow((void **)&e->quantity, &e->quantity_cap, e->quantities + 1, sizeof q))
    return error_no_memory(r->err);
  e->quantity[e->quantities++] = q;
  return IMP_OK;
}

static enum imp_status add_note(struct reader *r, struct str kind, struct str line) {
  struct economy *e = r->e;
  enum { MOST = 64 };
  if (e->notes == NULL) e->notes = arena_array(&e->arena, MOST, sizeof *e->notes);
  if (e->note_count == MOST) return wrong(r, "one note too many", line);
  if (!e->arena.failed) {
    struct economy_note *note = &e->notes[e->note_count++];
    note->kind = str_dup(&e->arena, kind);
    note->text = str_dup(&e->arena, str_trim(line));
  }
  return e->arena.failed ? error_no_memory(r->err) : IMP_OK;
}

static enum imp_status set_word(struct reader *r, const char **slot, struct str line) {
  if (*slot != NULL) return wrong(r, "said twice", line);
  *slot = str_dup(&r->e->arena, str_trim(line));
  return *slot == NULL ? error_no_memory(r->err) : IMP_OK;
}

/* ---- blocks ------------------------------------------------------------------------------------------- */

static enum imp_status begin_blocks(struct reader *r) {
  struct economy *e = r->e;
  if (r->begun) return IMP_OK;
  if (e->regions < 2 || e->sectors < 1)
    return wrong(r, "two regions and a sector must be named first", r->line);
  r->begun = true;
  r->have = arena_array(&e->arena, ECONOMY_REGIONS_MOST, 1);
  if (r->have == NULL) return error_no_memory(r->err);
  return economy_room(e, r->err);
}

static enum imp_status once(struct reader *r, uint32_t index, unsigned char what) {
  if (r->have[index] & what) return wrong(r, "said twice", r->line);
  r->have[index] |= what;
  return IMP_OK;
}

/* `rows` rows of `width` numbers, each begun with its code, in any order. */
static enum imp_status rows(struct reader *r, bool regions, double *out, uint32_t width) {
  struct economy *e = r->e;
  uint32_t count = regions ? e->regions : e->sectors;
  bool seen[BLOCK_ROWS_MOST] = {false};
  for (uint32_t k = 0; k < count; k++) {
    if (!next_line(r)) return wrong(r, "the text ends within a block", r->line);
    struct str line = r->line, code = next_word(&line);
    uint32_t row = regions ? economy_region(e, code) : economy_sector(e, code);
    if (row == UINT32_MAX) return wrong(r, "no such code", code);
    if (seen[row]) return wrong(r, "a row that is there already", code);
    seen[row] = true;
    enum imp_status status = numbers(r, line, out + (size_t)row * width, width);
    if (status != IMP_OK) return status;
  }
  return IMP_OK;
}

static enum imp_status sector_block(struct reader *r, struct str line, unsigned char what) {
  struct economy *e = r->e;
  enum imp_status status = begin_blocks(r);
  if (status != IMP_OK) return status;
  struct str code = next_word(&line);
  uint32_t j = economy_sector(e, code);
  if (j == UINT32_MAX) return wrong(r, "no such sector", code);
  status = once(r, j, what);
  double *block = (what == FLOWS ? e->flow : e->tariff) + at_flow(e, j, 0, 0);
  return status == IMP_OK ? rows(r, true, block, e->regions) : status;
}

static enum imp_status region_block(struct reader *r, struct str line, unsigned char what) {
  struct economy *e = r->e;
  enum imp_status status = begin_blocks(r);
  if (status != IMP_OK) return status;
  struct str code = next_word(&line);
  uint32_t n = economy_region(e, code);
  if (n == UINT32_MAX) return wrong(r, "no such region", code);
  status = once(r, n, what);
  if (status != IMP_OK) return status;
  if (what == INPUTS) return rows(r, false, e->input + at_input(e, n, 0, 0), e->sectors);
  e->final_given = true;
  return numbers(r, line, e->final + at_cell(e, n, 0), e->sectors);
}

static enum imp_status elasticity(struct reader *r, struct str line) {
  struct economy *e = r->e;
  enum imp_status status = begin_blocks(r);
  if (status != IMP_OK) return status;
  struct str name = next_word(&line);
  if (name.n == 0) return wrong(r, "a set wants a name", r->line);
  if (e->sets == ECONOMY_SETS_MOST) return wrong(r, "one set too many", name);
  if (economy_set_named(e, name) != UINT32_MAX) return wrong(r, "said twice", name);
  double *theta = arena_array(&e->arena, e->sectors, sizeof *theta);
  const char *text = str_dup(&e->arena, name);
  if (theta == NULL || text == NULL) return error_no_memory(r->err);
  e->set[e->sets++] = (struct economy_set){text, theta};
  return numbers(r, line, theta, e->sectors);
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

static enum imp_status read_line(struct reader *r) {
  struct economy *e = r->e;
  struct str line = r->line, word = next_word(&line);
  if (str_eq(word, STR("title"))) return set_word(r, &e->title, line);
  if (str_eq(word, STR("year"))) return set_word(r, &e->year, line);
  if (str_eq(word, STR("unit"))) return set_word(r, &e->unit, line);
  if (str_eq(word, STR("region"))) return add_name(r, line, true);
  if (str_eq(word, STR("sector"))) return add_name(r, line, false);
  if (str_eq(word, STR("group"))) return add_group(r, line);
  if (str_eq(word, STR("goods"))) return add_goods(r, line);
  if (str_eq(word, STR("places"))) return add_places(r, line);
  if (str_eq(word, STR("quantity"))) return add_quantity(r, line);
  if (str_eq(word, STR("elasticity"))) return elasticity(r, line);
  if (str_eq(word, STR("flows"))) return sector_block(r, line, FLOWS);
  if (str_eq(word, STR("tariffs"))) return sector_block(r, line, TARIFFS);
  if (str_eq(word, STR("inputs"))) return region_block(r, line, INPUTS);
  if (str_eq(word, STR("final"))) return region_block(r, line, FINAL);
  if (str_eq(word, STR("source")) || str_eq(word, STR("licence")) || str_eq(word, STR("note")))
    return add_note(r, word, line);
  return wrong(r, "no such word", word);
}

/* Tariffs may be left out (there are none), flows and inputs may not, and final is of all regions or none. */
static enum imp_status complete(struct reader *r) {
  struct economy *e = r->e;
  if (!r->begun) return wrong(r, "no numbers at all", r->line);
  if (e->title == NULL || e->year == NULL || e->unit == NULL)
    return wrong(r, "title, year and unit must be said", r->line);
  if (e->sets == 0) return wrong(r, "no set of elasticities", r->line);
  for (uint32_t j = 0; j < e->sectors; j++)
    if (!(r->have[j] & FLOWS)) return wrong(r, "no flows of sector", str_of(e->sector[j].code));
  for (uint32_t n = 0; n < e->regions; n++) {
    if (!(r->have[n] & INPUTS)) return wrong(r, "no inputs of region", str_of(e->region[n].code));
    if (e->final_given && !(r->have[n] & FINAL))
      return wrong(r, "no final spending of region", str_of(e->region[n].code));
  }
  return IMP_OK;
}

enum imp_status economy_read(struct str text, const char *name, struct economy **out,
                             struct imp_error *err) {
  struct economy *e = NULL;
  *out = NULL;
  enum imp_status status = economy_new(&e, err);
  if (status != IMP_OK) return status;
  struct reader r = {.e = e, .rest = text, .name = name, .err = err};
  if (!next_line(&r) || !str_eq(r.line, STR("impost-model 1")))
    status = wrong(&r, "the first line must be \"impost-model 1\"", r.line);
  while (status == IMP_OK && next_line(&r)) status = read_line(&r);
  if (status == IMP_OK) status = complete(&r);
  if (status == IMP_OK) status = economy_settle(e, err);
  if (status != IMP_OK) {
    economy_free(e);
    return status;
  }
  *out = e;
  return IMP_OK;
}
