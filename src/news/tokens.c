// SPDX-License-Identifier: Apache-2.0
// Words, numerals and marks of a paragraph; where a sentence ends; which quotation a word is in.
//
// A hyphen parts words, a point inside one does not ("U.S.", "Nov."); "'s" is a word of its own. A word is known by
// the hash of its lower-case letters, and the United States are one word however they are written, so that "us" stays the pronoun.
#include <string.h>

#include "news/news_own.h"

#define HASH_SEED 1469598103934665603u
#define HASH_STEP 1099511628211u

/* Of a byte that words are made of, a letter or a digit, the small one; 0: of any other. */
static const unsigned char letters[256] = {
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   48,  49,  50,  51,  52,  53,  54,  55,  56,
    57,  0,   0,   0,   0,   0,   0,   0,   97,  98,  99,  100, 101, 102, 103, 104, 105, 106, 107,
    108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0,   0,   0,   0,
    0,   0,   97,  98,  99,  100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113,
    114, 115, 116, 117, 118, 119, 120, 121, 122, 0,   0,   0,   0,   0,   128, 129, 130, 131, 132,
    133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151,
    152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170,
    171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189,
    190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208,
    209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227,
    228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246,
    247, 248, 249, 250, 251, 252, 253, 254, 255,
};

static uint64_t hash_end(uint64_t h) {
  return h ^ (h >> 29);
}

uint64_t news_word_hash(const char *p, size_t n) {
  uint64_t h = HASH_SEED;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)p[i], small = letters[c];
    h = (h ^ (small != 0 ? small : c)) * HASH_STEP;
  }
  return hash_end(h);
}

bool news_word_goes_on(const struct news_token *t, const char *word) {
  if (word[1] == '\0') return t->n == 1;
  size_t n = 2;
  while (n < NEWS_LEAD && word[n] != '\0' && word[n] == t->lead[n]) n++;
  if (n < NEWS_LEAD) return word[n] == '\0' && t->n == n;
  n += strlen(word + n);
  return t->n == n && t->hash == news_word_hash(word, n);
}

uint32_t news_fold(uint64_t hash) {
  return (uint32_t)(hash ^ (hash >> 32));
}

static bool is_letter(char c) {
  return (unsigned)((c | 32) - 'a') < 26 || (unsigned char)c >= 0x80;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct cutter {
  struct str t;
  uint32_t at, end;
  struct news_tokens *out;
  uint16_t quote;  /* open quotation; 0: none */
  uint16_t quotes; /* so far */
};

static char ahead(const struct cutter *c, uint32_t by) {
  return c->at + by < c->end ? c->t.p[c->at + by] : '\0';
}

static struct news_token *put(struct cutter *c, uint8_t kind, uint32_t n) {
  struct news_token *t = &c->out->items[c->out->count++];
  *t = (struct news_token){.at = c->at, .n = n, .kind = kind, .quote = c->quote};
  c->at += n;
  return t;
}

static struct news_token *add(struct cutter *c, uint8_t kind, uint32_t n) {
  const char *p = c->t.p + c->at;
  struct news_token *t = put(c, kind, n);
  t->hash = news_word_hash(p, n);
  if (kind != NEWS_WORD) return t;
  for (uint32_t k = 0; k < n && k < NEWS_LEAD; k++)
    t->lead[k] = (char)(letters[(unsigned char)p[k]] != 0 ? letters[(unsigned char)p[k]] : p[k]);
  t->spot = news_spot(t->lead);
  return t;
}

/* It stands for another spelling: no word that is asked for letter by letter. */
static void respell(struct news_token *t, uint64_t hash) {
  memset(t->lead, 0, sizeof t->lead);
  t->spot = 0;
  t->hash = hash;
}

/* Length of "U.S." and the like at the place: letters that each have a point behind them. */
static uint32_t initials(const struct cutter *c) {
  uint32_t n = 0;
  while (is_letter(ahead(c, n)) && ahead(c, n + 1) == '.' && (unsigned char)ahead(c, n) < 0x80)
    n += 2;
  return n >= 4 ? n : 0;
}

static bool is_abbreviation(struct str w) {
  if (w.n > 4) return false;
  static const char *const words[] = {"Jan",  "Feb",  "Mar", "Apr", "Jun", "Jul", "Aug",
                                      "Sep",  "Sept", "Oct", "Nov", "Dec", "Mr",  "Mrs",
                                      "Ms",   "Dr",   "Sen", "Rep", "Gov", "Gen", "Inc",
                                      "Corp", "Co",   "Ltd", "No",  "vs",  "St"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq(w, str_of(words[i]))) return true;
  return false;
}

/* Letters and digits from the place on, as a word. */
static struct news_token *take_letters(struct cutter *c) {
  const unsigned char *from = (const unsigned char *)c->t.p + c->at, *p = from;
  const unsigned char *last = (const unsigned char *)c->t.p + c->end;
  const unsigned char *end = last - p > NEWS_LEAD ? p + NEWS_LEAD : last;
  struct news_token *t = put(c, NEWS_WORD, 0);
  uint64_t h = HASH_SEED;
  unsigned char small;
  for (; p < end; p++) {
    if ((small = letters[*p]) == 0) break;
    t->lead[p - from] = (char)small;
    h = (h ^ small) * HASH_STEP;
  }
  for (; p < last && (small = letters[*p]) != 0; p++) h = (h ^ small) * HASH_STEP;
  t->hash = hash_end(h);
  t->spot = news_spot(t->lead);
  t->n = (uint32_t)(p - from);
  c->at += t->n;
  return t;
}

static bool is_states(struct str w) {
  return w.p[0] == 'U' && (str_eq(w, STR("U.S.")) || str_eq(w, STR("US")) ||
                           str_eq(w, STR("U.S.A.")) || str_eq(w, STR("USA")));
}

static void take_word(struct cutter *c) {
  const char *p = c->t.p + c->at;
  uint32_t n = ahead(c, 1) == '.' ? initials(c) : 0;
  struct news_token *t = n > 0 ? add(c, NEWS_WORD, n) : take_letters(c);
  t->capital = (p[0] >= 'A' && p[0] <= 'Z') || (unsigned char)p[0] >= 0xc3;
  if (n == 0 && ahead(c, 0) == '.' && is_abbreviation((struct str){p, t->n})) {
    bool number = t->n == 2 && p[0] == 'N'; /* "No. 7", but "No. It is not." */
    if (!number || is_digit(ahead(c, 2))) {
      t->n++;
      c->at++;
      if (t->n <= NEWS_LEAD)
        t->lead[t->n - 1] = '.'; /* "mr." is asked for with its point */
      else
        respell(t, t->hash);
    }
  }
  if (is_states((struct str){p, t->n})) respell(t, news_word_hash("u.s.", 4));
}

static int64_t scale_of(struct str w) {
  if (str_eq_nocase(w, STR("thousand"))) return 1000;
  if (str_eq_nocase(w, STR("million"))) return 1000000;
  if (str_eq_nocase(w, STR("billion"))) return 1000000000;
  if (str_eq_nocase(w, STR("trillion"))) return 1000000000000;
  return 0;
}

static int64_t suffix_of(struct str w) {
  if (str_eq(w, STR("bn"))) return 1000000000;
  if (str_eq(w, STR("tn"))) return 1000000000000;
  if (str_eq(w, STR("m")) || str_eq(w, STR("mn"))) return 1000000;
  return 1;
}

/* " 1/2%", "-3/4 per cent" behind the digits of "12": how many bytes before the percent sign, and thousandths; 0. */
static uint32_t fraction(const struct cutter *c, uint32_t n, int64_t *milli) {
  char sep = ahead(c, n), over = ahead(c, n + 1), under = ahead(c, n + 3);
  if ((sep != ' ' && sep != '-') || !is_digit(over) || ahead(c, n + 2) != '/' || !is_digit(under) ||
      under <= over)
    return 0;
  bool percent = ahead(c, n + 4) == '%' || (ahead(c, n + 4) == ' ' && ahead(c, n + 5) == 'p' &&
                                            ahead(c, n + 6) == 'e' && ahead(c, n + 7) == 'r');
  if (!percent) return 0;
  *milli += (over - '0') * 1000 / (under - '0');
  return 4;
}

static void take_number(struct cutter *c) {
  uint32_t n = 0;
  int64_t milli = 0;
  int places = -1;
  bool huge = false;
  while (is_digit(ahead(c, n)) ||
         ((ahead(c, n) == ',' || ahead(c, n) == '.') && is_digit(ahead(c, n + 1)))) {
    char d = ahead(c, n++);
    if (d == '.') places = 0;
    if (!is_digit(d)) continue;
    huge = huge || milli > INT64_MAX / 10 - 1000;
    if (places >= 3 || huge) continue;
    if (places < 0)
      milli = milli * 10 + (int64_t)(d - '0') * 1000;
    else {
      static const int64_t unit[] = {100, 10, 1};
      milli += (d - '0') * unit[places++];
    }
  }
  uint32_t digits = n;
  while (is_letter(ahead(c, n)) && n < 40) n++; /* 17th, 2x, 600bn */
  int64_t scale = suffix_of((struct str){c->t.p + c->at + digits, n - digits});
  huge = huge || milli >= INT64_MAX / scale;
  if (!huge) milli *= scale;
  if (places < 0 && n == digits) n += fraction(c, n, &milli);
  struct news_token *t =
      add(c, huge ? NEWS_WORD : NEWS_NUMERAL, n); /* what no number holds is none */
  t->milli = milli;
  if (ahead(c, 0) == '%') {
    t->percent = true;
    t->n++;
    c->at++;
  }
}

/* A mark that opens stands behind a space or a bracket and before a letter. */
static bool opens(const struct cutter *c) {
  char before = c->at > 0 ? c->t.p[c->at - 1] : ' ', after = ahead(c, 1);
  bool space = strchr(" \t\n([-:", before) != NULL || before == NEWS_DASH;
  return space && after != '\0' && strchr(" \t\n", after) == NULL;
}

static void take_mark(struct cutter *c) {
  char m = ahead(c, 0);
  if (m == '"' && c->quote == 0 && opens(c)) {
    c->quote = ++c->quotes;
    add(c, NEWS_OPEN, 1);
  } else if (m == '"') {
    add(c, NEWS_CLOSE, 1);
    c->quote = 0;
  } else if (m == '\'' && is_letter(ahead(c, 1)) && /* a word of a class may be "'ll" alone */
             (c->at > 0 ? is_letter(c->t.p[c->at - 1]) : c->end <= 3)) {
    uint32_t n = 1;
    while (is_letter(ahead(c, n))) n++;
    bool genitive = n == 2 && (ahead(c, 1) | 32) == 's';
    add(c, NEWS_WORD, n)->genitive = genitive;
  } else if (strchr(".,;:?!()", m) != NULL || m == NEWS_DASH)
    add(c, NEWS_MARK, 1);
  else
    c->at++; /* hyphens, brackets, single marks and other signs part words and are no tokens */
}

static bool begins_sentence(const struct news_token *t) {
  static const char *const words[] = {"he",  "she", "it", "they", "the",  "in",
                                      "but", "and", "a",  "this", "that", "on"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (t->capital && news_word_is(t, words[i])) return true;
  return false;
}

/* ", a claim that Beijing has yet to confirm": a sentence of its own, of what the one before it told. */
static bool opens_claim(struct str text, const struct news_token *t) {
  static const char *const words[] = {"claim", "assertion", "claims", "version"};
  return t->kind == NEWS_MARK && text.p[t->at] == ',' && t->quote == 0 &&
         news_word_is(&t[1], "a") && NEWS_IN(&t[2], words) &&
         (news_word_is(&t[3], "that") || news_word_is(&t[3], "which"));
}

/* A sentence ends with . ? ! and what closes behind it, unless a small letter follows ("...," he said). */
static void end_sentences(struct str text, struct news_tokens *l) {
  for (uint32_t i = 0; i < l->count; i++) {
    struct news_token *t = &l->items[i];
    char last = text.p[t->at + t->n - 1];
    bool stop = t->kind == NEWS_MARK && (last == '.' || last == '?' || last == '!');
    bool word = t->kind == NEWS_WORD && last == '.' && t->n > 1;
    if (!stop && !word) continue;
    uint32_t end = i;
    if (end + 1 < l->count && l->items[end + 1].kind == NEWS_CLOSE) end++;
    if (end + 1 >= l->count) {
      l->items[end].ends = true;
      continue;
    }
    const struct news_token *next = &l->items[end + 1];
    if (stop && next->at == t->at + t->n && next->kind == NEWS_MARK) continue; /* an elision */
    bool fresh = next->capital || next->kind == NEWS_OPEN || next->kind == NEWS_NUMERAL;
    if (stop ? fresh : next->kind == NEWS_OPEN || begins_sentence(next)) l->items[end].ends = true;
  }
  for (uint32_t i = 1; i + 4 < l->count; i++)
    if (opens_claim(text, &l->items[i])) l->items[i].ends = true;
  if (l->count > 0) l->items[l->count - 1].ends = true;
}

/* A pound, a yen or a euro before a digit: its bytes; 0: no such sign. */
static uint32_t money_sign(const struct cutter *c) {
  static const char *const signs[] = {"\xc2\xa3", "\xc2\xa5", "\xe2\x82\xac"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t n = strlen(signs[i]);
    if (c->end - c->at > n && memcmp(c->t.p + c->at, signs[i], n) == 0 &&
        is_digit(c->t.p[c->at + n]))
      return (uint32_t)n;
  }
  return 0;
}

/* "US$4.5 billion": a sum, and no word of the United States. */
static bool dollar_sign(const struct cutter *c) {
  return ahead(c, 0) == 'U' && ahead(c, 1) == 'S' && ahead(c, 2) == '$' && is_digit(ahead(c, 3));
}

void news_tokens_cut(struct str text, uint32_t from, uint32_t *to, struct news_tokens *out) {
  struct cutter c = {.t = text, .at = from, .end = *to, .out = out};
  out->count = 0;
  while (c.at < c.end && out->count < NEWS_PARAGRAPH - 4) {
    char b = c.t.p[c.at];
    if (c.at - out->hole < out->behind - out->hole)
      c.at = out->behind;
    else if (b == ' ' || b == '\t' || b == '\n' || b == NEWS_HEADING)
      c.at++;
    else if ((unsigned char)b >= 0x80 && money_sign(&c) > 0)
      c.at += money_sign(&c); /* "£12.8bn": a number, and no word that ends at the point */
    else if (b == 'U' && dollar_sign(&c))
      c.at += 3;
    else if (is_letter(b)) {
      take_word(&c);
      c.at += c.at < c.end && c.t.p[c.at] == ' ';
    } else if (is_digit(b))
      take_number(&c);
    else
      take_mark(&c);
  }
  *to = c.at;
  for (uint32_t i = 0; i + 1 < out->count; i++) { /* "2.5 million", "10 percent" */
    struct news_token *t = &out->items[i];
    if (t->kind != NEWS_NUMERAL) continue;
    struct str w = {text.p + out->items[i + 1].at, out->items[i + 1].n};
    int64_t scale = scale_of(w);
    if (scale > 0 && t->milli < INT64_MAX / scale) t->milli *= scale;
  }
  end_sentences(text, out);
}
