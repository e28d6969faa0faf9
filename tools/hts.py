# SPDX-License-Identifier: Apache-2.0
"""What the makers of the schedule tables share: the calendar of editions, and how an edition is read.

An edition is the JSON export of the whole United States tariff schedule by the International Trade
Commission: a list of rows in printed order, one per number or unnumbered heading text, each with its
depth ("indent"), units, and the three duty columns ("general", "special", "other" = column 2).
Chapters 98 and 99 are law, not names, and are left out here.

The idea: a tariff line is eight digits and carries the rates; the two digits below it (the suffix) are
statistical and carry the units. The export writes the rate on the eight-digit row, or, where a line
has one suffix only, on the ten-digit row alone. lines_of() makes the two alike.

Knows nothing of what a rate or a unit means: texts leave here cleaned of markup and double blanks.
"""
import gzip
import html
import json
import os
import re
import sys

# Edition, first day it holds. An edition without a day of its own must bring no change in chapters 1 to
# 97 (timeline() refuses it otherwise), so its day is never needed.
EDITIONS = (
    ("2025_basic", "2025-01-01"), ("2025_rev_1", "2025-02-04"), ("2025_rev_2", None),
    ("2025_rev_3", "2025-03-04"), ("2025_rev_4", "2025-03-07"), ("2025_rev_5", None),
    ("2025_rev_6", "2025-04-03"), ("2025_rev_7", "2025-04-05"), ("2025_rev_8", "2025-04-09"),
    ("2025_rev_9", "2025-04-10"), ("2025_rev_10", None), ("2025_rev_11", "2025-05-03"),
    ("2025_rev_12", "2025-05-14"), ("2025_rev_13", None), ("2025_rev_14", "2025-06-04"),
    ("2025_rev_15", None), ("2025_rev_16", "2025-07-01"), ("2025_rev_17", "2025-08-01"),
    ("2025_rev_18", "2025-08-07"), ("2025_rev_19", "2025-08-18"), ("2025_rev_20", "2025-08-27"),
    ("2025_rev_21", None), ("2025_rev_22", "2025-09-08"), ("2025_rev_23", "2025-09-16"),
    ("2025_rev_24", None), ("2025_rev_25", "2025-10-14"), ("2025_rev_26", "2025-11-01"),
    ("2025_rev_27", "2025-11-09"), ("2025_rev_28", "2025-11-10"), ("2025_rev_29", "2025-11-13"),
    ("2025_rev_30", None), ("2025_rev_31", "2025-11-30"), ("2025_rev_32", "2025-12-05"),
    ("2026_basic", "2026-01-01"), ("2026_rev_1", "2026-01-15"), ("2026_rev_2", "2026-01-30"),
    ("2026_rev_3", "2026-02-12"), ("2026_rev_4", "2026-02-25"), ("2026_rev_5", "2026-04-08"),
    ("2026_rev_6", "2026-04-23"), ("2026_rev_7", "2026-04-29"), ("2026_rev_8", "2026-05-22"),
    ("2026_rev_9", "2026-05-28"), ("2026_rev_10", "2026-06-08"),
)

# Numbers an export forgot: number, edition without it, edition to take the row from, why we say so.
FORGOTTEN = (
    ("4420.19.00.00", "2025_basic", "2025_rev_1", "imports of 2024 are counted under it"),
    ("9401.69.60.31", "2025_basic", "2025_rev_1", "imports of 2024 are counted under it"),
    ("7602.00.00.35", "2026_rev_2", "2026_rev_3", "it stands in 2026_rev_1 too"),
)
# Rows that are no number: number, edition.
STRAY = (("9401.99.30.30", "2025_rev_16"),)

# Known faults of the exports: number, words of the difference they make when table and edition are compared.
FAULTS = (
    ("0402.99.45", "printed Free", "99.19.04.14 is printed for 9919.04.14"),
    ("0402.99.55", "printed Free", "99.19.04.14 is printed for 9919.04.14"),
    ("2003.10.01", "drained weght", "misspelt until 2025_rev_1"),
    ("2909.19.18", "37% /", "a slash with nothing after it until 2025_rev_5"),
    ("4420.19.00", "line missing in the edition", "forgotten in 2025_basic"),
    ("9401.69.60.31", "suffix missing in the edition", "forgotten in 2025_basic"),
    ("7602.00.00.35", "suffix missing in the edition", "forgotten in 2026_rev_2"),
    ("9401.99.30", "line missing in the table", "a stray row of 2025_rev_16 without rate, unit and line"),
)


def _days():
    """Edition -> a day on which it holds. One without a day of its own equals the one before it."""
    days, last = {}, None
    for edition, day in EDITIONS:
        last = day or last
        days[edition] = last
    return days


DAY = _days()


class Row:
    """One row of an edition: number ("" for a heading text), depth, text, units and the three columns."""

    __slots__ = ("number", "depth", "text", "units", "general", "special", "other")

    def __init__(self, raw):
        self.number = clean(raw["htsno"])
        self.depth = int(raw["indent"])
        self.text = clean(raw["description"])
        self.units = tuple(u for u in map(clean, raw["units"] or ()) if u)
        self.general = clean(raw["general"])
        self.special = clean(raw["special"])
        self.other = clean(raw["other"])


class Line:
    """One eight-digit line of an edition: the three columns as printed, and suffix -> printed units."""

    __slots__ = ("general", "special", "other", "suffixes")

    def __init__(self, row):
        self.general, self.special, self.other = row.general, row.special, row.other
        self.suffixes = {}


def clean(text):
    """Text without markup, entities and double blanks; m2 however it was set."""
    text = re.sub(r"<[^>]*>", "", html.unescape(text or ""))
    return re.sub(r"\s+", " ", text.replace("\u00b2", "2").replace("\u00b3", "3")).strip()


def read_rows(folder, edition):
    """Rows of chapters 1 to 97 in printed order. The file is FOLDER/hts_EDITION.json, or .json.gz."""
    path = os.path.join(folder, "hts_%s.json" % edition)
    opener = open if os.path.exists(path) else gzip.open
    with opener(path if opener is open else path + ".gz", "rt", encoding="utf-8") as file:
        rows = [Row(raw) for raw in json.load(file)]
    stray = [number for number, where in STRAY if where == edition]
    kept, inside = [], True
    for row in rows:
        if row.number:
            inside = row.number[:2] < "98"
        if inside and row.number not in stray:
            kept.append(row)
    return kept


def lines_of(rows):
    """code (8507.60.00) -> Line. A rate must stand on an eight-digit row or on a ten-digit row without one.

    A column 2 rate below a line that has one is left over (9006.59.15.20 repeats its line's) and not read.
    """
    lines = {}
    for row in rows:
        if len(row.number) == 10:
            lines[row.number] = Line(row)
    alone = set()
    for row in rows:
        if len(row.number) == 13:
            code, suffix = row.number[:10], row.number[11:]
            if code not in lines:
                lines[code] = Line(row)
                alone.add(code)
            elif code in alone or row.general or row.special:
                raise ValueError("%s: rates on two rows of one line" % row.number)
            lines[code].suffixes[suffix] = row.units
        elif len(row.number) < 10 and (row.general or row.special or row.other):
            raise ValueError("%s: rate above a line" % row.number)
    for code, line in lines.items():
        if not line.general or not line.other:
            raise ValueError("%s: line without a rate" % code)
    return lines


def read_lines(folder, edition):
    """lines_of() the edition, with the numbers its export forgot put back."""
    lines = lines_of(read_rows(folder, edition))
    for number, hole, source, _ in FORGOTTEN:
        if hole == edition:
            code, suffix = number[:10], number[11:]
            there = lines_of(read_rows(folder, source))[code]
            if code not in lines:
                lines[code] = there
            lines[code].suffixes[suffix] = there.suffixes[suffix]
    return lines


def say(text):
    print(text, file=sys.stderr)
