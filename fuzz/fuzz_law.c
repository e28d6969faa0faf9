// SPDX-License-Identifier: Apache-2.0
// needs room: law
// Law text: any bytes end in a law or in diagnostics that name a place inside the text.
#include <assert.h>
#include <stdint.h>

#include "law/law.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct law_text text = {"us/fuzz.law", {(const char *)data, size}};
  struct diag_list diags = {0};
  struct law *law = NULL;
  struct imp_error err;
  enum imp_status status = law_load_texts(&text, 1, &law, &diags, &err);
  assert((status == IMP_OK) == (law != NULL));
  for (size_t i = 0; i < diags.count; i++) {
    assert(diags.items[i].id != NULL && diags.items[i].message[0] != '\0');
  }
  struct buf out = {0};
  diag_sort(&diags);
  diag_print(&diags, &out);
  assert(str_utf8_valid(buf_str(&out), NULL));
  buf_free(&out);
  diag_free(&diags);
  law_free(law);
  return 0;
}
