// SPDX-License-Identifier: Apache-2.0
// imp_lookup_goods: headings by word; lines, ten-digit numbers and lists of law by number.
#include <string.h>

#include "book/lookup.h"

enum { HEADINGS_SHOWN = 40, LINES_SHOWN = 400, NUMBERS_MAX = 200 };

struct imp_goods_owner {
  struct imp_goods_page page; /* first: the page is freed through its owner */
  struct arena arena;
};

struct goods_job {
  const struct imp_lookup *l;
  const struct query *q;
  struct arena *a;
  struct imp_goods_page *page;
  uint32_t first8, last8; /* lines asked for */
  uint64_t code;          /* 8 or 10 digits asked for, padded to ten */
  uint8_t digits;
  bool no_memory;
};

static const char *keep(struct goods_job *j, struct str s) {
  const char *text = str_dup(j->a, s);
  if (!text) j->no_memory = true;
  return text ? text : "";
}

static const char *code_text(struct goods_job *j, uint64_t code, uint8_t digits) {
  const char *text = line_code_text(j->a, code, digits);
  if (!text) j->no_memory = true;
  return text ? text : "";
}

static const struct names *names_of(const struct goods_job *j) {
  return j->l->law->names;
}

static bool in_window(const struct goods_job *j, imp_day from, imp_day until) {
  imp_day on = j->q->on, first = names_first_day(names_of(j)), last = names_last_day(names_of(j));
  if (on < first)
    on = first; /* the first edition stands for what was before it, the last for what comes */
  if (on > last) on = last;
  return from <= on && on < until;
}

/* ---- headings -------------------------------------------------------------------------------------- */

static bool add_headings(struct goods_job *j, const uint32_t *found, uint32_t count) {
  struct imp_heading *list = arena_array(j->a, count + 1u, sizeof *list);
  if (!list) return false;
  for (uint32_t i = 0; i < count; i++) {
    const struct names_heading *h = names_heading_at(j->l->headings, found[i]);
    list[i].code = text_in(j->a, "%04u", (unsigned)h->code);
    list[i].label = h->label;
    if (!list[i].code) return false;
  }
  j->page->headings = list;
  j->page->heading_count = count;
  return true;
}

static bool is_in(const uint32_t *found, uint32_t n, uint32_t one) {
  for (uint32_t i = 0; i < n; i++)
    if (found[i] == one) return true;
  return false;
}

/* Where no label has all the words: labels that have one of them, those of the last word, which names the thing, first.
 * The page says so. */
static bool search_apart(struct goods_job *j, const char *words) {
  uint32_t found[HEADINGS_SHOWN], one[HEADINGS_SHOWN], n = 0;
  struct str rest = str_trim(str_of(words));
  while (rest.n) {
    size_t at = rest.n;
    while (at && rest.p[at - 1] != ' ') at--;
    struct str word = str_sub(rest, at, rest.n);
    rest = str_trim(str_sub(rest, 0, at));
    uint32_t count =
        word.n < 3 ? 0 : names_heading_search(j->l->headings, word, one, HEADINGS_SHOWN);
    for (uint32_t i = 0; i < count && i < HEADINGS_SHOWN && n < HEADINGS_SHOWN; i++)
      if (!is_in(found, n, one[i])) found[n++] = one[i];
  }
  j->page->heading_found = n;
  j->page->suggestion = n ? "no label has all the words; these have one of them"
                          : "search another word for the goods, or a number of 2 to 10 digits";
  return add_headings(j, found, n);
}

static bool search(struct goods_job *j, const char *words) {
  uint32_t found[HEADINGS_SHOWN];
  uint32_t n = names_heading_search(j->l->headings, str_of(words), found, HEADINGS_SHOWN);
  if (!n) return search_apart(j, words);
  j->page->heading_found = n;
  if (n == 1) {
    uint32_t code = names_heading_at(j->l->headings, found[0])->code;
    j->first8 = code * 10000u;
    j->last8 = j->first8 + 9999u;
  }
  return add_headings(j, found, n < HEADINGS_SHOWN ? n : HEADINGS_SHOWN);
}

/* The headings a number of two or four digits covers. */
static bool covered(struct goods_job *j, uint32_t first4, uint32_t last4) {
  uint32_t found[100], n = 0;
  for (uint32_t i = 0; i < names_heading_count(j->l->headings) && n < 100; i++) {
    uint32_t code = names_heading_at(j->l->headings, i)->code;
    if (first4 <= code && code <= last4) found[n++] = i;
  }
  j->page->heading_found = n;
  return add_headings(j, found, n);
}

/* ---- lines and numbers ------------------------------------------------------------------------------- */

static bool add_lines(struct goods_job *j, bool every_window) {
  uint32_t count, shown = 0;
  const struct names_line *rows = names_lines(names_of(j), j->first8, j->last8, &count);
  struct imp_tariff_line *list = arena_array(j->a, count + 1u, sizeof *list);
  if (!list) return false;
  for (uint32_t i = 0; i < count && shown < LINES_SHOWN; i++) {
    bool now = in_window(j, rows[i].from, rows[i].until);
    if (!now && !every_window) continue;
    list[shown++] =
        (struct imp_tariff_line){.code = code_text(j, (uint64_t)rows[i].code8 * 100, 8),
                                 .from = lookup_day(j->a, rows[i].from, &j->no_memory),
                                 .until = lookup_day(j->a, rows[i].until, &j->no_memory),
                                 .units = keep(j, rows[i].units),
                                 .general = keep(j, rows[i].general),
                                 .special = keep(j, rows[i].special),
                                 .column2 = keep(j, rows[i].column2),
                                 .in_force = now};
  }
  j->page->lines = list;
  j->page->line_count = shown;
  return !j->no_memory;
}

static const char *successors(struct goods_job *j, uint64_t code) {
  struct buf b = {0};
  uint32_t n = 0;
  const struct names_renumber *rows = names_successors(names_of(j), code, &n);
  for (uint32_t i = 0; i < n; i++) lookup_join(&b, str_of(code_text(j, rows[i].new_code, 10)));
  const char *text = lookup_keep(j->a, &b);
  if (!text) j->no_memory = true;
  return text;
}

static const char *predecessors(struct goods_job *j, uint64_t code) {
  struct buf b = {0};
  uint64_t before[16];
  uint32_t n = names_predecessors(names_of(j), code, before, 16);
  for (uint32_t i = 0; i < n && i < 16; i++) lookup_join(&b, str_of(code_text(j, before[i], 10)));
  const char *text = lookup_keep(j->a, &b);
  if (!text) j->no_memory = true;
  return text;
}

static bool add_numbers(struct goods_job *j, const struct names_number *all, uint32_t count) {
  struct imp_tariff_number *list = arena_array(j->a, count + 1u, sizeof *list);
  uint32_t shown = 0;
  if (!list) return false;
  for (uint32_t i = 0; i < count; i++) {
    if (j->digits == 10 && all[i].code != j->code) continue;
    list[shown++] =
        (struct imp_tariff_number){.code = code_text(j, all[i].code, 10),
                                   .from = lookup_day(j->a, all[i].from, &j->no_memory),
                                   .until = lookup_day(j->a, all[i].until, &j->no_memory),
                                   .units = keep(j, all[i].units),
                                   .successors = successors(j, all[i].code),
                                   .predecessors = predecessors(j, all[i].code),
                                   .in_force = in_window(j, all[i].from, all[i].until)};
  }
  j->page->numbers = list;
  j->page->number_count = shown;
  return !j->no_memory;
}

/* ---- lists of law ---------------------------------------------------------------------------------------- */

struct listed { /* one list over the numbers looked at */
  bool mentioned;
  uint32_t on, looked;
  struct match match;
  struct buf suffixes;
};

static bool look_at(struct goods_job *j, uint64_t number, struct listed *all) {
  struct mentions who;
  const struct law *law = j->l->law->law;
  if (!mentions_of(j->a, law, names_of(j), number, &who)) return false;
  struct matcher m = {.view = &j->q->view, .mentions = &who, .on = j->q->on};
  for (uint32_t i = 0; i < law->list_count; i++) {
    if (law->lists[i].of_places) continue;
    struct law_item item = {.kind = LAW_ITEM_LIST, .list = i, .name = law->lists[i].name};
    struct law_set set = {.items = &item, .count = 1};
    all[i].looked++;
    all[i].mentioned = all[i].mentioned || who.lists[i];
    if (!who.lists[i]) continue;
    struct match r = match_goods(&m, &set);
    if (r.verdict == MATCH_NO) continue;
    all[i].on++;
    if (!all[i].match.verdict) all[i].match = r;
    if (all[i].suffixes.n) buf_puts(&all[i].suffixes, ", ");
    buf_printf(&all[i].suffixes, "%02u", (unsigned)(number % 100));
  }
  return true;
}

static void fill_listing(struct goods_job *j, uint32_t list, struct listed *from,
                         struct imp_listing *to) {
  const struct law *law = j->l->law->law;
  const struct law_list *l = &law->lists[list];
  struct law_pos at = from->match.member.line ? from->match.member : l->pos;
  *to = (struct imp_listing){.list = keep(j, l->name),
                             .title = keep(j, l->title),
                             .holds = from->on > 0,
                             .member = {law->files[at.file].path, at.line}};
  if (from->match.verdict == MATCH_PART) to->part = keep(j, from->match.ex);
  if (from->on > 0 && from->on < from->looked) to->numbers = keep(j, buf_str(&from->suffixes));
}

static bool add_lists(struct goods_job *j, const uint64_t *numbers, uint32_t count) {
  const struct law *law = j->l->law->law;
  struct listed *all = arena_array(j->a, law->list_count + 1u, sizeof *all);
  struct imp_listing *list = arena_array(j->a, law->list_count + 1u, sizeof *list);
  bool fine = all && list;
  for (uint32_t i = 0; i < count && fine; i++) fine = look_at(j, numbers[i], all);
  uint32_t shown = 0;
  for (uint32_t i = 0; all && i < law->list_count; i++) {
    if (fine && all[i].mentioned) fill_listing(j, i, &all[i], &list[shown++]);
    fine = fine && !all[i].suffixes.failed;
    buf_free(&all[i].suffixes);
  }
  j->page->lists = list;
  j->page->list_count = shown;
  return fine && !j->no_memory;
}

/* ---- a number ------------------------------------------------------------------------------------------------ */

/* The numbers whose places on lists are looked at: the one asked for, or those valid that day, or all. */
static uint32_t choose(const struct goods_job *j, const struct names_number *all, uint32_t count,
                       uint64_t *out) {
  uint32_t n = 0;
  if (j->digits == 10) {
    out[0] = j->code;
    return 1;
  }
  for (uint32_t i = 0; i < count; i++)
    if (in_window(j, all[i].from, all[i].until)) out[n++] = all[i].code;
  for (uint32_t i = 0; !n && i < count; i++) out[n++] = all[i].code;
  if (!n) out[n++] = j->code;
  return n;
}

static bool one_number(struct goods_job *j) {
  struct names_number all[NUMBERS_MAX];
  uint64_t chosen[NUMBERS_MAX];
  uint32_t count = names_numbers(names_of(j), (uint32_t)(j->code / 100), all, NUMBERS_MAX);
  if (!add_lines(j, true) || !add_numbers(j, all, count)) return false;
  if (!j->page->line_count || (j->digits == 10 && !j->page->number_count)) return true;
  return add_lists(j, chosen, choose(j, all, count, chosen));
}

static bool by_code(struct goods_job *j, uint64_t lo, uint64_t hi) {
  j->page->code = code_text(j, lo, j->digits);
  j->code = lo;
  j->first8 = (uint32_t)(lo / 100);
  j->last8 = (uint32_t)(hi / 100);
  if (j->digits >= 4)
    j->page->parent = names_heading_label(j->l->headings, (uint32_t)(lo / 1000000));
  if (j->digits >= 8) return one_number(j);
  if (j->digits == 2) return covered(j, (uint32_t)(lo / 1000000), (uint32_t)(hi / 1000000));
  return add_lines(j, false);
}

/* What may have been meant: like line_code_suggest, but lost memory is told. */
static void suggest(struct goods_job *j, struct str asked) {
  uint64_t near[5];
  uint8_t digits[5];
  struct buf b = {0};
  uint32_t n = names_suggest(names_of(j), asked, near, digits, 5);
  if (!n) return;
  for (uint32_t i = 0; i < n; i++)
    buf_printf(&b, "%s%s", i ? ", " : "did you mean ",
               code_text(j, digits[i] == 8 ? near[i] * 100u : near[i], digits[i]));
  buf_putc(&b, '?');
  j->page->suggestion = lookup_keep(j->a, &b);
  if (!j->page->suggestion) j->no_memory = true;
}

static bool answer(struct goods_job *j, const char *asked) {
  uint64_t lo, hi;
  struct str s = str_trim(str_of(asked));
  if (law_code_parse(s, &lo, &hi, &j->digits)) {
    if (!by_code(j, lo, hi)) return false;
    bool nothing = !j->page->line_count && !j->page->heading_count;
    if (j->digits == 10) nothing = !j->page->number_count;
    if (nothing) suggest(j, s);
    return true;
  }
  if (!search(j, asked)) return false;
  return !j->last8 || add_lines(j, false);
}

enum imp_status imp_lookup_goods(const struct imp_lookup *l, const struct imp_query *query,
                                 const char *asked, struct imp_goods_page **out,
                                 struct imp_error *err) {
  struct query q;
  *out = NULL;
  struct imp_goods_owner *o = mem_alloc(sizeof *o);
  if (!o) return error_no_memory(err);
  enum imp_status status = query_read(&o->arena, l->law, query, &q, err);
  struct goods_job j = {.l = l, .q = &q, .a = &o->arena, .page = &o->page};
  if (status == IMP_OK && (!answer(&j, asked) || j.no_memory)) status = error_no_memory(err);
  if (status == IMP_OK) {
    o->page.on = bill_day(&o->arena, q.on);
    if (!o->page.on) status = error_no_memory(err);
  }
  if (status != IMP_OK) {
    imp_goods_page_free(&o->page);
    return status;
  }
  *out = &o->page;
  return IMP_OK;
}

void imp_goods_page_free(struct imp_goods_page *page) {
  if (!page) return;
  struct imp_goods_owner *o = (struct imp_goods_owner *)page;
  arena_free(&o->arena);
  mem_free(o);
}
