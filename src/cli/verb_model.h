// SPDX-License-Identifier: Apache-2.0
// model: a question of the law as outcomes.
#ifndef IMPOST_CLI_VERB_MODEL_H
#define IMPOST_CLI_VERB_MODEL_H

#include "cli/cli.h"
#include "impost/model.h"

/* --branch: the shock that compares the answers of the question, from the law's rates. The law stays in cli->law. `alone`: nothing else
 * will be said of them, which is noted. */
enum imp_status model_branch(struct cli *cli, const struct imp_world *world, bool alone,
                             struct imp_shock **out, struct imp_error *err);

#endif
