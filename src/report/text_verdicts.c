// SPDX-License-Identifier: Apache-2.0
// Every measure whose scope holds the line, and why it does or does not speak: those that do first, each
// with its place in the law; those that are silent for one and the same reason together.

#include <string.h>

#include "report/report.h"

enum { LABEL = 12 };

static bool same_text(const char *a, const char *b) {
  return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static bool same_verdict(const struct imp_verdict *a, const struct imp_verdict *b) {
  return same_text(a->measure, b->measure) && same_text(a->heading, b->heading) &&
         same_text(a->verdict, b->verdict) && same_text(a->why, b->why) &&
         same_text(a->part, b->part);
}

/* Outcomes repeat most verdicts: has one before it said the same? */
static bool said_before(const struct imp_answer *a, uint32_t i) {
  for (uint32_t k = 0; k < i; k++)
    if (same_verdict(&a->verdicts[k], &a->verdicts[i])) return true;
  return false;
}

static bool in_every_bill(const struct imp_answer *a, const struct imp_verdict *v) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < a->verdict_count; i++) count += same_verdict(&a->verdicts[i], v);
  return count >= a->bill_count;
}

static bool is_quiet(const struct imp_answer *a, const struct imp_verdict *v) {
  static const char *const quiet[] = {"silent", "ended", "suspended", "void"};
  for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++)
    if (same_text(v->verdict, quiet[i])) return in_every_bill(a, v);
  return false;
}

/* ---- one verdict ----------------------------------------------------------------------------- */

static void put_where(const struct imp_where *w, struct buf *out) {
  if (w->file != NULL && w->line > 0) buf_printf(out, "%s:%u", w->file, (unsigned)w->line);
}

static void put_places(const struct imp_verdict *v, struct buf *out) {
  buf_puts(out, " [");
  put_where(v->statement.line > 0 ? &v->statement : &v->where, out);
  if (v->member.line > 0) {
    buf_puts(out, ", on the list at ");
    put_where(&v->member, out);
  }
  buf_puts(out, "]");
}

static void put_loud(const struct imp_answer *a, const struct imp_verdict *v, struct buf *out) {
  buf_puts(out, v->measure);
  if (v->heading != NULL && v->heading[0] != '\0') buf_printf(out, " %s", v->heading);
  if (v->part != NULL) buf_printf(out, " on %s", v->part);
  if (v->why != NULL && v->why[0] != '\0') buf_printf(out, ": %s", v->why);
  put_places(v, out);
  if (a->bill_count > 1 && !in_every_bill(a, v) && v->bill < a->bill_count) {
    buf_puts(out, " (if ");
    report_picks(a->bills[v->bill].picks, a->bills[v->bill].pick_count, out);
    buf_puts(out, ")");
  }
}

static void print_loud(struct page *p, const struct imp_answer *a, bool applies) {
  for (uint32_t i = 0; i < a->verdict_count; i++) {
    const struct imp_verdict *v = &a->verdicts[i];
    if (is_quiet(a, v) || said_before(a, i) || same_text(v->verdict, "applies") != applies)
      continue;
    struct buf text = {0};
    put_loud(a, v, &text);
    page_item(p, v->verdict, LABEL, text.n > 0 ? text.p : "");
    if (text.failed) p->out->failed = true;
    buf_free(&text);
  }
}

/* ---- those of one reason ----------------------------------------------------------------------- */

static bool same_reason(const struct imp_verdict *a, const struct imp_verdict *b) {
  return same_text(a->verdict, b->verdict) && same_text(a->why, b->why);
}

static bool reason_before(const struct imp_answer *a, uint32_t i) {
  for (uint32_t k = 0; k < i; k++)
    if (is_quiet(a, &a->verdicts[k]) && same_reason(&a->verdicts[k], &a->verdicts[i])) return true;
  return false;
}

static void print_reason(struct page *p, const struct imp_answer *a, uint32_t first) {
  struct buf text = {0};
  const char *between = ": ";
  buf_puts(&text, a->verdicts[first].why != NULL ? a->verdicts[first].why : "");
  for (uint32_t i = first; i < a->verdict_count; i++) {
    const struct imp_verdict *v = &a->verdicts[i];
    if (!is_quiet(a, v) || !same_reason(v, &a->verdicts[first]) || said_before(a, i)) continue;
    buf_printf(&text, "%s%s", between, v->measure);
    if (!same_text(v->verdict, "silent")) put_places(v, &text); /* nothing in it speaks */
    between = ", ";
  }
  page_item(p, a->verdicts[first].verdict, LABEL, text.n > 0 ? text.p : "");
  if (text.failed) p->out->failed = true;
  buf_free(&text);
}

void report_text_verdicts(struct page *p, const struct imp_answer *a) {
  if (a->verdict_count == 0) return;
  page_line(p);
  page_space(p, 2);
  page_tone(p, PAGE_STRONG, "Every measure whose scope holds this line");
  page_line(p);
  print_loud(p, a, true);
  print_loud(p, a, false);
  for (int silent = 0; silent <= 1; silent++) /* what never spoke stands last */
    for (uint32_t i = 0; i < a->verdict_count; i++)
      if (is_quiet(a, &a->verdicts[i]) && !reason_before(a, i) &&
          same_text(a->verdicts[i].verdict, "silent") == (silent == 1))
        print_reason(p, a, i);
}
