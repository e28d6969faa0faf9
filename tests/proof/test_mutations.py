#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The checker accepts the proofs of the program, and rejects every mutation of them and of the law they rest on.

Each proof accepted and each mutation rejected counts as a test. Every leaf of the proofs is spoilt in turn: by default
one of each kind and proof, with --all every one. A law that was changed gets its digests put right in
the proof, and a bill that was changed its sums: the words and the arithmetic alone must give it away."""
import copy
import functools
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import check_proof  # noqa: E402
import law_text  # noqa: E402
import redo  # noqa: E402

LINES = {
    "luggage as best known, partly void": "4202.92.31.31 CN 10000 --on 2025-11-12",
    "luggage, both outcomes": "4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26",
    "luggage, said and stands": "4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-31",
    "luggage, rejected picked": "4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26 --if us-cn.framework=rejected",
    "luggage, basis legal": "4202.92.31.31 CN 10000 --on 2026-02-21 --basis legal",
    "luggage at the peak": "4202.92.31.31 CN 10000 --on 2025-04-12",
    "luggage under Section 122": "4202.92.31.31 CN 9999 --on 2026-03-01",
    "luggage under forced labour": "4202.92.31.31 CN 9999 --on 2026-08-01",
    "eight digits": "4202.92.31 CN 10000 --on 2025-06-01",
    "baby clothes, half cents": "6111.20.60.20 CN 1113 --on 2025-06-01",
    "a crane or not, a range": "8426.19.00.00 SG 10000 --on 2025-11-09",
    "an exclusion claimed": "4202.92.31.20 CN 10000 --on 2025-12-01 --claim 9903.88.69",
    "an excluded number": "5603.93.00.90 CN 10000 --on 2025-07-01",
    "exclusions and the truce": "5603.93.00.90 CN 10000 --on 2026-12-01",
    "in transit in 2025": "9503.00.00.73 CN 10000 --on 2025-05-20 --fact loaded=2025-04-04",
    "in transit in 2019": "8501.40.20.40 CN 10000 --on 2019-06-10 --fact exported=2019-05-09",
    "the step put off": "4202.92.31.31 CN 10000 --on 2019-01-15 --known 2018-11-01",
    "Annex II": "3002.12.00.10 CN 10000 --on 2025-06-01",
    "a part-line of list 3": "9403.70.40.20 CN 10000 --on 2018-10-01",
    "honey, by weight": "0409.00.00.35 CN 4321 --on 2025-04-12 --quantity 1234kg",
    "mushrooms, compound": "0709.51.01.00 CN 3333 --on 2025-01-15 --quantity 1001kg",
    "American content": "9503.00.00.73 CN 10000 --on 2025-06-01 --claim 9903.01.34 --fact us-content=30%",
    "American components": "8501.10.40.40 CN 10000 --on 2025-06-01 --claim 9802.00.80 --fact us-components=40%",
    "a cap over the base duty": "8481.80.30.60 KR 9999 --on 2026-08-01",
    "note 31": "9018.31.00.80 CN 10000 --on 2025-06-01",
    "a claim of USMCA": "4202.92.31.31 MX 10000 --on 2026-08-01 --claim usmca",
    "column 2 and note 30": "4901.91.00.20 RU 10000 --on 2026-05-01",
    "a number that was renumbered": "8507.60.00.30 CN 10000 --on 2026-02-10 --claim 9903.94.06",
    "fees that hang on the type of the entry": "4202.92.31.31 CN 1000 --on 2026-11-12",
    "rates that the entry states": "8501.10.40.40 CN 9999 --on 2025-06-01 --fact ad-rate=265.79% --fact cvd-rate=0.125 --fact excise-tax=12.34",
    "fees by ocean": "9503.00.00.73 CN 200000 --on 2026-10-15 --fact mode=ocean",
    "prohibited": "2204.21.50 CA 10000 --on 2026-10-05 --quantity 1000liters",
    "a car within a quota or not": "8703.23.01.90 GB 40000 --on 2026-03-10",
    "soybeans into China": "1201.90 US 10000 --into CN --on 2025-04-11",
    "soybeans into China, points held off": "1201.90 US 9999 --into CN --on 2025-06-01",
    "soybeans into China, three questions": "1201.90 US 10000 --into CN --on 2025-11-12 --known 2025-10-26",
    "soybeans into China, an hour of Beijing": "1201.90 US 10000 --into CN --on 2025-11-10",
    "soybeans into China, the last day of a year": "1201.90 US 10000 --into CN --on 2026-11-10 --known 2026-09-01",
    "soybeans into China, list 1": "1201.90.10 US 10000 --into CN --on 2019-08-31",
    "chicken into China, on the way": "0207.14 US 10000 --into CN --on 2025-04-11 --fact loaded=2025-03-09",
    "a car into China, refused": "8703.23 US 10000 --into CN --on 2025-11-12",
    "not encoded, refused": "2804.61.00 CN 10000 --on 2026-12-05",
}
LISTS = {  # a list that would take the line out of the measure
    "us.ieepa.reciprocal": "us.ieepa.annex-2", "us.122": "us.122.aa-ii", "us.301.fl": "us.301.fl.52-b",
    "us.301.cn.list-1": "us.301.cn.vvv.i", "us.301.cn.list-3": "us.301.cn.vvv.iii", "us.301.cn.list-4a": "us.301.cn.vvv.iv"}


def ask(program, law, words):
    run = subprocess.run([program, "duty", *words.split(), "--law", str(law), "--proof"], capture_output=True, text=True)
    return json.loads(run.stdout) if run.stdout else {"schema": run.stderr}


# ---- mutations of the proof: each yields (name, proof) ---------------------------------------------------------------

def charged(bill):
    return [r for r in bill["rows"] if r["amount"] != "0.00"]


def money(text, more):
    cents = round(float(text) * 100) + more
    return f"{cents // 100}.{cents % 100:02}"


def pay(proof, bill, more):
    """Adds cents to the sums that hold a bill, so that they fit its rows."""
    for key in ("low", "high"):
        bill[key] = money(bill[key], more)
    for total in proof["totals"]:
        if bill["if"].items() <= total["if"].items() and total["low"]:  # what may not enter has no sum
            total["low"], total["high"] = money(total["low"], more), money(total["high"], more)


def changed(proof):
    """A copy to change, with its first line, its first bill and that bill's charged rows."""
    new = copy.deepcopy(proof)
    line = new["lines"][0]
    bill = line["bills"][0] if line["bills"] else {"rows": []}
    return new, line, bill, charged(bill)


def row_mutations(proof):
    for i, row in enumerate(changed(proof)[3]):
        new, line, bill, rows = changed(proof)
        bill["rows"].remove(rows[i])
        pay(new, bill, -round(float(row["amount"]) * 100))
        yield f"the row {row['heading']} left out", new
    if not changed(proof)[3]:
        return
    for name, key, change in (
            ("an amount changed", "amount", lambda t: money(t, 100)), ("a wrong base", "base", lambda t: str(float(t) + 1)),
            ("a known day altered", "known", lambda t: "2018-01-01"), ("a void flag flipped", "void", lambda t: not t),
            ("a pending flag flipped", "pending", lambda t: not t), ("another rate", "rate", lambda t: "1" + t),
            ("another act", "act", lambda t: "us.htsus" if t != "us.htsus" else "us.tftea"),
            ("another fraction", "numerator", lambda t: t + "1"), ("another rounding", "rounding", lambda t: "down")):
        new, line, bill, rows = changed(proof)
        rows[0][key] = change(rows[0][key])
        yield name, new
    new, line, bill, rows = changed(proof)
    rows[-1]["amount"] = money(rows[-1]["amount"], 1)
    pay(new, bill, 1)
    yield "a cent more, in the sums too", new
    new, line, bill, rows = changed(proof)
    rows[0]["where"]["line"] += 1
    yield "the statement moved by a line", new
    if len(rows) > 1:
        new, line, bill, rows = changed(proof)
        rows[0]["amount"], rows[1]["amount"] = money(rows[0]["amount"], 100), money(rows[1]["amount"], -100)
        yield "two amounts that cancel", new
    for i, row in enumerate(rows):
        if int(row["numerator"]) * 200 // int(row["denominator"]) % 2:
            new, line, bill, rows = changed(proof)
            rows[i]["amount"] = money(row["amount"], -1)
            pay(new, bill, -1)
            yield f"{row['heading']} rounded down", new


def verdict_mutations(proof):
    for word in sorted({v["verdict"] for v in proof["lines"][0]["verdicts"]}):
        for name in ("left out", "turned", "said of an older day"):
            new, line, bill, rows = changed(proof)
            v = next(v for v in line["verdicts"] if v["verdict"] == word)
            if name == "left out":
                line["verdicts"].remove(v)
            elif name == "turned":
                v["verdict"] = "silent" if word != "silent" else "applies"
            elif v["known"]:
                v["known"] = "2018-01-01"
            else:
                continue
            yield f"a verdict `{word}` {name}", new
    for key in ("from", "until", "member", "statement"):
        new, line, bill, rows = changed(proof)
        v = next((v for v in line["verdicts"] if v[key]), None)
        if v:
            v[key] = "2031-01-01" if key in ("from", "until") else dict(v[key], line=v[key]["line"] + 1)
            yield f"the `{key}` of a verdict", new


def outcome_mutations(proof):
    if len(proof["lines"][0]["bills"]) < 2:
        return
    new, line, bill, rows = changed(proof)
    first, second = line["bills"][:2]
    first["if"], second["if"] = second["if"], first["if"]
    yield "the outcomes swapped", new
    new, line, bill, rows = changed(proof)
    del line["bills"][1]
    line["verdicts"] = [v for v in line["verdicts"] if v["bill"] != 1]
    new["totals"] = new["totals"][:1]
    yield "an outcome left out", new
    new, line, bill, rows = changed(proof)
    del line["bills"][1]
    line["verdicts"] = [v for v in line["verdicts"] if v["bill"] != 1]
    line["bills"][0]["if"], new["totals"] = {}, [dict(new["totals"][0], **{"if": {}})]
    yield "one outcome given for both", new


# ---- every leaf ------------------------------------------------------------------------------------------------------

LABELS = {  # leaves that may be anything of their kind, and why
    ("lines", "line"): "the number of the line in its file: it names the line, nothing follows from it"}
ASKED = {  # leaves that ask: another well-formed word is another question, whose proof may read the same
    ("known",), ("basis",), ("picked",), ("lines", "on"), ("lines", "from"), ("lines", "given"), ("lines", "line"),
    ("lines", "bills", "settled"), ("lines", "bills", "settled_low"), ("lines", "settled")}


def leaves(x, path=()):
    """The way to every value that holds no other; empty ones too."""
    inside = x.items() if isinstance(x, dict) else enumerate(x) if isinstance(x, list) else ()
    if not inside or not x:
        yield path
    for key, value in inside:
        yield from leaves(value, path + (key,))


def kind_of(path):
    return tuple(key for key in path if isinstance(key, str))


def spoilt(value, path):
    """Words in place of a value: what is no word of its kind, and another number or day of its kind."""
    empty = {dict: {"x": "x"}, list: ["x"], type(None): "x"}
    if isinstance(value, bool):
        return [not value, int(value)]
    if isinstance(value, int):
        return [] if kind_of(path) in LABELS else [value + 1]
    if not isinstance(value, str):
        return [empty[type(value)]]
    other = re.sub(r"\d(?=\D*$)", lambda m: str((int(m[0]) + 1) % 10), value)
    asks = any(kind_of(path)[:n] in ASKED for n in range(1, 4))
    return [value + "x"] if asks else [value + "x", None] + [other] * (other != value)


def leaf_mutations(proof, everything, turn):
    """Changes the proof itself and puts it back: a copy of each would take most of the time."""
    kinds = {}
    for path in leaves(proof):
        kinds.setdefault(kind_of(path), []).append(path)
    for paths in kinds.values():
        for path in paths if everything else [paths[turn % len(paths)]]:
            holder = functools.reduce(lambda x, key: x[key], path[:-1], proof)
            old = holder[path[-1]]
            for new in spoilt(old, path):
                holder[path[-1]] = new
                yield f"{'/'.join(map(str, path))}: {json.dumps(old)} made {json.dumps(new)}", proof
            holder[path[-1]] = old


def field_mutations(proof):
    """The edits a reviewer once saw accepted, and words that were taken out of the proof put back."""
    def edit(*steps):
        new = copy.deepcopy(proof)
        holder = functools.reduce(lambda x, key: x[key], steps[:-2], new)
        holder[steps[-2]] = steps[-1]
        return new
    fees = proof["entries"][0]["fees"]
    for i, fee in enumerate(fees):
        yield f"the fee {fee['name']} changed", edit("entries", 0, "fees", i, dict(fee, low="99.99", high="99.99", amount="99.99"))
        yield f"the fee {fee['name']} left out", edit("entries", 0, "fees", fees[:i] + fees[i + 1:])
        yield f"another act of the fee {fee['name']}", edit("entries", 0, "fees", i, "act", "us.htsus")
        yield f"another line of the fee {fee['name']}", edit("entries", 0, "fees", i, "where", "line", 1)
    if fees:
        yield "no fees", edit("entries", 0, "fees", [])
    yield "no entries", edit("entries", [])
    yield "no totals", edit("totals", [])
    yield "another basis", edit("basis", "banana")
    yield "another duty in all", edit("totals", 0, "duty", "1.00")
    yield "a horizon", edit("horizon", "1999-01-01")
    yield "a known day that is none", edit("known", proof["known"] + "x")
    yield "a day that is none", edit("lines", 0, "on", "garbage")
    for word in ("ok", "range", "refused", "prohibited", "banana"):
        if word != proof["lines"][0]["status"]:
            yield f"the status {word}", edit("lines", 0, "status", word)
    yield "a reason", edit("lines", 0, "reason", "because")
    yield "another place of entry", edit("lines", 0, "given", "into", "US" if proof["lines"][0]["given"]["into"] else "CN")
    yield "another code given", edit("lines", 0, "given", "code", "0101.21.00.10")
    yield "another value given", edit("lines", 0, "given", "value", "1")
    yield "a fact nobody knows", edit("lines", 0, "given", "facts", "colour", "red")
    yield "a verdict with words", edit("lines", 0, "verdicts", 0, "why", "because")
    for i, v in enumerate(proof["lines"][0]["verdicts"]):
        if v["member_text"]:
            yield "another text of a member", edit("lines", 0, "verdicts", i, "member_text", "all")
            break
    for i, bill in enumerate(proof["lines"][0]["bills"]):
        yield "a ban or none", edit("lines", 0, "bills", i, "prohibited", not bill["prohibited"])
        for key, word in (("exact", "777"), ("cite", "1 FR 1"), ("source", "report"), ("act", "us.htsus"), ("by", "us.122"),
                          ("until", "2031-01-01"), ("status", "suspended"), ("why", "because")):
            if bill["rows"] and bill["rows"][0].get(key) != word:
                yield f"a row with {key} {word}", edit("lines", 0, "bills", i, "rows", 0, key, word)


# ---- mutations of the law: each yields (name, file, new text) --------------------------------------------------------

def edit_line(law, where, change):
    lines = (law / where["file"]).read_text().split("\n")
    lines[where["line"] - 1] = change(lines[where["line"] - 1])
    return where["file"], "\n".join(lines)


def digit(text):
    """Another digit for the last one of the first number."""
    return re.sub(r"(\d)(?=%|c/|/)", lambda m: str((int(m[1]) + 1) % 10), text, count=1)


def law_mutations(proof, law):
    line = proof["lines"][0]
    code, rows = line["code"][:10], charged(line["bills"][0]) if line["bills"] else []
    for row in rows[:3]:
        if row["heading"] in ("general", "special", "column-2"):
            text = (law / "us/schedule.tsv").read_text()
            old = next(r for r in text.split("\n") if r.startswith(code + "\t"))
            cells = [digit(c) if c == row["rate"] else c for c in old.split("\t")]
            yield f"a digit of the base rate {row['rate']}", "us/schedule.tsv", text.replace(old, "\t".join(cells))
            continue
        yield f"a digit of {row['heading']}", *edit_line(law, row["where"], digit)
        yield f"the day of {row['heading']} put off", *edit_line(
            law, row["where"], lambda t: re.sub(r"from \d{4}-(\d\d-\d\d)", r"from 2031-\1", t, count=1))
        file, at = next((p, m) for p in sorted(law.rglob("*.law")) for m in [re.search(
            rf"^act {re.escape(row['act'])}\n(?:  .*\n)*?  (?:signed|known|published) +(\d{{4}})", p.read_text(), re.M)] if m)
        text = file.read_text()
        yield f"the day of {row['act']} put off", str(file.relative_to(law)), text[:at.start(1)] + "2031" + text[at.end(1):]
    for verdict in line["verdicts"]:
        if verdict["member"] and verdict["member"]["file"].endswith((".list", "cn/duties.law")) and verdict["verdict"] in (
                "applies", "relieves", "exempt", "refused", "yields"):
            found = re.search(r"\b" + re.escape(code) + r"[\d.]*(-[\d.]+)?", verdict["member_text"])
            if found:
                yield f"the member {found[0]} of {verdict['measure']} removed", *edit_line(
                    law, verdict["member"], lambda t: re.sub(r"(?<![\d.])" + re.escape(found[0]) + r"(?![\d.-])", "0101.21.00", t))
        excluded = line["on"] >= "2024-06-15" and line["status"] != "refused"  # since then the lists answer to exclusions
        if verdict["measure"] in LISTS and verdict["verdict"] == "applies" and excluded:
            name = LISTS[verdict["measure"]]
            file = next(p for p in law.rglob("*.list") if f"list {name}\n" in p.read_text())
            text = re.sub(rf"(list {re.escape(name)}\n(?:  (?!add).*\n)*  add.*\n)", rf"\1    {line['code']}\n", file.read_text(), count=1)
            yield f"the line added to {name}", str(file.relative_to(law)), text


def foreign_mutations(proof, law):
    """Of entries into another place: points held off, the last day of them, whose entries a measure is of."""
    line = proof["lines"][0]
    if not line["given"]["into"] or line["status"] == "refused":
        return
    for v in (v for v in line["verdicts"] if v["verdict"] == "applies"):
        lines = (law / v["where"]["file"]).read_text().split("\n")
        for i in range(v["where"]["line"], lines.index("", v["where"]["line"])):
            held = re.match(r"  suspended \d+%  from ([\d-]+)( [\d:]+)? (until|through) ([\d-]+)", lines[i])
            if lines[i].startswith("  into "):
                yield f"{v['measure']} into US", *edit_line(
                    law, {"file": v["where"]["file"], "line": i + 1}, lambda t: t.replace("CN", "US"))
            elif held and held[1] < line["on"][:10] <= held[4] and " if " not in lines[i] + lines[i + 1]:
                where = {"file": v["where"]["file"], "line": i + 1}
                yield "a point more held off", *edit_line(law, where, lambda t: t.replace("24%", "25%"))
                if held[3] == "through" and held[4] == line["on"][:10]:
                    yield "a day less held off", *edit_line(law, where, lambda t: t.replace("through", "until"))


def resign(proof, law):
    new = copy.deepcopy(proof)
    total = hashlib.sha256()
    for entry in new["files"]:
        data = (law / entry["file"]).read_bytes()
        entry["sha256"] = hashlib.sha256(data).hexdigest()
        if not entry["file"].endswith(".tsv"):
            total.update(f"{entry['file']}\0{len(data)}\0".encode() + data)
    new["law"] = law_text.stamp(total.hexdigest(), [(p, (law / p).read_bytes()) for p in sorted(law_text.TABLES)])
    return new


# ---- the run ---------------------------------------------------------------------------------------------------------

members_once = functools.lru_cache(maxsize=None)(law_text.members)
redo.members = law_text.members = lambda words, file: members_once(tuple(words), file)
READ, BILL = law_text.Law, redo.Bill
laws, bills = {}, {}  # of the law as it stands: what the mutations of proofs are held against is worked out once
law_text.blocks = functools.lru_cache(maxsize=None)(law_text.blocks)


def law_once(folder):
    if folder not in laws:
        laws[folder] = READ(folder)
    return laws[folder]


def bill_once(law, *asked):
    key = repr(asked)
    if key not in bills:
        bills[key] = BILL(law, *asked)
    return bills[key]


def verdict(proof, law, changed_law):
    """None when the checker accepts, else what it says."""
    check_proof.Law, check_proof.Bill = (READ, BILL) if changed_law else (law_once, bill_once)
    try:
        check_proof.check(proof, law)
    except Exception as wrong:  # whatever the checker stumbles over is a rejection, as in the program
        return f"{type(wrong).__name__}: {wrong}"
    return None


def main():
    program = os.environ.get("IMPOST", str(ROOT / "impost"))
    counts = {"accepted": 0, "proof": 0, "leaf": 0, "law": 0, "digest": 0}
    failures, everything = [], "--all" in sys.argv[1:]

    def expect(what, kind, rejected, proof, law):
        wrong = verdict(proof, law, kind in ("law", "digest"))
        counts[kind] += 1
        if (wrong is not None) != rejected:
            failures.append(what)
            print(f"FAILED {what}: " + (f"not accepted: {wrong[:1000]}" if wrong else "not rejected"))

    with tempfile.TemporaryDirectory() as folder:
        law = pathlib.Path(folder) / "law"
        shutil.copytree(ROOT / "law", law)
        for turn, (name, words) in enumerate(LINES.items()):
            proof = ask(program, law, words)
            expect(f"{name}: the proof", "accepted", False, proof, law)
            if failures and failures[-1].startswith(f"{name}: the proof"):
                continue
            for mutations in (row_mutations, verdict_mutations, outcome_mutations, field_mutations):
                for what, new in mutations(proof):
                    expect(f"{name}: {what}", "proof", True, new, law)
            for what, new in leaf_mutations(proof, everything, turn):
                expect(f"{name}: {what}", "leaf", True, new, law)
            for number, (what, file, text) in enumerate([*law_mutations(proof, law), *foreign_mutations(proof, law)]):
                old = (law / file).read_bytes()
                if old == text.encode():
                    failures.append(f"{name}: {what}")
                    print(f"FAILED {name}: {what}: the mutation changes nothing")
                (law / file).write_text(text)
                expect(f"{name}: {what}", "law", True, resign(proof, law), law)
                if number == 0:
                    expect(f"{name}: {what}, old digests", "digest", True, proof, law)
                (law / file).write_bytes(old)
        expect("the law put back", "accepted", False, proof, law)
    total = sum(counts.values())
    print(", ".join(f"{n} {kind}" for kind, n in counts.items()))
    print(f"{total - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
