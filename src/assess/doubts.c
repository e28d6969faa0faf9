// SPDX-License-Identifier: Apache-2.0
// What is to be borne in mind of a line, as a number: the side of the last days it lies on, and the doubtful files that
// might reach it. Lines of one number are told the same.
//
// The first numbers are sides alone. Files are asked of the book once for each kind of number, place and day, as long
// as what might reach a line hangs on nothing else.
#include "assess/batch_own.h"
#include "book/answer.h"
#include "book/doubtful.h"

enum { BEFORE_FIRST = 1, AFTER_LAST = 2, AFTER_READ = 4, DAY_SIDES = 8, KEPT_MOST = 1 << 16 };
static_assert((int)DAY_SIDES < (int)SIDES, "some numbers are left for doubtful files");

void doubts_open(struct imp_batch *b) {
  imp_day read;
  b->first_day = names_first_day(b->law->names);
  b->last_day = names_last_day(b->law->names);
  b->read_day =
      b->law->read_through[0] && day_parse(str_of(b->law->read_through), &read) ? read : DAY_NEVER;
  b->doubtful_day = doubtful_since(b->law);
  b->side_count = DAY_SIDES;
  b->doubts_settled = b->law->doubtful &&
                      b->law->doubtful->split_count == b->law->law->split_count &&
                      doubtful_settled(b->law->doubtful);
}

uint32_t words_day_side(const struct imp_batch *b, imp_day day) {
  uint32_t side = 0;
  if (day < b->first_day) side |= BEFORE_FIRST;
  if (day > b->last_day) side |= AFTER_LAST;
  if (day > b->read_day) side |= AFTER_READ;
  return side;
}

/* The number of a side and of files, when it has one or there is room. */
static uint32_t side_of(struct imp_batch *b, uint32_t day_side, uint64_t reach) {
  uint32_t i = DAY_SIDES;
  if (!reach) return day_side;
  while (i < b->side_count && (b->sides[i].reach != reach || b->sides[i].day_side != day_side)) i++;
  if (i == SIDES) return NOTHING;
  if (i == b->side_count) b->sides[b->side_count++] = (struct side){reach, day_side};
  return i;
}

/* What the doubtful measures say of the number assessed: of several the first, as the plain evaluator asks. */
static bool goods_of(struct imp_batch *b, const struct asked_line *l, uint64_t *goods) {
  const struct variant *found = batch_variant(b, l->code, l->day);
  if (!found) return false;
  struct variant *v = &b->variants[found - b->variants];
  if (v->doubts) {
    *goods = b->doubts_met[v->doubts - 1];
    return true;
  }
  uint64_t code = v->kind == CODE_REFUSED ? code_number(&b->codes[l->code]) : variant_number(v);
  *goods = doubtful_goods(b->law->doubtful, b->law->names, code);
  size_t i = 0;
  while (i < b->doubts_count && b->doubts_met[i] != *goods) i++;
  if (i == UINT16_MAX) return true; /* asked again */
  if (!mem_grow((void **)&b->doubts_met, &b->doubts_cap, i + 1, sizeof *b->doubts_met))
    return false;
  b->doubts_met[i] = *goods;
  if (i == b->doubts_count) b->doubts_count++;
  v->doubts = (uint16_t)(i + 1);
  return true;
}

static uint32_t ask(struct imp_batch *b, const struct asked_line *l) {
  const struct variant *v = batch_variant(b, l->code, l->day);
  struct arena scratch = {0};
  uint64_t reach = 0,
           code = v->kind == CODE_REFUSED ? code_number(&b->codes[l->code]) : variant_number(v);
  bool fine =
      doubtful_reach(&scratch, b->law, &b->query.view, code, b->places[l->place], l->day, &reach);
  arena_free(&scratch);
  return fine ? side_of(b, words_day_side(b, l->day), reach) : NOTHING;
}

uint32_t words_side(struct imp_batch *b, const struct asked_line *l) {
  uint64_t goods;
  /* what cannot be read at all is told no file */
  if (l->day < b->doubtful_day || b->amounts_only || batch_unreadable(b, l))
    return words_day_side(b, l->day);
  if (!b->doubts_settled || !goods_of(b, l, &goods)) return NOTHING;
  struct memo_key k = {(uint32_t)goods, (uint32_t)(goods >> 32), l->place, (uint32_t)l->day};
  uint32_t side = memo_get(&b->doubts, k);
  if (side != NOTHING) return side;
  if (b->doubts.count >= KEPT_MOST) {
    memo_free(&b->doubts);
    b->doubts = (struct memo){0};
  }
  side = ask(b, l);
  return side != NOTHING && memo_put(&b->doubts, k, side) ? side : NOTHING;
}

bool words_caveats(struct imp_batch *b, struct arena *a, uint32_t side, imp_day on,
                   struct text_list *out) {
  uint64_t reach = side >= DAY_SIDES && side < SIDES ? b->sides[side].reach : 0;
  *out = (struct text_list){0};
  return (!reach || doubtful_say(a, b->law->doubtful, reach, out)) &&
         answer_caveats(a, b->law, on, false, out);
}
