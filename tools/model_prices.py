# SPDX-License-Identifier: Apache-2.0
"""What consumers of the United States pay when imports get dearer: the detailed tables of the Bureau of Economic Analysis.

Of each commodity: its sector in the base year's terms, how much of what consumers buy of it is imported, and what a dollar
of its making takes of domestic and imported commodities. Of each category of consumption: what purchasers pay, and the
producers' value of each commodity in it; the rest is trade and transport. Shares below LEAST are left out and counted."""
import collections
import csv
import gzip

from model_text import places, short

LEAST = 0.0008


def rows(folder, name):
    with gzip.open(folder / f"{name}.csv.gz", "rt") as text:
        return list(csv.DictReader(text))


# Longest beginning of a commodity's number; what is in none is not of goods.
SECTORS = {"1111A0": "SOY", "11": "CROPS", "113": "FOREST", "114": "FOREST", "211": "ENERGY", "2121": "ENERGY", "212": "ORES",
           "311": "FOOD", "312": "FOOD", "313": "TEXTILES", "314": "TEXTILES", "315": "TEXTILES", "316": "TEXTILES", "321": "WOOD",
           "322": "PAPER", "323": "PAPER", "324": "FUELS", "325": "CHEMICALS", "3254": "PHARMA", "326": "PLASTICS", "327": "MINERALS",
           "331": "STEEL", "3313": "METALS", "33131": "METALS", "3314": "METALS", "33152": "METALS", "332": "METALWARE",
           "333": "MACHINES", "334": "ELECTRONICS", "335": "ELECTRICAL", "336": "VEHICLES", "3364": "TRANSPORT", "3365": "TRANSPORT",
           "3366": "SHIPS", "3369": "TRANSPORT", "337": "OTHER", "339": "OTHER"}


def sector_of(code):
    return next((SECTORS[code[:n]] for n in range(6, 1, -1) if code[:n] in SECTORS), "-")


def coefficients(folder, name, output):
    """(user, input) to dollars for each dollar of the user's output."""
    out = {}
    for line in rows(folder, name):
        for user, value in line.items():
            if user != "bea_code" and value not in ("", "0") and output.get(user, 0) > 0:
                out[user, line["bea_code"]] = float(value) / output[user]
    return out


def use_lines(word, table, codes):
    lines, kept, all_of = [], 0.0, 0.0
    by_user = collections.defaultdict(list)
    for (user, code), share in table.items():
        all_of += abs(share)
        if user in codes and code in codes and abs(share) >= LEAST:
            by_user[user].append((code, share))
            kept += abs(share)
    for user in codes:
        if by_user[user]:
            lines.append(f"{word} {user} " + " ".join(f"{c}:{places(s, 4)}" for c, s in sorted(by_user[user])))
    return lines, kept / all_of


def categories(folder, codes):
    out = collections.OrderedDict()
    for line in rows(folder, "pce_bridge"):
        key = (line["nipa_line"], line["pce_category"])
        entry = out.setdefault(key, [0.0, collections.defaultdict(float)])
        entry[0] += float(line["purchasers_value"])
        if line["bea_code"] in codes:
            entry[1][line["bea_code"]] += float(line["producers_value"])
    for (number, title), (paid, parts) in out.items():
        if paid > 0:
            yield f"category {number} {short(paid, 6)} " + " ".join(f"{c}:{short(v, 5)}" for c, v in sorted(parts.items()) if v) + f" = {title}"


def prices(folder, out):
    output = {r["bea_code"]: float(r["output"]) for r in rows(folder, "bea_industry_output")}
    totals = {r["bea_code"]: (float(r["import_total"]), float(r["domestic_total"])) for r in rows(folder, "bea_commodity_use_totals")}
    codes = [c for c in totals if c in output]
    home, abroad = coefficients(folder, "bea_use_domestic", output), coefficients(folder, "bea_use_import", output)
    spent = collections.defaultdict(float)
    for table in (home, abroad):
        for (user, _), share in table.items():
            spent[user] += abs(share)
    scaled = sorted(user for user in spent if spent[user] > 1)  # losses, or output not measured at a price
    for table in (home, abroad):
        for user, code in table:
            table[user, code] /= max(1.0, spent[user])
    domestic, kept = use_lines("domestic", home, set(codes))
    imported, kept_imported = use_lines("imported", abroad, set(codes))
    lines = ["impost-prices 1", "# made by tools/make-model-data.py", "region USA", "year 2017",
             "source input-output tables and bridge to personal consumption, 402 commodities, benchmark of 2017: Bureau of Economic Analysis",
             "licence public domain (United States government)",
             f"note inputs below {100 * LEAST:.2f}% of a maker's output are left out: {100 * (1 - kept):.1f}% of domestic and "
             f"{100 * (1 - kept_imported):.1f}% of imported inputs; "
             f"inputs of {', '.join(scaled)} cost more than what is made and were scaled to it"]
    for code in codes:
        imports, home = totals[code]
        share = imports / (imports + home) if imports + home > 0 else 0
        lines.append(f"commodity {code} {sector_of(code)} {places(max(share, 0), 4)}")
    lines += domestic + imported + list(categories(folder, set(codes)))
    open(f"{out}.prices", "w", encoding="utf-8").write("\n".join(lines) + "\n")
