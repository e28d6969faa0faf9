// SPDX-License-Identifier: Apache-2.0
// Averages weighted by trade: see impost/average.h.
//
// One panel is asked with nothing claimed, one of each place that the table of shares names with its claim made, and
// one for each heading of exclusions of the place that the table of exclusions names. The trade of a number that has ended counts under the first of its successors.
#include "impost/average.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "panel/average_own.h"

enum { SUCCESSORS_MOST = 4 };

/* ---- tables ------------------------------------------------------------------------------------------------- */

/* The tables of the place whose schedule is held. */
static struct str tables_of(const struct law *law) {
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    if (law->jurisdictions[i].place == law->home) return law->jurisdictions[i].tables;
  return STR("");
}

static enum imp_status read_file(const struct making *m, struct arena *a, const char *name,
                                 struct str *out, struct imp_error *err) {
  char path[4096];
  struct str tables = tables_of(m->law->law);
  int n = snprintf(path, sizeof path, "%s/%.*s/trade/%s", imp_law_folder(m->law), (int)tables.n,
                   tables.p, name);
  if (n < 0 || (size_t)n >= sizeof path)
    return error_set(err, IMP_IO, "io.read", "use a shorter name", "the folder's name is too long");
  return file_read(a, path, 0, out, err);
}

static enum imp_status read_tables(struct making *m, struct imp_error *err) {
  struct arena a = {0};
  struct str text = {NULL, 0};
  char shares[32];
  const char *use = m->o->use ? m->o->use : "2025";
  if (strcmp(use, "2024") != 0 && strcmp(use, "2025") != 0)
    return error_set(err, IMP_USAGE, "usage.words", "use 2024 or 2025",
                     "there are shares of 2024 and 2025, not of \"%s\"", use);
  snprintf(shares, sizeof shares, "claims-%s.tsv", use);
  enum imp_status status = read_file(m, &a, "imports-2024.tsv", &text, err);
  if (status == IMP_OK) status = trade_read(text, "imports-2024.tsv", &m->imports, err);
  if (status == IMP_OK) status = read_file(m, &a, shares, &text, err);
  if (status == IMP_OK) status = trade_read(text, shares, &m->shares, err);
  if (status == IMP_OK) status = read_file(m, &a, "exclusions.tsv", &text, err);
  if (status == IMP_OK) status = trade_read_claims(text, "exclusions.tsv", &m->claims, err);
  arena_free(&a);
  return status;
}

/* ---- panels ------------------------------------------------------------------------------------------------- */

static bool wants_place(const struct making *m, uint16_t place) {
  if (!m->o->place_count) return true;
  for (uint32_t i = 0; i < m->sides[0].p->place_count; i++)
    if (m->sides[0].p->places[i].iso2 == place) return true;
  return false;
}

/* One more panel: of these places, with this claim made. */
static enum imp_status add_side(struct making *m, const char *const *places, uint32_t count,
                                const char *claim, struct imp_error *err) {
  struct imp_panel_options o = {.from = m->o->from,
                                .to = m->o->to,
                                .code = m->o->code,
                                .places = places,
                                .place_count = count,
                                .claims = &claim,
                                .claim_count = claim ? 1 : 0,
                                .jobs = m->o->jobs};
  if (m->o->by != IMP_AVERAGE_BY_DAY) o.from = o.to = m->o->on;
  if (m->o->by != IMP_AVERAGE_BY_DAY && !m->o->on)
    o.from = o.to = m->query->known ? m->query->known : imp_law_newest_known(m->law);
  struct side *s = &m->sides[m->side_count];
  s->claim = claim;
  enum imp_status status = imp_panel_make(m->law, m->query, &o, &s->p, err);
  if (status == IMP_OK) m->side_count++;
  return status;
}

/* A panel of one place with a claim made, where the place is asked about. */
static enum imp_status add_claim(struct making *m, const char *place, const char *claim,
                                 const char *table, struct imp_error *err) {
  if (!place[0] || !wants_place(m, LAW_PLACE(place[0], place[1]))) return IMP_OK;
  if (m->side_count == SIDES_MOST)
    return error_set(err, IMP_IO, "io.table", "put fewer claims into it",
                     "%s names too many claims", table);
  return add_side(m, &place, 1, claim, err);
}

/* Each place that the table of shares names, once. */
static enum imp_status add_shares(struct making *m, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  uint16_t done[SIDES_MOST + 1];
  uint32_t n = 0;
  if (m->shares.count && !m->shares.claim[0])
    return error_set(err, IMP_IO, "io.table", "begin it with a line `claim` and the programme",
                     "the table of shares does not say what is claimed");
  for (size_t i = 0; i < m->shares.count && status == IMP_OK; i++) {
    uint16_t place = m->shares.items[i].place;
    uint32_t k = 0;
    while (k < n && done[k] != place) k++;
    if (k < n) continue;
    char word[3] = {(char)(place >> 8), (char)(place & 0xff), 0};
    if (n <= SIDES_MOST) done[n++] = place;
    status = add_claim(m, word, m->shares.claim, "the table of shares", err);
  }
  return status;
}

static enum imp_status add_sides(struct making *m, struct imp_error *err) {
  const char *last = "";
  enum imp_status status = add_side(m, m->o->places, m->o->place_count, NULL, err);
  if (status == IMP_OK) status = add_shares(m, err);
  for (size_t i = 0; i < m->claims.count && status == IMP_OK; i++) {
    if (!strcmp(m->claims.items[i].heading, last)) continue;
    last = m->claims.items[i].heading;
    status = add_claim(m, m->claims.place, last, "exclusions.tsv", err);
  }
  return status;
}

static int by_day(const void *x, const void *y) {
  imp_day a = *(const imp_day *)x, b = *(const imp_day *)y;
  return a < b ? -1 : a > b;
}

/* The days of all panels, and for each panel which of its days holds there. */
static bool join_days(struct making *m) {
  size_t kept = 0;
  for (uint32_t s = 0; s < m->side_count; s++)
    for (size_t d = 0; d < m->sides[s].p->day_count; d++) {
      if (!mem_grow((void **)&m->days, &m->day_cap, m->day_count + 1, sizeof *m->days))
        return false;
      m->days[m->day_count++] = m->sides[s].p->days[d];
    }
  qsort(m->days, m->day_count, sizeof *m->days, by_day);
  for (size_t d = 0; d < m->day_count; d++)
    if (!kept || m->days[kept - 1] != m->days[d]) m->days[kept++] = m->days[d];
  m->day_count = kept;
  for (uint32_t s = 0; s < m->side_count; s++) {
    struct side *side = &m->sides[s];
    uint32_t at = 0;
    side->day = mem_alloc((m->day_count + 1) * sizeof *side->day);
    for (size_t d = 0; d < m->day_count && side->day; d++) {
      while (at + 1 < side->p->day_count && side->p->days[at + 1] <= m->days[d]) at++;
      side->day[d] = at;
    }
    if (!side->day) return false;
  }
  return true;
}

/* ---- one cell ----------------------------------------------------------------------------------------------- */

struct got { /* a cell of a panel; code NULL: the number is not in it */
  const struct imp_panel *p;
  const struct code_row *code;
  const struct prog *prog;
  struct cell_sums sums;
};

static struct got cell_of(const struct side *s, const struct code_row *c, uint32_t place,
                          size_t day) {
  struct got g = {s->p, c, NULL, {0, false, 0, 0}};
  if (!c) return g;
  g.prog = &s->p->progs[panel_progs(s->p, panel_strip(s->p, c, place))[s->day[day]]];
  g.sums = panel_sums(s->p, g.prog, c);
  return g;
}

static bool find_place(const struct imp_panel *p, uint16_t iso2, uint32_t *out) {
  for (*out = 0; *out < p->place_count; ++*out)
    if (p->places[*out].iso2 == iso2) return true;
  return false;
}

/* The number's row on the day, or that of the first successor of a number that has ended. */
static const struct code_row *code_on(const struct imp_panel *p, uint64_t code, imp_day day) {
  for (int i = 0; i < SUCCESSORS_MOST; i++) {
    const struct code_row *c = panel_find(p, code, day);
    uint32_t count;
    if (c) return c;
    const struct names_renumber *next = names_successors(p->law->names, code, &count);
    if (!count || next->day > day) return NULL;
    code = next->new_code;
  }
  return NULL;
}

/* ---- adding ------------------------------------------------------------------------------------------------- */

struct claimed { /* the part of a number's trade that claims something; side 0: none */
  uint32_t side, place;
  int64_t share; /* thousandths */
};

static struct claimed claimed_of(const struct making *m, const struct trade_item *t) {
  struct claimed c = {0, 0, 0};
  uint32_t share = trade_amount(&m->shares, t->code, t->place);
  for (uint32_t s = 1; s < m->side_count && !c.side; s++) {
    const struct side *side = &m->sides[s];
    if (!find_place(side->p, t->place, &c.place)) continue;
    c.share = side->claim == m->shares.claim ? share : 0;
    for (size_t i = 0; i < m->claims.count && !c.share; i++)
      if (m->claims.items[i].code == t->code && !strcmp(m->claims.items[i].heading, side->claim))
        c.share = m->claims.items[i].share;
    if (c.share) c.side = s;
  }
  return c;
}

static void add_left_out(struct sum *s, const struct got *g, int64_t value) {
  s->trade += value;
  if (!g->code || g->prog->status == IMP_CELL_NONE)
    s->unlisted += value;
  else if (g->prog->status == IMP_CELL_REFUSED)
    s->refused += value;
  else if (g->prog->status == IMP_CELL_PROHIBITED)
    s->prohibited += value;
  else if (g->prog->status == IMP_CELL_UNIT)
    s->by_unit += value;
  else if (!g->sums.total)
    s->by_quantity += value;
}

static void add_rates(struct sum *s, const struct got *g, const struct got *with, int64_t share,
                      int64_t value) {
  if (g->sums.total) {
    s->rated += value;
    s->low += (i128)value * g->sums.low;
    s->high += (i128)value * g->sums.high;
  }
  bool used = (share == THOUSAND || g->sums.total) && (!share || with->sums.total);
  if (!used) return;
  s->used_rated += value;
  s->used_low +=
      (i128)value * ((THOUSAND - share) * g->sums.low + share * with->sums.low) / THOUSAND;
  s->used_high +=
      (i128)value * ((THOUSAND - share) * g->sums.high + share * with->sums.high) / THOUSAND;
}

/* A programme's part: its rows alone, of trade that has a rate. */
static bool add_programmes(struct making *m, const struct got *g, int64_t share, bool used,
                           int64_t value) {
  if (!g->sums.total) return true;
  for (uint32_t r = 0; r < g->prog->count; r++) {
    const struct prog_row *row = &g->p->rows[g->prog->first + r];
    const char *name = row->is_base ? "base" : panel_text(g->p, g->p->programmes[row->programme]);
    struct sum *s = average_sum(m, str_of(name));
    if (!s) return false;
    i128 part = (i128)value * panel_row_share(g->p, row, g->code, g->sums.base) * share / THOUSAND;
    *(used ? &s->used_high : &s->high) += part;
  }
  return true;
}

/* Days have the first sums, in their order. */
static bool open_days(struct making *m) {
  for (size_t d = 0; d < m->day_count && m->o->by == IMP_AVERAGE_BY_DAY; d++) {
    uint32_t key = (uint32_t)d;
    if (!average_sum(m, (struct str){(const char *)&key, sizeof key})) return false;
  }
  return true;
}

static bool add_cell(struct making *m, const struct trade_item *t, size_t day, const struct got *g,
                     const struct got *with, int64_t share) {
  char room[24];
  bool last = day + 1 == m->day_count;
  int64_t value = t->amount;
  if (last) {
    struct sum one = {0};
    add_left_out(&m->total, g, value);
    add_rates(&m->total, g, with, share, value);
    add_left_out(&one, g, value);
    add_rates(&one, g, with, share, value);
    if (m->o->cell) average_tell(m, t, &one);
  }
  if (m->o->by == IMP_AVERAGE_BY_PROGRAMME) {
    bool used = (share == THOUSAND || g->sums.total) && (!share || with->sums.total);
    return add_programmes(m, g, THOUSAND, false, value) &&
           (!used || (add_programmes(m, g, THOUSAND - share, true, value) &&
                      (!share || add_programmes(m, with, share, true, value))));
  }
  bool by_days = m->o->by == IMP_AVERAGE_BY_DAY;
  struct sum *s = by_days ? &m->sums[day] : average_sum(m, average_key(m, t, room));
  if (!s) return false;
  add_left_out(s, g, value);
  add_rates(s, g, with, share, value);
  return true;
}

static bool add_item(struct making *m, const struct trade_item *t) {
  const struct side *base = &m->sides[0];
  struct claimed c = claimed_of(m, t);
  uint32_t place;
  struct got g = {0}, with = {0};
  if (!find_place(base->p, t->place, &place)) return true;
  for (size_t d = 0; d < m->day_count; d++) {
    const struct code_row *code = g.code;
    if (!code || m->days[d] >= code->until || m->days[d] < code->from)
      code = code_on(base->p, t->code, m->days[d]);
    const struct prog *prog = g.prog;
    bool same =
        code && code == g.code &&
        prog ==
            &base->p->progs[panel_progs(base->p, panel_strip(base->p, code, place))[base->day[d]]];
    if (!same) g = cell_of(base, code, place, d);
    if (c.side)
      with =
          cell_of(&m->sides[c.side], code_on(m->sides[c.side].p, t->code, m->days[d]), c.place, d);
    if (!add_cell(m, t, d, &g, &with, c.share)) return false;
  }
  return true;
}

/* ---- all of it ------------------------------------------------------------------------------------------------ */

static bool add_items(struct making *m, const char *prefix) {
  size_t n = strlen(prefix);
  for (size_t i = 0; i < m->imports.count; i++) {
    char code[24];
    snprintf(code, sizeof code, "%010llu", (unsigned long long)m->imports.items[i].code);
    if (strncmp(code, prefix, n) == 0 && !add_item(m, &m->imports.items[i])) return false;
  }
  return true;
}

static void end(struct making *m) {
  trade_free(&m->imports);
  trade_free(&m->shares);
  trade_claims_free(&m->claims);
  for (uint32_t s = 0; s < m->side_count; s++) {
    imp_panel_free(m->sides[s].p);
    mem_free(m->sides[s].day);
  }
  mem_free(m->days);
  mem_free(m->sums);
  set_free(&m->keys);
}

/* Imports of the schedule's own place, from panels. */
static enum imp_status average_own(struct making *m, const char *prefix, struct imp_average *out,
                                   struct imp_error *err) {
  enum imp_status status = read_tables(m, err);
  if (status == IMP_OK) status = add_sides(m, err);
  out->trade = "imports of 2024";
  if (status == IMP_OK &&
      (!join_days(m) || !open_days(m) || !add_items(m, prefix) || !average_rows(m, out)))
    status = error_no_memory(err);
  return status;
}

enum imp_status imp_average_make(const struct imp_law *law, const struct imp_query *query,
                                 const struct imp_average_options *options,
                                 struct imp_average **out, struct imp_error *err) {
  struct making m = {.law = law, .query = query, .o = options};
  char prefix[16];
  *out = NULL;
  struct imp_average *r = mem_alloc(sizeof *r);
  if (!r) return error_no_memory(err);
  enum imp_status status = panel_prefix(options->code, prefix, err);
  if (status == IMP_OK)
    status = options->into ? average_into(&m, prefix, r, err) : average_own(&m, prefix, r, err);
  end(&m);
  if (status == IMP_OK)
    *out = r;
  else
    imp_average_free(r);
  return status;
}

void imp_average_free(struct imp_average *r) {
  if (!r) return;
  arena_free(&r->arena);
  mem_free(r);
}

uint32_t imp_average_count(const struct imp_average *r) {
  return r->count;
}

const struct imp_average_row *imp_average_at(const struct imp_average *r, uint32_t i) {
  return i < r->count ? &r->rows[i] : NULL;
}

const struct imp_average_row *imp_average_total(const struct imp_average *r) {
  return &r->total;
}

const char *imp_average_trade(const struct imp_average *r) {
  return r->trade;
}

const char *imp_average_note(const struct imp_average *r, uint32_t i) {
  return i < r->note_count ? r->notes[i] : NULL;
}
