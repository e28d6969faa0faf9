// SPDX-License-Identifier: Apache-2.0
// Writing JSON: see json_out.h.

#include "report/json_out.h"

#include "base/num.h"

static void new_line(struct json_out *j) {
  if (j->flat == 0 || j->depth >= j->flat) {
    if (j->started) buf_putc(j->out, ' ');
    return;
  }
  buf_putc(j->out, '\n');
  buf_fill(j->out, ' ', (size_t)j->depth * 2);
}

static void quote(struct json_out *j, struct str s) {
  buf_putc(j->out, '"');
  while (s.n > 0) {
    size_t bad = s.n;
    if (str_utf8_valid(s, &bad)) bad = s.n;
    for (size_t i = 0; i < bad; i++) {
      unsigned char c = (unsigned char)s.p[i];
      if (c == '"' || c == '\\')
        buf_printf(j->out, "\\%c", c);
      else if (c < 0x20 || c == 0x7F)
        buf_printf(j->out, "\\u%04x", c);
      else
        buf_putc(j->out, (char)c);
    }
    if (bad < s.n) buf_puts(j->out, "\xEF\xBF\xBD");
    s = str_sub(s, bad < s.n ? bad + 1 : s.n, s.n);
  }
  buf_putc(j->out, '"');
}

/* What stands before any value: the comma of the last one, a new line, the key. */
static void before(struct json_out *j, const char *key) {
  if (j->started) buf_putc(j->out, ',');
  if (j->depth > 0) new_line(j);
  j->started = true;
  if (key == NULL) return;
  quote(j, str_of(key));
  buf_puts(j->out, ": ");
}

void json_open(struct json_out *j, const char *key, char bracket) {
  before(j, key);
  buf_putc(j->out, bracket);
  j->depth++;
  j->started = false;
}

void json_close(struct json_out *j, char bracket) {
  j->depth--;
  if (j->started && j->flat > 0 && j->depth + 1 < j->flat) {
    buf_putc(j->out, '\n');
    buf_fill(j->out, ' ', (size_t)j->depth * 2);
  }
  buf_putc(j->out, bracket);
  j->started = true;
}

void json_str(struct json_out *j, const char *key, struct str value) {
  before(j, key);
  quote(j, value);
}

void json_null(struct json_out *j, const char *key) {
  before(j, key);
  buf_puts(j->out, "null");
}

void json_text(struct json_out *j, const char *key, const char *value) {
  if (value == NULL)
    json_null(j, key);
  else
    json_str(j, key, str_of(value));
}

void json_maybe(struct json_out *j, const char *key, const char *value) {
  json_text(j, key, value != NULL && value[0] != '\0' ? value : NULL);
}

void json_number(struct json_out *j, const char *key, uint64_t value) {
  before(j, key);
  buf_printf(j->out, "%llu", (unsigned long long)value);
}

void json_days(struct json_out *j, const char *key, int32_t value) {
  before(j, key);
  buf_printf(j->out, "%ld", (long)value);
}

void json_bool(struct json_out *j, const char *key, bool value) {
  before(j, key);
  buf_puts(j->out, value ? "true" : "false");
}

void json_money(struct json_out *j, const char *key, int64_t cents) {
  before(j, key);
  buf_putc(j->out, '"');
  money_print(cents, false, j->out);
  buf_putc(j->out, '"');
}

void json_share(struct json_out *j, const char *key, int64_t hundredths) {
  before(j, key);
  if (hundredths < 0)
    buf_puts(j->out, "null");
  else
    buf_printf(j->out, "%lld.%02lld", (long long)(hundredths / 100), (long long)(hundredths % 100));
}

void json_texts(struct json_out *j, const char *key, const char *const *texts, uint32_t count) {
  json_open(j, key, '[');
  for (uint32_t i = 0; i < count; i++) json_text(j, NULL, texts[i]);
  json_close(j, ']');
}
