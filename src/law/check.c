// SPDX-License-Identifier: Apache-2.0
#include "law/check.h"

bool law_check(const struct law *law, struct findings *found) {
  (void)law;
  (void)found;
  return true;
}
