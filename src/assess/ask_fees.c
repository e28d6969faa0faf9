// SPDX-License-Identifier: Apache-2.0
// Fees of a line by itself: what they come to without the value is kept for lines alike.
#include <string.h>

#include "assess/ask_own.h"

struct fee_key { /* without holes */
  uint32_t place, segment, set, value, class;
};

/* The line with the option, read as the fees of an entry read it. */
static bool read_line(struct ask_many *m, const struct ask_option *o, struct arena *a,
                      struct line *out, bool *fits) {
  const struct imp_law *law = m->b->law;
  struct imp_line line = *m->line;
  struct refusal no = {0};
  if (o && !ask_state(a, m->line, o, &line)) return false;
  if (!line_read(a, law->law, law->names, &line,
                 (struct moment){m->b->query.on, m->b->query.on_minute}, out, &no))
    return false;
  *fits = !no.id;
  if (*fits) out->tariff = names_line_on(law->names, (uint32_t)(out->code / 100u), out->on);
  return true;
}

/* A number for the form; *form NOTHING: it has none. False: out of memory. */
static bool make_form(struct ask_many *m, const struct ask_option *o, uint32_t *form) {
  struct asks *a = m->b->asks;
  struct arena scratch = {0};
  struct fee_form made;
  struct line line;
  bool fits = false, added;
  *form = NOTHING;
  bool fine = read_line(m, o, &scratch, &line, &fits) &&
              (!fits || fee_form_make(a->fees, &line, &made, &fits)) && !scratch.failed;
  arena_free(&scratch);
  if (!fine || !fits) return fine;
  *form = keyed_id(&a->forms, (struct str){(const char *)&made, sizeof made}, &added);
  return *form != NOTHING;
}

static bool find_form(struct ask_many *m, const struct ask_option *o, uint32_t set,
                      uint32_t *form) {
  struct asks *a = m->b->asks;
  struct fee_key k = {.place = m->l.place,
                      .segment = index_segment(m->b->index, m->l.day),
                      .set = set,
                      .value = fee_forms_value(a->fees, m->l.dollars),
                      .class = m->b->variants[m->found.variant].class};
  bool added;
  if (!fee_forms_codes(a->fees)) k.class = 0;
  uint32_t at = keyed_id(&a->fee_keys, (struct str){(const char *)&k, sizeof k}, &added);
  if (at == NOTHING ||
      !mem_grow((void **)&a->form_of, &a->form_of_cap, at + 1u, sizeof *a->form_of))
    return false;
  if (added && !make_form(m, o, &a->form_of[at])) return false;
  *form = a->form_of[at];
  return true;
}

/* Asked of the law each time. */
static enum imp_status plain_fees(struct ask_many *m, const struct ask_option *o, int64_t *low,
                                  int64_t *high) {
  struct imp_fees *fees = NULL;
  struct arena scratch = {0};
  struct imp_line line = *m->line;
  enum imp_status status = !o || ask_state(&scratch, m->line, o, &line) ? IMP_OK : IMP_NO_MEMORY;
  if (status == IMP_OK)
    status = imp_entry_fees(m->b->law, &m->b->asked, &line, NULL, 1, &fees, m->err);
  *low = *high = 0;
  for (uint32_t i = 0; status == IMP_OK && i < imp_fees_count(fees); i++) {
    const struct imp_fee *fee = imp_fees_at(fees, i);
    if (fee->unknown) continue;
    *low += fee->low;
    *high += fee->high;
  }
  imp_fees_free(fees);
  arena_free(&scratch);
  return status;
}

/* An option that no fee asks for leaves them as they are. */
enum imp_status ask_fees(struct ask_many *m, const struct ask_option *o, uint32_t set, int64_t *low,
                         int64_t *high) {
  struct asks *a = m->b->asks;
  uint32_t form = NOTHING;
  if (o && fee_forms_fine(a->fees) && !fee_forms_asks(a->fees, str_of(o->name))) {
    *low = m->fee_low;
    *high = m->fee_high;
    return IMP_OK;
  }
  if (set != NOTHING && fee_forms_fine(a->fees) && !find_form(m, o, set, &form))
    return error_no_memory(m->err);
  if (form == NOTHING) return plain_fees(m, o, low, high);
  const struct fee_form *f = (const void *)a->forms.keys[form].p;
  return fee_form_run(a->fees, f, m->l.dollars, low, high) ? IMP_OK : error_no_memory(m->err);
}
