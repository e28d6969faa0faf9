#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/stacking.md is what the law says, and the law says of every pair of pairs.tsv what a lawyer wrote there."""
import pathlib
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


def main():
    current = subprocess.run([*TOOL, "--check"], capture_output=True, text=True)
    failures = [current.stderr.strip()] if current.returncode else []
    out = subprocess.run([*TOOL, "--pairs"], capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in out.splitlines()]
    lines = [line.split("\t") for line in (ROOT / "tests" / "stacking" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
             if line and line[0] != "#"]
    failures += filter(None, (wrong(rows, line) for line in lines))
    print("\n".join(failures + [f"{len(lines) + 1 - len(failures)} passed, {len(failures)} failed"]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
