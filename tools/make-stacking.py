#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/stacking.md from the law: which of two duties is charged, since when, by which act.

Two duties are both charged unless one of them yields. So the page lists every yield between two measures that charge, for
each pair its windows; a pair that is not on it adds. With --check it only tells whether the page is what the law says, and
with --pairs it prints the rows as tab-separated text."""
import argparse
import pathlib
import re
import sys

NEVER = "9999-12-31"
ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = {"from", "until", "by", "known", "printed", "cite", "unconfirmed", "if", "of", "goods", "on", "heading"}


class Measure:
    def __init__(self, name):
        self.name, self.title, self.yields, self.demands, self.ends = name, name, [], [], []


def logical_lines(text):
    """Lines with their depth; a line that ends in a comma goes on."""
    held = ""
    for raw in text.split("\n"):
        line = re.sub(r'(^|\s)#(?=([^"]*"[^"]*")*[^"]*$).*', "", raw).rstrip()
        if not line:
            continue
        held = held + " " + line.strip() if held else line
        if held.endswith(","):
            continue
        yield len(held) - len(held.lstrip()), held.strip()
        held = ""


def clauses(line):
    """The clauses of a statement: what stands behind each clause word, and behind the verb itself."""
    said, key = {}, "verb"
    for word in re.findall(r'"[^"]*"|\S+', line):
        if word in WORDS:
            key = word
            said.setdefault(key, [])
        elif word[0] != '"' or key in ("cite", "unconfirmed"):
            said.setdefault(key, []).append(word)
    return {k: " ".join(v) for k, v in said.items()}


def statement(measure, heading, line):
    """One statement of a measure, if it charges, yields or ends it."""
    if line.startswith("heading "):
        heading = line.split()[1]
        rest = re.search(r"\s(rate|not encoded|ban)\b.*", line)
        if rest:
            statement(measure, heading, rest[0].strip())
        return heading
    said = clauses(line)
    since, until = said.get("from", ""), said.get("until", NEVER)
    if line.startswith(("rate ", "not encoded", "ban")):
        nothing = re.match(r"rate\s+none\b", line)
        if not nothing:
            measure.demands.append((since, until, said.get("on", "value"), heading))
    elif line.startswith("yields to "):
        names, _, but = said["verb"].removeprefix("yields to ").partition(" but ")
        measure.yields.append((names.split(", "), but.split(", ") if but else [], since, until, heading, said))
    elif line.startswith("ends "):
        measure.ends.append(line.split()[1])
    return heading


def read(folder):
    """Measures of the law by name."""
    measures = {}
    for path in sorted(folder.rglob("*.law")):
        if {"cases", "doubtful"} & set(path.parts):
            continue
        block, heading = None, None
        for depth, line in logical_lines(path.read_text(encoding="utf-8")):
            if depth == 0:
                kind, name = line.split()[:2]
                block, heading = None, None
                if kind == "measure":
                    block = measures.setdefault(name, Measure(name))
            elif block is not None and line.startswith("title "):
                block.title = line.split(None, 1)[1]
            elif block is not None:
                heading = statement(block, heading if depth > 2 else None, line)
    return measures


def under(name, above):
    return name == above or name.startswith(above + ".")


def above(measures, name):
    """The measure and the names above it that have blocks."""
    parts = name.split(".")
    return [measures[n] for n in (".".join(parts[:i]) for i in range(len(parts), 0, -1)) if n in measures]


def life(measures, measure):
    """First and last day on which it charges anything."""
    ends = [m.ends[-1] for m in above(measures, measure.name) if m.ends] + [NEVER]
    since = min(d[0] for d in measure.demands)
    return since, min(min(ends), max(d[1] for d in measure.demands))


def pairs(measures):
    """Every yield between two measures that charge, as (who, to, from, until, in heading, clauses)."""
    charging = [m for m in measures.values() if m.demands]
    for m in charging:
        for owner in above(measures, m.name):
            for names, but, since, until, heading, said in owner.yields:
                for to in charging:
                    held = any(under(to.name, n) for n in names) and not any(under(to.name, n) for n in but)
                    # A yield to a name below the one that states it is not handed down.
                    if not held or to is m or (owner is not m and under(to.name, owner.name)):
                        continue
                    first, last = zip(life(measures, m), life(measures, to), (since, until))
                    if max(first) < min(last):
                        yield m.name, to.name, max(first), min(last), heading, said


def rows_of(measures):
    """Rows of the page: who gives way, to what, from, until, restricted to, declared, act."""
    rows = set()
    for who, to, since, until, heading, said in pairs(measures):
        limits = [f"heading {heading}"] if heading else []
        limits += [f"{word} {said[word]}" for word in ("of", "goods", "on", "if") if word in said]
        if "unconfirmed" in said:
            limits.append("not confirmed")
        rows.add((who, to, since, "" if until == NEVER else until, "; ".join(limits), said.get("heading", ""), said.get("by", "")))
    merged = []
    for row in sorted(rows):
        last = merged[-1] if merged else None
        if last and last[:2] == row[:2] and last[4:6] == row[4:6] and last[3] == row[2]:
            merged[-1] = (*last[:3], row[3], *last[4:6], f"{last[6]}, {row[6]}")
        else:
            merged.append(row)
    return merged


def page(measures, rows):
    """The page as text."""
    out = ["# Which of two duties is charged", "",
           "Written by `tools/make-stacking.py` from `law/`, not by hand; a test sees that it is current.", "",
           "Two duties on one line are **both charged** unless one of them yields. Below stands every yield of the law between two",
           "measures that charge, with the days on which both are there; a pair that is not listed adds. A yield works part by part:",
           "the part of the value that the other duty charges is spared, the rest is not. *Limit* says where a yield stands in one",
           "heading only, or hangs on more; *declared* is the heading that shows it on the entry. An empty last day is open.", ""]
    who = None
    for row in rows:
        if row[0] != who:
            who = row[0]
            out += ["", f"## {who}", "", f"{measures[who].title}. It gives way to:", "",
                    "| duty | from | until | limit | declared | act |", "|---|---|---|---|---|---|"]
        act = ", ".join(f"`{a}`" for a in row[6].split(", "))
        out.append(f"| `{row[1]}` | {row[2]} | {row[3]} | {row[4]} | {row[5]} | {act} |")
    silent = sorted(m.name for m in measures.values() if m.demands and m.name not in {r[0] for r in rows})
    out += ["", "## Those that never give way", "", ", ".join(f"`{name}`" for name in silent), ""]
    return re.sub(r"\n\n\n+", "\n\n", "\n".join(out))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--law", type=pathlib.Path, default=ROOT / "law")
    parser.add_argument("--page", type=pathlib.Path, default=ROOT / "docs" / "stacking.md")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    args = parser.parse_args()
    measures = read(args.law)
    rows = rows_of(measures)
    if args.pairs:
        print("\n".join("\t".join(row) for row in rows))
        return 0
    text = page(measures, rows)
    if args.check:
        current = args.page.exists() and args.page.read_text(encoding="utf-8") == text
        if not current:
            print(f"{args.page.name} is not what the law says: run tools/make-stacking.py", file=sys.stderr)
        return 0 if current else 1
    args.page.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
