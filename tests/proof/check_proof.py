#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Redoes the proof of a bill from the text of the law. Shares no code with the program.

    check_proof.py PROOF.json LAW-FOLDER      exit 0 and "proof holds: N measures, M rows", else 1 and what is wrong

Assesses every line again, under every outcome of the open questions, from the text in the folder, then the fees of
each entry and the totals. Every word of the proof is compared; one it does not know is an error. See docs/proof.md."""
import datetime
import itertools
import json
import pathlib
import re
import sys
from fractions import Fraction
from types import SimpleNamespace as Thing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True
from law_text import Law, Wrong  # noqa: E402
from redo import Bill, cents, dollars, is_fee, money  # noqa: E402

KEYS = {  # of the objects whose parts are checked one by one; all others are worked out whole and compared
    "proof": "schema law known basis picked files lines entries totals",
    "line": "entry line code from on value status id given bills verdicts settled",
    "given": "into code value quantity unit quantity2 unit2 facts claims",
    "bill": "if prohibited low high void legal rows settled settled_low"}
VALUES = {"date": r"\d{4}-\d\d-\d\d", "money": r"\$?\d+(\.\d+)?", "part": r"\$?\d+(\.\d+)?%?", "share": r"\d+(\.\d+)?%?",
          "places": r"[A-Z]{2}(,[A-Z]{2})*"}


def same(what, said, found):
    if said != found or str(said) != str(found):
        raise Wrong(f"{what}: the proof says {said}, the law gives {found}")


def same_all(what, said, found):  # The same things in any order
    said, found = (sorted(json.dumps(x, sort_keys=True) for x in xs) for xs in (said, found))
    same(what, [x for x in said if said.count(x) > found.count(x)], [x for x in found if found.count(x) > said.count(x)])


def shape(kind, x):
    same(f"keys of a {kind}", sorted(x), sorted(KEYS[kind].split()))


def moment(text):  # A day, with an hour where the law splits it
    same("a day", True, bool(re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", text)))
    datetime.datetime.fromisoformat(text)


def span(low, high):
    return {"low": low, "high": high, "amount": low if low == high else None}


def check_facts(law, facts):
    for name, value in facts.items():
        fact = law.facts.get(name)
        form = "|".join(fact.words) if fact and fact.words else VALUES.get(fact.kind if fact else "", "yes|no")
        labels = (h.what for m in law.measures.values() for h in m.headings)
        symbols = (x for f in law.facts.values() for x in f.symbols)
        known = fact or name in labels or name.lower() in symbols or re.fullmatch(r"\d{4}(\.\d\d){2,3}", name)
        same(f"{name} is {value}, a fact of the law", True, bool(known and re.fullmatch(form, value)))


class Reading:  # A line as the proof states it, and what is found for it
    def __init__(self, law, proof, line):
        shape("line", line)
        shape("given", line["given"])
        given, code, day = line["given"], line["code"].replace(".", ""), line["on"]
        value = int(Fraction(re.sub(r"[$,]", "", given["value"])) + Fraction(1, 2))
        digits = re.sub(r"[. ]", "", given["code"])
        same("code", line["code"], ".".join(filter(None, [digits[:4], digits[4:6], digits[6:8], digits[8:]])))
        same("value, line", [line["value"], line["from"] in law.places, line["line"] > 0], [str(value), True, True])
        moment(day)
        hour = given["facts"].get("hour", day[11:] or "00:00")
        same("hour", True, re.fullmatch(r"\d?\d:\d\d", hour) is not None and day[11:] in ("", f"{hour:0>5}"))
        self.into, self.line, self.law, self.proof, self.value, self.quantities = given["into"] or law.home, line, law, proof, value, []
        held = self.into == law.home  # elsewhere no numbers are held: the one that was given is the number
        self.numbers = law.numbers(code, day[:10]) if held else [f"{code:0<10}"]
        same("into, its number, a whole value", [True, True, True], [self.into in law.entered, held or len(code) >= 6, held or Fraction(
            re.sub(r"[$,]", "", given["value"])) == value])
        units = ["", None] + ((held and law.tariff(code, day[:10])) or [""] * 4)[3].split(",")
        for count, unit in ((given[q], given[u]) for q, u in (("quantity", "unit"), ("quantity2", "unit2"))):
            same("unit", True, unit in (units if count else [None]))
            self.quantities += [(Fraction(count.replace(",", "")), unit or "")] if count else []
        self.facts = {re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1.\2.\3", c): "yes" for c in given["claims"]}
        self.facts.update({n: v for n, v in given["facts"].items() if n != "hour"})
        check_facts(law, self.facts)

    def assess(self, number, assumed, settled, legal=False, value=None):
        settled, on = dict(settled), self.line["on"]
        if "hour" in settled:  # of a day the law splits
            on = f"{on} {settled.pop('hour')}"
            moment(on)
        check_facts(self.law, settled)
        same("settled, though stated", [], [n for n in settled if n in self.facts])
        x = Thing(code=number, origin=self.line["from"], into=self.into, on=on, quantities=self.quantities,
                  value=self.value if value is None else value)
        legal = legal or self.proof["basis"] == "legal"
        return Bill(self.law, x, {**self.facts, **settled}, self.proof["known"], legal, assumed)


def check_bill(said, verdicts, assess):
    shape("bill", said)
    high, low, legal = assess(said["settled"]), assess(said["settled_low"]), assess(said["settled"], True)
    same("settled", sorted(said["settled"]), sorted(said["settled_low"]))
    same("refused, prohibited", [[], said["prohibited"]], [high.refused + low.refused, banned(high) or banned(low)])
    same("duty", [said["low"], said["high"]], [money(low.total), money(high.total)])
    first = verdicts is not None
    same_all("rows", said["rows"] if first else map(paid, said["rows"]), high.rows if first else map(paid, high.rows))
    same_all("verdicts", verdicts or [], high.verdicts * first)
    void = int(sum(Fraction(r["amount"]) for r in high.rows if r["void"]) * 100)
    found = [None, None] if said["settled"] else [money(void), money(legal.total)]
    same("void, legal", [said["void"], said["legal"]], found)
    return len(said["rows"]) * first


def banned(bill):
    return any(row["rate"] == "prohibited" for row in bill.rows)


def paid(row):
    return [row["measure"], row["heading"], row["amount"]]


def check_line(law, proof, line):
    reading, known, picked = Reading(law, proof, line), proof["known"], proof["picked"]
    outcomes = list(law.outcomes(law.hanging(reading.into), picked, known))
    verdicts = [{k: v[k] for k in v if k != "bill"} for v in line["verdicts"]]
    of = [v["bill"] for v in line["verdicts"]]
    if line["status"] == "refused":
        bills = [reading.assess(n, o, {}) for n in reading.numbers for o in outcomes]
        ids = [i for n in reading.numbers for o in outcomes for i in reading.assess(n, o, line["settled"]).refused]
        ids += [i for b in bills for i in b.refused] + ["refuse.ten-digits"] * (len({b.total for b in bills}) > 1)
        nothing = reading.into != law.home and not any(b.rows or b.refused for b in bills)  # no ordinary duty, and no other
        ids += ["refuse.not-encoded"] * nothing + [] if bills else [f"refuse.{why}" for why in ("unknown-code", "retired-code", "early-code", "special-chapter")]
        same("refused", [True, []], [line["id"] in ids, line["bills"]])
        told = bills and not nothing and line["id"] not in ("refuse.ten-digits", "refuse.parts", "refuse.fact")
        first = reading.assess(reading.numbers[0], outcomes[0], line["settled"]).verdicts if told else []
        same_all("verdicts", verdicts, first)
        same("bill of the verdicts", of, [0] * len(of))
        return len(verdicts), 0
    rows, seen = 0, []
    for number, outcome in itertools.product(reading.numbers, outcomes):
        (i,) = [i for i, b in enumerate(line["bills"]) if b["if"].items() <= outcome.items()]  # each outcome has one bill
        mine = None if i in seen else [v for v, bill in zip(verdicts, of) if bill == i]
        rows += check_bill(line["bills"][i], mine, lambda *a: reading.assess(number, outcome, *a))
        seen.append(i)
    same("bills", [list(range(len(line["bills"]))), []], [sorted(set(seen)), [i for i in of if i not in seen]])
    status = "prohibited" if any(b["prohibited"] for b in line["bills"]) else "ok" if all(b["low"] == b["high"] for b in line["bills"]) else "range"
    same("status, id, settled", [line["status"], line["id"], line["settled"]], [status, None, {}])
    return len(verdicts), rows


def fee(m, readings, picked):  # A fee of the entry, under every answer to what its conditions ask and nobody stated
    law, value, options, reached = readings[0].law, sum(r.value for r in readings), [], 0
    asked = {n: f.words for n, f in law.facts.items() if f.words and any(
        n in s.cond.split() for b in [m] + m.headings for s in [b] * (b is not m) + b.stmts)}
    tries = [(dict(zip(asked, words)), []) for words in itertools.product(*asked.values())]
    for r in readings:
        bill, left = r.assess(r.numbers[0], picked, {}, value=value), r.assess(r.numbers[0], picked, {}).left(m)
        if r.value and not left[1]:
            continue
        hits = [s for told, found in tries for s in [bill.fee(m, told)] if found.append((s, left)) or s]
        options += sorted((s for s in hits if s not in options), key=lambda s: -s.where["line"])
        reached += left[1] if hits else 0
    if not options:
        return None
    shown = next((s for s in reversed(options) if s.kind == "fee"), options[0])
    ends = []
    for _, found in tries if all(s.kind == "fee" for s in options) else ():
        due = [s for s, _ in found if s]
        sums = [(s, sum(v[end] for x, v in found if x is s)) for s in due for end in (0, 1)]
        ends += [cents(bill.amount(s.what, of)) if of else 0 for s, of in sums] or [0]
    ends = ends or [None]
    return {"name": m.name.split(".")[-1].upper(), "measure": m.name, "base": dollars(reached), **law.cited(shown),
            "rate": shown.what if shown.kind == "fee" else "not encoded",
            **span(*(None if x is None else money(x) for x in (min(ends), max(ends))))}


def check_entry(law, proof, entry):
    lines = [line for line in proof["lines"] if line["entry"] == entry["entry"]]
    readings = [Reading(law, proof, line) for line in lines if line["status"] != "refused"]
    same("numbers of the lines", len(lines), len({line["line"] for line in lines}))
    found = [fee(m, readings, proof["picked"]) for m in law.measures.values() if is_fee(m) and readings]
    banned = sum(line["status"] == "prohibited" for line in lines)
    same("entry", [sorted(entry), entry["left_out"], entry["prohibited"]],
         [["entry", "fees", "left_out", "prohibited"], len(lines) - len(readings), banned])
    same_all("fees", entry["fees"], [f for f in found if f])


def totals(proof):  # One of every combination of the answers the bills assume
    asked = {}
    for bill in (b for line in proof["lines"] for b in line["bills"]):
        for question, answer in bill["if"].items():
            asked.setdefault(question, {})[answer] = True
    fees = [f for e in proof["entries"] for f in e["fees"]]
    for answers in itertools.product(*asked.values()):
        outcome = dict(zip(asked, answers))
        fits = [b for line in proof["lines"] for b in line["bills"] if b["if"].items() <= outcome.items()]
        duty, fee = (span(*(sum(Fraction(x[end] or 0) for x in xs) for end in ("low", "high"))) for xs in (fits, fees))
        both = span(*(duty[end] + fee[end] for end in ("low", "high")))
        unknown = any(f["low"] is None for f in fees)
        if any(b["prohibited"] for b in fits):  # what may not enter has no sum
            yield {"if": outcome, **dict.fromkeys(("duty", "low", "high", "fees", "total", "total_low", "total_high"))}
            continue
        found = {"duty": duty["amount"], "low": duty["low"], "high": duty["high"], "fees": None if unknown else fee["amount"]}
        for key, end in (("total", "amount"), ("total_low", "low"), ("total_high", "high")):
            found[key] = None if unknown else both[end]
        yield {"if": outcome, **{k: None if x is None else money(int(x * 100)) for k, x in found.items()}}


def check(proof, folder):  # (measures, rows) of a proof that holds; raises Wrong
    law = Law(folder)
    shape("proof", proof)
    same("schema, digest of the law", [proof["schema"], proof["law"]], ["impost.proof/1", law.digest])
    same_all("files", proof["files"], law.files)
    moment(proof["known"])
    same("basis, picked", [True, True], [proof["basis"] in ("collected", "legal"), all(
        answer in law.questions[q].answers + ["stands"] for q, answer in proof["picked"].items())])
    same("entries", sorted(e["entry"] for e in proof["entries"]), sorted({line["entry"] for line in proof["lines"]}))
    counts = [check_line(law, proof, line) for line in proof["lines"]]
    for entry in proof["entries"]:
        check_entry(law, proof, entry)
    same_all("totals", proof["totals"], totals(proof))
    return [sum(count) for count in zip(*counts)]


if __name__ == "__main__":
    sys.excepthook = lambda kind, wrong, _: print(f"proof does not hold: {kind.__name__}: {wrong}", file=sys.stderr)
    print("proof holds: {} measures, {} rows".format(*check(json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2])))
