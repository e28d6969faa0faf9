// SPDX-License-Identifier: Apache-2.0
// Numbers: what is read prints and reads back as the same; sums and products undo; no order contradicts.
#include <assert.h>
#include <stdint.h>

#include "base/num.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool same(struct rat a, struct rat b) {
  return a.num == b.num && a.den == b.den;
}

static void round_trip(struct rat a) {
  struct buf text = {0};
  struct rat back;
  rat_print(a, &text);
  // More decimals than are read back come only from longer input than the fuzzer's rationals have.
  if (!text.failed && rat_parse_mixed(buf_str(&text), &back)) {
    assert(same(a, back));
  }
  buf_free(&text);
}

static void laws(struct rat a, struct rat b) {
  struct rat c, d;
  if (rat_add(a, b, &c) && rat_sub(c, b, &d)) {
    assert(same(a, d));
  }
  if (rat_mul(a, b, &c) && !rat_is_zero(b) && rat_div(c, b, &d)) {
    assert(same(a, d));
  }
  assert(rat_cmp(a, b) == -rat_cmp(b, a));
  assert((rat_cmp(a, b) == 0) == same(a, b));
  int64_t cents, whole;
  if (rat_to_cents_half_up(a, &cents) && rat_to_dollars_half_up(a, &whole)) {
    int64_t back = whole * 100 - cents;
    assert(whole > INT64_MAX / 100 || (back <= 50 && back >= -50));
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct str all = {(const char *)data, size}, left, right = {NULL, 0};
  struct rat a, b;
  str_split(&all, ';', &left);
  str_split(&all, ';', &right);
  bool first = rat_parse_mixed(left, &a), second = rat_parse_mixed(right, &b);
  if (first) {
    round_trip(a);
  }
  if (first && second) {
    laws(a, b);
    laws((struct rat){-a.num, a.den}, b);
  }
  return 0;
}
