// SPDX-License-Identifier: Apache-2.0
// Lines refused before they have a key: their words are kept by what is wrong with them. A code has an id, so most of them
// need no text; the others are told by the text that is wrong.
#include <string.h>

#include "assess/words.h"

/* Most refusals hang on the code, which is an id, and on nothing else; where the day cannot be read its text is told too. */
bool early_key(const struct asked_line *l, uint32_t program, const char *id, struct memo_key *k) {
  bool sets = !strcmp(id, "refuse.fact") || !strcmp(id, "refuse.claim");
  if (l->day == IMP_NO_DAY || !strcmp(id, "refuse.origin") || !strcmp(id, "refuse.value"))
    return false;
  *k = (struct memo_key){program, 0, 0, l->side | 1u << 31 | 1u << 28};
  if (!strcmp(id, "refuse.horizon"))
    k->c = (uint32_t)l->day;
  else if (sets)
    k->c = l->set;
  else if (strcmp(id, "refuse.own-goods") != 0)
    k->b = l->code + 1;
  if (!strcmp(id, "refuse.retired-code")) k->c = (uint32_t)l->day;
  return true;
}

/* The text that is wrong, after the id. */
static bool early_text(const struct asked_line *l, const char *id, const struct imp_line *line,
                       struct buf *out) {
  const char *from = line->from ? line->from : "", *value = line->value ? line->value : "";
  bool day = l->day != IMP_NO_DAY;
  buf_puts(out, id);
  buf_putc(out, (char)('0' + (day ? l->side : SIDES)));
  if (!day) /* unreadable, or a day with an hour, whose side is not known here */
    buf_printf(out, "%s\x1f", line->on ? line->on : "");
  if (!strcmp(id, "refuse.origin"))
    buf_puts(out, from);
  else if (!strcmp(id, "refuse.value"))
    buf_puts(out, value);
  else if (strcmp(id, "refuse.date") != 0)
    buf_puts(out, line->code ? line->code : "");
  return !out->failed;
}

/* Where the words of a refused text are kept; NULL with *fine: the table is full. */
uint32_t *early_slot(struct imp_batch *b, const struct asked_line *l, const char *id,
                     const struct imp_line *line, bool *fine) {
  struct buf text = {0};
  bool added = false;
  uint32_t *slot = NULL;
  *fine = early_text(l, id, line, &text);
  if (*fine && b->early_ids.count < WORDS_MOST) {
    uint32_t at = keyed_id(&b->early_ids, buf_str(&text), &added);
    *fine = at != NOTHING && mem_grow((void **)&b->early, &b->early_cap, at + 1u, sizeof *b->early);
    if (*fine) slot = &b->early[at];
    if (*fine && added) *slot = NOTHING;
  }
  buf_free(&text);
  return slot;
}

struct imp_batch_said imp_batch_say_refused(struct imp_batch *b, const struct imp_columns *columns,
                                            const struct imp_results *results, uint32_t i,
                                            const struct imp_line *line) {
  struct imp_batch_said out = imp_batch_say(b, columns, results, i);
  struct buf text = {0};
  uint32_t program = out.words == IMP_WORDS_UNKNOWN ? b->ran[i] : NOTHING;
  if (program == NOTHING || b->said_kinds[b->said[program].kind].state != SAID_EARLY) return out;
  struct asked_line l = words_line(b, columns, i);
  uint32_t at = early_text(&l, b->programs[program]->refusal, line, &text)
                    ? keyed_find(&b->early_ids, buf_str(&text))
                    : NOTHING;
  buf_free(&text);
  if (at != NOTHING && b->early[at] != NOTHING) out.words = b->early[at];
  return out;
}
