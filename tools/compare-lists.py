#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares lists of the law, member by member, with tables of other public encodings, and prints what differs.

    tools/compare-lists.py FOLDER [--all]

FOLDER holds the tables as they were published: budgetlab/, rulespec_rev15/, waugh_tariff-lists/. Both sides are unfolded
to the ten-digit numbers that the schedule has on the day, so that 7206 and its lines are the same; what differs is
folded to eight digits again where all of a line differs. docs/differences.md gives the reasons. Not part of any build."""
import argparse
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
B, R, W = "budgetlab/", "rulespec_rev15/", "waugh_tariff-lists/"
METALS = "us.note-16.c."


def row(name, ours, day, file, keep=None, column=0, since=None, until=None):
    return {"name": name, "ours": ours.split(), "day": day, "file": file, "keep": keep or {}, "column": column,
            "since": since, "until": until}


def note_16(parts):
    return " ".join(METALS + p for p in parts.split())


TABLES = [
    *(row(f"Section 301 list {n}", ours, "2025-06-01", B + "s301_product_lists.csv", {"list": theirs}) for n, ours, theirs in (
        ("1", "us.301.cn.list-1", "1"), ("2", "us.301.cn.list-2", "2"), ("3", "us.301.cn.list-3", "3"),
        ("3, part-lines", "us.301.cn.list-3.part-lines", "3_addl"), ("4A", "us.301.cn.list-4a us.301.cn.list-4a.part-lines", "4A"),
        ("4B", "us.301.cn.list-4b us.301.cn.list-4b.part-lines", "4B"), ("review 25%", "us.301.cn.review.b", "biden_25"),
        ("review 50%", "us.301.cn.review.f", "biden_50_jan25"))),
    *(row(f"Section 301 list {n}", f"us.301.cn.list-{n.lower()}", "2026-04-20", R + "note20-china-301.csv",
          {"list": f"china_301_list{n.lower()}_membership"}, column=3) for n in ("1", "2", "3", "4A")),
    *(row("Annex II", "us.ieepa.annex-2", day, B + "ieepa_exempt_products.csv", since=1, until=2)
      for day in ("2025-04-05", "2025-08-01", "2025-09-08", "2025-10-14", "2025-11-13")),
    row("Annex II", "us.ieepa.annex-2", "2025-11-14", W + "annex-II-exemptions-nov14.csv"),
    row("Section 122 list", "us.122.aa-ii", "2026-03-01", B + "s122_exempt_products.csv"),
    row("Section 122 list", "us.122.aa-ii", "2026-03-01", W + "section122-product-exemptions.csv"),
    row("Section 122 described", "us.122.aa-iii", "2026-03-01", W + "section122-specific-exemptions.csv"),
    row("Section 122 aircraft", "us.122.aa-iv", "2026-03-01", W + "section122-aircraft-exemptions.csv"),
    row("Section 122 list", "us.122.aa-ii", "2026-03-01", R + "note2aa-122-exemptions.csv", {"list": "s122_aa_ii_membership"}, 3),
    *(row(f"Forced labour, {n}", f"us.301.fl.52-{n}", "2026-08-01", "s301_forced_labor_final_common_exemptions.csv",
          {"condition": w}) for n, w in (("b", "full"), ("c", "ex"), ("d", "aircraft"), ("e", "pharma"))),
    row("Forced labour, list b", "us.301.fl.52-b", "2026-08-01", B + "s301fl_exempt_products.csv"),
    row("Brazil 301, ii", "us.301.brazil.50-ii", "2026-08-01", B + "s301_brazil_exempt_products.csv"),
    *(row(f"Brazil 301, {n}", f"us.301.brazil.50-{n}", "2026-08-01", W + "brazil-301-exemptions.csv", {"category": w})
      for n, w in (("ii", "flat"), ("iii", "named"), ("iv", "aircraft"), ("v", "pharma"))),
    row("Brazil IEEPA", "us.ieepa.brazil.list", "2025-08-10", W + "brazil-non-airplane-exemptions.csv"),
    *(row(f"Canada 338, {n}", f"us.338.{n}", "2026-08-25", W + f"canada-338-{w}.csv")
      for n, w in (("alcohol", "alcohol"), ("dairy", "dairy"), ("broad", "autos"), ("aircraft", "aircraft-exempt"))),
    row("Copper", "us.232.copper", "2025-09-01", B + "s232_copper_products.csv"),
    row("Copper", "us.232.copper", "2025-09-01", W + "copper-list.csv"),
    row("Steel derivatives outside chapter 73", "us.232.steel.n", "2025-09-01", B + "s232_derivative_products.csv",
        {"derivative_type": "steel"}),
    row("Aluminum derivatives outside chapter 76", "us.232.aluminum.k", "2025-09-01",
        B + "s232_derivative_products.csv", {"ch99_code": "9903.85.08"}),
    row("Steel derivatives of March 2025", "us.232.steel.derivative", "2025-04-10", W + "steel-tariffs.csv"),
    row("Aluminum derivatives of March 2025", "us.232.aluminum.derivative us.232.aluminum.derivative-2020", "2025-04-10",
        W + "alu-tariffs.csv"),
    row("Metals, Annex I-A", note_16("i ii iii iv v"), "2026-04-10", W + "metals-annex-IA.csv"),
    row("Metals, Annex I-B", note_16("vi vii viii"), "2026-04-10", W + "metals-annex-IB.csv"),
    row("Metals, Annex III", note_16("ix x"), "2026-04-10", W + "metals-annex-III-temporary.csv"),
    row("Metals, steel", note_16("iii iv vii x xi"), "2026-08-03", R + "note16-232-steel.csv", {"list": "s232_steel"}, 3),
    row("Metals, Annex I-A", note_16("i ii iii iv v"), "2026-04-10", B + "s232_annex_products.csv", {"annex": "1a"}),
    row("Metals, Annex I-B", note_16("vi vii viii"), "2026-04-10", B + "s232_annex_products.csv", {"annex": "1b"}),
    row("Metals, Annex III", note_16("ix x"), "2026-04-10", B + "s232_annex_products.csv", {"annex": "3"}),
    row("Metals, mobile machinery", note_16("xi"), "2026-06-10", B + "s232_annex_products.csv", {"annex": "1c"}),
    row("Metals, steel, mobile", note_16("xi"), "2026-08-03", R + "note16-232-steel.csv", {"list": "s232_steel_derivative_mobile"}, 3),
    row("Cars", "us.232.autos", "2025-06-01", W + "auto-tariffs.csv"),
    row("Parts of cars", "us.232.auto-parts", "2025-06-01", B + "s232_auto_parts.txt"),
    row("Parts of trucks", "us.232.truck-parts", "2025-12-01", B + "s232_mhd_parts.txt"),
    row("Medicines", "us.232.pharma", "2026-08-01", B + "s232_pharma_products.csv"),
    row("Semiconductors", "us.232.semiconductors", "2026-02-01", B + "s232_semi_products.csv"),
    row("Components of aircraft of Taiwan", "us.civil-aircraft.tw", "2026-06-10", B + "s232_aircraft_exempt_taiwan.csv"),
    row("European Union, list", "us.ieepa.eu", "2025-10-01", B + "floor_exempt_products.csv", {"category": "ptaap", "country_group": "eu"}),
    row("Switzerland, list", "us.ieepa.ch-li", "2026-01-10", B + "floor_exempt_products.csv",
        {"category": "ptaap", "country_group": "swiss"}),
    row("Pharmaceutical use", "us.ieepa.pharmaceutical-use", "2026-01-10", B + "floor_exempt_products.csv",
        {"category": "pharma", "country_group": "swiss"}),
    row("Potash", "us.ieepa.potash", "2025-06-01", B + "fentanyl_carveout_products.csv", {"category": "potash_ca"}),
    row("Energy and minerals", "us.ieepa.energy-and-minerals", "2025-06-01", B + "fentanyl_carveout_products.csv",
        {"category": "energy_ca"}),
]


class Schedule:
    """Ten-digit numbers on a day."""
    def __init__(self, path):
        self.rows = [r.split("\t") for r in path.read_text(encoding="utf-8").splitlines() if r[:4].isdigit()]
        self.memo = {}

    def numbers(self, day):
        if day not in self.memo:
            out = set()
            for line in self.rows:
                if not line[1] <= day < (line[2] or "9"):
                    continue
                for word in (line[7] if len(line) > 7 else "").split() or ["00"]:
                    found = re.fullmatch(r"(\d\d)(?::[^(]*)?(?:\((.*)\.\.(.*)\))?", word)
                    if found and (found[2] or "") <= day < (found[3] or "9"):
                        out.add(line[0].replace(".", "") + found[1])
            self.memo[day] = sorted(out)
        return self.memo[day]

    def under(self, code, day):
        low, _, high = code.partition("-")
        low, high = low.ljust(10, "0"), (high or low).ljust(10, "9")
        return {n for n in self.numbers(day) if low <= n <= high}


class Lists:
    def __init__(self, folder):
        self.lists = {}
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".law", ".list") and not {"cases", "doubtful"} & set(path.parts):
                self.read(path.read_text(encoding="utf-8"))

    def read(self, text):
        into = None
        for raw in text.splitlines():
            line = re.sub(r'"[^"]*"', "", re.sub(r"(^|\s)#.*", "", raw))
            words = line.replace(",", " ").split()
            if not words:
                continue
            if raw[0] not in " \t":
                into = self.lists.setdefault(words[1], []) if words[0] == "list" else None
            elif into is not None and words[0] in ("add", "drop"):
                since = words[words.index("from") + 1] if "from" in words else ""
                ends = [words.index(w) for w in ("from", "by", "known", "unconfirmed") if w in words]
                into.append((words[0], since, [words[1:min(ends, default=len(words))]]))
            elif into and re.match(r"[@\d]", words[0]):
                into[-1][2].append(words)

    def numbers(self, name, schedule, day):
        out = set()
        for verb, since, lines in self.lists[name]:
            if since > day:
                continue
            for words in lines:
                side, members, but = 0, set(), set()
                for word in words:
                    if word == "but":
                        side = 1
                    elif word[0] == "@":
                        (but if side else members).update(self.numbers(word[1:], schedule, day))
                    elif word[0].isdigit():
                        (but if side else members).update(schedule.under(word.replace(".", ""), day))
                out = out | members - but if verb == "add" else out - (members - but)
        return out


def theirs(folder, table):
    """Codes of a table, as digits, that count on the day."""
    lines = [x for x in (folder / table["file"]).read_text(encoding="utf-8-sig").splitlines() if x and x[0] != "#"]
    head = next(csv.reader(lines[:1]))
    body = lines if re.fullmatch(r"[\d.]+", head[0]) else lines[1:]
    for cells in csv.reader(body):
        said = dict(zip(head, cells))
        dated = [cells[i] if i is not None and cells[i] != "NA" else "" for i in (table["since"], table["until"])]
        if not all(said.get(k, "").startswith(v) if k == "list" and "/" not in v and table["file"].startswith(R) else said.get(k) == v
                   for k, v in table["keep"].items()):
            continue
        since = dated[0] or said.get("effective_date", "")
        if since not in ("", "NA") and since > table["day"] or dated[1] and dated[1] < table["day"]:
            continue
        code = re.sub(r"\D", "", cells[table["column"]])
        yield code.zfill(len(code) + len(code) % 2) if len(code) > 4 else code


def folded(numbers, schedule, day):
    """Eight digits where the whole line is there, else ten."""
    by_line = {}
    for n in numbers:
        by_line.setdefault(n[:8], []).append(n)
    for line, inside in sorted(by_line.items()):
        whole = len(inside) == len(schedule.under(line, day))
        for n in [line] if whole else sorted(inside):
            yield ".".join(filter(None, (n[:4], n[4:6], n[6:8], n[8:])))


def compare(table, folder, lists, schedule, everything):
    day = table["day"]
    mine = set().union(*(lists.numbers(n, schedule, day) for n in table["ours"]))
    codes = set(theirs(folder, table))
    known = {c: schedule.under(c, day) for c in codes}
    other = set().union(*known.values()) if known else set()
    gone = sorted(c for c in codes if not known[c])
    sides = [list(folded(x, schedule, day)) for x in (mine - other, other - mine)]
    print(f"{table['name']}, {table['file']}, {day}: {len(mine & other)} numbers on both, "
          f"only here {len(sides[0])}, only there {len(sides[1])}, no number of the day {len(gone)}")
    for words, codes in (("only here", sides[0]), ("only there", sides[1]), ("no number", gone)):
        shown = codes if everything else codes[:12]
        if shown:
            print(f"  {words}: {' '.join(shown)}{' …' if len(shown) < len(codes) else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--law", type=pathlib.Path, default=ROOT / "law")
    parser.add_argument("--all", action="store_true", help="every member that differs, not the first twelve")
    args = parser.parse_args()
    lists, schedule = Lists(args.law / "us"), Schedule(args.law / "us" / "schedule.tsv")
    for table in TABLES:
        if (args.folder / table["file"]).exists():
            compare(table, args.folder, lists, schedule, args.all)
        else:
            print(f"{table['name']}: no {table['file']}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
