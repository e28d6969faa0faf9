# SPDX-License-Identifier: Apache-2.0
"""The embedded base year: 24 regions by 28 sectors.

Flows are of 2022, input coefficients of 2011 fitted to them by row and column (RAS), the part of soybeans within crops
and the duties of the base year are said below. Everything that was changed is counted and written into the notes."""
import collections
import csv
import gzip
import lzma
import re

from model_text import matrix, places, row, short

REGIONS = """USA United States=USA
CHN China=CHN
CAN Canada=CAN
MEX Mexico=MEX
JPN Japan=JPN
KOR Korea=KOR
TWN Taiwan=TWN
IND India=IND
VNM Viet Nam=VNM
THA Thailand=THA
MYS Malaysia=MYS
IDN Indonesia=IDN
BRA Brazil=BRA
ARG Argentina=ARG
GBR United Kingdom=GBR
CHE Switzerland=CHE
AUS Australia=AUS
TUR Turkey=TUR
ZAF South Africa=ZAF
RUS Russia=RUS
DEU Germany=DEU
EUR rest of the European Union=AUT,BEL,BGR,CYP,CZE,DNK,ESP,EST,FIN,FRA,GRC,HRV,HUN,IRL,ITA,LTU,LUX,LVA,MLT,NLD,POL,PRT,ROU,SVK,SVN,SWE
GLF Saudi Arabia and Emirates=SAU,ARE
ROW rest of the world="""

# Code, title, sectors of the flow table, sectors of the input table (counted from 1).
SECTORS = """SOY Soybeans=A01=1
CROPS Other crops and animals=A01=1
FOREST Forestry and fishing=A02,A03=1
ENERGY Coal, oil and gas=B05,B06=2
ORES Ores, minerals and services to mines=B07,B08,B09=2
FOOD Food, drink and tobacco=C10T12=3
TEXTILES Textiles, clothing and leather=C13T15=4,5
WOOD Wood=C16=6
PAPER Paper and printing=C17_18=7
FUELS Refined petroleum=C19=8
CHEMICALS Chemicals=C20=9
PHARMA Medicines=C21=9
PLASTICS Rubber and plastics=C22=10
MINERALS Glass, cement, ceramics=C23=11
STEEL Iron and steel=C24A=12
METALS Other basic metals=C24B=12
METALWARE Metal products=C25=12
ELECTRONICS Computers and electronics=C26=14
ELECTRICAL Electrical equipment=C27=14
MACHINES Machinery=C28=13
VEHICLES Motor vehicles=C29=15
SHIPS Ships and boats=C301=15
TRANSPORT Aircraft, trains and others=C302T309=15
OTHER Furniture and other goods=C31T33=16
UTILITIES Utilities and construction=S=17,18
TRADE Trade, transport, hotels, telecoms=S=19,20,21,22,23,24,25,26,27
BUSINESS Finance, property, business services=S=28,29,30
PUBLIC Government, health, education, others=S=31,32,33,34,35"""

# Whose coefficients stand for a region that the input table has not.
STAND_IN = {"VNM": "RoW", "THA": "RoW", "MYS": "RoW", "ARG": "RoW", "ZAF": "RoW", "GLF": "RoW", "ROW": "RoW",
            "CHE": "AUT"}
IN_TABLE = {"EUR": "AUT BEL BGR CYP CZE DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROM SVK SVN SWE".split()}

# Part of soybeans in crops and animals, by exporter into China and elsewhere, and at home; 2022, rounded.
SOY_TO_CHINA = {"USA": .60, "BRA": .87, "ARG": .70, "CAN": .10, "ROW": .12, "RUS": .3}
SOY_ELSEWHERE = {"USA": .22, "BRA": .35, "ARG": .15, "CAN": .05, "ROW": .015}
SOY_AT_HOME = {"USA": .055, "BRA": .12, "ARG": .25, "CHN": .012, "IND": .012, "CAN": .03, "ROW": .008, "RUS": .02, "EUR": .003}

# What a sector buys of a group that the input table has as one: (user, group) to weights within it.
USES = {
    "FUELS": {"ENERGY": 50, "ORES": 1}, "UTILITIES": {"ENERGY": 8, "ORES": 2}, "STEEL": {"ENERGY": 1, "ORES": 4, "STEEL": 8, "METALS": 2, "METALWARE": 1},
    "METALS": {"ENERGY": 1, "ORES": 5, "METALS": 8, "STEEL": 1, "METALWARE": 1}, "MINERALS": {"ENERGY": 1, "ORES": 3},
    "CHEMICALS": {"ENERGY": 4, "ORES": 1, "CHEMICALS": 20, "PHARMA": 1}, "PHARMA": {"CHEMICALS": 3, "PHARMA": 4},
    "FOOD": {"CROPS": 30, "FOREST": 1}, "WOOD": {"FOREST": 20, "CROPS": 1}, "PAPER": {"FOREST": 10, "CROPS": 1},
    "CROPS": {"CROPS": 30, "FOREST": 1, "CHEMICALS": 12, "PHARMA": 1}, "SOY": {"CROPS": 30, "FOREST": 1, "CHEMICALS": 30, "PHARMA": 1},
    "FOREST": {"FOREST": 5, "CROPS": 1}, "PUBLIC": {"CHEMICALS": 1, "PHARMA": 6}, "VEHICLES": {"VEHICLES": 60, "SHIPS": 0, "TRANSPORT": 1},
    "SHIPS": {"VEHICLES": 1, "SHIPS": 8, "TRANSPORT": 1}, "TRANSPORT": {"VEHICLES": 2, "SHIPS": 0, "TRANSPORT": 20},
    "ELECTRONICS": {"ELECTRONICS": 8, "ELECTRICAL": 1}, "ELECTRICAL": {"ELECTRONICS": 1, "ELECTRICAL": 3},
}

GTAP = {"pdr": "CROPS", "wht": "CROPS", "gro": "CROPS", "v_f": "CROPS", "osd": "CROPS", "c_b": "CROPS", "pfb": "CROPS", "ocr": "CROPS",
        "ctl": "CROPS", "oap": "CROPS", "rmk": "CROPS", "wol": "CROPS", "frs": "FOREST", "fsh": "FOREST", "coa": "ENERGY", "oil": "ENERGY",
        "gas": "ENERGY", "oxt": "ORES", "cmt": "FOOD", "omt": "FOOD", "vol": "FOOD", "mil": "FOOD", "pcr": "FOOD", "sgr": "FOOD",
        "ofd": "FOOD", "b_t": "FOOD", "tex": "TEXTILES", "wap": "TEXTILES", "lea": "TEXTILES", "lum": "WOOD", "ppp": "PAPER",
        "p_c": "FUELS", "chm": "CHEMICALS", "bph": "PHARMA", "rpp": "PLASTICS", "nmm": "MINERALS", "i_s": "STEEL", "nfm": "METALS",
        "fmp": "METALWARE", "ele": "ELECTRONICS", "eeq": "ELECTRICAL", "ome": "MACHINES", "mvh": "VEHICLES", "otn": "TRANSPORT",
        "omf": "OTHER"}
FREE_TRADE = {"CAN", "MEX", "KOR", "AUS"}  # the United States charge their originating goods nothing, or nearly
LISTS_301 = {"us-301-cn-1.list": .25, "us-301-cn-2.list": .25, "us-301-cn-3.list": .25, "us-301-cn-4.list": .075}


def tables():
    regions, members = [], {}
    for line in REGIONS.splitlines():
        name, codes = line.split("=")
        code, title = name.split(" ", 1)
        regions.append((code, title))
        members.update({c: code for c in codes.split(",") if c})
    sectors = []
    for line in SECTORS.splitlines():
        name, flows, inputs = line.split("=")
        code, title = name.split(" ", 1)
        sectors.append((code, title, flows.split(","), [int(k) - 1 for k in inputs.split(",")]))
    return regions, members, sectors


class Inputs:
    """The input table of 2011: 41 by 35, from its flat binary (see make-model-data.py)."""

    def __init__(self, cube, codes):
        self.cube, self.codes = cube, codes

    def members(self, region):
        names = IN_TABLE.get(region) or [STAND_IN.get(region, region)]
        return [self.codes.index(n) for n in names]


def read_flows(folder, members, sectors):
    """[sector of the flow table][importer][exporter], regions added up; services are "S"."""
    ids = {}
    for line in csv.DictReader(open(folder / "icio2022_81c28s_sectors_elasticities.csv", encoding="utf-8")):
        ids[line["sector_id"]] = "S" if line["sector"].startswith("Services") else line["sector"]
    flows = collections.defaultdict(float)
    with gzip.open(folder / "icio2022_81c28s.csv.gz", "rt") as text:
        for line in csv.DictReader(text):
            to, of = members.get(line["importer"], "ROW"), members.get(line["exporter"], "ROW")
            flows[ids[line["sector_id"]], to, of] += float(line["flow_musd"])
    return flows


def elasticities(folder, sectors):
    rows = list(csv.DictReader(open(folder / "icio2022_81c28s_sectors_elasticities.csv", encoding="utf-8")))
    by = {("S" if r["sector"].startswith("Services") else r["sector"]): r for r in rows}
    out = {}
    for name in ("GYY", "CP", "FGO", "IS", "BSY", "LL", "Shap", "U4"):
        out[name.lower()] = [15.0 if code == "SOY" else float(by[flows[0]]["epsilon_" + name]) for code, _, flows, _ in sectors]
    return out


def soy_part(exporter, importer):
    if exporter == importer:
        return SOY_AT_HOME.get(exporter, .002)
    return (SOY_TO_CHINA if importer == "CHN" else SOY_ELSEWHERE).get(exporter, .003)


def service_parts(inputs, sectors, region, partner):
    """Parts of the four service sectors in what the region buys from the partner, as in 2011."""
    cube = inputs.cube
    totals = []
    for code, _, flows, ids in sectors:
        if flows != ["S"]:
            continue
        totals.append(sum(cube.share[j][n][i] * cube.spent[n][j] for j in ids for n in inputs.members(region)
                          for i in inputs.members(partner) if (n == i) or region != partner or len(inputs.members(region)) > 1))
    whole = sum(totals)
    return [t / whole for t in totals] if whole > 0 else [.05, .55, .3, .1]


def make_flows(folder, inputs, regions, members, sectors):
    raw = read_flows(folder, members, sectors)
    codes = [c for c, _ in regions]
    flow = {}
    for to in codes:
        for of in codes:
            parts = iter(service_parts(inputs, sectors, to, of))
            for code, _, names, _ in sectors:
                value = sum(raw[name, to, of] for name in names)
                if code == "SOY":
                    value *= soy_part(of, to)
                elif code == "CROPS":
                    value *= 1 - soy_part(of, to)
                elif names == ["S"]:
                    value *= next(parts)
                flow[code, to, of] = value
    return flow


def make_tariffs(root, trade, regions, members, sectors, iso):
    """What the United States charged in the base year: ordinary rates of the schedule that are of value, and Section 301."""
    ordinary = {}
    for line in open(root / "law/us/schedule.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(cells) < 6:
            continue
        found = re.fullmatch(r"([0-9.]+)%", cells[4])
        rate = 0.0 if cells[4] == "Free" else float(found[1]) / 100 if found else None
        ordinary.setdefault(cells[0].replace(".", ""), rate)
    extra = {}
    for name, rate in LISTS_301.items():
        keep = True
        for line in open(root / "law/us/lists" / name, encoding="utf-8"):
            if line.startswith("list "):
                keep = "4b" not in line
            if keep and line.startswith("    "):
                for code in re.findall(r"\b\d{4}\.\d{2}\.\d{2}\b", line.split("#")[0]):
                    extra[code.replace(".", "")] = rate
    paid, base, missed, all_imports = collections.defaultdict(float), collections.defaultdict(float), 0.0, 0.0
    with gzip.open(trade, "rt") as text:
        for line in csv.DictReader(text):
            region = members.get(iso.get(line["cty_code"], ""), "ROW")
            value, code = float(line["imports"]), line["hs10"][:8]
            sector = "SOY" if code.startswith("1201") else GTAP.get(line["gtap_code"])
            if sector == "TRANSPORT" and code.startswith("89"):
                sector = "SHIPS"
            all_imports += value
            rate = ordinary.get(code)
            if sector is None or rate is None:
                missed += value
                continue
            rate = 0.0 if region in FREE_TRADE else rate
            base[sector, region] += value
            paid[sector, region] += value * (rate + (extra.get(code, 0.0) if region == "CHN" else 0.0))
    tariff = {k: paid[k] / base[k] for k in base if base[k] > 0}
    return tariff, missed / all_imports


def aggregate_inputs(inputs, sectors, region, spent):
    """Coefficients [k][j] and value added [j] of a region in our sectors, before fitting."""
    cube, count = inputs.cube, len(sectors)
    made = collections.defaultdict(float)
    for n in inputs.members(region):
        for j in range(cube.s):
            made[n, j] = sum(cube.share[j][m][n] * cube.spent[m][j] for m in range(cube.n)) or 1e-6
    groups = collections.defaultdict(list)
    for a, (_, _, _, ids) in enumerate(sectors):
        groups[tuple(ids)].append(a)
    out = [[0.0] * count for _ in range(count)]
    added = [0.0] * count
    for j, (user, _, _, users) in enumerate(sectors):
        weight = sum(made[n, u] for n in inputs.members(region) for u in users)
        added[j] = sum(made[n, u] * cube.added[n][u] for n in inputs.members(region) for u in users) / weight
        for ids, ours in groups.items():
            total = sum(made[n, u] * cube.input[n][k][u] for n in inputs.members(region) for u in users for k in ids) / weight
            ours = [a for a in ours if sectors[a][0] != "SOY"]
            uses = USES.get(user, {})
            parts = {a: max(spent[a], 1e-9) for a in ours}
            if any(sectors[a][0] in uses for a in ours):
                parts = {a: uses.get(sectors[a][0], 0) * 1.0 for a in ours}
            whole = sum(parts.values())
            for a in ours:
                out[a][j] += total * parts[a] / whole
    return out, added


def add_soy(sectors, out, spent, made):
    """Mills buy 85% of a region's soybeans, farms 10%: taken out of what they buy of other crops."""
    index = {code: k for k, (code, *_) in enumerate(sectors)}
    for user, part in (("FOOD", .85), ("CROPS", .10)):
        j = index[user]
        share = part * spent[index["SOY"]] / max(made[j], 1e-9)
        share = min(share, .6 * out[index["CROPS"]][j])
        out[index["SOY"]][j] = share
        out[index["CROPS"]][j] -= share


def fit(out, added, made, spent, final_least=.02, rounds=60):
    """RAS: column sums as value added leaves them, row sums at most what is bought less the least for final use."""
    count = len(made)
    first = [r[:] for r in out]
    room = [(1 - final_least) * spent[k] for k in range(count)]
    for _ in range(rounds):
        for j in range(count):
            column = sum(out[k][j] for k in range(count))
            for k in range(count):
                out[k][j] *= (1 - added[j]) / column if column > 0 else 0
        for k in range(count):
            use = sum(out[k][j] * made[j] for j in range(count))
            if use > room[k]:
                for j in range(count):
                    out[k][j] *= room[k] / use
    change = sum(abs(out[k][j] - first[k][j]) * made[j] for k in range(count) for j in range(count))
    return change / sum(first[k][j] * made[j] for k in range(count) for j in range(count))


def goods_prefixes(trade):
    """Shortest prefixes of numbers that settle the sector: by value within six digits, then folded upwards."""
    value = collections.defaultdict(lambda: collections.defaultdict(float))
    with gzip.open(trade, "rt") as text:
        for line in csv.DictReader(text):
            sector = "SOY" if line["hs10"].startswith("1201") else GTAP.get(line["gtap_code"])
            if sector == "TRANSPORT" and line["hs10"].startswith("89"):
                sector = "SHIPS"
            if sector:
                value[line["hs10"][:6]][sector] += float(line["imports"])
    six = {code: max(by, key=by.get) for code, by in value.items()}
    kept = {}
    for digits in (2, 4, 6):  # a longer prefix is kept where the shorter one says something else
        groups = collections.defaultdict(collections.Counter)
        for code, sector in six.items():
            groups[code[:digits]][sector] += 1
        for prefix, counts in sorted(groups.items()):
            common = max(sorted(counts), key=counts.get)
            said = next((kept[prefix[:n]] for n in (4, 2) if n < digits and prefix[:n] in kept), None)
            if said != common:
                kept[prefix] = common
    level = kept
    out = collections.defaultdict(list)
    for prefix, sector in level.items():
        out[sector].append(prefix)
    return {sector: sorted(prefixes) for sector, prefixes in out.items()}


def world(folder, trade, iso_table, root, cube, codes, out):
    regions, members, sectors = tables()
    names, inputs = [c for c, _ in regions], Inputs(cube, codes)
    places_read = list(csv.DictReader(open(iso_table, encoding="utf-8")))
    iso = {r["census_code"]: r["iso3"] for r in places_read}
    iso2 = {r["iso3"]: r["iso2"] for r in places_read}
    flow = make_flows(folder, inputs, regions, members, sectors)
    tariff, missed = make_tariffs(root, trade, regions, members, sectors, iso)
    kinds = [c for c, *_ in sectors]
    duty = lambda j, to, of: tariff.get((j, of), 0.0) if to == "USA" and of != "USA" else 0.0
    coefficients, changes = {}, []
    for n in names:
        spent = [sum(flow[j, n, i] * (1 + duty(j, n, i)) for i in names) for j in kinds]
        made = [sum(flow[j, m, n] for m in names) for j in kinds]
        io, added = aggregate_inputs(inputs, sectors, n, spent)
        add_soy(sectors, io, spent, made)
        changes.append((fit(io, added, made, spent), n))
        coefficients[n] = io
    mean = sum(c for c, _ in changes) / len(changes)
    worst = max(changes)
    lines = ["impost-model 1", "# made by tools/make-model-data.py", "title The world of 2022: 24 regions, 28 sectors",
             "year 2022", "unit million USD",
             "source flows: OECD inter-country input-output tables, edition with 2022, 81 economies by 28 sectors as collected in "
             "github.com/ahmadlp/tariffwar",
             "licence flows: OECD, CC BY 4.0 (terms of use of 2024-07-01; the clause for this table was not read)",
             "source inputs: World Input-Output Database, release 2013, year 2011, 41 economies by 35 sectors",
             "licence inputs: CC BY 4.0 (read for the release of 2016; the page of this release was not)",
             "source elasticities: published sets as collected in github.com/ahmadlp/tariffwar (gyy Giri, Yi and Yilmazkuday 2021; cp "
             "Caliendo and Parro 2015; fgo Fontagné, Guimbard and Orefice 2022; is; bsy; ll; shap; u4 is 4 everywhere)",
             "source duties of the United States: law/us/schedule.tsv and the lists of Section 301, weighted with imports of 2024 (U.S. "
             "Census Bureau, public domain)",
             f"note inputs of 2011 were fitted to flows of 2022 by row and column: on average {100 * mean:.1f}% of input values moved, "
             f"most in {worst[1]} ({100 * worst[0]:.1f}%)",
             "note coefficients of VNM, THA, MYS, ARG, ZAF, GLF and ROW are those of the rest of the world, of CHE those of Austria",
             "note services are one sector in the flows and were cut in four by the pattern of 2011",
             "note soybeans are cut out of crops by shares rounded from memory of published totals of 2022, not re-read; their elasticity "
             "is set to 15, a near-homogeneous good",
             "note soybeans of the United States into China, 28 Mt, are the middle of 26 to 30 from memory of published totals of 2022, not re-read",
             f"note duties of the base year are those of the United States alone, ordinary rates of value and Section 301 of 2022; rates per "
             f"quantity and special rates but those of free trade with CAN, MEX, KOR and AUS are left out ({100 * missed:.1f}% of imports); "
             f"all other duties of the base year are taken as 0",
             "note Hong Kong and Macau are in ROW"]
    lines += [f"region {c} {t}" for c, t in regions] + [f"sector {c} {t}" for c, t, *_ in sectors]
    lines += ["group eu DEU,EUR", "group asean VNM,THA,MYS,IDN",
              "group goods " + ",".join(c for c, _, f, _ in sectors if f != ["S"]),
              "group services " + ",".join(c for c, _, f, _ in sectors if f == ["S"]),
              "group farm SOY,CROPS,FOREST,FOOD", "group metals STEEL,METALS,METALWARE", "quantity SOY CHN USA 28 Mt"]
    for code, _ in regions:
        own = sorted(iso2[m] for m, r in members.items() if r == code and m in iso2)
        lines.append(f"places {code} {','.join(own) if own else '*'}")
    for code, prefixes in goods_prefixes(trade).items():
        lines.append(f"goods {code} {','.join(prefixes)}")
    for name, values in elasticities(folder, sectors).items():
        lines.append(f"elasticity {name} " + row([short(v, 6) for v in values]))
    for j in kinds:
        lines += matrix(f"flows {j}", names, [[flow[j, n, i] for i in names] for n in names], lambda v: short(v, 6) if v >= .05 else "0")
        if any(duty(j, "USA", i) for i in names):
            lines += matrix(f"tariffs {j}", names, [[duty(j, n, i) for i in names] for n in names], lambda v: places(v, 4))
    for n in names:
        lines += matrix(f"inputs {n}", kinds, coefficients[n], lambda v: places(v, 6))
    open(f"{out}.model", "w", encoding="utf-8").write("\n".join(lines) + "\n")
    for change, n in sorted(changes, reverse=True):
        print(f"{n} {100 * change:.1f}%")
