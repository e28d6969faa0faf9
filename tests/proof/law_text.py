# SPDX-License-Identifier: Apache-2.0
"""The part of the checker that reads the law: text to statements. Shares no code with the program.

It knows nothing of lines and proofs: redo.py assesses, check_proof.py compares."""
import datetime
import hashlib
import itertools
import pathlib
import re
import struct
from types import SimpleNamespace as Thing

NEVER = "9999-99-99"  # days are ISO text: "" is before all of them, this is after; "D 13:01" is after "D"
BINDS = ("statute treaty regulation proclamation executive-order memorandum notice announcement ruling guidance").split()
TABLES = ("places.tsv", "us/renumbered.tsv", "us/schedule.tsv")
VERBS = "suspended void ends rate fee ban not exempts yields quota resumes into of goods if heading answered add drop".split()
CLAUSES = "from until through by known printed cite unconfirmed if of goods on heading per".split()
UNREAD = ("for", "(")  # words of the language no shipped law uses: refused, not guessed

Wrong = type("Wrong", (Exception,), {})  # the proof does not hold, or asks for something the checker does not redo
Refused = type("Refused", (Exception,), {})  # the law gives no number; says the id of the refusal
# ---- reading law text ------------------------------------------------------------------------------------------------
def blocks(text, file):  # Blocks by indentation; a line that ends in a comma goes on; each token carries the line it stands on
    roots, stack, going_on = [], [], False
    for number, raw in enumerate(text.split("\n"), 1):
        words = [(w, number) for w in re.findall(r'"[^"]*"?|#.*|[(),]|[^\s,()"#]+', raw) if w[0] != "#"]
        if words and going_on:
            stack[-1].words += words
        elif words:
            indent = len(raw) - len(raw.lstrip())
            while stack and stack[-1].indent >= indent:
                stack.pop()
            stack.append(Thing(indent=indent, words=words, where={"file": file, "line": number}, kids=[]))
            (stack[-2].kids if len(stack) > 1 else roots).append(stack[-1])
        going_on = words[-1][0] == "," if words else going_on
    return roots
def text_of(words):
    return " ".join(w for w, _ in words if w[0] != '"').replace(" ,", ",")
def known_by(since, known):  # A known day is known to its end
    return since <= known.ljust(16, "~")
def names(text):
    return tuple(text.split(", ")) if text else ()
def members(words, file):  # Goods or places: the items, and those behind `but`
    sides = [[]]
    for word, line in words:
        low, high = (word.replace(".", "").split("-") * 2)[:2]
        if word == "ex":
            sides[-1][-1].ex = True
        elif word != "," and word[0] != '"' and word != "but":
            sides[-1].append(Thing(word=word, where={"file": file, "line": line}, ex=False, ten=len(low) == 10,
                                   low=low.ljust(10, "0"), high=high.ljust(10, "9")))
        sides += [[]] * (word == "but")
    return Thing(items=sides[0], but=sides[-1] if sides[1:] else [])
def after(moment):  # The first moment behind `through MOMENT`: the next day, or the next minute
    form = "%Y-%m-%d %H:%M" if len(moment) > 10 else "%Y-%m-%d"
    step = datetime.timedelta(minutes=1) if len(moment) > 10 else datetime.timedelta(days=1)
    return (datetime.datetime.strptime(moment, form) + step).strftime(form)
def whole(node):  # A statement that goes on in lines below it
    words = node.words + [w for kid in node.kids for w in kid.words]
    return node if node.words[0][0] == "heading" else Thing(words=words, where=node.where, kids=[])
def statement(node):  # One line: its verb, and the words behind each clause word
    verb, key, said = node.words[0][0], node.words[0][0], {}
    for word, line in node.words[1:]:
        key = word if word in CLAUSES else key
        said.setdefault(key, []).extend([(word, line)] * (word != key))
    plain = {k: re.sub(r" (\d:\d\d)$", r" 0\1", text_of(v)) for k, v in said.items()}
    if verb not in VERBS or any(w in UNREAD for w, _ in node.words):
        raise Wrong(f"the checker does not read {node.where}")
    file, what = node.where["file"], "prohibited" if verb == "ban" else plain.get(verb, "")
    target, but = (what.removeprefix("to ") + " but ").split(" but ")[:2]
    takes, demand = verb in ("exempts", "yields"), verb in ("rate", "fee", "ban", "not")
    return Thing(
        kind=verb, where=node.where, what=what, act=(plain.get("by") or "").split(" ")[0] or None, known=plain.get("known"), cond=plain.get("if", ""),
        start=what if verb == "ends" else plain.get("from", ""), until=after(plain["through"]) if "through" in plain else plain.get("until", NEVER), on=plain.get("on", ""),
        of=members(said["of"], file) if "of" in said else None, names=names(target), but=names(but), stmts=[],
        goods=members(said["goods"], file) if "goods" in said else None, sets=[members(said.get(verb, ()), file)],
        label=plain.get("heading"), per_entry="per" in plain,
        cite="".join(w for w, _ in said.get("cite") or said.get("by", ())[1:]).strip('"'), lowers=takes or what in ("none", "free"),
        sort="demand" if demand else (verb, target, but) if takes else verb)  # what paints over what
NO_DUTY = ("control", "fee", "pledge", "table", "facts", "talks", "meeting", "items", "parties")
def lanes(data):
    """Four sums of 64 bits: word k goes into lane k mod 4."""
    sums, words = [1, 2, 3, 4], struct.unpack(f"<{-(-len(data) // 32) * 4}Q", data.ljust(-(-len(data) // 32) * 32, b"\0"))
    for k, word in enumerate(words):
        x = ((sums[k % 4] ^ word) * 0x9e3779b97f4a7c15) % 2**64
        sums[k % 4] = (x << 29 | x >> 35) % 2**64
    return "".join(f"{x:016x}" for x in sums)


def stamp(text_digest, tables):
    """Of the law text and the tables, as a bill shows it."""
    return hashlib.sha256((text_digest + "".join(f"{path}\0{len(data)}\0{lanes(data)}" for path, data in tables)).encode()).hexdigest()


class Law:
    def __init__(self, folder):
        root = pathlib.Path(folder)
        self.acts, self.lists, self.questions, self.measures, self.facts, self.memo = {}, {}, {}, {}, {}, {}
        self.home, self.entered = None, set()  # the place the tables are of; those that have a jurisdiction
        paths = [p.relative_to(root) for p in root.rglob("*") if p.suffix in (".law", ".list", ".tsv")]
        self.texts = sorted(str(p) for p in paths if not {"doubtful", "cases"} & set(p.parts)
                            and (p.suffix != ".tsv" or "tables" in p.parts[:-1]))
        self.bytes = {p: (root / p).read_bytes() for p in self.texts + list(TABLES)}
        for file in (t for t in self.texts if not t.endswith(".tsv")):
            for node in blocks(self.bytes[file].decode(), file):
                self.read(node, node.words[0][0], node.words[1][0])
        self.measures = dict(sorted(self.measures.items()))
        self.places = set(re.findall(r"^([A-Z]{2})\t", self.bytes[TABLES[0]].decode(), re.M))
        self.files = [{"file": p, "sha256": hashlib.sha256(b).hexdigest()} for p, b in self.bytes.items()]
        framed = (f"{p}\0{len(self.bytes[p])}\0".encode() + self.bytes[p] for p in self.texts)
        self.digest = stamp(hashlib.sha256(b"".join(framed)).hexdigest(), [(p, self.bytes[p]) for p in sorted(TABLES)])
        self.before = [r.split("\t") for r in self.bytes[TABLES[1]].decode().replace(".", "").split("\n") if "\t" in r]
    def read(self, node, kind, name):
        said = {k.words[0][0]: [w for w, _ in k.words[1:]] for k in node.kids}
        if kind == "act":
            day = said.get("known") or said.get("signed") or said.get("published") or [""]
            printed = [w for w in said.get("published", ())[1:] if w[0] != '"'] or said.get("cite", ())
            clock = " ".join(w for w in day[1:2] if re.fullmatch(r"\d?\d:\d\d", w))
            self.acts[name] = Thing(known=f"{day[0]} {clock:0>5}" if clock else day[0], speaks="-".join(said["kind"]) not in BINDS, cite=" ".join(printed).strip('"'),
                                    source=said.get("source", ["official"])[0])
        elif kind == "jurisdiction":
            self.home, _ = name if "tables" in said else self.home, self.entered.add(name)
            for kid in (k for k in node.kids if k.words[0][0] == "fact"):
                m = re.match(r"fact (\S+) (\S+)((?: [A-Z][^ ,]*,?)*)(?: of (.*))?", text_of(kid.words))
                places = [w for w in kid.words if m[2] == "claim" and m[4] and w[0] in m[4].split(", ")]
                self.facts[m[1]] = Thing(kind=m[2], symbols=names(m[3].strip().lower()), places=members(places, ""),
                                         words=names(m[4]) if m[2] == "one" else (),
                                         both=names(m[4]) if m[2] == "part" else (),
                                         presumed_not='else "not' in " ".join(w for w, _ in kid.words))
        elif kind == "question":
            self.questions[name] = Thing(
                answers=" ".join(said.get("answers", ())).split(" | "), raised=said.get("raised", [""])[0],
                answered=[statement(k) for k in node.kids if k.words[0][0] == "answered"],
                defaults=[re.fullmatch(r"default (.*?)(?: if (\S+) is (.*))?", text_of(k.words)).groups() for k in node.kids if k.words[0][0] == "default"])
        elif kind == "voices":  # acts that speak, a line each: NAME [SIDE] DAY "who" "where" grade "source"
            for kid in (k for k in node.kids if k.words[0][0] not in ("title", "note")):
                rest = [w for k in [kid] + kid.kids for w, _ in k.words if w != kid.words[0][0] and not re.fullmatch("[A-Z]{2}", w)]
                self.acts[kid.words[0][0]] = Thing(known=rest[0], speaks=True, cite=rest[4].strip('"'), source=rest[3])
        elif kind in ("places", "goods"):  # a list whose members are there from the first
            kids = [k for k in node.kids if k.words[0][0] not in ("title", "note", "by", "entries", "partial")]
            add = statement(Thing(words=[("add", node.where["line"])], where=node.where, kids=[]))
            add.sets = [members(k.words, k.where["file"]) for k in kids]
            self.lists[name] = Thing(name=name, where=node.where, headings=[], stmts=[add])
        elif kind in ("list", "measure"):
            block = (self.lists if kind == "list" else self.measures)[name] = Thing(
                name=name, where=node.where, headings=[], stmts=[])
            for kid in (k for k in node.kids if k.words[0][0] not in ("title", "note", "assert")):
                s = statement(whole(kid) if kind == "measure" else kid)
                (block.headings if s.kind == "heading" else block.stmts).append(s)
                s.sets += [members(k.words, k.where["file"]) for k in kid.kids if kind == "list"]
                s.stmts = [statement(whole(k)) for k in kid.kids if kind == "measure" and s.kind == "heading"]
                for k in (k for k in s.stmts if s.kind == "heading" and k.kind in ("of", "goods", "if")):
                    s.of, s.goods, s.cond = k.of or s.of, k.goods or s.goods, k.cond or s.cond  # on lines of their own
        else:
            if kind not in NO_DUTY + ("list", "measure"):
                raise Wrong(f"the checker does not read {kind} at {node.where}")
    def enters(self, m):  # The places that entries it may speak of go into: as stated, else whose law the name is of
        block = next((k.stmts for k in self.above(m) if any(s.kind == "into" for s in k.stmts)), ())
        return {s.what for s in block if s.kind == "into"} or {m.name.split(".")[0].upper()} & self.entered
    def hanging(self, into):  # The questions on which something of a measure hangs; others make no outcomes
        blocks = [b for m in self.measures.values() if into in self.enters(m) for b in [m] + m.headings]
        return {w for b in blocks for s in b.stmts + ([b] if "cond" in vars(b) else []) for w in s.cond.split()}
    def outcomes(self, asked, picked, known):  # Every way the questions asked may be answered; a question that follows another takes what comes
        states = {q: self.asked(q, known) for q in self.questions}
        ways = {q: self.questions[q].answers if how == "open" else [answer, "stands"] for q, (how, answer) in states.items() if how in ("open", "said")}
        led = {}  # question: [(leader, its answer, what comes)], in order written
        for q in (q for q in ways if states[q][0] == "open" and q not in picked):
            lines = [(leader, answer, comes) for comes, leader, answer in self.questions[q].defaults]
            whole = any(not leader for leader, *_ in lines) or any(
                {a for x, a, _ in lines if x == leader} >= set(ways.get(leader, [states[leader][1]])) for leader, *_ in lines if states[leader][0] != "unasked")
            if whole and any(leader in ways and leader != q for leader, *_ in lines):
                led[q] = lines
        def come(q, told):  # stated last of what holds, else last of what needs nothing
            held = [comes for leader, answer, comes in led[q] if leader and (answers(leader, told) if leader in ways else
                    states[leader][1] if states[leader][0] == "closed" else None) == answer]
            return (held or [comes for leader, _, comes in led[q] if not leader])[-1]
        def answers(q, told):
            return told[q] if q in told else come(q, told)
        def heads(q):
            return [h for leader, *_ in led[q] if leader in ways for h in heads(leader)] if q in led else [q]
        free = sorted({h for q in asked if q in ways for h in heads(q)} - set(picked))
        for told in itertools.product(*(ways[q] for q in free)):
            told = dict(zip(free, told), **picked)
            yield dict(told, **{q: come(q, told) for q in led if set(heads(q)) <= set(told)})
    def above(self, m):  # The measure and the stated names above it, nearest first
        parts = m.name.split(".")
        return [self.measures[n] for n in (".".join(parts[:i]) for i in range(len(parts), 0, -1)) if n in self.measures]
    def tariff(self, code, on):
        if code[:8] not in self.memo:
            rows = re.findall(rf"^{code[:4]}.{code[4:6]}.{code[6:8]}\t.*".encode(), self.bytes[TABLES[2]], re.M)
            self.memo[code[:8]] = [row.decode().split("\t") for row in rows]
        return next((r for r in self.memo[code[:8]] if r[1] <= on < (r[2] or NEVER)), None)
    def numbers(self, code, on):  # The ten-digit numbers of a code that are valid on a day
        row = self.tariff(code, on)
        found = [re.fullmatch(r"(\d\d)(?::[^(]*)?(?:\((.*)\.\.(.*)\))?", w) for w in (row[7].split() or ["00"] if row else ())]
        return [n for n in (code[:8] + m[1] for m in found if (m[2] or "") <= on < (m[3] or NEVER)) if n.startswith(code)]
    def ancestors(self, code, until="9"):  # The numbers its goods had before, back along the renumberings
        found = [(row[0], row[2]) for row in self.before if row[1] == code and row[2] < until]
        return [c for old, day in found for c in [old] + self.ancestors(old, day)]
    def since(self, s):
        return s.known or (self.acts[s.act].known if s.act else "")
    def cited(self, s):
        return {"where": s.where, "act": s.act, "cite": s.cite or self.acts[s.act].cite or None}
    def asked(self, name, known):  # State of a question on a known day, and its answer: unasked, open, said or closed
        now = "unasked" if self.questions[name].raised > known else "open", None
        for s in self.questions[name].answered:
            speaks = self.acts[s.act].speaks
            if now[0] != "unasked" and known_by(self.since(s), known) and not (now[0] == "closed" and speaks):
                now = "said" if speaks else "closed", s.what
        return now
