// SPDX-License-Identifier: Apache-2.0
// How the sentence calls things: days in words, titles in the middle of a clause, acts by number. See report/say_own.h.

#include <string.h>

#include "base/day.h"
#include "report/say_own.h"

void say_day(struct buf *out, const char *iso) {
  imp_day d;
  if (iso != NULL && day_parse(str_of(iso), &d))
    day_print_long(d, out);
  else
    buf_puts(out, iso != NULL ? iso : "an unknown day");
}

static bool is_day(const char *c) {
  imp_day d;
  return strlen(c) >= 10 && day_parse((struct str){c, 10}, &d);
}

/* A reason with its days in words, and a small letter at the front of a title. */
void say_text(struct buf *out, const char *text) {
  for (const char *c = text; *c != '\0'; c++) {
    if (*c >= '0' && *c <= '9' && is_day(c)) {
      char iso[11] = {0};
      memcpy(iso, c, 10);
      say_day(out, iso);
      c += 9;
    } else {
      buf_putc(out, *c);
    }
  }
}

/* A title's first letter stays large where the next one is too, or where it begins a name like Section 301. */
void say_title(struct buf *out, const char *title) {
  static const char *const common[] = {"Ordinary ", "Reciprocal ", "Additional ", "Duties ",
                                       "Fentanyl "};
  if (title == NULL) return;
  for (size_t i = 0; i < sizeof common / sizeof *common; i++)
    if (strncmp(title, common[i], strlen(common[i])) == 0) {
      buf_putc(out, (char)(title[0] - 'A' + 'a'));
      title++;
      break;
    }
  say_text(out, title);
}

/* How an act of a numbered series is called where it has no place in an official journal yet: "executive order" and a name
 * that ends in its number make "Executive Order 14357". */
static bool say_number(struct buf *out, const struct imp_row *row) {
  const char *dot = row->act != NULL ? strrchr(row->act, '.') : NULL;
  const char *number = dot != NULL ? dot + 1 : "",
             *kind = row->act_kind != NULL ? row->act_kind : "";
  if (number[0] == '\0' || kind[0] == '\0' || number[strspn(number, "0123456789")] != '\0')
    return false;
  for (const char *c = kind; *c != '\0'; c++) {
    bool first = c == kind || c[-1] == ' ';
    buf_putc(out, first && *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c);
  }
  buf_printf(out, " %s", number);
  return true;
}

void say_act(struct buf *out, const struct imp_row *row) {
  buf_puts(out, " (");
  if (row->cite != NULL && row->cite[0] != '\0')
    buf_puts(out, row->cite);
  else if (!say_number(out, row))
    say_text(out, row->act_title != NULL ? row->act_title : "act not named");
  if (row->mark != NULL && !row->pending) {
    buf_puts(out, "; ");
    say_text(out, row->mark);
  }
  buf_puts(out, row->is_void ? "; since held void)" : ")");
}
