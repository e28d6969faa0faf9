#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes law/us/schedule.tsv from the official editions of the tariff schedule, and verifies it.

    tools/make-schedule.py EDITIONS > law/us/schedule.tsv
    tools/make-schedule.py --verify law/us/schedule.tsv EDITIONS
    tools/make-schedule.py --counts law/us/schedule.tsv

EDITIONS is a folder with the 44 JSON exports, hts_2025_basic.json to hts_2026_rev_10.json (or .json.gz).

The idea: one row per eight-digit line and window in which its three columns stay the same; windows of
the suffixes stand on the suffixes. A day is the first day of the edition that brought the change; an
empty day means "in the first edition already" or "in the last edition still". The format is described
in docs/tables.md. Verification shares only the calendar with the making: see schedule_verify.py.
"""
import collections
import sys

import hts
import rates
import schedule_verify

HEADER = """# SPDX-License-Identifier: CC0-1.0
# Tariff schedule of the United States, chapters 1 to 97: numbers, units and rates, as dated facts.
# From the official editions 2025 basic to 2026 revision 10; made by impost import and tools/make-schedule.py, not by hand.
# Format, units and the words after "?": docs/tables.md.
# editions\t%s\t%s
# code\tfrom\tuntil\tunits\tgeneral\tspecial\tcolumn-2\tsuffixes
"""


def states(folder):
    """[(day, code -> (columns, suffix -> units))] in our spelling, one for each edition that has a day."""
    dated, last = [], None
    for edition, day in hts.EDITIONS:
        state = {}
        for code, line in hts.read_lines(folder, edition).items():
            columns = (rates.rate_of(line.general), rates.special_of(line.special), rates.rate_of(line.other))
            state[code] = (columns, {s: rates.units_of(u) for s, u in line.suffixes.items()})
        if day:
            dated.append((day, state))
        elif state != last:
            raise ValueError("%s has no day and changes chapters 1 to 97" % edition)
        last = state
    return dated


def windows(dated, value_at):
    """[(value, from, until)] of value_at(state) over the editions, None where it is absent."""
    found = []
    for day, state in dated:
        value = value_at(state)
        if not found or found[-1][0] != value:
            found.append((value, day))
    found = [(value, day if i else "", found[i + 1][1] if i + 1 < len(found) else "")
             for i, (value, day) in enumerate(found)]
    return [window for window in found if window[0] is not None]


def inside(day, until, window):
    """Does the window of a suffix touch the row's window [day, until)? Empty ends are open."""
    _, start, end = window
    return (not until or start < until) and (not end or end > day)


def row_text(code, row, suffix_windows):
    (general, special, other), day, until = row
    held = [(suffix, w) for suffix, ws in sorted(suffix_windows.items()) for w in ws if inside(day, until, w)]
    counted = collections.Counter(w[0] for _, w in held)
    units = min(counted, key=lambda u: (-counted[u], u)) if counted else "X"
    words = []
    for suffix, (own, start, end) in held:
        start, end = (start if start > day else ""), (end if end and (not until or end < until) else "")
        words.append(suffix + (":" + own if own != units else "")
                     + ("(%s..%s)" % (start, end) if start or end else ""))
    return "\t".join((code, day, until, units, general, special, other, " ".join(words)))


def make(folder):
    dated = states(folder)
    sys.stdout.write(HEADER % (dated[0][0], dated[-1][0]))
    for code in sorted({code for _, state in dated for code in state}):
        held = [(day, {code: state.get(code)}) for day, state in dated]
        suffixes = sorted({s for _, state in held if state[code] for s in state[code][1]})
        by_suffix = {s: windows(held, lambda st, s=s: st[code][1].get(s) if st[code] else None) for s in suffixes}
        for row in windows(held, lambda st: st[code][0] if st[code] else None):
            print(row_text(code, row, by_suffix))


def shape(rate):
    """A rate with its numbers taken out: what spellings occur."""
    if rate.startswith("?"):
        return rate.split(":")[0]
    words = rate.split(" + ")
    return " + ".join("N%" if w.endswith("%") else "N/" + w.partition("/")[2] if "/" in w else w for w in words)


def counts(path):
    """Prints how often every unit, rate shape, reason and programme symbol stands in the table."""
    table = collections.defaultdict(collections.Counter)
    for row in schedule_verify.read_table(path):
        table["rows"]["changed later" if row.until else "last"] += 1
        for suffix in row.suffixes:
            for unit in suffix.units:
                table["units"][unit] += 1
        table["general"][shape(row.general)] += 1
        table["column-2"][shape(row.other)] += 1
        for rate, symbols in row.special:
            table["special"][shape(rate)] += 1
            table["symbols"].update(symbols)
    for name, counter in table.items():
        for word, count in counter.most_common():
            print("%s\t%d\t%s" % (name, count, word))


def main(arguments):
    if len(arguments) == 1 and not arguments[0].startswith("-"):
        make(arguments[0])
    elif len(arguments) == 3 and arguments[0] == "--verify":
        return schedule_verify.verify(arguments[1], arguments[2])
    elif len(arguments) == 2 and arguments[0] == "--counts":
        counts(arguments[1])
    else:
        hts.say(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
