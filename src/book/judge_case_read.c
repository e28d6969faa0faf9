// SPDX-License-Identifier: Apache-2.0
// Reading the lines of a case into what is to be computed and what was worked by hand. See docs/cases.md.
#include <stdio.h>
#include <string.h>

#include "book/judge_case.h"
#include "book/line.h"

/* ---- words ------------------------------------------------------------------------------------------- */

uint32_t case_words(struct case_reader *r, struct str line, const char **words) {
  uint32_t n = 0;
  size_t i = 0;
  while (i < line.n && n < WORDS_MAX) {
    while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t')) i++;
    size_t from = i;
    while (i < line.n && line.p[i] != ' ' && line.p[i] != '\t') i++;
    if (i > from && line.p[from] == '#') break;
    if (i > from && !(words[n++] = str_dup(&r->arena, str_sub(line, from, i))))
      r->j->no_memory = true;
  }
  return r->j->no_memory ? 0 : n;
}

void case_wrong(struct case_reader *r, uint32_t line, const char *what) {
  r->c.broken = true;
  judge_finding(r->j, BOOK_CASE_PARSE, r->path, r->bytes, line,
                "docs/cases.md gives the lines of a case.", "%s", what);
}

static bool read_cents(const char *word, int64_t *cents) {
  struct rat v;
  return word && rat_parse(str_of(word), &v) && rat_to_cents_half_up(v, cents);
}

/* ---- the lines of a case --------------------------------------------------------------------------------- */

static const char *strip_comma(struct case_reader *r, const char *w) {
  size_t n = strlen(w);
  if (!n || w[n - 1] != ',') return w;
  const char *bare = str_dup(&r->arena, (struct str){w, n - 1});
  return bare ? bare : "";
}

static void add_fact(struct case_reader *r, const char *word, uint32_t line) {
  struct one_case *c = &r->c;
  const char *eq = strchr(word, '=');
  if (!eq || c->entry.fact_count == PAIRS_MAX) {
    case_wrong(r, line, "a fact is written NAME=VALUE");
    return;
  }
  c->facts[c->entry.fact_count++] =
      (struct imp_pair){str_dup(&r->arena, (struct str){word, (size_t)(eq - word)}),
                        str_dup(&r->arena, str_of(eq + 1))};
}

static void read_entry_tail(struct case_reader *r, const char **w, uint32_t n, uint32_t i,
                            uint32_t line) {
  struct one_case *c = &r->c;
  while (i < n) {
    if (!strcmp(w[i], "quantity") && i + 2 < n) {
      bool second = c->entry.quantity != NULL;
      *(second ? &c->entry.quantity2 : &c->entry.quantity) = w[i + 1];
      *(second ? &c->entry.unit2 : &c->entry.unit) = w[i + 2];
      i += 3;
    } else if (!strcmp(w[i], "mode") && i + 1 < n && c->entry.fact_count < PAIRS_MAX) {
      c->facts[c->entry.fact_count++] = (struct imp_pair){"mode", w[i + 1]};
      i += 2;
    } else if (!strcmp(w[i], "with")) {
      for (i++; i < n && strchr(w[i], '='); i++) add_fact(r, strip_comma(r, w[i]), line);
    } else if (!strcmp(w[i], "claims")) {
      for (i++; i < n && c->entry.claim_count < PAIRS_MAX; i++) {
        c->claims[c->entry.claim_count++] = strip_comma(r, w[i]);
        if (w[i][strlen(w[i]) - 1] != ',') {
          i++;
          break;
        }
      }
    } else {
      case_wrong(r, line, "the entry goes on with quantity, mode, with or claims");
      return;
    }
  }
}

static void read_entry(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  struct imp_line *e = &r->c.entry;
  const char *hour = n > 8 && strchr(w[6], ':') ? w[6] : NULL; /* on 2025-11-10 13:01 value … */
  for (uint32_t i = 6; hour && i + 1 < n; i++) w[i] = w[i + 1];
  n -= hour != NULL;
  if (n < 8 || strcmp(w[2], "of") || strcmp(w[4], "on") || strcmp(w[6], "value")) {
    case_wrong(r, line, "an entry is written: entry CODE of PLACE on DATE value MONEY");
    return;
  }
  e->code = w[1];
  e->from = w[3];
  e->on = hour ? text_in(&r->arena, "%s %s", w[5], hour) : w[5];
  if (!e->on) r->j->no_memory = true;
  e->value = w[7];
  e->facts = r->c.facts;
  e->claims = r->c.claims;
  r->c.has_entry = true;
  read_entry_tail(r, w, n, 8, line);
}

static struct case_bill *bill_of(struct case_reader *r) {
  return r->c.bill_count ? &r->c.bills[r->c.bill_count - 1] : NULL;
}

/* Most cases have one bill, and a bill is large. */
static bool bill_room(struct case_reader *r) {
  uint32_t have = r->c.bill_count, cap = have ? have * 2 : 1;
  if (have & (have - 1)) return true; /* room is a power of two */
  struct case_bill *more = arena_array(&r->arena, cap, sizeof *more);
  if (more && have) memcpy(more, r->c.bills, have * sizeof *more);
  r->c.bills = more;
  if (!more) r->j->no_memory = true;
  return more != NULL;
}

static void read_bill(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  if (r->j->no_memory || r->c.bill_count == BILLS_MAX || !bill_room(r)) return;
  struct case_bill *b = &r->c.bills[r->c.bill_count++];
  b->line = line;
  for (uint32_t i = 1; i < n; i += 4) { /* if Q is A and Q is A */
    bool joins = !strcmp(w[i], i == 1 ? "if" : "and");
    if (!joins || i + 3 >= n || strcmp(w[i + 2], "is") || b->pick_count == PAIRS_MAX) {
      case_wrong(r, line, "a bill is written: bill, or bill if QUESTION is ANSWER");
      return;
    }
    b->picks[b->pick_count++] = (struct imp_pair){w[i + 1], w[i + 3]};
  }
}

/* row HEADING RATE on BASE pays AMOUNT; a rate may have several words */
static void read_row(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  struct case_bill *b = bill_of(r);
  if (!b || b->row_count == ROWS_MAX || n < 7 || strcmp(w[n - 4], "on") ||
      strcmp(w[n - 2], "pays")) {
    case_wrong(r, line, "a row is written: row HEADING RATE on BASE pays AMOUNT, below a bill");
    return;
  }
  struct case_row *row = &b->rows[b->row_count++];
  row->line = line;
  snprintf(row->heading, TEXT_MAX, "%s", w[1]);
  for (uint32_t i = 2; i < n - 4; i++) {
    size_t used = strlen(row->rate);
    snprintf(row->rate + used, TEXT_MAX - used, "%s%s", used ? " " : "", w[i]);
  }
  if (!read_cents(w[n - 3], &row->base) || !read_cents(w[n - 1], &row->amount))
    case_wrong(r, line, "an amount is no money");
}

static void read_zero(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  struct case_bill *b = bill_of(r);
  if (!b || n != 2 || b->row_count == ROWS_MAX) {
    case_wrong(r, line, "a heading at nothing is written: zero HEADING, below a bill");
    return;
  }
  struct case_row *row = &b->rows[b->row_count++];
  row->zero = true;
  row->line = line;
  snprintf(row->heading, TEXT_MAX, "%s", w[1]);
}

static void read_money(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  struct case_bill *b = bill_of(r);
  bool duty = !strcmp(w[0], "duty");
  if (b && n == 2 && duty && !strcmp(w[1], "prohibited")) {
    b->has_duty = b->prohibited = true;
    return;
  }
  bool fine = b && n >= 2 && read_cents(w[1], duty ? &b->low : &b->void_part);
  if (fine && duty) {
    b->has_duty = true;
    b->high = b->low;
    if (n == 4 && !strcmp(w[2], "to"))
      b->is_range = fine = read_cents(w[3], &b->high);
    else
      fine = n == 2;
  }
  if (!fine)
    case_wrong(
        r, line,
        "written: duty AMOUNT, duty LOW to HIGH, duty prohibited, void AMOUNT, below a bill");
}

static void read_refused(struct case_reader *r, const char **w, uint32_t n) {
  r->c.is_refused = true;
  for (uint32_t i = 1; i < n && r->c.refused_count < WORDS_MAX; i++)
    r->c.refused[r->c.refused_count++] = strip_comma(r, w[i]);
}

void case_line(struct case_reader *r, struct str text, uint32_t line) {
  const char *w[WORDS_MAX];
  uint32_t n = case_words(r, text, w);
  if (!n) return;
  if (!strcmp(w[0], "title")) return;
  if (!strcmp(w[0], "entry"))
    read_entry(r, w, n, line);
  else if (!strcmp(w[0], "known") && n == 2)
    r->c.query.known = w[1];
  else if (!strcmp(w[0], "basis") && n == 2)
    r->c.query.basis = strcmp(w[1], "legal") ? IMP_COLLECTED : IMP_LEGAL;
  else if (!strcmp(w[0], "refused"))
    read_refused(r, w, n);
  else if (!strcmp(w[0], "bill"))
    read_bill(r, w, n, line);
  else if (!strcmp(w[0], "row"))
    read_row(r, w, n, line);
  else if (!strcmp(w[0], "zero"))
    read_zero(r, w, n, line);
  else if (!strcmp(w[0], "duty") || !strcmp(w[0], "void"))
    read_money(r, w, n, line);
  else
    case_wrong(
        r, line,
        "a case has the lines title, entry, known, basis, refused, bill, row, zero, duty, void");
}
