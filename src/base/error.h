// SPDX-License-Identifier: Apache-2.0
// Filling the caller's error. `err` may be NULL everywhere: the status alone is then returned.
#ifndef IMPOST_BASE_ERROR_H
#define IMPOST_BASE_ERROR_H

#include "impost/error.h"

/* Sets all fields and returns `status`. `id` and `next` may be NULL (empty). */
enum imp_status error_set(struct imp_error *err, enum imp_status status, const char *id,
                          const char *next, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
enum imp_status error_no_memory(struct imp_error *err);

#endif
