// SPDX-License-Identifier: Apache-2.0
// The JSON export: a list of objects, one per row.
//
// The idea: the list is walked here and each object alone is given to jansson, so that memory is that of
// one row, a broken row is named by its line, and a list that ends early is told from one that is whole.
// Only this file knows jansson.
#include <string.h>

#include <jansson.h>

#include "impost/import.h"
#include "source/source.h"

struct key {
  const char *name;
  int field; /* -1: known, and not ours */
};

// "addiitionalDuties" is misspelt in the source, and stands beside the right one.
static const struct key keys[] = {
    {"htsno", SOURCE_NUMBER},
    {"indent", SOURCE_INDENT},
    {"description", SOURCE_TEXT},
    {"units", SOURCE_UNITS},
    {"general", SOURCE_GENERAL},
    {"special", SOURCE_SPECIAL},
    {"other", SOURCE_OTHER},
    {"superior", -1},
    {"footnotes", -1},
    {"quotaQuantity", -1},
    {"additionalDuties", -1},
    {"addiitionalDuties", -1},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct walk {
  struct source_file *file;
  size_t at;     /* byte */
  uint32_t line; /* of that byte */
  bool failed;
};

static const struct key *key_find(const char *name) {
  for (size_t i = 0; i < COUNT(keys); i++) {
    if (strcmp(keys[i].name, name) == 0) {
      return &keys[i];
    }
  }
  return NULL;
}

static void skip_blanks(struct walk *w) {
  struct str s = w->file->bytes;
  while (w->at < s.n && strchr(" \t\r\n", s.p[w->at]) != NULL && s.p[w->at] != '\0') {
    w->line += s.p[w->at] == '\n';
    w->at++;
  }
}

static void advance(struct walk *w, size_t n) {
  struct str s = str_sub(w->file->bytes, w->at, w->at + n);
  for (long at; (at = str_find(s, '\n')) >= 0; s = str_sub(s, (size_t)at + 1, s.n)) {
    w->line++;
  }
  w->at += n;
}

static struct str text_of(json_t *value) {
  return (struct str){json_string_value(value), json_string_length(value)};
}

/* Entries cleaned, each followed by a line feed; empty ones say nothing. */
static bool units_of(json_t *list, struct buf *out) {
  size_t i;
  json_t *entry;
  if (json_is_null(list)) {
    return true;
  }
  if (!json_is_array(list)) {
    return false;
  }
  json_array_foreach(list, i, entry) {
    if (!json_is_string(entry)) {
      return false;
    }
    size_t before = out->n;
    source_clean(text_of(entry), out);
    if (out->n > before) {
      buf_putc(out, '\n');
    }
  }
  return true;
}

/* One member into its field; units and a numeric indent go through `scratch`. */
static bool member(const struct key *key, json_t *value, struct buf *units, struct buf *indent,
                   struct str fields[SOURCE_FIELDS]) {
  if (key->field == SOURCE_UNITS) {
    bool good = units_of(value, units);
    fields[SOURCE_UNITS] = buf_str(units);
    return good;
  }
  if (key->field == SOURCE_INDENT && json_is_integer(value)) {
    buf_printf(indent, "%lld", (long long)json_integer_value(value));
    fields[SOURCE_INDENT] = buf_str(indent);
    return true;
  }
  if (json_is_string(value)) {
    fields[key->field] = text_of(value);
    return true;
  }
  fields[key->field] = STR("");
  return json_is_null(value);
}

static bool read_members(struct walk *w, json_t *row, struct buf *units, struct buf *indent,
                         struct str fields[SOURCE_FIELDS]) {
  const char *name;
  json_t *value;
  bool good = true;
  json_object_foreach(row, name, value) {
    const struct key *key = key_find(name);
    if (key == NULL) {
      source_find(w->file, "column", w->line, "the column \"%.60s\" is not known", name);
      good = false;
    } else if (key->field >= 0 && !member(key, value, units, indent, fields)) {
      source_find(w->file, "value", w->line, "\"%s\" does not hold what it should", name);
      good = false;
    }
  }
  for (size_t i = 0; i < COUNT(keys); i++) {
    if (keys[i].field >= 0 && fields[keys[i].field].p == NULL && good) {
      source_find(w->file, "column", w->line, "the column \"%s\" is missing", keys[i].name);
      good = false;
    }
  }
  return good;
}

static void read_object(struct walk *w, json_t *object, struct source_rows *rows) {
  struct str fields[SOURCE_FIELDS] = {{NULL, 0}};
  struct buf units = {0}, indent = {0};
  buf_puts(&units, "");
  if (!json_is_object(object)) {
    source_find(w->file, "value", w->line, "an entry of the list is no row");
  } else if (read_members(w, object, &units, &indent, fields)) {
    source_row_add(w->file, rows, w->line, fields);
  }
  w->file->no_memory = w->file->no_memory || units.failed || indent.failed;
  buf_free(&units);
  buf_free(&indent);
}

static void read_element(struct walk *w, struct source_rows *rows) {
  struct str rest = str_sub(w->file->bytes, w->at, w->file->bytes.n);
  json_error_t error;
  json_t *object =
      json_loadb(rest.p, rest.n, JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK, &error);
  if (object == NULL) {
    bool cut = json_error_code(&error) == json_error_premature_end_of_input;
    source_find(w->file, "json", w->line,
                cut ? "the list ends in the middle of a row" : "a row is broken: %s", error.text);
    w->failed = true;
    return;
  }
  read_object(w, object, rows);
  advance(w, (size_t)error.position);
  json_decref(object);
}

/* Between rows: true when another one follows. */
static bool next_element(struct walk *w, bool first) {
  struct str s = w->file->bytes;
  skip_blanks(w);
  char c = w->at < s.n ? s.p[w->at] : '\0';
  if (c == ']') {
    w->at++;
    skip_blanks(w);
    if (w->at < s.n) {
      source_find(w->file, "json", w->line, "something stands after the list");
    }
    return false;
  }
  if (!first && c == ',') {
    w->at++;
    skip_blanks(w);
  } else if (!first || w->at >= s.n) {
    source_find(w->file, "json", w->line,
                w->at < s.n ? "no comma between two rows" : "the list is cut off");
    return false;
  }
  return true;
}

void source_read_json(struct source_file *f, struct source_rows *rows) {
  struct walk w = {.file = f, .line = 1};
  skip_blanks(&w);
  if (f->bytes.p[w.at] != '[') {
    source_find(f, "type", w.line, "the JSON is no list of rows");
    return;
  }
  w.at++;
  for (bool first = true; next_element(&w, first); first = false) {
    if (rows->count == SOURCE_ROWS_MAX) {
      source_find(f, "rows", w.line, "more than %u rows", SOURCE_ROWS_MAX);
      return;
    }
    read_element(&w, rows);
    if (w.failed || f->no_memory || f->findings > SOURCE_FINDINGS_MAX) {
      return;
    }
  }
}

const char *imp_import_reader(void) {
  return "jansson " JANSSON_VERSION;
}
