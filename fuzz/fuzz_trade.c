// SPDX-License-Identifier: Apache-2.0
// Tables of trade: whatever is read stands in order, and is found again.
// needs room: panel
#include <assert.h>
#include <stdint.h>

#include "panel/trade.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct str text = {(const char *)data, size};
  struct trade_table t;
  struct trade_claims c;
  if (trade_read(text, "table", &t, NULL) == IMP_OK) {
    for (size_t i = 0; i < t.count; i++) {
      assert(t.items[i].amount > 0);
      assert(trade_amount(&t, t.items[i].code, t.items[i].place) == t.items[i].amount);
      assert(i == 0 || t.items[i - 1].code < t.items[i].code ||
             t.items[i - 1].place < t.items[i].place);
    }
    trade_free(&t);
  }
  if (trade_read_claims(text, "claims", &c, NULL) == IMP_OK) {
    for (size_t i = 0; i < c.count; i++) assert(c.items[i].share <= 1000 && c.items[i].heading[0]);
    trade_claims_free(&c);
  }
  return 0;
}
