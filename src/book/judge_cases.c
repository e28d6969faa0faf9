// SPDX-License-Identifier: Apache-2.0
// Cases: whole bills worked by hand, computed through the same call a user makes, and compared.
//
// The format is that of docs/cases.md. Everything wrong is a finding at its line.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "book/judge.h"
#include "impost/duty.h"

enum { ROWS_MAX = 40, BILLS_MAX = 16, WORDS_MAX = 32, PAIRS_MAX = 16, TEXT_MAX = 96 };

struct case_row {
  char heading[TEXT_MAX], rate[TEXT_MAX];
  int64_t base, amount;
  bool zero;
  uint32_t line;
};
struct case_bill {
  struct imp_pair picks[PAIRS_MAX];
  uint32_t pick_count;
  struct case_row rows[ROWS_MAX];
  uint32_t row_count;
  int64_t low, high, void_part;
  bool has_duty, is_range;
  uint32_t line;
};
struct one_case {
  const char *name;
  uint32_t line;
  struct imp_line entry;
  struct imp_pair facts[PAIRS_MAX];
  const char *claims[PAIRS_MAX];
  struct imp_query query;
  const char *refused[WORDS_MAX];
  uint32_t refused_count;
  bool is_refused, has_entry, broken;
  struct case_bill *bills;
  uint32_t bill_count;
};
struct case_reader {
  struct judge *j;
  struct arena arena;
  const char *path;
  struct str bytes;
  struct one_case c;
  bool open;
};

/* ---- words ------------------------------------------------------------------------------------------- */

static uint32_t split_words(struct case_reader *r, struct str line, const char **words) {
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

static void wrong(struct case_reader *r, uint32_t line, const char *what) {
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
  return n && w[n - 1] == ',' ? str_dup(&r->arena, (struct str){w, n - 1}) : w;
}

static void add_fact(struct case_reader *r, const char *word, uint32_t line) {
  struct one_case *c = &r->c;
  const char *eq = strchr(word, '=');
  if (!eq || c->entry.fact_count == PAIRS_MAX) {
    wrong(r, line, "a fact is written NAME=VALUE");
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
      wrong(r, line, "the entry goes on with quantity, mode, with or claims");
      return;
    }
  }
}

static void read_entry(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  struct imp_line *e = &r->c.entry;
  if (n < 8 || strcmp(w[2], "of") || strcmp(w[4], "on") || strcmp(w[6], "value")) {
    wrong(r, line, "an entry is written: entry CODE of PLACE on DATE value MONEY");
    return;
  }
  e->code = w[1];
  e->from = w[3];
  e->on = w[5];
  e->value = w[7];
  e->facts = r->c.facts;
  e->claims = r->c.claims;
  r->c.has_entry = true;
  read_entry_tail(r, w, n, 8, line);
}

static struct case_bill *bill_of(struct case_reader *r) {
  return r->c.bill_count ? &r->c.bills[r->c.bill_count - 1] : NULL;
}

static void read_bill(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  if (!r->c.bills && !(r->c.bills = arena_array(&r->arena, BILLS_MAX, sizeof *r->c.bills)))
    r->j->no_memory = true;
  if (r->j->no_memory || r->c.bill_count == BILLS_MAX) return;
  struct case_bill *b = &r->c.bills[r->c.bill_count++];
  b->line = line;
  for (uint32_t i = 1; i < n; i += 4) { /* if Q is A and Q is A */
    bool joins = !strcmp(w[i], i == 1 ? "if" : "and");
    if (!joins || i + 3 >= n || strcmp(w[i + 2], "is") || b->pick_count == PAIRS_MAX) {
      wrong(r, line, "a bill is written: bill, or bill if QUESTION is ANSWER");
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
    wrong(r, line, "a row is written: row HEADING RATE on BASE pays AMOUNT, below a bill");
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
    wrong(r, line, "an amount is no money");
}

static void read_zero(struct case_reader *r, const char **w, uint32_t n, uint32_t line) {
  struct case_bill *b = bill_of(r);
  if (!b || n != 2 || b->row_count == ROWS_MAX) {
    wrong(r, line, "a heading at nothing is written: zero HEADING, below a bill");
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
  bool fine = b && n >= 2 && read_cents(w[1], duty ? &b->low : &b->void_part);
  if (fine && duty) {
    b->has_duty = true;
    b->high = b->low;
    if (n == 4 && !strcmp(w[2], "to"))
      b->is_range = fine = read_cents(w[3], &b->high);
    else
      fine = n == 2;
  }
  if (!fine) wrong(r, line, "written: duty AMOUNT, duty LOW to HIGH, void AMOUNT, below a bill");
}

static void read_refused(struct case_reader *r, const char **w, uint32_t n) {
  r->c.is_refused = true;
  for (uint32_t i = 1; i < n; i++) r->c.refused[r->c.refused_count++] = strip_comma(r, w[i]);
}

static void read_line(struct case_reader *r, struct str text, uint32_t line) {
  const char *w[WORDS_MAX];
  uint32_t n = split_words(r, text, w);
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
    wrong(r, line,
          "a case has the lines title, entry, known, basis, refused, bill, row, zero, duty, void");
}

/* ---- compared ------------------------------------------------------------------------------------------ */

__attribute__((format(printf, 3, 4))) static void fails(struct case_reader *r, uint32_t line,
                                                        const char *format, ...) {
  char message[480];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  judge_finding(r->j, BOOK_CASE_FAILS, r->path, r->bytes, line,
                "A case is worked by hand: read the law again before changing either side.", "%s",
                message);
}

/* Digits of a text alone, so that a number matches however it is dotted. */
static void digits_of(const char *s, char *out, size_t size) {
  size_t n = 0;
  for (; *s && n + 1 < size; s++)
    if (*s >= '0' && *s <= '9') out[n++] = *s;
  out[n] = 0;
}

static bool reason_has(const char *reason, const char *next, const char *word) {
  char wanted[64], have[1024];
  if (strstr(reason, word) || (next && strstr(next, word))) return true;
  digits_of(word, wanted, sizeof wanted);
  if (strlen(wanted) < 6) return false;
  digits_of(reason, have, sizeof have);
  if (strstr(have, wanted)) return true;
  digits_of(next ? next : "", have, sizeof have);
  return strstr(have, wanted) != NULL;
}

static void compare_refused(struct case_reader *r, const struct imp_answer *a) {
  if (a->status != IMP_LINE_REFUSED) {
    fails(r, r->c.line, "%s is not refused", r->c.name);
    return;
  }
  for (uint32_t i = 0; i < r->c.refused_count; i++)
    if (!reason_has(a->reason, a->next, r->c.refused[i]))
      fails(r, r->c.line, "the refusal does not say \"%s\": %s", r->c.refused[i], a->reason);
}

static bool row_matches(const struct case_row *w, const struct imp_row *row) {
  if (row->status != IMP_ROW_APPLIED || strcmp(w->heading, row->heading)) return false;
  if (w->zero) return row->amount == 0;
  return row->amount == w->amount && row->base == w->base && !strcmp(w->rate, row->rate);
}

static void compare_rows(struct case_reader *r, const struct case_bill *want,
                         const struct imp_bill *got) {
  bool used[256] = {false};
  char text[160];
  for (uint32_t i = 0; i < want->row_count; i++) {
    uint32_t k = 0;
    while (k < got->row_count && k < 256 &&
           (used[k] || !row_matches(&want->rows[i], &got->rows[k])))
      k++;
    if (k < got->row_count && k < 256)
      used[k] = true;
    else
      fails(r, want->rows[i].line, "%s: there is no such row", want->rows[i].heading);
  }
  for (uint32_t k = 0; k < got->row_count && k < 256; k++) {
    const struct imp_row *row = &got->rows[k];
    if (used[k] || row->status != IMP_ROW_APPLIED) continue;
    struct buf b = {0};
    money_print(row->amount, false, &b);
    snprintf(text, sizeof text, "%.60s of %.40s pays %.30s", row->heading, row->rate,
             b.p ? b.p : "");
    buf_free(&b);
    fails(r, want->line, "a row is computed that the case does not have: %s", text);
  }
}

static const struct imp_bill *find_bill(const struct imp_answer *a, const struct case_bill *want) {
  for (uint32_t i = 0; i < a->bill_count; i++) {
    bool same = a->bills[i].pick_count == want->pick_count;
    for (uint32_t p = 0; p < want->pick_count && same; p++) {
      bool found = false;
      for (uint32_t q = 0; q < a->bills[i].pick_count && !found; q++)
        found = !strcmp(a->bills[i].picks[q].question, want->picks[p].name) &&
                !strcmp(a->bills[i].picks[q].answer, want->picks[p].value);
      same = found;
    }
    if (same) return &a->bills[i];
  }
  return NULL;
}

static void compare_money(struct case_reader *r, uint32_t line, const char *what, int64_t want,
                          int64_t got) {
  struct buf w = {0}, g = {0};
  if (want == got) return;
  money_print(want, true, &w);
  money_print(got, true, &g);
  char text[64];
  snprintf(text, sizeof text, "%s %.30s", what, w.p ? w.p : "");
  fails(r, line, "%s by hand, %s computed", text, g.p ? g.p : "");
  buf_free(&w);
  buf_free(&g);
}

static void compare_bill(struct case_reader *r, const struct case_bill *want,
                         const struct imp_bill *got) {
  compare_money(r, want->line, "duty", want->low, got->low);
  if (want->is_range || want->high != got->high)
    compare_money(r, want->line, "highest duty", want->high, got->high);
  compare_money(r, want->line, "void", want->void_part, got->void_high);
  if (!want->is_range) compare_rows(r, want, got);
}

static void compare(struct case_reader *r, const struct imp_answer *a) {
  if (r->c.is_refused) {
    compare_refused(r, a);
    return;
  }
  if (a->status == IMP_LINE_REFUSED) {
    fails(r, r->c.line, "%s is refused: %s", r->c.name, a->reason);
    return;
  }
  if (a->bill_count != r->c.bill_count)
    fails(r, r->c.line, "%s: another number of bills is computed", r->c.name);
  for (uint32_t i = 0; i < r->c.bill_count; i++) {
    const struct imp_bill *got = find_bill(a, &r->c.bills[i]);
    if (got)
      compare_bill(r, &r->c.bills[i], got);
    else
      fails(r, r->c.bills[i].line, "%s: no bill is computed for this outcome", r->c.name);
  }
}

static void close_case(struct case_reader *r) {
  struct imp_assessment *as;
  struct imp_error err = {0};
  if (!r->open) return;
  r->open = false;
  r->j->cases++;
  bool complete = r->c.has_entry && (r->c.is_refused || r->c.bill_count);
  for (uint32_t i = 0; i < r->c.bill_count; i++) complete = complete && r->c.bills[i].has_duty;
  if (!complete && !r->c.broken)
    wrong(r, r->c.line, "a case needs an entry, and bills with their duty or refused");
  if (!complete || r->c.broken || r->j->no_memory) return;
  enum imp_status status = imp_duty(r->j->law, &r->c.query, &r->c.entry, &as, &err);
  if (status == IMP_NO_MEMORY)
    r->j->no_memory = true;
  else if (status != IMP_OK)
    fails(r, r->c.line, "%s: %s", r->c.name, err.message);
  else
    compare(r, imp_assessment_answer(as));
  if (status == IMP_OK) imp_assessment_free(as);
}

static void open_case(struct case_reader *r, struct str text, uint32_t line) {
  const char *w[WORDS_MAX];
  uint32_t n = split_words(r, text, w);
  r->c = (struct one_case){.query.brief = true, .line = line, .name = n > 1 ? w[1] : "?"};
  r->open = true;
  if (n != 2 || strcmp(w[0], "case")) wrong(r, line, "a case begins with: case NAME");
}

void judge_case_text(struct judge *j, const char *path, struct str bytes) {
  struct case_reader r = {.j = j, .path = path, .bytes = bytes};
  struct str rest = bytes, one;
  uint32_t line = 0;
  while (!j->no_memory && str_split(&rest, '\n', &one)) {
    line++;
    struct str text = str_trim(one);
    if (!text.n || text.p[0] == '#') continue;
    if (one.p[0] != ' ' && one.p[0] != '\t') {
      close_case(&r);
      arena_free(&r.arena);
      open_case(&r, text, line);
    } else if (r.open) {
      read_line(&r, text, line);
    } else {
      judge_finding(j, BOOK_CASE_PARSE, path, bytes, line,
                    "docs/cases.md gives the lines of a case.", "a line stands outside a case");
    }
  }
  close_case(&r);
  arena_free(&r.arena);
}

enum imp_status judge_cases(struct judge *j, struct imp_error *err) {
  static const char *const endings[] = {".case", NULL};
  struct arena a = {0};
  struct file_list files;
  enum imp_status status = file_tree(&a, j->law->folder, endings, NULL, &files, err);
  for (size_t i = 0; status == IMP_OK && i < files.count && !j->no_memory; i++) {
    char path[4096];
    struct str bytes;
    snprintf(path, sizeof path, "%s/%s", j->law->folder, files.paths[i]);
    status = file_read(&a, path, 0, &bytes, err);
    if (status == IMP_OK) judge_case_text(j, files.paths[i], bytes);
  }
  arena_free(&a);
  return status == IMP_OK && j->no_memory ? error_no_memory(err) : status;
}
