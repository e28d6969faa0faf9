// SPDX-License-Identifier: Apache-2.0
// All lines of a file, as they come. One bad line never stops the others.
//
// Fees belong to entries, so what they need of its lines is kept until the entry ends; nothing else is. An
// entry of more than ENTRY_LINES_MOST lines is let go and its fees are reported as not computed, so memory
// stays bounded for any file. In the customs report ES-003 one line stands on several rows: those of
// chapters 98 and 99 become claims of the row that is goods.

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/jsonl.h"
#include "cli/record.h"
#include "cli/sheet.h"

#define ENTRY_LINES_MOST 100000u
#define ROWS_MOST        32u /* rows of one line in ES-003 */

struct item {         /* a line of the entry at hand */
  struct arena arena; /* everything of it but the answer */
  struct record *record;
  const char **cells;
  const char *sheet_wrong; /* what the reader of the table said */
  uint64_t file_line;
  bool counts; /* answered, so that its value is part of the entry's fees */
};

struct kept { /* what the fees of an entry need of its lines, copied small */
  struct arena arena;
  struct imp_line *lines;
  size_t count, cap;
};

struct batch {
  struct cli *cli;
  const char *file;
  struct sheet_reader sheet;
  bool json;
  struct arena head; /* the heading line */
  struct columns columns;
  struct kept kept;   /* of the entry at hand */
  struct item *items; /* its lines not reported yet: one, or the rows of one in ES-003 */
  uint32_t count;
  size_t cap;
  bool too_many;    /* the entry is longer than is held */
  char *entry_name; /* heap; NULL: none yet */
  struct imp_report *report;
  struct imp_text text;
  uint32_t number;  /* lines seen */
  uint32_t ordinal; /* lines reported, or passed over for --line */
  uint32_t only;    /* --line, 0: all */
  bool found;       /* that line was there */
  uint32_t printed; /* progress */
};

/* ---- what is printed ------------------------------------------------------------------------- */

static enum imp_status put(struct batch *b, struct imp_error *err) {
  return output_put(&b->cli->output, &b->text, err);
}

static void progress(struct batch *b) {
  if (b->number < b->printed + 2000 || !isatty(STDERR_FILENO)) return;
  if (b->cli->output.name == NULL && isatty(STDOUT_FILENO)) return;
  b->printed = b->number;
  fprintf(stderr, "\r  %u lines", b->number);
}

static void progress_end(const struct batch *b) {
  if (b->printed > 0) fprintf(stderr, "\r%20s\r", "");
}

/* ---- one line -------------------------------------------------------------------------------- */

static enum imp_status report_bad(struct batch *b, const struct item *i, struct imp_error *err) {
  const struct record *r = i->record;
  struct buf reason = {0};
  const char *wrong = i->sheet_wrong != NULL ? i->sheet_wrong : r->wrong;
  buf_printf(&reason, "%s:%llu: %s", b->file, (unsigned long long)i->file_line, wrong);
  struct imp_bad_line bad = {.entry = r->line.entry,
                             .number = r->line.number,
                             .code = r->line.code,
                             .from = r->line.from,
                             .on = r->line.on,
                             .id = i->sheet_wrong != NULL ? "input.line" : r->id,
                             .reason = reason.n > 0 ? reason.p : wrong,
                             .next = i->sheet_wrong != NULL
                                         ? "mend this line of the file; the others are answered"
                                         : r->next};
  enum imp_status status = reason.failed
                               ? error_no_memory(err)
                               : imp_report_bad_line(b->report, &bad, i->cells, &b->text, err);
  buf_free(&reason);
  return status;
}

static enum imp_status report_item(struct batch *b, struct item *i, struct imp_error *err) {
  b->ordinal++;
  if (b->only != 0 && b->ordinal != b->only) return IMP_OK;
  b->found = true;
  enum imp_status status;
  if (i->sheet_wrong != NULL || i->record->wrong != NULL) {
    status = report_bad(b, i, err);
  } else {
    struct imp_assessment *answer = NULL;
    status = imp_duty(b->cli->law, &b->cli->query, &i->record->line, &answer, err);
    if (status == IMP_OK)
      status = imp_report_line(b->report, &i->record->line, answer, i->cells, &b->text, err);
    i->counts = answer != NULL && imp_assessment_answer(answer)->status != IMP_LINE_REFUSED;
    imp_assessment_free(answer);
  }
  return status == IMP_OK ? put(b, err) : status;
}

/* ---- entries --------------------------------------------------------------------------------- */

static void let_go(struct batch *b) {
  for (uint32_t i = 0; i < b->count; i++) arena_free(&b->items[i].arena);
  b->count = 0;
  arena_free(&b->kept.arena);
  b->kept.count = 0;
}

static const char *keep_text(struct batch *b, const char *s, bool *fine) {
  const char *copy = s != NULL ? str_dup(&b->kept.arena, str_of(s)) : NULL;
  *fine = *fine && (s == NULL || copy != NULL);
  return copy;
}

/* Fees look at code, origin, day, value, facts and claims; the rest of the line is let go. */
static bool keep_line(struct batch *b, const struct imp_line *line) {
  void *lines = b->kept.lines;
  bool fine = mem_grow(&lines, &b->kept.cap, b->kept.count + 1, sizeof *b->kept.lines);
  if (!fine) return false;
  b->kept.lines = lines;
  struct imp_pair *facts = arena_array(&b->kept.arena, line->fact_count + 1u, sizeof *facts);
  const char **claims = arena_array(&b->kept.arena, line->claim_count + 1u, sizeof *claims);
  if (facts == NULL || claims == NULL) return false;
  for (uint32_t i = 0; i < line->fact_count; i++)
    facts[i] = (struct imp_pair){keep_text(b, line->facts[i].name, &fine),
                                 keep_text(b, line->facts[i].value, &fine)};
  for (uint32_t i = 0; i < line->claim_count; i++) claims[i] = keep_text(b, line->claims[i], &fine);
  b->kept.lines[b->kept.count++] = (struct imp_line){.number = line->number,
                                                     .code = keep_text(b, line->code, &fine),
                                                     .from = keep_text(b, line->from, &fine),
                                                     .into = keep_text(b, line->into, &fine),
                                                     .on = keep_text(b, line->on, &fine),
                                                     .value = keep_text(b, line->value, &fine),
                                                     .facts = facts,
                                                     .fact_count = line->fact_count,
                                                     .claims = claims,
                                                     .claim_count = line->claim_count};
  return fine;
}

static enum imp_status close_entry(struct batch *b, struct imp_error *err) {
  struct imp_fees *fees = NULL;
  enum imp_status status = IMP_OK;
  if (b->entry_name == NULL) return IMP_OK;
  bool whole = b->only == 0; /* one line of it has no fees of its own */
  if (whole && !b->too_many)
    status = imp_entry_fees(b->cli->law, &b->cli->query, b->kept.lines, NULL,
                            (uint32_t)b->kept.count, &fees, err);
  if (whole && status == IMP_OK)
    status = imp_report_entry(b->report, b->entry_name, fees, &b->text, err);
  imp_fees_free(fees);
  let_go(b);
  b->too_many = false;
  mem_free(b->entry_name);
  b->entry_name = NULL;
  return status == IMP_OK ? put(b, err) : status;
}

static enum imp_status open_entry(struct batch *b, const char *name, struct imp_error *err) {
  size_t n = strlen(name) + 1;
  b->entry_name = mem_alloc(n);
  if (b->entry_name == NULL) return error_no_memory(err);
  memcpy(b->entry_name, name, n);
  return IMP_OK;
}

/* ---- rows of one line ------------------------------------------------------------------------ */

static bool is_special(const struct item *i) {
  const char *c = i->record->line.code;
  return c != NULL && c[0] == '9' && (c[1] == '8' || c[1] == '9');
}

static bool add_claim_of(struct item *goods, const struct item *special) {
  goods->record->arena = &goods->arena; /* the item may have moved since it was read */
  return record_add_claim(goods->record, str_of(special->record->line.code));
}

/* Reports the items held: one line, or the rows of one line of ES-003. Then only what fees need is kept. */
static enum imp_status flush_rows(struct batch *b, struct imp_error *err) {
  bool goods = false;
  for (uint32_t i = 0; i < b->count; i++) goods = goods || !is_special(&b->items[i]);
  bool grouped = goods && b->columns.at[FIELD_ORDINAL] != UINT32_MAX;
  for (uint32_t i = 0; grouped && i < b->count; i++)
    for (uint32_t k = 0; is_special(&b->items[i]) && k < b->count; k++)
      if (!is_special(&b->items[k]) && !add_claim_of(&b->items[k], &b->items[i]))
        return error_no_memory(err);
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; status == IMP_OK && i < b->count; i++) {
    if (!grouped || !is_special(&b->items[i])) status = report_item(b, &b->items[i], err);
    bool keep = b->items[i].counts && !b->too_many;
    if (status == IMP_OK && keep && !keep_line(b, &b->items[i].record->line))
      status = error_no_memory(err);
  }
  for (uint32_t i = 0; i < b->count; i++) arena_free(&b->items[i].arena);
  b->count = 0;
  return status;
}

static bool same_line(const struct batch *b, const struct item *next) {
  if (b->columns.at[FIELD_ORDINAL] == UINT32_MAX || b->columns.at[FIELD_LINE] == UINT32_MAX)
    return false;
  if (b->count == 0 || b->count >= ROWS_MOST) return false;
  return b->items[b->count - 1].record->line.number == next->record->line.number;
}

static bool same_entry(const struct batch *b, const struct item *next) {
  if (b->entry_name == NULL) return false;
  if (b->columns.at[FIELD_ENTRY] == UINT32_MAX && !b->json) return true;
  const char *name = next->record->line.entry;
  if (name == NULL && next->sheet_wrong != NULL) return true; /* its entry could not be read */
  return strcmp(name != NULL ? name : "", b->entry_name) == 0;
}

static enum imp_status make_room(struct batch *b, struct imp_error *err) {
  if (b->kept.count >= ENTRY_LINES_MOST) {
    b->too_many = true;
    arena_free(&b->kept.arena);
    b->kept.count = 0;
  }
  void *items = b->items;
  if (!mem_grow(&items, &b->cap, b->count + 1, sizeof *b->items)) return error_no_memory(err);
  b->items = items;
  return IMP_OK;
}

/* Closes what the item does not belong to, then takes it in: from then on the batch owns it. */
static enum imp_status take_item(struct batch *b, const struct item *next, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  bool entry = same_entry(b, next);
  if (!entry || !same_line(b, next)) status = flush_rows(b, err);
  if (status == IMP_OK && !entry) status = close_entry(b, err);
  const char *name = next->record->line.entry;
  if (status == IMP_OK && !entry) status = open_entry(b, name != NULL ? name : "", err);
  if (status == IMP_OK) status = make_room(b, err);
  if (status == IMP_OK) b->items[b->count++] = *next;
  return status;
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool copy_cells(struct arena *a, const struct sheet_record *row, uint32_t columns,
                       struct item *out) {
  out->cells = arena_array(a, columns + 1u, sizeof *out->cells);
  if (out->cells == NULL) return false;
  for (uint32_t i = 0; i < columns; i++) {
    out->cells[i] = i < row->count ? str_dup(a, str_of(row->cells[i])) : "";
    if (out->cells[i] == NULL) return false;
  }
  return true;
}

/* More or fewer cells than names means that values stand under wrong names. Empty ones do no harm. */
static bool check_width(struct batch *b, const struct sheet_record *row, struct item *out) {
  uint32_t count = row->count;
  while (count > b->columns.count && row->cells[count - 1][0] == '\0') count--;
  if (count == b->columns.count) return true;
  return record_fail(out->record, "input.cells",
                     "see whether a comma or quote is missing or too many",
                     "the line has %u cells, the first line names %u", (unsigned)row->count,
                     (unsigned)b->columns.count);
}

static bool read_cells(struct batch *b, struct arena *a, const struct sheet_record *row,
                       struct item *out) {
  if (!copy_cells(a, row, b->columns.count, out)) return false;
  if (row->wrong == NULL && !check_width(b, row, out)) return false;
  bool usable = row->wrong == NULL && out->record->wrong == NULL;
  for (uint32_t i = 0; i < b->columns.count; i++) {
    enum field f = b->columns.fields[i];
    if (!usable && f != FIELD_ENTRY && f != FIELD_LINE && f != FIELD_CODE) continue;
    if (str_utf8_valid(str_of(out->cells[i]), NULL) &&
        !record_set(out->record, f, b->columns.facts[i], out->cells[i]))
      return false;
  }
  return !usable || record_finish(out->record);
}

/* A JSON line has no columns of its own: those of the usual names are carried. */
static bool read_json(struct arena *a, const struct sheet_record *row, struct item *out) {
  if (row->wrong == NULL && !jsonl_read(str_of(row->cells[0]), out->record)) return false;
  if (out->record->wrong == NULL && row->wrong == NULL && !record_finish(out->record)) return false;
  const struct imp_line *l = &out->record->line;
  const char *cells[] = {l->entry, l->code, l->from, l->on, l->value};
  out->cells = arena_array(a, 6, sizeof *out->cells);
  if (out->cells == NULL) return false;
  for (int i = 0; i < 5; i++) out->cells[i] = cells[i] != NULL ? cells[i] : "";
  return true;
}

/* A day is never guessed: a line without one is answered only when --on says which. */
static bool check_day(const struct batch *b, struct item *out) {
  struct record *r = out->record;
  if (r->line.on != NULL || b->cli->query.on != NULL || out->sheet_wrong != NULL) return true;
  return record_fail(r, "refuse.date",
                     "add the day of entry to the line, or --on DATE for all lines without one",
                     "there is no day of entry");
}

static enum imp_status read_item(struct batch *b, const struct sheet_record *row, struct item *out,
                                 struct imp_error *err) {
  out->record = arena_alloc(&out->arena, sizeof *out->record);
  if (out->record == NULL) return error_no_memory(err);
  record_start(out->record, &out->arena, ++b->number);
  if (row->wrong != NULL) {
    out->sheet_wrong = str_dup(&out->arena, str_of(row->wrong));
    if (out->sheet_wrong == NULL) return error_no_memory(err);
  }
  bool ok = b->json ? read_json(&out->arena, row, out) : read_cells(b, &out->arena, row, out);
  ok = ok && check_day(b, out);
  out->record->arena =
      NULL; /* the item moves: texts stay where they are, the arena's head does not */
  return ok ? IMP_OK : error_no_memory(err);
}

static enum imp_status next_item(struct batch *b, const struct sheet_record *row,
                                 struct imp_error *err) {
  struct item next = {.file_line = row->line};
  enum imp_status status = read_item(b, row, &next, err);
  if (status == IMP_OK) status = take_item(b, &next, err);
  if (status != IMP_OK) arena_free(&next.arena);
  return status;
}

static enum imp_status read_rows(struct batch *b, struct imp_error *err) {
  struct sheet_record row;
  for (;;) {
    enum sheet_status t = sheet_next(&b->sheet, &row, err);
    if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
    if (t == SHEET_END) break;
    enum imp_status status = next_item(b, &row, err);
    if (status != IMP_OK) return status;
    progress(b);
  }
  enum imp_status status = flush_rows(b, err);
  return status == IMP_OK ? close_entry(b, err) : status;
}

/* ---- the heading line ------------------------------------------------------------------------ */

static enum imp_status no_day(const struct batch *b, struct imp_error *err) {
  struct buf seen = {0};
  columns_seen(&b->columns, &seen);
  error_set(err, IMP_USAGE, "usage.date",
            "add --on DATE, or a column for it: on, date, Entry Date, Import Date, Arrival Date",
            "%s: no column for the day of entry; the first line names: %s", b->file,
            seen.n > 0 ? seen.p : "nothing");
  buf_free(&seen);
  return IMP_USAGE;
}

static enum imp_status read_heading(struct batch *b, struct imp_error *err) {
  struct sheet_record row;
  enum sheet_status t = sheet_next(&b->sheet, &row, err);
  if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
  if (t == SHEET_END)
    return error_set(err, IMP_IO, "input.empty",
                     "the first line names the columns: code, from, on, value, ...", "%s is empty",
                     b->file);
  if (row.wrong != NULL)
    return error_set(err, IMP_IO, "input.heading", "save the file as CSV in UTF-8", "%s:%llu: %s",
                     b->file, (unsigned long long)row.line, row.wrong);
  enum imp_status status = columns_read(&b->head, row.cells, row.count, b->file, &b->columns, err);
  b->cli->report.columns = b->columns.names;
  b->cli->report.column_count = b->columns.count;
  if (status == IMP_OK && b->columns.at[FIELD_ON] == UINT32_MAX && b->cli->query.on == NULL)
    return no_day(b, err);
  return status;
}

static enum imp_status start_json(struct batch *b) {
  static const char *const names[] = {"entry", "code", "from", "on", "value"};
  for (int f = 0; f < FIELD_COUNT; f++) b->columns.at[f] = UINT32_MAX;
  b->sheet.separator = '\n'; /* a record is a line and one cell */
  b->cli->report.columns = names;
  b->cli->report.column_count = 5;
  return IMP_OK;
}

static bool ends_with(const char *name, const char *ending) {
  size_t n = strlen(name), e = strlen(ending);
  return n >= e && strcmp(name + n - e, ending) == 0;
}

static enum imp_status start(struct batch *b, struct imp_error *err) {
  int first = sheet_peek(&b->sheet);
  b->json = first == '{' || (first < 0 && ends_with(b->file, ".jsonl"));
  if (first < 0)
    return error_set(err, IMP_IO, "input.empty",
                     "the first line names the columns: code, from, on, value, ...", "%s is empty",
                     b->file);
  return b->json ? start_json(b) : read_heading(b, err);
}

/* ---- the run --------------------------------------------------------------------------------- */

/* Where the answer is not on the screen, one line says what became of the file. */
static void note_written(const struct batch *b) {
  struct imp_report_counts n = imp_report_count(b->report);
  if (b->cli->output.name == NULL) return;
  fprintf(stderr, "impost: %u %s", (unsigned)n.lines, n.lines == 1 ? "line" : "lines");
  if (n.refused > 0) fprintf(stderr, ", %u refused", (unsigned)n.refused);
  if (n.prohibited > 0) fprintf(stderr, ", %u may not enter", (unsigned)n.prohibited);
  fprintf(stderr, ", written to %s\n", b->cli->output.name);
}

static enum imp_status answer_all(struct batch *b, struct imp_error *err) {
  struct cli *cli = b->cli;
  cli->query.brief =
      b->only == 0; /* a file asks for the bills; one line of it for all there is to say */
  enum imp_status status = start(b, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK)
    status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK)
    status = imp_report_begin(cli->law, &cli->query, &cli->report, &b->report, &b->text, err);
  if (status == IMP_OK) status = read_rows(b, err);
  progress_end(b);
  if (status == IMP_OK && b->only > 0 && !b->found)
    status = cli_usage(cli, err, "%s has no line %u", b->file, (unsigned)b->only);
  if (status == IMP_OK) status = imp_report_end(b->report, &b->text, err);
  if (status == IMP_OK) status = put(b, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  if (status == IMP_OK) note_written(b);
  if (status == IMP_OK) cli_note_age(cli);
  return status;
}

static void batch_free(struct batch *b) {
  let_go(b);
  mem_free(b->items);
  mem_free(b->kept.lines);
  mem_free(b->entry_name);
  sheet_close(&b->sheet);
  arena_free(&b->head);
  imp_text_free(&b->text);
  imp_report_free(b->report);
}

static enum imp_status read_only(struct cli *cli, uint32_t *only, struct imp_error *err) {
  const char *text = cli_value(cli->args, OPTION_LINE);
  if (text == NULL) return IMP_OK;
  char *end = NULL;
  errno = 0;
  long n = strtol(text, &end, 10);
  if (*end != '\0' || n < 1 || n > 999999999 || errno != 0)
    return cli_usage(cli, err, "--line is a number from 1 on, not \"%s\"", text);
  *only = (uint32_t)n;
  return IMP_OK;
}

int batch_run(struct cli *cli, const char *file, struct imp_error *err) {
  bool standard = strcmp(file, "-") == 0;
  struct batch b = {.cli = cli, .file = standard ? "standard input" : file};
  enum imp_status status = read_only(cli, &b.only, err);
  if (status != IMP_OK) return (int)status;
  FILE *in = standard ? stdin : fopen(file, "rb");
  if (in == NULL)
    return (int)error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
                          "cannot read %s: %s", file, strerror(errno));
  sheet_open(&b.sheet, in, ends_with(file, ".tsv") ? '\t' : 0);
  cli->report.detail = b.only > 0 ? 1 : 0;
  if (cli->args->verb == VERB_WHY) cli->report.detail = 2;
  status = answer_all(&b, err);
  int code =
      status == IMP_OK ? imp_report_exit(b.report, cli_has(cli->args, OPTION_STRICT)) : (int)status;
  batch_free(&b);
  if (!standard) fclose(in);
  return code;
}
