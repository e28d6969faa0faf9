#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/stacking.md is what the law says, the law says of every pair of pairs.tsv what a lawyer wrote there, and every duty has
its place among the rows."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOOL = [sys.executable, str(ROOT / "tools" / "make-stacking.py")]
sys.dont_write_bytecode = True


def under(name, above):
    return name == above or name.startswith(above + ".")


def yields(rows, who, other, day, but):
    """Of the measures under other to which any under who gives way on a day: their names."""
    return {row[1] for row in rows if under(row[0], who) and under(row[1], other) and not (but and under(row[1], but))
            and row[2] <= day and (not row[3] or day < row[3])}


def wrong(rows, line):
    """What is wrong with one expectation, None if it holds."""
    who, other, day, expected = line[:4]
    but = line[4].removeprefix("but ") if len(line) > 4 else None
    there = yields(rows, who, other, day, but), yields(rows, other, who, day, None)
    found = {(True, False): "who yields", (False, True): "other yields", (False, False): "both"}.get(tuple(map(bool, there)))
    return None if found == expected else f"{who} and {other} on {day}: {expected} expected, the law says {found or 'each to the other'}"


def unordered(folder):
    """Measures that charge and have no place in an order of rows: they would stand last, wherever they belong."""
    text = (folder / "us" / "us.law").read_text(encoding="utf-8")
    orders = [re.split(r",\s*", re.split(r"\s+from ", " ".join(found.split()))[0])
              for found in re.findall(r"^  order   ((?:[^\n]*,\n)*[^\n]*)", text, re.M)]
    out = []
    for path in sorted((folder / "us").rglob("*.law")):
        if {"cases", "doubtful"} & set(path.parts):
            continue
        for block in re.split(r"^(?=\S)", path.read_text(encoding="utf-8"), flags=re.M):
            name = block.split()[1] if block.startswith("measure ") else None
            charges = name and re.search(r"\s(rate +(?!none|free)\S|ban\s|fee )", block)
            if charges and not all(any(under(name, o) for o in order) for order in orders):
                out.append(f"{name} has no place in the order of rows")
    return out or ([] if orders else ["no order of rows was found"])


def main():
    current = subprocess.run([*TOOL, "--check"], capture_output=True, text=True)
    failures = [current.stderr.strip()] if current.returncode else []
    out = subprocess.run([*TOOL, "--pairs"], capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in out.splitlines()]
    lines = [line.split("\t") for line in (ROOT / "tests" / "stacking" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
             if line and line[0] != "#"]
    failures += unordered(ROOT / "law")
    failures += filter(None, (wrong(rows, line) for line in lines))
    print("\n".join(failures + [f"{len(lines) + 1 - len(failures)} passed, {len(failures)} failed"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
