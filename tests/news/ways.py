#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ordinary ways of saying of ways.txt, each in the ordinary ways to wrap a clause, and how many are read; so too the paragraphs of
paragraphs.txt, which carry it over several sentences.

    tests/news/ways.py [--impost PROGRAM] [--kind K] [--status S] [--context C] [--frame N] [--failures] [--list]

A cell is one frame in one context, with governments, goods, rates and days that go round. It is right when all it gives is read and
nothing else; wrong when anything else is read; missing when less is read. --failures prints the text of the cells that are not right,
with what they give and what was read, the contexts a frame fails in together. --list prints the frames and contexts.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DAY = "2025-11-18"  # a Tuesday

# Code: names, whose, adjective before its measure, adjective before its goods, who speaks, how he is introduced, beside its name.
SIDES = {
    "us": (("the United States", "Washington", "the US"), ("Washington's", "America's"), ("US", "American"), "American", "Jamieson Greer",
           "U.S. Trade Representative Jamieson Greer", "the world's largest economy"),
    "cn": (("China", "Beijing"), ("China's", "Beijing's"), ("Chinese",), "Chinese", "Wang Wentao", "Commerce Minister Wang Wentao",
           "the world's second-largest economy"),
    "eu": (("the European Union", "Brussels"), ("the EU's", "Brussels'"), ("EU", "European"), "European", "Maros Sefcovic",
           "EU trade chief Maros Sefcovic", "a bloc of 27 countries"),
    "ca": (("Canada", "Ottawa"), ("Canada's", "Ottawa's"), ("Canadian",), "Canadian", "Dominic LeBlanc",
           "Canada's trade minister Dominic LeBlanc", "a member of the Group of Seven"),
    "jp": (("Japan", "Tokyo"), ("Japan's", "Tokyo's"), ("Japanese",), "Japanese", "Ryosei Akazawa",
           "Japan's trade minister Ryosei Akazawa", "a member of the Group of Seven"),
    "in": (("India", "New Delhi"), ("India's", "New Delhi's"), ("Indian",), "Indian", "Piyush Goyal",
           "Indian Commerce Minister Piyush Goyal", "the world's most populous nation"),
    "kr": (("South Korea", "Seoul"), ("South Korea's", "Seoul's"), ("South Korean", "Korean"), "Korean", "Kim Jung-kwan",
           "South Korean Industry Minister Kim Jung-kwan", "Asia's fourth-largest economy"),
    "br": (("Brazil", "Brasilia"), ("Brazil's", "Brasilia's"), ("Brazilian",), "Brazilian", "Geraldo Alckmin",
           "Brazil's Vice President Geraldo Alckmin", "Latin America's largest economy"),
    "mx": (("Mexico", "Mexico City"), ("Mexico's", "Mexico City's"), ("Mexican",), "Mexican", "Marcelo Ebrard",
           "Mexican Economy Minister Marcelo Ebrard", "Latin America's second-largest economy"),
    "ch": (("Switzerland", "Bern"), ("Switzerland's", "Bern's"), ("Swiss",), "Swiss", "Guy Parmelin",
           "Swiss Economy Minister Guy Parmelin", "home to Nestle and Novartis"),
    "gb": (("Britain", "London"), ("Britain's", "London's"), ("British",), "British", "Peter Kyle",
           "British trade minister Peter Kyle", "a member of the Group of Seven"),
}
FIELDS = ("measure", "status", "number", "from", "to", "if")
ORDER = ("us", "cn", "eu", "br", "ca", "ch", "gb", "in", "jp", "kr", "mx")  # which of a pair stands first in its key
PAIRS = "us-ca ca-us us-in eu-us us-ch in-us us-kr cn-ca br-us us-mx mx-cn us-br us-eu cn-us us-jp gb-in".split()
GOODS = ("goods", "steel", "cars", "wine", "copper", "goods", "furniture", "machinery", "coffee", "goods", "textiles")
RATES = ("25", "15", "50", "10", "35", "20", "30")
HIGHER = {"10": "25", "15": "39", "20": "40", "25": "50", "30": "55", "35": "60", "50": "75"}
PAST = (("November 3", "2025-11-03"), ("Oct. 20", "2025-10-20"), ("Monday", "2025-11-17"), ("August 7", "2025-08-07"), ("Friday", "2025-11-14"))
FUTURE = (("December 1", "2025-12-01"), ("Jan. 15", "2026-01-15"), ("Thursday", "2025-11-20"), ("Dec. 10", "2025-12-10"))
UNTIL = (("December 31", "2025-12-31"), ("March 1", "2026-03-01"), ("November 10, 2026", "2026-11-10"))
MONTHS = (("April", "2025-04-01"), ("August", "2025-08-01"), ("June", "2025-06-01"))
PERIODS = (("90 days", "P90D", "90-day"), ("a year", "P1Y", "one-year"), ("six months", "P6M", "six-month"), ("60 days", "P60D", "60-day"))
AMOUNTS = (("$20 billion", "20000000000"), ("$350 billion", "350000000000"), ("$5 billion", "5000000000"))
WEIGHTS = (("12 million tons", "12000000"), ("25 million tonnes", "25000000"), ("2 million tons", "2000000"))
BOUGHT = ("soy", "soybeans"), ("wheat", "wheat"), ("corn", "corn")
PLACES = ("Geneva", "Vienna", "Singapore")
OTHER = "Chile imposed a 12% tariff on Peruvian zinc in May, the government in Santiago said."

# Name, what stands around the clause, who says it. c: the clause, C: with a capital, b and B: as told afterwards.
CONTEXTS = [line.split(" | ") for line in r"""
bare | {C}. | -
behind meanwhile | Meanwhile, {c}. | -
behind while | While stock markets were calm on Monday, {c}. | -
behind but | Shares in Frankfurt hardly moved, but {c}. | -
behind semicolon | Oil prices rose for a third day; {c}. | -
before while | {C}, while investors waited for figures on inflation. | -
before as | {C}, as many exporters had feared. | -
before a move | {C}, in a move that surprised many analysts. | -
apposition | {X}. | -
adverb also | {V}. | -
day before | {W}. | -
behind another land | Norway's central bank left its interest rate at 4% on Thursday.\n\n{C}. | -
behind another duty | {O}\n\n{C}. | -
before a sentence | {C}. Analysts had expected no less. | -
said behind | {C}, {S} said. | S
said behind, day | {C}, {S} said on Tuesday. | S
told reporters behind | {C}, {St} told reporters in Geneva on Tuesday. | S
said | {S} said {b}. | S
said with title | {St} said {b}. | S
said, day, that | {S} said on Tuesday that {b}. | S
who leads | {S}, who leads the delegation, told reporters that {b}. | S
according to | According to {S}, {c}. | S
quoted | "{C}," {S} said. | S
quoted, told | "{C}," {St} told a news conference on Tuesday. | S
colon | {S} said: "{C}." | S
he said | {St} spoke to reporters in Geneva on Monday. He said {b}. | S
he added | "We have worked hard," {S} said. He added that {b}. | S
speaking | Speaking in Singapore, {S} said {b}. | S
statement | In a statement late on Tuesday, {S} said that {b}. | S
interview | {S} said in a television interview that {b}. | S
dateline | GENEVA, Nov 18 - {C}. | -
behind months | After months of quarrels, {c}. | -
between sentences | Stocks were mixed. {C}. Oil fell. | -
before which | {C}, a step that economists say will raise prices. | -
and a budget | {C}, and parliament in Santiago approved a budget. | -
adding | {S} said {b}, adding that the talks had been friendly. | S
told a channel | {S} told the news channel CNBC: "{C}." | S
quoted, goes on | "{C}," {S} said. "We are calm about it." | S
""".strip().splitlines()]
# What stands around a paragraph: its name, the text.
AROUND = [line.split(" | ") for line in r"""
alone | {C}.
behind another land | Norway's central bank left its interest rate at 4% on Thursday.\n\n{C}.
behind another duty | {O}\n\n{C}.
before a paragraph | {C}.\n\nShares in Frankfurt fell 1% after the news, and the price of oil hardly moved.
sentence by sentence | {L}.
with an aside | {C}. Analysts had expected no less.
""".strip().splitlines()]


class Frame:
    def __init__(self, line, number, kind, options):
        text, gives = line.rsplit(" => ", 1)
        self.number, self.kind, self.options, self.whole = number, kind, options, False
        self.own, self.near = text.startswith("own: "), gives.startswith("near ")
        self.text = text.removeprefix("own: ")
        self.gives = [] if gives in ("-", "near -") else gives.removeprefix("near ").split("; ")
        self.status = "nothing" if not self.gives else self.gives[0].split("|")[1].split("/")[0]


def all_frames():
    """Those of ways.txt, and those of paragraphs.txt with their lines counted on from 2001."""
    whole = frames(HERE / "paragraphs.txt")
    for f in whole:
        f.number, f.whole, f.own = f.number + 2000, True, True
    return frames() + whole


def frames(path=HERE / "ways.txt"):
    found, kind, options = [], None, {}
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("["):
            kind, *more = line.strip("[]").split("; ")
            options = dict(x.split("=") for x in more)
        elif line and line[0] != "#":
            found.append(Frame(line, n, kind, options))
    return found


def fillers(frame, n):
    """What the slots of a frame stand for the nth time, and in what it gives."""
    pick = lambda among, step=1: among[(frame.number * 3 + n * step) % len(among)]  # noqa: E731
    one, two = pick(frame.options.get("pairs", " ".join(PAIRS)).split()).split("-")
    goods, rate = pick(frame.options.get("goods", ",".join(GOODS)).split(","), 3), pick(RATES, 2)
    day, later, until, month = pick(PAST), pick(FUTURE, 3), pick(UNTIL), pick(MONTHS)
    period, amount, weight, bought = pick(PERIODS), pick(AMOUNTS), pick(WEIGHTS), pick(BOUGHT)
    good = "" if goods == "goods" else "-" + goods
    a, b, turn = SIDES[one], SIDES[two], frame.number + n
    slots = {"I": a[0][turn % len(a[0])], "I's": a[1][turn % len(a[1])], "Ia": a[2][turn % len(a[2])], "In": a[0][0], "T": b[0][0], "T's": b[1][0],
             "Ta": b[3], "G": goods, "N": rate, "M": HIGHER[rate], "D": day[0], "F": later[0], "U": until[0], "Y": month[0],
             "P": period[0], "Pa": period[2], "B": amount[0], "Q": weight[0], "H": bought[1], "Z": pick(PLACES), "Sp": a[4], "St": a[5],
             "Sq": b[4], "Sqt": b[5]} | beside(frame, turn, (one, two))
    pair = "-".join(sorted((one, two), key=ORDER.index))
    keys = {"i": one, "t": two, "pair": pair, "K": f"{one}-tariff-{rate}{good}-{two}", "KM": f"{one}-tariff-{HIGHER[rate]}{good}-{two}",
            "k": f"{one}-tariff{good}-{two}", "n": rate, "m": HIGHER[rate], "g": good, "N": rate + "%", "M": HIGHER[rate] + "%", "D": day[1], "F": later[1], "U": until[1],
            "Y": month[1], "P": period[1], "B": amount[1], "Q": weight[1], "H": bought[0], "Sp": a[4], "Sq": b[4], "I": plain(slots["I"], a),
            "j": slots["j"], "l": "-" + slots["L"], "o": "-" + slots["O"], "C": {"September 1": "2025-09-01", "September 8": "2025-09-08"}[slots["C"]]}
    keys |= {"rK": f"{two}-tariff-{rate}{good}-{one}", "rKM": f"{two}-tariff-{HIGHER[rate]}{good}-{one}", "rk": f"{two}-tariff{good}-{one}", "r": two,
             "KL": f"{one}-tariff-{rate}-{slots['L']}-{two}", "KML": f"{one}-tariff-{HIGHER[rate]}-{slots['L']}-{two}",
             "kL": f"{one}-tariff-{slots['L']}-{two}", "rkL": f"{two}-tariff-{slots['L']}-{one}", "rKML": f"{two}-tariff-{HIGHER[rate]}-{slots['L']}-{one}"}
    return slots, keys, a


def beside(frame, turn, pair):
    """A third side, other goods and another day behind, none of them among the first."""
    third = [x for x in ("jp", "kr", "gb", "in", "ch") if x not in pair][turn % 3]
    goods = [x for x in ("textiles", "coffee", "wheat", "copper", "wine", "steel") if x not in frame.options.get("goods", "")]
    c = SIDES[third]
    return {"J": c[0][0], "J's": c[1][0], "Ja": c[3], "j": third, "L": goods[turn % len(goods)], "O": goods[(turn + 1) % len(goods)],
            "C": ("September 1", "September 8")[turn % 2]}


def plain(name, side):
    return name.removeprefix("the ") if name == side[0][0] else side[0][0].removeprefix("the ")


def put(text, slots):
    text = re.sub(r"\{([A-Za-z']+)\}", lambda m: slots[m.group(1)], text)
    text = re.sub(r"\b([Aa]) (?=[AEIOaio]|EU\b)(?!a |US\b|U\.S\.|European)", r"\1n ", text)
    return text


def capital(text):
    return text[0].upper() + text[1:]


def clause(frame, told, slots, also=False):
    """The clause, its verbs as said or as told afterwards."""
    text = frame.text
    if also:
        text = re.sub(r"\[((?:will|has|have|is|are)(?: not)?)/([^\]]*)\]", r"\1 also", text, count=1)
    return put(re.sub(r"\[([^/\]]*)/([^\]]*)\]", r"\2" if told else r"\1", text), slots)


def cell(frame, context, n):
    """The article of a frame in a context, what it is to give and who says it; None where they do not go together."""
    if frame.whole:
        return paragraph(frame, context[1], n)
    name, wrap, voice = context
    if voice == "S" and (frame.own or frame.text.endswith(".")):
        return None
    slots, keys, side = fillers(frame, n)
    if name == "apposition":
        if not frame.text.startswith("{I} "):
            return None
        slots["I"], keys["I"] = f"{side[0][0]}, {side[6]},", side[0][0].removeprefix("the ")
    if name == "adverb also" and not re.search(r"\[(will|has|have|is|are)( not)?/", frame.text):
        return None
    moved = re.fullmatch(r"(.*) (on \{[DF]\})", frame.text)
    if name == "day before" and not moved:
        return None
    said, told = clause(frame, False, slots), clause(frame, True, slots)
    parts = {"c": said, "C": capital(said), "b": told, "X": capital(said), "V": capital(clause(frame, False, slots, True)), "O": OTHER,
             "S": side[4], "St": side[5]}
    if moved:
        parts["W"] = capital(put(moved.group(2), slots)) + ", " + clause(Moved(moved.group(1)), False, slots)
    text = re.sub(r"\{([A-Za-z]+)\}", lambda m: parts[m.group(1)], wrap.replace("\\n", "\n"))
    if frame.text.endswith("."):
        text = text.replace("..", ".")
    wanted = [give(x, keys, side[4] if voice == "S" else None) for x in frame.gives]
    return text + "\n", wanted


def paragraph(frame, around, n):
    slots, keys, _ = fillers(frame, n)
    said = re.sub(r"(?<=[a-z%0-9]\. )[a-z]", lambda m: m.group().upper(), capital(put(frame.text, slots)))
    parts = {"C": said, "O": OTHER, "L": re.sub(r"(?<=[a-z%0-9])\. (?=[A-Z])", ".\n\n", said)}
    if around == "{L}." and parts["L"] == said:
        return None
    text = re.sub(r"\{([A-Z])\}", lambda m: parts[m.group(1)], around.replace("\\n", "\n")).replace("..", ".")
    return text + "\n", [give(x, keys, None) for x in frame.gives]


class Moved:
    def __init__(self, text):
        self.text = text


def give(line, keys, speaker):
    fields = re.sub(r"\{([A-Za-z]+)\}", lambda m: keys[m.group(1)], line).split("|")
    fields += ["-"] * (6 - len(fields))
    wish = {"may": fields[0][0] == "?", "speaker": fields[6] if len(fields) > 6 else speaker}
    return wish | {name: field.lstrip("?").split("/") for name, field in zip(FIELDS, fields)}


def fits(wish, s):
    has = {**s, "if": "if" if s["condition"] else "-"}
    return all((has[name] or "-") in wish[name] for name in FIELDS) and wish["speaker"] in (None, s["speaker"])


def less(wish, s):
    """Whether the one says nothing else than the other, but without its number or a day: the first of two sentences on one thing."""
    has = {**s, "if": "if" if s["condition"] else "-"}
    return all((has[name] or "-") in wish[name] or name in ("number", "from", "to") and not has[name] for name in FIELDS)


def judge(wanted, found, whole=False):
    left = [s for s in found if not s["measure"].startswith("cl-")]
    missing = 0
    for wish in wanted:
        hit = [s for s in left if fits(wish, s)]
        left = [s for s in left if s not in hit]
        missing += not hit and not wish["may"]
    if whole:
        left = [s for s in left if not any(less(wish, s) for wish in wanted)]
    return "wrong" if left else "missing" if missing else "right"


def shown(s):
    if "may" in s:
        return "?" * s["may"] + "|".join(["/".join(s[name]) for name in FIELDS] + [s["speaker"] or "any"])
    return "|".join((s["measure"], s["status"], s["number"] or "-", s["from"] or "-", s["to"] or "-", "if" if s["condition"] else "-",
                     s["speaker"])) + f" ({s['rule']})"


def read(program, texts, day=DAY):
    """The statements of each text, as an article of its own published on that day."""
    found = []
    for low in range(0, len(texts), 400):
        with tempfile.TemporaryDirectory() as folder:
            names = []
            for n, text in enumerate(texts[low:low + 400]):
                names.append(str(pathlib.Path(folder, f"{n:03}.txt")))
                pathlib.Path(names[-1]).write_text(text, encoding="utf-8")
            out = subprocess.run([program, "read", "--json", "--law", str(HERE.parent.parent / "law"), "--published", day, *names],
                                 capture_output=True, text=True)
        if out.returncode not in (0, 3):  # 3: one is refused, too short to be told as English
            sys.exit(out.stderr)
        per, got = [[] for _ in names], json.loads(out.stdout)
        at = {a["article"]: names.index(a["name"]) for a in got["articles"]}
        for s in got["statements"]:
            per[at[s["article"]]].append(s)
        found += per
    return found


def run(program, chosen=lambda frame, context: True):
    """All cells that are asked for: frame, context, text, wanted, found, verdict."""
    cells = []
    for frame in all_frames():
        for n, context in enumerate(AROUND if frame.whole else CONTEXTS):
            made = cell(frame, context, n) if chosen(frame, context) else None
            if made:
                cells.append((frame, context[0], *made))
    found = read(program, [c[2] for c in cells])
    return [(*c, f, judge(c[3], f, c[0].whole)) for c, f in zip(cells, found)]


def shares(cells):
    """Of the cells that give something, and of those that give nothing, how many are right; how many of all are wrong."""
    gives, nothing = [c for c in cells if c[3]], [c for c in cells if not c[3]]
    count = lambda some, verdict: sum(c[5] == verdict for c in some) / max(1, len(some))  # noqa: E731
    return count(gives, "right"), count(nothing, "right"), count(cells, "wrong")


def table(title, cells, name):
    groups = collections.defaultdict(collections.Counter)
    for c in cells:
        groups[name(c)][c[5]] += 1
    print(f"\n{title:34} cells  right  wrong missing  share")
    for key, n in sorted(groups.items(), key=lambda x: x[1]["right"] / x[1].total()):
        print(f"{key:34} {n.total():5} {n['right']:6} {n['wrong']:6} {n['missing']:7}  {n['right'] / n.total():.3f}")


def failures(cells):
    groups = collections.defaultdict(list)
    for c in cells:
        groups[c[0].number].append(c)
    for some in sorted(groups.values(), key=lambda s: sum(c[5] == "right" for c in s) / len(s)):
        bad = [c for c in some if c[5] != "right"]
        if not bad:
            continue
        f = some[0][0]
        print(f"\n{f.number}: {f.kind} | {f.text} => {'; '.join(f.gives) or '-'}   [{len(some) - len(bad)} of {len(some)}]")
        seen = collections.Counter()
        for _, context, text, wanted, found, verdict in bad:
            what = (verdict, tuple(sorted((s["rule"], s["status"]) for s in found)))
            seen[what] += 1
            if seen[what] > 2:
                continue
            print(f"  {verdict}, {context}: {text.strip()!r}")
            print(f"      gives {'; '.join(map(shown, wanted)) or '-'}")
            if found:
                print(f"      read  {'; '.join(map(shown, found))}")
        print("  in: " + ", ".join(f"{c[1]} ({c[5][0]})" for c in bad))


def main():
    parser = argparse.ArgumentParser()
    built = HERE.parent.parent / "build/release/impost"
    parser.add_argument("--impost", default=os.environ.get("IMPOST") or (built if built.exists() else "impost"))
    for name in ("kind", "status", "context"):
        parser.add_argument("--" + name)
    parser.add_argument("--frame", type=int, help="the line of a frame in ways.txt")
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--list", action="store_true")
    a = parser.parse_args()
    if a.list:
        print("\n".join([f"{f.number}: {f.kind}: {f.text} => {'; '.join(f.gives) or '-'}" for f in all_frames()] + ["", *(c[0] for c in CONTEXTS + AROUND)]))
        return
    cells = run(a.impost, lambda f, c: (a.kind in (None, f.kind) and a.status in (None, f.status) and a.context in (None, c[0])
                                        and a.frame in (None, f.number)))
    if a.failures or a.frame:
        failures(cells)
    table("context", cells, lambda c: c[1])
    table("kind", cells, lambda c: c[0].kind)
    table("status", cells, lambda c: c[0].status)
    n = collections.Counter(c[5] for c in cells)
    print(f"\n{len({c[0].number for c in cells})} frames, {len(cells)} cells: {n['right']} right, {n['wrong']} wrong, {n['missing']} missing")
    print("of those that give something {:.3f} right, of those that give nothing {:.3f}; wrong {:.3f} of all".format(*shares(cells)))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
