#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How sure a reading is: what a user sees of it, and whether the shipped weights are those that the first readings give."""
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
IMPOST = os.environ.get("IMPOST", "impost")
sys.dont_write_bytecode = True
PLAIN = "The White House said on Monday that it will impose a 25% tariff on copper from Chile on December 1.\n"
DENSE = ("Ottawa kept its levies — 25% on steel, more on cars — while Chile, Peru and Mexico, which pay 10% on copper since May, and "
         "people close to the talks said a deal that would cut duties on salmon, wine and timber before the summer was near.\n")


def load(name):
    loader = importlib.machinery.SourceFileLoader(name, str(HERE / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


weigh = load("weigh")
SHIPPED = ROOT / "law" / "news" / "reader.signs"


def read(text, *options, law=ROOT / "law"):
    with tempfile.TemporaryDirectory() as folder:
        name = pathlib.Path(folder, "a.txt")
        name.write_text(text, encoding="utf-8")
        return subprocess.run([IMPOST, "read", "--law", str(law), "--published", "2025-11-18", *options, str(name)],
                              capture_output=True, text=True)


def statements(text, *options, **more):
    out = read(text, "--json", *options, **more)
    assert out.returncode == 0, out.stderr
    return json.loads(out.stdout)["statements"]


def shipped():
    """Name and weight of each line of the file."""
    lines = [line.split('"') for line in SHIPPED.read_text(encoding="utf-8").splitlines() if line.startswith("sign ")]
    plain = [" ".join(("".join(parts[:2]) if len(parts) > 2 and parts[2].strip() else parts[0])[5:].split()
                      + (parts[2].split() if len(parts) > 2 else [])) for parts in lines]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in plain}


class Weights(unittest.TestCase):
    def test_shipped_are_those_of_the_first_readings(self):
        columns, examples = weigh.read(HERE / "first-contact.tsv")
        made = dict(zip(columns, weigh.fit(len(columns), examples)))
        has = shipped()
        has.pop("sure")
        self.assertEqual(sorted(has), sorted(made))
        for name, weight in made.items():
            self.assertAlmostEqual(has[name], weight, delta=0.006, msg=name)

    def test_every_sign_the_reader_sees_is_weighed(self):
        seen = re.findall(r'^NEWS_SIGN\(\w+, "([\w-]+)"\)', (ROOT / "src" / "news" / "signs.inc").read_text(), re.M)
        listed = next(line for line in open(HERE / "first-contact.tsv", encoding="utf-8") if line.startswith("# signs")).split()[2:]
        self.assertEqual(listed, seen)

    def test_texts_left_out_are_right_as_often_as_is_told(self):
        out = subprocess.run([HERE / "weigh", "--table"], capture_output=True, text=True, check=True).stdout
        self.assertLess(float(out.rpartition(" ")[2]), 0.03, out)
        shares = [float(line.split()[-1]) for line in out.splitlines()[1:-1]]
        self.assertEqual(shares, sorted(shares), out)

    def test_a_plain_regression(self):
        examples = [("a", [0, 1], 1)] * 3000 + [("a", [0, 1], 0)] * 1000 + [("a", [0], 1)] * 1000 + [("a", [0], 0)] * 3000
        base, weight = weigh.fit(2, examples)
        self.assertAlmostEqual(weigh.sureness([base, weight], [0, 1]), 0.75, delta=0.01)
        self.assertAlmostEqual(weigh.sureness([base, weight], [0]), 0.25, delta=0.01)


class Told(unittest.TestCase):
    def test_what_is_plain_is_surer_than_what_is_dense(self):
        plain, dense = statements(PLAIN), statements(DENSE)
        self.assertEqual(len(plain), 1)
        self.assertGreater(plain[0]["confidence"], 0.75)
        self.assertTrue(dense)
        self.assertLess(min(s["confidence"] for s in dense), 0.65)
        for s in plain + dense:
            self.assertTrue(0 < s["confidence"] < 1, s)

    def test_the_sum_is_that_of_its_signs(self):
        has, logit = shipped(), lambda p: weigh.math.log(p / (1 - p))
        explained = statements(PLAIN + DENSE, "--explain")
        self.assertTrue(explained)
        for s in explained:
            wanted = has["base"] + has.get("status " + s["status"], 0) + has.get("kind " + s["kind"], 0) + sum(has[k] for k in s["signs"])
            self.assertAlmostEqual(logit(s["confidence"]), wanted, delta=0.06, msg=s)

    def test_signs_are_told_when_asked_for(self):
        self.assertNotIn("signs", statements(PLAIN)[0])
        self.assertIn("said", statements(PLAIN, "--explain")[0]["signs"])
        self.assertIn("dated", statements(PLAIN, "--explain")[0]["signs"])
        self.assertIn("dash", statements(DENSE, "--explain")[0]["signs"])

    def test_whose_land_stands_sentences_away(self):
        text = "Chile is a seller of copper.\n\nPrices rose. The weather was fine. Oslo was calm.\n\nThe White House said it will put a 25% tariff on that metal.\n"
        near = [s for s in statements(PLAIN, "--explain") if s["target"]]
        self.assertFalse({"target-far", "target-before"} & set(near[0]["signs"]))
        far = statements(text, "--explain")
        self.assertTrue(far)
        for s in far:
            self.assertTrue({"target-far", "target-none"} & set(s["signs"]), s)

    def test_uncertain_is_marked_and_can_be_left_out(self):
        text = read(DENSE + "\n" + PLAIN).stdout
        self.assertIn("], uncertain\n", text)
        self.assertIn("(uncertain: hard to read", text)
        sure = read(DENSE + "\n" + PLAIN, "--sure").stdout
        self.assertNotIn(", uncertain", sure)
        self.assertRegex(sure, r"\(\d+ uncertain readings? left out\)")
        self.assertIn("us-tariff-25-copper-cl", sure)
        self.assertTrue(all(s["confidence"] >= 0.65 for s in statements(DENSE + "\n" + PLAIN, "--sure")))
        self.assertNotIn("uncertain", read(PLAIN).stdout)


class Files(unittest.TestCase):
    def law_with(self, folder, text):
        for x in (ROOT / "law").iterdir():
            if x.name != "news":
                (folder / x.name).symlink_to(x)
        shutil.copytree(ROOT / "law" / "news", folder / "news")
        if text is None:
            (folder / "news" / "reader.signs").unlink()
        else:
            (folder / "news" / "reader.signs").write_text(text, encoding="utf-8")
        return folder

    def test_without_a_file_nothing_is_marked(self):
        with tempfile.TemporaryDirectory() as folder:
            law = self.law_with(pathlib.Path(folder), None)
            self.assertTrue(all(s["confidence"] is None for s in statements(DENSE, law=law)))
            self.assertNotIn("uncertain", read(DENSE, law=law).stdout)
            self.assertEqual(statements(DENSE, "--sure", law=law), statements(DENSE, law=law))
            explained = read(PLAIN, "--explain", law=law)
            self.assertEqual(explained.returncode, 0)
            self.assertNotIn("confidence", explained.stdout)

    def test_a_wrong_line_is_named(self):
        for line, what in (("sign nosuch 0.1 \"x\"", "nosuch"), ("sign dated x \"y\"", "x"), ("sign dated 0.1", "dated"), ("sign sure 2", "between 0 and 1"),
                           ("sign status nosuch 0.1", "nosuch"), ("sign kind nosuch 0.1", "nosuch"), ("sign kind tariff", "weight"),
                           ("sign dated -.", "-."), ("sign dated 99999 \"y\"", "99999"), ("sign", "sign NAME WEIGHT")):
            with self.subTest(line), tempfile.TemporaryDirectory() as folder:
                out = read(PLAIN, law=self.law_with(pathlib.Path(folder), "sign base 1\n" + line + "\n"))
                self.assertEqual(out.returncode, 1, out.stdout)
                self.assertIn("reader.signs, line 2", out.stderr)
                self.assertIn(what, out.stderr)


if __name__ == "__main__":
    unittest.main()
