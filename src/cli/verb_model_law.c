// SPDX-License-Identifier: Apache-2.0
// model --branch: the answers of a question of the law as outcomes, their rates asked of the law for every number of goods
// and every place with its trade.

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "cli/verb_model_own.h"
#include "impost/average.h"
#include "impost/lookup.h"

/* ---- the question ------------------------------------------------------------------------------------- */

static enum imp_status split_answers(struct branch *b, const char *text, struct imp_error *err) {
  struct str rest = str_of(text), part;
  while (str_split(&rest, ',', &part)) {
    if (b->count == ANSWERS_MOST)
      return cli_usage(b->cli, err, "%s has more than %d answers", b->question, ANSWERS_MOST);
    b->answers[b->count] = str_dup(&b->cli->arena, str_trim(part));
    struct buf title = {0};
    buf_printf(&title, "the rates of the law if the answer is %s", b->answers[b->count]);
    b->titles[b->count] = str_dup(&b->cli->arena, buf_str(&title));
    buf_free(&title);
    b->count++;
  }
  return b->cli->arena.failed ? error_no_memory(err) : IMP_OK;
}

static enum imp_status find_question(struct branch *b, struct imp_error *err) {
  struct imp_outcomes *all = NULL;
  enum imp_status status = imp_outcomes(b->cli->law, &b->cli->query, &all, err);
  const char *near[256];
  uint32_t known = 0;
  for (uint32_t k = 0; status == IMP_OK && k < imp_outcomes_count(all); k++) {
    const struct imp_outcome *o = imp_outcomes_at(all, k);
    if (known < 256) near[known++] = o->name;
    if (strcmp(o->name, b->question) != 0) continue;
    b->title = str_dup(&b->cli->arena, str_of(o->title));
    if (strcmp(o->state, "not raised") == 0)
      status = cli_usage(b->cli, err, "%s was not raised yet on that day", b->question);
    else
      status = split_answers(b, o->answers, err);
  }
  if (status == IMP_OK && b->title == NULL) {
    const char *word = cli_nearest(b->question, near, known);
    status =
        cli_usage(b->cli, err,
                  "the law has no question \"%s\"%s%s; impost help outcomes lists them",
                  b->question, word != NULL ? ", the nearest is " : "", word != NULL ? word : "");
  }
  imp_outcomes_free(all);
  return status;
}

static enum imp_status make_picks(struct branch *b, struct imp_error *err) {
  uint32_t given = b->cli->query.pick_count;
  if (given + LINKED_MOST >= PICKS_MOST)
    return cli_usage(b->cli, err, "more than %d answers are assumed", PICKS_MOST - LINKED_MOST - 1);
  b->picks = arena_array(&b->cli->arena, given + 1u, sizeof *b->picks);
  if (b->picks == NULL) return error_no_memory(err);
  for (uint32_t k = 0; k < given; k++) {
    b->picks[k] = b->cli->query.picks[k];
    if (strcmp(b->picks[k].name, b->question) == 0)
      return cli_usage(b->cli, err, "--if %s leaves nothing to compare", b->question);
  }
  b->picks[given].name = b->question;
  return IMP_OK;
}

/* ---- its rates ---------------------------------------------------------------------------------------- */

struct places { /* those asked for; none: all */
  const char **items;
  uint32_t count;
};

static enum imp_status gather_places(struct branch *b, struct places *out, struct imp_error *err) {
  const struct cli_values *asked = &b->cli->args->options[OPTION_PLACE];
  struct imp_lookup *lookup = NULL;
  struct imp_places_page *page = NULL;
  if (asked->count == 0) return IMP_OK;
  out->items = arena_array(&b->cli->arena, PLACES_MOST, sizeof *out->items);
  enum imp_status status = imp_lookup_open(b->cli->law, &lookup, err);
  for (uint32_t a = 0; status == IMP_OK && out->items != NULL && a < asked->count; a++) {
    status = imp_lookup_places(lookup, &b->cli->query, asked->items[a], &page, err);
    for (uint32_t k = 0; status == IMP_OK && k < page->count && out->count < PLACES_MOST; k++)
      out->items[out->count++] = str_dup(&b->cli->arena, str_of(page->places[k].iso2));
    if (status == IMP_OK && page->count == 0)
      status = cli_usage(b->cli, err, "no place is called \"%s\"", asked->items[a]);
    imp_places_page_free(page);
    page = NULL;
  }
  imp_lookup_free(lookup);
  return status == IMP_OK && b->cli->arena.failed ? error_no_memory(err) : status;
}

struct asking { /* the rates of one place of entry under one answer */
  const struct branch *b;
  const struct places *places;
  struct imp_tariffs *tariffs;
  const char *into;
  uint32_t outcome, jobs;
  struct imp_average *rates;
  enum imp_status status;
  struct imp_error err;
};

/* As claimed: preferences and exclusions by their use. Between low and high, where a fact decides, the middle. */
static void take_cell(void *user, const char *place, const struct imp_average_row *row) {
  const struct asking *a = user;
  int64_t share = row->used.low + (row->used.high - row->used.low) / 2;
  imp_tariffs_add(a->tariffs, a->outcome, row->key, place, row->trade, row->used.rated, share);
}

static void *ask_rates(void *user) {
  struct asking *a = user;
  const struct branch *b = a->b;
  struct imp_query query = b->cli->query;
  struct imp_pair picks[PICKS_MOST];
  memcpy(picks, b->picks, (query.pick_count + 1u) * sizeof *picks);
  picks[query.pick_count++].value = b->answers[a->outcome];
  for (uint32_t k = 0; k < b->linked_count; k++)
    picks[query.pick_count++] = b->linked[a->outcome][k];
  query.picks = picks;
  struct imp_average_options o = {.by = IMP_AVERAGE_BY_PLACE,
                                  .into = a->into,
                                  .on = query.on,
                                  .places = a->places->items,
                                  .place_count = a->into == NULL ? a->places->count : 0,
                                  .jobs = a->jobs,
                                  .cell = take_cell,
                                  .user = a};
  a->status = imp_average_make(b->cli->law, &query, &o, &a->rates, &a->err);
  return NULL;
}

/* Answers share nothing but the law: each has a thread as long as there are some. */
static void ask_all(struct asking *all, uint32_t count, uint32_t jobs) {
  pthread_t threads[ANSWERS_MOST];
  bool started[ANSWERS_MOST] = {false};
  for (uint32_t k = 0; k < count; k++) all[k].jobs = jobs > count ? jobs / count : 1;
  for (uint32_t k = 0; k + 1 < count && k + 1 < jobs; k++)
    started[k] = pthread_create(&threads[k], NULL, ask_rates, &all[k]) == 0;
  for (uint32_t k = 0; k < count; k++)
    if (!started[k]) ask_rates(&all[k]);
  for (uint32_t k = 0; k < count; k++)
    if (started[k]) pthread_join(threads[k], NULL);
}

/* What the weights are, and what the book of the place leaves out. */
static void say_rates(const struct imp_average *rates, const char *region, struct buf *out) {
  buf_printf(out,
             "note %s: rates weighted by %s; the law's presumptions stand (metal: the whole "
             "value), programmes and "
             "exclusions as far as they were used, the middle where a fact that nothing presumes "
             "decides; impost "
             "rate --on has low and high\n",
             region, imp_average_trade(rates));
  for (uint32_t i = 0; imp_average_note(rates, i) != NULL; i++)
    buf_printf(out, "note %s: not in it: %s\n", region, imp_average_note(rates, i));
}

/* The rates of one place of entry under every answer, as a shock. `into` NULL: the place of the schedule. `more`: notes
 * besides, or NULL. */
static enum imp_status rates_of(struct branch *b, const struct places *places, const char *into,
                                const char *region, const char *title, const struct buf *more,
                                struct imp_shock **out, struct imp_error *err) {
  struct asking *all = mem_alloc(ANSWERS_MOST * sizeof *all);
  struct imp_tariffs *tariffs = NULL;
  struct buf said = {0};
  uint32_t jobs = 1;
  enum imp_status status = all == NULL ? error_no_memory(err) : cli_jobs(b->cli, &jobs, err);
  if (status == IMP_OK)
    status = imp_tariffs_new(b->world, region, b->count, into != NULL,
                             cli_value(b->cli->args, OPTION_ELASTICITIES), &tariffs, err);
  for (uint32_t k = 0; status == IMP_OK && k < b->count; k++)
    all[k] =
        (struct asking){.b = b, .places = places, .tariffs = tariffs, .into = into, .outcome = k};
  if (status == IMP_OK) ask_all(all, b->count, jobs);
  for (uint32_t k = 0; status == IMP_OK && k < b->count; k++) {
    status = all[k].status;
    if (status != IMP_OK && err != NULL) *err = all[k].err;
  }
  if (status == IMP_OK) say_rates(all[0].rates, region, &said);
  b->differ = b->differ || (status == IMP_OK && imp_tariffs_differ(tariffs));
  if (more != NULL && more->n > 0) buf_put(&said, (struct str){more->p, more->n});
  buf_putc(&said, '\0');
  if (status == IMP_OK && said.failed) status = error_no_memory(err);
  if (status == IMP_OK)
    status = imp_shock_of_tariffs(tariffs, title, b->answers, b->titles, said.p, out, err);
  for (uint32_t k = 0; all != NULL && k < b->count; k++) imp_average_free(all[k].rates);
  imp_tariffs_free(tariffs);
  buf_free(&said);
  mem_free(all);
  return status;
}

static bool is_asked(const struct places *p, const char *place) {
  bool found = p->count == 0;
  for (uint32_t k = 0; k < p->count && !found; k++) found = strcmp(p->items[k], place) == 0;
  return found;
}

/* The other sides' books: what each collects under the answers, joined to the shock. */
static enum imp_status add_replies(struct branch *b, const struct places *places, const char *title,
                                   struct imp_shock *shock, struct imp_error *err) {
  char into[3];
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; status == IMP_OK && imp_average_place(b->cli->law, i, into); i++) {
    uint32_t n = imp_world_region_of(b->world, into);
    struct imp_shock *reply = NULL;
    if (n == UINT32_MAX || !is_asked(places, into)) continue;
    status = rates_of(b, places, into, imp_world_region(b->world, n), title, NULL, &reply, err);
    if (status == IMP_OK) status = imp_shock_join(shock, reply, err);
    imp_shock_free(reply);
  }
  return status;
}

/* Those of the place whose schedule is held. */
static enum imp_status home_rates(struct branch *b, const struct places *places, const char *title,
                                  struct buf *moves, struct imp_shock **out,
                                  struct imp_error *err) {
  char home[3];
  bool held = imp_law_home(b->cli->law, home);
  uint32_t n = held ? imp_world_region_of(b->world, home) : UINT32_MAX;
  if (n == UINT32_MAX)
    return cli_usage(b->cli, err, "%s, whose duties the law holds, is no region of the model",
                     held ? home : "no place");
  return rates_of(b, places, NULL, imp_world_region(b->world, n), title, moves, out, err);
}

/* Which law was asked, and as of when: without it nobody can ask the same again. */
static void say_law(const struct cli *cli, struct buf *out) {
  const struct imp_query *q = &cli->query;
  const char *read = imp_law_read_through(cli->law);
  buf_printf(out, "source law %.8s, known %s, entered %s, basis %s, sources read through %s\n",
             imp_law_digest(cli->law), q->known != NULL ? q->known : "as best known",
             q->on != NULL ? q->on : "that day", q->basis == IMP_LEGAL ? "legal" : "collected",
             read != NULL ? read : "no day");
}

enum imp_status model_branch(struct cli *cli, const struct imp_world *world, bool alone,
                             struct imp_shock **out, struct imp_error *err) {
  struct branch b = {.cli = cli, .world = world, .question = cli_value(cli->args, OPTION_BRANCH)};
  struct places places = {0};
  struct buf title = {0}, moves = {0};
  enum imp_status status = cli_read_query(cli, err);
  *out = NULL;
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = find_question(&b, err);
  if (status == IMP_OK) status = make_picks(&b, err);
  if (status == IMP_OK) status = gather_places(&b, &places, err);
  if (status == IMP_OK) status = model_day(&b, &moves, err);
  buf_printf(&title, "%s (%s, known %s, entered %s)", b.title != NULL ? b.title : "", b.question,
             cli->query.known != NULL ? cli->query.known : "as best known",
             cli->query.on != NULL ? cli->query.on : "that day");
  buf_putc(&title, '\0');
  if (status == IMP_OK && title.failed) status = error_no_memory(err);
  if (status == IMP_OK) say_law(cli, &moves);
  if (status == IMP_OK) status = model_link(&b, &moves, err);
  if (status == IMP_OK) status = model_moves(&b, alone, &moves, err);
  if (status == IMP_OK && moves.failed) status = error_no_memory(err);
  if (status == IMP_OK) status = home_rates(&b, &places, title.p, &moves, out, err);
  if (status == IMP_OK) status = add_replies(&b, &places, title.p, *out, err);
  if (status == IMP_OK && alone && !b.differ) status = model_no_difference(&b, err);
  if (status == IMP_OK) status = model_pledges(&b, alone, *out, err);
  buf_free(&title);
  buf_free(&moves);
  return status;
}
