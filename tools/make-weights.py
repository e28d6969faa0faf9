#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the tables of trade that rates are weighted with, below law/us/trade and law/cn/trade.

    tools/make-weights.py imports IMPORTS > law/us/trade/imports-2024.tsv
    tools/make-weights.py usmca YEAR SHARES > law/us/trade/claims-YEAR.tsv
    tools/make-weights.py exclusions SHARES > law/us/trade/exclusions.tsv
    tools/make-weights.py exports EXPORTS 2019-12 2020-11 > law/cn/trade/imports.tsv

IMPORTS is a CSV (or .gz) with hs10, cty_code (Census Schedule C) and imports in dollars: imports for consumption of the
year 2024. SHARES of usmca has hts10, cty_code, usmca_share: the part of the value entered under the programme. SHARES of
exclusions has ch99_code, hts10, claim_share: the part of the value for which the exclusion was claimed. EXPORTS has month
(2020-11), hs6 and value_usd of what the United States sent to China, months from and through the two given. Rows of one
number and place are added up; chapters 98 and 99 are left out; places the table of places does not know are an error.
"""
import collections
import csv
import gzip
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = "# SPDX-License-Identifier: CC0-1.0\n"


def rows(name):
    opened = gzip.open(name, "rt", encoding="utf-8-sig") if name.endswith(".gz") else open(name, encoding="utf-8-sig")
    with opened as f:
        yield from csv.DictReader(f)


def places():
    out = {}
    for line in (ROOT / "law/places.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            iso2, _, census = line.split("\t")[:3]
            out.update((c, iso2) for c in census.split(";") if c)
    return out


def number(text):
    code = text.zfill(10)
    if len(code) != 10 or not code.isdigit():
        sys.exit(f"{text}: no number")
    return code


def is_law(code):
    """Chapters 98 and 99."""
    return code[:2] in ("98", "99")


def half_up(n, d):
    return (2 * n + d) // (2 * d)


def write(head, by_code):
    """One line a number: places and amounts without anything between, 0101210010 CA809EC323."""
    print(HEAD + head, end="")
    for code in sorted(by_code):
        cells = "".join(f"{place}{n}" for place, n in sorted(by_code[code].items()) if n)
        if cells:
            print(f"{code}\t{cells}")


def imports(name):
    place, by_code, total = places(), collections.defaultdict(collections.Counter), 0
    for r in rows(name):
        if is_law(number(r["hs10"])):
            continue
        value = int(r["imports"])
        by_code[number(r["hs10"])][place[r["cty_code"]]] += value
        total += value
    kept = {c: {p: half_up(n, 1000) for p, n in of.items()} for c, of in by_code.items()}
    held = sum(sum(of.values()) for of in kept.values())
    write("# Imports for consumption of 2024, US Census Bureau: number, then place and thousands of dollars, place and ...\n"
          "# Made by tools/make-weights.py, not by hand.\n"
          f"# year 2024, total {total} dollars, held {held} thousand\n", kept)


def shares(name, column):
    """Shares as thousandths; the text may be any decimal between 0 and 1."""
    for r in rows(name):
        share = round(float(r[column]) * 1000)
        if not 0 <= share <= 1000:
            sys.exit(f"{name}: {r[column]} is no share")
        if not is_law(number(r["hts10"])):
            yield r, share


def usmca(year, name):
    place, by_code = places(), collections.defaultdict(dict)
    for r, share in shares(name, "usmca_share"):
        by_code[number(r["hts10"])][place[r["cty_code"]]] = share
    write("# Part of the imports entered under the USMCA, from statistics of the US International Trade Commission: number, then\n"
          "# place and thousandths of the value. Made by tools/make-weights.py, not by hand.\n"
          f"# year {year}\nclaim\tusmca\n", by_code)


def exclusions(name):
    print(HEAD + "# Part of the imports of China for which an exclusion from Section 301 duties was claimed, as duties collected\n"
          "# in 2025 and 2026 let conclude: heading, number, thousandths of the value. Made by tools/make-weights.py.\nof\tCN")
    for heading, code, share in sorted((r["ch99_code"], number(r["hts10"]), s) for r, s in shares(name, "claim_share")):
        if share:
            print(f"{heading}\t{code}\t{share}")


def exports(name, first, last):
    by_code, total = collections.defaultdict(collections.Counter), 0
    for r in rows(name):
        code = number(r["hs6"].zfill(6) + "0000")
        if first <= r["month"] <= last and not is_law(code):
            by_code[code]["US"] += int(r["value_usd"])
            total += int(r["value_usd"])
    kept = {c: {p: half_up(n, 1000) for p, n in of.items()} for c, of in by_code.items()}
    held = sum(sum(of.values()) for of in kept.values())
    write(f"# trade exports of the United States to China, {first} through {last}\n"
          "# US Census Bureau, six digits and four noughts, then place and thousands of dollars: the value where they left.\n"
          "# Made by tools/make-weights.py, not by hand.\n"
          f"# total {total} dollars, held {held} thousand\n", kept)


def main():
    sorts = {"exports": (exports, 3), "imports": (imports, 1), "usmca": (usmca, 2), "exclusions": (exclusions, 1)}
    if len(sys.argv) < 2 or sys.argv[1] not in sorts or len(sys.argv) - 2 != sorts[sys.argv[1]][1]:
        sys.exit(__doc__)
    sorts[sys.argv[1]][0](*sys.argv[2:])


if __name__ == "__main__":
    main()
