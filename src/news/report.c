// SPDX-License-Identifier: Apache-2.0
// A story as text for people.
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "news/report_own.h"

const char *const news_form_kinds[4] = {"direct", "partial", "indirect", "post"};
const char *const news_days_how[4] = {"unknown", "given", "printed", "from the other articles"};

const char *news_speaker_of(const struct news_printer *p, uint16_t actor, const char *unknown) {
  return actor != NEWS_OUTLET ? p->y->rules->actors[actor].name
         : unknown != NULL    ? unknown
                              : "outlet";
}

#define ENOUGH (256u << 10) /* bytes handed on at once */

static void hand_on(struct news_printer *p, size_t least) {
  if (p->put == NULL || p->status != IMP_OK || p->out.failed || p->out.n < least) return;
  p->last = p->out.p[p->out.n - 1];
  p->status = p->put(p->user, p->out.p, p->out.n, p->err);
  buf_clear(&p->out);
}

void news_print_on(struct news_printer *p) {
  hand_on(p, ENOUGH);
}

/* ---- text ---------------------------------------------------------------------------------------------------------------- */

static void print_plain(struct news_printer *p, struct str s) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    bool lead = c >= 0xc0;
    if (c >= ' ' && (c < 0x80 || !p->ascii))
      buf_putc(&p->out, (char)c);
    else if (c < ' ' || lead)
      buf_putc(&p->out, c < ' ' ? ' ' : '?');
  }
}

static void print_days(struct news_printer *p, const struct news_statement *st) {
  if (st->unresolved) buf_puts(&p->out, ", a day that cannot be settled");
  if (!st->dated) return;
  buf_puts(&p->out, ", ");
  if (st->from == DAY_FIRST)
    buf_puts(&p->out, "to ");
  else
    day_print(st->from, &p->out);
  if (st->until == DAY_NEVER) {
    buf_puts(&p->out, " on");
    return;
  }
  if (st->from != DAY_FIRST && st->until == st->from + 1) return;
  if (st->from != DAY_FIRST) buf_puts(&p->out, "..");
  day_print(st->until - 1, &p->out);
  if (st->convention) buf_puts(&p->out, " (by convention of the week)");
}

static void print_statement(struct news_printer *p, size_t i, bool explain) {
  const struct news_statement *st = &p->y->statements[i];
  uint32_t last = UINT32_MAX;
  buf_printf(&p->out, "    %s", news_status_words[st->status]);
  if (st->number != NULL) {
    buf_puts(&p->out, ", ");
    number_tell(st->number, news_unit_of(p->y, st), &p->out);
  }
  print_days(p, st);
  if (st->condition.to != 0) {
    buf_puts(&p->out, ", \"");
    print_plain(p, news_words_of(p, st->article, st->condition));
    buf_puts(&p->out, "\"");
  }
  buf_printf(&p->out, ": %s", news_speaker_of(p, st->speaker, st->unknown));
  if (st->about != NEWS_OUTLET)
    buf_printf(&p->out, ", telling of %s", p->y->rules->actors[st->about].name);
  buf_puts(&p->out, " [");
  for (uint32_t k = (uint32_t)i + 1; k != 0; k = p->groups.alike[k - 1]) {
    uint32_t article = p->y->statements[k - 1].article;
    if (article != last)
      buf_printf(&p->out, "%s%u", last == UINT32_MAX ? "" : ", ", (unsigned)article + 1);
    last = article;
  }
  buf_puts(&p->out, news_any_sure(p, i) ? "]\n" : "], uncertain\n");
  news_print_on(p);
  for (uint32_t k = (uint32_t)i + 1; explain && k != 0; k = p->groups.alike[k - 1]) {
    const struct news_statement *x = &p->y->statements[k - 1];
    buf_printf(&p->out, "        [%u] rule %s, bytes %u..%u: ", (unsigned)x->article + 1,
               p->y->rules->rules[x->rule].name, (unsigned)x->span.from, (unsigned)x->span.to);
    print_plain(p, news_words_of(p, x->article, x->span));
    buf_putc(&p->out, '\n');
    news_print_sureness(p, x);
    news_print_on(p);
  }
}

static void print_conflicts(struct news_printer *p, size_t proposition) {
  static const char *const said[4][5] = {
      {"number differs", "day differs", "condition differs", "one denies", "status differs"},
      {"number: one says more", "day: one says more", "condition: one says more", "",
       "status: one says more"},
      {"", "day: a convention of the week, no conflict", "", "", ""},
      {"", "", "", "", "the outlet says it firmer than the one it quotes"}};
  struct news_conflict list[NEWS_CONFLICTS];
  size_t n = news_conflicts_find(p, proposition, list);
  for (size_t i = 0; i < n; i++) {
    const struct news_conflict *c = &list[i];
    buf_printf(&p->out, "    ! %s: [%u] ", said[c->kind][c->slot], (unsigned)c->a->article + 1);
    print_plain(p, news_words_of(p, c->a->article, c->at_a));
    buf_printf(&p->out, " / [%u] ", (unsigned)c->b->article + 1);
    print_plain(p, news_words_of(p, c->b->article, c->at_b));
    buf_putc(&p->out, '\n');
  }
}

static void print_proposition(struct news_printer *p, size_t proposition, bool explain) {
  const struct news_proposition *q = &p->props[proposition];
  buf_puts(&p->out, "\n  ");
  news_key_print(p->y, q, &p->out);
  buf_puts(&p->out, "  ");
  news_print_title(p, q);
  buf_puts(&p->out, "\n    ");
  news_print_cells(p, q);
  for (uint32_t i = p->groups.of[proposition]; i != 0; i = p->groups.after[i - 1])
    print_statement(p, i - 1, explain);
  print_conflicts(p, proposition);
}

static bool is_quoted(const struct news_printer *p, uint32_t group) {
  for (uint32_t i = group + 1; i != 0; i = p->next[i - 1])
    if (p->y->forms[i - 1].kind != NEWS_INDIRECT) return true;
  return false;
}

static void print_wording(struct news_printer *p, uint32_t group) {
  struct news_wording list[NEWS_WORDINGS];
  size_t n = 0;
  if (!news_wording_find(p->y, p->next, group, list, &n)) p->out.failed = true;
  for (size_t i = 0; i < n; i++) {
    buf_printf(&p->out, "    ! wording differs: [%u] ", (unsigned)list[i].a + 1);
    print_plain(p, news_words_of(p, list[i].a, list[i].at_a));
    buf_printf(&p->out, " / [%u] ", (unsigned)list[i].b + 1);
    print_plain(p, news_words_of(p, list[i].b, list[i].at_b));
    buf_putc(&p->out, '\n');
  }
}

static void print_utterance(struct news_printer *p, uint32_t group) {
  const struct news_form *f = &p->y->forms[group];
  buf_printf(&p->out, "\n  %s\n", news_speaker_of(p, f->speaker, f->unknown));
  for (uint32_t i = group + 1; i != 0; i = p->next[i - 1]) {
    const struct news_form *x = &p->y->forms[i - 1];
    if (x->kind == NEWS_INDIRECT) continue;
    buf_printf(&p->out, "    [%u] ", (unsigned)x->article + 1);
    print_plain(p, news_words_of(p, x->article, x->span));
    if (x->venue != NEWS_NONE) buf_printf(&p->out, " (%s)", p->y->rules->venues[x->venue]);
    buf_putc(&p->out, '\n');
    news_print_on(p);
  }
  print_wording(p, group);
}

/* Which days hang on a publication nobody has told. */
static void print_open_days(struct news_printer *p, uint32_t article) {
  const struct news_article *a = &p->y->articles[article];
  buf_printf(
      &p->out,
      "      %u date%s could not be settled: say when it appeared, --published DATE\n       ",
      (unsigned)a->unresolved, a->unresolved == 1 ? "" : "s");
  for (uint32_t k = 0; k < a->unresolved && k < NEWS_OPEN_DAYS; k++) {
    buf_puts(&p->out, k == 0 ? " \"" : ", \"");
    print_plain(p, news_words_of(p, article, a->open_days[k]));
    buf_putc(&p->out, '"');
  }
  buf_puts(&p->out, a->unresolved > NEWS_OPEN_DAYS ? " and others\n" : "\n");
}

/* A day was given, and the page prints another. */
static bool prints_other(const struct news_article *a) {
  return a->how == 1 && a->printed != DAY_NEVER && a->printed != a->published;
}

static void print_articles(struct news_printer *p) {
  buf_printf(&p->out, "%zu article%s\n", p->y->article_count, p->y->article_count == 1 ? "" : "s");
  for (uint32_t i = 0; i < p->y->article_count; i++) {
    const struct news_article *a = &p->y->articles[i];
    buf_printf(&p->out, "  [%u] %s, published ", (unsigned)i + 1, a->name);
    if (a->published != DAY_NEVER) day_print(a->published, &p->out);
    buf_printf(&p->out, a->published != DAY_NEVER ? " (%s" : "%s", news_days_how[a->how]);
    if (prints_other(a)) {
      buf_puts(&p->out, "; it prints ");
      day_print(a->printed, &p->out);
    }
    buf_puts(&p->out, a->published != DAY_NEVER ? ")\n" : "\n");
    if (a->unresolved > 0) print_open_days(p, i);
    news_print_on(p);
  }
}

/* Of each form the next of its utterance: a large story is not looked through for each of them. */
static bool chain_forms(struct news_printer *p) {
  size_t n = p->y->form_count;
  uint32_t *last = mem_alloc((n + 1) * sizeof *last);
  p->next = mem_alloc((n + 1) * sizeof *p->next);
  for (uint32_t i = 0; i < n && p->next != NULL && last != NULL; i++) {
    uint32_t group = p->y->forms[i].group;
    if (group != i) p->next[last[group]] = i + 1;
    last[group] = i;
  }
  bool fine = p->next != NULL && last != NULL;
  mem_free(last);
  return fine;
}

/* What the reader passed over, for a person to read: whole sentences, or a rate of a sentence. */
static void print_passed(struct news_printer *p, bool part, const char *head) {
  bool any = false;
  for (size_t i = 0; i < p->y->unread_count; i++) {
    const struct news_unread *u = &p->y->unread[i];
    if (u->part != part) continue;
    if (!any) buf_puts(&p->out, head);
    any = true;
    buf_printf(&p->out, "  [%u] bytes %u..%u: ", (unsigned)u->article + 1,
               (unsigned)u->sentence.from, (unsigned)u->sentence.to);
    print_plain(p, news_words_of(p, u->article, u->sentence));
    buf_putc(&p->out, '\n');
    news_print_on(p);
  }
}

static void print_unread(struct news_printer *p, bool all) {
  size_t n = p->y->unread_count, part = 0;
  for (size_t i = 0; i < n; i++) part += p->y->unread[i].part;
  if (all) {
    print_passed(p, false, "\nNamed, and nothing read of it\n\n");
    print_passed(p, true, "\nRead, but for a rate or goods in it\n\n");
    return;
  }
  if (n == 0) return;
  buf_putc(&p->out, '\n');
  if (n > part)
    buf_printf(&p->out, "%zu sentence%s name%s a measure and gave nothing", n - part,
               n - part == 1 ? "" : "s", n - part == 1 ? "s" : "");
  if (part > 0)
    buf_printf(&p->out, "%s rate or goods of %zu %s were not read", n > part ? ", a" : "A", part,
               n == part   ? part == 1 ? "sentence" : "sentences"
               : part == 1 ? "other"
                           : "others");
  buf_printf(&p->out, ": --unread shows %s.\n", n == 1 ? "it" : "them");
}

static void text_story(struct news_printer *p, int detail) {
  bool explain = (detail & IMP_STORY_EXPLAIN) != 0;
  print_articles(p);
  news_print_claims(p);
  buf_puts(&p->out, p->prop_count > 0 ? "\nWhat is said of measures\n"
                                      : "\nNo statement about a measure was read.\n");
  news_print_legend(p);
  news_print_unsure_legend(p);
  if (p->left_out != SIZE_MAX && p->left_out > 0)
    buf_printf(&p->out, "  (%zu uncertain reading%s left out)\n", p->left_out,
               p->left_out == 1 ? "" : "s");
  for (size_t i = 0; i < p->prop_count; i++) print_proposition(p, i, explain);
  news_print_unconfirmed(p);
  bool any = false;
  for (uint32_t i = 0; i < p->y->form_count; i++) {
    if (p->y->forms[i].group != i || !is_quoted(p, i)) continue;
    if (!any) buf_puts(&p->out, "\nQuotations\n");
    any = true;
    print_utterance(p, i);
  }
  print_unread(p, (detail & IMP_STORY_UNREAD) != 0);
  buf_puts(&p->out, "\nReports, not law: no duty follows from any of this.\n");
}

static void printer_free(struct news_printer *p) {
  mem_free(p->props);
  mem_free(p->next);
  news_groups_free(&p->groups);
  mem_free(p->sure.statements);
  buf_free(&p->words);
}

/* Into `out`, or on from there. */
static enum imp_status print_story(struct news_printer *p, const struct imp_report_options *options,
                                   int detail, struct imp_error *err) {
  if (options->format != IMP_TEXT && options->format != IMP_JSON)
    return error_set(err, IMP_USAGE, "usage.format", "ask for text or --json",
                     "a story is text or JSON");
  const struct news_story *all = p->y;
  p->ascii = options->ascii != 0;
  p->err = err;
  p->left_out = SIZE_MAX;
  p->signs = (detail & IMP_STORY_EXPLAIN) != 0;
  if ((detail & IMP_STORY_SURE) != 0) {
    if (!news_keep_sure(p->y, &p->sure)) return error_no_memory(err);
    p->left_out = p->y->statement_count - p->sure.statement_count;
    p->y = &p->sure;
  }
  enum imp_status status = news_weigh(p->y, &p->props, &p->prop_count, err);
  if (p->left_out != SIZE_MAX && status == IMP_OK) news_mark_unsure(all, p->props, p->prop_count);
  if (status == IMP_OK &&
      !(chain_forms(p) && news_groups_make(p->y, p->props, p->prop_count, &p->groups)))
    status = error_no_memory(err);
  if (status == IMP_OK && options->format == IMP_JSON)
    news_json(p);
  else if (status == IMP_OK)
    text_story(p, detail);
  if (status == IMP_OK) hand_on(p, 1);
  printer_free(p);
  if (status != IMP_OK) return status;
  return p->out.failed ? error_no_memory(err) : p->status;
}

enum imp_status imp_report_story(const struct imp_story *s,
                                 const struct imp_report_options *options, int detail,
                                 struct imp_text *text, struct imp_error *err) {
  struct news_printer p = {.y = &s->story, .out = {text->p, text->n, text->cap, false}};
  enum imp_status status = print_story(&p, options, detail, err);
  *text = (struct imp_text){p.out.p, p.out.n, p.out.cap};
  return status;
}

enum imp_status imp_report_story_to(const struct imp_story *s,
                                    const struct imp_report_options *options, int detail,
                                    imp_news_put put, void *user, struct imp_error *err) {
  struct news_printer p = {.y = &s->story, .put = put, .user = user};
  enum imp_status status = print_story(&p, options, detail, err);
  buf_free(&p.out);
  return status;
}
