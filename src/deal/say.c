// SPDX-License-Identifier: Apache-2.0
// Readings of a case in words: one for each outcome of the questions that changes the answer.
#include <string.h>

#include "book/follow.h"
#include "deal/licence.h"

/* ---- one row ------------------------------------------------------------------------------------------------------ */

struct saying { /* a reading being put into words */
  struct deal_asked *k;
  const struct deal_outcomes *all;
  const struct deal_outcome *o; /* the first of the outcomes that read alike */
  const struct deal_matches *m;
  struct view view;
};

static const char *condition_text(struct arena *a, const struct law *law,
                                  const struct law_cond *c) {
  struct buf b = {0};
  deal_cond_print(law, c, &b);
  return deal_buf_text(&b, a, NULL);
}

static const char *source_word(const struct law *law, const struct law_when *when) {
  static const char *const words[] = {"official", "copy", "report", "inferred"};
  return when->act == LAW_NONE ? "inferred" : words[law->acts[when->act].source];
}

static void say_act(const struct saying *s, const struct deal_line *line, const char **act,
                    const char **cite) {
  *act = line ? deal_text(s->k->arena, line->when.act_name) : NULL;
  *cite = line ? deal_text(s->k->arena, line->when.cite) : NULL;
}

/* The line that shows what a control is about when none of its lines asks for certain. */
static const struct deal_line *shown_line(const struct saying *s, uint32_t finding) {
  const struct deal_judgement *j = s->o->j;
  if (j->findings[finding].line) return j->findings[finding].line;
  for (uint32_t i = 0; i < j->open_count; i++)
    if (j->open[i].finding == finding) return j->open[i].line;
  for (uint32_t i = 0; i < j->review_count; i++)
    if (j->reviews[i].finding == finding) return j->reviews[i].line;
  const struct deal_block *b = &s->k->law->law->deal->controls[j->findings[finding].control];
  for (uint32_t i = 0; i < b->count; i++)
    if (deal_demands(&b->lines[i])) return &b->lines[i];
  return NULL;
}

static const char *answer_text(const struct saying *s, const struct deal_outcome *o, uint32_t q) {
  const struct law_question *asked = &s->k->law->law->questions[q];
  struct str name = asked->name, word = view_answer_word(&s->view, q, o->questions[q].assumed);
  if (o->questions[q].assumed == VIEW_STANDS)
    return text_in(s->k->arena, "%.*s gets no answer in law", (int)name.n, name.p);
  return text_in(s->k->arena, "%.*s is %.*s", (int)name.n, name.p, (int)word.n, word.p);
}

/* The outcome that makes a stay last longest differs from this one by the answer to a question: which. */
static const char *made_so_by(const struct saying *s, const struct deal_outcome *longest,
                              const struct deal_outcome *shortest) {
  for (uint32_t q = 0; q < s->k->law->law->question_count; q++)
    if (longest->questions[q].assumed != shortest->questions[q].assumed)
      return answer_text(s, longest, q);
  return NULL;
}

static const struct deal_finding *same_finding(const struct deal_outcome *o,
                                               const struct deal_finding *f) {
  for (uint32_t i = 0; i < o->j->count; i++)
    if (o->j->findings[i].control == f->control && o->j->findings[i].candidate == f->candidate)
      return &o->j->findings[i];
  return NULL;
}

/* First day off in an outcome; the day asked for when it is in force there. */
static imp_day stay_end(const struct saying *s, const struct deal_finding *f) {
  return f && f->stay.line ? f->stay.until : s->k->c.on;
}

struct stays { /* of the outcomes that read alike: the shortest and the longest */
  const struct deal_outcome *low, *high;
  imp_day until, announced;
};

static struct stays stays_of(const struct saying *s, const struct deal_finding *f) {
  struct stays r = {s->o, s->o, stay_end(s, f), stay_end(s, f)};
  for (uint32_t i = 0; i < s->all->count; i++) {
    const struct deal_outcome *o = &s->all->items[i];
    if (o->signature != s->o->signature) continue;
    imp_day end = stay_end(s, same_finding(o, f));
    if (end < r.until) r.low = o, r.until = end;
    if (end > r.announced) r.high = o, r.announced = end;
  }
  return r;
}

/* By the text of acts, and as announced. What one outcome silences and another does not is in force. */
static void say_stay(const struct saying *s, const struct deal_finding *f,
                     struct imp_licence_row *row) {
  struct stays both = stays_of(s, f);
  const struct deal_finding *low = same_finding(both.low, f);
  if (both.announced == s->k->c.on) return;
  row->standing = IMP_LICENCE_IN_FORCE;
  if (low && low->stay.line) {
    row->standing = IMP_LICENCE_STAYED;
    row->stayed_through = deal_last_day_text(s->k->arena, both.until);
    row->stayed_by = deal_text(s->k->arena, low->stay.last->when.act_name);
    if (low->lent_by != LAW_NONE)
      row->stayed_with = deal_text(s->k->arena, s->k->law->law->deal->controls[low->lent_by].name);
  }
  if (both.announced == both.until) return;
  row->announced_through = deal_last_day_text(s->k->arena, both.announced);
  row->announced_if = made_so_by(s, both.high, both.low);
}

static void say_entry(const struct saying *s, const struct deal_finding *f,
                      struct imp_licence_row *row) {
  const struct law *law = s->k->law->law;
  const struct deal_candidate *c = &s->m->items[f->candidate];
  row->entry = deal_entry_name(s->k->arena, law, c->entry);
  row->words = deal_text(s->k->arena, law->deal->entries[c->entry].text);
  if (c->limits == TRI_UNKNOWN)
    row->limits = condition_text(s->k->arena, law, law->deal->entries[c->entry].cond);
}

static void say_scope(const struct saying *s, const struct deal_finding *f,
                      struct imp_licence_row *row) {
  struct moment at = {s->k->c.on, s->k->c.minute};
  const struct deal_line *items =
      deal_scope(&s->view, s->k->law->law->deal->controls, f->control, DEAL_ITEMS, at);
  row->quoted = f->quoted;
  row->words = items && items->text.n ? deal_text(s->k->arena, items->text) : "anything";
}

static void put_doubt(struct buf *b, struct str words) {
  if (!words.n) words = STR("the line itself");
  buf_printf(b, "%s%.*s", b->n ? "; " : "", (int)words.n, words.p);
}

/* What is not certain of the line that asks, of the entry, and of the line that suspends it. */
static const char *doubts(const struct saying *s, const struct deal_finding *f,
                          const struct deal_line *line) {
  const struct law_deal *d = s->k->law->law->deal;
  struct buf b = {0};
  if (line && line->when.is_unconfirmed) put_doubt(&b, line->when.unconfirmed);
  if (f->candidate != LAW_NONE) {
    const struct deal_entry *e = &d->entries[s->m->items[f->candidate].entry];
    if (e->is_unconfirmed) put_doubt(&b, e->unconfirmed);
  }
  if (f->stay.line && f->stay.line->when.is_unconfirmed)
    put_doubt(&b, f->stay.line->when.unconfirmed);
  return deal_buf_text(&b, s->k->arena, NULL);
}

static void say_row(const struct saying *s, uint32_t finding, struct imp_licence_row *row) {
  const struct law *law = s->k->law->law;
  const struct deal_finding *f = &s->o->j->findings[finding];
  const struct deal_block *b = &law->deal->controls[f->control];
  const struct deal_line *line = shown_line(s, finding);
  const struct deal_line *one = line && deal_demands(line) ? line : NULL;
  imp_day days = s->k->brief ? 0
                             : deal_days_together(&s->view, law->deal->controls, f->control, one,
                                                  f->lent_by, s->k->c.on);
  row->control = deal_text(s->k->arena, b->name);
  row->title = deal_text(s->k->arena, b->title);
  row->sure = f->reach == TRI_YES;
  row->asks = deal_word(f->need, true);
  row->standing = (enum imp_licence_standing)f->standing;
  row->days_in_force = days == DAY_NEVER ? 0 : (uint32_t)days;
  say_act(s, line, &row->act, &row->cite);
  row->source = line ? source_word(law, &line->when) : "";
  row->since = line ? deal_day_text(s->k->arena, line->when.from) : NULL;
  row->begins = deal_day_text(s->k->arena, f->begins);
  if (f->candidate != LAW_NONE)
    say_entry(s, f, row);
  else
    say_scope(s, f, row);
  if (f->standing == DEAL_STAYED || f->quoted) say_stay(s, f, row);
  if (!s->k->brief) row->unconfirmed = doubts(s, f, line);
}

/* ---- open lines, reviews, duties ------------------------------------------------------------------------------------ */

/* "28 names, none encoded here": of the lists of persons a condition names. */
static const char *names_note(struct arena *a, const struct law *law, const struct law_cond *c) {
  if (!c) return NULL;
  for (uint32_t i = 0; i < c->kid_count; i++) {
    const char *note = names_note(a, law, c->kids[i]);
    if (note) return note;
  }
  for (uint32_t i = 0; i < c->ref_count && c->kind == LAW_COND_LISTED; i++) {
    if (c->refs[i].list == LAW_NONE) continue;
    const struct deal_list *l = &law->deal->lists[c->refs[i].list];
    if (!l->of_parties || !l->has_declared) continue;
    if (!l->count) return text_in(a, "%u names, none encoded here", (unsigned)l->declared);
    return text_in(a, "%u names, %u encoded here", (unsigned)l->declared, (unsigned)l->count);
  }
  return NULL;
}

static void put_part(struct buf *b, const char *before, const char *text) {
  if (text) buf_printf(b, "%s%s%s", b->n ? "; " : "", before, text);
}

/* Outcomes that read alike may suspend it to different days, or one of them not at all. */
static void say_open_stay(const struct saying *s, const struct deal_finding *f,
                          struct imp_licence_open *o, struct buf *note) {
  struct stays both = stays_of(s, f);
  const struct deal_finding *low = same_finding(both.low, f);
  bool stayed = low && low->stay.line;
  o->standing = stayed ? IMP_LICENCE_STAYED : IMP_LICENCE_IN_FORCE;
  if (stayed) o->through = deal_last_day_text(s->k->arena, both.until);
  if (both.announced == both.until) return;
  const char *day = deal_last_day_text(s->k->arena, both.announced);
  const char *by = made_so_by(s, both.high, both.low);
  if (day && by)
    put_part(note, stayed ? "announced through " : "suspended through ",
             text_in(s->k->arena, "%s if %s", day, by));
}

static void say_open_line(const struct saying *s, const struct deal_finding *f,
                          const struct deal_line *line, struct imp_licence_open *o) {
  struct buf note = {0}, doubt = {0};
  struct arena *a = s->k->arena;
  o->standing = (enum imp_licence_standing)f->standing;
  put_part(&note, "", names_note(a, s->k->law->law, line->cond));
  say_open_stay(s, f, o, &note);
  if (line->when.is_unconfirmed) put_doubt(&doubt, line->when.unconfirmed);
  if (f->stay.line && f->stay.line->when.is_unconfirmed)
    put_doubt(&doubt, f->stay.line->when.unconfirmed);
  put_part(&note, "not certain: ", deal_buf_text(&doubt, a, NULL));
  o->note = deal_buf_text(&note, a, NULL);
}

static bool same_open(const struct deal_judgement *j, uint32_t a, uint32_t b) {
  return j->open[a].line == j->open[b].line;
}

static bool say_open(const struct saying *s, struct imp_licence_reading *r) {
  const struct deal_judgement *j = s->o->j;
  const struct law *law = s->k->law->law;
  struct imp_licence_open *out = arena_array(s->k->arena, j->open_count + 1u, sizeof *out);
  if (!out) return false;
  r->open = out;
  for (uint32_t i = 0; i < j->open_count; i++) {
    const struct deal_finding *f = &j->findings[j->open[i].finding];
    bool seen = f->quoted || f->net;
    for (uint32_t k = 0; k < i && !seen; k++) seen = same_open(j, i, k);
    if (seen) continue;
    struct imp_licence_open *o = &out[r->open_count++];
    o->condition = condition_text(s->k->arena, law, j->open[i].line->cond);
    o->control = deal_text(s->k->arena, law->deal->controls[f->control].name);
    o->becomes = deal_word(j->open[i].becomes, true);
    say_open_line(s, f, j->open[i].line, o);
    say_act(s, j->open[i].line, &o->act, &o->cite);
  }
  return true;
}

static const char *review_word(struct arena *a, const struct deal_line *line) {
  static const char *const words[] = {[DEAL_GRANTED] = "granted in principle",
                                      [DEAL_ORDINARY] = "ordinary review",
                                      [DEAL_STRICTER] = "stricter review",
                                      [DEAL_CASE_BY_CASE] = "judged case by case",
                                      [DEAL_REFUSED] = "refused in principle"};
  if (line->review == DEAL_QUOTED) return deal_text(a, line->text);
  return words[line->review];
}

static const char *must_text(struct arena *a, const struct deal_line *line) {
  if (!line->within) return deal_text(a, line->text);
  return text_in(a, "%.*s, within %u %sdays %.*s", (int)line->text.n, line->text.p,
                 (unsigned)line->within, line->working ? "working " : "", (int)line->event.n,
                 line->event.p);
}

static bool say_lines(const struct saying *s, const struct deal_said_line *lines, uint32_t n,
                      const struct imp_licence_said **out, uint32_t *count) {
  const struct law *law = s->k->law->law;
  struct imp_licence_said *said = arena_array(s->k->arena, n + 1u, sizeof *said);
  if (!said) return false;
  *out = said;
  for (uint32_t i = 0; i < n; i++) {
    const struct deal_finding *f = &s->o->j->findings[lines[i].finding];
    bool seen = f->quoted || f->net;
    for (uint32_t k = 0; k < i && !seen; k++) seen = lines[k].line == lines[i].line;
    if (seen) continue;
    struct imp_licence_said *x = &said[(*count)++];
    const struct deal_line *line = lines[i].line;
    x->text =
        line->kind == DEAL_MUST ? must_text(s->k->arena, line) : review_word(s->k->arena, line);
    if (lines[i].holds != TRI_YES) x->condition = condition_text(s->k->arena, law, line->cond);
    x->control = deal_text(s->k->arena, law->deal->controls[f->control].name);
    x->standing = (enum imp_licence_standing)f->standing;
    say_act(s, line, &x->act, &x->cite);
  }
  return true;
}

/* ---- a reading ------------------------------------------------------------------------------------------------------ */

static bool say_rows(const struct saying *s, struct imp_licence_reading *r,
                     struct imp_licence_answer *out, bool first) {
  const struct deal_judgement *j = s->o->j;
  struct imp_licence_row *rows = arena_array(s->k->arena, j->count + 1u, sizeof *rows);
  struct imp_licence_row *nets = arena_array(s->k->arena, j->count + 1u, sizeof *nets);
  if (!rows || !nets) return false;
  r->rows = rows;
  uint32_t net_count = 0;
  for (uint32_t i = 0; i < j->count; i++)
    say_row(s, i, j->findings[i].net ? &nets[net_count++] : &rows[r->row_count++]);
  if (!first) return true;
  out->nets = nets;
  out->net_count = net_count;
  return true;
}

/* A control hangs on the question. */
static bool of_controls(const struct law *law, uint32_t q) {
  const struct law_deal *d = law->deal;
  for (uint32_t c = 0; c < d->control_count; c++)
    for (uint32_t i = 0; i < d->controls[c].count; i++)
      if (d->controls[c].lines[i].cond && view_cond_asks(d->controls[c].lines[i].cond, q))
        return true;
  return false;
}

/* What of the controls goes along with the answers that matter. */
static void put_along(const struct saying *s, const struct deal_outcome *o, struct buf *b) {
  const struct query *asked = &s->k->query;
  bool first = true;
  for (uint32_t f = 0; f < s->k->law->law->question_count; f++) {
    bool hangs = false;
    for (uint32_t q = 0; q < s->all->moved_count && !hangs; q++)
      hangs = follow_hangs(&asked->view, asked->fixed, f, s->all->moved[q]);
    if (!hangs || !of_controls(s->k->law->law, f)) continue;
    const char *text = answer_text(s, o, f);
    buf_printf(b, "%s%s", first ? ", and with it " : " and ", text ? text : "");
    first = false;
  }
}

/* Outcomes that read alike, in words: "cn.longer-truce is published". */
static const char *outcome_text(const struct saying *s) {
  struct buf b = {0};
  bool any = false;
  for (uint32_t i = 0; i < s->all->count; i++) {
    const struct deal_outcome *o = &s->all->items[i];
    if (o->signature != s->o->signature) continue;
    bool seen = false; /* the answers that matter were said already */
    for (uint32_t k = 0; k < i && !seen; k++) {
      seen = s->all->items[k].signature == o->signature;
      for (uint32_t q = 0; q < s->all->moved_count && seen; q++)
        seen = s->all->items[k].questions[s->all->moved[q]].assumed ==
               o->questions[s->all->moved[q]].assumed;
    }
    if (seen) continue;
    if (any) buf_puts(&b, ", or ");
    any = true;
    for (uint32_t q = 0; q < s->all->moved_count; q++) {
      const char *text = answer_text(s, o, s->all->moved[q]);
      buf_printf(&b, "%s%s", q ? " and " : "", text ? text : "");
    }
    put_along(s, o, &b);
  }
  return deal_buf_text(&b, s->k->arena, "");
}

/* The answer that stands when nobody gives one, of every question that matters. */
static bool is_default(const struct saying *s) {
  const struct law *law = s->k->law->law;
  for (uint32_t i = 0; i < s->all->moved_count; i++) {
    const struct law_question *q = &law->questions[s->all->moved[i]];
    uint32_t answer = LAW_NONE;
    for (uint32_t k = 0; k < q->default_count; k++)
      if (!q->defaults[k].cond) answer = q->defaults[k].answer_index;
    if (s->o->questions[s->all->moved[i]].assumed != answer) return false;
  }
  return s->all->moved_count > 0;
}

static bool say_reading(const struct saying *s, struct imp_licence_answer *out,
                        struct imp_licence_reading *r, bool first) {
  const struct deal_line *review = deal_strictest_review(s->o->j);
  r->outcome = outcome_text(s);
  r->by_default = is_default(s);
  r->word = deal_word(s->o->j->result, s->m->count > 0);
  r->sure = s->o->j->sure;
  bool judged =
      review && s->o->j->result != DEAL_IS_PROHIBITED; /* nobody judges what is forbidden */
  r->review = judged ? review_word(s->k->arena, review) : NULL;
  return say_rows(s, r, out, first) && say_open(s, r) &&
         say_lines(s, s->o->j->reviews, s->o->j->review_count, &r->reviews, &r->review_count) &&
         say_lines(s, s->o->j->musts, s->o->j->must_count, &r->musts, &r->must_count);
}

bool deal_say_readings(struct deal_asked *k, const struct deal_outcomes *all,
                       struct imp_licence_answer *out) {
  struct imp_licence_reading *readings = arena_array(k->arena, all->count + 1u, sizeof *readings);
  struct deal_matches *m = arena_alloc(k->arena, sizeof *m);
  if (!readings || !m) return false;
  out->readings = readings;
  memcpy(m, k->matches, sizeof *m);
  struct deal_case own = k->c;
  if (!own.origin) own.origin = own.out_of;
  struct deal_env env = {&own, &k->query.view, LAW_NONE};
  deal_match_limits(&env, m);
  for (uint32_t i = 0; i < all->count; i++) {
    struct saying s = {k, all, &all->items[i], m, k->query.view};
    s.view.questions = all->items[i].questions;
    bool seen = false;
    for (uint32_t n = 0; n < i && !seen; n++)
      seen = all->items[n].signature == all->items[i].signature;
    if (seen) continue;
    bool first = out->reading_count == 0;
    if (!say_reading(&s, out, &readings[out->reading_count++], first)) return false;
  }
  return true;
}
