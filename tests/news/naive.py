#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The naive reader: nearest name before a keyword, one sentence at a time. Written before the real one and
frozen: it is the floor that tests/news/score prints beside it, and is never mended.

    tests/news/naive.py FILE...     a row a statement: report, speaker, measure, status
"""
import re
import sys

NAMES = {"Bessent": "Scott Bessent", "Greer": "Jamieson Greer", "Li": "Li Chenggang", "Trump": "Donald Trump",
         "White House": "White House", "China": "China", "Beijing": "China"}
MEASURES = [("us-tariff-100-cn", "tariff"), ("cn-ree-licensing", "rare earth"), ("us-cn-truce", "truce"),
            ("cn-soy-purchases", "soybean"), ("meet-trump-xi-korea", "meet"), ("framework-kl", "framework"),
            ("fentanyl-cooperation", "fentanyl"), ("us-port-fees", "port fee"), ("tiktok-transfer", "TikTok")]
STATUSES = [("threatened", "threat"), ("averted", "avert"), ("averted", "avoid"), ("confirmed by one side", "confirm"),
            ("agreed in framework", "agree"), ("agreed in framework", "framework"), ("discussed", "discuss"),
            ("expected", "expect"), ("expected", "will")]


def read(text):
    for sentence in re.split(r"(?<=[.!?\"”])\s+", text):
        said = re.search(r"\b(?:said|says|told|added)\b", sentence)
        end = said.start() if said else len(sentence)
        found = [(m.start(), full) for name, full in NAMES.items() for m in re.finditer(r"\b" + name + r"\b", sentence)
                 if m.start() < end]
        speaker = max(found)[1] if said and found else "outlet"
        status = next((s for s, word in STATUSES if word in sentence), None)
        for measure, word in MEASURES:
            if status and word in sentence:
                yield speaker, measure, status


def main():
    for n, name in enumerate(sys.argv[1:], 1):
        with open(name, encoding="utf-8", errors="replace") as file:
            for row in read(file.read()):
                print(n, *row, sep="\t")


if __name__ == "__main__":
    main()
