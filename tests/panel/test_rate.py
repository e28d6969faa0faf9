#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Averages are what the rows of the panel and the tables of trade give, added up here again in fractions."""
import collections
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.dom.minidom
from fractions import Fraction

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent))
IMPOST = os.environ.get("IMPOST", str(ROOT / "build/release/impost"))
ENV = {**os.environ, "IMPOST_LAW": str(ROOT / "law"), "LC_ALL": "C.UTF-8"}


def impost(*words, code=0):
    done = subprocess.run([IMPOST, *words], env=ENV, capture_output=True, text=True)
    assert done.returncode == code, (words, done.stderr)
    return done.stdout


def additional(code, on, known):
    """Percent of the value, least and most over the outcomes."""
    answer = json.loads(impost("duty", code, "US", "1000000", "--into", "CN", "--on", on, "--known", known, "--json"))
    bills = [b for line in answer["lines"] for b in line["bills"]]
    return (min(float(b["low"]) for b in bills) / 10000, max(float(b["high"]) for b in bills) / 10000)


def table(name, folder="law/us/trade"):
    out = {}
    for line in (ROOT / folder / name).read_text().splitlines():
        if not line.startswith("#"):
            code, cells = line.split("\t")
            for place, amount in re.findall(r"([A-Z]{2})(\d+)", cells):
                out[code, place] = int(amount)
    return out


def cells(code, place, on, *claim):
    """Rate in percent by number, None where there is none."""
    words = ["panel", "--code", code, "--place", place, "--from", on, "--to", on, "-O", "csv"]
    for c in claim:
        words += ["--claim", c]
    rows = csv.DictReader(io.StringIO(impost(*words)))
    return {r["code"]: r for r in rows}


IMPORTS = table("imports-2024.tsv")


class Averages(unittest.TestCase):
    def mean(self, code, place, on, rates, usmca=None, claimed=None):
        total = rated = Fraction(0)
        for (number, origin), value in IMPORTS.items():
            if origin != place or not number.startswith(code) or number not in rates:
                continue
            share = Fraction((usmca or {}).get((number, origin), 0), 1000)
            base, with_claim = rates[number]["high"], (claimed or rates)[number]["high"]
            if (share < 1 and not base) or (share and not with_claim):
                continue
            rated += value
            total += value * ((1 - share) * Fraction(base or 0) + share * Fraction(with_claim or 0))
        return rated, total / rated

    def test_shoes_of_china(self):
        row, = csv.DictReader(io.StringIO(impost("rate", "--code", "64", "--place", "CN", "--by", "chapter", "--on", "2025-05-01", "--csv")))
        rated, mean = self.mean("64", "CN", "2025-05-01", cells("64", "CN", "2025-05-01"))
        self.assertEqual(int(row["rated"]), rated)
        self.assertAlmostEqual(float(row["high"]), float(mean), places=5)
        self.assertEqual(sum(int(row[k]) for k in ("rated", "by_quantity", "by_unit", "refused", "prohibited", "unlisted")),
                         int(row["trade"]))
        self.assertEqual(int(row["trade"]), sum(v for (n, p), v in IMPORTS.items() if p == "CN" and n[:2] == "64"))

    def test_mexico_as_claimed(self):
        for year in ("2024", "2025"):
            row, = csv.DictReader(io.StringIO(impost("rate", "--code", "87", "--place", "MX", "--by", "place", "--on", "2026-03-10",
                                                     "--use", year, "--csv")))
            rated, mean = self.mean("87", "MX", "2026-03-10", cells("87", "MX", "2026-03-10"), table(f"claims-{year}.tsv"),
                                    cells("87", "MX", "2026-03-10", "usmca"))
            self.assertEqual(int(row["used_rated"]), rated)
            self.assertAlmostEqual(float(row["used_high"]), float(mean), places=4)
            self.assertLess(float(row["used_high"]), float(row["high"]))

    def test_parts_add_up(self):
        answer = json.loads(impost("rate", "--code", "42", "--on", "2026-03-10", "--by", "programme", "--json"))
        self.assertEqual(answer["schema"], "impost.rate/1")
        self.assertGreater(len(answer["rows"]), 1)
        for side in ("statutory", "used"):
            parts = sum(Fraction(r[side]["high"]) for r in answer["rows"])
            self.assertAlmostEqual(float(parts), float(answer["total"][side]["high"]), places=4)

    def test_six_digits_and_days(self):
        rows = list(csv.DictReader(io.StringIO(impost("rate", "--code", "4202", "--place", "CN", "--by", "hs6", "--on", "2025-04-12", "--csv"))))
        self.assertTrue(all(re.fullmatch(r"4202\d\d", r["hs6"]) for r in rows))
        whole = json.loads(impost("rate", "--code", "4202", "--place", "CN", "--by", "hs6", "--on", "2025-04-12", "--json"))["total"]
        self.assertEqual(sum(int(r["trade"]) for r in rows), whole["trade"])
        days = list(csv.DictReader(io.StringIO(impost("rate", "--code", "4202", "--place", "CN", "--from", "2025-04-01", "--to",
                                                      "2025-04-30", "--csv"))))
        self.assertEqual([days[0]["day"], days[-1]["until"]], ["2025-04-01", "2025-05-01"])
        for a, b in zip(days, days[1:]):
            self.assertEqual(a["until"], b["day"])
        on = [d for d in days if d["day"] <= "2025-04-12" < d["until"]]
        self.assertAlmostEqual(float(on[0]["high"]), float(whole["statutory"]["high"]), places=5)

    def test_picture_and_text(self):
        with tempfile.TemporaryDirectory() as folder:
            impost("rate", "--code", "8703", "--from", "2025-01-01", "--to", "2025-12-31", "-o", folder + "/r.svg")
            picture = (pathlib.Path(folder) / "r.svg").read_text()
        self.assertEqual(xml.dom.minidom.parseString(picture).documentElement.tagName, "svg")
        self.assertNotIn("href", picture)
        text = impost("rate", "--code", "8703", "--on", "2025-06-01")
        self.assertIn("us.232", text)
        self.assertIn("refused, law not encoded", text)

    def test_into_another_place(self):
        on, known = "2025-11-12", "2025-10-26"
        said = json.loads(impost("rate", "--into", "CN", "--code", "27", "--by", "hs6", "--on", on, "--known", known, "--json"))
        self.assertEqual(said["into"], "CN")
        self.assertIn("exports of the United States to China", said["trade"])
        self.assertTrue(any("ordinary duty" in n for n in said["not_in_it"]))
        weights = {c[:6]: v for (c, p), v in table("imports.tsv", "law/cn/trade").items() if c.startswith("27") and p == "US"}
        self.assertEqual({r["key"]: r["trade"] for r in said["rows"]}, weights)
        total = rated = 0
        for row in said["rows"]:
            low, high = additional(row["key"], on, known)
            self.assertEqual((float(row["statutory"]["low"]), float(row["statutory"]["high"])), (low, high), row["key"])
            rated += row["trade"]
            total += Fraction(high) * row["trade"]
        self.assertEqual(said["total"]["statutory"]["rated"], rated)
        self.assertAlmostEqual(float(said["total"]["statutory"]["high"]), float(total / rated), places=5)
        cars = json.loads(impost("rate", "--into", "CN", "--code", "8703", "--on", on, "--json"))["total"]
        self.assertEqual((cars["refused"], cars["statutory"]["rated"]), (cars["trade"], 0))
        text = impost("rate", "--into", "CN", "--code", "12", "--on", on)
        self.assertIn("AVERAGE ADDITIONAL RATE", text)
        for words in (["--by", "day"], ["--by", "programme", "--on", on]):
            impost("rate", "--into", "CN", *words, code=2)
        impost("rate", "--into", "DE", "--on", on, code=2)

    def test_wrong_words(self):
        for words in (["--by", "week"], ["--on", "2026-01-01", "--by", "day"], ["--from", "2026-01-01", "--by", "place"],
                      ["-O", "svg", "--by", "place"], ["--use", "2023"], ["extra"]):
            impost("rate", *words, code=2)

    def test_a_table_that_is_broken(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["cp", "-r", str(ROOT / "law"), folder], check=True)
            path = pathlib.Path(folder) / "law/us/trade/imports-2024.tsv"
            path.write_text(path.read_text().replace("0101210010\tAR", "0101210010\tA", 1))
            done = subprocess.run([IMPOST, "rate", "--law", folder + "/law", "--code", "42"], env=ENV, capture_output=True, text=True)
            self.assertEqual(done.returncode, 5)
            self.assertIn("imports-2024.tsv, line 5", done.stderr)


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
