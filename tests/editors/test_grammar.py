#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The editor grammar knows every word of the parser's tables, and reads the shipped law as it should.

The tables are taken from the sources: the words of the language, kinds of acts, grades of sources, rates,
types of facts, the lines of a case. The grammar is run over text by the few rules of TextMate it uses:
at each place the first pattern that matches."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EDITORS = ROOT / "editors"
GRAMMAR = json.loads((EDITORS / "impost.tmLanguage.json").read_text(encoding="utf-8"))
PLAIN = "source.impost"
failures, passed = [], 0


def check(good, what):
    global passed
    if good:
        passed += 1
    else:
        failures.append(what)
        print(what)


def patterns():
    for include in GRAMMAR["patterns"]:
        rule = GRAMMAR["repository"][include["include"][1:]]
        if "match" in rule:
            yield rule, re.compile(rule["match"])
        else:  # begin to end on one line
            yield rule, re.compile(f"{rule['begin']}(?:\\\\.|[^\"\\\\])*(?:{rule['end']})")


RULES = list(patterns())


def scopes(line):
    """The scope of every character."""
    out, at = [PLAIN] * len(line), 0
    while at < len(line):
        found = [(m.start(), i, rule, m) for i, (rule, regex) in enumerate(RULES)
                 if (m := regex.search(line, at)) and m.end() > m.start()]
        if not found:
            break
        _, _, rule, m = min(found, key=lambda f: f[:2])
        if "name" in rule:
            out[m.start():m.end()] = [rule["name"]] * (m.end() - m.start())
        for group, capture in rule.get("captures", {}).items():
            start, end = m.span(int(group))
            out[start:end] = [capture["name"]] * (end - start)
        at = m.end()
    return out


def scope_of(line, word):
    found = scopes(line)
    at = re.search(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])", line).start()
    return found[at]


def quoted(text):
    return re.findall(r'"([^"]+)"', text)


def source(name):
    return (ROOT / "src" / name).read_text(encoding="utf-8")


def table(name, after, until="};"):
    text = source(name)
    start = text.index(after)
    return quoted(text[start:text.index(until, start)])


def words_of_the_language():
    words = quoted("\n".join(l for l in source("law/words.def").splitlines()
                             if l.startswith("LAW_WORD")))
    check(len(words) > 80, "the words of the language were not found")
    for word in words:
        found = scope_of(f"  xyz {word} xyz", word)
        if found == PLAIN:
            found = scope_of(f"{word} xyz", word)
        check(found.startswith(("keyword", "constant.language", "storage")), f"{word}: {found}")


def words_of_tables():
    kinds = [w for w in table("law/parse_act.c", "kinds[]")]
    check("executive order" in kinds, "the kinds of acts were not found")
    for kind in kinds:
        line = f"  kind       {kind}"
        check(scopes(line)[-1].startswith("constant.language"), f"kind {kind}: {scopes(line)[-1]}")
    for grade in table("law/parse_act.c", "grades[]"):
        check(scope_of(f"  source  {grade}", grade).startswith("constant"), f"source {grade}")
    for rate in table("law/parse_expr.c", "words[]"):
        check(scope_of(f"    rate   {rate}  from 2025-01-01", rate).startswith("constant"),
              f"rate {rate}")
    for kind in table("law/parse_facts.c", "types[]"):
        check(scope_of(f"  fact  loaded  {kind}", kind).startswith("storage"), f"fact {kind}")


def words_of_cases():
    words = set(re.findall(r'strcmp\(w\[[^]]+\], "([a-z-]+)"\)', source("book/judge_case_read.c")))
    check(len(words) >= 12, "the words of cases were not found")
    for word in sorted(words):
        found = scope_of(f"  {word} xyz", word)
        inside = scope_of(f"  xyz {word} xyz", word)
        check(PLAIN not in (found, inside), f"case {word}: {found}, {inside}")


EXAMPLES = [
    ("act us.eo.14257", "us.eo.14257", "entity.name"),
    ("measure us.ieepa.reciprocal", "measure", "keyword.control"),
    ("control cn.18", "control", "keyword.control"),
    ("items cn.18", "cn.18", "entity.name"),
    ("  licence    required  from 2025-04-04", "licence", "keyword.other"),
    ("  decides  US, CN", "decides", "keyword.other"),
    ("  title      Reciprocal duty of 10%  # a title", "duty", "string.unquoted"),
    ("  title      Reciprocal duty  # a remark", "remark", "comment"),
    ("    rate   125%   from 2025-04-10  by us.eo.14266   if not loaded before 2025-04-10", "125%",
     "constant.numeric"),
    ("    rate   125%   from 2025-04-10  by us.eo.14266", "2025-04-10", "constant.numeric.date"),
    ("    rate   125%   from 2025-04-10  by us.eo.14266", "us.eo.14266", "variable.other"),
    ("  heading 9903.01.63  of CN, HK, MO", "9903.01.63", "constant.other.code"),
    ("  heading 9903.01.63  of CN, HK, MO", "HK", "constant.other.place"),
    ("  goods    @us.301.cn.list-3 but 8507.60.0020", "8507.60.0020", "constant.other.code"),
    ('  fact  loaded   date  else "not on the way"', "loaded", "variable.parameter"),
    ('  fact  loaded   date  else "not on the way"', "way", "string.quoted"),
    ("    row   9903.88.03  25%    on 10000  pays 2500.00", "row", "keyword"),
    ("  add  01012100, 8507.60.00", "add", "keyword"),
]


def examples():
    for line, word, wanted in EXAMPLES:
        found = scope_of(line, word)
        check(found.startswith(wanted), f"{line!r}: {word} is {found}, not {wanted}")
    line = "  goods    @us.301.cn.list-3 but 8507.60.0020"
    check(scopes(line)[line.index("@")].startswith("variable.other.list"), "a list by name")


def shipped_law():
    """Comments are comments, blocks are blocks, the first word of an indented line is never plain."""
    lines = 0
    for ending in ("*.law", "*.case"):
        for path in sorted((ROOT / "law" / "us").rglob(ending)):
            before = ""
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                goes_on, before = before.split("#")[0].rstrip().endswith(","), line
                if not line.strip() or goes_on:
                    continue
                lines += 1
                first = len(line) - len(line.lstrip())
                found = scopes(line)[first]
                if found == PLAIN:
                    check(False, f"{path.relative_to(ROOT)}:{number}: {line.strip()[:60]}")
    check(lines > 1000, "the shipped law was not read")


def configuration():
    for name in ("language-configuration.json", "package.json"):
        json.loads((EDITORS / name).read_text(encoding="utf-8"))
        check(True, name)
    package = json.loads((EDITORS / "package.json").read_text(encoding="utf-8"))
    grammar = package["contributes"]["grammars"][0]
    check((EDITORS / grammar["path"]).exists(), "package.json names a grammar that is not there")
    check(grammar["scopeName"] == GRAMMAR["scopeName"], "package.json names another scope")
    extensions = {e[1:] for e in package["contributes"]["languages"][0]["extensions"]}
    check(extensions == set(GRAMMAR["fileTypes"]) == {"law", "list", "case"}, "the file types")


def main():
    words_of_the_language()
    words_of_tables()
    words_of_cases()
    examples()
    shipped_law()
    configuration()
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
