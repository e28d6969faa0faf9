// SPDX-License-Identifier: Apache-2.0
// The words of an answer, days and names as text. See licence.h.
#include "deal/licence.h"

const char *deal_text(struct arena *a, struct str s) {
  return s.n ? str_dup(a, s) : NULL;
}

const char *deal_buf_text(struct buf *b, struct arena *a, const char *empty) {
  if (b->n || b->failed) return buf_keep(b, a);
  buf_free(b);
  return empty;
}

const char *deal_day_text(struct arena *a, imp_day day) {
  struct buf b = {0};
  if (day == DAY_NEVER || day == DAY_FIRST) return NULL;
  day_print(day, &b);
  return buf_keep(&b, a);
}

const char *deal_last_day_text(struct arena *a, imp_day off) {
  return off == DAY_NEVER || off == DAY_FIRST ? NULL : deal_day_text(a, off - 1);
}

const char *deal_entry_name(struct arena *a, const struct law *law, uint32_t entry) {
  const struct deal_entry *e = &law->deal->entries[entry];
  struct str list = law->deal->lists[e->list].name;
  return text_in(a, "%.*s.%.*s", (int)list.n, list.p, (int)e->name.n, e->name.p);
}

enum imp_licence_word deal_word(enum deal_result r, bool listed) {
  switch (r) {
  case DEAL_IS_PROHIBITED:
    return IMP_LICENCE_PROHIBITED;
  case DEAL_IS_REQUIRED:
    return IMP_LICENCE_REQUIRED;
  case DEAL_IS_REFUSED:
    return IMP_LICENCE_NOT_ENCODED;
  case DEAL_IS_REGISTRATION:
    return IMP_LICENCE_REGISTRATION;
  case DEAL_IS_GENERAL:
    return IMP_LICENCE_GENERAL;
  case DEAL_IS_MAYBE:
    return IMP_LICENCE_MAYBE;
  case DEAL_IS_SUSPENDED:
    return IMP_LICENCE_SUSPENDED;
  case DEAL_IS_NOT_NEEDED:
    return IMP_LICENCE_NOT_NEEDED;
  default:
    return listed ? IMP_LICENCE_NO_RULE : IMP_LICENCE_NOT_LISTED;
  }
}

const char *imp_licence_word_text(enum imp_licence_word word) {
  static const char *const words[] = {
      [IMP_LICENCE_NOT_LISTED] = "NOT ON THE LISTS ENCODED HERE",
      [IMP_LICENCE_NO_RULE] = "NO RULE IN FORCE",
      [IMP_LICENCE_NOT_NEEDED] = "NOT NEEDED",
      [IMP_LICENCE_SUSPENDED] = "SUSPENDED",
      [IMP_LICENCE_MAYBE] = "MAY NEED A LICENCE",
      [IMP_LICENCE_GENERAL] = "GENERAL LICENCE",
      [IMP_LICENCE_REGISTRATION] = "REGISTRATION",
      [IMP_LICENCE_NOT_ENCODED] = "NOT ENCODED",
      [IMP_LICENCE_REQUIRED] = "LICENCE REQUIRED",
      [IMP_LICENCE_PROHIBITED] = "PROHIBITED",
  };
  return (unsigned)word < sizeof words / sizeof *words ? words[word] : "";
}
