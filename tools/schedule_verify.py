# SPDX-License-Identifier: Apache-2.0
"""Second reading of the schedule table: against every edition, without the code that made it.

The idea: the maker turns official texts into ours; here ours is turned into a pattern the official text
must match, blanks aside ("1.9c/kg" must be printed as "1.9\u00a2/kg", "/No" as "each", "/head" or
"/article"). For a "?word" the official text must say what the word stands for. The official files are
read afresh, row by row. Only the calendar and the two lists of known faults come from hts.py.

What differs is printed, one line each, "EXPLAINED" where a known fault of an export is the cause.
"""
import gzip
import html
import json
import os
import re

import hts

# Official words for "/unit" of ours, as patterns on text without blanks; a unit not here is its own word.
PER = {
    "No": "each|/head|/article", "prs": "/pr\\.", "doz": "/doz\\.", "liters": "/liter",
    "pf.liters": "/pf\\.liter(?:onethylalcoholcontent)?", "thousand": "/1000|/1,000(?:pins)?|/thou-?sand",
    "m": "/(?:lin\\.)?m", "gr-lines": "/line/gross", "cy-kg": "/cleankg", "kg-ttl-sug": "/kgoftotalsugars",
    "kg-amc": "/kgofanhydrousmorphinecontent", "kg-drained": "/kgondrainedweight",
    "kg-with-container": "/kg(?:oncontentsandcontainer|,includingweightofcontainer)",
    "t-with-container": "/t,includingweightofcontainer", "kg-contents": "/kgonentirecontentsofcontainer",
    "m2-recording": "/m2ofrecordingsurface", "gross-containers": "/grossofimmediatecontainers",
}
ELEMENT = {"Cu": "copper", "Pb": "lead", "Zn": "zinc", "Mn": "manganese", "Mo": "molybdenum",
           "W": "tungsten", "Mg": "magnesium", "Si": "silicon"}
WHY = {
    "sugar-degree": "lessN*.*foreachdegreeunder", "each-garment": "eachgarmentin.*separately",
    "set-highest": "articleinthesetsubjecttothehigh-?estrate", "each-article": "absenceofthissubheading",
    "parent-article": "articleofwhichitis", "whole-movement": "complete,assembled",
    "movement-parts": "eachotherpieceorpart", "natural-juice": "naturaljuiceinheading2009",
    "additional-note": "SeeadditionalU\\.S\\.note", "content-value": "onthevalueofthe\\w+content",
    "bond": "underbond", "component": "on(?:the)?(?:case|strap|battery|movement|apparatus|valueoftherifle)",
}
UNIT = {
    "No": ("No.", "No"), "prs": ("prs.",), "doz": ("doz.",), "doz-prs": ("doz. prs.",),
    "doz-pcs": ("Dz Pcs",), "hundred": ("hundreds",), "thousand": ("thousands",), "m": ("m", "lin. m"),
    "m2": ("m2", "m\u00b2"), "jewel": ("Jwls.",), "gr-lines": ("gr.lines",), "fiber-m": ("Fiber m",), "X": (),
}


class TableRow:
    """A row of our table. units of a suffix are spelled out even where they are the row's."""

    def __init__(self, text):
        (self.code, self.start, self.until, units, self.general, special, self.other,
         suffixes) = text.split("\t")
        self.special = []
        for part in special.split(";") if special else ():
            rate, _, symbols = part.rpartition(" ")
            self.special.append((rate, symbols.split(",")))
        self.suffixes = [Suffix(word, units) for word in suffixes.split()]


class Suffix:
    def __init__(self, word, units):
        match = re.fullmatch(r"(\d\d)(?::([^(]+))?(?:\(([\d-]*)\.\.([\d-]*)\))?", word)
        self.number = match[1]
        self.units = (match[2] or units).split(",")
        self.start, self.until = match[3] or "", match[4] or ""


def read_table(path):
    with open(path, encoding="utf-8") as file:
        return [TableRow(line.rstrip("\n")) for line in file if not line.startswith("#")]


def holds(thing, day):
    return thing.start <= day and (not thing.until or day < thing.until)


def plain(text):
    """Official text without markup, runs of blanks as one."""
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]+>", "", html.unescape(text or "")))


def bare(text):
    """The same without blanks, powers as plain digits."""
    return plain(text).replace(" ", "").replace("\u00b2", "2").replace("\u00b3", "3")


def per_pattern(unit):
    element, _, weight = unit.rpartition("-")
    if element in ELEMENT:
        return "/%son%scontent" % (weight, ELEMENT[element])
    return PER.get(unit, "/" + re.escape(unit))


def pattern_of(rate):
    """The official texts our rate may stand for, as a pattern on bare() text."""
    if rate.startswith("?see:"):
        heads = rate[5:].replace(".", "\\.?")
        return "See" + heads + ",?"
    if rate.startswith("?"):
        return ".*" + WHY[rate[1:]] + ".*"
    terms = []
    for term in rate.split(" + "):
        if term == "Free":
            terms.append("Free")
        elif term.endswith("%"):
            terms.append(re.escape(term.replace(" ", "")) + "(?:ontheentireset)?")
        else:
            amount, _, unit = term.partition("/")
            sign = "\u00a2" if amount.endswith("c") else ""
            terms.append("%s%s(?:%s)" % (re.escape(amount.removesuffix("c")), sign, per_pattern(unit)))
    return r"\+".join(terms)


def same_special(ours, text):
    """Every programme of the printed column has our rate, and no other is there."""
    printed = {}
    for rate, symbols in re.findall(r"([^()]+)\(+((?:\w+ \()?[^()]+)\)", plain(text)):
        for symbol in re.findall(r"[A-Z]+[+*]?", symbols):
            printed[symbol] = bare(rate)
    mine = {symbol: rate for rate, symbols in ours for symbol in symbols}
    return set(mine) == set(printed) and all(re.fullmatch(pattern_of(mine[s]), printed[s]) for s in mine)


def same_units(ours, printed):
    printed = [part for text in printed or () for part in plain(text).strip().split(" and ") if part]
    ours = [unit for unit in ours if unit != "X"]
    return len(printed) == len(ours) and all(
        p in UNIT.get(u, (u, u.replace("-", " "))) for u, p in zip(ours, printed))


def printed_lines(path):
    """code -> [general, special, other, {suffix: units}] as printed; the first row of a line has its rates."""
    lines = {}
    with open(path, encoding="utf-8") if os.path.exists(path) else gzip.open(path + ".gz", "rt") as file:
        for raw in json.load(file):
            number = raw["htsno"].strip()
            if number < "98" and len(number) >= 10:
                line = lines.setdefault(number[:10], [raw["general"], raw["special"], raw["other"], {}])
                if len(number) == 13:
                    line[3][number[11:]] = raw["units"]
    return lines


def differences(edition, rows, lines):
    """Every difference between our rows of one day and the printed lines of its edition: (number, words)."""
    for code in sorted(set(rows) | set(lines)):
        if code not in rows or code not in lines:
            yield code, "line missing in " + ("the edition" if code in rows else "the table")
            continue
        row, (general, special, other, suffixes) = rows[code], lines[code]
        for name, mine, printed in (("general", row.general, general), ("column 2", row.other, other)):
            if not re.fullmatch(pattern_of(mine), bare(printed)):
                yield code, "%s %s is printed %s" % (name, mine, plain(printed))
        if not same_special(row.special, special):
            yield code, "special %s is printed %s" % (row.special, plain(special))
        held = {suffix.number: suffix for suffix in row.suffixes if holds(suffix, hts.DAY[edition])}
        for number in sorted(set(held) | set(suffixes)):
            if number not in held or number not in suffixes:
                yield code + "." + number, "suffix missing in " + ("the edition" if number in held else "the table")
            elif not same_units(held[number].units, suffixes[number]):
                yield code + "." + number, "units %s are printed %s" % (held[number].units, suffixes[number])


def verify(table, folder):
    """Prints differences and a summary for each edition. 0 when none is left unexplained, else 1."""
    rows, unexplained, checked = read_table(table), 0, 0
    if [row.code for row in rows] != sorted(row.code for row in rows):
        print("table is not sorted")
        unexplained += 1
    for edition, _ in hts.EDITIONS:
        held = {}
        for row in rows:
            if holds(row, hts.DAY[edition]):
                if row.code in held:
                    print("%s %s: two rows on one day" % (edition, row.code))
                    unexplained += 1
                held[row.code] = row
        lines = printed_lines(os.path.join(folder, "hts_%s.json" % edition))
        found = list(differences(edition, held, lines))
        for number, words in found:
            why = [why for faulty, part, why in hts.FAULTS if faulty == number and part in words]
            print("%s %s: %s%s" % (edition, number, words, ": EXPLAINED, " + why[0] if why else ""))
            unexplained += 0 if why else 1
        checked += len(lines)
        print("%s (%s): %d lines, %d numbers, %d differences" %
              (edition, hts.DAY[edition], len(lines), sum(len(line[3]) for line in lines.values()), len(found)))
    print("%d lines compared, %d differences unexplained" % (checked, unexplained))
    return 1 if unexplained else 0
