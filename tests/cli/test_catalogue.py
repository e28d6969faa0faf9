#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A catalogue through the export controls: every line is answered as the same item asked alone, in every form."""
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("IMPOST_ROOT", pathlib.Path(__file__).resolve().parents[2]))
IMPOST = os.environ.get("IMPOST", str(ROOT / "impost"))
ENV = dict(os.environ, IMPOST_LAW=str(ROOT / "law"), LC_ALL="C.UTF-8")
ALONE = 60


def run(*words, code=None):
    done = subprocess.run([IMPOST, *map(str, words)], env=ENV, capture_output=True, text=True, timeout=300, check=False)
    if code is not None and done.returncode not in code:
        raise AssertionError(f"{words}: exit code {done.returncode}: {done.stderr}")
    return done.stdout


class Catalogue(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.file = pathlib.Path(cls.folder.name) / "catalogue.csv"
        made = subprocess.run([str(ROOT / "bench" / "make-catalogue.py"), "3000"], capture_output=True, text=True, check=True)
        cls.file.write_text(made.stdout, encoding="utf-8")
        cls.rows = list(csv.DictReader(io.StringIO(run("licence", cls.file, "-O", "csv", code=(4,)))))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_as_asked_alone(self):
        drawn = random.Random(3).sample(self.rows, ALONE)
        self.assertGreater(len({row["answer"] for row in drawn}), 3)
        rank = ["NOT ON THE LISTS ENCODED HERE", "NO RULE IN FORCE", "NOT NEEDED", "SUSPENDED", "MAY NEED A LICENCE",
                "GENERAL LICENCE", "REGISTRATION", "NOT ENCODED", "LICENCE REQUIRED", "PROHIBITED"]
        for row in drawn:
            words = ["licence", row["item"] or row["code"], "--out-of", row["out-of"], "--into", row["into"], "--on", row["on"]]
            if row["facts"]:
                words += ["--fact", row["facts"]]
            if row["item"] and row["code"]:  # the number leads where the words are no entry's
                alone = json.loads(run(*words, "--json", code=(0, 3, 4)))
                if alone["readings"][0]["answer"] == rank[0]:
                    words[1] = row["code"]
            alone = json.loads(run(*words, "--json", code=(0, 3, 4)))
            answers = [r["answer"] for r in alone["readings"]]
            self.assertEqual(row["answer"], max(answers, key=rank.index), words)
            self.assertEqual(bool(row["outcomes"]), len(set(answers)) > 1, words)

    def test_forms_agree(self):
        lines = [json.loads(line) for line in run("licence", self.file, "-O", "jsonl", code=(4,)).splitlines()]
        self.assertEqual(len(lines), len(self.rows))
        for line, row in zip(lines, self.rows):
            self.assertEqual(line["line"]["line"], row["line"])
            self.assertEqual(line["answer"], row["answer"])
            self.assertEqual(line["entry"] or "", row["entry"])
        counts = run("licence", self.file, code=(4,))
        for answer in {row["answer"] for row in self.rows}:
            number = sum(row["answer"] == answer for row in self.rows)
            self.assertRegex(counts, rf"\b{number}  {answer}\n")

    def test_one_word_away_is_offered(self):
        rows = [row for row in self.rows if row["item"] == "dysprosium oxyde" and not row["code"]]
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual(row["answer"], "NOT ON THE LISTS ENCODED HERE")
            self.assertIn("dysprosium", row["near"])

    def test_what_is_wrong_is_said_line_by_line(self):
        file = pathlib.Path(self.folder.name) / "wrong.csv"
        file.write_text("item,out-of,facts\nhelium,CN,\nhelium,Atlantis,\nhelium,CN,colour=red\n,CN,\nhelium,,\n\"helium,CN\n",
                        encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(run("licence", file, "--into", "JP", "--on", "2026-08-01", "-O", "csv", code=(4,)))))
        self.assertEqual([row["answer"] for row in rows],
                         ["PROHIBITED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"])
        self.assertIn("Atlantis", rows[1]["refused"])
        self.assertIn("colour", rows[2]["refused"])

    def test_json_lines_are_read(self):
        file = pathlib.Path(self.folder.name) / "catalogue.jsonl"
        read = list(csv.DictReader(io.StringIO(self.file.read_text(encoding="utf-8"))))
        file.write_text("".join(json.dumps(row) + "\n" for row in read), encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(run("licence", file, "-O", "csv", code=(4,)))))
        self.assertEqual(rows, self.rows)
        self.assertEqual(run("licence", file, "-O", "jsonl", code=(4,)), run("licence", self.file, "-O", "jsonl", code=(4,)))

    def test_json_lines_line_by_line(self):
        file = pathlib.Path(self.folder.name) / "own.jsonl"
        lines = ['{"item": "helium", "out-of": "CN", "note": "a;b \\u00e9"}',
                 '{"item": "terbium oxide", "out-of": "CN", "claims": ["general-licence"], "facts": {"military-user": false}}',
                 '{"item": "helium", "out-of": "CN", "facts": {"colour": "red; blue"}}',
                 '{"item": "helium", "out-of": "CN"', '[1]', '{"out-of": "CN", "item": null}']
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        words = ("licence", file, "--into", "JP", "--on", "2026-08-01")
        told = [json.loads(line) for line in run(*words, "-O", "jsonl", code=(4,)).splitlines()]
        self.assertEqual([x["answer"] for x in told],
                         ["PROHIBITED", "GENERAL LICENCE", "REFUSED", "REFUSED", "REFUSED", "REFUSED"])
        self.assertEqual(told[0]["line"], {"item": "helium", "out-of": "CN", "note": "a;b é"})
        self.assertEqual(told[1]["line"]["facts"], "military-user=no")
        self.assertIn("JSON", told[3]["refused"])
        rows = list(csv.DictReader(io.StringIO(run(*words, "-O", "csv", code=(4,)))))
        self.assertEqual([rows[0]["note"], rows[0]["answer"]], ["a;b é", "PROHIBITED"])
        self.assertEqual(rows[1]["answer"], "REFUSED")
        self.assertIn("first line", rows[1]["refused"])

    def test_a_file_without_items(self):
        file = pathlib.Path(self.folder.name) / "none.csv"
        file.write_text("memo,price\nx,1\n", encoding="utf-8")
        run("licence", file, code=(5,))


if __name__ == "__main__":
    unittest.main()
