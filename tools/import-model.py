#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A base year of the model from tables of others, for who holds them:

    tools/import-model.py icio FILE.csv --year 2022 -o my.model      OECD inter-country input-output table, one year
    tools/import-model.py wiod FILE.csv --year 2014 -o my.model      World Input-Output Table, release 2016, one year as CSV
    tools/import-model.py long FILE.csv --year 2022 -o my.model      rows of our own: docs/model.md, importing

icio  first column and header are COUNTRY_SECTOR (AUS_A01_02); COUNTRY_HFCE and the like are final demand; rows TLS, VA, OUT and
      columns OUT, TOTAL are passed over. Parts of a country (CN1, CN2, MX1, MX2) are put together.
wiod  columns IndustryCode, Country, RNr and vAUS1 ... vAUS61 (1 to 56 industries, then final demand); rows that are no country's
      industry are passed over.
long  columns what, region, partner, sector, input, value: flow (region imports of partner, before duty), tariff, input (share of
      input in the cost of sector), elasticity (region is the name of the set).

--regions and --sectors name files of lines CODE=GROUP; codes that are not in them keep their name. Negative final demand (stocks
sold) is taken as none and counted. Elasticities: --elasticities CSV of sector,set,value; without it one set u4 of 4 everywhere."""
import argparse
import collections
import csv
import re
import sys

from model_text import matrix, places, row, short

PARTS = {"CN1": "CHN", "CN2": "CHN", "MX1": "MEX", "MX2": "MEX"}
FINAL = {"HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR", "FD", "NONRES", "DISC"}
TOTALS = {"OUT", "TOTAL", "TLS", "VA", "VALU", "OUTPUT"}


class Base:
    """Flows between countries' sectors and users, gathered in groups of regions and sectors."""

    def __init__(self, regions, sectors):
        self.regions, self.sectors = regions, sectors
        self.inputs = collections.defaultdict(float)  # importer, input, user
        self.flow = collections.defaultdict(float)  # sector, importer, exporter
        self.tariff, self.shares, self.sets = {}, {}, collections.defaultdict(dict)
        self.region_order, self.sector_order = [], []
        self.dropped = self.all_of = 0.0

    def region(self, code):
        code = self.regions.get(PARTS.get(code, code), PARTS.get(code, code))
        if code not in self.region_order:
            self.region_order.append(code)
        return code

    def sector(self, code):
        code = self.sectors.get(code, code)
        if code not in self.sector_order:
            self.sector_order.append(code)
        return code

    def add(self, seller, buyer, value):
        """seller: (country, sector); buyer: (country, sector), or (country, None) of final demand."""
        of, sector, to = self.region(seller[0]), self.sector(seller[1]), self.region(buyer[0])
        self.all_of += abs(value)
        if value < 0:
            self.dropped += -value
            return
        self.flow[sector, to, of] += value
        if buyer[1] is not None:
            self.inputs[to, sector, self.sector(buyer[1])] += value

    def share(self, n, k, j):
        if self.shares:
            return self.shares.get((n, k, j), 0.0)
        made = sum(self.flow[j, m, n] for m in self.region_order)
        return self.inputs[n, k, j] / made if made > 0 else 0.0

    def lines(self, title, year, source):
        regions, sectors = self.region_order, self.sector_order
        yield from ["impost-model 1", "# made by tools/import-model.py", f"title {title}", f"year {year}", "unit million USD",
                    f"source {source}"]
        if self.dropped:
            yield f"note negative entries taken as none: {100 * self.dropped / self.all_of:.3f}% of all entries"
        yield from (f"region {code}" for code in regions)
        yield from (f"sector {code}" for code in sectors)
        for name, values in (self.sets or {"u4": {}}).items():
            yield f"elasticity {name} " + row([short(values.get(j, 4.0), 6) for j in sectors])
        for j in sectors:
            yield from matrix(f"flows {j}", regions, [[self.flow[j, n, i] for i in regions] for n in regions], lambda v: short(v, 8))
            if any(key[0] == j for key in self.tariff):
                yield from matrix(f"tariffs {j}", regions, [[self.tariff.get((j, n, i), 0.0) for i in regions] for n in regions],
                                  lambda v: places(v, 6))
        for n in regions:
            yield from matrix(f"inputs {n}", sectors, [[self.share(n, k, j) for j in sectors] for k in sectors], lambda v: places(v, 8))


def number(text, where):
    try:
        return float(text) if text.strip() else 0.0
    except ValueError:
        sys.exit(f"{where}: not a number: {text}")


def icio(base, path):
    with open(path, newline="", encoding="utf-8-sig") as text:
        rows = csv.reader(text)
        head = next(rows)
        buyers = []
        for label in head[1:]:
            country, _, sector = label.partition("_")
            skip = label in TOTALS or not sector
            buyers.append(None if skip else (country, None if sector in FINAL else sector))
        for line, cells in enumerate(rows, 2):
            country, _, sector = cells[0].partition("_")
            if cells[0] in TOTALS or country in TOTALS or not sector:
                continue
            if len(cells) != len(head):
                sys.exit(f"{path}:{line}: {len(cells)} cells, the header has {len(head)}")
            for buyer, cell in zip(buyers, cells[1:]):
                value = number(cell, f"{path}:{line}") if buyer else 0.0
                if value:
                    base.add((country, sector), buyer, value)


def wiod(base, path):
    with open(path, newline="", encoding="utf-8-sig") as text:
        rows = csv.DictReader(text)
        columns = {}
        for name in rows.fieldnames:
            found = re.fullmatch(r"v?([A-Z]{3}|RoW|ROW)(\d+)", name)
            if found:
                columns[name] = (found[1].upper(), int(found[2]))
        lines = [line for line in rows if line["Country"].upper() not in ("TOT", "")]
        codes = {int(line["RNr"]): line["IndustryCode"] for line in lines}
        for line in lines:
            for name, (country, place) in columns.items():
                value = number(line[name], f"{path}: {line['Country']} {line['RNr']}")
                if value:
                    base.add((line["Country"].upper(), line["IndustryCode"]), (country, codes[place] if place in codes else None), value)


def long(base, path):
    with open(path, newline="", encoding="utf-8-sig") as text:
        for line, cells in enumerate(csv.DictReader(text), 2):
            value, what = number(cells["value"], f"{path}:{line}"), cells["what"]
            if what == "elasticity":
                base.sets[cells["region"]][base.sector(cells["sector"])] = value
                continue
            region, sector = base.region(cells["region"]), base.sector(cells["sector"])
            if what == "flow":
                base.flow[sector, region, base.region(cells["partner"])] += value
            elif what == "tariff":
                base.tariff[sector, region, base.region(cells["partner"])] = value
            elif what == "input":
                base.shares[region, base.sector(cells["input"]), sector] = value
            else:
                sys.exit(f"{path}:{line}: {what} is not flow, tariff, input or elasticity")


def groups(path):
    if path is None:
        return {}
    return dict(line.strip().split("=", 1) for line in open(path, encoding="utf-8") if "=" in line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=["icio", "wiod", "long"])
    parser.add_argument("file")
    parser.add_argument("--year", required=True)
    parser.add_argument("--title")
    parser.add_argument("--regions")
    parser.add_argument("--sectors")
    parser.add_argument("--elasticities")
    parser.add_argument("-o", "--output", required=True)
    words = parser.parse_args()
    base = Base(groups(words.regions), groups(words.sectors))
    {"icio": icio, "wiod": wiod, "long": long}[words.form](base, words.file)
    if words.elasticities:
        for line in csv.DictReader(open(words.elasticities, newline="", encoding="utf-8-sig")):
            base.sets[line["set"]][base.sectors.get(line["sector"], line["sector"])] = float(line["value"])
    for name, values in base.sets.items():
        missing = [j for j in base.sector_order if j not in values]
        if missing:
            sys.exit(f"set {name} has no elasticity of {', '.join(missing)}")
    title = words.title or f"{words.form} {words.year}"
    with open(words.output, "w", encoding="utf-8") as out:
        out.write("\n".join(base.lines(title, words.year, f"{words.form} table given by the user: {words.file.split('/')[-1]}")) + "\n")


if __name__ == "__main__":
    main()
