// SPDX-License-Identifier: Apache-2.0
// Diagnostics: collecting, sorting, and printing for people.
//
//   impost: error: us/list-3.law:12:19: 2025-02-30 is no date [parse.date]
//      |
//   12 |   rate 25% from 2025-02-30
//      |                 ^^^^^^^^^^
//   next: write a day of the calendar, as in 2025-02-28
//
// The caret counts code points. Tabs of the line are repeated under it, so that it points right on
// any terminal. Bytes that could move the cursor are never printed. A long line is shown around the
// place.
#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_BEFORE = 60, SHOWN_MOST = 120 }; /* columns of the source line */

static const char *copy_text(struct diag_list *list, struct str s) {
  const char *p = str_dup(&list->arena, s);
  if (p == NULL) {
    list->failed = true;
    return "";
  }
  return p;
}

static const char *copy_file(struct diag_list *list, const char *file) {
  if (file == NULL) {
    return "";
  }
  if (list->count > 0 && strcmp(list->items[list->count - 1].file, file) == 0) {
    return list->items[list->count - 1].file;
  }
  return copy_text(list, str_of(file));
}

__attribute__((format(printf, 2, 0))) static const char *
format_text(struct diag_list *list, const char *format, va_list args) {
  struct buf text = {0};
  buf_vprintf(&text, format, args);
  const char *copy = copy_text(list, buf_str(&text));
  list->failed = list->failed || text.failed;
  buf_free(&text);
  return copy;
}

void diag_add(struct diag_list *list, const struct diag *d, const char *format, ...) {
  list->errors += d->level == DIAG_ERROR;
  void *items = list->items;
  if (!mem_grow(&items, &list->cap, list->count + 1, sizeof *list->items)) {
    list->failed = true;
    return;
  }
  list->items = items;
  struct diag copy = *d;
  va_list args;
  va_start(args, format);
  copy.message = format_text(list, format, args);
  va_end(args);
  copy.file = copy_file(list, d->file);
  copy.next = d->next == NULL ? "" : copy_text(list, str_of(d->next));
  copy.source = str_of(d->source.n == 0 ? "" : copy_text(list, d->source));
  copy.source.n = d->source.n < copy.source.n ? d->source.n : copy.source.n;
  copy.width = d->width > 0 ? d->width : 1;
  list->items[list->count++] = copy;
}

static int by_number(uint32_t a, uint32_t b) {
  return a < b ? -1 : a > b;
}

static int by_place(const void *left, const void *right) {
  const struct diag *a = left, *b = right;
  int order = strcmp(a->file, b->file);
  order = order != 0 ? order : by_number(a->line, b->line);
  order = order != 0 ? order : by_number(a->col, b->col);
  order = order != 0 ? order : strcmp(a->id, b->id);
  return order != 0 ? order : strcmp(a->message, b->message);
}

void diag_sort(struct diag_list *list) {
  if (list->count > 1) {
    qsort(list->items, list->count, sizeof *list->items, by_place);
  }
}

// Control characters become '?', bytes that are no UTF-8 the replacement character.
static void put_clean(struct buf *out, struct str s) {
  while (s.n > 0) {
    size_t good = s.n;
    str_utf8_valid(s, &good);
    for (size_t i = 0; i < good; i++) {
      unsigned char c = (unsigned char)s.p[i];
      buf_putc(out, (c < 0x20 && c != '\t') || c == 0x7F ? '?' : s.p[i]);
    }
    if (good < s.n) {
      buf_puts(out, "\xEF\xBF\xBD");
      good++;
    }
    s = str_sub(s, good, s.n);
  }
}

// Byte index of the code point `column` (from 0), at most the length.
static size_t byte_at(struct str s, size_t column) {
  size_t i = 0;
  while (i < s.n && column > 0) {
    i++;
    while (i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80) {
      i++;
    }
    column--;
  }
  return i;
}

static void put_gutter(struct buf *out, const char *number, size_t width) {
  buf_fill(out, ' ', width - strlen(number));
  buf_puts(out, number);
  buf_puts(out, " | ");
}

static void put_caret(struct buf *out, struct str before, size_t width) {
  for (size_t i = 0; i < before.n; i++) {
    unsigned char c = (unsigned char)before.p[i];
    if ((c & 0xC0) != 0x80) {
      buf_putc(out, c == '\t' ? '\t' : ' ');
    }
  }
  buf_fill(out, '^', width > 0 ? width : 1);
  buf_putc(out, '\n');
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

static void put_excerpt(struct buf *out, const struct diag *d) {
  char number[16];
  snprintf(number, sizeof number, "%u", (unsigned)d->line);
  size_t columns = str_utf8_columns(d->source), at = least(d->col > 0 ? d->col - 1 : 0, columns);
  size_t first = columns > SHOWN_MOST && at > SHOWN_BEFORE ? at - SHOWN_BEFORE : 0;
  struct str shown = str_sub(d->source, byte_at(d->source, first), d->source.n);
  bool cut = str_utf8_columns(shown) > SHOWN_MOST;
  shown = str_sub(shown, 0, byte_at(shown, SHOWN_MOST));
  size_t width = strlen(number), room = str_utf8_columns(shown) - (at - first);
  buf_fill(out, ' ', width);
  buf_puts(out, " |\n");
  put_gutter(out, number, width);
  buf_puts(out, first > 0 ? "..." : "");
  put_clean(out, shown);
  buf_puts(out, cut ? "...\n" : "\n");
  put_gutter(out, "", width);
  buf_puts(out, first > 0 ? "   " : "");
  put_caret(out, str_sub(shown, 0, byte_at(shown, at - first)), least(d->width, room));
}

static void put_one(struct buf *out, const struct diag *d) {
  buf_puts(out, d->level == DIAG_ERROR ? "impost: error: " : "impost: warning: ");
  if (d->file[0] != '\0') {
    put_clean(out, str_of(d->file));
    if (d->line > 0) {
      buf_printf(out, ":%u:%u", d->line, d->col > 0 ? d->col : 1);
    }
    buf_puts(out, ": ");
  }
  put_clean(out, str_of(d->message));
  buf_printf(out, " [%s]\n", d->id);
  if (d->line > 0 && d->source.n > 0) {
    put_excerpt(out, d);
  }
  if (d->next[0] != '\0') {
    buf_puts(out, "  next: ");
    put_clean(out, str_of(d->next));
    buf_putc(out, '\n');
  }
}

void diag_print(const struct diag_list *list, struct buf *out) {
  for (size_t i = 0; i < list->count; i++) {
    if (i > 0) {
      buf_putc(out, '\n');
    }
    put_one(out, &list->items[i]);
  }
}

void diag_free(struct diag_list *list) {
  arena_free(&list->arena);
  mem_free(list->items);
  *list = (struct diag_list){0};
}
