// SPDX-License-Identifier: Apache-2.0
// imp_duty: one line in, one answer out. Reads the query, settles the number, assesses, and says the rest.
#include <stdlib.h>
#include <string.h>

#include "book/answer.h"
#include "book/query.h"

enum { NUMBERS_MAX = 100 };

static const char *number_basis(struct arena *a, const struct names *n, imp_day on) {
  if (on < names_first_day(n))
    return text_in(
        a, "answered in the numbers and ordinary rates of the schedule of %s, the first one held",
        bill_day(a, names_first_day(n)));
  return NULL;
}

static const char alone_words[] = "the open questions have more than 16 outcomes together: each is "
                                  "shown alone, the others at their "
                                  "first answer; --if QUESTION=ANSWER picks";

/* "2025-11-10 is split at 13:01; hours are those of America/New_York" */
static bool say_hours(struct arena *a, const struct answer_job *job, struct text_list *list) {
  uint32_t n;
  const struct law *law = job->frame.law;
  const struct law_split *splits = law_splits_of(law, job->line.into, job->line.on, &n);
  struct str zone = {0};
  if (!n) return true;
  for (uint32_t j = 0; j < law->jurisdiction_count; j++)
    if (law->jurisdictions[j].place == job->line.into) zone = law->jurisdictions[j].zone;
  struct buf b = {0};
  buf_printf(&b, "on %s the law changes at", bill_day(a, job->line.on));
  for (uint32_t i = 0; i < n; i++)
    buf_printf(&b, "%s %02d:%02d", i ? "," : "", splits[i].minute / 60, splits[i].minute % 60);
  if (zone.n) buf_printf(&b, " (hours are those of %.*s)", (int)zone.n, zone.p);
  return text_list_add(a, list, buf_keep(&b, a));
}

bool answer_caveats(struct arena *a, const struct imp_law *law, imp_day on, bool alone,
                    struct text_list *list) {
  imp_day last = names_last_day(law->names), read;
  const char *basis = number_basis(a, law->names, on);
  if (basis && !text_list_add(a, list, basis)) return false;
  if (on > last &&
      !text_list_add(a, list,
                     text_in(a, "numbers are those of the schedule of %s, the last one held",
                             bill_day(a, last))))
    return false;
  if (law->read_through[0] && day_parse(str_of(law->read_through), &read) && on > read &&
      !text_list_add(a, list,
                     text_in(a, "sources were read through %s; the date of entry is later",
                             law->read_through)))
    return false;
  return !alone || text_list_add(a, list, alone_words);
}

/* Law of goods entering the place: its jurisdiction states measures. */
static bool states_measures(const struct law *law, const struct law_jurisdiction *j) {
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (str_eq(law->measures[m].jurisdiction, j->name)) return true;
  return false;
}

static const struct law_jurisdiction *entered(const struct law *law, uint16_t into) {
  for (uint32_t j = 0; j < law->jurisdiction_count; j++)
    if (law->jurisdictions[j].place == into && states_measures(law, &law->jurisdictions[j]))
      return &law->jurisdictions[j];
  return NULL;
}

/* The place whose numbers and ordinary rates the tables hold (names/names.h). */
static bool has_schedule(const struct law *law, uint16_t into) {
  return into == law->home;
}

/* Each jurisdiction has a horizon of its own, and the answer is as old as that of the place entered. */
static const char *beyond_sources(struct arena *a, const struct law_jurisdiction *j) {
  struct str title = j->title.n ? j->title : j->name;
  return text_in(a, "sources of %.*s were read through %s; the date of entry is later",
                 (int)title.n, title.p, bill_day(a, j->read_through));
}

/* What an answer without an ordinary duty leaves out, and what its money is. */
static bool foreign_caveats(struct arena *a, const struct imp_law *law, const struct line *l,
                            struct text_list *list) {
  const struct law_jurisdiction *j = entered(law->law, l->into);
  struct buf b = {0};
  if (!j) return true;
  struct str title = j->title.n ? j->title : j->name;
  buf_printf(&b,
             "not in it: the ordinary duty of %.*s, which is not encoded; only additional duties",
             (int)title.n, title.p);
  if (!text_list_add(a, list, buf_keep(&b, a))) return false;
  for (uint32_t m = 0; m < law->law->measure_count; m++)
    for (uint32_t i = 0; i < law->law->measures[m].note_count; i++)
      if (str_eq(law->law->measures[m].jurisdiction, j->name) &&
          !text_list_add(a, list, str_dup(a, law->law->measures[m].notes[i])))
        return false;
  if (l->on > j->read_through && !text_list_add(a, list, beyond_sources(a, j))) return false;
  return text_list_add(
      a, list,
      text_in(a,
              "the value is taken in the money it is stated in (that of the place is "
              "%.*s); nothing is converted",
              (int)j->money.n, j->money.p));
}

static bool add_caveats(struct arena *a, const struct imp_law *law, const struct answer_job *job,
                        struct text_list list, struct imp_answer *out) {
  bool held = !entered(law->law, job->line.into) || has_schedule(job->frame.law, job->line.into);
  if (!(held ? answer_caveats(a, law, job->line.on, job->alone, &list)
             : foreign_caveats(a, law, &job->line, &list)) ||
      !say_hours(a, job, &list))
    return false;
  out->caveats = list.items;
  out->caveat_count = list.count;
  return true;
}

/* ---- 8 digits where ten decide --------------------------------------------------------------------------- */

static void say_total(const struct assessed *as, struct buf *b) {
  const struct completed *c = &as->outcomes[0].bill;
  if (c->refusal.id) {
    buf_printf(b, "refused (%s)", c->refusal.reason);
    return;
  }
  money_print(c->low.total, false, b);
  if (c->high.total != c->low.total) buf_puts(b, " to "), money_print(c->high.total, false, b);
}

/* Refuses an 8-digit code whose numbers differ, naming the suffixes and what each would pay. */
static bool refuse_ten(struct answer_job *job, const uint64_t *numbers, struct assessed *const *all,
                       uint32_t n, struct refusal *no) {
  struct buf b = {0};
  bool *said = arena_array(job->frame.arena, n, sizeof *said);
  if (!said) return false;
  for (uint32_t i = 0; i < n; i++) {
    if (said[i]) continue;
    buf_puts(&b, b.n ? "; " : "");
    for (uint32_t k = i; k < n; k++) {
      if (!assessed_equal(all[i], all[k])) continue;
      buf_printf(&b, "%s.%02u", k > i ? " " : "", (unsigned)(numbers[k] % 100u));
      said[k] = true;
    }
    buf_puts(&b, ": ");
    say_total(all[i], &b);
  }
  const char *words = buf_keep(&b, job->frame.arena);
  refuse(job->frame.arena, no, "refuse.ten-digits", "give the ten-digit number",
         "%s needs ten digits on this day, the suffix decides: %s",
         line_code_text(job->frame.arena, numbers[0], 8), words ? words : "");
  return words != NULL;
}

static bool take_number(struct answer_job *job, uint64_t number) {
  struct mentions *m = arena_alloc(job->frame.arena, sizeof *m);
  job->line.code = number;
  job->frame.mentions = m;
  bool held = has_schedule(job->frame.law, job->line.into); /* else its old numbers are not known */
  return m &&
         mentions_of(job->frame.arena, job->frame.law, held ? job->frame.names : NULL, number, m);
}

static bool assess_numbers(struct answer_job *job, const uint64_t *numbers, uint32_t n,
                           struct assessed *out, struct refusal *no) {
  struct assessed **all = arena_array(job->frame.arena, n, sizeof *all);
  uint32_t like[NUMBERS_MAX];
  bool equal = true;
  if (!all) return false;
  numbers_alike(job->frame.law, job->frame.names, numbers, n, like);
  for (uint32_t i = 0; i < n; i++) {
    all[i] = i ? all[like[i]] : out;
    if (like[i] != i) continue; /* the law says the same of it */
    all[i] = i ? arena_alloc(job->frame.arena, sizeof **all) : out;
    if (!all[i] || !take_number(job, numbers[i])) return false;
    if (!assess_line(&job->frame, job->view, job->fixed, &job->line, all[i])) return false;
    equal = equal && assessed_equal(all[0], all[i]);
  }
  if (!take_number(job, numbers[0])) return false;
  return equal || refuse_ten(job, numbers, all, n, no);
}

/* ---- the answer ------------------------------------------------------------------------------------------- */

/* "2025-11-10 00:00": a stated hour is printed at midnight too. */
static const char *clock_words(struct arena *a, imp_day day, int minute) {
  return text_in(a, "%s %02d:%02d", bill_day(a, day), minute / 60, minute % 60);
}

static bool describe(struct arena *a, const struct imp_law *law, const struct line *l,
                     const struct view *v, enum imp_basis basis, struct imp_answer *out) {
  const struct names_place *p = l->origin ? names_place(law->names, l->origin) : NULL;
  out->code = l->digits ? line_code_text(a, l->code, l->digits) : "";
  out->from = p ? str_dup(a, p->iso2_text) : "";
  out->place_name = p ? str_dup(a, p->name) : "";
  uint32_t splits;
  law_splits_of(v->law, l->into, l->on, &splits);
  out->on = splits && l->minute >= 0 ? clock_words(a, l->on, l->minute) : bill_day(a, l->on);
  out->known = v->known_minute == CLOCK_UNSTATED ? bill_day(a, v->known)
                                                 : clock_words(a, v->known, v->known_minute);
  out->basis = basis;
  out->value = l->dollars * 100;
  out->value_note = l->value_note;
  return out->code && out->from && out->place_name && out->on && out->known;
}

static void check_origin(struct arena *a, const struct law *law, const struct line *l,
                         bool additional, struct refusal *no) {
  if (no->id) return;
  if (entered(law, l->into) && !has_schedule(law, l->into) && !additional)
    refuse(a, no, "refuse.into", "ask it alone: impost duty CODE FROM VALUE --into PLACE",
           "the ordinary duty of this country of entry is not encoded: nothing to add up");
  else if (!has_schedule(law, l->into) && !entered(law, l->into))
    refuse(a, no, "refuse.into", line_into_advice(a, law),
           "no law is encoded for goods entering this country");
  else if (l->origin == l->into && has_schedule(law, l->into))
    refuse(a, no, "refuse.own-goods",
           "goods that come back are a matter of chapter 98, which is answered for goods of other "
           "countries alone",
           "the origin is the country of entry: what its own goods owe is not encoded");
  else if (l->origin == l->into)
    refuse(a, no, "refuse.own-goods", "ask with the country the goods are of",
           "the origin is the country of entry");
}

/* Before the first day encoded there is no law here to answer by, on either clock. */
static void check_horizon(struct answer_job *job, struct refusal *no) {
  struct arena *a = job->frame.arena;
  for (uint32_t j = 0; j < job->frame.law->jurisdiction_count && !no->id; j++) {
    const struct law_jurisdiction *jur = &job->frame.law->jurisdictions[j];
    if (jur->place != job->line.into) continue;
    if (job->line.on < jur->read_from)
      refuse(a, no, "refuse.horizon", "ask a later date of entry",
             "the law is encoded from %s; the date of entry is %s", bill_day(a, jur->read_from),
             bill_day(a, job->line.on));
    else if (job->line.on >= jur->read_until)
      refuse(a, no, "refuse.horizon", "ask an earlier date of entry",
             "answers reach to the day before %s; the date of entry is %s",
             bill_day(a, jur->read_until), bill_day(a, job->line.on));
    else if (job->view->known < jur->read_from)
      refuse(a, no, "refuse.horizon", "ask a later known day",
             "the law is encoded from %s; what was known on %s is not", bill_day(a, jur->read_from),
             bill_day(a, job->view->known));
  }
}

/* No row in any outcome: without an ordinary duty that is no answer of zero. */
static bool says_nothing(const struct imp_answer *a) {
  for (uint32_t i = 0; i < a->bill_count; i++)
    if (a->bills[i].row_count) return false;
  return a->status == IMP_LINE_OK;
}

static bool answer_line(struct answer_job *job, const struct imp_law *law,
                        struct text_list *caveats, struct imp_answer *out) {
  uint64_t numbers[NUMBERS_MAX];
  uint32_t n = 0;
  struct refusal no = {0};
  struct assessed *as = arena_alloc(job->frame.arena, sizeof *as);
  if (!as) return false;
  check_origin(job->frame.arena, job->frame.law, &job->line, job->additional, &no);
  check_horizon(job, &no);
  if (!no.id && !has_schedule(job->frame.law, job->line.into))
    line_code_plain(job->frame.arena, law->names, &job->line, &no, numbers, &n);
  else
    line_code_check(job->frame.arena, law->names, &job->line, &no, numbers, NUMBERS_MAX, &n);
  if (!no.id && !assess_numbers(job, numbers, n, as, &no)) return false;
  if (no.id) {
    answer_refuse(out, &no);
    return true;
  }
  job->alone = as->alone;
  if (!answer_bills(job, as, out)) return false;
  if (out->additional && says_nothing(out)) {
    refuse(job->frame.arena, &no, "refuse.not-encoded", "ask for goods its law here speaks of",
           "no additional duty of that country is encoded for goods of this origin on this day");
    out->bill_count = 0;
    answer_refuse(out, &no);
    return true;
  }
  if (out->status != IMP_LINE_REFUSED && !answer_idle_claims(job, as, caveats)) return false;
  if (out->status != IMP_LINE_REFUSED && !job->brief && !answer_told(job, as, caveats))
    return false;
  if (job->trace && !answer_verdicts(job, as, out)) return false;
  if (out->status == IMP_LINE_REFUSED || job->brief) return true;
  return answer_unclaimed(job, as, out) && answer_next_change(job, as, out);
}

/* Everything lives in the scratch arena. */
static bool make_answer(struct arena *a, const struct imp_law *law, const struct query *q,
                        const struct imp_query *query, const struct imp_line *in,
                        struct imp_answer *out) {
  struct answer_job job = {{a, law->law, law->names, NULL, NULL, false},
                           &q->view,
                           q->fixed,
                           {0},
                           query->trace,
                           query->brief,
                           false,
                           query->additional};
  struct refusal no = {0};
  struct text_list caveats = {0};
  if (!line_read(a, law->law, law->names, in, (struct moment){q->on, q->on_minute}, &job.line, &no))
    return false;
  const struct law_jurisdiction *into = entered(law->law, job.line.into);
  out->additional = into != NULL && !has_schedule(law->law, job.line.into);
  if (out->additional && !(out->into_name = str_dup(a, into->title.n ? into->title : into->name)))
    return false;
  if (no.id)
    answer_refuse(out, &no);
  else if (!answer_line(&job, law, &caveats, out))
    return false;
  if (out->status == IMP_LINE_REFUSED && !out->reason) return false;
  if (!no.id && law->doubtful && !answer_doubtful(&job, law, in, &caveats)) return false;
  if (!describe(a, law, &job.line, &q->view, query->basis, out)) return false;
  if (job.line.digits == 8) out->code = line_code_text(a, job.line.code, 8);
  return out->code && add_caveats(a, law, &job, caveats, out);
}

static enum imp_status keep_answer(const struct imp_answer *answer, struct imp_assessment **out,
                                   struct imp_error *err) {
  struct imp_assessment *as = mem_alloc(sizeof *as);
  if (as && answer_copy(&as->arena, answer, &as->answer)) {
    *out = as;
    return IMP_OK;
  }
  imp_assessment_free(as);
  return error_no_memory(err);
}

enum imp_status imp_duty(const struct imp_law *law, const struct imp_query *query,
                         const struct imp_line *line, struct imp_assessment **out,
                         struct imp_error *err) {
  struct query q;
  struct arena scratch = {0};
  struct imp_answer answer = {0};
  *out = NULL;
  enum imp_status status = query_read(&scratch, law, query, &q, err);
  if (status == IMP_OK) {
    bool made = make_answer(&scratch, law, &q, query, line, &answer) && !scratch.failed;
    status = made ? keep_answer(&answer, out, err) : error_no_memory(err);
  }
  arena_free(&scratch);
  return status;
}

enum imp_status imp_assessment_own(struct imp_assessment *a, struct imp_error *err) {
  struct imp_assessment copy = {0};
  if (!answer_copy(&copy.arena, &a->answer, &copy.answer)) {
    arena_free(&copy.arena);
    return error_no_memory(err);
  }
  arena_free(&a->arena);
  *a = copy;
  return IMP_OK;
}

const struct imp_answer *imp_assessment_answer(const struct imp_assessment *a) {
  return &a->answer;
}

void imp_assessment_free(struct imp_assessment *a) {
  if (!a) return;
  arena_free(&a->arena);
  mem_free(a);
}

const char *const *imp_not_included(void) {
  static const char *const words[] = {"anti-dumping and countervailing duty", "excise tax",
                                      "fees of other agencies", NULL};
  return words;
}
