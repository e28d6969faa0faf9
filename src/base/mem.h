// SPDX-License-Identifier: Apache-2.0
// Memory: one allocator for the whole process, and arenas on top of it.
//
// An arena is a lifespan with a name (process, load, snapshot, request): everything put into it
// is freed together. Nothing here aborts: when memory is out, NULL comes back and the caller
// returns IMP_NO_MEMORY. The hook lets tests make the n-th allocation fail.
#ifndef IMPOST_BASE_MEM_H
#define IMPOST_BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>

/* realloc-like: size 0 frees. Returns NULL on failure. `user` is the pointer given to mem_set_hook. */
struct mem_hook {
  void *(*resize)(void *user, void *old, size_t size);
  void *user;
};

/* Replaces the allocator (NULL restores the C library's). Not thread-safe: call before any other use. */
void mem_set_hook(const struct mem_hook *hook);

void *mem_alloc(size_t size); /* zeroed; NULL when out of memory */
void *mem_resize(void *old,
                 size_t size); /* contents kept up to the smaller size; NULL: old still valid */
void mem_free(void *p);        /* NULL is allowed */

struct arena_block;

struct arena {
  struct arena_block *head;
  size_t used;  /* bytes handed out, for reports */
  size_t limit; /* most bytes it may hold; 0 = no limit */
  bool failed;  /* sticky: something did not fit; whoever hands out the result looks here once */
};

void *arena_alloc(struct arena *a, size_t size);               /* zeroed, aligned for any type */
void *arena_array(struct arena *a, size_t count, size_t size); /* zeroed; NULL on overflow too */
void *arena_copy(struct arena *a, const void *from, size_t size);
void arena_free(struct arena *a); /* frees all blocks; the arena can be used again */

/* Empties it for the next use; its newest block is kept, so that asking again and again costs no system call. */
void arena_reset(struct arena *a);

/* Grows a heap array to hold at least `need` items; *cap counts items. False: out of memory, unchanged. */
bool mem_grow(void **items, size_t *cap, size_t need, size_t item_size);

#endif
