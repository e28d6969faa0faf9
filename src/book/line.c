// SPDX-License-Identifier: Apache-2.0
// Reading an entry line: value, date, places, quantities, facts and claims. See line.h.
#include "book/line.h"

#include <stdio.h>
#include <string.h>

#include "law/findings.h"

const char *text_in(struct arena *a, const char *format, ...) {
  struct buf b = {0};
  va_list args;
  va_start(args, format);
  buf_vprintf(&b, format, args);
  va_end(args);
  return buf_keep(&b, a);
}

void refuse(struct arena *a, struct refusal *no, const char *id, const char *next,
            const char *format, ...) {
  if (no->id) return; /* the first reason is the one to mend */
  struct buf b = {0};
  va_list args;
  va_start(args, format);
  buf_vprintf(&b, format, args);
  va_end(args);
  no->id = id;
  no->reason = buf_keep(&b, a);
  no->next = next;
  if (!no->reason) no->reason = "out of memory while saying why";
}

const char *line_code_text(struct arena *a, uint64_t code, uint8_t digits) {
  unsigned heading = (unsigned)(code / 1000000u), low = (unsigned)(code % 1000000u);
  if (digits == 10)
    return text_in(a, "%04u.%02u.%02u.%02u", heading, low / 10000u, low / 100u % 100u, low % 100u);
  if (digits == 6) return text_in(a, "%04u.%02u", heading, low / 10000u);
  if (digits < 6) return text_in(a, "%0*u", (int)digits, digits == 2 ? heading / 100u : heading);
  return text_in(a, "%04u.%02u.%02u", heading, low / 10000u, low / 100u % 100u);
}

bool line_claims(const struct line *l, struct str label) {
  for (uint32_t i = 0; i < l->claim_count; i++)
    if (str_eq_nocase(l->claims[i], label)) return true;
  return false;
}

bool line_denies(const struct line *l, struct str label) {
  for (uint32_t i = 0; i < l->denied_count; i++)
    if (str_eq_nocase(l->denied[i], label)) return true;
  return false;
}

/* "$10,000.50" to dollars. */
static bool read_money(struct str s, struct rat *out) {
  s = str_trim(s);
  if (s.n && s.p[0] == '$') s = str_trim(str_sub(s, 1, s.n));
  return s.n && rat_parse(s, out);
}

static void read_value(struct arena *a, const struct imp_line *in, struct line *out,
                       struct refusal *no) {
  struct rat dollars;
  const int64_t most =
      10000000000000; /* ten million million: no entry is larger, products still fit */
  struct str given = str_trim(str_of(in->value));
  if (!given.n) {
    refuse(a, no, "refuse.value", "give the customs value as a number, for example 10000",
           "there is no customs value");
  } else if (given.p[0] == '-' && read_money(str_sub(given, 1, given.n), &dollars)) {
    refuse(a, no, "refuse.value",
           "give the customs value as a number, for example 10000 or 10,000.00",
           "a customs value cannot be below zero: %.*s", (int)given.n, given.p);
  } else if (!read_money(given, &dollars) || !rat_to_dollars_half_up(dollars, &out->dollars) ||
             out->dollars > most) {
    refuse(a, no, "refuse.value",
           "give the customs value as a number, for example 10000 or 10,000.00",
           "\"%.*s\" is no customs value", (int)given.n, given.p);
    out->dollars = 0;
  } else if (dollars.den != 1) {
    out->value_note = text_in(a, LINE_VALUE_NOTE, (int)given.n, given.p, (long long)out->dollars);
  }
}

static void read_day(struct arena *a, const struct imp_line *in, struct moment default_on,
                     struct line *out, struct refusal *no) {
  struct str on = str_trim(str_of(in->on));
  out->on = default_on.day;
  out->minute = (int16_t)default_on.minute;
  if (!on.n || moment_parse(on, &out->on, &out->minute)) return;
  if (moment_has_zone(on))
    refuse(a, no, "refuse.date",
           "write the day and hour of entry as they were where the goods came in, without a zone: "
           "\"2025-11-12 14:00\"",
           "\"%.*s\" states a time zone, and hours of entry have none", (int)on.n, on.p);
  else
    refuse(a, no, "refuse.date",
           "write the date of entry as " DAY_FORMS ", with an hour as \"2025-11-12 14:00\"",
           "\"%.*s\" is no date of entry", (int)on.n, on.p);
}

const char *line_into_advice(struct arena *a, const struct law *law) {
  const char *words = law->home ? text_in(a, "bills are of entries into one place: --into %c%c",
                                          (char)(law->home >> 8), (char)(law->home & 0xff))
                                : NULL;
  return words ? words : "name a place whose law is encoded";
}

static void read_places(struct arena *a, const struct law *law, const struct names *names,
                        const struct imp_line *in, struct line *out, struct refusal *no) {
  struct str from = str_trim(str_of(in->from)), into = str_trim(str_of(in->into));
  out->into = into.n ? names_place_find(names, into) : law->home;
  out->origin = from.n ? names_place_find(names, from) : 0;
  if (!from.n)
    refuse(a, no, "refuse.origin", "give the country of origin, for example CN",
           "there is no country of origin");
  if (from.n && !out->origin) {
    uint16_t near[3];
    uint32_t n = names_place_suggest(names, from, near, 3);
    const struct names_place *best = n ? names_place(names, near[0]) : NULL;
    refuse(
        a, no, "refuse.origin",
        best
            ? text_in(a,
                      "did you mean %.*s (%.*s)? `impost help duty` says how origins are written",
                      (int)best->iso2_text.n, best->iso2_text.p, (int)best->name.n, best->name.p)
            : "give a country by ISO code, Census number or name; a group such as EU is no country",
        "\"%.*s\" is no country of origin", (int)from.n, from.p);
  }
  if (!out->into)
    refuse(a, no, "refuse.into", line_into_advice(a, law), "\"%.*s\" is no country of entry",
           (int)into.n, into.p);
}

static void read_quantity(struct arena *a, const char *amount, const char *unit, struct line *out,
                          struct refusal *no) {
  struct str q = str_trim(str_of(amount)), u = str_trim(str_of(unit));
  if (!q.n) return;
  size_t digits = 0;
  while (digits < q.n && (strchr("0123456789.,", q.p[digits]) != NULL)) digits++;
  if (!u.n) u = str_trim(str_sub(q, digits, q.n)); /* "100 kg" in one word */
  struct line_quantity *row = &out->quantities[out->quantity_count];
  if (!rat_parse(str_sub(q, 0, digits), &row->amount)) {
    refuse(a, no, "refuse.quantity", "write a number and a unit, for example \"100 kg\"",
           "\"%.*s\" is no quantity", (int)q.n, q.p);
  } else if (u.n && !names_unit(u, &row->unit)) {
    refuse(a, no, "refuse.unit", "the units are those of the schedule: kg, No, doz, m2, liters ...",
           "\"%.*s\" is no unit of quantity", (int)u.n, u.p);
  } else {
    out->quantity_count++;
  }
}

static bool add_word(struct arena *a, struct str **items, uint32_t *count, struct str word) {
  struct str *more = arena_array(a, *count + 1u, sizeof *more);
  if (!more || !str_copy(a, word, &more[*count])) return false;
  if (*count) memcpy(more, *items, *count * sizeof *more);
  *items = more;
  (*count)++;
  return true;
}

/* 9903.88.69, 99038869 and 9903.88.69.00 are one heading: kept as the law prints it. */
static bool label_spelling(struct str s, char out[16], struct str *label) {
  uint64_t lo, hi;
  uint8_t digits;
  if (!law_code_parse(s, &lo, &hi, &digits) || digits < 4) return false;
  unsigned heading = (unsigned)(lo / 1000000u), low = (unsigned)(lo % 1000000u);
  if (heading / 100u != 98 && heading / 100u != 99) return false;
  if (digits == 4) snprintf(out, 16, "%04u", heading);
  if (digits == 6) snprintf(out, 16, "%04u.%02u", heading, low / 10000u);
  if (digits >= 8) snprintf(out, 16, "%04u.%02u.%02u", heading, low / 10000u, low / 100u % 100u);
  *label = str_of(out);
  return true;
}

static uint32_t claim_fact(const struct law *law, struct str word, uint16_t origin) {
  uint32_t other = LAW_NONE;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    if (f->type != LAW_FACT_CLAIM) continue;
    bool named = str_eq_nocase(f->name, word);
    for (uint32_t w = 0; w < f->word_count && !named; w++) named = str_eq_nocase(f->words[w], word);
    if (!named) continue;
    other = i;
    if (!f->has_places) return i;
    for (uint32_t p = 0; p < f->places.count; p++)
      if (f->places.items[p].kind == LAW_ITEM_PLACE && f->places.items[p].place == origin) return i;
  }
  return other; /* a symbol of another origin: the claim is heard and does not hold */
}

static bool heading_known(const struct law *law, struct str label) {
  for (uint32_t m = 0; m < law->measure_count; m++)
    for (uint32_t h = 0; h < law->measures[m].heading_count; h++)
      if (str_eq(law->measures[m].headings[h].label, label)) return true;
  return false;
}

static bool read_claim(struct arena *a, const struct law *law, struct str word, struct line *out,
                       struct refusal *no) {
  char spelled[16];
  struct str label;
  word = str_trim(word);
  if (!word.n) return true;
  if (label_spelling(word, spelled, &label)) {
    if (!heading_known(law, label))
      refuse(a, no, "refuse.claim", "`impost measures` lists the headings that can be claimed",
             "heading %.*s is not encoded here, so a claim of it cannot be judged", (int)label.n,
             label.p);
    return add_word(a, &out->claims, &out->claim_count, label);
  }
  uint32_t fact = claim_fact(law, word, out->origin);
  if (fact != LAW_NONE) out->facts[fact].stated = out->facts[fact].flag = true;
  if (fact == LAW_NONE && !heading_known(law, word))
    refuse(a, no, "refuse.claim",
           "programmes are claimed by symbol or name (KR, usmca), exemptions by heading",
           "\"%.*s\" is no programme and no heading of the law encoded here", (int)word.n, word.p);
  return add_word(a, &out->claims, &out->claim_count, word);
}

/* A share is at most the whole; a rate that the entry states may be more, with its sign. */
static bool read_amount(struct str value, const struct law_fact *f, int64_t dollars,
                        struct rat *out) {
  value = str_trim(value);
  bool share = value.n && value.p[value.n - 1] == '%';
  if (share) value = str_trim(str_sub(value, 0, value.n - 1));
  if (!read_money(value, out)) return false;
  if (share && !rat_div(*out, rat_int(100), out)) return false;
  if (f->type == LAW_FACT_PART && share) return rat_mul(*out, rat_int(dollars), out);
  if (f->type == LAW_FACT_SHARE) return (share && f->is_rate) || rat_cmp(*out, rat_int(1)) <= 0;
  return !share;
}

static bool read_place_list(const struct names *names, struct str value, struct fact_value *v) {
  struct str rest = value, one;
  while (str_split(&rest, ',', &one)) {
    uint16_t p = names_place_find(names, str_trim(one));
    if (!p || v->place_count == LINE_PLACES_MAX) return false;
    v->places[v->place_count++] = p;
  }
  return v->place_count > 0;
}

static bool read_flag(struct str s, bool *flag) {
  *flag = str_eq_nocase(s, STR("yes")) || str_eq_nocase(s, STR("true")) || str_eq(s, STR("1"));
  return *flag || str_eq_nocase(s, STR("no")) || str_eq_nocase(s, STR("false")) ||
         str_eq(s, STR("0"));
}

static bool one_of(const struct law_fact *f, struct str word) {
  for (uint32_t i = 0; i < f->word_count; i++)
    if (str_eq_nocase(f->words[i], word)) return true;
  return false;
}

static bool read_fact(const struct names *names, const struct law_fact *f, struct str value,
                      const struct line *l, struct fact_value *v) {
  switch (f->type) {
  case LAW_FACT_DATE:
    return day_parse_any(value, &v->day);
  case LAW_FACT_FLAG:
  case LAW_FACT_CLAIM:
    return read_flag(value, &v->flag);
  case LAW_FACT_PLACES:
    return read_place_list(names, value, v);
  case LAW_FACT_WORD:
    v->word = value;
    return one_of(f, value);
  case LAW_FACT_QUANTITY:
    v->unit = f->unit;
    return rat_parse(value, &v->amount);
  case LAW_FACT_MONEY:
  case LAW_FACT_SHARE:
  case LAW_FACT_PART:
    return read_amount(value, f, l->dollars, &v->amount);
  default:
    return false; /* of controls and fees on calls: no entry states them */
  }
}

/* Parts are whole dollars like the value itself. */
static bool whole_part(struct fact_value *v) {
  int64_t whole;
  if (!rat_to_dollars_half_up(v->amount, &whole)) return false;
  v->amount = rat_int(whole);
  return true;
}

/* The hour of entry may stand behind the date or be a fact; said twice, it is said alike. */
static void set_hour(struct arena *a, struct line *l, struct str value, struct refusal *no) {
  int16_t minute;
  if (!clock_parse_any(value, &minute))
    refuse(a, no, "refuse.fact", "write the hour of entry as hour=14:00",
           "\"%.*s\" is no time of the day", (int)value.n, value.p);
  else if (l->minute != CLOCK_UNSTATED && l->minute != minute)
    refuse(a, no, "refuse.fact", "say the hour once, with the date or as hour=14:00",
           "the hour of entry is %s, and %02d:%02d behind the date", str_dup(a, value),
           l->minute / 60, l->minute % 60);
  else
    l->minute = minute;
}

/* The fact whose name ends in these words, or the nearest spelling; else where all stand. */
static const char *fact_meant(struct arena *a, const struct law *law, struct str name) {
  static const char all[] = "`impost help facts` lists the facts the law asks for";
  struct nearest near = nearest_to(name);
  struct str best = {0};
  for (uint32_t i = 0; i < law->fact_count && !best.n; i++) {
    struct str known = law->facts[i].name;
    nearest_offer(&near, known);
    bool ends = name.n > 0 && known.n > name.n && known.p[known.n - name.n - 1] == '.' &&
                str_eq(str_sub(known, known.n - name.n, known.n), name);
    if (ends) best = known;
  }
  if (!best.n) best = near.best;
  const char *text = best.n ? text_in(a, "did you mean %.*s? %s", (int)best.n, best.p, all) : all;
  return text ? text : all;
}

/* How a value of the fact is written: of words the words, of the rest where it stands. */
static const char *values_of(struct arena *a, const struct law_fact *f) {
  static const char all[] = "`impost help facts` says how each fact is written";
  struct buf b = {0};
  if (f->type == LAW_FACT_DATE) return "write the day as " DAY_FORMS;
  if (f->type != LAW_FACT_WORD || !f->word_count) return all;
  buf_printf(&b, "%.*s is ", (int)f->name.n, f->name.p);
  for (uint32_t i = 0; i < f->word_count; i++)
    buf_printf(&b, "%s%.*s",
               i == 0                   ? ""
               : i + 1 == f->word_count ? " or "
                                        : ", ",
               (int)f->words[i].n, f->words[i].p);
  const char *text = buf_keep(&b, a);
  return text ? text : all;
}

bool line_set_fact(struct arena *a, const struct law *law, const struct names *names,
                   struct line *l, struct str name, struct str value, struct refusal *no) {
  char spelled[16];
  struct str label;
  bool flag;
  value = str_trim(value);
  name = str_trim(name);
  if (label_spelling(name, spelled, &label)) {
    if (read_flag(value, &flag))
      return flag ? read_claim(a, law, label, l, no)
                  : add_word(a, &l->denied, &l->denied_count, label);
    refuse(a, no, "refuse.fact", "say yes or no: whether the goods are what the heading describes",
           "\"%.*s\" is neither yes nor no to heading %.*s", (int)value.n, value.p, (int)label.n,
           label.p);
    return true;
  }
  uint32_t i = law_find_fact(law, name);
  if (i == LAW_NONE && str_eq(name, STR("hour"))) {
    set_hour(a, l, value, no);
    return true;
  }
  if (i == LAW_NONE) {
    refuse(a, no, "refuse.fact", fact_meant(a, law, name), "the law knows no fact named \"%.*s\"",
           (int)name.n, name.p);
    return true;
  }
  struct str kept;
  if (!str_copy(a, value, &kept)) return false;
  struct fact_value v = {.stated = true};
  if (!read_fact(names, &law->facts[i], kept, l, &v) ||
      (law->facts[i].type == LAW_FACT_PART && !whole_part(&v)))
    refuse(a, no, "refuse.fact", values_of(a, &law->facts[i]),
           "\"%.*s\" is no value of the fact %.*s", (int)value.n, value.p, (int)name.n, name.p);
  else if (law->facts[i].type == LAW_FACT_DATE && v.day > l->on)
    refuse(a, no, "refuse.fact", "a fact of an entry lies on or before its date",
           "%.*s is %.*s, after the date of entry", (int)name.n, name.p, (int)value.n, value.p);
  l->facts[i] = v;
  return true;
}

/* A digit too few or too many is a slip too: what may have been meant is offered. */
static void read_code(struct arena *a, const struct names *names, const struct imp_line *in,
                      struct line *out, struct refusal *no) {
  uint64_t hi;
  struct str code = str_trim(str_of(in->code));
  if (!code.n) {
    refuse(a, no, "refuse.code", "give a commodity code of 8 or 10 digits",
           "there is no commodity code");
  } else if (!law_code_parse(code, &out->code, &hi, &out->digits)) {
    const char *near = line_code_suggest(a, names, code);
    refuse(a, no, "refuse.code",
           near ? near : "a commodity code has 8 or 10 digits, with or without dots",
           "\"%.*s\" is no commodity code", (int)code.n, code.p);
  }
}

static bool read_facts(struct arena *a, const struct law *law, const struct names *names,
                       const struct imp_line *in, struct line *out, struct refusal *no) {
  for (uint32_t i = 0; i < in->fact_count; i++)
    if (!line_set_fact(a, law, names, out, str_of(in->facts[i].name), str_of(in->facts[i].value),
                       no))
      return false;
  for (uint32_t i = 0; i < in->claim_count; i++)
    if (!read_claim(a, law, str_of(in->claims[i]), out, no)) return false;
  return true;
}

bool line_read(struct arena *a, const struct law *law, const struct names *names,
               const struct imp_line *in, struct moment default_on, struct line *out,
               struct refusal *no) {
  *out = (struct line){0};
  out->facts = arena_array(a, law->fact_count + 1u, sizeof *out->facts);
  if (!out->facts) return false;
  read_code(a, names, in, out, no);
  read_places(a, law, names, in, out, no);
  read_day(a, in, default_on, out, no);
  read_value(a, in, out, no);
  read_quantity(a, in->quantity, in->unit, out, no);
  read_quantity(a, in->quantity2, in->unit2, out, no);
  if (!read_facts(a, law, names, in, out, no)) return false;
  line_cut(a, law, out, no);
  return true;
}
