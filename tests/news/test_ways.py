#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ordinary ways of saying of ways.txt are read in the ordinary contexts; the floors are a little below what is reached."""
import sys
import unittest

sys.dont_write_bytecode = True
import ways  # noqa: E402
from test_reports import IMPOST  # noqa: E402

RIGHT, NOTHING, WRONG = 0.91, 0.91, 0.04  # of cells that give something, of those that give nothing; wrong of all, at most
PARAGRAPHS = 0.90, 0.035  # right, and wrong at most, of the paragraphs


class Ways(unittest.TestCase):
    def test_matrix(self):
        cells = ways.run(IMPOST, lambda frame, context: not frame.whole)
        self.assertGreater(len(cells), 14_000)
        right, nothing, wrong = ways.shares(cells)
        print(f"{len(cells)} cells: {right:.3f} of what gives something, {nothing:.3f} of what gives nothing; {wrong:.3f} wrong")
        self.assertGreaterEqual(right, RIGHT)
        self.assertGreaterEqual(nothing, NOTHING)
        self.assertLessEqual(wrong, WRONG)

    def test_paragraphs(self):
        cells = ways.run(IMPOST, lambda frame, context: frame.whole)
        self.assertGreater(len(cells), 1_000)
        right, wrong = (sum(c[5] == verdict for c in cells) / len(cells) for verdict in ("right", "wrong"))
        print(f"{len(cells)} cells of paragraphs: {right:.3f} right, {wrong:.3f} wrong")
        self.assertGreaterEqual(right, PARAGRAPHS[0])
        self.assertLessEqual(wrong, PARAGRAPHS[1])

    def test_frames_are_told_apart(self):
        texts = [f.text for f in ways.all_frames()]
        self.assertEqual(sorted(texts), sorted(set(texts)))
        self.assertGreaterEqual(len({f.status for f in ways.all_frames()}), 12)

    def test_verdicts(self):
        wish = ways.give("us-tariff-25-ca|in force/announced|25%", {}, "X")
        s = {"measure": "us-tariff-25-ca", "status": "announced", "number": "25%", "from": None, "to": None, "condition": None, "speaker": "X"}
        self.assertEqual(ways.judge([wish], [s]), "right")
        self.assertEqual(ways.judge([wish], []), "missing")
        self.assertEqual(ways.judge([wish], [s, {**s, "status": "ended"}]), "wrong")
        self.assertEqual(ways.judge([wish], [{**s, "speaker": "Y"}]), "wrong")
        self.assertEqual(ways.judge([], [s]), "wrong")
        self.assertEqual(ways.judge([{**wish, "from": ["2025-12-01"]}], [{**s, "from": "2025-12-01"}, s], True), "right")
        self.assertEqual(ways.judge([{**wish, "from": ["2025-12-01"]}], [s], True), "missing")
        self.assertEqual(ways.judge([{**wish, "from": ["2025-12-01"]}], [{**s, "from": "2025-12-02"}], True), "wrong")


if __name__ == "__main__":
    unittest.main(verbosity=1)
