// SPDX-License-Identifier: Apache-2.0
// Writing JSON: commas, indentation and escapes in one place. Text that is not UTF-8 is written
// with U+FFFD, so the output always is. Numbers of money and rates are strings; only counts are
// numbers.
#ifndef IMPOST_REPORT_JSON_OUT_H
#define IMPOST_REPORT_JSON_OUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct json_out {
  struct buf *out;
  int depth;    /* open objects and arrays */
  int flat;     /* depth from which things stand on one line; 0: everything on one line */
  bool started; /* something stands at this depth: a comma is due */
};

void json_open(struct json_out *j, const char *key,
               char bracket); /* key NULL in arrays and at the top */
void json_close(struct json_out *j, char bracket);
void json_text(struct json_out *j, const char *key, const char *value); /* NULL writes null */
void json_maybe(struct json_out *j, const char *key,
                const char *value); /* NULL and "" write null */
void json_str(struct json_out *j, const char *key, struct str value);
void json_number(struct json_out *j, const char *key, uint64_t value);
void json_days(struct json_out *j, const char *key, int32_t value); /* may be below nothing */
void json_bool(struct json_out *j, const char *key, bool value);
void json_money(struct json_out *j, const char *key, int64_t cents);      /* "6260.00" */
void json_share(struct json_out *j, const char *key, int64_t hundredths); /* 0.58; below 0: null */
void json_null(struct json_out *j, const char *key);
/* An array of texts. */
void json_texts(struct json_out *j, const char *key, const char *const *texts, uint32_t count);

#endif
