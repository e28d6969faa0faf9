#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A catalogue of N lines drawn from a seed: half with words that entries have or nearly have, a quarter with words that none
has (no two lines alike), the rest with numbers; ways, days and facts mixed.   make-catalogue.py N > catalogue.csv"""
import random
import sys

WORDS = ["terbium oxide", "gallium metal", "samarium-cobalt magnets", "graphite", "cotton shirts", "toy cars", "steel pipe",
         "dysprosium oxyde", "helium", "paint", "tungsten oxide", "bismuth metal", "lithium cells", "holmium", "terbium"]
NUMBERS = ["8505.11", "2846901600", "8112929010", "6109.10", "9503.00", "7306.30", "2804.29", "850760", "2805301910",
           "3824999922"]
FACTS = ["", "", "", "military-user=no", "end-use=civil", "content=0.4%", "military-user=yes"]
DAYS = ["2025-06-01", "2025-11-08", "2026-01-15", "2026-11-21"]


def main():
    draw = random.Random(7)
    print("line,item,code,out-of,into,on,facts")
    for i in range(int(sys.argv[1])):
        kind = draw.random()
        item = draw.choice(WORDS) if kind < .5 else f"article {i} of sort {draw.randrange(1000)}" if kind < .75 else ""
        code = draw.choice(NUMBERS) if not item or draw.random() < .4 else ""
        way = [draw.choice(["CN"] * 8 + ["US", "JP"]), draw.choice(["US", "KR", "JP", "DE", "NO", "HK", "VN"])]
        way[1] = "KR" if way[0] == way[1] else way[1]
        print(",".join([str(i + 1), item, code, *way, draw.choice(DAYS), draw.choice(FACTS)]))


main()
