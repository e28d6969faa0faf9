// SPDX-License-Identifier: Apache-2.0
// Words that are known, each set of them once, and those that a program has from its making: see words.c.
#include <string.h>

#include "assess/words.h"

static bool keep_text(struct imp_batch *b, const char *from, const char **to) {
  *to = from ? batch_text(b, str_of(from)) : NULL;
  return !from || *to;
}

static bool keep_words(struct imp_batch *b, const struct imp_answer *a, struct imp_batch_words *w) {
  const struct imp_bill *bill = a->bill_count ? a->bills : NULL;
  *w = (struct imp_batch_words){0};
  const char *const *assumed, *const *notes, *const *caveats;
  bool fine = keep_text(b, a->id, &w->id) && keep_text(b, a->reason, &w->reason) &&
              keep_text(b, a->next, &w->next) &&
              batch_texts(b, bill ? bill->assumed : NULL, bill ? bill->assumed_count : 0, &assumed,
                          &w->assumed_count) &&
              batch_texts(b, bill ? bill->notes : NULL, bill ? bill->notes_count : 0, &notes,
                          &w->notes_count) &&
              batch_texts(b, a->caveats, a->caveat_count, &caveats, &w->caveat_count);
  if (!fine) return false;
  w->assumed = assumed;
  w->notes = notes;
  w->caveats = caveats;
  return true;
}

/* Equal words have one number. */
uint32_t words_id(struct imp_batch *b, const struct imp_answer *a) {
  struct imp_batch_words w;
  struct buf key = {0};
  bool added = false;
  if (!keep_words(b, a, &w)) return NOTHING;
  buf_printf(&key, "%p %p %p", (const void *)w.id, (const void *)w.reason, (const void *)w.next);
  for (uint32_t i = 0; i < w.assumed_count; i++)
    buf_printf(&key, " a%p", (const void *)w.assumed[i]);
  for (uint32_t i = 0; i < w.notes_count; i++) buf_printf(&key, " n%p", (const void *)w.notes[i]);
  for (uint32_t i = 0; i < w.caveat_count; i++)
    buf_printf(&key, " c%p", (const void *)w.caveats[i]);
  uint32_t id = key.failed ? NOTHING : keyed_id(&b->words_ids, buf_str(&key), &added);
  buf_free(&key);
  if (id == NOTHING || !mem_grow((void **)&b->words, &b->words_cap, id + 1u, sizeof *b->words))
    return NOTHING;
  if (added) b->words[id] = w;
  return id;
}

/* Words that the program has from its making; NOTHING: it has them not. */
uint32_t program_words(struct imp_batch *b, uint32_t program, uint32_t option,
                       const struct asked_line *l) {
  const struct program *p = b->programs[program];
  const struct pbill *from = p->refusal ? NULL : &p->bills[0];
  struct arena scratch = {0};
  struct text_list caveats = {0};
  struct imp_bill bill = {0};
  const struct option *no = p->refusal ? program_refused(p) : NULL;
  struct imp_answer a = {.id = p->refusal};
  if (p->refusal && (!no || !no->reason)) return NOTHING;
  if (no) a.reason = no->reason, a.next = no->next;
  if (from) {
    bill.assumed = from->assumed;
    bill.assumed_count = from->assumed_count;
    bill.notes = from->options[option].notes;
    bill.notes_count = from->options[option].notes_count;
    a.bills = &bill;
    a.bill_count = 1;
  }
  bool fine = words_caveats(b, &scratch, l->side, l->day, &caveats) && !scratch.failed;
  a.caveats = caveats.items;
  a.caveat_count = caveats.count;
  uint32_t id = fine ? words_id(b, &a) : NOTHING;
  arena_free(&scratch);
  return id;
}

/* The facts that decide, as the bill has them, one behind the other. */
static bool same_needs(const struct imp_bill *bill, const char *needs) {
  struct buf all = {0};
  for (uint32_t i = 0; i < bill->needs_count; i++) {
    if (i) buf_puts(&all, "; ");
    buf_puts(&all, bill->needs[i]);
  }
  bool same = !all.failed && str_eq(buf_str(&all), str_of(needs));
  buf_free(&all);
  return same;
}

/* The answer that taught the words must be the one that the columns have. */
bool same_answer(const struct imp_batch *b, const struct imp_results *r, uint32_t i,
                 const struct imp_batch_said *said, const struct imp_answer *a) {
  if (a->status != r->status[i]) return false;
  if (a->status == IMP_LINE_REFUSED) return !strcmp(b->shapes[r->shape[i]].refusal, a->id);
  const struct imp_bill *bill = a->bills;
  bool range = a->bill_count == 1 && bill->low != bill->high;
  return a->bill_count == 1 && bill->low == r->low[i] && bill->high == r->high[i] &&
         bill->void_low == said->void_low && bill->void_high == said->void_part &&
         (range || bill->legal_low == said->legal) && bill->legal_high == said->legal &&
         same_needs(bill, said->needs) && !bill->pick_count;
}

enum imp_status imp_batch_words(const struct imp_batch *b, uint32_t words,
                                struct imp_batch_words *out) {
  *out = (struct imp_batch_words){0};
  if (words >= b->words_ids.count) return IMP_USAGE;
  *out = b->words[words];
  return IMP_OK;
}

void imp_batch_with_words(struct imp_batch *b) {
  b->with_words = true;
  /* beside the words of a line it costs little to find again what the loop has forgotten */
  b->quick.most = (struct table_bits){.masks = 14, .facts = 13, .results = 12};
  doubts_open(b);
}

void words_free(struct imp_batch *b) {
  mem_free(b->said);
  mem_free(b->said_kinds);
  mem_free(b->words);
  mem_free(b->early);
  mem_free(b->ran);
  mem_free(b->ran_renumbered);
  mem_free(b->shown);
  mem_free(b->doubts_met);
  memo_free(&b->words_of);
  memo_free(&b->doubts);
  keyed_free(&b->words_ids);
  keyed_free(&b->early_ids);
  keyed_free(&b->shown_ids);
  buf_free(&b->needs_text);
}
