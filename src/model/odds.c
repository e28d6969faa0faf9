// SPDX-License-Identifier: Apache-2.0
// Odds of outcomes: who states them, what they mix to, and how much of the spread is which outcome comes true.
//
// Odds are the user's. With them the mean over outcomes is shown beside the outcomes, never in their place, and the
// variance is parted: between the outcomes' means, and within them over the draws.

#include <math.h>
#include <string.h>

#include "model/number.h"
#include "model/run.h"

static enum imp_status no_odds(struct imp_error *err, struct str word) {
  return error_set(err, IMP_USAGE, "model.shock.odds",
                   "write approved=70%, or one for each outcome",
                   "\"%.*s\" is no outcome with its odds", (int)(word.n > 60 ? 60 : word.n),
                   word.p);
}

static enum imp_status one_of(struct shock *s, struct str word, struct imp_error *err) {
  long equals = str_find(word, '=');
  double value = 0;
  if (equals < 1 || word.p[word.n - 1] != '%' ||
      !number_read(str_sub(word, (size_t)equals + 1, word.n - 1), &value) || value < 0 ||
      value > 100)
    return no_odds(err, word);
  for (uint32_t k = 0; k < s->outcomes; k++)
    if (str_eq(str_of(s->outcome[k].name), str_sub(word, 0, (size_t)equals))) {
      s->outcome[k].odds = value / 100;
      return IMP_OK;
    }
  struct buf known = {0};
  for (uint32_t k = 0; k < s->outcomes; k++)
    buf_printf(&known, "%s%s", k > 0 ? ", " : "", s->outcome[k].name);
  error_set(err, IMP_USAGE, "model.shock.odds", "write approved=70%, or one for each outcome",
            "\"%.*s\" is no outcome; there are %s", (int)(equals > 60 ? 60 : equals), word.p,
            known.n > 0 ? known.p : "");
  buf_free(&known);
  return IMP_USAGE;
}

enum imp_status shock_odds_check(struct shock *s, struct imp_error *err) {
  uint32_t said = 0, left = 0;
  double sum = 0;
  for (uint32_t k = 0; k < s->outcomes; k++) {
    if (isnan(s->outcome[k].odds))
      left = k;
    else
      sum += s->outcome[k].odds, said++;
  }
  if (said == 0) return IMP_OK;
  if (said + 1 == s->outcomes && sum <= 1) {
    s->outcome[left].odds = 1 - sum;
    return IMP_OK;
  }
  bool whole = said == s->outcomes && fabs(sum - 1) < 1e-6;
  if (whole || (said + 1 < s->outcomes && sum <= 1)) return IMP_OK; /* some alone mix to nothing */
  return error_set(err, IMP_USAGE, "model.shock.odds", "say them for all outcomes, or all but one",
                   "the odds of %u of %u outcomes come to %.6g%%", (unsigned)said,
                   (unsigned)s->outcomes, 100 * sum);
}

enum imp_status imp_shock_odds(struct imp_shock *s, const char *text, struct imp_error *err) {
  struct str rest = str_of(text), word;
  enum imp_status status = IMP_OK;
  for (uint32_t k = 0; k < s->s->outcomes; k++) s->s->outcome[k].odds = (double)NAN;
  if (rest.n == 0) return no_odds(err, rest);
  while (status == IMP_OK && str_split(&rest, ',', &word))
    status = one_of(s->s, str_trim(word), err);
  if (status == IMP_OK) status = shock_odds_check(s->s, err);
  for (uint32_t k = 0; k < s->s->outcomes && status == IMP_OK; k++)
    if (isnan(s->s->outcome[k].odds))
      status =
          error_set(err, IMP_USAGE, "model.shock.odds", "say them for all outcomes, or all but one",
                    "no odds are said of %s", s->s->outcome[k].name);
  return status;
}

bool model_by_odds(const struct imp_model *m, uint32_t region, enum imp_metric metric,
                   double *out) {
  const struct shock *s = m->shock->s;
  *out = 0;
  for (uint32_t k = 0; k < m->outcomes; k++) {
    if (isnan(s->outcome[k].odds)) return false;
    *out += s->outcome[k].odds * model_number(m, k, region, metric)->central;
  }
  return true;
}

bool model_variance(const struct imp_model *m, uint32_t region, enum imp_metric metric,
                    double *between, double *within) {
  const struct shock *s = m->shock->s;
  double mean = 0;
  *between = *within = 0;
  if (m->state.solved < 2) return false;
  for (uint32_t k = 0; k < m->outcomes; k++) {
    if (isnan(s->outcome[k].odds)) return false;
    mean += s->outcome[k].odds * model_number(m, k, region, metric)->mean;
  }
  for (uint32_t k = 0; k < m->outcomes; k++) {
    const struct imp_estimate *x = model_number(m, k, region, metric);
    *between += s->outcome[k].odds * pow(x->mean - mean, 2);
    *within += s->outcome[k].odds * pow(x->spread, 2);
  }
  return *between + *within > 0;
}
