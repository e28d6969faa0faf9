// SPDX-License-Identifier: Apache-2.0
// One sentence about one line. See include/impost/say.h.
//
// Built from the answer alone, clause by clause: which goods, what they owe, what it is made of, what is not
// settled. Names of files, measures and facts stay out of it; what the law calls things stays in.

#include <string.h>

#include "base/day.h"
#include "report/assumed.h"
#include "report/say_own.h"

/* ---- money ------------------------------------------------------------------------------------ */

/* In dollars; of a place whose ordinary duty is not held, in the money the value is stated in. */
static void say_money(const struct say *s, int64_t cents) {
  if (!s->a->additional) buf_putc(s->out, '$');
  money_print(cents, true, s->out);
}

static void say_worth(const struct say *s, int64_t cents) {
  struct buf b = {0}, *out = s->out;
  money_print(cents, true, &b);
  struct str text = buf_str(&b);
  if (cents % 100 == 0 && text.n > 3) text.n -= 3;
  if (!s->a->additional) buf_putc(out, '$');
  buf_put(out, text);
  if (b.failed) out->failed = true;
  buf_free(&b);
}

/* "a", "a and b", "a, b and c": what stands before item i of n. */
static const char *joint(uint32_t i, uint32_t n) {
  if (i == 0) return "";
  return i + 1 == n ? " and " : ", ";
}

/* ---- the goods -------------------------------------------------------------------------------- */

static void say_goods(const struct say *s) {
  const struct imp_answer *a = s->a;
  const char *code = a->code != NULL && a->code[0] != '\0' ? a->code : s->line->code;
  const char *place =
      a->place_name != NULL && a->place_name[0] != '\0' ? a->place_name : s->line->from;
  buf_printf(s->out, "Goods of tariff number %s", code != NULL ? code : "(none)");
  if (s->goods != NULL && s->goods[0] != '\0') buf_printf(s->out, " (%s)", s->goods);
  if (place != NULL) buf_printf(s->out, " from %s", place);
  if (a->value > 0) {
    buf_puts(s->out, " worth ");
    say_worth(s, a->value);
  }
}

static bool later(const char *a, const char *b) {
  return a != NULL && b != NULL && strcmp(a, b) > 0;
}

/* "entering the United States on": the place whose law answers, by its name. */
static void say_entry(const struct say *s, const char *before) {
  const struct law *law = s->law->law;
  struct str typed = str_trim(str_of(s->line->into));
  uint16_t place = typed.n ? names_place_find(s->law->names, typed) : law->home;
  const struct names_place *p = place ? names_place(s->law->names, place) : NULL;
  struct str name = p ? p->name : STR("");
  bool article = str_starts(name, STR("United "));
  buf_printf(s->out, " %s%s%s%.*s on ", before, p ? " " : "", article ? "the " : "", (int)name.n,
             name.p ? name.p : "");
}

static void say_days(const struct say *s) {
  say_entry(s, later(s->a->on, s->a->known) ? "entering" : "that entered");
  say_day(s->out, s->a->on);
}

static void say_known(const struct say *s) {
  buf_puts(s->out, ", by the law as it could be known on ");
  say_day(s->out, s->a->known);
}

/* ---- what they owe ------------------------------------------------------------------------------ */

static void say_owed(const struct say *s, const struct imp_bill *bill, bool first) {
  struct buf *out = s->out;
  if (bill->prohibited) {
    buf_puts(out, "may not enter at all");
    return;
  }
  if (bill->low != bill->high) {
    buf_puts(out, "between ");
    say_money(s, bill->low);
    buf_puts(out, " and ");
  }
  if (bill->high == 0)
    buf_puts(out, "nothing");
  else
    say_money(s, bill->high);
  if (first) buf_puts(out, s->a->additional ? " in additional duty" : " in import duty");
  if (bill->low == bill->high && bill->high > 0 && s->a->value > 0) {
    buf_puts(out, " (");
    report_share(bill->low, s->a->value, out);
    buf_puts(out, first ? " of their value)" : ")");
  }
}

bool say_counts(const struct imp_row *row) {
  return row->status == IMP_ROW_APPLIED && row->amount != 0;
}

static uint32_t rows_of(const struct imp_bill *bill) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < bill->row_count; i++) n += say_counts(&bill->rows[i]);
  return n;
}

static void say_rows(const struct say *s, const struct imp_bill *bill) {
  uint32_t n = rows_of(bill), at = 0;
  if (n == 0 || bill->prohibited) return;
  buf_puts(s->out, bill->low == bill->high ? ": " : "; at the most ");
  for (uint32_t i = 0; i < bill->row_count; i++) {
    if (!say_counts(&bill->rows[i])) continue;
    buf_puts(s->out, joint(at++, n));
    if (n > 1 || bill->low != bill->high) {
      say_money(s, bill->rows[i].amount);
      buf_puts(s->out, " of ");
    }
    say_title(s->out, bill->rows[i].title);
    say_act(s->out, &bill->rows[i]);
  }
}

/* ---- what is not settled -------------------------------------------------------------------------- */

/* "content.steel (the words to ask): …" gives the words, "mode: …" the name. */
static void say_need(struct buf *out, const char *need) {
  const char *open = strchr(need, '('), *colon = strchr(need, ':');
  const char *close = open != NULL ? strchr(open, ')') : NULL;
  if (open != NULL && close != NULL && (colon == NULL || open < colon))
    buf_put(out, (struct str){open + 1, (size_t)(close - open - 1)});
  else
    buf_put(out, (struct str){need, colon != NULL ? (size_t)(colon - need) : strlen(need)});
}

static void say_needs(const struct say *s, const struct imp_bill *bill) {
  if (bill->low == bill->high || bill->needs_count == 0) return;
  buf_puts(s->out, ", depending on what is not stated here (");
  for (uint32_t i = 0; i < bill->needs_count; i++) {
    buf_puts(s->out, i > 0 ? "; " : "");
    say_need(s->out, bill->needs[i]);
  }
  buf_putc(s->out, ')');
}

static const char *title_of(const struct imp_answer *a, const char *question) {
  for (uint32_t i = 0; i < a->question_count; i++)
    if (strcmp(a->questions[i].name, question) == 0) return a->questions[i].title;
  return question;
}

/* A question is asked in full the first time, and is "it" after that when there is but one. */
static void say_outcome(const struct say *s, const struct imp_bill *bill, bool first) {
  bool one = s->a->question_count == 1;
  for (uint32_t i = 0; i < bill->pick_count; i++) {
    const struct imp_pick *p = &bill->picks[i];
    buf_puts(s->out, i > 0 ? " and " : " if ");
    if (first || !one) {
      buf_puts(s->out, "the question \"");
      say_text(s->out, title_of(s->a, p->question));
      buf_putc(s->out, '"');
    } else {
      buf_puts(s->out, "it");
    }
    if (strcmp(p->answer, "stands") == 0)
      buf_puts(s->out, " gets no answer in law");
    else
      buf_printf(s->out, " is answered \"%s\"", p->answer);
  }
  if (bill->mark != NULL) buf_puts(s->out, ", as announced but not made law");
}

/* What the one who asked has assumed, and what goes along with it. */
static void say_assumed(const struct say *s) {
  for (uint32_t i = 0; i < s->query->pick_count; i++) {
    const struct law *law = s->law->law;
    uint32_t q = law_find_question(law, str_of(s->query->picks[i].name));
    buf_puts(s->out, i > 0 ? " and \"" : ", assuming that the question \"");
    buf_put(s->out, q != LAW_NONE ? law->questions[q].title : str_of(s->query->picks[i].name));
    buf_printf(s->out, "\" is answered \"%s\"", s->query->picks[i].value);
  }
  assumed_titles(s->law, s->query, s->out);
}

/* What of the answers goes along with those of the questions named. */
static void say_along(const struct say *s) {
  bool first = true;
  for (uint32_t i = 0; i < s->a->question_count; i++) {
    if (s->a->questions[i].along == NULL) continue;
    buf_puts(s->out, first ? "; counted with it: " : "; ");
    buf_puts(s->out, s->a->questions[i].along);
    first = false;
  }
}

static void say_void(const struct say *s, const struct imp_bill *bill) {
  if (bill->void_high == 0 || bill->prohibited) return;
  buf_puts(s->out, "; ");
  if (bill->void_low != bill->void_high) {
    buf_puts(s->out, "between ");
    say_money(s, bill->void_low);
    buf_puts(s->out, " and ");
  }
  say_money(s, bill->void_high);
  buf_puts(s->out, " of it rests on law since held void");
}

static void say_end(const struct say *s) {
  const char *read = imp_law_read_of(s->law, s->line->into);
  if (later(s->a->on, read)) {
    buf_puts(s->out, "; law made after ");
    say_day(s->out, read);
    buf_puts(s->out, " has not been read");
  }
  if (s->a->additional && s->a->caveat_count > 0) {
    buf_puts(s->out, "; ");
    say_text(s->out, s->a->caveats[0]);
  }
  bool dumping = outside_stated(s->a) >> STATED_DUMPING & 1u;
  buf_printf(s->out, "; fees%s are not counted.", dumping ? "" : " and anti-dumping duty");
}

/* ---- the sentence ------------------------------------------------------------------------------------ */

static void say_refused(const struct say *s) {
  buf_puts(s->out, "No duty can be given for ");
  size_t at = s->out->n;
  say_goods(s);
  if (s->out->n > at && s->out->p[at] == 'G') s->out->p[at] = 'g';
  if (s->a->on != NULL && s->a->on[0] != '\0') {
    say_entry(s, "entering");
    say_day(s->out, s->a->on);
  }
  say_known(s);
  buf_puts(s->out, ": ");
  say_text(s->out, s->a->reason);
  buf_putc(s->out, '.');
}

static void say_verb(const struct say *s, bool open) {
  bool to_come = later(s->a->on, s->a->known);
  buf_puts(s->out, to_come || open ? " would owe " : " owed ");
}

static void say_one(const struct say *s, const struct imp_bill *bill) {
  say_goods(s);
  say_days(s);
  if (bill->prohibited)
    buf_putc(s->out, ' ');
  else
    say_verb(s, false);
  say_owed(s, bill, true);
  say_known(s);
  if (s->a->basis == IMP_LEGAL) buf_puts(s->out, ", leaving out duties held void");
  say_assumed(s);
  if (bill->mark != NULL) buf_puts(s->out, ", counting what was announced but not made law");
  say_needs(s, bill);
  say_rows(s, bill);
  say_void(s, bill);
  say_end(s);
}

/* The laws behind several outcomes, each named once. */
static void say_laws(const struct say *s) {
  const char *seen[32];
  uint32_t n = 0;
  for (uint32_t b = 0; b < s->a->bill_count; b++)
    for (uint32_t i = 0; i < s->a->bills[b].row_count && n < 32; i++) {
      const struct imp_row *row = &s->a->bills[b].rows[i];
      bool old = !say_counts(row);
      for (uint32_t k = 0; k < n && !old; k++) old = strcmp(seen[k], row->act) == 0;
      if (old) continue;
      seen[n++] = row->act;
      buf_puts(s->out, n == 1 ? "; the law behind it: " : ", ");
      say_title(s->out, row->title);
      say_act(s->out, row);
    }
}

static void say_several(const struct say *s) {
  say_goods(s);
  say_days(s);
  say_known(s);
  say_assumed(s);
  buf_puts(s->out, ",");
  say_verb(s, true);
  for (uint32_t i = 0; i < s->a->bill_count; i++) {
    buf_puts(s->out, i == 0 ? "" : i + 1 == s->a->bill_count ? ", or " : ", ");
    say_owed(s, &s->a->bills[i], i == 0);
    say_outcome(s, &s->a->bills[i], i == 0);
    say_void(s, &s->a->bills[i]);
  }
  buf_puts(s->out, "; which of them was not settled on that day");
  say_along(s);
  say_laws(s);
  say_end(s);
}

void say_sentence(const struct say *s) {
  if (s->a->status == IMP_LINE_REFUSED || s->a->bill_count == 0)
    say_refused(s);
  else if (s->a->bill_count == 1)
    say_one(s, &s->a->bills[0]);
  else
    say_several(s);
}
