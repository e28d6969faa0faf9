// SPDX-License-Identifier: Apache-2.0
// A person decides. Accepting is the only way from a report into law, and a narrow one: one row of a voice, and at most
// one word or one statement by that voice. What carries a rate, a day or a scope wants the citation of an official text,
// typed; the statement names it and the proposal. What binds is written by hand, as an act: a voice only speaks.
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "desk/accept.h"
#include "impost/law.h"

/* ---- what is written ------------------------------------------------------------------------------------------------------- */

static void put_slug(struct buf *out, const char *text) {
  bool gap = true;
  for (; *text != '\0'; text++) {
    char c = *text >= 'A' && *text <= 'Z' ? (char)(*text + 32) : *text;
    bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!word && !gap) buf_putc(out, '-');
    if (word) buf_putc(out, c);
    gap = !word;
  }
  while (out->n > 0 && out->p[out->n - 1] == '-') out->p[--out->n] = '\0';
}

/* us.bessent.2025-10-26-nbc; of an official text us.official.2025-11-10-1a2b. */
static const char *voice_name(struct acceptance *a) {
  struct buf out = {0};
  const struct proposal *p = &a->p;
  put_slug(&out, p->side);
  if (out.n > 0) buf_putc(&out, '.');
  if (a->answers) {
    buf_printf(&out, "official.%s-%.4s", a->said_on, p->name);
  } else {
    size_t before = out.n;
    put_slug(&out, p->actor != NULL ? p->actor : p->speaker);
    if (out.n == before)
      buf_puts(&out, "voice"); /* a name without a letter that a name of law can have */
    buf_printf(&out, ".%s", a->said_on);
    if (p->venue != NULL) {
      buf_putc(&out, '-');
      put_slug(&out, p->venue);
    }
  }
  return buf_keep(&out, &a->arena);
}

static void put_string(struct buf *out, const char *text) {
  buf_putc(out, '"');
  for (; *text != '\0'; text++) buf_putc(out, *text == '"' ? '\'' : *text);
  buf_puts(out, "\" ");
}

static const char *venue_of(const struct acceptance *a) {
  return a->answers ? "official text" : a->p.venue != NULL ? a->p.venue : "venue unsaid";
}

/* As the table of places of the law that is written calls the side; an official text of nobody's is just that. */
static const char *side_name(struct acceptance *a) {
  enum { PLACES_BYTES = 1 << 20, NAME = 3 };
  struct buf path = {0};
  struct str rest, line, cell = {0};
  struct imp_error none = {0};
  const char *file;
  buf_printf(&path, "%s/places.tsv", a->asked->folder);
  file = buf_keep(&path, &a->arena);
  if (file == NULL || file_read(&a->arena, file, PLACES_BYTES, &rest, &none) != IMP_OK)
    return "official text";
  while (str_split(&rest, '\n', &line)) {
    if (!str_split(&line, '\t', &cell) || !str_eq(cell, str_of(a->p.side))) continue;
    for (int i = 0; i < NAME && str_split(&line, '\t', &cell); i++) continue;
    return str_dup(&a->arena, cell);
  }
  return "official text";
}

static const char *voice_row(struct acceptance *a) {
  const struct proposal *p = &a->p;
  struct buf out = {0}, source = {0};
  const char *side = a->answers ? side_name(a) : p->speaker;
  if (side == NULL) return NULL;
  buf_printf(&out, "%s %s%s%s ", a->voice, p->side, p->side[0] != '\0' ? " " : "", a->said_on);
  put_string(&out, side);
  put_string(&out, venue_of(a));
  if (a->asked->cite != NULL)
    buf_puts(&source, a->asked->cite);
  else
    buf_printf(&source, "%lld report%s%s%s", (long long)p->reports, p->reports == 1 ? "" : "s",
               p->names[0] != '\0' ? ": " : "", p->names);
  buf_puts(&out, a->asked->cite != NULL ? "official " : "report ");
  put_string(&out, source.n > 0 ? source.p : "");
  out.failed |= source.failed;
  buf_free(&source);
  while (out.n > 0 && out.p[out.n - 1] == ' ') out.p[--out.n] = '\0';
  return buf_keep(&out, &a->arena);
}

static enum imp_status compose_line(struct acceptance *a) {
  const struct proposal *p = &a->p;
  const struct target *t = &p->target;
  struct buf out = {0};
  bool made = true;
  if (a->answers) {
    buf_printf(&out, "answered %s by %s", t->answer, a->voice);
  } else if (a->carries) {
    if (a->asked->line != NULL)
      buf_puts(&out, a->asked->line);
    else
      made = proposal_statement(p, &out);
    buf_printf(&out, " by %s", a->voice);
  } else {
    bool answer = t->kind == TARGET_QUESTION && strcmp(p->verb, "raises") != 0;
    buf_printf(&out, "said %s %s%s%s by %s", p->side, p->verb, answer ? " " : "",
               answer ? t->answer : "", a->voice);
  }
  buf_printf(&out, " cite \"%s%sproposal %s\"", a->asked->cite != NULL ? a->asked->cite : "",
             a->asked->cite != NULL ? "; " : "", p->name);
  if (a->carries && !a->answers) buf_printf(&out, " if %s is %s", t->question, t->outcome);
  a->line = buf_keep(&out, &a->arena);
  if (made) return a->line != NULL ? IMP_OK : error_no_memory(a->err);
  return error_set(a->err, IMP_USAGE, "propose.line", "--line \"rate 100% from 2025-11-01\"",
                   "no statement of law can be made of what was read: type it");
}

/* A voice that the law has is not written again: it counts once, however many reports carry it. */
static enum imp_status find_voice(struct acceptance *a, bool *there) {
  const struct voice wanted = {a->p.side, a->said_on, a->p.speaker, venue_of(a)};
  struct buf row = {0};
  const char *known = NULL;
  enum imp_status status = IMP_OK;
  if (!a->answers) status = edit_voice(&a->arena, a->asked->folder, &wanted, &known, a->err);
  *there = known != NULL;
  if (status != IMP_OK || known != NULL) {
    a->voice = known;
    return status;
  }
  if ((a->voice = voice_name(a)) == NULL) return error_no_memory(a->err);
  buf_printf(&row, "\n  %s ", a->voice);
  status = row.failed ? error_no_memory(a->err)
                      : edit_holds(&a->arena, a->asked->folder, row.p, there, a->err);
  buf_free(&row);
  return status;
}

static enum imp_status compose(struct acceptance *a) {
  bool there = false;
  enum imp_status status = find_voice(a, &there);
  if (status == IMP_OK && !there && (a->row = voice_row(a)) == NULL)
    status = error_no_memory(a->err);
  return status == IMP_OK ? compose_line(a) : status;
}

static enum imp_status law_names_it(struct acceptance *a, bool *out) {
  struct buf words = {0};
  buf_printf(&words, "proposal %s\"", a->p.name);
  enum imp_status status = words.failed
                               ? error_no_memory(a->err)
                               : edit_holds(&a->arena, a->asked->folder, words.p, out, a->err);
  buf_free(&words);
  return status;
}

/* ---- writing ------------------------------------------------------------------------------------------------------------------ */

/* Somebody may have edited the file while the law was checked: nobody's line is lost. */
static enum imp_status check_unchanged(struct acceptance *a, const char *path) {
  struct str now = {0};
  enum imp_status status = file_read(&a->arena, path, 0, &now, a->err);
  if (status != IMP_OK || str_eq(now, a->file.text)) return status;
  return error_set(a->err, IMP_IO, "propose.changed", "accept it again",
                   "%s was changed while the law was checked", path);
}

static enum imp_status check_writable(const struct acceptance *a, const char *path) {
  char folder[4200];
  size_t n = strlen(path);
  const char *slash = strrchr(path, '/');
  if (slash != NULL && n < sizeof folder) {
    memcpy(folder, path, n + 1);
    folder[slash - path] = '\0';
    if (access(path, W_OK) == 0 && access(folder, W_OK) == 0) return IMP_OK;
  }
  return error_set(a->err, IMP_IO, "propose.read-only",
                   "name a copy of the law that can be written: --law FOLDER",
                   "%s cannot be written", path);
}

static enum imp_status write_law(struct acceptance *a) {
  struct buf path = {0}, text = {0};
  struct imp_text before = {0}, form = {0};
  struct insertion what = {.kind = a->p.target.kind,
                           .name = a->p.target.name,
                           .heading = a->p.target.heading,
                           .line = a->line,
                           .voice = a->row};
  enum imp_status status =
      edit_find(&a->arena, a->asked->folder, target_words[what.kind], what.name, &a->file, a->err);
  if (status == IMP_OK) status = imp_format(a->file.text.p, a->file.text.n, &before, a->err);
  if (status == IMP_OK) {
    const struct law_file formed = {a->file.path, {before.p, before.n}};
    status = edit_insert(&formed, &what, &text, a->err);
  }
  if (status == IMP_OK) buf_printf(&path, "%s/%s", a->asked->folder, a->file.path);
  if (status == IMP_OK && path.failed) status = error_no_memory(a->err);
  if (status == IMP_OK && !a->look) status = check_writable(a, path.p);
  if (status == IMP_OK) status = imp_format(text.p, text.n, &form, a->err);
  if (status == IMP_OK)
    status = stage_check(a->asked->folder, a->file.path, (struct str){form.p, form.n}, a->err);
  if (status == IMP_OK && !a->look) status = check_unchanged(a, path.p);
  if (status == IMP_OK && !a->look)
    status = file_write_whole(path.p, (struct str){form.p, form.n}, a->err);
  buf_free(&path);
  buf_free(&text);
  imp_text_free(&before);
  imp_text_free(&form);
  return status;
}

/* What of a rate, a day or a scope one person asks for stands in law once another has typed the same. */
static enum imp_status take_signature(struct acceptance *a, struct verdict *v) {
  a->look = a->asked->dry != 0;
  *v = (struct verdict){.decision = &a->asked->decision,
                        .cite = a->asked->cite,
                        .row = a->row,
                        .line = a->line,
                        .what = "accepted"};
  if (!a->carries) return IMP_OK;
  enum imp_status status = decide_second(a->desk, &a->arena, &a->p, v, a->err);
  a->look = a->look || strcmp(v->what, "signed") == 0;
  return status;
}

static enum imp_status take_down(struct acceptance *a, struct verdict *v) {
  v->file = a->file.path;
  v->review = a->review;
  return decide_record(a->desk, &a->p, v, a->err);
}

/* What the measure is of, for whoever signs: a report on drones may have been aimed at a duty on all goods. */
static void tell_scope(const struct acceptance *a, struct buf *out) {
  static const char *const words[] = {"title", "into", "out-of", "of", "goods"};
  const struct target *t = &a->p.target;
  struct str block;
  if (!a->carries || t->kind != TARGET_MEASURE ||
      !edit_block(a->file.text, target_words[t->kind], t->name, &block))
    return;
  buf_printf(out, "  read of %s; the place is %s:", a->p.measure, t->name);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    struct buf of = {0};
    if (edit_statement(block, words[i], &of))
      buf_printf(out, "%s %s%s%.*s", i > 0 ? "," : "", i > 0 ? words[i] : "", i > 0 ? " " : "",
                 (int)of.n, of.p);
    buf_free(&of);
  }
  buf_puts(out, "\n");
}

static void tell(const struct acceptance *a, const struct verdict *v, bool there, struct buf *out) {
  bool signs = strcmp(v->what, "signed") == 0;
  buf_printf(out, "%s proposal %lld (%s): %s, %s%s%s\n",
             a->asked->dry ? (signs ? "would sign" : "would accept")
             : signs       ? "signed, not yet accepted:"
                           : "accepted",
             (long long)a->p.id, a->p.name, a->p.measure, a->p.status,
             a->p.speaker[0] != '\0' ? ": " : "", a->p.speaker);
  if (there) buf_puts(out, "  the law has it already\n");
  if (a->file.path == NULL && !there) buf_puts(out, "  nothing is written: no answer was given\n");
  if (a->file.path == NULL) return;
  buf_printf(out, "  %s\n", a->file.path);
  if (a->row != NULL) buf_printf(out, "  + %s\n", a->row);
  buf_printf(out, "  + %s\n", a->line);
  tell_scope(a, out);
  if (signs && !a->asked->dry) {
    buf_printf(out, "  signed by %s; it is written when another person accepts the same\n",
               a->asked->decision.by);
    if (a->p.signed_by != NULL)
      buf_printf(out, "  %s signed other lines: that signature is void\n", a->p.signed_by);
  }
  if (a->closed != NULL)
    buf_printf(out,
               "  care: by the law the answer of %s is %s: this counts for what was known before\n",
               a->p.target.question, a->closed);
  if (v->review != NULL) buf_printf(out, "  to be looked at again on %s\n", v->review);
}

static enum imp_status run(struct acceptance *a, struct imp_text *text) {
  bool there = false;
  struct verdict v;
  enum imp_status status =
      proposal_read(a->desk, a->asked->decision.proposal, &a->arena, &a->p, a->err);
  if (status == IMP_OK) status = decide_check(&a->p, &a->asked->decision, a->err);
  if (status == IMP_OK) status = accept_take_typed(a);
  if (status == IMP_OK) status = law_names_it(a, &there);
  bool write = !there && !(a->answers && a->asked->answer == NULL && a->asked->cite == NULL);
  if (status == IMP_OK && write) status = accept_check(a);
  if (status == IMP_OK && write) status = compose(a);
  if (status == IMP_OK && there && a->asked->review_by != NULL) status = accept_take_review(a);
  if (!write) a->carries = false;
  if (status == IMP_OK) status = take_signature(a, &v);
  if (status == IMP_OK && write) status = write_law(a);
  if (status == IMP_OK && !a->asked->dry) status = take_down(a, &v);
  if (status != IMP_OK) return status;
  struct buf out = {text->p, text->n, text->cap, false};
  tell(a, &v, there, &out);
  *text = (struct imp_text){out.p, out.n, out.cap};
  return out.failed ? error_no_memory(a->err) : IMP_OK;
}

enum imp_status imp_propose_accept(struct imp_desk *desk, const struct imp_acceptance *acceptance,
                                   struct imp_text *text, struct imp_error *err) {
  struct acceptance a = {.desk = desk, .asked = acceptance, .err = err};
  enum imp_status status = store_begin(desk->store, err);
  if (status == IMP_OK) status = store_finish(desk->store, run(&a, text), err);
  arena_free(&a.arena);
  return status;
}
