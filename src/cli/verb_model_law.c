// SPDX-License-Identifier: Apache-2.0
// model --branch: the answers of a question of the law as outcomes, their rates asked of the law for every number of goods
// and every place with its trade.

#include <stdio.h>
#include <string.h>

#include "cli/verb_model.h"
#include "impost/average.h"
#include "impost/lookup.h"

enum { ANSWERS_MOST = 8, REGIONS_MOST = 128 };

struct branch {
  struct cli *cli;
  const struct imp_world *world;
  const char *question, *title;
  const char *answers[ANSWERS_MOST], *titles[ANSWERS_MOST];
  uint32_t count;
  struct imp_pair *picks;
  struct imp_tariffs *tariffs;
};

/* ---- the question ------------------------------------------------------------------------------------- */

static enum imp_status split_answers(struct branch *b, const char *text, struct imp_error *err) {
  struct str rest = str_of(text), part;
  while (str_split(&rest, ',', &part)) {
    if (b->count == ANSWERS_MOST)
      return cli_usage(b->cli, err, "%s has more than %d answers", b->question, ANSWERS_MOST);
    b->answers[b->count] = str_dup(&b->cli->arena, str_trim(part));
    b->titles[b->count] = b->answers[b->count];
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

struct group { /* places of one region */
  const char *places[256];
  uint32_t count;
};

static enum imp_status gather_places(struct branch *b, struct group *groups,
                                     struct imp_error *err) {
  const struct cli_values *asked = &b->cli->args->options[OPTION_PLACE];
  struct imp_lookup *lookup = NULL;
  struct imp_places_page *page = NULL;
  enum imp_status status = imp_lookup_open(b->cli->law, &lookup, err);
  for (uint32_t a = 0; status == IMP_OK && a < (asked->count > 0 ? asked->count : 1); a++) {
    status = imp_lookup_places(lookup, &b->cli->query, asked->count > 0 ? asked->items[a] : NULL,
                               &page, err);
    for (uint32_t k = 0; status == IMP_OK && k < page->count; k++) {
      uint32_t n = imp_world_region_of(b->world, page->places[k].iso2);
      if (n >= REGIONS_MOST || groups[n].count == 256) continue;
      groups[n].places[groups[n].count++] = str_dup(&b->cli->arena, str_of(page->places[k].iso2));
    }
    if (status == IMP_OK && page->count == 0)
      status = cli_usage(b->cli, err, "no place is called \"%s\"", asked->items[a]);
    imp_places_page_free(page);
    page = NULL;
  }
  imp_lookup_free(lookup);
  if (status == IMP_OK && b->cli->arena.failed) status = error_no_memory(err);
  return status;
}

/* As claimed: preferences and exclusions by their use. Between low and high, where a fact decides, the middle. */
static enum imp_status add_rates(struct branch *b, uint32_t outcome, const struct group *g,
                                 uint32_t jobs, struct imp_error *err) {
  struct imp_average_options o = {.by = IMP_AVERAGE_BY_HS6,
                                  .on = b->cli->query.on,
                                  .places = g->places,
                                  .place_count = g->count,
                                  .jobs = jobs};
  struct imp_average *rates = NULL;
  enum imp_status status = imp_average_make(b->cli->law, &b->cli->query, &o, &rates, err);
  for (uint32_t k = 0; status == IMP_OK && k < imp_average_count(rates); k++) {
    const struct imp_average_row *row = imp_average_at(rates, k);
    int64_t share = row->used.low + (row->used.high - row->used.low) / 2;
    imp_tariffs_add(b->tariffs, outcome, row->key, g->places[0], row->trade, row->used.rated,
                    share);
  }
  imp_average_free(rates);
  return status;
}

static enum imp_status ask_law(struct branch *b, const struct group *groups,
                               struct imp_error *err) {
  uint32_t jobs = 1, regions = imp_world_regions(b->world);
  enum imp_status status = cli_jobs(b->cli, &jobs, err);
  struct imp_query kept = b->cli->query;
  for (uint32_t k = 0; k < b->count && status == IMP_OK; k++) {
    b->picks[kept.pick_count].value = b->answers[k];
    b->cli->query.picks = b->picks;
    b->cli->query.pick_count = kept.pick_count + 1;
    for (uint32_t n = 0; n < regions && status == IMP_OK; n++)
      if (groups[n].count > 0) status = add_rates(b, k, &groups[n], jobs, err);
  }
  b->cli->query = kept;
  return status;
}

enum imp_status model_branch(struct cli *cli, const struct imp_world *world, bool alone,
                             struct imp_shock **out, struct imp_error *err) {
  struct branch b = {.cli = cli, .world = world, .question = cli_value(cli->args, OPTION_BRANCH)};
  struct group *groups = mem_alloc(REGIONS_MOST * sizeof *groups);
  struct buf title = {0};
  enum imp_status status = groups == NULL ? error_no_memory(err) : cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = find_question(&b, err);
  if (status == IMP_OK) status = make_picks(&b, err);
  if (status == IMP_OK) status = imp_tariffs_new(world, "USA", b.count, &b.tariffs, err);
  if (status == IMP_OK) status = gather_places(&b, groups, err);
  if (status == IMP_OK) status = ask_law(&b, groups, err);
  buf_printf(&title, "%s (%s, known %s, entered %s)", b.title != NULL ? b.title : "", b.question,
             cli->query.known != NULL ? cli->query.known : "as best known",
             cli->query.on != NULL ? cli->query.on : "that day");
  if (status == IMP_OK)
    status = imp_shock_of_tariffs(b.tariffs, title.n > 0 ? title.p : "", b.answers, b.titles,
                                  alone ? "note the other side's reply and export controls are not "
                                          "in it: add them with --shock\n"
                                        : "",
                                  out, err);
  buf_free(&title);
  imp_tariffs_free(b.tariffs);
  mem_free(groups);
  return status;
}
