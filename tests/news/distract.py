#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Passages that are read as they should be, with something else said beside them that changes nothing, and how often it does.

    tests/news/distract.py [--impost PROGRAM] [--only NAME] [--failures N] [FILE...]

What is said beside names a government of which the passage does not speak, or a rate that is no duty, in a clause or a sentence of its own.
Reports on events as they were do so in every other clause; what stands in such a clause is none of the measure beside it. A passage counts
that is read as its list has it; it is unmoved when the same statements are read with the clause. --failures prints the first N moved ones.
"""
import argparse
import collections
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import passages  # noqa: E402
import ways  # noqa: E402

LANDS = (("Norway", "Norwegian", "Oslo"), ("Peru", "Peruvian", "Lima"), ("Thailand", "Thai", "Bangkok"), ("Australia", "Australian", "Canberra"))
# Where it goes, and what it is: behind the last word, before the first one, a sentence before, a sentence behind.
BESIDE = [line.split(" | ") for line in """
as it met | tail |  as {land}'s president met farmers in the north
while lawmakers | tail | , while {adj} lawmakers debated a budget
while capital | tail |  while {cap} prepared for an election
but quiet | tail |  but {land} kept quiet
and election | tail |  and {land} held an election
day after | tail | , a day after {land}'s finance minister resigned
shares | tail | , and shares in {cap} rose 3%
growth | tail | , even as {adj} growth slowed to 2.1%
after arrival | tail |  after the {adj} president arrived in {cap}
which left | tail | , which left traders in {cap} puzzled
because | tail |  because {adj} voters had stayed at home
as election | head | As {land} held an election,
while shares | head | While shares in {cap} rose 3%,
after resigning | head | A day after {land}'s finance minister resigned,
with growth | head | With {adj} growth at 2.1%,
economy before | before | {land}'s economy grew 2.1% last year.
lawmakers before | before | {adj} lawmakers debated a budget in {cap}.
lawmakers behind | behind | In {cap}, {adj} lawmakers debated a budget.
rate behind | behind | {land}'s central bank left its rate at 4%.
""".strip().split("\n")]
SMALL = set("the a an its their his her this that these those both in on under for from it they he she some all most many more "
            "talks duties tariffs goods imports exports steel cars copper soybeans officials negotiators".split())
FIELDS = ("speaker", "measure", "status", "number", "from", "to")


def land_for(text, n):
    """One that is not named."""
    free = [x for x in LANDS if not any(re.search(r"\b" + w[:5], text) for w in x)]
    return free[n % len(free)] if free else None


def beside(text, where, words, land):
    name, adj, cap = land
    words = words.format(land=name, adj=adj, cap=cap)
    if where == "tail":
        return text[:-1] + words + "." if re.search(r"[\w%]\.$", text) else None
    if where == "head":
        first = re.match(r"[A-Za-z]+", text)
        if not first or text[0] in "\"“":
            return None
        return words.strip() + " " + (text[0].lower() + text[1:] if first[0].lower() in SMALL and first[0] != "US" else text)
    return words.strip() + " " + text if where == "before" else text + " " + words.strip()


def facts(found):
    return sorted(str(tuple(s[k] for k in FIELDS) + (bool(s["condition"]),)) for s in found)


def whole(program, files):
    """Text, day and what is read of it, of each passage that is read as its list has it."""
    kept = []
    for path in files:
        some = [p for p in passages.passages(path) if " | " not in p[2]]
        for day in dict.fromkeys(p[4] for p in some):
            those = [p for p in some if p[4] == day]
            for p, found in zip(those, ways.read(program, [p[2] + "\n" for p in those], day)):
                missing, wrong = passages.judge(p[3], found)
                if found and not missing and not wrong:
                    kept.append((f"{path.stem}:{p[1]}", p[2], day, facts(found)))
    return kept


def moved(program, kept, where, words):
    """Of the passages that take the clause: name, text, what was read, what is read with it."""
    made = [(n, k, beside(k[1], where, words, land)) for n, k in enumerate(kept) if (land := land_for(k[1], n))]
    made = [(n, k, text) for n, k, text in made if text]
    cells = []
    for day in dict.fromkeys(k[2] for _, k, _ in made):
        those = [x for x in made if x[1][2] == day]
        for (n, k, text), found in zip(those, ways.read(program, [x[2] + "\n" for x in those], day)):
            cells.append((k[0], text, k[3], facts(found)))
    return cells


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    built = ways.HERE.parent.parent / "build/release/impost"
    parser.add_argument("--impost", default=os.environ.get("IMPOST") or (built if built.exists() else "impost"))
    parser.add_argument("--only")
    parser.add_argument("--failures", type=int, default=0)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    a = parser.parse_args()
    kept = whole(a.impost, a.files or sorted(passages.FOLDER.glob("*.txt")))
    total = collections.Counter()
    for name, where, words in BESIDE:
        if a.only and a.only != name:
            continue
        cells = moved(a.impost, kept, where, words)
        bad = [c for c in cells if c[2] != c[3]]
        total.update(asked=len(cells), unmoved=len(cells) - len(bad))
        print(f"{name:18} {len(cells):5} passages, {1 - len(bad) / max(1, len(cells)):.3f} unmoved")
        for at, text, before, after in bad[:a.failures]:
            print(f"\n  {at}: {text}")
            for sign, rows, other in (("-", before, after), ("+", after, before)):
                for row in rows:
                    if row not in other:
                        print(f"    {sign} {row}")
    print(f"{'all':18} {total['asked']:5} passages, {total['unmoved'] / max(1, total['asked']):.3f} unmoved")


if __name__ == "__main__":
    main()
