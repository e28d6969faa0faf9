// SPDX-License-Identifier: Apache-2.0
// Memory: the allocator hook and arenas.
//
// An arena is a chain of blocks, the one being filled at the head. Blocks double in size up to a
// megabyte, so many small things cost few calls; a thing too big for a quarter of the next block
// gets a block of its own behind the head, which then goes on being filled.
// Invariant: every pointer handed out is aligned for any type and its bytes are zero.
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_FIRST = 4096, BLOCK_MOST = 1 << 20 };

struct arena_block {
  struct arena_block *next;
  size_t size; /* bytes that `data` can hold */
  size_t used;
  max_align_t data[];
};

static void *c_library_resize(void *user, void *old, size_t size) {
  (void)user;
  if (size == 0) {
    free(old);
    return NULL;
  }
  return realloc(old, size);
}

static struct mem_hook current = {c_library_resize, NULL};

void mem_set_hook(const struct mem_hook *hook) {
  current = hook != NULL ? *hook : (struct mem_hook){c_library_resize, NULL};
}

void *mem_alloc(size_t size) {
  size_t want = size > 0 ? size : 1;
  void *p = current.resize(current.user, NULL, want);
  if (p != NULL) {
    memset(p, 0, want);
  }
  return p;
}

void *mem_resize(void *old, size_t size) {
  return current.resize(current.user, old, size > 0 ? size : 1);
}

void mem_free(void *p) {
  if (p != NULL) {
    current.resize(current.user, p, 0);
  }
}

static size_t round_up(size_t size) {
  size_t unit = _Alignof(max_align_t);
  return (size + unit - 1) / unit * unit;
}

static struct arena_block *block_new(size_t size) {
  if (size > SIZE_MAX - sizeof(struct arena_block)) {
    return NULL;
  }
  struct arena_block *block = mem_resize(NULL, sizeof *block + size);
  if (block != NULL) {
    *block = (struct arena_block){.size = size};
  }
  return block;
}

static size_t next_size(const struct arena *a) {
  if (a->head == NULL) {
    return BLOCK_FIRST;
  }
  return a->head->size >= BLOCK_MOST / 2 ? BLOCK_MOST : a->head->size * 2;
}

// The block that has room for `size` bytes, made when there is none.
static struct arena_block *block_for(struct arena *a, size_t size) {
  struct arena_block *head = a->head;
  if (head != NULL && head->size - head->used >= size) {
    return head;
  }
  size_t common = next_size(a);
  bool alone = head != NULL && size > common / 4;
  struct arena_block *block = block_new(alone || size > common ? size : common);
  if (block == NULL) {
    return NULL;
  }
  if (alone) {
    block->next = head->next;
    head->next = block;
  } else {
    block->next = head;
    a->head = block;
  }
  return block;
}

static void *arena_full(struct arena *a) {
  a->failed = true;
  return NULL;
}

void *arena_alloc(struct arena *a, size_t size) {
  if (size > SIZE_MAX / 2) {
    return arena_full(a);
  }
  size_t bytes = round_up(size > 0 ? size : 1);
  if (a->limit != 0 && (bytes > a->limit || a->used > a->limit - bytes)) {
    return arena_full(a);
  }
  struct arena_block *block = block_for(a, bytes);
  if (block == NULL) {
    return arena_full(a);
  }
  char *p = (char *)block->data + block->used;
  block->used += bytes;
  a->used += bytes;
  memset(p, 0, bytes);
  return p;
}

void *arena_array(struct arena *a, size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) {
    return arena_full(a);
  }
  return arena_alloc(a, count * size);
}

void *arena_copy(struct arena *a, const void *from, size_t size) {
  void *p = arena_alloc(a, size);
  if (p != NULL && size > 0) {
    memcpy(p, from, size);
  }
  return p;
}

void arena_free(struct arena *a) {
  struct arena_block *block = a->head;
  while (block != NULL) {
    struct arena_block *next = block->next;
    mem_free(block);
    block = next;
  }
  a->head = NULL;
  a->used = 0;
  a->failed = false;
}

void arena_reset(struct arena *a) {
  struct arena_block *kept = a->head;
  if (kept == NULL) {
    a->failed = false;
    return;
  }
  a->head = kept->next;
  arena_free(a);
  kept->next = NULL;
  kept->used = 0;
  a->head = kept;
}

bool mem_grow(void **items, size_t *cap, size_t need, size_t item_size) {
  if (need <= *cap) {
    return true;
  }
  size_t most = SIZE_MAX / (item_size > 0 ? item_size : 1);
  if (need > most) {
    return false;
  }
  size_t want = *cap > most / 2 ? most : *cap * 2;
  want = want < 8 ? 8 : want;
  want = want < need ? need : want;
  want = want > most ? most : want;
  void *grown = mem_resize(*items, want * item_size);
  if (grown == NULL) {
    return false;
  }
  *items = grown;
  *cap = want;
  return true;
}
