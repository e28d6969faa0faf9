#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One small world written in the three forms that tools/import-model.py reads: each becomes the same base year, and the
program solves it."""
import csv
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("IMPOST", str(ROOT / "impost"))
COUNTRIES, SECTORS, FINALS = ["AAA", "BBB", "CCC"], ["A01_02", "C10"], ["HFCE", "INVNT"]
results = {"passed": 0, "failed": 0}


def check(good, what):
    results["passed" if good else "failed"] += 1
    if not good:
        print("failed:", what)


def draw():
    """[seller country, sector][buyer country, user or final]."""
    dice, table = random.Random(7), {}
    for of in COUNTRIES:
        for sector in SECTORS:
            for to in COUNTRIES:
                for user in SECTORS:
                    table[of, sector, to, user] = round(dice.uniform(8, 20) if of == to else dice.uniform(.5, 3), 3)
                table[of, sector, to, "HFCE"] = round(dice.uniform(60, 90) if of == to else dice.uniform(3, 9), 3)
                table[of, sector, to, "INVNT"] = round(dice.uniform(-1, 1), 3)
    return table


def write_icio(table, path):
    columns = [(c, s) for c in COUNTRIES for s in SECTORS] + [(c, f) for c in COUNTRIES for f in FINALS]
    with open(path, "w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["V1"] + [f"{c}_{s}" for c, s in columns] + ["OUT"])
        for of in COUNTRIES:
            for sector in SECTORS:
                cells = [table[of, sector, c, s] for c, s in columns]
                rows.writerow([f"{of}_{sector}"] + cells + [sum(cells)])
        for total in ("TLS", "VA", "OUT"):
            rows.writerow([total] + [1] * (len(columns) + 1))


def write_wiod(table, path):
    users = SECTORS + FINALS
    with open(path, "w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["IndustryCode", "IndustryDescription", "Country", "RNr", "Year", "TOT"]
                      + [f"v{c}{k + 1}" for c in COUNTRIES for k in range(len(users))])
        for of in COUNTRIES:
            for number, sector in enumerate(SECTORS, 1):
                rows.writerow([sector, "words, with a comma", of, number, 2014, 0] + [table[of, sector, c, u] for c in COUNTRIES for u in users])
        rows.writerow(["VA", "value added", "TOT", 70, 2014, 0] + [1] * (len(COUNTRIES) * len(users)))


def write_long(table, path):
    clip = {key: max(value, 0) for key, value in table.items()}
    flow = {(s, to, of): sum(v for (o, k, t, _), v in clip.items() if (o, k, t) == (of, s, to)) for s in SECTORS for to in COUNTRIES for of in COUNTRIES}
    made = {(of, s): sum(flow[s, to, of] for to in COUNTRIES) for of in COUNTRIES for s in SECTORS}
    with open(path, "w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["what", "region", "partner", "sector", "input", "value"])
        for (s, to, of), value in flow.items():
            rows.writerow(["flow", to, of, s, "", value])
        for n in COUNTRIES:
            for j in SECTORS:
                for k in SECTORS:
                    used = sum(clip[of, k, n, j] for of in COUNTRIES)
                    rows.writerow(["input", n, "", j, k, used / made[n, j]])
        for s in SECTORS:
            rows.writerow(["elasticity", "u4", "", s, "", 4])


def bring_in(form, path, out, *more):
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "import-model.py"), form, str(path), "--year", "2020", "-o", str(out), *more],
                          capture_output=True, text=True, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
    check(done.returncode == 0, f"{form}: {done.stderr}")
    return out.read_text() if done.returncode == 0 else ""


def solve(folder, data):
    shock = pathlib.Path(folder, "my.shock")
    shock.write_text("impost-shock 1\ntitle Mine\nyear 2020\noutcome a\noutcome b\ntariff into AAA from BBB on * plus 30%\n")
    done = subprocess.run([PROGRAM, "model", "--data", str(data), "--shock", str(shock), "--draws", "0", "--no-structures", "--json"],
                          capture_output=True, text=True)
    check(done.returncode == 0, done.stderr)
    run = json.loads(done.stdout or '{"numbers": []}')
    return {(n["region"], n["metric"]): n["central"] for n in run["numbers"] if n["layer"] == "long-run"}


def main():
    table = draw()
    with tempfile.TemporaryDirectory() as folder:
        answers = []
        for form, write in (("icio", write_icio), ("wiod", write_wiod), ("long", write_long)):
            source, out = pathlib.Path(folder, f"{form}.csv"), pathlib.Path(folder, f"{form}.model")
            write(table, source)
            text = bring_in(form, source, out)
            check("flows A01_02" in text and "inputs CCC" in text, f"{form}: blocks")
            check(form == "long" or "negative entries" in text, f"{form}: stocks sold are counted")
            answers.append(solve(folder, out))
        check(answers[0] and answers[0][("BBB", "real-income")] < 0, "the one that is hit loses")
        for answer in answers[1:]:
            check(all(abs(answer[k] - answers[0][k]) < 1e-6 for k in answers[0]), "every form gives the same world")
        groups = pathlib.Path(folder, "groups")
        groups.write_text("BBB=REST\nCCC=REST\n")
        text = bring_in("icio", pathlib.Path(folder, "icio.csv"), pathlib.Path(folder, "grouped.model"), "--regions", str(groups))
        check(text.count("\nregion ") == 2 and "region REST" in text, "regions are put together")
        bad = pathlib.Path(folder, "bad.csv")
        bad.write_text("what,region,partner,sector,input,value\nflow,AAA,BBB,X,,ten\n")
        done = subprocess.run([sys.executable, str(ROOT / "tools" / "import-model.py"), "long", str(bad), "--year", "1", "-o", str(bad)], capture_output=True, text=True)
        check(done.returncode != 0 and "bad.csv:2: not a number: ten" in done.stderr, "a bad number is told by line")
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
