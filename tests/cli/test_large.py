#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A file of 100,000 lines drawn like the imports of 2024, 5% bad and 10% with facts: every line answered, a summary that
is the sum of the lines, one answer in every format (of 10,000 lines), what became void, nothing left when stopped."""
import collections
import csv
import decimal
import io
import itertools
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.append("/usr/lib/python3/dist-packages")  # Debian: python3-openpyxl, for any Python 3
try:
    import openpyxl
except ImportError:
    openpyxl = None

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT", pathlib.Path(__file__).resolve().parents[2]))
IMPOST = os.environ.get("IMPOST", str(ROOT / "impost"))
SLOW = b"__asan_init" in pathlib.Path(IMPOST).read_bytes()  # ten times as long
LINES = 10_000 if SLOW else 100_000
FEWER = LINES // 10
ENV = dict(os.environ, IMPOST_LAW=str(ROOT / "law"), LC_ALL="C.UTF-8", IMPOST_TODAY="2026-10-01")
KINDS = ("ok", "range", "refused", "prohibited")
Money = decimal.Decimal


def run(*words, code=0):
    done = subprocess.run([IMPOST, *map(str, words)], env=ENV, capture_output=True, text=True, timeout=600)
    if done.returncode != code:
        raise AssertionError(f"{words}: exit code {done.returncode}, not {code}: {done.stderr[:2000]}")
    return done.stdout


def make(path, lines):
    subprocess.run([sys.executable, str(ROOT / "bench" / "make-entries.py"), str(lines), "--seed", "2024", "-o",
                    str(path)], check=True)
    return path


def rows(text):
    return csv.DictReader(io.StringIO(text))


def key(row):
    return row["entry"], row["line"]


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.held.name)
        cls.csv = make(cls.folder / "lines.csv", LINES)

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()


class Large(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.answers = list(rows(run("duty", cls.csv, "-O", "csv", code=3)))

    def test_the_file_is_what_it_says(self):
        given = list(rows(self.csv.read_text()))
        stated = sum(1 for r in given if r["facts"] or r["claims"])
        self.assertTrue(0.09 * LINES < stated < 0.11 * LINES, stated)
        bad = [r for r in self.answers if r["id"].startswith(("refuse.code", "refuse.place", "refuse.value",
                                                              "refuse.date", "input."))]
        self.assertGreater(len(bad), 0.025 * LINES, collections.Counter(r["id"] for r in self.answers))

    def test_every_line_is_answered_in_order(self):
        answered = [k for k, _ in itertools.groupby(self.answers, key=key)]
        self.assertEqual(answered, [key(r) for r in rows(self.csv.read_text())])
        for r in self.answers:
            self.assertIn(r["status"], KINDS)
            self.assertEqual(r["status"] == "refused", r["reason"] != "", r)
            self.assertEqual(r["status"] in ("ok", "range"), r["high"] != "", r)

    def test_the_summary_is_the_sum_of_the_lines(self):
        whole = json.loads(run("duty", self.csv, "--json", "--by", "status", code=3))
        counts = collections.Counter(r["status"] for _, one in itertools.groupby(self.answers, key=key)
                                     for r in itertools.islice(one, 1))
        self.assertEqual(whole["counts"]["lines"], sum(counts.values()))
        self.assertEqual(whole["counts"]["refused"], counts["refused"])
        ids = collections.Counter(r["id"] for r in self.answers if r["status"] == "refused")
        self.assertEqual(whole["refusals"], dict(ids))
        self.assertFalse([r for r in self.answers if r["if"]], "no question is open on the day that is known")
        for end in ("low", "high"):
            self.assertEqual(Money(whole["totals"][0][end]), sum(Money(r[end]) for r in self.answers if r[end]), end)

    def test_amounts_of_a_line_add_up(self):
        for r in self.answers:
            if r["status"] == "ok":
                self.assertEqual(sum(map(Money, r["amounts"].split("; "))), Money(r["duty"]), r)


class Formats(unittest.TestCase):
    """The same lines as CSV, TSV, JSON lines and a workbook; a tenth of them, as the last two are read more slowly."""
    OURS = ["status", "reason", "id", "if", "duty", "low", "high", "void", "headings", "amounts"]

    def answers(self, path):
        said = rows(run("duty", path, "-O", "csv", code=3))
        return [tuple(re.sub(r"^.*lines\.[a-z]+:[0-9]+: ", "", r[c]) for c in self.OURS) for r in said]

    def test_one_answer(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            want = self.answers(make(folder / "lines.csv", FEWER))
            self.assertGreaterEqual(len(want), FEWER)
            for ending in ["tsv", "jsonl"] + (["xlsx"] if openpyxl else []):
                got = self.answers(make(folder / f"lines.{ending}", FEWER))
                self.assertEqual(len(got), len(want), ending)
                self.assertEqual([p for p in zip(got, want) if p[0] != p[1]][:3], [], ending)


class Void(unittest.TestCase):
    """The money that became void with the judgment of 20 February 2026, against the lines asked one by one."""
    DAYS = ("2026-02-19", "2026-02-21")

    def asked(self, path):
        return [{key(r): r for r in reversed(list(rows(run("duty", path, "-O", "csv", "--known", day, code=3))))}
                for day in self.DAYS]  # of several outcomes the first

    def test_diff_names_it(self):
        with tempfile.TemporaryDirectory() as name:
            path = make(pathlib.Path(name) / "lines.csv", LINES)
            said = json.loads(run("diff", path, "--known", "..".join(self.DAYS), "--json"))
            before, after = self.asked(path)
            text = " ".join(run("diff", path, "--known", "..".join(self.DAYS)).split())  # lines wrap
        both = [k for k in before if before[k]["high"] and after[k]["high"]]
        sums = {side: sum(Money(day[k]["high"]) for k in both) for side, day in (("before", before), ("after", after))}
        self.assertEqual({s: Money(said["duty_" + s]) for s in sums}, sums)
        sure = [k for k in both if "range" not in (before[k]["status"], after[k]["status"])]
        self.assertGreater(len(sure), LINES / 2)
        for side, day in (("before", before), ("after", after)):  # the void part of a range is the most it may be
            least = sum(Money(day[k]["void"]) for k in sure)
            self.assertLessEqual(least, Money(said["void_" + side]))
            self.assertLessEqual(Money(said["void_" + side]), sum(Money(day[k]["void"]) for k in both))
        became = sum(Money(m["became_void"]) for m in said["measures"])
        self.assertGreater(became, 0)
        self.assertEqual(became, Money(said["void_after"]) - Money(said["void_before"]))
        self.assertEqual({m for m in ("before", "after") if sum(Money(x[m]) for x in said["measures"]) != sums[m]}, set())
        named = {m["measure"] for m in said["measures"] if Money(m["became_void"])}
        self.assertTrue(named and all(m.startswith("us.ieepa.") for m in named), named)
        for m in said["measures"]:
            if Money(m["became_void"]):
                self.assertIn(f"became void: {Money(m['became_void']):,}", text)


class Stopped(Folder):
    def bytes_written(self, process, folder):
        """Of files the process holds open there, with a name or without."""
        held = pathlib.Path(f"/proc/{process.pid}/fd")
        try:
            return sum(p.stat().st_size for p in held.iterdir() if os.readlink(p).startswith(str(folder)))
        except OSError:
            return 0

    def test_half_way_leaves_nothing(self):
        for what in (signal.SIGTERM, signal.SIGINT):
            with tempfile.TemporaryDirectory() as name:
                out = pathlib.Path(name) / "out.csv"
                process = subprocess.Popen([IMPOST, "duty", str(self.csv), "-o", str(out)], env=ENV,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                while process.poll() is None and self.bytes_written(process, out.parent) == 0:
                    time.sleep(0.002)
                self.assertIsNone(process.poll(), "it was done before it could be stopped")
                process.send_signal(what)
                process.wait(60)
                self.assertEqual(list(out.parent.iterdir()), [])


if __name__ == "__main__":
    result = unittest.main(exit=False, argv=sys.argv[:1]).result
    wrong = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - wrong - len(result.skipped)} passed, {wrong} failed")
    sys.exit(wrong > 0)
