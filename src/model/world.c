// SPDX-License-Identifier: Apache-2.0
// The public objects of data and shocks, and what is in the library itself.

#include <string.h>

#include "model/run.h"

/* Bytes of model/world-2022.model and of the shocks, put into the library by the assembler. */
#define EMBED(name, path)                                                                          \
  __asm__(".section .rodata\n"                                                                     \
          ".globl " name "\n.hidden " name "\n.globl " name "_end\n.hidden " name "_end\n"         \
          ".balign 16\n" name ":\n.incbin \"" path "\"\n" name "_end:\n.byte 0\n.previous\n")
#define HIDDEN __attribute__((visibility("hidden")))

EMBED("model_world_2022", IMPOST_MODEL "/world-2022.model");
EMBED("model_us_2017", IMPOST_MODEL "/us-2017.prices");
EMBED("model_us_china_100", IMPOST_MODEL "/shocks/us.china-100.shock");
EMBED("model_us_cn_framework", IMPOST_MODEL "/shocks/us-cn.framework.shock");
EMBED("model_us_china_145", IMPOST_MODEL "/shocks/us.china-145.shock");
extern const char model_world_2022[] HIDDEN, model_world_2022_end[] HIDDEN;
extern const char model_us_2017[] HIDDEN, model_us_2017_end[] HIDDEN;
extern const char model_us_china_100[] HIDDEN, model_us_china_100_end[] HIDDEN;
extern const char model_us_cn_framework[] HIDDEN, model_us_cn_framework_end[] HIDDEN;
extern const char model_us_china_145[] HIDDEN, model_us_china_145_end[] HIDDEN;

static const struct {
  const char *name, *begin, *end;
} shocks[] = {{"us.china-100", model_us_china_100, model_us_china_100_end},
              {"us.china-145", model_us_china_145, model_us_china_145_end},
              {"us-cn.framework", model_us_cn_framework, model_us_cn_framework_end}};
enum { SHOCK_COUNT = sizeof shocks / sizeof *shocks };

/* Labels of the assembler: two objects for C, one stretch of bytes in the library. */
static size_t size_of(const char *begin, const char *end) {
  return (size_t)((uintptr_t)end - (uintptr_t)begin);
}

enum imp_status imp_world_read(const char *text, size_t size, const char *name,
                               struct imp_world **out, struct imp_error *err) {
  struct imp_world *w = mem_alloc(sizeof *w);
  *out = NULL;
  if (w == NULL) return error_no_memory(err);
  enum imp_status status = economy_read((struct str){text, size}, name, &w->e, err);
  if (status != IMP_OK) {
    mem_free(w);
    return status;
  }
  *out = w;
  return IMP_OK;
}

enum imp_status imp_world_default(struct imp_world **out, struct imp_error *err) {
  enum imp_status status =
      imp_world_read(model_world_2022, size_of(model_world_2022, model_world_2022_end),
                     "the base year", out, err);
  struct str tables = {model_us_2017, size_of(model_us_2017, model_us_2017_end)};
  if (status == IMP_OK)
    status = prices_read((*out)->e, tables, "the price tables", &(*out)->prices, err);
  if (status != IMP_OK) {
    imp_world_free(*out);
    *out = NULL;
  }
  return status;
}

void imp_world_free(struct imp_world *w) {
  if (w == NULL) return;
  prices_free(w->prices);
  economy_free(w->e);
  mem_free(w);
}

uint32_t imp_world_regions(const struct imp_world *w) {
  return w->e->regions;
}

uint32_t imp_world_sectors(const struct imp_world *w) {
  return w->e->sectors;
}

const char *imp_world_region(const struct imp_world *w, uint32_t n) {
  return n < w->e->regions ? w->e->region[n].code : NULL;
}

const char *imp_world_sector(const struct imp_world *w, uint32_t j) {
  return j < w->e->sectors ? w->e->sector[j].code : NULL;
}

uint32_t imp_world_region_of(const struct imp_world *w, const char *place) {
  return economy_region_of_place(w->e, place);
}

/* ---- shocks ------------------------------------------------------------------------------------------- */

enum imp_status imp_shock_read(const struct imp_world *w, const char *text, size_t size,
                               const char *name, struct imp_shock **out, struct imp_error *err) {
  struct imp_shock *s = mem_alloc(sizeof *s);
  *out = NULL;
  if (s == NULL) return error_no_memory(err);
  s->world = w;
  enum imp_status status = shock_read(w->e, (struct str){text, size}, name, &s->s, err);
  if (status != IMP_OK) {
    mem_free(s);
    return status;
  }
  *out = s;
  return IMP_OK;
}

enum imp_status imp_shock_named(const struct imp_world *w, const char *name, struct imp_shock **out,
                                struct imp_error *err) {
  struct buf known = {0};
  *out = NULL;
  for (size_t k = 0; k < SHOCK_COUNT; k++)
    if (strcmp(shocks[k].name, name) == 0)
      return imp_shock_read(w, shocks[k].begin, size_of(shocks[k].begin, shocks[k].end), name, out,
                            err);
  for (size_t k = 0; k < SHOCK_COUNT; k++)
    buf_printf(&known, "%s%s", k > 0 ? ", " : "", shocks[k].name);
  error_set(err, IMP_USAGE, "model.shock.name", "give one of them, or a file of a shock",
            "there is no shock named \"%.60s\"; there are %s", name,
            known.n > 0 ? known.p : "none");
  buf_free(&known);
  return IMP_USAGE;
}

enum imp_status imp_shock_join(struct imp_shock *into, const struct imp_shock *from,
                               struct imp_error *err) {
  return shock_join(into->s, from->s, err);
}

void imp_shock_free(struct imp_shock *s) {
  if (s == NULL) return;
  shock_free(s->s);
  mem_free(s);
}

uint32_t imp_shock_outcomes(const struct imp_shock *s) {
  return s->s->outcomes;
}

const char *imp_shock_outcome(const struct imp_shock *s, uint32_t k) {
  return k < s->s->outcomes ? s->s->outcome[k].name : NULL;
}
