#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The binary panel read by the example is the CSV, line by line; and rolled up it is what its rows say."""
import collections
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent))
IMPOST = os.environ.get("IMPOST", str(ROOT / "build/release/impost"))
ENV = {**os.environ, "IMPOST_LAW": str(ROOT / "law")}


def panel(*words):
    return subprocess.run([IMPOST, "panel", *words], env=ENV, check=True, capture_output=True)


class Reader(unittest.TestCase):
    def compare(self, *words):
        with tempfile.TemporaryDirectory() as folder:
            name = folder + "/panel.bin"
            panel(*words, "-o", name)
            read = subprocess.run([sys.executable, str(ROOT / "examples/read-panel.py"), name],
                                  check=True, capture_output=True, text=True).stdout
        written = panel(*words, "-O", "csv")
        self.assertEqual(read.splitlines(), written.stdout.decode().splitlines())
        return list(csv.DictReader(io.StringIO(read)))

    def test_bags_everywhere(self):
        rows = self.compare("--code", "4202", "--to", "2026-12-31")
        self.assertGreater(len({r["place"] for r in rows}), 200)
        self.assertIn("ok", {r["status"] for r in rows})

    def test_duties_by_quantity_keep_their_words(self):
        rows = self.compare("--code", "0402", "--place", "CN", "--place", "RU", "--place", "DE", "--place", "JP")
        by_quantity = [r for r in rows if "/kg" in r["base"]]
        self.assertTrue(by_quantity)
        for r in by_quantity:
            self.assertEqual((r["low"], r["high"]), ("", ""))
        self.assertTrue(any(r["status"] == "ok" and r["us.301.cn"] for r in by_quantity))

    def test_claims_and_numbers_that_end(self):
        rows = self.compare("--code", "8507600", "--claim", "usmca", "--place", "MX", "--place", "CN")
        ends = {r["until"] for r in rows if r["code"] == "8507600020"}
        self.assertIn("2026-01-30", ends)

    def test_windows_meet(self):
        for key, rows in self.by_line("--code", "87", "--place", "JP", "--place", "GB").items():
            for a, b in zip(rows, rows[1:]):
                self.assertLessEqual(a["until"], b["from"], key)
                if a["until"] == b["from"]:
                    self.assertNotEqual([a[k] for k in a if k not in ("from", "until")],
                                        [b[k] for k in b if k not in ("from", "until")], key)

    def by_line(self, *words):
        out = collections.defaultdict(list)
        for r in csv.DictReader(io.StringIO(panel(*words, "-O", "csv").stdout.decode())):
            out[r["code"], r["place"]].append(r)
        return out

    def test_rolled_up(self):
        rows = csv.DictReader(io.StringIO(panel("--code", "640399", "--place", "CN", "--by", "hs6", "-O", "csv").stdout.decode()))
        lines = self.by_line("--code", "640399", "--place", "CN")
        for r in rows:
            rates = [float(x["low"]) for one in lines.values() for x in one
                     if x["from"] <= r["from"] < x["until"] and x["status"] == "ok" and x["low"]]
            self.assertEqual(int(r["rated"]), len(rates))
            if rates:
                self.assertAlmostEqual(float(r["mean"]), sum(rates) / len(rates), places=5)
                self.assertEqual((float(r["least"]), float(r["most"])), (min(rates), max(rates)))

    def test_wrong_words(self):
        for words in (["--by", "chapter"], ["--by", "hs6"], ["-O", "json"], ["--place", "Atlantis"], ["extra"],
                      ["--from", "2026-13-01"], ["--jobs", "0"]):
            done = subprocess.run([IMPOST, "panel", *words], env=ENV, capture_output=True, text=True)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn("next:", done.stderr)
            self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=0)
    result = program.result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
