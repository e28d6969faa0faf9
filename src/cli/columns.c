// SPDX-License-Identifier: Apache-2.0
// Columns of a shipment file: see columns.h. Names are compared by their letters and digits alone, so
// "HTS Number - Full", "hts_number_full" and "HtsNumberFull" are one name.

#include "cli/columns.h"

#include <string.h>

#include "base/str.h"

static const struct {
  enum field field;
  const char *names; /* letters and digits, lower case, separated by spaces */
} aliases[] = {
    {FIELD_ENTRY, "entry entrynumber entryno entrysummarynumber entrysummaryno"},
    {FIELD_LINE, "line lineno linenumber entrysummarylinenumber"},
    {FIELD_CODE,
     "code hts htscode hts10 hts8 htsno htsnumber htsnumberfull htsus htsuscode primaryhts "
     "tariffcode tariffnumber tariffno commoditycode hscode"},
    {FIELD_FROM, "from origin coo countryoforigin countryoforigincode origincountry origincode"},
    {FIELD_INTO, "into"},
    {FIELD_ON, "on date entrydate dateofentry entrydt entrydateus"},
    {FIELD_ON, "entrysummarydate entrysummarydt summarydate"},
    {FIELD_ON, "importdate importationdate importdt dateofimport dateofimportation"},
    {FIELD_ON, "arrival arrivaldate arrivaldt dateofarrival"},
    {FIELD_VALUE, "value enteredvalue customsvalue goodsvalue valueusd linetariffgoodsvalueamount "
                  "linegoodsvalueamount"},
    {FIELD_QUANTITY, "quantity qty qty1 quantity1 linetariffquantity1"},
    {FIELD_UNIT, "unit uom uom1 unit1 linetariffuom1code"},
    {FIELD_QUANTITY2, "quantity2 qty2 linetariffquantity2"},
    {FIELD_UNIT2, "unit2 uom2 linetariffuom2code"},
    {FIELD_CLAIMS, "claims claim spi linespicode spicode"},
    {FIELD_FACTS, "facts"},
    {FIELD_ORDINAL, "tariffordinalnumber tariffordinal"},
};

static const struct {
  const char *fact, *names;
  int is_day;
} fact_columns[] = {
    {"exported", "exported exportdate dateofexport dateofexportation", 1},
    {"loaded", "loaded loadingdate loadeddate dateofloading", 1},
    {"contracted", "contracted", 1},
    {"mode", "mode mot modeoftransport", 0},
    {"entry-type", "entrytype entrytypecode", 0},
    {"content.steel", "contentsteel", 0},
    {"content.aluminum", "contentaluminum", 0},
    {"content.copper", "contentcopper", 0},
    {"weight.metal", "weightmetal", 0},
    {"us-content", "uscontent", 0},
    {"us-smelted", "ussmelted", 0},
    {"smelted", "smelted", 0},
    {"cast", "cast", 0},
    {"melted", "melted", 0},
    {"patented", "patented", 0},
    {"quota", "quota", 0},
    {"use", "use", 0},
};

static struct imp_facts *declared; /* by the law of this run: columns_learn */

static void plain_name(const char *name, char *out, size_t size) {
  size_t n = 0;
  for (; *name != '\0' && n + 1 < size; name++) {
    char c = *name;
    if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out[n++] = c;
  }
  out[n] = '\0';
}

static bool is_one_of(const char *names, const char *name) {
  struct str rest = str_of(names), part;
  while (str_split(&rest, ' ', &part))
    if (str_eq(part, str_of(name))) return true;
  return false;
}

uint32_t columns_rank(const char *name) {
  char plain[64];
  plain_name(name, plain, sizeof plain);
  for (uint32_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (is_one_of(aliases[i].names, plain)) return i;
  return UINT32_MAX;
}

/* "fact:NAME" and "fact.NAME" name any fact of the law. */
static const char *spelled_fact(const char *name) {
  bool spelled = strncmp(name, "fact:", 5) == 0 || strncmp(name, "fact.", 5) == 0;
  return spelled && name[5] != '\0' ? name + 5 : NULL;
}

enum imp_status columns_learn(const struct imp_law *law, struct imp_error *err) {
  columns_forget();
  return imp_facts(law, &declared, err);
}

const struct imp_facts *columns_learnt(void) {
  return declared;
}

void columns_forget(void) {
  imp_facts_free(declared);
  declared = NULL;
}

/* A claim is made in the column of claims: its name may be anything, also that of a column kept for oneself. */
static const char *declared_fact(const char *plain) {
  char other[64];
  for (uint32_t i = 0; declared != NULL && i < imp_facts_count(declared); i++) {
    const struct imp_fact *f = imp_facts_at(declared, i);
    plain_name(f->name, other, sizeof other);
    if (strcmp(f->type, "claim") != 0 && strcmp(other, plain) == 0) return f->name;
  }
  return NULL;
}

enum field columns_field(const char *name, const char **fact) {
  char plain[64];
  *fact = spelled_fact(name);
  if (*fact != NULL) return FIELD_FACT;
  plain_name(name, plain, sizeof plain);
  if (plain[0] == '\0') return FIELD_NONE;
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (is_one_of(aliases[i].names, plain)) return aliases[i].field;
  for (size_t i = 0; i < sizeof fact_columns / sizeof *fact_columns; i++)
    if (is_one_of(fact_columns[i].names, plain)) {
      *fact = fact_columns[i].fact;
      return FIELD_FACT;
    }
  *fact = declared_fact(plain);
  return *fact != NULL ? FIELD_FACT : FIELD_NONE;
}

int columns_fact_is_day(const char *fact) {
  for (size_t i = 0; i < sizeof fact_columns / sizeof *fact_columns; i++)
    if (strcmp(fact_columns[i].fact, fact) == 0) return fact_columns[i].is_day;
  for (uint32_t i = 0; declared != NULL && i < imp_facts_count(declared); i++)
    if (strcmp(imp_facts_at(declared, i)->name, fact) == 0)
      return strcmp(imp_facts_at(declared, i)->type, "day") == 0;
  return 0;
}

/* ---- the heading line ------------------------------------------------------------------------ */

static enum imp_status place_column(struct columns *c, uint32_t i, const char *file,
                                    struct imp_error *err) {
  enum field f = c->fields[i];
  if (f == FIELD_NONE || f == FIELD_FACT) return IMP_OK;
  uint32_t held = c->at[f];
  if (held != UINT32_MAX && columns_rank(c->names[held]) != columns_rank(c->names[i])) {
    bool better = columns_rank(c->names[i]) < columns_rank(c->names[held]);
    c->fields[better ? held : i] = FIELD_NONE; /* carried, not read */
    if (better) c->at[f] = i;
    return IMP_OK;
  }
  if (held != UINT32_MAX)
    return error_set(err, IMP_IO, "input.columns",
                     "leave one of them, or give the other another name",
                     "%s: the columns \"%s\" and \"%s\" mean the same", file, c->names[c->at[f]],
                     c->names[i]);
  c->at[f] = i;
  return IMP_OK;
}

void columns_seen(const struct columns *c, struct buf *out) {
  enum { SEEN_MOST = 200 };
  for (uint32_t i = 0; i < c->count; i++) {
    if (out->n > SEEN_MOST) {
      buf_printf(out, " and %u more", (unsigned)(c->count - i));
      return;
    }
    buf_printf(out, "%s%s", i > 0 ? ", " : "", c->names[i]);
  }
}

/* One column whose name holds the signs that part columns elsewhere: the reader cut at another one. */
static const char *likely_separator(const struct columns *c) {
  if (c->count != 1) return NULL;
  if (strchr(c->names[0], ';') != NULL) return "a semicolon";
  if (strchr(c->names[0], '\t') != NULL) return "a tab";
  if (strchr(c->names[0], '|') != NULL) return "a vertical bar";
  return strchr(c->names[0], ',') != NULL ? "a comma" : NULL;
}

static enum imp_status missing_columns(const struct columns *c, const char *file,
                                       struct imp_error *err) {
  static const struct {
    enum field field;
    const char *name;
  } needed[] = {{FIELD_CODE, "code"}, {FIELD_FROM, "from"}, {FIELD_VALUE, "value"}};
  struct buf missing = {0};
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
    if (c->at[needed[i].field] == UINT32_MAX)
      buf_printf(&missing, "%s%s", missing.n > 0 ? ", " : "", needed[i].name);
  if (missing.n == 0) return IMP_OK;
  struct buf seen = {0}, near = {0};
  columns_seen(c, &seen);
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
    if (c->at[needed[i].field] == UINT32_MAX)
      columns_may_be(c, needed[i].field, needed[i].name, &near);
  const char *sign = likely_separator(c);
  error_set(err, IMP_IO, "input.columns",
            sign != NULL
                ? "save the file with commas or tabs between the columns (.csv, .tsv)"
                : "name the columns in the first line: entry, line, code, from, on, value, ... "
                  "(docs/cli.md)",
            "%s: no column for %s; the first line names: %s%s%s%s", file, missing.p,
            seen.n > 0 ? seen.p : "nothing", sign == NULL && near.n > 0 ? near.p : "",
            sign != NULL ? "; the columns seem to be parted by " : "", sign != NULL ? sign : "");
  buf_free(&missing);
  buf_free(&seen);
  buf_free(&near);
  return IMP_IO;
}

/* A CR that no LF follows: lines that end so are read as one, and all of the file would be its heading. */
static bool has_lone_cr(const char *name) {
  for (const char *p = strchr(name, '\r'); p != NULL; p = strchr(p + 1, '\r'))
    if (p[1] != '\n') return true;
  return false;
}

enum imp_status columns_read(struct arena *a, const char *const *names, uint32_t count,
                             const char *file, struct columns *out, struct imp_error *err) {
  *out = (struct columns){.count = count, .filed = UINT32_MAX};
  out->names = arena_array(a, count + 1u, sizeof *out->names);
  out->facts = arena_array(a, count + 1u, sizeof *out->facts);
  out->fields = arena_array(a, count + 1u, sizeof *out->fields);
  if (out->names == NULL || out->facts == NULL || out->fields == NULL) return error_no_memory(err);
  for (int f = 0; f < FIELD_COUNT; f++) out->at[f] = UINT32_MAX;
  for (uint32_t i = 0; i < count; i++) {
    out->names[i] = str_dup(a, str_of(names[i]));
    if (out->names[i] == NULL) return error_no_memory(err);
    if (has_lone_cr(out->names[i]))
      return error_set(
          err, IMP_IO, "input.heading",
          "save the file with lines that end in LF or CRLF (Unix or Windows)",
          "%s: the first line holds a CR without LF: its lines seem to end in CR alone", file);
    out->fields[i] = columns_field(out->names[i], &out->facts[i]);
    enum imp_status status = place_column(out, i, file, err);
    if (status != IMP_OK) return status;
  }
  return missing_columns(out, file, err);
}

enum imp_status columns_expect(struct columns *c, const char *name, const char *file,
                               struct imp_error *err) {
  char wanted[64], plain[64];
  plain_name(name, wanted, sizeof wanted);
  for (uint32_t i = 0; i < c->count; i++) {
    plain_name(c->names[i], plain, sizeof plain);
    if (wanted[0] != '\0' && strcmp(plain, wanted) == 0) {
      c->filed = i;
      return IMP_OK;
    }
  }
  return error_set(err, IMP_USAGE, "input.columns", "name a column of the file that holds duty",
                   "%s has no column \"%s\"", file, name);
}
