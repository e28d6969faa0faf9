// SPDX-License-Identifier: Apache-2.0
// Questions that follow others, on laws made by chance: what imp_duty and a batch say is held against the meaning of
// docs/assessment.md, written down once more here. IMPOST_LAWS is the number of laws (default 400).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assess/follow.h"

enum { QUESTIONS = 6, ANSWERS = 3, STANDS = ANSWERS };

struct made_default {
  int answer, leader, asked; /* leader -1: hangs on nothing */
};

struct made {
  int answers[QUESTIONS];
  enum made_state { UNRAISED, OPEN, SAID, CLOSED } state[QUESTIONS];
  int told[QUESTIONS]; /* SAID, CLOSED: the answer; CLOSED by an order */
  struct made_default defaults[QUESTIONS][4];
  int default_count[QUESTIONS];
  int picked[QUESTIONS]; /* -1: nobody picked */
};

static const char *const words[] = {"low", "middle", "high", "stands"};

static void make(struct made *m, uint64_t *seed) {
  for (int q = 0; q < QUESTIONS; q++) {
    m->answers[q] = 2 + (int)ask_random(seed, 2);
    m->state[q] = ask_random(seed, 10) < 6 ? OPEN : (enum made_state)ask_random(seed, 4);
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

/* The questions answered so, in their order; a follower takes what comes of those before it. */
static void answer_all(const struct made *m, const bool *follower, int outcome_no, int *now) {
  for (int q = 0; q < QUESTIONS; q++) {
    now[q] = m->picked[q] >= 0 ? m->picked[q] : m->told[q];
    if (follower[q]) now[q] = comes(m, q, now);
    if (!is_free(m, q) || follower[q]) continue;
    now[q] = outcome(m, q, outcome_no % outcomes_of(m, q));
    outcome_no /= outcomes_of(m, q);
  }
}

/* Worked out of the text of the law: the measures that stand under these answers. */
static int64_t owed_under(const struct made *m, const int *now, const char *text) {
  int64_t owed = 0;
  for (uint32_t i = 0; i < law.law->measure_count; i++) {
    int q, of, percent;
    const char *name = law.law->measures[i].name.p;
    assert_int_equal(sscanf(name, "us.m%d-%d", &q, &of), 2);
    const char *rate = strstr(strstr(text, name + 3), "rate");
    assert_int_equal(sscanf(rate, "rate %d", &percent), 1);
    if (m->state[q] != UNRAISED && now[q] == of) owed += percent * 10000;
  }
  return owed;
}

/* No bill names a follower: it is not the user's to answer. */
static bool says(const struct imp_bill *bill, const bool *follower, const int *now) {
  bool is = true;
  for (uint32_t p = 0; p < bill->pick_count; p++) {
    int q = bill->picks[p].question[4] - '0';
    assert_false(follower[q]);
    is = is && !strcmp(bill->picks[p].answer, words[now[q]]);
  }
  return is;
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
    int fits = 0;
    answer_all(m, follower, c, now);
    int64_t owed = owed_under(m, now, text);
    for (uint32_t i = 0; i < a->bill_count; i++) {
      if (!says(&a->bills[i], follower, now)) continue;
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
  const struct CMUnitTest tests[] = {cmocka_unit_test(by_chance)};
  return cmocka_run_group_tests_name("follow laws", tests, load_names, free_names);
}
