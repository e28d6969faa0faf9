// SPDX-License-Identifier: Apache-2.0
// One line of a shipment file: see record.h.

#include "cli/record.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/num.h"
#include "cli/xlsx_in.h"

void record_start(struct record *r, struct arena *a, uint32_t number) {
  *r = (struct record){.arena = a, .filed = IMP_NOT_FILED};
  r->line.number = number;
}

bool record_fail(struct record *r, const char *id, const char *next, const char *format, ...) {
  if (r->wrong != NULL) return true;
  struct buf b = {0};
  va_list args;
  va_start(args, format);
  buf_vprintf(&b, format, args);
  va_end(args);
  r->id = id;
  r->next = next;
  r->wrong = b.failed ? NULL : str_dup(r->arena, buf_str(&b));
  buf_free(&b);
  return r->wrong != NULL;
}

/* ---- facts and claims ------------------------------------------------------------------------ */

/* A day that a workbook shows as its number, since the cell has no format of a date: five digits, the years 1927 to
 * 2173. Other numbers are no days, and in text nobody knows from which year they count. */
static bool is_numbered(const struct record *r, struct str value) {
  size_t whole = 0;
  while (whole < value.n && value.p[whole] >= '0' && value.p[whole] <= '9') whole++;
  return r->of_book && whole == 5 && (whole == value.n || value.p[whole] == '.');
}

/* A day in the spelling of the library, or the text as it is: the library says what is wrong with it. */
static const char *day_text(struct record *r, struct str value, enum field field) {
  imp_day day;
  int16_t minute;
  struct buf shown = {0}, b = {0};
  if (is_numbered(r, value) && xlsx_date(value, r->from_1904, &shown)) value = buf_str(&shown);
  const char *text = NULL;
  if (shown.failed || !moment_parse(value, &day, &minute)) {
    text = shown.failed ? NULL : str_dup(r->arena, value);
  } else {
    day_print(day, &b);
    /* The law asks facts for whole days: the hour of one is the file's own affair. */
    if (minute != CLOCK_UNSTATED && field == FIELD_ON)
      buf_printf(&b, " %02d:%02d", minute / 60, minute % 60);
    text = b.failed ? NULL : str_dup(r->arena, buf_str(&b));
  }
  buf_free(&shown);
  buf_free(&b);
  return text;
}

/* Codes of the mode of transport as customs forms give them. Another number is no code: the law says which words
 * there are. */
static struct str mode_word(struct str value) {
  static const struct {
    const char *code, *word;
  } modes[] = {{"10", "ocean"}, {"11", "ocean"}, {"12", "ocean"}, {"20", "rail"},  {"21", "rail"},
               {"30", "truck"}, {"31", "truck"}, {"32", "truck"}, {"33", "other"}, {"34", "truck"},
               {"40", "air"},   {"41", "air"},   {"50", "post"},  {"60", "other"}, {"70", "other"}};
  for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
    if (str_eq(value, str_of(modes[i].code))) return str_of(modes[i].word);
  return value;
}

/* Codes of the type of entry: 01 to 03 and 07 are formal entries for consumption, 11 and 12 informal ones. Other
 * codes say nothing that is asked here. */
static struct str entry_type_word(struct str value) {
  if (value.n != 2 || value.p[0] < '0' || value.p[0] > '9') return value;
  if (str_eq(value, STR("11")) || str_eq(value, STR("12"))) return STR("informal");
  bool formal = value.p[0] == '0' && value.p[1] != '\0' && strchr("1237", value.p[1]) != NULL;
  return formal ? STR("formal") : STR("");
}

/* Which of two words of one line is meant is not guessed. */
static bool says_otherwise(const struct record *r, const char *key, const char *text) {
  for (uint32_t i = 0; i < r->line.fact_count; i++)
    if (strcmp(r->facts[i].name, key) == 0 && strcmp(r->facts[i].value, text) != 0) return true;
  return false;
}

struct str record_code_word(const char *fact, struct str value) {
  if (strcmp(fact, "mode") == 0) return mode_word(value);
  return strcmp(fact, "entry-type") == 0 ? entry_type_word(value) : value;
}

static bool add_fact(struct record *r, struct str name, struct str value) {
  name = str_trim(name);
  value = str_trim(value);
  if (value.n == 0) return true;
  if (r->line.fact_count == RECORD_FACTS_MOST)
    return record_fail(r, "input.facts", "", "the line states more than %d facts",
                       RECORD_FACTS_MOST);
  char *key = str_dup(r->arena, name);
  if (key == NULL) return false;
  value = record_code_word(key, value);
  if (value.n == 0) return true;
  const char *text =
      columns_fact_is_day(key) ? day_text(r, value, FIELD_FACT) : str_dup(r->arena, value);
  if (text == NULL) return false;
  if (says_otherwise(r, key, text))
    return record_fail(r, "input.facts", "leave the one that is true",
                       "the line states %s twice, and differently", key);
  r->facts[r->line.fact_count++] = (struct imp_pair){key, text};
  r->line.facts = r->facts;
  return true;
}

/* "name=value; name=value" */
static bool add_facts(struct record *r, struct str list) {
  struct str part;
  while (str_split(&list, ';', &part)) {
    part = str_trim(part);
    if (part.n == 0) continue;
    long equals = str_find(part, '=');
    if (equals <= 0)
      return record_fail(r, "input.facts", "write facts as name=value; name=value",
                         "\"%.*s\" in the column facts is not name=value", (int)part.n, part.p);
    if (!add_fact(r, str_sub(part, 0, (size_t)equals), str_sub(part, (size_t)equals + 1, part.n)))
      return false;
  }
  return true;
}

/* What stands in a column of claims where there is none. */
static bool says_none(struct str claim) {
  static const char *const words[] = {"N/A", "NA", "none", "-"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq_nocase(claim, str_of(words[i]))) return true;
  return false;
}

bool record_add_claim(struct record *r, struct str claim) {
  claim = str_trim(claim);
  if (claim.n == 0 || says_none(claim)) return true;
  if (r->line.claim_count == RECORD_CLAIMS_MOST)
    return record_fail(r, "input.claims", "", "the line makes more than %d claims",
                       RECORD_CLAIMS_MOST);
  const char *text = str_dup(r->arena, claim);
  if (text == NULL) return false;
  r->claims[r->line.claim_count++] = text;
  r->line.claims = r->claims;
  return true;
}

static bool add_claims(struct record *r, struct str list) {
  struct str part;
  while (str_split(&list, ';', &part))
    if (!record_add_claim(r, part)) return false;
  return true;
}

/* ---- values ---------------------------------------------------------------------------------- */

static bool set_number(struct record *r, struct str value) {
  uint32_t n = 0;
  if (value.n == 0 || value.n > 9) return true;
  for (size_t i = 0; i < value.n; i++) {
    if (value.p[i] < '0' || value.p[i] > '9')
      return true; /* not a number: the count of lines stands */
    n = n * 10 + (uint32_t)(value.p[i] - '0');
  }
  if (n > 0) r->line.number = n;
  return true;
}

static bool set_text(struct record *r, const char **place, struct str value) {
  if (value.n == 0) return true;
  *place = str_dup(r->arena, value);
  return *place != NULL;
}

static bool set_on(struct record *r, struct str value) {
  if (value.n == 0) return true;
  r->line.on = day_text(r, value, FIELD_ON);
  return r->line.on != NULL;
}

void record_set_filed(struct record *r, struct str value) {
  struct rat dollars;
  int64_t cents;
  value = str_trim(value);
  bool below = value.n > 2 && value.p[0] == '(' && value.p[value.n - 1] == ')';
  if (below) value = str_sub(value, 1, value.n - 1);
  if (!below && value.n > 1 && value.p[0] == '-') {
    below = true;
    value = str_sub(value, 1, value.n);
  }
  if (value.n > 1 && value.p[0] == '$') value = str_sub(value, 1, value.n);
  if (value.n == 0 || !rat_parse(value, &dollars) || !rat_to_cents_half_up(dollars, &cents)) return;
  r->filed = below ? -cents : cents;
}

/* Cells of a workbook that a program wrote may hold a formula and not what it comes to. */
static bool is_formula(const struct record *r, enum field field, struct str value) {
  return r->of_book && field != FIELD_NONE && field != FIELD_ORDINAL && value.n > 0 &&
         value.p[0] == '=';
}

static bool refuse_formula(struct record *r, struct str value) {
  enum { SHOWN = 60 };
  return record_fail(r, "input.formula", "open the workbook in a spreadsheet and save it there",
                     "the formula %.*s%s is a cell without its result",
                     (int)(value.n < SHOWN ? value.n : SHOWN), value.p,
                     value.n > SHOWN ? "..." : "");
}

bool record_set(struct record *r, enum field field, const char *fact, const char *value) {
  struct str v = str_trim(str_of(value));
  if (is_formula(r, field, v)) return refuse_formula(r, v);
  switch (field) {
  case FIELD_ENTRY:
    return set_text(r, &r->line.entry, v);
  case FIELD_LINE:
    return set_number(r, v);
  case FIELD_CODE:
    return set_text(r, &r->line.code, v);
  case FIELD_FROM:
    return set_text(r, &r->line.from, v);
  case FIELD_INTO:
    return set_text(r, &r->line.into, v);
  case FIELD_ON:
    return set_on(r, v);
  case FIELD_VALUE:
    return set_text(r, &r->line.value, v);
  case FIELD_QUANTITY:
    return set_text(r, &r->line.quantity, v);
  case FIELD_UNIT:
    return set_text(r, &r->line.unit, v);
  case FIELD_QUANTITY2:
    return set_text(r, &r->line.quantity2, v);
  case FIELD_UNIT2:
    return set_text(r, &r->line.unit2, v);
  case FIELD_CLAIMS:
    return add_claims(r, v);
  case FIELD_FACTS:
    return add_facts(r, v);
  case FIELD_FACT:
    return add_fact(r, str_of(fact), v);
  case FIELD_NONE:
  case FIELD_ORDINAL:
  case FIELD_COUNT:
    break;
  }
  return true;
}

/* ---- what a spreadsheet broke ---------------------------------------------------------------- */

static bool all_digits(const char *s) {
  for (; *s != '\0'; s++)
    if (*s < '0' || *s > '9') return false;
  return true;
}

/* Seven or nine digits in a row: a spreadsheet read the code as a number and dropped the zero. */
static bool check_lost_zero(struct record *r) {
  const char *c = r->line.code;
  size_t n = strlen(c);
  if (!all_digits(c) || (n != 7 && n != 9)) return true;
  struct buf likely = {0}, next = {0};
  buf_printf(&likely, "0%.3s.%.2s.%.2s", c, c + 3, c + 5);
  if (n == 9) buf_printf(&likely, ".%.2s", c + 7);
  buf_printf(&next, "if %s is meant, write it with its zero (as text)",
             likely.n > 0 ? likely.p : "");
  const char *kept = likely.failed || next.failed ? NULL : str_dup(r->arena, buf_str(&next));
  bool ok = kept != NULL &&
            record_fail(r, "input.zero-lost", kept,
                        "the code %s has %zu digits; its leading zero seems to be lost, the "
                        "likely code is %s",
                        c, n, likely.p);
  buf_free(&likely);
  buf_free(&next);
  return ok;
}

/* 4.20292E+09: the digits that are gone cannot be told. */
static bool check_power_of_ten(struct record *r) {
  const char *c = r->line.code;
  const char *e = strpbrk(c, "eE");
  if (e == NULL || (e[1] != '+' && (e[1] < '0' || e[1] > '9'))) return true;
  return record_fail(r, "input.code-number", "format the column as text and enter the code again",
                     "the code %s was turned into a number by a spreadsheet; its digits are lost",
                     c);
}

bool record_finish(struct record *r) {
  if (r->line.code == NULL) return true; /* the library refuses it in its own words */
  return check_power_of_ten(r) && check_lost_zero(r);
}
