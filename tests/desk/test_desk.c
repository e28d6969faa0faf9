// SPDX-License-Identifier: Apache-2.0
// The desk: re-issues told from other articles, reading twice adds nothing, nothing but accepting writes law, and any damage
// to the file ends in words.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "desk/desk.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_reader *reader;
static char path[300];
static uint64_t seed = 88172645463325252u;

static uint32_t any(uint32_t below) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint32_t)((seed >> 11) % below);
}

static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  snprintf(path, sizeof path, "%s/impost-%ld.desk", base ? base : "/tmp", (long)getpid());
  law = ask_open();
  return imp_reader_open(IMPOST_ROOT "/law", &reader, NULL) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  imp_reader_free(reader);
  imp_law_free(law);
  unlink(path);
  return 0;
}

/* ---- re-issues --------------------------------------------------------------------------------------------------- */

static const char story_text[] = "The delegations met for a second day in the capital and left in "
                                 "the evening without a word. Bessent said China is "
                                 "expected to put off its rare earth permits by a year. Farmers "
                                 "had hoped for more than that, and the ports were "
                                 "quiet. \"We have a solid framework for the leaders to look at on "
                                 "Thursday,\" Bessent told reporters in the lobby "
                                 "of the hotel before his car came. Analysts warned that the truce "
                                 "could still fall apart in the days ahead.";
static const char other_text[] = "Soybean prices rose on Monday after two days of talks between "
                                 "the biggest buyers and sellers of the crop. Traders "
                                 "in Chicago said that the market had priced in a purchase of "
                                 "several cargoes, and that nothing less would do. "
                                 "\"We have a solid framework for the leaders to look at on "
                                 "Thursday,\" Bessent told reporters in the lobby of the "
                                 "hotel. The weather in the south of Brazil was dry, and the "
                                 "harvest there is late by a week or two this year.";

static bool alike(const char *a, const char *b) {
  struct grams x, y;
  assert_true(grams_of(str_of(a), &x));
  assert_true(grams_of(str_of(b), &y));
  bool same = grams_alike(&x, &y);
  assert_int_equal(same, grams_alike(&y, &x));
  grams_free(&x);
  grams_free(&y);
  return same;
}

static void a_reissue_is_told(void **state) {
  (void)state;
  char text[2000];
  assert_true(alike(story_text, story_text));
  snprintf(text, sizeof text, "UPDATE 2: talks go on. By a reporter, 27 October. %s", story_text);
  assert_true(alike(story_text, text));
  snprintf(text, sizeof text, "%s (This version adds nothing but a line at the end.)", story_text);
  assert_true(alike(story_text, text));
  snprintf(text, sizeof text, "%s", story_text);
  for (char *p = text; *p != '\0'; p++)
    if (*p == ' ') *p = '\n';
  memcpy(strstr(text, "quiet"), "still", 5);
  assert_true(alike(story_text, text));
}

/* A quotation in common, however long, does not make two reports one. */
static void another_report_is_another(void **state) {
  (void)state;
  assert_false(alike(story_text, other_text));
  assert_false(alike("Trump spoke.", "Trump spoke."));
}

/* What shares most of its grams shares a band: candidates are found without reading the desk through. */
static void a_reissue_is_found_by_its_bands(void **state) {
  (void)state;
  for (int round = 0; round < 200; round++) {
    struct grams g = {0}, h = {0};
    uint64_t of_g[GRAM_BANDS], of_h[GRAM_BANDS];
    bool found = false;
    for (uint32_t i = 0; i < 400; i++) {
      uint64_t gram = ((uint64_t)any(UINT32_MAX) << 32) | i;
      assert_true(mem_grow((void **)&g.items, &g.cap, g.count + 1, sizeof gram));
      assert_true(mem_grow((void **)&h.items, &h.cap, h.count + 1, sizeof gram));
      g.items[g.count++] = gram;
      h.items[h.count++] = any(100) < 85 ? gram : gram ^ 0x5555000000000000u;
    }
    grams_bands(&g, of_g);
    grams_bands(&h, of_h);
    for (size_t b = 0; b < GRAM_BANDS; b++) found = found || of_g[b] == of_h[b];
    assert_true(found);
    grams_free(&g);
    grams_free(&h);
  }
}

/* ---- corpora ------------------------------------------------------------------------------------------------------- */

static const char *const sentences[] = {
    "Bessent said China is expected to put off its rare earth permits by a year.",
    "\"We have a solid framework for the leaders to look at on Thursday,\" Bessent told reporters.",
    "Beijing has not confirmed the deal.",
    "Trump has threatened a 100% tariff on Chinese goods from Dec. 5 if the talks fail.",
    "Trump has threatened a 30% tariff on Chinese goods from Nov. 5 if the talks fail.",
    "Greer said the two sides agreed on a plan that includes a deferral of the new rare earth "
    "permits.",
    "Bessent said on the flight home that port fees were discussed.",
    "\"We can discuss soybean purchases,\" Bessent said.",
    "The carrier raised its prices after port fees fell.",
    "The officials discussed farm trade and U.S. port fees.",
    "The White House confirmed the meeting of the two presidents on Thursday.",
    "Nobody was at the airport, and it rained."};

static void make_article(struct buf *out) {
  uint32_t count = 1 + any(5);
  buf_clear(out);
  for (uint32_t i = 0; i < count; i++) {
    buf_puts(out, sentences[any(sizeof sentences / sizeof *sentences)]);
    buf_puts(out, any(3) == 0 ? "\n" : " ");
  }
}

static enum imp_status keep(struct str text, const char *day, struct imp_desk_added *added) {
  struct imp_story *story = NULL;
  struct imp_desk *desk = NULL;
  struct imp_error err = {0};
  const struct imp_news_article a = {.name = "a",
                                     .bytes = text.p,
                                     .size = text.n,
                                     .published = day};
  enum imp_status status = imp_story_new(reader, &story, &err);
  if (status == IMP_OK) status = imp_story_add(story, &a, &err);
  if (status == IMP_OK) status = imp_story_read(story, &err);
  if (status == IMP_OK) status = imp_desk_open(path, IMP_DESK_MAKE, &desk, &err);
  if (status == IMP_OK) status = imp_desk_add(desk, story, law, added, &err);
  if (status != IMP_OK) print_error("%s\n", err.message);
  imp_desk_free(desk);
  imp_story_free(story);
  return status;
}

static void print_all(struct imp_text *out) {
  struct imp_desk *desk = NULL;
  const struct imp_report_options form = {.format = IMP_JSON};
  out->n = 0;
  assert_int_equal(imp_desk_open(path, IMP_DESK_READ, &desk, NULL), IMP_OK);
  assert_int_equal(imp_report_desk(desk, &form, out, NULL), IMP_OK);
  assert_int_equal(imp_report_proposals(desk, NULL, &form, out, NULL), IMP_OK);
  imp_desk_free(desk);
}

static void digest_law(char hex[65]) {
  struct imp_law *again = NULL;
  assert_int_equal(imp_law_open(IMPOST_ROOT "/law", &again, NULL), IMP_OK);
  memcpy(hex, imp_law_digest(again), 65);
  imp_law_free(again);
}

/* Whatever is read: the law is the same, byte for byte, so every answer is; and reading it again adds nothing. */
static void reading_writes_no_law_and_nothing_twice(void **state) {
  (void)state;
  static const char *const days[] = {"2025-10-12", "2025-10-26", "2025-10-27", "2025-11-20",
                                     "2026-10-02"};
  struct buf texts[60] = {{0}};
  const char *published[60];
  struct imp_text before = {0}, after = {0};
  struct imp_desk_added added;
  char first[65], last[65];
  digest_law(first);
  unlink(path);
  for (size_t i = 0; i < 60; i++) {
    make_article(&texts[i]);
    published[i] = days[any(5)];
    assert_int_equal(keep(buf_str(&texts[i]), published[i], &added), IMP_OK);
    assert_int_equal(added.articles + added.known, 1);
  }
  print_all(&before);
  for (size_t i = 60; i-- > 0;) {
    assert_int_equal(keep(buf_str(&texts[i]), published[i], &added), IMP_OK);
    assert_int_equal(added.known, 1);
    assert_int_equal(added.articles + added.statements + added.proposals + added.evidence, 0);
    buf_free(&texts[i]);
  }
  print_all(&after);
  assert_string_equal(before.p, after.p);
  digest_law(last);
  assert_string_equal(first, last);
  imp_text_free(&before);
  imp_text_free(&after);
}

/* ---- citations ------------------------------------------------------------------------------------------------------ */

static void official_texts_are_told_from_others(void **state) {
  (void)state;
  static const char *const official[] = {
      "90 FR 50947",
      "90 Fed. Reg. 50947",
      "Executive Order 14358",
      "EO 14358",
      "E.O. 14,358",
      "Proclamation 10908",
      "Public Law 118-50",
      "Pub. L. 118-50",
      "138 Stat. 955",
      "19 U.S.C. 2411",
      "19 CFR 10",
      "CSMS 66757167",
      "us.eo.14358",
      "cn.mofcom.2025-61",
      "MOFCOM Announcement 70 of 2025",
      "State Council of the People's Republic Order No. 792 of 2024",
      "MOFCOM and GACC Announcement No. 70 of 2025"};
  static const char *const others[] = {"",
                                       "Reuters",
                                       "Reuters, 26 October 2025",
                                       "90FR50947",
                                       "90 FR",
                                       "FR 50947",
                                       "a post",
                                       "https://example.org/90",
                                       "us.eo",
                                       "us.nothing",
                                       "90 FR x",
                                       "the Register",
                                       "us.post.2025-10-10",
                                       "us-cn.busan",
                                       "us-cn.kuala-lumpur",
                                       "90 FR 50947 and more",
                                       "Announcement 70 of 2025",
                                       "90 FR 50947\n",
                                       "MOFCOM announcement 70 of 2025"};
  struct arena arena = {0};
  struct imp_error err;
  for (size_t i = 0; i < sizeof official / sizeof *official; i++)
    if (citation_check(&arena, IMPOST_ROOT "/law", official[i], &err) != IMP_OK)
      fail_msg("%s: %s", official[i], err.message);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (citation_check(&arena, IMPOST_ROOT "/law", others[i], &err) != IMP_USAGE)
      fail_msg("\"%s\" is taken", others[i]);
    assert_string_equal(err.id, "propose.citation");
  }
  arena_free(&arena);
}

/* ---- target files ---------------------------------------------------------------------------------------------------- */

static const char *const statuses[] = {"discussed",  "expected",
                                       "threatened", "agreed in framework",
                                       "announced",  "in force",
                                       "suspended",  "confirmed by one side",
                                       "averted",    "unconfirmed",
                                       "denied",     "ended"};

/* Every place that the files name stands in the law, with its answer, and every status is one that is read. */
static void targets_name_what_is_there(void **state) {
  (void)state;
  struct arena arena = {0};
  struct targets targets;
  struct imp_error err = {0};
  assert_int_equal(targets_read(IMPOST_ROOT "/law", &targets, &err), IMP_OK);
  assert_true(targets.count > 20);
  for (size_t i = 0; i < targets.count; i++) {
    const struct target *t = &targets.items[i];
    const char *question = t->kind == TARGET_MEASURE ? t->question : t->name, *answers = "";
    const char *answer = t->kind == TARGET_MEASURE ? t->outcome : t->answer;
    struct law_file file;
    if (edit_find(&arena, IMPOST_ROOT "/law", target_words[t->kind], t->name, &file, &err) !=
        IMP_OK)
      fail_msg("%s: %s", t->key, err.message);
    if (t->kind != TARGET_MEETING)
      assert_int_equal(edit_answers(&arena, IMPOST_ROOT "/law", question, &answers, &err), IMP_OK);
    if (answer != NULL && !edit_is_answer(answers, answer))
      fail_msg("%s: %s has no answer %s", t->key, question, answer);
    for (size_t k = 0; k < t->status_count; k++) {
      size_t s = 0;
      while (s < sizeof statuses / sizeof *statuses && strcmp(statuses[s], t->statuses[k]) != 0)
        s++;
      if (s == sizeof statuses / sizeof *statuses) fail_msg("%s: %s", t->key, t->statuses[k]);
    }
  }
  targets_free(&targets);
  arena_free(&arena);
}

/* A line of a year, or of a side, is none of another: then the next one serves. */
static void targets_are_of_their_time_and_side(void **state) {
  (void)state;
  static const char text[] =
      "target k question a.one yes when expected denied of US until 2025-11-10 as raises\n"
      "target k question a.two since 2025-11-11\n"
      "target k measure a.m if a.one is yes since 2025-11-11 until 2025-12-31\n";
  static const char *const wrong[] = {"target k question a.one since soon",
                                      "target k question a.one until",
                                      "target k question a.one of",
                                      "target k question a.one as speaks",
                                      "target k measure a.m if a.one is yes as raises",
                                      "target k meeting a.one since 2025-13-01"};
  struct targets t = {0};
  struct imp_error err = {0};
  struct imp_news_statement st = {.measure = "k", .key = "K", .status = "expected", .side = "US"};
  assert_int_equal(targets_text(&t, "a", str_of(text), &err), IMP_OK);
  assert_string_equal(targets_find(&t, &st, "2025-11-10", false)->name, "a.one");
  assert_string_equal(targets_find(&t, &st, "2025-11-11", false)->name, "a.two");
  assert_null(targets_find(&t, &st, NULL, false));
  assert_null(targets_find(&t, &st, "2025-11-10", true));
  assert_string_equal(targets_find(&t, &st, "2025-12-31", true)->name, "a.m");
  assert_null(targets_find(&t, &st, "2026-01-01", true));
  st.side = "CN";
  assert_null(targets_find(&t, &st, "2025-11-10", false));
  targets_free(&t);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    struct targets w = {0};
    if (targets_text(&w, "a", str_of(wrong[i]), &err) != IMP_FINDINGS) fail_msg("%s", wrong[i]);
    targets_free(&w);
  }
}

static void nobody_decides(void **state) {
  (void)state;
  struct imp_desk *desk = NULL;
  struct imp_error err = {0};
  struct imp_text out = {0};
  const struct imp_acceptance yes = {.decision = {.proposal = "1", .by = ""},
                                     .folder = IMPOST_ROOT "/law"};
  assert_int_equal(imp_desk_open(path, IMP_DESK_WRITE, &desk, &err), IMP_OK);
  assert_int_equal(imp_propose_refuse(desk, &(struct imp_decision){.proposal = "1"}, 0, &err),
                   IMP_USAGE);
  assert_string_equal(err.id, "propose.by");
  assert_int_equal(imp_propose_accept(desk, &yes, &out, &err), IMP_USAGE);
  assert_string_equal(err.id, "propose.by");
  imp_desk_free(desk);
}

/* ---- damage ---------------------------------------------------------------------------------------------------------- */

static void ask_everything(const char *file) {
  static const char *const words[] = {"rare"};
  struct imp_desk *desk = NULL;
  struct imp_text out = {0};
  struct imp_error err = {0};
  struct imp_report_options form = {.format = IMP_TEXT};
  const struct imp_decision no = {.proposal = "1", .by = "a"};
  enum imp_status status = imp_desk_open(file, IMP_DESK_WRITE, &desk, &err);
  if (status == IMP_OK) {
    imp_report_desk(desk, &form, &out, &err);
    imp_report_desk_article(desk, "1", &form, &out, &err);
    form.format = IMP_JSON;
    imp_report_desk_search(desk, words, 1, &form, &out, &err);
    imp_report_proposals(desk, NULL, &form, &out, &err);
    imp_report_proposal(desk, "1", &form, &out, &err);
    imp_propose_refuse(desk, &no, 0, &err);
    imp_desk_forget(desk, "2", &err);
  } else {
    assert_true(err.message[0] != '\0' && err.next[0] != '\0');
    assert_int_equal(status, IMP_IO);
  }
  imp_desk_free(desk);
  imp_text_free(&out);
}

static void any_damage_ends_in_words(void **state) {
  (void)state;
  struct arena arena = {0};
  struct str whole;
  char file[320];
  snprintf(file, sizeof file, "%s.hurt", path);
  assert_int_equal(file_read(&arena, path, 0, &whole, NULL), IMP_OK);
  for (int round = 0; round < 150; round++) {
    char *hurt = arena_copy(&arena, whole.p, whole.n);
    size_t n = any(4) == 0 ? any((uint32_t)whole.n) : whole.n;
    for (uint32_t k = any(40); k > 0 && n > 0; k--)
      hurt[any((uint32_t)(any(3) == 0 && n > 4096 ? 4096 : n))] = (char)any(256);
    FILE *f = fopen(file, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(hurt, 1, n, f), n);
    fclose(f);
    ask_everything(file);
  }
  unlink(file);
  snprintf(file, sizeof file, "%s.hurt-journal", path);
  unlink(file);
  arena_free(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_reissue_is_told),
      cmocka_unit_test(another_report_is_another),
      cmocka_unit_test(a_reissue_is_found_by_its_bands),
      cmocka_unit_test(reading_writes_no_law_and_nothing_twice),
      cmocka_unit_test(official_texts_are_told_from_others),
      cmocka_unit_test(targets_name_what_is_there),
      cmocka_unit_test(targets_are_of_their_time_and_side),
      cmocka_unit_test(nobody_decides),
      cmocka_unit_test(any_damage_ends_in_words),
  };
  return cmocka_run_group_tests(tests, begin, finish);
}
