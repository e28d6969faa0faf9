#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Entry summaries: parts of fees add up, rows stand in the law's order, pages hold what they may."""
import csv
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent))
IMPOST = os.environ.get("IMPOST", str(ROOT / "build/release/impost"))
ENV = {**os.environ, "IMPOST_LAW": str(ROOT / "law"), "LC_ALL": "C.UTF-8"}
CODES = ["7318152030", "4202923131", "9503000073", "8471300100", "6403996075", "8708290130", "0901110015", "2204214000"]


def run(rows, *words, code=0):
    with tempfile.TemporaryDirectory() as folder:
        name = folder + "/lines.csv"
        with open(name, "w", newline="", encoding="utf-8") as f:
            w = csv.DictWriter(f, ["entry", "line", "code", "from", "on", "value", "quantity", "claims", "facts"], restval="")
            w.writeheader()
            w.writerows(rows)
        done = subprocess.run([IMPOST, "duty", name, "-O", "7501", *words], env=ENV, capture_output=True, text=True)
    assert code is None or done.returncode == code, (done.returncode, done.stderr)
    return done.stdout


def entry(name, n, seed, **more):
    draw = random.Random(seed)
    return [{"entry": name, "line": i + 1, "code": draw.choice(CODES), "from": draw.choice(["CN", "DE", "MX", "VN"]),
             "on": "2026-09-16", "value": draw.randint(1, 90000), **more} for i in range(n)]


def cents(text):
    return int(text.replace(".", ""))


class Summaries(unittest.TestCase):
    def test_parts_add_up(self):
        rows = entry("A", 37, 1, facts="mode=ocean") + entry("B", 3, 2, facts="mode=air") + entry("C", 1, 3, facts="mode=ocean")
        answer = json.loads(run(rows, "--json", code=None))
        self.assertEqual([e["entry"] for e in answer["entries"]], ["A", "B", "C"])
        for e in answer["entries"]:
            for fee in e["fees"]:
                parts = [cents(line["fees"][fee["name"]]) for line in e["lines"] if fee["name"] in line["fees"]]
                self.assertEqual(sum(parts), cents(fee["low"]), (e["entry"], fee))
                bases = [Fraction(line["value"]) for line in e["lines"] if fee["name"] in line["fees"]]
                if sum(bases) == Fraction(fee["base"]):
                    for part, base in zip(parts, bases):
                        exact = cents(fee["low"]) * base / Fraction(fee["base"])
                        self.assertLess(abs(part - exact), 1)
            for line in e["lines"]:
                if line["problem"] is None:
                    self.assertEqual(sum(cents(r["amount"]) for r in line["rows"]), cents(line["duty"]))
                    self.assertEqual(line["rows"][-1]["number"], line["code"])

    def test_parts_of_a_fee_that_is_not_certain(self):
        """Small entries of no stated type and mode: both ends of each fee are shared out, and add up."""
        rows = [{"entry": str(seed), "line": i + 1, "code": "9503000073", "from": "CN", "on": "2026-10-05", "value": value}
                for seed in range(5) for i, value in enumerate(random.Random(seed).sample(range(1, 700), 3))]
        for e in json.loads(run(rows, "--json"))["entries"]:
            self.assertEqual({fee["name"] for fee in e["fees"] if fee["low"] != fee["high"]}, {"HMF", "MPF"})
            for fee in e["fees"]:
                for end in ("low", "high"):
                    parts = [cents(line["fees_open"][fee["name"]][end]) for line in e["lines"]]
                    self.assertEqual(sum(parts), cents(fee[end]), (e["entry"], fee, end))
        self.assertIn("2.77 to 34.58", run([{"line": 1, "code": "9503000073", "from": "CN", "on": "2026-10-05", "value": 2000}]))

    def test_what_the_entry_states_is_in_it(self):
        line = {"entry": "A", "line": 1, "code": "9503000073", "from": "CN", "on": "2026-10-05", "value": 2000}
        both, one = "ad-rate=12%;cvd-rate=1%;excise-tax=3", "ad-rate=12%"
        text = lambda *facts: run([{**line, "line": i + 1, "facts": f} for i, f in enumerate(facts)])  # noqa: E731
        self.assertIn("not in it: fees of other agencies", text(both))
        self.assertIn("not in it: countervailing duty, excise tax,", text(both, one))
        self.assertIn("not in it: anti-dumping and countervailing duty", text(both, ""))

    def test_a_line_that_may_not_enter(self):
        rows = [{"entry": "A", "line": 1, "code": "2204215005", "from": "CA", "on": "2026-10-05", "value": 10000, "quantity": "1000 liters"},
                {"entry": "A", "line": 2, "code": "9503000073", "from": "CN", "on": "2026-10-05", "value": 10000}]
        text = run(rows, code=4)
        self.assertIn("prohibited: may not enter", text)
        self.assertIn("one that may not enter is", text)

    def test_the_same_money_as_bills(self):
        rows = [r for r in entry("A", 25, 7, facts="mode=air")]
        summary = json.loads(run(rows, "--json", code=None))["entries"][0]
        with tempfile.TemporaryDirectory() as folder:
            name = folder + "/lines.csv"
            with open(name, "w", newline="", encoding="utf-8") as f:
                w = csv.DictWriter(f, list(rows[0]))
                w.writeheader()
                w.writerows(rows)
            bills = json.loads(subprocess.run([IMPOST, "duty", name, "--json"], env=ENV, capture_output=True, text=True).stdout)
        for line, bill in zip(summary["lines"], bills["lines"]):
            one = bill["status"] == "ok" and len(bill["bills"]) == 1
            self.assertEqual(line["duty"], bill["bills"][0]["duty"] if one else None)
            self.assertEqual(line["problem"] is None, one)

    def test_order_of_the_law(self):
        rows = [{"entry": "A", "line": 1, "code": "7318152030", "from": "CN", "on": "2026-09-16", "value": 14172}]
        line = json.loads(run(rows, "--json"))["entries"][0]["lines"][0]
        self.assertEqual([r["number"] for r in line["rows"]], ["9903.88.03", "9903.05.90", "9903.82.02", "7318.15.20.30"])
        self.assertEqual(cents(line["rows"][1]["amount"]), 0)

    def test_a_heading_for_the_ordinary_duty(self):
        rows = [{"entry": "A", "line": 1, "code": "49019100", "from": "RU", "on": "2026-05-04", "value": 1000}]
        line = json.loads(run(rows, "--json"))["entries"][0]["lines"][0]
        self.assertEqual([r["number"] for r in line["rows"]][-2:], ["9903.90.08", "4901.91.00"])
        self.assertEqual([r["amount"] for r in line["rows"]][-2:], ["350.00", "0.00"])

    def test_without_one_amount_there_is_no_total(self):
        rows = entry("A", 2, 5) + [{"entry": "A", "line": 3, "code": "1234567890", "from": "CN", "on": "2026-09-16", "value": 10}]
        answer = json.loads(run(rows, "--json", code=3))["entries"][0]
        self.assertIsNone(answer["total_low"])
        self.assertIsNone(answer["duty"])
        self.assertIn("refused", answer["lines"][2]["problem"])
        text = run(rows, code=3)
        self.assertIn("no total", text)
        self.assertIn("refused:", text)

    def test_pages(self):
        text = run(entry("LONG", 90, 11, facts="mode=ocean") + entry("SHORT", 1, 12), code=None)
        pages = text.split("\f")
        self.assertGreater(len(pages), 5)
        for page in pages:
            self.assertLessEqual(page.count("\n"), 60)
            self.assertIn("ENTRY SUMMARY", page.splitlines()[0] + page.splitlines()[1])
        self.assertIn("SHORT", pages[-1])
        self.assertIn("page 1", pages[-1])
        self.assertEqual(sum(p.count("total entered value") for p in pages), 2)

    def test_wrong_words(self):
        rows = entry("A", 1, 1)
        for words in (["--line", "1"], ["--by", "month"], ["--proof"]):
            self.assertEqual(run(rows, *words, code=2), "")


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
