// SPDX-License-Identifier: Apache-2.0
// Filling the caller's error.
//
// The three texts are of fixed size so that an error costs no allocation, also when memory is out.
// What does not fit is cut at a whole UTF-8 character.
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Cuts a character of UTF-8 that a bounded copy left unfinished at the end.
static void drop_partial(char *text) {
  size_t n = strlen(text), tail = 0;
  while (tail < n && tail < 4 && ((unsigned char)text[n - 1 - tail] & 0xC0) == 0x80) {
    tail++;
  }
  if (tail == n) {
    return;
  }
  unsigned char lead = (unsigned char)text[n - 1 - tail];
  size_t want = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (want > tail) {
    text[n - 1 - tail] = '\0';
  }
}

static void copy_bounded(char *to, size_t size, const char *from) {
  size_t n = from == NULL ? 0 : strlen(from);
  size_t keep = n < size ? n : size - 1;
  if (keep > 0) {
    memcpy(to, from, keep);
  }
  to[keep] = '\0';
  if (keep < n) {
    drop_partial(to);
  }
}

enum imp_status error_set(struct imp_error *err, enum imp_status status, const char *id,
                          const char *next, const char *format, ...) {
  if (err == NULL) {
    return status;
  }
  err->status = status;
  copy_bounded(err->id, sizeof err->id, id);
  copy_bounded(err->next, sizeof err->next, next);
  va_list args;
  va_start(args, format);
  int n = vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  if (n < 0) {
    err->message[0] = '\0';
  } else if ((size_t)n >= sizeof err->message) {
    drop_partial(err->message);
  }
  return status;
}

enum imp_status error_no_memory(struct imp_error *err) {
  return error_set(err, IMP_NO_MEMORY, "io.memory", "Try again with fewer lines at a time.",
                   "Out of memory.");
}
