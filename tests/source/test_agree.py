#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two programs, one table: editions drawn by chance, folded one by one by `impost import hts --replay`, give
byte for byte what tools/make-schedule.py and tools/make-renumbered.py make of all of them at once.

The editions are about goods that are nowhere; lines are cut anew, texts moved, rates and units changed, numbers
taken up again, texts set with markup. Each draw has its seed in its name and counts as a test.
"""
import contextlib
import importlib.util
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
sys.dont_write_bytecode = True
import hts  # noqa: E402


def tool(name):
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), ROOT / "tools" / (name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCHEDULE, RENUMBERED = tool("make-schedule"), tool("make-renumbered")
GOODS = ("wugs", "glimmer salt", "moonsilk", "lightning jars", "sugar plums", "left-handed cups", "Éclairs of fog")
KINDS = ("Young", "Striped", "Of silk", "Of blue glass", "Weighing 5 kg or more", "Weighing less than 5 kg", "Glazed")
DEEPER = ("With wheels", "Without wheels", "For elves", "For gnomes")
RATES = ("Free", "3.4%", "1.9¢/kg", "1.9¢/kg + 2%", "$1.05/doz.", "50¢ each", "33 1/3%", "$1.5/pf. liter",
         "See 9919.01.02", "2¢/kg on drained weight", "6% on the case", "2.1¢/m<sup>2</sup> + 8%")
SPECIALS = ("", "Free (A+,AU,KR)", "Free (A, AU) 2% (KR)", "Free (S) See 9822.05.20 (JO)")
UNITS = (["No."], ["kg"], ["No.", "kg"], ["doz.", "kg"], ["m<sup>2</sup>"], ["Cu kg"], [])


def row(number, depth, text, units=(), columns=("", "", "")):
    return {"htsno": number, "indent": str(depth), "description": text, "superior": None if number else "true",
            "units": list(units), "general": columns[0], "special": columns[1], "other": columns[2],
            "footnotes": [], "quotaQuantity": None, "additionalDuties": None, "addiitionalDuties": None}


class Line:
    """A tariff line as a tree: (text, suffix or None, units, children)."""

    def __init__(self, draw, code):
        self.draw, self.code = draw, code
        self.text = draw.choice(GOODS)
        self.new_rates()
        self.cut()

    def new_rates(self):
        self.columns = (self.draw.choice(RATES), self.draw.choice(SPECIALS), self.draw.choice(RATES))

    def cut(self):
        draw = self.draw
        if draw.random() < 0.25:
            self.groups = None
            self.units = draw.choice(UNITS)
            return
        self.groups = []
        for text in draw.sample(KINDS, draw.randint(1, 3)) + ["Other"]:
            deeper = draw.sample(DEEPER, draw.randint(1, 2)) + ["Other"] if draw.random() < 0.35 else []
            self.groups.append([text, draw.choice(UNITS), deeper])

    def change(self):
        draw, what = self.draw, self.draw.random()
        if what < 0.25:
            self.new_rates()
        elif what < 0.4 or self.groups is None:
            self.cut()
        elif what < 0.6:
            draw.choice(self.groups)[1] = draw.choice(UNITS)
        elif what < 0.8:
            group = draw.choice(self.groups)
            group[2] = [] if group[2] else draw.sample(DEEPER, draw.randint(1, 2)) + ["Other"]
        else:
            spare = [k for k in KINDS if k not in [g[0] for g in self.groups]]
            self.groups.insert(0, [draw.choice(spare), draw.choice(UNITS), []]) if len(self.groups) < 4 else self.groups.pop(0)

    def rows(self):
        draw = self.draw
        if self.groups is None:
            return [row(self.code + ".00", 1, self.text, self.units, self.columns)]
        found, suffix = [row(self.code, 1, self.text + ":", (), self.columns)], draw.choice((3, 5, 7))
        step = suffix
        for text, units, deeper in self.groups:
            if deeper:
                found.append(row("", 2, "<i>%s</i>:" % text))
            for last in deeper or [text]:
                found.append(row("%s.%02d" % (self.code, suffix), 3 if deeper else 2, last, units))
                suffix += step
        return found


def edition(lines):
    rows = [row("0101", 0, "Goods that are nowhere:")]
    for code in sorted(lines):
        rows += lines[code].rows()
    return rows + [row("9801.00.10", 0, "Goods that come home", (), ("Free", "", ""))]


def draw_editions(seed, folder):
    """Writes the editions, and their list; returns the calendar for the tools."""
    draw = random.Random(seed)
    codes = ["%02d%02d.%02d.%02d" % (draw.choice((1, 42, 85)), draw.randint(1, 20), draw.randint(10, 99),
                                     draw.randint(0, 99)) for _ in range(12)]
    lines = {code: Line(draw, code) for code in codes}
    calendar, listed = [], []
    for i in range(5):
        day = "2030-%02d-01" % (2 * i + 1)
        with open(folder / ("hts_e%d.json" % i), "w", encoding="utf-8") as file:
            json.dump(edition(lines), file, ensure_ascii=i % 2 == 0)
        calendar.append(("e%d" % i, day))
        listed.append('edition %s "%s" hts_e%d.json\n' % (
            day, ("2025 basic", "", "", "", "2026 revision 10")[i] or "edition %d" % i, i))
        for code in list(lines):
            if draw.random() < 0.4:
                lines[code].change()
            elif draw.random() < 0.1 and sum(other[:2] == code[:2] for other in lines) > 1:
                del lines[code]  # a chapter without lines would be refused
    (folder / "list").write_text("".join(listed), encoding="utf-8")
    return tuple(calendar)


def made_by_tools(folder, calendar):
    hts.EDITIONS, hts.FORGOTTEN, hts.STRAY, RENUMBERED.BY_HAND = calendar, (), (), ()
    tables = []
    for make in (SCHEDULE.make, RENUMBERED.make):
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            make(str(folder))
        tables.append(text.getvalue())
    return tables


def agree(seed):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "us").mkdir()
        schedule, renumbered = made_by_tools(folder, draw_editions(seed, folder))
        (folder / "us" / "schedule.tsv").write_text(schedule, encoding="utf-8")
        (folder / "us" / "renumbered.tsv").write_text(renumbered, encoding="utf-8")
        run = subprocess.run([os.environ["IMPOST"], "import", "hts", "--replay", folder / "list", "--law", folder,
                              "-o", folder / "out"], capture_output=True, text=True)
        if run.returncode != 0:
            print("seed %d: %s%s" % (seed, run.stdout[-2000:], run.stderr))
            keep = os.environ.get("IMPOST_KEEP")
            if keep:
                subprocess.run(["cp", "-r", folder, keep], check=True)
        return run.returncode == 0


def list_agrees():
    """tools/editions.list says what tools/hts.py and the tools' hand-made pairs say."""
    said, edition = {"editions": [], "take": set(), "keep": set(), "drop": set(), "pairs": set()}, None
    for line in (ROOT / "tools" / "editions.list").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] == "edition":
            edition = words[-1].removeprefix("hts_").removesuffix(".json")
            said["editions"].append((edition, None if words[1] == "-" else words[1]))
        elif words[0] == "renumbered":
            said["pairs"].add((edition, words[1], words[3], words[-1] == "partial"))
        else:
            said[words[0]].add((words[1], edition))
    forgotten = {(number, hole) for number, hole, _, _ in hts.FORGOTTEN}
    same = (tuple(said["editions"]) == hts.EDITIONS and said["take"] | said["keep"] == forgotten
            and said["drop"] == set(hts.STRAY) and said["pairs"] == set(RENUMBERED.BY_HAND))
    if not same:
        print("tools/editions.list and tools/hts.py do not say the same")
    return same


def main():
    listed = list_agrees()  # before the tools' own calendar is set aside
    seeds = range(int(os.environ.get("IMPOST_SEEDS", "40")))
    failed = [seed for seed in seeds if not agree(seed)]
    print("%d passed, %d failed" % (len(seeds) - len(failed) + listed, len(failed) + (not listed)))
    return 1 if failed or not listed else 0


if __name__ == "__main__":
    sys.exit(main())
