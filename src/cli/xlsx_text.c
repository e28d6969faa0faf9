// SPDX-License-Identifier: Apache-2.0
// Numbers and dates of a workbook as text: see xlsx_in.h. A workbook holds numbers as binary fractions printed
// to 17 digits; Excel shows 15. Rounding is done on the digits, so nothing becomes a binary fraction here.

#include <string.h>

#include "base/day.h"
#include "cli/xlsx_in.h"

enum { DIGITS_SHOWN = 15, DIGITS_HELD = 40, POWER_MOST = 30 };

struct digits {
  char d[DIGITS_HELD + 1]; /* d[0] stands before the first digit, for a carry */
  int count;
  int point; /* digits before the decimal point */
  bool below_zero;
};

static bool read_power(struct str s, int *power) {
  bool down = s.n > 0 && s.p[0] == '-';
  size_t i = s.n > 0 && (s.p[0] == '-' || s.p[0] == '+');
  if (i == s.n) return false;
  for (*power = 0; i < s.n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9' || *power > 999) return false;
    *power = *power * 10 + (s.p[i] - '0');
  }
  if (down) *power = -*power;
  return true;
}

static bool read_digits(struct str s, struct digits *out) {
  bool point = false, any = false;
  *out = (struct digits){0};
  size_t i = s.n > 0 && s.p[0] == '-';
  out->below_zero = i == 1;
  for (; i < s.n && s.p[i] != 'e' && s.p[i] != 'E'; i++) {
    if (s.p[i] == '.' && !point) {
      point = true;
      continue;
    }
    if (s.p[i] < '0' || s.p[i] > '9') return false;
    any = true;
    if (out->count == 0 && s.p[i] == '0') {
      out->point -= point; /* zeros in front count for the point alone */
      continue;
    }
    if (out->count < DIGITS_HELD) out->d[++out->count] = (char)(s.p[i] - '0');
    out->point += !point;
  }
  int power = 0;
  if (i < s.n && !read_power(str_sub(s, i + 1, s.n), &power)) return false;
  out->point += power;
  return any;
}

/* Half up in the last digit shown; then zeros at the end are dropped. */
static void round_digits(struct digits *n) {
  if (n->count > DIGITS_SHOWN) {
    bool up = n->d[DIGITS_SHOWN + 1] >= 5;
    n->count = DIGITS_SHOWN;
    int i = n->count;
    for (; up && i > 0; i--) {
      up = n->d[i] == 9;
      n->d[i] = (char)(up ? 0 : n->d[i] + 1);
    }
    if (up) { /* 999.. became 1000.. */
      memset(n->d, 0, sizeof n->d);
      n->d[1] = 1;
      n->count = 1;
      n->point++;
    }
  }
  while (n->count > 0 && n->d[n->count] == 0) n->count--;
}

bool xlsx_number(struct str text, struct buf *out) {
  struct digits n;
  if (!read_digits(text, &n)) return false;
  round_digits(&n);
  if (n.point > POWER_MOST || n.point < -POWER_MOST) return false;
  if (n.count == 0) {
    buf_putc(out, '0');
    return true;
  }
  if (n.below_zero) buf_putc(out, '-');
  if (n.point <= 0) buf_puts(out, "0");
  for (int i = 1; i <= n.point; i++) buf_putc(out, (char)('0' + (i <= n.count ? n.d[i] : 0)));
  if (n.count > n.point) buf_putc(out, '.');
  for (int i = n.point; i < 0; i++) buf_putc(out, '0');
  for (int i = n.point < 0 ? 1 : n.point + 1; i <= n.count; i++)
    buf_putc(out, (char)('0' + n.d[i]));
  return true;
}

/* The fraction of a day, to the nearest second as Excel shows it, and of that the whole minutes. True: it is nearer to
 * the next midnight. */
static bool read_clock(const struct digits *n, int *minute) {
  enum { SECONDS = 86400, PLACES = 12 };
  int64_t part = 0, unit = 1;
  for (int i = n->point + 1; i <= n->point + PLACES; i++) {
    part = part * 10 + (i <= n->count ? n->d[i] : 0);
    unit *= 10;
  }
  int64_t second = (part * SECONDS + unit / 2) / unit;
  *minute = second < SECONDS ? (int)(second / 60) : 0;
  return second == SECONDS;
}

/* Excel takes 1900 for a leap year, so its first 60 days are not those of the calendar: they are no dates. */
bool xlsx_date(struct str text, bool from_1904, struct buf *out) {
  struct digits n;
  int minute = 0;
  enum { FIRST = 61, LAST = 109574 /* 2199-12-31 */, DAYS_TO_1904 = 1462 };
  long days = 0;
  if (!read_digits(text, &n) || n.below_zero || n.point < 1 || n.point > 6) return false;
  for (int i = 1; i <= n.point; i++) days = days * 10 + (i <= n.count ? n.d[i] : 0);
  if (from_1904) days += DAYS_TO_1904;
  days += read_clock(&n, &minute);
  if (days < FIRST || days > LAST) return false;
  day_print((imp_day)(day_of(1899, 12, 30) + days), out);
  if (minute > 0) buf_printf(out, " %02d:%02d", minute / 60, minute % 60);
  return true;
}

static bool has_date_letter(const char *s) {
  bool quoted = false, bracket = false;
  for (; *s != '\0'; s++) {
    if (*s == '\\' && s[1] != '\0') {
      s++;
    } else if (*s == '"') {
      quoted = !quoted;
    } else if (!quoted && (*s == '[' || *s == ']')) {
      bracket = *s == '[';
    } else if (!quoted && !bracket && strchr("dDyY", *s) != NULL) {
      return true;
    }
  }
  return false;
}

bool xlsx_is_date_format(unsigned id, const char *letters) {
  if (letters != NULL) return has_date_letter(letters);
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}
