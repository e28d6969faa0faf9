#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pages as they are found: what a page wraps in a form is read, what it hides is not, and no sign in it makes the work grow with its square."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
from test_reports import IMPOST, ROOT  # noqa: E402

CANADA = "<p>The U.S. imposed a 25% tariff on Canadian steel.</p>"
MEXICO = "<p>Mexico lifted its ban on American corn.</p>"
HELD = ["us-tariff-25-steel-ca", "mx-import-ban-corn-us"]


def story(*pages, suffix=".html"):
    """The story of the pages; a page that hangs is killed, which fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, f"{n}{suffix}") for n in range(len(pages))]
        for name, page in zip(names, pages):
            pathlib.Path(name).write_text(page)
        run = subprocess.run([IMPOST, "read", "--law", str(ROOT / "law"), "--json", "--published", "2025-11-18", *names], capture_output=True, text=True, timeout=300)
    return json.loads(run.stdout)


def read(page):
    return [s["measure"] for s in story(page)["statements"]]


class Pages(unittest.TestCase):
    def test_kept(self):
        for page in (f"<html><body><form action='x'><h1>News</h1>{CANADA}{MEXICO}</form></body></html>",
                     f"{CANADA}<svg class='icon'/>{MEXICO}",
                     f"<svg><path d='M0'/></svg>{CANADA}<svg>{MEXICO}",
                     f"{CANADA}<p>3 < 5, and 7 << 9.</p>{MEXICO}",
                     f"{CANADA}<input hidden>{MEXICO}",
                     f"{CANADA}<nav><nav>Home</nav>China lifted its ban on gallium exports.</nav>{MEXICO}"):
            with self.subTest(page):
                self.assertEqual(read(page), HELD)

    def test_hidden(self):
        china = "China confirmed it lifted its ban on gallium exports."
        self.assertEqual(len(read(f"<p>{china}</p>")), 1)
        for page in (f'<p style="display:none">{china}</p>', f"<div hidden><div>Ad</div>{china}</div>", f"<template><p>{china}</p></template>",
                     f"<textarea>{china}</textarea>", f'<p class="x" hidden="">{china}</p>'):
            with self.subTest(page):
                self.assertEqual(read(CANADA + page + MEXICO), HELD)

    def test_signs_without_end(self):
        self.assertEqual(read(CANADA + "<" * 3_000_000), HELD[:1])
        self.assertEqual(read("<div hidden>" * 200_000 + CANADA), HELD[:1])
        self.assertEqual(read("<svg>" * 200_000 + CANADA), HELD[:1])

    def test_thousands_of_days(self):
        """Two reports that give one rate each for thousands of days: no pair of days is looked at."""
        line = "Trump said on Monday the U.S. will impose a {}% tariff on Canadian steel from {} {}, {}."
        months = "January March May July August October December".split()
        days = [(m, d, y) for y in range(2026, 2038) for m in months for d in range(1, 31)]
        pages = ["\n\n".join(line.format(rate, *x) for x in days) for rate in (20, 25)]
        got = story(*pages, suffix=".txt")
        self.assertEqual({s["measure"] for s in got["statements"]}, {"us-tariff-20-steel-ca", "us-tariff-25-steel-ca"})


if __name__ == "__main__":
    unittest.main()
