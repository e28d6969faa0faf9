// SPDX-License-Identifier: Apache-2.0
// Questions that follow others, on small laws: worked by hand; and laws made by chance, held against the meaning written
// down once more here. Every line is asked of imp_duty and of a batch, which agree to the word.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "impost/batch.h"
#include "support/text_law.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char acts[] = "act us.act\n"
                           "  title      An act\n"
                           "  kind       statute\n"
                           "  signed     2025-01-01\n"
                           "act us.order\n"
                           "  title      An order\n"
                           "  kind       executive order\n"
                           "  signed     2025-04-01\n"
                           "act us.post\n"
                           "  title      A post\n"
                           "  kind       post\n"
                           "  signed     2025-02-01\n"
                           "act us.talks\n"
                           "  title      The talks\n"
                           "  kind       statement\n"
                           "  signed     2025-03-01\n"
                           "jurisdiction US\n"
                           "  money   USD\n";

/* ---- asking both ways ---------------------------------------------------------------------------------------------- */

/* Bills as "us.a=yes 3; us.a=no 0": the picks and whole per cents. */
static void shown(const struct imp_answer *a, char *out, size_t size) {
  size_t n = 0;
  out[0] = 0;
  if (a->id) snprintf(out, size, "%s: %s", a->id, a->reason);
  for (uint32_t i = 0; i < a->bill_count && n < size; i++) {
    n += (size_t)snprintf(out + n, size - n, "%s", i ? "; " : "");
    for (uint32_t p = 0; p < a->bills[i].pick_count && n < size; p++)
      n += (size_t)snprintf(out + n, size - n, "%s=%s ", a->bills[i].picks[p].question,
                            a->bills[i].picks[p].answer);
    if (n < size) n += (size_t)snprintf(out + n, size - n, "%d", (int)(a->bills[i].high / 10000));
  }
}

static const struct imp_line toys = {
    .number = 1, .code = "9503.00.0073", .from = "CN", .on = "2025-06-01", .value = "10000"};

/* The line asked plainly; the batch says the same, also of a line it has met. */
static struct asked ask_both(const struct imp_query *q) {
  char plain[2000], quick[2000];
  struct imp_error err = {0};
  struct imp_batch *b = NULL;
  struct asked a = ask_line(&law, q, &toys);
  shown(a.answer, plain, sizeof plain);
  assert_int_equal(imp_batch_open(&law, q, &b, &err), IMP_OK);
  for (int again = 0; again < 2; again++) {
    struct imp_assessment *fast = NULL;
    assert_int_equal(imp_batch_duty(b, &toys, &fast, &err), IMP_OK);
    shown(imp_assessment_answer(fast), quick, sizeof quick);
    imp_assessment_free(fast);
    if (strcmp(plain, quick)) fail_msg("plain \"%s\", of a batch \"%s\"", plain, quick);
  }
  imp_batch_free(b);
  return a;
}

static void expect_picked(const char *text, const char *known, const struct imp_pair *picks,
                          uint32_t n, const char *want) {
  char got[2000];
  law_of(acts, text);
  struct asked a =
      ask_both(&(struct imp_query){.known = known, .picks = picks, .pick_count = n, .brief = true});
  shown(a.answer, got, sizeof got);
  ask_done(&a);
  law_end();
  if (strcmp(got, want)) fail_msg("known %s: \"%s\", by hand \"%s\"", known, got, want);
}

static void expect(const char *text, const char *known, const char *want) {
  expect_picked(text, known, NULL, 0, want);
}

#define EXPECT_IF(text, want, ...)                                                                 \
  expect_picked(text, "2025-06-01", (const struct imp_pair[]){__VA_ARGS__},                        \
                COUNT(((const struct imp_pair[]){__VA_ARGS__})), want)

/* ---- laws ------------------------------------------------------------------------------------------------------------ */

static void measure(struct buf *b, const char *name, int percent, const char *cond) {
  buf_printf(b,
             "measure us.%s\n  title  %s\n  into   US\n  goods  all\n"
             "  rate   %d%%  from 2025-01-01  by us.act  %s\n",
             name, name, percent, cond);
}

static void question(struct buf *b, const char *name, const char *answers, const char *more) {
  buf_printf(b, "question us.%s\n  title   %s?\n  raised  2025-02-01\n  answers %s\n%s", name, name,
             answers, more);
}

/* b follows a; one per cent hangs on a, two on b. */
static void leader_and_follower(struct buf *b, const char *of_a, const char *of_b) {
  question(b, "a", "yes | no", of_a);
  question(b, "b", "yes | no", of_b);
  measure(b, "one", 1, "if us.a is yes");
  measure(b, "two", 2, "if us.b is yes");
}

static const char follows[] = "  default no\n  default yes  if us.a is yes\n";

static void takes_what_comes(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", follows);
  expect(b.p, "2025-06-01", "us.a=yes 3; us.a=no 0");
  EXPECT_IF(b.p, "3", {"us.a", "yes"});
  EXPECT_IF(b.p, "0", {"us.a", "no"});
  buf_free(&b);
}

static void unless_it_is_picked(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", follows);
  EXPECT_IF(b.p, "us.a=yes 1; us.a=no 0", {"us.b", "no"});
  EXPECT_IF(b.p, "us.a=yes 3; us.a=no 2", {"us.b", "yes"});
  EXPECT_IF(b.p, "1", {"us.b", "no"}, {"us.a", "yes"});
  EXPECT_IF(b.p, "2", {"us.a", "no"}, {"us.b", "yes"});
  buf_free(&b);
}

/* The line hangs on the follower alone: the leader is what is open. */
static void the_leader_is_asked(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", follows);
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-06-01", "us.a=yes 2; us.a=no 0");
  EXPECT_IF(b.p, "2", {"us.a", "yes"});
  EXPECT_IF(b.p, "0", {"us.b", "no"}); /* nothing open is left on the line */
  buf_free(&b);
}

/* The line hangs on the leader alone, or on neither: the follower is nothing to it. */
static void a_follower_that_is_not_asked(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", follows);
  measure(&b, "one", 1, "if us.a is yes");
  expect(b.p, "2025-06-01", "us.a=yes 1; us.a=no 0");
  buf_free(&b);
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", follows);
  measure(&b, "one", 1, "");
  expect(b.p, "2025-06-01", "1");
  buf_free(&b);
}

/* What comes makes no difference: neither question is one of the line. */
static void bills_that_do_not_differ(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", "  default yes\n  default yes  if us.a is yes\n");
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-06-01", "2"); /* `no` comes under neither answer */
  EXPECT_IF(b.p, "0", {"us.b", "no"});
  buf_free(&b);
}

static void no_default_says(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", "  default yes  if us.a is yes\n"); /* and under no? */
  expect(b.p, "2025-06-01",
         "us.a=yes us.b=yes 3; us.a=yes us.b=no 1; us.a=no us.b=yes 2; us.a=no us.b=no 0");
  EXPECT_IF(b.p, "us.b=yes 3; us.b=no 1", {"us.a", "yes"});
  buf_free(&b);
  leader_and_follower(
      &b, "", "  default yes  if us.a is yes\n  default no  if us.a is no\n"); /* all said */
  expect(b.p, "2025-06-01", "us.a=yes 3; us.a=no 0");
  buf_free(&b);
}

/* A default that hangs on nothing makes nobody follow: both answers are shown, as ever. */
static void a_default_alone(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", "  default no\n");
  expect(b.p, "2025-06-01",
         "us.a=yes us.b=yes 3; us.a=yes us.b=no 1; us.a=no us.b=yes 2; us.a=no us.b=no 0");
  buf_free(&b);
}

/* c follows b follows a, written in the order that needs most passes. */
static void chains(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "  default no\n  default yes  if us.b is yes\n");
  question(&b, "b", "yes | no", "  default no\n  default yes  if us.c is yes\n");
  question(&b, "c", "yes | no", "");
  measure(&b, "one", 1, "if us.a is yes");
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-06-01", "us.c=yes 3; us.c=no 0");
  EXPECT_IF(b.p, "us.c=yes 2; us.c=no 0", {"us.a", "no"});
  EXPECT_IF(b.p, "0", {"us.b", "no"}); /* the chain is cut: a follows what was picked */
  EXPECT_IF(b.p, "3", {"us.b", "yes"});
  EXPECT_IF(b.p, "1", {"us.b", "no"}, {"us.a", "yes"});
  EXPECT_IF(b.p, "3", {"us.c", "yes"});
  buf_free(&b);
}

/* Of several that hold the last written speaks; one that hangs on nothing stands back wherever it is written. */
static void several_leaders(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", "");
  question(&b, "c", "low | middle | high",
           "  default low  if us.a is yes\n  default high  if us.b is yes\n  default middle\n");
  measure(&b, "one", 1, "if us.c is low");
  measure(&b, "two", 2, "if us.c is middle");
  measure(&b, "four", 4, "if us.c is high");
  expect(b.p, "2025-06-01",
         "us.a=yes us.b=yes 4; us.a=yes us.b=no 1; us.a=no us.b=yes 4; us.a=no us.b=no 2");
  EXPECT_IF(b.p, "us.b=yes 4; us.b=no 1", {"us.a", "yes"});
  EXPECT_IF(b.p, "4", {"us.b", "yes"}); /* a makes no difference then */
  buf_free(&b);
}

/* Known day by known day: the leader is raised in February, said in March, closed in April. */
static void life_of_the_leader(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "  answered yes  by us.talks\n  answered yes  by us.order\n", follows);
  expect(b.p, "2025-01-31", "0");
  expect(b.p, "2025-02-28", "us.a=yes 3; us.a=no 0");
  expect(b.p, "2025-03-31", "us.a=yes 3; us.a=stands 0");
  expect(b.p, "2025-04-01", "us.b=yes 3; us.b=no 1"); /* it leads no more: b is open by itself */
  buf_free(&b);
  leader_and_follower(&b, "  answered yes  by us.talks\n",
                      "  default yes  if us.a is yes\n  default no  if us.a is no\n");
  expect(b.p, "2025-02-28", "us.a=yes 3; us.a=no 0");
  expect(b.p, "2025-03-31", /* nothing says what comes if the law stands */
         "us.a=yes us.b=yes 3; us.a=yes us.b=no 1; us.a=stands us.b=yes 2; us.a=stands us.b=no 0");
  buf_free(&b);
  leader_and_follower(
      &b, "  answered yes  by us.talks\n",
      "  default no  if us.a is no\n  default yes  if us.a is yes\n  default no  if us.a is "
      "stands\n");
  expect(b.p, "2025-03-31", "us.a=yes 3; us.a=stands 0");
  buf_free(&b);
}

static void life_of_the_follower(void **state) {
  (void)state;
  struct buf b = {0}, more = {0};
  buf_printf(&more, "%s  answered no  by us.talks\n  answered no  by us.order\n", follows);
  leader_and_follower(&b, "", more.p);
  expect(b.p, "2025-02-28", "us.a=yes 3; us.a=no 0");
  /* a side has spoken: it goes its own way, and both of its outcomes pay nothing */
  expect(b.p, "2025-03-31", "us.a=yes 1; us.a=no 0");
  expect(b.p, "2025-04-01", "us.a=yes 1; us.a=no 0");
  buf_free(&b);
  buf_free(&more);
}

/* The leader is raised only in May: until then nothing leads. */
static void a_leader_to_come(void **state) {
  (void)state;
  struct buf b = {0};
  buf_puts(&b, "question us.a\n  title  a?\n  raised 2025-05-01\n  answers yes | no\n");
  question(&b, "b", "yes | no", follows);
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-04-30", "us.b=yes 2; us.b=no 0");
  expect(b.p, "2025-05-01", "us.a=yes 2; us.a=no 0");
  buf_free(&b);
}

/* Five questions of two answers are too many to multiply; four, and one that follows, are not. */
static void followers_do_not_multiply(void **state) {
  (void)state;
  struct buf b = {0};
  char name[24], cond[40];
  for (int i = 0; i < 5; i++) {
    snprintf(name, sizeof name, "q%d", i);
    snprintf(cond, sizeof cond, "if us.q%d is yes", i);
    question(&b, name, "yes | no", i == 4 ? "  default no\n  default yes  if us.q0 is yes\n" : "");
    measure(&b, name, 1 << i, cond);
  }
  law_of(acts, b.p);
  struct asked a = ask_both(&(struct imp_query){.known = "2025-06-01", .brief = true});
  assert_int_equal(a.answer->bill_count, 16);
  for (uint32_t i = 0; i < a.answer->bill_count; i++) {
    const struct imp_bill *x = &a.answer->bills[i];
    int percent = 0;
    assert_int_equal(x->pick_count, 4);
    for (uint32_t p = 0; p < 4; p++)
      if (!strcmp(x->picks[p].answer, "yes"))
        percent += (1 << (x->picks[p].question[4] - '0')) + (p == 0 ? 16 : 0);
    assert_int_equal(x->high, percent * 10000);
  }
  ask_done(&a);
  law_end();
  buf_free(&b);
}

/* Alone, one question at a time, a question still brings along what follows it. */
static void alone_they_follow_too(void **state) {
  (void)state;
  struct buf b = {0};
  char name[24], cond[40];
  for (int i = 0; i < 6; i++) {
    snprintf(name, sizeof name, "q%d", i);
    snprintf(cond, sizeof cond, "if us.q%d is yes", i);
    question(&b, name, "yes | no", i == 5 ? "  default no\n  default yes  if us.q0 is yes\n" : "");
    measure(&b, name, 1 << i, cond);
  }
  law_of(acts, b.p);
  struct asked a = ask_both(&(struct imp_query){.known = "2025-06-01", .brief = true});
  assert_int_equal(a.answer->bill_count, 6);
  assert_int_equal(a.answer->bills[0].high, 63 * 10000);
  assert_int_equal(a.answer->bills[1].high, (63 - 1 - 32) * 10000); /* q0 is no, so q5 is */
  assert_int_equal(a.answer->bills[2].high, (63 - 2) * 10000);
  ask_done(&a);
  law_end();
  buf_free(&b);
}

/* ---- laws made by chance ------------------------------------------------------------------------------------------------ */

enum { QUESTIONS = 6, ANSWERS = 3, STANDS = ANSWERS };

struct made_default {
  int answer, leader, asked; /* leader -1: hangs on nothing */
};

struct made {
  int answers[QUESTIONS];
  enum { UNRAISED, OPEN, SAID, CLOSED } state[QUESTIONS];
  int told[QUESTIONS]; /* SAID, CLOSED: the answer; CLOSED by an order */
  struct made_default defaults[QUESTIONS][4];
  int default_count[QUESTIONS];
  int picked[QUESTIONS]; /* -1: nobody picked */
};

static const char *const words[] = {"low", "middle", "high", "stands"};

static void make(struct made *m, uint64_t *seed) {
  for (int q = 0; q < QUESTIONS; q++) {
    m->answers[q] = 2 + (int)ask_random(seed, 2);
    m->state[q] = ask_random(seed, 10) < 6 ? OPEN : (int)ask_random(seed, 4);
    m->told[q] = (int)ask_random(seed, (uint32_t)m->answers[q]);
    m->default_count[q] = (int)ask_random(seed, 5);
    for (int i = 0; i < m->default_count[q]; i++) {
      struct made_default *d = &m->defaults[q][i];
      *d = (struct made_default){(int)ask_random(seed, (uint32_t)m->answers[q]), -1, 0};
      if (!q || !ask_random(seed, 3)) continue;
      d->leader = (int)ask_random(seed, (uint32_t)q);
      d->asked =
          ask_random(seed, 5) ? (int)ask_random(seed, (uint32_t)m->answers[d->leader]) : STANDS;
    }
  }
}

/* Questions are written in an order of chance, so that neither comes first. */
static void write(const struct made *m, uint64_t *seed, struct buf *b) {
  uint32_t turn = ask_random(seed, QUESTIONS);
  for (uint32_t i = 0; i < QUESTIONS; i++) {
    uint32_t q = (i + turn) % QUESTIONS;
    buf_printf(b, "question us.q%u\n  title   q%u?\n  raised  %s\n  answers low | middle%s\n", q, q,
               m->state[q] == UNRAISED ? "2025-09-01" : "2025-02-01",
               m->answers[q] == 3 ? " | high" : "");
    for (int d = 0; d < m->default_count[q]; d++) {
      const struct made_default *x = &m->defaults[q][d];
      buf_printf(b, "  default %s", words[x->answer]);
      if (x->leader >= 0) buf_printf(b, "  if us.q%d is %s", x->leader, words[x->asked]);
      buf_puts(b, "\n");
    }
    if (m->state[q] >= SAID)
      buf_printf(b, "  answered %s  by %s\n", words[m->told[q]],
                 m->state[q] == SAID ? "us.talks" : "us.order");
  }
  for (uint32_t q = 0; q < QUESTIONS; q++)
    for (int a = 0; a < m->answers[q]; a++) {
      char name[16], cond[40];
      if (ask_random(seed, 3)) continue;
      snprintf(name, sizeof name, "m%u-%d", q, a);
      snprintf(cond, sizeof cond, "if us.q%u is %s", q, words[a]);
      measure(b, name, 1 + (int)ask_random(seed, 9), cond);
    }
}

static int outcomes_of(const struct made *m, int q) {
  return m->state[q] == OPEN ? m->answers[q] : m->state[q] == SAID ? 2 : 1;
}

static int outcome(const struct made *m, int q, int i) {
  return m->state[q] == OPEN ? i : m->state[q] == SAID && i ? STANDS : m->told[q];
}

static bool is_free(const struct made *m, int q) {
  return (m->state[q] == OPEN || m->state[q] == SAID) && m->picked[q] < 0;
}

/* The answer that the defaults of q bring, -1: none does. */
static int comes(const struct made *m, int q, const int *now) {
  int found = -1;
  for (int i = m->default_count[q]; i-- > 0 && found < 0;) {
    const struct made_default *d = &m->defaults[q][i];
    if (d->leader >= 0 && m->state[d->leader] != UNRAISED && now[d->leader] == d->asked)
      found = d->answer;
  }
  for (int i = m->default_count[q]; i-- > 0 && found < 0;)
    if (m->defaults[q][i].leader < 0) found = m->defaults[q][i].answer;
  return found;
}

/* Tried out: whatever those before it are answered, something comes of q; and one of them is open. */
static bool follows_tried(const struct made *m, int q) {
  int now[QUESTIONS] = {0}, total = 1;
  bool hangs = false;
  if (m->state[q] != OPEN || !is_free(m, q)) return false;
  for (int i = 0; i < m->default_count[q]; i++) {
    int leader = m->defaults[q][i].leader;
    hangs = hangs || (leader >= 0 && (m->state[leader] == OPEN || m->state[leader] == SAID));
  }
  for (int k = 0; k < q; k++) total *= outcomes_of(m, k);
  for (int c = 0; c < total; c++) {
    int rest = c;
    for (int k = 0; k < q; k++) {
      now[k] = outcome(m, k, rest % outcomes_of(m, k));
      rest /= outcomes_of(m, k);
    }
    if (comes(m, q, now) < 0) return false;
  }
  return hangs;
}

/* What each answer of the questions that go their own way comes to is the bill that says so, and there is one. */
static void hold(const struct made *m, const struct imp_answer *a, const char *text) {
  int now[QUESTIONS] = {0}, total = 1;
  bool follower[QUESTIONS];
  for (int q = 0; q < QUESTIONS; q++) {
    follower[q] = follows_tried(m, q);
    if (is_free(m, q) && !follower[q]) total *= outcomes_of(m, q);
  }
  for (int c = 0; c < total; c++) {
    int rest = c, fits = 0;
    int64_t owed = 0;
    for (int q = 0; q < QUESTIONS; q++) {
      now[q] = m->picked[q] >= 0 ? m->picked[q] : m->told[q];
      if (follower[q]) now[q] = comes(m, q, now);
      if (!is_free(m, q) || follower[q]) continue;
      now[q] = outcome(m, q, rest % outcomes_of(m, q));
      rest /= outcomes_of(m, q);
    }
    for (uint32_t i = 0; i < law.law->measure_count; i++) {
      int q, of, percent;
      const char *name = law.law->measures[i].name.p;
      assert_int_equal(sscanf(name, "us.m%d-%d", &q, &of), 2);
      const char *rate = strstr(strstr(text, name + 3), "rate");
      assert_int_equal(sscanf(rate, "rate %d", &percent), 1);
      if (m->state[q] != UNRAISED && now[q] == of) owed += percent * 10000;
    }
    for (uint32_t i = 0; i < a->bill_count; i++) {
      bool is = true;
      for (uint32_t p = 0; p < a->bills[i].pick_count; p++) {
        int q = a->bills[i].picks[p].question[4] - '0';
        assert_false(follower[q]);
        is = is && !strcmp(a->bills[i].picks[p].answer, words[now[q]]);
      }
      if (!is) continue;
      fits++;
      if (a->bills[i].high != owed)
        fail_msg("bill %u owes %lld, by the meaning %lld, in\n%s", i, (long long)a->bills[i].high,
                 (long long)owed, text);
    }
    if (fits != 1) fail_msg("%d bills fit one outcome of\n%s", fits, text);
  }
}

static bool is_alone(const struct imp_answer *a) {
  for (uint32_t i = 0; i < a->caveat_count; i++)
    if (strstr(a->caveats[i], "each is shown alone")) return true;
  return false;
}

static void by_chance(void **state) {
  (void)state;
  uint64_t seed = 20251026;
  const char *set = getenv("IMPOST_LAWS");
  uint32_t laws = set ? (uint32_t)strtoul(set, NULL, 10) : 400, held = 0, alone = 0, refused = 0;
  for (uint32_t i = 0; i < laws; i++) {
    struct made m = {0};
    struct buf b = {0};
    struct imp_pair picks[QUESTIONS];
    char names_of[QUESTIONS][24];
    uint32_t n = 0;
    make(&m, &seed);
    write(&m, &seed, &b);
    for (int q = 0; q < QUESTIONS; q++) {
      m.picked[q] = -1;
      if (!is_free(&m, q) || ask_random(&seed, 5)) continue;
      m.picked[q] = outcome(&m, q, (int)ask_random(&seed, (uint32_t)outcomes_of(&m, q)));
      snprintf(names_of[q], sizeof names_of[q], "us.q%d", q);
      picks[n++] = (struct imp_pair){names_of[q], words[m.picked[q]]};
    }
    law_of(acts, b.p);
    struct asked a = ask_both(
        &(struct imp_query){.known = "2025-06-01", .picks = picks, .pick_count = n, .brief = true});
    alone += is_alone(a.answer);
    refused += a.answer->status == IMP_LINE_REFUSED;
    if (a.answer->status == IMP_LINE_OK && !is_alone(a.answer)) {
      hold(&m, a.answer, b.p);
      held++;
    }
    ask_done(&a);
    law_end();
    buf_free(&b);
  }
  printf("held %u, alone %u, refused %u\n", held, alone, refused);
  assert_true(held > laws / 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_what_comes),
      cmocka_unit_test(unless_it_is_picked),
      cmocka_unit_test(the_leader_is_asked),
      cmocka_unit_test(a_follower_that_is_not_asked),
      cmocka_unit_test(bills_that_do_not_differ),
      cmocka_unit_test(no_default_says),
      cmocka_unit_test(a_default_alone),
      cmocka_unit_test(chains),
      cmocka_unit_test(several_leaders),
      cmocka_unit_test(life_of_the_leader),
      cmocka_unit_test(life_of_the_follower),
      cmocka_unit_test(a_leader_to_come),
      cmocka_unit_test(followers_do_not_multiply),
      cmocka_unit_test(alone_they_follow_too),
      cmocka_unit_test(by_chance),
  };
  return cmocka_run_group_tests_name("follow", tests, load_names, free_names);
}
