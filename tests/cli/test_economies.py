#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""impost model as programs meet it: JSON, rows and pictures that can be read, a question of the law as outcomes, and that
threads change nothing."""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.dom.minidom

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("IMPOST", str(ROOT / "impost"))
ENVIRONMENT = dict(os.environ, IMPOST_LAW=str(ROOT / "law"))
results = {"passed": 0, "failed": 0}


def check(good, what):
    results["passed" if good else "failed"] += 1
    if not good:
        print("failed:", what)


def impost(*words):
    done = subprocess.run([PROGRAM, "model", *words], capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT)
    if done.returncode != 0:
        print(" ".join(words), done.stderr)
    check(done.returncode == 0, " ".join(words))
    return done.stdout


def refused(said, *words):
    done = subprocess.run([PROGRAM, "model", *words], capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT)
    check(done.returncode == 2 and said in done.stderr and done.stdout == "", f"refused: {said}: {done.stderr}")


def words_unheard():
    for word in ("--known=2025-10-26", "--on=2025-11-12", "--place=CN", "--basis=legal", "--if=us-cn.truce=lapsed"):
        refused(word[:word.index("=")] + " is of the law, and nothing is asked of it without --branch", "--shock", "us.china-100", word)
    for name, said in (("bars.png", "no such form is made here; there are text|json|csv|tsv|svg"), ("page.pdf", "no such form"), ("page.HTML", "no such form")):
        refused(said, "--shock", "us.china-100", "-o", name)
    refused('"trcue" is no outcome; there are truce, pledge-half', "--shock", "us.china-100", "--odds", "trcue=30%")
    refused("--odds stands more than once", "--shock", "us.china-100", "--odds", "truce=30%", "--odds", "truce=40%")
    refused("-O csv and -o x.json ask for two forms", "--shock", "us.china-100", "-O", "csv", "-o", "x.json")


def number(run, layer, outcome, region, metric):
    found = [n for n in run["numbers"] if (n["layer"], n["outcome"], n["region"], n["metric"]) == (layer, outcome, region, metric)]
    check(len(found) == 1, f"one {layer} {outcome} {region} {metric}")
    return found[0] if found else {"central": 0, "low": 0, "high": 0}


def the_shock():
    run = json.loads(impost("--shock", "us.china-100", "--draws", "60", "--json"))
    check(run["schema"] == "impost.model/1" and run["base_year"] == "2022", "schema and base year")
    check(run["not_in_it"] and run["notes"], "what is not in it")
    check(all({"layer", "unit", "against", "central"} <= set(n) for n in run["numbers"]), "every number has its layer and unit")
    check({n["layer"] for n in run["numbers"]} == {"accounting", "partial", "price-push", "long-run", "short-run"}, "all layers")
    for region in ("USA", "CHN"):
        income = number(run, "long-run", "us.china-100", region, "real-income")
        check(-0.02 < income["low"] <= income["central"] <= income["high"] < 0, f"{region} loses")
    made = {(n["region"], n["outcome"]): n for n in run["numbers"] if n["metric"] == "quantity-made" and n["sector"] == "SOY"}
    for region, sign in (("USA", -1), ("BRA", 1), ("ARG", 1)):
        half, none = (made[region, k] for k in ("pledge-half", "pledge-none"))
        check(0 < sign * half["central"] < sign * none["central"] < 0.4, f"soybeans of {region}: pledge kept, half kept, not kept")
        check(half["low"] < half["central"] < half["high"], f"a band of soybeans of {region}")
    check(made["BRA", "pledge-none"]["central"] > 0.01, "Brazil grows what China does not buy of the United States")
    duty = {o: number(run, "accounting", o, "USA", "duty")["central"] for o in ("truce", "us.china-100")}
    check(0 < duty["truce"] < duty["us.china-100"], "revenue of the United States on the first day")
    check(number(run, "partial", "us.china-100", "USA", "duty")["central"] < 0.2 * duty["us.china-100"], "and what is left of it once buyers switch")
    push = {n["metric"] + ": " + n["category"]: n["central"] for n in run["numbers"] if n["layer"] == "price-push" and n["outcome"] == "us.china-100"}
    check(0 < push["price-switched: all consumption"] < push["price-first: all consumption"] < 0.05, "all prices rise, less once buyers switch")
    check(push["price-switched: Televisions"] > 5 * push["price-switched: all consumption"], "televisions rise most")
    short = [n for n in run["numbers"] if n["layer"] == "short-run"]
    check(short and all(n["central"] < 0 for n in short if n["region"] == "USA"), "what is short stops something")
    beside = [n["central"] for n in run["numbers"] if n["metric"] == "real-income-of-shortage"]
    income = [n["central"] for n in short if n["region"] == "USA" and n["metric"] == "real-income"]
    check(len(beside) == len(income) == 1 and income[0] < beside[0], "the long run beside it says less")


def threads():
    one = impost("--shock", "us.china-100", "--draws", "40", "--jobs", "1", "-O", "csv", "--no-structures")
    many = impost("--shock", "us.china-100", "--draws", "40", "--jobs", "3", "-O", "csv", "--no-structures")
    other = impost("--shock", "us.china-100", "--draws", "40", "--seed", "2", "-O", "csv", "--no-structures")
    check(one == many, "threads change nothing")
    check(one != other, "another seed gives other draws")
    rows = list(csv.DictReader(io.StringIO(one)))
    check(len(rows) > 300 and all(row["layer"] and row["unit"] for row in rows), "rows with layer and unit")
    check({row["category"] for row in rows if row["metric"] == "price-first"} >= {"Televisions", "all consumption"}, "categories in a column of their own")
    check(not any(row["category"] for row in rows if row["layer"] != "price-push"), "and nothing else in it")
    said = [row["metric"] for row in rows if row["layer"] == "source"]
    check(any("base year 2022, elasticities gyy" in t for t in said) and any("outcome truce: " in t and "tariff into USA from CHN on goods plus 20%" in t for t in said),
          "what the rows rest on, and what each outcome is")
    check(any(row["layer"] == "not in it" and "services" in row["metric"] for row in rows), "what is not in the numbers stands among the rows")
    check(all(float(row["low"]) <= float(row["high"]) for row in rows if row["low"]), "bands in order")


def a_picture():
    with tempfile.TemporaryDirectory() as folder:
        name = pathlib.Path(folder, "bars.svg")
        impost("--shock", "us.china-100", "--draws", "20", "--no-structures", "-o", str(name))
        picture = xml.dom.minidom.parse(str(name))
        check(len(picture.getElementsByTagName("rect")) == 1 + 3 * 24, "a bar for each region and outcome")
        words = " ".join(t.firstChild.data for t in picture.getElementsByTagName("text"))
        check(all(f"real income, {k} against truce" in words for k in ("pledge-half", "pledge-none", "us.china-100")), "every outcome is drawn")
        check("Long run" in words and "not in it: policy on services" in words and "base year 2022" in words, "layer, base year, what is not in it")


def quotes_in_rows():
    with tempfile.TemporaryDirectory() as folder:
        shock = pathlib.Path(folder, "quoted.shock")
        shock.write_text('impost-shock 1\ntitle The "small" one, twice\nyear 2022\noutcome a\noutcome b odds 30%\ntariff into USA from CHN on SHIPS plus 2%\n')
        rows = list(csv.DictReader(io.StringIO(impost("--shock", str(shock), "--draws", "0", "--no-structures", "-O", "csv"))))
        check(any(row["metric"] == 'The "small" one, twice' for row in rows), "quotes and commas come back whole")
        check(any(row["metric"] == "outcome b: b; odds 30.0%; tariff into USA from CHN on SHIPS plus 2%" for row in rows), "odds stand among the rows")
        check(all(None not in row and None not in row.values() for row in rows), "every row has every column")


def small_effects():
    with tempfile.TemporaryDirectory() as folder:
        shock = pathlib.Path(folder, "small.shock")
        head = "impost-shock 1\ntitle Small\nyear 2022\noutcome a\noutcome b\n"
        shock.write_text(head + "tariff into EUR,DEU from CHN on SHIPS plus 2%\n")
        page = impost("--shock", str(shock), "--draws", "0")
        bars = [line.split() for line in page.split("Long run: real income, b")[1].split("\n\n")[0].splitlines() if "█" in line]
        check(bars and all(float(b[1]) != 0 for b in bars if "█" * 10 in b[2]), "a long bar has digits that are not zero")
        check("left out, no duty of United States moves" in page and "price-push" not in impost("--shock", str(shock), "--draws", "0", "--json"),
              "no table of prices in the United States for a duty of Europe")
        shock.write_text(head)
        page = impost("--shock", str(shock), "--draws", "0", "--no-structures")
        check("no region moves by as much as 0.0001%" in page and "█" not in page, "nothing is not drawn")


def pages():
    for width in ("40", "80", "96", "120"):
        page = impost("--shock", "us.china-100", "--draws", "30", "--width", width).splitlines()
        check(width == "40" or all(len(line) <= int(width) for line in page), f"a page of {width} columns")
        for layer in ("accounting", "partial equilibrium", "Price push", "Long run", "Short run"):
            check(layer in " ".join(" ".join(page).split()), f"{layer} is named")
    odds = json.loads(impost("--shock", "us.china-100", "--draws", "60", "--no-structures", "--odds", "us.china-100=30%,truce=50%,pledge-half=20%", "--json"))
    check(round(sum(o["odds"] for o in odds["outcomes"]), 9) == 1, "odds of one left out are the rest")
    done = subprocess.run([PROGRAM, "model", "--shock", "us.china-100", "--odds", "truce=30%"], capture_output=True, text=True, env=ENVIRONMENT)
    check(done.returncode == 2 and "no odds are said of" in done.stderr, "odds of one of four are refused")
    mixed = number(odds, "long-run", "by-odds", "USA", "real-income")["central"]
    parts = sum(o["odds"] * number(odds, "long-run", o["name"], "USA", "real-income")["central"] for o in odds["outcomes"][1:])
    check(abs(mixed - parts) < 1e-7, "the mix is by the odds")
    check(0.5 < number(odds, "long-run", "by-odds", "USA", "real-income-variance-by-outcome")["central"] < 1, "most of the spread is which outcome")


def a_question():
    words = ("--branch", "us-cn.framework", "--known", "2025-10-26", "--on", "2025-11-12", "--place", "CN", "--draws", "0",
             "--no-structures", "--json")
    run = json.loads(impost(*words))
    check([o["name"] for o in run["outcomes"]] == ["approved", "rejected"], "the answers are the outcomes")
    approved = number(run, "accounting", "approved", "USA", "average-duty")["central"]
    rejected = number(run, "accounting", "rejected", "USA", "average-duty")["central"]
    check(0.03 < approved < 0.12 and approved + 0.08 < rejected < 0.4, "the threat multiplies the average duty")
    check(number(run, "long-run", "rejected", "CHN", "real-income")["central"] < 0, "China loses")
    check(number(run, "long-run", "rejected", "VNM", "real-income")["central"] > 0, "Viet Nam gains")


def a_day_of_its_own():
    words = ("--branch", "us-cn.framework", "--known", "2025-10-26", "--place", "CN", "--draws", "0", "--no-structures", "--json")
    run = json.loads(impost(*words))
    check(any("goods entered 2025-11-11" in n for n in run["notes"]), "without a day, the first on which each answer has begun as a whole")
    check(number(run, "long-run", "rejected", "CHN", "real-income")["central"] < -1e-4, "and not zeros")
    refused("do not differ for goods entered 2025-10-26; they first differ on 2025-11-01, in full from 2025-11-11", *words, "--on", "2025-10-26")
    refused("no rate of --place differs between the answers", *words[:4], "--place", "Germany", "--on", "2025-11-12")
    early = json.loads(impost(*words, "--on", "2025-11-05"))
    check(any("from 2025-11-11 on it has" in n for n in early["notes"]), "a day on which one answer alone has begun is said")
    law = json.loads(impost(*words, "--on", "2025-11-12"))
    mean = number(law, "accounting", "rejected", "USA", "average-duty")["central"]
    check(number(law, "partial", "rejected", "USA", "average-duty")["central"] < mean, "the first day charges the mean of the rates")


def what_goes_along():
    day = ("--known", "2026-10-05", "--on", "2026-11-15", "--place", "CN", "--draws", "40", "--no-structures", "--json")
    run = json.loads(impost("--branch", "us.longer-truce", *day))
    notes = " ".join(run["notes"])
    check("the pledge us-cn.soybeans, at least 25 Mt" in notes and "is a floor in every outcome" in notes and "57.5%" in notes, "a pledge is a floor")
    check("us-cn.farm-goods" in notes and "is in no number" in notes, "a pledge that cannot be laid on the data is named")
    check("moves the fee us.ships, which is in no number" in notes and "moves the control us.affiliates" in notes, "fees and controls are named")
    soy = [n for n in run["numbers"] if n.get("sector") == "SOY" and n["metric"] == "quantity-into-CHN" and n["region"] == "USA"]
    check(len(soy) == 1 and abs(soy[0]["central"]) < 1e-3, "what the pledge holds does not move with the answer")
    other = impost("--branch", "us.longer-truce", *day, "--shock", str(ROOT / "tests/cli/longer-truce.shock"))
    check("us-cn.soybeans" in other and "floor in every outcome" not in other, "beside a shock nothing is said for it")
    linked = json.loads(impost("--branch", "us-cn.framework", "--known", "2025-10-26", "--on", "2025-11-12", "--place", "CN", "--draws", "0",
                               "--no-structures", "--json"))
    check("approved: us-cn.truce is extended, as it comes unless it is decided" in linked["notes"], "a question that goes along")
    approved, rejected = (number(linked, "accounting", k, "CHN", "average-duty")["central"] for k in ("approved", "rejected"))
    check(rejected > 2 * approved > 0, "China's suspension goes with the framework")
    decided = json.loads(impost("--branch", "us-cn.framework", "--known", "2025-10-26", "--on", "2025-11-12", "--place", "CN", "--draws", "0",
                                "--no-structures", "--json", "--if", "us-cn.truce=lapsed"))
    check(abs(number(decided, "accounting", "approved", "CHN", "average-duty")["central"] - rejected) < 1e-9, "unless it is decided")


def a_question_with_a_reply():
    words = ("--branch", "us-cn.framework", "--known", "2025-10-26", "--on", "2025-11-12", "--place", "CN", "--draws", "0",
             "--no-structures", "--json", "--shock", "us-cn.framework")
    run = json.loads(impost(*words))
    check(number(run, "accounting", "rejected", "CHN", "average-duty")["central"] > 0.03, "the reply is in it")
    check(any(n["layer"] == "short-run" for n in run["numbers"]), "so is what is short")
    law = json.loads(impost(*words[:-2]))
    kept = number(law, "accounting", "approved", "CHN", "average-duty")["central"]
    rejected = next(o for o in run["outcomes"] if o["name"] == "rejected")
    check("tariff into CHN from USA on goods plus 100%" in rejected["statements"] and "rates of the law" in rejected["title"], "what rejected holds is said")
    check(all(o["statements"] == [] for o in law["outcomes"]), "of the law alone there are no statements")
    check(any(n.startswith("law ") and "known 2025-10-26, entered 2025-11-12, basis collected" in n for n in law["notes"]), "which law, as of when")
    alone = impost("--shock", "us-cn.framework", "--draws", "0", "--no-structures")
    check("WARNING" in alone and "is only what is said besides the law" in " ".join(alone.split()), "a complement alone warns")
    check(not any("besides the law" in n for n in run["notes"]), "and does not beside its question")
    check(kept > 0.003, "what China's own law charges is in it without a shock")
    more = number(run, "accounting", "rejected", "CHN", "average-duty")["central"] - number(law, "accounting", "rejected", "CHN", "average-duty")["central"]
    check(0.03 < more < 0.08, "a shock adds to what the law charges")
    check(any("CHN" in n and "ordinary duty of China" in n for n in map(str, law["notes"])), "what its book leaves out is said")
    soy = [n["central"] for n in run["numbers"] if n.get("sector") == "SOY" and n["region"] == "USA" and n["metric"] == "quantity-into-CHN"]
    check(len(soy) == 1 and soy[0] < -0.9, "China buys hardly a soybean of the United States")


def soybeans_in_tonnes():
    words = ("--branch", "us-cn.framework", "--known", "2025-10-26", "--on", "2025-11-12", "--place", "CN", "--draws", "0", "--no-structures")
    for more in ((), ("--shock", "us-cn.framework")):
        run = json.loads(impost(*words, *more, "--json"))
        amount = {(n["outcome"], n["metric"]): n["central"] for n in run["numbers"] if n["metric"].startswith("amount-")}
        check(abs(amount["base year", "amount-of-counted"] - 28) < 1e-9, "28 Mt of the base year")
        for outcome in ("base year", "approved", "rejected"):
            parts = sum(amount[outcome, "amount-" + k] for k in ("of-counted", "of-others", "of-own"))
            check(abs(parts - amount[outcome, "amount-used"]) < 1e-6, f"where soybeans come from adds up, {outcome}")
        lost = amount["approved", "amount-of-counted"] - amount["rejected", "amount-of-counted"]
        check(lost > 0.5 and abs(amount["approved", "amount-made"] - amount["rejected", "amount-made"] - lost) < 0.25 * lost + 1, "what one buyer leaves is not made")
        check(any(n["unit"] == "Mt" for n in run["numbers"]) and any("land" in n for n in run["not_in_it"]), "its unit, and that no land is short")
    page = impost(*words)
    check("Soybeans, Mt a year" in page and "CHN buys of USA" in page and "456 million USD" in page, "soybeans in tonnes on the page of a question alone")
    none = impost("--shock", "us-cn.framework", "--draws", "0", "--no-structures")
    check("CHN buys of USA" in none, "and of a shock alone")


def other_data():
    with tempfile.TemporaryDirectory() as folder:
        shock = pathlib.Path(folder, "my.shock")
        shock.write_text("impost-shock 1\ntitle Mine\nyear 2019\noutcome a\noutcome b\n")
        done = subprocess.run([PROGRAM, "model", "--shock", str(shock)], capture_output=True, text=True, env=ENVIRONMENT)
        check(done.returncode == 2 and "base years are not mixed" in done.stderr, "two base years are refused")
        shock.write_text("impost-shock 1\ntitle Mine\nyear 2022\noutcome a\noutcome b\ntariff into USA from MARS on goods plus 5%\n")
        done = subprocess.run([PROGRAM, "model", "--shock", str(shock)], capture_output=True, text=True, env=ENVIRONMENT)
        check(done.returncode == 2 and "no region of the data: MARS" in done.stderr, "a wrong region is refused in words")
        for words, said in (("tariff into USA from CHN on CARS plus 5%", "no sector of the data: CARS"),
                            ("tariff into USA from CHN on VEHICLES plus -60%", "the base year charges"),
                            ("tariff into USA from USA on VEHICLES plus 6%", "is of trade at home"),
                            ("short into USA from CHN on ORES at 110%", "what arrives is 0 to 100%"),
                            ("short into USA from CHN on ORES at -10%", "what arrives is 0 to 100%"),
                            ("short into USA from * on goods at 10%", "more than 16 flows are short"),
                            ("ban into USA from CHN on goods charged 5%", "a word that is not for this statement")):
            shock.write_text("impost-shock 1\ntitle Mine\nyear 2022\noutcome a\noutcome b\n" + words + "\n")
            done = subprocess.run([PROGRAM, "model", "--shock", str(shock)], capture_output=True, text=True, env=ENVIRONMENT)
            check(done.returncode == 2 and said in done.stderr, said)
        world = pathlib.Path(folder, "my.model")
        world.write_text((ROOT / "model" / "world-2022.model").read_text().replace("flows SOY\nUSA ", "flows SOY\nUSA -", 1))
        done = subprocess.run([PROGRAM, "model", "--about-data", "--data", str(world)], capture_output=True, text=True, env=ENVIRONMENT)
        check(done.returncode == 1 and "SOY, from USA into USA is -" in done.stderr, "a bad cell is named")


def main():
    for test in (the_shock, words_unheard, threads, a_picture, small_effects, quotes_in_rows, pages, a_question, a_day_of_its_own, what_goes_along, a_question_with_a_reply, soybeans_in_tonnes, other_data):
        test()
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
