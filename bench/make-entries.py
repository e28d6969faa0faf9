#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws a file of entry lines by chance from a seed, after the imports of 2024.

  bench/make-entries.py LINES [--seed N] [--format csv|tsv|jsonl|xlsx] [--bad PERCENT] [--facts PERCENT]
                        [--filed] [--every] [--law FOLDER] [-o FILE]

Chapters and countries by rough share of value, a few numbers of each chapter much more often than the rest,
dates of entry of 2025 and 2026 up to the last edition of the schedule, entries of 1 to 12 lines. BAD percent
of the lines (5) cannot be answered: codes that are none, lost zeros, no country, no value, a date that is
none. FACTS percent (10) state facts or claim a programme. With --filed a column duty_filed holds the base
rate alone, as a filer would have it who knows no chapter 99. With --every each number of the schedule comes as
often as any other, in an order that is drawn anew each time all have come. The same seed gives the same lines in every
format (xlsx wants python3-openpyxl). Weights are typed by hand from public totals; nothing is read but the law.
"""
import argparse
import datetime
import json
import pathlib
import random
import sys

CHAPTERS = (
    "84 160 85 145 87 118 30 65 27 60 90 37 29 26 94 24 39 23 71 22 73 15 61 14 62 12 95 12 88 12 38 11 72 10 "
    "40 11 22 9 76 9 08 7 42 4 64 8 44 7 33 6 74 5 20 4 03 5 21 4 48 5 63 6 82 4 83 4 28 5 97 3 02 4 07 4 09 3 "
    "19 4 70 3 68 3 69 2 96 2 32 2 34 2 15 3 16 2 18 2 49 1 91 2 52 1 54 1 06 1 31 2 17 2 86 1")
COUNTRIES = (
    "MX 155 CN 135 CA 127 DE 49 JP 46 VN 42 KR 41 TW 36 IE 32 IN 27 IT 23 GB 21 CH 19 TH 19 FR 18 MY 16 SG 13 "
    "BR 13 NL 11 ID 9 BE 8 ES 7 IL 7 AU 5 SE 6 AT 6 KH 4 PH 4 CL 5 CO 5 PE 3 BD 3 TR 5 ZA 4 HU 4 PL 4 CR 3 DK 3 "
    "FI 2 DO 2 PK 2 SA 4 IQ 2 NO 2 AR 2 HK 2 NZ 2 GT 2 AE 2 PT 2 CZ 2 EC 3")
FIRST_DAY = datetime.date(2025, 1, 2)
COLUMNS = ["entry", "line", "code", "from", "on", "value", "quantity", "unit", "quantity2", "unit2", "claims",
           "facts"]


def weighted(text):
    words = text.split()
    return words[0::2], [int(n) for n in words[1::2]]


def covers(frm, until, day):
    return (not frm or frm <= day) and (not until or day < until)


class Schedule:
    """Rows of law/us/schedule.tsv by chapter; the most frequent first, by a shuffle of the seed."""

    def __init__(self, folder, rng):
        self.chapters = {}
        for line in (pathlib.Path(folder) / "us" / "schedule.tsv").read_text().splitlines():
            if not line or line.startswith("#"):
                continue
            cells = (line.split("\t") + [""] * 8)[:8]
            self.chapters.setdefault(cells[0][:2], []).append(cells)
        for rows in self.chapters.values():
            rng.shuffle(rows)

    def draw(self, rng, chapter):
        rows = self.chapters[chapter]
        return rows[int(len(rows) * rng.random() ** 4)]

    def each(self, rng):
        """Every number by itself, over and over, each time in another order; those of other days too."""
        numbers = [[*row[:7], word] for rows in self.chapters.values() for row in rows for word in row[7].split()]
        while True:
            rng.shuffle(numbers)
            yield from numbers


def suffix_of(rng, row, day):
    """A ten-digit number valid that day and its units, or None."""
    found = []
    for word in row[7].split():
        name, _, window = word.partition("(")
        number, _, units = name.partition(":")
        frm, _, until = window.rstrip(")").partition("..")
        if covers(frm, until, day):
            found.append((number, units or row[3]))
    return rng.choice(found) if found else None


def good_line(rng, draw, countries, day):
    while True:
        row = draw()
        if not covers(row[1], row[2], day) or row[4].startswith("?"):
            continue
        suffix = suffix_of(rng, row, day)
        if suffix is None:
            continue
        value = max(20, round(rng.lognormvariate(8.7, 1.4)))
        units = [u for u in suffix[1].split(",") if u and u != "X"]
        line = {"code": f"{row[0]}.{suffix[0]}", "from": rng.choices(*countries)[0], "on": day, "value": str(value)}
        for i, unit in enumerate(units[:2]):
            tail = "2" if i else ""
            line["quantity" + tail] = str(max(1, round(value / rng.choice([2, 5, 12, 40]))))
            line["unit" + tail] = unit
        return line, row


def spoil(rng, line):
    kind = rng.randrange(6)
    if kind == 0:
        line["code"] = "0000.00.00.00"
    elif kind == 1:
        line["code"] = line["code"][:7] + "x" + line["code"][8:]
    elif kind == 2:
        line["code"] = "3" + line["code"].replace(".", "")[2:]
    elif kind == 3:
        line["from"] = "Atlantis"
    elif kind == 4:
        line["value"] = "n/a"
    else:
        line["on"] = "2025-13-01"


def state_facts(rng, line):
    day = datetime.date.fromisoformat(line["on"])
    kind = rng.randrange(4)
    if kind == 0:
        line["facts"] = f"loaded={day - datetime.timedelta(days=rng.randrange(5, 40))}"
    elif kind == 1:
        line["facts"] = "mode=" + rng.choice(["ocean", "air"])
    elif kind == 2 and line["from"] in ("CA", "MX"):
        line["claims"] = "usmca"
    else:
        line["facts"] = "mode=ocean; entry-type=formal"


def filed(line, row):
    """Duty of the base rate alone, in cents, for ad valorem rates; else empty."""
    rate = row[4]
    if rate == "Free":
        return "0.00"
    if not rate.endswith("%") or "+" in rate or " " in rate:
        return ""
    cents = round(int(line["value"]) * float(rate[:-1]))
    return f"{cents // 100}.{cents % 100:02d}"


def lines_of(args):
    rng = random.Random(args.seed)
    schedule = Schedule(args.law, rng)
    chapters, countries = weighted(CHAPTERS), weighted(COUNTRIES)
    chapters = tuple(zip(*[(c, n) for c, n in zip(*chapters) if c in schedule.chapters]))
    numbers = schedule.each(rng)
    draw = (lambda: next(numbers)) if args.every else (lambda: schedule.draw(rng, rng.choices(*chapters)[0]))
    entry, left, day = 0, 0, ""
    for i in range(args.lines):
        if left == 0:
            entry, left = entry + 1, rng.randrange(1, 13)
            day = str(FIRST_DAY + datetime.timedelta(days=rng.randrange(args.days)))
            number = 0
        left, number = left - 1, number + 1
        line, row = good_line(rng, draw, countries, day)
        line["entry"], line["line"] = f"ABC-{entry:07d}-{entry % 10}", str(number)
        if args.filed:
            line["duty_filed"] = filed(line, row)
        chance = rng.random() * 100
        if chance < args.bad:
            spoil(rng, line)
        elif chance < args.bad + args.facts:
            state_facts(rng, line)
        yield line


def write_text(args, columns, out):
    tab = "\t" if args.format == "tsv" else ","
    if args.format != "jsonl":
        out.write(tab.join(columns) + "\n")
    for line in lines_of(args):
        if args.format == "jsonl":
            out.write(json.dumps({c: line[c] for c in columns if line.get(c)}) + "\n")
        else:
            out.write(tab.join(line.get(c, "") for c in columns) + "\n")


def write_xlsx(args, columns):
    sys.path.append("/usr/lib/python3/dist-packages")  # Debian: python3-openpyxl, for any Python 3
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Main Report")
    sheet.append(columns)
    for line in lines_of(args):
        sheet.append([cell_of(c, line.get(c)) for c in columns])
    book.save(args.output)


def cell_of(column, text):
    """Money and dates as a spreadsheet holds them, everything else as text."""
    try:
        if column == "on" and text:
            return datetime.date.fromisoformat(text)
        if column in ("value", "quantity", "quantity2", "duty_filed") and text:
            return float(text)
    except ValueError:
        pass
    return text or None


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("lines", type=int)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--format", choices=["csv", "tsv", "jsonl", "xlsx"])
    p.add_argument("--bad", type=float, default=5)
    p.add_argument("--facts", type=float, default=10)
    p.add_argument("--filed", action="store_true")
    p.add_argument("--every", action="store_true", help="every number of the schedule, one as often as the other")
    p.add_argument("--days", type=int, default=600, help="days of entry from 2025-01-02 on")
    p.add_argument("--law", default=here / "law")
    p.add_argument("-o", "--output")
    args = p.parse_args()
    args.format = args.format or (args.output or "csv").rpartition(".")[2]
    columns = COLUMNS + (["duty_filed"] if args.filed else [])
    if args.format == "xlsx":
        if not args.output:
            p.error("xlsx wants -o FILE")
        write_xlsx(args, columns)
    elif args.output:
        with open(args.output, "w", encoding="utf-8") as out:
            write_text(args, columns, out)
    else:
        write_text(args, columns, sys.stdout)


if __name__ == "__main__":
    main()
