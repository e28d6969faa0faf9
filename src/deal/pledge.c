// SPDX-License-Identifier: Apache-2.0
// Promises to buy as known on a day. See impost/pledge.h.
#include "deal/pledge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

struct imp_pledges {
  struct arena arena;
  struct imp_pledge *items;
  uint32_t count;
};

/* ---- promises ------------------------------------------------------------------------------------------------------ */

static const char *unit_of(struct pledge *p, const struct deal_promise *x) {
  if (!x->currency.n) return board_text(p->b, x->unit);
  return text_in(p->b->arena, "%.*s %.*s", (int)x->unit.n, x->unit.p, (int)x->currency.n,
                 x->currency.p);
}

static bool fill_promise(struct pledge *p, const struct deal_promise *x, struct imp_promise *out) {
  static const char *const words[] = {"exactly", "at least", "at most", "about"};
  struct board *b = p->b;
  *out = (struct imp_promise){.compare = words[x->compare], .by = "", .by_title = ""};
  out->amount = pledge_number(p, x->amount);
  out->from = bill_day(b->arena, x->from);
  out->due = bill_day(b->arena, x->until - 1);
  if (x->when.act != LAW_NONE) {
    out->by = board_text(b, b->law->acts[x->when.act].name);
    out->by_title = board_text(b, b->law->acts[x->when.act].title);
  }
  if (x->when.is_unconfirmed) out->mark = board_text(b, x->when.unconfirmed);
  return out->amount && out->from && out->due && pledge_score(p, x, out) && !b->arena->failed;
}

static bool is_known(const struct pledge *p, const struct deal_promise *x) {
  return board_said_day(p->b, &x->when) <= p->b->query.view.known;
}

/* Promises of one act that follow one another, as one: `count` of them from the i-th on. */
static uint32_t run_of(const struct pledge *p, uint32_t i, struct deal_promise *sum) {
  const struct deal_promise *all = p->p->promises;
  uint32_t n = 1;
  *sum = all[i];
  for (; i + n < p->p->promise_count; n++) {
    const struct deal_promise *x = &all[i + n];
    bool follows = x->from == sum->until && x->when.act == sum->when.act &&
                   x->compare == sum->compare && str_eq(x->unit, sum->unit) &&
                   str_eq(x->currency, sum->currency);
    if (!follows || !rat_add(sum->amount, x->amount, &sum->amount)) break;
    sum->until = x->until;
  }
  return n;
}

/* Each promise that was known, and behind the last of several that follow one another their sum, if anything was
 * counted on the whole of it alone. */
static bool promises(struct pledge *p, struct imp_pledge *out) {
  struct imp_promise *made = arena_array(p->b->arena, 2u * p->p->promise_count + 1u, sizeof *made);
  if (!made) return false;
  out->promises = made;
  for (uint32_t i = 0; i < p->p->promise_count;) {
    struct deal_promise sum;
    uint32_t n = run_of(p, i, &sum);
    bool known = is_known(p, &p->p->promises[i]);
    for (uint32_t k = i; k < i + n && known; k++)
      if (!fill_promise(p, &p->p->promises[k], &made[out->promise_count++])) return false;
    if (n > 1 && known) {
      struct imp_promise *whole = &made[out->promise_count];
      if (!fill_promise(p, &sum, whole)) return false;
      whole->together = true;
      out->promise_count += whole->share != NULL;
    }
    i += n;
  }
  return true;
}

/* ---- counts -------------------------------------------------------------------------------------------------------- */

static int by_day(const void *x, const void *y) {
  const struct imp_count *a = x, *b = y;
  if (a->counts != b->counts) return a->counts ? -1 : 1;
  int d = strcmp(a->what, b->what);
  if (!d) d = strcmp(a->from, b->from);
  if (!d) d = strcmp(a->through, b->through);
  return d ? d : strcmp(a->origin, b->origin);
}

/* The row of all origins for the same count and days; NULL: none. */
static const struct count_row *of_all(const struct pledge *p, const struct count_row *r) {
  for (uint32_t i = 0; i < p->row_count; i++) {
    const struct count_row *x = &p->rows[i];
    if (str_eq(x->origin, STR("all")) && str_eq(x->what, r->what) && x->from == r->from &&
        x->until == r->until && rat_cmp(x->low, x->high) == 0)
      return x;
  }
  return NULL;
}

static bool fill_count(struct pledge *p, const struct count_row *r, struct imp_count *out) {
  struct board *b = p->b;
  uint32_t act = law_find_act(b->law, r->by), voice = deal_find_voice(b->deal, r->by);
  const struct count_row *all = of_all(p, r);
  uint16_t place = r->origin.n == 2 ? LAW_PLACE(r->origin.p[0], r->origin.p[1]) : 0;
  *out = (struct imp_count){.counts = r->counts, .by = "", .source = ""};
  out->what = board_text(b, r->what);
  out->origin = board_text(b, r->origin);
  out->origin_name = place ? board_place(b, place) : out->origin;
  out->from = bill_day(b->arena, r->from);
  out->through = bill_day(b->arena, r->until - 1);
  out->low = pledge_number(p, r->low);
  out->high = pledge_number(p, r->high);
  if (act != LAW_NONE) out->by = board_text(b, b->law->acts[act].title);
  if (voice != LAW_NONE) {
    out->by = board_text(b, b->deal->voices[voice].who);
    out->source = board_text(b, b->deal->voices[voice].source);
  }
  if (all && all != r && rat_cmp(r->low, r->high) == 0)
    out->share = pledge_share(p, r->low, all->low);
  return !b->arena->failed;
}

static uint32_t thousandths(struct rat x, struct rat of) {
  struct rat s;
  int64_t n = 0;
  if (!rat_div(x, of, &s) || !rat_mul(s, rat_int(1000), &s) || !rat_to_dollars_half_up(s, &n))
    return 0;
  return n < 0 ? 0 : n > 1000 ? 1000 : (uint32_t)n;
}

/* The chart's full bar: the largest promise that was counted on, or the largest reading. */
static struct rat scale(const struct pledge *p, const struct imp_pledge *out) {
  struct rat most = RAT_ZERO;
  for (uint32_t i = 0; i < p->row_count; i++)
    if (p->rows[i].counts && rat_cmp(p->rows[i].high, most) > 0) most = p->rows[i].high;
  for (uint32_t i = 0; i < out->promise_count; i++) {
    struct rat x;
    bool counted = out->promises[i].share != NULL;
    if (counted && rat_parse(str_of(out->promises[i].amount), &x) && rat_cmp(x, most) > 0) most = x;
  }
  return most;
}

static bool counts(struct pledge *p, struct imp_pledge *out) {
  struct imp_count *made = arena_array(p->b->arena, p->row_count + 1u, sizeof *made);
  struct rat full = scale(p, out);
  if (!made) return false;
  out->counts = made;
  for (uint32_t i = 0; i < p->row_count; i++) {
    struct imp_count *c = &made[out->count_count++];
    if (!fill_count(p, &p->rows[i], c)) return false;
    if (!c->counts) continue;
    c->bar_low = thousandths(p->rows[i].low, full);
    c->bar_high = thousandths(p->rows[i].high, full);
  }
  if (out->count_count > 1) qsort(made, out->count_count, sizeof *made, by_day);
  out->scale = pledge_number(p, full);
  return out->scale != NULL;
}

/* ---- one pledge ---------------------------------------------------------------------------------------------------- */

static const char *goods_of(struct pledge *p) {
  struct buf t = {0};
  if (p->p->items.n) return board_text(p->b, p->p->items);
  for (uint32_t i = 0; i < p->p->goods.count; i++) {
    const struct law_item *it = &p->p->goods.items[i];
    char digits[16];
    snprintf(digits, sizeof digits, "%010llu", (unsigned long long)it->lo);
    if (it->kind == LAW_ITEM_CODE)
      buf_printf(&t, "%s%.*s", t.n ? ", " : "", (int)it->digits, digits);
    else if (it->kind == LAW_ITEM_LIST)
      buf_printf(&t, "%s@%.*s", t.n ? ", " : "", (int)it->name.n, it->name.p);
  }
  return p->p->goods.count ? buf_keep(&t, p->b->arena) : "";
}

static bool positions(struct pledge *p, struct imp_pledge *out) {
  struct deal_talks two = {.sides = {p->p->seller, p->p->buyer}};
  struct imp_item it = {0};
  p->b->talks = &two;
  it.positions[0].decides = it.positions[1].decides = true;
  bool fine = board_words(p->b, p->p->said, p->p->said_count, &it);
  p->b->talks = NULL;
  memcpy(out->positions, it.positions, sizeof out->positions);
  return fine;
}

static bool fill_notes(struct pledge *p, struct imp_pledge *out) {
  const char **notes = arena_array(p->b->arena, p->p->note_count + 1u, sizeof *notes);
  if (!notes) return false;
  out->notes = notes;
  for (uint32_t i = 0; i < p->p->note_count; i++)
    notes[out->note_count++] = board_text(p->b, p->p->notes[i]);
  return !p->b->arena->failed;
}

static void put_letters(uint16_t place, char out[3]) {
  out[0] = (char)(place >> 8);
  out[1] = (char)(place & 0xff);
  out[2] = '\0';
}

static bool fill_pledge(struct board *b, const struct deal_pledge *of, struct imp_pledge *out) {
  struct pledge p = {.b = b, .p = of};
  if (!pledge_rows(&p)) return false;
  out->name = board_text(b, of->name);
  out->title = board_text(b, of->title);
  out->buyer = board_place(b, of->buyer);
  out->seller = board_place(b, of->seller);
  put_letters(of->buyer, out->buyer_iso2);
  put_letters(of->seller, out->seller_iso2);
  out->counted = board_text(b, of->counted);
  out->unit = p.unit.n || !of->promise_count ? board_text(b, p.unit) : unit_of(&p, of->promises);
  out->goods = goods_of(&p);
  out->ends = of->ends == DAY_NEVER ? NULL : bill_day(b->arena, of->ends);
  out->at = (struct imp_where){b->law->files[of->pos.file].path, of->pos.line};
  return out->name && out->unit && out->goods && positions(&p, out) && promises(&p, out) &&
         counts(&p, out) && fill_notes(&p, out) && !b->arena->failed;
}

/* ---- all of them --------------------------------------------------------------------------------------------------- */

static bool named(struct str name, struct str asked) {
  if (str_eq(name, asked)) return true;
  return name.n > asked.n && name.p[name.n - asked.n - 1] == '.' &&
         str_eq(str_sub(name, name.n - asked.n, name.n), asked);
}

/* Known: some promise of it was. */
static bool was_made(const struct board *b, const struct deal_pledge *p) {
  for (uint32_t i = 0; i < p->promise_count; i++)
    if (board_said_day(b, &p->promises[i].when) <= b->query.view.known) return true;
  return false;
}

static enum imp_status no_such(struct board *b, const char *name, struct imp_error *err) {
  struct buf names = {0};
  bool later = false;
  for (uint32_t i = 0; i < b->deal->pledge_count; i++) {
    const struct deal_pledge *p = &b->deal->pledges[i];
    if (named(p->name, str_of(name))) later = true;
    if (was_made(b, p))
      buf_printf(&names, "%s%.*s", names.n ? ", " : "", (int)p->name.n, p->name.p);
  }
  error_set(err, IMP_USAGE, "usage.pledge", "impost pledge --all, or another --known",
            "\"%.60s\" %s; the promises: %s", name,
            later ? "had not been made by then" : "is no promise of the law",
            names.p ? names.p : "none");
  bool failed = names.failed;
  buf_free(&names);
  return failed ? error_no_memory(err) : IMP_USAGE;
}

static enum imp_status make(struct board *b, const struct imp_query *query, const char *name,
                            struct imp_pledges *out, struct imp_error *err) {
  enum imp_status status = query_read(b->arena, b->own, query, &b->query, err);
  if (status != IMP_OK) return status;
  out->items = arena_array(b->arena, b->deal->pledge_count + 1u, sizeof *out->items);
  if (!out->items) return error_no_memory(err);
  for (uint32_t i = 0; i < b->deal->pledge_count; i++) {
    const struct deal_pledge *p = &b->deal->pledges[i];
    if ((name && !named(p->name, str_of(name))) || !was_made(b, p)) continue;
    if (!fill_pledge(b, p, &out->items[out->count])) return error_no_memory(err);
    out->count++;
  }
  return name && out->count == 0 ? no_such(b, name, err) : IMP_OK;
}

enum imp_status imp_pledges_open(const struct imp_law *law, const struct imp_query *query,
                                 const char *name, struct imp_pledges **out,
                                 struct imp_error *err) {
  *out = NULL;
  struct imp_pledges *made = mem_alloc(sizeof *made);
  if (!made) return error_no_memory(err);
  struct board b = {
      .arena = &made->arena, .own = law, .law = law->law, .deal = law->law->deal, .talks = NULL};
  enum imp_status status = make(&b, query, name, made, err);
  if (status == IMP_OK && made->arena.failed) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_pledges_free(made);
    return status;
  }
  *out = made;
  return IMP_OK;
}

uint32_t imp_pledges_count(const struct imp_pledges *p) {
  return p->count;
}
const struct imp_pledge *imp_pledges_at(const struct imp_pledges *p, uint32_t i) {
  return &p->items[i];
}

void imp_pledges_free(struct imp_pledges *p) {
  if (!p) return;
  arena_free(&p->arena);
  mem_free(p);
}
