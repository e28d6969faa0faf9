// SPDX-License-Identifier: Apache-2.0
// Corrections of an export, and lists of editions to be replayed: a small line language (docs/import.md).
//
//   edition 2026-01-30 "2026 revision 2" hts_2026_rev_2.json      (lists only; - for no day of its own)
//     keep 7602.00.00.35                      the export forgot it: as the tables hold it
//     take 4420.19.00.00 from OTHER.json      the export forgot it: as another edition has it
//     drop 9401.99.30.30                      a row that is a slip
//     renumbered 8541.29.00.75 to 8541.29.00.65 partial
//     rate "as the widget" reads ?parent-article
//     unit "widgets" reads No
//
// The idea: what a person decided about an export stands in a file that is reviewed and kept, so that the
// same export gives the same tables again.
#include <string.h>

#include "base/file.h"
#include "names/names.h"
#include "source/source.h"

struct parsing {
  struct arena *arena;
  const char *path;
  struct str folder; /* of path, with its slash */
  uint32_t line;
  struct str rest; /* of the line */
  struct source_list *out;
  struct imp_error *err;
};

static enum imp_status fault(struct parsing *p, const char *words) {
  return error_set(p->err, IMP_USAGE, "import.corrections", "See docs/import.md for the lines.",
                   "%s:%u: %s", p->path, p->line, words);
}

static struct str word(struct parsing *p) {
  p->rest = str_trim(p->rest);
  long blank = str_find(p->rest, ' ');
  struct str w = str_sub(p->rest, 0, blank < 0 ? p->rest.n : (size_t)blank);
  p->rest = str_trim(str_sub(p->rest, w.n, p->rest.n));
  return w;
}

static bool number(struct parsing *p, uint64_t *code) {
  uint32_t digits;
  return source_number(word(p), code, &digits) && digits == 10;
}

static bool quoted(struct parsing *p, struct str *out) {
  p->rest = str_trim(p->rest);
  if (p->rest.n < 2 || p->rest.p[0] != '"') {
    return false;
  }
  *out = str_sub(p->rest, 1, p->rest.n);
  long end = str_find(*out, '"');
  if (end < 0) {
    return false;
  }
  p->rest = str_sub(*out, (size_t)end + 1, out->n);
  *out = str_sub(*out, 0, (size_t)end);
  return out->n > 0;
}

/* The rest of the line as a file beside this one; NULL: out of memory. */
static const char *file_name(struct parsing *p) {
  struct str name = str_trim(p->rest);
  size_t folder = name.n > 0 && name.p[0] == '/' ? 0 : p->folder.n;
  char *path = arena_alloc(p->arena, folder + name.n + 1);
  if (path != NULL) {
    memcpy(path, p->folder.p, folder);
    memcpy(path + folder, name.p, name.n);
  }
  p->rest = (struct str){NULL, 0};
  return path;
}

static struct source_fixes *fixes_of(struct parsing *p) {
  return p->out->count > 0 ? &p->out->items[p->out->count - 1].fixes : NULL;
}

static enum imp_status add_fix(struct parsing *p, const struct source_fix *fix) {
  struct source_fixes *fixes = fixes_of(p);
  void *items = fixes->items;
  if (!mem_grow(&items, &fixes->cap, fixes->count + 1, sizeof *fixes->items)) {
    return error_no_memory(p->err);
  }
  fixes->items = items;
  fixes->items[fixes->count++] = *fix;
  return p->rest.n > 0 ? fault(p, "words behind the end of the correction") : IMP_OK;
}

static enum imp_status add_edition(struct parsing *p, const struct source_edition *edition) {
  void *items = p->out->items;
  if (!mem_grow(&items, &p->out->cap, p->out->count + 1, sizeof *p->out->items)) {
    return error_no_memory(p->err);
  }
  p->out->items = items;
  p->out->items[p->out->count++] = *edition;
  return IMP_OK;
}

static enum imp_status edition_line(struct parsing *p) {
  struct source_edition e = {.day = DAY_FIRST};
  struct str day = word(p), name;
  e.dated = !str_eq(day, STR("-"));
  if ((e.dated && !day_parse(day, &e.day)) || !quoted(p, &name) || str_trim(p->rest).n == 0) {
    return fault(p, "write: edition YYYY-MM-DD \"NAME\" FILE");
  }
  e.name = str_dup(p->arena, name);
  e.path = file_name(p);
  return e.name == NULL || e.path == NULL ? error_no_memory(p->err) : add_edition(p, &e);
}

static enum imp_status take_line(struct parsing *p) {
  struct source_fix fix = {.kind = SOURCE_TAKE};
  if (!number(p, &fix.code) || !str_eq(word(p), STR("from")) || p->rest.n == 0) {
    return fault(p, "write: take NUMBER from FILE");
  }
  fix.path = file_name(p);
  return fix.path == NULL ? error_no_memory(p->err) : add_fix(p, &fix);
}

static enum imp_status renumbered_line(struct parsing *p) {
  struct source_fix fix = {.kind = SOURCE_RENUMBERED};
  if (!number(p, &fix.code) || !str_eq(word(p), STR("to")) || !number(p, &fix.to)) {
    return fault(p, "write: renumbered NUMBER to NUMBER, with partial behind it or not");
  }
  fix.partial = str_eq(p->rest, STR("partial"));
  p->rest = fix.partial ? (struct str){NULL, 0} : p->rest;
  return add_fix(p, &fix);
}

static enum imp_status number_line(struct parsing *p, enum source_fix_kind kind) {
  struct source_fix fix = {.kind = kind};
  if (!number(p, &fix.code)) {
    return fault(p, "write ten digits, as in 8507.60.00.10");
  }
  return add_fix(p, &fix);
}

static enum imp_status reads_line(struct parsing *p, bool unit) {
  struct source_readings *r = &fixes_of(p)->readings;
  struct source_reading one = {.unit = unit};
  struct str canonical;
  if (!quoted(p, &one.printed) || !str_eq(word(p), STR("reads")) || p->rest.n == 0) {
    return fault(p, "write: rate \"TEXT\" reads RATE, or unit \"TEXT\" reads UNIT");
  }
  one.reads = p->rest;
  if (unit ? !names_unit(one.reads, &canonical) || !str_eq(one.reads, canonical)
           : !source_rate_reads(one.reads)) {
    return fault(p, unit ? "this is no unit of the tables" : "this is no rate of the tables");
  }
  void *items = r->items;
  if (!mem_grow(&items, &r->cap, r->count + 1, sizeof *r->items)) {
    return error_no_memory(p->err);
  }
  r->items = items;
  r->items[r->count++] = one;
  return IMP_OK;
}

static enum imp_status one_line(struct parsing *p, bool corrections_only) {
  struct str first = word(p);
  if (str_eq(first, STR("edition"))) {
    return corrections_only ? fault(p, "a corrections file is of one edition") : edition_line(p);
  }
  if (fixes_of(p) == NULL) {
    return fault(p, "a correction before the first edition");
  }
  if (str_eq(first, STR("keep")) || str_eq(first, STR("drop"))) {
    return number_line(p, str_eq(first, STR("keep")) ? SOURCE_KEEP : SOURCE_DROP);
  }
  if (str_eq(first, STR("take"))) {
    return take_line(p);
  }
  if (str_eq(first, STR("renumbered"))) {
    return renumbered_line(p);
  }
  if (str_eq(first, STR("rate")) || str_eq(first, STR("unit"))) {
    return reads_line(p, str_eq(first, STR("unit")));
  }
  return fault(p, "a line begins with edition, keep, take, drop, renumbered, rate or unit");
}

static struct str folder_of(const char *path) {
  const char *slash = strrchr(path, '/');
  return (struct str){path, slash == NULL ? 0 : (size_t)(slash - path) + 1};
}

enum imp_status source_list_read(struct arena *a, const char *path, bool corrections_only,
                                 struct source_list *out, struct imp_error *err) {
  struct parsing p = {.arena = a, .path = path, .folder = folder_of(path), .out = out, .err = err};
  struct source_edition one = {.day = DAY_FIRST};
  struct str bytes = {NULL, 0}, line;
  *out = (struct source_list){0};
  enum imp_status status = file_read(a, path, (size_t)1 << 20, &bytes, err);
  if (status == IMP_OK && corrections_only) {
    status = add_edition(&p, &one);
  }
  while (status == IMP_OK && bytes.n > 0 && str_split(&bytes, '\n', &line)) {
    p.line++;
    p.rest = str_trim(line);
    if (p.rest.n > 0 && p.rest.p[0] != '#') {
      status = one_line(&p, corrections_only);
    }
  }
  if (status != IMP_OK) {
    source_list_free(out);
  }
  return status;
}

void source_list_free(struct source_list *list) {
  for (size_t i = 0; i < list->count; i++) {
    mem_free(list->items[i].fixes.items);
    mem_free(list->items[i].fixes.readings.items);
  }
  mem_free(list->items);
  *list = (struct source_list){0};
}
