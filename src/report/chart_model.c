// SPDX-License-Identifier: Apache-2.0
// See chart.h.
#include "report/chart.h"

#include <string.h>

#include "report/report.h"

/* ---- series --------------------------------------------------------------------------------------------- */

static void add_series(struct chart *c, const struct imp_row *r) {
  for (uint32_t i = 0; i < c->series_count; i++)
    if (!strcmp(c->series[i].measure, r->measure)) return;
  if (c->series_count == CHART_SERIES) {
    c->more_series = true;
    return;
  }
  c->series[c->series_count++] = (struct chart_series){r->measure, r->title, r->is_base};
}

static void collect_series(struct chart *c, bool base) {
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++) {
    const struct imp_answer *a = imp_timeline_at(c->t, i)->answer;
    for (uint32_t b = 0; b < a->bill_count; b++)
      for (uint32_t k = 0; k < a->bills[b].row_count; k++) {
        const struct imp_row *r = &a->bills[b].rows[k];
        if (r->status == IMP_ROW_APPLIED && r->amount > 0 && r->is_base == base) add_series(c, r);
      }
  }
}

uint32_t chart_series_of(const struct chart *c, const struct imp_row *r) {
  for (uint32_t i = 0; i < c->series_count; i++)
    if (!strcmp(c->series[i].measure, r->measure)) return i;
  return c->series_count ? c->series_count - 1 : 0;
}

/* ---- heights -------------------------------------------------------------------------------------------- */

int64_t chart_rate(const struct chart *c, int64_t cents) {
  if (c->value <= 0) return 0;
  i128 wide = ((i128)cents * 20000 + c->value) / ((i128)c->value * 2);
  return (int64_t)wide;
}

void chart_heights(const struct chart *c, const struct imp_bill *b, int64_t out[CHART_SERIES]) {
  for (uint32_t i = 0; i < CHART_SERIES; i++) out[i] = 0;
  for (uint32_t k = 0; k < b->row_count; k++)
    if (b->rows[k].status == IMP_ROW_APPLIED && c->series_count)
      out[chart_series_of(c, &b->rows[k])] += chart_rate(c, b->rows[k].amount);
}

/* ---- lanes ---------------------------------------------------------------------------------------------- */

static bool agree(const struct imp_bill *a, const struct imp_bill *b) {
  for (uint32_t i = 0; a && i < a->pick_count; i++)
    for (uint32_t k = 0; k < b->pick_count; k++)
      if (!strcmp(a->picks[i].question, b->picks[k].question) &&
          strcmp(a->picks[i].answer, b->picks[k].answer) != 0)
        return false;
  return true;
}

const char *chart_into(const struct chart *c) {
  const char *name = imp_timeline_count(c->t) ? imp_timeline_at(c->t, 0)->answer->into_name : NULL;
  return name ? name : c->what->line->into;
}

bool chart_additional(const struct chart *c) {
  return imp_timeline_count(c->t) && imp_timeline_at(c->t, 0)->answer->additional;
}

const struct imp_bill *chart_bill(const struct chart *c, uint32_t lane, const struct imp_step *s) {
  for (uint32_t i = 0; i < s->answer->bill_count; i++)
    if (agree(c->lanes[lane].picks, &s->answer->bills[i])) return &s->answer->bills[i];
  return s->answer->bill_count ? &s->answer->bills[0] : NULL;
}

/* The lanes are the outcomes of the step that has most of them. */
static void collect_lanes(struct chart *c) {
  const struct imp_answer *most = NULL;
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++) {
    const struct imp_answer *a = imp_timeline_at(c->t, i)->answer;
    for (uint32_t b = 0; b < a->bill_count; b++) {
      int64_t high = chart_rate(c, a->bills[b].high);
      if (high > c->top) c->top = high;
    }
    if (!most || a->bill_count > most->bill_count) most = a;
  }
  c->lane_count = 1;
  if (!most || most->bill_count < 2) return;
  c->lane_count = most->bill_count < CHART_LANES ? most->bill_count : CHART_LANES;
  for (uint32_t i = 0; i < c->lane_count; i++) c->lanes[i].picks = &most->bills[i];
}

void chart_make(struct chart *c, const struct imp_law *law, const struct imp_query *query,
                const struct imp_timeline *t, const struct imp_timeline_report *what) {
  *c = (struct chart){.t = t, .law = law, .query = query, .what = what, .top = 100};
  c->code = what->line->code;
  c->place_name = what->line->from;
  for (uint32_t i = 0; i < imp_timeline_count(t); i++) {
    const struct imp_answer *a = imp_timeline_at(t, i)->answer;
    if (a->value > 0) c->value = a->value;
    if (a->code && a->code[0]) c->code = a->code;
    if (a->place_name && a->place_name[0]) c->place_name = a->place_name;
  }
  collect_series(c, true);
  collect_series(c, false);
  collect_lanes(c);
}

/* ---- words ---------------------------------------------------------------------------------------------- */

void chart_print_rate(int64_t hundredths, struct buf *out) {
  buf_printf(out, "%lld", (long long)(hundredths / 100));
  int part = (int)(hundredths % 100);
  if (part) buf_printf(out, part % 10 ? ".%02d" : ".%d", part % 10 ? part : part / 10);
  buf_putc(out, '%');
}

void chart_print_picks(const struct imp_bill *b, struct buf *out) {
  report_picks(b->picks, b->pick_count, out);
}

void chart_print_event(const struct imp_event *e, bool known, struct buf *out) {
  const char *name = e->heading[0] ? e->heading : e->measure;
  buf_printf(out, "%s %s", name, e->what);
  if (e->act_title[0]) buf_printf(out, ": %s", e->act_title);
  if (e->cite[0]) buf_printf(out, ", %s", e->cite);
  if (known && e->known[0]) buf_printf(out, "; known %s", e->known);
}

bool chart_has_range(const struct chart *c) {
  for (uint32_t i = 0; i < imp_timeline_count(c->t); i++) {
    const struct imp_answer *a = imp_timeline_at(c->t, i)->answer;
    for (uint32_t k = 0; k < a->bill_count; k++)
      if (a->bills[k].low != a->bills[k].high) return true;
  }
  return false;
}

static const char *rate_of(const struct imp_row *r) {
  return r ? r->rate : "no";
}

void chart_print_rows(const struct imp_step *s, struct buf *out) {
  for (uint32_t c = 0; c < s->change_count; c++)
    for (uint32_t i = 0; i < s->changes[c].row_count; i++) {
      const struct imp_row_change *r = &s->changes[c].rows[i];
      if (!r->differs) continue;
      buf_printf(out, "%s%s %s to %s", out->n ? "; " : "", r->heading, rate_of(r->before),
                 rate_of(r->after));
    }
}
