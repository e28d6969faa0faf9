// SPDX-License-Identifier: Apache-2.0
// What the table of options.def says, for people and shells. Each appends to `out`.
#ifndef IMPOST_CLI_HELP_H
#define IMPOST_CLI_HELP_H

#include "base/str.h"
#include "cli/options.h"

void help_all(struct buf *out);
void help_verb(enum cli_verb_id verb, struct buf *out);
void help_completion_bash(struct buf *out);
void help_completion_zsh(struct buf *out);
void help_completion_fish(struct buf *out);
void help_man(struct buf *out);
void help_man_verb(enum cli_verb_id verb, struct buf *out); /* a page of its own */

#endif
