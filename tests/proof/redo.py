# SPDX-License-Identifier: Apache-2.0
"""The part of the checker that assesses one line when every fact is settled, from the statements of law_text.py.

Shares no code with the program. It knows nothing of proofs: check_proof.py compares."""
import itertools
import operator
import re
from fractions import Fraction
from types import SimpleNamespace as Thing

from law_text import NEVER, Law, Refused, Wrong, known_by, members, names  # noqa: F401

NO, OPEN, YES = 0, 1, 2  # Kleene: and is min, or is max, not is 2 - x
COLUMNS, STATES = {"general": 4, "special": 5, "column-2": 6}, {"suspended": "suspended", "void": "void", "ends": "ended"}
COMPARE = {"at least": operator.ge, "at most": operator.le, "less than": operator.lt, "more than": operator.gt}

is_fee = lambda m: any(s.per_entry for b in [m] + m.headings for s in b.stmts)  # noqa: E731
demands = lambda block: any(s.sort == "demand" for s in block.stmts)  # noqa: E731
# ---- one line under one snapshot, every fact settled -----------------------------------------------------------------
cents = lambda x: (x * 200 + 1) // 2  # half up  # noqa: E731
def money(cents_):
    return f"{cents_ // 100}.{cents_ % 100:02}"
def plain(x):  # a decimal without noughts at its end
    return f"{float(x):.9f}".rstrip("0").rstrip(".")
def dollars(x):
    return money(cents(x)).removesuffix(".00")
class Bill:
    def __init__(self, law, line, facts, known, legal, assumed):
        self.law, self.line, self.known, self.legal, self.assumed, self.base = law, line, known, legal, assumed, None
        self.rows, self.verdicts, self.total, self.memo, self.held = [], [], 0, {}, line.into == law.home
        self.facts = {n: t for name, t in facts.items() for n in [name] + [
            n for n, f in law.facts.items() if name.lower() in f.symbols]}
        given = {n: self.number(self.facts.get(n, "0")) for n in sorted(law.facts) if law.facts[n].kind == "part"}
        both = self.overlaps(given)  # what lies in two parts is taken out of each of them
        parts = {n: both.get(n, v) - sum(both[o] for o in both if n in law.facts[o].both) for n, v in given.items()}
        parts["rest"] = line.value - sum(parts.values())
        late = [n for n, t in self.facts.items() if n in law.facts and law.facts[n].kind == "date" and t > line.on]
        self.refused = ["refuse.parts"] * any(v < 0 for v in parts.values()) + ["refuse.fact"] * bool(late)
        self.cells = {n: v for n, v in parts.items() if v} or {"rest": Fraction(0)}
        self.scopes = {n: self.scope(m, "goods") for n, m in law.measures.items() if all(
            self.scope(m, kind) for kind in ("into", "of", "goods"))}
        for name in sorted(self.scopes, key=lambda n: (n != "us.base", n)):
            if law.measures[name].headings or any(s.sort == "demand" or s.kind == "exempts" for s in law.measures[name].stmts):
                self.say(law.measures[name])
            self.base = self.total if name == "us.base" else self.base
    def overlaps(self, given):  # A part of two others: as stated, else what the value forces into both
        both = {n: given[n] for n in given if self.law.facts[n].both and all(given[p] for p in self.law.facts[n].both)}
        must = sum(v for n, v in given.items() if not self.law.facts[n].both) - sum(both.values()) - self.line.value
        for n in (n for n in both if n not in self.facts and must > 0):
            both[n], must = min(must, *(given[p] for p in self.law.facts[n].both)), 0
        return {n: both.get(n, 0) for n in given if self.law.facts[n].both}
    def number(self, text):  # dollars; a share in whole dollars, half up
        return (Fraction(text[:-1]) * self.line.value / 50 + 1) // 2 if text.endswith("%") else Fraction(text.lstrip("$"))
    def there(self, s):  # known on the day, and let by the outcome
        speaks = bool(s.act) and self.law.acts[s.act].speaks
        asked = [x.split(" is ") for x in s.cond.split(" and ") if x.split(" ")[0] in self.law.questions]
        return known_by(self.law.since(s), self.known) and bool(asked or not speaks) and all(
            self.assumed[q] == a if q in self.assumed else
            self.law.asked(q, self.known) == ("closed", a) and not speaks for q, a in asked)
    def current(self, stmts, sort):
        fits = (s for s in reversed(stmts) if s.sort == sort and s.start <= self.line.on < s.until)
        return next((s for s in fits if self.there(s)), None)
    def once(self, key, work):  # What a bill asks again and again is worked out once
        if key not in self.memo:
            self.memo[key] = work()
        return self.memo[key]
    def silence(self, stmts, legal):
        return self.once(("silence", id(stmts), legal), lambda: self.silenced(stmts, legal))
    def points(self, stmts):  # What is taken off its rates: `suspended 24%` silences nothing
        return sum((Fraction(s.what[:-1]) for s, _ in self.holding(stmts)), Fraction(0))
    def holding(self, stmts):
        return [f for f in self.states(stmts, self.legal) if f[0].what and f[0].kind == "suspended"]
    def silenced(self, stmts, legal):  # The longest state in force, last written, and the day it ends
        found = [f for f in self.states(stmts, legal) if f[0].kind != "suspended" or not f[0].what]
        return max(reversed(found), key=lambda f: f[1], default=None)
    def states(self, stmts, legal):  # Those in force, each with the day it ends
        found, there = [], [s for s in stmts if (s.kind in STATES or s.kind == "resumes") and self.there(s)]
        ended = [s for s in there if s.kind == "ends"][:-1]  # an extension is a new `ends`
        for s in (s for s in there if s.kind in STATES and s not in ended and (legal or s.kind != "void")):
            below = itertools.takewhile(lambda x: x.kind not in STATES, stmts[stmts.index(s) + 1:])
            end = min([s.until] + [x.start for x in below if x in there])  # `resumes` cuts the nearest state above it
            found += [(s, end)] * (s.start <= self.line.on < end)
        return found
    def state(self, m, legal):
        found = filter(None, (self.silence(k.stmts, legal) for k in self.law.above(m)))
        return max(found, key=lambda f: f[1], default=None)
    def hit(self, s, want, old=False):  # The member that names it: (place, whether only in part)
        best, but = (min((h for h in (self.item(i, want, old) for i in items) if h), key=lambda h: h[1], default=None)
                     for items in (s.items, s.but))
        return best if not best or not but else (best[0], True) if but[1] else None
    def item(self, i, want, old):
        if i.word[0] != "@":
            named = i.word == want or i.low <= want <= i.high and (i.ten or not old) or (i.word == "all" and not old)
            return (None if i.word == "all" else i.where, i.ex) if named else None
        for s in reversed(self.law.lists[i.word[1:]].stmts):
            live = s.start <= self.line.on < s.until and self.there(s)
            hits = [h for h in (self.hit(x, want, old) for x in s.sets) if h] if live else []
            if hits:
                best = min(hits, key=lambda h: h[1])
                return None if s.kind == "drop" else (best[0], best[1] or i.ex)
        return None
    def goods(self, s):
        key = id(s), self.line.code, self.line.on, self.known
        if key not in self.law.memo:  # the numbers the code had before count too
            olds = [(code, True) for code in (self.law.ancestors(self.line.code) if self.held else ())]
            self.law.memo[key] = next(filter(None, (self.hit(s, *x) for x in [(self.line.code,)] + olds)), None)
        return self.law.memo[key]
    def place(self, s, place=None):
        return (self.hit(s, place or self.line.origin) or (None, True))[1] is False
    def scope(self, m, kind):  # What the nearest name above says; without a word, everything
        block = next((k.stmts for k in self.law.above(m) if any(s.kind == kind for s in k.stmts)), None)
        s = self.current(block, kind) if block else None
        if kind == "into" and not block:
            return self.line.into in self.law.enters(m)
        said = s and (s.what == self.line.into if kind == "into" else self.place(s.of) if kind == "of" else self.goods(s.goods))
        return said if block else (None, False)
    def member(self, m, h, s):  # Of the narrowest goods stated: line, heading, scope; falsy when one leaves it out
        hits = [self.scopes[m.name]] + [self.goods(x.goods) for x in (h, s) if x and x.goods]
        return all(hits) and (next((hit[0] for hit in reversed(hits) if hit[0]), None), any(part for _, part in hits))
    def test(self, c, label=""):
        for join, fold in ((" or ", max), (" and ", min)):
            if join in c:
                return fold(self.test(x, label) for x in c.split(join))
        if not c or c.split(" ")[0] in self.law.questions:
            return YES
        if c.startswith("not "):
            return YES - self.test(c[4:], label)
        if c.startswith("claimed"):
            return YES * any(self.claimed(n) for n in names(c[8:]) or (label,))
        if c in self.law.facts:
            told = self.facts.get(c) or ("no" if self.law.facts[c].kind == "claim" or self.law.facts[c].presumed_not else "")
            return {"yes": YES, "no": NO}.get(told, OPEN)
        (name, word, rest), line = c.split(" ", 2), self.line
        own = {"entered": line.on, "origin": line.origin, "value": line.value, "base": self.base, **self.facts}
        try:
            have = cents(self.amount("general", line.value)) if name == "general" else own.get(name)
        except Refused:  # a column that needs a quantity nobody gave
            have = None
        have = "0" if have is None and self.nil(name) else have
        if have is None:
            return NO if name in self.law.facts and self.law.facts[name].presumed_not else OPEN
        if word in ("before", "is"):
            return YES * (have < rest if word == "before" else have == rest)
        if word == "in":
            return YES * any(self.place(members([(w, 0) for w in rest.split(", ")], ""), p) for p in have.split(","))
        how, limit = (word + " " + rest).rsplit(" ", 1)
        have = Fraction(have, 100) if name in ("base", "general") else have if name == "value" else self.number(have)
        if name in self.law.facts and self.law.facts[name].kind == "share":
            have = self.rate(name) * line.value
        return YES * COMPARE[how](have, self.amount(limit, self.line.value))
    def rate(self, fact):  # "40%", or a plain number between 0 and 1
        return Fraction(self.facts[fact].rstrip("%")) / (100 if self.facts[fact][-1] == "%" else 1)
    def claimed(self, name):
        facts = [(n, f.places) for n, f in self.law.facts.items() if name.lower() in (n,) + f.symbols]
        made = any(self.facts.get(n) == "yes" and (not places.items or self.place(places)) for n, places in facts)
        return made if facts else self.facts.get(name) == "yes"
    def nil(self, part):  # Of content.steel, .aluminum, .copper one is stated: the others are nothing
        family = part.rpartition(".")[0] + "."
        return self.law.facts.get(part, Thing(kind="")).kind == "part" and len(family) > 1 and any(f.startswith(family) for f in self.facts)
    def fits(self, m, h, s, cell):
        member, label = self.member(m, h, s), h.what if h else m.name
        elsewhere = any(x and x.of and not self.place(x.of) for x in (h, s))
        if not member or elsewhere or (s.what == "special" and not self.column(s.what)) or (
                s.kind == "rate" and s.what in self.law.facts and s.what not in self.facts):
            return NO
        told = {"yes": YES, "no": NO}.get(self.facts.get(label), NO if s.lowers else OPEN) if member[1] else YES
        on, _, presumed = s.on.partition(" else ")  # `else value`: a part nobody states is the whole
        less, parts = on.startswith("value less "), names(on.removeprefix("value less "))
        missing = any(p not in self.facts and not self.nil(p) for p in parts)
        on = (YES if presumed else OPEN) if missing else YES * (any(p in (cell, *self.law.facts.get(cell, Thing(both=())).both) for p in parts) != less) if parts else YES
        full = self.facts.get("quota", "") if any(self.current([x], "quota") for x in (h.stmts if h else ())) else "in"
        on = min(on, {"over": NO, "": OPEN}.get(full, YES))
        return min(told, on, self.test(h.cond if h else "", label), self.test(s.cond, label), self.scope_if(m))
    def scope_if(self, m):
        return min([self.test(s.cond) for s in (self.current(k.stmts, "if") for k in self.law.above(m)) if s] + [YES])
    def column(self, kind):
        if not self.held:
            raise Refused("refuse.base-rate")  # the tables are of another place
        cell = self.law.tariff(self.line.code, self.line.on)[COLUMNS[kind]]
        mine = {x for f in self.law.facts.values() for x in f.symbols if self.claimed(x)}
        entries = [e.strip().rpartition(" ") for e in cell.split(";")]
        found = (rate for rate, _, symbols in entries if mine & set(symbols.lower().split(",")))
        return next(found, "") if kind == "special" else cell
    def amount(self, text, s, off=Fraction(0)):
        total, parts = Fraction(0), re.split(r" (\+|at least|at most) ", "0% + " + text)
        for how, part in zip(parts[1::2], parts[2::2]):
            x = self.term(part, s, off)
            total = total + x if how == "+" else max(total, x) if how == "at least" else min(total, x)
        return total
    def term(self, text, s, off=Fraction(0)):  # `off`: points taken off its percentages, none below nothing
        unit = re.fullmatch(r"(\$?)([\d.]+)(c?)(?:/(\S+))?", text)
        if text in COLUMNS:
            return self.amount(self.column(text), s)
        if text in self.law.facts:  # a share of the part; of money its part
            return max(0, self.rate(text) - off / 100) * s if self.law.facts[text].kind == "share" else Fraction(self.facts[text].lstrip("$")) * s / (self.line.value or s or 1)
        if text.endswith("%") or text.lower() in ("free", "none", "prohibited"):
            return max(0, sum(map(Fraction, text.rstrip("%").split()), Fraction(0)) - off) / 100 * s if "%" in text else Fraction(0)  # 33 1/3%
        counted = [n * s / (self.line.value or 1) for n, of in self.line.quantities if unit and of in ("", unit[4])]
        if not unit or not (unit[1] or unit[3]) or (unit[4] and not counted):
            raise Refused("refuse.quantity" if unit else "refuse.unknown-rate" if text == "unknown" else "refuse.base-rate")
        return Fraction(unit[2]) / (100 if unit[3] else 1) * (counted[0] if unit[4] else 1)
    def charge(self, m, h, s, cells):  # Exact amount; cents less those of the base duty on the same parts, or column
        rate, _, less = s.what.partition(" less ")
        base = {c: self.verdict(self.law.measures["us.base"], c) for c in cells * (less == "base")}
        base = {c: v for c, v in base.items() if v.kind == "applies"}
        off = ("general", cells) if less == "general" else (list(base.values())[-1].s.what, base) if base else ("free", [])
        taken = sum((self.points(k.stmts) for k in self.law.above(m) + [h] * bool(h)), Fraction(0))
        exact, less = (self.amount(r, sum(self.cells[c] for c in on), points) for r, on, points in ((rate, cells, taken), (*off, Fraction(0))))
        return exact, max(0, cents(exact) - cents(less))
    def targets(self, s, owner):
        named, spared = (tuple(n + "." for n in x) for x in (s.names, s.but))
        return [n for n in self.law.measures if n != owner.name and (n + ".").startswith(named) and not (
            n + ".").startswith(spared)]
    def lines(self, verb, m, h, block, cell, want=YES):
        live = (s for s in block.stmts if s.kind == verb and self.current(block.stmts, s.sort) is s)
        return (s for s in live if self.fits(m, h, s, cell) == want and (want == YES or s.on))
    def reliefs(self, m, cell, want=YES):
        return iter(self.once(("reliefs", m.name, cell, want), lambda: list(self.relieved(m, cell, want))))
    def relieved(self, m, cell, want):
        live = m.name in self.scopes and not self.state(m, self.legal)
        return ((m.name, h, s) for h in (reversed([None] + m.headings) if live else ()) if not (
            h and self.silence(h.stmts, self.legal)) for s in reversed(list(self.lines("exempts", m, h, h or m, cell, want))))
    def verdict(self, m, cell):
        if (m.name, cell) in self.memo:
            return self.memo[m.name, cell]
        v = self.memo[m.name, cell] = Thing(kind="silent", h=None, s=None, under=None, by=None, by_h=None, by_s=None)
        live = m.name in self.scopes and not self.state(m, self.legal)
        for h in reversed([None] * all(map(demands, m.headings)) + m.headings) if live else ():
            s = self.current((h if h and demands(h) else m).stmts, "demand")
            if s and not (h and self.silence(h.stmts, self.legal)) and self.fits(m, h, s, cell) == YES and v.under is None:
                v.under = (h, s) if v.s and s.what != "none" else None
                v.h, v.s, v.kind = (v.h, v.s, v.kind) if v.s else (h, s, "none" if s.what == "none" else "applies")
                if s.what != "none":
                    break
        if v.kind == "applies":
            away = [("exempt", n, h, s) for r in self.law.measures.values() for n, h, s in self.reliefs(r, cell)
                    if m.name in self.targets(s, r)]
            away = away or [("yields", n, None, s) for k, h in [(m, v.h)] * bool(v.h) + [(k, None) for k in self.law.above(m)]
                            for s in self.lines("yields", m, h, h or k, cell) for n in self.targets(s, k)
                            if n != m.name and (k is m or not n.startswith(k.name + "."))  # one to a name below is not handed down
                            and self.verdict(self.law.measures[n], cell).kind == "applies"]
            v.kind, v.by, v.by_h, v.by_s = away[0] if away else (v.kind, None, None, None)
        return v
    def say(self, m):
        state, groups = self.state(m, self.legal) if self.scope_if(m) != NO else None, {}
        for cell in self.cells:
            v = self.verdict(m, cell)
            groups.setdefault((v.kind, id(v.h), id(v.s), v.by, id(v.by_s)), (v, []))[1].append(cell)
        for v, cells in groups.values():
            word, h, s = "refused" if v.kind == "applies" and v.s.kind == "not" else v.kind, v.h, v.by_s or v.s
            relief = next(self.reliefs(m, cells[0]), None) if v.kind == "silent" else None
            word, h, s = (STATES[state[0].kind], h, state[0]) if state else ("relieves", *relief[1:]) if relief else (word, h, s)
            self.verdicts.append({
                "measure": m.name, "where": m.where, "part": ", ".join(cells) if len(groups) > 1 else None, "verdict": word,
                "base": dollars(sum(self.cells[c] for c in cells)), "heading": h and h.what, "heading_where": h and h.where,
                "statement": s and s.where, "from": s and s.start or None, "until": s and s.until.replace(NEVER, "") or None,
                "known": s and self.law.since(s) or None, "member": (self.member(m, h, s if relief else v.s) or [None])[0]})
            at = self.verdicts[-1]["member"]
            self.verdicts[-1]["member_text"] = at and self.law.bytes[at["file"]].decode().split("\n")[at["line"] - 1].strip()
            if not is_fee(m):
                self.enter(m, v, cells)
    def enter(self, m, v, cells):  # The row it is charged in, or the heading at zero that takes it out
        owner, h = (self.law.measures[v.by], v.by_h) if v.kind == "exempt" else (m, v.h)
        s, exact, amount = v.by_s or v.s, Fraction(0), 0
        label = h and h.what if v.kind == "exempt" or v.under else v.by_s and v.by_s.label
        try:
            if v.kind == "applies":
                label, (exact, amount) = h.what if h else "general" if m.name == "us.base" else m.name, self.charge(m, h, s, cells)
        except Refused as no:
            self.refused.append("refuse.not-encoded" if s.kind == "not" else str(no))
        if label and (v.kind == "applies" or label not in [r["heading"] for r in self.rows]):
            gone = self.state(owner, True) or (self.silence(h.stmts, True) if h else None)
            told = f"{plain(100 * self.rate(s.what))}%" if getattr(self.law.facts.get(s.what), "kind", 0) == "share" else "$" + self.facts.get(s.what, "").lstrip("$")
            rate = self.column(s.what) if s.what in COLUMNS else told if s.what in self.law.facts else s.what if s.kind in ("rate", "ban") else "free"
            held = [f for k in self.law.above(owner) + [h] * bool(h) for f in self.holding(k.stmts)] * (v.kind == "applies" and s.kind == "rate")
            points = f"{plain(sum(Fraction(f.what[:-1]) for f, _ in held))}%"
            self.total += amount
            self.rows.append({
                "measure": owner.name, "heading": label, "known": self.law.since(s) or None, **self.law.cited(s),
                "rate": f"{rate} less {points}" if held else rate, "held_off": {
                    "points": points, "by": ", ".join(f.act for f, _ in held), "where": held[-1][0].where,
                    "until": min(end for _, end in held).replace(NEVER, "") or None} if held else None, "base": dollars(sum(self.cells[c] for c in cells)), "rounding": "row-cent", "amount": money(amount),
                "numerator": None if s.kind == "ban" else str(exact.numerator),
                "denominator": None if s.kind == "ban" else str(exact.denominator),
                "pending": self.law.acts[s.act].speaks, "is_base": owner.name == "us.base",
                "void": not self.legal and bool(gone) and gone[0].kind == "void", "source": self.law.acts[s.act].source})
    def left(self, m):  # Dollars that reliefs leave in a measure, at least and at most: an unstated part may be all
        out, may = ([c for c in self.cells if any(m.name in self.targets(s, r) for r in self.law.measures.values()
                                                  for _, _, s in self.reliefs(r, c, want))] for want in (YES, OPEN))
        most = sum(d for c, d in self.cells.items() if c not in out)
        return most - sum(self.cells[c] for c in may if c not in out), most
    def fee(self, m, told):  # The line of the law that is the fee of the entry, with the facts told
        stated, live = self.facts, m.name in self.scopes and not self.state(m, self.legal)
        for h in reversed(m.headings or [None]) if live else ():
            s = self.current((h or m).stmts, "demand")
            self.facts = {**told, **stated}
            fits = s and self.fits(m, h, s, "rest") == YES
            self.facts = stated
            if fits:
                return None if s.lowers else s
