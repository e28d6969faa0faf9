#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is said beside a measure and is none of it changes nothing; what belongs to it is not left out with it."""
import sys
import unittest

sys.dont_write_bytecode = True
import distract  # noqa: E402
import passages  # noqa: E402
import ways  # noqa: E402
from test_reports import IMPOST  # noqa: E402

FILES = [passages.FOLDER / name for name in ("wire.txt", "wire2.txt", "deals.txt", "orders.txt", "controls.txt")]
UNMOVED, EACH = 0.95, 0.80  # of all, and of each clause: a little below what is reached
DAY = "2025-11-18"


def read(text):
    return distract.facts(ways.read(IMPOST, [text + "\n"], DAY)[0])


class Distract(unittest.TestCase):
    def test_passages(self):
        files = [f for f in FILES if f.exists()]
        self.assertGreater(len(files), 3)
        kept = distract.whole(IMPOST, files)
        self.assertGreater(len(kept), 60)
        asked = unmoved = 0
        for name, where, words in distract.BESIDE:
            cells = distract.moved(IMPOST, kept, where, words)
            same = sum(c[2] == c[3] for c in cells)
            asked, unmoved = asked + len(cells), unmoved + same
            with self.subTest(name):
                self.assertGreaterEqual(same / len(cells), EACH)
        print(f"{asked} passages with a clause beside them, {unmoved / asked:.3f} unmoved")
        self.assertGreaterEqual(unmoved / asked, UNMOVED)

    def test_left_out(self):
        alone = read("Canada lifted its 25% tariff on American steel on Monday.")
        self.assertEqual(len(alone), 1)
        for beside in ("Canada lifted its 25% tariff on American steel on Monday while Peru held an election.",
                       "Canada, while Peru held an election, lifted its 25% tariff on American steel on Monday.",
                       "With Peruvian growth at 2.1%, Canada lifted its 25% tariff on American steel on Monday.",
                       "Two days after Peru's team lost the match, Canada lifted its 25% tariff on American steel on Monday.",
                       "Canada lifted its 25% tariff on American steel on Monday, and shares in Lima rose 3%.",
                       "Canada lifted its 25% tariff on American steel on Monday. Peru's central bank left its rate at 4%.",
                       "Peruvian voters chose a new mayor. Canada lifted its 25% tariff on American steel on Monday."):
            with self.subTest(beside):
                self.assertEqual(read(beside), alone)

    def test_not_left_out(self):
        for text, word in (("Canada lifted its 25% tariff on American steel while Mexico kept its 10% tariff on American wheat.", "mx-tariff-10-wheat-us"),
                           ("Canada lifted its 25% tariff on American steel, and Mexico pays 30% on its copper.", "tariff-30-copper-mx"),
                           ("Canada's 25% tariff on American steel, which took effect on March 4, stays in place.", "2025-03-04")):
            with self.subTest(text):
                self.assertIn(word, " ".join(read(text)))


if __name__ == "__main__":
    unittest.main()
