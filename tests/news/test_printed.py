#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The day of publication is found however an article prints it, and a day that its sentences tell of is not taken for it."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
from test_reports import IMPOST, ROOT  # noqa: E402

BODY = "The United States will impose a 25% tariff on steel from Canada on Thursday."
HEADS = """\
Published 27 October 2026
27 October, 2026
Oct 27 2026
Oct. 27th, 2026
27th October 2026
Tuesday 27 October 2026 10.15 GMT
UPDATED OCT 27, 2026 7:04 PM ET
Updated Oct. 27, 2026.
By Jane Roe | October 27, 2026 | 8:15 AM
The Harbour Letter, Tuesday October 27 2026
2026-10-27 08:15 ET
Date: 2026/10/27
27.10.2026
27/10/2026
10/27/2026
First published: Sept. 30, 2026 -> 2026-09-30
First published: Sept. 31, 2026 -> -
03/04/2026 -> -
Updated duties take effect on November 10, 2026. -> -
Dates for the diary: the truce ends on November 10, 2026. -> -
November 10, 2026 is the day on which the truce ends. -> -
Posted prices have risen since May 12, 2025. / WASHINGTON, October 27, 2026 (Wire)
BEIJING, Oct. 27 (Wire) -> -
The truce runs out on November 10, 2026. -> -
Truce ends on November 10, 2026 / WASHINGTON, October 27, 2026 (Wire)
Truce Ends November 10, 2026 / GENEVA, October 27, 2026
Truce ends on November 10, 2026 / Published 27 October 2026
"""
LEADS = """\
WASHINGTON, October 27, 2026 (Wire) - {}
NEW DELHI, October 27, 2026: {}
BERNE, Oct. 27, 2026. {}
The ministers of both countries signed a memorandum in the capital on October 27, 2026. {} -> -
The truce of November 10, 2025 - the first of them - holds. {} -> -
The European Commission said on Tuesday, October 27, 2026, that it had no comment. {}
"""


def days(texts):
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, f"{n:02}.txt") for n in range(len(texts))]
        found = []
        for file, text in zip(files, texts):
            file.write_text(text, encoding="utf-8")
            out = subprocess.run([IMPOST, "read", "--json", file], check=True, capture_output=True, text=True,
                                 env={"IMPOST_LAW": str(ROOT / "law"), **os.environ})
            found.append(json.loads(out.stdout)["articles"][0]["published"] or "-")
        return found


class Printed(unittest.TestCase):
    def held(self, lines, make):
        cases = [(line.split(" -> ") + ["2026-10-27"])[:2] for line in lines.splitlines()]
        for (text, wish), day in zip(cases, days([make(text) for text, _ in cases])):
            with self.subTest(text):
                self.assertEqual(day, wish)

    def test_above_the_report(self):
        self.held(HEADS, lambda head: "Steel duty\n" + head.replace(" / ", "\n") + f"\n\n{BODY}\n")

    def test_in_the_first_sentence(self):
        self.held(LEADS, lambda lead: f"Steel duty\n\n{lead.format(BODY)}\n")


if __name__ == "__main__":
    unittest.main()
