#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The natural passages are read; each file's floors are a little below what is reached, of rows that must be and of wrong ones."""
import sys
import unittest

sys.dont_write_bytecode = True
import passages  # noqa: E402
from test_reports import IMPOST  # noqa: E402

FLOORS = {  # file: rows read of those that must be, at least; wrong ones for each such row, at most
    "agency2": (0.85, 0.15),
    "background": (0.53, 0.17),
    "orders": (0.68, 0.10),
    "breadth": (0.55, 0.07),
    "buys": (0.69, 0.1),
    "carry": (0.72, 0.09),
    "clauses": (0.84, 0.085),
    "controls": (0.61, 0.17),
    "coordination": (0.79, 0.055),
    "deals": (0.63, 0.11),
    "dealsb": (0.51, 0.06),
    "hand": (0.49, 0.09),
    "named": (0.75, 0.05),
    "whom": (0.54, 0.085),
    "pages": (0.93, 0.04),
    "pages2": (0.86, 0.08),
    "bargains": (0.6, 0.13),
    "plain": (1.0, 0.0),
    "later": (1.0, 0.0),
    "several": (0.66, 0.1),
    "days": (0.72, 0.16),
    "speakers3": (0.6, 0.2),
    "status": (0.78, 0.08),
    "voices": (0.46, 0.15),
    "uscn": (0.62, 0.1),
    "ustariff": (0.59, 0.16),
    "wire": (0.78, 0.2),
    "voices2": (0.48, 0.25),
    "pages3": (0.63, 0.14),
    "lands": (0.47, 0.19),
    "lands2": (0.66, 0.12),
    "controls2": (0.60, 0.2),
    "frames": (0.60, 0.2),
    "rows": (0.95, 0.03),
    "wire2": (0.57, 0.16),
    "answers": (0.9, 0.1),
    "others": (0.85, 0.1),
    "joints": (0.9, 0.05),
    "plainpages": (0.8, 0.1),
    "otherhands": (0.8, 0.1),
    "pa": (0.85, 0.1),
    "standins": (0.85, 0.15),
}


NEAR = {"near": 0.96}  # file of passages that seem to state what they do not: how many are read as they stand, at least


class Passages(unittest.TestCase):
    def test_each_file(self):
        files = {p.stem: p for p in passages.FOLDER.glob("*.txt")}
        self.assertEqual(sorted(files), sorted(FLOORS | NEAR))
        for name, least in NEAR.items():
            cells = passages.run(IMPOST, files[name])
            self.assertGreaterEqual(passages.counts(cells)[3] / len(cells), least)
        for name, (most, wrong) in FLOORS.items():
            with self.subTest(name):
                must, right, false, _ = passages.counts(passages.run(IMPOST, files[name]))
                print(f"{name}: {right} of {must} rows, {false} wrong")
                self.assertGreaterEqual(right / must, most)
                self.assertLessEqual(false / must, wrong)

    def test_verdicts(self):
        wish = [passages.row("us-tariff-25-ca|in force/announced|25%|-|-|if|X"), passages.row("?us-ca-deal|expected")]
        s = {"measure": "us-tariff-25-ca", "status": "announced", "number": "25%", "from": None, "to": None, "condition": "if so",
             "speaker": "X"}
        self.assertEqual(passages.judge(wish, [s]), ([], []))
        self.assertEqual(passages.judge(wish, []), (wish[:1], []))
        for slot, other in (("speaker", "Y"), ("from", "2025-12-01"), ("condition", None), ("number", None), ("status", "ended")):
            self.assertEqual(passages.judge(wish, [{**s, slot: other}]), (wish[:1], [{**s, slot: other}]))


if __name__ == "__main__":
    unittest.main(verbosity=1)
