// SPDX-License-Identifier: Apache-2.0
// Units of technical limits, exact: an amount in one unit of a kind in another of the same kind.
#include "deal/case.h"

struct unit {
  const char *name;
  int kind;
  int64_t num, den; /* in the smallest unit of its kind */
};

static const struct unit units[] = {
    {"nm", 1, 1, 1},        {"µm", 1, 1000, 1},
    {"um", 1, 1000, 1},     {"mm", 1, 1000000, 1},
    {"cm", 1, 10000000, 1}, {"m", 1, 1000000000, 1},
    {"in", 1, 25400000, 1}, {"W", 2, 1, 1},
    {"kW", 2, 1000, 1},     {"MW", 2, 1000000, 1},
    {"Hz", 3, 1, 1},        {"kHz", 3, 1000, 1},
    {"MHz", 3, 1000000, 1}, {"GHz", 3, 1000000000, 1},
    {"Pa", 4, 1, 1},        {"kPa", 4, 1000, 1},
    {"MPa", 4, 1000000, 1}, {"GPa", 4, 1000000000, 1},
    {"T", 5, 1, 1},         {"mT", 5, 1, 1000},
    {"°C", 6, 1, 1},        {"C", 6, 1, 1},
    {"g/cm3", 7, 1, 1},     {"kg/m3", 7, 1, 1000},
    {"Wh/kg", 8, 1, 1},     {"/cm2", 9, 1, 1},
    {"per cm2", 9, 1, 1},
};

static const struct unit *find(struct str name) {
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (str_eq(str_of(units[i].name), name)) return &units[i];
  return NULL;
}

bool deal_unit_convert(struct rat amount, struct str from, struct str to, struct rat *out) {
  struct rat factor;
  *out = amount;
  if (str_eq(from, to) || !from.n) return true; /* a bare number is in the unit of the fact */
  const struct unit *a = find(from), *b = find(to);
  return a && b && a->kind == b->kind &&
         rat_make((i128)a->num * b->den, (i128)a->den * b->num, &factor) &&
         rat_mul(amount, factor, out);
}
