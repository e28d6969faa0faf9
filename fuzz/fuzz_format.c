// SPDX-License-Identifier: Apache-2.0
// needs room: law
// The formatter: what it wrote, it would write again; it never makes readable text unreadable.
#include <assert.h>
#include <stdint.h>

#include "law/law.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct buf once = {0}, twice = {0};
  struct imp_error err;
  if (law_format((struct str){(const char *)data, size}, &once, &err) == IMP_OK) {
    enum imp_status status = law_format(buf_str(&once), &twice, &err);
    assert(status == IMP_OK);
    assert(str_eq(buf_str(&once), buf_str(&twice)));
  }
  buf_free(&once);
  buf_free(&twice);
  return 0;
}
