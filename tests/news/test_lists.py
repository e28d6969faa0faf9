#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The lists of facts hold rows that can be read at all: keys, speakers and statuses that the rule files can make.

A row with a slip in its key would count as missed whatever is read, and a row that stands twice, or is both `must` and
`may`, would count twice.
"""
import pathlib
import re
import sys
import unittest
from collections import Counter

sys.dont_write_bytecode = True
from test_reports import ROOT, score  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
NEWS = ROOT / "law" / "news"
LISTS = [HERE / "five-reports.tsv", *sorted((HERE / "unseen").glob("*-reports.tsv"))]
STATUS = {"discussed", "expected", "threatened", "agreed in framework", "confirmed by one side", "announced", "in force",
          "suspended", "ended", "averted", "unconfirmed", "denied"}
NUMBER = re.compile(r"(\d+(\.\d+)?%|\d+|P\d+[DWMY])?")


def entries(*words):
    """The lines of the rule files that begin with one of these words, each as its pieces without marks."""
    for path in sorted(NEWS.iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.split(" ", 1)[0] in words:
                yield [p.strip('"') for p in re.findall(r'"[^"]*"|\S+', line)]


def keys_of_kinds(goods, sides):
    """What a key of each kind looks like: who decides, number, goods, whom it hits; or the two of a pair."""
    side = "(?:" + "|".join(sides) + ")"
    part = {"%": r"(?:-\d+(?:\.\d+)?)?", "G": "(?:-(?:" + "|".join(sorted(goods, key=len, reverse=True)) + "))?", "T": f"(?:-{side})?",
            "I": side, "A": f"(?P<a>{side})", "B": f"-(?P<b>{side})"}
    for line in entries("kind"):
        pieces = line[3].split("-")
        yield re.compile("".join(part.get(p) or f"-{re.escape(p)}" for p in pieces))


class Lists(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        goods = {e[1] for e in entries("good")}
        cls.order = [p[1].lower() for name in ("sides.actors", "states.actors") for line in (NEWS / name).read_text(encoding="utf-8").splitlines()
                     if (p := line.split()) and p[0] == "side"]
        cls.kinds = list(keys_of_kinds(goods, cls.order))
        cls.named = {e[1] for e in entries("measure")}
        actors = list(entries("actor"))
        cls.printed = {e[4] for e in actors}
        cls.other_names = {n for e in actors for n in e[5:]} | {n for e in entries("also") for n in e[2:]}

    def key(self, key):
        if key in self.named:
            return True
        found = [m for k in self.kinds if (m := k.fullmatch(key))]
        pair = next((m for m in found if "a" in m.re.groupindex), None)
        return bool(found) and (not pair or self.order.index(pair["a"]) < self.order.index(pair["b"]))

    def test_keys_can_be_made(self):
        for key, right in (("us-tariff-25-steel-ca", True), ("us-tariff-steal-ca", False), ("cn-ca-deal", True), ("ca-cn-deal", False),
                           ("framework-kl", True), ("framework-york", False), ("us-tariff-25-ca-steel", False), ("in-energy-purchases", True)):
            self.assertEqual(self.key(key), right, key)
        for path in LISTS:
            wrong = {(r["report"], r["measure"]) for r in score.rows_of(path) if not self.key(r["measure"])}
            self.assertEqual(wrong, set(), path.name)

    def test_speakers_stand_as_they_are_printed(self):
        self.assertIn("Downing Street", self.other_names)
        for path in LISTS:
            spoken = {r["speaker"] for r in score.rows_of(path)}
            self.assertEqual(spoken & (self.other_names - self.printed), set(), path.name)

    def test_slots(self):
        for path in LISTS:
            for r in score.rows_of(path):
                with self.subTest(path.name, **r):
                    self.assertIn(r["need"], ("must", "may"))
                    self.assertIn(r["status"], STATUS)
                    self.assertTrue(NUMBER.fullmatch(r["number"]), r["number"])
                    self.assertIn(r["condition"], ("", "yes"))
                    for day in (r["from"], r["to"]):
                        self.assertRegex(day, r"^(20\d\d-\d\d-\d\d)?$")

    def test_no_row_stands_twice(self):
        for path in LISTS:
            rows = Counter(tuple(r[k] for k in score.STRICT) for r in score.rows_of(path))
            self.assertEqual([row for row, n in rows.items() if n > 1], [], path.name)

    def test_every_report_has_rows(self):
        for path in LISTS[1:]:
            reports = len(list((HERE / "unseen" / path.name.removesuffix("-reports.tsv")).glob("*.txt")))
            self.assertEqual({r["report"] for r in score.rows_of(path)}, {str(n + 1) for n in range(reports)}, path.name)


if __name__ == "__main__":
    unittest.main()
