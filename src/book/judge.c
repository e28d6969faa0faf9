// SPDX-License-Identifier: Apache-2.0
// Asserts: what a line pays under one measure, computed and compared. See judge.h.
//
// An assert looks at one measure and the names under it, so a refusal by another measure does not touch it.
#include "book/judge.h"

#include <stdio.h>

#include "book/assess.h"
#include "book/fees.h"
#include "book/follow.h"

const struct book_diag_row book_diag_table[BOOK_DIAG_COUNT] = {
#define BOOK_DIAG(id, text, check, level, line) {text, check, line, DIAG_##level},
#include "book/diagnostics.def"
#undef BOOK_DIAG
};

static struct str line_text(struct str bytes, uint32_t line) {
  struct str rest = bytes, one = {0};
  for (uint32_t i = 0; i < line; i++)
    if (!str_split(&rest, '\n', &one)) return (struct str){0};
  if (one.n && one.p[one.n - 1] == '\r') one.n--;
  return one;
}

void judge_finding(struct judge *j, enum book_diag id, const char *file, struct str bytes,
                   uint32_t line, const char *next, const char *format, ...) {
  char message[480];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  struct str source = line_text(bytes, line), shown = str_trim(source);
  uint32_t col = source.n ? (uint32_t)(shown.p - source.p) + 1u : 1u;
  struct diag d = {.id = book_diag_table[id].id,
                   .level = book_diag_table[id].level,
                   .file = file,
                   .line = line,
                   .col = col,
                   .width = shown.n ? (uint32_t)str_utf8_columns(shown) : 1u,
                   .source = source,
                   .next = next};
  diag_add(j->diags, &d, "%s", message);
}

/* ---- one assert --------------------------------------------------------------------------------------- */

struct sums {
  int64_t low, high;
  bool any, under, prohibited;
  bool refused;     /* by the measure looked at, or the line itself */
  bool refused_any; /* by any measure: what `refused` asks */
  const char *reason;
};

struct trial { /* an assert being evaluated */
  struct judge *j;
  struct frame frame;
  struct view view;
  bool *fixed;
  struct assessed *as; /* room for answers, used again and again */
  struct line line;
  struct refusal no;
  bool held; /* the tables hold the numbers of the place entered */
  uint64_t numbers[100];
  uint32_t number_count;
};

static bool set_view(struct trial *t, const struct law_assert *a) {
  const struct law *law = t->frame.law;
  imp_day known = a->known == DAY_NEVER ? law->newest_known : a->known;
  t->fixed = arena_array(t->frame.arena, law->question_count + 1u, sizeof *t->fixed);
  if (!t->fixed || !view_make(&t->view, t->frame.arena, law, known,
                              a->known == DAY_NEVER ? CLOCK_UNSTATED : a->known_minute,
                              str_eq(a->basis, STR("legal"))))
    return false;
  for (uint32_t i = 0; i < a->pick_count; i++) {
    uint32_t q = a->picks[i].question_index;
    uint32_t wanted = a->picks[i].answer_index == LAW_NONE ? VIEW_STANDS : a->picks[i].answer_index;
    bool found = false;
    for (uint32_t k = 0; q != LAW_NONE && k < view_outcome_count(&t->view, q); k++)
      found = found || view_outcome(&t->view, q, k) == wanted;
    if (!found)
      refuse(t->frame.arena, &t->no, "usage.outcome", "", "%.*s is no outcome on the known day",
             (int)a->picks[i].answer.n, a->picks[i].answer.p);
    if (!found) return true;
    t->view.questions[q].assumed = wanted;
    t->fixed[q] = true;
  }
  follow_settle(&t->view, t->fixed);
  return true;
}

enum { WITH_MAX = 32 };

/* What is asserted in a measure is asked of goods that enter the place of its law. */
static uint16_t place_entered(const struct law *law, const struct law_assert *a) {
  struct str rest = a->in, name;
  str_split(&rest, '.', &name);
  for (uint32_t j = 0; j < law->jurisdiction_count; j++)
    if (str_eq(law->jurisdictions[j].name, name)) return law->jurisdictions[j].place;
  return law->home;
}

static bool set_line(struct trial *t, const struct law_assert *a) {
  struct imp_pair facts[WITH_MAX];
  const char *claims[WITH_MAX];
  struct arena *arena = t->frame.arena;
  uint16_t into = place_entered(t->frame.law, a);
  char code[12], place[3] = {(char)(a->place >> 8), (char)(a->place & 0xff), 0};
  char entered[3] = {(char)(into >> 8), (char)(into & 0xff), 0};
  snprintf(code, sizeof code, "%010llu", (unsigned long long)a->code);
  code[a->digits] = 0;
  struct imp_line in = {.code = code,
                        .from = place,
                        .into = entered,
                        .value = "10000",
                        .facts = facts,
                        .claims = claims};
  for (uint32_t i = 0; i < a->with_count && i < WITH_MAX; i++) {
    struct str name = a->withs[i].name, rest = a->withs[i].value, one;
    const char *value = str_dup(arena, rest);
    if (!value) return false;
    if (str_eq(name, STR("value")))
      in.value = value;
    else if (str_eq(name, STR("quantity")))
      in.quantity = value;
    else if (str_eq(name, STR("claims"))) {
      while (in.claim_count < WITH_MAX && str_split(&rest, ',', &one))
        claims[in.claim_count++] = str_dup(arena, one);
    } else {
      facts[in.fact_count].name = str_dup(arena, name);
      facts[in.fact_count++].value = value;
    }
  }
  if (!line_read(arena, t->frame.law, t->frame.names, &in, (struct moment){a->on, a->on_minute},
                 &t->line, &t->no))
    return false;
  t->held = into == t->frame.law->home;
  if (t->held)
    line_code_check(arena, t->frame.names, &t->line, &t->no, t->numbers, 100, &t->number_count);
  else
    line_code_plain(arena, t->frame.names, &t->line, &t->no, t->numbers, &t->number_count);
  return true;
}

static void add_bill(struct sums *s, const struct law *law, const struct bill *b, struct str in,
                     struct str under) {
  bool found;
  int64_t sum = bill_sum(law, b, in, under, &found);
  if (!s->any || sum < s->low) s->low = sum;
  if (!s->any || sum > s->high) s->high = sum;
  s->any = true;
  s->under = s->under || found;
  s->prohibited = s->prohibited || b->prohibited;
}

static bool add_number(struct trial *t, const struct law_assert *a, struct sums *s) {
  const struct law *law = t->frame.law;
  struct assessed *as = t->as;
  if (!assess_line(&t->frame, &t->view, t->fixed, &t->line, as)) return false;
  for (uint32_t i = 0; i < as->count; i++) {
    const struct completed *c = &as->outcomes[i].bill;
    bool ours = c->refusal.id &&
                (c->refusing == LAW_NONE || law_name_under(law->measures[c->refusing].name, a->in));
    if (ours) s->refused = true, s->reason = c->refusal.reason;
    s->refused_any = s->refused_any || c->refusal.id;
    add_bill(s, law, &c->low, a->in, a->under);
    add_bill(s, law, &c->high, a->in, a->under);
  }
  return true;
}

static bool sum_fees(struct trial *t, uint32_t m, struct sums *s) {
  s->any = s->under = true;
  return fees_of_line(&t->frame, &t->view, &t->line, m, &s->low, &s->high, &s->refused);
}

/* Numbers that the law does not tell apart are asked once. */
static bool sum_all(struct trial *t, const struct law_assert *a, struct sums *s) {
  uint32_t m = law_find_measure(t->frame.law, a->in), like[100];
  numbers_alike(t->frame.law, t->frame.names, t->numbers, t->number_count, like);
  for (uint32_t i = 0; i < t->number_count; i++) {
    struct mentions mentions;
    if (like[i] != i) continue;
    t->line.code = t->numbers[i];
    t->frame.mentions = &mentions;
    if (!mentions_of(t->frame.arena, t->frame.law, t->held ? t->frame.names : NULL, t->line.code,
                     &mentions))
      return false;
    if (m != LAW_NONE && fees_is_fee(&t->frame.law->measures[m]) ? !sum_fees(t, m, s)
                                                                 : !add_number(t, a, s))
      return false;
  }
  return true;
}

/* ---- compared ----------------------------------------------------------------------------------------- */

static int64_t cents_of(const struct trial *t, const struct law_amount *a) {
  struct rat v = a->value;
  int64_t cents = -1;
  if (a->kind == LAW_AMOUNT_SHARE && !rat_mul(v, rat_int(t->line.dollars), &v)) return -1;
  return rat_to_cents_half_up(v, &cents) ? cents : -1;
}

static void say_fails(struct trial *t, const struct law_assert *a, const struct sums *s,
                      const char *what) {
  const struct law_file *f = &t->frame.law->files[a->pos.file];
  struct buf b = {0};
  if (s->refused) {
    buf_printf(&b, "it is refused: %s", s->reason ? s->reason : "not encoded");
  } else {
    money_print(s->low, true, &b);
    if (s->high != s->low) buf_puts(&b, " to "), money_print(s->high, true, &b);
    buf_printf(&b, " of %lld.00 is due in %.*s", (long long)t->line.dollars, (int)a->in.n, a->in.p);
  }
  judge_finding(t->j, BOOK_ASSERT_FAILS, f->path, f->bytes, a->pos.line,
                "Read the law again, then mend the line that is wrong.", "%s: %s", what,
                b.p ? b.p : "");
  t->j->no_memory = t->j->no_memory || b.failed;
  buf_free(&b);
}

static void compare(struct trial *t, const struct law_assert *a, const struct sums *s) {
  if (a->pays == LAW_PAYS_REFUSED) {
    if (!s->refused && !s->refused_any) say_fails(t, a, s, "the line is not refused");
    return;
  }
  if (a->pays == LAW_PAYS_PROHIBITED) {
    if (!s->prohibited) say_fails(t, a, s, "the line is not prohibited");
    return;
  }
  int64_t low = a->pays == LAW_PAYS_NOTHING ? 0 : cents_of(t, &a->low);
  int64_t high = a->pays == LAW_PAYS_NOTHING ? 0 : cents_of(t, &a->high);
  if (s->refused || s->low != low || s->high != high)
    say_fails(t, a, s, "the assert does not hold");
  else if (a->under.n && !s->under)
    say_fails(t, a, s, "no row stands under that heading");
}

static bool judge_one(struct judge *j, struct arena *arena, struct assessed *room,
                      const struct law_assert *a) {
  const struct law_file *f = &j->law->law->files[a->pos.file];
  struct trial *t = arena_alloc(arena, sizeof *t);
  struct sums s = {0};
  if (!t) return false;
  t->j = j;
  t->as = room;
  t->frame =
      (struct frame){.arena = arena, .law = j->law->law, .names = j->law->names, .one_basis = true};
  j->asserts++;
  if (!set_view(t, a) || (!t->no.id && !set_line(t, a))) return false;
  bool words = t->no.id && str_starts(str_of(t->no.id), STR("usage."));
  if (t->no.id && !words && a->pays == LAW_PAYS_REFUSED) return true;
  if (t->no.id) {
    judge_finding(j, BOOK_ASSERT_BROKEN, f->path, f->bytes, a->pos.line, "Mend the assert.",
                  "the assert cannot be evaluated: %s", t->no.reason);
    return true;
  }
  if (!sum_all(t, a, &s)) return false;
  compare(t, a, &s);
  return true;
}

void judge_asserts(struct judge *j) {
  const struct law *law = j->law->law;
  struct arena arena = {0};
  struct assessed *room = mem_alloc(sizeof *room);
  if (!room) j->no_memory = true;
  for (uint32_t m = 0; m < law->measure_count && !j->no_memory; m++)
    for (uint32_t i = 0; i < law->measures[m].assert_count && !j->no_memory; i++) {
      if (!judge_one(j, &arena, room, &law->measures[m].asserts[i]) || arena.failed)
        j->no_memory = true;
      arena_reset(&arena);
    }
  arena_free(&arena);
  mem_free(room);
}
