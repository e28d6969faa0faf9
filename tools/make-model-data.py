#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the data of the model from published tables, in the format of docs/model.md.

    tools/make-model-data.py nafta FOLDER -o tests/model/data/nafta-1993
    tools/make-model-data.py prices FOLDER -o model/us-2017
    tools/make-model-data.py world FOLDER --inputs FOLDER --trade CSV --places CSV -o model/world-2022

FOLDER holds the 31 x 40 case of Caliendo and Parro (2015) as a flat binary (nafta.bin.xz: two int32, then float64:
theta[j], share[j][n][i], tariffs of 1993 and of 2005 [j][n][i], input[n][k][j], value added[n][j], final[n][j],
value added by region, deficits of zero, spending[n][j], actual deficits) and the names beside it. The data of
github.com/paulofelipe/cp2015 are under the MIT licence; their notice is in tests/model/data/README.md."""
import argparse
import array
import lzma
import pathlib
import struct

import model_prices
import model_world
from model_text import matrix, places, row, short


class Cube:
    """The flat binary, cut into its arrays."""

    def __init__(self, path):  # n importer, i exporter, k input, j sector
        raw = lzma.open(path).read()
        self.n, self.s = struct.unpack("<ii", raw[:8])
        self.values = array.array("d", raw[8:])
        self.at = 0
        n, s = self.n, self.s
        self.theta = self.take(s)
        self.share, self.tariff, self.tariff_new = (self.take(s, n, n) for _ in range(3))
        self.input, self.added, self.final = self.take(n, s, s), self.take(n, s), self.take(n, s)
        self.earned, self.zero = self.take(n), self.take(n)
        self.spent, self.deficit = self.take(n, s), self.take(n)

    def take(self, *shape):
        if len(shape) == 1:
            part = list(self.values[self.at:self.at + shape[0]])
            self.at += shape[0]
            return part
        return [self.take(*shape[1:]) for _ in range(shape[0])]


def codes_of(path):
    """Short codes for names: capitals and digits of the words."""
    names = [line.strip() for line in open(path, encoding="utf-8") if line.strip()]
    codes = []
    for name in names:
        code = "".join(c for c in name.upper() if c.isalnum())[:14]
        assert code not in codes, name
        codes.append(code)
    return codes, names


def nafta(folder, out):
    cube = Cube(folder / "nafta.bin.xz")
    n, s = cube.n, cube.s
    regions, region_names = codes_of(folder / "nafta.countries")
    sectors, sector_names = codes_of(folder / "nafta.sectors")
    lines = ["impost-model 1", "# made by tools/make-model-data.py",
             "title Caliendo and Parro 2015: 31 countries, 40 sectors", "year 1993", "unit million USD",
             "source flows, tariffs, inputs, elasticities: L. Caliendo and F. Parro, Review of Economic Studies 82 (2015), "
             "as in github.com/paulofelipe/cp2015",
             "licence MIT, Copyright (c) 2021 cp2015 authors"]
    lines += [f"region {c} {t}" for c, t in zip(regions, region_names)]
    lines += [f"sector {c} {t}" for c, t in zip(sectors, sector_names)]
    lines.append("elasticity cp " + row([short(v, 9) for v in cube.theta]))
    for j in range(s):
        flow = [[cube.share[j][a][b] * cube.spent[a][j] / (1 + cube.tariff[j][a][b]) / 1e6
                 for b in range(n)] for a in range(n)]
        lines += matrix(f"flows {sectors[j]}", regions, flow, lambda v: short(v, 9))
        if any(v for r in cube.tariff[j] for v in r):
            lines += matrix(f"tariffs {sectors[j]}", regions, cube.tariff[j], lambda v: short(v, 9))
    for a in range(n):
        lines += matrix(f"inputs {regions[a]}", sectors, cube.input[a], lambda v: places(v, 9))
    for a in range(n):
        lines.append(f"final {regions[a]} " + row([places(v, 10) for v in cube.final[a]]))
    pathlib.Path(f"{out}.model").write_text("\n".join(lines) + "\n")
    shock = ["impost-shock 1", "# made by tools/make-model-data.py",
             "title Tariffs among Canada, Mexico and the United States as in 2005",
             "outcome before Tariffs of 1993", "outcome after Tariffs of 2005 among the three"]
    for j in range(s):
        for a in range(n):
            for b in range(n):
                old, new = cube.tariff[j][a][b], cube.tariff_new[j][a][b]
                if old != new:
                    shock.append(f"tariff into {regions[a]} from {regions[b]} on {sectors[j]} is {short(new * 100, 9)}%")
    pathlib.Path(f"{out}.shock").write_text("\n".join(shock) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["nafta", "prices", "world"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--inputs", type=pathlib.Path, help="world: folder of the input table (wiod11.bin.xz)")
    parser.add_argument("--trade", type=pathlib.Path, help="world: imports of the United States, hs10, cty_code, gtap_code, imports")
    parser.add_argument("--places", type=pathlib.Path, help="world: census_code and iso3 of countries")
    words = parser.parse_args()
    if words.what == "nafta":
        nafta(words.folder, words.output)
        return
    if words.what == "prices":
        model_prices.prices(words.folder, words.output)
        return
    codes = (words.inputs / "wiod11.countries").read_text().split()
    root = pathlib.Path(__file__).resolve().parent.parent
    model_world.world(words.folder, words.trade, words.places, root, Cube(words.inputs / "wiod11.bin.xz"), codes, words.output)


if __name__ == "__main__":
    main()
