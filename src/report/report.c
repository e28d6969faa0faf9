// SPDX-License-Identifier: Apache-2.0
// The public calls: they keep the count of lines, the totals and the exit code, and hand each line
// to the chosen form. No form knows of another.

#include "report/report.h"

#include "base/error.h"
#include "base/num.h"

#include <string.h>

/* ---- lending the caller's text to a buf ------------------------------------------------------ */

static struct buf borrow(struct imp_text *text) {
  return (struct buf){.p = text->p, .n = text->n, .cap = text->cap};
}

static enum imp_status give_back(struct imp_text *text, const struct buf *b,
                                 struct imp_error *err) {
  *text = (struct imp_text){.p = b->p, .n = b->n, .cap = b->cap};
  return b->failed ? error_no_memory(err) : IMP_OK;
}

/* ---- begin ----------------------------------------------------------------------------------- */

static const struct report_form *form_of(const struct imp_report_options *o) {
  switch (o->format) {
  case IMP_JSON:
    return &report_json;
  case IMP_JSONL:
    return &report_jsonl;
  case IMP_CSV:
  case IMP_TSV:
    return &report_csv;
  case IMP_TEXT:
    break;
  }
  return o->detail == 0 ? &report_text_summary : &report_text_bills;
}

static bool copy_stamp(struct imp_report *r, const struct report_stamp *stamp) {
  r->stamp = (struct report_stamp){.digest = str_dup(&r->arena, str_of(stamp->digest)),
                                   .known = str_dup(&r->arena, str_of(stamp->known)),
                                   .horizon = str_dup(&r->arena, str_of(stamp->horizon)),
                                   .basis = stamp->basis,
                                   .law = stamp->law,
                                   .query = stamp->query};
  return r->stamp.digest != NULL && r->stamp.known != NULL && r->stamp.horizon != NULL;
}

static bool copy_columns(struct imp_report *r, const struct imp_report_options *options) {
  const char **names = arena_array(&r->arena, options->column_count + 1u, sizeof *names);
  if (names == NULL) return false;
  for (uint32_t i = 0; i < options->column_count; i++) {
    names[i] = str_dup(&r->arena, str_of(options->columns[i]));
    if (names[i] == NULL) return false;
  }
  r->options.columns = names;
  return true;
}

enum imp_status report_begin(const struct report_stamp *stamp,
                             const struct imp_report_options *options, struct imp_report **out,
                             struct imp_text *text, struct imp_error *err) {
  struct imp_report *r = mem_alloc(sizeof *r);
  if (r == NULL) return error_no_memory(err);
  r->options = *options;
  r->form = form_of(options);
  if (!copy_stamp(r, stamp) || !copy_columns(r, options)) {
    imp_report_free(r);
    return error_no_memory(err);
  }
  if (!report_sums_begin(r)) {
    imp_report_free(r);
    return error_no_memory(err);
  }
  *out = r;
  struct buf b = borrow(text);
  if (r->form->begin != NULL) r->form->begin(r, &b);
  return give_back(text, &b, err);
}

static struct report_stamp report_stamp_of(const struct imp_law *law,
                                           const struct imp_query *query) {
  return (struct report_stamp){
      .digest = imp_law_digest(law),
      .known = query->known != NULL ? query->known : imp_law_newest_known(law),
      .horizon = imp_law_read_through(law),
      .basis = query->basis,
      .law = law,
      .query = query,
  };
}

enum imp_status imp_report_begin(const struct imp_law *law, const struct imp_query *query,
                                 const struct imp_report_options *options, struct imp_report **out,
                                 struct imp_text *text, struct imp_error *err) {
  struct report_stamp stamp = report_stamp_of(law, query);
  stamp.horizon = imp_law_read_of(law, options->into);
  return report_begin(&stamp, options, out, text, err);
}

/* ---- lines ----------------------------------------------------------------------------------- */

static void count_line(struct imp_report *r, const struct imp_answer *a) {
  enum imp_line_status status = a->status;
  unsigned stated = status == IMP_LINE_REFUSED ? 0 : outside_stated(a);
  for (unsigned w = 0; w < REPORT_STATED; w++) r->stated[w] += stated >> w & 1u;
  r->lines++;
  r->refused += status == IMP_LINE_REFUSED;
  r->entry_refused += status == IMP_LINE_REFUSED;
  r->prohibited += status == IMP_LINE_PROHIBITED;
  r->entry_prohibited += status == IMP_LINE_PROHIBITED;
  r->ranges += status == IMP_LINE_RANGE;
}

enum imp_status imp_report_count_answer(struct imp_report *r, const struct imp_assessment *as,
                                        struct imp_error *err) {
  const struct imp_answer *a = imp_assessment_answer(as);
  struct report_line line = {0};
  if (!totals_add(&r->totals, a) || !report_sums_line(r, &line, a)) return error_no_memory(err);
  count_line(r, a);
  return IMP_OK;
}

enum imp_status report_answer(struct imp_report *r, const struct report_line *line,
                              const struct imp_answer *a, struct imp_text *text,
                              struct imp_error *err) {
  if (!totals_add(&r->totals, a) || !report_sums_line(r, line, a)) return error_no_memory(err);
  struct buf b = borrow(text);
  struct report_line shown = *line;
  struct report_filed filed = r->options.expect ? report_compare(r, a) : (struct report_filed){0};
  if (r->options.expect) shown.filed = &filed;
  if (r->options.by == 0) r->form->line(r, &shown, a, &b);
  count_line(r, a);
  return give_back(text, &b, err);
}

/* ---- the day of entry ------------------------------------------------------------------------- */

static bool is_given(const char *text) {
  return text != NULL && text[0] != '\0';
}

/* Bills with one more thing assumed, in `a`; NULL when memory runs out. */
static const struct imp_bill *with_assumed(struct arena *a, const struct imp_answer *from,
                                           const char *assumed) {
  struct imp_bill *bills = arena_array(a, from->bill_count + 1u, sizeof *bills);
  for (uint32_t i = 0; bills != NULL && i < from->bill_count; i++) {
    const struct imp_bill *b = &from->bills[i];
    const char **texts = arena_array(a, b->assumed_count + 1u, sizeof *texts);
    if (texts == NULL) return NULL;
    for (uint32_t k = 0; k < b->assumed_count; k++) texts[k] = b->assumed[k];
    texts[b->assumed_count] = assumed;
    bills[i] = *b;
    bills[i].assumed = texts;
    bills[i].assumed_count = b->assumed_count + 1;
  }
  return bills;
}

static bool add_caveat(struct arena *a, struct imp_answer *to, const char *caveat) {
  const char **texts = arena_array(a, to->caveat_count + 1u, sizeof *texts);
  if (texts == NULL) return false;
  texts[0] = caveat;
  for (uint32_t i = 0; i < to->caveat_count; i++) texts[i + 1] = to->caveats[i];
  to->caveats = texts;
  to->caveat_count++;
  return true;
}

const char *report_lent_day(const struct imp_report *r, bool *assumed) {
  const struct imp_query *query = r->stamp.query;
  *assumed = query != NULL && is_given(query->on);
  if (*assumed) return "day of entry: --on";
  return query != NULL && is_given(query->known)
             ? "no --on: entered on the day of --known"
             : "no --on: entered on the newest known day of the law";
}

/* A line without a day of its own: the answer says where its day came from. A day that is none is shown as
 * it was given, never as another day. */
bool report_say_day(struct arena *a, const struct imp_report *r, const struct imp_line *line,
                    struct imp_answer *out) {
  bool assumed;
  if (is_given(line->on)) {
    if (out->id != NULL && strcmp(out->id, "refuse.date") == 0) out->on = line->on;
    return true;
  }
  const char *lent = report_lent_day(r, &assumed);
  if (!assumed) return add_caveat(a, out, lent);
  out->bills = with_assumed(a, out, lent);
  return out->bills != NULL;
}

enum imp_status imp_report_line(struct imp_report *r, const struct imp_line *line,
                                const struct imp_assessment *a, const char *const *cells,
                                struct imp_text *text, struct imp_error *err) {
  struct report_line l = {.entry = line->entry,
                          .number = line->number,
                          .cells = cells,
                          .given = line};
  struct arena scratch = {0};
  struct imp_answer answer = *imp_assessment_answer(a);
  enum imp_status status = report_say_day(&scratch, r, line, &answer)
                               ? report_answer(r, &l, &answer, text, err)
                               : error_no_memory(err);
  arena_free(&scratch);
  return status;
}

enum imp_status imp_report_bad_line(struct imp_report *r, const struct imp_bad_line *bad,
                                    const char *const *cells, struct imp_text *text,
                                    struct imp_error *err) {
  struct report_line l = {.entry = bad->entry, .number = bad->number, .cells = cells};
  struct imp_answer a = {.status = IMP_LINE_REFUSED,
                         .id = bad->id,
                         .reason = bad->reason,
                         .next = bad->next,
                         .code = bad->code,
                         .from = bad->from,
                         .on = bad->on,
                         .known = r->stamp.known,
                         .basis = r->stamp.basis};
  return report_answer(r, &l, &a, text, err);
}

/* ---- entries, end ---------------------------------------------------------------------------- */

enum imp_status report_entry(struct imp_report *r, const char *entry, const struct imp_fee *fees,
                             uint32_t count, struct imp_text *text, struct imp_error *err) {
  totals_add_fees(&r->totals, fees, count);
  if (!report_sums_entry(r, entry, fees, count)) return error_no_memory(err);
  struct buf b = borrow(text);
  if (r->form->entry != NULL && r->options.by == 0) r->form->entry(r, entry, fees, count, &b);
  r->entries++;
  r->entry_refused = r->entry_prohibited = 0;
  return give_back(text, &b, err);
}

static const struct imp_fee not_computed = {
    .name = "MPF, HMF",
    .unknown = true,
    .why = "more lines than are held together as one entry: name the entries of the lines",
};

enum imp_status imp_report_entry(struct imp_report *r, const char *entry,
                                 const struct imp_fees *fees, struct imp_text *text,
                                 struct imp_error *err) {
  if (fees == NULL) return report_entry(r, entry, &not_computed, 1, text, err);
  uint32_t count = imp_fees_count(fees);
  struct imp_fee *copy = mem_alloc((count + 1u) * sizeof *copy);
  if (copy == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < count; i++) copy[i] = *imp_fees_at(fees, i);
  enum imp_status status = report_entry(r, entry, copy, count, text, err);
  mem_free(copy);
  return status;
}

enum imp_status imp_report_end(struct imp_report *r, struct imp_text *text, struct imp_error *err) {
  struct totals_table totals;
  if (!totals_table(&r->totals, &totals)) return error_no_memory(err);
  report_sums_end(r);
  struct buf b = borrow(text);
  if (r->form->end != NULL) r->form->end(r, &totals, &b);
  enum imp_status status = give_back(text, &b, err);
  return r->kept.failed ? error_no_memory(err) : status;
}

struct imp_report_counts imp_report_count(const struct imp_report *r) {
  return (struct imp_report_counts){r->lines, r->refused, r->prohibited, r->ranges};
}

enum imp_status imp_report_summary(struct imp_report *r, struct imp_text *text,
                                   struct imp_error *err) {
  struct totals_table totals;
  if (!totals_table(&r->totals, &totals)) return error_no_memory(err);
  struct buf b = borrow(text);
  report_text_summary.end(r, &totals, &b);
  return give_back(text, &b, err);
}

void imp_report_describe(struct imp_report *r, const char *description) {
  r->options.description = description;
}

void imp_report_filed(struct imp_report *r, int64_t cents) {
  r->next_filed = cents;
}

uint32_t imp_report_differing(const struct imp_report *r) {
  return r->filed.underpaid + r->filed.overpaid;
}

int imp_report_exit(const struct imp_report *r, int strict) {
  if (imp_report_differing(r) > 0) return IMP_FINDINGS;
  if (r->prohibited > 0) return IMP_PROHIBITED;
  if (r->refused > 0 || (strict && r->ranges > 0)) return IMP_REFUSED;
  return IMP_OK;
}

void imp_report_free(struct imp_report *r) {
  if (r == NULL) return;
  totals_free(&r->totals);
  report_sums_free(r);
  buf_free(&r->kept);
  arena_free(&r->arena);
  mem_free(r);
}

/* ---- shared by the forms --------------------------------------------------------------------- */

const char *report_status_word(enum imp_line_status s) {
  static const char *const words[] = {"ok", "range", "refused", "prohibited"};
  return words[s];
}

void report_held_off(const struct imp_row *row, struct buf *out) {
  if (row->points == NULL) return;
  buf_printf(out, "%.*s points, by %s", (int)strcspn(row->points, "%"), row->points,
             row->points_by);
  if (row->points_until != NULL) buf_printf(out, " until %s", row->points_until);
  if (row->points_where.file != NULL)
    buf_printf(out, " [%s:%u]", row->points_where.file, (unsigned)row->points_where.line);
}

const char *report_row_word(enum imp_row_status s) {
  static const char *const words[] = {"applied", "suppressed", "unclaimed", "suspended"};
  return words[s];
}

const char *report_basis_word(enum imp_basis b) {
  return b == IMP_LEGAL ? "legal" : "collected";
}

void report_picks(const struct imp_pick *picks, uint32_t count, struct buf *out) {
  for (uint32_t i = 0; i < count; i++)
    buf_printf(out, "%s%s=%s", i > 0 ? "; " : "", picks[i].question, picks[i].answer);
}

void report_share(int64_t duty, int64_t value, struct buf *out) {
  if (value <= 0 || duty < 0) return;
  i128 hundredths = ((i128)duty * 20000 + value) / ((i128)value * 2);
  long long whole = (long long)(hundredths / 100);
  int part = (int)(hundredths % 100);
  if (part == 0)
    buf_printf(out, "%lld%%", whole);
  else if (part % 10 == 0)
    buf_printf(out, "%lld.%d%%", whole, part / 10);
  else
    buf_printf(out, "%lld.%02d%%", whole, part);
}

const char *report_article(const char *place) {
  return strncmp(place, "United ", strlen("United ")) == 0 ? "the " : "";
}

void report_span(int64_t low, int64_t high, bool grouped, struct buf *out) {
  money_print(low, grouped, out);
  if (low == high) return;
  buf_puts(out, " to ");
  money_print(high, grouped, out);
}

const char *report_code(const struct report_line *line, const struct imp_answer *a) {
  if (a->code != NULL && a->code[0] != '\0') return a->code;
  return line->given != NULL && line->given->code != NULL ? line->given->code : "";
}

struct page report_page(const struct imp_report *r, struct buf *out) {
  int width = r->options.width > 0 ? r->options.width : 96;
  return (struct page){.out = out,
                       .width = width < 40 ? 40 : width,
                       .ascii = r->options.ascii != 0,
                       .color = r->options.color != 0};
}
