// SPDX-License-Identifier: Apache-2.0
// imp_check: every named check of a folder of law, or one of them; findings as text or JSON.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "deal/fee.h"
#include "deal/judge.h"
#include "law/findings.h"

static const char *const checks[] = {"parse",     "names",   "dates",    "cited",  "speaks",
                                     "circle",    "dead",    "narrowed", "lists",  "parts",
                                     "questions", "asserts", "cases",    "format", "printed"};
enum { CHECK_COUNT = sizeof checks / sizeof checks[0] };

/* The check an id belongs to is its first word. */
static bool id_in(const char *id, const char *check) {
  size_t n = strlen(check);
  return !strncmp(id, check, n) && id[n] == '.';
}

static bool wanted(const struct imp_check_options *o, const char *check) {
  if (o->only) return !strcmp(o->only, check);
  return strcmp(check, "printed") != 0; /* a report, asked for by name */
}

/* ---- checks of the book ---------------------------------------------------------------------------------- */

/* A number whose four-digit heading is in the schedule may have ended before the first edition held. */
static bool may_be_old(const struct names *n, const struct law_item *item) {
  uint32_t first = (uint32_t)(item->lo / 1000000u * 10000u);
  for (uint32_t tail = 0; tail < 10000; tail++)
    if (names_numbers(n, first + tail, NULL, 0)) return true;
  return false;
}

static bool ever_in_schedule(const struct names *n, const struct law_item *item) {
  if (item->kind != LAW_ITEM_CODE || item->digits < 8) return true;
  unsigned chapter = (unsigned)(item->lo / 100000000u);
  if (chapter >= 98) return true;
  struct names_number number;
  uint32_t code8 = (uint32_t)(item->lo / 100u);
  if (item->digits == 10) return names_number(n, item->lo, &number);
  return names_numbers(n, code8, NULL, 0) > 0 || names_line_on(n, code8, names_last_day(n)) != NULL;
}

static void check_items(struct judge *j, const struct law_item *items, uint32_t count,
                        const struct law_list *l, bool strict) {
  for (uint32_t i = 0; i < count; i++) {
    if (ever_in_schedule(j->law->names, &items[i])) continue;
    if (!strict && may_be_old(j->law->names, &items[i])) continue;
    const struct law_file *f = &j->law->law->files[items[i].pos.file];
    struct diag d = {
        .id = book_diag_table[BOOK_LIST_CODE].id,
        .level = book_diag_table[BOOK_LIST_CODE].level,
        .file = f->path,
        .line = items[i].pos.line,
        .col = items[i].pos.col,
        .width = items[i].digits + 1u,
        .next = "Numbers that ended before the first edition held stay; others are slips."};
    uint64_t number = items[i].digits == 8 ? items[i].lo / 100u : items[i].lo;
    diag_add(j->diags, &d, "%0*llu of %.*s was in no edition of the schedule held",
             (int)items[i].digits, (unsigned long long)number, (int)l->name.n, l->name.p);
  }
}

/* Asked for by name (`strict`), numbers that may have ended long ago are shown too. */
static void check_lists(struct judge *j, bool strict) {
  for (uint32_t l = 0; l < j->law->law->list_count; l++) {
    const struct law_list *list = &j->law->law->lists[l];
    for (uint32_t i = 0; i < list->count && !list->of_places; i++)
      for (uint32_t s = 0; s < list->lines[i].count; s++) {
        check_items(j, list->lines[i].sets[s].items, list->lines[i].sets[s].count, list, strict);
        check_items(j, list->lines[i].sets[s].but, list->lines[i].sets[s].but_count, list, strict);
      }
  }
}

static void check_printed_block(struct judge *j, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    if (!s[i].when.has_printed || s[i].when.printed == s[i].when.from) continue;
    const struct law_file *f = &j->law->law->files[s[i].pos.file];
    struct buf day = {0};
    day_print(s[i].when.printed, &day);
    judge_finding(j, BOOK_PRINTED_EARLY, f->path, f->bytes, s[i].pos.line,
                  "The law rules; the schedule follows.",
                  "printed in the schedule from %s, in law from the day of the line",
                  day.p ? day.p : "");
    buf_free(&day);
  }
}

static void check_printed(struct judge *j) {
  const struct law *law = j->law->law;
  for (uint32_t m = 0; m < law->measure_count; m++) {
    check_printed_block(j, law->measures[m].stmts, law->measures[m].count);
    for (uint32_t h = 0; h < law->measures[m].heading_count; h++)
      check_printed_block(j, law->measures[m].headings[h].stmts,
                          law->measures[m].headings[h].count);
  }
}

static enum imp_status check_one_format(struct judge *j, const char *path, struct str bytes,
                                        struct imp_error *err) {
  struct buf once = {0};
  enum imp_status status = law_format(bytes, &once, err);
  if (once.failed) status = error_no_memory(err);
  if (status == IMP_OK && !str_eq(buf_str(&once), bytes))
    judge_finding(j, BOOK_FORMAT_DIFFERS, path, bytes, 1, "Run `impost fmt --write` on it.",
                  "the file is not in the one spelling");
  buf_free(&once);
  return status == IMP_FINDINGS ? IMP_OK
                                : status; /* what cannot be read is another check's finding */
}

static enum imp_status check_format(struct judge *j, struct imp_error *err) {
  static const char *const endings[] = {".law", ".list", ".case", NULL};
  struct arena a = {0};
  struct file_list files;
  enum imp_status status = file_tree(&a, j->law->folder, endings, NULL, &files, err);
  for (size_t i = 0; status == IMP_OK && i < files.count; i++) {
    char path[4096];
    struct str bytes;
    snprintf(path, sizeof path, "%s/%s", j->law->folder, files.paths[i]);
    status = file_read(&a, path, 0, &bytes, err);
    if (status == IMP_OK) status = check_one_format(j, files.paths[i], bytes, err);
  }
  arena_free(&a);
  return status;
}

static bool reads_as_rate(void *user, struct str rate) {
  struct law_expr e;
  return law_expr_parse(user, rate, &e);
}

static enum imp_status check_tables(struct judge *j, struct imp_error *err) {
  struct arena a = {0};
  enum imp_status status = names_check(j->law->names, reads_as_rate, &a, j->diags);
  if (a.failed) status = IMP_NO_MEMORY;
  arena_free(&a);
  return status == IMP_OK ? IMP_OK : error_no_memory(err);
}

/* ---- all of them ------------------------------------------------------------------------------------------- */

static enum imp_status judge_cases_and_format(struct judge *j, const struct imp_check_options *o,
                                              struct imp_error *err) {
  enum imp_status status = IMP_OK;
  if (wanted(o, "format")) status = check_format(j, err);
  if (status == IMP_OK && wanted(o, "cases")) status = judge_cases(j, err);
  return status;
}

static enum imp_status judge_others(struct judge *j, const struct imp_check_options *o,
                                    struct imp_error *err) {
  enum imp_status status = IMP_OK;
  if (wanted(o, "names")) status = check_tables(j, err);
  if (wanted(o, "lists")) check_lists(j, o->only != NULL);
  if (wanted(o, "printed")) check_printed(j);
  if (status == IMP_OK && wanted(o, "asserts")) {
    judge_asserts(j);
    judge_controls(j);
    judge_fees(j);
  }
  return status;
}

/* Cases are judged beside the asserts, each with findings of its own: the two take about as long, and share
 * nothing but the law, which nobody changes. */
struct beside {
  struct judge judge;
  struct diag_list found;
  const struct imp_check_options *options;
  enum imp_status status;
  struct imp_error err;
};

static void *run_beside(void *user) {
  struct beside *b = user;
  b->status = judge_cases_and_format(&b->judge, b->options, &b->err);
  return NULL;
}

static void take_findings(struct judge *j, struct beside *b) {
  for (size_t i = 0; i < b->found.count; i++)
    diag_add(j->diags, &b->found.items[i], "%s", b->found.items[i].message);
  j->diags->failed = j->diags->failed || b->found.failed;
  j->no_memory = j->no_memory || b->judge.no_memory;
  j->asserts += b->judge.asserts;
  j->cases += b->judge.cases;
  diag_free(&b->found);
}

static enum imp_status judge_all(struct judge *j, const struct imp_check_options *o,
                                 struct imp_error *err) {
  struct beside b = {.judge = {.law = j->law, .diags = &b.found}, .options = o};
  pthread_t thread;
  bool two = o->jobs > 1 && !o->only && pthread_create(&thread, NULL, run_beside, &b) == 0;
  enum imp_status status = judge_others(j, o, err);
  if (two)
    pthread_join(thread, NULL);
  else if (status == IMP_OK)
    run_beside(&b);
  take_findings(j, &b);
  if (status == IMP_OK && b.status != IMP_OK && err) *err = b.err;
  if (status == IMP_OK) status = b.status;
  return status == IMP_OK && j->no_memory ? error_no_memory(err) : status;
}

/* ---- the report -------------------------------------------------------------------------------------------- */

static void keep_only(struct diag_list *l, const char *only) {
  size_t kept = 0;
  l->errors = 0;
  for (size_t i = 0; i < l->count; i++) {
    if (only && !id_in(l->items[i].id, only)) continue;
    l->items[kept] = l->items[i];
    l->errors += l->items[kept++].level == DIAG_ERROR;
  }
  l->count = kept;
}

static void put_json_text(struct buf *b, const char *s) {
  buf_putc(b, '"');
  for (; *s; s++) {
    unsigned char c = (unsigned char)*s;
    if (c == '"' || c == '\\')
      buf_printf(b, "\\%c", c);
    else if (c < 0x20)
      buf_printf(b, "\\u%04x", c);
    else
      buf_putc(b, (char)c);
  }
  buf_putc(b, '"');
}

static void put_json(const struct diag_list *l, const struct judge *j, struct buf *b) {
  buf_puts(b, "{\"schema\":\"impost.check/1\",\"findings\":[");
  for (size_t i = 0; i < l->count; i++) {
    const struct diag *d = &l->items[i];
    buf_printf(b, "%s\n{\"id\":\"%s\",\"level\":\"%s\",\"file\":", i ? "," : "", d->id,
               d->level == DIAG_ERROR ? "error" : "warning");
    put_json_text(b, d->file);
    buf_printf(b, ",\"line\":%u,\"column\":%u,\"message\":", d->line, d->col);
    put_json_text(b, d->message);
    buf_puts(b, ",\"next\":");
    put_json_text(b, d->next);
    buf_putc(b, '}');
  }
  buf_printf(b, "],\"errors\":%zu,\"asserts\":%u,\"cases\":%u}\n", l->errors, j->asserts, j->cases);
}

static void put_text(const struct diag_list *l, const struct judge *j, struct buf *b) {
  diag_print(l, b);
  if (l->count)
    buf_printf(b, "\n%zu findings, %zu of them errors\n", l->count, l->errors);
  else if (j->asserts || j->cases)
    buf_printf(b, "%u asserts and %u cases hold; nothing else was found\n", j->asserts, j->cases);
  else
    buf_puts(b, "nothing was found\n");
}

static enum imp_status hand_out(struct buf *b, struct imp_text *out, struct imp_error *err) {
  if (b->failed) {
    buf_free(b);
    return error_no_memory(err);
  }
  *out = (struct imp_text){b->p, b->n, b->cap};
  return IMP_OK;
}

static enum imp_status known_check(const char *only, struct imp_error *err) {
  for (size_t i = 0; only && i <= CHECK_COUNT; i++) {
    if (i == CHECK_COUNT)
      return error_set(
          err, IMP_USAGE, "usage.check",
          "checks: parse names dates cited speaks circle dead narrowed lists parts questions "
          "asserts cases format printed",
          "there is no check named \"%.40s\"", only);
    if (!strcmp(only, checks[i])) break;
  }
  return IMP_OK;
}

enum imp_status imp_check(const char *folder, const struct imp_check_options *options,
                          struct imp_text *out, struct imp_error *err) {
  struct diag_list diags = {0};
  struct imp_law law = {0};
  struct judge j = {.law = &law, .diags = &diags};
  struct buf text = {0};
  *out = (struct imp_text){0};
  enum imp_status status = known_check(options->only, err);
  if (status != IMP_OK) return status;
  law.folder = (char *)folder; /* read only */
  status = law_load(folder, &law.law, &diags, err);
  if (status == IMP_OK && !diags.errors) status = names_load(folder, &law.names, err);
  if (status == IMP_OK && !diags.errors) status = judge_all(&j, options, err);
  if (status == IMP_OK && diags.failed) status = error_no_memory(err);
  if (status == IMP_OK) {
    if (!options->only || diags.errors == 0) keep_only(&diags, options->only);
    diag_sort(&diags);
    (options->json ? put_json : put_text)(&diags, &j, &text);
    status = hand_out(&text, out, err);
  }
  if (status == IMP_OK && diags.errors) status = IMP_FINDINGS;
  names_free(law.names);
  law_free(law.law);
  diag_free(&diags);
  return status;
}

enum imp_status imp_format(const char *bytes, size_t n, struct imp_text *out,
                           struct imp_error *err) {
  struct buf text = {0};
  *out = (struct imp_text){0};
  enum imp_status status = law_format((struct str){bytes, n}, &text, err);
  if (status == IMP_OK) return hand_out(&text, out, err);
  buf_free(&text);
  return status;
}
