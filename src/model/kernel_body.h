// SPDX-License-Identifier: Apache-2.0
// The body of the kernel, read once for each set of instructions (kernel.c). No guard: that is its purpose.
//
// KERNEL(name) makes the names, KERNEL_TARGET the attribute, KERNEL_WIDE the doubles of a vector of the machine. Vectors
// wider than the machine's are split by the compiler, and badly: eight lanes on AVX2 were six times slower than four.

typedef double KERNEL(vector) __attribute__((vector_size(8 * KERNEL_WIDE), may_alias));
typedef long long KERNEL(lanes) __attribute__((vector_size(8 * KERNEL_WIDE), may_alias));
typedef float KERNEL(narrow) __attribute__((vector_size(4 * KERNEL_WIDE), may_alias));

#define VECTOR_AT(p) (*(KERNEL(vector) *)(void *)(p))
#define CONST_AT(p)  (*(const KERNEL(vector) *)(const void *)(p))

/* exp of `count` numbers between -700 and 700: 2^k times a polynomial on |r| <= log(2)/2, error below 2 in the last place. */
KERNEL_TARGET static void KERNEL(exps)(size_t count, double *x) {
  const double magic = 0x1.8p52, up = 0x1.71547652b82fep0, high = 0x1.62e42fefa0000p-1,
               low = 0x1.cf79abc9e3b39p-40;
  for (size_t at = 0; at < count; at += KERNEL_WIDE) {
    KERNEL(vector) v = CONST_AT(x + at), k = v * up + magic, kr = k - magic;
    KERNEL(vector) r = (v - kr * high) - kr * low;
    KERNEL(vector) p = r * (1.0 / 6227020800) + 1.0 / 479001600;
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    KERNEL(lanes)
    bits = (KERNEL(lanes))p +
           ((KERNEL(lanes))k << 52); /* k sits in the low bits of its sum with magic */
    VECTOR_AT(x + at) = (KERNEL(vector))bits;
  }
}

/* log of `count` positive normal numbers: exponent and 2 atanh((m-1)/(m+1)), m within sqrt(2) of 1. */
KERNEL_TARGET static void KERNEL(logs)(size_t count, double *x) {
  const double high = 0x1.62e42fefa0000p-1, low = 0x1.cf79abc9e3b39p-40, magic = 0x1.8p52;
  for (size_t at = 0; at < count; at += KERNEL_WIDE) {
    KERNEL(lanes) bits = (KERNEL(lanes))CONST_AT(x + at);
    KERNEL(lanes) e = (bits - 0x3fe6a09e667f3bcdLL) >> 52; /* m starts at sqrt(1/2) */
    KERNEL(vector) m = (KERNEL(vector))(bits - (e << 52));
    KERNEL(vector) k = (KERNEL(vector))(e + 0x4338000000000000LL) - magic;
    KERNEL(vector) s = (m - 1.0) / (m + 1.0), t = s * s;
    KERNEL(vector) p = t * (1.0 / 21) + 1.0 / 19;
    p = p * t + 1.0 / 17;
    p = p * t + 1.0 / 15;
    p = p * t + 1.0 / 13;
    p = p * t + 1.0 / 11;
    p = p * t + 1.0 / 9;
    p = p * t + 1.0 / 7;
    p = p * t + 1.0 / 5;
    p = p * t + 1.0 / 3;
    VECTOR_AT(x + at) = k * high + (2.0 * s + (2.0 * s * t * p + k * low));
  }
}

/* log cost into out, and from it u = cost^-theta. */
KERNEL_TARGET static void KERNEL(costs)(const struct kernel_world *w, const double *z,
                                        double *out) {
  const size_t width = w->width, sectors = w->sectors;
  const double *price = z + width;
  for (size_t j = 0; j < sectors; j++)
    for (size_t c = 0; c < width; c += KERNEL_WIDE) {
      const double *in = w->input + j * sectors * width + c;
      KERNEL(vector) sum = CONST_AT(w->added + j * width + c) * CONST_AT(z + c), other = {0};
      size_t k = 0;
      for (; k + 1 < sectors; k += 2) {
        sum += CONST_AT(in + k * width) * CONST_AT(price + k * width + c);
        other += CONST_AT(in + (k + 1) * width) * CONST_AT(price + (k + 1) * width + c);
      }
      if (k < sectors) sum += CONST_AT(in + k * width) * CONST_AT(price + k * width + c);
      VECTOR_AT(out + j * width + c) = (sum + other) * -w->theta[j];
    }
  KERNEL(exps)(sectors * width, out);
}

/* q = A u of one traded sector, into out [n]. */
KERNEL_TARGET static void KERNEL(buy)(size_t width, const double *a, const double *u, double *out) {
  for (size_t c = 0; c < width; c += KERNEL_WIDE) {
    KERNEL(vector) sum = {0}, other = {0};
    for (size_t i = 0; i < width; i += 2) { /* width is even */
      sum += CONST_AT(a + i * width + c) * u[i];
      other += CONST_AT(a + (i + 1) * width + c) * u[i + 1];
    }
    VECTOR_AT(out + c) = sum + other;
  }
}

/* Sales = u times B'v; what reaches sellers is gathered by lanes [n][WIDE]. */
KERNEL_TARGET static void KERNEL(sell)(size_t width, const double *b, const double *u,
                                       const double *v, double *made, double *gathered) {
  for (size_t c = 0; c < width; c += KERNEL_WIDE) VECTOR_AT(made + c) = (KERNEL(vector)){0};
  for (size_t n = 0; n < width; n++) {
    KERNEL(vector) sum = {0};
    for (size_t c = 0; c < width; c += KERNEL_WIDE) {
      KERNEL(vector) row = CONST_AT(b + n * width + c) * v[n];
      VECTOR_AT(made + c) += row;
      sum += row * CONST_AT(u + c);
    }
    VECTOR_AT(gathered + n * KERNEL_WIDE) += sum;
  }
  for (size_t c = 0; c < width; c += KERNEL_WIDE) VECTOR_AT(made + c) *= CONST_AT(u + c);
}

KERNEL_TARGET static void KERNEL(prices)(const struct kernel_world *w,
                                         const struct kernel_found *out) {
  const size_t width = w->width;
  for (size_t j = 0; j < w->sectors; j++) {
    double *price = out->price + j * width, *u = out->power + j * width;
    if (j < w->traded) {
      KERNEL(buy)(width, w->a + j * width * width, u, price);
      continue;
    }
    const double *home = w->home + (j - w->traded) * width;
    for (size_t c = 0; c < width; c += KERNEL_WIDE) /* 0 + 1 where nothing is bought */
      VECTOR_AT(price + c) = CONST_AT(u + c) * CONST_AT(home + c) + (1.0 - CONST_AT(home + c));
  }
}

KERNEL_TARGET static void KERNEL(trade)(const struct kernel_world *w, const double *z,
                                        struct kernel_found *out) {
  const size_t width = w->width, cells = width * w->sectors;
  const double *spent = z + width + cells;
  double gathered[KERNEL_WIDTH_MOST * KERNEL_WIDE] __attribute__((aligned(64)));
  for (size_t k = 0; k < width * KERNEL_WIDE; k++) gathered[k] = 0;
  for (size_t k = 0; k < width; k++) out->worked[k] = out->kept[k] = out->bought[k] = 0;
  KERNEL(costs)(w, z, out->power);
  KERNEL(prices)(w, out);
  for (size_t j = 0; j < w->sectors; j++) {
    double *v = out->volume + j * width, *u = out->power + j * width;
    double *made = out->made + j * width;
    for (size_t c = 0; c < width; c += KERNEL_WIDE) {
      KERNEL(vector) x = CONST_AT(spent + j * width + c) * CONST_AT(w->reference + j * width + c);
      VECTOR_AT(v + c) = x / CONST_AT(out->price + j * width + c);
      VECTOR_AT(out->bought + c) += x;
      if (j < w->traded) continue;
      VECTOR_AT(made + c) = x * CONST_AT(w->home + (j - w->traded) * width + c);
      VECTOR_AT(out->kept + c) += VECTOR_AT(made + c);
    }
    if (j < w->traded) KERNEL(sell)(width, w->b + j * width * width, u, v, made, gathered);
    for (size_t c = 0; c < width; c += KERNEL_WIDE)
      VECTOR_AT(out->worked + c) += CONST_AT(w->added + j * width + c) * CONST_AT(made + c);
  }
  for (size_t n = 0; n < width; n++)
    for (size_t k = 0; k < KERNEL_WIDE; k++) out->kept[n] += gathered[n * KERNEL_WIDE + k];
  KERNEL(logs)(cells, out->price);
  for (size_t j = 0; j < w->sectors; j++)
    for (size_t c = 0; c < width; c += KERNEL_WIDE)
      VECTOR_AT(out->price + j * width + c) *= -1 / w->theta[j];
}

KERNEL_TARGET static void KERNEL(spend)(const struct kernel_world *w, const double *made,
                                        const double *income, double *out) {
  const size_t width = w->width, sectors = w->sectors;
  for (size_t k = 0; k < sectors; k++)
    for (size_t c = 0; c < width; c += KERNEL_WIDE)
      VECTOR_AT(out + k * width + c) = CONST_AT(w->final + k * width + c) * CONST_AT(income + c);
  for (size_t j = 0; j < sectors; j++)
    for (size_t c = 0; c < width; c += KERNEL_WIDE) {
      const double *in = w->input + j * sectors * width + c;
      KERNEL(vector) y = CONST_AT(made + j * width + c);
      for (size_t k = 0; k < sectors; k++)
        VECTOR_AT(out + k * width + c) += CONST_AT(in + k * width) * y;
    }
  for (size_t at = 0; at < sectors * width; at += KERNEL_WIDE)
    VECTOR_AT(out + at) /= CONST_AT(w->reference + at);
}

KERNEL_TARGET static void KERNEL(block)(uint32_t width, uint32_t sectors, const float *m,
                                        const double *x, double *out) {
  const size_t wide = width, count = sectors;
  for (size_t j = 0; j < count; j++)
    for (size_t c = 0; c < wide; c += KERNEL_WIDE) {
      const float *row = m + j * count * wide + c;
      KERNEL(vector) sum = CONST_AT(out + j * wide + c);
      for (size_t k = 0; k < count; k++)
        sum += __builtin_convertvector(*(const KERNEL(narrow) *)(const void *)(row + k * wide),
                                       KERNEL(vector)) *
               CONST_AT(x + k * wide + c);
      VECTOR_AT(out + j * wide + c) = sum;
    }
}

KERNEL_TARGET static void KERNEL(push)(uint32_t rows, size_t count, const float *m, const double *x,
                                       double *out) {
  for (size_t c = 0; c < count; c += KERNEL_WIDE) {
    KERNEL(vector) sum = CONST_AT(out + c);
    for (size_t r = 0; r < rows; r++)
      sum += __builtin_convertvector(*(const KERNEL(narrow) *)(const void *)(m + r * count + c),
                                     KERNEL(vector)) *
             x[r];
    VECTOR_AT(out + c) = sum;
  }
}

KERNEL_TARGET static double KERNEL(dot)(size_t count, const double *x, const double *y) {
  KERNEL(vector) sum = {0};
  double all = 0;
  for (size_t c = 0; c < count; c += KERNEL_WIDE) sum += CONST_AT(x + c) * CONST_AT(y + c);
  for (size_t k = 0; k < KERNEL_WIDE; k++) all += sum[k];
  return all;
}

static const struct kernel KERNEL(set) = {KERNEL_TITLE,  KERNEL(trade), KERNEL(spend),
                                          KERNEL(block), KERNEL(push),  KERNEL(dot)};

#undef VECTOR_AT
#undef CONST_AT
