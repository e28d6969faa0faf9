// SPDX-License-Identifier: Apache-2.0
// All lines of a file, as they come: see batch.h. One bad line never stops the others.
//
// Fees belong to entries, so what they need of its lines is kept until the entry ends; nothing else is. Lines alike are
// kept as one (kept.c); an entry of more than BATCH_ENTRY_LINES of them is let go and its fees are reported as not
// computed, so memory stays bounded for any file.

#include "cli/batch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/jsonl.h"
#include "cli/stream.h"

/* ---- reading --------------------------------------------------------------------------------- */

void batch_progress(struct batch *b) {
  if (b->number < b->printed + 2000 || !isatty(STDERR_FILENO)) return;
  if (b->cli->output.name == NULL && isatty(STDOUT_FILENO)) return;
  b->printed = b->number;
  fprintf(stderr, "\r  %u lines", b->number);
}

static void progress_end(const struct batch *b) {
  if (b->printed > 0) fprintf(stderr, "\r%20s\r", "");
}

static enum imp_status read_rows(struct batch *b, struct imp_error *err) {
  struct sheet_record row;
  enum imp_status first = b->has_first ? batch_row(b, &b->first, err) : IMP_OK;
  if (first != IMP_OK) return first;
  for (;;) {
    enum sheet_status t = sheet_next(&b->sheet, &row, err);
    if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
    if (t == SHEET_END) return batch_rows_end(b, err);
    enum imp_status status = batch_row(b, &row, err);
    if (status != IMP_OK) return status;
    batch_progress(b);
  }
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
  if (status == IMP_OK && b->expect != NULL)
    status = columns_expect(&b->columns, b->expect, b->file, err);
  if (status == IMP_OK) columns_tell(&b->columns, b->file);
  b->cli->report.columns = b->columns.names;
  b->cli->report.column_count = b->columns.count;
  if (status == IMP_OK && b->columns.at[FIELD_ON] == UINT32_MAX && b->cli->query.on == NULL)
    return no_day(b, err);
  return status;
}

static bool is_usual(const char *key) {
  const char *fact;
  enum field f = columns_field(key, &fact);
  return f == FIELD_ENTRY || f == FIELD_CODE || f == FIELD_FROM || f == FIELD_ON ||
         f == FIELD_VALUE;
}

/* The columns of JSON lines: the usual five, then the other keys of the first line as they stand there. */
static bool name_columns(struct batch *b, struct str text) {
  static const char *const usual[BATCH_JSON_USUAL] = {"entry", "code", "from", "on", "value"};
  struct jsonl_members m = {.count = 0};
  if (b->first.wrong == NULL && !jsonl_members(text, &b->head, &m)) return false;
  b->names = arena_array(&b->head, BATCH_JSON_USUAL + m.count, sizeof *b->names);
  if (b->names == NULL) return false;
  for (uint32_t i = 0; i < BATCH_JSON_USUAL; i++) b->names[b->name_count++] = usual[i];
  for (uint32_t i = 0; i < m.count; i++)
    if (!is_usual(m.names[i])) b->names[b->name_count++] = m.names[i];
  return true;
}

static enum imp_status start_json(struct batch *b, struct imp_error *err) {
  for (int f = 0; f < FIELD_COUNT; f++) b->columns.at[f] = UINT32_MAX;
  b->sheet.separator = '\n'; /* a record is a line and one cell */
  enum sheet_status t = sheet_next(&b->sheet, &b->first, err);
  if (t == SHEET_FAILED) return err->status != IMP_OK ? err->status : IMP_IO;
  b->has_first = t == SHEET_RECORD;
  bool text = b->has_first && b->first.wrong == NULL && b->first.count > 0;
  if (!name_columns(b, text ? str_of(b->first.cells[0]) : STR("{}"))) return error_no_memory(err);
  columns_tell_keys(b->names, b->name_count, b->file);
  b->cli->report.columns = b->names;
  b->cli->report.column_count = b->name_count;
  return IMP_OK;
}

static bool ends_with(const char *name, const char *form) {
  const char *ending = cli_ending(name);
  return ending != NULL && strcmp(ending, form) == 0;
}

static enum imp_status start(struct batch *b, struct imp_error *err) {
  int first = sheet_peek(&b->sheet);
  b->json = first == '{' || (first < 0 && ends_with(b->file, "jsonl"));
  if (first < 0)
    return error_set(err, IMP_IO, "input.empty",
                     "the first line names the columns: code, from, on, value, ...", "%s is empty",
                     b->file);
  return b->json ? start_json(b, err) : read_heading(b, err);
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
  b->cli->output.told = true;
}

/* A workbook is written by its library, which opens the part anew; what else is written here is text. */
static enum imp_status open_output(struct batch *b, struct imp_error *err) {
  struct cli *cli = b->cli;
  enum imp_status status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status != IMP_OK || !cli->workbook) return status;
  char path[PATH_MAX] = "";
  if (cli->output.plain) part_path(&cli->output.part, path);
  return xlsx_out_open(path, &cli->report, &b->book, err);
}

static enum imp_status close_output(struct batch *b, struct imp_error *err) {
  enum imp_status status = batch_put(b, err);
  if (status == IMP_OK && b->book != NULL)
    status = xlsx_out_close(b->book, b->cli->law, &b->cli->query, err);
  return status == IMP_OK ? output_close(&b->cli->output, err) : status;
}

bool batch_wants_fees(const struct batch *b) {
  bool table = b->cli->report.format == IMP_CSV || b->cli->report.format == IMP_TSV;
  return !table || b->cli->report.by != 0 || b->cli->output.name != NULL;
}

/* A table of lines has no place for sums: with -o they stand on standard output. */
static enum imp_status print_summary(struct batch *b, struct imp_error *err) {
  const struct cli *cli = b->cli;
  bool table = cli->report.format == IMP_CSV || cli->report.format == IMP_TSV;
  if (!table || b->only > 0 || cli_value(cli->args, OPTION_OUTPUT) == NULL) return IMP_OK;
  if (cli->output.name == NULL) return IMP_OK;
  enum imp_status status = imp_report_summary(b->report, &b->text, err);
  if (status == IMP_OK && b->text.n > 0) fwrite(b->text.p, 1, b->text.n, stdout);
  return status;
}

static enum imp_status begin_report(struct batch *b, struct imp_error *err) {
  struct cli *cli = b->cli;
  enum imp_status status = IMP_OK;
  b->fees_sum =
      !cli->entries && imp_fees_add_up(cli->law); /* a summary names what each line bears */
  if (cli->entries)
    status =
        imp_entry_summary_begin(cli->law, &cli->query, &cli->report, &b->summary, &b->text, err);
  if (status != IMP_OK) return status;
  return imp_report_begin(cli->law, &cli->query, &cli->report, &b->report,
                          cli->entries ? &b->dropped : &b->text, err);
}

static enum imp_status end_report(struct batch *b, struct imp_error *err) {
  struct imp_text *text = b->summary != NULL ? &b->dropped : &b->text;
  enum imp_status status = imp_report_end(b->report, text, err);
  if (status != IMP_OK || b->summary == NULL) return status;
  return imp_entry_summary_end(b->summary, &b->text, err);
}

static enum imp_status answer_all(struct batch *b, struct imp_error *err) {
  struct cli *cli = b->cli;
  cli->query.additional = false; /* sums over lines are of one money */
  cli->query.brief =
      b->only == 0; /* a file asks for the bills; one line of it for all there is to say */
  enum imp_status status = cli_open_law(cli, err); /* its facts name columns */
  if (status == IMP_OK) status = start(b, err);
  if (status == IMP_OK) status = open_output(b, err);
  if (status == IMP_OK) status = begin_report(b, err);
  if (status == IMP_OK) status = stream_fits(b) ? stream_run(b, err) : read_rows(b, err);
  progress_end(b);
  if (status == IMP_OK && b->only > 0 && !b->found)
    status = cli_usage(cli, err, "%s has no line %u", b->file, (unsigned)b->only);
  if (status == IMP_OK) status = end_report(b, err);
  if (status == IMP_OK) status = close_output(b, err);
  if (status == IMP_OK) note_written(b);
  if (status == IMP_OK) status = print_summary(b, err);
  if (status == IMP_OK) cli_note_age(cli);
  return status;
}

static void batch_free(struct batch *b) {
  batch_rows_free(b);
  batch_work_free(b);
  xlsx_out_free(b->book);
  sheet_close(&b->sheet);
  arena_free(&b->head);
  imp_text_free(&b->text);
  imp_text_free(&b->dropped);
  imp_entry_summary_free(b->summary);
  imp_report_free(b->report);
}

/* ---- options --------------------------------------------------------------------------------- */

static enum imp_status read_count(struct cli *cli, enum cli_option_id id, long most, uint32_t *out,
                                  struct imp_error *err) {
  const char *text = cli_value(cli->args, id);
  if (text == NULL) return IMP_OK;
  char *end = NULL;
  errno = 0;
  long n = strtol(text, &end, 10);
  if (*end != '\0' || n < 1 || n > most || errno != 0)
    return cli_usage(cli, err, "--%s is a number from 1 on, not \"%s\"", cli_options[id].name,
                     text);
  *out = (uint32_t)n;
  return IMP_OK;
}

static enum imp_status read_by(struct cli *cli, struct imp_error *err) {
  static const char *const words[] = {"programme", "month", "origin", "chapter", "entry", "status"};
  const struct cli_values *given = &cli->args->options[OPTION_BY];
  for (uint32_t i = 0; i < given->count; i++) {
    uint32_t k = 0;
    while (k < 6 && strcmp(words[k], given->items[i]) != 0) k++;
    if (k == 6)
      return cli_usage(cli, err,
                       "--by is programme, month, origin, chapter, entry or status, not \"%s\"",
                       given->items[i]);
    cli->report.by |= 1u << k;
  }
  return IMP_OK;
}

/* As many threads as cores. */
static void choose_jobs(struct batch *b) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  if (b->jobs == 0) b->jobs = cores < 1 ? 1 : (uint32_t)cores;
  if (b->jobs > BATCH_JOBS_MOST) b->jobs = BATCH_JOBS_MOST;
  b->chunk = BATCH_CHUNK;
}

static enum imp_status read_options(struct batch *b, struct imp_error *err) {
  struct cli *cli = b->cli;
  enum imp_status status = read_count(cli, OPTION_LINE, 999999999, &b->only, err);
  if (status == IMP_OK) status = read_count(cli, OPTION_JOBS, 1024, &b->jobs, err);
  if (status == IMP_OK) status = read_by(cli, err);
  if (status == IMP_OK && cli->report.by != 0 && b->only > 0)
    status = cli_usage(cli, err, "--by adds up a file, --line asks for one line of it");
  b->expect = cli_value(cli->args, OPTION_EXPECT);
  if (status == IMP_OK && cli->entries && (b->only > 0 || cli->report.by != 0 || b->expect != NULL))
    status =
        cli_usage(cli, err, "-O 7501 is of whole entries; leave out --line, --by and --expect");
  cli->report.expect = b->expect != NULL;
  cli->report.detail = b->only > 0 ? 1 : 0;
  if (cli->args->verb == VERB_WHY) cli->report.detail = 2;
  return status;
}

int batch_run(struct cli *cli, const char *file, struct imp_error *err) {
  bool standard = strcmp(file, "-") == 0;
  struct batch b = {.cli = cli, .file = standard ? "standard input" : file};
  enum imp_status status = read_options(&b, err);
  if (status != IMP_OK) return (int)status;
  FILE *in = standard ? stdin : fopen(file, "rb");
  if (in == NULL)
    return (int)error_set(err, IMP_IO, "io.read", "see that the file is there and may be read",
                          "cannot read %s: %s", file, strerror(errno));
  setvbuf(in, NULL, _IONBF, 0); /* blocks are read past it */
  sheet_open(&b.sheet, in, ends_with(file, "tsv") ? '\t' : 0);
  choose_jobs(&b);
  status = answer_all(&b, err);
  int code =
      status == IMP_OK ? imp_report_exit(b.report, cli_has(cli->args, OPTION_STRICT)) : (int)status;
  batch_free(&b);
  if (!standard) fclose(in);
  return code;
}
