// SPDX-License-Identifier: Apache-2.0
// From a statement to a proposal: what a person is asked to look at.
//
//   watch           a side said something of an item; acceptable from reports alone, carries no rate and no day
//   amend           who decides threatens or reports a measure with a number or a day; wants an official citation
//   contradiction   a side says otherwise than the law has it of that side, or than the law has it answered
//   expire-check    a day that was read has passed, and the law has no answer
//
// One proposal is one word of one speaker: the same again adds evidence, and after a week without it begins another.
// Nothing is proposed of an outlet, of a speaker without a side, of silence, or of words that take back what the status
// says ("does not expect"): what they would have the record say is not clear.
#include <string.h>

#include "desk/desk.h"

struct finding {
  const char *kind, *verb;
  const struct target *target; /* NULL: no file says where it belongs */
  struct buf note;             /* why it is a contradiction, or what the law has instead */
  bool in_law;                 /* the law has this word of this person */
};

static bool same(const char *a, const char *b) {
  return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool one_of(const char *word, const char *const *words) {
  for (; *words != NULL; words++)
    if (strcmp(word, *words) == 0) return true;
  return false;
}

/* As the table of docs/desk.md has it: what a status is in the record of the talks. */
static const char *verb_of(const char *status) {
  static const char *const raised[] = {"discussed", "threatened", NULL};
  static const char *const hedged[] = {"expected", "agreed in framework", NULL};
  if (strcmp(status, "denied") == 0) return "denies";
  return one_of(status, raised) ? "raises" : one_of(status, hedged) ? "expects" : "asserts";
}

static enum imp_stance stance_of(const char *verb) {
  static const char *const words[] = {"", "raises", "expects", "asserts", "denies"};
  unsigned i = IMP_RAISES;
  while (i < IMP_DENIES && strcmp(words[i], verb) != 0) i++;
  return (enum imp_stance)i;
}

/* ---- the law as known on a day ------------------------------------------------------------------------------------- */

enum imp_status propose_begin(struct proposer *p, struct imp_desk *desk, const struct imp_law *law,
                              struct imp_desk_added *counts, struct imp_error *err) {
  *p = (struct proposer){.desk = desk, .law = law, .counts = counts};
  return targets_read(imp_law_folder(law), &p->targets, err);
}

void propose_end(struct proposer *p) {
  imp_board_free(p->board);
  targets_free(&p->targets);
  p->board = NULL;
}

/* Law without talks has no board; then nothing is known of positions. */
enum imp_status propose_know(struct proposer *p, const char *day, struct imp_error *err) {
  struct imp_query query = {.known = day};
  struct imp_error quiet = {0};
  if (p->board != NULL && same(p->known, day)) return IMP_OK;
  imp_board_free(p->board);
  p->board = NULL;
  if (day == NULL || strlen(day) != 10) return IMP_OK;
  memcpy(p->known, day, 11);
  enum imp_status status = imp_board_open(p->law, &query, NULL, &p->board, &quiet);
  return status == IMP_NO_MEMORY ? error_no_memory(err) : IMP_OK;
}

const struct imp_item *propose_item(const struct proposer *p, const char *name) {
  const struct imp_talks *talks = p->board != NULL ? imp_board_talks(p->board) : NULL;
  for (uint32_t i = 0; talks != NULL && i < talks->item_count; i++)
    if (same(talks->items[i].name, name)) return &talks->items[i];
  return NULL;
}

/* The same person said the same of it, by the law. */
static bool law_has(const struct imp_item *item, const struct imp_news_statement *st,
                    const struct finding *f) {
  for (uint32_t i = 0; item != NULL && i < item->word_count; i++) {
    const struct imp_word *w = &item->words[i];
    bool answer =
        w->how == IMP_RAISES || f->target->answer == NULL || same(w->answer, f->target->answer);
    if (answer && w->how == stance_of(f->verb) && same(w->side, st->side_name) &&
        same(w->who, st->speaker))
      return true;
  }
  return false;
}

static void find_contradiction(const struct imp_item *item, const struct imp_news_statement *st,
                               struct finding *f) {
  bool asserts = strcmp(f->verb, "asserts") == 0, denies = strcmp(f->verb, "denies") == 0;
  const char *answer = f->target->answer != NULL ? f->target->answer : "";
  if (item == NULL || (!asserts && !denies)) return;
  for (uint32_t i = 0; i < item->word_count; i++) {
    const struct imp_word *w = &item->words[i];
    bool other = (w->how == IMP_DENIES && asserts) || (w->how == IMP_ASSERTS && denies);
    if (f->note.n == 0 && other && w->counts && same(w->side, st->side_name) &&
        same(w->answer, answer))
      buf_printf(&f->note, "by the law %s %s %s since %s (%s)", w->side,
                 w->how == IMP_DENIES ? "denies" : "asserts", w->answer, w->day, w->voice);
  }
  if (f->note.n == 0 && item->result_count > 0 && f->target->answer != NULL) {
    const struct imp_result *r = &item->results[item->result_count - 1];
    if (same(r->answer, answer) == denies)
      buf_printf(&f->note, "by the law the answer is %s since %s (%s)", r->answer, r->day, r->act);
  }
  if (f->note.n > 0) f->kind = "contradiction";
}

/* ---- what is proposed ------------------------------------------------------------------------------------------------ */

static bool is_amendment(const struct imp_news_statement *st, const struct target *law_line) {
  static const char *const firm[] = {"in force", "suspended", "confirmed by one side", NULL};
  bool new_law = strcmp(st->status, "threatened") == 0 || strcmp(st->status, "announced") == 0;
  bool decides = st->decides[0] == '\0' || same(st->decides, st->side);
  bool carries = st->number != NULL || st->from != NULL || st->to != NULL;
  if (!decides || !carries || (st->about != NULL && !same(st->about_side, st->side))) return false;
  return new_law || (law_line != NULL && one_of(st->status, firm));
}

static bool is_demand(struct str line) {
  return str_starts(line, STR("rate ")) || str_starts(line, STR("suspended "));
}

/* Has the block a rate or a suspension with this number and this day? Else its last one is told in the note. */
static bool block_states(struct arena *scratch, struct str block,
                         const struct imp_news_statement *st, struct buf *note) {
  struct str line, last = {0};
  while (str_split(&block, '\n', &line)) {
    const char *text = is_demand(line = str_trim(line)) ? str_dup(scratch, line) : NULL;
    if (text == NULL) continue;
    if (strstr(text, st->number) != NULL && strstr(text, st->from) != NULL) return true;
    last = line;
  }
  if (last.n > 0) buf_puts(note, "the law has: ");
  for (size_t i = 0; i < last.n; i++) /* without the blanks that line columns up */
    if (last.p[i] != ' ' || last.p[i - 1] != ' ') buf_putc(note, last.p[i]);
  return false;
}

static enum imp_status law_states(const struct proposer *p, const struct imp_news_statement *st,
                                  struct finding *f, bool *out, struct imp_error *err) {
  const struct target *t = f->target;
  struct arena scratch = {0};
  struct law_file file = {0};
  struct str block = {0};
  if (t == NULL || st->number == NULL || st->from == NULL) return IMP_OK;
  enum imp_status status =
      edit_find(&scratch, imp_law_folder(p->law), target_words[t->kind], t->name, &file, err);
  if (status == IMP_OK && edit_block(file.text, target_words[t->kind], t->name, &block))
    *out = block_states(&scratch, block, st, &f->note);
  bool starved = scratch.failed || f->note.failed;
  arena_free(&scratch);
  if (starved) return error_no_memory(err);
  return status == IMP_USAGE ? IMP_OK : status;
}

static void print_match(const struct imp_news_statement *st, const struct finding *f,
                        struct buf *out) {
  const struct target *t = f->target;
  /* A word is the same whatever number stood beside it, and however the law stood when it was read. */
  bool said = strcmp(f->kind, "amend") != 0;
  const char *const parts[] = {said ? "said" : f->kind,
                               st->measure,
                               st->actor != NULL ? st->actor : st->speaker,
                               f->verb,
                               st->status,
                               st->number,
                               st->from,
                               st->to,
                               t != NULL ? t->name : NULL};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (!said || i < 4 || i == 8) buf_printf(out, "%s|", parts[i] != NULL ? parts[i] : "");
}

/* Twelve hex digits of what it is about: the same on every desk. */
void propose_name(const char *match, int64_t serial, char name[13]) {
  static const char digits[] = "0123456789abcdef";
  uint64_t h = 1469598103934665603u;
  for (const char *p = match; *p != '\0'; p++) h = (h ^ (unsigned char)*p) * 1099511628211u;
  h ^= (uint64_t)serial * 0x9e3779b97f4a7c15u;
  h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
  h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
  h ^= h >> 31;
  for (int i = 0; i < 12; i++) name[i] = digits[h >> (i * 4) & 15];
  name[12] = '\0';
}

/* The proposal of this word that is no more than a week away, else 0; *serial: how many there are. */
static enum imp_status find_open(struct proposer *p, const char *match, int64_t *id,
                                 int64_t *serial, struct imp_error *err) {
  enum imp_status status =
      store_one(p->desk->store, 0, serial, err,
                "SELECT coalesce(max(serial), 0) FROM proposal WHERE match = ?", "t", match);
  if (status != IMP_OK) return status;
  return store_one(p->desk->store, 0, id, err,
                   "SELECT p.id FROM proposal p LEFT JOIN evidence e ON e.proposal = p.id LEFT "
                   "JOIN statement s ON s.id = e.statement LEFT JOIN article a ON a.id = s.article "
                   "WHERE p.match = ?1 AND (?2 IS NULL OR coalesce(a.published, p.day) IS NULL OR "
                   "abs(julianday(coalesce(a.published, p.day)) - julianday(?2)) <= 7) ORDER BY "
                   "p.serial LIMIT 1",
                   "tt", match, p->published);
}

static enum imp_status put_proposal(struct proposer *p, const struct imp_news_statement *st,
                                    const struct finding *f, const char *match, int64_t serial,
                                    int64_t *id, struct imp_error *err) {
  static const struct target none = {0};
  const struct target *t = f->target != NULL ? f->target : &none;
  char name[13], number[64];
  propose_name(match, serial, name);
  enum imp_status status = store_run(
      p->desk->store, err,
      "INSERT INTO proposal(name, match, serial, kind, state, measure, key, title, decides, actor, "
      "speaker, side, verb, status, number, first, last, target, place, answer, heading, question, "
      "outcome, note, day) VALUES(?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?, ?, ?, ?)",
      "ttittttttttttttttttttttt", name, match, serial, f->kind, st->measure, st->key, st->title,
      st->decides, st->actor, st->speaker, st->side, f->verb, st->status, desk_number(st, number),
      st->from, st->to, f->target != NULL ? target_words[t->kind] : NULL, t->name, t->answer,
      t->heading, t->question, t->outcome, f->note.n > 0 ? f->note.p : NULL, p->published);
  *id = store_last_id(p->desk->store);
  p->counts->proposals++;
  return status;
}

/* A re-issue is evidence too, but no report of its own. */
static enum imp_status put_evidence(struct proposer *p, int64_t proposal, int64_t statement,
                                    bool added, struct imp_error *err) {
  int64_t before = 0;
  enum imp_status status = store_one(
      p->desk->store, 0, &before, err,
      "SELECT count(*) FROM evidence e JOIN statement s ON s.id = e.statement JOIN article a ON "
      "a.id = s.article WHERE e.proposal = ? AND a.issue = ?",
      "ii", proposal, p->issue);
  if (status == IMP_OK)
    status = store_run(p->desk->store, err, "INSERT OR IGNORE INTO evidence VALUES(?, ?)", "ii",
                       proposal, statement);
  if (added && before == 0) p->counts->evidence++;
  return status;
}

static enum imp_status put(struct proposer *p, const struct imp_news_statement *st,
                           int64_t statement, struct finding *f, struct imp_error *err) {
  struct buf match = {0};
  int64_t id = 0, serial = 0;
  bool amend = strcmp(f->kind, "amend") == 0, there = f->in_law, known = false;
  print_match(st, f, &match);
  enum imp_status status = match.failed ? error_no_memory(err) : IMP_OK;
  if (status == IMP_OK) status = find_open(p, match.p, &id, &serial, err);
  known = id != 0;
  there = there && !known; /* what was proposed of it keeps its evidence, accepted or not */
  if (status == IMP_OK && amend && !known) status = law_states(p, st, f, &there, err);
  if (status == IMP_OK && st->actor == NULL)
    buf_printf(&f->note, "%sno actor file has %s: the side is what the text says",
               f->note.n > 0 ? "; " : "", st->speaker);
  if (status == IMP_OK && f->note.failed) status = error_no_memory(err);
  if (there) p->counts->in_law++;
  if (status == IMP_OK && !known && !there)
    status = put_proposal(p, st, f, match.p, serial + 1, &id, err);
  if (status == IMP_OK && !there) status = put_evidence(p, id, statement, known, err);
  buf_free(&match);
  return status;
}

/* A word of a side: where it belongs, and how the law as known that day stands to it. */
static enum imp_status take_word(struct proposer *p, const struct imp_news_statement *st,
                                 struct finding *f, struct imp_error *err) {
  f->kind = "watch";
  f->target = targets_find(&p->targets, st, p->published, false);
  if (f->target == NULL) return IMP_OK;
  if (f->target->verb != NULL) f->verb = f->target->verb;
  enum imp_status status = propose_know(p, p->published, err);
  if (status != IMP_OK) return status;
  const struct imp_item *item = propose_item(p, f->target->name);
  f->in_law = law_has(item, st, f);
  if (!f->in_law) find_contradiction(item, st, f);
  return f->note.failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status propose_statement(struct proposer *p, const struct imp_news_statement *st,
                                  int64_t statement, struct imp_error *err) {
  const struct target *law_line = targets_find(&p->targets, st, p->published, true);
  struct finding f = {.kind = "amend", .verb = verb_of(st->status), .target = law_line};
  bool denies = strcmp(st->status, "denied") == 0;
  if (st->side[0] == '\0' || strcmp(st->status, "unconfirmed") == 0 || (st->negative && !denies)) {
    p->counts->unvoiced++;
    return IMP_OK;
  }
  enum imp_status status = IMP_OK;
  if (!is_amendment(st, law_line)) status = take_word(p, st, &f, err);
  if (status == IMP_OK) status = put(p, st, statement, &f, err);
  buf_free(&f.note);
  return status;
}
