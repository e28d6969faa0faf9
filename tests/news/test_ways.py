#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ordinary ways of saying of ways.txt are read in the ordinary contexts; the floors are a little below what is reached."""
import sys
import unittest

sys.dont_write_bytecode = True
import ways  # noqa: E402
from test_reports import IMPOST  # noqa: E402

RIGHT, NOTHING, WRONG = 0.93, 0.91, 0.04  # of cells that give something, of those that give nothing; wrong of all, at most


class Ways(unittest.TestCase):
    def test_matrix(self):
        cells = ways.run(IMPOST)
        self.assertGreater(len(cells), 14_000)
        right, nothing, wrong = ways.shares(cells)
        print(f"{len(cells)} cells: {right:.3f} of what gives something, {nothing:.3f} of what gives nothing; {wrong:.3f} wrong")
        self.assertGreaterEqual(right, RIGHT)
        self.assertGreaterEqual(nothing, NOTHING)
        self.assertLessEqual(wrong, WRONG)

    def test_frames_are_told_apart(self):
        texts = [f.text for f in ways.frames()]
        self.assertEqual(sorted(texts), sorted(set(texts)))
        self.assertGreaterEqual(len({f.status for f in ways.frames()}), 12)

    def test_verdicts(self):
        wish = ways.give("us-tariff-25-ca|in force/announced|25%", {}, "X")
        s = {"measure": "us-tariff-25-ca", "status": "announced", "number": "25%", "from": None, "to": None, "condition": None, "speaker": "X"}
        self.assertEqual(ways.judge([wish], [s]), "right")
        self.assertEqual(ways.judge([wish], []), "missing")
        self.assertEqual(ways.judge([wish], [s, {**s, "status": "ended"}]), "wrong")
        self.assertEqual(ways.judge([wish], [{**s, "speaker": "Y"}]), "wrong")
        self.assertEqual(ways.judge([], [s]), "wrong")


if __name__ == "__main__":
    unittest.main(verbosity=1)
