// SPDX-License-Identifier: Apache-2.0
// A fast sum of bytes, to tell whether they changed: 256 bits in four lanes.
//
// Word k of the bytes (eight of them, the first lowest; zeros behind the last) goes into lane k mod 4, which becomes
// (lane ^ word) * LANES_FACTOR, turned left by 29. Each step can be undone, so two texts of one length that differ in one
// word never have the same sum. It is no signature: who wants to can make two texts of one sum.
#ifndef IMPOST_BASE_LANES_H
#define IMPOST_BASE_LANES_H

#include <stdint.h>

#include "base/str.h"

#define LANES        4
#define LANES_FACTOR 0x9e3779b97f4a7c15u

void lanes_of(struct str bytes, uint64_t lanes[LANES]);

#endif
