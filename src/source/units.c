// SPDX-License-Identifier: Apache-2.0
// Unit texts of the official schedule in our spelling: one word per unit (docs/tables.md).
//
// Only what the schedule itself prints is known here; what people write is the names room's business.
// tools/rates.py holds the same table, written on its own.
#include <string.h>

#include "source/source.h"

struct unit {
  const char *printed, *ours;
};

static const struct unit units[] = {
    {"kg", "kg"},
    {"t", "t"},
    {"g", "g"},
    {"No.", "No"},
    {"No", "No"},
    {"pcs", "pcs"},
    {"prs.", "prs"},
    {"doz.", "doz"},
    {"doz. prs.", "doz-prs"},
    {"Dz Pcs", "doz-pcs"},
    {"gross", "gross"},
    {"hundreds", "hundred"},
    {"thousands", "thousand"},
    {"m", "m"},
    {"lin. m", "m"},
    {"m2", "m2"},
    {"m3", "m3"},
    {"cm2", "cm2"},
    {"thousand m", "thousand-m"},
    {"thousand m3", "thousand-m3"},
    {"Fiber m", "fiber-m"},
    {"liters", "liters"},
    {"pf.liters", "pf.liters"},
    {"bbl", "bbl"},
    {"carat", "carat"},
    {"square", "square"},
    {"pack", "pack"},
    {"doses", "doses"},
    {"Jwls.", "jewel"},
    {"gr.lines", "gr-lines"},
    {"W", "W"},
    {"MWh", "MWh"},
    {"GBq", "GBq"},
    {"cy kg", "cy-kg"},
    {"kg cmsc", "kg-cmsc"},
    {"kg msc", "kg-msc"},
    {"kg amc", "kg-amc"},
    {"kg ttl sug", "kg-ttl-sug"},
    {"t adw", "t-adw"},
    {"t dwb", "t-dwb"},
};

// Weight of one substance in the goods: "Cu kg" is "Cu-kg".
static const char *const substances[] = {
    "Ag", "Au", "Co", "Cr", "Cr2O3", "Cu", "Ir", "Mg", "Mn", "Mo", "NH3",  "NaOH", "Ni",
    "Os", "Pb", "Pd", "Pt", "Rh",    "Ru", "Sb", "Si", "Sn", "V",  "V2O5", "W",    "Zn",
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool content_unit(struct str s, struct buf *out) {
  long blank = str_find(s, ' ');
  if (blank < 1) {
    return false;
  }
  struct str substance = str_sub(s, 0, (size_t)blank), weight = str_sub(s, (size_t)blank + 1, s.n);
  if (!str_eq(weight, STR("kg")) && !str_eq(weight, STR("g")) && !str_eq(weight, STR("t"))) {
    return false;
  }
  for (size_t i = 0; i < COUNT(substances); i++) {
    if (str_eq(substance, str_of(substances[i]))) {
      buf_printf(out, "%s-%.*s", substances[i], (int)weight.n, weight.p);
      return true;
    }
  }
  return false;
}

static bool one_unit(const struct source_readings *more, struct str s, struct buf *out) {
  for (size_t i = 0; more != NULL && i < more->count; i++) {
    if (more->items[i].unit && str_eq(more->items[i].printed, s)) {
      buf_put(out, more->items[i].reads);
      return true;
    }
  }
  for (size_t i = 0; i < COUNT(units); i++) {
    if (str_eq(s, str_of(units[i].printed))) {
      buf_puts(out, units[i].ours);
      return true;
    }
  }
  return content_unit(s, out);
}

/* "No. and kg" in one entry is two units. */
static bool entry_units(const struct source_readings *more, struct str entry, size_t before,
                        struct buf *out) {
  while (entry.n > 0) {
    size_t n = 0;
    while (n < entry.n && !str_starts(str_sub(entry, n, entry.n), STR(" and "))) {
      n++;
    }
    if (out->n > before) {
      buf_putc(out, ',');
    }
    if (!one_unit(more, str_sub(entry, 0, n), out)) {
      return false;
    }
    entry = str_sub(entry, n + 5, entry.n);
  }
  return true;
}

bool source_units(const struct source_readings *more, struct str entries, struct buf *out) {
  size_t before = out->n;
  struct str entry;
  while (entries.n > 0 && str_split(&entries, '\n', &entry)) {
    if (!entry_units(more, entry, before, out)) {
      out->n = before;
      return false;
    }
  }
  if (out->n == before) {
    buf_putc(out, 'X');
  }
  return true;
}
