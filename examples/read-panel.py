#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads a binary panel (docs/panel.md) and writes it as the CSV that impost panel -O csv writes.

    impost panel --code 4202 --place CN -o bags.bin
    examples/read-panel.py bags.bin
"""
import collections
import datetime
import struct
import sys

STATUS = ["none", "ok", "range", "open", "unit-value", "refused", "prohibited"]
SHARE, GENERAL, COLUMN_2, SPECIAL, LESS_BASE, FIXED, MONEY, LESS_GENERAL = range(8)
NOTHING = 0xFFFFFFFF
Code = collections.namedtuple("Code", "number first until class_ general column_2 zero general_share column_2_share")
Program = collections.namedtuple("Program", "status why first rows low high")
Row = collections.namedtuple("Row", "measure heading rate kind is_base programme share")


def day(n):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=n)).isoformat()


def percent(share):
    text = f"{share // 10**6}.{share % 10**6:06}".rstrip("0")
    return text.rstrip(".")


class Panel:
    def __init__(self, data):
        magic, version, count, self.whole, _ = struct.unpack_from("<8sIIQQ", data)
        if magic != b"IMPPANEL" or version != 1:
            raise SystemExit("not a panel of version 1")
        found = {}
        for i in range(count):
            tag, item, at, n = struct.unpack_from("<4sIQQ", data, 32 + 24 * i)
            found[tag.decode()] = data[at:at + item * n]
        self.texts = found["TEXT"]
        u32 = lambda tag: struct.unpack(f"<{len(found[tag]) // 4}I", found[tag])
        self.meta = [(self.text(a), self.text(b)) for a, b in struct.iter_unpack("<II", found["META"])]
        self.codes = [Code(*c) for c in struct.iter_unpack("<QiiIIIIqq", found["CODE"])]
        self.places = [(a.decode(), c) for a, c in struct.iter_unpack("<2sH", found["PLAC"])]
        self.days = [d for d, in struct.iter_unpack("<i", found["DAYS"])]
        self.cells, self.strips, self.programmes = u32("CELL"), u32("STRP"), u32("PGRM")
        self.programs = [Program(*p) for p in struct.iter_unpack("<IIIIqq", found["PROG"])]
        self.rows = [Row(*r) for r in struct.iter_unpack("<IIIBBHq", found["ROWS"])]
        self.classes = max(c for _, c in self.places) + 1

    def text(self, at):
        return "" if at == NOTHING else self.texts[at:self.texts.index(b"\0", at)].decode()

    def rows_of(self, program):
        return self.rows[program.first:program.first + program.rows]

    def share(self, row, code, base):
        """In units of the file; None: no share of the value."""
        column = {GENERAL: code.general_share, COLUMN_2: code.column_2_share}
        if row.kind in column:
            return None if column[row.kind] < 0 else column[row.kind]
        if row.kind in (LESS_BASE, LESS_GENERAL):
            less = base if row.kind == LESS_BASE else code.general_share
            return None if less is None or less < 0 else max(0, row.share - less)
        return None if row.kind == MONEY else row.share

    def base(self, program, code):
        """Share and text of the base duty."""
        for row in self.rows_of(program):
            if row.is_base:
                share = self.share(row, code, 0)
                printed = {GENERAL: code.general, COLUMN_2: code.column_2}
                return share, self.text(printed[row.kind]) if row.kind in printed else percent(row.share)
        return 0, ""

    def cell(self, program, code):
        """What a row of the CSV says behind the days."""
        base, words = self.base(program, code)
        sums, total = {}, 0
        for row in self.rows_of(program):
            share = self.share(row, code, base)
            total = None if share is None or total is None else total + share
            if not row.is_base:
                before = sums.get(row.programme, 0)
                sums[row.programme] = None if share is None or before is None else before + share
        low = high = total
        if program.status in (2, 3) and total is not None:
            low, high = program.low, program.high
        if program.status not in (1, 2, 3) or total is None:
            low = high = None
        out = [STATUS[program.status], words] + ["" if x is None else percent(x) for x in (low, high)]
        for i in range(len(self.programmes)):
            out.append("" if i not in sums else "by quantity" if sums[i] is None else percent(sums[i]))
        return out + [self.text(program.why)]

    def stretches(self, code, place_class):
        """(first day, first day off, cell) while nothing changes."""
        strip = self.cells[code.class_ * self.classes + place_class]
        out = []
        for d, start in enumerate(self.days):
            end = min(code.until, self.days[d + 1]) if d + 1 < len(self.days) else code.until
            start = max(start, code.first)
            if start >= end:
                continue
            cell = self.cell(self.programs[self.strips[strip * len(self.days) + d]], code)
            if out and out[-1][2] == cell:
                out[-1][1] = end
            else:
                out.append([start, end, cell])
        return out

    def lines(self):
        yield ["code", "place", "from", "until", "status", "base", "low", "high",
               *(self.text(p) for p in self.programmes), "why"]
        for code in self.codes:
            for place, place_class in self.places:
                for start, end, cell in self.stretches(code, place_class):
                    yield [f"{code.number:010}", place, day(start), day(end), *cell]


def main():
    with open(sys.argv[1], "rb") as f:
        panel = Panel(f.read())
    for line in panel.lines():
        print(",".join(line))


if __name__ == "__main__":
    main()
