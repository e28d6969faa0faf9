#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes law/us/renumbered.tsv: where the goods of a ten-digit number went when the number ended.

    tools/make-renumbered.py EDITIONS > law/us/renumbered.tsv
    tools/make-renumbered.py --verify law/us/renumbered.tsv law/us/schedule.tsv
    tools/make-renumbered.py --compare CONCORDANCE law/us/renumbered.tsv

EDITIONS is a folder as for make-schedule.py. CONCORDANCE is a CSV with columns old_hts10, new_hts10,
revision_from, revision_to (a list of pairs by likeness of text, made by others); --compare prints what
one has and the other has not.

The idea: statistical suffixes are cut anew below an eight-digit line that stays what it is. So a new
number takes its goods from old numbers of the same line, and the chain of texts above each number says
which: the same chain (renamed), a longer one (split), a shorter one (merged), or a text taken out of
the "other" that follows it. A pair is written only when the old number ended that day. It is marked
"partial" when the new number also holds goods that were not under the old one: after a merger, or when
it was in use before for other goods. A number no rule reaches has no successor; nothing is guessed.
"""
import collections
import csv
import sys

import hts
import schedule_verify

HEADER = """# SPDX-License-Identifier: CC0-1.0
# Ten-digit numbers that ended, and the numbers their goods went to; made by impost import and
# tools/make-renumbered.py.
# "partial": the new number also holds goods that were not under the old one.
# old\tnew\tday\tpartial
"""

# Read by hand, where the texts say it but no rule does: edition, old, new, partial.
BY_HAND = (
    ("2025_rev_16", "7308.20.00.20", "7308.20.00.35", False),  # towers: those of wind turbines got a number
    ("2025_rev_16", "8501.64.01.30", "8501.64.01.10", True),   # wind generators of all powers under one number
    ("2025_rev_16", "8501.64.01.50", "8501.64.01.10", True),
    ("2026_rev_2", "8541.29.00.75", "8541.29.00.65", False),   # 30 MHz and more, cut at 30,000 MHz
    ("2026_rev_2", "8541.29.00.75", "8541.29.00.85", False),
    ("2026_rev_2", "8541.29.00.95", "8541.29.00.55", False),   # the other: below 30 MHz
)


def chains(folder, edition):
    """code -> [(number, chain of texts below the line)] in printed order; () for a number that is the line."""
    lines, above = collections.defaultdict(list), []
    for row in hts.read_rows(folder, edition):
        while above and above[-1][0] >= row.depth:
            above.pop()
        above.append((row.depth, row.text.rstrip(":").lower(), row.number))
        if len(row.number) == 13:
            chain, below = [], True
            for _, text, number in reversed(above):
                below = below and len(number) in (0, 13)
                if below:
                    chain.insert(0, text)
            # Without a row of eight digits the texts above belong to the heading, not to the line.
            alone = not any(number == row.number[:10] for _, _, number in above)
            lines[row.number[:10]].append((row.number, () if alone else tuple(chain)))
    return lines


def is_residual(text):
    return text == "other" or text.startswith("other ")


def within(short, long):
    """Is `short` what is left of `long` when some of its texts are taken out?"""
    rest = iter(long)
    return len(short) < len(long) and all(text in rest for text in short)


def shared_start(one, two):
    count = 0
    for a, b in zip(one, two):
        if a != b:
            break
        count += 1
    return count


def renamed_or_split(number, chain, old):
    """The old number whose chain is this one, or the nearest that this one narrows. old: chain -> number."""
    if chain in old:
        return old[chain]
    for other, theirs in old.items():
        if theirs == number and sorted(other) == sorted(chain):
            return theirs
    cut = [c for c in old if c and within(c, chain) and c[-1] == chain[-1]]
    named = [c for c in cut if not is_residual(c[-1])]
    if named:
        return old[max(named, key=lambda c: shared_start(c, chain))]
    wider = [c for c in old if c == chain[:len(c)]]
    if wider:
        return old[max(wider, key=len)]
    for i in range(len(chain) - 1):
        swapped = chain[:i] + ("other",) + chain[i + 1:]
        if swapped in old:
            return old[swapped]
    return old[max(cut, key=lambda c: shared_start(c, chain))] if cut else None


def gap(place, fresh, sources, before, after):
    """Old numbers that ended, became nothing found so far, and stood where fresh[place] stands now."""
    index = {number: i for i, (number, _) in enumerate(before)}
    used = {old for olds in sources.values() for old in olds}
    low = max((index[old] for number, _ in fresh[:place] for old in sources.get(number, ())), default=-1)
    high = min((index[old] for number, _ in fresh[place:] for old in sources.get(number, ())), default=len(before))
    return [number for number, _ in before[low + 1:high] if number not in after and number not in used]


def taken_from_other(place, fresh, sources):
    """The old number of the "other" that follows in the same group, or in the nearest group above."""
    chain = fresh[place][1]
    for depth in range(len(chain) - 1, -1, -1):
        for number, theirs in fresh[place + 1:]:
            if theirs[:-1] == chain[:depth] and theirs and is_residual(theirs[-1]) and number in sources:
                return sources[number]
    return []


def sources_of(before, fresh):
    """new number -> old numbers its goods came from, and the new numbers that hold more than one of them."""
    old = {chain: number for number, chain in before}
    after = {number for number, _ in fresh}
    sources, merged = {}, set()
    for number, chain in fresh:
        source = renamed_or_split(number, chain, old)
        if source:
            sources[number] = [source]
            continue
        parts = [n for n, theirs in before if theirs[:len(chain)] == chain and n not in after]
        parts = parts or [n for n, theirs in before if within(chain, theirs) and n not in after]
        if parts:
            sources[number] = parts
            merged.add(number)
    certain = dict(sources)
    for place, (number, _) in enumerate(fresh):
        if number not in certain:
            here = gap(place, fresh, certain, before, after)
            sources[number] = here if len(here) == 1 else taken_from_other(place, fresh, certain)
    return sources, merged


def with_forgotten(edition, lines, last):
    """The lines with the numbers put back that stand in the editions around this one."""
    for number, hole, _, _ in hts.FORGOTTEN:
        if hole == edition and last:
            there = [entry for entry in last[number[:10]] if entry[0] == number]
            lines[number[:10]] = sorted(lines[number[:10]] + there)
    return lines


def pairs(folder):
    """[(old, new, day, partial)], the numbers that ended without successor, and those given to other goods."""
    found, ended, reused, last = set(), set(), set(), {}
    for edition, day in hts.EDITIONS:
        lines = with_forgotten(edition, chains(folder, edition), last)
        for code, before in last.items():
            fresh = lines.get(code, [])
            held = {number for number, _ in before}
            gone = held - {number for number, _ in fresh}
            ended |= {(number, day) for number in gone}
            sources, merged = sources_of(before, fresh) if gone else ({}, ())
            for new, olds in sources.items():
                if new in held and olds != [new]:
                    reused.add((new, day))
                partial = new in merged or new in held
                found |= {(old, new, day, partial) for old in olds if old in gone}
        found |= {(old, new, day, partial) for where, old, new, partial in BY_HAND if where == edition}
        last = lines
    missing = ended - {(old, day) for old, _, day, _ in found}
    return sorted(found), sorted(missing), sorted(reused)


def make(folder):
    found, missing, reused = pairs(folder)
    sys.stdout.write(HEADER)
    for number, day in reused:
        print("# %s was given to other goods on %s" % (number, day))
    for number, day in missing:
        print("# %s ended on %s without a successor" % (number, day))
    for old, new, day, partial in found:
        print("\t".join((old, new, day, "partial" if partial else "")).rstrip("\t"))


def compare(concordance, table):
    with open(table, encoding="utf-8") as file:
        ours = {tuple(line.replace(".", "").split("\t")[:2]) for line in file if not line.startswith("#")}
    with open(concordance, encoding="utf-8", newline="") as file:
        theirs = {(r["old_hts10"], r["new_hts10"]) for r in csv.DictReader(file)
                  if "NA" not in (r["old_hts10"], r["new_hts10"])}
    print("%d in both, %d here only, %d there only" % (len(ours & theirs), len(ours - theirs), len(theirs - ours)))
    for old, new in sorted(theirs - ours):
        print("there only\t%s\t%s\t%s" % (old, new, "another line" if old[:8] != new[:8] else "same line"))
    for old, new in sorted(ours - theirs):
        print("here only\t%s\t%s" % (old, new))


def verify(table, schedule):
    """Every old number of the table ends on its day in the schedule, every new one holds on it; and all are there."""
    spans = {}
    for row in schedule_verify.read_table(schedule):
        for suffix in row.suffixes:
            spans.setdefault("%s.%s" % (row.code, suffix.number), []).append(
                (suffix.start or row.start, suffix.until or row.until))
    ends = {(number, max(until or "9" for _, until in windows)) for number, windows in spans.items()}
    ends, wrong, olds = {end for end in ends if end[1] != "9"}, 0, set()
    with open(table, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for old, new, day, *partial in rows:
        olds.add((old, day))
        holds = any(start <= day and (not until or day < until) for start, until in spans.get(new, ()))
        before = any(start < day for start, _ in spans.get(new, ()))
        if (old, day) not in ends or not holds or before and not partial:
            print("%s %s %s: not so in the schedule" % (old, new, day))
            wrong += 1
    for old, day in sorted(ends - olds):
        print("%s ended on %s without a successor" % (old, day))
    print("%d pairs, %d numbers ended, %d of them without a successor, %d wrong" %
          (len(rows), len(ends), len(ends - olds), wrong))
    return 1 if wrong else 0


def main(arguments):
    if len(arguments) == 1 and not arguments[0].startswith("-"):
        make(arguments[0])
    elif len(arguments) == 3 and arguments[0] == "--compare":
        compare(arguments[1], arguments[2])
    elif len(arguments) == 3 and arguments[0] == "--verify":
        return verify(arguments[1], arguments[2])
    else:
        hts.say(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
