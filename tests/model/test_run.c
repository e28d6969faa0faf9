// SPDX-License-Identifier: Apache-2.0
// Runs through the public header: what outcomes are compared, draws, layers, forms, refusals, memory that runs out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "impost/model.h"
#include "impost/panel.h"
#include "library/starve.h"
#include "model/run.h"

#define SMALL_WORLD                                                                                \
  "impost-model 1\ntitle Three\nyear 2020\nunit million USD\nregion A Alpha\nregion B Beta\n"      \
  "region C Gamma\nsector X Grain\nsector Y Metal\nsector Z Haircuts\ngroup goods X,Y\n"           \
  "elasticity one 5 4 4\nelasticity two 9 3 4\n"                                                   \
  "flows X\nA 900 60 40\nB 70 800 50\nC 60 30 700\n"                                               \
  "tariffs X\nA 0 .05 0\nB 0*3\nC 0*3\nflows Y\nA 500 60 70\nB 50 400 20\nC 90 10 300\n"           \
  "flows Z\nA 400 0 0\nB 0 300 0\nC 0 0 300\n"                                                     \
  "inputs A\nX .1 .2 .1\nY .2 .1 .1\nZ .1 .1 0\ninputs B\nX .1 .1 .1\nY .1 .1 .1\nZ .1 .1 0\n"     \
  "inputs C\nX .1 .1 .1\nY .1 .1 .1\nZ .1 .1 0\n"                                                  \
  "places A AA\nplaces B BB,BC\nplaces C *\ngoods X 10,20\ngoods Y 72,1005\n"
#define SMALL_SHOCK                                                                                \
  "impost-shock 1\ntitle Grain\nyear 2020\noutcome calm Nothing\noutcome duty odds 40% A charges " \
  "B\n"                                                                                            \
  "tariff into A from B on goods plus 30%\noutcome pledge A buys\n"                                \
  "floor into A from C on X at 150% kept 80% sd 10%\nshort into A from B on Y at 10%\n"

static struct imp_world *world;
static struct imp_shock *shock;

static void ok(enum imp_status status, const struct imp_error *err) {
  if (status != IMP_OK) fail_msg("%s: %s", err->id, err->message);
}

static int set_up(void **state) {
  (void)state;
  struct imp_error err = {0};
  ok(imp_world_read(SMALL_WORLD, sizeof SMALL_WORLD - 1, "small", &world, &err), &err);
  ok(imp_shock_read(world, SMALL_SHOCK, sizeof SMALL_SHOCK - 1, "grain", &shock, &err), &err);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  imp_shock_free(shock);
  imp_world_free(world);
  return 0;
}

static struct imp_model *run(struct imp_model_options o) {
  struct imp_error err = {0};
  struct imp_model *m = NULL;
  ok(imp_model_run(world, shock, &o, &m, &err), &err);
  return m;
}

static struct imp_text report(const struct imp_model *m, enum imp_format format,
                              enum imp_picture picture) {
  struct imp_text text = {0};
  struct imp_error err = {0};
  struct imp_report_options o = {.format = format};
  ok(imp_report_model(m, &o, picture, &text, &err), &err);
  return text;
}

static void says(const struct imp_text *t, const char *words) {
  if (strstr(t->p, words) == NULL) fail_msg("\"%s\" is not in:\n%.600s", words, t->p);
}

static void a_duty_hurts_the_one_it_is_on(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.draws = 0});
  assert_true(imp_model_at(m, 1, 1, IMP_REAL_INCOME).central < -1e-4);
  double third = imp_model_at(m, 1, 2, IMP_REAL_INCOME).central;
  assert_true(fabs(third) < -imp_model_at(m, 1, 1, IMP_REAL_INCOME).central / 2);
  assert_true(imp_model_at(m, 1, 0, IMP_DUTY).central > 5);
  assert_true(imp_model_at(m, 1, 0, IMP_IMPORTS).central < -0.01);
  for (uint32_t n = 0; n < 3; n++)
    for (int c = 0; c < IMP_METRICS; c++)
      assert_true(imp_model_at(m, 0, n, (enum imp_metric)c).central == 0);
  assert_true(imp_model_state(m).residual <= 1e-9);
  imp_model_free(m);
}

/* Accounting by hand: 60 at 5% and 30% more, 60 of metal at 30%. */
static void accounting_is_rates_on_base_trade(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.draws = 0});
  const struct at_border *a = &m->border[1 * 3 + 0];
  assert_true(a->touched && !m->border[1 * 3 + 1].touched);
  assert_true(fabs(a->imports - 230) < 1e-9);
  assert_true(fabs(a->duty_base - 3) < 1e-9);
  assert_true(fabs(a->duty_accounting - (60 * .35 + 60 * .3)) < 1e-9);
  /* Sources switch: grain by the nest at home's prices. */
  double k = 1.35 / 1.05, b = 63.0 / 1003, c = 40.0 / 1003, q = 900.0 / 1003 + c + b * pow(k, -5);
  double y = 60.0 / 630, d = 70.0 / 630, r = 500.0 / 630 + d + y * pow(1.3, -4);
  double duty = 1003 * b * pow(k, -5) / q * .35 / 1.35 + 630 * y * pow(1.3, -4) / r * .3 / 1.3;
  assert_true(fabs(a->duty_partial - duty) < 1e-9);
  assert_true(fabs(a->diverted - (1003 * c / q - 40 + 630 * d / r - 70)) < 1e-9);
  imp_model_free(m);
}

/* A duty that falls on everybody alike hides nothing of what one more on B sends to C: by hand, one sector. */
static void what_others_gain_is_against_the_first_outcome(void **state) {
  (void)state;
  static const char text[] =
      "impost-shock 1\ntitle All and one\ntariff into A from * on X plus 15%\noutcome all\n"
      "outcome more\ntariff into A from B on X plus 40%\n";
  struct imp_error err = {0};
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, text, sizeof text - 1, "one", &s, &err), &err);
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  double home = 900, b = 63, c = 40, spent = home + b + c, sold[2];
  for (int k = 0; k < 2; k++) { /* 5% of the base year, 15% more, then 40% more; theta is 5 */
    double q = home + b * pow((k == 0 ? 1.2 : 1.6) / 1.05, -5) + c * pow(1.15, -5);
    sold[k] = spent * c * pow(1.15, -5) / q / 1.15;
  }
  assert_true(sold[1] > sold[0] + 0.1);
  assert_true(fabs(m->border[1 * 3 + 0].diverted - (sold[1] - sold[0])) < 1e-9);
  assert_true(m->border[0].diverted == 0);
  struct imp_text json = report(m, IMP_JSON, IMP_NO_PICTURE);
  says(&json, "\"against\": \"all\", \"region\": \"A\", \"metric\": "
              "\"imports-diverted\"");
  imp_text_free(&json);
  imp_model_free(m);
  imp_shock_free(s);
}

static void one_bottleneck_is_the_closed_form(void **state) {
  (void)state;
  static const struct {
    double a, delivered, s, change; /* per cent */
  } rows[] = {{.04, .90, .04, -1.569}, {.04, .92, .10, -0.485},  {.012, .70, .10, -2.751},
              {.01, .70, .10, -2.343}, {.012, .70, .20, -0.928}, {.012, .70, .04, -15.89}};
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    double got = 100 * bottleneck(rows[k].a, rows[k].delivered, rows[k].s);
    if (fabs(got - rows[k].change) > 6e-3) fail_msg("row %zu: %.4f", k, got);
  }
  assert_true(fabs(bottleneck(.1, .5, 1) - (pow(.5, .1) - 1)) < 1e-12);
  assert_true(fabs(bottleneck(.1, .5, 1.001) - bottleneck(.1, .5, 1)) < 1e-4);
}

static void shortages_are_ordered_from_least_to_most(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.draws = 0});
  assert_int_equal(m->shortages, 1);
  const struct shortage *s = &m->shortage[0];
  assert_true(s->worst < s->hulten && s->hulten < 0);
  assert_true(s->income < -1e-4 && isfinite(s->seller));
  assert_true(s->income < 2 * s->long_run); /* the long run hides most of it */
  imp_model_free(m);
}

/* The long run beside a shortage is solved: that of a limit whose rent is the seller's. */
static void the_long_run_of_a_shortage_is_a_limit(void **state) {
  (void)state;
  static const char text[] = "impost-shock 1\ntitle Two ways\noutcome calm\noutcome short\nshort "
                             "into A from B on Y at 10%\n"
                             "outcome limit\nlimit into A from B on Y at 10% rent exporter\n";
  struct imp_error err = {0};
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, text, sizeof text - 1, "two ways", &s, &err), &err);
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  double limit = imp_model_at(m, 2, 0, IMP_REAL_INCOME).central;
  assert_true(limit < -1e-4 && fabs(m->shortage[0].long_run - limit) < 1e-8);
  imp_model_free(m);
  imp_shock_free(s);
}

/* A limit in partial equilibrium: the quantity is met at what sellers ask in the base year. */
static void a_limit_at_the_border_is_met_there(void **state) {
  (void)state;
  static const char text[] = "impost-shock 1\ntitle Limit\noutcome calm\noutcome limit\n"
                             "limit into A from B on X at 60% rent importer\n";
  struct imp_error err = {0};
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, text, sizeof text - 1, "limit", &s, &err), &err);
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  const struct at_border *a = &m->border[1 * 3 + 0];
  /* 36 of 60 pass; the others, 940 at base prices, take the rest of 1003: the nest q gives both. */
  double q = 940.0 / (1003 - (a->duty_partial + 36)), least = 940.0 / 1003;
  assert_true(q > least && q < 1 && a->duty_partial > 36 * .05);
  double gap = (a->duty_partial + 36) / (36 * 1.05);
  assert_true(fabs(63.0 / 1003 * pow(gap, -5) + least - q) < 1e-9);
  imp_model_free(m);
  imp_shock_free(s);
}

/* What may not pass is not in the average duty, and neither are services that no schedule knows. */
static void an_average_duty_is_over_goods_that_pass(void **state) {
  (void)state;
  static const char text[] = "impost-shock 1\ntitle Ban\noutcome calm\noutcome ban\n"
                             "ban into A from B on X scope 50%\n";
  struct imp_error err = {0};
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, text, sizeof text - 1, "ban", &s, &err), &err);
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  const struct at_border *a = &m->border[1 * 3 + 0];
  assert_true(fabs(a->imports - (230 - 30)) < 1e-9);
  assert_true(fabs(a->duty_accounting - 30 * .05) < 1e-9);
  imp_model_free(m);
  imp_shock_free(s);
}

/* ---- draws -------------------------------------------------------------------------------------------- */

static void draws_do_not_depend_on_threads(void **state) {
  (void)state;
  struct imp_model *one = run((struct imp_model_options){.draws = 64, .seed = 5, .threads = 1});
  struct imp_model *many = run((struct imp_model_options){.draws = 64, .seed = 5, .threads = 4});
  struct imp_model *other = run((struct imp_model_options){.draws = 64, .seed = 6, .threads = 1});
  bool differ = false;
  for (uint32_t k = 1; k < 3; k++)
    for (uint32_t n = 0; n < 3; n++)
      for (int c = 0; c < IMP_METRICS; c++) {
        struct imp_estimate a = imp_model_at(one, k, n, (enum imp_metric)c);
        struct imp_estimate b = imp_model_at(many, k, n, (enum imp_metric)c);
        assert_true(a.low == b.low && a.high == b.high && a.below == b.below);
        differ = differ || a.low != imp_model_at(other, k, n, (enum imp_metric)c).low;
        assert_true(a.low <= a.high && a.below >= 0 && a.below <= 1 && a.error >= 0);
      }
  assert_true(differ);
  assert_int_equal(imp_model_state(one).solved, 64);
  assert_int_equal(imp_model_state(one).unsolved, 0);
  imp_model_free(one);
  imp_model_free(many);
  imp_model_free(other);
}

static void bands_hold_the_centre_and_shrink_to_no_width(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.draws = 200, .seed = 1});
  struct imp_estimate x = imp_model_at(m, 1, 1, IMP_REAL_INCOME);
  assert_true(x.low < x.central && x.central < x.high && x.below == 1);
  struct imp_estimate none = imp_model_at(m, 0, 1, IMP_REAL_INCOME);
  assert_true(none.low == 0 && none.high == 0);
  imp_model_free(m);
}

/* What is kept of a pledge is drawn: the flow it is about has a band, and its middle is what is kept on average. */
static void a_pledge_is_kept_in_part(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.draws = 200, .seed = 1});
  bool found = false;
  for (uint32_t w = 0; w < m->watches; w++) {
    if (m->watch[w].importer != 0 || m->watch[w].region != 2) continue;
    struct imp_estimate x = m->watched[2 * m->watches + w];
    assert_true(fabs(x.central - (1.5 * .8 - 1)) < 1e-6);
    assert_true(x.low < x.central - .1 && x.high > x.central + .1);
    found = true;
  }
  assert_true(found);
  imp_model_free(m);
}

static void outcomes_are_mixed_by_odds_that_add_up(void **state) {
  (void)state;
  static const char text[] =
      "impost-shock 1\ntitle T\noutcome calm odds 60%\noutcome duty odds 40%\n"
      "tariff into A from B on X plus 30%\n",
                    bad[] =
                        "impost-shock 1\ntitle T\noutcome calm odds 50%\noutcome duty odds 40%\n";
  struct imp_shock *s = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_shock_read(world, bad, sizeof bad - 1, "odds", &s, &err), IMP_USAGE);
  assert_string_equal(err.id, "model.shock.odds");
  for (int k = 0; k < 2; k++) {
    struct imp_model *m = NULL;
    struct imp_model_options o = {.draws = 80};
    double odds = k == 0 ? .4 : .25, mixed = 0, between, within;
    ok(imp_shock_read(world, text, sizeof text - 1, "odds", &s, &err), &err);
    if (k == 1) ok(imp_shock_odds(s, "calm=75%", &err), &err);
    ok(imp_model_run(world, s, &o, &m, &err), &err);
    struct imp_estimate x = imp_model_at(m, 1, 1, IMP_REAL_INCOME);
    assert_true(model_by_odds(m, 1, IMP_REAL_INCOME, &mixed));
    assert_true(fabs(mixed - odds * x.central) < 1e-15);
    assert_true(model_variance(m, 1, IMP_REAL_INCOME, &between, &within));
    assert_true(fabs(between - odds * (1 - odds) * x.mean * x.mean) < 1e-15);
    assert_true(fabs(within - odds * x.spread * x.spread) < 1e-15 && within > 0);
    struct imp_text page = report(m, IMP_TEXT, IMP_NO_PICTURE);
    says(&page, "by odds");
    says(&page, "of the variance in");
    imp_text_free(&page);
    imp_model_free(m);
    imp_shock_free(s);
  }
}

static void odds_that_are_none_are_refused(void **state) {
  (void)state;
  static const char *const words[] = {
      "", "calm", "calm=", "calm=70", "rain=70%", "calm=170%", "calm=70%,duty=20%", "calm=-1%"};
  static const char text[] = "impost-shock 1\ntitle T\noutcome calm\noutcome duty\n";
  struct imp_shock *s = NULL;
  struct imp_error err = {0};
  ok(imp_shock_read(world, text, sizeof text - 1, "odds", &s, &err), &err);
  for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
    assert_int_equal(imp_shock_odds(s, words[k], &err), IMP_USAGE);
    assert_string_equal(err.id, "model.shock.odds");
  }
  ok(imp_shock_odds(s, "duty=12.5%, calm=87.5%", &err), &err);
  imp_shock_free(s);
}

/* A statement that reaches no trade, and a step below what the base year charges, are told by name. */
static void statements_that_cannot_be_are_told(void **state) {
  (void)state;
  static const struct {
    const char *text, *id, *words;
  } rows[] = {{"tariff into A from A on X plus 5%", "model.shock.empty",
               "mine:5: that is of trade"},
              {"tariff into A from B on X is 25%\ntariff into A from B on X,Y is 30%",
               "model.shock.range", "is 30% here and 25% in line 5 of the same outcome"},
              {"tariff into A from B on X plus 2500%", "model.shock.range", "above 1,000%"},
              {"tariff into Alhpa from B on X plus 5%", "model.shock.text", "A is near: Alhpa"},
              {"tariff into A from BC on X plus 5%", "model.shock.text", "it is a part of B: BC"},
              {"tariff into A from B on X 25%", "model.shock.text", "is or plus"},
              {"outcome more:", "model.shock.text", "has no colon: more:"},
              {"tariff into A from B on X plus -90%", "model.shock.range",
               "the base year charges"}};
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    struct imp_shock *s = NULL;
    struct imp_model *m = NULL;
    struct imp_error err = {0};
    struct imp_model_options o = {.draws = 0};
    char text[160];
    int n = snprintf(text, sizeof text, "impost-shock 1\ntitle T\noutcome calm\noutcome duty\n%s\n",
                     rows[k].text);
    enum imp_status status = imp_shock_read(world, text, (size_t)n, "mine", &s, &err);
    if (status == IMP_OK) status = imp_model_run(world, s, &o, &m, &err);
    assert_int_equal(status, IMP_USAGE);
    if (strstr(err.message, rows[k].words) == NULL) fail_msg("%s: %s", rows[k].text, err.message);
    assert_string_equal(err.id, rows[k].id);
    assert_non_null(strstr(err.message, rows[k].words));
    imp_shock_free(s);
  }
}

/* A region may be named by its title or its one place; what an outcome holds stands with it. */
static void names_and_statements_are_told(void **state) {
  (void)state;
  static const char text[] =
      "impost-shock 1\ntitle T\nalone a half\ntariff into alpha from Beta on Y plus 1%\noutcome "
      "calm\n"
      "outcome duty\ntariff into AA from B on X plus 5%\ntariff into B from A on X is 9%\n";
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, text, sizeof text - 1, "names", &s, &err), &err);
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  assert_true(m->scenarios[1]->at[at_flow(world->e, 0, 0, 1)] != 0);
  assert_true(m->scenarios[0]->at[at_flow(world->e, 1, 0, 1)] != 0);
  struct imp_text page = report(m, IMP_TEXT, IMP_NO_PICTURE), json = report(m, IMP_JSON, 0);
  says(&page, "WARNING       a half");
  says(&page, "tariff into AA from B on X plus 5%");
  says(&page, "B: the data have no duties of the base year, so a rate");
  says(&json, "\"statements\": [\"tariff into alpha from Beta on Y plus 1%\", \"tariff into AA");
  imp_text_free(&page);
  imp_text_free(&json);
  imp_model_free(m);
  imp_shock_free(s);
  ok(imp_shock_read(world, SMALL_SHOCK, sizeof SMALL_SHOCK - 1, "grain", &s, &err), &err);
  assert_int_equal(imp_shock_odds(s, "dutty=30%", &err), IMP_USAGE);
  assert_non_null(strstr(err.message, "\"dutty\" is no outcome; there are calm, duty, pledge"));
  imp_shock_free(s);
}

/* A pledge of one outcome is not drawn in another that has the same pledge without a doubt. */
static void pledges_of_outcomes_are_apart(void **state) {
  (void)state;
  static const char text[] =
      "impost-shock 1\ntitle T\noutcome calm\noutcome sure\nfloor into A from C on X at 150%\n"
      "outcome doubt\nfloor into A from C on X at 150% kept 90% sd 10%\n";
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  struct imp_model_options o = {.draws = 50};
  ok(imp_shock_read(world, text, sizeof text - 1, "pledges", &s, &err), &err);
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  for (uint32_t w = 0; w < m->watches; w++) {
    if (m->watch[w].importer != 0 || m->watch[w].region != 2) continue;
    struct imp_estimate sure = m->watched[1 * m->watches + w],
                        doubt = m->watched[2 * m->watches + w];
    assert_true(fabs(sure.low - 0.5) < 1e-4 && fabs(sure.high - 0.5) < 1e-4);
    assert_true(doubt.high - doubt.low > 0.2);
  }
  imp_model_free(m);
  imp_shock_free(s);
}

/* ---- structures, forms -------------------------------------------------------------------------------- */

static void structures_stand_side_by_side(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.structures = 1});
  assert_int_equal(m->structure_count, 5); /* two sets, two other closures, no inputs */
  assert_true(m->structures[3].inputs && !m->structures[4].inputs && m->structures[4].solved);
  assert_true(fabs(m->structures[4].income[3 + 1] - m->structures[0].income[3 + 1]) > 1e-6);
  assert_true(
      m->structures[0].income[3 + 1] == imp_model_at(m, 1, 1, IMP_REAL_INCOME).central ||
      fabs(m->structures[0].income[3 + 1] - imp_model_at(m, 1, 1, IMP_REAL_INCOME).central) < 1e-7);
  assert_true(fabs(m->structures[1].income[3 + 1] - m->structures[0].income[3 + 1]) > 1e-6);
  imp_model_free(m);
}

static void every_form_says_layer_and_unit(void **state) {
  (void)state;
  struct imp_model *m = run((struct imp_model_options){.draws = 20, .structures = 1});
  struct imp_text text = report(m, IMP_TEXT, IMP_NO_PICTURE),
                  json = report(m, IMP_JSON, IMP_NO_PICTURE);
  struct imp_text csv = report(m, IMP_CSV, IMP_NO_PICTURE), svg = report(m, IMP_TEXT, IMP_SVG);
  says(&text, "base year 2020");
  says(&text, "odds 40%");
  says(&text, "not in it");
  says(&text, "20 solved, 0 not");
  says(&json, "\"schema\": \"impost.model/1\"");
  says(&json, "\"not_in_it\": [");
  says(&json,
       "{\"layer\": \"long-run\", \"outcome\": \"duty\", \"against\": \"calm\", \"region\": \"B\", "
       "\"metric\": \"real-income\", \"unit\": \"fraction\", \"central\": -0.");
  says(&csv, "layer,outcome,against,region,sector,metric,unit,central,low,high,below_zero,error,"
             "category\n");
  says(&csv, "\naccounting,duty,base year,A,,duty,million USD,36.00000000,,,,,\n");
  says(&csv, "\nshort-run,pledge,base year,A,Y,output-first-order,fraction,-0.");
  says(&svg, "<svg ");
  says(&svg, "</svg>\n");
  imp_text_free(&text);
  imp_text_free(&json);
  imp_text_free(&csv);
  imp_text_free(&svg);
  imp_model_free(m);
}

/* ---- the base year in the library --------------------------------------------------------------------- */

static void the_library_has_a_base_year(void **state) {
  (void)state;
  struct imp_world *w = NULL;
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  ok(imp_world_default(&w, &err), &err);
  assert_int_equal(imp_world_regions(w), 24);
  assert_int_equal(imp_world_sectors(w), 28);
  assert_string_equal(imp_world_region(w, 0), "USA");
  assert_null(imp_world_region(w, 24));
  assert_null(imp_world_sector(w, 28));
  assert_true(w->e->balanced);
  ok(imp_shock_named(w, "us.china-100", &s, &err), &err);
  uint32_t last = imp_shock_outcomes(s) - 1;
  assert_string_equal(imp_shock_outcome(s, last), "us.china-100");
  assert_null(imp_shock_outcome(s, last + 1));
  struct imp_model_options o = {.draws = 40, .seed = 1};
  ok(imp_model_run(w, s, &o, &m, &err), &err);
  assert_int_equal(imp_model_state(m).unsolved, 0);
  assert_int_equal(imp_model_state(m).fell_back, 0);
  for (uint32_t n = 0; n < 2; n++) /* both sides lose, whatever the draw */
    assert_true(imp_model_at(m, last, n, IMP_REAL_INCOME).below == 1);
  uint32_t vietnam = economy_region(w->e, STR("VNM"));
  assert_true(imp_model_at(m, last, vietnam, IMP_REAL_INCOME).low > 0);
  imp_model_free(m);
  imp_shock_free(s);
  assert_int_equal(imp_shock_named(w, "us.mars", &s, &err), IMP_USAGE);
  assert_non_null(strstr(err.message, "us.china-100"));
  imp_world_free(w);
}

/* The largest run there is by the oracle: every region's income and every price of 145% against 125%. */
static void the_plain_way_agrees_on_the_base_year(void **state) {
  (void)state;
  struct imp_world *w = NULL;
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct solution *plain = NULL;
  struct imp_error err = {0};
  struct imp_model_options o = {.tolerance = 1e-10};
  ok(imp_world_default(&w, &err), &err);
  ok(imp_shock_named(w, "us.china-145", &s, &err), &err);
  ok(imp_model_run(w, s, &o, &m, &err), &err);
  ok(solution_new(w->e, &plain, &err), &err);
  ok(plain_solve(m->scenarios[1], m->theta, 1e-10, 2000, plain, &err), &err);
  assert_true(plain->solved);
  for (uint32_t n = 0; n < w->e->regions; n++) {
    assert_true(fabs(plain->income[n] / m->solutions[1]->income[n] - 1) < 1e-8);
    for (uint32_t j = 0; j < w->e->sectors; j++) {
      size_t at = at_cell(w->e, n, j);
      assert_true(fabs(plain->price[at] / m->solutions[1]->price[at] - 1) < 1e-8);
    }
  }
  solution_free(plain);
  imp_model_free(m);
  imp_shock_free(s);
  imp_world_free(w);
}

/* Every shock in the library is read and solved. */
static void every_shock_of_the_library_is_solved(void **state) {
  (void)state;
  static const char *const names[] = {"us.china-100", "us.china-145", "us-cn.framework"};
  struct imp_world *w = NULL;
  struct imp_error err = {0};
  ok(imp_world_default(&w, &err), &err);
  for (size_t k = 0; k < 3; k++) {
    struct imp_shock *s = NULL;
    struct imp_model *m = NULL;
    struct imp_model_options o = {.structures = 1};
    ok(imp_shock_named(w, names[k], &s, &err), &err);
    ok(imp_model_run(w, s, &o, &m, &err), &err);
    for (uint32_t r = 0; r < m->structure_count; r++) assert_true(m->structures[r].solved);
    imp_model_free(m);
    imp_shock_free(s);
  }
  imp_world_free(w);
}

/* ---- refused ------------------------------------------------------------------------------------------ */

static void bad_options_are_refused(void **state) {
  (void)state;
  static const struct {
    struct imp_model_options o;
    const char *id;
  } rows[] = {{{.set = "three"}, "model.set"},
              {{.draws = 100001}, "model.draws"},
              {{.closure = (enum imp_closure)7}, "model.closure"}};
  for (size_t k = 0; k < 3; k++) {
    struct imp_model *m = NULL;
    struct imp_error err = {0};
    assert_int_equal(imp_model_run(world, shock, &rows[k].o, &m, &err), IMP_USAGE);
    assert_string_equal(err.id, rows[k].id);
    assert_null(m);
  }
}

/* ---- rates of law ------------------------------------------------------------------------------------- */

/* Two lines of one cell, half the trade each: the rate that stands for them is the one a nest feels, below the mean. */
static void rates_of_law_are_joined_as_buyers_feel_them(void **state) {
  (void)state;
  static const char *const names[] = {"low", "high"};
  struct imp_tariffs *t = NULL;
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  ok(imp_tariffs_new(world, "A", 2, false, NULL, &t, &err), &err);
  imp_tariffs_add(t, 0, "100110", "BB", 500, 500, 0);
  imp_tariffs_add(t, 1, "100110", "BB", 500, 500, IMP_SHARE_WHOLE);
  imp_tariffs_add(t, 0, "2001", "BC", 500, 500, 0);
  imp_tariffs_add(t, 1, "2001", "BC", 500, 500, 0);
  imp_tariffs_add(t, 1, "1005", "QQ", 400, 100,
                  IMP_SHARE_WHOLE / 4);                           /* the longer prefix: Y, of C */
  imp_tariffs_add(t, 1, "99", "BB", 9000, 9000, IMP_SHARE_WHOLE); /* no sector */
  imp_tariffs_add(t, 1, "10", "AA", 9000, 9000, IMP_SHARE_WHOLE); /* home */
  ok(imp_shock_of_tariffs(t, "Law", names, names, "", &s, &err), &err);
  struct imp_model_options o = {.draws = 0};
  ok(imp_model_run(world, s, &o, &m, &err), &err);
  double felt = pow((1 + pow(2, -5)) / 2, -1.0 / 5) - 1; /* theta of X is 5 */
  const struct economy *e = world->e;
  const struct cell *x = &m->scenarios[1]->cells[m->scenarios[1]->at[at_flow(e, 0, 0, 1)] - 1];
  const struct cell *y = &m->scenarios[1]->cells[m->scenarios[1]->at[at_flow(e, 1, 0, 2)] - 1];
  assert_true(fabs(x->part[0].tariff - felt) < 1e-7 && felt < 0.5);
  assert_true(fabs(y->part[0].tariff - 0.25) < 1e-7);
  /* Nobody has moved on the first day: the mean of 0 and 100% is charged. */
  const struct at_border *a = &m->border[1 * 3 + 0];
  double charged = e->flow[at_flow(e, 0, 0, 1)] * .5 + e->flow[at_flow(e, 1, 0, 2)] * .25;
  for (uint32_t j = 0; j < 2; j++)
    for (uint32_t i = 1; i < 3; i++)
      if (i != j + 1) charged += e->flow[at_flow(e, j, 0, i)] * e->tariff[at_flow(e, j, 0, i)];
  assert_true(fabs(a->duty_accounting - charged) < 1e-4);
  assert_int_equal(m->scenarios[1]->count, 2);
  struct imp_text text = report(m, IMP_TEXT, IMP_NO_PICTURE);
  says(&text, "100.0% of the trade");
  assert_null(strstr(text.p, "no rate differs"));
  imp_text_free(&text);
  imp_model_free(m);
  imp_shock_free(s);
  imp_tariffs_free(t);
  assert_int_equal(imp_tariffs_new(world, "A", 2, false, "three", &t, &err), IMP_USAGE);
  assert_string_equal(err.id, "model.set");
  ok(imp_tariffs_new(world, "A", 2, false, "two", &t, &err), &err); /* theta of X is 9 */
  assert_int_equal(imp_tariffs_differ(t), 0);
  imp_tariffs_add(t, 0, "10", "BB", 1, 1, 0);
  imp_tariffs_add(t, 1, "10", "BB", 500, 500, IMP_SHARE_WHOLE);
  imp_tariffs_add(t, 1, "20", "BC", 500, 500, 0);
  assert_int_equal(imp_tariffs_differ(t), 1);
  ok(imp_shock_of_tariffs(t, "Law", names, names, "", &s, &err), &err);
  felt = pow((1 + pow(2, -9)) / 2, -1.0 / 9) - 1;
  assert_true(fabs(s->s->statements[1].value - felt) < 1e-7);
  imp_shock_free(s);
  imp_tariffs_free(t);
  assert_int_equal(imp_tariffs_new(world, "Q", 2, false, NULL, &t, &err), IMP_USAGE);
  assert_int_equal(imp_tariffs_new(world, "A", 1, false, NULL, &t, &err), IMP_USAGE);
  assert_int_equal(imp_world_region_of(world, "BC"), 1);
  assert_int_equal(imp_world_region_of(world, "ZZ"), 2);
}

/* What another text says of outcomes of the same names comes beside what they hold. */
static void shocks_are_joined_by_outcome(void **state) {
  (void)state;
  static const char more[] =
      "impost-shock 1\ntitle More\nnote by hand\noutcome pledge\n"
      "tariff into B from A on X plus 50%\noutcome duty\ntariff into B from A on Y plus 20%\n";
  static const char other[] = "impost-shock 1\ntitle Other\noutcome calm\noutcome storm\n";
  struct imp_shock *into = NULL, *from = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, SMALL_SHOCK, sizeof SMALL_SHOCK - 1, "grain", &into, &err), &err);
  ok(imp_shock_read(world, more, sizeof more - 1, "more", &from, &err), &err);
  ok(imp_shock_join(into, from, &err), &err);
  ok(imp_model_run(world, into, &o, &m, &err), &err);
  const struct economy *e = world->e;
  size_t grain = at_flow(e, 0, 1, 0), metal = at_flow(e, 1, 1, 0);
  assert_true(m->scenarios[0]->at[grain] == 0 && m->scenarios[1]->at[grain] == 0 &&
              m->scenarios[2]->at[grain] != 0);
  assert_true(m->scenarios[1]->at[metal] != 0 && m->scenarios[2]->at[metal] == 0);
  struct imp_text page = report(m, IMP_TEXT, IMP_NO_PICTURE);
  says(&page, "by hand");
  imp_text_free(&page);
  imp_model_free(m);
  imp_shock_free(from);
  ok(imp_shock_read(world, other, sizeof other - 1, "other", &from, &err), &err);
  assert_int_equal(imp_shock_join(into, from, &err), IMP_USAGE);
  assert_non_null(strstr(err.message, "storm"));
  imp_shock_free(from);
  imp_shock_free(into);
}

static enum imp_status from_the_law(void) {
  static const char *const names[] = {"low", "high"};
  struct imp_world *w = NULL;
  struct imp_tariffs *t = NULL;
  struct imp_shock *s = NULL;
  struct imp_error err = {0};
  enum imp_status status = imp_world_read(SMALL_WORLD, sizeof SMALL_WORLD - 1, "small", &w, &err);
  if (status == IMP_OK) status = imp_tariffs_new(w, "A", 2, false, NULL, &t, &err);
  if (status == IMP_OK) imp_tariffs_add(t, 1, "10", "BB", 5, 5, 25000000);
  if (status == IMP_OK) status = imp_shock_of_tariffs(t, "Law", names, names, "", &s, &err);
  if (status == IMP_OK) status = imp_shock_join(s, s, &err);
  imp_shock_free(s);
  imp_tariffs_free(t);
  imp_world_free(w);
  return status;
}

static void a_pledge_nobody_can_keep_is_refused_in_words(void **state) {
  (void)state;
  static const char text[] =
      "impost-shock 1\ntitle T\noutcome calm\noutcome mad\n"
      "floor into A from C on X at 90000%\nfloor into A from B on X at 90000%\n";
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  struct imp_model_options o = {.draws = 0};
  ok(imp_shock_read(world, text, sizeof text - 1, "mad", &s, &err), &err);
  assert_int_equal(imp_model_run(world, s, &o, &m, &err), IMP_FINDINGS);
  assert_null(m);
  assert_string_equal(err.id, "model.unsolved");
  assert_non_null(strstr(err.message, "outcome mad"));
  imp_shock_free(s);
}

static enum imp_status everything(void) {
  struct imp_world *w = NULL;
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_text text = {0};
  struct imp_error err = {0};
  struct imp_model_options o = {.draws = 3, .threads = 1, .structures = 1};
  struct imp_report_options form = {.format = IMP_TEXT};
  enum imp_status status = imp_world_read(SMALL_WORLD, sizeof SMALL_WORLD - 1, "small", &w, &err);
  if (status == IMP_OK)
    status = imp_shock_read(w, SMALL_SHOCK, sizeof SMALL_SHOCK - 1, "grain", &s, &err);
  if (status == IMP_OK) status = imp_model_run(w, s, &o, &m, &err);
  if (status == IMP_OK) status = imp_report_model(m, &form, IMP_NO_PICTURE, &text, &err);
  form.format = IMP_JSON;
  if (status == IMP_OK) status = imp_report_model(m, &form, IMP_NO_PICTURE, &text, &err);
  if (status == IMP_OK) status = imp_report_model(m, &form, IMP_SVG, &text, &err);
  if (status == IMP_OK) status = imp_report_world(w, &form, &text, &err);
  imp_text_free(&text);
  imp_model_free(m);
  imp_shock_free(s);
  imp_world_free(w);
  return status;
}

static void memory_may_run_out_anywhere(void **state) {
  (void)state;
  starve(everything, 60);
  starve(from_the_law, 12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_duty_hurts_the_one_it_is_on),
      cmocka_unit_test(accounting_is_rates_on_base_trade),
      cmocka_unit_test(what_others_gain_is_against_the_first_outcome),
      cmocka_unit_test(one_bottleneck_is_the_closed_form),
      cmocka_unit_test(shortages_are_ordered_from_least_to_most),
      cmocka_unit_test(the_long_run_of_a_shortage_is_a_limit),
      cmocka_unit_test(an_average_duty_is_over_goods_that_pass),
      cmocka_unit_test(a_limit_at_the_border_is_met_there),
      cmocka_unit_test(draws_do_not_depend_on_threads),
      cmocka_unit_test(bands_hold_the_centre_and_shrink_to_no_width),
      cmocka_unit_test(a_pledge_is_kept_in_part),
      cmocka_unit_test(pledges_of_outcomes_are_apart),
      cmocka_unit_test(structures_stand_side_by_side),
      cmocka_unit_test(outcomes_are_mixed_by_odds_that_add_up),
      cmocka_unit_test(odds_that_are_none_are_refused),
      cmocka_unit_test(statements_that_cannot_be_are_told),
      cmocka_unit_test(names_and_statements_are_told),
      cmocka_unit_test(every_form_says_layer_and_unit),
      cmocka_unit_test(the_library_has_a_base_year),
      cmocka_unit_test(the_plain_way_agrees_on_the_base_year),
      cmocka_unit_test(every_shock_of_the_library_is_solved),
      cmocka_unit_test(a_pledge_nobody_can_keep_is_refused_in_words),
      cmocka_unit_test(shocks_are_joined_by_outcome),
      cmocka_unit_test(rates_of_law_are_joined_as_buyers_feel_them),
      cmocka_unit_test(bad_options_are_refused),
      cmocka_unit_test(memory_may_run_out_anywhere),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
