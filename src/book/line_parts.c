// SPDX-License-Identifier: Apache-2.0
// The value cut into cells. Stated parts are disjoint, but for those that the law declares to lie in one another
// (`fact processing.steel part of processing, content.steel`): what is in both is a cell that belongs to both.
#include "book/bill_own.h"
#include "book/line.h"

static int64_t dollars_of(const struct line *l, uint32_t fact) {
  const i128 most = (i128)1 << 50; /* above every value, so sums fit and are refused all the same */
  const struct fact_value *v = &l->facts[fact];
  i128 whole = v->stated && v->amount.den ? v->amount.num / v->amount.den : 0; /* whole dollars */
  return (int64_t)(whole < most ? whole : most);
}

static bool is_overlap(const struct law_fact *f) {
  return f->type == LAW_FACT_PART && f->word_count == 2 && f->both[0] != LAW_NONE;
}

/* Both parts are stated to be something, so they can lie in one another. */
static bool crosses(const struct law *law, const struct line *l, uint32_t fact) {
  const struct law_fact *f = &law->facts[fact];
  return is_overlap(f) && dollars_of(l, f->both[0]) > 0 && dollars_of(l, f->both[1]) > 0;
}

static uint32_t overlap_of(const struct law *law, uint32_t a, uint32_t b) {
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    if (is_overlap(f) &&
        ((f->both[0] == a && f->both[1] == b) || (f->both[0] == b && f->both[1] == a)))
      return i;
  }
  return LAW_NONE;
}

bool line_in_part(const struct law *law, uint32_t fact, uint32_t part) {
  if (fact == part || fact == LAW_NONE) return fact == part;
  const struct law_fact *f = &law->facts[fact];
  return is_overlap(f) && (f->both[0] == part || f->both[1] == part);
}

struct rat line_part_room(const struct law *law, const struct line *l, uint32_t part) {
  int64_t room = l->dollars;
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (law->facts[i].type == LAW_FACT_PART && i != part && !is_overlap(&law->facts[i]) &&
        overlap_of(law, i, part) == LAW_NONE)
      room -= dollars_of(l, i);
  return rat_int(room > 0 ? room : 0);
}

/* ---- what may lie in two parts ------------------------------------------------------------------------ */

struct open_overlaps {
  uint32_t facts[2], count; /* not stated; more than two are refused */
  int64_t must; /* together they are at least this, or the parts come to more than the value */
  int64_t most[2];
};

static int64_t less_of(int64_t a, int64_t b) {
  return a < b ? a : b;
}

/* What is left of a part beside what is stated to lie in it and another. */
static int64_t free_of(const struct law *law, const struct line *l, uint32_t part) {
  int64_t left = dollars_of(l, part);
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (crosses(law, l, i) && l->facts[i].stated && line_in_part(law, i, part))
      left -= dollars_of(l, i);
  return left;
}

static struct open_overlaps open_overlaps(const struct law *law, const struct line *l) {
  struct open_overlaps o = {.must = -l->dollars};
  for (uint32_t i = 0; i < law->fact_count; i++) {
    if (law->facts[i].type != LAW_FACT_PART) continue;
    if (!is_overlap(&law->facts[i])) o.must += dollars_of(l, i);
    if (!crosses(law, l, i)) continue;
    o.must -= dollars_of(l, i);
    if (l->facts[i].stated) continue;
    if (o.count < 2) {
      o.facts[o.count] = i;
      o.most[o.count] =
          less_of(free_of(law, l, law->facts[i].both[0]), free_of(law, l, law->facts[i].both[1]));
    }
    o.count++;
  }
  return o;
}

/* The part in which both open overlaps lie leaves them this much together. */
static int64_t shared_room(const struct law *law, const struct line *l,
                           const struct open_overlaps *o) {
  for (uint32_t i = 0; i < 2; i++) {
    uint32_t part = law->facts[o->facts[0]].both[i];
    if (line_in_part(law, o->facts[1], part)) return free_of(law, l, part);
  }
  return o->most[0] + o->most[1];
}

static void add_amount(int64_t amount, int64_t most, int64_t *amounts, uint32_t *count) {
  uint32_t at = 0;
  if (amount < 0 || amount > most) return;
  while (at < *count && amounts[at] < amount) at++;
  if (at < *count && amounts[at] == amount) return;
  for (uint32_t i = (*count)++; i > at; i--) amounts[i] = amounts[i - 1];
  amounts[at] = amount;
}

uint32_t line_overlap_amounts(const struct law *law, const struct line *l, uint32_t fact,
                              int64_t amounts[LINE_OVERLAPS_MAX]) {
  struct open_overlaps o = open_overlaps(law, l);
  uint32_t count = 0, me = o.count && o.facts[0] == fact ? 0 : 1;
  if (o.count > 2 || me >= o.count || o.facts[me] != fact) return 0;
  int64_t most = o.most[me], must = o.must > 0 ? o.must : 0;
  if (o.count == 1) {
    add_amount(must, most, amounts, &count);
    add_amount(most, most, amounts, &count);
    return count > 1 ? count : 0;
  }
  int64_t other = o.most[1 - me], room = shared_room(law, l, &o);
  add_amount(0, most, amounts, &count);
  add_amount(must, most, amounts, &count);
  add_amount(must - other, most, amounts, &count);
  add_amount(room, most, amounts, &count);
  add_amount(room - other, most, amounts, &count);
  add_amount(most, most, amounts, &count);
  return count > 1 ? count : 0;
}

/* ---- cells -------------------------------------------------------------------------------------------- */

static bool refuse_sum(struct arena *a, const struct line *l, struct refusal *no) {
  refuse(a, no, "refuse.parts",
         "parts of the value do not overlap; together they are at most the value",
         "the stated parts come to more than the value of %lld", (long long)l->dollars);
  return false;
}

/* Of three parts that all may lie in one another nobody can say what is in all of them. */
static bool refuse_three(struct arena *a, const struct law *law, const struct line *l,
                         struct refusal *no) {
  for (uint32_t x = 0; x < law->fact_count; x++) {
    if (!crosses(law, l, x)) continue;
    for (uint32_t y = x + 1; y < law->fact_count; y++) {
      if (!crosses(law, l, y)) continue;
      for (uint32_t i = 0; i < 4; i++) {
        uint32_t p = law->facts[x].both[i & 1], q = law->facts[y].both[i >> 1];
        uint32_t shared = law->facts[x].both[!(i & 1)];
        if (shared != law->facts[y].both[!(i >> 1)] || overlap_of(law, p, q) == LAW_NONE) continue;
        struct str n[] = {law->facts[shared].name, law->facts[p].name, law->facts[q].name};
        refuse(
            a, no, "refuse.parts", "leave out the one that no claim of the line asks for",
            "%.*s, %.*s and %.*s may lie in one another, and what is in all three cannot be said",
            (int)n[0].n, n[0].p, (int)n[1].n, n[1].p, (int)n[2].n, n[2].p);
        return true;
      }
    }
  }
  return false;
}

static bool refuse_many(struct arena *a, const struct law *law, const struct line *l,
                        const struct open_overlaps *o, struct refusal *no) {
  if (o->count <= 2) return false;
  struct buf b = {0};
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (crosses(law, l, i) && !l->facts[i].stated)
      buf_printf(&b, "%s%.*s", b.n ? ", " : "", (int)law->facts[i].name.n, law->facts[i].name.p);
  const char *names = buf_keep(&b, a);
  refuse(a, no, "refuse.parts", "state them with --fact NAME=DOLLARS, two may stay open",
         "the stated parts may lie in one another, and how much is not said: %s",
         names ? names : "");
  return true;
}

/* A stated overlap is at most each of its parts. */
static bool refuse_overlap(struct arena *a, const struct law *law, const struct line *l,
                           struct refusal *no) {
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    if (!is_overlap(f) || !l->facts[i].stated) continue;
    for (uint32_t k = 0; k < 2; k++) {
      if (!l->facts[f->both[k]].stated || dollars_of(l, i) <= dollars_of(l, f->both[k])) continue;
      struct str part = law->facts[f->both[k]].name;
      refuse(a, no, "refuse.parts", "state what lies in both parts: at most each of them",
             "%.*s is more than %.*s", (int)f->name.n, f->name.p, (int)part.n, part.p);
      return true;
    }
  }
  return false;
}

/* Dollars of a cell: an overlap as stated, or the least it can be; a part less what lies in another too. */
static int64_t cell_of(const struct law *law, const struct line *l, uint32_t fact,
                       const int64_t *overlaps) {
  if (is_overlap(&law->facts[fact])) return overlaps[fact];
  int64_t left = dollars_of(l, fact);
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (i != fact && line_in_part(law, i, fact)) left -= overlaps[i];
  return left;
}

static void fill_overlaps(const struct law *law, struct line *l, const struct open_overlaps *o,
                          int64_t *overlaps) {
  int64_t must = o->must > 0 ? o->must : 0;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    if (!crosses(law, l, i)) continue;
    l->crossed = true;
    overlaps[i] = dollars_of(l, i);
  }
  for (uint32_t i = 0; i < o->count; i++) {
    overlaps[o->facts[i]] = less_of(must, o->most[i]);
    must -= overlaps[o->facts[i]];
  }
}

static bool states_parts(const struct law *law, const struct line *l) {
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (l->facts[i].stated && law->facts[i].type == LAW_FACT_PART) return true;
  return false;
}

void line_cut(struct arena *a, const struct law *law, struct line *l, struct refusal *no) {
  int64_t rest = l->dollars;
  l->cell_count = 0;
  l->crossed = l->uncut = false;
  if (rest >= 0 && !states_parts(law, l)) { /* as most lines */
    l->cells[l->cell_count++] = (struct line_cell){LAW_NONE, rat_int(rest)};
    return;
  }
  struct open_overlaps open = open_overlaps(law, l);
  int64_t *overlaps = arena_array(a, law->fact_count + 1u, sizeof *overlaps);
  if (!overlaps) return;
  if (refuse_overlap(a, law, l, no)) return;
  if (refuse_three(a, law, l, no) || refuse_many(a, law, l, &open, no)) {
    l->crossed = l->uncut = true;
    return;
  }
  fill_overlaps(law, l, &open, overlaps);
  for (uint32_t i = 0; i < law->fact_count; i++) {
    if (law->facts[i].type != LAW_FACT_PART) continue;
    int64_t dollars = cell_of(law, l, i, overlaps);
    rest -= dollars;
    if (dollars < 0 || rest < 0) {
      (void)refuse_sum(a, l, no);
      return;
    }
    if (dollars && l->cell_count < LINE_CELLS_MAX - 1)
      l->cells[l->cell_count++] = (struct line_cell){i, rat_int(dollars)};
  }
  l->cells[l->cell_count++] = (struct line_cell){LAW_NONE, rat_int(rest)};
}
