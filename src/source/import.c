// SPDX-License-Identifier: Apache-2.0
// A further edition, from the file to the tables: the order of the steps, and what is said at the end.
//
// Nothing is written before everything has been understood. The local file of texts comes last: should it
// fail, the tables stand, and the error says so.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "impost/import.h"
#include "source/load.h"

struct importing {
  const struct imp_import_options *o;
  imp_day day;
  struct source_tables held, next; /* next: the same, then folded */
  struct source_list corrections;
  struct arena arena; /* corrections */
  struct source_loaded before, edition;
  const char *texts; /* path that `before` came from, or NULL */
  bool held_already; /* the edition is the one that is held: only its texts are new */
  struct source_diff diff;
  struct source_moves moves;
  struct buf goods, goods_before, paths[2], note;
  struct imp_error *err;
};

static enum imp_status usage(struct importing *i, const char *next, const char *words) {
  return error_set(i->err, IMP_USAGE, "import.options", next, "%s", words);
}

/* The name stands in the head of the table, between " to " and ";". */
static bool good_name(const char *name) {
  struct str s = str_of(name);
  for (size_t i = 0; i < s.n; i++) {
    if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f || s.p[i] == ';' || s.p[i] == '"') {
      return false;
    }
  }
  return s.n > 0 && s.n <= 80 && strstr(name, " to ") == NULL && str_utf8_valid(s, NULL);
}

static enum imp_status check_options(struct importing *i) {
  const struct imp_import_options *o = i->o;
  if (o->file == NULL || o->law == NULL) {
    return usage(i, "Name the export.", "No file to import.");
  }
  if (o->date == NULL || !day_parse(str_of(o->date), &i->day)) {
    return usage(i, "Say --date YYYY-MM-DD: the first day of the edition.",
                 "The edition has no date.");
  }
  if (o->name == NULL || !good_name(o->name)) {
    return usage(i, "Say --name \"2026 revision 11\".",
                 "The edition has no name, or not a plain one.");
  }
  return IMP_OK;
}

static enum imp_status check_day(struct importing *i) {
  const struct source_table *was = &i->held.table;
  struct buf last = {0};
  bool same = was->count > 0 && i->day == was->last && i->edition.rows.count > 0 &&
              !source_table_differs(was, &i->edition.lines);
  if (was->count == 0 || i->day > was->last || same) {
    i->held_already = same;
    return IMP_OK;
  }
  day_print(was->last, &last);
  enum imp_status status =
      error_set(i->err, IMP_USAGE, "import.date", "Editions are imported in order, each once.",
                "The tables hold the edition of %s (%.*s) already; this one is of %s%s.",
                last.failed ? "" : last.p, (int)was->last_name.n, was->last_name.p, i->o->date,
                i->day == was->last ? ", and is another" : "");
  buf_free(&last);
  return status;
}

/* ---- the texts before ---- */

static enum imp_status local_texts_in(struct importing *i, const char *path) {
  imp_day day = DAY_FIRST;
  source_loaded_free(&i->before);
  enum imp_status status = source_load_goods(&i->before, path, &day, i->err);
  if (status == IMP_OK && day == i->held.table.last && i->before.file.findings == 0) {
    i->texts = path;
  }
  return status;
}

/* The file of this machine, or the one it took the place of: a preview may have come first. */
static enum imp_status local_texts(struct importing *i) {
  if (i->goods.n == 0) return IMP_OK;
  enum imp_status status = local_texts_in(i, i->goods.p);
  return status == IMP_OK && i->texts == NULL ? local_texts_in(i, i->goods_before.p) : status;
}

static uint32_t strangers(const struct source_table *was, const struct source_lines *lines) {
  uint32_t n = 0;
  for (size_t i = 0; i < lines->count; i++) {
    const struct source_held *row = source_held_find(was, lines->items[i].code8);
    for (uint32_t j = 0; j < lines->items[i].count; j++) {
      n += source_window_find(row, lines->items[i].suffixes[j].value) == NULL;
    }
  }
  return n;
}

static enum imp_status named_texts(struct importing *i) {
  enum imp_status status = source_load_texts(&i->before, i->o->before, i->err);
  if (status != IMP_OK || i->before.file.findings > 0) {
    return status != IMP_OK
               ? status
               : error_set(i->err, IMP_USAGE, "import.before",
                           "Name the export of the edition held.", "%s: %s", i->o->before,
                           i->before.diags.count > 0 ? i->before.diags.items[0].message : "");
  }
  uint32_t n = strangers(&i->held.table, &i->before.lines);
  if (n > 0) {
    buf_printf(&i->note, "%u numbers of %s are not in the tables held: is it the last edition? ", n,
               i->o->before);
  }
  i->texts = i->o->before;
  return IMP_OK;
}

static enum imp_status find_texts(struct importing *i) {
  if (i->o->goods == NULL || i->o->goods[0] != '\0') {
    if (!source_goods_path(i->o->goods, &i->goods) && i->goods.failed) {
      return error_no_memory(i->err);
    }
    buf_printf(&i->goods_before, "%s.before", i->goods.n > 0 ? i->goods.p : "");
    if (i->goods_before.failed) return error_no_memory(i->err);
  }
  if (i->held.table.count == 0) {
    return IMP_OK;
  }
  return i->o->before != NULL ? named_texts(i) : local_texts(i);
}

/* ---- findings ---- */

static enum imp_status refuse(struct importing *i, struct buf *out) {
  struct source_file *f = &i->edition.file;
  if (i->o->json) {
    source_findings_json(f, out);
  } else {
    diag_print(&i->edition.diags, out);
    if (f->findings > i->edition.diags.count) {
      buf_printf(out, "and %zu more findings\n", f->findings - i->edition.diags.count);
    }
  }
  return error_set(i->err, IMP_FINDINGS, "import.refused",
                   "Nothing was written. Correct the export, or write a corrections file.",
                   "%s: %u finding%s.", i->o->file, f->findings, f->findings == 1 ? "" : "s");
}

/* ---- writing ---- */

/* The texts of the edition before make room, and stay at hand. */
static void set_aside(struct importing *i) {
  struct source_loaded there;
  imp_day day = DAY_FIRST;
  enum imp_status status = source_load_goods(&there, i->goods.p, &day, NULL);
  if (status == IMP_OK && day != DAY_FIRST && day < i->day) {
    (void)rename(i->goods.p, i->goods_before.p); /* without it the next import asks for --before */
  }
  source_loaded_free(&there);
}

static enum imp_status write_goods(struct importing *i) {
  struct buf text = {0};
  source_goods_print(&i->edition.rows, i->day, i->o->name, &text);
  enum imp_status status =
      text.failed ? error_no_memory(i->err) : source_make_folders(i->goods.p, i->err);
  if (status == IMP_OK) {
    set_aside(i);
    status = file_write_whole(i->goods.p, buf_str(&text), i->err);
  }
  buf_free(&text);
  if (status == IMP_IO && i->err != NULL && !i->held_already) {
    strcpy(i->err->next, "The tables are written; only the descriptions are not.");
  }
  return status;
}

static enum imp_status write_tables(struct importing *i, struct source_summary *s) {
  if (i->held_already || i->o->out == NULL) return IMP_OK;
  enum imp_status status = source_tables_write(&i->next, i->o->out, i->err);
  if (status == IMP_OK) {
    buf_printf(&i->paths[0], "%s/us/schedule.tsv", i->o->out);
    buf_printf(&i->paths[1], "%s/us/renumbered.tsv", i->o->out);
    s->written[0] = i->paths[0].p;
    s->written[1] = i->paths[1].p;
  }
  return status;
}

static enum imp_status write_all(struct importing *i, struct source_summary *s) {
  enum imp_status status = write_tables(i, s);
  bool tables = s->written[0] != NULL;
  if (status == IMP_OK && i->goods.n > 0 && (tables || i->held_already)) {
    status = write_goods(i);
    s->written[tables ? 2 : 0] = status == IMP_OK ? i->goods.p : NULL;
  }
  return status;
}

static void make_note(struct importing *i) {
  uint32_t ended = 0;
  for (size_t k = 0; k < i->moves.count; k++) {
    ended += i->moves.items[k].kind == SOURCE_ENDED;
  }
  if (i->held_already) buf_puts(&i->note, "the tables hold this edition already. ");
  if (i->edition.rows.padded > 0) {
    buf_printf(&i->note, "six-digit numbers that lost a 0 at the end in a spreadsheet: %u. ",
               i->edition.rows.padded);
  }
  if (i->edition.rows.rounded > 0) {
    buf_printf(&i->note, "rates rounded by a spreadsheet, where the exact ones held stand: %u. ",
               i->edition.rows.rounded);
  }
  if (i->texts == NULL && ended > 0) {
    buf_puts(&i->note,
             "where goods went is read from the texts of the edition before, which are not "
             "here: give its export with --before.");
  }
}

static enum imp_status conclude(struct importing *i, struct buf *out) {
  struct source_summary s = {.file = i->o->file, .name = i->o->name, .day = i->day};
  s.was = &i->held.table;
  s.diff = &i->diff;
  s.moves = &i->moves;
  s.lines = i->edition.lines.count;
  s.numbers = source_numbers_count(&i->edition.lines);
  s.texts = i->texts;
  make_note(i);
  while (i->note.n > 0 && i->note.p[i->note.n - 1] == ' ') {
    i->note.p[--i->note.n] = '\0';
  }
  s.note = i->note.n > 0 ? i->note.p : NULL;
  enum imp_status status = i->o->dry_run ? IMP_OK : write_all(i, &s);
  if (status == IMP_OK || s.written[0] != NULL) {
    (i->o->json ? source_summary_json : source_summary_text)(&s, out);
  }
  return status;
}

/* ---- the steps ---- */

static enum imp_status read_inputs(struct importing *i) {
  enum imp_status status = source_tables_read(&i->held, i->o->law, i->err);
  if (status == IMP_OK && i->day < i->held.table.last) {
    status = check_day(i);
  }
  if (status == IMP_OK) {
    status = source_tables_read(&i->next, i->o->law, i->err);
  }
  if (status == IMP_OK && i->o->corrections != NULL) {
    status = source_list_read(&i->arena, i->o->corrections, true, &i->corrections, i->err);
  }
  return status == IMP_OK ? find_texts(i) : status;
}

static enum imp_status run(struct importing *i, struct buf *out) {
  enum imp_status status = check_options(i);
  if (status == IMP_OK) {
    status = read_inputs(i);
  }
  if (status != IMP_OK) {
    return status;
  }
  const struct source_fixes *fixes =
      i->corrections.count > 0 ? &i->corrections.items[0].fixes : NULL;
  const struct source_lines *before = i->texts != NULL ? &i->before.lines : NULL;
  status = source_load(&i->edition, i->o->file, fixes, &i->held.table, before, i->err);
  if (status == IMP_OK && i->edition.file.findings > 0) {
    return refuse(i, out);
  }
  if (status == IMP_OK) status = check_day(i);
  if (status == IMP_OK && !source_diff_make(&i->held.table, &i->edition.lines, &i->diff)) {
    status = error_no_memory(i->err);
  }
  if (status == IMP_OK && !i->held_already) {
    status = source_tables_fold(&i->next, &i->edition, before, fixes, i->day, i->o->name, &i->moves,
                                i->err);
  }
  return status == IMP_OK ? conclude(i, out) : status;
}

static void release(struct importing *i) {
  source_diff_free(&i->diff);
  source_moves_free(&i->moves);
  source_loaded_free(&i->edition);
  source_loaded_free(&i->before);
  source_tables_free(&i->held);
  source_tables_free(&i->next);
  source_list_free(&i->corrections);
  arena_free(&i->arena);
  buf_free(&i->goods);
  buf_free(&i->goods_before);
  buf_free(&i->paths[0]);
  buf_free(&i->paths[1]);
  buf_free(&i->note);
}

enum imp_status imp_import_hts(const struct imp_import_options *options, struct imp_text *out,
                               struct imp_error *err) {
  struct importing i = {.o = options, .err = err};
  struct buf text = {.p = out->p, .n = out->n, .cap = out->cap};
  enum imp_status status = run(&i, &text);
  if (text.failed || i.note.failed || i.paths[0].failed || i.paths[1].failed) {
    status = error_no_memory(err);
  }
  release(&i);
  *out = (struct imp_text){text.p, text.n, text.cap};
  return status;
}
