// SPDX-License-Identifier: Apache-2.0
// Units of quantity: one spelling each, what else people write, and exact factors.
//
// The idea: units of one kind are multiples of one another (mass, area, count, ...), so a
// conversion is a ratio of two rationals. A unit that names a substance ("Cu-kg", kilograms of
// copper content) or a state
// ("kg-drained") has that as its tag and converts only to units with the same tag: a kilogram of
// ore is no kilogram of copper. What may mean two things ("ton", "gr", "mil") is no spelling of
// anything.
//
// Factors: the international pound and yard of 1959 (0.45359237 kg, 0.9144 m), the US gallon of 231
// cubic inches, the petroleum barrel of 42 gallons, the metric carat of 0.2 g, the troy ounce of
// 480 grains, the roofing square of 100 square feet.
#include "names/names_own.h"

// clang-format off: a table
enum kind {
  MASS,
  LENGTH,
  AREA,
  VOLUME,
  PROOF,
  COUNT,
  PAIRS,
  DOSES,
  PACKS,
  JEWELS,
  LINES,
  POWER,
  ENERGY,
  RADIATION,
  NO_UNIT
};

struct unit {
  const char *name;
  enum kind kind;
  int64_t num, den;   /* how many of the kind's first unit one of this is */
  const char *others; /* other spellings, '|' between them */
  const char *tag;    /* substance or state; NULL: none */
};

#define CONTENT(substance)                                                                         \
  {substance "-kg", MASS, 1, 1, "", substance}, {substance "-g", MASS, 1, 1000, "", substance}, {  \
    substance "-t", MASS, 1000, 1, "", substance                                                   \
  }
#define STATE(state)                                                                               \
  {"kg-" state, MASS, 1, 1, "", state}, {                                                          \
    "t-" state, MASS, 1000, 1, "", state                                                           \
  }

static const struct unit units[] = {
    {"kg", MASS, 1, 1, "kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kgm", NULL},
    {"g", MASS, 1, 1000, "gm|gms|gram|grams|gramme|grammes|grm", NULL},
    {"mg", MASS, 1, 1000000, "milligram|milligrams", NULL},
    {"t", MASS, 1000, 1, "tonne|tonnes|metric ton|metric tons|mt|tne", NULL},
    {"lb", MASS, 45359237, 100000000, "lb.|lbs|lbs.|pound|pounds|lbr", NULL},
    {"oz", MASS, 45359237, 1600000000, "ounce|ounces|onz", NULL},
    {"oz-troy", MASS, 311034768, 10000000000, "troy oz|troy ounce|troy ounces|ozt", NULL},
    {"short-ton", MASS, 90718474, 100000, "short ton|short tons|us ton|us tons|stn", NULL},
    {"long-ton", MASS, 10160469088, 10000000, "long ton|long tons|ltn", NULL},
    {"carat", MASS, 1, 5000, "carats|car", NULL},
    {"m", LENGTH, 1, 1, "meter|meters|metre|metres|mtr|lin. m|lin m", NULL},
    {"cm", LENGTH, 1, 100, "centimeter|centimeters|centimetre|centimetres", NULL},
    {"mm", LENGTH, 1, 1000, "millimeter|millimeters|millimetre|millimetres", NULL},
    {"km", LENGTH, 1000, 1, "kilometer|kilometers|kilometre|kilometres", NULL},
    {"thousand-m", LENGTH, 1000, 1, "thousand m", NULL},
    {"ft", LENGTH, 3048, 10000, "foot|feet|linear ft|linear foot|linear feet", NULL},
    {"in", LENGTH, 254, 10000, "inch|inches", NULL},
    {"yd", LENGTH, 9144, 10000, "yard|yards", NULL},
    {"fiber-m", LENGTH, 1, 1, "fiber m|fbm", "fiber"},
    {"m2", AREA, 1, 1, "sq m|sqm|sq. m|square meter|square meters|square metres|m\xc2\xb2|mtk",
     NULL},
    {"cm2", AREA, 1, 10000, "sq cm|sqcm|square centimeter|square centimeters|cm\xc2\xb2", NULL},
    {"square", AREA, 145161, 15625, "squares", NULL},
    {"ft2", AREA, 145161, 1562500, "sq ft|sqft|sq. ft.|square foot|square feet|ftk", NULL},
    {"yd2", AREA, 1306449, 1562500, "sq yd|sqyd|square yard|square yards", NULL},
    {"m2-recording", AREA, 1, 1, "", "recording"},
    {"m3", VOLUME, 1, 1, "cu m|cbm|cubic meter|cubic meters|cubic metres|m\xc2\xb3|mtq", NULL},
    {"thousand-m3", VOLUME, 1000, 1, "thousand m3", NULL},
    {"liters", VOLUME, 1, 1000, "liter|l|litre|litres|ltr|ltrs", NULL},
    {"ml", VOLUME, 1, 1000000, "milliliter|milliliters|millilitre|millilitres", NULL},
    {"gal", VOLUME, 473176473, 125000000000, "gallon|gallons|us gal|us gallon|us gallons|gll",
     NULL},
    {"bbl", VOLUME, 9936705933, 62500000000, "bbls|barrel|barrels|bll", NULL},
    {"ft3", VOLUME, 55306341, 1953125000, "cu ft|cuft|cubic foot|cubic feet", NULL},
    {"pf.liters", PROOF, 1, 1,
     "pf liter|pf liters|pf.liter|pf. liter|pf. liters|proof liter|proof liters|pfl", NULL},
    {"pf.gal", PROOF, 473176473, 125000000, "pf gal|proof gallon|proof gallons", NULL},
    {"No", COUNT, 1, 1,
     "no.|nos|nos.|number|ea|each|head|article|articles|unit|units|item|items|nmb|c62", NULL},
    {"pcs", COUNT, 1, 1, "pcs.|pc|pc.|piece|pieces", NULL},
    {"doz", COUNT, 12, 1, "doz.|dz|dz.|dozen|dozens|dzn", NULL},
    {"doz-pcs", COUNT, 12, 1, "dz pcs|doz pcs|doz. pcs.|dozen pieces|dpc", NULL},
    {"hundred", COUNT, 100, 1, "hundreds|hun", NULL},
    {"gross", COUNT, 144, 1, "grs", NULL},
    {"thousand", COUNT, 1000, 1, "thousands|ths", NULL},
    {"gross-containers", COUNT, 144, 1, "", "containers"},
    {"prs", PAIRS, 1, 1, "prs.|pr|pr.|pair|pairs|npr", NULL},
    {"doz-prs", PAIRS, 12, 1, "doz prs|doz. prs.|doz. prs|dozen pairs|dpr", NULL},
    {"doses", DOSES, 1, 1, "dose", NULL},
    {"pack", PACKS, 1, 1, "packs|pk|pkg", NULL},
    {"jewel", JEWELS, 1, 1, "jewels|jwl|jwls|jwls.", NULL},
    {"gr-lines", LINES, 1, 1, "gr.lines|gross lines|grl", NULL},
    {"W", POWER, 1, 1, "watt|watts|wtt", NULL},
    {"kW", POWER, 1000, 1, "kilowatt|kilowatts|kwt", NULL},
    {"kWh", ENERGY, 1, 1, "kilowatt hour|kilowatt hours|kwh.", NULL},
    {"MWh", ENERGY, 1000, 1, "megawatt hour|megawatt hours|mwh.", NULL},
    {"GBq", RADIATION, 1, 1, "gigabecquerel|gigabecquerels", NULL},
    {"MBq", RADIATION, 1, 1000, "megabecquerel|megabecquerels", NULL},
    {"X", NO_UNIT, 1, 1, "", NULL},
    {"cy-kg", MASS, 1, 1, "cy kg|clean kg|cyk", "cy"},
    STATE("cmsc"),
    STATE("msc"),
    STATE("amc"),
    STATE("ttl-sug"),
    STATE("adw"),
    STATE("dwb"),
    STATE("drained"),
    STATE("with-container"),
    STATE("contents"),
    CONTENT("Ag"),
    CONTENT("Au"),
    CONTENT("Co"),
    CONTENT("Cr"),
    CONTENT("Cr2O3"),
    CONTENT("Cu"),
    CONTENT("Ir"),
    CONTENT("Mg"),
    CONTENT("Mn"),
    CONTENT("Mo"),
    CONTENT("NH3"),
    CONTENT("NaOH"),
    CONTENT("Ni"),
    CONTENT("Os"),
    CONTENT("Pb"),
    CONTENT("Pd"),
    CONTENT("Pt"),
    CONTENT("Rh"),
    CONTENT("Ru"),
    CONTENT("Sb"),
    CONTENT("Si"),
    CONTENT("Sn"),
    CONTENT("V"),
    CONTENT("V2O5"),
    CONTENT("W"),
    CONTENT("Zn"),
};

// clang-format on

#define UNITS (sizeof units / sizeof units[0])

static bool spelled(const char *others, struct str given) {
  struct str rest = str_of(others), word;
  while (str_split(&rest, '|', &word))
    if (str_eq_nocase(word, given)) return true;
  return false;
}

/* The canonical spelling in its own case first: "W" is watts, and "w" too. */
static const struct unit *unit_find(struct str given) {
  given = str_trim(given);
  if (given.n == 0) {
    return NULL;
  }
  for (size_t i = 0; i < UNITS; i++)
    if (str_eq(str_of(units[i].name), given)) return &units[i];
  for (size_t i = 0; i < UNITS; i++)
    if (str_eq_nocase(str_of(units[i].name), given) || spelled(units[i].others, given))
      return &units[i];
  return NULL;
}

bool names_unit(struct str given, struct str *canonical) {
  const struct unit *u = unit_find(given);
  if (u == NULL) return false;
  *canonical = str_of(u->name);
  return true;
}

static int64_t gcd(int64_t a, int64_t b) {
  while (b != 0) {
    int64_t r = a % b;
    a = b;
    b = r;
  }
  return a;
}

/* (a.num / a.den) / (b.num / b.den), reduced crosswise first so that the products fit 64 bits. */
static bool ratio(const struct unit *a, const struct unit *b, int64_t *num, int64_t *den) {
  int64_t g = gcd(a->num, b->num), h = gcd(b->den, a->den);
  if (__builtin_mul_overflow(a->num / g, b->den / h, num) ||
      __builtin_mul_overflow(a->den / h, b->num / g, den)) {
    return false;
  }
  int64_t both = gcd(*num, *den);
  *num /= both;
  *den /= both;
  return true;
}

bool names_unit_convert(struct str from, struct str to, int64_t *num, int64_t *den) {
  const struct unit *a = unit_find(from), *b = unit_find(to);
  if (a == NULL || b == NULL || a->kind != b->kind) return false;
  if (!str_eq(str_of(a->tag), str_of(b->tag))) return false;
  return ratio(a, b, num, den);
}
