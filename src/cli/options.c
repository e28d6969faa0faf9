// SPDX-License-Identifier: Apache-2.0
// Reading the command line: see options.h. The table knows what is allowed; nothing here knows what it
// is for.

#include "cli/options.h"

#include <string.h>

#define V(id)    (1u << VERB_##id)
#define DUTY_WHY (V(DUTY) | V(WHY))
#define ASK_SAY  (V(ASK) | V(SAY))
#define LOOKUPS  (V(GOODS) | V(PLACES))
#define STUDIES  (V(TIMELINE) | V(UPCOMING) | V(DIFF))
#define DEALS                                                                                      \
  (V(EXPOSURE) | V(COVERAGE) | V(TALKS) | V(LICENCE) | V(PLEDGE) | V(PORTFEE) | V(BRANCH))
#define DESKS      (V(DESK) | V(PROPOSE))
#define EVERY_VERB ((1u << VERB_COUNT) - 1u)

const struct cli_verb cli_verbs[VERB_COUNT] = {
#define VERB(id, name, usage, title, more) {name, usage, title, more},
#include "cli/options.def"
#undef VERB
};

const struct cli_option cli_options[OPTION_COUNT] = {
#define OPTION(id, name, letter, argument, times, verbs, help)                                     \
  {name, letter, argument, times, verbs, help},
#include "cli/options.def"
#undef OPTION
};

/* ---- near words ------------------------------------------------------------------------------ */

enum { WORD_MOST = 31 };

static uint32_t least3(uint32_t a, uint32_t b, uint32_t c) {
  uint32_t ab = a < b ? a : b;
  return ab < c ? ab : c;
}

/* Edits between two short words; two neighbours swapped count as one edit. */
static uint32_t distance(struct str a, struct str b) {
  uint32_t rows[3][WORD_MOST + 1];
  for (size_t j = 0; j <= b.n; j++) rows[1][j] = (uint32_t)j;
  for (size_t i = 1; i <= a.n; i++) {
    uint32_t *now = rows[(i + 1) % 3], *last = rows[i % 3], *before = rows[(i + 2) % 3];
    now[0] = (uint32_t)i;
    for (size_t j = 1; j <= b.n; j++) {
      uint32_t cost = a.p[i - 1] != b.p[j - 1];
      now[j] = least3(last[j] + 1, now[j - 1] + 1, last[j - 1] + cost);
      bool swapped = i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1];
      if (swapped && before[j - 2] + 1 < now[j]) now[j] = before[j - 2] + 1;
    }
  }
  return rows[(a.n + 1) % 3][b.n];
}

const char *cli_nearest(const char *word, const char *const *known, uint32_t count) {
  struct str w = str_of(word);
  const char *best = NULL;
  uint32_t least = w.n <= 3 ? 2 : 3; /* strictly fewer edits than this */
  if (w.n > WORD_MOST) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    struct str k = str_of(known[i]);
    if (k.n > WORD_MOST) continue;
    uint32_t d = distance(w, k);
    bool beginning = w.n >= 2 && str_starts(k, w);
    if (beginning && d >= least) d = least - 1;
    if (d < least) {
      least = d;
      best = known[i];
    }
  }
  return best;
}

bool cli_is_choice(const char *choices, const char *value) {
  struct str rest = str_of(choices), part;
  while (str_split(&rest, '|', &part))
    if (str_eq(part, str_of(value))) return true;
  return false;
}

/* ---- the verb -------------------------------------------------------------------------------- */

static uint32_t verb_names(const char **names) {
  for (uint32_t i = 0; i < VERB_COUNT; i++) names[i] = cli_verbs[i].name;
  return VERB_COUNT;
}

static enum imp_status unknown_verb(const char *word, struct imp_error *err) {
  const char *names[VERB_COUNT];
  const char *near = cli_nearest(word, names, verb_names(names));
  bool code = word[0] >= '0' && word[0] <= '9';
  if (code)
    return error_set(err, IMP_USAGE, "usage.verb", "impost duty CODE FROM VALUE",
                     "\"%s\" is no verb; a code stands after the verb duty", word);
  if (near == NULL)
    return error_set(err, IMP_USAGE, "usage.verb", "impost help", "\"%s\" is no verb", word);
  return error_set(err, IMP_USAGE, "usage.verb", "impost help",
                   "\"%s\" is no verb; the nearest is %s", word, near);
}

static enum imp_status find_verb(const char *word, enum cli_verb_id *out, struct imp_error *err) {
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) word = "help";
  if (strcmp(word, "--version") == 0) word = "version";
  for (int i = 0; i < VERB_COUNT; i++)
    if (strcmp(word, cli_verbs[i].name) == 0) {
      *out = (enum cli_verb_id)i;
      return IMP_OK;
    }
  return unknown_verb(word, err);
}

/* ---- options --------------------------------------------------------------------------------- */

static const char *next_step(const struct cli_args *args, char *space, size_t size) {
  struct buf b = {0};
  buf_printf(&b, "impost help %s", cli_verbs[args->verb].name);
  if (b.n < size && !b.failed) memcpy(space, b.p, b.n + 1);
  buf_free(&b);
  return space;
}

/* Words of other programs and forms for what an option here says. */
static const struct {
  const char *word, *options; /* the first of them that the verb has */
} usual[] = {
    {"date", "on|known"},  {"entry-date", "on"}, {"day", "on|known"},  {"entered", "on"},
    {"as-of", "known|on"}, {"on", "from|date"},  {"since", "from"},    {"until", "to"},
    {"format", "json"},    {"out", "output"},    {"country", "place"}, {"spi", "claim"},
    {"what-if", "if"},     {"outcome", "if"},    {"facts", "fact"},
};

static bool has_option(const char *const *names, uint32_t count, struct str name) {
  for (uint32_t i = 0; i < count; i++)
    if (str_eq(str_of(names[i]), name)) return true;
  return false;
}

/* The option such a word means for the verb; empty: none. */
static struct str meant(const char *word, const char *const *names, uint32_t count) {
  struct str one;
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
    struct str rest = str_of(usual[i].options);
    if (strcmp(usual[i].word, word) != 0) continue;
    while (str_split(&rest, '|', &one))
      if (has_option(names, count, one)) return one;
  }
  return (struct str){0};
}

static enum imp_status unknown_option(const struct cli_args *args, const char *shown,
                                      const char *name, struct imp_error *err) {
  char next[64] = "impost help";
  const char *names[OPTION_COUNT];
  uint32_t count = 0;
  for (int i = 0; i < OPTION_COUNT; i++)
    if (cli_options[i].verbs & (1u << args->verb)) names[count++] = cli_options[i].name;
  const char *near = cli_nearest(name, names, count);
  struct str said = meant(name, names, count);
  next_step(args, next, sizeof next);
  if (said.n > 0 && strcmp(name, "on") == 0 && has_option(names, count, STR("to")))
    return error_set(err, IMP_USAGE, "usage.option", next,
                     "impost %s has no option %s; it goes through time: --from and --to",
                     cli_verbs[args->verb].name, shown);
  if (said.n > 0)
    return error_set(err, IMP_USAGE, "usage.option", next,
                     "impost %s has no option %s; here it is --%.*s", cli_verbs[args->verb].name,
                     shown, (int)said.n, said.p);
  if (near == NULL)
    return error_set(err, IMP_USAGE, "usage.option", next, "impost %s has no option %s",
                     cli_verbs[args->verb].name, shown);
  return error_set(err, IMP_USAGE, "usage.option", next,
                   "impost %s has no option %s; the nearest is --%s", cli_verbs[args->verb].name,
                   shown, near);
}

static int find_option(const struct cli_args *args, struct str name, char letter) {
  for (int i = 0; i < OPTION_COUNT; i++) {
    if ((cli_options[i].verbs & (1u << args->verb)) == 0) continue;
    if (letter != 0 ? cli_options[i].letter == letter : str_eq(name, str_of(cli_options[i].name)))
      return i;
  }
  return -1;
}

static enum imp_status add_value(struct cli_args *args, int id, const char *value,
                                 struct imp_error *err) {
  struct cli_values *v = &args->options[id];
  const struct cli_option *o = &cli_options[id];
  char next[64] = "";
  next_step(args, next, sizeof next);
  if (v->count == o->times)
    return error_set(err, IMP_USAGE, "usage.twice", next, "--%s stands more than %s", o->name,
                     o->times == 1   ? "once"
                     : o->times == 2 ? "twice"
                                     : "it may");
  if (value != NULL && value[0] == '\0')
    return error_set(err, IMP_USAGE, "usage.value", next, "--%s wants %s, nothing was given",
                     o->name, o->argument);
  if (v->items == NULL) v->items = arena_array(&args->arena, o->times, sizeof *v->items);
  if (v->items == NULL) return error_no_memory(err);
  v->items[v->count++] = value;
  return IMP_OK;
}

struct cursor { /* where in argv we are */
  char *const *argv;
  int argc, at;
};

static enum imp_status take_value(struct cli_args *args, struct cursor *c, int id,
                                  const char *attached, struct imp_error *err) {
  const struct cli_option *o = &cli_options[id];
  char next[64] = "";
  next_step(args, next, sizeof next);
  if (o->argument == NULL) {
    if (attached != NULL)
      return error_set(err, IMP_USAGE, "usage.value", next, "--%s takes no value", o->name);
    return add_value(args, id, NULL, err);
  }
  if (attached == NULL && c->at + 1 < c->argc) attached = c->argv[++c->at];
  if (attached == NULL)
    return error_set(err, IMP_USAGE, "usage.value", next, "--%s wants %s", o->name, o->argument);
  return add_value(args, id, attached, err);
}

static enum imp_status long_option(struct cli_args *args, struct cursor *c, struct imp_error *err) {
  const char *word = c->argv[c->at];
  const char *equals = strchr(word, '=');
  struct str name = str_of(word + 2);
  if (equals != NULL) name.n = (size_t)(equals - word - 2);
  int id = find_option(args, name, 0);
  if (id >= 0) return take_value(args, c, id, equals != NULL ? equals + 1 : NULL, err);
  char *copy = str_dup(&args->arena, name);
  if (copy == NULL) return error_no_memory(err);
  char *shown = str_dup(&args->arena, (struct str){word, name.n + 2});
  if (shown == NULL) return error_no_memory(err);
  return unknown_option(args, shown, copy, err);
}

static enum imp_status short_option(struct cli_args *args, struct cursor *c,
                                    struct imp_error *err) {
  const char *word = c->argv[c->at];
  int id = find_option(args, STR(""), word[1]);
  if (id < 0) return unknown_option(args, word, word + 1, err);
  return take_value(args, c, id, word[2] != '\0' ? word + 2 : NULL, err);
}

static enum imp_status take_word(struct cli_args *args, struct cursor *c, bool *only_words,
                                 struct imp_error *err) {
  const char *word = c->argv[c->at];
  if (!*only_words && strcmp(word, "--") == 0) {
    *only_words = true;
    return IMP_OK;
  }
  if (!*only_words && strncmp(word, "--", 2) == 0) return long_option(args, c, err);
  bool number = word[1] >= '0' && word[1] <= '9'; /* -5: a value, refused in its own words */
  if (!*only_words && word[0] == '-' && word[1] != '\0' && !number)
    return short_option(args, c, err);
  args->words[args->word_count++] = word;
  return IMP_OK;
}

enum imp_status cli_parse(int argc, char *const *argv, struct cli_args *out,
                          struct imp_error *err) {
  *out = (struct cli_args){.verb = VERB_HELP};
  if (argc < 2) return IMP_OK;
  enum imp_status status = find_verb(argv[1], &out->verb, err);
  if (status != IMP_OK) return status;
  out->words = arena_array(&out->arena, (size_t)argc, sizeof *out->words);
  if (out->words == NULL) return error_no_memory(err);
  struct cursor c = {argv, argc, 2};
  bool only_words = false;
  for (; c.at < argc && status == IMP_OK; c.at++) status = take_word(out, &c, &only_words, err);
  return status;
}

void cli_args_free(struct cli_args *args) {
  arena_free(&args->arena);
}

bool cli_has(const struct cli_args *args, enum cli_option_id id) {
  return args->options[id].count > 0;
}

const char *cli_value(const struct cli_args *args, enum cli_option_id id) {
  return cli_has(args, id) ? args->options[id].items[0] : NULL;
}
